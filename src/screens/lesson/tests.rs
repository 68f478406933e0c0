use super::fixtures::*;
use crate::domain::event::{NotePlace, What};
use crate::sessions::action::State;
use crate::sessions::effect::{Effect, News, Queue, Route};
use crate::sessions::input::Input;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

fn n1() -> Desk {
    Desk::open(topic(N1_EN, N1_ID, vec![how_many()]))
}

fn four_sections() -> Desk {
    Desk::open(topic(&long("en"), &long("id"), vec![]))
}

fn rows(desk: &mut Desk) -> Vec<String> {
    desk.picture().lines().map(str::to_owned).collect()
}

/// The text of a picture with SGR codes, without them.
fn without_codes(ans: &str) -> Vec<String> {
    let mut out = String::new();
    let mut rest = ans;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out.lines().map(|l| l.trim_end().to_owned()).collect()
}

/// The number of the section in the header.
fn section(desk: &mut Desk) -> Option<char> {
    desk.picture().lines().next()?.split_once(" of ")?.0.chars().last()
}

/// The records among the effects.
fn events(desk: &Desk) -> Vec<&What> {
    let records = desk.effects.iter().filter_map(|e| match e {
        Effect::Record(events) => Some(events),
        _ => None,
    });
    records.flatten().map(|e| &e.what).collect()
}

// The pictures of the visual language.

#[test]
fn a_lesson_looks_like_its_picture() {
    let picture = [
        "   What the database sees",
        "",
        "   The handler asks for 50 stores, then for each owner one by one. One page",
        "   load becomes 51 round trips. Eager loading fetches the owners in one more.",
        "",
        "   │ for _, s := range stores {                                              go",
        "   │     c, err := r.clients.Get(ctx, s.ClientID)   // one query each",
        "   │ }",
        "   │ db.Preload(\"Client\").Limit(50).Find(&stores)   // two in all",
        "",
        "   ┃ CHECK YOURSELF                                              g it's a guess",
        "   ┃ 100 stores, no eager loading. How many queries?",
        "   ┃ 1  2 queries      2  100 queries      3  101 queries",
        "",
        "   ┃ SAY IT IN AN INTERVIEW",
        "   ┃ \"I count the queries first. If they grow with the rows, I load the",
        "   ┃  relation in one query and measure again.\"",
        "",
        "   See also  Indexes   DataLoader   Connection pooling",
    ];
    assert_eq!(rows(&mut n1())[3..22], picture);
}

#[test]
fn a_lesson_has_the_colours_of_its_picture() {
    let shown = n1().stage.coloured();
    let row = |n: usize| shown.lines().nth(n).unwrap_or_default().to_owned();
    assert_eq!(
        row(8),
        "   \u{1b}[2m│\u{1b}[0m \u{1b}[1mfor\u{1b}[0m _, s := \u{1b}[1mrange\u{1b}[0m stores {                                              \u{1b}[2mgo\u{1b}[0m"
    );
    assert!(row(13).starts_with("   \u{1b}[36m┃\u{1b}[0m CHECK YOURSELF "), "{}", row(13));
    assert!(row(13).ends_with("\u{1b}[36mg\u{1b}[0m it's a guess"), "{}", row(13));
    assert!(row(17).starts_with("   \u{1b}[95m┃\u{1b}[0m SAY IT"), "{}", row(17));
    assert!(row(21).contains("\u{1b}[36;4mIndexes") || row(21).contains("\u{1b}[4;36mIndexes"), "{}", row(21));
    assert_eq!(without_codes(&shown), rows(&mut n1()));
}

#[test]
fn a_diagram_with_notes_and_a_mistake_looks_like_its_picture() {
    let mut desk = Desk::open(topic(CACHE_EN, "", vec![]));
    insta::assert_snapshot!(desk.picture());
}

// Snapshots: sizes, languages, themes.

