//! Settings, key file, themes, paths.
