//! The store on its own thread: nobody waits for the disk, and nothing that was handed in is forgotten.
//!
//! # Design
//!
//! The thread sleeps in the channel. It takes everything that waits, writes it in one transaction (at most
//! [`BATCH`] events), and says [`Outcome::Saved`] when it is durable. When writing does not work, it keeps the batch, says
//! [`Outcome::Failed`], and tries again, waiting longer each time; new events queue up behind. Questions are answered in
//! between, after everything that was handed in before them, as far as that can be written.
//!
//! A defect ends the program ([`Lifeline`]): what waits is brought to safety first, by the thread itself, or, when it is the
//! one that cannot go on, by a rescue file. So what waits stands where other threads reach it, and is locked for moments only.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::thread::{self, JoinHandle, ThreadId};
use std::time::{Duration, Instant};

use crate::domain::event::{Event, EventId};

use super::error::{Kind, StoreError};
use super::{BATCH, Keep, Store, rescue};

/// The first wait after trouble; it doubles up to [`LONGEST_WAIT`].
const FIRST_WAIT: Duration = Duration::from_millis(200);

/// The longest wait between two tries.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// After this long without work, the log of pages is brought home if it has grown.
const IDLE: Duration = Duration::from_secs(2);

/// A log of pages below this is left alone until the end, in bytes.
const WAL_SMALL: u64 = 1 << 20;

/// How long the end may take when writing does not work, before what waits goes to a rescue file.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long a program that cannot go on waits for this thread: its patience, and a slow disk.
const LAST_WAIT: Duration = Duration::from_secs(5);

/// What became of what was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Durable.
    Saved {
        /// The events.
        ids: Vec<EventId>,
        /// Those whose id already stands for something else; they were not taken.
        refused: Vec<EventId>,
        /// Events that still wait for their turn.
        waiting: usize,
    },
    /// It could not be written, is kept, and will be tried again.
    Failed {
        /// Why.
        error: StoreError,
        /// Events that wait.
        waiting: usize,
    },
}

/// How it ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct End {
    /// Events that are not in the database.
    pub unsaved: usize,
    /// Where they are instead; the next start replays them.
    pub rescue: Option<PathBuf>,
    /// What a rescue file would have held, where no folder took one: somebody may still save it.
    pub lines: String,
    /// What was in the way.
    pub error: Option<StoreError>,
}

type Question = Box<dyn FnOnce(&mut Store) + Send>;

type Maker = Box<dyn FnOnce(&Store, &[Event]) -> Vec<Event> + Send>;

enum Job {
    Append(Vec<Event>),
    Make(Maker),
    Keep(Keep),
    Ask(Question),
    Retry,
    /// The end; whoever cannot join the thread is told of it.
    Finish(Option<SyncSender<End>>),
}

/// What waits for the disk.
#[derive(Default)]
struct Waiting {
    events: VecDeque<Event>,
    keep: Vec<Keep>,
}

impl Waiting {
    fn put(&mut self, new: Keep) {
        self.keep.retain(|old| match (old, &new) {
            (Keep::Draft { key: a, .. }, Keep::Draft { key: b, .. }) => a != b,
            (Keep::Glance { .. }, Keep::Glance { .. }) => false,
            _ => true,
        });
        self.keep.push(new);
    }

    fn is_empty(&self) -> bool {
        self.events.is_empty() && self.keep.is_empty()
    }
}

/// What has to be reached from outside of the thread when the thread cannot go on.
struct Held {
    thread: OnceLock<ThreadId>,
    inbox: Mutex<Receiver<Job>>,
    waiting: Mutex<Waiting>,
    /// Folders for a rescue file, in the order in which they are tried.
    dirs: Vec<PathBuf>,
    /// Nothing waits any more, nor will it.
    ended: AtomicBool,
}

impl Held {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Leaves everything that waits in a rescue file, without the thread. Never waits for a lock: the thread that holds it
    /// may be the one that called this.
    fn rescue(&self) -> End {
        let (Some(mut waiting), Some(inbox)) = (try_lock(&self.waiting), try_lock(&self.inbox)) else {
            return End {
                error: Some(StoreError::new(Kind::Io, Path::new(""), "a defect while saving")),
                ..End::default()
            };
        };
        for job in inbox.try_iter() {
            match job {
                Job::Append(events) => waiting.events.extend(events),
                Job::Keep(keep) => waiting.put(keep),
                Job::Make(_) | Job::Ask(_) | Job::Retry | Job::Finish(_) => {}
            }
        }
        leave(&self.dirs, &mut waiting)
    }
}