#[test]
fn small_medium_and_large_in_both_languages() {
    for (name, width, height) in [("small", 60, 20), ("medium", 80, 24), ("large", 120, 40)] {
        for code in ["en", "id"] {
            let mut desk = n1();
            desk.loaded.notes =
                vec![(NotePlace::Section(here(), "sees".into(), 1), "Our *orders* page\nhad this.".into())];
            let loaded = Box::new(desk.loaded.clone());
            desk.stage.news(News::Topic(here(), Ok(loaded)));
            desk.stage.resize(width, height);
            desk.stage.speak(code);
            desk.serve();
            insta::assert_snapshot!(format!("{name}_{code}"), desk.picture());
            for _ in 0..9 {
                if desk.stage.screen.state() != State::LessonCheck {
                    desk.keys("Space");
                }
            }
            desk.keys("2");
            insta::assert_snapshot!(format!("{name}_{code}_answered"), desk.picture());
        }
    }
}

#[test]
fn mono_and_ascii() {
    let mut desk = n1();
    desk.keys("1");
    desk.stage.theme = Theme::mono();
    desk.stage.input(Input::Resize);
    insta::assert_snapshot!("mono", desk.stage.coloured());
    desk.stage.theme = Theme::contrast().with_ascii(true);
    desk.stage.input(Input::Resize);
    insta::assert_snapshot!("ascii", desk.picture());
    let content = desk.picture();
    assert!(content.is_ascii(), "{content}");
}

#[test]
fn every_kind_of_check_is_asked_and_answered_in_place() {
    for question in all_kinds() {
        let name = question.id.local().to_owned();
        let text = format!("Text before.\n\n```check\n{name}\n```\n\nText after.\n");
        let mut desk = Desk::open(topic(&text, &text, vec![question]));
        desk.stage.resize(60, 24);
        let asked = desk.picture();
        desk.keys("Enter");
        let entered = desk.picture();
        assert_eq!(events(&desk).len(), 0, "{name}");
        desk.keys(match name.as_str() {
            "multi" => "1 2 Enter",
            "verdict" => "1 a",
            "short" => "l a t e Enter",
            "cloze" => "e a r l y Enter Enter l a z y Enter Enter",
            "order" => "3 2 1 Enter",
            "match" => "a c Enter",
            "line" => "Enter",
            "scenario" => "1 2",
            _ => "x",
        });
        assert_eq!(events(&desk).len(), 1, "{name}");
        let told = desk.picture();
        desk.keys("w");
        let all = desk.picture();
        assert!(all.lines().filter(|l| l.contains('┃')).count() >= told.lines().filter(|l| l.contains('┃')).count());
        let whole = [asked, entered, told, all].map(|p| p.lines().skip(3).take(19).collect::<Vec<_>>().join("\n"));
        insta::assert_snapshot!(format!("check_{name}"), whole.join("\n----------\n"));
    }
}

#[test]
fn an_empty_lesson_a_missing_one_and_one_that_is_still_coming_say_so() {
    let mut desk = Desk::open(topic("", "", vec![]));
    assert!(desk.picture().contains("This lesson has no text yet."), "{}", desk.picture());
    let mut stage = Stage::new(Box::new(super::LessonScreen::new(here(), None)));
    assert!(stage.picture().contains("Opening the lesson"));
    stage.news(News::Topic(here(), Err("No pack has this topic.".into())));
    insta::assert_snapshot!("missing", stage.picture());
    stage.effects();
    assert_eq!(stage.keys("Esc").effects(), [Effect::Back]);
}

// Moving and places.

#[test]
fn the_space_bar_pages_to_the_end_and_the_end_leads_on() {
    let mut desk = four_sections();
    let mut seen = vec![rows(&mut desk)];
    while !desk.picture().contains("Enter  next") {
        desk.keys("Space");
        seen.push(rows(&mut desk));
        assert!(seen.len() < 30, "the end is never reached");
    }
    // Nothing is passed over: each page goes on where the one before it ended.
    for pair in seen.windows(2) {
        let last = pair[0][3..22].iter().rev().find(|l| !l.is_empty()).expect("text");
        assert!(pair[1][3..22].contains(last), "{last:?} is on both pages:\n{}", pair[1].join("\n"));
    }
    assert!(events(&desk).is_empty());
    desk.keys("Space");
    assert!(matches!(events(&desk)[..], [What::Read { .. }]));
    assert_eq!(desk.stage.screen.state(), State::Summary);
    insta::assert_snapshot!("end", desk.picture());
}

