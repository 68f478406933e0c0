use super::packet::{Form, Packet, Part};
use super::sample::{data, path, somebody};
use super::*;
use crate::domain::checklist::Check;
use crate::domain::ladder::Dimension;
use crate::domain::ladder::sample::{ladder, name, rated};
use crate::domain::text::Text;
use crate::sessions::sample as studies;

fn packet(data: &LadderData, without: &[Part], form: Form, code: &str) -> String {
    let study = studies::study();
    let without = without.iter().copied().collect();
    let lang = Lang::from_code(code).unwrap_or_default();
    let level = data.target(study.day);
    Packet { data, study: &study, level, without: &without, words: &Words::of(code), lang }.write(form)
}

#[test]
fn the_packet_reads_as_a_document_in_both_languages() {
    insta::assert_snapshot!("packet_en", packet(&somebody(), &[Part::History], Form::Markdown, "en"));
    insta::assert_snapshot!("packet_id", packet(&somebody(), &[Part::History], Form::Text, "id"));
}

#[test]
fn what_is_left_out_is_nowhere_in_the_packet() {
    let all = packet(&somebody(), &[], Form::Markdown, "en");
    assert!(all.contains("Cut the page from 940 to 130 ms") && !all.contains("Long ago"), "{all}");
    let less = packet(&somebody(), &[Part::Evidence, Part::Matrix, Part::Plan], Form::Markdown, "en");
    assert!(!less.contains("Cut the page") && less.contains("1 proof"), "{less}");
    assert!(!less.contains('|') && !less.contains("Evidence to collect"), "{less}");
    let study = studies::study();
    let without = [Part::Evidence, Part::History].into();
    let (data, words) = (somebody(), Words::of("en"));
    let json = Packet { data: &data, study: &study, level: 2, without: &without, words: &words, lang: Lang::En }.json();
    assert!(!json.to_string().contains("Cut the page"));
    assert_eq!((json["solid"].as_u64(), json["counts"]["proven"].as_u64()), (Some(1), Some(1)));
    assert_eq!(json["statements"].as_array().map(Vec::len), Some(ladder().statements.len()));
}

#[test]
fn the_packet_tells_what_changed_and_only_counts_what_was_rated_first() {
    let mut whats: Vec<_> = ladder().level(1).map(|s| rated(s.id.clone(), Standing::Sometimes)).collect();
    whats.push(rated(name(1, Dimension::Impact, 1), Standing::Consistently));
    let mut data = data(whats);
    for record in data.book.records.values_mut() {
        record.ratings.iter_mut().for_each(|rated| rated.what.day = studies::study().day);
    }
    let said = packet(&data, &[], Form::Markdown, "en");
    let history = said.split("## What changed").nth(1).unwrap_or_else(|| panic!("{said}"));
    assert!(history.contains("Level 1, Impact: Does impact 1 of level 1\n  - sometimes to consistently"), "{history}");
    assert!(
        history.contains("4 statements were rated for the first time.") && !history.contains("not rated"),
        "{history}"
    );
    assert!(!packet(&data, &[Part::Talk], Form::Markdown, "en").contains("To talk about"));
}

#[test]
fn every_part_has_a_word_of_its_own_that_leads_back_to_it() {
    for part in Part::ALL {
        assert_eq!(Part::of(part.word()), Some(part));
    }
    assert_eq!(Part::of("salary"), None);
}

#[test]
fn the_sentence_names_levels_and_never_a_number_of_its_own() {
    let say = |solid, most| reading_sentence(Reading { solid, most }, &Words::of("en"));
    assert_eq!(say(1, 2), "Solid Level 1, most of Level 2.");
    assert_eq!(say(0, 0), "No level is solid or mostly there yet.");
    assert_eq!(say(0, 2), "Most of Level 1 and Level 2.");
    assert_eq!(say(6, 6), "Solid Level 6.");
}

#[test]
fn a_gap_says_what_to_do_about_it() {
    let data = somebody();
    let study = studies::study();
    let words = Words::of("en");
    let said: Vec<String> = data.gaps(2, &study).iter().map(|gap| gap_words(gap, &words)).collect();
    assert_eq!(said[0], "1 lesson, 1 prompt");
    let claimed: Vec<String> = data.gaps(1, &study).iter().map(|gap| gap_words(gap, &words)).collect();
    assert_eq!(claimed, ["needs a proof"; 3]);
}

#[test]
fn the_target_is_the_level_that_was_aimed_at_else_the_next_rung() {
    let mut data = somebody();
    let today = studies::study().day;
    assert_eq!(data.target(today), 2);
    data.aim = Some(4);
    assert_eq!(data.target(today), 4);
}

#[test]
fn a_cell_without_statements_reads_none() {
    let words = Words::of("en");
    let data = somebody();
    let cell = |level| data.book.cell(&data.ladder, level, Dimension::Leadership, studies::study().day);
    assert_eq!([packet::cell_words(cell(1), &words), packet::cell_words(cell(3), &words)], ["none", "0/1"]);
    let name = |level| dimension_name(&data.ladder, Some(level), Dimension::Communication, &words, Lang::En);
    assert_eq!([name(5), name(6)], ["Communication", "Communication & Feedback"]);
}

#[test]
fn a_track_tells_what_is_held_what_is_to_come_and_where_it_begins() {
    let standing = PathStanding::of(&path(), &studies::study());
    assert_eq!((standing.here, standing.coming, standing.all()), (2, 1, 3));
    assert_eq!(standing.first, Some(studies::topic("replication")), "the lesson before it was read");
    assert!(standing.needs_held.is_some_and(|share| share <= 100));
}

#[test]
fn a_checklist_is_blank_or_ticked_for_a_piece_of_work() {
    let item = |id: &str| Check { id: id.into(), text: Text::shared(id), why: Text::shared("Because.") };
    let id = EntryId::new("p", "done");
    let list = Checklist {
        id: id.clone(),
        title: Text::shared("Done"),
        summary: Text::default(),
        items: vec![item("tests"), item("docs")],
    };
    let work = WorkId::new(id, "MR 214").unwrap();
    let record = WorkRecord { begun: 0, ticks: [("docs".into(), 5)].into() };
    let blank = work::write(&list, None, Form::Markdown, Lang::En);
    assert_eq!(blank, "# Done\n\n- [ ] tests\n  - Because.\n- [ ] docs\n  - Because.\n");
    let ticked = work::write(&list, Some((&work, &record)), Form::Text, Lang::En);
    assert_eq!(ticked, "Done: MR 214\n\n[ ] 1. tests\n    Because.\n[x] 2. docs\n    Because.\n");
    assert_eq!(work::report(&list, Some((&work, &record)))["items"][1]["ticked"], true);
}
