//! The prompt as an assistant gets it.

use std::sync::Arc;

use super::*;
use crate::domain::catalog::{PathKind, Stage, Stop};
use crate::domain::ids::TopicId;
use crate::domain::rubric::{Mark, PromptKind};
use crate::sessions::chair::read::read;
use crate::sessions::interview::sample;
use crate::sessions::ladder::LadderData;
use crate::sessions::rehearse::RehearseData;
use crate::sessions::study::Study;

fn with(profile: impl FnOnce(Profile<'_>) -> String, asked: Asked<'_>, lang: Lang) -> String {
    let cast = [sample::persona()];
    let topics = ["Indexes".to_owned()];
    profile(Profile { cast: &cast, lead: None, topics: &topics, asked, level: 2, track: None, progress: None, lang })
}

fn whole(kind: PromptKind, lang: Lang) -> String {
    let words = Words::of(lang.code());
    with(|profile| profile.markdown(&words), Asked::One(&sample::prompt(kind)), lang)
}

/// The place of a text; they come in this order if the places rise.
fn places(text: &str, wanted: &[&str]) -> Vec<usize> {
    wanted.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part:?} is not in\n{text}"))).collect()
}

#[test]
fn the_parts_come_in_the_order_in_which_an_assistant_needs_them() {
    let text = whole(PromptKind::Technical, Lang::En);
    let order = [
        "# Backend_Architect",
        "## Who you are",
        "## How the interview goes",
        "## Rules that always hold",
        "## Your voice",
        "## The level to hold answers against",
        "## The question: Optimising a database",
        "## Rubric, for you alone",
        "## How to grade",
        "## How to give feedback",
        "## The result to keep",
        "## Begin now",
    ];
    assert!(places(&text, &order).is_sorted(), "{text}");
    assert!(text.trim_end().ends_with("Then wait for the answer."), "{text}");
}

#[test]
fn the_whole_rubric_is_told_with_the_order_to_keep_it() {
    let text = whole(PromptKind::Technical, Lang::En);
    for wanted in [
        "Until the feedback, keep the rubric, the follow-ups,",
        "> How did you manage and optimise the database in your last project?",
        "- How large is it? 40 GB.",
        "- `backup` Backup and tested restore (level 3, weight 3, a must)",
        "  - **Partly**: names a backup",
        "  - **Follow-up**: (Kapan terakhir Anda mencoba restore",
        "- **`no-backup` Runs without a backup**: ",
        "- **Level 2, the target**: level 2",
    ] {
        assert!(text.contains(wanted), "{wanted:?} is not in\n{text}");
    }
}

#[test]
fn a_single_persona_is_told_in_depth_and_follow_ups_have_a_mark() {
    let text = whole(PromptKind::Technical, Lang::En);
    assert!(text.contains("You speak as The Data Custodian in every message."), "{text}");
    assert!(text.contains("- **Likes to ask about**: Indexes"), "{text}");
    assert!(text.contains("[follow-up]") && !text.contains("{follow_up}"), "{text}");
}

#[test]
fn several_personas_are_blended_with_one_in_front() {
    let cast = [sample::persona(), sample::persona()];
    let prompt = sample::prompt(PromptKind::Technical);
    let asked = Asked::One(&prompt);
    let profile = Profile {
        cast: &cast,
        lead: Some(1),
        topics: &[],
        asked,
        level: 3,
        track: None,
        progress: None,
        lang: Lang::En,
    };
    let text = profile.markdown(&Words::of("en"));
    assert!(text.contains("You are a blend of 2 people."), "{text}");
    assert!(text.contains("In this interview The Data Custodian is in front."), "{text}");
    assert_eq!(text.matches("- **The Data Custodian**: listens for: ").count(), 2);
    assert!(text.contains("- `persona`:\n"), "a blend has no name in the form: {text}");
}

#[test]
fn the_form_in_it_comes_back_into_the_history_once_it_is_filled_in() {
    for kind in [PromptKind::Technical, PromptKind::Design, PromptKind::Behavioural] {
        let prompt = sample::prompt(kind);
        let of = |id: &_| (*id == prompt.id).then(|| prompt.clone());
        for lang in Lang::ALL {
            let text = whole(kind, lang);
            let form = text.split("```").nth(1).and_then(|form| form.strip_prefix("text\n")).expect("a form");
            assert!(read(form, of).is_err(), "an empty form has no grades");
            let filled =
                form.replacen("- [ ] `backup`", "- [x] `backup`", 1).replacen("[ ] `indexes`", "[~] `indexes`", 1);
            let taken = read(&(filled + "We restore monthly."), of).expect("a form").remove(0);
            assert_eq!((taken.marks.get("backup"), taken.marks.get("indexes")), (Mark::Met, Mark::Partly));
            assert_eq!((&*taken.chair, taken.level, taken.lang), (NAME, Some(2), lang));
            assert_eq!(&*taken.said, "We restore monthly.");
        }
    }
}

#[test]
fn design_and_behavioural_questions_grade_what_else_they_need() {
    assert!(!whole(PromptKind::Technical, Lang::En).contains("`signal:"));
    let design = whole(PromptKind::Design, Lang::En);
    assert!(design.contains("Sums, and what breaks first") && design.contains("- `signal:scale`:"), "{design}");
    let story = whole(PromptKind::Behavioural, Lang::En);
    assert!(story.contains("bounds the level: 1 ") && story.contains("- `scope`:"), "{story}");
}

