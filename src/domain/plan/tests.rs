use super::*;
use crate::domain::event::{EventId, Rating};
use crate::domain::ids::ItemId;
use crate::domain::memory::Memory;
use crate::domain::question::{AnswerKey, KindName};
use crate::domain::time::Moment;
use proptest::prelude::*;

const TODAY: StudyDay = StudyDay(20_000);

/// Every kind takes 18 s to answer, so 30 s with its feedback: two items a minute.
fn pace() -> Pace {
    Pace::new(KindName::ALL.map(|k| (k, 18_000)))
}

fn input<'a>(pace: &'a Pace, due: u32) -> PlanInput<'a> {
    PlanInput {
        today: TODAY,
        budget_min: 20,
        spent_ms: 0,
        due,
        ahead: &[10, 10, 10, 10, 10, 10, 10],
        sample: &[],
        pace,
        unasked: None,
        asked_today: 0,
        lesson: None,
        answer: None,
        lessons_today: 0,
        new_per_day: 1,
        catch_up: None,
        last_study: None,
    }
}

fn topic() -> TopicId {
    TopicId::new("p", "next")
}

fn lesson(topic: &TopicId, read: f32) -> Option<NextLesson<'_>> {
    Some(NextLesson { topic, minutes: 6, read, questions: 8 })
}

fn review(plan: &Plan) -> Option<(u32, u16)> {
    plan.rows.iter().find_map(|r| match r {
        Row::Review { items, minutes, .. } => Some((*items, *minutes)),
        _ => None,
    })
}

fn questions(plan: &Plan) -> Option<u32> {
    plan.rows.iter().find_map(|r| match r {
        Row::Questions { items, .. } => Some(*items),
        _ => None,
    })
}

fn lesson_row(plan: &Plan) -> Option<(u16, bool)> {
    plan.rows.iter().find_map(|r| match r {
        Row::Lesson { minutes, part, .. } => Some((*minutes, *part)),
        _ => None,
    })
}

fn memory(stability: f32, ago: i32) -> Memory {
    Memory {
        stability,
        difficulty: 5.0,
        key: AnswerKey(1),
        last: EventId::default(),
        last_utc: 0,
        last_day: TODAY.plus(-ago),
        rating: Rating::Good,
        interval: 1,
        due_utc: None,
        due_day: TODAY,
        answers: 1,
        lapses: 0,
        solid: false,
        aim: 90,
    }
}

fn now() -> Moment {
    Moment { utc: 1_000_000, offset_min: 0, day: TODAY, mono_ms: 0, id: EventId::default() }
}

#[test]
fn reviews_come_first_and_a_lesson_fills_the_rest() {
    let (pace, topic) = (pace(), topic());
    let plan = Plan::of(&PlanInput { lesson: lesson(&topic, 0.0), ..input(&pace, 18) });
    assert_eq!(review(&plan), Some((18, 9)));
    assert_eq!(lesson_row(&plan), Some((6, false)));
    assert_eq!((plan.minutes, plan.later, plan.new_topics), (15, Later::default(), NewTopics::Open));
}

#[test]
fn what_does_not_fit_is_spread_over_days_instead_of_counted_against_the_learner() {
    let (pace, topic) = (pace(), topic());
    let plan = Plan::of(&PlanInput { lesson: lesson(&topic, 0.0), ..input(&pace, 80) });
    assert_eq!(review(&plan), Some((28, 14)), "20 minutes less the lesson");
    assert_eq!(lesson_row(&plan), Some((6, false)));
    assert_eq!(plan.later, Later { items: 52, days: 2 }, "40 a day, of which 10 are due anyway");
    let items: Vec<u32> = plan.days.iter().map(|d| d.items).collect();
    assert_eq!(items, [40, 32, 10, 10, 10, 10, 10]);
    assert_eq!(plan.tomorrow().map(|t| (t.day, t.minutes)), Some((TODAY.plus(1), 20)));
}

#[test]
fn a_short_day_keeps_half_of_it_for_reviews_and_reads_a_part_of_the_lesson() {
    let (pace, topic) = (pace(), topic());
    let plan = Plan::of(&PlanInput { budget_min: 8, lesson: lesson(&topic, 0.0), ..input(&pace, 30) });
    assert_eq!(review(&plan), Some((8, 4)));
    assert_eq!(lesson_row(&plan), Some((4, true)));
    assert_eq!(plan.minutes, 8);
}

