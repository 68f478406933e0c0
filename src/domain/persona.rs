//! Interviewers: what they care about and what they say.

use serde::{Deserialize, Serialize};

use super::ids::TopicId;
use super::text::{Lang, Text};

/// Stands in a line of [`Persona::missing`] for the follow-up question.
pub const FOLLOW_UP: &str = "{follow_up}";

/// An interviewer without their lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonaHead {
    /// The pack that brings them.
    pub pack: Box<str>,
    /// Their name within the pack.
    pub id: Box<str>,
    /// What people call them.
    pub name: Text,
    /// What they listen for, in one line.
    pub cares: Text,
}

/// An interviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// Who they are.
    pub head: PersonaHead,
    /// How they speak, in one line.
    pub voice: Text,
    /// Topics that they like to ask about.
    pub topics: Vec<TopicId>,
    /// Said before the question.
    pub greet: Lines,
    /// Said when a point is missing, with [`FOLLOW_UP`] where the question goes.
    pub missing: Lines,
    /// Said when nothing is missing.
    pub strong: Lines,
    /// Said when the time is up.
    pub time: Lines,
    /// Said at the end; may be empty.
    pub close: Lines,
}

impl Persona {
    /// How they press for a missing point: a line with the follow-up question in it.
    pub fn press(&self, lang: Lang, seed: u64, follow_up: &str) -> String {
        let line = self.missing.pick(lang, seed);
        match line.contains(FOLLOW_UP) {
            true => line.replacen(FOLLOW_UP, follow_up, 1),
            false => format!("{line} {follow_up}").trim_start().to_owned(),
        }
    }
}

/// Variants of a line in each language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// English; empty when the pack has none.
    pub en: Vec<Box<str>>,
    /// Indonesian; empty when the pack has none.
    pub id: Vec<Box<str>>,
}

impl Lines {
    /// A variant in `lang`, or in the other language when there is none in this one; empty when there is none at all. Seeds that follow each
    /// other give variants that do, so that counting up never says the same twice in a row.
    pub fn pick(&self, lang: Lang, seed: u64) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.en, &self.id),
            Lang::Id => (&self.id, &self.en),
        };
        let lines = if first.is_empty() { second } else { first };
        let count = u64::try_from(lines.len()).unwrap_or(u64::MAX).max(1);
        usize::try_from(seed % count).ok().and_then(|at| lines.get(at)).map_or("", |line| line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(en: &[&str], id: &[&str]) -> Lines {
        let list = |from: &[&str]| from.iter().map(|line| Box::from(*line)).collect();
        Lines { en: list(en), id: list(id) }
    }

    fn persona(missing: Lines) -> Persona {
        let head = PersonaHead { pack: "p".into(), id: "q".into(), name: Text::default(), cares: Text::default() };
        let none = Lines::default;
        let (greet, strong, time, close) = (none(), none(), none(), none());
        Persona { head, voice: Text::default(), topics: Vec::new(), greet, missing, strong, time, close }
    }

    #[test]
    fn seeds_that_follow_each_other_give_different_variants() {
        let lines = lines(&["a", "b", "c", "d"], &["w"]);
        let said: Vec<&str> = (6..10).map(|seed| lines.pick(Lang::En, seed)).collect();
        assert_eq!(said, ["c", "d", "a", "b"]);
        assert_eq!(lines.pick(Lang::Id, u64::MAX), "w");
    }

    #[test]
    fn a_language_without_lines_borrows_those_of_the_other() {
        assert_eq!(lines(&["a"], &[]).pick(Lang::Id, 3), "a");
        assert_eq!(Lines::default().pick(Lang::Id, 3), "");
    }

    #[test]
    fn the_follow_up_stands_where_the_line_wants_it_and_is_never_left_out() {
        let asks = persona(lines(&["Hm. {follow_up} Take your time."], &[]));
        assert_eq!(asks.press(Lang::En, 0, "And then?"), "Hm. And then? Take your time.");
        assert_eq!(persona(lines(&["Hm."], &[])).press(Lang::En, 0, "And then?"), "Hm. And then?");
        assert_eq!(persona(Lines::default()).press(Lang::En, 0, "And then?"), "And then?");
    }
}
