//! The envelope of JSON reports (UX 8.3). Each is described in `assets/schema/reports`, which `jenjang help json` prints.

use serde_json::{Value, json};

/// A report under its schema's name.
pub fn envelope(schema: &str, profile: Option<&str>, data: Value) -> Value {
    json!({
        "schema": format!("jenjang.{schema}/1"),
        "generated_at": crate::app::clock::now_text(),
        "profile": profile.unwrap_or(crate::config::paths::DEFAULT_PROFILE),
        "data": data,
        "warnings": [],
    })
}

/// Prints a report.
///
/// # Errors
///
/// When standard output cannot be written to.
pub fn print(schema: &str, profile: Option<&str>, data: Value) -> std::io::Result<()> {
    use std::io::Write;
    let body = serde_json::to_string_pretty(&envelope(schema, profile, data)).unwrap_or_default();
    writeln!(std::io::stdout().lock(), "{body}")
}

/// A text in both languages.
pub fn text(text: &crate::domain::text::Text) -> Value {
    json!({ "en": text.en, "id": text.id })
}
