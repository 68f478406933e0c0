//! Comma-separated values (RFC 4180), and what spreadsheets and Anki make of them: other separators, a byte order mark, lines of directions.

use super::Trouble;

/// Separators that are looked for, in the order in which they win when there are equally many.
const SEPARATORS: [char; 3] = ['\t', ';', ','];
/// Cells of a row.
const COLUMNS: usize = 200;
/// Lines of directions; Anki has seven. What is more is rows.
const DIRECTIONS: usize = 20;

/// Rows of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Lines such as `#html:true` above the rows, as Anki writes them: name and value, in small letters.
    pub directions: Vec<(String, String)>,
    /// The rows, each with the line that it begins in, from 1; blank ones are left out.
    pub rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    /// The value of a direction.
    pub fn direction(&self, name: &str) -> Option<&str> {
        self.directions.iter().find(|(there, _)| there == name).map(|(_, value)| &**value)
    }
}

/// Reads a text; the separator is the one that the first row has most of.
///
/// # Errors
///
/// A quotation mark that is never closed, or more rows or cells than `most`.
pub fn read(text: &str, most: usize) -> Result<Table, Trouble> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut table = Table::default();
    let (mut rest, mut line) = (text, 1);
    while let Some((head, after)) = rest.strip_prefix('#').map(|rest| rest.split_once('\n').unwrap_or((rest, ""))) {
        let direction = head.trim_end_matches('\r').split_once(':').filter(|_| table.directions.len() < DIRECTIONS);
        let Some((name, value)) = direction else { break };
        table.directions.push((name.trim().to_lowercase(), value.trim().to_lowercase()));
        (rest, line) = (after, line + 1);
    }
    let separator = table.direction("separator").and_then(named).unwrap_or_else(|| most_frequent(rest));
    let mut reader = Reader { chars: rest.chars().peekable(), separator, line };
    while let Some((line, row)) = reader.row()? {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if table.rows.len() == most {
            return Err(Trouble::TooMany(most));
        }
        table.rows.push((line, row));
    }
    Ok(table)
}

/// The separator that a direction names.
fn named(value: &str) -> Option<char> {
    let by_name = [("tab", '\t'), ("comma", ','), ("semicolon", ';'), ("pipe", '|'), ("colon", ':'), ("space", ' ')];
    let mut chars = value.chars();
    match (by_name.iter().find(|(name, _)| *name == value), chars.next(), chars.next()) {
        (Some((_, c)), ..) => Some(*c),
        (None, Some(c), None) => Some(c),
        _ => None,
    }
}

fn most_frequent(text: &str) -> char {
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            c if !quoted => {
                if let Some(at) = SEPARATORS.iter().position(|separator| *separator == c) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    let at = counts.iter().position(|count| *count == most && most > 0);
    at.map_or(',', |at| SEPARATORS[at])
}

struct Reader<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: usize,
}

impl Reader<'_> {
    /// The next row and its first line.
    fn row(&mut self) -> Result<Option<(usize, Vec<String>)>, Trouble> {
        if self.chars.peek().is_none() {
            return Ok(None);
        }
        let first = self.line;
        let mut row = Vec::new();
        loop {
            let cell = if self.chars.peek() == Some(&'"') { self.quoted()? } else { self.plain() };
            if row.len() == COLUMNS {
                return Err(Trouble::Columns(first));
            }
            row.push(cell);
            match self.chars.next() {
                Some('\n') => {
                    self.line += 1;
                    return Ok(Some((first, row)));
                }
                None => return Ok(Some((first, row))),
                Some(_) => {}
            }
        }
    }

    /// A cell up to a separator or the end of the line; the carriage return of a line's end is not its own.
    fn plain(&mut self) -> String {
        let separator = self.separator;
        let mut cell = String::new();
        while let Some(c) = self.chars.next_if(|c| *c != separator && *c != '\n') {
            cell.push(c);
        }
        if cell.ends_with('\r') {
            cell.pop();
        }
        cell
    }

    /// A cell in quotation marks; what stands behind them up to the separator belongs to it.
    fn quoted(&mut self) -> Result<String, Trouble> {
        let first = self.line;
        self.chars.next();
        let mut cell = String::new();
        loop {
            match self.chars.next() {
                Some('"') if self.chars.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => break,
                Some('\r') if self.chars.peek() == Some(&'\n') => {}
                Some(c) => {
                    self.line += usize::from(c == '\n');
                    cell.push(c);
                }
                None => return Err(Trouble::OpenQuote(first)),
            }
        }
        cell.push_str(&self.plain());
        Ok(cell)
    }
}

