//! A filled form against the keys.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::form::{Form, answer, written};
use super::{Asked, Questions};
use crate::domain::grading::{Outcome, Parts, judge, right_ids};
use crate::domain::question::{Answer, Kind, Question};
use crate::domain::text::Lang;
use crate::format::letters::one_line;

/// How much of a form agrees with the keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreement {
    /// The language of the sheet.
    pub lang: Lang,
    /// Unit by unit in the order of their folders; topics outside of all units stand under an empty name.
    pub units: Vec<(Box<str>, Tally)>,
    /// Kind by kind, by the word in the file.
    pub kinds: Vec<(Box<str>, Tally)>,
    /// All together.
    pub all: Tally,
    /// Every answer that is not the key's, in the order of the questions.
    pub differences: Vec<Difference>,
    /// Answers to questions that are not among these.
    pub unknown: usize,
    /// Questions that cannot be asked before `pack check` has nothing against them.
    pub unread: usize,
}

/// Numbers of questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// On the sheet.
    pub questions: usize,
    /// With an answer.
    pub answered: usize,
    /// With an answer that is wholly right.
    pub agree: usize,
}

impl Tally {
    fn count(&mut self, is_answered: bool, agrees: bool) {
        self.questions += 1;
        self.answered += usize::from(is_answered);
        self.agree += usize::from(agrees);
    }

    /// Of those with an answer, how many agree: in tenths of a percent, rounded down; nothing where nothing was answered.
    pub fn tenths(self) -> Option<usize> {
        (self.agree * 1000).checked_div(self.answered)
    }

    /// The share as people read it, `98.1%`.
    fn percent(self) -> String {
        self.tenths().map_or_else(|| "-".to_owned(), |tenths| format!("{}.{}%", tenths / 10, tenths % 10))
    }
}

/// An answer that is not the key's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The file of the question.
    pub file: Box<str>,
    /// The question's line in it, from 1.
    pub line: usize,
    /// The question, `pack/topic/question`.
    pub question: Box<str>,
    /// Its kind.
    pub kind: &'static str,
    /// What the form has.
    pub yours: Box<str>,
    /// The form's line, from 1.
    pub form_line: usize,
    /// What the key has, written like an answer, with the ids that it stands for.
    pub key: Box<str>,
    /// What else there is to say: that a word is a near one, or why the answer could not be read; may be empty.
    pub note: Box<str>,
}

impl Agreement {
    /// Whether anything is left to look at: a difference, or a question without an answer.
    pub fn is_open(&self) -> bool {
        self.all.agree < self.all.questions || self.unread > 0
    }

    /// The report as text, ending with a line feed.
    pub fn human(&self) -> String {
        let mut out = String::new();
        for it in &self.differences {
            let _ = writeln!(out, "{}:{} {} [{}]", it.file, it.line, it.question, it.kind);
            let _ = writeln!(out, "  form line {}: {}", it.form_line, it.yours);
            let _ = writeln!(out, "  key: {}", it.key);
            if !it.note.is_empty() {
                let _ = writeln!(out, "  {}", it.note);
            }
            out.push('\n');
        }
        for (title, rows) in [("unit", &self.units), ("kind", &self.kinds)] {
            table(&mut out, title, rows);
        }
        out.push_str(&self.numbers());
        out
    }

    /// "en: 214 questions, 214 answered, 210 agree (98.1%)", and what was left out.
    fn numbers(&self) -> String {
        let many = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        let Tally { questions, answered, agree } = self.all;
        let share = self.all.percent();
        let code = self.lang.code();
        let mut out =
            format!("{code}: {}, {answered} answered, {agree} agree ({share})\n", many(questions, "question"));
        if self.unknown > 0 {
            let _ =
                writeln!(out, "{} in the form to questions that are not on this sheet", many(self.unknown, "answer"));
        }
        if self.unread > 0 {
            let _ = writeln!(out, "{} left out: pack check says why", many(self.unread, "question"));
        }
        out
    }

    /// The report as one JSON value.
    pub fn json(&self) -> Value {
        let tally =
            |tally: &Tally| json!({ "questions": tally.questions, "answered": tally.answered, "agree": tally.agree });
        let rows = |rows: &[(Box<str>, Tally)], name: &str| -> Value {
            let row = |(label, counts): &(Box<str>, Tally)| {
                let mut row = tally(counts);
                row[name] = json!(label);
                row
            };
            rows.iter().map(row).collect()
        };
        let difference = |it: &Difference| {
            json!({
                "file": it.file, "line": it.line, "question": it.question, "kind": it.kind,
                "yours": it.yours, "form_line": it.form_line, "key": it.key, "note": it.note,
            })
        };
        json!({
            "schema": "jenjang.agreement/1",
            "data": {
                "lang": self.lang.code(),
                "total": tally(&self.all),
                "units": rows(&self.units, "unit"),
                "kinds": rows(&self.kinds, "kind"),
                "differences": self.differences.iter().map(difference).collect::<Vec<_>>(),
                "unknown": self.unknown,
                "unread": self.unread,
                "open": self.is_open(),
            },
        })
    }
}

