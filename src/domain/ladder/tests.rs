use super::sample::{self, ladder, name};
use super::*;
use crate::domain::event::{Event, What};
use crate::domain::ids::TopicId;
use crate::domain::log::project;

const TODAY: StudyDay = StudyDay(20_000);

/// A book in which things happened one after the other.
fn book(whats: impl IntoIterator<Item = What>) -> Book {
    let event = |(i, what): (usize, What)| Event {
        id: EventId::from_parts(1_000 + i as u64, 0, 1),
        utc: 0,
        offset_min: 0,
        what,
    };
    let events: Vec<Event> = whats.into_iter().enumerate().map(event).collect();
    Book { records: project(&events).statements }
}

fn rate(level: u8, n: u8, standing: Standing) -> What {
    sample::rated(name(level, Dimension::Mastery, n), standing)
}

/// Everything of the levels up to this one is rated "consistently".
fn all_up_to(level: u8) -> Vec<What> {
    let of = ladder().statements.into_iter().filter(|s| s.level <= level);
    of.map(|s| sample::rated(s.id, Standing::Consistently)).collect()
}

fn claim(whats: Vec<What>) -> Claim {
    book(whats).claim(&name(1, Dimension::Mastery, 1), TODAY)
}

#[test]
fn consistently_is_claimed_until_a_proof_of_the_last_twelve_months_stands_beside_it() {
    let proof = |day: i32| sample::proved(name(1, Dimension::Mastery, 1), EventId(7), StudyDay(day), "done");
    assert_eq!(claim(vec![]), Claim::Unrated);
    assert_eq!(claim(vec![proof(TODAY.0)]), Claim::Unrated, "a proof alone says nothing");
    assert_eq!(claim(vec![rate(1, 1, Standing::Sometimes), proof(TODAY.0)]), Claim::Sometimes);
    let with = |day: i32| claim(vec![rate(1, 1, Standing::Consistently), proof(day)]);
    assert_eq!(claim(vec![rate(1, 1, Standing::Consistently)]), Claim::Claimed);
    assert_eq!(with(TODAY.0 - PROOF_DAYS), Claim::Proven, "twelve months ago to the day");
    assert_eq!(with(TODAY.0 - PROOF_DAYS - 1), Claim::Claimed, "a day more");
    assert_eq!(with(TODAY.0 + 1), Claim::Proven, "after midnight the calendar is a day before the study day");
    assert_eq!(with(TODAY.0 + 2), Claim::Claimed, "what is still to happen proves nothing");
}

#[test]
fn the_last_word_on_a_proof_counts_and_an_emptied_one_is_gone() {
    let id = name(1, Dimension::Mastery, 1);
    let proof = |n: u128, day: i32, text: &str| sample::proved(id.clone(), EventId(n), StudyDay(day), text);
    let consistent = rate(1, 1, Standing::Consistently);
    let kept = book([consistent.clone(), proof(1, 19_900, "one"), proof(2, 19_950, "two"), proof(1, 19_990, "better")]);
    let record = kept.record(&id).unwrap();
    let texts: Vec<&str> = record.newest_proofs().iter().map(|p| &*p.what.result).collect();
    assert_eq!(texts, ["better", "two"]);
    assert_eq!(claim(vec![consistent, proof(1, 19_990, "one"), proof(1, 19_990, " ")]), Claim::Claimed);
}

#[test]
fn ratings_stay_in_the_history_and_the_last_one_counts() {
    let both = book([rate(1, 1, Standing::Consistently), rate(1, 1, Standing::Sometimes)]);
    let record = both.record(&name(1, Dimension::Mastery, 1)).unwrap();
    assert_eq!(record.standing(), Some(Standing::Sometimes));
    let history: Vec<Standing> = record.ratings.iter().map(|r| r.what.standing).collect();
    assert_eq!(history, [Standing::Consistently, Standing::Sometimes]);
}

