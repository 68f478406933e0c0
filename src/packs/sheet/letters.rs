//! Which letter stands for which part of a question.

use crate::domain::question::{Choice, Kind, Options, Pair, Question, Scene, SceneChoice, Step};
use crate::domain::sorting::Arrange;
use crate::domain::text::Lang;
use crate::format::key::fnv;

/// The letter of a place, from 0. No question has more parts than letters.
pub(super) fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).unwrap_or(25).min(25))
}

/// The place of a letter, in any case.
pub(super) fn place(letter: char) -> Option<usize> {
    let letter = letter.to_ascii_lowercase();
    letter.is_ascii_lowercase().then(|| usize::from(letter as u8 - b'a'))
}

/// How the parts of one question are ordered on the sheets of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shuffle<'q> {
    question: &'q Question,
    lang: Lang,
}

impl<'q> Shuffle<'q> {
    pub fn new(question: &'q Question, lang: Lang) -> Self {
        Shuffle { question, lang }
    }

    /// A number that rests on the names alone, and whose order says nothing about the author's.
    fn rank(self, part: &str) -> u64 {
        let whole = format!("{part}\0{}\0{}", self.question.id.as_str(), self.lang.code());
        // FNV leaves neighbours close together; this spreads them (SplitMix64's last step, Steele et al. 2014).
        let mut mixed = fnv(whole.as_bytes());
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn by<T>(self, mut parts: Vec<&'q T>, name: impl Fn(&T) -> String) -> Vec<&'q T> {
        parts.arrange_by_key(|part| self.rank(&name(part)));
        parts
    }

    /// Options as they are lettered.
    pub fn options(self, options: &'q Options) -> Vec<&'q Choice> {
        let parts = options.choices.iter().collect();
        if options.keep_order { parts } else { self.by(parts, |choice| choice.id.to_string()) }
    }

    /// Reasons as they are lettered.
    pub fn reasons(self, reasons: &'q [Choice]) -> Vec<&'q Choice> {
        self.by(reasons.iter().collect(), |reason| reason.id.to_string())
    }

    /// Steps as they are lettered.
    pub fn steps(self, steps: &'q [Step]) -> Vec<&'q Step> {
        self.by(steps.iter().collect(), |step| step.id.to_string())
    }

    /// The choices of a scene as they are lettered.
    pub fn scene(self, scene: &'q Scene) -> Vec<&'q SceneChoice> {
        self.by(scene.choices.iter().collect(), |choice| format!("{}\0{}", scene.id, choice.id))
    }

    /// The right sides of a match as they are lettered, each text once: id and text.
    pub fn rights(self, pairs: &'q [Pair], extras: &'q [Choice]) -> Vec<(&'q str, &'q str)> {
        let own = pairs.iter().map(|pair| (&*pair.id, &pair.right));
        let mut rights: Vec<(&str, &str)> = Vec::new();
        for (id, text) in own.chain(extras.iter().map(|extra| (&*extra.id, &extra.text))) {
            let text = text.get(self.lang);
            if !rights.iter().any(|(_, there)| *there == text) {
                rights.push((id, text));
            }
        }
        rights.arrange_by_key(|(id, _)| self.rank(id));
        rights
    }

    /// The words of a cloze's bank; empty when its author gave no wrong ones.
    pub fn bank(self) -> Vec<&'q str> {
        let Kind::Cloze { gaps, .. } = &self.question.kind else { return Vec::new() };
        let wrong = gaps.iter().flat_map(|gap| &gap.distractors).map(|near| near.text.get(self.lang));
        let mut words: Vec<&str> = wrong.collect();
        if words.is_empty() {
            return words;
        }
        words.extend(gaps.iter().map(|gap| gap.answer.get(self.lang)));
        words.arrange_by_key(|word| (self.rank(word), *word));
        words.dedup();
        words
    }
}
