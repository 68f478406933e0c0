//! Stats > Skills (S32): each competency with what is held and where one was sure and wrong, and a drill for it.

use crate::domain::catalog::{PathKind, Stop};
use crate::domain::ids::TopicId;
use crate::sessions::action::Action;
use crate::sessions::effect::{Effect, Queue, Route, Toast};
use crate::sessions::study::{Skill, StatsData, Study, TopicState};
use crate::ui::footer::Footer;
use crate::ui::ink::{self, key, muted, run, text, warn};
use crate::ui::list::{self, List};
use crate::ui::meter::gauge;
use crate::ui::page::{HANG, LEFT, Page, Size, TOP};
use crate::ui::reading::paragraph;
use crate::ui::screen::Scene;
use crate::ui::sheet;
use crate::ui::theme::Token;

use super::{has_pane, narrow};

/// Questions of a drill.
const DRILL: u16 = 10;
/// Columns: the meter, where its figure ends, where the share of sure and wrong answers ends, the note behind it.
const HELD: i32 = 36;
const HELD_END: i32 = 49;
const WRONG_END: i32 = 63;
const NOTE: i32 = 66;
const METER: i32 = 8;

/// The tab's own state.
#[derive(Debug, Clone, Default)]
pub struct SkillsTab {
    list: List,
    /// The learner has moved: new figures do not move the focus any more.
    moved: bool,
}

/// What Enter does for a competency.
enum Way {
    Drill(TopicId),
    Lesson(TopicId),
    /// Its topics are to come.
    None,
}

/// The biggest weakness: the most answers that were sure and wrong, then the highest share of them; without any, the
/// least that is held of what was begun.
fn weakest(skills: &[Skill]) -> Option<usize> {
    let wrong = skills.iter().enumerate().filter(|(_, s)| s.sure.1 > 0);
    let by_errors = wrong.max_by_key(|(i, s)| (s.sure.1, s.sure_but_wrong(), std::cmp::Reverse(*i)));
    let begun = || skills.iter().enumerate().filter(|(_, s)| s.sure.0 > 0 || s.held > 0);
    by_errors.or_else(|| begun().min_by_key(|(i, s)| (s.held, *i))).map(|(i, _)| i)
}

impl SkillsTab {
    /// New figures came: the focus stands on the biggest weakness unless the learner has moved it.
    pub fn adopt(&mut self, data: &StatsData) {
        let installed = || data.skills.iter().position(|s| s.topics.0 > 0);
        if !self.moved {
            self.list = List::at(weakest(&data.skills).or_else(installed).unwrap_or(0));
        }
    }

