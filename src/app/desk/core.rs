//! The desk itself: jobs in, messages out.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::config::paths::Paths;
use crate::domain::catalog::PackTrouble;
use crate::domain::event::Event;
use crate::domain::plan::Pace;
use crate::domain::time::Moment;
use crate::packs::Library;
use crate::sessions::effect::{News, Request};
use crate::sessions::library::{PackDeed, PackNews, Told};
use crate::sessions::prefs::Prefs;
use crate::sessions::study::Catalog;
use crate::store::{End, Keep, Lifeline, OpenOptions, Opened, Outcome, Store, WhyReadOnly, Writer};

use super::super::Message;
use super::super::installed::{self, SharedCache};
use super::shelf::Looked;
use super::study::{Scope, StudyInput};
use super::{items, ladder, library, look, queues, rehearse, search, shelf, sittings, stats, study, undo};

/// Something for the desk to do.
#[derive(Debug, Clone)]
pub enum Job {
    /// Put events into the log.
    Append(Vec<Event>),
    /// Keep or drop a draft.
    Draft {
        /// Its name.
        name: String,
        /// JSON, or `None` to drop it.
        body: Option<String>,
        /// Wall clock.
        utc: i64,
    },
    /// Get data.
    Ask {
        /// What.
        request: Request,
        /// This moment.
        now: Moment,
        /// Settings.
        prefs: Prefs,
    },
    /// Take back, or bring back, the latest action of this device.
    Undo {
        /// Bring back.
        redo: bool,
        /// This moment; its id becomes the event's.
        now: Moment,
    },
    /// Try again what is in the way: what waits for the disk, the right to write, packs with errors.
    Retry {
        /// This moment.
        now: Moment,
    },
    /// Read the library and make the state for the first time; then look at the packs folder, and index what is new.
    Load {
        /// This moment.
        now: Moment,
        /// Settings.
        prefs: Prefs,
    },
    /// Do something with packs.
    Pack {
        /// What.
        deed: PackDeed,
        /// The minute of the day at which a study day begins.
        rollover_min: u16,
        /// What people read who open a file of flags.
        says: String,
    },
    /// Make the state of the study anew.
    Study {
        /// This moment.
        now: Moment,
        /// Settings.
        prefs: Prefs,
    },
}

/// What the jobs share.
struct Shared {
    shelf: Mutex<Shelf>,
    /// How many times the state was begun to be made.
    rounds: AtomicU64,
    /// Whether the packs folder is being read, and the news that it is over.
    reading: (Mutex<bool>, Condvar),
    paths: Paths,
    /// Another window writes: its process, as far as it is known.
    read_only: Mutex<Option<u32>>,
    rescue_dirs: Vec<PathBuf>,
    /// The pack that was looked at last.
    looked: Mutex<Option<Looked>>,
}

/// What is replaced when packs or the learner's pace change.
#[derive(Default)]
struct Shelf {
    library: Option<Arc<Library>>,
    catalog: Arc<Catalog>,
    troubles: Arc<Vec<PackTrouble>>,
    pace: Pace,
    /// The cache of installed packs and the search index, once it was opened.
    cache: Option<SharedCache>,
}

/// The desk.
pub struct Desk {
    writer: Writer,
    shared: Arc<Shared>,
    outbox: Sender<Message>,
}

/// What a desk is made of.
pub struct DeskParts {
    /// The store.
    pub store: Store,
    /// Folders.
    pub paths: Paths,
    /// Folders for a rescue file.
    pub rescue_dirs: Vec<PathBuf>,
    /// Another window writes.
    pub read_only: Option<u32>,
}

impl Desk {
    /// Starts the desk; what it has to say goes to `outbox`.
    pub fn start(parts: DeskParts, outbox: Sender<Message>) -> Desk {
        let tell_to = outbox.clone();
        let shelf = Mutex::new(Shelf::default());
        let shared = Arc::new(Shared {
            shelf,
            rounds: AtomicU64::new(0),
            reading: (Mutex::new(false), Condvar::new()),
            paths: parts.paths,
            read_only: Mutex::new(parts.read_only),
            rescue_dirs: parts.rescue_dirs.clone(),
            looked: Mutex::new(None),
        });
        let writer = Writer::start(parts.store, parts.rescue_dirs, move |outcome| {
            let _ = tell_to.send(outcome_message(outcome));
        });
        Desk { writer, shared, outbox }
    }

