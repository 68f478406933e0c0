//! A box with a text: one that could not be copied, a meaning, a report.

#[cfg(test)]
mod tests;

use crate::prose::cells::{cells, width};
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News};
use crate::sessions::input::Input;
use crate::ui::footer::Footer;
use crate::ui::ink::muted;
use crate::ui::list::Scroll;
use crate::ui::page::{LEFT, Page};
use crate::ui::screen::{Scene, Screen};
use crate::ui::sheet::Sheet;

/// The widest box, with its border: the reading width less two columns.
const WIDEST: i32 = 74;

/// Rows that the border and the blank rows inside of it take.
const FRAME: i32 = 4;

/// Columns of the box that hold no text: border, gutter, and what stays free at the right.
const SIDES: i32 = 8;

/// A sheet that shows a text and scrolls it.
#[derive(Debug, Clone)]
pub struct TextScreen {
    title: String,
    body: String,
    /// The body in rows of the width that the window had last.
    rows: Vec<String>,
    scroll: Scroll,
}

impl TextScreen {
    /// A box with a title and a text. Line breaks and spaces of the text are kept.
    pub fn new(title: String, body: String) -> Self {
        TextScreen { title, body, rows: Vec::new(), scroll: Scroll::default() }
    }

    fn lay(&mut self, scene: &Scene<'_>) {
        let width = usize::try_from(box_width(scene) - SIDES).unwrap_or(0).max(1);
        self.rows = self.body.lines().flat_map(|line| fold(line, width)).collect();
        self.scroll.fit(self.rows.len(), self.room(scene));
    }

    /// Rows of text that are seen.
    fn room(&self, scene: &Scene<'_>) -> usize {
        let most = (i32::from(scene.area.1) - 4 - FRAME).max(1);
        usize::try_from(most).unwrap_or(1).min(self.rows.len().max(1))
    }
}

fn box_width(scene: &Scene<'_>) -> i32 {
    WIDEST.min(i32::from(scene.area.0) - 4)
}

/// A line in rows of at most `room` cells: broken at the last space that fits, in the middle of a word only where there
/// is none. A line that fits stays exactly as it is.
fn fold(line: &str, room: usize) -> Vec<String> {
    let mut rows = Vec::new();
    let mut row = String::new();
    for cell in cells(line) {
        if width(&row) + cell.width > room && !row.is_empty() {
            let rest = match row.rfind(' ') {
                Some(at) if cell.text != " " && !row[..at].trim().is_empty() => row.split_off(at + 1),
                _ => String::new(),
            };
            rows.push(std::mem::replace(&mut row, rest).trim_end().to_owned());
            if row.is_empty() && cell.text == " " {
                continue;
            }
        }
        row.push_str(cell.text);
    }
    rows.push(row.trim_end().to_owned());
    rows
}

impl Screen for TextScreen {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.lay(scene);
        Vec::new()
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::Resize | Input::News(News::Settings) => self.lay(scene),
            Input::Act(bound) => {
                let (rows, room) = (self.rows.len(), self.room(scene));
                let closes = matches!(bound.action, Action::Enter | Action::Back | Action::Interrupt);
                if !self.scroll.act(bound.action, rows, room) && closes {
                    return vec![Effect::Back];
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let (room, rows) = (self.room(scene), self.rows.len());
        let seen = self.scroll.visible(rows, room);
        let more = rows > room;
        let count = if more {
            let values = [("from", (seen.start + 1).into()), ("to", seen.end.into()), ("n", rows.into())];
            scene.words.fmt("text-rows", &values)
        } else {
            String::new()
        };
        let height = i32::try_from(room).unwrap_or(i32::MAX - FRAME) + FRAME;
        let sheet = Sheet { title: &self.title, count: &count, width: box_width(scene), height, top: None };
        sheet.draw(page, |inside| {
            let (width, bottom) = (inside.edge(), inside.height());
            for (y, row) in (1..bottom).zip(&self.rows[seen.clone()]) {
                inside.put_to(LEFT, y, width, row.as_str());
            }
            inside.set_cursor(LEFT, 1);
            if self.rows.is_empty() {
                inside.put(LEFT, 1, &muted(scene.words.get("text-empty")));
            }
        });
        let footer = Footer::of(State::TextBox, scene.words).without(Action::Back);
        footer.draw(page);
    }

    fn state(&self) -> State {
        State::TextBox
    }

    fn overlay(&self) -> bool {
        true
    }
}
