//! Stats (UX 5.8): the answers first, then the charts. Three tabs: what will be recalled, skills, and the log.

mod log;
mod main;
mod skills;
#[cfg(test)]
mod tests;

use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Request, Toast};
use crate::sessions::input::Input;
use crate::sessions::stats_export as export;
use crate::sessions::study::StatsData;
use crate::ui::footer::Footer;
use crate::ui::page::{Page, Size};
use crate::ui::places;
use crate::ui::screen::{Scene, Screen};

use log::LogTab;
use skills::SkillsTab;

/// The reading width with its margins: wider windows keep it.
const COLUMN: i32 = 80;

/// The place Stats.
#[derive(Debug, Clone)]
pub struct StatsScreen {
    tab: Tab,
    data: Option<StatsData>,
    skills: SkillsTab,
    log: LogTab,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Main,
    Skills,
    Log,
}

impl Tab {
    const ALL: [Tab; 3] = [Tab::Main, Tab::Skills, Tab::Log];

    fn index(self) -> usize {
        Tab::ALL.iter().position(|t| *t == self).unwrap_or(0)
    }

    /// The tab `by` further on, round and round.
    fn along(self, by: usize) -> Tab {
        Tab::ALL[(self.index() + by) % Tab::ALL.len()]
    }
}

impl StatsScreen {
    /// Stats at a tab: 0 main, 1 skills, 2 log.
    pub fn new(tab: u8) -> Self {
        let tab = Tab::ALL.get(usize::from(tab)).copied().unwrap_or(Tab::Main);
        StatsScreen { tab, data: None, skills: SkillsTab::default(), log: LogTab::default() }
    }

    fn turn(&mut self, tab: Tab) -> Vec<Effect> {
        self.tab = tab;
        if tab == Tab::Log { self.log.first() } else { Vec::new() }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        match action {
            Action::NextTab => return self.turn(self.tab.along(1)),
            Action::PreviousTab => return self.turn(self.tab.along(2)),
            Action::Export => return self.export(scene),
            _ => {}
        }
        match (self.tab, &self.data) {
            (Tab::Main, Some(data)) if action == Action::Apply => main::apply(data, scene),
            (Tab::Skills, Some(data)) => self.skills.act(action, data, scene),
            (Tab::Log, _) => self.log.act(action, scene),
            _ => Vec::new(),
        }
    }

    /// Exports what the tab tells. Of the log that is every row that matches the filter, also those that were not scrolled to.
    fn export(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        if self.tab == Tab::Log
            && let Some(mut effects) = self.log.whole()
        {
            let text = scene.words.get("stats-log-reading").into_owned();
            effects.push(Effect::Toast(Toast { good: true, text }));
            return effects;
        }
        self.files(scene)
    }

    fn files(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let (day, lang) = (export::iso(scene.now.day), scene.prefs.lang);
        let files = |name: &str, csv: String, json: String| {
            let file = |ending: &str, body| Effect::Export { name: format!("{name}-{day}.{ending}"), body };
            vec![file("csv", csv), file("json", json)]
        };
        match (self.tab, &self.data) {
            (Tab::Log, _) => self.log_files(scene),
            (_, Some(data)) => files("stats", export::stats_csv(data, lang), export::stats_json(data, lang)),
            (_, None) => {
                let text = scene.words.get("stats-loading").into_owned();
                vec![Effect::Toast(Toast { good: false, text })]
            }
        }
    }

    fn log_files(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let (rows, day) = (self.log.shown_rows(), export::iso(scene.now.day));
        let file = |ending: &str, body| Effect::Export { name: format!("log-{day}.{ending}"), body };
        vec![file("csv", export::log_csv(&rows, scene.words)), file("json", export::log_json(&rows))]
    }

