//! What stands beside the feedback in a large window: the section that teaches it, the own note, the source.

use std::sync::Arc;

use crate::domain::catalog::TopicBody;
use crate::domain::ids::TopicId;
use crate::domain::question::Question;
use crate::domain::text::Lang;
use crate::prose::{Block, Doc, lay, parse};
use crate::sessions::effect::LoadedTopic;
use crate::sessions::review::Told;
use crate::ui::codecolor::Coloured;
use crate::ui::glyphs::{CUT, TEE_DOWN, TEE_UP, THIN};
use crate::ui::ink::{label, muted, run, text};
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::reading::{self, CardNames, Reading};
use crate::ui::theme::Token;

use super::lines::{Line, stack};
use super::look::{Look, flow};
use super::tell::{is_source, keyed, seen_in};

/// The width of a pane with the line before it, where the page leaves no more.
const WIDTH: i32 = 45;

/// The column behind "Source".
const CONTENT: i32 = 11;

/// The section of a lesson that teaches a question.
#[derive(Debug, Clone, Default)]
pub struct Lesson {
    topic: Option<TopicId>,
    body: Option<Arc<TopicBody>>,
    trouble: Option<String>,
    shown: Option<Shown>,
}

#[derive(Debug, Clone)]
struct Shown {
    section: Box<str>,
    lang: Lang,
    doc: Doc,
    colours: Vec<Option<Coloured>>,
}

impl Lesson {
    /// Makes the section of a question ready; returns the topic when it has to be asked for.
    pub fn want(&mut self, question: &Question, lang: Lang) -> Option<TopicId> {
        let topic = question.id.topic();
        if self.topic.as_ref() != Some(&topic) {
            *self = Lesson { topic: Some(topic.clone()), ..Lesson::default() };
            return Some(topic);
        }
        let ready = self.shown.as_ref().is_some_and(|s| s.section == question.section && s.lang == lang);
        if let (false, Some(body)) = (ready, &self.body) {
            let doc = section(body.lesson(lang), &question.section);
            let colours = reading::colours(&doc);
            self.shown = Some(Shown { section: question.section.clone(), lang, doc, colours });
        }
        None
    }

    /// Takes the topic that was asked for.
    pub fn take(&mut self, topic: &TopicId, loaded: Result<Box<LoadedTopic>, String>) {
        if self.topic.as_ref() != Some(topic) {
            return;
        }
        match loaded {
            Ok(loaded) => self.body = Some(loaded.body),
            Err(trouble) => self.trouble = Some(trouble),
        }
    }
}

/// One section of a lesson, without its checks.
fn section(lesson: &str, id: &str) -> Doc {
    let mut doc = parse(lesson);
    let at = doc.sections.iter().position(|s| s.id == id);
    let (from, to) = match at {
        Some(at) => (doc.sections[at].block, doc.sections.get(at + 1).map_or(doc.blocks.len(), |next| next.block)),
        None => (0, 0),
    };
    doc.blocks = doc.blocks.drain(..to).skip(from).filter(|b| !matches!(b, Block::Check(_))).collect();
    doc.sections.clear();
    doc
}

/// The column of the line before the pane.
pub fn column(width: i32, reading_width: i32) -> i32 {
    (width - WIDTH).min(LEFT + reading_width + 2)
}

/// Draws the line before a pane, joined to the rules of header and footer.
pub fn edge(page: &mut Page, x: i32) {
    let bottom = page.height() - 2;
    page.column(x, 2, bottom, THIN, Token::Rule);
    page.put(x, 1, &run(Token::Rule, TEE_DOWN));
    page.put(x, bottom, &run(Token::Rule, TEE_UP));
}

/// Draws the pane beside the feedback. Its page begins with the line before it.
pub fn draw(page: &mut Page, look: &Look, lesson: &Lesson, told: &Told, note: &str) {
    let below = below(look, told, note);
    let end = page.bottom() - below.len() as i32;
    let right = keyed("o", &look.words.get("review-open-there"));
    Line::at(LEFT, vec![label(look.words.get("review-lesson").into_owned())]).right(right).draw(page, TOP);
    let mut y = TOP + 2;
    match (&lesson.shown, &lesson.trouble) {
        (Some(shown), _) if shown.section == told.item.question.section && !shown.doc.blocks.is_empty() => {
            y = draw_section(page, look, shown, y, end - 3);
        }
        (_, Some(trouble)) => {
            for row in flow(&[text(trouble.clone())], look.room(LEFT)) {
                page.put(LEFT, y, &row);
                y += 1;
            }
        }
        _ => {
            for row in flow(&[run(Token::H2, seen_in(look, told))], look.room(LEFT)) {
                page.put(LEFT, y, &row);
                y += 1;
            }
        }
    }
    y += 2;
    for line in below {
        line.draw(page, y);
        y += 1;
    }
}

fn draw_section(page: &mut Page, look: &Look, shown: &Shown, from: i32, end: i32) -> i32 {
    let names = CardNames::of(look.words);
    let lines = lay(&shown.doc, &names.look(look.room(LEFT), look.quotes));
    let reading = Reading { colours: &shown.colours, ..Reading::default() };
    let mut y = from;
    for (i, line) in lines.iter().enumerate() {
        if y >= end && i + 1 < lines.len() {
            // The rest is one key away.
            page.put(LEFT, y, &muted(CUT));
            return y + 1;
        }
        reading::line(page, y, &shown.doc, line, &reading);
        y += 1;
    }
    y
}

/// The own note and the source.
fn below(look: &Look, told: &Told, note: &str) -> Vec<Line> {
    let mut out = Vec::new();
    if !note.is_empty() {
        let right = keyed("a", &look.words.get("review-edit-note"));
        out.push(Line::at(LEFT, vec![label(look.words.get("review-your-note").into_owned())]).right(right));
        for paragraph in note.lines() {
            out.extend(stack(flow(&[text(paragraph.to_owned())], look.room(LEFT)), LEFT));
        }
        out.truncate(9);
    }
    let source = &told.item.question.source;
    if is_source(source) {
        if !out.is_empty() {
            out.push(Line::blank());
        }
        let right = keyed("y", &look.words.get("review-copy"));
        let taken = crate::ui::ink::width(&right) as usize + 2;
        let rows = flow(&[text(source.to_string())], look.room(CONTENT).saturating_sub(taken));
        let mut rows = stack(rows, CONTENT);
        rows.truncate(4);
        rows[0].parts.insert(0, (LEFT, vec![muted(look.words.get("review-source").into_owned())]));
        if let Some(last) = rows.last_mut() {
            last.right = right;
        }
        out.extend(rows);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LESSON: &str = "intro\n\n## One {#one}\n\nfirst\n\n```check\na\n```\n\n## Two {#two}\n\nsecond\n";

    #[test]
    fn a_section_ends_where_the_next_one_begins_and_has_no_checks() {
        assert_eq!(section(LESSON, "one").blocks.len(), 2);
        assert_eq!(section(LESSON, "two").blocks.len(), 2);
        assert!(section(LESSON, "three").blocks.is_empty());
    }

    #[test]
    fn the_pane_stands_where_the_picture_has_it_and_leaves_the_page_its_reading_width() {
        assert_eq!(column(120, 76), 75);
        assert_eq!(column(200, 76), 81);
    }
}
