//! A check as a card: its question while it is open, its reasons once it is answered.

mod ask;
mod told;

use crate::domain::question::Question;
use crate::domain::text::{Lang, Text};
use crate::domain::time::Moment;
use crate::sessions::lesson::{Check, CheckStage};
use crate::ui::glyphs::{RIGHT, WRONG};
use crate::ui::ink::{Run, rich, run};
use crate::ui::page::{INSIDE, LEFT};
use crate::ui::question::wrapped;
use crate::ui::theme::Token;
use crate::words::Words;

use super::row::{Body, Row};

/// The column of what hangs behind a key within a card.
const HANG: i32 = INSIDE + 3;
/// The column of text behind a box to tick.
const TICKED: i32 = HANG + 4;
/// The least room that is left for text; where there is less, columns move to the left.
const LEAST: i32 = 12;

/// What a card needs to know of its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The language of the lesson.
    pub lang: Lang,
    /// The words of the interface.
    pub words: &'a Words,
    /// Cells of the text column.
    pub width: i32,
    /// Whether code within a sentence keeps its back-quotes.
    pub quotes: bool,
    /// This moment.
    pub now: &'a Moment,
    /// The code of the question in colour, where it has any.
    pub code: &'a [Vec<Run<'static>>],
}

/// How the keyboard stands to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hold {
    /// The card owns the keyboard.
    pub entered: bool,
    /// Digits answer this card.
    pub open: bool,
    /// `u` takes its answer back.
    pub latest: bool,
    /// An option is marked and waits for `Enter`.
    pub touched: bool,
}

/// The rows of a check.
pub fn rows(check: Option<&Check>, hold: Hold, around: Around<'_>) -> Vec<Row> {
    let mut card = Card { around, live: hold.open || hold.entered, rows: Vec::new() };
    match check.map(|c| &c.stage) {
        Some(CheckStage::Asking(asking)) => ask::draw(&mut card, asking, hold),
        Some(CheckStage::Told(told)) => told::draw(&mut card, told, hold.latest),
        Some(CheckStage::Missing) => {
            card.title(Vec::new());
            card.say("lesson-check-missing");
        }
        None | Some(CheckStage::Loading) => card.title(Vec::new()),
    }
    card.rows
}

struct Card<'a> {
    around: Around<'a>,
    /// Its keys do something now; of several open cards only the first one's do.
    live: bool,
    rows: Vec<Row>,
}