    /// Hands a job over and goes on.
    pub fn send(&self, job: Job) {
        match job {
            Job::Append(events) => self.writer.append(events),
            Job::Retry { now } => {
                self.writer.retry();
                self.on_desk(move |store, shared, out| {
                    shared.take_over(store, &now, &out);
                    shared.read_packs();
                });
            }
            Job::Draft { name, body, utc } => self.writer.keep(Keep::Draft { key: name, body, utc }),
            Job::Ask { request, now, prefs } => self.on_desk(move |store, shared, out| {
                // All answers are read for the statistics; the next answer does not wait for that.
                let long = matches!(request, Request::Stats | Request::Answers | Request::Library);
                // What can be asked is known once the packs are.
                let waits = matches!(request, Request::Queue(_)) && shared.is_reading();
                let act = move |store: &mut Store| {
                    if waits {
                        shared.wait_for_packs();
                    }
                    let view = shared.shelf();
                    let news = answer(store, &shared, &view, request, &now, &prefs);
                    let _ = out.send(Message::News(Box::new(news)));
                };
                if long || waits { beside(store, act) } else { act(store) }
            }),
            Job::Undo { redo, now } => {
                let (shared, out) = (Arc::clone(&self.shared), self.outbox.clone());
                // It queues behind what waits for the disk, as an answer does.
                self.writer.make(move |store, waiting| {
                    let (news, undos) = undo::undo(store, &shared.shelf().0, waiting, redo, &now);
                    let _ = out.send(Message::News(Box::new(news)));
                    undos
                });
            }
            Job::Load { now, prefs } => self.on_desk(move |store, shared, out| {
                shared.open_library();
                shared.lock().pace = study::last_pace(store);
                let round = Round::begin(&shared, now, prefs, out.clone());
                round.send(store, Scope::Roadmap);
                let reading = Reading::begin(&shared);
                beside(store, move |store| {
                    let other_packs = round.shared.read_packs();
                    drop(reading);
                    round.send(store, Scope::Whole);
                    let other_pace = round.shared.learn_pace(store, &round.now);
                    if other_packs || other_pace {
                        let _ = round.out.send(Message::Outdated);
                    }
                    round.shared.index();
                });
                if shared.read_only().is_none() {
                    look_after(store, &now, &out);
                }
            }),
            Job::Pack { deed, rollover_min, says } => self.on_desk(move |store, shared, out| match deed {
                // The log is the writer's: nothing else may write it.
                PackDeed::Take => {
                    let root = shared.paths.packs();
                    let Some(looked) = shared.looked().take() else {
                        return tell(&out, PackNews::Told(Told::LookAgain));
                    };
                    match shelf::begin(store, &root, &looked, rollover_min) {
                        Err(told) => tell(&out, PackNews::Told(told)),
                        Ok(backup) => {
                            let _ = store.newest_id().map(|id| out.send(Message::Seen(id)));
                            beside(store, move |_| {
                                let told = shelf::finish(&root, &looked, backup);
                                shared.reread(told, &out);
                            });
                        }
                    }
                }
                deed => beside(store, move |store| shared.pack_deed(store, deed, &says, &out)),
            }),
            Job::Study { now, prefs } => self.on_desk(move |store, shared, out| {
                let round = Round::begin(&shared, now, prefs, out);
                round.send(store, Scope::Roadmap);
                beside(store, move |store| {
                    round.send(store, Scope::Whole);
                    round.shared.learn_pace(store, &round.now);
                });
            }),
        }
    }

    /// The desk's library, to be replaced from another thread: by a pack that is being written.
    pub fn library_place(&self) -> LibraryPlace {
        LibraryPlace(Arc::clone(&self.shared))
    }

