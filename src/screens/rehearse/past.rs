//! Past answers: every attempt, the newest first, the best of each question marked.

use crate::domain::ids::ItemId;
use crate::sessions::action::Action;
use crate::sessions::effect::{Effect, LoadedPrompt, Request};
use crate::sessions::interview::{Wish, export};
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
    /// The answer that is open.
    pub open: Option<Answer>,
    /// The prompt that was asked for last, and came.
    loaded: Option<(ItemId, Option<Box<LoadedPrompt>>)>,
    /// An export waits for the prompt.
    exporting: bool,
}

impl Past {
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
        self.list.fit(rows.len(), usize::MAX);
        self.rows = Some(rows);
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
        let rows = self.rows.as_ref()?;
        rows.get(self.list.focus.min(rows.len().saturating_sub(1)))
    }

    /// Follows an action on the list.
    pub fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let len = self.rows.as_ref().map_or(0, Vec::len);
        if self.list.act(action, len, usize::from(scene.area.1).saturating_sub(8).max(1)) {
            return Vec::new();
        }
        match action {
            Action::Enter => {
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
