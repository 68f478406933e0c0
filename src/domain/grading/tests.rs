use super::*;
use crate::domain::event::Rating::{self, Forgot, Good, Hard};
use crate::domain::ids::ItemId;
use crate::domain::question::*;
use crate::domain::text::Text;

fn question(kind: Kind) -> Question {
    Question {
        id: ItemId::parse("p/t/q").unwrap(),
        key: AnswerKey(1),
        level: 1,
        section: "s".into(),
        prompt: Text::default(),
        explain: Text::default(),
        hint: Text::default(),
        source: "".into(),
        kind,
    }
}

fn choice(id: &str, right: bool) -> Choice {
    Choice { id: id.into(), text: Text::shared(id), right, why: Text::default() }
}

fn options(right: &[&str], wrong: &[&str]) -> Options {
    let right = right.iter().map(|id| choice(id, true));
    let wrong = wrong.iter().map(|id| choice(id, false));
    Options { choices: right.chain(wrong).collect(), keep_order: false }
}

fn blank(answer: &str, accept: &[&str], near: &[&str]) -> Blank {
    let near_of = |w: &&str| Near { text: Text::shared(*w), why: Text::default() };
    Blank {
        answer: Text::shared(answer),
        accept: accept.iter().map(|a| (*a).into()).collect(),
        near: near.iter().map(near_of).collect(),
        why: Text::default(),
        distractors: Vec::new(),
    }
}

fn short(answer: &str, accept: &[&str], near: &[&str]) -> Question {
    question(Kind::Short(blank(answer, accept, near)))
}

fn typed(question: &Question, text: &str) -> Verdict {
    judge(question, &Answer::Typed(text.into()), &[])
}

fn right(answer: &str, text: &str) -> bool {
    typed(&short(answer, &[], &[]), text).outcome == Outcome::Right
}

fn ids(list: &[&str]) -> Vec<Box<str>> {
    list.iter().map(|i| (*i).into()).collect()
}

fn calm() -> Circumstances {
    Circumstances { took_ms: 5_000, median_ms: Some(5_000), ..Circumstances::default() }
}

fn rated(question: &Question, answer: &Answer) -> Rating {
    rate(&judge(question, answer, &[]), question.kind.name(), &calm())
}

#[test]
fn the_one_right_option_is_right_and_any_other_is_wrong() {
    let q = question(Kind::Single(options(&["a"], &["b", "c"])));
    assert_eq!(rated(&q, &Answer::Chosen(ids(&["a"]))), Good);
    assert_eq!(rated(&q, &Answer::Chosen(ids(&["b"]))), Forgot);
    assert_eq!(rated(&q, &Answer::Chosen(ids(&["a", "b"]))), Forgot);
    assert_eq!(rated(&q, &Answer::DontKnow), Forgot);
    let Parts::Choices(marks) = judge(&q, &Answer::Chosen(ids(&["b"])), &[]).parts else { panic!("choices") };
    let seen: Vec<_> = marks.iter().map(|m| (&*m.id, m.right, m.chosen)).collect();
    assert_eq!(seen, [("a", true, false), ("b", false, true), ("c", false, false)]);
}

#[test]
fn a_wrong_option_takes_a_right_one_away_and_two_thirds_are_hard() {
    let q = question(Kind::Multi(options(&["a", "b", "c"], &["x", "y"])));
    let cases: [(&[&str], Outcome, f32, Rating); 6] = [
        (&["a", "b", "c"], Outcome::Right, 1.0, Good),
        (&["a", "b"], Outcome::Partly, 2.0 / 3.0, Hard),
        (&["a", "b", "c", "x"], Outcome::Partly, 2.0 / 3.0, Hard),
        (&["a", "b", "x"], Outcome::Partly, 1.0 / 3.0, Forgot),
        (&["a", "x", "y"], Outcome::Wrong, 0.0, Forgot),
        (&[], Outcome::Wrong, 0.0, Forgot),
    ];
    for (chosen, outcome, share, rating) in cases {
        let answer = Answer::Chosen(ids(chosen));
        let v = judge(&q, &answer, &[]);
        assert_eq!((v.outcome, v.share), (outcome, share), "{chosen:?}");
        assert_eq!(rated(&q, &answer), rating, "{chosen:?}");
    }
}

