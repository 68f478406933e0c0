#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};

use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J031",
    name: "last-variant",
    severity: Severity::Error,
    what: "rule-j031-what",
    why: "rule-j031-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
                "effect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
                "10:30",
                "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n"
            ),
        )],
        at: "days/short.toml:50:1",
    },
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        for (number, slot) in day.slots.iter().enumerate() {
            let way = Way::item("slot", number);
            let last = slot.variants.len().saturating_sub(1);
            let early = slot.variants.iter().take(last).position(|variant| variant.when.is_empty());
            let (way, message, help) = match (slot.variants.last(), slot.scene.is_empty(), early) {
                (None, false, _) => continue,
                (None, true, _) => {
                    let langs = view.pack.langs().codes().count();
                    (way.key("id"), "find-slot-no-scene", said("find-slot-no-scene-help").with("langs", langs))
                }
                (Some(_), false, _) => {
                    (way.key("scene"), "find-slot-scene-untold", said("find-slot-scene-untold-help"))
                }
                (Some(_), _, Some(at)) => {
                    (way.key("variant").at(at).key("scene"), "find-variant-hides", said("find-variant-hides-help"))
                }
                (Some(it), _, _) if it.when.is_empty() => continue,
                (Some(_), _, _) => {
                    (way.key("variant").at(last).key("when"), "find-variant-last", said("find-variant-last-help"))
                }
            };
            found.push((file.clone(), Finding::error("J031", Spot::Way(way), message).help(help)));
        }
    }
}
