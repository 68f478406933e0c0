//! The place: its pictures and what its keys ask for.

use crate::domain::event::{EventId, What};
use crate::domain::ids::TopicId;
use crate::domain::interview::{Chair, Pressure, Story};
use crate::domain::log::{Tried, Written};
use crate::domain::persona::PersonaHead;
use crate::domain::rubric::{Mark, PromptHead, PromptKind, judge};
use crate::domain::text::Text;
use crate::sessions::Context;
use crate::sessions::effect::{Effect, News, Request, Route};
use crate::sessions::interview::{Interview, Wish, sample};
use crate::sessions::mock::{MockSetup, MockWish};
use crate::sessions::rehearse::{AnswerRow, PersonaCard, PromptStanding, RehearseData, TrackCard};
use crate::ui::stage::{Stage, TODAY};
use crate::ui::theme::Theme;

use super::RehearseScreen;

fn tried(nth: u64, met: u8, of: u8, days: i32) -> Tried {
    Tried {
        id: EventId::from_parts(nth, 0, 3),
        utc: 0,
        offset_min: 0,
        day: TODAY.plus(-days),
        target: 2,
        pressure: Pressure::Real,
        by: Chair::Own,
        sitting: None,
        predicted: Some(5),
        met,
        of,
        marks: Default::default(),
        took_ms: 190_000,
    }
}

fn standing(id: &str, title: [&str; 2], kind: PromptKind, scores: &[(u8, u8)], due: Option<i32>) -> PromptStanding {
    let head = PromptHead {
        id: TopicId::new("roadmap", "indexes").item(id),
        title: Text::new(title[0], title[1]),
        kind,
        level: 2,
        minutes: 4,
        points: 7,
        personas: vec![if id == "secure" { "sentinel".into() } else { "custodian".into() }],
    };
    PromptStanding {
        head,
        topic: Text::shared("Index"),
        unit: Text::new("Databases", "Database"),
        tried: scores.iter().enumerate().map(|(i, (met, of))| tried(i as u64, *met, *of, 4)).collect(),
        best: None,
        due: due.map(|days| TODAY.plus(days)),
        weak: due.is_some_and(|days| days <= 0),
        weakest: None,
    }
}

fn card(id: &str, name: [&str; 2], cares: [&str; 2]) -> PersonaCard {
    let [en, ind] = name;
    let [care, peduli] = cares;
    PersonaCard {
        head: PersonaHead {
            pack: "roadmap".into(),
            id: id.into(),
            name: Text::new(en, ind),
            cares: Text::new(care, peduli),
        },
        voice: Text::new("Calm, precise", "Tenang, teliti"),
    }
}

fn data() -> RehearseData {
    use PromptKind::{Behavioural, Technical};
    let story = Story {
        story: EventId::from_parts(5, 0, 1),
        title: "The night the queue stood still".into(),
        text: "A worker died at two in the morning.".into(),
        prompts: vec![TopicId::new("roadmap", "indexes").item("outage")],
    };
    RehearseData {
        personas: vec![
            card(
                "custodian",
                ["The Data Custodian", "Sang Penjaga Data"],
                ["Nothing may be half done", "Tidak boleh ada yang setengah jadi"],
            ),
            card(
                "sentinel",
                ["The Security Sentinel", "Sang Penjaga Keamanan"],
                ["Who could misuse it", "Siapa yang bisa menyalahgunakannya"],
            ),
        ],
        prompts: vec![
            standing(
                "optimise",
                ["Optimising a database", "Mengoptimalkan database"],
                Technical,
                &[(2, 7), (3, 7)],
                Some(0),
            ),
            standing("secure", ["Securing an API", "Mengamankan API"], Technical, &[(4, 6)], Some(2)),
            standing("outage", ["An outage of yours", "Gangguan yang kamu tangani"], Behavioural, &[(5, 6)], Some(12)),
            standing("new", ["A flash-sale checkout", "Checkout untuk flash sale"], Technical, &[], None),
        ],
        practised: vec![Technical],
        predictions: vec![2, 1, 1, 0],
        mocks: Vec::new(),
        mock: None,
        draft: None,
        stories: vec![Written { id: EventId::from_parts(6, 0, 1), utc: 0, offset_min: 0, what: story }],
        tracks: Vec::new(),
        followed: 0,
        target: Some(3),
        days: Vec::new(),
    }
}

