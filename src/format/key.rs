//! The answer key: a hash of what decides right and wrong, with the texts left out.
//!
//! It stands in each row of the log. Rewording a prompt, an option or a why keeps it; moving `right` to another option, accepting another
//! word or changing a line of code changes it, and then the item is asked again. It must be the same in every version of the program for
//! ever, so it rests on nothing that may change: FNV-1a with 64 bits over a byte string that this module alone defines, and a folding of typed
//! answers of its own. A change to either would make every learner's log disagree with the content; the golden test guards it.
//!
//! The byte string is the kind's word, then its parts, each string with its length in front (32 bits, little-endian), each flag one byte:
//!
//! | kind | parts |
//! | --- | --- |
//! | single, multi | for each option in order of ids: id, right |
//! | true_false | answer; for each reason in order of ids: id, right |
//! | short | the accepted answers, folded, sorted, each once |
//! | cloze | for each gap: the number of its accepted answers, then these as above |
//! | order | the step ids in order; for each group of `any_order`: its size and its ids in order of ids |
//! | match | the pair ids in order of ids |
//! | line | the right numbers in order; the code |
//! | scenario | the first scene's id; for each scene in order of ids: id, and for each choice in order of ids: id, best, goto |

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::types::question::{Choice, Order, Scenario};
use super::types::{Kind, Question, Text};

/// The answer key of a question.
pub fn answer_key(question: &Question) -> u64 {
    let mut hash = Fnv::new();
    hash.text(question.kind.word());
    match &question.kind {
        Kind::Single(it) | Kind::Multi(it) => choices(&mut hash, &it.options),
        Kind::TrueFalse(it) => {
            hash.flag(it.answer);
            choices(&mut hash, &it.reasons);
        }
        Kind::Short(it) => accepted(&mut hash, &it.answer, &it.accept),
        Kind::Cloze(it) => {
            for gap in &it.gaps {
                accepted(&mut hash, &gap.answer, &gap.accept);
            }
        }
        Kind::Order(it) => order(&mut hash, it),
        Kind::Match(it) => {
            let mut ids: Vec<&str> = it.pairs.iter().map(|p| &*p.id).collect();
            ids.sort_unstable();
            ids.iter().for_each(|id| hash.text(id));
        }
        Kind::Line(it) => {
            let mut right: Vec<u32> = it.lines.iter().filter(|l| l.right).map(|l| l.number).collect();
            right.sort_unstable();
            right.iter().for_each(|n| hash.number(*n));
            hash.text(&it.code);
        }
        Kind::Scenario(it) => scenario(&mut hash, it),
    }
    hash.0
}

fn choices(hash: &mut Fnv, list: &[Choice]) {
    let mut sorted: Vec<&Choice> = list.iter().collect();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    for choice in sorted {
        hash.text(&choice.id);
        hash.flag(choice.right);
    }
}

fn accepted(hash: &mut Fnv, answer: &Text, accept: &[Box<str>]) {
    let mut words: Vec<String> = answer.versions().chain(accept.iter().map(|w| &**w)).map(fold).collect();
    words.sort_unstable();
    words.dedup();
    hash.number(count(words.len()));
    words.iter().for_each(|word| hash.text(word));
}

fn order(hash: &mut Fnv, it: &Order) {
    hash.number(count(it.steps.len()));
    it.steps.iter().for_each(|step| hash.text(&step.id));
    for group in &it.any_order {
        let mut ids: Vec<&str> = group.iter().map(|id| &**id).collect();
        ids.sort_unstable();
        hash.number(count(ids.len()));
        ids.iter().for_each(|id| hash.text(id));
    }
}

fn scenario(hash: &mut Fnv, it: &Scenario) {
    hash.text(it.scenes.first().map_or("", |scene| &scene.id));
    let mut scenes: Vec<_> = it.scenes.iter().collect();
    scenes.sort_by(|a, b| a.id.cmp(&b.id));
    for scene in scenes {
        hash.text(&scene.id);
        let mut choices: Vec<_> = scene.choices.iter().collect();
        choices.sort_by(|a, b| a.id.cmp(&b.id));
        for choice in choices {
            hash.text(&choice.id);
            hash.flag(choice.best);
            hash.text(&choice.goto);
        }
    }
}

