//! What keys do while a lesson is read: moving, finding, links, contents, notes, copying.

use crate::domain::ids::TopicId;
use crate::prose::{Block, LineKind};
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Effect, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::key::{Code, Key};
use crate::sessions::lesson::{CheckStage, Stage};
use crate::sessions::line_edit::LineEdit;
use crate::sessions::question::Entry;
use crate::ui::list::{List, Scroll};
use crate::ui::screen::Scene;

use super::row::{Body, Row};
use super::sheets::{self, NoteSheet, NoteStep};
use super::text::{self, Target};
use super::{LessonScreen, text_width};

/// Rows that stay in view from one page to the next.
const OVERLAP: usize = 2;

/// Cells by which one key scrolls code.
const SCROLL_STEP: usize = 8;

impl LessonScreen {
    pub(super) fn follow(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let interrupt = matches!(input, Input::Act(Bound { action: Action::Interrupt, .. }));
        let news = matches!(input, Input::News(_) | Input::Shown | Input::Resize | Input::Wake);
        if self.note.is_some() && !interrupt && self.lesson.paused.is_none() {
            let effects = self.follow_note(&input, scene);
            if !news {
                return effects;
            }
            return [effects, self.session(input, scene)].concat();
        }
        let sheet = self.lesson.paused.is_some() || self.lesson.flagging.is_some();
        if news || interrupt || sheet || self.lesson.stage != Stage::Reading {
            return self.session(input, scene);
        }
        if self.contents.is_some() {
            return self.follow_contents(&input, scene);
        }
        if self.finding.is_some() {
            return self.follow_find(&input, scene);
        }
        match input {
            Input::Act(bound) => self.act(bound, scene),
            // The space bar turns the page also where a check owns the keyboard and has no use for it.
            Input::Key(key) if key == Key::plain(Code::Char(' ')) && !self.lesson.state().is_field() => {
                self.lesson.leave_check();
                self.act(Bound { action: Action::NextPage, arg: 0 }, scene)
            }
            input => self.session(input, scene),
        }
    }

    fn session(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let told = |screen: &Self| -> Vec<bool> {
            screen.lesson.checks.iter().map(|c| matches!(c.stage, CheckStage::Told(_))).collect()
        };
        let before = told(self);
        let answering = self.lesson.open_check().is_some();
        let effects = self.lesson.update(input, &scene.context(), scene.study);
        let after = told(self);
        let changed = before.iter().zip(&after).position(|(a, b)| a != b);
        // Answered: the reasons make the card longer. Taken back: the learner sees what.
        if let Some(name) = changed.and_then(|i| self.lesson.checks.get(i)).map(|c| c.id.local().to_owned())
            && (answering || before.iter().filter(|t| **t).count() > after.iter().filter(|t| **t).count())
        {
            self.make_rows(scene);
            self.show_check(&name);
        }
        effects
    }

    fn act(&mut self, bound: Bound, scene: &Scene<'_>) -> Vec<Effect> {
        let entered = self.lesson.entered.is_some();
        let paging = matches!(bound.action, Action::PageDown | Action::PageUp);
        if entered && !paging {
            let line = matches!(self.lesson.entered_check().and_then(|c| c.asking()), Some(a) if matches!(a.entry, Entry::Line(_)));
            return match bound.action {
                Action::Copy => self.copy(),
                Action::Left | Action::Right if line => {
                    self.scroll_code(bound.action == Action::Right, scene);
                    Vec::new()
                }
                _ => self.session(Input::Act(bound), scene),
            };
        }
        match bound.action {
            Action::NextPage if !self.lesson.seen.end => self.turn(),
            Action::Enter if self.link.is_some() => return self.follow_link(scene),
            Action::PageDown => self.turn(),
            Action::Enter if self.lesson.open_check().is_none() && !self.lesson.seen.end => self.turn(),
            Action::Back if self.link.is_some() => self.link = None,
            Action::Back if !self.query.is_empty() => self.query.clear(),
            Action::Left | Action::Right => self.scroll_code(bound.action == Action::Right, scene),
            Action::NextLink => self.next_link(true, scene),
            Action::PreviousLink => self.next_link(false, scene),
            Action::Find => self.finding = Some(LineEdit::default()),
            Action::FindNext => return self.find(true, scene),
            Action::FindPrevious => return self.find(false, scene),
            Action::Contents => self.open_contents(scene),
            Action::Note | Action::Editor => return self.open_note(scene),
            Action::Copy => return self.copy(),
            action if self.scroll_by(action) => {}
            _ => return self.session(Input::Act(bound), scene),
        }
        Vec::new()
    }

