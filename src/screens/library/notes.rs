//! The tab Notes: the learner's notes on questions and lessons.

use crate::domain::event::{NotePlace, What};
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Queue, Route};
use crate::sessions::input::Input;
use crate::sessions::library::NoteRow;
use crate::ui::field::TextField;
use crate::ui::footer::Footer;
use crate::ui::header::Session;
use crate::ui::ink::{label, muted, run, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::list::{List, Row};
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::flags::cut;
use super::{ago, lay, record, room, toast, top};

/// Follows an action on the list.
pub fn act(action: Action, row: Option<&NoteRow>, scene: &Scene<'_>) -> Vec<Effect> {
    let Some(row) = row else { return Vec::new() };
    let lesson = |topic, section: &str| {
        let section = (!section.is_empty()).then(|| section.into());
        vec![Effect::Go(Route::Lesson(topic, section))]
    };
    match (action, &row.place) {
        (Action::Discard, place) => {
            let what = What::Noted { place: place.clone(), text: "".into() };
            record(what, scene.words.get("library-note-deleted").into_owned(), scene)
        }
        (Action::Enter | Action::OpenLesson, _) if row.about.is_empty() => {
            vec![toast(false, scene.words.get("library-not-here").into_owned())]
        }
        (Action::Enter, NotePlace::Item(item)) => {
            vec![Effect::Go(Route::Review(Queue::Practice(vec![item.clone()])))]
        }
        (Action::OpenLesson, NotePlace::Item(item)) => lesson(item.topic(), &row.section),
        (Action::Enter | Action::OpenLesson, NotePlace::Section(topic, section, _)) => lesson(topic.clone(), section),
        _ => Vec::new(),
    }
}

/// Draws sentence and list; returns the row below them.
pub fn draw(rows: &[NoteRow], list: &List, scene: &Scene<'_>, page: &mut Page<'_>) -> i32 {
    let words = scene.words;
    let look = Look::of(scene, page.width());
    if rows.is_empty() {
        lay(page, TOP, &look.say(&words.get("library-no-notes")));
        return page.bottom();
    }
    let y = top(page);
    if y > TOP {
        let said = words.fmt("library-notes-top", &[("n", rows.len().into())]);
        lay(page, TOP, look.say(&said).get(..1).unwrap_or_default());
    }
    let room = room(scene, rows.len());
    list.draw(page, y, rows.len(), room, |page, y, i, focused| {
        let it = &rows[i];
        let first = it.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let wide = page.size() > Size::Small && page.width() >= 79;
        let first = if wide { cut(first, 38) } else { first.to_owned() };
        let row = Row::new([text(first)]).focused(focused).right([text(ago(it.utc, scene))]);
        row.second([muted(it.topic.get(scene.prefs.lang).to_owned())]).draw(page, y);
    });
    y + room.min(rows.len()) as i32
}

/// What is told about the focused note: where it is, and all of it.
pub fn details(row: &NoteRow, scene: &Scene<'_>, width: i32) -> Vec<Line> {
    let lang = scene.prefs.lang;
    let look = Look::of(scene, width);
    let mut lines = Vec::new();
    let topic = row.topic.get(lang);
    if !topic.is_empty() {
        lines.push(Line::at(LEFT, vec![label(topic.to_uppercase())]));
    }
    if !row.about.get(lang).is_empty() {
        lines.extend(stack(look.prose(row.about.get(lang), LEFT, Token::Text), LEFT));
    }
    lines.push(Line::blank());
    for paragraph in row.text.lines() {
        for runs in look.prose(paragraph, LEFT + 2, Token::Text) {
            let mut line = Line::at(LEFT, vec![run(Token::Rule, "┃")]);
            line.parts.push((LEFT + 2, runs));
            lines.push(line);
        }
    }
    lines
}

/// A note that is being edited.
#[derive(Debug, Clone)]
pub struct Writing {
    place: NotePlace,
    saved: Box<str>,
    about: String,
    field: TextField,
    commands: bool,
}

impl Writing {
    /// Begins with the note that there is.
    pub fn new(note: &NoteRow, scene: &Scene<'_>) -> Writing {
        let lang = scene.prefs.lang;
        let about = if note.about.is_empty() { &note.topic } else { &note.about };
        let about = about.get(lang).lines().next().unwrap_or_default().to_owned();
        let field = TextField::new(&note.text);
        let mut writing =
            Writing { place: note.place.clone(), saved: note.text.clone(), about, field, commands: false };
        writing.resize(scene);
        writing
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        if self.commands { State::NoteCommands } else { State::NoteField }
    }

    /// The editor was closed.
    pub fn replace(&mut self, text: &str, scene: &Scene<'_>) {
        self.field.replace(text.trim_end());
        self.resize(scene);
    }

    /// What is saved when it is closed: nothing when nothing was changed.
    pub fn close(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let text: Box<str> = self.field.text().trim().into();
        if text == self.saved {
            return Vec::new();
        }
        let key = if text.is_empty() { "library-note-deleted" } else { "review-note-saved" };
        record(What::Noted { place: self.place.clone(), text }, scene.words.get(key).into_owned(), scene)
    }

    fn resize(&mut self, scene: &Scene<'_>) {
        let width = i32::from(scene.area.0.min(scene.prefs.reading_width.saturating_add(4)));
        self.field.resize(width - 1 - LEFT - 2, (i32::from(scene.area.1) - 3 - (TOP + 2)).max(1));
    }

    /// Draws it, with its header and footer.
    pub fn draw(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let words = scene.words;
        let title = words.get("review-your-note");
        Session { title: &title, position: "", right: &"", done: (0, 1) }.draw(page);
        let edge = page.edge();
        page.put_to(LEFT, TOP, edge, &muted(self.about.replace('`', "")));
        if self.commands {
            page.right(TOP, &strong(words.get("review-commands")));
        }
        self.field.draw(page, LEFT, TOP + 2, !self.commands);
        Footer::of(self.state(), words).draw(page);
    }
}

/// Follows an input while a note is edited.
pub fn follow(writing: &mut Option<Writing>, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
    let Some(at) = writing else { return Vec::new() };
    match input {
        Input::Act(bound) => match bound.action {
            // Closing saves as well: only `drop` throws away.
            Action::Submit | Action::Enter | Action::Back | Action::Quit | Action::Interrupt => {
                let effects = at.close(scene);
                *writing = None;
                return effects;
            }
            Action::DontKnow => {
                *writing = None;
                return Vec::new();
            }
            Action::CommandLayer => at.commands = true,
            Action::Typing => at.commands = false,
            Action::Editor => return vec![Effect::Edit { text: at.field.text(), ending: "md" }],
            _ => {}
        },
        Input::Key(key) => _ = at.field.key(key),
        Input::Paste(text) => at.field.paste(&text),
        _ => {}
    }
    at.resize(scene);
    Vec::new()
}
