//! `jenjang ask`: the set-up in one line, where Enter starts, and then the interview question.

use crate::domain::interview::Pressure;
use crate::domain::persona::PersonaHead;
use crate::domain::rubric::PromptHead;
use crate::domain::text::{Lang, Text};
use crate::sessions::Context;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Request};
use crate::sessions::interview::setup::MOST_FOLLOW_UPS;
use crate::sessions::interview::{Extra, Interview, Kept, Wish, told};
use crate::sessions::rehearse::{PersonaCard, PromptStanding, RehearseData};
use crate::words::Words;

use super::interview::PlainInterview;
use super::read::is;
use super::review::Said;
use super::{Front, clean};

/// One interview question with its set-up.
#[derive(Debug, Clone)]
pub struct PlainAsk {
    wish: Wish,
    /// The wish named a question: Enter does not go on with another one that waits.
    named: bool,
    seed: u64,
    data: Option<Box<RehearseData>>,
    asking: Option<PlainInterview>,
    over: bool,
}

impl PlainAsk {
    /// A set-up that starts from a wish.
    pub fn new(wish: Wish, seed: u64) -> Self {
        let named = wish.prompt.is_some();
        PlainAsk { wish, named, seed, data: None, asking: None, over: false }
    }

    /// The interview, once it was started.
    pub fn interview(&self) -> Option<&Interview> {
        self.asking.as_ref().map(PlainInterview::interview)
    }

    fn begin(&mut self, wish: Wish, cx: &Context<'_>) -> Said {
        let mut asking = PlainInterview::new(wish, self.seed);
        let said = asking.start(cx);
        self.asking = Some(asking);
        said
    }

