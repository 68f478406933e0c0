//! Steps of an interview, its clocks, what is kept of it.

use proptest::prelude::*;

use super::sample::{self, ANSWER, RESTORE};
use super::*;
use crate::domain::event::{Event, EventId, What};
use crate::domain::interview::Pressure;
use crate::domain::rubric::{Band, PromptHead, PromptKind, Scope, Signal};
use crate::domain::text::Lang;
use crate::domain::time::Moment;
use crate::sessions::action::{Action, Bound, Resolver};
use crate::sessions::effect::{Attempt, Queue, Route};
use crate::sessions::key::{Code, Key};
use crate::sessions::prefs::Prefs;
use crate::sessions::rehearse::{PromptStanding, RehearseData};
use crate::sessions::sample::TODAY;
use crate::sessions::study::DueLoad;

/// A learner at the keyboard, and a clock that only moves when it is told to.
struct Desk {
    interview: Interview,
    now: Moment,
    prefs: Prefs,
    load: DueLoad,
    effects: Vec<Effect>,
    keys: usize,
    resolver: Resolver,
}

impl Desk {
    fn with(loaded: Box<LoadedPrompt>, wish: Wish) -> Desk {
        let utc = i64::from(TODAY.0) * 86_400_000 + 43_200_000;
        let id = EventId::from_parts(u64::try_from(utc).unwrap_or(0), 0, 1);
        let now = Moment { utc, offset_min: 0, day: TODAY, mono_ms: 1_000_000, id };
        let prefs = Prefs { lang: Lang::Id, ..Prefs::default() };
        let interview = Interview::new(wish, 7);
        let (load, effects) = (DueLoad::default(), Vec::new());
        let mut desk = Desk { interview, now, prefs, load, effects, keys: 0, resolver: Resolver::default() };
        desk.with_context(|interview, cx| interview.ask(loaded, cx));
        desk
    }

    fn new() -> Desk {
        Desk::with(sample::loaded(PromptKind::Technical), Wish::default())
    }

    fn wishing(wish: Wish) -> Desk {
        Desk::with(sample::loaded(PromptKind::Technical), wish)
    }

    fn with_context<T>(&mut self, what: impl FnOnce(&mut Interview, &Context<'_>) -> T) -> T {
        let cx = Context { now: &self.now, prefs: &self.prefs, load: &self.load };
        what(&mut self.interview, &cx)
    }

    fn input(&mut self, input: Input) -> &mut Self {
        let effects = self.with_context(|interview, cx| interview.update(input, cx));
        self.effects.extend(effects);
        self.now.id = self.now.id.next();
        self
    }

    /// Presses keys by their names, such as `Ctrl-S 5 Enter`; a key that is not bound is typed into the field.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = key(name);
            self.keys += 1;
            match self.resolver.resolve(self.interview.state(), key) {
                Some(bound) => self.input(Input::Act(bound)),
                None => self.input(Input::Key(key)),
            };
        }
        self
    }

    /// Types a text into the field.
    fn types(&mut self, text: &str) -> &mut Self {
        self.input(Input::Key(Key::char('x')));
        let all = format!("{}{text}", self.interview.text());
        self.interview.write(&all);
        self
    }

    fn wait(&mut self, ms: u64) -> &mut Self {
        self.now.mono_ms += ms;
        self.now.utc += i64::try_from(ms).unwrap_or(0);
        self
    }

    /// Sleeps until the machine wants to be woken, again and again, for so long.
    fn sleep(&mut self, ms: u64) -> usize {
        let end = self.now.mono_ms + ms;
        let mut wakes = 0;
        while let Some(at) = self.interview.wake_at().filter(|at| *at <= end) {
            assert!(at > self.now.mono_ms || wakes < 1000, "a wake that does not end");
            self.wait(at.saturating_sub(self.now.mono_ms)).input(Input::Wake);
            wakes += 1;
        }
        let left = end - self.now.mono_ms;
        self.wait(left);
        wakes
    }

    fn grading(&self) -> &Grading {
        match &self.interview.stage {
            Stage::Grade(grading) => grading,
            stage => panic!("{stage:?}"),
        }
    }

    fn follow_up(&self) -> &FollowUp {
        match &self.interview.stage {
            Stage::FollowUp(follow_up) => follow_up,
            stage => panic!("{stage:?}"),
        }
    }

    fn debrief(&self) -> &Debrief {
        match &self.interview.stage {
            Stage::Debrief(debrief) => debrief,
            stage => panic!("{stage:?}"),
        }
    }

    fn about(&self) -> String {
        let asked = self.interview.asked.as_ref().map(|asked| asked.prompt().points[self.follow_up().point].id.clone());
        asked.unwrap_or_default().into()
    }

    /// Answers with `text` and skips the follow-ups.
    fn answer(&mut self, text: &str) -> &mut Self {
        self.press("Ctrl-S").types(text).press("Ctrl-S");
        while matches!(self.interview.stage, Stage::FollowUp(_)) {
            self.press("Ctrl-X");
        }
        self
    }

    /// The events that were recorded.
    fn events(&self) -> Vec<&Event> {
        let recorded = |e: &Effect| matches!(e, Effect::Record(_));
        let all = self.effects.iter().filter(|e| recorded(e));
        all.flat_map(|e| if let Effect::Record(events) = e { events.as_slice() } else { &[] }).collect()
    }

    /// What is on disk.
    fn draft(&self) -> Option<String> {
        let last = self.effects.iter().rev().find_map(|e| match e {
            Effect::Draft { name, body } if name == KEPT_NAME => Some(body.clone()),
            _ => None,
        });
        last.flatten()
    }

    /// Kills the program, and starts it again from what is on disk.
    fn kill(&mut self, loaded: Box<LoadedPrompt>) -> &mut Self {
        let kept = Kept::read(&self.draft().unwrap_or_default()).unwrap_or_else(|| panic!("nothing is kept"));
        self.now.mono_ms = 5;
        self.interview = self.with_context(|_, cx| Interview::go_on(kept, loaded, cx));
        self
    }

    /// All that a learner can see of it, with the time used at this moment.
    fn seen(&self) -> Interview {
        let mut interview = self.interview.clone();
        if let Some(clock) = interview.clock_mut() {
            clock.stop(self.now.mono_ms);
        }
        interview.read.clear();
        interview.undone.clear();
        interview.wish = Wish::default();
        interview.seed = 0;
        interview.notice = None;
        (interview.epoch, interview.seen_ms, interview.dirty_since, interview.saved_ms) = (0, 0, None, None);
        interview.changed = false;
        interview
    }
}

