//! Path: what its keys do, and what it looks like.

use std::sync::Arc;

use super::*;
use crate::domain::catalog::{PackHead, PathHead, Stage as PathStage, Stop, TopicBody};
use crate::domain::text::Text;
use crate::sessions::effect::LoadedTopic;
use crate::sessions::sample::{self, topic};
use crate::sessions::study::Study;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

fn at(id: Option<&str>, study: Study) -> Stage {
    let mut stage = Stage::with(Box::new(PathScreen::new(id.map(topic))), study);
    // What the ladder says of the topics is asked for at once; it has arrived, and is empty.
    assert_eq!(stage.effects().pop(), Some(Effect::Ask(Request::Ladder)));
    stage.news(News::Ladder(Box::default()));
    stage
}

fn stage() -> Stage {
    at(None, sample::study())
}

fn lesson(id: &str) -> Vec<Effect> {
    vec![Effect::Go(Route::Lesson(topic(id), None))]
}

fn test_out(ids: &[&str]) -> Vec<Effect> {
    vec![Effect::Go(Route::Review(Queue::TestOut(ids.iter().map(|i| topic(i)).collect())))]
}

/// Where Enter leads after some keys.
fn after(keys: &str) -> Vec<Effect> {
    stage().keys(keys).keys("Enter").effects()
}

fn said(effects: Vec<Effect>) -> String {
    match effects.as_slice() {
        [.., Effect::Toast(toast)] => toast.text.clone(),
        other => panic!("no toast: {other:?}"),
    }
}

#[test]
fn the_cursor_begins_on_the_lesson_that_was_begun_else_on_the_next_one() {
    assert_eq!(after(""), lesson("orm-n1"));
    assert_eq!(at(None, sample::beginner()).keys("Enter").effects(), lesson("http"));
    assert_eq!(at(Some("jwt"), sample::study()).keys("Enter").effects(), lesson("jwt"));
}

#[test]
fn left_and_right_follow_the_learning_order_and_up_and_down_the_columns() {
    assert_eq!(after("h"), lesson("indexes"));
    assert_eq!(after("l"), lesson("acid"));
    assert_eq!(after("j h"), lesson("acid"));
    assert_eq!(after("g g"), lesson("http"));
    assert_eq!(after("G"), lesson("docker"));
    assert_eq!(after("G k k"), after("G PgUp PgDn k k"), "a page further than the end is the end");
}

#[test]
fn another_pack_stands_below_the_roadmap_in_the_order_of_its_own_path() {
    let mut study = sample::study();
    let catalog = Arc::make_mut(&mut study.catalog);
    let ids = ["setup", "rollout", "aftercare"].map(|id| TopicId::new("deploy", id));
    for id in &ids {
        let mut head = (*catalog.topics[&topic("http")]).clone();
        (head.id, head.requires) = (id.clone(), Vec::new());
        catalog.topics.insert(id.clone(), head.into());
    }
    let stage = PathStage { title: Text::default(), topics: ids.iter().cloned().map(Stop::Here).collect() };
    catalog.packs.push(PackHead { id: "deploy".into(), ..catalog.packs[0].clone() });
    catalog.paths.push(PathHead { pack: "deploy".into(), stages: vec![stage], ..catalog.paths[0].clone() });
    let [_, rollout, aftercare] = ids.map(|id| vec![Effect::Go(Route::Lesson(id, None))]);
    assert_eq!(at(None, study.clone()).keys("G Enter").effects(), aftercare);
    assert_eq!(at(None, study).keys("G h Enter").effects(), rollout);
}

#[test]
fn a_topic_that_is_better_later_opens_with_two_keys() {
    let mut stage = at(Some("replication"), sample::study());
    assert_eq!(stage.keys("Enter").effects(), []);
    assert_eq!(stage.screen.state(), State::Gate);
    assert_eq!(stage.keys("o").effects(), lesson("replication"));
    assert_eq!(stage.screen.state(), State::Map);
}

