//! `jenjang day`: a working day in lines.

use crate::domain::day::{STAND_UP_WORDS, Said as Spoken};
use crate::domain::text::Lang;
use crate::sessions::Context;
use crate::sessions::action::Action;
use crate::sessions::day::{DayWish, Playing, Stage, told};
use crate::sessions::effect::News;
use crate::words::Words;

use super::read::is;
use super::review::Said;
use super::{Front, clean, flat};

/// A working day in lines.
#[derive(Debug, Clone)]
pub struct PlainDay {
    playing: Playing,
    over: bool,
}

impl PlainDay {
    /// A day that asks for what it needs first.
    pub fn new(wish: DayWish) -> Self {
        PlainDay { playing: Playing::new(wish), over: false }
    }

    /// What is there to say where the day stands.
    fn say(&self, words: &Words, lang: Lang) -> Vec<String> {
        match self.playing.stage() {
            Stage::Waiting | Stage::Empty => Vec::new(),
            Stage::Choose(at) => self.slot(at, words, lang),
            Stage::Told(at) => self.told(at, words, lang),
            Stage::End => self.end(words, lang),
            Stage::Done => vec![words.get("day-saved").into_owned(), words.get("day-plain-done").into_owned()],
        }
    }

    fn slot(&self, at: usize, words: &Words, lang: Lang) -> Vec<String> {
        let (Some(day), Some(slot), Some(variant)) =
            (&self.playing.day, self.playing.slot(at), self.playing.variant(at))
        else {
            return Vec::new();
        };
        let values = [
            ("time", (&slot.at).into()),
            ("title", clean(slot.title.get(lang)).into()),
            ("n", (at + 1).into()),
            ("all", day.slots.len().into()),
        ];
        let mut lines = vec![words.fmt("day-plain-slot", &values), self.meters(words)];
        for cause in self.playing.causes(at) {
            if let (Some(slot), Some(choice)) = (self.playing.slot(cause), self.playing.choice(cause)) {
                let values = [("time", (&slot.at).into()), ("choice", clean(choice.text.get(lang)).into())];
                lines.push(words.fmt("day-because", &values));
            }
        }
        lines.push(flat(variant.scene.get(lang)));
        lines.push(words.fmt("day-plain-artefact", &[("kind", (&variant.kind).into())]));
        lines.extend(variant.artefact.trim_matches('\n').lines().map(|line| format!("    {}", clean(line))));
        for said in variant.says.iter().chain(self.playing.heard(at)) {
            lines.push(says(said, words, lang));
        }
        let choices = slot.choices.iter().enumerate();
        lines.extend(choices.map(|(n, choice)| format!("{}. {}", n + 1, flat(choice.text.get(lang)))));
        let n = [("n", slot.choices.len().into())];
        lines.push(match self.playing.can_ask() {
            true => words.fmt("day-plain-choose-or-ask", &n),
            false => words.fmt("day-plain-choose", &n),
        });
        lines
    }

    fn meters(&self, words: &Words) -> String {
        let all = self.playing.levels().into_iter();
        let parts = all.map(|(meter, level)| {
            let values = [
                ("meter", told::meter(meter, words).into()),
                ("word", told::level(level, words).into()),
                ("n", level.0.into()),
            ];
            words.fmt("day-meter", &values)
        });
        parts.collect::<Vec<_>>().join(" ")
    }

    fn told(&self, at: usize, words: &Words, lang: Lang) -> Vec<String> {
        let Some(choice) = self.playing.choice(at) else { return Vec::new() };
        let mut lines = vec![words.fmt("day-chose", &[("choice", flat(choice.text.get(lang)).into())])];
        lines.push(flat(choice.why.get(lang)));
        let moves = told::moves(choice, words);
        if !moves.is_empty() {
            lines.push(words.fmt("day-moves", &[("moves", moves.into())]));
        }
        lines.push(words.get("day-plain-next").into_owned());
        lines
    }