fn key(name: &str) -> Key {
    match name {
        "Enter" => Key::plain(Code::Enter),
        "Esc" => Key::plain(Code::Esc),
        "Space" => Key::char(' '),
        _ => match (name.strip_prefix("Ctrl-"), name.strip_prefix("Alt-")) {
            (Some(letter), _) => Key::ctrl(letter.to_lowercase().chars().next().unwrap_or('?')),
            (_, Some(letter)) => Key::alt(letter.chars().next().unwrap_or('?')),
            _ => Key::char(name.chars().next().unwrap_or('?')),
        },
    }
}

fn pressure(pressure: Pressure) -> Wish {
    Wish { pressure: Some(pressure), ..Wish::default() }
}

// --- the way through ---

#[test]
fn seven_points_and_one_follow_up_with_all_suggestions_accepted_take_thirteen_keys() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S");
    assert_eq!(desk.about(), "backup");
    desk.types(RESTORE).press("Ctrl-S 5 Enter Enter Enter Enter Enter Enter Enter");
    assert!(matches!(desk.interview.stage, Stage::Compare(_)), "{:?}", desk.interview.stage);
    desk.press("Enter");
    assert_eq!(desk.debrief().rehearsed.met(), 7);
    desk.press("Enter");
    assert_eq!(desk.keys, 13);
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
}

#[test]
fn the_event_holds_what_was_said_predicted_and_marked() {
    let mut desk = Desk::new();
    desk.wait(20_000).press("Ctrl-S").types(ANSWER).wait(190_000).press("Ctrl-S");
    desk.wait(20_000).types(RESTORE).press("Ctrl-S 5 1 2 Enter Enter Enter Enter Enter 2 Enter");
    let [event] = desk.events()[..] else { panic!("one event") };
    let What::Rehearsed(rehearsed) = &event.what else { panic!("{event:?}") };
    assert_eq!((rehearsed.think_ms, rehearsed.predicted, rehearsed.target), (20_000, Some(5), 2));
    assert_eq!(&*rehearsed.persona, "roadmap/custodian");
    let turns: Vec<(&str, &str, u32)> = rehearsed.turns.iter().map(|t| (&*t.about, &*t.text, t.took_ms)).collect();
    assert_eq!(turns, [("", ANSWER, 190_000), ("backup", RESTORE, 20_000)]);
    let marks: Vec<(Mark, Mark)> = rehearsed.points.iter().map(|p| (p.first, p.mark)).collect();
    // The mark of the partly met point is looked at again first.
    assert_eq!(marks[..3], [(Mark::Missed, Mark::Missed), (Mark::Partly, Mark::Partly), (Mark::Met, Mark::Met)]);
    assert_eq!(rehearsed.day, TODAY);
}

#[test]
fn a_mark_can_be_changed_beside_the_model_and_both_are_kept() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter 2 Enter Enter Enter");
    assert_eq!(desk.interview.cursor.row, 3, "the partly met point is the one to look at again");
    desk.press("3 Enter");
    let point = &desk.debrief().rehearsed.points[3];
    assert_eq!((point.first, point.mark), (Mark::Partly, Mark::Met));
}

#[test]
fn the_interviewer_greets_presses_and_closes_in_the_language_of_the_interview() {
    let mut desk = Desk::new();
    assert_eq!(desk.interview.said(), "Mari mulai.");
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S");
    let said = desk.interview.said();
    assert!(said.ends_with("Kapan terakhir Anda mencoba restore, dan berapa lama datanya boleh hilang?"), "{said}");
    assert!(said.starts_with("Saya agak khawatir."), "{said}");
    desk.types(RESTORE).press("Ctrl-S");
    assert_eq!(desk.interview.said(), "Jelas.", "nothing is missing any more");
    desk.press("7 Enter Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.interview.said(), "Sampai jumpa.");
}

#[test]
fn a_prediction_of_more_points_than_there_are_is_not_taken() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("8");
    assert_eq!((desk.interview.predicted, desk.interview.notice), (None, Some(Notice::OnlyPoints(7))));
    desk.press("0");
    assert_eq!(desk.interview.predicted, Some(0));
}

#[test]
fn the_words_of_a_good_answer_are_about_those_of_the_model() {
    let desk = Desk::new();
    let asked = desk.interview.asked.as_ref();
    assert_eq!(asked.map(|a| (heard::count(a.model()), a.target_words())), Some((50, (40, 60))));
}

// --- think time ---

#[test]
fn one_question_may_be_asked_back_before_the_answer_begins() {
    let mut desk = Desk::new();
    desk.press("Esc c");
    assert_eq!(desk.interview.state(), State::InterviewClarify);
    desk.press("2");
    let Stage::Think(think) = &desk.interview.stage else { panic!("thinking") };
    assert_eq!(think.clarify, Clarify::Asked(1));
    desk.press("Alt-c");
    assert_eq!((desk.interview.sheet, desk.interview.notice), (None, Some(Notice::AskedAlready)));
}

#[test]
fn a_sheet_that_is_closed_asks_nothing() {
    let mut desk = Desk::new();
    desk.press("Alt-c j Esc");
    let Stage::Think(think) = &desk.interview.stage else { panic!("thinking") };
    assert_eq!((think.clarify, desk.interview.sheet), (Clarify::Open, None));
}

