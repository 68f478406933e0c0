//! What people do, with the exact number of keys that the design promises (UX section 12), in the real program.

mod support;

use jenjang::domain::event::{Answered, Event, EventId, Rating, Setting, What};
use jenjang::domain::grading::Outcome;
use jenjang::domain::ids::{ItemId, TopicId};
use jenjang::domain::interview::{Chair, PointMark, Practised, Pressure, Rehearsed};
use jenjang::domain::question;
use jenjang::domain::rubric::{Answer, Mark, Prompt, PromptKind, suggest};
use jenjang::domain::text::Lang;
use jenjang::domain::time::StudyDay;
use jenjang::packs::Library;
use jenjang::store::{OpenOptions, Opened, Store};
use support::{Start, Terminal, install_small_pack};

/// Puts answers into the log that were given some days ago, sure and without a hint.
fn answered(data: &std::path::Path, items: &[ItemId], days_ago: i64, outcome: Outcome) {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a clock").as_millis() as i64;
    let options = OpenOptions { fresh_device: 5, utc: now, ..OpenOptions::default() };
    let Opened::ReadWrite(mut store) = Store::open(data, &options).expect("the folder opens") else {
        panic!("nobody else is here")
    };
    let rating = if outcome == Outcome::Right { Rating::Good } else { Rating::Forgot };
    let event = |(n, item): (i64, &ItemId)| {
        let utc = now - days_ago * 86_400_000 + n;
        let answered = Answered {
            item: item.clone(),
            key: 0,
            rating,
            outcome,
            guess: false,
            hint: false,
            took_ms: 4000,
            day: StudyDay::of(utc, 0, 240),
            aim: 90,
            shift: 0,
            setting: Setting::Review,
            answer: question::Answer::Chosen(vec!["a".into()]),
        };
        let id = EventId::from_parts(utc as u64, 0, store.device());
        Event { id, utc, offset_min: 0, what: What::Answered(answered) }
    };
    let events: Vec<Event> = (0..).zip(items).map(event).collect();
    store.append(&events).expect("they are saved");
    store.close().expect("it closes");
}

fn learner() -> tempfile::TempDir {
    let data = tempfile::tempdir().expect("a folder");
    install_small_pack(data.path());
    data
}

/// A learner who has been here before: no welcome.
fn known_learner() -> tempfile::TempDir {
    let data = learner();
    std::fs::create_dir_all(data.path().join("config")).expect("a folder");
    std::fs::write(data.path().join("config/config.toml"), "[screen]\nlanguage = \"en\"\n").expect("settings");
    data
}

/// Packs are read beside the first frame when they are new; this learner has had theirs for a while.
fn read_packs(data: &std::path::Path) {
    let mut today = std::process::Command::new(env!("CARGO_BIN_EXE_jenjang"));
    let known = today.arg("today").env("JENJANG_DATA_DIR", data).output().expect("jenjang starts");
    assert!(known.status.success(), "{known:?}");
}

fn review(data: &tempfile::TempDir) -> Terminal {
    let terminal = Start::on(data.path()).args(&["review", "first"]).run();
    terminal.wait_for("Question number 1");
    terminal
}

#[test]
fn a_first_run_reaches_the_first_lesson_with_one_key() {
    let data = learner();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Welcome to jenjang");
    terminal.press("<Enter>");
    terminal.wait_until("a lesson", |t| t.contains("min left") && !t.contains("Welcome to jenjang"));
}

#[test]
fn todays_session_starts_with_one_key() {
    let data = known_learner();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Lesson: ");
    terminal.press("<Enter>");
    terminal.wait_until("the lesson", |t| !t.contains("TODAY") && t.contains("min left"));
}

#[test]
fn answering_and_going_on_takes_two_keys() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Right.");
    terminal.press("<Enter>");
    terminal.wait_for("Question number 2");
}

#[test]
fn saying_that_it_was_a_guess_takes_three_keys() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("g");
    terminal.wait_for("guess");
    terminal.press("2");
    terminal.wait_for("forgot");
    terminal.press("<Enter>");
    terminal.wait_for("Question number 2");
}

