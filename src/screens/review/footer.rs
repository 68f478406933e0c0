//! What the keys do, fitted to the moment.

use crate::domain::question::Kind;
use crate::sessions::action::{Action, State};
use crate::sessions::question::{Asking, Entry};
use crate::sessions::review::{Done, Stage, SummaryRow, Told};
use crate::ui::footer::{Footer, Hint};
use crate::ui::screen::Scene;
use crate::words::Words;

use super::ReviewScreen;

/// The footer of what is on the screen.
pub fn of(screen: &ReviewScreen, scene: &Scene) -> Footer {
    let words = scene.words;
    if let Some(note) = &screen.note {
        return note.footer(scene);
    }
    match screen.shown() {
        Stage::Asking(asking) => asked(asking, words),
        Stage::Told(told) => self::told(told, words),
        Stage::Done(done) if scene.study.preview => {
            // What was tried was begun in the preview, and every way out leads there.
            let back = words.get("hint-back");
            let footer = self::done(done, words).labelled(Action::Back, &back);
            if done.rows.is_empty() { footer.without(Action::Enter) } else { footer }
        }
        Stage::Done(done) => self::done(done, words),
        Stage::Waiting | Stage::Loading(_) => {
            Footer::of(State::Summary, words).without(Action::Enter).without(Action::Undo)
        }
        Stage::Empty => {
            let to_today = words.get("hint-to-today");
            Footer::of(State::Summary, words)
                .labelled(Action::Enter, &to_today)
                .without(Action::Undo)
                .without(Action::Back)
        }
    }
}

fn asked(asking: &Asking, words: &Words) -> Footer {
    let mut footer = Footer::of(asking.state(), words);
    let digits = |n: usize| if n > 1 { format!("1-{n}") } else { "1".to_owned() };
    match (&asking.entry, &asking.question().kind) {
        (Entry::Pick(input), _) => footer = footer.named(Action::Choose, &digits(input.shown.len())),
        (Entry::Multi(input), _) => footer = footer.named(Action::Choose, &digits(input.shown.len())),
        (Entry::Verdict(input), _) => {
            footer = footer.named(Action::Choose, "1-2").named(Action::PairLetter, &letters(input.shown.len()));
        }
        (Entry::Order(input), _) => footer = footer.named(Action::Choose, &digits(input.label.len())),
        (Entry::Pairs(input), _) => footer = footer.named(Action::PairLetter, &letters(input.rights.len())),
        (Entry::Scenario(input), _) => {
            footer = footer.named(Action::Choose, &digits(input.shown[input.scene].len()));
            if input.way.is_empty() {
                footer = footer.without(Action::Erase).without(Action::Recall);
            }
        }
        (Entry::Typed(input), Kind::Short(_) | Kind::Drill(_)) => {
            footer = footer.without(Action::NextGap);
            if input.bank.is_empty() {
                footer = footer.without(Action::WordBank);
            }
        }
        (Entry::Typed(input), _) if input.bank.is_empty() => footer = footer.without(Action::WordBank),
        _ => {}
    }
    if asking.question().hint.is_empty() || asking.hint {
        footer = footer.without(Action::Hint);
    }
    if asking.guess {
        footer = footer.labelled(Action::Guess, &words.get("review-no-guess"));
    }
    if !matches!(asking.entry, Entry::Typed(_)) {
        insert_before_esc(&mut footer, Hint::new("u", words.get("hint-undo")));
    }
    footer
}

fn letters(n: usize) -> String {
    let last = char::from_u32(u32::from(b'a') + n.saturating_sub(1) as u32).unwrap_or('a');
    if n > 1 { format!("a-{last}") } else { "a".to_owned() }
}

fn insert_before_esc(footer: &mut Footer, hint: Hint) {
    let at = footer.hints.iter().position(|h| h.key == "Esc").unwrap_or(footer.hints.len());
    footer.hints.insert(at, hint);
}

fn told(told: &Told, words: &Words) -> Footer {
    let mut footer = Footer::of(State::Feedback, words);
    if !told.can_count() || told.counted.is_some() {
        footer = footer.without(Action::CountMine);
    }
    if told.taken_back.is_some() {
        let (as_it_was, anew) = (words.get("review-as-it-was"), words.get("review-anew"));
        footer = footer.labelled(Action::Next, &as_it_was).labelled(Action::AnswerAgain, &anew);
    }
    if told.flagged {
        footer = footer.labelled(Action::Flag, &words.get("review-flagged"));
    }
    footer
}

fn done(done: &Done, words: &Words) -> Footer {
    let key = match done.rows.get(done.focus) {
        Some(SummaryRow::ComeBack(_)) => "review-do-ask",
        Some(SummaryRow::ReadSection { .. }) => "review-do-read",
        Some(SummaryRow::MoreQuestions { .. }) => "review-do-practise",
        Some(SummaryRow::NextInPlan(_)) => "hint-next-in-plan",
        None => "hint-to-today",
    };
    let mut footer = Footer::of(State::Summary, words).labelled(Action::Enter, &words.get(key));
    if done.rows.len() > 1 {
        footer.hints.insert(0, Hint::new("j/k", words.get("hint-choose")));
    }
    footer
}
