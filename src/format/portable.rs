//! Names of files that mean the same on every system that a pack may be carried to.
//!
//! Linux takes nearly every name; Windows reserves some and forgets dots and spaces at the end; macOS and Windows take `A` and `a` for one, and
//! macOS two ways to write `é`. A pack that breaks this cannot be unpacked everywhere as it was written.

use unicode_normalization::UnicodeNormalization;

use super::letters::is_hostile;
use super::limits;

/// Names that Windows keeps for devices, whatever stands behind a dot (Microsoft, "Naming Files, Paths, and Namespaces").
const RESERVED: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];
/// Characters that no Windows file name may have.
const FORBIDDEN: &str = "<>:\"/\\|?*";

/// Whether Windows takes the name for a device.
pub fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device)
            .is_some_and(|n| matches!(n, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "0" | "¹" | "²" | "³"))
    };
    RESERVED.contains(&&*stem) || numbered("com") || numbered("lpt")
}

/// Why a path within a pack cannot be used on every system, as the key of a message; parts are joined by `/`.
pub fn trouble(path: &str) -> Option<&'static str> {
    if path.len() > limits::PATH_BYTES {
        return Some("find-path-long");
    }
    if path.starts_with('/') || path.as_bytes().get(1) == Some(&b':') {
        return Some("find-path-outside");
    }
    path.split('/').find_map(part_trouble)
}

fn part_trouble(part: &str) -> Option<&'static str> {
    match part {
        "" => return Some("find-path-empty"),
        "." | ".." => return Some("find-path-leaves"),
        _ => {}
    }
    if part.chars().any(is_hostile) || part.contains(['\n', '\t']) {
        return Some("find-name-hostile");
    }
    if part.chars().any(|c| FORBIDDEN.contains(c)) {
        return Some("find-name-letter");
    }
    if part.ends_with(['.', ' ']) || part.starts_with(' ') {
        return Some("find-name-ends");
    }
    is_reserved(part).then_some("find-name-device")
}

/// What two names must not share: a system that ignores case, or composes letters in another way, takes them for one.
pub fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_other_systems_refuse_or_change_are_found() {
        for path in [
            "/etc/passwd",
            "C:/x.toml",
            "../x.toml",
            "a/../../x",
            "a//b",
            "",
            "a\\b",
            "con",
            "a/NUL.toml",
            "com1.md",
            "x.",
            "x ",
            " x",
            "a\u{202e}b",
            "a\nb",
            "a?b",
            "./a",
            "lpt9",
            "COM¹",
        ] {
            assert!(trouble(path).is_some(), "{path:?}");
        }
        for path in ["pack.toml", "c01-tools/http/lesson.id.md", "console/x.toml", "com10", "é.md"] {
            assert_eq!(trouble(path), None, "{path:?}");
        }
        assert!(trouble(&"a/".repeat(2_000)).is_some());
    }

    #[test]
    fn names_that_differ_by_case_or_composition_are_one() {
        assert_eq!(folded("Redis/Topic.toml"), folded("redis/topic.TOML"));
        assert_eq!(folded("caf\u{e9}"), folded("CAFE\u{301}"));
        assert_ne!(folded("a"), folded("b"));
    }
}
