//! How a lesson looks.

use crate::domain::sorting::Arrange;
use crate::prose::Role;
use crate::sessions::action::{Action, State};
use crate::sessions::lesson::{Check, EndRow, Ending, Lesson, Stage, WHOLE};
use crate::sessions::question::Entry;
use crate::ui::field;
use crate::ui::footer::{Footer, Hint};
use crate::ui::glyphs::{RIGHT, RULE, TEE_DOWN, TEE_UP, THIN, WRONG};
use crate::ui::header::Session;
use crate::ui::ink::{self, Run, muted, rich, run, strong, text};
use crate::ui::list;
use crate::ui::meter::strip;
use crate::ui::page::{LEFT, MARK, Page, TOP};
use crate::ui::question::wrapped;
use crate::ui::reading::{self, Reading};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::sheets;
use super::text::{LaidText, NOTE_BAR, Target, related};
use super::{LessonScreen, pane_at, text_width};

pub(super) fn draw(screen: &LessonScreen, scene: &Scene<'_>, page: &mut Page<'_>) {
    let lesson = &screen.lesson;
    header(lesson, scene, page);
    footer(screen, scene).draw(page);
    match (&lesson.stage, &screen.laid) {
        (Stage::Missing(why), _) => missing(why, scene, page),
        (Stage::Ended(ending), Some(laid)) => ended(lesson, ending, laid, scene, page),
        (Stage::Reading, Some(laid)) => {
            body(screen, laid, scene, page);
            find_row(screen, scene, page);
            if let Some(at) = pane_at(scene) {
                pane(screen, laid, at, scene, page);
            }
        }
        _ => {
            page.put(LEFT, TOP, &muted(scene.words.get("lesson-loading")));
        }
    }
    if let (Some(row), true) = (lesson.paused, page.height() > 0) {
        sheets::pause(scene.words, page, lesson, row);
    } else if let Some((_, row)) = &lesson.flagging {
        sheets::flag(scene.words, page, *row);
    } else if let Some(note) = &screen.note {
        note.draw(scene, page);
    } else if let (Some(list), Some(laid)) = (&screen.contents, &screen.laid) {
        sheets::contents(scene, page, lesson, laid, list);
    }
}

/// The mark of a right or wrong check.
pub(super) fn mark(right: bool) -> Run<'static> {
    if right { run(Token::Good, RIGHT) } else { run(Token::Bad, WRONG) }
}

fn header(lesson: &Lesson, scene: &Scene<'_>, page: &mut Page<'_>) {
    let words = scene.words;
    let head = lesson
        .loaded
        .as_ref()
        .map(|l| &l.body.head)
        .or_else(|| scene.study.catalog.topics.get(&lesson.topic).map(|t| &**t));
    let title = head.map_or("", |h| h.title.get(lesson.lang));
    let right = match &lesson.stage {
        Stage::Ended(ending) => {
            let time = words.minutes_of(ending.spent_ms / 1000);
            format!("{}   {}", words.get("lesson-done"), words.fmt("lesson-took", &[("time", time.into())]))
        }
        Stage::Reading => {
            let (n, all) = lesson.position();
            let at = words.fmt("lesson-where", &[("n", n.into()), ("all", all.into())]);
            if lesson.read() >= WHOLE {
                format!("{at}   {}", words.get("lesson-done"))
            } else {
                let left = words.minutes_of(lesson.left_seconds());
                format!("{at}   {}", words.fmt("lesson-left", &[("left", left.into())]))
            }
        }
        Stage::Loading | Stage::Missing(_) => String::new(),
    };
    let read = if matches!(lesson.stage, Stage::Ended(_)) { WHOLE } else { lesson.read() };
    let done = (u64::from(read), u64::from(WHOLE));
    Session { title, position: "", right: &right, done }.draw(page);
}

