//! # jenjang
//!
//! An offline terminal learning companion and interview trainer for backend engineers.
//!
//! # Design
//!
//! One crate, rooms in a strict line. The table is the law: `tests/architecture.rs` parses it and checks every `use` and
//! path in `src/` against it, that it has no cycle, and that it names every folder.
//!
//! | room | what it is | may name | crates only here | pure |
//! | --- | --- | --- | --- | --- |
//! | words | interface text: Fluent files, numbers, dates, plurals | - | flate2 fluent_bundle unic_langid | yes |
//! | domain | what learning is: ids, time, questions, grading, rubrics, memory, log, roadmap, plan, tallies | - | fsrs | yes |
//! | prose | Markdown to blocks to wrapped lines of (text, role) | - | pulldown_cmark | yes |
//! | format | the content format: types, parser with places, schema, compact index | - | toml schemars postcard flate2 ppmd_rust serde_json | yes |
//! | packs | content on disk: read, check, convert to domain, sign | domain prose format words | annotate_snippets serde_json zip sha2 ed25519_compact getrandom | disk |
//! | exchange | what other programs keep: Anki archives and CSV, out and in | domain prose format packs words | rusqlite ruzstd serde_json zip | disk |
//! | store | SQLite: log, projections, drafts, search index, backup | domain | rusqlite serde_json jiff | disk |
//! | sessions | review and lesson as state machines; one registry of actions | domain prose words | rand rand_pcg serde_json | yes |
//! | ui | the terminal kit: theme, page, list, text field, meter, footer, popup, code colour, test stage | domain prose sessions words | ratatui ratatui_textarea syntect flate2 nucleo_matcher | yes |
//! | screens | one folder for each screen: state, update, view, tests | domain prose sessions ui words | ratatui | yes |
//! | plain | the same sessions as lines, and as JSON | domain prose sessions words | serde_json | yes |
//! | config | settings, key file, themes, paths | - | directories toml_edit | disk |
//! | app | carries words between the rooms: loop, routes, threads, terminal guard, boot | words domain prose format packs exchange store sessions ui screens plain config | ratatui crossterm rand tracing tracing_subscriber signal_hook libc jiff base64 serde_json | - |
//! | cli | one file for each subcommand | words domain prose format packs exchange store sessions plain config app | clap clap_complete clap_mangen serde_json | - |
//!
//! `std`, serde derives, `thiserror`, `jiff`'s value types and the unicode crates are free for all. Pure rooms never
//! mention `Instant::now`, `SystemTime`, `std::fs`, `std::thread`, `std::env` or `println!`: time and randomness are
//! arguments. Domain decides, app carries, store writes.

pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod format;
pub mod packs;
pub mod plain;
pub mod prose;
pub mod screens;
pub mod sessions;
pub mod store;
pub mod ui;
pub mod words;
