//! Settings (UX 5.10, S36): `,` from anywhere. Changes are live and written to the file at once.

mod fields;
#[cfg(test)]
mod tests;
mod view;

use crate::sessions::action::{Action, State};
use crate::sessions::effect::{About, Effect, News, Request};
use crate::sessions::input::Input;
use crate::sessions::line_edit::LineEdit;
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

pub use fields::Field;

/// The settings.
#[derive(Debug, Clone, Default)]
pub struct SettingsScreen {
    list: List,
    /// Where the data lies; `None` until it is known.
    about: Option<About>,
    find: Option<Find>,
}

/// A word that is being looked for.
#[derive(Debug, Clone)]
struct Find {
    line: LineEdit,
    /// The row that had the focus before.
    from: usize,
}

impl SettingsScreen {
    /// The settings with the focus on the first one.
    pub fn new() -> Self {
        Self::default()
    }

    fn field(&self) -> Field {
        Field::ALL[self.list.focus.min(Field::ALL.len() - 1)]
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        if self.list.act(action, Field::ALL.len(), view::page(scene)) {
            return Vec::new();
        }
        match action {
            Action::Right => self.change(true, scene),
            Action::Left => self.change(false, scene),
            Action::Reset => self.field().name().map(|n| vec![Effect::Set(n, String::new())]).unwrap_or_default(),
            Action::Editor => vec![Effect::EditSettings],
            Action::Find => {
                self.find = Some(Find { line: LineEdit::default(), from: self.list.focus });
                Vec::new()
            }
            Action::Back | Action::Quit | Action::Interrupt => vec![Effect::Back],
            _ => Vec::new(),
        }
    }

    fn change(&self, on: bool, scene: &Scene<'_>) -> Vec<Effect> {
        let field = self.field();
        match (field, &self.about) {
            (Field::File, _) if on => vec![Effect::EditSettings],
            (Field::Folder, Some(about)) if on => vec![Effect::Copy(about.data_dir.clone())],
            _ => {
                let step = field.name().zip(field.step(scene.prefs, on));
                step.map(|(name, value)| vec![Effect::Set(name, value)]).unwrap_or_default()
            }
        }
    }

    fn follow_find(&mut self, input: Input, scene: &Scene<'_>) {
        let Some(find) = &mut self.find else { return };
        match input {
            Input::Act(bound) if bound.action == Action::Submit => self.find = None,
            Input::Act(bound) if matches!(bound.action, Action::Back | Action::Interrupt) => {
                self.list = List::at(find.from);
                self.find = None;
            }
            Input::Key(key) => {
                find.line.key(key);
                self.jump(scene);
            }
            Input::Paste(text) => {
                find.line.paste(&text);
                self.jump(scene);
            }
            _ => {}
        }
    }

    /// To the first setting, from the one that had the focus on, that has what was typed.
    fn jump(&mut self, scene: &Scene<'_>) {
        let Some(find) = &self.find else { return };
        let wanted = find.line.text().trim().to_lowercase();
        let (all, from) = (Field::ALL.len(), find.from);
        let has = |i: &usize| Field::ALL[*i].told(scene).to_lowercase().contains(&wanted);
        let hit = (0..all).map(|i| (from + i) % all).find(has);
        self.list = List::at(hit.unwrap_or(from));
    }
}

impl Screen for SettingsScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        vec![Effect::Ask(Request::About)]
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::News(News::About(about)) => self.about = Some(about),
            input if self.find.is_some() => self.follow_find(input, scene),
            Input::Act(bound) => return self.act(bound.action, scene),
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        if self.find.is_some() { State::FindField } else { State::Settings }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        scene.words.get("settings-happening").into_owned()
    }
}
