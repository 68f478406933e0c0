//! What learners tell the author of a question: what they flagged, what they would accept, and how it is answered.
//!
//! It follows from the log; what somebody answered, their notes, their name and the times of day never become part of it.

use std::collections::BTreeMap;

use super::event::CountReason;
use super::ids::ItemId;
use super::log::LiveAnswer;

/// The reason of a question that a learner called bad while counting an own answer as right.
pub const BAD_QUESTION: &str = "bad-question";

/// The message for a reason that the interface offers, the same for the learner who chose it and the author who is told; `None` for any other.
pub fn reason_key(reason: &str) -> Option<&'static str> {
    Some(match reason {
        "wrong-key" => "flag-wrong-key",
        "unclear" => "flag-unclear",
        "two-right" => "flag-two-right",
        "language" => "flag-language",
        "outdated" => "flag-outdated",
        BAD_QUESTION => "count-bad-question",
        _ => return None,
    })
}

/// What is told about one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// The question.
    pub item: ItemId,
    /// What is wrong with it: words that the interface offers, such as `unclear`; one more than once when several learners say it.
    pub reasons: Vec<Box<str>>,
    /// Spellings that learners counted as right because they mean the same.
    pub accepted: Vec<Box<str>>,
    /// How it is answered, where learners tell that too.
    pub answered: Option<Answered>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answered {
    /// Answers.
    pub answers: u32,
    /// How many of them were right, by the machine or by the learner's own word.
    pub right: u32,
    /// How many were guesses by the learner's own word.
    pub guessed: u32,
    /// The median time of an answer in seconds.
    pub median_s: u32,
}

/// Answers from which a question is judged by them.
pub const JUDGED_FROM: u32 = 3;

impl Answered {
    /// Right answers in percent.
    pub fn right_share(&self) -> u32 {
        share(self.right, self.answers)
    }

    /// Guesses in percent.
    pub fn guessed_share(&self) -> u32 {
        share(self.guessed, self.answers)
    }

    /// How much it looks as if the question led learners astray, 0 to 200: wrong answers and guesses in percent, each drawn towards none where there are few
    /// answers (two more are added that were right and no guesses, so that one wrong answer of one does not stand above nine of ten).
    pub fn strays(&self) -> u32 {
        let wrong = self.answers.saturating_sub(self.right);
        share(wrong.saturating_add(self.guessed), self.answers.saturating_add(2))
    }

    /// Whether it looks as if the question misled: after [`JUDGED_FROM`] answers most are wrong, or half are guesses.
    pub fn misleads(&self) -> bool {
        self.answers >= JUDGED_FROM && (self.right_share() < 50 || self.guessed_share() >= 50)
    }

    /// The same question answered by somebody else too. The median becomes the mean of both, by answers.
    pub fn and(self, other: Answered) -> Answered {
        let answers = self.answers.saturating_add(other.answers);
        let time = |it: Answered| u64::from(it.median_s) * u64::from(it.answers);
        let median = (time(self) + time(other)).checked_div(u64::from(answers)).unwrap_or(0);
        Answered {
            answers,
            right: self.right.saturating_add(other.right),
            guessed: self.guessed.saturating_add(other.guessed),
            median_s: u32::try_from(median).unwrap_or(u32::MAX),
        }
    }
}

fn share(part: u32, of: u32) -> u32 {
    let percent = (u64::from(part) * 100 + u64::from(of) / 2).checked_div(u64::from(of)).unwrap_or(0);
    u32::try_from(percent).unwrap_or(u32::MAX)
}

/// Collects what a log tells, item by item.
#[derive(Debug, Default)]
pub struct Collector {
    items: BTreeMap<ItemId, Collected>,
}

#[derive(Debug, Default)]
struct Collected {
    reasons: Vec<Box<str>>,
    accepted: Vec<Box<str>>,
    right: u32,
    guessed: u32,
    took_ms: Vec<u32>,
}

impl Collector {
    /// Takes a reason that an item was flagged with; the same one twice is one.
    pub fn flag(&mut self, item: &ItemId, reason: &str) {
        once(&mut self.items.entry(item.clone()).or_default().reasons, reason);
    }

    /// Takes an answer that stands.
    pub fn answer(&mut self, answer: &LiveAnswer<'_>) {
        let all = self.items.entry(answer.answered.item.clone()).or_default();
        all.right += u32::from(answer.is_right());
        all.guessed += u32::from(answer.answered.guess);
        all.took_ms.push(answer.answered.took_ms);
        match (answer.counted, answer.accepted) {
            (Some(CountReason::Synonym), Some(text)) => once(&mut all.accepted, text),
            (Some(CountReason::BadQuestion), _) => once(&mut all.reasons, BAD_QUESTION),
            _ => {}
        }
    }