    /// Follows an action.
    pub fn act(&mut self, action: Action, data: &StatsData, scene: &Scene<'_>) -> Vec<Effect> {
        let rows = data.skills.len();
        if self.list.act(action, rows, room(scene, rows)) {
            self.moved = true;
            return Vec::new();
        }
        match action {
            Action::Enter => data.skills.get(self.focus(data)).map(|s| self.drill(s, data, scene)).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn focus(&self, data: &StatsData) -> usize {
        self.list.focus.min(data.skills.len().saturating_sub(1))
    }

    fn drill(&self, skill: &Skill, data: &StatsData, scene: &Scene<'_>) -> Vec<Effect> {
        match self.way(skill, data, scene.study) {
            Way::Drill(topic) => vec![Effect::Go(Route::Review(Queue::Ahead(Some(topic), DRILL)))],
            Way::Lesson(topic) => vec![Effect::Go(Route::Lesson(topic, None))],
            Way::None => {
                let text = scene.words.get("stats-skill-to-come").into_owned();
                vec![Effect::Toast(Toast { good: false, text })]
            }
        }
    }

    /// Where one was sure and wrong; else the begun topic that is recalled least; else the first lesson.
    fn way(&self, skill: &Skill, data: &StatsData, study: &Study) -> Way {
        if let Some((topic, ..)) = skill.groups.first() {
            return Way::Drill(topic.clone());
        }
        let here = topics(self.focus(data), study);
        let standing = |t: &TopicId| study.topics.get(t);
        let begun = here.iter().filter(|t| standing(t).is_some_and(|s| s.answered > 0));
        if let Some(topic) = begun.min_by_key(|t| standing(t).map_or(0, |s| s.recall)) {
            return Way::Drill((*topic).clone());
        }
        let new = |t: &&&TopicId| standing(t).is_none_or(|s| s.state != TopicState::Held);
        here.iter().find(new).map_or(Way::None, |topic| Way::Lesson((*topic).clone()))
    }

    /// The footer, with what Enter does for the focused one.
    pub fn footer(&self, footer: Footer, data: Option<&StatsData>, scene: &Scene<'_>) -> Footer {
        let skill = data.and_then(|d| d.skills.get(self.focus(d)).map(|s| (s, d)));
        match skill.map_or(Way::None, |(s, d)| self.way(s, d, scene.study)) {
            Way::Drill(_) => footer,
            Way::Lesson(_) => footer.labelled(Action::Enter, &scene.words.get("hint-open")),
            Way::None => super::chip(footer.without(Action::Enter), Action::NextTab),
        }
    }

    /// Draws the tab.
    pub fn draw(&self, data: &StatsData, scene: &Scene<'_>, page: &mut Page) {
        if data.skills.is_empty() {
            page.set_cursor(LEFT, TOP);
            return narrow(page, |p| {
                paragraph(p, LEFT, TOP, p.edge(), &scene.words.get("stats-skills-none"), Token::Text);
            });
        }
        if has_pane(scene) {
            return sheet::split(
                page,
                |p| {
                    let y = self.table(data, scene, p);
                    legend(scene, y + 1, p);
                },
                |p| {
                    self.groups(data, scene, TOP, p);
                },
            );
        }
        narrow(page, |p| {
            let y = self.table(data, scene, p) + 1;
            let y = self.groups(data, scene, y, p) + 1;
            legend(scene, y.max(p.bottom() - 3), p);
        });
    }

    /// The competencies; returns the row after them.
    fn table(&self, data: &StatsData, scene: &Scene<'_>, page: &mut Page) -> i32 {
        let words = scene.words;
        let top = top(scene);
        let columns = Columns::of(page);
        page.put_to(LEFT, top, columns.title_end, &(words.get("stats-skill"), Token::Label));
        if columns.meter {
            page.put_to(HELD, top, HELD_END, &(words.get("stats-held"), Token::Label));
        }
        let from = if columns.meter {
            HELD + ink::width(&words.get("stats-held")) + 2
        } else {
            LEFT + ink::width(&words.get("stats-skill")) + 2
        };
        let names = [words.get("stats-sure-but-wrong"), words.get("stats-sure-wrong")];
        let fits = |n: &&std::borrow::Cow<'_, str>| from + ink::width(*n) <= columns.wrong_end;
        if let Some(name) = names.iter().find(fits) {
            page.right_at(columns.wrong_end, top, &(name, Token::Label));
        }
        let (rows, room) = (data.skills.len(), room(scene, data.skills.len()));
        let worst = weakest(&data.skills);
        let mut list = self.list;
        list.fit(rows, room);
        list.draw(page, top + 1, rows, room, |p, y, i, focused| {
            columns.row(p, y, (i, &data.skills[i]), focused, worst == Some(i), scene);
        });
        top + 1 + rows.min(room) as i32
    }

    /// Where the focused one was sure and wrong; returns the row after it.
    fn groups(&self, data: &StatsData, scene: &Scene<'_>, y: i32, page: &mut Page) -> i32 {
        let Some(skill) = data.skills.get(self.focus(data)) else { return y };
        let (words, lang, edge) = (scene.words, scene.prefs.lang, page.edge());
        // The row above the legend or the rule stays free.
        let bottom = page.bottom() - if has_pane(scene) || page.size() < Size::Medium { 1 } else { 4 };
        if y + 1 >= bottom {
            return y;
        }
        let title = skill.title.get(lang).to_uppercase();
        let said = match (skill.groups.is_empty(), skill.sure.0) {
            (false, _) => {
                let wrong: u64 = skill.groups.iter().map(|(_, _, n)| u64::from(*n)).sum();
                words.fmt("stats-groups", &[("n", wrong.into()), ("groups", skill.groups.len().into())])
            }
            (true, 0) if skill.topics.0 == 0 => words.get("stats-skill-to-come").into_owned(),
            (true, 0) => words.get("stats-groups-new").into_owned(),
            (true, _) => words.get("stats-groups-none").into_owned(),
        };
        let x = page.put_to(LEFT, y, edge, &run(Token::Label, title)) + 4;
        let mut y = y + 1;
        if x + ink::width(said.as_str()) <= edge {
            page.put(x, y - 1, said.as_str());
        } else {
            y += paragraph(page, LEFT, y, edge, &said, Token::Text);
        }
        let drill = [key("Enter"), text(" "), text(words.get("hint-drill"))];
        let right = edge - ink::width(&drill);
        for (i, (_, name, n)) in skill.groups.iter().enumerate() {
            if y >= bottom {
                break;
            }
            if i == 0 {
                page.right(y, &drill);
            }
            let times = words.fmt("stats-times", &[("n", (*n).into())]);
            let column = HELD.min(right - ink::width(times.as_str()) - 2).max(LEFT);
            page.put_to(LEFT, y, column - 2, name.get(lang));
            page.put_to(column, y, right - 1, times.as_str());
            y += 1;
        }
        y
    }
}

fn top(scene: &Scene<'_>) -> i32 {
    if scene.area.1 < 16 { TOP - 1 } else { TOP }
}

/// How many of `rows` competencies are seen: what follows keeps at least four rows where there is room for both.
fn room(scene: &Scene<'_>, rows: usize) -> usize {
    let all = usize::from(scene.area.1).saturating_sub(usize::try_from(top(scene)).unwrap_or(0) + 3);
    let below = if scene.size() == Size::Small { 0 } else { 8 };
    rows.min(all.saturating_sub(below)).max(all.min(4))
}

/// What the table has room for.
struct Columns {
    title_end: i32,
    meter: bool,
    held_end: i32,
    wrong_end: i32,
    note: bool,
}

impl Columns {
    fn of(page: &Page) -> Columns {
        let edge = page.edge();
        if edge >= NOTE + 11 {
            Columns { title_end: HELD - 2, meter: true, held_end: HELD_END, wrong_end: WRONG_END, note: true }
        } else if edge >= HELD_END + 10 {
            Columns { title_end: HELD - 2, meter: true, held_end: HELD_END, wrong_end: edge, note: false }
        } else {
            let held_end = edge - 8;
            Columns { title_end: held_end - 6, meter: false, held_end, wrong_end: edge, note: false }
        }
    }

    fn row(
        &self,
        page: &mut Page,
        y: i32,
        (index, skill): (usize, &Skill),
        focused: bool,
        worst: bool,
        scene: &Scene<'_>,
    ) {
        let (words, name) = (scene.words, skill.title.get(scene.prefs.lang));
        page.right_at(LEFT + 2, y, &muted((index + 1).to_string()));
        let here = skill.topics.0 > 0;
        let token = match (focused, here) {
            (true, _) => Token::Sel,
            (false, true) => Token::Text,
            (false, false) => Token::Muted,
        };
        page.put_to(HANG, y, self.title_end, &run(token, name));
        if focused {
            list::focus(page, LEFT, y, 1);
        }
        if !here {
            let at = if self.meter { HELD } else { self.title_end + 1 };
            page.put_to(at, y, self.wrong_end, &text(words.get("stats-to-come")));
            return;
        }
        if self.meter {
            gauge(page, HELD, y, METER, f64::from(skill.held) / 100.0);
        }
        page.right_at(self.held_end, y, format!("{}%", skill.held).as_str());
        let wrong = skill.sure_but_wrong().map_or("-".to_owned(), |p| format!("{p}%"));
        page.right_at(self.wrong_end, y, wrong.as_str());
        if worst && self.note {
            page.put(NOTE, y, &[warn("!"), text(" "), text(words.get("stats-look-here"))]);
        }
    }
}

/// What the two figures mean.
fn legend(scene: &Scene<'_>, y: i32, page: &mut Page) {
    let words = scene.words;
    if page.size() < Size::Medium && !has_pane(scene) {
        return;
    }
    let mut y = y;
    for said in [words.get("stats-held-means"), words.get("stats-sure-means")] {
        if y >= page.bottom() {
            break;
        }
        y += paragraph(page, LEFT, y, page.edge(), &said, Token::Muted);
    }
}

/// The installed topics of the stage of the roadmap that a competency is.
fn topics(index: usize, study: &Study) -> Vec<&TopicId> {
    let path = study.catalog.paths.iter().find(|p| p.kind == PathKind::Roadmap);
    let stage = path.and_then(|p| p.stages.get(index));
    let stops = stage.map(|s| s.topics.as_slice()).unwrap_or_default();
    stops
        .iter()
        .filter_map(|s| match s {
            Stop::Here(topic) => Some(topic),
            Stop::Coming { .. } => None,
        })
        .collect()
}
