//! What lies over the place: a path that is typed, a name that is asked for, what a file for authors will hold.

use crate::sessions::action::{Action, State};
use crate::sessions::effect::Effect;
use crate::sessions::input::Input;
use crate::sessions::library::{PackDeed, Refusal};
use crate::sessions::line_edit::LineEdit;
use crate::ui::field;
use crate::ui::footer::Footer;
use crate::ui::ink::{Run, key, rich, text};
use crate::ui::list::Row;
use crate::ui::look::flow;
use crate::ui::page::{LEFT, Page};
use crate::ui::screen::Scene;
use crate::ui::sheet::Sheet;
use crate::words::Words;

use super::toast;

/// Width of every sheet, with its border.
const WIDTH: i32 = 66;
/// Cells of a sheet that its border and margins take.
const FRAME: i32 = 8;

/// What lies over the place.
#[derive(Debug, Clone)]
pub enum Over {
    /// The path of a pack is typed.
    Path {
        /// What was typed.
        line: LineEdit,
        /// What came of the last one.
        said: Option<String>,
        /// The desk is reading.
        looking: bool,
    },
    /// The name of a pack is typed, so that it is removed.
    Remove {
        /// The pack.
        pack: Box<str>,
        /// What was typed.
        line: LineEdit,
    },
    /// What a file for authors holds: the focused row.
    Send(usize),
}

impl Over {
    /// A path is asked for; it begins with one that is known.
    pub fn path(path: &str) -> Over {
        Over::Path { line: LineEdit::with(path), said: None, looking: false }
    }

    /// A path that is looked at already.
    pub fn looking(path: &str) -> Over {
        Over::Path { line: LineEdit::with(path), said: None, looking: true }
    }

    /// A name is asked for.
    pub fn remove(pack: &str) -> Over {
        Over::Remove { pack: pack.into(), line: LineEdit::default() }
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        match self {
            Over::Path { .. } => State::PackPath,
            Over::Remove { .. } => State::PackRemove,
            Over::Send(_) => State::SendFlags,
        }
    }

    /// Draws it over the place.
    pub fn draw(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let words = scene.words;
        match self {
            Over::Path { line, said, looking } => {
                let below = match (looking, said) {
                    (true, _) => words.get("library-reading").into_owned(),
                    (false, Some(said)) => said.clone(),
                    (false, None) => words.get("library-path-how").into_owned(),
                };
                typed(page, &words.get("library-path-title"), line, &below);
            }
            Over::Remove { pack, line } => {
                let below = words.fmt("library-remove-how", &[("pack", pack.into())]);
                typed(page, &words.fmt("library-remove-title", &[("pack", pack.into())]), line, &below);
            }
            Over::Send(row) => send(page, words, *row),
        }
        Footer::of(self.state(), words).draw(page);
    }
}

fn rows(page: &Page<'_>, said: &str) -> Vec<Vec<Run<'static>>> {
    flow(&rich(said), usize::try_from(WIDTH.min(page.width()) - FRAME).unwrap_or(0))
}

/// A line that is typed, and a sentence below it.
fn typed(page: &mut Page<'_>, title: &str, line: &LineEdit, below: &str) {
    let said = rows(page, below);
    let height = 6 + i32::try_from(said.len()).unwrap_or(0);
    Sheet { title, count: "", width: WIDTH, height, top: None }.draw(page, |inside| {
        field::line(inside, LEFT, 1, inside.edge(), line, true);
        for (y, row) in (3..).zip(&said) {
            inside.put(LEFT, y, row);
        }
    });
}

fn send(page: &mut Page<'_>, words: &Words, focus: usize) {
    let said = rows(page, &words.get("library-send-how"));
    let names = [words.get("library-send-flags"), words.get("library-send-figures")];
    // Free rows at the top and the bottom of the sheet, where the window has them.
    let pad = i32::from(page.height() >= 15);
    let height = 5 + 2 * pad + i32::try_from(said.len()).unwrap_or(0);
    let title = words.get("library-send-title");
    Sheet { title: &title, count: "", width: WIDTH, height, top: None }.draw(page, |inside| {
        for (i, name) in names.iter().enumerate() {
            let label: Vec<Run<'_>> = vec![key((i + 1).to_string()), text("  "), text(name.as_ref())];
            Row::new(label).focused(i == focus).draw(inside, pad + i as i32);
        }
        for (y, row) in (pad + 3..).zip(&said) {
            inside.put(LEFT, y, row);
        }
    });
}

/// Why a pack cannot be taken in, in a sentence.
pub fn refused(refusal: &Refusal, words: &Words) -> String {
    match refusal {
        Refusal::NoPack(path) => words.fmt("library-no-pack", &[("path", path.into())]),
        Refusal::Errors(n, _) => words.fmt("library-refused-errors", &[("n", (*n).into())]),
        Refusal::Builtin(pack) => words.fmt("packs-is-builtin", &[("pack", pack.into())]),
        Refusal::Linked(pack) => words.fmt("packs-is-link", &[("pack", pack.into())]),
        Refusal::Untrusted(why, _) => why.says(words),
        Refusal::Disk(why) => words.fmt("library-trouble", &[("why", why.into())]),
    }
}

/// Follows an input while something lies over the place.
pub fn follow(over: &mut Option<Over>, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
    let Some(at) = over else { return Vec::new() };
    if let Input::Act(bound) = &input
        && matches!(bound.action, Action::Back | Action::Quit | Action::Interrupt)
    {
        *over = None;
        return Vec::new();
    }
    match (at, input) {
        (Over::Send(row), Input::Act(bound)) => {
            let chosen = match bound.action {
                Action::Up => {
                    *row = 0;
                    return Vec::new();
                }
                Action::Down => {
                    *row = 1;
                    return Vec::new();
                }
                Action::Enter => *row,
                Action::Choose if bound.arg < 2 => usize::from(bound.arg),
                _ => return Vec::new(),
            };
            *over = None;
            vec![Effect::Pack(PackDeed::SendFlags { answered: chosen == 1 })]
        }
        (Over::Path { line, said, looking }, Input::Act(bound)) if bound.action == Action::Submit && !*looking => {
            if line.is_blank() {
                return Vec::new();
            }
            (*looking, *said) = (true, None);
            vec![Effect::Pack(PackDeed::Look(line.text().to_owned()))]
        }
        (Over::Remove { pack, line }, Input::Act(bound)) if bound.action == Action::Submit => {
            let (pack, is_meant) = (pack.clone(), line.text().trim() == &**pack);
            if !is_meant {
                let text = scene.words.fmt("packs-remove-refused", &[("pack", (&pack).into())]);
                return vec![toast(false, text)];
            }
            *over = None;
            vec![Effect::Pack(PackDeed::Remove(pack))]
        }
        (Over::Path { line, looking: false, .. } | Over::Remove { line, .. }, Input::Key(key)) => {
            line.key(key);
            Vec::new()
        }
        (Over::Path { line, looking: false, .. } | Over::Remove { line, .. }, Input::Paste(text)) => {
            line.paste(&text);
            Vec::new()
        }
        _ => Vec::new(),
    }
}
