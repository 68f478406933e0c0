//! Lessons for tests: those of the pictures, one with every kind of check, and a hostile one.

use std::sync::Arc;

use crate::domain::catalog::{SectionHead, TopicBody, TopicHead};
use crate::domain::ids::TopicId;
use crate::domain::question::{
    AnswerKey, Blank, Choice, Kind, LineNote, Near, Options, Pair, Question, Scene, SceneChoice, Step,
};
use crate::domain::text::Text;
use crate::sessions::effect::{Crumbs, Effect, LoadedItem, LoadedTopic, News, Request};
use crate::sessions::study::{Catalog, Study};
use crate::ui::stage::{Stage, TODAY};

use super::LessonScreen;

pub fn here() -> TopicId {
    TopicId::new("pack", "n1")
}

pub fn both(en: &str, id: &str) -> Text {
    Text::new(en, id)
}

pub fn same(text: &str) -> Text {
    Text::shared(text)
}

fn choice(id: &str, text: Text, right: bool, why: Text) -> Choice {
    Choice { id: id.into(), text, right, why }
}

pub fn question(name: &str, section: &str, prompt: Text, kind: Kind) -> Question {
    Question {
        id: here().item(name),
        key: AnswerKey(1),
        level: 2,
        section: section.into(),
        prompt,
        explain: Text::default(),
        hint: both("Count the list, too.", "Hitung juga daftarnya."),
        source: "".into(),
        kind,
    }
}

pub fn how_many() -> Question {
    let choices = vec![
        choice(
            "two",
            both("2 queries", "2 query"),
            false,
            both("Two is what eager loading needs.", "Dua itu hasil eager loading."),
        ),
        choice("hundred", both("100 queries", "100 query"), false, both("The list is missing.", "Daftarnya lupa.")),
        choice(
            "all",
            both("101 queries", "101 query"),
            true,
            both("One for the list, one for each store.", "Satu untuk daftar, satu untuk tiap toko."),
        ),
    ];
    let prompt =
        both("100 stores, no eager loading. How many queries?", "100 toko, tanpa eager loading. Berapa query?");
    question("how-many", "sees", prompt, Kind::Single(Options { choices, keep_order: true }))
}

fn blank(answer: &str) -> Blank {
    Blank {
        answer: same(answer),
        accept: vec![],
        near: vec![Near { text: same("lazy"), why: same("That is the opposite.") }],
        why: same("It loads early."),
        distractors: vec![Near { text: same("late"), why: same("Not a term.") }],
    }
}

/// A question of each of the nine kinds.
pub fn all_kinds() -> Vec<Question> {
    let yes = |id: &str, right: bool| choice(id, same(id), right, same(&format!("why {id}")));
    let options =
        || Options { choices: vec![yes("one", true), yes("two", false), yes("three", true)], keep_order: true };
    let reasons = vec![yes("retries", true), yes("network", false)];
    let step = |id: &str| Step { id: id.into(), text: same(id), why: same(&format!("{id} comes here")) };
    let pair = |n: usize| Pair {
        id: format!("p{n}").into(),
        left: same(&format!("situation {n}")),
        right: same(&format!("40{n}")),
        why: same("They belong together."),
    };
    let note = |number, right| LineNote { number, right, why: same(&format!("about line {number}")) };
    let decision = |id: &str, best: bool, goto| SceneChoice {
        id: id.into(),
        text: same(id),
        why: same(&format!("{id} costs")),
        best,
        goto,
        cost: same("Six minutes."),
    };
    let scene = |id: &str, goto: Option<usize>| Scene {
        id: id.into(),
        text: same(&format!("scene {id}")),
        choices: vec![decision("wait", false, goto), decision("look", true, goto)],
    };
    let code = "for _, s := range stores {\n\tc, err := r.clients.Get(ctx, s.ClientID, WithTimeout(2*time.Second), WithRetries(3))\n}";
    [
        ("multi", Kind::Multi(options())),
        ("verdict", Kind::TrueFalse { answer: false, reasons }),
        ("short", Kind::Short(blank("eager"))),
        ("cloze", Kind::Cloze { text: same("Load {{1}}, not {{2}}."), gaps: vec![blank("early"), blank("often")] }),
        ("order", Kind::Order { steps: ["add", "commit", "push"].map(step).into(), any_order: vec![] }),
        ("match", Kind::Match { pairs: vec![pair(0), pair(4)], extras: vec![yes("409", false)] }),
        ("line", Kind::Line { language: "go".into(), code: code.into(), notes: vec![note(2, true), note(1, false)] }),
        ("scenario", Kind::Scenario { scenes: vec![scene("first", Some(1)), scene("second", None)] }),
    ]
    .into_iter()
    .map(|(name, kind)| question(name, "sees", same(&format!("A question: {name}?")), kind))
    .chain([how_many()])
    .collect()
}

