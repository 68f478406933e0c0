//! The other faces of rules whose sample shows only one.

use super::tests::{BASE, report, shown};

const NINE: &str = include_str!("../../format/fixtures/nine.toml");

/// The base with a topic that has the sections of the nine kinds, and the nine kinds with a change.
fn nine(changes: &[(&str, &str)]) -> Vec<String> {
    let mut questions = NINE.replace("covers = [", "# covers = [");
    for (from, to) in changes {
        let changed = questions.replacen(from, to, 1);
        assert_ne!(changed, questions, "{from} must stand in the fixture");
        questions = changed;
    }
    let sections = ["the-retry", "methods", "the-key", "claim-atomically"];
    let heads: String = sections.iter().map(|id| format!("\n[[section]]\nid = \"{id}\"\n")).collect();
    let topic = format!("id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n{heads}");
    let lesson: String = sections.iter().map(|id| format!("## On {id} {{#{id}}}\n\nWords.\n\n")).collect();
    let files = [
        ("t/topic.toml", topic.as_str()),
        ("t/lesson.en.md", &lesson),
        ("t/lesson.id.md", &lesson),
        ("t/questions.toml", &questions),
    ];
    messages(&files)
}

/// Code and message of every problem.
fn messages(files: &[(&str, &str)]) -> Vec<String> {
    let line = |line: &String| line.split_once(' ').map_or_else(String::new, |(_, rest)| rest.to_owned());
    shown(&report(files)).iter().map(line).collect()
}

fn base(path: &str) -> &'static str {
    BASE.iter().find(|(name, _)| *name == path).map_or("", |(_, text)| text)
}

#[test]
fn the_nine_kinds_keep_all_rules() {
    assert_eq!(nine(&[]), Vec::<String>::new());
}

#[test]
fn ids_are_compared_wherever_there_are_ids() {
    let twice = [
        ("id = \"which-promise\"", "id = \"timeout-cases\"", "J005 a second question has the id `timeout-cases`"),
        ("id = \"happened\"", "id = \"unknown\"", "J005 a second option has the id `unknown`"),
        ("id = \"must-204\"", "id = \"state\"", "J005 a second reason has the id `state`"),
        ("{ id = \"claim\"", "{ id = \"make\"", "J005 a second step has the id `make`"),
        ("{ id = \"server-error\"", "{ id = \"done\"", "J005 a second side has the id `done`"),
        ("id = \"return-500\"", "id = \"return-first\"", "J005 a second choice has the id `return-first`"),
    ];
    for (from, to, message) in twice {
        assert_eq!(nine(&[(from, to)]), [message]);
    }
}

#[test]
fn answers_that_do_not_exist_are_found_in_every_kind() {
    let cases = [
        ("id = \"happened\"", "id = \"happened\"\nright = true", "J012 a second option is marked right"),
        ("id = \"safe\"", "id = \"safe\"\nright = true", "J012 a second reason is marked right"),
        ("number = 9", "number = 10", "J012 the code has no line 10"),
        ("number = 9", "number = 5", "J012 line 5 stands twice"),
        ("number = 1\nright = true", "number = 1", "J012 no line is marked right"),
        ("{{2}}", "{{1}}", "J015 gap 1 stands 2 times in the text"),
        ("{{2}}", "2", "J015 gap 2 has no place in the text"),
        ("{{2}}", "{{2}} {{4}}", "J015 the text has a number without a gap"),
        ("step = [", "any_order = [[\"make\", \"nothing\"]]\nstep = [", "J016 there is no step `nothing`"),
        (
            "step = [",
            "any_order = [[\"make\", \"claim\"], [\"claim\", \"work\"]]\nstep = [",
            "J016 step `claim` stands in two groups, or twice in one",
        ),
    ];
    for (from, to, message) in cases {
        assert_eq!(nine(&[(from, to)]), [message], "{to}");
    }
}

