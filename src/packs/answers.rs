//! Answers for bots: every way to answer a question right, the nearest ways to answer it wrong, and what in it nobody could tell apart.

use super::convert;
use super::install::Texts;
use crate::domain::ids::TopicId;
use crate::domain::question::{Answer, Blank, Choice, Kind, Question, Scene};
use crate::domain::text::Text;
use crate::format::read;
use crate::format::source::{self, PACK, TOPIC, TopicTexts};

/// The questions of a pack, in order of their topics' folders; what is broken is left out.
pub fn questions(texts: &Texts) -> Vec<Question> {
    let Some(head) = texts.get(PACK).and_then(|text| read::pack(text).value) else { return Vec::new() };
    let mut found = Vec::new();
    for folder in texts.keys().filter_map(|path| path.strip_suffix(TOPIC)?.strip_suffix('/')) {
        let mut topic = TopicTexts::default();
        for name in source::TOPIC_FILES {
            if let Some(text) = texts.get(&*format!("{folder}/{name}")) {
                topic.slot(name, text.clone());
            }
        }
        let read = source::topic(&topic, head.langs());
        let Some(topic) = read.topic else { continue };
        let id = TopicId::new(&head.id, &topic.id);
        found.extend(read.questions.items.iter().filter_map(|item| convert::question(&id, &item.question).ok()));
    }
    found
}

/// Answers that have to be right.
pub fn right(question: &Question) -> Vec<Answer> {
    match &question.kind {
        Kind::Single(options) | Kind::Multi(options) => {
            let ids = options.choices.iter().filter(|choice| choice.right).map(|choice| choice.id.clone());
            vec![Answer::Chosen(ids.collect())]
        }
        Kind::TrueFalse { answer, reasons } => {
            let reason = reasons.iter().find(|reason| reason.right);
            vec![Answer::Verdict(*answer, reason.map(|reason| reason.id.clone()))]
        }
        Kind::Short(blank) => words(blank).into_iter().map(Answer::Typed).collect(),
        Kind::Cloze { gaps, .. } => with_each(gaps, words),
        Kind::Order { steps, any_order } => {
            let ids: Vec<Box<str>> = steps.iter().map(|step| step.id.clone()).collect();
            let mut turned = ids.clone();
            for group in any_order {
                let (first, last) = (group.iter().min().copied(), group.iter().max().copied());
                if let (Some(first), Some(last)) = (first, last)
                    && let Some(part) = turned.get_mut(first..=last)
                {
                    part.reverse();
                }
            }
            vec![Answer::Order(ids), Answer::Order(turned)]
        }
        Kind::Match { pairs, .. } => {
            vec![Answer::Pairs(pairs.iter().map(|pair| (pair.id.clone(), Some(pair.id.clone()))).collect())]
        }
        Kind::Line { notes, .. } => {
            notes.iter().filter(|note| note.right).map(|note| Answer::Line(note.number)).collect()
        }
        Kind::Scenario { scenes } => vec![way(scenes, None)],
        Kind::Drill(_) => Vec::new(),
    }
}

/// Answers that must not be right, each one step from a right one.
pub fn wrong(question: &Question) -> Vec<Answer> {
    let mut all = match &question.kind {
        Kind::Single(options) => {
            options.choices.iter().filter(|c| !c.right).map(|c| Answer::Chosen(vec![c.id.clone()])).collect()
        }
        Kind::Multi(options) => one_off(&options.choices),
        Kind::TrueFalse { answer, reasons } => {
            let right = reasons.iter().find(|reason| reason.right).map(|reason| reason.id.clone());
            let others = reasons.iter().filter(|reason| !reason.right);
            let mut all: Vec<Answer> = others.map(|r| Answer::Verdict(*answer, Some(r.id.clone()))).collect();
            all.push(Answer::Verdict(!answer, right));
            all
        }
        Kind::Short(blank) => misses(blank).into_iter().map(Answer::Typed).collect(),
        Kind::Cloze { gaps, .. } => with_each(gaps, misses),
        Kind::Order { steps, any_order } => {
            let ids: Vec<Box<str>> = steps.iter().map(|step| step.id.clone()).collect();
            let free = |at: usize| any_order.iter().any(|group| group.contains(&at) && group.contains(&(at + 1)));
            let swaps = (0..ids.len().saturating_sub(1)).filter(|at| !free(*at));
            swaps
                .map(|at| {
                    let mut ids = ids.clone();
                    ids.swap(at, at + 1);
                    Answer::Order(ids)
                })
                .collect()
        }
        Kind::Match { pairs, extras } => {
            let rights: Vec<(Box<str>, &Text)> = pairs.iter().map(|p| (p.id.clone(), &p.right)).collect();
            let all = rights.iter().cloned().chain(extras.iter().map(|e| (e.id.clone(), &e.text)));
            all.filter(|(_, text)| pairs.first().is_some_and(|first| first.right != **text))
                .map(|(other, _)| {
                    let own = pairs.iter().enumerate().map(|(at, pair)| {
                        (pair.id.clone(), Some(if at == 0 { other.clone() } else { pair.id.clone() }))
                    });
                    Answer::Pairs(own.collect())
                })
                .collect()
        }
        Kind::Line { code, notes, .. } => {
            let right = |number: usize| notes.iter().any(|note| note.right && note.number == number);
            (1..=code.lines().count()).filter(|number| !right(*number)).map(Answer::Line).collect()
        }
        Kind::Scenario { scenes } => {
            let choices = scenes.iter().flat_map(|scene| scene.choices.iter().map(move |choice| (scene, choice)));
            choices.filter(|(_, choice)| !choice.best).map(|(scene, c)| way(scenes, Some((&scene.id, &c.id)))).collect()
        }
        Kind::Drill(_) => Vec::new(),
    };
    all.push(Answer::DontKnow);
    all
}

