//! Out and in again, and what strangers send.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::text::Lang;
use crate::format::finding::Severity;
use crate::packs::Library;
use crate::packs::check::{Look, Options, Report, Tree, trees};
use crate::packs::scaffold::{self, Key, Part, Plan};

/// The files of the pack that a file becomes.
fn pack(drafted: Drafted, lang: Lang) -> BTreeMap<Box<str>, String> {
    let Drafted { title, given, .. } = drafted;
    let plan = Plan { name: "redis-notes".into(), lang, title, given, ..Plan::default() };
    scaffold::draft(&plan).into_iter().map(|(path, text)| (path.into(), text)).collect()
}

fn checked(files: &BTreeMap<Box<str>, String>) -> Report {
    trees(&[(String::new(), Tree::Memory(files.clone()))], &Options::default()).0
}

fn from_csv(text: &str) -> Drafted {
    draft(notes(text, Lang::En).unwrap_or_else(|e| panic!("{e:?}")), "Redis notes", Lang::En)
}

fn parts(texts: &[&str], right: &str) -> Vec<Part> {
    texts.iter().map(|text| Part { text: (*text).into(), right: *text == right, why: String::new() }).collect()
}

const TABLE: &str = "question,options,answer,explanation,source,tags,deck,Mood\n\
    Which port does Redis listen on?,,6379,The default.,redis.conf,net,Redis::Basics,good\n\
    A plain {{c1::SET::which command}} drops the {{c2::TTL}}.,,,,,,Redis::Basics,\n\
    Which command drops a key?,\"DEL\nGET\nTTL\",DEL,,,,Redis::Keys,\n\
    Why is a cache no database?,,\"Because it may forget, and\nnobody may mind.\",,,,Redis::Keys,\n\
    ,,lonely answer,,,,Redis::Keys,\n";

#[test]
fn rows_become_questions_and_what_nobody_would_type_becomes_lesson_text() {
    let drafted = from_csv(TABLE);
    assert_eq!((drafted.typed, drafted.gaps, drafted.choices, drafted.told), (1, 1, 1, 1));
    assert_eq!(drafted.title, "Redis");
    let left: Vec<(What, usize)> = drafted.left.iter().map(|(what, n)| (what.clone(), n)).collect();
    assert_eq!(left, [(What::Empty, 1), (What::Column("Mood".into()), 1)]);
    let [basics, keys] = &drafted.given[..] else { panic!("{:?}", drafted.given) };
    assert_eq!((&*basics.title, &*keys.title), ("Basics", "Keys"));
    let port = &basics.items[0];
    assert_eq!((&*port.explain, &*port.source, &*port.comment), ("The default.", "redis.conf", "tags: net"));
    assert_eq!(port.key, Key::Short("6379".into(), vec![]));
    let set = &basics.items[1];
    assert_eq!(set.key, Key::Cloze("A plain {{1}} drops the {{2}}.".into(), parts(&["SET", "TTL"], "")));
    assert_eq!((&*set.prompt, &*set.hint), ("Fill in what is missing.", "1: which command"));
    assert_eq!(keys.items[0].key, Key::Choice(parts(&["DEL", "GET", "TTL"], "DEL")));
    assert!(keys.lesson.contains("### Why is a cache no database?\n"), "{}", keys.lesson);
    let files = pack(drafted, Lang::En);
    let report = checked(&files);
    assert_eq!(report.count(Severity::Error), 0, "{}", report.human(Look::default(), &crate::words::Words::of("en")));
    assert_eq!((report.topics, report.questions), (2, 3));
    let codes: Vec<&str> = report.problems.iter().map(|problem| problem.code).collect();
    assert!(codes.contains(&"J104") && codes.contains(&"J110"), "whys and sources are left to write: {codes:?}");
}

#[test]
fn the_name_of_a_column_is_one_line_whatever_stands_in_it() {
    let drafted = from_csv("question,answer,\"x\nerror:\r\n a\tforged\rline\"\nWhich?,a,b\n");
    let left: Vec<(What, usize)> = drafted.left.iter().map(|(what, n)| (what.clone(), n)).collect();
    assert_eq!(left, [(What::Column("x error:  a forged line".into()), 1)]);
}

