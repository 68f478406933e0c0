//! What is known of the topic under the cursor: below the map, or beside it with the beginning of its lesson.

use crate::domain::catalog::{PathHead, PathKind, Stop, TopicHead};
use crate::domain::ids::TopicId;
use crate::domain::sorting::Arrange;
use crate::prose::{Line, LineKind, lay, paragraph};
use crate::sessions::ladder::tracks;
use crate::sessions::study::{TopicStanding, TopicState};
use crate::ui;
use crate::ui::ink::{self, Ink, Run, label, muted, strong, text};
use crate::ui::map::mark;
use crate::ui::meter::gauge;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::reading::{self, CardNames, Reading, runs};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::filter::state_name;
use super::map::{Map, short, state_of};
use super::rungs::Rungs;
use super::{Focus, MapTab};

/// Where the second half of the panel begins: how the learner stands.
const YOU: i32 = 51;
/// Cells between things in a row.
const APART: i32 = 3;
/// The widest name of a topic in a list of needs.
const NAME: i32 = 24;
/// Rows that a list of topics takes beside the map, at most.
const LIST_ROWS: usize = 4;
/// Rows that the beginning of a lesson needs beside the map, and interview prompts below it.
const PREVIEW: i32 = 8;
const PROMPTS: i32 = 5;
/// Cells of a meter beside the map.
const METER: i32 = 20;

/// A topic as the panel and the pane tell of it.
struct Topic<'a> {
    scene: &'a Scene<'a>,
    head: &'a TopicHead,
    standing: Option<&'a TopicStanding>,
    rungs: &'a Rungs,
}

impl<'a> Topic<'a> {
    fn of(topic: &TopicId, rungs: &'a Rungs, scene: &'a Scene<'a>) -> Option<Topic<'a>> {
        let head = scene.study.catalog.topics.get(topic)?;
        Some(Topic { scene, head, standing: scene.study.topics.get(topic), rungs })
    }

    fn word(&self, key: &str) -> String {
        self.scene.words.get(key).into_owned()
    }

    fn title(&self) -> &'a str {
        self.head.title.get(self.scene.prefs.lang)
    }

    fn meta(&self) -> String {
        let words = self.scene.words;
        let minutes = words.minutes(u64::from(self.head.minutes));
        let prompts = self.rungs.prompts(&self.head.id).len();
        let values = [("minutes", minutes.into()), ("n", self.head.questions.into()), ("prompts", prompts.into())];
        words.fmt("path-meta", &values)
    }

    /// The same without its prompts, for small windows.
    fn short_meta(&self) -> String {
        let words = self.scene.words;
        let minutes = words.minutes(u64::from(self.head.minutes));
        let values = [("minutes", minutes.into()), ("n", self.head.questions.into()), ("prompts", 0.into())];
        words.fmt("path-meta", &values)
    }

    /// The cells of the ladder that it builds.
    fn cells(&self) -> Vec<String> {
        self.rungs.builds(&self.head.id, self.scene)
    }

    /// The role variations that it belongs to, those that are followed first.
    fn tracks(&self) -> Vec<String> {
        let followed = |path: &&PathHead| self.scene.study.tracks.contains(&path.name());
        let mut paths = tracks(self.scene.study);
        paths.retain(|path| path.kind == PathKind::Track || followed(path));
        paths.retain(|path| path.topics().any(|topic| *topic == self.head.id));
        paths.arrange_by_key(|path| !followed(path));
        paths.into_iter().map(|path| short(path.title.get(self.scene.prefs.lang), NAME)).collect()
    }

    fn name(&self, head: &TopicHead) -> String {
        short(head.title.get(self.scene.prefs.lang), NAME)
    }

