//! A card as the HTML of Anki's fields.

use std::fmt::Write as _;

use crate::exchange::gaps::{specials, with_gaps};
use crate::exchange::{Card, Side};
use crate::prose::{Role, Written, inline, written};

/// The fields of a basic note, in the order of their values in [`fields`].
pub const BASIC: [&str; 6] = ["Front", "Back", "Accept", "Back Extra", "Hint", "Source"];
/// The same of a text with gaps.
pub const CLOZE: [&str; 4] = ["Text", "Back Extra", "Hint", "Source"];

/// The fields of a note. A cloze holds its words in the first one.
pub fn fields(card: &Card) -> Vec<String> {
    let each = |text: &dyn Fn(&Side) -> String| {
        let texts: Vec<String> = card.sides.iter().map(text).filter(|text| !text.is_empty()).collect();
        texts.join("<hr>")
    };
    let front = each(&asked);
    let extra = each(&explained);
    let hint = each(&|side| html(&side.hint));
    let source = safe(&card.source);
    if card.sides.iter().any(|side| !side.gaps.is_empty()) {
        return vec![front, extra, hint, source];
    }
    let mut accept: Vec<&str> = card.sides.iter().flat_map(|side| &side.accept).map(|word| &**word).collect();
    accept.sort_unstable();
    accept.dedup();
    vec![front, each(&|side| answered(card, side)), safe(&accept.join(" / ")), extra, hint, source]
}

fn asked(side: &Side) -> String {
    let word = |n: usize| side.gaps.get(n - 1).map(|word| format!("{{{{c{n}::{}}}}}", for_gap(word)));
    let text = if side.gaps.is_empty() { html(&side.text) } else { with_gaps(&html(&side.text), word) };
    let mut out = html(&side.prompt) + &text;
    if !side.code.is_empty() {
        let _ = write!(out, "<pre>{}</pre>", safe(&side.code));
    }
    list(&mut out, "ul", &side.rows);
    list(&mut out, "ul", &side.options);
    out
}

fn answered(card: &Card, side: &Side) -> String {
    let mut out = String::new();
    match &side.answer[..] {
        [answer] => out.push_str(&html(answer)),
        several => list(&mut out, if card.kind == "order" { "ol" } else { "ul" }, several),
    }
    out
}

fn explained(side: &Side) -> String {
    let mut out = html(&side.explain);
    let whys: Vec<String> = side.whys.iter().map(|(what, why)| format!("{}: {why}", what.replace('\n', " "))).collect();
    list(&mut out, "ul", &whys);
    out
}

fn list(out: &mut String, tag: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let _ = write!(out, "<{tag}>");
    for item in items {
        let whole = html(item);
        let line = whole.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
        let _ = write!(out, "<li>{}</li>", line.filter(|line| !line.contains("<p>")).unwrap_or(&whole));
    }
    let _ = write!(out, "</{tag}>");
}

/// A text as questions write it: paragraphs, and lines that keep their places.
pub fn html(text: &str) -> String {
    let (mut out, mut running, mut kept) = (String::new(), String::new(), String::new());
    for line in written(text) {
        match line {
            Written::Running(line) if !line.trim().is_empty() => {
                close(&mut out, &mut String::new(), &mut kept);
                running.push_str(if running.is_empty() { "" } else { " " });
                running.push_str(line);
            }
            Written::Running(_) => close(&mut out, &mut running, &mut kept),
            Written::Kept(line) => {
                close(&mut out, &mut running, &mut String::new());
                kept.push_str(if kept.is_empty() { "" } else { "\n" });
                kept.push_str(&line);
            }
        }
    }
    close(&mut out, &mut running, &mut kept);
    out
}

/// Ends the paragraph and the block of lines that are open.
fn close(out: &mut String, running: &mut String, kept: &mut String) {
    if !running.is_empty() {
        let _ = write!(out, "<p>{}</p>", marks(&std::mem::take(running)));
    }
    if !kept.is_empty() {
        let _ = write!(out, "<pre>{}</pre>", safe(&std::mem::take(kept)));
    }
}

fn marks(text: &str) -> String {
    let tagged = |piece: crate::prose::Piece| {
        let text = safe(&piece.text);
        match piece.role {
            Role::Strong => format!("<b>{text}</b>"),
            Role::Emphasis => format!("<i>{text}</i>"),
            Role::Code => format!("<code>{text}</code>"),
            _ => text,
        }
    };
    inline(text).into_iter().map(tagged).collect()
}

/// Text that is text and nothing else, to a browser and to Anki, which reads `[sound:...]` and `[latex]`.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '[' => out.push_str("&#91;"),
            c if crate::format::letters::is_hostile(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// A word within a gap: its own colons and braces must not end it.
fn for_gap(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 8);
    for (c, is_special) in specials(&safe(word)) {
        match c {
            ':' | '{' | '}' if is_special => _ = write!(out, "&#{};", u32::from(c)),
            c => out.push(c),
        }
    }
    out
}
