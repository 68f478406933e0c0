//! Reading: what is found, where, and that nothing hides anything else.

use super::finding::{Finding, Spot, Way, floor, line_column, said};
use super::read::{self, locate, questions, topic};
use super::walk::Langs;

const NINE: &str = include_str!("fixtures/nine.toml");

fn shown(source: &str, findings: &[Finding]) -> Vec<String> {
    let place = |f: &Finding| match &f.spot {
        Spot::Span(span) => line_column(source, span.start),
        _ => (0, 0),
    };
    findings
        .iter()
        .map(|f| {
            let (line, column) = place(f);
            format!("{line}:{column} {} {}", f.code, f.message)
        })
        .collect()
}

fn findings(source: &str) -> Vec<String> {
    shown(source, &questions(source, Langs::BOTH).findings)
}

#[test]
fn the_nine_kinds_read_without_a_finding() {
    let read = questions(NINE, Langs::BOTH);
    assert_eq!(read.findings, []);
    let items = read.value.unwrap_or_default().items;
    let kinds: Vec<&str> = items.iter().map(|i| i.question.kind.word()).collect();
    assert_eq!(kinds, super::shapes::KINDS);
}

#[test]
fn all_mistakes_of_a_file_are_found_at_once_with_their_places() {
    let source = r#"
[[question]]
id = "One"
kind = "single"
level = 9
promt.en = "?"
prompt.en = "What?"
[[question.option]]
id = "a"
text = 1
[[question.option]]
id = "b"
text.en = "b"
text.id = "b"
right = "yes"

[[question]]
id = "two"
kind = "singel"
level = 1
section = "s"
prompt = "x"
"#;
    assert_eq!(
        findings(source),
        [
            "2:1 J004 find-missing-key (table: find-a-single-question, key: section)",
            "3:6 J003 find-must-be (key: id, wanted: find-a-kebab-name)",
            "5:9 J003 find-must-be (key: level, wanted: find-a-number (low: 1, high: 6))",
            "6:1 J002 find-unknown-key (table: find-a-single-question, key: promt)",
            "7:1 J150 find-no-twin (key: prompt, lang: id)",
            "10:8 J003 find-wrong-type (key: text, wanted: find-a-text, found: find-an-integer)",
            "15:9 J003 find-wrong-type (key: right, wanted: find-a-bool, found: find-a-string)",
            "19:8 J003 find-not-one-of (key: kind, value: singel)",
        ]
    );
}

#[test]
fn a_broken_question_leaves_its_neighbours_and_their_numbers_alone() {
    let source = NINE.replacen("level = 1", "level = 99", 1);
    let read = questions(&source, Langs::BOTH);
    let value = read.value.unwrap_or_default();
    assert_eq!((value.written, value.items.len()), (9, 8));
    assert_eq!(value.items[1].index, 2);
}

#[test]
fn an_unknown_key_names_the_one_that_was_meant() {
    let source = NINE.replacen("hint.en", "hnit.en", 1);
    let read = questions(&source, Langs::BOTH);
    assert_eq!(read.findings[0].code, "J002");
    assert_eq!(read.findings[0].help, Some(said("find-did-you-mean").with("near", "hint")));
}

#[test]
fn a_value_that_is_no_value_is_told_by_the_type_of_its_key() {
    let source = NINE.replacen("right = true", "right = ture", 1);
    let found = findings(&source);
    assert_eq!(found, ["34:9 J003 find-true-false"]);
    let source = NINE.replacen("level = 2", "level = two", 1);
    let found = findings(&source);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("J003 find-wrong-type (key: level, wanted: find-a-number")
            || found[0].contains("J003 find-must-be (key: level, wanted: find-a-number"),
        "{found:?}"
    );
}

#[test]
fn a_syntax_error_hides_neither_the_next_one_nor_a_wrong_value_elsewhere() {
    let source = "[[question]]\nid = \"a\nkind = \"single\"\nlevel = 99\nprompt = = 1\n";
    let found = findings(source);
    assert!(found.iter().any(|f| f.starts_with("2:") && f.contains("J001")), "{found:?}");
    assert!(found.iter().any(|f| f.starts_with("4:") && f.contains("J003")), "{found:?}");
    assert!(found.iter().any(|f| f.starts_with("5:") && f.contains("J001")), "{found:?}");
    assert!(!found.iter().any(|f| f.contains("J004")), "{found:?}");
}