#[test]
fn a_verdict_without_its_reason_is_hard_and_a_reason_without_the_verdict_is_nothing() {
    let reasons = vec![choice("because", true), choice("no", false)];
    let q = question(Kind::TrueFalse { answer: false, reasons });
    let say = |v, r: Option<&str>| rated(&q, &Answer::Verdict(v, r.map(Into::into)));
    assert_eq!(say(false, Some("because")), Good);
    assert_eq!(say(false, Some("no")), Hard);
    assert_eq!(say(false, None), Hard);
    assert_eq!(say(true, Some("because")), Forgot);
    assert_eq!(rated(&q, &Answer::DontKnow), Forgot);
}

#[test]
fn case_space_accents_hyphens_and_punctuation_do_not_matter() {
    assert!(right("Idempotency-Key", "  idempotency key "));
    assert!(right("Idempotency-Key", "idempotencykey"));
    assert!(right("café", "cafe\u{301}"));
    assert!(right("cafe", "CAFÉ"));
    assert!(right("write-through", "write through."));
    assert!(right("Cache-Control: no-store", "cache-control no-store"));
    assert!(right("git reset --hard", "git reset hard"));
    assert!(right("N+1 query", "n + 1 query"));
    assert!(!right("Idempotency-Key", "Request-Id"));
    assert!(!right("Idempotency-Key", "   "));
}

#[test]
fn punctuation_counts_where_the_answer_is_made_of_it() {
    assert!(right("C++", "c++"));
    assert!(!right("C++", "C"));
    assert!(right("->", " -> "));
    assert!(!right("->", "=>"));
    assert!(!right("->", "-"));
    assert!(right("*", "*"));
    assert!(right("SELECT *", "select *"));
    assert!(!right("SELECT *", "select"));
    assert!(right("\"stored\"", "stored"));
}

#[test]
fn a_decimal_point_and_a_sign_belong_to_the_number() {
    assert!(!right("1.5", "15"));
    assert!(right("1.5", "1,5"));
    assert!(right("1000", "1,000"));
    assert!(!right("-1", "1"));
    assert!(right("HTTP/1.1", "http 1.1"));
    assert!(!right("HTTP/1.1", "http 11"));
}

#[test]
fn one_slip_is_forgiven_in_a_word_of_six_letters_or_more() {
    assert!(right("Authorization", "Authorizaton"));
    assert!(right("Authorization", "Authorizattion"));
    assert!(right("Authorization", "Authorizatoin"));
    assert!(right("Authorization", "Authorizetion"));
    assert!(right("eager loading", "eager laoding"));
    assert!(!right("eager loading", "aeger loading"), "the word has five letters");
    assert!(!right("Authorization", "Autorizaton"), "two slips");
    assert!(!right("cache", "cahce"));
    assert!(!right("sha256", "sha265"));
    assert!(!right("commit 1", "commit 2"));
}

#[test]
fn a_forgiven_slip_says_where_it_is() {
    let v = typed(&short("Authorization", &[], &[]), " authorizaton");
    let typo = v.typo.unwrap();
    assert_eq!(&*typo.answer, "Authorization");
    assert_eq!((typo.answer_at, typo.typed_at), (10, 11));
}

#[test]
fn a_right_answer_is_accepted_in_either_language() {
    let mut b = blank("stored", &["saved"], &[]);
    b.answer.id = "tersimpan".into();
    let q = question(Kind::Short(b));
    for word in ["stored", "tersimpan", "saved", "Tersimpn"] {
        assert_eq!(typed(&q, word).outcome, Outcome::Right, "{word}");
    }
}

