//! Path: the map of the roadmap, and what stands before and behind each topic (UX 5.2, S03 and S04); beside it the tracks (S05) and the career ladder
//! (S06, S07). `place` holds the three tabs together, this module is the map.

mod cell;
#[cfg(test)]
mod cell_tests;
mod detail;
mod evidence;
mod filter;
mod find;
mod gaps;
mod gate;
mod grid;
mod history;
mod ladder;
mod map;
mod matrix;
mod packet;
mod place;
mod proof;
mod rungs;
#[cfg(test)]
mod tab_tests;
#[cfg(test)]
mod tests;
mod tracks;
mod view;

pub use place::PathScreen;

use crate::domain::catalog::TopicHead;
use crate::domain::event::{Event, What};
use crate::domain::ids::TopicId;
use crate::prose::{Doc, parse};
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Queue, Request, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::ladder::LadderData;
use crate::sessions::line_edit::LineEdit;
use crate::sessions::study::TopicState;
use crate::ui::codecolor::Coloured;
use crate::ui::list::List;
use crate::ui::page::{Page, Size};
use crate::ui::reading;
use crate::ui::screen::Scene;

use find::Typed;
use gate::Gate;
use map::{Filter, Focus, Map, Order, Wish};
use rungs::Rungs;

/// The preview is asked for when the cursor has rested for so long, in milliseconds: not for every topic on the way.
const REST_MS: u64 = 120;

/// Lines below the cursor that are kept in sight.
const AHEAD: usize = 2;

/// The tab Map.
#[derive(Debug, Default)]
struct MapTab {
    focus: Option<Focus>,
    /// The first line of the map that is seen.
    top: usize,
    order: Order,
    filter: Filter,
    rungs: Rungs,
    /// What was searched for last.
    find: String,
    mode: Mode,
    preview: Option<Preview>,
    /// When the preview of the focused topic is to be asked for, on the forward clock.
    asks_at: Option<u64>,
}

/// What the keys go to.
#[derive(Debug, Default)]
enum Mode {
    /// The map.
    #[default]
    Map,
    /// The field for finding, with the cursor's place before.
    Find(LineEdit, Option<Focus>),
    /// The sheet with what is shown.
    Filter(List),
    /// The sheet before a topic that is better later.
    Gate(Gate),
}

/// The beginning of a lesson.
#[derive(Debug)]
struct Preview {
    topic: TopicId,
    doc: Doc,
    colours: Vec<Option<Coloured>>,
}

impl MapTab {
    /// The map with the cursor on a topic, or on what comes next.
    fn new(topic: Option<TopicId>) -> Self {
        MapTab { focus: topic.map(Focus::Topic), ..Self::default() }
    }

    fn map(&self, scene: &Scene<'_>) -> Map {
        let small = scene.size() <= Size::Small;
        let edge = view::map_edge(scene);
        let (filter, focus, rungs) = (&self.filter, self.focus.as_ref(), &self.rungs);
        Map::of(scene, &Wish { order: self.order, filter, focus, rungs, edge, small })
    }

    fn topic(&self) -> Option<&TopicId> {
        match &self.focus {
            Some(Focus::Topic(topic)) => Some(topic),
            _ => None,
        }
    }

    /// Puts the cursor on something that is there, and the window where the cursor is in sight.
    fn settle(&mut self, scene: &Scene<'_>) {
        let map = self.map(scene);
        if self.focus.as_ref().and_then(|f| map.spot(f)).is_none() {
            let first = || map.spots.first().map(|s| s.focus.clone());
            let found = begin(scene).filter(|f| map.spot(f).is_some()).or_else(first);
            // Before anything is loaded a wish stays a wish.
            if found.is_some() || scene.study.complete {
                self.focus = found;
            }
        }
        // What has the cursor may take more lines than before.
        let map = self.map(scene);
        let Some(spot) = self.focus.as_ref().and_then(|f| map.spot(f)) else { return };
        let (first, end) = map.spots[spot].lines;
        let room = view::room(scene);
        let title =
            (0..first).rev().find(|l| matches!(map.lines[*l], map::Line::Title(_))).filter(|l| first - l < room);
        let highest = if spot_is_first_of_unit(&map, first) { title.unwrap_or(first) } else { first };
        // What comes next is in sight too, where there is room for it.
        let ahead = if room > 3 * AHEAD { AHEAD } else { 0 };
        let lowest = (end + ahead).min(map.lines.len()).saturating_sub(room);
        self.top = self.top.max(lowest).min(highest).min(map.lines.len().saturating_sub(room));
    }

