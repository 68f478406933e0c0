//! Pictures of the visual language, drawn with the kit's components: what the design shows is what the components draw.

use super::footer::{Footer, Hint, toast};
use super::header::{Place, Session};
use super::ink::{self, Run, accent, good, key, muted, rich, strong, text};
use super::list::{Row, label};
use super::meter::gauge;
use super::page::{LEFT, Page, SECOND};
use super::question::{Answered, Choice, choices, field, grades, stem, verdict};
use super::sheet::{Sheet, keyed};
use super::stage::{coloured, picture};
use super::theme::{Theme, Token};

fn footer(chip: (&str, &str), hints: &[(&str, &str)]) -> Footer {
    Footer {
        chip: Some(Hint::new(chip.0, chip.1)),
        hints: hints.iter().map(|(k, l)| Hint::new(*k, *l)).collect(),
        help: Some(Hint::new("?", "help")),
    }
}

fn today(p: &mut Page) {
    let tabs = [(1, "Today"), (2, "Path"), (3, "Rehearse"), (4, "Stats"), (5, "Library")];
    Place { tabs: &tabs, current: 1, subs: &[], sub: 0, right: "Sat 21 Nov" }.draw(p);
    p.put(LEFT, 3, &rich("<b>Interview in 21 days</b>, Sat 12 Dec"));
    p.right(3, &rich("at 20 min a day  <b>84% ready</b>   <good>✓</good> on track"));
    label(p, 5, "TODAY", &strong("20 min"));
    let rows = [
        ("Review 14 items", "Databases 6, APIs 5, Git 3", "9 min"),
        ("Lesson: Cache-aside and invalidation", "Path 4, Caching", "6 min"),
        ("Rehearse one weak answer", "Mengoptimalkan database", "5 min"),
    ];
    for (i, (name, more, minutes)) in rows.into_iter().enumerate() {
        let row = Row::new([text(name)]).second([muted(more)]).right([text(minutes)]);
        row.focused(i == 0).draw(p, 6 + i as i32);
    }
    label(p, 10, "PICK UP WHERE YOU LEFT OFF", "");
    let lesson = [key("c"), text("  Lesson: N+1 and eager loading")];
    Row::new(lesson).second([muted("yesterday")]).right([text("60%")]).draw(p, 11);
    gauge(p, 64, 11, 10, 0.6);
    let question = [key("i"), text("  One interview question")];
    Row::new(question).second([muted("The Data Custodian, level 2")]).right([text("5 min")]).draw(p, 12);
    label(p, 14, "THIS WEEK", &[strong("4"), text(" study days")]);
    for (i, day) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].into_iter().enumerate() {
        p.put(16 + 5 * i as i32, 14, &muted(day));
    }
    let week = [good("✓"), good("✓"), muted("·"), good("✓"), good("✓"), accent("○"), muted("·")];
    for (i, mark) in week.iter().enumerate() {
        p.put(17 + 5 * i as i32, 15, mark);
    }
    p.right(15, "your aim was 3");
    label(p, 17, "FADING", "");
    let mut x = 16;
    for topic in ["Isolation levels 71%", "HTTP caching 74%", "Git rebase 78%"] {
        x = p.put(x, 17, &[ink::warn("!"), text(" "), text(topic)]) + 3;
    }
    label(p, 19, "LATER", &[key("p"), text(" show plan")]);
    p.put(16, 19, "38 more items, spread over the next 6 days");
    let hints = [("r", "review"), ("c", "continue"), ("i", "interview"), ("t", "date"), (":", "commands")];
    footer(("Enter", "start"), &hints).draw(p);
}

fn question(p: &mut Page) {
    Session { title: "Review", position: "3 of 14", right: &"about 9 min left", done: (3, 14) }.draw(p);
    p.put(LEFT, 3, &muted("Databases / Indexes"));
    let prompt = "A query filters on (country, created_at) and sorts by created_at. Which index serves it best?";
    let y = 5 + stem(p, 5, prompt, Token::Strong);
    let options = [
        ("1", "one index on created_at"),
        ("2", "one index on (country, created_at)"),
        ("3", "one index on (created_at, country)"),
        ("4", "two indexes: country, and created_at"),
    ];
    let all = options.map(|(key, text)| Choice { key, text, focused: key == "2", ..Choice::default() });
    choices(p, y + 2, 11, &all);
    p.put(LEFT, 20, &rich("Not sure? Press <k>g</k> first: a lucky guess is not counted as known."));
    let hints = [("g", "guess"), ("x", "don't know"), ("i", "hint"), ("s", "later"), ("u", "undo"), ("Esc", "pause")];
    footer(("1-4", "answer"), &hints).draw(p);
}