#[test]
fn a_draft_without_helping_files_has_every_deck_all_the_same() {
    let Drafted { given, .. } = from_csv(TABLE);
    let plan = Plan { name: "redis-notes".into(), given, minimal: true, ..Plan::default() };
    let files = scaffold::draft(&plan);
    let has = |file: &str| files.iter().any(|(path, _)| path == file);
    assert!(has("basics/questions.toml") && has("keys/questions.toml"), "{files:?}");
    assert!(!files.iter().any(|(path, _)| path.starts_with("schema/")), "{files:?}");
}

#[test]
fn gaps_are_read_one_within_another_and_never_made_of_other_braces() {
    let front = |front: &str| {
        let drafted = draft(
            Taken { notes: vec![Note { front: front.into(), ..Note::default() }], ..Taken::default() },
            "t",
            Lang::Id,
        );
        drafted.given.first().and_then(|given| given.items.first().cloned()).map(|item| (item.prompt, item.key))
    };
    let key = |text: &str, gaps: &[&str]| Key::Cloze(text.into(), parts(gaps, ""));
    let asked = "Lengkapi bagian yang kosong.".to_owned();
    assert_eq!(front("{{c1::a {{c2::b}} c}} d"), Some((asked.clone(), key("{{1}} d", &["a b c"]))));
    assert_eq!(front("{{c1::a}} {{x}} {{c1::b}}"), Some((asked, key("{{1}} { {x}} {{2}}", &["a", "b"]))));
    assert_eq!(front("Which?\n\nthe {{c1::one}}"), Some(("Which?".into(), key("the {{1}}", &["one"]))));
    for none in ["{{c::a}}", "{{c1::a", "{{c1:a}}", "{{c1::}}", "{{{{c1"] {
        assert_eq!(front(none), None, "{none}");
    }
    let many: String = (0..10).map(|n| format!("{{{{c1::w{n}}}}} ")).collect();
    assert_eq!(front(&many), None, "a question has nine gaps at most");
}

/// A card whose only question has these words missing from a text.
fn cloze(text: &str, words: &[&str]) -> Card {
    let gaps = words.iter().map(|word| (*word).to_owned()).collect();
    let side = Side { prompt: "Fill in:".into(), text: text.into(), gaps, ..Side::default() };
    let id = "p/t/i".into();
    Card { id, pack: "P".into(), topic: "T".into(), kind: "cloze", level: 1, source: "s".into(), sides: vec![side] }
}

/// What becomes of a card that goes out and comes back, by a table and by an archive.
fn back(card: &Card) -> [Option<Key>; 2] {
    let table = notes(&csv_of(std::slice::from_ref(card), &[Lang::En]), Lang::En).unwrap_or_else(|e| panic!("{e:?}"));
    let archive = anki::write(std::slice::from_ref(card), 1_795_300_000_000).unwrap_or_else(|e| panic!("{e}"));
    let archive = anki::from_bytes(archive).unwrap_or_else(|e| panic!("{e:?}"));
    [table, archive].map(|taken| {
        let drafted = draft(taken, "t", Lang::En);
        drafted.given.first().and_then(|given| given.items.first()).map(|item| item.key.clone())
    })
}

#[test]
fn a_gap_in_code_or_beside_a_backslash_keeps_its_word_too() {
    let words = ["${HOME}", "a:::b", "{{c1::x}}", "C:\\", "a\\}", "__init__", "::", "}}"];
    for text in ["Write `echo {{1}}` there.", "dir C:\\\\{{1}}", "  if x {\n    {{1}}\n  }\n  end", "**{{1}}** is it"] {
        for word in words {
            for key in back(&cloze(text, &[word])) {
                assert!(
                    matches!(&key, Some(Key::Cloze(_, gaps)) if *gaps == parts(&[word], "")),
                    "{text} {word}: {key:?}"
                );
            }
        }
    }
}