fn try_lock<T>(mutex: &Mutex<T>) -> Option<MutexGuard<'_, T>> {
    match mutex.try_lock() {
        Ok(guard) => Some(guard),
        Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// Writes what waits to a rescue file, if anything does.
fn leave(dirs: &[PathBuf], waiting: &mut Waiting) -> End {
    let mut end = End { unsaved: waiting.events.len(), ..End::default() };
    if waiting.is_empty() {
        return end;
    }
    let events = waiting.events.make_contiguous();
    match rescue::write(dirs, events, &waiting.keep) {
        Ok(path) => end.rescue = Some(path),
        Err(e) => {
            end.error = Some(e);
            end.lines = rescue::text(events, &waiting.keep);
        }
    }
    end
}

/// Brings what was handed in to safety when the program cannot go on. For the hook of a panic, on whatever thread that is.
#[derive(Clone)]
pub struct Lifeline {
    jobs: Sender<Job>,
    held: Arc<Held>,
}

impl Lifeline {
    /// Has the thread write what waits and close the file. Where it does not answer within five seconds, or is itself the one
    /// that cannot go on, what waits goes to a rescue file: an event that is saved twice counts once.
    pub fn pull(&self) -> End {
        if self.held.ended.load(Ordering::SeqCst) {
            return End::default();
        }
        if self.held.thread.get() == Some(&thread::current().id()) {
            return self.held.rescue();
        }
        let (reply, told) = mpsc::sync_channel(1);
        match self.jobs.send(Job::Finish(Some(reply))) {
            Ok(()) => told.recv_timeout(LAST_WAIT).unwrap_or_else(|_| self.held.rescue()),
            Err(_) => self.held.rescue(),
        }
    }
}

impl std::fmt::Debug for Lifeline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lifeline").finish_non_exhaustive()
    }
}

/// The handle of the store thread.
#[derive(Debug)]
pub struct Writer {
    lifeline: Lifeline,
    thread: Option<JoinHandle<End>>,
}

impl Writer {
    /// Starts the thread.
    ///
    /// `tell` is called on it with each outcome; `rescue_dirs` are tried in turn, after the data folder,
    /// when what waits cannot be written at the end (the next start has to be told of the same folders).
    ///
    /// # Panics
    /// When the system gives no thread.
    pub fn start(store: Store, rescue_dirs: Vec<PathBuf>, tell: impl FnMut(Outcome) + Send + 'static) -> Writer {
        let (jobs, inbox) = mpsc::channel();
        let mut dirs = vec![store.dir().to_owned()];
        dirs.extend(rescue_dirs);
        let held = Arc::new(Held {
            thread: OnceLock::new(),
            inbox: Mutex::new(inbox),
            waiting: Mutex::new(Waiting::default()),
            dirs,
            ended: AtomicBool::new(false),
        });
        let desk = Desk {
            store,
            held: Arc::clone(&held),
            tell: Box::new(tell),
            wait: FIRST_WAIT,
            retry_at: None,
            unsettled: false,
        };
        let thread = thread::Builder::new().name("store".to_owned()).spawn(move || desk.run());
        // Without it nothing would ever be saved: better no start than a silent one.
        let thread = thread.unwrap_or_else(|e| panic!("the store thread cannot be started: {e}"));
        Writer { lifeline: Lifeline { jobs, held }, thread: Some(thread) }
    }

    /// What a program that cannot go on pulls before it ends.
    pub fn lifeline(&self) -> Lifeline {
        self.lifeline.clone()
    }

    /// Hands events over, to be durable soon.
    pub fn append(&self, events: Vec<Event>) {
        let _ = self.lifeline.jobs.send(Job::Append(events));
    }

    /// Makes events from what is in the log and what still waits for it (oldest first), and hands them over.
    pub fn make(&self, maker: impl FnOnce(&Store, &[Event]) -> Vec<Event> + Send + 'static) {
        let _ = self.lifeline.jobs.send(Job::Make(Box::new(maker)));
    }

    /// Hands something of this device over. Of several under one key that wait, only the last is written.
    pub fn keep(&self, keep: Keep) {
        let _ = self.lifeline.jobs.send(Job::Keep(keep));
    }

    /// Tries again now, instead of when the wait is over.
    pub fn retry(&self) {
        let _ = self.lifeline.jobs.send(Job::Retry);
    }

    /// Asks something on the thread and goes on; `question` takes its answer to wherever it is wanted.
    pub fn ask(&self, question: impl FnOnce(&mut Store) + Send + 'static) {
        let _ = self.lifeline.jobs.send(Job::Ask(Box::new(question)));
    }

    /// Asks and waits for the answer. `None` when the thread has ended.
    pub fn wait_for<T: Send + 'static>(&self, question: impl FnOnce(&mut Store) -> T + Send + 'static) -> Option<T> {
        let (reply, answer) = mpsc::sync_channel(1);
        self.ask(move |store| {
            let _ = reply.send(question(store));
        });
        answer.recv().ok()
    }

    /// Writes what waits, closes the file, and says how it ended. What cannot be written within two seconds goes to a
    /// rescue file.
    pub fn finish(mut self) -> End {
        self.end()
    }

    fn end(&mut self) -> End {
        let _ = self.lifeline.jobs.send(Job::Finish(None));
        self.thread.take().and_then(|t| t.join().ok()).unwrap_or_default()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.thread.is_some() {
            self.end();
        }
    }
}