    /// What the colleagues say who were asked, and what can be done now.
    fn heard(&self, at: usize, words: &Words, lang: Lang) -> Vec<String> {
        let mut lines: Vec<String> = self.playing.heard(at).iter().map(|said| says(said, words, lang)).collect();
        let choices = self.playing.slot(at).map_or(0, |slot| slot.choices.len());
        lines.push(words.fmt("day-plain-choose", &[("n", choices.into())]));
        lines
    }

    /// What would have come of the other choices.
    fn others(&self, at: usize, words: &Words, lang: Lang) -> Vec<String> {
        let chosen = self.playing.choice(at).map(|choice| &choice.id);
        let choices = self.playing.slot(at).map_or(&[][..], |slot| &slot.choices).iter().enumerate();
        let mut lines = Vec::new();
        for (n, other) in choices.filter(|(_, other)| Some(&other.id) != chosen) {
            let text = flat(other.text.get(lang));
            lines.push(match other.best {
                true => format!("{}. {}", n + 1, words.fmt("day-plain-best", &[("choice", text.into())])),
                false => format!("{}. {text}", n + 1),
            });
            lines.push(format!("   {}", flat(other.why.get(lang))));
        }
        lines.push(words.get("day-plain-next").into_owned());
        lines
    }

    fn end(&self, words: &Words, lang: Lang) -> Vec<String> {
        let Some(day) = &self.playing.day else { return Vec::new() };
        let mut lines = vec![words.get("day-happened").into_owned() + ":", self.meters(words)];
        for it in self.playing.played() {
            let moves = told::moves(it.choice, words);
            let back = told::back(&it, day.slots.iter().map(|slot| &*slot.at));
            let mut line = format!("{} {}", it.slot.at, flat(&told::deed(&it, lang)));
            if !moves.is_empty() {
                line.push_str(&format!(" ({moves})"));
            }
            lines.push(line);
            if !back.is_empty() {
                lines.push(words.fmt("day-came-back", &[("times", back.into())]));
            }
        }
        if let Some(it) = self.playing.decision() {
            let values = [("time", (&it.slot.at).into()), ("choice", flat(&told::deed(&it, lang)).into())];
            lines.push(words.fmt("day-plain-decision", &values));
        }
        lines.extend(told::joining(&self.playing, words, lang).map(|line| clean(&line)));
        lines.extend(self.written(words));
        lines
    }

    /// Tomorrow's stand-up as it was typed, and what can be done now: what happened was said once and is not said again.
    fn written(&self, words: &Words) -> Vec<String> {
        let n = self.playing.words();
        let mut lines = match n {
            0 => return vec![words.fmt("day-plain-stand-up", &[("n", STAND_UP_WORDS.into())])],
            _ => vec![clean(&self.playing.stand_up)],
        };
        lines.push(match n > STAND_UP_WORDS {
            true => words.fmt("day-too-long", &[("n", n.into()), ("most", STAND_UP_WORDS.into())]),
            false => words.get("day-plain-kept").into_owned(),
        });
        lines
    }

