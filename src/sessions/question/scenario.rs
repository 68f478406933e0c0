//! Deciding: scene after scene. Going back explores; the first choice in each scene is what counts.

use crate::domain::question::{Answer, Scene};

use super::super::action::{Action, Bound};
use super::super::shuffle;
use super::{Step, moved};

/// Decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioInput {
    /// The way to the scene that is shown: scene and choice, by index.
    pub way: Vec<(usize, usize)>,
    /// The scene that is shown.
    pub scene: usize,
    /// The marked row.
    pub focus: usize,
    /// What has happened so far is shown in full.
    pub so_far: bool,
    /// Choices in the order in which they are shown, by scene.
    pub shown: Vec<Vec<usize>>,
    /// The first choice in each scene that was decided, in the order of the way: what is judged.
    first: Vec<(Box<str>, Box<str>)>,
}

impl ScenarioInput {
    pub(super) fn new(scenes: &[Scene], seed: u64) -> Self {
        let shown =
            scenes.iter().zip(0u64..).map(|(s, i)| shuffle::order(s.choices.len(), seed.wrapping_add(i))).collect();
        ScenarioInput { way: Vec::new(), scene: 0, focus: 0, so_far: false, shown, first: Vec::new() }
    }

    pub(super) fn act(&mut self, bound: Bound, scenes: &[Scene]) -> Step {
        let rows = self.shown[self.scene].len();
        match bound.action {
            Action::Up | Action::Down => self.focus = moved(self.focus, rows, bound.action == Action::Down),
            Action::Choose if usize::from(bound.arg) < rows => return self.decide(usize::from(bound.arg), scenes),
            Action::Choose => {}
            Action::Enter | Action::Submit => return self.decide(self.focus, scenes),
            Action::Erase => {
                if let Some((scene, choice)) = self.way.pop() {
                    self.scene = scene;
                    self.focus = self.shown[scene].iter().position(|c| *c == choice).unwrap_or(0);
                }
            }
            Action::Recall => self.so_far = !self.so_far,
            _ => return Step::Unknown,
        }
        Step::Stay
    }

    fn decide(&mut self, row: usize, scenes: &[Scene]) -> Step {
        let index = self.shown[self.scene][row];
        let scene = &scenes[self.scene];
        let choice = &scene.choices[index];
        if !self.first.iter().any(|(s, _)| *s == scene.id) {
            self.first.push((scene.id.clone(), choice.id.clone()));
        }
        self.way.push((self.scene, index));
        match choice.goto {
            Some(next) => {
                self.scene = next;
                self.focus = 0;
                self.so_far = false;
                Step::Stay
            }
            None => Step::Answer(Answer::Way(self.first.clone())),
        }
    }

    /// How deep the shown scene lies, from 1.
    pub fn depth(&self) -> usize {
        self.way.len() + 1
    }
}
