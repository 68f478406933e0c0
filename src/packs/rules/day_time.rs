#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};

use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J034",
    name: "slot-time",
    severity: Severity::Error,
    what: "rule-j034-what",
    why: "rule-j034-why",
    #[cfg(test)]
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
    #[cfg(test)]
    good: Sample { files: &[("days/short.toml", good_day!())], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        let mut before = None;
        for (number, slot) in day.slots.iter().enumerate() {
            let at = minutes(&slot.at);
            let (message, help) = match at {
                None => ("find-no-time", "find-no-time-help"),
                Some(_) if at <= before => ("find-slot-early", "find-slot-early-help"),
                Some(_) => {
                    before = at;
                    continue;
                }
            };
            let way = Way::item("slot", number).key("at");
            let message = said(message).with("at", &slot.at);
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
