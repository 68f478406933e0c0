//! Archives that we write, archives that others write, and archives that mean harm.

use std::io::{Cursor, Write as _};
use std::time::Instant;

use rusqlite::{Connection, MAIN_DB};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::patience::{self, Patience};
use super::read::from_bytes;
use super::write;
use crate::domain::text::Lang;
use crate::exchange::tests::example;
use crate::exchange::{Card, NOTES, Note, Side, Trouble, What, draft};
use crate::packs::scaffold::Key;

fn written(cards: &[Card]) -> Vec<u8> {
    write(cards, 1_795_300_000_000).unwrap_or_else(|e| panic!("{e:?}"))
}

pub(super) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    zipped_by(CompressionMethod::Deflated, files)
}

pub(super) fn zipped_by(method: CompressionMethod, files: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(method);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let started = writer.start_file(*name, options);
        started.unwrap_or_else(|e| panic!("{e}"));
        writer.write_all(bytes).unwrap_or_else(|e| panic!("{e}"));
    }
    writer.finish().unwrap_or_else(|e| panic!("{e}")).into_inner()
}

/// A collection as SQL makes it, in an archive.
fn archive(sql: &str) -> Vec<u8> {
    let mut conn = Connection::open_in_memory().unwrap_or_else(|e| panic!("{e}"));
    conn.execute_batch(sql).unwrap_or_else(|e| panic!("{e}"));
    let database = conn.serialize(MAIN_DB).unwrap_or_else(|e| panic!("{e}"));
    zipped(&[("collection.anki2", &database), ("media", b"{}")])
}

pub(super) const TABLES: &str = "create table col (models text, decks text); create table notes (id integer primary key, guid, mid, tags, flds); \
    create table cards (id integer primary key, nid, did, ord, type);";
pub(super) const MODELS: &str = r#"insert into col values ('{"1":{"name":"Basic (and reversed card)","type":0,"flds":[{"name":"Front"},{"name":"Back"},{"name":"Mood"}],
    "tmpls":[{"qfmt":"{{Front}}","afmt":"{{FrontSide}}{{Back}}"},{"qfmt":"{{Back}}","afmt":"{{Front}}"}]},
  "2":{"name":"Cloze","type":1,"flds":[{"name":"Text"},{"name":"Back Extra"}],"tmpls":[{"qfmt":"{{cloze:Text}}","afmt":"{{cloze:Text}}{{Back Extra}}"}]},
  "3":{"name":"Map","type":0,"flds":[{"name":"A"},{"name":"B"}],"tmpls":[{"qfmt":"{{A}}{{B}}","afmt":"{{FrontSide}}"}]}}',
  '{"7":{"name":"Net::HTTP"}}');"#;
/// A note of each type, one of no type, and cards of which one was learnt.
pub(super) const NOTED: &str = "insert into notes values (1, 'g1', 1, ' net http ', '<b>GET</b> is &lt;safe&gt;? <img src=\"a.png\">' || char(31) || 'yes' || char(31) || 'x'), \
        (2, 'g2', 2, '', 'The {{c1::<i>verb</i>::which}} of {{c2::REST}} [sound:a.mp3]' || char(31) || 'RFC <br> 9110'), \
        (3, 'g3', 3, '', 'a' || char(31) || 'b'), (4, 'g4', 9, '', 'gone'), (5, 'g5', 2, '', '{{c1::image-occlusion:rect:left=.1}}' || char(31) || ''); \
        insert into cards values (1, 1, 7, 0, 2), (2, 1, 7, 1, 0), (3, 2, 7, 0, 0), (4, 2, 7, 1, 0);";

#[test]
fn an_exported_topic_reads_back_as_its_notes() {
    let all = example(&[Lang::En]);
    let taken = from_bytes(written(&all)).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!((taken.notes.len(), taken.left.iter().count()), (all.len(), 0), "{:?}", taken.left);
    for (note, card) in taken.notes.iter().zip(&all) {
        assert_eq!(&*note.id, &*card.id);
        assert_eq!(note.topic, format!("{}::{}", card.pack, card.topic));
        assert!(note.tags.contains(&format!("kind::{}", card.kind)), "{}", note.tags);
    }
    let drafted = draft(taken, "t", Lang::En);
    crate::exchange::tests::same_questions(&all, &drafted);
    assert!(drafted.told > 0, "an order is no question that a draft can have");
}