/// The lesson of picture 04.
pub const N1_EN: &str = r#"## What the database sees {#sees}

The handler asks for 50 stores, then for each owner one by one. One page
load becomes **51 round trips**. *Eager loading* fetches the owners in one more.

```go
for _, s := range stores {
    c, err := r.clients.Get(ctx, s.ClientID)   // one query each
}
db.Preload("Client").Limit(50).Find(&stores)   // two in all
```

```check
how-many
```

> [!say]
> "I count the queries first. If they grow with the rows, I load the relation in one query and measure again."
"#;

pub const N1_ID: &str = r#"## Yang dilihat database {#sees}

Handler meminta 50 toko, lalu pemiliknya satu per satu. Satu halaman
menjadi **51 perjalanan**. *Eager loading* mengambil semua pemilik dalam satu query lagi.

```go
for _, s := range stores {
    c, err := r.clients.Get(ctx, s.ClientID)   // one query each
}
db.Preload("Client").Limit(50).Find(&stores)   // two in all
```

```check
how-many
```

> [!say]
> "Saya hitung dulu query-nya. Kalau jumlahnya ikut baris, relasinya saya ambil dalam satu query, lalu saya ukur lagi."
"#;

/// The lesson of picture 05.
pub const CACHE_EN: &str = r#"## Read through, then remember {#sees}

Ask the cache first. On a miss, read the database and keep the answer for
a while. The time to live decides how wrong you are willing to be.

```diagram
The app asks the cache, then the database.

    app                    cache                   database
     │ ── 1 GET u:42 ──────→ │                         │
     │ ←─ miss ───────────── │                         │
     │ ── 2 SELECT ──────────┼───────────────────────→ │
     │ ── 3 SET EX 60 ─────→ │                         │
```

> [!notes]
> "Update the cache when the row changes." Today: delete the key; two writers can update in the wrong order.

> [!mistake]
> No time to live at all: one missed delete and the answer is old forever.
"#;

/// Four sections, long enough for several pages.
pub fn long(lang: &str) -> String {
    let mut out = format!("Before the first section ({lang}).\n");
    for (i, id) in ["one", "two", "three", "four"].into_iter().enumerate() {
        out.push_str(&format!("\n## Section {id} ({lang}) {{#{id}}}\n"));
        for n in 1..=4 {
            let words = "words that fill a row of the page and then some more ".repeat(4);
            out.push_str(&format!("\nParagraph {n} of {id} ({lang}): {words}\n"));
        }
        if i == 1 {
            out.push_str("\nSee [methods](topic:methods) and [the manual](https://example.org/m).\n");
        }
        out.push_str("\n| name | value |\n| --- | --- |\n| a | 1 |\n");
    }
    out
}

pub const HOSTILE: &str = "# \u{1b}]0;title\u{7}x {#a}\n\n> [!say]\n> > > - 1. ```\n\n```check\nmissing\n```\n\n```check\n\n```\n\n|a|b\n|-|-\n|\u{202e}x|数据库数据库|\n\n\
    ```diagram\nwords\n\n┌─┐\n```\n\n[a](javascript:x) ![](y) <script>\n\n## {#b}\n\n[^1]: note\n\n***\n\n```go\n\t\u{0}\u{1b}[31mlong 数 long long long long long long long long long long long long long long long\n```\n";

