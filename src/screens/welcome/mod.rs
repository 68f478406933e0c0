//! The first run: one screen, everything on it may be left as it is (UX 5.11, S38).

#[cfg(test)]
mod tests;
mod view;

use crate::domain::text::Lang;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Request, Route};
use crate::sessions::input::Input;
use crate::sessions::prefs::ThemeChoice;
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

/// Minutes to choose from.
const MINUTES: [u16; 6] = [5, 10, 15, 20, 30, 45];

/// Themes to choose from.
const THEMES: [(ThemeChoice, &str); 5] = [
    (ThemeChoice::Auto, "auto"),
    (ThemeChoice::Dark, "dark"),
    (ThemeChoice::Light, "light"),
    (ThemeChoice::Contrast, "contrast"),
    (ThemeChoice::Mono, "mono"),
];

/// The questions, in order.
const ROWS: [Row; 5] = [Row::Language, Row::Purpose, Row::Minutes, Row::Symbols, Row::Theme];

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Language,
    Purpose,
    Minutes,
    Symbols,
    Theme,
}

/// What brings somebody here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Purpose {
    /// To learn: the first lesson comes next.
    #[default]
    Learn,
    /// To write packs: that is done in an editor and the shell.
    Write,
}

/// The first screen of the first run.
#[derive(Debug, Default)]
pub struct WelcomeScreen {
    list: List,
    purpose: Purpose,
    /// The folder of the data, once it is known.
    folder: String,
}

impl WelcomeScreen {
    /// The screen with the cursor on the language.
    pub fn new() -> Self {
        Self::default()
    }

    fn row(&self) -> Row {
        ROWS.get(self.list.focus).copied().unwrap_or(Row::Language)
    }

    /// Changes what the cursor stands on; settings are in force at once.
    fn change(&mut self, forward: bool, scene: &Scene<'_>) -> Vec<Effect> {
        let prefs = scene.prefs;
        match self.row() {
            Row::Language => vec![Effect::Set("screen.language", prefs.lang.other().code().to_owned())],
            Row::Purpose => {
                self.purpose = if self.purpose == Purpose::Learn { Purpose::Write } else { Purpose::Learn };
                Vec::new()
            }
            Row::Minutes => vec![Effect::Set("study.minutes", minutes(prefs.minutes, forward).to_string())],
            Row::Symbols => symbols(scene),
            Row::Theme => {
                let at = THEMES.iter().position(|(t, _)| *t == prefs.theme).unwrap_or(0);
                let to = (at + if forward { 1 } else { THEMES.len() - 1 }) % THEMES.len();
                vec![Effect::Set("screen.theme", THEMES[to].1.to_owned())]
            }
        }
    }

    /// What Enter starts.
    fn start(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let mut effects = leave(scene);
        if self.purpose == Purpose::Learn {
            let lesson = scene.study.next_lesson().map(|h| Route::Lesson(h.id.clone(), None));
            // Somebody was quicker than the packs: the plan will know.
            effects.push(Effect::Go(lesson.unwrap_or(Route::Next)));
        }
        effects
    }
}

/// Off to Today. One setting is written down, so that the next start is none of a first run.
fn leave(scene: &Scene<'_>) -> Vec<Effect> {
    vec![Effect::Set("study.minutes", scene.prefs.minutes.to_string()), Effect::Go(Route::Today)]
}

/// The next longer or shorter time.
fn minutes(now: u16, forward: bool) -> u16 {
    let next = match forward {
        true => MINUTES.into_iter().find(|m| *m > now),
        false => MINUTES.into_iter().rev().find(|m| *m < now),
    };
    next.unwrap_or(if forward { MINUTES[0] } else { MINUTES[MINUTES.len() - 1] })
}

fn symbols(scene: &Scene<'_>) -> Vec<Effect> {
    let value = if scene.theme.ascii { "unicode" } else { "ascii" };
    vec![Effect::Set("screen.symbols", value.to_owned())]
}

/// What the languages call themselves.
fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Id => "Bahasa Indonesia",
    }
}

impl Screen for WelcomeScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        vec![Effect::Ask(Request::About)]
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let action = match input {
            Input::Act(bound) => bound.action,
            Input::News(News::About(about)) => {
                self.folder = about.data_dir;
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        if self.list.act(action, ROWS.len(), ROWS.len()) {
            return Vec::new();
        }
        match action {
            Action::Right => self.change(true, scene),
            Action::Left => self.change(false, scene),
            Action::Toggle => symbols(scene),
            Action::Enter => self.start(scene),
            Action::Back => leave(scene),
            _ => Vec::new(),
        }
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        State::Welcome
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("welcome-happening").into_owned()
    }
}
