//! From the marks to the log, and what came of them: tries, verdict, one thing to keep, one to fix.

use std::cmp::Reverse;

use crate::domain::event::{Event, What};
use crate::domain::interview::{Chair, PointMark, Rehearsed, Turn};
use crate::domain::log::Tried;
use crate::domain::memory::{Given, Memory, choose_shift};
use crate::domain::plan::best;
use crate::domain::rubric::score::score;
use crate::domain::rubric::{Mark, Marks, Prompt, RedFlag, Verdict, judge};
use crate::domain::text::Text;

use super::super::Context;
use super::calibration::Calibration;
use super::heard;
use super::stage::{Debrief, Fix, Keep, SignalRow, Stage, Try};
use super::{Asked, Interview};

/// Tries that the debrief shows side by side.
const SHOWN: usize = 3;

impl Asked {
    fn memory(&self, point: &str) -> Option<&Memory> {
        self.loaded.memories.iter().find(|(id, _)| **id == *point).map(|(_, memory)| memory)
    }

    /// The days by which the least loaded day lies away for the point at `at` of an attempt, within what memory allows.
    pub fn shift(&self, rehearsed: &Rehearsed, at: usize, cx: &Context<'_>) -> i8 {
        let Some(point) = rehearsed.points.get(at).map(|marked| &marked.point) else { return 0 };
        let given = Given::point(cx.now.id, cx.now.utc, rehearsed, point);
        let window = given.and_then(|given| Memory::window(self.memory(point), given));
        window.map_or(0, |window| choose_shift(&window, |day| cx.load.on(day)))
    }

    /// What the marks of an attempt amount to.
    pub fn verdict(&self, rehearsed: &Rehearsed) -> Verdict {
        let prompt = self.prompt();
        let flagged = |flag: &&RedFlag| rehearsed.red_flags.contains(&flag.id);
        let flags = prompt.red_flags.iter().filter(flagged);
        judge(prompt, &rehearsed.marks(), flags, rehearsed.scope.map(|scope| scope.level()), rehearsed.target)
    }
}

impl Interview {
    /// The event for the log: the marks as they stand beside the model.
    pub(super) fn event(&self, cx: &Context<'_>) -> Option<Event> {
        let (Stage::Compare(compare), Some(asked)) = (&self.stage, &self.asked) else { return None };
        let prompt = asked.prompt();
        let points = prompt.points.iter().zip(&compare.rows);
        let points =
            points.map(|(p, row)| PointMark { point: p.id.clone(), first: row.first, mark: row.mark, shift: 0 });
        let setup = &asked.setup;
        let mut rehearsed = Rehearsed {
            prompt: prompt.id.clone(),
            day: cx.now.day,
            aim: cx.prefs.recall_aim,
            persona: setup.persona.clone(),
            target: setup.target,
            lang: setup.lang,
            pressure: setup.pressure,
            spoken: setup.spoken,
            by: Chair::Own,
            chair: "".into(),
            sitting: setup.sitting,
            think_ms: small(self.think_ms),
            turns: self.turns.iter().map(|turn| self.turn(turn)).collect(),
            predicted: self.predicted,
            points: points.collect(),
            red_flags: self.flags.iter().filter_map(|at| prompt.red_flags.get(*at)).map(|f| f.id.clone()).collect(),
            signals: Default::default(),
            scope: None,
        };
        for row in &self.signals {
            match *row {
                SignalRow::Signal(signal, Some(mark)) => _ = rehearsed.signals.insert(signal, mark),
                SignalRow::Scope(scope) => rehearsed.scope = scope,
                SignalRow::Signal(_, None) => {}
            }
        }
        for at in 0..rehearsed.points.len() {
            rehearsed.points[at].shift = asked.shift(&rehearsed, at, cx);
        }
        let (now, what) = (cx.now, What::Rehearsed(Box::new(rehearsed)));
        Some(Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what })
    }

    fn turn(&self, heard: &heard::Heard) -> Turn {
        Turn { about: heard.about.clone(), text: heard.text.clone(), took_ms: small(heard.took_ms) }
    }

    /// Shows what came of the event.
    pub(super) fn debrief(&mut self, event: &Event) {
        if let (Stage::Compare(_), Some(asked), What::Rehearsed(rehearsed)) = (&self.stage, &self.asked, &event.what) {
            self.stage = Stage::Debrief(Box::new(debrief(asked, event, rehearsed)));
            self.cursor = Default::default();
        }
    }
}

fn small(ms: u64) -> u32 {
    u32::try_from(ms).unwrap_or(u32::MAX)
}