    fn follow(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Option<Said> {
        let bare = line.strip_prefix('/').unwrap_or(line);
        let typing = self.playing.stage() == Stage::End;
        // Where words are the answer, commands begin with a slash, as at a typed question.
        let command = |letter: &str, action: Action| {
            (!typing || line.starts_with('/')) && (bare == letter || is(words, action, bare))
        };
        match self.playing.stage() {
            Stage::Choose(at) if self.playing.can_ask() && command("w", Action::AskColleague) => {
                let effects = self.playing.ask();
                return Some(Said { lines: self.heard(at, words, cx.prefs.lang), effects });
            }
            Stage::Told(at) if command("w", Action::OtherOptions) => {
                return Some(Said { lines: self.others(at, words, cx.prefs.lang), effects: Vec::new() });
            }
            Stage::End if command("x", Action::Discard) => {
                let effects = self.playing.toggle_items();
                let joining = told::joining(&self.playing, words, cx.prefs.lang).map(|line| clean(&line));
                let lines = joining.into_iter().chain(self.written(words)).collect();
                return Some(Said { lines, effects });
            }
            Stage::End if !line.is_empty() && !line.starts_with('/') => {
                let effects = self.playing.write(line);
                return Some(Said { lines: self.written(words), effects });
            }
            _ => {}
        }
        let effects = if command("u", Action::Undo) {
            self.playing.undo(cx)
        } else if command("q", Action::Quit) {
            return Some(self.leave(cx));
        } else {
            match self.playing.stage() {
                Stage::Choose(at) => {
                    let n = line.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
                    let choices = self.playing.slot(at).map_or(0, |slot| slot.choices.len());
                    self.playing.choose(n.filter(|n| *n < choices)?)
                }
                Stage::Told(_) if line.is_empty() => self.playing.go_on(),
                // What is too long is not saved, and what happened need not be said again.
                Stage::End if line.is_empty() && self.playing.words() > STAND_UP_WORDS => {
                    return Some(Said { lines: self.written(words), effects: Vec::new() });
                }
                Stage::End if line.is_empty() => self.playing.finish(cx),
                Stage::Done if line.is_empty() => {
                    self.over = true;
                    return Some(Said::default());
                }
                _ => return None,
            }
        };
        Some(Said { lines: self.say(words, cx.prefs.lang), effects })
    }
}

fn says(said: &Spoken, words: &Words, lang: Lang) -> String {
    let who = clean(&told::speaker(&said.who, words, lang));
    words.fmt("day-says", &[("who", who.into()), ("text", flat(said.text.get(lang)).into())])
}

impl Front for PlainDay {
    fn began(&self) -> bool {
        self.playing.day.is_some() && self.playing.stage() != Stage::Empty
    }

    fn over(&self) -> bool {
        self.over
    }

    fn start(&mut self, _: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: self.playing.start() }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>, words: &Words) -> Said {
        let first = matches!(news, News::Day(..)) && self.playing.day.is_none();
        let effects = self.playing.hear(news, cx);
        let mut lines = Vec::new();
        if let Some(day) = self.playing.day.as_ref().filter(|_| first) {
            lines.push(clean(day.title.get(cx.prefs.lang)));
            lines.extend(self.say(words, cx.prefs.lang));
        }
        Said { lines, effects }
    }

    fn line(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        let said = self.follow(line.trim(), cx, words);
        said.unwrap_or_else(|| Said { lines: vec![words.get("day-plain-help").into_owned()], effects: Vec::new() })
    }