fn footer(screen: &LessonScreen, scene: &Scene<'_>) -> Footer {
    let lesson = &screen.lesson;
    let words = scene.words;
    if screen.finding.is_some() {
        return Footer::of(State::FindField, words);
    }
    let state = lesson.state();
    let mut footer = Footer::of(state, words);
    match &lesson.stage {
        Stage::Loading | Stage::Missing(_) => {
            let back = footer.hints.iter().find(|h| h.action == Some(Action::Back)).cloned();
            let label = words.get("hint-back");
            footer.chip = back.map(|hint| Hint { label: label.to_string(), ..hint });
            footer.hints.clear();
            return footer;
        }
        Stage::Ended(_) => {
            let back = words.get("hint-back");
            return footer.labelled(Action::Enter, &words.get("lesson-choose")).labelled(Action::Back, &back);
        }
        Stage::Reading => {}
    }
    if screen.has_wide_code(scene) {
        let hint = Hint { action: Some(Action::Right), ..Hint::new("← →", words.get("lesson-scroll")) };
        let before = [Action::Choose, Action::PairLetter, Action::FullScreen];
        let at = footer.hints.iter().take_while(|h| h.action.is_some_and(|a| before.contains(&a))).count();
        footer.hints.insert(at, hint);
    }
    if lesson.entered.is_some() {
        let none = [Action::Later, Action::FullScreen];
        footer = none.into_iter().fold(footer, Footer::without).labelled(Action::Back, &words.get("hint-back"));
        return match lesson.entered_check().and_then(|c| Some((c, c.asking()?))) {
            Some((_, asking)) if matches!(&asking.entry, Entry::Typed(t) if t.lines.len() < 2) => {
                footer.without(Action::NextGap)
            }
            Some((_, asking)) if matches!(asking.entry, Entry::Verdict(_)) => footer,
            Some((check, _)) => {
                let keys = answer_keys(check).unwrap_or_default();
                footer.named(Action::Choose, &keys).named(Action::PairLetter, &keys)
            }
            None => footer,
        };
    }
    let has_links = screen.laid.as_ref().is_some_and(|l| !l.doc.links.is_empty() || l.has_terms())
        || lesson.loaded.as_ref().is_some_and(|l| !related(&l.body.head, &scene.study.catalog).is_empty());
    if !has_links {
        footer = footer.without(Action::NextLink);
    }
    let one_language =
        lesson.loaded.as_ref().is_some_and(|l| l.body.lesson_en.is_empty() || l.body.lesson_id.is_empty());
    if one_language {
        footer = footer.without(Action::SwitchLanguage);
    }
    match lesson.open_check().map(|c| (c, answer_keys(c))) {
        Some((_, Some(keys))) => footer = footer.named(Action::Choose, &keys),
        Some((check, None)) => {
            footer = footer.without(Action::Choose);
            let typed = matches!(check.asking().map(|a| &a.entry), Some(Entry::Typed(_)));
            let name = if typed { words.get("lesson-enter-type") } else { words.get("lesson-enter-line") };
            footer.hints.insert(0, Hint::new("Enter", name));
        }
        None => {}
    }
    if lesson.seen.end {
        let next = words.get("lesson-next");
        footer = footer.labelled(Action::NextPage, &next);
        if state == State::Lesson {
            footer = footer.named(Action::NextPage, "Enter");
        }
    }
    footer.without(Action::Palette)
}

/// The keys that answer a check while the page owns the keyboard.
fn answer_keys(check: &Check) -> Option<String> {
    let span = |n: usize| if n > 1 { format!("1-{n}") } else { "1".to_owned() };
    match &check.asking()?.entry {
        Entry::Pick(input) => Some(span(input.shown.len())),
        Entry::Multi(input) => Some(span(input.shown.len())),
        Entry::Verdict(input) if input.verdict.is_none() => Some(span(2)),
        Entry::Verdict(input) => Some(letters(input.shown.len())),
        Entry::Order(input) => Some(span(input.arranged.len().min(6))),
        Entry::Pairs(input) => Some(letters(input.rights.len().min(6))),
        Entry::Scenario(input) => Some(span(input.shown.get(input.scene).map_or(1, Vec::len))),
        Entry::Typed(_) | Entry::Line(_) => None,
    }
}

fn letters(n: usize) -> String {
    format!("a-{}", char::from(b'a' + (n.clamp(1, 26) - 1) as u8))
}