/// A typed answer without what grading forgives anyway: case, accents, spaces, hyphens. What consists of nothing else stays as it is.
fn fold(word: &str) -> String {
    let folded: String = word
        .nfd()
        .filter(|c| !is_combining_mark(*c) && !c.is_whitespace() && *c != '-')
        .flat_map(char::to_lowercase)
        .collect();
    if folded.is_empty() { word.to_owned() } else { folded }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923).
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&mut self, text: &str) {
        self.number(count(text.len()));
        self.bytes(text.as_bytes());
    }

    fn number(&mut self, number: u32) {
        self.bytes(&number.to_le_bytes());
    }

    fn flag(&mut self, flag: bool) {
        self.bytes(&[u8::from(flag)]);
    }
}

/// FNV-1a over plain bytes, for stamps.
pub fn fnv(bytes: &[u8]) -> u64 {
    let mut hash = Fnv::new();
    hash.bytes(bytes);
    hash.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::read::questions;
    use crate::format::walk::Langs;

    const NINE: &str = include_str!("fixtures/nine.toml");

    fn keys(source: &str) -> Vec<u64> {
        let read = questions(source, Langs::BOTH);
        assert_eq!(read.findings, [], "the source must be clean");
        let items = read.value.unwrap_or_default().items;
        items.iter().map(|i| answer_key(&i.question)).collect()
    }

    #[test]
    fn fnv_is_the_published_function() {
        assert_eq!(fnv(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8);
    }

    /// These numbers stand in the logs of learners. If this test breaks, the code is wrong, not the numbers.
    #[test]
    fn the_keys_of_all_nine_kinds_never_change() {
        assert_eq!(keys(NINE), GOLDEN);
    }

    const GOLDEN: [u64; 9] = [
        17_463_700_011_708_401_834,
        668_224_123_227_170_809,
        12_391_032_204_410_770_029,
        6_439_295_581_534_133_127,
        7_117_336_936_230_053_116,
        1_166_966_220_592_871_886,
        13_481_066_539_512_913_539,
        7_387_866_217_164_615_674,
        601_794_043_921_891_980,
    ];

    #[test]
    fn rewording_keeps_every_key() {
        let reworded = NINE
            .replace("text.en = \"", "text.en = \"Reworded: ")
            .replace("why.en = \"", "why.en = \"Reworded: ")
            .replace("prompt.en = \"", "prompt.en = \"Reworded: ");
        assert_ne!(reworded, NINE);
        assert_eq!(keys(&reworded), keys(NINE));
    }

    #[test]
    fn case_accents_and_hyphens_of_an_accepted_word_do_not_matter() {
        assert_eq!(fold("Idempotency-Key"), fold("idempotency key"));
        assert_eq!(fold("café"), fold("CAFE\u{301}"));
        assert_eq!(fold("-"), "-");
        assert_ne!(fold("->"), fold("<-"));
    }

    #[test]
    fn what_decides_changes_the_key_of_its_question_alone() {
        let changes = [
            (0, "id = \"unknown\"\nright = true", "id = \"certain\"\nright = true"),
            (2, "answer = false", "answer = true"),
            (3, "accept = [\"X-Idempotency-Key\"]", "accept = [\"Key\"]"),
            (4, "answer = \"422\"", "answer = \"423\""),
            (5, "id = \"make\"", "id = \"made\""),
            (6, "id = \"done\"", "id = \"did\""),
            (7, "keys.Find", "keys.Load"),
            (8, "goto = \"net\"", "goto = \"later\""),
        ];
        let before = keys(NINE);
        for (at, from, to) in changes {
            let changed = NINE.replacen(from, to, 1);
            assert_ne!(changed, NINE, "{from} must stand in the fixture");
            let after = keys(&changed);
            for (index, (a, b)) in before.iter().zip(&after).enumerate() {
                assert_eq!(a != b, index == at, "question {index} after {from} -> {to}");
            }
        }
    }
}
