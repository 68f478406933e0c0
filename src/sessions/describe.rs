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
    let deed = describe(event, None).deed;
    let key = match deed {
        Deed::Answered => "deed-answered",
        Deed::Regraded => "deed-regraded",
        Deed::Counted => "deed-counted",
        Deed::Deferred => "deed-deferred",
        Deed::CalledUp => "deed-called-up",
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
    let said = words.get(key);
    // What is called up are several questions, of several topics: naming the first one would be wrong.
    if about.is_empty() || deed == Deed::CalledUp { said.into_owned() } else { format!("{said}, {about}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{EventId, What};
    use crate::domain::ids::TopicId;
    use crate::domain::time::StudyDay;

    #[test]
    fn what_is_called_up_for_tomorrow_is_not_told_as_put_off() {
        let (item, today) = (TopicId::new("p", "index").item("what"), StudyDay(20_778));
        let told = |day| {
            let what = What::Deferred { item: item.clone(), day };
            let utc = i64::from(today.0) * 86_400_000 + 43_200_000;
            event(&Event { id: EventId::from_parts(1, 0, 1), utc, offset_min: 0, what }, "Indexes", &Words::of("en"))
        };
        assert_eq!(told(today), "put off to later, Indexes");
        assert_eq!(told(today.plus(1)), "questions called up for tomorrow");
    }
}