#[test]
fn scenes_hang_together() {
    let best = "id = \"unique-now\"\nbest = true";
    let cases = [
        ("goto = \"net\"", "goto = \"nett\"", "J017 there is no scene `nett`"),
        (best, "id = \"unique-now\"", "J017 no choice of this scene is the best"),
        (
            "id = \"raise-timeout\"",
            "id = \"raise-timeout\"\nbest = true",
            "J017 a second choice of this scene is the best",
        ),
        ("goto = \"net\"", "goto = \"later\"", "J017 no choice leads to this scene"),
        (
            "id = \"return-500\"",
            "id = \"return-500\"\ngoto = \"start\"",
            "J017 the way through the scenes comes back to this one",
        ),
    ];
    for (from, to, message) in cases {
        assert_eq!(nine(&[(from, to)]), [message], "{to}");
    }
}

#[test]
fn a_seventh_scene_is_too_deep() {
    let scene = |n: usize| {
        let goto = if n < 7 { format!("goto = \"s{}\"\n", n + 1) } else { String::new() };
        format!(
            "[[question.scene]]\nid = \"s{n}\"\ntext = \"X\"\n[[question.scene.choice]]\nid = \"a\"\nbest = true\n{goto}text = \"X\"\nwhy = \"X\"\n[[question.scene.choice]]\nid = \"b\"\ntext = \"X\"\nwhy = \"X\"\n"
        )
    };
    let scenes: String = (1..=7).map(scene).collect();
    let head =
        base("t/questions.toml").replace("\"short\"", "\"scenario\"").replace("answer = \"Idempotency-Key\"\n", "");
    let text = head + &scenes;
    assert_eq!(messages(&[("t/questions.toml", &text)]), ["J017 this is the seventh scene on a way"]);
}

#[test]
fn every_part_that_needs_a_why_is_named_when_it_has_none() {
    let near = "{ text = \"X-Request-Id\"";
    let start = NINE.find(near).unwrap_or_else(|| panic!("{near}"));
    let entry = NINE[start..].lines().next().unwrap_or_default();
    assert_eq!(nine(&[(entry, "{ text = \"X-Request-Id\" },")]), ["J104 near word 1 is never explained"]);
    let whys = [
        (
            "why.en = \"Only the client knows that two requests are one intention.\"\nwhy.id = \"Hanya client yang tahu bahwa dua request adalah satu niat.\"\n",
            "",
            "J104 gap 3 is never explained",
        ),
        (
            "why.en = \"Fewer duplicates, not none, and app updates take days to reach phones.\"\nwhy.id = \"Duplikat berkurang, bukan hilang, dan pembaruan aplikasi butuh berhari-hari sampai ke ponsel.\"\n",
            "",
            "J104 choice 1 is never explained",
        ),
        (", why = { en = \"A new intention.\", id = \"Niat baru.\" }", "", "J104 pair 4 is never explained"),
    ];
    for (from, to, message) in whys {
        assert_eq!(nine(&[(from, to)]), [message]);
    }
    // Steps without a why are fine as long as the question explains; without that each is named.
    let explain = NINE.lines().filter(|line| line.contains("The claim comes before") || line.contains("Klaim datang"));
    let changes: Vec<(&str, &str)> = explain.map(|line| (line, "")).collect();
    assert_eq!(nine(&changes).len(), 5);
}

#[test]
fn wrong_words_of_a_gap_are_no_right_ones() {
    let with = |words: &str| nine(&[("answer = \"422\"\n", &format!("answer = \"422\"\n{words}\n"))]);
    let wrong = |word: &str| format!("distractor = [{{ text = \"{word}\", why = \"X\" }}]");
    assert_eq!(with(&wrong("418")), Vec::<String>::new(), "a digit is never a typo");
    assert_eq!(with(&wrong(" 422")), ["J018 ` 422` is the same word to grading as a right answer"]);
    let near = nine(&[(
        "accept = [\"saved\", \"first\"",
        "near = [{ text = \"dsimpan\", why = \"X\" }]\naccept = [\"saved\", \"first\"",
    )]);
    assert_eq!(near, ["J018 `dsimpan` is one typo away from a right answer"]);
}

