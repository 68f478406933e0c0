//! The tab Tracks (S05): role variations, levels of the ladder and other paths over the shared topics, two at a time.

use crate::domain::catalog::{PathHead, PathKind, Stop};
use crate::domain::event::{Event, What};
use crate::domain::ids::TopicId;
use crate::domain::ladder::{Followed, TRACKS};
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::interview::Wish;
use crate::sessions::ladder::{LadderData, PathStanding, stop_title, tracks};
use crate::sessions::line_edit::LineEdit;
use crate::sessions::study::TopicState;
use crate::ui::ink::{self, Run, label, muted, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::list::{List, Row};
use crate::ui::look::Look;
use crate::ui::map::mark;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::sheet::split;
use crate::ui::theme::Token;

use super::find::{self, Typed};
use super::map::{held_of, state_of};
use super::place::{self, Tab};

/// The tab.
#[derive(Debug, Default)]
pub struct Tracks {
    list: List,
    /// The line for finding, with the row before.
    finding: Option<(LineEdit, usize)>,
    /// What was looked for last.
    found: String,
}

/// A row of the list.
#[derive(Debug, Clone, Copy)]
enum Entry<'a> {
    /// The name of a group, which the cursor passes over.
    Group(&'static str),
    /// A path.
    Path(&'a PathHead),
}

impl<'a> Entry<'a> {
    fn path(self) -> Option<&'a PathHead> {
        match self {
            Entry::Group(_) => None,
            Entry::Path(path) => Some(path),
        }
    }
}

/// The roadmap, which is always followed, and the role variations; then the levels of the ladder and the rest under their names.
fn rows<'a>(scene: &Scene<'a>) -> Vec<Entry<'a>> {
    let mut rows: Vec<Entry<'a>> = scene.study.roadmap().map(Entry::Path).into_iter().collect();
    let mut group = PathKind::Track;
    for path in tracks(scene.study) {
        let kind = if path.kind == PathKind::Roadmap { PathKind::Plan } else { path.kind };
        if kind != group {
            rows.push(Entry::Group(if kind == PathKind::Level { "tracks-levels" } else { "tracks-plans" }));
            group = kind;
        }
        rows.push(Entry::Path(path));
    }
    rows
}

impl Tracks {
    /// Keeps the cursor on a row that there is; at first on the first track.
    pub fn fit(&mut self, scene: &Scene<'_>) {
        let len = rows(scene).len();
        if self.list == List::default() && len > 1 {
            self.list = List::at(1);
        }
        self.list.fit(len, usize::MAX);
        self.pass(true, scene);
    }

    /// Leaves the name of a group.
    fn pass(&mut self, down: bool, scene: &Scene<'_>) {
        let rows = rows(scene);
        if rows.get(self.list.focus).is_some_and(|row| row.path().is_none()) {
            let step = if down { Action::Down } else { Action::Up };
            self.list.act(step, rows.len(), room(scene, rows.len()));
        }
    }

