use super::*;
use crate::domain::question::Kind;
use crate::domain::text::Text;
use crate::packs::Draft;
use crate::packs::install::Texts;

const HEAD: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"P\"\nlanguages = [\"en\", \"id\"]\n";
const NINE: &str = include_str!("../../format/fixtures/nine.toml");
const ALL_LANGS: [Lang; 2] = [Lang::En, Lang::Id];

fn topic(name: &str) -> String {
    format!("id = \"{name}\"\ntitle = \"{name}\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n")
}

/// The questions as if all of them were taught in one section.
fn in_one_section(questions: &str) -> String {
    let line = |line: &str| if line.starts_with("section = ") { "section = \"s\"".to_owned() } else { line.to_owned() };
    questions.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn texts(topics: &[&str], lesson: &str) -> Texts {
    let mut all = Texts::from([("pack.toml".into(), HEAD.to_owned())]);
    for name in topics {
        all.insert(format!("{name}/topic.toml").into(), topic(name));
        all.insert(format!("{name}/questions.toml").into(), in_one_section(NINE));
        for lang in ["en", "id"] {
            all.insert(format!("{name}/lesson.{lang}.md").into(), lesson.to_owned());
        }
    }
    all
}

fn nine() -> Vec<Arc<Question>> {
    let found: Vec<Arc<Question>> =
        answers::questions(&texts(&["t"], "Words.\n\n## S {#s}\n")).into_iter().map(Arc::new).collect();
    assert_eq!(found.len(), 9);
    found
}

fn library(texts: Texts) -> Library {
    let mut draft = Draft::default();
    let taken = draft.take(texts);
    assert!(taken.broken.is_empty(), "{taken:?}");
    draft.library()
}

#[test]
fn every_kind_of_question_can_be_answered_with_keys_in_every_window() {
    let words = Words::of("en");
    let mut found = Found::default();
    for question in nine() {
        let right = answers::right(&question);
        assert!(!right.is_empty());
        found.played(&question, &right, true, &words);
        found.played(&question, &answers::wrong(&question), false, &words);
    }
    assert_eq!(found.findings, []);
    assert!(found.answers > 100, "{}", found.answers);
}

#[test]
fn a_list_without_digits_for_all_rows_is_answered_with_the_focus() {
    let words = Words::of("en");
    for question in nine() {
        let mut question = Question::clone(&question);
        match &mut question.kind {
            Kind::Single(options) | Kind::Multi(options) => {
                for at in 0..6 {
                    let mut more = options.choices[0].clone();
                    (more.id, more.right) = (format!("more-{at}").into(), at == 5);
                    more.text = Text::shared(format!("another option {at}"));
                    options.choices.push(more);
                }
            }
            Kind::Order { steps, .. } => {
                for at in 0..8 {
                    let mut more = steps[0].clone();
                    more.id = format!("more-{at}").into();
                    steps.push(more);
                }
            }
            _ => continue,
        }
        let mut found = Found::default();
        let question = Arc::new(question);
        found.played(&question, &answers::right(&question), true, &words);
        assert_eq!(found.findings, [], "{}", question.id.as_str());
    }
}

#[test]
fn a_match_with_more_rights_than_letters_cannot_be_answered_and_is_told() {
    let question = nine().into_iter().find(|q| matches!(q.kind, Kind::Match { .. })).expect("a match");
    let mut question = Question::clone(&question);
    let Kind::Match { extras, pairs } = &mut question.kind else { panic!("a match") };
    while pairs.len() + extras.len() < 8 {
        let mut more = extras.first().cloned().expect("an extra");
        (more.id, more.text) = (format!("x{}", extras.len()).into(), Text::shared(format!("extra {}", extras.len())));
        extras.push(more);
    }
    let question = Arc::new(question);
    let mut found = Found::default();
    found.played(&question, &answers::right(&question), true, &Words::of("en"));
    let troubles: Vec<Trouble> = found.findings.iter().map(|finding| finding.trouble).collect();
    assert_eq!(troubles, [Trouble::Unanswerable], "the shuffle puts a right one behind the sixth letter");
}

#[test]
fn a_wrong_answer_that_is_taken_and_a_right_one_that_is_not_are_told() {
    let question = nine().remove(0);
    let (right, wrong) = (answers::right(&question), answers::wrong(&question));
    let mut found = Found::default();
    found.played(&question, &wrong[..1], true, &Words::of("en"));
    found.played(&question, &right, false, &Words::of("en"));
    let troubles: Vec<Trouble> = found.findings.iter().map(|finding| finding.trouble).collect();
    assert_eq!(troubles, [Trouble::NotRight, Trouble::Accepts], "once each, whatever the window");
}

#[test]
fn what_is_wider_than_sixty_columns_is_found_in_both_languages_and_nothing_else_is() {
    let mut found = Found::default();
    nine().iter().for_each(|question| found.seen(question, &ALL_LANGS));
    assert_eq!(found.findings, []);
    let word = "x".repeat(58);
    let mut question = Question::clone(&nine()[0]);
    question.explain = Text::new("short", word.as_str());
    found.seen(&Arc::new(question), &ALL_LANGS);
    let told: Vec<(Trouble, &str)> = found.findings.iter().map(|f| (f.trouble, f.about.as_str())).collect();
    assert_eq!(told, [(Trouble::Overflow, word.as_str())]);
}

#[test]
fn a_lesson_is_read_to_its_end_and_code_that_goes_on_to_the_right_is_found() {
    let long = format!("let {} = 1;", "y".repeat(60));
    let paragraphs = "Some words of a lesson, again and again. ".repeat(60);
    let lesson = format!("{paragraphs}\n\n## S {{#s}}\n\n```rust\nlet x = 1;\n{long}\n```\n\nThe end of it.\n");
    let library = library(texts(&["t"], &lesson));
    let mut found = Found::default();
    found.read(&library, &[Lang::En]);
    assert_eq!(found.findings, []);
    let wide: Vec<(&str, &str)> =
        found.wide.iter().flat_map(|(item, all)| all.iter().map(|line| (&**item, &**line))).collect();
    assert_eq!(wide, [("t", long.as_str())]);
}

#[test]
fn a_long_word_that_is_cut_at_a_joint_reads_on() {
    let mut question = Question::clone(&nine()[0]);
    question.explain = Text::shared(format!("See {}/{} for it", "a".repeat(40), "b".repeat(40)));
    let mut found = Found::default();
    found.seen(&Arc::new(question), &ALL_LANGS);
    assert_eq!(found.findings, []);
}

#[test]
fn guesses_are_the_same_for_the_same_seed_and_right_as_often_as_chance_says() {
    let questions = nine();
    let all = || questions.iter().map(|question| &**question);
    let found = guesses(all(), 500, &mut Chance::new(7));
    assert_eq!(found, guesses(all(), 500, &mut Chance::new(7)));
    assert_ne!(found, guesses(all(), 500, &mut Chance::new(8)));
    let of = |kind: &str| {
        let named = |it: &&(crate::domain::question::KindName, usize, usize)| format!("{:?}", it.0) == kind;
        let (_, tries, right) = found.kinds.iter().find(named).expect("the kind is there");
        *right as f64 / *tries as f64
    };
    let Kind::Single(options) = &questions[0].kind else { panic!("the first one is a single choice") };
    let expected = 1.0 / options.choices.len() as f64;
    assert!((of("Single") - expected).abs() < 0.08, "{} instead of {expected}", of("Single"));
    assert_eq!(of("Short"), 0.0, "a word that is not shown cannot be guessed");
}

#[test]
fn a_learner_meets_every_topic_and_days_keep_to_their_minutes() {
    let library = library(texts(&["a", "b", "c"], "Words.\n\n## S {#s}\n\nMore words.\n"));
    let life = live(&library, 30, 15, 3).expect("a store in memory");
    assert_eq!(life, live(&library, 30, 15, 3).expect("a store in memory"), "the same seed, the same life");
    assert_eq!((life.topics, life.never.len()), (3, 0), "{life:?}");
    assert!(life.last_new.is_some_and(|day| day >= 3), "one new topic a day: {life:?}");
    assert!(life.studied + life.idle <= 30 && life.studied > 10, "{life:?}");
    // The plan keeps within its minutes by the usual pace; this learner is sometimes slower, and waits for what was forgotten.
    assert!(life.minutes.max <= 30 && life.minutes.min >= 1, "{life:?}");
    assert!(life.items.max > life.items.median, "{life:?}");
}

#[test]
fn a_pack_that_is_too_large_for_the_days_says_what_is_never_met() {
    let library = library(texts(&["a", "b", "c", "d", "e", "f"], "Words.\n\n## S {#s}\n"));
    let life = live(&library, 3, 15, 1).expect("a store in memory");
    assert!(!life.never.is_empty() && life.never.len() < 6, "{life:?}");
    assert!(life.never.iter().any(|topic| topic.local() == "f"), "the last one on the way: {life:?}");
}
