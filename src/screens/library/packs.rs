//! The tab Packs (S34): what there is to learn from, where it comes from, and what is wrong with it.

use crate::sessions::action::Action;
use crate::sessions::effect::{Effect, Route};
use crate::sessions::library::{LibraryData, Origin, PackDeed, PackRow, Waiting};
use crate::sessions::study::TopicState;
use crate::ui::footer::Footer;
use crate::ui::ink::{self, Run, label, muted, text, warn};
use crate::ui::lines::{Line, stack};
use crate::ui::list::{self, List, Row};
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, Size};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::sheets::Over;
use super::{room, toast, top};

/// Columns of the table: version, languages, and the ends of topics and questions; then where it comes from.
const VERSION: i32 = 30;
const LANGUAGES: i32 = 40;
const TOPICS: i32 = 52;
const QUESTIONS: i32 = 63;
const ORIGIN: i32 = 65;
/// The column of what is told about the focused pack.
const TOLD: i32 = 16;

/// Follows an action on the list.
pub fn act(action: Action, data: &LibraryData, at: usize, over: &mut Option<Over>, scene: &Scene<'_>) -> Vec<Effect> {
    let words = scene.words;
    if action == Action::Install {
        let new = data.waiting.iter().find(|it| !is_here(data, it));
        *over = Some(Over::path(new.map_or("", |it| &it.path)));
        return Vec::new();
    }
    let Some(pack) = data.packs.get(at) else { return Vec::new() };
    let only = |key| {
        let id = [("pack", (&pack.id).into())];
        let text = match key {
            Origin::Builtin => words.fmt("library-is-builtin", &id),
            _ => words.fmt("packs-is-link", &id),
        };
        vec![toast(false, text)]
    };
    match action {
        Action::Enter => open(pack, scene),
        // How to go on takes more than a row.
        Action::Editor | Action::Verify | Action::UpdatePack if pack.origin == Origin::Moved => open(pack, scene),
        Action::UpdatePack => match (pack.origin, newer(data, pack).or_else(|| offered(data))) {
            (Origin::Builtin | Origin::Linked, None) => only(pack.origin),
            (_, Some(waiting)) => {
                *over = Some(Over::looking(&waiting.path));
                vec![Effect::Pack(PackDeed::Look(waiting.path.to_string()))]
            }
            (_, None) => {
                *over = Some(Over::path(""));
                Vec::new()
            }
        },
        Action::RemovePack if pack.origin == Origin::Builtin => only(Origin::Builtin),
        Action::RemovePack => {
            *over = Some(Over::remove(&pack.id));
            Vec::new()
        }
        Action::Editor if matches!(pack.origin, Origin::Builtin | Origin::Linked) => only(pack.origin),
        Action::Editor => vec![Effect::Pack(PackDeed::Copy(pack.id.clone()))],
        Action::Verify if matches!(pack.origin, Origin::Builtin | Origin::Linked) => only(pack.origin),
        Action::Verify => vec![Effect::Pack(PackDeed::Verify(pack.id.clone()))],
        _ => Vec::new(),
    }
}

/// Opens what is told about a pack on a page of its own.
fn open(pack: &PackRow, scene: &Scene<'_>) -> Vec<Effect> {
    let title = format!("{} {}", pack.title.get(scene.prefs.lang), pack.version);
    let lines = details(pack, scene, 72);
    let plain = lines.iter().map(|line| {
        let parts: Vec<String> = line.parts.iter().map(|(_, runs)| ink::string(runs)).collect();
        parts.join("  ")
    });
    let body = plain.skip(1).collect::<Vec<_>>().join("\n");
    vec![Effect::Go(Route::Text { title: title.trim().to_owned(), body })]
}

/// What waits and is newer than a pack.
fn newer<'a>(data: &'a LibraryData, pack: &PackRow) -> Option<&'a Waiting> {
    data.waiting.iter().find(|it| it.pack == pack.id)
}

/// The first thing that waits for any pack that is here: its row names the key, wherever the cursor is.
fn offered(data: &LibraryData) -> Option<&Waiting> {
    data.waiting.iter().find(|it| is_here(data, it))
}

fn is_here(data: &LibraryData, waiting: &Waiting) -> bool {
    data.packs.iter().any(|pack| pack.id == waiting.pack)
}

