use super::{Check, PackFindings, Rule, Sample};
use crate::format::finding::{Finding, Severity, Spot, Way};

use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J034",
    name: "slot-time",
    severity: Severity::Error,
    what: "A slot of a day whose `at` is no time of the day, or not later than that of the slot before.",
    why: "The day would run backwards.",
    bad: Sample {
        files: &[(
            "days/short.toml",
            day!(
                "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
                "effect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
                "09:00",
                "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
            ),
        )],
        at: "days/short.toml:44:6",
    },
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        let mut before = None;
        for (number, slot) in day.slots.iter().enumerate() {
            let at = minutes(&slot.at);
            let (message, help) = match at {
                None => (format!("`{}` is no time", slot.at), "write it like `09:30`"),
                Some(_) if at <= before => {
                    (format!("{} is not after the slot before", slot.at), "slots stand in the order of the clock")
                }
                Some(_) => {
                    before = at;
                    continue;
                }
            };
            let way = Way::item("slot", number).key("at");
            found.push((file.clone(), Finding::error("J034", Spot::Way(way), message).help(help)));
        }
    }
}

/// Minutes since midnight of `09:30`.
fn minutes(at: &str) -> Option<u16> {
    let (hours, minutes) = at.split_once(':')?;
    let number = |part: &str, most: u16| {
        let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u16>().ok().filter(|n| digits && *n < most)
    };
    Some(60 * number(hours, 24)? + number(minutes, 60)?)
}
