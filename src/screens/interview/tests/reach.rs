//! Everything can be read in every window: what is longer than its room has pages, and says so.

use super::*;

/// The rows of a picture that hold a text.
fn count(shown: &str, text: &str) -> usize {
    shown.lines().filter(|line| line.contains(text)).count()
}

/// A question of twelve numbered sentences.
fn long() -> Box<LoadedPrompt> {
    let mut loaded = sample::loaded(PromptKind::Technical);
    let sentences: Vec<String> = (1..=12).map(|n| format!("Sentence number {n} of the question.")).collect();
    let ask = Text::shared(sentences.join("\n"));
    loaded.prompt = Prompt { ask, ..sample::prompt(PromptKind::Technical) }.into();
    loaded
}

fn paged(stage: &mut Stage, until: &str) -> String {
    for _ in 0..20 {
        let shown = stage.picture();
        if shown.contains(until) {
            return shown;
        }
        assert!(shown.contains("PgDn more"), "{until} is out of reach\n{shown}");
        stage.keys("PgDn");
    }
    panic!("{until} never came\n{}", stage.picture());
}

#[test]
fn a_question_that_is_longer_than_its_room_has_pages_while_text_is_typed_and_among_commands() {
    let mut stage = with(wish(), long());
    stage.resize(44, 12);
    for keys in ["Up", "Ctrl-S", "Esc"] {
        let shown = stage.keys(keys).picture();
        assert!(shown.contains("number 1 of") && shown.contains("PgDn more"), "{keys}\n{shown}");
        let shown = paged(&mut stage, "number 12 of");
        assert!(!shown.contains("PgDn more") && shown.contains("PgUp back"), "{keys}\n{shown}");
        stage.keys("PgUp PgUp PgUp PgUp PgUp PgUp");
    }
    assert!(stage.picture().contains("COMMANDS"), "{}", stage.picture());
}

#[test]
fn pages_move_in_the_answer_where_the_question_is_seen_whole() {
    let mut stage = asked();
    stage.keys("Ctrl-S");
    stage.input(Input::Paste("first\n".to_owned() + &"more\n".repeat(40)));
    assert!(!stage.picture().contains("┃ first"));
    assert!(stage.keys("PgUp PgUp PgUp PgUp").picture().contains("┃ first"));
}

#[test]
fn a_follow_up_opens_at_its_question_and_leads_back_to_the_first_one() {
    let mut loaded = sample::exhibited(PromptKind::Technical);
    let mut persona = sample::persona();
    persona.missing.id = vec![format!("{} {{follow_up}}", "Saya mendengar banyak hal yang baik. ".repeat(5)).into()];
    loaded.personas = vec![persona.into()];
    let mut stage = with(wish(), loaded);
    stage.keys("Ctrl-S").types("normalisasi").keys("Ctrl-S").resize(44, 12);
    assert_eq!(stage.screen.state(), State::InterviewFollowUp);
    assert!(stage.picture().contains("Kapan terakhir"), "{}", stage.picture());
    let shown = paged(&mut stage, "┃ shifts ");
    assert!(!shown.contains("Saya mendengar"), "{shown}");
    assert!(stage.keys("PgUp PgUp PgUp PgUp PgUp PgUp PgUp").picture().contains("Saya mendengar"));
    let beside = stage.resize(120, 40).picture();
    assert!(beside.contains("│  QUESTION") && beside.contains("Jakarta Medan Jayapura"), "{beside}");
}

#[test]
fn the_other_follow_up_opens_at_its_own_beginning() {
    let swapped = |paging: &str| {
        let mut loaded = sample::exhibited(PromptKind::Technical);
        let mut persona = sample::persona();
        persona.missing.id = vec![format!("{} {{follow_up}}", "Saya mendengar banyak hal. ".repeat(5)).into()];
        loaded.personas = vec![persona.into()];
        let mut stage = with(wish(), loaded);
        stage.keys("Ctrl-S").types("normalisasi").keys("Ctrl-S").resize(44, 12).keys(paging);
        let before = stage.picture();
        assert_ne!(stage.keys("Esc n").picture(), before);
        stage.picture()
    };
    assert_eq!(swapped("PgUp PgUp PgUp"), swapped(""));
}

