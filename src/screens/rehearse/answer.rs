//! An answer of the past: what was said beside the model, and its marks.

use crate::domain::interview::{Chair, Pressure, Rehearsed};
use crate::domain::rubric::{Prompt, Signal};
use crate::sessions::action::Action;
use crate::sessions::effect::LoadedPrompt;
use crate::sessions::interview::{heard, told};
use crate::sessions::rehearse::AnswerRow;
use crate::ui::footer::Footer;
use crate::ui::header::Session;
use crate::ui::ink::{Run, label, muted, strong, text, warn};
use crate::ui::lines::{Anchor, Line, more_on_rule, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{HANG, LEFT, Page, Size, TOP};
use crate::ui::rubric::{self, MARKS};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

/// Rows of a page that are no content: header, rule, a free row, rule, footer.
const FRAME: u16 = 5;

/// An answer that is open.
#[derive(Debug, Clone)]
pub struct Answer {
    pub row: AnswerRow,
    pub anchor: Anchor,
    /// The model is shown in the place of the own words, where there is one column.
    swapped: bool,
}

impl Answer {
    pub fn new(row: AnswerRow) -> Answer {
        Answer { row, anchor: Anchor::default(), swapped: false }
    }

    /// Follows moving and swapping; `false` when the action is neither.
    pub fn act(&mut self, action: Action, loaded: Option<&LoadedPrompt>, scene: &Scene<'_>) -> bool {
        if action == Action::SwapView {
            self.swapped = !self.swapped;
            return true;
        }
        if !action.moves() {
            return false;
        }
        let (lines, room) = (self.lines(&self.look(scene), loaded, scene), room(scene));
        let scrolled = self.anchor.scrolled(action, &lines, room);
        self.anchor = scrolled.unwrap_or(self.anchor);
        scrolled.is_some()
    }

    fn look<'a>(&self, scene: &Scene<'a>) -> Look<'a> {
        let reading = i32::from(scene.prefs.reading_width) + 4;
        let width = i32::from(scene.area.0);
        Look::of(scene, if scene.size() == Size::Large { width.min(2 * reading) } else { width.min(reading) })
    }

    /// Draws it over the whole page.
    pub fn draw(&self, loaded: Option<Option<&LoadedPrompt>>, scene: &Scene<'_>, page: &mut Page) {
        let words = scene.words;
        let rehearsed = &self.row.attempt.rehearsed;
        let position = words.fmt("rehearse-attempt", &[("n", self.row.number.into())]);
        let (met, of) = (rehearsed.met(), rehearsed.points.len());
        let mut right = vec![strong(words.fmt("rehearse-met", &[("n", met.into()), ("of", of.into())]))];
        if self.row.best {
            right.insert(0, text(format!("{}  ", words.get("rehearse-best"))));
        }
        let title = self.row.title.get(scene.prefs.lang);
        Session { title, position: &position, right: &right, done: (met as u64, of as u64) }.draw(page);
        self.footer(scene).draw(page);
        let look = self.look(scene);
        let lines = self.lines(&look, loaded.flatten(), scene);
        let room = room(scene);
        let top = self.anchor.row(&lines, room);
        page.set_cursor(LEFT, TOP);
        let (width, height) = (look.edge + 1, page.height());
        page.part(0, 0, width, height, |part| {
            for (i, line) in lines.iter().skip(top).take(room).enumerate() {
                line.draw(part, TOP + i as i32);
            }
            if lines.len() > top + room {
                more_on_rule(part, height - 2, words);
            }
        });
    }

    fn footer(&self, scene: &Scene<'_>) -> Footer {
        let footer = Footer::of(crate::sessions::action::State::PastAnswer, scene.words);
        let footer = if self.row.kind.is_none() { footer.without(Action::AskAgain) } else { footer };
        if scene.size() <= Size::Small { footer } else { footer.without(Action::SwapView) }
    }

    fn lines(&self, look: &Look, loaded: Option<&LoadedPrompt>, scene: &Scene<'_>) -> Vec<Line> {
        let rehearsed = &self.row.attempt.rehearsed;
        let prompt = loaded.map(|l| &*l.prompt);
        let mut lines = stack(flow(&[muted(circumstances(look, &self.row, scene))], look.room(LEFT)), LEFT);
        lines.push(Line::blank());
        if let Some(prompt) = prompt {
            lines.extend(rubric::said(look, prompt.ask.get(rehearsed.lang)));
            lines.push(Line::blank());
        }
        match prompt {
            Some(prompt) if look.small() => {
                if self.swapped {
                    lines.extend(model_head(look, prompt, rehearsed));
                    lines.extend(stack(model(prompt, rehearsed, look, look.room(LEFT)), LEFT));
                } else {
                    lines.extend(own_head(look, rehearsed));
                    lines.extend(stack(own(prompt, rehearsed, look, look.room(LEFT)), LEFT));
                }
            }
            Some(prompt) => {
                let half = rubric::half(look);
                let (head_left, head_right) = (words_of(look, rehearsed), model_name(look, prompt, rehearsed));
                let mut left = vec![vec![label(head_left.0), muted(format!("  {}", head_left.1))], Vec::new()];
                left.extend(own(prompt, rehearsed, look, half));
                let mut right = vec![vec![label(head_right.0), muted(format!("  {}", head_right.1))], Vec::new()];
                right.extend(model(prompt, rehearsed, look, half));
                lines.extend(rubric::columns(look, left, right));
            }
            None => {
                lines.extend(own_head(look, rehearsed));
                for turn in &rehearsed.turns {
                    lines.extend(stack(rubric::own(&turn.text, &[], look.room(LEFT)), LEFT));
                }
            }
        }
        lines.push(Line::blank());
        lines.push(Line::at(LEFT, vec![label(look.words.get("rehearse-marks").into_owned())]));
        lines.extend(marks(look, prompt, rehearsed));
        lines.extend(flags(look, prompt, rehearsed));
        lines.extend(signals(look, rehearsed));
        lines
    }
}

