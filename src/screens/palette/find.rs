//! What was found, best first.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::catalog::TopicHead;
use crate::domain::event::NotePlace;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::sorting::Arrange;
use crate::domain::text::one_line;
use crate::sessions::action::{Action, State, all};
use crate::sessions::effect::{Hit, HitTarget, Queue, Route};
use crate::sessions::interview::Wish;
use crate::ui::fuzzy;
use crate::ui::screen::Scene;

use super::commands::{Command, commands};

/// Rows that are kept of one search.
const MOST: usize = 200;

/// Questions of a review of one topic.
const REVIEW: u16 = 20;

/// Topics whose review is offered as a command.
const REVIEWS: usize = 3;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query<'a> {
    only: Only,
    text: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Only {
    All,
    Commands,
    Topics,
    Questions,
    Notes,
}

impl<'a> Query<'a> {
    /// Reads what was typed: the first character may narrow the search.
    pub fn of(typed: &'a str) -> Query<'a> {
        let typed = typed.trim_start();
        let narrow = [('>', Only::Commands), ('#', Only::Topics), ('=', Only::Questions), ('@', Only::Notes)];
        for (sign, only) in narrow {
            if let Some(rest) = typed.strip_prefix(sign) {
                return Query { only, text: rest.trim() };
            }
        }
        Query { only: Only::All, text: typed.trim() }
    }

    /// What to ask the full-text search for; `None` when it has nothing to say.
    pub fn asks(&self) -> Option<&'a str> {
        (!self.text.is_empty() && self.only != Only::Commands).then_some(self.text)
    }

    fn shows(&self, kind: Kind) -> bool {
        match self.only {
            Only::All => true,
            Only::Commands => matches!(kind, Kind::Do | Kind::Review),
            Only::Topics => kind == Kind::Lesson,
            Only::Questions => matches!(kind, Kind::Item | Kind::Ask),
            Only::Notes => kind == Kind::Note,
        }
    }
}

/// What a row is, in the order in which equally good rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A glossary term.
    Term,
    /// A topic.
    Lesson,
    /// A command.
    Do,
    /// A question.
    Item,
    /// An interview question.
    Ask,
    /// A note of the learner.
    Note,
    /// The review of a topic.
    Review,
}

/// What a row opens.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Another place or session.
    Go(Route),
    /// An action of the screen below.
    Run(Command),
    /// A question: the section that teaches it.
    Item(ItemId),
    /// A note, where it was written.
    Note(NotePlace),
}

/// A row of the box.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// The letters of the name that were found.
    pub letters: Vec<u32>,
    /// A second column: meaning, unit, key.
    pub right: String,
    /// More about it, for the preview.
    pub more: String,
    /// What Enter does.
    pub target: Target,
}

/// The rows of a query, and how much there is in all.
pub struct Found {
    /// Best first.
    pub rows: Vec<Row>,
    /// Commands, topics and questions.
    pub all: usize,
}

/// What there is for a query; `hits` are those of the full-text search.
pub fn find(query: &Query<'_>, below: State, hits: &[Hit], scene: &Scene<'_>) -> Found {
    let doing = doing(below, scene);
    let topics: Vec<&TopicHead> = scene.study.catalog.topics.values().map(|t| &**t).collect();
    let questions: usize = topics.iter().map(|t| usize::from(t.questions)).sum();
    let count = doing.len() + topics.len() + questions;
    let mut rows = Vec::new();
    if query.shows(Kind::Do) {
        rows.extend(matching(query.text, doing));
    }
    if !query.text.is_empty() || query.only == Only::Topics {
        let lessons = topics.iter().map(|t| (lesson(t, scene), other_title(t, scene))).collect();
        let lessons = matching(query.text, lessons);
        if query.shows(Kind::Review) {
            rows.extend(lessons.iter().filter_map(|l| review(l, scene)).take(REVIEWS));
        }
        rows.extend(lessons);
    }
    let known: HashSet<Route> = rows.iter().filter_map(route).cloned().collect();
    rows.extend(
        hits.iter().map(|h| of_hit(h, query.text, scene)).filter(|r| route(r).is_none_or(|go| !known.contains(go))),
    );
    rows.retain(|r| query.shows(r.kind));
    // A stable sort: within a class and kind the order of the searches stays.
    if !query.text.is_empty() {
        let wanted = fold(query.text);
        rows.arrange_by_key(|r| (class(r, &wanted), r.kind));
    }
    rows.truncate(MOST);
    Found { rows, all: count }
}

