//! A report in sentences: what the screen, plain lines and the export have in common.

use crate::domain::rubric::PromptKind;
use crate::domain::text::Lang;
use crate::domain::time::{StudyDay, UtcMs};
use crate::sessions::interview::Leaning;
use crate::words::{Words, plain};

use super::mix::{Mix, Why};
use super::report::{LINE, Readiness, Report, Share, ThingKind, Trend};

/// Fillers that are named, at most.
const NAMED: usize = 3;

fn percent(words: &Words, percent: u8) -> String {
    words.percent(f64::from(percent) / 100.0)
}

/// The calendar day of a moment, such as "Sat 21 Nov".
pub fn date(utc: UtcMs, offset_min: i32, words: &Words) -> String {
    words.date(StudyDay::of(utc, offset_min, 0).0)
}

/// Length and level.
pub fn title(minutes: u16, level: u8, words: &Words) -> String {
    words.fmt("mock-title", &[("minutes", minutes.into()), ("level", level.into())])
}

/// Points made, with halves.
pub fn points(share: Share, words: &Words) -> String {
    words.fmt("mock-points", &[("n", words.number(share.made()).into()), ("of", share.points().into())])
}

/// A kind of question in a word.
pub fn kind(kind: PromptKind, words: &Words) -> String {
    let key = match kind {
        PromptKind::Technical => "mock-kind-technical",
        PromptKind::Design => "mock-kind-design",
        PromptKind::Debug => "mock-kind-debug",
        PromptKind::Review => "mock-kind-review",
        PromptKind::Behavioural => "mock-kind-behavioural",
    };
    words.get(key).into_owned()
}

/// The kinds of a mix and how long it takes; tags inside.
pub fn mix(mix: &Mix, minutes: u16, words: &Words) -> String {
    let one = |(of, n): &(PromptKind, usize)| format!("{n} {}", kind(*of, words));
    let kinds: Vec<String> = mix.kinds().iter().map(one).collect();
    let values = [("kinds", kinds.join(", ").into()), ("minutes", mix.minutes().into()), ("of", minutes.into())];
    words.fmt("mock-mix-kinds", &values)
}

/// Why a question is in the mix.
pub fn why(why: Why, words: &Words) -> String {
    match why {
        Why::WeakArea(share) => words.fmt("mock-why-weak", &[("percent", percent(words, share).into())]),
        Why::Fading => words.get("mock-why-fading").into_owned(),
        Why::NewArea => words.get("mock-why-new").into_owned(),
        Why::Balance => words.get("mock-why-balance").into_owned(),
    }
}

/// Readiness, tags inside.
pub fn readiness(report: &Report, words: &Words) -> String {
    let key = match report.readiness() {
        Readiness::Unknown => return words.get("mock-unknown").into_owned(),
        Readiness::Ready => "mock-ready",
        Readiness::Borderline => "mock-borderline",
        Readiness::NotYet => "mock-not-yet",
    };
    let values = [
        ("percent", percent(words, report.share.percent()).into()),
        ("level", report.mocked.level.into()),
        ("n", report.below().into()),
        ("line", percent(words, LINE).into()),
    ];
    words.fmt(key, &values)
}

/// Which area is the weakest; nothing without answers.
pub fn weakest(report: &Report, words: &Words, lang: Lang) -> Option<String> {
    report.weakest().map(|area| words.fmt("mock-weakest", &[("area", area.title.get(lang).into())]))
}

/// The same with the day on which it should be asked again.
pub fn weakest_again(report: &Report, words: &Words, lang: Lang) -> Option<String> {
    let Some((day, minutes)) = report.retest else { return weakest(report, words, lang) };
    let area = report.weakest()?.title.get(lang);
    let values = [("area", area.into()), ("date", words.date(day.0).into()), ("minutes", minutes.into())];
    Some(words.fmt("mock-weakest-again", &values))
}

/// That it was stopped early, and after how many questions.
pub fn early(report: &Report, words: &Words) -> Option<String> {
    let values = [("n", report.rows.len().into()), ("of", report.mocked.planned.len().into())];
    report.mocked.early.then(|| words.fmt("mock-early", &values))
}

/// Percent in a word of the language.
pub fn share(share: u8, words: &Words) -> String {
    percent(words, share)
}

/// A trend in a word.
pub fn trend(trend: Trend, words: &Words) -> String {
    let key = match trend {
        Trend::New => "mock-trend-new",
        Trend::Up => "mock-trend-up",
        Trend::Flat => "mock-trend-flat",
        Trend::Down => "mock-trend-down",
    };
    words.get(key).into_owned()
}

