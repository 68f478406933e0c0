//! A checklist to tick for a named piece of work.

#[cfg(test)]
mod tests;

use crate::domain::checklist::{Checklist, Ticked, WorkId};
use crate::domain::event::{Event, What};
use crate::domain::ids::EntryId;
use crate::domain::log::WorkRecord;
use crate::domain::sorting::Arrange;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Request, Toast};
use crate::sessions::input::Input;
use crate::sessions::ladder::packet::Form;
use crate::sessions::ladder::{LadderData, work};
use crate::sessions::line_edit::LineEdit;
use crate::ui::field;
use crate::ui::footer::Footer;
use crate::ui::header::Session;
use crate::ui::ink::{muted, text};
use crate::ui::lines::{Line, focus_of, stack};
use crate::ui::list::{self, List};
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::{Scene, Screen};
use crate::ui::theme::Token;

/// Where the text of an item begins, after its box.
const TEXT: i32 = LEFT + 4;

/// The screen.
#[derive(Debug, Default)]
pub struct ChecklistScreen {
    /// The list that is shown; the first one while it is `None`.
    list: Option<EntryId>,
    /// The piece of work that it is ticked for; the one begun last while it is `None`.
    work: Option<WorkId>,
    rows: List,
    naming: Option<LineEdit>,
    data: Option<Box<LadderData>>,
}

impl ChecklistScreen {
    /// A checklist; the first one when none is named.
    pub fn new(list: Option<EntryId>) -> Self {
        ChecklistScreen { list, ..Self::default() }
    }

    fn shown<'d>(&self, data: &'d LadderData) -> Option<&'d Checklist> {
        let named = self.list.as_ref().and_then(|id| data.lists.iter().find(|list| list.id == *id));
        named.or(data.lists.first())
    }

    /// Pieces of work of a list, the one begun last first.
    fn works<'d>(&self, list: &Checklist, data: &'d LadderData) -> Vec<(&'d WorkId, &'d WorkRecord)> {
        let mut works: Vec<_> = data.works.iter().filter(|(work, _)| work.list == list.id).collect();
        works.arrange_by_key(|(work, record)| (std::cmp::Reverse(record.begun), &work.work));
        works
    }

    fn current<'d>(&self, list: &Checklist, data: &'d LadderData) -> Option<(&'d WorkId, &'d WorkRecord)> {
        let works = self.works(list, data);
        let named = self.work.as_ref().and_then(|work| works.iter().find(|(id, _)| *id == work).copied());
        named.or(works.first().copied())
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(mut data) = self.data.take() else {
            return if matches!(action, Action::Back | Action::Quit) { vec![Effect::Back] } else { Vec::new() };
        };
        let put_away =
            self.shown(&data).filter(|_| action == Action::Discard).and_then(|list| self.current(list, &data));
        let put_away = put_away.map(|(work, _)| work.clone());
        let effects = self.act_on(action, &data, scene);
        // It is put away once, also while the disk has not answered.
        if let Some(work) = put_away {
            data.works.remove(&work);
        }
        self.data = Some(data);
        effects
    }

    fn act_on(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        if matches!(action, Action::Back | Action::Quit) {
            return vec![Effect::Back];
        }
        let Some(list) = self.shown(data) else { return Vec::new() };
        let room = usize::from(scene.area.1).saturating_sub(8).max(1);
        if self.rows.act(action, list.items.len(), room) {
            return Vec::new();
        }
        let work = self.current(list, data);
        match (action, work) {
            (Action::NewWork, _) | (Action::Toggle, None) => self.naming = Some(LineEdit::default()),
            (Action::Toggle, Some((work, record))) => {
                let Some(item) = list.items.get(self.rows.focus) else { return Vec::new() };
                return vec![tick(work, &item.id, !record.ticks.contains_key(&item.id), scene)];
            }
            (Action::Discard, Some((work, _))) => {
                let said = scene.words.fmt("checklist-put-away", &[("work", (&work.work).into())]);
                self.work = None;
                return vec![tick(work, "", false, scene), Effect::Toast(Toast { good: true, text: said })];
            }
            (Action::Right, Some(_)) => self.turn(1, list, data),
            (Action::Left, Some(_)) => self.turn(self.works(list, data).len().saturating_sub(1), list, data),
            (Action::NextTab, _) => {
                let at = data.lists.iter().position(|other| other.id == list.id).unwrap_or(0);
                self.list = data.lists.get((at + 1) % data.lists.len().max(1)).map(|list| list.id.clone());
                (self.rows, self.work) = (List::default(), None);
            }
            (Action::Copy, work) => {
                return vec![Effect::Copy(work::write(list, work, Form::Markdown, scene.prefs.lang))];
            }
            _ => {}
        }
        Vec::new()
    }

    fn turn(&mut self, by: usize, list: &Checklist, data: &LadderData) {
        let works = self.works(list, data);
        let here = self.current(list, data).and_then(|(id, _)| works.iter().position(|(w, _)| *w == id)).unwrap_or(0);
        self.work = works.get((here + by) % works.len().max(1)).map(|(work, _)| (*work).clone());
    }

    fn name(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(line) = &mut self.naming else { return Vec::new() };
        match input {
            Input::Act(bound) if bound.action == Action::Submit => {
                let list = self.data.as_deref().and_then(|data| self.shown(data)).map(|list| list.id.clone());
                let typed = self.naming.take().map(|line| line.text().to_owned()).unwrap_or_default();
                let Some(work) = list.and_then(|list| WorkId::new(list, &typed)) else { return Vec::new() };
                let known = self.data.as_deref().is_some_and(|data| data.works.contains_key(&work));
                // A name that there is leads to its work: it was begun.
                let begun = (!known).then(|| tick(&work, "", true, scene));
                (self.work, self.rows) = (Some(work), List::default());
                return begun.into_iter().collect();
            }
            Input::Act(bound) if matches!(bound.action, Action::Back | Action::Interrupt) => self.naming = None,
            Input::Key(key) => drop(line.key(key)),
            Input::Paste(text) => line.paste(&text),
            _ => {}
        }
        Vec::new()
    }

    fn lines(&self, list: &Checklist, record: Option<&WorkRecord>, look: &Look) -> Vec<Line> {
        let mut out = Vec::new();
        for (i, item) in list.items.iter().enumerate() {
            let focused = i == self.rows.focus;
            let ticked = record.is_some_and(|record| record.ticks.contains_key(&item.id));
            let token = if focused { Token::Sel } else { Token::Text };
            let mut lines = stack(look.prose(look.get(&item.text), TEXT, token), TEXT);
            if let Some(first) = lines.first_mut() {
                first.parts.insert(0, (LEFT, vec![text(if ticked { "[x]" } else { "[ ]" })]));
                first.bar_at(focused.then_some(LEFT));
            }
            if focused {
                lines.extend(stack(look.prose(look.get(&item.why), TEXT, Token::Muted), TEXT));
            }
            out.extend(lines);
        }
        out
    }
}

