//! What notes in Markdown are made of: headings become topics and sections, bullets become outcomes, the rest stays as it is written.

use crate::format::finding::floor;
use crate::format::lesson;
use crate::format::letters::is_hostile;

/// Topics that one file of notes may become; what follows joins the last.
const TOPICS: usize = 200;
/// Bytes of a line that is kept as it is.
const LINE: usize = 4_000;
/// Sections of a topic.
const SECTIONS: usize = 7;

/// Notes, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The only heading of the first level, when it stands above all others.
    pub title: Option<String>,
    /// In order.
    pub topics: Vec<Topic>,
}

/// A heading that becomes a topic.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// As it is written.
    pub title: String,
    /// Markdown before the first section.
    pub intro: String,
    /// Headings one level below it.
    pub sections: Vec<Section>,
    /// Its bullets: the section they stand in (0 before the first), and their text.
    pub bullets: Vec<(usize, String)>,
}

/// A heading that becomes a section.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// As it is written.
    pub title: String,
    /// Its Markdown.
    pub body: String,
}

/// Takes notes apart.
pub fn read(source: &str) -> Notes {
    let clean = crate::format::read::clean_source(source.to_owned()).replace('\r', "\n");
    let clean: String = clean.chars().filter(|c| !is_hostile(*c)).collect();
    let lines = scan(&clean);
    let level = |line: &Line<'_>| match line {
        Line::Heading(level, _) => Some(*level),
        _ => None,
    };
    let levels: Vec<usize> = lines.iter().filter_map(level).collect();
    let mut notes = Notes::default();
    let highest = levels.iter().min().copied().unwrap_or(1);
    let alone = levels.first() == Some(&highest) && levels.iter().filter(|l| **l == highest).count() == 1;
    let below = levels.iter().filter(|l| **l > highest).min().copied();
    let (top, has_title) = match below {
        Some(below) if alone => (below, true),
        _ => (highest, false),
    };
    let mut preface = String::new();
    for line in lines {
        match line {
            Line::Heading(level, text) if has_title && level == highest => notes.title = Some(text.to_owned()),
            Line::Heading(level, text) if level <= top && notes.topics.len() < TOPICS => {
                let intro = std::mem::take(&mut preface);
                notes.topics.push(Topic { title: text.to_owned(), intro, ..Topic::default() });
            }
            other => match notes.topics.last_mut() {
                Some(topic) => topic.add(other, top),
                None => add_text(&mut preface, &other),
            },
        }
    }
    if notes.topics.is_empty() {
        let mut topic = Topic::default();
        scan(&preface).into_iter().for_each(|line| topic.add(line, top));
        notes.topics.push(topic);
    }
    notes
}

impl Topic {
    fn add(&mut self, line: Line<'_>, top: usize) {
        if let Line::Heading(level, text) = line
            && level <= top + 1
            && self.sections.len() < SECTIONS
        {
            self.sections.push(Section { title: text.to_owned(), body: String::new() });
            return;
        }
        if let Line::Bullet(_, text) = line {
            self.bullets.push((self.sections.len(), text.to_owned()));
        }
        let body = self.sections.last_mut().map_or(&mut self.intro, |section| &mut section.body);
        add_text(body, &line);
    }
}