/// What the thread works with.
struct Desk {
    store: Store,
    held: Arc<Held>,
    tell: Box<dyn FnMut(Outcome) + Send>,
    wait: Duration,
    /// Set while writing does not work.
    retry_at: Option<Instant>,
    /// Something was written since the log of pages was last looked at.
    unsettled: bool,
}

impl Desk {
    fn run(mut self) -> End {
        let _ = self.held.thread.set(thread::current().id());
        loop {
            match self.next() {
                Ok(Some(job)) => {
                    if let Some(reply) = self.take(job) {
                        let end = self.finish();
                        if let Some(reply) = reply {
                            let _ = reply.send(end.clone());
                        }
                        return end;
                    }
                }
                Ok(None) => self.rest(),
                // Everybody who could hand something in is gone.
                Err(()) => return self.finish(),
            }
        }
    }

    /// Sleeps until there is a job (`Some`) or it is time to do something unasked (`None`).
    fn next(&self) -> Result<Option<Job>, ()> {
        let limit = match self.retry_at {
            Some(at) => Some(at.saturating_duration_since(Instant::now())),
            None if self.unsettled => Some(IDLE),
            None => None,
        };
        let inbox = self.held.inbox.lock().unwrap_or_else(PoisonError::into_inner);
        match limit {
            None => inbox.recv().map(Some).map_err(|_| ()),
            Some(limit) => match inbox.recv_timeout(limit) {
                Ok(job) => Ok(Some(job)),
                Err(RecvTimeoutError::Timeout) => Ok(None),
                Err(RecvTimeoutError::Disconnected) => Err(()),
            },
        }
    }

    /// Does a job and all that wait behind it. `Some` when the last of them was the end, with whom to tell of it.
    fn take(&mut self, first: Job) -> Option<Option<SyncSender<End>>> {
        let mut job = Some(first);
        while let Some(now) = job {
            match now {
                Job::Append(events) => self.held.waiting().events.extend(events),
                Job::Make(maker) => self.make(maker),
                Job::Keep(keep) => self.held.waiting().put(keep),
                Job::Ask(question) => {
                    self.write();
                    question(&mut self.store);
                }
                Job::Retry => self.retry_at = self.retry_at.map(|_| Instant::now()),
                Job::Finish(reply) => return Some(reply),
            }
            if self.held.waiting().events.len() >= BATCH {
                self.write();
            }
            job = self.held.inbox.lock().unwrap_or_else(PoisonError::into_inner).try_recv().ok();
        }
        self.write();
        None
    }

    fn make(&mut self, maker: Maker) {
        self.write();
        let waiting: Vec<Event> = self.held.waiting().events.iter().cloned().collect();
        let made = maker(&self.store, &waiting);
        self.held.waiting().events.extend(made);
    }

    fn is_idle(&self) -> bool {
        self.held.waiting().is_empty()
    }

    /// Writes what waits, unless a wait after trouble is still running.
    fn write(&mut self) {
        while !self.is_idle() && self.retry_at.is_none_or(|at| Instant::now() >= at) {
            // A copy: what waits is let go of only when it is durable, and nobody waits for the disk to look at it.
            let (batch, keep) = {
                let waiting = self.held.waiting();
                let batch: Vec<Event> = waiting.events.iter().take(BATCH).cloned().collect();
                (batch, waiting.keep.clone())
            };
            match self.store.commit(&batch, &keep) {
                Ok(done) => {
                    let waiting = {
                        let mut waiting = self.held.waiting();
                        waiting.events.drain(..batch.len());
                        waiting.keep.clear();
                        waiting.events.len()
                    };
                    (self.wait, self.retry_at) = (FIRST_WAIT, None);
                    self.unsettled = true;
                    let ids = [done.added, done.same].concat();
                    (self.tell)(Outcome::Saved { ids, refused: done.refused, waiting });
                    // Trouble here is no trouble: what was saved is durable, and the next try comes by itself.
                    let _ = self.store.keep_wal_small();
                }
                Err(error) => {
                    self.retry_at = Some(Instant::now() + self.wait);
                    self.wait = (self.wait * 2).min(LONGEST_WAIT);
                    let waiting = self.held.waiting().events.len();
                    (self.tell)(Outcome::Failed { error, waiting });
                }
            }
        }
    }

    fn rest(&mut self) {
        if self.retry_at.is_some() {
            self.write();
        } else {
            self.unsettled = false;
            if self.store.wal() > WAL_SMALL {
                let _ = self.store.checkpoint();
            }
        }
    }

    fn finish(mut self) -> End {
        let until = Instant::now() + PATIENCE;
        self.retry_at = None;
        self.write();
        while !self.is_idle() && Instant::now() < until {
            thread::sleep(FIRST_WAIT);
            self.retry_at = None;
            self.write();
        }
        let mut end = leave(&self.held.dirs, &mut self.held.waiting());
        if let Err(e) = self.store.close() {
            end.error.get_or_insert(e);
        }
        self.held.ended.store(true, Ordering::SeqCst);
        end
    }
}
