//! What can be set, and to what.

use std::collections::BTreeMap;

/// A value of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Int(i64),
    /// On or off.
    Bool(bool),
    /// A word or a name.
    Text(String),
}

/// What values a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number within a range, ends included.
    Int {
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
    },
    /// On or off.
    Bool,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// 0, which means without an end, or a whole number in this range.
    ZeroOr {
        /// The least but 0.
        min: i64,
        /// The most.
        max: i64,
    },
    /// One of these words, or the name of a file in the themes folder.
    Theme(&'static [&'static str]),
}

/// A setting.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its dotted name, such as `study.minutes`.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Its default, as it would stand in the file.
    pub default: &'static str,
    /// One line about it, for `config keys` and the commented file.
    pub about: &'static str,
}

/// Everything that can be set, in the order in which it is listed.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "study.minutes",
        kind: Kind::ZeroOr { min: 5, max: 240 },
        default: "15",
        about: "minutes on a normal day; 0 means until done",
    },
    Setting {
        name: "study.days_per_week",
        kind: Kind::Int { min: 1, max: 7 },
        default: "3",
        about: "study days aimed for in a week",
    },
    Setting {
        name: "study.new_topics",
        kind: Kind::Int { min: 0, max: 5 },
        default: "1",
        about: "new topics per day; fewer by itself while a backlog lasts",
    },
    Setting {
        name: "study.recall_aim",
        kind: Kind::Int { min: 70, max: 97 },
        default: "90",
        about: "percent; higher costs more minutes a day",
    },
    Setting {
        name: "study.grade_keys",
        kind: Kind::OneOf(&["2", "4"]),
        default: "2",
        about: "grade keys shown in feedback; all four always work",
    },
    Setting {
        name: "study.instant_submit",
        kind: Kind::Bool,
        default: "true",
        about: "pressing a number answers at once",
    },
    Setting {
        name: "study.day_starts",
        kind: Kind::Int { min: 0, max: 12 },
        default: "4",
        about: "hour at which a study day begins",
    },
    Setting {
        name: "screen.language",
        kind: Kind::OneOf(&["auto", "en", "id"]),
        default: "auto",
        about: "interface and lessons; auto follows the locale",
    },
    Setting {
        name: "screen.theme",
        kind: Kind::Theme(&["auto", "dark", "light", "contrast", "mono"]),
        default: "auto",
        about: "or the name of a file in the themes folder",
    },
    Setting {
        name: "screen.symbols",
        kind: Kind::OneOf(&["auto", "unicode", "ascii"]),
        default: "auto",
        about: "which characters draw the interface",
    },
    Setting {
        name: "screen.mouse",
        kind: Kind::OneOf(&["off", "wheel", "full"]),
        default: "wheel",
        about: "wheel leaves selecting text to the terminal",
    },
    Setting {
        name: "screen.reading_width",
        kind: Kind::Int { min: 60, max: 90 },
        default: "76",
        about: "width of running text",
    },
    Setting {
        name: "keys.preset",
        kind: Kind::OneOf(&["both", "arrows", "vim"]),
        default: "both",
        about: "moving keys: letters and arrows, arrows only, letters only",
    },
];

/// The setting of a name.
pub fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|s| s.name == name)
}

impl Setting {
    /// Reads a value as a person writes it on a command line; the error says what would be right.
    ///
    /// # Errors
    ///
    /// When the value is none that this setting takes.
    pub fn read(&self, text: &str) -> Result<Value, String> {
        let text = text.trim();
        match self.kind {
            Kind::Int { min, max } => match text.parse::<i64>() {
                Ok(n) if (min..=max).contains(&n) => Ok(Value::Int(n)),
                _ => Err(format!("{} takes a whole number from {min} to {max}", self.name)),
            },
            Kind::ZeroOr { min, max } => match text.parse::<i64>() {
                Ok(n) if n == 0 || (min..=max).contains(&n) => Ok(Value::Int(n)),
                _ => Err(format!("{} takes 0 or a whole number from {min} to {max}", self.name)),
            },
            Kind::Bool => match text {
                "true" | "yes" | "on" => Ok(Value::Bool(true)),
                "false" | "no" | "off" => Ok(Value::Bool(false)),
                _ => Err(format!("{} takes true or false", self.name)),
            },
            Kind::OneOf(words) if words.contains(&text) => Ok(match text.parse::<i64>() {
                Ok(n) => Value::Int(n),
                Err(_) => Value::Text(text.to_owned()),
            }),
            Kind::Theme(words) if words.contains(&text) || is_file_name(text) => Ok(Value::Text(text.to_owned())),
            Kind::OneOf(words) | Kind::Theme(words) => Err(format!("{} takes one of: {}", self.name, words.join(", "))),
        }
    }

