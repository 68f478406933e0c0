use proptest::prelude::*;

use super::*;

const LABELS: Labels =
    Labels { notes: "IN THE NOTES / TODAY", say: "SAY IT", mistake: "COMMON MISTAKE", check: "CHECK YOURSELF" };

fn look(width: usize) -> Look<'static> {
    Look { width, quote_code: false, number_links: false, labels: LABELS }
}

fn lines(markdown: &str, width: usize) -> Vec<String> {
    lay(&parse(markdown), &look(width)).iter().map(Line::text).collect()
}

fn shown(markdown: &str, width: usize) -> String {
    lines(markdown, width).join("\n")
}

#[test]
fn a_lesson_is_laid_out_like_the_picture() {
    let text = "## What the database sees {#sees}\n\nOne page load becomes **51 round trips**.\n\n\
                ```go\nfor _, s := range stores {\n\tGet(ctx)\n}\n```\n\n```check\nn-plus-one\n```\n\n\
                > [!say]\n> \"I count the queries first. If they grow with the rows.\"\n";
    assert_eq!(
        shown(text, 30),
        "What the database sees\n\n\
         One page load becomes 51 round\ntrips.\n\n\
         │ for _, s := range stores {\n│     Get(ctx)\n│ }\n\n\
         ┃ CHECK YOURSELF\n\n\
         ┃ SAY IT\n┃ \"I count the queries first.\n┃  If they grow with the\n┃  rows.\""
    );
}

#[test]
fn sections_checks_codes_and_links_are_collected() {
    let doc = parse(
        "# Title\n\n## A {#a}\n\n[x](u1) and <https://u2>\n\n```sql run\nSELECT 1;\n```\n\n```check\nq1\n```\n## B {#b}\n",
    );
    assert_eq!(
        doc.sections.iter().map(|s| (s.id.as_str(), s.title.as_str())).collect::<Vec<_>>(),
        [("a", "A"), ("b", "B")]
    );
    assert_eq!(doc.links, ["u1", "https://u2"]);
    assert_eq!(doc.codes[0].lang, "sql");
    assert_eq!(doc.checks, ["q1"]);
    let lines = lay(&doc, &look(40));
    assert_eq!(lines.first().and_then(|l| l.section), None);
    assert_eq!(lines.last().and_then(|l| l.section), Some(1));
}

#[test]
fn our_marks_make_quotes_of_their_kind() {
    for (mark, kind) in [("notes", QuoteKind::Notes), ("say", QuoteKind::Say), ("mistake", QuoteKind::Mistake)] {
        let doc = parse(&format!("> [!{mark}]\n> Text `code`."));
        let Block::Quote { kind: found, blocks } = &doc.blocks[0] else { panic!("{doc:?}") };
        assert_eq!(*found, kind);
        assert_eq!(blocks.len(), 1);
    }
    assert_eq!(shown("> [!notes] Same line.", 40), "┃ IN THE NOTES / TODAY\n┃ Same line.");
    assert_eq!(shown("> [!other]\n> kept", 40), "┃ [!other] kept");
    assert_eq!(shown("> [!say]\n>\n> apart", 40), "┃ SAY IT\n┃ apart");
}

#[test]
fn lists_hang_and_number_themselves() {
    assert_eq!(shown("- one two three\n- four\n  - five", 9), "- one two\n  three\n- four\n  - five");
    assert_eq!(shown("9. nine\n10. ten", 20), " 9. nine\n10. ten");
    assert_eq!(shown("- [x] done\n- [ ] open", 20), "- [x] done\n- [ ] open");
    assert_eq!(shown("- a\n\n- b", 20), "- a\n\n- b");
    assert_eq!(shown("- a\n\n  more\n- b", 20), "- a\n\n  more\n\n- b");
}

#[test]
fn a_column_that_lacks_a_cell_gets_it_where_that_saves_rows() {
    let table =
        "| call | means | reply |\n| --- | --- | --- |\n| GET /clients/7 | show this one | 200, 404 or another one |\n";
    assert_eq!(
        shown(table, 46),
        "call            means          reply\n\
         ──────────────────────────────────────────────\n\
         GET /clients/7  show this one  200, 404 or\n\
         \x20                              another one"
    );
}

