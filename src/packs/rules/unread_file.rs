use super::{Check, PackFindings, Rule, Sample};
use crate::format::finding::{Finding, Severity, Spot};
use crate::format::source::{self, TOPIC, TOPIC_FILES};
use crate::format::suggest;

pub(super) const RULE: Rule = Rule {
    code: "J035",
    name: "unread-file",
    severity: Severity::Warning,
    what: "A file that looks like content and that nothing reads: its name is another one, or its folder has no `topic.toml`.",
    why: "Files are found by their names. What has another name is passed over, and its author believes that learners meet it.",
    bad: Sample { files: &[("t/prompt.toml", "[[prompt]]\nid = \"p\"\n")], at: "t/prompt.toml:1:1" },
    good: Sample { files: &[("t/prompts.toml", "")], at: "" },
    check: Check::Reading,
};

/// Files in the pack's own folder that are read.
const ROOT: [&str; 6] =
    [source::PACK, source::SYLLABUS, source::GLOSSARY, source::PERSONAS, source::LADDER, source::CHECKLISTS];

/// What of the files of a pack nothing reads.
pub(crate) fn unread(files: &[Box<str>]) -> PackFindings {
    let tell = |path: &str, message: &str, help: String| {
        (path.into(), Finding::warning(RULE.code, Spot::File, message.to_owned()).help(help))
    };
    let mut found = Vec::new();
    // Beside content there may be anything else: a licence, pictures, schemas for the editor.
    for path in files.iter().filter(|path| path.ends_with(".toml") || path.contains("/lesson.")) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let names: &[&str] = match folder {
            "" => &ROOT,
            source::PATHS | source::DAYS => continue,
            _ => &TOPIC_FILES,
        };
        if !names.contains(&name) {
            let meant = suggest::nearest(name, names.iter().copied());
            let help = meant.map(|meant| format!("did you mean `{meant}`?"));
            let help = help.unwrap_or_else(|| format!("here these are read: {}", names.join(", ")));
            found.push(tell(path, "nothing reads a file of this name", help));
        } else if !folder.is_empty() && !files.iter().any(|file| **file == *format!("{folder}/{TOPIC}")) {
            let help = format!("write {folder}/{TOPIC}, or move the file to the folder of its topic");
            found.push(tell(path, "its folder has no `topic.toml`, so no learner meets it", help));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_name_and_one_without_its_topic_are_told_and_no_other() {
        let files = [
            "pack.toml",
            "glosary.toml",
            "days/one.toml",
            "paths/all.toml",
            "t/topic.toml",
            "t/question.toml",
            "t/notes.toml",
            "u/questions.toml",
            "v/lesson.en.md",
        ];
        let told: Vec<(String, String)> = unread(&files.map(Box::from))
            .into_iter()
            .map(|(path, finding)| (path.to_string(), finding.help.unwrap_or_default().into_string()))
            .collect();
        let paths: Vec<&str> = told.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["glosary.toml", "t/question.toml", "t/notes.toml", "u/questions.toml", "v/lesson.en.md"]);
        assert_eq!(told[0].1, "did you mean `glossary.toml`?");
        assert_eq!(told[1].1, "did you mean `questions.toml`?");
        assert!(told[2].1.contains("prompts.toml") && told[3].1.contains("u/topic.toml"), "{told:?}");
    }
}
