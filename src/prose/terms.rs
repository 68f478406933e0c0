//! Terms in running text: the first use of each is marked, so that it can be looked up where it stands.

use std::collections::HashSet;

use super::{Block, Doc, Piece, Role};

/// Names up to this many letters have to be written as they are: `Go` is no `go`.
const SHORT: usize = 3;

/// Marks the first use of each term as [`Role::Term`]. A name comes with the number of its term; a term may have several.
///
/// Only running text and lists are looked at: titles, tables, quotes and code stay as they are.
pub fn mark_terms(doc: &mut Doc, names: &[(&str, u16)]) {
    let mut names: Vec<(&str, u16)> = names.iter().copied().filter(|(name, _)| !name.trim().is_empty()).collect();
    // The longest name wins where several begin at one place: "isolation level" before "isolation".
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut seen = HashSet::new();
    for block in &mut doc.blocks {
        mark_block(block, &names, &mut seen);
    }
}

fn mark_block(block: &mut Block, names: &[(&str, u16)], seen: &mut HashSet<u16>) {
    match block {
        Block::Paragraph(pieces) => *pieces = marked(std::mem::take(pieces), names, seen),
        Block::List { items, .. } => {
            for block in items.iter_mut().flat_map(|i| &mut i.blocks) {
                mark_block(block, names, seen);
            }
        }
        _ => {}
    }
}

fn marked(pieces: Vec<Piece>, names: &[(&str, u16)], seen: &mut HashSet<u16>) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !matches!(piece.role, Role::Text | Role::Emphasis) {
            out.push(piece);
            continue;
        }
        let mut rest = piece.text.as_str();
        while let Some((at, end, term)) = first_use(rest, names, seen) {
            seen.insert(term);
            let part = |text: &str, role| Piece { text: text.to_owned(), role };
            out.extend((at > 0).then(|| part(&rest[..at], piece.role)));
            out.push(part(&rest[at..end], Role::Term(term)));
            rest = &rest[end..];
        }
        if !rest.is_empty() {
            out.push(Piece { text: rest.to_owned(), role: piece.role });
        }
    }
    out
}

/// The first place in a text where a term stands that was not seen yet: from, to, which.
fn first_use(text: &str, names: &[(&str, u16)], seen: &HashSet<u16>) -> Option<(usize, usize, u16)> {
    let small = text.to_ascii_lowercase();
    let mut best: Option<(usize, usize, u16)> = None;
    for (name, term) in names.iter().filter(|(_, term)| !seen.contains(term)) {
        // Letters in capitals behind the first one are an abbreviation: REST is no rest.
        let exact = name.len() <= SHORT || name.chars().skip(1).any(char::is_uppercase);
        let found = if exact { word(text, name) } else { word(&small, &name.to_ascii_lowercase()) };
        if let Some(at) = found.filter(|at| best.is_none_or(|(first, ..)| *at < first)) {
            best = Some((at, at + name.len(), *term));
        }
    }
    best
}

/// Where a name stands in a text as a word of its own.
fn word(text: &str, name: &str) -> Option<usize> {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    text.match_indices(name)
        .map(|(at, _)| at)
        .find(|at| free(text[..*at].chars().next_back()) && free(text[at + name.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::super::{parse, text_of};
    use super::*;

    fn terms(markdown: &str, names: &[(&str, u16)]) -> Vec<(String, u16)> {
        let mut doc = parse(markdown);
        let before = doc.clone();
        mark_terms(&mut doc, names);
        let mut out = Vec::new();
        for (block, was) in doc.blocks.iter().zip(&before.blocks) {
            if let (Block::Paragraph(pieces), Block::Paragraph(old)) = (block, was) {
                assert_eq!(text_of(pieces), text_of(old), "nothing of the text is lost");
            }
            let blocks: Vec<&Block> = match block {
                Block::List { items, .. } => items.iter().flat_map(|i| &i.blocks).collect(),
                other => vec![other],
            };
            for block in blocks {
                if let Block::Paragraph(pieces) = block {
                    out.extend(pieces.iter().filter_map(|p| match p.role {
                        Role::Term(term) => Some((p.text.clone(), term)),
                        _ => None,
                    }));
                }
            }
        }
        out
    }

    #[test]
    fn only_the_first_use_of_a_term_is_marked_whatever_name_it_has_there() {
        let names = [("replica", 0), ("slave", 0), ("lag", 1)];
        let found = terms("A Slave has lag; a replica too.\n\n- more lag\n- a replica", &names);
        assert_eq!(found, [("Slave".to_owned(), 0), ("lag".to_owned(), 1)]);
    }

    #[test]
    fn a_term_is_a_whole_word_and_the_longest_name_wins() {
        let names = [("isolation", 0), ("isolation level", 1), ("index", 2)];
        assert_eq!(terms("Reindexing; an isolation level", &names), [("isolation level".to_owned(), 1)]);
        assert_eq!(terms("- the (index)", &names), [("index".to_owned(), 2)]);
    }

    #[test]
    fn abbreviations_and_short_names_have_to_be_written_as_they_are() {
        let names = [("REST", 0), ("Go", 1)];
        assert_eq!(terms("The rest will go on.", &names), []);
        assert_eq!(terms("REST in Go, naïve ünïcode", &names), [("REST".to_owned(), 0), ("Go".to_owned(), 1)]);
    }

    #[test]
    fn titles_code_links_and_tables_stay_as_they_are() {
        let names = [("cache", 0)];
        let text =
            "# cache\n\n`cache` and [cache](topic:cache) and **cache**\n\n| cache |\n| - |\n| cache |\n\n> cache";
        assert_eq!(terms(text, &names), []);
    }
}
