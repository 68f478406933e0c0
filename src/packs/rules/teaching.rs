//! The other faces of the rules about teaching, whose samples show only one.

use super::tests::{report, shown};

/// The messages of a rule, without their places.
fn told(files: &[(&str, &str)], code: &str) -> Vec<String> {
    let own = |line: &String| line.split_once(&format!(" {code} ")).map(|(_, message)| message.to_owned());
    shown(&report(files)).iter().filter_map(own).collect()
}

const FIRST: &str = short_question!("q", "Which header?", "Idempotency-Key");

/// `count` true/false questions, of which the first `are_true` are true.
fn statements(count: usize, are_true: usize) -> String {
    let one = |n: usize| {
        let answer = n < are_true;
        format!(
            "[[question]]\nid = \"s{n}\"\nkind = \"true_false\"\nlevel = 1\nsection = \"s\"\nprompt = \"Number {n}.\"\nanswer = {answer}\nsource = \"lesson\"\n\n\
             [[question.reason]]\nid = \"a\"\nright = true\ntext = \"So\"\nwhy = \"Right.\"\n\n\
             [[question.reason]]\nid = \"b\"\ntext = \"No\"\nwhy = \"Wrong.\"\n\n"
        )
    };
    FIRST.to_owned() + &(0..count).map(one).collect::<String>()
}

#[test]
fn a_pack_whose_statements_are_nearly_all_false_gives_them_away() {
    let of = |count, are_true| told(&[("t/questions.toml", &statements(count, are_true))], "J121");
    assert_eq!(of(10, 1), ["9 of 10 statements are false"]);
    assert_eq!(of(10, 10), ["10 of 10 statements are true"]);
    assert!(of(10, 2).is_empty(), "eight of ten happen");
    assert!(of(9, 0).is_empty(), "too few to tell");
}

#[test]
fn true_false_and_too_little_recall_are_told_once_a_pack_has_twenty_questions() {
    let of = |count| told(&[("t/questions.toml", &statements(count, count / 2))], "J124");
    assert!(of(18).is_empty());
    assert_eq!(
        of(19),
        [
            "in 1 of 20 (5%) questions something is recalled or decided; at least 30%",
            "19 of 20 (95%) questions are true/false; at most 5%",
        ]
    );
}

#[test]
fn a_template_is_told_of_a_limited_number_of_times() {
    let one = |n: usize| {
        let questions = format!("[[question]]\nid = \"n{n}\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\n");
        format!(
            "{questions}prompt = \"Which service answers first when port {n} is asked?\"\nanswer = \"x{n}\"\nsource = \"lesson\"\n\n"
        )
    };
    let all = FIRST.to_owned() + &(0..60).map(one).collect::<String>();
    let told = told(&[("t/questions.toml", &all)], "J123");
    assert_eq!(told.len(), 20);
    assert_eq!(told[0], "nearly the same question as `n0` of topic `t`");
}

#[test]
fn the_same_question_in_another_topic_is_told_with_both_places() {
    let again = "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt = \"A client sends the same PUT twice. How many orders exist?\"\nanswer = \"one\"\nsource = \"lesson\"\n";
    let topic =
        "id = \"u\"\ntitle.en = \"More\"\ntitle.id = \"Lagi\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";
    let lesson = "Intro.\n\n## Section {#s}\n\nText.\n";
    let files = [
        ("t/questions.toml", again),
        ("u/topic.toml", topic),
        ("u/lesson.en.md", lesson),
        ("u/lesson.id.md", lesson),
        ("u/questions.toml", again),
    ];
    let found = report(&files);
    let problem = found.problems.iter().find(|problem| problem.code == "J123");
    let places =
        problem.map(|it| (&*it.place.file, it.labels.iter().map(|(there, _)| &*there.file).collect::<Vec<_>>()));
    assert_eq!(places, Some(("u/questions.toml", vec!["t/questions.toml"])));
}

#[test]
fn more_than_seven_sections_are_too_many_for_a_lesson() {
    let sections = |n: usize| (0..n).map(|at| format!("[[section]]\nid = \"s{at}\"\n")).collect::<String>();
    let head = "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n";
    let of = |n| told(&[("t/topic.toml", &format!("{head}{}", sections(n)))], "J161");
    assert!(of(7).is_empty());
    assert_eq!(of(8), ["8 sections; at most 7"]);
}

#[test]
fn a_paragraph_of_a_lesson_that_was_left_untranslated_is_told() {
    let of = |paragraph: &str| {
        let lesson = format!("Pembuka.\n\n## Bagian {{#s}}\n\n{paragraph}\n\n```check\nq\n```\n");
        told(&[("t/lesson.id.md", &lesson)], "J152")
    };
    assert_eq!(of("The server keeps the reply of the first call, and it is sent again."), ["this reads like English"]);
    assert!(of("Server menyimpan balasan pertama, lalu mengirimkannya lagi.").is_empty());
    assert!(of("Sumber: The cost of the plan, and what to do with it when it is wrong.").is_empty());
}

