//! Writing a piece of evidence: situation, action, result, link, and the day that it is about.

use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::EntryId;
use crate::domain::ladder::{Proof, Statement, is_ahead};
use crate::domain::time::StudyDay;
use crate::sessions::action::Action;
use crate::sessions::autosave::Autosave;
use crate::sessions::effect::{Effect, News, Toast};
use crate::sessions::input::Input;
use crate::sessions::ladder::PROOF_PARTS;
use crate::sessions::line_edit::LineEdit;
use crate::ui::field::{self, TextField};
use crate::ui::ink::{self, label, muted, text};
use crate::ui::list;
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;
use crate::words::iso_date;

use super::cell::LOW;

/// The place of the day among the fields.
const DAY: usize = PROOF_PARTS.len();

/// The form.
#[derive(Debug)]
pub struct Form {
    statement: EntryId,
    /// The proof that is edited; `None` for a new one.
    was: Option<EventId>,
    fields: Vec<TextField>,
    day: LineEdit,
    /// Which field is written in; the last one is the day.
    at: usize,
    autosave: Autosave,
}

/// Rows of the statement above the fields, at most.
const TITLE_ROWS: usize = 2;

/// Between the parts of a draft: no key types it.
const BETWEEN: char = '\u{1f}';

/// What comes of an input.
pub enum Next {
    /// The form stays open.
    Stay(Vec<Effect>),
    /// It closes.
    Close(Vec<Effect>),
}

impl Form {
    /// An empty form, about today.
    pub fn new(statement: &EntryId, scene: &Scene<'_>) -> Form {
        Form::with(statement.clone(), None, [""; 4].map(String::from).into(), scene.now.day, scene)
    }

    /// The form of a proof.
    pub fn of(proof: Proof, scene: &Scene<'_>) -> Form {
        let parts = [proof.situation, proof.action, proof.result, proof.link].map(String::from);
        Form::with(proof.statement, Some(proof.proof), parts.into(), proof.day, scene)
    }

    fn with(statement: EntryId, was: Option<EventId>, parts: Vec<String>, day: StudyDay, scene: &Scene<'_>) -> Form {
        let fields = parts.iter().map(|part| TextField::new(part)).collect();
        let mut form = Form { statement, was, fields, day: LineEdit::default(), at: 0, autosave: Autosave::default() };
        form.day.paste(&iso_date(day.0));
        form.resize(scene);
        form
    }

    /// The name of the draft.
    pub fn name(&self) -> String {
        format!("proof/{}", self.statement)
    }

