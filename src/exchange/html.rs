//! The markup of Anki's fields as the few marks that questions have. Nothing of it is run or kept.

use super::entities::{decoded, stands_for};
use super::{Left, What, gaps};
use crate::prose::{Role, inline};

/// How a piece of text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Style {
    strong: bool,
    stressed: bool,
    code: bool,
}

/// A field, taken apart into lines.
#[derive(Debug, Default)]
struct Reader {
    lines: Vec<Line>,
    line: Vec<(String, Style)>,
    strong: usize,
    stressed: usize,
    code: usize,
    pre: usize,
    /// The tag whose content is passed over, until it closes.
    skipped: Option<&'static str>,
    /// What the next line begins with: the mark of a list's item.
    mark: &'static str,
    /// The lines belong to the preformatted block that is open.
    in_pre: bool,
    /// A quotation mark in a tag never closed: from there on they mean nothing.
    no_quotes: bool,
    /// No square bracket closes any more.
    no_brackets: bool,
}

#[derive(Debug)]
enum Line {
    /// Words with marks.
    Running(String),
    /// A line of a preformatted block.
    Kept(String),
}

/// Tags whose content is no text.
const PASSED_OVER: [&str; 9] = ["script", "style", "head", "svg", "iframe", "object", "video", "audio", "template"];
/// Tags that begin and end a line.
const BLOCKS: [&str; 24] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "tbody",
    "thead",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "blockquote",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "center",
];

/// A field as a text for a question; what is left behind is counted, each sort once a field but media, which are counted each.
pub fn text(field: &str, left: &mut Left) -> String {
    let mut reader = Reader::default();
    let mut rest = field;
    while let Some(at) = rest.find(['<', '[']) {
        reader.words(&rest[..at]);
        rest = reader.mark(&rest[at..], left);
    }
    reader.words(rest);
    reader.end_line();
    if ["\\(", "\\[", "[latex]", "[$]", "[$$]", "<anki-mathjax"].iter().any(|mark| field.contains(mark)) {
        left.add(What::Formula);
    }
    reader.written()
}

impl Reader {
    /// Reads a tag, a comment or a reference to sound; what follows it.
    fn mark<'t>(&mut self, rest: &'t str, left: &mut Left) -> &'t str {
        if !self.no_brackets && ["[sound:", "[anki:"].iter().any(|open| rest.starts_with(open)) {
            if let Some(end) = rest.find(']') {
                left.add(What::Sound);
                return &rest[end + 1..];
            }
            self.no_brackets = true;
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.find("-->").map_or("", |end| &comment[end + 3..]);
        }
        let begins = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        if !rest.starts_with('<') || !begins {
            self.words(&rest[..1]);
            return &rest[1..];
        }
        let quoted = if self.no_quotes { None } else { tag_end(rest) };
        self.no_quotes = quoted.is_none();
        let end = quoted.or_else(|| rest.find('>').map(|at| at + 1)).unwrap_or(rest.len());
        let tag = &rest[1..end];
        self.tag(tag.trim_end_matches('>'), left);
        &rest[end..]
    }

    fn tag(&mut self, tag: &str, left: &mut Left) {
        let closes = tag.starts_with('/');
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if let Some(skipped) = self.skipped {
            if closes && name == skipped {
                self.skipped = None;
            }
            return;
        }
        match &*name {
            "img" | "svg" if !closes => left.add(What::Image),
            "script" if !closes => left.add(What::Script),
            "video" | "audio" if !closes => left.add(What::Sound),
            "iframe" | "object" | "embed" if !closes => left.add(What::Frame),
            "table" if !closes => left.add(What::Table),
            _ => {}
        }
        if let Some(skipped) = PASSED_OVER.iter().find(|skipped| **skipped == name) {
            if !closes && !tag.ends_with('/') {
                self.skipped = Some(skipped);
            }
            return;
        }
        if BLOCKS.contains(&&*name) || name == "pre" {
            self.end_line();
        }
        let step = |n: &mut usize| *n = if closes { n.saturating_sub(1) } else { *n + 1 };
        match &*name {
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => step(&mut self.strong),
            "i" | "em" => step(&mut self.stressed),
            "code" | "kbd" | "tt" | "samp" => step(&mut self.code),
            "pre" => step(&mut self.pre),
            // A list's item without a word has no mark to pass on.
            "li" | "ul" | "ol" => self.mark = if name == "li" && !closes { "- " } else { "" },
            "sup" if !closes => self.push("^"),
            "sub" if !closes => self.push("_"),
            "td" | "th" if !closes && !self.line.is_empty() => self.push(" | "),
            _ => {}
        }
        self.in_pre = self.pre > 0;
    }

    /// Text between tags: entities become letters, and outside of preformatted blocks white space is one space.
    fn words(&mut self, text: &str) {
        if self.skipped.is_some() || text.is_empty() {
            return;
        }
        let text = decoded(text);
        if self.in_pre {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.end_line();
                }
                self.push(line);
            }
            return;
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if !c.is_whitespace() {
                out.push(c);
            } else if !out.ends_with(' ') {
                out.push(' ');
            }
        }
        self.push(&out);
    }

    fn push(&mut self, text: &str) {
        let style = Style { strong: self.strong > 0, stressed: self.stressed > 0, code: self.code > 0 };
        match self.line.last_mut() {
            Some((last, there)) if *there == style => last.push_str(text),
            _ => self.line.push((text.to_owned(), style)),
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if self.in_pre {
            let line: String = line.into_iter().map(|(text, _)| text).collect();
            self.lines.push(Line::Kept(gaps::kept(&with_backslashes(&line))));
            return;
        }
        let running = running(&line);
        if !running.is_empty() {
            let mark = std::mem::take(&mut self.mark);
            self.lines.push(Line::Running(format!("{mark}{running}")));
        }
    }

    /// Each line of words a paragraph; each preformatted block one.
    fn written(&self) -> String {
        let mut out = String::new();
        let mut kept: Vec<&str> = Vec::new();
        for line in &self.lines {
            match line {
                Line::Kept(line) => kept.push(line),
                Line::Running(line) => {
                    paragraph(&mut out, &block(&std::mem::take(&mut kept)));
                    paragraph(&mut out, line);
                }
            }
        }
        paragraph(&mut out, &block(&kept));
        out
    }
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(if out.is_empty() { "" } else { "\n\n" });
        out.push_str(text);
    }
}

