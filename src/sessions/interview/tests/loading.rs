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
