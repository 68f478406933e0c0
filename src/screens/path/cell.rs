//! Rating the statements of a cell, and their evidence (S07).

use crate::domain::event::{Event, What};
use crate::domain::ids::EntryId;
use crate::domain::ladder::{Claim, Dimension, Proof, Rated, Standing, Statement, StatementRecord};
use crate::sessions::action::{Action, Bound, State};
use crate::sessions::effect::{Effect, Request};
use crate::sessions::input::Input;
use crate::sessions::ladder::{LadderData, claim_name, dimension_name, standing_name};
use crate::ui::ink::{Run, key, muted, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::list::List;
use crate::ui::look::{Look, flow};
use crate::ui::page::{HANG, LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::sheet::split_at;
use crate::ui::theme::Token;
use crate::words::iso_date;

use super::evidence;
use super::ladder::{frame, window};
use super::matrix::{pane, sign};
use super::proof::{self, Form};

/// Where a proof speaks, behind its day.
const SAID: i32 = HANG + 12;
/// Rows below which a window is low.
const LOW: u16 = 18;

/// A cell whose statements are rated.
#[derive(Debug)]
pub struct Cell {
    level: u8,
    dimension: Dimension,
    list: List,
    /// Rows of the statement with the focus that were paged over, where it has more than the window.
    over: usize,
    writing: Option<Form>,
}

/// What comes of an action.
pub enum Next {
    /// The cell stays open.
    Stay(Vec<Effect>),
    /// Back to the matrix, at this cell.
    Close((u8, Dimension)),
}

impl Cell {
    /// A cell, at its first statement.
    pub fn new(level: u8, dimension: Dimension) -> Cell {
        Cell { level, dimension, list: List::default(), over: 0, writing: None }
    }

    /// The cell of a statement, at it.
    pub fn of(id: &EntryId, data: &LadderData) -> Cell {
        let Some(statement) = data.ladder.statement(id) else { return Cell::new(1, Dimension::Mastery) };
        let mut cell = Cell::new(statement.level, statement.dimension);
        let at = data.ladder.cell(cell.level, cell.dimension).position(|s| s.id == *id);
        cell.list = List::at(at.unwrap_or(0));
        cell
    }

    fn statements<'d>(&self, data: &'d LadderData) -> Vec<&'d Statement> {
        data.ladder.cell(self.level, self.dimension).collect()
    }

    /// Keeps the cursor on a statement that there is.
    pub fn fit(&mut self, data: &LadderData) {
        self.list.fit(self.statements(data).len(), usize::MAX);
    }

    /// Whether evidence is being written.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        if self.is_writing() { State::ProofField } else { State::LadderCell }
    }

    /// What is kept when the place is left.
    pub fn draft(&self) -> Option<Effect> {
        self.writing.as_ref().and_then(Form::draft)
    }

    /// Follows an input while evidence is written.
    pub fn write(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(form) = &mut self.writing else { return Vec::new() };
        match form.update(input, scene) {
            proof::Next::Stay(effects) => effects,
            proof::Next::Close(effects) => {
                self.writing = None;
                effects
            }
        }
    }

    /// Follows an action.
    pub fn act(&mut self, bound: Bound, data: &LadderData, scene: &Scene<'_>) -> Next {
        let all = self.statements(data);
        let room = usize::from(scene.area.1).saturating_sub(8).max(1);
        if self.page(bound.action, data, scene) {
            return Next::Stay(Vec::new());
        }
        if self.list.act(bound.action, all.len(), room) {
            self.over = 0;
            return Next::Stay(Vec::new());
        }
        let Some(statement) = all.get(self.list.focus) else { return Next::Close((self.level, self.dimension)) };
        let newest = || data.book.record(&statement.id).and_then(|r| r.newest_proofs().first().map(|p| p.what.clone()));
        Next::Stay(match bound.action {
            Action::Rate => rate(statement, data.book.record(&statement.id), bound.arg, scene),
            Action::Enter => self.open(Form::new(&statement.id, scene)),
            Action::Editor => match newest() {
                Some(proof) => self.open(Form::of(proof, scene)),
                None => self.open(Form::new(&statement.id, scene)),
            },
            Action::Discard => newest().map(|proof| remove(proof, scene)).unwrap_or_default(),
            Action::NextTab => self.turn(1, data),
            Action::PreviousTab => self.turn(Dimension::ALL.len() - 1, data),
            Action::Back | Action::Quit => return Next::Close((self.level, self.dimension)),
            _ => Vec::new(),
        })
    }

    fn open(&mut self, form: Form) -> Vec<Effect> {
        let asks = vec![Effect::Ask(Request::Draft(form.name()))];
        self.writing = Some(form);
        asks
    }

    /// To the next dimension of the level that has statements.
    fn turn(&mut self, by: usize, data: &LadderData) -> Vec<Effect> {
        let all = Dimension::ALL;
        let mut at = all.iter().position(|d| *d == self.dimension).unwrap_or(0);
        for _ in 0..all.len() {
            at = (at + by) % all.len();
            if data.ladder.cell(self.level, all[at]).next().is_some() {
                self.dimension = all[at];
                break;
            }
        }
        (self.list, self.over) = (List::default(), 0);
        Vec::new()
    }

    /// Draws the cell, in large windows with the evidence of the statement beside it.
    pub fn draw(&self, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
        frame(self.state(), scene, page);
        let record = self.statements(data).get(self.list.focus).and_then(|s| data.book.record(&s.id));
        match pane(scene) {
            Some(x) => {
                split_at(page, x, |page| self.column(data, scene, page), |page| evidence::draw(record, scene, page));
            }
            None => self.column(data, scene, page),
        }
    }

    fn column(&self, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
        let words = scene.words;
        let all = self.statements(data);
        let rated = all.iter().filter(|s| data.book.claim(&s.id, scene.study.day) != Claim::Unrated).count();
        let level = words.fmt("ladder-level", &[("n", self.level.into())]);
        let name = dimension_name(&data.ladder, Some(self.level), self.dimension, words, scene.prefs.lang);
        let right = words.fmt("ladder-rated-of", &[("n", rated.into()), ("all", all.len().into())]);
        let end = page.right(TOP, right.as_str());
        page.put_to(LEFT, TOP, end - 2, &strong(format!("{level}, {name}")));
        let look = Look::of(scene, width(scene));
        let height = page.height();
        if let (Some(form), Some(statement)) = (&self.writing, all.get(self.list.focus)) {
            return page.part(0, 0, look.edge + 1, height, |page| form.draw(statement, scene, page));
        }
        let mut lines = Vec::new();
        for (i, statement) in all.iter().enumerate() {
            lines.extend(self.lines(statement, i == self.list.focus, data, &look, scene));
        }
        let mut goes_on = false;
        page.part(0, 0, look.edge + 1, height, |page| goes_on = window(page, &lines, top(scene), self.over));
        if goes_on {
            let more = [text(" "), key("PgDn"), text(format!(" {} ", words.get("review-more")))];
            page.right_at(page.edge() - 2, height - 2, &more);
        }
    }

    /// Pages through the statement with the focus where it is longer than the window; `false` when there is nothing more that way.
    fn page(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> bool {
        let Some(statement) = self.statements(data).get(self.list.focus).copied() else { return false };
        let look = Look::of(scene, width(scene));
        let rows = self.lines(statement, true, data, &look, scene).iter().filter(|line| line.focus).count();
        let room = usize::try_from(i32::from(scene.area.1) - 2 - top(scene)).unwrap_or(0);
        let last = rows.saturating_sub(room);
        let was = self.over.min(last);
        self.over = match action {
            Action::PageDown => (was + room.saturating_sub(1).max(1)).min(last),
            Action::PageUp => was.saturating_sub(room.saturating_sub(1).max(1)),
            _ => was,
        };
        self.over != was
    }

    /// A statement: its text and how it stands; with the focus also the three ratings, what would count, and the proofs.
    fn lines(
        &self,
        statement: &Statement,
        focused: bool,
        data: &LadderData,
        look: &Look,
        scene: &Scene<'_>,
    ) -> Vec<Line> {
        let words = scene.words;
        let record = data.book.record(&statement.id);
        let claim = data.book.claim(&statement.id, scene.study.day);
        let token = if focused { Token::Sel } else { Token::Text };
        let mut lines = stack(look.prose(statement.text.get(scene.prefs.lang), HANG, token), HANG);
        if let Some(first) = lines.first_mut() {
            first.parts.insert(0, (LEFT, vec![sign(claim)]));
        }
        if !focused {
            lines.push(Line::at(HANG, vec![muted(stands(claim, record, scene))]));
            return lines;
        }
        lines.extend(ratings(record.and_then(StatementRecord::standing), look, scene));
        lines.push(Line::at(HANG, vec![muted(stands(claim, record, scene))]));
        let wanted = words.fmt("ladder-wanted", &[("text", statement.evidence.get(scene.prefs.lang).into())]);
        lines.extend(stack(look.prose(&wanted, HANG, Token::Muted), HANG));
        for proof in record.map(StatementRecord::newest_proofs).unwrap_or_default() {
            lines.extend(proof_lines(&proof.what, look, scene));
        }
        for line in &mut lines {
            line.focus = true;
        }
        if let Some(first) = lines.first_mut() {
            first.cursor = Some(HANG);
        }
        lines.push(Line::blank());
        lines
    }
}