fn missing(why: &str, scene: &Scene<'_>, page: &mut Page<'_>) {
    let edge = page.edge();
    page.put_to(LEFT, TOP, edge, &strong(scene.words.get("lesson-missing")));
    let mut y = TOP + 2;
    for said in [why, &scene.words.get("lesson-missing-how")] {
        y += reading::paragraph(page, LEFT, y, edge, &said.replace(['*', '`'], "'"), Token::Text);
    }
    page.set_cursor(LEFT, TOP);
}

fn body(screen: &LessonScreen, laid: &LaidText, scene: &Scene<'_>, page: &mut Page<'_>) {
    let focus = match &screen.link {
        Some(Target::Text(link)) => Some(Role::Link(*link)),
        Some(Target::Term(term)) => Some(Role::Term(*term)),
        _ => None,
    };
    let reading = Reading { colours: &laid.colours, sideways: screen.sideways, focus, find: screen.query.as_str() };
    let (width, bottom) = (text_width(scene), page.bottom());
    page.part(0, 0, LEFT + width + 1, bottom, |page| {
        page.set_cursor(LEFT, TOP);
        for (i, row) in screen.rows[screen.visible()].iter().enumerate() {
            row.draw(page, TOP + i as i32, &laid.doc, &laid.lines, &reading);
        }
    });
    let current = screen.hits().get(screen.hit).copied();
    if let Some(row) = current.filter(|row| screen.visible().contains(row)) {
        page.set_cursor(LEFT, TOP + (row - screen.top) as i32);
    }
}

/// In place of the rule: the word being searched for, or which of its places is shown.
fn find_row(screen: &LessonScreen, scene: &Scene<'_>, page: &mut Page<'_>) {
    let y = page.bottom();
    if let Some(query) = &screen.finding {
        page.rule(y, 0, page.width());
        let x = page.put(2, y, &[text(" "), strong(scene.words.get("lesson-find")), text("  ")]);
        field::line(page, x, y, page.edge() - 3, query, true);
    } else if !screen.query.is_empty() {
        let hits = screen.hits().len();
        let n = (screen.hit + 1).min(hits);
        let values = [("n", n.into()), ("all", hits.into()), ("text", screen.query.as_str().into())];
        let said = format!(" {} ", scene.words.fmt("lesson-found", &values));
        page.rule(y, 0, page.width());
        let end = page.put_to(2, y, page.edge() - 3, &said);
        page.line(y, end, page.width(), RULE, Token::Rule);
    }
}

/// The second column: sections, then the notes of this lesson.
fn pane(screen: &LessonScreen, laid: &LaidText, at: i32, scene: &Scene<'_>, page: &mut Page<'_>) {
    let (words, lesson) = (scene.words, &screen.lesson);
    let (height, width) = (page.height(), page.width());
    page.column(at, 2, height - 2, THIN, Token::Rule);
    // Where the rung has passed, it stays whole.
    if i64::from(lesson.read()) * i64::from(width) < i64::from(at) * i64::from(WHOLE) {
        page.put(at, 1, &run(Token::Rule, TEE_DOWN));
    }
    page.put(at, height - 2, &run(Token::Rule, TEE_UP));
    let here = laid.section_of(screen.anchor_block());
    let cursor = page.cursor();
    page.part(at, 0, width - at, height - 2, |page| {
        let edge = page.edge();
        let mut y = TOP;
        page.put_to(LEFT, y, edge, &run(Token::Label, words.get("lesson-contents").to_uppercase()));
        y += 1;
        for (i, section) in laid.doc.sections.iter().enumerate() {
            let base = if here == Some(i) { Token::Strong } else { Token::Text };
            let end = match sheets::section_mark(lesson, &section.id) {
                Some(right) => page.right(y, &mark(right)) - 2,
                None => edge,
            };
            page.put_to(LEFT, y, end, &(section.title.as_str(), base));
            y += 1;
        }
        y += 1;
        page.put_to(LEFT, y, edge, &run(Token::Label, words.get("lesson-your-note")));
        y += 1;
        let mut notes: Vec<(usize, &str)> = lesson
            .notes()
            .map(|(section, block, note)| {
                (laid.block(&crate::sessions::lesson::Place { section: section.into(), block }), note)
            })
            .collect();
        notes.arrange_by_key(|(block, _)| *block);
        if notes.is_empty() {
            page.put_to(LEFT, y, edge, &rich(&words.get("lesson-no-notes")));
        }
        let in_view: Vec<usize> = screen.rows[screen.visible()].iter().map(|r| r.block).collect();
        for (block, note) in notes {
            let from = y;
            // The paragraph that it belongs to, so that it is found.
            page.put_to(LEFT + 2, y, edge, &muted(laid.beginning(block)));
            y += 1;
            for line in note.lines() {
                for row in wrapped(line, edge - LEFT - 2, laid.shape.quotes, Token::Text) {
                    page.put(LEFT + 2, y, &row);
                    y += 1;
                }
            }
            let bar = if in_view.contains(&block) { Token::Accent } else { Token::Rule };
            page.column(LEFT, from, y, NOTE_BAR, bar);
            y += 1;
        }
    });
    if let Some(cursor) = cursor {
        page.set_cursor(i32::from(cursor.x), i32::from(cursor.y));
    }
}

