//! Reading and writing `config.toml`. Comments and order of the learner's file are kept.

use std::fs;
use std::io;
use std::path::Path;

use toml_edit::{Document, DocumentMut, Item};

use super::values::{SETTINGS, Setting, Value, Values, find};

/// Something in the file that is not followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// What is in force.
    pub values: Values,
    /// Keys that the learner binds: action name, key names, and whether they replace the defaults.
    pub keys: Vec<KeyLine>,
    /// What is not followed.
    pub warnings: Vec<Warning>,
}

/// A line of the `[keys]` table that binds keys to an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// The action's name.
    pub action: String,
    /// Names of keys, such as `ctrl-y`.
    pub keys: Vec<String>,
    /// Whether they take the place of the default keys.
    pub replace: bool,
    /// Line in the file, from 1.
    pub line: usize,
}

/// Reads the settings file; a file that is not there is an empty one.
///
/// What it leaves out is taken from `below`, the settings file that all profiles share, if there is one. Warnings are
/// those of the file itself.
pub fn load(path: &Path, below: Option<&Path>) -> Loaded {
    let shared = below.map(|file| load(file, None)).unwrap_or_default();
    let shared = Loaded { warnings: Vec::new(), ..shared };
    match fs::read_to_string(path) {
        Ok(text) => parse_over(shared, &text),
        Err(e) if e.kind() == io::ErrorKind::NotFound => shared,
        Err(e) => {
            Loaded { warnings: vec![Warning { line: 1, message: format!("the file cannot be read: {e}") }], ..shared }
        }
    }
}

/// Reads the text of a settings file.
pub fn parse(text: &str) -> Loaded {
    parse_over(Loaded::default(), text)
}

/// Reads the text of a settings file over what is in force already.
fn parse_over(mut loaded: Loaded, text: &str) -> Loaded {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(e) => {
            let at = e.span().map_or(0, |s| s.start);
            loaded.warnings.push(Warning { line: line_of(text, at), message: e.message().to_owned() });
            return loaded;
        }
    };
    for (table_name, table) in document.iter() {
        let Some(entries) = table.as_table_like() else {
            warn(&mut loaded, text, table, format!("{table_name} stands outside a table such as [study]"));
            continue;
        };
        for (key, item) in entries.iter() {
            let name = format!("{table_name}.{key}");
            match find(&name) {
                Some(setting) => read_setting(&mut loaded, text, setting, item),
                None if table_name == "keys" => read_keys(&mut loaded, text, key, item),
                None => {
                    let hint = nearest(&name, SETTINGS.iter().map(|s| s.name))
                        .map(|n| format!("; did you mean {n}?"))
                        .unwrap_or_default();
                    warn(&mut loaded, text, item, format!("{name} is no setting{hint}"));
                }
            }
        }
    }
    loaded
}

fn read_setting(loaded: &mut Loaded, text: &str, setting: &'static Setting, item: &Item) {
    let written = match item.as_value() {
        Some(toml_edit::Value::String(s)) => Some(s.value().clone()),
        Some(toml_edit::Value::Integer(n)) => Some(n.value().to_string()),
        Some(toml_edit::Value::Boolean(b)) => Some(b.value().to_string()),
        _ => None,
    };
    match written.ok_or_else(|| format!("{} takes a plain value", setting.name)).and_then(|w| setting.read(&w)) {
        Ok(value) => loaded.values.put(setting, value),
        Err(message) => warn(loaded, text, item, message),
    }
}

fn read_keys(loaded: &mut Loaded, text: &str, action: &str, item: &Item) {
    let (list, replace) = match item.as_table_like() {
        Some(table) => (table.get("replace"), true),
        None => (Some(item), false),
    };
    let keys: Option<Vec<String>> =
        list.and_then(Item::as_array).map(|a| a.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect());
    match keys {
        Some(keys) if !keys.is_empty() => {
            let line = line_of(text, item.span().map_or(0, |s| s.start));
            loaded.keys.push(KeyLine { action: action.to_owned(), keys, replace, line });
        }
        _ => warn(loaded, text, item, format!("keys.{action} takes a list such as [\"u\", \"ctrl-y\"]")),
    }
}

fn warn(loaded: &mut Loaded, text: &str, item: &Item, message: String) {
    let at = item.span().map_or(0, |s| s.start);
    loaded.warnings.push(Warning { line: line_of(text, at), message });
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1
}

/// The name that differs least from `wanted`, if it differs by at most three letters and half of them.
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = (wanted.chars().count() / 2).clamp(1, 3);
    names.map(|n| (distance(wanted, n), n)).min().filter(|(d, _)| *d <= most).map(|(_, n)| n)
}

/// Levenshtein distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let change = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

