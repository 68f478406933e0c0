//! A small ladder and what may happen to it, for tests of several rooms.

use super::*;
use crate::domain::checklist::{Ticked, WorkId};
use crate::domain::event::What;
use crate::domain::ids::TopicId;
use crate::domain::time::UtcMs;

/// The name of statement `n` of a cell.
pub fn name(level: u8, dimension: Dimension, n: u8) -> EntryId {
    EntryId::new("p", &format!("l{level}.{}.{n}", dimension.word()))
}

/// A statement that topic `t` and prompt `p/t/q` build.
pub fn statement(level: u8, dimension: Dimension, n: u8) -> Statement {
    let topic = TopicId::new("p", "t");
    Statement {
        id: name(level, dimension, n),
        level,
        dimension,
        text: Text::shared(format!("Does {} {n} of level {level}", dimension.word())),
        prompts: vec![topic.item("q")],
        topics: vec![Stop::Here(topic), Stop::Coming { id: "later".into(), title: Text::shared("Later") }],
        evidence: Text::shared("A link and a date"),
    }
}

/// Three statements of mastery and one of impact on each level; leadership begins on level 3.
pub fn ladder() -> Ladder {
    let mut out = Ladder { pack: "p".into(), ..Ladder::default() };
    for level in 1..=LEVELS {
        out.statements.extend((1..=3).map(|n| statement(level, Dimension::Mastery, n)));
        out.statements.push(statement(level, Dimension::Impact, 1));
        if level > 2 {
            out.statements.push(statement(level, Dimension::Leadership, 1));
        }
    }
    out.names.push((6, Dimension::Communication, Text::shared("Communication & Feedback")));
    out
}

/// A rating.
pub fn rated(statement: EntryId, standing: Standing) -> What {
    What::Rated(Rated { statement, standing, day: StudyDay(20_000) })
}

/// A piece of evidence; nothing is written in it without a `result`.
pub fn proved(statement: EntryId, proof: EventId, day: StudyDay, result: &str) -> What {
    let empty = || Box::<str>::default();
    let result = result.into();
    What::Proved(Box::new(Proof { proof, statement, day, situation: empty(), action: empty(), result, link: empty() }))
}

/// One of the things that can be done: `kind` 0 to 4, to thing `n` of three, in way `how` of three.
pub fn what(kind: u8, n: u8, how: u8, utc: UtcMs) -> What {
    let id = name(1, Dimension::Mastery, n % 3);
    let list = EntryId::new("p", "done");
    let said = |day: i64| match how % 3 {
        0 => String::new(),
        _ => format!("said on {day}"),
    };
    match kind % 5 {
        0 => rated(id, Standing::ALL[usize::from(how % 3)]),
        1 => proved(id, EventId(u128::from(how / 3 % 2)), StudyDay(19_000), &said(utc)),
        2 => What::Followed(Followed {
            track: EntryId::new("p", &format!("track-{}", n % 3)),
            on: !how.is_multiple_of(3),
        }),
        3 => What::Aimed(Aimed { ladder: "p".into(), level: Some(how % 3).filter(|l| *l > 0) }),
        _ => {
            let work = WorkId { list, work: format!("work {}", n % 2).into() };
            let item: Box<str> = ["", "tests", "docs"][usize::from(n % 3)].into();
            What::Ticked(Ticked { work, item, done: !how.is_multiple_of(3) })
        }
    }
}
