//! Word lists, scores, levels, bands and follow-ups.

use proptest::prelude::*;

use super::*;

fn list(en: &[&str], id: &[&str]) -> WordList {
    let phrases = |list: &[&str]| list.iter().map(|written| Phrase::new(written)).collect();
    WordList { en: phrases(en), id: phrases(id) }
}

fn point(id: &str, weight: u8, must: bool, level: u8, words: WordList) -> Point {
    let none = Text::default;
    let (text, met, partly, follow_up, drill) = (none(), none(), none(), none(), none());
    Point { id: id.into(), weight, must, level, text, met, partly, words, follow_up, drill }
}

/// The points of the example: two musts at level 2, one below and one above, and one that is no must at level 4.
pub(super) fn points() -> Vec<Point> {
    vec![
        point("ambiguous", 1, true, 1, list(&["unknown"], &["tidak diketahui"])),
        point("key", 3, true, 2, list(&["idempotency key"], &["kunci idempotensi"])),
        point("replay", 2, true, 2, list(&["stored reply"], &["balasan yang tersimpan"])),
        point("claim", 3, true, 3, list(&["look up + race"], &["cek + race"])),
        point("outside", 2, false, 4, list(&["reconcil"], &["rekonsiliasi"])),
    ]
}

fn flag(id: &str, caps_at: u8) -> RedFlag {
    RedFlag { id: id.into(), text: Text::default(), why: Text::default(), words: list(&["never retry"], &[]), caps_at }
}

pub(super) fn prompt(points: Vec<Point>) -> Prompt {
    let id = ItemId::parse("p/t/q").unwrap_or_else(|| panic!("an id"));
    Prompt {
        id,
        title: Text::default(),
        kind: PromptKind::Technical,
        level: 3,
        covers: Vec::new(),
        personas: Vec::new(),
        ask: Text::default(),
        think: 0,
        minutes: 1,
        source: Box::default(),
        clarify: Vec::new(),
        points,
        red_flags: vec![flag("no-retry", 1)],
        anchors: Default::default(),
        model_short: Text::default(),
        model_full: Text::default(),
        samples: Vec::new(),
    }
}

fn finds(entry: &str, text: &str) -> Vec<String> {
    let found = Answer::new(text).places([&Phrase::new(entry)]);
    found.into_iter().map(|f| text[f.place].to_owned()).collect()
}

fn marks(of: &[(&str, Mark)]) -> Marks {
    of.iter().map(|(point, mark)| (Box::from(*point), *mark)).collect()
}

fn all_met() -> Marks {
    points().into_iter().map(|point| (point.id, Mark::Met)).collect()
}

#[test]
fn an_entry_is_found_at_the_start_of_a_word_and_not_inside_one() {
    assert_eq!(finds("reconcil", "A job reconciles it."), ["reconciles"]);
    assert!(finds("race", "The trace shows it.").is_empty());
    assert_eq!(finds("pass the same key", "We pass the same keys on."), ["pass the same keys"]);
    assert!(finds("same key", "The sameness keys").is_empty(), "only the last word may go on");
}

#[test]
fn case_accents_hyphens_and_apostrophes_do_not_matter() {
    assert_eq!(finds("idempotency key", "an Idempotency-Key"), ["Idempotency-Key"]);
    assert_eq!(finds("idempotency-key", "IDEMPOTENCY KEY"), ["IDEMPOTENCY KEY"]);
    assert_eq!(finds("cafe", "the café\u{301}s"), ["café\u{301}s"]);
    assert_eq!(finds("don't retry", "we don\u{2019}t retry"), ["don\u{2019}t retry"]);
    assert_eq!(finds("409", "It answers (409)."), ["409"]);
}

