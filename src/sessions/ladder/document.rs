//! A document as Markdown or plain text, written from top to bottom.

use std::fmt::Write as _;

use super::packet::Form;

/// A document being written.
pub(super) struct Document {
    form: Form,
    out: String,
}

impl Document {
    /// A document without anything.
    pub(super) fn new(form: Form) -> Document {
        Document { form, out: String::new() }
    }

    /// What was written.
    pub(super) fn done(self) -> String {
        self.out
    }

    /// A heading, 1 for that of the whole.
    pub(super) fn title(&mut self, depth: usize, title: &str) {
        let gap = if self.out.is_empty() || self.out.ends_with("\n\n") { "" } else { "\n" };
        let _ = match self.form {
            Form::Markdown => writeln!(self.out, "{gap}{} {title}\n", "#".repeat(depth)),
            Form::Text => writeln!(self.out, "{gap}{title}"),
        };
    }

    /// A paragraph.
    pub(super) fn text(&mut self, text: &str) {
        let after = if self.form == Form::Markdown { "\n" } else { "" };
        let _ = writeln!(self.out, "{text}{after}");
    }

    /// An item of a list.
    pub(super) fn item(&mut self, text: &str) {
        let _ = writeln!(self.out, "{} {text}", if self.form == Form::Markdown { "-" } else { " " });
    }

    /// An item below it.
    pub(super) fn below(&mut self, text: &str) {
        let _ = writeln!(self.out, "  {} {text}", if self.form == Form::Markdown { "-" } else { "  " });
    }

    /// An item below that.
    pub(super) fn deeper(&mut self, text: &str) {
        let _ = writeln!(self.out, "    {} {text}", if self.form == Form::Markdown { "-" } else { "   " });
    }

    /// Rows of cells; the first is the head. In Markdown a table, in text columns.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |c: usize| rows.iter().filter_map(|row| row.get(c)).map(|t| t.chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for (i, row) in rows.iter().enumerate() {
            let cells: Vec<String> = row
                .iter()
                .zip(&widths)
                .map(|(text, w)| format!("{text}{}", " ".repeat(w - text.chars().count())))
                .collect();
            let _ = match self.form {
                Form::Markdown => writeln!(self.out, "| {} |", cells.join(" | ")),
                Form::Text => writeln!(self.out, "  {}", cells.join("  ").trim_end()),
            };
            if i == 0 && self.form == Form::Markdown {
                let rule: Vec<String> = widths.iter().map(|w| "-".repeat((*w).max(3))).collect();
                let _ = writeln!(self.out, "| {} |", rule.join(" | "));
            }
        }
        if self.form == Form::Markdown {
            self.out.push('\n');
        }
    }
}