#[test]
fn sections_are_the_same_everywhere_and_in_the_same_order() {
    let section = base("t/questions.toml").replace("section = \"s\"", "section = \"t\"");
    assert_eq!(messages(&[("t/questions.toml", &section)]), ["J011 topic.toml has no section `t`"]);
    let unknown = base("t/lesson.en.md").replace("{#s}", "{#other}");
    assert_eq!(messages(&[("t/lesson.en.md", &unknown)]), ["J011 topic.toml has no section `other`"]);
    let topic = base("t/topic.toml").to_owned() + "\n[[section]]\nid = \"r\"\n";
    let missing = ["J011 lesson.en.md has no section `r`", "J011 lesson.id.md has no section `r`"];
    assert_eq!(messages(&[("t/topic.toml", &topic)]), missing);
    let swapped = |text: &str| text.replacen("## ", "## R {#r}\n\nText.\n\n## ", 1);
    let (en, id) = (swapped(base("t/lesson.en.md")), swapped(base("t/lesson.id.md")));
    let files = [("t/topic.toml", topic.as_str()), ("t/lesson.en.md", &en), ("t/lesson.id.md", &id)];
    let order = "J011 this section stands twice, or in another order than in topic.toml";
    assert_eq!(messages(&files), [order, order]);
}

#[test]
fn lessons_show_the_same_blocks() {
    let more = base("t/lesson.id.md").to_owned() + "\n```sh\nls\n```\n";
    assert_eq!(messages(&[("t/lesson.id.md", &more)]), ["J014 a `sh` block that lesson.en.md does not have"]);
    let more = base("t/lesson.en.md").to_owned() + "\n```sh\nls\n```\n";
    assert_eq!(messages(&[("t/lesson.en.md", &more)]), ["J014 a `sh` block that lesson.id.md does not have"]);
    let first = "```sh\nls\n```\n\n".to_owned() + base("t/lesson.id.md");
    let moved = "J014 a `sh` block stands where lesson.en.md has a `check` block";
    assert_eq!(messages(&[("t/lesson.id.md", &first)]), [moved]);
}

#[test]
fn a_check_names_one_question() {
    for body in ["", "q\nq\n"] {
        let broken = |text: &str| text.replace("\nq\n", &format!("\n{body}"));
        let (en, id) = (broken(base("t/lesson.en.md")), broken(base("t/lesson.id.md")));
        let found = messages(&[("t/lesson.en.md", &en), ("t/lesson.id.md", &id)]);
        let one = "J013 a check holds the id of one question";
        assert_eq!(found, [one, one], "{body:?}");
    }
}

#[test]
fn code_and_diagrams_fit_and_are_told_in_words() {
    let with = |block: &str| {
        let add = |text: &str| format!("{block}\n\n{text}");
        let (en, id) = (add(base("t/lesson.en.md")), add(base("t/lesson.id.md")));
        let mut found = messages(&[("t/lesson.en.md", &en), ("t/lesson.id.md", &id)]);
        found.dedup();
        found
    };
    let none = Vec::<String>::new();
    assert_eq!(with(&format!("```sh\n{}\n```", "x".repeat(73))), ["J131 a line has 73 columns"]);
    assert_eq!(with(&format!("```sh\n{}\n```", "x".repeat(72))), none);
    assert_eq!(with(&format!("```sh\n{}\n```", "界".repeat(37))), ["J131 a line has 74 columns"]);
    assert_eq!(
        with("```diagram\nThe client asks.\na -> b\n```"),
        ["J131 an empty line is missing after the words of this diagram"]
    );
    let long = format!("```diagram\n{}\n\na ──▶ b\n```", "The client asks. ".repeat(6));
    assert_eq!(with(&long), none, "the words above a diagram are wrapped");
}

#[test]
fn packs_and_topics_have_names_of_their_own() {
    let files = [
        ("u/topic.toml", base("t/topic.toml")),
        ("u/lesson.en.md", base("t/lesson.en.md")),
        ("u/lesson.id.md", base("t/lesson.id.md")),
        ("u/questions.toml", base("t/questions.toml")),
    ];
    let found = shown(&report(&files));
    assert_eq!(found, ["u/topic.toml:1:6 J005 a second topic has the id `t`"]);
    let unit = "\n[[unit]]\nid = \"c\"\nfolder = \"c\"\ntitle = \"C\"\n";
    let pack = format!("{}{unit}{unit}", base("pack.toml"));
    assert_eq!(messages(&[("pack.toml", &pack)]), ["J005 a second unit has the id `c`"]);
    let term = "[[term]]\nid = \"x\"\nname = \"X\"\nsay = \"Y\"\n";
    assert_eq!(messages(&[("glossary.toml", &term.repeat(2))]), ["J005 a second term has the id `x`"]);
}

