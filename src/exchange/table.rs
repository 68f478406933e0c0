//! Cards as a table, and a table as notes.

use std::fmt::Write as _;

use super::{Card, Left, NOTES, Note, Side, Taken, Trouble, What, csv, html};
use crate::domain::text::Lang;
use crate::format::letters::is_hostile;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Topic,
    Level,
    Question,
    Options,
    Answer,
    Accept,
    Explain,
    Hint,
    Source,
    Tags,
    /// Ours, and told by the rest.
    Known,
}

/// The names of columns, in small letters; the first one of each is what an export writes.
const NAMES: [(Column, &[&str]); 12] = [
    (Column::Id, &["id", "guid"]),
    (Column::Topic, &["topic", "deck", "topik", "dek"]),
    (Column::Known, &["kind", "jenis"]),
    (Column::Level, &["level"]),
    (Column::Question, &["question", "front", "prompt", "pertanyaan", "soal", "depan"]),
    (Column::Options, &["options", "choices", "pilihan"]),
    (Column::Answer, &["answer", "back", "jawaban", "belakang"]),
    (Column::Accept, &["accept", "synonyms", "sinonim"]),
    (Column::Explain, &["explanation", "explain", "extra", "why", "penjelasan"]),
    (Column::Hint, &["hint", "petunjuk"]),
    (Column::Source, &["source", "sumber"]),
    (Column::Tags, &["tags", "tag"]),
];

/// Characters of a name of a column, a field or a type of notes in what is told of them.
pub(super) const NAME: usize = 40;

/// The table of cards: a row each, in RFC 4180. Of several languages each text has a column for each, `question.en`, `question.id`.
pub fn csv_of(cards: &[Card], langs: &[Lang]) -> String {
    let mut head: Vec<String> = Vec::new();
    for (column, names) in NAMES {
        match langs {
            [_, _, ..] if of_side(column) => {
                head.extend(langs.iter().map(|lang| format!("{}.{}", names[0], lang.code())))
            }
            _ => head.push(names[0].to_owned()),
        }
    }
    let mut out = csv::row(head.iter().map(String::as_str));
    for card in cards {
        let mut cells: Vec<String> = Vec::new();
        for (column, _) in NAMES {
            if of_side(column) {
                cells.extend(card.sides.iter().map(|side| told(side, column)));
            } else {
                cells.push(whole(card, column));
            }
        }
        out.push_str(&csv::row(cells.iter().map(String::as_str)));
    }
    out
}

/// Whether a column is a text in a language.
fn of_side(column: Column) -> bool {
    use Column::{Accept, Answer, Explain, Hint, Options, Question};
    matches!(column, Question | Options | Answer | Accept | Explain | Hint)
}

fn whole(card: &Card, column: Column) -> String {
    match column {
        Column::Id => card.id.to_string(),
        Column::Topic => format!("{}::{}", card.pack, card.topic),
        Column::Known => card.kind.to_owned(),
        Column::Level => card.level.to_string(),
        Column::Source => card.source.to_string(),
        _ => tags(card),
    }
}

/// What a card is, as tags: one word each.
pub(super) fn tags(card: &Card) -> String {
    let mut id = card.id.split('/');
    let (pack, topic) = (id.next().unwrap_or_default(), id.next().unwrap_or_default());
    format!("{pack}::{topic} kind::{} level::{}", card.kind, card.level)
}

fn told(side: &Side, column: Column) -> String {
    match column {
        Column::Question => side.question(),
        Column::Options => side.options.join("\n"),
        // The words of the gaps stand in the question.
        Column::Answer if !side.gaps.is_empty() => String::new(),
        Column::Answer => side.answer.join("\n"),
        Column::Accept => side.accept.join("\n"),
        Column::Hint => side.hint.clone(),
        _ => {
            let mut out = side.explain.clone();
            for (what, why) in &side.whys {
                let gap = if out.is_empty() { "" } else { "\n\n" };
                let _ = write!(out, "{gap}{}: {why}", what.replace('\n', " "));
            }
            out
        }
    }
}

impl Side {
    /// All that is asked, part by part, with `{{c1::word}}` for each gap.
    fn question(&self) -> String {
        let text = super::gaps::with_gaps(&self.text, |n| {
            let word = super::gaps::for_gap(self.gaps.get(n - 1)?);
            Some(format!("{{{{c{n}::{word}}}}}"))
        });
        let rows = self.rows.join("\n");
        let parts = [&self.prompt, &text, &self.code, &rows];
        let parts: Vec<&str> = parts.into_iter().map(|part| &**part).filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    }
}

