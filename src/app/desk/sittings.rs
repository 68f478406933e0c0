//! Mock interviews: their answers that stand, what they are compared with, and what is called up for tomorrow.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::ItemId;
use crate::domain::interview::Mocked;
use crate::domain::log::Written;
use crate::domain::rubric::Prompt;
use crate::domain::text::Text;
use crate::domain::time::Moment;
use crate::packs::Library;
use crate::sessions::effect::Attempt;
use crate::sessions::interview::Kept;
use crate::sessions::mock::{Sat, SatAnswer, SittingData};
use crate::sessions::rehearse::DRAFTS;
use crate::store::{Store, StoreError};

use super::items::crumbs;

/// A mock interview.
///
/// # Errors
///
/// When the store cannot be read.
pub fn sitting(store: &Store, library: &Library, id: EventId, now: &Moment) -> Result<SittingData, StoreError> {
    let attempts = store.attempts()?;
    let mut mocks = store.mocks()?;
    let at = mocks.iter().position(|mock| mock.what.sitting == id);
    let earlier = match at {
        Some(at) => at.checked_sub(1).map(|before| mocks[before].clone()),
        None => mocks.last().cloned(),
    };
    let mut prompts = Prompts { library, known: HashMap::new() };
    let track = at.map(|at| track_title(library, &mocks[at].what.track)).unwrap_or_default();
    let earlier = earlier.map(|mocked| Sat { answers: prompts.answers(&attempts, mocked.what.sitting), mocked });
    Ok(SittingData {
        mocked: at.map(|at| mocks.swap_remove(at)),
        answers: prompts.answers(&attempts, id),
        earlier,
        open: open(store, id)?,
        called: store.deferred(now.day.plus(1))?,
        track,
    })
}

/// Every mock interview that ended, the oldest first.
///
/// # Errors
///
/// When the store cannot be read.
pub fn all(store: &Store, library: &Library) -> Result<Vec<Sat>, StoreError> {
    let attempts = store.attempts()?;
    let mut prompts = Prompts { library, known: HashMap::new() };
    let mocks: Vec<Written<Mocked>> = store.mocks()?;
    let sat = |mocked: Written<Mocked>| Sat { answers: prompts.answers(&attempts, mocked.what.sitting), mocked };
    Ok(mocks.into_iter().map(sat).collect())
}

/// What people call a track that is written as `pack/path`; its name when it is not installed any more.
fn track_title(library: &Library, name: &str) -> Text {
    let found = library.paths().iter().find(|path| name.split_once('/') == Some((&*path.pack, &*path.id)));
    found.map_or_else(|| Text::shared(name), |path| path.title.clone())
}

/// The question of a sitting that was left in the middle.
fn open(store: &Store, sitting: EventId) -> Result<Option<ItemId>, StoreError> {
    let drafts = store.drafts(DRAFTS)?;
    let mut kept = drafts.iter().filter_map(|(_, draft, _)| Kept::read(draft));
    Ok(kept.find(|kept| kept.setup.sitting == Some(sitting)).map(|kept| kept.setup.prompt))
}

/// Prompts that were read, each once.
struct Prompts<'a> {
    library: &'a Library,
    known: HashMap<ItemId, Option<Arc<Prompt>>>,
}

