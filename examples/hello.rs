//! The smallest program on this stack: one paragraph. The first frame of jenjang is measured against it.

use std::io;

use crossterm::event::{self, Event};
use ratatui::widgets::Paragraph;

fn main() -> io::Result<()> {
    let mut terminal = ratatui::init();
    let done = (|| {
        terminal.draw(|frame| frame.render_widget(Paragraph::new("hello"), frame.area()))?;
        loop {
            if let Event::Key(_) = event::read()? {
                return Ok(());
            }
        }
    })();
    ratatui::restore();
    done
}
