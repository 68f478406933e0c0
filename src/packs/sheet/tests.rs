use std::path::PathBuf;

use super::compare::right_answer;
use super::form::written;
use super::*;

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// A topic with a question of each of the nine kinds.
fn whole(lang: Lang) -> Questions {
    let path = content().join("backend-roadmap/c01-tools/idempotency");
    read(&path, &Options { lang: Some(lang), ..Options::default() }).expect("a topic")
}

/// A form with the right answer to every question.
fn filled(asked: &Questions) -> String {
    let mut form = String::new();
    for it in &asked.asked {
        let line = format!("{} = {}", it.name, written(it, &right_answer(&it.question, asked.lang), asked.lang));
        form.push_str(&format!("[{}]\n{line}\n", it.topic.as_str()));
    }
    form
}

fn compared(asked: &Questions, form: &str) -> Agreement {
    asked.compare(&Form::parse(form).expect("a form"))
}

/// The filled form with another answer to one question.
fn with(asked: &Questions, name: &str, answer: &str) -> Agreement {
    let form = filled(asked);
    let start = format!("{name} = ");
    let line = |line: &str| if line.starts_with(&start) { format!("{start}{answer}") } else { line.to_owned() };
    compared(asked, &form.lines().map(line).collect::<Vec<_>>().join("\n"))
}

fn of_kind<'a>(asked: &'a Questions, kind: &str) -> &'a Asked {
    asked.asked.iter().find(|it| it.kind == kind).unwrap_or_else(|| panic!("no {kind} there"))
}

#[test]
fn a_form_filled_with_the_keys_agrees_wholly_in_both_languages() {
    for lang in Lang::ALL {
        let all = read(&content(), &Options { lang: Some(lang), ..Options::default() }).expect("the content");
        let agreement = compared(&all, &filled(&all));
        assert!(!agreement.is_open(), "{}", agreement.human());
        assert_eq!(agreement.all.agree, all.asked.len());
        assert_eq!(agreement.kinds.len(), 9, "all kinds were compared");
    }
}

#[test]
fn a_sheet_has_no_key_no_explanation_and_no_id_of_an_option() {
    let asked = whole(Lang::En);
    let sheet = asked.sheet();
    for it in &asked.asked {
        let crate::domain::question::Kind::Single(options) = &it.question.kind else { continue };
        for choice in &options.choices {
            assert!(sheet.contains(choice.text.get(Lang::En)), "{}", choice.id);
            assert!(!sheet.contains(choice.why.get(Lang::En)), "{}", choice.id);
        }
        assert!(it.question.explain.is_empty() || !sheet.contains(it.question.explain.get(Lang::En)));
    }
    assert!(!sheet.contains("right = true"));
}

#[test]
fn a_sheet_is_the_same_each_time_and_letters_differ_between_languages() {
    assert_eq!(whole(Lang::En).sheet(), whole(Lang::En).sheet());
    let letters = |lang| {
        let asked = whole(lang);
        asked.asked.iter().map(|it| written(it, &right_answer(&it.question, lang), lang)).collect::<Vec<_>>()
    };
    assert_ne!(letters(Lang::En), letters(Lang::Id));
}

#[test]
fn right_answers_stand_at_every_letter_about_equally_often() {
    let all = read(&content(), &Options::default()).expect("the content");
    let mut first = [0usize; 4];
    let singles = all.asked.iter().filter(|it| {
        matches!(&it.question.kind, crate::domain::question::Kind::Single(o) if o.choices.len() == 4 && !o.keep_order)
    });
    for it in singles {
        let at = written(it, &right_answer(&it.question, all.lang), all.lang);
        first[usize::from(at.as_bytes()[0] - b'a')] += 1;
    }
    let sum: usize = first.iter().sum();
    assert!(first.iter().all(|n| n * 100 / sum > 15), "{first:?}");
}

#[test]
fn nothing_of_a_strangers_form_steers_the_terminal() {
    let asked = whole(Lang::En);
    for kind in ["single", "short", "line", "scenario"] {
        let agreement = with(&asked, &of_kind(&asked, kind).name, "z\u{1b}[2J\rgood\u{202e}");
        let [it] = &agreement.differences[..] else { panic!("{}", agreement.human()) };
        assert_eq!(&*it.yours, "z\u{fffd}[2J\u{fffd}good\u{fffd}");
        assert!(!agreement.human().contains(['\u{1b}', '\r', '\u{202e}']), "{}", agreement.human());
    }
}

