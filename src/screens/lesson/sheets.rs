//! What lies over a lesson: contents, a note being written, the pause.

use crate::domain::text::Lang;
use crate::sessions::action::{Action, Bound, State};
use crate::sessions::effect::Effect;
use crate::sessions::input::Input;
use crate::sessions::lesson::{Lesson, PAUSE_ROWS, PauseRow, Place, WHOLE};
use crate::sessions::review::FLAG_REASONS;
use crate::ui::field::TextField;
use crate::ui::footer::Footer;
use crate::ui::ink::{good, muted, text};
use crate::ui::list::{List, Row};
use crate::ui::page::{LEFT, Page};
use crate::ui::screen::Scene;
use crate::ui::sheet::{Sheet, keyed};
use crate::words::Words;

use super::text::LaidText;

/// The widest sheet.
const WIDEST: i32 = 78;

/// A note that is being written.
#[derive(Debug, Clone)]
pub struct NoteSheet {
    /// The paragraph that it belongs to.
    pub place: Place,
    /// The beginning of the paragraph.
    pub about: String,
    /// What is written.
    pub field: TextField,
    /// Single letters are commands.
    pub commands: bool,
}

/// What came of an input to the note.
#[derive(Debug, Clone, PartialEq)]
pub enum NoteStep {
    /// It stays open.
    Stay,
    /// Something outside is to happen.
    Do(Effect),
    /// It is closed, with this text.
    Save(String),
    /// It is closed, and nothing changes.
    Drop,
}

impl NoteSheet {
    /// A sheet with the note as it stands.
    pub fn new(place: Place, about: String, note: &str) -> NoteSheet {
        NoteSheet { place, about, field: TextField::new(note), commands: false }
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        if self.commands { State::NoteCommands } else { State::NoteField }
    }

    /// Tells the field its room.
    pub fn fit(&mut self, area: (u16, u16)) {
        let (w, h) = size(area);
        self.field.resize(w - 2 - LEFT - 2 - 3, h - 5);
    }

    /// Follows an input.
    pub fn update(&mut self, input: &Input) -> NoteStep {
        match input {
            Input::Act(Bound { action, .. }) => match action {
                Action::Submit => return NoteStep::Save(self.field.text()),
                Action::Editor => return NoteStep::Do(Effect::Edit { text: self.field.text(), ending: "md" }),
                Action::DontKnow => return NoteStep::Drop,
                Action::CommandLayer => self.commands = true,
                Action::Typing => self.commands = false,
                // What was written is never thrown away by leaving.
                Action::Back => return NoteStep::Save(self.field.text()),
                _ => {}
            },
            Input::Key(key) if !self.commands => {
                self.field.key(*key);
            }
            Input::Paste(text) => self.field.paste(text),
            Input::News(crate::sessions::effect::News::Edited(Some(text))) => self.field.replace(text),
            _ => {}
        }
        NoteStep::Stay
    }

    /// Draws the sheet.
    pub fn draw(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let words = scene.words;
        let (width, height) = size(scene.area);
        let title = words.get("lesson-note");
        Sheet { title: &title, count: "", width, height, top: None }.draw(page, |inside| {
            let edge = inside.edge();
            let about = words.fmt("lesson-note-to", &[("text", self.about.as_str().into())]);
            inside.put_to(LEFT, 1, edge, &muted(about));
            self.field.draw(inside, LEFT, 3, !self.commands);
        });
        Footer::of(self.state(), words).draw(page);
    }
}

/// Width and height of the note's sheet.
fn size(area: (u16, u16)) -> (i32, i32) {
    let (w, h) = (i32::from(area.0), i32::from(area.1));
    ((w - 2).min(WIDEST), (h - 4).min(14))
}

