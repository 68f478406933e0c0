//! Every rule's samples: the bad one is found at its place, the good one has nothing.

use std::collections::BTreeMap;

use super::*;
use crate::format::finding::line_column;
use crate::packs::check::{Options, Report, Tree, trees};
use crate::packs::told::{english, told};

/// A small pack that keeps all rules.
pub(super) const BASE: &[(&str, &str)] = &[
    ("pack.toml", "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\", \"id\"]\n"),
    (
        "t/topic.toml",
        "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
    ),
    ("t/lesson.en.md", "Intro.\n\n## Section {#s}\n\nText.\n\n```check\nq\n```\n"),
    ("t/lesson.id.md", "Pembuka.\n\n## Bagian {#s}\n\nTeks.\n\n```check\nq\n```\n"),
    (
        "t/questions.toml",
        "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header?\"\nprompt.id = \"Header mana?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
    ),
];

pub(super) fn report(sample: &[(&str, &str)]) -> Report {
    let files = BASE.iter().chain(sample).map(|(path, text)| (Box::from(*path), (*text).to_owned()));
    let tree = Tree::Memory(files.collect::<BTreeMap<_, _>>());
    trees(&[(String::new(), tree)], &Options::default()).0
}

/// `path:line:column code` of every problem.
pub(super) fn shown(report: &Report) -> Vec<String> {
    let line = |p: &crate::packs::check::Problem| {
        format!("{}:{}:{} {} {}", p.place.file, p.place.line, p.place.column, p.code, english(&p.message))
    };
    report.problems.iter().map(line).collect()
}

#[test]
fn the_base_of_the_samples_keeps_all_rules() {
    assert_eq!(shown(&report(&[])), Vec::<String>::new());
}

#[test]
fn every_bad_sample_is_found_at_its_place_and_only_there() {
    for rule in ALL {
        let found = report(rule.bad.files);
        let own: Vec<_> = found.problems.iter().filter(|p| p.code == rule.code).collect();
        assert_eq!(own.len(), 1, "{}: {:#?}", rule.code, shown(&found));
        let place = &own[0].place;
        let at = format!("{}:{}:{}", place.file, place.line, place.column);
        assert_eq!(at, rule.bad.at, "{}", rule.code);
        assert_eq!(own[0].severity, rule.severity, "{}", rule.code);
        assert!(own[0].help.is_some() || rule.severity == Severity::Info, "{} says what to write", rule.code);
        let others: Vec<_> = found.problems.iter().filter(|p| p.code != rule.code).collect();
        assert!(others.is_empty(), "{} finds nothing else: {:#?}", rule.code, shown(&found));
    }
}

#[test]
fn no_good_sample_has_a_finding() {
    for rule in ALL {
        assert_eq!(shown(&report(rule.good.files)), Vec::<String>::new(), "{}", rule.code);
        assert!(rule.good.at.is_empty());
    }
}

#[test]
fn codes_are_in_order_and_each_stands_once() {
    assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
    assert_eq!(rule("j012").map(|rule| rule.name), Some("answer"));
    assert!(rule("J999").is_none());
}

#[test]
fn every_rule_says_what_it_finds_and_why_in_a_sentence() {
    for rule in ALL {
        let code = rule.code.to_ascii_lowercase();
        assert_eq!((rule.what, rule.why), (&*format!("rule-{code}-what"), &*format!("rule-{code}-why")));
        for words in both() {
            assert!(words.has(rule.what) && words.has(rule.why), "{} in {}", rule.code, words.code());
            assert!(words.get(rule.what).ends_with('.') && words.get(rule.why).ends_with('.'), "{}", rule.code);
        }
        assert!(!rule.bad.files.is_empty() && !rule.good.files.is_empty(), "{}", rule.code);
    }
}

#[test]
fn the_help_of_a_rule_shows_what_to_write() {
    let help = rule("J104").map(|rule| both().map(|words| rule.explain(&words))).unwrap_or_default();
    assert!(help[0].starts_with("warning J104: no-why\n\nAn option"));
    assert!(help[0].contains("Better (t/questions.toml)\n\n    [[question]]\n"));
    assert!(help[1].starts_with("warning J104: no-why\n\nOpsi, alasan"));
    assert!(help[1].contains("Lebih baik (t/questions.toml)\n\n    [[question]]\n"));
}

