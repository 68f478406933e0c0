//! What breaks and what keeps each rule, as `jenjang help J104` shows it.
//!
//! The samples stand beside their rules, in Rust, where the tests hold them to what they say. Unpacked they would be a fiftieth of the program, for a
//! page that few people open: it carries them packed, in `assets/rules.bin`. A test keeps both the same; it writes the file with `JENJANG_UPDATE=1`.

use std::sync::OnceLock;

use crate::format::index;

static PACKED: &[u8] = include_bytes!("../../../assets/rules.bin");

/// The side of the files that break a rule.
pub(super) const BAD: &str = "bad";
/// The side of the files that keep it.
pub(super) const GOOD: &str = "good";
/// The side of the place where the finding is.
const AT: &str = "at";

/// Path and text of the files of one side of a rule.
pub(super) fn files(code: &str, side: &str) -> Vec<(String, String)> {
    static ALL: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let head = name(code, side, "");
    // It is a part of the program; a test reads it.
    let all = ALL.get_or_init(|| index::unpack_named(PACKED).unwrap_or_default());
    all.iter().filter_map(|(name, text)| Some((name.strip_prefix(&head)?.to_owned(), text.clone()))).collect()
}

/// Where the finding of the files that break a rule is, `path:line:column`.
pub(super) fn place(code: &str) -> String {
    files(code, AT).pop().map(|(_, place)| place).unwrap_or_default()
}

fn name(code: &str, side: &str, path: &str) -> String {
    format!("{code} {side} {path}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::rules::ALL;

    #[test]
    fn the_packed_samples_are_those_of_the_rules() {
        let mut wanted = Vec::new();
        for rule in ALL {
            for (side, sample) in [(BAD, &rule.bad), (GOOD, &rule.good)] {
                wanted
                    .extend(sample.files.iter().map(|(path, text)| (name(rule.code, side, path), (*text).to_owned())));
            }
            wanted.push((name(rule.code, AT, ""), rule.bad.at.to_owned()));
        }
        if std::env::var_os("JENJANG_UPDATE").is_some() {
            let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/rules.bin");
            std::fs::write(file, index::pack_named(&wanted).expect("packs")).expect("the file");
        } else {
            let kept = index::unpack_named(PACKED).unwrap_or_default();
            assert!(kept == wanted, "assets/rules.bin is behind the rules: run this test with JENJANG_UPDATE=1");
        }
    }
}