/// Predictions against marks.
pub fn calibration(report: &Report, words: &Words) -> String {
    let Some(predicted) = &report.predicted else { return words.get("mock-calibration-none").into_owned() };
    let values =
        [("expected", predicted.expected.into()), ("first", predicted.first.into()), ("after", predicted.after.into())];
    let said = words.fmt("mock-calibration", &values);
    let key = match predicted.leaning() {
        Leaning::Unknown => return said,
        Leaning::Close => "mock-calibration-close",
        Leaning::High => "mock-calibration-high",
        Leaning::Low => "mock-calibration-low",
    };
    format!("{said} {}", words.get(key))
}

/// How the time was used.
pub fn pace(report: &Report, words: &Words) -> String {
    let pace = &report.pace;
    let n = |n: usize| [("n", n.into())];
    let mut said = words.fmt("mock-pace", &n(pace.over));
    if pace.over > 0 && pace.over_unthought > 0 {
        said = format!("{said}, {}", words.fmt("mock-pace-unthought", &n(pace.over_unthought)));
    } else if pace.over > 0 {
        said.push('.');
    }
    if pace.unthought > pace.over_unthought {
        said = format!("{said} {}", words.fmt("mock-pace-skipped", &n(pace.unthought)));
    }
    if pace.untimed > 0 {
        said = format!("{said} {}", words.fmt("mock-pace-untimed", &n(pace.untimed)));
    }
    said
}

/// The fillers that were said most often.
pub fn fillers(report: &Report, words: &Words) -> String {
    let fillers = &report.fillers;
    let one =
        |(word, n): &(&'static str, u32)| words.fmt("mock-filler", &[("word", (*word).into()), ("n", (*n).into())]);
    let list: Vec<String> = fillers.found.iter().take(NAMED).map(one).collect();
    if list.is_empty() {
        return words.fmt("mock-fillers-none", &[("words", fillers.words.into())]);
    }
    words.fmt("mock-fillers", &[("list", list.join(", ").into()), ("words", fillers.words.into())])
}

/// What a thing for next time takes.
pub fn thing(kind: ThingKind, minutes: u16, words: &Words) -> String {
    let key = match kind {
        ThingKind::Drill => "mock-drill",
        ThingKind::Answer => "mock-again",
    };
    words.fmt(key, &[("minutes", minutes.into())])
}

/// When the weakest area should be asked again.
pub fn retest(report: &Report, words: &Words, lang: Lang) -> Option<String> {
    let (day, minutes) = report.retest?;
    let area = report.weakest()?.title.get(lang);
    let values = [("area", area.into()), ("date", words.date(day.0).into()), ("minutes", minutes.into())];
    Some(words.fmt("mock-retest", &values))
}

/// The whole report, a sentence a line, each with a stable beginning.
pub fn lines(report: &Report, words: &Words, lang: Lang) -> Vec<String> {
    let mut out = vec![
        format!(
            "{}, {}",
            title(report.mocked.minutes, report.mocked.level, words),
            date(report.utc, report.offset_min, words)
        ),
        plain(&readiness(report, words)),
    ];
    out.extend(early(report, words));
    for area in &report.areas {
        let values = [
            ("area", area.title.get(lang).into()),
            ("n", words.number(area.share.made()).into()),
            ("of", area.share.points().into()),
            ("percent", percent(words, area.share.percent()).into()),
            ("trend", trend(area.trend(), words).into()),
        ];
        out.push(words.fmt("mock-told-area", &values));
    }
    out.extend(weakest(report, words, lang));
    for row in &report.rows {
        let values = [
            ("title", row.title.get(lang).into()),
            ("n", words.number(row.share.made()).into()),
            ("of", row.share.points().into()),
        ];
        out.push(words.fmt("mock-told-question", &values));
    }
    out.push(words.fmt("mock-told-calibration", &[("text", calibration(report, words).into())]));
    out.push(words.fmt("mock-told-pace", &[("text", pace(report, words).into())]));
    out.push(words.fmt("mock-told-fillers", &[("text", fillers(report, words).into())]));
    for one in &report.things {
        let what = thing(one.kind, one.minutes, words);
        out.push(words.fmt("mock-told-thing", &[("title", one.title.get(lang).into()), ("what", what.into())]));
    }
    out.extend(retest(report, words, lang));
    out
}

/// The report as Markdown.
pub fn markdown(report: &Report, words: &Words, lang: Lang) -> String {
    let lines = lines(report, words, lang);
    let mut out = String::new();
    for (nth, line) in lines.iter().enumerate() {
        let line = if nth == 0 { format!("# {line}\n\n") } else { format!("- {line}\n") };
        out.push_str(&line);
    }
    out
}
