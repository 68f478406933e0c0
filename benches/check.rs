//! How long `pack check` takes beside the bare TOML parse of the same files.
//!
//! ```text
//! cargo run --release --example genpack -- target/genpack 1000 100 7
//! cargo bench --bench check -- target/genpack
//! ```
//!
//! Exits with 1 when the check takes more than three times the parse.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jenjang::format::finding::Severity;
use jenjang::packs::check::{Look, Options, check};
use jenjang::packs::{Known, LastHead, Library, read, scan};
use jenjang::words::Words;

fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| !arg.starts_with("--"));
    let Some(root) = args.next().map(PathBuf::from) else {
        eprintln!("usage: cargo bench --bench check -- FOLDER   (a pack, or a folder of packs)");
        return;
    };
    let options = Options::default();
    let report = match check(&root, &options) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(2);
        }
    };
    if report.count(Severity::Error) > 0 || std::env::var_os("SHOW").is_some() {
        println!("{}", report.human(Look::default(), &Words::of("en")));
    }
    let files = files(&root);
    let bytes: u64 = files.iter().filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum();
    println!("{} questions, {} files, {} MiB", report.questions, files.len(), bytes >> 20);

    let parse = best(|| {
        for file in &files {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            if file.extension().is_some_and(|e| e == "toml") {
                let _ = std::hint::black_box(toml::de::DeTable::parse(&text));
            }
        }
    });
    let checked = best(|| drop(std::hint::black_box(check(&root, &options))));
    let each = |time: Duration| time.as_secs_f64() * 1e6 / report.questions.max(1) as f64;
    let ratio = checked.as_secs_f64() / parse.as_secs_f64();
    println!("bare parse  {:>8.1} ms  {:>6.2} us a question", parse.as_secs_f64() * 1e3, each(parse));
    println!("pack check  {:>8.1} ms  {:>6.2} us a question  {ratio:.2}x", checked.as_secs_f64() * 1e3, each(checked));
    // For a folder of packs: what looking for changes costs at each start, and reading everything at the first one.
    let found = scan(&root, &[]);
    if !found.changed.is_empty() {
        let known: Vec<Known> =
            found.changed.iter().map(|f| Known { folder: f.path.clone(), stamp: f.stamp }).collect();
        let looked = best(|| assert!(scan(&root, &known).changed.is_empty()));
        println!("scan        {:>8.1} ms  {} files unchanged", looked.as_secs_f64() * 1e3, files.len());
        let start = Instant::now();
        let mut head = LastHead::default();
        let records = found.changed.iter().flat_map(|folder| read(&root, folder, &mut head));
        let packed: usize = records.map(|r| r.body.len() + r.questions.len()).sum();
        println!("first read  {:>8.1} ms  {} MiB packed", start.elapsed().as_secs_f64() * 1e3, packed >> 20);
    }
    let library = best(|| drop(std::hint::black_box(Library::builtin())));
    println!("built in    {:>8.2} ms", library.as_secs_f64() * 1e3);
    if ratio > 3.0 {
        std::process::exit(1);
    }
}

fn best(mut run: impl FnMut()) -> Duration {
    let times = (0..5).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// Every file below a folder.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
