//! Stats > Main (S31, picture 14): what will be recalled, the days to come, what was remembered, the weeks that were.

use crate::domain::sorting::Arrange;
use crate::domain::tally::Heat;
use crate::domain::time::StudyDay;
use crate::sessions::effect::Effect;
use crate::sessions::prefs::Prefs;
use crate::sessions::study::StatsData;
use crate::ui::chart::{self, BAR_ROWS, Bars, heat_cell};
use crate::ui::glyphs::EIGHTHS;
use crate::ui::ink::{self, key, muted, rich, run, strong, text};
use crate::ui::list::label;
use crate::ui::meter::meter;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::reading::{paragraph, rows_of};
use crate::ui::screen::Scene;
use crate::ui::sheet;
use crate::ui::theme::Token;
use crate::words::Words;

use super::{has_pane, narrow};

/// Points under the aim from which on fewer new topics are advised.
const LOW: u8 = 10;
/// The name of the setting that the advice changes.
const NEW_TOPICS: &str = "study.new_topics";
/// Cells of the forecast's meters, and of those of what was remembered.
const METER: i32 = 20;
const METER_SMALL: i32 = 15;
/// The columns of what was remembered, and of the legend of the weeks.
const REMEMBERED: i32 = 46;
const LEGEND: i32 = 50;
/// The weeks end before this column.
const WEEKS_EDGE: i32 = 46;
const WEEK: usize = 7;

/// What the numbers advise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Nothing was asked again after a week yet.
    None,
    /// At the aim or above.
    Fine,
    /// Under the aim, within what chance does.
    ALittleLow,
    /// Well under the aim: no new topics for now.
    Fewer,
    /// New topics are paused and recall is still low.
    Paused,
    /// New topics are paused and recall is back: take them up again.
    Resume,
}

impl Advice {
    /// Whether `a` does something.
    pub fn applies(self) -> bool {
        matches!(self, Advice::Fewer | Advice::Resume)
    }
}

/// What to do about what was remembered this month, or last month while this one is young.
pub fn advice(data: &StatsData, prefs: &Prefs) -> Advice {
    let Some(recall) = data.remembered.0.or(data.remembered.1) else { return Advice::None };
    let low = recall.saturating_add(LOW) < data.aim;
    match (low, prefs.new_topics) {
        (true, 0) => Advice::Paused,
        (true, _) => Advice::Fewer,
        (false, 0) => Advice::Resume,
        (false, _) if recall >= data.aim => Advice::Fine,
        (false, _) => Advice::ALittleLow,
    }
}

/// `a`: follows the advice.
pub fn apply(data: &StatsData, scene: &Scene<'_>) -> Vec<Effect> {
    match advice(data, scene.prefs) {
        Advice::Fewer => vec![Effect::Set(NEW_TOPICS, "0".into())],
        Advice::Resume => vec![Effect::Set(NEW_TOPICS, String::new())],
        _ => Vec::new(),
    }
}

/// Draws the tab.
pub fn draw(data: &StatsData, scene: &Scene<'_>, page: &mut Page) {
    let chart = Charts::new(data, scene);
    if data.totals.0 == 0 && data.forecast.is_empty() {
        return narrow(page, |p| chart.empty(p));
    }
    match scene.size() {
        Size::Tiny | Size::Small => chart.small(page),
        _ if has_pane(scene) => sheet::split(page, |p| chart.medium(p, false), |p| chart.pane(p)),
        _ => narrow(page, |p| chart.medium(p, true)),
    }
}

struct Charts<'a> {
    data: &'a StatsData,
    scene: &'a Scene<'a>,
    words: &'a Words,
}

impl<'a> Charts<'a> {
    fn new(data: &'a StatsData, scene: &'a Scene<'a>) -> Self {
        Charts { data, scene, words: scene.words }
    }

    fn word(&self, key: &str) -> String {
        self.words.get(key).into_owned()
    }

    fn today(&self) -> StudyDay {
        self.scene.now.day
    }

    /// As in picture 14: everything below one another, what was remembered beside the days to come.
    fn medium(&self, page: &mut Page, remembered: bool) {
        let mut y = TOP;
        self.sentence(page, y);
        y += 1;
        for line in 0..self.data.forecast.len() {
            self.forecast(page, y, line);
            y += 1;
        }
        self.days(page, y + 1);
        if remembered {
            page.put_to(REMEMBERED, y + 1, page.edge(), &rich(&self.word("stats-remembered")));
            self.remembered(page, REMEMBERED, y + 2);
        }
        y += 3 + BAR_ROWS + 1;
        self.weeks(page, y);
    }

