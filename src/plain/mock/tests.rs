//! A mock interview in lines.

use super::*;
use crate::domain::event::{Event, What};
use crate::domain::text::Text;
use crate::sessions::mock::{KEPT_NAME, SittingData, sample};
use crate::sessions::prefs::Prefs;
use crate::sessions::study::DueLoad;

fn cx<T>(act: impl FnOnce(&Context<'_>, &Words) -> T) -> T {
    let (now, prefs, load) = (sample::moment(1), Prefs::default(), DueLoad::default());
    act(&Context { now: &now, prefs: &prefs, load: &load }, &Words::of("en"))
}

fn opened(data: RehearseData) -> (PlainMock, Vec<String>) {
    let mut mock = PlainMock::new(sample::setup());
    let said = cx(|cx, words| {
        assert_eq!(mock.start(cx).effects, [Effect::Ask(Request::Rehearse)]);
        mock.hear(News::Rehearse(Box::new(data)), cx, words)
    });
    (mock, said.lines)
}

fn types(mock: &mut PlainMock, line: &str) -> Said {
    cx(|cx, words| mock.line(line, cx, words))
}

fn hears(mock: &mut PlainMock, news: News) -> Said {
    cx(|cx, words| mock.hear(news, cx, words))
}

/// Two of five questions are answered.
fn at_break() -> (PlainMock, Vec<String>) {
    let kept = sample::kept(0);
    let (mut mock, said) = opened(RehearseData { mock: Some(kept.write()), ..sample::data() });
    assert!(said.iter().any(|line| line.starts_with("Unfinished: Mock interview, 45 min, level 2 waits.")), "{said:?}");
    let said = types(&mut mock, "\n");
    assert_eq!(said.effects, [Effect::Ask(Request::Draft(KEPT_NAME.to_owned()))]);
    let said = hears(&mut mock, News::Draft(KEPT_NAME.to_owned(), Some(kept.write())));
    assert_eq!(said.effects, [Effect::Ask(Request::Sitting(kept.sitting))]);
    let answers = sample::answers(0).into_iter().take(2).collect();
    let data = SittingData { mocked: None, answers, ..sample::sitting() };
    let said = hears(&mut mock, News::Sitting(kept.sitting, Box::new(data)));
    (mock, said.lines)
}

#[test]
fn the_set_up_explains_the_mix_and_enter_starts() {
    let (mut mock, said) = opened(sample::data());
    assert_eq!(said[0], "Mock interview, 45 min, level 2. Type h for help, or /help where you type an answer.");
    assert_eq!(said[1], "Set-up: interviewer mixed, clock: real, track everything, number 7.");
    assert_eq!(said[2], "Mix: 3 technical, 1 debug, 1 review, 1 behavioural, about 42 of 45 minutes.");
    assert!(said[4].starts_with("Question 1: ") && said[4].ends_with("Why: not asked yet."), "{said:?}");
    let said = types(&mut mock, "\n");
    assert_eq!(said.effects, [Effect::Ask(Request::Rehearse)]);
    let said = hears(&mut mock, News::Rehearse(Box::new(sample::data())));
    let asked = said.effects.iter().any(|e| matches!(e, Effect::Ask(Request::Prompt(_))));
    assert!(asked && said.effects.iter().any(|e| matches!(e, Effect::Draft { .. })), "{:?}", said.effects);
}

#[test]
fn each_field_changes_with_its_word_and_a_slip_is_told() {
    let mut data = sample::data();
    data.tracks = vec![crate::sessions::rehearse::TrackCard {
        name: "roadmap/data".into(),
        title: Text::shared("Data engineer"),
        topics: Vec::new(),
    }];
    let (mut mock, _) = opened(data);
    for line in ["minutes 30", "level 3", "pressure relaxed", "number 12", "interviewer sentinel", "track data"] {
        let said = types(&mut mock, line);
        assert!(said.lines.len() > 2, "{line}: {:?}", said.lines);
    }
    let setup = &mock.setup;
    assert_eq!((setup.minutes, setup.level, setup.seed, setup.pressure as u8), (30, 3, 12, 1));
    assert_eq!((setup.persona.as_deref(), setup.track.as_deref()), (Some("roadmap/sentinel"), Some("roadmap/data")));
    for slip in ["minutes 5", "level 9", "number x", "interviewer nobody", "track nowhere", "pressure hard", "what"] {
        assert_eq!(types(&mut mock, slip).lines.len(), 1, "{slip}");
    }
    assert_eq!(mock.setup.minutes, 30);
    assert!(types(&mut mock, "quit").effects.is_empty() && mock.over());
}

#[test]
fn the_clock_is_said_and_understood_in_the_words_of_the_language() {
    let (mut mock, _) = opened(sample::data());
    let indonesian = Words::of("id");
    for (nth, typed) in ["ketat", "longgar", "tanpa"].into_iter().enumerate() {
        let said = cx(|cx, _| mock.line(&format!("batas {typed}"), cx, &indonesian)).lines;
        assert!(said.iter().any(|line| line.contains(&format!(", waktu: {typed}, "))), "{said:?}");
        assert_eq!(mock.setup.pressure as usize, nth);
    }
    let help = cx(|cx, _| mock.line("bantuan", cx, &indonesian)).lines;
    assert!(help[0].contains("batas longgar"), "{help:?}");
}

#[test]
fn nothing_to_ask_is_no_session() {
    let (mock, said) = opened(RehearseData::default());
    assert!(!mock.began() && said.iter().any(|line| line.starts_with("No interview question fits.")), "{said:?}");
}

#[test]
fn a_break_says_what_comes_next_and_finishing_early_gives_the_report() {
    let (mut mock, said) = at_break();
    assert_eq!(said[0], "Break: 2 of 5 questions answered. 35:50 of 45 minutes left.");
    assert!(said[1].starts_with("Next: Security, asked by "), "{said:?}");
    assert!(mock.is_kept() && mock.began());
    let said = types(&mut mock, "finish");
    let recorded: Vec<&Event> =
        said.effects.iter().filter_map(|e| if let Effect::Record(all) = e { all.first() } else { None }).collect();
    assert!(matches!(&recorded[..], [Event { what: What::Mocked(mocked), .. }] if mocked.early), "{recorded:?}");
    assert!(said.lines.iter().any(|line| line == "Stopped after 2 of 5 questions."), "{:?}", said.lines);
    assert!(!mock.is_kept());
    let called = types(&mut mock, "schedule");
    assert!(matches!(&called.effects[..], [Effect::Record(all)] if !all.is_empty()), "{:?}", called.effects);
    assert_eq!(types(&mut mock, "schedule").lines, ["Nothing more to schedule."]);
    let back = types(&mut mock, "undo");
    assert!(
        matches!(&back.effects[..], [Effect::Record(all), Effect::Ask(_)] if !all.is_empty()),
        "{:?}",
        back.effects
    );
    let compared = types(&mut mock, "compare").lines;
    assert!(compared[0].starts_with("Compared: with ") && compared.len() > 1, "{compared:?}");
    assert!(matches!(&types(&mut mock, "export").effects[..], [Effect::Export { .. }]));
    types(&mut mock, "\n");
    assert!(mock.over());
}

#[test]
fn the_report_as_json_has_what_the_screen_has() {
    let data = sample::sitting();
    let found = Report::of(&data.mocked.expect("over"), &data.answers, data.earlier.as_ref());
    let told = report(&found);
    assert_eq!((told["readiness"].as_str(), told["weakest"]["en"].as_str()), (Some("borderline"), Some("Security")));
    assert_eq!(told["areas"][0]["points"], serde_json::json!({ "made": 1.5, "of": 4, "percent": 37 }));
    assert_eq!(told["next_time"].as_array().map(Vec::len), Some(3));
    assert_eq!(told["fillers"]["found"].as_array().map(Vec::len), Some(2));
    assert_eq!((told["questions"][0]["verdict"].is_null(), told["earlier"]["level"].as_u64()), (false, Some(2)));
}

#[test]
fn every_word_that_the_help_of_a_break_and_of_the_report_lists_is_understood_there() {
    for before in [&[][..], &["finish"]] {
        let at = || {
            let (mut mock, _) = at_break();
            before.iter().for_each(|line| drop(types(&mut mock, line)));
            mock
        };
        let help = types(&mut at(), "h").lines;
        let listed: Vec<&str> = help.iter().filter_map(|l| l.split_once(": ")).map(|(word, _)| word).collect();
        assert!(listed.contains(&"undo") && listed.contains(&"quit"), "{help:?}");
        for word in listed {
            assert_ne!(types(&mut at(), word).lines, ["Not understood. Type h for help."], "{before:?}: {word}");
        }
    }
}
