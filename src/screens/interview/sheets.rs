//! What lies over an interview: pause, and what to ask back.

use crate::sessions::action::{Action, State};
use crate::sessions::interview::{Interview, PauseRow};
use crate::ui::footer::{Footer, Hint};
use crate::ui::ink::{Run, good, key, text};
use crate::ui::list::Row;
use crate::ui::look::flow;
use crate::ui::page::{LEFT, Page};
use crate::ui::screen::Scene;
use crate::ui::sheet::{Sheet, keyed};
use crate::words::Words;

/// Width of every sheet, with its border.
const WIDTH: i32 = 58;
/// Width of the sheet with questions, which are sentences.
const WIDE: i32 = 72;
/// Cells of a sheet that its border and margins take.
const FRAME: i32 = 8;

fn pause_row(words: &Words, row: PauseRow) -> (String, &'static str) {
    let (name, key) = match row {
        PauseRow::Continue => (words.get("review-pause-continue"), "Enter"),
        PauseRow::Finish => (words.get("interview-pause-finish"), "f"),
        PauseRow::Leave => (words.get("review-pause-leave"), "q"),
        PauseRow::Undo => (words.get("interview-pause-undo"), "u"),
        PauseRow::Discard => (words.get("interview-pause-discard"), "x"),
    };
    (name.into_owned(), key)
}

/// The pause sheet over a page that is drawn already.
pub fn pause(page: &mut Page, words: &Words, interview: &Interview, row: usize) {
    let rows = interview.pause_rows();
    let clock = interview.clock().is_some_and(|clock| clock.limit_ms.is_some());
    let sentence = words.get(if clock { "interview-pause-clock" } else { "interview-pause-saved" });
    let room = usize::try_from(WIDTH.min(page.width()) - FRAME).unwrap_or(0);
    let said = match rows.get(row) {
        Some(PauseRow::Discard) => flow(&[text(words.get("interview-notice-once-more-discards").into_owned())], room),
        _ => flow(&[good("✓"), text(format!(" {sentence}"))], room),
    };
    let title = words.get("review-pause-title");
    // Free rows at the top and the bottom of the sheet, where the window has them.
    let pad = i32::from(page.height() >= 15);
    let low = page.height() < 13;
    let said_rows = if low { 0 } else { said.len() + 1 };
    let height = 2 + 2 * pad + (rows.len() + said_rows) as i32;
    Sheet { title: &title, count: "", width: WIDTH, height, top: None }.draw(page, |inside| {
        for (i, what) in rows.iter().enumerate() {
            let (name, key) = pause_row(words, *what);
            keyed(vec![text(name)], key, i == row).draw(inside, pad + i as i32);
        }
        for (i, runs) in said.iter().enumerate().filter(|_| !low) {
            inside.put(LEFT, 1 + pad + (rows.len() + i) as i32, runs);
        }
    });
    let mut footer = Footer::of(State::InterviewPause, words);
    if !rows.contains(&PauseRow::Finish) {
        footer = footer.without(Action::Finish);
    }
    footer.hints.push(Hint::new("Ctrl-C", words.get("review-again-quits")));
    footer.draw(page);
}

/// What to ask back.
pub fn clarify(page: &mut Page, scene: &Scene, interview: &Interview, row: usize) {
    let Some(asked) = &interview.asked else { return };
    let words = scene.words;
    let width = WIDE.min(page.width() - 4);
    let room = usize::try_from(width - FRAME - 3).unwrap_or(0);
    let rows: Vec<Vec<Vec<Run>>> =
        asked.prompt().clarify.iter().map(|c| flow(&[text(c.ask.get(asked.setup.lang).to_owned())], room)).collect();
    let height = 4 + rows.iter().map(Vec::len).sum::<usize>() as i32;
    let title = words.get("interview-clarify-title");
    Sheet { title: &title, count: "", width, height, top: None }.draw(page, |inside| {
        let mut y = 1;
        for (i, lines) in rows.iter().enumerate() {
            for (j, line) in lines.iter().enumerate() {
                let digit = if j == 0 { key((i + 1).to_string()) } else { text(" ") };
                let label: Vec<Run> = [vec![digit, text("  ")], line.clone()].concat();
                Row::new(label).focused(i == row).draw(inside, y);
                y += 1;
            }
        }
        // The cursor stands on the first row of a question that takes several.
        let before: usize = rows.iter().take(row).map(Vec::len).sum();
        inside.set_cursor(LEFT, 1 + before as i32);
    });
    Footer::of(State::InterviewClarify, words).draw(page);
}
