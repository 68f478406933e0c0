//! The grades of the other chair, typed in line by line.

use crate::domain::ids::ItemId;
use crate::domain::rubric::{Mark, Marks, Scope, Signal};
use crate::domain::text::Lang;
use crate::sessions::Context;
use crate::sessions::action::Action;
use crate::sessions::chair::Filled;
use crate::sessions::chair::read::{grade, time};
use crate::sessions::effect::{Effect, LoadedPrompt, News, Request};
use crate::sessions::interview::{SignalRow, told};
use crate::words::Words;

use super::interview::say;
use super::read::is;
use super::review::Said;
use super::{Front, clean, flat};

/// What is asked for, one after the other.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Row {
    Name,
    Point(usize),
    Flag(usize),
    Signal(Signal),
    Scope,
    Time,
    Said,
}

/// Grades that are typed in.
#[derive(Debug, Clone)]
pub struct PlainChair {
    prompt: ItemId,
    loaded: Option<Box<LoadedPrompt>>,
    filled: Filled,
    rows: Vec<Row>,
    at: usize,
    over: bool,
    recorded: bool,
}

impl PlainChair {
    /// Grades for an answer to a question. `persona` is who was played, as `pack/persona`; it may be empty.
    pub fn new(prompt: ItemId, persona: Box<str>, level: Option<u8>, lang: Lang) -> Self {
        let filled = Filled {
            prompt: prompt.clone(),
            persona,
            level,
            lang,
            chair: "".into(),
            took_ms: 0,
            marks: Marks::default(),
            red_flags: Vec::new(),
            signals: Default::default(),
            scope: None,
            said: "".into(),
        };
        PlainChair { prompt, loaded: None, filled, rows: Vec::new(), at: 0, over: false, recorded: false }
    }

    /// The grades, once they are in the log.
    pub fn recorded(&self) -> Option<&Filled> {
        Some(&self.filled).filter(|_| self.recorded)
    }

    fn ask(&self, words: &Words, lang: Lang) -> Vec<String> {
        let (Some(loaded), Some(row)) = (&self.loaded, self.rows.get(self.at)) else { return Vec::new() };
        let prompt = &loaded.prompt;
        match *row {
            Row::Name => vec![words.get("chair-ask-name").into_owned()],
            Row::Point(at) => say::point(&prompt.points[at], at + 1, prompt.points.len(), words, lang),
            Row::Flag(at) => {
                let text = flat(prompt.red_flags[at].text.get(lang));
                vec![words.fmt("chair-ask-flag", &[("text", text.into())])]
            }
            Row::Signal(signal) => say::signal(SignalRow::Signal(signal, None), words),
            Row::Scope => say::signal(SignalRow::Scope(None), words),
            Row::Time => vec![words.get("chair-ask-time").into_owned()],
            Row::Said => vec![words.get("chair-ask-said").into_owned()],
        }
    }

    /// Takes a line for the row; `false` when it says nothing for it.
    fn take(&mut self, row: Row, line: &str, words: &Words) -> bool {
        let Some(loaded) = &self.loaded else { return false };
        match row {
            Row::Name => self.filled.chair = clean(line).into(),
            Row::Point(at) => {
                let word = |mark: &Mark| told::mark(*mark, words).eq_ignore_ascii_case(line);
                let typed = Some(line).filter(|line| !line.is_empty()).and_then(grade);
                let Some(mark) = typed.or_else(|| Mark::ALL.into_iter().find(word)) else { return false };
                self.filled.marks.set(&loaded.prompt.points[at].id, mark);
            }
            Row::Flag(at) => {
                let id = &loaded.prompt.red_flags[at].id;
                self.filled.red_flags.retain(|flag| flag != id);
                match line {
                    "" | "-" => {}
                    "x" | "X" => self.filled.red_flags.push(id.clone()),
                    _ => return false,
                }
            }
            Row::Signal(signal) => {
                let mark = line.parse().ok().filter(|mark| *mark <= Signal::MOST);
                match mark {
                    Some(mark) => _ = self.filled.signals.insert(signal, mark),
                    None if line.is_empty() => _ = self.filled.signals.remove(&signal),
                    None => return false,
                }
            }
            Row::Scope => {
                let number: Option<usize> = line.parse().ok();
                let scope = number.and_then(|n| Scope::ALL.get(n.checked_sub(1)?).copied());
                if scope.is_none() && !line.is_empty() {
                    return false;
                }
                self.filled.scope = scope;
            }
            Row::Time => match time(line) {
                _ if line.is_empty() => self.filled.took_ms = 0,
                Some(ms) => self.filled.took_ms = ms,
                None => return false,
            },
            Row::Said => {}
        }
        true
    }

