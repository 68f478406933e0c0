//! Markdown to blocks, and blocks to wrapped lines of text with roles.

pub mod cells;
