//! What came of an answer: marks, and the reasons. `w` shows the reasons of everything else as well.

use crate::domain::event::Rating;
use crate::domain::grading::{BlankMark, ChoiceMark, Fit, Outcome, PairMark, Parts, SceneMark, StepMark};
use crate::domain::memory::Memory;
use crate::domain::question::{Answer, Blank, Choice, Kind, LineNote, Pair, Scene, Step};
use crate::domain::time::Moment;
use crate::sessions::lesson::Told;
use crate::sessions::question::Entry;
use crate::ui::glyphs::LEARNING;
use crate::ui::ink::{key, muted, rich, run, text};
use crate::ui::page::INSIDE;
use crate::ui::theme::Token;
use crate::words::Words;

use super::super::row::Row;
use super::{Card, Keyed, letter, verdict};

pub(super) fn draw(card: &mut Card<'_>, told: &Told, latest: bool) {
    let saved = if told.saved {
        saved(told.rating, told.after.as_ref(), card.around.now, card.around.words)
    } else {
        card.word("lesson-saving")
    };
    card.title(rich(&saved));
    let question = &told.item.question;
    let prompt = card.get(&question.prompt).to_owned();
    card.para(INSIDE, &prompt, Token::Text);
    headline(card, told);
    parts(card, told);
    let explain = card.get(&question.explain).to_owned();
    card.para(INSIDE, &explain, Token::Text);
    let reasons = card.word(if told.others { "lesson-fewer-reasons" } else { "lesson-all-reasons" });
    let mut hints = vec![key("w"), text(" "), text(reasons)];
    if latest {
        hints.extend([text("   "), key("u"), text(" "), text(card.word("lesson-answer-again"))]);
    }
    card.push(Row::ink(INSIDE, hints));
}

/// `saved as good, back in 6 days`.
fn saved(rating: Rating, after: Option<&Memory>, now: &Moment, words: &Words) -> String {
    let grade = rating as u8;
    let Some(memory) = after else { return words.fmt("lesson-saved", &[("grade", grade.into())]) };
    let when = match memory.due_utc {
        Some(due) => words.in_minutes(u32::try_from(((due - now.utc).max(1) + 59_999) / 60_000).unwrap_or(1)),
        None => words.in_days(u32::try_from(memory.due_day.since(now.day)).unwrap_or(0)),
    };
    words.fmt("lesson-saved-until", &[("grade", grade.into()), ("when", when.into())])
}

fn headline(card: &mut Card<'_>, told: &Told) {
    let words = card.around.words;
    let said = match told.verdict.outcome {
        Outcome::Right if told.guess => words.get("lesson-right-guess").into_owned(),
        Outcome::Right => words.get("lesson-right").into_owned(),
        Outcome::Partly => words.get("lesson-partly").into_owned(),
        Outcome::Wrong if told.answer == Answer::DontKnow => words.get("lesson-not-known").into_owned(),
        Outcome::Wrong => match single(told) {
            Some((chosen, right)) => {
                words.fmt("lesson-not-yet-single", &[("chosen", chosen.into()), ("right", right.into())])
            }
            None => words.get("lesson-not-yet").into_owned(),
        },
    };
    let partly = told.verdict.outcome == Outcome::Partly;
    let mark = if partly { Some(run(Token::Warn, LEARNING)) } else { verdict(told.right(), true) };
    card.push(Row::ink(INSIDE, rich(&said)).mark(mark));
}

/// The rows, from 1, of the chosen and of the right option.
fn single(told: &Told) -> Option<(usize, usize)> {
    let (Entry::Pick(input), Kind::Single(options)) = (&told.entry, &told.item.question.kind) else { return None };
    let Answer::Chosen(ids) = &told.answer else { return None };
    let row = |want: &dyn Fn(&Choice) -> bool| {
        input.shown.iter().position(|i| options.choices.get(*i).is_some_and(want)).map(|r| r + 1)
    };
    Some((row(&|c| ids.contains(&c.id))?, row(&|c| c.right)?))
}