/// The end: what it was about, how the checks went, and what to do next.
fn ended(lesson: &Lesson, ending: &Ending, laid: &LaidText, scene: &Scene<'_>, page: &mut Page<'_>) {
    let words = scene.words;
    let width = text_width(scene);
    let offers = ending.rows.len() as i32;
    let first = (page.bottom() - offers).max(TOP);
    let results: Vec<bool> = lesson.checks.iter().filter_map(Check::told).map(|t| t.right()).collect();
    page.part(0, 0, LEFT + width + 1, page.bottom(), |page| {
        let mut y = TOP;
        if !results.is_empty() && first > y + 1 {
            let right = results.iter().filter(|r| **r).count();
            let values = [("right", right.into()), ("all", results.len().into())];
            let x = page.put(LEFT, y, &strong(words.fmt("lesson-checks-right", &values)));
            strip(page, x + 2, page.edge(), y, &results);
            y += 2;
        }
        let label = words.get("lesson-in-short");
        let x = LEFT + ink::width(&label).max(ink::width(&words.get("lesson-next-up"))) + 3;
        page.put(LEFT, y, &(&*label, Token::Label));
        for section in &laid.doc.sections {
            if y + 1 >= first {
                break;
            }
            if let Some(right) = sheets::section_mark(lesson, &section.id) {
                page.put(x - (LEFT - MARK), y, &mark(right));
            }
            page.put_to(x, y, page.edge(), &text(section.title.as_str()));
            y += 1;
        }
        let say = laid.say();
        if y + 2 + (say.len() as i32) < first {
            for line in say {
                y += 1;
                reading::line(page, y, &laid.doc, line, &Reading::default());
            }
            y += 1;
        }
        let first = (y + 1).min(first);
        page.put(LEFT, first, &(&*words.get("lesson-next-up"), Token::Label));
        for (i, row) in ending.rows.iter().enumerate() {
            let (name, right) = offer(row, scene, lesson);
            let row = list::Row::new([text(name)]).right([text(right)]).focused(i == ending.focus);
            row.draw_at(page, x, first + i as i32);
        }
    });
}

fn offer(row: &EndRow, scene: &Scene<'_>, lesson: &Lesson) -> (String, String) {
    let words = scene.words;
    match row {
        EndRow::Try { items, seconds } => {
            (words.fmt("lesson-try", &[("n", (*items).into())]), words.minutes_of(*seconds))
        }
        EndRow::Next { title, minutes, .. } => (
            words.fmt("lesson-next-lesson", &[("title", title.get(lesson.lang).into())]),
            words.minutes(u64::from(*minutes)),
        ),
        EndRow::Again => (words.get("lesson-read-again").into_owned(), String::new()),
        EndRow::Close => (words.get("lesson-close").into_owned(), String::new()),
    }
}
