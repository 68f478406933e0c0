//! Where an interview comes from.

use super::*;

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
        assert_eq!(first, [Effect::Ask(Request::Rehearse)]);
        let data = RehearseData { draft: draft.clone(), ..RehearseData::default() };
        let asked = told(&mut desk, News::Rehearse(Box::new(data)));
        assert_eq!(asked, [Effect::Ask(Request::Prompt(sample::name()))]);
        told(&mut desk, News::Prompt(sample::name(), Some(sample::loaded(PromptKind::Technical))));
        assert_eq!(desk.grading().rows[0].mark, Some(Mark::Met));
        assert_eq!(desk.interview.cursor.row, 1);
        assert_eq!(desk.interview.asked.as_ref().map(|a| a.setup.pressure), Some(Pressure::Relaxed));
        assert_eq!(desk.interview.sheet, None, "grading has no clock that could run");
    }
}

#[test]
fn asking_for_a_question_that_was_left_in_the_middle_goes_on_with_it_and_others_leave_it_alone() {
    let mut left = Desk::wishing(pressure(Pressure::Relaxed));
    left.answer(ANSWER).press("5 Enter Esc q");
    let draft = left.draft();
    let wish = Wish { prompt: Some(sample::name()), ..Wish::default() };
    let (mut desk, _) = started(wish.clone());
    let loaded = LoadedPrompt { draft: draft.clone(), ..*sample::loaded(PromptKind::Technical) };
    told(&mut desk, News::Prompt(sample::name(), Some(Box::new(loaded.clone()))));
    assert_eq!(desk.grading().rows[0].mark, Some(Mark::Met));

    let (mut practice, _) = started(Wish { practice: true, ..wish });
    let effects = told(&mut practice, News::Prompt(sample::name(), Some(Box::new(loaded))));
    assert!(matches!(practice.interview.stage, Stage::Practice(_)));
    assert!(effects.iter().all(|e| !matches!(e, Effect::Draft { .. })), "{effects:?}");
    let name =
        left.effects.iter().rev().find_map(|e| if let Effect::Draft { name, .. } = e { Some(name) } else { None });
    assert_eq!(name, Some(&format!("{DRAFTS}{}", sample::name())), "each question has a draft of its own");
}

#[test]
fn an_answer_that_was_recorded_before_the_program_was_killed_is_not_recorded_twice() {
    let mut desk = Desk::wishing(pressure(Pressure::Relaxed));
    desk.answer(ANSWER).press("5");
    while matches!(desk.interview.stage, Stage::Practice(_)) {
        desk.press("Esc");
    }
    while !matches!(desk.interview.stage, Stage::Compare(_)) {
        desk.press("Enter");
    }
    let before = desk.draft();
    desk.press("Enter");
    let event = desk.events().last().map(|e| (*e).clone()).unwrap_or_else(|| panic!("nothing was recorded"));
    let What::Rehearsed(rehearsed) = event.what.clone() else { panic!("{event:?}") };
    assert_eq!(desk.draft(), None);

    // Killed between the two: the log has the answer, and the draft is still there.
    let mut loaded = *sample::loaded(PromptKind::Technical);
    let (utc, offset_min) = (event.utc, event.offset_min);
    loaded.attempts.push(Attempt { id: event.id, utc, offset_min, rehearsed: *rehearsed });
    loaded.draft = before;
    let (mut again, _) = started(Wish { prompt: Some(sample::name()), ..Wish::default() });
    let effects = told(&mut again, News::Prompt(sample::name(), Some(Box::new(loaded))));
    assert!(matches!(again.interview.stage, Stage::Debrief(_)), "{:?}", again.interview.stage);
    assert!(matches!(&effects[..], [Effect::Draft { body: None, .. }]), "{effects:?}");
    again.press("u");
    let undone = again.events().last().map(|e| e.what.clone());
    assert_eq!(undone, Some(What::Undone { of: event.id }), "and it can be taken back as any other");
}
