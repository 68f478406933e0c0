//! What cannot be seen whole in the narrowest window: words that are cut, and lines of code that go on to the right, where
//! keys move them.
//!
//! It looks at pictures, page by page to the end, and at nothing else: what the real screens show is what counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::SIZES;
use super::seat::Seat;
use crate::domain::catalog::TopicBody;
use crate::domain::event::EventId;
use crate::domain::question::{Answer, Kind, Question};
use crate::domain::text::{Lang, Text};
use crate::domain::time::{Moment, StudyDay};
use crate::prose::{self, Block, cells};
use crate::screens::lesson::LessonScreen;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Effect, LoadedTopic, News, Request};
use crate::sessions::input::Input;
use crate::sessions::prefs::Prefs;
use crate::sessions::study::Study;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};
use crate::ui::theme::Theme;
use crate::words::Words;

/// Pages of one text before it is given up.
const PAGES: usize = 200;

/// Where a long word may be cut: an address reads on behind a slash.
const JOINTS: [char; 9] = ['/', '-', '_', '.', ',', '=', '&', '?', ':'];

/// What is not seen whole.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Words that stand in two rows, or at an edge.
    pub words: Vec<String>,
    /// Lines of code that go on to the right.
    pub code: Vec<String>,
}

impl Cut {
    fn of(words: Vec<String>, code: Vec<String>, rows: &[String]) -> Cut {
        let unseen = |all: Vec<String>| {
            let all: BTreeSet<String> = all.into_iter().filter(|part| !is_seen(part, rows)).collect();
            all.into_iter()
        };
        let parts = |word: &String| word.split_inclusive(JOINTS).all(|part| is_seen(part, rows));
        Cut { words: unseen(words).filter(|word| !parts(word)).collect(), code: unseen(code).collect() }
    }
}

