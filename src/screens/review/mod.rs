//! The review: questions one after the other, feedback after each, a summary at the end.
//!
//! # Design
//!
//! The machine is [`Review`]; this screen adds what only a window has: a place in a text that is longer than the window
//! ([`lines::Anchor`]), a note being written, the section of the lesson beside the feedback. Every view makes rows
//! ([`lines::Line`]) before anything is drawn, so they can be counted, pinned and scrolled, and a new size finds the same
//! place again.

mod ask;
mod draw;
mod field;
mod footer;
mod note;
mod pane;
mod saved;
mod sheets;
mod summary;
mod tell;
#[cfg(test)]
mod tests;
mod view;
mod why;

use crate::domain::event::What;
use crate::domain::ids::ItemId;
use crate::domain::question::Kind;
use crate::sessions::action::{Action, Bound, State};
use crate::sessions::effect::{Effect, News, Queue, Request, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::review::{FLAG_REASONS, Review, Stage, SummaryRow, Told};
use crate::ui::codecolor::{self, Coloured};
use crate::ui::page::{Page, Size};
use crate::ui::screen::{Scene, Screen};
use crate::ui::{lines, look};

use lines::{Anchor, focus_of};
use look::Look;
use note::{After, Note};
use pane::Lesson;

/// Rows of a page that are no content: header, rule, a free row, rule, footer.
const FRAME: u16 = 5;

/// Rows that stay in sight from one page to the next.
const OVERLAP: usize = 2;

/// A review on the screen.
#[derive(Debug)]
pub struct ReviewScreen {
    review: Review,
    /// The place in a question or feedback that is longer than the window.
    anchor: Anchor,
    note: Option<Note>,
    lesson: Lesson,
    /// What was on the screen before the next question came: it stays until then, so that nothing flickers.
    held: Option<Held>,
    /// The code of the question, and of the one that comes next, in its colours.
    code: Vec<(ItemId, Option<Coloured>)>,
}

/// A picture that stays while the next one is on its way.
#[derive(Debug, Clone)]
struct Held {
    stage: Stage,
    position: (usize, usize),
    left_ms: u64,
}

impl ReviewScreen {
    /// A review of a queue; the seed decides every shuffle.
    pub fn new(queue: Queue, seed: u64) -> Self {
        ReviewScreen {
            review: Review::new(queue, seed),
            anchor: Anchor::default(),
            note: None,
            lesson: Lesson::default(),
            held: None,
            code: Vec::new(),
        }
    }

    /// The session that is shown.
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// What is on the screen: while the next question is on its way, what was there before.
    fn shown(&self) -> &Stage {
        match (&self.review.stage, &self.held) {
            (Stage::Waiting | Stage::Loading(_), Some(held)) => &held.stage,
            (stage, _) => stage,
        }
    }

    fn told(&self) -> Option<&Told> {
        match self.shown() {
            Stage::Told(told) => Some(told),
            _ => None,
        }
    }

    /// Whether something stands beside the page.
    fn has_pane(&self, scene: &Scene) -> bool {
        scene.size() == Size::Large && matches!(self.shown(), Stage::Told(_) | Stage::Done(_)) && self.note.is_none()
    }

    /// Cells of the page beside the pane, or of a page whose text keeps its reading width.
    fn width(&self, scene: &Scene) -> i32 {
        let (width, reading) = (i32::from(scene.area.0), i32::from(scene.prefs.reading_width));
        if self.has_pane(scene) {
            return pane::column(width, reading) - 2;
        }
        if self.is_full() { width } else { width.min(reading + 4) }
    }

    /// Whether code takes the whole screen.
    fn is_full(&self) -> bool {
        use crate::sessions::question::Entry;
        matches!(self.shown(), Stage::Asking(asking) if matches!(&asking.entry, Entry::Line(line) if line.full))
    }

    fn look<'a>(&'a self, scene: &Scene<'a>) -> Look<'a> {
        let shown = match self.shown() {
            Stage::Asking(asking) => Some(&asking.question().id),
            Stage::Told(told) => Some(&told.item.question.id),
            _ => None,
        };
        let code = self.code.iter().find(|(id, _)| Some(id) == shown).and_then(|(_, code)| code.as_ref());
        Look { code, ..Look::of(scene, self.width(scene)) }
    }

    /// Rows of content.
    fn room(scene: &Scene) -> usize {
        usize::from(scene.area.1.saturating_sub(FRAME))
    }

    /// The rows of what is on the screen, the part of it that scrolls, and how many rows of that are seen.
    fn placed(&self, scene: &Scene) -> ask::Placed {
        let (look, room) = (self.look(scene), Self::room(scene));
        match self.shown() {
            Stage::Asking(asking) => ask::place(&look, asking, room, self.anchor),
            Stage::Told(told) => {
                let facts = tell::Facts {
                    today: scene.now.day,
                    grade_keys: scene.prefs.grade_keys,
                    note: &told.item.note,
                    pane: self.has_pane(scene),
                };
                tell::place(&look, told, &facts, room, self.anchor)
            }
            Stage::Done(done) => ask::Placed::rows(summary::place(&look, scene, &self.review, done, room)),
            Stage::Empty => ask::Placed::rows(draw::empty(&look, &self.review)),
            Stage::Waiting | Stage::Loading(_) => ask::Placed::default(),
        }
    }

    /// Scrolls; `false` when there is nothing more in that direction.
    fn scroll(&mut self, action: Action, scene: &Scene) -> bool {
        let ask::Placed { scrolls: lines, room, .. } = self.placed(scene);
        if lines.is_empty() {
            return false;
        }
        let top = self.anchor.row(&lines, room);
        let page = room.saturating_sub(OVERLAP).max(1);
        let last = lines.len().saturating_sub(room);
        let to = match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => top + 1,
            Action::PageUp => top.saturating_sub(page),
            Action::PageDown => top + page,
            _ => return false,
        };
        self.anchor = Anchor::of(&lines, to.min(last));
        to.min(last) != top
    }

    /// Brings what has the focus into sight, where question and options scroll as one text.
    fn follow_focus(&mut self, scene: &Scene) {
        let ask::Placed { scrolls: lines, room, .. } = self.placed(scene);
        let Some((first, end)) = focus_of(&lines) else { return };
        let top = self.anchor.row(&lines, room);
        if first < top || end - first > room {
            self.anchor = Anchor::of(&lines, first);
        } else if end > top + room {
            self.anchor = Anchor::of(&lines, end - room);
        }
    }

    /// What only the screen follows; `None` hands the input to the machine.
    fn own(&mut self, input: &Input, scene: &Scene) -> Option<Vec<Effect>> {
        if self.review.sheet.is_some() {
            return None;
        }
        let Input::Act(Bound { action, .. }) = *input else { return None };
        match (&self.review.stage, action) {
            (Stage::Told(told), Action::Note) => {
                let note = Note::new(told.item.question.id.clone(), &told.item.note, scene);
                let kept = Effect::Ask(Request::Draft(note.draft_name()));
                self.note = Some(note);
                self.review.stay();
                Some(vec![kept])
            }
            (Stage::Told(_), Action::Up | Action::Down | Action::PageUp | Action::PageDown) => {
                self.scroll(action, scene);
                Some(Vec::new())
            }
            (Stage::Asking(_), Action::PageUp | Action::PageDown) => self.scroll(action, scene).then(Vec::new),
            (Stage::Done(done), Action::Enter) => {
                let today = matches!(done.rows.get(done.focus), Some(SummaryRow::NextInPlan(Route::Today)));
                let next = today.then(|| summary::next_in_plan(&self.look(scene), scene.study)).flatten();
                next.map(|next| vec![Effect::Back, Effect::Go(next.route)])
            }
            _ => None,
        }
    }

    fn write_note(&mut self, input: Input, scene: &Scene) -> Option<Vec<Effect>> {
        let interrupted = matches!(input, Input::Act(Bound { action: Action::Interrupt, .. }));
        let (closed, mut effects) = match self.note.as_mut()?.update(input, scene) {
            After::Open(effects) => return Some(effects),
            After::Closed(text, effects) => (text, effects),
        };
        effects.extend(self.note.take().and_then(|note| note.forget()));
        if let (Some(text), Stage::Told(told)) = (closed, &mut self.review.stage) {
            told.set_note(text);
        }
        if interrupted {
            let pause = Input::Act(Bound { action: Action::Interrupt, arg: 0 });
            effects.extend(self.review.update(pause, &scene.context()));
        }
        Some(effects)
    }

    /// After every input: what is new on the screen begins at its top, and has what it needs.
    fn settle(&mut self, before: Option<Held>, scene: &Scene) -> Vec<Effect> {
        match &self.review.stage {
            Stage::Waiting | Stage::Loading(_) => {
                if before.is_some() {
                    self.held = before;
                }
            }
            stage => {
                let was = before.as_ref().map(|b| identity(&b.stage));
                if self.held.take().is_some() || was.is_some_and(|w| w != identity(stage)) {
                    self.anchor = Anchor::default();
                }
            }
        }
        self.colour();
        self.want_lesson(scene)
    }

    /// Colours take a few milliseconds, so those of the next question are found while the feedback is read.
    fn colour(&mut self) {
        let shown = match &self.review.stage {
            Stage::Asking(asking) => Some(asking.question()),
            Stage::Told(told) => Some(&*told.item.question),
            _ => None,
        };
        let mut known = std::mem::take(&mut self.code);
        for question in shown.into_iter().chain(self.review.coming()) {
            let Kind::Line { language, code, .. } = &question.kind else { continue };
            let coloured = match known.iter().position(|(id, _)| *id == question.id) {
                Some(at) => known.swap_remove(at).1,
                None => codecolor::colour(language, &view::code_rows(code)),
            };
            self.code.push((question.id.clone(), coloured));
        }
    }

    fn want_lesson(&mut self, scene: &Scene) -> Vec<Effect> {
        if !self.has_pane(scene) {
            return Vec::new();
        }
        let Some(question) = self.told().map(|t| t.item.question.clone()) else { return Vec::new() };
        let wanted = self.lesson.want(&question, scene.prefs.lang);
        wanted.map(|topic| vec![Effect::Ask(Request::Topic(topic))]).unwrap_or_default()
    }
}

