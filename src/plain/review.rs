//! A review as lines: a line goes in, lines and effects come out.

use crate::domain::event::{Event, NotePlace, What};
use crate::domain::text::Lang;
use crate::sessions::Context;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Effect, News, Queue};
use crate::sessions::input::Input;
use crate::sessions::key::{Code, Key};
use crate::sessions::question::Entry;
use crate::sessions::review::{COUNT_REASONS, FLAG_REASONS, Review, Sheet, Stage, SummaryRow};
use crate::words::Words;

use super::read::{self, Typed};
use super::{Front, clean, flat, say, told};

/// What a step says and asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// Lines for standard output.
    pub lines: Vec<String>,
    /// What should happen.
    pub effects: Vec<Effect>,
}

/// A review in lines.
#[derive(Debug, Clone)]
pub struct PlainReview {
    review: Review,
    over: bool,
    lang: Lang,
    /// What was said last, so that nothing is said twice.
    shown: Shown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    Nothing,
    Question { item: String, step: usize, near: bool, hint: bool, bank: bool },
    Told { item: String, rating: u8, taken_back: bool },
    Done,
    Sheet,
}

impl PlainReview {
    /// A session over a queue.
    pub fn new(queue: Queue, seed: u64, lang: Lang) -> Self {
        PlainReview { review: Review::new(queue, seed), over: false, lang, shown: Shown::Nothing }
    }

    /// Reads a line typed at this moment.
    fn read(&self, line: &str, words: &Words) -> Typed {
        match (&self.review.sheet, &self.review.stage) {
            (Some(Sheet::Flag(_)), _) => read::at_rows(line, FLAG_REASONS.len(), words),
            (Some(Sheet::Count(_)), _) => read::at_rows(line, COUNT_REASONS.len(), words),
            (Some(Sheet::Pause(_)), _) => Typed::Quit,
            (None, Stage::Asking(asking)) => read::at_question(line, asking, words),
            (None, Stage::Told(_)) => read::at_feedback(line, words),
            (None, Stage::Done(done)) => match read::at_rows(line, done.rows.len(), words) {
                Typed::Acts(acts) => self.at_summary(acts),
                other => other,
            },
            (None, _) => Typed::Quit,
        }
    }

    /// The words that can be typed at this moment. An answer is typed as a whole: what builds it step by step is left out, and
    /// so is what opens more on a screen, for in lines everything is told.
    fn help(&self, words: &Words) -> Vec<String> {
        let for_hands = [
            Action::Choose,
            Action::PairLetter,
            Action::Toggle,
            Action::Submit,
            Action::Enter,
            Action::NextGap,
            Action::CarryDown,
            Action::CarryUp,
            Action::Erase,
            Action::FullScreen,
            Action::Recall,
            Action::OtherOptions,
            Action::Copy,
        ];
        read::help(self.review.state(), words, |action, typed| {
            !for_hands.contains(&action) && self.read(typed, words) != Typed::Unknown
        })
    }

    /// A number on the summary moves there and takes the row; only rows that lines can follow are taken.
    fn at_summary(&self, acts: Vec<Bound>) -> Typed {
        let Stage::Done(done) = &self.review.stage else { return Typed::Unknown };
        let row = match acts.first() {
            Some(Bound { action: Action::Choose, arg }) => usize::from(*arg),
            Some(Bound { action: Action::Enter, .. }) => done.focus,
            _ => return Typed::Acts(acts),
        };
        match done.rows.get(row) {
            Some(SummaryRow::ComeBack(_)) => {
                let mut acts = vec![Bound { action: Action::Up, arg: 0 }; done.rows.len()];
                acts.extend(vec![Bound { action: Action::Down, arg: 0 }; row]);
                acts.push(Bound { action: Action::Enter, arg: 0 });
                Typed::Acts(acts)
            }
            _ => Typed::Quit,
        }
    }

    fn act(&mut self, acts: Vec<Bound>, cx: &Context<'_>, words: &Words) -> Said {
        let mut said = Said::default();
        for bound in acts {
            // An answer ends the question: what stands behind it on the line was not meant for the feedback.
            let told = matches!(self.review.stage, Stage::Told(_));
            said.effects.extend(self.review.update(Input::Act(bound), cx));
            if !told && matches!(self.review.stage, Stage::Told(_)) {
                break;
            }
        }
        said.lines = self.show(cx, words);
        said
    }

