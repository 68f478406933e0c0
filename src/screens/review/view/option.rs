//! Options, as they are chosen and as they are explained.

use crate::prose::{Piece, Role, inline, wrap};
use crate::ui::ink::{Run, key, run, text};
use crate::ui::page::{HANG, LEFT};
use crate::ui::reading;
use crate::ui::theme::Token;

use super::super::lines::{Line, beside, stack};
use super::super::look::{Look, starts_small};

/// The column of the reasons beside the options.
pub const REASON: i32 = 31;

/// Cells by which a reason below its option is indented.
const BELOW: i32 = 3;

/// The least width of a column of reasons.
const LEAST_REASON: i32 = 24;

/// An option that can be chosen.
pub struct Choosable<'a> {
    /// The digit or letter that chooses it.
    pub key: String,
    /// What stands before the text, such as `[x]`.
    pub before: Option<&'a str>,
    /// The text.
    pub text: &'a str,
    /// Whether it has the focus.
    pub focused: bool,
    /// What is said about it at the right edge.
    pub right: Vec<Run<'static>>,
}

/// Options below each other, the key at the column `x`; with a free row between them where there is room.
pub fn choosable(look: &Look, x: i32, options: &[Choosable]) -> Vec<Line> {
    let mut out = Vec::new();
    for (i, option) in options.iter().enumerate() {
        if i > 0 && look.spaced {
            out.push(Line::blank());
        }
        out.extend(one(look, x, option));
    }
    out
}

fn one(look: &Look, x: i32, option: &Choosable) -> Vec<Line> {
    let base = if option.focused { Token::Sel } else { Token::Text };
    let label = x + HANG - LEFT;
    let at = if option.before.is_some() { label + 4 } else { label };
    let taken = crate::ui::ink::width(&option.right);
    let room = look.room(at).saturating_sub(if taken > 0 { taken as usize + 2 } else { 0 }).max(2);
    let mut lines = stack(look.prose_in(option.text, room, base), at);
    for line in &mut lines {
        line.focus = option.focused;
        line.indent = x - LEFT;
    }
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (x, vec![key(option.key.clone())]));
        if let Some(before) = option.before {
            first.parts.insert(1, (label, vec![text(before.to_owned())]));
        }
        first.right = option.right.clone();
        first.cursor = option.focused.then_some(label);
    }
    lines
}

/// An option after the answer, with its reason.
#[derive(Debug, Clone, Default)]
pub struct Explained<'a> {
    /// The verdict in the gutter.
    pub mark: Option<Run<'static>>,
    /// The digit or letter that it was shown with.
    pub key: String,
    /// What stands before the text, such as `[x]`.
    pub before: Option<&'a str>,
    /// The text.
    pub text: &'a str,
    /// Whether it is the right one.
    pub strong: bool,
    /// Words of the interface before the reason, such as "Your choice."
    pub lead: String,
    /// Why it is right or wrong.
    pub why: &'a str,
}

/// Options with their reasons: beside them at [`REASON`] where all of them fit before it, else below.
pub fn explained(look: &Look, options: &[Explained]) -> Vec<Line> {
    explained_at(look, LEFT, options)
}

/// The same with the digit at the column `x`.
pub fn explained_at(look: &Look, x: i32, options: &[Explained]) -> Vec<Line> {
    let at = |o: &Explained| x + HANG - LEFT + if o.before.is_some() { 4 } else { 0 };
    let short = options.iter().all(|o| at(o) + look.width(o.text) + 2 <= REASON);
    let column = short && !look.small() && look.edge - REASON >= LEAST_REASON;
    let mut out = Vec::new();
    for (i, option) in options.iter().enumerate() {
        if i > 0 && look.spaced {
            out.push(Line::blank());
        }
        out.extend(explain(look, x, at(option), option, column));
    }
    out
}

fn explain(look: &Look, x: i32, at: i32, option: &Explained, column: bool) -> Vec<Line> {
    let base = if option.strong { Token::Strong } else { Token::Text };
    let mut lines = stack(look.prose(option.text, at, base), at);
    if let Some(first) = lines.first_mut() {
        first.mark = option.mark.clone();
        first.parts.insert(0, (x, vec![run(base, option.key.clone())]));
        if let Some(before) = option.before {
            first.parts.insert(1, (at - 4, vec![run(base, before.to_owned())]));
        }
    }
    let has_reason = !option.why.is_empty() || !option.lead.is_empty();
    match (has_reason, column) {
        (false, _) => lines,
        (true, true) => beside(lines, reason(look, &option.lead, option.why, REASON), REASON),
        (true, false) => {
            let below = x + HANG - LEFT + BELOW;
            lines.extend(stack(reason(look, &option.lead, option.why, below), below));
            lines
        }
    }
}

/// A reason with words of the interface before it.
pub fn reason(look: &Look, lead: &str, why: &str, x: i32) -> Vec<Vec<Run<'static>>> {
    let mut pieces = Vec::new();
    if !lead.is_empty() {
        let gap = if why.is_empty() { "" } else { " " };
        pieces.push(Piece { text: format!("{lead}{gap}"), role: Role::Text });
    }
    pieces.extend(inline(why));
    let rows = wrap(&pieces, look.room(x), 0, look.quotes);
    let owned = |r: Run| run(r.token, r.text.into_owned());
    rows.iter().map(|row| reading::runs(row, Token::Text).into_iter().map(owned).collect()).collect()
}

/// "Your choice." before a sentence, "your choice:" before a few words.
pub fn your_choice(look: &Look, why: &str) -> String {
    let key = if starts_small(why) { "review-your-choice-small" } else { "review-your-choice" };
    look.words.get(key).into_owned()
}

/// The same for something right that was not chosen.
pub fn not_chosen(look: &Look, why: &str) -> String {
    let key = if starts_small(why) { "review-not-chosen-small" } else { "review-not-chosen" };
    look.words.get(key).into_owned()
}

/// At Small the right and the chosen options come first; the others wait behind `w`.
pub fn folded<'a>(look: &Look, options: Vec<(Explained<'a>, bool)>, others: bool) -> Vec<Line> {
    let fold = look.small() && !others;
    let hidden = options.iter().filter(|(_, matters)| !matters).count();
    let all = options.into_iter();
    let shown: Vec<Explained> = all.filter(|(_, matters)| *matters || !fold).map(|(o, _)| o).collect();
    let mut lines = explained(look, &shown);
    if fold && hidden > 0 {
        lines.extend(look.say(&look.words.fmt("review-others", &[("n", hidden.into())])));
    }
    lines
}