    fn on_desk(&self, act: impl FnOnce(&mut Store, Arc<Shared>, Sender<Message>) + Send + 'static) {
        let (shared, out) = (Arc::clone(&self.shared), self.outbox.clone());
        self.writer.ask(move |store| act(store, shared, out));
    }

    /// What brings the answers to safety when the program cannot go on.
    pub fn lifeline(&self) -> Lifeline {
        self.writer.lifeline()
    }

    /// Writes what waits and closes the store.
    pub fn finish(self) -> End {
        self.writer.finish()
    }
}

/// Where the desk's library is kept.
pub struct LibraryPlace(Arc<Shared>);

impl LibraryPlace {
    /// Puts another library there. What is asked for from now on comes from it.
    pub fn put(&self, library: Library) {
        self.0.lock().put(library);
    }
}

type View = (Arc<Library>, Pace, Arc<Catalog>, Arc<Vec<PackTrouble>>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read_only(&self) -> Option<u32> {
        *self.read_only.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The other window may be closed by now: then this one writes.
    fn take_over(&self, store: &mut Store, now: &Moment, out: &Sender<Message>) {
        if self.read_only().is_none() {
            return;
        }
        let options = OpenOptions {
            fresh_device: store.device(),
            utc: now.utc,
            offset_min: now.offset_min,
            read_only: false,
            rescue_dirs: self.rescue_dirs.clone(),
        };
        let now_holds = match Store::open(&self.paths.data, &options) {
            Ok(Opened::ReadWrite(opened)) => {
                *store = opened;
                // What the other window wrote is older than everything that comes now.
                let _ = store.newest_id().map(|id| out.send(Message::Seen(id)));
                None
            }
            Ok(Opened::ReadOnly { why: WhyReadOnly::InUse { pid }, .. }) => Some(pid.unwrap_or(0)),
            _ => return,
        };
        *self.read_only.lock().unwrap_or_else(PoisonError::into_inner) = now_holds;
    }

    fn shelf(&self) -> View {
        let mut shelf = self.lock();
        let library = shelf.library.get_or_insert_with(|| Arc::new(Library::builtin()));
        let library = Arc::clone(library);
        (library, shelf.pace, Arc::clone(&shelf.catalog), Arc::clone(&shelf.troubles))
    }

    fn is_reading(&self) -> bool {
        *self.reading.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_for_packs(&self) {
        let (reading, over) = &self.reading;
        let guard = reading.lock().unwrap_or_else(PoisonError::into_inner);
        drop(over.wait_while(guard, |reading| *reading));
    }

    /// The library as the cache knows it: nothing is parsed.
    fn open_library(&self) {
        let cache = library::cache(&self.paths);
        let found = cache.as_ref().map_or_else(Library::builtin, installed::library);
        let mut shelf = self.lock();
        shelf.cache = cache;
        shelf.put(found);
    }

    /// Reads what has changed in the packs folder; `false` when there is nothing new to tell.
    fn read_packs(&self) -> bool {
        let root = self.paths.packs();
        let Some(cache) = self.lock().cache.clone().filter(|_| root.is_dir()) else { return false };
        let Ok(done) = installed::refresh(&root, &cache) else { return false };
        let changed = !done.read.is_empty() || !done.gone.is_empty();
        let told = !done.troubles.is_empty();
        let found = changed.then(|| installed::library(&cache));
        let mut shelf = self.lock();
        shelf.troubles = Arc::new(done.troubles);
        if let Some(found) = found {
            shelf.put(found);
        }
        changed || told
    }

    fn looked(&self) -> MutexGuard<'_, Option<Looked>> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the packs folder after something was done in it, and then says what: whoever asks next sees it. The state is out of date then.
    fn reread(&self, told: Told, out: &Sender<Message>) {
        self.read_packs();
        tell(out, PackNews::Told(told));
        let _ = out.send(Message::Outdated);
        self.index();
    }

    /// What is done with packs and writes nothing into the log.
    fn pack_deed(&self, store: &Store, deed: PackDeed, says: &str, out: &Sender<Message>) {
        let root = self.paths.packs();
        match deed {
            PackDeed::Look(path) => {
                *self.looked() = None;
                let news = match shelf::look(store, &root, &path) {
                    Ok((looked, offer)) => {
                        *self.looked() = Some(looked);
                        PackNews::Offer(Box::new(offer))
                    }
                    Err(refusal) => PackNews::Refused(refusal),
                };
                tell(out, news);
            }
            PackDeed::Remove(id) => {
                let told = shelf::remove(&root, &id);
                self.reread(told, out);
            }
            PackDeed::Verify(id) => tell(out, PackNews::Told(shelf::verify(&root, &id))),
            PackDeed::Copy(id) => tell(out, PackNews::Told(shelf::copy(&root, &id, &self.paths.data))),
            PackDeed::SendFlags { answered } => {
                let (library, ..) = self.shelf();
                tell(out, PackNews::Told(shelf::send(store, &library, &self.paths, (answered, says))));
            }
            PackDeed::Take => {}
        }
    }

    /// Brings the search up to date. It takes a while the first time, and holds the cache for one topic at a time.
    fn index(&self) {
        let (library, ..) = self.shelf();
        let cache = self.lock().cache.clone();
        if let Some(cache) = cache {
            search::bring_up_to_date(&library, &cache);
        }
    }

    /// Learns how long things take this learner; `true` when that is not what was thought before.
    fn learn_pace(&self, store: &Store, now: &Moment) -> bool {
        let Ok(pace) = stats::pace(store, &self.shelf().0, now) else { return false };
        std::mem::replace(&mut self.lock().pace, pace) != pace
    }
}

impl Shelf {
    fn put(&mut self, library: Library) {
        self.catalog = Arc::new(study::catalog(&library));
        self.library = Some(Arc::new(library));
    }
}

/// What keeps the data safe and must not delay the first screens: a look at a file that was not closed cleanly, and the
/// day's verified copy.
fn look_after(store: &mut Store, now: &Moment, out: &Sender<Message>) {
    let sound = if store.was_unclean() { store.check() } else { Ok(()) };
    let copied = sound.and_then(|()| store.backup_daily(now.utc, now.offset_min));
    if let Err(error) = copied {
        tracing::warn!(%error, "the day's copy could not be made");
        let _ = out.send(Message::News(Box::new(News::SaveTrouble { message: error.detail, waiting: 0 })));
    }
}

/// The packs folder is being read as long as this lives.
struct Reading(Arc<Shared>);

impl Reading {
    fn begin(shared: &Arc<Shared>) -> Reading {
        *shared.reading.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        Reading(Arc::clone(shared))
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let (reading, over) = &self.0.reading;
        *reading.lock().unwrap_or_else(PoisonError::into_inner) = false;
        over.notify_all();
    }
}

/// One making of the state: first of what Today and Path show, then of everything.
struct Round {
    shared: Arc<Shared>,
    now: Moment,
    prefs: Prefs,
    out: Sender<Message>,
    /// Which one it is; a later one makes it pointless.
    number: u64,
}

impl Round {
    fn begin(shared: &Arc<Shared>, now: Moment, prefs: Prefs, out: Sender<Message>) -> Round {
        let number = shared.rounds.fetch_add(1, Ordering::SeqCst) + 1;
        Round { shared: Arc::clone(shared), now, prefs, out, number }
    }

    /// Makes the state and hands it over, unless a later round has begun.
    fn send(&self, store: &mut Store, scope: Scope) {
        let later = || self.shared.rounds.load(Ordering::SeqCst) != self.number;
        if later() {
            return;
        }
        let (library, pace, catalog, troubles) = self.shared.shelf();
        let (now, prefs) = (&self.now, &self.prefs);
        let input = StudyInput { store, library: &library, catalog: &catalog, pace: &pace, now, prefs };
        let Ok((mut study, glance)) = study::study(input, scope) else { return };
        study.read_only = self.shared.read_only();
        study.troubles.extend(troubles.iter().cloned());
        if scope == Scope::Roadmap && study.read_only.is_none() {
            // A glance that cannot be kept costs nothing but a poorer first frame.
            let _ = store.keep(Keep::Glance { day: now.day, body: glance });
        }
        if !later() {
            let _ = self.out.send(Message::Study(Box::new(study)));
        }
    }
}

fn tell(out: &Sender<Message>, news: PackNews) {
    let _ = out.send(Message::News(Box::new(News::Pack(news))));
}

/// Does what reads much on a thread and a connection of its own, so that nothing that is written waits for it. Where there
/// cannot be a second connection it is done here.
fn beside(store: &mut Store, act: impl FnOnce(&mut Store) + Send + 'static) {
    let Ok(mut reader) = store.reader() else { return act(store) };
    // Without a thread the state stays that of the first look.
    let _ = std::thread::Builder::new().name("reader".into()).spawn(move || {
        act(&mut reader);
        drop(reader);
        give_back_memory();
    });
}

/// Gives what a large pass has freed back to the system: glibc keeps it for each thread that ever needed it.
fn give_back_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[allow(
        unsafe_code,
        reason = "there is no other way to say this to glibc; it takes a number and touches only free memory"
    )]
    unsafe {
        libc::malloc_trim(0);
    }
}

fn outcome_message(outcome: Outcome) -> Message {
    let news = match outcome {
        Outcome::Saved { ids, .. } => News::Saved(ids),
        Outcome::Failed { error, waiting } => News::SaveTrouble { message: error.detail, waiting },
    };
    Message::News(Box::new(news))
}

fn answer(store: &mut Store, shared: &Shared, view: &View, request: Request, now: &Moment, prefs: &Prefs) -> News {
    let (library, pace, catalog, troubles) = view;
    match request {
        Request::Queue(wish) => {
            let items = queues::queue(store, library, pace, &wish, now, prefs).unwrap_or_default();
            News::Queue(wish, items)
        }
        Request::Item(id) => {
            let item = items::load_item(store, library, pace, &id).ok().flatten();
            News::Item(id, item.map(Box::new))
        }
        Request::Topic(id) => {
            let topic = items::load_topic(store, library, &id);
            News::Topic(id, topic.map(Box::new))
        }
        Request::Stats => {
            let input = StudyInput { store, library, catalog, pace, now, prefs };
            News::Stats(Box::new(stats::stats(input).unwrap_or_default()))
        }
        Request::Log { before } => News::Log(look::log_rows(store, library, before, prefs.lang).unwrap_or_default()),
        Request::Search(query) => {
            let cache = shared.lock().cache.clone();
            let hits = cache.map(|c| search::search(store, library, &c, &query, prefs.lang)).unwrap_or_default();
            News::Search(query, hits)
        }
        Request::Draft(name) => {
            let draft = store.draft(&name).ok().flatten();
            News::Draft(name, draft)
        }
        Request::About => News::About(look::about(store, &shared.paths)),
        Request::Day(id) => {
            let day = rehearse::day(store, library, &id).ok().flatten();
            News::Day(id, day)
        }
        Request::Library => {
            let data = shelf::data(store, library, troubles, &shared.paths).unwrap_or_default();
            News::Library(Box::new(data))
        }
        Request::Ladder => News::Ladder(Box::new(ladder::data(store, library).unwrap_or_default())),
        Request::Rehearse => News::Rehearse(Box::new(rehearse::data(store, library, now).unwrap_or_default())),
        Request::Prompt(id) => {
            let prompt = rehearse::prompt(store, library, &id, now.day).ok().flatten();
            News::Prompt(id, prompt.map(Box::new))
        }
        Request::Answers => News::Answers(rehearse::answers(store, library).unwrap_or_default()),
        Request::Sitting(id) => {
            let sitting = sittings::sitting(store, library, id, now).unwrap_or_default();
            News::Sitting(id, Box::new(sitting))
        }
    }
}
