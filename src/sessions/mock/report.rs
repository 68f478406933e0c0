//! What came of a mock interview: a pure function of its attempts, their prompts, and the mock interview before it.
//!
//! # Design
//!
//! Readiness counts points, not weights: "9 of 13" has to be something that the learner can count. Only points of the level that the mock interview was
//! held against (and below) count; of a prompt that has none of these, all do. A partly met point is half a point. Nothing is kept: an
//! attempt that is taken back changes the report.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::domain::event::EventId;
use crate::domain::ids::ItemId;
use crate::domain::interview::{Mocked, Pressure, Rehearsed};
use crate::domain::log::Written;
use crate::domain::rubric::{Mark, Point, Prompt, Verdict, judge};
use crate::domain::sorting::Arrange;
use crate::domain::text::Text;
use crate::domain::time::{StudyDay, UtcMs};
use crate::sessions::effect::Attempt;
use crate::sessions::interview::{Calibration, Leaning, Setup, Wish};

use super::fillers::Fillers;
use super::mix;

/// The share of points from which an area is ready, in percent (UX S28).
pub const LINE: u8 = 60;

/// From this difference on (in percent points) an area went up or down.
const CHANGE: i16 = 5;

/// Thinking less than this share of the time for it is skipping it.
const SKIPPED: u64 = 5;

/// How many things there are for next time.
pub const THINGS: usize = 3;

/// After so many days the weakest area is asked again.
const RETEST_DAYS: i32 = 3;

/// An answer of a mock interview, with what it is judged by.
#[derive(Debug, Clone, PartialEq)]
pub struct SatAnswer {
    /// What was said, and how it was marked.
    pub attempt: Attempt,
    /// The prompt; `None` when it is not installed any more.
    pub prompt: Option<Arc<Prompt>>,
    /// What people call it.
    pub title: Text,
    /// The title of its area.
    pub area: Text,
}

impl SatAnswer {
    fn rehearsed(&self) -> &Rehearsed {
        &self.attempt.rehearsed
    }

    /// Points that count against a level.
    fn points(&self, level: u8) -> Vec<&Point> {
        let all = self.prompt.iter().flat_map(|p| &p.points);
        let counted: Vec<&Point> = all.clone().filter(|p| p.level <= level).collect();
        if counted.is_empty() { all.collect() } else { counted }
    }

    /// Points of a level that were made.
    pub fn share(&self, level: u8) -> Share {
        let marks = self.rehearsed().marks();
        let mut share = Share::default();
        for point in self.points(level) {
            share.halves += marks.get(&point.id).halves();
            share.most += Mark::Met.halves();
        }
        share
    }

    /// The conditions as they would be set up again, for the times that they give.
    fn setup(&self, prompt: &Prompt) -> Setup {
        let rehearsed = self.rehearsed();
        let wish = Wish { pressure: Some(rehearsed.pressure), ..Wish::default() };
        Setup::new(&wish, prompt, "", rehearsed.lang, 0)
    }

    /// Times that were planned: to think, and for each turn, in milliseconds.
    fn planned(&self) -> (u64, Vec<u64>) {
        let Some(prompt) = &self.prompt else { return (0, Vec::new()) };
        let setup = self.setup(prompt);
        let turn = |about: &str| if about.is_empty() { setup.answer_ms(prompt) } else { setup.follow_up_ms(prompt) };
        (setup.think_ms(prompt), self.rehearsed().turns.iter().map(|t| turn(&t.about)).collect())
    }

    /// Time that was planned for it, in milliseconds.
    pub fn planned_ms(&self) -> u64 {
        let (think, turns) = self.planned();
        think + turns.iter().sum::<u64>()
    }

    /// Time that it took, thinking included, in milliseconds.
    pub fn used_ms(&self) -> u64 {
        u64::from(self.rehearsed().think_ms) + self.rehearsed().took_ms()
    }

    /// Whether a turn took all of its time, or more.
    fn is_over(&self) -> bool {
        let timed = self.rehearsed().pressure != Pressure::Untimed;
        let (_, turns) = self.planned();
        timed && self.rehearsed().turns.iter().zip(turns).any(|(turn, most)| u64::from(turn.took_ms) >= most)
    }

    fn skipped_thinking(&self) -> bool {
        u64::from(self.rehearsed().think_ms) * SKIPPED < self.planned().0
    }
}

/// A mock interview with its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Sat {
    /// The event at its end.
    pub mocked: Written<Mocked>,
    /// Its answers, in the order in which they were given.
    pub answers: Vec<SatAnswer>,
}

/// A share of points, in halves so that a partly met point counts without rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Made, in halves of a point.
    pub halves: u16,
    /// Of these.
    pub most: u16,
}

