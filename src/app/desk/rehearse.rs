//! Interview prompts with what is known about the learner and them, and the answer book.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::domain::catalog::side_paths;
use crate::domain::day::{Day, DayHead};
use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::interview::Rehearsed;
use crate::domain::log::Tried;
use crate::domain::memory::Memory;
use crate::domain::persona::Persona;
use crate::domain::plan::{AnswerStanding, best, next_rehearsal, rehearsing_min};
use crate::domain::rubric::{Prompt, PromptHead, RedFlag, Verdict, judge};
use crate::domain::sorting::Arrange;
use crate::domain::text::Text;
use crate::domain::time::{Moment, StudyDay};
use crate::packs::Library;
use crate::sessions;
use crate::sessions::effect::{Attempt, LoadedDay, LoadedPrompt};
use crate::sessions::interview::kept::{self, Kept};
use crate::sessions::mock;
use crate::sessions::rehearse::{
    AnswerRow, DRAFTS, DayCard, PersonaCard, PromptStanding, RehearseData, TrackCard, WeakPoint,
};
use crate::sessions::study::{LeftDay, NextAnswer, PlanRow};
use crate::store::{Store, StoreError};

use super::items::crumbs;

/// Attempts whose predictions are told.
const PREDICTIONS: usize = 10;

/// Minutes of ten slots of a working day.
const MINUTES_TEN_SLOTS: usize = 15;

/// Answers of the list whose weakest point is told in words: reading those means unpacking the prompt.
const TOLD: usize = 6;

/// Everything that Rehearse shows.
///
/// # Errors
///
/// When the store cannot be read.
pub fn data(store: &Store, library: &Library, now: &Moment) -> Result<RehearseData, StoreError> {
    let tried = store.tried()?;
    let predictions = predictions(&tried);
    let mut prompts = standings(store, library, tried, now.day)?;
    let told = prompts.iter_mut().filter(|p| p.weakest.is_some()).take(TOLD);
    for standing in told {
        let prompt = library.prompt(&standing.head.id).ok();
        if let (Some(prompt), Some(weakest)) = (prompt, &mut standing.weakest) {
            weakest.text = prompt.point(&weakest.point).map(|p| p.text.clone()).unwrap_or_default();
        }
    }
    let followed = store.tracks()?;
    let tracks = followed_first(tracks(library), &followed);
    Ok(RehearseData {
        personas: personas(library).map(|p| PersonaCard { voice: p.voice, head: p.head }).collect(),
        prompts,
        practised: store.practised_kinds()?,
        predictions,
        mocks: store.mocks()?,
        draft: store.drafts(DRAFTS)?.into_iter().next().map(|(_, body, _)| body),
        mock: store.draft(mock::KEPT_NAME)?,
        days: days(store, library)?,
        stories: store.stories()?,
        followed: tracks.iter().filter(|card| followed.iter().any(|name| name.as_str() == &*card.name)).count(),
        tracks,
        target: super::ladder::target(store, library, now.day)?,
    })
}

/// The same tracks, those that are followed first.
fn followed_first(mut all: Vec<TrackCard>, followed: &[EntryId]) -> Vec<TrackCard> {
    all.arrange_by_key(|card| !followed.iter().any(|name| name.as_str() == &*card.name));
    all
}

/// Every working day, with what is known of it.
fn days(store: &Store, library: &Library) -> Result<Vec<DayCard>, StoreError> {
    let lived = store.days_lived()?;
    let drafts = store.drafts(sessions::day::DRAFTS)?;
    let card = |head: DayHead| DayCard {
        last: lived.iter().filter(|it| it.what.of == head.id && it.what.chosen.len() > 1).map(|it| it.what.day).max(),
        left_at: drafts
            .iter()
            .find(|(name, _, _)| name.strip_prefix(sessions::day::DRAFTS) == Some(head.id.as_str()))
            .and_then(|(_, draft, _)| sessions::day::left_at(draft)),
        head,
    };
    Ok(library.days().into_iter().map(card).collect())
}

