//! Cards: a bar at the left, a label, and what it is about. No edge at the right or below.

use super::glyphs::BAR;
use super::ink::{self, Ink, run};
use super::page::{INSIDE, LEFT, Page};
use super::theme::Token;

/// Cells between two options in one row.
const BETWEEN: i32 = 6;

/// The bar of a card in the colour of its kind, over the rows `y0` up to but not including `y1`.
pub fn bar(page: &mut Page, y0: i32, y1: i32, kind: Token) {
    page.column(LEFT, y0, y1, BAR, kind);
}

/// The first row of a card: its name, and something at the right.
pub fn title<I: Ink + ?Sized>(page: &mut Page, y: i32, name: &str, right: &I) {
    let end = page.edge() - ink::width(right);
    if end - 2 >= INSIDE + ink::width(name) {
        page.put(end, y, right);
    }
    page.put_to(INSIDE, y, page.edge(), &(name, Token::Label));
}

/// Whether options (key and text) fit into one row of a card.
pub fn fit_one_row(page: &Page, options: &[(&str, &str)]) -> bool {
    let width: i32 = options.iter().map(|(k, t)| ink::width(*k) + 2 + ink::width(*t) + BETWEEN).sum();
    INSIDE + width - BETWEEN <= page.edge()
}

/// Options in one row of a card. Each has a mark before its key after answering, or none.
pub fn one_row(page: &mut Page, y: i32, options: &[(&str, &str)]) {
    let mut x = INSIDE;
    for (key, text) in options {
        x = page.put(x, y, &run(Token::Key, *key)) + 2;
        x = page.put(x, y, *text) + BETWEEN;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::{key, text};
    use crate::ui::stage::{every_size, picture};

    const OPTIONS: [(&str, &str); 3] = [("1", "2 queries"), ("2", "100 queries"), ("3", "101 queries")];

    fn card(page: &mut Page) {
        bar(page, 0, 3, Token::Accent);
        title(page, 0, "CHECK YOURSELF", &[key("g"), text(" it's a guess")]);
        page.put(INSIDE, 1, &("100 stores, no eager loading. How many queries?", Token::Strong));
        one_row(page, 2, &OPTIONS);
    }

    #[test]
    fn a_check_card_looks_like_its_picture() {
        assert_eq!(
            picture(80, 3, card),
            "   ┃ CHECK YOURSELF                                              g it's a guess\n\
             \x20  ┃ 100 stores, no eager loading. How many queries?\n\
             \x20  ┃ 1  2 queries      2  100 queries      3  101 queries\n"
        );
    }

    #[test]
    fn options_share_a_row_only_where_they_fit() {
        picture(80, 3, |p| assert!(fit_one_row(p, &OPTIONS)));
        picture(50, 3, |p| assert!(!fit_one_row(p, &OPTIONS)));
        picture(4, 3, |p| assert!(!fit_one_row(p, &OPTIONS)));
    }

    #[test]
    fn cards_fit_every_window() {
        every_size(card);
    }
}