#[test]
fn blocks_of_one_language_that_differ_in_what_follows_it_are_told_apart() {
    let lesson = |info: &str| format!("Intro.\n\n## Section {{#s}}\n\n```{info}\nls\n```\n\n```check\nq\n```\n");
    let found = |en: &str, id: &str| {
        let (en, id) = (lesson(en), lesson(id));
        shown(&report(&[("t/lesson.en.md", en.as_str()), ("t/lesson.id.md", id.as_str())]))
    };
    let at = "t/lesson.id.md:5:1 J014";
    let expected = format!("{at} a `sh run` block stands where lesson.en.md has a `sh` block");
    assert_eq!(found("sh", "sh run"), [expected]);
    let expected = format!("{at} a `sh` block stands where lesson.en.md has a `sql` block");
    assert_eq!(found("sql run", "sh run"), [expected]);
}

#[test]
fn a_pack_in_one_language_is_told_to_write_one_why_and_one_title_of_a_prompt() {
    let plain = |text: &str| {
        let lines = text.lines().filter(|line| !line.contains("why.") && !line.starts_with("title"));
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    let questions = plain(rule("J104").map_or("", |rule| rule.bad.files[0].1));
    let prompts = plain(rule("J141").map_or("", |rule| rule.good.files[0].1));
    let helps = |languages: &str| {
        let head = format!("id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = {languages}\n");
        let files = [("pack.toml", &*head), ("t/questions.toml", &*questions), ("t/prompts.toml", &*prompts)];
        let found = report(&files);
        let told = found.problems.iter().filter(|p| p.code == "J104" || english(&p.message).ends_with("has no title"));
        let mut helps: Vec<String> = told.filter_map(|p| p.help.as_ref().map(english)).collect();
        helps.dedup();
        helps
    };
    let expected = ["add `title = \"...\"`, at most 40 columns", "add `why = \"...\"`: why it is right or wrong"];
    assert_eq!(helps("[\"en\"]"), expected);
    let expected = [
        "add `title.en` and `title.id`, at most 40 columns each",
        "add `why.en` and `why.id`: why it is right or wrong",
    ];
    assert_eq!(helps("[\"en\", \"id\"]"), expected);
}

#[test]
fn a_mark_for_a_point_that_is_not_there_is_told_at_its_name() {
    let prompts = rule("J022").map_or("", |rule| rule.good.files[0].1).replacen("undo = \"met\"", "undu = \"met\"", 1);
    let found = shown(&report(&[("t/prompts.toml", &*prompts)]));
    let (line, column) = line_column(&prompts, prompts.find("undu").unwrap_or(0));
    let expected = format!("t/prompts.toml:{line}:{column} J022 there is no point `undu`");
    assert!(found.contains(&expected), "{expected}: {found:#?}");
}

fn both() -> [Words; 2] {
    ["en", "id"].map(Words::of)
}

/// What is not a sentence: a key that has no message, a placeable that nothing fills.
fn is_unfinished(text: &str) -> bool {
    let is_key = |word: &str| ["find-", "noun-", "check-", "rule-"].iter().any(|area| word.starts_with(area));
    text.trim().is_empty() || text.contains("{$") || text.contains("{ $") || text.split([' ', '`']).any(is_key)
}

#[test]
fn every_bad_sample_is_told_in_both_languages_and_differently() {
    let [en, id] = both();
    for rule in ALL {
        for problem in &report(rule.bad.files).problems {
            let labels = problem.labels.iter().map(|(_, label)| label);
            for said in std::iter::once(&problem.message).chain(&problem.help).chain(labels) {
                let (english, indonesian) = (told(said, &en), told(said, &id));
                for text in [&english, &indonesian] {
                    assert!(!is_unfinished(text), "{}: {text}", rule.code);
                    // A brace is what the author has to write, and then it stands in code.
                    let outside: String = text.split('`').step_by(2).collect();
                    assert!(rule.code == "J015" || !outside.contains('{'), "{}: {text}", rule.code);
                }
                assert_ne!(english, indonesian, "{} says the same in both", rule.code);
            }
        }
        assert_ne!(rule.explain(&en), rule.explain(&id), "{}", rule.code);
    }
}

#[test]
fn problems_stand_in_the_same_order_whatever_the_language() {
    // With its head broken, nothing else of a pack is looked at.
    let files = ALL.iter().flat_map(|rule| rule.bad.files).filter(|(path, _)| *path != "pack.toml");
    let found = report(&files.copied().collect::<Vec<_>>());
    let order: Vec<_> = found.problems.iter().map(|p| (&p.place, p.code, &p.message)).collect();
    assert!(order.len() > 5 && order.is_sorted(), "{:#?}", shown(&found));
    let codes = |words: &Words| -> Vec<String> {
        let json = found.json(words);
        let problems = json["data"]["problems"].as_array().cloned().unwrap_or_default();
        problems.iter().map(|it| format!("{} {}:{}", it["code"], it["file"], it["line"])).collect()
    };
    let [en, id] = both();
    assert_eq!(codes(&en), codes(&id));
}

#[test]
fn the_help_of_every_rule_says_what_and_why_and_shows_both_samples_in_a_screenful_or_two() {
    let words = Words::of("en");
    for rule in ALL {
        let help = rule.explain(&words);
        let code = rule.code;
        assert!(help.starts_with(&format!("{} {code}: {}\n", rule.severity.word(), rule.name)), "{code}");
        assert!(help.contains(&*words.get(rule.what)) && help.contains(&*words.get(rule.why)), "{code}");
        let (bad, good) = (help.find("\nNot so (").unwrap_or(0), help.find("\nBetter (").unwrap_or(0));
        assert!(0 < bad && bad < good, "{code}: {help}");
        assert_ne!(help[bad..good].split_once('\n').map(|s| s.1), help[good..].split_once('\n').map(|s| s.1), "{code}");
        assert!(help.lines().count() <= 130, "{code} has {} lines", help.lines().count());
        assert!(!help.contains('\u{1b}'), "{code}");
    }
}

#[test]
fn somebody_who_is_asked_in_a_day_is_known_too() {
    let asked = |who: &str| {
        let day = format!("ask.{who}.en = \"Now.\"\nask.{who}.id = \"Sekarang.\"\n\n[[slot.choice]]");
        good_day!().replacen("[[slot.choice]]", &day, 1)
    };
    assert_eq!(shown(&report(&[("days/short.toml", &asked("data"))])), Vec::<String>::new());
    let found = shown(&report(&[("days/short.toml", &asked("pm"))]));
    assert!(matches!(&found[..], [one] if one.contains(" J027 nobody is called `pm`")), "{found:?}");
}

#[test]
fn a_match_has_at_most_as_many_right_sides_as_letters_and_equal_ones_are_one() {
    let question = |rights: &[&str]| {
        let row = |(at, right): (usize, &&str)| match at {
            0..3 => format!("[[question.pair]]\nid = \"p{at}\"\nleft = \"L{at}\"\nright = \"{right}\"\nwhy = \"w\"\n"),
            _ => format!("[[question.extra]]\nid = \"x{at}\"\nright = \"{right}\"\nwhy = \"w\"\n"),
        };
        let rows: String = rights.iter().enumerate().map(row).collect();
        format!(
            "[[question]]\nid = \"q\"\nkind = \"match\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which?\"\nprompt.id = \"Mana?\"\nsource = \"lesson\"\n\n{rows}"
        )
    };
    let of = |rights: &[&str]| {
        let text = question(rights);
        let found = report(&[("t/questions.toml", text.as_str())]);
        shown(&found).into_iter().filter(|line| line.contains("J012")).collect::<Vec<_>>()
    };
    assert_eq!(of(&["1", "2", "3", "4", "5", "6"]), Vec::<String>::new());
    assert_eq!(of(&["1", "1", "3", "4", "5", "6", "7"]), Vec::<String>::new());
    let expected = "t/questions.toml:1:1 J012 7 right sides to choose from, and letters for 6";
    assert_eq!(of(&["1", "2", "3", "4", "5", "6", "7"]), [expected]);
}
