//! Cards become an archive.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write as _};

use rusqlite::{Connection, MAIN_DB, params};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{COLLECTION, FIELD, MEDIA, page};
use crate::exchange::Card;
use crate::exchange::table::tags;
use crate::format::key::fnv;

/// The tables of schema 11.
const SCHEMA: &str = include_str!("schema11.sql");
/// The numbers of our note types: the same in every archive, so that Anki keeps one of each.
const BASIC: i64 = 1_795_219_200_001;
const CLOZE: i64 = 1_795_219_200_002;
/// How cards look: code as code, nothing else of our own.
const CSS: &str = ".card{font-family:sans-serif;font-size:18px;text-align:left;max-width:40em;margin:0 auto}\
pre,code{font-family:monospace}pre{overflow-x:auto}.cloze{font-weight:bold}";

/// Makes an archive of cards; `utc` is the moment that stands in it, in milliseconds, by which Anki tells which of two versions of a note is newer.
///
/// The name of an item is the name of its note, so a later export changes notes that are there already instead of doubling them.
///
/// # Errors
///
/// What SQLite or the archiver says; there is no memory, as a rule.
pub fn write(cards: &[Card], utc: i64) -> io::Result<Vec<u8>> {
    let broken = |e: rusqlite::Error| io::Error::other(e);
    let mut conn = Connection::open_in_memory().map_err(broken)?;
    conn.execute_batch(SCHEMA).map_err(broken)?;
    fill(&mut conn, cards, utc).map_err(broken)?;
    let database = conn.serialize(MAIN_DB).map_err(broken)?;
    let zipped = || -> zip::result::ZipResult<Vec<u8>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(COLLECTION, options)?;
        writer.write_all(&database)?;
        writer.start_file(MEDIA, options)?;
        writer.write_all(b"{}")?;
        Ok(writer.finish()?.into_inner())
    };
    Ok(zipped()?)
}

fn fill(conn: &mut Connection, cards: &[Card], utc: i64) -> rusqlite::Result<()> {
    let seconds = utc.div_euclid(1_000);
    let mut decks: BTreeMap<String, i64> = BTreeMap::new();
    let tx = conn.transaction()?;
    {
        let mut note = tx.prepare(
            "insert into notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data) values (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')",
        )?;
        let mut asks = tx.prepare(
            "insert into cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data) \
             values (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
        )?;
        let mut card_id = utc;
        for (card, place) in cards.iter().zip(1_i64..) {
            let gaps = card.sides.first().map_or(0, |side| side.gaps.len());
            let model = if gaps > 0 { CLOZE } else { BASIC };
            let deck = *decks.entry(deck(card)).or_insert_with_key(|name| deck_id(name));
            let fields = page::fields(card);
            let front = fields.first().map(String::as_str).unwrap_or_default();
            let tags = format!(" {} ", tags(card));
            let id = utc + place;
            note.execute(params![id, card.id, model, seconds, tags, fields.join(FIELD), front])?;
            // A card for each gap, or one.
            for ord in 0..gaps.max(1) {
                card_id += 1;
                asks.execute(params![card_id, id, deck, i64::try_from(ord).unwrap_or(0), seconds, place])?;
            }
        }
        let decks: serde_json::Map<String, Value> = std::iter::once(("Default".to_owned(), 1))
            .chain(decks)
            .map(|(name, id)| (id.to_string(), deck_json(&name, id, seconds)))
            .collect();
        let models = json!({
            BASIC.to_string(): model(BASIC, seconds), CLOZE.to_string(): model(CLOZE, seconds),
        });
        tx.execute(
            "insert into col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags) \
             values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
            params![
                seconds,
                utc,
                utc,
                conf(cards.len()).to_string(),
                models.to_string(),
                Value::from(decks).to_string(),
                dconf().to_string(),
            ],
        )?;
    }
    tx.commit()
}

/// The deck of a card: its topic within its pack. Colons within a name would make another level of it.
fn deck(card: &Card) -> String {
    let level = |name: &str| name.replace("::", ": ").replace('"', "'");
    format!("{}::{}", level(&card.pack), level(&card.topic))
}

/// A number that is the same in every archive, and none of those that Anki gives by the clock.
fn deck_id(name: &str) -> i64 {
    let spread = fnv(name.as_bytes());
    i64::try_from(spread % 0x3fff_ffff).unwrap_or(0) + (1 << 30)
}

fn deck_json(name: &str, id: i64, seconds: i64) -> Value {
    json!({
        "id": id, "name": name, "mod": seconds, "usn": -1, "desc": "", "dyn": 0, "conf": 1, "collapsed": false, "browserCollapsed": false,
        "extendNew": 0, "extendRev": 0, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
    })
}

fn field(name: &str, ord: usize) -> Value {
    json!({ "name": name, "ord": ord, "font": "Arial", "size": 18, "media": [], "rtl": false, "sticky": false })
}

fn model(id: i64, seconds: i64) -> Value {
    let is_cloze = id == CLOZE;
    let (name, fields, question, answer) = if is_cloze {
        ("jenjang: gaps", &page::CLOZE[..], "{{cloze:Text}}", "{{cloze:Text}}<hr id=answer>")
    } else {
        let answer = "{{FrontSide}}<hr id=answer>{{Back}}{{#Accept}}<p><small>= {{Accept}}</small></p>{{/Accept}}";
        ("jenjang: question", &page::BASIC[..], "{{Front}}", answer)
    };
    let hint = "{{#Hint}}<p>{{hint:Hint}}</p>{{/Hint}}";
    let question = format!("{question}{hint}");
    let answer =
        format!("{answer}{{{{Back Extra}}}}{{{{#Source}}}}<p><small>{{{{Source}}}}</small></p>{{{{/Source}}}}");
    let fields: Vec<Value> = fields.iter().zip(0..).map(|(name, ord)| field(name, ord)).collect();
    let template = json!({
        "name": "Card 1", "ord": 0, "qfmt": question, "afmt": answer, "bqfmt": "", "bafmt": "", "did": null,
    });
    json!({
        "id": id, "name": name, "type": i32::from(is_cloze), "mod": seconds, "usn": -1, "sortf": 0, "did": 1, "css": CSS,
        "latexPre": "\\documentclass[12pt]{article}\n\\begin{document}\n", "latexPost": "\\end{document}",
        "flds": fields, "tmpls": [template],
        "req": [[0, "any", [0]]], "tags": [], "vers": [],
    })
}

fn conf(cards: usize) -> Value {
    json!({
        "activeDecks": [1], "curDeck": 1, "newSpread": 0, "collapseTime": 1200, "timeLim": 0, "estTimes": true, "dueCounts": true,
        "curModel": BASIC.to_string(), "nextPos": cards + 1, "sortType": "noteFld", "sortBackwards": false, "addToCur": true, "dayLearnFirst": false,
    })
}

fn dconf() -> Value {
    json!({ "1": {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
        "new": { "bury": true, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20, "separate": true },
        "rev": { "bury": true, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "perDay": 200 },
        "lapse": { "delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0 },
    } })
}