#[test]
fn a_wrong_grade_is_mended_with_one_key_at_once_and_with_two_after_moving_on() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Saved as good");
    terminal.press("1");
    terminal.wait_for("Saved as forgot");
    terminal.press("3");
    terminal.wait_for("Saved as good");
    terminal.press("<Enter>");
    terminal.wait_for("Question number 2");
    terminal.press("u");
    terminal.wait_for("Question number 1");
    terminal.press("1");
    terminal.wait_for("Question number 2");
}

#[test]
fn an_answer_on_the_screen_is_not_taken_back_from_what_lies_over_it() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Saved as good");
    for (over, shown) in [(",", "Minutes per day"), ("?", "EVERYWHERE"), ("m", "What is wrong with it?")] {
        terminal.press(over);
        terminal.wait_for(shown);
        terminal.press("u<Esc>");
        terminal.wait_until("the feedback", |t| t.contains("Saved as good") && !t.contains(shown));
    }
    terminal.kill();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("1 answered");
    terminal.press("u");
    terminal.wait_for("Taken back: answer, First topic");
}

#[test]
fn a_lesson_is_continued_with_one_key() {
    let data = known_learner();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Lesson: ");
    terminal.press("<Enter>");
    let page = terminal.wait_for("min left");
    terminal.press("<Space>");
    terminal.wait_until("another page", |t| t.contains("min left") && *t != page);
    terminal.press("<Esc>");
    terminal.wait_for("Paused");
    terminal.press("q");
    terminal.wait_for("PICK UP WHERE YOU LEFT OFF");
    terminal.press("c");
    terminal.wait_until("the lesson", |t| t.contains("min left") && !t.contains("PICK UP"));
}

#[test]
fn a_day_that_is_named_and_one_slot_of_it_open_on_the_screen() {
    let data = known_learner();
    let terminal = Start::on(data.path()).args(&["day", "incident", "--slot", "14:00"]).run();
    terminal.wait_for("Reliability");
    assert!(String::from_utf8_lossy(&terminal.raw()).contains("\u{1b}[?1049h"), "the alternate screen");
    terminal.wait_for("14:00");
}

#[test]
fn a_session_is_left_with_two_keys_and_resumed_with_one() {
    let data = known_learner();
    let items: Vec<ItemId> = (1..=6).map(|n| TopicId::new("small", "first").item(&format!("q{n}"))).collect();
    answered(data.path(), &items, 20, Outcome::Right);
    read_packs(data.path());
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Review 6 items");
    terminal.press("<Enter>");
    let first = terminal.wait_until("a question", |t| t.contains("Question number"));
    let asked = |text: &str| text.lines().find(|l| l.contains("Question number")).map(|l| l.trim().to_owned());
    terminal.press("2");
    terminal.wait_for("Saved as");
    terminal.press("<Enter>");
    let second = terminal.wait_until("the next one", |t| t.contains("2 of 6") && t.contains("Question number"));
    assert_ne!(asked(&first), asked(&second));
    // Two keys, and nothing asks whether it is meant.
    terminal.press("<Esc>");
    terminal.wait_for("Paused");
    terminal.press("q");
    terminal.wait_for("Go on with the review: 5 items");
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Go on with the review: 5 items");
    terminal.press("<Enter>");
    let resumed = terminal.wait_until("the question", |t| t.contains("2 of 6") && t.contains("Question number"));
    assert_eq!(asked(&resumed), asked(&second), "it goes on where it was left");
}

#[test]
fn the_biggest_weakness_is_drilled_with_three_keys() {
    let data = known_learner();
    let library = Library::builtin();
    // Not of the first competency, so that the mark has to find it.
    let first = library.topics().first().map(|t| t.unit.clone());
    let weak = library.topics().iter().find(|t| Some(&t.unit) != first.as_ref() && t.questions > 3).expect("a topic");
    let heads = library.question_heads(&weak.id).expect("its questions");
    let items: Vec<ItemId> = heads.into_iter().take(4).map(|h| h.id).collect();
    answered(data.path(), &items, 2, Outcome::Wrong);
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("TODAY");
    terminal.press("4");
    terminal.wait_for("NEXT 11 DAYS");
    terminal.press("<Tab>");
    terminal.wait_for("sure but wrong");
    terminal.press("<Enter>");
    terminal.wait_for("Ahead of time");
    let title = weak.title.en.to_string();
    terminal.wait_until("a question of the topic", |t| t.contains("1 of 4") && t.contains(&title));
}