#[test]
fn a_lesson_that_was_begun_goes_on_with_what_is_left_of_it() {
    let (pace, topic) = (pace(), topic());
    let base = PlanInput { lesson: lesson(&topic, 0.6), lessons_today: 1, ..input(&pace, 0) };
    let plan = Plan::of(&base);
    assert_eq!(lesson_row(&plan), Some((3, false)));
    assert_eq!(plan.rows.len(), 1, "nothing is due");
}

#[test]
fn one_new_topic_a_day_and_none_when_the_week_is_full() {
    let (pace, topic) = (pace(), topic());
    let with = |lessons_today, new_per_day, ahead: &[u32]| {
        let plan =
            Plan::of(&PlanInput { lesson: lesson(&topic, 0.0), lessons_today, new_per_day, ahead, ..input(&pace, 0) });
        (plan.new_topics, plan.rows.len())
    };
    assert_eq!(with(0, 1, &[]), (NewTopics::Open, 1));
    assert_eq!(with(1, 1, &[]), (NewTopics::Done, 0));
    assert_eq!(with(1, 2, &[]), (NewTopics::Open, 1));
    assert_eq!(with(0, 0, &[]), (NewTopics::Done, 0));
    // 7 days of 20 minutes hold 280 items; 1.2 times that is 336, of which the new topic takes 24.
    assert_eq!(with(0, 1, &[52; 6]), (NewTopics::Open, 1));
    assert_eq!(with(0, 1, &[53; 6]), (NewTopics::Full, 0));
    assert_eq!(with(0, 1, &[0, 0, 0, 0, 0, 0, 900]), (NewTopics::Open, 1), "the eighth day does not count");
}

#[test]
fn more_than_three_days_overdue_make_a_catch_up_in_which_new_topics_pause() {
    let (pace, topic) = (pace(), topic());
    let plan = |due, catch_up, spent_ms| {
        Plan::of(&PlanInput { catch_up, spent_ms, lesson: lesson(&topic, 0.0), ..input(&pace, due) })
    };
    assert_eq!(plan(120, None, 0).catch_up, None);
    let first = plan(200, None, 0);
    assert_eq!(first.catch_up, Some(CatchUp { began: TODAY, day: 1, of: 5 }));
    assert_eq!((first.new_topics, lesson_row(&first)), (NewTopics::CatchUp, None));
    assert_eq!(review(&first), Some((40, 20)), "today's share, and no more");
    let began = Some(TODAY.plus(-1));
    assert_eq!(plan(160, began, 0).catch_up, Some(CatchUp { began: TODAY.plus(-1), day: 2, of: 5 }));
    let spent = plan(140, began, 10 * 60_000);
    assert_eq!(spent.catch_up.map(|c| (c.day, c.of)), Some((2, 5)), "half of the day is done");
    assert_eq!(plan(41, began, 0).catch_up.map(|c| c.of), Some(3));
    assert_eq!(plan(40, began, 0).catch_up, None, "one day's share is a day like any other");
}

#[test]
fn what_was_spent_today_is_taken_off_and_a_spent_budget_plans_nothing() {
    let (pace, topic) = (pace(), topic());
    let plan = |spent_min: u64| {
        let base = input(&pace, 50);
        Plan::of(&PlanInput { spent_ms: spent_min * 60_000, lesson: lesson(&topic, 0.0), ..base })
    };
    assert_eq!(review(&plan(12)), Some((8, 4)));
    assert_eq!(lesson_row(&plan(12)), Some((4, true)));
    assert_eq!(plan(20).rows, []);
    assert_eq!(plan(95).later.items, 50);
}

#[test]
fn questions_never_asked_come_once_all_that_is_due_fits() {
    let (pace, topic) = (pace(), topic());
    let planned = |due, unasked, asked_today| {
        let plan = Plan::of(&PlanInput { unasked: Some((&topic, unasked)), asked_today, ..input(&pace, due) });
        (review(&plan).map(|r| r.0), questions(&plan))
    };
    assert_eq!(planned(10, 4, 0), (Some(10), Some(4)));
    assert_eq!(planned(10, 99, 0), (Some(10), Some(10)));
    assert_eq!(planned(10, 99, 7), (Some(10), Some(3)));
    assert_eq!(planned(38, 99, 0), (Some(38), Some(2)), "within the budget");
    assert_eq!(planned(60, 99, 0), (Some(40), None));
    assert_eq!(planned(0, 5, 0), (None, Some(5)));
    assert_eq!(planned(0, 0, 0), (None, None));
}