/// Cells of the column in which statements are rated.
pub fn width(scene: &Scene<'_>) -> i32 {
    pane(scene).map_or(i32::from(scene.area.0).min(80), |x| x - 2)
}

/// The first row of the statements; in low windows without a free one above it.
fn top(scene: &Scene<'_>) -> i32 {
    if scene.area.1 < LOW { TOP + 1 } else { TOP + 2 }
}

/// The three ratings with their keys; the one that counts is strong and marked. One in each row where there is little room, and in low windows
/// as many as a row holds.
fn ratings(chosen: Option<Standing>, look: &Look, scene: &Scene<'_>) -> Vec<Line> {
    let one = |(i, standing): (usize, Standing)| {
        let name = standing_name(Some(standing), scene.words);
        let here = chosen == Some(standing);
        let name = if here { strong(name) } else { text(name) };
        let box_ = text(if here { "(*) " } else { "( ) " });
        vec![key((i + 1).to_string()), text(" "), box_, name]
    };
    let all = Standing::ALL.into_iter().enumerate().map(one);
    let small = look.size <= Size::Small;
    let (gap, room) = match (small, scene.area.1 < LOW) {
        (false, _) => ("   ", usize::MAX),
        (true, true) => ("  ", look.room(HANG)),
        (true, false) => return stack(all.collect(), HANG),
    };
    let width = |runs: &[Run<'static>]| runs.iter().map(|run| look.width(&run.text)).sum::<i32>();
    let mut rows: Vec<Vec<Run<'static>>> = Vec::new();
    for runs in all {
        match rows.last_mut() {
            Some(row) if usize::try_from(width(row) + width(&runs) + 2).is_ok_and(|width| width <= room) => {
                row.push(text(gap));
                row.extend(runs);
            }
            _ => rows.push(runs),
        }
    }
    stack(rows, HANG)
}

/// "consistently, 2 proofs", or "claimed, no proof".
fn stands(claim: Claim, record: Option<&StatementRecord>, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let name = claim_name(claim, words);
    let proofs = record.map_or(0, |r| r.recent(scene.study.day));
    match proofs {
        0 => name,
        n => format!("{name}, {}", words.fmt("ladder-proofs", &[("n", n.into())])),
    }
}

/// A proof: its day, and the first thing that it says. One that proves nothing today says so.
fn proof_lines(proof: &Proof, look: &Look, scene: &Scene<'_>) -> Vec<Line> {
    let state = evidence::state(proof, scene).map(|state| format!(" ({state})")).unwrap_or_default();
    let mut lines = stack(flow(&[text(proof.gist() + &state)], look.room(SAID)), SAID);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (HANG, vec![text(iso_date(proof.day.0))]));
    }
    lines
}

fn record(what: What, scene: &Scene<'_>) -> Vec<Effect> {
    let now = scene.now;
    vec![Effect::Record(vec![Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what }])]
}

/// The same rating again says nothing new: it is not written down.
fn rate(statement: &Statement, known: Option<&StatementRecord>, nth: u8, scene: &Scene<'_>) -> Vec<Effect> {
    let Some(standing) = Standing::ALL.get(usize::from(nth)) else { return Vec::new() };
    if known.and_then(StatementRecord::standing) == Some(*standing) {
        return Vec::new();
    }
    let rated = Rated { statement: statement.id.clone(), standing: *standing, day: scene.now.day };
    record(What::Rated(rated), scene)
}

/// An emptied proof is gone.
fn remove(proof: Proof, scene: &Scene<'_>) -> Vec<Effect> {
    let empty = || Box::<str>::default();
    let gone = Proof { situation: empty(), action: empty(), result: empty(), link: empty(), ..proof };
    record(What::Proved(Box::new(gone)), scene)
}