/// A preformatted block: a line alone is code, and several keep their places because the first is set in.
fn block(lines: &[&str]) -> String {
    let is_blank = |line: &&str| line.trim().is_empty();
    let first = lines.iter().position(|line| !is_blank(line)).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !is_blank(line)).map_or(first, |last| last + 1);
    match &lines[first..end] {
        [] => String::new(),
        [line] => code(line.trim()),
        lines => {
            let set_in = |line: &&str| if is_blank(line) { " ".to_owned() } else { format!("  {}", line.trim_end()) };
            lines.iter().map(set_in).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Where a tag ends; a `>` in quotation marks is no end.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

/// A line with its marks.
fn running(pieces: &[(String, Style)]) -> String {
    let mut out = String::new();
    for (text, style) in pieces {
        let inner = text.trim();
        if inner.is_empty() {
            out.push_str(if out.ends_with(' ') { "" } else { " " });
            continue;
        }
        let lead = text.starts_with(char::is_whitespace) && !out.ends_with(' ');
        out.push_str(if lead { " " } else { "" });
        let plain = escaped(inner, pieces.len() == 1);
        let marked = match style {
            Style { code: true, .. } => code(&gaps::kept(&with_backslashes(inner))),
            Style { strong: true, .. } => format!("**{plain}**"),
            Style { stressed: true, .. } => format!("*{plain}*"),
            _ => plain,
        };
        out.push_str(&marked);
        out.push_str(if text.ends_with(char::is_whitespace) { " " } else { "" });
    }
    out.trim().to_owned()
}

/// Code within a line, between as many back-quotes as it needs.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let gap = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}

/// Letters that would be marks, with a backslash. A line without any other style stays as it is when nothing in it would be a mark.
fn escaped(text: &str, is_alone: bool) -> String {
    if is_alone
        && !text.contains(|c| stands_for(c).is_some())
        && matches!(&inline(text)[..], [piece] if piece.text == text && piece.role == Role::Text)
    {
        return text.to_owned();
    }
    with_backslashes(text)
}

fn with_backslashes(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        let shown = stands_for(c);
        if shown.is_some() || matches!(c, '\\' | '*' | '_' | '`') {
            out.push('\\');
        }
        out.push(shown.unwrap_or(c));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(field: &str) -> String {
        text(field, &mut Left::default())
    }

    fn left(field: &str) -> Vec<(What, usize)> {
        let mut left = Left::default();
        text(field, &mut left);
        left.iter().map(|(what, n)| (what.clone(), n)).collect()
    }

    #[test]
    fn weight_code_and_lines_are_kept_and_everything_else_is_text() {
        assert_eq!(
            read("Use <b>GET </b>or&nbsp;<i>HEAD</i>, <font color=\"red\">not</font> <code>a*b</code>"),
            "Use **GET** or *HEAD*, not `a*b`"
        );
        assert_eq!(
            read("one<br>two<div>three</div><ul><li>a</li><li>b</li></ul>"),
            "one\n\ntwo\n\nthree\n\n- a\n\n- b"
        );
        assert_eq!(read("a &lt; b &amp;&amp; c &#8594; d &#x41; &unknown; &"), "a < b && c → d A &unknown; &");
        assert_eq!(read("2 * 3 * 4 and snake_case and \\d"), "2 * 3 * 4 and snake_case and \\d");
        assert_eq!(read("a < b and x<y"), "a < b and x", "what looks like a tag is one");
    }

    #[test]
    fn preformatted_lines_keep_their_places() {
        assert_eq!(read("see<pre><code>if x {\n    y();\n}</code></pre>"), "see\n\n  if x {\n      y();\n  }");
        assert_eq!(read("<pre>SELECT `a`</pre>"), "`` SELECT `a` ``");
        assert_eq!(read("a <b>*b*</b>"), "a **\\*b\\***");
    }

    #[test]
    fn what_cannot_be_kept_is_counted_and_never_shown() {
        assert_eq!(left("<img src=a.png><img src='b>c.png'> [sound:x.mp3]"), [(What::Image, 2), (What::Sound, 1)]);
        assert_eq!(left("<script>alert(1)</script>x<iframe src=y></iframe>"), [(What::Script, 1), (What::Frame, 1)]);
        assert_eq!(left("\\(x^2\\)"), [(What::Formula, 1)]);
        assert_eq!(read("a<script>if (1 < 2) alert('</b>')</script>b<style>p{}</style><!-- c > d -->e"), "abe");
        assert_eq!(read("a\u{202e}b&#x202e;c&#27;d"), "abcd");
    }

    #[test]
    fn powers_and_indices_stay_apart_from_what_they_stand_at() {
        assert_eq!(read("2<sup>32</sup> and x<sub>i</sub>, <code>n<sup>2</sup></code>"), "2^32 and x\\_i, `n^2`");
        assert_eq!(read("x<sub>i</sub>"), "x_i");
    }

    #[test]
    fn the_mark_of_an_empty_item_is_not_passed_on() {
        assert_eq!(read("<ul><li><br></li></ul>Why?"), "Why?");
        assert_eq!(read("<ul><li><img src=a></ul>Why?<ol><li>a<ul><li>b</li></ul></li></ol>"), "Why?\n\n- a\n\n- b");
    }

    #[test]
    fn marks_that_never_close_are_read_in_one_go() {
        let many = 1 << 18;
        assert_eq!(read(&"<a\">\"".repeat(many)), "\"".repeat(many));
        assert_eq!(read(&"[sound:".repeat(many)), "[sound:".repeat(many));
        assert_eq!(left("<img alt='>'><b x=\">a[sound:a.mp3]"), [(What::Image, 1), (What::Sound, 1)]);
    }

    #[test]
    fn cells_of_a_table_stand_apart() {
        assert_eq!(left("<table><tr><td>a</td></tr></table>"), [(What::Table, 1)]);
        assert_eq!(read("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"), "a | b\n\nc");
    }

    proptest! {
        #[test]
        fn text_without_markup_shows_as_it_was(words in "[a-z*_`\\\\.,!?-]{1,12}( [a-z*_`\\\\.,!?-]{1,12}){0,4}") {
            let shown = crate::prose::text_of(&inline(&read(&words)));
            prop_assert_eq!(shown, words);
        }

        #[test]
        fn no_field_breaks_the_reader_or_lets_a_hostile_letter_through(field in "(\\PC|<[/!]?[a-z]{0,6}|[\"'>=&;\u{1b}\u{202e}\\[\\]]|&#x?[0-9a-f]{0,6};){0,30}") {
            prop_assert_eq!(crate::format::letters::first_hostile(&read(&field)), None);
        }
    }
}
