//! What Stats shows, and the learner's pace: one pass over the answers.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::catalog::{QuestionHead, Stop};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::plan::Pace;
use crate::domain::question::KindName;
use crate::domain::tally::{self, Seen, Tally, Took, longest_gap};
use crate::domain::text::Text;
use crate::domain::time::{Moment, StudyDay};
use crate::packs::Library;
use crate::sessions::study::{Skill, StatsData};

use crate::store::{Daily, Store, StoreError};

use super::study::{Scope, StudyInput, roadmap_path, study};

/// The pace follows the answers of so many days.
const PACE_DAYS: i32 = 60;

/// Stats look back so many days: more than the twelve weeks, so that "older than 7 days" is known for the first of them.
const STATS_DAYS: i32 = 200;

/// Days ahead that Stats shows.
const AHEAD: usize = 11;

/// Minutes a day that the forecast compares.
const FORECAST_MINUTES: [u16; 3] = [10, 20, 30];

/// The forecast looks so many days ahead.
const FORECAST_DAYS: u16 = 30;

/// Places of questions: kind, unit and section, looked up once for each topic and kept small.
struct Places<'a> {
    library: &'a Library,
    topics: HashMap<TopicId, Place>,
}

/// The questions of a topic: the hash of each name, in order, with its kind and the number of its section.
#[derive(Default)]
struct Place {
    questions: Vec<(u64, KindName, u16)>,
    sections: Vec<Box<str>>,
}

impl Place {
    fn of(heads: Vec<QuestionHead>) -> Place {
        let mut place = Place::default();
        for head in heads {
            let known = place.sections.iter().position(|s| *s == head.section);
            let section = known.unwrap_or_else(|| {
                place.sections.push(head.section.clone());
                place.sections.len() - 1
            });
            place.questions.push((hash(head.id.local()), head.kind, u16::try_from(section).unwrap_or(u16::MAX)));
        }
        place.questions.sort_unstable_by_key(|(name, ..)| *name);
        place
    }