#[test]
fn joined_parts_must_stand_in_one_sentence_in_any_order() {
    let both = finds("look up + race", "It is a race if you look up first.");
    assert_eq!(both, ["race", "look up"]);
    assert!(finds("look up + race", "We look up the key. That is a race.").is_empty());
    assert!(finds("look up + race", "We look up the key\n\nand race").is_empty());
    assert_eq!(
        finds("look up + race", "We look up v1.5\nand race").len(),
        2,
        "a line break and a dot inside are no end"
    );
    assert!(
        finds("n+1", "n 2").is_empty() && !finds("n+1", "the N+1 query").is_empty(),
        "a plus without spaces is a mark"
    );
}

#[test]
fn words_of_one_entry_do_not_reach_over_a_full_stop() {
    assert!(finds("same key", "It is the same. Key and value.").is_empty());
    assert_eq!(finds("same key", "the same \"key\""), ["same \"key"]);
}

#[test]
fn places_come_in_order_and_none_lies_in_another() {
    let phrases = [Phrase::new("key"), Phrase::new("idempotency key"), Phrase::new("claim")];
    let text = "Claim the idempotency key, then the key.";
    let found = Answer::new(text).places(&phrases);
    let found: Vec<&str> = found.iter().map(|f| &text[f.place.clone()]).collect();
    assert_eq!(found, ["Claim", "idempotency key", "key"]);
}

#[test]
fn an_entry_without_letters_is_never_found() {
    assert!(!Phrase::new("->").is_findable());
    assert!(finds("->", "a -> b").is_empty());
    assert!(Phrase::new("- + key").is_findable());
}

#[test]
fn suggestions_are_met_or_missed_in_either_language_and_name_the_place() {
    let text = "Client mengirim kunci idempotensi; we never retry without the stored reply.";
    let said = suggest(&prompt(points()), &Answer::new(text));
    let met: Vec<&str> = said.marks.iter().filter(|(_, mark)| *mark == Mark::Met).map(|(id, _)| id).collect();
    assert_eq!(met, ["key", "replay"]);
    assert!(said.marks.iter().all(|(_, mark)| mark != Mark::Partly));
    assert_eq!(&text[said.points[1][0].place.clone()], "kunci idempotensi");
    assert_eq!(&text[said.red_flags[0][0].place.clone()], "never retry");
}

#[test]
fn a_partly_met_point_counts_half_its_weight() {
    let marks = marks(&[("ambiguous", Mark::Met), ("key", Mark::Partly), ("unknown-point", Mark::Met)]);
    let score = score::score(&points(), &marks);
    assert_eq!(score, Score { halves: 5, most: 22, met: 1, partly: 1, points: 5 });
    assert!((score.share() - 5.0 / 22.0).abs() < 1e-6);
}

#[test]
fn the_reached_level_is_the_highest_whose_musts_are_all_met() {
    let reached = |of: &[(&str, Mark)]| score::reached(&points(), &marks(of));
    let (met, partly) = (Mark::Met, Mark::Partly);
    assert_eq!(reached(&[]), 0);
    assert_eq!(reached(&[("ambiguous", met)]), 1);
    assert_eq!(reached(&[("ambiguous", met), ("key", met), ("replay", partly)]), 1);
    assert_eq!(reached(&[("ambiguous", met), ("key", met), ("replay", met)]), 2);
    assert_eq!(reached(&[("key", met), ("replay", met), ("claim", met)]), 0, "a must of a lower level is missing");
    let three = [("ambiguous", met), ("key", met), ("replay", met), ("claim", met)];
    assert_eq!(reached(&three), 3, "leaving the level without a must out does not reach it");
    assert_eq!(score::reached(&points(), &all_met()), 4);
}

#[test]
fn a_red_flag_or_a_small_story_keeps_the_level_down() {
    let prompt = prompt(points());
    let free = judge(&prompt, &all_met(), [], None, 3);
    assert_eq!((free.reached, free.capped, free.band), (4, false, Band::Above));
    let flagged = judge(&prompt, &all_met(), &prompt.red_flags, None, 3);
    assert_eq!((flagged.reached, flagged.capped, flagged.band), (1, true, Band::Below));
    let story = judge(&prompt, &all_met(), [], Some(Scope::OwnTask.level()), 3);
    assert_eq!((story.reached, story.capped, story.band), (2, true, Band::Near));
    assert!(Scope::ALL.windows(2).all(|pair| pair[0].level() < pair[1].level()));
}

