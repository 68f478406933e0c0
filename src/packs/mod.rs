//! Content on disk: read, check, convert to domain.
