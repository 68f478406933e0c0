//! The parts that depend on who asks, what is asked, and for which level.

use crate::domain::persona::{FOLLOW_UP, Lines, Persona};
use crate::domain::rubric::{Point, Prompt, PromptKind, Scope};
use crate::domain::text::{Lang, Text};
use crate::sessions::chair::form::Form;
use crate::sessions::interview::told;
use crate::words::Words;

use super::frame::{item, para, section, steps};
use super::{Asked, Line, NAME, Profile, Section};

/// What is expected on each level where the question says nothing of its own.
const LEVELS: [&str; 6] =
    ["agent-level-1", "agent-level-2", "agent-level-3", "agent-level-4", "agent-level-5", "agent-level-6"];

impl Profile<'_> {
    pub(super) fn run(&self, words: &Words) -> Section {
        let (open, next) = match self.asked {
            Asked::One(_) => ("agent-run-open", "agent-run-next"),
            Asked::Several(_) => ("agent-run-open", "agent-run-next-set"),
            Asked::Own => ("agent-run-open-own", "agent-run-next-own"),
        };
        let told = matches!(self.asked, Asked::One(prompt) if !prompt.clarify.is_empty());
        let clarify = if told { "agent-run-clarify" } else { "agent-run-clarify-own" };
        let keys = [open, clarify, "agent-run-listen", "agent-run-follow", "agent-run-grade", next];
        section("procedure", words.get("agent-run"), steps(words, &keys))
    }

    pub(super) fn voice(&self, words: &Words) -> Section {
        let lines = match self.cast {
            [one] => self.alone(one, words),
            cast => self.blend(cast, words),
        };
        section("voice", words.get("agent-voice"), lines)
    }

    fn blend(&self, cast: &[Persona], words: &Words) -> Vec<Line> {
        let mut out = vec![Line::Para(words.fmt("agent-voice-blend", &[("n", cast.len().into())]))];
        if let Some(lead) = self.lead.and_then(|at| cast.get(at)) {
            out.push(Line::Para(words.fmt("agent-voice-lead", &[("name", self.get(&lead.head.name).into())])));
        }
        for (seed, one) in (0..).zip(cast) {
            let values = [("cares", self.get(&one.head.cares).into()), ("voice", self.get(&one.voice).into())];
            out.push(Line::Item(self.get(&one.head.name).to_owned(), words.fmt("agent-voice-one", &values)));
            let line = one.missing.pick(self.lang, seed);
            if !line.is_empty() {
                out.push(Line::Sub(words.get("agent-voice-line").into_owned(), said(line, words)));
            }
        }
        out
    }

    fn alone(&self, one: &Persona, words: &Words) -> Vec<Line> {
        let name = self.get(&one.head.name);
        let mut out = vec![Line::Para(words.fmt("agent-voice-alone", &[("name", name.into())]))];
        let about = |key: &str, text: &str| Line::Item(words.get(key).into_owned(), text.to_owned());
        out.push(about("agent-voice-cares", self.get(&one.head.cares)));
        out.push(about("agent-voice-how", self.get(&one.voice)));
        if !self.topics.is_empty() {
            out.push(about("agent-voice-topics", &self.topics.join("; ")));
        }
        let occasions = [
            ("agent-voice-greet", &one.greet),
            ("agent-voice-missing", &one.missing),
            ("agent-voice-strong", &one.strong),
            ("agent-voice-time", &one.time),
            ("agent-voice-close", &one.close),
        ];
        for (key, lines) in occasions {
            let lines = variants(lines, self.lang);
            if !lines.is_empty() {
                out.push(about(key, ""));
                out.extend(lines.iter().map(|line| Line::Sub(String::new(), said(line, words))));
            }
        }
        out
    }

    pub(super) fn direction(&self, words: &Words) -> Option<Section> {
        let track = self.track?;
        let title = words.fmt("agent-track", &[("title", self.get(&track.path.title).into())]);
        let mut lines = vec![Line::Para(sentence(self.get(&track.path.summary))), para(words, "agent-track-how")];
        lines.extend(track.stages.iter().map(|(title, topics)| Line::Item(title.clone(), topics.join("; "))));
        Some(section("track", title, lines))
    }

    pub(super) fn expectations(&self, words: &Words) -> Section {
        let anchors = match self.asked {
            Asked::One(prompt) if prompt.anchors.iter().any(|anchor| !anchor.is_empty()) => Some(&prompt.anchors),
            _ => None,
        };
        let mut lines = vec![Line::Para(words.fmt("agent-level-how", &[("level", self.level.into())]))];
        for (n, at) in (1u8..).zip(0..LEVELS.len()) {
            let text = match anchors {
                Some(anchors) => self.get(&anchors[at]).to_owned(),
                None => words.get(LEVELS[at]).into_owned(),
            };
            if !text.is_empty() {
                let key = if n == self.level { "agent-level-target" } else { "agent-level-line" };
                lines.push(Line::Item(words.fmt(key, &[("n", n.into())]), text));
            }
        }
        section("level", words.get("agent-level"), lines)
    }

    pub(super) fn known(&self, words: &Words) -> Option<Section> {
        let known = self.progress?;
        let mut lines = vec![para(words, "agent-progress-how")];
        lines.push(Line::Item(words.get("agent-progress-level").into_owned(), known.level.clone()));
        for (key, names) in [("agent-progress-topics", &known.topics), ("agent-progress-answers", &known.answers)] {
            if !names.is_empty() {
                lines.push(Line::Item(words.get(key).into_owned(), names.join("; ")));
            }
        }
        if known.topics.is_empty() && known.answers.is_empty() {
            lines.push(item(words.get("agent-progress-none")));
        }
        Some(section("progress", words.get("agent-progress"), lines))
    }

    pub(super) fn questions(&self, words: &Words) -> Vec<Section> {
        match self.asked {
            Asked::Own => Vec::new(),
            Asked::One(prompt) => self.whole(prompt, words),
            Asked::Several(prompts) => {
                let how = vec![para(words, "agent-questions-how")];
                let head = section("questions", words.get("agent-questions"), how);
                let each = (1u32..).zip(prompts).map(|(n, prompt)| {
                    let values = [("n", n.into()), ("title", self.get(&prompt.title).into())];
                    let mut lines = self.ask(prompt, words);
                    lines.extend(prompt.points.iter().flat_map(|point| self.point(point, words, false)));
                    section("question", words.fmt("agent-question-of", &values), lines)
                });
                std::iter::once(head).chain(each).collect()
            }
        }
    }

    fn whole(&self, prompt: &Prompt, words: &Words) -> Vec<Section> {
        let title = words.fmt("agent-question", &[("title", self.get(&prompt.title).into())]);
        let mut lines = self.ask(prompt, words);
        lines.push(para(words, "agent-question-alone"));
        let mut out = vec![section("question", title, lines)];
        if !prompt.clarify.is_empty() {
            let mut lines = vec![para(words, "agent-clarify-how")];
            let row = |ask: &Text, answer: &Text| item(format!("{} {}", self.get(ask), self.get(answer)));
            lines.extend(prompt.clarify.iter().map(|clarify| row(&clarify.ask, &clarify.answer)));
            out.push(section("clarify", words.get("agent-clarify"), lines));
        }
        let points = prompt.points.iter().flat_map(|point| self.point(point, words, true)).collect();
        out.push(section("rubric", words.get("agent-rubric"), points));
        if !prompt.red_flags.is_empty() {
            let flags = prompt.red_flags.iter().map(|flag| {
                let values = [("why", sentence(self.get(&flag.why)).into()), ("level", flag.caps_at.into())];
                Line::Item(format!("`{}` {}", flag.id, self.get(&flag.text)), words.fmt("agent-flag", &values))
            });
            out.push(section("flags", words.get("agent-flags"), flags.collect()));
        }
        let sample = self.get(&prompt.model_short);
        if !sample.is_empty() {
            let lines = vec![para(words, "agent-sample-how"), Line::Quote(sample.to_owned())];
            out.push(section("sample", words.get("agent-sample"), lines));
        }
        out
    }

    fn ask(&self, prompt: &Prompt, words: &Words) -> Vec<Line> {
        let values = [
            ("think", words.duration(u64::from(prompt.think)).into()),
            ("minutes", words.minutes(u64::from(prompt.minutes)).into()),
        ];
        vec![Line::Quote(self.get(&prompt.ask).to_owned()), Line::Para(words.fmt("agent-question-times", &values))]
    }

    /// A point, with when it is met where the whole rubric is told.
    fn point(&self, point: &Point, words: &Words, whole: bool) -> Vec<Line> {
        let values = [("level", point.level.into()), ("weight", point.weight.into())];
        let facts = words.fmt(if point.must { "chair-point-must" } else { "chair-point" }, &values);
        let mut out = vec![item(format!("`{}` {} ({facts})", point.id, self.get(&point.text)))];
        let rows = [
            ("agent-met", &point.met, whole),
            ("agent-partly", &point.partly, whole),
            ("agent-follow", &point.follow_up, true),
            ("agent-drill", &point.drill, whole),
        ];
        for (key, text, told) in rows {
            if told && !text.is_empty() {
                out.push(Line::Sub(words.get(key).into_owned(), self.get(text).to_owned()));
            }
        }
        out
    }

    pub(super) fn grading(&self, words: &Words) -> Section {
        let whole = match self.asked {
            Asked::One(prompt) => Some(prompt),
            Asked::Several(_) | Asked::Own => None,
        };
        let marks = if whole.is_some() { "agent-grade-marks" } else { "agent-grade-marks-bare" };
        let mut lines = steps(words, &[marks, "agent-grade-score", "agent-grade-reached"]);
        if let Some(prompt) = whole {
            if !prompt.red_flags.is_empty() {
                lines.extend(steps(words, &["agent-grade-flags"]));
            }
            let names: Vec<String> = prompt.kind.signals().iter().map(|signal| told::signal(*signal, words)).collect();
            if !names.is_empty() {
                let values = [("names", names.join("; ").into())];
                lines.push(Line::Step(words.fmt("agent-grade-signals", &values)));
            }
            if prompt.kind == PromptKind::Behavioural {
                lines.push(Line::Step(words.fmt("agent-grade-scope", &[("names", scopes(words).into())])));
            }
        }
        lines.extend(steps(words, &[if whole.is_some() { "agent-grade-band" } else { "agent-grade-band-bare" }]));
        section("grading", words.get("agent-grade"), lines)
    }

    /// The form that brings the grades back; only one question has one.
    pub(super) fn result(&self, words: &Words) -> Option<Section> {
        let Asked::One(prompt) = self.asked else { return None };
        let persona = match self.cast {
            [one] => format!("{}/{}", one.head.pack, one.head.id),
            _ => String::new(),
        };
        let said = words.get("agent-form-said");
        let form = Form { chair: NAME, persona: &persona, level: self.level, lang: self.lang, said: &said };
        let lines = vec![para(words, "agent-form-how"), Line::Form(form.of(prompt))];
        Some(section("form", words.get("agent-form"), lines))
    }

    pub(super) fn begin(&self, words: &Words) -> Section {
        let key = match self.asked {
            Asked::One(_) => "agent-begin-how",
            Asked::Several(_) => "agent-begin-set",
            Asked::Own => "agent-begin-own",
        };
        section("begin", words.get("agent-begin"), vec![para(words, key)])
    }
}

fn scopes(words: &Words) -> String {
    let one = |(n, scope): (u32, Scope)| {
        let name = format!("{n} {}", told::scope(scope, words));
        words.fmt("agent-grade-scope-one", &[("name", name.into()), ("level", scope.level().into())])
    };
    (1..).zip(Scope::ALL).map(one).collect::<Vec<_>>().join("; ")
}

/// Titles and summaries of packs end without a full stop, sentences with one.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

/// A line as it is said, with a mark where the follow-up question goes.
fn said(line: &str, words: &Words) -> String {
    line.trim().replace(FOLLOW_UP, &words.get("agent-voice-mark"))
}

fn variants(lines: &Lines, lang: Lang) -> &[Box<str>] {
    let (first, second) = match lang {
        Lang::En => (&lines.en, &lines.id),
        Lang::Id => (&lines.id, &lines.en),
    };
    if first.is_empty() { second } else { first }
}