/// Texts that stand twice where one of them has to be picked, in the language in which they do: nobody could tell them apart.
pub fn doubles(question: &Question) -> Vec<Box<str>> {
    let texts: Vec<&Text> = match &question.kind {
        Kind::Single(options) | Kind::Multi(options) => options.choices.iter().map(|c| &c.text).collect(),
        Kind::TrueFalse { reasons, .. } => reasons.iter().map(|c| &c.text).collect(),
        Kind::Order { steps, .. } => steps.iter().map(|step| &step.text).collect(),
        Kind::Match { pairs, extras } => {
            let mut found = twice(&pairs.iter().map(|pair| &pair.left).collect::<Vec<_>>());
            let rights: Vec<&Text> = pairs.iter().map(|pair| &pair.right).collect();
            found.extend(extras.iter().filter_map(|extra| rights.iter().find_map(|right| equal(&extra.text, right))));
            // Two pairs may share a right side: then they do so in every language.
            for (at, right) in rights.iter().enumerate() {
                let once =
                    rights[..at].iter().filter(|other| !(same(&other.en, &right.en) && same(&other.id, &right.id)));
                found.extend(once.filter_map(|other| equal(right, other)).next());
            }
            return found;
        }
        Kind::Scenario { scenes } => {
            let each = scenes.iter().map(|scene| scene.choices.iter().map(|c| &c.text).collect::<Vec<_>>());
            return each.flat_map(|texts| twice(&texts)).collect();
        }
        _ => return Vec::new(),
    };
    twice(&texts)
}

fn twice(texts: &[&Text]) -> Vec<Box<str>> {
    let each = texts.iter().enumerate();
    each.filter_map(|(at, text)| texts[..at].iter().find_map(|other| equal(text, other))).collect()
}

/// The text of the first language in which the two look the same.
fn equal(text: &Text, other: &Text) -> Option<Box<str>> {
    let sides = [(&text.en, &other.en), (&text.id, &other.id)];
    sides.into_iter().find(|(own, other)| !own.is_empty() && same(own, other)).map(|(own, _)| own.clone())
}

fn same(a: &str, b: &str) -> bool {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    flat(a) == flat(b)
}

/// All spellings that are accepted.
fn words(blank: &Blank) -> Vec<Box<str>> {
    let own = [&blank.answer.en, &blank.answer.id].into_iter().filter(|word| !word.is_empty());
    own.chain(&blank.accept).cloned().collect()
}

/// Words that are not the answer.
fn misses(blank: &Blank) -> Vec<Box<str>> {
    let others = blank.near.iter().chain(&blank.distractors).flat_map(|near| [&near.text.en, &near.text.id]);
    others.filter(|word| !word.is_empty()).cloned().chain(["qzxv".into()]).collect()
}

/// The first spelling in every gap, but for one gap at a time each of the words that `words` gives.
fn with_each(gaps: &[Blank], of: fn(&Blank) -> Vec<Box<str>>) -> Vec<Answer> {
    let first: Vec<Box<str>> = gaps.iter().map(|gap| words(gap).into_iter().next().unwrap_or_default()).collect();
    let each = gaps.iter().enumerate().flat_map(|(at, gap)| of(gap).into_iter().map(move |word| (at, word)));
    each.map(|(at, word)| {
        let mut typed = first.clone();
        typed[at] = word;
        Answer::Gaps(typed)
    })
    .collect()
}

