use super::content::*;
use super::desk::*;
use super::visual::*;
use crate::domain::text::Lang;
use crate::ui::theme::Theme;
fn save(name: &str, desk: &mut Desk) {
    std::fs::write(format!("/tmp/pics/g-{name}.ans"), desk.coloured()).unwrap();
    std::fs::write(format!("/tmp/pics/g-{name}.txt"), desk.picture()).unwrap();
}
#[test]
fn gallery() {
    for (w, h) in [(44, 12), (60, 20), (80, 24), (120, 40)] {
        for lang in [Lang::En, Lang::Id] {
            let c = lang.code();
            let mut d = Desk::closed(vec![single(), multi()]).language(lang).sized(w, h);
            d.open();
            save(&format!("single-{w}-{c}"), &mut d);
            d.keys("g");
            d.keys("i");
            save(&format!("hint-{w}-{c}"), &mut d);
            d.keys("3");
            save(&format!("guess-right-{w}-{c}"), &mut d);
            d.keys("aan own note\nwith two lines");
            save(&format!("note-{w}-{c}"), &mut d);
            d.keys("\u{1b}");
            save(&format!("notecmd-{w}-{c}"), &mut d);
            d.keys("\n");
            d.keys("m");
            save(&format!("flag-{w}-{c}"), &mut d);
            d.keys("1");
            d.keys("q");
            save(&format!("pause-{w}-{c}"), &mut d);
            let mut d = Desk::closed(vec![short()]).language(lang).sized(w, h);
            d.open();
            d.keys("x-request-id\n");
            save(&format!("near-{w}-{c}"), &mut d);
            d.keys("\n");
            save(&format!("near-told-{w}-{c}"), &mut d);
            d.keys("r");
            save(&format!("count-{w}-{c}"), &mut d);
            d.keys("1");
            save(&format!("counted-{w}-{c}"), &mut d);
            let mut d = Desk::closed(vec![cloze()]).language(lang).sized(w, h);
            d.open();
            d.keys("stored\t4\u{1b}w");
            save(&format!("cloze-{w}-{c}"), &mut d);
            let mut d = Desk::closed(vec![matching()]).language(lang).sized(w, h);
            d.open();
            d.keys("ab");
            save(&format!("match-{w}-{c}"), &mut d);
            let mut d = Desk::closed(vec![line()]).language(lang).sized(w, h);
            d.open();
            d.keys("jjjj");
            save(&format!("line-{w}-{c}"), &mut d);
            d.keys("z");
            save(&format!("linefull-{w}-{c}"), &mut d);
            let mut d = Desk::closed(vec![scenario()]).language(lang).sized(w, h);
            d.open();
            d.keys("2");
            save(&format!("scenario-{w}-{c}"), &mut d);
            d.keys("2");
            save(&format!("scenario-told-{w}-{c}"), &mut d);
            let mut d = Desk::closed(vec![]).language(lang).sized(w, h);
            d.open();
            save(&format!("empty-{w}-{c}"), &mut d);
            finished(&mut d);
            save(&format!("done-{w}-{c}"), &mut d);
            let mut d = Desk::closed(vec![true_false()]).language(lang).sized(w, h);
            d.open();
            d.keys("2j");
            save(&format!("tf-{w}-{c}"), &mut d);
            d.theme = Theme::mono();
            d.keys("a");
            save(&format!("tf-mono-{w}-{c}"), &mut d);
        }
    }
}