/// The working day that was left in the middle last.
///
/// # Errors
///
/// When the store cannot be read.
pub fn left_day(store: &Store, library: &Library) -> Result<Option<LeftDay>, StoreError> {
    let drafts = store.drafts(sessions::day::DRAFTS)?;
    let heads = if drafts.is_empty() { Vec::new() } else { library.days() };
    let left = |(name, draft, _): &(String, String, i64)| {
        let name = name.strip_prefix(sessions::day::DRAFTS)?;
        let head = heads.iter().find(|head| head.id.as_str() == name)?;
        let at = sessions::day::left_at(draft)?;
        let minutes = (head.slots.len().saturating_sub(at) * MINUTES_TEN_SLOTS).div_ceil(10).max(1);
        Some(LeftDay {
            of: head.id.clone(),
            title: head.title.clone(),
            at: head.slots.get(at).map(|(time, _)| time.clone()),
            minutes: u16::try_from(minutes).unwrap_or(u16::MAX),
        })
    };
    Ok(drafts.iter().find_map(left))
}

/// A working day, with what was left of it in the middle; `None` when it is not installed.
///
/// # Errors
///
/// When the store cannot be read.
pub fn day(store: &Store, library: &Library, id: &EntryId) -> Result<Option<LoadedDay>, StoreError> {
    let draft = store.draft(&format!("{}{id}", sessions::day::DRAFTS))?;
    let loaded = |day: Day| {
        let choices = day.slots.iter().flat_map(|slot| &slot.choices);
        let topics = choices.flat_map(|choice| &choice.items).map(ItemId::topic);
        let titles = topics.filter_map(|topic| Some((topic.clone(), library.topic(&topic)?.title.clone()))).collect();
        LoadedDay { day: Arc::new(day), draft, titles }
    };
    Ok(library.day(id).map(loaded))
}

/// The paths beside the roadmap with the topics that are installed.
pub fn tracks(library: &Library) -> Vec<TrackCard> {
    let all = side_paths(library.paths()).into_iter();
    all.map(|path| TrackCard {
        name: format!("{}/{}", path.pack, path.id).into(),
        title: path.title.clone(),
        topics: path.topics().cloned().collect(),
    })
    .collect()
}

/// All prompts, the one to rehearse next first.
fn standings(
    store: &Store,
    library: &Library,
    mut tried: BTreeMap<ItemId, Vec<Tried>>,
    today: StudyDay,
) -> Result<Vec<PromptStanding>, StoreError> {
    let read: HashSet<TopicId> = store.lessons_read()?.into_iter().map(|(topic, _)| topic).collect();
    let wanted = super::ladder::track_prompts(store, library)?;
    let called: HashSet<ItemId> = store.deferred(today)?.into_iter().collect();
    let mut out = Vec::with_capacity(library.prompts().len());
    for head in library.prompts() {
        let tried = tried.remove(&head.id).unwrap_or_default();
        let points = points(store, &tried, &head.id)?;
        let memories = points.iter().map(|(_, memory)| memory);
        let mut standing = AnswerStanding::of(&tried, memories, today, read.contains(&head.id.topic()), head.level);
        standing.wanted = wanted.contains(&head.id);
        if called.contains(&head.id) {
            // Called up for today: it is due, whatever its points say.
            standing.due = standing.due.map(|due| due.min(today));
        }
        let crumbs = library.topic(&head.id.topic()).map(|topic| crumbs(library, topic, "")).unwrap_or_default();
        let row = PromptStanding {
            head: head.clone(),
            topic: crumbs.topic,
            unit: crumbs.unit,
            best: best(&tried).map(|t| t.id),
            due: standing.due,
            weak: standing.is_weak(today),
            weakest: weakest(&points, today),
            tried,
        };
        out.push((standing.rank(today), row));
    }
    out.arrange_by_key(|(rank, _)| *rank);
    Ok(out.into_iter().map(|(_, row)| row).collect())
}

/// What Today offers of interview answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// The answer to rehearse next.
    pub first: NextAnswer,
    /// It was tried before, and is weak.
    pub weak: bool,
    /// The first study day on which a plan offers it; `None` while nothing was rehearsed yet, and for an answer that holds or whose lesson was not read.
    pub offered: Option<StudyDay>,
    /// The answer that was left in the middle.
    pub begun: Option<NextAnswer>,
}

impl Next {
    /// As a row of the plan.
    pub fn row(&self) -> PlanRow {
        PlanRow::Ask { answer: self.first.clone(), weak: self.weak }
    }
}