#[test]
fn the_level_that_the_learner_climbs_to_is_offered_first_and_says_so() {
    let level = |data: &RehearseData, tab: u8| {
        let mut stage = stage_of(data.clone(), tab);
        let picture = stage.picture();
        picture.lines().find(|line| line.trim_start().starts_with("Level")).unwrap_or_default().trim().to_owned()
    };
    let none = RehearseData { target: None, ..data() };
    assert_eq!([level(&none, 0), level(&data(), 0)].map(|l| l.contains("the one you climb to")), [false, true]);
    assert!(
        level(&none, 0).contains('2') && level(&data(), 0).contains('3'),
        "that of the question, that of the ladder"
    );
    let mocks = |target| level(&RehearseData { target, ..with_mocks() }, 1);
    assert!(mocks(Some(5)).contains("level 5") && mocks(None).contains("level 2"), "{}", mocks(None));
    let mut stage = stage_of(data(), 0);
    let effects = stage.keys("Enter").effects();
    assert!(matches!(effects.last(), Some(Effect::Go(Route::Interview(Wish { level: None, .. })))), "{effects:?}");
}

fn answer(number: u16, days: i32, met: &[&str], best: bool) -> AnswerRow {
    let mut attempt = sample::attempt(days, met, &["backup"], 5);
    attempt.rehearsed.turns[0].text = sample::ANSWER.into();
    attempt.rehearsed.turns[1].text = sample::RESTORE.into();
    attempt.rehearsed.points[3].first = Mark::Partly;
    attempt.rehearsed.red_flags = vec!["no-backup".into()];
    let prompt = sample::prompt(PromptKind::Technical);
    let verdict = judge(&prompt, &attempt.rehearsed.marks(), [], None, 2);
    AnswerRow {
        attempt,
        title: prompt.title,
        unit: Text::new("Databases", "Database"),
        kind: Some(PromptKind::Technical),
        who: Text::shared("The Data Custodian"),
        number,
        best,
        verdict: Some(verdict),
    }
}

fn rows() -> Vec<AnswerRow> {
    vec![
        answer(3, 1, &["schema", "indexes", "pooling", "monitoring", "number"], true),
        answer(2, 4, &["schema", "monitoring", "indexes"], false),
        answer(1, 9, &["schema", "monitoring"], false),
    ]
}

fn stage_of(data: RehearseData, tab: u8) -> Stage {
    let mut stage = Stage::new(Box::new(RehearseScreen::new(tab)));
    stage.news(News::Rehearse(Box::new(data)));
    if tab == 2 {
        stage.news(News::Answers(rows()));
    }
    stage
}

#[test]
fn one_question_in_every_size_and_language() {
    insta::assert_snapshot!("one", stage_of(data(), 0).everywhere());
    insta::assert_snapshot!("one-empty", stage_of(RehearseData::default(), 0).everywhere());
}

/// A learner with mock interviews behind, and one in the middle.
fn with_mocks() -> RehearseData {
    use crate::sessions::mock::sample;
    let mut data = sample::data();
    data.personas = self::data().personas;
    for (i, (area, met)) in
        [(2, &["schema"][..]), (0, &["schema", "indexes", "prepared", "pooling", "backup"])].iter().enumerate()
    {
        sample::tried(&mut data, &sample::answer(-9, i as u16, (*area, 0), met, &[]));
    }
    data.mocks = vec![sample::mocked(-14, true), sample::mocked(-2, false)];
    data.mock = Some(sample::kept(0).write());
    data
}

#[test]
fn a_mock_interview_in_every_size_and_language() {
    let fresh = || crate::sessions::mock::sample::data();
    insta::assert_snapshot!("mock", stage_of(fresh(), 1).everywhere());
    insta::assert_snapshot!("mock-again", stage_of(with_mocks(), 1).everywhere());
    insta::assert_snapshot!("mock-question", stage_of(with_mocks(), 1).keys("j j j j j j j").everywhere());
    insta::assert_snapshot!("mock-empty", stage_of(RehearseData::default(), 1).everywhere());
    let mut plain = stage_of(with_mocks(), 1);
    plain.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("mock-mono-ascii", plain.coloured());
}