fn debrief(asked: &Asked, event: &Event, rehearsed: &Rehearsed) -> Debrief {
    let prompt = asked.prompt();
    let before = &asked.loaded.attempts;
    let last = before.last().map(|attempt| attempt.rehearsed.marks());
    let marks = rehearsed.marks();
    let verdict = asked.verdict(rehearsed);
    let met = score(&prompt.points, &marks).met;
    let off = rehearsed.predicted.map(|predicted| difference(predicted, met));
    let after = |point: &str| {
        let prev = asked.memory(point);
        let given = Given::point(event.id, event.utc, rehearsed, point);
        given.map_or(prev.copied(), |given| Memory::after(prev, given))
    };
    let memories: Vec<Option<Memory>> = prompt.points.iter().map(|point| after(&point.id)).collect();
    Debrief {
        event: event.id,
        tries: tries(asked, rehearsed),
        anchor: prompt.anchor(verdict.reached).cloned().unwrap_or_default(),
        wanted: prompt.anchor(rehearsed.target).cloned().unwrap_or_default(),
        trend: last.as_ref().map(|last| difference(met, score(&prompt.points, last).met)),
        off,
        calibration: Calibration::of(asked.loaded.predictions.iter().copied().chain(off)),
        best: is_best(asked, event, rehearsed),
        keep: keep(prompt, &marks, last.as_ref()),
        fix: fix(prompt, &marks),
        returns: memories.iter().flatten().map(|memory| memory.due_day).min(),
        joins: (0..prompt.points.len()).filter(|at| marks.get(&prompt.points[*at].id) != Mark::Met).collect(),
        memories,
        verdict,
        rehearsed: rehearsed.clone(),
    }
}

/// Whether the answer book shows this attempt as the best one.
fn is_best(asked: &Asked, event: &Event, rehearsed: &Rehearsed) -> bool {
    let before = asked.loaded.attempts.iter().map(|a| Tried::of(a.id, a.utc, a.offset_min, &a.rehearsed));
    let all: Vec<Tried> = before.chain([Tried::of(event.id, event.utc, event.offset_min, rehearsed)]).collect();
    best(&all).is_some_and(|best| best.id == event.id)
}

fn difference(a: u8, b: u8) -> i8 {
    i8::try_from(i16::from(a) - i16::from(b)).unwrap_or(i8::MAX)
}

fn tries(asked: &Asked, now: &Rehearsed) -> Vec<Try> {
    let before = asked.loaded.attempts.iter().map(|attempt| &attempt.rehearsed);
    let all: Vec<Try> = before.chain([now]).enumerate().map(|(at, r)| tried(asked.prompt(), at + 1, r)).collect();
    all[all.len().saturating_sub(SHOWN)..].to_vec()
}

/// Words and time are those of the answer itself, because the targets speak of it alone.
fn tried(prompt: &Prompt, number: usize, rehearsed: &Rehearsed) -> Try {
    let score = score(&prompt.points, &rehearsed.marks());
    let answer = rehearsed.turns.first();
    Try {
        number,
        met: score.met,
        points: score.points,
        words: answer.map_or(0, |turn| heard::count(&turn.text)),
        took_ms: answer.map_or(0, |turn| u64::from(turn.took_ms)),
        predicted: rehearsed.predicted,
        pressure: rehearsed.pressure,
        spoken: rehearsed.spoken,
    }
}

/// One thing to keep: a point that was not met the time before, else any; the heaviest of them.
fn keep(prompt: &Prompt, marks: &Marks, last: Option<&Marks>) -> Option<Keep> {
    let met = prompt.points.iter().enumerate().filter(|(_, point)| marks.get(&point.id) == Mark::Met);
    let new = |id: &str| last.is_none_or(|last| last.get(id) != Mark::Met);
    let best = met.min_by_key(|(at, point)| (!new(&point.id), Reverse(point.weight), !point.must, *at));
    best.map(|(at, point)| Keep { point: at, new: new(&point.id) })
}

/// One thing to fix: the heaviest missed point that a level rests on, else the heaviest missed one, else the same of those that are partly there.
fn fix(prompt: &Prompt, marks: &Marks) -> Option<Fix> {
    let open = prompt.points.iter().enumerate().filter(|(_, point)| marks.get(&point.id) != Mark::Met);
    let first = open.min_by_key(|(at, point)| (marks.get(&point.id), !point.must, Reverse(point.weight), *at));
    first.map(|(point, _)| Fix { point, lesson: prompt.id.topic() })
}

impl Debrief {
    /// What an answer sounds like on the level that was asked for, and on the one that was reached where that is another.
    pub fn sounds(&self) -> Vec<(u8, &Text)> {
        let (asked, reached) = (self.rehearsed.target, self.verdict.reached);
        let mut said = vec![(asked, &self.wanted)];
        said.extend((reached != asked).then_some((reached, &self.anchor)));
        said.retain(|(_, text)| !text.is_empty());
        said
    }

    /// The drill of the point to fix, as the name of an item.
    pub fn drill(&self, prompt: &Prompt) -> Option<crate::domain::ids::ItemId> {
        let point = prompt.points.get(self.fix.as_ref()?.point)?;
        Some(prompt.id.point(&point.id))
    }

    /// The drill of the point to fix, as a question.
    pub fn drill_text<'p>(&self, prompt: &'p Prompt) -> Option<&'p Text> {
        prompt.points.get(self.fix.as_ref()?.point).map(|point| &point.drill)
    }
}
