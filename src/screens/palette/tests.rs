use super::*;
use crate::domain::catalog::TopicHead;
use crate::domain::ids::TopicId;
use crate::domain::text::Text;
use crate::sessions::effect::HitTarget;
use crate::sessions::interview::Wish;
use crate::sessions::sample;
use crate::sessions::study::Catalog;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

fn stage() -> Stage {
    let mut stage = Stage::with(Box::new(PaletteScreen::new(State::Today)), sample::study());
    stage.effects();
    stage
}

fn hit(target: HitTarget, title: &str, detail: &str) -> Hit {
    Hit { target, title: title.into(), detail: detail.into() }
}

fn item(id: &str) -> ItemId {
    sample::topic("acid").item(id)
}

fn hits() -> Vec<Hit> {
    vec![
        hit(HitTarget::Term(None), "Isolation level", "what a transaction sees of others"),
        hit(HitTarget::Topic(sample::topic("isolation")), "Isolation levels", "Databases"),
        hit(HitTarget::Item(item("dirty")), "Which isolation level lets a dirty read happen?", "due in 6 days"),
        hit(
            HitTarget::Note(NotePlace::Section(sample::topic("acid"), "why".into(), 2)),
            "note: isolation is not\nlocking",
            "12 Nov",
        ),
    ]
}

fn found(query: &str) -> Stage {
    let mut stage = stage();
    stage.types(query).news(News::Search(query.into(), hits()));
    stage.effects();
    stage
}

#[test]
fn an_interview_question_that_was_found_is_asked() {
    let mut stage = stage();
    let id = item("isolation-anomalies");
    stage.types("=anoma");
    stage.effects();
    let hits = vec![hit(HitTarget::Prompt(id.clone()), "Isolation anomalies", "ACID, locking")];
    stage.news(News::Search("anoma".into(), hits)).keys("Enter");
    let wish = Wish { prompt: Some(id), ..Wish::default() };
    assert_eq!(stage.effects(), [Effect::Back, Effect::Go(Route::Interview(wish))]);
}

#[test]
fn every_letter_asks_for_the_whole_word_and_the_same_word_is_asked_for_once() {
    let mut stage = stage();
    stage.types("iso ");
    let ask = |text: &str| Effect::Ask(Request::Search(text.into()));
    assert_eq!(stage.effects(), [ask("i"), ask("is"), ask("iso")]);
}

#[test]
fn a_term_is_looked_up_in_seven_keys_with_the_one_that_opened_the_box_and_the_one_that_closes_the_text() {
    let mut stage = stage();
    stage.types("isol");
    stage.effects();
    stage.news(News::Search("isol".into(), hits())).keys("Enter");
    let text = Route::Text { title: "Isolation level".into(), body: "what a transaction sees of others".into() };
    assert_eq!(stage.effects(), [Effect::Back, Effect::Go(text)]);
}

#[test]
fn a_meaning_says_where_the_term_is_taught() {
    let mut stage = stage();
    let term = hit(HitTarget::Term(Some(sample::topic("acid"))), "atomic", "all of it or none of it");
    stage.types("atom").news(News::Search("atom".into(), vec![term]));
    stage.effects();
    let body = "all of it or none of it\n\nTaught in: ACID, locking".into();
    let text = Route::Text { title: "atomic".into(), body };
    assert_eq!(stage.keys("Enter").effects(), [Effect::Back, Effect::Go(text)]);
}

#[test]
fn enter_waits_for_the_answer_of_the_search() {
    let mut stage = stage();
    stage.types("isol").keys("Enter");
    assert!(!stage.effects().contains(&Effect::Back));
    stage.news(News::Search("isol".into(), hits()));
    let effects = stage.effects();
    assert!(matches!(effects.as_slice(), [Effect::Back, Effect::Go(Route::Text { .. })]), "{effects:?}");
}

#[test]
fn a_second_enter_does_not_wait() {
    let mut stage = stage();
    stage.types("isol");
    stage.effects();
    stage.keys("Enter Enter");
    let lesson = Route::Lesson(sample::topic("isolation"), None);
    assert_eq!(stage.effects(), [Effect::Back, Effect::Go(lesson)]);
}