    fn note(&mut self, text: &str, cx: &Context<'_>, words: &Words) -> Said {
        let Stage::Told(told) = &self.review.stage else { return Said::default() };
        let place = NotePlace::Item(told.item.question.id.clone());
        let what = What::Noted { place, text: text.into() };
        let event = Event { id: cx.now.id, utc: cx.now.utc, offset_min: cx.now.offset_min, what };
        Said { lines: vec![words.get("plain-noted").into_owned()], effects: vec![Effect::Record(vec![event])] }
    }

    /// What is to be said now, if anything has changed since it was said last.
    fn show(&mut self, cx: &Context<'_>, words: &Words) -> Vec<String> {
        let (now, lines) = self.view(cx, words);
        if now == self.shown {
            return Vec::new();
        }
        self.shown = now;
        lines
    }

    fn view(&self, cx: &Context<'_>, words: &Words) -> (Shown, Vec<String>) {
        let lang = self.lang;
        if let Some(sheet) = self.review.sheet {
            return (Shown::Sheet, sheet_lines(sheet, words));
        }
        match &self.review.stage {
            Stage::Waiting | Stage::Loading(_) => (Shown::Nothing, Vec::new()),
            Stage::Empty => (Shown::Done, vec![words.get("plain-nothing-due").into_owned()]),
            Stage::Asking(asking) => {
                let step = match &asking.entry {
                    Entry::Scenario(input) => input.way.len(),
                    _ => 0,
                };
                let bank = matches!(&asking.entry, Entry::Typed(t) if t.bank_open);
                let item = asking.question().id.to_string();
                let shown =
                    Shown::Question { item: item.clone(), step, near: asking.near.is_some(), hint: asking.hint, bank };
                let fresh = !matches!(&self.shown, Shown::Question { item: before, .. } if *before == item);
                let (i, n) = self.review.position();
                let mut lines = if fresh {
                    say::question(asking, i, n, words, lang)
                } else if asking.near.is_some() {
                    near_lines(asking, words, lang)
                } else if asking.hint && !matches!(&self.shown, Shown::Question { hint: true, .. }) {
                    vec![words.fmt("plain-hint", &[("text", flat(asking.question().hint.get(lang)).into())])]
                } else {
                    say::entry(asking, words, lang)
                };
                if fresh && asking.item.memory.is_some_and(|m| m.is_leech()) {
                    lines.insert(1, words.get("plain-leech").into_owned());
                }
                (shown, lines)
            }
            Stage::Told(told_now) => {
                let shown = Shown::Told {
                    item: told_now.event.id.to_string(),
                    rating: told_now.rating as u8,
                    taken_back: told_now.taken_back.is_some(),
                };
                let same = matches!(&self.shown, Shown::Told { item, .. } if *item == told_now.event.id.to_string());
                let mut lines = if same {
                    vec![told::saved(told_now.rating, told_now.after.as_ref(), cx.now, words)]
                } else {
                    told::told(told_now, cx.now, words, lang)
                };
                if told_now.taken_back.is_some() {
                    lines = vec![words.get("plain-taken-back").into_owned()];
                }
                let next = if told_now.can_count() { "plain-next-count" } else { "plain-next" };
                lines.push(words.get(next).into_owned());
                (shown, lines)
            }
            Stage::Done(done) => (Shown::Done, self.summary(done, words)),
        }
    }

    fn summary(&self, done: &crate::sessions::review::Done, words: &Words) -> Vec<String> {
        let (right, all) = self.review.recalled();
        let (sure, sure_right) = self.review.confidence();
        let spent = words.duration(self.review.spent_ms / 1000);
        let mut lines =
            vec![words.fmt("plain-summary", &[("right", right.into()), ("n", all.into()), ("time", spent.into())])];
        lines.push(words.fmt("plain-confidence", &[("sure", sure.into()), ("right", sure_right.into())]));
        for result in self.review.results.iter().filter(|r| !r.right) {
            let prompt = clean(result.prompt.get(self.lang));
            lines.push(words.fmt("plain-comes-back", &[("text", prompt.into())]));
        }
        if let Some(crumbs) = &done.one_thing {
            let section = clean(crumbs.section.get(self.lang));
            let topic = clean(crumbs.topic.get(self.lang));
            lines.push(words.fmt("plain-one-thing", &[("section", section.into()), ("topic", topic.into())]));
        }
        if done.left > 0 {
            lines.push(words.fmt("plain-left", &[("n", done.left.into())]));
        }
        if let Some(SummaryRow::ComeBack(n)) = done.rows.first() {
            lines.push(words.fmt("plain-ask-steps", &[("n", (*n).into())]));
        }
        lines
    }
}

