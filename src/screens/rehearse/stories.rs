//! Stories: one story answers many behavioural questions. Its first line is its name.

use crate::domain::event::{Event, EventId, What};
use crate::domain::interview::Story;
use crate::domain::rubric::PromptKind;
use crate::sessions::action::{Action, State};
use crate::sessions::autosave::Autosave;
use crate::sessions::effect::{Effect, News, Request};
use crate::sessions::input::Input;
use crate::sessions::rehearse::{PromptStanding, RehearseData};
use crate::ui::field::TextField;
use crate::ui::list::List;
use crate::ui::page::LEFT;
use crate::ui::screen::Scene;

use super::toast;

/// The longest name of a story, in characters.
const TITLE: usize = 80;

/// The name of the draft of a story that was being written when the program ended.
const DRAFT: &str = "story";

/// The stories, and one that is being written.
#[derive(Debug, Default)]
pub struct Stories {
    /// They are seen in the place of the answers.
    pub shown: bool,
    pub list: List,
    pub writing: Option<Writing>,
    /// The questions of the focused story are chosen.
    pub sheet: Option<List>,
}

/// A story that is being written.
#[derive(Debug, Clone)]
pub struct Writing {
    /// The story that it was; `None` for a new one.
    was: Option<Story>,
    pub field: TextField,
    pub commands: bool,
    autosave: Autosave,
}

/// The questions that a story may answer.
pub fn questions(data: &RehearseData) -> Vec<&PromptStanding> {
    data.prompts.iter().filter(|p| p.head.kind == PromptKind::Behavioural).collect()
}

impl Stories {
    /// Keeps the focus on a row that there is.
    pub fn fit(&mut self, data: &RehearseData) {
        self.list.fit(data.stories.len(), usize::MAX);
        if data.stories.is_empty() {
            self.sheet = None;
        }
    }

    pub fn typing(&self) -> bool {
        self.shown && self.writing.is_some()
    }

    pub fn choosing(&self) -> bool {
        self.shown && self.sheet.is_some()
    }

    /// Whether news are for the field.
    pub fn wants(&self, news: &News) -> bool {
        self.typing() && matches!(news, News::Edited(_) | News::Settings)
    }

    /// In which state the keys are; `None` while answers are shown.
    pub fn state(&self) -> Option<State> {
        match (&self.writing, self.sheet) {
            _ if !self.shown => None,
            (Some(writing), _) if writing.commands => Some(State::StoryCommands),
            (Some(_), _) => Some(State::StoryField),
            (None, Some(_)) => Some(State::StorySheet),
            (None, None) => Some(State::RehearseStories),
        }
    }

    pub fn focused<'d>(&self, data: &'d RehearseData) -> Option<&'d Story> {
        data.stories.get(self.list.focus.min(data.stories.len().saturating_sub(1))).map(|w| &w.what)
    }

    pub fn act(&mut self, action: Action, data: &RehearseData, scene: &Scene<'_>) -> Vec<Effect> {
        let len = data.stories.len();
        if self.list.act(action, len, usize::from(scene.area.1).saturating_sub(8).max(1)) {
            return Vec::new();
        }
        match (action, self.focused(data)) {
            (Action::Enter, Some(story)) => self.write(Some(story.clone()), scene),
            (Action::Enter, None) | (Action::NewStory, _) => self.write(None, scene),
            (Action::StoryQuestions, Some(_)) if questions(data).is_empty() => {
                vec![toast(false, scene.words.get("rehearse-story-no-questions").into_owned())]
            }
            (Action::StoryQuestions, Some(_)) => {
                self.sheet = Some(List::default());
                Vec::new()
            }
            (Action::Discard, Some(story)) => {
                let said = scene.words.fmt("rehearse-story-removed", &[("title", (&story.title).into())]);
                vec![record(Story { text: "".into(), ..story.clone() }, scene), toast(true, said)]
            }
            _ => Vec::new(),
        }
    }

    fn write(&mut self, was: Option<Story>, scene: &Scene<'_>) -> Vec<Effect> {
        let text = was.as_ref().map(whole).unwrap_or_default();
        let mut writing = Writing { was, field: TextField::new(&text), commands: false, autosave: Autosave::default() };
        writing.resize(scene);
        self.writing = Some(writing);
        vec![Effect::Ask(Request::Draft(DRAFT.to_owned()))]
    }

    /// The draft goes on where it was, if it is of the same story.
    pub fn hear(&mut self, news: News, scene: &Scene<'_>) -> Vec<Effect> {
        let (News::Draft(name, Some(draft)), Some(writing)) = (news, &mut self.writing) else { return Vec::new() };
        let Some((of, text)) = draft.split_once('\n').filter(|_| name == DRAFT) else { return Vec::new() };
        if of != writing.key() || writing.changed() {
            return Vec::new();
        }
        writing.field.replace(text);
        writing.autosave.kept = true;
        writing.resize(scene);
        vec![toast(true, scene.words.get("rehearse-story-restored").into_owned())]
    }

    /// What is kept when the program ends while a story is written.
    pub fn draft(&self) -> Option<Effect> {
        self.writing.as_ref().and_then(Writing::draft)
    }

    /// When they want to be woken: a story that is being written is kept.
    pub fn wake_at(&self) -> Option<u64> {
        self.writing.as_ref().filter(|_| self.typing())?.autosave.wake_at()
    }

    /// Follows an input while a story is written.
    pub fn follow(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(writing) = &mut self.writing else { return Vec::new() };
        let before = writing.field.text();
        match input {
            Input::Wake => return writing.autosave(scene).into_iter().collect(),
            Input::Act(bound) => return self.follow_act(bound.action, scene),
            Input::Key(key) => _ = writing.field.key(key),
            Input::Paste(text) => writing.field.paste(&text),
            Input::News(News::Edited(Some(text))) => writing.field.replace(text.trim_end()),
            _ => {}
        }
        if writing.field.text() != before {
            writing.autosave.changed(scene.now.mono_ms);
        }
        writing.resize(scene);
        Vec::new()
    }

    fn follow_act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(writing) = &mut self.writing else { return Vec::new() };
        match action {
            // Closing saves as well: only `drop` throws away.
            Action::Submit | Action::Enter | Action::Back | Action::Quit | Action::Interrupt => {
                let effects = writing.close(scene);
                self.writing = None;
                return effects;
            }
            Action::DontKnow => {
                self.writing = None;
                return vec![Effect::Draft { name: DRAFT.to_owned(), body: None }];
            }
            Action::CommandLayer => writing.commands = true,
            Action::Typing => writing.commands = false,
            Action::Editor => return vec![Effect::Edit { text: writing.field.text(), ending: "md" }],
            _ => {}
        }
        Vec::new()
    }

    /// Follows an action while the questions of a story are chosen.
    pub fn choose(&mut self, action: Action, data: &RehearseData, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(list) = &mut self.sheet else { return Vec::new() };
        let all = questions(data);
        if list.act(action, all.len(), sheet_room(scene, all.len())) {
            return Vec::new();
        }
        let row = list.focus.min(all.len().saturating_sub(1));
        match (action, self.focused(data), all.get(row)) {
            (Action::Enter | Action::Back | Action::Interrupt, ..) => self.sheet = None,
            (Action::Toggle, Some(story), Some(question)) => {
                let mut story = story.clone();
                let id = &question.head.id;
                match story.prompts.iter().position(|p| p == id) {
                    Some(at) => _ = story.prompts.remove(at),
                    None => story.prompts.push(id.clone()),
                }
                return vec![record(story, scene)];
            }
            _ => {}
        }
        Vec::new()
    }
}

