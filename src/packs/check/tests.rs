//! The report: several packs, units, languages, refusal, and how it looks.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::packs::told::english;

const NINE: &str = include_str!("../../format/fixtures/nine.toml");
const PACK: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\", \"id\"]\n\n[[unit]]\nid = \"c1\"\nfolder = \"c1-one\"\ntitle = \"One\"\n\n[[unit]]\nid = \"c2\"\nfolder = \"c2-two\"\ntitle = \"Two\"\n";
const SYLLABUS: &str = "s0.a\tone\ns0.b\tone\ns0.c\ttwo\tcontext\ns0.d\tlater\n";

type Files = BTreeMap<Box<str>, String>;

fn topic(id: &str, covers: &str) -> String {
    format!("id = \"{id}\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\ncovers = [{covers}]\n")
}

fn question(id: &str, kind: &str, covers: &str) -> String {
    let body = match kind {
        "short" => "answer = \"Retry-After\"",
        _ => {
            "answer = true\nreason = [{ id = \"a\", right = true, text = \"A\", why = \"B\" }, { id = \"b\", text = \"C\", why = \"D\" }]"
        }
    };
    format!(
        "[[question]]\nid = \"{id}\"\nkind = \"{kind}\"\nlevel = 1\nsection = \"s\"\ncovers = [{covers}]\nprompt = \"P\"\nsource = \"lesson\"\n{body}\n\n"
    )
}

/// Two units: topic one covers a and misses b, topic two covers c in English only, and d is to come.
fn two_units() -> Files {
    let lesson = "Intro.\n\n## S {#s}\n\nText.\n";
    let questions = question("x", "short", "\"s0.a\"")
        + &question("y", "true_false", "\"s0.a\"")
        + &question("z", "true_false", "\"s0.b\"");
    let files = [
        ("pack.toml", PACK.to_owned()),
        ("syllabus.tsv", SYLLABUS.to_owned()),
        ("c1-one/one/topic.toml", topic("one", "\"s0.a\", \"s0.b\"")),
        ("c1-one/one/questions.toml", questions),
        ("c1-one/one/lesson.en.md", lesson.to_owned()),
        ("c1-one/one/lesson.id.md", lesson.to_owned()),
        ("c2-two/two/topic.toml", topic("two", "\"s0.c\"")),
        ("c2-two/two/lesson.en.md", lesson.to_owned()),
    ];
    files.into_iter().map(|(path, text)| (Box::from(path), text)).collect()
}

fn report(files: Files, options: &Options) -> Report {
    trees(&[("packs/p/".to_owned(), Tree::Memory(files))], options).0
}

fn lines(report: &Report) -> Vec<String> {
    let line = |p: &Problem| {
        format!("{} {}:{}:{} {}", p.code, p.place.file, p.place.line, p.place.column, english(&p.message))
    };
    report.problems.iter().map(line).collect()
}

#[test]
fn coverage_is_judged_by_unit_and_language() {
    let report = report(two_units(), &Options::default());
    assert_eq!(
        lines(&report),
        [
            "J150 packs/p/c2-two/two/topic.toml:1:1 the topic has no lesson.id.md",
            "J170 packs/p/syllabus.tsv:2:1 1 of 2 questions tag `s0.b`",
            "J171 packs/p/syllabus.tsv:4:1 topic `later` is to come: 1 outcome waits for it",
        ]
    );
    let row = |unit: &str, outcomes, en, id, to_come| UnitCoverage { unit: unit.into(), outcomes, en, id, to_come };
    let coverage = &report.coverage[0];
    assert_eq!(coverage.units, [row("c1", 2, 1, 1, 0), row("c2", 1, 1, 0, 0), row("", 1, 0, 0, 1)]);
    assert_eq!(coverage.total(), row("", 4, 2, 1, 1));
}

#[test]
fn a_pack_without_units_has_a_row_for_no_unit_and_columns_for_the_languages_that_it_promises() {
    let mut files = two_units();
    let (head, _) = PACK.split_once("\n[[unit]]").unwrap_or_default();
    files.insert("pack.toml".into(), head.replace("[\"en\", \"id\"]", "[\"en\"]"));
    let report = report(files, &Options::default());
    let table = |code: &str| {
        let human = report.human(Look::default(), &crate::words::Words::of(code));
        human
            .lines()
            .rev()
            .skip(2)
            .take(3)
            .map(|line| line.split("  ").map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("|"))
            .collect::<Vec<_>>()
    };
    assert_eq!(table("en"), ["all|4|2 (50%)|1", "no unit|4|2 (50%)|1", "unit|outcomes|en|to come"]);
    assert_eq!(table("id")[1], "tanpa unit|4|2 (50%)|1");
    assert!(report.json(&crate::words::Words::of("en"))["data"]["coverage"][0]["total"]["covered"]["id"].is_number());
}