#[test]
fn the_four_bands_stand_around_the_target() {
    let prompt = prompt(points());
    let three = marks(&[("ambiguous", Mark::Met), ("key", Mark::Met), ("replay", Mark::Met), ("claim", Mark::Met)]);
    let band = |target| judge(&prompt, &three, [], None, target).band;
    assert_eq!([2, 3, 4].map(band), [Band::Above, Band::At, Band::Near]);
    assert_eq!(band(6), Band::Near, "most of the weight is there");
    let one = marks(&[("ambiguous", Mark::Met)]);
    assert_eq!(judge(&prompt, &one, [], None, 3).band, Band::Below);
    assert_eq!(judge(&prompt, &all_met(), [], None, 4).band, Band::Above, "nothing more could be said");
}

#[test]
fn the_follow_up_is_the_heaviest_missing_point_and_partly_comes_later() {
    let points = points();
    let ids = |marks: &Marks, asked: &[&str]| -> Vec<String> {
        follow_ups(&points, marks, asked, 7).iter().map(|point| point.id.to_string()).collect()
    };
    let some = marks(&[("claim", Mark::Met), ("key", Mark::Partly)]);
    assert_eq!(ids(&some, &[]), ["replay", "outside", "ambiguous", "key"]);
    assert_eq!(ids(&some, &["replay"]), ["outside", "ambiguous", "key"]);
    assert!(ids(&all_met(), &[]).is_empty());
}

#[test]
fn equal_points_are_parted_by_the_seed_alone() {
    let equal: Vec<Point> = ["a", "b", "c"].map(|id| point(id, 2, true, 1, WordList::default())).into();
    let first = |seed| follow_ups(&equal, &Marks::default(), &[], seed)[0].id.clone();
    assert!((0..50).all(|seed| first(seed) == first(seed)));
    let mut seen: Vec<_> = (0..50).map(first).collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 3, "every one of them is asked first some time");
}

#[test]
fn signals_belong_to_design_and_behaviour() {
    assert_eq!(PromptKind::Design.signals(), Signal::DESIGN);
    assert_eq!(PromptKind::Behavioural.signals().len(), 5);
    assert!(PromptKind::Debug.signals().is_empty());
    for signal in Signal::DESIGN.into_iter().chain(Signal::STAR) {
        assert_eq!(Signal::from_word(signal.word()), Some(signal));
    }
}

#[test]
fn a_point_is_an_item_of_its_prompt() {
    let prompt = ItemId::parse("p/t/q-1").unwrap_or_else(|| panic!("an id"));
    let item = prompt.point("atomic-claim");
    assert_eq!(item.as_str(), "p/t/q-1.atomic-claim");
    assert_eq!(item.as_point(), Some((prompt.clone(), "atomic-claim")));
    assert_eq!(ItemId::parse(item.as_str()), Some(item));
    assert_eq!(prompt.as_point(), None);
}

fn any_mark() -> impl Strategy<Value = Mark> {
    prop::sample::select(&Mark::ALL[..])
}

fn any_points() -> impl Strategy<Value = Vec<Point>> {
    prop::collection::vec((1u8..=5, any::<bool>(), 1u8..=6), 1..=8).prop_map(|list| {
        let point = |(n, (weight, must, level)): (usize, (u8, bool, u8))| {
            point(&format!("p{n}"), weight, must, level, WordList::default())
        };
        list.into_iter().enumerate().map(point).collect()
    })
}

fn any_rubric() -> impl Strategy<Value = (Vec<Point>, Marks)> {
    (any_points(), prop::collection::vec(any_mark(), 8)).prop_map(|(points, list)| {
        let marks = points.iter().zip(list).map(|(point, mark)| (point.id.clone(), mark)).collect();
        (points, marks)
    })
}