/// What the keys do for the focused pack: nothing is offered that it cannot have.
pub fn footer(footer: Footer, data: &LibraryData, at: usize) -> Footer {
    let update = |footer: Footer| if offered(data).is_some() { footer } else { footer.without(Action::UpdatePack) };
    match data.packs.get(at).map(|pack| pack.origin) {
        Some(Origin::Builtin) => update(footer).without(Action::RemovePack).without(Action::Verify),
        Some(Origin::Linked) => update(footer).without(Action::Verify),
        Some(Origin::Moved) => footer.without(Action::UpdatePack).without(Action::Verify),
        Some(_) => footer,
        None => footer.without(Action::Enter),
    }
}

/// Draws sentence and list; returns the row below them.
pub fn draw(data: &LibraryData, list: &List, scene: &Scene<'_>, page: &mut Page<'_>) -> i32 {
    let words = scene.words;
    let look = Look::of(scene, page.width());
    let mut y = top(page);
    if y > crate::ui::page::TOP {
        let questions: usize = data.packs.iter().map(|pack| pack.questions).sum();
        let number = words.number(u32::try_from(questions).unwrap_or(u32::MAX));
        let said = words.fmt("library-packs-top", &[("n", data.packs.len().into()), ("questions", number.into())]);
        if let Some(line) = look.say(&said).first() {
            line.draw(page, crate::ui::page::TOP);
        }
    }
    let wide = page.width() >= 79 && page.size() > Size::Small;
    if wide {
        header(scene, page, y);
        y += 1;
    }
    let len = data.packs.len();
    let room = room(scene, len);
    list.draw(page, y, len, room, |page, y, i, focused| match wide {
        true => table_row(&data.packs[i], focused, scene, page, y),
        false => row(&data.packs[i], scene).focused(focused).draw(page, y),
    });
    y += room.min(len) as i32;
    for it in data.waiting.iter().take(2) {
        let values = [("pack", (&it.pack).into()), ("version", (&it.version).into())];
        let key = if is_here(data, it) { "p" } else { "i" };
        let row = Row::new([text(words.fmt("library-waits", &values))]).mark(ink::accent("+"));
        row.right([ink::key(key), text(" "), text(words.get("library-look"))]).draw(page, y);
        y += 1;
    }
    y
}

fn header(scene: &Scene<'_>, page: &mut Page<'_>, y: i32) {
    let words = scene.words;
    page.put(LEFT, y, &(words.get("library-column-pack"), Token::Label));
    page.put(VERSION, y, &muted(words.get("library-column-version")));
    page.put_to(LANGUAGES, y, TOPICS - 6, &muted(words.get("library-column-languages")));
    page.right_at(TOPICS, y, &muted(words.get("library-column-topics")));
    page.right_at(QUESTIONS, y, &muted(words.get("library-column-questions")));
}

fn languages(pack: &PackRow) -> String {
    pack.languages.iter().map(|lang| lang.code()).collect::<Vec<_>>().join(", ")
}

