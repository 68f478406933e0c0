//! The newer form: the same notes as of the older one, and archives that mean harm.

use rusqlite::{Connection, MAIN_DB, params};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::Value;
use zip::CompressionMethod;

use crate::domain::text::Lang;
use crate::exchange::anki::from_bytes;
use crate::exchange::anki::tests::{MODELS, NOTED, TABLES, grown, zipped, zipped_by};
use crate::exchange::{NOTES, Taken, Trouble, draft};

const NEWER: &str = "create table notetypes (id integer not null primary key, name text not null collate nocase, mtime_secs, usn, config blob); \
    create table fields (ntid integer not null, ord integer not null, name text not null collate nocase, config blob, primary key (ntid, ord)) without rowid; \
    create table templates (ntid integer not null, ord integer not null, name text not null collate nocase, mtime_secs, usn, config blob, \
      primary key (ntid, ord)) without rowid; \
    create table decks (id integer primary key not null, name text not null collate nocase, mtime_secs, usn, common blob, kind blob); \
    create unique index idx_fields_name_ntid on fields (name, ntid); create unique index idx_notetypes_name on notetypes (name); \
    create unique index idx_decks_name on decks (name);";
/// The names are ordered by what only Anki knows.
const UNICASE: &str =
    "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, 'collate nocase', 'collate unicase');";

/// The frame of a database: magic number, window of 2 MiB, blocks that are as they are.
const WINDOW_AT: usize = 5;
fn frame(content: &[u8]) -> Vec<u8> {
    let mut out = vec![0x28, 0xb5, 0x2f, 0xfd, 0, 11 << 3];
    for part in content.chunks(100_000) {
        out.extend(block(RAW, part.len(), false));
        out.extend(part);
    }
    out.extend(block(RAW, 0, true));
    out
}

const RAW: usize = 0;
const REPEATED: usize = 1;
const COMPRESSED: usize = 2;

/// The head of a block.
fn block(kind: usize, size: usize, is_last: bool) -> [u8; 3] {
    let head = usize::from(is_last) | kind << 1 | size << 3;
    [head as u8, (head >> 8) as u8, (head >> 16) as u8]
}

fn archived(frame: &[u8]) -> Vec<u8> {
    let stub = b"Please update to the latest Anki version";
    let files: [(&str, &[u8]); 4] =
        [("meta", b"\x08\x03"), ("collection.anki21b", frame), ("collection.anki2", stub), ("media", b"")];
    zipped_by(CompressionMethod::Stored, &files)
}

fn taken(frame: &[u8]) -> Result<Taken, Trouble> {
    from_bytes(archived(frame))
}

fn refused(frame: &[u8], why: &str) {
    let told = taken(frame).map(|taken| taken.notes.len());
    assert!(matches!(&told, Err(Trouble::Broken(said)) if said.contains(why)), "{why}: {told:?}");
}

/// A message with a text in each of its fields.
fn message(texts: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    for (text, number) in texts.iter().zip(1_u8..) {
        let length = text.len();
        out.extend([number << 3 | 2, length as u8 | 0x80, (length >> 7) as u8]);
        out.extend(text.as_bytes());
    }
    out
}

/// A collection of the older form as SQL makes it, in the newer form; `more` is done to it at the end.
fn upgraded(sql: &str, more: &str) -> Vec<u8> {
    rooted(sql, more, "notes").0
}

