use super::*;
use crate::domain::question::Kind;
use crate::format::read::questions;
use crate::format::walk::Langs;

const NINE: &str = include_str!("../../format/fixtures/nine.toml");

fn converted(source: &str) -> Vec<Result<crate::domain::question::Question, Unsound>> {
    let read = questions(source, Langs::BOTH);
    assert_eq!(read.findings, [], "the source must be clean");
    let topic = TopicId::new("pack", "idempotency");
    let items = read.value.unwrap_or_default().items;
    items.iter().map(|item| question(&topic, &item.question)).collect()
}

/// What became of the question at `at` after a change to the fixture.
fn after(at: usize, from: &str, to: &str) -> Option<Unsound> {
    let changed = NINE.replacen(from, to, 1);
    assert_ne!(changed, NINE, "{from} must stand in the fixture");
    let all = converted(&changed);
    for (index, result) in all.iter().enumerate().filter(|(index, _)| *index != at) {
        assert!(result.is_ok(), "question {index} after {from}");
    }
    all[at].clone().err()
}

#[test]
fn all_nine_kinds_become_domain_questions() {
    let all = converted(NINE);
    let names: Vec<KindName> = all.iter().flatten().map(|q| q.kind.name()).collect();
    assert_eq!(names, KindName::ALL);
    assert_eq!(all[0].as_ref().map(|q| q.id.as_str()), Ok("pack/idempotency/timeout-cases"));
}

#[test]
fn scenes_point_at_each_other_by_place() {
    let all = converted(NINE);
    let Ok(Kind::Scenario { scenes }) = all[8].as_ref().map(|q| &q.kind) else {
        panic!("the ninth is a scenario");
    };
    let goto: Vec<_> = scenes[0].choices.iter().map(|c| c.goto).collect();
    assert_eq!(goto, [Some(2), Some(1), Some(2)]);
}

#[test]
fn a_question_that_cannot_be_graded_is_refused_alone() {
    assert_eq!(after(0, "id = \"unknown\"\nright = true", "id = \"unknown\""), Some(Unsound::NotOneRight));
    assert_eq!(after(0, "id = \"happened\"", "id = \"unknown\""), Some(Unsound::SameId));
    assert_eq!(after(4, "{{2}}", "{{4}}"), Some(Unsound::Gaps));
    assert_eq!(after(7, "number = 9", "number = 10"), Some(Unsound::Line));
    assert_eq!(after(8, "goto = \"net\"", "goto = \"nowhere\""), Some(Unsound::Scenes));
    assert_eq!(after(8, "id = \"return-500\"", "id = \"return-500\"\ngoto = \"start\""), Some(Unsound::Scenes));
    assert_eq!(after(8, "best = true", "best = false"), Some(Unsound::Scenes));
}

#[test]
fn groups_are_consecutive_steps_of_their_own() {
    let with = |groups: &str| after(5, "step = [", &format!("any_order = {groups}\nstep = ["));
    assert_eq!(with("[[\"claim\", \"make\"]]"), None);
    assert_eq!(with("[[\"make\", \"work\"]]"), Some(Unsound::Group));
    assert_eq!(with("[[\"make\", \"claim\"], [\"claim\", \"work\"]]"), Some(Unsound::Group));
    assert_eq!(with("[[\"make\", \"nothing\"]]"), Some(Unsound::Group));
}

#[test]
fn a_stop_is_here_coming_or_left_out() {
    let source = "id = 'p'\nkind = 'roadmap'\ntitle = 'P'\n[[stage]]\ntitle = 'S'\ntopics = ['a', 'b', 'c', 'other/d', 'other/e']\n[[stage.coming]]\nid = 'b'\ntitle = 'B'\n";
    let read = crate::format::read::path(source, Langs::BOTH);
    let Some(from) = read.value else {
        panic!("{:?}", read.findings);
    };
    let elsewhere = |id: &TopicId| (id.as_str() == "other/e").then(|| crate::domain::text::Text::shared("E"));
    let head = path("pack", &from, |id| matches!(id.as_str(), "pack/a" | "other/d"), elsewhere);
    let stops = &head.stages[0].topics;
    assert_eq!(stops.len(), 4, "c is nowhere");
    assert!(matches!(&stops[3], Stop::Coming { title, .. } if &*title.en == "E"), "another pack announces it");
    assert_eq!(stops[0], Stop::Here(TopicId::new("pack", "a")));
    assert!(matches!(&stops[1], Stop::Coming { id, .. } if &**id == "b"));
    assert_eq!(stops[2], Stop::Here(TopicId::new("other", "d")));
}
