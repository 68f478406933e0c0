//! Questions as their authors set them: sentences wrap, tables, logs, diffs and code keep their lines.

use super::cells::{self, cells};
use super::{Role, Span, inline, parse, wrap};

/// How far the rest of a kept line that is too wide stands behind the line's own indent.
const HANG: usize = 2;

/// A line of a text that may hold more than sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written<'a> {
    /// Running text with inline marks, which wraps; blank between paragraphs.
    Running(&'a str),
    /// A line that stands as it was written, safe to show, with tabs expanded; its signs are no marks.
    Kept(String),
}

/// The lines of a text, without blank ones around it.
///
/// A paragraph (what stands between blank lines) is kept when one of its lines begins with white space, or holds a tab or a run of spaces that
/// does not just follow the end of a sentence. So is one of several lines without back-quotes, or with a line that ends as code does: an author
/// who breaks lines means them. Everything else is running text.
pub fn written(text: &str) -> Vec<Written<'_>> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(first, |last| last + 1);
    let paragraphs = lines[first..end].chunk_by(|a, b| a.is_empty() == b.is_empty());
    let each = paragraphs.flat_map(|lines| {
        let keeps = is_kept(lines);
        lines.iter().map(move |line| if keeps { Written::Kept(parse::expand(line)) } else { Written::Running(line) })
    });
    each.collect()
}

fn is_kept(lines: &[&str]) -> bool {
    let several = lines.len() > 1;
    let code = |line: &&str| line.ends_with([';', '{', '}']);
    lines.iter().any(|line| line.starts_with(char::is_whitespace) || has_run(line))
        || (several && (lines.iter().any(code) || !lines.iter().any(|line| line.contains('`'))))
}

/// Whether there is a tab or a run of spaces in it; some people put two spaces between sentences.
fn has_run(line: &str) -> bool {
    let after_sentence = |at: usize| line[..at].ends_with(['.', '!', '?']) && !line[at..].starts_with("   ");
    line.contains('\t') || line.match_indices("  ").any(|(at, _)| !after_sentence(at) && !line[..at].ends_with(' '))
}

/// The rows of a text in `width` cells; a kept line that is too wide goes on below, behind its indent. With `quotes`, inline code keeps its
/// back-quotes. There is always at least one row.
pub fn written_rows(text: &str, width: usize, quotes: bool) -> Vec<(bool, Vec<Span>)> {
    let mut rows = Vec::new();
    let mut kept: Vec<String> = Vec::new();
    // A blank line ends what is kept, so that each table is narrowed by itself.
    for line in written(text).into_iter().chain([Written::Running("")]) {
        match line {
            Written::Kept(line) => kept.push(line),
            Written::Running(line) => {
                let lines = narrowed(std::mem::take(&mut kept), width).into_iter();
                let texts = lines.flat_map(|line| folded(&line, width.max(2)));
                rows.extend(texts.map(|text| (true, vec![Span { text, role: Role::Text }])));
                rows.extend(wrap(&inline(line), width, 0, quotes).into_iter().map(|row| (false, row)));
            }
        }
    }
    if rows.len() > 1 {
        rows.pop();
    }
    rows
}

/// Kept lines of which one is too wide: columns of spaces that go through all of them become one space wide.
fn narrowed(lines: Vec<String>, width: usize) -> Vec<String> {
    if lines.len() < 2 || lines.iter().all(|line| cells::width(line) <= width) {
        return lines;
    }
    // A wide character stands in two columns, with nothing in the second one.
    let columns = |line: &String| -> Vec<String> {
        let each = cells(line).flat_map(|cell| std::iter::once(cell.text).chain((1..cell.width).map(|_| "")));
        each.map(str::to_owned).collect()
    };
    let grid: Vec<Vec<String>> = lines.iter().map(columns).collect();
    let blank = |at: usize| grid.iter().all(|row| row.get(at).is_none_or(|cell| cell == " "));
    let goes = |at: usize| at > 0 && blank(at) && blank(at - 1);
    let gone: Vec<bool> = (0..grid.iter().map(Vec::len).max().unwrap_or(0)).map(goes).collect();
    let row =
        |row: &Vec<String>| row.iter().zip(&gone).filter(|(_, gone)| !**gone).map(|(cell, _)| cell.as_str()).collect();
    grid.iter().map(row).collect()
}

