//! Rating the statements of a cell, and their evidence (S07).

use std::collections::BTreeMap;

use crate::domain::event::{Event, What};
use crate::domain::ids::EntryId;
use crate::domain::ladder::{Claim, Dimension, Proof, Rated, Standing, Statement, StatementRecord};
use crate::sessions::action::{Action, Bound, State};
use crate::sessions::effect::{Effect, Request};
use crate::sessions::input::Input;
use crate::sessions::ladder::{LadderData, claim_name, dimension_name, proof_line, standing_name};
use crate::ui::ink::{self, Run, key, muted, strong, text};
use crate::ui::lines::{Line, more_on_rule, stack};
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
pub const LOW: u16 = 18;

/// The ratings that were said here and are not in the book yet: it is renewed only after the disk has answered.
pub type Said = BTreeMap<EntryId, Standing>;

/// A cell whose statements are rated.
#[derive(Debug)]
pub struct Cell {
    level: u8,
    dimension: Dimension,
    list: List,
    /// Rows of the statement with the focus, or of the evidence beside it, that were paged over, where there are more than the window has.
    over: usize,
    /// Which of its proofs is marked, the newest first.
    proof: usize,
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
        Cell { level, dimension, list: List::default(), over: 0, proof: 0, writing: None }
    }

    /// The cell of a statement, at it.
    pub fn of(id: &EntryId, data: &LadderData) -> Cell {
        let Some(statement) = data.ladder.statement(id) else { return Cell::new(1, Dimension::Mastery) };
        let mut cell = Cell::new(statement.level, statement.dimension);
        let at = data.ladder.cell(cell.level, cell.dimension).position(|s| s.id == *id);
        cell.list = List::at(at.unwrap_or(0));
        cell
    }

    /// The proofs of the statement with the focus, the newest first, and which of them is marked: one of several.
    fn proofs<'d>(&self, data: &'d LadderData) -> (Vec<&'d Proof>, Option<usize>) {
        let statement = self.statements(data).get(self.list.focus).copied();
        let record = statement.and_then(|statement| data.book.record(&statement.id));
        let all = record.map(StatementRecord::newest_proofs).unwrap_or_default();
        let marked = (all.len() > 1).then(|| self.proof.min(all.len() - 1));
        (all.into_iter().map(|proof| &proof.what).collect(), marked)
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

    /// When it wants to be woken.
    pub fn wake_at(&self) -> Option<u64> {
        self.writing.as_ref().and_then(Form::wake_at)
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
    pub fn act(&mut self, bound: Bound, said: &mut Said, data: &LadderData, scene: &Scene<'_>) -> Next {
        let all = self.statements(data);
        let room = usize::from(scene.area.1).saturating_sub(8).max(1);
        if self.page(bound.action, data, scene) {
            return Next::Stay(Vec::new());
        }
        if self.list.act(bound.action, all.len(), room) {
            (self.over, self.proof) = (0, 0);
            return Next::Stay(Vec::new());
        }
        let Some(statement) = all.get(self.list.focus) else { return Next::Close((self.level, self.dimension)) };
        let marked = || {
            let (proofs, marked) = self.proofs(data);
            proofs.get(marked.unwrap_or_default()).map(|proof| (*proof).clone())
        };
        Next::Stay(match bound.action {
            Action::Rate => rate(statement, data.book.record(&statement.id), said, bound.arg, scene),
            Action::Enter => self.open(Form::new(&statement.id, scene)),
            Action::Editor => match marked() {
                Some(proof) => self.open(Form::of(proof, scene)),
                None => self.open(Form::new(&statement.id, scene)),
            },
            Action::Discard => marked().map(|proof| remove(proof, scene)).unwrap_or_default(),
            Action::Right => self.mark(1, data, scene),
            Action::Left => self.mark(-1, data, scene),
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
        (self.list, self.over, self.proof) = (List::default(), 0, 0);
        Vec::new()
    }

    /// Marks the next proof or the one before, and pages to where it is seen.
    fn mark(&mut self, by: isize, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        let (proofs, Some(at)) = self.proofs(data) else { return Vec::new() };
        self.proof = at.saturating_add_signed(by).min(proofs.len() - 1);
        let (lines, room) = match pane(scene) {
            Some(x) => (self.beside(data, x, scene), evidence::room(scene)),
            None => (self.open_lines(data, scene), room(scene)),
        };
        self.over = match evidence::marked(&lines).filter(|_| self.proof > 0) {
            Some((start, end)) => self.over.clamp(end.saturating_sub(room).min(start), start),
            None => 0,
        };
        Vec::new()
    }

    /// The evidence of the statement with the focus, as it is read beside it from column `x` on.
    fn beside(&self, data: &LadderData, x: i32, scene: &Scene<'_>) -> Vec<Line> {
        let (proofs, marked) = self.proofs(data);
        evidence::lines(&proofs, marked, &Look::of(scene, i32::from(scene.area.0) - x), scene)
    }

    /// The rows of the statement with the focus.
    fn open_lines(&self, data: &LadderData, scene: &Scene<'_>) -> Vec<Line> {
        let all = self.statements(data);
        let Some(statement) = all.get(self.list.focus) else { return Vec::new() };
        let mut lines = self.lines(statement, true, data, &Look::of(scene, width(scene)), scene);
        lines.retain(|line| line.focus);
        lines
    }

    /// Draws the cell, in large windows with the evidence of the statement beside it.
    pub fn draw(&self, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
        let several = self.proofs(data).1.is_some();
        frame(self.state(), if several { &[] } else { &[Action::Right] }, scene, page);
        match pane(scene) {
            Some(x) => {
                let proofs = self.beside(data, x, scene);
                let right = |page: &mut Page| evidence::draw(&proofs, self.over, scene, page);
                split_at(page, x, |page| self.column(data, scene, page), right);
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
            more_on_rule(page, height - 2, words);
        }
    }

    /// Pages through the statement with the focus, or its evidence beside it, where they are longer than the window; `false` when there is nothing
    /// more that way.
    fn page(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> bool {
        if !matches!(action, Action::PageDown | Action::PageUp) {
            return false;
        }
        let room = room(scene);
        let beside = pane(scene).map(|x| self.beside(data, x, scene).len().saturating_sub(evidence::room(scene)));
        let last = self.open_lines(data, scene).len().saturating_sub(room).max(beside.unwrap_or_default());
        let was = self.over.min(last);
        self.over = match action {
            Action::PageDown => (was + room.saturating_sub(1).max(1)).min(last),
            _ => was.saturating_sub(room.saturating_sub(1).max(1)),
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
        let (proofs, marked) = self.proofs(data);
        for (nth, proof) in proofs.into_iter().enumerate() {
            lines.extend(proof_lines(proof, marked == Some(nth), look, scene));
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

/// Rows for the statements.
fn room(scene: &Scene<'_>) -> usize {
    usize::try_from(i32::from(scene.area.1) - 2 - top(scene)).unwrap_or(0)
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
    let fits = |row: &[Run<'static>], runs: &[Run<'static>]| {
        usize::try_from(ink::width(row) + ink::width(gap) + ink::width(runs)).is_ok_and(|width| width <= room)
    };
    let mut rows: Vec<Vec<Run<'static>>> = Vec::new();
    for runs in all {
        match rows.last_mut() {
            Some(row) if fits(row, &runs) => {
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
fn proof_lines(proof: &Proof, marked: bool, look: &Look, scene: &Scene<'_>) -> Vec<Line> {
    let said = proof_line(proof, scene.study.day, scene.words);
    let mut lines = stack(flow(&[text(said)], look.room(SAID)), SAID);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (HANG, vec![text(iso_date(proof.day.0))]));
    }
    if marked {
        evidence::mark(&mut lines, HANG);
    }
    lines
}

fn record(what: What, scene: &Scene<'_>) -> Vec<Effect> {
    let now = scene.now;
    vec![Effect::Record(vec![Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what }])]
}

/// The same rating again says nothing new: it is not written down. What was said last counts, also while the book is behind.
fn rate(
    statement: &Statement,
    known: Option<&StatementRecord>,
    said: &mut Said,
    nth: u8,
    scene: &Scene<'_>,
) -> Vec<Effect> {
    let Some(standing) = Standing::ALL.get(usize::from(nth)) else { return Vec::new() };
    let same = Some(*standing);
    let last = said.insert(statement.id.clone(), *standing);
    if known.and_then(StatementRecord::standing) == same && (last.is_none() || last == same) {
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