    /// One screen on, less two lines that stay in view. What would be cut (a card, code, a box) begins the next page whole if
    /// it fits one, and a page never begins with an empty row.
    fn turn(&mut self) {
        let end = self.top + self.room;
        let mut to = self.top + self.room.saturating_sub(OVERLAP).max(1);
        let unit = |i: usize| self.rows.get(i).and_then(|r| self.unit(r));
        let rows_of = |u: usize| {
            let is = |r: &Row| self.unit(r) == Some(u);
            Some((self.rows.iter().position(is)?, self.rows.iter().rposition(is)?))
        };
        let cut = |(first, last): &(usize, usize)| *first > self.top && *first < end && last - first < self.room;
        if let Some((first, _)) = unit(end).and_then(rows_of).filter(cut) {
            to = to.min(first);
        }
        // What was whole in view is not repeated in part.
        if let Some((first, last)) = unit(to).and_then(rows_of)
            && first >= self.top
            && first < to
            && last < end
        {
            to = last + 1;
        }
        let lines = self.laid.as_ref().map_or(&[][..], |l| &l.lines);
        let empty = self.rows.iter().skip(to).take(OVERLAP).take_while(|r| r.is_blank(lines)).count();
        self.go(to + empty);
    }

    /// The block of a row that should not be cut by a page; `None` for running text and for the empty row behind a block.
    fn unit(&self, row: &Row) -> Option<usize> {
        let laid = self.laid.as_ref()?;
        let running = matches!(
            laid.doc.blocks.get(row.block)?,
            Block::Paragraph(_) | Block::List { .. } | Block::Footnote { .. }
        );
        (!running && !row.is_blank(&laid.lines)).then_some(row.block)
    }

    fn scroll_by(&mut self, action: Action) -> bool {
        let mut scroll = Scroll { top: self.top };
        let moved = scroll.act(action, self.rows.len(), self.room);
        if moved {
            self.go(scroll.top);
        }
        moved
    }

    fn scroll_code(&mut self, right: bool, scene: &Scene<'_>) {
        if !right {
            self.sideways = self.sideways.saturating_sub(SCROLL_STEP);
            return;
        }
        let widest = self.laid.as_ref().map_or(0, |l| l.widest_code());
        let in_cards = self.rows.iter().filter_map(|r| match &r.body {
            Body::Code(_, code) => Some(crate::ui::ink::width(code) as usize),
            _ => None,
        });
        let widest = in_cards.chain([widest]).max().unwrap_or(0) + 6;
        let width = usize::try_from(text_width(scene)).unwrap_or(0);
        if widest > width + self.sideways {
            self.sideways += SCROLL_STEP;
        }
    }

    fn next_link(&mut self, forward: bool, scene: &Scene<'_>) {
        let (Some(laid), Some(loaded)) = (&self.laid, &self.lesson.loaded) else { return };
        let links = text::links(laid, &self.rows, &text::related(&loaded.body.head, &scene.study.catalog));
        let at = self.link.as_ref().and_then(|l| links.iter().position(|(_, t)| t == l));
        let visible = self.visible();
        let next = match (at, forward) {
            (Some(i), true) => links.get(i + 1).or(links.first()),
            (Some(i), false) => i.checked_sub(1).and_then(|i| links.get(i)).or(links.last()),
            (None, true) => links.iter().find(|(row, _)| *row >= visible.start).or(links.first()),
            (None, false) => links.iter().rev().find(|(row, _)| *row < visible.end).or(links.last()),
        };
        if let Some((row, target)) = next.cloned() {
            self.link = Some(target);
            if !visible.contains(&row) {
                self.go(row.saturating_sub(self.room / 2));
            }
        }
    }

