//! Past answers: every attempt and every mock interview, the newest first, the best answer to each question marked.

use crate::domain::event::EventId;
use crate::domain::ids::ItemId;
use crate::domain::interview::Mocked;
use crate::domain::log::Written;
use crate::domain::sorting::Arrange;
use crate::sessions::action::Action;
use crate::sessions::effect::{Effect, LoadedPrompt, Request, Route};
use crate::sessions::interview::{Wish, export};
use crate::sessions::mock::MockWish;
use crate::sessions::rehearse::AnswerRow;
use crate::ui::list::List;
use crate::ui::screen::Scene;

use super::answer::Answer;
use super::{interview, toast};

/// The answer book.
#[derive(Debug, Default)]
pub struct Past {
    /// `None` until it has come.
    pub rows: Option<Vec<AnswerRow>>,
    pub list: List,
    asked: bool,
    /// Mock interviews that ended, oldest first.
    pub mocks: Vec<Written<Mocked>>,
    /// The answer that is open.
    pub open: Option<Answer>,
    /// The prompt that was asked for last, and came.
    loaded: Option<(ItemId, Option<Box<LoadedPrompt>>)>,
    /// An export waits for the prompt.
    exporting: bool,
}

/// A row of the list, by its place in what it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// An attempt at a question.
    Answer(usize),
    /// A mock interview: its report.
    Mock(usize),
}

impl Past {
    /// Attempts and mock interviews, the newest first.
    pub fn entries(&self) -> Vec<Entry> {
        let rows = self.rows.iter().flatten().enumerate().map(|(at, row)| (row.attempt.id, Entry::Answer(at)));
        let mocks = self.mocks.iter().enumerate().map(|(at, mock)| (mock.id, Entry::Mock(at)));
        let mut all: Vec<(EventId, Entry)> = rows.chain(mocks).collect();
        all.arrange_by_key(|(id, _)| std::cmp::Reverse(*id));
        all.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The row with the focus.
    pub fn entry(&self) -> Option<Entry> {
        let entries = self.entries();
        entries.get(self.list.focus.min(entries.len().saturating_sub(1))).copied()
    }

    /// The tab is seen: asks for the answers unless they are here.
    pub fn first(&mut self) -> Vec<Effect> {
        if self.asked { Vec::new() } else { self.again(true) }
    }

    /// Asks anew, if it was ever asked or is seen.
    pub fn again(&mut self, seen: bool) -> Vec<Effect> {
        if !seen && !self.asked {
            return Vec::new();
        }
        self.asked = true;
        vec![Effect::Ask(Request::Answers)]
    }

    /// The answers have come.
    pub fn take(&mut self, rows: Vec<AnswerRow>) {
        let open = self.open.as_ref().map(|open| open.row.attempt.id);
        if open.is_some_and(|id| !rows.iter().any(|row| row.attempt.id == id)) {
            self.open = None;
        }
        self.rows = Some(rows);
        self.list.fit(self.entries().len(), usize::MAX);
    }

    /// A prompt has come.
    pub fn take_prompt(&mut self, id: &ItemId, loaded: Option<Box<LoadedPrompt>>, scene: &Scene<'_>) -> Vec<Effect> {
        self.loaded = Some((id.clone(), loaded));
        if let Some(open) = &mut self.open {
            open.anchor = Default::default();
        }
        if std::mem::take(&mut self.exporting) { self.export(scene) } else { Vec::new() }
    }

    /// The prompt of the open answer; the outer `None` while it is on its way.
    pub fn prompt(&self, id: &ItemId) -> Option<Option<&LoadedPrompt>> {
        self.loaded.as_ref().filter(|(known, _)| known == id).map(|(_, loaded)| loaded.as_deref())
    }

    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    fn focused(&self) -> Option<&AnswerRow> {
        if let Some(open) = &self.open {
            return Some(&open.row);
        }
        match self.entry()? {
            Entry::Answer(at) => self.rows.as_ref()?.get(at),
            Entry::Mock(_) => None,
        }
    }

    /// Follows an action on the list.
    pub fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let len = self.entries().len();
        if self.list.act(action, len, usize::from(scene.area.1).saturating_sub(8).max(1)) {
            return Vec::new();
        }
        match action {
            Action::Enter => {
                if let Some(Entry::Mock(at)) = self.entry() {
                    let report = self.mocks.get(at).map(|mock| MockWish::Report(mock.what.sitting));
                    return report.map(|wish| Effect::Go(Route::Mock(wish))).into_iter().collect();
                }
                self.open = self.focused().map(|row| Answer::new(row.clone()));
                self.want()
            }
            action => self.act_any(action, scene),
        }
    }

    /// Follows an action on the open answer.
    pub fn follow(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(mut open) = self.open.take() else { return Vec::new() };
        if matches!(action, Action::Enter | Action::Back | Action::Quit | Action::Interrupt) {
            return Vec::new();
        }
        let moved = open.act(action, self.prompt(&open.row.attempt.rehearsed.prompt).flatten(), scene);
        self.open = Some(open);
        if moved {
            return Vec::new();
        }
        if action == Action::Copy {
            let prompt = self.focused().and_then(|row| self.prompt(&row.attempt.rehearsed.prompt).flatten());
            let lang = self.focused().map(|row| row.attempt.rehearsed.lang).unwrap_or_default();
            return prompt.map(|p| Effect::Copy(p.prompt.model_full.get(lang).to_owned())).into_iter().collect();
        }
        self.act_any(action, scene)
    }

    fn act_any(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        match (action, self.focused()) {
            (Action::AskAgain, Some(row)) if row.kind.is_some() => {
                let prompt = Some(row.attempt.rehearsed.prompt.clone());
                interview(Wish { prompt, ..Wish::default() })
            }
            (Action::Export, Some(_)) => self.export(scene),
            _ => Vec::new(),
        }
    }

    /// Asks for the prompt of the focused answer unless it is here.
    fn want(&self) -> Vec<Effect> {
        let Some(row) = self.focused() else { return Vec::new() };
        let id = &row.attempt.rehearsed.prompt;
        if self.prompt(id).is_some() { Vec::new() } else { vec![Effect::Ask(Request::Prompt(id.clone()))] }
    }

    fn export(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(row) = self.focused() else { return Vec::new() };
        let rehearsed = &row.attempt.rehearsed;
        match self.prompt(&rehearsed.prompt) {
            Some(Some(loaded)) => {
                let name = format!("answer-{}-{}.md", rehearsed.prompt.local(), row.number);
                vec![Effect::Export { name, body: export::markdown(&loaded.prompt, rehearsed) }]
            }
            Some(None) => vec![toast(false, scene.words.get("rehearse-not-installed").into_owned())],
            None => {
                self.exporting = true;
                self.want()
            }
        }
    }
}