#[test]
fn a_card_that_would_be_cut_begins_the_next_page() {
    let filler = "A line of text.\n\n".repeat(8);
    let text = format!("{filler}```check\nhow-many\n```\n\n{filler}{filler}");
    let mut desk = Desk::open(topic(&text, &text, vec![how_many()]));
    desk.stage.resize(80, 23);
    desk.serve();
    assert!(desk.picture().contains("CHECK YOURSELF") && !desk.picture().contains("3  101 queries"));
    assert_eq!(desk.stage.screen.state(), State::Lesson, "what is not seen whole is not answered");
    desk.keys("Space");
    assert_eq!(desk.first(), "┃ CHECK YOURSELF                                              g it's a guess");
    assert_eq!(desk.stage.screen.state(), State::LessonCheck);
}

#[test]
fn what_was_whole_on_a_page_is_not_repeated_in_part() {
    let filler = "A line of text.\n\n".repeat(6);
    let text = format!("{filler}> [!mistake]\n> One.\n>\n> Two.\n>\n> Three.\n\n{filler}{filler}");
    let mut desk = Desk::open(topic(&text, &text, vec![]));
    desk.stage.resize(80, 24);
    desk.serve();
    assert!(rows(&mut desk)[20].contains("┃ Three."), "{}", desk.picture());
    desk.keys("Space");
    assert_eq!(desk.first(), "A line of text.");
}

#[test]
fn only_the_card_that_digits_answer_shows_its_keys() {
    let two = "```check\nhow-many\n```\n\n```check\nmulti\n```\n";
    let mut desk = Desk::open(topic(two, two, all_kinds()));
    assert_eq!(desk.picture().matches("it's a guess").count(), 1);
    desk.keys("1");
    let shown = desk.picture();
    assert_eq!(shown.matches("it's a guess").count(), 1, "{shown}");
    assert_eq!(desk.stage.screen.state(), State::LessonCheck);
}

#[test]
fn the_paragraph_stays_when_the_window_changes_and_comes_back() {
    let mut desk = four_sections();
    desk.keys("Space Space");
    let before = desk.picture();
    let first = desk.first();
    let words: Vec<&str> = first.split_whitespace().take(3).collect();
    for (width, height) in [(60, 20), (44, 12), (120, 40), (100, 30)] {
        desk.stage.resize(width, height);
        desk.serve();
        let shown = desk.picture().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&words.join(" ")), "{width}x{height}: {words:?} in {shown}");
    }
    desk.stage.resize(80, 24);
    desk.serve();
    assert_eq!(desk.picture(), before);
}

#[test]
fn the_language_switches_at_the_same_paragraph() {
    let mut desk = four_sections();
    desk.keys("o j j Enter");
    assert_eq!(desk.first(), "Section two (en)");
    desk.keys("Down Down");
    assert!(desk.first().starts_with("Paragraph 1 of two (en)"), "{}", desk.first());
    desk.keys("L");
    assert!(desk.first().starts_with("Paragraph 1 of two (id)"), "{}", desk.first());
    assert!(desk.picture().contains("Esc pause"), "the interface keeps its language");
    desk.keys("L");
    assert!(desk.first().starts_with("Paragraph 1 of two (en)"), "{}", desk.first());
}

