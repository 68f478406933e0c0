//! The own answer beside the model.

use super::*;

#[test]
fn each_point_stands_beside_the_sentence_of_the_model_that_makes_it() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter");
    let Stage::Compare(compare) = &desk.interview.stage else { panic!("comparing") };
    let model = desk.interview.asked.as_ref().map(|asked| asked.model()).unwrap_or_default();
    let beside = |at: usize| {
        let own = compare.rows[at].own.first().map(|p| &desk.interview.turns[p.turn].text[p.at.clone()]);
        (own, compare.rows[at].model.clone().map(|at| &model[at]))
    };
    assert_eq!(beside(3).0, Some("Ketiga connection pooling supaya koneksi tidak habis."));
    assert_eq!(beside(3).1, Some("Connection pooling dengan batas agar beban rata."));
    assert_eq!(beside(5), (None, Some("Backup terjadwal dan uji restore.")));
    assert_eq!((compare.count(Mark::Met), compare.count(Mark::Missed)), (6, 1));
}

#[test]
fn the_model_is_copied_whole() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter y");
    let Some(Effect::Copy(text)) = desk.effects.last() else { panic!("copied") };
    assert!(text.starts_with("Desain skema efisien"));
}