#[test]
fn the_gate_offers_a_test_the_first_prerequisite_and_a_way_back() {
    let gate = |keys: &str| at(Some("replication"), sample::study()).keys("Enter").keys(keys).effects();
    assert_eq!(gate("t"), test_out(&["caching", "acid", "isolation"]));
    assert_eq!(gate("Enter"), test_out(&["caching", "acid", "isolation"]));
    assert_eq!(gate("p"), lesson("caching"));
    assert_eq!(gate("j Enter"), lesson("caching"));
    assert_eq!(gate("j j Enter"), lesson("replication"));
    let mut back = at(Some("replication"), sample::study());
    assert_eq!(back.keys("Enter Esc").screen.state(), State::Map);
    assert_eq!(back.effects(), []);
}

#[test]
fn w_tells_what_the_prerequisites_teach() {
    let mut stage = at(Some("replication"), sample::study());
    let before = stage.keys("Enter").picture();
    let after = stage.keys("w").picture();
    assert!(!before.contains("Prove it") && after.contains("Prove it"), "{after}");
    assert!(after.contains("hold 13 of 29 questions there"), "{after}");
}

#[test]
fn t_tests_out_of_the_topic_under_the_cursor() {
    assert_eq!(at(Some("rest"), sample::study()).keys("t").effects(), test_out(&["rest"]));
}