#[test]
fn scratch_notes_stay_beside_the_answer_and_are_not_part_of_it() {
    let mut desk = Desk::new();
    desk.types("skema > index").press("Ctrl-S");
    assert_eq!((desk.interview.text(), desk.interview.scratch()), ("", "skema > index"));
    desk.answer(ANSWER);
    assert!(desk.interview.turns.iter().all(|turn| !turn.text.contains("skema > index")));
}

#[test]
fn under_real_pressure_the_answer_begins_when_the_time_to_think_is_over() {
    let mut desk = Desk::new();
    desk.types("skema").sleep(45_000);
    assert!(matches!(desk.interview.stage, Stage::Answer(_)));
    assert_eq!(desk.interview.scratch(), "skema");
}

// --- clocks ---

#[test]
fn a_real_clock_ends_the_answer_at_the_deadline_and_keeps_the_text() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").sleep(240_000);
    let turn = &desk.interview.turns[0];
    assert_eq!((&*turn.text, turn.took_ms, turn.time_up), ("normalisasi", 240_000, true));
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}

#[test]
fn a_key_after_the_deadline_does_not_reach_the_next_question() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").wait(300_000).press("Ctrl-S");
    assert_eq!(desk.interview.turns.len(), 1);
    assert_eq!(desk.interview.turns[0].took_ms, 240_000, "no more time than there was");
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}

#[test]
fn a_relaxed_clock_counts_on_past_its_end() {
    let mut desk = Desk::wishing(pressure(Pressure::Relaxed));
    desk.sleep(60_000);
    assert!(matches!(desk.interview.stage, Stage::Think(_)));
    desk.press("Ctrl-S").types("normalisasi").sleep(250_000);
    let clock = desk.interview.clock().copied().unwrap_or_default();
    assert_eq!((clock.left(desk.now.mono_ms), clock.over(desk.now.mono_ms)), (Some(0), 10_000));
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.turns[0].took_ms, 250_000);
    assert!(!desk.interview.turns[0].time_up);
}

#[test]
fn without_a_clock_nothing_counts_down_and_nothing_wakes_the_program() {
    let mut desk = Desk::wishing(pressure(Pressure::Untimed));
    assert_eq!(desk.interview.wake_at(), None);
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.clock().and_then(|clock| clock.left(desk.now.mono_ms)), None);
    assert_eq!(desk.sleep(3_600_000), 0);
    desk.press("Ctrl-S Ctrl-X Ctrl-X 0 Enter Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.debrief().rehearsed.pressure, Pressure::Untimed);
    assert_eq!(desk.debrief().tries.last().map(|t| t.took_ms), Some(3_600_000), "the time is known all the same");
}

#[test]
fn extra_time_is_one_and_a_half_or_twice_as_much() {
    for (extra, think, answer, follow_up) in
        [(Extra::None, 45, 240, 120), (Extra::Half, 67, 360, 180), (Extra::Double, 90, 480, 240)]
    {
        let mut desk = Desk::wishing(Wish { extra: Some(extra), ..Wish::default() });
        let limit = |desk: &Desk| desk.interview.clock().and_then(|c| c.limit_ms).map(|ms| ms / 1000);
        assert_eq!(limit(&desk), Some(think));
        desk.press("Ctrl-S");
        assert_eq!(limit(&desk), Some(answer));
        desk.press("Ctrl-S");
        assert_eq!(limit(&desk), Some(follow_up));
    }
}

#[test]
fn a_pause_stops_the_clock() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").wait(10_000).press("Esc Esc").wait(600_000);
    assert_eq!(desk.interview.state(), State::InterviewPause);
    assert_eq!(desk.interview.wake_at(), None);
    desk.press("Enter").wait(5_000);
    assert_eq!(desk.interview.clock().map(|clock| clock.used(desk.now.mono_ms)), Some(15_000));
}

#[test]
fn a_countdown_wakes_once_a_second_and_a_hidden_one_only_at_its_end() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").wait(300).input(Input::Resize);
    assert_eq!(desk.sleep(60_000), 60);
    desk.press("Alt-t");
    assert_eq!(desk.sleep(60_000), 0);
    assert_eq!(desk.sleep(120_000), 1, "the deadline stays in force");
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}

#[test]
fn the_interviewer_says_that_the_time_is_up() {
    let mut desk = Desk::wishing(Wish { follow_ups: Some(0), ..Wish::default() });
    desk.press("Ctrl-S").sleep(240_000);
    assert_eq!(desk.interview.said(), "Cukup sampai di sini.");
}

// --- follow-ups ---

#[test]
fn the_other_follow_up_takes_the_place_of_the_first_and_keeps_what_was_typed_for_it() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Ctrl-S");
    let first = desk.about();
    desk.types("belum selesai").press("Alt-n");
    assert_ne!(desk.about(), first);
    assert_eq!(desk.interview.text(), "");
    desk.press("Esc n");
    assert_eq!((desk.about(), desk.interview.text()), (first, "belum selesai"));
}

#[test]
fn where_only_one_point_is_missing_there_is_no_other_follow_up() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S Alt-n");
    assert_eq!((desk.about().as_str(), desk.interview.notice), ("backup", Some(Notice::NoOther)));
    assert_eq!(desk.follow_up().of, 1);
}

#[test]
fn a_skipped_follow_up_counts_as_asked_and_the_next_one_comes() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Ctrl-S");
    let first = desk.about();
    assert_eq!((desk.follow_up().nth, desk.follow_up().of), (1, 2));
    desk.press("Ctrl-X");
    assert_ne!(desk.about(), first);
    assert_eq!((desk.follow_up().nth, desk.follow_up().of), (2, 2));
    desk.press("Ctrl-X");
    assert_eq!(desk.interview.stage, Stage::Predict);
    assert_eq!(desk.interview.turns.iter().filter(|turn| turn.skipped).count(), 2);
}

