//! What the views look at: words, language, room.

use crate::domain::text::{Lang, Text};
use crate::prose::{Piece, Role, Span, inline, wrap, written_rows};
use crate::words::Words;

use super::codecolor::Coloured;
use super::ink::{Run, rich, run};
use super::lines::{Line, stack};
use super::page::{LEFT, Size};
use super::reading;
use super::screen::Scene;
use super::theme::Token;

/// How things are laid out at the moment.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Interface text.
    pub words: &'a Words,
    /// Language of the content.
    pub lang: Lang,
    /// The column after the last one of text.
    pub edge: i32,
    /// How much room there is.
    pub size: Size,
    /// Code keeps its back-quotes.
    pub quotes: bool,
    /// Options have a free row between them.
    pub spaced: bool,
    /// The code of the question in its colours.
    pub code: Option<&'a Coloured>,
    /// The disk refuses what was answered, for the moment.
    pub unsaved: bool,
}

impl<'a> Look<'a> {
    /// The look of a scene for a column of so many cells.
    pub fn of(scene: &Scene<'a>, width: i32) -> Look<'a> {
        Look {
            words: scene.words,
            lang: scene.prefs.lang,
            edge: width - 1,
            size: scene.size(),
            quotes: scene.theme.quote_code,
            spaced: false,
            code: None,
            unsaved: scene.study.unsaved.is_some(),
        }
    }

    /// The same with or without free rows between options.
    #[must_use]
    pub fn spaced(mut self, spaced: bool) -> Look<'a> {
        self.spaced = spaced;
        self
    }

    /// Whether there is only one narrow column.
    pub fn small(&self) -> bool {
        self.size <= Size::Small
    }

    /// Cells from a column to the edge.
    pub fn room(&self, x: i32) -> usize {
        usize::try_from(self.edge - x).unwrap_or(0).max(2)
    }

    /// A text of the content in the learner's language.
    pub fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    /// Content with inline marks, wrapped from a column to the edge.
    pub fn prose(&self, text: &str, x: i32, base: Token) -> Vec<Vec<Run<'static>>> {
        self.prose_in(text, self.room(x), base)
    }

    /// Content with inline marks, wrapped into so many cells.
    pub fn prose_in(&self, text: &str, width: usize, base: Token) -> Vec<Vec<Run<'static>>> {
        wrap(&inline(text), width, 0, self.quotes).iter().map(|row| owned(row, base)).collect()
    }

    /// Content that may hold a table, a log or code, which keep their lines; sentences wrap into so many cells.
    pub fn written(&self, text: &str, width: usize, base: Token) -> Vec<Vec<Run<'static>>> {
        let rows = written_rows(text, width, self.quotes).into_iter();
        rows.map(|(kept, row)| owned(&row, if kept { Token::Text } else { base })).collect()
    }

    /// How many cells a text of one row takes.
    pub fn width(&self, text: &str) -> i32 {
        let rows = wrap(&inline(text), usize::from(u16::MAX), 0, self.quotes);
        rows.iter().flatten().map(|s| crate::prose::cells::width(&s.text) as i32).sum()
    }

    /// A sentence of the interface (its tags become tokens), wrapped from a column to the edge.
    pub fn sentence(&self, message: &str, x: i32) -> Vec<Vec<Run<'static>>> {
        flow(&rich(message), self.room(x))
    }

    /// The same as lines at the left.
    pub fn say(&self, message: &str) -> Vec<Line> {
        stack(self.sentence(message, LEFT), LEFT)
    }
}

fn owned(row: &[Span], base: Token) -> Vec<Run<'static>> {
    reading::runs(row, base).into_iter().map(|r| run(r.token, r.text.into_owned())).collect()
}

/// Wraps pieces with tokens.
pub fn flow(runs: &[Run], width: usize) -> Vec<Vec<Run<'static>>> {
    // A role with a number carries each piece through the wrapping.
    let number = |i: usize| Role::Link(u16::try_from(i).unwrap_or(u16::MAX));
    let pieces: Vec<Piece> =
        runs.iter().enumerate().map(|(i, r)| Piece { text: r.text.clone().into_owned(), role: number(i) }).collect();
    let token = |role| match role {
        Role::Link(i) => runs.get(usize::from(i)).map_or(Token::Text, |r| r.token),
        _ => Token::Text,
    };
    wrap(&pieces, width.max(2), 0, false)
        .into_iter()
        .map(|row| row.into_iter().map(|s| run(token(s.role), s.text)).collect())
        .collect()
}

/// `text` with its first letter in lower case, unless the word goes on in capitals (`GET`).
pub fn starts_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::{key, string, text};

    #[test]
    fn sentences_keep_their_tokens_when_they_are_wrapped() {
        let rows = flow(&[text("Press "), key("g"), text(" first: a lucky guess")], 14);
        assert_eq!(rows.iter().map(string).collect::<Vec<_>>(), ["Press g first:", "a lucky guess"]);
        assert_eq!(rows[0][1], key("g"));
    }

    #[test]
    fn nothing_fits_into_no_room_and_nothing_breaks() {
        assert!(!flow(&[text("abc")], 0).is_empty());
        assert_eq!(flow(&[], 10).len(), 1);
    }
}
