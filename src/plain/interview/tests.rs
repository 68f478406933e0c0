//! The lines of an interview question, and the clock that is told.

use super::*;
use crate::domain::event::{EventId, What};
use crate::domain::interview::Pressure;
use crate::domain::rubric::PromptKind;
use crate::domain::text::Lang;
use crate::domain::time::Moment;
use crate::sessions::effect::{LoadedPrompt, Request};
use crate::sessions::interview::sample::{self, ANSWER, RESTORE};
use crate::sessions::interview::{Extra, Kept};
use crate::sessions::prefs::Prefs;
use crate::sessions::sample::TODAY;
use crate::sessions::study::DueLoad;

/// Somebody before lines, and a clock that only moves when it is told to.
struct Desk {
    front: PlainInterview,
    now: Moment,
    prefs: Prefs,
    words: Words,
    loaded: Box<LoadedPrompt>,
    kept: Option<String>,
    events: Vec<What>,
}

impl Desk {
    fn with(loaded: Box<LoadedPrompt>, wish: Wish, lang: Lang) -> Desk {
        let utc = i64::from(TODAY.0) * 86_400_000 + 43_200_000;
        let id = EventId::from_parts(u64::try_from(utc).unwrap_or(0), 0, 1);
        let now = Moment { utc, offset_min: 0, day: TODAY, mono_ms: 1_000_000, id };
        let prefs = Prefs { lang, ..Prefs::default() };
        let wish = Wish { prompt: Some(sample::name()), lang: Some(Lang::Id), ..wish };
        let front = PlainInterview::new(wish, 7);
        Desk { front, now, prefs, words: Words::of(lang.code()), loaded, kept: None, events: Vec::new() }
    }

    fn new() -> Desk {
        Desk::with(sample::loaded(PromptKind::Technical), Wish::default(), Lang::En)
    }

