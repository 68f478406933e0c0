#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way};

use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J030",
    name: "best-choice",
    severity: Severity::Error,
    what: "rule-j030-what",
    why: "rule-j030-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
                "best = true\neffect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
                "10:30",
                "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
            ),
        )],
        at: "days/short.toml:30:8",
    },
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        for (number, slot) in day.slots.iter().enumerate() {
            let mut best = slot.choices.iter().enumerate().filter(|(_, choice)| choice.best).map(|(at, _)| at);
            let (message, way, help) = match (best.next(), best.next()) {
                (Some(_), None) => continue,
                (None, _) => ("find-slot-no-best", None, "find-slot-no-best-help"),
                (Some(_), second) => ("find-slot-two-best", second, "find-slot-two-best-help"),
            };
            let slot = Way::item("slot", number);
            let way = match way {
                Some(at) => slot.key("choice").at(at).key("best"),
                None => slot.key("id"),
            };
            found.push((file.clone(), Finding::error("J030", Spot::Way(way), message).help(help)));
        }
    }
}