#[test]
fn what_a_follow_up_s_answer_makes_up_for_is_not_asked_again() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi, slow query, pool size 10, 900 ms").press("Ctrl-S");
    desk.types("EXPLAIN ANALYZE, prepared statement, restore").press("Ctrl-S");
    assert_eq!(desk.interview.stage, Stage::Predict);
}

#[test]
fn no_follow_ups_are_asked_when_none_are_wished_for() {
    let mut desk = Desk::wishing(Wish { follow_ups: Some(0), ..Wish::default() });
    desk.press("Ctrl-S Ctrl-S");
    assert_eq!(desk.interview.stage, Stage::Predict);
}

#[test]
fn finishing_at_the_pause_sheet_keeps_the_text_and_asks_no_more() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Esc Esc f");
    assert_eq!(desk.interview.stage, Stage::Predict);
    assert_eq!(&*desk.interview.turns[0].text, "normalisasi");
}

// --- speaking ---

fn spoken() -> Wish {
    Wish { spoken: Some(true), ..Wish::default() }
}

#[test]
fn who_speaks_stops_with_space_types_key_words_and_ticks_by_hand() {
    let mut desk = Desk::wishing(spoken());
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.state(), State::InterviewSpeak);
    desk.wait(90_000).press("Space");
    assert_eq!(desk.interview.state(), State::InterviewAnswer);
    desk.types("normalisasi\nexplain analyze").sleep(500_000);
    assert_eq!(desk.interview.turns.len(), 0, "typing key words takes no time");
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.turns[0].took_ms, 90_000);
    assert_eq!(desk.interview.state(), State::InterviewSpeakFollowUp);
    desk.press("x x 2");
    assert!(desk.grading().rows.iter().all(|row| row.suggested.is_none()));
    assert!(!desk.grading().rows[0].places.is_empty(), "the key words are shown where they were found");
    desk.press("Enter");
    assert_eq!((desk.grading().rows[0].mark, desk.interview.notice), (None, Some(Notice::NoSuggestion)));
    desk.press("3 3 1 1 1 1 1 Enter");
    assert!(desk.debrief().rehearsed.spoken);
    assert_eq!(desk.debrief().rehearsed.met(), 2);
}

#[test]
fn speaking_ends_at_the_deadline_and_the_key_words_are_still_asked_for() {
    let mut desk = Desk::wishing(spoken());
    desk.press("Ctrl-S").sleep(240_000);
    assert_eq!(desk.interview.state(), State::InterviewAnswer);
    desk.types("normalisasi").press("Ctrl-S");
    assert!(desk.interview.turns[0].time_up);
}

// --- grading ---

#[test]
fn suggestions_name_the_places_of_every_turn() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S").types(RESTORE).press("Ctrl-S 5");
    let turns = &desk.interview.turns;
    let backup = &desk.grading().rows[5];
    assert_eq!(backup.suggested, Some(Mark::Met));
    let words: Vec<&str> = backup.places.iter().map(|p| &turns[p.turn].text[p.at.clone()]).collect();
    assert_eq!(words, ["restore", "RPO"]);
    assert!(backup.places.iter().all(|place| place.turn == 1));
    let number: Vec<&str> = desk.grading().rows[6].places.iter().map(|p| &turns[p.turn].text[p.at.clone()]).collect();
    assert_eq!(number, ["900 ms", "120 ms"]);
}

#[test]
fn the_cursor_walks_the_own_words_and_goes_to_the_next_open_point() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 G").press("j j j j j j l l l");
    assert_eq!((desk.interview.cursor.row, desk.interview.cursor.place), (6, 1));
    desk.press("3");
    assert_eq!((desk.interview.cursor.row, desk.interview.cursor.place), (0, 0), "the first open one");
    desk.press("3 k 1");
    assert_eq!(desk.grading().rows[0].mark, Some(Mark::Missed), "a mark can be changed before the model is seen");
    assert_eq!(desk.interview.cursor.row, 1);
}

#[test]
fn a_red_flag_that_was_found_is_accepted_or_rejected() {
    for (key, flags, band) in [("Enter", 1, Band::Near), ("x", 0, Band::At)] {
        let mut desk = Desk::new();
        desk.answer(&format!("{ANSWER} Dua tahun jalan tanpa backup."));
        desk.press("5 Enter Enter Enter Enter Enter Enter Enter");
        assert_eq!(desk.interview.state(), State::InterviewFlags);
        desk.press(key).press("Enter");
        assert_eq!(desk.debrief().rehearsed.red_flags.len(), flags);
        assert_eq!(desk.debrief().verdict.band, band);
        assert_eq!(desk.debrief().verdict.capped, flags == 1);
    }
}

#[test]
fn a_design_answer_has_five_signals_from_nought_to_three() {
    let mut desk = Desk::with(sample::loaded(PromptKind::Design), Wish::default());
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.interview.state(), State::InterviewSignals);
    desk.press("5");
    assert_eq!(desk.interview.notice, Some(Notice::UpToThree));
    desk.press("3 2 1 0 3 Enter");
    let signals = &desk.debrief().rehearsed.signals;
    assert_eq!(signals.len(), 5);
    assert_eq!((signals[&Signal::Requirements], signals[&Signal::Failure]), (3, 0));
    assert_eq!(desk.debrief().rehearsed.scope, None);
}

#[test]
fn the_scope_of_a_story_bounds_its_level() {
    let mut desk = Desk::with(sample::loaded(PromptKind::Behavioural), Wish { level: Some(3), ..Wish::default() });
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S").types(RESTORE).press("Ctrl-S");
    desk.press("7 Enter Enter Enter Enter Enter Enter Enter 3 3 3 3 3 0");
    assert_eq!(desk.interview.notice, Some(Notice::OneToFive));
    desk.press("1 Enter");
    let debrief = desk.debrief();
    assert_eq!(debrief.rehearsed.scope, Some(Scope::OwnTask));
    assert_eq!((debrief.verdict.reached, debrief.verdict.capped, debrief.verdict.band), (2, true, Band::Near));
    assert_eq!(debrief.anchor.get(Lang::En), "level 2");
}

