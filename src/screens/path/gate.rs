//! The sheet before a topic that is better later: advice with its reasons, never a lock (UX S04).

use crate::domain::ids::TopicId;
use crate::domain::roadmap::Roadmap;
use crate::prose::paragraph;
use crate::sessions::action::Action;
use crate::sessions::effect::{Queue, Route, TEST_OUT_EACH};
use crate::sessions::study::{Study, TopicState};
use crate::ui::flow::{self, Group, Line};
use crate::ui::ink::{self, Run, key, muted, run, text};
use crate::ui::list::{List, Row as ListRow};
use crate::ui::map::mark;
use crate::ui::page::{LEFT, Page};
use crate::ui::reading::runs;
use crate::ui::screen::Scene;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Token;

/// The width of the sheet.
const WIDTH: i32 = 72;
/// Prerequisites that are named; more are counted.
const NAMED: usize = 6;
/// Where the standing of a prerequisite and the detail of a row begin at the latest.
const SECOND: i32 = 32;

/// The sheet.
#[derive(Debug)]
pub struct Gate {
    /// The topic behind it.
    topic: TopicId,
    /// What is usually easier first, in the author's order.
    unmet: Vec<TopicId>,
    list: List,
    /// Whether the reasons are shown.
    why: bool,
}

/// What comes of a key.
#[derive(Debug, PartialEq)]
pub enum Next {
    /// The sheet stays.
    Stay,
    /// Back to the map.
    Close,
    /// Somewhere else.
    Go(Route),
}

/// The rows to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    TestOut,
    Prerequisite,
    OpenAnyway,
}

impl Gate {
    /// The sheet before a topic; `None` where nothing is to be said.
    pub fn before(topic: &TopicId, study: &Study) -> Option<Gate> {
        let (roadmap, _) = Roadmap::lenient(study.catalog.topics.values().map(|t| &**t));
        let advice = roadmap.advice(topic, |t| Some(super::map::state_of(study, t)))?;
        let unmet = advice.unmet.into_iter().map(|(t, _)| t).collect();
        Some(Gate { topic: topic.clone(), unmet, list: List::default(), why: false })
    }

    fn questions(&self, study: &Study) -> u16 {
        let each = self.unmet.iter().filter_map(|t| study.catalog.topics.get(t));
        each.map(|h| h.questions.min(TEST_OUT_EACH)).fold(0, u16::saturating_add)
    }

    fn choices(&self, study: &Study) -> Vec<Choice> {
        let test = (self.questions(study) > 0).then_some(Choice::TestOut);
        test.into_iter().chain([Choice::Prerequisite, Choice::OpenAnyway]).collect()
    }

    /// Follows a key.
    pub fn act(&mut self, action: Action, study: &Study) -> Next {
        let choices = self.choices(study);
        if self.list.act(action, choices.len(), choices.len()) {
            return Next::Stay;
        }
        let choice = match action {
            Action::Enter => choices.get(self.list.focus).copied(),
            Action::TestOut => choices.first().copied().filter(|c| *c == Choice::TestOut),
            Action::Prerequisite => Some(Choice::Prerequisite),
            Action::OpenAnyway => Some(Choice::OpenAnyway),
            Action::ShowWhy => {
                self.why = !self.why;
                None
            }
            Action::Back => return Next::Close,
            _ => None,
        };
        choice.and_then(|c| self.route(c)).map_or(Next::Stay, Next::Go)
    }

    fn route(&self, choice: Choice) -> Option<Route> {
        Some(match choice {
            Choice::TestOut => Route::Review(Queue::TestOut(self.unmet.clone())),
            Choice::Prerequisite => Route::Lesson(self.unmet.first()?.clone(), None),
            Choice::OpenAnyway => Route::Lesson(self.topic.clone(), None),
        })
    }

    /// Draws the sheet.
    pub fn draw(&self, scene: &Scene<'_>, page: &mut Page) {
        let title = title_of(&self.topic, scene);
        let inside = (page.width().min(WIDTH) - 2 - LEFT - 3).max(1);
        let groups = self.groups(scene, inside);
        let height = flow::height(&groups) + 4;
        let sheet = Sheet { title: &title, count: "", width: WIDTH, height, top: None };
        sheet.draw(page, |p| {
            let tight = p.height() < height - 2;
            let (top, end) = if tight { (0, p.height()) } else { (1, p.height() - 1) };
            flow::draw(p, top, end, groups);
        });
    }