fn parts(card: &mut Card<'_>, told: &Told) {
    match (&told.verdict.parts, &told.item.question.kind, &told.entry) {
        (Parts::Choices(marks), Kind::Single(options), Entry::Pick(input)) => {
            choices(card, told, marks, &options.choices, &input.shown, |row| (row + 1).to_string());
        }
        (Parts::Choices(marks), Kind::Multi(options), Entry::Multi(input)) => {
            choices(card, told, marks, &options.choices, &input.shown, |row| (row + 1).to_string());
        }
        (
            Parts::Verdict { answer, verdict_right, reasons: marks },
            Kind::TrueFalse { reasons, .. },
            Entry::Verdict(input),
        ) => {
            for (i, name) in ["lesson-true", "lesson-false"].into_iter().enumerate() {
                let right = *answer == (i == 0);
                let word = card.word(name);
                let chosen = *verdict_right == Some(false) && !right;
                card.keyed(Keyed::new((i + 1).to_string(), &word).told(right, chosen));
            }
            choices(card, told, marks, reasons, &input.shown, letter);
        }
        (Parts::Blanks(marks), Kind::Short(blank), _) => blanks(card, told, marks, std::slice::from_ref(blank)),
        (Parts::Blanks(marks), Kind::Cloze { text, gaps }, _) => {
            let filled = filled(card.get(text), gaps, card);
            card.para(INSIDE, &filled, Token::Text);
            blanks(card, told, marks, gaps);
        }
        (Parts::Order { yours, right }, Kind::Order { steps, .. }, _) => order(card, told, yours, right, steps),
        (Parts::Pairs(marks), Kind::Match { pairs, extras }, _) => pairing(card, told, marks, pairs, extras),
        (Parts::Line { chosen, right }, Kind::Line { code, notes, .. }, _) => {
            card.code(code, None, |line| verdict(right.contains(&line), *chosen == Some(line)));
            lines(card, told, *chosen, notes);
        }
        (Parts::Way(marks), Kind::Scenario { scenes }, _) => way(card, told, marks, scenes),
        _ => {}
    }
}

fn choices(
    card: &mut Card<'_>,
    told: &Told,
    marks: &[ChoiceMark],
    all: &[Choice],
    shown: &[usize],
    name: impl Fn(usize) -> String,
) {
    for (row, i) in shown.iter().enumerate() {
        let Some(choice) = all.get(*i) else { continue };
        let chosen = marks.iter().any(|m| m.id == choice.id && m.chosen);
        let tick = matches!(told.entry, Entry::Multi(_)).then_some(chosen);
        let item = Keyed { tick, ..Keyed::new(name(row), card.get(&choice.text)) };
        card.keyed(item.told(choice.right, chosen));
        if choice.right || chosen || told.others {
            let why = card.get(&choice.why).to_owned();
            card.reason(&why);
        }
    }
}

/// The text of a cloze with its answers.
fn filled(body: &str, gaps: &[Blank], card: &Card<'_>) -> String {
    let mut out = body.to_owned();
    for (i, gap) in gaps.iter().enumerate() {
        out = out.replace(&format!("{{{{{}}}}}", i + 1), &format!("**{}**", card.get(&gap.answer)));
    }
    out
}

fn blanks(card: &mut Card<'_>, told: &Told, marks: &[BlankMark], gaps: &[Blank]) {
    for (i, (mark, gap)) in marks.iter().zip(gaps).enumerate() {
        let answer = card.get(&gap.answer);
        let name = if gaps.len() > 1 { (i + 1).to_string() } else { String::new() };
        let typed = mark.typed.trim();
        let words = card.around.words;
        let said = match mark.fit {
            Fit::Right => typed.to_owned(),
            Fit::Slip(_) => words.fmt("lesson-typo", &[("typed", typed.into()), ("answer", answer.into())]),
            Fit::Empty => answer.to_owned(),
            _ => words.fmt("lesson-you-wrote", &[("typed", typed.into()), ("answer", answer.into())]),
        };
        // What was typed is shown as it was typed.
        let said = said.replace('*', "\\*").replace('`', "\\`");
        let item = Keyed { key: run(Token::Text, name), ..Keyed::new("", &said) };
        card.keyed(item.told(mark.right(), true));
        let why = match mark.fit {
            Fit::Near(n) => gap.near.get(n).map(|w| &w.why),
            Fit::Distractor(n) => gap.distractors.get(n).map(|w| &w.why),
            _ => None,
        };
        if let Some(why) = why {
            let why = card.get(why).to_owned();
            card.reason(&why);
        }
        let why = card.get(&gap.why).to_owned();
        card.reason(&why);
        if told.others {
            for other in gap.near.iter().chain(&gap.distractors) {
                let line = format!("{}: {}", card.get(&other.text), card.get(&other.why));
                card.reason(&line);
            }
        }
    }
}