impl Share {
    /// In whole percent, rounded down; 0 of nothing.
    pub fn percent(self) -> u8 {
        u8::try_from((u32::from(self.halves) * 100).checked_div(u32::from(self.most)).unwrap_or(0)).unwrap_or(100)
    }

    /// Points in all.
    pub fn points(self) -> u16 {
        self.most / Mark::Met.halves()
    }

    /// Points made; a half is 0.5.
    pub fn made(self) -> f32 {
        f32::from(self.halves) / f32::from(Mark::Met.halves())
    }

    fn and(self, other: Share) -> Share {
        Share { halves: self.halves + other.halves, most: self.most + other.most }
    }
}

/// How an area stands against the mock interview before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It was not asked then.
    New,
    /// More points.
    Up,
    /// About the same.
    Flat,
    /// Fewer points.
    Down,
}

/// An area of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Its title.
    pub title: Text,
    /// Points of the level.
    pub share: Share,
    /// Time used, in milliseconds.
    pub used_ms: u64,
    /// Time planned, in milliseconds; 0 for answers without a clock.
    pub planned_ms: u64,
    /// Percent in the mock interview before.
    pub before: Option<u8>,
    /// Answers.
    pub answers: usize,
}

impl Area {
    /// Whether it is below the line.
    pub fn is_below(&self) -> bool {
        self.share.percent() < LINE
    }

    /// How it stands against the mock interview before.
    pub fn trend(&self) -> Trend {
        let Some(before) = self.before else { return Trend::New };
        match i16::from(self.share.percent()) - i16::from(before) {
            by if by >= CHANGE => Trend::Up,
            by if by <= -CHANGE => Trend::Down,
            _ => Trend::Flat,
        }
    }
}

/// Readiness in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// Nothing was answered.
    Unknown,
    /// Below the line.
    NotYet,
    /// At the line, with an area below it.
    Borderline,
    /// At the line everywhere.
    Ready,
}

/// Predictions of a mock interview.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Predicted {
    /// Points expected.
    pub expected: u16,
    /// Points met by the marks before the model was seen.
    pub first: u16,
    /// Points met by the marks that count.
    pub after: u16,
    /// Over how many answers, and how far they were off on average.
    pub calibration: Calibration,
}

impl Predicted {
    /// In a word; two answers are enough for one mock interview.
    pub fn leaning(&self) -> Leaning {
        let doubled = Calibration { answers: self.calibration.answers * 2, ..self.calibration };
        doubled.leaning()
    }
}

/// How the time was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PaceReport {
    /// Answers in all.
    pub answers: usize,
    /// Answers over time.
    pub over: usize,
    /// Of those, where the think time was skipped.
    pub over_unthought: usize,
    /// Answers before which the think time was skipped.
    pub unthought: usize,
    /// Answers without a clock.
    pub untimed: usize,
}

/// What a thing for next time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThingKind {
    /// One sentence: the drill of a point.
    Drill,
    /// The whole question again.
    Answer,
}

/// A thing for next time.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// What is scheduled: a point's item or a prompt.
    pub item: ItemId,
    /// Drill or answer.
    pub kind: ThingKind,
    /// The point, or what people call the prompt.
    pub title: Text,
    /// The area it belongs to.
    pub area: Text,
    /// Minutes that it takes.
    pub minutes: u16,
}

/// A question of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The event of its attempt.
    pub id: EventId,
    /// Which.
    pub prompt: ItemId,
    /// What people call it.
    pub title: Text,
    /// Its area.
    pub area: Text,
    /// Points of the level.
    pub share: Share,
    /// What the marks amount to; `None` when the prompt is not installed any more.
    pub verdict: Option<Verdict>,
    /// Points that are missed, in the order of the prompt.
    pub missed: Vec<Text>,
    /// Time used, in milliseconds.
    pub used_ms: u64,
    /// Time planned, in milliseconds; 0 without a clock.
    pub planned_ms: u64,
}

/// The mock interview that this one is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// When it ended.
    pub utc: UtcMs,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// Its level.
    pub level: u8,
    /// Points.
    pub share: Share,
    /// Its areas and their percent.
    pub areas: Vec<(Text, u8)>,
}

/// What came of a mock interview.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The mock interview.
    pub mocked: Mocked,
    /// When it ended.
    pub utc: UtcMs,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// What people call the track that its questions were taken from; empty for all.
    pub track: Text,
    /// Points of all areas together.
    pub share: Share,
    /// The weakest first.
    pub areas: Vec<Area>,
    /// Predictions; `None` when nothing was predicted.
    pub predicted: Option<Predicted>,
    /// How the time was used.
    pub pace: PaceReport,
    /// Fillers.
    pub fillers: Fillers,
    /// At most [`THINGS`] for next time.
    pub things: Vec<Thing>,
    /// When to ask the weakest area again, and for how many minutes; `None` when none is below the line.
    pub retest: Option<(StudyDay, u16)>,
    /// Question by question.
    pub rows: Vec<Row>,
    /// The mock interview before.
    pub earlier: Option<Earlier>,
}

