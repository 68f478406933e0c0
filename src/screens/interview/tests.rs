//! An interview on the screen: its pictures, its field, and what its keys ask for.

use crate::domain::event::{Event, What};
use crate::domain::rubric::{Prompt, PromptKind};
use crate::domain::text::{Lang, Text};
use crate::sessions::action::State;
use crate::sessions::effect::{Effect, LoadedPrompt, News, Route};
use crate::sessions::input::Input;
use crate::sessions::interview::{Wish, Within, kept, sample};
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

use super::InterviewScreen;

mod reach;

/// What stands in the pictures of the design.
const ANSWER: &str = "Pendekatan saya sistematis. Pertama desain skema: normalisasi sampai\n3NF, lalu denormalisasi hanya untuk \
    query laporan.\n\nKedua indexing. Saya cek slow query log, jalankan EXPLAIN ANALYZE,\nlalu tambah index untuk kolom di \
    WHERE dan ORDER BY. Contohnya di\nfitur client, halaman turun dari 900 ms ke 120 ms.\n\nKetiga connection pooling supaya \
    koneksi tidak habis.";

fn wish() -> Wish {
    Wish { prompt: Some(sample::name()), lang: Some(Lang::Id), ..Wish::default() }
}

fn with(wish: Wish, loaded: Box<LoadedPrompt>) -> Stage {
    let mut stage = Stage::new(Box::new(InterviewScreen::new(wish, 0)));
    stage.news(News::Prompt(sample::name(), Some(loaded)));
    stage.effects();
    stage
}

fn asked() -> Stage {
    with(wish(), sample::loaded(PromptKind::Technical))
}

/// The answer is being typed: thinking is over, `ms` have passed since.
fn answering(stage: &mut Stage, text: &str, ms: u64) {
    stage.types("skema > index > explain > pooling > backup").keys("Ctrl-S");
    stage.input(Input::Paste(text.to_owned()));
    stage.wait(ms);
}

/// Everything up to grading, with one follow-up answered and five points predicted.
fn graded() -> Stage {
    let mut stage = asked();
    answering(&mut stage, ANSWER, 100_000);
    stage.keys("Ctrl-S");
    while stage.screen.state() == State::InterviewFollowUp {
        stage.input(Input::Paste(sample::RESTORE.to_owned())).keys("Ctrl-S");
    }
    stage.keys("5");
    assert_eq!(stage.screen.state(), State::InterviewGrade);
    stage
}

fn compared() -> Stage {
    let mut stage = graded();
    while stage.screen.state() == State::InterviewGrade {
        stage.keys("Enter");
    }
    assert_eq!(stage.screen.state(), State::InterviewCompare);
    stage
}

fn debriefed() -> Stage {
    let mut stage = compared();
    stage.keys("Enter");
    assert_eq!(stage.screen.state(), State::InterviewDebrief);
    stage
}

#[test]
fn every_stage_in_every_size_and_language() {
    insta::assert_snapshot!("think", asked().types("skema > index").everywhere());
    insta::assert_snapshot!("clarify", asked().keys("Alt-c").everywhere());
    insta::assert_snapshot!("clarified", asked().keys("Alt-c 2").everywhere());
    let mut stage = asked();
    answering(&mut stage, ANSWER, 112_000);
    insta::assert_snapshot!("answer", stage.everywhere());
    insta::assert_snapshot!("answer-commands", stage.keys("Esc").everywhere());
    insta::assert_snapshot!("pause", stage.keys("Esc").everywhere());
    stage.keys("Enter Ctrl-S").wait(20_000);
    insta::assert_snapshot!("follow-up", stage.everywhere());
    let mut stage = asked();
    answering(&mut stage, ANSWER, 112_000);
    stage.keys("Ctrl-S Ctrl-X Ctrl-X");
    insta::assert_snapshot!("predict", stage.everywhere());
    insta::assert_snapshot!("grade", graded().keys("Enter Enter").everywhere());
    insta::assert_snapshot!("grade-missed", graded().keys("j j").everywhere());
    insta::assert_snapshot!("compare", compared().everywhere());
    insta::assert_snapshot!("compare-swapped", compared().keys("b 3").everywhere());
    insta::assert_snapshot!("debrief", debriefed().everywhere());
}

