//! The law of the house, read from the table in `src/lib.rs` and held against every file in `src/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A row of the table.
#[derive(Debug, Clone)]
struct Room {
    may_name: BTreeSet<String>,
    crates: BTreeSet<String>,
    purity: Purity,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purity {
    /// Neither clock, random source, environment nor disk.
    Pure,
    /// Disk, but it prints nothing.
    Disk,
    Free,
}

type Law = BTreeMap<String, Room>;

/// What a pure room never mentions: its behaviour would depend on something that no test controls.
const IMPURE: [&str; 9] =
    ["Instant::now", "SystemTime", "std::fs", "std::thread", "std::env", "std::process", "println!", "print!(", "dbg!"];

/// What even rooms with a disk never mention.
const PRINTING: [&str; 2] = ["println!", "dbg!"];

fn read_law(lib: &str) -> Law {
    let mut law = Law::new();
    for line in lib.lines() {
        let Some(row) = line.strip_prefix("//! |") else { continue };
        let cells: Vec<&str> = row.trim_end_matches('|').split('|').map(str::trim).collect();
        if cells.len() != 5 || cells[0] == "room" || cells[0].starts_with('-') {
            continue;
        }
        let words = |cell: &str| cell.split_whitespace().filter(|w| *w != "-").map(str::to_owned).collect();
        let purity = match cells[4] {
            "yes" => Purity::Pure,
            "disk" => Purity::Disk,
            "-" => Purity::Free,
            other => panic!("purity of {} is {other:?}", cells[0]),
        };
        law.insert(cells[0].to_owned(), Room { may_name: words(cells[2]), crates: words(cells[3]), purity });
    }
    law
}

/// Removes comments and the contents of string and character literals, keeping line breaks.
fn code_only(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let chars: Vec<char> = source.chars().collect();
    let mut i = 0;
    while i < chars.len() {
        let rest = &chars[i..];
        if rest.starts_with(&['/', '/']) {
            while i < chars.len() && chars[i] != '\n' {
                i += 1;
            }
        } else if chars[i] == 'r' && raw_string_hashes(rest).is_some() {
            let hashes = raw_string_hashes(rest).unwrap_or(0);
            let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            i += 2 + hashes;
            while i < chars.len() && !chars[i..].starts_with(&end) {
                i += 1;
            }
            i += end.len();
        } else if chars[i] == '"' {
            i = end_of_literal(&chars, i, '"');
        } else if chars[i] == '\'' && (rest.get(2) == Some(&'\'') || rest.get(1) == Some(&'\\')) {
            i = end_of_literal(&chars, i, '\'');
        } else {
            out.push(chars[i]);
            i += 1;
        }
    }
    out
}

fn end_of_literal(chars: &[char], start: usize, quote: char) -> usize {
    let mut i = start + 1;
    while i < chars.len() && chars[i] != quote {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

fn raw_string_hashes(rest: &[char]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    (rest.get(1 + hashes) == Some(&'"')).then_some(hashes)
}

/// Names that follow `prefix` in paths, including those in `{a, b::c}` groups right after it.
fn named_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        if continues_a_path(code, at) {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.extend(identifier(rest)),
        }
    }
    found
}

fn continues_a_path(code: &str, at: usize) -> bool {
    code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
}

/// The first identifiers of the entries of a `use` group, up to its closing brace.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut at_start, mut names) = (0_i32, true, Vec::new());
    for (i, ch) in group.char_indices() {
        match ch {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            c if at_start && depth == 0 && !c.is_whitespace() => {
                names.extend(identifier(&group[i..]));
                at_start = false;
            }
            _ => {}
        }
    }
    names
}

