//! Events in words, for toasts, lists and the log.

use crate::domain::event::Event;
use crate::domain::feedback::reason_key;
use crate::domain::log::{Deed, describe};
use crate::words::Words;

use super::effect::LogRow;

/// What a row of the log was: an undo of an undo is a redo.
pub fn row(row: &LogRow, words: &Words) -> String {
    if row.redo { words.get("deed-redone").into_owned() } else { event(&row.event, "", words) }
}

/// What is wrong with a question, in the words of the interface; a reason from elsewhere stays as it is.
pub fn flag(reason: &str, words: &Words) -> String {
    reason_key(reason).map_or_else(|| reason.to_owned(), |key| words.get(key).into_owned())
}

/// What an event was, such as "answer, Indexes and EXPLAIN".
pub fn event(event: &Event, about: &str, words: &Words) -> String {
    let key = match describe(event, None).deed {
        Deed::Answered => "deed-answered",
        Deed::Regraded => "deed-regraded",
        Deed::Counted => "deed-counted",
        Deed::Deferred => "deed-deferred",
        Deed::Outdated => "deed-outdated",
        Deed::Flagged => "deed-flagged",
        Deed::Noted => "deed-noted",
        Deed::NoteRemoved => "deed-note-removed",
        Deed::Known => "deed-known",
        Deed::NotKnown => "deed-not-known",
        Deed::Read => "deed-read",
        Deed::Rehearsed => "deed-rehearsed",
        Deed::Practised => "deed-practised",
        Deed::Mocked => "deed-mocked",
        Deed::StoryTold => "deed-story-told",
        Deed::StoryRemoved => "deed-story-removed",
        Deed::Rated => "deed-rated",
        Deed::Proved => "deed-proved",
        Deed::ProofRemoved => "deed-proof-removed",
        Deed::Followed => "deed-followed",
        Deed::Unfollowed => "deed-unfollowed",
        Deed::Aimed => "deed-aimed",
        Deed::Unaimed => "deed-unaimed",
        Deed::Ticked => "deed-ticked",
        Deed::Unticked => "deed-unticked",
        Deed::WorkBegun => "deed-work-begun",
        Deed::WorkPutAway => "deed-work-put-away",
        Deed::Lived => "deed-lived",
        Deed::Undone => "deed-undone",
    };
    let deed = words.get(key);
    if about.is_empty() { deed.into_owned() } else { format!("{deed}, {about}") }
}