/// Draws the sections of the lesson.
pub fn contents(scene: &Scene<'_>, page: &mut Page<'_>, lesson: &Lesson, laid: &LaidText, list: &List) {
    let len = rows_of_contents(laid);
    let room = room_of_contents(scene.area, len);
    let title = scene.words.get("lesson-contents");
    let sheet = Sheet { title: &title, count: "", width: WIDEST.min(64), height: room as i32 + 4, top: None };
    sheet.draw(page, |inside| {
        list.draw(inside, 1, len, room, |p, y, i, focused| {
            let (name, mark) = match i.checked_sub(offset(laid)).and_then(|i| laid.doc.sections.get(i)) {
                Some(section) => (section.title.clone(), section_mark(lesson, &section.id)),
                None => (scene.words.get("lesson-start").into_owned(), None),
            };
            let row = Row::new([text(name)]).focused(focused);
            let row = if let Some(right) = mark { row.right([super::view::mark(right)]) } else { row };
            row.draw(p, y);
        });
    });
    Footer::of(State::Contents, scene.words).draw(page);
}

/// Whether a row for what stands before the first section is needed.
fn offset(laid: &LaidText) -> usize {
    usize::from(laid.doc.sections.first().is_none_or(|s| s.block > 0))
}

/// How many rows the contents have.
pub fn rows_of_contents(laid: &LaidText) -> usize {
    laid.doc.sections.len() + offset(laid)
}

/// How many of them are seen.
pub fn room_of_contents(area: (u16, u16), len: usize) -> usize {
    len.min(usize::from(area.1).saturating_sub(8)).max(1)
}

/// The block of a row of the contents.
pub fn block_of_contents(laid: &LaidText, row: usize) -> usize {
    row.checked_sub(offset(laid)).and_then(|i| laid.doc.sections.get(i)).map_or(0, |s| s.block)
}

/// The row of the contents for a block.
pub fn contents_row(laid: &LaidText, block: usize) -> usize {
    laid.section_of(block).map_or(0, |i| i + offset(laid))
}

/// Whether the answered checks of a section were right; `None` when none was answered.
pub fn section_mark(lesson: &Lesson, section: &str) -> Option<bool> {
    let told = lesson.checks.iter().filter_map(|c| c.told());
    told.filter(|t| &*t.item.question.section == section).map(|t| t.right()).reduce(|a, b| a && b)
}

/// Draws the pause sheet.
pub fn pause(words: &Words, page: &mut Page<'_>, lesson: &Lesson, row: usize) {
    let title = words.get("lesson-paused");
    let percent = words.percent(f64::from(lesson.read()) / f64::from(WHOLE));
    let kept = words.fmt("lesson-pause-kept", &[("percent", percent.into())]);
    Sheet { title: &title, count: "", width: 58, height: 9, top: None }.draw(page, |inside| {
        for (i, pause) in PAUSE_ROWS.iter().enumerate() {
            let (name, key) = match pause {
                PauseRow::Continue => (words.get("lesson-pause-continue"), "Enter"),
                PauseRow::Leave => (words.get("lesson-pause-leave"), "q"),
                PauseRow::Undo => (words.get("lesson-pause-undo"), "u"),
            };
            keyed([text(name)], key, i == row).draw(inside, 1 + i as i32);
        }
        let edge = inside.edge();
        if lesson.all_saved() {
            inside.put_to(LEFT, 5, edge, &[good("✓"), text(" "), text(kept)]);
        } else {
            inside.put_to(LEFT, 5, edge, &text(words.get("lesson-pause-unsaved")));
        }
    });
    Footer::of(State::Pause, words).without(Action::Finish).draw(page);
}

/// Draws the reasons to flag a question.
pub fn flag(words: &Words, page: &mut Page<'_>, row: usize) {
    let title = words.get("lesson-flag");
    let height = FLAG_REASONS.len() as i32 + 4;
    Sheet { title: &title, count: "", width: 58, height, top: None }.draw(page, |inside| {
        for (i, reason) in FLAG_REASONS.iter().enumerate() {
            keyed([text(words.get(reason))], &(i + 1).to_string(), i == row).draw(inside, 1 + i as i32);
        }
    });
    Footer::of(State::FlagSheet, words).draw(page);
}

/// The language of the interface.
pub fn interface(words: &Words) -> Lang {
    Lang::from_code(words.code()).unwrap_or_default()
}
