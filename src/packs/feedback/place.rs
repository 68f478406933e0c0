//! Flags at the lines of the pack that they are about, what misleads first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use super::FlagFile;
use crate::domain::feedback::{Feedback, reason_key};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::sorting::Arrange;
use crate::format::finding::{Finding, Said, Spot, Value, Way, said};
use crate::format::read;
use crate::format::source::{PACK, PROMPTS, QUESTIONS, TOPIC};
use crate::format::types::Pack;
use crate::packs::check::tree::packs;
use crate::packs::check::{Look, Place, Problem, Report, Tree};
use crate::words::Words;

/// An item, and what learners say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What all files say together; a reason stands there as often as it was given, and of the spellings the first 200, each once.
    pub feedback: Feedback,
    /// Where the item is.
    pub place: Place,
}

impl Row {
    /// Whether it looks as if the question misled.
    pub fn misleads(&self) -> bool {
        self.feedback.answered.is_some_and(|answered| answered.misleads())
    }
}

/// What learners say about the packs at a place.
#[derive(Debug, Default)]
pub struct Placed {
    /// What misleads first, then what is flagged, the most often first; in the order of the report.
    pub rows: Vec<Row>,
    /// Items that are in no file of these packs that can be read: renamed, retired, or not read because of errors.
    pub gone: Vec<ItemId>,
    /// Items that nothing is wrong with, as far as the answers say.
    pub sound: usize,
    /// Items of packs that are not here.
    pub elsewhere: usize,
    /// Packs whose version is another one here.
    pub versions: Vec<OtherVersions>,
    /// Files.
    pub files: usize,
    /// Texts in which characters were replaced.
    pub cleaned: usize,
    report: Report,
}

/// A pack that learners have in other versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherVersions {
    /// The pack.
    pub pack: Box<str>,
    /// Those of the learners.
    pub theirs: Vec<Box<str>>,
    /// The one that is here.
    pub here: Box<str>,
}

/// Where an item stands: its pack (by number), file and way.
type Index = BTreeMap<ItemId, (usize, Box<str>, Way)>;

/// Puts flags to the lines of the pack, or of the packs, at `root`. `None` when there is no pack.
pub fn place(files: &[FlagFile], root: &Path) -> Option<Placed> {
    let packs = packs(root);
    let mut here: BTreeMap<Box<str>, Box<str>> = BTreeMap::new();
    let mut index = Index::new();
    for (n, (_, tree)) in packs.iter().enumerate() {
        let head = tree.text(PACK).ok().and_then(|text| read::pack(&text).value);
        let Some(head) = head else { continue };
        look(n, tree, &head, &mut index);
        here.insert(head.id, head.version);
    }
    if here.is_empty() {
        return None;
    }
    let mut placed = Placed {
        files: files.len(),
        cleaned: files.iter().map(|file| file.cleaned).sum(),
        versions: versions(files, &here),
        ..Placed::default()
    };
    let mut ranked = Vec::new();
    for feedback in together(files) {
        match index.get(&written_as(&feedback.item)) {
            _ if !here.contains_key(pack_of(&feedback.item)) => placed.elsewhere += 1,
            None => placed.gone.push(feedback.item),
            Some(_) if is_sound(&feedback) => placed.sound += 1,
            Some((pack, file, way)) => ranked.push((rank(&feedback), *pack, file.clone(), way.clone(), feedback)),
        }
    }
    ranked.arrange_by(|a, b| (&a.0, &a.4.item).cmp(&(&b.0, &b.4.item)));
    placed.put(&packs, ranked.into_iter().map(|(_, pack, file, way, feedback)| (pack, file, way, feedback)).collect());
    Some(placed)
}

/// Spellings of an item that are told of, however many learners have some.
const SPELLINGS: usize = 200;

/// Everything that files say, item by item.
fn together(files: &[FlagFile]) -> Vec<Feedback> {
    let mut all: BTreeMap<&ItemId, (Feedback, HashSet<&str>)> = BTreeMap::new();
    for told in files.iter().flat_map(|file| &file.items) {
        let (known, spellings) = all.entry(&told.item).or_insert_with(|| {
            let nothing = Feedback { item: told.item.clone(), reasons: vec![], accepted: vec![], answered: None };
            (nothing, HashSet::new())
        });
        known.reasons.extend(told.reasons.iter().cloned());
        for spelling in &told.accepted {
            if spellings.len() < SPELLINGS && spellings.insert(spelling) {
                known.accepted.push(spelling.clone());
            }
        }
        known.answered = match (known.answered, told.answered) {
            (Some(one), Some(other)) => Some(one.and(other)),
            (one, other) => one.or(other),
        };
    }
    all.into_values().map(|(told, _)| told).collect()
}

