//! A stage as lines. The first word of each line is stable; who only wants the new part of a stage hears only that.

use std::mem::discriminant;

use crate::domain::rubric::{Mark, Point, Scope, Signal};
use crate::domain::text::Lang;
use crate::prose::{Written, written};
use crate::sessions::Context;
use crate::sessions::interview::{
    Answering, Asked, Clarify, Compare, CompareRow, FlagRow, FollowUp, GradeRow, Heard, Interview, PauseRow, Place,
    Practice, SignalRow, Stage, Think, Voice, compare, heard, told,
};
use crate::words::Words;

use super::super::{clean, flat};
use super::{Shown, debrief};

/// Places in the own words that are quoted for a point.
const QUOTED: usize = 3;

/// What is new since `before`.
pub(super) fn say(interview: &Interview, before: &Shown, now: &Shown, cx: &Context<'_>, words: &Words) -> Vec<String> {
    let stage = Say { interview, words, lang: cx.prefs.lang, now_ms: cx.now.mono_ms };
    let fresh = discriminant(before) != discriminant(now);
    match now {
        Shown::Nothing => Vec::new(),
        Shown::Missing => vec![clean(&crate::words::plain(&words.get("interview-missing")))],
        Shown::Pause => stage.pause(),
        Shown::Clarify => stage.clarify_rows(),
        _ => match (&interview.stage, &interview.asked) {
            (Stage::Think(think), Some(asked)) => {
                stage.think(asked, think, matches!(before, Shown::Think { .. } | Shown::Clarify))
            }
            (Stage::Answer(answering), Some(asked)) => stage.answer(asked, answering),
            (Stage::FollowUp(follow_up), Some(asked)) => stage.follow_up(asked, follow_up, before),
            (Stage::Predict, Some(asked)) => stage.predict(asked),
            (Stage::Practice(practice), Some(asked)) => {
                let same = matches!((before, now), (Shown::Practice { sample: a, .. }, Shown::Practice { sample: b, .. }) if a == b);
                stage.practice(asked, practice, !same)
            }
            (Stage::Grade(grading), Some(asked)) => {
                let row = interview.cursor.row;
                let head = if fresh { stage.grade_head(asked) } else { Vec::new() };
                let rows = grading.rows.get(row).map(|at| stage.grade_row(asked, row, at));
                [head, rows.unwrap_or_default()].concat()
            }
            (Stage::Flags(flags), Some(asked)) => {
                let row = interview.cursor.row;
                let head = if fresh { vec![stage.topped("interview-flags-top")] } else { Vec::new() };
                let rows = flags.rows.get(row).map(|at| stage.flag(asked, row, flags.rows.len(), at));
                [head, rows.unwrap_or_default()].concat()
            }
            (Stage::Signals(signals), Some(_)) => {
                let row = interview.cursor.row;
                let head = if fresh { vec![stage.topped("interview-signals-top")] } else { Vec::new() };
                let rows = signals.rows.get(row).map(|at| stage.signal(row, signals.rows.len(), *at));
                [head, rows.unwrap_or_default()].concat()
            }
            (Stage::Compare(compare), Some(asked)) => stage.compare(asked, compare, before),
            (Stage::Debrief(debrief), Some(asked)) => {
                debrief::lines(asked, debrief, interview.pauses, &interview.said(), words, stage.lang)
            }
            (Stage::Practised(done), Some(_)) => {
                let values = [("n", done.agreed.into()), ("of", done.of.into())];
                let said = words.fmt("interview-practised", &values);
                vec![crate::words::plain(&said), words.get("ask-enter-done").into_owned()]
            }
            _ => Vec::new(),
        },
    }
}

struct Say<'a> {
    interview: &'a Interview,
    words: &'a Words,
    /// The language of the interface.
    lang: Lang,
    now_ms: u64,
}

