//! Notes become the topics of a draft: questions where a machine can check the answer, lesson text where it cannot.

use std::collections::HashMap;

use super::gaps::{Marked, gaps_of, with_gaps};
use super::{Note, Taken, What};
use crate::domain::text::Lang;
use crate::format::letters::is_id;
use crate::format::limits;
use crate::packs::scaffold::{Given, Item, Key, Part};
use crate::prose::{CodeRuns, Written, inline, text_of, written};

/// Characters and words of an answer that somebody will type.
const TYPED: (usize, usize) = (60, 8);
/// Tags of our own exports whose answer stands for more than its words.
const OTHER_KINDS: [&str; 5] = ["kind::true_false", "kind::order", "kind::match", "kind::line", "kind::scenario"];
/// Gaps of a question.
const GAPS: usize = 9;
/// Options of a question.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=6;
/// Questions of a topic: what is more becomes another one, so that no file is too long to read.
const ITEMS: usize = 250;
/// Bytes of a topic's questions, and of its lesson.
const QUESTION_BYTES: usize = 1 << 20;
const LESSON_BYTES: usize = 100 << 10;
/// Bytes of a note in a lesson.
const NOTE_BYTES: usize = 40 << 10;
/// Decks that become topics; the notes of further ones join the last.
const DECKS: usize = 500;

/// A draft, and what has become of the notes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafted {
    /// What the pack is called; empty for nothing in particular.
    pub title: String,
    /// Its topics.
    pub given: Vec<Given>,
    /// Questions whose answer is typed.
    pub typed: usize,
    /// Questions with gaps.
    pub gaps: usize,
    /// Questions with options.
    pub choices: usize,
    /// Notes that are text of a lesson now, because nobody would type their answer.
    pub told: usize,
    /// What could not be kept.
    pub left: super::Left,
}

/// Makes topics of notes; `title` is for notes without one.
pub fn draft(taken: Taken, title: &str, lang: Lang) -> Drafted {
    let mut drafted = Drafted { title: taken.title, left: taken.left, ..Drafted::default() };
    let mut decks: Vec<(String, Vec<Note>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for note in taken.notes {
        let full = if decks.len() >= DECKS { decks.len() - 1 } else { decks.len() };
        let place = *places.entry(note.topic.clone()).or_insert(full);
        if place == decks.len() {
            decks.push((note.topic.clone(), Vec::new()));
        }
        decks[place].1.push(note);
    }
    if drafted.title.is_empty() {
        drafted.title = common_root(decks.iter().map(|(name, _)| &**name)).to_owned();
    }
    for (name, notes) in decks {
        let leaf = name.rsplit("::").next().map(str::trim).filter(|leaf| !leaf.is_empty()).unwrap_or(title);
        let mut topic = Topic::new(leaf);
        for note in notes {
            topic.add(note, lang, &mut drafted);
        }
        drafted.given.extend(topic.done);
    }
    drafted
}

/// The deck that all decks stand in; empty when there is none.
fn common_root<'n>(mut names: impl Iterator<Item = &'n str>) -> &'n str {
    let first = names.next().and_then(|name| name.split_once("::")).map_or("", |(root, _)| root);
    let same = |name: &str| name.split_once("::").is_some_and(|(root, _)| root == first);
    if names.all(same) { first } else { "" }
}

/// A deck on its way to one or several topics.
struct Topic {
    title: String,
    done: Vec<Given>,
    bytes: usize,
}

/// What a note becomes.
enum Fate {
    Question(Box<Item>),
    Lesson(String),
    Left(What),
}

impl Topic {
    fn new(title: &str) -> Topic {
        Topic { title: title.to_owned(), done: Vec::new(), bytes: 0 }
    }

    /// The part that is being filled; another one when this much does not fit.
    fn part(&mut self, items: usize, bytes: usize, lesson: usize) -> Option<&mut Given> {
        let fits = |last: &Given| {
            last.items.len() + items <= ITEMS
                && self.bytes + bytes <= QUESTION_BYTES
                && last.lesson.len() + lesson <= LESSON_BYTES
        };
        if !self.done.last().is_some_and(fits) {
            let n = self.done.len() + 1;
            let title = if n == 1 { self.title.clone() } else { format!("{} {n}", self.title) };
            self.done.push(Given { title, ..Given::default() });
            self.bytes = 0;
        }
        self.bytes += bytes;
        self.done.last_mut()
    }