/// The rows of a picture as text, without spaces at their ends.
pub fn rows(picture: &Buffer) -> Vec<String> {
    let area = picture.area;
    let row = |y: u16| {
        let mut text = String::new();
        let mut x = area.x;
        while x < area.right() {
            let symbol = picture[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(cells::width(symbol)).unwrap_or(1).max(1);
        }
        text.trim_end().to_owned()
    };
    (area.y..area.bottom()).map(row).collect()
}

/// What of a question, and of what is told after it, is cut.
pub fn question(question: &Arc<Question>, lang: Lang) -> Cut {
    let words = Words::of(lang.code());
    let mut seat = Seat::at(question, SIZES[0], &words);
    let mut seen = Vec::new();
    pages(&mut seat, &mut seen);
    seat.answer(&Answer::DontKnow);
    seat.press(Bound { action: Action::OtherOptions, arg: 0 });
    pages(&mut seat, &mut seen);
    let (texts, code) = parts(question);
    let words = texts.iter().flat_map(|text| words_of(&prose::inline(text.get(lang)))).collect();
    let code = code.lines().map(|line| prose::expand(line).trim().to_owned()).collect();
    Cut::of(words, code, &seen)
}

fn pages(seat: &mut Seat<'_>, seen: &mut Vec<String>) {
    seat.draw();
    for _ in 0..PAGES {
        let before = seat.rows();
        seen.extend(before.iter().cloned());
        if !seat.press(Bound { action: Action::PageDown, arg: 0 }) {
            return;
        }
        seat.draw();
        if seat.rows() == before {
            return;
        }
    }
}

/// The texts that a question shows sooner or later, and its code.
fn parts(question: &Question) -> (Vec<&Text>, &str) {
    let mut texts = vec![&question.prompt, &question.explain];
    let mut code = "";
    match &question.kind {
        Kind::Single(options) | Kind::Multi(options) => {
            texts.extend(options.choices.iter().flat_map(|choice| [&choice.text, &choice.why]));
        }
        Kind::TrueFalse { reasons, .. } => texts.extend(reasons.iter().flat_map(|choice| [&choice.text, &choice.why])),
        Kind::Order { steps, .. } => texts.extend(steps.iter().map(|step| &step.text)),
        Kind::Match { pairs, extras } => {
            texts.extend(pairs.iter().flat_map(|pair| [&pair.left, &pair.right]));
            texts.extend(extras.iter().map(|extra| &extra.text));
        }
        Kind::Line { code: lines, .. } => code = lines,
        // The scenes off the way are not met by who knows nothing; what a gap or a word means is told beside it.
        Kind::Scenario { scenes } => texts.extend(scenes.first().map(|scene| &scene.text)),
        Kind::Cloze { .. } | Kind::Short(_) | Kind::Drill(_) => {}
    }
    (texts, code)
}

/// What of a lesson is cut.
pub fn lesson(body: &Arc<TopicBody>, lang: Lang) -> Cut {
    let text = match lang {
        Lang::En => &body.lesson_en,
        Lang::Id => &body.lesson_id,
    };
    if text.is_empty() {
        return Cut::default();
    }
    let seen = lesson_pages(body, lang);
    let doc = prose::parse(text);
    let mut words = Vec::new();
    doc.blocks.iter().for_each(|block| of_block(block, &mut words));
    let code = doc.codes.iter().flat_map(|code| &code.lines).map(|line| line.trim().to_owned()).collect();
    Cut::of(words, code, &seen)
}

fn lesson_pages(body: &Arc<TopicBody>, lang: Lang) -> Vec<String> {
    let (words, theme) = (Words::of(lang.code()), Theme::dark());
    let (study, prefs) = (Study::default(), Prefs { lang, ..Prefs::default() });
    let now = Moment { utc: 0, offset_min: 0, day: StudyDay(0), mono_ms: 0, id: EventId::default() };
    let area = SIZES[0];
    let scene = Scene { study: &study, prefs: &prefs, words: &words, now: &now, area, theme: &theme };
    let mut screen = LessonScreen::new(body.head.id.clone(), None);
    let mut waiting = screen.open(&scene);
    while let Some(effect) = waiting.pop() {
        let news = match effect {
            Effect::Ask(Request::Topic(id)) => {
                let loaded = LoadedTopic {
                    body: Arc::clone(body),
                    memories: Vec::new(),
                    notes: Vec::new(),
                    position: None,
                    terms: Vec::new(),
                };
                News::Topic(id, Ok(Box::new(loaded)))
            }
            // The questions are looked at on their own.
            Effect::Ask(Request::Item(id)) => News::Item(id, None),
            _ => continue,
        };
        waiting.extend(screen.update(Input::News(news), &scene));
    }
    let mut seen = Vec::new();
    let whole = Rect::new(0, 0, area.0, area.1);
    let mut before = Vec::new();
    for _ in 0..PAGES {
        let mut picture = Buffer::empty(whole);
        screen.view(&scene, &mut Page::new(&mut picture, whole, &theme));
        let shown = rows(&picture);
        if shown == before {
            break;
        }
        seen.extend(shown.iter().cloned());
        before = shown;
        screen.update(Input::Act(Bound { action: Action::PageDown, arg: 0 }), &scene);
    }
    seen
}

fn of_block(block: &Block, words: &mut Vec<String>) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => words.extend(words_of(text)),
        Block::List { items, .. } => items.iter().flat_map(|item| &item.blocks).for_each(|b| of_block(b, words)),
        Block::Quote { blocks, .. } | Block::Footnote { blocks, .. } => blocks.iter().for_each(|b| of_block(b, words)),
        Block::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| words.extend(words_of(cell)));
        }
        Block::Code(_) | Block::Check(_) | Block::Rule => {}
    }
}

/// The words of running text: between two of them a row may end.
fn words_of(pieces: &[prose::Piece]) -> Vec<String> {
    let text: String = cells::cells(&prose::text_of(pieces)).map(|cell| cell.text.to_owned()).collect();
    let narrow = |word: &&str| word.chars().count() == cells::width(word);
    text.split_whitespace().filter(narrow).map(str::to_owned).collect()
}

fn is_seen(part: &str, rows: &[String]) -> bool {
    part.is_empty() || rows.iter().any(|row| row.contains(part))
}
