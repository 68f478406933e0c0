//! The set-up of an interview question in lines.

use super::*;
use crate::domain::event::EventId;
use crate::domain::ids::ItemId;
use crate::domain::rubric::PromptKind;
use crate::domain::time::Moment;
use crate::sessions::interview::sample;
use crate::sessions::prefs::Prefs;
use crate::sessions::sample::TODAY;
use crate::sessions::study::DueLoad;

fn standing(id: &ItemId, title: &str, persona: &str) -> PromptStanding {
    let whole = sample::prompt(PromptKind::Technical);
    let head = PromptHead {
        id: id.clone(),
        title: Text::shared(title),
        kind: whole.kind,
        level: 2,
        minutes: 4,
        points: 7,
        personas: vec![persona.into()],
    };
    let (topic, unit) = (Text::default(), Text::default());
    PromptStanding { head, topic, unit, tried: Vec::new(), best: None, due: None, weak: false, weakest: None }
}

fn data() -> Box<RehearseData> {
    let card = |id: &str, name: &str| {
        let head = PersonaHead { id: id.into(), name: Text::shared(name), ..sample::persona().head };
        PersonaCard { head, voice: Text::default() }
    };
    let other = ItemId::parse("roadmap/docker/images").expect("three parts");
    Box::new(RehearseData {
        personas: vec![card("custodian", "The Data Custodian"), card("automator", "The Automator")],
        prompts: vec![
            standing(&sample::name(), "Optimising a database", "custodian"),
            standing(&other, "Docker images", "automator"),
        ],
        ..RehearseData::default()
    })
}

