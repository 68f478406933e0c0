//! Questions of all nine kinds.

use super::text;
use crate::domain::ids::TopicId;
use crate::domain::question::{
    AnswerKey, Blank, Choice, Kind, LineNote, Near, Options, Pair, Question, Scene, SceneChoice, Step,
};
use crate::domain::text::Text;
use crate::format::key::answer_key;
use crate::format::types;
use crate::format::types::question as from;
use crate::format::types::text::nfc;

/// Why a question or a prompt cannot be asked. `jenjang pack check` says where and what to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// A single choice, or the reasons of a true/false, without exactly one that is right.
    #[error("not exactly one option is right")]
    NotOneRight,
    /// A multiple choice without a right option, or without a wrong one.
    #[error("a multiple choice needs right and wrong options")]
    NotSomeRight,
    /// Two parts with one id.
    #[error("two parts have the same id")]
    SameId,
    /// A gap without its number in the text, or the other way round.
    #[error("gaps and their numbers differ")]
    Gaps,
    /// A group of `any_order` that names no consecutive steps, or one step twice.
    #[error("a group of steps is not consecutive")]
    Group,
    /// A line that the code does not have, named twice, or none that is right.
    #[error("a line does not exist, stands twice, or none is right")]
    Line,
    /// A scene without exactly one best choice, a `goto` to nowhere, in a circle, or a scene that nothing leads to.
    #[error("the scenes do not form a tree of decisions")]
    Scenes,
    /// A prompt without a point that has to be met.
    #[error("no point is a must")]
    NoMust,
}

/// A question of a topic.
///
/// # Errors
///
/// When it could not be asked or graded.
pub fn question(topic: &TopicId, it: &types::Question) -> Result<Question, Unsound> {
    let types::Question { common, kind } = it;
    Ok(Question {
        id: topic.item(&common.id),
        key: AnswerKey(answer_key(it)),
        level: common.level,
        section: common.section.clone(),
        prompt: text(&common.prompt),
        explain: text(&common.explain),
        hint: text(&common.hint),
        source: nfc(&common.source),
        kind: convert(kind)?,
    })
}

fn convert(kind: &types::Kind) -> Result<Kind, Unsound> {
    Ok(match kind {
        types::Kind::Single(it) => {
            one_right(&it.options)?;
            Kind::Single(options(it)?)
        }
        types::Kind::Multi(it) => {
            let right = it.options.iter().filter(|o| o.right).count();
            if right == 0 || right == it.options.len() {
                return Err(Unsound::NotSomeRight);
            }
            Kind::Multi(options(it)?)
        }
        types::Kind::TrueFalse(it) => {
            one_right(&it.reasons)?;
            Kind::TrueFalse { answer: it.answer, reasons: choices(&it.reasons)? }
        }
        types::Kind::Short(it) => Kind::Short(Blank {
            answer: text(&it.answer),
            accept: words(&it.accept),
            near: nears(&it.near),
            why: Text::default(),
            distractors: Vec::new(),
        }),
        types::Kind::Cloze(it) => cloze(it)?,
        types::Kind::Order(it) => order(it)?,
        types::Kind::Match(it) => matching(it)?,
        types::Kind::Line(it) => line(it)?,
        types::Kind::Scenario(it) => Kind::Scenario { scenes: scenes(&it.scenes)? },
    })
}

/// Whether no two are the same.
pub(super) fn distinct<'a>(ids: impl Iterator<Item = &'a str>) -> Result<(), Unsound> {
    let mut seen: Vec<&str> = ids.collect();
    let written = seen.len();
    seen.sort_unstable();
    seen.dedup();
    if seen.len() == written { Ok(()) } else { Err(Unsound::SameId) }
}

fn one_right(list: &[from::Choice]) -> Result<(), Unsound> {
    match list.iter().filter(|choice| choice.right).count() {
        1 => Ok(()),
        _ => Err(Unsound::NotOneRight),
    }
}

fn options(it: &from::Options) -> Result<Options, Unsound> {
    Ok(Options { choices: choices(&it.options)?, keep_order: it.keep_order })
}

fn choices(list: &[from::Choice]) -> Result<Vec<Choice>, Unsound> {
    distinct(list.iter().map(|choice| &*choice.id))?;
    let one = |choice: &from::Choice| Choice {
        id: choice.id.clone(),
        text: text(&choice.text),
        right: choice.right,
        why: text(&choice.why),
    };
    Ok(list.iter().map(one).collect())
}

fn words(list: &[Box<str>]) -> Vec<Box<str>> {
    list.iter().map(|word| nfc(word)).collect()
}

fn nears<'a>(list: impl IntoIterator<Item = &'a from::Near>) -> Vec<Near> {
    let one = |near: &from::Near| Near { text: text(&near.text), why: text(&near.why) };
    list.into_iter().map(one).collect()
}

/// Whether `text` has `{{1}}` to `{{gaps}}`, each exactly once, and no other number.
pub(crate) fn has_gaps(text: &str, gaps: usize) -> bool {
    text.matches("{{").count() == gaps && (1..=gaps).all(|n| text.matches(&format!("{{{{{n}}}}}")).count() == 1)
}