#[test]
fn the_question_is_given_more_rows_while_it_is_read_again_in_a_follow_up() {
    let mut stage = with(wish(), sample::exhibited(PromptKind::Technical));
    stage.keys("Ctrl-S").types("normalisasi").keys("Ctrl-S");
    assert!(!stage.picture().contains("QUESTION"));
    let shown = stage.keys("PgDn").picture();
    assert!(shown.contains("QUESTION\n   ┃ Since 1 March") && shown.contains("Jakarta   Medan"), "{shown}");
    let field = shown.lines().skip_while(|line| !line.contains("YOUR ANSWER")).filter(|line| line.contains('┃'));
    assert!(field.count() >= 8 && stage.types("mine").picture().contains("┃ mine"), "{shown}");
}

#[test]
fn who_speaks_to_a_follow_up_can_look_the_question_up_too() {
    let mut stage = with(Wish { spoken: Some(true), ..wish() }, sample::exhibited(PromptKind::Technical));
    stage.keys("Ctrl-S Space").types("normalisasi").keys("Ctrl-S").resize(44, 12);
    assert_eq!(stage.screen.state(), State::InterviewSpeakFollowUp);
    assert!(stage.picture().contains("Kapan terakhir"), "{}", stage.picture());
    paged(&mut stage, "func (h *H) find(id *ID) {");
}

#[test]
fn what_was_asked_back_is_answered_in_sight_and_stays_while_the_answer_is_typed() {
    let mut stage = with(wish(), sample::exhibited(PromptKind::Technical));
    for (width, height) in [(44, 12), (80, 24), (120, 40)] {
        stage = with(wish(), sample::exhibited(PromptKind::Technical));
        stage.resize(width, height).keys("Alt-c 2");
        assert!(stage.picture().contains("┃ PostgreSQL."), "{}", stage.picture());
        stage.keys("Ctrl-S");
        let shown = paged(&mut stage, "┃ PostgreSQL.");
        assert!(shown.contains("Database yang mana?"), "{shown}");
    }
    assert_eq!(stage.screen.state(), State::InterviewAnswer);
}

#[test]
fn a_question_that_was_asked_back_is_not_offered_again() {
    let mut stage = asked();
    assert!(stage.keys("Esc").picture().contains("c ask back"));
    stage.keys("i");
    assert!(stage.picture().contains("Esc commands: ask back"));
    let shown = stage.keys("Alt-c 2").picture();
    assert!(!shown.contains("ask back"), "{shown}");
    assert!(!stage.keys("Esc").picture().contains("ask back"), "{}", stage.picture());
}

#[test]
fn a_long_question_leaves_eight_rows_to_write_in() {
    let mut stage = with(wish(), sample::exhibited(PromptKind::Technical));
    stage.types("one, two").keys("Ctrl-S").types("mine");
    let shown = stage.picture();
    let field = shown.lines().skip_while(|line| !line.contains("YOUR ANSWER")).filter(|line| line.contains('┃'));
    assert!(field.count() >= 8 && shown.contains("PgDn more") && shown.contains("Notes  one, two"), "{shown}");
}

#[test]
fn notes_are_seen_whole_beside_the_answer_and_within_reach_below_the_question() {
    let mut stage = asked();
    let notes = (1..=30).map(|n| format!("note{n}")).collect::<Vec<_>>().join(" ");
    stage.types(&notes).keys("Ctrl-S");
    for (width, height) in [(100, 30), (120, 40)] {
        let shown = stage.resize(width, height).picture();
        assert!(shown.contains("│  NOTES") && shown.contains("note30"), "{shown}");
    }
    let shown = stage.resize(80, 24).picture();
    assert!(shown.contains("Notes  note1 ") && count(&shown, "note") == 2, "two rows of them\n{shown}");
    assert_eq!(shown.matches('…').count(), 1, "{shown}");
    paged(&mut stage, "note30");
    stage.resize(44, 12);
    paged(&mut stage, "note30");
}

#[test]
fn every_grade_of_a_point_can_be_read_in_the_smallest_window() {
    let mut stage = graded();
    stage.resize(44, 12).keys("k k k k k k k");
    for _ in 0..7 {
        paged(&mut stage, "3  met:");
        stage.keys("j");
    }
}

