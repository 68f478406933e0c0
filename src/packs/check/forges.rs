//! The report for the machines of code forges: SARIF 2.1.0 (OASIS, 2020), and the annotations of GitHub Actions.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Place, Problem, Report};
use crate::format::finding::{Said, Severity};
use crate::packs::{rules, told};
use crate::words::Words;

impl Report {
    /// The report as a SARIF log with one run; columns count characters.
    pub fn sarif(&self, words: &Words) -> Value {
        let named: Vec<_> =
            rules::ALL.iter().filter(|rule| self.problems.iter().any(|p| p.code == rule.code)).collect();
        let rules = named.iter().map(|rule| {
            let (what, why) = (words.get(rule.what), words.get(rule.why));
            json!({
                "id": rule.code,
                "name": rule.name,
                "shortDescription": { "text": what },
                "fullDescription": { "text": format!("{what} {why}") },
                "help": { "text": rule.explain(words) },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        });
        let rules: Vec<Value> = rules.collect();
        let results = self.problems.iter().map(|problem| {
            let mut value = json!({
                "ruleId": problem.code,
                "level": level(problem.severity),
                "message": { "text": message(problem, words) },
                "locations": [{ "physicalLocation": location(&problem.place) }],
            });
            if let Some(index) = named.iter().position(|rule| rule.code == problem.code) {
                value["ruleIndex"] = json!(index);
            }
            let related = |(there, text): &(Place, Said)| {
                json!({ "physicalLocation": location(there), "message": { "text": told(text, words) } })
            };
            if !problem.labels.is_empty() {
                value["relatedLocations"] = problem.labels.iter().map(related).collect();
            }
            value
        });
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "jenjang",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "results": results.collect::<Vec<_>>(),
            }],
        })
    }

    /// The report as workflow commands, a line for each problem; information only with `info`.
    pub fn github(&self, info: bool, words: &Words) -> String {
        let mut out = String::new();
        for problem in self.problems.iter().filter(|p| info || p.severity != Severity::Info) {
            let word = if problem.severity == Severity::Info { "notice" } else { problem.severity.word() };
            let place = &problem.place;
            let _ = write!(out, "::{word} file={},line={}", property(&place.file), place.line);
            // Columns are read only within a line.
            let _ = match place.end.0 == place.line {
                true => write!(out, ",col={},endColumn={}", place.column, place.end.1),
                false => write!(out, ",endLine={}", place.end.0),
            };
            let _ = writeln!(out, ",title={}::{}", problem.code, data(&message(problem, words)));
        }
        out
    }
}

fn message(problem: &Problem, words: &Words) -> String {
    let message = told(&problem.message, words);
    match &problem.help {
        Some(help) => format!("{message}\n{}", told(help, words)),
        None => message,
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "note",
        other => other.word(),
    }
}

fn location(place: &Place) -> Value {
    json!({
        "artifactLocation": { "uri": uri(&place.file) },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end.0,
            "endColumn": place.end.1,
        },
    })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
