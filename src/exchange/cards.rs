//! Questions as cards: two sides, in each language that is asked for.

use crate::domain::question::{Choice, Kind, Question, Scene};
use crate::domain::text::{Lang, Text};
use crate::packs::sheet;
use crate::words::Words;

/// A question for another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its name for ever, `pack/topic/question`.
    pub id: Box<str>,
    /// What the pack is called.
    pub pack: Box<str>,
    /// What the topic is called.
    pub topic: Box<str>,
    /// Its kind, as in files.
    pub kind: &'static str,
    /// Ladder level, 1 to 6.
    pub level: u8,
    /// Where the fact can be checked; may be empty.
    pub source: Box<str>,
    /// Both sides, in the order of the languages that were asked for.
    pub sides: Vec<Side>,
}

/// Both sides of a card in one language, written as packs write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Side {
    /// What is asked.
    pub prompt: String,
    /// What belongs to it: a situation, a text with `{{1}}` and so on.
    pub text: String,
    /// Code with numbered lines.
    pub code: String,
    /// Rows to be paired.
    pub rows: Vec<String>,
    /// What there is to choose from, in an order that tells nothing.
    pub options: Vec<String>,
    /// The words for the gaps of `text`; only a cloze has them.
    pub gaps: Vec<String>,
    /// What is right.
    pub answer: Vec<String>,
    /// Further spellings.
    pub accept: Vec<String>,
    /// Something of the question, and why it is right or wrong.
    pub whys: Vec<(String, String)>,
    /// The idea; may be empty.
    pub explain: String,
    /// May be empty.
    pub hint: String,
}

/// Words that stand on cards of a language.
#[derive(Debug, Clone)]
pub struct Labels {
    /// The language.
    pub lang: Lang,
    yes: String,
    no: String,
}

impl Labels {
    /// Those of a language.
    pub fn of(lang: Lang) -> Labels {
        let words = Words::of(lang.code());
        let get = |key: &str| words.get(key).into_owned();
        Labels { lang, yes: get("plain-true"), no: get("plain-false") }
    }
}

/// The cards of some questions of a topic.
pub fn cards<'q>(
    pack: &'q Text,
    topic: &'q Text,
    questions: impl IntoIterator<Item = &'q Question>,
    labels: &'q [Labels],
) -> impl Iterator<Item = Card> {
    let first = labels.first().map(|it| it.lang).unwrap_or_default();
    questions.into_iter().map(move |question| Card {
        id: question.id.as_str().into(),
        pack: pack.get(first).into(),
        topic: topic.get(first).into(),
        kind: question.kind.name().word(),
        level: question.level,
        source: question.source.clone(),
        sides: labels.iter().map(|labels| side(question, labels)).collect(),
    })
}

fn side(question: &Question, labels: &Labels) -> Side {
    let lang = labels.lang;
    let text = |text: &Text| text.get(lang).trim_end().to_owned();
    let options = sheet::choices(question, lang).into_iter().map(str::to_owned).collect();
    let mut side = Side {
        prompt: text(&question.prompt),
        explain: text(&question.explain),
        hint: text(&question.hint),
        options,
        ..Side::default()
    };
    match &question.kind {
        Kind::Single(options) | Kind::Multi(options) => side.choices(&options.choices, lang),
        Kind::TrueFalse { answer, reasons } => {
            side.answer.push(if *answer { labels.yes.clone() } else { labels.no.clone() });
            side.choices(reasons, lang);
        }
        Kind::Short(blank) => {
            side.answer.push(text(&blank.answer));
            side.accept = blank.accept.iter().map(|word| word.to_string()).collect();
        }
        Kind::Cloze { text: whole, gaps } => {
            side.text = text(whole);
            side.gaps = gaps.iter().map(|gap| text(&gap.answer)).collect();
            side.answer.clone_from(&side.gaps);
            side.whys = gaps.iter().map(|gap| (text(&gap.answer), text(&gap.why))).collect();
        }
        Kind::Order { steps, .. } => {
            side.answer = steps.iter().map(|step| text(&step.text)).collect();
            side.whys = steps.iter().map(|step| (text(&step.text), text(&step.why))).collect();
        }
        Kind::Match { pairs, .. } => {
            side.rows = pairs.iter().map(|pair| text(&pair.left)).collect();
            side.answer = pairs.iter().map(|pair| format!("{}: {}", text(&pair.left), text(&pair.right))).collect();
            side.whys = pairs.iter().map(|pair| (text(&pair.left), text(&pair.why))).collect();
        }
        Kind::Line { code, notes, .. } => {
            side.code = numbered(code);
            let line = |number: usize| code.lines().nth(number.saturating_sub(1)).unwrap_or_default().trim();
            let right = notes.iter().filter(|note| note.right);
            side.answer = right.map(|note| format!("{}: `{}`", note.number, line(note.number))).collect();
            side.whys = notes.iter().map(|note| (note.number.to_string(), text(&note.why))).collect();
        }
        Kind::Scenario { scenes } => side.scenario(scenes, lang),
        Kind::Drill(_) => {}
    }
    side.whys.retain(|(_, why)| !why.is_empty());
    side
}

/// Code with a number before each line.
fn numbered(code: &str) -> String {
    let lines: Vec<&str> = code.lines().collect();
    let width = lines.len().to_string().len();
    let numbered: Vec<String> = lines.iter().zip(1..).map(|(line, n)| format!("{n:>width$}  {line}")).collect();
    numbered.join("\n")
}

impl Side {
    fn choices(&mut self, all: &[Choice], lang: Lang) {
        let text = |text: &Text| text.get(lang).to_owned();
        self.answer.extend(all.iter().filter(|choice| choice.right).map(|choice| text(&choice.text)));
        self.whys = all.iter().map(|choice| (text(&choice.text), text(&choice.why))).collect();
    }

    /// The first scene is asked; the way of the best decisions is the answer.
    fn scenario(&mut self, scenes: &[Scene], lang: Lang) {
        let text = |text: &Text| text.get(lang).trim_end().to_owned();
        let mut scene = scenes.first();
        self.text = scene.map(|first| text(&first.text)).unwrap_or_default();
        // A way never comes back, but a broken one must end too.
        for step in 0..scenes.len() {
            let Some(here) = scene else { break };
            if step > 0 {
                self.answer.push(text(&here.text));
            }
            let best = here.choices.iter().find(|choice| choice.best);
            self.answer.extend(best.map(|choice| format!("**{}**", text(&choice.text))));
            self.whys.extend(here.choices.iter().map(|choice| (text(&choice.text), text(&choice.why))));
            scene = best.and_then(|choice| choice.goto).and_then(|next| scenes.get(next));
        }
    }
}
