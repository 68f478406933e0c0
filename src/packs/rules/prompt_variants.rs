//! The other faces of the rules about prompts and interviewers, whose samples show only one.

#[cfg(test)]
use super::sample_prompt::*;
use super::tests::{report, shown};

/// Code and message of every problem of the sample prompt with changes, each made everywhere.
fn changed(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = prompt!().to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} must stand in the sample");
        text = text.replace(from, to);
    }
    messages(&[("t/prompts.toml", &text)])
}

fn host(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = concat!(voice!(), presses!(), greets!()).to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} must stand in the sample");
        text = text.replace(from, to);
    }
    messages(&[("personas.toml", &text)])
}

fn messages(files: &[(&str, &str)]) -> Vec<String> {
    let line = |line: &String| line.split_once(' ').map_or_else(String::new, |(_, rest)| rest.to_owned());
    shown(&report(files)).iter().map(line).collect()
}

#[test]
fn shapes_hold_weights_levels_counts_anchors_and_word_lists() {
    let cases = [
        ("weight = 2", "weight = 6", "J003 `weight` must be a whole number from 1 to 5"),
        ("caps_at = 0", "caps_at = 6", "J003 `caps_at` must be a whole number from 0 to 5"),
        ("kind = \"debug\"", "kind = \"debugging\"", "J003 `kind` cannot be `debugging`"),
        ("minutes = 3", "minutes = 0", "J003 `minutes` must be a whole number from 1 to 60"),
        ("6 = {", "7 = {", "J002 the anchors has no key `7`"),
        (
            "must = true\nlevel = 1\ntext = { en = \"Users",
            "level = 1\ntext = { en = \"Users",
            "J004 a point needs `must`",
        ),
        ("drill = { en = \"What comes", "dril = { en = \"What comes", "J002 a point has no key `dril`"),
        (
            "words = { en = [\"trace\"], id = [\"trace\"] }",
            "words = { en = [\"trace\"] }",
            "J150 `words` has no `id` twin",
        ),
        (
            "words = { en = [\"trace\"], id = [\"trace\"] }",
            "words = [\"trace\"]",
            "J003 `words` must be a list for each language, not an array",
        ),
        (
            "words = { en = [\"trace\"], id = [\"trace\"] }",
            "words = { en = [], id = [\"trace\"] }",
            "J009 `words` has 0 entries",
        ),
        ("words = { en = [\"trace\"], id", "words = { fr = [\"trace\"], id", "J002 `words` has no language `fr`"),
        (
            "plan = \"missed\", next-time = \"missed\" }\nred",
            "plan = \"absent\", next-time = \"missed\" }\nred",
            "J003 `marks` cannot be `absent`",
        ),
        (
            "plan = \"missed\", next-time = \"missed\" }\nred",
            "Plan = \"missed\", next-time = \"missed\" }\nred",
            "J003 a key of `marks` must be a kebab-case name",
        ),
    ];
    for (from, to, message) in cases {
        let found = changed(&[(from, to)]);
        assert!(found.iter().any(|line| line == message), "{message}: {found:#?}");
    }
}

#[test]
fn a_rubric_has_four_to_eight_points() {
    let three = concat!(head!(), points!(), flags!(), model!());
    assert_eq!(messages(&[("t/prompts.toml", three)]), ["J009 `point` has 3 entries"]);
}

#[test]
fn a_rubric_needs_a_must_and_a_point_of_its_own_level() {
    assert_eq!(changed(&[("must = true", "must = false")]), ["J021 no point of `slow-page` is a must"]);
    let other_level = changed(&[("kind = \"debug\"\nlevel = 1", "kind = \"debug\"\nlevel = 5")]);
    assert_eq!(other_level, ["J021 the prompt is of level 5 and none of its points is"]);
}

