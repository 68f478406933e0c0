//! The career ladder, tracks and checklists: what screens and reports show of them, and what they put first on the path.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::ladder::{Ladder, Met, gap_plan, lessons_of};
use crate::domain::plan::best;
use crate::domain::progress::TopicState;
use crate::domain::roadmap::Roadmap;
use crate::domain::time::StudyDay;
use crate::packs::Library;
use crate::sessions::ladder::LadderData;
use crate::sessions::study::Catalog;
use crate::store::{Store, StoreError};

/// Everything that the ladder, the tracks and the checklists show.
///
/// # Errors
///
/// When the store cannot be read.
pub fn data(store: &Store, library: &Library) -> Result<LadderData, StoreError> {
    let ladder = first(library);
    let aim = aim(store, &ladder)?;
    Ok(LadderData {
        aim,
        book: store.book()?,
        prompts: library.prompts().to_vec(),
        good: good(store)?,
        best: best_answers(store)?,
        personas: library.personas().to_vec(),
        lists: library.checklists().iter().filter_map(|(id, _)| library.checklist(id)).collect(),
        works: store.works()?,
        ladder: Arc::new(ladder),
    })
}

/// The ladder that is shown: that of the first pack that has one.
fn first(library: &Library) -> Ladder {
    let pack = library.ladders().next();
    pack.and_then(|pack| library.ladder(pack)).unwrap_or_default()
}

fn aim(store: &Store, ladder: &Ladder) -> Result<Option<u8>, StoreError> {
    Ok(store.aims()?.into_iter().find(|aimed| aimed.ladder == ladder.pack).and_then(|aimed| aimed.level))
}

/// The level that answers are held against when nothing else is said: see [`LadderData::answers_at`]. The ladder is opened only for those who used it.
///
/// # Errors
///
/// When the store cannot be read.
pub fn target(store: &Store, library: &Library, today: StudyDay) -> Result<Option<u8>, StoreError> {
    let book = store.book()?;
    if book.records.is_empty() && store.aims()?.is_empty() {
        return Ok(None);
    }
    let ladder = first(library);
    let aim = aim(store, &ladder)?;
    let data = LadderData { aim, book, ladder: Arc::new(ladder), ..LadderData::default() };
    Ok(data.answers_at(today).filter(|_| data.has_ladder()))
}

/// Prompts whose last answer met every point.
fn good(store: &Store) -> Result<BTreeSet<ItemId>, StoreError> {
    let met_all = |tried: &crate::domain::log::Tried| tried.of > 0 && tried.met == tried.of;
    let good = store.tried()?.into_iter().filter(|(_, tried)| tried.last().is_some_and(met_all));
    Ok(good.map(|(prompt, _)| prompt).collect())
}

/// The most points that an answer to each prompt met, of those it had.
fn best_answers(store: &Store) -> Result<BTreeMap<ItemId, (u8, u8)>, StoreError> {
    let best = store.tried()?.into_iter().filter_map(|(prompt, tried)| Some((prompt, best(&tried)?.clone())));
    Ok(best.map(|(prompt, tried)| (prompt, (tried.met, tried.of))).collect())
}

/// The prompts of the tracks that are followed.
///
/// # Errors
///
/// When the store cannot be read.
pub fn track_prompts(store: &Store, library: &Library) -> Result<HashSet<ItemId>, StoreError> {
    let followed = store.tracks()?;
    let paths = followed.iter().filter_map(|name| library.path(name.pack(), name.local()));
    Ok(prompts_of(library, &paths.flat_map(|path| path.topics()).collect()))
}

fn prompts_of(library: &Library, topics: &HashSet<&TopicId>) -> HashSet<ItemId> {
    let theirs = library.prompts().iter().filter(|prompt| topics.contains(&prompt.id.topic()));
    theirs.map(|prompt| prompt.id.clone()).collect()
}

/// What the learner chose to do first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chosen {
    /// The tracks that are followed and installed, the first taken up first.
    pub tracks: Vec<EntryId>,
    /// The level whose gap plan feeds the day.
    pub aim: Option<u8>,
    /// The level that answers are held against; `None` while the learner said nothing of it.
    pub target: Option<u8>,
    /// Topics that come before the rest of the roadmap, whatever they need before them.
    pub first: Vec<TopicId>,
    /// Those of them that the gap plan asks for, with what they need before them.
    pub gaps: BTreeSet<TopicId>,
    /// Prompts that come before the others: those of the gap plan and of the tracks.
    pub prompts: HashSet<ItemId>,
}

impl Chosen {
    /// Looks it up. A ladder is opened only when its gap plan feeds the day.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn of(
        store: &Store,
        library: &Library,
        catalog: &Catalog,
        today: StudyDay,
        state: &dyn Fn(&TopicId) -> Option<TopicState>,
    ) -> Result<Chosen, StoreError> {
        let followed = store.tracks()?;
        let paths: Vec<_> =
            followed.iter().filter_map(|name| catalog.paths.iter().find(|path| path.name() == *name)).collect();
        let mut out = Chosen { tracks: paths.iter().map(|path| path.name()).collect(), ..Chosen::default() };
        out.target = target(store, library, today)?;
        let mut wanted = Vec::new();
        if !store.aims()?.is_empty() {
            let ladder = first(library);
            out.aim = aim(store, &ladder)?;
            if let Some(level) = out.aim {
                let (book, good) = (store.book()?, good(store)?);
                let met = Met {
                    topic: &|topic| state(topic) == Some(TopicState::Held),
                    prompt: &|prompt| good.contains(prompt),
                };
                let gaps = gap_plan(&ladder, level, &book, today, &met);
                wanted.extend(lessons_of(&gaps));
                out.prompts.extend(gaps.iter().flat_map(|gap| &gap.prompts).map(|prompt| (*prompt).clone()));
            }
        }
        let asked = wanted.len();
        wanted.extend(paths.iter().flat_map(|path| path.topics()).cloned());
        if !wanted.is_empty() {
            let heads = catalog.topics.values().map(Arc::as_ref);
            let (roadmap, _) = Roadmap::lenient(heads);
            let way_to = |wanted: &[TopicId]| roadmap.way_to(wanted, |topic| state(topic) == Some(TopicState::Held));
            out.first = way_to(&wanted);
            out.gaps = way_to(&wanted[..asked]).into_iter().collect();
        }
        out.prompts.extend(prompts_of(library, &paths.iter().flat_map(|path| path.topics()).collect()));
        Ok(out)
    }
}
