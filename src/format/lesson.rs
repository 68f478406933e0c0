//! The bones of a lesson: headings with ids, fences and boxes, line by line and with places.
//!
//! It renders nothing and understands only what checks and the index need; the room `prose` reads the whole of Markdown.

use std::ops::Range;

/// What a line scan finds in a lesson.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Bones<'a> {
    /// Headings of the second level, in order.
    pub sections: Vec<Heading<'a>>,
    /// Fenced blocks, in order.
    pub fences: Vec<Fence<'a>>,
    /// Prose between checks, in order; the last one may end without a check.
    pub stretches: Vec<Stretch>,
}

/// Prose that is read without being asked something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stretch {
    /// Words outside of fences.
    pub words: usize,
    /// Its first line's bytes.
    pub span: Range<usize>,
}

/// A heading `## Title {#id}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// Without the marks.
    pub title: &'a str,
    /// The id; empty when the author gave none.
    pub id: &'a str,
    /// The line's bytes.
    pub span: Range<usize>,
}

/// A fenced block.
#[derive(Debug, PartialEq, Eq)]
pub struct Fence<'a> {
    /// The words after the fence's mark, such as `sql run`.
    pub info: &'a str,
    /// Its lines without the fence's own, and where each begins.
    pub lines: Vec<(usize, &'a str)>,
    /// The opening line's bytes.
    pub span: Range<usize>,
    /// How many sections were open before it: 0 is the opening of the lesson.
    pub section: usize,
    /// Whether a closing line was found.
    pub closed: bool,
}

impl<'a> Fence<'a> {
    /// The language or the kind of block: the first word.
    pub fn language(&self) -> &'a str {
        self.info.split_whitespace().next().unwrap_or_default()
    }

    /// The first line that is not empty, and where it begins.
    pub fn first_line(&self) -> Option<(usize, &'a str)> {
        self.lines.iter().copied().find(|(_, line)| !line.trim().is_empty())
    }
}

/// Scans a lesson.
pub fn bones(markdown: &str) -> Bones<'_> {
    let mut bones = Bones::default();
    let mut open: Option<(Fence<'_>, &str)> = None;
    let mut at = 0;
    for whole in markdown.split_inclusive('\n') {
        let start = at;
        at += whole.len();
        let line = whole.trim_end_matches(['\n', '\r']);
        let (skipped, inner) = inside(line);
        match open.take() {
            Some((mut fence, mark)) => {
                if closes(inner, mark) {
                    fence.closed = true;
                    if fence.language() == "check" {
                        bones.stretches.push(Stretch::default());
                    }
                    bones.fences.push(fence);
                } else {
                    let (begin, text) = body_line(line, skipped, &fence);
                    fence.lines.push((start + begin, text));
                    open = Some((fence, mark));
                }
            }
            None => match opening(inner) {
                Some((mark, info)) => {
                    let fence = Fence {
                        info,
                        lines: Vec::new(),
                        span: start..start + line.len(),
                        section: bones.sections.len(),
                        closed: false,
                    };
                    open = Some((fence, mark));
                }
                None => prose_line(line, start, &mut bones),
            },
        }
    }
    if let Some((fence, _)) = open {
        bones.fences.push(fence);
    }
    bones.stretches.retain(|stretch| stretch.words > 0);
    bones
}

/// Every line of a part of a lesson: where it begins, its text with the line feed, and whether it is outside of fences. The lines of a fence's
/// marks are not.
pub(crate) fn lines(markdown: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let mut open: Option<&str> = None;
    let mut at = 0;
    markdown.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        let inner = inside(line).1;
        let is_prose = match open {
            Some(mark) => {
                open = Some(mark).filter(|mark| !closes(inner, mark));
                false
            }
            None => {
                open = opening(inner).map(|(mark, _)| mark);
                open.is_none()
            }
        };
        (start, line, is_prose)
    })
}

fn prose_line<'a>(line: &'a str, start: usize, bones: &mut Bones<'a>) {
    let words = line.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    if bones.stretches.is_empty() {
        bones.stretches.push(Stretch::default());
    }
    if let Some(stretch) = bones.stretches.last_mut().filter(|_| words > 0) {
        if stretch.words == 0 {
            stretch.span = start..start + line.len();
        }
        stretch.words += words;
    }
    if let Some((title, id)) = heading(line) {
        bones.sections.push(Heading { title, id, span: start..start + line.len() });
    }
}