    fn go_to(&mut self, focus: Option<Focus>, scene: &Scene<'_>) {
        if focus.is_some() && focus != self.focus {
            self.focus = focus;
            self.asks_at = view::has_pane(scene).then_some(scene.now.mono_ms + REST_MS);
        }
        self.settle(scene);
    }

    fn step(&mut self, action: Action, scene: &Scene<'_>) -> bool {
        let map = self.map(scene);
        let here = self.focus.as_ref().and_then(|f| map.spot(f)).unwrap_or(0);
        let last = map.spots.len().saturating_sub(1);
        let lines = |n: usize, down: bool| (0..n.max(1)).fold(here, |at, _| map.beside(at, down));
        let room = view::room(scene);
        let to = match action {
            Action::Up => map.beside(here, false),
            Action::Down => map.beside(here, true),
            Action::Left => here.saturating_sub(1),
            Action::Right => (here + 1).min(last),
            Action::First => 0,
            Action::Last => last,
            Action::HalfUp => lines(room / 2, false),
            Action::HalfDown => lines(room / 2, true),
            Action::PageUp => lines(room.saturating_sub(2), false),
            Action::PageDown => lines(room.saturating_sub(2), true),
            _ => return false,
        };
        let focus = map.spots.get(to).map(|s| s.focus.clone());
        self.go_to(focus, scene);
        true
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        if self.step(action, scene) {
            return Vec::new();
        }
        match action {
            Action::Enter => return self.enter(scene),
            Action::TestOut => return self.test_out(scene),
            Action::MarkKnown => return self.mark_known(scene),
            Action::Find => self.mode = Mode::Find(LineEdit::default(), self.focus.clone()),
            Action::FindNext => return self.find_again(true, scene),
            Action::FindPrevious => return self.find_again(false, scene),
            Action::Filter => self.mode = Mode::Filter(List::default()),
            Action::SortOrder => {
                self.order = self.order.next(self.rungs.level > 0);
                // What the new order puts first is what it was asked for.
                if self.order != Order::Path {
                    self.focus = self.map(scene).spots.first().map(|s| s.focus.clone());
                }
                self.settle(scene);
            }
            _ => {}
        }
        Vec::new()
    }

    fn enter(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let topic = match self.head(scene) {
            Ok(head) => head.id.clone(),
            Err(effects) => return effects,
        };
        match Gate::before(&topic, scene.study) {
            Some(gate) => {
                self.mode = Mode::Gate(gate);
                Vec::new()
            }
            None => vec![Effect::Go(Route::Lesson(topic, None))],
        }
    }

