//! How much of a pack's syllabus its topics cover (CONTENT section 4).

use std::collections::{BTreeMap, HashMap};

use super::view::{Outline, PackView, Tag};
use crate::format::syllabus::Outcome;
use crate::format::walk::Langs;

/// Questions that have to tag an outcome.
const TAGS: usize = 2;

/// What an outcome lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Gap {
    /// No section covers it.
    NoSection,
    /// Several sections do.
    Sections(usize),
    /// A section of another topic than its home does.
    OtherHome(Box<str>),
    /// Too few questions tag it.
    Questions(usize),
    /// All its questions are true/false.
    OnlyTrueFalse,
}

/// An outcome whose home exists.
pub(crate) struct Judged<'a> {
    /// It.
    pub outcome: &'a Outcome,
    /// Its home.
    pub home: &'a Outline,
    /// What it lacks; `None` when it is covered.
    pub gap: Option<Gap>,
}

/// How much of the syllabus is covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The pack.
    pub pack: Box<str>,
    /// The languages that it promises.
    pub langs: Langs,
    /// Unit by unit in the pack's order; topics outside of all units come last, under an empty name.
    pub units: Vec<UnitCoverage>,
}

/// Coverage of a unit. Outcomes of topics that are still to be written belong to no unit, and stand in the last row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitCoverage {
    /// The unit's id.
    pub unit: Box<str>,
    /// Outcomes whose home is in this unit.
    pub outcomes: usize,
    /// Those that are covered in English.
    pub en: usize,
    /// Those that are covered in Indonesian.
    pub id: usize,
    /// Those whose home is still to be written.
    pub to_come: usize,
}

impl Coverage {
    /// All units together.
    pub fn total(&self) -> UnitCoverage {
        let mut total = UnitCoverage::default();
        for unit in &self.units {
            total.outcomes += unit.outcomes;
            total.en += unit.en;
            total.id += unit.id;
            total.to_come += unit.to_come;
        }
        total
    }
}

#[derive(Default)]
struct Found<'a> {
    sections: Vec<&'a Outline>,
    tags: Vec<&'a Tag>,
}

/// Every outcome whose home exists and whose unit is asked for.
pub(crate) fn judge<'a>(view: &'a PackView<'_>) -> Vec<Judged<'a>> {
    let mut found: HashMap<&str, Found<'_>> = HashMap::new();
    for outline in view.topics {
        for id in outline.topic.sections.iter().flat_map(|section| &section.covers) {
            found.entry(id).or_default().sections.push(outline);
        }
        for tag in &outline.tags {
            for id in &tag.covers {
                found.entry(id).or_default().tags.push(tag);
            }
        }
    }
    let homes: HashMap<&str, &Outline> = view.topics.iter().map(|o| (&*o.topic.id, o)).collect();
    let none = Found::default();
    let judged = view.syllabus.unwrap_or_default().iter().filter_map(|outcome| {
        let home = *homes.get(&*outcome.topic)?;
        let gap = gap(outcome, found.get(&*outcome.id).unwrap_or(&none));
        is_asked(view, home).then_some(Judged { outcome, home, gap })
    });
    judged.collect()
}

fn is_asked(view: &PackView<'_>, home: &Outline) -> bool {
    view.units.is_empty() || view.units.iter().any(|unit| unit == view.unit(home))
}

fn gap(outcome: &Outcome, found: &Found<'_>) -> Option<Gap> {
    match found.sections[..] {
        [] => return Some(Gap::NoSection),
        [one] if one.topic.id != outcome.topic => return Some(Gap::OtherHome(one.topic.id.clone())),
        [_] => {}
        ref many => return Some(Gap::Sections(many.len())),
    }
    if outcome.context {
        return None;
    }
    match found.tags.len() {
        tags if tags < TAGS => Some(Gap::Questions(tags)),
        _ if found.tags.iter().all(|tag| tag.is_true_false) => Some(Gap::OnlyTrueFalse),
        _ => None,
    }
}

/// Topics of the syllabus that do not exist, with the number of their outcomes and the first of these.
pub(crate) fn waiting<'a>(view: &'a PackView<'_>) -> Vec<(&'a str, usize, &'a Outcome)> {
    let here = view.own().map(|names| &names.here);
    let mut topics: BTreeMap<usize, (&str, usize, &Outcome)> = BTreeMap::new();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (line, outcome) in view.syllabus.unwrap_or_default().iter().enumerate() {
        if here.is_some_and(|here| here.contains(&outcome.topic)) {
            continue;
        }
        let line = *first.entry(&outcome.topic).or_insert(line);
        topics.entry(line).or_insert((&outcome.topic, 0, outcome)).1 += 1;
    }
    topics.into_values().collect()
}

/// The coverage of a pack; `None` when it has no syllabus.
pub(crate) fn coverage(view: &PackView<'_>) -> Option<Coverage> {
    view.syllabus?;
    let mut units: Vec<UnitCoverage> = Vec::new();
    let names = view.pack.units.iter().map(|unit| &*unit.id);
    for unit in names.filter(|id| view.units.is_empty() || view.units.iter().any(|asked| asked == id)) {
        units.push(UnitCoverage { unit: unit.into(), ..UnitCoverage::default() });
    }
    let mut beside = UnitCoverage::default();
    for judged in judge(view) {
        let unit = view.unit(judged.home);
        let row = units.iter_mut().find(|row| &*row.unit == unit).unwrap_or(&mut beside);
        row.outcomes += 1;
        if judged.gap.is_none() {
            row.en += usize::from(judged.home.langs.en);
            row.id += usize::from(judged.home.langs.id);
        }
    }
    if view.units.is_empty() {
        beside.to_come = waiting(view).iter().map(|(_, outcomes, _)| outcomes).sum();
        // Whatever has no home that could be read: topics to come, and broken ones.
        let counted: usize = units.iter().map(|row| row.outcomes).sum();
        beside.outcomes = view.syllabus.unwrap_or_default().len() - counted;
    }
    if beside.outcomes > 0 {
        units.push(beside);
    }
    Some(Coverage { pack: view.pack.id.clone(), langs: view.pack.langs(), units })
}
