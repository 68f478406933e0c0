//! A slot: what is looked at, who says what, what can be done, and what comes of it.

use crate::domain::day::{Choice, Level, Meter, Said, Variant};
use crate::prose::cells;
use crate::sessions::day::{Playing, told};
use crate::ui::codecolor::colour;
use crate::ui::glyphs::{BAR, RIGHT, RULE, RUNG, THIN};
use crate::ui::ink::{Run, good, key, label, muted, run, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{HANG, INSIDE, LEFT};
use crate::ui::rubric::barred;
use crate::ui::theme::Token;

use super::DayScreen;

/// The column of what was chosen, behind its time.
pub const WHAT: i32 = 10;

/// Rows from which on the meters stand above a slot.
const LOW: usize = 12;

/// Rows that are read above choices which stay where they are, at least.
const READ: usize = 8;

/// Artefacts whose first line is their heading.
const HEADED: [&str; 5] = ["alerts", "board", "graph", "metrics", "table"];

/// A slot in which a choice is to be made: its rows, and those of them that stay at the bottom while the others are scrolled.
pub fn choosing(screen: &DayScreen, at: usize, look: &Look, room: usize) -> (Vec<Line>, Vec<Line>) {
    let playing = &screen.playing;
    let (Some(slot), Some(variant)) = (playing.slot(at), playing.variant(at)) else { return Default::default() };
    let mut scene = because(playing, at, look);
    scene.extend(stack(look.prose(look.get(&variant.scene), LEFT, Token::Text), LEFT));
    let says = variant.says.iter().chain(playing.heard(at)).flat_map(|said| says(said, look)).collect();
    let choices = slot.choices.iter().enumerate().flat_map(|(n, it)| choice(n, it, n == screen.focus, look));
    let choices: Vec<Line> = choices.collect();
    // In the lowest windows bars make room for words; what came of a choice has them.
    let meters = if room < LOW { Vec::new() } else { meters(playing, look) };
    let told = [meters, scene, artefact(variant, look), says];
    let rows = told.iter().map(Vec::len).sum::<usize>() + choices.len();
    if rows < room || choices.len() + 1 + READ > room {
        let mut out = spaced(told, room.saturating_sub(choices.len() + 1));
        out.push(Line::blank());
        out.extend(choices);
        return (out, Vec::new());
    }
    (spaced(told, 0), choices)
}

/// The groups under each other: free rows go where they help most, as many as there are.
fn spaced(groups: [Vec<Line>; 4], room: usize) -> Vec<Line> {
    // After the meters, before what is looked at, before who speaks, under the times.
    const ORDER: [usize; 4] = [1, 2, 3, 0];
    let rows: usize = groups.iter().map(Vec::len).sum();
    let wanted: Vec<usize> = ORDER.into_iter().filter(|at| !groups[*at].is_empty()).collect();
    // What is scrolled anyway has room, but for the row at the top.
    let free = if rows > room { wanted.len().saturating_sub(1) } else { room - rows };
    let before = &wanted[..wanted.len().min(free)];
    let mut out = Vec::new();
    for (at, group) in groups.into_iter().enumerate() {
        if before.contains(&at) {
            out.push(Line::blank());
        }
        out.extend(group);
    }
    out
}

fn choice(n: usize, choice: &Choice, focused: bool, look: &Look) -> Vec<Line> {
    let token = if focused { Token::Sel } else { Token::Text };
    let mut rows = stack(look.prose(look.get(&choice.text), HANG, token), HANG);
    if let Some(first) = rows.first_mut() {
        first.parts.insert(0, (LEFT, vec![key((n + 1).to_string())]));
        first.bar_at(focused.then_some(LEFT));
    }
    for row in &mut rows {
        row.focus = focused;
    }
    rows
}

fn bar(level: Level) -> [Run<'static>; 2] {
    let full = usize::from(level.0);
    let rest = usize::from(Level::MOST) - full;
    [run(Token::Accent, RUNG.repeat(full)), run(Token::Rule, RULE.repeat(rest))]
}

/// A bar for each meter; in a narrow window with a word, in as many columns as fit.
pub fn meters(playing: &Playing, look: &Look) -> Vec<Line> {
    let words = look.words;
    let all: Vec<(Meter, Level)> = playing.levels();
    if look.small() {
        return small_meters(&all, look);
    }
    let one = |(meter, level): &(Meter, Level)| {
        std::iter::once(text(format!("{} ", told::meter(*meter, words)))).chain(bar(*level)).collect::<Vec<Run>>()
    };
    let all: Vec<Vec<Run>> = all.iter().map(one).collect();
    let width = |runs: &Vec<Run>| runs.iter().map(|run| look.width(&run.text)).sum::<i32>();
    let gaps = all.len().saturating_sub(1).max(1) as i32;
    let free = look.room(LEFT) as i32 - all.iter().map(width).sum::<i32>();
    let gap = (free / gaps).clamp(1, 4);
    let mut x = LEFT;
    let mut line = Line::at(LEFT, Vec::new());
    for runs in all {
        let next = x + width(&runs) + gap;
        line.parts.push((x, runs));
        x = next;
    }
    vec![line]
}

fn small_meters(all: &[(Meter, Level)], look: &Look) -> Vec<Line> {
    let words = look.words;
    let cells = |of: &dyn Fn(&(Meter, Level)) -> String| all.iter().map(|it| look.width(&of(it))).max().unwrap_or(0);
    let name = cells(&|it| told::meter(it.0, words)) + 1;
    let width = name + i32::from(Level::MOST) + 1 + cells(&|it| told::level(it.1, words)) + 2;
    let columns = ((look.room(LEFT) as i32 + 2) / width.max(1)).max(1) as usize;
    let mut out = Vec::new();
    for row in all.chunks(columns) {
        let mut line = Line::at(LEFT, Vec::new());
        for (n, (meter, level)) in row.iter().enumerate() {
            let x = LEFT + n as i32 * width;
            let word = text(format!(" {}", told::level(*level, words)));
            line.parts.push((x, vec![text(told::meter(*meter, words))]));
            line.parts.push((x + name, bar(*level).into_iter().chain([word]).collect()));
        }
        out.push(line);
    }
    out
}

/// The choices that made a slot begin as it does.
fn because(playing: &Playing, at: usize, look: &Look) -> Vec<Line> {
    let mut out = Vec::new();
    for cause in playing.causes(at) {
        if let (Some(slot), Some(choice)) = (playing.slot(cause), playing.choice(cause)) {
            let values = [("time", (&slot.at).into()), ("choice", look.get(&choice.text).into())];
            out.extend(stack(flow(&[muted(look.words.fmt("day-because", &values))], look.room(LEFT)), LEFT));
        }
    }
    out
}

/// What is looked at; a line that is too long goes on in the next row.
fn artefact(variant: &Variant, look: &Look) -> Vec<Line> {
    let lines: Vec<String> =
        variant.artefact.trim_matches('\n').lines().map(|line| line.replace('\t', "    ")).collect();
    let lang = match &*variant.kind {
        "code" => "go",
        "openapi" | "config" => "yaml",
        kind @ ("sql" | "http") => kind,
        _ => "",
    };
    let coloured = colour(lang, &lines).map(|it| it.lines);
    let mut out = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let runs = match coloured.as_ref().and_then(|all| all.get(n)) {
            Some(runs) => runs.clone(),
            None if n == 0 && lines.len() > 1 && HEADED.contains(&&*variant.kind) => vec![muted(line.clone())],
            None if &*variant.kind == "diff" => signed(line),
            None => vec![run(Token::Code, line.clone())],
        };
        out.extend(folded(runs, look.room(INSIDE)).into_iter().map(|row| barred(row, THIN, Token::Rule)));
    }
    out
}