#[test]
fn another_answer_is_told_with_its_place_and_counted_by_unit_and_kind() {
    let asked = whole(Lang::En);
    let single = of_kind(&asked, "single");
    let right = written(single, &right_answer(&single.question, Lang::En), Lang::En);
    let other = if right == "a" { "b" } else { "a" };
    let agreement = with(&asked, &single.name, other);
    assert!(agreement.is_open());
    let [it] = &agreement.differences[..] else { panic!("{}", agreement.human()) };
    assert_eq!((it.line, &*it.yours), (single.line, other));
    assert!(it.file.ends_with("c01-tools/idempotency/questions.toml"), "{}", it.file);
    assert!(it.key.starts_with(&right), "{}", it.key);
    let kind = agreement.kinds.iter().find(|(kind, _)| &**kind == "single").map(|(_, tally)| *tally);
    assert!(kind.is_some_and(|tally| tally.agree + 1 == tally.questions));
    assert_eq!(agreement.units.len(), 1);
    let source = std::fs::read_to_string(content().join("backend-roadmap/c01-tools/idempotency/questions.toml"));
    let source = source.expect("the file");
    assert_eq!(source.lines().nth(it.line - 1), Some("[[question]]"));
}

#[test]
fn what_is_not_known_differs_and_what_is_left_empty_is_not_answered() {
    let asked = whole(Lang::Id);
    let unknown = with(&asked, &asked.asked[0].name, "??");
    assert_eq!((unknown.differences.len(), unknown.all.answered), (1, asked.asked.len()));
    let empty = with(&asked, &asked.asked[0].name, "");
    assert_eq!((empty.differences.len(), empty.all.answered), (0, asked.asked.len() - 1));
    assert!(empty.is_open(), "an empty form agrees with nothing");
}

#[test]
fn an_answer_that_cannot_be_read_says_what_the_question_has() {
    let asked = whole(Lang::En);
    for (kind, answer, said) in [
        ("single", "z", "there is no z"),
        ("single", "a b", "one letter"),
        ("true_false", "a", "begin with true or false"),
        ("true_false", "true", "one reason"),
        ("cloze", "one", "gaps"),
        ("match", "a", "rows"),
        ("line", "900", "the code has lines 1 to"),
        ("scenario", "aaaaaaaa", "the way ends after"),
    ] {
        let agreement = with(&asked, &of_kind(&asked, kind).name, answer);
        let note = agreement.differences.first().map_or("", |it| &it.note);
        assert!(note.contains(said), "{kind} {answer}: {note}");
    }
}

#[test]
fn an_empty_form_can_be_read_and_answers_nothing() {
    let asked = whole(Lang::Id);
    let form = Form::parse(&asked.form()).expect("a form");
    assert_eq!(form.lang, Some(Lang::Id));
    assert_eq!(form.answers.len(), asked.asked.len());
    assert_eq!(asked.compare(&form).all.answered, 0);
}

#[test]
fn a_line_that_is_none_of_a_form_is_told_by_its_number() {
    for (text, line) in [("lang = xx", 1), ("q = a", 1), ("[p/t]\nwhat", 2), ("[p/t]\nq = a\n# more\nq = b", 4)] {
        assert_eq!(Form::parse(text).map_err(|error| error.line), Err(line), "{text}");
    }
}

#[test]
fn a_typed_answer_may_hold_marks_that_a_form_uses_itself() {
    let form = Form::parse("[p/t]\nq = C# = a | b").expect("a form");
    assert_eq!(form.answers.values().next().map(|(_, answer)| &**answer), Some("C# = a | b"));
}

#[test]
fn units_and_folders_within_a_pack_narrow_the_sheet() {
    let of = |path: PathBuf, units: &[&str]| {
        let units = units.iter().map(|unit| (*unit).to_owned()).collect();
        read(&path, &Options { units, lang: None })
    };
    let all = of(content(), &[]).expect("all").asked.len();
    let unit = of(content(), &["c01"]).expect("a unit").asked.len();
    let folder = of(content().join("backend-roadmap/c01-tools"), &[]).expect("a folder").asked.len();
    assert_eq!(unit, folder);
    assert!(unit < all && whole(Lang::En).asked.len() < unit);
    assert!(matches!(of(content(), &["nowhere"]), Err(SheetError::NoUnit(_))));
    assert!(matches!(of(content().join("nowhere"), &[]), Err(SheetError::NoFolder(_))));
}