/// A kept line in rows: broken at spaces where that leaves no more than half of a row empty, else anywhere.
fn folded(line: &str, width: usize) -> Vec<String> {
    if cells::width(line) <= width {
        return vec![line.to_owned()];
    }
    let all: Vec<_> = cells(line).collect();
    let indent = all.iter().take_while(|cell| cell.text == " ").count();
    let hang = (indent + HANG).min(width / 2);
    let (mut rows, mut at) = (Vec::new(), 0);
    while at < all.len() {
        let before = if at == 0 { 0 } else { hang };
        let room = width - before;
        let mut used = 0;
        let fits = all[at..].iter().take_while(|cell| {
            used += cell.width;
            used <= room
        });
        // A wide character in a single cell is drawn as far as it goes.
        let mut end = at + fits.count().max(1);
        if end < all.len() && all[end].text != " " {
            let space = all[at..end].iter().rposition(|cell| cell.text == " ");
            // The indent is no place to break.
            let least = if at == 0 { indent.max(room / 2) } else { room / 2 };
            end = space.filter(|space| *space >= least).map_or(end, |space| at + space);
        }
        let row: String = all[at..end].iter().map(|cell| cell.text).collect();
        rows.push(format!("{}{}", " ".repeat(before), row.trim_end()));
        at = end + all[end..].iter().take_while(|cell| cell.text == " ").count();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "Since March HR sees people as absent.  Why *is* that?\n\n                  Jakarta   Medan\nshifts              08:00   07:30\n";

    fn shown(text: &str, width: usize) -> Vec<String> {
        let rows = written_rows(text, width, false);
        rows.into_iter().map(|(_, row)| row.into_iter().map(|span| span.text).collect()).collect()
    }

    #[test]
    fn sentences_wrap_and_the_columns_of_a_table_stay() {
        let rows = shown(TABLE, 40);
        assert_eq!(rows[..3], ["Since March HR sees people as absent.", "Why is that?", ""]);
        assert_eq!(rows[3..], ["                  Jakarta   Medan", "shifts              08:00   07:30"]);
    }

    #[test]
    fn code_keeps_its_indent_its_tabs_and_its_signs() {
        let rows = shown("Review this:\n\nfunc (h *H) a(b *B) {\n\treturn `x`\n}\n", 40);
        assert_eq!(rows, ["Review this:", "", "func (h *H) a(b *B) {", "    return `x`", "}"]);
        assert_eq!(shown("a diff\n\n x := 1\n-y\n+z", 40)[2..], [" x := 1", "-y", "+z"]);
        assert_eq!(shown("\n    $ ls *\n", 40), ["    $ ls *"], "a text may begin with an indent");
    }

    #[test]
    fn a_log_of_several_lines_is_kept_and_sentences_with_marks_are_not() {
        let kept = |text| written(text).iter().all(|line| matches!(line, Written::Kept(_)));
        assert!(kept("14:00:03 pod started\n14:00:04 connect() failed"));
        assert!(kept("const a = `x`;\nrun(a)"));
        assert!(kept("FATAL:  sorry, too many clients"));
        assert!(!kept("First use `a`,\nthen **b**"));
        assert!(!kept("One sentence.  Another one.") && !kept("One sentence"));
    }

    #[test]
    fn a_kept_line_that_is_too_wide_goes_on_behind_its_indent_and_nothing_is_missing() {
        assert_eq!(shown("  10:02:44 worker-1 mail sent order", 22), ["  10:02:44 worker-1", "    mail sent order"]);
        assert_eq!(shown(&format!("  {}", "x".repeat(20)), 12), ["  xxxxxxxxxx", "    xxxxxxxx", "    xx"]);
        for width in 0..30 {
            let rows = shown(" 数据库索引 is what? a  b", width);
            let all: String = rows.concat().split_whitespace().collect();
            assert_eq!(all, "数据库索引iswhat?ab", "{width}");
        }
    }

    #[test]
    fn a_table_that_is_too_wide_gives_up_its_gaps_before_its_rows() {
        let table = "            Jakarta   Medan\nshifts        08:00   07:30\n数据             7       9";
        assert_eq!(shown(table, 21), ["       Jakarta Medan", "shifts   08:00 07:30", "数据        7     9"]);
        assert_eq!(shown(table, 27)[0], "            Jakarta   Medan", "not without need");
        assert_eq!(shown("a\n\nif x {\n  yyyyyyyyy\n}", 10)[2..], ["if x {", "  yyyyyyyy", "    y", "}"]);
    }

    #[test]
    fn control_characters_are_made_visible_in_kept_lines_too() {
        assert_eq!(shown("  a\u{1b}[2J", 20), ["  a\u{fffd}[2J"]);
        assert_eq!(shown("", 20), [""]);
    }
}
