//! A system prompt for whatever assistant the learner uses: it makes that assistant hold an interview by jenjang's rubrics.
//!
//! # Design
//!
//! A [`Profile`] is what the prompt is made from; [`Profile::sections`] are its parts in the order in which an assistant needs them: who it is, how
//! the interview goes, what always holds, the voice, the level, the question with its rubric, how to grade, how to give feedback, and last the first
//! thing to do. Each section is a title with [`Line`]s, so that Markdown, plain text and JSON say the same. What the program says comes from
//! `agent.ftl`, what is asked from packs. Nothing about the learner stands in it but [`Progress`], and that only when it was asked for.

mod content;
mod frame;
pub mod progress;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use crate::domain::catalog::PathHead;
use crate::domain::persona::Persona;
use crate::domain::rubric::Prompt;
use crate::domain::text::{Lang, Text, one_line};
use crate::words::Words;

pub use progress::Progress;

/// The name that the interviewer has in the prompt and in the history.
pub const NAME: &str = "Backend_Architect";

/// What a prompt is made from.
#[derive(Debug, Clone, Copy)]
pub struct Profile<'a> {
    /// Who speaks: one, told in depth, or several who are blended.
    pub cast: &'a [Persona],
    /// The place in `cast` of the one who is in front; `None` for nobody in particular.
    pub lead: Option<usize>,
    /// Titles of the topics that a single persona likes to ask about.
    pub topics: &'a [String],
    /// What is asked.
    pub asked: Asked<'a>,
    /// The ladder level that answers are held against, 1 to 6.
    pub level: u8,
    /// The role variation that the learner is heading for.
    pub track: Option<Track<'a>>,
    /// What is known of the learner, when they chose to tell.
    pub progress: Option<&'a Progress>,
    /// The language of all of it.
    pub lang: Lang,
}

/// What the interview asks.
#[derive(Debug, Clone, Copy)]
pub enum Asked<'a> {
    /// One question with all of its rubric.
    One(&'a Prompt),
    /// Several, one after the other, each with its points.
    Several(&'a [Prompt]),
    /// Whatever the assistant makes up.
    Own,
}

impl<'a> Asked<'a> {
    /// The questions.
    pub fn prompts(self) -> &'a [Prompt] {
        match self {
            Asked::One(prompt) => std::slice::from_ref(prompt),
            Asked::Several(prompts) => prompts,
            Asked::Own => &[],
        }
    }
}

/// A role variation.
#[derive(Debug, Clone, Copy)]
pub struct Track<'a> {
    /// The path.
    pub path: &'a PathHead,
    /// Its stages: title, and the titles of its topics.
    pub stages: &'a [(String, Vec<String>)],
}

/// A part of the prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// A name for programs.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// What it says.
    pub lines: Vec<Line>,
}

/// A line of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A paragraph.
    Para(String),
    /// A row of a list with what it is about; empty for nothing in particular.
    Item(String, String),
    /// A row that belongs to the one before.
    Sub(String, String),
    /// A step of a numbered list.
    Step(String),
    /// What is said word for word.
    Quote(String),
    /// Lines that stay as they are.
    Form(String),
}

