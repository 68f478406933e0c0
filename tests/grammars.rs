//! The grammars of code blocks: a choice from a well-kept collection, taken over into `assets/grammars.bin`.
//!
//! The whole collection is a megabyte of languages that a backend engineer never meets. To change the choice, change
//! [`NAMES`] and run this test with `JENJANG_UPDATE=1`.

use std::collections::BTreeSet;
use std::path::Path;

use syntect::dumps::dump_to_file;
use syntect::parsing::{SyntaxDefinition, SyntaxSet, SyntaxSetBuilder};

/// Languages by the names of the collection.
const NAMES: &[&str] = &[
    "Bourne Again Shell (bash)",
    "CSS",
    "Crontab",
    "Diff",
    "Dockerfile",
    "Dockerfile (with bash)",
    "DotENV",
    "Git Common",
    "Git Config",
    "Git Ignore",
    "Go",
    "Gomod",
    "GraphQL",
    "HTML",
    "HTTP Request and Response",
    "INI",
    "JQ",
    "JSON",
    "Java",
    "Java Properties",
    "JavaScript",
    "Javadoc",
    "Kotlin",
    "Lua",
    "Makefile",
    "PHP",
    "PHP Source",
    "Plain Text",
    "Protocol Buffer",
    "Python",
    "Regular Expression",
    "Regular Expressions (Javascript)",
    "Regular Expressions (PHP)",
    "Regular Expressions (Python)",
    "Ruby",
    "Rust",
    "SQL",
    "Shell-Unix-Generic",
    "TOML",
    "Terraform",
    "TypeScript",
    "XML",
    "YAML",
    "commands-builtin-shell-bash",
    "nginx",
];

/// The collection with everything emptied that the choice does not need.
///
/// Grammars refer to each other by their places, so an emptied one keeps its place.
fn chosen() -> SyntaxSet {
    let all = two_face::syntax::extra_newlines().into_builder();
    let all = all.syntaxes();
    let place = |name: &&str| {
        let found = all.iter().position(|s| s.name == **name);
        found.unwrap_or_else(|| panic!("the collection has no {name}"))
    };
    let mut needed: BTreeSet<usize> = BTreeSet::new();
    let mut open: Vec<usize> = NAMES.iter().map(place).collect();
    while let Some(at) = open.pop() {
        if needed.insert(at) {
            open.extend(refers_to(&all[at]));
        }
    }
    let mut few = SyntaxSetBuilder::new();
    for (at, syntax) in all.iter().enumerate() {
        let mut syntax = syntax.clone();
        if !needed.contains(&at) {
            syntax.name.clear();
            syntax.file_extensions.clear();
            syntax.first_line_match = None;
            syntax.variables.clear();
            syntax.contexts.clear();
        }
        few.add(syntax);
    }
    few.build()
}

/// The places of the grammars that a grammar refers to. The library tells them only in its debug form.
fn refers_to(syntax: &SyntaxDefinition) -> Vec<usize> {
    let text = format!("{:?}", syntax.contexts);
    let after = text.split("syntax_index: ").skip(1);
    after.filter_map(|t| t.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()).collect()
}

#[test]
fn the_grammars_are_those_of_the_collection() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/grammars.bin");
    let dir = tempfile::tempdir().unwrap();
    dump_to_file(&chosen(), dir.path().join("made")).unwrap();
    let made = std::fs::read(dir.path().join("made")).unwrap();
    if std::env::var_os("JENJANG_UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    assert!(kept == made, "assets/grammars.bin is another choice: run this test with JENJANG_UPDATE=1");
}