#[test]
fn practice_in_every_size_and_language() {
    let practice = Wish { practice: true, ..wish() };
    let mut stage = with(practice, sample::unseen(PromptKind::Technical));
    insta::assert_snapshot!("practice", stage.keys("1 3").everywhere());
    insta::assert_snapshot!("practice-told", stage.keys("1 3 1 1 1").everywhere());
    stage.keys("Enter 3 3 3 1 1 1 1 Enter");
    insta::assert_snapshot!("practised", stage.everywhere());
}

#[test]
fn speaking_signals_and_red_flags_in_every_size_and_language() {
    let spoken = Wish { spoken: Some(true), follow_ups: Some(0), ..wish() };
    let mut stage = with(spoken, sample::loaded(PromptKind::Behavioural));
    stage.keys("Ctrl-S").wait(65_000);
    insta::assert_snapshot!("speaking", stage.everywhere());
    stage.keys("Space").types("jalan tanpa backup");
    insta::assert_snapshot!("key-words", stage.everywhere());
    stage.keys("Ctrl-S 2 1 1 1 1 1 1 1");
    insta::assert_snapshot!("flags", stage.everywhere());
    stage.keys("Enter 2");
    insta::assert_snapshot!("signals", stage.everywhere());
    stage.keys("2 2 2 2");
    insta::assert_snapshot!("scope", stage.everywhere());
}

#[test]
fn signs_and_colours() {
    let mut stage = graded();
    stage.keys("Enter Enter");
    insta::assert_snapshot!("grade-colours", stage.coloured());
    stage.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("grade-mono-ascii", stage.coloured());
    let mut stage = debriefed();
    insta::assert_snapshot!("debrief-colours", stage.coloured());
    stage.theme = Theme::mono();
    insta::assert_snapshot!("debrief-mono", stage.coloured());
    let mut stage = asked();
    answering(&mut stage, ANSWER, 112_000);
    insta::assert_snapshot!("answer-colours", stage.coloured());
    stage.theme = Theme::contrast().with_ascii(true);
    assert!(stage.coloured().is_ascii());
}

#[test]
fn the_answer_has_the_rows_of_picture_09() {
    let mut stage = asked();
    answering(&mut stage, ANSWER, 112_000);
    let shown = stage.picture();
    let rows: Vec<&str> = shown.lines().collect();
    assert!(rows[0].starts_with("   The Data Custodian ") && rows[0].contains("1:52 of 4:00   "), "{shown}");
    assert_eq!(rows[1].chars().filter(|c| *c == '━').count(), 37);
    assert_eq!(rows[1].chars().nth(37), Some('╾'));
    assert_eq!(rows[3], "   ┃ Bagaimana Anda mengelola dan mengoptimalkan database di proyek terakhir");
    assert_eq!(rows[4], "   ┃ Anda?");
    assert!(rows[6].starts_with("   YOUR ANSWER"), "{shown}");
    assert_eq!(rows[8], "   ┃ Pendekatan saya sistematis. Pertama desain skema: normalisasi sampai");
    assert_eq!(rows[15], "   ┃ Ketiga connection pooling supaya koneksi tidak habis.");
    assert_eq!((rows[18], rows[19], rows[21]), ("   ┃", "", ""));
    assert_eq!(rows[20], "   Notes  skema > index > explain > pooling > backup");
    assert_eq!(stage.cursor(), Some((58, 15)));
}

#[test]
fn the_rubric_has_the_rows_of_picture_10() {
    let mut stage = graded();
    stage.keys("Enter Enter 1");
    let shown = stage.picture();
    let rows: Vec<&str> = shown.lines().collect();
    assert!(
        rows[0].starts_with("   Grade your answer  point 4 of 7 ") && rows[0].contains("you said 5, now "),
        "{shown}"
    );
    assert_eq!(rows[1].chars().filter(|c| *c == '━').count(), 34);
    assert_eq!(rows[3], "   Is it in your words? The model answer comes after this.");
    assert!(rows[5].starts_with("   1  Schema fits the queries         ● met       \"normalisasi sampai"), "{shown}");
    assert_eq!(rows[7], "   3  Parameterised queries           ○ missed");
    assert!(rows[8].starts_with(" ▌ 4  Connection management           ● met ?     \"connection pooling"), "{shown}");
    assert!(rows[9].starts_with(" ▌    1  missed   "), "{shown}");
    assert_eq!(rows[12].chars().take(46).collect::<String>(), "   5  Monitoring and tuning           ● met ? ");
    assert!(shown.contains("from follow-up 1"), "{shown}");
    assert_eq!(stage.cursor(), Some((6, 8)));
}

