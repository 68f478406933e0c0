//! What a key really sends: for multiplexers, layouts and terminals that keep keys for themselves.

use crate::sessions::action::{Resolver, State, all};
use crate::sessions::key::{Code, Key};
use crate::ui::footer::{Footer, Hint};
use crate::ui::header::Session;
use crate::ui::ink::{key as keycap, text};
use crate::ui::list;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::reading::paragraph;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

/// Keys that are kept.
const KEPT: usize = 40;
/// The columns of the code point and of the meaning.
const CODE: i32 = 20;
const MEANS: i32 = 32;

/// The keys that were pressed, the latest first.
#[derive(Debug, Clone, Default)]
pub struct Tester {
    pressed: Vec<Key>,
}

impl Tester {
    /// Takes a key; `true` when it was the second Esc in a row, which leaves.
    pub fn press(&mut self, key: Key) -> bool {
        let esc = Key::plain(Code::Esc);
        let leaves = key == esc && self.pressed.first() == Some(&esc);
        self.pressed.insert(0, key);
        self.pressed.truncate(KEPT);
        leaves
    }

    /// Draws the tester over the whole page; meanings are those of `state`.
    pub fn draw(&self, state: State, scene: &Scene<'_>, page: &mut Page) {
        let words = scene.words;
        let title = words.get("state-key-tester");
        Session { title: &title, position: "", right: &"", done: (0, 0) }.draw(page);
        let mut footer = Footer::of(State::KeyTester, words);
        footer.chip = Some(Hint::new("Esc Esc", words.get("help-leave")));
        footer.draw(page);
        let mut y = TOP + paragraph(page, LEFT, TOP, page.edge(), &words.get("help-tester"), Token::Text) + 1;
        page.set_cursor(LEFT, y);
        let meaning = words.get(super::rows::name(state)).into_owned();
        page.put_to(LEFT, y, CODE - 1, &(words.get("help-tester-key"), Token::Label));
        page.put_to(CODE, y, MEANS - 1, &(words.get("help-tester-code"), Token::Label));
        page.put_to(MEANS, y, page.edge(), &(meaning, Token::Label));
        for key in &self.pressed {
            y += 1;
            if y >= page.bottom() {
                break;
            }
            page.put_to(LEFT, y, CODE - 1, &keycap(crate::ui::keys::name(*key)));
            if let Code::Char(c) = key.code {
                page.put_to(CODE, y, MEANS - 1, &text(format!("U+{:04X}", c as u32)));
            }
            page.put_to(MEANS, y, page.edge(), &text(means(state, *key, scene)));
        }
        if !self.pressed.is_empty() {
            list::focus(page, LEFT, y.min(TOP + 3), 0);
        }
    }
}

/// What a key means in a state.
fn means(state: State, key: Key, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let bound = Resolver::default().resolve(state, key);
    let binding = bound.and_then(|b| all(state).find(|x| x.action == b.action));
    match binding {
        Some(binding) => words.get(binding.help).into_owned(),
        None if state.is_field() && matches!(key.code, Code::Char(_)) => words.get("help-tester-typed").into_owned(),
        None => words.get("help-tester-free").into_owned(),
    }
}
