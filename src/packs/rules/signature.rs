#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::{Finding, Severity, Spot};
use crate::packs::archive::SIGNATURE;
use crate::packs::sign::{Signature, Signed};
use crate::packs::{archive, check::Tree, sign};

pub(super) const RULE: Rule = Rule {
    code: "J036",
    name: "signature",
    severity: Severity::Error,
    what: "rule-j036-what",
    why: "rule-j036-why",
    #[cfg(test)]
    bad: Sample { files: &[("SIGNATURE", "jenjang pack signature 1\nkey 2f\nsignature 81\n")], at: "SIGNATURE:1:1" },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "SIGNATURE",
            "jenjang pack signature 1\nkey 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde\nsignature 44a2d83eff6faeb6575458563ff73ab17223faed25f4f5505fca61f3df9ed573e861ca8e1b53e07d62eca058f557e7d573fd5f99b1e1b95e8f0f3e84c6235205\n",
        )],
        at: "",
    },
    check: Check::Reading,
};

/// What is wrong with the signature of a pack; nothing when it has none, or when a file beside it cannot be read, which is told of that file.
pub(crate) fn unfit(tree: &Tree) -> Option<Finding> {
    let (text, signed) = match tree {
        Tree::Memory(texts) => {
            let text = texts.get(SIGNATURE)?;
            (text.clone(), Signed::by(Some(text), texts))
        }
        Tree::Disk(root) => {
            let text = sign::beside(root)?;
            let signed = match Signature::parse(&text) {
                Some(_) => Signed::by(Some(&text), &archive::texts(root).ok()?),
                None => Signed::Unfit,
            };
            (text, signed)
        }
    };
    if signed != Signed::Unfit {
        return None;
    }
    let wrong = match Signature::parse(&text) {
        Some(_) => "find-signature-unfit",
        None => "find-no-signature",
    };
    Some(Finding::error(RULE.code, Spot::File, wrong).help("find-signature-help"))
}
