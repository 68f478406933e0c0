//! What is said at the set-up, at a break, and of the report.

use crate::domain::text::Lang;
use crate::sessions::mock::{Break, Kept, Mix, Mock, MockSetup, Planned, Report, told};
use crate::sessions::rehearse::RehearseData;
use crate::words::{Words, plain};

use super::super::clean;

fn who(question: &Planned, words: &Words, lang: Lang) -> String {
    match question.who.get(lang) {
        "" => words.get("ask-setup-anyone").into_owned(),
        name => clean(name),
    }
}

/// The set-up: length, level, clock, number, and the mix with its reasons.
pub fn set_up(
    setup: &MockSetup,
    mix: &Mix,
    data: &RehearseData,
    waits: Option<&Kept>,
    words: &Words,
    lang: Lang,
) -> Vec<String> {
    let title = told::title(setup.minutes, setup.level, words);
    let mut lines = vec![words.fmt("mock-plain-start", &[("title", title.into())])];
    let clock = crate::sessions::interview::told::pressure(setup.pressure, words);
    let persona = data.personas.iter().find(|card| Some(card.name()) == setup.persona);
    let persona = persona.map_or_else(|| words.get("mock-mixed").into_owned(), |card| clean(card.head.name.get(lang)));
    let track = data.tracks.iter().find(|track| Some(&track.name) == setup.track.as_ref());
    let track = track.map_or_else(|| words.get("mock-track-all").into_owned(), |track| clean(track.title.get(lang)));
    let values = [
        ("who", persona.into()),
        ("pressure", clock.into()),
        ("track", track.into()),
        // A seed is a name: it has no separators.
        ("number", setup.seed.to_string().into()),
    ];
    lines.push(words.fmt("mock-plain-setup", &values));
    if mix.questions.is_empty() {
        lines.push(plain(&words.get("mock-mix-empty")));
    } else {
        let kinds = plain(&told::mix(mix, setup.minutes, words));
        lines.push(words.fmt("mock-plain-mix", &[("text", kinds.into())]));
        lines.push(words.fmt("mock-plain-rule", &[("text", words.get("mock-mix-rule").into())]));
        for (nth, question) in (1_usize..).zip(&mix.questions) {
            let values = [
                ("n", nth.into()),
                ("area", clean(question.area.get(lang)).into()),
                ("kind", told::kind(question.kind, words).into()),
                ("minutes", words.minutes(question.minutes.into()).into()),
                ("who", who(question, words, lang).into()),
                ("why", told::why(question.why, words).into()),
            ];
            lines.push(words.fmt("mock-plain-question", &values));
        }
    }
    if let Some(kept) = waits {
        let title = told::title(kept.setup.minutes, kept.setup.level, words);
        lines.push(words.fmt("mock-plain-waits", &[("title", title.into())]));
    }
    lines.push(words.get("mock-plain-how").into_owned());
    lines
}

/// A break: how many questions are answered, the time that is left, and what comes next.
pub fn pause(at: Break, mock: &Mock, words: &Words, lang: Lang) -> Vec<String> {
    let Some(kept) = &mock.kept else { return Vec::new() };
    let values = [
        ("n", at.answered.into()),
        ("of", kept.mix.questions.len().into()),
        ("left", words.clock(at.left_ms / 1000).into()),
        ("minutes", kept.setup.minutes.into()),
    ];
    let far = plain(&words.fmt("mock-break", &values));
    let mut lines = vec![words.fmt("mock-plain-break", &[("text", far.into())])];
    let Some(next) = at.next.and_then(|next| kept.mix.questions.get(next)) else {
        lines.push(plain(&words.get("mock-break-done")));
        return lines;
    };
    let (area, minutes) = (clean(next.area.get(lang)), next.minutes);
    let values = [("area", area.into()), ("who", who(next, words, lang).into()), ("minutes", minutes.into())];
    lines.push(words.fmt("mock-break-next", &values));
    if at.begun {
        lines.push(words.get("mock-break-begun").into_owned());
    }
    lines.push(words.get("mock-plain-break-how").into_owned());
    lines
}

/// The report, a sentence a line.
pub fn told_report(report: &Report, words: &Words, lang: Lang) -> Vec<String> {
    told::lines(report, words, lang).iter().map(|line| clean(line)).collect()
}

/// The areas beside those of the mock interview before.
pub fn compared(report: &Report, words: &Words, lang: Lang) -> Vec<String> {
    let Some(earlier) = &report.earlier else { return vec![words.get("mock-plain-first").into_owned()] };
    let date = told::date(earlier.utc, earlier.offset_min, words);
    let mut lines = vec![words.fmt("mock-plain-compared", &[("date", date.into())])];
    for area in &report.areas {
        let now = told::share(area.share.percent(), words);
        let said = match area.before {
            Some(before) => {
                let before = told::share(before, words);
                words.fmt("mock-compare-row", &[("before", before.into()), ("now", now.into())])
            }
            None => format!("{}, {now}", words.get("mock-trend-new")),
        };
        let values = [("area", clean(area.title.get(lang)).into()), ("text", said.into())];
        lines.push(words.fmt("mock-plain-compared-area", &values));
    }
    lines
}
