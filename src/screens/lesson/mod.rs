//! S08: the lesson reader.
//!
//! # Design
//!
//! The session ([`Lesson`]) knows topic, checks and time; this screen knows where the text is. After every input the rows are made
//! anew from the laid out text and the state of the checks, the place is found again by its anchor (a block and how many
//! characters come before it, never a row number), and what is in view is reported to the session.

mod card;
mod keys;
mod row;
mod sheets;
mod text;
mod view;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::domain::ids::TopicId;
use crate::prose::{LineKind, Role};
use crate::sessions::action::State;
use crate::sessions::effect::Effect;
use crate::sessions::input::Input;
use crate::sessions::lesson::{Lesson, Seen, Stage};
use crate::sessions::line_edit::LineEdit;
use crate::ui::codecolor;
use crate::ui::ink::{self, Run};
use crate::ui::list::List;
use crate::ui::page::{INSIDE, LEFT, Page, Size, TOP};
use crate::ui::screen::{Scene, Screen};

use row::{Body, Row};
use sheets::NoteSheet;
use text::{Anchor, LaidText, Making, Shape, Target};

/// The least cells of a second column.
const LEAST_PANE: i32 = 24;

/// A lesson being read.
#[derive(Debug)]
pub struct LessonScreen {
    lesson: Lesson,
    laid: Option<LaidText>,
    rows: Vec<Row>,
    top: usize,
    anchor: Anchor,
    /// How many rows of text are seen.
    room: usize,
    /// Cells by which code is scrolled to the left.
    sideways: usize,
    link: Option<Target>,
    /// The word that is searched for; empty for none.
    query: String,
    /// Which of its hits is shown, counted from 0.
    hit: usize,
    finding: Option<LineEdit>,
    contents: Option<List>,
    note: Option<NoteSheet>,
    /// The code of questions in colour, by question name.
    codes: BTreeMap<Box<str>, Vec<Vec<Run<'static>>>>,
}

impl LessonScreen {
    /// A lesson, at a section if one is given, else where reading stopped.
    pub fn new(topic: TopicId, section: Option<Box<str>>) -> Self {
        LessonScreen {
            lesson: Lesson::new(topic, section),
            laid: None,
            rows: Vec::new(),
            top: 0,
            anchor: Anchor::default(),
            room: 1,
            sideways: 0,
            link: None,
            query: String::new(),
            hit: 0,
            finding: None,
            contents: None,
            note: None,
            codes: BTreeMap::new(),
        }
    }

    /// Lays out what changed, finds the place again, and tells the session what is in view.
    fn settle(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        if let Some(note) = &mut self.note {
            note.fit(scene.area);
        }
        if self.lesson.loaded.is_none() {
            return Vec::new();
        }
        self.room = usize::from(scene.area.1).saturating_sub(TOP as usize + 2).max(1);
        let mut effects = self.lay_out(scene);
        self.make_rows(scene);
        self.top = text::row_of(&self.rows, self.anchor).min(self.last_top());
        self.show_focus();
        self.forget_hidden_link();
        let seen = self.seen();
        let open = (self.lesson.open_check().map(|c| c.id.clone()), self.lesson.checks.len());
        effects.extend(self.lesson.see(seen, &scene.context()));
        // Which check the digits answer is drawn into the cards.
        if open != (self.lesson.open_check().map(|c| c.id.clone()), self.lesson.checks.len()) {
            self.make_rows(scene);
        }
        effects
    }

