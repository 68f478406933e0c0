//! `jenjang today`: the plan, for people, prompts and programs.

use serde_json::json;

use crate::sessions::study::{PlanRow, Study};
use crate::words::Words;

use super::args::{Global, TodayArgs};
use super::exit::{DONE, Failure, NOTHING};
use super::json;
use super::world::World;

/// Runs the command.
pub fn run(global: &Global, args: &TodayArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, true)?;
    let study = world.study()?;
    let utc = world.clock.now().utc;
    let due = due(&study);
    let code = if due > 0 { DONE } else { NOTHING };
    if args.check {
        return Ok(code);
    }
    if global.json {
        json::print("today", global.profile.as_deref(), report(&study))?;
        return Ok(DONE);
    }
    let words = &world.room.words;
    let lang = world.room.settings.prefs.lang;
    if let Some(format) = &args.format {
        let lesson = study.plan.rows.iter().find_map(|r| match r {
            PlanRow::Lesson { title, .. } => Some(title.get(lang).to_owned()),
            _ => None,
        });
        let minutes: u16 = study.plan.rows.iter().map(PlanRow::minutes).sum();
        let line = format
            .replace("{due}", &due.to_string())
            .replace("{min}", &minutes.to_string())
            .replace("{later}", &study.plan.later.0.to_string())
            .replace("{lesson}", &lesson.unwrap_or_default());
        outln!("{line}");
        return Ok(DONE);
    }
    for line in lines(&study, words, lang, utc) {
        outln!("{line}");
    }
    Ok(DONE)
}

/// Items that today's plan reviews or resumes.
fn due(study: &Study) -> u32 {
    let of = |row: &PlanRow| match row {
        PlanRow::Review { items, .. } => *items,
        PlanRow::Resume { ahead, .. } => u32::from(*ahead),
        PlanRow::Lesson { .. } | PlanRow::Questions { .. } | PlanRow::Ask { .. } => 0,
    };
    study.plan.rows.iter().map(of).sum()
}

/// The plan as lines.
pub fn lines(study: &Study, words: &Words, lang: crate::domain::text::Lang, utc: i64) -> Vec<String> {
    let mut lines = Vec::new();
    if study.plan.rows.is_empty() {
        lines.push(words.get("cli-today-done").into_owned());
    }
    for row in &study.plan.rows {
        let minutes = words.minutes(u64::from(row.minutes()));
        lines.push(match row {
            PlanRow::Resume { behind, ahead, .. } => words.fmt(
                "cli-today-resume",
                &[("done", (*behind).into()), ("ahead", (*ahead).into()), ("minutes", minutes.into())],
            ),
            PlanRow::Review { items, .. } => {
                words.fmt("cli-today-review", &[("n", (*items).into()), ("minutes", minutes.into())])
            }
            PlanRow::Lesson { title, topic, .. } => {
                let values =
                    [("title", title.get(lang).into()), ("topic", topic.local().into()), ("minutes", minutes.into())];
                match study.lesson_for(topic) {
                    Some(level) => words.fmt("cli-today-lesson-for", &[&values[..], &[("n", level.into())]].concat()),
                    None => words.fmt("cli-today-lesson", &values),
                }
            }
            PlanRow::Questions { title, items, .. } => words.fmt(
                "cli-today-questions",
                &[("title", title.get(lang).into()), ("n", (*items).into()), ("minutes", minutes.into())],
            ),
            PlanRow::Ask { answer, .. } => words.fmt(
                "cli-today-ask",
                &[
                    ("title", answer.title.get(lang).into()),
                    ("prompt", answer.prompt.as_str().into()),
                    ("minutes", minutes.into()),
                ],
            ),
        });
    }
    if let Some((n, minutes)) = study.coming_back(utc) {
        lines.push(words.fmt("cli-today-step", &[("n", n.into()), ("when", words.in_minutes(minutes).into())]));
    }
    if study.plan.done.any() {
        let done = &study.plan.done;
        lines.push(words.fmt(
            "cli-today-so-far",
            &[
                ("right", done.right.into()),
                ("n", done.answers.into()),
                ("lessons", done.lessons.into()),
                ("rehearsals", done.rehearsals.into()),
                ("minutes", words.minutes(u64::from(done.minutes)).into()),
            ],
        ));
    }
    let (later, days) = study.plan.later;
    if later > 0 {
        lines.push(words.fmt("cli-today-later", &[("n", later.into()), ("days", days.into())]));
    }
    for (_, title, recall) in &study.fading {
        lines.push(words.fmt("cli-today-fading", &[("title", title.get(lang).into()), ("n", (*recall).into())]));
    }
    let studied = study.week.studied.iter().filter(|s| **s).count();
    lines.push(words.fmt("cli-today-week", &[("n", studied.into()), ("aim", study.week.aim.into())]));
    lines
}

fn report(study: &Study) -> serde_json::Value {
    let row = |row: &PlanRow| match row {
        PlanRow::Resume { behind, ahead, minutes } => {
            json!({ "kind": "resume", "behind": behind, "items": ahead, "minutes": minutes })
        }
        PlanRow::Review { items, minutes, from, .. } => {
            let from: Vec<_> = from.iter().map(|(t, n)| json!({ "unit": json::text(t), "items": n })).collect();
            json!({ "kind": "review", "items": items, "minutes": minutes, "units": from })
        }
        PlanRow::Lesson { topic, minutes, .. } => {
            json!({ "kind": "lesson", "topic": topic.as_str(), "minutes": minutes, "for_level": study.lesson_for(topic) })
        }
        PlanRow::Questions { topic, items, minutes, .. } => {
            json!({ "kind": "questions", "topic": topic.as_str(), "items": items, "minutes": minutes })
        }
        PlanRow::Ask { answer: a, weak } => json!({
            "kind": "ask", "prompt": a.prompt.as_str(), "title": json::text(&a.title), "weak": weak, "minutes": a.minutes,
        }),
    };
    let plan: Vec<_> = study.plan.rows.iter().map(row).collect();
    json!({
        "budget_min": study.plan.budget_min,
        "due_today": due(study),
        "due_later": study.plan.later.0,
        "plan": plan,
        "answered_today": study.plan.done.answers,
        "rehearsed_today": study.plan.done.rehearsals,
        "next_answer": study.plan.answer.as_ref().map(|a| json!({
            "prompt": a.prompt.as_str(), "title": json::text(&a.title), "minutes": a.minutes, "begun": a.begun,
            "mock": a.mock.is_some(),
        })),
        "study_days_this_week": study.week.studied.iter().filter(|s| **s).count(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::TopicId;
    use crate::domain::text::{Lang, Text};

    #[test]
    fn a_lesson_that_the_gap_plan_has_brought_says_for_which_level() {
        let topic = TopicId::new("p", "caching");
        let row = PlanRow::Lesson {
            topic: topic.clone(),
            title: Text { en: "Caching".into(), id: "".into() },
            unit: Text::default(),
            minutes: 8,
        };
        let mut study = Study::default();
        study.plan.rows = vec![row];
        let first = |study: &Study| lines(study, &Words::of("en"), Lang::En, 0).remove(0);
        assert_eq!(first(&study), "Lesson: Caching (caching), 8 min.");
        (study.aim, study.gaps) = (Some(3), [topic].into());
        assert_eq!(first(&study), "Lesson: Caching (caching), for Level 3, 8 min.");
        assert_eq!(report(&study)["plan"][0]["for_level"], 3);
    }
}