#[test]
fn asking_for_a_unit_judges_that_one_alone() {
    let options = Options { units: vec!["c2".into()], ..Options::default() };
    let report = report(two_units(), &options);
    assert!(!lines(&report).iter().any(|line| line.starts_with("J170")), "{:?}", lines(&report));
    assert_eq!(report.coverage[0].units.len(), 1);
    assert_eq!(&*report.coverage[0].units[0].unit, "c2");
}

#[test]
fn two_true_false_questions_do_not_cover_an_outcome() {
    let mut files = two_units();
    let more = question("w", "true_false", "\"s0.b\"");
    files.entry("c1-one/one/questions.toml".into()).and_modify(|text| text.push_str(&more));
    let found = lines(&report(files, &Options::default()));
    assert!(found.iter().any(|line| line.ends_with("only true/false questions tag `s0.b`")), "{found:?}");
}

#[test]
fn an_outcome_has_one_home() {
    let mut files = two_units();
    files.insert("c2-two/two/topic.toml".into(), topic("two", "\"s0.c\", \"s0.a\""));
    let found = lines(&report(files.clone(), &Options::default()));
    assert!(found.iter().any(|line| line.ends_with("2 sections cover `s0.a`")), "{found:?}");
    files.insert("c1-one/one/topic.toml".into(), topic("one", "\"s0.b\""));
    let found = lines(&report(files, &Options::default()));
    assert!(found.iter().any(|line| line.ends_with("`s0.a` is covered by topic `two`")), "{found:?}");
}

#[test]
fn warnings_refuse_only_when_they_are_denied_and_information_never_does() {
    let refused = |deny_warnings, files| {
        let options = Options { deny_warnings, units: vec!["c1".into(), "c2".into()], ..Options::default() };
        report(files, &options).is_refused()
    };
    assert!(!refused(false, two_units()));
    assert!(refused(true, two_units()));
    let mut clean = two_units();
    clean.insert("syllabus.tsv".into(), "s0.a\tone\ns0.b\tlater\ns0.c\ttwo\tcontext\n".into());
    clean.insert("c1-one/one/topic.toml".into(), topic("one", "\"s0.a\""));
    clean.insert("c2-two/two/lesson.id.md".into(), "Intro.\n\n## S {#s}\n\nText.\n".into());
    assert!(!refused(true, clean));
}

#[test]
fn topics_of_other_packs_are_judged_only_when_these_are_known() {
    let mut files = two_units();
    let with = |names: &str| topic("two", "\"s0.c\"").replacen("level", &format!("requires = [{names}]\nlevel"), 1);
    files.insert("c2-two/two/topic.toml".into(), with("\"other/a\", \"other/b\", \"one\""));
    let dangling = |options: &Options| {
        let found = lines(&report(files.clone(), options));
        found.into_iter().filter(|line| line.starts_with("J006")).collect::<Vec<_>>()
    };
    assert!(dangling(&Options::default()).is_empty());
    let known = Options { known: vec![TopicId::new("other", "a")], ..Options::default() };
    assert_eq!(dangling(&known), ["J006 packs/p/c2-two/two/topic.toml:3:24 there is no topic `other/b`"]);
}

#[test]
fn what_follows_only_from_a_broken_file_is_not_reported() {
    let mut files = two_units();
    files.insert("c1-one/one/topic.toml".into(), "id = \"one".into());
    let with = topic("two", "\"s0.c\"").replacen("level", "requires = [\"one\"]\nlevel", 1);
    files.insert("c2-two/two/topic.toml".into(), with);
    let report = report(files, &Options::default());
    let found = lines(&report);
    assert!(found.iter().any(|line| line.starts_with("J001")), "{found:?}");
    assert!(!found.iter().any(|line| line.starts_with("J006")), "{found:?}");
    assert!(!found.iter().any(|line| line.contains("topic `one` is to come")), "{found:?}");
    assert_eq!((report.coverage[0].total().outcomes, report.coverage[0].total().to_come), (4, 1));
}