#[test]
fn a_near_word_asks_for_another_try_and_is_not_right() {
    let q = short("Idempotency-Key", &[], &["X-Request-Id", "X-Correlation-Id"]);
    let v = typed(&q, "x correlation id");
    assert_eq!(v.near, Some(NearHit { gap: 0, index: 1 }));
    assert_eq!(v.outcome, Outcome::Wrong);
    assert_eq!(typed(&q, "idempotency key").near, None);
}

#[test]
fn a_near_word_that_differs_in_punctuation_only_is_met_before_anything_is_forgiven() {
    let q = short("git reset --hard", &[], &["git reset -hard"]);
    assert!(typed(&q, "git reset -hard").near.is_some());
    assert_eq!(typed(&q, "git reset --hard").outcome, Outcome::Right);
}

#[test]
fn a_word_of_the_bank_is_not_a_slip_of_the_answer() {
    let mut b = blank("commits", &[], &[]);
    b.distractors = vec![Near { text: Text::shared("commit"), why: Text::default() }];
    let v = typed(&question(Kind::Short(b)), "commit");
    assert_eq!(v.parts, Parts::Blanks(vec![BlankMark { typed: "commit".into(), fit: Fit::Distractor(0) }]));
    assert_eq!(v.outcome, Outcome::Wrong);
}

#[test]
fn each_gap_counts_and_two_of_three_are_hard() {
    let gaps = vec![blank("stored", &[], &[]), blank("422", &[], &["409"]), blank("client", &["klien"], &[])];
    let q = question(Kind::Cloze { text: Text::default(), gaps });
    let fill = |a: &[&str]| Answer::Gaps(ids(a));
    assert_eq!(rated(&q, &fill(&["stored", "422", "klien"])), Good);
    assert_eq!(rated(&q, &fill(&["stored", "500", "client"])), Hard);
    assert_eq!(rated(&q, &fill(&["", "422", ""])), Forgot);
    let v = judge(&q, &fill(&["stored", "409", "client"]), &[]);
    assert_eq!(v.near, Some(NearHit { gap: 1, index: 0 }));
}

#[test]
fn a_spelling_that_the_learner_counted_is_right_in_its_own_gap_only() {
    let gaps = vec![blank("stored", &[], &[]), blank("client", &[], &[])];
    let q = question(Kind::Cloze { text: Text::default(), gaps });
    let answer = Answer::Gaps(ids(&["stored", "the  app"]));
    let own = spelling_to_accept(&judge(&q, &answer, &[])).unwrap();
    assert_eq!(&*own, "\nthe app");
    let own = [own];
    assert_eq!(judge(&q, &answer, &own).outcome, Outcome::Right);
    let elsewhere = Answer::Gaps(ids(&["the app", "client"]));
    assert_eq!(judge(&q, &elsewhere, &own).outcome, Outcome::Partly);
    assert_eq!(spelling_to_accept(&judge(&q, &Answer::DontKnow, &[])), None);
}

fn steps(any_order: &[&[usize]]) -> Question {
    let step = |id: &str| Step { id: id.into(), text: Text::shared(id), why: Text::default() };
    let any_order = any_order.iter().map(|g| g.to_vec()).collect();
    question(Kind::Order { steps: ["a", "b", "c", "d"].map(step).into(), any_order })
}

#[test]
fn only_a_right_order_is_right() {
    let q = steps(&[]);
    assert_eq!(rated(&q, &Answer::Order(ids(&["a", "b", "c", "d"]))), Good);
    assert_eq!(rated(&q, &Answer::Order(ids(&["a", "c", "b", "d"]))), Forgot);
    assert_eq!(rated(&q, &Answer::Order(ids(&["a", "b", "c"]))), Forgot);
    assert_eq!(rated(&q, &Answer::Order(ids(&["a", "b", "c", "d", "d"]))), Forgot);
}

