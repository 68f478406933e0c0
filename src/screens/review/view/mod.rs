//! One view for each kind of question: how it is asked, and what is told after an answer.

mod cloze;
mod drill;
mod line;
mod multi;
mod option;
mod order;
mod pairs;
mod scenario;
mod short;
mod single;
mod true_false;

use crate::domain::grading::{NearHit, Outcome, Parts};
use crate::domain::question::{Answer, Kind, Question};
use crate::sessions::question::{Asking, Entry};
use crate::sessions::review::Told;
use crate::ui::glyphs::{LEARNING, READY, RIGHT, WRONG};
use crate::ui::ink::{Run, bad, good, warn};

use super::lines::Line;
use super::look::Look;

pub use line::rows as code_rows;
pub use option::reason;

/// What a kind shows while it is asked, below the stem.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// What is asked, in the place of the prompt, where the prompt alone is not it.
    pub stem: Option<String>,
    /// Rows between the prompt and what is asked, such as what has happened so far.
    pub before: Vec<Line>,
    /// What to do, in a few words, such as "choose all that apply".
    pub ask: Option<String>,
    /// What is answered with: options, fields, code.
    pub lines: Vec<Line>,
    /// What the entry comes to so far; never left out.
    pub status: Vec<Line>,
    /// A word of help; left out where there is little room.
    pub tip: Option<String>,
}

/// A question while it is asked. `room` is how many rows there are for all of it.
pub fn asked(look: &Look, asking: &Asking, room: usize) -> Body {
    match (&asking.question().kind, &asking.entry) {
        (Kind::Single(options), Entry::Pick(input)) => single::asked(look, options, input),
        (Kind::Multi(options), Entry::Multi(input)) => multi::asked(look, options, input),
        (Kind::TrueFalse { reasons, .. }, Entry::Verdict(input)) => true_false::asked(look, reasons, input),
        (Kind::Short(_), Entry::Typed(input)) => short::asked(look, input),
        (Kind::Cloze { text, .. }, Entry::Typed(input)) => cloze::asked(look, text, input),
        (Kind::Order { steps, .. }, Entry::Order(input)) => order::asked(look, steps, input),
        (Kind::Match { pairs, .. }, Entry::Pairs(input)) => pairs::asked(look, pairs, input, room),
        (Kind::Line { language, code, .. }, Entry::Line(input)) => line::asked(look, language, code, input),
        (Kind::Scenario { scenes }, Entry::Scenario(input)) => scenario::asked(look, asking.question(), scenes, input),
        (Kind::Drill(_), Entry::Typed(input)) => drill::asked(look, input),
        // An entry is made from its question; nothing else can be met.
        _ => Body::default(),
    }
}

/// What is said about an answer, part by part.
pub fn told(look: &Look, told: &Told) -> Vec<Line> {
    let entry = &told.entry;
    match (&told.item.question.kind, &told.verdict.parts, entry) {
        (Kind::Single(options), Parts::Choices(marks), Entry::Pick(input)) => {
            single::told(look, options, &input.shown, marks, told.others)
        }
        (Kind::Multi(options), Parts::Choices(marks), Entry::Multi(input)) => {
            multi::told(look, options, &input.shown, marks, told.others)
        }
        (Kind::TrueFalse { reasons, .. }, Parts::Verdict { reasons: marks, .. }, Entry::Verdict(input)) => {
            true_false::told(look, reasons, &input.shown, marks, told.others)
        }
        (Kind::Short(blank), Parts::Blanks(marks), _) => short::told(look, blank, marks, told),
        (Kind::Cloze { text, gaps }, Parts::Blanks(marks), _) => cloze::told(look, text, gaps, marks),
        (Kind::Order { steps, .. }, Parts::Order { yours, right }, Entry::Order(input)) => {
            order::told(look, steps, yours, right, input)
        }
        (Kind::Match { pairs, extras }, Parts::Pairs(marks), Entry::Pairs(input)) => {
            pairs::told(look, pairs, extras, marks, input)
        }
        (Kind::Line { language, code, notes }, Parts::Line { chosen, right }, Entry::Line(input)) => {
            let code = line::Code { language, code, scroll: input.scroll };
            line::told(look, &code, notes, *chosen, right)
        }
        (Kind::Scenario { scenes }, Parts::Way(way), Entry::Scenario(input)) => {
            scenario::told(look, scenes, way, input)
        }
        (Kind::Drill(point), Parts::Sentence { typed, found }, _) => drill::told(look, point, typed, found),
        _ => Vec::new(),
    }
}

/// The sentence behind the verdict's word: what was chosen and what the answer is.
pub fn verdict(look: &Look, told: &Told) -> String {
    let unknown = told.answer == Answer::DontKnow;
    match (&told.verdict.parts, &told.entry) {
        (Parts::Choices(marks), Entry::Pick(input)) => single::verdict(look, &input.shown, marks),
        // Who says "I don't know" has tried nothing that could be counted.
        (
            Parts::Choices(_)
            | Parts::Blanks(_)
            | Parts::Order { .. }
            | Parts::Pairs(_)
            | Parts::Way(_)
            | Parts::Sentence { .. },
            _,
        ) if unknown => String::new(),
        (Parts::Choices(marks), _) => multi::verdict(look, marks),
        (Parts::Verdict { answer, verdict_right, reasons }, Entry::Verdict(input)) => {
            true_false::verdict(look, *answer, *verdict_right, &input.shown, reasons)
        }
        (Parts::Blanks(marks), _) => short::verdict(look, told, marks),
        (Parts::Sentence { found, .. }, _) => drill::verdict(look, found),
        (Parts::Order { yours, .. }, _) => order::verdict(look, yours),
        (Parts::Pairs(marks), _) => {
            let right = marks.iter().filter(|m| m.right).count();
            part_of(look, right, marks.len(), told.verdict.outcome)
        }
        (Parts::Line { chosen, right }, _) => line::verdict(look, *chosen, right),
        (Parts::Way(way), _) => {
            let right = way.iter().filter(|m| m.right()).count();
            part_of(look, right, way.len(), told.verdict.outcome)
        }
        _ => String::new(),
    }
}

/// "2 of 3 are right", where not everything is.
fn part_of(look: &Look, right: usize, all: usize, outcome: Outcome) -> String {
    if outcome == Outcome::Right {
        return String::new();
    }
    look.words.fmt("review-verdict-parts", &[("right", right.into()), ("all", all.into())])
}

/// "Another valid word": what is said while the question stays.
pub fn try_again(look: &Look, question: &Question, hit: NearHit) -> Vec<Line> {
    match &question.kind {
        Kind::Short(blank) => short::try_again(look, blank, hit.index),
        Kind::Cloze { gaps, .. } => {
            gaps.get(hit.gap).map(|gap| short::try_again(look, gap, hit.index)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// The mark of an outcome.
pub fn outcome_mark(outcome: Outcome) -> Run<'static> {
    match outcome {
        Outcome::Right => good(RIGHT),
        Outcome::Partly => warn(LEARNING),
        Outcome::Wrong => bad(WRONG),
    }
}

/// The mark of a part that is right or wrong.
fn right_or_wrong(right: bool) -> Run<'static> {
    if right { good(RIGHT) } else { bad(WRONG) }
}

/// The mark of something right that was not chosen.
fn missed() -> Run<'static> {
    warn(READY)
}

/// The letter of the row `i`: `a`, `b`, ...
fn letter(i: usize) -> String {
    char::from_u32(u32::from(b'a') + i as u32).unwrap_or('?').to_string()
}