#[test]
fn both_languages_stand_on_one_note_and_an_export_is_the_same_twice() {
    let langs = [Lang::Id, Lang::En];
    let all = example(&langs);
    let bytes = written(&all);
    assert_eq!(bytes, written(&all));
    let taken = from_bytes(bytes).unwrap_or_else(|e| panic!("{e:?}"));
    for (note, card) in taken.notes.iter().zip(&all).filter(|(_, card)| card.kind == "single") {
        let first = |side: &Side| crate::exchange::draft::plain(side.prompt.lines().next().unwrap_or_default());
        let shown = crate::exchange::draft::plain(&note.front);
        assert!(card.sides.iter().all(|side| shown.contains(&first(side))), "{shown}\n{:?}", card.sides);
    }
}

#[test]
fn marks_brackets_colons_and_braces_survive_the_way_to_anki_and_back() {
    let side = Side {
        prompt: "What is **`a<b>`** in *[sound:x.mp3]* & 2 * 3?".into(),
        text: "use {{1}} and {{2}} [x] {x}".into(),
        gaps: vec!["std::fs".into(), "}} <b>".into()],
        ..Side::default()
    };
    let card = Card {
        id: "p/t/i".into(),
        pack: "P: \"q\"".into(),
        topic: "A::B".into(),
        kind: "cloze",
        level: 1,
        source: "".into(),
        sides: vec![side.clone()],
    };
    let taken = from_bytes(written(&[card])).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(taken.notes[0].topic, "P: 'q'::A: B");
    assert_eq!(taken.left.iter().count(), 0, "{:?}", taken.left);
    let drafted = draft(taken, "t", Lang::En);
    let item = &drafted.given[0].items[0];
    let plain = crate::exchange::draft::plain;
    assert_eq!(plain(&item.prompt), plain(&side.prompt));
    let Key::Cloze(text, gaps) = &item.key else { panic!("{item:?}") };
    let words: Vec<&String> = gaps.iter().map(|gap| &gap.text).collect();
    assert_eq!((text, words), (&side.text, side.gaps.iter().collect()));
}

#[test]
fn notes_of_others_keep_their_words_and_what_stays_behind_is_named() {
    let taken = from_bytes(archive(&format!("{TABLES}{MODELS}{NOTED}"))).unwrap_or_else(|e| panic!("{e:?}"));
    let basic = Note {
        id: "g1".into(),
        topic: "Net::HTTP".into(),
        front: "**GET** is <safe>?".into(),
        answer: "yes".into(),
        tags: "net http".into(),
        ..Note::default()
    };
    assert_eq!(taken.notes[0], basic);
    assert_eq!(
        (&*taken.notes[1].front, &*taken.notes[1].explain),
        ("The {{c1::*verb*::which}} of {{c2::REST}}", "RFC\n\n9110")
    );
    let left: Vec<(What, usize)> = taken.left.iter().map(|(what, n)| (what.clone(), n)).collect();
    let expected = [
        (What::Image, 1),
        (What::Sound, 1),
        (What::NoteType("".into()), 1),
        (What::NoteType("Cloze".into()), 1),
        (What::NoteType("Map".into()), 1),
        (What::SecondCard, 1),
        (What::Field("Mood".into()), 1),
        (What::Schedule, 1),
    ];
    assert_eq!(left, expected);
    let drafted = draft(taken, "t", Lang::En);
    assert_eq!((&*drafted.title, &*drafted.given[0].title, drafted.typed, drafted.gaps), ("Net", "HTTP", 1, 1));
}

#[test]
fn what_is_no_archive_or_has_no_collection_is_refused() {
    assert_eq!(from_bytes(archive(&format!("{TABLES}{MODELS}"))).map(|taken| taken.notes.len()), Ok(0));
    for bytes in [
        b"no archive".to_vec(),
        zipped(&[("other", b"x")]),
        zipped(&[("collection.anki2", b"")]),
        zipped(&[("collection.anki2", &[7; 4096])]),
    ] {
        let told = from_bytes(bytes);
        assert!(matches!(told, Err(Trouble::Broken(_))), "{told:?}");
    }
}