proptest! {
    #[test]
    fn a_better_mark_never_lowers_score_level_or_band((points, marks) in any_rubric(), at in 0usize..8, target in 1u8..=6) {
        let prompt = prompt(points);
        let before = judge(&prompt, &marks, [], None, target);
        let mut better = marks.clone();
        if let Some(point) = prompt.points.get(at) {
            better.set(&point.id, Mark::Met);
        }
        let after = judge(&prompt, &better, [], None, target);
        prop_assert!(after.score.halves >= before.score.halves);
        prop_assert!(after.reached >= before.reached);
        prop_assert!(after.band >= before.band);
    }

    #[test]
    fn a_red_flag_never_raises_the_level((points, marks) in any_rubric(), caps_at in 0u8..=5, target in 1u8..=6) {
        let mut prompt = prompt(points);
        prompt.red_flags = vec![flag("f", caps_at)];
        let free = judge(&prompt, &marks, [], None, target);
        let flagged = judge(&prompt, &marks, &prompt.red_flags, None, target);
        prop_assert!(flagged.reached <= free.reached.min(caps_at));
        prop_assert!(flagged.band <= free.band);
        prop_assert_eq!(flagged.score, free.score);
    }

    #[test]
    fn the_score_lies_between_nothing_and_all((points, marks) in any_rubric()) {
        let score = score::score(&points, &marks);
        prop_assert!(score.halves <= score.most);
        prop_assert!((0.0..=1.0).contains(&score.share()));
        prop_assert!(usize::from(score.met + score.partly) <= points.len());
    }

    #[test]
    fn follow_ups_ask_each_open_point_once_and_none_of_the_last_two_tries(
        (points, marks) in any_rubric(), tries in prop::collection::vec(any::<u64>(), 1..8)
    ) {
        let mut last: Vec<Vec<String>> = Vec::new();
        for seed in tries {
            let recent: Vec<&str> = last.iter().rev().take(2).flatten().map(String::as_str).collect();
            let chosen = follow_ups(&points, &marks, &recent, seed);
            let again = follow_ups(&points, &marks, &recent, seed);
            prop_assert_eq!(&chosen, &again);
            for point in &chosen {
                prop_assert!(marks.get(&point.id) != Mark::Met);
                prop_assert!(!recent.contains(&&*point.id));
            }
            for pair in chosen.windows(2) {
                let (a, b) = (marks.get(&pair[0].id), marks.get(&pair[1].id));
                prop_assert!(a < b || (a == b && pair[0].weight >= pair[1].weight));
            }
            last.push(chosen.iter().take(2).map(|point| point.id.to_string()).collect());
        }
    }

    #[test]
    fn any_text_is_read_and_every_place_is_whole_words(text in "\\PC{0,200}|[a-z .!?\n'-]{0,200}", entry in "[a-z]{1,4}( [a-z]{1,3})?( \\+ [a-z]{1,2})?") {
        let answer = Answer::new(&text);
        let mut end = 0;
        for found in answer.places([&Phrase::new(&entry)]) {
            prop_assert!(text.is_char_boundary(found.place.start) && text.is_char_boundary(found.place.end));
            prop_assert!(found.place.start < found.place.end);
            prop_assert!(found.place.end > end);
            end = found.place.end;
            let before = text[..found.place.start].chars().next_back();
            prop_assert!(before.is_none_or(|c| !c.is_alphanumeric()));
        }
    }

    #[test]
    fn an_entry_is_found_in_a_text_that_contains_it(before in "[a-z ,]{0,20}", entry in "[a-z]{2,6}( [a-z]{2,6}){0,2}", after in "[a-z]{0,3}( [a-z ]{0,10})?") {
        let text = format!("{before} {entry}{after}");
        prop_assert!(Answer::new(&text).has([&Phrase::new(&entry)]));
    }
}