/// `## Title {#id}` as title and id.
fn heading(line: &str) -> Option<(&str, &str)> {
    let text = line.strip_prefix("## ")?.trim();
    let Some((title, rest)) = text.rsplit_once("{#") else {
        return Some((text, ""));
    };
    match rest.strip_suffix('}') {
        Some(id) => Some((title.trim_end(), id.trim())),
        None => Some((text, "")),
    }
}

/// The line without quote marks and indentation, and how many bytes were taken off.
pub(crate) fn inside(line: &str) -> (usize, &str) {
    let inner = line.trim_start_matches([' ', '\t', '>']);
    (line.len() - inner.len(), inner)
}

/// A line of a fence's body: without the quote marks that stand before the fence, with its own indentation.
fn body_line<'a>(line: &'a str, skipped: usize, fence: &Fence<'_>) -> (usize, &'a str) {
    let quoted = line[..skipped].contains('>') && fence.span.len() > fence.info.len();
    if !quoted {
        return (0, line);
    }
    let mut begin = line.find('>').map_or(0, |at| at + 1);
    if line[begin..].starts_with(' ') {
        begin += 1;
    }
    (begin, &line[begin..])
}

/// The mark of a fence that opens here, and its info string.
pub(crate) fn opening(inner: &str) -> Option<(&str, &str)> {
    let mark = ['`', '~'].into_iter().find_map(|c| {
        let length = inner.len() - inner.trim_start_matches(c).len();
        (length >= 3).then(|| &inner[..length])
    })?;
    let info = inner[mark.len()..].trim();
    (!(mark.starts_with('`') && info.contains('`'))).then_some((mark, info))
}

pub(crate) fn closes(inner: &str, mark: &str) -> bool {
    inner.starts_with(mark) && inner[mark.len()..].trim_start_matches(&mark[..1]).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LESSON: &str =
        "Opening words.\n\n## One {#one}\n\n```check\nfirst\n```\n\n## Two\n\n> ```sql run\n> SELECT 1;\n> ```\n";

    #[test]
    fn headings_carry_title_and_id() {
        let found = bones(LESSON);
        let heads: Vec<_> = found.sections.iter().map(|h| (h.title, h.id)).collect();
        assert_eq!(heads, [("One", "one"), ("Two", "")]);
        assert_eq!(&LESSON[found.sections[0].span.clone()], "## One {#one}");
    }

    #[test]
    fn fences_carry_language_body_and_section() {
        let found = bones(LESSON);
        assert_eq!(found.fences.len(), 2);
        assert_eq!(found.fences[0].language(), "check");
        assert_eq!(found.fences[0].first_line().map(|(_, l)| l), Some("first"));
        assert_eq!(found.fences[0].section, 1);
        assert_eq!((found.fences[1].info, found.fences[1].section), ("sql run", 2));
        assert_eq!(found.fences[1].lines[0].1, "SELECT 1;");
    }

    #[test]
    fn prose_is_counted_from_check_to_check() {
        let found = bones(LESSON);
        let words: Vec<usize> = found.stretches.iter().map(|s| s.words).collect();
        assert_eq!(words, [4, 1], "opening and first heading; second heading");
        assert_eq!(&LESSON[found.stretches[1].span.clone()], "## Two");
    }

    #[test]
    fn a_heading_inside_a_fence_is_code() {
        let found = bones("```sh\n## not a heading {#x}\n");
        assert!(found.sections.is_empty());
        assert!(!found.fences[0].closed);
    }

    #[test]
    fn lines_outside_of_fences_are_told_apart_whatever_the_fence_is_made_of() {
        let lesson = "one\n~~~\n```\ncode\n~~~\n> ````md\n> ```\n> code\n> ````\ntwo\n```go\ncode";
        let prose: Vec<&str> = lines(lesson).filter(|(.., is_prose)| *is_prose).map(|(_, line, _)| line).collect();
        assert_eq!(prose, ["one\n", "two\n"]);
        assert!(lines(lesson).all(|(at, line, _)| lesson[at..].starts_with(line)));
    }

    #[test]
    fn a_longer_fence_holds_a_shorter_one() {
        let found = bones("````md\n```\ninner\n```\n````\n");
        assert_eq!(found.fences.len(), 1);
        assert_eq!(found.fences[0].lines.len(), 3);
    }
}
