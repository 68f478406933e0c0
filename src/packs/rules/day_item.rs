#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::domain::ids::ItemId;
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::suggest::nearest;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J032",
    name: "dangling-question",
    severity: Severity::Error,
    what: "rule-j032-what",
    why: "rule-j032-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
                "effect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/r\"]\n",
                "10:30",
                "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
            ),
        )],
        at: "days/short.toml:25:10",
    },
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        for (number, slot) in day.slots.iter().enumerate() {
            for (index, choice) in slot.choices.iter().enumerate() {
                for (at, written) in choice.items.iter().enumerate() {
                    let Some(id) = ItemId::parse(written) else { continue };
                    if !view.is_judged(&id.topic()) || view.known_questions.contains(&id) {
                        continue;
                    }
                    let beside = view.known_questions.iter().filter(|known| known.topic() == id.topic());
                    let help = Said::near(nearest(id.local(), beside.map(ItemId::local)), "find-no-question-help");
                    let way = Way::item("slot", number).key("choice").at(index).key("items").at(at);
                    let finding = Finding::error("J032", Spot::Way(way), said("find-no-question").with("id", written));
                    found.push((file.clone(), finding.help(help)));
                }
            }
        }
    }
}
