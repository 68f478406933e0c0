//! One interview question as lines, from the first thought to the debrief: a line goes in, lines and effects come out.
//!
//! # Design
//!
//! The machine is [`Interview`], the same as behind the screen. [`PlainInterview`] adds what only lines need: a text grows line by line and ends with a
//! single dot, and the clock is told at half time and at thirty seconds instead of being shown. A clock that ends an answer waits for the line that is
//! being typed, so that nobody's last sentence is cut, or taken for the first one of the next answer.
//!
//! `jenjang ask` puts a set-up before it ([`super::ask::PlainAsk`]). A mock interview makes one for each of its questions: [`PlainInterview::new`] with
//! the wish of the machine's `Route::Interview`, [`Front::start`], then news, lines and wakes until it is [`Front::over`]; [`PlainInterview::is_recorded`]
//! says whether the answer is in the log, or was left for later.

mod debrief;
pub mod read;
pub mod report;
pub(super) mod say;
#[cfg(test)]
mod tests;

use crate::domain::event::EventId;
use crate::domain::rubric::Mark;
use crate::sessions::Context;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Effect, News, Route};
use crate::sessions::input::Input;
use crate::sessions::interview::{Clarify, Clock, Interview, Sheet, Stage, Voice, Wish};
use crate::words::Words;

use super::Front;
use super::review::Said;
use read::Typed;

/// Time left at which the clock is told once more, in milliseconds; only where there is clearly more than that.
const LAST_TOLD_MS: u64 = 30_000;

/// An interview question in lines.
#[derive(Debug, Clone)]
pub struct PlainInterview {
    interview: Interview,
    seed: u64,
    over: bool,
    /// What was said last, so that nothing is said twice.
    shown: Shown,
    /// Up to here the clock of the stage was told, in milliseconds used.
    told_ms: u64,
    /// The time is up, and the line that is being typed still counts.
    held: bool,
}

/// What stands in the lines that were said last.
#[derive(Debug, Clone, PartialEq)]
enum Shown {
    Nothing,
    Missing,
    Pause,
    Clarify,
    Think { asked: Option<usize> },
    Answer { nth: u8, point: usize, voice: Voice },
    Predict,
    Practice { sample: usize, row: usize, revealed: bool },
    Grade { row: usize },
    Flags { row: usize },
    Signals { row: usize },
    Compare { row: usize, marks: Vec<Mark> },
    Debrief { event: EventId },
    Practised,
}

impl PlainInterview {
    /// A question that is asked for first; the seed decides every choice that is open.
    pub fn new(wish: Wish, seed: u64) -> Self {
        PlainInterview {
            interview: Interview::new(wish, seed),
            seed,
            over: false,
            shown: Shown::Nothing,
            told_ms: 0,
            held: false,
        }
    }

    /// The machine behind it.
    pub fn interview(&self) -> &Interview {
        &self.interview
    }

    /// The answer is in the log.
    pub fn is_recorded(&self) -> bool {
        self.interview.recorded().is_some()
    }

    /// What stands now, to be compared with what was said last.
    fn view(&self) -> Shown {
        let row = self.interview.cursor.row;
        match (self.interview.sheet, &self.interview.stage) {
            (Some(Sheet::Pause(_)), _) => Shown::Pause,
            (Some(Sheet::Clarify(_)), _) => Shown::Clarify,
            (None, Stage::Waiting) => Shown::Nothing,
            (None, Stage::Missing) => Shown::Missing,
            (None, Stage::Think(think)) => {
                Shown::Think { asked: if let Clarify::Asked(at) = think.clarify { Some(at) } else { None } }
            }
            (None, Stage::Answer(answering)) => Shown::Answer { nth: 0, point: 0, voice: answering.voice },
            (None, Stage::FollowUp(f)) => Shown::Answer { nth: f.nth, point: f.point, voice: f.answering.voice },
            (None, Stage::Predict) => Shown::Predict,
            (None, Stage::Practice(p)) => Shown::Practice { sample: p.sample, row, revealed: p.revealed },
            (None, Stage::Grade(_)) => Shown::Grade { row },
            (None, Stage::Flags(_)) => Shown::Flags { row },
            (None, Stage::Signals(_)) => Shown::Signals { row },
            (None, Stage::Compare(c)) => Shown::Compare { row, marks: c.rows.iter().map(|row| row.mark).collect() },
            (None, Stage::Debrief(debrief)) => Shown::Debrief { event: debrief.event },
            (None, Stage::Practised(_)) => Shown::Practised,
        }
    }

