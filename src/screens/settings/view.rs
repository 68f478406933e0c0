//! The picture of the settings: a table, one group at a time in small windows, with a description beside it in large ones.

use crate::prose::cells::cells;
use crate::sessions::action::{Action, State};
use crate::sessions::effect::About;
use crate::sessions::prefs::Prefs;
use crate::ui::field;
use crate::ui::footer::Footer;
use crate::ui::glyphs::{CUT, FOCUS};
use crate::ui::ink::{self, key, muted, text};
use crate::ui::list::{self, Row};
use crate::ui::page::{LEFT, MARK, Page, Size, TOP};
use crate::ui::places;
use crate::ui::reading::paragraph;
use crate::ui::screen::Scene;
use crate::ui::sheet;
use crate::ui::theme::Token;

use super::fields::{Field, Group};
use super::{Find, SettingsScreen};

/// The reading width with its margins.
const COLUMN: i32 = 80;
/// The columns of names, values, and of what a setting takes.
const NAME: i32 = 16;
const VALUE: i32 = 39;
const TAKES: i32 = 50;
/// The column of what is told in the group of the data.
const TOLD: i32 = 34;

/// Rows of one page, for moving by pages.
pub fn page(scene: &Scene<'_>) -> usize {
    usize::from(scene.area.1).saturating_sub(6).max(1)
}

/// Draws everything.
pub fn draw(screen: &SettingsScreen, scene: &Scene<'_>, page: &mut Page) {
    let words = scene.words;
    let name = words.get("settings-title");
    places::header(page, words, 0, (&[name.as_ref()], 0), "");
    footer(screen, scene).draw(page);
    match scene.size() {
        Size::Tiny | Size::Small => group(screen, scene, page),
        Size::Medium => {
            let (width, height) = (page.width().min(COLUMN), page.height());
            page.part(0, 0, width, height, |p| table(screen, scene, true, p));
        }
        Size::Large => {
            sheet::split(page, |p| table(screen, scene, false, p), |p| describe(screen.field(), scene, p));
        }
    }
    if let Some(find) = &screen.find {
        finding(find, page);
    }
}

fn footer(screen: &SettingsScreen, scene: &Scene<'_>) -> Footer {
    let words = scene.words;
    if screen.find.is_some() {
        return Footer::of(State::FindField, words);
    }
    let footer = Footer::of(State::Settings, words);
    let footer = match screen.field() {
        Field::Folder => footer.named(Action::Right, "Enter").labelled(Action::Right, &words.get("hint-copy")),
        Field::File => footer.named(Action::Right, "Enter").labelled(Action::Right, &words.get("hint-open")),
        Field::Backups => footer.without(Action::Right),
        _ => return footer.named(Action::Right, "← →"),
    };
    footer.without(Action::Reset)
}

fn finding(find: &Find, page: &mut Page) {
    let y = page.bottom() - 1;
    page.clear(y, y + 1);
    let x = page.put(LEFT, y, &key("/")) + 1;
    let edge = page.edge().min(COLUMN);
    field::line(page, x, y, edge, &find.line, true);
}

fn group_name(group: Group, scene: &Scene<'_>) -> String {
    let words = scene.words;
    match group {
        Group::Study => words.get("settings-group-study"),
        Group::Screen => words.get("settings-group-screen"),
        Group::Keys => words.get("settings-group-keys"),
        Group::Data => words.get("settings-group-data"),
    }
    .into_owned()
}

/// All settings, the groups' names in the label column.
fn table(screen: &SettingsScreen, scene: &Scene<'_>, takes: bool, page: &mut Page) {
    let mut y = TOP;
    let mut before = None;
    for field in Field::ALL {
        if before != Some(field.group()) {
            y += i32::from(before.is_some());
            page.put_to(LEFT, y, NAME - 2, &(group_name(field.group(), scene), Token::Label));
            before = Some(field.group());
        }
        let focused = field == screen.field();
        row(screen, scene, field, focused, takes, (y, page));
        y += 1;
    }
}

fn row(
    screen: &SettingsScreen,
    scene: &Scene<'_>,
    field: Field,
    focused: bool,
    takes: bool,
    (y, page): (i32, &mut Page),
) {
    let (words, edge) = (scene.words, page.edge());
    let token = if focused { Token::Sel } else { Token::Text };
    if field.group() == Group::Data {
        page.put_to(NAME, y, TOLD - 1, &(field.label(words), token));
        page.put_to(TOLD, y, edge, &text(told(field, screen.about.as_ref(), scene)));
    } else {
        page.put_to(NAME, y, VALUE - 1, &(field.label(words), token));
        let end = if takes { TAKES - 1 } else { edge };
        page.put_to(VALUE, y, end, &text(field.value(scene.prefs, words)));
        if takes {
            page.put_to(TAKES, y, edge, &muted(field.takes(words)));
        }
    }
    if focused {
        page.put(MARK, y, &(FOCUS, Token::Focus));
        page.set_cursor(NAME, y);
    }
}