    fn find(&self, item: &ItemId) -> Option<(KindName, u16)> {
        let at = self.questions.binary_search_by_key(&hash(item.local()), |(name, ..)| *name).ok()?;
        self.questions.get(at).map(|(_, kind, section)| (*kind, *section))
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

impl<'a> Places<'a> {
    fn new(library: &'a Library) -> Self {
        Places { library, topics: HashMap::new() }
    }

    fn kind(&mut self, item: &ItemId) -> Option<KindName> {
        if item.as_point().is_some() {
            return Some(KindName::Drill);
        }
        let topic = item.topic();
        if !self.topics.contains_key(&topic) {
            let heads = self.library.question_heads(&topic).unwrap_or_default();
            self.topics.insert(topic.clone(), Place::of(heads));
        }
        self.topics.get(&topic)?.find(item).map(|(kind, _)| kind)
    }

    fn place(&self, item: &ItemId) -> Option<(&str, &str)> {
        let topic = item.topic();
        let unit = &*self.library.topic(&topic)?.unit;
        let place = self.topics.get(&topic)?;
        let section = place.sections.get(usize::from(place.find(item)?.1))?;
        Some((unit, section))
    }
}

fn tally<'a>(
    store: &Store,
    library: &'a Library,
    today: StudyDay,
    days: i32,
) -> Result<(Tally, Places<'a>), StoreError> {
    let mut tally = Tally::new(today);
    let mut places = Places::new(library);
    store.answers_since(today.plus(-days), |answer| {
        let kind = places.kind(&answer.answered.item);
        tally.answer(&Seen::from(answer), kind);
    })?;
    Ok((tally, places))
}

/// The learner's pace.
///
/// # Errors
///
/// When the store cannot be read.
pub fn pace(store: &Store, library: &Library, now: &Moment) -> Result<Pace, StoreError> {
    let (mut took, mut places) = (Took::default(), Places::new(library));
    store.answers_since(now.day.plus(-PACE_DAYS), |answer| {
        if let Some(kind) = places.kind(&answer.answered.item) {
            took.answer(&Seen::from(answer), kind);
        }
    })?;
    Ok(Pace::new(took.medians()))
}

/// Everything that Stats shows.
///
/// # Errors
///
/// When the store cannot be read.
pub fn stats(input: StudyInput<'_>) -> Result<StatsData, StoreError> {
    let StudyInput { store, library, now, prefs, .. } = input;
    let (tally, places) = tally(store, library, now.day, STATS_DAYS)?;
    let from = tally::first_of_weeks(now.day);
    let days = store.daily(from..=now.day)?;
    let mut heat = vec![0; tally::HEAT_DAYS as usize];
    for (day, daily) in &days {
        if let Some(slot) = usize::try_from(day.since(from)).ok().and_then(|i| heat.get_mut(i)) {
            *slot = daily.minutes();
        }
    }
    let studied = || days.iter().map(|(day, _)| *day);
    let (this_month, last_month) = tally.remembered();
    let (study, _) = study(input, Scope::Whole)?;
    let total: Daily = days.iter().map(|(_, day)| *day).sum();
    Ok(StatsData {
        remembered: (this_month.percent(), last_month.percent()),
        aim: prefs.recall_aim,
        ahead: study.ahead.iter().copied().take(AHEAD).collect(),
        from,
        minutes: heat,
        longest_gap: u16::try_from(longest_gap(from, now.day, studied())).unwrap_or(u16::MAX),
        best_hour: tally.best_hour(),
        totals: (u32::try_from(total.answers).unwrap_or(0), total.minutes().into()),
        forecast: forecast(input)?,
        skills: skills(input, &tally, &places, &study.stages),
        medians: tally.medians(),
    })
}

/// Expected recall in a month of everything that was learnt, for a few amounts of minutes a day.
fn forecast(input: StudyInput<'_>) -> Result<Vec<(u16, u8)>, StoreError> {
    let StudyInput { store, now, pace, .. } = input;
    let mut memories = Vec::new();
    store.topic_rows(|_, memory| memories.push(*memory))?;
    let each_ms = pace.expect_any_ms().max(1) as f32;
    let items: Vec<f32> = FORECAST_MINUTES.iter().map(|m| f32::from(*m) * 60_000.0 / each_ms).collect();
    let shares = tally::forecast(memories.iter(), now.day, FORECAST_DAYS, &items);
    let percent = |share: f32| (share * 100.0).round().clamp(0.0, 100.0) as u8;
    Ok(FORECAST_MINUTES.iter().zip(shares).map(|(minutes, share)| (*minutes, percent(share))).collect())
}

fn skills(input: StudyInput<'_>, tally: &Tally, places: &Places<'_>, shares: &[u8]) -> Vec<Skill> {
    let catalog = input.catalog;
    let Some(path) = roadmap_path(catalog) else { return Vec::new() };
    let Some(pack) = catalog.packs.iter().find(|p| p.id == path.pack) else { return Vec::new() };
    let wrong = tally.sure_but_wrong(|item| places.place(item));
    let title = |topic: &TopicId, section: &str| -> Text {
        let head = catalog.topics.get(topic);
        let section = head.and_then(|h| h.sections.iter().find(|s| &*s.id == section)).map(|s| s.title.clone());
        section.or_else(|| head.map(|h| h.title.clone())).unwrap_or_default()
    };
    let mut out = Vec::new();
    for (i, unit) in pack.units.iter().enumerate() {
        let own = wrong.get(&*unit.id);
        let groups =
            own.map(|w| w.groups.iter().map(|g| (g.topic.clone(), title(&g.topic, &g.section), g.wrong)).collect());
        let stops = path.stages.get(i).map(|s| s.topics.as_slice()).unwrap_or_default();
        let here = stops.iter().filter(|s| matches!(s, Stop::Here(_))).count();
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        out.push(Skill {
            title: unit.title.clone(),
            held: shares.get(i).copied().unwrap_or(0),
            sure: own.map_or((0, 0), |w| (w.wrong.of, w.wrong.part)),
            groups: groups.unwrap_or_default(),
            topics: (small(here), small(stops.len() - here)),
        });
    }
    out
}
