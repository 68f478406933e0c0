//! Every report that a test reads is held to the schema that `jenjang help json` prints for it.

use std::path::Path;

use serde_json::Value;

/// Fails unless a report is as its own published schema says: no key more, none less.
pub fn hold_to_schema(report: &Value) {
    let Some(name) = report["schema"].as_str() else { return };
    let file = name.strip_prefix("jenjang.").and_then(|name| name.strip_suffix("/1")).expect("jenjang.NAME/1");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema/reports");
    let schema = std::fs::read_to_string(folder.join(format!("{file}.schema.json")));
    let schema: Value = serde_json::from_str(&schema.unwrap_or_else(|e| panic!("{name}: {e}"))).expect("JSON");
    assert_eq!(schema["title"], name);
    let mut wrong = Vec::new();
    hold(report, &schema, &schema, name, &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The part of JSON Schema that the reports use.
fn hold(value: &Value, schema: &Value, root: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/definitions/").expect("a definition of its own");
        return hold(value, &root["definitions"][name], root, at, wrong);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let fits = |one: &Value| {
            let mut found = Vec::new();
            hold(value, one, root, at, &mut found);
            found.is_empty()
        };
        if !any.iter().any(fits) {
            wrong.push(format!("{at}: {value} is none of {any:?}"));
        }
        return;
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind.as_str()],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is(value, kind)) {
        wrong.push(format!("{at}: {value} is no {kinds:?}"));
        return;
    }
    let differs = schema.get("const").is_some_and(|only| only != value);
    let odd = schema["enum"].as_array().is_some_and(|all| !all.contains(value));
    if differs || odd {
        wrong.push(format!("{at}: {value} is not one of the words"));
    }
    if let (Some(object), Some(known)) = (value.as_object(), schema["properties"].as_object()) {
        for (key, value) in object {
            match known.get(key) {
                Some(schema) => hold(value, schema, root, &format!("{at}.{key}"), wrong),
                None => wrong.push(format!("{at}.{key}: the schema does not know it")),
            }
        }
        let needed = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        wrong.extend(needed.filter(|key| !object.contains_key(*key)).map(|key| format!("{at}.{key}: it is missing")));
    }
    if let Some(items) = value.as_array() {
        for (i, item) in items.iter().enumerate() {
            hold(item, &schema["items"], root, &format!("{at}[{i}]"), wrong);
        }
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

#[test]
fn a_key_too_many_a_key_missing_and_a_wrong_type_are_all_found() {
    let schema = serde_json::json!({
        "type": "object",
        "properties": { "n": { "type": ["integer", "null"] }, "word": { "enum": ["a", "b"] }, "own": { "$ref": "#/definitions/own" } },
        "required": ["n", "word"],
        "definitions": { "own": { "anyOf": [{ "type": "string" }, { "type": "null" }] } },
    });
    let found = |value: Value| {
        let mut wrong = Vec::new();
        hold(&value, &schema, &schema, "it", &mut wrong);
        wrong.len()
    };
    assert_eq!(found(serde_json::json!({ "n": null, "word": "a", "own": "x" })), 0);
    assert_eq!(found(serde_json::json!({ "n": 1.5, "word": "c", "own": 1, "more": 1 })), 4);
    assert_eq!(found(serde_json::json!({})), 2);
}
