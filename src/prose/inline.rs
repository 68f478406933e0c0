//! The marks within one paragraph: for prompts, options and reasons, which are no documents.

use std::collections::HashSet;

use super::{Piece, Role};

/// What may be a mark, or is shown as another character.
const MARKS: [char; 5] = ['\\', '`', '*', '_', '\n'];

/// Marks inside each other.
const MAX_DEPTH: usize = 8;

/// Reads one paragraph with `code`, `**strong**` and `*stressed*` words; a backslash takes a mark's meaning away.
///
/// No other Markdown is read: an option such as `1. first` or `# comment` is just that. Line breaks are spaces.
pub fn inline(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    read(text.trim(), Role::Text, 0, &mut out);
    out
}

/// Marks that never close: what was looked for once in the rest of a text is not looked for again, so a text of marks alone is read in one go.
#[derive(Default)]
struct Open {
    /// Runs of back-quotes.
    code: CodeRuns,
    /// Weights, by their mark, whether it is doubled, and whether an odd number of back-quotes stands before it.
    weights: HashSet<(char, bool, bool)>,
}

fn read(text: &str, role: Role, depth: usize, out: &mut Vec<Piece>) {
    let mut rest = text;
    let mut before = None;
    let mut open = Open::default();
    let mut quotes = false;
    loop {
        // Most text has no marks: it is taken in one piece.
        let plain = rest.find(MARKS).unwrap_or(rest.len());
        if plain > 0 {
            let (text, after) = rest.split_at(plain);
            add(out, text, role);
            before = text.chars().next_back();
            rest = after;
        }
        let Some(c) = rest.chars().next() else { return };
        let next = &rest[c.len_utf8()..];
        if c == '\\' && next.starts_with(|e: char| e.is_ascii_punctuation()) {
            add(out, &next[..1], role);
            rest = &next[1..];
        } else if c == '`' {
            let (taken, code) = open.code.at(rest);
            match code {
                Some(code) => out.push(Piece { text: unpadded(code), role: Role::Code }),
                None => add(out, &rest[..taken], role),
            }
            rest = &rest[taken..];
        } else if depth < MAX_DEPTH
            && matches!(c, '*' | '_')
            && let Some((inner, weight, after)) = stressed(rest, c, before, quotes, &mut open)
        {
            read(inner, weight, depth + 1, out);
            rest = after;
        } else {
            add(out, &rest[..c.len_utf8()], role);
            rest = next;
        }
        let passed = &text[text.len() - next.len() - c.len_utf8()..text.len() - rest.len()];
        quotes ^= !passed.matches('`').count().is_multiple_of(2);
        before = passed.chars().next_back();
    }
}

/// Runs of back-quotes of a text that is read from its beginning to its end: those of a length that nothing closed once are not looked for again.
#[derive(Debug, Default)]
pub struct CodeRuns(HashSet<usize>);

impl CodeRuns {
    /// What the rest of the text begins with, a run: its bytes together with its code and the next run of the same length, and the code between. A run
    /// that no other one closes is text as a whole (CommonMark 0.31.2, 6.1): the bytes of it alone, and no code.
    pub fn at<'t>(&mut self, rest: &'t str) -> (usize, Option<&'t str>) {
        let run = |text: &str| text.bytes().take_while(|byte| *byte == b'`').count();
        let fence = run(rest);
        if self.0.contains(&fence) {
            return (fence, None);
        }
        let mut at = fence;
        while let Some(next) = rest[at..].find('`') {
            let start = at + next;
            let here = run(&rest[start..]);
            if here == fence {
                return (start + fence, Some(&rest[fence..start]));
            }
            at = start + here;
        }
        self.0.insert(fence);
        (fence, None)
    }
}

/// Code without the space on each side that keeps back-quotes apart from the marks.
fn unpadded(code: &str) -> String {
    let code = code.replace('\n', " ");
    let inner = code.strip_prefix(' ').and_then(|c| c.strip_suffix(' '));
    match inner {
        Some(inner) if !inner.trim().is_empty() => inner.to_owned(),
        _ => code,
    }
}