#[test]
fn a_level_is_solid_with_all_of_it_and_of_every_level_below() {
    let reading = |whats: Vec<What>| Reading::of(&ladder(), &book(whats), TODAY);
    assert_eq!(reading(vec![]), Reading { solid: 0, most: 0 });
    assert_eq!(reading(all_up_to(1)), Reading { solid: 1, most: 1 });
    let mut gap = all_up_to(2);
    gap.push(rate(1, 2, Standing::Sometimes));
    assert_eq!(reading(gap), Reading { solid: 0, most: 2 }, "three of four of level 1, and level 2 above it");
    assert_eq!(reading(all_up_to(6)).next(), 6);
    assert_eq!(reading(all_up_to(1)).next(), 2);
}

#[test]
fn two_thirds_of_a_level_are_most_of_it_and_a_hole_ends_the_climb() {
    let some = |n: u8| {
        let mut whats = all_up_to(1);
        whats.extend((1..=n).map(|n| rate(3, n, Standing::Consistently)));
        whats.push(sample::rated(name(3, Dimension::Impact, 1), Standing::Consistently));
        whats
    };
    let counts = |n: u8| book(some(n)).level(&ladder(), 3, TODAY);
    assert!(!counts(2).is_most() && counts(3).is_most(), "three and four of five");
    assert_eq!(Reading::of(&ladder(), &book(some(3)), TODAY).most, 1, "level 2 is empty");
    let two_of_three = Counts { all: 3, rated: 3, consistent: 2, proven: 0 };
    assert!(two_of_three.is_most() && !two_of_three.is_solid());
    assert!(!Counts::default().is_solid() && !Counts::default().is_most(), "nothing is neither");
}

#[test]
fn a_cell_without_statements_counts_none() {
    let ladder = ladder();
    assert_eq!(Book::default().cell(&ladder, 2, Dimension::Leadership, TODAY).all, 0);
    assert_eq!(Book::default().cell(&ladder, 3, Dimension::Leadership, TODAY).all, 1);
    assert_eq!(&*ladder.name(6, Dimension::Communication).unwrap().en, "Communication & Feedback");
    assert_eq!(ladder.name(5, Dimension::Communication), None);
}

#[test]
fn a_gap_plan_holds_what_is_not_proven_and_names_only_what_is_open() {
    let ladder = ladder();
    let none = Met { topic: &|_| false, prompt: &|_| false };
    let kept = book([rate(2, 1, Standing::Consistently), rate(2, 2, Standing::Sometimes)]);
    let plan = gap_plan(&ladder, 2, &kept, TODAY, &none);
    let claims: Vec<Claim> = plan.iter().map(|g| g.claim).collect();
    assert_eq!(claims, [Claim::Sometimes, Claim::Unrated, Claim::Unrated, Claim::Claimed]);
    assert_eq!((plan[0].lessons.len(), plan[0].coming, plan[0].prompts.len()), (1, 1, 1));
    assert_eq!(lessons_of(&plan), [TopicId::new("p", "t")], "each lesson once");
    let all = Met { topic: &|_| true, prompt: &|_| true };
    let plan = gap_plan(&ladder, 2, &kept, TODAY, &all);
    assert!(plan.iter().all(|g| g.lessons.is_empty() && g.prompts.is_empty()));
    let proof = sample::proved(name(2, Dimension::Mastery, 1), EventId(1), TODAY, "done");
    let proven = book([rate(2, 1, Standing::Consistently), proof]);
    assert_eq!(gap_plan(&ladder, 2, &proven, TODAY, &none).len(), 3);
}

#[test]
fn lessons_that_only_a_claim_needs_are_not_planned() {
    let kept = book(all_up_to(2));
    let none = Met { topic: &|_| false, prompt: &|_| false };
    assert_eq!(lessons_of(&gap_plan(&ladder(), 2, &kept, TODAY, &none)), []);
}

#[test]
fn of_three_tracks_that_a_merge_makes_the_last_two_are_followed() {
    let track = |n: u128| (EventId(n), EntryId::new("p", &n.to_string()));
    assert_eq!(chosen([track(3), track(1), track(2)]), [track(2).1, track(3).1]);
    assert_eq!(chosen([track(5)]), [track(5).1]);
    assert_eq!(chosen([]), []);
}

#[test]
fn a_topic_knows_which_cells_it_builds() {
    let built = ladder().builds(&TopicId::new("p", "t"));
    assert_eq!(built[..2], [(1, Dimension::Mastery), (1, Dimension::Impact)]);
    assert_eq!(ladder().builds(&TopicId::new("p", "other")), []);
}
