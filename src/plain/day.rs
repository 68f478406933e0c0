//! `jenjang day`: a working day in lines.

use crate::domain::day::STAND_UP_WORDS;
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
        for said in &variant.says {
            let who = clean(&told::speaker(&said.who, words, lang));
            lines.push(words.fmt("day-says", &[("who", who.into()), ("text", flat(said.text.get(lang)).into())]));
        }
        let choices = slot.choices.iter().enumerate();
        lines.extend(choices.map(|(n, choice)| format!("{}. {}", n + 1, flat(choice.text.get(lang)))));
        lines.push(words.fmt("day-plain-choose", &[("n", slot.choices.len().into())]));
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

    fn end(&self, words: &Words, lang: Lang) -> Vec<String> {
        let Some(day) = &self.playing.day else { return Vec::new() };
        let mut lines = vec![words.get("day-happened").into_owned() + ":", self.meters(words)];
        for it in self.playing.played() {
            let moves = told::moves(it.choice, words);
            let back = told::back(&it, day.slots.iter().map(|slot| &*slot.at));
            let mut line = format!("{} {}", it.slot.at, flat(it.choice.text.get(lang)));
            if !moves.is_empty() {
                line.push_str(&format!(" ({moves})"));
            }
            lines.push(line);
            if !back.is_empty() {
                lines.push(words.fmt("day-came-back", &[("times", back.into())]));
            }
        }
        if let Some(it) = self.playing.decision() {
            let values = [("time", (&it.slot.at).into()), ("choice", flat(it.choice.text.get(lang)).into())];
            lines.push(words.fmt("day-plain-decision", &values));
        }
        let items = self.playing.items().len();
        if items > 0 {
            lines.push(match self.playing.without_items {
                true => words.get("day-items-out").into_owned(),
                false => words.fmt("day-items", &[("n", items.into())]),
            });
        }
        lines.push(words.fmt("day-plain-stand-up", &[("n", STAND_UP_WORDS.into())]));
        if !self.playing.stand_up.is_empty() {
            lines.push(clean(&self.playing.stand_up));
        }
        lines
    }

    fn follow(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Option<Said> {
        let bare = line.strip_prefix('/').unwrap_or(line);
        let typing = self.playing.stage() == Stage::End;
        // Where words are the answer, commands begin with a slash, as at a typed question.
        let command = |letter: &str, action: Action| {
            (!typing || line.starts_with('/')) && (bare == letter || is(words, action, bare))
        };
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
                Stage::End if command("x", Action::Discard) => self.playing.toggle_items(),
                Stage::End if line.is_empty() => self.playing.finish(cx),
                Stage::End if !line.starts_with('/') => self.playing.write(line),
                Stage::Done if line.is_empty() => {
                    self.over = true;
                    return Some(Said::default());
                }
                _ => return None,
            }
        };
        let mut lines = self.say(words, cx.prefs.lang);
        if self.playing.words() > STAND_UP_WORDS && self.playing.stage() == Stage::End {
            lines.push(
                words.fmt("day-too-long", &[("n", self.playing.words().into()), ("most", STAND_UP_WORDS.into())]),
            );
        }
        Some(Said { lines, effects })
    }
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
