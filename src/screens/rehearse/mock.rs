//! A mock interview: its set-up, what it will ask and why, and those of the past.

use crate::domain::interview::{Mocked, Pressure};
use crate::domain::log::Written;
use crate::sessions::action::Action;
use crate::sessions::effect::{Effect, Route};
use crate::sessions::mock::{Kept, Mix, MockSetup, MockWish, told};
use crate::sessions::rehearse::RehearseData;
use crate::ui::ink::{label, muted, run, text};
use crate::ui::lines::Line;
use crate::ui::list::List;
use crate::ui::look::{Look, flow};
use crate::ui::page::{self, LEFT};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

/// The column of values.
const VALUE: i32 = 20;
/// The same in a narrow window.
const VALUE_SMALL: i32 = 17;
/// Seeds that are offered first lie below this, so that they can be told to somebody.
const SEEDS: i64 = 1000;
/// Mock interviews of the past that are listed here; all are in the answer book.
const PAST: usize = 3;

/// The set-up, the mix that it gives, and where the focus is.
#[derive(Debug, Default)]
pub struct MockTab {
    pub list: List,
    setup: Option<MockSetup>,
    mix: Mix,
}

/// A row that the focus can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The mock interview that was left in the middle.
    GoOn,
    Minutes,
    Level,
    Track,
    Interviewer,
    Clock,
    Seed,
    /// A question of the mix.
    Question(usize),
    /// One of the past, counted from the newest.
    Past(usize),
}

/// The mock interview that waits.
pub fn kept(data: &RehearseData) -> Option<Kept> {
    Kept::read(data.mock.as_deref()?)
}

fn past(data: &RehearseData, nth: usize) -> Option<&Written<Mocked>> {
    data.mocks.iter().rev().nth(nth)
}

impl MockTab {
    /// Takes over what is known now.
    pub fn fit(&mut self, data: &RehearseData, scene: &Scene<'_>) {
        let seed = u64::try_from((scene.now.utc / 1000).rem_euclid(SEEDS)).unwrap_or(0);
        let setup = self.setup.get_or_insert_with(|| MockSetup::offered(seed, data));
        self.mix = Mix::of(data, setup);
        self.list.fit(self.rows(data).len(), usize::MAX);
    }

    fn rows(&self, data: &RehearseData) -> Vec<Row> {
        let on = kept(data).map(|_| Row::GoOn);
        let track = (!data.tracks.is_empty()).then_some(Row::Track);
        let who = (!data.personas.is_empty()).then_some(Row::Interviewer);
        let fields = [Some(Row::Minutes), Some(Row::Level), track, who, Some(Row::Clock), Some(Row::Seed)];
        let questions = (0..self.mix.questions.len()).map(Row::Question);
        let past = (0..data.mocks.len().min(PAST)).map(Row::Past);
        on.into_iter().chain(fields.into_iter().flatten()).chain(questions).chain(past).collect()
    }

    fn row(&self, data: &RehearseData) -> Option<Row> {
        let rows = self.rows(data);
        rows.get(self.list.focus.min(rows.len().saturating_sub(1))).copied()
    }

    /// What Enter does: go on, show a report, or begin; `None` when nothing can be asked.
    fn wish(&self, data: &RehearseData) -> Option<MockWish> {
        match self.row(data)? {
            Row::GoOn => Some(MockWish::Resume),
            Row::Past(nth) => past(data, nth).map(|mock| MockWish::Report(mock.what.sitting)),
            _ => self.setup.clone().filter(|_| !self.mix.questions.is_empty()).map(MockWish::Begin),
        }
    }

    /// Whether Enter does something.
    pub fn can_enter(&self, data: &RehearseData) -> bool {
        self.wish(data).is_some()
    }

    /// Whether arrows change the row with the focus.
    pub fn can_change(&self, data: &RehearseData) -> bool {
        !matches!(self.row(data), None | Some(Row::GoOn | Row::Question(_) | Row::Past(_)))
    }