/// A line of a diff: its sign has the colour.
fn signed(line: &str) -> Vec<Run<'static>> {
    let (sign, token) = match line.as_bytes().first() {
        Some(b'+') => ("+", Token::Good),
        Some(b'-') => ("-", Token::Bad),
        _ => ("", Token::Code),
    };
    vec![run(token, sign), run(Token::Code, line.get(sign.len()..).unwrap_or_default().to_owned())]
}

/// Pieces in rows of at most so many cells, cut where a row is full: columns stay columns.
fn folded(runs: Vec<Run<'static>>, room: usize) -> Vec<Vec<Run<'static>>> {
    let mut rows = vec![Vec::new()];
    let mut used = 0;
    for piece in runs {
        let mut rest = String::new();
        for cell in cells::cells(&piece.text) {
            if used + cell.width > room && used > 0 {
                if let Some(row) = rows.last_mut() {
                    row.push(run(piece.token, std::mem::take(&mut rest)));
                }
                rows.push(Vec::new());
                used = 0;
            }
            rest.push_str(cell.text);
            used += cell.width;
        }
        if let Some(row) = rows.last_mut() {
            row.push(run(piece.token, rest));
        }
    }
    rows
}

/// What a colleague says, behind the name.
pub fn says(said: &Said, look: &Look) -> Vec<Line> {
    let who = told::speaker(&said.who, look.words, look.lang);
    let runs = [strong(who), text(format!(" \"{}\"", look.get(&said.text)))];
    let mut rows = flow(&runs, look.room(INSIDE).saturating_sub(2));
    // Between name and words stand three cells, which wrapping would make one.
    if let Some(first) = rows.first_mut().filter(|row| row.len() > 1) {
        first.insert(1, text("  "));
    }
    rows.into_iter().map(|row| barred(row, BAR, Token::Voice)).collect()
}

/// What came of a choice, and if the learner wants so, what would have come of the others.
pub fn told(screen: &DayScreen, at: usize, look: &Look, room: usize) -> Vec<Line> {
    let playing = &screen.playing;
    let (Some(slot), Some(choice)) = (playing.slot(at), playing.choice(at)) else { return Vec::new() };
    let words = look.words;
    let mut out = Vec::new();
    // In the lowest windows words come first.
    if room >= LOW {
        out.extend(meters(playing, look));
        out.push(Line::blank());
    }
    let chosen = words.fmt("day-chose", &[("choice", look.get(&choice.text).into())]);
    out.extend(stack(flow(&[strong(chosen)], look.room(LEFT)), LEFT));
    out.push(Line::blank());
    out.extend(stack(look.prose(look.get(&choice.why), LEFT, Token::Text), LEFT));
    let moves = told::moves(choice, words);
    if !moves.is_empty() {
        out.push(Line::blank());
        out.extend(stack(flow(&[text(words.fmt("day-moves", &[("moves", moves.into())]))], look.room(LEFT)), LEFT));
    }
    if room < LOW {
        out.push(Line::blank());
        out.extend(meters(playing, look));
    }
    if screen.others {
        out.extend([Line::blank(), Line::at(LEFT, vec![label(words.get("day-others").into_owned())])]);
        for (n, other) in slot.choices.iter().enumerate().filter(|(_, other)| other.id != choice.id) {
            let mut rows = stack(look.prose(look.get(&other.text), HANG, Token::Strong), HANG);
            if let Some(first) = rows.first_mut() {
                first.parts.insert(0, (LEFT, vec![text((n + 1).to_string())]));
                first.mark = other.best.then(|| good(RIGHT));
            }
            out.extend(rows);
            out.extend(stack(look.prose(look.get(&other.why), HANG, Token::Text), HANG));
        }
    }
    out
}

/// The day so far: times with what was chosen, and how the meters moved.
pub fn notebook(screen: &DayScreen, look: &Look) -> Vec<Line> {
    let mut out = vec![Line::at(LEFT, vec![label(look.words.get("day-so-far").into_owned())])];
    out.extend(super::end::happened(&screen.playing, look));
    out
}