/// The interview answer to rehearse next: the first of all (see [`AnswerStanding::rank`]).
///
/// It looks at heads only, and at the points of what was tried: fit for the first screens. `target` is the ladder level that the learner climbs to.
///
/// # Errors
///
/// When the store cannot be read.
pub fn next(
    store: &Store,
    library: &Library,
    today: StudyDay,
    wanted: &HashSet<ItemId>,
    target: Option<u8>,
) -> Result<Option<Next>, StoreError> {
    let mut tried = store.tried()?;
    let offered = next_rehearsal(tried.values().flatten().map(|t| t.day).max(), today);
    // As it stands on the day of the offer: what was tried today may be weak by then.
    let on = offered.unwrap_or(today);
    let lessons: HashSet<TopicId> = store.lessons_read()?.into_iter().map(|(topic, _)| topic).collect();
    let mut first: Option<(_, &PromptHead, AnswerStanding)> = None;
    for head in library.prompts() {
        let tried = tried.remove(&head.id).unwrap_or_default();
        let points = points(store, &tried, &head.id)?;
        let read = tried.is_empty() && lessons.contains(&head.id.topic());
        let mut standing = AnswerStanding::of(&tried, points.iter().map(|(_, memory)| memory), on, read, head.level);
        standing.wanted = wanted.contains(&head.id);
        let rank = standing.rank(on);
        if first.as_ref().is_none_or(|(least, ..)| rank < *least) {
            first = Some((rank, head, standing));
        }
    }
    let Some((_, head, standing)) = first else { return Ok(None) };
    let kept = store.drafts(DRAFTS)?.iter().find_map(|(_, draft, _)| Kept::read(draft)).map(|kept| kept.setup.prompt);
    let begun = kept.and_then(|id| library.prompts().iter().find(|head| head.id == id));
    let weak = standing.is_weak(on);
    Ok(Some(Next {
        first: NextAnswer {
            level: target.unwrap_or(head.level),
            ..told(library, head, begun.is_some_and(|b| b.id == head.id))
        },
        weak,
        offered: offered.filter(|_| weak || standing.read || standing.wanted),
        begun: match waiting(store, library)? {
            Some(mock) => Some(mock),
            None => begun.map(|head| told(library, head, true)),
        },
    }))
}

/// The next question of the mock interview that waits, and the minutes of all that are left.
fn waiting(store: &Store, library: &Library) -> Result<Option<NextAnswer>, StoreError> {
    let Some(kept) = store.draft(mock::KEPT_NAME)?.and_then(|draft| mock::Kept::read(&draft)) else { return Ok(None) };
    let tried = store.tried()?;
    let answered =
        |prompt: &ItemId| tried.get(prompt).is_some_and(|all| all.iter().any(|t| t.sitting == Some(kept.sitting)));
    let questions = &kept.mix.questions;
    let Some(at) = questions.iter().position(|q| !answered(&q.prompt)).or(questions.len().checked_sub(1)) else {
        return Ok(None);
    };
    let left = questions.iter().filter(|q| !answered(&q.prompt)).map(|q| q.minutes).sum();
    let head = library.prompts().iter().find(|head| head.id == questions[at].prompt);
    let small = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
    Ok(head.map(|head| NextAnswer {
        who: questions[at].who.clone(),
        level: kept.setup.level,
        minutes: left,
        mock: Some((small(at + 1), small(questions.len()))),
        ..told(library, head, true)
    }))
}

fn told(library: &Library, head: &PromptHead, begun: bool) -> NextAnswer {
    let who = head.personas.first().and_then(|name| library.persona_named(head.id.topic().pack(), name));
    NextAnswer {
        prompt: head.id.clone(),
        title: head.title.clone(),
        who: who.map(|p| p.name.clone()).unwrap_or_default(),
        level: head.level,
        minutes: rehearsing_min(head.minutes),
        begun,
        mock: None,
    }
}

/// The memories of a prompt's points; none are looked for when it was never tried.
fn points(store: &Store, tried: &[Tried], prompt: &ItemId) -> Result<Vec<(ItemId, Memory)>, StoreError> {
    if tried.is_empty() { Ok(Vec::new()) } else { store.memories_of_points(prompt) }
}

