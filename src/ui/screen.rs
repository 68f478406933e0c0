//! What a screen is: state, an update without side effects, a picture.

use crate::domain::time::Moment;
use crate::sessions::Context;
use crate::sessions::action::State;
use crate::sessions::effect::Effect;
use crate::sessions::input::Input;
use crate::sessions::prefs::Prefs;
use crate::sessions::study::Study;
use crate::words::Words;

use super::page::{Page, Size};
use super::theme::Theme;

/// The surroundings of a screen, read-only.
///
/// The size is known before `update`, so wrapping and scrolling are decided there and never while drawing.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// What is known of the learner's study.
    pub study: &'a Study,
    /// The learner's settings.
    pub prefs: &'a Prefs,
    /// Interface text in the learner's language.
    pub words: &'a Words,
    /// This moment.
    pub now: &'a Moment,
    /// Width and height of the window in cells.
    pub area: (u16, u16),
    /// The theme: back-quotes around code make text longer, so wrapping depends on it.
    pub theme: &'a Theme,
}

impl<'a> Scene<'a> {
    /// The size class of the window.
    pub fn size(&self) -> Size {
        Size::of(self.area.0, self.area.1)
    }

    /// What a session may look at.
    pub fn context(&self) -> Context<'a> {
        Context { now: self.now, prefs: self.prefs, load: &self.study.load }
    }
}

/// A screen: a place, a session, or something that lies over them.
pub trait Screen {
    /// Called once when the screen is put on the stack.
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect>;

    /// Follows an input; says what should happen.
    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect>;

    /// A place that was left for another one is seen again, by its key; it has kept its cursor.
    fn returned(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.update(Input::Shown, scene)
    }

    /// The program ends, politely: what is half done and would be gone is to be kept.
    fn leaving(&self, _scene: &Scene<'_>) -> Vec<Effect> {
        Vec::new()
    }

    /// Draws the screen. The page has the size of the window.
    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>);

    /// In which state the keys are.
    fn state(&self) -> State;

    /// When the screen wants to be woken, on the forward clock, in milliseconds; `None` sleeps until something happens.
    fn wake_at(&self) -> Option<u64> {
        None
    }

    /// Whether the screen below is to be drawn first (muted), because this one covers only a part of it.
    fn overlay(&self) -> bool {
        false
    }

    /// A paragraph for the help overlay: why the learner sees what is on the screen. Empty when there is nothing to say.
    fn happening(&self, _scene: &Scene<'_>) -> String {
        String::new()
    }
}
