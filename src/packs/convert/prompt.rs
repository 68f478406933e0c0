//! Interview prompts and interviewers.

use super::question::distinct;
use super::{Unsound, head_text, text, topic_name};
use crate::domain::ids::TopicId;
use crate::domain::persona::{Lines, Persona, PersonaHead};
use crate::domain::rubric::{
    Clarify, Mark, Phrase, Point, Prompt, PromptHead, PromptKind, Quality, RedFlag, Sample, Signal, WordList,
};
use crate::format::index;
use crate::format::types::text::nfc;
use crate::format::types::{Lists, prompt as from};

/// A prompt of a topic.
///
/// # Errors
///
/// When two points or red flags have one name, or no point is a must.
pub fn prompt(topic: &TopicId, it: &from::Prompt) -> Result<Prompt, Unsound> {
    distinct(it.points.iter().map(|point| &*point.id))?;
    distinct(it.red_flags.iter().map(|flag| &*flag.id))?;
    if !it.points.iter().any(|point| point.must) {
        return Err(Unsound::NoMust);
    }
    Ok(unchecked(topic, it))
}

/// A prompt as it is written, for rules that look at one which may not be sound.
pub(crate) fn unchecked(topic: &TopicId, it: &from::Prompt) -> Prompt {
    Prompt {
        id: topic.item(&it.id),
        title: text(if it.title.is_empty() { &it.ask } else { &it.title }),
        kind: kind(it.kind),
        level: it.level,
        covers: it.covers.clone(),
        personas: it.personas.clone(),
        ask: text(&it.ask),
        think: it.think,
        minutes: it.minutes,
        source: nfc(&it.source),
        clarify: it.clarify.iter().map(|c| Clarify { ask: text(&c.ask), answer: text(&c.answer) }).collect(),
        points: it.points.iter().map(point).collect(),
        red_flags: it.red_flags.iter().map(red_flag).collect(),
        anchors: it.anchors.levels().map(|(_, anchor)| text(anchor)),
        model_short: text(&it.model.short),
        model_full: text(&it.model.full),
        samples: it.samples.iter().map(sample).collect(),
    }
}

/// A word list.
fn words(lists: &Lists) -> WordList {
    let phrases = |list: &[Box<str>]| list.iter().map(|written| Phrase::new(&nfc(written))).collect();
    WordList { en: phrases(&lists.en), id: phrases(&lists.id) }
}

fn kind(kind: from::PromptKind) -> PromptKind {
    match kind {
        from::PromptKind::Technical => PromptKind::Technical,
        from::PromptKind::Design => PromptKind::Design,
        from::PromptKind::Debug => PromptKind::Debug,
        from::PromptKind::Review => PromptKind::Review,
        from::PromptKind::Behavioural => PromptKind::Behavioural,
    }
}

fn point(it: &from::Point) -> Point {
    Point {
        id: it.id.clone(),
        weight: it.weight,
        must: it.must,
        level: it.level,
        text: text(&it.text),
        met: text(&it.met),
        partly: text(&it.partly),
        words: words(&it.words),
        follow_up: text(&it.follow_up),
        drill: text(&it.drill),
    }
}

fn red_flag(it: &from::RedFlag) -> RedFlag {
    RedFlag {
        id: it.id.clone(),
        text: text(&it.text),
        why: text(&it.why),
        words: words(&it.words),
        caps_at: it.caps_at,
    }
}

fn sample(it: &from::Sample) -> Sample {
    let mark = |mark: from::Mark| match mark {
        from::Mark::Missed => Mark::Missed,
        from::Mark::Partly => Mark::Partly,
        from::Mark::Met => Mark::Met,
    };
    let signals = it.signals.iter();
    let signals = signals.filter_map(|(word, mark)| Some((Signal::from_word(word)?, (*mark).min(Signal::MOST))));
    Sample {
        quality: match it.quality {
            from::Quality::Weak => Quality::Weak,
            from::Quality::Middling => Quality::Middling,
        },
        text: text(&it.text),
        marks: it.marks.iter().map(|(point, of)| (point.clone(), mark(*of))).collect(),
        red_flags: it.red_flags.clone(),
        signals: signals.collect(),
    }
}

/// A prompt's head.
pub fn prompt_head(topic: &TopicId, head: &index::PromptHead<'_>) -> PromptHead {
    PromptHead {
        id: topic.item(head.id),
        title: head_text(head.title),
        kind: PromptKind::ALL.get(usize::from(head.kind)).copied().unwrap_or(PromptKind::Technical),
        level: head.level,
        minutes: head.minutes,
        points: head.points,
        personas: head.personas.iter().map(|id| (*id).into()).collect(),
    }
}

/// An interviewer's head.
pub fn persona_head(pack: &str, head: &index::PersonaHead) -> PersonaHead {
    PersonaHead { pack: pack.into(), id: head.id.clone(), name: text(&head.name), cares: text(&head.cares) }
}

/// An interviewer.
pub fn persona(pack: &str, it: &crate::format::types::Persona) -> Persona {
    Persona {
        head: PersonaHead { pack: pack.into(), id: it.id.clone(), name: text(&it.name), cares: text(&it.cares) },
        voice: text(&it.voice),
        topics: it.topics.iter().map(|name| topic_name(pack, name)).collect(),
        greet: lines(&it.greet),
        missing: lines(&it.missing),
        strong: lines(&it.strong),
        time: lines(&it.time),
        close: lines(&it.close),
    }
}

fn lines(lists: &Lists) -> Lines {
    let list = |lines: &[Box<str>]| lines.iter().map(|line| nfc(line)).collect();
    Lines { en: list(&lists.en), id: list(&lists.id) }
}
