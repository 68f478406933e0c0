//! The picture of the first run.

use crate::prose::{Span, paragraph};
use crate::sessions::action::{Action, State};
use crate::sessions::prefs::ThemeChoice;
use crate::ui::flow::{self, Group, Line};
use crate::ui::footer::Footer;
use crate::ui::header::Session;
use crate::ui::ink::{self, Run, key, muted, rich, run};
use crate::ui::list;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::reading::runs;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::{MINUTES, Purpose, ROWS, Row, THEMES, WelcomeScreen, own_name};

/// The signs that must be readable: verdict, rung, focus bar, state, bar of a chart.
const SIGNS: &str = "✓ ━ ▌ ● ▄";
/// The reading width with its margins.
const COLUMN: i32 = 80;
/// Where what may be chosen stands.
const CHOICES: i32 = 46;

/// Draws everything.
pub fn draw(screen: &WelcomeScreen, scene: &Scene<'_>, page: &mut Page) {
    let words = scene.words;
    let (title, right) = (words.get("welcome-title"), words.get("welcome-skips"));
    Session { title: &title, position: "", right: &right, done: (0, 1) }.draw(page);
    let footer = Footer::of(State::Welcome, words).named(Action::Right, "← →");
    footer.without(Action::Palette).draw(page);
    let (width, height) = (page.width().min(COLUMN), page.height());
    let body = Body { screen, scene, width };
    page.part(0, 0, width, height, |p| {
        let top = if p.height() < 14 { TOP - 1 } else { TOP };
        let bottom = p.bottom();
        flow::draw(p, top, bottom, body.groups());
    });
}

/// What stands between header and footer.
struct Body<'a> {
    screen: &'a WelcomeScreen,
    scene: &'a Scene<'a>,
    width: i32,
}

impl<'a> Body<'a> {
    fn word(&self, key: &str) -> String {
        self.scene.words.get(key).into_owned()
    }

    fn groups(&self) -> Vec<Group<'a>> {
        let about = rich(&self.word("welcome-about"));
        let about: Line = Box::new(move |p, y| {
            p.put_to(LEFT, y, p.edge(), &about);
        });
        let rows = ROWS.iter().enumerate().map(|(i, row)| self.row(*row, i == self.screen.list.focus));
        let mut groups = vec![Group::fixed(vec![about]), Group::fixed(rows.collect())];
        groups.push(Group::whole(self.next()));
        groups.push(Group::whole(self.wrapped(&self.promise())));
        groups
    }

    fn label(&self, row: Row) -> String {
        match row {
            Row::Language => self.word("welcome-language"),
            Row::Purpose => self.word("welcome-purpose"),
            Row::Minutes => self.word("welcome-minutes"),
            Row::Symbols => self.word("welcome-symbols"),
            Row::Theme => self.word("welcome-theme"),
        }
    }

    /// The value in force, and what else there is.
    fn value(&self, row: Row) -> (String, Vec<Run<'static>>) {
        let (words, prefs) = (self.scene.words, self.scene.prefs);
        match row {
            Row::Language => (own_name(prefs.lang).to_owned(), vec![muted(own_name(prefs.lang.other()))]),
            Row::Purpose => match self.screen.purpose {
                Purpose::Learn => (self.word("welcome-learn"), vec![muted(self.word("welcome-learn-how"))]),
                Purpose::Write => (self.word("welcome-write"), vec![muted(self.word("welcome-write-how"))]),
            },
            Row::Minutes => {
                let value = match prefs.minutes {
                    0 => self.word("welcome-until-done"),
                    n => words.minutes(u64::from(n)),
                };
                (value, vec![muted(MINUTES.map(|m| m.to_string()).join(" "))])
            }
            Row::Symbols => {
                let ask = if self.scene.theme.ascii { "welcome-symbols-ascii" } else { "welcome-symbols-ask" };
                (SIGNS.to_owned(), rich(&self.word(ask)))
            }
            Row::Theme => {
                let name = match &prefs.theme {
                    ThemeChoice::Custom(name) => name.clone(),
                    theme => self.theme_name(theme),
                };
                let others = THEMES.iter().filter(|(t, _)| *t != prefs.theme);
                let others: Vec<String> = others
                    .map(|(t, _)| match t {
                        ThemeChoice::Auto => self.word("welcome-theme-auto-short"),
                        t => self.theme_name(t),
                    })
                    .collect();
                (name, vec![muted(others.join(", "))])
            }
        }
    }

    fn theme_name(&self, theme: &ThemeChoice) -> String {
        match theme {
            ThemeChoice::Auto | ThemeChoice::Custom(_) => self.word("welcome-theme-auto"),
            ThemeChoice::Dark => self.word("welcome-theme-dark"),
            ThemeChoice::Light => self.word("welcome-theme-light"),
            ThemeChoice::Contrast => self.word("welcome-theme-contrast"),
            ThemeChoice::Mono => self.word("welcome-theme-mono"),
        }
    }

    fn row(&self, row: Row, focused: bool) -> Line<'a> {
        let label = self.label(row);
        let (value, more) = self.value(row);
        let at = LEFT + ROWS.iter().map(|r| ink::width(self.label(*r).as_str())).max().unwrap_or(0) + 4;
        let wide = self.scene.size() > Size::Small;
        let plain = rich(&self.word("welcome-symbols-short"));
        Box::new(move |p, y| {
            let edge = match row {
                Row::Symbols if !wide => p.right(y, &plain) - 2,
                _ => p.edge(),
            };
            p.put_to(LEFT, y, at - 3, &run(if focused { Token::Sel } else { Token::Text }, label.as_str()));
            if focused {
                list::focus(p, LEFT, y, 1);
                p.put(at - 2, y, &key("←"));
                let end = p.put_to(at, y, edge - 2, value.as_str());
                p.put(end + 1, y, &key("→"));
            } else {
                p.put_to(at, y, edge, value.as_str());
            }
            if wide {
                p.put_to(CHOICES, y, edge, &more);
            }
        })
    }

    /// What Enter does.
    fn next(&self) -> Vec<Line<'a>> {
        let (words, lang) = (self.scene.words, self.scene.prefs.lang);
        let (first, second) = match (self.screen.purpose, self.scene.study.next_lesson()) {
            (Purpose::Write, _) => return self.wrapped(&self.word("welcome-next-write")),
            (Purpose::Learn, None) => (self.word("welcome-next"), Vec::new()),
            (Purpose::Learn, Some(head)) => {
                let minutes = words.minutes(u64::from(head.minutes));
                let values = [("title", head.title.get(lang).into()), ("minutes", minutes.into())];
                (words.fmt("welcome-next-lesson", &values), vec![head.summary.get(lang).to_owned()])
            }
        };
        let first = rich(&first);
        let mut lines: Vec<Line> = vec![Box::new(move |p, y| {
            p.put_to(LEFT, y, p.edge(), &first);
        })];
        lines.extend(second.iter().flat_map(|s| self.wrapped(s)));
        lines
    }

    fn promise(&self) -> String {
        match self.screen.folder.as_str() {
            "" => self.word("welcome-promise"),
            folder => self.scene.words.fmt("welcome-promise-folder", &[("folder", folder.into())]),
        }
    }

    fn wrapped(&self, sentence: &str) -> Vec<Line<'a>> {
        let width = usize::try_from(self.width - LEFT - 1).unwrap_or(0);
        let line = |row: Vec<Span>| -> Line<'a> {
            Box::new(move |p, y| {
                p.put(LEFT, y, &runs(&row, Token::Text));
            })
        };
        paragraph(sentence, width, false).into_iter().map(line).collect()
    }
}
