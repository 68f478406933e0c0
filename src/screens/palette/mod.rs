//! Search and commands in one box (UX 5.9, S33): `:` or Ctrl-P on any screen.
//!
//! Commands and the titles of topics are found here, by some of their letters; terms, questions and notes are asked for with
//! [`Request::Search`] and put in where they rank. `>`, `#`, `=` and `@` as the first character narrow the search.
//!
//! Enter never races the search: pressed before the answer has come, it opens what then stands first.

mod commands;
mod find;
#[cfg(test)]
mod tests;
mod view;

use crate::domain::event::NotePlace;
use crate::domain::ids::ItemId;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Hit, News, Request, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::line_edit::LineEdit;
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};

pub use commands::{Command, commands};
use find::{Query, Row, Target};

/// The box over everything.
#[derive(Debug, Clone)]
pub struct PaletteScreen {
    /// The state of the screen below, whose commands are offered.
    below: State,
    line: LineEdit,
    rows: Vec<Row>,
    /// Everything that could be found, as far as it is known here.
    all: usize,
    list: List,
    preview: bool,
    search: Search,
    /// The question whose section is being looked up, to open it.
    opening: Option<ItemId>,
}

/// The search that was asked for.
#[derive(Debug, Clone, Default)]
struct Search {
    /// What for; empty when nothing was asked for.
    text: String,
    hits: Vec<Hit>,
    waiting: bool,
    /// Enter was pressed before the answer came.
    enter: bool,
}

impl PaletteScreen {
    /// The box over a screen in the state `below`.
    pub fn new(below: State) -> Self {
        PaletteScreen {
            below,
            line: LineEdit::default(),
            rows: Vec::new(),
            all: 0,
            list: List::default(),
            preview: false,
            search: Search::default(),
            opening: None,
        }
    }

    /// Finds anew what is known here.
    fn find(&mut self, scene: &Scene<'_>) {
        let query = Query::of(self.line.text());
        let found = find::find(&query, self.below, &self.search.hits, scene);
        (self.rows, self.all) = (found.rows, found.all);
        self.list.fit(self.rows.len(), view::room(scene, self.preview));
    }

    /// The text has changed: what is asked for changes with it.
    fn typed(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let wanted = Query::of(self.line.text()).asks().unwrap_or_default().to_owned();
        let mut effects = Vec::new();
        if wanted != self.search.text {
            let waiting = !wanted.is_empty();
            if waiting {
                effects.push(Effect::Ask(Request::Search(wanted.clone())));
            }
            self.search = Search { text: wanted, hits: Vec::new(), waiting, enter: false };
        }
        self.list = List::default();
        self.find(scene);
        effects
    }

    fn hear(&mut self, news: News, scene: &Scene<'_>) -> Vec<Effect> {
        match news {
            News::Search(text, hits) if text == self.search.text => {
                let enter = std::mem::take(&mut self.search.enter);
                (self.search.hits, self.search.waiting) = (hits, false);
                self.find(scene);
                if enter { self.enter(scene) } else { Vec::new() }
            }
            News::Item(id, item) if self.opening.as_ref() == Some(&id) => {
                self.opening = None;
                let section = item.map(|i| i.question.section.clone());
                instead(Route::Lesson(id.topic(), section.filter(|s| !s.is_empty())))
            }
            News::Study | News::Settings => {
                self.find(scene);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        if self.list.act(action, self.rows.len(), view::room(scene, self.preview)) {
            return Vec::new();
        }
        match action {
            Action::Enter if self.search.waiting && !self.search.enter => self.search.enter = true,
            Action::Enter => return self.enter(scene),
            Action::NextTab => {
                self.preview = !self.preview;
                self.find(scene);
            }
            Action::Back | Action::Interrupt => return vec![Effect::Back],
            _ => {}
        }
        Vec::new()
    }

    /// Opens the row in focus.
    fn enter(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(row) = self.rows.get(self.list.focus) else { return Vec::new() };
        match &row.target {
            Target::Go(route) => instead(route.clone()),
            Target::Run(command) if command.range => {
                let text = scene.words.fmt("palette-press", &[("key", (&command.key).into())]);
                vec![Effect::Back, Effect::Toast(Toast { good: true, text })]
            }
            Target::Run(command) => vec![Effect::Back, Effect::Run(command.action)],
            Target::Item(id) | Target::Note(NotePlace::Item(id)) => {
                self.opening = Some(id.clone());
                vec![Effect::Ask(Request::Item(id.clone()))]
            }
            Target::Note(NotePlace::Section(topic, section, _)) => {
                instead(Route::Lesson(topic.clone(), Some(section.clone())))
            }
        }
    }
}

/// Closes the box and goes somewhere, so that Esc there leads back to where the learner was.
fn instead(route: Route) -> Vec<Effect> {
    vec![Effect::Back, Effect::Go(route)]
}

impl Screen for PaletteScreen {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.find(scene);
        Vec::new()
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::Act(bound) => self.act(bound.action, scene),
            Input::Key(key) if self.line.key(key) => self.typed(scene),
            Input::Paste(text) => {
                self.line.paste(&text);
                self.typed(scene)
            }
            Input::News(news) => self.hear(news, scene),
            Input::Resize => {
                self.list.fit(self.rows.len(), view::room(scene, self.preview));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        view::draw(self, scene, page);
    }

    fn state(&self) -> State {
        State::Palette
    }

    fn overlay(&self) -> bool {
        true
    }
}