#[test]
fn a_line_gets_one_word_when_the_file_has_a_syntax_error() {
    let in_a_row = "term = [{ id = 1, prefer = 2, stray = 3 }, { id = 4 }]\nstray = 1\n";
    let whole = shown(in_a_row, &read::glossary(in_a_row, Langs::BOTH).findings);
    assert!(whole.iter().filter(|f| f.starts_with("1:")).count() > 2, "{whole:?}");
    let broken = format!("{in_a_row}x = \n");
    let found = shown(&broken, &read::glossary(&broken, Langs::BOTH).findings);
    let lines: Vec<&str> = found.iter().filter_map(|f| Some(f.split_once(':')?.0)).collect();
    assert_eq!(lines, ["1", "2", "3"], "{found:?}");
    assert!(found[0].contains("J003") && found[1].contains("J002") && found[2].contains("J001"), "{found:?}");
}

#[test]
fn a_hundred_thousand_stray_keys_are_told_each_at_its_line() {
    const KEYS: usize = 100_000;
    let keys: String = (0..KEYS).map(|n| format!("k{n} = 1\n")).collect();
    for (first, code) in [("a = 1\n", "J002"), ("a = \n", "J001")] {
        let source = format!("{first}{keys}");
        let found = read::glossary(&source, Langs::BOTH).findings;
        assert_eq!((found.len(), found[0].code), (KEYS + 1, code));
        assert!(found[1..].iter().all(|f| f.code == "J002"));
        let last = &found[KEYS].message;
        assert_eq!(last.to_string(), format!("find-unknown-key (table: find-a-glossary, key: k{})", KEYS - 1));
    }
}

#[test]
fn a_pack_in_one_language_needs_no_twin() {
    let only = Langs::of(["id"]);
    let source = "id = 'x'\ntitle.id = 'Judul'\nlevel = 1\nminutes = 5\n";
    assert_eq!(topic(source, only).findings, []);
    let both = topic(source, Langs::BOTH);
    assert_eq!(shown(source, &both.findings), ["2:1 J150 find-no-twin (key: title, lang: en)"]);
    assert!(both.value.is_some(), "a missing twin does not make a topic unusable");
}

#[test]
fn escapes_in_strings_are_found_however_they_are_written() {
    let source = NINE.replacen("Nothing certain", "Nothing \\u001b[31mcertain", 1);
    let found = findings(&source);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("J010 find-hostile (key: text, what: find-letter-escape (code: U+001B))"));
}

/// What is told to write, of each finding.
fn helps(findings: Vec<Finding>) -> Vec<String> {
    findings.into_iter().map(|f| f.help.map(|help| help.to_string()).unwrap_or_default()).collect()
}

#[test]
fn a_value_in_quotes_is_told_to_be_written_without_them_and_never_as_another_value() {
    let told = |was: &str, with: &str| helps(questions(&NINE.replacen(was, with, 1), Langs::BOTH).findings);
    let answer = |value: &str| told("answer = false", &format!("answer = {value}"));
    for (written, meant) in [
        ("\"false\"", "false"),
        ("\"true\"", "true"),
        ("' False '", "false"),
        ("\"TRUE\"", "true"),
        ("“false”", "false"),
    ] {
        assert_eq!(answer(written), [format!("find-write (code: answer = {meant})")], "{written}");
    }
    for written in ["\"no\"", "0"] {
        assert_eq!(
            answer(written),
            ["find-true-false-help"],
            "which of the two is meant is not ours to say: {written}"
        );
    }
    let level = |value: &str| told("level = 2", &format!("level = {value}"));
    for (written, meant) in [("\"3\"", 3), ("' 4 '", 4), ("“5”", 5), ("\"9\"", 1), ("\"three\"", 1)] {
        assert_eq!(level(written), [format!("find-write (code: level = {meant})")], "{written}");
    }
}