/// Rows of the sheet in which questions are chosen.
pub fn sheet_room(scene: &Scene<'_>, len: usize) -> usize {
    usize::from(scene.area.1).saturating_sub(8).max(1).min(len.max(1))
}

/// Name and text as one, as they are written.
fn whole(story: &Story) -> String {
    format!("{}\n{}", story.title, story.text)
}

/// Name and text, apart: the first line that says something is the name, and all of it where nothing follows.
fn parts(written: &str) -> (String, String) {
    let written = written.trim();
    let (first, rest) = written.split_once('\n').unwrap_or((written, ""));
    let rest = rest.trim();
    let title = first.trim().chars().take(TITLE).collect();
    (title, if rest.is_empty() { first.trim().to_owned() } else { rest.to_owned() })
}

fn record(story: Story, scene: &Scene<'_>) -> Effect {
    let now = scene.now;
    let what = What::StoryTold(story);
    Effect::Record(vec![Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what }])
}

impl Writing {
    fn key(&self) -> String {
        self.was.as_ref().map_or_else(String::new, |story| story.story.to_string())
    }

    fn changed(&self) -> bool {
        let was = self.was.as_ref().map(whole).unwrap_or_default();
        self.field.text().trim() != was.trim()
    }

    /// What is kept of it; nothing while it is as it was.
    fn draft(&self) -> Option<Effect> {
        let body = match self.changed() {
            true => Some(format!("{}\n{}", self.key(), self.field.text())),
            false if self.autosave.kept => None,
            false => return None,
        };
        Some(Effect::Draft { name: DRAFT.to_owned(), body })
    }

    /// Keeps what was typed, at the latest two seconds after it was.
    fn autosave(&mut self, scene: &Scene<'_>) -> Option<Effect> {
        if !self.autosave.is_due(scene.now.mono_ms) {
            return None;
        }
        let draft = self.draft();
        self.autosave.kept = self.changed();
        draft
    }

    /// The story as it is now goes into the log; an empty one removes it.
    fn close(&self, scene: &Scene<'_>) -> Vec<Effect> {
        let dropped = Effect::Draft { name: DRAFT.to_owned(), body: None };
        if !self.changed() {
            return vec![dropped];
        }
        let (title, text) = parts(&self.field.text());
        let id: EventId = self.was.as_ref().map_or(scene.now.id, |story| story.story);
        let prompts = self.was.as_ref().map(|story| story.prompts.clone()).unwrap_or_default();
        let title = match &self.was {
            Some(was) if text.is_empty() => was.title.clone(),
            _ => title.into(),
        };
        let key = if text.is_empty() { "rehearse-story-removed" } else { "rehearse-story-saved" };
        let said = toast(true, scene.words.fmt(key, &[("title", (&title).into())]));
        vec![record(Story { story: id, title, text: text.into(), prompts }, scene), said, dropped]
    }

    /// The row of the label.
    pub fn top(_: &Scene<'_>) -> i32 {
        crate::ui::page::TOP
    }

    fn resize(&mut self, scene: &Scene<'_>) {
        let width = i32::from(scene.area.0.min(scene.prefs.reading_width.saturating_add(4)));
        let rows = i32::from(scene.area.1) - 3 - (Self::top(scene) + 1);
        self.field.resize(width - 1 - LEFT - 2, rows.max(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_the_name_and_a_story_of_one_line_is_both() {
        assert_eq!(parts("\n The outage \n\nIt was night.\n"), ("The outage".into(), "It was night.".into()));
        assert_eq!(parts("The outage"), ("The outage".into(), "The outage".into()));
        assert_eq!(parts("  \n "), (String::new(), String::new()));
    }
}
