//! A document as text without any control: for plain mode, pagers and files.

use super::cells::cells;
use super::{Doc, Labels, Look, lay};

/// The document at a width, with back-quotes around code, numbers behind links, and the links' targets at the end.
pub fn plain(doc: &Doc, width: usize, labels: Labels) -> String {
    let look = Look { width, quote_code: true, number_links: true, labels };
    let mut out = String::new();
    let mut alt_of = None;
    for line in lay(doc, &look) {
        // The questions come after the text: without them their cards would be empty. The blank line before goes with the card.
        if let super::LineKind::Check(_) = line.kind {
            if out.ends_with("\n\n") {
                out.pop();
            }
            continue;
        }
        // Who has no eyes for a diagram reads first what it shows.
        if let super::LineKind::Code { code, line: 0, .. } = line.kind
            && alt_of != Some(code)
            && let Some(alt) = doc.codes.get(code).and_then(|c| c.alt.as_deref())
        {
            alt_of = Some(code);
            if !out.ends_with(&format!("{alt}\n")) {
                super::paragraph(alt, width, true).iter().for_each(|row| {
                    row.iter().for_each(|s| out.push_str(&s.text));
                    out.push('\n');
                });
            }
        }
        out.push_str(&line.text());
        out.push('\n');
    }
    let mut first = true;
    for (i, target) in doc.links.iter().enumerate() {
        if std::mem::take(&mut first) {
            out.push('\n');
        }
        out.push_str(&format!("[{}] ", i + 1));
        out.extend(cells(target).map(|c| c.text));
        out.push('\n');
    }
    out
}
