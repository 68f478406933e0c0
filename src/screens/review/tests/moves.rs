//! What the screen adds to the machine: notes, scrolling, what stays while something is on its way, words about why.

use crate::domain::event::{NotePlace, What};
use crate::domain::ids::TopicId;
use crate::domain::question::Question;
use crate::domain::text::Text;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Queue, Request, Route};
use crate::sessions::input::Input;
use crate::sessions::key::{Code, Key};
use crate::sessions::review::{Sheet, Stage};
use crate::ui::screen::Screen;

use super::super::ReviewScreen;
use super::content::{self, all};
use super::desk::{Desk, answer_not_yet};
use super::visual::{finished, topic};

fn told_single() -> Desk {
    let mut desk = Desk::with(vec![content::single(), content::multi()]);
    desk.keys("1");
    desk
}

fn notes(desk: &Desk) -> Vec<String> {
    let text = |e: &crate::domain::event::Event| match &e.what {
        What::Noted { place: NotePlace::Item(_), text } => Some(text.to_string()),
        _ => None,
    };
    desk.log.iter().filter_map(text).collect()
}

#[test]
fn a_sentence_that_is_typed_in_a_drill_goes_on_in_the_next_row() {
    for (width, height) in [(44, 12), (80, 24), (120, 40)] {
        let mut desk = Desk::with(vec![content::drill()]).sized(width, height);
        desk.keys(&format!("begin {}end", "word ".repeat(60)));
        let shown = desk.picture();
        assert!(width < 80 || shown.contains("┃ begin word"), "{shown}");
        assert!(shown.lines().any(|line| line.contains("┃ word") && line.trim_end().ends_with("end")), "{shown}");
        let (_, cursor) = desk.buffer_with_cursor(width, height);
        let row = cursor.and_then(|(_, y)| shown.lines().nth(usize::from(y)).map(str::to_owned));
        assert!(row.is_some_and(|row| row.trim_end().ends_with("end")), "{cursor:?}\n{shown}");
    }
}

#[test]
fn a_note_is_written_saved_and_shown() {
    let mut desk = told_single();
    desk.keys("a");
    assert_eq!(desk.screen.state(), State::NoteField);
    desk.keys("= left,\nrange right");
    desk.press(Key::ctrl('s'));
    assert_eq!(desk.screen.state(), State::Feedback);
    assert_eq!(notes(&desk), ["= left,\nrange right"]);
    desk.press(Key::plain(Code::PageDown));
    assert!(desk.picture().contains("Note      = left,"), "{}", desk.picture());
}

#[test]
fn letters_are_text_while_a_note_is_written_and_commands_in_its_layer() {
    let mut desk = told_single();
    desk.keys("aumq");
    assert_eq!(desk.screen.state(), State::NoteField);
    desk.keys("\u{1b}");
    assert_eq!(desk.screen.state(), State::NoteCommands);
    assert!(desk.picture().contains("COMMANDS"));
    desk.keys("i!");
    desk.keys("\u{1b}\u{1b}");
    assert_eq!(desk.screen.state(), State::Feedback);
    assert_eq!(notes(&desk), ["umq!"], "closing saves");
}

#[test]
fn ctrl_x_throws_a_change_away_and_an_unchanged_note_records_nothing() {
    let mut desk = told_single();
    desk.keys("anot this");
    desk.press(Key::ctrl('x'));
    desk.keys("a");
    desk.press(Key::ctrl('s'));
    assert!(notes(&desk).is_empty());
    assert_eq!(desk.screen.state(), State::Feedback);
}

#[test]
fn an_emptied_note_is_removed() {
    let mut desk = told_single();
    desk.keys("ax");
    desk.press(Key::ctrl('s'));
    desk.keys("a\u{8}");
    desk.press(Key::ctrl('s'));
    assert_eq!(notes(&desk), ["x", ""]);
}

#[test]
fn an_interrupt_saves_the_note_and_pauses() {
    let mut desk = told_single();
    desk.keys("akeep me");
    desk.press(Key::ctrl('c'));
    assert_eq!(desk.screen.state(), State::Pause);
    assert_eq!(notes(&desk), ["keep me"]);
}