/// What stands between a mark and its end, its role, and what follows. `before` is the character before the mark, and `quotes` says whether
/// an odd number of back-quotes stands before it.
fn stressed<'t>(
    text: &'t str,
    mark: char,
    before: Option<char>,
    quotes: bool,
    open: &mut Open,
) -> Option<(&'t str, Role, &'t str)> {
    let double = text[1..].starts_with(mark);
    let (fence, role) = if double { (&text[..2], Role::Strong) } else { (&text[..1], Role::Emphasis) };
    let body = &text[fence.len()..];
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if body.starts_with(|c: char| c.is_whitespace() || c == mark) || (mark == '_' && word(before)) {
        return None;
    }
    if open.weights.contains(&(mark, double, quotes)) {
        return None;
    }
    let (mut counted, mut within) = (0, false);
    for (end, _) in body.match_indices(fence) {
        let after = &body[end + fence.len()..];
        let inner = &body[..end];
        within ^= !inner[counted..].matches('`').count().is_multiple_of(2);
        counted = end;
        let is_open = inner.is_empty()
            || inner.ends_with(|c: char| c.is_whitespace() || c == '\\')
            || after.starts_with(mark)
            || (mark == '_' && word(after.chars().next()));
        if !is_open && !within {
            return Some((inner, role, after));
        }
    }
    open.weights.insert((mark, double, quotes));
    None
}

fn add(out: &mut Vec<Piece>, text: &str, role: Role) {
    let text = if text == "\n" { " " } else { text };
    match out.last_mut() {
        Some(last) if last.role == role && role != Role::Code => last.text.push_str(text),
        _ => out.push(Piece { text: text.to_owned(), role }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::text_of;

    fn shown(text: &str) -> Vec<(String, Role)> {
        inline(text).into_iter().map(|p| (p.text, p.role)).collect()
    }

    fn pair(text: &str, role: Role) -> (String, Role) {
        (text.to_owned(), role)
    }

    #[test]
    fn code_and_weight_are_found() {
        assert_eq!(
            shown("Use `GET /x` **now**, *not* later"),
            [
                pair("Use ", Role::Text),
                pair("GET /x", Role::Code),
                pair(" ", Role::Text),
                pair("now", Role::Strong),
                pair(", ", Role::Text),
                pair("not", Role::Emphasis),
                pair(" later", Role::Text),
            ]
        );
    }

    #[test]
    fn what_looks_like_other_markdown_stays_text() {
        for text in ["# comment", "1. first", "> quoted", "- item", "2 * 3 * 4", "snake_case_name", "[a](b)", "a ` b"] {
            assert_eq!(shown(text), [pair(text, Role::Text)], "{text}");
        }
    }

    #[test]
    fn stars_inside_code_are_code() {
        assert_eq!(shown("`SELECT * FROM a` and `*`")[0], pair("SELECT * FROM a", Role::Code));
        assert_eq!(text_of(&inline("*a `*` b*")), "a * b");
        assert_eq!(text_of(&inline("``a`b``")), "a`b");
    }

    #[test]
    fn a_backslash_takes_the_meaning_away() {
        assert_eq!(shown(r"\*a\* \`b\`"), [pair("*a* `b`", Role::Text)]);
    }

    #[test]
    fn marks_that_never_close_are_text_however_many_there_are() {
        for marks in ["*a ", "_a ", "**a ", "*a`", "`` ` ", "*a`*a", "`", "\\``", "``\\"] {
            let text = marks.repeat(1 << 18);
            assert!(text_of(&inline(&text)).len() > 1 << 17, "{marks}");
        }
        assert_eq!(shown("_a **b* c**")[1], pair("b* c", Role::Strong));
        assert_eq!(shown("*a *b` c*"), [pair("*a *b` c*", Role::Text)]);
        assert_eq!(shown("a` *b* ` c")[1], pair("*b*", Role::Code));
    }

    #[test]
    fn a_run_of_back_quotes_that_nothing_closes_is_text_as_a_whole() {
        for text in ["```a``", "a `` b ` c", "`a``"] {
            assert_eq!(shown(text), [pair(text, Role::Text)], "{text}");
        }
        assert_eq!(shown("``` a ` `b`c"), [pair("``` a ", Role::Text), pair(" ", Role::Code), pair("b`c", Role::Text)]);
    }

    #[test]
    fn line_breaks_are_spaces() {
        assert_eq!(text_of(&inline("a\nb")), "a b");
    }
}
