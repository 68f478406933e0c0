//! A cell of the ladder: what its keys do while the disk has not answered yet, and what is in reach in windows of every size.

use super::tab_tests::{at, data, recorded, study};
use super::*;
use crate::domain::event::EventId;
use crate::domain::ladder::{Dimension, Proof, Rated, Standing, sample};
use crate::domain::log::Written;
use crate::ui::stage::{Stage, TODAY};

fn rating(standing: Standing) -> What {
    What::Rated(Rated { statement: sample::name(2, Dimension::Mastery, 1), standing, day: TODAY })
}

#[test]
fn a_rating_that_is_taken_back_before_the_disk_has_answered_is_written_down() {
    let mut stage = at(2, study());
    stage.keys("Enter").effects();
    assert_eq!(recorded(&stage.keys("1").effects()), rating(Standing::NotYet));
    assert_eq!(recorded(&stage.keys("2").effects()), rating(Standing::Sometimes), "the book still says sometimes");
    assert_eq!(recorded(&stage.keys("1 Esc").effects()), rating(Standing::NotYet));
    assert_eq!(recorded(&stage.keys("Enter 2").effects()), rating(Standing::Sometimes), "also after the cell was left");
    stage.news(News::Ladder(Box::new(data())));
    stage.effects();
    assert!(stage.keys("2").effects().is_empty(), "the book has caught up with what was said");
}

#[test]
fn no_rating_is_cut_where_several_stand_in_a_row() {
    for (code, ratings) in [("en", ["not yet", "sometimes", "consistently"]), ("id", ["belum", "kadang", "konsisten"])]
    {
        for (width, height) in (44..=62).flat_map(|width| [12, 15, 17].map(|height| (width, height))) {
            let mut stage = at(2, study());
            let shown = stage.speak(code).resize(width, height).keys("Enter").picture();
            let rows: Vec<&str> = shown.lines().filter(|row| row.contains("( )") || row.contains("(*)")).collect();
            for name in ratings {
                assert!(rows.iter().any(|row| row.contains(&format!(") {name}"))), "{width}x{height}\n{shown}");
            }
        }
    }
}

/// The first statement of level 1 with so many proofs in four long parts; the newest one ends in `end0`.
fn with_proofs(n: usize) -> Stage {
    let mut mine = data();
    let record = mine.book.records.entry(sample::name(1, Dimension::Mastery, 1)).or_default();
    record.proofs.clear();
    for nth in 0..n {
        let long =
            |part: &str| format!("{} {part}{nth}", ["moved the slow query apart"; 18].join(", ")).into_boxed_str();
        let what = Proof {
            proof: EventId(nth as u128 + 1),
            statement: sample::name(1, Dimension::Mastery, 1),
            day: TODAY.plus(-(nth as i32) - 1),
            situation: long("situation"),
            action: long("action"),
            result: format!("Cut it to {nth} ms").into(),
            link: long("end"),
        };
        record.proofs.insert(what.proof, Written { id: what.proof, utc: 0, offset_min: 0, what });
    }
    let mut stage = at(2, study());
    stage.news(News::Ladder(Box::new(mine)));
    stage.effects();
    stage
}

#[test]
fn every_row_of_long_evidence_can_be_paged_to_in_a_large_window() {
    let mut stage = with_proofs(2);
    let shown = stage.resize(120, 36).keys("h Enter").picture();
    assert!(shown.contains("situation0") && !shown.contains("end1"), "{shown}");
    assert!(shown.contains("PgDn more"), "{shown}");
    let mut seen = shown;
    while stage.picture().contains("PgDn more") && seen.len() < 100_000 {
        seen += &stage.keys("PgDn").picture();
    }
    for word in ["end0", "situation1", "action1", "Cut it to 1 ms", "end1"] {
        assert!(seen.contains(word), "{word} is out of reach\n{seen}");
    }
    let shown = stage.keys("PgUp PgUp PgUp PgUp").picture();
    assert!(shown.contains("EVIDENCE"), "and back to the beginning\n{shown}");
}

#[test]
fn the_proof_that_is_marked_is_the_one_that_is_edited_and_removed() {
    for (width, height, open) in [(44, 12, "k Enter"), (80, 24, "h Enter"), (120, 36, "h Enter")] {
        let mut stage = with_proofs(3);
        stage.resize(width, height).keys(open).effects();
        let removed = |stage: &mut Stage| match recorded(&stage.keys("x").effects()) {
            What::Proved(proof) if proof.is_empty() => proof.proof,
            other => panic!("{other:?}"),
        };
        assert_eq!(removed(&mut stage), EventId(1), "the newest at first");
        stage.keys("l");
        assert_eq!(removed(&mut stage), EventId(2));
        let shown = stage.picture();
        let marked = format!("▌ {}", crate::words::iso_date(TODAY.plus(-2).0));
        assert!(shown.contains(&marked), "{width}x{height}: it is seen which one\n{shown}");
        stage.keys("l l l e");
        stage.effects();
        let saved = recorded(&stage.types("!").keys("Ctrl-S").effects());
        assert!(matches!(saved, What::Proved(proof) if proof.proof == EventId(3)), "the oldest is the last");
        stage.keys("h h h h");
        assert_eq!(removed(&mut stage), EventId(1));
    }
}

#[test]
fn the_key_for_the_next_proof_is_told_only_where_there_are_several() {
    let footer = |n: usize| {
        let shown = with_proofs(n).resize(120, 36).keys("h Enter").picture();
        shown.lines().last().unwrap_or_default().to_owned()
    };
    assert!(footer(2).contains("next proof"), "{}", footer(2));
    assert!(!footer(1).contains("next proof"), "{}", footer(1));
}

#[test]
fn the_next_statement_begins_with_its_newest_proof() {
    let mut stage = with_proofs(2);
    stage.keys("h Enter l j k").effects();
    match recorded(&stage.keys("x").effects()) {
        What::Proved(proof) => assert_eq!(proof.proof, EventId(1)),
        other => panic!("{other:?}"),
    }
}
