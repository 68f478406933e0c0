//! How each language writes a number.

use fluent_bundle::FluentValue;

/// Numbers from here on have separators: `9999`, but `10,000`. Years stay whole.
const GROUP_FROM: u64 = 10_000;

/// Writes the numbers of a message in English; everything else is left to Fluent.
pub fn write_en<M>(value: &FluentValue, _: &M) -> Option<String> {
    of(value).map(|n| grouped(n, ',', '.'))
}

/// Writes the numbers of a message in Indonesian; everything else is left to Fluent.
pub fn write_id<M>(value: &FluentValue, _: &M) -> Option<String> {
    of(value).map(|n| grouped(n, '.', ','))
}

fn of(value: &FluentValue) -> Option<f64> {
    match value {
        FluentValue::Number(n) if n.value.is_finite() => Some(n.value),
        _ => None,
    }
}

/// `n` with at most two decimals, with `separator` between thousands and `point` before decimals.
pub fn grouped(n: f64, separator: char, point: char) -> String {
    let text = format!("{:.2}", n.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part = part.trim_end_matches('0');
    let group = whole.parse::<u64>().map_or(true, |w| w >= GROUP_FROM);
    let mut out = String::with_capacity(text.len() + 8);
    if n < 0.0 && (whole != "0" || !part.is_empty()) {
        out.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if group && i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(point);
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_grouped_from_ten_thousand_on() {
        let en = |n| grouped(n, ',', '.');
        assert_eq!(en(0.0), "0");
        assert_eq!(en(1240.0), "1240");
        assert_eq!(en(10_000.0), "10,000");
        assert_eq!(en(1_234_567.0), "1,234,567");
        assert_eq!(en(-10_000.0), "-10,000");
    }

    #[test]
    fn decimals_are_short_and_follow_the_language() {
        assert_eq!(grouped(0.5, ',', '.'), "0.5");
        assert_eq!(grouped(0.5, '.', ','), "0,5");
        assert_eq!(grouped(2.999, ',', '.'), "3");
        assert_eq!(grouped(-0.001, ',', '.'), "0");
    }
}