    /// The default as a value.
    pub fn default_value(&self) -> Value {
        self.read(self.default).unwrap_or_else(|_| Value::Text(self.default.to_owned()))
    }
}

/// A name that cannot leave the themes folder.
fn is_file_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

impl Value {
    /// The value as a person would type it.
    pub fn to_text(&self) -> String {
        match self {
            Value::Int(n) => n.to_string(),
            Value::Bool(b) => b.to_string(),
            Value::Text(t) => t.clone(),
        }
    }
}

/// The settings that are in force: those of the file over the defaults.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    set: BTreeMap<&'static str, Value>,
}

impl Values {
    /// Puts a value; it is the caller's to have read it with [`Setting::read`].
    pub fn put(&mut self, setting: &'static Setting, value: Value) {
        self.set.insert(setting.name, value);
    }

    /// Takes a value away, so that the default is in force.
    pub fn reset(&mut self, setting: &'static Setting) {
        self.set.remove(setting.name);
    }

    /// Whether the file says something about it.
    pub fn is_set(&self, name: &str) -> bool {
        self.set.contains_key(name)
    }

    /// The value in force; `None` only for a name that is no setting.
    pub fn get(&self, name: &str) -> Option<Value> {
        self.set.get(name).cloned().or_else(|| find(name).map(Setting::default_value))
    }

    /// A whole number; 0 for a name that is no number setting.
    pub fn int(&self, name: &str) -> i64 {
        match self.get(name) {
            Some(Value::Int(n)) => n,
            _ => 0,
        }
    }

    /// A switch.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some(Value::Bool(true))
    }

    /// A word.
    pub fn text(&self, name: &str) -> String {
        self.get(name).map(|v| v.to_text()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_a_value_that_the_setting_takes() {
        for setting in SETTINGS {
            assert!(setting.read(setting.default).is_ok(), "{}", setting.name);
        }
    }

    #[test]
    fn a_number_outside_its_range_is_refused_with_the_range() {
        let minutes = find("study.minutes").expect("study.minutes is a setting");
        assert_eq!(minutes.read("20"), Ok(Value::Int(20)));
        assert_eq!(minutes.read("0"), Ok(Value::Int(0)));
        for refused in ["3", "500"] {
            assert_eq!(minutes.read(refused), Err("study.minutes takes 0 or a whole number from 5 to 240".into()));
        }
        let aim = find("study.recall_aim").expect("study.recall_aim is a setting");
        assert_eq!(aim.read("99"), Err("study.recall_aim takes a whole number from 70 to 97".into()));
    }

    #[test]
    fn a_theme_name_cannot_leave_the_themes_folder() {
        let theme = find("screen.theme").expect("screen.theme is a setting");
        assert!(theme.read("my-theme").is_ok());
        assert!(theme.read("../../etc/passwd").is_err());
    }

    #[test]
    fn what_the_file_does_not_say_has_its_default() {
        let mut values = Values::default();
        assert_eq!(values.int("study.minutes"), 15);
        values.put(find("study.minutes").expect("a setting"), Value::Int(30));
        assert_eq!(values.int("study.minutes"), 30);
        values.reset(find("study.minutes").expect("a setting"));
        assert_eq!(values.int("study.minutes"), 15);
    }
}
