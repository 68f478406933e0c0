//! Charts: bars for the days to come, and a map of the weeks that were.

use super::glyphs::{AXIS, EIGHTHS, NO_DAY};
use super::ink::{self, run};
use super::page::Page;
use super::theme::Token;

/// Rows that bars are high.
pub const BAR_ROWS: i32 = 3;
/// Columns from one bar to the next.
const BAR_STEP: i32 = 3;
/// Columns from one week to the next.
const WEEK_STEP: i32 = 3;

/// Bars for days: two cells wide, one apart, three rows high, with an axis at the left and a letter below each.
pub struct Bars<'a> {
    /// The values, the current one first.
    pub values: &'a [u32],
    /// What stands below each bar.
    pub names: &'a [String],
}

impl Bars<'_> {
    /// Draws from (`x`, `y`) on: three rows of bars and one of names. Bars that would pass the column `edge` are left out.
    pub fn draw(&self, page: &mut Page, x: i32, y: i32, edge: i32) {
        let step = axis_step(self.values.iter().copied().max().unwrap_or(0));
        let numbers: Vec<String> = (0..BAR_ROWS).map(|r| (step * (BAR_ROWS - r) as u32).to_string()).collect();
        let axis = x + numbers.iter().map(ink::width).max().unwrap_or(0);
        for (row, number) in numbers.iter().enumerate() {
            let y = y + row as i32;
            page.right_at(axis, y, &(number, Token::Muted));
            page.put(axis, y, &run(Token::Rule, AXIS));
            for (i, value) in self.values.iter().enumerate() {
                let Some(at) = bar_column(axis, i, edge) else { break };
                let below = step * (BAR_ROWS as u32 - 1 - row as u32);
                let eighths = eighths(*value, below, step, row as i32 == BAR_ROWS - 1);
                if let Some(sign) = eighths.checked_sub(1).and_then(|e| EIGHTHS.get(e)) {
                    page.put(at, y, &run(day_token(i, Token::Accent), sign.repeat(2)));
                }
            }
        }
        for (i, name) in self.names.iter().enumerate().take(self.values.len()) {
            let Some(at) = bar_column(axis, i, edge) else { break };
            page.put(at, y + BAR_ROWS, &run(day_token(i, Token::Strong), name.as_str()));
        }
    }
}

fn day_token(index: usize, today: Token) -> Token {
    if index == 0 { today } else { Token::Muted }
}

fn bar_column(axis: i32, index: usize, edge: i32) -> Option<i32> {
    let at = axis + 2 + i32::try_from(index).ok()?.checked_mul(BAR_STEP)?;
    (at + 2 <= edge).then_some(at)
}

/// What one row of bars stands for, so that the highest value fits into three.
fn axis_step(most: u32) -> u32 {
    const STEPS: [u32; 11] = [1, 2, 5, 10, 20, 30, 60, 120, 240, 500, 1000];
    STEPS.into_iter().find(|s| s * BAR_ROWS as u32 >= most).unwrap_or_else(|| most.div_ceil(BAR_ROWS as u32))
}

/// How many eighths of a row a value fills that begins at `below`; what is not nothing shows in the lowest row.
fn eighths(value: u32, below: u32, step: u32, lowest: bool) -> usize {
    let over = u64::from(value.saturating_sub(below));
    let exact = ((over * 16 + u64::from(step)) / (2 * u64::from(step.max(1)))).min(8) as usize;
    if lowest && value > 0 { exact.max(1) } else { exact }
}

/// A map of weeks: a column for each week, a row for each weekday, a cell of 0 (none) to 3 (much) for each day.
pub struct Heat<'a> {
    /// The names of the weekdays, Monday first.
    pub days: &'a [String],
    /// Levels, week by week, Monday first; `None` for days that are not there yet.
    pub weeks: &'a [[Option<u8>; 7]],
}

impl Heat<'_> {
    /// Draws seven rows from (`x`, `y`) on. Where weeks would pass the column `edge`, the oldest are left out.
    pub fn draw(&self, page: &mut Page, x: i32, y: i32, edge: i32) {
        let names = self.days.iter().map(ink::width).max().unwrap_or(0);
        let left = x + names + 3;
        let fit = usize::try_from((edge - left + 1) / WEEK_STEP).unwrap_or(0);
        let shown = &self.weeks[self.weeks.len().saturating_sub(fit)..];
        for (row, name) in self.days.iter().enumerate().take(7) {
            let y = y + row as i32;
            page.put(x, y, &(name, Token::Muted));
            for (i, week) in shown.iter().enumerate() {
                if let Some(level) = week[row] {
                    heat_cell(page, left + i as i32 * WEEK_STEP, y, level);
                }
            }
        }
    }
}

/// One cell of a map of weeks, also for its legend.
pub fn heat_cell(page: &mut Page, x: i32, y: i32, level: u8) {
    let cell = match level {
        0 => run(Token::Muted, NO_DAY),
        level => run(Token::Accent, EIGHTHS[[1, 3, 5][usize::from(level.min(3)) - 1]].repeat(2)),
    };
    page.put(x, y, &cell);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::stage::{every_size, picture};

    fn letters(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    #[test]
    fn bars_have_an_axis_and_eighths() {
        let values = [28, 14, 26, 12, 22, 27, 20, 11, 9, 24, 10];
        let names = letters("SSMTWTFSSMT");
        let shown = picture(50, 4, |p| Bars { values: &values, names: &names }.draw(p, 3, 0, 46));
        assert_eq!(
            shown,
            "   30┤ ▆▆    ▅▅    ▂▂ ▆▆          ▃▃\n\
             \x20  20┤ ██ ▃▃ ██ ▂▂ ██ ██ ██ ▁▁    ██\n\
             \x20  10┤ ██ ██ ██ ██ ██ ██ ██ ██ ▇▇ ██ ██\n\
             \x20      S  S  M  T  W  T  F  S  S  M  T\n"
        );
    }

    #[test]
    fn the_axis_grows_with_the_values_and_small_values_are_seen() {
        assert_eq!(axis_step(0), 1);
        assert_eq!(axis_step(28), 10);
        assert_eq!(axis_step(300), 120);
        assert_eq!(axis_step(4000), 1334);
        assert_eq!(eighths(1, 0, 120, true), 1);
        assert_eq!(eighths(0, 0, 120, true), 0);
        assert_eq!(eighths(u32::MAX, 0, 1, true), 8);
    }

    #[test]
    fn weeks_stand_side_by_side_and_the_latest_are_kept() {
        let days = letters("MTWTFSS");
        let mut weeks = vec![[Some(0); 7]; 3];
        weeks[2][0] = Some(3);
        weeks[2][6] = None;
        let shown = picture(20, 7, |p| Heat { days: &days, weeks: &weeks }.draw(p, 0, 0, 20));
        assert_eq!(shown.lines().next(), Some("M   ·  ·  ▆▆"));
        assert_eq!(shown.lines().last(), Some("S   ·  ·"));
        let shown = picture(20, 7, |p| Heat { days: &days, weeks: &weeks }.draw(p, 0, 0, 9));
        assert_eq!(shown.lines().next(), Some("M   ·  ▆▆"));
    }

    #[test]
    fn charts_fit_every_window() {
        let names = letters("SSMTWTF");
        let weeks = [[Some(2); 7]; 60];
        every_size(|p| {
            Bars { values: &[0, 5, u32::MAX, 9], names: &names }.draw(p, 3, 2, p.edge());
            Heat { days: &names, weeks: &weeks }.draw(p, 3, 7, p.edge());
        });
    }
}
