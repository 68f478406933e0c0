//! The topic map: states as marks, topics as nodes, and the thin lines between them.

use crate::sessions::study::TopicState;

use super::glyphs::{BRANCH, CORNER, FADING, FOCUS, HELD, LATER, LEARNING, READY, TEE_DOWN, THIN};
use super::ink::{self, Run, run};
use super::meter::gauge;
use super::page::Page;
use super::theme::Token;

/// The column of a unit's title and of the first topics.
pub const NODES: i32 = 7;

/// The mark of a state; it always stands beside a word.
pub fn mark(state: TopicState) -> Run<'static> {
    match state {
        TopicState::Held => run(Token::Good, HELD),
        TopicState::Learning => run(Token::Accent, LEARNING),
        TopicState::Fading => run(Token::Warn, FADING),
        TopicState::Ready => run(Token::Text, READY),
        TopicState::BetterLater => run(Token::Muted, LATER),
    }
}

/// How many cells a node takes: mark, space, name.
pub fn node_width(name: &str) -> i32 {
    2 + ink::width(name)
}

/// Draws a node and returns the column after it. `edge` cuts the name.
pub fn node(page: &mut Page, x: i32, y: i32, edge: i32, state: TopicState, name: &str, focused: bool) -> i32 {
    page.put_to(x, y, edge, &mark(state));
    let token = match state {
        _ if focused => Token::Sel,
        TopicState::BetterLater => Token::Muted,
        _ => Token::Text,
    };
    if focused {
        page.put(x - 2, y, &run(Token::Focus, FOCUS));
        page.set_cursor(x + 2, y);
    }
    page.put_to(x + 2, y, edge, &(name, token))
}

/// A connector from the end of one node to the next, with one free cell on both ends. Draw it before the nodes: the focus bar
/// of the node replaces its last cell.
pub fn connector(page: &mut Page, y: i32, from: i32, to: i32) {
    page.rule(y, from + 1, to - 1);
}

/// A fan-out: the connector in row `y` forks at column `x` down to each of the rows `to`, whose nodes begin at `node`.
pub fn fan_out(page: &mut Page, x: i32, y: i32, to: &[i32], node: i32) {
    let Some(last) = to.iter().copied().max().filter(|last| *last > y) else { return };
    page.put(x, y, &run(Token::Rule, TEE_DOWN));
    page.column(x, y + 1, last, THIN, Token::Rule);
    for row in to {
        page.put(x, *row, &run(Token::Rule, if *row == last { CORNER } else { BRANCH }));
        page.rule(*row, x + 1, node - 1);
    }
}

/// The row of a unit: its number, title, meter and share in percent.
pub fn unit(page: &mut Page, y: i32, number: usize, title: &str, percent: u8) {
    let edge = page.edge();
    page.right_at(5, y, &(number.to_string(), Token::Muted));
    page.right(y, format!("{percent}%").as_str());
    let meter = edge - 16;
    let room = meter >= NODES + 12;
    if room {
        gauge(page, meter, y, 10, f64::from(percent) / 100.0);
    }
    page.put_to(NODES, y, if room { meter - 2 } else { edge - 6 }, &(title, Token::Strong));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::stage::{every_size, picture};

    #[test]
    fn a_unit_and_its_nodes_look_like_the_picture() {
        let shown = picture(80, 4, |p| {
            unit(p, 0, 4, "Databases", 49);
            let chain = [(7, TopicState::Held, "Relational"), (25, TopicState::Held, "Normalisation")];
            let chain =
                chain.into_iter().chain([(44, TopicState::Learning, "Indexes"), (59, TopicState::Learning, "N+1")]);
            let mut end = None;
            for (x, state, name) in chain {
                if let Some(end) = end {
                    connector(p, 1, end, x);
                }
                end = Some(node(p, x, 1, 79, state, name, name == "N+1"));
            }
            fan_out(p, 21, 1, &[2, 3], 25);
            let end = node(p, 25, 2, 79, TopicState::Learning, "ACID, locking", false);
            connector(p, 2, end, 44);
            node(p, 44, 2, 79, TopicState::Fading, "Isolation levels", false);
            node(p, 25, 3, 79, TopicState::BetterLater, "CAP", false);
        });
        assert_eq!(
            shown,
            "    4  Databases                                               ━━━━━─────   49%\n\
             \x20      ● Relational ─┬── ● Normalisation ── ◐ Indexes ───▌ ◐ N+1\n\
             \x20                    ├── ◐ ACID, locking ── ! Isolation levels\n\
             \x20                    └── ~ CAP\n"
        );
    }

    #[test]
    fn every_state_has_a_mark_of_its_own() {
        use TopicState::*;
        let mut marks: Vec<String> =
            [Held, Learning, Fading, Ready, BetterLater].map(|s| mark(s).text.into_owned()).into();
        marks.sort();
        marks.dedup();
        assert_eq!(marks.len(), 5);
    }

    #[test]
    fn maps_fit_every_window() {
        every_size(|p| {
            let edge = p.edge();
            unit(p, 3, 10, "A title that is long enough to be cut somewhere", 100);
            connector(p, 4, 3, 900);
            node(p, edge - 4, 4, edge, TopicState::Ready, "Message brokers", true);
            fan_out(p, 21, 4, &[5, 7, 90], 25);
            fan_out(p, 21, 4, &[], 25);
        });
    }
}
