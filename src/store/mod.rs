//! SQLite: log, projections, drafts, search index, backup.
