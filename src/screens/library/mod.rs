//! Library (UX 5.10, S34, S35): packs, what was flagged, notes. What the disk knows is asked for; nothing here waits for it.

mod flags;
mod notes;
mod offer;
mod packs;
mod sheets;
#[cfg(test)]
mod tests;

use crate::domain::event::{Event, What};
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, News, Request, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::library::{LibraryData, PackNews, Refusal, Told};
use crate::ui::footer::Footer;
use crate::ui::lines::Line;
use crate::ui::list::List;
use crate::ui::page::{Page, Size, TOP};
use crate::ui::places;
use crate::ui::screen::{Scene, Screen};
use crate::ui::sheet::split;

use notes::Writing;
use offer::OfferView;
use sheets::Over;

/// The place Library.
#[derive(Debug, Default)]
pub struct LibraryScreen {
    tab: Tab,
    data: Option<LibraryData>,
    lists: [List; 3],
    over: Option<Over>,
    offer: Option<OfferView>,
    writing: Option<Writing>,
}

/// A tab of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Packs,
    Flags,
    Notes,
}

impl Tab {
    const ALL: [Tab; 3] = [Tab::Packs, Tab::Flags, Tab::Notes];

    fn index(self) -> usize {
        self as usize
    }

    /// The tab `by` further on, round and round.
    fn along(self, by: usize) -> Tab {
        Tab::ALL[(self.index() + by) % Tab::ALL.len()]
    }
}

impl LibraryScreen {
    /// Library at a tab: 0 packs, 1 flags, 2 notes.
    pub fn new(tab: u8) -> Self {
        let tab = Tab::ALL.get(usize::from(tab)).copied().unwrap_or_default();
        LibraryScreen { tab, ..Self::default() }
    }

    fn len(&self) -> usize {
        self.data.as_ref().map_or(0, |data| rows(data, self.tab))
    }

    /// The index of the focused row of the tab.
    fn at(&self) -> usize {
        self.lists[self.tab.index()].focus.min(self.len().saturating_sub(1))
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        match action {
            Action::NextTab => self.tab = self.tab.along(1),
            Action::PreviousTab => self.tab = self.tab.along(2),
            _ => {
                let (len, room) = (self.len(), room(scene, self.len()));
                if self.lists[self.tab.index()].act(action, len, room) {
                    return Vec::new();
                }
                let at = self.at();
                let Some(data) = &self.data else { return Vec::new() };
                return match self.tab {
                    Tab::Packs => packs::act(action, data, at, &mut self.over, scene),
                    Tab::Flags => flags::act(action, data.flags.get(at), &mut self.over, scene),
                    Tab::Notes if action == Action::Note => {
                        self.writing = data.notes.get(at).map(|note| Writing::new(note, scene));
                        Vec::new()
                    }
                    Tab::Notes => notes::act(action, data.notes.get(at), scene),
                };
            }
        }
        Vec::new()
    }

    fn hear(&mut self, news: News, scene: &Scene<'_>) -> Vec<Effect> {
        match news {
            News::Library(data) => {
                for tab in Tab::ALL {
                    let len = rows(&data, tab);
                    self.lists[tab.index()].fit(len, room(scene, len));
                }
                self.data = Some(*data);
                Vec::new()
            }
            News::Pack(news) => self.hear_of_pack(news, scene),
            News::Study | News::Undone { .. } => vec![Effect::Ask(Request::Library)],
            _ => Vec::new(),
        }
    }

