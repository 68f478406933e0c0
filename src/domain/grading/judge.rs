//! From an answer to a verdict, kind by kind (CONTENT section 2).

use crate::domain::question::{Answer, Blank, Choice, Kind, LineNote, Pair, Question, Scene, Step};
use crate::domain::sorting::Arrange;

use crate::domain::rubric::Drill;

use super::spelling::{Fit, fit};
use super::{BlankMark, ChoiceMark, NearHit, Outcome, PairMark, Parts, SceneMark, StepMark, Verdict};

/// Judges an answer. `accepted` are the learner's own spellings for this question (see [`spelling_to_accept`]).
///
/// An answer of another kind than the question counts as "I don't know": a log from elsewhere may hold one.
pub fn judge(question: &Question, answer: &Answer, accepted: &[Box<str>]) -> Verdict {
    match &question.kind {
        Kind::Single(options) => single(&options.choices, answer),
        Kind::Multi(options) => multi(&options.choices, answer),
        Kind::TrueFalse { answer: truth, reasons } => true_false(*truth, reasons, answer),
        Kind::Short(blank) => {
            let typed = match answer {
                Answer::Typed(text) => std::slice::from_ref(text),
                _ => &[],
            };
            blanks(std::slice::from_ref(blank), typed, accepted)
        }
        Kind::Cloze { gaps, .. } => {
            let typed: &[Box<str>] = match answer {
                Answer::Gaps(words) => words,
                _ => &[],
            };
            blanks(gaps, typed, accepted)
        }
        Kind::Order { steps, any_order } => order(steps, any_order, answer),
        Kind::Match { pairs, extras } => pairing(pairs, extras, answer),
        Kind::Line { notes, .. } => line(notes, answer),
        Kind::Scenario { scenes } => scenario(scenes, answer),
        Kind::Drill(drill) => sentence(drill, answer),
    }
}

fn verdict(right: usize, of: usize, parts: Parts) -> Verdict {
    let outcome = match right {
        0 => Outcome::Wrong,
        n if n >= of => Outcome::Right,
        _ => Outcome::Partly,
    };
    Verdict { outcome, share: if of == 0 { 0.0 } else { right as f32 / of as f32 }, near: None, typo: None, parts }
}

fn marks(choices: &[Choice], chosen: impl Fn(&str) -> bool) -> Vec<ChoiceMark> {
    let mark = |c: &Choice| ChoiceMark { id: c.id.clone(), right: c.right, chosen: chosen(&c.id) };
    choices.iter().map(mark).collect()
}

fn chosen_ids(answer: &Answer) -> &[Box<str>] {
    match answer {
        Answer::Chosen(ids) => ids,
        _ => &[],
    }
}

fn single(choices: &[Choice], answer: &Answer) -> Verdict {
    let ids = chosen_ids(answer);
    let marks = marks(choices, |id| ids.iter().any(|i| **i == *id));
    let right = ids.len() == 1 && marks.iter().any(|m| m.chosen && m.right);
    verdict(usize::from(right), 1, Parts::Choices(marks))
}

/// Share: (right chosen - wrong chosen) / all right, never below nothing.
fn multi(choices: &[Choice], answer: &Answer) -> Verdict {
    let ids = chosen_ids(answer);
    let marks = marks(choices, |id| ids.iter().any(|i| **i == *id));
    let count = |right| marks.iter().filter(|m| m.chosen && m.right == right).count();
    let all = marks.iter().filter(|m| m.right).count();
    let share = count(true).saturating_sub(count(false));
    verdict(share, all, Parts::Choices(marks))
}

fn true_false(truth: bool, reasons: &[Choice], answer: &Answer) -> Verdict {
    let (said, because) = match answer {
        Answer::Verdict(said, because) => (Some(*said), because.as_deref()),
        _ => (None, None),
    };
    let reasons = marks(reasons, |id| because == Some(id));
    let verdict_right = said.map(|s| s == truth);
    let reason_right = reasons.iter().any(|m| m.chosen && m.right);
    let right = match (verdict_right, reason_right) {
        (Some(true), true) => 2,
        (Some(true), false) => 1,
        _ => 0,
    };
    let parts = Parts::Verdict { answer: truth, verdict_right, reasons };
    verdict(right, 2, parts)
}

