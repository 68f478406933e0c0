//! One question: every field has a default, arrows change it, Enter starts.

use crate::domain::ids::ItemId;
use crate::domain::interview::Pressure;
use crate::domain::text::Lang;
use crate::sessions::action::Action;
use crate::sessions::effect::{Effect, Route};
use crate::sessions::interview::setup::MOST_FOLLOW_UPS;
use crate::sessions::interview::{Extra, Kept, Wish};
use crate::sessions::mock::{self, MockWish};
use crate::sessions::rehearse::{PersonaCard, PromptStanding, RehearseData, TrackCard};
use crate::ui::list::List;
use crate::ui::screen::Scene;

use super::interview;

/// Answers that the list shows, at most.
pub const SHOWN: usize = 12;

/// The set-up, and where the focus is.
#[derive(Debug, Default)]
pub struct One {
    pub list: List,
    /// Who asks, as `pack/persona`; whoever asks the question when it is `None`.
    persona: Option<Box<str>>,
    /// The track whose questions are asked, as `pack/path`; all when it is `None`.
    set: Option<Box<str>>,
    /// The question; the one to rehearse next when it is `None`.
    prompt: Option<ItemId>,
    level: Option<u8>,
    pub spoken: bool,
    pub pressure: Pressure,
    pub extra: Extra,
    /// How many fewer follow-ups than usual.
    fewer: u8,
    lang: Option<Lang>,
}

/// A row that the focus can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The interview that was left in the middle.
    GoOn,
    Set,
    Interviewer,
    Question,
    Level,
    AnswerBy,
    Clock,
    Extra,
    FollowUps,
    Language,
    /// An answer of the list.
    Answer(usize),
}

impl Row {
    /// The rows of the set-up.
    pub const FIELDS: [Row; 8] = [
        Row::Interviewer,
        Row::Question,
        Row::Level,
        Row::AnswerBy,
        Row::Clock,
        Row::Extra,
        Row::FollowUps,
        Row::Language,
    ];
}

/// All rows, in order.
pub fn rows(data: &RehearseData) -> Vec<Row> {
    let answers = data.tried().take(SHOWN).count();
    let on = kept(data).map(|_| Row::GoOn);
    let set = sets(data).next().map(|_| Row::Set);
    on.into_iter().chain(set).chain(Row::FIELDS).chain((0..answers).map(Row::Answer)).collect()
}

/// The tracks that have questions.
fn sets(data: &RehearseData) -> impl Iterator<Item = &TrackCard> {
    let asks = |set: &&TrackCard| data.prompts.iter().any(|p| set.topics.contains(&p.head.id.topic()));
    data.tracks.iter().filter(asks)
}

/// Whether the interview that waits is a question of the mock interview that waits.
pub fn waits_in_mock(data: &RehearseData, kept: &Kept) -> bool {
    let mock = data.mock.as_deref().and_then(mock::Kept::read);
    mock.is_some_and(|mock| kept.setup.sitting == Some(mock.sitting))
}

/// The interview that waits, and what it asks.
pub fn kept(data: &RehearseData) -> Option<(Kept, &PromptStanding)> {
    let kept = Kept::read(data.draft.as_deref()?)?;
    let standing = data.prompts.iter().find(|p| p.head.id == kept.setup.prompt)?;
    Some((kept, standing))
}

impl One {
    /// Keeps the focus on a row that there is.
    pub fn fit(&mut self, data: &RehearseData) {
        self.list.fit(rows(data).len(), usize::MAX);
    }

    pub fn row(&self, data: &RehearseData) -> Option<Row> {
        let rows = rows(data);
        rows.get(self.list.focus.min(rows.len().saturating_sub(1))).copied()
    }

