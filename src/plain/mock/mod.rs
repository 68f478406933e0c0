//! `jenjang mock` in lines: the set-up with its mix, the questions one after the other, the breaks between, the report.
//!
//! # Design
//!
//! The machine is [`Mock`], the same as behind the screen; each question is a [`PlainInterview`], as `jenjang ask` has it. Lines go to the question
//! while one is open, else to the set-up, the break or the report. What the machine opens with a route is opened here, so a question that is left
//! leads back to the break.

mod report;
mod say;

use crate::domain::ids::ItemId;
use crate::sessions::Context;
use crate::sessions::action::{Action, Bound, State};
use crate::sessions::effect::{Effect, News, Request, Route};
use crate::sessions::input::Input;
use crate::sessions::interview::Wish;
use crate::sessions::mock::{Break, Kept, Mix, Mock, MockSetup, MockWish, Report, Stage};
use crate::sessions::rehearse::RehearseData;
use crate::words::Words;

use super::Front;
use super::ask::{find, find_interviewer, said_pressure};
use super::interview::PlainInterview;
use super::read::{help, is};
use super::review::Said;

pub use report::report;
pub use say::told_report;

/// A mock interview in lines.
#[derive(Debug, Clone)]
pub struct PlainMock {
    setup: MockSetup,
    /// What is known at the set-up.
    data: Option<Box<RehearseData>>,
    mock: Option<Mock>,
    asking: Option<PlainInterview>,
    over: bool,
}

/// Lengths that may be asked for, in minutes.
pub const MINUTES: std::ops::RangeInclusive<u16> = 10..=120;

impl PlainMock {
    /// A set-up that starts from what was asked for.
    pub fn new(setup: MockSetup) -> Self {
        PlainMock { setup, data: None, mock: None, asking: None, over: false }
    }

    /// The report, once there is one.
    pub fn report(&self) -> Option<&Report> {
        match &self.mock.as_ref()?.stage {
            Stage::Report(report) => Some(report),
            _ => None,
        }
    }

    /// Whether a mock interview waits to be gone on with.
    pub fn is_kept(&self) -> bool {
        let open = self.mock.as_ref().is_some_and(|mock| matches!(mock.stage, Stage::Break(_) | Stage::Asking));
        open || (self.mock.is_none() && self.waiting().is_some())
    }

    fn waiting(&self) -> Option<Kept> {
        Kept::read(self.data.as_ref()?.mock.as_deref()?)
    }

    fn mix(&self) -> Mix {
        self.data.as_ref().map(|data| Mix::of(data, &self.setup)).unwrap_or_default()
    }

    fn begin(&mut self, wish: MockWish) -> Said {
        let mut mock = Mock::new(wish);
        let effects = mock.start();
        self.mock = Some(mock);
        Said { lines: Vec::new(), effects }
    }

