use super::*;
use crate::domain::catalog::{PathKind, Stage, Stop};
use crate::domain::text::Text;
use proptest::prelude::*;

fn id(name: &str) -> TopicId {
    TopicId::new("p", name)
}

fn head(name: &str, requires: &[&str]) -> TopicHead {
    TopicHead {
        id: id(name),
        unit: "u".into(),
        title: Text::default(),
        summary: Text::default(),
        level: 1,
        minutes: 5,
        requires: requires.iter().map(|r| id(r)).collect(),
        see_also: Vec::new(),
        sections: Vec::new(),
        questions: 8,
    }
}

fn names(list: &[TopicId]) -> Vec<&str> {
    list.iter().map(TopicId::local).collect()
}

#[test]
fn what_a_topic_needs_comes_before_it_and_the_rest_keeps_its_order() {
    let heads = [head("d", &["b"]), head("a", &[]), head("b", &["a", "elsewhere"]), head("c", &[])];
    let map = Roadmap::new(&heads).unwrap();
    assert_eq!(names(map.order()), ["a", "b", "d", "c"]);
    assert_eq!(map.requires(&id("b")).collect::<Vec<_>>(), [&id("a")]);
    assert_eq!(map.opens(&id("a")).collect::<Vec<_>>(), [&id("b")]);
    assert_eq!(map.opens(&id("nowhere")).count(), 0);
}

#[test]
fn a_circle_is_named_in_its_order() {
    let heads = [head("x", &["a"]), head("a", &["b"]), head("b", &["c"]), head("c", &["a"])];
    let cycle = Roadmap::new(&heads).unwrap_err();
    assert_eq!(names(&cycle.topics), ["a", "b", "c"]);
    assert_eq!(cycle.to_string(), "p/a -> p/b -> p/c -> p/a");
    let (map, cycles) = Roadmap::lenient(&heads);
    assert_eq!(cycles, [cycle]);
    assert_eq!(map.order().len(), 4);
    assert_eq!(map.requires(&id("c")).count(), 0, "the requirement that closed it is left out");
    assert_eq!(Roadmap::new(&[head("s", &["s"])]).unwrap_err().topics, [id("s")]);
}

#[test]
fn a_very_long_way_does_not_end_the_stack() {
    let mut heads = vec![head("0", &[])];
    for n in 1..50_000 {
        heads.push(head(&n.to_string(), &[&(n - 1).to_string()]));
    }
    heads.reverse();
    assert_eq!(Roadmap::new(&heads).unwrap().order()[0], id("0"));
}

#[test]
fn states_come_from_the_ground_up() {
    let heads = [head("c", &["b"]), head("b", &["a"]), head("a", &[])];
    let map = Roadmap::new(&heads).unwrap();
    let states = map.states(|topic, needs| match topic.local() {
        "a" => TopicState::Learning,
        _ if needs.iter().all(|s| s.is_ground()) => TopicState::Ready,
        _ => TopicState::BetterLater,
    });
    assert_eq!(states[&id("b")], TopicState::Ready);
    assert_eq!(states[&id("c")], TopicState::BetterLater);
}

#[test]
fn advice_lists_what_is_needed_and_not_held_and_only_for_what_is_better_later() {
    let heads = [head("a", &[]), head("b", &[]), head("c", &[]), head("d", &["a", "b", "c"])];
    let map = Roadmap::new(&heads).unwrap();
    let state = |t: &TopicId| {
        Some(match t.local() {
            "a" => TopicState::Learning,
            "b" => TopicState::Held,
            "c" => TopicState::Fading,
            _ => TopicState::BetterLater,
        })
    };
    let unmet = map.advice(&id("d"), state).unwrap().unmet;
    assert_eq!(unmet, [(id("a"), TopicState::Learning), (id("c"), TopicState::Fading)]);
    assert_eq!(map.advice(&id("a"), state), None);
    assert_eq!(map.advice(&id("nowhere"), |_| None), None);
}