#[test]
fn only_ten_minutes_today_takes_four_keys() {
    let data = known_learner();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Lesson: ");
    terminal.press("b");
    terminal.press("1");
    terminal.press("0");
    terminal.press("<Enter>");
    terminal.wait_for("10 min today only");
}

#[test]
fn a_term_is_looked_up_and_left_again_with_seven_keys() {
    let data = known_learner();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Lesson: ");
    terminal.press(":");
    terminal.wait_for("Search");
    terminal.press("idem");
    terminal.wait_until("the term", |t| t.contains("▌ term"));
    terminal.press("<Enter>");
    terminal.wait_until("the term", |t| !t.contains("Search and commands"));
    terminal.press("<Esc>");
    terminal.wait_for("TODAY");
}

#[test]
fn a_topic_that_is_better_later_opens_anyway_with_two_keys() {
    let data = known_learner();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Lesson: ");
    terminal.press("2");
    terminal.wait_for("Backend engineer");
    terminal.press("/");
    terminal.press("idempoten");
    terminal.press("<Enter>");
    terminal.wait_until("the topic is marked", |t| t.contains("Idempotent APIs"));
    terminal.press("<Enter>");
    terminal.wait_until("the advice", |t| t.contains("anyway"));
    terminal.press("o");
    terminal.wait_until("the lesson", |t| t.contains("Idempotent APIs") && !t.contains("anyway"));
}

#[test]
fn what_was_answered_is_there_after_kill_and_the_session_goes_on_behind_it() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Saved as good");
    terminal.press("<Enter>");
    terminal.wait_for("Question number 2");
    terminal.kill();
    let terminal = Start::on(data.path()).args(&["review", "first"]).run();
    terminal.wait_for("Question number 2");
}

#[test]
fn the_last_answer_can_be_taken_back_on_the_next_start() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Saved as good");
    terminal.kill();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("TODAY");
    terminal.press("u");
    terminal.wait_for("Taken back: answer, First topic");
}

#[test]
fn a_second_window_says_that_it_only_looks_and_takes_over_when_the_first_is_closed() {
    let data = known_learner();
    let mut first = review(&data);
    let mut second = Start::on(data.path()).args(&["review", "first"]).run();
    let told = second.wait_for("DATA IN USE");
    assert!(told.contains(&format!("process {}", first.pid())), "{told}");
    second.press("<Enter>");
    second.wait_for("this window only looks");
    second.press(":");
    second.wait_for("Search");
    second.press("<Esc>");
    first.press("2");
    first.wait_for("Saved as good");
    first.kill();
    second.press("<C-p>");
    second.wait_for("Search");
    second.press("trouble<Enter>");
    second.wait_for("DATA IN USE");
    second.press("r");
    second.wait_for("Nothing is in the way.");
    second.press("<Enter>");
    second.wait_until("the plan, without the notice", |t| t.contains("TODAY") && !t.contains("only looks"));
    second.press("u");
    second.wait_for("Taken back: answer, First topic");
}

#[test]
fn data_of_a_newer_version_is_told_on_the_screen_and_left_as_it_was() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Saved as good");
    terminal.press("<Esc>");
    terminal.wait_for("Paused");
    terminal.press("q");
    terminal.wait_for("TODAY");
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    let file = data.path().join("jenjang.db");
    let mut bytes = std::fs::read(&file).expect("the data file");
    // SQLite keeps the user version in bytes 60 to 63 of the header, big end first.
    bytes[60..64].copy_from_slice(&9999u32.to_be_bytes());
    std::fs::write(&file, &bytes).expect("the data file");
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("DATA FROM A NEWER VERSION");
    terminal.press("1:<Esc>");
    assert_eq!(terminal.wait_exit(), 5);
    assert_eq!(std::fs::read(&file).expect("the data file"), bytes);
}