    fn add(&mut self, note: Note, lang: Lang, drafted: &mut Drafted) {
        match fate(note, lang) {
            Fate::Question(item) => {
                match &item.key {
                    Key::Short(..) => drafted.typed += 1,
                    Key::Cloze(..) => drafted.gaps += 1,
                    Key::Choice(_) => drafted.choices += 1,
                }
                if let Some(part) = self.part(1, size(&item), 0) {
                    part.items.push(*item);
                }
            }
            Fate::Lesson(text) => {
                drafted.told += 1;
                if let Some(part) = self.part(0, 0, text.len()) {
                    part.lesson.push_str(&text);
                }
            }
            Fate::Left(what) => drafted.left.add(what),
        }
    }
}

/// Bytes that an item takes in its file, with room for its keys.
fn size(item: &Item) -> usize {
    let part = |part: &Part| part.text.len() + part.why.len() + 80;
    let own = match &item.key {
        Key::Short(answer, accept) => answer.len() + accept.iter().map(String::len).sum::<usize>(),
        Key::Cloze(text, gaps) => text.len() + gaps.iter().map(part).sum::<usize>(),
        Key::Choice(options) => options.iter().map(part).sum(),
    };
    300 + 2 * (own + item.prompt.len() + item.explain.len() + item.hint.len() + item.comment.len())
}

fn fate(note: Note, lang: Lang) -> Fate {
    // Before anything in it is read.
    let texts = [&note.front, &note.answer, &note.explain, &note.source].into_iter().chain(&note.options);
    if texts.map(String::len).sum::<usize>() > NOTE_BYTES {
        return Fate::Left(What::TooLong);
    }
    let marked = gaps_of(&note.front);
    if plain(&note.front).is_empty() || (marked.is_none() && note.answer.trim().is_empty()) {
        return Fate::Left(What::Empty);
    }
    let (asked, options) = options_of(&note);
    let key = match &marked {
        Some(marked) => cloze(marked),
        None => match choice(&options, &note.answer) {
            Some(key) => Some((asked, key)),
            None if !note.options.is_empty() => None,
            None => typed(&note.answer).map(|answer| (note.front.clone(), Key::Short(answer, accepted(&note)))),
        },
    };
    let fits = |text: &str| text.len() <= limits::TEXT_BYTES;
    let is_small = [&note.front, &note.explain, &note.hint].into_iter().all(|text| fits(text));
    let is_other = note.tags.split_whitespace().any(|tag| OTHER_KINDS.contains(&tag));
    match key.filter(|_| is_small && !is_other && note.source.len() <= limits::WORD_BYTES) {
        Some((prompt, key)) => {
            let mut item = item(note, prompt, key, lang);
            whys(&mut item);
            if let Some(marked) = marked.filter(|marked| !marked.hints.is_empty()) {
                let own = if item.hint.is_empty() { String::new() } else { format!("{}; ", item.hint) };
                item.hint = cut(&format!("{own}{}", marked.hints.join("; ")), 1_000);
            }
            Fate::Question(Box::new(item))
        }
        None => lesson(&note, marked.as_ref()),
    }
}

fn item(note: Note, prompt: String, key: Key, lang: Lang) -> Item {
    let (prompt, named) = match &key {
        Key::Cloze(text, _) if prompt.is_empty() => {
            let ask = match lang {
                Lang::En => "Fill in what is missing.",
                Lang::Id => "Lengkapi bagian yang kosong.",
            };
            (ask.to_owned(), with_gaps(text, |_| Some(String::new())))
        }
        _ => (prompt.clone(), prompt),
    };
    let own = note.id.rsplit('/').next().filter(|id| note.id.contains('/') && is_id(id));
    let name = own.map_or_else(|| plain(&named), str::to_owned);
    let level = match note.level {
        0 => note.tags.split_whitespace().find_map(|tag| tag.strip_prefix("level::")?.parse().ok()).unwrap_or(0),
        level => level,
    };
    let comment = if note.tags.is_empty() { String::new() } else { format!("tags: {}", cut(&note.tags, 400)) };
    Item { name, comment, level, prompt, explain: note.explain, hint: note.hint, source: note.source, key }
}