    /// What it needs, each with its mark, and with its word where there is room for it.
    fn needs(&self, with_word: bool) -> Vec<Vec<Run<'static>>> {
        let catalog = &self.scene.study.catalog;
        let heads = self.head.requires.iter().filter_map(|r| catalog.topics.get(r).map(|t| &**t));
        let one = |h: &TopicHead| {
            let state = state_of(self.scene.study, &h.id);
            let mut runs = vec![mark(state), text(" "), text(self.name(h))];
            if with_word {
                runs.extend([text(" "), text(state_name(state, self.scene))]);
            }
            runs
        };
        heads.map(one).collect()
    }

    /// The topics that it prepares for, in the order of the path.
    fn opens(&self) -> Vec<String> {
        let (study, topics) = (self.scene.study, &self.scene.study.catalog.topics);
        let needs = |h: &&TopicHead| h.requires.contains(&self.head.id);
        let stops = study.roadmap().into_iter().flat_map(|p| &p.stages).flat_map(|s| &s.topics);
        let on_path: Vec<&TopicHead> = stops
            .filter_map(|stop| match stop {
                Stop::Here(topic) => topics.get(topic).map(|t| &**t).filter(needs),
                Stop::Coming { .. } => None,
            })
            .collect();
        let elsewhere = topics.values().map(|t| &**t).filter(needs).filter(|h| !on_path.iter().any(|o| o.id == h.id));
        on_path.iter().copied().chain(elsewhere).map(|h| self.name(h)).collect()
    }

    fn read(&self) -> u8 {
        self.standing.map_or(0, |s| s.read.min(100))
    }

    fn weakest(&self) -> &'a str {
        self.standing.map_or("", |s| s.weakest.get(self.scene.prefs.lang))
    }

    /// How much is read and how many questions were answered: "60% read, 3 of 9", or "60% read, 3/9" where that does not fit into the room.
    fn you(&self, room: i32) -> String {
        let words = self.scene.words;
        let Some(standing) = self.standing.filter(|s| s.known || s.read > 0 || s.answered > 0) else {
            return self.word("path-not-begun");
        };
        if standing.known {
            return self.word("path-known");
        }
        let values = [
            ("read", standing.read.min(100).into()),
            ("n", standing.answered.into()),
            ("of", standing.questions.into()),
        ];
        let whole = words.fmt("path-you-stand", &values);
        if ink::width(whole.as_str()) <= room { whole } else { words.fmt("path-you-stand-small", &values) }
    }
}

/// Draws four rows from `y` on: title, needs and opens, how the learner stands, and where it leads on ladder and tracks.
pub fn panel(screen: &MapTab, map: &Map, scene: &Scene<'_>, page: &mut Page, y: i32) {
    let topic = match &screen.focus {
        Some(Focus::Topic(topic)) => Topic::of(topic, &screen.rungs, scene),
        Some(Focus::Coming(unit)) => return coming(*unit, map, scene, page, y),
        None => None,
    };
    let Some(topic) = topic else { return };
    let edge = page.edge();
    let end = page.right(y, topic.meta().as_str());
    page.put_to(LEFT, y, end - 2, &strong(topic.title()));
    let names = [topic.word("path-needs"), topic.word("path-opens"), topic.word("path-ladder")];
    // The fourth row is there where tracks are: the column stays the same from topic to topic.
    let rows = if tracks(scene.study).is_empty() { 2 } else { 3 };
    let at = LEFT + names.iter().take(rows).map(|n| ink::width(n.as_str())).max().unwrap_or(0) + 2;
    let middle = if edge >= YOU + 24 { YOU - 2 } else { edge };
    page.put(LEFT, y + 1, &muted(names[0].as_str()));
    let with_words = topic.needs(true);
    let whole = with_words.iter().map(|n| ink::width(n) + APART).sum::<i32>() - APART;
    let needs = if at + whole <= middle { with_words } else { topic.needs(false) };
    if needs.is_empty() {
        page.put_to(at, y + 1, middle, &text(topic.word("path-nothing")));
    }
    in_a_row(page, at, y + 1, middle, &needs, scene);
    page.put(LEFT, y + 2, &muted(names[1].as_str()));
    let opens = topic.opens();
    page.put_to(at, y + 2, middle, &text(if opens.is_empty() { topic.word("path-nothing") } else { opens.join(", ") }));
    let cells: Vec<Run> = topic.cells().into_iter().map(text).collect();
    if !cells.is_empty() {
        page.put(LEFT, y + 3, &muted(names[2].as_str()));
        listed(page, at, y + 3, middle, &cells, scene);
    }
    if middle == edge {
        return;
    }
    let names = [topic.word("path-you"), topic.word("path-weakest"), topic.word("path-tracks")];
    let at = YOU + names.iter().map(|n| ink::width(n.as_str())).max().unwrap_or(0) + 2;
    page.put(YOU, y + 1, &muted(names[0].as_str()));
    page.put_to(at, y + 1, edge, topic.you(edge - at).as_str());
    if !topic.weakest().is_empty() {
        page.put(YOU, y + 2, &muted(names[1].as_str()));
        page.put_to(at, y + 2, edge, topic.weakest());
    }
    let tracks: Vec<Run> = topic.tracks().into_iter().map(text).collect();
    if !tracks.is_empty() {
        page.put(YOU, y + 3, &muted(names[2].as_str()));
        listed(page, at, y + 3, edge, &tracks, scene);
    }
}

