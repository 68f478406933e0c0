//! Text from strangers and windows of every size: nothing may panic, no control character may reach a cell.

use proptest::prelude::*;

use crate::domain::question::{Kind, Question};
use crate::domain::text::Text;
use crate::sessions::action::{Action, Bound};
use crate::sessions::input::Input;
use crate::sessions::key::{Code, Key};
use crate::ui::theme::Theme;

use super::content::all;
use super::desk::{Desk, answer_not_yet};
use super::visual::finished;

const WIDTHS: [u16; 10] = [1, 3, 7, 43, 44, 79, 80, 119, 120, 200];
const HEIGHTS: [u16; 8] = [1, 5, 11, 12, 23, 24, 36, 60];

fn hostile(i: usize) -> String {
    let texts = [
        "数据库索引是什么？".repeat(12),
        format!("e{} a{}b", "\u{301}".repeat(60), "\u{200d}".repeat(9)),
        "x".repeat(300),
        "a\tb\t\u{1b}[31mred\u{1b}]0;title\u{7}\r\nnext \u{202e}line `co\u{0}de` **b** *e* `` ` `` {{1}} {{ }} <b>x</b>".into(),
        "👩\u{200d}💻🇮🇩ﷺ ".repeat(20),
        String::new(),
    ];
    texts[i % texts.len()].clone()
}

fn spoil(text: &mut Text, i: usize) {
    *text = Text::shared(hostile(i));
}

/// The same question with hostile text everywhere.
fn spoilt(mut question: Question, seed: usize) -> Question {
    spoil(&mut question.prompt, seed);
    spoil(&mut question.explain, seed + 1);
    spoil(&mut question.hint, seed + 2);
    question.source = hostile(seed + 3).into();
    match &mut question.kind {
        Kind::Single(options) | Kind::Multi(options) => {
            for (i, c) in options.choices.iter_mut().enumerate() {
                spoil(&mut c.text, seed + i);
                spoil(&mut c.why, seed + i + 1);
            }
        }
        Kind::TrueFalse { reasons, .. } => {
            for (i, c) in reasons.iter_mut().enumerate() {
                spoil(&mut c.text, seed + i);
                spoil(&mut c.why, seed + i + 1);
            }
        }
        Kind::Short(blank) => {
            blank.answer = Text::shared(format!("answer {}", hostile(seed)));
            blank.accept.push(hostile(seed + 1).into());
        }
        Kind::Cloze { text, gaps } => {
            *text = Text::shared(format!("{} {{{{1}}}}{}`{{{{2}}}}` {{{{3}}}}", hostile(seed), hostile(seed + 1)));
            for (i, gap) in gaps.iter_mut().enumerate() {
                spoil(&mut gap.answer, seed + i);
                spoil(&mut gap.why, seed + i + 2);
            }
        }
        Kind::Order { steps, .. } => {
            for (i, step) in steps.iter_mut().enumerate() {
                spoil(&mut step.text, seed + i);
                spoil(&mut step.why, seed + i + 1);
            }
        }
        Kind::Match { pairs, extras } => {
            for (i, pair) in pairs.iter_mut().enumerate() {
                spoil(&mut pair.left, seed + i);
                pair.right = Text::shared(format!("{i} {}", hostile(seed + i + 1)));
                spoil(&mut pair.why, seed + i + 2);
            }
            for extra in extras {
                spoil(&mut extra.text, seed);
            }
        }
        Kind::Line { language, code, notes } => {
            *language = hostile(seed + 4).into();
            let rows: Vec<String> =
                (0..30).map(|i| format!("\t{} {i}", hostile(i).replace(['\n', '\r'], " "))).collect();
            *code = rows.join("\n").into();
            for (i, note) in notes.iter_mut().enumerate() {
                spoil(&mut note.why, seed + i);
            }
        }
        Kind::Scenario { scenes } => {
            for (i, scene) in scenes.iter_mut().enumerate() {
                spoil(&mut scene.text, seed + i);
                for (j, choice) in scene.choices.iter_mut().enumerate() {
                    spoil(&mut choice.text, seed + j);
                    spoil(&mut choice.why, seed + j + 1);
                    spoil(&mut choice.cost, seed + j + 2);
                }
            }
        }
        Kind::Drill(drill) => {
            let texts = [&mut drill.point, &mut drill.met, &mut drill.partly, &mut drill.model];
            texts.into_iter().zip(seed..).for_each(|(text, seed)| spoil(text, seed));
        }
    }
    question
}