fn room(scene: &Scene<'_>) -> usize {
    usize::from(scene.area.1.saturating_sub(FRAME)).max(1)
}

/// When, with whom, against what.
fn circumstances(look: &Look, row: &AnswerRow, scene: &Scene<'_>) -> String {
    let (words, rehearsed) = (look.words, &row.attempt.rehearsed);
    let minutes = row.attempt.utc.div_euclid(60_000) + i64::from(row.attempt.offset_min);
    let of_day = minutes.rem_euclid(1440);
    let day = i32::try_from(minutes.div_euclid(1440)).unwrap_or(scene.now.day.0);
    let mut parts = vec![format!("{} {:02}:{:02}", words.date(day), of_day / 60, of_day % 60)];
    if !row.who.is_empty() {
        parts.push(look.get(&row.who).to_owned());
    }
    parts.push(words.fmt("rehearse-level-n", &[("n", rehearsed.target.into())]));
    if rehearsed.spoken {
        parts.push(words.get("rehearse-spoken").into_owned());
    }
    if rehearsed.pressure == Pressure::Untimed {
        parts.push(words.get("rehearse-untimed").into_owned());
    }
    if rehearsed.by == Chair::Other {
        parts.push(match &*rehearsed.chair {
            "" => words.get("rehearse-marked-by-other").into_owned(),
            name => words.fmt("rehearse-marked-by", &[("name", name.to_owned().into())]),
        });
    }
    parts.join(", ")
}

fn words_of(look: &Look, rehearsed: &Rehearsed) -> (String, String) {
    let n: usize = rehearsed.turns.iter().map(|turn| heard::count(&turn.text)).sum();
    let time = look.words.clock(rehearsed.took_ms() / 1000);
    let more = look.words.fmt("interview-words-time", &[("n", n.into()), ("time", time.into())]);
    (look.words.get("interview-yours").into_owned(), more)
}

fn model_name(look: &Look, prompt: &Prompt, rehearsed: &Rehearsed) -> (String, String) {
    let n = heard::count(prompt.model_full.get(rehearsed.lang));
    (look.words.get("interview-model").into_owned(), look.words.fmt("interview-words", &[("n", n.into())]))
}