#[test]
fn tables_fit_wrap_or_become_a_list() {
    let table = "| Name | Meaning |\n| --- | ---: |\n| PUT | sets the whole thing |\n| PATCH | changes a part |\n";
    assert_eq!(
        shown(table, 40),
        "Name                Meaning\n───────────────────────────\n\
         PUT    sets the whole thing\nPATCH        changes a part"
    );
    assert_eq!(
        shown(table, 18),
        "Name       Meaning\n──────────────────\nPUT       sets the\n       whole thing\nPATCH    changes a\n              part"
    );
    assert_eq!(
        shown(table, 10),
        "Name: PUT\nMeaning:\n  sets the\n  whole\n  thing\n\nName:\n  PATCH\nMeaning:\n  changes\n  a part"
    );
}

#[test]
fn code_is_not_wrapped_and_knows_its_column() {
    let doc = parse("> ```sh\n> a very long line of code that is wider\n> ```");
    let lines = lay(&doc, &look(12));
    assert_eq!(lines[0].text(), "┃ │ a very long line of code that is wider");
    assert_eq!(lines[0].kind, LineKind::Code { code: 0, line: 0, column: 4 });
}

#[test]
fn diagrams_keep_their_art_and_say_what_they_show_where_it_does_not_fit() {
    let text = "```diagram\nThe app asks the cache.\n\napp ──→ cache\n```";
    assert_eq!(shown(text, 20), "app ──→ cache");
    assert_eq!(shown(text, 12), "The app asks\nthe cache.\napp ──→ cache");
    let lines = lay(&parse(text), &look(20));
    assert_eq!(lines[0].spans[1], Span { text: "──".to_owned(), role: Role::Rule });
}

#[test]
fn links_footnotes_and_html_are_text() {
    assert_eq!(shown("See [the docs](u) and ![alt](i).", 40), "See the docs and alt.");
    assert_eq!(shown("[](https://a.b)", 40), "https://a.b");
    assert_eq!(shown("Fact[^1].\n\n[^1]: Source.", 40), "Fact[1].\n\n[1] Source.");
    assert_eq!(shown("a <b>c</b>\n\n<div>\nx\n</div>", 40), "a <b>c</b>\n\n<div>\nx\n</div>");
}

#[test]
fn plain_text_has_numbers_behind_links_and_no_controls() {
    let doc = parse("See [docs](<https://x/\u{1b}>) and `SELECT`.\n\n```diagram\nA to B.\n\nA -> B\n```");
    let text = plain(&doc, 40, LABELS);
    assert_eq!(text, "See docs [1] and `SELECT`.\n\nA to B.\nA -> B\n\n[1] https://x/\u{fffd}\n");
}

#[test]
fn a_place_is_found_again_at_another_width() {
    let text = "one two three four five six seven eight nine ten ".repeat(8) + "\n\n## B {#b}\n\nlast words here";
    let doc = parse(&text);
    let narrow = lay(&doc, &look(20));
    let wide = lay(&doc, &look(76));
    let place = narrow.iter().find(|l| l.text().starts_with("last")).map(|l| l.at);
    let found = wide.iter().find(|l| l.text().starts_with("last")).map(|l| l.at);
    assert_eq!(place, found);
    assert!(narrow.windows(2).all(|w| w[0].at <= w[1].at));
}

#[test]
fn escape_sequences_never_come_through() {
    let text = "a \u{1b}[31m b\n\n```\n\u{1b}]0;x\u{7}\tb\n```\n\n| \u{9b} |\n| - |\n| \u{1b} |\n";
    let all = shown(text, 40) + &plain(&parse(text), 40, LABELS);
    assert!(!all.chars().any(|c| c.is_control() && c != '\n'), "{all:?}");
}

