//! The tables of every content file: which keys there are, which have to be there, and what they hold.

use super::shape::Shape::{
    Bool, Code, Day, Id, Int, Item, List, Map, OneOf, Outcome, PromptName, Text, Topic, Twins, Version, Word,
};
use super::shape::{Field, Shape, Table, may, need};

/// The words of `kind` in `questions.toml`.
pub const KINDS: [&str; 9] = ["single", "multi", "true_false", "short", "cloze", "order", "match", "line", "scenario"];

const LEVEL: Shape = Int(1, 6);

/// `pack.toml`.
pub const PACK: Table = Table {
    what: "find-a-pack",
    fields: &[&[
        need("id", Id),
        need("version", Version),
        may("format", Int(1, 1)),
        need("title", Text),
        may("summary", Text),
        need("languages", List(&OneOf(&["en", "id"]), 1, 2)),
        may("licence", Word),
        may("authors", List(&Word, 0, 100)),
        may("unit", List(&Shape::Table(&UNIT), 0, 100)),
    ]],
};

/// `[[unit]]`.
pub const UNIT: Table =
    Table { what: "find-a-unit", fields: &[&[need("id", Id), need("folder", Id), need("title", Text)]] };

/// `topic.toml`.
pub const TOPIC: Table = Table {
    what: "find-a-topic",
    fields: &[&[
        need("id", Id),
        need("title", Text),
        may("summary", Text),
        need("level", LEVEL),
        need("minutes", Int(1, 120)),
        may("requires", List(&Topic, 0, 50)),
        may("see_also", List(&Topic, 0, 50)),
        may("section", List(&Shape::Table(&SECTION), 0, 50)),
    ]],
};

/// `[[section]]`.
pub const SECTION: Table =
    Table { what: "find-a-section", fields: &[&[need("id", Id), may("covers", List(&Outcome, 0, 100))]] };

/// `glossary.toml`.
pub const GLOSSARY: Table =
    Table { what: "find-a-glossary", fields: &[&[may("term", List(&Shape::Table(&TERM), 0, 5_000))]] };

/// `[[term]]`.
pub const TERM: Table = Table {
    what: "find-a-term",
    fields: &[&[
        need("id", Id),
        need("name", Text),
        may("aliases", List(&Word, 0, 50)),
        need("say", Text),
        may("topic", Topic),
    ]],
};

/// `paths/*.toml`.
pub const PATH: Table = Table {
    what: "find-a-path",
    fields: &[&[
        need("id", Id),
        need("kind", OneOf(&["roadmap", "track", "level", "plan"])),
        need("title", Text),
        may("summary", Text),
        may("outcomes", List(&Outcome, 0, 500)),
        may("personas", List(&Id, 0, 50)),
        may("level", LEVEL),
        may("stage", List(&Shape::Table(&STAGE), 0, 200)),
    ]],
};

/// `[[stage]]`.
pub const STAGE: Table = Table {
    what: "find-a-stage",
    fields: &[&[
        need("title", Text),
        may("topics", List(&Topic, 0, 500)),
        may("coming", List(&Shape::Table(&COMING), 0, 500)),
    ]],
};

/// `[[stage.coming]]`.
pub const COMING: Table = Table { what: "find-a-topic-to-come", fields: &[&[need("id", Id), need("title", Text)]] };

/// What all questions share, with `kind`.
pub const COMMON: &[Field] = &[
    need("id", Id),
    need("kind", OneOf(&KINDS)),
    need("level", LEVEL),
    need("section", Id),
    may("covers", List(&Outcome, 0, 3)),
    need("prompt", Text),
    may("explain", Text),
    may("hint", Text),
    may("source", Word),
    may("reviewed", Day),
    may("renamed_from", Id),
];

/// The keys of a `[[question]]` of that kind; `None` for a word that is no kind.
pub fn question(kind: &str) -> Option<&'static Table> {
    Some(match kind {
        "single" => &SINGLE,
        "multi" => &MULTI,
        "true_false" => &TRUE_FALSE,
        "short" => &SHORT,
        "cloze" => &CLOZE,
        "order" => &ORDER,
        "match" => &MATCH,
        "line" => &LINE,
        "scenario" => &SCENARIO,
        _ => return None,
    })
}

