#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::domain::day::PARTNERS;
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::suggest::nearest;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J027",
    name: "unknown-speaker",
    severity: Severity::Error,
    what: "rule-j027-what",
    why: "rule-j027-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.pm.en = \"Now?\"\nsays.pm.id = \"Sekarang?\"\n",
                "effect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
                "10:30",
                "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
            ),
        )],
        at: "days/short.toml:14:6",
    },
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    let Some(known) = view.known_personas else {
        return;
    };
    let mut look = |file: &str, who: &str, way: Way| {
        if known.contains(who) || PARTNERS.contains(&who) {
            return;
        }
        let near = nearest(who, known.iter().map(|name| &**name).chain(PARTNERS));
        let help = Said::near(near, said("find-nobody-help").with("all", PARTNERS.join(", ")));
        let finding = Finding::error("J027", Spot::Way(way), said("find-nobody").with("who", who));
        found.push((file.into(), finding.help(help)));
    };
    for (file, day) in view.days {
        for (number, slot) in day.slots.iter().enumerate() {
            let way = Way::item("slot", number);
            for (key, people) in [("says", &slot.says), ("ask", &slot.ask)] {
                people.keys().for_each(|who| look(file, who, way.clone().key(key).key(who)));
            }
            for (index, variant) in slot.variants.iter().enumerate() {
                let way = way.clone().key("variant").at(index);
                for (key, people) in [("says", &variant.says), ("ask", &variant.ask)] {
                    people.keys().for_each(|who| look(file, who, way.clone().key(key).key(who)));
                }
            }
        }
    }
}