#[test]
fn answers_to_what_is_no_longer_typed_are_left_out() {
    let mut stage = stage();
    stage.types("isol").keys("Backspace").news(News::Search("isol".into(), hits()));
    assert!(!stage.picture().contains("dirty read"), "{}", stage.picture());
    stage.news(News::Search("iso".into(), hits()));
    assert!(stage.picture().contains("dirty read"), "{}", stage.picture());
}

#[test]
fn a_topic_that_both_searches_find_stands_once() {
    let shown = found("isol").picture();
    assert_eq!(shown.matches("  lesson ").count(), 1, "{shown}");
}

#[test]
fn a_question_opens_the_section_that_teaches_it() {
    let mut stage = found("isol");
    stage.keys("Down Down Enter");
    assert_eq!(stage.effects(), [Effect::Ask(Request::Item(item("dirty")))]);
    stage.news(News::Item(item("other"), None)).news(News::Item(item("dirty"), None));
    assert_eq!(stage.effects(), [Effect::Back, Effect::Go(Route::Lesson(sample::topic("acid"), None))]);
}

#[test]
fn a_note_opens_the_section_where_it_was_written() {
    let mut stage = found("@isol");
    assert_eq!(stage.effects(), []);
    stage.news(News::Search("isol".into(), hits())).keys("Enter");
    let lesson = Route::Lesson(sample::topic("acid"), Some("why".into()));
    assert_eq!(stage.effects(), [Effect::Back, Effect::Go(lesson)]);
}

#[test]
fn commands_run_on_the_screen_below_and_show_their_key() {
    let mut stage = stage();
    stage.types(">take back");
    assert_eq!(stage.effects(), [], "commands are not searched for elsewhere");
    let shown = stage.picture();
    let row = shown.lines().find(|l| l.contains("Take back the last")).unwrap_or_default();
    assert!(row.trim_end().ends_with("u  │"), "{shown}");
    stage.keys("Enter");
    assert_eq!(stage.effects(), [Effect::Back, Effect::Run(Action::Undo)]);
}

#[test]
fn a_command_is_found_by_its_name_in_keys_toml() {
    let mut stage = stage();
    stage.types(">week-plan").keys("Enter");
    assert_eq!(stage.effects(), [Effect::Back, Effect::Run(Action::WeekPlan)]);
}

#[test]
fn a_command_that_needs_a_digit_says_which_one() {
    let mut stage = Stage::with(Box::new(PaletteScreen::new(State::QuestionSingle)), sample::study());
    stage.types(">answer with").keys("Enter");
    let text = "Press 1-6 there".into();
    assert_eq!(stage.effects(), [Effect::Back, Effect::Toast(Toast { good: true, text })]);
}

#[test]
fn places_are_commands_and_their_digits_stand_only_where_they_lead_there() {
    let shown = |state| {
        let mut stage = Stage::with(Box::new(PaletteScreen::new(state)), sample::study());
        stage.types(">path").picture()
    };
    let row = |shown: &str| shown.lines().find(|l| l.contains(" Path ")).unwrap_or_default().to_owned();
    assert!(row(&shown(State::Today)).contains(" 2  │"), "{}", shown(State::Today));
    assert!(!row(&shown(State::Feedback)).contains(" 2  │"), "{}", shown(State::Feedback));
}

#[test]
fn a_name_that_begins_with_what_was_typed_comes_before_one_that_holds_it() {
    let rows = |typed: &str| -> Vec<String> {
        let mut stage = stage();
        let shown = stage.types(typed).picture();
        shown.lines().filter(|l| l.contains(" lesson ")).map(|l| l.trim().to_owned()).collect()
    };
    let replicas = rows("re");
    assert!(replicas[0].contains("REST") || replicas[0].contains("Relational"), "{replicas:?}");
    assert!(replicas.last().is_some_and(|r| r.contains("Caching, Redis")), "{replicas:?}");
    assert_eq!(rows("zzzz"), Vec::<String>::new());
}

#[test]
fn letters_that_lie_far_apart_are_no_match() {
    let mut stage = stage();
    assert!(stage.types("hpds").picture().contains("Searching"), "{}", stage.picture());
    stage.news(News::Search("hpds".into(), Vec::new()));
    assert!(stage.picture().contains("Nothing is called that."), "{}", stage.picture());
}