/// A question whose kind cannot be read: every key that any kind has may be there.
pub const ANY_QUESTION: Table = Table { what: "find-a-question", fields: &[COMMON] };

const OPTIONS: &[Field] = &[need("option", List(&Shape::Table(&CHOICE), 2, 6)), may("keep_order", Bool)];

/// `single`.
pub const SINGLE: Table = Table { what: "find-a-single-question", fields: &[COMMON, OPTIONS] };

/// `multi`.
pub const MULTI: Table = Table { what: "find-a-multi-question", fields: &[COMMON, OPTIONS] };

/// `[[question.option]]` and `[[question.reason]]`.
pub const CHOICE: Table = Table {
    what: "find-an-option",
    fields: &[&[need("id", Id), need("text", Text), may("right", Bool), may("why", Text)]],
};

/// `true_false`.
pub const TRUE_FALSE: Table = Table {
    what: "find-a-true-false-question",
    fields: &[COMMON, &[need("answer", Bool), need("reason", List(&Shape::Table(&CHOICE), 2, 4))]],
};

const WORDS: Shape = List(&Word, 0, 60);
const NEARS: Shape = List(&Shape::Table(&NEAR), 0, 20);

/// `short`.
pub const SHORT: Table = Table {
    what: "find-a-short-question",
    fields: &[COMMON, &[need("answer", Text), may("accept", WORDS), may("near", NEARS)]],
};

/// An entry of `near` or `distractor`.
pub const NEAR: Table = Table { what: "find-a-near-word", fields: &[&[need("text", Text), may("why", Text)]] };

/// `cloze`.
pub const CLOZE: Table = Table {
    what: "find-a-cloze-question",
    fields: &[COMMON, &[need("text", Text), need("gap", List(&Shape::Table(&GAP), 1, 9)), may("distractor", NEARS)]],
};

/// `[[question.gap]]`.
pub const GAP: Table = Table {
    what: "find-a-gap",
    fields: &[&[
        need("answer", Text),
        may("accept", WORDS),
        may("near", NEARS),
        may("why", Text),
        may("distractor", NEARS),
    ]],
};

/// `order`.
pub const ORDER: Table = Table {
    what: "find-an-order-question",
    fields: &[
        COMMON,
        &[need("step", List(&Shape::Table(&STEP), 2, 12)), may("any_order", List(&List(&Id, 2, 12), 0, 6))],
    ],
};

/// A step.
pub const STEP: Table =
    Table { what: "find-a-step", fields: &[&[need("id", Id), need("text", Text), may("why", Text)]] };

/// `match`.
pub const MATCH: Table = Table {
    what: "find-a-match-question",
    fields: &[
        COMMON,
        &[need("pair", List(&Shape::Table(&PAIR), 2, 9)), may("extra", List(&Shape::Table(&EXTRA), 0, 6))],
    ],
};

/// A pair.
pub const PAIR: Table = Table {
    what: "find-a-pair",
    fields: &[&[need("id", Id), need("left", Text), need("right", Text), may("why", Text)]],
};

/// An extra right side.
pub const EXTRA: Table =
    Table { what: "find-an-extra", fields: &[&[need("id", Id), need("right", Text), may("why", Text)]] };

/// `line`.
pub const LINE: Table = Table {
    what: "find-a-line-question",
    fields: &[
        COMMON,
        &[need("language", Word), need("code", Code), need("line", List(&Shape::Table(&LINE_NOTE), 1, 40))],
    ],
};

/// `[[question.line]]`.
pub const LINE_NOTE: Table =
    Table { what: "find-a-line", fields: &[&[need("number", Int(1, 400)), may("right", Bool), may("why", Text)]] };

/// `scenario`.
pub const SCENARIO: Table =
    Table { what: "find-a-scenario-question", fields: &[COMMON, &[need("scene", List(&Shape::Table(&SCENE), 1, 20))]] };

/// `[[question.scene]]`.
pub const SCENE: Table = Table {
    what: "find-a-scene",
    fields: &[&[need("id", Id), need("text", Text), need("choice", List(&Shape::Table(&SCENE_CHOICE), 2, 4))]],
};

