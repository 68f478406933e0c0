//! The picture of Today.

use crate::prose::{Span, paragraph};
use crate::sessions::action::{Action, State};
use crate::sessions::study::{PlanRow, Study};
use crate::ui::flow::{self, Group, Line};
use crate::ui::footer::Footer;
use crate::ui::glyphs::{TEE_DOWN, TEE_UP, THIN};
use crate::ui::ink::{self, muted, rich, run, strong, text, warn};
use crate::ui::list::{self, Row as ListRow};
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::places;
use crate::ui::reading::runs;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::rows::{self, Row};
use super::{Mode, TodayScreen, week};

/// The reading width with its margins: wider windows keep it and add a pane.
const COLUMN: i32 = 80;
/// Where values stand beside the labels at the left.
pub(super) const CONTENT: i32 = 16;
/// The same in small windows.
const CONTENT_SMALL: i32 = 12;
/// The width of the field for minutes.
const FIELD: usize = 4;
/// The pane is not wider than this, so that figures stay near their days.
const PANE: i32 = 50;

/// Draws everything.
pub fn draw(screen: &TodayScreen, scene: &Scene<'_>, page: &mut Page) {
    places::header(page, scene.words, places::TODAY, (&[], 0), &scene.words.date(scene.now.day.0));
    footer(screen, scene).draw(page);
    let (width, height) = (page.width().min(COLUMN), page.height());
    page.part(0, 0, width, height, |p| Body::new(screen, scene).draw(p));
    // Seven empty days would tell nothing.
    if page.size() == Size::Large && scene.study.ahead.iter().any(|d| d.items > 0) {
        pane(scene, page);
    }
    if let Mode::Week(scroll) = &screen.mode {
        week::sheet(scene, scroll, page);
        Footer::of(State::WeekPlan, scene.words).without(Action::Back).draw(page);
    }
}

fn pane(scene: &Scene<'_>, page: &mut Page) {
    let (x, height) = (COLUMN + 1, page.height());
    page.column(x, 2, height - 2, THIN, Token::Rule);
    page.put(x, 1, &run(Token::Rule, TEE_DOWN));
    page.put(x, height - 2, &run(Token::Rule, TEE_UP));
    let width = (page.width() - x).min(PANE);
    page.part(x, 0, width, height, |p| week::pane(scene, p));
}

fn footer(screen: &TodayScreen, scene: &Scene<'_>) -> Footer {
    let (study, words) = (scene.study, scene.words);
    let state = if matches!(screen.mode, Mode::Minutes(_)) { State::MinutesField } else { State::Today };
    let mut footer = Footer::of(state, words);
    let rows = rows::of(study);
    if study.reading.is_none() {
        footer = footer.without(Action::Continue);
    }
    if !study.plan.rows.iter().any(|r| !matches!(r, PlanRow::Lesson { .. } | PlanRow::Ask { .. })) {
        footer = footer.without(Action::Review);
    }
    if study.plan.answer.is_none() {
        footer = footer.without(Action::Interview);
    }
    match rows.get(screen.list.focus) {
        None if state == State::Today => footer.without(Action::Enter),
        Some(Row::Plan(_)) | None => footer,
        Some(_) => footer.labelled(Action::Enter, &words.get("hint-open")),
    }
}

/// What stands between header and footer.
pub(super) struct Body<'a> {
    pub(super) screen: &'a TodayScreen,
    pub(super) scene: &'a Scene<'a>,
    pub(super) study: &'a Study,
    rows: Vec<Row<'a>>,
    pub(super) small: bool,
}

impl<'a> Body<'a> {
    fn new(screen: &'a TodayScreen, scene: &'a Scene<'a>) -> Self {
        let small = scene.size() <= Size::Small;
        Body { screen, scene, study: scene.study, rows: rows::of(scene.study), small }
    }

    fn draw(&self, page: &mut Page) {
        let (top, bottom) = (if page.height() < 14 { TOP - 1 } else { TOP }, page.bottom());
        let mut groups = vec![Group::fixed(vec![self.opening()]), Group::fixed(self.banners())];
        if self.study.plan.rows.is_empty() && self.study.complete {
            groups.extend(self.nothing_planned());
        } else {
            groups.push(Group::fixed(self.today()));
        }
        groups.push(Group::whole(self.left_off()));
        if self.study.week.aim > 0 {
            groups.extend(self.surroundings());
        }
        // The row above the rule stays free if it can.
        flow::draw(page, top, bottom, groups);
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.scene.words.get(key).into_owned()
    }