    /// What is to be said, as far as anything has changed since it was said last.
    fn show(&mut self, cx: &Context<'_>, words: &Words) -> Vec<String> {
        let now = self.view();
        if now == self.shown {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.shown, now);
        if let Some(clock) = self.interview.clock() {
            self.told_ms = clock.used(cx.now.mono_ms);
        }
        say::say(&self.interview, &before, &self.shown, cx, words)
    }

    /// Hands an input to the machine; what is only for this front is taken out of what it asks for.
    fn update(&mut self, input: Input, cx: &Context<'_>, words: &Words) -> Said {
        let mut said = Said::default();
        let mut again = None;
        for effect in self.interview.update(input, cx) {
            match effect {
                Effect::Back => self.over = true,
                Effect::Go(Route::Interview(wish)) => again = Some(wish),
                Effect::Copy(text) => said.lines.extend(say::model(&text, words)),
                effect => said.effects.push(effect),
            }
        }
        if let Some(wish) = again {
            *self = PlainInterview::new(wish, self.seed.wrapping_add(1));
            said.effects.extend(self.interview.start(cx));
        }
        said
    }

    fn act(&mut self, acts: &[Bound], cx: &Context<'_>, words: &Words) -> Said {
        let mut said = Said::default();
        let mut silent = true;
        for bound in acts {
            let more = self.update(Input::Act(*bound), cx, words);
            said.lines.extend(more.lines);
            said.effects.extend(more.effects);
            silent &= bound.action != Action::Clock;
        }
        if acts.iter().any(|bound| bound.action == Action::Undo) && self.interview.notice.is_none() {
            said.lines.push(words.get("ask-taken-back").into_owned());
        }
        said.lines.extend(self.show(cx, words));
        if let Some(notice) = self.interview.notice {
            said.lines.push(words.fmt("ask-notice", &[("text", notice.say(words).into())]));
        } else if !silent {
            said.lines.push(say::clock_told(&self.interview, words));
        }
        if said.lines.is_empty() && said.effects.is_empty() && !self.over {
            said.lines.push(words.get("plain-unknown").into_owned());
        }
        said
    }

    /// A line of the text.
    fn write(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        let text = self.interview.text();
        let text = match (text.is_empty(), line.trim().is_empty()) {
            (true, true) => return Said::default(),
            (true, false) => line.to_owned(),
            (false, _) => format!("{text}\n{line}"),
        };
        self.interview.write(&text);
        self.update(Input::Wake, cx, words)
    }

    /// The clock of the stage, while it runs and its text has to wait for it.
    fn is_up(&self, now_ms: u64) -> bool {
        self.interview.clock().is_some_and(|clock| clock.runs() && clock.is_up(now_ms))
    }

    /// What the clock has passed since it was told last.
    fn tick(&mut self, cx: &Context<'_>, words: &Words) -> Vec<String> {
        let Some(clock) = self.interview.clock().copied().filter(Clock::runs) else { return Vec::new() };
        let used = clock.used(cx.now.mono_ms);
        let passed = moments(&clock).into_iter().any(|at| self.told_ms < at && at <= used);
        self.told_ms = used;
        match clock.left(cx.now.mono_ms) {
            _ if !passed || self.interview.clock_hidden => Vec::new(),
            Some(0) => vec![words.get("ask-clock-over").into_owned()],
            Some(left) => vec![say::left(left, words)],
            None => Vec::new(),
        }
    }

