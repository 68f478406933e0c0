use super::{Check, PackFindings, Rule, Sample};
use crate::format::finding::{Finding, Severity, Spot, Way};

use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J031",
    name: "last-variant",
    severity: Severity::Error,
    what: "A slot of a day without a beginning for everybody: neither a `scene` nor a last variant without `when`, or both a `scene` and variants, or an earlier variant without `when`.",
    why: "After some choices there would be nothing to tell, or what was written would never be told.",
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
                    (way.key("id"), "this slot has no scene", "add `scene.en` and `scene.id`, or variants")
                }
                (Some(_), false, _) => (
                    way.key("scene"),
                    "this scene is never told: the slot has variants",
                    "move it into a last variant without `when`",
                ),
                (Some(_), _, Some(at)) => (
                    way.key("variant").at(at).key("scene"),
                    "this variant hides those after it",
                    "give it a `when`, or move it to the end",
                ),
                (Some(it), _, _) if it.when.is_empty() => continue,
                (Some(_), _, _) => (
                    way.key("variant").at(last).key("when"),
                    "the last variant does not fit everybody",
                    "add one without `when`",
                ),
            };
            found.push((file.clone(), Finding::error("J031", Spot::Way(way), message).help(help)));
        }
    }
}
