//! The tab Ladder (S06, S07): the matrix, and what opens from it.

use crate::domain::ids::EntryId;
use crate::domain::ladder::{Dimension, LEVELS, StatementRecord};
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Route};
use crate::sessions::input::Input;
use crate::sessions::ladder::LadderData;
use crate::sessions::line_edit::LineEdit;
use crate::ui::footer::Footer;
use crate::ui::lines::{Line, focus_of};
use crate::ui::page::{Page, Size};
use crate::ui::screen::Scene;

use super::cell::{Cell, Said};
use super::find::{self, Typed};
use super::gaps::Gaps;
use super::history::History;
use super::packet::Sheet;
use super::place::{self, Tab};
use super::{cell, gaps, history, matrix, packet};

/// The tab.
#[derive(Debug, Default)]
pub struct LadderTab {
    /// The cell under the cursor; `None` until the ladder has arrived.
    at: Option<(u8, Dimension)>,
    mode: Mode,
    /// What was looked for last, and the statement that was found.
    found: (String, Option<usize>),
    said: Said,
}

/// What is seen.
#[derive(Debug, Default)]
enum Mode {
    /// Levels and dimensions.
    #[default]
    Matrix,
    /// The line for finding a statement, with the cell before.
    Find(LineEdit, (u8, Dimension)),
    /// The statements of a cell.
    Cell(Cell),
    /// What stands between the learner and a level.
    Gaps(Gaps),
    /// Ratings and evidence by date.
    History(History),
    /// What the packet leaves out.
    Packet(Sheet),
}

impl LadderTab {
    /// Whether the matrix has the keys.
    pub fn is_free(&self) -> bool {
        matches!(self.mode, Mode::Matrix)
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        match &self.mode {
            Mode::Matrix => State::Ladder,
            Mode::Find(..) => State::FindField,
            Mode::Cell(cell) => cell.state(),
            Mode::Gaps(_) => State::GapPlan,
            Mode::History(_) => State::LadderHistory,
            Mode::Packet(_) => State::PacketSheet,
        }
    }

    /// Whether news are for what is open here.
    pub fn wants(&self, news: &News) -> bool {
        matches!(&self.mode, Mode::Cell(cell) if cell.is_writing()) && matches!(news, News::Edited(_) | News::Draft(..))
    }

    /// What is kept when the place is left while evidence is written.
    pub fn draft(&self) -> Option<Effect> {
        match &self.mode {
            Mode::Cell(cell) => cell.draft(),
            _ => None,
        }
    }

    /// When it wants to be woken: evidence that is being written is kept.
    pub fn wake_at(&self) -> Option<u64> {
        match &self.mode {
            Mode::Cell(cell) => cell.wake_at(),
            _ => None,
        }
    }

    /// The ladder has arrived: the cursor begins at the first cell of the target level that is not complete.
    pub fn fit(&mut self, data: &LadderData, scene: &Scene<'_>) {
        if self.at.is_none() && data.has_ladder() {
            let (level, today) = (data.target(scene.study.day), scene.study.day);
            let open = |d: &Dimension| {
                let cell = data.book.cell(&data.ladder, level, *d, today);
                cell.all > cell.consistent
            };
            let dimension = Dimension::ALL.into_iter().find(open).unwrap_or(Dimension::Mastery);
            self.at = Some((level, dimension));
        }
        let known = |id: &EntryId| data.book.record(id).and_then(StatementRecord::standing);
        self.said.retain(|id, standing| known(id) != Some(*standing));
        match &mut self.mode {
            Mode::Cell(cell) => cell.fit(data),
            Mode::Gaps(gaps) => gaps.fit(data, scene),
            _ => {}
        }
    }

