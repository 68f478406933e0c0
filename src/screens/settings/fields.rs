//! What can be set, what it is now, and what it would be one step on.

use crate::domain::text::Lang;
use crate::sessions::prefs::{KeyPreset, Mouse, Prefs, Symbols, ThemeChoice};
use crate::ui::screen::Scene;
use crate::words::Words;

/// A row of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Field {
    Minutes,
    Days,
    NewTopics,
    Aim,
    GradeKeys,
    Instant,
    DayStarts,
    Language,
    Theme,
    Symbols,
    Mouse,
    Width,
    Preset,
    Folder,
    Backups,
    File,
}

/// Rows that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Group {
    Study,
    Screen,
    Keys,
    Data,
}

/// Minutes that are offered; any other number can be written into the file. 0 is "until done".
const MINUTES: [i64; 12] = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 0];
const THEMES: [&str; 5] = ["auto", "dark", "light", "contrast", "mono"];
const SYMBOLS: [&str; 3] = ["auto", "unicode", "ascii"];
const MICE: [&str; 3] = ["off", "wheel", "full"];
const PRESETS: [&str; 3] = ["both", "arrows", "vim"];
/// Cells by which the reading width changes.
const WIDER: i64 = 2;

impl Field {
    /// Every row in order.
    pub const ALL: [Field; 16] = [
        Field::Minutes,
        Field::Days,
        Field::NewTopics,
        Field::Aim,
        Field::GradeKeys,
        Field::Instant,
        Field::DayStarts,
        Field::Language,
        Field::Theme,
        Field::Symbols,
        Field::Mouse,
        Field::Width,
        Field::Preset,
        Field::Folder,
        Field::Backups,
        Field::File,
    ];

