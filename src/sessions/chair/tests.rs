//! The sheet as somebody gets it, and as it comes back.

use super::read::{Trouble, What, read};
use super::sheet::Sheet;
use super::*;
use crate::domain::event::EventId;
use crate::domain::log::Tried;
use crate::domain::rubric::{Prompt, PromptKind};
use crate::domain::time::Moment;
use crate::sessions::interview::sample;
use crate::sessions::prefs::Prefs;
use crate::sessions::sample::TODAY;
use crate::sessions::study::DueLoad;
use crate::words::Words;

fn blank(kind: PromptKind, lang: Lang) -> String {
    let (prompt, persona) = (sample::prompt(kind), sample::persona());
    let sheet = Sheet { prompt: &prompt, persona: Some(&persona), level: 2, lang };
    sheet.markdown(&Words::of(lang.code()))
}

/// Fills a sheet in: each pair is what stands in it and what is written in its place.
fn filled(sheet: &str, with: &[(&str, &str)]) -> String {
    with.iter().fold(sheet.to_owned(), |sheet, (from, to)| {
        assert!(sheet.contains(from), "{from}\n{sheet}");
        sheet.replacen(from, to, 1)
    })
}

fn taken(sheet: &str, kind: PromptKind) -> Result<Vec<Filled>, Trouble> {
    let prompt: Prompt = sample::prompt(kind);
    read(sheet, |id| (*id == prompt.id).then(|| prompt.clone()))
}

fn event(filled: &Filled) -> Event {
    let utc = i64::from(TODAY.0) * 86_400_000 + 43_200_000;
    let now = Moment { utc, offset_min: 0, day: TODAY, mono_ms: 0, id: EventId::from_parts(9, 0, 1) };
    let (prefs, load) = (Prefs::default(), DueLoad::default());
    filled.event(sample::loaded(PromptKind::Technical), &Context { now: &now, prefs: &prefs, load: &load })
}

#[test]
fn a_sheet_has_everything_that_an_interviewer_needs_and_no_html() {
    let sheet = blank(PromptKind::Technical, Lang::En);
    for wanted in [
        "# Interviewer's sheet: Optimising a database\n",
        "You play The Data Custodian: calm and exact",
        "> How did you manage and optimise the database in your last project?\n",
        "- How large is it? 40 GB.\n",
        "- [ ] `backup` Backup and tested restore (level 3, weight 3, a must)\n",
        "  - Partly: names a backup\n",
        "  - If it is missing, ask: (Kapan terakhir Anda mencoba restore",
        "- [ ] `flag:no-backup` Runs without a backup: Data is lost for good\n",
        "2. level 2\n",
        "- `prompt`: roadmap/indexes/optimise\n",
    ] {
        assert!(sheet.contains(wanted), "{wanted:?} is not in\n{sheet}");
    }
    assert!(!sheet.contains('<') && !sheet.contains("`signal:"), "{sheet}");
}

#[test]
fn a_table_in_the_question_keeps_its_columns_and_code_its_indent() {
    let words = Words::of("en");
    let loaded = sample::exhibited(PromptKind::Technical);
    let sheet = Sheet { prompt: &loaded.prompt, persona: None, level: 2, lang: Lang::En };
    let markdown = sheet.markdown(&words);
    assert!(markdown.contains("go on?  \n>\n> ```\n>               Jakarta   Medan   Jayapura\n"), "{markdown}");
    assert!(markdown.contains(">     if id != nil {\n>         return\n>     }\n> }\n> ```\n"), "{markdown}");
    let text = sheet.text(&words);
    assert!(text.contains("\n              Jakarta   Medan   Jayapura\nshifts          08:00   07:30"), "{text}");
    assert!(text.contains("\n    if id != nil {\n        return\n") && !text.contains("```"), "{text}");
}

#[test]
fn a_sheet_that_was_filled_in_comes_back_in_either_language_and_as_text() {
    for lang in [Lang::En, Lang::Id] {
        let (prompt, words) = (sample::prompt(PromptKind::Technical), Words::of(lang.code()));
        let persona = sample::persona();
        let sheet = Sheet { prompt: &prompt, persona: Some(&persona), level: 3, lang };
        for body in [sheet.markdown(&words), sheet.text(&words)] {
            let body = filled(
                &body,
                &[
                    ("- [ ] `schema`", "- [x] `schema`"),
                    ("- [ ] `indexes`", "- [ ~ ] `indexes`"),
                    ("- [ ] `flag:no-backup`", "- [X] `flag:no-backup`"),
                    ("- `chair`:", "- `chair`: Budi: from Bandung"),
                    ("- `time`:", "- `time`: 3:10"),
                ],
            ) + "normal form, then a plan\nno number\n";
            let all = taken(&body, PromptKind::Technical).expect("it is filled in well");
            let [one] = &all[..] else { panic!("{all:?}") };
            assert_eq!((&*one.chair, one.took_ms, one.level, one.lang), ("Budi: from Bandung", 190_000, Some(3), lang));
            assert_eq!((one.marks.get("schema"), one.marks.get("indexes")), (Mark::Met, Mark::Partly));
            assert_eq!((one.marks.get("backup"), one.met()), (Mark::Missed, 1));
            assert_eq!((&*one.red_flags[0], &*one.persona), ("no-backup", "roadmap/custodian"));
            assert_eq!(&*one.said, "normal form, then a plan\nno number");
        }
    }
}