#[test]
fn the_next_lesson_is_the_first_unread_one_that_is_ready_and_never_one_to_come() {
    let coming = Stop::Coming { id: "z".into(), title: Text::default() };
    let here = |n: &str| Stop::Here(id(n));
    let stage = |topics| Stage { title: Text::default(), topics };
    let path = PathHead {
        pack: "p".into(),
        id: "path".into(),
        kind: PathKind::Roadmap,
        title: Text::default(),
        summary: Text::default(),
        personas: Vec::new(),
        level: 0,
        stages: vec![stage(vec![coming, here("gone"), here("a")]), stage(vec![here("b"), here("c"), here("d")])],
    };
    let state = |t: &TopicId| match t.local() {
        "gone" => None,
        "a" => Some(TopicState::Held),
        "b" => Some(TopicState::BetterLater),
        _ => Some(TopicState::Ready),
    };
    let next = |read: &[&str]| next_lesson(&[], &path, state, |t| read.contains(&t.local())).map(TopicId::local);
    assert_eq!(next(&[]), Some("c"));
    assert_eq!(next(&["c"]), Some("d"));
    assert_eq!(next(&["c", "d"]), Some("b"), "nothing else is left");
    assert_eq!(next(&["b", "c", "d"]), None);
}

proptest! {
    #[test]
    fn any_graph_gives_a_sound_order_or_a_real_circle(edges in prop::collection::vec((0usize..12, 0usize..12), 0..40)) {
        let heads: Vec<TopicHead> = (0..12usize)
            .map(|n| {
                let needs: Vec<String> = edges.iter().filter(|e| e.0 == n).map(|e| e.1.to_string()).collect();
                head(&n.to_string(), &needs.iter().map(String::as_str).collect::<Vec<_>>())
            })
            .collect();
        let (map, cycles) = Roadmap::lenient(&heads);
        prop_assert_eq!(map.order().len(), 12);
        let place = |t: &TopicId| map.order().iter().position(|o| o == t);
        for topic in map.order() {
            for need in map.requires(topic) {
                prop_assert!(place(need) < place(topic));
            }
        }
        for Cycle { topics } in cycles {
            for (i, topic) in topics.iter().enumerate() {
                let next = &topics[(i + 1) % topics.len()];
                let head = heads.iter().find(|h| h.id == *topic).unwrap();
                prop_assert!(head.requires.contains(next));
            }
        }
    }
}

#[test]
fn the_way_to_a_topic_holds_what_it_needs_once_and_nothing_that_is_held() {
    let heads = [head("a", &[]), head("b", &["a"]), head("c", &["b"]), head("d", &["b"]), head("e", &[])];
    let map = Roadmap::new(&heads).unwrap();
    let way = |wanted: &[&str], held: &[&str]| {
        let wanted: Vec<TopicId> = wanted.iter().map(|n| id(n)).collect();
        let way = map.way_to(&wanted, |t| held.contains(&t.local()));
        way.iter().map(|t| t.local().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(way(&["d", "c"], &[]), ["a", "b", "d", "c"]);
    assert_eq!(way(&["c"], &["b"]), ["c"], "what only leads to something held is left out");
    assert_eq!(way(&["e", "nowhere"], &[]), ["e"]);
    assert_eq!(way(&["e"], &["e"]), Vec::<String>::new());
}

#[test]
fn what_comes_first_is_taken_before_the_path_as_soon_as_it_is_ready() {
    let stage =
        |topics: &[&str]| Stage { title: Text::default(), topics: topics.iter().map(|t| Stop::Here(id(t))).collect() };
    let path = PathHead {
        pack: "p".into(),
        id: "path".into(),
        kind: PathKind::Roadmap,
        title: Text::default(),
        summary: Text::default(),
        personas: Vec::new(),
        level: 0,
        stages: vec![stage(&["a", "b"])],
    };
    let state = |t: &TopicId| Some(if t.local() == "x" { TopicState::BetterLater } else { TopicState::Ready });
    let first = [id("x"), id("y")];
    let next = |read: &[&str]| next_lesson(&first, &path, state, |t| read.contains(&t.local())).map(TopicId::local);
    assert_eq!(next(&[]), Some("y"), "x is better later");
    assert_eq!(next(&["y"]), Some("a"));
    assert_eq!(next(&["y", "a", "b"]), Some("x"));
}