impl Front for PlainReview {
    fn began(&self) -> bool {
        !self.review.items.is_empty()
    }

    fn over(&self) -> bool {
        self.over
    }

    fn start(&mut self, cx: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: self.review.start(cx) }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>, words: &Words) -> Said {
        let first = self.review.stage == Stage::Waiting;
        let effects = self.review.update(Input::News(news), cx);
        let mut lines = Vec::new();
        if first && self.review.stage != Stage::Waiting && self.review.stage != Stage::Empty {
            let n = self.review.items.len();
            let minutes = words.minutes_of(self.review.left_ms() / 1000);
            lines.push(words.fmt("plain-review-start", &[("n", n.into()), ("minutes", minutes.into())]));
        }
        lines.extend(self.show(cx, words));
        Said { lines, effects }
    }

    fn line(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said {
        match self.read(line, words) {
            Typed::Acts(acts) => self.act(acts, cx, words),
            Typed::Words(texts) => {
                let effects = type_texts(&mut self.review, &texts, cx);
                Said { lines: self.show(cx, words), effects }
            }
            Typed::Note(text) => self.note(&text, cx, words),
            Typed::Help => Said { lines: self.help(words), effects: Vec::new() },
            Typed::Quit => self.leave(cx),
            Typed::Unknown => Said { lines: vec![words.get("plain-unknown").into_owned()], effects: Vec::new() },
        }
    }

    fn leave(&mut self, cx: &Context<'_>) -> Said {
        self.over = true;
        let mut effects = Vec::new();
        if matches!(self.review.stage, Stage::Asking(_) | Stage::Told(_)) {
            for action in [Action::Interrupt, Action::Leave] {
                effects.extend(self.review.update(Input::Act(Bound { action, arg: 0 }), cx));
            }
        }
        Said { lines: Vec::new(), effects }
    }
}

/// Types words into the gaps, one after the other, and submits them.
pub(super) fn type_texts(review: &mut Review, texts: &[String], cx: &Context<'_>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (i, text) in texts.iter().enumerate() {
        if let Stage::Asking(asking) = &mut review.stage
            && let Entry::Typed(input) = &mut asking.entry
        {
            input.focus = i;
        }
        effects.extend(review.update(Input::Key(Key::ctrl('u')), cx));
        effects.extend(review.update(Input::Key(Key::plain(Code::End)), cx));
        effects.extend(review.update(Input::Key(Key::ctrl('u')), cx));
        effects.extend(review.update(Input::Paste(text.clone()), cx));
    }
    effects.extend(review.update(Input::Act(Bound { action: Action::Submit, arg: 0 }), cx));
    effects
}

fn near_lines(asking: &crate::sessions::question::Asking, words: &Words, lang: Lang) -> Vec<String> {
    use crate::domain::question::Kind;
    let Some(hit) = asking.near else { return Vec::new() };
    let blank = match &asking.question().kind {
        Kind::Short(blank) => Some(blank),
        Kind::Cloze { gaps, .. } => gaps.get(hit.gap),
        _ => None,
    };
    let why = blank.and_then(|b| b.near.get(hit.index)).map_or("", |n| n.why.get(lang));
    vec![words.fmt("plain-try-again", &[("why", flat(why).into())])]
}

fn sheet_lines(sheet: Sheet, words: &Words) -> Vec<String> {
    let (title, rows): (&str, Vec<String>) = match sheet {
        Sheet::Flag(_) => ("plain-flag-why", FLAG_REASONS.iter().map(|key| words.get(key).into_owned()).collect()),
        Sheet::Count(_) => {
            let keys = ["count-synonym", "count-typo", "count-bad-question"];
            ("plain-count-why", keys.iter().map(|key| words.get(key).into_owned()).collect())
        }
        Sheet::Pause(_) => ("plain-paused", Vec::new()),
    };
    let mut lines = vec![words.get(title).into_owned()];
    lines.extend((1..).zip(rows).map(|(n, row)| format!("{n}. {row}")));
    lines
}
