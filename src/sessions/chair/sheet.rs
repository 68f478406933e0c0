//! The sheet for the other chair, as Markdown or as plain text.

use crate::domain::persona::Persona;
use crate::domain::rubric::{Point, Prompt, PromptKind, Scope, Signal};
use crate::domain::text::{Lang, Text};
use crate::words::Words;

use super::super::interview::export::{quoted, unquoted};
use super::super::interview::told;
use super::blank;

/// What a sheet is about.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The question.
    pub prompt: &'a Prompt,
    /// Who is played.
    pub persona: Option<&'a Persona>,
    /// The ladder level that the answer is held against, 1 to 6.
    pub level: u8,
    /// The language of question and rubric.
    pub lang: Lang,
}

impl Sheet<'_> {
    /// As Markdown; `words` are in the language of the reader.
    pub fn markdown(&self, words: &Words) -> String {
        let parts = [
            self.head(words),
            self.ask(words),
            self.clarify(words),
            self.points(words),
            self.flags(words),
            self.signals(words),
            self.anchors(words),
            self.model(words),
            self.blanks(words),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\n")
    }

    /// The same without the signs of Markdown but those of its title and its boxes; it is read back just as well.
    pub fn text(&self, words: &Words) -> String {
        let markdown = self.markdown(words);
        let bare = |line: &'_ str| match line.strip_prefix('>') {
            Some(said) => unquoted(said).map(str::to_owned),
            // Points keep their indent, so that what belongs to one is seen.
            None if line.starts_with([' ', '-']) => Some(line.to_owned()),
            None => Some(line.strip_prefix("## ").unwrap_or(line).trim().to_owned()),
        };
        markdown.lines().filter_map(bare).collect::<Vec<_>>().join("\n") + "\n"
    }

    fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang).trim()
    }

    fn head(&self, words: &Words) -> String {
        let title = words.fmt("chair-title", &[("title", self.get(&self.prompt.title).into())]);
        let values = [
            ("kind", told::kind(self.prompt.kind, words).into()),
            ("level", self.level.into()),
            ("think", words.duration(u64::from(self.prompt.think)).into()),
            ("minutes", words.minutes(u64::from(self.prompt.minutes)).into()),
        ];
        format!("# {title}\n\n{}\n\n{}\n", words.fmt("chair-facts", &values), words.get("chair-how"))
    }

    fn ask(&self, words: &Words) -> String {
        let mut out = heading(words, "chair-ask");
        if let Some(persona) = self.persona {
            let values = [("name", self.get(&persona.head.name).into()), ("voice", self.get(&persona.voice).into())];
            out += &format!("{}\n\n", words.fmt("chair-persona", &values));
            let greet = persona.greet.pick(self.lang, 0);
            if !greet.is_empty() {
                out += &format!("{}>\n", quoted(greet));
            }
        }
        out + &quoted(self.prompt.ask.get(self.lang))
    }

    fn clarify(&self, words: &Words) -> String {
        if self.prompt.clarify.is_empty() {
            return String::new();
        }
        let rows =
            self.prompt.clarify.iter().map(|row| format!("- {} {}\n", self.get(&row.ask), self.get(&row.answer)));
        heading(words, "chair-clarify") + &rows.collect::<String>()
    }

    fn points(&self, words: &Words) -> String {
        let point = |point: &Point| {
            let values = [("level", point.level.into()), ("weight", point.weight.into())];
            let facts = words.fmt(if point.must { "chair-point-must" } else { "chair-point" }, &values);
            let means = |key: &str, text: &Text| {
                if text.is_empty() { String::new() } else { format!("  - {} {}\n", words.get(key), self.get(text)) }
            };
            format!("- [ ] `{}` {} ({facts})\n", point.id, self.get(&point.text))
                + &means("chair-met", &point.met)
                + &means("chair-partly", &point.partly)
                + &means("chair-missing", &point.follow_up)
        };
        heading(words, "chair-points") + &self.prompt.points.iter().map(point).collect::<String>()
    }

    fn flags(&self, words: &Words) -> String {
        if self.prompt.red_flags.is_empty() {
            return String::new();
        }
        let flag = |flag: &crate::domain::rubric::RedFlag| {
            format!("- [ ] `{}{}` {}: {}\n", blank::FLAG, flag.id, self.get(&flag.text), self.get(&flag.why))
        };
        heading(words, "chair-flags") + &self.prompt.red_flags.iter().map(flag).collect::<String>()
    }

    fn signals(&self, words: &Words) -> String {
        let signals = self.prompt.kind.signals();
        if signals.is_empty() {
            return String::new();
        }
        let row =
            |signal: &Signal| format!("- `{}{}` {}:\n", blank::SIGNAL, signal.word(), told::signal(*signal, words));
        let mut out = heading(words, "chair-signals") + &signals.iter().map(row).collect::<String>();
        if self.prompt.kind == PromptKind::Behavioural {
            let scopes = (1..).zip(Scope::ALL).map(|(n, scope)| format!("{n} {}", told::scope(scope, words)));
            let scopes = scopes.collect::<Vec<_>>().join(", ");
            out += &format!("- `{}` {} ({scopes}):\n", blank::SCOPE, words.get("interview-signal-scope"));
        }
        out
    }

    fn anchors(&self, words: &Words) -> String {
        let rows: String = (1..)
            .zip(&self.prompt.anchors)
            .filter(|(_, anchor)| !anchor.is_empty())
            .map(|(n, anchor)| format!("{n}. {}\n", self.get(anchor)))
            .collect();
        if rows.is_empty() { rows } else { heading(words, "chair-anchors") + &rows }
    }

    fn model(&self, words: &Words) -> String {
        heading(words, "chair-model") + self.get(&self.prompt.model_full) + "\n"
    }

    fn blanks(&self, words: &Words) -> String {
        let persona = self.persona.map(|p| format!("{}/{}", p.head.pack, p.head.id)).unwrap_or_default();
        let row = |name: &str, value: &str| format!("- `{name}`: {value}").trim_end().to_owned() + "\n";
        heading(words, "chair-blanks")
            + &row(blank::CHAIR, "")
            + &row(blank::TIME, "")
            + &row(blank::PROMPT, self.prompt.id.as_str())
            + &row(blank::PERSONA, &persona)
            + &row(blank::LEVEL, &self.level.to_string())
            + &row(blank::LANGUAGE, self.lang.code())
            + &format!("- `{}`: {}\n", blank::SAID, words.get("chair-said"))
    }
}

fn heading(words: &Words, key: &str) -> String {
    format!("## {}\n\n", words.get(key))
}
