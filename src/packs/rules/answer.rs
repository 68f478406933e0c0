use super::parts::At;
use super::{Check, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way};
use crate::format::source::QUESTIONS;
use crate::format::types::Kind;
use crate::format::types::Text;
use crate::format::types::question::{Choice, Line, Match};
use crate::packs::check::view::TopicView;

/// Letters that a match has for its right sides.
const LETTERS: usize = 6;

pub(super) const RULE: Rule = Rule {
    code: "J012",
    name: "answer",
    severity: Severity::Error,
    what: "An answer that does not exist: no option is right, two are where one must be, all are, a line that the code does not have, or more right sides of a match than there are letters for.",
    why: "Nobody could answer it right.",
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which method may a proxy repeat on its own?\"\nprompt.id = \"Method mana yang boleh diulang proxy?\"\nsource = \"RFC 9110, 9.2.2\"\n\n[[question.option]]\nid = \"put\"\ntext = \"PUT\"\nwhy.en = \"Twice is the same state.\"\nwhy.id = \"Dua kali tetap sama.\"\n\n[[question.option]]\nid = \"post\"\ntext = \"POST\"\nwhy.en = \"Each call may create another.\"\nwhy.id = \"Tiap panggilan bisa membuat baru.\"\n",
        )],
        at: "t/questions.toml:1:1",
    },
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which method may a proxy repeat on its own?\"\nprompt.id = \"Method mana yang boleh diulang proxy?\"\nsource = \"RFC 9110, 9.2.2\"\n\n[[question.option]]\nid = \"put\"\nright = true\ntext = \"PUT\"\nwhy.en = \"Twice is the same state.\"\nwhy.id = \"Dua kali tetap sama.\"\n\n[[question.option]]\nid = \"post\"\ntext = \"POST\"\nwhy.en = \"Each call may create another.\"\nwhy.id = \"Tiap panggilan bisa membuat baru.\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for item in view.questions {
        match &item.question.kind {
            Kind::Single(it) => one("option", item.index, &it.options, found),
            Kind::TrueFalse(it) => one("reason", item.index, &it.reasons, found),
            Kind::Multi(it) => some(item.index, &it.options, found),
            Kind::Line(it) => lines(item.index, it, found),
            Kind::Match(it) => letters(item.index, it, found),
            _ => {}
        }
    }
}

/// Each right side is paired by a letter, `a` to `f`: one without a letter could not be chosen.
fn letters(index: usize, it: &Match, found: &mut TopicFindings) {
    let mut rights: Vec<&Text> = Vec::new();
    for right in it.pairs.iter().map(|pair| &pair.right).chain(it.extras.iter().map(|extra| &extra.right)) {
        if !rights.contains(&right) {
            rights.push(right);
        }
    }
    if rights.len() > LETTERS {
        let message = format!("{} right sides to choose from, and letters for {LETTERS}", rights.len());
        let finding = Finding::error("J012", head(index), message);
        found.push((QUESTIONS, finding.help("take away an extra, or a pair")));
    }
}

/// The question's own head: the place for what is missing.
fn head(index: usize) -> Spot {
    Spot::Way(Way::item("question", index))
}

fn one(list: &'static str, index: usize, choices: &[Choice], found: &mut TopicFindings) {
    let right: Vec<usize> = (0..choices.len()).filter(|at| choices[*at].right).collect();
    let spot = |at: usize| At::entry(list, at).key("right").spot(index);
    match right[..] {
        [_] => {}
        [] => {
            let finding = Finding::error("J012", head(index), format!("no {list} is marked right"));
            found.push((QUESTIONS, finding.help(format!("write `right = true` in the {list} that is right"))));
        }
        [first, ref rest @ ..] => {
            for at in rest {
                let finding = Finding::error("J012", spot(*at), format!("a second {list} is marked right"));
                let finding = finding.label(spot(first), "first here");
                found.push((
                    QUESTIONS,
                    finding.help("exactly one may be right; for several there is `kind = \"multi\"`"),
                ));
            }
        }
    }
}

fn some(index: usize, choices: &[Choice], found: &mut TopicFindings) {
    let right = choices.iter().filter(|choice| choice.right).count();
    let message = match right {
        0 => "no option is marked right",
        _ if right == choices.len() => "every option is marked right",
        _ => return,
    };
    let finding = Finding::error("J012", head(index), message);
    found.push((QUESTIONS, finding.help("a multi question has at least one right and one wrong option")));
}

fn lines(index: usize, it: &Line, found: &mut TopicFindings) {
    let last = it.code.lines().count();
    let spot = |at: usize| At::entry("line", at).key("number").spot(index);
    for (at, line) in it.lines.iter().enumerate() {
        if usize::try_from(line.number).is_ok_and(|number| number > last) {
            let finding = Finding::error("J012", spot(at), format!("the code has no line {}", line.number));
            found.push((QUESTIONS, finding.help(format!("its last line is {last}; the first is 1"))));
        }
        if let Some(first) = it.lines[..at].iter().position(|before| before.number == line.number) {
            let finding = Finding::error("J012", spot(at), format!("line {} stands twice", line.number));
            found.push((
                QUESTIONS,
                finding.label(spot(first), "first here").help("say everything about a line in one `why`"),
            ));
        }
    }
    if !it.lines.iter().any(|line| line.right) {
        let finding = Finding::error("J012", head(index), "no line is marked right");
        found.push((QUESTIONS, finding.help("write `right = true` in the line that is right")));
    }
}
