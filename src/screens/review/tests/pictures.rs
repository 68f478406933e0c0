//! Every kind asked and told, at three sizes, in both languages; signs and colours for a few.

use crate::domain::text::Lang;
use crate::ui::theme::Theme;

use super::content::all;
use super::desk::{Desk, answer_not_yet};

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

fn several(mut desk_of: impl FnMut(Lang, (u16, u16)) -> Desk) -> String {
    let mut out = String::new();
    for lang in [Lang::En, Lang::Id] {
        for (width, height) in SIZES {
            let mut desk = desk_of(lang, (width, height));
            out.push_str(&format!("== {} {width}x{height}\n{}", lang.code(), desk.picture()));
        }
    }
    out
}

#[test]
fn every_kind_asked() {
    for (name, question) in all() {
        let shown = several(|lang, (w, h)| {
            let mut desk = Desk::closed(vec![question.clone()]).language(lang).sized(w, h);
            desk.open();
            desk
        });
        insta::assert_snapshot!(format!("asked-{name}"), shown);
    }
}

#[test]
fn every_kind_told() {
    for (name, question) in all() {
        let shown = several(|lang, (w, h)| {
            let mut desk = Desk::closed(vec![question.clone()]).language(lang).sized(w, h);
            desk.open();
            answer_not_yet(&mut desk, name);
            desk
        });
        insta::assert_snapshot!(format!("told-{name}"), shown);
    }
}

#[test]
fn ascii_and_no_colour() {
    for (name, question) in all().into_iter().filter(|(name, _)| ["single", "multi", "line"].contains(name)) {
        let mut out = String::new();
        for theme in [Theme::dark().with_ascii(true), Theme::mono()] {
            let mut desk = Desk::closed(vec![question.clone()]);
            desk.theme = theme;
            desk.open();
            out.push_str(&desk.coloured().replace('\u{1b}', "␛"));
            answer_not_yet(&mut desk, name);
            out.push_str(&desk.coloured().replace('\u{1b}', "␛"));
        }
        insta::assert_snapshot!(format!("signs-{name}"), out);
    }
}