fn accepted(note: &Note) -> Vec<String> {
    let sound =
        note.accept.iter().map(|word| plain(word)).filter(|word| !word.is_empty() && word.len() <= limits::WORD_BYTES);
    sound.take(20).collect()
}

/// An answer that somebody will type: one line, short, without marks.
fn typed(answer: &str) -> Option<String> {
    let answer = answer.trim();
    let words = plain(answer);
    let is_short =
        !answer.contains('\n') && words.chars().count() <= TYPED.0 && words.split_whitespace().count() <= TYPED.1;
    (is_short && !words.is_empty()).then_some(words)
}

/// What is asked and what there is to choose from: what the note says, or the list that its question ends with.
fn options_of(note: &Note) -> (String, Vec<String>) {
    if !note.options.is_empty() {
        return (note.front.clone(), note.options.clone());
    }
    let parts: Vec<&str> = note.front.split("\n\n").collect();
    let asked = parts.iter().rposition(|part| item_of(part).is_none()).map_or(0, |last| last + 1);
    let options = parts[asked..].iter().filter_map(|part| item_of(part)).map(str::to_owned).collect();
    (parts[..asked].join("\n\n"), options)
}

/// What an item of a list says.
fn item_of(part: &str) -> Option<&str> {
    part.strip_prefix("- ").filter(|item| !item.contains('\n')).map(str::trim)
}

/// The options, when the answer names some of them and nothing else.
fn choice(options: &[String], answer: &str) -> Option<Key> {
    if !OPTIONS.contains(&options.len()) || options.iter().any(|option| option.len() > limits::TEXT_BYTES) {
        return None;
    }
    let lines = answer.lines().map(str::trim).filter(|line| !line.is_empty());
    let right: Vec<&str> = lines.map(|line| item_of(line).unwrap_or(line)).collect();
    let mut parts: Vec<Part> = Vec::new();
    for option in options {
        if option.is_empty() || parts.iter().any(|there| there.text == *option) {
            return None;
        }
        parts.push(Part { text: option.clone(), right: right.contains(&option.as_str()), why: String::new() });
    }
    let n = parts.iter().filter(|part| part.right).count();
    let sound = n == right.len() && (1..parts.len()).contains(&n);
    sound.then_some(Key::Choice(parts))
}

/// What the explanation says of one option or word, as `option: because`, is its why.
fn whys(item: &mut Item) {
    let (Key::Cloze(_, parts) | Key::Choice(parts)) = &mut item.key else { return };
    let mut rest: Vec<&str> = Vec::new();
    for paragraph in item.explain.split("\n\n") {
        let line = item_of(paragraph).unwrap_or(paragraph);
        let why = |part: &Part| line.strip_prefix(&*part.text).and_then(|rest| rest.strip_prefix(": "));
        match parts.iter_mut().find(|part| part.why.is_empty() && why(part).is_some()) {
            Some(part) => part.why = why(part).unwrap_or_default().to_owned(),
            None => rest.push(paragraph),
        }
    }
    item.explain = rest.join("\n\n");
}

/// A cloze, when every word can be typed: what stands before the first blank line and has no gap is what is asked.
fn cloze(marked: &Marked) -> Option<(String, Key)> {
    let gaps: Vec<String> = marked.gaps.iter().map_while(|gap| typed(gap)).collect();
    if gaps.len() != marked.gaps.len() || gaps.len() > GAPS || marked.text.len() > limits::TEXT_BYTES {
        return None;
    }
    let (prompt, text) = match marked.text.split_once("\n\n") {
        Some((first, rest)) if !first.contains("{{") => (first, rest),
        _ => ("", &*marked.text),
    };
    let gaps = gaps.into_iter().map(|text| Part { text, ..Part::default() }).collect();
    Some((prompt.trim().to_owned(), Key::Cloze(text.trim().to_owned(), gaps)))
}