    /// The dotted name in the settings file; `None` for rows that only tell.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Field::Minutes => "study.minutes",
            Field::Days => "study.days_per_week",
            Field::NewTopics => "study.new_topics",
            Field::Aim => "study.recall_aim",
            Field::GradeKeys => "study.grade_keys",
            Field::Instant => "study.instant_submit",
            Field::DayStarts => "study.day_starts",
            Field::Language => "screen.language",
            Field::Theme => "screen.theme",
            Field::Symbols => "screen.symbols",
            Field::Mouse => "screen.mouse",
            Field::Width => "screen.reading_width",
            Field::Preset => "keys.preset",
            Field::Folder | Field::Backups | Field::File => return None,
        })
    }

    /// The group that it stands in.
    pub fn group(self) -> Group {
        match self.name().and_then(|n| n.split('.').next()) {
            Some("study") => Group::Study,
            Some("screen") => Group::Screen,
            Some(_) => Group::Keys,
            None => Group::Data,
        }
    }

    /// Messages: its name, what it takes, and a description.
    fn keys(self) -> [&'static str; 3] {
        match self {
            Field::Minutes => ["settings-minutes", "settings-minutes-takes", "settings-minutes-about"],
            Field::Days => ["settings-days", "settings-days-takes", "settings-days-about"],
            Field::NewTopics => ["settings-topics", "settings-topics-takes", "settings-topics-about"],
            Field::Aim => ["settings-aim", "settings-aim-takes", "settings-aim-about"],
            Field::GradeKeys => ["settings-grades", "settings-grades-takes", "settings-grades-about"],
            Field::Instant => ["settings-instant", "settings-instant-takes", "settings-instant-about"],
            Field::DayStarts => ["settings-starts", "settings-starts-takes", "settings-starts-about"],
            Field::Language => ["settings-language", "settings-language-takes", "settings-language-about"],
            Field::Theme => ["settings-theme", "settings-theme-takes", "settings-theme-about"],
            Field::Symbols => ["settings-symbols", "settings-symbols-takes", "settings-symbols-about"],
            Field::Mouse => ["settings-mouse", "settings-mouse-takes", "settings-mouse-about"],
            Field::Width => ["settings-width", "settings-width-takes", "settings-width-about"],
            Field::Preset => ["settings-preset", "settings-preset-takes", "settings-preset-about"],
            Field::Folder => ["settings-folder", "settings-folder-takes", "settings-folder-about"],
            Field::Backups => ["settings-backups", "settings-backups-takes", "settings-backups-about"],
            Field::File => ["settings-file", "settings-file-takes", "settings-file-about"],
        }
    }

    /// What people call it.
    pub fn label(self, words: &Words) -> String {
        words.get(self.keys()[0]).into_owned()
    }

    /// The values that it takes, in a few words.
    pub fn takes(self, words: &Words) -> String {
        words.get(self.keys()[1]).into_owned()
    }

    /// A description.
    pub fn about(self, words: &Words) -> String {
        words.get(self.keys()[2]).into_owned()
    }

    /// Everything by which it can be found.
    pub fn told(self, scene: &Scene<'_>) -> String {
        let words = scene.words;
        let name = self.name().unwrap_or_default();
        format!("{} {} {} {name}", self.label(words), self.takes(words), self.value(scene.prefs, words))
    }

    /// What it is now, as people say it; empty for rows that only tell.
    pub fn value(self, prefs: &Prefs, words: &Words) -> String {
        match self {
            Field::Minutes if prefs.minutes == 0 => words.get("settings-until-done").into_owned(),
            Field::Minutes => words.minutes(prefs.minutes.into()),
            Field::Days => words.fmt("settings-a-week", &[("n", prefs.days_per_week.into())]),
            Field::Aim => format!("{}%", prefs.recall_aim),
            Field::GradeKeys => words.fmt("settings-shown", &[("n", prefs.grade_keys.into())]),
            Field::Instant if prefs.instant_submit => words.get("settings-yes").into_owned(),
            Field::Instant => words.get("settings-no").into_owned(),
            Field::DayStarts => format!("{:02}:{:02}", prefs.rollover_min / 60, prefs.rollover_min % 60),
            Field::Language => {
                words.get(if prefs.lang == Lang::Id { "settings-id" } else { "settings-en" }).into_owned()
            }
            _ => self.raw(prefs).unwrap_or_default(),
        }
    }

    /// What it is now, as the settings file has it.
    fn raw(self, prefs: &Prefs) -> Option<String> {
        Some(match self {
            Field::Minutes => prefs.minutes.to_string(),
            Field::Days => prefs.days_per_week.to_string(),
            Field::NewTopics => prefs.new_topics.to_string(),
            Field::Aim => prefs.recall_aim.to_string(),
            Field::GradeKeys => prefs.grade_keys.to_string(),
            Field::Instant => prefs.instant_submit.to_string(),
            Field::DayStarts => (prefs.rollover_min / 60).to_string(),
            Field::Language => prefs.lang.code().to_owned(),
            Field::Theme => match &prefs.theme {
                ThemeChoice::Auto => "auto".to_owned(),
                ThemeChoice::Dark => "dark".to_owned(),
                ThemeChoice::Light => "light".to_owned(),
                ThemeChoice::Contrast => "contrast".to_owned(),
                ThemeChoice::Mono => "mono".to_owned(),
                ThemeChoice::Custom(name) => name.clone(),
            },
            Field::Symbols => match prefs.symbols {
                Symbols::Auto => "auto",
                Symbols::Unicode => "unicode",
                Symbols::Ascii => "ascii",
            }
            .to_owned(),
            Field::Mouse => match prefs.mouse {
                Mouse::Off => "off",
                Mouse::Wheel => "wheel",
                Mouse::Full => "full",
            }
            .to_owned(),
            Field::Width => prefs.reading_width.to_string(),
            Field::Preset => match prefs.keys {
                KeyPreset::Both => "both",
                KeyPreset::Arrows => "arrows",
                KeyPreset::Vim => "vim",
            }
            .to_owned(),
            Field::Folder | Field::Backups | Field::File => return None,
        })
    }

    /// The value one step on (or back), as the settings file has it; `None` at an end, and for rows that only tell.
    pub fn step(self, prefs: &Prefs, on: bool) -> Option<String> {
        let now = self.raw(prefs)?;
        let number = || now.parse::<i64>().unwrap_or(0);
        let within = |min: i64, max: i64, by: i64| {
            let to = (number() + if on { by } else { -by }).clamp(min, max);
            (to != number()).then(|| to.to_string())
        };
        match self {
            Field::Minutes => minutes(number(), on).map(|m| m.to_string()),
            Field::Days => within(1, 7, 1),
            Field::NewTopics => within(0, 5, 1),
            Field::Aim => within(70, 97, 1),
            Field::DayStarts => within(0, 12, 1),
            Field::Width => within(60, 90, WIDER),
            Field::GradeKeys => cycle(&["2", "4"], &now, on),
            Field::Instant => cycle(&["true", "false"], &now, on),
            Field::Language => cycle(&["en", "id"], &now, on),
            Field::Theme => cycle(&THEMES, &now, on),
            Field::Symbols => cycle(&SYMBOLS, &now, on),
            Field::Mouse => cycle(&MICE, &now, on),
            Field::Preset => cycle(&PRESETS, &now, on),
            Field::Folder | Field::Backups | Field::File => None,
        }
    }
}

/// The offered number of minutes after or before one that need not be offered.
fn minutes(now: i64, on: bool) -> Option<i64> {
    let size = |m: i64| if m == 0 { i64::MAX } else { m };
    let mut offered = MINUTES.into_iter();
    if on { offered.find(|m| size(*m) > size(now)) } else { offered.rfind(|m| size(*m) < size(now)) }
}

/// The word after or before one, round and round; the first one after a word that is not offered.
fn cycle(words: &[&str], now: &str, on: bool) -> Option<String> {
    let len = words.len();
    let to = match words.iter().position(|w| *w == now) {
        None => 0,
        Some(at) if on => (at + 1) % len,
        Some(at) => (at + len - 1) % len,
    };
    words.get(to).map(|w| (*w).to_owned())
}
