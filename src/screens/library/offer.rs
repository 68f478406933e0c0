//! A pack before it is taken in (S35): what that will do, before it does it.

use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Route};
use crate::sessions::library::{self, Became, Offer, PackDeed};
use crate::ui::footer::Footer;
use crate::ui::header::Session;
use crate::ui::ink::{Run, accent, label, muted, run, text, warn};
use crate::ui::lines::{Line, stack};
use crate::ui::list::Scroll;
use crate::ui::look::Look;
use crate::ui::page::{HANG, LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

/// Cells of a text, at most: wider windows keep it.
const COLUMN: i32 = 80;

/// The offer on the screen.
#[derive(Debug, Clone)]
pub struct OfferView {
    offer: Offer,
    scroll: Scroll,
    /// It was accepted, and is being taken in.
    taking: bool,
}

impl OfferView {
    /// An offer that was just looked at.
    pub fn new(offer: Offer) -> OfferView {
        OfferView { offer, scroll: Scroll::default(), taking: false }
    }

    /// Keeps the last row at the bottom at most.
    pub fn fit(&mut self, scene: &Scene<'_>) {
        let (len, room) = (self.lines(scene).len(), room(scene));
        self.scroll.fit(len, room);
    }

    fn lines(&self, scene: &Scene<'_>) -> Vec<Line> {
        let (words, offer, lang) = (scene.words, &self.offer, scene.prefs.lang);
        let look = Look::of(scene, i32::from(scene.area.0).min(COLUMN));
        let mut lines = Vec::new();
        let safe = match offer.from {
            Some(_) => words.get("library-copy-first"),
            None => words.get("library-data-only"),
        };
        let mut groups: Vec<Vec<Line>> = vec![effects(offer, &look), look.say(&safe)];
        if offer.older {
            groups.push(look.say(&words.get("packs-update-older")));
        }
        if !offer.changed.is_empty() {
            let mut group = vec![Line::at(LEFT, vec![label(words.get("library-changed-answers").into_owned())])];
            for it in &offer.changed {
                group.push(Line::at(LEFT, vec![muted(it.item.to_string())]));
                group.extend(stack(look.prose(it.asks.get(lang), HANG, Token::Text), HANG));
                if let Some((was, now)) = &it.answers {
                    let values = [("was", was.get(lang).into()), ("now", now.get(lang).into())];
                    group.extend(stack(look.sentence(&words.fmt("library-was-now", &values), HANG), HANG));
                }
            }
            groups.push(group);
        }
        if offer.own != (0, 0) {
            let mut group = vec![Line::at(LEFT, vec![label(words.get("library-yours").into_owned())])];
            let values = [("notes", offer.own.0.into()), ("spellings", offer.own.1.into())];
            group.extend(look.say(&words.fmt("library-yours-kept", &values)));
            groups.push(group);
        }
        groups.push(origin(offer, scene, &look));
        for group in groups.into_iter().filter(|group| !group.is_empty()) {
            if !lines.is_empty() {
                lines.push(Line::blank());
            }
            lines.extend(group);
        }
        lines
    }

    /// Draws it, with its header and footer.
    pub fn draw(&self, scene: &Scene<'_>, page: &mut Page<'_>) {
        let (words, offer) = (scene.words, &self.offer);
        let pack = [("pack", (&offer.pack).into())];
        let (title, position) = match &offer.from {
            Some(from) => {
                let values = [("from", from.into()), ("to", (&offer.to).into())];
                (words.fmt("library-update-title", &pack), words.fmt("library-from-to", &values))
            }
            None => (words.fmt("library-install-title", &pack), offer.to.to_string()),
        };
        let right = if self.taking { words.get("library-working") } else { words.get("library-nothing-yet") };
        let right = text(right.into_owned());
        Session { title: &title, position: &position, right: &right, done: (0, 1) }.draw(page);
        let lines = self.lines(scene);
        let seen = self.scroll.visible(lines.len(), room(scene));
        for (y, line) in (TOP..).zip(&lines[seen]) {
            line.draw(page, y);
        }
        page.set_cursor(LEFT, TOP);
        let mut footer = Footer::of(State::PackOffer, words);
        if offer.lines.is_empty() {
            footer = footer.without(Action::Diff);
        }
        footer.draw(page);
    }
}

fn room(scene: &Scene<'_>) -> usize {
    usize::from(scene.area.1).saturating_sub(5).max(1)
}

fn mark(sign: &'static str) -> Run<'static> {
    match sign {
        "+" => run(Token::Add, sign),
        "-" => run(Token::Del, sign),
        ">" => accent(sign),
        _ => warn(sign),
    }
}

/// What taking it in does; a new pack says how much is in it.
fn effects(offer: &Offer, look: &Look<'_>) -> Vec<Line> {
    let words = look.words;
    let mut lines = match offer.from {
        Some(_) => library::lines(&offer.effects, words),
        None => {
            let values = [("topics", offer.topics.into()), ("items", offer.effects.added.into())];
            vec![("+", words.fmt("library-new-pack", &values))]
        }
    };
    if lines.is_empty() {
        lines.push(("~", words.get("packs-diff-none").into_owned()));
    }
    let row = |(sign, said): (&'static str, String)| {
        let mut rows = stack(look.prose(&said, HANG, Token::Text), HANG);
        if let Some(first) = rows.first_mut() {
            first.parts.insert(0, (LEFT, vec![mark(sign)]));
        }
        rows
    };
    lines.into_iter().flat_map(row).collect()
}

/// Where it comes from: what a learner may want to know of a file that somebody has sent.
fn origin(offer: &Offer, scene: &Scene<'_>, look: &Look<'_>) -> Vec<Line> {
    let words = scene.words;
    let mut said = Vec::new();
    let title = offer.title.get(scene.prefs.lang);
    if offer.from.is_none() && !title.is_empty() {
        said.push(title.to_owned());
    }
    if !offer.authors.is_empty() {
        said.push(words.fmt("packs-info-authors", &[("value", (&offer.authors).into())]));
    }
    if !offer.licence.is_empty() {
        said.push(words.fmt("packs-info-licence", &[("value", (&offer.licence).into())]));
    }
    said.push(words.fmt("packs-info-from", &[("value", (&offer.file).into())]));
    match &offer.signed {
        Some(key) => said.push(words.fmt("packs-signed-by", &[("key", key.into())])),
        None if offer.sha256.is_some() => said.push(words.get("library-not-signed").into_owned()),
        None => {}
    }
    let mut lines = stack(look.prose(&said.join(", "), LEFT, Token::Text), LEFT);
    if let Some(sum) = &offer.sha256 {
        // Two halves fit into every window; they are drawn apart only where they have to be.
        let (first, second) = sum.split_at_checked(sum.len() / 2).unwrap_or((sum, ""));
        let mut line = Line::at(LEFT, vec![muted("sha256 "), text(first.to_owned())]);
        match LEFT + 7 + 64 < look.edge {
            true => line.parts[0].1.push(text(second.to_owned())),
            false => {
                lines.push(line);
                line = Line::at(LEFT + 7, vec![text(second.to_owned())]);
            }
        }
        lines.push(line);
    }
    lines
}

/// Follows an action while an offer is on the screen.
pub fn act(view: &mut Option<OfferView>, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
    let Some(at) = view else { return Vec::new() };
    let len = at.lines(scene).len();
    if at.scroll.act(action, len, room(scene)) || at.taking {
        return Vec::new();
    }
    match action {
        Action::Enter => {
            at.taking = scene.study.read_only.is_none();
            vec![Effect::Pack(PackDeed::Take)]
        }
        Action::Diff if !at.offer.lines.is_empty() => {
            let title = format!("{} {}", at.offer.pack, at.offer.to);
            let words = scene.words;
            let line = |(became, name): &(Became, Box<str>)| {
                let what = match became {
                    Became::Added => words.get("packs-change-added"),
                    Became::Reworded => words.get("packs-change-reworded"),
                    Became::ChangedAnswer => words.get("packs-change-changed-answer"),
                    Became::Renamed => words.get("library-renamed"),
                    Became::Retired => words.get("packs-change-retired"),
                    Became::OtherFile => words.get("packs-change-file"),
                };
                format!("{what}: {name}")
            };
            let body = at.offer.lines.iter().map(line).collect::<Vec<_>>().join("\n");
            vec![Effect::Go(Route::Text { title, body })]
        }
        Action::Back | Action::Quit | Action::Interrupt => {
            *view = None;
            Vec::new()
        }
        _ => Vec::new(),
    }
}