/// A note as text of a lesson.
fn lesson(note: &Note, marked: Option<&Marked>) -> Fate {
    let front = match marked {
        Some(marked) => {
            let word = |n: usize| marked.gaps.get(n - 1).map(|word| format!("**{}**", plain(word)));
            with_gaps(&marked.text, word)
        }
        None => note.front.clone(),
    };
    let heading = plain(&front);
    let is_heading = !front.contains('\n') && heading.chars().count() <= 100 && !note.answer.is_empty();
    let mut out = format!("### {}\n\n", escaped(&literal(&cut(&heading, 100))).replace("{#", "{ #"));
    if !is_heading {
        out.push_str(&for_lesson(&front));
    }
    let options: Vec<String> = note.options.iter().map(|option| format!("- {option}")).collect();
    for part in [&options.join("\n\n"), &loose(&note.answer), &note.explain, &note.source] {
        out.push_str(&for_lesson(part));
    }
    if out.len() > NOTE_BYTES { Fate::Left(What::TooLong) } else { Fate::Lesson(out) }
}

/// Lines that nothing holds together as paragraphs: they are no code.
fn loose(text: &str) -> String {
    let is_code = text.lines().any(|line| line.starts_with(char::is_whitespace) || line.contains("  "));
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    if is_code { text.to_owned() } else { lines.collect::<Vec<_>>().join("\n\n") }
}

/// At most so many characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}...", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// A text as questions write it, without its marks, on one line.
pub(super) fn plain(text: &str) -> String {
    text_of(&inline(text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as questions write it, as Markdown of a lesson: nothing in it begins a heading, a list, a fence or markup.
fn for_lesson(text: &str) -> String {
    let mut out = String::new();
    let mut kept = false;
    for line in written(text) {
        match line {
            Written::Kept(line) if !kept && line.trim().is_empty() => out.push('\n'),
            Written::Kept(line) => {
                if !std::mem::replace(&mut kept, true) {
                    out.push_str("~~~~text\n");
                }
                // A line that closes the fence would let the rest out.
                let line = if line.trim_start().starts_with("~~~") { line.replace('~', "-") } else { line };
                out.push_str(&line);
                out.push('\n');
            }
            Written::Running(line) => {
                if std::mem::take(&mut kept) {
                    out.push_str("~~~~\n");
                }
                out.push_str(&escaped(line));
                out.push('\n');
            }
        }
    }
    if kept {
        out.push_str("~~~~\n");
    }
    if out.is_empty() { out } else { out + "\n" }
}

/// Words without marks, as a line with them: every letter that would be one has a backslash.
fn literal(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let rest = &words[at + c.len_utf8()..];
        let is_mark = match c {
            '\\' | '*' | '`' => true,
            '_' => !(before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)),
            // What closes a heading, and its attributes.
            '#' => before == ' ',
            '}' => rest.is_empty(),
            _ => false,
        };
        out.push_str(if is_mark { "\\" } else { "" });
        out.push(c);
        before = c;
    }
    out
}

/// A line whose beginning means nothing, and whose angle and square brackets are just that.
pub(super) fn escaped(line: &str) -> String {
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && line[digits..].starts_with(['.', ')']);
    let mut out = String::with_capacity(line.len() + 8);
    let mut at = 0;
    let mut runs = CodeRuns::default();
    while let Some(c) = line[at..].chars().next() {
        let rest = &line[at..];
        if c == '`' {
            let (taken, code) = runs.at(rest);
            // A run that nothing closes would take a later one for its end.
            match code {
                Some(_) => out.push_str(&rest[..taken]),
                None => out.push_str(&"\\`".repeat(taken)),
            }
            at += taken;
            continue;
        }
        let taken = match c {
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => 2,
            c => c.len_utf8(),
        };
        let bullet = at == 0 && c == '*' && rest[1..].starts_with([' ', '\t']);
        let starts = bullet || (at == 0 && matches!(c, '#' | '>' | '-' | '+' | '=' | '|'));
        let ends_number = numbered && at == digits;
        // It would take the line's end.
        let is_last = rest == "\\";
        if starts || is_last || ends_number || matches!(c, '<' | '[' | ']' | '&' | '~') {
            out.push('\\');
        }
        out.push_str(&rest[..taken]);
        at += taken;
    }
    out
}
