//! A stage for tests: components and screens on a page without a terminal, and the picture as text.
//!
//! A component is drawn with [`picture`]; a screen stands on a [`Stage`], gets keys, and shows its picture and effects:
//!
//! ```ignore
//! let mut stage = Stage::new(Box::new(Today::default()));
//! stage.keys("j j Enter");
//! assert_eq!(stage.effects(), [Effect::Go(Route::Stats(0))]);
//! insta::assert_snapshot!(stage.picture());
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use crate::domain::event::EventId;
use crate::domain::time::{Moment, StudyDay};
use crate::prose::cells;
use crate::sessions::action::Resolver;
use crate::sessions::effect::{Effect, News};
use crate::sessions::input::Input;
use crate::sessions::key::{Code, Key};
use crate::sessions::prefs::Prefs;
use crate::sessions::study::Study;
use crate::words::Words;

use super::page::Page;
use super::screen::{Scene, Screen};
use super::theme::Theme;

/// Saturday, 21 November 2026, 09:00 UTC, in milliseconds since the Unix epoch: now, on every stage.
pub const NOW: i64 = 1_795_251_600_000;

/// The study day of [`NOW`].
pub const TODAY: StudyDay = StudyDay(20_778);

/// A moment, so many milliseconds after [`NOW`].
pub fn moment(after_ms: u64) -> Moment {
    let utc = NOW + after_ms as i64;
    Moment {
        utc,
        offset_min: 0,
        day: StudyDay::of(utc, 0, 240),
        mono_ms: 1_000_000 + after_ms,
        id: EventId::from_parts(utc as u64, 0, 7),
    }
}

/// A screen, its surroundings, and what it asked for. Everything may be changed between two keys.
pub struct Stage {
    /// The screen.
    pub screen: Box<dyn Screen>,
    /// What is known of the study.
    pub study: Study,
    /// The settings.
    pub prefs: Prefs,
    /// The interface text.
    pub words: Words,
    /// The theme.
    pub theme: Theme,
    /// Milliseconds since [`NOW`].
    pub after_ms: u64,
    area: (u16, u16),
    resolver: Resolver,
    effects: Vec<Effect>,
}

impl Stage {
    /// A screen at 80x24 in English and in the dark theme; it is opened at once.
    pub fn new(screen: Box<dyn Screen>) -> Stage {
        Stage::with(screen, Study { day: TODAY, complete: true, ..Study::default() })
    }

    /// The same with a study.
    pub fn with(screen: Box<dyn Screen>, study: Study) -> Stage {
        let mut stage = Stage {
            screen,
            study,
            prefs: Prefs::default(),
            words: Words::of("en"),
            theme: Theme::dark(),
            after_ms: 0,
            area: (80, 24),
            resolver: Resolver::default(),
            effects: Vec::new(),
        };
        let effects = stage.led(|screen, scene| screen.open(scene));
        stage.effects.extend(effects);
        stage
    }

    fn led<T>(&mut self, f: impl FnOnce(&mut dyn Screen, &Scene) -> T) -> T {
        let now = moment(self.after_ms);
        let scene = Scene {
            study: &self.study,
            prefs: &self.prefs,
            words: &self.words,
            now: &now,
            area: self.area,
            theme: &self.theme,
        };
        f(self.screen.as_mut(), &scene)
    }

    /// Hands an input to the screen.
    pub fn input(&mut self, input: Input) -> &mut Self {
        let effects = self.led(|screen, scene| screen.update(input, scene));
        self.effects.extend(effects);
        self
    }

    /// Presses a key: an action where one is bound in the screen's state, else the key itself.
    pub fn press(&mut self, key: Key) -> &mut Self {
        let bound = self.resolver.resolve(self.screen.state(), key);
        self.input(bound.map_or(Input::Key(key), Input::Act))
    }