/// A line that says that a flag was taken, with its reason.
fn flagged(effects: &[Effect], scene: &Scene) -> Option<Effect> {
    let events = effects.iter().find_map(|e| match e {
        Effect::Record(events) => Some(events),
        _ => None,
    })?;
    let What::Flagged { reason, .. } = &events.first()?.what else { return None };
    let key = FLAG_REASONS.iter().find(|key| key.strip_prefix("flag-") == Some(reason))?;
    let text = scene.words.fmt("review-flag-kept", &[("reason", scene.words.get(key).into())]);
    Some(Effect::Toast(Toast { good: true, text }))
}

/// Which picture it is: another one begins at its top.
fn identity(stage: &Stage) -> (u8, Option<ItemId>, usize) {
    use crate::sessions::question::Entry;
    match stage {
        Stage::Waiting => (0, None, 0),
        Stage::Loading(_) => (1, None, 0),
        Stage::Asking(asking) => {
            let scene = match &asking.entry {
                Entry::Scenario(input) => input.scene,
                _ => 0,
            };
            (2, Some(asking.question().id.clone()), scene)
        }
        Stage::Told(told) => (3, Some(told.item.question.id.clone()), 0),
        Stage::Done(_) => (4, None, 0),
        Stage::Empty => (5, None, 0),
    }
}