    fn note(&mut self, line: &str) {
        let said = &self.filled.said;
        self.filled.said = if said.is_empty() { line.into() } else { format!("{said}\n{line}").into() };
    }

    fn undo(&mut self, words: &Words, lang: Lang) -> Vec<String> {
        if self.at == 0 {
            return vec![words.fmt("ask-notice", &[("text", words.get("interview-notice-nothing-to-undo").into())])];
        }
        self.at -= 1;
        let mut lines = vec![words.get("ask-taken-back").into_owned()];
        lines.extend(self.ask(words, lang));
        lines
    }

    fn record(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Some(loaded) = self.loaded.take() else { return Vec::new() };
        (self.recorded, self.over) = (true, true);
        vec![Effect::Record(vec![self.filled.event(loaded, cx)])]
    }
}

impl Front for PlainChair {
    fn began(&self) -> bool {
        !self.rows.is_empty()
    }

    fn over(&self) -> bool {
        self.over
    }

    fn start(&mut self, _: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: vec![Effect::Ask(Request::Prompt(self.prompt.clone()))] }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>, words: &Words) -> Said {
        let News::Prompt(_, Some(loaded)) = news else { return Said::default() };
        let (prompt, lang) = (loaded.prompt.clone(), cx.prefs.lang);
        self.rows = vec![Row::Name];
        self.rows.extend((0..prompt.points.len()).map(Row::Point));
        self.rows.extend((0..prompt.red_flags.len()).map(Row::Flag));
        self.rows.extend(prompt.kind.signals().iter().copied().map(Row::Signal));
        if prompt.kind == crate::domain::rubric::PromptKind::Behavioural {
            self.rows.push(Row::Scope);
        }
        self.rows.extend([Row::Time, Row::Said]);
        self.loaded = Some(loaded);
        let title = clean(prompt.title.get(lang));
        let mut lines = vec![words.fmt("chair-grade-start", &[("title", title.into())])];
        lines.extend(self.ask(words, lang));
        Said { lines, effects: Vec::new() }
    }

    fn line(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        let Some(row) = self.rows.get(self.at).copied() else { return Said::default() };
        let (line, lang) = (line.trim(), cx.prefs.lang);
        let plain = |lines| Said { lines, effects: Vec::new() };
        // Names and notes may be any word: there a command begins with a slash.
        let free = matches!(row, Row::Name | Row::Said);
        let command = if free { line.strip_prefix('/') } else { Some(line.strip_prefix('/').unwrap_or(line)) };
        match command {
            Some(word) if word == "u" || is(words, Action::Undo, word) => return plain(self.undo(words, lang)),
            Some(word) if word == "q" || is(words, Action::Quit, word) => return self.leave(cx),
            Some(word) if word == "h" || word == "?" || is(words, Action::Help, word) => {
                return plain(vec![words.get("chair-grade-help").into_owned()]);
            }
            _ => {}
        }
        if row == Row::Said && line != "." {
            self.note(line);
            return Said::default();
        }
        if !self.take(row, line, words) {
            return plain(vec![words.get("plain-unknown").into_owned()]);
        }
        self.at += 1;
        if self.at == self.rows.len() {
            return Said { lines: Vec::new(), effects: self.record(cx) };
        }
        plain(self.ask(words, lang))
    }

    fn leave(&mut self, _: &Context<'_>) -> Said {
        self.over = true;
        Said::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{EventId, What};
    use crate::domain::interview::Chair;
    use crate::domain::rubric::PromptKind;
    use crate::domain::time::Moment;
    use crate::sessions::interview::sample;
    use crate::sessions::prefs::Prefs;
    use crate::sessions::sample::TODAY;
    use crate::sessions::study::DueLoad;

    fn cx<T>(act: impl FnOnce(&Context<'_>, &Words) -> T) -> T {
        let utc = i64::from(TODAY.0) * 86_400_000;
        let now = Moment { utc, offset_min: 0, day: TODAY, mono_ms: 0, id: EventId::from_parts(1, 0, 1) };
        let (prefs, load) = (Prefs::default(), DueLoad::default());
        act(&Context { now: &now, prefs: &prefs, load: &load }, &Words::of("en"))
    }

    fn begun(kind: PromptKind) -> PlainChair {
        let mut chair = PlainChair::new(sample::name(), "".into(), None, Lang::En);
        cx(|cx, words| {
            chair.start(cx);
            chair.hear(News::Prompt(sample::name(), Some(sample::loaded(kind))), cx, words)
        });
        chair
    }

    fn types(chair: &mut PlainChair, lines: &[&str]) -> Said {
        lines.iter().fold(Said::default(), |_, line| cx(|cx, words| chair.line(line, cx, words)))
    }

    #[test]
    fn grades_are_typed_in_point_by_point_and_recorded_at_the_end() {
        let mut chair = begun(PromptKind::Behavioural);
        let said = types(&mut chair, &["Budi"]);
        assert!(said.lines[0].starts_with("Point 1 of 7: Schema fits the queries"), "{:?}", said.lines);
        types(&mut chair, &["3", "partly", "-", "x", "1", "1", "1"]);
        types(&mut chair, &["x", "3", "2", "", "1", "0", "3", "3:10"]);
        assert_eq!(types(&mut chair, &["what", "was said"]), Said::default());
        let said = types(&mut chair, &["."]);
        let [Effect::Record(events)] = &said.effects[..] else { panic!("{said:?}") };
        let What::Rehearsed(attempt) = &events[0].what else { panic!("{events:?}") };
        let marks: Vec<Mark> = attempt.points.iter().map(|point| point.mark).collect();
        assert_eq!(marks[..4], [Mark::Met, Mark::Partly, Mark::Missed, Mark::Met]);
        assert_eq!((attempt.by, &*attempt.chair, attempt.took_ms()), (Chair::Other, "Budi", 190_000));
        assert_eq!((attempt.signals.len(), attempt.scope, attempt.red_flags.len()), (4, Some(Scope::Ambiguity), 1));
        assert_eq!(&*attempt.turns[0].text, "what\nwas said");
        assert!(chair.over() && chair.recorded().is_some_and(|filled| filled.met() == 2));
    }

    #[test]
    fn a_step_is_taken_back_and_what_means_nothing_is_asked_again() {
        let mut chair = begun(PromptKind::Technical);
        assert_eq!(types(&mut chair, &["/undo"]).lines, ["Note: There is no step to take back."]);
        types(&mut chair, &["Budi", "3"]);
        assert_eq!(types(&mut chair, &["5"]).lines, ["Not understood. Type h for help."]);
        assert_eq!(types(&mut chair, &[""]).lines, ["Not understood. Type h for help."], "no grade is no grade");
        let said = types(&mut chair, &["undo"]);
        assert!(said.lines[1].starts_with("Point 1 of 7"), "{:?}", said.lines);
        types(&mut chair, &["1", "3", "3", "3", "3", "3", "3", "", "", "."]);
        assert_eq!(chair.recorded().map(Filled::met), Some(6));
    }

    #[test]
    fn leaving_in_the_middle_records_nothing() {
        let mut chair = begun(PromptKind::Technical);
        assert_eq!(types(&mut chair, &["Budi", "3", "quit"]), Said::default());
        assert!(chair.over() && chair.recorded().is_none());
    }
}
