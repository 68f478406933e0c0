//! The learner's settings as values; `config` reads and writes the file, `app` carries them here.

use serde::{Deserialize, Serialize};

use crate::domain::text::Lang;

/// How the interface looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Dark or light by what the terminal says; dark when it says nothing.
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Only default colour, bold, reverse and underline.
    Contrast,
    /// No colour at all; also chosen by `NO_COLOR`.
    Mono,
    /// A file in the themes folder, by name.
    Custom(String),
}

/// Which characters draw the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Symbols {
    /// By locale and terminal.
    Auto,
    /// Box drawing and marks.
    Unicode,
    /// ASCII only.
    Ascii,
}

/// What the mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mouse {
    /// Nothing.
    Off,
    /// The wheel scrolls; selecting text works as in the shell.
    Wheel,
    /// Clicks as well.
    Full,
}

/// Which sets of keys move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyPreset {
    /// Letters and arrows.
    Both,
    /// Arrows only.
    Arrows,
    /// Letters only.
    Vim,
}

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prefs {
    /// Minutes on a normal day, 5 to 240; 0 means "until done".
    pub minutes: u16,
    /// Minutes for today only, when the learner set them (`b`).
    pub minutes_today: Option<u16>,
    /// Study days aimed for in a week, 1 to 7.
    pub days_per_week: u8,
    /// New topics per day, 0 to 5.
    pub new_topics: u8,
    /// Recall aim in percent, 70 to 97.
    pub recall_aim: u8,
    /// Grade keys shown in feedback, 2 or 4; all four always work.
    pub grade_keys: u8,
    /// Whether pressing a number answers at once.
    pub instant_submit: bool,
    /// Start of the study day in minutes after local midnight, 0 to 720.
    pub rollover_min: u16,
    /// Language of the interface and of lessons.
    pub lang: Lang,
    /// Theme.
    pub theme: ThemeChoice,
    /// Characters.
    pub symbols: Symbols,
    /// Mouse.
    pub mouse: Mouse,
    /// Width of running text in cells, 60 to 90.
    pub reading_width: u16,
    /// Moving keys.
    pub keys: KeyPreset,
}

impl Default for Prefs {
    fn default() -> Self {
        Prefs {
            minutes: 15,
            minutes_today: None,
            days_per_week: 3,
            new_topics: 1,
            recall_aim: 90,
            grade_keys: 2,
            instant_submit: true,
            rollover_min: 240,
            lang: Lang::En,
            theme: ThemeChoice::Auto,
            symbols: Symbols::Auto,
            mouse: Mouse::Wheel,
            reading_width: 76,
            keys: KeyPreset::Both,
        }
    }
}

impl Prefs {
    /// Today's budget in minutes; 0 means "until done".
    pub fn budget(&self) -> u16 {
        self.minutes_today.unwrap_or(self.minutes)
    }
}