/// Writes one setting into the file, keeping everything else in it; `None` takes it out.
///
/// The new text replaces the file in one step, so a full disk leaves the old file.
///
/// # Errors
///
/// When the file is no TOML or cannot be written.
pub fn set(path: &Path, setting: &Setting, value: Option<&Value>) -> io::Result<()> {
    let old = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(e),
    };
    let new = change(&old, setting, value).map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("toml.new");
    fs::write(&beside, new)?;
    fs::rename(&beside, path)
}

fn change(old: &str, setting: &Setting, value: Option<&Value>) -> Result<String, String> {
    let mut document: DocumentMut = old.parse().map_err(|e: toml_edit::TomlError| e.message().to_owned())?;
    let (table, key) = setting.name.split_once('.').ok_or("a setting's name has two parts")?;
    match value {
        Some(value) => {
            let entry = document.entry(table).or_insert_with(toml_edit::table);
            let entries = entry.as_table_like_mut().ok_or_else(|| format!("{table} is not a table"))?;
            let new: toml_edit::Value = match value {
                Value::Int(n) => (*n).into(),
                Value::Bool(b) => (*b).into(),
                Value::Text(t) => t.as_str().into(),
            };
            match entries.get_mut(key).and_then(Item::as_value_mut) {
                Some(there) => {
                    let decor = there.decor().clone();
                    *there = new;
                    *there.decor_mut() = decor;
                }
                None => {
                    entries.insert(key, toml_edit::value(new));
                }
            }
        }
        None => {
            if let Some(entries) = document.get_mut(table).and_then(Item::as_table_like_mut) {
                entries.remove(key);
            }
        }
    }
    Ok(document.to_string())
}

/// The `token = "style"` lines of a theme file; whatever else it holds is passed over.
pub fn theme_lines(text: &str) -> Vec<(String, String)> {
    let Ok(document) = Document::parse(text) else { return Vec::new() };
    let lines = document.iter().filter_map(|(token, style)| Some((token.to_owned(), style.as_str()?.to_owned())));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_a_warning_with_its_line_and_a_suggestion() {
        let loaded = parse("[study]\nminutes = 20\nminuts = 5\n");
        assert_eq!(loaded.values.int("study.minutes"), 20);
        let expected = Warning { line: 3, message: "study.minuts is no setting; did you mean study.minutes?".into() };
        assert_eq!(loaded.warnings, vec![expected]);
    }

    #[test]
    fn a_wrong_value_keeps_the_default_and_says_what_would_be_right() {
        let loaded = parse("[screen]\ntheme = \"my theme\"\nmouse = \"laser\"\n");
        assert_eq!(loaded.values.text("screen.mouse"), "wheel");
        assert_eq!(loaded.warnings[1].message, "screen.mouse takes one of: off, wheel, full");
    }

    #[test]
    fn a_file_that_is_no_toml_is_a_warning_and_not_a_refusal() {
        let loaded = parse("[study\nminutes = 20");
        assert_eq!(loaded.values, Values::default());
        assert_eq!(loaded.warnings.len(), 1);
    }

    #[test]
    fn setting_a_value_keeps_the_comments_of_the_file() {
        let minutes = find("study.minutes").expect("a setting");
        let old = "# mine\n[study]\nminutes = 15 # on the train\n";
        let new = change(old, minutes, Some(&Value::Int(20))).expect("the file is TOML");
        assert_eq!(new, "# mine\n[study]\nminutes = 20 # on the train\n");
        let gone = change(&new, minutes, None).expect("the file is TOML");
        assert_eq!(parse(&gone).values.int("study.minutes"), 15);
    }

    #[test]
    fn keys_add_to_the_defaults_unless_they_replace() {
        let loaded = parse("[keys]\npreset = \"vim\"\nundo = [\"ctrl-y\"]\nnext = { replace = [\"n\"] }\n");
        assert_eq!(loaded.warnings, vec![]);
        assert_eq!(loaded.keys.len(), 2);
        assert!(!loaded.keys[0].replace);
        assert!(loaded.keys[1].replace);
    }

    #[test]
    fn a_profile_takes_what_it_leaves_out_from_the_file_that_all_share() {
        let dir = tempfile::tempdir().expect("a folder");
        let (shared, own) = (dir.path().join("config.toml"), dir.path().join("exam.toml"));
        fs::write(&shared, "[study]\nminutes = 20\ndays_per_week = 5\nminuts = 1\n").expect("a file");
        fs::write(&own, "[study]\nminutes = 45\n").expect("a file");
        let loaded = load(&own, Some(&shared));
        assert_eq!((loaded.values.int("study.minutes"), loaded.values.int("study.days_per_week")), (45, 5));
        assert_eq!(loaded.warnings, vec![], "what is wrong in the shared file is told where it is in force");
    }
}
