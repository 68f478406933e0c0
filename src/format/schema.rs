//! JSON Schemas (draft 7) for editors, made from the types that parse. A test of the room `packs` keeps `assets/schema` equal to them.
//!
//! The tables in [`super::shapes`] add what types cannot say: which keys are needed, how
//! many entries a list may have, which words and numbers are allowed; a key that only one of the two knows fails here.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::shape::{Field, Shape, Table};
use super::shapes;
use super::types::question::{Cloze, Common, Line, Match, Options, Order, Scenario, Short, TrueFalse};
use super::types::{Checklists, Day, Glossary, Ladder, Pack, Path, Personas, Prompt, Topic};

fn generator() -> SchemaGenerator {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    settings.into_generator()
}

/// The schema of a type as schemars sees it.
fn of<T: JsonSchema>() -> Value {
    generator().into_root_schema_for::<T>().to_value()
}

/// Brings a schema and a table together: same keys, and the table's rules.
fn agree(schema: &mut Value, table: &Table) {
    let known: Vec<String> = properties(schema).keys().cloned().collect();
    for key in &known {
        assert!(table.find(key).is_some(), "{} has no `{key}` in its shape", table.what);
    }
    for field in table.all() {
        let Some(property) = properties(schema).get_mut(field.name) else {
            panic!("{} has no `{}` in its type", table.what, field.name);
        };
        rules(property, field, field.shape);
    }
    let needed: Vec<&str> = table.all().filter(|f| f.needed).map(|f| f.name).collect();
    schema["required"] = json!(needed);
    assert_eq!(schema["additionalProperties"], json!(false), "{} must deny unknown keys", table.what);
}

fn properties(schema: &mut Value) -> &mut Map<String, Value> {
    match schema.get_mut("properties") {
        Some(Value::Object(map)) => map,
        other => panic!("no properties: {other:?}"),
    }
}

/// Adds what the shape says to a property, and fails where its type says otherwise.
fn rules(property: &mut Value, field: &Field, shape: Shape) {
    let name = field.name;
    let expect = |property: &Value, kind: &str| assert_eq!(property["type"], kind, "type of `{name}`");
    if let Value::Object(map) = property {
        map.remove("default");
        map.remove("format");
    }
    match shape {
        Shape::Text => assert!(property["anyOf"].is_array(), "`{name}` must be a text"),
        Shape::Bool => expect(property, "boolean"),
        Shape::Int(low, high) => {
            expect(property, "integer");
            property["minimum"] = json!(low);
            property["maximum"] = json!(high);
        }
        Shape::OneOf(words) => {
            if let Value::Object(map) = property {
                map.remove("oneOf");
            }
            property["type"] = json!("string");
            property["enum"] = json!(words);
        }
        Shape::List(inner, least, most) => {
            expect(property, "array");
            if least > 0 {
                property["minItems"] = json!(least);
            }
            property["maxItems"] = json!(most);
            rules(&mut property["items"], field, *inner);
        }
        Shape::Twins(inner, least, most) => {
            for language in ["en", "id"] {
                let Some(list) = properties(property).get_mut(language) else {
                    panic!("`{name}` must be a list for each language");
                };
                rules(list, field, Shape::List(inner, least, most));
            }
            assert_eq!(property["additionalProperties"], json!(false), "`{name}` must deny other languages");
        }
        Shape::Map(inner, most) => {
            expect(property, "object");
            property["maxProperties"] = json!(most);
            rules(&mut property["additionalProperties"], field, *inner);
        }
        Shape::Table(table) => agree(property, table),
        Shape::Id => pattern(property, "^[a-z0-9]+(-[a-z0-9]+)*$"),
        Shape::Topic => pattern(property, "^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$"),
        Shape::PromptName => pattern(property, "^([a-z0-9]+(-[a-z0-9]+)*/){0,2}[a-z0-9]+(-[a-z0-9]+)*$"),
        Shape::Item => pattern(property, "^([a-z0-9]+(-[a-z0-9]+)*/){2}[a-z0-9]+(-[a-z0-9]+)*$"),
        Shape::Outcome => pattern(property, "^[a-z0-9]+([-.][a-z0-9]+)*$"),
        Shape::Day => pattern(property, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Shape::Version => pattern(property, "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$"),
        Shape::Word | Shape::Code => expect(property, "string"),
    }
}

fn pattern(property: &mut Value, pattern: &str) {
    assert_eq!(property["type"], "string");
    property["pattern"] = json!(pattern);
}

/// A question of a kind: what all share, its kind, and what the kind adds.
fn question<T: JsonSchema>(kind: &str) -> Value {
    let mut schema = of::<Common>();
    let own = of::<T>();
    let doc = json!({ "description": "What makes up the answer.", "const": kind });
    properties(&mut schema).insert("kind".into(), json!({ "type": "string" }));
    for (key, value) in own["properties"].as_object().into_iter().flatten() {
        properties(&mut schema).insert(key.clone(), value.clone());
    }
    let Some(table) = shapes::question(kind) else {
        panic!("{kind} is no kind");
    };
    agree(&mut schema, table);
    properties(&mut schema).insert("kind".into(), doc);
    for key in ["$schema", "definitions"] {
        schema.as_object_mut().map(|map| map.remove(key));
    }
    schema["title"] = json!(kind);
    schema["description"] = own["description"].clone();
    schema
}

fn questions() -> Value {
    let kinds = [
        question::<Options>("single"),
        question::<Options>("multi"),
        question::<TrueFalse>("true_false"),
        question::<Short>("short"),
        question::<Cloze>("cloze"),
        question::<Order>("order"),
        question::<Match>("match"),
        question::<Line>("line"),
        question::<Scenario>("scenario"),
    ];
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "questions.toml",
        "description": "The questions of a topic.",
        "type": "object",
        "properties": {
            "question": { "type": "array", "items": { "oneOf": kinds } }
        },
        "additionalProperties": false
    })
}