fn versions(files: &[FlagFile], here: &BTreeMap<Box<str>, Box<str>>) -> Vec<OtherVersions> {
    let mut told: BTreeMap<&str, BTreeSet<Box<str>>> = BTreeMap::new();
    for (pack, version) in files.iter().flat_map(|file| &file.packs) {
        if here.get(pack).is_some_and(|own| own != version) {
            told.entry(&**pack).or_default().insert(version.clone());
        }
    }
    let row = |(pack, theirs): (&str, BTreeSet<Box<str>>)| OtherVersions {
        pack: pack.into(),
        theirs: theirs.into_iter().collect(),
        here: here.get(pack).cloned().unwrap_or_default(),
    };
    told.into_iter().map(row).collect()
}

/// Finds the questions and prompts of a pack.
fn look(pack: usize, tree: &Tree, head: &Pack, index: &mut Index) {
    let langs = head.langs();
    for file in tree.list().0 {
        let Some(folder) = file.strip_suffix(TOPIC).filter(|folder| folder.ends_with('/')) else { continue };
        let text = |name: &str| tree.text(&format!("{folder}{name}")).unwrap_or_default();
        let Some(topic) = read::topic(&text(TOPIC), langs).value.map(|topic| TopicId::new(&head.id, &topic.id)) else {
            continue;
        };
        let mut put = |file: &str, list: &str, at: usize, id: &str| {
            let way = Way::item(list, at).key("id");
            index.insert(topic.item(id), (pack, format!("{folder}{file}").into(), way));
        };
        for it in read::questions(&text(QUESTIONS), langs).value.unwrap_or_default().items {
            put(QUESTIONS, "question", it.index, &it.question.common.id);
        }
        for it in read::prompts(&text(PROMPTS), langs).value.unwrap_or_default().items {
            put(PROMPTS, "prompt", it.index, &it.prompt.id);
        }
    }
}

/// What a pack's file calls the item: a point stands in its prompt.
fn written_as(item: &ItemId) -> ItemId {
    item.as_point().map_or_else(|| item.clone(), |(prompt, _)| prompt)
}

fn pack_of(item: &ItemId) -> &str {
    item.as_str().split('/').next().unwrap_or_default()
}

fn is_sound(it: &Feedback) -> bool {
    it.reasons.is_empty() && it.accepted.is_empty() && !it.answered.is_some_and(|answered| answered.misleads())
}

/// What misleads comes first, by how much it strays; then what is flagged, by how often.
fn rank(it: &Feedback) -> (bool, Reverse<u32>, Reverse<usize>) {
    let strays = it.answered.map_or(0, |answered| answered.strays());
    let misleads = it.answered.is_some_and(|answered| answered.misleads());
    let told = it.reasons.len() + it.accepted.len();
    (!misleads, Reverse(if misleads { strays } else { 0 }), Reverse(told))
}

impl Placed {
    fn put(&mut self, packs: &[(String, Tree)], rows: Vec<(usize, Box<str>, Way, Feedback)>) {
        let mut by_file: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
        for (at, (pack, file, ..)) in rows.iter().enumerate() {
            by_file.entry((*pack, file)).or_default().push(at);
        }
        // Each file is parsed once for all of its places.
        let mut order = Vec::with_capacity(rows.len());
        for ((pack, file), here) in by_file {
            let findings = here.iter().map(|at| finding(&rows[*at].3, rows[*at].2.clone())).collect();
            let (prefix, tree) = &packs[pack];
            self.report.place(prefix, tree, file, findings);
            order.extend(here);
        }
        self.report.arrange(&order);
        let places = self.report.problems.iter().map(|problem| problem.place.clone());
        self.rows = rows.into_iter().zip(places).map(|((.., feedback), place)| Row { feedback, place }).collect();
    }

    /// Each item as a problem of its file, in the order of the rows.
    pub fn problems(&self) -> &[Problem] {
        &self.report.problems
    }

