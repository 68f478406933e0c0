//! The pictures of the place.

use crate::domain::interview::{Mocked, Pressure};
use crate::domain::log::Written;
use crate::domain::time::StudyDay;
use crate::sessions::action::{Action, State};
use crate::sessions::interview::{Calibration, Extra, Leaning};
use crate::sessions::mock::told;
use crate::sessions::rehearse::{PersonaCard, PromptStanding, RehearseData};
use crate::ui::footer::Footer;
use crate::ui::ink::{self, Run, gist, key, label, muted, rich, run, strong, text};
use crate::ui::lines::{Line, focus_of};
use crate::ui::list;
use crate::ui::look::Look;
use crate::ui::page::{self, LEFT, Page, Size, TOP};
use crate::ui::places;
use crate::ui::reading::paragraph;
use crate::ui::screen::Scene;
use crate::ui::sheet::{self, Sheet};
use crate::ui::theme::Token;

use super::one::{self, One, Row};
use super::past::Entry;
use super::stories::{self, Stories};
use super::{RehearseScreen, Tab};

/// The reading width with its margins.
const COLUMN: i32 = 80;
/// The column of values.
const VALUE: i32 = 20;
/// Columns before the edge of the text after which figures end.
const SECOND: i32 = 27;
const THIRD: i32 = 15;
/// Cells that figures take at most.
const FIGURES: i32 = 10;
/// Width of the sheet in which questions are chosen.
const SHEET: i32 = 66;

/// Draws everything.
pub fn draw(screen: &RehearseScreen, scene: &Scene<'_>, page: &mut Page) {
    if let Some(open) = screen.past.open.as_ref().filter(|_| screen.tab == Tab::Past) {
        return open.draw(screen.past.prompt(&open.row.attempt.rehearsed.prompt), scene, page);
    }
    let words = scene.words;
    let names = Tab::ALL.map(|tab| match tab {
        Tab::One => words.get("rehearse-tab-one"),
        Tab::Mock => words.get("rehearse-tab-mock"),
        Tab::Day => words.get("rehearse-tab-day"),
        Tab::Past => words.get("rehearse-tab-past"),
    });
    let subs: Vec<&str> = names.iter().map(|n| n.as_ref()).collect();
    places::header(page, words, places::REHEARSE, (&subs, screen.tab.index()), "");
    footer(screen, scene).draw(page);
    page.set_cursor(LEFT, TOP);
    match (screen.tab, &screen.data) {
        (Tab::One, Some(data)) => one_question(&screen.one, data, scene, page),
        (Tab::Mock, Some(data)) => narrow(page, |page| {
            let look = Look::of(scene, page.width());
            let room = usize::try_from(page.bottom() - TOP).unwrap_or(0);
            window(page, &screen.mock.lines(data, &look, room), TOP);
        }),
        (Tab::Day, Some(data)) => narrow(page, |page| {
            let look = Look::of(scene, page.width());
            let room = usize::try_from(page.bottom() - TOP).unwrap_or(0);
            window(page, &screen.day.lines(data, &look, room), TOP);
        }),
        (Tab::Past, Some(data)) if screen.stories.shown => own_stories(&screen.stories, data, scene, page),
        (Tab::Past, _) => narrow(page, |page| answers(screen, scene, page)),
        (_, None) => {}
    }
}

fn narrow(page: &mut Page, draw: impl FnOnce(&mut Page)) {
    let (width, height) = (page.width().min(COLUMN), page.height());
    page.part(0, 0, width, height, draw);
}