#[test]
fn steps_of_a_group_may_change_places_and_the_shown_order_keeps_them_as_the_learner_had_them() {
    let q = steps(&[&[1, 2]]);
    assert_eq!(rated(&q, &Answer::Order(ids(&["a", "c", "b", "d"]))), Good);
    let v = judge(&q, &Answer::Order(ids(&["d", "c", "b", "a"])), &[]);
    let Parts::Order { yours, right } = v.parts else { panic!("order") };
    assert_eq!(right, ids(&["a", "c", "b", "d"]));
    let fits: Vec<bool> = yours.iter().map(|m| m.right).collect();
    assert_eq!(fits, [false, true, true, false]);
    assert_eq!((v.outcome, v.share), (Outcome::Wrong, 0.5));
}

#[test]
fn pairs_with_equal_rights_are_one_choice() {
    let pair = |id: &str, right: &str| Pair {
        id: id.into(),
        left: Text::shared(id),
        right: Text::shared(right),
        why: Text::default(),
    };
    let pairs = vec![pair("p1", "404"), pair("p2", "404"), pair("p3", "409")];
    let q = question(Kind::Match { pairs, extras: vec![choice("e", false)] });
    let say = |rows: [(&str, Option<&str>); 3]| Answer::Pairs(rows.map(|(l, r)| (l.into(), r.map(Into::into))).into());
    assert_eq!(rated(&q, &say([("p1", Some("p2")), ("p2", Some("p2")), ("p3", Some("p3"))])), Good);
    assert_eq!(rated(&q, &say([("p1", Some("p1")), ("p2", Some("p1")), ("p3", Some("e"))])), Hard);
    assert_eq!(rated(&q, &say([("p1", Some("p3")), ("p2", Some("p1")), ("p3", None)])), Forgot);
}

#[test]
fn any_of_the_right_lines_is_right() {
    let note = |number, right| LineNote { number, right, why: Text::default() };
    let notes = vec![note(1, true), note(5, false), note(7, true)];
    let q = question(Kind::Line { language: "go".into(), code: "".into(), notes });
    assert_eq!(rated(&q, &Answer::Line(7)), Good);
    assert_eq!(rated(&q, &Answer::Line(5)), Forgot);
    assert_eq!(rated(&q, &Answer::Line(2)), Forgot);
    assert_eq!(right_ids(&q), ids(&["1", "7"]));
}

fn story() -> Question {
    let scene = |id: &str, next: [Option<usize>; 2]| {
        let pick = |id: &str, best, goto| SceneChoice {
            id: id.into(),
            text: Text::default(),
            why: Text::default(),
            best,
            goto,
            cost: Text::default(),
        };
        let choices = vec![pick("best", true, next[0]), pick("other", false, next[1])];
        Scene { id: id.into(), text: Text::default(), choices }
    };
    let scenes = vec![scene("one", [Some(1), Some(2)]), scene("two", [Some(2), None]), scene("three", [None, None])];
    question(Kind::Scenario { scenes })
}

#[test]
fn a_way_of_best_choices_is_good_one_off_hard_and_more_forgot() {
    let q = story();
    let way = |w: &[(&str, &str)]| Answer::Way(w.iter().map(|(s, c)| ((*s).into(), (*c).into())).collect());
    assert_eq!(rated(&q, &way(&[("one", "best"), ("two", "best"), ("three", "best")])), Good);
    assert_eq!(rated(&q, &way(&[("one", "other"), ("three", "best")])), Hard);
    assert_eq!(rated(&q, &way(&[("one", "best"), ("two", "other")])), Hard);
    assert_eq!(rated(&q, &way(&[("one", "other"), ("three", "other")])), Forgot);
    assert_eq!(rated(&q, &way(&[("one", "best")])), Forgot, "two scenes were not decided");
    assert_eq!(rated(&q, &Answer::DontKnow), Forgot);
}

