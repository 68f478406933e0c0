//! The content format: types, parser with places, schema, compact index.