    pub(super) fn minutes(&self, minutes: u16) -> String {
        self.scene.words.minutes(u64::from(minutes))
    }

    pub(super) fn content(&self) -> i32 {
        if self.small { CONTENT_SMALL } else { CONTENT }
    }

    fn opening(&self) -> Line<'a> {
        let left = rich(&super::week::opening(self.scene, &self.rows));
        let right = rich(&self.so_far());
        Box::new(move |p, y| {
            let after = p.put_to(LEFT, y, p.edge(), &ink::gist(&left, p.edge() - LEFT));
            if after + 2 + ink::width(&right) <= p.edge() {
                p.right(y, &right);
            }
        })
    }

    /// What was done today, or how much a day is to have.
    fn so_far(&self) -> String {
        let (done, words, prefs) = (&self.study.plan.done, self.scene.words, self.scene.prefs);
        // The opening sentence has said it, or there is nothing to say.
        let plan = &self.study.plan;
        if !self.study.complete || plan.rows.is_empty() || plan.away_days >= 2 {
            return String::new();
        }
        if done.answers > 0 {
            let minutes = self.minutes(done.minutes);
            return words.fmt("today-so-far", &[("n", done.answers.into()), ("minutes", minutes.into())]);
        }
        match (prefs.minutes_today, prefs.minutes) {
            (Some(0), _) | (None, 0) => String::new(),
            (Some(n), _) => words.fmt("today-only", &[("minutes", self.minutes(n).into())]),
            (None, n) => words.fmt("today-a-day", &[("minutes", self.minutes(n).into())]),
        }
    }

    fn banners(&self) -> Vec<Line<'a>> {
        let words = self.scene.words;
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut say = |sentence: String| {
            lines.push(Box::new(move |p: &mut Page, y: i32| {
                p.put_to(LEFT, y, p.edge(), &[warn("!"), text(" "), text(sentence.as_str())]);
            }));
        };
        if let Some(pid) = self.study.read_only {
            say(words.fmt("today-read-only", &Study::looks_only(pid)));
        }
        if let Some((why, waiting)) = &self.study.unsaved {
            say(words.fmt("today-unsaved", &[("n", (*waiting).into()), ("why", why.into())]));
        }
        if let Some(at) = self.rows.iter().position(|r| *r == Row::Trouble) {
            let (packs, errors) =
                (self.study.troubles.len(), self.study.troubles.iter().map(|t| t.errors).sum::<usize>());
            let pack = self.study.troubles.first().map(|t| t.pack.to_string()).unwrap_or_default();
            let values = [("n", packs.into()), ("errors", errors.into()), ("pack", pack.into())];
            let sentence = words.fmt("today-trouble", &values);
            let (focused, show) = (self.focused(at), self.word("today-trouble-show"));
            lines.push(Box::new(move |p, y| {
                let label = [warn("!"), text(" "), text(sentence.as_str())];
                ListRow::new(label).right([text(show.as_str())]).focused(focused).draw(p, y);
            }));
        }
        lines
    }

    fn focused(&self, row: usize) -> bool {
        row == self.screen.list.focus && !matches!(self.screen.mode, Mode::Minutes(_))
    }

    /// TODAY with its rows.
    fn today(&self) -> Vec<Line<'a>> {
        let total = self.study.plan.rows.iter().map(|r| u64::from(r.minutes())).sum();
        let mut lines = vec![self.today_label(total)];
        lines.extend(self.list());
        lines.extend(self.coming_back());
        lines
    }

    /// What was forgotten today comes back in some minutes, and nothing else is due until then.
    fn coming_back(&self) -> Option<Line<'a>> {
        let (words, now) = (self.scene.words, self.scene.now);
        let (items, minutes) = self.study.coming_back(now.utc)?;
        let values = [("n", items.into()), ("when", words.in_minutes(minutes).into())];
        let sentence = words.fmt("today-step", &values);
        Some(Box::new(move |p, y| {
            p.put_to(LEFT, y, p.edge(), sentence.as_str());
        }))
    }

    fn today_label(&self, total: u64) -> Line<'a> {
        let (name, total) = (self.word("today-label"), self.scene.words.minutes(total));
        let Mode::Minutes(line) = &self.screen.mode else {
            return Box::new(move |p, y| list::label(p, y, &name, &strong(total.as_str())));
        };
        let (ask, note, at) = (self.word("today-minutes-ask"), self.word("today-minutes-note"), self.content());
        Box::new(move |p, y| {
            p.put(LEFT, y, &(name.as_str(), Token::Label));
            list::focus(p, LEFT, y, 1);
            let x = p.put(at, y, &text(ask.as_str())) + 1;
            let end = p.put(x, y, &run(Token::Field, format!("{:<FIELD$}", line.text())));
            p.set_cursor(x + ink::width(line.before_cursor()), y);
            if end + 2 + ink::width(note.as_str()) <= p.edge() {
                p.put(end + 2, y, &muted(note.as_str()));
            }
        })
    }

    fn list(&self) -> Vec<Line<'a>> {
        let rows = self.rows.iter().enumerate().filter(|(_, r)| **r != Row::Trouble);
        rows.map(|(i, row)| self.row(row, self.focused(i))).collect()
    }

    fn row(&self, row: &Row<'a>, focused: bool) -> Line<'a> {
        let (label, second, right) = self.texts(row);
        Box::new(move |p, y| {
            let row = ListRow::new([text(label.as_str())]).second([muted(second.as_str())]);
            row.right([text(right.as_str())]).focused(focused).draw(p, y);
        })
    }

    /// Label, second column and right column of a row.
    fn texts(&self, row: &Row<'a>) -> (String, String, String) {
        let (words, lang) = (self.scene.words, self.scene.prefs.lang);
        let questions = |n: u16| words.fmt("today-questions", &[("n", n.into())]);
        match row {
            Row::Trouble => Default::default(),
            Row::Plan(PlanRow::Resume { behind, ahead, minutes }) => (
                words.fmt("today-row-resume", &[("n", (*ahead).into())]),
                words.fmt("today-row-answered", &[("n", (*behind).into())]),
                self.minutes(*minutes),
            ),
            Row::Plan(PlanRow::Review { items, minutes, from, catch_up }) => {
                let label = match catch_up {
                    Some((day, days)) => {
                        let values = [("n", (*items).into()), ("day", (*day).into()), ("days", (*days).into())];
                        words.fmt("today-row-catch-up", &values)
                    }
                    None => words.fmt("today-row-review", &[("n", (*items).into())]),
                };
                let from: Vec<String> = from.iter().map(|(t, n)| format!("{} {n}", t.get(lang))).collect();
                (label, from.join(", "), self.minutes(*minutes))
            }
            Row::Plan(PlanRow::Lesson { topic, title, unit, minutes }) => (
                words.fmt("today-row-lesson", &[("title", title.get(lang).into())]),
                match self.study.lesson_for(topic) {
                    Some(level) => words.fmt("today-for-level", &[("n", level.into())]),
                    None => unit.get(lang).to_owned(),
                },
                self.minutes(*minutes),
            ),
            Row::Plan(PlanRow::Questions { title, items, minutes, .. }) => (
                words.fmt("today-row-questions", &[("title", title.get(lang).into())]),
                questions(*items),
                self.minutes(*minutes),
            ),
            Row::Plan(PlanRow::Ask { answer, weak }) => {
                let key = if *weak { "today-row-answer" } else { "today-row-ask" };
                (self.word(key), answer.title.get(lang).to_owned(), self.minutes(answer.minutes))
            }
            Row::Answer(answer) => {
                let minutes = self.minutes(answer.minutes);
                match super::around::mock(answer, words) {
                    Some(mock) => (mock, String::new(), minutes),
                    None => (self.word("today-row-ask"), answer.title.get(lang).to_owned(), minutes),
                }
            }
            Row::NextLesson { topic, minutes } => {
                let (title, minutes) = (self.title(topic), self.minutes(u16::from(*minutes)));
                match self.small {
                    true => (words.fmt("today-row-next-small", &[("title", title.into())]), String::new(), minutes),
                    false => (self.word("today-row-next"), title, minutes),
                }
            }
            Row::WeakSpot { topic, questions: n, recall } => {
                let title = self.title(topic);
                match self.small {
                    true => {
                        (words.fmt("today-row-weak-small", &[("title", title.into())]), String::new(), questions(*n))
                    }
                    false => (self.word("today-row-weak"), format!("{title}, {recall}%"), questions(*n)),
                }
            }
            Row::Ahead { questions: n } => {
                (self.word("today-row-ahead"), self.word("today-row-ahead-second"), questions(*n))
            }
        }
    }

    fn title(&self, topic: &crate::domain::ids::TopicId) -> String {
        let head = self.study.catalog.topics.get(topic);
        head.map_or(topic.local(), |h| h.title.get(self.scene.prefs.lang)).to_owned()
    }

    /// S02: done for today, or nothing to learn at all.
    fn nothing_planned(&self) -> Vec<Group<'a>> {
        if self.study.catalog.topics.is_empty() {
            return vec![Group::whole(self.wrapped("today-empty-why")), Group::whole(self.wrapped("today-empty-how"))];
        }
        let soon: Vec<Line<'a>> = self.coming_back().into_iter().chain(self.tomorrow()).collect();
        let mut groups = vec![Group::whole(self.done()), Group::whole(soon)];
        let rows = self.list();
        if !rows.is_empty() {
            let (name, note) = (self.word("today-mood"), self.word("today-mood-note"));
            let mut lines: Vec<Line<'a>> = vec![Box::new(move |p, y| {
                let room = LEFT + ink::width(name.as_str()) + 2 + ink::width(note.as_str()) <= p.edge();
                list::label(p, y, &name, &muted(if room { note.as_str() } else { "" }));
            })];
            lines.extend(rows);
            groups.push(Group::fixed(lines));
        }
        groups.push(Group::whole(self.wrapped("today-close")));
        groups
    }

    fn wrapped(&self, key: &str) -> Vec<Line<'a>> {
        let width = i32::from(self.scene.area.0).min(COLUMN) - LEFT - 1;
        let rows = paragraph(&self.scene.words.get(key), usize::try_from(width).unwrap_or(0), false);
        let line = |row: Vec<Span>| -> Line<'a> {
            Box::new(move |p, y| {
                p.put(LEFT, y, &runs(&row, Token::Text));
            })
        };
        rows.into_iter().map(line).collect()
    }

    fn done(&self) -> Vec<Line<'a>> {
        let (done, words) = (self.study.plan.done, self.scene.words);
        let mut lines: Vec<Line<'a>> = Vec::new();
        if !done.any() {
            return lines;
        }
        let mut parts = Vec::new();
        if done.answers > 0 {
            parts.push(words.fmt("today-done-answers", &[("n", done.answers.into())]));
        }
        if done.lessons > 0 {
            parts.push(words.fmt("today-done-lessons", &[("n", done.lessons.into())]));
        }
        if done.rehearsals > 0 {
            parts.push(words.fmt("today-done-rehearsals", &[("n", done.rehearsals.into())]));
        }
        let (what, minutes) = (parts.join(", "), self.minutes(done.minutes));
        lines.push(Box::new(move |p, y| {
            let end = p.right(y, minutes.as_str());
            p.put_to(LEFT, y, end - 2, what.as_str());
        }));
        if done.answers > 0 {
            // What comes back within the day is said in a line of its own.
            let missed = if self.study.steps.is_some() { 0 } else { done.answers.saturating_sub(done.right) };
            let values = [("right", done.right.into()), ("n", done.answers.into()), ("missed", missed.into())];
            let sentence = rich(&words.fmt("today-done-recalled", &values));
            lines.push(Box::new(move |p, y| {
                p.put_to(LEFT, y, p.edge(), &sentence);
            }));
        }
        lines
    }

    fn tomorrow(&self) -> Option<Line<'a>> {
        let (words, (minutes, items, lesson)) = (self.scene.words, &self.study.plan.tomorrow);
        if *minutes == 0 && *items == 0 && lesson.is_none() {
            return None;
        }
        let values = [("minutes", self.minutes(*minutes).into()), ("n", (*items).into())];
        let mut sentence = words.fmt("today-tomorrow", &values);
        if let Some(title) = lesson {
            let title = title.get(self.scene.prefs.lang);
            sentence.push_str(&words.fmt("today-tomorrow-lesson", &[("title", title.into())]));
        }
        let (name, at) = (self.word("today-tomorrow-label"), self.content());
        Some(Box::new(move |p, y| {
            p.put(LEFT, y, &(name.as_str(), Token::Label));
            p.put_to(at, y, p.edge(), sentence.as_str());
        }))
    }
}
