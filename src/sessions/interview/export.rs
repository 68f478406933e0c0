//! An attempt as Markdown.

use crate::domain::interview::Rehearsed;
use crate::domain::rubric::{Mark, Prompt};
use crate::prose::{Written, written};

/// What code stands between, and what it does where it holds that sign itself.
const FENCE: &str = "```";
const OTHER_FENCE: &str = "~~~";

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

/// A text as a quote; its lines stay lines, and what stands as it was written is set as code.
pub fn quoted(text: &str) -> String {
    let lines = written(text);
    let is_kept = |line: Option<&Written<'_>>| matches!(line, Some(Written::Kept(_)));
    let fence = if text.contains(FENCE) { OTHER_FENCE } else { FENCE };
    let mut out = String::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        let after = lines.get(at + 1);
        match line {
            Written::Running(line) => {
                out += format!("> {line}").trim_end();
                // Two spaces end a line without ending the paragraph; the last one needs none.
                out += if after.is_none() || is_kept(after) { "\n" } else { "  \n" };
            }
            Written::Kept(line) => {
                let begins = if is_kept(before) { String::new() } else { format!("> {fence}\n") };
                let ends = if is_kept(after) { String::new() } else { format!("> {fence}\n") };
                out += &format!("{begins}> {line}\n{ends}");
            }
        }
    }
    if out.is_empty() { "\n".to_owned() } else { out }
}

/// What a line of [`quoted`] says, behind its sign; `None` for one that only begins or ends code.
pub fn unquoted(line: &str) -> Option<&str> {
    let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
    Some(line).filter(|line| ![FENCE, OTHER_FENCE].contains(line))
}

/// What stands in the box of a point.
pub fn sign(mark: Mark) -> char {
    match mark {
        Mark::Met => 'x',
        Mark::Partly => '~',
        Mark::Missed => ' ',
    }
}
