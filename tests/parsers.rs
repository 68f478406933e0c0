//! Every seed of the fuzz targets goes through its parser, and through all others: what they must hold is held here too, without a nightly compiler.

#[path = "../fuzz/drive.rs"]
mod drive;

use std::fs;
use std::path::{Path, PathBuf};

fn seeds(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap_or_else(|e| panic!("{e}")).path()).collect();
    files.sort();
    files
}

#[test]
fn every_seed_goes_through_its_parser() {
    for (name, drive) in drive::TARGETS {
        let used = seeds(name).into_iter().filter(|seed| {
            let bytes = fs::read(seed).unwrap_or_else(|e| panic!("{}: {e}", seed.display()));
            println!("{}", seed.display());
            drive(&bytes)
        });
        let (used, all) = (used.count(), seeds(name).len());
        assert!(used > 0 && all >= 3, "{name}: {used} of {all} seeds can be used");
    }
}

#[test]
fn a_seed_of_one_parser_does_no_harm_to_another() {
    for seed in drive::TARGETS.iter().flat_map(|(name, _)| seeds(name)) {
        let bytes = fs::read(&seed).unwrap_or_else(|e| panic!("{}: {e}", seed.display()));
        println!("{}", seed.display());
        for (name, drive) in drive::TARGETS.iter().filter(|_| bytes.len() < 20_000) {
            println!("  {name}");
            drive(&bytes);
        }
    }
}

#[test]
fn every_target_has_its_file_and_its_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
    for (name, _) in drive::TARGETS {
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
        let target = fs::read_to_string(root.join(format!("targets/{name}.rs"))).unwrap_or_default();
        assert!(target.contains(&format!("drive::{name}(bytes)")), "{name}");
    }
}
