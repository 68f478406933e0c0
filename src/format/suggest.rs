//! "Did you mean": the nearest of the words that would be right.

/// How many single edits (insert, remove, replace, swap neighbours) lie between two strings, or `None` for more than `most`.
///
/// Optimal string alignment distance over characters.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let width = b.len() + 1;
    let mut before = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for i in 1..=a.len() {
        row[0] = i;
        for j in 1..=b.len() {
            let replace = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replace.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    (last[b.len()] <= most).then_some(last[b.len()])
}

/// The word that `wrong` was probably meant to be: at most a third of its letters differ.
pub fn nearest<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (wrong.chars().count() / 3).clamp(1, 3);
    right.into_iter().filter_map(|word| distance(wrong, word, most).map(|d| (d, word))).min().map(|(_, word)| word)
}

/// The word that `wrong` can only have been meant to be: one slip away (two in a word of six letters or more), and no other is as near.
pub fn sure<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = if wrong.chars().count() < 6 { 1 } else { 2 };
    let mut found: Vec<(usize, &str)> =
        right.into_iter().filter_map(|word| distance(wrong, word, most).map(|d| (d, word))).collect();
    found.sort_unstable();
    found.dedup();
    match found[..] {
        [(_, only)] => Some(only),
        [(first, word), (second, _), ..] if first < second => Some(word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_and_a_swap_is_one() {
        assert_eq!(distance("promt", "prompt", 3), Some(1));
        assert_eq!(distance("pormpt", "prompt", 3), Some(1));
        assert_eq!(distance("", "ab", 3), Some(2));
        assert_eq!(distance("level", "section", 2), None);
    }

    #[test]
    fn the_nearest_word_is_offered_only_when_it_is_near() {
        let keys = ["prompt", "level", "section", "explain"];
        assert_eq!(nearest("promt", keys), Some("prompt"));
        assert_eq!(nearest("sections", keys), Some("section"));
        assert_eq!(nearest("difficulty", keys), None);
    }

    #[test]
    fn a_word_is_sure_only_when_no_other_is_as_near() {
        assert_eq!(sure("promt", ["prompt", "level"]), Some("prompt"));
        assert_eq!(sure("cat", ["car", "bat"]), None);
        assert_eq!(sure("cats", ["cat", "bats", "cast"]), None);
        assert_eq!(sure("exlpian", ["explain"]), Some("explain"));
        assert_eq!(sure("whi", ["whom"]), None);
    }
}