#[test]
fn leaving_and_coming_back_finds_the_same_page() {
    let mut desk = four_sections();
    desk.keys("Space Space Space");
    let (block, shown) = (desk.first(), desk.picture());
    desk.keys("Esc");
    insta::assert_snapshot!("pause", desk.picture());
    desk.keys("q");
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
    let mut desk = Desk::open(desk.loaded);
    assert!(desk.picture().contains(&block), "{block}\n{}", desk.picture());
    let rung = |p: &str| p.lines().nth(1).unwrap_or_default().matches('━').count();
    assert!(rung(&desk.picture()).abs_diff(rung(&shown)) <= 1, "{}\n{shown}", desk.picture());
}

#[test]
fn a_lesson_opens_at_the_section_that_was_asked_for() {
    let mut desk = Desk::at(topic(&long("en"), &long("id"), vec![]), Some("three"));
    assert_eq!(desk.first(), "Section three (en)");
    assert!(desk.picture().contains("3 of 4"));
    let mut desk = Desk::at(topic(&long("en"), &long("id"), vec![]), Some("gone"));
    assert_eq!(desk.first(), "Before the first section (en).");
}

#[test]
fn moving_keys_stay_within_the_lesson() {
    let mut desk = four_sections();
    desk.keys("k k PgUp");
    assert_eq!(desk.first(), "Before the first section (en).");
    desk.keys("G j j");
    assert!(desk.picture().contains("See also"));
    desk.keys("g g");
    assert_eq!(desk.first(), "Before the first section (en).");
    desk.keys("Ctrl-D Ctrl-U j k");
    assert_eq!(desk.first(), "Before the first section (en).");
}

#[test]
fn lessons_of_the_built_in_pack_are_read_to_their_end_in_both_languages() {
    macro_rules! lesson {
        ($path:literal) => {
            (
                include_str!(concat!("../../../content/backend-roadmap/", $path, "/lesson.en.md")),
                include_str!(concat!("../../../content/backend-roadmap/", $path, "/lesson.id.md")),
            )
        };
    }
    for (en, id) in
        [lesson!("c04-databases/orm-n1"), lesson!("c01-tools/idempotency"), lesson!("c04-databases/caching")]
    {
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let mut desk = Desk::open(topic(en, id, vec![]));
            desk.stage.resize(width, height);
            let mut pages = 0;
            while desk.stage.screen.state() != State::Summary {
                let before = section(&mut desk);
                let at_end = desk.picture().contains("  next ");
                assert!(section(desk.keys("L")) == before || at_end, "{width}x{height}: section {before:?} stays");
                desk.keys("L Space");
                pages += 1;
                assert!(pages < 60, "{width}x{height}: the end is never reached");
            }
            assert!(pages > 2, "{pages}");
            assert_eq!(events(&desk).len(), 1);
        }
    }
}

#[test]
fn ctrl_c_pauses_over_a_note_and_the_note_is_still_there_afterwards() {
    let mut desk = four_sections();
    desk.keys("a").types("mine").keys("Ctrl-C");
    assert_eq!(desk.stage.screen.state(), State::Pause);
    desk.keys("Enter").types(" too");
    assert_eq!(desk.stage.screen.state(), State::NoteField);
    assert!(desk.picture().contains("mine too"));
}

// Checks.

#[test]
fn a_digit_answers_the_check_and_u_asks_it_anew() {
    let mut desk = n1();
    assert_eq!(desk.stage.screen.state(), State::LessonCheck);
    desk.keys("3");
    let shown = desk.picture();
    assert!(shown.contains(" ✓ ┃ Right.") && shown.contains("saved as good, back in 2 days"), "{shown}");
    assert_eq!(desk.stage.screen.state(), State::Lesson);
    desk.keys("u");
    assert!(desk.picture().contains("1  2 queries      2  100 queries"));
    assert!(matches!(events(&desk)[..], [What::Answered(_), What::Undone { .. }]));
}

#[test]
fn taking_back_an_answer_shows_the_check_that_it_was() {
    let text = format!("```check\nhow-many\n```\n\n{}", "A line of text.\n\n".repeat(40));
    let mut desk = Desk::open(topic(&text, &text, vec![how_many()]));
    desk.keys("1 Space Space");
    assert!(!desk.picture().contains("CHECK YOURSELF"));
    desk.keys("u");
    assert!(desk.picture().contains("3  101 queries"), "{}", desk.picture());
}