pub fn topic(en: &str, id: &str, questions: Vec<Question>) -> LoadedTopic {
    let section = |id: &str| SectionHead { id: id.into(), title: same(id), covers: vec![] };
    let head = TopicHead {
        id: here(),
        unit: "u".into(),
        title: both("N+1 and eager loading", "N+1 dan eager loading"),
        summary: Text::default(),
        level: 2,
        minutes: 5,
        requires: vec![],
        see_also: ["indexes", "loader", "gone", "pool"].map(|t| TopicId::new("pack", t)).into(),
        sections: crate::prose::parse(en).sections.iter().map(|s| section(&s.id)).collect(),
        questions: questions.len() as u16,
    };
    let body = TopicBody { head, lesson_en: en.into(), lesson_id: id.into(), questions };
    LoadedTopic { body: Arc::new(body), memories: vec![], notes: vec![], position: None, terms: vec![] }
}

/// A lesson on a stage, with an app that answers and saves at once.
pub struct Desk {
    pub stage: Stage,
    pub loaded: LoadedTopic,
    /// What the lesson asked for besides questions, and the events of its records.
    pub effects: Vec<Effect>,
}

impl Desk {
    pub fn open(loaded: LoadedTopic) -> Desk {
        Desk::at(loaded, None)
    }

    pub fn at(loaded: LoadedTopic, section: Option<&str>) -> Desk {
        let mut catalog = Catalog::default();
        let names = [("indexes", "Indexes"), ("loader", "DataLoader"), ("pool", "Connection pooling")];
        for (id, title) in names {
            let id = TopicId::new("pack", id);
            let head = TopicHead { id: id.clone(), title: same(title), ..loaded.body.head.clone() };
            catalog.topics.insert(id, head.into());
        }
        let study = Study { day: TODAY, complete: true, catalog: Arc::new(catalog), ..Study::default() };
        let screen = LessonScreen::new(here(), section.map(Box::from));
        let mut desk = Desk { stage: Stage::with(Box::new(screen), study), loaded, effects: vec![] };
        desk.serve();
        desk
    }

    /// The app answers what was asked until nothing is asked any more.
    pub fn serve(&mut self) -> &mut Self {
        loop {
            let effects = self.stage.effects();
            if effects.is_empty() {
                return self;
            }
            for effect in effects {
                match &effect {
                    Effect::Ask(Request::Topic(id)) => {
                        self.stage.news(News::Topic(id.clone(), Ok(Box::new(self.loaded.clone()))));
                    }
                    Effect::Ask(Request::Item(id)) => {
                        let found = self.loaded.body.questions.iter().find(|q| q.id == *id).map(|q| {
                            Box::new(LoadedItem {
                                question: Arc::new(q.clone()),
                                memory: None,
                                crumbs: Crumbs::default(),
                                accepted: vec![],
                                note: "".into(),
                                median_ms: None,
                            })
                        });
                        self.stage.news(News::Item(id.clone(), found));
                    }
                    Effect::Record(events) => {
                        self.stage.news(News::Saved(events.iter().map(|e| e.id).collect()));
                        self.effects.push(effect);
                    }
                    Effect::Draft { body, .. } => self.loaded.position = body.clone(),
                    _ => self.effects.push(effect),
                }
            }
        }
    }

    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.stage.after_ms += 1000;
            self.stage.keys(key);
            self.serve();
        }
        self
    }

    pub fn types(&mut self, text: &str) -> &mut Self {
        self.stage.types(text);
        self.serve()
    }

    pub fn picture(&mut self) -> String {
        self.stage.picture()
    }

    /// The first row of text.
    pub fn first(&mut self) -> String {
        self.picture().lines().skip(3).find(|l| !l.trim().is_empty()).unwrap_or_default().trim().to_owned()
    }
}
