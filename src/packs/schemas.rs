//! Keeps `assets/schema` equal to the types: `WRITE_SCHEMAS=1 cargo test --lib schemas` writes the files anew.

use std::path::Path;

#[test]
fn the_schemas_that_editors_read_are_those_of_the_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema");
    for (name, schema) in crate::format::schema::all() {
        let file = folder.join(format!("{name}.schema.json"));
        if std::env::var_os("WRITE_SCHEMAS").is_some() {
            std::fs::write(&file, &schema).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(kept, schema, "{name}.schema.json is old: WRITE_SCHEMAS=1 cargo test --lib schemas");
    }
}
