//! Tokens, and the themes that turn them into styles.
//!
//! Weight ranks, colour means: a token is bold or coloured, never both; dim never has a colour; nothing has a background.
//! Only colours that stay readable on the common palettes are used (`assets/palettes.toml`, `tests/theme.rs`).

use ratatui::style::{Color, Modifier, Style};

macro_rules! tokens {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// What a piece of text is; the theme says how that looks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Token { $($(#[$doc])* $variant,)* }

        impl Token {
            /// Every token.
            pub const ALL: &'static [Token] = &[$(Token::$variant),*];

            /// The name that theme files and message tags use.
            pub fn name(self) -> &'static str {
                match self { $(Token::$variant => $name),* }
            }
        }
    };
}

tokens! {
    /// Sentences, options, numbers.
    Text "text",
    /// The answer of the screen, a stem before answering, the current tab.
    Strong "strong",
    /// What may be missed: second column, breadcrumb, axis.
    Muted "muted",
    /// Lines, meter tracks, connectors.
    Rule "rule",
    /// The name of a section, in capitals.
    Label "label",
    /// Learning, meter fill, the current bar of a chart.
    Accent "accent",
    /// The heavy part of the header's rule.
    Rung "rung",
    /// Focus bar, border of a sheet, bar of a field being typed in.
    Focus "focus",
    /// The label of the focused row.
    Sel "sel",
    /// Key names, option digits.
    Key "key",
    /// The first hint of the footer.
    Chip "chip",
    /// Right, held.
    Good "good",
    /// Fading, partly.
    Warn "warn",
    /// Wrong, missed, mistake.
    Bad "bad",
    /// The bar beside what a person says.
    Voice "voice",
    /// Links.
    Link "link",
    /// Letters that a search found.
    Hit "hit",
    /// A term at its first use, emphasis.
    Term "term",
    /// The title of a lesson.
    H1 "h1",
    /// The title of a section.
    H2 "h2",
    /// Smaller titles.
    H3 "h3",
    /// Code.
    Code "code",
    /// A keyword in code.
    Kw "kw",
    /// A string or number in code.
    Lit "lit",
    /// A comment in code.
    Com "com",
    /// An added line.
    Add "add",
    /// A removed line.
    Del "del",
    /// A one-line input.
    Field "field",
}

impl Token {
    /// The token called `name`; `b`, `k` and `m` are short for `strong`, `key` and `muted`.
    pub fn named(name: &str) -> Option<Token> {
        match name {
            "b" => Some(Token::Strong),
            "k" => Some(Token::Key),
            "m" => Some(Token::Muted),
            _ => Token::ALL.iter().copied().find(|t| t.name() == name),
        }
    }
}

/// A style for every token, and which set of signs is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    styles: [Style; Token::ALL.len()],
    /// Whether signs are drawn in ASCII.
    pub ascii: bool,
    /// Whether inline code keeps its back-quotes, because nothing else would tell it from text.
    pub quote_code: bool,
}

/// What a theme file has that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// There is no such token.
    #[error("no token is called {0:?}")]
    Token(String),
    /// The style of a token has a word that is no colour and no modifier.
    #[error("{token}: {word:?} is neither a colour nor bold, dim, underline, reverse or none")]
    Word {
        /// The token.
        token: String,
        /// The word.
        word: String,
    },
}

const PLAIN: Style = Style::new();

impl Theme {
    /// For a dark background.
    pub fn dark() -> Theme {
        let mut theme = Theme::mono();
        let colour = |c: Color| PLAIN.fg(c);
        theme.quote_code = false;
        for (token, style) in [
            (Token::Accent, colour(Color::Cyan)),
            (Token::Rung, colour(Color::Cyan)),
            (Token::Focus, colour(Color::Cyan)),
            (Token::Sel, PLAIN.add_modifier(Modifier::BOLD)),
            (Token::Key, colour(Color::Cyan)),
            (Token::Chip, colour(Color::Cyan).add_modifier(Modifier::REVERSED)),
            (Token::Good, colour(Color::Green)),
            (Token::Add, colour(Color::Green)),
            (Token::Warn, colour(Color::Yellow)),
            (Token::Bad, colour(Color::LightRed)),
            (Token::Del, colour(Color::LightRed)),
            (Token::Voice, colour(Color::LightMagenta)),
            (Token::Link, colour(Color::Cyan).add_modifier(Modifier::UNDERLINED)),
            (Token::Hit, colour(Color::Cyan).add_modifier(Modifier::UNDERLINED)),
            (Token::Lit, colour(Color::Yellow)),
        ] {
            theme.set(token, style);
        }
        theme
    }