impl Report {
    /// From the answers that stand. Of a question that was answered twice in one sitting the first answer counts; what another person
    /// marked afterwards does not, because the report is about how the learner did and judged on that day.
    pub fn of(mocked: &Written<Mocked>, answers: &[SatAnswer], earlier: Option<&Sat>) -> Report {
        let level = mocked.what.level;
        let answers = counted(answers, mocked.id);
        let before = earlier.map(compared);
        let mut areas = areas(&answers, level);
        for area in &mut areas {
            let found = before.iter().flat_map(|b| &b.areas).find(|(title, _)| *title == area.title);
            area.before = found.map(|(_, percent)| *percent);
        }
        let texts = answers.iter().flat_map(|a| &a.rehearsed().turns).map(|turn| &*turn.text);
        Report {
            mocked: mocked.what.clone(),
            utc: mocked.utc,
            offset_min: mocked.offset_min,
            track: Text::default(),
            share: areas.iter().fold(Share::default(), |sum, area| sum.and(area.share)),
            predicted: predicted(&answers),
            pace: pace(&answers),
            fillers: Fillers::of(texts),
            things: things(&answers, &areas, level),
            retest: retest(&answers, &areas, mocked.what.day),
            rows: answers.iter().map(|answer| row(answer, level)).collect(),
            areas,
            earlier: before,
        }
    }

    /// Areas below the line.
    pub fn below(&self) -> usize {
        self.areas.iter().filter(|area| area.is_below()).count()
    }

    /// The weakest area; `None` without answers.
    pub fn weakest(&self) -> Option<&Area> {
        self.areas.first()
    }

    /// In a word.
    pub fn readiness(&self) -> Readiness {
        match (self.share.most, self.share.percent() >= LINE, self.below()) {
            (0, ..) => Readiness::Unknown,
            (_, false, _) => Readiness::NotYet,
            (_, true, 0) => Readiness::Ready,
            (_, true, _) => Readiness::Borderline,
        }
    }
}

/// The first own answer to each question up to the end, in the order in which they were given. What was left in the middle and finished later is no
/// part of it.
fn counted(answers: &[SatAnswer], end: EventId) -> Vec<&SatAnswer> {
    use crate::domain::interview::Chair;
    let mut out: Vec<&SatAnswer> = Vec::new();
    let own = answers.iter().filter(|a| a.rehearsed().by == Chair::Own && a.attempt.id < end);
    for answer in own {
        if !out.iter().any(|other| other.rehearsed().prompt == answer.rehearsed().prompt) {
            out.push(answer);
        }
    }
    out
}

fn compared(sat: &Sat) -> Earlier {
    let level = sat.mocked.what.level;
    let areas = areas(&counted(&sat.answers, sat.mocked.id), level);
    Earlier {
        utc: sat.mocked.utc,
        offset_min: sat.mocked.offset_min,
        level,
        share: areas.iter().fold(Share::default(), |sum, area| sum.and(area.share)),
        areas: areas.into_iter().map(|area| (area.title, area.share.percent())).collect(),
    }
}

/// Areas, the weakest first; of equal ones in the order in which they were asked.
fn areas(answers: &[&SatAnswer], level: u8) -> Vec<Area> {
    let mut out: Vec<Area> = Vec::new();
    for answer in answers.iter().filter(|answer| answer.prompt.is_some()) {
        let at = out.iter().position(|area| area.title == answer.area).unwrap_or_else(|| {
            out.push(Area {
                title: answer.area.clone(),
                share: Share::default(),
                used_ms: 0,
                planned_ms: 0,
                before: None,
                answers: 0,
            });
            out.len() - 1
        });
        let area = &mut out[at];
        area.share = area.share.and(answer.share(level));
        area.used_ms += answer.used_ms();
        area.planned_ms += timed(answer);
        area.answers += 1;
    }
    out.arrange_by_key(|area| area.share.percent());
    out
}

/// Time planned; none without a clock.
fn timed(answer: &SatAnswer) -> u64 {
    if answer.rehearsed().pressure == Pressure::Untimed { 0 } else { answer.planned_ms() }
}

fn predicted(answers: &[&SatAnswer]) -> Option<Predicted> {
    let all = answers.iter().filter_map(|a| Some((u16::from(a.rehearsed().predicted?), a.rehearsed())));
    let met = |marks: Vec<Mark>| u16::try_from(marks.iter().filter(|m| **m == Mark::Met).count()).unwrap_or(u16::MAX);
    let mut out = Predicted { expected: 0, first: 0, after: 0, calibration: Calibration::default() };
    let mut differences = Vec::new();
    for (expected, rehearsed) in all {
        let after = met(rehearsed.points.iter().map(|p| p.mark).collect());
        out.expected += expected;
        out.first += met(rehearsed.points.iter().map(|p| p.first).collect());
        out.after += after;
        differences.push(i8::try_from(i32::from(expected) - i32::from(after)).unwrap_or(i8::MAX));
    }
    let any = !differences.is_empty();
    out.calibration = Calibration::of(differences);
    any.then_some(out)
}