    /// The end of the time: the line that is being typed is waited for, everything so far is kept.
    fn hold(&mut self, cx: &Context<'_>, words: &Words) -> Said {
        self.held = true;
        let thinks = matches!(self.interview.stage, Stage::Think(_));
        let key = if thinks { "ask-clock-up-think" } else { "ask-clock-up" };
        Said { lines: vec![words.get(key).into_owned()], effects: self.interview.leaving(cx) }
    }

    /// The line that was waited for after the end of the time: it counts, unless it is a command.
    fn release(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        self.held = false;
        if let Typed::Line(line) = read::read(line, &self.interview, words) {
            let text = self.interview.text();
            let text = if text.is_empty() { line } else { format!("{text}\n{line}") };
            self.interview.write(&text);
        }
        let mut said = self.update(Input::Wake, cx, words);
        said.lines.extend(self.show(cx, words));
        said
    }
}

/// When a clock is told, in milliseconds used: at half time, and thirty seconds before the end. A clock that goes on counting also tells its end.
fn moments(clock: &Clock) -> Vec<u64> {
    let Some(limit) = clock.limit_ms else { return Vec::new() };
    let last = (limit > 2 * LAST_TOLD_MS).then(|| limit - LAST_TOLD_MS);
    let end = (!clock.ends).then_some(limit);
    std::iter::once(limit / 2).chain(last).chain(end).collect()
}

impl Front for PlainInterview {
    fn began(&self) -> bool {
        self.interview.asked.is_some()
    }

    fn over(&self) -> bool {
        self.over
    }

    fn start(&mut self, cx: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: self.interview.start(cx) }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>, words: &Words) -> Said {
        let edited = matches!(news, News::Edited(Some(_)));
        let mut said = self.update(Input::News(news), cx, words);
        if edited {
            said.lines.push(say::so_far(&self.interview, cx, words));
        }
        said.lines.extend(self.show(cx, words));
        said
    }

    fn line(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        if self.held || (self.interview.field().is_some() && self.is_up(cx.now.mono_ms)) {
            return self.release(line, cx, words);
        }
        let mut lines = self.tick(cx, words);
        let mut said = match read::read(line, &self.interview, words) {
            Typed::Line(line) => self.write(&line, cx, words),
            Typed::Acts(acts) => self.act(&acts, cx, words),
            Typed::SoFar => Said { lines: say::text_so_far(&self.interview, cx, words), effects: Vec::new() },
            Typed::Clear => {
                self.interview.write("");
                let said = self.update(Input::Wake, cx, words);
                Said { lines: vec![words.get("ask-cleared").into_owned()], effects: said.effects }
            }
            Typed::Help => Said { lines: read::help(&self.interview, words), effects: Vec::new() },
            Typed::Quit => self.leave(cx),
            Typed::Unknown => Said { lines: vec![words.get("plain-unknown").into_owned()], effects: Vec::new() },
        };
        lines.append(&mut said.lines);
        Said { lines, effects: said.effects }
    }

    fn wake_at(&self, now_ms: u64) -> Option<u64> {
        if self.held {
            return None;
        }
        let clock = self.interview.clock().filter(|clock| clock.runs() && !self.interview.clock_hidden);
        let told = clock.and_then(|clock| {
            let used = clock.used(now_ms);
            moments(clock).into_iter().filter(|at| *at > self.told_ms).map(|at| now_ms + at.saturating_sub(used)).min()
        });
        // The machine counts from the last input that it saw.
        let machine = self.interview.wake_at_for(true);
        [told, machine].into_iter().flatten().min()
    }

    fn wake(&mut self, cx: &Context<'_>, words: &Words) -> Said {
        if self.held {
            return Said::default();
        }
        if self.interview.field().is_some() && self.is_up(cx.now.mono_ms) {
            return self.hold(cx, words);
        }
        let lines = self.tick(cx, words);
        let mut said = self.update(Input::Wake, cx, words);
        said.lines.splice(0..0, lines);
        said.lines.extend(self.show(cx, words));
        said
    }

    fn leave(&mut self, cx: &Context<'_>) -> Said {
        self.over = true;
        // Leaving says nothing more: an answer that is open is kept, and what is over stays as it is.
        Said { lines: Vec::new(), effects: self.interview.leaving(cx) }
    }
}