#[test]
fn a_half_written_note_is_kept_when_the_program_ends_and_is_here_again() {
    let mut desk = told_single();
    desk.keys("a");
    let leaving = |desk: &mut Desk| desk.with_scene(|screen, scene| screen.leaving(scene));
    assert_eq!(leaving(&mut desk), [], "nothing was written");
    desk.keys("half a th");
    let kept = leaving(&mut desk);
    let [Effect::Draft { name, body: Some(draft) }] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!(draft, "half a th");
    let mut desk = told_single();
    assert_eq!(leaving(&mut desk), []);
    desk.keys("a");
    assert_eq!(desk.other.last(), Some(&Effect::Ask(Request::Draft(name.clone()))));
    desk.input(Input::News(News::Draft(name.clone(), Some(draft.clone()))));
    desk.keys("ought");
    desk.press(Key::ctrl('s'));
    assert_eq!(notes(&desk), ["half a thought"]);
    assert!(desk.other.contains(&Effect::Draft { name: name.clone(), body: None }), "{:?}", desk.other);
}

#[test]
fn a_draft_that_comes_late_takes_nothing_away_that_was_typed() {
    let mut desk = told_single();
    desk.keys("anew");
    let Some(Effect::Ask(Request::Draft(name))) = desk.other.last().cloned() else { panic!("{:?}", desk.other) };
    desk.input(Input::News(News::Draft(name, Some("old".into()))));
    desk.press(Key::ctrl('s'));
    assert_eq!(notes(&desk), ["new"]);
}

#[test]
fn a_note_goes_to_the_editor_and_comes_back() {
    let mut desk = told_single();
    desk.keys("ashort");
    desk.press(Key::ctrl('g'));
    assert_eq!(desk.other.last(), Some(&Effect::Edit { text: "short".into(), ending: "md" }));
    desk.input(Input::News(News::Edited(Some("much longer\n".into()))));
    desk.press(Key::ctrl('s'));
    assert_eq!(notes(&desk), ["much longer"]);
}

#[test]
fn a_note_lasts_when_the_question_is_answered_anew() {
    let mut desk = told_single();
    desk.keys("akept");
    desk.press(Key::ctrl('s'));
    desk.keys("u1a");
    assert!(desk.picture().contains("┃ kept"), "{}", desk.picture());
}

#[test]
fn nothing_flickers_while_the_next_question_is_on_its_way() {
    let mut desk = Desk::with(vec![content::single(), content::multi()]);
    desk.slow = true;
    desk.keys("1");
    let coming = desk.waiting.pop();
    desk.deliver();
    let before = desk.picture();
    desk.keys("\n");
    assert!(matches!(desk.screen.review.stage, Stage::Loading(_)));
    assert_eq!(desk.picture(), before);
    desk.keys("\n");
    assert!(!desk.other.contains(&Effect::Back), "a second Enter does not leave");
    desk.waiting.extend(coming);
    desk.deliver();
    assert!(desk.picture().contains("Which of these may a proxy"), "{}", desk.picture());
}

#[test]
fn feedback_that_is_longer_than_the_window_scrolls_and_says_so() {
    let mut desk = told_single();
    assert!(desk.picture().contains("PgDn more"));
    desk.press(Key::plain(Code::PageDown));
    let shown = desk.picture();
    assert!(shown.contains("Source    RFC 9110"), "{shown}");
    assert!(!shown.contains("PgDn more"), "{shown}");
    desk.press(Key::plain(Code::Up));
    assert!(desk.picture().contains("PgDn more"));
    for _ in 0..20 {
        desk.keys("k");
    }
    assert!(desk.picture().contains("APIs / Idempotency"), "back at the top");
}

#[test]
fn a_new_size_keeps_the_paragraph() {
    let mut desk = told_single();
    desk.press(Key::plain(Code::Down));
    for _ in 0..6 {
        desk.keys("j");
    }
    let top = desk.picture().lines().nth(3).unwrap_or_default().trim().to_owned();
    let word = top.split_whitespace().last().unwrap_or_default().to_owned();
    desk.resize(50, 24);
    let shown = desk.picture();
    let first_rows: String = shown.lines().skip(3).take(3).collect();
    assert!(first_rows.contains(&word), "{word}\n{shown}");
}

fn long_stem() -> Question {
    let words: Vec<String> = (0..300).map(|i| format!("word{i}")).collect();
    let question = content::single();
    Question { prompt: Text::shared(words.join(" ")), ..question }
}

#[test]
fn options_stay_in_sight_while_a_long_stem_scrolls() {
    let mut desk = Desk::with(vec![long_stem()]);
    let shown = desk.picture();
    assert!(
        shown.contains("word0 ") && shown.contains("4  The server has rolled") && shown.contains("PgDn more"),
        "{shown}"
    );
    for _ in 0..30 {
        desk.press(Key::plain(Code::PageDown));
    }
    let shown = desk.picture();
    assert!(shown.contains("word299") && shown.contains("▌ 1  The charge"), "{shown}");
}