#[test]
fn a_table_in_the_question_keeps_its_columns_and_code_its_indent() {
    let mut stage = with(wish(), sample::exhibited(PromptKind::Technical));
    let table = "\n   ┃               Jakarta   Medan   Jayapura\n   ┃ shifts          08:00   07:30      07:30\n";
    let code = "\n   ┃ func (h *H) find(id *ID) {\n   ┃     if id != nil {\n   ┃         return\n";
    let shown = stage.resize(120, 40).picture();
    assert!(shown.contains(table) && shown.contains(code), "{shown}");
    stage.keys("Ctrl-S");
    let shown = stage.picture();
    assert!(shown.contains(table) && shown.contains(code), "{shown}");
}

#[test]
fn nothing_is_kept_while_nothing_changes_and_a_change_is_kept_after_two_seconds() {
    let mut stage = asked();
    stage.keys("Ctrl-S").effects();
    stage.wait(1_000).wait(1_000).wait(1_000);
    assert_eq!(stage.effects(), [], "the clock alone writes nothing");
    stage.types("a").types("b");
    assert_eq!(stage.effects(), []);
    stage.wait(1_000).wait(1_000);
    let effects = stage.effects();
    let [Effect::Draft { name, body: Some(body) }] = &effects[..] else { panic!("{effects:?}") };
    assert!(*name == kept::name(&sample::name()) && body.contains("\"ab\""), "{body}");
    stage.wait(1_000).wait(1_000);
    assert_eq!(stage.effects(), []);
}

#[test]
fn the_picture_of_the_clock_changes_once_a_second_and_not_at_all_when_it_is_hidden() {
    let mut stage = asked();
    stage.keys("Ctrl-S").wait(61_000);
    assert!(stage.picture().contains("1:01 of 4:00"));
    assert_eq!(stage.screen.wake_at().map(|at| at % 1000), Some(0));
    stage.keys("Alt-t");
    assert!(!stage.picture().contains("1:01"));
    assert_eq!(stage.screen.wake_at(), Some(1_000_000 + 240_000), "only the end of the time");
}

#[test]
fn a_paste_is_one_step_back_and_never_submits() {
    let mut stage = asked();
    stage.keys("Ctrl-S").types("mine ");
    stage.input(Input::Paste("one\r\ntwo\nthree\n".to_owned()));
    assert_eq!(stage.screen.state(), State::InterviewAnswer);
    assert!(stage.picture().contains("┃ three"));
    let shown = stage.keys("Ctrl-_").picture();
    assert!(shown.contains("┃ mine") && !shown.contains("one"), "{shown}");
}

#[test]
fn the_editor_takes_the_text_and_brings_it_back() {
    let mut stage = asked();
    stage.keys("Ctrl-S").types("mine").effects();
    let effects = stage.keys("Ctrl-G").effects();
    assert!(effects.contains(&Effect::Edit { text: "mine".to_owned(), ending: "md" }), "{effects:?}");
    stage.news(News::Edited(Some("mine and more".to_owned())));
    assert!(stage.picture().contains("┃ mine and more"));
    let shown = stage.types("!").picture();
    assert!(shown.contains("mine and more!"), "{shown}");
}

#[test]
fn the_last_key_is_part_of_the_answer_that_is_submitted() {
    let mut stage = with(Wish { follow_ups: Some(0), ..wish() }, sample::loaded(PromptKind::Technical));
    stage.keys("Ctrl-S").types("normalisasi").keys("Ctrl-S 1");
    assert!(stage.picture().contains("\"normalisasi\""), "{}", stage.picture());
}

