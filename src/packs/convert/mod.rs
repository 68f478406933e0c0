//! From the format to the domain: the one place where written content becomes what the program lives by.
//!
//! What comes out is sound by construction. Everything that the domain promises of its values (exactly one right option, a gap for each number,
//! a scene for each `goto`) is looked at here once more, so that content which nobody checked cannot break a session.

mod day;
mod prompt;
mod question;
mod role;
#[cfg(test)]
mod tests;

pub use day::{day, day_head};
pub(crate) use prompt::unchecked as prompt_as_written;
pub use prompt::{persona, persona_head, prompt, prompt_head};
pub use question::{Unsound, question};
pub(crate) use role::prompt_names;
pub use role::{Around, checklist, ladder};

use crate::domain::catalog::{self, PathHead, SectionHead, Stage, Stop, TopicHead, UnitHead};
use crate::domain::ids::TopicId;
use crate::domain::question::{AnswerKey, KindName};
use crate::domain::text::{Lang, Text};
use crate::format::index::{self, TextRef};
use crate::format::types;
use crate::format::types::text::nfc;

/// A text.
pub fn text(from: &types::Text) -> Text {
    Text { en: from.english().into(), id: from.indonesian().into() }
}

fn head_text(from: TextRef<'_>) -> Text {
    Text { en: nfc(from.en), id: nfc(from.id) }
}

/// A topic's name as it is written in a pack: `topic` there, `pack/topic` elsewhere.
pub fn topic_name(pack: &str, written: &str) -> TopicId {
    match TopicId::parse(written) {
        Some(full) => full,
        None => TopicId::new(pack, written),
    }
}

/// A pack.
pub fn pack_head(pack: &types::Pack, builtin: bool) -> catalog::PackHead {
    let unit = |unit: &types::Unit| UnitHead { id: unit.id.clone(), title: text(&unit.title) };
    catalog::PackHead {
        id: pack.id.clone(),
        version: pack.version.clone(),
        title: text(&pack.title),
        summary: text(&pack.summary),
        languages: pack.languages.iter().filter_map(|code| Lang::from_code(code)).collect(),
        licence: nfc(&pack.licence),
        authors: pack.authors.iter().map(|name| nfc(name)).collect(),
        units: pack.units.iter().map(unit).collect(),
        builtin,
    }
}

/// A topic's head.
pub fn topic_head(pack: &str, head: &index::TopicHead<'_>) -> TopicHead {
    let names = |list: &[&str]| list.iter().map(|name| topic_name(pack, name)).collect();
    let section = |section: &index::SectionHead<'_>| SectionHead {
        id: section.id.into(),
        title: head_text(section.title),
        covers: section.covers.iter().map(|id| (*id).into()).collect(),
    };
    TopicHead {
        id: TopicId::new(pack, head.id),
        unit: head.unit.into(),
        title: head_text(head.title),
        summary: head_text(head.summary),
        level: head.level,
        minutes: head.minutes,
        requires: names(&head.requires),
        see_also: names(&head.see_also),
        sections: head.sections.iter().map(section).collect(),
        questions: head.questions,
    }
}

/// A question's head.
pub fn question_head(topic: &TopicId, head: &index::QuestionHead<'_>) -> catalog::QuestionHead {
    catalog::QuestionHead {
        id: topic.item(head.id),
        key: AnswerKey(head.key),
        kind: KindName::ALL.get(usize::from(head.kind)).copied().unwrap_or(KindName::Single),
        level: head.level,
        section: head.section.into(),
    }
}

/// A path. A stop that is neither installed nor announced, here or by a path of its own pack, is left out: its pack is not there.
pub fn path(
    pack: &str,
    from: &types::Path,
    installed: impl Fn(&TopicId) -> bool,
    elsewhere: impl Fn(&TopicId) -> Option<Text>,
) -> PathHead {
    let stop = |stage: &types::Stage, name: &str| {
        let id = topic_name(pack, name);
        if installed(&id) {
            return Some(Stop::Here(id));
        }
        let own = stage.coming.iter().find(|coming| &*coming.id == name).map(|coming| text(&coming.title));
        Some(Stop::Coming { id: name.into(), title: own.or_else(|| elsewhere(&id))? })
    };
    let stage = |stage: &types::Stage| Stage {
        title: text(&stage.title),
        topics: stage.topics.iter().filter_map(|name| stop(stage, name)).collect(),
    };
    PathHead {
        pack: pack.into(),
        id: from.id.clone(),
        kind: match from.kind {
            types::PathKind::Roadmap => catalog::PathKind::Roadmap,
            types::PathKind::Track => catalog::PathKind::Track,
            types::PathKind::Level => catalog::PathKind::Level,
            types::PathKind::Plan => catalog::PathKind::Plan,
        },
        title: text(&from.title),
        summary: text(&from.summary),
        personas: from.personas.clone(),
        level: from.level,
        stages: from.stages.iter().map(stage).collect(),
    }
}

/// A term of the glossary.
pub fn term(pack: &str, from: &types::Term) -> catalog::Term {
    catalog::Term {
        id: from.id.clone(),
        name: text(&from.name),
        aliases: from.aliases.iter().map(|alias| nfc(alias)).collect(),
        say: text(&from.say),
        topic: (!from.topic.is_empty()).then(|| topic_name(pack, &from.topic)),
    }
}