fn mock_wish(effects: &[Effect]) -> MockWish {
    match effects {
        [Effect::Go(Route::Mock(wish))] => wish.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_mock_interview_keeps_to_the_path_that_is_followed_and_later_ones_to_the_last() {
    let mut data = crate::sessions::mock::sample::data();
    let topics: Vec<TopicId> = data.prompts.iter().map(|p| p.head.id.topic()).collect();
    let card = |name: &str, topics: &[TopicId]| TrackCard {
        name: name.into(),
        title: Text::shared(name),
        topics: topics.to_vec(),
    };
    data.tracks = vec![card("roles/short", &topics[..1]), card("roles/long", &topics), card("roles/other", &topics)];
    let track = |data: &RehearseData| data.track_offered().map(|track| track.name.to_string());
    assert_eq!(track(&data), None, "none is followed");
    data.followed = 2;
    assert_eq!(track(&data).as_deref(), Some("roles/long"), "the first with questions enough");
    assert_eq!(MockSetup::offered(1, &data).track.as_deref(), Some("roles/long"));
    let mut mocked = crate::sessions::mock::sample::mocked(-2, false);
    mocked.what.track = "roles/other".into();
    data.mocks = vec![mocked.clone()];
    assert_eq!(track(&data).as_deref(), Some("roles/other"));
    mocked.what.track = "".into();
    data.mocks.push(mocked);
    assert_eq!(track(&data), None, "the last one asked everything");
    let mut followed = self::data();
    (followed.tracks, followed.followed) = (vec![card("roles/mine", &[followed.prompts[0].head.id.topic()])], 1);
    assert!(stage_of(followed, 0).picture().contains("those of your track first"));
}

#[test]
fn a_mock_interview_begins_as_its_rows_say() {
    let mut data = crate::sessions::mock::sample::data();
    let topics = vec![data.prompts[0].head.id.topic()];
    let mut stage = stage_of(data.clone(), 1);
    assert!(!stage.picture().contains("Track"), "there is none");
    data.tracks = vec![TrackCard { name: "roadmap/data".into(), title: Text::shared("Data engineer"), topics }];
    let mut stage2 = stage_of(data, 1);
    stage.effects();
    let MockWish::Begin(first) = mock_wish(&stage.keys("Enter").effects()) else { panic!("it begins") };
    assert_eq!((first.minutes, first.level, first.pressure), (45, 2, Pressure::Real));
    assert_eq!((&first.track, &first.persona), (&None, &None));
    stage2.effects();
    let MockWish::Begin(set) = mock_wish(&stage2.keys("h j l j l j l j p j l Enter").effects()) else {
        panic!("it begins")
    };
    assert_eq!((set.minutes, set.level, set.pressure), (30, 3, Pressure::Relaxed));
    assert_eq!((set.track.as_deref(), set.persona.as_deref()), (Some("roadmap/data"), Some("roadmap/custodian")));
    assert_eq!(set.seed, first.seed + 1);
}

#[test]
fn a_mock_interview_that_waits_comes_first_and_reports_come_last() {
    let mut stage = stage_of(with_mocks(), 1);
    stage.effects();
    assert_eq!(mock_wish(&stage.keys("Enter").effects()), MockWish::Resume);
    let newest = with_mocks().mocks[1].what.sitting;
    assert_eq!(mock_wish(&stage.keys("G k Enter").effects()), MockWish::Report(newest));
}

#[test]
fn a_question_of_a_mock_interview_goes_on_there() {
    let mut data = with_mocks();
    let sitting = crate::sessions::mock::sample::kept(0).sitting;
    let (now, prefs, load) = (crate::ui::stage::moment(0), Default::default(), Default::default());
    let cx = Context { now: &now, prefs: &prefs, load: &load };
    let mut left = Interview::new(Wish { sitting: Some(sitting), ..Wish::default() }, 0);
    left.ask(sample::loaded(PromptKind::Technical), &cx);
    data.prompts[0].head.id = sample::name();
    data.draft = left.kept(&cx).map(|kept| kept.write());
    let mut stage = stage_of(data.clone(), 0);
    stage.effects();
    assert!(stage.picture().contains("in a mock interview"), "{}", stage.picture());
    assert_eq!(mock_wish(&stage.keys("Enter").effects()), MockWish::Resume);
    data.mock = None;
    let mut stage = stage_of(data, 0);
    stage.effects();
    assert!(wish(&stage.keys("Enter").effects()).resume, "the mock interview is over: the question alone goes on");
}

#[test]
fn the_answer_book_leads_to_the_reports_of_mock_interviews() {
    let mut stage = stage_of(with_mocks(), 2);
    stage.effects();
    let shown = stage.picture();
    let place =
        |text: &str| shown.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}: {shown}"));
    let report = mock_wish(&stage.keys("j Enter").effects());
    assert_eq!(report, MockWish::Report(with_mocks().mocks[1].what.sitting));
    assert_eq!(place("Thu 19 Nov"), place("Fri 20 Nov") + 1, "the newest first: {shown}");
    assert_eq!(place("Mock interview, 45 min, level 2"), place("Thu 19 Nov"), "{shown}");
    assert!(stage.keys("x").effects().is_empty(), "a report is written to a file where it is open");
}

#[test]
fn past_answers_and_stories_in_every_size_and_language() {
    insta::assert_snapshot!("past", stage_of(data(), 2).everywhere());
    insta::assert_snapshot!("stories", stage_of(data(), 2).keys("s").everywhere());
    insta::assert_snapshot!("story-questions", stage_of(data(), 2).keys("s p Space").everywhere());
    insta::assert_snapshot!("story", stage_of(data(), 2).keys("s Enter").everywhere());
}

#[test]
fn an_open_answer_stands_beside_the_model() {
    let mut stage = stage_of(data(), 2);
    stage.keys("Enter").news(News::Prompt(sample::name(), Some(sample::loaded(PromptKind::Technical))));
    insta::assert_snapshot!("answer", stage.everywhere());
    let two = stage.speak("en").resize(80, 24).keys("G").picture();
    assert!(two.contains("RED FLAGS") && two.contains("GRADES"), "{two}");
    assert!(two.contains("Connection management") && two.contains("was partly"), "{two}");
}

#[test]
fn the_question_of_an_open_answer_keeps_its_columns() {
    let mut stage = stage_of(data(), 2);
    stage.keys("Enter").news(News::Prompt(sample::name(), Some(sample::exhibited(PromptKind::Technical))));
    let shown = stage.picture();
    assert!(
        shown.contains("┃               Jakarta   Medan   Jayapura\n   ┃ shifts          08:00   07:30"),
        "{shown}"
    );
}

#[test]
fn ascii_and_no_colour() {
    for tab in [0, 2] {
        let mut stage = stage_of(data(), tab);
        stage.theme = Theme::mono().with_ascii(true);
        insta::assert_snapshot!(format!("mono-ascii-{tab}"), stage.coloured());
    }
}

fn wish(effects: &[Effect]) -> crate::sessions::interview::Wish {
    match effects {
        [Effect::Go(Route::Interview(wish))] => wish.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn enter_asks_the_weakest_question_with_every_field_as_it_stands() {
    let mut stage = stage_of(data(), 0);
    assert_eq!(stage.effects(), [Effect::Ask(Request::Rehearse)]);
    let first = wish(&stage.keys("Enter").effects());
    assert_eq!(first.prompt, Some(data().prompts[0].head.id.clone()));
    assert_eq!((first.persona, first.level, first.pressure), (None, None, Some(Pressure::Real)));
    assert_eq!((first.spoken, first.follow_ups), (Some(false), Some(2)));
    let changed = wish(&stage.keys("v p j j l j j j j h Enter").effects());
    assert_eq!((changed.spoken, changed.pressure, changed.level), (Some(true), Some(Pressure::Relaxed), Some(4)));
    assert_eq!(changed.follow_ups, Some(1));
    let practice = wish(&stage.keys("s").effects());
    assert!(practice.practice);
}

#[test]
fn an_interviewer_asks_what_they_would_ask() {
    let mut stage = stage_of(data(), 0);
    stage.effects();
    let asked = wish(&stage.keys("l l Enter").effects());
    assert_eq!(asked.persona.as_deref(), Some("roadmap/sentinel"));
    assert_eq!(asked.prompt, Some(data().prompts[1].head.id.clone()));
    let another = wish(&stage.keys("h j l Enter").effects());
    assert_eq!(another.persona.as_deref(), Some("roadmap/custodian"));
    assert_eq!(another.prompt, Some(data().prompts[2].head.id.clone()));
}

#[test]
fn a_row_of_the_answers_asks_that_question() {
    let mut stage = stage_of(data(), 0);
    stage.effects();
    let asked = wish(&stage.keys("G Enter").effects());
    assert_eq!(asked.prompt, Some(data().prompts[2].head.id.clone()));
}

#[test]
fn an_export_waits_for_the_question_and_then_is_written_once() {
    let mut stage = stage_of(data(), 2);
    stage.effects();
    assert_eq!(stage.keys("x").effects(), [Effect::Ask(Request::Prompt(sample::name()))]);
    stage.news(News::Prompt(sample::name(), Some(sample::loaded(PromptKind::Technical))));
    let effects = stage.effects();
    let [Effect::Export { name, body }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(name, "answer-optimise-3.md");
    assert!(body.contains("- [x] ") && body.contains("normalisasi sampai 3NF"), "{body}");
}

#[test]
fn a_story_is_written_in_one_field_and_answers_many_questions() {
    let mut stage = stage_of(data(), 2);
    stage.keys("s n").types("The outage").keys("Enter").types("It was night.").effects();
    let effects = stage.keys("Ctrl-S").effects();
    let Some(Effect::Record(events)) = effects.first() else { panic!("{effects:?}") };
    let What::StoryTold(story) = &events[0].what else { panic!("{events:?}") };
    assert_eq!((&*story.title, &*story.text), ("The outage", "It was night."));
    assert_eq!(story.story, events[0].id);
    let effects = stage.keys("p Space").effects();
    let Some(Effect::Record(events)) = effects.first() else { panic!("{effects:?}") };
    let What::StoryTold(story) = &events[0].what else { panic!("{events:?}") };
    assert!(story.prompts.is_empty() && story.story == EventId::from_parts(5, 0, 1), "{story:?}");
}

#[test]
fn the_opening_counts_the_answers_that_are_due_as_the_list_below_says() {
    let mut one = data();
    // Tried today, and nothing of it was met.
    one.prompts[1] = PromptStanding { weak: false, due: Some(TODAY), ..one.prompts[1].clone() };
    let shown = stage_of(one, 0).picture();
    assert!(shown.contains("3 of 4 questions answered, 2 of them due."), "{shown}");
    assert!(stage_of(data(), 0).picture().contains("1 of them due."));
}

#[test]
fn a_story_is_kept_two_seconds_after_the_first_key_and_nothing_is_written_while_nobody_types() {
    let mut stage = stage_of(data(), 2);
    stage.keys("s n").effects();
    assert_eq!(stage.screen.wake_at(), None, "nothing was typed");
    stage.types("The").wait(1500).types(" outage").wait(499);
    assert_eq!(stage.effects(), []);
    let effects = stage.wait(1).effects();
    let [Effect::Draft { body: Some(body), .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(body, "\nThe outage");
    assert_eq!(stage.screen.wake_at(), None, "nobody is woken for what is kept");
    assert_eq!(stage.keys("Left Right").wait(60_000).effects(), [], "moving about changes nothing");
    stage.keys("Ctrl-a Ctrl-k").wait(2000);
    assert!(
        matches!(stage.effects().as_slice(), [Effect::Draft { body: None, .. }]),
        "what was erased is kept no longer"
    );
}

#[test]
fn a_pasted_story_is_one_step_and_saves_nothing_by_itself() {
    let mut stage = stage_of(data(), 2);
    stage.keys("s n").effects();
    stage.input(crate::sessions::input::Input::Paste("One\r\ntwo\nthree".to_owned()));
    assert_eq!(stage.effects(), []);
    assert!(stage.picture().contains("three"));
    assert!(!stage.keys("Ctrl-_").picture().contains("two"));
}

/// Text from strangers.
fn hostile(i: usize) -> String {
    let texts = [
        "数据库索引是什么？".repeat(12),
        "x".repeat(300),
        "a\tb\u{1b}[31m\r\nnext \u{202e}<b>x</b> `".into(),
        String::new(),
    ];
    texts[i % texts.len()].clone()
}

#[test]
fn hostile_text_fits_every_window() {
    let mut bad = data();
    for (i, p) in bad.prompts.iter_mut().enumerate() {
        p.head.title = Text::shared(hostile(i));
    }
    for (i, card) in bad.personas.iter_mut().enumerate() {
        card.head.name = Text::shared(hostile(i));
        card.head.cares = Text::shared(hostile(i + 1));
    }
    bad.stories[0].what.title = hostile(2).into();
    stage_of(bad.clone(), 0).at_every_size();
    let mut mocks = with_mocks();
    for (i, prompt) in mocks.prompts.iter_mut().enumerate() {
        prompt.unit = Text::shared(hostile(i));
    }
    mocks.personas = bad.personas.clone();
    stage_of(mocks.clone(), 1).at_every_size();
    stage_of(mocks, 1).keys("G k k k").at_every_size();
    for keys in ["", "s", "s p", "s n"] {
        stage_of(bad.clone(), 2).keys(keys).at_every_size();
    }
    let mut open = rows();
    for (i, row) in open.iter_mut().enumerate() {
        row.title = Text::shared(hostile(i));
        row.attempt.rehearsed.turns[0].text = hostile(i + 2).into();
    }
    let mut stage = stage_of(bad, 2);
    stage.news(News::Answers(open)).keys("Enter").at_every_size();
    stage.news(News::Prompt(sample::name(), Some(sample::loaded(PromptKind::Technical)))).at_every_size();
}

#[test]
fn days_are_told_from_today() {
    let mut stage = stage_of(data(), 0);
    let shown = stage.picture();
    assert!(shown.contains("today") && shown.contains("Mon 23 Nov") && shown.contains("Thu 3 Dec"), "{shown}");
}