#[test]
fn an_answer_of_ten_thousand_words_is_read_once() {
    let mut desk = Desk::new();
    let text = "Kami restore setiap minggu dengan normalisasi. ".repeat(1_700);
    desk.answer(&text).press("5");
    assert_eq!(desk.interview.turns[0].words, 10_200);
    let read = desk.interview.turns[0].found.points.as_ptr();
    desk.press("Enter Enter u u");
    let again = desk.interview.read.iter().find(|heard| heard.text == desk.interview.turns[0].text);
    assert!(again.is_some_and(|heard| Arc::ptr_eq(heard, &desk.interview.turns[0])));
    assert_eq!(desk.interview.read.len(), 2, "the answer, and the follow-ups that were left empty");
    assert!(!read.is_null());
}

// --- the model beside it ---

#[test]
fn each_point_stands_beside_the_sentence_of_the_model_that_makes_it() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter");
    let Stage::Compare(compare) = &desk.interview.stage else { panic!("comparing") };
    let model = desk.interview.asked.as_ref().map(|asked| asked.model()).unwrap_or_default();
    let beside = |at: usize| {
        let own = compare.rows[at].own.first().map(|p| &desk.interview.turns[p.turn].text[p.at.clone()]);
        (own, compare.rows[at].model.clone().map(|at| &model[at]))
    };
    assert_eq!(beside(3).0, Some("Ketiga connection pooling supaya koneksi tidak habis."));
    assert_eq!(beside(3).1, Some("Connection pooling dengan batas agar beban rata."));
    assert_eq!(beside(5), (None, Some("Backup terjadwal dan uji restore.")));
    assert_eq!((compare.count(Mark::Met), compare.count(Mark::Missed)), (6, 1));
}

#[test]
fn the_model_is_copied_whole() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter y");
    let Some(Effect::Copy(text)) = desk.effects.last() else { panic!("copied") };
    assert!(text.starts_with("Desain skema efisien"));
}

// --- the debrief ---

#[test]
fn the_debrief_sets_the_last_three_tries_side_by_side() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter");
    let debrief = desk.debrief();
    let tries: Vec<(usize, u8, Option<u8>)> = debrief.tries.iter().map(|t| (t.number, t.met, t.predicted)).collect();
    assert_eq!(tries, [(1, 2, Some(5)), (2, 3, Some(5)), (3, 6, Some(5))]);
    assert_eq!((debrief.trend, debrief.off, debrief.best), (Some(3), Some(-1), true));
    assert_eq!(debrief.calibration.answers, 3);
    assert!((debrief.calibration.mean - 4.0 / 3.0).abs() < 1e-6);
    assert_eq!(debrief.calibration.leaning(), Leaning::High);
}

#[test]
fn one_thing_is_kept_that_is_new_and_one_is_fixed_on_which_a_level_rests() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter 1 Enter");
    let debrief = desk.debrief();
    assert_eq!(debrief.keep, Some(Keep { point: 2, new: true }), "heavy, and missed the time before");
    assert_eq!(debrief.fix.as_ref().map(|fix| fix.point), Some(5), "backup is a must, the number is not");
    assert_eq!(debrief.joins, [5, 6]);
    assert_eq!((debrief.verdict.reached, debrief.verdict.band), (2, Band::At));
}

#[test]
fn who_met_every_point_has_nothing_to_fix() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S").types(RESTORE);
    desk.press("Ctrl-S 7 Enter Enter Enter Enter Enter Enter Enter Enter");
    let debrief = desk.debrief();
    assert_eq!((debrief.fix.clone(), debrief.joins.len(), debrief.verdict.band), (None, 0, Band::Above));
}

#[test]
fn the_answer_returns_when_its_weakest_point_does() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter");
    let debrief = desk.debrief();
    assert_eq!(debrief.returns, Some(TODAY), "what was missed comes back in ten minutes");
    assert!(debrief.memories[5].is_some_and(|memory| memory.in_step()));
    assert!(debrief.memories[0].is_some_and(|memory| memory.due_day > TODAY));
}

#[test]
fn what_is_missing_can_be_practised_at_once() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter d");
    let drill = sample::name().point("backup");
    let go = Effect::Go(Route::Review(Queue::Practice(vec![drill])));
    assert_eq!(desk.effects.last(), Some(&go));
    desk.press("j Enter");
    assert_eq!(desk.effects.last(), Some(&go), "the row does the same");
    desk.press("o");
    assert_eq!(desk.effects.last(), Some(&Effect::Go(Route::Lesson(sample::name().topic(), None))));
    desk.press("A");
    assert_eq!(desk.effects.last(), Some(&Effect::Go(Route::Rehearse(2))));
}

#[test]
fn asking_again_keeps_the_conditions() {
    let mut desk = Desk::wishing(Wish { pressure: Some(Pressure::Relaxed), level: Some(4), ..Wish::default() });
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter r");
    let Some(Effect::Go(Route::Interview(wish))) = desk.effects.last() else { panic!("asked again") };
    assert_eq!(
        (wish.prompt.as_ref(), wish.pressure, wish.level),
        (Some(&sample::name()), Some(Pressure::Relaxed), Some(4))
    );
}

#[test]
fn an_export_holds_question_answer_marks_and_model() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter x");
    let Some(Effect::Export { name, body }) = desk.effects.last() else { panic!("exported") };
    assert_eq!(name, "answer-optimise.md");
    for part in ["> Bagaimana Anda mengelola", "normalisasi sampai 3NF", "- [x] Skema", "- [ ] Backup", "Desain skema"]
    {
        assert!(body.contains(part), "{part}: {body}");
    }
}

