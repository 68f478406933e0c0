//! The career ladder and the checklists of a pack.

use crate::domain::catalog::Stop;
use crate::domain::checklist::{Check, Checklist};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::ladder::{Dimension, Ladder, Statement};
use crate::domain::text::Text;
use crate::format::types;

use super::{text, topic_name};

/// What a ladder needs to know of everything that is installed.
pub struct Around<'a> {
    /// Whether a topic is installed.
    pub topic: &'a dyn Fn(&TopicId) -> bool,
    /// The title of a topic that a path announces.
    pub coming: &'a dyn Fn(&TopicId) -> Option<Text>,
    /// Whether a prompt is installed.
    pub prompt: &'a dyn Fn(&ItemId) -> bool,
}

impl std::fmt::Debug for Around<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Around")
    }
}

/// The prompts that a name in a ladder may stand for, the most likely first: `pack/topic/prompt`, `topic/prompt` of the same pack, or `prompt` of one
/// of the statement's topics.
pub(crate) fn prompt_names(pack: &str, topics: &[Box<str>], written: &str) -> Vec<ItemId> {
    match written.matches('/').count() {
        0 => topics.iter().map(|topic| topic_name(pack, topic).item(written)).collect(),
        1 => ItemId::parse(&format!("{pack}/{written}")).into_iter().collect(),
        _ => ItemId::parse(written).into_iter().collect(),
    }
}

/// A ladder. Topics that are neither installed nor announced, and prompts that are not installed, are left out: their packs are not there.
pub fn ladder(pack: &str, from: &types::Ladder, around: &Around<'_>) -> Ladder {
    let mut out = Ladder { pack: pack.into(), ..Ladder::default() };
    for level in &from.levels {
        if let Some(slot) = usize::from(level.number).checked_sub(1).and_then(|at| out.levels.get_mut(at)) {
            *slot = text(&level.title);
        }
    }
    out.names = from.names.iter().map(|name| (name.level, dimension(name.dimension), text(&name.text))).collect();
    out.statements = from.statements.iter().map(|it| statement(pack, it, around)).collect();
    out
}

fn statement(pack: &str, from: &types::ladder::Statement, around: &Around<'_>) -> Statement {
    let stop = |written: &str| {
        let id = topic_name(pack, written);
        match (around.topic)(&id) {
            true => Some(Stop::Here(id)),
            false => (around.coming)(&id).map(|title| Stop::Coming { id: written.into(), title }),
        }
    };
    let prompt =
        |written: &str| prompt_names(pack, &from.topics, written).into_iter().find(|prompt| (around.prompt)(prompt));
    Statement {
        id: EntryId::new(pack, &from.id),
        level: from.level,
        dimension: dimension(from.dimension),
        text: text(&from.text),
        topics: from.topics.iter().filter_map(|name| stop(name)).collect(),
        prompts: from.prompts.iter().filter_map(|name| prompt(name)).collect(),
        evidence: text(&from.evidence),
    }
}

fn dimension(from: types::Dimension) -> Dimension {
    match from {
        types::Dimension::Mastery => Dimension::Mastery,
        types::Dimension::Impact => Dimension::Impact,
        types::Dimension::Influence => Dimension::Influence,
        types::Dimension::Communication => Dimension::Communication,
        types::Dimension::Leadership => Dimension::Leadership,
    }
}

/// A checklist.
pub fn checklist(pack: &str, from: &types::Checklist) -> Checklist {
    let item = |item: &types::Check| Check { id: item.id.clone(), text: text(&item.text), why: text(&item.why) };
    Checklist {
        id: EntryId::new(pack, &from.id),
        title: text(&from.title),
        summary: text(&from.summary),
        items: from.items.iter().map(item).collect(),
    }
}