impl Screen for ReviewScreen {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.review.start(&scene.context())
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        if let Input::News(News::Topic(topic, loaded)) = &input {
            self.lesson.take(topic, loaded.clone());
        }
        if let Input::News(News::Draft(name, Some(draft))) = &input
            && let Some(note) = self.note.as_mut().filter(|note| note.draft_name() == *name)
        {
            return note.restore(draft, scene);
        }
        // News about the session reach the machine also while a note is written.
        let for_note = !matches!(input, Input::News(ref news) if !matches!(news, News::Edited(_)));
        if self.note.is_some() && for_note {
            let mut effects = self.write_note(input, scene).unwrap_or_default();
            effects.extend(self.settle(None, scene));
            return effects;
        }
        if let Some(mut effects) = self.own(&input, scene) {
            effects.extend(self.settle(None, scene));
            return effects;
        }
        let typed = matches!(input, Input::Key(_) | Input::Paste(_));
        let acted = matches!(input, Input::Act(_));
        let lasting = !typed && matches!(self.review.stage, Stage::Asking(_) | Stage::Told(_));
        let before = lasting.then(|| Held {
            stage: self.review.stage.clone(),
            position: self.review.position(),
            left_ms: self.review.left_ms(),
        });
        let mut effects = self.review.update(input, &scene.context());
        effects.extend(flagged(&effects, scene));
        effects.extend(self.settle(before, scene));
        if (acted || typed) && matches!(self.review.stage, Stage::Asking(_)) {
            self.follow_focus(scene);
        }
        effects
    }

    fn leaving(&self, _: &Scene<'_>) -> Vec<Effect> {
        self.note.iter().filter_map(Note::draft).collect()
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        draw::screen(self, scene, page);
    }

    fn state(&self) -> State {
        match &self.note {
            Some(note) if self.review.sheet.is_none() => note.state(),
            _ => self.review.state(),
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        why::happening(&self.review, self.shown(), scene)
    }
}
