//! A report as JSON, for `--json`.

use serde_json::{Value, json};

use crate::domain::text::Text;
use crate::sessions::mock::{Area, Readiness, Report, Share, ThingKind, Trend};
use crate::words::iso_date;

use super::planned;

/// The report of a mock interview. Points are those of its level and below; a partly met point is half a point.
pub fn report(report: &Report) -> Value {
    let mocked = &report.mocked;
    let readiness = match report.readiness() {
        Readiness::Unknown => "unknown",
        Readiness::NotYet => "not_yet",
        Readiness::Borderline => "borderline",
        Readiness::Ready => "ready",
    };
    let thing = |thing: &crate::sessions::mock::Thing| {
        json!({
            "item": thing.item.to_string(),
            "kind": match thing.kind { ThingKind::Drill => "drill", ThingKind::Answer => "answer" },
            "title": text(&thing.title),
            "area": text(&thing.area),
            "minutes": thing.minutes,
        })
    };
    let question = |row: &crate::sessions::mock::report::Row| {
        json!({
            "event": row.id.to_string(),
            "prompt": row.prompt.to_string(),
            "title": text(&row.title),
            "area": text(&row.area),
            "points": share(row.share),
            "verdict": row.verdict.as_ref().map(super::super::interview::report::verdict),
            "missed": row.missed.iter().map(text).collect::<Vec<_>>(),
            "used_ms": row.used_ms,
            "planned_ms": (row.planned_ms > 0).then_some(row.planned_ms),
        })
    };
    let predicted = report.predicted.as_ref().map(|p| {
        json!({
            "expected": p.expected, "graded": p.first, "after_models": p.after,
            "mean": p.calibration.mean, "answers": p.calibration.answers,
        })
    });
    let fillers: Vec<Value> = report.fillers.found.iter().map(|(word, n)| json!({ "word": word, "n": n })).collect();
    json!({
        "sitting": mocked.sitting.to_string(),
        "day": iso_date(mocked.day.0),
        "minutes": mocked.minutes,
        "level": mocked.level,
        "seed": mocked.seed,
        "track": (!mocked.track.is_empty()).then_some(&mocked.track),
        "planned": planned(report),
        "stopped_early": mocked.early,
        "readiness": readiness,
        "line_percent": crate::sessions::mock::report::LINE,
        "points": share(report.share),
        "areas": report.areas.iter().map(area).collect::<Vec<_>>(),
        "weakest": report.weakest().map(|area| text(&area.title)),
        "calibration": predicted,
        "pace": {
            "answers": report.pace.answers,
            "over_time": report.pace.over,
            "over_time_without_thinking": report.pace.over_unthought,
            "without_thinking": report.pace.unthought,
            "untimed": report.pace.untimed,
        },
        "fillers": { "words": report.fillers.words, "found": fillers },
        "next_time": report.things.iter().map(thing).collect::<Vec<_>>(),
        "retest": report.retest.map(|(day, minutes)| json!({ "day": iso_date(day.0), "minutes": minutes })),
        "questions": report.rows.iter().map(question).collect::<Vec<_>>(),
        "earlier": report.earlier.as_ref().map(|earlier| json!({ "level": earlier.level, "points": share(earlier.share) })),
    })
}

fn share(share: Share) -> Value {
    json!({ "made": share.made(), "of": share.points(), "percent": share.percent() })
}

fn area(area: &Area) -> Value {
    let trend = match area.trend() {
        Trend::New => "new",
        Trend::Up => "up",
        Trend::Flat => "flat",
        Trend::Down => "down",
    };
    json!({
        "title": text(&area.title),
        "points": share(area.share),
        "below_line": area.is_below(),
        "answers": area.answers,
        "used_ms": area.used_ms,
        "planned_ms": (area.planned_ms > 0).then_some(area.planned_ms),
        "before_percent": area.before,
        "trend": trend,
    })
}

fn text(text: &Text) -> Value {
    json!({ "en": text.en, "id": text.id })
}