    /// Follows an input.
    pub fn update(&mut self, input: Input, data: Option<&LadderData>, scene: &Scene<'_>) -> Vec<Effect> {
        if let Mode::Cell(cell) = &mut self.mode
            && cell.is_writing()
        {
            return cell.write(input, scene);
        }
        let Some(data) = data.filter(|data| data.has_ladder()) else { return Vec::new() };
        if let Mode::Find(..) = &self.mode {
            return self.follow(&input, data, scene);
        }
        let Input::Act(bound) = input else { return Vec::new() };
        match &mut self.mode {
            Mode::Find(..) => Vec::new(),
            Mode::Matrix => self.act(bound.action, data, scene),
            Mode::Cell(cell) => match cell.act(bound, &mut self.said, data, scene) {
                cell::Next::Stay(effects) => effects,
                cell::Next::Close(at) => {
                    (self.mode, self.at) = (Mode::Matrix, Some(at));
                    Vec::new()
                }
            },
            Mode::Gaps(gaps) => match gaps.act(bound.action, data, scene) {
                gaps::Next::Stay(effects) => effects,
                gaps::Next::Close => self.close(),
                gaps::Next::Rate(statement) => {
                    self.mode = Mode::Cell(Cell::of(&statement, data));
                    Vec::new()
                }
            },
            Mode::History(history) => match history.act(bound.action, data, scene) {
                true => Vec::new(),
                false => self.close(),
            },
            Mode::Packet(sheet) => match sheet.act(bound.action, data, scene) {
                packet::Next::Stay => Vec::new(),
                packet::Next::Close(effects) => {
                    self.mode = Mode::Matrix;
                    effects
                }
            },
        }
    }

    /// The cursor goes along while one types; Enter opens the statement that was found.
    fn follow(&mut self, input: &Input, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        let Mode::Find(line, before) = &mut self.mode else { return Vec::new() };
        let (typed, before) = (find::typed(line, input), *before);
        let wanted = line.text().trim().to_owned();
        let all = &data.ladder.statements;
        let from = all.iter().position(|s| (s.level, s.dimension) == before).unwrap_or(0);
        let found = look(data, &wanted, from, true);
        let cell = |at: usize| (all[at].level, all[at].dimension);
        match typed {
            Typed::Other => return Vec::new(),
            Typed::Changed => self.at = Some(found.map_or(before, cell)),
            Typed::Gone => (self.mode, self.at) = (Mode::Matrix, Some(before)),
            Typed::Done => {
                self.mode = Mode::Matrix;
                self.found = (wanted, found);
                return self.open_found(data, scene);
            }
        }
        Vec::new()
    }

    fn open_found(&mut self, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        match &self.found {
            (_, Some(at)) => {
                if let Some(statement) = data.ladder.statements.get(*at) {
                    self.mode = Mode::Cell(Cell::of(&statement.id, data));
                }
                Vec::new()
            }
            (wanted, None) if wanted.is_empty() => Vec::new(),
            (wanted, None) => vec![find::nothing(wanted, scene)],
        }
    }

    fn find_again(&mut self, forward: bool, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        let (wanted, last) = &self.found;
        if wanted.is_empty() {
            return vec![find::first(scene)];
        }
        let from = last.map_or(0, |last| find::beyond(last, data.ladder.statements.len(), forward));
        self.found.1 = look(data, wanted, from, forward);
        self.open_found(data, scene)
    }

    fn close(&mut self) -> Vec<Effect> {
        self.mode = Mode::Matrix;
        Vec::new()
    }

    fn act(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        let Some((level, dimension)) = self.at else { return Vec::new() };
        match action {
            Action::Enter if data.ladder.cell(level, dimension).next().is_some() => {
                self.mode = Mode::Cell(Cell::new(level, dimension));
            }
            Action::GapPlan => self.mode = Mode::Gaps(Gaps::new(data.target(scene.study.day))),
            Action::History => self.mode = Mode::History(History::default()),
            Action::Export => self.mode = Mode::Packet(Sheet::default()),
            Action::Find => self.mode = Mode::Find(LineEdit::default(), (level, dimension)),
            Action::FindNext => return self.find_again(true, data, scene),
            Action::FindPrevious => return self.find_again(false, data, scene),
            Action::Checklists => return vec![Effect::Go(Route::Checklist(None))],
            action => self.at = Some(moved((level, dimension), action, scene.size() <= Size::Small)),
        }
        Vec::new()
    }