    /// For a light background.
    pub fn light() -> Theme {
        let mut theme = Theme::dark();
        for token in [Token::Accent, Token::Rung, Token::Focus, Token::Key, Token::Lit] {
            theme.set(token, PLAIN.fg(Color::Blue));
        }
        for token in [Token::Link, Token::Hit] {
            theme.set(token, PLAIN.fg(Color::Blue).add_modifier(Modifier::UNDERLINED));
        }
        theme.set(Token::Chip, PLAIN.fg(Color::Blue).add_modifier(Modifier::REVERSED));
        theme.set(Token::Warn, PLAIN.add_modifier(Modifier::BOLD));
        theme.set(Token::Bad, PLAIN.fg(Color::Red));
        theme.set(Token::Del, PLAIN.fg(Color::Red));
        theme.set(Token::Voice, PLAIN.fg(Color::Magenta));
        theme
    }

    /// Without colour: for `NO_COLOR` and terminals that have none.
    pub fn mono() -> Theme {
        let mut theme = Theme::contrast();
        for token in [Token::Muted, Token::Rule, Token::Com] {
            theme.set(token, PLAIN.add_modifier(Modifier::DIM));
        }
        theme
    }

    /// Only default colour, bold, reverse and underline.
    pub fn contrast() -> Theme {
        let mut theme = Theme { styles: [PLAIN; Token::ALL.len()], ascii: false, quote_code: true };
        let sets: [(Modifier, &[Token]); 3] = [
            (Modifier::BOLD, &[Token::Strong, Token::Rung, Token::Focus, Token::Key, Token::H1, Token::H2, Token::Kw]),
            (Modifier::REVERSED, &[Token::Sel, Token::Chip]),
            (Modifier::UNDERLINED, &[Token::Link, Token::Hit, Token::Term, Token::H3, Token::Field]),
        ];
        for (modifier, tokens) in sets {
            for token in tokens {
                theme.set(*token, PLAIN.add_modifier(modifier));
            }
        }
        theme
    }

    /// The built-in theme called `dark`, `light`, `mono` or `contrast`.
    pub fn named(name: &str) -> Option<Theme> {
        match name {
            "dark" => Some(Theme::dark()),
            "light" => Some(Theme::light()),
            "mono" => Some(Theme::mono()),
            "contrast" => Some(Theme::contrast()),
            _ => None,
        }
    }

    /// The same theme with signs in ASCII, where inline code keeps its back-quotes.
    #[must_use]
    pub fn with_ascii(mut self, ascii: bool) -> Theme {
        self.ascii = ascii;
        self.quote_code |= ascii;
        self
    }

    /// This theme with the styles of a theme file put over it: pairs such as `("link", "cyan underline")`.
    ///
    /// A style is a row of words: `bold`, `dim`, `underline`, `reverse`, `none`, or one colour by name (`cyan`,
    /// `light-red`), number (`0` to `255`) or `#rrggbb`. What cannot be used is left out and reported.
    pub fn with<'a>(mut self, styles: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Theme, Vec<ThemeError>) {
        let mut errors = Vec::new();
        for (name, words) in styles {
            match Token::ALL.iter().find(|t| t.name() == name) {
                None => errors.push(ThemeError::Token(name.to_owned())),
                Some(token) => match parse(name, words) {
                    Ok(style) => self.set(*token, style),
                    Err(error) => errors.push(error),
                },
            }
        }
        (self, errors)
    }

    /// The style of a token.
    pub fn style(&self, token: Token) -> Style {
        self.styles[token as usize]
    }

    fn set(&mut self, token: Token, style: Style) {
        self.styles[token as usize] = style;
    }
}

impl Default for Theme {
    fn default() -> Self {
        Theme::dark()
    }
}

fn parse(token: &str, words: &str) -> Result<Style, ThemeError> {
    let mut style = PLAIN;
    for word in words.split_whitespace() {
        style = match word {
            "none" => style,
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            _ => match word.parse::<Color>() {
                Ok(colour) => style.fg(colour),
                Err(_) => {
                    return Err(ThemeError::Word { token: token.to_owned(), word: word.to_owned() });
                }
            },
        };
    }
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_found_by_name_and_by_their_short_tags() {
        for token in Token::ALL {
            assert_eq!(Token::named(token.name()), Some(*token));
        }
        assert_eq!(Token::named("b"), Some(Token::Strong));
        assert_eq!(Token::named("blink"), None);
    }

    #[test]
    fn a_theme_file_changes_what_it_names_and_reports_the_rest() {
        let file = [("muted", "none"), ("link", "light-red underline"), ("chips", "red"), ("key", "blod")];
        let (theme, errors) = Theme::dark().with(file);
        assert_eq!(theme.style(Token::Muted), Style::new());
        assert_eq!(theme.style(Token::Link), Style::new().fg(Color::LightRed).add_modifier(Modifier::UNDERLINED));
        assert_eq!(theme.style(Token::Key), Theme::dark().style(Token::Key));
        assert_eq!(errors.len(), 2);
        assert!(errors[0].to_string().contains("chips"));
        assert!(errors[1].to_string().contains("blod"));
    }

    #[test]
    fn ascii_keeps_the_quotes_of_inline_code() {
        assert!(!Theme::dark().quote_code);
        assert!(Theme::dark().with_ascii(true).quote_code);
        assert!(Theme::mono().quote_code && Theme::contrast().quote_code);
    }
}