    fn focused<'a>(&self, scene: &Scene<'a>) -> Option<&'a PathHead> {
        rows(scene).get(self.list.focus).and_then(|row| row.path())
    }

    /// Whether no field is open.
    pub fn is_free(&self) -> bool {
        self.finding.is_none()
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        if self.is_free() { State::Tracks } else { State::FindField }
    }

    /// Follows an input.
    pub fn update(&mut self, input: &Input, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        match (&self.finding, input) {
            (Some(_), input) => self.follow(input, scene),
            (None, Input::Act(bound)) => self.act(bound.action, data, scene),
            (None, _) => Vec::new(),
        }
    }

    /// The cursor goes along while one types.
    fn follow(&mut self, input: &Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Some((line, before)) = &mut self.finding else { return Vec::new() };
        let (typed, before) = (find::typed(line, input), *before);
        let wanted = line.text().trim().to_owned();
        let found = look(scene, &wanted, before, true);
        match typed {
            Typed::Other => return Vec::new(),
            Typed::Changed => self.go_to(found.unwrap_or(before), scene),
            Typed::Gone => {
                self.finding = None;
                self.go_to(before, scene);
            }
            Typed::Done => {
                (self.finding, self.found) = (None, wanted);
                let none = found.is_none() && !self.found.is_empty();
                return none.then(|| find::nothing(&self.found, scene)).into_iter().collect();
            }
        }
        Vec::new()
    }

    fn go_to(&mut self, row: usize, scene: &Scene<'_>) {
        let len = rows(scene).len();
        self.list.focus = row;
        self.list.fit(len, room(scene, len));
    }

    fn find_again(&mut self, forward: bool, scene: &Scene<'_>) -> Vec<Effect> {
        if self.found.is_empty() {
            return vec![find::first(scene)];
        }
        let from = find::beyond(self.list.focus, rows(scene).len(), forward);
        match look(scene, &self.found, from, forward) {
            Some(row) => {
                self.go_to(row, scene);
                Vec::new()
            }
            None => vec![find::nothing(&self.found, scene)],
        }
    }

    fn act(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        let (len, before) = (rows(scene).len(), self.list.focus);
        if self.list.act(action, len, room(scene, len)) {
            self.pass(self.list.focus >= before, scene);
            return Vec::new();
        }
        let Some(path) = self.focused(scene) else { return Vec::new() };
        match action {
            Action::Find => self.finding = Some((LineEdit::default(), self.list.focus)),
            Action::FindNext => return self.find_again(true, scene),
            Action::FindPrevious => return self.find_again(false, scene),
            Action::Toggle => return toggle(path, scene),
            Action::Enter => {
                let (title, body) = (path.title.get(scene.prefs.lang).to_owned(), details(path, data, scene));
                return vec![Effect::Go(Route::Text { title, body })];
            }
            Action::Interview => {
                return match data.interview_set(path).first() {
                    Some(prompt) => {
                        let wish = Wish { prompt: Some(prompt.id.clone()), ..Wish::default() };
                        vec![Effect::Go(Route::Interview(wish))]
                    }
                    None => vec![say(scene, "tracks-no-prompts")],
                };
            }
            Action::Continue => {
                return match PathStanding::of(path, scene.study).first {
                    Some(topic) => vec![Effect::Go(Route::Lesson(topic, None))],
                    None => vec![say(scene, "tracks-no-lesson")],
                };
            }
            _ => {}
        }
        Vec::new()
    }

    /// Draws the tab.
    pub fn draw(&self, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
        place::header(Tab::Tracks, scene, page);
        place::footer(Tab::Tracks, self.state(), scene).draw(page);
        let left = |page: &mut Page| self.list_and_summary(data, scene, page);
        match (scene.size(), self.focused(scene)) {
            (Size::Large, Some(path)) => split(page, left, |page| stages(path, scene, page)),
            _ => left(page),
        }
    }

    fn list_and_summary(&self, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
        let words = scene.words;
        let all = rows(scene);
        let look = Look::of(scene, page.width());
        if all.len() < 2 {
            for (y, line) in (TOP..).zip(look.say(&words.get("tracks-none"))) {
                line.draw(page, y);
            }
            return;
        }
        let top = if page.height() < 16 { TOP } else { TOP + 2 };
        if top > TOP {
            page.put_to(LEFT, TOP, page.edge(), &strong(words.get("tracks-opening").into_owned()));
        }
        let room = room(scene, all.len());
        self.list.draw(page, top, all.len(), room, |page, y, i, focused| match all[i] {
            Entry::Group(name) => {
                page.put_to(LEFT, y, page.edge(), &label(words.get(name).into_owned()));
            }
            Entry::Path(path) => row(path, scene).focused(focused).draw(page, y),
        });
        let y = top + room.min(all.len()) as i32 + 1;
        if let Some(path) = self.focused(scene) {
            for (y, line) in (y..page.bottom()).zip(summary(path, data, scene, &look)) {
                line.draw(page, y);
            }
        }
        if let Some((line, _)) = &self.finding {
            find::draw(line, scene, page, page.bottom() - 1);
        }
    }
}

/// The row from `from` on whose title has what is wanted.
fn look(scene: &Scene<'_>, wanted: &str, from: usize, forward: bool) -> Option<usize> {
    let rows = rows(scene);
    let of = |i: usize, wanted: &str| rows[i].path().is_some_and(|path| find::has(&path.title, wanted));
    find::around(rows.len(), from, forward, wanted, of)
}

/// Rows of the list that are seen: the summary below needs seven rows, the legend of the list two.
fn room(scene: &Scene<'_>, len: usize) -> usize {
    let height = usize::from(scene.area.1);
    let others = match scene.size() {
        _ if height < 16 => 5,
        Size::Tiny | Size::Small => 15,
        _ => 16,
    };
    height.saturating_sub(others).max(3).min(len.max(1))
}