// --- practice of grading ---

#[test]
fn the_first_of_a_kind_grades_two_samples_before_the_own_answer() {
    let mut desk = Desk::with(sample::unseen(PromptKind::Technical), Wish::default());
    desk.answer(ANSWER).press("5");
    let Stage::Practice(practice) = &desk.interview.stage else { panic!("practice") };
    assert_eq!((practice.sample, practice.of, practice.revealed), (0, 2, false));
    desk.press("1 1 1 3 1 1 3");
    let Stage::Practice(practice) = &desk.interview.stage else { panic!("practice") };
    assert!(practice.revealed);
    assert_eq!(desk.interview.asked.as_ref().map(|asked| practice.agreed_here(asked)), Some(6));
    desk.press("Enter 3 3 3 1 1 1 1 Enter");
    let [event] = desk.events()[..] else { panic!("one event") };
    let What::Practised(done) = &event.what else { panic!("{event:?}") };
    assert_eq!((done.agreed, done.of, done.kind), (13, 14, PromptKind::Technical));
    assert!(matches!(desk.interview.stage, Stage::Grade(_)));
}

#[test]
fn the_practice_can_be_skipped_and_leaves_nothing_in_the_log() {
    let mut desk = Desk::with(sample::unseen(PromptKind::Technical), Wish::default());
    desk.answer(ANSWER).press("5 1 Esc");
    assert!(matches!(desk.interview.stage, Stage::Grade(_)));
    assert!(desk.events().is_empty());
}

#[test]
fn a_kind_that_was_practised_is_not_practised_again() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5");
    assert!(matches!(desk.interview.stage, Stage::Grade(_)));
}

#[test]
fn practice_alone_ends_with_what_came_of_it_and_keeps_no_draft() {
    let wish = Wish { practice: true, ..Wish::default() };
    let mut desk = Desk::wishing(wish);
    desk.press("1 1 1 3 1 1 1 Enter 3 3 3 1 1 1 1 Enter");
    let Stage::Practised(done) = desk.interview.stage else { panic!("{:?}", desk.interview.stage) };
    assert_eq!((done.agreed, done.of), (14, 14));
    assert!(!desk.effects.iter().any(|e| matches!(e, Effect::Draft { .. })), "what waits elsewhere is left alone");
    desk.press("Enter");
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
}

#[test]
fn an_answer_that_is_taken_back_to_the_practice_takes_its_event_back() {
    let mut desk = Desk::with(sample::unseen(PromptKind::Technical), Wish::default());
    desk.answer(ANSWER).press("5 1 1 1 3 1 1 3 Enter 3 3 3 1 1 1 1 Enter u");
    assert!(matches!(desk.interview.stage, Stage::Practice(_)));
    let [practised, undone] = desk.events()[..] else { panic!("two events") };
    assert_eq!(undone.what, What::Undone { of: practised.id });
}

// --- undo ---

#[test]
fn every_step_from_the_question_to_the_debrief_can_be_taken_back() {
    let mut desk = Desk::new();
    let steps = ["Ctrl-S", "Ctrl-S", "Ctrl-S", "5", "Enter", "1", "2", "3", "Enter", "Enter", "Enter", "Enter"];
    let mut states = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        match at {
            1 => drop(desk.types(ANSWER)),
            2 => drop(desk.types(RESTORE)),
            _ => {}
        }
        states.push(desk.seen());
        desk.press(step);
    }
    assert!(matches!(desk.interview.stage, Stage::Debrief(_)));
    while let Some(before) = states.pop() {
        match desk.interview.field() {
            Some(_) => desk.press("Esc u"),
            None => desk.press("u"),
        };
        let (mut now, mut before) = (desk.seen(), before);
        // What was typed for a later question stays typed.
        now.texts.clear();
        before.texts.clear();
        assert_eq!(now, before, "{} steps are left", states.len());
    }
    assert_eq!(desk.press("Esc u").interview.notice, Some(Notice::NothingToUndo));
}

#[test]
fn taking_the_record_back_is_an_event_and_the_model_comes_back() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.draft(), None, "what is in the log is no draft");
    desk.press("u");
    assert!(matches!(desk.interview.stage, Stage::Compare(_)));
    assert!(desk.draft().is_some());
    let [recorded, undone] = desk.events()[..] else { panic!("two events") };
    assert_eq!(undone.what, What::Undone { of: recorded.id });
    desk.press("Enter");
    assert_eq!(desk.events().len(), 3);
    assert_ne!(desk.debrief().event, desk.events()[0].id, "an event of its own");
}

#[test]
fn a_step_that_was_taken_back_can_be_taken_again() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter 1 2");
    let before = desk.seen();
    desk.press("u u u U U U");
    assert_eq!(desk.seen(), before);
    desk.press("u 3 U");
    assert_eq!(desk.interview.notice, Some(Notice::NothingToUndo), "another step ends that");
}

#[test]
fn the_text_of_an_answer_comes_back_with_the_time_that_it_took() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").wait(30_000).press("Ctrl-S").wait(9_000).press("Esc u");
    assert_eq!(desk.interview.text(), "normalisasi");
    assert_eq!(desk.interview.clock().map(|clock| clock.used(desk.now.mono_ms)), Some(30_000));
    desk.wait(5_000).press("Ctrl-S");
    assert_eq!(desk.interview.turns[0].took_ms, 35_000);
}

#[test]
fn time_that_is_up_does_not_come_back() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").sleep(240_000);
    desk.press("Esc u");
    assert_eq!(desk.interview.notice, Some(Notice::TimeWasUp));
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}

// --- kept ---