#[test]
fn a_slip_in_the_key_kind_is_told_where_it_stands_and_kind_is_not_missing_as_well() {
    for slip in ["knid", "Kind", "kinds"] {
        let source = NINE.replacen("kind =", &format!("{slip} ="), 1);
        let read = questions(&source, Langs::BOTH);
        let expected = format!("5:1 J002 find-unknown-key (table: find-a-question, key: {slip})");
        assert_eq!(shown(&source, &read.findings), [expected]);
        assert_eq!(read.findings[0].help, Some(said("find-did-you-mean").with("near", "kind")));
        assert_eq!(read.findings[0].edit.as_ref().map(|edit| &*edit.with), Some("kind"));
    }
    let source = NINE.replacen("kind = \"single\"", "kind = \"singel\"\nkinds = 1", 1);
    let found = findings(&source);
    assert_eq!(
        found,
        ["5:8 J003 find-not-one-of (key: kind, value: singel)"],
        "where `kind` stands, nothing is it too"
    );
}

#[test]
fn a_pack_in_one_language_is_told_to_write_one_text_and_not_two() {
    let only = Langs::of(["id"]);
    let told = |title: &str| helps(topic(&format!("id = 'x'\n{title}\nlevel = 1\nminutes = 5\n"), only).findings);
    assert_eq!(told(""), ["find-add (code: title = \"...\")"]);
    assert_eq!(told("title = 1"), ["find-write (code: title = \"...\")"]);
    assert_eq!(told("title = {}"), ["find-add (code: title.id)"]);
    let told = |time: &str| {
        let source = include_str!("fixtures/personas.toml").lines().filter(|line| !line.starts_with("time"));
        let source = format!("{}\n{time}\n", source.collect::<Vec<_>>().join("\n"));
        helps(read::personas(&source, only).findings)
    };
    assert_eq!(told(""), ["find-add (code: time.id = [...])"]);
    assert_eq!(told("time = 'Waktu habis.'"), ["find-write (code: time.id = [...])"]);
    assert_eq!(told("time = {}"), ["find-add (code: time.id)"]);
}

#[test]
fn a_text_in_typographic_quotes_is_told_that_straight_ones_are_needed() {
    let told = |was: &str, with: &str| {
        let source = NINE.replacen(was, with, 1);
        let findings = questions(&source, Langs::BOTH).findings;
        (shown(&source, &findings), helps(findings))
    };
    for quote in ['“', '”', '„', '«', '‘', '’'] {
        let (found, help) = told("section = \"", &format!("section = {quote}"));
        assert!(found[0].ends_with(&format!("J001 find-syntax-quote (quote: {quote})")), "{found:?}");
        assert_eq!(help[0], "find-syntax-quote-help");
    }
    let (found, help) = told("kind = \"single\"", "kind = “single”");
    assert_eq!(found, ["5:8 J001 find-syntax-quote (quote: “)"], "and not that `“single”` is no kind");
    assert_eq!(help, ["find-syntax-quote-help"]);
    let (_, help) = told("kind = \"single\"", "kind = single");
    assert_eq!(help, ["find-syntax-help"]);
}

#[test]
fn ways_lead_to_the_values_they_name() {
    let ways = [
        Way::item("question", 1).key("option").at(2).key("id"),
        Way::item("question", 0).key("prompt").key("id"),
        Way::item("question", 0).key("prompt"),
        Way::item("question", 3),
        Way::item("question", 99),
    ];
    let spans = locate(NINE, &ways.iter().collect::<Vec<_>>());
    let text: Vec<&str> = spans.iter().map(|s| &NINE[s.clone()]).collect();
    assert_eq!(text[0], "\"post\"");
    assert!(text[1].starts_with("\"Panggilan"));
    assert_eq!(text[2], "prompt");
    assert_eq!(text[3], "[[question]]");
    assert_eq!(text[4], "question", "as deep as it can be followed");
}

#[test]
fn a_byte_order_mark_and_carriage_returns_do_not_matter() {
    let source = read::clean_source(format!("\u{feff}{}", NINE.replace('\n', "\r\n")));
    assert_eq!(source, NINE);
}

#[test]
fn values_are_kept_within_their_limits() {
    let long = "x".repeat(5_000);
    let source = NINE.replacen("Nothing certain", &long, 1);
    assert!(findings(&source)[0].contains("J009 find-bytes (key: text, n: 5"));
    let source = NINE.replacen("reviewed = \"2026-11-21\"", "reviewed = \"2026-13-21\"", 1);
    assert!(findings(&source)[0].contains("J003 find-must-be (key: reviewed, wanted: find-a-date)"));
}

