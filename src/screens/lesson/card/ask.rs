//! The question of a card, by the way in which it is answered.

use crate::domain::question::{Blank, Choice, Kind, Pair, Scene, Step};
use crate::sessions::question::{
    Asking, Entry, MultiInput, OrderInput, PairInput, PickInput, ScenarioInput, TypedInput, VerdictInput,
};
use crate::ui::ink::{self, Run, key, muted, run, text};
use crate::ui::page::INSIDE;
use crate::ui::theme::Token;

use super::super::row::{Body, Row};
use super::{Card, HANG, Hold, Keyed, letter};

/// Cells between two options in one row.
const BETWEEN: i32 = 6;

pub(super) fn draw(card: &mut Card<'_>, asking: &Asking, hold: Hold) {
    let right = right(card, asking, hold);
    card.title(right);
    let question = asking.question();
    let prompt = card.get(&question.prompt).to_owned();
    card.para(INSIDE, &prompt, Token::Strong);
    match (&asking.entry, &question.kind) {
        (Entry::Pick(input), Kind::Single(options)) => pick(card, input, &options.choices, hold),
        (Entry::Multi(input), Kind::Multi(options)) => multi(card, input, &options.choices, hold),
        (Entry::Verdict(input), Kind::TrueFalse { reasons, .. }) => verdict(card, input, reasons, hold),
        (Entry::Typed(input), Kind::Short(blank)) => short(card, input, blank, asking, hold),
        (Entry::Typed(input), Kind::Cloze { text, gaps }) => {
            let body = gapped(card.get(text), input, hold.entered);
            card.para(INSIDE, &body, Token::Text);
            cloze(card, input, gaps, asking, hold);
        }
        (Entry::Order(input), Kind::Order { steps, .. }) => order(card, input, steps, hold),
        (Entry::Pairs(input), Kind::Match { pairs, .. }) => pairing(card, input, pairs, hold),
        (Entry::Line(input), Kind::Line { code, .. }) => {
            card.code(code, hold.entered.then_some(input.focus), |_| None);
        }
        (Entry::Scenario(input), Kind::Scenario { scenes }) => scenario(card, input, scenes, hold),
        _ => {}
    }
    if asking.hint {
        let hint = card.around.words.fmt("lesson-hint", &[("text", card.get(&question.hint).into())]);
        card.para(INSIDE, &hint, Token::Text);
    }
}