fn blanks(blanks: &[Blank], typed: &[Box<str>], accepted: &[Box<str>]) -> Verdict {
    let mark = |(i, blank): (usize, &Blank)| {
        let typed = typed.get(i).cloned().unwrap_or_default();
        // Each accepted spelling has a line for each gap (see `spelling_to_accept`).
        let own = accepted.iter().filter_map(|a| a.split('\n').nth(i));
        let fit = fit(blank, own, &typed);
        BlankMark { typed, fit }
    };
    let marks: Vec<BlankMark> = blanks.iter().enumerate().map(mark).collect();
    let near = marks.iter().enumerate().find_map(|(gap, m)| match m.fit {
        Fit::Near(index) => Some(NearHit { gap, index }),
        _ => None,
    });
    let typo = marks.iter().find_map(|m| match &m.fit {
        Fit::Slip(typo) => Some(typo.clone()),
        _ => None,
    });
    let right = marks.iter().filter(|m| m.right()).count();
    let all = marks.len();
    Verdict { near, typo, ..verdict(right, all, Parts::Blanks(marks)) }
}

fn order(steps: &[Step], any_order: &[Vec<usize>], answer: &Answer) -> Verdict {
    let ids: &[Box<str>] = match answer {
        Answer::Order(ids) => ids,
        _ => &[],
    };
    // Steps of one group may change places, so what has to agree is the group.
    let group = |i: usize| any_order.iter().find(|g| g.contains(&i)).and_then(|g| g.iter().min().copied()).unwrap_or(i);
    let index = |id: &str| steps.iter().position(|s| *s.id == *id);
    let fits = |at: usize, id: &str| index(id).is_some_and(|i| at < steps.len() && group(i) == group(at));
    let yours: Vec<StepMark> =
        ids.iter().enumerate().map(|(at, id)| StepMark { id: id.clone(), right: fits(at, id) }).collect();
    let each_once = steps.iter().all(|s| ids.iter().filter(|id| **id == s.id).count() == 1);
    let right = each_once && ids.len() == steps.len() && yours.iter().all(|m| m.right);
    let mut nearest: Vec<usize> = (0..steps.len()).collect();
    let yours_at = |i: &usize| ids.iter().position(|id| *id == steps[*i].id).unwrap_or(usize::MAX);
    nearest.arrange_by_key(|i| (group(*i), yours_at(i), *i));
    let nearest = nearest.into_iter().map(|i| steps[i].id.clone()).collect();
    let in_place = yours.iter().filter(|m| m.right).count();
    let mut out = verdict(usize::from(right), 1, Parts::Order { yours, right: nearest });
    // All or nothing for the grade; the share tells how close it was.
    if !right && !steps.is_empty() {
        out.share = in_place.min(steps.len()) as f32 / steps.len() as f32;
    }
    out
}

fn pairing(pairs: &[Pair], extras: &[Choice], answer: &Answer) -> Verdict {
    let given: &[(Box<str>, Option<Box<str>>)] = match answer {
        Answer::Pairs(pairs) => pairs,
        _ => &[],
    };
    let side = |id: &str| {
        let own = pairs.iter().find(|p| *p.id == *id).map(|p| &p.right);
        own.or_else(|| extras.iter().find(|e| *e.id == *id).map(|e| &e.text))
    };
    let mark = |p: &Pair| {
        let chosen = given.iter().find(|(left, _)| *left == p.id).and_then(|(_, c)| c.clone());
        let right = chosen.as_deref().is_some_and(|c| *c == *p.id || side(c) == Some(&p.right));
        PairMark { id: p.id.clone(), chosen, right }
    };
    let marks: Vec<PairMark> = pairs.iter().map(mark).collect();
    let right = marks.iter().filter(|m| m.right).count();
    let all = marks.len();
    verdict(right, all, Parts::Pairs(marks))
}

