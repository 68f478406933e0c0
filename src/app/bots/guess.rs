//! How often somebody who knows nothing is right.

use super::chance::Chance;
use crate::domain::grading::{Outcome, judge};
use crate::domain::question::{Answer, Blank, Kind, KindName, Question};

/// What guessing has come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guesses {
    /// Guesses, and how many of them were right.
    pub all: (usize, usize),
    /// The same by kind of question, in the order of the kinds; kinds that the pack has.
    pub kinds: Vec<(KindName, usize, usize)>,
}

/// Guesses each question so often.
pub fn guesses<'a>(questions: impl Iterator<Item = &'a Question>, times: usize, chance: &mut Chance) -> Guesses {
    let mut found = Guesses { all: (0, 0), kinds: KindName::ALL.map(|kind| (kind, 0, 0)).to_vec() };
    for question in questions {
        for _ in 0..times {
            let answer = guess(question, chance);
            let right = usize::from(judge(question, &answer, &[]).outcome == Outcome::Right);
            found.all = (found.all.0 + 1, found.all.1 + right);
            if let Some(kind) = found.kinds.iter_mut().find(|(kind, ..)| *kind == question.kind.name()) {
                *kind = (kind.0, kind.1 + 1, kind.2 + right);
            }
        }
    }
    found.kinds.retain(|(_, tries, _)| *tries > 0);
    found
}

/// An answer by chance, as somebody would give it who sees what there is to choose from. Who has to type a word and sees none does not know it.
pub fn guess(question: &Question, chance: &mut Chance) -> Answer {
    match &question.kind {
        Kind::Single(options) => {
            let at = chance.below(options.choices.len());
            Answer::Chosen(options.choices.get(at).map(|choice| choice.id.clone()).into_iter().collect())
        }
        Kind::Multi(options) => {
            let mut ids: Vec<Box<str>> = Vec::new();
            // Nothing ticked is no answer.
            while ids.is_empty() && !options.choices.is_empty() {
                ids = options.choices.iter().filter(|_| chance.happens(0.5)).map(|choice| choice.id.clone()).collect();
            }
            Answer::Chosen(ids)
        }
        Kind::TrueFalse { reasons, .. } => {
            let reason = reasons.get(chance.below(reasons.len())).map(|reason| reason.id.clone());
            Answer::Verdict(chance.happens(0.5), reason)
        }
        Kind::Cloze { gaps, .. } => from_bank(gaps, chance),
        Kind::Short(_) | Kind::Drill(_) => Answer::DontKnow,
        Kind::Order { steps, .. } => {
            Answer::Order(chance.order(steps.len()).into_iter().map(|at| steps[at].id.clone()).collect())
        }
        Kind::Match { pairs, extras } => {
            let rights: Vec<&Box<str>> =
                pairs.iter().map(|pair| &pair.id).chain(extras.iter().map(|extra| &extra.id)).collect();
            let order = chance.order(rights.len());
            let chosen = pairs.iter().zip(order).map(|(pair, at)| (pair.id.clone(), Some(rights[at].clone())));
            Answer::Pairs(chosen.collect())
        }
        Kind::Line { code, .. } => Answer::Line(1 + chance.below(code.lines().count())),
        Kind::Scenario { scenes } => {
            let mut way: Vec<(Box<str>, Box<str>)> = Vec::new();
            let mut at = Some(0);
            while let Some(scene) = at.and_then(|at| scenes.get(at)).filter(|_| way.len() < scenes.len()) {
                let Some(choice) = scene.choices.get(chance.below(scene.choices.len())) else { break };
                way.push((scene.id.clone(), choice.id.clone()));
                at = choice.goto;
            }
            Answer::Way(way)
        }
    }
}

/// Words of the bank, where there is one: the answers and what was put beside them.
fn from_bank(gaps: &[Blank], chance: &mut Chance) -> Answer {
    let word = |text: &crate::domain::text::Text| {
        if text.en.is_empty() { text.id.clone() } else { text.en.clone() }
    };
    let answers = gaps.iter().map(|gap| word(&gap.answer));
    let bank: Vec<Box<str>> =
        answers.chain(gaps.iter().flat_map(|gap| &gap.distractors).map(|wrong| word(&wrong.text))).collect();
    if bank.len() < 2 {
        return Answer::DontKnow;
    }
    let order = chance.order(bank.len());
    Answer::Gaps(gaps.iter().zip(order).map(|(_, at)| bank[at].clone()).collect())
}