fn cloze(it: &from::Cloze) -> Result<Kind, Unsound> {
    if !it.text.versions().all(|text| has_gaps(text, it.gaps.len())) {
        return Err(Unsound::Gaps);
    }
    let gap = |gap: &from::Gap| Blank {
        answer: text(&gap.answer),
        accept: words(&gap.accept),
        near: nears(&gap.near),
        why: text(&gap.why),
        distractors: nears(gap.distractor.iter().chain(&it.distractor)),
    };
    Ok(Kind::Cloze { text: text(&it.text), gaps: it.gaps.iter().map(gap).collect() })
}

/// The groups of `any_order` as indexes, in order; `None` when one is not made of consecutive steps of its own.
pub(crate) fn groups(it: &from::Order) -> Option<Vec<Vec<usize>>> {
    let mut taken = vec![false; it.steps.len()];
    let mut groups = Vec::new();
    for ids in &it.any_order {
        let mut group = Vec::new();
        for id in ids {
            let place = it.steps.iter().position(|step| step.id == *id)?;
            if std::mem::replace(&mut taken[place], true) {
                return None;
            }
            group.push(place);
        }
        group.sort_unstable();
        if group.len() < 2 || group.windows(2).any(|pair| pair[1] != pair[0] + 1) {
            return None;
        }
        groups.push(group);
    }
    Some(groups)
}

fn order(it: &from::Order) -> Result<Kind, Unsound> {
    distinct(it.steps.iter().map(|step| &*step.id))?;
    let step = |step: &from::Step| Step { id: step.id.clone(), text: text(&step.text), why: text(&step.why) };
    Ok(Kind::Order { any_order: groups(it).ok_or(Unsound::Group)?, steps: it.steps.iter().map(step).collect() })
}

fn matching(it: &from::Match) -> Result<Kind, Unsound> {
    let ids = it.pairs.iter().map(|pair| &*pair.id);
    distinct(ids.chain(it.extras.iter().map(|extra| &*extra.id)))?;
    let pair = |pair: &from::Pair| Pair {
        id: pair.id.clone(),
        left: text(&pair.left),
        right: text(&pair.right),
        why: text(&pair.why),
    };
    let extra = |extra: &from::Extra| Choice {
        id: extra.id.clone(),
        text: text(&extra.right),
        right: false,
        why: text(&extra.why),
    };
    Ok(Kind::Match { pairs: it.pairs.iter().map(pair).collect(), extras: it.extras.iter().map(extra).collect() })
}

fn line(it: &from::Line) -> Result<Kind, Unsound> {
    let mut numbers: Vec<u32> = it.lines.iter().map(|line| line.number).collect();
    numbers.sort_unstable();
    let written = numbers.len();
    numbers.dedup();
    let last = u32::try_from(it.code.lines().count()).unwrap_or(u32::MAX);
    let exist = numbers.iter().all(|n| (1..=last).contains(n));
    if numbers.len() != written || !exist || !it.lines.iter().any(|line| line.right) {
        return Err(Unsound::Line);
    }
    let note = |line: &from::LineNote| LineNote {
        number: usize::try_from(line.number).unwrap_or(usize::MAX),
        right: line.right,
        why: text(&line.why),
    };
    Ok(Kind::Line {
        language: it.language.clone(),
        code: nfc(it.code.strip_suffix('\n').unwrap_or(&it.code)),
        notes: it.lines.iter().map(note).collect(),
    })
}

fn scenes(list: &[from::Scene]) -> Result<Vec<Scene>, Unsound> {
    distinct(list.iter().map(|scene| &*scene.id))?;
    let mut scenes = Vec::with_capacity(list.len());
    for scene in list {
        distinct(scene.choices.iter().map(|choice| &*choice.id))?;
        if scene.choices.iter().filter(|choice| choice.best).count() != 1 {
            return Err(Unsound::Scenes);
        }
        let choices = scene.choices.iter().map(|choice| scene_choice(choice, list));
        scenes.push(Scene {
            id: scene.id.clone(),
            text: text(&scene.text),
            choices: choices.collect::<Result<_, _>>()?,
        });
    }
    if is_tree(&scenes) { Ok(scenes) } else { Err(Unsound::Scenes) }
}

fn scene_choice(choice: &from::SceneChoice, list: &[from::Scene]) -> Result<SceneChoice, Unsound> {
    let goto = if choice.goto.is_empty() {
        None
    } else {
        Some(list.iter().position(|scene| scene.id == choice.goto).ok_or(Unsound::Scenes)?)
    };
    Ok(SceneChoice {
        id: choice.id.clone(),
        text: text(&choice.text),
        why: text(&choice.why),
        best: choice.best,
        goto,
        cost: text(&choice.cost),
    })
}

/// Whether every scene can be reached from the first and no way comes back.
fn is_tree(scenes: &[Scene]) -> bool {
    let mut order = vec![usize::MAX; scenes.len()];
    let mut waiting = vec![(0usize, 0usize)];
    while let Some((at, depth)) = waiting.pop() {
        if depth >= scenes.len() {
            return false;
        }
        if order[at] != usize::MAX && order[at] >= depth {
            continue;
        }
        order[at] = depth;
        waiting.extend(scenes[at].choices.iter().filter_map(|c| Some((c.goto?, depth + 1))));
    }
    order.iter().all(|depth| *depth != usize::MAX)
}
