//! The packet for a 1:1: where somebody stands on the ladder, with what they choose to bring.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::domain::catalog::Stop;
use crate::domain::ladder::{Claim, Counts, Dimension, LEVELS, Proof, Statement, StatementRecord};
use crate::domain::log::Written;
use crate::domain::sorting::Arrange;
use crate::domain::text::{Lang, Text, one_line};
use crate::domain::time::StudyDay;
use crate::words::{Words, iso_date};

use super::document::Document;
use super::{LadderData, PROOF_LINK, claim_name, dimension_name, proof_parts, reading_sentence, standing_name};
use crate::sessions::study::Study;

/// A part of the packet that may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The matrix of levels and dimensions.
    Matrix,
    /// Statements that are proven.
    Proven,
    /// What is written in the evidence; without it only how many proofs there are.
    Evidence,
    /// Where evidence can be seen.
    Links,
    /// Statements that are rated "consistently" without a recent proof.
    Claimed,
    /// What stands between the learner and the next level.
    Next,
    /// Questions for the talk.
    Talk,
    /// The lessons and prompts that would change that.
    Plan,
    /// Ratings that changed in the last year.
    History,
}

impl Part {
    /// All, in the order of the packet.
    pub const ALL: [Part; 9] = [
        Part::Matrix,
        Part::Proven,
        Part::Evidence,
        Part::Links,
        Part::Claimed,
        Part::Next,
        Part::Plan,
        Part::Talk,
        Part::History,
    ];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Part::Matrix => "matrix",
            Part::Proven => "proven",
            Part::Evidence => "evidence",
            Part::Links => "links",
            Part::Claimed => "claimed",
            Part::Next => "next",
            Part::Plan => "plan",
            Part::Talk => "talk",
            Part::History => "history",
        }
    }

    /// The part of a word.
    pub fn of(word: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.word() == word)
    }

    /// What people call it.
    pub fn name(self, words: &Words) -> String {
        match self {
            Part::Matrix => words.get("ladder-part-matrix"),
            Part::Proven => words.get("ladder-part-proven"),
            Part::Evidence => words.get("ladder-part-evidence"),
            Part::Links => words.get("ladder-part-links"),
            Part::Claimed => words.get("ladder-part-claimed"),
            Part::Next => words.get("ladder-part-next"),
            Part::Plan => words.get("ladder-part-plan"),
            Part::Talk => words.get("ladder-part-talk"),
            Part::History => words.get("ladder-part-history"),
        }
        .into_owned()
    }
}

/// How the packet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// Open statements that are asked about.
const ASKED: usize = 3;

/// What a packet is made from.
#[derive(Debug, Clone, Copy)]
pub struct Packet<'a> {
    /// The ladder and the book.
    pub data: &'a LadderData,
    /// How topics stand, and today.
    pub study: &'a Study,
    /// The level to climb to.
    pub level: u8,
    /// What is left out.
    pub without: &'a BTreeSet<Part>,
    /// Interface text.
    pub words: &'a Words,
    /// The learner's language.
    pub lang: Lang,
}