/// The right options with one more or one less.
fn one_off(choices: &[Choice]) -> Vec<Answer> {
    let without = |turned: usize| {
        let chosen = choices.iter().enumerate().filter(|(at, choice)| choice.right != (*at == turned));
        Answer::Chosen(chosen.map(|(_, choice)| choice.id.clone()).collect())
    };
    (0..choices.len()).map(without).collect()
}

/// The best choice in every scene on the way, but for one; a scene that the best way does not meet is reached by what leads to it.
fn way(scenes: &[Scene], instead: Option<(&str, &str)>) -> Answer {
    let mut taken = Vec::new();
    let mut at = Some(0);
    while let Some(scene) = at.and_then(|at| scenes.get(at)).filter(|_| taken.len() < scenes.len()) {
        let here = instead.filter(|(wanted, _)| **wanted == *scene.id).map(|(_, choice)| choice);
        let leads = |goto: Option<usize>| {
            goto.and_then(|at| scenes.get(at)).is_some_and(|next| Some(&*next.id) == instead.map(|i| i.0))
        };
        let chosen = match here {
            Some(choice) => scene.choices.iter().find(|c| *c.id == *choice),
            None => scene.choices.iter().find(|c| leads(c.goto)).or_else(|| scene.choices.iter().find(|c| c.best)),
        };
        let Some(chosen) = chosen else { break };
        taken.push((scene.id.clone(), chosen.id.clone()));
        at = chosen.goto;
    }
    Answer::Way(taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::grading::{Outcome, judge};

    fn nine() -> Vec<Question> {
        let topic = "id = \"t\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";
        let head = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"P\"\nlanguages = [\"en\", \"id\"]\n";
        let nine = include_str!("../format/fixtures/nine.toml");
        let texts = [("pack.toml", head), ("t/topic.toml", topic), ("t/questions.toml", nine)];
        questions(&texts.into_iter().map(|(path, text)| (path.into(), text.to_owned())).collect())
    }

    #[test]
    fn all_right_answers_of_the_nine_kinds_are_right_and_no_wrong_one_is() {
        let questions = nine();
        assert_eq!(questions.len(), 9);
        for question in &questions {
            let (right, wrong) = (right(question), wrong(question));
            assert!(!right.is_empty() && wrong.len() > 1, "{}", question.id.as_str());
            for answer in right {
                assert_eq!(judge(question, &answer, &[]).outcome, Outcome::Right, "{answer:?}");
            }
            for answer in wrong {
                assert_ne!(judge(question, &answer, &[]).outcome, Outcome::Right, "{answer:?}");
            }
            assert_eq!(doubles(question), Vec::<Box<str>>::new());
        }
    }

    #[test]
    fn texts_that_nobody_could_tell_apart_are_found() {
        let mut questions = nine();
        let Some(Kind::Single(options)) = questions.first_mut().map(|q| &mut q.kind) else { panic!("single") };
        let shout = options.choices[0].text.en.to_uppercase();
        options.choices[1].text.en = format!(" {shout} ").into();
        assert_eq!(doubles(&questions[0]).len(), 1);
    }

    #[test]
    fn a_text_that_stands_twice_in_one_language_alone_is_told_in_that_language() {
        let mut questions = nine();
        let Some(Kind::Single(options)) = questions.first_mut().map(|q| &mut q.kind) else { panic!("single") };
        options.choices[1].text.id = options.choices[0].text.id.clone();
        let told = options.choices[0].text.id.clone();
        assert_eq!(doubles(&questions[0]), [told]);
        let pairs = questions.iter_mut().find(|q| matches!(q.kind, Kind::Match { .. })).expect("one of each kind");
        let Kind::Match { pairs: all, .. } = &mut pairs.kind else { panic!("match") };
        all[1].right.id = all[0].right.id.clone();
        let told = all[0].right.id.clone();
        assert_eq!(doubles(pairs), [told]);
        let Kind::Match { pairs: all, .. } = &mut pairs.kind else { panic!("match") };
        all[1].right.en = all[0].right.en.clone();
        assert_eq!(doubles(pairs), Vec::<Box<str>>::new(), "a right side may be shared");
    }
}
