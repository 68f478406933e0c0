//! Marks, verdicts and the like in words, the same on the screen, in plain lines and in reports.

use crate::domain::interview::Pressure;
use crate::domain::rubric::{Band, Mark, PromptKind, Scope, Signal, Verdict};
use crate::words::Words;

use super::Notice;
use super::calibration::{Calibration, Leaning};
use super::setup::Extra;
use super::stage::{Keep, SignalRow};

/// A mark, such as "partly".
pub fn mark(mark: Mark, words: &Words) -> String {
    let key = match mark {
        Mark::Missed => "interview-mark-missed",
        Mark::Partly => "interview-mark-partly",
        Mark::Met => "interview-mark-met",
    };
    words.get(key).into_owned()
}

/// A kind of prompt.
pub fn kind(kind: PromptKind, words: &Words) -> String {
    let key = match kind {
        PromptKind::Technical => "interview-kind-technical",
        PromptKind::Design => "interview-kind-design",
        PromptKind::Debug => "interview-kind-debug",
        PromptKind::Review => "interview-kind-review",
        PromptKind::Behavioural => "interview-kind-behavioural",
    };
    words.get(key).into_owned()
}

/// What the clock does.
pub fn pressure(pressure: Pressure, words: &Words) -> String {
    let key = match pressure {
        Pressure::Real => "interview-pressure-real",
        Pressure::Relaxed => "interview-pressure-relaxed",
        Pressure::Untimed => "interview-pressure-untimed",
    };
    words.get(key).into_owned()
}

/// More time.
pub fn extra(extra: Extra, words: &Words) -> String {
    let key = match extra {
        Extra::None => "interview-extra-none",
        Extra::Half => "interview-extra-half",
        Extra::Double => "interview-extra-double",
    };
    words.get(key).into_owned()
}

/// A signal.
pub fn signal(signal: Signal, words: &Words) -> String {
    let key = match signal {
        Signal::Requirements => "interview-signal-requirements",
        Signal::Design => "interview-signal-design",
        Signal::Scale => "interview-signal-scale",
        Signal::Failure => "interview-signal-failure",
        Signal::Communication => "interview-signal-communication",
        Signal::Situation => "interview-signal-situation",
        Signal::Task => "interview-signal-task",
        Signal::Action => "interview-signal-action",
        Signal::Result => "interview-signal-result",
        Signal::Reflection => "interview-signal-reflection",
    };
    words.get(key).into_owned()
}

/// How far a story reached.
pub fn scope(scope: Scope, words: &Words) -> String {
    let key = match scope {
        Scope::OwnTask => "interview-scope-own-task",
        Scope::Team => "interview-scope-team",
        Scope::Ambiguity => "interview-scope-ambiguity",
        Scope::Teams => "interview-scope-teams",
        Scope::Company => "interview-scope-company",
    };
    words.get(key).into_owned()
}

/// The name of a row of the signals.
pub fn signal_row(row: SignalRow, words: &Words) -> String {
    match row {
        SignalRow::Signal(of, _) => signal(of, words),
        SignalRow::Scope(_) => words.get("interview-signal-scope").into_owned(),
    }
}

/// A band, such as "near the level".
pub fn band(band: Band, words: &Words) -> String {
    let key = match band {
        Band::Below => "interview-band-below",
        Band::Near => "interview-band-near",
        Band::At => "interview-band-at",
        Band::Above => "interview-band-above",
    };
    words.get(key).into_owned()
}

/// Band and reached level in one sentence.
pub fn verdict(verdict: &Verdict, target: u8, words: &Words) -> String {
    let band = band(verdict.band, words);
    let with = [("reached", verdict.reached.into()), ("target", target.into()), ("band", band.into())];
    match (verdict.reached, verdict.capped) {
        (0, false) if verdict.band == Band::Near && target > 1 => words.fmt("interview-verdict-open", &with[1..2]),
        (0, false) => words.fmt("interview-verdict-none", &with[1..]),
        (0, true) => words.fmt("interview-verdict-capped-none", &with[1..]),
        (_, false) => words.fmt("interview-verdict", &with),
        (_, true) => words.fmt("interview-verdict-capped", &with),
    }
}