#[test]
fn x_marks_a_topic_as_known_and_takes_that_back() {
    let known = |study: Study| match at(Some("rest"), study).keys("x").effects().as_slice() {
        [Effect::Record(events), Effect::Toast(_)] => events[0].what.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(known(sample::study()), What::Known { topic: topic("rest"), known: true });
    let mut study = sample::study();
    if let Some(standing) = Arc::make_mut(&mut study.topics).get_mut(&topic("rest")) {
        standing.known = true;
    }
    assert_eq!(known(study), What::Known { topic: topic("rest"), known: false });
}

#[test]
fn finding_follows_while_typing_and_esc_goes_back() {
    let mut stage = stage();
    stage.keys("/").types("docker");
    assert!(stage.picture().contains("Dockerfile\n"), "{}", stage.picture());
    assert_eq!(stage.keys("Enter").effects(), []);
    assert_eq!(stage.keys("Enter").effects(), lesson("docker"));
    assert_eq!(self::stage().keys("/").types("docker").keys("Esc Enter").effects(), lesson("orm-n1"));
}

#[test]
fn n_goes_round_all_that_was_found_in_either_language() {
    let mut stage = at(Some("http"), sample::study());
    // "Git sehari-hari" and "Git undo".
    stage.keys("/").types("git").keys("Enter n Enter");
    assert_eq!(stage.effects(), lesson("git-advanced"));
    assert_eq!(stage.keys("n Enter").effects(), lesson("git-daily"));
    assert_eq!(stage.keys("N Enter").effects(), lesson("git-advanced"));
    assert_eq!(stage.keys("/").types("sehari").keys("Enter Enter").effects(), lesson("git-daily"));
}

#[test]
fn what_cannot_be_found_is_said() {
    assert_eq!(said(stage().keys("n").effects()), "Nothing was searched for yet: / finds");
    assert_eq!(said(stage().keys("/").types("cobol").keys("Enter").effects()), "Nothing here has \"cobol\"");
}

#[test]
fn topics_to_come_are_named_in_full_under_the_cursor_and_cannot_be_opened() {
    let mut stage = stage();
    stage.keys("/").types("bpmn").keys("Enter");
    let shown = stage.picture();
    for name in ["From process to BPMN", "ERD and DDL", "Choosing a stack"] {
        assert!(shown.contains(name), "{shown}");
    }
    assert!(said(stage.keys("Enter").effects()).starts_with("These are still to be written"));
    assert!(!shown.contains("test out"), "{shown}");
}

#[test]
fn other_orders_put_the_weakest_or_the_shortest_first() {
    let mut weakest = stage();
    weakest.keys("o g g");
    assert!(weakest.picture().contains("weakest first"));
    assert_eq!(weakest.keys("Enter").effects(), lesson("isolation"));
    assert_eq!(stage().keys("o o g g Enter").effects(), lesson("orm-n1"));
    assert_eq!(stage().keys("o o o g g Enter").effects(), lesson("http"));
}

#[test]
fn the_filter_hides_states_and_levels_and_the_cursor_stays_on_something() {
    let mut stage = stage();
    // Held, learning, ready, better later, fading, then the levels: hide learning.
    stage.keys("f j Space Enter");
    let shown = stage.picture();
    assert!(shown.contains("some are hidden") && !shown.contains("ACID"), "{shown}");
    assert!(matches!(stage.keys("Enter").effects().as_slice(), [Effect::Go(Route::Lesson(..))]));
    stage.keys("f Space j j Space j Space j Space Esc");
    assert!(stage.picture().contains("Everything is hidden: f shows it again."), "{}", stage.picture());
    assert_eq!(stage.keys("Enter x t").effects(), [], "what is not seen is not touched");
}

#[test]
fn the_preview_is_asked_for_when_the_cursor_rests_and_only_beside_a_pane() {
    let mut stage = at(Some("jwt"), sample::study());
    assert_eq!(stage.effects(), [], "no pane at 80 columns");
    stage.resize(120, 40);
    assert_eq!(stage.effects(), [Effect::Ask(Request::Topic(topic("jwt")))]);
    stage.keys("h h");
    assert_eq!(stage.wait(REST_MS - 1).effects(), []);
    assert_eq!(stage.wait(1).effects(), [Effect::Ask(Request::Topic(topic("http")))]);
    assert_eq!(stage.screen.wake_at(), None, "an idle map sleeps");
}

fn loaded(id: &str) -> News {
    let head = sample::catalog().topics[&topic(id)].clone();
    let lesson_en = "# N+1\n\n## What the database sees {#why}\n\nThe handler asks for 50 stores, then asks for each \
                     owner one by one. One page load becomes **51 round trips**:\n\n```sql\nSELECT * FROM stores LIMIT 50\n\
                     ```\n\n```check\nx\n```\n\nEach query is fast. The latency is not.\n\n## Prove it {#how}\n\nLog it.\n";
    let body = TopicBody {
        head: TopicHead::clone(&head),
        lesson_en: lesson_en.into(),
        lesson_id: "".into(),
        questions: Vec::new(),
    };
    let topic = LoadedTopic {
        body: Arc::new(body),
        memories: Vec::new(),
        notes: Vec::new(),
        position: None,
        terms: Vec::new(),
    };
    News::Topic(self::topic(id), Ok(Box::new(topic)))
}

#[test]
fn the_pane_shows_the_first_section_and_no_more() {
    let mut stage = stage();
    let shown = stage.resize(120, 40).news(loaded("orm-n1")).picture();
    assert!(shown.contains("│  What the database sees") && shown.contains("SELECT * FROM stores LIMIT 50"), "{shown}");
    assert!(!shown.contains("Prove it"), "{shown}");
}

#[test]
fn the_map_scrolls_with_the_cursor_and_keeps_it_on_a_resize() {
    let mut stage = stage();
    stage.keys("G");
    for (width, height) in [(80, 24), (60, 20), (44, 12), (120, 40), (200, 60), (80, 24)] {
        let shown = stage.resize(width, height).picture();
        assert!(shown.contains("Dockerfile"), "{width}x{height}\n{shown}");
        assert!(stage.cursor().is_some());
    }
}

#[test]
fn the_focus_and_the_real_cursor_stand_on_the_same_topic() {
    let mut stage = stage();
    let (x, y) = stage.cursor().unwrap_or_default();
    let shown = stage.picture();
    let row: String = shown.lines().nth(usize::from(y)).unwrap_or_default().chars().skip(usize::from(x)).collect();
    assert!(row.starts_with("N+1, eager loading"), "{row}\n{shown}");
}

/// The databases of the visual study.
fn databases() -> Study {
    let mut study = sample::study();
    let catalog = Arc::make_mut(&mut study.catalog);
    let ids =
        ["relational", "normalization", "indexes", "orm-n1", "acid", "isolation", "nosql", "caching", "replication"];
    for (id, needs) in [("replication", "caching")] {
        if let Some(head) = catalog.topics.get_mut(&topic(id)) {
            std::sync::Arc::make_mut(head).requires = vec![topic(needs)];
        }
    }
    let stops = ids.map(|i| Stop::Here(topic(i)));
    let stage = PathStage { title: Text::shared("Databases"), topics: stops.into() };
    let before = |t: &str| PathStage { title: Text::shared(t), topics: Vec::new() };
    catalog.paths = vec![PathHead {
        personas: Vec::new(),
        level: 0,
        stages: vec![before("Language and tools"), before("System design"), before("Problem solving"), stage],
        ..catalog.paths[0].clone()
    }];
    catalog.topics.retain(|id, _| ids.contains(&id.local()));
    study.stages = vec![68, 18, 41, 49];
    study
}

#[test]
fn the_databases_look_like_the_picture() {
    let shown = at(Some("orm-n1"), databases()).picture();
    // The topic under the cursor, the mark of what fades, and every line stand where the picture has them.
    let rows = [
        "    4  Databases                                               ━━━━━─────   49%",
        "       ● Relational ─┬── ● Normalisation ── ◐ Indexes ───▌ ◐ N+1, eager loading",
        "                     └── ◐ ACID, locking ── ! Isolation levels  fading 71%",
        "       ○ NoSQL ───────── ◐ Caching, Redis ─ ~ Replication, CAP",
    ];
    let begin = shown.lines().position(|l| l == rows[0]).unwrap_or_else(|| panic!("{shown}"));
    let got: Vec<&str> = shown.lines().skip(begin).take(4).collect();
    assert_eq!(got, rows, "{shown}");
}

#[test]
fn legend_and_panel_look_like_the_picture() {
    let shown = at(Some("orm-n1"), databases()).picture();
    for row in [
        "   ● held   ◐ learning   ○ ready   ~ better later   ! fading",
        "   Needs  ◐ Indexes learning                       You      60% read, 5 of 9",
    ] {
        assert!(shown.lines().any(|l| l == row), "{row}\n{shown}");
    }
}

fn gallery(mut shoot: impl FnMut(&mut Stage) -> String) -> String {
    let mut coming = at(None, sample::study());
    coming.keys("/").types("bpmn").keys("Enter");
    let shots = [
        ("map", shoot(stage().news(loaded("orm-n1")))),
        ("top", shoot(at(Some("git-advanced"), sample::study()).keys("h"))),
        ("databases", shoot(&mut at(Some("acid"), databases()))),
        ("to come", shoot(&mut coming)),
        ("gate", shoot(at(Some("replication"), sample::study()).keys("Enter"))),
        ("gate, why", shoot(at(Some("replication"), sample::study()).keys("Enter w"))),
        ("filter", shoot(stage().keys("f j Space j"))),
        ("find", shoot(stage().keys("/").types("rest"))),
        ("weakest first", shoot(stage().keys("o g g"))),
        ("first day", shoot(&mut at(None, sample::beginner()))),
        ("nothing", shoot(&mut at(None, Study { complete: true, ..Study::default() }))),
    ];
    shots.into_iter().map(|(name, shot)| format!("== {name}\n{shot}")).collect()
}

#[test]
fn path_in_every_situation_size_and_language() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for code in ["en", "id"] {
            let shots = gallery(|s| s.resize(width, height).speak(code).news(loaded("orm-n1")).picture());
            insta::assert_snapshot!(format!("path_{width}x{height}_{code}"), shots);
        }
    }
}