#[test]
fn a_check_is_flagged_in_place() {
    let mut desk = n1();
    desk.keys("m");
    assert_eq!(desk.stage.screen.state(), State::FlagSheet);
    desk.keys("j Enter");
    assert!(matches!(events(&desk)[..], [What::Flagged { .. }]));
    assert_eq!(desk.stage.screen.state(), State::LessonCheck);
}

#[test]
fn a_guess_is_marked_and_can_be_unmarked() {
    let mut desk = n1();
    desk.keys("g");
    assert!(rows(&mut desk)[13].ends_with("guess") && !rows(&mut desk)[13].contains("it's"));
    desk.keys("g g 3");
    assert!(desk.picture().contains("Right, as a guess"), "{}", desk.picture());
}

#[test]
fn an_answered_card_is_brought_into_view_whole() {
    let filler = "A line of text.\n\n".repeat(7);
    let text = format!("{filler}```check\nhow-many\n```\n\n{filler}{filler}");
    let mut desk = Desk::open(topic(&text, &text, vec![how_many()]));
    desk.keys("1");
    let shown = desk.picture();
    assert!(shown.contains("CHECK YOURSELF") && shown.contains("w all reasons"), "{shown}");
}

#[test]
fn entering_a_check_brings_the_focus_and_the_cursor_and_space_reads_on() {
    let mut desk = n1();
    desk.keys("Enter j");
    assert_eq!(rows(&mut desk)[16], " ▌ ┃ 2  100 queries");
    assert_eq!(desk.stage.cursor(), Some((8, 16)));
    assert_eq!(desk.stage.screen.state(), State::QuestionSingle);
    desk.keys("Esc");
    assert_eq!(desk.stage.screen.state(), State::LessonCheck);
}

#[test]
fn code_in_a_card_scrolls_sideways() {
    let line = all_kinds().into_iter().find(|q| q.id.local() == "line").expect("a question");
    let mut desk = Desk::open(topic("```check\nline\n```\n", "", vec![line]));
    assert!(!desk.picture().contains("WithRetries(3)"));
    assert!(desk.picture().contains("← → code"), "the keys are told before the check is entered: {}", desk.picture());
    desk.keys("l l l l l l");
    assert!(desk.picture().contains("WithRetries(3)"), "{}", desk.picture());
    desk.keys("h h h h h h h");
    assert!(desk.picture().contains("1 │ for _, s"));
    desk.keys("Enter l l l l l l");
    assert_eq!(desk.stage.screen.state(), State::QuestionLine);
    assert!(desk.picture().contains("WithRetries(3)"), "also while a line is chosen: {}", desk.picture());
}

#[test]
fn the_footer_names_the_arrows_where_code_does_not_fit() {
    let text = "```go\nfunc receipt(w http.ResponseWriter, r *http.Request) { // the reply\n}\n```\n";
    let mut desk = Desk::open(topic(text, "", vec![]));
    assert!(!desk.picture().contains("← → code"), "{}", desk.picture());
    desk.stage.resize(60, 24);
    assert!(desk.picture().contains("← → code"), "{}", desk.picture());
    desk.stage.resize(80, 24);
    assert!(!desk.picture().contains("← → code"), "{}", desk.picture());
}

// Finding, links, notes, copying.

#[test]
fn finding_marks_the_word_and_walks_over_its_places() {
    let mut desk = four_sections();
    desk.keys("/").types("paragraph 2 of t");
    assert_eq!(desk.stage.screen.state(), State::FindField);
    assert!(rows(&mut desk)[22].contains("Find  paragraph 2 of t"));
    desk.keys("Enter");
    assert!(desk.picture().contains("Paragraph 2 of two (en)"));
    assert!(rows(&mut desk)[22].contains("1 of 2: paragraph 2 of t"), "{}", desk.picture());
    assert!(desk.stage.coloured().contains("\u{1b}[4;36mParagraph 2 of t\u{1b}"), "{}", desk.stage.coloured());
    desk.keys("n");
    assert!(desk.picture().contains("Paragraph 2 of three (en)"));
    desk.keys("n");
    assert!(rows(&mut desk)[22].contains("1 of 2"));
    desk.keys("N");
    assert!(rows(&mut desk)[22].contains("2 of 2"));
    desk.keys("Esc");
    assert!(!rows(&mut desk)[22].contains("of 2"));
    assert_eq!(desk.stage.screen.state(), State::Lesson);
}