#[test]
fn the_command_layer_says_so_and_keys_without_a_meaning_type_nothing() {
    let mut stage = asked();
    stage.keys("Ctrl-S").types("mine").keys("Esc");
    assert!(stage.picture().contains("COMMANDS"));
    let shown = stage.keys("z i x").picture();
    assert!(shown.contains("┃ minex"), "{shown}");
    assert!(!shown.contains("COMMANDS"));
}

#[test]
fn seven_points_and_one_follow_up_take_no_more_keys_than_promised() {
    let mut stage = asked();
    stage.keys("Ctrl-S");
    stage.input(Input::Paste(sample::ANSWER.to_owned())).keys("Ctrl-S");
    stage.input(Input::Paste(sample::RESTORE.to_owned())).keys("Ctrl-S");
    stage.effects();
    stage.keys("5 Enter Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(stage.screen.state(), State::InterviewDebrief);
    let effects = stage.effects();
    let rehearsed = effects.iter().find_map(|e| match e {
        Effect::Record(events) => match &events[..] {
            [Event { what: What::Rehearsed(rehearsed), .. }] => Some(rehearsed.clone()),
            _ => None,
        },
        _ => None,
    });
    assert_eq!(rehearsed.map(|r| (r.met(), r.turns.len())), Some((7, 2)));
}

#[test]
fn the_debrief_leads_to_the_drill_and_the_lesson() {
    let mut stage = debriefed();
    stage.effects();
    let drill = stage.keys("j Enter").effects();
    assert!(matches!(&drill[..], [Effect::Go(Route::Review(_))]), "{drill:?}");
    let lesson = stage.keys("j Enter").effects();
    assert!(matches!(&lesson[..], [Effect::Go(Route::Lesson(..))]), "{lesson:?}");
    assert_eq!(stage.keys("A").effects(), [Effect::Go(Route::Rehearse(2))]);
}

#[test]
fn who_opens_their_answers_in_the_middle_of_a_mock_hears_that_it_is_kept() {
    let within = Some(Within { nth: 1, of: 3, left_ms: None });
    let mut stage = with(Wish { within, follow_ups: Some(0), ..wish() }, sample::loaded(PromptKind::Technical));
    answering(&mut stage, ANSWER, 1000);
    stage.keys("Ctrl-S 5");
    while stage.screen.state() != State::InterviewDebrief {
        stage.keys("Enter");
    }
    stage.effects();
    let effects = stage.keys("A").effects();
    assert!(
        matches!(&effects[..], [Effect::Go(Route::Rehearse(2)), Effect::Toast(said)] if said.text.contains("Mock goes on")),
        "{effects:?}"
    );
}

#[test]
fn of_a_first_try_nothing_is_there_only_now() {
    let mut loaded = sample::loaded(PromptKind::Technical);
    loaded.attempts.clear();
    let mut stage = with(Wish { follow_ups: Some(0), ..wish() }, loaded);
    answering(&mut stage, ANSWER, 1000);
    stage.keys("Ctrl-S 5");
    while stage.screen.state() != State::InterviewDebrief {
        stage.keys("Enter");
    }
    let shown = stage.resize(120, 40).picture();
    assert!(shown.contains("\" is there.") && !shown.contains("there now"), "{shown}");
}

#[test]
fn a_killed_program_keeps_what_was_typed_to_the_last_key() {
    let mut stage = asked();
    stage.keys("Ctrl-S").types("half a sen");
    let kept = {
        let words = crate::words::Words::of("en");
        let (study, prefs, theme) = (Default::default(), Default::default(), Theme::dark());
        let now = crate::ui::stage::moment(0);
        let scene = crate::ui::screen::Scene {
            study: &study,
            prefs: &prefs,
            words: &words,
            now: &now,
            area: (80, 24),
            theme: &theme,
        };
        stage.screen.leaving(&scene)
    };
    let [Effect::Draft { name, body: Some(body) }] = &kept[..] else { panic!("{kept:?}") };
    assert!(*name == kept::name(&sample::name()) && body.contains("half a sen"), "{body}");
}

/// Text from strangers.
fn hostile(i: usize) -> String {
    let texts = [
        "数据库索引是什么？".repeat(12),
        format!("e{} a{}b", "\u{301}".repeat(60), "\u{200d}".repeat(9)),
        "x".repeat(300),
        "a\tb\u{1b}[31mred\u{1b}]0;title\u{7}\r\nnext \u{202e}line `co\u{0}de` **b** <b>x</b>".into(),
        String::new(),
    ];
    texts[i % texts.len()].clone()
}

fn spoilt(kind: PromptKind, seed: usize) -> Box<LoadedPrompt> {
    let mut loaded = sample::loaded(kind);
    let mut prompt: Prompt = (*loaded.prompt).clone();
    prompt.ask = Text::shared(hostile(seed));
    prompt.title = Text::shared(hostile(seed + 1));
    prompt.model_full = Text::shared(hostile(seed + 2));
    for (i, clarify) in prompt.clarify.iter_mut().enumerate() {
        clarify.ask = Text::shared(hostile(seed + i));
        clarify.answer = Text::shared(hostile(seed + i + 1));
    }
    for (i, point) in prompt.points.iter_mut().enumerate() {
        point.text = Text::shared(hostile(seed + i));
        point.met = Text::shared(hostile(seed + i + 1));
        point.partly = Text::shared(hostile(seed + i + 2));
        point.follow_up = Text::shared(hostile(seed + i + 3));
    }
    for sample in &mut prompt.samples {
        sample.text = Text::shared(hostile(seed + 3));
    }
    for flag in &mut prompt.red_flags {
        flag.text = Text::shared(hostile(seed));
        flag.why = Text::shared(hostile(seed + 1));
    }
    loaded.prompt = prompt.into();
    loaded
}

#[test]
fn hostile_text_fits_every_window_in_every_stage() {
    for seed in 0..if cfg!(feature = "sweep") { 5 } else { 2 } {
        let mut stage = with(wish(), spoilt(PromptKind::Behavioural, seed));
        let mut stages = Vec::new();
        let script = [
            "Alt-c", "2", "Ctrl-S", "PASTE", "Esc", "Esc", "Enter", "Ctrl-S", "PASTE", "Ctrl-S", "PASTE", "Ctrl-S", "2",
        ];
        for step in script {
            match step {
                "PASTE" => {
                    let text = format!("{} {} tanpa backup connection pool", hostile(seed + 1), hostile(seed + 3));
                    stage.input(Input::Paste(text));
                }
                step if stage.screen.state() == State::InterviewDebrief => panic!("{step} came too late"),
                step => _ = stage.keys(step),
            }
            look_at(&mut stage, &mut stages);
        }
        for _ in 0..40 {
            let key = match stage.screen.state() {
                State::InterviewSignals => "2",
                State::InterviewDebrief => break,
                _ => "Enter",
            };
            stage.keys(key);
            look_at(&mut stage, &mut stages);
        }
        assert!(stages.contains(&State::InterviewDebrief) && stages.contains(&State::InterviewFlags), "{stages:?}");
        let mut practice = with(Wish { practice: true, ..wish() }, spoilt(PromptKind::Technical, seed));
        practice.at_every_size();
        practice.keys("1 1 1 1 1 1 1").at_every_size();
    }
}

/// Every size, once for each state.
fn look_at(stage: &mut Stage, seen: &mut Vec<State>) {
    let state = stage.screen.state();
    if !seen.contains(&state) {
        seen.push(state);
        stage.at_every_size();
        stage.resize(80, 24);
    }
}

#[test]
fn the_learner_s_stories_are_offered_beside_the_question_that_they_answer() {
    let mut loaded = sample::loaded(PromptKind::Behavioural);
    let story = crate::domain::interview::Story {
        story: crate::domain::event::EventId::from_parts(3, 0, 1),
        title: "The outage".into(),
        text: "It was night.".into(),
        prompts: vec![sample::name()],
    };
    loaded.stories = vec![story.clone(), crate::domain::interview::Story { title: "The migration".into(), ..story }];
    let shown = with(wish(), loaded).picture();
    assert!(shown.contains("Your stories  The outage, The migration"), "{shown}");
}

#[test]
fn a_point_that_counts_as_made_is_not_told_as_nothing_where_the_list_did_not_see_it() {
    let mut stage = compared();
    assert!(stage.picture().contains("(nothing)"));
    let shown = stage.keys("3").picture();
    assert!(shown.contains("did not see it") && !shown.contains("(nothing)"), "{shown}");
}