#[test]
fn without_a_budget_the_day_ends_when_all_is_done() {
    let (pace, topic) = (pace(), topic());
    let base = PlanInput { budget_min: 0, lesson: lesson(&topic, 0.0), spent_ms: 9_000_000, ..input(&pace, 900) };
    let plan = Plan::of(&base);
    assert_eq!((review(&plan), lesson_row(&plan)), (Some((900, 450)), Some((6, false))));
    assert_eq!((plan.later, plan.catch_up), (Later::default(), None));
}

#[test]
fn the_units_of_todays_share_are_named_most_first() {
    let pace = pace();
    let m = memory(5.0, 5);
    let items: Vec<ItemId> = (0..5).map(|n| ItemId::parse(&format!("p/t{n}/q")).unwrap()).collect();
    let units = ["c01", "c04", "c04", "c07", "c04"];
    let sample: Vec<DueItem> = items
        .iter()
        .zip(units)
        .map(|(item, unit)| DueItem { item, kind: KindName::Single, unit, memory: &m })
        .collect();
    let plan = Plan::of(&PlanInput { budget_min: 2, sample: &sample, ..input(&pace, 5) });
    let Some(Row::Review { items: 4, units, .. }) = plan.rows.first() else { panic!("{plan:?}") };
    assert_eq!(*units, [("c04".into(), 2), ("c01".into(), 1), ("c07".into(), 1)]);
}

#[test]
fn a_return_after_days_away_is_welcome() {
    let pace = pace();
    let away = |ago: i32| Plan::of(&PlanInput { last_study: Some(TODAY.plus(-ago)), ..input(&pace, 5) }).away;
    assert_eq!((away(0), away(2), away(3), away(6)), (None, None, Some(2), Some(5)));
    assert_eq!(Plan::of(&input(&pace, 5)).away, None, "a first day is no return");
}

#[test]
fn pace_is_the_learners_own_where_it_is_known() {
    let pace = Pace::new([(KindName::Match, 60_000)]);
    assert_eq!(pace.expect_ms(KindName::Match), 60_000 + FEEDBACK_MS);
    assert_eq!(pace.median_ms(KindName::Single), None);
    assert!(pace.expect_ms(KindName::Scenario) > pace.expect_ms(KindName::Single));
    let fourteen = 14 * Pace::default().expect_any_ms() / 60_000;
    assert!((8..=10).contains(&fourteen), "14 items are about 9 minutes");
}

fn ids(names: &[&str]) -> Vec<ItemId> {
    names.iter().map(|n| ItemId::parse(&format!("p/{n}")).unwrap()).collect()
}

fn ordered(names: &[&str], memories: &[Memory], backlog: bool) -> Vec<usize> {
    let items = ids(names);
    let due: Vec<DueItem> = items
        .iter()
        .zip(memories)
        .map(|(item, memory)| DueItem { item, kind: KindName::Single, unit: "u", memory })
        .collect();
    queue(&due, &pace(), &now(), backlog)
}

#[test]
fn steps_that_are_over_lead_and_steps_that_are_not_come_last() {
    let step = |utc| Memory { due_utc: Some(utc), ..memory(0.3, 0) };
    let old = Memory { due_day: TODAY.plus(-9), ..memory(5.0, 20) };
    let order = ordered(&["a/1", "b/2", "c/3", "d/4"], &[step(2_000_000), old, step(900_000), step(800_000)], false);
    assert_eq!(order, [3, 2, 1, 0]);
}

#[test]
fn what_has_been_due_longest_comes_first_and_in_a_backlog_what_loses_most_per_minute() {
    let stale = Memory { due_day: TODAY.plus(-40), ..memory(2.0, 60) };
    let fresh = Memory { due_day: TODAY.plus(-1), ..memory(2.0, 3) };
    let slow = Memory { due_day: TODAY.plus(-2), ..memory(90.0, 90) };
    let (names, memories) = (["a/1", "b/2", "c/3"], [stale, fresh, slow]);
    assert_eq!(ordered(&names, &memories, false), [0, 2, 1]);
    assert_eq!(ordered(&names, &memories, true), [1, 0, 2]);
    let items = ids(&["a/1"]);
    let item = |kind| DueItem { item: &items[0], kind, unit: "u", memory: &fresh };
    let usual = Pace::default();
    let of = |kind| value(&item(kind), &usual, TODAY);
    assert!(of(KindName::Single) > of(KindName::Scenario), "a quick one is worth more a minute");
}

#[test]
fn two_of_one_topic_do_not_follow_each_other_when_another_waits() {
    let m = [memory(5.0, 5); 5];
    let order = ordered(&["a/1", "a/2", "a/3", "b/4", "c/5"], &m, false);
    assert_eq!(order, [0, 3, 1, 4, 2]);
}