#[test]
fn in_a_low_window_the_focus_is_followed() {
    let mut desk = Desk::closed(vec![long_stem()]).sized(60, 14);
    desk.open();
    assert!(desk.picture().contains("word0 "), "reading comes first");
    desk.keys("jjj");
    assert!(desk.picture().contains("▌ 4  The server"), "{}", desk.picture());
}

#[test]
fn every_state_has_the_real_cursor() {
    for (name, question) in all() {
        for size in [(44, 12), (60, 20), (80, 24), (120, 40)] {
            let mut desk = Desk::closed(vec![question.clone()]).sized(size.0, size.1);
            desk.open();
            let cursor = |desk: &mut Desk, what: &str| {
                let (_, cursor) = desk.buffer_with_cursor(size.0, size.1);
                assert!(cursor.is_some(), "{name} {size:?}: {what} has no cursor");
            };
            cursor(&mut desk, "asked");
            desk.act(Action::Back, 0);
            if desk.screen.state() == State::TypedCommands {
                cursor(&mut desk, "commands");
                desk.act(Action::Back, 0);
            }
            cursor(&mut desk, "pause");
            desk.act(Action::Back, 0);
            desk.act(Action::Typing, 0);
            answer_not_yet(&mut desk, name);
            cursor(&mut desk, "told");
            desk.keys("m");
            cursor(&mut desk, "flag");
            desk.keys("\u{1b}\n");
            cursor(&mut desk, "done");
        }
    }
    let mut empty = Desk::with(vec![]);
    assert!(empty.buffer_with_cursor(80, 24).1.is_some());
}

#[test]
fn an_empty_queue_says_so_and_one_key_leads_on() {
    let mut desk = Desk::with(vec![]);
    let shown = desk.picture();
    assert!(shown.contains("Nothing is due.") && shown.contains("Enter  back to Today"), "{shown}");
    desk.keys("\n");
    assert_eq!(desk.other.last(), Some(&Effect::Back));
}

#[test]
fn the_next_thing_of_the_plan_is_one_key_away() {
    let mut desk = Desk::with(vec![]);
    finished(&mut desk);
    desk.keys("jj");
    assert!(desk.picture().contains("▌ Lesson: Cache-aside"), "{}", desk.picture());
    desk.keys("\n");
    let lesson = Route::Lesson(TopicId::new("backend-roadmap", "caching"), None);
    assert!(desk.other.ends_with(&[Effect::Back, Effect::Go(lesson)]), "{:?}", desk.other);
}

#[test]
fn without_a_plan_the_summary_leads_back_to_today() {
    let mut desk = Desk::with(vec![]);
    finished(&mut desk);
    desk.study.plan.rows.clear();
    desk.keys("jj");
    assert!(desk.picture().contains("▌ Back to Today"), "{}", desk.picture());
    desk.keys("\n");
    assert!(desk.other.ends_with(&[Effect::Back, Effect::Go(Route::Today)]), "{:?}", desk.other);
}

#[test]
fn a_pause_promises_a_place_only_where_one_is_kept() {
    let paused = |topic: Option<TopicId>| {
        let mut desk = Desk::closed(vec![content::single(), content::multi()]);
        desk.screen = ReviewScreen::new(Queue::Due { minutes: None, items: None, topic }, 7);
        desk.open();
        desk.keys("1\nq");
        desk.picture()
    };
    let (daily, alone) = (paused(None), paused(Some(content::single().id.topic())));
    assert!(daily.contains("Leave, come back later") && daily.contains("keep their place"), "{daily}");
    assert!(!alone.contains("come back later") && alone.contains("questions are left"), "{alone}");
}

#[test]
fn the_summary_of_what_was_tried_in_a_preview_leads_back_to_it() {
    let mut desk = Desk::with(vec![]);
    finished(&mut desk);
    desk.with_scene(|screen, _| {
        let Stage::Done(done) = &mut screen.review.stage else { panic!("it is done") };
        done.rows.clear();
    });
    assert!(desk.picture().contains("back to Today"));
    desk.study.preview = true;
    let tried = desk.picture();
    assert!(tried.contains("Esc back") && !tried.contains("Today"), "{tried}");
}

