//! What a window adds to an interview: the field, and a place in what is longer than the window.

use crate::sessions::action::Action;
use crate::sessions::effect::Effect;
use crate::sessions::input::Input;
use crate::sessions::interview::{Clarify, Interview, Stage};
use crate::sessions::key::{Code, Key};
use crate::ui::field::TextField;
use crate::ui::page::{INSIDE, Page};
use crate::ui::screen::Scene;

use super::window::Spot;
use super::{draw, grade, practice, typing};

/// The part of an interview that a window keeps. It hands the text of its field to the machine before every input.
#[derive(Debug)]
pub struct Front {
    pub(super) field: TextField,
    /// Whose text it is.
    name: Option<Box<str>>,
    epoch: u32,
    /// The place in a text that is longer than its room.
    pub(super) spot: Spot,
    /// The text that the spot is in.
    of: Part,
}

/// A text that opens at its own place: the stage, and what of it.
type Part = (u8, usize, usize, bool);

impl Default for Front {
    fn default() -> Self {
        Front { field: TextField::new(""), name: None, epoch: 0, spot: Spot::default(), of: Part::default() }
    }
}

impl Front {
    /// Follows an input.
    pub fn update(&mut self, interview: &mut Interview, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        let typing = self.name.is_some() && interview.sheet.is_none() && !interview.commands;
        match &input {
            Input::Key(key) if typing => _ = self.field.key(*key),
            Input::Paste(text) if typing => self.field.paste(text),
            // Keys that mean nothing here are no reason to save.
            Input::Key(_) | Input::Paste(_) => return Vec::new(),
            _ => {}
        }
        if self.name.as_deref() == interview.field() && self.name.is_some() && self.epoch == interview.epoch() {
            interview.write(&self.field.text());
        }
        if let Input::Act(bound) = &input
            && interview.sheet.is_none()
        {
            if self.scroll(bound.action, interview, scene) {
                return Vec::new();
            }
            // Where the question is seen whole, pages move in the field.
            let code = match bound.action {
                Action::PageDown => Some(Code::PageDown),
                Action::PageUp => Some(Code::PageUp),
                _ => None,
            };
            if let Some(code) = code.filter(|_| typing) {
                self.field.key(Key::plain(code));
                return Vec::new();
            }
        }
        let effects = interview.update(input, &scene.context());
        self.settle(interview, scene);
        effects
    }

    /// After every input: the field has the machine's text and its size, another stage begins at its top.
    fn settle(&mut self, interview: &Interview, scene: &Scene<'_>) {
        let name = interview.field();
        if self.name.as_deref() != name {
            self.field = TextField::new(interview.text());
            self.name = name.map(Box::from);
        } else if self.epoch != interview.epoch() && name.is_some() && self.field.text() != interview.text() {
            self.field.replace(interview.text());
        }
        self.epoch = interview.epoch();
        let of = part(interview, draw::room(scene));
        if self.of != of {
            self.of = of;
            self.spot = Spot::default();
        }
        self.resize(interview, scene);
    }

    /// The field has the rows that are left for it.
    fn resize(&mut self, interview: &Interview, scene: &Scene<'_>) {
        let look = draw::look(interview, scene);
        if let Some(typing) = typing::typing(interview, &look, scene, self.spot) {
            let width = i32::try_from(look.room(INSIDE)).unwrap_or(i32::MAX);
            self.field.resize(width, i32::try_from(typing.rows).unwrap_or(1));
        }
    }

    /// Scrolls by pages; `false` when the action does not, or nothing is longer than the window.
    fn scroll(&mut self, action: Action, interview: &Interview, scene: &Scene<'_>) -> bool {
        let down = match action {
            Action::PageDown => true,
            Action::PageUp => false,
            _ => return false,
        };
        let look = draw::look(interview, scene);
        let paged = draw::parts(interview, &look, scene, self.spot).window.paged(self.spot, down);
        self.spot = paged.unwrap_or(self.spot);
        self.resize(interview, scene);
        paged.is_some()
    }

    /// What is to be kept when the program ends.
    pub fn leaving(&self, interview: &Interview, scene: &Scene<'_>) -> Vec<Effect> {
        let mut interview = interview.clone();
        if self.name.is_some() && self.epoch == interview.epoch() {
            interview.write(&self.field.text());
        }
        interview.leaving(&scene.context())
    }

    /// Draws the interview over the whole page. `place` says where it stands within a mock interview; it may be empty.
    pub fn draw(&self, interview: &Interview, place: &str, scene: &Scene<'_>, page: &mut Page) {
        draw::screen(self, interview, place, scene, page);
    }
}

/// What is read: another point, or an answer to what was asked back, is another text.
fn part(interview: &Interview, room: usize) -> Part {
    let (number, at) = (stage_number(&interview.stage), interview.cursor);
    match &interview.stage {
        Stage::Think(think) => (number, usize::from(matches!(think.clarify, Clarify::Asked(_))), 0, false),
        Stage::FollowUp(follow_up) => (number, follow_up.point, 0, false),
        Stage::Grade(_) if room < grade::TIGHT => (number, at.row, at.place, false),
        Stage::Practice(practice) if room < practice::ROOMY => (number, at.row, usize::from(practice.revealed), false),
        Stage::Compare(_) => (number, at.row, 0, at.swapped),
        _ => (number, 0, 0, false),
    }
}

fn stage_number(stage: &Stage) -> u8 {
    match stage {
        Stage::Waiting | Stage::Missing => 0,
        Stage::Think(_) => 1,
        Stage::Answer(_) => 2,
        Stage::FollowUp(follow_up) => 10 + follow_up.nth,
        Stage::Predict => 3,
        Stage::Practice(practice) => 20 + u8::try_from(practice.sample).unwrap_or(0),
        Stage::Grade(_) => 4,
        Stage::Flags(_) => 5,
        Stage::Signals(_) => 6,
        Stage::Compare(_) => 7,
        Stage::Debrief(_) => 8,
        Stage::Practised(_) => 9,
    }
}