    fn hear(&mut self, news: News, scene: &Scene<'_>) -> Vec<Effect> {
        match news {
            News::Stats(data) => {
                self.skills.adopt(&data);
                self.data = Some(*data);
                Vec::new()
            }
            News::Log(rows) => {
                let mut effects = self.log.take(rows, scene);
                if self.log.export_is_due() {
                    effects.extend(self.log_files(scene));
                }
                effects
            }
            News::Undone { .. } => self.log.again(),
            News::Study => vec![Effect::Ask(Request::Stats)],
            News::Settings => {
                self.log.look(scene);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn footer(&self, scene: &Scene<'_>) -> Footer {
        let words = scene.words;
        let next = match self.tab.along(1) {
            Tab::Main => words.get("stats-tab-main"),
            Tab::Skills => words.get("stats-tab-skills"),
            Tab::Log => words.get("stats-tab-log"),
        };
        let footer = Footer::of(self.state(), words).labelled(Action::NextTab, &next.to_lowercase());
        match self.tab {
            Tab::Main if self.data.as_ref().is_some_and(|d| main::advice(d, scene.prefs).applies()) => {
                chip(footer, Action::Apply)
            }
            Tab::Main => chip(footer.without(Action::Apply), Action::NextTab),
            Tab::Skills => self.skills.footer(footer, self.data.as_ref(), scene),
            Tab::Log if self.log.typing() => footer,
            Tab::Log => chip(footer, Action::Find),
        }
    }
}

/// The footer with one of its hints as the obvious key.
fn chip(mut footer: Footer, action: Action) -> Footer {
    if let Some(at) = footer.hints.iter().position(|h| h.action == Some(action)) {
        footer.chip = Some(footer.hints.remove(at));
    }
    footer
}

impl Screen for StatsScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        let mut effects = vec![Effect::Ask(Request::Stats)];
        effects.extend(self.turn(self.tab));
        effects
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::News(news) => self.hear(news, scene),
            Input::Shown => {
                let mut effects = vec![Effect::Ask(Request::Stats)];
                effects.extend(self.log.again());
                effects
            }
            Input::Resize => {
                self.log.look(scene);
                Vec::new()
            }
            input if self.log.typing() => self.log.follow_filter(input, scene),
            Input::Act(bound) => self.act(bound.action, scene),
            _ => Vec::new(),
        }
    }

    fn returned(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        // Its key leads to the answers first; each tab has kept its cursor.
        self.tab = Tab::Main;
        self.update(Input::Shown, scene)
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let words = scene.words;
        let names = [words.get("stats-tab-main"), words.get("stats-tab-skills"), words.get("stats-tab-log")];
        let subs: Vec<&str> = names.iter().map(|n| n.as_ref()).collect();
        places::header(page, words, places::STATS, (&subs, self.tab.index()), "");
        self.footer(scene).draw(page);
        let data = self.data.as_ref();
        match (self.tab, data) {
            (Tab::Log, _) => self.log.draw(scene, page),
            (Tab::Main, Some(data)) => main::draw(data, scene, page),
            (Tab::Skills, Some(data)) => self.skills.draw(data, scene, page),
            (_, None) => {}
        }
    }

    fn state(&self) -> State {
        match self.tab {
            Tab::Main => State::StatsMain,
            Tab::Skills => State::StatsSkills,
            Tab::Log if self.log.typing() => State::FindField,
            Tab::Log => State::StatsLog,
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        let words = scene.words;
        match self.tab {
            Tab::Main => words.get("stats-happening-main"),
            Tab::Skills => words.get("stats-happening-skills"),
            Tab::Log => words.get("stats-happening-log"),
        }
        .into_owned()
    }
}

/// Draws on the part of the page that has the reading width.
fn narrow(page: &mut Page, draw: impl FnOnce(&mut Page)) {
    let (width, height) = (page.width().min(COLUMN), page.height());
    page.part(0, 0, width, height, draw);
}

/// Whether there is room for a pane beside the page.
fn has_pane(scene: &Scene<'_>) -> bool {
    scene.size() == Size::Large
}