#[test]
fn the_lesson_is_asked_for_only_where_there_is_a_pane_and_only_once() {
    let asked = |desk: &Desk| desk.other.iter().filter(|e| matches!(e, Effect::Ask(Request::Topic(_)))).count();
    let mut desk = told_single();
    assert_eq!(asked(&desk), 0);
    desk.resize(120, 40);
    assert_eq!(asked(&desk), 1);
    desk.keys("jk");
    assert_eq!(asked(&desk), 1);
    let id = content::single().id.topic();
    desk.input(Input::News(News::Topic(id, Ok(topic("## A key {#the-key}\n\nThe server keeps it.")))));
    let shown = desk.picture();
    assert!(shown.contains("│  A key") && shown.contains("│  The server keeps it."), "{shown}");
}

#[test]
fn a_lesson_that_cannot_be_read_says_why_in_its_pane() {
    let mut desk = told_single();
    desk.resize(120, 40);
    let id = content::single().id.topic();
    desk.input(Input::News(News::Topic(id, Err("the pack is gone".into()))));
    assert!(desk.picture().contains("│  the pack is gone"), "{}", desk.picture());
}

#[test]
fn an_answer_that_was_taken_back_says_what_the_keys_do() {
    let mut desk = told_single();
    desk.keys("\nu");
    let shown = desk.picture();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let said = "Taken back. Enter keeps it as it was, 1-4 with another grade, u answers anew.";
    assert!(words.join(" ").contains(said), "{shown}");
    assert!(shown.contains("Enter  as it was"), "{shown}");
}

#[test]
fn a_word_that_is_close_is_asked_again_with_its_reason() {
    let mut desk = Desk::with(vec![content::short()]);
    desk.keys("x-request-id\n");
    let shown = desk.picture();
    assert!(shown.contains("\"X-Request-Id\" is a valid word, and not the one meant here. Try again."), "{shown}");
    assert!(shown.contains("┃ x-request-id"), "the text stays: {shown}");
}

#[test]
fn a_forgiven_typo_is_pointed_at() {
    let mut desk = Desk::with(vec![content::short()]);
    desk.keys("Idempotncy-Key\n");
    let shown = desk.picture();
    assert!(shown.contains("✓ Right. One typo is forgiven."), "{shown}");
    let rows: Vec<&str> = shown.lines().collect();
    let answer = rows.iter().position(|r| r.contains("Answer       Idempotency-Key")).unwrap_or(0);
    assert_eq!(rows[answer + 1].find('^'), rows[answer].find("ency-Key"), "{shown}");
}

#[test]
fn a_guess_and_a_hint_are_said_while_asking_and_after() {
    let mut desk = Desk::with(vec![content::single()]);
    desk.keys("g");
    assert!(desk.picture().contains("A guess. Even if it is right, it counts as not known yet."));
    desk.keys("i");
    assert!(desk.picture().contains("Hint. Count the places"), "{}", desk.picture());
    desk.keys("3");
    let shown = desk.picture();
    assert!(shown.contains("✓ Right.") && shown.contains("guess\n"), "{shown}");
    assert!(shown.contains("It was a guess, so it counts as not known yet."), "{shown}");
}

#[test]
fn counting_the_own_answer_asks_why_in_one_key() {
    let mut desk = Desk::with(vec![content::short()]);
    desk.keys("X-Same-Thing\nr");
    assert_eq!(desk.screen.review.sheet, Some(Sheet::Count(0)));
    assert!(desk.picture().contains("Why does yours count?"), "{}", desk.picture());
    desk.keys("1");
    let shown = desk.picture();
    assert!(shown.contains("✓ Right.") && shown.contains("Counted as right, another word for the same."), "{shown}");
}

#[test]
fn code_takes_the_whole_screen_and_back() {
    let mut desk = Desk::with(vec![content::line()]);
    desk.keys("z");
    let shown = desk.picture();
    assert!(
        !shown.contains("Under load") && shown.lines().nth(3).is_some_and(|r| r.starts_with(" ▌ 1 │ reply")),
        "{shown}"
    );
    desk.keys("z");
    assert!(desk.picture().contains("Under load"));
}

#[test]
fn steps_are_ordered_by_digits_and_by_carrying() {
    let mut desk = Desk::with(vec![content::order()]);
    desk.keys("31");
    assert!(desk.picture().contains("Your order so far: 3 1 _ _"), "{}", desk.picture());
    desk.keys(" ");
    assert!(desk.picture().contains("carrying: j/k moves it"), "{}", desk.picture());
}

#[test]
fn matching_in_a_small_window_is_one_row_at_a_time() {
    let mut desk = Desk::closed(vec![content::matching()]).sized(60, 20);
    desk.open();
    desk.keys("b");
    let shown = desk.picture();
    assert!(shown.contains("row 2 of 3") && shown.contains("So far: b _ _"), "{shown}");
    desk.keys("k");
    assert!(desk.picture().contains("chosen"), "{}", desk.picture());
}