/// What `Enter` does, and whether it is a guess.
fn right(card: &Card<'_>, asking: &Asking, hold: Hold) -> Vec<Run<'static>> {
    let mut out: Vec<Run<'static>> = Vec::new();
    let enter = match &asking.entry {
        _ if hold.entered || !card.live => None,
        Entry::Typed(_) => Some("lesson-enter-type"),
        Entry::Line(_) => Some("lesson-enter-line"),
        Entry::Multi(input) if input.count() > 0 => Some("lesson-enter-submit"),
        Entry::Order(input) if input.typed.len() == input.arranged.len() => Some("lesson-enter-submit"),
        Entry::Pairs(input) if input.chosen.iter().all(Option::is_some) => Some("lesson-enter-submit"),
        _ if hold.touched => Some("lesson-enter-submit"),
        _ => None,
    };
    if let Some(name) = enter {
        out.extend([key("Enter"), text(" "), text(card.word(name)), text("   ")]);
    }
    if asking.guess {
        out.push(muted(card.word("lesson-guess-noted")));
    } else if card.live && !hold.entered {
        out.extend([key("g"), text(" "), text(card.word("lesson-guess"))]);
    }
    out
}

/// Options in one row if they fit, else below each other.
fn pick(card: &mut Card<'_>, input: &PickInput, choices: &[Choice], hold: Hold) {
    let marked = |row: usize| (hold.entered || hold.touched) && row == input.focus;
    let shown: Vec<&Choice> = input.shown.iter().filter_map(|i| choices.get(*i)).collect();
    let mut one: Vec<Run<'static>> = Vec::new();
    for (row, choice) in shown.iter().enumerate() {
        if row > 0 {
            one.push(text(" ".repeat(BETWEEN as usize)));
        }
        one.extend([run(card.key(), (row + 1).to_string()), text("  ")]);
        let base = if marked(row) { Token::Sel } else { Token::Text };
        one.extend(card.wrap(card.get(&choice.text), -10_000, base).concat());
    }
    if !hold.entered && ink::width(&one) <= card.room(INSIDE) {
        return card.push(Row::ink(INSIDE, one));
    }
    for (row, choice) in shown.into_iter().enumerate() {
        let text = card.get(&choice.text);
        card.keyed(Keyed::new((row + 1).to_string(), text).focus(marked(row)));
    }
}

fn multi(card: &mut Card<'_>, input: &MultiInput, choices: &[Choice], hold: Hold) {
    for (row, i) in input.shown.iter().enumerate() {
        let Some(choice) = choices.get(*i) else { continue };
        let ticked = input.chosen.get(row).copied().unwrap_or(false);
        let item = Keyed { tick: Some(ticked), ..Keyed::new((row + 1).to_string(), card.get(&choice.text)) };
        card.keyed(item.focus(hold.entered && row == input.focus));
    }
    card.say("lesson-all-that-apply");
}

fn verdict(card: &mut Card<'_>, input: &VerdictInput, reasons: &[Choice], hold: Hold) {
    let mut row = Vec::new();
    for (i, name) in ["lesson-true", "lesson-false"].into_iter().enumerate() {
        let given = input.verdict == Some(i == 0);
        let base = if given || (hold.entered && input.focus == i) { Token::Sel } else { Token::Text };
        row.extend([run(card.key(), (i + 1).to_string()), text("  "), run(base, card.word(name)), text("      ")]);
    }
    row.pop();
    row.push(text("   "));
    row.push(text(card.word("lesson-because")));
    card.push(Row::ink(INSIDE, row).focus((hold.entered && input.focus < 2).then_some(INSIDE)));
    for (row, i) in input.shown.iter().enumerate() {
        let Some(reason) = reasons.get(*i) else { continue };
        let text = card.get(&reason.text);
        card.keyed(Keyed::new(letter(row), text).focus(hold.entered && input.focus == row + 2));
    }
}

fn short(card: &mut Card<'_>, input: &TypedInput, blank: &Blank, asking: &Asking, hold: Hold) {
    let label = vec![text(card.word("lesson-answer")), text("  ")];
    let line = input.lines.first().cloned().unwrap_or_default();
    let typing = hold.entered && !input.commands;
    card.push(Row::new(Body::Field(label, line, typing)).focus(typing.then_some(HANG)));
    near(card, std::slice::from_ref(blank), asking);
}

/// The text of a cloze: what was typed so far stands in its gaps.
fn gapped(body: &str, input: &TypedInput, entered: bool) -> String {
    let mut out = body.to_owned();
    for (i, line) in input.lines.iter().enumerate() {
        let typed = line.text().trim();
        // A gap stands in the text as a word of the learner, whatever marks were typed.
        let typed: String = typed.chars().map(|c| if matches!(c, '*' | '`' | '_' | '\\') { ' ' } else { c }).collect();
        let shown = if typed.trim().is_empty() { String::new() } else { format!(": {}", typed.trim()) };
        let weight = if entered && i == input.focus { "**" } else { "" };
        out = out.replace(&format!("{{{{{}}}}}", i + 1), &format!("{weight}[{}{shown}]{weight}", i + 1));
    }
    out
}

fn cloze(card: &mut Card<'_>, input: &TypedInput, gaps: &[Blank], asking: &Asking, hold: Hold) {
    for (i, line) in input.lines.iter().enumerate() {
        let typing = hold.entered && !input.commands && i == input.focus;
        let label = vec![run(Token::Muted, (i + 1).to_string()), text("  ")];
        card.push(Row::new(Body::Field(label, line.clone(), typing)).focus(typing.then_some(HANG)));
    }
    if input.bank_open {
        let words: Vec<&str> = input.bank.iter().map(|w| card.get(w)).collect();
        let words = words.join("   ");
        card.para(INSIDE, &words, Token::Text);
    }
    near(card, gaps, asking);
}

/// Another valid word: why it is not the one, and that it can be changed.
fn near(card: &mut Card<'_>, gaps: &[Blank], asking: &Asking) {
    let Some(hit) = asking.near else { return };
    let Some(other) = gaps.get(hit.gap).and_then(|g| g.near.get(hit.index)) else { return };
    let why = card.get(&other.why).to_owned();
    let said = card.around.words.fmt("lesson-near", &[("why", why.into())]);
    card.para(INSIDE, &said, Token::Text);
}

fn order(card: &mut Card<'_>, input: &OrderInput, steps: &[Step], hold: Hold) {
    for (row, i) in input.arranged.iter().enumerate() {
        let Some(step) = steps.get(*i) else { continue };
        let number = input.label.get(*i).copied().unwrap_or(row + 1);
        let focused = hold.entered && row == input.focus;
        let text = card.get(&step.text);
        let first = card.rows.len();
        card.keyed(Keyed::new(number.to_string(), text).focus(focused));
        if focused && input.carrying {
            let carried = muted(card.word("lesson-carried"));
            card.rows[first].right = vec![carried];
        }
    }
    let typed: Vec<String> = input.typed.iter().map(ToString::to_string).collect();
    let open = vec!["_".to_owned(); input.arranged.len().saturating_sub(typed.len())];
    let so_far = [typed, open].concat().join(" ");
    let said = card.around.words.fmt("lesson-order-so-far", &[("digits", so_far.into())]);
    card.message(&said);
}

fn pairing(card: &mut Card<'_>, input: &PairInput, pairs: &[Pair], hold: Hold) {
    let focus = hold.entered || hold.open;
    for (row, i) in input.shown.iter().enumerate() {
        let Some(pair) = pairs.get(*i) else { continue };
        let chosen = input.chosen.get(row).copied().flatten();
        let slot = match chosen {
            Some(right) => run(Token::Strong, letter(right)),
            None => run(Token::Muted, "_"),
        };
        let item = Keyed { key: slot, ..Keyed::new("", card.get(&pair.left)) };
        card.keyed(item.focus(focus && row == input.focus));
    }
    let rights: Vec<(String, Vec<Run<'static>>)> = input
        .rights
        .iter()
        .enumerate()
        .map(|(i, r)| (letter(i), card.wrap(card.get(&r.text), -10_000, Token::Text).concat()))
        .collect();
    let width: i32 = rights.iter().map(|(k, t)| ink::width(k) + 2 + ink::width(t) + BETWEEN).sum();
    if width - BETWEEN <= card.room(INSIDE) {
        let mut row = Vec::new();
        for (i, (name, mut runs)) in rights.into_iter().enumerate() {
            if i > 0 {
                row.push(text(" ".repeat(BETWEEN as usize)));
            }
            row.extend([run(card.key(), name), text("  ")]);
            row.append(&mut runs);
        }
        return card.push(Row::ink(INSIDE, row));
    }
    for (i, right) in input.rights.iter().enumerate() {
        card.keyed(Keyed::new(letter(i), card.get(&right.text)));
    }
}

fn scenario(card: &mut Card<'_>, input: &ScenarioInput, scenes: &[Scene], hold: Hold) {
    for (step, (scene, choice)) in input.way.iter().enumerate() {
        let Some(choice) = scenes.get(*scene).and_then(|s| s.choices.get(*choice)) else { continue };
        if step + 1 == input.way.len() || input.so_far {
            let chosen = card.around.words.fmt("lesson-chose", &[("text", card.get(&choice.text).into())]);
            card.para(INSIDE, &chosen, Token::Text);
            let cost = card.get(&choice.cost).to_owned();
            card.para(INSIDE, &cost, Token::Text);
        }
    }
    let Some(scene) = scenes.get(input.scene) else { return };
    let said = card.get(&scene.text).to_owned();
    card.para(INSIDE, &said, Token::Text);
    for (row, i) in input.shown.get(input.scene).into_iter().flatten().enumerate() {
        let Some(choice) = scene.choices.get(*i) else { continue };
        let text = card.get(&choice.text);
        card.keyed(Keyed::new((row + 1).to_string(), text).focus(hold.entered && row == input.focus));
    }
}
