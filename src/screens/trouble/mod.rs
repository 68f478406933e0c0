//! What is in the way (UX 5.12, S41): data of a newer version, answers that wait for the disk, a data file that another
//! window writes, an unexpected end, packs with errors. Each entry says what happened, what is safe, and what to press.

#[cfg(test)]
mod tests;
mod view;

use crate::domain::catalog::PackTrouble;
use crate::domain::text::Lang;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Queue, Route};
use crate::sessions::input::Input;
use crate::sessions::study::{Crash, Newer, Study};
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
    /// The data file is one of a newer version.
    Newer(&'a Newer),
    /// Answers wait for the disk: why, and how many.
    Unsaved(&'a str, usize),
    /// Another process writes.
    ReadOnly(u32),
    /// The program stopped unexpectedly.
    Crash(&'a Crash),
    /// A pack was not loaded.
    Pack(&'a PackTrouble),
}

/// Everything that is in the way, what concerns answers first.
fn entries(study: &Study) -> Vec<Entry<'_>> {
    let unsaved = study.unsaved.iter().map(|(why, n)| Entry::Unsaved(why, *n));
    let read_only = study.read_only.iter().map(|pid| Entry::ReadOnly(*pid));
    let newer = study.newer.iter().map(Entry::Newer);
    let crash = study.crash.iter().map(Entry::Crash);
    newer.chain(unsaved).chain(read_only).chain(crash).chain(study.troubles.iter().map(Entry::Pack)).collect()
}

impl Entry<'_> {
    fn happened(&self, words: &Words) -> String {
        match self {
            Entry::Newer(n) => {
                // Versions are names: they have no separators.
                let values = [("found", n.found.to_string().into()), ("known", n.known.to_string().into())];
                words.fmt("trouble-newer", &values)
            }
            Entry::Crash(c) => words.fmt("trouble-crash", &[("time", (&c.at).into())]),
            Entry::Unsaved(why, n) => words.fmt("trouble-unsaved", &[("n", (*n).into()), ("why", (*why).into())]),
            // A process id is a name: it has no separators.
            Entry::ReadOnly(pid) => words.fmt("trouble-read-only", &Study::looks_only(*pid)),
            Entry::Pack(t) => words.fmt("trouble-pack", &[("pack", (&t.pack).into()), ("n", t.errors.into())]),
        }
    }

    /// The line that helps on: the place of the first error, its code, and what is wrong; a report; a command.
    fn place(&self, words: &Words) -> Option<String> {
        match self {
            Entry::Newer(n) => {
                n.backup.as_ref().map(|file| words.fmt("trouble-newer-restore", &[("file", file.into())]))
            }
            Entry::Crash(c) => Some(words.fmt("trouble-crash-report", &[("path", (&c.path).into())])),
            Entry::Pack(t) => {
                let lang = Lang::from_code(words.code()).unwrap_or_default();
                Some(format!("{}  {} {}", t.place, t.code, t.message.get(lang)))
            }
            _ => None,
        }
    }

    /// What the clipboard takes: a path that can be sent, or else the report.
    fn copied(&self, words: &Words) -> String {
        if let Entry::Crash(c) = self { c.path.clone() } else { self.report(words) }
    }

    /// Everything that is known about it.
    fn report(&self, words: &Words) -> String {
        if let Entry::Crash(c) = self {
            return c.report.clone();
        }
        let mut lines = vec![self.happened(words)];
        lines.extend(self.place(words));
        if let Entry::Pack(t) = self {
            lines.push(String::new());
            lines.push(words.fmt("trouble-pack-check", &[("pack", (&t.pack).into())]));
        }
        lines.join("\n")
    }
}

/// Back to what lies below; after an unexpected end `Enter` goes on with the review that it cut off.
fn go_on(action: Action, study: &Study) -> Vec<Effect> {
    let Some(crash) = &study.crash else { return vec![Effect::Back] };
    let review = crash.resume.filter(|_| action == Action::Enter).map(|behind| Route::Review(Queue::Resume(behind)));
    [Effect::CrashTold, Effect::Back].into_iter().chain(review.map(Effect::Go)).collect()
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
            // Without its data there is nothing that the program could show.
            Action::Enter | Action::Back | Action::Interrupt if scene.study.newer.is_some() => vec![Effect::Quit],
            Action::Enter | Action::Back | Action::Interrupt => go_on(action, scene.study),
            Action::Retry if scene.study.newer.is_some() => Vec::new(),
            Action::Retry => vec![Effect::Retry],
            Action::Report => entry
                .map(|e| Effect::Go(Route::Text { title: view::label(e, words), body: e.report(words) }))
                .into_iter()
                .collect(),
            Action::Copy => entry.map(|e| Effect::Copy(e.copied(words))).into_iter().collect(),
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