#[test]
fn people_see_code_place_excerpt_and_help() {
    let mut files = two_units();
    let twice = question("x", "short", "\"s0.a\"").replacen("prompt", "promt", 1);
    files.entry("c1-one/one/questions.toml".into()).and_modify(|text| text.push_str(&twice));
    insta::assert_snapshot!(report(files, &Options::default()).human(Look::default(), &crate::words::Words::of("en")));
}

#[test]
fn programs_see_a_versioned_object_in_a_stable_order() {
    let json = report(two_units(), &Options::default()).json(&crate::words::Words::of("en"));
    assert_eq!(json["schema"], "jenjang.check/1");
    assert_eq!(json["data"]["warnings"], 2);
    assert_eq!(json["data"]["problems"][1]["code"], "J170");
    assert_eq!(json["data"]["problems"][1]["line"], 2);
    assert_eq!(json["data"]["coverage"][0]["total"]["covered"]["id"], 1);
    assert_eq!(json, report(two_units(), &Options::default()).json(&crate::words::Words::of("en")));
}

#[test]
fn columns_count_characters_in_the_excerpt_too() {
    let mut files = two_units();
    let text = "id = \"two\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\nrequires = [\"one\"] # é→\n[[section]]\nid = \"s\" # x\n\"é→\".x = 1\n";
    files.insert("c2-two/two/topic.toml".into(), text.into());
    let report = report(files, &Options::default());
    let human = report.human(Look::default(), &crate::words::Words::of("en"));
    let found: Vec<_> = report.problems.iter().filter(|p| p.code == "J002").collect();
    assert_eq!((found[0].place.line, found[0].place.column), (8, 1));
    assert!(human.contains("c2-two/two/topic.toml:8:1"), "{human}");
}

#[test]
fn a_folder_without_a_pack_is_said_so() {
    let empty = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    assert!(matches!(check(empty.path(), &Options::default()), Err(CheckError::NoPack(_))));
    let nothing = empty.path().join("nothing");
    assert!(matches!(check(&nothing, &Options::default()), Err(CheckError::NoFolder(_))));
}

#[test]
fn a_pack_on_disk_and_a_folder_of_packs_are_both_checked() {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    for (path, text) in two_units() {
        let file = root.path().join("packs/p").join(&*path);
        std::fs::create_dir_all(file.parent().unwrap_or(root.path())).unwrap_or_else(|e| panic!("{e}"));
        std::fs::write(file, text).unwrap_or_else(|e| panic!("{e}"));
    }
    let of = |path: &str| {
        let report = check(&root.path().join(path), &Options::default());
        let report = report.unwrap_or_else(|e| panic!("{e}"));
        (report.packs, report.topics, report.questions, report.problems.len())
    };
    assert_eq!(of("packs"), (1, 2, 3, 3));
    assert_eq!(of("packs"), of("packs/p"));
    let unknown = Options { units: vec!["c9".into()], ..Options::default() };
    assert!(matches!(check(&root.path().join("packs"), &unknown), Err(CheckError::NoUnit(_))));
}

#[test]
fn bytes_that_are_no_text_are_a_finding() {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    std::fs::write(root.path().join("pack.toml"), b"id = \"p\"\n\xff\xfe").unwrap_or_else(|e| panic!("{e}"));
    let report = check(root.path(), &Options::default()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(report.problems.len(), 1);
    assert_eq!(report.problems[0].code, "J001");
    assert!(english(&report.problems[0].message).contains("line 2, column 1"));
}

const HOSTILE: &str =
    "\\PC{0,120}|[\\[\\]=\"'a-z{}\n#., 0-9\\t]{0,200}|(## [a-z]{0,3}|```|~~~|> |check|diagram|\\{#|\\}|\n| |s|x){0,40}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn arbitrary_text_in_any_file_never_panics_and_always_renders(which in 0usize..8, text in HOSTILE) {
        let mut files = two_units();
        let path = files.keys().nth(which).cloned();
        files.insert(path.unwrap_or_default(), text);
        let report = report(files, &Options::default());
        let _ = report.human(Look { colour: true, info: true }, &crate::words::Words::of("en"));
        let _ = report.json(&crate::words::Words::of("en"));
    }

    #[test]
    fn a_question_that_the_rules_pass_becomes_a_domain_question(from in 0usize..400, to in 0usize..400) {
        // Exchange two lines of the nine kinds: most of it breaks something.
        let mut lines: Vec<&str> = NINE.lines().collect();
        let (from, to) = (from % lines.len(), to % lines.len());
        lines.swap(from, to);
        let texts = TopicTexts { topic: topic("t", ""), questions: Some(lines.join("\n")), ..TopicTexts::default() };
        let read = source::topic(&texts, Langs::BOTH);
        let errors = topic_errors("p", &texts, &read, Langs::BOTH);
        let graded = |code: &str| ["J005", "J012", "J015", "J016", "J017"].contains(&code);
        if !errors.iter().any(|(_, finding)| graded(finding.code)) {
            for item in &read.questions.items {
                let id = TopicId::new("p", "t");
                prop_assert!(crate::packs::convert::question(&id, &item.question).is_ok());
            }
        }
    }
}

