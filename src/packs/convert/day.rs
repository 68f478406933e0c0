//! Working days.

use std::collections::BTreeMap;

use super::text;
use crate::domain::day::{Choice, Day, DayHead, FLAGS, Flags, Meter, PARTNERS, Said, Slot, Speaker, Variant};
use crate::domain::ids::{EntryId, ItemId};
use crate::domain::text::Text;
use crate::format::index;
use crate::format::types::{self, day as from};

/// The head of a day.
pub fn day_head(pack: &str, head: &index::DayHead) -> DayHead {
    DayHead {
        id: EntryId::new(pack, &head.id),
        title: text(&head.title),
        slots: head.slots.iter().map(|(at, title)| (at.clone(), text(title))).collect(),
    }
}

/// A day; `name` knows the personas. `None` when it cannot be played: a slot without a choice, or more flags than there is room for.
pub fn day(pack: &str, it: &types::Day, name: &dyn Fn(&str) -> Option<Text>) -> Option<Day> {
    let mut names = Names { flags: Vec::new(), persona: name };
    let slots: Vec<Slot> = it.slots.iter().map(|slot| names.slot(slot)).collect();
    let playable = !slots.is_empty() && slots.iter().all(|slot| !slot.choices.is_empty());
    (playable && names.flags.len() <= FLAGS).then(|| Day {
        id: EntryId::new(pack, &it.id),
        title: text(&it.title),
        meters: it.meters.iter().map(|it| meter(*it)).collect(),
        slots,
    })
}

struct Names<'a> {
    flags: Vec<&'a str>,
    persona: &'a dyn Fn(&str) -> Option<Text>,
}

impl<'a> Names<'a> {
    fn flags(&mut self, list: &'a [Box<str>]) -> Flags {
        let mut bit = |name: &'a str| {
            let at = self.flags.iter().position(|known| *known == name).unwrap_or_else(|| {
                self.flags.push(name);
                self.flags.len() - 1
            });
            1u64.checked_shl(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or(0)
        };
        list.iter().fold(0, |flags, name| flags | bit(name))
    }

    fn slot(&mut self, it: &'a from::Slot) -> Slot {
        let plain = from::Variant { scene: it.scene.clone(), ..from::Variant::default() };
        let mut variants: Vec<Variant> = Vec::new();
        for variant in &it.variants {
            let when = self.flags(&variant.when);
            variants.push(self.variant(it, variant, when));
        }
        if variants.is_empty() {
            variants.push(self.variant(it, &plain, 0));
        }
        let choices = it.choices.iter().map(|choice| self.choice(choice)).collect();
        Slot { id: it.id.clone(), at: it.at.clone(), title: text(&it.title), variants, choices }
    }

    fn variant(&self, slot: &from::Slot, it: &from::Variant, when: Flags) -> Variant {
        let artefact = it.artefact.as_ref().unwrap_or(&slot.artefact);
        let mut says = self.says(&slot.says);
        says.extend(self.says(&it.says));
        let ask = self.says(if it.ask.is_empty() { &slot.ask } else { &it.ask });
        Variant {
            when,
            scene: text(&it.scene),
            artefact: artefact.text.clone(),
            kind: artefact.kind.clone(),
            says,
            ask,
        }
    }

    fn says(&self, says: &BTreeMap<Box<str>, types::Text>) -> Vec<Said> {
        says.iter().map(|(who, what)| Said { who: self.speaker(who), text: text(what) }).collect()
    }

    fn speaker(&self, who: &str) -> Speaker {
        match PARTNERS.iter().position(|partner| *partner == who).and_then(|at| u8::try_from(at).ok()) {
            Some(at) => Speaker::Partner(at),
            None => Speaker::Persona((self.persona)(who).unwrap_or_else(|| Text::shared(who))),
        }
    }

    fn choice(&mut self, it: &'a from::Choice) -> Choice {
        Choice {
            id: it.id.clone(),
            best: it.best,
            text: text(&it.text),
            moves: it.effect.moves().map(|(_, by)| i16::from(by)),
            sets: self.flags(&it.sets),
            items: it.items.iter().filter_map(|item| ItemId::parse(item)).collect(),
            why: text(&it.why),
        }
    }
}

fn meter(it: types::Meter) -> Meter {
    match it {
        types::Meter::Reliability => Meter::Reliability,
        types::Meter::Delivery => Meter::Delivery,
        types::Meter::Trust => Meter::Trust,
        types::Meter::Focus => Meter::Focus,
    }
}