fn weakest(points: &[(ItemId, Memory)], today: StudyDay) -> Option<WeakPoint> {
    let by_recall = points.iter().filter_map(|(id, memory)| {
        let (_, point) = id.as_point()?;
        Some(WeakPoint { point: point.into(), text: Text::default(), recall: memory.retrievability(today) })
    });
    by_recall.min_by(|a, b| a.recall.total_cmp(&b.recall))
}

/// What the learner expected too much in the last attempts with a prediction, oldest first.
fn predictions(tried: &BTreeMap<ItemId, Vec<Tried>>) -> Vec<i8> {
    let mut all: Vec<(EventId, i8)> = tried
        .values()
        .flatten()
        .filter_map(|t| Some((t.id, i8::try_from(t.overrated()?).unwrap_or(i8::MAX))))
        .collect();
    all.sort_unstable();
    all.split_off(all.len().saturating_sub(PREDICTIONS)).into_iter().map(|(_, by)| by).collect()
}

/// All interviewers, pack by pack, in the author's order.
fn personas(library: &Library) -> impl Iterator<Item = Persona> {
    library.packs().iter().flat_map(|pack| library.whole_personas(&pack.id))
}

/// A prompt with its attempts and the memories of its points; `None` when no installed pack has it.
///
/// # Errors
///
/// When the store cannot be read.
pub fn prompt(
    store: &Store,
    library: &Library,
    id: &ItemId,
    today: StudyDay,
) -> Result<Option<LoadedPrompt>, StoreError> {
    let Ok(prompt) = library.prompt(id) else { return Ok(None) };
    let crumbs = library.topic(&id.topic()).map(|topic| crumbs(library, topic, "")).unwrap_or_default();
    let named = |p: &Persona| prompt.personas.iter().position(|name| is_named(library, id, name, p));
    let mut all: Vec<Persona> = personas(library).collect();
    all.arrange_by_key(|p| named(p).unwrap_or(usize::MAX));
    let memories = store.memories_of_points(id)?;
    let stories = store.stories()?.into_iter().map(|written| written.what);
    Ok(Some(LoadedPrompt {
        stories: stories.filter(|story| story.prompts.contains(id)).collect(),
        crumbs,
        attempts: store.attempts_of(id)?.into_iter().filter_map(attempt).collect(),
        memories: memories.into_iter().filter_map(|(id, m)| Some((id.as_point()?.1.into(), m))).collect(),
        practised: store.practised_kinds()?,
        personas: all.into_iter().map(Arc::new).collect(),
        predictions: predictions(&store.tried()?),
        draft: store.draft(&kept::name(id))?,
        target: super::ladder::target(store, library, today)?,
        prompt: Arc::new(prompt),
    }))
}

/// Whether an interviewer is the one whom a prompt names.
fn is_named(library: &Library, prompt: &ItemId, name: &str, persona: &Persona) -> bool {
    library.persona_named(prompt.topic().pack(), name).is_some_and(|head| *head == persona.head)
}

fn attempt(event: Event) -> Option<Attempt> {
    match event.what {
        What::Rehearsed(rehearsed) => {
            Some(Attempt { id: event.id, utc: event.utc, offset_min: event.offset_min, rehearsed: *rehearsed })
        }
        _ => None,
    }
}

/// The answer book: every attempt that stands, the newest first. Unpacks every prompt that was ever tried, so it takes a while.
///
/// # Errors
///
/// When the store cannot be read.
pub fn answers(store: &Store, library: &Library) -> Result<Vec<AnswerRow>, StoreError> {
    let bests: HashSet<EventId> = store.tried()?.values().filter_map(|tried| best(tried)).map(|t| t.id).collect();
    let heads: HashMap<&ItemId, &PromptHead> = library.prompts().iter().map(|head| (&head.id, head)).collect();
    let mut numbers: HashMap<ItemId, u16> = HashMap::new();
    let mut prompts: HashMap<ItemId, Option<Prompt>> = HashMap::new();
    let mut out: Vec<AnswerRow> = Vec::new();
    for attempt in store.attempts()?.into_iter().filter_map(attempt) {
        let id = attempt.rehearsed.prompt.clone();
        let head = heads.get(&id);
        let prompt = prompts.entry(id.clone()).or_insert_with(|| library.prompt(&id).ok());
        let number = numbers.entry(id.clone()).or_default();
        *number = number.saturating_add(1);
        let unit = library.topic(&id.topic()).map(|topic| crumbs(library, topic, "").unit);
        out.push(AnswerRow {
            title: head.map_or_else(|| Text::shared(id.as_str()), |h| h.title.clone()),
            unit: unit.unwrap_or_default(),
            kind: head.map(|h| h.kind),
            who: who(library, &attempt.rehearsed.persona),
            number: *number,
            best: bests.contains(&attempt.id),
            verdict: prompt.as_ref().map(|prompt| verdict(prompt, &attempt.rehearsed)),
            attempt,
        });
    }
    out.reverse();
    Ok(out)
}