/// A row as a line, ended by `\r\n`.
pub fn row<'t>(cells: impl IntoIterator<Item = &'t str>) -> String {
    let cell = |cell: &str| {
        let plain = !cell.contains([',', '"', '\n', '\r', ';', '\t']) && !cell.starts_with(['#', ' ']);
        if plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let table = read(text, 100).unwrap_or_else(|e| panic!("{e:?}"));
        table.rows.into_iter().map(|(_, row)| row).collect()
    }

    #[test]
    fn quoted_cells_hold_separators_quotation_marks_and_line_breaks() {
        assert_eq!(cells("a,\"b, \"\"c\"\"\r\nd\"\r\n\r\ne,f"), [["a", "b, \"c\"\nd"], ["e", "f"]]);
        let table = read("a\n\"b\nc\"\nd", 9).unwrap_or_default();
        let lines: Vec<usize> = table.rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 4], "places are those of the file");
    }

    #[test]
    fn the_separator_is_the_one_of_the_first_row_and_a_byte_order_mark_is_no_letter() {
        assert_eq!(cells("\u{feff}front;back\na,b;c"), [["front", "back"], ["a,b", "c"]]);
        assert_eq!(cells("a, b\tc\nd\te"), [["a, b", "c"], ["d", "e"]]);
        assert_eq!(cells("\"x;y;z\",b"), [["x;y;z", "b"]]);
        assert_eq!(cells("one"), [["one"]]);
    }

    #[test]
    fn directions_of_anki_are_read_and_win() {
        let table = read("#separator:Semicolon\n#html:true\n#tags column:3\na,b;c;d\n", 9).unwrap_or_default();
        assert_eq!((table.direction("html"), table.direction("tags column")), (Some("true"), Some("3")));
        assert_eq!(table.rows, [(4, vec!["a,b".to_owned(), "c".into(), "d".into()])]);
    }

    #[test]
    fn a_table_of_directions_alone_is_read_as_rows_and_ends_where_rows_do() {
        let table = read(&"#tags:x\n".repeat(DIRECTIONS + 2), 9).unwrap_or_default();
        assert_eq!((table.directions.len(), table.rows.len()), (DIRECTIONS, 2));
        assert_eq!(read(&"#tags:x\n".repeat(DIRECTIONS + 10), 9), Err(Trouble::TooMany(9)));
    }

    #[test]
    fn an_open_quotation_mark_and_too_much_are_told_and_not_read() {
        assert_eq!(read("a\nb,\"c\nd", 9), Err(Trouble::OpenQuote(2)));
        assert_eq!(read("a\nb\nc", 2), Err(Trouble::TooMany(2)));
        assert_eq!(read(&",".repeat(300), 2), Err(Trouble::Columns(1)));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(rows in proptest::collection::vec(proptest::collection::vec("[a-z,;\"\n\t #é]{0,8}x", 2..5), 1..5)) {
            let width = rows[0].len();
            let rows: Vec<Vec<String>> = rows.into_iter().map(|mut row| { row.resize(width, "x".into()); row }).collect();
            let text: String = rows.iter().map(|cells| row(cells.iter().map(String::as_str))).collect();
            prop_assert_eq!(cells(&text), rows);
        }
    }
}