impl Packet<'_> {
    fn has(&self, part: Part) -> bool {
        !self.without.contains(&part)
    }

    fn get(&self, key: &str) -> String {
        self.words.get(key).into_owned()
    }

    fn today(&self) -> StudyDay {
        self.study.day
    }

    fn claim(&self, statement: &Statement) -> Claim {
        self.data.book.claim(&statement.id, self.today())
    }

    fn record(&self, statement: &Statement) -> Option<&StatementRecord> {
        self.data.book.record(&statement.id)
    }

    fn dimension(&self, level: Option<u8>, dimension: Dimension) -> String {
        dimension_name(&self.data.ladder, level, dimension, self.words, self.lang)
    }

    /// Statements that stand so, by level and dimension.
    fn standing(&self, wanted: Claim) -> Vec<&Statement> {
        let all = (1..=LEVELS).flat_map(|level| self.data.ladder.level(level));
        all.filter(|statement| self.claim(statement) == wanted).collect()
    }

    /// The whole packet as a document.
    pub fn write(&self, form: Form) -> String {
        let mut page = Document::new(form);
        page.title(1, &self.words.fmt("ladder-packet-title", &[("date", iso_date(self.today().0).into())]));
        page.text(&reading_sentence(self.data.reading(self.today()), self.words));
        page.text(&self.get("ladder-packet-about"));
        for level in (1..=self.highest()).filter(|level| self.level_counts(*level).rated > 0) {
            let counts = self.level_counts(level);
            let values = [
                ("n", level.into()),
                ("all", counts.all.into()),
                ("consistent", counts.consistent.into()),
                ("proven", counts.proven.into()),
            ];
            page.item(&self.words.fmt("ladder-packet-level", &values));
        }
        if self.has(Part::Matrix) {
            self.matrix(&mut page);
        }
        if self.has(Part::Proven) {
            self.proven(&mut page);
        }
        if self.has(Part::Claimed) {
            self.claimed(&mut page);
        }
        if self.has(Part::Next) {
            self.next(&mut page);
        }
        if self.has(Part::Talk) {
            self.talk(&mut page);
        }
        if self.has(Part::History) {
            self.history(&mut page);
        }
        page.done()
    }

    fn level_counts(&self, level: u8) -> Counts {
        self.data.book.level(&self.data.ladder, level, self.today())
    }

    /// The highest level that there is anything to say about: the one that is climbed to, or one with a rating above it.
    fn highest(&self) -> u8 {
        (1..=LEVELS).filter(|level| *level <= self.level || self.level_counts(*level).rated > 0).max().unwrap_or(LEVELS)
    }

    /// One level more than there is anything to say about is shown: what comes after.
    fn matrix(&self, page: &mut Document) {
        page.title(2, &Part::Matrix.name(self.words));
        page.text(&self.get("ladder-packet-matrix"));
        let last = (self.highest() + 1).min(LEVELS);
        let mut head = vec![String::new()];
        head.extend((1..=last).map(|n| self.words.fmt("ladder-level", &[("n", n.into())])));
        let mut rows = vec![head];
        for dimension in Dimension::ALL {
            let mut row = vec![self.dimension(None, dimension)];
            row.extend((1..=last).map(|level| {
                let cell = self.data.book.cell(&self.data.ladder, level, dimension, self.today());
                if cell.all > 0 && cell.rated == 0 { "-".to_owned() } else { cell_words(cell, self.words) }
            }));
            rows.push(row);
        }
        page.table(&rows);
        for (level, dimension, name) in self.data.ladder.names.iter().filter(|(level, ..)| *level <= last) {
            let values = [
                ("n", (*level).into()),
                ("dimension", self.dimension(None, *dimension).into()),
                ("name", name.get(self.lang).into()),
            ];
            page.text(&self.words.fmt("ladder-packet-named", &values));
        }
    }

    fn proven(&self, page: &mut Document) {
        let proven = self.standing(Claim::Proven);
        page.title(2, &Part::Proven.name(self.words));
        if proven.is_empty() {
            page.text(&self.get("ladder-packet-none-proven"));
        }
        for statement in proven {
            page.item(&self.line(statement));
            let record = self.record(statement);
            let proofs = record.map(StatementRecord::newest_proofs).unwrap_or_default();
            let recent = proofs.iter().filter(|p| p.what.is_recent(self.today()));
            if !self.has(Part::Evidence) {
                page.below(&self.words.fmt("ladder-proofs", &[("n", recent.count().into())]));
                continue;
            }
            for proof in recent {
                self.proof(page, proof);
            }
        }
    }

    fn proof(&self, page: &mut Document, proof: &Written<Proof>) {
        let proof = &proof.what;
        let shown = |part: &(&str, &str)| part.0 != PROOF_LINK || self.has(Part::Links);
        let parts: Vec<_> = proof_parts(proof).filter(shown).collect();
        let day = iso_date(proof.day.0);
        match parts.as_slice() {
            [(_, text)] => page.below(&format!("{day}: {}", one_line(text))),
            parts => {
                page.below(&day);
                for (name, text) in parts {
                    page.deeper(&format!("{}: {}", self.get(name), one_line(text)));
                }
            }
        }
    }

    fn claimed(&self, page: &mut Document) {
        let claimed = self.standing(Claim::Claimed);
        if claimed.is_empty() {
            return;
        }
        page.title(2, &Part::Claimed.name(self.words));
        let mut cell = None;
        for statement in claimed {
            if cell.replace((statement.level, statement.dimension)) != Some((statement.level, statement.dimension)) {
                let values = [
                    ("n", statement.level.into()),
                    ("dimension", self.dimension(Some(statement.level), statement.dimension).into()),
                ];
                page.item(&self.words.fmt("ladder-packet-cell", &values));
            }
            page.below(statement.text.get(self.lang));
        }
    }

    fn next(&self, page: &mut Document) {
        let gaps = self.data.gaps(self.level, self.study);
        let open: Vec<_> = gaps.iter().filter(|gap| !gap.claim.is_consistent()).collect();
        page.title(2, &self.words.fmt("ladder-packet-next", &[("n", self.level.into())]));
        let values = [("n", open.len().into()), ("all", self.level_counts(self.level).all.into())];
        page.text(&self.words.fmt("ladder-packet-open", &values));
        for gap in open {
            page.item(&format!("{} ({})", self.line(gap.statement), claim_name(gap.claim, self.words)));
            if !self.has(Part::Plan) {
                continue;
            }
            let lessons: Vec<&str> = gap
                .lessons
                .iter()
                .filter_map(|topic| self.study.catalog.topics.get(*topic).map(|head| head.title.get(self.lang)))
                .collect();
            let prompts: Vec<&str> = gap.prompts.iter().map(|id| self.data.prompt_title(id, self.lang)).collect();
            for (name, titles) in [("ladder-plan-lessons", lessons), ("ladder-plan-prompts", prompts)] {
                if !titles.is_empty() {
                    page.below(&format!("{}: {}", self.get(name), titles.join("; ")));
                }
            }
            page.below(&format!("{}: {}", self.get("ladder-plan-evidence"), gap.statement.evidence.get(self.lang)));
        }
    }

    /// What to ask: whether the claims are seen alike, and where the next open statements can be shown.
    fn talk(&self, page: &mut Document) {
        let claimed = self.standing(Claim::Claimed);
        let gaps = self.data.gaps(self.level, self.study);
        let open: Vec<&Statement> =
            gaps.iter().filter(|gap| !gap.claim.is_consistent()).map(|gap| gap.statement).take(ASKED).collect();
        if claimed.is_empty() && open.is_empty() {
            return;
        }
        page.title(2, &Part::Talk.name(self.words));
        if !claimed.is_empty() {
            page.item(&self.words.fmt("ladder-talk-claimed", &[("n", claimed.len().into())]));
        }
        if !open.is_empty() {
            page.item(&self.get("ladder-talk-open"));
            for statement in open {
                page.below(statement.text.get(self.lang));
            }
        }
    }

    /// Ratings that became others, the newest first; what was rated for the first time is only counted.
    fn history(&self, page: &mut Document) {
        let mut first = 0;
        let mut changes: Vec<(StudyDay, &Statement, String)> = Vec::new();
        for statement in &self.data.ladder.statements {
            let ratings = self.record(statement).map(|r| r.ratings.as_slice()).unwrap_or_default();
            for (i, rated) in ratings.iter().enumerate() {
                let before = i.checked_sub(1).and_then(|i| ratings.get(i)).map(|r| r.what.standing);
                if before == Some(rated.what.standing) || self.today().since(rated.what.day) > 365 {
                    continue;
                }
                let Some(before) = before else {
                    first += 1;
                    continue;
                };
                let values = [
                    ("before", standing_name(Some(before), self.words).into()),
                    ("now", standing_name(Some(rated.what.standing), self.words).into()),
                ];
                changes.push((rated.what.day, statement, self.words.fmt("ladder-changed", &values)));
            }
        }
        if changes.is_empty() && first == 0 {
            return;
        }
        changes.arrange_by_key(|(day, ..)| std::cmp::Reverse(*day));
        page.title(2, &Part::History.name(self.words));
        for (day, statement, change) in changes {
            page.item(&format!("{}: {}", iso_date(day.0), self.line(statement)));
            page.below(&change);
        }
        if first > 0 {
            page.item(&self.words.fmt("ladder-packet-first", &[("n", first.into())]));
        }
    }

    /// A statement with where it stands: "Level 2, Impact: ...".
    fn line(&self, statement: &Statement) -> String {
        let values = [
            ("n", statement.level.into()),
            ("dimension", self.dimension(Some(statement.level), statement.dimension).into()),
            ("text", statement.text.get(self.lang).into()),
        ];
        self.words.fmt("ladder-packet-line", &values)
    }

    /// The packet for programs.
    pub fn json(&self) -> Value {
        let reading = self.data.reading(self.today());
        let counts =
            |c: Counts| json!({ "all": c.all, "rated": c.rated, "consistent": c.consistent, "proven": c.proven });
        let cell = |level: u8, dimension: Dimension| {
            let cell = self.data.book.cell(&self.data.ladder, level, dimension, self.today());
            let mut value = counts(cell);
            value["level"] = json!(level);
            value["dimension"] = json!(dimension.word());
            value["name"] = json!(self.data.ladder.name(level, dimension).map(text));
            value
        };
        let cells = (1..=LEVELS).flat_map(|level| Dimension::ALL.map(|dimension| cell(level, dimension)));
        let shown = |statement: &&Statement| match self.claim(statement) {
            Claim::Proven => self.has(Part::Proven),
            Claim::Claimed => self.has(Part::Claimed),
            _ => self.has(Part::Next) || statement.level != self.level,
        };
        let mut value = json!({
            "ladder": self.data.ladder.pack,
            "day": iso_date(self.today().0),
            "solid": reading.solid,
            "most": (reading.solid + 1..=reading.most).collect::<Vec<_>>(),
            "target": self.level,
            "counts": counts(self.data.book.counts(&self.data.ladder, self.today())),
            "statements": self.data.ladder.statements.iter().filter(shown).map(|s| self.statement_json(s)).collect::<Vec<_>>(),
        });
        if self.has(Part::Matrix) {
            value["cells"] = cells.collect();
        }
        value
    }

    fn statement_json(&self, statement: &Statement) -> Value {
        let claim = match self.claim(statement) {
            Claim::Unrated => "unrated",
            Claim::NotYet => "not-yet",
            Claim::Sometimes => "sometimes",
            Claim::Claimed => "claimed",
            Claim::Proven => "proven",
        };
        let record = self.record(statement);
        let mut value = json!({
            "id": statement.id.local(),
            "level": statement.level,
            "dimension": statement.dimension.word(),
            "text": text(&statement.text),
            "claim": claim,
            "proofs": record.map_or(0, |r| r.recent(self.today())),
        });
        if self.has(Part::History) {
            let rated = |r: &Written<crate::domain::ladder::Rated>| json!({ "day": iso_date(r.what.day.0), "standing": r.what.standing.word() });
            value["ratings"] = record.map(|r| r.ratings.iter().map(rated).collect()).unwrap_or_else(|| json!([]));
        }
        if self.has(Part::Evidence) {
            let proofs = record.map(StatementRecord::newest_proofs).unwrap_or_default();
            value["evidence"] = proofs.into_iter().map(|p| self.proof_json(&p.what)).collect();
        }
        if self.has(Part::Plan) {
            let topic = |stop: &Stop| match stop {
                Stop::Here(topic) => json!(topic.as_str()),
                Stop::Coming { id, .. } => json!({ "coming": id }),
            };
            value["topics"] = statement.topics.iter().map(topic).collect();
            value["prompts"] = statement.prompts.iter().map(|p| json!(p.as_str())).collect();
            value["wanted"] = text(&statement.evidence);
        }
        value
    }

    fn proof_json(&self, proof: &Proof) -> Value {
        let mut value = json!({
            "day": iso_date(proof.day.0),
            "situation": proof.situation,
            "action": proof.action,
            "result": proof.result,
            "recent": proof.is_recent(self.today()),
        });
        if self.has(Part::Links) {
            value["link"] = json!(proof.link);
        }
        value
    }
}

/// "3/6", or "none" for a cell without statements.
pub fn cell_words(cell: Counts, words: &Words) -> String {
    match cell.all {
        0 => words.get("ladder-none").into_owned(),
        all => format!("{}/{all}", cell.consistent),
    }
}

fn text(text: &Text) -> Value {
    json!({ "en": text.en, "id": text.id })
}