    fn follow_link(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        match self.link.take() {
            Some(Target::Topic(topic)) => vec![Effect::Go(Route::Lesson(topic, None))],
            Some(Target::Term(term)) => self.meaning(term, scene).into_iter().collect(),
            Some(Target::Text(link)) => {
                let target = self.laid.as_ref().and_then(|l| l.doc.links.get(usize::from(link))).cloned();
                target.map(|t| self.link_effect(&t)).into_iter().collect()
            }
            None => Vec::new(),
        }
    }

    /// What a term means, its other names, and where it is taught.
    fn meaning(&self, term: u16, scene: &Scene<'_>) -> Option<Effect> {
        let term = self.lesson.loaded.as_ref()?.terms.get(usize::from(term))?;
        let (lang, words) = (self.lesson.lang, scene.words);
        let mut body = vec![term.say.get(lang).to_owned()];
        if !term.aliases.is_empty() {
            body.push(words.fmt("lesson-term-also", &[("names", term.aliases.join(", ").into())]));
        }
        let taught = term.topic.as_ref().and_then(|t| scene.study.catalog.topics.get(t));
        body.extend(taught.map(|head| words.fmt("lesson-term-taught", &[("title", head.title.get(lang).into())])));
        Some(Effect::Go(Route::Text { title: term.name.get(lang).to_owned(), body: body.join("\n\n") }))
    }

    /// A link to a topic opens its lesson; any other target cannot be opened offline and is copied.
    fn link_effect(&self, target: &str) -> Effect {
        let (name, section) = target.split_once('#').unwrap_or((target, ""));
        let name = name.strip_prefix("topic:").unwrap_or(name);
        let here = !name.contains(':') && !name.contains('.');
        let topic = match name.split_once('/') {
            Some(_) => TopicId::parse(name),
            None if !name.is_empty() => Some(TopicId::new(self.lesson.topic.pack(), name)),
            None => Some(self.lesson.topic.clone()),
        };
        match topic {
            Some(topic) if here => Effect::Go(Route::Lesson(topic, (!section.is_empty()).then(|| Box::from(section)))),
            _ => Effect::Copy(target.to_owned()),
        }
    }

    fn follow_find(&mut self, input: &Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(field) = &mut self.finding else { return Vec::new() };
        match input {
            Input::Act(Bound { action: Action::Submit, .. }) => {
                self.query = field.text().trim().to_owned();
                self.finding = None;
                self.hit = usize::MAX;
                if !self.query.is_empty() {
                    return self.find(true, scene);
                }
            }
            Input::Act(Bound { action: Action::Back, .. }) => self.finding = None,
            Input::Key(key) => {
                field.key(*key);
            }
            Input::Paste(text) => field.paste(text),
            _ => {}
        }
        Vec::new()
    }

    /// The rows in which what is searched for begins. A phrase may go on in the next row of its block.
    pub(super) fn hits(&self) -> Vec<usize> {
        let wanted = self.query.to_lowercase();
        let mut hits = Vec::new();
        if wanted.is_empty() {
            return hits;
        }
        let lines = self.laid.as_ref().map_or(&[][..], |l| &l.lines);
        let mut from = 0;
        for block in self.rows.chunk_by(|a, b| a.block == b.block) {
            let mut joined = String::new();
            let mut starts = Vec::with_capacity(block.len());
            for row in block {
                starts.push(joined.len());
                let text = row.text(lines).to_lowercase();
                joined.push_str(text.trim_start_matches([' ', '┃', '│']));
                joined.push(' ');
            }
            for (at, _) in joined.match_indices(&wanted) {
                hits.push(from + starts.partition_point(|start| *start <= at) - 1);
            }
            from += block.len();
        }
        hits.dedup();
        hits
    }

    fn find(&mut self, forward: bool, scene: &Scene<'_>) -> Vec<Effect> {
        let hits = self.hits();
        let Some(last) = hits.len().checked_sub(1) else {
            if self.query.is_empty() {
                return Vec::new();
            }
            let text = scene.words.fmt("lesson-not-found", &[("text", self.query.as_str().into())]);
            self.query.clear();
            return vec![Effect::Toast(Toast { good: false, text })];
        };
        self.hit = match (self.hit, forward) {
            // The first one from the top of the page on.
            (usize::MAX, _) => hits.iter().position(|row| *row >= self.top).unwrap_or(0),
            (at, true) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            (at, false) => {
                if at == 0 {
                    last
                } else {
                    at.min(last + 1) - 1
                }
            }
        };
        let row = hits[self.hit.min(last)];
        if !self.visible().contains(&row) {
            self.go(row.saturating_sub(self.room / 3));
        }
        Vec::new()
    }