impl Profile<'_> {
    /// All parts, in order.
    pub fn sections(&self, words: &Words) -> Vec<Section> {
        let mut out = vec![frame::who(words), frame::duties(words), self.run(words), frame::rules(words)];
        out.push(self.voice(words));
        out.push(frame::style(words));
        out.extend(self.direction(words));
        out.push(self.expectations(words));
        out.extend(self.known(words));
        out.extend(self.questions(words));
        out.push(self.grading(words));
        out.push(frame::feedback(words));
        out.extend(self.result(words));
        out.push(self.begin(words));
        out
    }

    /// As Markdown.
    pub fn markdown(&self, words: &Words) -> String {
        self.written(words, &Markdown)
    }

    /// As plain text, without the signs of Markdown but those of the form that comes back.
    pub fn text(&self, words: &Words) -> String {
        self.written(words, &Plain)
    }

    fn written(&self, words: &Words, form: &dyn Write) -> String {
        let parts = self.sections(words).into_iter().map(|section| written(&section, form));
        let head = form.title(&words.get("agent-title"));
        safe(&(head + "\n" + &parts.collect::<Vec<_>>().join("\n")))
    }

    /// For programs.
    pub fn json(&self, words: &Words) -> Value {
        let part = |section: &Section| {
            let text = body(&section.lines, &Markdown);
            json!({ "id": section.id, "title": section.title, "text": safe(&text) })
        };
        let track = self.track.map(|track| track.path.name());
        json!({
            "name": NAME,
            "language": self.lang.code(),
            "level": self.level,
            "personas": self.cast.iter().map(|p| format!("{}/{}", p.head.pack, p.head.id)).collect::<Vec<_>>(),
            "prompts": self.asked.prompts().iter().map(|p| p.id.as_str()).collect::<Vec<_>>(),
            "track": track.as_ref().map(|name| name.as_str()),
            "with_progress": self.progress.is_some(),
            "system_prompt": self.markdown(words),
            "sections": self.sections(words).iter().map(part).collect::<Vec<_>>(),
        })
    }

    fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang).trim()
    }
}

/// Without control characters, whatever a pack holds.
fn safe(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// A form of the prompt.
trait Write {
    fn title(&self, text: &str) -> String;
    fn heading(&self, text: &str) -> String;
    fn label(&self, text: &str) -> String;
    fn quote(&self, text: &str) -> String;
    fn form(&self, text: &str) -> String;
}

struct Markdown;

impl Write for Markdown {
    fn title(&self, text: &str) -> String {
        format!("# {text}\n")
    }

    fn heading(&self, text: &str) -> String {
        format!("## {text}\n")
    }

    fn label(&self, text: &str) -> String {
        format!("**{text}**: ")
    }

    fn quote(&self, text: &str) -> String {
        // Indents stay: a question may show code.
        text.trim().lines().map(|line| format!("> {line}").trim_end().to_owned() + "\n").collect()
    }

    fn form(&self, text: &str) -> String {
        format!("```text\n{text}```\n")
    }
}

struct Plain;

impl Write for Plain {
    fn title(&self, text: &str) -> String {
        format!("{text}\n")
    }

    fn heading(&self, text: &str) -> String {
        format!("== {text} ==\n")
    }

    fn label(&self, text: &str) -> String {
        format!("{text}: ")
    }

    fn quote(&self, text: &str) -> String {
        text.trim().lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
    }

    fn form(&self, text: &str) -> String {
        text.to_owned()
    }
}

fn written(section: &Section, form: &dyn Write) -> String {
    form.heading(&section.title) + "\n" + &body(&section.lines, form)
}

fn body(lines: &[Line], form: &dyn Write) -> String {
    let label = |text: &str| if text.is_empty() { String::new() } else { form.label(text) };
    let mut out = String::new();
    let mut step = 0;
    let mut listed = false;
    for (at, line) in lines.iter().enumerate() {
        let in_list = matches!(line, Line::Item(..) | Line::Sub(..) | Line::Step(_));
        if at > 0 && !(in_list && listed) {
            out.push('\n');
        }
        listed = in_list;
        out += &match line {
            Line::Para(text) => format!("{}\n", one_line(text)),
            Line::Item(what, text) => format!("- {}{}", label(what), one_line(text)).trim_end().to_owned() + "\n",
            Line::Sub(what, text) => format!("  - {}{}", label(what), one_line(text)).trim_end().to_owned() + "\n",
            Line::Step(text) => {
                step += 1;
                format!("{step}. {}\n", one_line(text))
            }
            Line::Quote(text) => form.quote(text),
            Line::Form(text) => form.form(text),
        };
    }
    out
}