    fn hear_of_pack(&mut self, news: PackNews, scene: &Scene<'_>) -> Vec<Effect> {
        let words = scene.words;
        match news {
            // Whoever closed the box does not want to know any more.
            PackNews::Offer(offer) if matches!(&self.over, Some(Over::Path { looking: true, .. })) => {
                self.over = None;
                if offer.is_same() {
                    let values = [("pack", (&offer.pack).into()), ("version", (&offer.to).into())];
                    return vec![toast(false, words.fmt("packs-installed-already", &values))];
                }
                self.offer = Some(OfferView::new(*offer));
                Vec::new()
            }
            PackNews::Refused(refusal) if matches!(&self.over, Some(Over::Path { looking: true, .. })) => {
                if let Refusal::Errors(n, report) = refusal {
                    self.over = None;
                    let title = words.fmt("library-refused-errors", &[("n", n.into())]);
                    return vec![Effect::Go(Route::Text { title, body: report.get(scene.prefs.lang).to_owned() })];
                }
                if let Refusal::Untrusted(why, here) = &refusal {
                    self.over = None;
                    let title = words.fmt("library-untrusted", &[("pack", (&why.pack).into())]);
                    return vec![Effect::Go(Route::Text { title, body: why.advice(*here, words) })];
                }
                if let Some(Over::Path { said, looking, .. }) = &mut self.over {
                    (*said, *looking) = (Some(sheets::refused(&refusal, words)), false);
                }
                Vec::new()
            }
            PackNews::Told(Told::Differs(pack, files)) => {
                let title = words.fmt("packs-verify-differs", &[("pack", (&pack).into()), ("n", files.len().into())]);
                let line = |(mark, file): &(char, Box<str>)| format!("{mark} {file}");
                let body = files.iter().map(line).collect::<Vec<_>>().join("\n");
                vec![Effect::Go(Route::Text { title, body })]
            }
            PackNews::Told(Told::Taken(..) | Told::LookAgain | Told::Trouble(_)) => {
                self.offer = None;
                vec![Effect::Ask(Request::Library)]
            }
            _ => Vec::new(),
        }
    }

    fn footer(&self, scene: &Scene<'_>) -> Footer {
        let words = scene.words;
        let next = tab_name(self.tab.along(1), scene).to_lowercase();
        let footer = Footer::of(self.state(), words).labelled(Action::NextTab, &next);
        match (self.tab, &self.data) {
            (Tab::Packs, Some(data)) => packs::footer(footer, data, self.at()),
            _ if self.len() > 0 => footer,
            (Tab::Flags, _) => {
                let footer = footer.without(Action::Enter).without(Action::OpenLesson);
                chip(footer.without(Action::Discard).without(Action::Export), Action::NextTab)
            }
            _ => {
                let footer = footer.without(Action::Enter).without(Action::OpenLesson);
                chip(footer.without(Action::Discard).without(Action::Note), Action::NextTab)
            }
        }
    }

    fn draw_tab(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let names = Tab::ALL.map(|tab| tab_name(tab, scene));
        let subs: Vec<&str> = names.iter().map(String::as_str).collect();
        places::header(page, scene.words, places::LIBRARY, (&subs, self.tab.index()), "");
        self.footer(scene).draw(page);
        let Some(data) = &self.data else { return };
        let (list, at) = (&self.lists[self.tab.index()], self.at());
        let details = |page: &mut Page<'_>| {
            let lines = match self.tab {
                Tab::Packs => data.packs.get(at).map(|pack| packs::details(pack, scene, page.width())),
                Tab::Flags => data.flags.get(at).map(|flag| flags::details(flag, scene, page.width())),
                Tab::Notes => data.notes.get(at).map(|note| notes::details(note, scene, page.width())),
            };
            lines.unwrap_or_default()
        };
        let left = |page: &mut Page<'_>, beside: bool| {
            let below = match self.tab {
                Tab::Packs => packs::draw(data, list, scene, page),
                Tab::Flags => flags::draw(&data.flags, list, scene, page),
                Tab::Notes => notes::draw(&data.notes, list, scene, page),
            };
            if !beside {
                let lines = details(page);
                lay(page, below + 1, &lines);
            }
        };
        if scene.size() == Size::Large && self.len() > 0 {
            split(
                page,
                |page| left(page, true),
                |page| {
                    let lines = details(page);
                    lay(page, TOP, &lines);
                },
            );
        } else {
            left(page, false);
        }
    }
}

fn rows(data: &LibraryData, tab: Tab) -> usize {
    match tab {
        Tab::Packs => data.packs.len(),
        Tab::Flags => data.flags.len(),
        Tab::Notes => data.notes.len(),
    }
}

/// Draws rows as far as there is room for them.
fn lay(page: &mut Page<'_>, from: i32, lines: &[Line]) {
    for (y, line) in (from..page.bottom()).zip(lines) {
        line.draw(page, y);
    }
}