    fn open_contents(&mut self, scene: &Scene<'_>) {
        let Some(laid) = &self.laid else { return };
        let mut list = List::at(sheets::contents_row(laid, self.anchor_block()));
        let len = sheets::rows_of_contents(laid);
        list.fit(len, sheets::room_of_contents(scene.area, len));
        self.contents = Some(list);
    }

    fn follow_contents(&mut self, input: &Input, scene: &Scene<'_>) -> Vec<Effect> {
        let (Some(laid), Some(list)) = (&self.laid, &mut self.contents) else { return Vec::new() };
        let Input::Act(bound) = input else { return Vec::new() };
        match bound.action {
            Action::Enter => {
                let block = sheets::block_of_contents(laid, list.focus);
                self.contents = None;
                let row = self.rows.iter().position(|r| r.block >= block).unwrap_or(0);
                // The empty row before a heading belongs to the block before it.
                self.go(row);
            }
            Action::Back | Action::Contents => self.contents = None,
            action => {
                let len = sheets::rows_of_contents(laid);
                list.act(action, len, sheets::room_of_contents(scene.area, len));
            }
        }
        Vec::new()
    }

    /// The block that a note or a copy is about: the one with the hit, else the first in view that is no heading.
    fn block_in_mind(&self, wanted: impl Fn(usize) -> bool) -> Option<usize> {
        let lines = self.laid.as_ref().map_or(&[][..], |l| &l.lines);
        let in_view = || self.visible().filter(|i| !self.rows[*i].is_blank(lines));
        let whole = |i: &usize| *i == 0 || self.rows[*i - 1].block != self.rows[*i].block;
        let hit = self.hits().get(self.hit).copied().filter(|row| self.visible().contains(row));
        let block = |i: usize| self.rows[i].block;
        hit.map(block)
            .filter(|b| wanted(*b))
            .or_else(|| in_view().filter(whole).map(block).find(|b| wanted(*b)))
            .or_else(|| in_view().map(block).find(|b| wanted(*b)))
    }

    fn open_note(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        if let Some(pid) = scene.study.read_only {
            let text = scene.words.fmt("toast-read-only", &crate::sessions::study::Study::looks_only(pid));
            return vec![Effect::Toast(Toast { good: false, text })];
        }
        self.write_note();
        Vec::new()
    }

    fn write_note(&mut self) {
        let Some(laid) = &self.laid else { return };
        let text = |b: usize| !matches!(laid.doc.blocks.get(b), Some(crate::prose::Block::Heading { .. }));
        let Some(block) = self.block_in_mind(text).or_else(|| self.block_in_mind(|_| true)) else { return };
        let place = laid.place(block);
        let note = self.lesson.note_at(&place).to_owned();
        self.note = Some(NoteSheet::new(place, laid.beginning(block), &note));
    }

    fn follow_note(&mut self, input: &Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(note) = &mut self.note else { return Vec::new() };
        match note.update(input) {
            NoteStep::Stay => Vec::new(),
            NoteStep::Do(effect) => vec![effect],
            NoteStep::Drop => {
                self.note = None;
                Vec::new()
            }
            NoteStep::Save(text) => {
                let place = note.place.clone();
                self.note = None;
                self.lesson.note(&place, &text, &scene.context())
            }
        }
    }

    /// The link in focus, else the first code block in view, else the first paragraph.
    fn copy(&self) -> Vec<Effect> {
        let Some(laid) = &self.laid else { return Vec::new() };
        if let Some(Target::Text(link)) = &self.link {
            return laid.doc.links.get(usize::from(*link)).cloned().map(Effect::Copy).into_iter().collect();
        }
        let code = |b: usize| laid.lines.iter().any(|l| l.block == b && matches!(l.kind, LineKind::Code { .. }));
        let block = self.block_in_mind(code).or_else(|| self.block_in_mind(|_| true));
        block.map(|b| Effect::Copy(laid.plain(b))).into_iter().collect()
    }
}