#[test]
fn a_crash_is_told_once_on_the_next_start() {
    let data = known_learner();
    std::fs::create_dir_all(data.path().join("state")).expect("a folder");
    std::fs::write(data.path().join("state/crash-7.txt"), "place: src/x.rs:7\n").expect("a report");
    let mut terminal = Start::on(data.path()).run();
    let told = terminal.wait_for("AFTER A CRASH");
    assert!(told.contains("crash-7.txt"), "{told}");
    terminal.press("<Enter>");
    terminal.wait_for("TODAY");
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    let terminal = Start::on(data.path()).run();
    let shown = terminal.wait_for("TODAY");
    assert!(!shown.contains("AFTER A CRASH"), "{shown}");
}

#[cfg(unix)]
#[test]
fn a_pack_is_updated_from_the_library_with_its_effects_first_and_removed_by_its_name() {
    let data = known_learner();
    answered(data.path(), &[TopicId::new("small", "first").item("q2")], 9, Outcome::Right);
    let elsewhere = learner();
    let newer = elsewhere.path().join("packs/small");
    let change = |file: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(newer.join(file)).expect("the file");
        std::fs::write(newer.join(file), text.replacen(from, to, 1)).expect("the file");
    };
    change("pack.toml", "0.1.0", "0.2.0");
    change("first/questions.toml", "right = true\ntext = \"right 2\"", "text = \"right 2\"");
    change("first/questions.toml", "text = \"wrong 2\"", "right = true\ntext = \"wrong 2\"");
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("1 Today");
    terminal.press("5");
    terminal.wait_for("small");
    terminal.press("Gp");
    terminal.wait_for("Which pack?");
    terminal.press(&format!("{}<Enter>", newer.display()));
    let offered = terminal.wait_for("1 with a changed answer: 1 asked again tomorrow");
    assert!(offered.contains("nothing changed yet") && offered.contains("was right 2, now wrong 2"), "{offered}");
    let version = || std::fs::read_to_string(data.path().join("packs/small/pack.toml")).unwrap_or_default();
    assert!(version().contains("0.1.0"), "nothing has changed yet");
    terminal.press("<Enter>");
    let taken = terminal.wait_for("small 0.2.0 is in place");
    assert!(version().contains("0.2.0"));
    let backup = taken.split_once("copy: ").map(|(_, rest)| rest.split_whitespace().next().unwrap_or_default());
    assert!(backup.is_some_and(|name| data.path().join("backups").join(name).is_file()), "{taken}");
    terminal.press("d");
    terminal.wait_for("Remove small?");
    terminal.press("small<Enter>");
    terminal.wait_for("small is removed");
    assert!(!data.path().join("packs/small").exists());
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn a_half_written_note_is_there_again_after_the_program_was_ended() {
    let data = known_learner();
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Saved as good");
    terminal.press("a");
    terminal.wait_for("YOUR NOTE");
    terminal.press("half a thought");
    terminal.wait_for("half a thought");
    terminal.signal(libc::SIGTERM);
    assert_eq!(terminal.wait_exit(), 143);
    // The answer is taken back, so that the same question is asked again.
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("TODAY");
    terminal.press("u");
    terminal.wait_for("Taken back");
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    let mut terminal = review(&data);
    terminal.press("2");
    terminal.wait_for("Saved as good");
    terminal.press("a");
    terminal.wait_for("half a thought");
}

/// A built-in question with seven points, an answer to it that makes all of them but one, and the sentence that makes that one.
fn nearly_whole() -> (Prompt, String, String) {
    let library = Library::builtin();
    let plain = [PromptKind::Technical, PromptKind::Debug, PromptKind::Review];
    for head in library.prompts().iter().filter(|head| head.points == 7 && plain.contains(&head.kind)) {
        let prompt = library.prompt(&head.id).expect("it is built in");
        let missing = |text: &str| {
            let found = suggest(&prompt, &Answer::new(text));
            let missed = prompt.points.iter().filter(|point| found.marks.get(&point.id) != Mark::Met).count();
            (missed, found.red_flags.iter().all(Vec::is_empty))
        };
        let model = prompt.model_full.en.replace('\n', " ");
        let sentences: Vec<&str> = model.split_inclusive(". ").collect();
        for at in 0..sentences.len() {
            let rest: String = sentences.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, s)| *s).collect();
            if missing(&rest) == (1, true) && missing(&format!("{rest} {}", sentences[at])) == (0, true) {
                return (prompt.clone(), rest, sentences[at].trim().to_owned());
            }
        }
    }
    panic!("no built-in question has a model answer that can do without a sentence")
}