    fn leave(&mut self, _: &Context<'_>) -> Said {
        // Every step was kept when it was made.
        self.over = true;
        Said::default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::sessions::day::sample::{cx, day, titles};
    use crate::sessions::effect::{Effect, LoadedDay};

    /// A day that was opened, and what it said first.
    fn opened(slot: Option<usize>) -> (PlainDay, Vec<String>) {
        let mut plain = PlainDay::new(DayWish { of: day().id, slot, anew: false });
        let loaded = LoadedDay { day: Arc::new(day()), draft: None, titles: titles() };
        let said = cx(|cx| plain.hear(News::Day(day().id, Some(loaded)), cx, &Words::of("en")));
        (plain, said.lines)
    }

    fn line(plain: &mut PlainDay, line: &str) -> Said {
        cx(|cx| plain.line(line, cx, &Words::of("en")))
    }

    #[test]
    fn a_slot_says_everything_that_the_screen_shows() {
        let (_, said) = opened(None);
        let said = said.join("\n");
        for part in [
            "An ordinary Tuesday",
            "Slot 1 of 3. 09:30 A pull request",
            "Reliability: steady, 4 of 8.",
            "Twelve lines, tests are green.",
            "On the screen (diff):\n        stores, err := h.repo.Page(c, page)",
            "QA: \"What should I test?\"",
            "2. Ask what happens with 40,000 stores",
            "Choose 1 to 3, or: colleague, undo, quit.",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }

    #[test]
    fn a_colleague_is_asked_with_a_word_or_the_key_of_the_screen() {
        for typed in ["colleague", "w"] {
            let (mut plain, _) = opened(None);
            let said = line(&mut plain, typed).lines;
            assert_eq!(said[0], "Data: \"A partner with 30,000 stores joins in March.\"");
            assert_eq!(said[1], "Choose 1 to 3, or: undo, quit.");
            assert!(line(&mut plain, typed).lines[0].starts_with("That is nothing"), "nobody is asked twice");
        }
    }

    #[test]
    fn what_came_of_a_choice_is_told_and_the_others_on_demand() {
        let (mut plain, _) = opened(None);
        let said = line(&mut plain, "1").lines;
        assert_eq!(said[0], "You chose: Approve; tests are green");
        let others = line(&mut plain, "why").lines.join("\n");
        assert!(others.contains("2. Ask what happens") && others.contains("(the best one)"), "{others}");
        assert!(!others.contains("1. Approve"), "{others}");
        assert!(line(&mut plain, "").lines[0].starts_with("Slot 2 of 3"));
        assert!(line(&mut plain, "undo").lines[0].starts_with("You chose: Approve"));
    }

    #[test]
    fn an_empty_line_under_a_stand_up_that_is_too_long_says_so_and_not_the_day_again() {
        let (mut plain, _) = opened(None);
        for typed in ["1", "", "2", "", "1", ""] {
            line(&mut plain, typed);
        }
        let too_long = line(&mut plain, &["word"; 61].join(" "));
        assert!(too_long.lines[1].starts_with("61 words"), "{:?}", too_long.lines);
        let again = line(&mut plain, "");
        assert_eq!(again.lines, too_long.lines);
        assert_eq!(again.effects, [], "nothing is saved");
        line(&mut plain, "Yesterday a review.");
        assert!(!line(&mut plain, "").effects.is_empty(), "a shorter one is saved");
    }

    #[test]
    fn the_end_names_the_topics_of_the_questions_that_join_the_reviews() {
        let (mut plain, _) = opened(None);
        for typed in ["2", "", "2", "", "1"] {
            line(&mut plain, typed);
        }
        let end = line(&mut plain, "").lines.join("\n");
        assert!(end.contains("2 questions join your reviews tomorrow: Safe APIs."), "{end}");
    }

    #[test]
    fn at_the_end_words_are_the_stand_up_and_commands_have_a_slash() {
        let (mut plain, _) = opened(None);
        for typed in ["1", "", "2", "", "1"] {
            line(&mut plain, typed);
        }
        let end = line(&mut plain, "").lines.join("\n");
        assert!(end.contains("It came back at 16:00.") && end.contains("The decision that mattered: 09:30"), "{end}");
        let kept = line(&mut plain, "undo the index").lines;
        assert!(kept[0] == "undo the index" && kept[1].starts_with("Enter saves the day"), "{kept:?}");
        assert_eq!(kept.len(), 2, "what happened is not said again: {kept:?}");
        let long = line(&mut plain, &"word ".repeat(61)).lines.join("\n");
        assert!(long.contains("61 words"), "{long}");
        line(&mut plain, "undo the index");
        let out = line(&mut plain, "/x").lines;
        assert!(out[0].starts_with("No question joins") && out[1] == "undo the index", "{out:?}");
        let said = line(&mut plain, "");
        assert!(
            matches!(said.effects.first(), Some(Effect::Record(events)) if events.len() == 1),
            "{:?}",
            said.effects
        );
        assert!(!plain.over());
        line(&mut plain, "");
        assert!(plain.over());
    }

    #[test]
    fn what_is_no_command_is_said_and_nothing_is_chosen() {
        let (mut plain, _) = opened(Some(1));
        for typed in ["7", "0", "yes", "why"] {
            let said = line(&mut plain, typed);
            assert!(said.effects.is_empty() && said.lines[0].starts_with("That is nothing"), "{typed}");
        }
    }
}