    /// What was collected, in the order of items: with `answered` every item that was answered, and how; without it those alone that there is something to
    /// say about.
    pub fn finish(self, answered: bool) -> Vec<Feedback> {
        let told = |(item, all): (ItemId, Collected)| {
            let stats = (answered && !all.took_ms.is_empty()).then(|| all.answered());
            let silent = all.reasons.is_empty() && all.accepted.is_empty() && stats.is_none();
            (!silent).then_some(Feedback { item, reasons: all.reasons, accepted: all.accepted, answered: stats })
        };
        self.items.into_iter().filter_map(told).collect()
    }
}

impl Collected {
    fn answered(&self) -> Answered {
        let mut sorted = self.took_ms.clone();
        sorted.sort_unstable();
        let median = sorted.get(sorted.len().saturating_sub(1) / 2).copied().unwrap_or(0);
        let answers = u32::try_from(self.took_ms.len()).unwrap_or(u32::MAX);
        Answered { answers, right: self.right, guessed: self.guessed, median_s: median.saturating_add(500) / 1000 }
    }
}

fn once(list: &mut Vec<Box<str>>, text: &str) {
    if !list.iter().any(|known| **known == *text) {
        list.push(text.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Answered as Given, EventId, Rating, Setting};
    use crate::domain::grading::Outcome;
    use crate::domain::ids::TopicId;
    use crate::domain::question::Answer;
    use crate::domain::time::StudyDay;

    fn item(name: &str) -> ItemId {
        TopicId::new("p", "t").item(name)
    }

    fn given(name: &str, outcome: Outcome, guess: bool, took_ms: u32) -> Given {
        Given {
            item: item(name),
            key: 0,
            rating: Rating::Good,
            outcome,
            guess,
            hint: false,
            took_ms,
            day: StudyDay(1),
            aim: 90,
            shift: 0,
            setting: Setting::Review,
            answer: Answer::Typed("what I typed".into()),
        }
    }

    fn live(answered: &Given, counted: Option<CountReason>, accepted: Option<&'static str>) -> Collector {
        let mut collector = Collector::default();
        let answer = LiveAnswer {
            id: EventId::default(),
            utc: 0,
            offset_min: 0,
            answered,
            rating: Rating::Good,
            counted,
            accepted,
        };
        collector.answer(&answer);
        collector
    }

    #[test]
    fn a_synonym_goes_to_the_author_and_a_typo_does_not() {
        let wrong = given("a", Outcome::Wrong, false, 4_000);
        let told = live(&wrong, Some(CountReason::Synonym), Some("SETEX")).finish(false);
        assert_eq!(told.len(), 1);
        assert_eq!((&*told[0].accepted, told[0].answered), (&["SETEX".into()][..], None));
        assert_eq!(live(&wrong, Some(CountReason::Typo), Some("SETXE")).finish(false), []);
        let bad = live(&wrong, Some(CountReason::BadQuestion), None).finish(false);
        assert_eq!(*bad[0].reasons, [BAD_QUESTION.into()]);
    }

    #[test]
    fn answers_are_told_only_when_that_is_asked_for_and_never_what_was_answered() {
        let right = given("a", Outcome::Right, true, 3_600);
        assert_eq!(live(&right, None, None).finish(false), []);
        let told = live(&right, None, None).finish(true);
        assert_eq!(told[0].answered, Some(Answered { answers: 1, right: 1, guessed: 1, median_s: 4 }));
        assert!(!format!("{told:?}").contains("what I typed"));
    }

    #[test]
    fn nine_wrong_of_ten_stray_more_than_one_of_one_and_guesses_count_too() {
        let of = |answers, right, guessed| Answered { answers, right, guessed, median_s: 9 };
        assert!(of(10, 1, 0).strays() > of(1, 0, 0).strays());
        assert!(of(10, 5, 8).strays() > of(10, 5, 0).strays());
        assert_eq!(Answered::default().strays(), 0);
        assert!(of(10, 4, 0).misleads() && of(10, 9, 5).misleads());
        assert!(!of(2, 0, 2).misleads(), "two answers say little");
        assert!(!of(10, 8, 1).misleads());
    }

    #[test]
    fn two_learners_add_up() {
        let one = Answered { answers: 3, right: 1, guessed: 0, median_s: 10 };
        let other = Answered { answers: 1, right: 1, guessed: 1, median_s: 30 };
        assert_eq!(one.and(other), Answered { answers: 4, right: 2, guessed: 1, median_s: 15 });
    }

    #[test]
    fn the_same_reason_twice_is_one() {
        let mut collector = Collector::default();
        for reason in ["unclear", "unclear", "outdated"] {
            collector.flag(&item("a"), reason);
        }
        assert_eq!(*collector.finish(false)[0].reasons, ["unclear".into(), "outdated".into()]);
    }
}