#[test]
fn the_right_option_with_the_most_conditions_in_most_choices_is_told() {
    let of = |right: &str| {
        let one = |n: usize| {
            format!(
                "[[question]]\nid = \"c{n}\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\nprompt = \"Number {n}?\"\nsource = \"lesson\"\n\n\
                 [[question.option]]\nid = \"a\"\nright = true\ntext = \"{right}\"\nwhy = \"Right.\"\n\n\
                 [[question.option]]\nid = \"b\"\ntext = \"Whenever it is called\"\nwhy = \"Wrong.\"\n\n"
            )
        };
        told(&[("t/questions.toml", &(FIRST.to_owned() + &(0..4).map(one).collect::<String>()))], "J120")
    };
    assert_eq!(of("Yes, if it may, once"), ["the right option has the most conditions in 4 of 4 choices"]);
    assert!(of("Once it has been told").is_empty());
}

#[test]
fn a_stem_may_name_what_is_to_be_picked_from_it_between_backticks() {
    let of = |stem: &str| {
        let question = format!(
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt = \"{stem}\"\nanswer = \"storedb\"\nsource = \"lesson\"\n"
        );
        told(&[("t/questions.toml", &question)], "J122")
    };
    assert_eq!(of("The services are web and storedb. Which host?"), ["the stem says the answer: `storedb`"]);
    assert!(of("The services are `web` and `storedb`. Which host?").is_empty());
}

/// What J125 says of a question "Which header?" that tags `outcome`, which the only section of topic `home` covers.
fn stray(home: &str, outcome: &str, lesson: &str, more: &[(&str, &str)]) -> Vec<String> {
    let tagging = FIRST.replacen("section = \"s\"\n", &format!("section = \"s\"\ncovers = [\"{outcome}\"]\n"), 1);
    let topic = format!(
        "id = \"{home}\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\ncovers = [\"{outcome}\"]\n"
    );
    let [head, en, id] = ["topic.toml", "lesson.en.md", "lesson.id.md"].map(|file| format!("{home}/{file}"));
    let files = [("t/questions.toml", &*tagging), (&head, &*topic), (&en, lesson), (&id, lesson)];
    told(&[&files, more].concat(), "J125")
}

#[test]
fn a_tag_is_looked_for_in_the_names_of_its_section_in_whatever_topic_that_is() {
    for home in ["t", "u"] {
        let of = |outcome, lesson| stray(home, outcome, lesson, &[]);
        assert_eq!(of("s0.caching", "## Copies {#s}\n\nA header.\n"), ["nothing in this question names `s0.caching`"]);
        assert!(of("s0.headers", "## Copies {#s}\n\nText.\n").is_empty(), "the id");
        assert!(of("s0.caching", "## Headers {#s}\n\nText.\n").is_empty(), "the title");
        assert!(of("s0.caching", "## Copies {#s}\n\nThe **key of a header**.\n").is_empty(), "bold type");
        assert!(of("s0.caching", "## Copies {#s}\n\nThe `Idempotency-Key`.\n").is_empty(), "code");
        assert!(of("s1.2", "## A {#s}\n\nText.\n").is_empty(), "no words to look for");
    }
}

#[test]
fn a_term_of_the_glossary_counts_for_its_topic_when_all_its_words_are_said() {
    let of = |topic: &str, alias: &str| {
        let terms = format!(
            "[[term]]\nid = \"k\"\nname = \"copy\"\naliases = [\"{alias}\"]\nsay.en = \"A copy.\"\nsay.id = \"Salinan.\"\ntopic = \"{topic}\"\n"
        );
        stray("t", "s0.caching", "## Copies {#s}\n\nText.\n", &[("glossary.toml", &terms)]).len()
    };
    assert_eq!(of("t", "idempotency header"), 0);
    assert_eq!(of("t", "cache header"), 1);
    assert_eq!(of("u", "idempotency header"), 1);
}

#[test]
fn the_statement_of_that_name_on_the_ladder_counts() {
    let of = |said: &str| {
        let ladder = format!(
            "[[statement]]\nid = \"s3.l1.mastery.01\"\nlevel = 1\ndimension = \"mastery\"\ntext.en = \"{said}\"\ntext.id = \"Paham\"\nevidence.en = \"A merge request\"\nevidence.id = \"Satu merge request\"\n"
        );
        stray("t", "s3.l1.mastery.01", "## Copies {#s}\n\nText.\n", &[("ladder.toml", &ladder)]).len()
    };
    assert_eq!(of("Knows its headers"), 0);
    assert_eq!(of("Knows its caches"), 1);
}
