//! From the settings file and the command line to the values that sessions and screens read.

use std::env;

use crate::config::Values;
use crate::domain::text::Lang;
use crate::sessions::prefs::{KeyPreset, Mouse, Prefs, Symbols, ThemeChoice};
use crate::ui::theme::Theme;

/// What the command line and the environment say over the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overrides {
    /// `--lang`.
    pub lang: Option<Lang>,
    /// `--ascii`.
    pub ascii: bool,
    /// `--no-mouse`.
    pub no_mouse: bool,
    /// `--color never`, `NO_COLOR`, or a terminal without colour.
    pub no_color: bool,
}

/// The settings in force.
pub fn prefs(values: &Values, over: &Overrides) -> Prefs {
    let small = |name: &str| u16::try_from(values.int(name)).unwrap_or(0);
    let tiny = |name: &str| u8::try_from(values.int(name)).unwrap_or(0);
    let lang = over.lang.or_else(|| Lang::from_code(&values.text("screen.language"))).unwrap_or_else(locale_lang);
    Prefs {
        minutes: small("study.minutes"),
        minutes_today: None,
        days_per_week: tiny("study.days_per_week"),
        new_topics: tiny("study.new_topics"),
        recall_aim: tiny("study.recall_aim"),
        grade_keys: tiny("study.grade_keys"),
        instant_submit: values.flag("study.instant_submit"),
        rollover_min: small("study.day_starts") * 60,
        lang,
        theme: theme_choice(values, over),
        symbols: symbols(values, over),
        mouse: mouse(values, over),
        reading_width: small("screen.reading_width"),
        keys: match values.text("keys.preset").as_str() {
            "arrows" => KeyPreset::Arrows,
            "vim" => KeyPreset::Vim,
            _ => KeyPreset::Both,
        },
    }
}

fn theme_choice(values: &Values, over: &Overrides) -> ThemeChoice {
    if over.no_color {
        return ThemeChoice::Mono;
    }
    match values.text("screen.theme").as_str() {
        "auto" => ThemeChoice::Auto,
        "dark" => ThemeChoice::Dark,
        "light" => ThemeChoice::Light,
        "contrast" => ThemeChoice::Contrast,
        "mono" => ThemeChoice::Mono,
        other => ThemeChoice::Custom(other.to_owned()),
    }
}

fn symbols(values: &Values, over: &Overrides) -> Symbols {
    match values.text("screen.symbols").as_str() {
        _ if over.ascii => Symbols::Ascii,
        "ascii" => Symbols::Ascii,
        "unicode" => Symbols::Unicode,
        _ => Symbols::Auto,
    }
}

fn mouse(values: &Values, over: &Overrides) -> Mouse {
    match values.text("screen.mouse").as_str() {
        _ if over.no_mouse => Mouse::Off,
        "off" => Mouse::Off,
        "full" => Mouse::Full,
        _ => Mouse::Wheel,
    }
}

/// The language of the locale, as POSIX orders its variables; English for any other.
fn locale_lang() -> Lang {
    locale().and_then(|l| Lang::from_code(&l)).unwrap_or_default()
}

fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()))
}

/// Whether a terminal and locale can be trusted with box drawing.
fn speaks_unicode() -> bool {
    if cfg!(windows) {
        return true;
    }
    let ctype = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|n| env::var(n).ok().filter(|v| !v.is_empty()));
    let utf8 = ctype.is_some_and(|l| {
        let l = l.to_ascii_lowercase();
        l.contains("utf-8") || l.contains("utf8")
    });
    utf8 && env::var("TERM").is_ok_and(|term| term != "linux")
}

/// The theme that the settings ask for; `custom` reads a theme file by name.
pub fn theme(prefs: &Prefs, custom: impl FnOnce(&str) -> Option<Theme>) -> Theme {
    let theme = match &prefs.theme {
        ThemeChoice::Dark => Theme::dark(),
        ThemeChoice::Light => Theme::light(),
        ThemeChoice::Contrast => Theme::contrast(),
        ThemeChoice::Mono => Theme::mono(),
        ThemeChoice::Auto if background_is_light() => Theme::light(),
        ThemeChoice::Auto => Theme::dark(),
        ThemeChoice::Custom(name) => custom(name).unwrap_or_else(Theme::dark),
    };
    let ascii = match prefs.symbols {
        Symbols::Ascii => true,
        Symbols::Unicode => false,
        Symbols::Auto => !speaks_unicode(),
    };
    theme.with_ascii(ascii)
}

/// What `COLORFGBG` says, as rxvt and its followers set it: the last figure is the background, 7 and 9 to 15 are light.
fn background_is_light() -> bool {
    let Ok(value) = env::var("COLORFGBG") else { return false };
    value.rsplit(';').next().and_then(|n| n.parse::<u8>().ok()).is_some_and(|n| n == 7 || (9..=15).contains(&n))
}

/// Whether the environment asks for no colour: `NO_COLOR` set and not empty (no-color.org), or a dumb terminal.
pub fn environment_says_no_color() -> bool {
    env::var("NO_COLOR").is_ok_and(|v| !v.is_empty()) || env::var("TERM").is_ok_and(|t| t == "dumb")
}
