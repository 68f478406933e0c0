//! Decisions, scene after scene.

use crate::domain::grading::SceneMark;
use crate::domain::question::{Question, Scene};
use crate::sessions::question::ScenarioInput;
use crate::ui::ink::{label, run};
use crate::ui::page::{INSIDE, LEFT, Size};
use crate::ui::theme::Token;

use super::super::lines::{Line, stack};
use super::super::look::Look;
use super::option::{Choosable, Explained, choosable, explained, reason, your_choice};
use super::{Body, right_or_wrong};

pub fn asked(look: &Look, question: &Question, scenes: &[Scene], input: &ScenarioInput) -> Body {
    let Some(scene) = scenes.get(input.scene) else { return Body::default() };
    let rows: Vec<Choosable> = input.shown[input.scene]
        .iter()
        .enumerate()
        .map(|(row, i)| Choosable {
            key: (row + 1).to_string(),
            before: None,
            text: look.get(&scene.choices[*i].text),
            focused: row == input.focus,
            right: Vec::new(),
        })
        .collect();
    let values = [("n", input.depth().into()), ("most", deepest(scenes, 0, 0).into())];
    Body {
        stem: Some(look.get(&scene.text).to_owned()),
        before: before(look, question, scenes, input),
        ask: Some(look.words.fmt("review-scene-step", &values)),
        lines: choosable(look, LEFT, &rows),
        status: Vec::new(),
        tip: Some(look.words.get("review-tip-scenario").into_owned()),
    }
}

/// How many scenes lie on the longest way.
fn deepest(scenes: &[Scene], at: usize, depth: usize) -> usize {
    // The check of packs refuses circles; the bound holds for whatever slips through.
    let Some(scene) = scenes.get(at).filter(|_| depth < scenes.len()) else { return depth };
    let next = scene.choices.iter().filter_map(|c| c.goto).map(|to| deepest(scenes, to, depth + 1));
    next.max().unwrap_or(0).max(depth + 1)
}

/// What has happened: the opening at first, later the last decision, and all of it when it is asked for.
fn before(look: &Look, question: &Question, scenes: &[Scene], input: &ScenarioInput) -> Vec<Line> {
    let opening = look.get(&question.prompt);
    if input.way.is_empty() {
        return stack(look.prose(opening, LEFT, Token::Text), LEFT);
    }
    let whole = input.so_far || look.size == Size::Large;
    let from = if whole { 0 } else { input.way.len() - 1 };
    let mut out = vec![Line::at(LEFT, vec![label(look.words.get("review-so-far").into_owned())])];
    if whole {
        out.extend(stack(look.prose(opening, INSIDE, Token::Text), INSIDE));
    }
    for (scene, choice) in &input.way[from..] {
        let Some(scene) = scenes.get(*scene) else { continue };
        let Some(choice) = scene.choices.get(*choice) else { continue };
        if whole {
            out.extend(stack(look.prose(look.get(&scene.text), INSIDE, Token::Text), INSIDE));
        }
        let chose = look.words.get("review-you-chose");
        let mut rows = reason(look, &chose, look.get(&choice.text), INSIDE);
        if look.small() && !whole && rows.len() > 1 {
            rows.truncate(1);
            rows[0].push(run(Token::Text, crate::ui::glyphs::CUT));
        }
        out.extend(stack(rows, INSIDE));
        let cost = look.get(&choice.cost);
        if !cost.is_empty() {
            out.extend(stack(reason(look, &look.words.get("review-cost"), cost, INSIDE), INSIDE));
        }
    }
    out
}

/// Each scene on the way with all its choices.
pub fn told(look: &Look, scenes: &[Scene], way: &[SceneMark], input: &ScenarioInput) -> Vec<Line> {
    let mut out = Vec::new();
    for (step, mark) in way.iter().enumerate() {
        let Some(at) = scenes.iter().position(|s| s.id == mark.scene) else { continue };
        if step > 0 {
            out.push(Line::blank());
        }
        let lead = look.words.fmt("review-scene", &[("n", (step + 1).into())]);
        out.extend(stack(reason(look, &lead, look.get(&scenes[at].text), LEFT), LEFT));
        if look.spaced {
            out.push(Line::blank());
        }
        out.extend(choices(look, &scenes[at], mark, &input.shown[at]));
    }
    out
}

fn choices(look: &Look, scene: &Scene, mark: &SceneMark, shown: &[usize]) -> Vec<Line> {
    let rows: Vec<Explained> = shown
        .iter()
        .enumerate()
        .filter_map(|(row, i)| {
            let choice = scene.choices.get(*i)?;
            let why = look.get(&choice.why);
            let chosen = mark.chosen.as_deref() == Some(&*choice.id);
            let matters = chosen || choice.best;
            Some(Explained {
                mark: matters.then(|| right_or_wrong(choice.best)),
                key: (row + 1).to_string(),
                text: look.get(&choice.text),
                strong: choice.best,
                lead: if chosen && !choice.best { your_choice(look, why) } else { String::new() },
                why,
                ..Explained::default()
            })
        })
        .collect();
    explained(look, &rows)
}