    /// Hands an input to the machine; the question that it opens is opened here.
    fn drive(&mut self, input: Input, cx: &Context<'_>) -> Said {
        let mut said = Said::default();
        let Some(mock) = &mut self.mock else { return said };
        let mut opened: Option<Wish> = None;
        for effect in mock.update(input, cx) {
            match effect {
                Effect::Back => self.over = true,
                Effect::Go(Route::Interview(wish)) => opened = Some(wish),
                effect => said.effects.push(effect),
            }
        }
        if let Some(wish) = opened {
            // Another question, another voice; the same number gives the same ones.
            let nth = wish.within.map_or(0, |within| within.nth as u64);
            let mut asking = PlainInterview::new(wish, self.setup.seed.wrapping_add(nth));
            said.effects.extend(asking.start(cx).effects);
            self.asking = Some(asking);
        }
        said
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Said {
        self.drive(Input::Act(Bound { action, arg: 0 }), cx)
    }

    /// A question that is over leads back to the machine.
    fn back(&mut self, mut said: Said, cx: &Context<'_>) -> Said {
        if self.asking.as_ref().is_some_and(Front::over) {
            self.asking = None;
            let more = self.drive(Input::Shown, cx);
            said.effects.extend(more.effects);
        }
        said
    }

    /// What there is to say of the break or the report.
    fn view(&self, cx: &Context<'_>, words: &Words) -> Vec<String> {
        let Some(mock) = &self.mock else { return Vec::new() };
        match &mock.stage {
            Stage::Waiting | Stage::Asking => Vec::new(),
            Stage::Empty => vec![words.get("mock-empty").into_owned()],
            Stage::Break(at) => say::pause(*at, mock, words, cx.prefs.lang),
            Stage::Report(report) => {
                let mut lines = told_report(report, words, cx.prefs.lang);
                lines.push(words.get("mock-plain-report-how").into_owned());
                lines
            }
        }
    }

    fn at_set_up(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        let line = line.trim();
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let start = words.get("ask-word-start").eq_ignore_ascii_case(first);
        let waits = self.waiting().is_some();
        if waits && (line.is_empty() || is(words, Action::Continue, first)) {
            return self.begin(MockWish::Resume);
        }
        if line.is_empty() || start {
            return self.begin(MockWish::Begin(self.setup.clone()));
        }
        if quits(first, words) {
            return self.leave(cx);
        }
        let mut lines = match first == "h" || first == "?" || is(words, Action::Help, first) {
            true => vec![words.get("mock-plain-how").into_owned()],
            false => match self.change(first, rest.trim(), words) {
                Ok(()) => Vec::new(),
                Err(why) => vec![why],
            },
        };
        if lines.is_empty() {
            lines = self.set_up(cx, words);
        }
        Said { lines, effects: Vec::new() }
    }

    fn set_up(&self, cx: &Context<'_>, words: &Words) -> Vec<String> {
        let Some(data) = &self.data else { return Vec::new() };
        say::set_up(&self.setup, &self.mix(), data, self.waiting().as_ref(), words, cx.prefs.lang)
    }

    /// Changes a field of the set-up; what is said when it cannot be.
    fn change(&mut self, first: &str, rest: &str, words: &Words) -> Result<(), String> {
        let word = |key: &str| words.get(key).eq_ignore_ascii_case(first);
        let unknown = || words.get("plain-unknown").into_owned();
        let Some(data) = &self.data else { return Err(unknown()) };
        let setup = &mut self.setup;
        if word("mock-word-minutes") {
            let minutes = rest.parse().ok().filter(|minutes| MINUTES.contains(minutes));
            setup.minutes = minutes.ok_or_else(unknown)?;
        } else if word("ask-word-level") {
            let level = rest.parse().ok().filter(|level| (1..=6).contains(level));
            setup.level = level.ok_or_else(unknown)?;
        } else if word("mock-word-number") {
            setup.seed = rest.parse().map_err(|_| unknown())?;
        } else if is(words, Action::Pressure, first) || first == "p" {
            match rest {
                "" => setup.step_pressure(true),
                named => setup.pressure = said_pressure(named, words).ok_or_else(unknown)?,
            }
        } else if word("ask-word-interviewer") {
            let found = find_interviewer(data.personas.iter().map(|card| &card.head), rest);
            let none = || words.fmt("ask-no-interviewer", &[("name", rest.to_owned().into())]);
            setup.persona = if rest.is_empty() { None } else { Some(found.ok_or_else(none)?) };
        } else if word("mock-word-track") {
            let rows = data.tracks.iter().map(|t| (&t.name, t.name.rsplit('/').next().unwrap_or_default(), &t.title));
            let none = || words.fmt("mock-no-track", &[("name", rest.to_owned().into())]);
            setup.track = if rest.is_empty() { None } else { Some(find(rows, rest).ok_or_else(none)?.clone()) };
        } else {
            return Err(unknown());
        }
        Ok(())
    }

    fn at_break(&mut self, at: Break, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        let line = line.trim();
        if line.is_empty() || is(words, Action::Enter, line) {
            return self.act(Action::Enter, cx);
        }
        if line == "f" || is(words, Action::Finish, line) {
            // Without an answer there is nothing to report: it is left, and kept no longer.
            let none = at.answered == 0;
            let mut said = self.act(Action::Finish, cx);
            if none {
                said.lines.push(words.get("mock-plain-nothing").into_owned());
            } else {
                said.lines.extend(self.view(cx, words));
            }
            return said;
        }
        self.anywhere(line, State::MockBreak, cx, words)
    }

    fn at_report(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        let line = line.trim();
        if line.is_empty() || is(words, Action::Enter, line) {
            self.over = true;
            return Said::default();
        }
        let say = |key: &str, effects: Vec<Effect>| Said { lines: vec![words.get(key).into_owned()], effects };
        if line == "s" || is(words, Action::Schedule, line) {
            let said = self.act(Action::Schedule, cx);
            let key = if said.effects.is_empty() { "mock-plain-nothing-to-schedule" } else { "mock-plain-scheduled" };
            return say(key, said.effects);
        }
        if line == "c" || is(words, Action::Compare, line) {
            let lines = self.report().map(|report| say::compared(report, words, cx.prefs.lang)).unwrap_or_default();
            return Said { lines, effects: Vec::new() };
        }
        if line == "x" || is(words, Action::Export, line) {
            let Some(report) = self.report() else { return Said::default() };
            let name = format!("mock-{}.md", crate::words::iso_date(report.mocked.day.0));
            let body = crate::sessions::mock::told::markdown(report, words, cx.prefs.lang);
            return Said { lines: Vec::new(), effects: vec![Effect::Export { name, body }] };
        }
        self.anywhere(line, State::MockReport, cx, words)
    }

    /// What is understood at a break and at the report.
    fn anywhere(&mut self, line: &str, state: State, cx: &Context<'_>, words: &Words) -> Said {
        if quits(line, words) {
            return self.leave(cx);
        }
        if line == "u" || is(words, Action::Undo, line) {
            let mut said = self.act(Action::Undo, cx);
            said.lines.push(words.get("ask-taken-back").into_owned());
            return said;
        }
        if line == "U" || is(words, Action::Redo, line) {
            return self.act(Action::Redo, cx);
        }
        let understood = [
            Action::Enter,
            Action::Finish,
            Action::Schedule,
            Action::Compare,
            Action::Export,
            Action::Undo,
            Action::Redo,
            Action::Help,
            Action::Back,
        ];
        let lines = match line == "h" || line == "?" || is(words, Action::Help, line) {
            true => help(state, words, |action, _| understood.contains(&action)),
            false => vec![words.get("plain-unknown").into_owned()],
        };
        Said { lines, effects: Vec::new() }
    }
}

fn quits(word: &str, words: &Words) -> bool {
    word == "q" || [Action::Quit, Action::Leave, Action::Back].iter().any(|action| is(words, *action, word))
}

impl Front for PlainMock {
    fn began(&self) -> bool {
        self.mock.is_some() || self.waiting().is_some() || !self.mix().questions.is_empty()
    }