    /// What stands beside it in large windows.
    fn pane(&self, page: &mut Page) {
        page.put_to(LEFT, TOP, page.edge(), &rich(&self.word("stats-remembered")));
        self.remembered(page, LEFT, TOP + 1);
        let lang = self.scene.prefs.lang;
        let mut groups: Vec<_> = self.data.skills.iter().flat_map(|s| &s.groups).collect();
        if groups.is_empty() {
            return;
        }
        groups.arrange_by_key(|(_, _, n)| std::cmp::Reverse(*n));
        let y = TOP + 6;
        label(page, y, &self.word("stats-sure-wrong"), &rich(&self.word("stats-sure-wrong-key")));
        for (y, (_, title, n)) in (y + 1..page.bottom() - 1).zip(groups.into_iter().take(9)) {
            let times = self.words.fmt("stats-times", &[("n", (*n).into())]);
            let end = page.right(y, times.as_str());
            page.put_to(LEFT, y, end - 2, title.get(lang));
        }
    }

    /// Small windows keep the sentence, then what can be acted on, then the charts that fit.
    fn small(&self, page: &mut Page) {
        let (top, bottom) = (if page.height() < 16 { TOP - 1 } else { TOP }, page.bottom());
        let sentence = self.sentence_rows(page);
        let mut y = top;
        let mut free = bottom - top - sentence;
        // What gets room first; it is drawn in the order of the page.
        let mut fits = |rows: i32| {
            let fits = rows < free;
            free -= if fits { rows + 1 } else { 0 };
            fits
        };
        let (remembered, weeks, days, forecast) = (fits(2), fits(2), fits(1 + BAR_ROWS + 1), fits(2));
        self.sentence(page, y);
        y += sentence;
        if forecast && self.data.forecast.len() > 2 {
            for line in [0, self.data.forecast.len() - 1] {
                self.forecast(page, y, line);
                y += 1;
            }
        }
        y += 1;
        if days {
            self.days(page, y);
            y += 1 + BAR_ROWS + 2;
        }
        if remembered {
            self.remembered_line(page, y);
            y += 3;
        }
        if weeks {
            label(page, y, &self.word("stats-weeks"), self.studied().as_str());
            self.spark(page, y + 1);
        }
    }

    /// What will stand here and when; of low windows as much as fits whole.
    fn empty(&self, page: &mut Page) {
        let edge = page.edge();
        let first = self.word("stats-empty");
        let plain = crate::words::plain(&first);
        let mut y = TOP + rows_of(&plain, edge - LEFT, false) + 1;
        if y == TOP + 2 {
            page.put_to(LEFT, TOP, edge, &rich(&first));
        } else {
            paragraph(page, LEFT, TOP, edge, &plain, Token::Text);
        }
        for (when, what) in [
            (self.word("stats-empty-now"), self.word("stats-empty-now-what")),
            (self.word("stats-empty-days"), self.word("stats-empty-days-what")),
            (self.word("stats-empty-week"), self.word("stats-empty-week-what")),
        ] {
            if y + 1 + rows_of(&what, edge - LEFT, false) > page.bottom() {
                break;
            }
            page.put_to(LEFT, y, edge, &(when, Token::Label));
            y += 1 + paragraph(page, LEFT, y + 1, edge, &what, Token::Text) + 1;
        }
        page.set_cursor(LEFT, TOP);
    }

    /// The minutes of the forecast that stand for what the learner does: the nearest offered ones.
    fn own(&self) -> Option<usize> {
        let minutes = self.scene.prefs.minutes;
        let far = |m: u16| if minutes == 0 { u16::MAX - m } else { m.abs_diff(minutes) };
        let all = self.data.forecast.iter().enumerate();
        all.min_by_key(|(_, (m, _))| far(*m)).map(|(i, _)| i)
    }

    fn sentence_text(&self) -> String {
        match self.own().and_then(|i| self.data.forecast.get(i)) {
            Some((_, share)) => self.words.fmt("stats-forecast", &[("share", format!("{share}%").into())]),
            None => self.word("stats-no-forecast"),
        }
    }