#[test]
fn a_database_that_would_run_something_or_has_no_end_is_refused() {
    let broken = |sql: &str| {
        let refused = from_bytes(archive(sql));
        assert!(matches!(refused, Err(Trouble::Broken(_))), "{sql}: {refused:?}");
    };
    let view = TABLES.replace("create table notes (id integer primary key, guid, mid, tags, flds);", "");
    broken(&format!(
        "{view}{MODELS} create view notes as select 1 as id, 'g' as guid, 1 as mid, '' as tags, 'a' as flds;"
    ));
    broken(&format!("{view}{MODELS} create table notes (id, guid, mid, tags, flds as (hex(zeroblob(1000))));"));
    broken(&TABLES.replace("create table cards", "create table other"));
    broken(&format!("{TABLES} insert into col values ('{{', '{{}}');"));
    let long = "insert into notes values (1, 'g', 1, '', hex(randomblob(9000000)));";
    broken(&format!("{TABLES}{MODELS} {long}"));
    let many = format!(
        "{TABLES}{MODELS} insert into notes with recursive n(i) as (select 1 union all select i + 1 from n where i <= {NOTES}) \
         select i, 'g', 1, '', 'a' from n;"
    );
    assert_eq!(from_bytes(archive(&many)), Err(Trouble::TooMany(NOTES)));
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = zipped(&[("collection.anki2", &vec![0; 4 << 20])]);
    assert!(bomb.len() < 64 << 10, "{}", bomb.len());
    assert!(matches!(from_bytes(bomb), Err(Trouble::TooLarge(_))));
    let mut many = archive(&format!("{TABLES}{MODELS}"));
    let count = many.len() - 12;
    many[count..count + 2].copy_from_slice(&u16::MAX.to_le_bytes());
    assert!(matches!(from_bytes(many), Err(Trouble::TooManyFiles(_))), "more files than an archive may have");
}

#[test]
fn texts_that_stand_in_no_row_cannot_fill_memory() {
    let rows = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)";
    let notes = "create table notes (id integer primary key, guid, mid, tags, flds);";
    let grown = format!(
        "{}{MODELS} create table notes (id integer primary key, guid, mid, tags); insert into notes {rows} select i, 'g', 1, '' from n; \
         alter table notes add column flds default '{}';",
        TABLES.replace(notes, ""),
        "a".repeat(100_000)
    );
    assert!(matches!(from_bytes(archive(&grown)), Err(Trouble::TooLarge(_))));
    for column in
        ["flds as(hex(zeroblob(1000)))", "flds text  AS\t(guid || guid) stored", "flds generated always as (guid)"]
    {
        let made_up = format!("create table notes (id integer primary key, guid, mid, tags, {column});");
        let sql = format!("{}{MODELS}", TABLES.replace(notes, &made_up));
        assert_eq!(from_bytes(archive(&sql)), Err(Trouble::Broken("col, notes, cards".into())), "{column}");
    }
}

#[test]
fn names_of_types_fields_and_decks_are_cut() {
    let long = "n".repeat(3_000);
    let models = MODELS.replace("Map", &long).replace("Mood", &long).replace("Net::HTTP", &long);
    let notes = "insert into notes values (1, 'g', 1, '', 'a' || char(31) || 'b' || char(31) || 'c'), (2, 'g', 3, '', 'a'), (3, 'g', 1, '', 'd'); \
        insert into cards values (1, 1, 7, 0, 0);";
    let taken = from_bytes(archive(&format!("{TABLES}{models}{notes}"))).unwrap_or_else(|e| panic!("{e:?}"));
    let name: Box<str> = long[..40].into();
    let left: Vec<(What, usize)> = taken.left.iter().map(|(what, n)| (what.clone(), n)).collect();
    assert_eq!(left, [(What::NoteType(name.clone()), 1), (What::Field(name), 1)]);
    assert_eq!(taken.notes[0].topic, long[..400]);
}

#[test]
fn names_of_types_fields_and_decks_are_one_line() {
    let models =
        MODELS.replace("Map", "Map\\nerror: x").replace("Mood", "Mo\\r\\nod").replace("Net::HTTP", "Net::\\tHT\\nTP");
    let taken = from_bytes(archive(&format!("{TABLES}{models}{NOTED}"))).unwrap_or_else(|e| panic!("{e:?}"));
    let told = |what: What| assert!(taken.left.iter().any(|(left, _)| *left == what), "{what:?}: {:?}", taken.left);
    told(What::NoteType("Map error: x".into()));
    told(What::Field("Mo  od".into()));
    assert_eq!(taken.notes[0].topic, "Net:: HT TP");
}

#[test]
fn what_the_database_says_of_itself_is_told_on_one_line() {
    let forged = "pragma writable_schema = on; insert into sqlite_schema values ('table', 'zz' || char(10) || 'jenjang: forged line', 'zz', 999, \
        'create table zz (a)');";
    let told = from_bytes(archive(&format!("{TABLES}{MODELS}{forged}")));
    let Err(Trouble::Broken(why)) = told else { panic!("{told:?}") };
    assert!(why.contains("zz jenjang: forged line"), "{why:?}");
}