impl Say<'_> {
    fn get(&self, key: &str) -> String {
        self.words.get(key).into_owned()
    }

    /// A sentence of the screen as a line.
    fn topped(&self, key: &str) -> String {
        crate::words::plain(&self.words.get(key))
    }

    /// A text of several lines: the first one with its leading word.
    fn block(&self, key: &str, text: &str) -> Vec<String> {
        block(key, text, self.words)
    }

    fn pause(&self) -> Vec<String> {
        let timed = self.interview.clock().is_some_and(|clock| clock.limit_ms.is_some());
        let state = if timed { "interview-pause-clock" } else { "interview-pause-saved" };
        let finish = self.interview.pause_rows().contains(&PauseRow::Finish);
        let how = if finish { "ask-how-pause-finish" } else { "ask-how-pause" };
        let question = self.interview.asked.as_ref().map(|asked| {
            let title = clean(asked.prompt().title.get(self.lang));
            self.words.fmt("ask-paused", &[("title", title.into()), ("state", self.get(state).into())])
        });
        question.into_iter().chain([self.get(how)]).collect()
    }

    fn clarify_rows(&self) -> Vec<String> {
        let Some(asked) = &self.interview.asked else { return Vec::new() };
        let rows = asked.prompt().clarify.iter().map(|row| flat(row.ask.get(asked.setup.lang)));
        let rows = (1..).zip(rows).map(|(n, row)| format!("{n}. {row}"));
        std::iter::once(self.get("ask-clarify")).chain(rows).collect()
    }

    /// The question, in the language of the interface too where the interviewer speaks the other one.
    fn question(&self, asked: &Asked) -> Vec<String> {
        let mut lines = self.block("ask-question", asked.question().get(asked.setup.lang));
        let other = asked.question().only(self.lang);
        if asked.setup.lang != self.lang && !other.is_empty() && other != asked.question().get(asked.setup.lang) {
            lines.extend(self.block("ask-translated", other));
        }
        lines
    }

    fn says(&self, text: &str) -> Vec<String> {
        if text.trim().is_empty() { Vec::new() } else { self.block("ask-says", text) }
    }

    fn think(&self, asked: &Asked, think: &Think, only_asked: bool) -> Vec<String> {
        let mut lines = Vec::new();
        if !only_asked {
            if let Some(persona) = &asked.persona {
                let who = clean(persona.head.name.get(self.lang));
                lines.push(self.words.fmt("ask-interviewer", &[("who", who.into())]));
            }
            lines.extend(self.says(&self.interview.said()));
            lines.extend(self.question(asked));
            let stories = asked.loaded.stories.iter().map(|story| clean(&story.title));
            lines.extend(stories.map(|title| self.words.fmt("ask-story", &[("title", title.into())])));
        }
        if let Clarify::Asked(at) = think.clarify
            && let Some(clarify) = asked.prompt().clarify.get(at)
        {
            lines.extend(self.block("ask-you-ask", clarify.ask.get(asked.setup.lang)));
            lines.extend(self.says(clarify.answer.get(asked.setup.lang)));
        }
        let time = self.time(think.clock.left(self.now_ms));
        let key = if think.clarify == Clarify::Open { "ask-how-think-clarify" } else { "ask-how-think" };
        lines.push(self.words.fmt(key, &[("time", time.into())]));
        lines
    }

    /// Time that is left, or that there is no clock.
    fn time(&self, left: Option<u64>) -> String {
        left.map_or_else(|| self.get("ask-no-clock"), |ms| self.words.clock(ms / 1000))
    }

    fn answer(&self, asked: &Asked, answering: &Answering) -> Vec<String> {
        let mut lines = Vec::new();
        let typed = !self.interview.text().is_empty();
        if typed {
            lines.push(self.said_so_far());
        }
        let (from, to) = asked.target_words();
        let time = self.time(answering.clock.left(self.now_ms));
        let values = [("time", time.into()), ("from", from.into()), ("to", to.into())];
        lines.push(match answering.voice {
            Voice::Typing => self.words.fmt("ask-how-answer", &values),
            Voice::Speaking => self.words.fmt("ask-how-speak", &values[..1]),
            Voice::KeyWords => self.get("ask-how-key-words"),
        });
        lines
    }

    fn said_so_far(&self) -> String {
        self.words.fmt("ask-so-far", &[("n", heard::count(self.interview.text()).into())])
    }

    fn follow_up(&self, asked: &Asked, follow_up: &FollowUp, before: &Shown) -> Vec<String> {
        let mut lines = Vec::new();
        let same =
            matches!(before, Shown::Answer { nth, point, .. } if *nth == follow_up.nth && *point == follow_up.point);
        if !same {
            lines.extend(self.heard());
            let values = [("n", follow_up.nth.into()), ("of", follow_up.of.into())];
            lines.push(self.words.fmt("ask-follow-up", &values));
            lines.extend(self.says(&follow_up.said));
            if let Some(point) = asked.prompt().points.get(follow_up.point) {
                let name = clean(point.text.get(self.lang));
                let values = [("n", (follow_up.point + 1).into()), ("point", name.into())];
                lines.push(self.words.fmt("ask-why", &values));
            }
        }
        if !self.interview.text().is_empty() {
            lines.push(self.said_so_far());
        }
        let time = self.time(follow_up.answering.clock.left(self.now_ms));
        let other = follow_up.other.is_some();
        lines.push(match (follow_up.answering.voice, other) {
            (Voice::Typing, true) => self.words.fmt("ask-how-follow-up-other", &[("time", time.into())]),
            (Voice::Typing, false) => self.words.fmt("ask-how-follow-up", &[("time", time.into())]),
            (Voice::Speaking, _) => self.words.fmt("ask-how-speak", &[("time", time.into())]),
            (Voice::KeyWords, _) => self.get("ask-how-key-words"),
        });
        lines
    }

    /// What was said last.
    fn heard(&self) -> Option<String> {
        let turn: &Heard = self.interview.turns.last()?;
        let time = self.words.clock(turn.took_ms / 1000);
        let key = if turn.time_up { "ask-heard-up" } else { "ask-heard" };
        Some(self.words.fmt(key, &[("n", turn.words.into()), ("time", time.into())]))
    }

    fn predict(&self, asked: &Asked) -> Vec<String> {
        let mut lines: Vec<String> = self.heard().into_iter().collect();
        lines.extend(self.says(&self.interview.said()));
        lines.push(self.words.fmt("ask-predict", &[("n", asked.prompt().points.len().into())]));
        lines
    }

    /// A point, and what its grades mean.
    fn point(&self, point: &Point, n: usize, of: usize) -> Vec<String> {
        self::point(point, n, of, self.words, self.lang)
    }

    fn practice(&self, asked: &Asked, practice: &Practice, fresh: bool) -> Vec<String> {
        let points = &asked.prompt().points;
        let mut lines = Vec::new();
        if fresh {
            lines.push(self.topped("interview-practice-top"));
            let values = [("n", (practice.sample + 1).into()), ("of", practice.of.into())];
            let text = practice.of(asked).map_or("", |sample| sample.text.get(asked.setup.lang));
            lines.push(self.words.fmt("ask-sample", &values));
            lines.extend(self.block("ask-sample-text", text));
        }
        if !practice.revealed {
            let row = self.interview.cursor.row;
            if let Some(point) = points.get(row) {
                lines.extend(self.point(point, row + 1, points.len()));
            }
            lines.push(self.get("ask-how-practice"));
            return lines;
        }
        let Some(sample) = practice.of(asked) else { return lines };
        for (point, mark) in points.iter().zip(&practice.marks) {
            let truth = sample.marks.get(&point.id);
            if let Some(mark) = mark.filter(|mark| *mark != truth) {
                let values = [
                    ("point", clean(point.text.get(self.lang)).into()),
                    ("truth", told::mark(truth, self.words).into()),
                    ("mark", told::mark(mark, self.words).into()),
                ];
                lines.push(self.words.fmt("ask-true-mark", &values));
            }
        }
        let values = [("n", practice.agreed_here(asked).into()), ("of", points.len().into())];
        lines.push(crate::words::plain(&self.words.fmt("interview-practice-agreed", &values)));
        lines.push(self.get("ask-enter-next"));
        lines
    }

    fn grade_head(&self, asked: &Asked) -> Vec<String> {
        let tip = if asked.setup.spoken { "interview-grade-tip-spoken" } else { "ask-how-grade" };
        vec![self.topped("interview-grade-top"), self.get(tip)]
    }

    fn grade_row(&self, asked: &Asked, row: usize, at: &GradeRow) -> Vec<String> {
        let points = &asked.prompt().points;
        let Some(point) = points.get(row) else { return Vec::new() };
        let mut lines = self.point(point, row + 1, points.len());
        lines.extend(self.quotes(&at.places));
        if at.places.is_empty() && !asked.setup.spoken {
            lines.push(self.get("ask-not-found"));
        }
        if let Some(mark) = at.mark {
            lines.push(self.words.fmt("ask-marked", &[("mark", told::mark(mark, self.words).into())]));
        } else if let Some(mark) = at.suggested {
            lines.push(self.words.fmt("ask-suggested", &[("mark", told::mark(mark, self.words).into())]));
        }
        lines
    }

    /// The sentences of the own words in which something was found, each once.
    fn quotes(&self, places: &[Place]) -> Vec<String> {
        let mut seen: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
        for place in places {
            let Some(turn) = self.interview.turns.get(place.turn) else { continue };
            let at = (place.turn, compare::sentence(&turn.text, &place.at));
            if !seen.contains(&at) {
                seen.push(at);
            }
        }
        let quote = |(turn, at): (usize, std::ops::Range<usize>)| {
            let text = self.interview.turns.get(turn).and_then(|t| t.text.get(at)).map(clean).unwrap_or_default();
            match turn {
                0 => self.words.fmt("ask-found", &[("text", text.into())]),
                n => self.words.fmt("ask-found-follow-up", &[("n", n.into()), ("text", text.into())]),
            }
        };
        seen.into_iter().take(QUOTED).map(quote).collect()
    }

    fn flag(&self, asked: &Asked, row: usize, of: usize, at: &FlagRow) -> Vec<String> {
        let Some(flag) = asked.prompt().red_flags.get(at.flag) else { return Vec::new() };
        let values = [
            ("n", (row + 1).into()),
            ("of", of.into()),
            ("text", flat(flag.text.get(self.lang)).into()),
            ("why", flat(flag.why.get(self.lang)).into()),
        ];
        let mut lines = vec![self.words.fmt("ask-flag", &values)];
        lines.extend(self.quotes(&at.places));
        lines.push(self.get("ask-how-flag"));
        lines
    }

    fn signal(&self, row: usize, of: usize, at: SignalRow) -> Vec<String> {
        let name = told::signal_row(at, self.words);
        let values = [("n", (row + 1).into()), ("of", of.into()), ("name", name.into())];
        std::iter::once(self.words.fmt("ask-signal", &values)).chain(choices(at, self.words)).collect()
    }

    /// Everything side by side, or only what was graded otherwise since.
    fn compare(&self, asked: &Asked, compare: &Compare, before: &Shown) -> Vec<String> {
        let points = &asked.prompt().points;
        let mut lines = Vec::new();
        if let Shown::Compare { marks, row: was } = before {
            let changed = compare.rows.iter().zip(marks).enumerate().filter(|(_, (row, was))| row.mark != **was);
            for (at, (row, was)) in changed {
                let values = [
                    ("n", (at + 1).into()),
                    ("mark", told::mark(row.mark, self.words).into()),
                    ("was", told::mark(*was, self.words).into()),
                ];
                lines.push(self.words.fmt("ask-regraded", &values));
            }
            let row = self.interview.cursor.row;
            if *was != row && lines.is_empty() {
                lines.extend(points.get(row).zip(compare.rows.get(row)).map(|(p, r)| self.compared_head(row, p, r)));
            }
        } else {
            let values = [("own", compare.own_words.into()), ("model", compare.model_words.into())];
            lines.push(self.words.fmt("ask-compare", &values));
            for (at, (point, row)) in points.iter().zip(&compare.rows).enumerate() {
                lines.extend(self.compared(asked, at, point, row));
            }
        }
        lines.push(self.words.fmt("ask-how-compare", &[("n", (self.interview.cursor.row + 1).into())]));
        lines
    }

    fn compared_head(&self, at: usize, point: &Point, row: &CompareRow) -> String {
        let mark = told::mark(row.mark, self.words);
        let name = clean(point.text.get(self.lang));
        self.words.fmt("ask-compared", &[("n", (at + 1).into()), ("point", name.into()), ("mark", mark.into())])
    }

    fn compared(&self, asked: &Asked, at: usize, point: &Point, row: &CompareRow) -> Vec<String> {
        let own: Vec<String> = row
            .own
            .iter()
            .filter_map(|place| self.interview.turns.get(place.turn)?.text.get(place.at.clone()))
            .map(clean)
            .collect();
        let own = match (own.is_empty(), row.mark) {
            (false, _) => own.join(" "),
            (true, Mark::Missed) => self.get("interview-nothing"),
            // The list only did not see it.
            (true, Mark::Partly | Mark::Met) => self.get("interview-made-unseen"),
        };
        let model = row.model.as_ref().and_then(|at| asked.model().get(at.clone())).map(flat);
        let model = model.unwrap_or_else(|| self.get("interview-no-sentence"));
        vec![
            self.compared_head(at, point, row),
            self.words.fmt("ask-yours", &[("text", own.into())]),
            self.words.fmt("ask-model", &[("text", model.into())]),
        ]
    }
}