    /// The topic under the cursor; where there is none, what is to be said.
    fn head<'a>(&self, scene: &Scene<'a>) -> Result<&'a TopicHead, Vec<Effect>> {
        match &self.focus {
            Some(Focus::Topic(topic)) => scene.study.catalog.topics.get(topic).map(|t| &**t).ok_or_else(Vec::new),
            Some(Focus::Coming(_)) => Err(vec![look(scene, "path-still-to-come")]),
            None => Err(Vec::new()),
        }
    }

    fn test_out(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let head = match self.head(scene) {
            Ok(head) => head,
            Err(effects) => return effects,
        };
        match head.questions {
            0 => vec![look(scene, "path-no-questions")],
            _ => vec![Effect::Go(Route::Review(Queue::TestOut(vec![head.id.clone()])))],
        }
    }

    fn mark_known(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let head = match self.head(scene) {
            Ok(head) => head,
            Err(effects) => return effects,
        };
        let known = !scene.study.topics.get(&head.id).is_some_and(|s| s.known);
        let title = head.title.get(scene.prefs.lang);
        let said = match known {
            true => scene.words.fmt("path-marked", &[("title", title.into())]),
            false => scene.words.fmt("path-unmarked", &[("title", title.into())]),
        };
        let what = What::Known { topic: head.id.clone(), known };
        let event = Event { id: scene.now.id, utc: scene.now.utc, offset_min: scene.now.offset_min, what };
        let mut effects = vec![Effect::Record(vec![event])];
        // A window that only looks says so itself.
        if scene.study.read_only.is_none() {
            effects.push(Effect::Toast(Toast { good: true, text: said }));
        }
        effects
    }

    /// The next spot whose text has what is searched for, from `from` on, all around.
    fn found(&self, scene: &Scene<'_>, wanted: &str, from: usize, forward: bool) -> Option<Focus> {
        let map = self.map(scene);
        let of = |i: usize, wanted: &str| text_of(scene, &map, &map.spots[i].focus).contains(wanted);
        find::around(map.spots.len(), from, forward, wanted, of).map(|i| map.spots[i].focus.clone())
    }

    fn find_again(&mut self, forward: bool, scene: &Scene<'_>) -> Vec<Effect> {
        if self.find.is_empty() {
            return vec![find::first(scene)];
        }
        let map = self.map(scene);
        let here = self.focus.as_ref().and_then(|f| map.spot(f)).unwrap_or(0);
        match self.found(scene, &self.find, find::beyond(here, map.spots.len(), forward), forward) {
            Some(focus) => {
                self.go_to(Some(focus), scene);
                Vec::new()
            }
            None => vec![find::nothing(&self.find, scene)],
        }
    }

    fn follow_find(&mut self, input: &Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Mode::Find(line, before) = &mut self.mode else { return Vec::new() };
        let (typed, before) = (find::typed(line, input), before.clone());
        let wanted = line.text().trim().to_owned();
        match typed {
            Typed::Other => {}
            Typed::Done => {
                (self.mode, self.find) = (Mode::Map, wanted);
                let found = self.found(scene, &self.find, 0, true).is_some();
                let none = !found && !self.find.is_empty();
                return none.then(|| find::nothing(&self.find, scene)).into_iter().collect();
            }
            Typed::Gone => {
                self.mode = Mode::Map;
                self.go_to(before, scene);
            }
            // The map follows while one types, from where the cursor was.
            Typed::Changed => {
                let from = before.as_ref().and_then(|f| self.map(scene).spot(f)).unwrap_or(0);
                let to = self.found(scene, &wanted, from, true).or(before);
                self.go_to(to, scene);
            }
        }
        Vec::new()
    }

    fn follow_filter(&mut self, action: Action, scene: &Scene<'_>) {
        let Mode::Filter(list) = &mut self.mode else { return };
        let rows = filter::rows(scene);
        if list.act(action, rows.len(), rows.len()) {
            return;
        }
        match action {
            Action::Toggle => {
                if let Some(row) = rows.get(list.focus) {
                    filter::toggle(&mut self.filter, row);
                }
            }
            Action::Enter | Action::Back => self.mode = Mode::Map,
            _ => {}
        }
        self.settle(scene);
    }

    fn follow_gate(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let Mode::Gate(gate) = &mut self.mode else { return Vec::new() };
        match gate.act(action, scene.study) {
            gate::Next::Stay => Vec::new(),
            gate::Next::Close => {
                self.mode = Mode::Map;
                Vec::new()
            }
            gate::Next::Go(route) => {
                self.mode = Mode::Map;
                vec![Effect::Go(route)]
            }
        }
    }

    fn ask(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.asks_at = None;
        let Some(topic) = self.topic().filter(|_| view::has_pane(scene)) else { return Vec::new() };
        if self.preview.as_ref().is_some_and(|p| p.topic == *topic) || !scene.study.catalog.topics.contains_key(topic) {
            return Vec::new();
        }
        vec![Effect::Ask(Request::Topic(topic.clone()))]
    }

    fn hear(&mut self, news: News, scene: &Scene<'_>) -> Vec<Effect> {
        match news {
            News::Topic(topic, Ok(loaded)) if self.topic() == Some(&topic) => {
                let doc = parse(loaded.body.lesson(scene.prefs.lang));
                let colours = reading::colours(&doc);
                self.preview = Some(Preview { topic, doc, colours });
                Vec::new()
            }
            News::Study => {
                self.settle(scene);
                self.ask(scene)
            }
            News::Settings => {
                self.preview = None;
                self.settle(scene);
                self.ask(scene)
            }
            _ => Vec::new(),
        }
    }
}