/// Makes the tree of a table, which is one page of leaves, into one that points at this page from everywhere: four levels of three hundred places.
pub(super) fn grown(database: &mut Vec<u8>, root: u16) {
    let size = usize::from(u16::from_be_bytes([database[16], database[17]]));
    let (at, head) = (usize::from(root - 1) * size, if root == 1 { 100 } else { 0 });
    let mut leaf = database[at..at + size].to_vec();
    let cells = usize::from(u16::from_be_bytes([leaf[head + 3], leaf[head + 4]]));
    leaf.copy_within(head..head + 8 + 2 * cells, 0);
    database.extend(leaf);
    for _ in 0..3 {
        let child = database.len() / size;
        database.extend(interior(child, size, 0));
    }
    let top = interior(database.len() / size, size, head);
    database[at + head..at + size].copy_from_slice(&top[head..]);
    let pages = u32::try_from(database.len() / size).unwrap_or(0);
    database[28..32].copy_from_slice(&pages.to_be_bytes());
}

/// A page of a table's tree that has the same child in each of its places (SQLite file format, 1.6).
fn interior(child: usize, size: usize, head: usize) -> Vec<u8> {
    const PLACES: u16 = 300;
    let mut page = vec![0; size];
    let child = u32::try_from(child).unwrap_or(0).to_be_bytes();
    page[head] = 5;
    page[head + 3..head + 5].copy_from_slice(&PLACES.to_be_bytes());
    page[head + 8..head + 12].copy_from_slice(&child);
    let first = size - 5 * usize::from(PLACES);
    page[head + 5..head + 7].copy_from_slice(&(first as u16).to_be_bytes());
    for (n, at) in (first..size).step_by(5).enumerate() {
        page[head + 12 + 2 * n..head + 14 + 2 * n].copy_from_slice(&(at as u16).to_be_bytes());
        page[at..at + 4].copy_from_slice(&child);
        page[at + 4] = 1;
    }
    page
}

/// The bytes of a database, and the page where a table's tree begins.
pub(super) fn rooted(sql: &str, table: &str) -> (Vec<u8>, u16) {
    let mut conn = Connection::open_in_memory().unwrap_or_else(|e| panic!("{e}"));
    conn.execute_batch(sql).unwrap_or_else(|e| panic!("{e}"));
    let root = conn.query_row("select rootpage from sqlite_schema where name = ?", [table], |row| row.get(0));
    (conn.serialize(MAIN_DB).unwrap_or_else(|e| panic!("{e}")).to_vec(), root.unwrap_or(1))
}

#[test]
fn a_tree_that_points_at_one_page_from_everywhere_has_an_end() {
    let again = "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, 'CREATE TABLE ', 'CREATE TABLE IF NOT EXISTS ')";
    let (mut schema, root) = rooted(&format!("{TABLES}{MODELS}{again}"), "sqlite_schema");
    assert!(from_bytes(zipped(&[("collection.anki2", &schema)])).is_ok(), "once it is a collection");
    grown(&mut schema, root);
    assert_eq!(from_bytes(zipped(&[("collection.anki2", &schema)])), Err(Trouble::Endless), "the schema itself");
    let (mut notes, root) = rooted(&format!("{TABLES}{MODELS}{NOTED}"), "notes");
    grown(&mut notes, root);
    assert_eq!(from_bytes(zipped(&[("collection.anki2", &notes)])), Err(Trouble::TooLarge(notes.len() as u64)));
    let (mut cards, root) = rooted(&format!("{TABLES}{MODELS}{NOTED}"), "cards");
    grown(&mut cards, root);
    let taken = from_bytes(zipped(&[("collection.anki2", &cards)])).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(taken.notes.len(), 2, "no more cards are looked at than there may be");
}

#[test]
fn reading_ends_when_its_time_is_over_however_few_steps_it_took() {
    let rows = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 500)";
    let cards = format!("insert into cards {rows} select null, i, 7, 0, 0 from n");
    let (database, _) = rooted(&format!("{TABLES}{MODELS}{cards}"), "cards");
    let read = |patience: &Patience| super::read::read(&database, super::read::Schema::Json, patience).is_ok();
    let (long, over) = (Patience::until(Instant::now() + patience::MOST), Patience::until(Instant::now()));
    assert!(read(&long) && !long.is_over());
    assert!(!read(&over) && over.is_over());
}
