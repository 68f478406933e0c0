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
}
