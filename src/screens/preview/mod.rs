//! S43: a pack that is being written, as learners will see it, beside what is wrong with it.
//!
//! # Design
//!
//! What a learner sees is not drawn here: the real screen of a lesson, a question or an interview is opened for the row in
//! focus and stands on a window of its own, of which a part is shown. It is fed by the desk like any other; whatever it wants
//! to happen besides asking for data does not happen. To try it, the same screen is opened over this one.

mod layout;
mod problems;
#[cfg(test)]
mod tests;
mod view;

use std::sync::Arc;

use crate::sessions::action::{Action, Bound, State};
use crate::sessions::effect::{Effect, News, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::preview::{Row, Saved, Snapshot};
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

use layout::{Layout, WIDTHS, layout};

/// Cells by which a view that is wider than the window is moved at once.
const SIDEWAYS: u16 = 20;

/// Makes the screen of a route.
pub type Make = fn(&Route) -> Box<dyn Screen>;

/// The preview.
pub struct PreviewScreen {
    make: Make,
    snapshot: Arc<Snapshot>,
    list: List,
    /// The problem that is told whole.
    problem: Option<usize>,
    /// Index in [`WIDTHS`].
    width: usize,
    /// The view without the list.
    alone: bool,
    sideways: u16,
    /// Questions are shown as after an answer.
    answered: bool,
    /// The section of the lesson to begin at.
    section: Option<Box<str>>,
    seen: Option<Seen>,
}

/// What a learner sees.
struct Seen {
    screen: Box<dyn Screen>,
    area: (u16, u16),
}

impl PreviewScreen {
    /// Nothing yet: the first snapshot comes as news.
    pub fn new(make: Make) -> Self {
        PreviewScreen {
            make,
            snapshot: Arc::default(),
            list: List::default(),
            problem: None,
            width: 0,
            alone: false,
            sideways: 0,
            answered: false,
            section: None,
            seen: None,
        }
    }

    fn row(&self) -> Option<&Row> {
        self.snapshot.rows.get(self.list.focus)
    }

    fn layout(&self, scene: &Scene<'_>) -> Layout {
        let wanted = problems::rows(self, scene, i32::from(scene.area.0)).len();
        layout(scene.area, WIDTHS[self.width], self.alone, i32::try_from(wanted).unwrap_or(i32::MAX))
    }

    /// Rows of the list that are seen: one row stands above them.
    fn room(layout: &Layout) -> usize {
        usize::try_from(layout.end - layout::TOP - 1).unwrap_or(0)
    }

    /// The window of the learner.
    fn inside<'a>(scene: &Scene<'a>, area: (u16, u16)) -> Scene<'a> {
        Scene { area, ..*scene }
    }

    /// Opens the screen of the row in focus.
    fn show(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let area = self.layout(scene).seen;
        self.sideways = 0;
        let mut route = self.row().and_then(|row| row.route.clone());
        if let (Some(Route::Lesson(_, section)), Some(wanted)) = (&mut route, &self.section) {
            *section = Some(wanted.clone());
        }
        self.seen = route.map(|route| Seen { screen: (self.make)(&route), area });
        self.with_seen(scene, |screen, scene| screen.open(scene))
    }

    /// Lets what a learner sees do something. Of what it wants, only data is asked for: nothing is recorded, nobody leaves.
    fn with_seen(
        &mut self,
        scene: &Scene<'_>,
        act: impl FnOnce(&mut dyn Screen, &Scene<'_>) -> Vec<Effect>,
    ) -> Vec<Effect> {
        let Some(seen) = &mut self.seen else { return Vec::new() };
        let mut effects = act(seen.screen.as_mut(), &Self::inside(scene, seen.area));
        effects.retain(|effect| matches!(effect, Effect::Ask(_)));
        effects
    }

    /// After everything that may have changed the room, or what is shown.
    fn settle(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let layout = self.layout(scene);
        self.list.fit(self.snapshot.rows.len(), Self::room(&layout));
        let mut effects = Vec::new();
        if self.seen.as_ref().is_some_and(|seen| seen.area != layout.seen) {
            if let Some(seen) = &mut self.seen {
                seen.area = layout.seen;
            }
            effects.extend(self.with_seen(scene, |screen, scene| screen.update(Input::Resize, scene)));
        }
        let asks = self.seen.as_ref().is_some_and(|seen| is_question(seen.screen.state()));
        if self.answered && asks {
            let unknown = Input::Act(Bound { action: Action::DontKnow, arg: 0 });
            effects.extend(self.with_seen(scene, |screen, scene| screen.update(unknown, scene)));
        }
        effects
    }

    fn take(&mut self, snapshot: Arc<Snapshot>, scene: &Scene<'_>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.snapshot, snapshot);
        let was = before.rows.get(self.list.focus);
        let same = was.and_then(|row| self.snapshot.find(row)).unwrap_or(self.list.focus);
        let Saved { row, section } = self.snapshot.saved.clone().unwrap_or(Saved { row: same, section: None });
        if self.snapshot.saved.is_some() || row != same {
            self.section = section;
        }
        self.list.focus = row.min(self.snapshot.rows.len().saturating_sub(1));
        let told = self.problem.and_then(|at| before.problems.get(at));
        let still = told.and_then(|told| {
            let same = |p: &&crate::sessions::preview::Problem| (&p.code, &p.message) == (&told.code, &told.message);
            let found = self.snapshot.problems.iter().position(|p| same(&p));
            found.filter(|at| self.snapshot.problems[*at].row.is_none_or(|of| of == self.list.focus))
        });
        self.problem = still.or_else(|| self.snapshot.first_problem(self.list.focus)).or_else(|| self.without_row());
        self.show(scene)
    }

    /// The first error that belongs to no row: nothing else would tell of it.
    fn without_row(&self) -> Option<usize> {
        use crate::sessions::preview::Level;
        self.snapshot.problems.iter().position(|problem| problem.row.is_none() && problem.level == Level::Error)
    }

    fn moved(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let room = Self::room(&self.layout(scene));
        let before = self.list.focus;
        self.list.act(action, self.snapshot.rows.len(), room);
        if self.list.focus == before {
            return Vec::new();
        }
        self.section = None;
        self.problem = self.snapshot.first_problem(self.list.focus);
        self.show(scene)
    }

    /// The next or the previous problem, and the row that it is about.
    fn turn(&mut self, on: bool, scene: &Scene<'_>) -> Vec<Effect> {
        let n = self.snapshot.problems.len();
        if n == 0 {
            let text = scene.words.get("preview-no-problems").into_owned();
            return vec![Effect::Toast(Toast { good: true, text })];
        }
        let next = match (self.problem, on) {
            (None, true) => 0,
            (None, false) => n - 1,
            (Some(at), true) => (at + 1) % n,
            (Some(at), false) => (at + n - 1) % n,
        };
        self.problem = Some(next);
        let row = self.snapshot.problems[next].row.filter(|row| *row != self.list.focus);
        let Some(row) = row else { return Vec::new() };
        self.section = None;
        self.list.focus = row;
        self.show(scene)
    }

    /// The editor at the problem that is told, else where the row in focus stands.
    fn edit(&self) -> Vec<Effect> {
        let problem = self.problem.and_then(|at| self.snapshot.problems.get(at));
        let place = problem.map(|p| (&p.file, p.line, p.column)).or(self.row().map(|row| (&row.file, row.line, 1)));
        let edit = place.map(|(file, line, column)| {
            let path = format!("{}/{file}", self.snapshot.root);
            Effect::EditAt { path, line: line.max(1), column: column.max(1) }
        });
        edit.into_iter().collect()
    }

    fn act(&mut self, bound: Bound, scene: &Scene<'_>) -> Vec<Effect> {
        match bound.action {
            Action::Up | Action::Down | Action::First | Action::Last | Action::HalfUp | Action::HalfDown => {
                self.moved(bound.action, scene)
            }
            Action::PageUp | Action::PageDown => {
                self.with_seen(scene, |screen, scene| screen.update(Input::Act(bound), scene))
            }
            Action::Left | Action::Right => self.sideways(bound, scene),
            Action::Enter => self.try_it(scene),
            Action::Editor => self.edit(),
            Action::FindNext | Action::FindPrevious => self.turn(bound.action == Action::FindNext, scene),
            Action::Width => {
                self.width = (self.width + 1) % WIDTHS.len();
                self.sideways = 0;
                Vec::new()
            }
            Action::SwitchLanguage => vec![Effect::Speak(scene.prefs.lang.other())],
            Action::Toggle if self.can_be_answered() => {
                self.answered = !self.answered;
                self.show(scene)
            }
            Action::NextTab | Action::PreviousTab => {
                self.alone = !self.alone;
                Vec::new()
            }
            Action::Back => {
                self.alone = false;
                self.width = 0;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Moves a view that is wider than its place; else code in it.
    fn sideways(&mut self, bound: Bound, scene: &Scene<'_>) -> Vec<Effect> {
        let layout = self.layout(scene);
        let shown = layout.view.map_or(0, |view| u16::try_from(view.width).unwrap_or(0));
        let most = layout.seen.0.saturating_sub(shown);
        if most == 0 {
            return self.with_seen(scene, |screen, scene| screen.update(Input::Act(bound), scene));
        }
        self.sideways = match bound.action {
            Action::Left => self.sideways.saturating_sub(SIDEWAYS),
            _ => (self.sideways + SIDEWAYS).min(most),
        };
        Vec::new()
    }

    /// Whether what is seen is a question, answered or not.
    fn can_be_answered(&self) -> bool {
        let state = self.seen.as_ref().map(|seen| seen.screen.state());
        state.is_some_and(|state| is_question(state) || state == State::Feedback)
    }

    fn try_it(&self, scene: &Scene<'_>) -> Vec<Effect> {
        match self.row().and_then(|row| row.route.clone()) {
            Some(route) => vec![Effect::Go(route)],
            None => {
                let text = scene.words.get("preview-never-good").into_owned();
                vec![Effect::Toast(Toast { good: false, text })]
            }
        }
    }
}

/// Whether a question waits for an answer.
fn is_question(state: State) -> bool {
    matches!(
        state,
        State::QuestionSingle
            | State::QuestionMulti
            | State::QuestionTrueFalse
            | State::QuestionTyped
            | State::TypedCommands
            | State::QuestionOrder
            | State::QuestionMatch
            | State::QuestionLine
            | State::QuestionScenario
    )
}

impl Screen for PreviewScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        Vec::new()
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let mut effects = match input {
            Input::News(News::Preview(snapshot)) => self.take(snapshot, scene),
            Input::News(news) => self.with_seen(scene, |screen, scene| screen.update(Input::News(news), scene)),
            Input::Act(bound) => self.act(bound, scene),
            // What was tried may have left its marks on the topic: it is shown anew.
            Input::Shown => self.show(scene),
            _ => Vec::new(),
        };
        effects.extend(self.settle(scene));
        effects
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        State::Preview
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("preview-happening").into_owned()
    }
}