    /// Draws the tab.
    pub fn draw(&self, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
        match &self.mode {
            Mode::Matrix => matrix::draw(self.at, State::Ladder, data, scene, page),
            Mode::Find(line, _) => {
                matrix::draw(self.at, State::FindField, data, scene, page);
                find::draw(line, scene, page, page.bottom() - 1);
            }
            Mode::Cell(cell) => cell.draw(data, scene, page),
            Mode::Gaps(gaps) => gaps.draw(data, scene, page),
            Mode::History(history) => history::draw(history, data, scene, page),
            Mode::Packet(sheet) => {
                matrix::draw(self.at, State::Ladder, data, scene, page);
                sheet.draw(scene, page);
            }
        }
    }
}

/// The statement from `from` on that has what is wanted.
fn look(data: &LadderData, wanted: &str, from: usize, forward: bool) -> Option<usize> {
    let all = &data.ladder.statements;
    find::around(all.len(), from, forward, wanted, |at, wanted| find::has(&all[at].text, wanted))
}

/// The cell that a move leads to. Where there is one dimension on the screen its levels stand below one another.
fn moved((level, dimension): (u8, Dimension), action: Action, turned: bool) -> (u8, Dimension) {
    let row = Dimension::ALL.iter().position(|d| *d == dimension).unwrap_or(0);
    let last = Dimension::ALL.len() - 1;
    let (levels, rows) = match (action, turned) {
        (Action::Left, false) | (Action::Up, true) => (-1, 0),
        (Action::Right, false) | (Action::Down, true) => (1, 0),
        (Action::Up, false) | (Action::Left, true) => (0, -1),
        (Action::Down, false) | (Action::Right, true) => (0, 1),
        (Action::First, _) => return (1, Dimension::ALL[0]),
        (Action::Last, _) => return (LEVELS, Dimension::ALL[last]),
        _ => (0, 0),
    };
    (level.saturating_add_signed(levels).clamp(1, LEVELS), Dimension::ALL[row.saturating_add_signed(rows).min(last)])
}

/// The frame of what opens from the matrix: header and footer of the place, without the keys that mean nothing right now.
pub fn frame(state: State, without: &[Action], scene: &Scene<'_>, page: &mut Page) {
    place::header(Tab::Ladder, scene, page);
    match state {
        State::Ladder => place::footer(Tab::Ladder, state, scene).draw(page),
        _ => without.iter().fold(Footer::of(state, scene.words), |footer, action| footer.without(*action)).draw(page),
    }
}

/// Draws lines so that the focus is in sight; `over` rows of it were paged over. Tells whether it goes on below the window.
pub fn window(page: &mut Page, lines: &[Line], top: i32, over: usize) -> bool {
    let room = usize::try_from(page.bottom() - top).unwrap_or(0);
    let (start, end) = focus_of(lines).unwrap_or_default();
    // Of what is longer than the window its beginning is seen first.
    let first = if end < room { 0 } else { (end + 1).min(lines.len()).saturating_sub(room).min(start) };
    let first = first + over.min((end - start).saturating_sub(room));
    for (y, line) in (top..page.bottom()).zip(lines.iter().skip(first)) {
        line.draw(page, y);
    }
    first + room < end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_within_the_matrix_and_turns_with_it() {
        use Dimension::{Impact, Leadership, Mastery};
        assert_eq!(moved((1, Mastery), Action::Left, false), (1, Mastery));
        assert_eq!(moved((1, Mastery), Action::Down, false), (1, Impact));
        assert_eq!(moved((1, Mastery), Action::Down, true), (2, Mastery));
        assert_eq!(moved((6, Leadership), Action::Right, true), (6, Leadership));
        assert_eq!(moved((3, Impact), Action::Last, false), (6, Leadership));
    }
}
