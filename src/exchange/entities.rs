//! Letters that HTML writes as names and numbers.

use crate::format::letters::is_hostile;

/// Stands for a colon that was written as a number: so it does not end the word of a gap.
const COLON: char = '\u{f003a}';
/// The same of the braces.
const OPENING: char = '\u{f007b}';
const CLOSING: char = '\u{f007d}';

/// The letter that a stand-in stands for.
pub fn stands_for(c: char) -> Option<char> {
    match c {
        COLON => Some(':'),
        OPENING => Some('{'),
        CLOSING => Some('}'),
        _ => None,
    }
}

/// Entities that HTML has a name for and people write.
const NAMED: [(&str, char); 34] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bull", '•'),
    ("middot", '·'),
    ("rarr", '→'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("darr", '↓'),
    ("harr", '↔'),
    ("rArr", '⇒'),
    ("times", '×'),
    ("divide", '÷'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("deg", '°'),
    ("copy", '©'),
    ("micro", 'µ'),
];

/// Text with its entities as letters, and without letters that could steer a terminal.
pub fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((c, len)) => {
                out.push(c);
                rest = &rest[len..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out.replace('\r', "").replace(is_hostile, "")
}

/// The letter of an entity, and how long it is written.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = &text[1..end];
    if let Some(stand_in) =
        [("#58", COLON), ("#123", OPENING), ("#125", CLOSING)].iter().find(|(known, _)| *known == name)
    {
        return Some((stand_in.1, end + 1));
    }
    let number = |digits: &str, radix: u32| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let c = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(hex) => number(hex, 16)?,
            None => number(digits, 10)?,
        },
        None => NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)?,
    };
    Some((if c == '\u{a0}' { ' ' } else { c }, end + 1))
}