fn feedback(p: &mut Page) {
    Session { title: "Review", position: "3 of 14", right: &"about 9 min left", done: (3, 14) }.draw(p);
    p.put(LEFT, 3, &muted("Databases / Indexes"));
    stem(p, 4, "Which index serves the filter on country and the sort on created_at?", Token::Text);
    verdict(p, 6, false, "Not yet.", "You chose 3, the answer is 2.");
    let idea = "Equality columns go first, the range or sort column last. The rows for one country are then already in \
                date order: no sort step is needed.";
    stem(p, 7, idea, Token::Text);
    let options = [
        ("1", "created_at alone", "sorted, but reads every country"),
        ("2", "(country, created_at)", "narrow first, then already in order"),
        ("3", "(created_at, country)", "your choice: tests country on each row"),
        ("4", "two single indexes", "the planner uses one, or pays to merge"),
    ];
    for (i, (key, text, why)) in options.into_iter().enumerate() {
        Answered { key, text, right: i == 1, chosen: i == 2, why }.draw(p, 10 + i as i32, true);
    }
    let seen = ink::link("Indexes, \"Column order\"");
    field(p, 15, "Seen in", 13, &seen, &[key("o"), text(" open there")]);
    field(p, 16, "Source", 13, "PostgreSQL manual, Multicolumn Indexes", &[key("y"), text(" copy link")]);
    p.rule(18, LEFT, p.edge());
    p.put(LEFT, 19, &rich("Saved as <b>forgot</b>. Comes back in 10 minutes, then tomorrow."));
    grades(p, 20, &[("1", "forgot"), ("2", "hard"), ("3", "good"), ("4", "easy")], 0, &muted("change the grade"));
    let hints = [("o", "lesson"), ("a", "note"), ("m", "flag"), ("y", "copy"), ("u", "take back")];
    footer(("Enter", "next"), &hints).draw(p);
}

fn pause(p: &mut Page) {
    question(p);
    Sheet { title: "Paused", count: "", width: 58, height: 11, top: Some(7) }.draw(p, |s| {
        let rows = [
            ("Continue", "Enter"),
            ("Finish now and see the summary", "f"),
            ("Leave, come back later", "q"),
            ("Shorten to 5 more minutes", "5"),
            ("Undo the last answer", "u"),
        ];
        for (i, (name, key)) in rows.into_iter().enumerate() {
            keyed([text(name)], key, i == 0).draw(s, 1 + i as i32);
        }
        s.put(LEFT, 7, &rich("<good>✓</good> 3 answers are saved, 11 items keep their place."));
    });
    let right: Vec<Run> = vec![text("          "), strong("paused")];
    p.right(0, &right);
    let hints = [("f", "finish"), ("q", "leave"), ("u", "undo"), ("Ctrl-C", "again quits")];
    footer(("Enter", "continue"), &hints).draw(p);
}

const TODAY: &str = "
   ▂▅█  1 Today  2 Path  3 Rehearse  4 Stats  5 Library              Sat 21 Nov
────────━━━━━━━─────────────────────────────────────────────────────────────────

   Interview in 21 days, Sat 12 Dec     at 20 min a day  84% ready   ✓ on track

   TODAY                                                                 20 min
 ▌ Review 14 items                         Databases 6, APIs 5, Git 3     9 min
   Lesson: Cache-aside and invalidation    Path 4, Caching                6 min
   Rehearse one weak answer                Mengoptimalkan database        5 min

   PICK UP WHERE YOU LEFT OFF
   c  Lesson: N+1 and eager loading        yesterday            ━━━━━━────  60%
   i  One interview question               The Data Custodian, level 2    5 min

   THIS WEEK    Mon  Tue  Wed  Thu  Fri  Sat  Sun                  4 study days
                 ✓    ✓    ·    ✓    ✓    ○    ·                 your aim was 3

   FADING       ! Isolation levels 71%   ! HTTP caching 74%   ! Git rebase 78%

   LATER        38 more items, spread over the next 6 days          p show plan


────────────────────────────────────────────────────────────────────────────────
   Enter  start   r review  c continue  i interview  t date  : commands  ? help
";

const QUESTION: &str = "
   Review  3 of 14                                             about 9 min left
━━━━━━━━━━━━━━━━━───────────────────────────────────────────────────────────────

   Databases / Indexes

   A query filters on (country, created_at) and sorts by created_at. Which
   index serves it best?


   1  one index on created_at

 ▌ 2  one index on (country, created_at)

   3  one index on (created_at, country)

   4  two indexes: country, and created_at




   Not sure? Press g first: a lucky guess is not counted as known.