fn order(card: &mut Card<'_>, told: &Told, yours: &[StepMark], right: &[Box<str>], steps: &[Step]) {
    for (row, id) in right.iter().enumerate() {
        let Some(step) = steps.iter().find(|s| s.id == *id) else { continue };
        let place = yours.iter().position(|m| m.id == *id);
        let fits = place.is_some_and(|p| yours[p].right);
        let first = card.rows.len();
        let item = Keyed::new((row + 1).to_string(), card.get(&step.text)).told(fits, place.is_some());
        card.keyed(Keyed { base: Token::Text, ..item });
        if let Some(place) = place.filter(|_| !fits) {
            let said = card.around.words.fmt("lesson-your-place", &[("n", (place + 1).into())]);
            card.rows[first].right = vec![muted(said)];
        }
        if !fits || told.others {
            let why = card.get(&step.why).to_owned();
            card.reason(&why);
        }
    }
}

fn pairing(card: &mut Card<'_>, told: &Told, marks: &[PairMark], pairs: &[Pair], extras: &[Choice]) {
    for mark in marks {
        let Some(pair) = pairs.iter().find(|p| p.id == mark.id) else { continue };
        let said = format!("{}: **{}**", card.get(&pair.left), card.get(&pair.right));
        let item = Keyed::new("", &said).told(mark.right, mark.chosen.is_some());
        card.keyed(Keyed { base: Token::Text, ..item });
        if !mark.right
            && let Some(chosen) = &mark.chosen
        {
            let other = pairs.iter().find(|p| p.id == *chosen).map(|p| &p.right);
            let extra = extras.iter().find(|e| e.id == *chosen);
            let named = other.or(extra.map(|e| &e.text)).map_or("", |t| card.get(t)).to_owned();
            let said = card.around.words.fmt("lesson-you-matched", &[("text", named.into())]);
            card.reason(&said);
            let why = extra.map_or("", |e| card.get(&e.why)).to_owned();
            card.reason(&why);
        }
        if !mark.right || told.others {
            let why = card.get(&pair.why).to_owned();
            card.reason(&why);
        }
    }
    if told.others {
        for extra in extras {
            let line = format!("{}: {}", card.get(&extra.text), card.get(&extra.why));
            card.reason(&line);
        }
    }
}

fn lines(card: &mut Card<'_>, told: &Told, chosen: Option<usize>, notes: &[LineNote]) {
    for note in notes {
        if note.right || chosen == Some(note.number) || told.others {
            let why = card.get(&note.why).to_owned();
            let item = Keyed::new(note.number.to_string(), &why).told(note.right, chosen == Some(note.number));
            card.keyed(Keyed { base: Token::Text, ..item });
        }
    }
}

fn way(card: &mut Card<'_>, told: &Told, marks: &[SceneMark], scenes: &[Scene]) {
    for mark in marks {
        let Some(scene) = scenes.iter().find(|s| s.id == mark.scene) else { continue };
        let said = card.get(&scene.text).to_owned();
        card.para(INSIDE, &said, Token::Text);
        for choice in &scene.choices {
            let chosen = mark.chosen.as_ref() == Some(&choice.id);
            if chosen || choice.best || told.others {
                card.keyed(Keyed::new("", card.get(&choice.text)).told(choice.best, chosen));
                let why = card.get(&choice.why).to_owned();
                card.reason(&why);
            }
        }
    }
}