/// `[[question.scene.choice]]`.
pub const SCENE_CHOICE: Table = Table {
    what: "find-a-choice",
    fields: &[&[
        need("id", Id),
        need("text", Text),
        may("why", Text),
        may("best", Bool),
        may("goto", Id),
        may("cost", Text),
    ]],
};

/// The words of `kind` in `prompts.toml`.
pub const PROMPT_KINDS: [&str; 5] = ["technical", "design", "debug", "review", "behavioural"];

/// The words of a mark.
pub const MARKS: [&str; 3] = ["missed", "partly", "met"];

/// What an answer is likely to contain.
const FOUND_BY: Shape = Twins(&Word, 1, 40);

/// `[[prompt]]`.
pub const PROMPT: Table = Table {
    what: "find-a-prompt",
    fields: &[&[
        need("id", Id),
        may("title", Text),
        need("kind", OneOf(&PROMPT_KINDS)),
        need("level", LEVEL),
        may("covers", List(&Outcome, 0, 20)),
        may("personas", List(&Id, 0, 20)),
        need("ask", Text),
        need("think", Int(0, 600)),
        need("minutes", Int(1, 60)),
        may("source", Word),
        may("reviewed", Day),
        may("clarify", List(&Shape::Table(&CLARIFY), 0, 8)),
        need("point", List(&Shape::Table(&POINT), 4, 8)),
        may("red_flag", List(&Shape::Table(&RED_FLAG), 0, 8)),
        need("anchors", Shape::Table(&ANCHORS)),
        need("model", Shape::Table(&MODEL)),
        may("sample", List(&Shape::Table(&SAMPLE), 0, 6)),
    ]],
};

/// `[[prompt.clarify]]`.
pub const CLARIFY: Table =
    Table { what: "find-a-clarifying-question", fields: &[&[need("ask", Text), need("answer", Text)]] };

/// `[[prompt.point]]`.
pub const POINT: Table = Table {
    what: "find-a-point",
    fields: &[&[
        need("id", Id),
        need("weight", Int(1, 5)),
        need("must", Bool),
        need("level", LEVEL),
        need("text", Text),
        need("met", Text),
        need("partly", Text),
        need("words", FOUND_BY),
        need("follow_up", Text),
        need("drill", Text),
    ]],
};

/// `[[prompt.red_flag]]`.
pub const RED_FLAG: Table = Table {
    what: "find-a-red-flag",
    fields: &[&[
        need("id", Id),
        need("text", Text),
        need("why", Text),
        need("words", FOUND_BY),
        need("caps_at", Int(0, 5)),
    ]],
};

/// `[prompt.anchors]`.
pub const ANCHORS: Table = Table {
    what: "find-the-anchors",
    fields: &[&[need("1", Text), need("2", Text), need("3", Text), need("4", Text), need("5", Text), need("6", Text)]],
};

/// `[prompt.model]`.
pub const MODEL: Table = Table { what: "find-the-model", fields: &[&[need("short", Text), need("full", Text)]] };

/// `[[prompt.sample]]`.
pub const SAMPLE: Table = Table {
    what: "find-a-sample",
    fields: &[&[
        need("quality", OneOf(&["weak", "middling"])),
        need("text", Text),
        need("marks", Map(&OneOf(&MARKS), 8)),
        may("red_flags", List(&Id, 0, 8)),
        may("signals", Map(&Int(0, 3), 5)),
    ]],
};

/// `personas.toml`.
pub const PERSONAS: Table =
    Table { what: "find-personas-file", fields: &[&[may("persona", List(&Shape::Table(&PERSONA), 0, 100))]] };

/// What an interviewer says: variants on one line each.
const LINES: Shape = Twins(&Word, 1, 20);

/// `[[persona]]`.
pub const PERSONA: Table = Table {
    what: "find-a-persona",
    fields: &[&[
        need("id", Id),
        need("name", Text),
        need("cares", Text),
        need("voice", Text),
        may("topics", List(&Topic, 0, 100)),
        may("outcomes", List(&Outcome, 0, 100)),
        need("greet", LINES),
        need("missing", LINES),
        need("strong", LINES),
        need("time", LINES),
        may("close", LINES),
    ]],
};

/// The dimensions of a career ladder.
pub const DIMENSIONS: [&str; 5] = ["mastery", "impact", "influence", "communication", "leadership"];