    /// The report for people: each item at its line, then what could not be placed, then one line of numbers.
    pub fn human(&self, colour: bool, words: &Words) -> String {
        let mut out = self.report.excerpts(Look { colour, info: true }, words);
        for OtherVersions { pack, theirs, here } in &self.versions {
            let values = [("pack", pack.into()), ("here", here.into()), ("theirs", theirs.join(", ").into())];
            let _ = writeln!(out, "{}", words.fmt("flags-other-versions", &values));
        }
        if !self.gone.is_empty() {
            let names: Vec<&str> = self.gone.iter().map(ItemId::as_str).take(NAMED).collect();
            let (names, more) = (names.join(", "), self.gone.len().saturating_sub(NAMED));
            let _ = writeln!(out, "{}", words.fmt("flags-not-here", &[("names", names.into()), ("more", more.into())]));
        }
        if self.elsewhere > 0 {
            let _ = writeln!(out, "{}", words.fmt("flags-elsewhere", &[("n", self.elsewhere.into())]));
        }
        if self.cleaned > 0 {
            let _ = writeln!(out, "{}", words.fmt("flags-cleaned", &[("n", self.cleaned.into())]));
        }
        let misleading = self.rows.iter().filter(|row| row.misleads()).count();
        let values = [
            ("files", self.files.into()),
            ("items", self.rows.len().into()),
            ("misleading", misleading.into()),
            ("sound", self.sound.into()),
        ];
        let _ = writeln!(out, "{}", words.fmt("flags-numbers", &values));
        out
    }

    /// The same for programs.
    pub fn json(&self) -> serde_json::Value {
        let row = |row: &Row| {
            let (it, place) = (&row.feedback, &row.place);
            let answered = it.answered.map(|answered| {
                json!({
                    "answers": answered.answers,
                    "right": f64::from(answered.right_share()) / 100.0,
                    "guessed": f64::from(answered.guessed_share()) / 100.0,
                    "median_s": answered.median_s,
                })
            });
            json!({
                "item": it.item.as_str(),
                "reasons": counted(&it.reasons).into_iter().collect::<BTreeMap<_, _>>(),
                "accepted": it.accepted,
                "answered": answered,
                "misleads": row.misleads(),
                "file": place.file,
                "line": place.line,
                "column": place.column,
                "end_line": place.end.0,
                "end_column": place.end.1,
            })
        };
        let versions = self.versions.iter().map(|it| json!({ "pack": it.pack, "theirs": it.theirs, "here": it.here }));
        json!({
            "schema": "jenjang.pack-flags/1",
            "data": {
                "files": self.files,
                "items": self.rows.iter().map(row).collect::<Vec<_>>(),
                "gone": self.gone.iter().map(ItemId::as_str).collect::<Vec<_>>(),
                "elsewhere": self.elsewhere,
                "sound": self.sound,
                "cleaned": self.cleaned,
                "versions": versions.collect::<Vec<_>>(),
            },
        })
    }
}

/// Items that are named where they cannot be placed.
const NAMED: usize = 10;

/// An item as a compiler would tell it.
fn finding(it: &Feedback, way: Way) -> Finding {
    let mut told = Vec::new();
    if let Some(answered) = it.answered {
        let (right, guessed) = (answered.right_share(), answered.guessed_share());
        told.push(
            said("find-flag-answered")
                .with("right", right)
                .with("guessed", guessed)
                .with("n", answered.answers)
                .with("seconds", answered.median_s),
        );
    }
    let reasons = counted(&it.reasons).into_iter();
    let reasons: Vec<Said> =
        reasons.map(|(reason, n)| said("find-flag-reason").with("reason", chosen(reason)).with("n", n)).collect();
    let is_flagged = !reasons.is_empty();
    if is_flagged {
        told.push(said("find-flag-reasons").with("reasons", reasons));
    }
    let misleads = it.answered.is_some_and(|answered| answered.misleads());
    let code = match (misleads, is_flagged) {
        (true, _) => "misleads",
        (false, true) => "flagged",
        (false, false) => "accept",
    };
    let spellings: Vec<String> = it.accepted.iter().map(|text| format!("\"{text}\"")).collect();
    if code == "accept" {
        told.push(said("find-flag-spellings").with("n", spellings.len()));
    }
    let name = it.item.as_str().split_once('/').map_or("", |(_, name)| name);
    let finding = Finding::warning(code, Spot::Way(way), said("find-flag").with("name", name).with("told", told));
    match spellings.is_empty() {
        true => finding,
        false => finding.help(said("find-flag-help").with("spellings", spellings.join(", "))),
    }
}

/// A reason in the words in which the learner chose it; one that no interface offers stays as it is.
fn chosen(reason: &str) -> Value {
    reason_key(reason).map_or_else(|| reason.into(), |key| said(key).into())
}

/// Each reason with how often it was given, the most frequent first.
fn counted(reasons: &[Box<str>]) -> Vec<(&str, usize)> {
    let mut all: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in reasons {
        *all.entry(reason).or_default() += 1;
    }
    let mut all: Vec<_> = all.into_iter().collect();
    all.arrange_by_key(|(reason, n)| (Reverse(*n), *reason));
    all
}
