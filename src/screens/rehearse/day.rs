//! Working days: which one, or one slot of it alone.

use crate::sessions::action::Action;
use crate::sessions::day::DayWish;
use crate::sessions::effect::{Effect, Route};
use crate::sessions::rehearse::{DayCard, RehearseData};
use crate::ui::ink::{Run, label, muted, run, text};
use crate::ui::lines::Line;
use crate::ui::list::List;
use crate::ui::look::Look;
use crate::ui::page::LEFT;
use crate::ui::theme::Token;

/// The column of the titles of slots.
const TITLE: i32 = 10;

/// Where the focus is: first the days, then the slots of the day that had it last.
#[derive(Debug, Default)]
pub struct DayTab {
    pub list: List,
    day: usize,
}

impl DayTab {
    /// Takes over what is known now.
    pub fn fit(&mut self, data: &RehearseData) {
        self.day = self.day.min(data.days.len().saturating_sub(1));
        self.list.fit(self.len(data), usize::MAX);
    }

    fn len(&self, data: &RehearseData) -> usize {
        data.days.len() + self.card(data).map_or(0, |card| card.head.slots.len())
    }

    fn card<'d>(&self, data: &'d RehearseData) -> Option<&'d DayCard> {
        data.days.get(self.day)
    }

    /// The slot with the focus; `None` on a whole day.
    fn slot(&self, data: &RehearseData) -> Option<usize> {
        self.list.focus.checked_sub(data.days.len())
    }

    /// What Enter says for the row with the focus; `None` for what it says usually.
    pub fn enter_hint(&self, data: &RehearseData) -> Option<&'static str> {
        self.card(data).filter(|card| card.left_at.is_some() && self.slot(data).is_none()).map(|_| "hint-go-on")
    }

    /// Whether the day with the focus waits in the middle.
    pub fn is_kept(&self, data: &RehearseData) -> bool {
        self.enter_hint(data).is_some()
    }

    pub fn act(&mut self, action: Action, data: &RehearseData) -> Vec<Effect> {
        let len = self.len(data);
        if self.list.act(action, len, len) {
            if self.list.focus < data.days.len() {
                self.day = self.list.focus;
            }
            return Vec::new();
        }
        let anew = action == Action::AskAgain && self.is_kept(data);
        if action != Action::Enter && !anew {
            return Vec::new();
        }
        let wish = |card: &DayCard| DayWish { of: card.head.id.clone(), slot: self.slot(data), anew };
        self.card(data).map(|card| Effect::Go(Route::Day(wish(card)))).into_iter().collect()
    }

    /// Everything, row by row.
    pub fn lines(&self, data: &RehearseData, look: &Look, room: usize) -> Vec<Line> {
        let words = look.words;
        let Some(card) = self.card(data) else { return look.say(&words.get("day-none")) };
        // In low windows every row counts: what has no focus of its own goes first.
        let low = room < self.len(data) + 5;
        let mut out = if low { Vec::new() } else { look.say(&words.get("day-tab-how")) };
        if !low {
            out.push(Line::blank());
        }
        for (n, card) in data.days.iter().enumerate() {
            let line = row(LEFT, text(look.get(&card.head.title).to_owned()), self.list.focus == n);
            out.push(line.right(vec![muted(standing(card, look))]));
        }
        if !low {
            out.push(Line::blank());
        }
        let values = [("title", look.get(&card.head.title).into())];
        out.push(Line::at(LEFT, vec![label(words.fmt("day-tab-alone", &values))]));
        for (n, (at, title)) in card.head.slots.iter().enumerate() {
            let focused = self.slot(data) == Some(n);
            let mut line = row(LEFT, text(at.to_string()), focused);
            let token = if focused { Token::Sel } else { Token::Text };
            line.parts.push((TITLE, vec![run(token, look.get(title).to_owned())]));
            out.push(line);
        }
        out
    }
}

fn row(x: i32, what: Run<'static>, focused: bool) -> Line {
    let what = if focused { run(Token::Sel, what.text) } else { what };
    let mut line = Line::at(x, vec![what]);
    line.bar_at(focused.then_some(x));
    line
}