fn tab_name(tab: Tab, scene: &Scene<'_>) -> String {
    let words = scene.words;
    match tab {
        Tab::Packs => words.get("library-tab-packs"),
        Tab::Flags => words.get("library-tab-flags"),
        Tab::Notes => words.get("library-tab-notes"),
    }
    .into_owned()
}

/// Rows of a list that are seen: as many as there are, as long as what is told of the focused one has room below it.
fn room(scene: &Scene<'_>, len: usize) -> usize {
    let height = usize::from(scene.area.1);
    let taken = match (scene.size(), height) {
        (Size::Large, _) => 8,
        (_, ..16) => 6,
        _ => 16,
    };
    height.saturating_sub(taken).clamp(3, len.max(3))
}

/// The first row of a list: a low window has no sentence above it.
fn top(page: &Page<'_>) -> i32 {
    if page.height() < 16 { TOP } else { TOP + 2 }
}

/// The footer with one of its hints as the obvious key.
fn chip(mut footer: Footer, action: Action) -> Footer {
    if let Some(at) = footer.hints.iter().position(|h| h.action == Some(action)) {
        footer.chip = Some(footer.hints.remove(at));
    }
    footer
}

fn toast(good: bool, text: String) -> Effect {
    Effect::Toast(Toast { good, text })
}

/// Records something and says so; a window that only looks says so itself.
fn record(what: What, said: String, scene: &Scene<'_>) -> Vec<Effect> {
    let now = scene.now;
    let event = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what };
    let mut effects = vec![Effect::Record(vec![event])];
    if scene.study.read_only.is_none() {
        effects.push(toast(true, said));
    }
    effects
}

/// How long ago something was.
fn ago(utc: i64, scene: &Scene<'_>) -> String {
    let days = scene.now.day.since(crate::domain::time::StudyDay::of(
        utc,
        scene.now.offset_min,
        scene.prefs.rollover_min.into(),
    ));
    scene.words.days_ago(u32::try_from(days).unwrap_or(0))
}

impl Screen for LibraryScreen {
    fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
        vec![Effect::Ask(Request::Library)]
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::News(News::Edited(Some(text))) => {
                if let Some(writing) = &mut self.writing {
                    writing.replace(&text, scene);
                }
                Vec::new()
            }
            Input::News(news) => self.hear(news, scene),
            Input::Shown => vec![Effect::Ask(Request::Library)],
            input if self.writing.is_some() => notes::follow(&mut self.writing, input, scene),
            input if self.over.is_some() => sheets::follow(&mut self.over, input, scene),
            Input::Resize => {
                if let Some(offer) = &mut self.offer {
                    offer.fit(scene);
                }
                Vec::new()
            }
            Input::Act(bound) if self.offer.is_some() => offer::act(&mut self.offer, bound.action, scene),
            Input::Act(bound) => self.act(bound.action, scene),
            _ => Vec::new(),
        }
    }

    fn returned(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        // Its key leads to the packs first; each tab has kept its cursor.
        self.tab = Tab::Packs;
        self.update(Input::Shown, scene)
    }

    fn leaving(&self, scene: &Scene<'_>) -> Vec<Effect> {
        self.writing.as_ref().map(|writing| writing.close(scene)).unwrap_or_default()
    }

    fn view(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        if let Some(offer) = &self.offer {
            offer.draw(scene, page);
            return;
        }
        if let Some(writing) = &self.writing {
            writing.draw(scene, page);
            return;
        }
        self.draw_tab(scene, page);
        if let Some(over) = &self.over {
            over.draw(scene, page);
        }
    }

    fn state(&self) -> State {
        match (&self.offer, &self.writing, &self.over, self.tab) {
            (Some(_), ..) => State::PackOffer,
            (_, Some(writing), ..) => writing.state(),
            (_, _, Some(over), _) => over.state(),
            (.., Tab::Packs) => State::LibraryPacks,
            (.., Tab::Flags) => State::LibraryFlags,
            (.., Tab::Notes) => State::LibraryNotes,
        }
    }

    fn happening(&self, scene: &Scene<'_>) -> String {
        let words = scene.words;
        match self.tab {
            _ if self.offer.is_some() => words.get("library-happening-offer"),
            Tab::Packs => words.get("library-happening-packs"),
            Tab::Flags => words.get("library-happening-flags"),
            Tab::Notes => words.get("library-happening-notes"),
        }
        .into_owned()
    }
}
