//! Code in colour: keywords, literals and comments; everything else stays text.
//!
//! The grammars are unpacked on first use (some milliseconds), so the first frame never pays for them.

use std::io::Read as _;
use std::sync::OnceLock;

use flate2::read::ZlibDecoder;
use syntect::dumps::from_uncompressed_data;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::ink::{Run, run};
use super::theme::Token;

/// A code block in colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coloured {
    /// The lines.
    pub lines: Vec<Vec<Run<'static>>>,
}

/// Lines longer than this are not coloured: a grammar may need very long for them.
const MAX_LINE: usize = 400;

/// Colours the lines of a code block; `None` when the language is unknown.
pub fn colour(lang: &str, lines: &[String]) -> Option<Coloured> {
    let set = grammars();
    let mut state = ParseState::new(find(set, lang)?);
    let mut stack = ScopeStack::new();
    let mut sound = true;
    let lines = lines
        .iter()
        .map(|line| {
            sound &= line.len() <= MAX_LINE;
            let coloured = if sound { one_line(&mut state, &mut stack, line, set) } else { None };
            sound &= coloured.is_some();
            coloured.unwrap_or_else(|| vec![run(Token::Code, line.clone())])
        })
        .collect();
    Some(Coloured { lines })
}

fn grammars() -> &'static SyntaxSet {
    static SET: OnceLock<SyntaxSet> = OnceLock::new();
    SET.get_or_init(|| {
        // It is unpacked whole before it is read: read byte by byte while it is unpacked, it takes twice as long.
        let mut bytes = Vec::new();
        let _ = ZlibDecoder::new(&include_bytes!("../../assets/grammars.bin")[..]).read_to_end(&mut bytes);
        // A test (`tests/grammars.rs`) makes the file; without it code would stay plain.
        from_uncompressed_data(&bytes).unwrap_or_default()
    })
}

/// The grammar for the language that an author names.
fn find<'a>(set: &'a SyntaxSet, lang: &str) -> Option<&'a SyntaxReference> {
    let name = match lang {
        "" | "text" | "txt" | "plain" | "log" => return None,
        "golang" => "go",
        "shell" | "console" | "bash" => "sh",
        "proto" | "protobuf" => "Protocol Buffer",
        "http" => "HTTP Request and Response",
        "env" | "dotenv" => "DotENV",
        other => other,
    };
    set.find_syntax_by_token(name).or_else(|| set.find_syntax_by_name(name))
}

fn one_line(state: &mut ParseState, stack: &mut ScopeStack, line: &str, set: &SyntaxSet) -> Option<Vec<Run<'static>>> {
    let source = format!("{line}\n");
    let changes = state.parse_line(&source, set).ok()?;
    let mut runs: Vec<Run<'static>> = Vec::new();
    let mut from = 0;
    for (at, change) in &changes {
        push(&mut runs, source.get(from..*at)?, token(stack));
        from = *at;
        stack.apply(change).ok()?;
    }
    push(&mut runs, source.get(from..)?.trim_end_matches('\n'), token(stack));
    Some(runs)
}

fn push(runs: &mut Vec<Run<'static>>, text: &str, token: Token) {
    let text = text.trim_end_matches('\n');
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.token == token => last.text.to_mut().push_str(text),
        _ => runs.push(run(token, text.to_owned())),
    }
}

/// What each scope means, the first that fits wins; scopes are looked at from the innermost outwards.
const MEANING: [(&str, Token); 14] = [
    ("comment", Token::Com),
    ("meta.interpolation", Token::Code),
    ("meta.mapping.key", Token::Code),
    ("entity.name.tag", Token::Code),
    ("support.type.property-name", Token::Code),
    ("keyword.operator.word", Token::Kw),
    ("keyword.operator.logical.python", Token::Kw),
    ("keyword.operator", Token::Code),
    ("keyword", Token::Kw),
    ("storage", Token::Kw),
    ("string", Token::Lit),
    ("constant.numeric", Token::Lit),
    ("constant.language", Token::Lit),
    ("constant.character", Token::Lit),
];