    /// What is asked when nobody chose: the weakest answer of those that the interviewer asks for.
    fn question<'d>(&self, data: &'d RehearseData) -> Option<&'d PromptStanding> {
        let named = |p: &&PromptStanding| self.wish.prompt.as_ref() == Some(&p.head.id);
        let theirs = |p: &&PromptStanding| match self.persona(data) {
            Some(card) => would_ask(card, &p.head),
            None => false,
        };
        let all = || data.prompts.iter();
        all().find(named).or_else(|| all().find(theirs)).or_else(|| all().next())
    }

    fn persona<'d>(&self, data: &'d RehearseData) -> Option<&'d PersonaCard> {
        let name = self.wish.persona.as_ref()?;
        data.personas.iter().find(|card| card.name() == *name)
    }

    /// The wish with the question that the set-up names.
    fn whole(&self, data: &RehearseData) -> Wish {
        Wish { prompt: self.question(data).map(|p| p.head.id.clone()), ..self.wish.clone() }
    }

    /// The set-up as lines.
    fn set_up(&self, data: &RehearseData, words: &Words, lang: Lang) -> Vec<String> {
        let Some(question) = self.question(data) else { return vec![words.get("ask-start-none").into_owned()] };
        let (head, wish) = (&question.head, &self.wish);
        let first = || {
            let names = head.personas.iter();
            names.filter_map(|name| data.personas.iter().find(|c| **name == *c.head.id || **name == *c.name())).next()
        };
        let who = self.persona(data).or_else(first).map(|card| clean(card.head.name.get(lang)));
        let how = if wish.spoken.unwrap_or_default() { "ask-setup-spoken" } else { "ask-setup-typed" };
        let minutes = wish.extra.unwrap_or_default().of(u64::from(head.minutes) * 60);
        let language = match wish.lang.unwrap_or(lang) {
            Lang::En => "rehearse-english",
            Lang::Id => "rehearse-indonesian",
        };
        let values = [
            ("who", who.unwrap_or_else(|| words.get("ask-setup-anyone").into_owned()).into()),
            ("level", wish.level.or(data.target).unwrap_or(head.level).into()),
            ("how", words.get(how).into()),
            ("pressure", told::pressure(wish.pressure.unwrap_or_default(), words).into()),
            ("minutes", words.minutes_of(minutes).into()),
            ("extra", told::extra(wish.extra.unwrap_or_default(), words).into()),
            ("follow_ups", wish.follow_ups.unwrap_or(MOST_FOLLOW_UPS).into()),
            ("language", words.get(language).into()),
        ];
        let mut lines =
            vec![told_question("ask-setup-question", question, words, lang), words.fmt("ask-setup", &values)];
        if let Some((kept, standing)) = kept(data) {
            let goes_on = self.goes_on(&kept);
            let key = if goes_on { "ask-setup-kept" } else { "ask-setup-kept-other" };
            lines.push(words.fmt(key, &[("title", clean(standing.head.title.get(lang)).into())]));
        }
        lines.push(words.get("ask-setup-how").into_owned());
        lines
    }

    /// Whether Enter goes on with what waits in the middle.
    fn goes_on(&self, kept: &Kept) -> bool {
        !self.named || self.wish.prompt.as_ref() == Some(&kept.setup.prompt)
    }

    fn set(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        let Some(data) = self.data.clone() else { return Said::default() };
        let lang = cx.prefs.lang;
        let line = line.trim();
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        let word = |key: &str| words.get(key).eq_ignore_ascii_case(first);
        let plain = |lines: Vec<String>| Said { lines, effects: Vec::new() };
        let waits = kept(&data).map(|(kept, _)| kept);
        if line.is_empty() && waits.as_ref().is_some_and(|kept| self.goes_on(kept)) {
            return self.begin(Wish { resume: true, ..Wish::default() }, cx);
        }
        if line.is_empty() || word("ask-word-start") {
            return self.begin(self.whole(&data), cx);
        }
        if is(words, Action::Continue, first) && waits.is_some() {
            return self.begin(Wish { resume: true, ..Wish::default() }, cx);
        }
        if first == "s" || is(words, Action::PracticeGrading, first) {
            return self.begin(Wish { practice: true, ..self.whole(&data) }, cx);
        }
        if first == "q" || is(words, Action::Quit, first) || is(words, Action::Leave, first) {
            return self.leave(cx);
        }
        if first == "h" || first == "?" || is(words, Action::Help, first) {
            let lines = super::read::help(State::RehearseOne, words, |action, _| {
                matches!(action, Action::SpeakAloud | Action::Pressure | Action::PracticeGrading | Action::Help)
            });
            return plain(lines.into_iter().chain([words.get("ask-setup-how").into_owned()]).collect());
        }
        if word("ask-word-questions") {
            let all = data.prompts.iter();
            return plain(all.map(|p| told_question("ask-listed-question", p, words, lang)).collect());
        }
        if word("ask-word-interviewers") {
            return plain(data.personas.iter().map(|card| told_interviewer(&card.head, words, lang)).collect());
        }
        match self.change(first, rest, &data, words) {
            Ok(()) => plain(self.set_up(&data, words, lang)),
            Err(why) => plain(vec![why]),
        }
    }

    /// Changes a field of the set-up; what is said when it cannot be.
    fn change(&mut self, first: &str, rest: &str, data: &RehearseData, words: &Words) -> Result<(), String> {
        let word = |key: &str| words.get(key).eq_ignore_ascii_case(first);
        let unknown = || words.get("plain-unknown").into_owned();
        if word("ask-word-question") {
            let found = find(data.prompts.iter().map(|p| (&p.head.id, p.head.id.local(), &p.head.title)), rest);
            let none = || words.fmt("ask-no-question", &[("name", rest.to_owned().into())]);
            self.wish.prompt = Some(found.ok_or_else(none)?.clone());
            self.named = true;
        } else if word("ask-word-interviewer") {
            let found = find_interviewer(data.personas.iter().map(|card| &card.head), rest);
            let none = || words.fmt("ask-no-interviewer", &[("name", rest.to_owned().into())]);
            self.wish.persona = Some(found.ok_or_else(none)?);
        } else if word("ask-word-level") {
            let level = rest.parse().ok().filter(|level| (1..=6).contains(level));
            self.wish.level = Some(level.ok_or_else(unknown)?);
        } else if word("ask-word-extra") {
            self.wish.extra = Some(extra(rest).ok_or_else(unknown)?);
        } else if word("ask-word-follow-ups") {
            let count = rest.parse().ok().filter(|count| *count <= MOST_FOLLOW_UPS);
            self.wish.follow_ups = Some(count.ok_or_else(unknown)?);
        } else if word("ask-word-language") {
            self.wish.lang = Some(Lang::from_code(rest).ok_or_else(unknown)?);
        } else if first == "v" || is(words, Action::SpeakAloud, first) {
            self.wish.spoken = Some(!self.wish.spoken.unwrap_or_default());
        } else if first == "p" || is(words, Action::Pressure, first) {
            self.wish.pressure = Some(self.pressure(rest, words).ok_or_else(unknown)?);
        } else {
            return Err(unknown());
        }
        Ok(())
    }

    /// The clock by its name; the next one when nothing is named.
    fn pressure(&self, named: &str, words: &Words) -> Option<Pressure> {
        let all = Pressure::ALL;
        if named.is_empty() {
            let at = all.iter().position(|p| *p == self.wish.pressure.unwrap_or_default()).unwrap_or(0);
            return Some(all[(at + 1) % all.len()]);
        }
        said_pressure(named, words)
    }
}

/// A clock by its name on the screen, or by its word on the command line.
pub fn said_pressure(named: &str, words: &Words) -> Option<Pressure> {
    let said = |p: &Pressure| told::pressure(*p, words).eq_ignore_ascii_case(named);
    Pressure::ALL.into_iter().find(said).or_else(|| pressure(named))
}