/// Where a day goes on, or when it was lived.
fn standing(card: &DayCard, look: &Look) -> String {
    let words = look.words;
    match (card.left_at, card.last) {
        (Some(at), _) => match card.head.slots.get(at) {
            Some((time, _)) => words.fmt("day-tab-left", &[("time", (&**time).into())]),
            None => words.get("day-tab-stand-up").into_owned(),
        },
        (None, Some(last)) => words.fmt("day-tab-lived", &[("date", words.date(last.0).into())]),
        (None, None) => words.fmt("day-tab-slots", &[("n", card.head.slots.len().into())]),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::day::DayHead;
    use crate::domain::ids::EntryId;
    use crate::domain::text::Text;
    use crate::sessions::day::DayWish;
    use crate::sessions::effect::{Effect, News, Route};
    use crate::sessions::rehearse::{DayCard, RehearseData};
    use crate::ui::stage::{Stage, TODAY, last_row};

    use super::super::RehearseScreen;

    fn card(id: &str, title: [&str; 2], left_at: Option<usize>, lived: Option<i32>) -> DayCard {
        let slots = [
            ("09:00", Text::new("Stand-up, and what rang at night", "Stand-up, dan yang berbunyi semalam")),
            ("09:30", Text::new("A merge request from a junior", "Merge request dari seorang junior")),
            ("17:30", Text::new("Leave it so that others can go on", "Tinggalkan dalam keadaan bisa dilanjutkan")),
        ];
        let slots = slots.into_iter().map(|(at, title)| (at.into(), title)).collect();
        let head = DayHead { id: EntryId::new("p", id), title: Text::new(title[0], title[1]), slots };
        DayCard { head, last: lived.map(|days| TODAY.plus(-days)), left_at }
    }

    fn stage(days: Vec<DayCard>) -> Stage {
        let mut stage = Stage::new(Box::new(RehearseScreen::new(3)));
        stage.news(News::Rehearse(Box::new(RehearseData { days, ..RehearseData::default() })));
        stage.effects();
        stage
    }

    fn all() -> Vec<DayCard> {
        vec![
            card("ordinary", ["An ordinary Tuesday", "Selasa biasa"], Some(1), None),
            card("incident", ["A Thursday with the pager", "Kamis memegang pager"], None, Some(3)),
            card("release", ["Release Wednesday", "Rabu rilis"], Some(3), None),
            card("calm", ["A calm Friday", "Jumat tenang"], None, None),
        ]
    }

    fn wish(effects: &[Effect]) -> DayWish {
        match effects {
            [Effect::Go(Route::Day(wish))] => wish.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn working_days_in_every_size_and_language() {
        insta::assert_snapshot!("days", stage(all()).everywhere());
        insta::assert_snapshot!("days-slot", stage(all()).keys("j j j j j").everywhere());
        insta::assert_snapshot!("days-empty", stage(Vec::new()).everywhere());
        stage(all()).keys("G").at_every_size();
    }

    #[test]
    fn a_day_that_waits_goes_on_and_can_begin_anew() {
        let mut stage = stage(all());
        assert!(last_row(&stage.picture()).contains("go on"), "{}", stage.picture());
        let on = wish(&stage.keys("Enter").effects());
        assert_eq!((on.of.local(), on.slot, on.anew), ("ordinary", None, false));
        assert!(wish(&stage.keys("r").effects()).anew);
        assert_eq!(stage.keys("j r").effects(), [], "it does not wait, so it only starts");
        assert_eq!(wish(&stage.keys("Enter").effects()).of.local(), "incident");
    }

    #[test]
    fn a_slot_of_the_day_with_the_focus_is_played_alone() {
        let mut stage = stage(all());
        let alone = wish(&stage.keys("j j j j j Enter").effects());
        assert_eq!((alone.of.local(), alone.slot), ("calm", Some(1)), "the day that had the focus last");
        assert!(stage.picture().contains("ONE SLOT ALONE: A calm Friday"), "{}", stage.picture());
        assert_eq!(stage.keys("r").effects(), []);
    }
}
