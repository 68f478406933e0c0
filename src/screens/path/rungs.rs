//! What the map knows of the ladder: which cells a topic builds, and what stands before the next rung.

use std::collections::HashMap;

use crate::domain::catalog::Stop;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::ladder::{Dimension, lessons_of};
use crate::domain::rubric::PromptHead;
use crate::sessions::ladder::{LadderData, dimension_name};
use crate::sessions::study::Study;
use crate::ui::screen::Scene;

/// The ladder as the map needs it; empty until it has arrived.
#[derive(Debug, Default)]
pub struct Rungs {
    /// The level that is climbed to; 0 without a ladder.
    pub level: u8,
    /// The lessons that the gap plan of that level asks for, with their places in it.
    pub gap: HashMap<TopicId, usize>,
    cells: HashMap<TopicId, Vec<(u8, Dimension)>>,
    prompts: HashMap<TopicId, Vec<PromptHead>>,
    best: HashMap<ItemId, (u8, u8)>,
}

impl Rungs {
    /// Looks it up.
    pub fn of(data: &LadderData, study: &Study) -> Rungs {
        let level = if data.has_ladder() { data.target(study.day) } else { 0 };
        let gap = lessons_of(&data.gaps(level, study)).into_iter().enumerate().map(|(i, topic)| (topic, i)).collect();
        let mut cells: HashMap<TopicId, Vec<(u8, Dimension)>> = HashMap::new();
        for statement in &data.ladder.statements {
            for stop in &statement.topics {
                if let Stop::Here(topic) = stop {
                    cells.entry(topic.clone()).or_default().push((statement.level, statement.dimension));
                }
            }
        }
        for built in cells.values_mut() {
            built.sort_unstable();
            built.dedup();
        }
        let mut prompts: HashMap<TopicId, Vec<PromptHead>> = HashMap::new();
        for prompt in &data.prompts {
            prompts.entry(prompt.id.topic()).or_default().push(prompt.clone());
        }
        Rungs { level, gap, cells, prompts, best: data.best.clone().into_iter().collect() }
    }

    /// The cells of the ladder that a topic builds, such as "L2 Mastery".
    pub fn builds(&self, topic: &TopicId, scene: &Scene<'_>) -> Vec<String> {
        let cells = self.cells.get(topic).map(Vec::as_slice).unwrap_or_default();
        let name = |dimension| dimension_name(&Default::default(), None, dimension, scene.words, scene.prefs.lang);
        let cell = |(level, dimension): &(u8, Dimension)| {
            scene.words.fmt("path-cell", &[("n", (*level).into()), ("dimension", name(*dimension).into())])
        };
        cells.iter().map(cell).collect()
    }

    /// The interview prompts of a topic.
    pub fn prompts(&self, topic: &TopicId) -> &[PromptHead] {
        self.prompts.get(topic).map(Vec::as_slice).unwrap_or_default()
    }

    /// Points met in the best answer to a prompt, and points in all; `None` while it was not tried.
    pub fn best(&self, prompt: &ItemId) -> Option<(u8, u8)> {
        self.best.get(prompt).copied()
    }
}