    fn parts(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.text().trim().to_owned()).collect()
    }

    fn is_blank(&self) -> bool {
        self.parts().iter().all(String::is_empty)
    }

    /// All that was typed, as it is kept.
    fn body(&self) -> String {
        let was = self.was.map(|id| id.to_string()).unwrap_or_default();
        let kept: Vec<String> = [was, self.day.text().to_owned()].into_iter().chain(self.parts()).collect();
        kept.join(&BETWEEN.to_string())
    }

    /// What is kept when it is left; nothing while nothing was typed.
    pub fn draft(&self) -> Option<Effect> {
        match self.is_blank() {
            false => Some(Effect::Draft { name: self.name(), body: Some(self.body()) }),
            true => self.autosave.kept.then(|| self.dropped()),
        }
    }

    /// Keeps what was typed, at the latest two seconds after it was.
    fn autosave(&mut self, scene: &Scene<'_>) -> Option<Effect> {
        if !self.autosave.is_due(scene.now.mono_ms) {
            return None;
        }
        let draft = self.draft();
        self.autosave.kept = !self.is_blank();
        draft
    }

    /// When it wants to be woken.
    pub fn wake_at(&self) -> Option<u64> {
        self.autosave.wake_at()
    }

    fn dropped(&self) -> Effect {
        Effect::Draft { name: self.name(), body: None }
    }

    /// Follows an input.
    pub fn update(&mut self, input: Input, scene: &Scene<'_>) -> Next {
        let mut effects = Vec::new();
        let before = self.body();
        match input {
            Input::Wake => return Next::Stay(self.autosave(scene).into_iter().collect()),
            Input::Act(bound) => match bound.action {
                Action::Submit => return self.save(scene),
                Action::Back | Action::Interrupt => return Next::Close(self.draft().into_iter().collect()),
                Action::DontKnow => return Next::Close(vec![self.dropped()]),
                Action::NextTab => self.at = (self.at + 1) % (DAY + 1),
                Action::PreviousTab => self.at = (self.at + DAY) % (DAY + 1),
                Action::Editor => {
                    let text = self.fields.get(self.at).map(TextField::text);
                    effects.extend(text.map(|text| Effect::Edit { text, ending: "md" }));
                }
                _ => {}
            },
            Input::Key(key) => match self.fields.get_mut(self.at) {
                Some(field) => drop(field.key(key)),
                None => drop(self.day.key(key)),
            },
            Input::Paste(text) => match self.fields.get_mut(self.at) {
                Some(field) => field.paste(&text),
                None => self.day.paste(&text),
            },
            Input::News(News::Edited(Some(text))) => {
                if let Some(field) = self.fields.get_mut(self.at) {
                    field.replace(text.trim_end());
                }
            }
            Input::News(News::Draft(name, Some(body))) if name == self.name() => {
                self.restore(&body);
                self.resize(scene);
                return Next::Stay(Vec::new());
            }
            _ => {}
        }
        if self.body() != before {
            self.autosave.changed(scene.now.mono_ms);
        }
        self.resize(scene);
        Next::Stay(effects)
    }

    /// The draft goes on where it was, if it is of the same proof and nothing was typed since.
    fn restore(&mut self, body: &str) {
        let kept: Vec<&str> = body.split(BETWEEN).collect();
        let [was, day, parts @ ..] = kept.as_slice() else { return };
        let fits = EventId::parse(was) == self.was && parts.len() == PROOF_PARTS.len();
        if fits && (self.was.is_some() || self.is_blank()) {
            self.fields = parts.iter().map(|part| TextField::new(part)).collect();
            self.day = LineEdit::default();
            self.day.paste(day);
            self.autosave.kept = true;
        }
    }

    fn save(&mut self, scene: &Scene<'_>) -> Next {
        let Some(day) = StudyDay::from_iso(self.day.text()) else {
            self.at = DAY;
            return Next::Stay(vec![toast(false, "ladder-no-day", scene)]);
        };
        if is_ahead(day, scene.now.day) {
            self.at = DAY;
            return Next::Stay(vec![toast(false, "ladder-day-ahead", scene)]);
        }
        let mut parts = self.parts().into_iter().map(Box::<str>::from);
        let mut part = || parts.next().unwrap_or_default();
        let proof = Proof {
            proof: self.was.unwrap_or(scene.now.id),
            statement: self.statement.clone(),
            day,
            situation: part(),
            action: part(),
            result: part(),
            link: part(),
        };
        if proof.is_empty() && self.was.is_none() {
            return Next::Close(vec![self.dropped()]);
        }
        let key = if proof.is_empty() { "ladder-proof-removed" } else { "ladder-proof-saved" };
        let now = scene.now;
        let what = What::Proved(Box::new(proof));
        let event = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what };
        let mut effects = vec![Effect::Record(vec![event]), self.dropped()];
        // A window that only looks says so itself.
        if scene.study.read_only.is_none() {
            effects.push(toast(true, key, scene));
        }
        Next::Close(effects)
    }

    /// Rows of a field: more for the story than for the link, fewer in low windows.
    fn rows(&self, nth: usize, scene: &Scene<'_>) -> i32 {
        match (nth, scene.area.1) {
            (3, _) => 1,
            (_, height) if height < LOW => 1,
            (_, ..32) => 2,
            _ => 4,
        }
    }

    /// Rows of a field with its name, or of the day.
    fn height(&self, nth: usize, scene: &Scene<'_>) -> i32 {
        if nth == DAY { 1 } else { 1 + self.rows(nth, scene) }
    }

    /// The field at the top: in a window that is too low for all of them the one that is written in stays in sight.
    fn first(&self, room: i32, scene: &Scene<'_>) -> usize {
        let seen = |from: &usize| (*from..=self.at).map(|nth| self.height(nth, scene)).sum::<i32>() <= room;
        (0..=self.at).find(seen).unwrap_or(self.at)
    }

    fn resize(&mut self, scene: &Scene<'_>) {
        let width = super::cell::width(scene) - 1 - LEFT - 2;
        for nth in 0..self.fields.len() {
            let rows = self.rows(nth, scene);
            self.fields[nth].resize(width, rows);
        }
    }

    /// Draws the form below the title of its cell.
    pub fn draw(&self, statement: &Statement, scene: &Scene<'_>, page: &mut Page) {
        let words = scene.words;
        let low = scene.area.1 < LOW;
        let mut y = if low { TOP + 1 } else { TOP + 2 };
        let of = Look::of(scene, page.width()).prose(statement.text.get(scene.prefs.lang), LEFT, Token::Strong);
        for row in of.iter().take(if low { 1 } else { TITLE_ROWS }) {
            page.put_to(LEFT, y, page.edge(), row);
            y += 1;
        }
        y += if low { 0 } else { 1 };
        for nth in self.first(page.bottom() - y, scene)..=DAY {
            if y + self.height(nth, scene) > page.bottom() {
                return;
            }
            let Some((field, name)) = self.fields.get(nth).zip(PROOF_PARTS.get(nth)) else {
                let x = page.put(LEFT, y, &label(words.get("ladder-day").into_owned())) + 2;
                field::line(page, x, y, page.edge(), &self.day, self.at == DAY);
                break;
            };
            let private = if nth == 0 { words.get("ladder-private").into_owned() } else { String::new() };
            list::label(page, y, &words.get(name), &muted(private));
            field.draw(page, LEFT, y + 1, nth == self.at);
            y += self.height(nth, scene);
        }
        if page.bottom() > y + 2 {
            let rule = words.get("ladder-proof-rule");
            page.put_to(LEFT, y + 2, page.edge(), &text(ink::string(&ink::rich(&rule))));
        }
    }
}

fn toast(good: bool, key: &str, scene: &Scene<'_>) -> Effect {
    Effect::Toast(Toast { good, text: scene.words.get(key).into_owned() })
}