#[test]
fn what_is_announced_is_to_come_and_stands_in_its_stage() {
    let path = |topics: &str, coming: &str| {
        let text = format!(
            "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n\n[[stage]]\ntitle = \"One\"\ntopics = [{topics}]\ncoming = [{coming}]\n"
        );
        messages(&[("paths/all.toml", &text)])
    };
    let later = "{ id = \"later\", title = \"Later\" }";
    assert_eq!(path("\"t\", \"later\"", later), Vec::<String>::new());
    assert_eq!(path("\"t\"", later), ["J019 this stage does not name `later`"]);
    assert_eq!(path("\"t\", \"later\"", &format!("{later}, {later}")), ["J019 `later` is announced twice"]);
    assert_eq!(path("\"t\", \"other\"", ""), ["J006 there is no topic `other`"]);
}

const STATEMENT: &str = "[[statement]]\nid = \"a.1\"\nlevel = 1\ndimension = \"mastery\"\ntext = \"Undoes\"\ntopics = [\"t\"]\nevidence = \"Dates\"\n";

#[test]
fn a_statement_has_a_level_a_dimension_evidence_and_topics_that_there_are() {
    let with = |from: &str, to: &str| messages(&[("ladder.toml", &STATEMENT.replacen(from, to, 1))]);
    assert_eq!(with("", ""), Vec::<String>::new());
    assert_eq!(with("\"mastery\"", "\"mastry\""), ["J003 `dimension` cannot be `mastry`"]);
    assert_eq!(with("level = 1", "level = 7"), ["J003 `level` must be a whole number from 1 to 6"]);
    assert_eq!(with("evidence = \"Dates\"\n", ""), ["J004 a statement needs `evidence`"]);
    assert_eq!(with("evidence =", "evidence.en ="), ["J150 `evidence` has no `id` twin"]);
    assert_eq!(with("[\"t\"]", "[\"nowhere\"]"), ["J006 there is no topic `nowhere`"]);
    assert_eq!(with("[\"t\"]", "[\"other/pack\"]"), Vec::<String>::new(), "a pack that is not at hand is not judged");
    assert_eq!(with("[[", &format!("{STATEMENT}\n[[")), ["J005 a second statement has the id `a.1`"]);
}

#[test]
fn a_checklist_has_items_with_a_why_and_names_of_their_own() {
    let list = "[[checklist]]\nid = \"done\"\ntitle = \"Done\"\n";
    let item = "[[checklist.item]]\nid = \"test\"\ntext = \"Tests\"\nwhy = \"Bugs\"\n";
    let found = |text: String| messages(&[("checklists.toml", &text)]);
    assert_eq!(found(format!("{list}{item}")), Vec::<String>::new());
    assert_eq!(found(list.to_owned()), ["J004 a checklist needs `item`"]);
    assert_eq!(found(format!("{list}{}", item.replace("why", "wyh"))), ["J002 an item has no key `wyh`"]);
    assert_eq!(found(format!("{list}{item}{item}")), ["J005 a second item has the id `test`"]);
    assert_eq!(found(format!("{list}{item}{list}{item}")), ["J005 a second checklist has the id `done`"]);
}

#[test]
fn a_prompt_of_a_statement_is_looked_for_where_its_topic_is() {
    let with = |prompts: &str| {
        let text = STATEMENT.replace("topics", &format!("prompts = [{prompts}]\ntopics"));
        messages(&[("ladder.toml", &text)])
    };
    assert_eq!(with("\"x\""), ["J025 there is no prompt `x`"]);
    assert_eq!(with("\"t/x\""), ["J025 there is no prompt `t/x`"]);
    assert_eq!(with("\"p/t/x\""), ["J025 there is no prompt `p/t/x`"]);
    assert_eq!(with("\"other/t/x\""), Vec::<String>::new());
    assert_eq!(with("\"a/b/c/d\""), ["J003 `prompts` must be the name of a prompt"]);
}
