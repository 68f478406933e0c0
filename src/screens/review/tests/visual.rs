//! The pictures of the visual language, from the same data.

use crate::domain::catalog::TopicBody;
use crate::domain::catalog::{SectionHead, TopicHead};
use crate::domain::event::{EventId, Rating};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::memory::Memory;
use crate::domain::question::{AnswerKey, Kind, Options, Question};
use crate::domain::text::Text;
use crate::domain::time::StudyDay;
use crate::sessions::effect::{Crumbs, LoadedTopic, News, Route};
use crate::sessions::input::Input;
use crate::sessions::review::{Done, ItemResult, Stage, SummaryRow};
use crate::sessions::study::PlanRow;

use super::content::choice;
use super::desk::Desk;

fn both(text: &str) -> Text {
    Text::shared(text)
}

/// The question of the pictures. After the answer the pictures have shorter options, each with its reason.
fn index_question(prompt: &str, explain: &str, options: [(&str, &str); 4]) -> Question {
    let choices = options
        .iter()
        .enumerate()
        .map(|(i, (text, why))| choice(&i.to_string(), i == 1, both(text), both(why)))
        .collect();
    Question {
        id: ItemId::parse("backend-roadmap/indexes/column-order").expect("three parts"),
        key: AnswerKey(1),
        level: 2,
        section: "column-order".into(),
        prompt: both(prompt),
        explain: both(explain),
        hint: both("What is compared with = ?"),
        source: "PostgreSQL manual, Multicolumn Indexes".into(),
        kind: Kind::Single(Options { choices, keep_order: true }),
    }
}

fn other(i: usize) -> Question {
    let choices = vec![choice("a", true, both("yes"), both("so")), choice("b", false, both("no"), both("so"))];
    Question {
        id: ItemId::parse(&format!("backend-roadmap/indexes/other-{i}")).expect("three parts"),
        kind: Kind::Single(Options { choices, keep_order: true }),
        ..index_question("other", "", [("", ""); 4])
    }
}

/// The third of fourteen questions is on the screen.
fn at_the_third(question: Question) -> Desk {
    let mut questions: Vec<Question> = (0..14).map(other).collect();
    questions[2] = question;
    let mut desk = Desk::closed(questions);
    desk.crumbs = Crumbs { unit: both("Databases"), topic: both("Indexes"), section: both("Column order") };
    desk.prefs.grade_keys = 4;
    desk.open();
    desk.keys("1\n1\n");
    desk
}

const LONG_PROMPT: &str =
    "A query filters on (country, created_at) and sorts by created_at. Which index serves it best?";

fn asked() -> Desk {
    let options = [
        ("one index on created_at", ""),
        ("one index on (country, created_at)", ""),
        ("one index on (created_at, country)", ""),
        ("two indexes: country, and created_at", ""),
    ];
    let mut desk = at_the_third(index_question(LONG_PROMPT, "", options));
    desk.keys("j");
    desk
}

#[test]
fn a_question_looks_like_picture_06() {
    let mut desk = asked();
    insta::assert_snapshot!("visual-06", desk.picture());
    insta::assert_snapshot!("visual-06-ansi", desk.coloured());
}

#[test]
fn a_pause_looks_like_picture_16() {
    let mut desk = asked();
    desk.keys("q");
    insta::assert_snapshot!("visual-16", desk.picture());
    insta::assert_snapshot!("visual-16-ansi", desk.coloured());
}

#[test]
fn feedback_looks_like_picture_07() {
    let options = [
        ("created_at alone", "sorted, but reads every country"),
        ("(country, created_at)", "narrow first, then already in order"),
        ("(created_at, country)", "tests country on each row"),
        ("two single indexes", "the planner uses one, or pays to merge"),
    ];
    let mut desk = at_the_third(index_question(
        "Which index serves the filter on country and the sort on created_at?",
        "Equality columns go first, the range or sort column last. The rows for one country are then already in date order: no sort step is needed.",
        options,
    ));
    desk.keys("3");
    insta::assert_snapshot!("visual-07", desk.picture());
    insta::assert_snapshot!("visual-07-ansi", desk.coloured());
}

const LESSON: &str = "intro\n\n## Column order {#column-order}\n\nAn index on two columns is sorted by the first, and by the second only within it.\n\n\
    Put what you compare with **=** on the left, and what you sort or range over on the right. Then one walk down the tree finds a run of rows that is ready to return.\n\n\
    ```sql\nCREATE INDEX ON orders\n  (country, created_at);\n```\n\nThe other way round, every country is mixed within each date.\n\n\
    > [!mistake]\n> \"Most selective column first\" is a rule about equality, not about ranges.\n\n## Next {#next}\n\nmore\n";

/// The topic that teaches the question.
pub fn topic(lesson: &str) -> Box<LoadedTopic> {
    let id = TopicId::new("backend-roadmap", "indexes");
    let head = TopicHead {
        id,
        unit: "c04".into(),
        title: both("Indexes"),
        summary: Text::default(),
        level: 2,
        minutes: 7,
        requires: vec![],
        see_also: vec![],
        sections: vec![SectionHead { id: "column-order".into(), title: both("Column order"), covers: vec![] }],
        questions: 9,
    };
    let body = TopicBody { head, lesson_en: lesson.into(), lesson_id: "".into(), questions: vec![] };
    Box::new(LoadedTopic { body: body.into(), memories: vec![], notes: vec![], position: None, terms: vec![] })
}