fn footer(screen: &RehearseScreen, scene: &Scene<'_>) -> Footer {
    let words = scene.words;
    let state = match screen.tab {
        Tab::One => State::RehearseOne,
        Tab::Mock => State::RehearseMock,
        Tab::Day => State::RehearseDay,
        Tab::Past => screen.stories.state().unwrap_or(State::RehearsePast),
    };
    let next = match screen.tab.along(1) {
        Tab::One => words.get("rehearse-tab-one"),
        Tab::Mock => words.get("rehearse-tab-mock"),
        Tab::Day => words.get("rehearse-tab-day"),
        Tab::Past => words.get("rehearse-tab-past"),
    };
    let footer = Footer::of(state, words).labelled(Action::NextTab, &next.to_lowercase());
    let Some(data) = &screen.data else { return footer };
    match state {
        State::RehearseOne if data.prompts.is_empty() => footer
            .without(Action::Enter)
            .without(Action::Right)
            .without(Action::SpeakAloud)
            .without(Action::Pressure)
            .without(Action::PracticeGrading),
        State::RehearseOne => {
            let footer = footer.named(Action::Right, "← →");
            match screen.one.row(data) {
                Some(Row::GoOn) => footer.labelled(Action::Enter, &words.get("hint-go-on")).without(Action::Right),
                Some(Row::Answer(_)) => footer.without(Action::Right),
                _ => footer,
            }
        }
        State::RehearseMock => {
            let footer = footer.named(Action::Right, "← →");
            let footer = match screen.mock.enter_hint(data) {
                Some(hint) => footer.labelled(Action::Enter, &words.get(hint)),
                None if screen.mock.can_enter(data) => footer,
                None => footer.without(Action::Enter),
            };
            if screen.mock.can_change(data) { footer } else { footer.without(Action::Right) }
        }
        State::RehearseDay if data.days.is_empty() => footer.without(Action::Enter).without(Action::AskAgain),
        State::RehearseDay => match screen.day.enter_hint(data) {
            Some(hint) => footer.labelled(Action::Enter, &words.get(hint)),
            None => footer.without(Action::AskAgain),
        },
        State::RehearsePast if screen.past.entries().is_empty() => {
            footer.without(Action::Enter).without(Action::AskAgain).without(Action::Export)
        }
        State::RehearsePast if matches!(screen.past.entry(), Some(Entry::Mock(_))) => {
            footer.without(Action::AskAgain).without(Action::Export)
        }
        State::RehearseStories if data.stories.is_empty() => footer
            .labelled(Action::Enter, &words.get("hint-new-story"))
            .without(Action::NewStory)
            .without(Action::StoryQuestions)
            .without(Action::Discard),
        _ => footer,
    }
}

/// Draws lines from `top` on; what has the focus is in sight.
fn window(page: &mut Page, lines: &[Line], top: i32) {
    let room = usize::try_from(page.bottom() - top).unwrap_or(0);
    let end = focus_of(lines).map_or(0, |(_, end)| end);
    let first = if end < room { 0 } else { (end + 1).min(lines.len()).saturating_sub(room) };
    for (i, line) in lines.iter().skip(first).take(room).enumerate() {
        line.draw(page, top + i as i32);
    }
}

fn one_question(one: &One, data: &RehearseData, scene: &Scene<'_>, page: &mut Page) {
    let left = |page: &mut Page| {
        let (width, height) = (page.width().min(COLUMN), page.height());
        let look = Look::of(scene, width);
        page.part(0, 0, width, height, |page| {
            let room = usize::try_from(page.bottom() - TOP).unwrap_or(0);
            let lines = set_up(one, data, &look, scene, room);
            window(page, &lines, TOP);
        });
    };
    match scene.size() {
        Size::Large => sheet::split(page, left, |page| interviewers(one, data, scene, page)),
        _ => left(page),
    }
}

/// The rows of the set-up; free rows and the sentence go first where the window is low.
fn set_up(one: &One, data: &RehearseData, look: &Look, scene: &Scene<'_>, room: usize) -> Vec<Line> {
    if data.prompts.is_empty() {
        return look.say(&look.words.get("rehearse-empty"));
    }
    let focus = one.row(data);
    let opening = opening(data, scene.now.day, look);
    let mut fields = Vec::new();
    for row in one::rows(data) {
        let at = (row, focus == Some(row));
        match row {
            Row::GoOn => fields.extend(go_on(data, look, at.1)),
            Row::Answer(_) => {}
            _ => fields.extend(field(one, data, look, scene, at)),
        }
    }
    let answers = weak(data, look, scene, focus);
    let mut lines = Vec::new();
    let whole = opening.len() + fields.len() + answers.len();
    let spaced = whole + 2 <= room.max(opening.len() + fields.len() + 6);
    if whole - answers.len() + 3 <= room {
        lines.extend(opening);
        lines.push(Line::blank());
    }
    lines.extend(fields);
    if spaced && !answers.is_empty() {
        lines.push(Line::blank());
    }
    lines.extend(answers);
    lines
}