    fn groups<'a>(&'a self, scene: &'a Scene<'a>, width: i32) -> Vec<Group<'a>> {
        let intro = scene.words.fmt("path-gate-intro", &[("n", self.unmet.len().into())]);
        let intro: Line = Box::new(move |p, y| {
            p.put_to(LEFT, y, p.edge(), intro.as_str());
        });
        let second = self.second(scene);
        let mut groups = vec![Group::whole(vec![intro]), Group::rows(self.standings(scene, second))];
        groups.push(Group::fixed(self.rows(scene, second)));
        groups.push(Group::rows(self.reasons(scene, width)));
        groups
    }

    /// The column of what is said of a prerequisite or a choice.
    fn second(&self, scene: &Scene<'_>) -> i32 {
        let names = self.unmet.iter().take(NAMED).map(|t| 2 + ink::width(title_of(t, scene).as_str()));
        let labels = self.choices(scene.study).into_iter().map(|c| ink::width(self.texts(c, scene).0.as_str()));
        (LEFT + names.chain(labels).max().unwrap_or(0) + 3).min(SECOND)
    }

    /// Each prerequisite with its mark and what is known of it.
    fn standings<'a>(&'a self, scene: &'a Scene<'a>, second: i32) -> Vec<Line<'a>> {
        let mut lines: Vec<Line> = Vec::new();
        for topic in self.unmet.iter().take(NAMED) {
            let (title, standing) = (title_of(topic, scene), standing(topic, scene));
            let state = super::map::state_of(scene.study, topic);
            lines.push(Box::new(move |p, y| {
                p.put(LEFT, y, &mark(state));
                two_columns(p, y, (LEFT + 2, second), &[text(title.as_str())], &[text(standing.as_str())], p.edge());
            }));
        }
        if self.unmet.len() > NAMED {
            let more = scene.words.fmt("path-coming-more", &[("n", (self.unmet.len() - NAMED).into())]);
            lines.push(Box::new(move |p, y| {
                p.put_to(LEFT + 2, y, p.edge(), &muted(more.as_str()));
            }));
        }
        lines
    }

    fn rows<'a>(&'a self, scene: &'a Scene<'a>, second: i32) -> Vec<Line<'a>> {
        let choices = self.choices(scene.study);
        let line = |(i, choice): (usize, &Choice)| -> Line<'a> {
            let (label, detail, name) = self.texts(*choice, scene);
            let focused = i == self.list.focus;
            Box::new(move |p, y| {
                ListRow::new([text("")]).right([key(name)]).focused(focused).draw(p, y);
                let token = if focused { Token::Sel } else { Token::Text };
                let label = [run(token, label.as_str())];
                two_columns(p, y, (LEFT, second), &label, &[muted(detail.as_str())], p.edge() - 3);
            })
        };
        choices.iter().enumerate().map(line).collect()
    }

    /// Label, detail and key of a row.
    fn texts(&self, choice: Choice, scene: &Scene<'_>) -> (String, String, &'static str) {
        let words = scene.words;
        match choice {
            Choice::TestOut => {
                let n = self.questions(scene.study);
                let seconds = u64::from(n) * u64::from(scene.study.pace.expect_any_ms()) / 1000;
                let minutes = words.minutes_of(seconds);
                let detail = words.fmt("path-gate-questions", &[("n", n.into()), ("minutes", minutes.into())]);
                (words.fmt("path-gate-test", &[("n", self.unmet.len().into())]), detail, "t")
            }
            Choice::Prerequisite => {
                let first = self.unmet.first().and_then(|t| scene.study.catalog.topics.get(t));
                let title = first.map(|h| super::map::short(h.title.get(scene.prefs.lang), 20)).unwrap_or_default();
                let minutes = first.map(|h| words.minutes(u64::from(h.minutes))).unwrap_or_default();
                (words.fmt("path-gate-first", &[("title", title.into())]), minutes, "p")
            }
            Choice::OpenAnyway => {
                let (label, detail) = (words.get("path-gate-open"), words.get("path-gate-free"));
                (label.into_owned(), detail.into_owned(), "o")
            }
        }
    }

    /// Why this advice: what the author asks for and what of it is held; with `w` what each prerequisite teaches.
    fn reasons<'a>(&'a self, scene: &'a Scene<'a>, width: i32) -> Vec<Line<'a>> {
        let (words, study, lang) = (scene.words, scene.study, scene.prefs.lang);
        let of = |t: &TopicId| study.topics.get(t).map_or((0, 0), |s| (u64::from(s.held), u64::from(s.questions)));
        let (held, all) = self.unmet.iter().map(of).fold((0, 0), |(h, a), (x, y)| (h + x, a + y));
        let values = [("n", self.unmet.len().into()), ("held", held.into()), ("all", all.into())];
        let mut texts = vec![words.fmt("path-gate-why", &values)];
        if self.why {
            for head in self.unmet.iter().take(NAMED).filter_map(|t| study.catalog.topics.get(t)) {
                let sections: Vec<&str> = head.sections.iter().map(|s| s.title.get(lang)).collect();
                let values = [("title", head.title.get(lang).into()), ("sections", sections.join(" · ").into())];
                texts.push(words.fmt("path-gate-teaches", &values));
            }
        }
        let rows = texts.iter().flat_map(|t| paragraph(t, usize::try_from(width).unwrap_or(1), false));
        let mut lines: Vec<Line> = rows
            .map(|row| -> Line {
                Box::new(move |p, y| {
                    p.put(LEFT, y, &runs(&row, Token::Text));
                })
            })
            .collect();
        let show = words.get(if self.why { "path-gate-hide" } else { "path-gate-show" });
        lines.push(Box::new(move |p, y| {
            p.put_to(LEFT, y, p.edge(), &[key("w"), text(" "), text(show.as_ref())]);
        }));
        lines
    }
}

/// A label and what is said of it: beside it where there is room.
fn two_columns(page: &mut Page, y: i32, (x, second): (i32, i32), label: &[Run], more: &[Run], edge: i32) {
    let wide = edge >= second + 12;
    let end = page.put_to(x, y, if wide { second - 2 } else { edge }, label);
    if wide {
        page.put_to(second.max(end + 2), y, edge, more);
    }
}

fn title_of(topic: &TopicId, scene: &Scene<'_>) -> String {
    let head = scene.study.catalog.topics.get(topic);
    head.map_or(topic.local(), |h| h.title.get(scene.prefs.lang)).to_owned()
}

/// What is known of a topic, in a few words.
fn standing(topic: &TopicId, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let Some(standing) = scene.study.topics.get(topic) else { return words.get("path-not-begun").into_owned() };
    match standing.state {
        TopicState::Fading => words.fmt("path-gate-fading", &[("n", standing.recall.into())]),
        TopicState::Ready | TopicState::BetterLater => words.get("path-not-begun").into_owned(),
        TopicState::Held | TopicState::Learning => {
            let values = [("held", standing.held.into()), ("n", standing.questions.into())];
            words.fmt("path-gate-held", &values)
        }
    }
}
