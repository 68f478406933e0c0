//! What the map shows: units with their topics, in one of three orders, without what is filtered out; and its lines.

use std::collections::{HashMap, HashSet};

use crate::domain::catalog::{PathKind, Stop, TopicHead};
use crate::domain::ids::{EntryId, TopicId};
use crate::domain::sorting::Arrange;
use crate::sessions::study::{Study, TopicState};
use crate::ui::glyphs::CUT;
use crate::ui::ink;
use crate::ui::map::{NODES, node_width};
use crate::ui::screen::Scene;

use super::grid::{Grid, Nodes, SHAPES};
use super::rungs::Rungs;

/// In which order topics stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By units, in learning order.
    #[default]
    Path,
    /// The least recalled first.
    Weakest,
    /// The shortest lesson first.
    Shortest,
    /// What the next rung of the ladder asks for first.
    Gap,
}

impl Order {
    /// The next one; the ladder's is passed over where there is none.
    pub fn next(self, ladder: bool) -> Order {
        match self {
            Order::Path => Order::Weakest,
            Order::Weakest => Order::Shortest,
            Order::Shortest if ladder => Order::Gap,
            Order::Shortest | Order::Gap => Order::Path,
        }
    }
}

/// States in the order of the legend.
pub const STATES: [TopicState; 5] =
    [TopicState::Held, TopicState::Learning, TopicState::Ready, TopicState::BetterLater, TopicState::Fading];

/// Ladder levels, counted from 1.
pub const LEVELS: u8 = 6;

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// States that are hidden, by their place in [`STATES`].
    pub states: [bool; 5],
    /// Levels that are hidden, level 1 first.
    pub levels: [bool; LEVELS as usize],
    /// The path whose topics alone are shown.
    pub track: Option<EntryId>,
}

impl Filter {
    /// Whether anything is left out.
    pub fn is_on(&self) -> bool {
        self.states.iter().chain(&self.levels).any(|hidden| *hidden) || self.track.is_some()
    }

    /// The topics of the path that alone are shown.
    fn only<'a>(&self, study: &'a Study) -> Option<HashSet<&'a TopicId>> {
        let name = self.track.as_ref()?;
        let path = study.catalog.paths.iter().find(|path| path.name() == *name);
        Some(path.into_iter().flat_map(|path| path.topics()).collect())
    }

    fn shows(&self, head: &TopicHead, state: TopicState) -> bool {
        let state = STATES.iter().position(|s| *s == state).is_some_and(|i| self.states[i]);
        let level =
            usize::from(head.level).checked_sub(1).and_then(|i| self.levels.get(i)).is_some_and(|hidden| *hidden);
        !state && !level
    }
}

/// What the cursor stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Focus {
    /// A topic.
    Topic(TopicId),
    /// The topics to come of a unit, by its index.
    Coming(usize),
}

/// A topic on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Which.
    pub topic: TopicId,
    /// Its name, short enough for the map.
    pub name: String,
    /// Its state.
    pub state: TopicState,
}

/// A unit of the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// Its place on the path, from 1; `None` for what is on no path.
    pub number: Option<usize>,
    /// Its title; empty where topics stand in another order than the path's.
    pub title: String,
    /// How much of it is held, in percent.
    pub percent: u8,
    /// Its topics that are shown.
    pub nodes: Vec<Node>,
    /// The titles of topics to come.
    pub coming: Vec<String>,
    /// Where its topics stand.
    pub grid: Grid,
}

/// A line of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Blank,
    /// The title of a unit.
    Title(usize),
    /// A row of topics: unit and row.
    Row(usize, usize),
    /// Topics to come: unit and text.
    Coming(usize, String),
}

/// A place where the cursor can stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// What it is.
    pub focus: Focus,
    /// Its first line, and the one after its last.
    pub lines: (usize, usize),
    /// The cell where it begins.
    pub x: i32,
}

/// The whole map at one width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Map {
    /// Units.
    pub units: Vec<Unit>,
    /// Lines.
    pub lines: Vec<Line>,
    /// Places for the cursor, in reading order.
    pub spots: Vec<Spot>,
}