/// What to keep: of a first try nobody can say that it is there only now.
pub fn keep(keep: Keep, first: bool, point: &str, words: &Words) -> String {
    let key = match (first, keep.new) {
        (true, _) => "interview-keep-first",
        (false, true) => "interview-keep-new",
        (false, false) => "interview-keep",
    };
    words.fmt(key, &[("point", point.into())])
}

/// Points more or fewer than in the try before.
pub fn trend(trend: i8, words: &Words) -> String {
    let with = [("points", trend.unsigned_abs().into())];
    match trend.signum() {
        1 => words.fmt("interview-trend-more", &with),
        -1 => words.fmt("interview-trend-fewer", &with),
        _ => words.get("interview-trend-same").into_owned(),
    }
}

/// How far the prediction was off.
pub fn off(off: i8, words: &Words) -> String {
    let with = [("points", off.unsigned_abs().into())];
    match off.signum() {
        1 => words.fmt("interview-off-high", &with),
        -1 => words.fmt("interview-off-low", &with),
        _ => words.get("interview-off-exact").into_owned(),
    }
}

/// Calibration over the last answers, in a sentence.
pub fn calibration(of: Calibration, words: &Words) -> String {
    let points = f64::from((of.mean.abs() * 10.0).round()) / 10.0;
    let with = [("answers", of.answers.into()), ("points", points.into())];
    match of.leaning() {
        Leaning::Unknown => words.get("interview-calibration-unknown").into_owned(),
        Leaning::Close => words.fmt("interview-calibration-close", &with),
        Leaning::High => words.fmt("interview-calibration-high", &with),
        Leaning::Low => words.fmt("interview-calibration-low", &with),
    }
}

impl Notice {
    /// In a sentence, for the status row.
    pub fn say(self, words: &Words) -> String {
        let key = match self {
            Notice::NothingToUndo => "interview-notice-nothing-to-undo",
            Notice::TimeWasUp => "interview-notice-time-was-up",
            Notice::AskedAlready => "interview-notice-asked-already",
            Notice::NothingToAsk => "interview-notice-nothing-to-ask",
            Notice::NoOther => "interview-notice-no-other",
            Notice::OnlyPoints(n) => return words.fmt("interview-notice-only-points", &[("points", n.into())]),
            Notice::NoSuggestion => "interview-notice-no-suggestion",
            Notice::JustBegan => "interview-notice-just-began",
            Notice::OnceMoreDiscards => "interview-notice-once-more-discards",
            Notice::UpToThree => "interview-notice-up-to-three",
            Notice::OneToFive => "interview-notice-one-to-five",
        };
        words.get(key).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rubric::Score;

    fn said(reached: u8, capped: bool, of: Band) -> String {
        let of = Verdict { score: Score::default(), reached, capped, band: of };
        verdict(&of, 2, &Words::of("en"))
    }

    #[test]
    fn a_verdict_is_one_sentence_with_band_and_level() {
        assert_eq!(said(2, false, Band::At), "You reached level 2 where 2 was asked for: at the level.");
        assert_eq!(said(0, false, Band::Below), "You reached no level yet where 2 was asked for: below the level.");
        assert!(said(1, true, Band::Near).contains("keeps you at level 1"));
    }

    #[test]
    fn calibration_is_said_in_both_languages_with_one_decimal() {
        let of = Calibration { mean: 4.0 / 3.0, answers: 3 };
        let en = calibration(of, &Words::of("en"));
        assert_eq!(en, "In your last 3 answers you expected 1.3 points more on average than there were.");
        assert!(calibration(of, &Words::of("id")).contains("1,3 poin"));
    }

    #[test]
    fn a_trend_and_a_prediction_are_said_by_their_sign() {
        let words = Words::of("en");
        assert_eq!(trend(1, &words), "one point more than last time");
        assert_eq!(trend(-2, &words), "2 points fewer than last time");
        assert_eq!(
            (trend(0, &words), off(0, &words)),
            ("as many points as last time".into(), "Your prediction was exact.".into())
        );
        assert_eq!(off(-2, &words), "You expected 2 fewer.");
    }
}
