use std::collections::HashMap;

#[cfg(test)]
use super::Sample;
use super::parts::texts;
use super::stems::{Stem, said, set, telling};
use super::{Check, PackFindings, Rule};
use crate::format::finding::{self, Finding, Severity, Spot, Way};
use crate::format::lesson;
use crate::format::source::{QUESTIONS, TOPIC};
use crate::format::types::{Kind, Question, Section, Topic};
use crate::packs::check::view::{Outline, PackView, TopicView};

/// So many last segments of an outcome's id are words for it; those before them are its chapter.
const SEGMENTS: usize = 2;

#[cfg(test)]
const TAGGED: (&str, &str) = (
    "t/topic.toml",
    "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\ncovers = [\"s0.retries\"]\n",
);
#[cfg(test)]
const SYLLABUS: (&str, &str) = ("syllabus.tsv", "s0.retries\tt\tcontext\n");

pub(super) const RULE: Rule = Rule {
    code: "J125",
    name: "stray-tag",
    severity: Severity::Warning,
    what: "rule-j125-what",
    why: "rule-j125-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            (
                "t/questions.toml",
                "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\ncovers = [\"s0.retries\"]\nprompt.en = \"Which header?\"\nprompt.id = \"Header mana?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
            ),
            TAGGED,
            SYLLABUS,
        ],
        at: "t/questions.toml:6:11",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            (
                "t/questions.toml",
                "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\ncovers = [\"s0.retries\"]\nprompt.en = \"Which header?\"\nprompt.id = \"Header mana?\"\nexplain.en = \"It tells the server that this call is a retry.\"\nexplain.id = \"Header ini memberi tahu server bahwa panggilan ini retry.\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
            ),
            TAGGED,
            SYLLABUS,
        ],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    let known = Known::of(view);
    for topic in view.topics {
        for tag in topic.tags.iter().filter(|tag| !tag.doubt.is_empty()) {
            for (index, outcome) in tag.covers.iter().enumerate() {
                // What no section covers has nobody who says what it is about; that is another rule's.
                let Some(all @ [first, ..]) = known.homes.get(&**outcome).map(Vec::as_slice) else { continue };
                if known.is_named(outcome, all, &tag.doubt) {
                    continue;
                }
                let (home, section, entry) = *first;
                let spot = |item: &str, number, entry| Spot::Way(Way::item(item, number).key("covers").at(entry));
                let message = finding::said("find-stray-tag").with("outcome", outcome);
                let finding = Finding::warning("J125", spot("question", tag.index, index), message)
                    .help("find-stray-tag-help")
                    .label_in(&home.file(TOPIC), spot("section", section, entry), "find-taught-here");
                found.push((topic.file(QUESTIONS), finding));
            }
        }
    }
}

/// Where an outcome is taught: the topic, the section, and the entry of its `covers`.
type Home<'a> = (&'a Outline, usize, usize);

/// What the pack says of its outcomes.
struct Known<'a> {
    homes: HashMap<&'a str, Vec<Home<'a>>>,
    /// The terms of the glossary and their aliases, by the topic that teaches them, the words of each as a set.
    terms: HashMap<&'a str, Vec<Box<[Stem]>>>,
    /// What the career ladder says under the outcome's name.
    statements: HashMap<&'a str, Box<[Stem]>>,
}

impl<'a> Known<'a> {
    fn of(view: &PackView<'a>) -> Self {
        let mut homes: HashMap<&str, Vec<Home<'_>>> = HashMap::new();
        for topic in view.topics {
            for (number, section) in topic.topic.sections.iter().enumerate() {
                for (index, outcome) in section.covers.iter().enumerate() {
                    homes.entry(outcome).or_default().push((topic, number, index));
                }
            }
        }
        let mut terms: HashMap<&str, Vec<Box<[Stem]>>> = HashMap::new();
        for term in view.glossary.terms.iter().filter(|term| !term.topic.is_empty()) {
            let names = [&term.name.en, &term.name.id].into_iter().chain(&term.aliases);
            let words = names.map(|name| telling([&**name])).filter(|words| !words.is_empty());
            terms.entry(&term.topic).or_default().extend(words);
        }
        let statements = view.ladder.statements.iter();
        let statements = statements.map(|it| (&*it.id, telling([&*it.text.en, &*it.text.id]))).collect();
        Known { homes, terms, statements }
    }