#[test]
fn words_that_somebody_else_wrote_need_no_backslashes() {
    let gaps = |front: &str| gaps::gaps_of(front).map(|marked| (marked.text, marked.gaps, marked.hints));
    let told = |text: &str, words: &[&str], hints: &[&str]| {
        let all = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        Some((text.to_owned(), all(words), all(hints)))
    };
    assert_eq!(gaps("{{c1::C:\\}} or {{c2::D:\\}}"), told("{{1}} or {{2}}", &["C:\\", "D:\\"], &[]));
    assert_eq!(gaps("{{c1::C:\\::drive}}"), told("{{1}}", &["C:\\::drive"], &[]), "as we would write C:::drive");
    assert_eq!(gaps("{{c1::a {b} c::letter}} \\d"), told("{{1}} \\d", &["a {b} c"], &["1: letter"]));
    let field =
        |field: &str| gaps(&html::text(field, &mut Left::default())).map(|(_, words, _)| draft::plain(&words[0]));
    for (html, word) in [
        ("{{c1::C:\\}} {{c2::}}", "C:\\"),
        ("<code>{{c1::C:\\}} {{c2::a*b*}}</code>", "C:\\"),
        ("<b>Set</b> {{c1::\\{1\\}}}", "\\{1\\"),
        ("<code>{{c1::a*b*c::\\d}}</code>", "a*b*c"),
        ("{{c1::a&#58;&#58;b::c}}", "a::b"),
    ] {
        assert_eq!(field(html).as_deref(), Some(word), "{html}");
    }
    assert_eq!(html::text("<code>a&#58;\\}</code>&#123;", &mut Left::default()), "`a:\\}`\\{");
    let many = "{{c1::\\}}".repeat(1 << 17);
    assert_eq!(gaps(&many).map(|(_, words, _)| words.len()), Some(1 << 17));
}

#[test]
fn a_lesson_has_the_words_of_all_gaps_of_a_note() {
    let many: String = (1..=120).map(|n| format!("{{{{c1::w{n}}}}} ")).collect();
    let drafted = from_csv(&csv::row(["question", "answer"]).replace("\r\n", &format!("\r\n{many},\r\n")));
    let lesson = &drafted.given[0].lesson;
    assert!((1..=120).all(|n| lesson.contains(&format!("**w{n}**"))) && !lesson.contains("{{"), "{lesson}");
    let word = |n: usize| (n < 3).then(|| format!("{{{{{}}}}}", n + 1));
    assert_eq!(gaps::with_gaps("{{1}} {{2}} {{3}} {{0}} {{01}} {{{1}}", word), "{{2}} {{3}} {{3}} {{0}} {{01}} {{{2}}");
}

#[test]
fn paragraphs_of_a_long_answer_stay_paragraphs_and_code_stays_code() {
    let text = csv::row(["Why?", "Because it is long enough that nobody would ever type it.\n\nAnd more."])
        + &csv::row(["How?", "if x {\n    y();\n}\n# none\n```"]);
    let drafted = from_csv(&text);
    let lesson = "### Why?\n\nBecause it is long enough that nobody would ever type it.\n\nAnd more.\n\n\
        ### How?\n\n~~~~text\nif x {\n    y();\n}\n# none\n```\n~~~~\n\n";
    assert_eq!(drafted.given[0].lesson, lesson);
}

/// What a reader sees of the heading of a note that is text of a lesson.
fn heading(front: &str) -> String {
    let text = csv::row([front, "Because it is long enough that nobody would ever want to type it here."]);
    let drafted = from_csv(&text);
    let doc = crate::prose::parse(&drafted.given[0].lesson);
    let heading = doc.blocks.iter().find_map(|block| match block {
        crate::prose::Block::Heading { text, .. } => Some(crate::prose::text_of(text)),
        _ => None,
    });
    heading.unwrap_or_else(|| panic!("{}", drafted.given[0].lesson))
}

#[test]
fn the_heading_of_a_note_shows_every_letter_that_the_note_shows() {
    for front in ["Why snake_case?", "Why 2 * 3 * 4?", "C #", "~~old~~ {x}", "a `` b"] {
        assert_eq!(heading(front), front);
    }
    assert_eq!(heading("What does \\_\\_init\\_\\_ do?"), "What does __init__ do?");
    assert_eq!(heading("What is `a*b` in **C:\\\\\\*dir**?"), "What is a*b in C:\\*dir?");
}

#[test]
fn text_of_a_note_is_no_markup_of_a_lesson_whatever_stands_before_it() {
    let long = "words that nobody would ever want to type as an answer, for there are too many";
    for (answer, lesson) in [
        ("``a`<b>`` <i>", "``a`<b>`` \\<i>"),
        ("a ` b <i>", "a \\` b \\<i>"),
        ("\\<i>", "\\<i>"),
        ("```<b>", "\\`\\`\\`\\<b>"),
        ("~~a~~", "\\~\\~a\\~\\~"),
    ] {
        let drafted = from_csv(&csv::row(["Why?", &format!("{answer} {long}")]));
        assert_eq!(drafted.given[0].lesson, format!("### Why?\n\n{lesson} {long}\n\n"));
    }
}

