//! The report for programs: `{"schema":"jenjang.check/1", ...}`.

use serde_json::{Value, json};

use super::{Coverage, Place, Problem, Report, UnitCoverage};
use crate::format::finding::Severity;
use crate::packs::told;
use crate::words::Words;

impl Report {
    /// The report as one JSON value: codes and places for programs, sentences for the people whom they tell.
    pub fn json(&self, words: &Words) -> Value {
        json!({
            "schema": "jenjang.check/1",
            "data": {
                "packs": self.packs,
                "topics": self.topics,
                "questions": self.questions,
                "prompts": self.prompts,
                "personas": self.personas,
                "statements": self.statements,
                "errors": self.count(Severity::Error),
                "warnings": self.count(Severity::Warning),
                "refused": self.is_refused(),
                "problems": self.problems.iter().map(|it| problem(it, words)).collect::<Vec<_>>(),
                "coverage": self.coverage.iter().map(coverage).collect::<Vec<_>>(),
            },
        })
    }
}

fn problem(problem: &Problem, words: &Words) -> Value {
    let labels = problem.labels.iter().map(|(there, text)| {
        let mut label = place(there);
        label["text"] = json!(told(text, words));
        label
    });
    let mut value = place(&problem.place);
    value["code"] = json!(problem.code);
    value["severity"] = json!(problem.severity.word());
    value["message"] = json!(told(&problem.message, words));
    value["help"] = json!(problem.help.as_ref().map(|help| told(help, words)));
    value["labels"] = labels.collect();
    value["fixable"] = json!(problem.edit.is_some());
    value
}

fn place(place: &Place) -> Value {
    json!({
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end.0,
        "end_column": place.end.1,
    })
}

fn coverage(coverage: &Coverage) -> Value {
    let row = |row: &UnitCoverage| {
        json!({
            "unit": row.unit,
            "outcomes": row.outcomes,
            "covered": { "en": row.en, "id": row.id },
            "to_come": row.to_come,
        })
    };
    json!({
        "pack": coverage.pack,
        "units": coverage.units.iter().map(row).collect::<Vec<_>>(),
        "total": row(&coverage.total()),
    })
}
