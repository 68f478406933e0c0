//! The form that a second mind fills in: plain text, a line for each question.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::letters::{Shuffle, letter, place};
use super::{Asked, Questions};
use crate::domain::question::{Answer, Choice, Kind, Scene};
use crate::domain::text::Lang;

/// What stands for "I don't know", in any kind.
const DONT_KNOW: &str = "??";

/// How a form is filled in; it stands above every empty one.
const HOW: &str = "\
# Fill in the answer behind each \"=\". Nothing behind it: not answered yet. ??: you do not know.
#
#   single      b              the letter of the option
#   multi       a c            all that are right
#   true_false  true b         true or false, and the letter of the reason
#   short       pg_stat        what you would type
#   cloze       commit | read  a word for each gap, in the order of their numbers
#   order       c a b          the letters in the right order
#   match       b a d          the letter for row 1, row 2, row 3; - for none
#   line        4              the number of the line
#   scenario    a c            the letter chosen in each scene on your way
#
# Lines that begin with # are passed over. Letters and order belong to this language alone.
";

/// A form that was filled in, wholly or in part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// The language of its sheet, when it says so.
    pub lang: Option<Lang>,
    /// By topic and question: the line, from 1, and what stands there.
    pub(super) answers: BTreeMap<Name, (usize, Box<str>)>,
}

/// A question as a form names it: `pack/topic`, and its own name there.
type Name = (Box<str>, Box<str>);

/// Why a form cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct FormError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl Form {
    /// Reads a form.
    ///
    /// # Errors
    ///
    /// At the first line that is none of a form, that answers a question twice, or that stands under no topic.
    pub fn parse(text: &str) -> Result<Form, FormError> {
        let mut form = Form::default();
        let mut topic: Option<Box<str>> = None;
        for (line, text) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let (line, text) = (line + 1, text.trim());
            let fail = |what: &str| FormError { line, what: what.to_owned() };
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            if let Some(name) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                topic = Some(name.trim().into());
                continue;
            }
            let (id, answer) =
                text.split_once('=').ok_or_else(|| fail("neither [pack/topic] nor question = answer"))?;
            let (id, answer) = (id.trim(), answer.trim());
            match &topic {
                None if id == "lang" => {
                    form.lang = Some(Lang::from_code(answer).ok_or_else(|| fail("lang is en or id"))?);
                }
                None => return Err(fail("an answer before the first [pack/topic]")),
                Some(topic) => {
                    if form.answers.insert((topic.clone(), id.into()), (line, answer.into())).is_some() {
                        return Err(fail("this question was answered before"));
                    }
                }
            }
        }
        Ok(form)
    }
}

impl Questions {
    /// An empty form, ending with a line feed.
    pub fn form(&self) -> String {
        let mut out = format!("{HOW}\nlang = {}\n", self.lang.code());
        for topic in self.topics() {
            let _ = writeln!(out, "\n[{}]", topic[0].topic.as_str());
            for asked in topic {
                let _ = writeln!(out, "# {}\n{} =", asked.kind, asked.name);
            }
        }
        out
    }
}

/// What was written as an answer to a question; `None` when nothing was.
///
/// # Errors
///
/// What the question does not have, in words.
pub(super) fn answer(asked: &Asked, written: &str, lang: Lang) -> Result<Option<Answer>, String> {
    let shuffle = Shuffle::new(&asked.question, lang);
    if written.is_empty() {
        return Ok(None);
    }
    if written == DONT_KNOW {
        return Ok(Some(Answer::DontKnow));
    }
    let ids = |names: Vec<&str>| picked(written, &names);
    let answer = match &asked.question.kind {
        Kind::Single(options) => {
            let ids = ids(shuffle.options(options).iter().map(|choice| &*choice.id).collect())?;
            if ids.len() > 1 {
                return Err("a single choice has one letter".to_owned());
            }
            Answer::Chosen(ids)
        }
        Kind::Multi(options) => {
            Answer::Chosen(ids(shuffle.options(options).iter().map(|choice| &*choice.id).collect())?)
        }
        Kind::TrueFalse { reasons, .. } => verdict(shuffle, reasons, written)?,
        Kind::Short(_) | Kind::Drill(_) => Answer::Typed(written.into()),
        Kind::Cloze { gaps, .. } => {
            let words: Vec<Box<str>> = written.split('|').map(|word| word.trim().into()).collect();
            if words.len() != gaps.len() {
                return Err(format!("{} words for {} gaps; write them with | between them", words.len(), gaps.len()));
            }
            Answer::Gaps(words)
        }
        Kind::Order { steps, .. } => Answer::Order(ids(shuffle.steps(steps).iter().map(|step| &*step.id).collect())?),
        Kind::Match { pairs, extras } => {
            let rights: Vec<&str> = shuffle.rights(pairs, extras).into_iter().map(|(id, _)| id).collect();
            let chosen = rows(written, &rights)?;
            if chosen.len() != pairs.len() {
                return Err(format!("{} letters for {} rows; write - for none", chosen.len(), pairs.len()));
            }
            Answer::Pairs(pairs.iter().map(|pair| pair.id.clone()).zip(chosen).collect())
        }
        Kind::Line { code, .. } => match written.parse::<usize>() {
            Ok(number) if (1..=code.lines().count()).contains(&number) => Answer::Line(number),
            _ => return Err(format!("the code has lines 1 to {}", code.lines().count())),
        },
        Kind::Scenario { scenes } => way(shuffle, scenes, written)?,
    };
    Ok(Some(answer))
}

