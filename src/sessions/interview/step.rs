//! What the learner (or the clock) does, and what it makes of the interview.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::event::{Event, What};
use crate::domain::rubric::Mark;

use super::compare;
use super::follow_up;
use super::grading;
use super::heard::Heard;
use super::practice;
use super::stage::{Answering, Clarify, Cursor, PracticeDone, SignalRow, Stage, Think, Voice};
use super::{Clock, Interview};

/// A step. Rows and indices are those of the stage that it was taken in; a step that does not fit the stage changes nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Step {
    /// One question was asked back.
    Clarified(usize),
    /// Thinking ended, after so many milliseconds; `up` when the clock ended it.
    Thought { ms: u64, up: bool },
    /// Speaking ended; the key words come next.
    Spoke { ms: u64, up: bool },
    /// A question was answered.
    Said { text: Box<str>, ms: u64, up: bool },
    /// The other follow-up was taken.
    Other,
    /// The follow-up was left without an answer.
    Skipped { ms: u64 },
    /// The answer ended, and no follow-up is to come.
    Finished { text: Box<str>, ms: u64 },
    /// So many points are expected.
    Predicted(u8),
    /// A point of a sample was marked.
    Sample { row: usize, mark: Mark },
    /// The true marks were seen.
    Next,
    /// The samples were not graded.
    NoPractice,
    /// Both samples were graded.
    Practised(Box<Event>),
    /// A point was marked.
    Marked { row: usize, mark: Mark },
    /// A red flag was accepted or rejected.
    Flagged { row: usize, accepted: bool },
    /// A signal or the scope was marked, 0 to 5 as the key says.
    Signalled { row: usize, value: u8 },
    /// A mark was changed beside the model.
    Regraded { row: usize, mark: Mark },
    /// It is in the log.
    Recorded(Box<Event>),
}

impl Step {
    /// What the clock had used when this step ended a stage with one.
    pub(super) fn clock_ms(&self) -> Option<u64> {
        match self {
            Step::Thought { ms, .. }
            | Step::Spoke { ms, .. }
            | Step::Said { ms, .. }
            | Step::Finished { ms, .. }
            | Step::Skipped { ms } => Some(*ms),
            _ => None,
        }
    }

    /// Whether the clock took it, so that nobody can take it back. After speaking the key words are a step of the learner's own.
    pub(super) fn by_clock(&self, spoken: bool) -> bool {
        match self {
            Step::Thought { up, .. } | Step::Spoke { up, .. } => *up,
            Step::Said { up, .. } => *up && !spoken,
            _ => false,
        }
    }

    /// The row that it was taken in.
    pub(super) fn row(&self) -> Option<usize> {
        match self {
            Step::Sample { row, .. }
            | Step::Marked { row, .. }
            | Step::Flagged { row, .. }
            | Step::Signalled { row, .. }
            | Step::Regraded { row, .. } => Some(*row),
            _ => None,
        }
    }

    /// The event that it put into the log.
    pub(super) fn event(&self) -> Option<&Event> {
        match self {
            Step::Practised(event) | Step::Recorded(event) => Some(event),
            _ => None,
        }
    }
}

impl Interview {
    /// The first stage, with nothing said.
    pub(super) fn begin(&mut self) {
        self.turns.clear();
        self.predicted = None;
        self.think_ms = 0;
        self.spoke_up = false;
        self.marks.clear();
        self.flags.clear();
        self.signals.clear();
        self.cursor = Cursor::default();
        let Some(asked) = &self.asked else { return };
        self.stage = if asked.setup.practice {
            practice::first(asked)
        } else {
            let clarify = if asked.prompt().clarify.is_empty() { Clarify::None } else { Clarify::Open };
            Stage::Think(Think {
                clock: Clock::new(asked.setup.think_ms(asked.prompt()), asked.setup.pressure),
                clarify,
            })
        };
    }

