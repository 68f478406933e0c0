//! The sheet before the packet for a 1:1 is exported: what to leave out.

use std::collections::BTreeSet;

use crate::sessions::action::{Action, State};
use crate::sessions::effect::Effect;
use crate::sessions::ladder::LadderData;
use crate::sessions::ladder::packet::{Form, Packet, Part};
use crate::ui::footer::Footer;
use crate::ui::ink::text;
use crate::ui::list::{List, Row};
use crate::ui::page::Page;
use crate::ui::screen::Scene;
use crate::ui::sheet;
use crate::words::iso_date;

/// The width of the sheet.
const WIDTH: i32 = 58;

/// The sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    list: List,
    without: BTreeSet<Part>,
}

/// What comes of an action.
pub enum Next {
    /// The sheet stays open.
    Stay,
    /// It closes.
    Close(Vec<Effect>),
}

impl Sheet {
    /// Follows an action.
    pub fn act(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> Next {
        if self.list.act(action, Part::ALL.len(), Part::ALL.len()) {
            return Next::Stay;
        }
        match (action, Part::ALL.get(self.list.focus)) {
            (Action::Toggle, Some(part)) => {
                if !self.without.remove(part) {
                    self.without.insert(*part);
                }
                Next::Stay
            }
            (Action::Enter, _) => Next::Close(vec![self.export(data, scene)]),
            (Action::Back | Action::Interrupt | Action::Quit, _) => Next::Close(Vec::new()),
            _ => Next::Stay,
        }
    }

    fn export(&self, data: &LadderData, scene: &Scene<'_>) -> Effect {
        let packet = Packet {
            data,
            study: scene.study,
            level: data.target(scene.study.day),
            without: &self.without,
            words: scene.words,
            lang: scene.prefs.lang,
        };
        let name = format!("ladder-{}.md", iso_date(scene.study.day.0));
        Effect::Export { name, body: packet.write(Form::Markdown) }
    }

    /// Draws the sheet over the matrix.
    pub fn draw(&self, scene: &Scene<'_>, page: &mut Page) {
        let words = scene.words;
        let title = words.get("ladder-packet-sheet");
        let room = usize::try_from(page.height() - 8).unwrap_or(0).clamp(1, Part::ALL.len());
        let width = WIDTH.min(page.width() - 2);
        let sheet = sheet::Sheet { title: &title, count: "", width, height: room as i32 + 4, top: None };
        sheet.draw(page, |inside| {
            self.list.draw(inside, 1, Part::ALL.len(), room, |inside, y, i, focused| {
                let part = Part::ALL[i];
                let box_ = text(if self.without.contains(&part) { "[ ] " } else { "[x] " });
                Row::new([box_, text(part.name(words))]).focused(focused).draw(inside, y);
            });
        });
        let export = words.get("hint-packet").into_owned();
        Footer::of(State::PacketSheet, words).labelled(Action::Enter, &export).draw(page);
    }
}
