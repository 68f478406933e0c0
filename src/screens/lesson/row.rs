//! The rows of a lesson: lines of its text, and what stands between them. Their number is known before they are drawn.

use crate::prose::{Doc, Line};
use crate::sessions::line_edit::LineEdit;
use crate::ui::field;
use crate::ui::glyphs::{BAR, FOCUS};
use crate::ui::ink::{self, Run, run};
use crate::ui::page::{LEFT, MARK, Page};
use crate::ui::reading::{self, Reading, hits, shifted};
use crate::ui::theme::Token;

/// What a row shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// A line of the text, by index.
    Line(usize),
    /// Pieces from a column on.
    Ink(i32, Vec<Run<'static>>),
    /// A line of code within a card, which may be scrolled sideways: what stands before it, then the code.
    Code(Vec<Run<'static>>, Vec<Run<'static>>),
    /// A line that is being typed, from a column on: what stands before it, the text, and whether it has the cursor.
    Field(Vec<Run<'static>>, LineEdit, bool),
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it shows.
    pub body: Body,
    /// What ends at the right edge.
    pub right: Vec<Run<'static>>,
    /// The bar of a card beside it.
    pub bar: Option<Token>,
    /// A verdict in the gutter.
    pub mark: Option<Run<'static>>,
    /// The focus bar and, at this column, the real cursor stand on it.
    pub focus: Option<i32>,
    /// The block of the text that it belongs to.
    pub block: usize,
    /// Characters of the text before it.
    pub at: usize,
    /// The check that it belongs to, by its place in the text.
    pub check: Option<usize>,
}

impl Row {
    /// A row of pieces from a column on.
    pub fn ink(x: i32, runs: Vec<Run<'static>>) -> Row {
        Row::new(Body::Ink(x, runs))
    }

    /// A row without anything special.
    pub fn new(body: Body) -> Row {
        Row { body, right: Vec::new(), bar: None, mark: None, focus: None, block: 0, at: 0, check: None }
    }

    /// The same row with something at the right edge.
    #[must_use]
    pub fn right(mut self, right: Vec<Run<'static>>) -> Row {
        self.right = right;
        self
    }

    /// The same row with a mark in the gutter.
    #[must_use]
    pub fn mark(mut self, mark: Option<Run<'static>>) -> Row {
        self.mark = mark;
        self
    }

    /// The same row with the focus, the cursor at a column.
    #[must_use]
    pub fn focus(mut self, focus: Option<i32>) -> Row {
        self.focus = focus;
        self
    }

    /// Its text, for searching.
    pub fn text(&self, lines: &[Line]) -> String {
        match &self.body {
            Body::Line(i) => lines.get(*i).map(Line::text).unwrap_or_default(),
            Body::Ink(_, runs) => ink::string(runs),
            Body::Code(before, code) => ink::string(before) + &ink::string(code),
            Body::Field(before, line, _) => ink::string(before) + line.text(),
        }
    }

    /// Whether nothing stands on it.
    pub fn is_blank(&self, lines: &[Line]) -> bool {
        self.bar.is_none() && self.text(lines).trim().is_empty()
    }

    /// Draws it.
    pub fn draw(&self, page: &mut Page, y: i32, doc: &Doc, lines: &[Line], reading: &Reading) {
        let edge = page.edge();
        let right = ink::width(&self.right);
        let end = if right > 0 { (edge - right - 2).max(LEFT) } else { edge };
        match &self.body {
            Body::Line(i) => {
                if let Some(line) = lines.get(*i) {
                    reading::line(page, y, doc, line, reading);
                }
            }
            Body::Ink(x, runs) => {
                page.put_to(*x, y, end, &hits(runs.clone(), reading.find));
            }
            Body::Code(before, code) => {
                let x = page.put(LEFT + 2, y, before);
                page.put_to(x, y, end, &hits(shifted(code.clone(), reading.sideways), reading.find));
            }
            Body::Field(before, line, typing) => {
                let x = page.put_to(LEFT + 2, y, end, before);
                field::line(page, x, y, end, line, *typing);
            }
        }
        if right > 0 {
            page.put_to((edge - right).max(LEFT), y, edge, &self.right);
        }
        if let Some(bar) = self.bar {
            page.put(LEFT, y, &run(bar, BAR));
        }
        if let Some(mark) = &self.mark {
            page.put(MARK, y, mark);
        }
        if let Some(x) = self.focus {
            page.put(MARK, y, &run(Token::Focus, FOCUS));
            if !matches!(self.body, Body::Field(..)) {
                page.set_cursor(x.min(edge - 1), y);
            }
        }
    }
}
