//! An attempt as Markdown.

use crate::domain::interview::Rehearsed;
use crate::domain::rubric::{Mark, Prompt};

/// The question, what was said, the marks and the model answer; what the author and the learner wrote, in the interview's language, without words of
/// the program but the marks.
pub fn markdown(prompt: &Prompt, rehearsed: &Rehearsed) -> String {
    let lang = rehearsed.lang;
    let mut out = format!("# {}\n\n> {}\n", prompt.title.get(lang), prompt.ask.get(lang).trim());
    for turn in &rehearsed.turns {
        if let Some(point) = prompt.point(&turn.about) {
            out += &format!("\n> {}\n", point.follow_up.get(lang).trim());
        }
        out += &format!("\n{}\n", turn.text.trim());
    }
    out.push('\n');
    for point in &rehearsed.points {
        let sign = match point.mark {
            Mark::Met => "x",
            Mark::Partly => "~",
            Mark::Missed => " ",
        };
        let text = prompt.point(&point.point).map_or(&*point.point, |p| p.text.get(lang));
        out += &format!("- [{sign}] {text}\n");
    }
    out + &format!("\n---\n\n{}\n", prompt.model_full.get(lang).trim())
}
