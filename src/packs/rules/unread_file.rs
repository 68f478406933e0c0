use std::collections::BTreeSet;

#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Said, Severity, Spot, said};
use crate::format::source::{self, TOPIC, TOPIC_FILES};
use crate::format::suggest;

pub(super) const RULE: Rule = Rule {
    code: "J035",
    name: "unread-file",
    severity: Severity::Warning,
    what: "rule-j035-what",
    why: "rule-j035-why",
    #[cfg(test)]
    bad: Sample { files: &[("t/prompt.toml", "[[prompt]]\nid = \"p\"\n")], at: "t/prompt.toml:1:1" },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", "")], at: "" },
    check: Check::Reading,
};

/// Files in the pack's own folder that are read.
const ROOT: [&str; 6] =
    [source::PACK, source::SYLLABUS, source::GLOSSARY, source::PERSONAS, source::LADDER, source::CHECKLISTS];

/// What of the files of a pack nothing reads, and the files that these were probably meant to be: what they hold is not missing, it is unread.
/// `misnamed` are those that the list of the disk leaves out of `files`.
pub(crate) fn unread(files: &[Box<str>], misnamed: &[Box<str>]) -> (PackFindings, BTreeSet<Box<str>>) {
    let tell = |path: &str, message: &'static str, help: Said| {
        (path.into(), Finding::warning(RULE.code, Spot::File, message).help(help))
    };
    let mut found = Vec::new();
    let mut meant: BTreeSet<Box<str>> = BTreeSet::new();
    // Beside content there may be anything else: a licence, pictures, schemas for the editor.
    let content = || files.iter().filter(|path| path.ends_with(".toml") || path.contains("/lesson."));
    for path in content().chain(misnamed) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let names: &[&str] = match folder {
            "" => &ROOT,
            source::PATHS | source::DAYS => continue,
            _ => &TOPIC_FILES,
        };
        if names.contains(&name) {
            continue;
        }
        let near = suggest::nearest(name, names.iter().copied());
        let help = Said::near(near, said("find-unread-name-help").with("all", names.join(", ")));
        found.push(tell(path, "find-unread-name", help));
        let near = near.map(|near| if folder.is_empty() { near.to_owned() } else { format!("{folder}/{near}") });
        meant.extend(near.filter(|near| files.binary_search_by(|file| (**file).cmp(near)).is_err()).map(Box::from));
    }
    // A folder without its head is told of once, and not at all where a slip in the head's name was told of.
    for path in content() {
        let Some((folder, name)) = path.rsplit_once('/').filter(|(_, name)| TOPIC_FILES.contains(name)) else {
            continue;
        };
        let head: Box<str> = format!("{folder}/{TOPIC}").into();
        if files.binary_search(&head).is_err() && meant.insert(head) {
            let help = said("find-headless-help").with("head", format!("{folder}/{TOPIC}")).with("name", name);
            found.push(tell(path, "find-headless", help));
        }
    }
    (found, meant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::check::Tree;
    use crate::packs::told::english;

    #[test]
    fn a_file_of_another_name_and_one_without_its_topic_are_told_and_no_other() {
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        for path in [
            "days/one.toml",
            "glosary.toml",
            "pack.toml",
            "paths/all.toml",
            "t/README.md",
            "t/lesson.idn.md",
            "t/lessons.png",
            "t/notes.toml",
            "t/question.toml",
            "t/topic.toml",
            "u/prompts.toml",
            "u/questions.toml",
            "v/lesson.en.md",
            "w/questions.toml",
            "w/topics.toml",
        ] {
            let file = root.path().join(path);
            std::fs::create_dir_all(file.parent().unwrap_or(root.path())).unwrap_or_else(|e| panic!("{e}"));
            std::fs::write(file, "").unwrap_or_else(|e| panic!("{e}"));
        }
        let (files, passed, misnamed) = Tree::Disk(root.path().to_owned()).list();
        assert_eq!((passed.len(), misnamed.len()), (0, 1));
        assert!(!files.contains(&misnamed[0]), "no archive carries it");
        let (found, meant) = unread(&files, &misnamed);
        let told: Vec<(String, String)> = found
            .into_iter()
            .map(|(path, finding)| (path.to_string(), finding.help.as_ref().map(english).unwrap_or_default()))
            .collect();
        let paths: Vec<&str> = told.iter().map(|(path, _)| path.as_str()).collect();
        let named = ["glosary.toml", "t/notes.toml", "t/question.toml", "w/topics.toml", "t/lesson.idn.md"];
        assert_eq!(paths, [&named[..], &["u/prompts.toml", "v/lesson.en.md"]].concat());
        assert_eq!(told[0].1, "did you mean `glossary.toml`?");
        assert_eq!(told[2].1, "did you mean `questions.toml`?");
        assert_eq!(told[4].1, "did you mean `lesson.id.md`?");
        assert!(told[1].1.contains("prompts.toml") && told[5].1.contains("u/topic.toml"), "{told:?}");
        let meant: Vec<&str> = meant.iter().map(|path| &**path).collect();
        let heads = ["u/topic.toml", "v/topic.toml", "w/topic.toml"];
        assert_eq!(meant, [&["glossary.toml", "t/lesson.id.md", "t/questions.toml"][..], &heads].concat());
    }
}
