#[cfg(test)]
use super::Sample;
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::PERSONAS;
use crate::packs::check::view::PackView;

/// How many variants keep a voice from repeating itself within a mock interview.
const LEAST: usize = 4;

pub(super) const RULE: Rule = Rule {
    code: "J140",
    name: "few-variants",
    severity: Severity::Warning,
    what: "rule-j140-what",
    why: "rule-j140-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "personas.toml",
            concat!(
                voice!(),
                presses!(),
                r#"greet.en = ["Hello.", "Welcome.", "Come in.", "Good to meet you."]
greet.id = ["Halo.", "Selamat datang.", "Silakan masuk."]
"#
            ),
        )],
        at: "personas.toml:11:7",
    },
    #[cfg(test)]
    good: Sample { files: &[("personas.toml", concat!(voice!(), presses!(), greets!()))], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (index, persona) in view.personas.personas.iter().enumerate() {
        for (list, lines) in persona.lines() {
            let most = lines.en.len().max(lines.id.len());
            for (code, lines) in lines.langs().into_iter().filter(|(_, lines)| !lines.is_empty()) {
                let mut tell = |way: Way, message: Said, help: Said| {
                    let finding = Finding::warning("J140", Spot::Way(way), message).help(help);
                    found.push((PERSONAS.into(), finding));
                };
                let way = Way::item("persona", index).key(list).key(code);
                let count = lines.len();
                if count < LEAST.max(most) {
                    let message = said("find-few-variants").with("id", &persona.id).with("n", count);
                    let message = message.with("list", format!("{list}.{code}"));
                    let help = match count < LEAST {
                        true => said("find-few-variants-help").with("least", LEAST),
                        false => said("find-fewer-variants-help").with("n", most),
                    };
                    tell(way.clone(), message, help);
                }
                let twin = |at: &usize| lines[..*at].contains(&lines[*at]);
                if let Some(at) = (0..count).find(twin) {
                    tell(way.at(at), said("find-variant-twice"), said("find-variant-twice-help"));
                }
            }
        }
    }
}
