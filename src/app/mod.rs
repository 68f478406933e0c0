//! Carries words between the rooms: loop, routes, threads, terminal guard, boot.
//!
//! # Design
//!
//! Four threads: input, signals, the desk (the store's one connection and the library), and this one, which owns every
//! screen and never waits for a disk. All of them speak through one channel of [`Message`]s. The loop sleeps until one comes
//! or a screen's `wake_at` is reached, takes everything that waits, and draws once. There is no tick: an idle program
//! writes nothing and uses no processor.

pub mod boot;
pub mod bots;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod desk;
pub mod editor;
pub mod input;
pub mod installed;
pub mod keymap;
pub mod prefs;
pub mod preview;
pub mod run;
pub mod settings;
pub mod signals;
pub mod terminal;

mod routes;
mod stack;

use crate::sessions::action::Keys;
use crate::sessions::effect::News;
use crate::sessions::key::Key;

/// What reaches the loop.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// A click, in cells of the window.
    Click {
        /// Column.
        x: u16,
        /// Row.
        y: u16,
    },
    /// The window's size changed.
    Resize,
    /// Somebody asks the program to stop until continued.
    Stop,
    /// The program was continued.
    Continued,
    /// SIGINT from outside.
    Interrupt,
    /// The program is to end with this exit code: a signal says so, or the terminal is gone.
    End(u8),
    /// Something is known now that the state was made without.
    Outdated,
    /// Something that was asked for.
    News(Box<News>),
    /// A new state of the study.
    Study(Box<crate::sessions::study::Study>),
    /// Events of another origin were seen: later ids must be larger.
    Seen(crate::domain::event::EventId),
}

/// The name that differs least from `wanted`, if it differs by at most a third of its letters: for "did you mean".
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    crate::config::nearest(wanted, names)
}

/// Keys as people call them.
pub fn key_names(keys: &Keys) -> String {
    crate::ui::keys::names(keys)
}
