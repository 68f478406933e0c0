#[cfg(test)]
use super::Sample;
use super::parts::{prompt_texts, texts};
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::lesson;
use crate::format::small_words::{ENGLISH, INDONESIAN, reads_like};
use crate::format::source::{LESSON_EN, LESSON_ID, PROMPTS, QUESTIONS};
use crate::format::types::Text;
use crate::packs::check::view::TopicView;

/// So many small words of the other language, and none of its own, make a text one of the other language.
const WORDS: usize = 3;

pub(super) const RULE: Rule = Rule {
    code: "J152",
    name: "other-language",
    severity: Severity::Warning,
    what: "rule-j152-what",
    why: "rule-j152-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"What does the client send with the retry?\"\nprompt.id = \"What is it that the client sends with the second call?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
        )],
        at: "t/questions.toml:7:13",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"What does the client send with the retry?\"\nprompt.id = \"Apa yang dikirim client bersama retry-nya?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    lessons(view, found);
    let mut tell = |file: &'static str, way: Way, text: &Text| {
        if let Some(key) = foreign(text) {
            let lang = if key == "id" { "find-english" } else { "find-indonesian" };
            found.push((file, finding(Spot::Way(way.key(key)), lang)));
        }
    };
    for item in view.questions {
        texts(&item.question, &mut |at, text| {
            if let Spot::Way(way) = at.spot(item.index) {
                tell(QUESTIONS, way, text);
            }
        });
    }
    for rubric in &view.prompts {
        prompt_texts(rubric.way(), rubric.written, &mut |way, text| tell(PROMPTS, way, text));
    }
}

fn finding(spot: Spot, lang: &'static str) -> Finding {
    Finding::warning("J152", spot, said("find-reads-like").with("lang", said(lang))).help("find-translate")
}

/// Paragraphs of a lesson that are in the other language. Its sources name English titles, and are passed over.
fn lessons(view: &TopicView<'_>, found: &mut TopicFindings) {
    for (file, own, other, name) in
        [(LESSON_EN, &ENGLISH, &INDONESIAN, "find-indonesian"), (LESSON_ID, &INDONESIAN, &ENGLISH, "find-english")]
    {
        let text = view.texts.file(file).unwrap_or_default();
        for (start, line, is_prose) in lesson::lines(text) {
            let inner = line.trim();
            let is_prose = is_prose && !["#", "|", "Sources", "Sumber"].iter().any(|mark| inner.starts_with(mark));
            if is_prose && reads_like(inner, own, other, WORDS + 1) {
                let spot = Spot::Span(start..start + line.trim_end().len());
                found.push((file, finding(spot, name)));
            }
        }
    }
}

/// The key of the version that is in the other language. Equal versions are another rule's.
fn foreign(text: &Text) -> Option<&'static str> {
    if text.shared || text.en == text.id {
        return None;
    }
    match () {
        () if reads_like(&text.id, &INDONESIAN, &ENGLISH, WORDS) => Some("id"),
        () if reads_like(&text.en, &ENGLISH, &INDONESIAN, WORDS) => Some("en"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_prose_in_the_other_language_is_found() {
        let id = |text: &str| foreign(&Text::twin("Add a column.", text));
        assert_eq!(id("The server is the one that has the key."), Some("id"));
        assert_eq!(id("Tambah CHECK (channel IS NOT NULL) NOT VALID"), None);
        assert_eq!(id("Log: \"the session is not bound to the store\". Kenapa?"), None, "a quotation");
        assert_eq!(foreign(&Text::twin("Server itu yang menyimpan kunci dan balasan.", "x")), Some("en"));
    }

    #[test]
    fn a_lesson_may_show_the_other_language_in_any_fence_and_has_prose_behind_it() {
        let words = "What is it that the client sends with the second call?\n";
        let at = |fenced: &str| {
            let lesson = format!("Pembuka.\n\n## Bagian {{#s}}\n\n{fenced}");
            let report = super::super::tests::report(&[("t/lesson.id.md", &lesson)]);
            let own = report.problems.iter().filter(|it| it.code == "J152");
            own.map(|it| it.place.line).collect::<Vec<_>>()
        };
        assert_eq!(at(&format!("~~~\n{words}~~~\n")), Vec::<usize>::new());
        assert_eq!(at(&format!("````md\n```\n{words}````\n{words}")), [9]);
    }
}