fn check(desk: &mut Desk, what: &str) {
    let (width, height) = desk.area;
    let (buf, cursor) = desk.buffer_with_cursor(width, height);
    assert!(!buf.content.iter().any(|c| c.symbol().contains(char::is_control)), "{what} {width}x{height}");
    if let Some((x, y)) = cursor {
        assert!(x < width && y < height, "{what} {width}x{height}: the cursor is outside");
    }
}

fn every_size(desk: &mut Desk, what: &str) {
    for (i, width) in WIDTHS.into_iter().enumerate() {
        for height in HEIGHTS {
            desk.theme = if i % 2 == 0 { Theme::dark() } else { Theme::contrast().with_ascii(true) };
            desk.resize(width, height);
            check(desk, what);
        }
    }
    desk.resize(80, 24);
}

#[test]
fn every_kind_with_hostile_text_fits_every_window() {
    for (i, (name, question)) in all().into_iter().enumerate() {
        let mut desk = Desk::with(vec![spoilt(question, i)]);
        desk.note = "数据\tb\u{1b}\nsecond";
        every_size(&mut desk, name);
        answer_not_yet(&mut desk, name);
        every_size(&mut desk, name);
    }
}

#[test]
fn sheets_notes_and_the_summary_fit_every_window() {
    let mut desk = Desk::with(vec![spoilt(super::content::short(), 0)]);
    desk.keys("x\n");
    desk.keys("m");
    every_size(&mut desk, "flag");
    desk.keys("\u{1b}r");
    every_size(&mut desk, "count");
    desk.keys("\u{1b}q");
    every_size(&mut desk, "pause");
    desk.keys("\u{1b}a");
    desk.input(Input::Paste(hostile(3).repeat(4)));
    every_size(&mut desk, "note");
    let mut desk = Desk::with(vec![]);
    every_size(&mut desk, "empty");
    finished(&mut desk);
    desk.study.unsaved = Some((hostile(3), 3));
    for result in &mut desk.screen.review.results {
        spoil(&mut result.crumbs.section, result.event.ms() as usize);
        spoil(&mut result.prompt, result.event.ms() as usize);
    }
    every_size(&mut desk, "summary");
}

fn keys() -> impl Strategy<Value = Key> {
    prop_oneof![
        6 => prop::char::ranges(vec!['1'..='6', 'a'..='z', ' '..=' ', 'J'..='K'].into()).prop_map(Key::char),
        3 => prop::sample::select(vec![
            Key::plain(Code::Enter),
            Key::plain(Code::Esc),
            Key::plain(Code::Tab),
            Key::plain(Code::Backspace),
            Key::plain(Code::Up),
            Key::plain(Code::Down),
            Key::plain(Code::PageUp),
            Key::plain(Code::PageDown),
            Key::ctrl('x'),
            Key::ctrl('s'),
            Key::ctrl('c'),
        ]),
        1 => prop::sample::select(vec!['数', '\u{301}', 'é', '👩']).prop_map(Key::char),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_row_of_keys_breaks_the_screen(
        seed in 0usize..6,
        presses in prop::collection::vec((keys(), 0usize..40), 1..60),
    ) {
        let questions = all().into_iter().enumerate().map(|(i, (_, q))| spoilt(q, seed + i)).collect();
        let mut desk = Desk::with(questions);
        for (key, size) in presses {
            if size < WIDTHS.len() {
                desk.resize(WIDTHS[size], HEIGHTS[HEIGHTS.len() - 1 - size % HEIGHTS.len()]);
            }
            desk.press(key);
            check(&mut desk, "keys");
        }
        desk.input(Input::Act(Bound { action: Action::Interrupt, arg: 0 }));
        check(&mut desk, "interrupt");
    }
}