/// Where it comes from, or what is wrong with it.
fn origin(pack: &PackRow, scene: &Scene<'_>) -> Vec<Run<'static>> {
    let words = scene.words;
    match &pack.trouble {
        _ if pack.origin == Origin::Moved => vec![warn("!"), text(format!(" {}", words.get("library-moved")))],
        Some(trouble) => {
            let text_of = words.fmt("library-errors", &[("n", trouble.errors.into())]);
            vec![warn("!"), text(format!(" {text_of}"))]
        }
        None if pack.origin == Origin::Broken => vec![warn("!"), text(format!(" {}", words.get("library-unread")))],
        None => vec![text(pack.origin.name(words))],
    }
}

fn table_row(pack: &PackRow, focused: bool, scene: &Scene<'_>, page: &mut Page<'_>, y: i32) {
    let token = if focused { Token::Sel } else { Token::Text };
    page.put_to(LEFT, y, VERSION - 1, &ink::run(token, &*pack.id));
    page.put_to(VERSION, y, LANGUAGES - 1, &*pack.version);
    page.put_to(LANGUAGES, y, TOPICS - 6, &languages(pack));
    if pack.topics > 0 {
        page.right_at(TOPICS, y, &pack.topics.to_string());
        page.right_at(QUESTIONS, y, &scene.words.number(u32::try_from(pack.questions).unwrap_or(u32::MAX)));
    }
    let edge = page.edge();
    page.put_to(ORIGIN, y, edge, &origin(pack, scene));
    if focused {
        list::focus(page, LEFT, y, 1);
    }
}

fn row(pack: &PackRow, scene: &Scene<'_>) -> Row<'static> {
    let right = match (&pack.trouble, pack.origin) {
        (None, Origin::Builtin | Origin::Installed | Origin::Linked) => vec![text(pack.version.to_string())],
        _ => origin(pack, scene),
    };
    Row::new([text(pack.id.to_string())]).right(right)
}

/// What is told about a pack; what is not known is not there.
pub fn details(pack: &PackRow, scene: &Scene<'_>, width: i32) -> Vec<Line> {
    let (words, lang) = (scene.words, scene.prefs.lang);
    let look = Look::of(scene, width);
    let name = if pack.title.get(lang).is_empty() { &*pack.id } else { pack.title.get(lang) };
    let mut lines = vec![Line::at(LEFT, vec![label(name.to_uppercase())])];
    if !pack.summary.get(lang).is_empty() {
        lines.extend(stack(look.prose(pack.summary.get(lang), LEFT, Token::Text), LEFT));
    }
    let mut told = |key: &'static str, value: String| {
        if value.is_empty() {
            return;
        }
        let name = match key {
            "progress" => words.get("library-progress"),
            "contents" => words.get("library-contents"),
            "authors" => words.get("library-authors"),
            "licence" => words.get("library-licence"),
            "follows" => words.get("library-follows"),
            "file" => words.get("library-file"),
            "signed" => words.get("library-signed"),
            "disk" => words.get("library-disk"),
            "trouble" => words.get("library-trouble-label"),
            _ => "".into(),
        };
        let rows = look.prose_in(&value, usize::try_from(width - 1 - TOLD).unwrap_or(1).max(8), Token::Text);
        for (i, runs) in rows.into_iter().enumerate() {
            let mut line = Line::at(TOLD, runs);
            if i == 0 {
                line.parts.insert(0, (LEFT, vec![muted(name.to_string())]));
            }
            lines.push(line);
        }
    };
    if pack.origin == Origin::Moved {
        let values = [("pack", (&pack.id).into()), ("folder", (&pack.from).into())];
        told("trouble", words.fmt("packs-moved", &values));
    } else if let Some(trouble) = &pack.trouble {
        let values = [
            ("n", trouble.errors.into()),
            ("code", (&trouble.code).into()),
            ("place", (&trouble.place).into()),
            ("message", trouble.message.get(lang).into()),
        ];
        told("trouble", words.fmt("library-trouble-first", &values));
        if pack.origin != Origin::Broken {
            told("", words.fmt("library-last-good", &[("version", (&pack.version).into())]));
        }
    }
    if pack.topics > 0 {
        let values = [("topics", pack.topics.into()), ("questions", pack.questions.into())];
        let mut contents = words.fmt("packs-list-counts", &values);
        if pack.prompts > 0 {
            contents += ", ";
            contents += &words.fmt("library-prompts", &[("n", pack.prompts.into())]);
        }
        told("contents", contents);
    }
    let standings = scene.study.topics.iter().filter(|(topic, _)| topic.pack() == &*pack.id);
    let held = standings.filter(|(_, it)| matches!(it.state, TopicState::Held)).count();
    if pack.answered > 0 {
        let values = [("held", held.into()), ("topics", pack.topics.into()), ("answered", pack.answered.into())];
        told("progress", words.fmt("library-progress-told", &values));
    }
    told("authors", pack.authors.to_string());
    told("licence", pack.licence.to_string());
    let file = if matches!(pack.origin, Origin::Linked | Origin::Moved) { "follows" } else { "file" };
    told(file, pack.from.to_string());
    told("signed", pack.signed.as_ref().map(|signed| signed.says(words)).unwrap_or_default());
    told("disk", pack.bytes.map(|bytes| size(bytes, scene)).unwrap_or_default());
    lines
}

/// A size in words: whole kilobytes, or megabytes with one decimal.
fn size(bytes: u64, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        return words.fmt("library-kilobytes", &[("n", kilobytes.into())]);
    }
    let tenths = f64::from(u32::try_from(kilobytes.div_ceil(100)).unwrap_or(u32::MAX)) / 10.0;
    words.fmt("library-megabytes", &[("n", words.number(tenths).into())])
}
