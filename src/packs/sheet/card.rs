//! A question as it is printed: without its key, its explanations and the author's order.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Value, json};

use super::letters::{Shuffle, letter};
use super::{Asked, Questions};
use crate::domain::question::{Kind, Question, Scene};
use crate::domain::text::Lang;

/// A question on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Its name within the topic.
    pub id: Box<str>,
    /// Its kind, as in the file.
    pub kind: &'static str,
    /// What is asked.
    pub prompt: String,
    /// What there is to choose from, part by part.
    pub blocks: Vec<Block>,
}

/// A list of a card: the options, one side of a match, a scene.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Block {
    /// What it is, where a card has several.
    pub name: String,
    /// What is read before its rows.
    pub text: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The letter or the number that an answer names; empty where there is none.
    pub mark: String,
    /// What the learner reads.
    pub text: String,
}

impl Card {
    /// The card of a question in a language.
    pub fn of(asked: &Asked, lang: Lang) -> Card {
        let prompt = asked.question.prompt.get(lang).trim_end().to_owned();
        Card { id: asked.name.clone(), kind: asked.kind, prompt, blocks: blocks(asked, lang) }
    }

    fn print(&self, out: &mut String) {
        let _ = write!(out, "\n## {}  [{}]\n\n{}\n", self.id, self.kind, self.prompt);
        for block in &self.blocks {
            out.push('\n');
            for line in [&block.name, &block.text].into_iter().filter(|text| !text.is_empty()) {
                let _ = writeln!(out, "{}", line.trim_end());
            }
            let width = block.rows.iter().map(|row| row.mark.len()).max().unwrap_or(0);
            for row in &block.rows {
                let gap = if width == 0 { "" } else { "  " };
                let line = format!("  {:>width$}{gap}{}", row.mark, row.text);
                let _ = writeln!(out, "{}", line.trim_end());
            }
        }
    }
}

/// What there is to choose from, in the order of the sheet: options, reasons, steps, right sides, or the choices of the first scene.
pub fn choices(question: &Question, lang: Lang) -> Vec<&str> {
    let shuffle = Shuffle::new(question, lang);
    match &question.kind {
        Kind::Single(options) | Kind::Multi(options) => {
            shuffle.options(options).iter().map(|choice| choice.text.get(lang)).collect()
        }
        Kind::TrueFalse { reasons, .. } => {
            shuffle.reasons(reasons).iter().map(|reason| reason.text.get(lang)).collect()
        }
        Kind::Order { steps, .. } => shuffle.steps(steps).iter().map(|step| step.text.get(lang)).collect(),
        Kind::Match { pairs, extras } => shuffle.rights(pairs, extras).into_iter().map(|(_, text)| text).collect(),
        Kind::Scenario { scenes } => {
            let first = scenes.first().map(|scene| shuffle.scene(scene)).unwrap_or_default();
            first.iter().map(|choice| choice.text.get(lang)).collect()
        }
        Kind::Short(_) | Kind::Cloze { .. } | Kind::Line { .. } | Kind::Drill(_) => Vec::new(),
    }
}

fn lettered<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Row> {
    let row = |(place, text): (usize, &str)| Row { mark: letter(place).to_string(), text: text.to_owned() };
    texts.into_iter().enumerate().map(row).collect()
}

fn numbered<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Row> {
    let row = |(place, text): (usize, &str)| Row { mark: (place + 1).to_string(), text: text.to_owned() };
    texts.into_iter().enumerate().map(row).collect()
}

fn list(rows: Vec<Row>) -> Vec<Block> {
    vec![Block { rows, ..Block::default() }]
}

fn blocks(asked: &Asked, lang: Lang) -> Vec<Block> {
    let shuffle = Shuffle::new(&asked.question, lang);
    match &asked.question.kind {
        Kind::Single(_) | Kind::Multi(_) | Kind::TrueFalse { .. } | Kind::Order { .. } => {
            list(lettered(choices(&asked.question, lang)))
        }
        Kind::Short(_) | Kind::Drill(_) => Vec::new(),
        Kind::Cloze { text, .. } => {
            let mut blocks = vec![Block { text: text.get(lang).to_owned(), ..Block::default() }];
            let bank = shuffle.bank();
            if !bank.is_empty() {
                blocks.push(Block { name: format!("Words: {}", bank.join(" | ")), ..Block::default() });
            }
            blocks
        }
        Kind::Match { pairs, .. } => {
            let left = numbered(pairs.iter().map(|pair| pair.left.get(lang)));
            let right = lettered(choices(&asked.question, lang));
            [left, right].into_iter().flat_map(list).collect()
        }
        Kind::Line { code, .. } => list(numbered(code.lines())),
        Kind::Scenario { scenes } => scenes.iter().enumerate().map(|at| scene(shuffle, at, lang)).collect(),
    }
}

fn scene(shuffle: Shuffle<'_>, (at, scene): (usize, &Scene), lang: Lang) -> Block {
    let rows = shuffle.scene(scene).into_iter().enumerate().map(|(place, choice)| {
        let then = choice.goto.map_or_else(|| "end".to_owned(), |next| format!("scene {}", next + 1));
        Row { mark: letter(place).to_string(), text: format!("{}  -> {then}", choice.text.get(lang).trim_end()) }
    });
    Block { name: format!("Scene {}", at + 1), text: scene.text.get(lang).to_owned(), rows: rows.collect() }
}

impl Questions {
    /// Topic by topic: the questions of each.
    pub(super) fn topics(&self) -> impl Iterator<Item = &[Asked]> {
        self.asked.chunk_by(|one, next| one.topic == next.topic)
    }

    /// The sheet as text, ending with a line feed.
    pub fn sheet(&self) -> String {
        let mut out = String::new();
        for (at, topic) in self.topics().enumerate() {
            let gap = if at == 0 { "" } else { "\n" };
            let _ = writeln!(out, "{gap}# {}  ({})", topic[0].topic.as_str(), self.lang.code());
            topic.iter().for_each(|asked| Card::of(asked, self.lang).print(&mut out));
        }
        out
    }

    /// The sheet as one JSON value.
    pub fn sheet_json(&self) -> Value {
        let topic = |topic: &[Asked]| {
            let cards: Vec<Card> = topic.iter().map(|asked| Card::of(asked, self.lang)).collect();
            json!({ "topic": topic[0].topic.as_str(), "unit": topic[0].unit, "questions": cards })
        };
        let topics: Vec<Value> = self.topics().map(topic).collect();
        json!({
            "schema": "jenjang.sheet/1",
            "data": { "lang": self.lang.code(), "topics": topics, "unread": self.unread },
        })
    }
}