fn line(notes: &[LineNote], answer: &Answer) -> Verdict {
    let chosen = match answer {
        Answer::Line(number) => Some(*number),
        _ => None,
    };
    let right: Vec<usize> = notes.iter().filter(|n| n.right).map(|n| n.number).collect();
    let hit = chosen.is_some_and(|c| right.contains(&c));
    verdict(usize::from(hit), 1, Parts::Line { chosen, right })
}

/// All best is right, one off is partly, more is wrong; and where nothing was best, it is wrong however short the way.
fn scenario(scenes: &[Scene], answer: &Answer) -> Verdict {
    let given: &[(Box<str>, Box<str>)] = match answer {
        Answer::Way(way) => way,
        _ => &[],
    };
    let mut way = Vec::new();
    let mut at = (!scenes.is_empty()).then_some(0);
    while let Some(scene) = at.and_then(|i| scenes.get(i)) {
        let first = given.iter().find(|(s, _)| *s == scene.id).map(|(_, c)| c);
        let choice = first.and_then(|id| scene.choices.iter().find(|c| c.id == *id));
        let best = scene.choices.iter().find(|c| c.best);
        way.push(SceneMark {
            scene: scene.id.clone(),
            chosen: choice.map(|c| c.id.clone()),
            best: best.map(|c| c.id.clone()).unwrap_or_default(),
        });
        // A way cut short goes on by the best choices: what was not decided counts as off. The length guards against
        // a circle, which the check of packs refuses.
        at = choice.or(best).and_then(|c| c.goto).filter(|_| way.len() < scenes.len());
    }
    let right = way.iter().filter(|m| m.right()).count();
    let off = way.len() - right;
    let mut out = verdict(right, way.len(), Parts::Way(way));
    if off > 1 {
        out.outcome = Outcome::Wrong;
    }
    out
}

/// The word list of the point only suggests: something found is right, nothing found is not yet. The learner's grade has the last word.
fn sentence(drill: &Drill, answer: &Answer) -> Verdict {
    let typed = match answer {
        Answer::Typed(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    let found = drill.find(&typed);
    verdict(usize::from(!found.is_empty()), 1, Parts::Sentence { typed: typed.into(), found })
}

/// The ids of what is right: options, the reason, steps in a right order, lines as numbers, the best way of a scenario.
///
/// Empty for typed answers, whose answer is a text, and for pairs, each of which is its own answer.
pub fn right_ids(question: &Question) -> Vec<Box<str>> {
    let right =
        |choices: &[Choice]| -> Vec<Box<str>> { choices.iter().filter(|c| c.right).map(|c| c.id.clone()).collect() };
    match &question.kind {
        Kind::Single(o) | Kind::Multi(o) => right(&o.choices),
        Kind::TrueFalse { reasons, .. } => right(reasons),
        Kind::Short(_) | Kind::Cloze { .. } | Kind::Match { .. } | Kind::Drill(_) => Vec::new(),
        Kind::Order { steps, .. } => steps.iter().map(|s| s.id.clone()).collect(),
        Kind::Line { notes, .. } => {
            let right = notes.iter().filter(|n| n.right);
            right.map(|n| n.number.to_string().into()).collect()
        }
        Kind::Scenario { scenes } => match scenario(scenes, &Answer::DontKnow).parts {
            Parts::Way(way) => way.into_iter().map(|m| m.best).collect(),
            _ => Vec::new(),
        },
    }
}

/// What to store as accepted when the learner counts a typed answer as right for its spelling: a line for each gap,
/// empty where the gap was right anyway. `None` for other kinds and where nothing was typed.
pub fn spelling_to_accept(verdict: &Verdict) -> Option<Box<str>> {
    let Parts::Blanks(marks) = &verdict.parts else {
        return None;
    };
    let line = |m: &BlankMark| match m.right() {
        true => String::new(),
        false => m.typed.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    let lines: Vec<String> = marks.iter().map(line).collect();
    lines.iter().any(|l| !l.is_empty()).then(|| lines.join("\n").into())
}