    /// Presses keys by name: `"j j Enter Ctrl-S Alt-w Space"`.
    pub fn keys(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            self.press(key(name));
        }
        self
    }

    /// Types a text, character by character.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.press(Key::char(c));
        }
        self
    }

    /// Tells the screen that something has happened.
    pub fn news(&mut self, news: News) -> &mut Self {
        self.input(Input::News(news))
    }

    /// Lets time pass and wakes the screen if it wanted to be woken by then.
    pub fn wait(&mut self, ms: u64) -> &mut Self {
        self.after_ms += ms;
        let now = moment(self.after_ms).mono_ms;
        if self.screen.wake_at().is_some_and(|at| at <= now) {
            self.input(Input::Wake);
        }
        self
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.area = (width, height);
        self.input(Input::Resize)
    }

    /// Changes the language of the interface.
    pub fn speak(&mut self, code: &str) -> &mut Self {
        self.words = Words::of(code);
        self.prefs.lang = crate::domain::text::Lang::from_code(code).unwrap_or_default();
        self.input(Input::News(News::Settings))
    }

    /// What the screen asked for since the last call.
    pub fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The picture as text.
    pub fn picture(&mut self) -> String {
        plain(&self.drawn().0)
    }

    /// The picture as text with SGR codes.
    pub fn coloured(&mut self) -> String {
        ansi(&self.drawn().0)
    }

    /// The pictures of the four kinds of windows in both languages, each under its name.
    pub fn everywhere(&mut self) -> String {
        let mut out = String::new();
        for code in ["en", "id"] {
            self.speak(code);
            for (width, height) in [(44, 12), (60, 20), (80, 24), (120, 40)] {
                self.resize(width, height);
                out.push_str(&format!("== {code} {width}x{height}\n{}", self.picture()));
            }
        }
        out
    }

    /// Where the real cursor stands, column and row.
    pub fn cursor(&mut self) -> Option<(u16, u16)> {
        self.drawn().1
    }

    fn drawn(&mut self) -> (Buffer, Option<(u16, u16)>) {
        let (theme, area) = (self.theme.clone(), Rect::new(0, 0, self.area.0, self.area.1));
        let mut buf = Buffer::empty(area);
        let mut page = Page::new(&mut buf, area, &theme);
        self.led(|screen, scene| screen.view(scene, &mut page));
        let cursor = page.cursor().map(|c| (c.x, c.y));
        (buf, cursor)
    }

    /// Shows the screen at sizes from 1x1 up to 200x60: it must not panic, nor let a control character through.
    pub fn at_every_size(&mut self) {
        for (width, height) in sizes() {
            self.resize(width, height);
            let (buf, _) = self.drawn();
            assert!(!buf.content.iter().any(|c| c.symbol().contains(char::is_control)), "{width}x{height}");
        }
    }
}

/// A key by its name, as the footer shows it.
///
/// # Panics
///
/// When there is no such key: a mistake in the test.
pub fn key(name: &str) -> Key {
    let mut rest = name;
    let mut key = Key::plain(Code::Enter);
    for (prefix, held) in [("Ctrl-", &mut key.ctrl), ("Alt-", &mut key.alt), ("Shift-", &mut key.shift)] {
        if let Some(r) = rest.strip_prefix(prefix)
            && !r.is_empty()
        {
            (*held, rest) = (true, r);
        }
    }
    let mut chars = rest.chars();
    key.code = match (rest, chars.next(), chars.next()) {
        (_, Some(c), None) => Code::Char(if key.ctrl { c.to_ascii_lowercase() } else { c }),
        ("Space", ..) => Code::Char(' '),
        ("Enter", ..) => Code::Enter,
        ("Esc", ..) => Code::Esc,
        ("Tab", ..) => Code::Tab,
        ("Backspace", ..) => Code::Backspace,
        ("Del", ..) => Code::Delete,
        ("Up", ..) => Code::Up,
        ("Down", ..) => Code::Down,
        ("Left", ..) => Code::Left,
        ("Right", ..) => Code::Right,
        ("Home", ..) => Code::Home,
        ("End", ..) => Code::End,
        ("PgUp", ..) => Code::PageUp,
        ("PgDn", ..) => Code::PageDown,
        (f, Some('F'), Some(_)) => Code::F(f[1..].parse().unwrap_or_else(|_| panic!("no key is called {name}"))),
        _ => panic!("no key is called {name}"),
    };
    key
}