/// A clock by its word on the command line.
pub fn pressure(word: &str) -> Option<Pressure> {
    match word {
        "real" => Some(Pressure::Real),
        "relaxed" => Some(Pressure::Relaxed),
        "none" => Some(Pressure::Untimed),
        _ => None,
    }
}

/// Extra time by its word on the command line.
pub fn extra(word: &str) -> Option<Extra> {
    match word {
        "1" | "none" => Some(Extra::None),
        "1.5" | "1,5" => Some(Extra::Half),
        "2" => Some(Extra::Double),
        _ => None,
    }
}

/// The interview that waits in the middle, and what it asks.
fn kept(data: &RehearseData) -> Option<(Kept, &PromptStanding)> {
    let kept = Kept::read(data.draft.as_deref()?)?;
    let standing = data.prompts.iter().find(|p| p.head.id == kept.setup.prompt)?;
    Some((kept, standing))
}

fn would_ask(card: &PersonaCard, head: &PromptHead) -> bool {
    head.personas.iter().any(|name| **name == *card.head.id || **name == *card.name())
}

/// What a person means: a name, whole or the part after the last slash, else the only title that holds the words.
pub fn find<'a, T: ToString>(all: impl Iterator<Item = (&'a T, &'a str, &'a Text)>, wanted: &str) -> Option<&'a T> {
    let lower = wanted.to_lowercase();
    if lower.is_empty() {
        return None;
    }
    let mut held = Vec::new();
    for (id, local, title) in all {
        if id.to_string() == wanted || local == wanted {
            return Some(id);
        }
        if title.en.to_lowercase().contains(&lower) || title.id.to_lowercase().contains(&lower) {
            held.push(id);
        }
    }
    (held.len() == 1).then(|| held[0])
}

/// The interviewer whom a person means, as `pack/persona`.
pub fn find_interviewer<'a>(all: impl Iterator<Item = &'a PersonaHead>, wanted: &str) -> Option<Box<str>> {
    let named: Vec<(String, &PersonaHead)> = all.map(|head| (format!("{}/{}", head.pack, head.id), head)).collect();
    let rows = named.iter().map(|(name, head)| (name, &*head.id, &head.name));
    find(rows, wanted).map(|name| name.as_str().into())
}

/// A question in a line.
fn told_question(key: &str, standing: &PromptStanding, words: &Words, lang: Lang) -> String {
    let head = &standing.head;
    let state = match standing.last() {
        None => words.get("ask-setup-new").into_owned(),
        Some(last) => {
            let values = [("n", last.met.into()), ("of", last.of.into()), ("tries", standing.tried.len().into())];
            words.fmt("ask-setup-tried", &values)
        }
    };
    let mut values = vec![
        ("title", clean(head.title.get(lang)).into()),
        ("kind", told::kind(head.kind, words).into()),
        ("level", head.level.into()),
        ("state", state.into()),
    ];
    if key == "ask-listed-question" {
        values.push(("id", head.id.to_string().into()));
    }
    words.fmt(key, &values)
}

fn told_interviewer(head: &PersonaHead, words: &Words, lang: Lang) -> String {
    let values = [
        ("id", (&head.id).into()),
        ("name", clean(head.name.get(lang)).into()),
        ("cares", clean(head.cares.get(lang)).into()),
    ];
    words.fmt("ask-listed-interviewer", &values)
}

impl Front for PlainAsk {
    fn began(&self) -> bool {
        self.data.as_ref().is_some_and(|data| !data.prompts.is_empty())
    }

    fn over(&self) -> bool {
        self.over || self.asking.as_ref().is_some_and(Front::over)
    }

    fn start(&mut self, _: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: vec![Effect::Ask(Request::Rehearse)] }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>, words: &Words) -> Said {
        if let Some(asking) = &mut self.asking {
            return asking.hear(news, cx, words);
        }
        let News::Rehearse(data) = news else { return Said::default() };
        let mut lines = Vec::new();
        if !data.prompts.is_empty() {
            let values = [("n", data.prompts.len().into()), ("answered", data.tried().count().into())];
            lines.push(words.fmt("ask-start", &values));
        }
        lines.extend(self.set_up(&data, words, cx.prefs.lang));
        self.data = Some(data);
        Said { lines, effects: Vec::new() }
    }

    fn line(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        match &mut self.asking {
            Some(asking) => asking.line(line, cx, words),
            None => self.set(line, cx, words),
        }
    }

    fn wake_at(&self, now_ms: u64) -> Option<u64> {
        self.asking.as_ref()?.wake_at(now_ms)
    }

    fn wake(&mut self, cx: &Context<'_>, words: &Words) -> Said {
        self.asking.as_mut().map(|asking| asking.wake(cx, words)).unwrap_or_default()
    }

    fn leave(&mut self, cx: &Context<'_>) -> Said {
        self.over = true;
        self.asking.as_mut().map(|asking| asking.leave(cx)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
