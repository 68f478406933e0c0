//! Every kind asked and told, at three sizes, in both languages; signs and colours for a few.

use crate::domain::text::Lang;
use crate::ui::theme::Theme;

use super::content::{self, all};
use super::desk::{Desk, answer_not_yet};
use super::visual::finished;

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

/// The smallest window that works, and the two below Large.
const FEWER: [(u16, u16); 3] = [(44, 12), (60, 20), (80, 24)];

fn several(desk_of: impl FnMut(Lang, (u16, u16)) -> Desk) -> String {
    at_sizes(SIZES, desk_of)
}

fn at_sizes(sizes: [(u16, u16); 3], mut desk_of: impl FnMut(Lang, (u16, u16)) -> Desk) -> String {
    let mut out = String::new();
    for lang in [Lang::En, Lang::Id] {
        for (width, height) in sizes {
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

#[test]
fn every_other_state() {
    let states: [(&str, crate::domain::question::Question, &str); 13] = [
        ("guess-and-hint", content::single(), "gi"),
        ("guess-right", content::single(), "g3"),
        ("dont-know", content::single(), "x"),
        ("taken-back", content::single(), "1\nu"),
        ("pause", content::single(), "1\nq"),
        ("flag", content::single(), "1m"),
        ("note", content::single(), "1aan own note\nin two lines"),
        ("near", content::short(), "x-request-id\n"),
        ("count", content::short(), "X-Same\nr"),
        ("counted", content::short(), "X-Same\nr1"),
        ("word-bank", content::cloze(), "stored\t4\u{1b}w"),
        ("second-scene", content::scenario(), "2"),
        ("last-row", content::matching(), "ab"),
    ];
    for (name, question, keys) in states {
        let shown = at_sizes(FEWER, |lang, (w, h)| {
            let mut desk = Desk::closed(vec![question.clone(), content::multi()]).language(lang).sized(w, h);
            desk.open();
            desk.keys(keys);
            desk
        });
        insta::assert_snapshot!(format!("state-{name}"), shown);
    }
}

#[test]
fn the_summary_and_an_empty_queue() {
    let empty = |lang, (w, h)| {
        let mut desk = Desk::closed(vec![]).language(lang).sized(w, h);
        desk.open();
        desk
    };
    insta::assert_snapshot!("empty", at_sizes(FEWER, empty));
    let done = |lang, size| {
        let mut desk = empty(lang, size);
        finished(&mut desk);
        desk
    };
    insta::assert_snapshot!("done-low", at_sizes(FEWER, done));
    insta::assert_snapshot!("done", several(done));
}