#[test]
fn a_session_stops_between_items_and_a_short_time_holds_one() {
    assert_eq!(fits([30_000; 9], 120_000), 4);
    assert_eq!(fits([30_000; 9], 1), 1);
    assert_eq!(fits([], 60_000), 0);
    assert!(!stops(119_999, 120_000) && stops(120_000, 120_000));
}

proptest! {
    #[test]
    fn the_cap_holds_whatever_is_due(
        due in 0u32..60_000, budget in 1u16..120, spent in 0u64..8_000_000, ahead in prop::collection::vec(0u32..400, 0..12),
        unasked in 0u32..200, read in 0f32..1.0, minutes in 1u8..20, with_lesson in any::<bool>(), began in prop::option::of(0i32..9),
    ) {
        let (pace, topic) = (Pace::default(), topic());
        let lesson = with_lesson.then_some(NextLesson { topic: &topic, minutes, read, questions: 9 });
        let catch_up = began.map(|b| TODAY.plus(-b));
        let plan = Plan::of(&PlanInput {
            budget_min: budget, spent_ms: spent, ahead: &ahead, unasked: Some((&topic, unasked)), lesson, catch_up, ..input(&pace, due)
        });
        let left = (u64::from(budget) * 60_000).saturating_sub(spent).div_ceil(60_000);
        prop_assert!(u64::from(plan.minutes) <= left, "{plan:?}");
        prop_assert!(plan.rows.iter().all(|r| r.minutes() > 0));
        let asked = review(&plan).map_or(0, |r| r.0);
        prop_assert_eq!(asked + plan.later.items, due, "nothing that is due is forgotten");
        let spread: u64 = plan.days.iter().map(|d| u64::from(d.items)).sum();
        let ahead: u64 = ahead.iter().map(|n| u64::from(*n)).sum();
        prop_assert!(spread <= ahead + u64::from(plan.later.items));
        prop_assert_eq!(plan.later.items == 0, plan.later.days == 0);
    }

    #[test]
    fn spreading_asks_everything_once_and_never_more_than_a_day_holds(
        left in 0u32..900, ahead in prop::collection::vec(0u32..90, 0..20), capacity in 1u32..60,
    ) {
        let days = spread(left, &ahead, capacity);
        prop_assert_eq!(days.iter().sum::<u32>(), left + ahead.iter().sum::<u32>());
        prop_assert!(days.iter().all(|d| *d <= capacity));
        prop_assert!(days_to_catch_up(left, &ahead, capacity) as usize <= days.len());
    }

    #[test]
    fn a_queue_asks_each_item_once(kinds in prop::collection::vec((0usize..4, 0i32..30, any::<bool>()), 0..40), backlog in any::<bool>()) {
        let names: Vec<String> = kinds.iter().enumerate().map(|(n, (t, ..))| format!("t{t}/q{n}")).collect();
        let memories: Vec<Memory> = kinds
            .iter()
            .map(|(_, ago, step)| Memory { due_utc: step.then_some(i64::from(*ago) * 100_000), ..memory(3.0, *ago) })
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut order = ordered(&names, &memories, backlog);
        order.sort_unstable();
        prop_assert_eq!(order, (0..kinds.len()).collect::<Vec<_>>());
    }
}

#[test]
fn an_answer_is_rehearsed_whole_within_the_budget_or_not_at_all() {
    let pace = pace();
    let prompt = ItemId::parse("p/t/ask").unwrap();
    let (next, answer) = (topic(), Some(NextAnswer { prompt: &prompt, minutes: rehearsing_min(4) }));
    let plan = |budget_min, due, spent_ms| {
        Plan::of(&PlanInput { budget_min, spent_ms, answer, lesson: lesson(&next, 0.0), ..input(&pace, due) })
    };
    let asks = |plan: &Plan| matches!(plan.rows.last(), Some(Row::Ask { minutes: 7, .. }));
    let full = plan(20, 200, 0);
    assert!(full.minutes <= 20 && review(&full).is_some_and(|(_, minutes)| minutes >= 10), "{:?}", full.rows);
    assert!(plan(20, 8, 0).rows.len() == 3 && asks(&plan(20, 8, 0)));
    assert!(!asks(&plan(6, 0, 0)), "too long for the day");
    assert!(!asks(&plan(20, 0, 15 * 60_000)), "or for what is left of it");
    assert!(!asks(&plan(20, 400, 0)), "a catch-up comes first");
    assert!(asks(&plan(0, 400, 0)), "a day without an end has room for everything");
}
