//! Questions of samples that need several: each macro is the text of one.

/// A single choice whose right option stands first. `$more` is further lines of the question, such as `keep_order = true`.
/// What is asked is one text for both languages, or `[English, Indonesian]`.
macro_rules! single_question {
    ($id:literal, [$en:literal, $in_id:literal], $right:literal, $wrong:literal, $more:literal) => {
        concat!(
            "[[question]]\nid = \"",
            $id,
            "\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\n",
            $more,
            "prompt.en = \"",
            $en,
            "\"\nprompt.id = \"",
            $in_id,
            "\"\nsource = \"lesson\"\n\n[[question.option]]\nid = \"a\"\nright = true\ntext = \"",
            $right,
            "\"\nwhy = \"Right.\"\n\n[[question.option]]\nid = \"b\"\ntext = \"",
            $wrong,
            "\"\nwhy = \"Wrong.\"\n\n"
        )
    };
    ($id:literal, $prompt:literal, $right:literal, $wrong:literal, $more:literal) => {
        concat!(
            "[[question]]\nid = \"",
            $id,
            "\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\n",
            $more,
            "prompt = \"",
            $prompt,
            "\"\nsource = \"lesson\"\n\n[[question.option]]\nid = \"a\"\nright = true\ntext = \"",
            $right,
            "\"\nwhy = \"Right.\"\n\n[[question.option]]\nid = \"b\"\ntext = \"",
            $wrong,
            "\"\nwhy = \"Wrong.\"\n\n"
        )
    };
}

/// A short answer.
macro_rules! short_question {
    ($id:literal, [$en:literal, $in_id:literal], $answer:literal) => {
        concat!(
            "[[question]]\nid = \"",
            $id,
            "\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"",
            $en,
            "\"\nprompt.id = \"",
            $in_id,
            "\"\nanswer = \"",
            $answer,
            "\"\nsource = \"lesson\"\n\n"
        )
    };
    ($id:literal, $prompt:literal, $answer:literal) => {
        concat!(
            "[[question]]\nid = \"",
            $id,
            "\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt = \"",
            $prompt,
            "\"\nanswer = \"",
            $answer,
            "\"\nsource = \"lesson\"\n\n"
        )
    };
}

/// Ten short answers.
macro_rules! shorts {
    () => {
        concat!(
            short_question!("q", "Which header?", "Idempotency-Key"),
            short_question!("k", "Which first?", "one"),
            short_question!("l", "Which second?", "two"),
            short_question!("m", "Which third?", "three"),
            short_question!("n", "Which fourth?", "four"),
            short_question!("o", "Which fifth?", "five"),
            short_question!("p", "Which sixth?", "six"),
            short_question!("r", "Which seventh?", "seven"),
            short_question!("s", "Which eighth?", "eight"),
            short_question!("t", "Which ninth?", "nine")
        )
    };
}

/// Nine single choices.
macro_rules! singles {
    () => {
        concat!(
            single_question!("a", "What first?", "One", "Two", ""),
            single_question!("b", "What second?", "One", "Two", ""),
            single_question!("c", "What third?", "One", "Two", ""),
            single_question!("d", "What fourth?", "One", "Two", ""),
            single_question!("e", "What fifth?", "One", "Two", ""),
            single_question!("f", "What sixth?", "One", "Two", ""),
            single_question!("g", "What seventh?", "One", "Two", ""),
            single_question!("h", "What eighth?", "One", "Two", ""),
            single_question!("i", "What ninth?", "One", "Two", "")
        )
    };
}