fn prompts() -> Value {
    let mut prompt = of::<Prompt>();
    agree(&mut prompt, &shapes::PROMPT);
    for key in ["$schema", "definitions"] {
        prompt.as_object_mut().map(|map| map.remove(key));
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "prompts.toml",
        "description": "The interview prompts of a topic.",
        "type": "object",
        "properties": {
            "prompt": { "type": "array", "items": prompt, "maxItems": super::limits::PROMPTS }
        },
        "additionalProperties": false
    })
}

fn file<T: JsonSchema>(table: &Table) -> Value {
    let mut schema = of::<T>();
    agree(&mut schema, table);
    schema
}

/// Every schema with the name of its file.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    let schemas = [
        ("pack", file::<Pack>(&shapes::PACK)),
        ("topic", file::<Topic>(&shapes::TOPIC)),
        ("glossary", file::<Glossary>(&shapes::GLOSSARY)),
        ("path", file::<Path>(&shapes::PATH)),
        ("questions", questions()),
        ("prompts", prompts()),
        ("personas", file::<Personas>(&shapes::PERSONAS)),
        ("ladder", file::<Ladder>(&shapes::LADDER)),
        ("checklists", file::<Checklists>(&shapes::CHECKLISTS)),
        ("day", file::<Day>(&shapes::DAY)),
    ];
    schemas.into_iter().map(|(name, schema)| (name, format!("{schema:#}\n"))).collect()
}

#[test]
#[should_panic(expected = "has no `level` in its shape")]
fn a_key_that_only_the_type_knows_fails() {
    agree(&mut of::<Topic>(), &shapes::SECTION);
}

#[test]
#[should_panic(expected = "has no `gap` in its type")]
fn a_key_that_only_the_shape_knows_fails() {
    const GAP: Table = Table { what: "a cloze", fields: &[&[super::shape::may("gap", Shape::Bool)]] };
    agree(&mut json!({ "properties": {} }), &GAP);
}