    fn sentence_rows(&self, page: &Page) -> i32 {
        let plain = crate::words::plain(&self.sentence_text());
        rows_of(&plain, page.edge() - LEFT, false)
    }

    fn sentence(&self, page: &mut Page, y: i32) {
        let (sentence, width) = (self.sentence_text(), page.edge() - LEFT);
        page.set_cursor(LEFT, y);
        let pieces = rich(&sentence);
        if ink::width(&pieces) <= width {
            page.put(LEFT, y, &pieces);
        } else {
            // The weighty part is marked in running text as well.
            let marked = sentence.replace("<b>", "**").replace("</b>", "**");
            paragraph(page, LEFT, y, page.edge(), &marked, Token::Text);
        }
    }

    /// One of the lines that compare minutes a day.
    fn forecast(&self, page: &mut Page, y: i32, line: usize) {
        let Some((minutes, share)) = self.data.forecast.get(line) else { return };
        let name = |m: &u16| self.words.fmt("stats-a-day", &[("minutes", self.words.minutes((*m).into()).into())]);
        let x = LEFT + self.data.forecast.iter().map(|(m, _)| ink::width(&name(m))).max().unwrap_or(0) + 3;
        let own = self.own() == Some(line);
        let (token, bar) = if own { (Token::Strong, Token::Accent) } else { (Token::Text, Token::Muted) };
        page.put_to(LEFT, y, page.edge(), &run(token, name(minutes)));
        meter(page, x, y, METER, f64::from(*share) / 100.0, bar);
        page.right_at(x + METER + 5, y, &run(token, format!("{share}%")));
    }

    fn days(&self, page: &mut Page, y: i32) {
        let values: Vec<u32> = self.data.ahead.iter().map(|d| u32::from(d.minutes)).collect();
        page.put_to(LEFT, y, page.edge(), &rich(&self.words.fmt("stats-ahead", &[("n", values.len().into())])));
        let letter = |day: StudyDay| self.words.weekday(day.0).chars().take(1).collect();
        let names: Vec<String> = self.data.ahead.iter().map(|d| letter(d.day)).collect();
        let edge = page.edge().min(REMEMBERED - 1);
        Bars { values: &values, names: &names }.draw(page, LEFT, y + 1, edge);
    }

    /// This month and last month against the aim, and one sentence with one key; four rows.
    fn remembered(&self, page: &mut Page, x: i32, y: i32) {
        let edge = page.edge();
        let (this, last) = self.data.remembered;
        if this.or(last).is_none() {
            paragraph(page, x, y, edge, &self.word("stats-remembered-none"), Token::Text);
            return;
        }
        let names = [self.word("stats-this-month"), self.word("stats-last-month")];
        let at = x + names.iter().map(ink::width).max().unwrap_or(0) + 2;
        for ((y, name), (share, bar)) in (y..).zip(&names).zip([(this, Token::Accent), (last, Token::Muted)]) {
            page.put_to(x, y, edge, name);
            match share {
                Some(share) => {
                    meter(page, at, y, METER_SMALL.min(edge - at - 5), f64::from(share) / 100.0, bar);
                    page.right(y, format!("{share}%").as_str());
                }
                None => {
                    page.put_to(at, y, edge, &muted(self.word("stats-no-answers")));
                }
            }
        }
        page.put_to(x, y + 2, edge, self.aim().as_str());
        self.advise(page, x, y + 3);
    }

    /// The aim and how far from it recall is.
    fn aim(&self) -> String {
        let advice = match advice(self.data, self.scene.prefs) {
            Advice::None => return String::new(),
            Advice::Fine => "stats-aim-fine",
            Advice::ALittleLow => "stats-aim-little",
            Advice::Fewer | Advice::Paused => "stats-aim-low",
            Advice::Resume => "stats-aim-back",
        };
        self.words.fmt(advice, &[("aim", format!("{}%", self.data.aim).into())])
    }

    /// What to do about it, and the key that does it.
    fn advise(&self, page: &mut Page, x: i32, y: i32) {
        let what = match advice(self.data, self.scene.prefs) {
            Advice::Fewer => self.word("stats-fewer"),
            Advice::Resume => self.word("stats-resume"),
            Advice::Paused => {
                page.put_to(x, y, page.edge(), self.word("stats-paused").as_str());
                return;
            }
            _ => return,
        };
        let end = page.right(y, &[key("a"), text(" "), text(self.word("stats-apply"))]);
        page.put_to(x, y, end - 2, what.as_str());
    }