#[test]
fn ids_are_compared_wherever_there_are_ids() {
    let again = "[[prompt.red_flag]]\nid = \"hardware\"\ntext = \"A\"\nwhy = \"B\"\nwords = { en = [\"reboot\"], id = [\"reboot\"] }\ncaps_at = 0\n\n[prompt.anchors]";
    let found = changed(&[("[prompt.anchors]", again)]);
    assert!(found.contains(&"J005 a second red flag has the id `hardware`".to_owned()), "{found:#?}");
    let found = changed(&[("id = \"plan\"", "id = \"undo\""), ("plan = \"missed\", ", "")]);
    assert_eq!(found, ["J005 a second point has the id `undo`"]);
    assert_eq!(changed(&[("id = \"slow-page\"", "id = \"q\"")]), ["J005 the prompt `q` has the id of a question"]);
    let twice = concat!(voice!(), presses!(), greets!(), "\n", voice!(), presses!(), greets!());
    assert_eq!(messages(&[("personas.toml", twice)]), ["J005 a second persona has the id `host`"]);
}

#[test]
fn names_that_lead_nowhere_are_found() {
    let cases = [
        ("evidence = \"missed\"", "evidnce = \"missed\"", "J022 there is no point `evidnce`"),
        ("red_flags = [\"hardware\"]", "red_flags = [\"hard\"]", "J022 there is no red flag `hard`"),
        (
            "red_flags = [\"hardware\"]",
            "red_flags = [\"hardware\"]\nsignals = { scale = 1 }",
            "J022 a debug prompt has no signal `scale`",
        ),
        ("kind = \"debug\"", "personas = [\"nobody\"]\nkind = \"debug\"", "J023 there is no persona `nobody`"),
    ];
    for (from, to, message) in cases {
        let found = changed(&[(from, to)]);
        assert!(found.iter().any(|line| line == message), "{message}: {found:#?}");
    }
    assert_eq!(host(&[("voice =", "topics = [\"nowhere\"]\nvoice =")]), ["J006 there is no topic `nowhere`"]);
}

#[test]
fn nobody_is_unknown_while_the_file_of_interviewers_cannot_be_read() {
    let text = prompt!().replace("kind =", "personas = [\"host\"]\nkind =");
    let broken = concat!(voice!(), presses!(), greets!()).replace("voice =", "vioce =");
    let found = messages(&[("t/prompts.toml", &text), ("personas.toml", &broken)]);
    assert_eq!(found, ["J002 a persona has no key `vioce`"]);
}

#[test]
fn outcomes_of_prompts_and_interviewers_are_those_of_the_syllabus() {
    let text = prompt!().replace("kind =", "covers = [\"s0.retry\"]\nkind =");
    let persona = concat!(voice!(), presses!(), greets!()).replace("voice =", "outcomes = [\"s0.hosts\"]\nvoice =");
    let files =
        [("t/prompts.toml", &*text), ("personas.toml", &*persona), ("syllabus.tsv", "s0.retries\tlater\tcontext\n")];
    let found = messages(&files);
    for message in ["J020 the syllabus has no outcome `s0.retry`", "J020 the syllabus has no outcome `s0.hosts`"] {
        assert!(found.iter().any(|line| line == message), "{message}: {found:#?}");
    }
}

#[test]
fn signals_are_marked_where_the_kind_has_them() {
    let signals = "red_flags = [\"hardware\"]\nsignals = { scale = 1, failure = 0 }";
    let design = [("kind = \"debug\"", "kind = \"design\""), ("red_flags = [\"hardware\"]", signals)];
    assert_eq!(changed(&design), Vec::<String>::new());
}

#[test]
fn titles_lengths_and_samples_are_looked_at() {
    let long = "A page that became slow after a release of today";
    assert_eq!(
        changed(&[("en = \"A page became slow\"", &format!("en = \"{long}\""))]),
        [format!("J141 the title `{long}` has 48 columns")]
    );
    let title = "title = { en = \"A page became slow\", id = \"Halaman jadi lambat\" }\n";
    assert_eq!(changed(&[(title, "")]), ["J141 `slow-page` has no title"]);
    assert_eq!(changed(&[("quality = \"weak\"", "quality = \"middling\"")]), ["J141 `slow-page` has no weak sample"]);
    let found = changed(&[("source = \"lesson\"\n", "")]);
    assert_eq!(found, ["J110 prompt `slow-page` has no source"]);
}