/// `ladder.toml`.
pub const LADDER: Table = Table {
    what: "find-a-career-ladder",
    fields: &[&[
        may("level", List(&Shape::Table(&LADDER_LEVEL), 0, 6)),
        may("name", List(&Shape::Table(&CELL_NAME), 0, 30)),
        may("statement", List(&Shape::Table(&STATEMENT), 0, 1_000)),
    ]],
};

/// `[[level]]`.
pub const LADDER_LEVEL: Table =
    Table { what: "find-a-level", fields: &[&[need("number", LEVEL), need("title", Text), may("summary", Text)]] };

/// `[[name]]`.
pub const CELL_NAME: Table = Table {
    what: "find-a-name",
    fields: &[&[need("level", LEVEL), need("dimension", OneOf(&DIMENSIONS)), need("text", Text)]],
};

/// `[[statement]]`.
pub const STATEMENT: Table = Table {
    what: "find-a-statement",
    fields: &[&[
        need("id", Outcome),
        need("level", LEVEL),
        need("dimension", OneOf(&DIMENSIONS)),
        need("text", Text),
        may("topics", List(&Topic, 0, 50)),
        may("prompts", List(&PromptName, 0, 50)),
        need("evidence", Text),
    ]],
};

/// `checklists.toml`.
pub const CHECKLISTS: Table =
    Table { what: "find-checklists-file", fields: &[&[may("checklist", List(&Shape::Table(&CHECKLIST), 0, 100))]] };

/// `[[checklist]]`.
pub const CHECKLIST: Table = Table {
    what: "find-a-checklist",
    fields: &[&[
        need("id", Id),
        need("title", Text),
        may("summary", Text),
        need("item", List(&Shape::Table(&CHECK), 1, 100)),
    ]],
};

/// `[[checklist.item]]`.
pub const CHECK: Table =
    Table { what: "find-an-item", fields: &[&[need("id", Id), need("text", Text), need("why", Text)]] };

/// What choices of a day move.
pub const METERS: [&str; 4] = ["reliability", "delivery", "trust", "focus"];

/// `days/*.toml`.
pub const DAY: Table = Table {
    what: "find-a-day",
    fields: &[&[
        need("id", Id),
        need("title", Text),
        need("meters", List(&OneOf(&METERS), 1, 4)),
        need("slot", List(&Shape::Table(&SLOT), 1, 40)),
    ]],
};

/// Flags of a day.
const FLAGS: Shape = List(&Id, 0, 20);
const SAYS: Shape = Map(&Text, 6);

/// `[[slot]]`.
pub const SLOT: Table = Table {
    what: "find-a-slot",
    fields: &[&[
        need("id", Id),
        need("at", Word),
        may("outcomes", List(&Outcome, 0, 20)),
        need("title", Text),
        may("scene", Text),
        need("artefact", Shape::Table(&ARTEFACT)),
        may("says", SAYS),
        may("ask", SAYS),
        may("variant", List(&Shape::Table(&VARIANT), 0, 12)),
        need("choice", List(&Shape::Table(&DAY_CHOICE), 3, 5)),
    ]],
};

/// `[slot.artefact]`.
pub const ARTEFACT: Table = Table { what: "find-an-artefact", fields: &[&[need("kind", Id), need("text", Code)]] };

/// `[[slot.variant]]`.
pub const VARIANT: Table = Table {
    what: "find-a-variant",
    fields: &[&[
        may("when", FLAGS),
        need("scene", Text),
        may("artefact", Shape::Table(&ARTEFACT)),
        may("says", SAYS),
        may("ask", SAYS),
    ]],
};

/// `[[slot.choice]]`.
pub const DAY_CHOICE: Table = Table {
    what: "find-a-choice",
    fields: &[&[
        need("id", Id),
        may("best", Bool),
        need("text", Text),
        may("effect", Shape::Table(&EFFECT)),
        may("sets", FLAGS),
        may("items", List(&Item, 0, 10)),
        need("why", Text),
    ]],
};

/// `effect` of a choice.
pub const EFFECT: Table = Table {
    what: "find-an-effect",
    fields: &[&[
        may("reliability", Int(-5, 5)),
        may("delivery", Int(-5, 5)),
        may("trust", Int(-5, 5)),
        may("focus", Int(-5, 5)),
    ]],
};