fn identifier(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

fn mentions_crate(code: &str, name: &str) -> bool {
    let in_path = code.match_indices(&format!("{name}::")).any(|(at, _)| !continues_a_path(code, at));
    in_path || code.contains(&format!("use {name};")) || code.contains(&format!("use {name} as "))
}

/// Everything in one file that breaks the law.
fn breaches(law: &Law, room: &str, file: &str, source: &str) -> Vec<String> {
    let code = code_only(source);
    let own = &law[room];
    let mut found = Vec::new();
    for other in named_after(&code, "crate::") {
        if law.contains_key(&other) && other != room && !own.may_name.contains(&other) {
            found.push(format!("{file}: room {room} may not name room {other}"));
        }
    }
    let guarded: BTreeSet<&String> = law.values().flat_map(|r| &r.crates).collect();
    for name in guarded {
        if !own.crates.contains(name) && mentions_crate(&code, name) {
            found.push(format!("{file}: room {room} may not use the crate {name}"));
        }
    }
    let forbidden: &[&str] = match own.purity {
        Purity::Pure => &IMPURE,
        Purity::Disk => &PRINTING,
        Purity::Free => &[],
    };
    for word in forbidden.iter().filter(|word| code.contains(**word)) {
        found.push(format!("{file}: room {room} may not mention {word}"));
    }
    if room == "screens" && file.matches('/').count() > 1 {
        let own_screen = file.split('/').nth(1).unwrap_or_default();
        for other in named_after(&code, "crate::screens::") {
            if other != own_screen {
                found.push(format!("{file}: a screen may not name another screen ({other})"));
            }
        }
    }
    found
}

/// A cycle among the rooms, if there is one, as the rooms on it.
fn cycle(law: &Law) -> Option<Vec<String>> {
    fn walk(law: &Law, room: &str, way: &mut Vec<String>, done: &mut BTreeSet<String>) -> Option<Vec<String>> {
        if let Some(at) = way.iter().position(|r| r == room) {
            return Some(way[at..].to_vec());
        }
        if !done.insert(room.to_owned()) {
            return None;
        }
        way.push(room.to_owned());
        let found = law.get(room)?.may_name.iter().find_map(|next| walk(law, next, way, done));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    law.keys().find_map(|room| walk(law, room, &mut Vec::new(), &mut done))
}

fn rust_files(dir: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("src can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn law() -> Law {
    read_law(&fs::read_to_string(src().join("lib.rs")).expect("src/lib.rs can be read"))
}

#[test]
fn every_file_keeps_the_law_of_its_room() {
    let law = law();
    let mut files = Vec::new();
    rust_files(&src(), &mut files);
    let mut found = Vec::new();
    for path in files {
        let relative = path.strip_prefix(src()).expect("below src").to_string_lossy().replace('\\', "/");
        let room = relative.split('/').next().unwrap_or_default();
        if room.ends_with(".rs") {
            continue;
        }
        found.extend(breaches(&law, room, &relative, &fs::read_to_string(&path).expect("a source file can be read")));
    }
    assert!(found.is_empty(), "{} breaches:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_table_names_every_folder_and_no_other() {
    let folders: BTreeSet<String> = fs::read_dir(src())
        .expect("src can be read")
        .filter_map(Result::ok)
        .filter(|e| e.path().is_dir())
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    let rooms: BTreeSet<String> = law().keys().cloned().collect();
    assert_eq!(folders, rooms);
}

#[test]
fn the_table_has_no_cycle_and_names_only_rooms() {
    let law = law();
    assert_eq!(cycle(&law), None);
    for (name, room) in &law {
        for other in &room.may_name {
            assert!(law.contains_key(other), "{name} may name {other}, which is no room");
        }
    }
}

const SMALL_LAW: &str = "\
//! | room | what | may name | crates only here | pure |
//! | --- | --- | --- | --- | --- |
//! | low | . | - | fsrs | yes |
//! | mid | . | low | rusqlite | disk |
//! | screens | . | low | ratatui | yes |
//! | high | . | low mid | - | - |
";

fn small_breaches(room: &str, source: &str) -> usize {
    breaches(&read_law(SMALL_LAW), room, &format!("{room}/own/mod.rs"), source).len()
}

#[test]
fn naming_a_room_above_is_found_however_it_is_written() {
    assert_eq!(small_breaches("low", "use crate::high::Thing;"), 1);
    assert_eq!(small_breaches("low", "use crate::{mid::Thing, low::Own};"), 1);
    assert_eq!(small_breaches("low", "fn f() -> crate::mid::Thing { todo() }"), 1);
    assert_eq!(small_breaches("high", "use crate::mid::Thing;"), 0);
}

#[test]
fn using_a_crate_of_another_room_is_found() {
    assert_eq!(small_breaches("low", "use rusqlite::Connection;"), 1);
    assert_eq!(small_breaches("high", "let c = rusqlite::Connection::open(p);"), 1);
    assert_eq!(small_breaches("mid", "use rusqlite::Connection;"), 0);
}

#[test]
fn a_clock_or_a_disk_in_a_pure_room_is_found() {
    assert_eq!(small_breaches("low", "let t = std::time::Instant::now();"), 1);
    assert_eq!(small_breaches("low", "use std::fs;"), 1);
    assert_eq!(small_breaches("low", "dbg!(1);"), 1);
    assert_eq!(small_breaches("mid", "use std::fs;"), 0);
    assert_eq!(small_breaches("mid", "println!();"), 1);
}

#[test]
fn one_screen_naming_another_is_found() {
    assert_eq!(small_breaches("screens", "use crate::screens::other::View;"), 1);
    assert_eq!(small_breaches("screens", "use crate::screens::own::View;"), 0);
}

#[test]
fn comments_and_strings_are_no_breach() {
    assert_eq!(small_breaches("low", "// crate::high::Thing\nlet s = \"std::fs\";\nlet r = r#\"rusqlite::\"#;"), 0);
}

#[test]
fn a_cycle_in_the_table_is_found() {
    let law = read_law(&SMALL_LAW.replace("| low | . | - |", "| low | . | high |"));
    assert!(cycle(&law).is_some());
}
