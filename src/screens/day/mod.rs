//! A working day (UX S29, S30): slot by slot, what comes of each choice, and its end with tomorrow's stand-up.

mod end;
mod slot;
#[cfg(test)]
mod tests;
mod view;

use crate::domain::day::STAND_UP_WORDS;
use crate::sessions::action::{Action, Bound, State};
use crate::sessions::day::{DayWish, Playing, Stage};
use crate::sessions::effect::{Effect, News, Toast};
use crate::sessions::input::Input;
use crate::ui::field::TextField;
use crate::ui::lines::{Anchor, focus_of};
use crate::ui::page::{LEFT, Page};
use crate::ui::screen::{Scene, Screen};

/// A working day.
#[derive(Debug)]
pub struct DayScreen {
    playing: Playing,
    /// The choice with the focus.
    focus: usize,
    /// The place that is seen.
    anchor: Anchor,
    /// What else could have been chosen is shown.
    others: bool,
    /// Tomorrow's stand-up, while it is written.
    field: Option<TextField>,
}

impl DayScreen {
    /// A day, or one slot of it.
    pub fn new(wish: DayWish) -> Self {
        DayScreen { playing: Playing::new(wish), focus: 0, anchor: Anchor::default(), others: false, field: None }
    }

    /// How many choices there are at this moment.
    fn choices(&self) -> usize {
        match self.playing.stage() {
            Stage::Choose(at) => self.playing.slot(at).map_or(0, |slot| slot.choices.len()),
            _ => 0,
        }
    }

    fn scroll(&mut self, action: Action, scene: &Scene<'_>) -> bool {
        if !action.moves() || (self.choices() > 0 && matches!(action, Action::Up | Action::Down)) {
            return false;
        }
        let rows = view::rows(self, scene);
        let scrolled = self.anchor.scrolled(action, &rows.lines, rows.room);
        self.anchor = scrolled.unwrap_or(self.anchor);
        scrolled.is_some()
    }

    /// Moves the focus, and brings it into sight.
    fn walk(&mut self, down: bool, scene: &Scene<'_>) {
        let most = self.choices().saturating_sub(1);
        self.focus = if down { (self.focus + 1).min(most) } else { self.focus.saturating_sub(1) };
        self.show_focus(scene);
    }

    /// Brings the choice with the focus into sight; `false` when all of it was.
    fn show_focus(&mut self, scene: &Scene<'_>) -> bool {
        let view::Rows { lines, room, .. } = view::rows(self, scene);
        let Some((from, to)) = focus_of(&lines) else { return false };
        let top = self.anchor.row(&lines, room);
        let shown = top.max(to.saturating_sub(room)).min(from);
        if shown == top {
            return false;
        }
        self.anchor = Anchor::of(&lines, shown);
        true
    }

    fn act(&mut self, bound: Bound, scene: &Scene<'_>) -> Vec<Effect> {
        if self.scroll(bound.action, scene) {
            return Vec::new();
        }
        let context = scene.context();
        let before = self.playing.stage();
        let effects = match (bound.action, before) {
            (Action::Up | Action::Down, _) => {
                self.walk(bound.action == Action::Down, scene);
                Vec::new()
            }
            (Action::Choose, Stage::Choose(_)) => self.playing.choose(usize::from(bound.arg)),
            // Nobody decides for what they have not seen.
            (Action::Enter, Stage::Choose(_)) if self.show_focus(scene) => Vec::new(),
            (Action::Enter, Stage::Choose(_)) => self.playing.choose(self.focus),
            (Action::Enter, Stage::Told(_)) => self.playing.go_on(),
            (Action::AskColleague, Stage::Choose(_)) => self.ask(scene),
            (Action::OtherOptions, Stage::Told(_)) => {
                (self.others, self.anchor) = (!self.others, Anchor::default());
                Vec::new()
            }
            (Action::Enter, Stage::End) if self.playing.wish.slot.is_none() => self.open_field(scene),
            (Action::Enter | Action::Submit, Stage::End) => self.finish(scene),
            (Action::Discard, Stage::End) => self.playing.toggle_items(),
            (Action::Undo, _) => self.playing.undo(&context),
            (Action::Redo, _) => self.playing.redo(&context),
            (Action::Enter, _) | (Action::Back | Action::Leave | Action::Interrupt | Action::Quit, _) => {
                self.leave(before, scene)
            }
            _ => Vec::new(),
        };
        if self.playing.stage() != before {
            (self.focus, self.anchor, self.others) = (0, Anchor::default(), false);
        }
        effects
    }