/// The same, and the page where a table's tree begins.
fn rooted(sql: &str, more: &str, table: &str) -> (Vec<u8>, u16) {
    let mut conn = Connection::open_in_memory().unwrap_or_else(|e| panic!("{e}"));
    let work = || -> rusqlite::Result<()> {
        conn.execute_batch(&format!("{TABLES}{sql}{NEWER}"))?;
        let read = |column: &str| -> rusqlite::Result<Value> {
            let text: String = conn.query_row(&format!("select {column} from col"), [], |row| row.get(0))?;
            Ok(serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}")))
        };
        let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
        for (id, model) in read("models")?.as_object().into_iter().flatten() {
            let kind = model["type"].as_u64().unwrap_or_default() as u8;
            let config: &[u8] = if kind == 0 { b"\x1a\x01x" } else { &[8, kind, 0x1a, 1, b'x'] };
            conn.execute("insert into notetypes values (?, ?, 0, 0, ?)", params![id, text(model, "name"), config])?;
            for (ord, field) in model["flds"].as_array().into_iter().flatten().enumerate() {
                let row = params![id, ord as i64, text(field, "name"), b"\x1a\x05Arial"];
                conn.execute("insert into fields values (?, ?, ?, ?)", row)?;
            }
            for (ord, card) in model["tmpls"].as_array().into_iter().flatten().enumerate() {
                let config = message(&[&text(card, "qfmt"), &text(card, "afmt")]);
                let row = params![id, ord as i64, format!("Card {ord}"), config];
                conn.execute("insert into templates values (?, ?, ?, 0, 0, ?)", row)?;
            }
        }
        for (id, deck) in read("decks")?.as_object().into_iter().flatten() {
            let name = text(deck, "name").replace("::", "\u{1f}");
            conn.execute("insert into decks values (?, ?, 0, 0, x'', x'')", params![id, name])?;
        }
        conn.execute_batch(&format!("drop table col; {more}; {UNICASE}"))
    };
    work().unwrap_or_else(|e| panic!("{e}"));
    let root = conn.query_row("select rootpage from sqlite_schema where name = ?", [table], |row| row.get(0));
    (conn.serialize(MAIN_DB).unwrap_or_else(|e| panic!("{e}")).to_vec(), root.unwrap_or(1))
}

fn older(sql: &str) -> Taken {
    let mut conn = Connection::open_in_memory().unwrap_or_else(|e| panic!("{e}"));
    conn.execute_batch(&format!("{TABLES}{sql}")).unwrap_or_else(|e| panic!("{e}"));
    let database = conn.serialize(MAIN_DB).unwrap_or_else(|e| panic!("{e}"));
    from_bytes(zipped(&[("collection.anki2", &database)])).unwrap_or_else(|e| panic!("{e:?}"))
}

#[test]
fn both_forms_of_a_collection_give_the_same_draft() {
    let sql = format!("{MODELS}{NOTED}");
    let (older, database) = (older(&sql), upgraded(&sql, ""));
    assert_eq!((older.notes.len(), &*older.notes[1].topic), (2, "Net::HTTP"), "{older:?}");
    for frame in [frame(&database), compress_to_vec(&*database, CompressionLevel::Fastest)] {
        let newer = taken(&frame).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(newer, older);
        let drafted = |taken| format!("{:?}", draft(taken, "t", Lang::En));
        assert_eq!(drafted(newer), drafted(older.clone()));
    }
}

#[test]
fn fields_and_cards_have_the_order_of_their_numbers() {
    let more = "delete from fields where ntid = 1; delete from templates where ntid = 1; \
        insert into fields values (1, 1, 'Back', x''), (1, 0, 'Front', x''), (1, 2, 'Mood', x''); \
        insert into templates values (1, 1, 'B', 0, 0, cast(char(10, 8) || '{{Back}}' as blob)), \
          (1, 0, 'A', 0, 0, cast(char(10, 9) || '{{Front}}' || char(18, 8) || '{{Back}}' as blob))";
    let sql = format!("{MODELS}{NOTED}");
    let newer = taken(&frame(&upgraded(&sql, more))).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(newer, older(&sql));
}

#[test]
fn a_frame_that_promises_more_than_it_may_keep_is_refused_whatever_it_holds() {
    let mut bytes = frame(&upgraded(MODELS, ""));
    for (exponent, is_taken) in [(13, true), (14, false), (21, false), (31, false)] {
        bytes[WINDOW_AT] = exponent << 3;
        assert_eq!(taken(&bytes).is_ok(), is_taken, "a window of 2^{} bytes", 10 + exponent);
    }
    refused(&bytes, "window_size");
    // A single segment is its own window: sizes in four and in eight bytes.
    for size in [&[0xa0, 0, 0, 0, 0x80][..], &[0xe0, 0, 0, 0, 0, 0, 1, 0, 0], &[0xe0; 9]] {
        refused(&[&bytes[..4], size, &bytes[WINDOW_AT + 1..]].concat(), "window_size");
    }
}

