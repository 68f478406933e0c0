//! Interface text: Fluent files, numbers, dates, plurals.