    /// Follows a step. The clock of the stage that comes stands still.
    pub(super) fn apply(&mut self, step: &Step) {
        match step {
            Step::Clarified(at) => {
                if let Stage::Think(think) = &mut self.stage {
                    think.clarify = Clarify::Asked(*at);
                }
            }
            Step::Thought { ms, .. } => self.start_answer(*ms),
            Step::Spoke { ms, up } => self.stop_speaking(*ms, *up),
            Step::Said { text, ms, up } => self.hear(text, *ms, *up, false, true),
            Step::Skipped { ms } => self.hear("", *ms, false, true, true),
            Step::Finished { text, ms } => self.hear(text, *ms, false, false, false),
            Step::Other => self.swap_follow_up(),
            Step::Predicted(points) => {
                if self.stage == Stage::Predict {
                    self.predicted = Some(*points);
                    self.stage = self.asked.as_ref().map_or(Stage::Missing, |asked| {
                        if practice::is_due(asked) {
                            practice::first(asked)
                        } else {
                            grading::first(asked, &self.turns)
                        }
                    });
                    self.skip_empty();
                }
            }
            Step::Sample { row, mark } => {
                if let Stage::Practice(practice) = &mut self.stage {
                    practice.set(*row, *mark);
                    self.cursor.row = grading::next_open(*row, practice.marks.iter().map(Option::is_some));
                }
            }
            Step::Next => {
                if let (Stage::Practice(practice), Some(asked)) = (&mut self.stage, &self.asked) {
                    practice.next(asked);
                    self.cursor = Cursor::default();
                }
            }
            Step::NoPractice => self.end_practice(None),
            Step::Practised(event) => self.end_practice(Some(event)),
            Step::Marked { row, mark } => {
                if let Stage::Grade(grading) = &mut self.stage
                    && let Some(at) = grading.rows.get_mut(*row)
                {
                    at.mark = Some(*mark);
                    self.cursor = Cursor::default();
                    self.cursor.row = grading::next_open(*row, grading.rows.iter().map(|r| r.mark.is_some()));
                    self.skip_empty();
                }
            }
            Step::Flagged { row, accepted } => {
                if let Stage::Flags(flags) = &mut self.stage
                    && let Some(at) = flags.rows.get_mut(*row)
                {
                    at.accepted = Some(*accepted);
                    self.cursor = Cursor::default();
                    self.cursor.row = grading::next_open(*row, flags.rows.iter().map(|r| r.accepted.is_some()));
                    self.skip_empty();
                }
            }
            Step::Signalled { row, value } => {
                if let Stage::Signals(signals) = &mut self.stage
                    && let Some(at) = signals.rows.get_mut(*row)
                {
                    *at = grading::signalled(*at, *value);
                    self.cursor.row = grading::next_open(*row, signals.rows.iter().copied().map(SignalRow::is_marked));
                    self.skip_empty();
                }
            }
            Step::Regraded { row, mark } => {
                if let Stage::Compare(compare) = &mut self.stage
                    && let Some(at) = compare.rows.get_mut(*row)
                {
                    at.mark = *mark;
                    self.cursor.row = *row;
                }
            }
            Step::Recorded(event) => self.debrief(event),
        }
    }

    fn start_answer(&mut self, think_ms: u64) {
        let (Stage::Think(_), Some(asked)) = (&self.stage, &self.asked) else { return };
        let clock = Clock::new(asked.setup.answer_ms(asked.prompt()), asked.setup.pressure);
        self.think_ms = think_ms;
        self.stage = Stage::Answer(Answering { clock, voice: first_voice(asked.setup.spoken) });
    }

    fn stop_speaking(&mut self, ms: u64, up: bool) {
        self.spoke_up = up;
        if let Some(answering) = self.answering_mut() {
            answering.voice = Voice::KeyWords;
            answering.clock.set_used(ms);
        }
    }

    /// A question is answered. What the word lists find is kept as long as the text is the same.
    fn hear(&mut self, text: &str, ms: u64, up: bool, skipped: bool, more: bool) {
        let Some(asked) = &self.asked else { return };
        let about = match &self.stage {
            Stage::Answer(_) => "",
            Stage::FollowUp(follow_up) => asked.prompt().points.get(follow_up.point).map_or("", |p| &p.id),
            _ => return,
        };
        let known = self.read.iter().find(|heard| *heard.text == *text).cloned();
        let mut heard = match known {
            Some(heard) => (*heard).clone(),
            None => Heard::new(asked.prompt(), about, text),
        };
        (heard.about, heard.took_ms, heard.time_up, heard.skipped) = (about.into(), ms, up, skipped);
        let heard = Arc::new(heard);
        self.read.retain(|known| known.text != heard.text);
        self.read.push(heard.clone());
        self.turns.push(heard);
        self.spoke_up = false;
        self.cursor = Cursor::default();
        let next = if more { follow_up::next(asked, &self.turns) } else { None };
        self.stage = next.map_or(Stage::Predict, Stage::FollowUp);
    }

    fn end_practice(&mut self, event: Option<&Event>) {
        let (Stage::Practice(_), Some(asked)) = (&self.stage, &self.asked) else { return };
        self.cursor = Cursor::default();
        match event.map(|event| (event.id, &event.what)) {
            Some((event, What::Practised(done))) if asked.setup.practice => {
                self.stage = Stage::Practised(PracticeDone { agreed: done.agreed, of: done.of, event });
            }
            _ => self.stage = grading::first(asked, &self.turns),
        }
        self.skip_empty();
    }

    /// Goes on to the next stage while this one has nothing open.
    fn skip_empty(&mut self) {
        let Some(asked) = &self.asked else { return };
        loop {
            let next = match &self.stage {
                Stage::Grade(grading) if grading.rows.iter().all(|row| row.mark.is_some()) => {
                    self.marks = grading.rows.iter().filter_map(|row| row.mark).collect();
                    Stage::Flags(grading::flags(asked, &self.turns))
                }
                Stage::Flags(flags) if flags.rows.iter().all(|row| row.accepted.is_some()) => {
                    self.flags = flags.rows.iter().filter(|row| row.accepted == Some(true)).map(|r| r.flag).collect();
                    Stage::Signals(grading::signals(asked))
                }
                Stage::Signals(signals) if signals.rows.iter().all(|row| row.is_marked()) => {
                    self.signals = signals.rows.clone();
                    let compare = compare::first(asked, &self.turns, &self.marks);
                    self.cursor.row = compare.opens_at();
                    Stage::Compare(compare)
                }
                _ => return,
            };
            self.stage = next;
            if !matches!(self.stage, Stage::Compare(_)) {
                self.cursor = Cursor::default();
            }
        }
    }
}

/// How an answer begins.
pub(super) fn first_voice(spoken: bool) -> Voice {
    if spoken { Voice::Speaking } else { Voice::Typing }
}
