//! What came of an answer.

use super::*;

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
fn an_answer_is_held_against_the_level_that_the_learner_climbs_to_and_its_anchor_stands_first() {
    let climbing = |target, wish| {
        let loaded = LoadedPrompt { target, ..*sample::loaded(PromptKind::Technical) };
        let mut desk = Desk::with(Box::new(loaded), wish);
        desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter 1 Enter");
        let debrief = desk.debrief();
        let said: Vec<(u8, String)> = debrief.sounds().into_iter().map(|(n, text)| (n, text.en.to_string())).collect();
        (debrief.rehearsed.target, debrief.verdict.band, said)
    };
    let line = |n: u8| (n, format!("level {n}"));
    assert_eq!(climbing(None, Wish::default()), (2, Band::At, vec![line(2)]), "that of the question");
    assert_eq!(climbing(Some(3), Wish::default()), (3, Band::Near, vec![line(3), line(2)]));
    let named = Wish { level: Some(1), ..Wish::default() };
    assert_eq!(climbing(Some(3), named), (1, Band::Above, vec![line(1), line(2)]), "what is named comes first");
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
fn asking_again_keeps_the_conditions_and_leaves_the_mock_interview_alone() {
    let sitting = Some(EventId(7));
    let wish = Wish { pressure: Some(Pressure::Relaxed), level: Some(4), sitting, ..Wish::default() };
    let mut desk = Desk::wishing(wish);
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.debrief().rehearsed.sitting, sitting);
    desk.press("r");
    let Some(Effect::Go(Route::Interview(wish))) = desk.effects.last() else { panic!("asked again") };
    assert_eq!(
        (wish.prompt.as_ref(), wish.pressure, wish.level),
        (Some(&sample::name()), Some(Pressure::Relaxed), Some(4))
    );
    assert_eq!(wish.sitting, None);
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