/// How many questions are answered, how many of the answers are due, and what predictions are worth.
fn opening(data: &RehearseData, today: StudyDay, look: &Look) -> Vec<Line> {
    let words = look.words;
    let (n, of) = (data.tried().count(), data.prompts.len());
    let due = data.tried().filter(|p| p.due.is_some_and(|due| due <= today)).count();
    let values = [("n", n.into()), ("of", of.into()), ("due", due.into())];
    let mut sentence = if n == 0 {
        words.fmt("rehearse-none-answered", &[("of", of.into())])
    } else {
        words.fmt("rehearse-answered", &values)
    };
    let calibration = Calibration::of(data.predictions.iter().copied());
    let by = format!("{:.1}", calibration.mean.abs());
    let by = if words.code() == "id" { by.replace('.', ",") } else { by };
    let said = match calibration.leaning() {
        Leaning::Unknown => None,
        Leaning::Close => Some(words.get("rehearse-predictions-close").into_owned()),
        Leaning::High => Some(words.fmt("rehearse-predictions-high", &[("by", by.into())])),
        Leaning::Low => Some(words.fmt("rehearse-predictions-low", &[("by", by.into())])),
    };
    if let Some(said) = said.filter(|_| !look.small()) {
        sentence = format!("{sentence} {said}");
    }
    let runs = rich(&sentence);
    let room = look.room(LEFT) as i32;
    if look.small() {
        vec![Line::at(LEFT, gist(&runs, room).into_iter().map(owned).collect())]
    } else {
        look.say(&sentence)
    }
}

