//! The checklist: what its keys do, and what it looks like.

use super::*;
use crate::sessions::ladder::sample::checklist;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

fn work(name: &str) -> WorkId {
    WorkId { list: checklist().id, work: name.into() }
}

fn data(works: &[(&str, i64, &[&str])]) -> Box<LadderData> {
    let record = |begun: i64, ticks: &[&str]| WorkRecord {
        begun,
        ticks: ticks.iter().map(|item| (Box::from(*item), 1)).collect(),
    };
    Box::new(LadderData {
        lists: vec![checklist()],
        works: works.iter().map(|(name, begun, ticks)| (work(name), record(*begun, ticks))).collect(),
        ..LadderData::default()
    })
}

fn stage(works: &[(&str, i64, &[&str])]) -> Stage {
    let mut stage = Stage::new(Box::new(ChecklistScreen::new(None)));
    stage.news(News::Ladder(data(works)));
    stage.effects();
    stage
}

fn ticked(effects: &[Effect]) -> Ticked {
    match effects {
        [Effect::Record(events), ..] => match &events[0].what {
            What::Ticked(ticked) => ticked.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_first_tick_asks_what_the_work_is_called_and_the_name_begins_it() {
    let mut stage = stage(&[]);
    assert_eq!(stage.keys("Space").effects(), []);
    assert_eq!(stage.screen.state(), State::WorkField);
    let begun = ticked(&stage.types("MR 214").keys("Enter").effects());
    assert_eq!(begun, Ticked { work: work("MR 214"), item: "".into(), done: true });
    assert_eq!(stage.screen.state(), State::Checklist);
}

#[test]
fn space_ticks_and_unticks_for_the_work_that_was_begun_last() {
    let mut stage = stage(&[("old", 1, &[]), ("new", 2, &["tests"])]);
    let tick = ticked(&stage.keys("Space").effects());
    assert_eq!(tick, Ticked { work: work("new"), item: "tests".into(), done: false });
    let tick = ticked(&stage.keys("l j Space").effects());
    assert_eq!(tick, Ticked { work: work("old"), item: "docs".into(), done: true });
}

#[test]
fn x_puts_the_work_away_and_y_copies_the_list() {
    let mut stage = stage(&[("new", 2, &["tests"])]);
    match stage.keys("y").effects().as_slice() {
        [Effect::Copy(text)] => assert!(text.starts_with("# Definition of Done: new") && text.contains("- [x]")),
        other => panic!("{other:?}"),
    }
    let gone = ticked(&stage.keys("x").effects());
    assert_eq!(gone, Ticked { work: work("new"), item: "".into(), done: false });
}

#[test]
fn what_changes_nothing_is_not_written_down() {
    let mut stage = stage(&[("old", 1, &[]), ("new", 2, &["tests"])]);
    assert_eq!(stage.keys("n").types("old").keys("Enter").effects(), [], "it was begun before");
    assert_eq!(ticked(&stage.keys("j Space").effects()), Ticked { work: work("old"), item: "docs".into(), done: true });
    let gone = |work| Ticked { work, item: "".into(), done: false };
    assert_eq!(ticked(&stage.keys("x").effects()), gone(work("old")));
    assert_eq!(ticked(&stage.keys("x").effects()), gone(work("new")), "each is put away once");
    assert_eq!(stage.keys("x").effects(), []);
}

#[test]
fn a_name_is_typed_to_begin_with_it_and_not_to_find_it() {
    let shown = stage(&[]).keys("n").picture();
    assert!(shown.contains("Enter  begin") && !shown.contains("find"), "{shown}");
}

#[test]
fn esc_closes_the_field_first_and_then_the_list() {
    let mut stage = stage(&[]);
    assert_eq!(stage.keys("n Esc").effects(), []);
    assert_eq!(stage.keys("Esc").effects(), [Effect::Back]);
}

#[test]
fn checklists_in_every_size_and_language() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for code in ["en", "id"] {
            let mut shots = String::new();
            for (name, works, keys) in [
                ("begun", &[("MR 214, refunds", 2, ["tests"].as_slice())][..], "j"),
                ("blank", &[], ""),
                ("naming", &[], "n"),
            ] {
                let shot = stage(works).resize(width, height).speak(code).keys(keys).picture();
                shots += &format!("== {name}\n{shot}");
            }
            insta::assert_snapshot!(format!("checklist_{width}x{height}_{code}"), shots);
        }
    }
    let mut ascii = stage(&[("MR 214", 2, &["tests"])]);
    ascii.theme = Theme::dark().with_ascii(true);
    assert!(ascii.picture().is_ascii(), "{}", ascii.picture());
    stage(&[("MR 214", 2, &["tests"])]).at_every_size();
}
