//! The screens that lie over one another, the last one on top.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::sessions::action::State;
use crate::sessions::effect::{Effect, News};
use crate::sessions::input::Input;
use crate::ui::page::{Page, Size};
use crate::ui::screen::{Scene, Screen};
use crate::ui::theme::Theme;

/// Screens, at least one.
pub struct Stack {
    screens: Vec<Box<dyn Screen>>,
    /// Which place lies at the bottom; `None` for what is no place, such as the welcome.
    place: Option<Place>,
    /// Places that were left for another one, with their cursors.
    parked: Vec<(Place, Box<dyn Screen>)>,
}

/// A place by its number.
pub type Place = u8;

impl Stack {
    /// A stack with one screen, which is a place if one is named.
    pub fn new(first: Box<dyn Screen>, place: Option<Place>) -> Self {
        Stack { screens: vec![first], place, parked: Vec::new() }
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

    /// Puts a screen, which is a place if one is named, in the place of all others and opens it.
    pub fn replace(&mut self, mut screen: Box<dyn Screen>, place: Option<Place>, scene: &Scene<'_>) -> Vec<Effect> {
        let effects = screen.open(scene);
        self.park();
        self.parked.retain(|(parked, _)| Some(*parked) != place);
        (self.screens, self.place) = (vec![screen], place);
        effects
    }

    /// Goes back to a place as it was left; `None` when it was not seen yet.
    pub fn return_to(&mut self, place: Place, scene: &Scene<'_>) -> Option<Vec<Effect>> {
        if self.place == Some(place) {
            self.screens.truncate(1);
        } else {
            let at = self.parked.iter().position(|(parked, _)| *parked == place)?;
            let (_, screen) = self.parked.remove(at);
            self.park();
            (self.screens, self.place) = (vec![screen], Some(place));
        }
        // In the meantime it heard nothing.
        let screen = self.screens.last_mut()?;
        let mut effects = screen.update(Input::News(News::Settings), scene);
        effects.extend(screen.update(Input::Resize, scene));
        effects.extend(screen.returned(scene));
        Some(effects)
    }

    /// Keeps the place that lies at the bottom, while there is another one.
    fn park(&mut self) {
        let bottom = std::mem::take(&mut self.screens).into_iter().next();
        if let (Some(place), Some(screen)) = (self.place.take(), bottom) {
            self.parked.push((place, screen));
        }
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

    /// What the screens want to be kept before the program ends.
    pub fn leaving(&self, scene: &Scene<'_>) -> Vec<Effect> {
        self.screens.iter().flat_map(|s| s.leaving(scene)).collect()
    }

    /// The state of the top screen.
    pub fn state(&self) -> State {
        self.screens.last().map_or(State::Today, |s| s.state())
    }

    /// Whether a screen in such a state lies below the top one.
    pub fn covers(&self, such: impl Fn(State) -> bool) -> bool {
        self.screens.iter().rev().skip(1).any(|screen| such(screen.state()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::path::PathScreen;
    use crate::screens::stats::StatsScreen;
    use crate::screens::today::TodayScreen;
    use crate::sessions::action::{Action, Bound};
    use crate::sessions::effect::Route;
    use crate::sessions::prefs::Prefs;
    use crate::sessions::sample;
    use crate::ui::stage::moment;
    use crate::words::Words;

    fn with_scene<T>(act: impl FnOnce(&Scene<'_>) -> T) -> T {
        let (study, prefs, words, theme) = (sample::study(), Prefs::default(), Words::of("en"), Theme::dark());
        let now = moment(0);
        act(&Scene { study: &study, prefs: &prefs, words: &words, now: &now, area: (80, 24), theme: &theme })
    }

    fn act(stack: &mut Stack, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        stack.update(Input::Act(Bound { action, arg: 0 }), scene)
    }

    #[test]
    fn a_place_keeps_its_cursor_while_another_one_is_looked_at() {
        with_scene(|scene| {
            let mut stack = Stack::new(Box::new(TodayScreen::new()), Some(0));
            stack.open(scene);
            act(&mut stack, Action::Down, scene);
            let second = Route::Lesson(sample::topic("caching"), None);
            assert_eq!(act(&mut stack, Action::Enter, scene), [Effect::Go(second.clone())]);
            assert_eq!(stack.return_to(1, scene), None, "it was not seen yet");
            stack.replace(Box::new(PathScreen::new(None)), Some(1), scene);
            let first = act(&mut stack, Action::Enter, scene);
            act(&mut stack, Action::Down, scene);
            let below = act(&mut stack, Action::Enter, scene);
            assert_ne!(first, below);
            assert!(stack.return_to(0, scene).is_some());
            assert_eq!(
                (stack.state(), act(&mut stack, Action::Enter, scene)),
                (State::Today, vec![Effect::Go(second)])
            );
            assert!(stack.return_to(1, scene).is_some());
            assert_eq!((stack.state(), act(&mut stack, Action::Enter, scene)), (State::Map, below));
        });
    }

    #[test]
    fn the_key_of_the_place_one_is_on_closes_what_lies_over_it() {
        with_scene(|scene| {
            let mut stack = Stack::new(Box::new(TodayScreen::new()), Some(0));
            stack.open(scene);
            stack.push(Box::new(StatsScreen::new(2)), scene);
            assert!(stack.return_to(0, scene).is_some());
            assert_eq!((stack.state(), stack.pop(scene)), (State::Today, None));
        });
    }

    #[test]
    fn a_place_that_is_opened_anew_forgets_how_it_was_left() {
        with_scene(|scene| {
            let mut stack = Stack::new(Box::new(StatsScreen::new(2)), Some(3));
            stack.replace(Box::new(TodayScreen::new()), Some(0), scene);
            stack.replace(Box::new(StatsScreen::new(1)), Some(3), scene);
            stack.return_to(0, scene);
            stack.return_to(3, scene);
            assert_eq!(stack.state(), State::StatsMain, "its key leads to the first tab");
            assert_eq!(stack.parked.len(), 1);
        });
    }
}