fn token(stack: &ScopeStack) -> Token {
    static TABLE: OnceLock<Vec<(Scope, Token)>> = OnceLock::new();
    let table = TABLE
        .get_or_init(|| MEANING.iter().filter_map(|(name, token)| Some((Scope::new(name).ok()?, *token))).collect());
    let meaning = |scope: &Scope| table.iter().find(|(s, _)| s.is_prefix_of(*scope)).map(|(_, t)| *t);
    let inner = stack.scopes.iter().rev().find_map(meaning);
    // The keys of JSON and the like are strings within a key: they name, they are no values.
    let key = stack.scopes.iter().any(|s| matches!(meaning(s), Some(Token::Code)) && is_key(*s));
    match inner {
        Some(Token::Lit) if key => Token::Code,
        inner => inner.unwrap_or(Token::Code),
    }
}

fn is_key(scope: Scope) -> bool {
    static KEY: OnceLock<Option<Scope>> = OnceLock::new();
    KEY.get_or_init(|| Scope::new("meta.mapping.key").ok()).is_some_and(|key| key.is_prefix_of(scope))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::string;

    fn coloured(lang: &str, code: &str) -> Vec<(String, Token)> {
        let lines: Vec<String> = code.lines().map(str::to_owned).collect();
        let coloured = colour(lang, &lines).unwrap_or_else(|| panic!("{lang} is unknown"));
        assert_eq!(coloured.lines.iter().map(string).collect::<Vec<_>>(), lines);
        coloured.lines.into_iter().flatten().map(|r| (r.text.trim().to_owned(), r.token)).collect()
    }

    fn has(lang: &str, code: &str, text: &str, token: Token) {
        let all = coloured(lang, code);
        assert!(
            all.iter().any(|(t, k)| t.split_whitespace().any(|w| w == text) && *k == token),
            "{lang} {text}: {all:?}"
        );
    }

    #[test]
    fn the_languages_of_the_lessons_have_keywords_literals_and_comments() {
        has("go", "for _, s := range stores { // each\n", "for", Token::Kw);
        has("go", "db.Limit(50) // two in all", "50", Token::Lit);
        has("go", "db.Limit(50) // two in all", "two", Token::Com);
        has("sql", "SELECT * FROM stores LIMIT 50; -- all", "FROM", Token::Kw);
        has("ts", "const a: string = 'x';", "const", Token::Kw);
        has("js", "return null", "return", Token::Kw);
        has("python", "def f():\n    return 'x'", "return", Token::Kw);
        has("java", "public class A {}", "public", Token::Kw);
        has("rust", "let x = 1;", "let", Token::Kw);
        has("sh", "echo \"x\" # say", "say", Token::Com);
        has("dockerfile", "FROM alpine:3", "FROM", Token::Kw);
        has("proto", "message A { string id = 1; }", "message", Token::Kw);
        has("yaml", "on: push # when", "when", Token::Com);
        has("json", "{\"a\": 12}", "12", Token::Lit);
    }

    #[test]
    fn keys_are_names_and_no_literals() {
        let all = coloured("json", "{\"a\": \"b\"}");
        assert!(all.iter().any(|(t, k)| t.contains("\"b\"") && *k == Token::Lit), "{all:?}");
        assert!(!all.iter().any(|(t, k)| t.contains("\"a\"") && *k == Token::Lit), "{all:?}");
    }

    #[test]
    fn every_language_that_authors_use_is_known() {
        for lang in [
            "go",
            "sql",
            "http",
            "sh",
            "bash",
            "yaml",
            "yml",
            "json",
            "dockerfile",
            "ts",
            "typescript",
            "js",
            "python",
            "py",
            "java",
            "proto",
            "nginx",
            "toml",
            "xml",
            "html",
            "css",
            "graphql",
            "php",
            "ruby",
            "kotlin",
            "diff",
            "ini",
            "make",
            "terraform",
            "hcl",
            "env",
        ] {
            assert!(find(grammars(), lang).is_some(), "{lang}");
        }
    }

    #[test]
    fn an_unknown_language_or_a_log_has_no_colours() {
        assert_eq!(colour("klingon", &["x".to_owned()]), None);
        assert_eq!(colour("", &["x".to_owned()]), None);
        assert_eq!(colour("text", &["for x".to_owned()]), None);
    }

    #[test]
    fn a_very_long_line_ends_the_colouring_but_not_the_code() {
        let lines = vec!["x := 1".to_owned(), "y".repeat(5000), "for {".to_owned()];
        let coloured = colour("go", &lines).map(|c| c.lines.iter().map(string).collect::<Vec<_>>());
        assert_eq!(coloured, Some(lines));
    }
}