#[test]
fn only_the_first_choice_in_a_scene_counts() {
    let back = [("one", "other"), ("one", "best"), ("two", "best"), ("three", "best")];
    let way = back.iter().map(|(s, c)| ((*s).into(), (*c).into())).collect();
    let v = judge(&story(), &Answer::Way(way), &[]);
    assert_eq!(v.outcome, Outcome::Partly);
    let Parts::Way(marks) = v.parts else { panic!("way") };
    assert_eq!(marks.len(), 2, "the way is that of the first choices");
}

#[test]
fn a_guess_a_hint_and_a_slow_answer_lower_the_grade() {
    let q = question(Kind::Single(options(&["a"], &["b"])));
    let v = judge(&q, &Answer::Chosen(ids(&["a"])), &[]);
    let with = |c: Circumstances| rate(&v, KindName::Single, &c);
    assert_eq!(with(calm()), Good);
    assert_eq!(with(Circumstances { guess: true, new: true, ..calm() }), Forgot);
    assert_eq!(with(Circumstances { guess: true, ..calm() }), Hard);
    assert_eq!(with(Circumstances { hint: true, ..calm() }), Hard);
    assert_eq!(with(Circumstances { took_ms: 12_500, ..calm() }), Good, "exactly 2.5 times");
    assert_eq!(with(Circumstances { took_ms: 12_501, ..calm() }), Hard);
    assert_eq!(with(Circumstances { took_ms: 900_000, median_ms: None, ..calm() }), Good);
    let wrong = judge(&q, &Answer::Chosen(ids(&["b"])), &[]);
    assert_eq!(rate(&wrong, KindName::Single, &Circumstances { guess: true, ..calm() }), Forgot);
}

#[test]
fn an_answer_of_another_kind_is_read_as_dont_know() {
    let q = question(Kind::Single(options(&["a"], &["b"])));
    assert_eq!(judge(&q, &Answer::Line(1), &[]), judge(&q, &Answer::DontKnow, &[]));
}

proptest::proptest! {
    #[test]
    fn any_typed_text_is_judged_without_panic_and_an_answer_accepts_itself(answer in "\\PC{1,20}", text in "\\PC{0,20}") {
        proptest::prop_assume!(!answer.trim().is_empty());
        let q = short(&answer, &[], &[]);
        proptest::prop_assert_eq!(typed(&q, &answer).outcome, Outcome::Right);
        let v = typed(&q, &text);
        if let Some(typo) = v.typo {
            proptest::prop_assert!(typo.typed_at <= text.chars().count());
        }
    }
}

#[test]
fn a_sentence_with_a_word_of_the_point_is_good_and_any_other_is_forgot() {
    use crate::domain::rubric::{Drill, Phrase, WordList};
    let words = WordList { en: vec![Phrase::new("cost + connection")], id: vec![Phrase::new("mahal")] };
    let text = Text::default;
    let drill = Drill { point: text(), met: text(), partly: text(), words, model: text() };
    let q = question(Kind::Drill(Box::new(drill)));
    let said = |text: &str| Answer::Typed(text.into());
    assert_eq!(rated(&q, &said("A  new connection\n costs time")), Rating::Good);
    assert_eq!(rated(&q, &said("Membuka koneksi itu mahal")), Rating::Good, "either language");
    assert_eq!(rated(&q, &said("It costs time. A connection")), Rating::Forgot, "two sentences");
    assert_eq!(rated(&q, &Answer::DontKnow), Rating::Forgot);
    let Parts::Sentence { typed, found } = judge(&q, &said("A  new connection\n costs time"), &[]).parts else {
        panic!("a sentence")
    };
    assert_eq!(&*typed, "A new connection costs time");
    assert_eq!(found.iter().map(|f| &typed[f.clone()]).collect::<Vec<_>>(), ["connection", "costs"]);
}
