//! `pack check --fix`: what follows from the format and touches no text that a learner reads.
//!
//! | what | becomes |
//! | --- | --- |
//! | a byte order mark | nothing |
//! | CRLF and lone carriage returns | line feeds |
//! | control characters, and characters that turn the direction of writing | nothing; those that break a line, a space |
//! | no line feed at the end | one |
//! | a key that the format does not have and that is one slip away from exactly one that it has | that one |
//!
//! Everything else needs a person: whys, twins, sources, answers.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use super::report::Report;
use super::tree::{self, Tree};
use crate::domain::sorting::Arrange;
use crate::format::finding::{Edit, Said, said};
use crate::format::letters::is_hostile;
use crate::packs::files;

/// What was written into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The file, as in [`super::Place`].
    pub file: Box<str>,
    /// Each thing in a few words: "`titel` is `title` now".
    pub what: Vec<Said>,
}

/// Mends what can be mended in the packs at a place, by what a check of it has found.
///
/// # Errors
///
/// When a file cannot be written; those before it are written whole.
pub fn fix(root: &Path, report: &Report) -> io::Result<Vec<Fixed>> {
    let mut done = Vec::new();
    let mut edits: HashMap<&str, Vec<&Edit>> = HashMap::new();
    for problem in &report.problems {
        edits.entry(&problem.place.file).or_default().extend(problem.edit.as_deref());
    }
    for (prefix, tree) in tree::packs(root) {
        let Tree::Disk(folder) = tree else { continue };
        for entry in files::list(&folder)?.files {
            let name: Box<str> = format!("{prefix}{}", entry.path).into();
            let path = folder.join(&*entry.path);
            let Ok(before) = String::from_utf8(fs::read(&path)?) else { continue };
            let (after, what) = mended(&before, edits.get(&*name).map_or(&[], Vec::as_slice));
            if !what.is_empty() {
                files::replace(&path, after.as_bytes())?;
                done.push(Fixed { file: name, what });
            }
        }
    }
    Ok(done)
}

/// The text as it should be, and what was changed in it.
pub(super) fn mended(before: &str, edits: &[&Edit]) -> (String, Vec<Said>) {
    let mut what = Vec::new();
    let read = crate::format::read::clean_source(before.to_owned());
    if before.starts_with('\u{feff}') {
        what.push(said("check-fixed-mark"));
    }
    if before.contains("\r\n") {
        what.push(said("check-fixed-lines"));
    }
    let mut renames: Vec<(Range<usize>, &str)> = Vec::new();
    for edit in edits {
        let spans = spans(&read, edit);
        if !spans.is_empty() {
            what.push(said("check-fixed-key").with("was", &edit.was).with("with", &edit.with));
            renames.extend(spans.into_iter().map(|span| (span, &*edit.with)));
        }
    }
    renames.arrange_by_key(|(span, _)| span.start);
    let mut text = renamed(&read, &renames);
    let hostile = text.chars().filter(|c| is_hostile(*c)).count();
    if hostile > 0 {
        what.push(said("check-fixed-hostile").with("n", hostile));
        text = text.chars().filter_map(harmless).collect();
    }
    if !text.is_empty() && !text.ends_with('\n') {
        what.push(said("check-fixed-end"));
        text.push('\n');
    }
    (text, what)
}

/// The text with other words at these places, which stand in order; the first of those that overlap is the one that counts.
fn renamed(text: &str, renames: &[(Range<usize>, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, with) in renames {
        if span.start >= at {
            out.push_str(&text[at..span.start]);
            out.push_str(with);
            at = span.end;
        }
    }
    out.push_str(&text[at..]);
    out
}

fn harmless(c: char) -> Option<char> {
    match c {
        '\r' => Some('\n'),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c => (!is_hostile(c)).then_some(c),
    }
}

/// Where an edit has to be made: at every dotted key when the key is written so, else at the key itself, and nowhere when the word
/// stands in a form (quoted, a list of tables) where one place is not all of them.
fn spans(text: &str, edit: &Edit) -> Vec<Range<usize>> {
    let Some((own, dotted)) = edit.spans.split_first() else { return Vec::new() };
    let is_word = |span: &Range<usize>| text.get(span.clone()) == Some(&edit.was);
    let is_dotted = |span: &Range<usize>| {
        let before = text.get(..span.start).and_then(|before| before.chars().next_back());
        is_word(span) && text[span.end..].starts_with('.') && !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    };
    if !dotted.is_empty() && dotted.iter().all(is_dotted) {
        return dotted.to_vec();
    }
    let alone = is_word(own) && text[own.end..].trim_start_matches([' ', '\t']).starts_with('=');
    if alone { vec![own.clone()] } else { Vec::new() }
}