#[test]
fn each_language_has_to_prove_itself() {
    let cases = [
        (
            "words = { en = [\"trace\"], id = [\"trace\"] }",
            "words = { en = [\"span\"], id = [\"trace\"] }",
            "J180 the English model answer does not make point `evidence`",
        ),
        (
            "explain + scan\"], id",
            "explain + reaches\"], id",
            "J180 the English model answer does not make point `plan`",
        ),
        (
            "setelah rilis hari ini",
            "setelah uji beban",
            "J181 the Indonesian question makes point `next-time`: it has \"uji beban\"",
        ),
        (
            "id = [\"server lebih besar\"]",
            "id = [\"server lebih kuat\"]",
            "J184 the Indonesian sample trips `hardware` and has none of its words",
        ),
        (
            "red_flags = [\"hardware\"]\n",
            "",
            "J184 the English sample has \"bigger server\" and does not trip `hardware`",
        ),
    ];
    for (from, to, message) in cases {
        let found = changed(&[(from, to)]);
        assert!(found.iter().any(|line| line == message), "{message}: {found:#?}");
    }
}

#[test]
fn a_sample_may_differ_in_one_point_and_partly_agrees_with_both() {
    let middling = "marks = { undo = \"met\", evidence = \"met\"";
    assert_eq!(changed(&[(middling, "marks = { undo = \"missed\", evidence = \"met\"")]), Vec::<String>::new());
    assert_eq!(changed(&[(middling, "marks = { undo = \"partly\", evidence = \"missed\"")]), Vec::<String>::new());
    let found = changed(&[(middling, "marks = { undo = \"missed\", evidence = \"missed\"")]);
    assert_eq!(
        found,
        [
            "J183 the words of 2 points see the middling sample in English otherwise",
            "J183 the words of 2 points see the middling sample in Indonesian otherwise",
        ]
    );
}

#[test]
fn interviewers_speak_without_stray_placeholders_and_with_enough_variants() {
    let cases = [
        ("\"Hello.\"", "\"Hello {name}.\"", "J024 a placeholder in `greet`"),
        ("\"And: {follow_up}\"", "\"And so on.\"", "J024 `{follow_up}` stands 0 times in this line"),
        ("\"Good.\"", "\"Clear.\"", "J140 this variant stands twice"),
        ("[\"Hello.\", ", "[\"Hello.\", \"Hi.\", ", "J140 `host` has 4 variants of `greet.id`"),
        (
            "id = \"Agar kamu bisa menunjukkan kemampuanmu\"",
            "id = \"That you can show what you know\"",
            "J151 the same prose in both languages",
        ),
        ("\"Senang bertemu.\"", "\"Good to meet you.\"", "J151 the same prose in both languages"),
    ];
    for (from, to, message) in cases {
        assert_eq!(host(&[(from, to)]), [message]);
    }
}

#[test]
fn prose_copied_into_the_other_language_is_found_in_a_prompt() {
    let found = changed(&[
        ("id = \"Bukti sebelum tebakan\"", "id = \"Evidence before all guesses\""),
        ("en = \"Evidence before guesses\"", "en = \"Evidence before all guesses\""),
    ]);
    assert_eq!(found, ["J151 the same prose in both languages"]);
}

#[test]
fn the_help_of_a_long_sample_shows_what_differs() {
    let help = super::rule("J180").map(|rule| rule.explain(&crate::words::Words::of("en"))).unwrap_or_default();
    assert!(help.contains("    ...\n") && help.contains("tes beban"), "{help}");
    assert!(help.lines().count() < 60, "{help}");
}
