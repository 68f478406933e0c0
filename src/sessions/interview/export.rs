//! An attempt as Markdown.

use crate::domain::interview::Rehearsed;
use crate::domain::rubric::{Mark, Prompt};

/// The question, what was said, the marks and the model answer; what the author and the learner wrote, in the interview's language, without words of
/// the program but the marks.
pub fn markdown(prompt: &Prompt, rehearsed: &Rehearsed) -> String {
    let lang = rehearsed.lang;
    let mut out = format!("# {}\n\n{}", prompt.title.get(lang), quoted(prompt.ask.get(lang)));
    for turn in &rehearsed.turns {
        if let Some(point) = prompt.point(&turn.about) {
            out += &format!("\n{}", quoted(point.follow_up.get(lang)));
        }
        if !turn.text.trim().is_empty() {
            out += &format!("\n{}\n", turn.text.trim());
        }
    }
    out.push('\n');
    for point in &rehearsed.points {
        let text = prompt.point(&point.point).map_or(&*point.point, |p| p.text.get(lang));
        out += &format!("- [{}] {text}\n", sign(point.mark));
    }
    out + &format!("\n---\n\n{}\n", prompt.model_full.get(lang).trim())
}

/// An attempt at a prompt that is not installed any more: what was said and the marks, by the names of the points.
pub fn without_prompt(rehearsed: &Rehearsed) -> String {
    let mut out = format!("# {}\n", rehearsed.prompt);
    for turn in &rehearsed.turns {
        out += &format!("\n{}\n", turn.text.trim());
    }
    out.push('\n');
    for point in &rehearsed.points {
        out += &format!("- [{}] {}\n", sign(point.mark), point.point);
    }
    out
}

/// A text as a quote; its lines stay lines.
pub fn quoted(text: &str) -> String {
    let rows: Vec<String> =
        text.trim().lines().map(|line| format!("> {}", line.trim()).trim_end().to_owned()).collect();
    // Two spaces end a line without ending the paragraph; the last one needs none.
    rows.join("  \n") + "\n"
}

/// What stands in the box of a point.
pub fn sign(mark: Mark) -> char {
    match mark {
        Mark::Met => 'x',
        Mark::Partly => '~',
        Mark::Missed => ' ',
    }
}