/// Between the titles of topics to come, which may have commas of their own.
const BETWEEN: &str = " · ";

/// How the map is to be made.
pub struct Wish<'a> {
    /// In which order.
    pub order: Order,
    /// Without what.
    pub filter: &'a Filter,
    /// The cursor: topics to come are listed in full there.
    pub focus: Option<&'a Focus>,
    /// What the ladder asks for.
    pub rungs: &'a Rungs,
    /// The column after the last one.
    pub edge: i32,
    /// One topic in each line, and no blank lines.
    pub small: bool,
}

/// The state of a topic; ready where nothing is known yet.
pub fn state_of(study: &Study, topic: &TopicId) -> TopicState {
    study.topics.get(topic).map_or(TopicState::Ready, |s| s.state)
}

/// How many topics of the path are held, and how many it has, those to come included.
pub fn held_of(study: &Study) -> (usize, usize, usize) {
    let stops = || study.roadmap().into_iter().flat_map(|p| &p.stages).flat_map(|s| &s.topics);
    let here = stops().filter_map(|s| match s {
        Stop::Here(topic) => Some(topic),
        Stop::Coming { .. } => None,
    });
    let here: Vec<&TopicId> = here.collect();
    let held = here.iter().filter(|t| state_of(study, t) == TopicState::Held).count();
    (held, here.len(), stops().count() - here.len())
}

/// A name that fits into `most` cells: without what follows a colon, comma or bracket if it has to be shorter, and if that
/// is not enough without its last words.
pub fn short(title: &str, most: i32) -> String {
    if ink::width(title) <= most {
        return title.to_owned();
    }
    let head = title.split([':', ',', '(']).next().map(str::trim_end).filter(|h| !h.is_empty()).unwrap_or(title);
    if ink::width(head) <= most {
        return head.to_owned();
    }
    let mut kept = head;
    while let Some((before, _)) = kept.rsplit_once(' ') {
        kept = before.trim_end();
        if ink::width(kept) < most {
            return format!("{kept}{CUT}");
        }
    }
    head.to_owned()
}

impl Map {
    /// Makes the map.
    pub fn of(scene: &Scene<'_>, wish: &Wish) -> Map {
        let mut units = units(scene, wish.filter);
        if wish.order != Order::Path {
            units = vec![sorted(scene.study, units, wish)];
        }
        for unit in &mut units {
            unit.grid = grid(scene.study, unit, wish);
        }
        let mut map = Map { units, ..Map::default() };
        for unit in 0..map.units.len() {
            map.add(scene, unit, wish);
        }
        map
    }

    fn add(&mut self, scene: &Scene<'_>, at: usize, wish: &Wish) {
        let unit = &self.units[at];
        if !self.lines.is_empty() && !wish.small {
            self.lines.push(Line::Blank);
        }
        if !unit.title.is_empty() {
            self.lines.push(Line::Title(at));
        }
        for (row, cells) in unit.grid.rows.iter().enumerate() {
            let line = self.lines.len();
            self.lines.push(Line::Row(at, row));
            for (column, node) in cells.iter().enumerate().filter_map(|(c, n)| n.map(|n| (c, n))) {
                let focus = Focus::Topic(unit.nodes[node].topic.clone());
                self.spots.push(Spot { focus, lines: (line, line + 1), x: unit.grid.xs[column] });
            }
        }
        if !unit.coming.is_empty() {
            let focus = Focus::Coming(at);
            let open = wish.focus == Some(&focus);
            let first = self.lines.len();
            let texts = coming(scene, &unit.coming, wish.edge - NODES, open);
            self.lines.extend(texts.into_iter().map(|t| Line::Coming(at, t)));
            self.spots.push(Spot { focus, lines: (first, self.lines.len()), x: NODES });
        }
    }

    /// The index of a spot.
    pub fn spot(&self, focus: &Focus) -> Option<usize> {
        self.spots.iter().position(|s| s.focus == *focus)
    }

