//! The place Path with its three tabs.

use crate::domain::ids::TopicId;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Request};
use crate::sessions::input::Input;
use crate::sessions::ladder::LadderData;
use crate::ui::footer::Footer;
use crate::ui::page::Page;
use crate::ui::places;
use crate::ui::screen::{Scene, Screen};

use super::MapTab;
use super::ladder::LadderTab;
use super::tracks::Tracks;

/// The place Path.
#[derive(Debug, Default)]
pub struct PathScreen {
    tab: Tab,
    map: MapTab,
    tracks: Tracks,
    ladder: LadderTab,
    /// What tracks and ladder show, once it has arrived.
    data: Option<Box<LadderData>>,
}

/// A tab of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// The map of the roadmap.
    #[default]
    Map,
    /// The role variations.
    Tracks,
    /// The career ladder.
    Ladder,
}

impl Tab {
    /// All, in order; a route names them by their places here.
    pub const ALL: [Tab; 3] = [Tab::Map, Tab::Tracks, Tab::Ladder];

    fn index(self) -> usize {
        Tab::ALL.iter().position(|t| *t == self).unwrap_or(0)
    }

    fn along(self, by: usize) -> Tab {
        Tab::ALL[(self.index() + by) % Tab::ALL.len()]
    }

    fn name(self, scene: &Scene<'_>) -> String {
        match self {
            Tab::Map => scene.words.get("path-tab-map"),
            Tab::Tracks => scene.words.get("path-tab-tracks"),
            Tab::Ladder => scene.words.get("path-tab-ladder"),
        }
        .into_owned()
    }
}

/// The header with the tabs.
pub fn header(tab: Tab, scene: &Scene<'_>, page: &mut Page) {
    let names = Tab::ALL.map(|tab| tab.name(scene));
    let subs: Vec<&str> = names.iter().map(String::as_str).collect();
    places::header(page, scene.words, places::PATH, (&subs, tab.index()), "");
}

/// The footer of a state in a tab; the key of the next tab says where it leads.
pub fn footer(tab: Tab, state: State, scene: &Scene<'_>) -> Footer {
    let next = tab.along(1).name(scene).to_lowercase();
    Footer::of(state, scene.words).labelled(Action::NextTab, &next)
}

impl PathScreen {
    /// Path with the cursor of the map on a topic, or on what comes next.
    pub fn new(topic: Option<TopicId>) -> Self {
        PathScreen { map: MapTab::new(topic), ..Self::default() }
    }

    /// Path at a tab: 0 map, 1 tracks, 2 ladder.
    pub fn at(tab: u8) -> Self {
        let tab = Tab::ALL.get(usize::from(tab)).copied().unwrap_or_default();
        PathScreen { tab, ..Self::default() }
    }

    /// Whether the tab takes the keys that lead to another one.
    fn turns(&self) -> bool {
        match self.tab {
            Tab::Map => self.map.is_free(),
            Tab::Tracks => self.tracks.is_free(),
            Tab::Ladder => self.ladder.is_free(),
        }
    }

    fn turn(&mut self, tab: Tab, scene: &Scene<'_>) -> Vec<Effect> {
        self.tab = tab;
        match tab {
            Tab::Map => {
                let mut effects = self.map.open(scene);
                effects.push(Effect::Ask(Request::Ladder));
                effects
            }
            Tab::Tracks | Tab::Ladder => vec![Effect::Ask(Request::Ladder)],
        }
    }

    fn hear(&mut self, news: News, scene: &Scene<'_>) -> Vec<Effect> {
        match news {
            News::Ladder(data) => {
                self.tracks.fit(scene);
                self.ladder.fit(&data, scene);
                self.map.climb(&data, scene);
                self.data = Some(data);
                Vec::new()
            }
            News::Study | News::Undone { .. } | News::Saved(_) if self.tab != Tab::Map => {
                let mut effects = vec![Effect::Ask(Request::Ladder)];
                effects.extend(self.map.update(Input::News(News::Study), scene));
                effects
            }
            news if self.ladder.wants(&news) => self.ladder.update(Input::News(news), self.data.as_deref(), scene),
            news => {
                let study = news == News::Study;
                let effects = self.map.update(Input::News(news), scene);
                if let Some(data) = self.data.as_deref().filter(|_| study) {
                    self.map.climb(data, scene);
                }
                effects
            }
        }
    }
}

impl Screen for PathScreen {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.turn(self.tab, scene)
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let input = match input {
            Input::News(news) => return self.hear(news, scene),
            Input::Shown => {
                let mut effects = self.map.update(Input::Shown, scene);
                if self.tab != Tab::Map {
                    effects.clear();
                }
                effects.push(Effect::Ask(Request::Ladder));
                return effects;
            }
            input => input,
        };
        if let Input::Act(bound) = &input
            && self.turns()
        {
            match bound.action {
                Action::NextTab => return self.turn(self.tab.along(1), scene),
                Action::PreviousTab => return self.turn(self.tab.along(Tab::ALL.len() - 1), scene),
                _ => {}
            }
        }
        match (self.tab, &self.data, input) {
            (Tab::Map, _, input) => self.map.update(input, scene),
            (Tab::Ladder, data, input) => self.ladder.update(input, data.as_deref(), scene),
            (Tab::Tracks, Some(data), input) => self.tracks.update(&input, data, scene),
            (Tab::Tracks, None, _) => Vec::new(),
        }
    }

    fn returned(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        // Its key leads to the map first; each tab has kept its cursor.
        let mut effects = self.leaving(scene);
        self.tab = Tab::Map;
        effects.extend(self.map.update(Input::Shown, scene));
        effects.push(Effect::Ask(Request::Ladder));
        effects
    }

    fn leaving(&self, _: &Scene<'_>) -> Vec<Effect> {
        self.ladder.draft().into_iter().collect()
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        match (self.tab, self.data.as_deref()) {
            (Tab::Map, _) => self.map.view(scene, page),
            (Tab::Tracks, Some(data)) => self.tracks.draw(data, scene, page),
            (Tab::Ladder, Some(data)) => self.ladder.draw(data, scene, page),
            (tab, None) => {
                header(tab, scene, page);
                footer(tab, self.state(), scene).draw(page);
            }
        }
    }

    fn state(&self) -> State {
        match self.tab {
            Tab::Map => self.map.state(),
            Tab::Tracks => self.tracks.state(),
            Tab::Ladder => self.ladder.state(),
        }
    }

    fn wake_at(&self) -> Option<u64> {
        match self.tab {
            Tab::Map => self.map.wake_at(),
            Tab::Tracks => None,
            Tab::Ladder => self.ladder.wake_at(),
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        match self.tab {
            Tab::Map => self.map.happening(scene),
            Tab::Tracks => scene.words.get("path-why-tracks").into_owned(),
            Tab::Ladder => scene.words.get("path-why-ladder").into_owned(),
        }
    }
}
