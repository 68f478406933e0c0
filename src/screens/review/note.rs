//! The learner's note on a question, while it is written.

use crate::domain::event::{Event, NotePlace, What};
use crate::domain::ids::ItemId;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Toast};
use crate::sessions::input::Input;
use crate::ui::field::TextField;
use crate::ui::footer::Footer;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::field;
use super::look::Look;

/// Rows of the question that are seen above the note.
const STEM: usize = 2;

/// A note being written.
#[derive(Debug, Clone)]
pub struct Note {
    item: ItemId,
    /// What is saved.
    saved: Box<str>,
    field: TextField,
    commands: bool,
    /// It goes on from a draft, which is dropped when the note is closed.
    drafted: bool,
}

/// What came of an input.
pub enum After {
    /// The note is still being written.
    Open(Vec<Effect>),
    /// It is closed; the text that it has now, when that is another one.
    Closed(Option<Box<str>>, Vec<Effect>),
}

impl Note {
    /// Begins to write, from the note that there is.
    pub fn new(item: ItemId, saved: &str, scene: &Scene) -> Note {
        let mut note =
            Note { item, saved: saved.into(), field: TextField::new(saved), commands: false, drafted: false };
        note.resize(scene);
        note
    }

    /// The name of the draft that a half-written note is kept under.
    pub fn draft_name(&self) -> String {
        format!("note/{}", self.item)
    }

    /// What is kept when the program ends while the note is written: nothing, when nothing was changed.
    pub fn draft(&self) -> Option<Effect> {
        let text = self.field.text();
        let changed = text.trim() != &*self.saved;
        changed.then(|| Effect::Draft { name: self.draft_name(), body: Some(text) })
    }

    /// Goes on from a draft, unless something was typed already; says so.
    pub fn restore(&mut self, draft: &str, scene: &Scene) -> Vec<Effect> {
        self.drafted = true;
        if self.field.text() != *self.saved {
            return Vec::new();
        }
        self.field.replace(draft);
        self.resize(scene);
        let text = scene.words.get("review-note-restored").into_owned();
        vec![Effect::Toast(Toast { good: true, text })]
    }

    /// The draft has done its work.
    pub fn forget(&self) -> Option<Effect> {
        self.drafted.then(|| Effect::Draft { name: self.draft_name(), body: None })
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        if self.commands { State::NoteCommands } else { State::NoteField }
    }

    /// Follows an input.
    pub fn update(&mut self, input: Input, scene: &Scene) -> After {
        match input {
            Input::Act(bound) => return self.act(bound.action, scene),
            Input::Key(key) => _ = self.field.key(key),
            Input::Paste(text) => self.field.paste(&text),
            Input::News(News::Edited(Some(text))) => self.field.replace(text.trim_end()),
            _ => {}
        }
        self.resize(scene);
        After::Open(Vec::new())
    }

    fn act(&mut self, action: Action, scene: &Scene) -> After {
        match action {
            // Closing saves as well: only `drop` throws away.
            Action::Submit | Action::Enter | Action::Back | Action::Quit | Action::Interrupt => self.close(scene),
            Action::DontKnow => After::Closed(None, Vec::new()),
            Action::CommandLayer => {
                self.commands = true;
                After::Open(Vec::new())
            }
            Action::Typing => {
                self.commands = false;
                After::Open(Vec::new())
            }
            Action::Editor => After::Open(vec![Effect::Edit { text: self.field.text(), ending: "md" }]),
            _ => After::Open(Vec::new()),
        }
    }

    fn close(&self, scene: &Scene) -> After {
        let text: Box<str> = self.field.text().trim().into();
        if text == self.saved {
            return After::Closed(None, Vec::new());
        }
        let key = if text.is_empty() { "review-note-removed" } else { "review-note-saved" };
        let said = Effect::Toast(Toast { good: true, text: scene.words.get(key).into_owned() });
        let what = What::Noted { place: NotePlace::Item(self.item.clone()), text: text.clone() };
        let now = scene.now;
        let event = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what };
        After::Closed(Some(text), vec![Effect::Record(vec![event]), said])
    }

    /// The row of the label: below the question, which gives way in a small window.
    fn top(scene: &Scene) -> i32 {
        if scene.area.1 >= 20 { TOP + STEM as i32 + 1 } else { TOP }
    }

    fn resize(&mut self, scene: &Scene) {
        let width = i32::from(scene.area.0.min(scene.prefs.reading_width.saturating_add(4)));
        let rows = i32::from(scene.area.1) - 3 - (Self::top(scene) + 1);
        self.field.resize(width - 1 - LEFT - 2, rows.max(1));
    }

    /// Draws it, on a page with its header.
    pub fn draw(&self, page: &mut Page, look: &Look, stem: &str, scene: &Scene) {
        let top = Self::top(scene);
        if top > TOP {
            for (i, row) in look.prose(stem, LEFT, Token::Text).iter().take(STEM).enumerate() {
                page.put(LEFT, TOP + i as i32, row);
            }
        }
        field::name(look, look.words.get("review-your-note").into_owned(), self.commands).draw(page, top);
        self.field.draw(page, LEFT, top + 1, !self.commands);
    }

    /// What the keys do.
    pub fn footer(&self, scene: &Scene) -> Footer {
        Footer::of(self.state(), scene.words)
    }
}