    fn lay_out(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let shape = Shape {
            lang: self.lesson.lang,
            names: sheets::interface(scene.words),
            width: text_width(scene),
            quotes: scene.theme.quote_code,
        };
        let before = self.laid.as_ref().map(|l| l.shape);
        if before == Some(shape) {
            return Vec::new();
        }
        let Some(loaded) = &self.lesson.loaded else { return Vec::new() };
        let (body, terms) = (loaded.body.clone(), loaded.terms.clone());
        let same_text = before.is_some_and(|b| b.lang == shape.lang);
        let block = self.anchor_block();
        let share = |l: &LaidText| if block == self.anchor.block { l.share_of_block(self.anchor) } else { 0.0 };
        let top = self.laid.as_ref().map(|l| (l.place(block), share(l)));
        let laid = match self.laid.take() {
            Some(laid) if same_text => laid.reshaped(shape, scene.words),
            _ => LaidText::new(body.lesson(shape.lang), &terms, shape, scene.words),
        };
        let first = before.is_none();
        let names: Vec<Box<str>> = laid.doc.checks.iter().map(|c| c.as_str().into()).collect();
        let target = if first { Some((self.lesson.begin_at(), 0.0)) } else { top.filter(|_| !same_text) };
        let found = target.map(|(place, share)| (laid.block(&place), share));
        self.laid = Some(laid);
        if let Some((block, share)) = found {
            self.make_rows(scene);
            self.anchor = text::anchor_at_block(&self.rows, block);
            if let (true, Some(laid)) = (share > 0.0, &self.laid) {
                self.anchor = laid.anchor_within(block, share);
            }
            // Who had come to the end in one language is at the end in the other.
            if self.lesson.seen.end {
                self.go(self.last_top());
            }
        }
        if first { self.lesson.expect(&names) } else { Vec::new() }
    }

    fn make_rows(&mut self, scene: &Scene<'_>) {
        for check in &self.lesson.checks {
            let Some(question) = check.asking().map(|a| a.question()).or(check.told().map(|t| &*t.item.question))
            else {
                continue;
            };
            if let Some((language, lines)) = card::code_of(question)
                && !self.codes.contains_key(check.id.local())
            {
                let coloured = codecolor::colour(language, &lines).map(|c| c.lines).unwrap_or_default();
                self.codes.insert(check.id.local().into(), coloured);
            }
        }
        let Some(laid) = &self.laid else { return };
        let focused = match &self.link {
            Some(Target::Topic(topic)) => Some(topic),
            _ => None,
        };
        let making = Making {
            lesson: &self.lesson,
            catalog: &scene.study.catalog,
            words: scene.words,
            now: scene.now,
            codes: &self.codes,
            notes_inline: pane_at(scene).is_none(),
            focused_topic: focused,
        };
        self.rows = text::rows(laid, &making);
    }

    fn last_top(&self) -> usize {
        self.rows.len().saturating_sub(self.room)
    }

    fn visible(&self) -> std::ops::Range<usize> {
        self.top..(self.top + self.room).min(self.rows.len())
    }

    /// Whether code or a diagram that is on the page does not fit it, or is scrolled sideways.
    fn has_wide_code(&self, scene: &Scene<'_>) -> bool {
        let lines = self.laid.as_ref().map_or(&[][..], |l| &l.lines);
        let code = |row: &&Row| match &row.body {
            Body::Line(i) => lines.get(*i).is_some_and(|l| matches!(l.kind, LineKind::Code { .. })),
            Body::Code(..) => true,
            _ => false,
        };
        let width = |row: &Row| {
            let before = if matches!(row.body, Body::Code(..)) { INSIDE - LEFT } else { 0 };
            ink::width(row.text(lines).as_str()) + before
        };
        self.rows[self.visible()].iter().filter(code).any(|row| self.sideways > 0 || width(row) > text_width(scene))
    }

    /// The block at the top of the page; an empty row belongs to what comes after it.
    fn anchor_block(&self) -> usize {
        let lines = self.laid.as_ref().map_or(&[][..], |l| &l.lines);
        let row = self.rows.iter().skip(self.top).find(|r| !r.is_blank(lines)).or(self.rows.last());
        row.map_or(0, |r| r.block)
    }

    /// Keeps what the keyboard is about in view: the row in focus of a check that was entered, else as much of it as fits.
    fn show_focus(&mut self) {
        if self.lesson.entered.is_none() {
            return;
        }
        let Some(name) = self.lesson.entered_check().map(|c| c.id.local().to_owned()) else { return };
        self.show_check(&name);
        let check = self.check_index(&name);
        if let Some(row) = self.rows.iter().position(|r| r.check.is_some() && r.check == check && r.focus.is_some()) {
            self.show_rows(row, row);
        }
    }

    fn check_index(&self, name: &str) -> Option<usize> {
        self.laid.as_ref()?.doc.checks.iter().position(|c| c == name)
    }