fn route(row: &Row) -> Option<&Route> {
    match &row.target {
        Target::Go(route @ Route::Lesson(..)) if row.kind == Kind::Lesson => Some(route),
        _ => None,
    }
}

/// How well a name fits: the whole name, its beginning, the beginning of a word, anything else. The review of a topic
/// comes after everything that has the name itself.
fn class(row: &Row, wanted: &str) -> u8 {
    let name = fold(&row.title);
    if row.kind == Kind::Review {
        3
    } else if name == wanted {
        0
    } else if name.starts_with(wanted) {
        1
    } else if name.match_indices(wanted).any(|(i, _)| name[..i].ends_with(|c: char| !c.is_alphanumeric())) {
        2
    } else {
        3
    }
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// Rows whose name, or one of whose other names, has the letters of the query; all of them when it is empty.
fn matching(text: &str, rows: Vec<(Row, String)>) -> Vec<Row> {
    if text.is_empty() {
        return rows.into_iter().map(|(r, _)| r).collect();
    }
    let (mut rows, others): (Vec<Option<Row>>, Vec<String>) = rows.into_iter().map(|(r, o)| (Some(r), o)).unzip();
    let titles: Vec<&str> = rows.iter().map(|r| r.as_ref().map_or("", |r| r.title.as_str())).collect();
    let close = |f: &fuzzy::Found| close(text, &f.letters);
    let by_title: Vec<fuzzy::Found> = fuzzy::search(text, &titles, MOST).into_iter().filter(close).collect();
    let by_other: Vec<fuzzy::Found> = fuzzy::search(text, &others, MOST).into_iter().filter(close).collect();
    let mut out = Vec::new();
    for found in by_title {
        out.extend(rows[found.index].take().map(|r| Row { letters: found.letters, ..r }));
    }
    for found in by_other {
        out.extend(rows[found.index].take());
    }
    out
}

/// Whether found letters stand together well enough to be what was meant: at most two runs for three letters.
fn close(text: &str, letters: &[u32]) -> bool {
    let typed = text.graphemes(true).filter(|g| !g.trim().is_empty()).count();
    let runs = 1 + letters.windows(2).filter(|w| w[1] != w[0] + 1).count();
    runs * 3 <= typed * 2 || runs <= text.split_whitespace().count()
}

/// Everything that can be done, with further names.
fn doing(below: State, scene: &Scene<'_>) -> Vec<(Row, String)> {
    let words = scene.words;
    let command = |c: Command| {
        let row = Row {
            kind: Kind::Do,
            title: c.title.clone(),
            letters: Vec::new(),
            right: c.key.clone(),
            more: words.fmt("palette-command", &[("title", (&c.title).into()), ("name", c.action.name().into())]),
            target: Target::Run(c.clone()),
        };
        (row, c.names)
    };
    let mut rows: Vec<(Row, String)> = commands(below, words).into_iter().map(command).collect();
    // Digits lead to places only where they are not answers.
    let digits = all(below).any(|b| b.action == Action::Place);
    let mut go = |title: &str, key: &str, route: Route| {
        let key = if digits { key } else { "" };
        let row = Row {
            kind: Kind::Do,
            title: title.to_owned(),
            letters: Vec::new(),
            right: key.to_owned(),
            more: String::new(),
            target: Target::Go(route),
        };
        rows.push((row, String::new()));
    };
    go(&words.get("palette-go-today"), "1", Route::Today);
    go(&words.get("palette-go-path"), "2", Route::Path(None));
    go(&words.get("palette-go-tracks"), "", Route::PathTab(1));
    go(&words.get("palette-go-ladder"), "", Route::PathTab(2));
    go(&words.get("palette-go-checklists"), "", Route::Checklist(None));
    go(&words.get("palette-go-rehearse"), "3", Route::Rehearse(0));
    go(&words.get("palette-go-mock"), "", Route::Rehearse(1));
    go(&words.get("palette-go-past"), "", Route::Rehearse(2));
    go(&words.get("palette-go-stats"), "4", Route::Stats(0));
    go(&words.get("palette-go-skills"), "", Route::Stats(1));
    go(&words.get("palette-go-log"), "", Route::Stats(2));
    go(&words.get("palette-go-library"), "5", Route::Library(0));
    go(&words.get("palette-go-flags"), "", Route::Library(1));
    go(&words.get("palette-go-notes"), "", Route::Library(2));
    let study = scene.study;
    if !study.troubles.is_empty() || study.read_only.is_some() || study.unsaved.is_some() || study.crash.is_some() {
        go(&words.get("palette-go-trouble"), "", Route::Trouble);
    }
    rows
}

fn lesson(topic: &TopicHead, scene: &Scene<'_>) -> Row {
    let lang = scene.prefs.lang;
    Row {
        kind: Kind::Lesson,
        title: topic.title.get(lang).to_owned(),
        letters: Vec::new(),
        right: scene.study.catalog.unit_title(topic).get(lang).to_owned(),
        more: topic.summary.get(lang).to_owned(),
        target: Target::Go(Route::Lesson(topic.id.clone(), None)),
    }
}

/// The title in the other language, which finds it as well.
fn other_title(topic: &TopicHead, scene: &Scene<'_>) -> String {
    topic.title.get(scene.prefs.lang.other()).to_owned()
}

/// The review of a topic that was found, when something of it was answered.
fn review(lesson: &Row, scene: &Scene<'_>) -> Option<Row> {
    let Target::Go(Route::Lesson(topic, _)) = &lesson.target else { return None };
    let answered = scene.study.topics.get(topic)?.answered;
    if answered == 0 {
        return None;
    }
    let title = scene.words.fmt("palette-review", &[("title", (&lesson.title).into())]);
    // The letters that were found lie where the title begins in the sentence.
    let shift = title.find(&lesson.title).map(|at| title[..at].graphemes(true).count() as u32);
    let letters = shift.map(|s| lesson.letters.iter().map(|l| l + s).collect()).unwrap_or_default();
    let n = answered.min(REVIEW);
    Some(Row {
        kind: Kind::Review,
        title,
        letters,
        right: scene.words.fmt("palette-questions", &[("n", n.into())]),
        more: lesson.title.clone(),
        target: Target::Go(Route::Review(Queue::Ahead(Some(topic.clone()), n))),
    })
}

/// What a term means, and where it is taught.
fn meaning(hit: &Hit, topic: Option<&TopicId>, scene: &Scene<'_>) -> String {
    let head = topic.and_then(|t| scene.study.catalog.topics.get(t));
    let taught = head.map(|h| {
        let title = h.title.get(scene.prefs.lang);
        format!("\n\n{}", scene.words.fmt("palette-taught", &[("title", title.into())]))
    });
    format!("{}{}", hit.detail, taught.unwrap_or_default())
}

fn of_hit(hit: &Hit, text: &str, scene: &Scene<'_>) -> Row {
    let (kind, target) = match &hit.target {
        HitTarget::Term(topic) => {
            let route = Route::Text { title: hit.title.clone(), body: meaning(hit, topic.as_ref(), scene) };
            (Kind::Term, Target::Go(route))
        }
        HitTarget::Topic(id) => (Kind::Lesson, Target::Go(Route::Lesson(id.clone(), None))),
        HitTarget::Item(id) => (Kind::Item, Target::Item(id.clone())),
        HitTarget::Prompt(id) => {
            let wish = Wish { prompt: Some(id.clone()), ..Wish::default() };
            (Kind::Ask, Target::Go(Route::Interview(wish)))
        }
        HitTarget::Note(place) => (Kind::Note, Target::Note(place.clone())),
    };
    let title = one_line(&hit.title);
    let found = fuzzy::search(text, &[title.as_str()], 1).pop().filter(|f| close(text, &f.letters));
    Row {
        kind,
        letters: found.map(|f| f.letters).unwrap_or_default(),
        title,
        right: hit.detail.clone(),
        more: if kind == Kind::Term { hit.detail.clone() } else { String::new() },
        target,
    }
}
