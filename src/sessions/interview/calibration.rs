//! How well somebody knows how good the own answers are.

/// Answers that calibration looks back at.
pub const LAST: usize = 10;

/// Answers from which on a word is said about it.
const ENOUGH: usize = 3;

/// From this mean on (in points) a prediction is not close any more.
const CLOSE: f32 = 0.5;

/// Mean difference of prediction and final marks over the last [`LAST`] answers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Calibration {
    /// Prediction minus points met, on average; above 0 expects too much.
    pub mean: f32,
    /// Over how many answers.
    pub answers: usize,
}

/// Calibration in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaning {
    /// Too few answers to tell.
    Unknown,
    /// Predictions are close.
    Close,
    /// More is expected than is there.
    High,
    /// Less is expected than is there.
    Low,
}

impl Calibration {
    /// From differences (prediction minus points met), oldest first.
    pub fn of(differences: impl IntoIterator<Item = i8>) -> Self {
        let all: Vec<i8> = differences.into_iter().collect();
        let last = &all[all.len().saturating_sub(LAST)..];
        let sum: i32 = last.iter().map(|d| i32::from(*d)).sum();
        let answers = last.len();
        Calibration { mean: if answers == 0 { 0.0 } else { sum as f32 / answers as f32 }, answers }
    }

    /// In a word.
    pub fn leaning(self) -> Leaning {
        match self {
            Calibration { answers, .. } if answers < ENOUGH => Leaning::Unknown,
            Calibration { mean, .. } if mean.abs() < CLOSE => Leaning::Close,
            Calibration { mean, .. } if mean > 0.0 => Leaning::High,
            _ => Leaning::Low,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_ten_answers_count() {
        let old = [8; 5].into_iter().chain([1; 10]);
        assert_eq!(Calibration::of(old), Calibration { mean: 1.0, answers: 10 });
        assert_eq!(Calibration::of([]), Calibration::default());
    }

    #[test]
    fn it_is_said_in_a_word_once_there_are_three() {
        assert_eq!(Calibration::of([2, 2]).leaning(), Leaning::Unknown);
        assert_eq!(Calibration::of([1, -1, 1]).leaning(), Leaning::Close);
        assert_eq!(Calibration::of([1, 0, 1]).leaning(), Leaning::High);
        assert_eq!(Calibration::of([-1, -1, 0]).leaning(), Leaning::Low);
    }
}
