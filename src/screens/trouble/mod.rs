//! What is in the way (UX 5.12, S41): packs with errors, a data file that another window writes, answers that wait for the
//! disk. Each entry says what happened, what is safe, and what to press.

#[cfg(test)]
mod tests;
mod view;

use crate::domain::catalog::PackTrouble;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Route};
use crate::sessions::input::Input;
use crate::sessions::study::Study;
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};
use crate::words::Words;

/// The screen that tells of trouble.
#[derive(Debug, Clone, Default)]
pub struct TroubleScreen {
    list: List,
}

/// Something that is in the way.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Entry<'a> {
    /// Answers wait for the disk: why, and how many.
    Unsaved(&'a str, usize),
    /// Another process writes.
    ReadOnly(u32),
    /// A pack was not loaded.
    Pack(&'a PackTrouble),
}

/// Everything that is in the way, what concerns answers first.
fn entries(study: &Study) -> Vec<Entry<'_>> {
    let unsaved = study.unsaved.iter().map(|(why, n)| Entry::Unsaved(why, *n));
    let read_only = study.read_only.iter().map(|pid| Entry::ReadOnly(*pid));
    unsaved.chain(read_only).chain(study.troubles.iter().map(Entry::Pack)).collect()
}

impl Entry<'_> {
    fn happened(&self, words: &Words) -> String {
        match self {
            Entry::Unsaved(why, n) => words.fmt("trouble-unsaved", &[("n", (*n).into()), ("why", (*why).into())]),
            // A process id is a name: it has no separators.
            Entry::ReadOnly(pid) => words.fmt("trouble-read-only", &[("pid", pid.to_string().into())]),
            Entry::Pack(t) => words.fmt("trouble-pack", &[("pack", (&t.pack).into()), ("n", t.errors.into())]),
        }
    }

    /// The place of the first error, its code, and what is wrong.
    fn place(&self) -> Option<String> {
        match self {
            Entry::Pack(t) => Some(format!("{}  {} {}", t.place, t.code, t.message)),
            _ => None,
        }
    }

    /// Everything that is known about it, for a report and for the clipboard.
    fn report(&self, words: &Words) -> String {
        let mut lines = vec![self.happened(words)];
        lines.extend(self.place());
        if let Entry::Pack(t) = self {
            lines.push(String::new());
            lines.push(words.fmt("trouble-pack-check", &[("pack", (&t.pack).into())]));
        }
        lines.join("\n")
    }
}

impl TroubleScreen {
    /// The screen with the focus on the first entry.
    pub fn new() -> Self {
        Self::default()
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let (entries, words) = (entries(scene.study), scene.words);
        if self.list.act(action, entries.len(), entries.len()) {
            return Vec::new();
        }
        let entry = entries.get(self.list.focus.min(entries.len().saturating_sub(1)));
        match action {
            Action::Enter | Action::Back | Action::Interrupt => vec![Effect::Back],
            Action::Retry => vec![Effect::Retry],
            Action::Report => entry
                .map(|e| Effect::Go(Route::Text { title: view::label(e, words), body: e.report(words) }))
                .into_iter()
                .collect(),
            Action::Copy => entry.map(|e| Effect::Copy(e.report(words))).into_iter().collect(),
            _ => Vec::new(),
        }
    }
}

impl Screen for TroubleScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        Vec::new()
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::Act(bound) => self.act(bound.action, scene),
            _ => Vec::new(),
        }
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        State::Trouble
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("trouble-happening").into_owned()
    }
}