    /// What Enter says for the row with the focus; `None` for what it says usually.
    pub fn enter_hint(&self, data: &RehearseData) -> Option<&'static str> {
        match self.row(data)? {
            Row::GoOn => Some("hint-go-on"),
            Row::Past(_) => Some("hint-open"),
            _ => None,
        }
    }

    pub fn act(&mut self, action: Action, data: &RehearseData, scene: &Scene<'_>) -> Vec<Effect> {
        let len = self.rows(data).len();
        if self.list.act(action, len, len) {
            return Vec::new();
        }
        match (action, self.row(data)) {
            (Action::Enter, _) => {
                return self.wish(data).map(|wish| Effect::Go(Route::Mock(wish))).into_iter().collect();
            }
            (Action::Pressure, _) => self.change(Row::Clock, true, data),
            (Action::Right, Some(row)) => self.change(row, true, data),
            (Action::Left, Some(row)) => self.change(row, false, data),
            _ => return Vec::new(),
        }
        self.fit(data, scene);
        Vec::new()
    }

    fn change(&mut self, row: Row, on: bool, data: &RehearseData) {
        let Some(setup) = &mut self.setup else { return };
        match row {
            Row::Minutes => setup.step_minutes(on),
            Row::Level => setup.step_level(on),
            Row::Clock => setup.step_pressure(on),
            Row::Track => {
                let names: Vec<Box<str>> = data.tracks.iter().map(|track| track.name.clone()).collect();
                MockSetup::step_name(&mut setup.track, &names, on);
            }
            Row::Interviewer => {
                let names: Vec<Box<str>> = data.personas.iter().map(|card| card.name()).collect();
                MockSetup::step_name(&mut setup.persona, &names, on);
            }
            Row::Seed if on => setup.seed = setup.seed.saturating_add(1),
            Row::Seed => setup.seed = setup.seed.saturating_sub(1),
            Row::GoOn | Row::Question(_) | Row::Past(_) => {}
        }
    }

    /// Everything, row by row; `room` is how many rows the window has.
    pub fn lines(&self, data: &RehearseData, look: &Look, room: usize) -> Vec<Line> {
        let Some(setup) = &self.setup else { return Vec::new() };
        let (words, focus) = (look.words, self.row(data));
        let mut lines = match self.mix.questions.is_empty() {
            true => look.say(&words.get("mock-mix-empty")),
            false => look.say(&told::mix(&self.mix, setup.minutes, words)),
        };
        let rows = self.rows(data);
        // In low windows every row counts: what has no focus of its own goes first.
        let low = room < rows.len() + lines.len() + 3;
        if low {
            lines.clear();
        } else {
            lines.push(Line::blank());
        }
        for row in rows {
            let focused = focus == Some(row);
            match row {
                Row::Question(nth) => lines.extend(self.question(nth, look, focused, low)),
                Row::Past(nth) => lines.extend(past_row(data, nth, look, focused)),
                row => lines.extend(set_up(row, setup, data, look, focused)),
            }
        }
        lines
    }

    /// A question of the mix: of what it is and why; not the question itself.
    fn question(&self, nth: usize, look: &Look, focused: bool, low: bool) -> Vec<Line> {
        let words = look.words;
        let Some(question) = self.mix.questions.get(nth) else { return Vec::new() };
        let mut lines = Vec::new();
        if nth == 0 {
            lines.push(Line::blank());
            let mut head = Line::at(LEFT, vec![label(words.get("mock-mix").into_owned())]);
            if !look.small() {
                head.right = vec![muted(words.get("mock-mix-why").into_owned())];
            }
            lines.push(head);
            if !look.small() && !low {
                let rule = flow(&[muted(words.get("mock-mix-rule").into_owned())], look.room(LEFT));
                lines.extend(crate::ui::lines::stack(rule, LEFT));
            }
        }
        let token = if focused { Token::Sel } else { Token::Text };
        let kind = told::kind(question.kind, words);
        let area = run(token, format!("{}  {}", nth + 1, look.get(&question.area)));
        let why = told::why(question.why, words);
        let mut line = Line::at(LEFT, vec![area]);
        if look.small() {
            line.right = vec![muted(kind)];
            line.bar_at(focused.then_some(LEFT));
            lines.push(line);
            // The reason of one question at a time is what a narrow window has room for.
            if focused {
                let mut more = Line::at(LEFT + 3, vec![muted(why)]);
                more.focus = true;
                lines.push(more);
            }
        } else {
            let minutes = words.minutes(question.minutes.into());
            line.parts.push((KIND, vec![text(kind)]));
            line.parts.push((MINUTES, vec![muted(minutes)]));
            line.right = vec![muted(why)];
            line.bar_at(focused.then_some(LEFT));
            lines.push(line);
        }
        lines
    }
}