/// A point, and what its grades mean.
pub(in crate::plain) fn point(point: &Point, n: usize, of: usize, words: &Words, lang: Lang) -> Vec<String> {
    let name = clean(point.text.get(lang));
    let head = words.fmt("ask-point", &[("n", n.into()), ("of", of.into()), ("point", name.into())]);
    let means = |mark: Mark| match mark {
        Mark::Missed => words.get("interview-missed-means").into_owned(),
        Mark::Partly => flat(point.partly.get(lang)),
        Mark::Met => flat(point.met.get(lang)),
    };
    let row = |(n, mark): (usize, Mark)| format!("{n}. {}: {}", told::mark(mark, words), means(mark));
    std::iter::once(head).chain((1..).zip(Mark::ALL).map(row)).collect()
}

/// A signal or the scope with its choices, outside of a list.
pub(in crate::plain) fn signal(row: SignalRow, words: &Words) -> Vec<String> {
    let name = told::signal_row(row, words);
    std::iter::once(words.fmt("chair-ask-signal", &[("name", name.into())])).chain(choices(row, words)).collect()
}

/// What can be typed for a signal or the scope.
fn choices(row: SignalRow, words: &Words) -> Vec<String> {
    match row {
        SignalRow::Signal(..) => {
            let keys = ["interview-signal-0", "interview-signal-1", "interview-signal-2", "interview-signal-3"];
            (0..=Signal::MOST).zip(keys).map(|(n, key)| format!("{n}. {}", words.get(key))).collect()
        }
        SignalRow::Scope(_) => {
            (1..).zip(Scope::ALL).map(|(n, scope)| format!("{n}. {}", told::scope(scope, words))).collect()
        }
    }
}