const PROMPT: &str = include_str!("fixtures/prompt.toml");

#[test]
fn a_prompt_reads_whole_and_a_broken_neighbour_leaves_it_alone() {
    let read = read::prompts(PROMPT, Langs::BOTH);
    assert_eq!(read.findings, []);
    let prompt = &read.value.unwrap_or_default().items[0].prompt;
    assert_eq!((prompt.points.len(), prompt.samples.len(), prompt.think), (5, 2, 45));
    assert_eq!(&*prompt.points[3].words.id[2], "atomik");
    assert_eq!(prompt.anchors.six.english(), "A platform standard, and how existing callers move to it");

    let source = format!("[[prompt]]\nid = 'x'\nkind = 'riddle'\n\n{PROMPT}");
    let read = read::prompts(&source, Langs::BOTH);
    let value = read.value.unwrap_or_default();
    assert_eq!((value.written, value.items.len(), value.items[0].index), (2, 1, 1));
    let found = shown(&source, &read.findings);
    assert!(found.contains(&"3:8 J003 find-not-one-of (key: kind, value: riddle)".to_owned()), "{found:#?}");
    assert!(found.contains(&"1:1 J004 find-missing-key (table: find-a-prompt, key: anchors)".to_owned()), "{found:#?}");
}

#[test]
fn interviewers_read_whole_and_a_list_needs_its_languages() {
    let source = include_str!("fixtures/personas.toml");
    let read = read::personas(source, Langs::BOTH);
    assert_eq!(read.findings, []);
    let persona = &read.value.unwrap_or_default().personas[0];
    assert_eq!((persona.greet.en.len(), persona.topics.len(), persona.close.en.len()), (2, 4, 0));
    let found = read::personas(&source.replace("time.id", "tiem.id"), Langs::BOTH).findings;
    assert_eq!(found[0].message, said("find-no-twin").with("key", "time").with("lang", "id"));
    assert_eq!(found[0].help, Some(said("find-no-twin-help").with("key", "time").with("lang", "id")));
    assert_eq!(found[1].help, Some(said("find-did-you-mean").with("near", "time")));
    assert!(found[1].message.to_string().ends_with("key: tiem)"), "{found:#?}");
}

proptest::proptest! {
    #[test]
    fn a_damaged_prompt_never_panics(at in 0usize..12_000, with in "\\PC{0,8}|[\\[\\]=\"'{}\n#.,]{0,4}") {
        let mut source = PROMPT.to_owned();
        let at = floor(&source, at);
        source.insert_str(at, &with);
        for finding in &read::prompts(&source, Langs::BOTH).findings {
            if let Spot::Span(span) = &finding.spot {
                let _ = line_column(&source, span.start);
            }
        }
    }

    #[test]
    fn arbitrary_text_never_panics(source in "\\PC{0,200}|[\\[\\]=\"'a-z{}\n#., 0-9]{0,300}") {
        for langs in [Langs::BOTH, Langs::of(["en"])] {
            let _ = questions(&source, langs);
            let _ = topic(&source, langs);
            let _ = read::path(&source, langs);
            let _ = read::glossary(&source, langs);
            let _ = read::prompts(&source, langs);
            let _ = read::personas(&source, langs);
            let _ = read::ladder(&source, langs);
            let _ = read::checklists(&source, langs);
            let _ = read::day(&source, langs);
        }
        let _ = read::pack(&source);
        let _ = super::lesson::bones(&source);
        let _ = super::syllabus::read(&source);
    }

    #[test]
    fn a_damaged_file_never_panics(at in 0usize..15_000, with in "\\PC{0,8}|[\\[\\]=\"'{}\n#.,]{0,4}") {
        let mut source = NINE.to_owned();
        let at = floor(&source, at);
        source.insert_str(at, &with);
        let read = questions(&source, Langs::BOTH);
        for finding in &read.findings {
            if let Spot::Span(span) = &finding.spot {
                let _ = line_column(&source, span.start);
            }
        }
    }
}