    /// Leaves; what was begun is kept, and Today offers it.
    fn leave(&self, stage: Stage, scene: &Scene<'_>) -> Vec<Effect> {
        let going = !matches!(stage, Stage::Done | Stage::Waiting | Stage::Empty);
        if !going || self.playing.wish.slot.is_some() || !self.playing.can_undo() {
            return vec![Effect::Back];
        }
        let text = scene.words.get("day-kept").into_owned();
        vec![Effect::Back, Effect::Refresh, Effect::Toast(Toast { good: true, text })]
    }

    /// Asks a colleague, and brings what is said into sight.
    fn ask(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let before = view::rows(self, scene).lines;
        let effects = self.playing.ask();
        let view::Rows { lines, room, .. } = view::rows(self, scene);
        let said = lines.iter().rposition(|line| !before.contains(line)).map_or(0, |last| last + 1);
        let top = self.anchor.row(&lines, room);
        if said > top + room {
            self.anchor = Anchor::of(&lines, (said - room).min(lines.len() - room));
        }
        effects
    }

    fn open_field(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let mut field = TextField::new(&self.playing.stand_up);
        Self::resize(&mut field, scene);
        self.field = Some(field);
        Vec::new()
    }

    fn resize(field: &mut TextField, scene: &Scene<'_>) {
        let (width, rows) = view::field_room(scene);
        field.resize(width - LEFT - 2, rows);
    }

    /// Ends the day; a stand-up that is too long is told.
    fn finish(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let words = self.playing.words();
        if words > STAND_UP_WORDS {
            let values = [("n", words.into()), ("most", STAND_UP_WORDS.into())];
            return vec![Effect::Toast(Toast { good: false, text: scene.words.fmt("day-too-long", &values) })];
        }
        (self.field, self.anchor) = (None, Anchor::default());
        self.playing.finish(&scene.context())
    }

    /// Follows an input while the stand-up is written.
    fn follow(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(field) = &mut self.field else { return Vec::new() };
        match input {
            Input::Act(bound) => match bound.action {
                Action::Submit => {
                    let mut effects = self.playing.write(&field.text());
                    effects.extend(self.finish(scene));
                    return effects;
                }
                Action::Editor => return vec![Effect::Edit { text: field.text(), ending: "md" }],
                Action::Back | Action::Interrupt => {
                    let effects = self.playing.write(&field.text());
                    self.field = None;
                    return effects;
                }
                _ => return Vec::new(),
            },
            Input::Key(key) => _ = field.key(key),
            Input::Paste(text) => field.paste(&text),
            Input::News(News::Edited(Some(text))) => field.replace(text.trim_end()),
            _ => {}
        }
        Self::resize(field, scene);
        self.playing.write(&field.text())
    }
}

impl Screen for DayScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        self.playing.start()
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        if self.field.is_some() {
            return self.follow(input, scene);
        }
        match input {
            Input::Act(bound) => self.act(bound, scene),
            Input::News(news) => self.playing.hear(news, &scene.context()),
            _ => Vec::new(),
        }
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        match self.playing.stage() {
            _ if self.field.is_some() => State::DayField,
            Stage::Choose(_) => State::DaySlot,
            Stage::End => State::DayEnd,
            Stage::Told(_) => State::DayTold,
            Stage::Waiting | Stage::Empty | Stage::Done => State::DayOver,
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("day-happening").into_owned()
    }
}
