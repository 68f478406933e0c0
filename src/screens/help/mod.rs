//! Help (UX 5.10, S37): the keys of the screen below, made from the registry, and why the learner sees what is there.
//!
//! `K` opens a key tester: every key that reaches the program is named, with what it means on the screen below. Nothing is
//! bound there but Ctrl-C, so it leaves by that or by Esc pressed twice in a row.

mod rows;
mod tester;
#[cfg(test)]
mod tests;
mod view;

use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Toast};
use crate::sessions::input::Input;
use crate::sessions::line_edit::LineEdit;
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};
use crate::words::Words;

use rows::{Section, sections};
use tester::Tester;

/// The help for a screen.
#[derive(Debug, Clone)]
pub struct HelpScreen {
    /// The state of the screen below.
    state: State,
    /// Why the learner sees what is on that screen; empty when there is nothing to say.
    happening: String,
    mode: Mode,
    filter: LineEdit,
    /// The keys of all screens are listed.
    all: bool,
    list: List,
}

/// What the keys go to.
#[derive(Debug, Clone)]
enum Mode {
    /// The list.
    Keys,
    /// The field of the filter.
    Filter,
    /// The key tester.
    Tester(Tester),
}

impl HelpScreen {
    /// The help for a screen in `state`; `happening` is what that screen says of itself.
    pub fn new(state: State, happening: String) -> Self {
        let filter = LineEdit::default();
        HelpScreen { state, happening, mode: Mode::Keys, filter, all: false, list: List::default() }
    }

    /// The keys that are listed, by section.
    fn sections(&self, words: &Words) -> Vec<Section> {
        sections(self.state, self.all, self.filter.text(), words)
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let keys = rows::count(&self.sections(scene.words));
        if self.list.act(action, keys, view::page(scene)) {
            return Vec::new();
        }
        match action {
            Action::Enter => return self.run(scene),
            Action::Find => self.mode = Mode::Filter,
            Action::KeyTest => self.mode = Mode::Tester(Tester::default()),
            Action::AllScreens => {
                self.all = !self.all;
                self.list = List::default();
            }
            Action::Back | Action::Interrupt => return vec![Effect::Back],
            _ => {}
        }
        Vec::new()
    }

    /// Closes the help and does what the marked key does, where it can be done.
    fn run(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let (words, sections) = (scene.words, self.sections(scene.words));
        let Some(row) = rows::nth(&sections, self.list.focus) else { return Vec::new() };
        let say = |text: String| vec![Effect::Toast(Toast { good: false, text })];
        if !rows::bound_in(self.state, row.action) {
            return say(words.get("help-elsewhere").into_owned());
        }
        if row.range {
            return say(words.fmt("help-press", &[("key", (&row.first).into())]));
        }
        vec![Effect::Back, Effect::Run(row.action)]
    }

    fn follow_filter(&mut self, input: Input) {
        match input {
            Input::Act(bound) if bound.action == Action::Submit => self.mode = Mode::Keys,
            Input::Act(bound) if matches!(bound.action, Action::Back | Action::Interrupt) => {
                self.filter = LineEdit::default();
                self.mode = Mode::Keys;
            }
            Input::Key(key) => {
                self.filter.key(key);
            }
            Input::Paste(text) => self.filter.paste(&text),
            _ => return,
        }
        self.list = List::default();
    }
}

impl Screen for HelpScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        Vec::new()
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match (&mut self.mode, input) {
            (Mode::Keys, Input::Act(bound)) => return self.act(bound.action, scene),
            (Mode::Filter, input) => self.follow_filter(input),
            (Mode::Tester(tester), Input::Key(key)) => {
                // Not a guard: the tester must see the key whatever comes of it.
                let over = tester.press(key);
                if over {
                    self.mode = Mode::Keys;
                }
            }
            (Mode::Tester(_), Input::Act(_)) => self.mode = Mode::Keys,
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        match &self.mode {
            Mode::Tester(tester) => tester.draw(self.state, scene, page),
            _ => view::draw(self, scene, page),
        }
    }

    fn state(&self) -> State {
        match self.mode {
            Mode::Keys => State::Help,
            Mode::Filter => State::HelpFilter,
            Mode::Tester(_) => State::KeyTester,
        }
    }
}