    /// The same in two rows.
    fn remembered_line(&self, page: &mut Page, y: i32) {
        let (this, last) = self.data.remembered;
        let Some(share) = this.or(last) else {
            paragraph(page, LEFT, y, page.edge(), &self.word("stats-remembered-none"), Token::Text);
            return;
        };
        label(page, y, &self.word("stats-remembered-small"), &strong(format!("{share}%")));
        let advice = advice(self.data, self.scene.prefs);
        if advice.applies() {
            self.advise(page, LEFT, y + 1);
        } else {
            page.put_to(LEFT, y + 1, page.edge(), self.aim().as_str());
        }
    }

    /// `54 of 84 days, 15 h 10 min`.
    fn studied(&self) -> String {
        let days = self.today().since(self.data.from).clamp(0, i32::from(u16::MAX)) + 1;
        let studied = self.data.minutes.iter().filter(|m| **m > 0).count();
        let time = self.words.minutes(self.data.totals.1.into());
        self.words.fmt("stats-studied", &[("n", studied.into()), ("all", days.into()), ("time", time.into())])
    }

    fn weeks(&self, page: &mut Page, y: i32) {
        label(page, y, &self.word("stats-weeks"), self.studied().as_str());
        let names: Vec<String> = (0..WEEK as i32).map(|d| self.words.weekday(self.data.from.0 + d)).collect();
        let level = |(i, minutes): (i32, &u16)| {
            let ahead = self.data.from.plus(i) > self.today();
            (!ahead).then(|| Heat::of(u64::from(*minutes) * 60_000) as u8)
        };
        let weeks: Vec<[Option<u8>; WEEK]> = self
            .data
            .minutes
            .chunks(WEEK)
            .zip((0..).step_by(WEEK))
            .map(|(week, from)| {
                let mut levels = [None; WEEK];
                for (slot, day) in levels.iter_mut().zip((from..).zip(week)) {
                    *slot = level(day);
                }
                levels
            })
            .collect();
        chart::Heat { days: &names, weeks: &weeks }.draw(page, LEFT, y + 1, WEEKS_EDGE.min(page.edge()));
        self.legend(page, y + 1);
    }

    fn legend(&self, page: &mut Page, y: i32) {
        let edge = page.edge();
        let facts = [
            (self.word("stats-gap"), Some(self.words.days(self.data.longest_gap.into()))),
            (self.word("stats-hour"), self.data.best_hour.map(|h| format!("{h:02}-{:02}", (h + 1) % 24))),
        ];
        let names = facts.iter().map(|(n, _)| ink::width(n)).max().unwrap_or(0) + 2;
        let values = facts.iter().flat_map(|(_, v)| v).map(ink::width).max().unwrap_or(0);
        let x = LEGEND.min(edge - names - values).max(WEEKS_EDGE + 1);
        for ((y, level), name) in (y..).zip(0..).zip([
            self.word("stats-heat-none"),
            self.word("stats-heat-little"),
            self.word("stats-heat-some"),
            self.word("stats-heat-much"),
        ]) {
            heat_cell(page, x, y, level);
            page.put_to(x + 4, y, edge, &text(name));
        }
        for (y, (name, value)) in (y + 5..).zip(facts) {
            let Some(value) = value else { continue };
            page.put_to(x, y, edge, name.as_str());
            page.put_to(x + names, y, edge, value.as_str());
        }
    }

    /// The weeks as one row of bars, each as high as its minutes.
    fn spark(&self, page: &mut Page, y: i32) {
        let weeks: Vec<u32> = self.data.minutes.chunks(WEEK).map(|w| w.iter().map(|m| u32::from(*m)).sum()).collect();
        let most = weeks.iter().copied().max().unwrap_or(0).max(1);
        let mut x = LEFT;
        for week in weeks {
            let eighths = usize::try_from((week * 8).div_ceil(most)).unwrap_or(0);
            match eighths.checked_sub(1).and_then(|e| EIGHTHS.get(e)) {
                Some(sign) => page.put(x, y, &run(Token::Accent, sign.repeat(2))),
                None => page.put(x, y, &muted(crate::ui::glyphs::NO_DAY)),
            };
            x += 3;
        }
    }
}