    fn step(&mut self, act: impl FnOnce(&mut PlainInterview, &Context<'_>, &Words) -> Said) -> Vec<String> {
        let load = DueLoad::default();
        let cx = Context { now: &self.now, prefs: &self.prefs, load: &load };
        let mut said = act(&mut self.front, &cx, &self.words);
        let mut lines = std::mem::take(&mut said.lines);
        while !said.effects.is_empty() {
            let mut more = Said::default();
            for effect in std::mem::take(&mut said.effects) {
                let news = match effect {
                    Effect::Ask(Request::Prompt(id)) => {
                        let draft = self.kept.clone();
                        News::Prompt(id, Some(Box::new(LoadedPrompt { draft, ..*self.loaded.clone() })))
                    }
                    Effect::Draft { body, .. } => {
                        self.kept = body;
                        continue;
                    }
                    Effect::Record(events) => {
                        self.events.extend(events.into_iter().map(|event| event.what));
                        continue;
                    }
                    _ => continue,
                };
                let heard = self.front.hear(news, &cx, &self.words);
                more.lines.extend(heard.lines);
                more.effects.extend(heard.effects);
            }
            lines.extend(more.lines);
            said.effects = more.effects;
        }
        self.now.id = self.now.id.next();
        lines
    }

    fn start(&mut self) -> Vec<String> {
        self.step(|front, cx, _| front.start(cx))
    }

    /// Types lines one after the other; gives what was said to the last one.
    fn types(&mut self, lines: &[&str]) -> Vec<String> {
        let mut said = Vec::new();
        for line in lines {
            said = self.step(|front, cx, words| front.line(line, cx, words));
        }
        said
    }

    /// Lets time pass, waking the front when it wants to be.
    fn wait(&mut self, ms: u64) -> Vec<String> {
        let (end, mut said) = (self.now.mono_ms + ms, Vec::new());
        while let Some(at) = self.front.wake_at(self.now.mono_ms).filter(|at| *at <= end) {
            self.now.mono_ms = at.max(self.now.mono_ms);
            said.extend(self.step(|front, cx, words| front.wake(cx, words)));
        }
        self.now.mono_ms = end;
        said
    }

    fn answered(mut self) -> Desk {
        self.start();
        self.types(&["", ANSWER, ".", RESTORE, "."]);
        self
    }
}

fn has(lines: &[String], start: &str) -> bool {
    lines.iter().any(|line| line.starts_with(start))
}

#[test]
fn a_question_goes_from_the_first_thought_to_the_debrief_in_lines() {
    let mut desk = Desk::new();
    let asked = desk.start();
    assert_eq!(asked[0], "Interviewer: The Data Custodian.");
    assert!(asked[2].starts_with("Question: Bagaimana Anda mengelola"), "{asked:?}");
    assert!(asked[3].starts_with("Meaning: How did you manage"), "{asked:?}");
    assert!(asked[4].starts_with("Think: 0:45."), "{asked:?}");
    assert!(has(&desk.types(&["skema, index", ""]), "Answer: 4:00. About"));
    let follow_up = desk.types(&[ANSWER, "."]);
    assert!(follow_up[0].starts_with("Heard: "), "{follow_up:?}");
    assert!(has(&follow_up, "Follow-up 1 of 1.") && has(&follow_up, "Why: point 6, \"Backup and tested restore\""));
    assert!(has(&desk.types(&[RESTORE, "."]), "Predict: how many of the 7 points"));
    let grade = desk.types(&["6"]);
    assert!(has(&grade, "Point 1 of 7: Schema fits the queries"), "{grade:?}");
    assert!(has(&grade, "Yours: Pertama desain skema: normalisasi"), "{grade:?}");
    assert!(has(&grade, "Suggested: met."), "{grade:?}");
    let compare = desk.types(&["", "", "", "", "", "", ""]);
    assert!(has(&compare, "Compare: ") && has(&compare, "Point 6, met: Backup and tested restore"), "{compare:?}");
    assert!(has(&compare, "Model: Backup terjadwal dan uji restore."), "{compare:?}");
    let debrief = desk.types(&[""]);
    assert_eq!(debrief[0], "Debrief: 7 of 7 points, 4 points more than last time.");
    assert!(has(&debrief, "Prediction: You expected 1 fewer."), "{debrief:?}");
    assert!(desk.front.is_recorded() && !desk.front.over());
    desk.types(&[""]);
    assert!(desk.front.over());
    assert!(matches!(&desk.events[..], [What::Rehearsed(r)] if r.met() == 7 && r.predicted == Some(6)));
    assert_eq!(desk.kept, None, "nothing waits any more");
}

#[test]
fn a_table_in_the_question_keeps_its_columns_and_code_its_indent() {
    let mut desk = Desk::with(sample::exhibited(PromptKind::Technical), Wish::default(), Lang::En);
    let lines = desk.start();
    let at = lines.iter().position(|line| line.starts_with("Question: Since 1 March")).expect("the question");
    assert_eq!(lines[at + 1], "              Jakarta   Medan   Jayapura");
    assert_eq!(lines[at + 3..at + 6], ["func (h *H) find(id *ID) {", "    if id != nil {", "        return"]);
}

#[test]
fn every_undo_says_the_step_again_up_to_the_record() {
    let mut desk = Desk::new().answered();
    desk.types(&["6", "", ""]);
    let said = desk.types(&["undo"]);
    assert_eq!(said[0], "Taken back: the last step.");
    assert!(has(&said, "Point 2 of 7"), "{said:?}");
    assert!(has(&desk.types(&["undo"]), "Point 1 of 7"));
    assert!(has(&desk.types(&["undo"]), "Predict:"));
    let follow_up = desk.types(&["undo"]);
    assert!(has(&follow_up, "So far: 12 words") && has(&follow_up, "Answer: 2:00"), "{follow_up:?}");
    desk.types(&[".", "6", "", "", "", "", "", "", "", ""]);
    assert!(desk.front.is_recorded());
    let said = desk.types(&["u"]);
    assert!(has(&said, "Compare:"), "{said:?}");
    assert!(matches!(desk.events[..], [What::Rehearsed(_), What::Undone { .. }]));
}

#[test]
fn a_dot_ends_the_text_and_two_mean_one() {
    let mut desk = Desk::new();
    desk.start();
    desk.types(&["", "", "one", "", "..", "//etc", "/etc/hosts", "2."]);
    assert_eq!(desk.front.interview().text(), "one\n\n.\n/etc\n/etc/hosts\n2.");
    let said = desk.types(&["/sofar"]);
    assert_eq!((said[0].as_str(), said.last().map(String::as_str)), ("one", Some("So far: 4 words, 4:00 left.")));
    assert_eq!(desk.types(&["/puase"]), ["Not understood. Type h for help."]);
    desk.types(&["/clear"]);
    assert_eq!(desk.front.interview().text(), "");
}

#[test]
fn the_clock_is_told_at_half_time_and_thirty_seconds_before_the_end() {
    let mut desk = Desk::new();
    desk.start();
    desk.types(&[""]);
    assert_eq!(desk.wait(119_000), Vec::<String>::new());
    assert_eq!(desk.wait(1_000), ["Clock: 2:00 left."]);
    assert_eq!(desk.wait(89_999), Vec::<String>::new());
    assert_eq!(desk.wait(1), ["Clock: 0:30 left."]);
    let end = desk.wait(40_000);
    assert_eq!(end, ["Clock: the time is up. The line that you are typing still counts; Enter ends it."]);
    assert_eq!(desk.wait(500_000), Vec::<String>::new(), "it waits for the line");
}

#[test]
fn the_line_that_was_being_typed_at_the_end_of_the_time_counts() {
    let mut desk = Desk::new();
    desk.start();
    desk.types(&["", "Saya cek slow query."]);
    desk.wait(300_000);
    let said = desk.types(&["Dan connection pooling."]);
    assert!(has(&said, "Heard: 7 words in 4:00. The time was up."), "{said:?}");
    assert_eq!(&*desk.front.interview().turns[0].text, "Saya cek slow query.\nDan connection pooling.");
    assert_eq!(desk.front.interview().text(), "", "and is not taken for the next answer");
    assert!(has(&desk.types(&["/undo"]), "Note: The time was up"));
}

#[test]
fn a_hidden_clock_is_not_told_and_a_relaxed_one_also_tells_its_end() {
    let mut desk = Desk::new();
    desk.start();
    desk.types(&[""]);
    assert_eq!(desk.types(&["/clock"]), ["Clock: not told any more."]);
    assert_eq!(desk.wait(230_000), Vec::<String>::new());
    let wish = Wish { pressure: Some(Pressure::Relaxed), extra: Some(Extra::Double), ..Wish::default() };
    let mut desk = Desk::with(sample::loaded(PromptKind::Technical), wish, Lang::En);
    desk.start();
    assert!(has(&desk.types(&[""]), "Answer: 8:00."));
    let said = desk.wait(600_000);
    let told = ["Clock: 4:00 left.", "Clock: 0:30 left.", "Clock: the time is over, and goes on counting."];
    assert_eq!(said, told);
}

#[test]
fn what_is_typed_is_kept_within_two_seconds_and_when_the_input_ends() {
    let mut desk = Desk::new();
    desk.start();
    desk.types(&["", "half a thought"]);
    desk.wait(2_000);
    assert!(desk.kept.as_deref().is_some_and(|kept| kept.contains("half a thought")));
    desk.types(&["and more"]);
    desk.step(|front, cx, _| front.leave(cx));
    assert!(desk.front.over());
    let kept = desk.kept.clone();
    assert!(kept.as_deref().is_some_and(|kept| kept.contains("and more") && Kept::read(kept).is_some()));
    desk.front = PlainInterview::new(Wish { prompt: Some(sample::name()), ..Wish::default() }, 9);
    let said = desk.start();
    assert!(has(&said, "Paused: Optimising a database. The clock stands"), "{said:?}");
    let said = desk.types(&[""]);
    assert!(has(&said, "So far: 5 words.") && has(&said, "Answer: 3:5"), "{said:?}");
}

#[test]
fn the_end_of_the_time_keeps_what_was_typed_before_it() {
    let mut desk = Desk::new();
    desk.start();
    desk.types(&[""]);
    desk.wait(239_500);
    desk.types(&["the last line"]);
    desk.wait(1_000);
    assert!(desk.kept.as_deref().is_some_and(|kept| kept.contains("the last line")));
}

#[test]
fn one_question_is_asked_back_and_only_one() {
    let mut desk = Desk::new();
    desk.start();
    let said = desk.types(&["/askback"]);
    assert_eq!(said[1..], ["1. Sebesar apa datanya?", "2. Database yang mana?"]);
    let said = desk.types(&["2"]);
    assert_eq!(said[..2], ["You: Database yang mana?", "Says: PostgreSQL."]);
    assert!(!has(&said, "Question:"), "the question is not said twice");
    assert!(has(&desk.types(&["/askback"]), "Note: You have asked your one question."));
}

#[test]
fn a_follow_up_can_be_swapped_and_skipped() {
    let mut desk = Desk::new();
    desk.start();
    let first = desk.types(&["", "Nothing of it.", "."]);
    assert!(has(&first, "Why: point 6") && first.iter().any(|line| line.contains("/another")), "{first:?}");
    let other = desk.types(&["/another"]);
    assert!(has(&other, "Why: ") && !has(&other, "Why: point 6"), "{other:?}");
    assert!(has(&desk.types(&["/another"]), "Why: point 6"));
    assert!(has(&desk.types(&["/skip"]), "Follow-up 2 of 2."));
    assert!(has(&desk.types(&["/skip"]), "Predict:"));
}

#[test]
fn a_grade_may_be_a_number_a_word_or_name_its_point() {
    let mut desk = Desk::new().answered();
    assert_eq!(desk.types(&["9"]), ["Note: There are only 7 points."]);
    desk.types(&["6", "partly", "1", "4 missed"]);
    assert_eq!(desk.types(&["8 3"]), ["Not understood. Type h for help."]);
    desk.types(&["", "", "", ""]);
    let Stage::Compare(compare) = &desk.front.interview().stage else { panic!("{:?}", desk.front.view()) };
    let marks: Vec<Mark> = compare.rows.iter().map(|row| row.mark).collect();
    assert_eq!(marks[..5], [Mark::Partly, Mark::Missed, Mark::Met, Mark::Missed, Mark::Met]);
    let said = desk.types(&["2 met"]);
    assert_eq!(said[0], "Point 2: met, was missed.");
    assert!(said[1].contains("1 to 3 for point 2"), "{said:?}");
    assert!(has(&desk.types(&["copy"]), "Model: Desain skema efisien"));
}

#[test]
fn red_flags_signals_and_the_scope_of_a_story_have_their_lines() {
    let mut desk = Desk::with(sample::loaded(PromptKind::Behavioural), Wish::default(), Lang::En);
    desk.start();
    desk.types(&["", "Jalan tanpa backup.", ".", "/skip", "/skip", "0"]);
    let flag = desk.types(&["", "", "", "", "", "", ""]);
    assert!(has(&flag, "Flag 1 of 1: Runs without a backup.") && has(&flag, "Yours: Jalan tanpa backup."), "{flag:?}");
    let signal = desk.types(&["reject"]);
    assert!(has(&signal, "Signal 1 of 6: Situation.") && has(&signal, "3. fully"), "{signal:?}");
    assert_eq!(desk.types(&["5"]), ["Note: Press a key from 0 to 3."]);
    let scope = desk.types(&["3", "3", "2", "1", "0"]);
    assert!(has(&scope, "Signal 6 of 6: How far it reached.") && has(&scope, "2. own team"), "{scope:?}");
    assert!(has(&desk.types(&["2"]), "Compare:"));
}

#[test]
fn samples_are_graded_before_the_first_answer_of_a_kind_or_skipped() {
    let mut desk = Desk::with(sample::unseen(PromptKind::Technical), Wish::default(), Lang::En);
    desk.start();
    let said = desk.types(&["", ANSWER, ".", RESTORE, ".", "6"]);
    assert!(has(&said, "Sample 1 of 2.") && has(&said, "Point 1 of 7"), "{said:?}");
    let said = desk.types(&["1", "1", "1", "1", "1", "1", "1"]);
    assert!(has(&said, "True: Connection management, it is met, you said missed."), "{said:?}");
    assert!(has(&said, "6 of 7 grades agree."), "{said:?}");
    assert!(has(&desk.types(&[""]), "Grade this answer of somebody else."));
    assert!(has(&desk.types(&["skip"]), "Is it in your words?"));
}

#[test]
fn a_spoken_answer_stops_with_enter_and_takes_key_words() {
    let wish = Wish { spoken: Some(true), ..Wish::default() };
    let mut desk = Desk::with(sample::loaded(PromptKind::Technical), wish, Lang::En);
    desk.start();
    assert!(has(&desk.types(&[""]), "Speak: 4:00."));
    assert!(has(&desk.types(&[""]), "Keywords: a line each"));
    let said = desk.types(&["normalisasi", "explain analyze", "."]);
    assert!(has(&said, "Follow-up 1 of 2."), "{said:?}");
}

#[test]
fn a_pause_stops_the_clock_and_can_end_or_throw_away_the_answer() {
    let mut desk = Desk::new();
    desk.start();
    let said = desk.types(&["", "one", "/pause"]);
    assert!(has(&said, "Paused:") && said[1].contains("finish"), "{said:?}");
    desk.wait(900_000);
    assert!(has(&desk.types(&[""]), "So far: 1 word."));
    desk.types(&["/pause"]);
    assert!(has(&desk.types(&["finish"]), "Heard: 1 word in 0:00."));
    let said = desk.types(&["pause", "discard"]);
    assert!(has(&said, "Note: Once more throws it away") && !desk.front.over(), "{said:?}");
    desk.types(&["discard"]);
    assert!(desk.front.over() && desk.kept.is_none() && desk.events.is_empty());
}

#[test]
fn asking_again_begins_the_same_question_anew() {
    let mut desk = Desk::new().answered();
    desk.types(&["6", "", "", "", "", "", "", "", ""]);
    let said = desk.types(&["askagain"]);
    assert!(has(&said, "Question: Bagaimana") && !desk.front.over(), "{said:?}");
}

#[test]
fn every_command_that_a_line_names_is_understood_in_both_languages() {
    for lang in [Lang::En, Lang::Id] {
        let mut desk = Desk::with(sample::loaded(PromptKind::Technical), Wish::default(), lang);
        let mut said = desk.start();
        let mut named = 0;
        for step in ["", "Nothing of it.", "."] {
            for word in said.iter().flat_map(|line| line.split([' ', ',', '.'])).filter(|w| w.starts_with('/')) {
                let typed = read::read(word, desk.front.interview(), &desk.words);
                assert_ne!(typed, Typed::Unknown, "{lang:?}: {word}");
                named += 1;
            }
            said = desk.types(&[step]);
        }
        assert!(named >= 9, "{lang:?}: {named}");
    }
}

#[test]
fn help_names_what_can_be_typed_at_this_moment() {
    let mut desk = Desk::new();
    desk.start();
    let think = desk.types(&["/help"]);
    assert!(has(&think, "/askback: ") && has(&think, "/pause: ") && has(&think, "/undo: "), "{think:?}");
    desk.types(&["", "Nothing of it.", "."]);
    assert!(has(&desk.types(&["/help"]), "/another: "));
    desk.types(&["/skip", "/skip", "3"]);
    let grade = desk.types(&["h"]);
    assert!(has(&grade, "mark: ") && !has(&grade, "/"), "{grade:?}");
}

#[test]
fn indonesian_lines_ask_and_grade() {
    let mut desk = Desk::with(sample::loaded(PromptKind::Technical), Wish::default(), Lang::Id);
    let said = desk.start();
    assert!(has(&said, "Pertanyaan: Bagaimana") && !has(&said, "Artinya:"), "{said:?}");
    let said = desk.types(&["", ANSWER, ".", "/lewati", "6"]);
    assert!(has(&said, "Poin 1 dari 7: Skema cocok dengan query") && has(&said, "Saran: terpenuhi."), "{said:?}");
}

#[test]
fn the_learner_s_stories_are_offered_with_the_question_that_they_answer() {
    let mut loaded = sample::loaded(PromptKind::Behavioural);
    let story = |title: &str| crate::domain::interview::Story {
        story: EventId::from_parts(3, 0, 1),
        title: title.into(),
        text: "It was night.".into(),
        prompts: vec![sample::name()],
    };
    loaded.stories = vec![story("The outage"), story("The migration")];
    let mut desk = Desk::with(loaded, Wish::default(), Lang::En);
    let said = desk.start();
    assert!(has(&said, "Story: The outage") && has(&said, "Story: The migration"), "{said:?}");
}