/// A text of several lines: the first one behind its leading word, which is the message `key`.
pub(super) fn block(key: &str, text: &str, words: &Words) -> Vec<String> {
    let mut rows = written(text).into_iter().filter_map(|line| match line {
        Written::Running("") => None,
        Written::Running(line) => Some(flat(line)),
        Written::Kept(line) => Some(line),
    });
    let first = words.fmt(key, &[("text", rows.next().unwrap_or_default().into())]);
    std::iter::once(first).chain(rows).collect()
}

/// The model answer whole.
pub(super) fn model(text: &str, words: &Words) -> Vec<String> {
    block("ask-model", text, words)
}

/// Time that is left.
pub(super) fn left(ms: u64, words: &Words) -> String {
    words.fmt("ask-clock-left", &[("time", words.clock(ms.div_ceil(1000)).into())])
}

/// Whether the clock is told from now on.
pub(super) fn clock_told(interview: &Interview, words: &Words) -> String {
    words.get(if interview.clock_hidden { "ask-clock-hidden" } else { "ask-clock-told" }).into_owned()
}

/// How much was typed, and the time that is left.
pub(super) fn so_far(interview: &Interview, cx: &Context<'_>, words: &Words) -> String {
    let n = ("n", heard::count(interview.text()).into());
    match interview.clock().and_then(|clock| clock.left(cx.now.mono_ms)) {
        None => words.fmt("ask-so-far", &[n]),
        Some(left) => words.fmt("ask-so-far-left", &[n, ("time", words.clock(left / 1000).into())]),
    }
}

/// What was typed, line by line, and how much it is.
pub(super) fn text_so_far(interview: &Interview, cx: &Context<'_>, words: &Words) -> Vec<String> {
    let lines = interview.text().lines().map(clean);
    lines.chain([so_far(interview, cx, words)]).collect()
}