fn tick(work: &WorkId, item: &str, done: bool, scene: &Scene<'_>) -> Effect {
    let now = scene.now;
    let what = What::Ticked(Ticked { work: work.clone(), item: item.into(), done });
    Effect::Record(vec![Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what }])
}

impl Screen for ChecklistScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        vec![Effect::Ask(Request::Ladder)]
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::News(News::Ladder(data)) => {
                let items = self.shown(&data).map_or(0, |list| list.items.len());
                self.rows.fit(items, usize::MAX);
                self.data = Some(data);
                Vec::new()
            }
            Input::News(News::Saved(_) | News::Undone { .. } | News::Study) | Input::Shown => {
                vec![Effect::Ask(Request::Ladder)]
            }
            input if self.naming.is_some() => self.name(input, scene),
            Input::Act(bound) => self.act(bound.action, scene),
            _ => Vec::new(),
        }
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let words = scene.words;
        let list = self.data.as_deref().and_then(|data| Some((data, self.shown(data)?)));
        let title = list.map_or("", |(_, list)| list.title.get(scene.prefs.lang));
        let work = list.and_then(|(data, list)| self.current(list, data));
        let (done, all) = (work.map_or(0, |(_, r)| r.ticks.len()), list.map_or(0, |(_, list)| list.items.len()));
        let right = words.fmt("checklist-ticked", &[("n", done.into()), ("all", all.into())]);
        let (done, all) = (done as u64, all as u64);
        let named = work.map_or("", |(work, _)| &*work.work);
        Session { title, position: named, right: &[text(right)], done: (done, all.max(1)) }.draw(page);
        let footer = Footer::of(self.state(), words);
        let footer = if work.is_none() { footer.without(Action::Discard).without(Action::Right) } else { footer };
        footer.draw(page);
        page.set_cursor(LEFT, TOP);
        let width = page.width().min(80);
        let look = Look::of(scene, width);
        let Some((data, list)) = list else {
            if self.data.is_some() {
                for (y, line) in (TOP..).zip(look.say(&words.get("checklist-none"))) {
                    line.draw(page, y);
                }
            }
            return;
        };
        let works = self.works(list, data).len();
        let said = match (&self.naming, work) {
            (None, None) => words.get("checklist-begin").into_owned(),
            (None, Some(_)) if works > 1 => words.fmt("checklist-works", &[("n", works.into())]),
            _ => list.summary.get(scene.prefs.lang).to_owned(),
        };
        match &self.naming {
            Some(line) => {
                list::focus(page, LEFT, TOP, 1);
                let x = page.put(LEFT, TOP, &text(words.get("checklist-name").into_owned())) + 1;
                field::line(page, x, TOP, page.edge(), line, true);
            }
            None => drop(page.put_to(LEFT, TOP, page.edge(), &muted(said))),
        }
        let lines = self.lines(list, work.map(|(_, record)| record), &look);
        let (top, height) = (TOP + 2, page.height());
        let room = usize::try_from(page.bottom() - top).unwrap_or(0);
        let end = focus_of(&lines).map_or(0, |(first, end)| end.max(first + 3));
        let first = if end < room { 0 } else { (end + 1).min(lines.len()).saturating_sub(room) };
        page.part(0, 0, width, height, |page| {
            for (y, line) in (top..page.bottom()).zip(lines.iter().skip(first)) {
                line.draw(page, y);
            }
        });
    }

    fn state(&self) -> State {
        if self.naming.is_some() { State::WorkField } else { State::Checklist }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("checklist-why").into_owned()
    }
}
