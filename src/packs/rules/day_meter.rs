#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::shapes::METERS;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J033",
    name: "unknown-meter",
    severity: Severity::Error,
    what: "rule-j033-what",
    why: "rule-j033-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
                "effect = { focus = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
                "10:30",
                "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
            ),
        )],
        at: "days/short.toml:23:20",
    },
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        for (number, slot) in day.slots.iter().enumerate() {
            for (index, choice) in slot.choices.iter().enumerate() {
                let moves = choice.effect.moves().into_iter();
                for (meter, _) in moves.filter(|(meter, by)| *by != 0 && !day.meters.contains(meter)) {
                    let word = METERS[meter as usize];
                    let way = Way::item("slot", number).key("choice").at(index).key("effect").key(word);
                    let finding = Finding::error("J033", Spot::Way(way), said("find-no-meter").with("meter", word));
                    found.push((file.clone(), finding.help(said("find-no-meter-help").with("meter", word))));
                }
            }
        }
    }
}