/// What `draw` makes of an empty page, as text: a line for each row, without spaces at its end.
pub fn picture(width: u16, height: u16, draw: impl FnOnce(&mut Page)) -> String {
    plain(&buffer(width, height, &Theme::dark(), draw))
}

/// The same with SGR codes, for pictures and for tests of colour.
pub fn coloured(width: u16, height: u16, theme: &Theme, draw: impl FnOnce(&mut Page)) -> String {
    ansi(&buffer(width, height, theme, draw))
}

/// What `draw` makes of an empty page, as cells.
pub fn buffer(width: u16, height: u16, theme: &Theme, draw: impl FnOnce(&mut Page)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    draw(&mut Page::new(&mut buf, area, theme));
    buf
}

/// Draws on windows from 1x1 up to 200x60, in every theme: nothing may panic, and no cell may hold a control character.
pub fn every_size(mut draw: impl FnMut(&mut Page)) {
    let themes = [Theme::dark(), Theme::contrast().with_ascii(true)];
    for (width, height) in sizes() {
        let buf = buffer(width, height, &themes[usize::from(width % 2)], &mut draw);
        assert!(!buf.content.iter().any(|c| c.symbol().contains(char::is_control)), "{width}x{height}");
    }
}

/// Sizes that matter: the very small ones, the borders of the classes, and some between. In the wide sweep (the feature
/// `sweep`) every size from 1x1 to 200x60.
fn sizes() -> Box<dyn Iterator<Item = (u16, u16)>> {
    if cfg!(feature = "sweep") {
        return Box::new((1..=200).flat_map(|width| (1..=60).map(move |height| (width, height))));
    }
    let widths = (1..=12).chain((16..=130).step_by(7)).chain([43, 44, 59, 60, 79, 80, 99, 100, 119, 120, 200]);
    Box::new(widths.flat_map(|width| (1..=13).chain([20, 24, 36, 40, 60]).map(move |height| (width, height))))
}

/// The last row of a picture.
pub fn last_row(picture: &str) -> String {
    picture.lines().last().unwrap_or_default().to_owned()
}

/// A buffer as text.
pub fn plain(buf: &Buffer) -> String {
    rows(buf, |row| row.iter().map(|(symbol, _)| *symbol).collect::<String>().trim_end().to_owned())
}

/// A buffer as text with SGR codes.
pub fn ansi(buf: &Buffer) -> String {
    rows(buf, |row| {
        let shows = |(s, style): &(&str, Style)| {
            *s != " " || style.add_modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED)
        };
        let end = row.iter().rposition(shows).map_or(0, |i| i + 1);
        let mut line = String::new();
        let mut current = Vec::new();
        for cell in &row[..end] {
            let codes = if shows(cell) { codes(cell.1) } else { Vec::new() };
            if codes != current {
                let lead = if current.is_empty() { None } else { Some("0".to_owned()) };
                let all: Vec<String> = lead.into_iter().chain(codes.iter().cloned()).collect();
                line.push_str(&format!("\u{1b}[{}m", all.join(";")));
                current = codes;
            }
            line.push_str(cell.0);
        }
        if !current.is_empty() {
            line.push_str("\u{1b}[0m");
        }
        line
    })
}