    /// The spot in the nearest line above or below that is closest to the column of spot `from`.
    pub fn beside(&self, from: usize, down: bool) -> usize {
        let Some(here) = self.spots.get(from) else { return 0 };
        let line = here.lines.0;
        let others = self.spots.iter().enumerate();
        let next = match down {
            true => others.clone().map(|(_, s)| s.lines.0).filter(|l| *l > line).min(),
            false => others.clone().map(|(_, s)| s.lines.0).filter(|l| *l < line).max(),
        };
        let Some(next) = next else { return from };
        let in_line = others.filter(|(_, s)| s.lines.0 == next);
        in_line.min_by_key(|(_, s)| (s.x - here.x).abs()).map_or(from, |(i, _)| i)
    }
}

/// The tracks that are followed, then the units of the path without what those have, then what is on no path by pack.
fn units(scene: &Scene<'_>, filter: &Filter) -> Vec<Unit> {
    let (study, lang) = (scene.study, scene.prefs.lang);
    let only = filter.only(study);
    let node = |head: &TopicHead| {
        let state = state_of(study, &head.id);
        let name = head.title.get(lang).to_owned();
        let shown = filter.shows(head, state) && only.as_ref().is_none_or(|only| only.contains(&head.id));
        shown.then(|| Node { topic: head.id.clone(), name, state })
    };
    let mut out = Vec::new();
    let mut on_path = HashMap::new();
    for name in &study.tracks {
        let Some(track) = study.catalog.paths.iter().find(|path| path.name() == *name) else { continue };
        let title = track.title.get(lang);
        let title = match track.kind {
            PathKind::Track => scene.words.fmt("path-track", &[("title", title.into())]),
            _ => title.to_owned(),
        };
        let heads: Vec<&TopicHead> = track.topics().filter_map(|t| study.catalog.topics.get(t).map(|t| &**t)).collect();
        let mut unit = Unit { title, percent: percent_of(study, &heads), ..Unit::default() };
        for stop in track.stops() {
            match stop {
                Stop::Here(topic) if on_path.insert(topic, ()).is_none() => {
                    unit.nodes.extend(study.catalog.topics.get(topic).and_then(|t| node(t)));
                }
                Stop::Coming { title, .. } if !filter.is_on() => unit.coming.push(title.get(lang).to_owned()),
                Stop::Here(_) | Stop::Coming { .. } => {}
            }
        }
        if !unit.nodes.is_empty() || !unit.coming.is_empty() {
            out.push(unit);
        }
    }
    for (i, stage) in study.roadmap().into_iter().flat_map(|p| &p.stages).enumerate() {
        let percent = study.stages.get(i).copied().unwrap_or(0);
        let title = stage.title.get(lang).to_owned();
        let mut unit = Unit { number: Some(i + 1), title, percent, ..Unit::default() };
        for stop in &stage.topics {
            match stop {
                Stop::Here(topic) if on_path.insert(topic, ()).is_none() => {
                    unit.nodes.extend(study.catalog.topics.get(topic).and_then(|t| node(t)));
                }
                Stop::Coming { title, .. } if !filter.is_on() => unit.coming.push(title.get(lang).to_owned()),
                Stop::Here(_) | Stop::Coming { .. } => {}
            }
        }
        if !filter.is_on() || !unit.nodes.is_empty() {
            out.push(unit);
        }
    }
    for pack in &study.catalog.packs {
        let mut heads = study.catalog.topics_of(&pack.id);
        heads.retain(|head| !on_path.contains_key(&head.id));
        let nodes: Vec<Node> = heads.iter().filter_map(|h| node(h)).collect();
        if !nodes.is_empty() {
            let percent = percent_of(study, &heads);
            out.push(Unit { title: pack.title.get(lang).to_owned(), percent, nodes, ..Unit::default() });
        }
    }
    out
}

fn percent_of(study: &Study, heads: &[&TopicHead]) -> u8 {
    let of = heads.iter().filter_map(|h| study.topics.get(&h.id));
    let (held, all) = of.fold((0u64, 0u64), |(h, a), s| (h + u64::from(s.held), a + u64::from(s.questions)));
    (held.min(all) * 100).checked_div(all).unwrap_or(0) as u8
}