/// The columns of kinds and of minutes in the mix.
const KIND: i32 = 34;
const MINUTES: i32 = 47;

/// A row of the set-up.
fn set_up(row: Row, setup: &MockSetup, data: &RehearseData, look: &Look, focused: bool) -> Vec<Line> {
    let words = look.words;
    let get = |key: &str| words.get(key).into_owned();
    let (name, value, more) = match row {
        Row::GoOn => {
            let Some(kept) = kept(data) else { return Vec::new() };
            let values = [("minutes", kept.setup.minutes.into()), ("level", kept.setup.level.into())];
            let title = words.fmt("mock-past-row", &values);
            let line = field(get("mock-go-on"), title, get("mock-go-on-more"), look, focused);
            return vec![line, Line::blank()];
        }
        Row::Minutes => {
            (get("mock-minutes"), words.fmt("mock-minutes-n", &[("n", setup.minutes.into())]), String::new())
        }
        Row::Level => {
            let level = words.fmt("rehearse-level-n", &[("n", setup.level.into())]);
            let more = if data.target == Some(setup.level) { "mock-level-target" } else { "mock-level-more" };
            (get("mock-level"), level, get(more))
        }
        Row::Track => {
            let chosen = data.tracks.iter().find(|track| Some(&track.name) == setup.track.as_ref());
            let title = chosen.map_or_else(|| get("mock-track-all"), |track| look.get(&track.title).to_owned());
            (get("mock-track"), title, String::new())
        }
        Row::Interviewer => {
            let chosen = data.personas.iter().find(|card| Some(card.name()) == setup.persona);
            match chosen {
                Some(card) => {
                    let cares = look.get(&card.head.cares).to_owned();
                    (get("rehearse-interviewer"), look.get(&card.head.name).to_owned(), cares)
                }
                None => (get("rehearse-interviewer"), get("mock-mixed"), get("mock-mixed-more")),
            }
        }
        Row::Clock => {
            let value = match setup.pressure {
                Pressure::Real => get("rehearse-real"),
                Pressure::Relaxed => get("rehearse-relaxed"),
                Pressure::Untimed => get("rehearse-no-clock"),
            };
            (get("mock-clock"), value, String::new())
        }
        // A seed is a name: it has no separators.
        Row::Seed => (get("mock-seed"), setup.seed.to_string(), get("mock-seed-more")),
        Row::Question(_) | Row::Past(_) => return Vec::new(),
    };
    vec![field(name, value, more, look, focused)]
}

fn past_row(data: &RehearseData, nth: usize, look: &Look, focused: bool) -> Vec<Line> {
    let words = look.words;
    let Some(mock) = past(data, nth) else { return Vec::new() };
    let mut lines = Vec::new();
    if nth == 0 {
        lines.extend([Line::blank(), Line::at(LEFT, vec![label(words.get("mock-past").into_owned())])]);
    }
    let values = [("minutes", mock.what.minutes.into()), ("level", mock.what.level.into())];
    let what = words.fmt("mock-past-row", &values);
    let mut line = field(told::date(mock.utc, mock.offset_min, words), what, String::new(), look, focused);
    if mock.what.early && !look.small() {
        line.right = vec![muted(words.get("mock-past-early").into_owned())];
    }
    lines.push(line);
    lines
}

fn field(name: String, value: String, more: String, look: &Look, focused: bool) -> Line {
    let column = if look.small() { VALUE_SMALL } else { VALUE };
    let mut line = Line::at(LEFT, vec![run(if focused { Token::Sel } else { Token::Text }, name)]);
    let after = column + look.width(&value);
    line.parts.push((column, vec![text(value)]));
    let x = page::SECOND.max(after + 2);
    if !look.small() && !more.is_empty() && x + look.width(&more) <= look.edge {
        line.parts.push((x, vec![muted(more)]));
    }
    line.bar_at(focused.then_some(LEFT));
    line
}
