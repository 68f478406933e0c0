//! The store on its own thread: nobody waits for the disk, and nothing that was handed in is forgotten.
//!
//! # Design
//!
//! The thread sleeps in the channel. It takes everything that waits, writes it in one transaction (at most
//! [`BATCH`] events), and says [`Outcome::Saved`] when it is durable. When writing does not work, it keeps the batch, says
//! [`Outcome::Failed`], and tries again, waiting longer each time; new events queue up behind. Questions are answered in
//! between, after everything that was handed in before them, as far as that can be written.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::domain::event::{Event, EventId};

use super::error::{Kind, StoreError};
use super::{Appended, BATCH, Keep, Store, rescue};

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
    Finish,
}

/// The handle of the store thread.
#[derive(Debug)]
pub struct Writer {
    jobs: Sender<Job>,
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
        let desk = Desk {
            store,
            inbox,
            tell: Box::new(tell),
            dirs,
            events: VecDeque::new(),
            keep: Vec::new(),
            wait: FIRST_WAIT,
            retry_at: None,
            unsettled: false,
        };
        let thread = thread::Builder::new().name("store".to_owned()).spawn(move || desk.run());
        // Without it nothing would ever be saved: better no start than a silent one.
        let thread = thread.unwrap_or_else(|e| panic!("the store thread cannot be started: {e}"));
        Writer { jobs, thread: Some(thread) }
    }

    /// Hands events over, to be durable soon.
    pub fn append(&self, events: Vec<Event>) {
        let _ = self.jobs.send(Job::Append(events));
    }

    /// Makes events from what is in the log and what still waits for it (oldest first), and hands them over.
    pub fn make(&self, maker: impl FnOnce(&Store, &[Event]) -> Vec<Event> + Send + 'static) {
        let _ = self.jobs.send(Job::Make(Box::new(maker)));
    }

    /// Hands something of this device over. Of several under one key that wait, only the last is written.
    pub fn keep(&self, keep: Keep) {
        let _ = self.jobs.send(Job::Keep(keep));
    }

    /// Tries again now, instead of when the wait is over.
    pub fn retry(&self) {
        let _ = self.jobs.send(Job::Retry);
    }

    /// Asks something on the thread and goes on; `question` takes its answer to wherever it is wanted.
    pub fn ask(&self, question: impl FnOnce(&mut Store) + Send + 'static) {
        let _ = self.jobs.send(Job::Ask(Box::new(question)));
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
        let _ = self.jobs.send(Job::Finish);
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
    inbox: Receiver<Job>,
    tell: Box<dyn FnMut(Outcome) + Send>,
    dirs: Vec<PathBuf>,
    events: VecDeque<Event>,
    keep: Vec<Keep>,
    wait: Duration,
    /// Set while writing does not work.
    retry_at: Option<Instant>,
    /// Something was written since the log of pages was last looked at.
    unsettled: bool,
}

impl Desk {
    fn run(mut self) -> End {
        loop {
            match self.next() {
                Ok(Some(job)) => {
                    if !self.take(job) {
                        return self.finish();
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
        match limit {
            None => self.inbox.recv().map(Some).map_err(|_| ()),
            Some(limit) => match self.inbox.recv_timeout(limit) {
                Ok(job) => Ok(Some(job)),
                Err(RecvTimeoutError::Timeout) => Ok(None),
                Err(RecvTimeoutError::Disconnected) => Err(()),
            },
        }
    }

    /// Does a job and all that wait behind it; false when the last of them was the end.
    fn take(&mut self, first: Job) -> bool {
        let mut job = Some(first);
        while let Some(now) = job {
            match now {
                Job::Append(events) => self.events.extend(events),
                Job::Make(maker) => self.make(maker),
                Job::Keep(keep) => self.put(keep),
                Job::Ask(question) => {
                    self.write();
                    // A question that panics must not take the waiting answers with it; the hook has told of it.
                    let store = &mut self.store;
                    let _ = catch_unwind(AssertUnwindSafe(|| question(store)));
                }
                Job::Retry => self.retry_at = self.retry_at.map(|_| Instant::now()),
                Job::Finish => return false,
            }
            if self.events.len() >= BATCH {
                self.write();
            }
            job = self.inbox.try_recv().ok();
        }
        self.write();
        true
    }

    fn make(&mut self, maker: Maker) {
        self.write();
        let (store, waiting) = (&self.store, &*self.events.make_contiguous());
        let made = catch_unwind(AssertUnwindSafe(|| maker(store, waiting)));
        self.events.extend(made.unwrap_or_default());
    }

    fn put(&mut self, new: Keep) {
        self.keep.retain(|old| match (old, &new) {
            (Keep::Draft { key: a, .. }, Keep::Draft { key: b, .. }) => a != b,
            (Keep::Glance { .. }, Keep::Glance { .. }) => false,
            _ => true,
        });
        self.keep.push(new);
    }

    fn idle(&self) -> bool {
        self.events.is_empty() && self.keep.is_empty()
    }

    /// Writes what waits, unless a wait after trouble is still running.
    fn write(&mut self) {
        while !self.idle() && self.retry_at.is_none_or(|at| Instant::now() >= at) {
            let n = self.events.len().min(BATCH);
            self.events.make_contiguous();
            let batch = &self.events.as_slices().0[..n];
            match commit(&mut self.store, batch, &self.keep) {
                Ok(done) => {
                    self.events.drain(..n);
                    self.keep.clear();
                    (self.wait, self.retry_at) = (FIRST_WAIT, None);
                    self.unsettled = true;
                    let ids = [done.added, done.same].concat();
                    self.say(Outcome::Saved { ids, refused: done.refused, waiting: self.events.len() });
                    // Trouble here is no trouble: what was saved is durable, and the next try comes by itself.
                    let _ = self.store.keep_wal_small();
                }
                Err(error) => {
                    self.retry_at = Some(Instant::now() + self.wait);
                    self.wait = (self.wait * 2).min(LONGEST_WAIT);
                    self.say(Outcome::Failed { error, waiting: self.events.len() });
                }
            }
        }
    }

    fn say(&mut self, outcome: Outcome) {
        let tell = &mut self.tell;
        let _ = catch_unwind(AssertUnwindSafe(|| tell(outcome)));
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
        while !self.idle() && Instant::now() < until {
            thread::sleep(FIRST_WAIT);
            self.retry_at = None;
            self.write();
        }
        let mut end = End { unsaved: self.events.len(), ..End::default() };
        if !self.idle() {
            match rescue::write(&self.dirs, self.events.make_contiguous(), &self.keep) {
                Ok(path) => end.rescue = Some(path),
                Err(e) => {
                    end.error = Some(e);
                    end.lines = rescue::text(self.events.make_contiguous(), &self.keep);
                }
            }
        }
        if let Err(e) = self.store.close() {
            end.error.get_or_insert(e);
        }
        end
    }
}

/// A defect in here must not take the waiting answers with it either: they are kept, and go to a rescue file at the end.
fn commit(store: &mut Store, batch: &[Event], keep: &[Keep]) -> Result<Appended, StoreError> {
    catch_unwind(AssertUnwindSafe(|| store.commit(batch, keep)))
        .unwrap_or_else(|_| Err(StoreError::new(Kind::Io, store.path(), "a defect while saving")))
}
