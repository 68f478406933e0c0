//! What lies around the plan: where one left off, the week, what fades, what comes later.

use crate::sessions::study::NextAnswer;
use crate::ui::flow::{Group, Line};
use crate::ui::glyphs::{NO_DAY, READY, RIGHT};
use crate::ui::ink::{self, Run, key, muted, rich, run, text, warn};
use crate::ui::meter::gauge;
use crate::ui::page::{HANG, LEFT, SECOND};
use crate::ui::theme::Token;
use crate::words::Words;

use super::view::{Body, CONTENT};

/// Columns from one weekday to the next.
const DAY_STEP: i32 = 5;

/// Which question of the mock interview that waits is next.
pub(super) fn mock(answer: &NextAnswer, words: &Words) -> Option<String> {
    let (n, of) = answer.mock?;
    Some(words.fmt("today-left-mock", &[("n", n.into()), ("of", of.into())]))
}

impl<'a> Body<'a> {
    /// PICK UP WHERE YOU LEFT OFF; only the row itself in small windows.
    pub(super) fn left_off(&self) -> Vec<Line<'a>> {
        let lines: Vec<Line<'a>> = self.reading().into_iter().chain(self.answer()).chain(self.left_day()).collect();
        if lines.is_empty() || self.small {
            return lines;
        }
        let name = self.word("today-left-off");
        let label: Line<'a> = Box::new(move |p, y| {
            p.put_to(LEFT, y, p.edge(), &(name.as_str(), Token::Label));
        });
        std::iter::once(label).chain(lines).collect()
    }

    /// The interview answer that was left in the middle; beside a lesson that was begun also the one to rehearse next.
    fn answer(&self) -> Option<Line<'a>> {
        let answer = self.study.plan.answer.as_ref()?;
        if !answer.begun && self.study.reading.is_none() {
            return None;
        }
        let (words, lang) = (self.scene.words, self.scene.prefs.lang);
        let label = match answer.begun {
            _ if answer.mock.is_some() => mock(answer, words).unwrap_or_default(),
            true => words.fmt("today-left-answer-begun", &[("title", answer.title.get(lang).into())]),
            false => self.word("today-left-answer"),
        };
        let second = match answer.who.get(lang) {
            "" => words.fmt("today-left-answer-level", &[("level", answer.level.into())]),
            who => words.fmt("today-left-answer-who", &[("who", who.into()), ("level", answer.level.into())]),
        };
        let (minutes, small) = (self.minutes(answer.minutes), self.small);
        Some(Box::new(move |p, y| {
            p.put(LEFT, y, &key("i"));
            let end = p.right(y, minutes.as_str()) - 2;
            let after = p.put_to(HANG, y, end, label.as_str());
            let second_at = SECOND.max(after + 2);
            if !small && second_at + ink::width(second.as_str()) <= end {
                p.put(second_at, y, &muted(second.as_str()));
            }
        }))
    }

    /// The working day that was left in the middle.
    fn left_day(&self) -> Option<Line<'a>> {
        let left = self.study.left_day.as_ref()?;
        let words = self.scene.words;
        let label = words.fmt("today-left-day", &[("title", left.title.get(self.scene.prefs.lang).into())]);
        let second = match &left.at {
            Some(time) => words.fmt("today-left-day-at", &[("time", (&**time).into())]),
            None => self.word("today-left-day-end"),
        };
        let (minutes, small) = (self.minutes(left.minutes), self.small);
        Some(Box::new(move |p, y| {
            p.put(LEFT, y, &key("d"));
            let end = p.right(y, minutes.as_str()) - 2;
            let after = p.put_to(HANG, y, end, label.as_str());
            let second_at = SECOND.max(after + 2);
            if !small && second_at + ink::width(second.as_str()) <= end {
                p.put(second_at, y, &muted(second.as_str()));
            }
        }))
    }

    fn reading(&self) -> Option<Line<'a>> {
        let reading = self.study.reading.as_ref()?;
        let (words, lang) = (self.scene.words, self.scene.prefs.lang);
        let title = reading.title.get(lang);
        let label = match self.small {
            true => words.fmt("today-left-off-small", &[("title", title.into())]),
            false => words.fmt("today-row-lesson", &[("title", title.into())]),
        };
        let ago = words.days_ago(self.study.day.since(reading.day).max(0).unsigned_abs());
        let (share, small) = (reading.share, self.small);
        Some(Box::new(move |p, y| {
            p.put(LEFT, y, &key("c"));
            let end = p.right(y, format!("{share}%").as_str()) - 2;
            let meter = p.edge() - 15;
            let end = if small { end } else { meter - 2 };
            let after = p.put_to(HANG, y, end, label.as_str());
            if !small {
                gauge(p, meter, y, 10, f64::from(share) / 100.0);
                let second = SECOND.max(after + 2);
                if second + ink::width(ago.as_str()) <= end {
                    p.put(second, y, &muted(ago.as_str()));
                }
            }
        }))
    }

    /// THIS WEEK, FADING, LATER.
    pub(super) fn surroundings(&self) -> Vec<Group<'a>> {
        let fading: Vec<Line<'a>> = self.fading().into_iter().collect();
        let later: Vec<Line<'a>> = self.later().into_iter().collect();
        if self.small {
            let lines = std::iter::once(self.week_small()).chain(fading).chain(later);
            return vec![Group::rows(lines.collect())];
        }
        vec![Group::whole(self.week()), Group::whole(fading), Group::whole(later)]
    }

    fn study_days(&self) -> u8 {
        self.study.week.studied.iter().filter(|d| **d).count() as u8
    }

    fn week_small(&self) -> Line<'a> {
        let words = self.scene.words;
        let (name, at) = (self.word("today-week-small"), self.content());
        let days = rich(&words.fmt("today-study-days", &[("n", self.study_days().into())]));
        let aim = words.fmt("today-aim-small", &[("n", self.study.week.aim.into())]);
        Box::new(move |p, y| {
            p.put(LEFT, y, &(name.as_str(), Token::Label));
            let end = p.right(y, aim.as_str());
            p.put_to(at, y, end - 2, &days);
        })
    }

    fn week(&self) -> Vec<Line<'a>> {
        let (words, week) = (self.scene.words, self.study.week);
        let name = self.word("today-week");
        let monday = self.study.day.plus(-i32::from(week.today)).0;
        let names: Vec<String> = (0..7).map(|d| words.weekday(monday + d)).collect();
        let days = rich(&words.fmt("today-study-days", &[("n", self.study_days().into())]));
        let reached = self.study_days() >= week.aim;
        let aim = match reached {
            true => words.fmt("today-aim-reached", &[("n", week.aim.into())]),
            false => words.fmt("today-aim", &[("n", week.aim.into())]),
        };
        vec![
            Box::new(move |p, y| {
                p.put(LEFT, y, &(name.as_str(), Token::Label));
                for (i, name) in (0..).zip(&names) {
                    p.put(CONTENT + i * DAY_STEP, y, &muted(name.as_str()));
                }
                p.right(y, &days);
            }),
            Box::new(move |p, y| {
                for (i, studied) in (0u8..).zip(week.studied) {
                    let sign = match studied {
                        true => run(Token::Good, RIGHT),
                        false if i == week.today => run(Token::Accent, READY),
                        false => muted(NO_DAY),
                    };
                    p.put(CONTENT + 1 + i32::from(i) * DAY_STEP, y, &sign);
                }
                p.right(y, aim.as_str());
            }),
        ]
    }

    fn fading(&self) -> Option<Line<'a>> {
        let lang = self.scene.prefs.lang;
        let (name, at, small) = (self.word("today-fading"), self.content(), self.small);
        let topics: Vec<(&str, u8)> = self.study.fading.iter().map(|(_, t, n)| (t.get(lang), *n)).collect();
        if topics.is_empty() {
            return None;
        }
        Some(Box::new(move |p, y| {
            p.put(LEFT, y, &(name.as_str(), Token::Label));
            let edge = p.edge();
            let mut x = at;
            for (i, (title, share)) in topics.iter().enumerate().take(if small { 1 } else { topics.len() }) {
                let share = format!("{share}%");
                let room = if small { edge - ink::width(share.as_str()) - 2 } else { edge };
                let whole = x + 2 + ink::width(*title) + 1 + ink::width(share.as_str());
                if i > 0 && whole > edge {
                    break;
                }
                x = p.put(x, y, &warn("! "));
                if small {
                    p.put_to(x, y, room, *title);
                    p.right(y, share.as_str());
                } else {
                    x = p.put_to(x, y, edge - 1 - ink::width(share.as_str()), *title) + 1;
                    x = p.put(x, y, share.as_str()) + 3;
                }
            }
        }))
    }

    fn later(&self) -> Option<Line<'a>> {
        let (words, (items, days)) = (self.scene.words, self.study.plan.later);
        let tomorrow = self.study.ahead.get(1).filter(|d| d.items > 0);
        let sentence = match (items, tomorrow) {
            (0, None) => return None,
            (0, Some(day)) => {
                let values = [("n", day.items.into()), ("minutes", self.minutes(day.minutes).into())];
                words.fmt("today-later-tomorrow", &values)
            }
            _ if self.small => words.fmt("today-later-small", &[("n", items.into()), ("days", days.into())]),
            _ => words.fmt("today-later", &[("n", items.into()), ("days", days.into())]),
        };
        let name = self.word("today-later-label");
        let show = self.word(if self.small { "hint-week-plan" } else { "today-show-plan" });
        let at = self.content();
        Some(Box::new(move |p, y| {
            p.put(LEFT, y, &(name.as_str(), Token::Label));
            let keycap: [Run; 3] = [key("p"), text(" "), text(show.as_str())];
            let end = p.right(y, &keycap);
            p.put_to(at, y, end - 2, sentence.as_str());
        }))
    }
}