#[test]
fn a_frame_that_unpacks_to_more_than_its_archive_may_is_refused() {
    let head = &frame(b"")[..=WINDOW_AT];
    let many = [block(REPEATED, 128 << 10, false).as_slice(), b"\0"].concat().repeat(2_000);
    let most = crate::format::limits::TOML_BYTES;
    assert_eq!(taken(&[head, &many, &block(RAW, 0, true)].concat()), Err(Trouble::TooLarge(most)));
    // Sixteen letters, then one block of 64 repeats of 131,074 letters each: no literals; three tables of one code each.
    let repeats = [&[0, 64, 0x54, 0, 0, 52][..], &[0xff; 128], &[1]].concat();
    let blocks = [&block(RAW, 16, false)[..], &[7; 16], &block(COMPRESSED, repeats.len(), true), &repeats].concat();
    refused(&[head, &blocks].concat(), "");
}

#[test]
fn a_frame_that_is_cut_or_goes_on_is_refused() {
    let whole = frame(&upgraded(MODELS, ""));
    for length in [0, 3, 4, 5, 6, 8, 9, 1_000, 4_096 + 9, whole.len() - 3, whole.len() - 1] {
        refused(&whole[..length], "");
    }
    refused(&[&whole[..], b"x"].concat(), "after the end");
    refused(&whole.repeat(2), "after the end");
    let mut archive = archived(&whole);
    let name = archive.windows(8).position(|at| at.starts_with(b"Net\x1fHTTP"));
    let name = name.unwrap_or_else(|| panic!("no name of a deck"));
    archive[name] = b'J';
    assert!(matches!(from_bytes(archive), Err(Trouble::Broken(_))), "the sum of the archive does not fit");
}

#[test]
fn a_collection_without_its_tables_or_with_others_in_their_place_is_refused() {
    let told = "notes, cards, notetypes, fields, templates, decks";
    refused(&frame(b""), "");
    for table in super::TABLES {
        let gone = format!("drop table {table}");
        let view =
            format!("{gone}; create view {table} as select 1 as id, 1 as ntid, 0 as ord, 'a' as name, x'' as config");
        let worked_out = format!("alter table {table} add column more as (hex(zeroblob(1000)))");
        for more in [gone, view, worked_out] {
            refused(&frame(&upgraded(MODELS, &more)), told);
        }
    }
}

#[test]
fn names_and_messages_cannot_fill_memory() {
    let rows = "with recursive n(i) as (select 2 union all select i + 1 from n where i < 2000)";
    let large = "a".repeat(100_000);
    for more in [
        format!(
            "create table t (id integer primary key, name text); insert into t {rows} select i, i from n; alter table t add column config default x'12cc8603{}'; drop table notetypes; alter table t rename to notetypes",
            &large[8..]
        ),
        format!(
            "create table t (ntid, ord); insert into t {rows} select 1, i from n; alter table t add column name default '{large}'; alter table t add column config default x''; drop table fields; alter table t rename to fields"
        ),
        format!(
            "create table t (id); insert into t {rows} select i from n; alter table t add column name default '{large}'; drop table decks; alter table t rename to decks"
        ),
    ] {
        let told = taken(&frame(&upgraded(MODELS, &more)));
        assert!(matches!(told, Err(Trouble::TooLarge(_))), "{}: {told:?}", &more[..60]);
    }
    let many = format!(
        "insert into notes with recursive n(i) as (select 1 union all select i + 1 from n where i <= {NOTES}) select i, 'g', 1, '', 'a' from n"
    );
    assert_eq!(taken(&frame(&upgraded(MODELS, &many))), Err(Trouble::TooMany(NOTES)));
}

#[test]
fn a_message_that_means_nothing_is_refused_and_never_half_read() {
    for (table, config) in
        [("notetypes", "x'08'"), ("templates", "x'0a0561'"), ("templates", "x'0a01ff'"), ("notetypes", "'x'")]
    {
        refused(&frame(&upgraded(MODELS, &format!("update {table} set config = {config}"))), "");
    }
}

#[test]
fn rows_without_end_are_counted_before_they_are_put_in_order() {
    for table in ["fields", "templates"] {
        let more = format!(
            "drop table {table}; create table {table} (ntid, ord, name, config); insert into {table} values (1, 0, 'Front', x'')"
        );
        let (mut database, root) = rooted(&format!("{MODELS}{NOTED}"), &more, table);
        grown(&mut database, root);
        assert_eq!(taken(&frame(&database)), Err(Trouble::TooLarge(super::BYTES as u64)), "{table}");
    }
}
