//! One interview question (UX 5.6, S22 to S27): think, answer, follow-ups, predict, grade, compare, debrief.
//!
//! # Design
//!
//! The machine is [`Interview`]; [`Front`] adds what only a window has: the field that is typed in, and a place in a text that is longer than the
//! window. A mock interview drives the same two. Every view makes rows ([`crate::ui::lines::Line`]) before anything is drawn.

mod ask;
mod compare;
mod debrief;
mod draw;
mod front;
mod grade;
mod marks;
mod practice;
mod sheets;
#[cfg(test)]
mod tests;
mod typing;
mod window;

use crate::sessions::action::State;
use crate::sessions::effect::{Effect, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::interview::{Interview, Wish, Within};
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

pub use front::Front;

/// An interview question on the screen.
#[derive(Debug)]
pub struct InterviewScreen {
    interview: Interview,
    front: Front,
    /// Where it stands within a mock interview.
    within: Option<Within>,
}

impl InterviewScreen {
    /// An interview that asks for its question first; the seed decides every choice that is open.
    pub fn new(wish: Wish, seed: u64) -> Self {
        let within = wish.within;
        InterviewScreen { interview: Interview::new(wish, seed), front: Front::default(), within }
    }
}

impl Screen for InterviewScreen {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.interview.start(&scene.context())
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let mut effects = self.front.update(&mut self.interview, input, scene);
        // Who looks their answers up in the middle of a mock interview has to know that it goes on.
        if self.within.is_some() && effects.iter().any(|effect| matches!(effect, Effect::Go(Route::Rehearse(_)))) {
            effects.push(Effect::Toast(Toast { good: true, text: scene.words.get("mock-kept").into_owned() }));
        }
        effects
    }

    fn leaving(&self, scene: &Scene<'_>) -> Vec<Effect> {
        self.front.leaving(&self.interview, scene)
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let place = self.within.map(|within| draw::place(within, &self.interview, scene)).unwrap_or_default();
        self.front.draw(&self.interview, &place, scene, page);
    }

    fn state(&self) -> State {
        self.interview.state()
    }

    fn wake_at(&self) -> Option<u64> {
        self.interview.wake_at()
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        draw::happening(&self.interview, scene)
    }
}
