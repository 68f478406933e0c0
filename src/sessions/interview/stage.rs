//! What is on the screen, stage by stage. The order is fixed: think, answer, follow-ups, predict, grade, compare, debrief.

use std::ops::Range;

use crate::domain::event::EventId;
use crate::domain::ids::TopicId;
use crate::domain::interview::{Pressure, Rehearsed};
use crate::domain::memory::Memory;
use crate::domain::rubric::{Mark, Scope, Signal, Verdict};
use crate::domain::text::Text;
use crate::domain::time::StudyDay;

use super::calibration::Calibration;
use super::clock::Clock;

/// What is on the screen.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)]
pub enum Stage {
    /// The question has not come yet.
    Waiting,
    /// There is no such question, or none at all.
    Missing,
    /// Time to think.
    Think(Think),
    /// The answer to the question.
    Answer(Answering),
    /// The answer to a follow-up.
    FollowUp(FollowUp),
    /// How many points were made?
    Predict,
    /// Sample answers are graded, before the first own answer of a kind is.
    Practice(Practice),
    /// The own answer is graded, point by point.
    Grade(Grading),
    /// Red flags that the word lists found.
    Flags(Flags),
    /// Signals from 0 to 3, and how far a story reached.
    Signals(Signals),
    /// The own answer beside the model.
    Compare(Compare),
    /// What came of it; it is in the log.
    Debrief(Box<Debrief>),
    /// Nothing but the samples was asked for, and they are graded.
    Practised(PracticeDone),
}

/// The mark on a list of rows, and on the places in the own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Cursor {
    /// The row.
    pub row: usize,
    /// The place in the own words, of those of the row.
    pub place: usize,
    /// The other side is shown (compare in a small window); the practice shows the sample's text further down.
    pub swapped: bool,
}

/// Time to think.
#[derive(Debug, Clone, PartialEq)]
pub struct Think {
    /// Its clock.
    pub clock: Clock,
    /// The one question that may be asked back.
    pub clarify: Clarify,
}

/// The one question that may be asked back. Indices are those of [`crate::domain::rubric::Prompt::clarify`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clarify {
    /// The author wrote none.
    None,
    /// It may be asked.
    Open,
    /// It was asked, and answered.
    Asked(usize),
}

/// How an answer is given at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// It is typed.
    Typing,
    /// It is spoken: there is nothing to type.
    Speaking,
    /// It was spoken; its key words are typed, and the clock stands.
    KeyWords,
}

/// An answer that is being given.
#[derive(Debug, Clone, PartialEq)]
pub struct Answering {
    /// Its clock.
    pub clock: Clock,
    /// How it is given.
    pub voice: Voice,
}

/// A follow-up question that is being answered.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// Counted from 1.
    pub nth: u8,
    /// How many there will be if this answer closes no other gap.
    pub of: u8,
    /// The point that it asks for.
    pub point: usize,
    /// The point that the other follow-up asks for, where there is another one.
    pub other: Option<usize>,
    /// The question.
    pub question: Text,
    /// How the interviewer says it, with the question in it, in the interview's language.
    pub said: String,
    /// The answer.
    pub answering: Answering,
}

/// Sample answers that are being graded.
#[derive(Debug, Clone, PartialEq)]
pub struct Practice {
    /// Which sample, counted from 0.
    pub sample: usize,
    /// How many there are.
    pub of: usize,
    /// The learner's marks, in the order of the points.
    pub marks: Vec<Option<Mark>>,
    /// The true marks are shown beside them.
    pub revealed: bool,
    /// Marks that agreed in the samples before this one.
    pub agreed: u8,
}

/// What came of the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PracticeDone {
    /// Marks that were the true ones.
    pub agreed: u8,
    /// Marks in all.
    pub of: u8,
    /// The event in the log.
    pub event: EventId,
}

/// A place in the own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which turn: 0 is the answer, the others are follow-ups.
    pub turn: usize,
    /// Bytes of its text, whole words.
    pub at: Range<usize>,
}

/// The own answer, being graded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grading {
    /// A row for each point of the prompt, in its order.
    pub rows: Vec<GradeRow>,
}

/// A point that is being graded.
#[derive(Debug, Clone, PartialEq)]
pub struct GradeRow {
    /// What the word list suggests; `None` for a spoken answer, of which only key words are known.
    pub suggested: Option<Mark>,
    /// The learner's mark.
    pub mark: Option<Mark>,
    /// Where its words were found.
    pub places: Vec<Place>,
}

