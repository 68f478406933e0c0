//! How much work a stranger's database may make.
//!
//! A tree of SQLite may point at one of its pages from many places, so a few pages can claim more rows than anybody could read, and a row may lie
//! behind a chain of pages as long as the file. Limits on what is kept do not end that, for nothing need come of the work: what ends it is that it is
//! counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rusqlite::Connection;

/// Steps of SQLite's machine to open a collection and look at its tables; one of Anki takes less than 2,000.
pub const OPENING: u32 = 200_000;
/// The same to read its notes; as many notes and cards as are read at all take some 1,750,000.
pub const READING: u32 = 30_000_000;
/// How long a step may take is in nobody's hands, so all of them together may take no longer than this.
pub const MOST: Duration = Duration::from_secs(60);
/// Steps after which SQLite asks. A step may pass over a chain of pages: this is no large number.
const ASKS: u8 = 100;

/// What ends the work on a connection.
#[derive(Debug, Clone)]
pub struct Patience {
    until: Instant,
    is_over: Arc<AtomicBool>,
}

impl Patience {
    /// Ends at this moment, whatever was allowed.
    pub fn until(until: Instant) -> Patience {
        Patience { until, is_over: Arc::default() }
    }

    /// Lets a connection do so many steps from here on.
    ///
    /// # Errors
    ///
    /// When SQLite has no memory.
    pub fn allow(&self, conn: &mut Connection, steps: u32) -> rusqlite::Result<()> {
        let (until, is_over) = (self.until, Arc::clone(&self.is_over));
        let mut left = steps / u32::from(ASKS);
        let ends = move || {
            left = left.saturating_sub(1);
            let ends = left == 0 || Instant::now() >= until;
            is_over.fetch_or(ends, Ordering::Relaxed);
            ends
        };
        conn.progress_handler(i32::from(ASKS), Some(ends))
    }

    /// Whether the work was ended.
    pub fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }
}