/// All topics in one unit without a title.
fn sorted(study: &Study, units: Vec<Unit>, wish: &Wish<'_>) -> Unit {
    let mut nodes: Vec<Node> = units.into_iter().flat_map(|u| u.nodes).collect();
    let weakness = |n: &Node| study.topics.get(&n.topic).filter(|s| s.answered > 0).map_or(101, |s| s.recall);
    let minutes = |n: &Node| study.catalog.topics.get(&n.topic).map_or(0, |h| h.minutes);
    let gap = |n: &Node| wish.rungs.gap.get(&n.topic).copied().unwrap_or(usize::MAX);
    match wish.order {
        Order::Path => {}
        Order::Gap => nodes.arrange_by_key(gap),
        Order::Weakest => nodes.arrange_by_key(weakness),
        Order::Shortest => nodes.arrange_by_key(minutes),
    }
    Unit { nodes, ..Unit::default() }
}

/// Where the topics of a unit stand, and how long their names may be for it.
fn grid(study: &Study, unit: &mut Unit, wish: &Wish) -> Grid {
    if wish.small || wish.order != Order::Path {
        return Grid::list(unit.nodes.len(), NODES);
    }
    let place: HashMap<&TopicId, usize> = unit.nodes.iter().enumerate().map(|(i, n)| (&n.topic, i)).collect();
    let needs = |i: usize, n: &Node| -> Vec<usize> {
        let requires = study.catalog.topics.get(&n.topic).map(|h| h.requires.as_slice()).unwrap_or_default();
        // A path may name a topic before what it needs; lines only ever lead forward.
        requires.iter().filter_map(|r| place.get(r).copied()).filter(|p| *p < i).collect()
    };
    let needs: Vec<Vec<usize>> = unit.nodes.iter().enumerate().map(|(i, n)| needs(i, n)).collect();
    for (columns, most) in SHAPES {
        let names: Vec<String> = unit.nodes.iter().map(|n| short(&n.name, most)).collect();
        let widths: Vec<i32> = names.iter().map(|n| node_width(n).min(most + 2)).collect();
        if let Some(grid) = Grid::lay(&Nodes { widths: &widths, needs: &needs }, columns, NODES, wish.edge) {
            unit.nodes.iter_mut().zip(names).for_each(|(node, name)| node.name = name);
            return grid;
        }
    }
    Grid::list(unit.nodes.len(), NODES)
}

/// The topics to come: a line with as many as fit, or all of them.
fn coming(scene: &Scene<'_>, titles: &[String], width: i32, open: bool) -> Vec<String> {
    let words = scene.words;
    let mut line = format!("{}  ", words.get("path-coming"));
    let indent = " ".repeat(usize::try_from(ink::width(line.as_str())).unwrap_or(0));
    let mut lines = Vec::new();
    let mut first = true;
    for (i, title) in titles.iter().enumerate() {
        let left = titles.len() - i;
        let joined = if first { title.clone() } else { format!("{BETWEEN}{title}") };
        let rest = words.fmt("path-coming-more", &[("n", left.into())]);
        let reserve = if open || left == 1 { 0 } else { ink::width(BETWEEN) + ink::width(rest.as_str()) };
        let fits = ink::width(line.as_str()) + ink::width(joined.as_str()) + reserve <= width;
        if fits || first && open {
            line.push_str(&joined);
        } else if open {
            lines.push(std::mem::replace(&mut line, format!("{indent}{title}")));
        } else {
            line.push_str(&if first { rest } else { format!("{BETWEEN}{rest}") });
            break;
        }
        first = false;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_follows_a_colon_before_they_are_cut() {
        assert_eq!(short("Docker: images, networks, volumes, Compose", 24), "Docker");
        assert_eq!(short("Relational databases, and when NoSQL", 24), "Relational databases");
        assert_eq!(short("Indexes and EXPLAIN", 24), "Indexes and EXPLAIN");
        assert_eq!(short("HTTP from request to response", 26), "HTTP from request to…");
        assert_eq!(short(": a colon", 5), ": a…");
        assert_eq!(short("Backpropagation", 5), "Backpropagation", "one long word is cut where it is drawn");
    }
}