#[test]
fn feedback_in_a_large_window_looks_like_picture_17() {
    let options = [
        ("created_at alone", "Sorted, but every country is read and most rows are thrown away."),
        ("(country, created_at)", "Narrow first, then already in order."),
        ("(created_at, country)", "The range column first means the country test runs on each row."),
        ("two single indexes", "The planner uses one of them, or pays for a bitmap merge and then sorts."),
    ];
    let mut desk = at_the_third(index_question(
        LONG_PROMPT,
        "Equality columns go first, the range or sort column last. The rows for one country are then already in date order: no sort is needed.",
        options,
    ));
    desk.note = "= left, range right, sort last";
    // The note is known when the question is loaded, so it is asked anew.
    desk.keys("u");
    desk.keys("u");
    desk.keys("1\n");
    desk.resize(120, 40);
    desk.keys("3");
    desk.input(Input::News(News::Topic(TopicId::new("backend-roadmap", "indexes"), Ok(topic(LESSON)))));
    insta::assert_snapshot!("visual-17", desk.picture());
    insta::assert_snapshot!("visual-17-ansi", desk.coloured());
}

fn memory(desk: &Desk, interval: u16, step: bool) -> Memory {
    let day = desk.moment().day;
    Memory {
        stability: f32::from(interval.max(1)),
        difficulty: 5.0,
        key: AnswerKey(1),
        last: EventId::from_parts(1, 0, 1),
        last_utc: desk.utc,
        last_day: day,
        rating: Rating::Good,
        interval,
        due_utc: step.then_some(desk.utc + 600_000),
        due_day: StudyDay(day.0 + i32::from(interval)),
        answers: 3,
        lapses: 0,
        solid: false,
        aim: 90,
    }
}

/// Fourteen answers: what is said of them is in `section`, `from` and `to` days, right, guess.
pub fn finished(desk: &mut Desk) {
    let rows: [(&str, u16, u16, bool, bool); 14] = [
        ("Indexes", 6, 15, true, false),
        ("JWT", 4, 11, true, false),
        ("Index column order", 3, 0, false, false),
        ("HTTP", 9, 9, true, false),
        ("HTTP", 9, 9, true, false),
        ("409 or 400", 0, 3, true, true),
        ("HTTP", 9, 9, true, false),
        ("HTTP", 9, 9, true, false),
        ("HTTP", 9, 9, true, false),
        ("PATCH", 3, 1, false, false),
        ("HTTP", 9, 9, true, false),
        ("HTTP", 9, 9, true, false),
        ("HTTP", 9, 9, true, true),
        ("HTTP", 9, 9, true, false),
    ];
    let results = rows.iter().enumerate().map(|(i, (section, from, to, right, guess))| ItemResult {
        item: ItemId::parse(&format!("backend-roadmap/indexes/q{i}")).expect("three parts"),
        event: EventId::from_parts(i as u64, 0, 1),
        rating: match (*right, *guess && i == 5) {
            (true, true) => Rating::Hard,
            (true, false) => Rating::Good,
            (false, _) => Rating::Forgot,
        },
        right: *right,
        tried: true,
        guess: *guess && i == 5,
        hint: (*guess && i != 5) || i == 9,
        before: (*from > 0).then(|| memory(desk, *from, false)),
        after: Some(memory(desk, *to, *to == 0)),
        crumbs: Crumbs { unit: both("Databases"), topic: both("Indexes"), section: both(section) },
        section: "column-order".into(),
        prompt: both("Which index serves it best?"),
    });
    let results: Vec<ItemResult> = results.collect();
    let crumbs = results[2].crumbs.clone();
    let topic_id = TopicId::new("backend-roadmap", "indexes");
    let rows = vec![
        SummaryRow::ReadSection { topic: topic_id.clone(), section: "column-order".into(), crumbs: crumbs.clone() },
        SummaryRow::MoreQuestions { items: vec![results[2].item.clone(), results[9].item.clone()], ms: 60_000 },
        SummaryRow::NextInPlan(Route::Today),
    ];
    desk.screen.review.results = results;
    desk.screen.review.spent_ms = 560_000;
    let crumbs = Crumbs { section: both("Column order"), ..crumbs };
    desk.screen.review.stage = Stage::Done(Done { rows, focus: 0, left: 0, one_thing: Some(crumbs), misses: (2, 2) });
    desk.study.plan.rows = vec![PlanRow::Lesson {
        topic: TopicId::new("backend-roadmap", "caching"),
        title: both("Cache-aside and invalidation"),
        unit: both("Databases"),
        minutes: 6,
    }];
    let head = topic("").body.head.clone();
    let head = TopicHead { minutes: 2, ..head };
    desk.study.catalog = std::sync::Arc::new(crate::sessions::study::Catalog {
        topics: [(topic_id, head.into())].into_iter().collect(),
        ..Default::default()
    });
}

#[test]
fn the_summary_looks_like_picture_08() {
    let mut desk = Desk::with(vec![]);
    finished(&mut desk);
    insta::assert_snapshot!("visual-08", desk.picture());
    insta::assert_snapshot!("visual-08-ansi", desk.coloured());
}