#[test]
fn several_questions_have_their_points_and_no_form() {
    let prompts = [sample::prompt(PromptKind::Technical), sample::prompt(PromptKind::Design)];
    let words = Words::of("en");
    let text = with(|profile| profile.markdown(&words), Asked::Several(&prompts), Lang::En);
    let order = ["## The questions", "## Question 1: ", "## Question 2: ", "## How to grade"];
    assert!(places(&text, &order).is_sorted(), "{text}");
    assert!(text.contains("(level 3, weight 3, a must)\n  - **Follow-up**: "), "{text}");
    assert!(!text.contains("`prompt`:") && !text.contains("**Met**") && !text.contains("If they ask back"), "{text}");
    assert!(text.contains("then the first question word for word"), "{text}");
}

#[test]
fn without_a_question_the_assistant_makes_one_up_and_a_rubric_before_it() {
    let words = Words::of("en");
    let text = with(|profile| profile.markdown(&words), Asked::Own, Lang::En);
    assert!(text.contains("four to six points") && text.contains("- **Level 2, the target**: Builds a part"), "{text}");
    assert!(!text.contains("word for word") && !text.contains("## The question"), "{text}");
}

#[test]
fn the_track_names_its_stages_and_what_is_to_come() {
    let topic = TopicId::new("roadmap", "indexes");
    let path = PathHead {
        pack: "role".into(),
        id: "dbre".into(),
        kind: PathKind::Track,
        title: Text::shared("Database Reliability Engineer"),
        summary: Text::new("Keeps the data recoverable", "Menjaga data bisa dipulihkan"),
        personas: Vec::new(),
        level: 3,
        stages: vec![Stage { title: Text::shared("Inside"), topics: vec![Stop::Here(topic)] }],
    };
    let stages = [("Inside".to_owned(), vec!["Indexes".to_owned(), "Locks".to_owned()])];
    let words = Words::of("id");
    let track = Some(Track { path: &path, stages: &stages });
    let text = with(|profile| Profile { track, ..profile }.markdown(&words), Asked::Own, Lang::Id);
    assert!(text.contains("## Arah kandidat: Database Reliability Engineer\n"), "{text}");
    assert!(
        text.contains("Menjaga data bisa dipulihkan.\n") && text.contains("- **Inside**: Indexes; Locks\n"),
        "{text}"
    );
    let json = with(|profile| Profile { track, ..profile }.json(&words).to_string(), Asked::Own, Lang::Id);
    assert!(json.contains("\"track\":\"role/dbre\""), "{json}");
}

#[test]
fn progress_is_told_only_when_it_was_asked_for() {
    let known = Progress {
        level: "Solid Level 1.".into(),
        topics: vec!["Indexes".into(), "Pooling".into()],
        answers: vec!["Optimising a database (Backup)".into()],
    };
    let words = Words::of("en");
    let prompt = sample::prompt(PromptKind::Technical);
    let told = with(|p| Profile { progress: Some(&known), ..p }.markdown(&words), Asked::One(&prompt), Lang::En);
    assert!(told.contains("- **Ladder, by their own rating**: Solid Level 1.\n"), "{told}");
    assert!(told.contains("- **Weak topics**: Indexes; Pooling\n- **Weak answers**: Optimising a database (Backup)\n"));
    let silent = whole(PromptKind::Technical, Lang::En);
    assert!(!silent.contains("What is known of the candidate") && !silent.contains("Weak topics"), "{silent}");
}

#[test]
fn a_learner_who_has_not_begun_has_no_weak_points() {
    let words = Words::of("en");
    let study = Study { catalog: Arc::default(), ..Study::default() };
    let none = Progress::of(&LadderData::default(), &RehearseData::default(), &study, &words, Lang::En);
    assert_eq!(none, Progress { level: "not rated yet".into(), ..Progress::default() });
    let text = with(|p| Profile { progress: Some(&none), ..p }.markdown(&words), Asked::Own, Lang::En);
    assert!(text.contains("- No weak points are known yet."), "{text}");
}

#[test]
fn plain_text_has_no_signs_of_markdown_and_says_the_same() {
    let words = Words::of("en");
    let prompt = sample::prompt(PromptKind::Technical);
    let text = with(|profile| profile.text(&words), Asked::One(&prompt), Lang::En);
    assert!(!text.contains("**") && !text.contains("```") && !text.contains("## ") && !text.starts_with('#'), "{text}");
    let bare = |text: &str| text.replace(|c: char| !c.is_alphanumeric(), "");
    assert_eq!(bare(&text), bare(&whole(PromptKind::Technical, Lang::En).replacen("```text", "", 1)));
}

#[test]
fn code_in_a_question_keeps_its_indent() {
    let mut prompt = sample::prompt(PromptKind::Review);
    prompt.ask = Text::shared("Review this:\n\n    for row in rows:\n        save(row)\n");
    let words = Words::of("en");
    let text = with(|profile| profile.markdown(&words), Asked::One(&prompt), Lang::En);
    assert!(text.contains("> Review this:\n>\n>     for row in rows:\n>         save(row)\n"), "{text}");
}

#[test]
fn control_characters_of_a_pack_do_not_reach_the_terminal() {
    let mut prompt = sample::prompt(PromptKind::Technical);
    prompt.ask = Text::shared("How\u{1b}[31m did\u{9b} you?");
    let words = Words::of("en");
    for text in [
        with(|profile| profile.markdown(&words), Asked::One(&prompt), Lang::En),
        with(|profile| profile.text(&words), Asked::One(&prompt), Lang::En),
        with(|profile| profile.json(&words)["system_prompt"].to_string(), Asked::One(&prompt), Lang::En),
    ] {
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    }
}