#[test]
fn an_answer_in_which_nothing_was_found_uses_the_free_rows_and_has_pages() {
    let mut stage = with(Wish { follow_ups: Some(0), ..wish() }, sample::loaded(PromptKind::Technical));
    let answer = (1..=60).map(|n| format!("line {n}.")).collect::<Vec<_>>().join("\n");
    stage.keys("Ctrl-S").input(Input::Paste(answer)).keys("Ctrl-S 2");
    let shown = stage.resize(80, 30).picture();
    let rows = count(&shown, "│ line ");
    assert!(rows >= 6 && shown.contains("PgDn more"), "{shown}");
    let next = stage.keys("PgDn").picture();
    assert!(!next.contains("line 1.") && next.contains(&format!("line {}.", rows + 1)), "{next}");
    let end = paged(&mut stage, "line 60.");
    assert!(!end.contains("PgDn more"), "{end}");
    let small = stage.resize(44, 12).keys("j").picture();
    assert!(small.contains("2  Indexes"), "{small}");
    paged(&mut stage, "line 60.");
}

#[test]
fn the_whole_model_answer_can_be_read_beside_the_own_one() {
    let mut stage = compared();
    let model = sample::prompt(PromptKind::Technical).model_full;
    let (first, last) = (model.en.split_whitespace().next(), model.en.split_whitespace().next_back());
    let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
    for (width, height) in [(44, 12), (60, 20), (80, 24), (120, 40)] {
        stage.resize(width, height);
        let footer = stage.picture();
        assert!(width < 80 || footer.contains("b whole texts"), "{footer}");
        let shown = stage.keys("b").picture();
        assert!(width < 80 || (shown.contains("b point by point") && shown.contains(first)), "{shown}");
        paged(&mut stage, last);
        stage.keys("b");
    }
}

#[test]
fn a_follow_up_without_an_answer_says_so_among_the_whole_texts() {
    let mut stage = asked();
    stage.keys("Ctrl-S").types("normalisasi").keys("Ctrl-S Ctrl-X Ctrl-X 2");
    while stage.screen.state() == State::InterviewGrade {
        stage.keys("1");
    }
    let shown = stage.keys("b").picture();
    assert!(shown.contains("   follow-up 1 ") && count(&shown, "(nothing)") > 0, "{shown}");
}

#[test]
fn the_greeting_stands_apart_from_the_question_and_the_last_line_is_heard_everywhere() {
    assert!(asked().picture().contains("┃ Selamat pagi.\n\n   ┃ Bagaimana"));
    let mut stage = debriefed();
    for (width, height) in [(44, 12), (80, 24), (120, 40)] {
        stage.resize(width, height).keys("PgUp PgUp PgUp PgUp PgUp PgUp PgUp");
        paged(&mut stage, "Terima kasih.");
    }
}

#[test]
fn an_excerpt_says_that_it_is_one_and_never_with_four_dots() {
    let mut stage = with(Wish { follow_ups: Some(0), ..wish() }, sample::loaded(PromptKind::Technical));
    stage.keys("Ctrl-S").types("Awal. Kami pakai normalisasi penuh. Akhir.").keys("Ctrl-S 2");
    let shown = stage.picture();
    assert!(shown.contains("… Kami pakai normalisasi penuh. …") && !shown.contains(".."), "{shown}");
    let mut stage = with(Wish { follow_ups: Some(0), ..wish() }, sample::loaded(PromptKind::Technical));
    stage.keys("Ctrl-S").types(&format!("{} normalisasi {}", "kata ".repeat(60), "kata ".repeat(60)));
    let shown = stage.keys("Ctrl-S 2").picture();
    assert!(shown.contains("   … kata") && shown.contains("kata …\n"), "{shown}");
    assert!(shown.contains("\"normalisasi kata kata…\""), "{shown}");
}

#[test]
fn the_own_answer_is_read_whole_before_the_prediction() {
    let mut stage = asked();
    let own: Vec<String> = (1..=60).map(|n| format!("Own sentence {n} ends here.")).collect();
    answering(&mut stage, &own.join("\n"), 1_000);
    stage.keys("Ctrl-S Ctrl-X Ctrl-X");
    for (width, height) in [(44, 12), (80, 24), (120, 40)] {
        stage.resize(width, height);
        for n in [1, 30, 60] {
            paged(&mut stage, &format!("sentence {n} ends"));
        }
        let shown = stage.picture();
        assert!(!shown.contains('…') && shown.contains("PgUp back"), "{shown}");
        stage.keys(&"PgUp ".repeat(12));
    }
}
