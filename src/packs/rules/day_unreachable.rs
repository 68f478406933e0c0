#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::domain::day::reach;
use crate::format::finding::{Finding, Severity, Spot, Way};
use crate::packs::check::view::PackView;
use crate::packs::convert;

pub(super) const RULE: Rule = Rule {
    code: "J029",
    name: "unreachable-variant",
    severity: Severity::Error,
    what: "rule-j029-what",
    why: "rule-j029-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
                "effect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
                "10:30",
                "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"Late again.\"\nscene.id = \"Telat lagi.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
            ),
        )],
        at: "days/short.toml:55:1",
    },
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        let whole = convert::day(&view.pack.id, day, &|_| None);
        let Some(reach) = whole.and_then(|day| reach(&day)) else { continue };
        let mut set: Vec<&str> = Vec::new();
        for (number, (slot, shown)) in day.slots.iter().zip(&reach.shown).enumerate() {
            for (index, variant) in slot.variants.iter().enumerate() {
                // A flag that nobody sets is told of by a rule of its own.
                let can_be = variant.when.iter().all(|flag| set.contains(&&**flag));
                if can_be && shown.get(index) == Some(&false) {
                    let way = Way::item("slot", number).key("variant").at(index).key("when");
                    let finding = Finding::error("J029", Spot::Way(way), "find-variant-unreachable");
                    found.push((file.clone(), finding.help("find-variant-unreachable-help")));
                }
            }
            set.extend(slot.choices.iter().flat_map(|choice| &choice.sets).map(|flag| &**flag));
        }
    }
}