fn cx<T>(act: impl FnOnce(&Context<'_>, &Words) -> T) -> T {
    let utc = i64::from(TODAY.0) * 86_400_000;
    let now = Moment { utc, offset_min: 0, day: TODAY, mono_ms: 0, id: EventId::from_parts(1, 0, 1) };
    let (prefs, load) = (Prefs::default(), DueLoad::default());
    act(&Context { now: &now, prefs: &prefs, load: &load }, &Words::of("en"))
}

fn opened(wish: Wish, data: Box<RehearseData>) -> (PlainAsk, Vec<String>) {
    let mut ask = PlainAsk::new(wish, 3);
    let said = cx(|cx, words| {
        assert_eq!(ask.start(cx).effects, [Effect::Ask(Request::Rehearse)]);
        ask.hear(News::Rehearse(data), cx, words)
    });
    (ask, said.lines)
}

fn types(ask: &mut PlainAsk, line: &str) -> Said {
    cx(|cx, words| ask.line(line, cx, words))
}

#[test]
fn everything_has_a_default_and_enter_starts_with_the_first_question() {
    let (mut ask, said) = opened(Wish::default(), data());
    assert_eq!(said[0], "Rehearse. 2 questions, 0 answered. Type h for help, or /help where you type an answer.");
    assert_eq!(said[1], "Question: Optimising a database. technical, level 2. Not asked yet.");
    let set_up = "Set-up: The Data Custodian, level 2, typed, clock: real, 4 min to answer, extra time: the author's time, \
                  follow-ups up to 2, English.";
    assert_eq!(said[2], set_up);
    let said = types(&mut ask, "\n");
    assert_eq!(said.effects, [Effect::Ask(Request::Prompt(sample::name()))]);
}

#[test]
fn each_field_changes_with_its_word() {
    let (mut ask, _) = opened(Wish::default(), data());
    for line in
        ["interviewer automator", "level 3", "pressure relaxed", "extra 2", "aloud", "followups 1", "language id"]
    {
        assert!(types(&mut ask, line).lines[0].starts_with("Question: "), "{line}");
    }
    assert_eq!(ask.question(&data()).map(|p| p.head.id.local().to_owned()), Some("images".into()), "theirs");
    let wish = ask.whole(&data());
    assert_eq!((wish.level, wish.pressure, wish.extra), (Some(3), Some(Pressure::Relaxed), Some(Extra::Double)));
    assert_eq!((wish.spoken, wish.follow_ups, wish.lang), (Some(true), Some(1), Some(Lang::Id)));
    assert_eq!(wish.persona.as_deref(), Some("roadmap/automator"));
    types(&mut ask, "question optimising");
    assert_eq!(ask.whole(&data()).prompt, Some(sample::name()));
}

#[test]
fn the_clock_has_the_words_of_the_screen_in_both_languages() {
    let (mut ask, _) = opened(Wish::default(), data());
    let indonesian = Words::of("id");
    for (typed, clock) in [("longgar", Pressure::Relaxed), ("tanpa", Pressure::Untimed), ("ketat", Pressure::Real)] {
        let said = cx(|cx, _| ask.line(&format!("batas {typed}"), cx, &indonesian)).lines;
        assert!(said[1].contains(&format!(", waktu: {typed}, ")), "{said:?}");
        assert_eq!(ask.whole(&data()).pressure, Some(clock));
    }
    for key in ["rehearse-real", "rehearse-relaxed", "rehearse-no-clock"] {
        assert!(said_pressure(&indonesian.get(key), &indonesian).is_some(), "{key}");
        assert!(said_pressure(&Words::of("en").get(key), &Words::of("en")).is_some(), "{key}");
    }
    assert!(types(&mut ask, "pressure none").lines[1].contains(", clock: none, "));
}

#[test]
fn what_is_not_understood_changes_nothing_and_says_so() {
    let (mut ask, _) = opened(Wish::default(), data());
    let before = ask.whole(&data());
    for line in ["level 9", "extra 3", "followups 5", "language de", "pressure soft", "fly"] {
        assert_eq!(types(&mut ask, line).lines, ["Not understood. Type h for help."], "{line}");
    }
    assert_eq!(types(&mut ask, "question kafka").lines, ["There is no interview question \"kafka\"."]);
    assert_eq!(types(&mut ask, "interviewer nobody").lines, ["There is no interviewer \"nobody\"."]);
    assert_eq!(ask.whole(&data()), before);
}

/// A draft of an interview about the sample's question.
fn draft() -> String {
    let mut interview = Interview::new(Wish::default(), 1);
    cx(|cx, _| {
        interview.ask(sample::loaded(PromptKind::Technical), cx);
        interview.kept(cx).expect("it is open").write()
    })
}

#[test]
fn an_unfinished_question_is_gone_on_with_unless_another_one_is_named() {
    let unfinished = RehearseData { draft: Some(draft()), ..*data() };
    let (mut ask, said) = opened(Wish::default(), Box::new(unfinished.clone()));
    assert!(said[3].starts_with("Unfinished: Optimising a database waits"), "{said:?}");
    types(&mut ask, "");
    assert!(ask.asking.as_ref().is_some_and(|asking| asking.interview().wish.resume));
    let other = unfinished.prompts[1].head.id.clone();
    let wish = Wish { prompt: Some(other.clone()), ..Wish::default() };
    let (mut ask, said) = opened(wish.clone(), Box::new(unfinished.clone()));
    assert!(said[3].contains("Type continue to go on with it."), "{said:?}");
    assert_eq!(types(&mut ask, "").effects, [Effect::Ask(Request::Prompt(other))]);
    let (mut ask, _) = opened(wish, Box::new(unfinished));
    types(&mut ask, "continue");
    assert!(ask.asking.as_ref().is_some_and(|asking| asking.interview().wish.resume));
}

#[test]
fn without_questions_it_says_so_and_is_not_begun() {
    let (ask, said) = opened(Wish::default(), Box::default());
    assert_eq!(said, ["Rehearse. No interview question is installed."]);
    assert!(!ask.began());
}

#[test]
fn a_name_is_whole_or_its_last_part_or_words_of_one_title_only() {
    let all = data();
    let named = |wanted: &str| {
        let rows = all.prompts.iter().map(|p| (&p.head.id, p.head.id.local(), &p.head.title));
        find(rows, wanted).map(|id| id.local().to_owned())
    };
    assert_eq!(named("roadmap/docker/images").as_deref(), Some("images"));
    assert_eq!((named("images").as_deref(), named("DOCKER").as_deref()), (Some("images"), Some("images")));
    assert_eq!((named("a"), named("")), (None, None));
}

#[test]
fn every_word_that_the_help_of_the_set_up_lists_is_understood_there() {
    let help = types(&mut opened(Wish::default(), data()).0, "h").lines;
    let listed: Vec<&str> = help.iter().filter_map(|l| l.split_once(": ")).map(|(word, _)| word).collect();
    assert!(listed.contains(&"aloud") && listed.contains(&"quit"), "{help:?}");
    for word in listed.into_iter().filter(|word| !word.contains(' ')) {
        let said = types(&mut opened(Wish::default(), data()).0, word);
        assert_ne!(said.lines, ["Not understood. Type h for help."], "{word}");
    }
}
