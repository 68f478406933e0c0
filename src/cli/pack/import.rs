//! `jenjang pack import`: a draft of a pack from a table or from Anki notes.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use crate::cli::args::{Global, ImportArgs};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure};
use crate::cli::pack::new;
use crate::cli::world::Room;
use crate::domain::text::Lang;
use crate::exchange::{self, CSV_BYTES, Drafted, Taken, Trouble, What, anki};
use crate::packs::check::{self, Options};
use crate::packs::rules::rule;
use crate::packs::scaffold::{self, Plan};
use crate::plain::clean;
use crate::words::Words;

/// Runs the command.
pub fn run(global: &Global, args: &ImportArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    new::named(&args.name, words)?;
    let lang = room.settings.prefs.lang;
    let taken = take(&args.file, lang, words)?;
    let drafted = exchange::draft(taken, &args.name.replace('-', " "), lang);
    if drafted.given.is_empty() {
        return Err(refused(&args.file, &Trouble::Empty, words));
    }
    let Drafted { title, given, left, .. } = drafted;
    let counts = [drafted.typed, drafted.gaps, drafted.choices, drafted.told];
    let topics = given.len();
    let plan = Plan {
        name: args.name.clone(),
        lang,
        title,
        given,
        minimal: args.minimal,
        schemas: new::for_editors()?,
        ..Plan::default()
    };
    new::write(&args.name, &scaffold::draft(&plan), words)?;
    let report = check::check(Path::new(&args.name), &Options::default())
        .map_err(|e| Failure::new(FAILED, "J-NO-PACK", crate::packs::told(&e.said(), words)))?;
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    report.problems.iter().for_each(|problem| *open.entry(problem.code).or_insert(0) += 1);
    let code = if report.is_refused() { CONTENT } else { DONE };
    if global.json {
        let left: Vec<_> = left.iter().map(|(what, n)| json!({ "what": told(what, n, words), "n": n })).collect();
        let [typed, gaps, choices, lesson] = counts;
        let data = json!({
            "pack": args.name, "topics": topics, "typed": typed, "gaps": gaps, "choices": choices, "lesson": lesson,
            "left": left, "open": open,
        });
        outln!("{}", json!({ "schema": "jenjang.pack-import/1", "data": data }));
        return Ok(code);
    }
    outln!("{}", words.fmt("packs-created", &[("path", format!("{}/", args.name).into())]));
    outln!("{}", words.fmt("exchange-topics", &[("n", topics.into())]));
    for (key, n) in ["exchange-typed", "exchange-gaps", "exchange-choices", "exchange-lesson"].into_iter().zip(counts) {
        if n > 0 {
            outln!("  {}", words.fmt(key, &[("n", n.into())]));
        }
    }
    if left.iter().next().is_some() {
        outln!("{}", words.get("exchange-left"));
        for (what, n) in left.iter() {
            outln!("  {}", told(what, n, words));
        }
    }
    if !open.is_empty() {
        outln!("{}", words.get("exchange-open"));
        for (code, n) in &open {
            let what = rule(code).map(|rule| words.get(rule.what)).unwrap_or_default();
            outln!("  {code}  {n:>5}  {}", first_sentence(&what));
        }
    }
    let next = if open.is_empty() { "preview" } else { "check" };
    outln!("{}", words.fmt("packs-next", &[("command", format!("jenjang pack {next} {}", args.name).into())]));
    Ok(code)
}

fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or_default().trim_end()
}

/// The notes of a file.
fn take(path: &Path, lang: Lang, words: &Words) -> Result<Taken, Failure> {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("apkg")) && path.is_file() {
        return anki::notes(path).map_err(|trouble| refused(path, &trouble, words));
    }
    let text = new::text(path, CSV_BYTES, words)?;
    exchange::notes(&text, lang).map_err(|trouble| refused(path, &trouble, words))
}

/// Why a file was not taken.
fn refused(path: &Path, trouble: &Trouble, words: &Words) -> Failure {
    let why = match trouble {
        Trouble::TooMany(most) => words.fmt("exchange-too-many", &[("n", (*most).into())]),
        Trouble::Columns(line) => words.fmt("exchange-too-wide", &[("line", (*line).into())]),
        Trouble::OpenQuote(line) => words.fmt("exchange-open-quote", &[("line", (*line).into())]),
        Trouble::NoColumns => words.get("exchange-no-columns").into_owned(),
        Trouble::Empty => words.get("exchange-empty").into_owned(),
        Trouble::Broken(why) => words.fmt("exchange-broken", &[("why", why.as_str().into())]),
        Trouble::TooManyFiles(most) => words.fmt("exchange-too-many-files", &[("n", (*most).into())]),
        Trouble::TooLarge(most) => words.fmt("exchange-too-large", &[("n", (*most).into())]),
        Trouble::Endless => words.get("exchange-endless").into_owned(),
    };
    let failure = Failure::new(CONTENT, "J-NO-NOTES", format!("{}: {why}", clean(&path.display().to_string())));
    match trouble {
        Trouble::TooLarge(_) | Trouble::TooManyFiles(_) => failure.try_this(words.get("exchange-large-try")),
        _ => failure,
    }
}

/// What was left behind, in words.
fn told(what: &What, n: usize, words: &Words) -> String {
    let count = [("n", n.into())];
    let key = match what {
        What::Empty => "exchange-left-empty",
        What::TooLong => "exchange-left-long",
        What::Image => "exchange-left-images",
        What::Sound => "exchange-left-sounds",
        What::Script => "exchange-left-scripts",
        What::Frame => "exchange-left-frames",
        What::Formula => "exchange-left-formulas",
        What::Table => "exchange-left-tables",
        What::SecondCard => "exchange-left-cards",
        What::Schedule => "exchange-left-schedule",
        What::NoteType(name) => return named("exchange-left-type", name, n, words),
        What::Field(name) => return named("exchange-left-field", name, n, words),
        What::Column(name) => return named("exchange-left-column", name, n, words),
    };
    words.fmt(key, &count)
}

fn named(key: &str, name: &str, n: usize, words: &Words) -> String {
    words.fmt(key, &[("n", n.into()), ("name", name.into())])
}