    /// Whether one of an outcome's names is among these words; an outcome that has none counts as named.
    fn is_named(&self, outcome: &str, homes: &[Home<'_>], said: &[Stem]) -> bool {
        let says = |word: &Stem| holds(said, word);
        let id = of_id(outcome);
        let sections = homes.iter().flat_map(|(home, section, _)| &*home.names[*section]);
        let statement = self.statements.get(outcome).map_or(&[][..], |words| &**words);
        let mut words = sections.chain(statement).chain(&*id).peekable();
        let mut terms = homes.iter().filter_map(|(home, ..)| self.terms.get(&*home.topic.id)).flatten().peekable();
        let is_nameless = words.peek().is_none() && terms.peek().is_none();
        is_nameless || words.any(says) || terms.any(|term| term.iter().all(says))
    }
}

/// What each section of a topic calls that which it teaches: the words of its title, and of its code and bold type.
/// Nothing for one that covers no outcome.
pub(crate) fn names(view: &TopicView<'_>) -> Vec<Box<[Stem]>> {
    let name = |section: &Section| {
        let mut words = Vec::new();
        for (file, bones) in view.lessons.iter().filter(|_| !section.covers.is_empty()) {
            let text = view.texts.file(file).unwrap_or_default();
            let Some(at) = bones.sections.iter().position(|heading| *heading.id == *section.id) else { continue };
            let end = bones.sections.get(at + 1).map_or(text.len(), |next| next.span.start);
            words.push(bones.sections[at].title);
            marked(&text[bones.sections[at].span.end..end], &mut words);
        }
        telling(words)
    };
    view.topic.map(|topic| topic.sections.iter().map(name).collect()).unwrap_or_default()
}

/// What a part of a lesson marks as code or bold, paragraph by paragraph, so that a mark without its twin does no harm. Fences are passed over:
/// an example holds words of everything.
fn marked<'t>(text: &'t str, words: &mut Vec<&'t str>) {
    let mut paragraph =
        |part: &'t str| words.extend(["`", "**"].iter().flat_map(|mark| part.split(mark).skip(1).step_by(2)));
    let mut from = 0;
    for (at, line, is_prose) in lesson::lines(text) {
        if !is_prose || lesson::inside(line).1.trim().is_empty() {
            paragraph(&text[from..at]);
            from = at + line.len();
        }
    }
    paragraph(&text[from..]);
}

/// The words of an outcome's id: `s1.5.2.levels.cdn` is about levels and CDN.
fn of_id(outcome: &str) -> Box<[Stem]> {
    let is_word = |part: &&str| {
        let digits = part.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(part);
        !digits.bytes().all(|b| b.is_ascii_digit())
    };
    telling(outcome.rsplit('.').take(SEGMENTS).filter(is_word))
}

/// The words of a question, if what its topic says of the outcomes that it tags leaves a doubt; else nothing.
/// Nearly every question settles it with its first words, and nothing of those is kept.
pub(crate) fn doubt(topic: &Topic, names: &[Box<[Stem]>], question: &Question) -> Box<[Stem]> {
    let mut open = Vec::new();
    for outcome in &question.common.covers {
        let home = topic.sections.iter().position(|section| section.covers.contains(outcome));
        let names = home.and_then(|section| names.get(section)).map_or(&[][..], |names| &**names);
        open.push((of_id(outcome), names));
    }
    words(question, &mut |text| {
        let mut stems = said(text);
        while !open.is_empty() {
            let Some(stem) = stems.next() else { break };
            open.retain(|(id, names)| !holds(id, &stem) && !holds(names, &stem));
        }
    });
    if open.is_empty() {
        return Box::default();
    }
    let mut all = Vec::new();
    words(question, &mut |text| all.extend(said(text)));
    set(all)
}

/// Everything that a question says.
fn words(question: &Question, visit: &mut dyn FnMut(&str)) {
    texts(question, &mut |_, text| {
        visit(&text.en);
        visit(&text.id);
    });
    match &question.kind {
        Kind::Line(it) => visit(&it.code),
        Kind::Short(it) => it.accept.iter().for_each(|word| visit(word)),
        Kind::Cloze(it) => it.gaps.iter().flat_map(|gap| &gap.accept).for_each(|word| visit(word)),
        _ => {}
    }
}

fn holds(set: &[Stem], stem: &Stem) -> bool {
    set.binary_search(stem).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_bold_type_are_marked_and_fences_are_not() {
        let mut words = Vec::new();
        marked(
            "A **fast\ncopy** of `GET /menu`.\n\n> - an odd ` here\n\n```go\n`x` **y**\n\n```\n- **last**\n",
            &mut words,
        );
        assert_eq!(words, ["GET /menu", "fast\ncopy", " here\n", "last"]);
        words.clear();
        marked("~~~\n`x`\n~~~\n````md\n```\n`y`\n```\n`z`\n````\n`kept`\n", &mut words);
        assert_eq!(words, ["kept"]);
    }

    #[test]
    fn an_outcome_is_about_the_last_words_of_its_id() {
        assert_eq!(of_id("s1.5.2.levels.cdn"), telling(["levels cdn"]));
        assert_eq!(of_id("s0.c04.caching"), telling(["caching"]));
        assert_eq!(of_id("s1.1.5.redis.caching-patterns"), telling(["redis caching patterns"]));
        assert!(of_id("s1.2").is_empty());
    }
}