#[test]
fn text_is_kept_at_the_latest_two_seconds_after_it_was_typed() {
    let mut desk = Desk::wishing(pressure(Pressure::Untimed));
    desk.press("Ctrl-S");
    desk.effects.clear();
    desk.types("normalisasi");
    assert_eq!(desk.interview.wake_at(), Some(desk.now.mono_ms + 2000));
    assert_eq!(desk.sleep(10_000), 1, "once, and then no more");
    assert!(desk.draft().is_some_and(|draft| draft.contains("normalisasi")));
    assert_eq!(desk.interview.saved_ago(desk.now.mono_ms), Some(8_000));
}

#[test]
fn an_interview_that_was_killed_goes_on_paused_with_its_text_and_time() {
    let mut desk = Desk::new();
    desk.types("skema").press("Ctrl-S").types("normalisasi").sleep(30_500);
    desk.kill(sample::loaded(PromptKind::Technical));
    assert_eq!(desk.interview.state(), State::InterviewPause);
    desk.wait(100_000).press("Enter");
    assert_eq!((desk.interview.text(), desk.interview.scratch()), ("normalisasi", "skema"));
    let used = desk.interview.clock().map(|clock| clock.used(desk.now.mono_ms));
    assert!(used.is_some_and(|ms| (1_000..=30_500).contains(&ms)), "{used:?}");
}

#[test]
fn marks_by_another_rubric_are_forgotten_and_the_answer_stays() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter");
    let mut changed = sample::loaded(PromptKind::Technical);
    let mut prompt = sample::prompt(PromptKind::Technical);
    prompt.points.remove(0);
    changed.prompt = Arc::new(prompt);
    desk.kill(changed);
    assert_eq!(&*desk.interview.turns[0].text, ANSWER);
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)), "{:?}", desk.interview.stage);
}

#[test]
fn what_another_version_kept_otherwise_is_not_read() {
    assert_eq!(Kept::read("{}"), None);
    assert_eq!(Kept::read("nonsense"), None);
}

#[test]
fn leaving_keeps_the_interview_and_discarding_does_not() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Esc Esc q");
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
    assert!(desk.draft().is_some_and(|draft| draft.contains("normalisasi")));
    desk.press("x");
    assert_eq!((desk.effects.last(), desk.draft()), (Some(&Effect::Back), None));
}

#[test]
fn ctrl_c_pauses_and_once_more_leaves() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S Ctrl-C");
    assert_eq!(desk.interview.state(), State::InterviewPause);
    desk.press("Ctrl-C");
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
}

#[test]
fn what_the_editor_brings_back_is_the_answer() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("satu").press("Ctrl-G");
    assert_eq!(desk.effects.last(), Some(&Effect::Edit { text: "satu".into(), ending: "md" }));
    let epoch = desk.interview.epoch();
    desk.input(Input::News(News::Edited(Some("dua".into()))));
    assert_eq!(desk.interview.text(), "dua");
    assert_ne!(desk.interview.epoch(), epoch, "the front takes it over");
}

// --- where it comes from ---

fn told(desk: &mut Desk, news: News) -> Vec<Effect> {
    desk.effects.clear();
    desk.input(Input::News(news));
    desk.effects.clone()
}

fn started(wish: Wish) -> (Desk, Vec<Effect>) {
    let mut desk = Desk::new();
    desk.interview = Interview::new(wish, 7);
    let effects = desk.with_context(|interview, cx| interview.start(cx));
    (desk, effects)
}

fn standing() -> PromptStanding {
    let prompt = sample::prompt(PromptKind::Technical);
    let (id, title, kind) = (prompt.id, prompt.title, prompt.kind);
    let head = PromptHead { id, title, kind, level: 2, minutes: 4, points: 7, personas: Vec::new() };
    let (topic, unit) = (Text::default(), Text::default());
    PromptStanding { head, topic, unit, tried: Vec::new(), best: None, due: None, weak: false, weakest: None }
}

#[test]
fn who_wishes_for_nothing_in_particular_is_asked_for_the_weakest_answer() {
    let (mut desk, first) = started(Wish::default());
    assert_eq!(first, [Effect::Ask(Request::Rehearse)]);
    let data = RehearseData { prompts: vec![standing()], ..RehearseData::default() };
    let asked = told(&mut desk, News::Rehearse(Box::new(data)));
    assert_eq!(asked, [Effect::Ask(Request::Prompt(sample::name()))]);
    told(&mut desk, News::Prompt(sample::name(), Some(sample::loaded(PromptKind::Technical))));
    assert_eq!(desk.interview.state(), State::InterviewThink);
    assert!(desk.interview.clock().is_some_and(Clock::runs));
}

#[test]
fn without_any_question_there_is_a_way_back() {
    let (mut desk, _) = started(Wish::default());
    told(&mut desk, News::Rehearse(Box::default()));
    assert_eq!(desk.interview.stage, Stage::Missing);
    assert_eq!(desk.press("Enter").effects.last(), Some(&Effect::Back));
    let (mut desk, first) = started(Wish { prompt: Some(sample::name()), ..Wish::default() });
    assert_eq!(first, [Effect::Ask(Request::Prompt(sample::name()))]);
    told(&mut desk, News::Prompt(sample::name(), None));
    assert_eq!(desk.interview.stage, Stage::Missing);
}

#[test]
fn what_was_left_in_the_middle_goes_on_where_it_was() {
    let mut left = Desk::wishing(pressure(Pressure::Relaxed));
    left.answer(ANSWER).press("5 Enter Esc q");
    let draft = left.draft();
    for resume in [true, false] {
        let (mut desk, first) = started(Wish { resume, ..Wish::default() });
        let asked = if resume {
            assert_eq!(first, [Effect::Ask(Request::Draft(KEPT_NAME.into()))]);
            told(&mut desk, News::Draft(KEPT_NAME.into(), draft.clone()))
        } else {
            let data = RehearseData { draft: draft.clone(), ..RehearseData::default() };
            told(&mut desk, News::Rehearse(Box::new(data)))
        };
        assert_eq!(asked, [Effect::Ask(Request::Prompt(sample::name()))]);
        told(&mut desk, News::Prompt(sample::name(), Some(sample::loaded(PromptKind::Technical))));
        assert_eq!(desk.grading().rows[0].mark, Some(Mark::Met));
        assert_eq!(desk.interview.cursor.row, 1);
        assert_eq!(desk.interview.asked.as_ref().map(|a| a.setup.pressure), Some(Pressure::Relaxed));
        assert_eq!(desk.interview.sheet, None, "grading has no clock that could run");
    }
}

