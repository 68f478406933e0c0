//! Rehearse (UX 5.6, S21): set up one interview question, look at past answers, keep stories.
//!
//! Tabs are a list (`Tab::ALL`); a route names them by numbers that stay (`Tab::of`).

mod answer;
mod day;
mod mock;
mod one;
mod past;
mod stories;
#[cfg(test)]
mod tests;
mod view;

use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Request, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::interview::Wish;
use crate::sessions::rehearse::RehearseData;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

use day::DayTab;
use mock::MockTab;
use one::One;
use past::Past;
use stories::Stories;

/// The place Rehearse.
#[derive(Debug, Default)]
pub struct RehearseScreen {
    tab: Tab,
    data: Option<Box<RehearseData>>,
    one: One,
    mock: MockTab,
    day: DayTab,
    past: Past,
    stories: Stories,
}

/// A tab of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    /// One question.
    #[default]
    One,
    /// A mock interview.
    Mock,
    /// A working day.
    Day,
    /// Past answers and stories.
    Past,
}

impl Tab {
    const ALL: [Tab; 4] = [Tab::One, Tab::Mock, Tab::Day, Tab::Past];

    /// The tab with a number of [`Route::Rehearse`]: numbers stay, whatever the order of the tabs.
    fn of(number: u8) -> Tab {
        match number {
            1 => Tab::Mock,
            2 => Tab::Past,
            3 => Tab::Day,
            _ => Tab::One,
        }
    }

    fn index(self) -> usize {
        Tab::ALL.iter().position(|t| *t == self).unwrap_or(0)
    }

    /// The tab `by` further on, round and round.
    fn along(self, by: usize) -> Tab {
        Tab::ALL[(self.index() + by) % Tab::ALL.len()]
    }
}

impl RehearseScreen {
    /// Rehearse at a tab: 0 one question, 1 a mock interview, 2 past answers, 3 a working day.
    pub fn new(tab: u8) -> Self {
        RehearseScreen { tab: Tab::of(tab), ..Self::default() }
    }

    fn turn(&mut self, tab: Tab) -> Vec<Effect> {
        self.tab = tab;
        if tab == Tab::Past { self.past.first() } else { Vec::new() }
    }

    /// Everything anew: something was done since.
    fn ask(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::Ask(Request::Rehearse)];
        effects.extend(self.past.again(self.tab == Tab::Past));
        effects
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        match action {
            Action::NextTab => return self.turn(self.tab.along(1)),
            Action::PreviousTab => return self.turn(self.tab.along(Tab::ALL.len() - 1)),
            _ => {}
        }
        let Some(data) = &self.data else { return Vec::new() };
        match self.tab {
            Tab::One => self.one.act(action, data, scene),
            Tab::Mock => self.mock.act(action, data, scene),
            Tab::Day => self.day.act(action, data),
            Tab::Past if action == Action::Stories => {
                self.stories.shown = !self.stories.shown;
                Vec::new()
            }
            Tab::Past if self.stories.shown => self.stories.act(action, data, scene),
            Tab::Past => self.past.act(action, scene),
        }
    }

    fn hear(&mut self, news: News, scene: &Scene<'_>) -> Vec<Effect> {
        match news {
            News::Rehearse(data) => {
                self.one.fit(&data);
                self.mock.fit(&data, scene);
                self.day.fit(&data);
                self.stories.fit(&data);
                self.past.mocks.clone_from(&data.mocks);
                self.data = Some(data);
                Vec::new()
            }
            News::Answers(rows) => {
                self.past.take(rows);
                Vec::new()
            }
            News::Prompt(id, loaded) => self.past.take_prompt(&id, loaded, scene),
            News::Study | News::Undone { .. } => self.ask(),
            news => self.stories.hear(news, scene),
        }
    }
}

/// An interview with a wish.
fn interview(wish: Wish) -> Vec<Effect> {
    vec![Effect::Go(Route::Interview(wish))]
}

fn toast(good: bool, text: String) -> Effect {
    Effect::Toast(Toast { good, text })
}

impl Screen for RehearseScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        let mut effects = vec![Effect::Ask(Request::Rehearse)];
        effects.extend(self.turn(self.tab));
        effects
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::News(news) if !self.stories.wants(&news) => self.hear(news, scene),
            Input::Shown => self.ask(),
            input if self.stories.typing() => self.stories.follow(input, scene),
            Input::Act(bound) if self.stories.choosing() => match &self.data {
                Some(data) => self.stories.choose(bound.action, data, scene),
                None => Vec::new(),
            },
            Input::Act(bound) if self.tab == Tab::Past && self.past.is_open() => self.past.follow(bound.action, scene),
            Input::Act(bound) => self.act(bound.action, scene),
            _ => Vec::new(),
        }
    }

    fn returned(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        // Its key leads to the question first; each tab has kept its cursor.
        self.tab = Tab::One;
        self.update(Input::Shown, scene)
    }

    fn leaving(&self, _: &Scene<'_>) -> Vec<Effect> {
        self.stories.draft().into_iter().collect()
    }

    fn wake_at(&self) -> Option<u64> {
        self.stories.wake_at()
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        match self.tab {
            Tab::One => State::RehearseOne,
            Tab::Mock => State::RehearseMock,
            Tab::Day => State::RehearseDay,
            Tab::Past if self.past.is_open() => State::PastAnswer,
            Tab::Past => self.stories.state().unwrap_or(State::RehearsePast),
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        let words = scene.words;
        match self.tab {
            Tab::One => words.get("rehearse-happening-one"),
            Tab::Mock => words.get("rehearse-happening-mock"),
            Tab::Day => words.get("day-happening"),
            Tab::Past if self.stories.shown => words.get("rehearse-happening-stories"),
            Tab::Past => words.get("rehearse-happening-past"),
        }
        .into_owned()
    }
}