impl Card<'_> {
    fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.around.lang)
    }

    fn word(&self, key: &str) -> String {
        self.around.words.get(key).into_owned()
    }

    /// Cells from a column to the right edge.
    fn room(&self, x: i32) -> i32 {
        LEFT + self.around.width - x
    }

    /// A column, moved to the left where there is little room.
    fn column(&self, x: i32) -> i32 {
        x.min(LEFT + self.around.width - LEAST).max(INSIDE)
    }

    fn push(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// The token of a key: it is shown as one only while it does something.
    fn key(&self) -> Token {
        if self.live { Token::Key } else { Token::Text }
    }

    fn title(&mut self, right: Vec<Run<'static>>) {
        let label = run(Token::Label, self.word("card-check"));
        self.push(Row::ink(INSIDE, vec![label]).right(right));
    }

    fn wrap(&self, text: &str, x: i32, base: Token) -> Vec<Vec<Run<'static>>> {
        wrapped(text, self.room(x), self.around.quotes, base)
    }

    /// Running text from a column on.
    fn para(&mut self, x: i32, text: &str, base: Token) {
        if text.is_empty() {
            return;
        }
        let x = self.column(x);
        for row in self.wrap(text, x, base) {
            self.push(Row::ink(x, row));
        }
    }

    /// A sentence of the interface.
    fn say(&mut self, key: &str) {
        let text = self.word(key);
        self.message(&text);
    }

    /// A message with tags. It stays on one row: messages are short.
    fn message(&mut self, text: &str) {
        self.push(Row::ink(INSIDE, rich(text)));
    }

    /// A key and what it stands for, hanging behind it.
    fn keyed(&mut self, item: Keyed<'_>) {
        let hang = if item.tick.is_some() { TICKED } else { HANG };
        let hang = self.column(hang);
        let first = self.rows.len();
        for (i, mut row) in self.wrap(item.text, hang, item.base).into_iter().enumerate() {
            if i > 0 {
                self.push(Row::ink(hang, row));
                continue;
            }
            let gap = if item.key.text.is_empty() { "   " } else { "  " };
            let mut name = item.key.clone();
            if name.token == Token::Key {
                name.token = self.key();
            }
            let mut runs = vec![name, run(Token::Text, gap)];
            match item.tick {
                Some(true) => runs.push(run(Token::Text, "[x] ")),
                Some(false) => runs.push(run(Token::Text, "[ ] ")),
                None => {}
            }
            runs.append(&mut row);
            self.push(Row::ink(INSIDE, runs).mark(item.mark.clone()).focus(item.focus.then_some(hang)));
        }
        if item.focus {
            // The bar covers all rows, the cursor stands on the first.
            for row in &mut self.rows[first..] {
                row.focus = Some(hang);
            }
        }
    }

    /// A reason below what it belongs to.
    fn reason(&mut self, text: &str) {
        self.para(HANG, text, Token::Text);
    }

    /// Lines of code with their numbers.
    fn code(&mut self, question: &str, focus: Option<usize>, mark: impl Fn(usize) -> Option<Run<'static>>) {
        let lines: Vec<String> = question.lines().map(crate::prose::expand).collect();
        let digits = lines.len().to_string().len();
        for (i, line) in lines.into_iter().enumerate() {
            let number = run(if focus == Some(i) { Token::Sel } else { Token::Muted }, format!("{:>digits$}", i + 1));
            let before = vec![number, run(Token::Rule, " │ ")];
            let code = self.around.code.get(i).cloned().unwrap_or_else(|| vec![run(Token::Code, line)]);
            let x = INSIDE + digits as i32 + 3;
            let row = Row::new(Body::Code(before, code)).mark(mark(i + 1));
            self.push(row.focus((focus == Some(i)).then_some(x)));
        }
    }
}

/// A row that is chosen by a key.
struct Keyed<'a> {
    key: Run<'static>,
    text: &'a str,
    base: Token,
    tick: Option<bool>,
    mark: Option<Run<'static>>,
    focus: bool,
}

impl<'a> Keyed<'a> {
    fn new(key: impl Into<std::borrow::Cow<'static, str>>, text: &'a str) -> Self {
        Keyed { key: run(Token::Key, key), text, base: Token::Text, tick: None, mark: None, focus: false }
    }

    fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        if focus {
            self.base = Token::Sel;
        }
        self
    }

    /// After answering: the key is none any more, and what is right is strong.
    fn told(mut self, right: bool, chosen: bool) -> Self {
        self.base = if right { Token::Strong } else { Token::Text };
        self.key.token = self.base;
        self.mark = verdict(right, chosen);
        self
    }
}

fn verdict(right: bool, chosen: bool) -> Option<Run<'static>> {
    match (right, chosen) {
        (true, _) => Some(run(Token::Good, RIGHT)),
        (false, true) => Some(run(Token::Bad, WRONG)),
        (false, false) => None,
    }
}

/// The letter of a row, `a` to `z`.
fn letter(row: usize) -> String {
    char::from(b'a' + (row % 26) as u8).to_string()
}

/// The code of a question, for colouring: language and lines.
pub fn code_of(question: &Question) -> Option<(&str, Vec<String>)> {
    match &question.kind {
        crate::domain::question::Kind::Line { language, code, .. } => {
            Some((language, code.lines().map(crate::prose::expand).collect()))
        }
        _ => None,
    }
}