#[test]
fn back_quotes_that_nothing_closes_are_text_however_many_there_are() {
    let many = 1 << 20;
    assert_eq!(draft::escaped(&"`".repeat(many)), "\\`".repeat(many));
    assert_eq!(draft::escaped(&"\\``".repeat(many)), "\\`".repeat(2 * many));
    assert_eq!(draft::escaped("```a``[``` ``b` ``"), "```a``[``` ``b` ``");
    assert_eq!(draft::escaped("```a``[`` `b"), "\\`\\`\\`a``[`` \\`b");
}

#[test]
fn what_is_larger_than_a_lesson_takes_is_named_before_anything_in_it_is_read() {
    let huge = "*a ".repeat(1 << 20);
    let many = "x\n".repeat(1 << 20);
    let text = csv::row(["question", "answer", "options"])
        + &csv::row([&huge, "b", ""])
        + &csv::row(["Which?", "x", &many])
        + &csv::row(["Which of both?", "x", &format!("x\n{}", "y".repeat(5_000))]);
    let drafted = from_csv(&text);
    assert_eq!(drafted.left.iter().map(|(what, n)| (what.clone(), n)).collect::<Vec<_>>(), [(What::TooLong, 2)]);
    assert_eq!((drafted.told, drafted.choices), (1, 0), "an option of 5 kB is none");
}

#[test]
fn a_long_table_becomes_topics_that_can_be_read() {
    let rows: String = (0..600).map(|n| format!("What is number {n}?;{n}\n")).collect();
    let drafted = from_csv(&rows);
    let titles: Vec<&str> = drafted.given.iter().map(|given| &*given.title).collect();
    assert_eq!(titles, ["Redis notes", "Redis notes 2", "Redis notes 3"]);
    assert_eq!(drafted.given.iter().map(|given| given.items.len()).sum::<usize>(), 600);
}

pub(super) fn example(langs: &[Lang]) -> Vec<Card> {
    let library = Library::builtin();
    let id = crate::domain::ids::TopicId::new("backend-roadmap", "idempotency");
    let body = library.open(&id).unwrap_or_else(|e| panic!("{e}"));
    let labels: Vec<Labels> = langs.iter().map(|lang| Labels::of(*lang)).collect();
    let pack = library.pack("backend-roadmap").map(|pack| pack.title.clone()).unwrap_or_default();
    cards(&pack, &body.head.title, &body.questions, &labels).collect()
}

/// Choices, gaps and typed answers are the same questions again, with all their whys.
pub(super) fn same_questions(all: &[Card], drafted: &Drafted) {
    for card in all {
        let side = &card.sides[0];
        let name = card.id.rsplit('/').next().unwrap_or_default();
        let item = drafted.given.iter().flat_map(|given| &given.items).find(|item| item.name == name);
        let whys = |parts: &[Part]| parts.iter().filter(|part| !part.why.is_empty()).count();
        if let Some(item) = item {
            assert_eq!(
                (item.level, &*item.source, &item.explain),
                (card.level, &*card.source, &side.explain),
                "{name}"
            );
        }
        match (card.kind, item.map(|item| &item.key)) {
            ("single" | "multi", Some(Key::Choice(options))) => {
                let right: Vec<&String> = options.iter().filter(|option| option.right).map(|it| &it.text).collect();
                assert_eq!((right.len(), whys(options)), (side.answer.len(), side.whys.len()), "{name}");
                assert!(right.iter().all(|text| side.answer.contains(text)), "{name}");
            }
            ("cloze", Some(Key::Cloze(text, gaps))) => {
                let words: Vec<&String> = gaps.iter().map(|gap| &gap.text).collect();
                assert_eq!((text, words), (&side.text, side.gaps.iter().collect()), "{name}");
                assert_eq!(whys(gaps), side.whys.len(), "{name}");
            }
            ("short", Some(Key::Short(answer, accept))) => {
                assert_eq!((answer, accept.len()), (&side.answer[0], side.accept.len()), "{name}");
            }
            (kind, key) => assert!(!["single", "multi", "cloze", "short"].contains(&kind), "{name}: {key:?}"),
        }
    }
}

