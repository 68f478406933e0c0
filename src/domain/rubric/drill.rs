//! A drill: the question that trains one point of a rubric alone, answered with one typed sentence.
//!
//! # Design
//!
//! Drills are no questions of a pack: each is made from the prompt whose point it trains, and is asked in the daily review when that point is due. The
//! point's word list only suggests. Something found counts as right and nothing as forgotten, until the learner says otherwise.

use std::ops::Range;

use super::words::{Answer, WordList};
use super::{Point, Prompt};
use crate::domain::question::{AnswerKey, Kind, Question};
use crate::domain::text::{Lang, Text};

/// What makes up a drill besides what is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Drill {
    /// The point in a few words.
    pub point: Text,
    /// When it counts as met.
    pub met: Text,
    /// When it counts as partly met.
    pub partly: Text,
    /// What an answer that makes the point is likely to contain.
    pub words: WordList,
    /// The sentence of the model answer that makes the point; empty where the word list finds none.
    pub model: Text,
}

impl Drill {
    /// Where the words of the point stand in a sentence, as bytes of it; none when nothing was found.
    pub fn find(&self, sentence: &str) -> Vec<Range<usize>> {
        Answer::new(sentence).places(self.words.all()).into_iter().map(|found| found.place).collect()
    }
}

/// The question that trains a point; `None` when the prompt has no such point (any more). `section` is the section of the lesson that teaches it, empty
/// when there is none.
pub fn question(prompt: &Prompt, point: &str, section: &str) -> Option<Question> {
    let point = prompt.point(point)?;
    Some(Question {
        id: prompt.id.point(&point.id),
        key: AnswerKey::of_point(&point.id),
        level: point.level,
        section: section.into(),
        prompt: point.drill.clone(),
        explain: Text::default(),
        hint: Text::default(),
        source: prompt.source.clone(),
        kind: Kind::Drill(Box::new(Drill {
            point: point.text.clone(),
            met: point.met.clone(),
            partly: point.partly.clone(),
            words: point.words.clone(),
            model: Text {
                en: model_sentence(prompt, point, Lang::En).into(),
                id: model_sentence(prompt, point, Lang::Id).into(),
            },
        })),
    })
}

/// The first sentence of the model answer that has a word of the point.
fn model_sentence<'a>(prompt: &'a Prompt, point: &Point, lang: Lang) -> &'a str {
    let own = match lang {
        Lang::En => &prompt.model_full.en,
        Lang::Id => &prompt.model_full.id,
    };
    sentences(own).find(|s| Answer::new(s).has(point.words.all())).unwrap_or_default()
}

/// The sentences of a text: each ends with a full stop, a question mark or an exclamation mark before a space, or with an empty line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").flat_map(|paragraph| {
        let mut rest = paragraph;
        std::iter::from_fn(move || {
            if rest.trim().is_empty() {
                return None;
            }
            let ends = |(at, c): (usize, char)| {
                let after = at + c.len_utf8();
                let end = matches!(c, '.' | '!' | '?') && rest[after..].starts_with(char::is_whitespace);
                end.then_some(after)
            };
            let (sentence, after) = rest.split_at(rest.char_indices().find_map(ends).unwrap_or(rest.len()));
            rest = after;
            Some(sentence.trim())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{points, prompt};
    use super::*;

    #[test]
    fn a_text_falls_into_its_sentences() {
        let text = "I use v1.2 of it. It works!\nAnd then?\n\nThe end";
        let found: Vec<&str> = sentences(text).collect();
        assert_eq!(found, ["I use v1.2 of it.", "It works!", "And then?", "The end"]);
        assert_eq!(sentences(" \n\n ").count(), 0);
    }

    #[test]
    fn a_drill_asks_for_its_point_and_finds_its_words() {
        let mut prompt = prompt(points());
        let name = prompt.points[0].id.clone();
        prompt.points[0].words.en = vec![super::super::Phrase::new("pool")];
        prompt.model_full = Text::new("First the schema. I limit the pool to ten. Done.", "Pertama skema.");
        let question = question(&prompt, &name, "pooling").expect("it has the point");
        assert_eq!(question.id.as_point(), Some((prompt.id.clone(), &*name)));
        assert_eq!((question.key, &*question.section), (AnswerKey::of_point(&name), "pooling"));
        let Kind::Drill(drill) = question.kind else { panic!("a drill") };
        assert_eq!((&*drill.model.en, &*drill.model.id), ("I limit the pool to ten.", ""));
        assert_eq!(drill.find("A pooled one").first(), Some(&(2..8)));
        assert_eq!(drill.find("nothing of it"), []);
    }

    #[test]
    fn a_point_that_is_gone_has_no_drill() {
        assert_eq!(question(&prompt(points()), "gone", ""), None);
    }
}