#[test]
fn a_phrase_is_found_across_the_end_of_a_row() {
    let mut desk = n1();
    desk.keys("/").types("page load").keys("Enter");
    assert!(rows(&mut desk)[22].contains("1 of 1: page load"), "{}", desk.picture());
    assert_eq!(desk.stage.cursor(), Some((3, 5)));
}

#[test]
fn a_word_that_is_not_there_is_said() {
    let mut desk = four_sections();
    desk.keys("/").types("zebra");
    desk.keys("Enter");
    assert!(matches!(desk.effects.last(), Some(Effect::Toast(t)) if !t.good && t.text.contains("zebra")));
}

#[test]
fn a_term_is_underlined_at_its_first_use_and_tells_its_meaning() {
    let text =
        "# Reads {#a}\n\nA replica may lag. The replica catches up.\n\n## More {#b}\n\nSee [indexes](topic:indexes).\n";
    let mut topic = topic(text, text, vec![]);
    topic.terms = vec![crate::domain::catalog::Term {
        id: "replica".into(),
        name: both("replica", "replika"),
        aliases: vec!["slave".into()],
        say: both("A copy that is read.", "Salinan yang dibaca."),
        topic: None,
    }];
    let mut desk = Desk::open(topic);
    let shown = desk.stage.coloured();
    assert_eq!(shown.matches("\u{1b}[4mreplica\u{1b}[0m").count(), 1, "only the first use: {shown}");
    assert_eq!(shown.matches("replica").count(), 2);
    desk.keys("Tab Enter");
    let shown = desk.effects.last().cloned();
    let Some(Effect::Go(Route::Text { title, body })) = shown else { panic!("{shown:?}") };
    assert_eq!(title, "replica");
    assert_eq!(body, "A copy that is read.\n\nAlso called: slave");
}

#[test]
fn tab_walks_over_links_and_enter_follows_them() {
    let mut desk = four_sections();
    desk.keys("Tab");
    assert!(desk.picture().contains("methods"), "the page follows the focus");
    let cursor = desk.stage.cursor().expect("a cursor");
    assert!(rows(&mut desk)[usize::from(cursor.1)].starts_with(" ▌ See methods"));
    desk.keys("Enter");
    let methods = crate::domain::ids::TopicId::new("pack", "methods");
    assert_eq!(desk.effects.last(), Some(&Effect::Go(Route::Lesson(methods, None))));
    desk.keys("Tab Tab Enter");
    assert_eq!(desk.effects.last(), Some(&Effect::Copy("https://example.org/m".into())));
    desk.keys("Tab Tab Tab");
    let shown = desk.stage.coloured();
    assert!(shown.contains("\u{1b}[1mIndexes\u{1b}[0m"), "{shown}");
    desk.keys("Shift-Tab y");
    assert_eq!(desk.effects.last(), Some(&Effect::Copy("https://example.org/m".into())));
}

#[test]
fn a_note_is_written_at_its_paragraph_and_shown_there() {
    let mut desk = four_sections();
    desk.keys("a").types("mine");
    assert_eq!(desk.stage.screen.state(), State::NoteField);
    desk.keys("Enter").types("two rows");
    insta::assert_snapshot!("note_sheet", desk.picture());
    desk.keys("Ctrl-S");
    assert_eq!(desk.stage.screen.state(), State::Lesson);
    let What::Noted { place, text } = events(&desk)[0] else { panic!("a note") };
    assert_eq!((place, &**text), (&NotePlace::Section(here(), "".into(), 0), "mine\ntwo rows"));
    insta::assert_snapshot!("note_shown", desk.picture());
    desk.keys("a");
    desk.types(" more").keys("Esc Esc");
    assert!(desk.picture().contains("two rows more"), "leaving keeps what was written");
    desk.keys("a").types("thrown away").keys("Ctrl-X");
    assert!(!desk.picture().contains("thrown away"));
    assert_eq!(events(&desk).len(), 2);
}