impl Prompts<'_> {
    fn answers(&mut self, attempts: &[Event], sitting: EventId) -> Vec<SatAnswer> {
        attempts.iter().filter_map(|event| self.answer(event, sitting)).collect()
    }

    fn answer(&mut self, event: &Event, sitting: EventId) -> Option<SatAnswer> {
        let What::Rehearsed(rehearsed) = &event.what else { return None };
        if rehearsed.sitting != Some(sitting) {
            return None;
        }
        let (id, library) = (&rehearsed.prompt, self.library);
        let found = || library.prompt(id).ok().map(Arc::new);
        let prompt = self.known.entry(id.clone()).or_insert_with(found).clone();
        let topic = library.topic(&id.topic());
        Some(SatAnswer {
            title: prompt.as_ref().map_or_else(|| Text::shared(id.as_str()), |p| p.title.clone()),
            area: topic.map(|topic| crumbs(library, topic, "").unit).unwrap_or_default(),
            prompt,
            attempt: Attempt {
                id: event.id,
                utc: event.utc,
                offset_min: event.offset_min,
                rehearsed: (**rehearsed).clone(),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::desk::{queues, rehearse};
    use crate::domain::interview::{Chair, PointMark, Pressure, Rehearsed};
    use crate::domain::plan::Pace;
    use crate::domain::rubric::Mark;
    use crate::domain::text::Lang;
    use crate::domain::time::StudyDay;
    use crate::sessions::prefs::Prefs;

    const DAY: i64 = 86_400_000;
    const NOW: i64 = 1_795_252_320_000;

    fn moment(utc: i64) -> Moment {
        let id = EventId::from_parts(u64::try_from(utc).expect("after 1970"), 0, 7);
        Moment { utc, offset_min: 0, day: StudyDay::of(utc, 0, 240), mono_ms: 0, id }
    }

    fn event(utc: i64, what: What) -> Event {
        Event { id: moment(utc).id, utc, offset_min: 0, what }
    }

    fn rehearsal(prompt: &Prompt, sitting: Option<EventId>, mark: Mark, utc: i64) -> Event {
        let point = |p: &crate::domain::rubric::Point| PointMark { point: p.id.clone(), first: mark, mark, shift: 0 };
        let rehearsed = Rehearsed {
            prompt: prompt.id.clone(),
            day: moment(utc).day,
            aim: 90,
            persona: "".into(),
            target: 2,
            lang: Lang::En,
            pressure: Pressure::Real,
            spoken: false,
            by: Chair::Own,
            chair: "".into(),
            sitting,
            think_ms: 0,
            turns: Vec::new(),
            predicted: None,
            points: prompt.points.iter().map(point).collect(),
            red_flags: Vec::new(),
            signals: Default::default(),
            scope: None,
        };
        event(utc, What::Rehearsed(Box::new(rehearsed)))
    }

    fn end(sitting: EventId, utc: i64) -> Event {
        let (day, planned) = (moment(utc).day, Vec::new());
        event(
            utc,
            What::Mocked(Mocked {
                sitting,
                day,
                minutes: 30,
                level: 2,
                seed: 1,
                planned,
                early: false,
                track: "".into(),
            }),
        )
    }

    fn with(events: &[Event]) -> Store {
        let mut store = Store::in_memory(7).expect("a store");
        store.append(events).expect("memory takes it");
        store
    }

    #[test]
    fn a_sitting_has_its_own_answers_and_the_mock_interview_before_it() {
        let library = Library::builtin();
        let one = library.prompt(&library.prompts()[0].id).expect("a prompt");
        let (first, second) = (moment(NOW).id, moment(NOW + DAY).id);
        let store = with(&[
            rehearsal(&one, Some(first), Mark::Met, NOW + 1000),
            end(first, NOW + 2000),
            rehearsal(&one, None, Mark::Missed, NOW + 3000),
            rehearsal(&one, Some(second), Mark::Missed, NOW + DAY + 1000),
        ]);
        let now = moment(NOW + DAY + 2000);
        let found = sitting(&store, &library, second, &now).expect("reads");
        assert_eq!((found.mocked, found.answers.len()), (None, 1));
        assert!(!found.answers[0].area.en.is_empty() && found.answers[0].prompt.is_some());
        let earlier = found.earlier.expect("one before");
        assert_eq!((earlier.mocked.what.sitting, earlier.answers.len()), (first, 1));
        let past = sitting(&store, &library, first, &now).expect("reads");
        assert!(past.mocked.is_some() && past.earlier.is_none());
        assert_eq!(all(&store, &library).expect("reads").len(), 1);
    }

    #[test]
    fn what_is_called_up_for_a_day_is_asked_on_it_until_it_is_answered() {
        let library = Library::builtin();
        let one = library.prompt(&library.prompts()[0].id).expect("a prompt");
        let point = one.id.point(&one.points[0].id);
        let tomorrow = moment(NOW + DAY);
        let call = |item: &ItemId, n| event(NOW + n, What::Deferred { item: item.clone(), day: tomorrow.day });
        let mut store = with(&[rehearsal(&one, None, Mark::Met, NOW), call(&point, 1000), call(&one.id, 2000)]);
        let (pace, prefs) = (Pace::default(), Prefs::default());
        let asked = |store: &Store, now: &Moment| -> Vec<ItemId> {
            let due = queues::due(store, &library, &pace, now, &prefs).expect("reads");
            due.into_iter().map(|d| d.head.id).collect()
        };
        assert_eq!(asked(&store, &moment(NOW + 3000)), []);
        assert_eq!(asked(&store, &tomorrow), [point]);
        let first =
            |store: &Store, now: &Moment| rehearse::data(store, &library, now).expect("reads").prompts[0].clone();
        assert_eq!((first(&store, &tomorrow).head.id, first(&store, &tomorrow).weak), (one.id.clone(), true));
        store.append(&[rehearsal(&one, None, Mark::Met, NOW + DAY)]).expect("memory takes it");
        assert_eq!(asked(&store, &moment(NOW + DAY + 1000)), []);
        assert!(!first(&store, &moment(NOW + DAY + 1000)).weak);
    }
}
