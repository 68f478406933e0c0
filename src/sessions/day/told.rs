//! What a day says in words, for the screen and for lines.

use crate::domain::day::{Choice, Level, Meter, PARTNERS, Speaker};
use crate::domain::text::Lang;
use crate::words::Words;

use super::{Played, Playing, came_back};

/// Choices of fewer letters say too little by themselves.
const SHORT: usize = 12;

/// What a meter is called.
pub fn meter(meter: Meter, words: &Words) -> String {
    match meter {
        Meter::Reliability => words.get("day-reliability"),
        Meter::Delivery => words.get("day-delivery"),
        Meter::Trust => words.get("day-trust"),
        Meter::Focus => words.get("day-focus"),
    }
    .into_owned()
}

/// Where a meter stands, in a word.
pub fn level(level: Level, words: &Words) -> String {
    match level.band() {
        0 => words.get("day-low"),
        1 => words.get("day-steady"),
        _ => words.get("day-high"),
    }
    .into_owned()
}

/// What a colleague is called.
pub fn speaker(who: &Speaker, words: &Words, lang: Lang) -> String {
    match who {
        Speaker::Persona(name) => name.get(lang).to_owned(),
        Speaker::Partner(at) => match PARTNERS.get(usize::from(*at)).copied() {
            Some("frontend") => words.get("day-frontend").into_owned(),
            Some("data") => words.get("day-data").into_owned(),
            Some("devops") => words.get("day-devops").into_owned(),
            Some("product") => words.get("day-product").into_owned(),
            _ => words.get("day-qa").into_owned(),
        },
    }
}

/// How a choice moves the meters, such as "+2 trust, -1 focus"; empty when it moves none.
pub fn moves(choice: &Choice, words: &Words) -> String {
    let moved = Meter::ALL.iter().zip(choice.moves).filter(|(_, by)| *by != 0);
    let parts: Vec<String> = moved.map(|(it, by)| format!("{by:+} {}", meter(*it, words).to_lowercase())).collect();
    parts.join(", ")
}

/// What was done in a slot: the choice, behind the title of the slot where it is no more than a number or a word.
pub fn deed(it: &Played<'_>, lang: Lang) -> String {
    let choice = it.choice.text.get(lang);
    match choice.chars().count() < SHORT {
        true => format!("{}: {choice}", it.slot.title.get(lang)),
        false => choice.to_owned(),
    }
}

/// The times at which a choice came back, such as "16:00, 17:30"; empty when it did not.
pub fn back<'a>(it: &Played<'_>, times: impl Iterator<Item = &'a str>) -> String {
    let later = times.enumerate().filter(|(at, _)| came_back(it.came_back, *at));
    later.map(|(_, time)| time).collect::<Vec<_>>().join(", ")
}

/// How a day ends, in a sentence or two with tags: which meters are high and low, and how many choices came back.
pub fn ending(playing: &Playing, words: &Words) -> String {
    let of = |band: u8| {
        let all = playing.levels().into_iter().filter(|(_, level)| level.band() == band);
        let names: Vec<String> = all.map(|(it, _)| meter(it, words).to_lowercase()).collect();
        capital(&words.list(&names))
    };
    let (low, high) = (of(0), of(2));
    let ends = match (high.is_empty(), low.is_empty()) {
        (false, false) => words.fmt("day-ends-both", &[("high", high.into()), ("low", low.to_lowercase().into())]),
        (false, true) => words.fmt("day-ends-high", &[("high", high.into())]),
        (true, false) => words.fmt("day-ends-low", &[("low", low.into())]),
        (true, true) => words.get("day-ends-steady").into_owned(),
    };
    let back = playing.played().iter().filter(|it| it.came_back != 0).count();
    format!("{ends} {}", words.fmt("day-ends-back", &[("n", back.into())]))
}

/// How many questions join the reviews, and what they are about; `None` where none could.
pub fn joining(playing: &Playing, words: &Words, lang: Lang) -> Option<String> {
    let items = playing.items().len();
    (items > 0).then(|| match playing.without_items {
        true => words.get("day-items-out").into_owned(),
        false => {
            let topics = words.list(&playing.topics(lang));
            words.fmt("day-items", &[("n", items.into()), ("topics", topics.into())])
        }
    })
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