    /// Brings the card of a question into view, whole if it fits.
    fn show_check(&mut self, name: &str) {
        let Some(index) = self.check_index(name) else { return };
        let is = |r: &Row| r.check == Some(index);
        if let (Some(first), Some(last)) = (self.rows.iter().position(is), self.rows.iter().rposition(is)) {
            self.show_rows(first, last);
        }
    }

    /// Scrolls as little as possible so that these rows are in view; the first one wins where they are too many.
    fn show_rows(&mut self, first: usize, last: usize) {
        let to = self.top.max((last + 1).saturating_sub(self.room)).min(first);
        self.go(to);
    }

    /// Puts a row at the top.
    fn go(&mut self, row: usize) {
        self.top = row.min(self.last_top());
        self.anchor = text::anchor_of(&self.rows, self.top);
    }

    fn seen(&self) -> Seen {
        let Some(laid) = &self.laid else { return Seen::default() };
        let visible = self.visible();
        let mut checks: Vec<Box<str>> = Vec::new();
        for (index, name) in laid.doc.checks.iter().enumerate() {
            let is = |r: &Row| r.check == Some(index);
            let (Some(first), Some(last)) = (self.rows.iter().position(is), self.rows.iter().rposition(is)) else {
                continue;
            };
            // What cannot be read whole is not answered, unless it never fits.
            let whole = visible.contains(&first) && visible.contains(&last);
            let too_big = last - first >= self.room && first < visible.end && last >= visible.start;
            if whole || too_big {
                checks.push(name.as_str().into());
            }
        }
        Seen {
            place: laid.place(self.anchor_block()),
            from: laid.share(&self.rows, visible.start),
            to: laid.share(&self.rows, visible.end),
            checks,
            end: visible.end >= self.rows.len(),
        }
    }

    /// A link that was scrolled out of view has no focus any more.
    fn forget_hidden_link(&mut self) {
        if let Some(target) = &self.link {
            let visible = self.visible();
            let shown = visible.into_iter().any(|i| self.shows(i, target));
            if !shown {
                self.link = None;
            }
        }
    }

    fn shows(&self, row: usize, target: &Target) -> bool {
        match (&self.rows[row].body, target) {
            (Body::Line(line), Target::Text(link)) => {
                let line = self.laid.as_ref().and_then(|l| l.lines.get(*line));
                line.is_some_and(|l| l.spans.iter().any(|s| s.role == Role::Link(*link)))
            }
            (Body::Line(line), Target::Term(term)) => {
                let line = self.laid.as_ref().and_then(|l| l.lines.get(*line));
                line.is_some_and(|l| l.spans.iter().any(|s| s.role == Role::Term(*term)))
            }
            (Body::Ink(..), Target::Topic(_)) => row + 4 >= self.rows.len(),
            _ => false,
        }
    }
}

/// Cells of the text column: the reading width, or what the window has.
fn text_width(scene: &Scene<'_>) -> i32 {
    i32::from(scene.prefs.reading_width).min(i32::from(scene.area.0) - LEFT - 1).max(1)
}

/// The column of the line before the second column; `None` where there is no room for one.
fn pane_at(scene: &Scene<'_>) -> Option<i32> {
    let at = LEFT + text_width(scene) + 2;
    (scene.size() == Size::Large && i32::from(scene.area.0) - at - LEFT > LEAST_PANE).then_some(at)
}

impl Screen for LessonScreen {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.lesson.start(&scene.context())
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let was_ended = matches!(self.lesson.stage, Stage::Ended(_));
        let mut effects = self.follow(input, scene);
        if was_ended && self.lesson.stage == Stage::Reading && self.lesson.seen == Seen::default() {
            self.anchor = Anchor::default();
        }
        effects.extend(self.settle(scene));
        effects
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        if self.lesson.paused.is_some() || self.lesson.flagging.is_some() {
            self.lesson.state()
        } else if let Some(note) = &self.note {
            note.state()
        } else if self.contents.is_some() {
            State::Contents
        } else if self.finding.is_some() {
            State::FindField
        } else {
            self.lesson.state()
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("lesson-happening").into_owned()
    }
}
