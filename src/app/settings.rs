//! Settings in force: the file's, the command line's over them, and what the learner changes while it runs.

use std::fs;
use std::io;
use std::path::Path;

use crate::config::paths::Paths;
use crate::config::{self, KeyLine, SETTINGS, Values};
use crate::sessions::prefs::Prefs;
use crate::ui::theme::Theme;

use super::prefs::{Overrides, prefs, theme};

/// Settings in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// As sessions and screens read them.
    pub prefs: Prefs,
    /// The learner's keys.
    pub keys: Vec<KeyLine>,
    values: Values,
    over: Overrides,
}

/// The name under which minutes for today only are set; they are not written to the file.
const MINUTES_TODAY: &str = "study.minutes_today";

impl Settings {
    /// Settings from what the file and the command line say.
    pub fn new(values: Values, keys: Vec<KeyLine>, over: Overrides) -> Self {
        Settings { prefs: prefs(&values, &over), keys, values, over }
    }

    /// Changes a setting, at once and in the file; an empty value goes back to the default.
    ///
    /// # Errors
    ///
    /// A sentence, when the value is none that the setting takes or the file cannot be written (the change holds all the same).
    pub fn set(&mut self, name: &str, value: &str, paths: &Paths) -> Result<(), String> {
        if name == MINUTES_TODAY {
            self.prefs.minutes_today = value.parse().ok();
            return Ok(());
        }
        let setting = config::find(name).ok_or_else(|| format!("{name} is no setting"))?;
        let new = if value.is_empty() { None } else { Some(setting.read(value)?) };
        match &new {
            Some(value) => self.values.put(setting, value.clone()),
            None => self.reset(setting, paths),
        }
        // The learner's word now is newer than the command line's.
        match name {
            "screen.language" => self.over.lang = None,
            "screen.symbols" => self.over.ascii = false,
            "screen.theme" => self.over.no_color = false,
            "screen.mouse" => self.over.no_mouse = false,
            _ => {}
        }
        let minutes_today = self.prefs.minutes_today;
        self.prefs = Prefs { minutes_today, ..prefs(&self.values, &self.over) };
        config::set(&paths.config_file, setting, new.as_ref()).map_err(|e| e.to_string())
    }

    /// Back to what all profiles share, or else to the default.
    fn reset(&mut self, setting: &'static config::Setting, paths: &Paths) {
        self.values.reset(setting);
        let shared = paths.shared_config.as_ref().map(|file| config::load(file, None).values);
        if let Some(shared) = shared.filter(|s| s.is_set(setting.name))
            && let Ok(value) = setting.read(&shared.text(setting.name))
        {
            self.values.put(setting, value);
        }
    }

    /// Reads the file again; what the command line said stays over it.
    pub fn reload(&mut self, paths: &Paths) {
        let loaded = config::load(&paths.config_file, paths.shared_config.as_deref());
        self.values = loaded.values;
        self.keys = loaded.keys;
        let minutes_today = self.prefs.minutes_today;
        self.prefs = Prefs { minutes_today, ..prefs(&self.values, &self.over) };
    }

    /// The look that the settings ask for.
    pub fn theme(&self, config_dir: &Path) -> Theme {
        theme(&self.prefs, |name| custom_theme(config_dir, name))
    }
}

/// A theme file: `themes/<name>.toml` with `token = "style"` lines over the dark theme.
fn custom_theme(config_dir: &Path, name: &str) -> Option<Theme> {
    let text = fs::read_to_string(config_dir.join("themes").join(format!("{name}.toml"))).ok()?;
    let styles = config::theme_lines(&text);
    let styles = styles.iter().map(|(token, style)| (token.as_str(), style.as_str()));
    // What a theme file says wrongly keeps its default, as with every other setting.
    Some(Theme::dark().with(styles).0)
}

/// Writes a settings file in which everything is said and commented out.
///
/// # Errors
///
/// When the folder or the file cannot be written.
pub fn create(file: &Path) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut text = String::from("# jenjang: every line may be left out\n");
    let mut table = "";
    for setting in SETTINGS {
        let (own_table, key) = setting.name.split_once('.').unwrap_or(("", setting.name));
        if own_table != table {
            table = own_table;
            text.push_str(&format!("\n[{table}]\n"));
        }
        let value = match setting.default_value() {
            config::Value::Text(text) => format!("{text:?}"),
            other => other.to_text(),
        };
        text.push_str(&format!("# {key} = {value}  # {}\n", setting.about));
    }
    fs::write(file, text)
}
