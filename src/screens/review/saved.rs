//! What was saved, when it comes back, and the grades that can change it.

use crate::domain::event::{CountReason, Rating, Setting, What};
use crate::domain::time::StudyDay;
use crate::sessions::review::Told;
use crate::ui::ink::{self, Run, key, muted, run, strong, text};
use crate::ui::page::LEFT;
use crate::ui::theme::Token;
use crate::words::Words;

use super::lines::{self, Line, stack};
use super::look::{Look, flow};

/// The four grades.
const GRADES: [Rating; 4] = [Rating::Forgot, Rating::Hard, Rating::Good, Rating::Easy];

/// Cells between two grades.
const GAP: i32 = 4;

/// The word for a grade.
pub fn word(words: &Words, rating: Rating) -> String {
    let key = match rating {
        Rating::Forgot => "grade-forgot",
        Rating::Hard => "grade-hard",
        Rating::Good => "grade-good",
        Rating::Easy => "grade-easy",
    };
    words.get(key).into_owned()
}

/// The rows that stay at the bottom of the feedback. `more` says that there is more text above them.
pub fn lines(look: &Look, told: &Told, today: StudyDay, grade_keys: u8, more: bool) -> Vec<Line> {
    let right = if more { lines::more(look.words) } else { Vec::new() };
    let mut out = vec![Line { rule: true, right, ..Line::default() }];
    let sentence = sentence(look, told, today);
    out.extend(stack(flow(&ink::rich(&sentence), look.room(LEFT)), LEFT));
    let (grades, rung) = grades(look, told, grade_keys);
    let change = muted(look.words.get("review-change-grade").into_owned());
    out.push(Line::at(LEFT, grades).right(if look.small() { Vec::new() } else { vec![change] }));
    out.push(Line { rung, ..Line::default() });
    out
}

/// The same in one row, for a window of a few rows: the grades, and when it comes back.
pub fn short(look: &Look, told: &Told, today: StudyDay, grade_keys: u8) -> Line {
    let (grades, _) = grades(look, told, grade_keys);
    let when = match told.after {
        Some(memory) if !is_practice(told) && memory.in_step() => look.words.in_minutes(10),
        Some(memory) if !is_practice(told) => {
            look.words.in_days(u32::try_from(memory.due_day.since(today)).unwrap_or(0))
        }
        _ => String::new(),
    };
    let when = if told.taken_back.is_some() { look.words.get("review-taken-back-small").into_owned() } else { when };
    Line::at(LEFT, grades).right(vec![text(when)])
}

fn sentence(look: &Look, told: &Told, today: StudyDay) -> String {
    if told.taken_back.is_some() {
        return look.words.get("review-taken-back").into_owned();
    }
    let grade = word(look.words, told.rating);
    let back = comes_back(look.words, told, today);
    if look.unsaved {
        return look.words.fmt("review-not-saved", &[("grade", grade.into()), ("back", back.into())]);
    }
    if look.small() && told.counted.is_none() {
        return match told.after {
            Some(memory) if memory.in_step() && !is_practice(told) => {
                look.words.fmt("review-saved-step-small", &[("grade", grade.into())])
            }
            _ => look.words.fmt("review-saved-small", &[("grade", grade.into()), ("back", back.into())]),
        };
    }
    let key = match told.counted {
        Some(CountReason::Synonym) => "review-saved-synonym",
        Some(CountReason::Typo) => "review-saved-typo",
        Some(CountReason::BadQuestion) => "review-saved-bad-question",
        None => "review-saved",
    };
    look.words.fmt(key, &[("grade", grade.into()), ("back", back.into())])
}

/// When it comes back, as a sentence.
pub fn comes_back(words: &Words, told: &Told, today: StudyDay) -> String {
    match told.after {
        Some(memory) if !is_practice(told) && memory.in_step() => words.get("review-back-step").into_owned(),
        Some(memory) if !is_practice(told) => {
            let days = u32::try_from(memory.due_day.since(today)).unwrap_or(0);
            words.fmt("review-back-day", &[("when", words.in_days(days).into())])
        }
        _ => words.get("review-back-practice").into_owned(),
    }
}

fn is_practice(told: &Told) -> bool {
    matches!(&told.event.what, What::Answered(a) if a.setting == Setting::Practice)
}

/// The grades with their keys, and where the rung lies. With two grade keys only forgot and good are shown, and the one
/// that is saved; all four work.
fn grades(look: &Look, told: &Told, grade_keys: u8) -> (Vec<Run<'static>>, Option<(i32, i32)>) {
    let both = |r: &Rating| grade_keys > 2 || matches!(r, Rating::Forgot | Rating::Good) || *r == told.rating;
    let mut runs = Vec::new();
    let (mut x, mut rung) = (LEFT, None);
    for rating in GRADES.into_iter().filter(both) {
        let saved = rating == told.rating && told.taken_back.is_none();
        let digit = (rating as u8).to_string();
        let name = word(look.words, rating);
        if x > LEFT {
            runs.push(text(" ".repeat(GAP as usize)));
            x += GAP;
        }
        let width = ink::width(digit.as_str()) + 1 + ink::width(name.as_str());
        if saved {
            rung = Some((x, x + width));
        }
        runs.push(key(digit));
        runs.push(if saved { strong(format!(" {name}")) } else { run(Token::Text, format!(" {name}")) });
        x += width;
    }
    (runs, rung)
}