/// What the rows of the data tell.
fn told(field: Field, about: Option<&About>, scene: &Scene<'_>) -> String {
    let Some(about) = about else { return String::new() };
    match field {
        Field::Folder => about.data_dir.clone(),
        Field::File => about.config_file.clone(),
        _ => backups(about, scene),
    }
}

fn backups(about: &About, scene: &Scene<'_>) -> String {
    let (words, now) = (scene.words, scene.now);
    let Some(last) = about.last_backup else { return words.get("settings-backups-none").into_owned() };
    let minutes = |utc: i64| utc.div_euclid(60_000) + i64::from(now.offset_min);
    let (local, today) = (minutes(last), minutes(now.utc).div_euclid(1440));
    let days = u32::try_from(today - local.div_euclid(1440)).unwrap_or(0);
    let of_day = local.rem_euclid(1440);
    let when = format!("{} {:02}:{:02}", words.days_ago(days), of_day / 60, of_day % 60);
    words.fmt("settings-backups-kept", &[("when", when.into()), ("n", about.backups.into())])
}

/// The group of the focused setting, and what that setting is about.
fn group(screen: &SettingsScreen, scene: &Scene<'_>, page: &mut Page) {
    let focus = screen.field();
    let fields: Vec<Field> = Field::ALL.into_iter().filter(|f| f.group() == focus.group()).collect();
    let groups = [Group::Study, Group::Screen, Group::Keys, Group::Data];
    let at = groups.iter().position(|g| *g == focus.group()).unwrap_or(0) + 1;
    let top = if page.height() < 14 { TOP - 1 } else { TOP };
    let nth = scene.words.fmt("settings-group-nth", &[("n", at.into()), ("all", groups.len().into())]);
    list::label(page, top, &group_name(focus.group(), scene), &muted(nth));
    let room = usize::try_from(page.bottom() - top - 1).unwrap_or(0);
    let mut list = list::List::at(fields.iter().position(|f| *f == focus).unwrap_or(0));
    list.fit(fields.len(), room);
    list.draw(page, top + 1, fields.len(), room, |p, y, i, focused| {
        let field = fields[i];
        let value = match field.group() {
            Group::Data => told(field, screen.about.as_ref(), scene),
            _ => field.value(scene.prefs, scene.words),
        };
        let label = field.label(scene.words);
        // A long path keeps its end.
        let room = (p.edge() - LEFT - ink::width(label.as_str()) - 2).max(0);
        let value = tail(&value, room);
        Row::new([text(label)]).right([text(value)]).focused(focused).draw(p, y);
    });
    let y = top + 2 + fields.len() as i32;
    if y + 1 < page.bottom() {
        let edge = page.edge();
        let (x, bottom) = (LEFT, page.bottom());
        page.part(0, 0, edge + 1, bottom, |p| {
            let y = y + paragraph(p, x, y, edge, &focus.about(scene.words), Token::Text);
            p.put_to(x, y, edge, &muted(focus.takes(scene.words)));
        });
    }
}

/// The end of a text, in at most `room` cells.
fn tail(value: &str, room: i32) -> String {
    if ink::width(value) <= room {
        return value.to_owned();
    }
    let mut left = room - 1;
    let all: Vec<_> = cells(value).collect();
    let fits = all.iter().rev().take_while(|cell| {
        left -= cell.width as i32;
        left >= 0
    });
    let from = all.len() - fits.count();
    std::iter::once(CUT).chain(all[from..].iter().map(|c| c.text)).collect()
}

/// The pane of large windows: what the focused setting is about.
fn describe(field: Field, scene: &Scene<'_>, page: &mut Page) {
    let words = scene.words;
    page.put_to(LEFT, TOP, page.edge(), &(field.label(words), Token::Strong));
    let mut y = TOP + 2;
    y += paragraph(page, LEFT, y, page.edge(), &field.about(words), Token::Text) + 1;
    let Some(name) = field.name() else { return };
    // The language follows the system unless it is set.
    let default = match field {
        Field::Language => words.get("settings-system").into_owned(),
        _ => field.value(&Prefs::default(), words),
    };
    for (label, value) in [
        (words.get("settings-takes"), field.takes(words)),
        (words.get("settings-default"), default),
        (words.get("settings-in-file"), name.to_owned()),
    ] {
        page.put_to(LEFT, y, page.edge(), &muted(label));
        page.put_to(LEFT + 12, y, page.edge(), &text(value));
        y += 1;
    }
}