#[test]
fn path_in_ascii_and_without_colour() {
    let mut ascii = stage();
    ascii.theme = Theme::dark().with_ascii(true);
    insta::assert_snapshot!("path_ascii", ascii.picture());
    assert!(ascii.picture().is_ascii());
    let mut mono = stage();
    mono.theme = Theme::mono();
    insta::assert_snapshot!("path_mono", mono.coloured());
}

#[test]
fn no_size_and_no_title_breaks_path() {
    let hostile = Text::shared("数据库\u{301}\t\u{1b}[31m".to_owned() + &"x".repeat(300));
    let mut study = sample::study();
    let catalog = Arc::make_mut(&mut study.catalog);
    catalog.topics.values_mut().for_each(|h| std::sync::Arc::make_mut(h).title = hostile.clone());
    for stage in &mut catalog.paths[0].stages {
        stage.title = hostile.clone();
        for stop in &mut stage.topics {
            if let Stop::Coming { title, .. } = stop {
                *title = hostile.clone();
            }
        }
    }
    for standing in Arc::make_mut(&mut study.topics).values_mut() {
        standing.weakest = hostile.clone();
    }
    for keys in ["/ x x", "f j Space"] {
        at(None, study.clone()).keys(keys).at_every_size();
    }
    at(Some("replication"), study).keys("Enter w").at_every_size();
    at(None, Study::default()).keys("j l G Enter x t n o f Enter").at_every_size();
}