/// Every problem as its code and file, without those that the pack has anyway.
fn told(files: Files) -> Vec<String> {
    let known = lines(&report(two_units(), &Options::default()));
    let told = lines(&report(files, &Options::default())).into_iter().filter(|line| !known.contains(line));
    told.map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_file_of_the_wrong_name_is_told_once_and_what_it_holds_is_not_missing() {
    let renamed = |from: &str, to: &str| {
        let mut files = two_units();
        let text = files.remove(from).unwrap_or_default();
        files.insert(to.into(), text);
        let needs = topic("two", "\"s0.c\"").replacen("level", "requires = [\"one\"]\nlevel", 1);
        files.insert("c2-two/two/topic.toml".into(), needs);
        told(files)
    };
    for (from, to) in [
        ("c1-one/one/questions.toml", "c1-one/one/question.toml"),
        ("c1-one/one/lesson.id.md", "c1-one/one/lesson.idn.md"),
        ("c1-one/one/topic.toml", "c1-one/one/topics.toml"),
    ] {
        assert_eq!(renamed(from, to), [format!("J035 packs/p/{to}")], "{from}");
    }
}

#[test]
fn what_a_broken_file_may_hold_is_not_missing() {
    let with = |path: &str, text: &str| {
        let mut files = two_units();
        files.insert(path.into(), text.to_owned());
        told(files)
    };
    let questions = &two_units()["c1-one/one/questions.toml"];
    assert_eq!(
        with("c1-one/one/questions.toml", &format!("{questions}\n= 1\n")),
        ["J001 packs/p/c1-one/one/questions.toml"; 1]
    );
    assert_eq!(with("syllabus.tsv", "s0.a\tone\nno outcome\n"), ["J001 packs/p/syllabus.tsv"]);
    let ladder = "[[statement]]\nid = \"a\"\nlevel = 1\ndimension = \"mastery\"\ntext.en = \"A\"\ntext.id = \"A\"\ntopics = [\"one\"]\nprompts = [\"ask\"]\nevidence.en = \"E\"\nevidence.id = \"E\"\n";
    let mut files = two_units();
    files.insert("ladder.toml".into(), ladder.to_owned());
    files.insert("c1-one/one/prompts.toml".into(), "[[prompt]]\nid = \"ask\"\n[[prompt\n".to_owned());
    let found = told(files);
    assert!(found.iter().all(|line| line.ends_with("/prompts.toml")), "{found:?}");
}

#[test]
fn a_text_that_cannot_be_read_is_told_at_its_place() {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    let at = |name: &str, text: &[u8]| {
        let text = [b"id = \"p\"\nversion = \"0.1.0\"\n", text].concat();
        std::fs::write(root.path().join(name), text).unwrap_or_else(|e| panic!("{e}"));
        let report = check(root.path(), &Options::default()).unwrap_or_else(|e| panic!("{e}"));
        let human = report.human(Look::default(), &crate::words::Words::of("en"));
        let own =
            report.problems.iter().find(|p| &*p.place.file == name || p.place.file.ends_with(&format!("/{name}")));
        let own = own.unwrap_or_else(|| panic!("{human}"));
        (own.code, own.place.line, own.place.column, human)
    };
    let (code, line, column, human) = at("pack.toml", b"title = \"caf\xe9 au lait\"\nlanguages = 1\n");
    assert_eq!((code, line, column), ("J001", 3, 13));
    assert!(human.contains("3 | title = \"caf\u{fffd} au lait\""), "{human}");
    let long = [b"title = \"", "é".repeat(10_000).as_bytes(), b"\"\n"].concat();
    let (code, line, column, human) = at("pack.toml", &long);
    assert_eq!((code, line, column), ("J009", 3, 1));
    assert!(human.lines().all(|line| line.len() < 200), "{human}");
}

#[test]
fn no_report_carries_a_character_that_steers_the_terminal() {
    let harmless = |files: Files| {
        let report = report(files, &Options::default());
        for text in [
            report.human(Look { colour: false, info: true }, &crate::words::Words::of("en")),
            report.json(&crate::words::Words::of("en")).to_string(),
            report.github(true, &crate::words::Words::of("en")),
        ] {
            assert_eq!(crate::format::letters::first_hostile(&text), None, "{text:?}");
        }
        assert!(report.is_refused());
        report
    };
    for c in ['\u{0}', '\u{7f}', '\u{9b}', '\u{61c}', '\u{202e}', '\u{feff}', '\u{e0041}'] {
        let mut files = two_units();
        files.insert("c1-one/one/lesson.en.md".into(), format!("W{c}rds.\n\n## T{c}tle\n\n## S {{#{c}}}\n"));
        let report = harmless(files);
        let place = report.problems.iter().find(|p| p.code == "J010").map(|p| (p.place.line, p.place.column));
        assert_eq!(place, Some((1, 2)), "{c:?}");
        let mut files = two_units();
        files.insert(
            "personas.toml".into(),
            format!("[[persona]]\nid = \"{c}\"\nmissing.en = [\"{{{c}}}\"]\nx{c} = 1\n"),
        );
        harmless(files);
    }
}

#[test]
fn a_line_feed_in_a_strangers_key_makes_no_line_of_its_own() {
    let mut files = two_units();
    let key = "\"a\\nerror[J001]: forged\\n --> pack.toml:1:1\" = 1\n";
    files.entry("pack.toml".into()).and_modify(|text| text.insert_str(0, key));
    let report = report(files, &Options::default());
    let words = crate::words::Words::of("en");
    let human = report.human(Look::default(), &words);
    assert!(human.contains("a error[J001]: forged  --> pack.toml:1:1"), "{human}");
    assert!(!human.lines().any(|line| line.starts_with("error[J001]")), "{human}");
    assert!(report.github(true, &words).lines().all(|line| line.starts_with("::")));
}

#[test]
fn a_large_file_that_a_thousand_findings_point_at_is_read_once_for_all() {
    const TOPICS: usize = 1_000;
    let comments = format!("# {}\n", "x".repeat(60)).repeat(30_000);
    let mut files = Files::from([("pack.toml".into(), PACK.to_owned())]);
    for n in 0..TOPICS {
        let before = if n == 0 { &*comments } else { "" };
        files.insert(format!("t{n:04}/topic.toml").into(), format!("{before}{}", topic("same", "")));
    }
    let report = report(files, &Options::default());
    let twice: Vec<&Problem> = report.problems.iter().filter(|problem| problem.code == "J005").collect();
    assert_eq!(twice.len(), TOPICS - 1);
    for problem in twice {
        let (first, _) = &problem.labels[0];
        assert_eq!((&*first.file, first.line, first.column), ("packs/p/t0000/topic.toml", 30_001, 6));
        assert_eq!((problem.place.line, problem.place.column), (1, 6));
    }
}

#[test]
fn findings_in_any_order_are_placed_each_in_the_text_of_its_file() {
    const EACH: usize = 20_000;
    let text = "x = 1\n".repeat(EACH);
    let shown: Files =
        [("a.toml", &*text), ("b.toml", "y = 1\n")].map(|(path, text)| (path.into(), text.into())).into();
    let in_turn = |n: usize| match n % 2 {
        0 => ("a.toml".into(), Finding::error("J001", Spot::Span(n / 2 * 6..n / 2 * 6 + 1), "find-syntax-help")),
        _ => ("b.toml".into(), Finding::error("J001", Spot::Span(4..5), said("find-no-outcome-id").with("id", n))),
    };
    let mut report = Report::default();
    report.take("p/", &Tree::Memory(Files::new()), (0..2 * EACH).map(in_turn).collect(), &shown);
    let of = |file: &str| report.problems.iter().filter(|p| &*p.place.file == file).collect::<Vec<_>>();
    assert!(of("p/a.toml").iter().enumerate().all(|(n, p)| (p.place.line, p.place.column) == (n + 1, 1)));
    assert!(of("p/b.toml").iter().all(|p| (p.place.line, p.place.column) == (1, 5)));
    assert_eq!((of("p/a.toml").len(), of("p/b.toml").len()), (EACH, EACH));
}