/// What a line is to us.
#[derive(Debug, PartialEq, Eq)]
enum Line<'a> {
    Heading(usize, &'a str),
    /// A list's line, whole, and its text.
    Bullet(&'a str, &'a str),
    /// A line of a fence.
    Fenced(String),
    Other(&'a str),
}

fn add_text(out: &mut String, line: &Line<'_>) {
    match line {
        // Below sections, or above all topics: it must not become a section of the lesson.
        Line::Heading(_, text) => out.push_str(&wrapped(&format!("### {text}"))),
        Line::Bullet(whole, _) | Line::Other(whole) => out.push_str(&wrapped(whole)),
        Line::Fenced(text) => out.push_str(&wrapped(text)),
    }
    out.push('\n');
}

/// A text for a lesson with its long lines broken, and without letters that are refused.
pub fn fitted(text: &str) -> String {
    text.lines().flat_map(|line| [wrapped(line), "\n".to_owned()]).collect::<String>().replace(is_hostile, "")
}

/// A line that is too long for a lesson, broken at a space where there is one.
fn wrapped(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while rest.len() > LINE {
        let at = floor(rest, LINE);
        let space = rest[..at].rfind(' ').filter(|space| *space > LINE / 2);
        let (head, tail) = rest.split_at(space.unwrap_or(at));
        out.push_str(head);
        out.push('\n');
        // Behind a break nothing may begin that means something at the start of a line.
        rest = tail.trim_start_matches([' ', '\t', '#', '`', '~', '>']);
    }
    out.push_str(rest);
    out
}

fn scan(source: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut open: Option<&str> = None;
    for line in source.lines() {
        let inner = lesson::inside(line).1;
        if let Some(mark) = open {
            if lesson::closes(inner, mark) {
                open = None;
            }
            lines.push(Line::Fenced(line.to_owned()));
        } else if let Some((mark, info)) = lesson::opening(inner) {
            open = Some(mark);
            let before = &line[..line.len() - inner.len()];
            lines.push(Line::Fenced(format!("{before}{mark}{}", language(info))));
        } else if let Some((level, text)) = heading(line) {
            lines.push(Line::Heading(level, text));
        } else if let Some(text) = bullet(line) {
            lines.push(Line::Bullet(line, text));
        } else {
            lines.push(Line::Other(line));
        }
    }
    lines.extend(open.map(|mark| Line::Fenced(mark.to_owned())));
    lines
}

/// The language of a fence; our own fences (`check`, `diagram`, `sql run`) are for people who know what they write.
fn language(info: &str) -> &str {
    let word = info.split_whitespace().next().unwrap_or_default();
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "+-#_".contains(c));
    if !plain || ["check", "diagram"].contains(&word) { "text" } else { word }
}

/// `## Title {#id}` as level and title.
fn heading(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_start_matches(' ');
    let level = line.len() - line.trim_start_matches('#').len();
    let rest = &line[level..];
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let text = rest.trim().trim_end_matches('#').trim_end();
    Some((level, text.split("{#").next().unwrap_or_default().trim_end()))
}

/// The text of a line that begins a list's item.
fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let after = match line.strip_prefix(['-', '*', '+']) {
        Some(rest) => rest,
        None => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            if rest.len() == line.len() || line.len() - rest.len() > 9 {
                return None;
            }
            rest.strip_prefix(['.', ')'])?
        }
    };
    let text = after.strip_prefix([' ', '\t'])?.trim();
    let text = ["[ ]", "[x]", "[X]"].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text).trim();
    text.chars().any(char::is_alphanumeric).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_become_topics_and_sections_and_bullets_are_kept_with_their_place() {
        let notes = read(
            "# Redis\n\nWhy.\n\n## Basics\n\n- strings\n\n### TTL {#ttl}\n\n1. expire\n* [ ] evict\n\n#### Deep\n\n## Pub/sub ##\n",
        );
        assert_eq!(notes.title.as_deref(), Some("Redis"));
        let titles: Vec<_> = notes.topics.iter().map(|topic| &*topic.title).collect();
        assert_eq!(titles, ["Basics", "Pub/sub"]);
        let basics = &notes.topics[0];
        assert!(basics.intro.starts_with("\nWhy.\n"), "what stands above goes to the first: {:?}", basics.intro);
        assert_eq!(basics.sections[0].title, "TTL");
        assert!(basics.sections[0].body.contains("### Deep"));
        let bullets: Vec<_> = basics.bullets.iter().map(|(at, text)| (*at, &**text)).collect();
        assert_eq!(bullets, [(0, "strings"), (1, "expire"), (1, "evict")]);
    }

    #[test]
    fn what_stands_in_a_fence_is_code_and_a_fence_is_always_closed() {
        let notes = read("# One\n```check\n# no heading\n- no bullet\n");
        assert_eq!(notes.topics.len(), 1);
        assert_eq!(notes.topics[0].intro, "```text\n# no heading\n- no bullet\n```\n");
        assert_eq!(notes.topics[0].bullets, []);
    }

    #[test]
    fn notes_without_a_heading_are_one_topic() {
        let notes = read("just words\n- and a bullet\n");
        assert_eq!((notes.title, notes.topics.len()), (None, 1));
        assert_eq!(notes.topics[0].bullets.len(), 1);
    }
}