/// What people call an interviewer who is written as `pack/persona`.
fn who(library: &Library, name: &str) -> Text {
    let (pack, id) = name.split_once('/').unwrap_or_default();
    let found = library.personas().iter().find(|p| &*p.pack == pack && &*p.id == id);
    found.map(|p| p.name.clone()).unwrap_or_default()
}

/// What the marks of an attempt amount to by the rubric of today.
pub fn verdict(prompt: &Prompt, rehearsed: &Rehearsed) -> Verdict {
    let flags = |flag: &&RedFlag| rehearsed.red_flags.contains(&flag.id);
    let cap = rehearsed.scope.map(|scope| scope.level());
    judge(prompt, &rehearsed.marks(), prompt.red_flags.iter().filter(flags), cap, rehearsed.target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::{Chair, PointMark, Pressure, Story};
    use crate::domain::rubric::Mark;
    use crate::domain::text::Lang;

    const DAY: i64 = 86_400_000;
    const NOW: i64 = 1_795_252_320_000;

    fn moment(utc: i64) -> Moment {
        let id = EventId::from_parts(utc as u64, 0, 7);
        Moment { utc, offset_min: 0, day: StudyDay::of(utc, 0, 240), mono_ms: 0, id }
    }

    /// An attempt at a prompt in which every point got the same mark.
    fn rehearsal(prompt: &Prompt, mark: Mark, predicted: u8, utc: i64) -> Event {
        let now = moment(utc);
        let point = |p: &crate::domain::rubric::Point| PointMark { point: p.id.clone(), first: mark, mark, shift: 0 };
        let rehearsed = Rehearsed {
            prompt: prompt.id.clone(),
            day: now.day,
            aim: 90,
            persona: "".into(),
            target: 2,
            lang: Lang::En,
            pressure: Pressure::Real,
            spoken: false,
            by: Chair::Own,
            chair: "".into(),
            sitting: None,
            think_ms: 0,
            turns: Vec::new(),
            predicted: Some(predicted),
            points: prompt.points.iter().map(point).collect(),
            red_flags: Vec::new(),
            signals: BTreeMap::new(),
            scope: None,
        };
        Event { id: now.id, utc, offset_min: 0, what: What::Rehearsed(Box::new(rehearsed)) }
    }

    fn with(events: &[Event]) -> Store {
        let mut store = Store::in_memory(7).expect("a store");
        store.append(events).expect("memory takes it");
        store
    }

    #[test]
    fn the_weakest_answer_stands_first_and_says_which_point_it_is() {
        let library = Library::builtin();
        let [one, two] = [3, 5].map(|i| library.prompt(&library.prompts()[i].id).expect("a prompt"));
        let events = [rehearsal(&one, Mark::Met, 3, NOW), rehearsal(&two, Mark::Missed, 3, NOW + 1)];
        let store = with(&events);
        let found = data(&store, &library, &moment(NOW + 9 * DAY)).expect("data");
        assert_eq!(found.prompts.len(), library.prompts().len());
        let tried: Vec<&ItemId> = found.tried().map(|p| &p.head.id).collect();
        assert_eq!(tried, [&two.id, &one.id]);
        let first = &found.prompts[0];
        assert!(first.weak && first.best == Some(events[1].id));
        let weakest = first.weakest.as_ref().expect("a point");
        assert_eq!(weakest.text, two.point(&weakest.point).expect("its point").text);
        assert_eq!(found.predictions, [3 - one.points.len() as i8, 3]);
        assert!(found.personas.len() >= 10 && found.personas.iter().all(|p| !p.voice.en.is_empty()));
        let same_day = data(&store, &library, &moment(NOW + 60_000)).expect("data");
        assert!(same_day.prompts[0].tried.is_empty(), "what was tried today waits");
    }

    #[test]
    fn a_prompt_comes_with_its_attempts_its_points_and_who_would_ask_it_first() {
        let library = Library::builtin();
        let head = library.prompts().iter().find(|p| !p.personas.is_empty()).expect("a prompt that names somebody");
        let whole = library.prompt(&head.id).expect("a prompt");
        let told = |n: i64, prompts: Vec<ItemId>| {
            let now = moment(NOW + n);
            let story = Story { story: now.id, title: "The outage".into(), text: "It was night.".into(), prompts };
            Event { id: now.id, utc: now.utc, offset_min: 0, what: What::StoryTold(story) }
        };
        let other = library.prompts().iter().find(|p| p.id != head.id).expect("another").id.clone();
        let stories = [told(1, vec![other.clone()]), told(2, vec![other, head.id.clone()])];
        let store = with(&[rehearsal(&whole, Mark::Partly, 2, NOW), stories[0].clone(), stories[1].clone()]);
        let loaded = prompt(&store, &library, &head.id, moment(NOW).day).expect("reads").expect("is there");
        assert_eq!((loaded.attempts.len(), loaded.memories.len()), (1, whole.points.len()));
        let offered: Vec<EventId> = loaded.stories.iter().map(|story| story.story).collect();
        assert_eq!(offered, [stories[1].id], "only what it answers");
        assert_eq!(loaded.personas[0].head.id, head.personas[0]);
        assert_eq!(loaded.personas.len(), library.personas().len());
        assert!(!loaded.crumbs.topic.en.is_empty());
        let nowhere = ItemId::parse("no/such/prompt").expect("three parts");
        assert_eq!(prompt(&store, &library, &nowhere, moment(NOW).day).expect("reads"), None);
    }

    #[test]
    fn a_mock_interview_that_waits_is_offered_with_its_next_question() {
        use crate::sessions::mock::{KEPT_NAME, Kept as Plan, Mix, MockSetup};
        use crate::store::Keep;
        let library = Library::builtin();
        let mut store = with(&[]);
        let setup = MockSetup::new(3);
        let mix = Mix::of(&data(&store, &library, &moment(NOW)).expect("data"), &setup);
        let plan = Plan { sitting: EventId(77), setup, mix };
        let of = u8::try_from(plan.mix.questions.len()).expect("a few");
        let draft = |body: Option<String>| Keep::Draft { key: KEPT_NAME.into(), body, utc: NOW };
        store.keep(draft(Some(plan.write()))).expect("kept");
        let first = &plan.mix.questions[0];
        let whole = library.prompt(&first.prompt).expect("a prompt");
        let waits = |store: &Store| {
            let next =
                next(store, &library, moment(NOW).day, &HashSet::new(), None).expect("reads").expect("an answer");
            next.begun.map(|b| (b.mock, b.minutes))
        };
        assert_eq!(waits(&store), Some((Some((1, of)), plan.mix.minutes())));
        let mut answered = rehearsal(&whole, Mark::Met, 2, NOW);
        let What::Rehearsed(rehearsed) = &mut answered.what else { panic!("{answered:?}") };
        rehearsed.sitting = Some(plan.sitting);
        store.append(&[answered]).expect("written");
        assert_eq!(waits(&store), Some((Some((2, of)), plan.mix.minutes() - first.minutes)));
        store.keep(draft(None)).expect("dropped");
        assert_eq!(waits(&store), None);
    }

    #[test]
    fn the_answer_book_counts_attempts_and_marks_the_best_of_each_prompt() {
        let library = Library::builtin();
        let whole = library.prompt(&library.prompts()[0].id).expect("a prompt");
        let marks = [Mark::Missed, Mark::Met, Mark::Partly];
        let events: Vec<Event> =
            marks.iter().zip(0..).map(|(mark, n)| rehearsal(&whole, *mark, 2, NOW + n * DAY)).collect();
        let book = answers(&with(&events), &library).expect("reads");
        let told: Vec<(u16, bool)> = book.iter().map(|row| (row.number, row.best)).collect();
        assert_eq!(told, [(3, false), (2, true), (1, false)]);
        assert_eq!(book[0].title, whole.title);
        let shares: Vec<f32> = book.iter().map(|row| row.verdict.expect("installed").score.share()).collect();
        assert_eq!(shares, [0.5, 1.0, 0.0]);
    }

    #[test]
    fn missed_points_are_due_as_drills_and_leave_the_topic_as_it_stands() {
        use crate::app::desk::{items, queues};
        use crate::domain::plan::Pace;
        use crate::domain::question::{AnswerKey, Kind, KindName};
        use crate::sessions::effect::Queue;
        use crate::sessions::prefs::Prefs;
        let library = Library::builtin();
        let whole = library.prompt(&library.prompts()[0].id).expect("a prompt");
        let store = with(&[rehearsal(&whole, Mark::Missed, 2, NOW)]);
        let wish = Queue::Due { minutes: Some(60), items: None, topic: None };
        let (pace, prefs, now) = (Pace::default(), Prefs::default(), moment(NOW + 11 * 60_000));
        let queue = queues::queue(&store, &library, &pace, &wish, &now, &prefs).expect("a queue");
        assert_eq!(queue.len(), whole.points.len());
        let head = &queue[0].head;
        let (_, point) = head.id.as_point().expect("a point");
        assert_eq!((head.kind, head.key), (KindName::Drill, AnswerKey::of_point(point)));
        let loaded = items::load_item(&store, &library, &pace, &head.id).expect("reads").expect("is there");
        assert_eq!(loaded.question.prompt, whole.point(point).expect("its point").drill);
        assert!(matches!(loaded.question.kind, Kind::Drill(_)) && loaded.memory.is_some());
        assert!(!loaded.crumbs.section.en.is_empty(), "it says where that is taught");
        let topic = items::load_topic(&store, &library, &whole.id.topic()).expect("its topic");
        assert_eq!(topic.memories, [], "a point is no question of the topic");
        let gone = whole.id.point("gone");
        assert_eq!(items::load_item(&store, &library, &pace, &gone).expect("reads"), None);
    }

    #[test]
    fn today_offers_the_weak_answer_every_second_day_and_the_first_frame_knows_it() {
        use crate::app::desk::study::{self, Scope, StudyInput, first_study};
        use crate::domain::plan::Pace;
        use crate::sessions::prefs::Prefs;
        use crate::store::Keep;
        let library = Library::builtin();
        let catalog = Arc::new(study::catalog(&library));
        let short = library.prompts().iter().min_by_key(|p| (p.minutes, p.points)).expect("a prompt");
        let whole = library.prompt(&short.id).expect("a prompt");
        let mut store = with(&[rehearsal(&whole, Mark::Missed, 2, NOW)]);
        let (pace, prefs) = (Pace::default(), Prefs::default());
        let planned = |store: &mut Store, now: &Moment| {
            let input = StudyInput { store, library: &library, catalog: &catalog, pace: &pace, now, prefs: &prefs };
            let (study, glance) = study::study(input, Scope::Roadmap).expect("a study");
            store.keep(Keep::Glance { day: now.day, body: glance }).expect("memory takes it");
            study.plan
        };
        let asks = |plan: &crate::sessions::study::TodayPlan| {
            plan.rows.iter().find_map(|row| match row {
                PlanRow::Ask { answer, weak: true } => Some(answer.prompt.clone()),
                _ => None,
            })
        };
        let [same, next, second] = [1000, DAY, 2 * DAY].map(|later| moment(NOW + later));
        let plan = planned(&mut store, &same);
        assert_eq!((asks(&plan), plan.done.rehearsals), (None, 1));
        assert!(plan.answer.is_some(), "the key leads somewhere all the same");
        assert_eq!(asks(&planned(&mut store, &next)), None);
        let first = first_study(&store, &second, &prefs);
        assert_eq!(asks(&first.plan), Some(whole.id.clone()), "from the one row that yesterday left");
        assert_eq!(asks(&planned(&mut store, &second)), Some(whole.id.clone()));
        assert_eq!(asks(&first_study(&store, &second, &prefs).plan), Some(whole.id));
    }
}
