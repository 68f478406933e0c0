//! The themes keep to the rules of the visual language, on the palettes that people really have.

use jenjang::ui::theme::{Theme, Token};
use ratatui::style::{Color, Modifier};
use serde::Deserialize;

/// Least contrast of a mark that stands beside its word: green on a white xterm has 2.16.
const MARKS: f64 = 2.15;

/// Least contrast (WCAG 2.2, relative luminance) of tokens that words or keys are written in.
const LEAST: f64 = 3.3;

#[derive(Deserialize)]
struct Table {
    palette: Vec<Palette>,
}

#[derive(Deserialize)]
struct Palette {
    name: String,
    kind: String,
    background: String,
    ansi: String,
}

impl Palette {
    /// The contrast of an ANSI colour against this palette's own background.
    fn contrast(&self, ansi: usize) -> f64 {
        let colours: Vec<&str> = self.ansi.split(' ').collect();
        assert_eq!(colours.len(), 16, "{}", self.name);
        let (a, b) = (luminance(colours[ansi]), luminance(&self.background));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let v = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if v <= 0.03928 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn palettes() -> Vec<Palette> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/palettes.toml");
    toml::from_str::<Table>(&std::fs::read_to_string(path).unwrap()).unwrap().palette
}

fn number(colour: Color) -> usize {
    use Color::*;
    let order = [
        Black,
        Red,
        Green,
        Yellow,
        Blue,
        Magenta,
        Cyan,
        Gray,
        DarkGray,
        LightRed,
        LightGreen,
        LightYellow,
        LightBlue,
        LightMagenta,
        LightCyan,
        White,
    ];
    order.iter().position(|c| *c == colour).unwrap_or_else(|| panic!("{colour:?} is none of the 16"))
}

fn themes() -> [(&'static str, Theme); 4] {
    ["dark", "light", "mono", "contrast"].map(|name| (name, Theme::named(name).unwrap()))
}

#[test]
fn no_token_uses_a_colour_that_vanishes_or_a_background() {
    for (name, theme) in themes() {
        for token in Token::ALL {
            let style = theme.style(*token);
            assert_eq!(style.bg, None, "{name} {token:?}");
            if let Some(colour) = style.fg {
                assert!(![0, 7, 8, 15].contains(&number(colour)), "{name} {token:?}: {colour:?}");
            }
        }
    }
}

#[test]
fn no_token_has_a_colour_together_with_bold_or_dim() {
    for (name, theme) in themes() {
        for token in Token::ALL {
            let style = theme.style(*token);
            let weight = style.add_modifier.intersects(Modifier::BOLD | Modifier::DIM);
            assert!(!(style.fg.is_some() && weight), "{name} {token:?}: {style:?}");
        }
    }
}

#[test]
fn tokens_for_words_are_readable_on_every_palette() {
    let palettes = palettes();
    assert!(palettes.len() >= 14);
    for palette in &palettes {
        let theme = Theme::named(&palette.kind).unwrap();
        for token in [Token::Accent, Token::Key, Token::Link, Token::Lit, Token::Warn] {
            if let Some(colour) = theme.style(token).fg {
                let contrast = palette.contrast(number(colour));
                assert!(contrast >= LEAST, "{}: {token:?} has {contrast:.2}", palette.name);
            }
        }
    }
}

#[test]
fn marks_are_visible_on_every_palette() {
    for palette in palettes() {
        let theme = Theme::named(&palette.kind).unwrap();
        for token in [Token::Good, Token::Bad, Token::Voice] {
            if let Some(colour) = theme.style(token).fg {
                let contrast = palette.contrast(number(colour));
                assert!(contrast >= MARKS, "{}: {token:?} has {contrast:.2}", palette.name);
            }
        }
    }
}

#[test]
fn mono_and_contrast_use_the_default_colour_only() {
    for name in ["mono", "contrast"] {
        let theme = Theme::named(name).unwrap();
        for token in Token::ALL {
            assert_eq!(theme.style(*token).fg, None, "{name} {token:?}");
        }
    }
}

#[test]
fn the_contrast_theme_never_dims() {
    let theme = Theme::contrast();
    for token in Token::ALL {
        assert!(!theme.style(*token).add_modifier.contains(Modifier::DIM), "{token:?}");
    }
}