#[test]
fn deep_nesting_is_read_flat_and_keeps_its_text() {
    let deep = format!("{} deep", ">".repeat(5000));
    assert!(shown(&deep, 20).contains("deep"));
    let lists = (0..200).map(|i| format!("{}- item{i}\n", "  ".repeat(i))).collect::<String>();
    let all = shown(&lists, 20);
    assert!((0..200).all(|i| all.contains(&format!("item{i}"))), "{all}");
}

/// Pieces of Markdown that tend to break readers, with words among them.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,9}".prop_map(|w| format!("{w} ")),
        1 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => prop::sample::select(vec![
            "# ", "- ", "1. ", "> ", "> [!say]\n> ", "```\n", "```go\n", "```diagram\n", "```check\n", "| a | b |\n|---|---|\n| ",
            " | ", "**", "*", "`", "~~", "[", "](", ")", "![", "[^1]", "\n[^1]: ", "<b>", "<!-- ", "    ", "\t", "\\", "数据", "- [ ] ",
            "---\n", "{#x}", "&amp;", "e\u{301}", "  \n",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The words of the text that a reader must find: taken from what pulldown-cmark calls text, not from our blocks.
fn words(markdown: &str) -> Vec<String> {
    use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let (mut text, mut hidden) = (String::new(), false);
    for event in Parser::new_ext(markdown, options) {
        match event {
            // A check shows its question and a diagram its art instead.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                hidden = info.starts_with("check") || info.starts_with("diagram");
            }
            Event::End(TagEnd::CodeBlock) => hidden = false,
            Event::Text(t) | Event::Code(t) | Event::Html(t) | Event::InlineHtml(t) if !hidden => text.push_str(&t),
            _ => text.push(' '),
        }
    }
    // The mark of a quote becomes its label.
    let words = text.split(|c: char| !c.is_ascii_lowercase()).filter(|w| !w.is_empty() && *w != "say");
    words.map(str::to_owned).collect()
}

/// Everything that is shown, without spaces and bars, so that a word that was cut is still one.
fn letters(lines: &[Line]) -> String {
    lines.iter().flat_map(|l| l.spans.iter()).flat_map(|s| s.text.chars()).filter(char::is_ascii_lowercase).collect()
}

proptest! {
    #[test]
    fn every_word_of_any_markdown_is_shown(text in markdown(), width in 4usize..90) {
        let shown = letters(&lay(&parse(&text), &look(width)));
        for word in words(&text) {
            prop_assert!(shown.contains(&word), "{word:?} is missing in {shown:?}");
        }
    }

    #[test]
    fn no_line_is_wider_than_the_page(text in markdown(), width in 4usize..90, quote_code: bool) {
        for line in lay(&parse(&text), &Look { quote_code, ..look(width) }) {
            if !matches!(line.kind, LineKind::Code { .. }) {
                prop_assert!(cells::width(&line.text()) <= width, "{:?}", line.text());
            }
        }
    }

    #[test]
    fn any_text_at_all_is_laid_out_without_controls(text in any::<String>(), width in 0usize..120) {
        let doc = parse(&text);
        for line in lay(&doc, &look(width)) {
            prop_assert!(!line.text().contains(char::is_control));
        }
        let plain = plain(&doc, width, LABELS);
        prop_assert!(!plain.contains(|c: char| c.is_control() && c != '\n'));
        for row in paragraph(&text, width, true) {
            prop_assert!(row.iter().map(|s| cells::width(&s.text)).sum::<usize>() <= width.max(2));
        }
    }

    #[test]
    fn places_are_the_same_at_every_width(text in markdown(), a in 4usize..90, b in 4usize..90) {
        let doc = parse(&text);
        let starts = |width| {
            let mut starts = vec![None; doc.blocks.len()];
            for line in lay(&doc, &look(width)) {
                if line.kind == LineKind::Text && !line.text().is_empty() {
                    starts[line.block].get_or_insert(line.at);
                }
            }
            starts
        };
        let simple = |b: &Block| matches!(b, Block::Paragraph(_) | Block::Heading { .. });
        if doc.blocks.iter().all(simple) {
            prop_assert_eq!(starts(a), starts(b));
        }
    }
}