────────────────────────────────────────────────────────────────────────────────
   1-4  answer   g guess  x don't know  i hint  s later  Esc pause       ? help
";

const FEEDBACK: &str = "
   Review  3 of 14                                             about 9 min left
━━━━━━━━━━━━━━━━━───────────────────────────────────────────────────────────────

   Databases / Indexes
   Which index serves the filter on country and the sort on created_at?

 ✗ Not yet. You chose 3, the answer is 2.
   Equality columns go first, the range or sort column last. The rows for one
   country are then already in date order: no sort step is needed.

   1  created_at alone         sorted, but reads every country
 ✓ 2  (country, created_at)    narrow first, then already in order
 ✗ 3  (created_at, country)    your choice: tests country on each row
   4  two single indexes       the planner uses one, or pays to merge

   Seen in   Indexes, \"Column order\"                               o open there
   Source    PostgreSQL manual, Multicolumn Indexes                 y copy link

   ────────────────────────────────────────────────────────────────────────────
   Saved as forgot. Comes back in 10 minutes, then tomorrow.
   1 forgot    2 hard    3 good    4 easy                      change the grade
   ━━━━━━━━
────────────────────────────────────────────────────────────────────────────────
   Enter  next   o lesson  a note  m flag  y copy  u take back           ? help
";

const PAUSE: &str = "
   Review  3 of 14                                                       paused
━━━━━━━━━━━━━━━━━───────────────────────────────────────────────────────────────

   Databases / Indexes

   A query filters on (country, created_at) and sorts by created_at. Which

           ╭─ Paused ───────────────────────────────────────────────╮
           │                                                        │
           │ ▌ Continue                                     Enter   │
           │   Finish now and see the summary                   f   │
           │   Leave, come back later                           q   │
           │   Shorten to 5 more minutes                        5   │
           │   Undo the last answer                             u   │
           │                                                        │
           │   ✓ 3 answers are saved, 11 items keep their place.    │
           │                                                        │
           ╰────────────────────────────────────────────────────────╯


   Not sure? Press g first: a lucky guess is not counted as known.

────────────────────────────────────────────────────────────────────────────────
   Enter  continue   f finish  q leave  u undo  Ctrl-C again quits       ? help
";

#[test]
fn today_looks_like_its_picture() {
    assert_eq!(picture(80, 24, today), TODAY[1..]);
    assert_eq!(SECOND, 43);
}

#[test]
fn a_question_looks_like_its_picture() {
    assert_eq!(picture(80, 24, question), QUESTION[1..]);
}

#[test]
fn feedback_looks_like_its_picture() {
    assert_eq!(picture(80, 24, feedback), FEEDBACK[1..]);
}

#[test]
fn a_pause_looks_like_its_picture() {
    assert_eq!(picture(80, 24, pause), PAUSE[1..]);
}

#[test]
fn ascii_pictures_have_the_same_layout() {
    for draw in [today, question, feedback, pause] {
        let plain = picture(80, 24, draw);
        let ascii = coloured(80, 24, &Theme::contrast().with_ascii(true), |p| {
            draw(p);
            toast(p, true, "saved");
        });
        assert!(ascii.is_ascii(), "{ascii}");
        assert_eq!(ascii.lines().count(), plain.lines().count());
    }
}

/// The styles that a picture uses: SGR codes without the reset.
fn styles(theme: &Theme, draw: fn(&mut Page)) -> Vec<String> {
    let shown = coloured(80, 24, theme, draw);
    let mut codes: Vec<String> = shown
        .split("\u{1b}[")
        .skip(1)
        .filter_map(|s| s.split('m').next())
        .map(|s| s.trim_start_matches("0;").to_owned())
        .filter(|s| s != "0")
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn pictures_keep_weight_and_colour_apart() {
    for name in ["dark", "light", "mono", "contrast"] {
        let theme = Theme::named(name).unwrap_or_default();
        for draw in [today, question, feedback, pause] {
            for style in styles(&theme, draw) {
                let codes: Vec<u8> = style.split(';').filter_map(|c| c.parse().ok()).collect();
                let colour = codes.iter().any(|c| (30..=37).contains(c) || (90..=97).contains(c));
                assert!(!(colour && codes.iter().any(|c| *c == 1 || *c == 2)), "{name}: {style}");
                assert!(!codes.iter().any(|c| (40..=49).contains(c) || *c >= 100), "{name}: {style}");
                assert!(!(colour && matches!(name, "mono" | "contrast")), "{name}: {style}");
            }
        }
    }
}
