//! A stage for tests: components and screens on a page without a terminal, and the picture as text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use crate::prose::cells;

use super::page::Page;
use super::theme::Theme;

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
    let widths = (1..=12).chain((16..=130).step_by(7)).chain([43, 44, 59, 60, 79, 80, 99, 100, 119, 120, 200]);
    for (i, width) in widths.enumerate() {
        for height in (1..=13).chain([20, 24, 36, 40, 60]) {
            let buf = buffer(width, height, &themes[i % 2], &mut draw);
            assert!(!buf.content.iter().any(|c| c.symbol().contains(char::is_control)), "{width}x{height}");
        }
    }
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
