//! A mock interview (UX S28): the breaks between its questions, and its report. The questions lie on top as screens of their own.

#[cfg(test)]
mod tests;
mod view;

use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Toast};
use crate::sessions::input::Input;
use crate::sessions::mock::{Mock, MockWish, Stage, told};
use crate::sessions::stats_export::iso;
use crate::ui::lines::Anchor;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

/// A mock interview.
#[derive(Debug)]
pub struct MockScreen {
    mock: Mock,
    anchor: Anchor,
}

impl MockScreen {
    /// A mock interview, or the report of one.
    pub fn new(wish: MockWish) -> Self {
        MockScreen { mock: Mock::new(wish), anchor: Anchor::default() }
    }

    fn scroll(&mut self, action: Action, scene: &Scene<'_>) -> bool {
        if !action.moves() {
            return false;
        }
        let beside = view::pane(&self.mock, scene).is_some();
        let (lines, room) = (view::lines(&self.mock, scene, beside), view::room(scene));
        let scrolled = self.anchor.scrolled(action, &lines, room);
        self.anchor = scrolled.unwrap_or(self.anchor);
        scrolled.is_some()
    }

    fn export(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let Stage::Report(report) = &self.mock.stage else { return Vec::new() };
        let name = format!("mock-{}.md", iso(report.mocked.day));
        vec![Effect::Export { name, body: told::markdown(report, scene.words, scene.prefs.lang) }]
    }
}

impl Screen for MockScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        self.mock.start()
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        if let Input::Act(bound) = &input {
            if self.scroll(bound.action, scene) {
                return Vec::new();
            }
            match bound.action {
                Action::Export => return self.export(scene),
                // Questions stand beside the areas there.
                Action::Enter if view::pane(&self.mock, scene).is_some() => return Vec::new(),
                Action::Enter | Action::Compare => self.anchor = Anchor::default(),
                _ => {}
            }
        }
        let leaves = matches!(&input, Input::Act(bound) if matches!(bound.action, Action::Back | Action::Leave | Action::Interrupt));
        if leaves && matches!(self.mock.stage, Stage::Break(_)) {
            let text = scene.words.get("mock-kept").into_owned();
            return vec![Effect::Back, Effect::Toast(Toast { good: true, text })];
        }
        let unscheduling = matches!(&input, Input::Act(bound) if bound.action == Action::Undo);
        let scheduling = matches!(&input, Input::Act(bound) if bound.action == Action::Schedule);
        if matches!(input, Input::News(News::Settings)) {
            self.anchor = Anchor::default();
        }
        let mut effects = self.mock.update(input, &scene.context());
        if unscheduling && matches!(effects.first(), Some(Effect::Record(_))) {
            effects.push(Effect::Toast(Toast { good: true, text: scene.words.get("mock-unscheduled").into_owned() }));
        }
        if scheduling && !effects.is_empty() {
            effects.push(Effect::Toast(Toast { good: true, text: scene.words.get("mock-scheduled").into_owned() }));
        }
        effects
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(&self.mock, self.anchor, scene, page);
    }

    fn state(&self) -> State {
        match self.mock.stage {
            Stage::Report(_) => State::MockReport,
            _ => State::MockBreak,
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("rehearse-happening-mock").into_owned()
    }
}
