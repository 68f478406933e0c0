//! Search over topics, sections, questions and terms, in both languages at once.
//!
//! # Design
//!
//! FTS5 finds rows by words, without accents. What it cannot do within a few milliseconds is rank a word that stands in every
//! row (`bm25` visits all of them), nor collect the rows of every word with a common beginning. So beginnings are looked up
//! in a table of words, each kind yields its first rows whose title has the words, then its first rows that have them
//! anywhere, a bounded number of each, and those are ranked here by their titles.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, params};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Cache;
use crate::domain::sorting::Arrange;
use crate::store::error::{About, Result};

/// What can be found, the kinds that matter more first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DocKind {
    /// A topic: its title and summary.
    Topic = 1,
    /// A term of a glossary: its name, aliases and meaning.
    Term = 2,
    /// A section of a lesson: its heading and text.
    Section = 3,
    /// A question: its prompt.
    Question = 4,
    /// An interview prompt: its title and what is asked.
    Prompt = 5,
}

/// A set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// All of them.
    pub const ALL: Kinds = Kinds(0b11_1110);

    /// Only these.
    pub fn of(kinds: &[DocKind]) -> Kinds {
        Kinds(kinds.iter().fold(0, |bits, kind| bits | 1 << *kind as u8))
    }

    fn has(self, kind: DocKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }
}

impl DocKind {
    /// All kinds, in their order.
    pub const ALL: [DocKind; 5] = [DocKind::Topic, DocKind::Term, DocKind::Section, DocKind::Question, DocKind::Prompt];

    /// The ids of the rows of this kind.
    fn ids(self) -> (i64, i64) {
        let first = i64::from(self as u8) << 40;
        (first, first + (1 << 40) - 1)
    }
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doc {
    /// What it is.
    pub kind: DocKind,
    /// Where it leads, in words of whoever indexed it, such as the id of an item.
    pub target: String,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Indonesian.
    pub title_id: String,
    /// Further text in both languages. A question has enough in its title; a long text makes the index large.
    pub text: String,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: DocKind,
    /// Where it leads.
    pub target: String,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Indonesian.
    pub title_id: String,
}

/// Rows of a kind that are looked at, of those whose title has the words and of those that have them anywhere.
const LOOKED_AT: usize = 120;

/// More words than this do not narrow a search further.
const WORDS: usize = 8;

/// Words with a common beginning that are looked for, the most frequent ones.
const ENDINGS: i64 = 24;

/// Characters of a query or a title that are looked at.
const TEXT: usize = 200;

impl Cache {
    /// Which sources are indexed, and in which state: (name, stamp).
    ///
    /// # Errors
    /// Any [`crate::store::StoreError`].
    pub fn indexed(&self) -> Result<Vec<(String, u64)>> {
        self.conn
            .prepare_cached("SELECT name, stamp FROM source ORDER BY name")
            .and_then(|mut stmt| stmt.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?.collect())
            .about(&self.path)
    }

    /// Puts the parts of the index together after much was indexed: searches are faster then. Takes a second for 100,000
    /// questions; not on the way to anything.
    ///
    /// # Errors
    /// Any [`crate::store::StoreError`].
    pub fn settle(&mut self) -> Result<()> {
        self.conn
            .execute_batch("INSERT INTO find (find) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE);")
            .about(&self.path)
    }

    /// Indexes what a source (a folder, a built-in pack) brings, in the place of what it brought before.
    ///
    /// # Errors
    /// Any [`crate::store::StoreError`]; then nothing was changed.
    pub fn index(&mut self, source: &str, stamp: u64, docs: &[Doc]) -> Result<()> {
        let index = |conn: &mut Connection| {
            let tx = conn.transaction()?;
            forget(&tx, source)?;
            tx.prepare_cached("INSERT INTO source (name, stamp) VALUES (?1, ?2)")?
                .execute(params![source, stamp as i64])?;
            let mut met: HashMap<String, i64> = HashMap::new();
            for doc in docs {
                insert(&tx, source, doc)?;
                let words: HashSet<String> =
                    [&doc.title_en, &doc.title_id, &doc.text].into_iter().flat_map(|text| folded(text)).collect();
                words.into_iter().for_each(|word| *met.entry(word).or_default() += 1);
            }
            for (word, n) in met {
                tx.prepare_cached(
                    "INSERT INTO word (word, n) VALUES (?1, ?2) ON CONFLICT (word) DO UPDATE SET n = n + ?2",
                )?
                .execute(params![word, n])?;
            }
            tx.commit()
        };
        index(&mut self.conn).about(&self.path)
    }

