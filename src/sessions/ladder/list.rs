//! Every statement with its name, line by line: what somebody who rates without a screen looks things up in.

use crate::domain::ladder::{Dimension, LEVELS};
use crate::domain::text::Lang;
use crate::domain::time::StudyDay;
use crate::words::{Words, iso_date};

use super::{LadderData, claim_name, dimension_name, proof_line};

/// The statements of a level, or of all: under the name of each cell a line with the statement's own name, how it stands and what it says, and
/// below it its evidence, the newest first.
pub fn lines(data: &LadderData, level: Option<u8>, today: StudyDay, words: &Words, lang: Lang) -> Vec<String> {
    let levels = level.map_or(1..=LEVELS, |level| level..=level);
    let mut out = Vec::new();
    for (level, dimension) in levels.flat_map(|level| Dimension::ALL.map(|dimension| (level, dimension))) {
        let name = dimension_name(&data.ladder, Some(level), dimension, words, lang);
        let values = [("n", level.into()), ("dimension", name.into())];
        let cell = words.fmt("ladder-packet-cell", &values);
        let statements: Vec<_> = data.ladder.cell(level, dimension).collect();
        if statements.is_empty() {
            out.push(format!("{cell}: {}", words.get("ladder-none")));
            continue;
        }
        out.push(cell);
        for one in statements {
            let claim = claim_name(data.book.claim(&one.id, today), words);
            out.push(format!("  {} ({claim}): {}", one.id.local(), one.text.get(lang)));
            for proof in data.book.record(&one.id).map(|record| record.newest_proofs()).unwrap_or_default() {
                let said = proof_line(&proof.what, today, words);
                out.push(format!("    {}  {said}", iso_date(proof.what.day.0)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::ladder::sample::somebody;
    use crate::sessions::sample::study;

    fn shown(level: Option<u8>, lang: Lang, words: &str) -> Vec<String> {
        lines(&somebody(), level, study().day, &Words::of(words), lang)
    }

    #[test]
    fn every_statement_is_listed_by_the_name_that_the_flags_take_with_how_it_stands_and_its_evidence() {
        let data = somebody();
        let all = shown(None, Lang::En, "en");
        for one in &data.ladder.statements {
            let start = format!("  {} (", one.id.local());
            assert_eq!(all.iter().filter(|line| line.starts_with(&start)).count(), 1, "{start}");
        }
        let proofs = data.book.records.values().map(|record| record.proofs.len()).sum::<usize>();
        assert!(proofs > 0);
        assert_eq!(all.iter().filter(|line| line.starts_with("    20")).count(), proofs, "{all:#?}");
    }

    #[test]
    fn a_statement_without_a_proof_that_counts_tells_why_the_one_below_it_does_not() {
        let all = shown(Some(1), Lang::En, "en");
        let at = all.iter().position(|line| line.ends_with("Long ago (over a year old)")).expect("it is listed");
        assert!(all[at - 1].contains("claimed, no proof"), "{all:#?}");
        assert!(all.iter().any(|line| line.ends_with("Cut the page from 940 to 130 ms")), "{all:#?}");
    }

    #[test]
    fn one_level_is_listed_alone_and_an_empty_cell_reads_none() {
        let one = shown(Some(1), Lang::Id, "id");
        assert!(one.iter().all(|line| line.starts_with("  ") || line.starts_with("Level 1")), "{one:#?}");
        assert!(one.iter().any(|line| line == "Level 1, Kepemimpinan: tidak ada"), "{one:#?}");
    }
}