    /// The chosen interviewer; `None` for whoever asks the question.
    pub fn persona<'d>(&self, data: &'d RehearseData) -> Option<&'d PersonaCard> {
        let name = self.persona.as_ref()?;
        data.personas.iter().find(|card| card.name() == *name)
    }

    /// Who will ask: the chosen one, else the first whom the question names.
    pub fn asks<'d>(&self, data: &'d RehearseData) -> Option<&'d PersonaCard> {
        self.persona(data).or_else(|| {
            let head = &self.question(data)?.head;
            let first = head
                .personas
                .iter()
                .find_map(|name| data.personas.iter().find(|card| **name == *card.head.id || **name == *card.name()));
            first.or_else(|| data.personas.first())
        })
    }

    /// The questions that can be chosen, in the order in which they wait: those of the interviewer, all when there are none.
    fn questions<'d>(&self, data: &'d RehearseData) -> Vec<&'d PromptStanding> {
        let set = self.set(data);
        let all = data.prompts.iter().filter(|p| set.is_none_or(|set| set.topics.contains(&p.head.id.topic())));
        let theirs: Vec<_> = match self.persona(data) {
            Some(card) => all.clone().filter(|p| card.would_ask(&p.head)).collect(),
            None => Vec::new(),
        };
        if theirs.is_empty() { all.collect() } else { theirs }
    }

    /// The track whose questions are asked.
    pub fn set<'d>(&self, data: &'d RehearseData) -> Option<&'d TrackCard> {
        sets(data).find(|set| Some(&set.name) == self.set.as_ref())
    }

    /// How many questions can be chosen from.
    pub fn choice(&self, data: &RehearseData) -> usize {
        self.questions(data).len()
    }

    /// What will be asked.
    pub fn question<'d>(&self, data: &'d RehearseData) -> Option<&'d PromptStanding> {
        let all = self.questions(data);
        let chosen = self.prompt.as_ref().and_then(|id| all.iter().find(|p| p.head.id == *id).copied());
        chosen.or(all.first().copied())
    }

    /// Which of how many questions it is, counted from 1; `None` while nobody chose one.
    pub fn place(&self, data: &RehearseData) -> Option<(usize, usize)> {
        let all = self.questions(data);
        let id = self.prompt.as_ref()?;
        Some((all.iter().position(|p| p.head.id == *id)? + 1, all.len()))
    }

    /// The level that the answer is held against: the chosen one, else the one that the learner climbs to, else that of the question.
    pub fn level(&self, data: &RehearseData) -> Option<u8> {
        self.level.or(data.target).or_else(|| self.question(data).map(|p| p.head.level))
    }

    pub fn follow_ups(&self) -> u8 {
        MOST_FOLLOW_UPS.saturating_sub(self.fewer)
    }

    pub fn lang(&self, scene: &Scene<'_>) -> Lang {
        self.lang.unwrap_or(scene.prefs.lang)
    }

    /// What Enter asks for; `prompt` is the question of a row of the list.
    fn wish(&self, prompt: Option<ItemId>, data: &RehearseData) -> Wish {
        Wish {
            prompt: prompt.or_else(|| self.question(data).map(|p| p.head.id.clone())),
            persona: self.persona.clone(),
            level: self.level,
            pressure: Some(self.pressure),
            extra: Some(self.extra),
            spoken: Some(self.spoken),
            follow_ups: Some(self.follow_ups()),
            lang: self.lang,
            ..Wish::default()
        }
    }

    pub fn act(&mut self, action: Action, data: &RehearseData, scene: &Scene<'_>) -> Vec<Effect> {
        let rows = rows(data);
        if self.list.act(action, rows.len(), rows.len()) {
            return Vec::new();
        }
        let row = self.row(data);
        match (action, row) {
            (Action::Enter, Some(Row::GoOn)) if kept(data).is_some_and(|(kept, _)| waits_in_mock(data, &kept)) => {
                return vec![Effect::Go(Route::Mock(MockWish::Resume))];
            }
            (Action::Enter, Some(Row::GoOn)) => return interview(Wish { resume: true, ..Wish::default() }),
            (Action::Enter, Some(Row::Answer(nth))) => {
                let id = data.tried().nth(nth).map(|p| p.head.id.clone());
                return interview(self.wish(id, data));
            }
            (Action::Enter, _) if !data.prompts.is_empty() => return interview(self.wish(None, data)),
            (Action::PracticeGrading, _) if !data.prompts.is_empty() => {
                return interview(Wish { practice: true, ..self.wish(None, data) });
            }
            (Action::SpeakAloud, _) => self.spoken = !self.spoken,
            (Action::Pressure, _) => self.pressure = turned(&Pressure::ALL, self.pressure, true),
            (Action::Right, Some(row)) => self.change(row, true, data, scene),
            (Action::Left, Some(row)) => self.change(row, false, data, scene),
            _ => {}
        }
        Vec::new()
    }

    fn change(&mut self, row: Row, on: bool, data: &RehearseData, scene: &Scene<'_>) {
        match row {
            Row::Interviewer => {
                let names: Vec<Option<Box<str>>> =
                    std::iter::once(None).chain(data.personas.iter().map(|card| Some(card.name()))).collect();
                self.persona = turned(&names, self.persona.clone(), on);
                self.prompt = None;
            }
            Row::Set => {
                let names: Vec<Option<Box<str>>> =
                    std::iter::once(None).chain(sets(data).map(|set| Some(set.name.clone()))).collect();
                self.set = turned(&names, self.set.clone(), on);
                self.prompt = None;
            }
            Row::Question => {
                let ids: Vec<Option<ItemId>> = self.questions(data).iter().map(|p| Some(p.head.id.clone())).collect();
                let now = self.question(data).map(|p| p.head.id.clone());
                self.prompt = turned(&ids, now, on);
            }
            Row::Level => {
                let levels = [1, 2, 3, 4, 5, 6];
                self.level = self.level(data).map(|level| turned(&levels, level, on));
            }
            Row::AnswerBy => self.spoken = !self.spoken,
            Row::Clock => self.pressure = turned(&Pressure::ALL, self.pressure, on),
            Row::Extra => self.extra = turned(&Extra::ALL, self.extra, on),
            Row::FollowUps => {
                let counts: Vec<u8> = (0..=MOST_FOLLOW_UPS).collect();
                self.fewer = MOST_FOLLOW_UPS - turned(&counts, self.follow_ups(), on).min(MOST_FOLLOW_UPS);
            }
            Row::Language => self.lang = Some(self.lang(scene).other()),
            Row::GoOn | Row::Answer(_) => {}
        }
    }
}

/// The value after `now`, or before it, round and round.
fn turned<T: Clone + PartialEq>(all: &[T], now: T, on: bool) -> T {
    let Some(at) = all.iter().position(|v| *v == now) else { return all.first().cloned().unwrap_or(now) };
    let step = if on { 1 } else { all.len() - 1 };
    all[(at + step) % all.len()].clone()
}
