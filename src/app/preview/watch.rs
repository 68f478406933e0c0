//! The thread that watches a pack's folder.
//!
//! # Design
//!
//! It looks at names, sizes and times, which costs a few microseconds for each file, and opens nothing as long as they stay
//! the same. A change is read once two looks agree, because editors save in several steps. What was saved without a change
//! of its content is nobody's news.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::rows::{Sources, snapshot};
use crate::packs::Library;
use crate::packs::check::{Options, check};
use crate::packs::draft::{self, Draft};
use crate::packs::feedback::{self, FlagFile};
use crate::packs::install::Texts;
use crate::sessions::preview::Snapshot;

/// Time between two looks at the folder.
const LOOK: Duration = Duration::from_millis(50);

/// A pack's folder, as it was last seen.
pub struct Watch {
    root: PathBuf,
    /// The folder as problems name it.
    shown: String,
    options: Options,
    flags: Vec<FlagFile>,
    draft: Draft,
    texts: Option<Texts>,
    /// The last stamp that was read, and the last one that was seen.
    read: Option<Option<u64>>,
    seen: Option<Option<u64>>,
    reloads: u32,
}

/// What a look has come to.
pub struct Look {
    /// The last good version of the pack.
    pub library: Library,
    /// The pack and its problems, without the time.
    pub snapshot: Snapshot,
}

impl Watch {
    /// A watch over a folder. `options` say what is known of other packs.
    pub fn new(root: PathBuf, options: Options) -> Watch {
        let shown = root.display().to_string();
        Watch {
            root,
            shown,
            options,
            flags: Vec::new(),
            draft: Draft::default(),
            texts: None,
            read: None,
            seen: None,
            reloads: 0,
        }
    }

    /// The same with what learners say about the pack.
    #[must_use]
    pub fn with_flags(mut self, flags: Vec<FlagFile>) -> Watch {
        self.flags = flags;
        self
    }

    /// Looks once; `None` when there is nothing new.
    pub fn look(&mut self) -> Option<Look> {
        let stamp = draft::stamp(&self.root);
        let before = self.seen.replace(stamp);
        let settled = self.read.is_none() || before == Some(stamp);
        if self.read == Some(stamp) || !settled {
            return None;
        }
        let first = self.read.replace(stamp).is_none();
        let texts = draft::texts(&self.root);
        if self.texts.as_ref() == Some(&texts) {
            return None;
        }
        let taken = self.draft.take_folder(&self.root);
        let library = self.draft.library();
        let report = check(&self.root, &self.options);
        let flags = Some(&self.flags).filter(|flags| !flags.is_empty());
        let placed = flags.and_then(|flags| feedback::place(flags, &self.root)).unwrap_or_default();
        let mut snapshot = snapshot(&Sources {
            flags: placed.problems(),
            root: &self.shown,
            texts: &texts,
            before: self.texts.as_ref(),
            library: &library,
            taken: &taken,
            report: &report,
        });
        if !first {
            self.reloads += 1;
        }
        snapshot.reloads = self.reloads;
        self.texts = Some(texts);
        Some(Look { library, snapshot })
    }

    /// Looks again and again, on a thread of its own, until nobody wants to hear of it any more.
    ///
    /// # Errors
    ///
    /// When no thread can be had.
    pub fn start(
        mut self,
        mut tell: impl FnMut(Library, Arc<Snapshot>) -> bool + Send + 'static,
    ) -> std::io::Result<()> {
        let watching = move || {
            loop {
                if let Some(Look { library, mut snapshot }) = self.look() {
                    snapshot.at = crate::app::clock::second_of_day().into();
                    if !tell(library, Arc::new(snapshot)) {
                        return;
                    }
                }
                std::thread::sleep(LOOK);
            }
        };
        std::thread::Builder::new().name("watch".into()).spawn(watching).map(|_| ())
    }
}
