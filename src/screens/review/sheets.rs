//! What lies over a question: pause, what is wrong with it, why the own answer counts.

use crate::domain::event::CountReason;
use crate::sessions::action::{Action, State};
use crate::sessions::review::{COUNT_REASONS, FLAG_REASONS, PAUSE_ROWS, PauseRow, Review};
use crate::ui::footer::{Footer, Hint};
use crate::ui::ink::{Run, good, key, text, warn};
use crate::ui::list::Row;
use crate::ui::page::{LEFT, Page};
use crate::ui::sheet::{Sheet, keyed};
use crate::words::Words;

use super::look::flow;

/// Width of every sheet, with its border.
const WIDTH: i32 = 58;

/// Cells of a sheet that its border and margins take.
const FRAME: i32 = 8;

fn pause_row(words: &Words, row: PauseRow, is_kept: bool) -> (String, &'static str) {
    let (name, key) = match row {
        PauseRow::Continue => (words.get("review-pause-continue"), "Enter"),
        PauseRow::Finish => (words.get("review-pause-finish"), "f"),
        PauseRow::Leave if is_kept => (words.get("review-pause-leave"), "q"),
        PauseRow::Leave => (words.get("review-pause-leave-alone"), "q"),
        PauseRow::Shorten => (words.get("review-pause-shorten"), "5"),
        PauseRow::Undo => (words.get("review-pause-undo"), "u"),
    };
    (name.into_owned(), key)
}

/// The pause sheet over a page that is drawn already.
pub fn pause(page: &mut Page, words: &Words, review: &Review, row: usize) {
    let ahead = review.items.len().saturating_sub(review.at);
    let waiting = review.unsaved();
    let (mark, sentence) = if waiting > 0 {
        (warn("!"), words.fmt("review-pause-waiting", &[("n", waiting.into())]))
    } else {
        let values = [("saved", review.results.len().into()), ("ahead", ahead.into())];
        let key = if review.is_kept() { "review-pause-saved" } else { "review-pause-saved-alone" };
        (good("✓"), words.fmt(key, &values))
    };
    let room = usize::try_from(WIDTH.min(page.width()) - FRAME).unwrap_or(0);
    let said = flow(&[mark, text(format!(" {sentence}"))], room);
    let title = words.get("review-pause-title");
    // Free rows at the top and the bottom of the sheet, where the window has them.
    let pad = i32::from(page.height() >= 15);
    let height = 3 + 2 * pad + (PAUSE_ROWS.len() + said.len()) as i32;
    Sheet { title: &title, count: "", width: WIDTH, height, top: None }.draw(page, |inside| {
        for (i, what) in PAUSE_ROWS.into_iter().enumerate() {
            let (name, key) = pause_row(words, what, review.is_kept());
            keyed(vec![text(name)], key, i == row).draw(inside, pad + i as i32);
        }
        for (i, runs) in said.iter().enumerate() {
            inside.put(LEFT, 1 + pad + (PAUSE_ROWS.len() + i) as i32, runs);
        }
    });
    let mut footer = Footer::of(State::Pause, words).labelled(Action::Undo, &words.get("hint-undo"));
    footer.hints.push(Hint::new("Ctrl-C", words.get("review-again-quits")));
    footer.draw(page);
}

/// What is wrong with the question.
pub fn flag(page: &mut Page, words: &Words, row: usize) {
    let reasons: Vec<String> = FLAG_REASONS.iter().map(|key| words.get(key).into_owned()).collect();
    choice(page, words, &words.get("review-flag-title"), &reasons, row, State::FlagSheet);
}

/// Why the own answer counts.
pub fn count(page: &mut Page, words: &Words, row: usize) {
    let reasons: Vec<String> = COUNT_REASONS
        .iter()
        .map(|reason| {
            let key = match reason {
                CountReason::Synonym => "count-synonym",
                CountReason::Typo => "count-typo",
                CountReason::BadQuestion => "count-bad-question",
            };
            words.get(key).into_owned()
        })
        .collect();
    choice(page, words, &words.get("review-count-title"), &reasons, row, State::CountSheet);
}

fn choice(page: &mut Page, words: &Words, title: &str, rows: &[String], focus: usize, state: State) {
    let height = 4 + rows.len() as i32;
    Sheet { title, count: "", width: WIDTH, height, top: None }.draw(page, |inside| {
        for (i, row) in rows.iter().enumerate() {
            let label: Vec<Run> = vec![key((i + 1).to_string()), text("  "), text(row.as_str())];
            Row::new(label).focused(i == focus).draw(inside, 1 + i as i32);
        }
    });
    Footer::of(state, words).draw(page);
}