/// Where the cursor stands first: the lesson that was begun, else the next one.
fn begin(scene: &Scene<'_>) -> Option<Focus> {
    let begun = scene.study.reading.as_ref().map(|r| r.topic.clone());
    begun.or_else(|| scene.study.next_lesson().map(|h| h.id.clone())).map(Focus::Topic)
}

/// Whether a line is the first one below the title of its unit.
fn spot_is_first_of_unit(map: &Map, line: usize) -> bool {
    line.checked_sub(1).is_some_and(|l| matches!(map.lines[l], map::Line::Title(_)))
}

/// What can be found at a place, in small letters.
fn text_of(scene: &Scene<'_>, map: &Map, focus: &Focus) -> String {
    match focus {
        Focus::Topic(topic) => {
            let title = scene.study.catalog.topics.get(topic).map(|h| &h.title);
            title.map(|t| format!("{}\n{}", t.en, t.id)).unwrap_or_default().to_lowercase()
        }
        Focus::Coming(unit) => map.units.get(*unit).map(|u| u.coming.join("\n")).unwrap_or_default().to_lowercase(),
    }
}

fn look(scene: &Scene<'_>, key: &str) -> Effect {
    Effect::Toast(Toast { good: false, text: scene.words.get(key).into_owned() })
}

impl MapTab {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.settle(scene);
        self.ask(scene)
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::News(news) => return self.hear(news, scene),
            Input::Wake => return self.ask(scene),
            Input::Resize | Input::Shown => {
                self.settle(scene);
                return self.ask(scene);
            }
            _ => {}
        }
        match (&self.mode, input) {
            (Mode::Find(..), input) => self.follow_find(&input, scene),
            (Mode::Map, Input::Act(bound)) => self.act(bound.action, scene),
            (Mode::Filter(_), Input::Act(bound)) => {
                self.follow_filter(bound.action, scene);
                Vec::new()
            }
            (Mode::Gate(_), Input::Act(bound)) => self.follow_gate(bound.action, scene),
            _ => Vec::new(),
        }
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    /// Whether nothing lies over the map and no field is open.
    fn is_free(&self) -> bool {
        matches!(self.mode, Mode::Map)
    }

    fn state(&self) -> State {
        match self.mode {
            Mode::Map => State::Map,
            Mode::Find(..) => State::FindField,
            Mode::Filter(_) => State::FilterSheet,
            Mode::Gate(_) => State::Gate,
        }
    }

    fn wake_at(&self) -> Option<u64> {
        self.asks_at
    }

    /// Takes over what the ladder says.
    fn climb(&mut self, data: &LadderData, scene: &Scene<'_>) {
        self.rungs = Rungs::of(data, scene.study);
        self.settle(scene);
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        let state = self.topic().map(|t| map::state_of(scene.study, t));
        let key = match state {
            Some(TopicState::Held) => "path-why-held",
            Some(TopicState::Fading) => "path-why-fading",
            Some(TopicState::BetterLater) => "path-why-later",
            _ => "path-why",
        };
        scene.words.get(key).into_owned()
    }
}