/// Puts an attempt into the log in which every point was missed, and the practice of grading that comes before the first one of a kind.
fn rehearsed(data: &std::path::Path, prompt: &Prompt, days_ago: i64) {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a clock").as_millis() as i64;
    let options = OpenOptions { fresh_device: 5, utc: now, ..OpenOptions::default() };
    let Opened::ReadWrite(mut store) = Store::open(data, &options).expect("the folder opens") else {
        panic!("nobody else is here")
    };
    let utc = now - days_ago * 86_400_000;
    let day = StudyDay::of(utc, 0, 240);
    let missed = |point: &jenjang::domain::rubric::Point| PointMark {
        point: point.id.clone(),
        first: Mark::Missed,
        mark: Mark::Missed,
        shift: 0,
    };
    let attempt = Rehearsed {
        prompt: prompt.id.clone(),
        day,
        aim: 90,
        persona: "".into(),
        target: prompt.level,
        lang: Lang::En,
        pressure: Pressure::Real,
        spoken: false,
        by: Chair::Own,
        chair: "".into(),
        sitting: None,
        think_ms: 0,
        turns: Vec::new(),
        predicted: Some(3),
        points: prompt.points.iter().map(missed).collect(),
        red_flags: Vec::new(),
        signals: Default::default(),
        scope: None,
    };
    let practised = Practised { prompt: prompt.id.clone(), kind: prompt.kind, day, agreed: 9, of: 14 };
    let whats = [What::Practised(practised), What::Rehearsed(Box::new(attempt))];
    let event = |(n, what): (i64, What)| {
        let utc = utc + n;
        Event { id: EventId::from_parts(utc as u64, 0, store.device()), utc, offset_min: 0, what }
    };
    let events: Vec<Event> = (0..).zip(whats).map(event).collect();
    store.append(&events).expect("they are saved");
    store.close().expect("it closes");
}

/// Pastes a text, which is no key.
fn paste(terminal: &mut Terminal, text: &str) {
    terminal.send(format!("\u{1b}[200~{text}\u{1b}[201~").as_bytes());
}

#[test]
fn a_question_goes_from_today_to_its_debrief_in_fifteen_keys() {
    let data = known_learner();
    let (prompt, answer, rest) = nearly_whole();
    rehearsed(data.path(), &prompt, 20);
    read_packs(data.path());
    // The last words of a text that stand in one row of any window.
    let end = |text: &str| text.trim().rsplit(' ').next().unwrap_or_default().to_owned();
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Rehearse a weak answer");
    let mut keys = 0;
    let mut press = |terminal: &mut Terminal, key: &str| {
        keys += 1;
        terminal.press(key);
    };
    press(&mut terminal, "i");
    terminal.wait_until("time to think", |t| t.contains("NOTES") && t.contains("left"));
    press(&mut terminal, "<C-s>");
    terminal.wait_for("YOUR ANSWER");
    paste(&mut terminal, &answer);
    terminal.wait_until("the answer", |t| t.contains(&end(&answer)));
    press(&mut terminal, "<C-s>");
    terminal.wait_for("follow-up 1");
    paste(&mut terminal, &rest);
    terminal.wait_until("the answer", |t| t.contains(&end(&rest)));
    press(&mut terminal, "<C-s>");
    terminal.wait_for("How many of the 7 points");
    press(&mut terminal, "5");
    for point in 1..=7 {
        terminal.wait_for(&format!("point {point} of 7"));
        press(&mut terminal, "<Enter>");
    }
    terminal.wait_for("Compare");
    press(&mut terminal, "<Enter>");
    let debrief = terminal.wait_for("7 of 7 points");
    assert!(debrief.contains("attempt 2 of this question"), "{debrief}");
    press(&mut terminal, "<Enter>");
    terminal.wait_until("what was behind it", |t| !t.contains("attempt 2 of this question"));
    assert!(keys <= 15, "{keys}");
}
