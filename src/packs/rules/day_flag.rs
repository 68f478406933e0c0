#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::suggest::nearest;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J028",
    name: "unset-flag",
    severity: Severity::Error,
    what: "rule-j028-what",
    why: "rule-j028-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
                "effect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
                "10:30",
                "\n[[slot.variant]]\nwhen = [\"lat\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
            ),
        )],
        at: "days/short.toml:50:9",
    },
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        let mut set: Vec<&str> = Vec::new();
        for (number, slot) in day.slots.iter().enumerate() {
            for (index, variant) in slot.variants.iter().enumerate() {
                for (at, flag) in variant.when.iter().enumerate().filter(|(_, flag)| !set.contains(&&***flag)) {
                    let help = Said::near(nearest(flag, set.iter().copied()), "find-unset-flag-help");
                    let way = Way::item("slot", number).key("variant").at(index).key("when").at(at);
                    let message = said("find-unset-flag").with("flag", flag);
                    found.push((file.clone(), Finding::error("J028", Spot::Way(way), message).help(help)));
                }
            }
            set.extend(slot.choices.iter().flat_map(|choice| &choice.sets).map(|flag| &**flag));
        }
    }
}