fn owned(r: Run<'_>) -> Run<'static> {
    run(r.token, r.text.into_owned())
}

fn value_column(look: &Look) -> i32 {
    if look.small() { 17 } else { VALUE }
}

fn row(name: String, value: Vec<Run<'static>>, look: &Look, focused: bool) -> Line {
    let name = run(if focused { Token::Sel } else { Token::Text }, name);
    let mut line = Line::at(LEFT, vec![name]);
    line.parts.push((value_column(look), value));
    line.bar_at(focused.then_some(LEFT));
    line
}

fn go_on(data: &RehearseData, look: &Look, focused: bool) -> Vec<Line> {
    let Some((kept, standing)) = one::kept(data) else { return Vec::new() };
    let words = look.words;
    let at = if one::waits_in_mock(data, &kept) {
        words.get("rehearse-left-mock")
    } else if kept.is_answered() {
        words.get("rehearse-left-answered")
    } else {
        words.get("rehearse-left")
    };
    let title = look.get(&standing.head.title).to_owned();
    let mut line = row(words.get("rehearse-go-on").into_owned(), vec![text(title)], look, focused);
    if !look.small() {
        line.right = vec![muted(at.into_owned())];
    }
    vec![line, Line::blank()]
}

fn field(one: &One, data: &RehearseData, look: &Look, scene: &Scene<'_>, (what, focused): (Row, bool)) -> Vec<Line> {
    let words = look.words;
    let get = |name: &str| words.get(name).into_owned();
    let row = |name: String, (value, more): (String, String), focused: bool| {
        let after = value_column(look) + ink::width(value.as_str());
        let mut line = row(name, vec![text(value)], look, focused);
        let x = page::SECOND.max(after + 2);
        if !look.small() && x + ink::width(more.as_str()) <= look.edge {
            line.parts.push((x, vec![muted(more)]));
        }
        line
    };
    let question = one.question(data);
    match what {
        Row::Interviewer => {
            let card = one.persona(data);
            let name = match card {
                Some(card) => look.get(&card.head.name).to_owned(),
                None => get("rehearse-anyone"),
            };
            let asks = one.asks(data);
            let more = match (card, asks) {
                (None, Some(asks)) => words.fmt("rehearse-now", &[("name", look.get(&asks.head.name).into())]),
                _ => String::new(),
            };
            let mut lines = vec![row(get("rehearse-interviewer"), (name, more), focused)];
            if let Some(asks) = asks.filter(|_| !look.small() && scene.size() != Size::Large) {
                let x = value_column(look);
                lines.push(Line::at(x, vec![muted(look.get(&asks.head.cares).to_owned())]));
                lines[1].focus = focused;
            }
            lines
        }
        Row::Question => {
            let title = question.map_or(String::new(), |p| look.get(&p.head.title).to_owned());
            let mut line = row(get("rehearse-question"), (title, String::new()), focused);
            if let Some(p) = question.filter(|_| !look.small()) {
                line.right = vec![muted(standing(one, data, p, look))];
            }
            vec![line]
        }
        Row::Level => {
            let level = one.level(data).unwrap_or(1);
            let own = question.map(|p| p.head.level);
            let more = match own {
                _ if data.target == Some(level) => get("rehearse-level-target"),
                Some(own) if own == level => get("rehearse-level-own"),
                Some(own) => words.fmt("rehearse-level-other", &[("n", own.into())]),
                None => String::new(),
            };
            vec![row(get("rehearse-level"), (level.to_string(), more), focused)]
        }
        Row::AnswerBy => {
            let (name, more) = match one.spoken {
                false => ("rehearse-typing", "rehearse-typing-more"),
                true => ("rehearse-speaking", "rehearse-speaking-more"),
            };
            vec![row(get("rehearse-answer-by"), (get(name), get(more)), focused)]
        }
        Row::Clock => {
            let ms = one.extra.of(question.map_or(0, |p| u64::from(p.head.minutes) * 60_000));
            let minutes = words.minutes(ms / 60_000);
            let (name, more) = match one.pressure {
                Pressure::Real => (get("rehearse-real"), words.fmt("rehearse-real-more", &[("time", minutes.into())])),
                Pressure::Relaxed => {
                    (get("rehearse-relaxed"), words.fmt("rehearse-relaxed-more", &[("time", minutes.into())]))
                }
                Pressure::Untimed => (get("rehearse-no-clock"), get("rehearse-no-clock-more")),
            };
            vec![row(get("rehearse-clock"), (name, more), focused)]
        }
        Row::Set => {
            let name =
                one.set(data).map_or_else(|| get("rehearse-all-questions"), |set| look.get(&set.title).to_owned());
            let more = match data.followed {
                n if n > 0 && one.set(data).is_none() => words.fmt("rehearse-yours-first", &[("n", n.into())]),
                _ => words.fmt("rehearse-questions-n", &[("n", one.choice(data).into())]),
            };
            vec![row(get("rehearse-set"), (name, more), focused)]
        }
        Row::Extra => {
            let name = match one.extra {
                Extra::None => "rehearse-extra-none",
                Extra::Half => "rehearse-extra-half",
                Extra::Double => "rehearse-extra-double",
            };
            vec![row(get("rehearse-extra"), (get(name), String::new()), focused)]
        }
        Row::FollowUps => {
            let n = one.follow_ups();
            let value = words.fmt("rehearse-follow-ups-n", &[("n", n.into())]);
            vec![row(get("rehearse-follow-ups"), (value, String::new()), focused)]
        }
        Row::Language => {
            let (name, more) = match one.lang(scene) {
                crate::domain::text::Lang::En => ("rehearse-english", "rehearse-english-more"),
                crate::domain::text::Lang::Id => ("rehearse-indonesian", "rehearse-indonesian-more"),
            };
            vec![row(get("rehearse-language"), (get(name), get(more)), focused)]
        }
        Row::GoOn | Row::Answer(_) => Vec::new(),
    }
}

/// Which question it is: the place in the list, or how its answer stands.
fn standing(one: &One, data: &RehearseData, p: &PromptStanding, look: &Look) -> String {
    let words = look.words;
    match (one.place(data), p.last()) {
        (Some((n, all)), _) => words.fmt("review-position", &[("n", n.into()), ("all", all.into())]),
        (None, Some(last)) => words.fmt("rehearse-last", &[("n", last.met.into()), ("of", last.of.into())]),
        (None, None) => words.get("rehearse-not-asked").into_owned(),
    }
}

/// The answers, those that wait first, with the last score, the tries, and when each comes back.
fn weak(data: &RehearseData, look: &Look, scene: &Scene<'_>, focus: Option<Row>) -> Vec<Line> {
    let words = look.words;
    let name = label(words.get("rehearse-your-answers").into_owned());
    let mut head = Line::at(LEFT, vec![name]);
    let small = look.small();
    let mut lines = Vec::new();
    for (i, p) in data.tried().take(one::SHOWN).enumerate() {
        let focused = focus == Some(Row::Answer(i));
        let Some(last) = p.last() else { continue };
        let points = words.fmt("rehearse-met", &[("n", last.met.into()), ("of", last.of.into())]);
        let title = run(if focused { Token::Sel } else { Token::Text }, look.get(&p.head.title).to_owned());
        let next = p.due.map(|due| day(words, due, scene)).unwrap_or_default();
        let line = figures(title, [points, p.tried.len().to_string(), next], look);
        lines.push(focused_line(line, focused));
    }
    if lines.is_empty() {
        return lines;
    }
    if !small {
        let titles = ["rehearse-last-label", "rehearse-tries", "rehearse-next"].map(|k| words.get(k).into_owned());
        right_aligned(&mut head, look.edge - SECOND, muted(titles[0].clone()));
        right_aligned(&mut head, look.edge - THIRD, muted(titles[1].clone()));
        head.right = vec![muted(titles[2].clone())];
    }
    lines.insert(0, head);
    lines
}

fn focused_line(mut line: Line, focused: bool) -> Line {
    line.bar_at(focused.then_some(LEFT));
    line
}

/// A name and its figures, right-aligned under each other; only the first one in small windows.
fn figures(name: Run<'static>, [second, third, right]: [String; 3], look: &Look) -> Line {
    let mut line = Line::at(LEFT, vec![name]);
    if look.small() {
        return line.right(vec![text(second)]);
    }
    right_aligned(&mut line, look.edge - SECOND, text(second));
    right_aligned(&mut line, look.edge - THIRD, text(third));
    line.right(vec![text(right)])
}

fn right_aligned(line: &mut Line, end: i32, what: Run<'static>) {
    let x = end - ink::width(&what);
    if line.parts.len() == 1 {
        // A long name is cut in every row at the same column, before the figures begin.
        line.parts.push(((end - FIGURES).min(x), Vec::new()));
    }
    line.parts.push((x, vec![what]));
}

/// When something is due, seen from today.
fn day(words: &crate::words::Words, due: StudyDay, scene: &Scene<'_>) -> String {
    match due.since(scene.now.day) {
        ..=0 => words.get("time-today").into_owned(),
        1 => words.get("time-tomorrow").into_owned(),
        _ => words.date(due.0),
    }
}

/// The pane of large windows: everybody who may ask.
fn interviewers(one: &One, data: &RehearseData, scene: &Scene<'_>, page: &mut Page) {
    let lang = scene.prefs.lang;
    page.put_to(LEFT, TOP, page.edge(), &label(scene.words.get("rehearse-interviewers").into_owned()));
    let asks = one.asks(data).map(PersonaCard::name);
    let mut y = TOP + 2;
    for card in &data.personas {
        let here = asks.as_ref() == Some(&card.name());
        let name = card.head.name.get(lang).to_owned();
        if y + 2 > page.bottom() {
            break;
        }
        if here {
            page.put(1, y, &run(Token::Accent, crate::ui::glyphs::HELD));
        }
        page.put_to(LEFT, y, page.edge(), &if here { strong(name) } else { text(name) });
        y += 1;
        let more =
            if here { format!("{}. {}.", card.head.cares.get(lang), card.voice.get(lang)) } else { String::new() };
        if !more.is_empty() {
            let edge = page.edge();
            y += paragraph(page, LEFT, y, edge, &more, Token::Text) + 1;
        }
    }
}

fn answers(screen: &RehearseScreen, scene: &Scene<'_>, page: &mut Page) {
    let look = Look::of(scene, page.width());
    let words = scene.words;
    let Some(rows) = &screen.past.rows else { return };
    let entries = screen.past.entries();
    let small = look.small();
    let told = screen.data.as_ref().map_or(0, |d| d.stories.len());
    let switch = vec![key("s"), text(format!(" {}", words.fmt("rehearse-stories-n", &[("n", told.into())])))];
    if entries.is_empty() {
        for (i, line) in look.say(&words.get("rehearse-no-answers")).iter().enumerate() {
            line.draw(page, TOP + i as i32);
        }
        return;
    }
    let values = [("n", rows.len().into())];
    list::label(page, TOP, &words.fmt("rehearse-past-answers", &values), &switch);
    let mut y = TOP + 1;
    if !small {
        let mut head = Line::blank();
        head.parts.push((LEFT, Vec::new()));
        for (end, name) in [(look.edge - SECOND, "rehearse-try"), (look.edge - THIRD, "rehearse-points")] {
            right_aligned(&mut head, end, muted(words.get(name).into_owned()));
        }
        head.right = vec![muted(words.get("rehearse-when").into_owned())];
        y += 1;
        head.draw(page, y);
        y += 1;
    }
    let room = usize::try_from(page.bottom() - y).unwrap_or(0);
    screen.past.list.draw(page, y, entries.len(), room, |page, y, i, focused| {
        let row = match entries[i] {
            Entry::Answer(at) => &rows[at],
            Entry::Mock(at) => {
                return focused_line(mocked(&screen.past.mocks[at], focused, &look), focused).draw(page, y);
            }
        };
        let rehearsed = &row.attempt.rehearsed;
        let points = words.fmt("rehearse-met", &[("n", rehearsed.met().into()), ("of", rehearsed.points.len().into())]);
        let title = run(if focused { Token::Sel } else { Token::Text }, look.get(&row.title).to_owned());
        let best = words.get("rehearse-best").into_owned();
        let line = if small {
            let best = if row.best { format!("{best}  ") } else { String::new() };
            Line::at(LEFT, vec![title]).right(vec![text(format!("{best}{points}"))])
        } else {
            let nth = if row.best { format!("{best}  {}", row.number) } else { row.number.to_string() };
            figures(title, [nth, points, words.date(rehearsed.day.0)], &look)
        };
        focused_line(line, focused).draw(page, y);
    });
}

/// A mock interview in the list of answers.
fn mocked(mock: &Written<Mocked>, focused: bool, look: &Look) -> Line {
    let title = told::title(mock.what.minutes, mock.what.level, look.words);
    let title = run(if focused { Token::Sel } else { Token::Text }, title);
    let date = told::date(mock.utc, mock.offset_min, look.words);
    Line::at(LEFT, vec![title]).right(vec![text(date)])
}

fn own_stories(stories: &Stories, data: &RehearseData, scene: &Scene<'_>, page: &mut Page) {
    narrow(page, |page| match &stories.writing {
        Some(writing) => {
            let words = scene.words;
            let name = words.get("rehearse-your-story");
            let right = match writing.commands {
                true => strong(words.get("review-commands").into_owned()),
                false => muted(words.get("rehearse-story-first-line").into_owned()),
            };
            list::label(page, TOP, &name, &right);
            writing.field.draw(page, LEFT, TOP + 1, !writing.commands);
        }
        None => story_list(stories, data, scene, page),
    });
    if let Some(list) = &stories.sheet {
        choose(stories, *list, data, scene, page);
    }
}

fn story_list(stories: &Stories, data: &RehearseData, scene: &Scene<'_>, page: &mut Page) {
    let (words, look) = (scene.words, Look::of(scene, page.width()));
    let lines = look.say(&words.get("rehearse-stories-opening"));
    let mut y = TOP;
    if page.height() >= 18 || data.stories.is_empty() {
        for line in &lines {
            line.draw(page, y);
            y += 1;
        }
        y += 1;
    }
    if data.stories.is_empty() {
        return;
    }
    let values = [("n", data.stories.len().into())];
    list::label(page, y, &words.fmt("rehearse-your-stories", &values), "");
    let room = usize::try_from(page.bottom() - y - 1).unwrap_or(0);
    stories.list.draw(page, y + 1, data.stories.len(), room, |page, y, i, focused| {
        let story = &data.stories[i].what;
        let n = words.fmt("rehearse-answers-n", &[("n", story.prompts.len().into())]);
        let row = list::Row::new([text(&*story.title)]).right([text(n)]);
        row.focused(focused).draw(page, y);
    });
}

fn choose(stories: &Stories, list: list::List, data: &RehearseData, scene: &Scene<'_>, page: &mut Page) {
    let (words, lang) = (scene.words, scene.prefs.lang);
    let Some(story) = stories.focused(data) else { return };
    let all = stories::questions(data);
    let room = stories::sheet_room(scene, all.len());
    let title = words.get("rehearse-story-answers");
    let count = words.fmt("review-position", &[("n", story.prompts.len().into()), ("all", all.len().into())]);
    let height = i32::try_from(room).unwrap_or(i32::MAX - 4) + 4;
    let sheet = Sheet { title: &title, count: &count, width: SHEET.min(page.width() - 2), height, top: None };
    sheet.draw(page, |inside| {
        list.draw(inside, 1, all.len(), room, |inside, y, i, focused| {
            let head = &all[i].head;
            let on = story.prompts.contains(&head.id);
            let box_ = text(if on { "[x] " } else { "[ ] " });
            list::Row::new([box_, text(head.title.get(lang))]).focused(focused).draw(inside, y);
        });
    });
    Footer::of(State::StorySheet, words)
        .labelled(Action::Enter, &words.get("hint-close"))
        .without(Action::Back)
        .draw(page);
}