    fn over(&self) -> bool {
        self.over
    }

    fn start(&mut self, _: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: vec![Effect::Ask(Request::Rehearse)] }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>, words: &Words) -> Said {
        if self.mock.is_none() {
            let News::Rehearse(data) = news else { return Said::default() };
            self.data = Some(data);
            return Said { lines: self.set_up(cx, words), effects: Vec::new() };
        }
        let sat = matches!(news, News::Sitting(..) | News::Draft(..));
        if let Some(asking) = self.asking.as_mut().filter(|_| !sat) {
            let said = asking.hear(news, cx, words);
            return self.back(said, cx);
        }
        let mut said = self.drive(Input::News(news), cx);
        if sat && self.asking.is_none() {
            said.lines.extend(self.view(cx, words));
        }
        said
    }

    fn line(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        if let Some(asking) = &mut self.asking {
            let said = asking.line(line, cx, words);
            return self.back(said, cx);
        }
        match self.mock.as_ref().map(|mock| &mock.stage) {
            None => self.at_set_up(line, cx, words),
            Some(Stage::Break(at)) => self.at_break(*at, line, cx, words),
            Some(Stage::Report(_)) => self.at_report(line, cx, words),
            Some(Stage::Waiting | Stage::Asking | Stage::Empty) => self.leave(cx),
        }
    }

    fn wake_at(&self, now_ms: u64) -> Option<u64> {
        self.asking.as_ref()?.wake_at(now_ms)
    }

    fn wake(&mut self, cx: &Context<'_>, words: &Words) -> Said {
        let said = self.asking.as_mut().map(|asking| asking.wake(cx, words)).unwrap_or_default();
        self.back(said, cx)
    }

    fn leave(&mut self, cx: &Context<'_>) -> Said {
        self.over = true;
        self.asking.as_mut().map(|asking| asking.leave(cx)).unwrap_or_default()
    }
}

/// The questions that a report is about, in order, for JSON.
fn planned(report: &Report) -> Vec<String> {
    report.mocked.planned.iter().map(ItemId::to_string).collect()
}

#[cfg(test)]
mod tests;