#[test]
fn what_the_other_chair_graded_is_an_attempt_with_their_name_that_never_counts_for_calibration() {
    let body = filled(
        &blank(PromptKind::Technical, Lang::En),
        &[("- [ ] `schema`", "- [x] `schema`"), ("- `chair`:", "- `chair`: Budi")],
    );
    let all = taken(&body, PromptKind::Technical).expect("it is filled in well");
    let event = event(&all[0]);
    let crate::domain::event::What::Rehearsed(rehearsed) = &event.what else { panic!("{event:?}") };
    assert_eq!((rehearsed.by, &*rehearsed.chair, rehearsed.predicted), (Chair::Other, "Budi", None));
    assert_eq!((rehearsed.points.len(), rehearsed.met(), rehearsed.target), (7, 1, 2));
    assert_eq!(rehearsed.pressure, Pressure::Untimed);
    assert_eq!(Tried::of(event.id, event.utc, 0, rehearsed).overrated(), None);
}

#[test]
fn signals_and_scope_of_a_story_are_read() {
    let body = filled(
        &blank(PromptKind::Behavioural, Lang::En),
        &[
            ("- [ ] `schema`", "- [-] `schema`"),
            ("Action: what you did:", "Action: what you did: 2"),
            ("5 the company):", "5 the company): 3"),
        ],
    );
    let all = taken(&body, PromptKind::Behavioural).expect("it is filled in well");
    assert_eq!(all[0].signals, BTreeMap::from([(Signal::Action, 2)]));
    assert_eq!(all[0].scope, Some(Scope::Ambiguity));
}

#[test]
fn several_sheets_in_one_file_are_several_attempts() {
    let one = filled(&blank(PromptKind::Technical, Lang::En), &[("- [ ] `schema`", "- [x] `schema`")]) + "the first\n";
    let two = filled(&blank(PromptKind::Technical, Lang::Id), &[("- [ ] `backup`", "- [x] `backup`")]) + "the second\n";
    let all = taken(&format!("{one}\n{two}"), PromptKind::Technical).expect("they are filled in well");
    let said: Vec<(&str, usize)> = all.iter().map(|f| (&*f.said, f.met())).collect();
    assert_eq!(said, [("the first", 1), ("the second", 1)]);
}

#[test]
fn what_is_not_understood_is_said_with_its_line_and_nothing_is_taken() {
    let sheet = blank(PromptKind::Technical, Lang::En);
    let what = |with: &[(&str, &str)]| taken(&filled(&sheet, with), PromptKind::Technical).expect_err("trouble").what;
    let good = ("- [ ] `schema`", "- [x] `schema`");
    assert_eq!(what(&[]), What::NoGrade);
    assert_eq!(what(&[("- [ ] `schema`", "- [ok] `schema`")]), What::NoValue("ok".into()));
    assert_eq!(what(&[good, ("`backup`", "`bakcup`")]), What::UnknownName("bakcup".into()));
    assert_eq!(what(&[good, ("`flag:no-backup`", "`flag:none`")]), What::UnknownName("flag:none".into()));
    assert_eq!(what(&[good, ("- `time`:", "- `time`: 3:99")]), What::NoValue("3:99".into()));
    assert_eq!(what(&[good, ("- `level`: 2", "- `level`: 9")]), What::NoValue("9".into()));
    assert_eq!(
        what(&[good, ("indexes/optimise", "indexes/other")]),
        What::UnknownPrompt("roadmap/indexes/other".into())
    );
    let none = taken("Notes of my own.\n", PromptKind::Technical).expect_err("trouble");
    assert_eq!(none, Trouble { line: 0, what: What::NoPrompt });
    let marked = filled(&sheet, &[("- [ ] `schema`", "- [ok] `schema`")]);
    let at = marked.lines().position(|line| line.contains("[ok]")).map(|at| at + 1);
    assert_eq!(taken(&marked, PromptKind::Technical).map_err(|t| Some(t.line)), Err(at));
}