#[test]
fn a_note_can_be_written_in_the_own_editor() {
    let mut desk = four_sections();
    desk.keys("a").types("mine").keys("Ctrl-G");
    assert_eq!(desk.effects.last(), Some(&Effect::Edit { text: "mine".into(), ending: "md" }));
    desk.stage.news(News::Edited(Some("from the editor".into())));
    desk.keys("Ctrl-S");
    assert!(desk.picture().contains("from the editor"));
}

#[test]
fn y_copies_the_code_in_view_else_the_paragraph() {
    let mut desk = n1();
    desk.keys("y");
    assert!(matches!(desk.effects.last(), Some(Effect::Copy(text)) if text.starts_with("for _, s := range")));
    let mut desk = four_sections();
    desk.keys("y");
    assert_eq!(desk.effects.last(), Some(&Effect::Copy("Before the first section (en).".into())));
}

#[test]
fn the_contents_lead_to_a_section_and_show_how_its_checks_went() {
    let mut desk = n1();
    desk.keys("1 o");
    assert_eq!(desk.stage.screen.state(), State::Contents);
    insta::assert_snapshot!("contents", desk.picture());
    desk.keys("Esc");
    assert_eq!(desk.stage.screen.state(), State::Lesson);
}

#[test]
fn the_end_leads_to_questions() {
    let mut questions = all_kinds();
    questions.truncate(2);
    questions.push(how_many());
    let mut desk = Desk::open(topic(N1_EN, N1_ID, questions));
    desk.keys("3 Space Space");
    insta::assert_snapshot!("end_with_offers", desk.picture());
    desk.keys("Enter");
    assert_eq!(desk.effects.last(), Some(&Effect::Go(Route::Review(Queue::New(here(), 2)))));
    desk.keys("j j Enter");
    assert_eq!(desk.first(), "What the database sees");
}

// Whatever is shown, at whatever size.

#[test]
fn hostile_markdown_at_every_size_does_no_harm() {
    let mut desk = Desk::open(topic(HOSTILE, HOSTILE, vec![how_many()]));
    desk.stage.at_every_size();
    desk.stage.resize(80, 24);
    for keys in ["Tab Tab l l Space a", "Ctrl-X o", "Esc / x", "Enter L G Esc"] {
        desk.stage.resize(80, 24);
        desk.keys(keys);
        for (width, height) in [(1, 1), (7, 7), (30, 12), (60, 20), (120, 40)] {
            desk.stage.resize(width, height);
            assert!(!desk.picture().contains('\u{1b}'));
        }
    }
}

#[test]
fn every_check_fits_every_window() {
    const SIZES: [(u16, u16); 9] =
        [(1, 1), (3, 6), (9, 9), (20, 5), (43, 11), (60, 20), (80, 24), (120, 36), (200, 60)];
    for question in all_kinds() {
        let name = question.id.local().to_owned();
        let text = format!("Text.\n\n```check\n{name}\n```\n\n> [!say]\n> \"数据库\"\n");
        let mut desk = Desk::open(topic(&text, &text, vec![question]));
        for keys in ["", "Enter", "Esc Esc x", "w", "G Space"] {
            desk.stage.resize(80, 24);
            desk.keys(keys);
            for (width, height) in SIZES {
                desk.stage.resize(width, height);
                let shown = desk.picture();
                assert!(shown.lines().all(|l| crate::prose::cells::width(l) <= usize::from(width)), "{name}: {shown}");
            }
        }
    }
}