fn table(out: &mut String, title: &str, rows: &[(Box<str>, Tally)]) {
    let name = |name: &str| if name.is_empty() { "-".to_owned() } else { name.to_owned() };
    let width = rows.iter().map(|(label, _)| name(label).chars().count()).max().unwrap_or(0).max(title.len());
    let _ = writeln!(out, "{title:<width$}  questions  answered  agree");
    for (label, tally) in rows {
        let Tally { questions, answered, agree } = tally;
        let label = name(label);
        let _ = writeln!(out, "{label:<width$}  {questions:>9}  {answered:>8}  {agree:>5}  {}", tally.percent());
    }
    out.push('\n');
}

fn row<'r>(rows: &'r mut Vec<(Box<str>, Tally)>, name: &str) -> &'r mut Tally {
    let at = rows.iter().position(|(known, _)| **known == *name).unwrap_or_else(|| {
        rows.push((name.into(), Tally::default()));
        rows.len() - 1
    });
    &mut rows[at].1
}

impl Questions {
    /// Compares a form with the keys, by the program's own grading: an answer agrees when a learner would be told "right".
    pub fn compare(&self, form: &Form) -> Agreement {
        let mut out = Agreement { lang: self.lang, unread: self.unread, ..Agreement::default() };
        let mut known = 0;
        for asked in &self.asked {
            let name = (asked.topic.as_str().into(), asked.name.clone());
            let entry = form.answers.get(&name);
            known += usize::from(entry.is_some());
            let difference =
                entry.filter(|(_, given)| !given.is_empty()).map(|entry| difference(asked, entry, self.lang));
            let is_answered = difference.is_some();
            let agrees = matches!(difference, Some(None));
            out.all.count(is_answered, agrees);
            row(&mut out.units, &asked.unit).count(is_answered, agrees);
            row(&mut out.kinds, asked.kind).count(is_answered, agrees);
            out.differences.extend(difference.flatten());
        }
        out.unknown = form.answers.len() - known;
        out
    }
}

/// In what an answer differs from the key; `None` when it agrees.
fn difference(asked: &Asked, (form_line, given): &(usize, Box<str>), lang: Lang) -> Option<Difference> {
    let note = match answer(asked, given, lang) {
        Ok(answer) => {
            let verdict = judge(&asked.question, &answer.unwrap_or(Answer::DontKnow), &[]);
            if verdict.outcome == Outcome::Right {
                return None;
            }
            verdict.near.map_or("", |_| "a near word: a learner would be asked to try again").to_owned()
        }
        Err(what) => format!("cannot be read: {what}"),
    };
    // A form is somebody else's file: nothing of it may steer the terminal.
    let shown = |text: &str| one_line(text, '\u{fffd}').into();
    Some(Difference {
        file: asked.file.clone(),
        line: asked.line,
        question: asked.question.id.as_str().into(),
        kind: asked.kind,
        yours: shown(given),
        form_line: *form_line,
        key: key(asked, lang).into(),
        note: shown(&note),
    })
}

/// The key as a form would have it, and the ids that its letters stand for.
fn key(asked: &Asked, lang: Lang) -> String {
    let letters = written(asked, &right_answer(&asked.question, lang), lang);
    match right_ids(&asked.question) {
        ids if ids.is_empty() || matches!(asked.question.kind, Kind::Line { .. }) => letters,
        ids => format!("{letters} ({})", ids.join(", ")),
    }
}

/// A whole right answer to a question.
pub(super) fn right_answer(question: &Question, lang: Lang) -> Answer {
    let ids = right_ids(question);
    match &question.kind {
        Kind::Single(_) | Kind::Multi(_) => Answer::Chosen(ids),
        Kind::TrueFalse { answer, .. } => Answer::Verdict(*answer, ids.into_iter().next()),
        Kind::Short(blank) => Answer::Typed(blank.answer.get(lang).into()),
        Kind::Drill(drill) => Answer::Typed(drill.model.get(lang).into()),
        Kind::Cloze { gaps, .. } => Answer::Gaps(gaps.iter().map(|gap| gap.answer.get(lang).into()).collect()),
        Kind::Order { .. } => Answer::Order(ids),
        Kind::Match { pairs, .. } => {
            Answer::Pairs(pairs.iter().map(|pair| (pair.id.clone(), Some(pair.id.clone()))).collect())
        }
        Kind::Line { notes, .. } => {
            notes.iter().find(|note| note.right).map_or(Answer::DontKnow, |note| Answer::Line(note.number))
        }
        Kind::Scenario { .. } => match judge(question, &Answer::DontKnow, &[]).parts {
            Parts::Way(way) => Answer::Way(way.into_iter().map(|mark| (mark.scene, mark.best)).collect()),
            _ => Answer::DontKnow,
        },
    }
}
