//! Today: what to do now, in minutes (UX 5.1, S01 and S02).

mod around;
mod rows;
#[cfg(test)]
mod tests;
mod view;
mod week;

use crate::domain::ids::TopicId;
use crate::sessions::action::{Action, State};
use crate::sessions::day::DayWish;
use crate::sessions::effect::{Effect, News, Queue, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::key::{Code, Key};
use crate::sessions::line_edit::LineEdit;
use crate::sessions::study::{LeftDay, PlanRow, Study};
use crate::ui::list::{List, Scroll};
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

use rows::Row;

/// The most minutes that a day can have.
const MOST_MINUTES: u16 = 240;

/// A minute, in milliseconds.
const MINUTE_MS: u64 = 60_000;

/// Digits that the minutes can have.
const MINUTE_DIGITS: usize = 3;

/// The place Today.
#[derive(Debug, Default)]
pub struct TodayScreen {
    list: List,
    /// The learner chose the row; until then the focus is on the first thing to do.
    chosen: bool,
    mode: Mode,
    /// When the minutes until something comes back are others, on the forward clock.
    wake_at: Option<u64>,
}

/// What the keys go to.
#[derive(Debug, Default)]
enum Mode {
    /// The rows.
    #[default]
    Plan,
    /// The field for today's minutes.
    Minutes(LineEdit),
    /// The sheet with the plan of the week.
    Week(Scroll),
}

impl TodayScreen {
    /// Today with the focus on the first thing to do.
    pub fn new() -> Self {
        Self::default()
    }

    fn first(&mut self, study: &Study) {
        self.list = List::at(rows::first(&rows::of(study)));
        self.chosen = false;
    }

    /// Sleeps until another number of minutes is to be shown.
    fn watch_steps(&mut self, scene: &Scene<'_>) {
        let left = scene.study.steps.map(|(first, _)| u64::try_from(first - scene.now.utc).unwrap_or(0));
        self.wake_at = left.filter(|ms| *ms > 0).map(|ms| scene.now.mono_ms + (ms - 1) % MINUTE_MS + 1);
    }

    /// Time has passed: other minutes, or the step is over and the plan has a review.
    fn wake(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        if self.wake_at.is_none_or(|at| scene.now.mono_ms < at) {
            return Vec::new();
        }
        self.watch_steps(scene);
        if self.wake_at.is_none() { vec![Effect::Refresh] } else { Vec::new() }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let rows = rows::of(scene.study);
        if self.list.act(action, rows.len(), rows.len()) {
            self.chosen = true;
            return Vec::new();
        }
        match action {
            Action::Enter => {
                let row = rows.get(self.list.focus.min(rows.len().saturating_sub(1)));
                row.map(|r| vec![Effect::Go(self.route(r))]).unwrap_or_default()
            }
            Action::Review => review(scene),
            Action::Continue => self.go_on(&rows, scene),
            Action::Interview => interview(scene),
            Action::WorkDay => vec![Effect::Go(work_day(scene.study))],
            Action::Minutes => {
                self.mode = Mode::Minutes(LineEdit::default());
                Vec::new()
            }
            Action::WeekPlan => {
                self.mode = Mode::Week(Scroll::default());
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn route(&self, row: &Row) -> Route {
        match row {
            Row::Trouble => Route::Trouble,
            Row::Plan(row) => row.route(),
            Row::Answer(answer) => answer.route(),
            Row::NextLesson { topic, .. } => lesson(topic),
            Row::WeakSpot { topic, questions, .. } => Route::Review(Queue::Ahead(Some((*topic).clone()), *questions)),
            Row::Ahead { questions } => Route::Review(Queue::Ahead(None, *questions)),
        }
    }

    /// `c`: the lesson that was begun, else the one that the plan has.
    fn go_on(&self, rows: &[Row], scene: &Scene<'_>) -> Vec<Effect> {
        let begun = scene.study.reading.as_ref().map(|r| &r.topic);
        let planned = || {
            rows.iter().find_map(|r| match r {
                Row::Plan(PlanRow::Lesson { topic, .. }) => Some(topic),
                Row::NextLesson { topic, .. } => Some(*topic),
                _ => None,
            })
        };
        match begun.or_else(planned) {
            Some(topic) => vec![Effect::Go(lesson(topic))],
            None => vec![look(scene.words.get("today-no-lesson").into_owned())],
        }
    }

    fn follow_minutes(&mut self, input: &Input, scene: &Scene<'_>) -> Vec<Effect> {
        let usual = scene.prefs.minutes_today.is_some();
        let Mode::Minutes(line) = &mut self.mode else { return Vec::new() };
        match input {
            Input::Act(bound) if bound.action == Action::Submit => {
                let typed = line.text().parse::<u16>().map(|n| n.min(MOST_MINUTES).to_string());
                self.mode = Mode::Plan;
                // An empty field is a normal day again.
                let value = typed.ok().or_else(|| usual.then(String::new));
                return value.map(|v| Effect::Set("study.minutes_today", v)).into_iter().collect();
            }
            Input::Act(bound) if bound.action == Action::Back => self.mode = Mode::Plan,
            Input::Key(key) => type_digit(line, *key),
            Input::Paste(text) => text.chars().for_each(|c| type_digit(line, Key::char(c))),
            _ => {}
        }
        Vec::new()
    }

    fn follow_week(&mut self, action: Action, scene: &Scene<'_>) {
        let Mode::Week(scroll) = &mut self.mode else { return };
        let (days, room) = (scene.study.ahead.len(), week::room(scene));
        if !scroll.act(action, days, room) && matches!(action, Action::Enter | Action::Back | Action::WeekPlan) {
            self.mode = Mode::Plan;
        }
    }
}

/// What is due, within today's minutes.
const DUE: Queue = Queue::Due { minutes: None, items: None, topic: None };

fn lesson(topic: &TopicId) -> Route {
    Route::Lesson(topic.clone(), None)
}

fn look(text: String) -> Effect {
    Effect::Toast(Toast { good: false, text })
}

/// `r`: the review that was left, else what is due; before anything was ever answered the first topic's questions.
fn review(scene: &Scene<'_>) -> Vec<Effect> {
    let study = scene.study;
    let queue = study.plan.rows.iter().find_map(|row| match row {
        PlanRow::Resume { behind, .. } => Some(Queue::Resume(*behind)),
        PlanRow::Review { .. } => Some(DUE),
        PlanRow::Questions { topic, items, .. } => Some(Queue::New(topic.clone(), *items)),
        PlanRow::Lesson { .. } | PlanRow::Ask { .. } => None,
    });
    let first = || {
        let topic = (!study.ever).then(|| study.next_lesson()).flatten()?;
        (topic.questions > 0).then(|| Queue::New(topic.id.clone(), topic.questions))
    };
    match queue.or_else(first) {
        Some(queue) => vec![Effect::Go(Route::Review(queue))],
        None => {
            let due = scene.words.get("today-nothing-due").into_owned();
            let words = scene.words;
            vec![look(match study.coming_back(scene.now.utc) {
                Some((n, minutes)) => {
                    let when = words.in_minutes(minutes);
                    format!("{due}; {}", words.fmt("today-step", &[("n", n.into()), ("when", when.into())]))
                }
                None => due,
            })]
        }
    }
}

/// `i`: the interview answer that was left in the middle, else the weakest. While nobody knows yet which one that is, and where no pack has any, the
/// place Rehearse tells more.
fn interview(scene: &Scene<'_>) -> Vec<Effect> {
    let answer = scene.study.plan.answer.as_ref();
    vec![Effect::Go(answer.map_or(Route::Rehearse(0), crate::sessions::study::NextAnswer::route))]
}

fn type_digit(line: &mut LineEdit, key: Key) {
    match key.code {
        Code::Char(c) if !key.ctrl && !key.alt => {
            if c.is_ascii_digit() && line.text().len() < MINUTE_DIGITS {
                line.key(key);
            }
        }
        _ => {
            line.key(key);
        }
    }
}

impl Screen for TodayScreen {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.first(scene.study);
        self.watch_steps(scene);
        Vec::new()
    }

    fn returned(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.mode = Mode::Plan;
        self.update(Input::News(News::Study), scene)
    }

    fn wake_at(&self) -> Option<u64> {
        self.wake_at
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::Wake => return self.wake(scene),
            Input::News(News::Study) => self.watch_steps(scene),
            _ => {}
        }
        match input {
            // What was done is no row any more: the first one left is the next thing to do.
            Input::Shown => self.first(scene.study),
            Input::News(News::Study) if !self.chosen => self.first(scene.study),
            Input::News(News::Study) => self.list.fit(rows::of(scene.study).len(), usize::MAX),
            _ => {}
        }
        match (&self.mode, input) {
            (Mode::Minutes(_), input) => self.follow_minutes(&input, scene),
            (Mode::Week(_), Input::Act(bound)) => {
                self.follow_week(bound.action, scene);
                Vec::new()
            }
            (Mode::Plan, Input::Act(bound)) => self.act(bound.action, scene),
            _ => Vec::new(),
        }
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        match self.mode {
            Mode::Plan => State::Today,
            Mode::Minutes(_) => State::MinutesField,
            Mode::Week(_) => State::WeekPlan,
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("today-happening").into_owned()
    }
}

/// The working day that was left, else the list of days.
fn work_day(study: &Study) -> Route {
    let on = |left: &LeftDay| Route::Day(DayWish { of: left.of.clone(), slot: None, anew: false });
    study.left_day.as_ref().map_or(Route::Rehearse(3), on)
}
