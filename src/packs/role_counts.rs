//! The built-in role packs against their sources: nothing of the ladder or of the role may be missing.

use std::collections::BTreeSet;

use super::Library;
use crate::domain::catalog::{PathKind, Stop};
use crate::domain::ladder::{Dimension, LEVELS, Ladder};
use crate::domain::text::Lang;

/// Statements by level, as the source has them.
const STATEMENTS: [usize; 6] = [14, 20, 21, 27, 23, 10];

fn ladder() -> Ladder {
    let library = Library::builtin();
    library.ladder("career-ladder").unwrap_or_else(|| panic!("the career ladder is built in"))
}

#[test]
fn the_ladder_has_all_statements_of_its_source_level_by_level() {
    let ladder = ladder();
    let by_level: Vec<usize> = (1..=LEVELS).map(|level| ladder.level(level).count()).collect();
    assert_eq!(by_level, STATEMENTS);
    assert_eq!(ladder.statements.len(), 115);
    let names: BTreeSet<&str> = ladder.statements.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(names.len(), 115, "each has a name of its own");
}

#[test]
fn levels_one_and_two_have_no_leadership_and_level_six_names_its_communication() {
    let ladder = ladder();
    let empty = |level, dimension| ladder.cell(level, dimension).next().is_none();
    for level in 1..=LEVELS {
        for dimension in Dimension::ALL {
            let none = dimension == Dimension::Leadership && level <= 2;
            assert_eq!(empty(level, dimension), none, "level {level}, {}", dimension.word());
        }
    }
    assert_eq!(ladder.cell(5, Dimension::Communication).count(), 1);
    assert_eq!(ladder.cell(6, Dimension::Communication).count(), 1);
    let name = ladder.name(6, Dimension::Communication).map(|name| name.get(Lang::En).to_owned());
    assert_eq!(name.as_deref(), Some("Communication & Feedback"));
}

#[test]
fn every_statement_is_in_both_languages_and_says_what_would_count() {
    for statement in &ladder().statements {
        for text in [&statement.text, &statement.evidence] {
            assert!(!text.en.is_empty() && !text.id.is_empty() && text.en != text.id, "{}", statement.id);
        }
    }
}

#[test]
fn there_are_ten_interviewers_and_three_days_of_ten_slots() {
    let library = Library::builtin();
    assert_eq!(library.personas().len(), 10);
    let days = library.days();
    assert_eq!(days.len(), 3);
    for head in days {
        let day = library.day(&head.id).unwrap_or_else(|| panic!("{} can be played", head.id));
        assert_eq!(day.slots.len(), 10, "{}", head.id);
        let times: Vec<_> = day.slots.iter().map(|slot| slot.at.to_string()).collect();
        assert_eq!(
            (times.first().map(String::as_str), times.last().map(String::as_str)),
            (Some("09:00"), Some("17:30"))
        );
    }
}

#[test]
fn there_are_ten_tracks_each_with_topics_a_summary_and_interviewers_that_exist() {
    let library = Library::builtin();
    let tracks: Vec<_> = library.paths().iter().filter(|path| path.kind == PathKind::Track).collect();
    assert_eq!(tracks.len(), 10);
    for track in tracks {
        assert!(track.topics().count() >= 3, "{} has topics that can be learnt", track.id);
        assert!(!track.summary.en.is_empty() && !track.summary.id.is_empty(), "{}", track.id);
        for stop in track.stops() {
            if let Stop::Coming { title, .. } = stop {
                assert!(!title.en.is_empty() && !title.id.is_empty(), "{}", track.id);
            }
        }
        for name in &track.personas {
            assert!(library.persona_named(&track.pack, name).is_some(), "{}: {name}", track.id);
        }
    }
}

#[test]
fn the_definition_of_done_can_be_ticked() {
    let library = Library::builtin();
    let lists = library.checklists();
    let list =
        lists.iter().find(|(id, _)| id.local() == "definition-of-done").and_then(|(id, _)| library.checklist(id));
    let list = list.unwrap_or_else(|| panic!("{lists:?}"));
    assert!(list.items.len() >= 10 && list.items.iter().all(|item| !item.why.en.is_empty() && !item.why.id.is_empty()));
}