#[test]
fn a_cloze_has_its_cursor_in_the_gap() {
    let mut desk = Desk::with(vec![content::cloze()]);
    let (_, before) = desk.buffer_with_cursor(80, 24);
    desk.keys("ab");
    let (_, after) = desk.buffer_with_cursor(80, 24);
    assert_eq!(after, before.map(|(x, y)| (x + 2, y)));
    desk.keys("\t");
    let shown = desk.picture();
    assert!(shown.contains("Gap 2 of 3") && shown.contains("with the ab "), "{shown}");
}

#[test]
fn the_word_bank_shows_every_answer() {
    let mut desk = Desk::with(vec![content::cloze()]);
    desk.keys("\u{1b}w");
    let shown = desk.picture();
    assert!(["WORDS", "stored", "422", "client"].iter().all(|w| shown.contains(w)), "{shown}");
}

#[test]
fn the_last_decision_and_what_it_cost_stand_above_the_next_scene() {
    let mut desk = Desk::with(vec![content::scenario()]);
    desk.keys("2");
    let shown = desk.picture();
    assert!(shown.contains("SO FAR") && shown.contains("You chose:") && shown.contains("It cost:"), "{shown}");
    assert!(!shown.contains("Support reports"), "{shown}");
    desk.keys("w");
    assert!(desk.picture().contains("Support reports"), "{}", desk.picture());
}

#[test]
fn answers_that_wait_for_the_disk_have_a_banner() {
    let mut desk = told_single();
    desk.study.unsaved = Some(("the disk is full".into(), 2));
    let shown = desk.picture();
    assert!(shown.contains("── ! 2 answers wait for the disk: the disk is full ─"), "{shown}");
    assert!(shown.contains("Not saved yet: forgot.") && !shown.contains("Saved as"), "{shown}");
}

#[test]
fn at_small_the_other_options_wait_behind_a_key() {
    let mut desk = Desk::closed(vec![content::single()]).sized(60, 30);
    desk.area = (60, 30);
    desk.open();
    desk.keys("1");
    let shown = desk.picture();
    assert!(shown.contains("w shows the other 2 options") && !shown.contains("Possible, but so is"), "{shown}");
    desk.keys("w");
    assert!(desk.picture().contains("Possible, but so is the opposite."), "{}", desk.picture());
}

#[test]
fn a_note_that_is_being_written_does_not_hold_up_the_machine() {
    let mut desk = told_single();
    desk.slow = true;
    desk.keys("3aword");
    assert_eq!(desk.screen.review.unsaved(), 1);
    desk.deliver();
    assert_eq!(desk.screen.review.unsaved(), 0, "what is saved is heard of");
}

#[test]
fn a_note_begun_after_enter_is_not_left_behind_when_the_disk_answers() {
    let mut desk = Desk::with(vec![content::single(), content::multi()]);
    desk.slow = true;
    desk.keys("1\na");
    desk.deliver();
    assert_eq!(desk.screen.state(), State::NoteField);
    desk.keys("mine");
    desk.press(Key::ctrl('s'));
    assert_eq!(notes(&desk), ["mine"]);
    assert_eq!(desk.screen.state(), State::Feedback);
}

#[test]
fn a_flag_says_that_it_was_taken() {
    let mut desk = told_single();
    desk.keys("m2");
    let said = desk
        .other
        .iter()
        .any(|e| matches!(e, Effect::Toast(t) if t.good && t.text == "flagged: The question is unclear"));
    assert!(said, "{:?}", desk.other);
    assert!(desk.picture().contains("m flagged"), "{}", desk.picture());
}

#[test]
fn i_dont_know_is_told_as_not_known_yet_and_counts_nothing() {
    for (kind, question) in all() {
        let mut desk = Desk::with(vec![question]);
        desk.act(Action::DontKnow, 0);
        let shown = desk.picture();
        assert!(shown.contains("Not known yet."), "{kind}:\n{shown}");
        for counted in ["Not yet.", "found 0", "0 of"] {
            assert!(!shown.contains(counted), "{kind}: {counted}\n{shown}");
        }
    }
}

#[test]
fn after_i_dont_know_nothing_is_said_of_what_stood_in_the_gaps() {
    let mut desk = Desk::with(vec![content::cloze()]);
    desk.keys("stored");
    desk.act(Action::DontKnow, 0);
    let shown = desk.picture();
    assert!(shown.contains("Not known yet.") && !shown.contains("You left it open."), "{shown}");
}