/// Which column holds what, by its place.
type Columns = Vec<Option<Column>>;

/// What a column or a field of this name holds.
pub(super) fn column(name: &str) -> Option<Column> {
    let name = name.trim().to_lowercase();
    NAMES.iter().find(|(_, names)| names.contains(&&*name)).map(|(column, _)| *column)
}

/// The columns that a first row names, in a language; `None` when it names no question.
fn named(row: &[String], lang: Lang) -> Option<Columns> {
    let column = |cell: &String| {
        let cell = cell.trim().to_lowercase();
        column(cell.strip_suffix(lang.code()).and_then(|cell| cell.strip_suffix('.')).unwrap_or(&cell))
    };
    let columns: Columns = row.iter().map(column).collect();
    columns.contains(&Some(Column::Question)).then_some(columns)
}

/// The columns of a table without names: front, back, and what the directions say.
fn unnamed(table: &csv::Table) -> Columns {
    let width = table.rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let mut columns: Columns = vec![None; width];
    let told = [("tags column", Column::Tags), ("deck column", Column::Topic), ("guid column", Column::Id)];
    for (name, column) in told.into_iter().chain([("notetype column", Column::Known)]) {
        let at = table.direction(name).and_then(|n| n.parse::<usize>().ok()).and_then(|n| n.checked_sub(1));
        if let Some(place) = at.and_then(|at| columns.get_mut(at)) {
            *place = Some(column);
        }
    }
    let mut free = columns.iter_mut().filter(|column| column.is_none());
    for column in [Column::Question, Column::Answer] {
        if let Some(place) = free.next() {
            *place = Some(column);
        }
    }
    columns
}

/// The notes of a table: by the names in its first row (English or Indonesian, of several languages those of `lang`), else question and answer in the
/// first two columns.
///
/// # Errors
///
/// When it is no table, has too much, or nothing to ask.
pub fn notes(text: &str, lang: Lang) -> Result<Taken, Trouble> {
    let mut table = csv::read(text, NOTES + 1)?;
    let first = table.rows.first().map(|(_, row)| row).ok_or(Trouble::Empty)?;
    let (columns, names) = match named(first, lang) {
        Some(columns) => (columns, table.rows.remove(0).1),
        None => (unnamed(&table), Vec::new()),
    };
    if table.rows.len() > NOTES {
        return Err(Trouble::TooMany(NOTES));
    }
    let mut left = Left::default();
    let mut notes: Vec<Note> = table.rows.iter().map(|(_, row)| note(row, &columns, &names, &mut left)).collect();
    if table.direction("html") == Some("true") {
        for note in &mut notes {
            for text in [&mut note.front, &mut note.answer, &mut note.explain, &mut note.hint] {
                *text = html::text(text, &mut left);
            }
        }
    }
    if !columns.contains(&Some(Column::Answer)) && !notes.iter().any(|note| note.front.contains("{{c")) {
        return Err(Trouble::NoColumns);
    }
    Ok(Taken { title: String::new(), notes, left })
}

fn note(row: &[String], columns: &Columns, names: &[String], left: &mut Left) -> Note {
    let mut note = Note::default();
    for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        let cell = clean(cell);
        let lines = || cell.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        match columns.get(at).copied().flatten() {
            Some(Column::Id) => note.id = cell,
            Some(Column::Topic) => note.topic = cell,
            Some(Column::Level) => note.level = cell.parse().unwrap_or(0),
            Some(Column::Question) => note.front = cell,
            Some(Column::Options) => note.options = lines(),
            Some(Column::Answer) => note.answer = cell,
            Some(Column::Accept) => note.accept = lines(),
            Some(Column::Explain) => note.explain = cell,
            Some(Column::Hint) => note.hint = cell,
            Some(Column::Source) => note.source = cell,
            Some(Column::Tags) => note.tags = cell,
            Some(Column::Known) => {}
            None => {
                let name = names.get(at).map_or_else(|| (at + 1).to_string(), |name| cut(name, NAME));
                left.add(What::Column(name.into()));
            }
        }
    }
    note
}

/// A name without the same, on one line and no longer than so many characters: what is told of it stands in a list, a line each.
pub(super) fn cut(name: &str, most: usize) -> String {
    // Not `letters::one_line`, which shows that a letter was hostile: the name of a deck becomes a title, and those of Arabic or Hebrew hold marks.
    clean(&name.replace(['\n', '\t', '\r'], " ")).chars().take(most).collect()
}

/// A cell without what could steer a terminal or lie about its order, and without blanks around it.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace(is_hostile, "").trim().to_owned()
}
