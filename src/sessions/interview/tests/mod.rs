//! Steps of an interview, its clocks, what is kept of it.

mod clocks;
mod compare;
mod debrief;
mod follow_ups;
mod grading;
mod kept;
mod loading;
mod practice;
mod properties;
mod speaking;
mod think;
mod undo;
mod way;

use super::sample::{self, ANSWER, RESTORE};
use super::*;
use crate::domain::event::{Event, EventId, What};
use crate::domain::interview::Pressure;
use crate::domain::rubric::{Band, PromptHead, PromptKind, Scope, Signal};
use crate::domain::text::Lang;
use crate::domain::time::Moment;
use crate::sessions::action::{Action, Bound, Resolver};
use crate::sessions::effect::{Attempt, Queue, Route};
use crate::sessions::key::{Code, Key};
use crate::sessions::prefs::Prefs;
use crate::sessions::rehearse::{DRAFTS, PromptStanding, RehearseData};
use crate::sessions::sample::TODAY;
use crate::sessions::study::DueLoad;

/// A learner at the keyboard, and a clock that only moves when it is told to.
struct Desk {
    interview: Interview,
    now: Moment,
    prefs: Prefs,
    load: DueLoad,
    effects: Vec<Effect>,
    keys: usize,
    resolver: Resolver,
}

impl Desk {
    fn with(loaded: Box<LoadedPrompt>, wish: Wish) -> Desk {
        let utc = i64::from(TODAY.0) * 86_400_000 + 43_200_000;
        let id = EventId::from_parts(u64::try_from(utc).unwrap_or(0), 0, 1);
        let now = Moment { utc, offset_min: 0, day: TODAY, mono_ms: 1_000_000, id };
        let prefs = Prefs { lang: Lang::Id, ..Prefs::default() };
        let interview = Interview::new(wish, 7);
        let (load, effects) = (DueLoad::default(), Vec::new());
        let mut desk = Desk { interview, now, prefs, load, effects, keys: 0, resolver: Resolver::default() };
        desk.with_context(|interview, cx| interview.ask(loaded, cx));
        desk
    }

    fn new() -> Desk {
        Desk::with(sample::loaded(PromptKind::Technical), Wish::default())
    }

    fn wishing(wish: Wish) -> Desk {
        Desk::with(sample::loaded(PromptKind::Technical), wish)
    }

    fn with_context<T>(&mut self, what: impl FnOnce(&mut Interview, &Context<'_>) -> T) -> T {
        let cx = Context { now: &self.now, prefs: &self.prefs, load: &self.load };
        what(&mut self.interview, &cx)
    }

    fn input(&mut self, input: Input) -> &mut Self {
        let effects = self.with_context(|interview, cx| interview.update(input, cx));
        self.effects.extend(effects);
        self.now.id = self.now.id.next();
        self
    }

    /// Presses keys by their names, such as `Ctrl-S 5 Enter`; a key that is not bound is typed into the field.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = key(name);
            self.keys += 1;
            match self.resolver.resolve(self.interview.state(), key) {
                Some(bound) => self.input(Input::Act(bound)),
                None => self.input(Input::Key(key)),
            };
        }
        self
    }

    /// Types a text into the field. As a front does, it hands over what the field holds before the key: the time may be up at that moment.
    fn types(&mut self, text: &str) -> &mut Self {
        let all = format!("{}{text}", self.interview.text());
        self.interview.write(&all);
        self.input(Input::Key(Key::char('x')))
    }

    fn wait(&mut self, ms: u64) -> &mut Self {
        self.now.mono_ms += ms;
        self.now.utc += i64::try_from(ms).unwrap_or(0);
        self
    }

    /// Sleeps until the machine wants to be woken, again and again, for so long.
    fn sleep(&mut self, ms: u64) -> usize {
        let end = self.now.mono_ms + ms;
        let mut wakes = 0;
        while let Some(at) = self.interview.wake_at().filter(|at| *at <= end) {
            assert!(at > self.now.mono_ms || wakes < 1000, "a wake that does not end");
            self.wait(at.saturating_sub(self.now.mono_ms)).input(Input::Wake);
            wakes += 1;
        }
        let left = end - self.now.mono_ms;
        self.wait(left);
        wakes
    }

    fn grading(&self) -> &Grading {
        match &self.interview.stage {
            Stage::Grade(grading) => grading,
            stage => panic!("{stage:?}"),
        }
    }

    fn follow_up(&self) -> &FollowUp {
        match &self.interview.stage {
            Stage::FollowUp(follow_up) => follow_up,
            stage => panic!("{stage:?}"),
        }
    }

    fn debrief(&self) -> &Debrief {
        match &self.interview.stage {
            Stage::Debrief(debrief) => debrief,
            stage => panic!("{stage:?}"),
        }
    }

    fn about(&self) -> String {
        let asked = self.interview.asked.as_ref().map(|asked| asked.prompt().points[self.follow_up().point].id.clone());
        asked.unwrap_or_default().into()
    }

    /// Answers with `text` and skips the follow-ups.
    fn answer(&mut self, text: &str) -> &mut Self {
        self.press("Ctrl-S").types(text).press("Ctrl-S");
        while matches!(self.interview.stage, Stage::FollowUp(_)) {
            self.press("Ctrl-X");
        }
        self
    }

    /// The events that were recorded.
    fn events(&self) -> Vec<&Event> {
        let recorded = |e: &Effect| matches!(e, Effect::Record(_));
        let all = self.effects.iter().filter(|e| recorded(e));
        all.flat_map(|e| if let Effect::Record(events) = e { events.as_slice() } else { &[] }).collect()
    }

    /// What is on disk.
    fn draft(&self) -> Option<String> {
        let last = self.effects.iter().rev().find_map(|e| match e {
            Effect::Draft { name, body } if name.starts_with(DRAFTS) => Some(body.clone()),
            _ => None,
        });
        last.flatten()
    }

    /// Kills the program, and starts it again from what is on disk.
    fn kill(&mut self, loaded: Box<LoadedPrompt>) -> &mut Self {
        let kept = Kept::read(&self.draft().unwrap_or_default()).unwrap_or_else(|| panic!("nothing is kept"));
        self.now.mono_ms = 5;
        self.interview = self.with_context(|_, cx| Interview::go_on(kept, loaded, cx));
        self
    }

    /// All that a learner can see of it, with the time used at this moment.
    fn seen(&self) -> Interview {
        let mut interview = self.interview.clone();
        if let Some(clock) = interview.clock_mut() {
            clock.stop(self.now.mono_ms);
        }
        interview.read.clear();
        interview.undone.clear();
        interview.wish = Wish::default();
        interview.seed = 0;
        interview.notice = None;
        (interview.epoch, interview.seen_ms, interview.dirty_since, interview.saved_ms) = (0, 0, None, None);
        interview.changed = false;
        interview.pauses = 0;
        interview
    }
}

fn key(name: &str) -> Key {
    match name {
        "Enter" => Key::plain(Code::Enter),
        "Esc" => Key::plain(Code::Esc),
        "Space" => Key::char(' '),
        _ => match (name.strip_prefix("Ctrl-"), name.strip_prefix("Alt-")) {
            (Some(letter), _) => Key::ctrl(letter.to_lowercase().chars().next().unwrap_or('?')),
            (_, Some(letter)) => Key::alt(letter.chars().next().unwrap_or('?')),
            _ => Key::char(name.chars().next().unwrap_or('?')),
        },
    }
}

fn pressure(pressure: Pressure) -> Wish {
    Wish { pressure: Some(pressure), ..Wish::default() }
}