fn rows(buf: &Buffer, mut show: impl FnMut(&[(&str, Style)]) -> String) -> String {
    let mut out = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut row: Vec<(&str, Style)> = Vec::new();
        let mut x = buf.area.left();
        while x < buf.area.right() {
            let cell = &buf[(x, y)];
            row.push((cell.symbol(), Style { fg: Some(cell.fg), ..Style::new().add_modifier(cell.modifier) }));
            x += (cells::width(cell.symbol()) as u16).max(1);
        }
        out.push_str(&show(&row));
        out.push('\n');
    }
    out
}

fn codes(style: Style) -> Vec<String> {
    let modifiers = [(Modifier::BOLD, 1), (Modifier::DIM, 2), (Modifier::REVERSED, 7), (Modifier::UNDERLINED, 4)];
    let mut codes: Vec<u8> =
        modifiers.iter().filter(|(m, _)| style.add_modifier.contains(*m)).map(|(_, code)| *code).collect();
    match style.fg {
        None | Some(Color::Reset) => {}
        Some(colour) => codes.push(foreground(colour)),
    }
    codes.iter().map(u8::to_string).collect()
}

fn foreground(colour: Color) -> u8 {
    match colour {
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::LightRed => 91,
        Color::LightMagenta => 95,
        // No built-in theme uses another one.
        _ => 39,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::action::{Action, State};

    /// A screen that shows what reached it.
    #[derive(Default)]
    struct Echo(Vec<String>);

    impl Screen for Echo {
        fn open(&mut self, _: &Scene<'_>) -> Vec<Effect> {
            vec![Effect::Redraw]
        }

        fn update(&mut self, input: Input, _: &Scene<'_>) -> Vec<Effect> {
            self.0.push(match input {
                Input::Act(bound) => format!("{:?} {}", bound.action, bound.arg),
                Input::Key(key) => format!("{:?}", key.code),
                Input::Wake => "wake".to_owned(),
                _ => String::new(),
            });
            Vec::new()
        }

        fn view(&self, _: &Scene<'_>, page: &mut Page<'_>) {
            page.put(0, 0, self.0.last().map_or("", String::as_str));
            page.set_cursor(2, 0);
        }

        fn state(&self) -> State {
            State::QuestionSingle
        }

        fn wake_at(&self) -> Option<u64> {
            Some(1_000_500)
        }
    }

    #[test]
    fn keys_reach_a_screen_as_the_actions_of_its_state() {
        let mut stage = Stage::new(Box::new(Echo::default()));
        assert_eq!(stage.effects(), [Effect::Redraw]);
        assert_eq!(stage.keys("2").picture().lines().next(), Some(format!("{:?} 1", Action::Choose).as_str()));
        assert_eq!(stage.keys("Z").picture().lines().next(), Some("Char('Z')"));
        assert_eq!(stage.wait(499).picture().lines().next(), Some("Char('Z')"));
        assert_eq!(stage.wait(1).picture().lines().next(), Some("wake"));
        assert_eq!(stage.cursor(), Some((2, 0)));
        assert_eq!(stage.effects(), []);
    }

    #[test]
    fn keys_have_the_names_that_the_footer_shows() {
        for name in ["Enter", "Space", "Ctrl-S", "Alt-w", "Shift-Tab", "F1", "g", "PgDn", "-"] {
            assert_eq!(crate::ui::keys::name(key(name)), name);
        }
    }

    #[test]
    fn now_is_a_saturday() {
        assert_eq!(moment(0).day, TODAY);
        assert_eq!(Words::of("en").date(TODAY.0), "Sat 21 Nov");
    }

    #[test]
    fn colours_are_written_as_sgr_codes() {
        let shown = coloured(8, 1, &Theme::dark(), |p| {
            p.put(0, 0, &("k", crate::ui::theme::Token::Key));
            p.put(2, 0, &("b", crate::ui::theme::Token::Strong));
        });
        assert_eq!(shown, "\u{1b}[36mk\u{1b}[0m \u{1b}[1mb\u{1b}[0m\n");
    }
}
