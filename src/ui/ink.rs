//! Pieces of text with tokens: what components draw.

use std::borrow::Cow;

use crate::prose::cells;
use crate::words::next_tag;

use super::theme::Token;

/// A piece of text in one token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    /// What to show.
    pub text: Cow<'a, str>,
    /// What it is.
    pub token: Token,
}

/// A piece of text in `token`.
pub fn run<'a>(token: Token, text: impl Into<Cow<'a, str>>) -> Run<'a> {
    Run { text: text.into(), token }
}

macro_rules! short {
    ($($name:ident $token:ident,)*) => {$(
        #[doc = concat!("A piece of text in [`Token::", stringify!($token), "`].")]
        pub fn $name<'a>(text: impl Into<Cow<'a, str>>) -> Run<'a> {
            run(Token::$token, text)
        }
    )*};
}
short! {
    text Text,
    strong Strong,
    muted Muted,
    key Key,
    good Good,
    warn Warn,
    bad Bad,
    accent Accent,
    link Link,
    label Label,
}

/// Anything that is drawn in one row: text, or pieces of text with tokens.
pub trait Ink {
    /// Hands each piece to `draw`, from left to right.
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token));
}

impl Ink for str {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        draw(self, Token::Text);
    }
}

impl Ink for String {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        draw(self, Token::Text);
    }
}

impl Ink for Cow<'_, str> {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        draw(self, Token::Text);
    }
}

impl<S: AsRef<str>> Ink for (S, Token) {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        draw(self.0.as_ref(), self.1);
    }
}

impl Ink for Run<'_> {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        draw(&self.text, self.token);
    }
}

impl Ink for [Run<'_>] {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        for run in self {
            draw(&run.text, run.token);
        }
    }
}

impl<const N: usize> Ink for [Run<'_>; N] {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        self.as_slice().pieces(draw);
    }
}

impl Ink for Vec<Run<'_>> {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        self.as_slice().pieces(draw);
    }
}

impl<I: Ink + ?Sized> Ink for &I {
    fn pieces(&self, draw: &mut dyn FnMut(&str, Token)) {
        (*self).pieces(draw);
    }
}

/// How many cells `ink` takes.
pub fn width<I: Ink + ?Sized>(ink: &I) -> i32 {
    let mut sum = 0;
    ink.pieces(&mut |text, _| sum += cells::width(text) as i32);
    sum
}

/// A message with tags as pieces: `You recalled <b>12 of 14</b>.`
///
/// A tag is the name of a token, or `b`, `k`, `m` for strong, key, muted. What is no token stays as it is.
pub fn rich(message: &str) -> Vec<Run<'static>> {
    let mut out = Vec::new();
    mark_up(message, Token::Text, &mut out);
    out
}

fn mark_up(message: &str, base: Token, out: &mut Vec<Run<'static>>) {
    let mut rest = message;
    while let Some((before, name, inside, after)) = next_tag(rest) {
        if !before.is_empty() {
            out.push(run(base, before.to_owned()));
        }
        match Token::named(name) {
            Some(token) => mark_up(inside, token, out),
            None => {
                out.push(run(base, format!("<{name}>")));
                mark_up(inside, base, out);
                out.push(run(base, format!("</{name}>")));
            }
        }
        rest = after;
    }
    if !rest.is_empty() {
        out.push(run(base, rest.to_owned()));
    }
}

/// The runs of a sentence as far as they fit into `room` cells: all of them, or only the strong ones, which hold its answer, with commas
/// between them.
pub fn gist<'r>(runs: &'r [Run<'r>], room: i32) -> Vec<Run<'r>> {
    let strong = || runs.iter().filter(|run| run.token == Token::Strong);
    match width(runs) > room && strong().next().is_some() {
        true => {
            let apart = |i: usize| (i > 0).then(|| run(Token::Text, ", "));
            strong().enumerate().flat_map(|(i, one)| apart(i).into_iter().chain([one.clone()])).collect()
        }
        false => runs.to_vec(),
    }
}

/// The whole text of `ink`, without tokens.
pub fn string<I: Ink + ?Sized>(ink: &I) -> String {
    let mut out = String::new();
    ink.pieces(&mut |text, _| out.push_str(text));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_does_not_fit_keeps_its_answer() {
        let whole = rich("Welcome. <b>Your first lesson takes 8 min</b>");
        assert_eq!(gist(&whole, 80), whole);
        assert_eq!(gist(&whole, 36), [strong("Your first lesson takes 8 min")]);
        let two = rich("Welcome back. <b>39 days away</b>; today's share is <b>16 min</b>");
        assert_eq!(string(gist(&two, 36).as_slice()), "39 days away, 16 min");
        let plain = rich("Nothing to choose from here");
        assert_eq!(gist(&plain, 5), plain, "what has no answer is cut by the page");
    }

    #[test]
    fn tags_become_tokens() {
        assert_eq!(rich("You recalled <b>12 of 14</b>."), [text("You recalled "), strong("12 of 14"), text(".")]);
        assert_eq!(rich("Press <k>g</k> first"), [text("Press "), key("g"), text(" first")]);
        assert_eq!(rich("<m>a <k>b</k></m>"), [muted("a "), key("b")]);
    }

    #[test]
    fn angles_that_are_no_tags_stay() {
        assert_eq!(string(&rich("a < b <i>c</i> Vec<T>")), "a < b <i>c</i> Vec<T>");
        assert_eq!(rich(""), []);
    }

    #[test]
    fn width_counts_cells() {
        assert_eq!(width("数据"), 4);
        assert_eq!(width(&[strong("ab"), text("c")]), 3);
    }
}