    /// Everything in `kinds` that has all words of `query` (the beginning of a word is enough), best first within each kind,
    /// kinds in their order, at most `limit` of each kind. No words, nothing found.
    ///
    /// # Errors
    /// Any [`crate::store::StoreError`].
    pub fn search(&self, query: &str, kinds: Kinds, limit: usize) -> Result<Vec<Found>> {
        let words = words(query);
        let mut out = Vec::new();
        if words.is_empty() {
            return Ok(out);
        }
        let Some(terms) = self.terms(&words).about(&self.path)? else { return Ok(out) };
        for kind in DocKind::ALL.into_iter().filter(|kind| kinds.has(*kind)) {
            let mut found = self.candidates(kind, &terms).about(&self.path)?;
            found.arrange_by_key(|f| std::cmp::Reverse(score(f, &words)));
            found.truncate(limit);
            out.extend(found);
        }
        Ok(out)
    }

    /// What FTS5 is asked for: every word, or one of those that begin with it. `None` when nothing has one of the words.
    fn terms(&self, words: &[String]) -> rusqlite::Result<Option<String>> {
        let mut stmt = self.conn.prepare_cached(
            "SELECT word FROM word WHERE word >= ?1 AND word < ?2 ORDER BY word <> ?1, n DESC LIMIT ?3",
        )?;
        let mut all = Vec::with_capacity(words.len());
        for word in words {
            // A single letter stands for itself: as a beginning it would be nearly everything.
            let (end, most) = match word.chars().count() {
                1 => (format!("{word}\0"), 1),
                _ => (format!("{word}\u{10FFFF}"), ENDINGS),
            };
            let endings: Vec<String> = stmt
                .query_map(params![word, end, most], |row| row.get::<_, String>(0).map(|w| format!("\"{w}\"")))?
                .collect::<rusqlite::Result<_>>()?;
            if endings.is_empty() {
                return Ok(None);
            }
            all.push(format!("({})", endings.join(" OR ")));
        }
        Ok(Some(all.join(" AND ")))
    }

    fn candidates(&self, kind: DocKind, terms: &str) -> rusqlite::Result<Vec<Found>> {
        let (first, last) = kind.ids();
        let mut seen = HashSet::new();
        let mut out = Vec::new();
        let mut stmt = self.conn.prepare_cached(
            "SELECT doc.id, target, title_en, title_id
             FROM (SELECT rowid AS id FROM find WHERE find MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?4) JOIN doc USING (id)",
        )?;
        for (n, query) in [format!("{{title}} : ({terms})"), terms.to_owned()].iter().enumerate() {
            if n > 0 && out.len() >= LOOKED_AT {
                break;
            }
            let mut rows = stmt.query(params![query, first, last, LOOKED_AT as i64])?;
            while let Some(row) = rows.next()? {
                if seen.insert(row.get::<_, i64>(0)?) {
                    out.push(Found { kind, target: row.get(1)?, title_en: row.get(2)?, title_id: row.get(3)? });
                }
            }
        }
        Ok(out)
    }
}

/// Removes what a source brought.
pub(super) fn forget(conn: &Connection, source: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM find WHERE rowid IN (SELECT id FROM doc WHERE source = ?1)")?.execute([source])?;
    conn.prepare_cached("DELETE FROM doc WHERE source = ?1")?.execute([source])?;
    conn.prepare_cached("DELETE FROM source WHERE name = ?1")?.execute([source])?;
    Ok(())
}

fn insert(conn: &Connection, source: &str, doc: &Doc) -> rusqlite::Result<()> {
    let (first, last) = doc.kind.ids();
    let id: i64 = conn
        .prepare_cached("SELECT coalesce(max(id), ?1) + 1 FROM doc WHERE id BETWEEN ?1 AND ?2")?
        .query_row([first, last], |row| row.get(0))?;
    conn.prepare_cached("INSERT INTO doc (id, source, target, title_en, title_id) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, source, doc.target, doc.title_en, doc.title_id])?;
    conn.prepare_cached("INSERT INTO find (rowid, title, text) VALUES (?1, ?2, ?3)")?.execute(params![
        id,
        format!("{} {}", doc.title_en, doc.title_id),
        doc.text
    ])?;
    Ok(())
}

/// The words of a query, as many as narrow a search.
fn words(query: &str) -> Vec<String> {
    let mut words = folded(&cut(query));
    words.truncate(WORDS);
    words
}

fn cut(text: &str) -> String {
    text.chars().take(TEXT).collect()
}

/// The words of a text as the index has them: letters and digits, small, without accents.
fn folded(text: &str) -> Vec<String> {
    let small: String = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    small.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// How well the titles fit: whole words over beginnings, a title that starts with the query over others, short over long.
fn score(found: &Found, words: &[String]) -> (u32, bool, std::cmp::Reverse<usize>) {
    [&found.title_en, &found.title_id].into_iter().map(|title| score_title(title, words)).max().unwrap_or_default()
}

fn score_title(title: &str, query: &[String]) -> (u32, bool, std::cmp::Reverse<usize>) {
    let title = folded(&cut(title));
    let one = |word: &String| match title.iter().any(|t| t == word) {
        true => 2,
        false => u32::from(title.iter().any(|t| t.starts_with(word.as_str()))),
    };
    let starts = title.first().zip(query.first()).is_some_and(|(t, q)| t.starts_with(q.as_str()));
    (query.iter().map(one).sum(), starts, std::cmp::Reverse(title.len()))
}
