//! The screens that lie over one another, the last one on top.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::sessions::action::State;
use crate::sessions::effect::Effect;
use crate::sessions::input::Input;
use crate::ui::page::{Page, Size};
use crate::ui::screen::{Scene, Screen};
use crate::ui::theme::Theme;

/// Screens, at least one.
pub struct Stack {
    screens: Vec<Box<dyn Screen>>,
}

impl Stack {
    /// A stack with one screen.
    pub fn new(first: Box<dyn Screen>) -> Self {
        Stack { screens: vec![first] }
    }

    /// Opens the top screen, which was only drawn so far.
    pub fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.screens.last_mut().map(|s| s.open(scene)).unwrap_or_default()
    }

    /// Puts a screen on top and opens it.
    pub fn push(&mut self, mut screen: Box<dyn Screen>, scene: &Scene<'_>) -> Vec<Effect> {
        let effects = screen.open(scene);
        self.screens.push(screen);
        effects
    }

    /// Puts a screen in the place of all others and opens it.
    pub fn replace(&mut self, mut screen: Box<dyn Screen>, scene: &Scene<'_>) -> Vec<Effect> {
        let effects = screen.open(scene);
        self.screens = vec![screen];
        effects
    }

    /// Takes the top screen off and tells the one below that it is on top again; `false` when it was the last one.
    pub fn pop(&mut self, scene: &Scene<'_>) -> Option<Vec<Effect>> {
        if self.screens.len() < 2 {
            return None;
        }
        self.screens.pop();
        Some(self.update(Input::Shown, scene))
    }

    /// The top screen follows an input.
    pub fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        self.screens.last_mut().map(|s| s.update(input, scene)).unwrap_or_default()
    }

    /// Every screen hears it: news may be for one that is covered at the moment.
    pub fn tell_all(&mut self, input: &Input, scene: &Scene<'_>) -> Vec<Effect> {
        self.screens.iter_mut().flat_map(|s| s.update(input.clone(), scene)).collect()
    }

    /// The state of the top screen.
    pub fn state(&self) -> State {
        self.screens.last().map_or(State::Today, |s| s.state())
    }

    /// What the top screen says of itself for the help.
    pub fn happening(&self, scene: &Scene<'_>) -> String {
        self.screens.last().map(|s| s.happening(scene)).unwrap_or_default()
    }

    /// When the first screen wants to be woken.
    pub fn wake_at(&self) -> Option<u64> {
        self.screens.iter().filter_map(|s| s.wake_at()).min()
    }

    /// Draws the screens that can be seen; returns where the real cursor belongs.
    pub fn draw(&self, scene: &Scene<'_>, buf: &mut Buffer, area: Rect, theme: &Theme) -> Option<Position> {
        let mut page = Page::new(buf, area, theme);
        if Size::of(area.width, area.height) == Size::Tiny {
            too_small(scene, &mut page);
            return None;
        }
        let first = self.screens.iter().rposition(|s| !s.overlay()).unwrap_or(0);
        for (i, screen) in self.screens[first..].iter().enumerate() {
            if i > 0 {
                page.mute();
            }
            screen.view(scene, &mut page);
        }
        page.cursor()
    }
}

/// S40: what is needed, that nothing is lost, and the keys that still work.
fn too_small(scene: &Scene<'_>, page: &mut Page<'_>) {
    let (w, h) = scene.area;
    let here = scene.words.fmt("small-here", &[("w", w.into()), ("h", h.into())]);
    let lines = [
        scene.words.get("small-needs").into_owned(),
        here,
        String::new(),
        scene.words.get("small-saved").into_owned(),
        scene.words.get("small-keys").into_owned(),
    ];
    for (y, line) in (0..).zip(&lines) {
        page.put(1, y, line.as_str());
    }
}