#[test]
fn an_exported_topic_reads_back_with_its_questions_answers_and_names() {
    let all = example(&[Lang::En]);
    let table = csv_of(&all, &[Lang::En]);
    let taken = notes(&table, Lang::En).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!((taken.notes.len(), &taken.left), (all.len(), &Left::default()));
    for (note, card) in taken.notes.iter().zip(&all) {
        let side = &card.sides[0];
        assert_eq!((&*note.id, note.level), (&*card.id, card.level));
        assert!(note.front.starts_with(side.prompt.trim()), "{note:?}");
        assert_eq!(note.options, side.options);
        assert_eq!(note.source, *card.source);
        if side.gaps.is_empty() {
            assert_eq!(note.answer, side.answer.join("\n"));
        }
    }
    let drafted = draft(taken, "t", Lang::En);
    same_questions(&all, &drafted);
    let report = checked(&pack(drafted, Lang::En));
    assert_eq!(report.count(Severity::Error), 0, "{}", report.human(Look::default(), &crate::words::Words::of("en")));
}

#[test]
fn of_two_languages_each_text_has_a_column_and_an_import_takes_its_own() {
    let both = [Lang::Id, Lang::En];
    let all = example(&both);
    let table = csv_of(&all, &both);
    assert!(table.starts_with("id,topic,kind,level,question.id,question.en,"), "{}", &table[..80]);
    for (at, lang) in both.into_iter().enumerate() {
        let taken = notes(&table, lang).unwrap_or_else(|e| panic!("{e:?}"));
        assert!(taken.notes[0].front.starts_with(all[0].sides[at].prompt.trim()));
        let other = What::Column(format!("question.{}", lang.other().code()).into());
        assert!(taken.left.iter().any(|(what, n)| *what == other && n == all.len()), "{:?}", taken.left);
    }
}

/// Cells that mean something somewhere, and whatever a keyboard or an attacker gives.
fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "\\{\\{c[0-9]{0,2}(::)?\\PC{0,6}\\}{0,2}",
        "#{1,4} \\PC{0,8}( \\{#[a-z]{0,3}\\})?",
        "(```|~~~)(check|diagram|sql run)?\\n\\PC{0,8}",
        "(\"\"\"|'''|\\\\|\\\\u|\\[x\\]: |<b>|\\| |---|\\[!say\\])",
        "(\\PC|[\\t\\r\\n\u{0}\u{1b}\u{202e}\u{2028}\u{feff}]){0,12}",
    ];
    proptest::collection::vec(part, 0..5).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn a_word_of_a_gap_comes_back_as_it_went_out(words in proptest::collection::vec("[ac1:{}\\\\*_`$<&;]{1,10}( [ac1:{}\\\\*_`$<&;]{1,5})?", 1..4)) {
        let words: Vec<&str> = words.iter().map(|word| &**word).collect();
        let text = ["Use {{1}}.", "Use {{1}}{{2}}.", "Use {{1}}: {{2}} {{{3}}}."][words.len() - 1];
        let key = Key::Cloze(text.into(), parts(&words, ""));
        prop_assert_eq!(back(&cloze(text, &words)), [Some(key.clone()), Some(key)]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_table_gives_a_pack_without_errors(rows in proptest::collection::vec((hostile(), hostile(), hostile(), hostile()), 1..12)) {
        let mut text = csv::row(["question", "answer", "options", "deck"]);
        for (question, answer, options, deck) in &rows {
            text.push_str(&csv::row([&**question, answer, options, deck]));
        }
        let drafted = from_csv(&text);
        let kept = drafted.typed + drafted.gaps + drafted.choices + drafted.told;
        let left: usize = drafted.left.iter().map(|(_, n)| n).sum();
        let blank = rows.iter().filter(|(a, b, c, d)| [a, b, c, d].iter().all(|cell| cell.replace('\u{feff}', "").trim().is_empty())).count();
        prop_assert!(kept + left + blank >= rows.len(), "{kept} {left} {blank}");
        if !drafted.given.is_empty() {
            let report = checked(&pack(drafted, Lang::En));
            prop_assert_eq!(report.count(Severity::Error), 0, "{}", report.human(Look::default(), &crate::words::Words::of("en")));
        }
    }
}