/// Names with commas between them, as many as fit; how many are left is told.
fn listed(page: &mut Page, x: i32, y: i32, edge: i32, names: &[Run<'_>], scene: &Scene<'_>) {
    let mut line = String::new();
    for (i, name) in names.iter().enumerate() {
        let left = names.len() - i - 1;
        let joined = if i == 0 { name.text.to_string() } else { format!("{line}, {}", name.text) };
        let more = scene.words.fmt("path-coming-more", &[("n", left.into())]);
        let reserve = if left == 0 { 0 } else { ink::width(more.as_str()) + 2 };
        if i > 0 && x + ink::width(joined.as_str()) + reserve > edge {
            let more = scene.words.fmt("path-coming-more", &[("n", (left + 1).into())]);
            // A whole name says more than a count that is cut off.
            let counted = format!("{line}, {more}");
            let shown = if x + ink::width(counted.as_str()) <= edge { counted } else { line };
            page.put_to(x, y, edge, &text(shown));
            return;
        }
        line = joined;
    }
    page.put_to(x, y, edge, &text(line));
}

/// Things with space between them, as many as fit; how many are left is told.
fn in_a_row<I: Ink>(page: &mut Page, mut x: i32, y: i32, edge: i32, things: &[I], scene: &Scene<'_>) {
    for (i, thing) in things.iter().enumerate() {
        let left = things.len() - i - 1;
        let more = scene.words.fmt("path-coming-more", &[("n", left.into())]);
        let reserve = if left == 0 { 0 } else { ink::width(more.as_str()) + APART };
        if i > 0 && x + ink::width(thing) + reserve > edge {
            let more = scene.words.fmt("path-coming-more", &[("n", (left + 1).into())]);
            page.put_to(x, y, edge, &muted(more));
            return;
        }
        x = page.put_to(x, y, edge - reserve, thing) + APART;
    }
}

/// One row about the topic, for small windows.
pub fn short_row(screen: &MapTab, map: &Map, scene: &Scene<'_>, page: &mut Page, y: i32) {
    match &screen.focus {
        Some(Focus::Topic(topic)) => {
            let Some(topic) = Topic::of(topic, &screen.rungs, scene) else { return };
            let end = page.right(y, topic.you(page.edge() / 2).as_str());
            page.put_to(LEFT, y, end - 2, topic.short_meta().as_str());
        }
        Some(Focus::Coming(unit)) => coming(*unit, map, scene, page, y),
        None => {}
    }
}

fn coming(unit: usize, map: &Map, scene: &Scene<'_>, page: &mut Page, y: i32) {
    let count = map.units.get(unit).map_or(0, |u| u.coming.len());
    let said = scene.words.fmt("path-coming-count", &[("n", count.into())]);
    page.put_to(LEFT, y, page.edge(), &strong(said));
    if page.size() > crate::ui::page::Size::Small {
        page.put_to(LEFT, y + 1, page.edge(), &text(scene.words.get("path-still-to-come")));
    }
}

/// Draws the pane beside the map.
pub fn pane(screen: &MapTab, map: &Map, scene: &Scene<'_>, page: &mut Page) {
    let topic = match &screen.focus {
        Some(Focus::Topic(topic)) => Topic::of(topic, &screen.rungs, scene),
        Some(Focus::Coming(unit)) => return coming_pane(*unit, map, scene, page),
        None => None,
    };
    let Some(topic) = topic else { return };
    let state = state_of(scene.study, &topic.head.id);
    let word = state_name(state, scene);
    let word = [mark(state), text(" "), text(word)];
    let beside = LEFT + ink::width(topic.title()) + 2 + ink::width(&word) <= page.edge();
    // A long title has the rows to itself; the state then stands beside the next one, or below.
    let mut y = TOP;
    if beside {
        page.put(LEFT, y, &strong(topic.title()));
        page.right(y, &word);
        y += 1;
    } else {
        y += reading::paragraph(page, LEFT, y, page.edge(), topic.title(), Token::Strong).max(1);
    }
    let end = page.put_to(LEFT, y, page.edge(), topic.meta().as_str());
    if !beside {
        if end + 2 + ink::width(&word) > page.edge() {
            y += 1;
        }
        page.right(y, &word);
    }
    let y = facts(&topic, page, y + 2);
    let y = standing(&topic, state, page, y + 1);
    let end = page.bottom() - 1;
    let prompts = if end - y > PREVIEW + PROMPTS { prompts(&topic, page) } else { Vec::new() };
    let below = end - prompts.len() as i32;
    if y + 4 < page.bottom() {
        page.rule(y + 1, LEFT, page.edge());
        preview(screen, &topic, scene, page, y + 2..if prompts.is_empty() { end } else { below - 1 });
    }
    for (i, line) in (0..).zip(&prompts) {
        line.draw(page, below + i);
    }
}

/// The interview prompts of the topic under a rule, with the best answer to each.
fn prompts(topic: &Topic, page: &Page) -> Vec<ui::lines::Line> {
    use ui::lines::Line;
    let (words, lang) = (topic.scene.words, topic.scene.prefs.lang);
    let all = topic.rungs.prompts(&topic.head.id);
    if all.is_empty() {
        return Vec::new();
    }
    let rule = Line { rule: true, ..Line::blank() };
    let head = Line::at(LEFT, vec![label(topic.word("path-prompts"))]).right(vec![muted(topic.word("path-best"))]);
    let mut lines = vec![rule, head];
    let shown = all.len().min(usize::try_from(PROMPTS).unwrap_or(0) - 2);
    for prompt in all.iter().take(shown) {
        let figure = match topic.rungs.best(&prompt.id) {
            Some((met, of)) => text(words.fmt("path-of", &[("n", met.into()), ("of", of.into())])),
            None => muted(topic.word("path-not-tried")),
        };
        let room = page.edge() - LEFT - ink::width(&figure) - 2;
        lines.push(Line::at(LEFT, vec![text(short(prompt.title.get(lang), room))]).right(vec![figure]));
    }
    if all.len() > shown {
        lines.push(Line::at(LEFT, vec![muted(words.fmt("path-coming-more", &[("n", (all.len() - shown).into())]))]));
    }
    lines
}

fn value_column(topic: &Topic) -> i32 {
    let names =
        ["path-needs", "path-opens", "path-ladder", "path-tracks", "path-read", "path-held-share", "path-weakest"];
    LEFT + names.iter().map(|n| ink::width(topic.word(n).as_str())).max().unwrap_or(0) + 3
}

/// Needs and opens, the cells of the ladder and the tracks; the row after them.
fn facts(topic: &Topic, page: &mut Page, y: i32) -> i32 {
    let at = value_column(topic);
    page.put(LEFT, y, &muted(topic.word("path-needs")));
    let needs = topic.needs(false);
    if needs.is_empty() {
        page.put_to(at, y, page.edge(), &text(topic.word("path-nothing")));
    }
    let y = flowing(page, at, y, &needs, topic.scene);
    page.put(LEFT, y, &muted(topic.word("path-opens")));
    let opens: Vec<Run> = topic.opens().into_iter().map(text).collect();
    if opens.is_empty() {
        page.put_to(at, y, page.edge(), &text(topic.word("path-nothing")));
    }
    let mut y = flowing(page, at, y, &opens, topic.scene);
    for (name, values) in [("path-ladder", topic.cells()), ("path-tracks", topic.tracks())] {
        if !values.is_empty() {
            page.put(LEFT, y, &muted(topic.word(name)));
            let values: Vec<Run> = values.into_iter().map(text).collect();
            y = flowing(page, at, y, &values, topic.scene);
        }
    }
    y
}

/// Things in rows, as many in each as fit; the row after them.
fn flowing<I: Ink>(page: &mut Page, at: i32, y: i32, things: &[I], scene: &Scene<'_>) -> i32 {
    let mut rows: Vec<&[I]> = Vec::new();
    let mut rest = things;
    while !rest.is_empty() {
        let mut x = at;
        let fits = rest.iter().take_while(|t| {
            x += ink::width(*t) + APART;
            x - APART <= page.edge()
        });
        let (row, after) = rest.split_at(fits.count().max(1));
        rows.push(row);
        rest = after;
    }
    let shown = rows.len().min(LIST_ROWS);
    for (i, row) in (0i32..).zip(rows.iter().take(shown)) {
        let last = i as usize + 1 == shown && rows.len() > shown;
        let left: usize = rows[shown..].iter().map(|r| r.len()).sum();
        in_a_row(page, at, y + i, page.edge(), row, scene);
        if last {
            let more = scene.words.fmt("path-coming-more", &[("n", left.into())]);
            page.put_to(at, y + i + 1, page.edge(), &muted(more));
        }
    }
    y + (shown as i32 + i32::from(rows.len() > shown)).max(1)
}

/// Read, held, weakest; the row after them.
fn standing(topic: &Topic, state: TopicState, page: &mut Page, y: i32) -> i32 {
    let at = value_column(topic);
    let Some(standing) = topic.standing.filter(|_| state != TopicState::Ready && state != TopicState::BetterLater)
    else {
        page.put_to(LEFT, y, page.edge(), topic.you(page.edge() - LEFT).as_str());
        return y + 1;
    };
    let held = (standing.held.min(standing.questions), standing.questions);
    let share = f64::from(held.0) / f64::from(held.1.max(1));
    let words = topic.scene.words;
    let of = words.fmt("path-of", &[("n", held.0.into()), ("of", held.1.into())]);
    let rows =
        [("path-read", f64::from(topic.read()) / 100.0, format!("{}%", topic.read())), ("path-held-share", share, of)];
    for (i, (name, share, figure)) in (0..).zip(rows) {
        page.put(LEFT, y + i, &muted(topic.word(name)));
        let end = page.right(y + i, figure.as_str());
        gauge(page, at, y + i, METER.min(end - 2 - at), share);
    }
    let mut y = y + 2;
    if standing.known {
        page.put_to(LEFT, y, page.edge(), topic.you(page.edge() - LEFT).as_str());
        y += 1;
    }
    if !topic.weakest().is_empty() {
        page.put(LEFT, y, &muted(topic.word("path-weakest")));
        page.put_to(at, y, page.edge(), topic.weakest());
        y += 1;
    }
    y
}

/// The first section of the lesson; until it has arrived what the topic is about.
fn preview(screen: &MapTab, topic: &Topic, scene: &Scene<'_>, page: &mut Page, rows: std::ops::Range<i32>) {
    let std::ops::Range { start: y, end } = rows;
    let width = usize::try_from(page.edge() - LEFT).unwrap_or(0);
    let Some(preview) = screen.preview.as_ref().filter(|p| p.topic == topic.head.id) else {
        let summary = topic.head.summary.get(scene.prefs.lang);
        for (y, row) in (y..end).zip(paragraph(summary, width, scene.theme.quote_code)) {
            page.put(LEFT, y, &runs(&row, Token::Text));
        }
        return;
    };
    let names = CardNames::of(scene.words);
    let lines = lay(&preview.doc, &names.look(width, scene.theme.quote_code));
    let reading = Reading { colours: &preview.colours, ..Reading::default() };
    for (y, line) in (y..end).zip(first_section(&lines)) {
        reading::line(page, y, &preview.doc, line, &reading);
    }
}

/// The lines of the first section, without checks: a question belongs to the lesson.
fn first_section(lines: &[Line]) -> impl Iterator<Item = &Line> {
    let section = lines.iter().find_map(|l| l.section);
    let mut blank = true;
    lines.iter().filter(move |l| section.is_none() || l.section == section).filter(move |l| {
        let shown = match l.kind {
            LineKind::Check(_) => false,
            LineKind::Blank => !blank,
            _ => true,
        };
        if shown {
            blank = l.kind == LineKind::Blank;
        }
        shown
    })
}

fn coming_pane(unit: usize, map: &Map, scene: &Scene<'_>, page: &mut Page) {
    let Some(unit) = map.units.get(unit) else { return };
    let said = scene.words.fmt("path-coming-count", &[("n", unit.coming.len().into())]);
    page.put_to(LEFT, TOP, page.edge(), &strong(said));
    let width = usize::try_from(page.edge() - LEFT).unwrap_or(0);
    let mut y = TOP + 1;
    for row in paragraph(&scene.words.get("path-still-to-come"), width, false) {
        page.put(LEFT, y, &runs(&row, Token::Text));
        y += 1;
    }
    for (y, title) in (y + 1..page.bottom() - 1).zip(&unit.coming) {
        page.put_to(LEFT, y, page.edge(), &muted(title.as_str()));
    }
}