fn row(path: &PathHead, scene: &Scene<'_>) -> Row<'static> {
    let words = scene.words;
    let core = is_core(path, scene);
    let followed = core || scene.study.tracks.contains(&path.name());
    let (held, all) = match core {
        true => {
            let (held, here, coming) = held_of(scene.study);
            (held, here + coming)
        }
        false => {
            let standing = PathStanding::of(path, scene.study);
            (standing.held, standing.all())
        }
    };
    let box_ = text(if followed { "[x] " } else { "[ ] " });
    let figure = match scene.size() {
        Size::Tiny | Size::Small => format!("{held}/{all}"),
        _ => words.fmt("tracks-held", &[("n", held.into()), ("of", all.into())]),
    };
    let row = Row::new([box_, text(path.title.get(scene.prefs.lang).to_owned())]).right([text(figure)]);
    if core { row.second([muted(words.get("tracks-always").into_owned())]) } else { row }
}

/// Whether it is the roadmap that Path shows.
fn is_core(path: &PathHead, scene: &Scene<'_>) -> bool {
    scene.study.roadmap().is_some_and(|roadmap| roadmap.name() == path.name())
}

fn toggle(path: &PathHead, scene: &Scene<'_>) -> Vec<Effect> {
    if is_core(path, scene) {
        return vec![say(scene, "tracks-core")];
    }
    let track = path.name();
    let on = !scene.study.tracks.contains(&track);
    if on && scene.study.tracks.len() >= TRACKS {
        return vec![say(scene, "tracks-full")];
    }
    let title = path.title.get(scene.prefs.lang);
    let key = if on { "tracks-followed" } else { "tracks-put-away" };
    let said = scene.words.fmt(key, &[("title", title.into())]);
    let now = scene.now;
    let what = What::Followed(Followed { track, on });
    let mut effects = vec![Effect::Record(vec![Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what }])];
    // A window that only looks says so itself.
    if scene.study.read_only.is_none() {
        effects.push(Effect::Toast(Toast { good: true, text: said }));
    }
    effects
}

fn say(scene: &Scene<'_>, key: &str) -> Effect {
    Effect::Toast(Toast { good: false, text: scene.words.get(key).into_owned() })
}

/// What a path is, what of it is held, where it begins, and its interview set: a sentence each.
fn sentences(path: &PathHead, data: &LadderData, scene: &Scene<'_>) -> Vec<String> {
    let (words, lang) = (scene.words, scene.prefs.lang);
    let standing = PathStanding::of(path, scene.study);
    let mut said = vec![path.summary.get(lang).to_owned()];
    let coming = standing.coming.into();
    let mut values = vec![("held", standing.held.into()), ("all", standing.all().into()), ("coming", coming)];
    said.push(match standing.needs_held {
        Some(share) => {
            values.push(("n", share.into()));
            words.fmt("tracks-you-hold-needs", &values)
        }
        None => words.fmt("tracks-you-hold", &values),
    });
    said.extend(first(standing.first.as_ref(), scene));
    let set = data.interview_set(path).len();
    let who = data.interviewers(path, lang);
    said.push(match who.is_empty() {
        true => words.fmt("tracks-set", &[("n", set.into())]),
        false => words.fmt("tracks-set-who", &[("n", set.into()), ("who", words.list(&who).into())]),
    });
    said.retain(|sentence| !sentence.is_empty());
    said
}

fn summary(path: &PathHead, data: &LadderData, scene: &Scene<'_>, look: &Look) -> Vec<Line> {
    let mut lines = vec![Line::at(LEFT, vec![label(path.title.get(scene.prefs.lang).to_uppercase())])];
    for sentence in sentences(path, data, scene) {
        lines.extend(stack(look.prose(&sentence, LEFT, Token::Text), LEFT));
    }
    lines
}

fn first(topic: Option<&TopicId>, scene: &Scene<'_>) -> Option<String> {
    let head = scene.study.catalog.topics.get(topic?)?;
    let minutes = scene.words.minutes(u64::from(head.minutes));
    let values = [("title", head.title.get(scene.prefs.lang).into()), ("minutes", minutes.into())];
    Some(scene.words.fmt("tracks-first", &values))
}

/// The topics of a path beside the list, stage by stage; those to come have no mark and say so.
fn stages(path: &PathHead, scene: &Scene<'_>, page: &mut Page) {
    let lang = scene.prefs.lang;
    let mut y = TOP;
    for stage in &path.stages {
        if y >= page.bottom() {
            return;
        }
        page.put_to(LEFT, y, page.edge(), &strong(stage.title.get(lang)));
        y += 1;
        for stop in stage.topics.iter().take(usize::try_from(page.bottom() - y).unwrap_or(0)) {
            page.put_to(LEFT, y, page.edge(), &shown(stop, scene));
            y += 1;
        }
        y += 1;
    }
}

fn shown(stop: &Stop, scene: &Scene<'_>) -> Vec<Run<'static>> {
    let title = stop_title(stop, scene.study, scene.prefs.lang).to_owned();
    match stop {
        Stop::Here(topic) => {
            let state = state_of(scene.study, topic);
            let title = if state == TopicState::BetterLater { muted(title) } else { text(title) };
            vec![mark(state), text(" "), title]
        }
        Stop::Coming { .. } => {
            let to_come = scene.words.get("path-coming").into_owned();
            vec![text("  "), muted(format!("{title}, {to_come}"))]
        }
    }
}

/// A path as a text for the sheet of details.
fn details(path: &PathHead, data: &LadderData, scene: &Scene<'_>) -> String {
    let mut out = sentences(path, data, scene).join("\n\n");
    for stage in &path.stages {
        out += &format!("\n\n{}\n", stage.title.get(scene.prefs.lang));
        for stop in &stage.topics {
            out += &format!("\n  {}", ink::string(&shown(stop, scene)));
        }
    }
    out
}