fn head((name, more): (String, String)) -> Vec<Line> {
    vec![Line::at(LEFT, vec![label(name)]).right(vec![muted(more)])]
}

fn own_head(look: &Look, rehearsed: &Rehearsed) -> Vec<Line> {
    head(words_of(look, rehearsed))
}

fn model_head(look: &Look, prompt: &Prompt, rehearsed: &Rehearsed) -> Vec<Line> {
    head(model_name(look, prompt, rehearsed))
}

/// What was said, follow-ups with their questions before them.
fn own(prompt: &Prompt, rehearsed: &Rehearsed, look: &Look, width: usize) -> Vec<Vec<Run<'static>>> {
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for turn in &rehearsed.turns {
        if let Some(point) = prompt.point(&turn.about) {
            rows.push(Vec::new());
            rows.extend(look.written(point.follow_up.get(rehearsed.lang), width, Token::Term));
        }
        if turn.text.trim().is_empty() {
            rows.push(vec![muted(look.words.get("interview-nothing").into_owned())]);
        } else {
            rows.extend(rubric::own(turn.text.trim(), &[], width));
        }
    }
    rows
}

fn model(prompt: &Prompt, rehearsed: &Rehearsed, look: &Look, width: usize) -> Vec<Vec<Run<'static>>> {
    look.written(prompt.model_full.get(rehearsed.lang), width, Token::Text)
}

/// A row for each point: what it is, its mark, and the mark before the model was seen if that was another one.
fn marks(look: &Look, prompt: Option<&Prompt>, rehearsed: &Rehearsed) -> Vec<Line> {
    let words = look.words;
    let row = |(at, marked): (usize, &crate::domain::interview::PointMark)| {
        let name = prompt.and_then(|p| p.point(&marked.point)).map_or(&*marked.point, |p| look.get(&p.text));
        let mut mark = rubric::mark(words, marked.mark, false);
        if marked.first != marked.mark {
            let first = told::mark(marked.first, words);
            mark.push(muted(format!("  {}", words.fmt("interview-was", &[("mark", first.into())]))));
        }
        let mut line = Line::at(LEFT, vec![muted((at + 1).to_string())]);
        line.parts.push((HANG, vec![text(name.to_owned())]));
        if look.small() {
            line.right = rubric::mark(words, marked.mark, false);
        } else {
            line.parts.push((MARKS.max(rubric::middle(look) - 2), mark));
        }
        line
    };
    rehearsed.points.iter().enumerate().map(row).collect()
}

fn flags(look: &Look, prompt: Option<&Prompt>, rehearsed: &Rehearsed) -> Vec<Line> {
    let found = rehearsed.red_flags.iter();
    let name = |id: &str| {
        let flag = prompt.and_then(|p| p.red_flags.iter().find(|f| &*f.id == id));
        flag.map_or_else(|| id.to_owned(), |f| look.get(&f.text).to_owned())
    };
    let rows = found.flat_map(|id| {
        let mut lines = stack(look.prose(&name(id), HANG, Token::Text), HANG);
        if let Some(first) = lines.first_mut() {
            first.parts.insert(0, (LEFT, vec![warn("!")]));
        }
        lines
    });
    let rows: Vec<Line> = rows.collect();
    headed(look.words.get("interview-red-flags").into_owned(), rows)
}

fn signals(look: &Look, rehearsed: &Rehearsed) -> Vec<Line> {
    let words = look.words;
    let row = |(signal, mark): (&Signal, &u8)| {
        let value = words.fmt("rehearse-met", &[("n", (*mark).into()), ("of", Signal::MOST.into())]);
        let mut line = Line::at(HANG, vec![text(told::signal(*signal, words))]);
        if look.small() {
            line.right = vec![text(value)];
        } else {
            line.parts.push((MARKS.max(rubric::middle(look) - 2), vec![text(value)]));
        }
        line
    };
    headed(words.get("interview-signals").into_owned(), rehearsed.signals.iter().map(row).collect())
}

fn headed(name: String, rows: Vec<Line>) -> Vec<Line> {
    if rows.is_empty() {
        return rows;
    }
    [vec![Line::blank(), Line::at(LEFT, vec![label(name)])], rows].concat()
}