// --- properties ---

fn history() -> impl Strategy<Value = Vec<Attempt>> {
    let points = ["schema", "indexes", "prepared", "pooling", "monitoring", "backup", "number"];
    let asked = proptest::sample::subsequence(points.to_vec(), 0..=2);
    let met = proptest::sample::subsequence(points.to_vec(), 0..=7);
    let tries = proptest::collection::vec((met, asked), 0..5);
    tries.prop_map(|tries| tries.iter().map(|(met, asked)| sample::attempt(3, met, asked, 4)).collect())
}

fn text() -> impl Strategy<Value = String> {
    let pieces =
        ["normalisasi", "explain analyze", "prepared statement", "connection pool", "slow query", "restore", "900 ms"];
    proptest::sample::subsequence(pieces.to_vec(), 0..=7).prop_map(|words| words.join(". "))
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    let keys = [
        "Ctrl-S", "Ctrl-S", "Ctrl-S", "Ctrl-X", "Enter", "Enter", "Enter", "1", "2", "3", "5", "0", "u", "U", "j", "k",
        "l", "x", "Esc", "n", "c", "i", "Space", "Alt-n", "Alt-c", "f", "t",
    ];
    proptest::collection::vec(proptest::sample::select(keys.to_vec()), 0..60)
}

proptest! {
    #[test]
    fn follow_ups_are_the_same_for_the_same_seed_and_never_those_of_the_last_two_tries(
        tries in history(), answer in text(), seed in 0u64..50,
    ) {
        let ask = || {
            let mut loaded = sample::loaded(PromptKind::Technical);
            loaded.attempts = tries.clone();
            let mut desk = Desk::with(loaded.clone(), Wish::default());
            desk.interview = Interview::new(Wish::default(), seed);
            desk.with_context(|interview, cx| interview.ask(loaded, cx));
            desk.press("Ctrl-S").types(&answer).press("Ctrl-S");
            let mut asked = Vec::new();
            while matches!(desk.interview.stage, Stage::FollowUp(_)) {
                asked.push(desk.about());
                desk.press("Ctrl-X");
            }
            asked
        };
        let asked = ask();
        prop_assert_eq!(&asked, &ask());
        let before: Vec<&str> = tries.iter().rev().take(2).flat_map(|a| a.rehearsed.followed_up()).collect();
        prop_assert!(asked.iter().all(|a| !before.contains(&a.as_str())), "{:?} after {:?}", asked, before);
        prop_assert!(asked.len() < 2 || asked[0] != asked[1]);
    }

    #[test]
    fn undo_of_any_step_restores_what_was_there(
        keys in keys(), answer in text(), spoken: bool,
        kind in proptest::sample::select(PromptKind::ALL.to_vec()), unseen: bool,
    ) {
        let loaded = if unseen { sample::unseen(kind) } else { sample::loaded(kind) };
        let mut desk = Desk::with(loaded, Wish { spoken: Some(spoken), ..Wish::default() });
        for key in keys {
            if desk.interview.field().is_some() && !desk.interview.commands {
                desk.interview.write(&answer);
            }
            let (before, steps) = (desk.seen(), desk.interview.steps.len());
            desk.wait(700).press(key);
            if desk.interview.steps.len() == steps + 1 && key != "U" {
                let mut again = Desk { interview: desk.interview.clone(), effects: Vec::new(), ..Desk::new() };
                again.now = desk.now;
                again.input(Input::Act(Bound { action: Action::Undo, arg: 0 }));
                let mut now = again.seen();
                // The clock goes on while keys are pressed, and the mark may have been moved by hand.
                let used = before.clock().map_or(0, |clock| clock.used(0));
                if let Some(clock) = now.clock_mut() { clock.set_used(used); }
                let mut was = before.clone();
                (was.commands, now.commands) = (false, false);
                was.sheet = None;
                (was.cursor, now.cursor) = (Cursor::default(), Cursor::default());
                was.texts.retain(|_, text| !text.is_empty());
                now.texts.retain(|_, text| !text.is_empty());
                prop_assert!(now == was, "{}: {:?} is not {:?}", key, now.stage, was.stage);
            }
        }
    }

    #[test]
    fn what_was_killed_is_what_goes_on(keys in keys(), answer in text(), spoken: bool, unseen: bool) {
        let loaded = || if unseen { sample::unseen(PromptKind::Technical) } else { sample::loaded(PromptKind::Technical) };
        let mut desk = Desk::with(loaded(), Wish { spoken: Some(spoken), ..Wish::default() });
        for key in keys {
            desk.wait(300).press(key);
            if desk.interview.field().is_some() && !desk.interview.commands {
                desk.types(&answer);
                desk.sleep(2_100);
            }
        }
        if desk.interview.is_open() && desk.draft().is_some() {
            let mut before = desk.seen();
            // The mark is kept with the next step; the sheet is closed by the pause.
            desk.kill(loaded());
            let mut now = desk.seen();
            let used = |i: &Interview| i.clock().map_or(0, |clock| clock.used(0));
            prop_assert!(used(&now) <= used(&before), "time that was not kept is the learner's");
            for interview in [&mut before, &mut now] {
                (interview.cursor, interview.sheet, interview.commands) = (Cursor::default(), None, false);
                interview.clock_hidden = false;
                if let Some(clock) = interview.clock_mut() { clock.set_used(0); }
            }
            prop_assert!(now == before, "{:?} is not {:?}", now.stage, before.stage);
        }
    }
}