/// The letters of an answer; commas and spaces between them do not matter.
fn letters(written: &str) -> impl Iterator<Item = char> {
    written.chars().filter(|c| !c.is_whitespace() && *c != ',')
}

fn pick<'n>(given: char, names: &[&'n str]) -> Result<&'n str, String> {
    let found = place(given).and_then(|at| names.get(at));
    let last = letter(names.len().saturating_sub(1));
    found.copied().ok_or_else(|| format!("there is no {given}: the letters are a to {last}"))
}

fn picked(written: &str, names: &[&str]) -> Result<Vec<Box<str>>, String> {
    letters(written).map(|letter| pick(letter, names).map(Box::from)).collect()
}

fn rows(written: &str, names: &[&str]) -> Result<Vec<Option<Box<str>>>, String> {
    let one = |letter| if letter == '-' { Ok(None) } else { pick(letter, names).map(|id| Some(id.into())) };
    letters(written).map(one).collect()
}

fn verdict<'q>(shuffle: Shuffle<'q>, reasons: &'q [Choice], written: &str) -> Result<Answer, String> {
    let (word, reason) = written.split_once([' ', ',']).unwrap_or((written, ""));
    let said = match word.to_lowercase().as_str() {
        "true" | "benar" => true,
        "false" | "salah" => false,
        _ => return Err("begin with true or false".to_owned()),
    };
    let names: Vec<&str> = shuffle.reasons(reasons).iter().map(|reason| &*reason.id).collect();
    match &picked(reason, &names)?[..] {
        [because] => Ok(Answer::Verdict(said, Some(because.clone()))),
        _ => Err("the letter of one reason stands behind the verdict".to_owned()),
    }
}

fn way<'q>(shuffle: Shuffle<'q>, scenes: &'q [Scene], written: &str) -> Result<Answer, String> {
    let mut way: Vec<(Box<str>, Box<str>)> = Vec::new();
    let mut at = Some(0);
    for letter in letters(written) {
        let scene = at.and_then(|at| scenes.get(at));
        let scene = scene.ok_or_else(|| format!("the way ends after {} choices", way.len()))?;
        let choices = shuffle.scene(scene);
        let names: Vec<&str> = choices.iter().map(|choice| &*choice.id).collect();
        let id = pick(letter, &names)?;
        way.push((scene.id.clone(), id.into()));
        at = choices.iter().find(|choice| *choice.id == *id).and_then(|choice| choice.goto);
    }
    Ok(Answer::Way(way))
}

/// An answer as a form would have it.
pub(super) fn written(asked: &Asked, answer: &Answer, lang: Lang) -> String {
    let shuffle = Shuffle::new(&asked.question, lang);
    let joined = |letters: Vec<String>| letters.join(" ");
    let among = |names: Vec<&str>, id: &str| {
        let place = names.iter().position(|name| *name == id);
        place.map_or_else(|| "-".to_owned(), |place| letter(place).to_string())
    };
    match (&asked.question.kind, answer) {
        (Kind::Single(options) | Kind::Multi(options), Answer::Chosen(ids)) => {
            let names = || shuffle.options(options).iter().map(|choice| &*choice.id).collect();
            let mut letters: Vec<String> = ids.iter().map(|id| among(names(), id)).collect();
            letters.sort();
            joined(letters)
        }
        (Kind::TrueFalse { reasons, .. }, Answer::Verdict(said, because)) => {
            let names = shuffle.reasons(reasons).iter().map(|reason| &*reason.id).collect();
            format!("{said} {}", among(names, because.as_deref().unwrap_or_default()))
        }
        (_, Answer::Typed(text)) => text.to_string(),
        (_, Answer::Gaps(words)) => words.join(" | "),
        (Kind::Order { steps, .. }, Answer::Order(ids)) => {
            let names = || shuffle.steps(steps).iter().map(|step| &*step.id).collect();
            joined(ids.iter().map(|id| among(names(), id)).collect())
        }
        (Kind::Match { pairs, extras }, Answer::Pairs(chosen)) => {
            let text = |id: &str| {
                let own = pairs.iter().find(|pair| *pair.id == *id).map(|pair| &pair.right);
                own.or_else(|| extras.iter().find(|extra| *extra.id == *id).map(|extra| &extra.text))
            };
            let texts = || shuffle.rights(pairs, extras).into_iter().map(|(_, text)| text).collect();
            let row = |(_, right): &(Box<str>, Option<Box<str>>)| {
                let text = right.as_deref().and_then(text).map_or("", |text| text.get(lang));
                among(texts(), text)
            };
            joined(chosen.iter().map(row).collect())
        }
        (_, Answer::Line(number)) => number.to_string(),
        (Kind::Scenario { scenes }, Answer::Way(way)) => {
            let step = |(scene, choice): &(Box<str>, Box<str>)| {
                let scene = scenes.iter().find(|known| known.id == *scene);
                let names = scene.map(|scene| shuffle.scene(scene).iter().map(|c| &*c.id).collect());
                among(names.unwrap_or_default(), choice)
            };
            joined(way.iter().map(step).collect())
        }
        _ => DONT_KNOW.to_owned(),
    }
}