/// Red flags that were found.
#[derive(Debug, Clone, PartialEq)]
pub struct Flags {
    /// Only those that were found.
    pub rows: Vec<FlagRow>,
}

/// A red flag that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct FlagRow {
    /// Index in [`crate::domain::rubric::Prompt::red_flags`].
    pub flag: usize,
    /// Where.
    pub places: Vec<Place>,
    /// Whether the learner says so as well.
    pub accepted: Option<bool>,
}

/// Signals and scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Signals {
    /// The signals of the prompt's kind, then the scope of a story.
    pub rows: Vec<SignalRow>,
}

/// A row of the signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignalRow {
    /// A signal and its mark, 0 to 3.
    Signal(Signal, Option<u8>),
    /// How far the story reached: the keys `1` to `5`.
    Scope(Option<Scope>),
}

impl SignalRow {
    /// Whether it is marked.
    pub fn is_marked(self) -> bool {
        matches!(self, SignalRow::Signal(_, Some(_)) | SignalRow::Scope(Some(_)))
    }
}

/// The own answer beside the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// A row for each point of the prompt, in its order.
    pub rows: Vec<CompareRow>,
    /// Words of the own answer, all turns together.
    pub own_words: usize,
    /// Words of the model.
    pub model_words: usize,
}

/// A point beside the model.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareRow {
    /// The sentences of the own words that make it; empty for nothing.
    pub own: Vec<Place>,
    /// Bytes of the sentence of the model ([`super::Asked::model`]) that makes it.
    pub model: Option<Range<usize>>,
    /// The mark before the model was seen.
    pub first: Mark,
    /// The mark now.
    pub mark: Mark,
}

/// What came of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Debrief {
    /// The event in the log.
    pub event: EventId,
    /// What the log keeps.
    pub rehearsed: Rehearsed,
    /// The last tries, this one last; at most three.
    pub tries: Vec<Try>,
    /// What the marks amount to.
    pub verdict: Verdict,
    /// What an answer of the reached level sounds like; empty when none was reached.
    pub anchor: Text,
    /// What an answer of the level that was asked for sounds like.
    pub wanted: Text,
    /// Points met more (or fewer) than in the try before; `None` for the first.
    pub trend: Option<i8>,
    /// Prediction minus points met; `None` when nobody asked.
    pub off: Option<i8>,
    /// Over the last ten answers, this one included.
    pub calibration: Calibration,
    /// No earlier try met more points: this is the best one.
    pub best: bool,
    /// The point to keep.
    pub keep: Option<Keep>,
    /// The point to fix.
    pub fix: Option<Fix>,
    /// The study day on which the answer returns: that of its weakest point.
    pub returns: Option<StudyDay>,
    /// Memories of the points now, in the order of the prompt.
    pub memories: Vec<Option<Memory>>,
    /// Points that come back as one short question each: those that were not met.
    pub joins: Vec<usize>,
}

/// One try at a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Try {
    /// Counted from 1.
    pub number: usize,
    /// Points met.
    pub met: u8,
    /// Points in all.
    pub points: u8,
    /// Words; of a spoken answer its key words.
    pub words: usize,
    /// Time spent answering, in milliseconds.
    pub took_ms: u64,
    /// What was predicted.
    pub predicted: Option<u8>,
    /// What the clock did.
    pub pressure: Pressure,
    /// Spoken aloud.
    pub spoken: bool,
}

/// What was good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keep {
    /// The point.
    pub point: usize,
    /// It was not met in the try before.
    pub new: bool,
}

/// What to mend first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The point: its `drill` is the sentence to practise.
    pub point: usize,
    /// The lesson that teaches it.
    pub lesson: TopicId,
}

/// What lies over the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Paused; the marked row of [`super::Interview::pause_rows`].
    Pause(usize),
    /// What to ask back; the marked row.
    Clarify(usize),
}

/// Rows of the pause sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseRow {
    /// Go on.
    Continue,
    /// Stop answering, and grade what there is.
    Finish,
    /// Leave; the interview is kept.
    Leave,
    /// Take the last step back.
    Undo,
    /// Throw the answer away.
    Discard,
}
