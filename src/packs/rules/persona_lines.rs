#[cfg(test)]
use super::Sample;
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, PackFindings, Rule};
use crate::domain::persona::FOLLOW_UP;
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::PERSONAS;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J024",
    name: "persona-lines",
    severity: Severity::Error,
    what: "rule-j024-what",
    why: "rule-j024-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "personas.toml",
            concat!(
                voice!(),
                greets!(),
                r#"missing.en = ["And: {follow_up}", "Then: {followup}", "One more: {follow_up}", "So: {follow_up}"]
missing.id = ["Dan: {follow_up}", "Lalu: {follow_up}", "Satu lagi: {follow_up}", "Jadi: {follow_up}"]
"#
            ),
        )],
        at: "personas.toml:10:35",
    },
    #[cfg(test)]
    good: Sample { files: &[("personas.toml", concat!(voice!(), greets!(), presses!()))], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (index, persona) in view.personas.personas.iter().enumerate() {
        for (list, lines) in persona.lines() {
            for (code, lines) in lines.langs() {
                for (at, line) in lines.iter().enumerate() {
                    let way = Way::item("persona", index).key(list).key(code).at(at);
                    found.extend(look(list, line, way).map(|finding| (PERSONAS.into(), finding)));
                }
            }
        }
    }
}

fn look(list: &str, line: &str, way: Way) -> Option<Finding> {
    let wanted = usize::from(list == "missing");
    let times = line.matches(FOLLOW_UP).count();
    let rest = line.replace(FOLLOW_UP, "");
    if times == wanted && !rest.contains(['{', '}']) {
        return None;
    }
    let (message, help) = match (list, rest.contains(['{', '}'])) {
        ("missing", true) => (said("find-brace"), "find-brace-help"),
        ("missing", false) => (said("find-follow-ups").with("n", times), "find-follow-ups-help"),
        _ => (said("find-placeholder").with("list", list), "find-placeholder-help"),
    };
    Some(Finding::error("J024", Spot::Way(way), message).help(help))
}