#[test]
fn a_title_in_the_other_language_finds_the_topic() {
    let mut stage = stage();
    stage.types("replikasi");
    assert!(stage.picture().contains("Replication, CAP"), "{}", stage.picture());
}

#[test]
fn a_review_of_a_begun_topic_is_offered_and_of_no_other() {
    let mut stage = stage();
    assert!(stage.types("acid").picture().contains("Review topic: ACID, locking"), "{}", stage.picture());
    stage.keys("Ctrl-U").types("nosql");
    assert!(!stage.picture().contains("Review topic"), "{}", stage.picture());
}

#[test]
fn a_sign_narrows_the_search_to_one_kind() {
    for (typed, here, gone) in [
        ("#isol", "lesson   Isolation levels", "Review topic"),
        ("=isol", "item     Which isolation level", "lesson "),
        ("@isol", "mine     note: isolation is not locking", "item "),
    ] {
        let mut stage = found(typed);
        stage.news(News::Search("isol".into(), hits()));
        let shown = stage.picture();
        assert!(shown.contains(here) && !shown.contains(gone), "{typed}: {shown}");
    }
}

#[test]
fn tab_shows_more_of_the_row_and_esc_closes() {
    let mut stage = found("isol");
    assert!(!stage.picture().contains("Isolation level: what a transaction"), "{}", stage.picture());
    stage.keys("Tab");
    assert!(stage.picture().contains("Isolation level: what a transaction sees of others"), "{}", stage.picture());
    assert_eq!(stage.keys("Esc").effects(), [Effect::Back]);
}

#[test]
fn keys_stay_beside_names_that_are_cut() {
    let mut stage = stage();
    let shown = stage.resize(44, 12).picture();
    assert!(shown.lines().any(|l| l.contains("… ") && l.ends_with("Enter  │")), "{shown}");
}

#[test]
fn trouble_is_a_command_while_there_is_some() {
    let mut stage = stage();
    assert!(!stage.types(">trouble").picture().contains("what is in the way"));
    stage.study.read_only = Some(4711);
    assert!(stage.news(News::Study).picture().contains("what is in the way"));
}

#[test]
fn a_paste_is_searched_for_and_opens_nothing() {
    let mut stage = stage();
    stage.input(Input::Paste("isolation\nlevels".into()));
    assert_eq!(stage.effects(), [Effect::Ask(Request::Search("isolation levels".into()))]);
}

#[test]
fn the_cursor_stands_behind_what_is_typed() {
    let mut stage = stage();
    assert_eq!(stage.types("idem").cursor(), Some((13, 5)));
}

#[test]
fn the_box_fits_every_window_whatever_it_holds() {
    let mut study = sample::study();
    let mut catalog = Catalog::clone(&study.catalog);
    let id = TopicId::new("roadmap", "hostile");
    let mut head = TopicHead::clone(&catalog.topics[&sample::topic("acid")]);
    head.id = id.clone();
    head.title = Text::shared(format!("iso {} \u{1b}[31m\te\u{301}\u{301}数", "x".repeat(300)));
    catalog.topics.insert(id, head.into());
    study.catalog = catalog.into();
    let mut stage = Stage::with(Box::new(PaletteScreen::new(State::Today)), study);
    stage.types("iso").news(News::Search("iso".into(), hits()));
    stage.at_every_size();
    stage.keys("Tab Down").types(&"数".repeat(120));
    stage.at_every_size();
}

#[test]
fn it_looks_as_designed() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for lang in ["en", "id"] {
            let picture = found("isol").resize(width, height).speak(lang).picture();
            insta::assert_snapshot!(format!("palette_{width}x{height}_{lang}"), picture);
        }
    }
    insta::assert_snapshot!("palette_commands", stage().picture());
    insta::assert_snapshot!("palette_preview", found("isol").keys("Tab Down").picture());
    insta::assert_snapshot!("palette_colours", found("isol").keys("Down").coloured());
    let mut plain = found("isol");
    plain.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("palette_ascii", plain.picture());
}