fn pace(answers: &[&SatAnswer]) -> PaceReport {
    let count = |which: &dyn Fn(&SatAnswer) -> bool| answers.iter().filter(|a| which(a)).count();
    PaceReport {
        answers: answers.len(),
        over: count(&SatAnswer::is_over),
        over_unthought: count(&|a| a.is_over() && a.skipped_thinking()),
        unthought: count(&SatAnswer::skipped_thinking),
        untimed: count(&|a| a.rehearsed().pressure == Pressure::Untimed),
    }
}

/// The heaviest open point of the weakest area, then that of another question, then the whole answer with the smallest share. Where there are
/// fewer, points take the places that are left.
fn things(answers: &[&SatAnswer], areas: &[Area], level: u8) -> Vec<Thing> {
    let place = |answer: &SatAnswer| areas.iter().position(|a| a.title == answer.area).unwrap_or(usize::MAX);
    let mut open: Vec<(_, &SatAnswer, &Point)> = Vec::new();
    for (nth, answer) in answers.iter().enumerate() {
        let marks = answer.rehearsed().marks();
        for point in answer.points(level) {
            let mark = marks.get(&point.id);
            if mark != Mark::Met {
                let rank = (place(answer), mark, !point.must, Reverse(point.weight), nth);
                open.push((rank, answer, point));
            }
        }
    }
    open.arrange_by_key(|found| found.0);
    let drill = |(_, answer, point): &(_, &SatAnswer, &Point)| Thing {
        item: answer.rehearsed().prompt.point(&point.id),
        kind: ThingKind::Drill,
        title: point.text.clone(),
        area: answer.area.clone(),
        minutes: 1,
    };
    let mut out: Vec<Thing> = Vec::new();
    let mut prompts: Vec<&ItemId> = Vec::new();
    for one in &open {
        let prompt = &one.1.rehearsed().prompt;
        if out.len() + 1 < THINGS && !prompts.contains(&prompt) {
            prompts.push(prompt);
            out.push(drill(one));
        }
    }
    let worst = answers.iter().filter(|a| a.prompt.is_some()).min_by_key(|a| a.share(level).percent());
    if let Some((answer, prompt)) = worst.and_then(|a| Some((a, a.prompt.as_ref()?)))
        && answer.share(level).percent() < 100
    {
        out.push(Thing {
            item: prompt.id.clone(),
            kind: ThingKind::Answer,
            title: answer.title.clone(),
            area: answer.area.clone(),
            minutes: planned_minutes(prompt),
        });
    }
    for one in &open {
        let thing = drill(one);
        if out.len() < THINGS && !out.iter().any(|t| t.item == thing.item) {
            out.push(thing);
        }
    }
    out
}

/// The minutes that a mix reckons with.
fn planned_minutes(prompt: &Prompt) -> u16 {
    mix::minutes(&crate::domain::rubric::PromptHead {
        id: prompt.id.clone(),
        title: prompt.title.clone(),
        kind: prompt.kind,
        level: prompt.level,
        minutes: prompt.minutes,
        points: 0,
        personas: Vec::new(),
    })
}

fn retest(answers: &[&SatAnswer], areas: &[Area], day: StudyDay) -> Option<(StudyDay, u16)> {
    let weakest = areas.first().filter(|area| area.is_below())?;
    let here = answers.iter().filter(|a| a.area == weakest.title).filter_map(|a| a.prompt.as_ref());
    Some((day.plus(RETEST_DAYS), here.map(|prompt| planned_minutes(prompt)).sum()))
}

fn row(answer: &SatAnswer, level: u8) -> Row {
    let rehearsed = answer.rehearsed();
    let marks = rehearsed.marks();
    let verdict = answer.prompt.as_ref().map(|prompt| {
        let flags = prompt.red_flags.iter().filter(|flag| rehearsed.red_flags.contains(&flag.id));
        judge(prompt, &marks, flags, rehearsed.scope.map(|scope| scope.level()), rehearsed.target)
    });
    let missed = answer.points(level).into_iter().filter(|p| marks.get(&p.id) == Mark::Missed);
    Row {
        id: answer.attempt.id,
        prompt: rehearsed.prompt.clone(),
        title: answer.title.clone(),
        area: answer.area.clone(),
        share: answer.share(level),
        verdict,
        missed: missed.map(|p| p.text.clone()).collect(),
        used_ms: answer.used_ms(),
        planned_ms: timed(answer),
    }
}
