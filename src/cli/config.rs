//! `jenjang config`: settings from the shell.

use std::io::Write;

use crate::app::{editor, keymap::Keymap};
use crate::config::{self, Kind, SETTINGS};
use crate::domain::sorting::Arrange;
use crate::sessions::action::{State, all};
use crate::words::Words;

use super::args::{ConfigCommand, Global};
use super::exit::{DONE, FAILED, Failure, NOT_FOUND, REFUSED, USAGE};
use super::world::Room;

/// Runs the command.
pub fn run(global: &Global, command: &ConfigCommand) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    match command {
        ConfigCommand::Get { name } => get(&room, name.as_deref()),
        ConfigCommand::Set { name, value } => set(&room, name, value),
        ConfigCommand::Edit => edit(global, &room),
        ConfigCommand::Path => {
            outln!("{}", room.paths.config_file.display());
            Ok(DONE)
        }
        ConfigCommand::Keys => keys(&room),
        ConfigCommand::Check => check(&room),
    }
}

fn setting(room: &Room, name: &str) -> Result<&'static config::Setting, Failure> {
    config::find(name).ok_or_else(|| {
        let said = |key: &str, name: &str| room.words.fmt(key, &[("name", name.into())]);
        let failure = Failure::new(NOT_FOUND, "J-NO-SETTING", said("cli-no-setting", name));
        match crate::app::nearest(name, SETTINGS.iter().map(|s| s.name)) {
            Some(near) => failure.try_this(said("cli-did-you-mean", near)),
            None => failure.try_this("jenjang config get"),
        }
    })
}

/// What a setting takes, in the learner's language.
fn takes(setting: &config::Setting, words: &Words) -> String {
    let name = ("name", setting.name.into());
    let range = |key: &str, min: i64, max: i64| {
        words.fmt(key, &[("name", setting.name.into()), ("min", min.into()), ("max", max.into())])
    };
    match setting.kind {
        Kind::Int { min, max } => range("cli-takes-range", min, max),
        Kind::ZeroOr { min, max } => range("cli-takes-zero-or-range", min, max),
        Kind::Bool => words.fmt("cli-takes-switch", &[name]),
        Kind::OneOf(values) | Kind::Theme(values) => {
            words.fmt("cli-takes-one-of", &[name, ("values", values.join(", ").into())])
        }
    }
}

fn get(room: &Room, name: Option<&str>) -> Result<u8, Failure> {
    let mut out = std::io::stdout().lock();
    if let Some(name) = name {
        writeln!(out, "{}", room.loaded.values.text(setting(room, name)?.name))?;
        return Ok(DONE);
    }
    for setting in SETTINGS {
        writeln!(out, "{} = {}  # {}", setting.name, room.loaded.values.text(setting.name), setting.about)?;
    }
    Ok(DONE)
}

fn set(room: &Room, name: &str, value: &str) -> Result<u8, Failure> {
    let setting = setting(room, name)?;
    let value = setting.read(value).map_err(|_| Failure::new(USAGE, "J-USAGE", takes(setting, &room.words)))?;
    config::set(&room.paths.config_file, setting, Some(&value))?;
    Ok(DONE)
}

fn edit(global: &Global, room: &Room) -> Result<u8, Failure> {
    if global.no_input {
        return Err(Failure::new(REFUSED, "J-NO-INPUT", "config edit needs a terminal and an editor"));
    }
    let path = &room.paths.config_file;
    if !path.exists() {
        crate::app::settings::create(path)?;
    }
    editor::open(path).map_err(|e| Failure::new(FAILED, "J-EDITOR", e.to_string()))?;
    check(&Room::open(global)?)
}

fn check(room: &Room) -> Result<u8, Failure> {
    let (_, key_warnings) = Keymap::new(&room.loaded.keys, room.settings.prefs.keys);
    let file = room.paths.config_file.display();
    let mut warnings: Vec<_> = room.loaded.warnings.iter().chain(&key_warnings).collect();
    warnings.arrange_by_key(|w| w.line);
    for warning in &warnings {
        eprintln!("{file}:{}: {}", warning.line, warning.message);
    }
    Ok(if warnings.is_empty() { DONE } else { super::exit::CONTENT })
}

/// The keymap as Markdown, made from the registry.
fn keys(room: &Room) -> Result<u8, Failure> {
    let mut out = std::io::stdout().lock();
    for state in State::ALL {
        writeln!(out, "## {state:?}\n\n| keys | action | what it does |\n| --- | --- | --- |")?;
        for binding in all(*state) {
            let names: Vec<String> = binding.keys.iter().map(crate::app::key_names).collect();
            let help = crate::words::plain(&room.words.get(binding.help));
            writeln!(out, "| `{}` | {} | {help} |", names.join("`, `"), binding.action.name())?;
        }
        writeln!(out)?;
    }
    Ok(DONE)
}
