//! Markdown to blocks to wrapped lines of (text, role).
