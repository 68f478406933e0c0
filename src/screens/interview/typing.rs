//! A field with what stands around it: the question above, notes and reasons below. Where there is little room, the question is a window.

use crate::sessions::interview::{Answering, Asked, Clarify, FollowUp, Interview, Stage, Think, Voice};
use crate::ui::ink::{Run, key, label, muted, strong, text};
use crate::ui::lines::Line;
use crate::ui::look::Look;
use crate::ui::page::{INSIDE, LEFT};
use crate::ui::rubric::said;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::ask::{self, notes, question, saved, stories, translated, why};
use super::draw::{has_pane, room};
use super::window::{Parts, Spot, Told, Window};

/// Rows that a field for notes has at least.
const NOTES: usize = 2;
/// Rows of the question that are seen while somebody reads on in it, where there is room.
const PAGED: usize = 6;
/// Blank rows and what is only polite: they go before anything of the question is out of sight.
const POLITE: u8 = 4;

/// A field with what stands above and below it.
#[derive(Debug)]
pub struct Typing {
    /// Everything above the field; its window is the question.
    pub above: Parts,
    /// Rows of the field.
    pub rows: usize,
    /// Below the field.
    pub below: Vec<Line>,
}

/// Rows that go when there is no room, the highest number first; 0 stays.
type Group = (u8, Vec<Line>);

/// What a stage puts around its field.
struct Around {
    /// Above the question.
    over: Vec<Group>,
    /// The question, and what else may be looked up behind it.
    asked: Vec<Line>,
    /// Rows of it that are seen where there is room.
    wanted: usize,
    /// Rows of it that are seen in any case.
    least_asked: usize,
    /// The row at which it opens where not all that is wanted can be seen.
    first: usize,
    /// Between the question and the field.
    above: Vec<Group>,
    /// Below the field.
    below: Vec<Group>,
    /// Rows of the field, at least.
    least: usize,
}

/// What stands around the field; `None` where nothing is typed. The question has more rows once it was paged to a `spot`.
pub fn typing(interview: &Interview, look: &Look, scene: &Scene, spot: Spot) -> Option<Typing> {
    let asked = interview.asked.as_ref()?;
    interview.field()?;
    let room = room(scene);
    let mut around = match &interview.stage {
        Stage::Think(think) => think_around(interview, asked, think, look, room),
        Stage::Answer(answering) => answer_around(interview, asked, answering, look, scene),
        Stage::FollowUp(follow_up) => follow_up_around(interview, asked, follow_up, look, scene),
        _ => return None,
    };
    if spot.is_paged() {
        around.wanted = around.wanted.max(PAGED).min(around.asked.len());
    }
    Some(fitted(around, room, interview.commands))
}

fn fitted(mut around: Around, room: usize, commands: bool) -> Typing {
    let rows = |around: &Around| {
        let groups = around.over.iter().chain(&around.above).chain(&around.below);
        groups.map(|(_, lines)| lines.len()).sum::<usize>() + around.least
    };
    let least_asked = around.least_asked.min(around.wanted);
    for (goes, asked) in [(POLITE, around.wanted), (1, least_asked)] {
        while rows(&around) + asked > room {
            let groups = around.over.iter().chain(&around.above).chain(&around.below);
            let worst = groups.map(|(keep, _)| *keep).max().unwrap_or(0);
            if worst < goes {
                break;
            }
            for groups in [&mut around.over, &mut around.above, &mut around.below] {
                groups.retain(|(keep, _)| *keep != worst);
            }
        }
    }
    let seen = room.saturating_sub(rows(&around)).clamp(1, around.wanted.max(1));
    let first = if seen < around.wanted { around.first } else { 0 };
    let flat = |groups: Vec<Group>| groups.into_iter().flat_map(|(_, lines)| lines).collect::<Vec<Line>>();
    let mut between = flat(around.above);
    // Where no free row is left to say that there is more, the name of the field makes room for it.
    if let Some(name) = between.first_mut().filter(|line| !line.parts.is_empty())
        && !commands
        && seen < around.asked.len()
    {
        name.right.clear();
    }
    let window = Window { lines: around.asked, seen, first };
    let above = Parts { above: flat(around.over), window, below: between, told: Told::Below };
    let below = flat(around.below);
    let taken = above.above.len() + seen + above.below.len() + below.len();
    Typing { above, rows: room.saturating_sub(taken).max(1), below }
}

fn blank(keep: u8) -> Group {
    (keep, vec![Line::blank()])
}

/// Lines behind others, with a free row between them.
fn append(lines: &mut Vec<Line>, more: Vec<Line>) {
    if !more.is_empty() && !lines.is_empty() {
        lines.push(Line::blank());
    }
    lines.extend(more);
}

fn think_around(interview: &Interview, asked: &Asked, think: &Think, look: &Look, room: usize) -> Around {
    let words = look.words;
    let greet = interview.said();
    let mut over = Vec::new();
    if !greet.is_empty() {
        let mut lines = said(look, &greet);
        lines.push(Line::blank());
        over.push((5, lines));
    }
    let mut lines = question(asked, look, Token::Strong);
    append(&mut lines, translated(asked, look));
    let mut first = 0;
    if let Clarify::Asked(at) = think.clarify {
        first = lines.len() + 1;
        append(&mut lines, ask::exchange(asked, at, look));
    }
    let note = if look.small() { words.get("interview-notes-note-small") } else { words.get("interview-notes-note") };
    let name = named(look, &words.get("interview-notes-label"), vec![muted(note.into_owned())], interview);
    let hint = match think.clarify {
        Clarify::Open => {
            let ask = vec![key("Esc c"), text(format!(" {}", words.get("hint-clarify")))];
            Line::at(LEFT, vec![text(words.get("interview-clarify-tip").into_owned())]).right(ask)
        }
        Clarify::None | Clarify::Asked(_) => Line::at(LEFT, vec![muted(words.get("interview-think-tip").into_owned())]),
    };
    let mut below = vec![blank(7), (2, vec![hint]), blank(9)];
    let stories = stories(asked, look);
    if !stories.is_empty() {
        below.splice(0..0, [blank(7), (POLITE, stories)]);
    }
    Around {
        over,
        wanted: lines.len(),
        least_asked: (room * 2 / 3).max(4),
        asked: lines,
        first,
        above: vec![blank(3), (0, vec![name]), blank(8)],
        below,
        least: NOTES,
    }
}

/// The name of the field; in the command layer it says so.
fn named(look: &Look, name: &str, right: Vec<Run<'static>>, interview: &Interview) -> Line {
    let right = match interview.commands {
        true => vec![strong(look.words.get("review-commands").into_owned())],
        false => right,
    };
    Line::at(LEFT, vec![label(name.to_owned())]).right(right)
}

fn label_of(answering: &Answering, look: &Look) -> String {
    let key = match answering.voice {
        Voice::KeyWords => "interview-key-words",
        Voice::Typing | Voice::Speaking => "review-your-answer",
    };
    look.words.get(key).into_owned()
}

/// Rows that an answer has at least: the question scrolls rather than that there is no room to write in.
fn least_answer(room: usize) -> usize {
    match room {
        ..10 => 3,
        10..18 => 5,
        _ => 8,
    }
}

fn answer_around(interview: &Interview, asked: &Asked, answering: &Answering, look: &Look, scene: &Scene) -> Around {
    let room = room(scene);
    let saved = saved(interview, &answering.clock, look, scene);
    let mut lines = question(asked, look, Token::Text);
    if let Some(at) = interview.clarified() {
        append(&mut lines, ask::exchange(asked, at, look));
    }
    let wanted = lines.len();
    let mut below = vec![blank(6)];
    if !has_pane(interview, scene) {
        let all = notes(interview, look);
        let rows = if room < 15 { 1 } else { 2 };
        if all.len() > rows || room < 10 {
            append(&mut lines, ask::noted(interview, look));
        }
        let shown = ask::cut(all, rows);
        if !shown.is_empty() {
            below = vec![blank(5), (2, shown), blank(6)];
        }
    }
    let name = named(look, &label_of(answering, look), saved, interview);
    Around {
        over: Vec::new(),
        asked: lines,
        wanted,
        least_asked: (room / 3).max(3),
        first: 0,
        above: vec![blank(3), (0, vec![name]), blank(POLITE)],
        below,
        least: least_answer(room),
    }
}

fn follow_up_around(interview: &Interview, asked: &Asked, follow_up: &FollowUp, look: &Look, scene: &Scene) -> Around {
    let room = room(scene);
    let answering = &follow_up.answering;
    let saved = saved(interview, &answering.clock, look, scene);
    let mut lines = said(look, &follow_up.said);
    let wanted = lines.len();
    if !has_pane(interview, scene) {
        append(&mut lines, ask::looked_up(interview, asked, look));
        append(&mut lines, ask::noted(interview, look));
    }
    let name = named(look, &label_of(answering, look), saved, interview);
    Around {
        over: Vec::new(),
        asked: lines,
        wanted,
        least_asked: (room / 3).max(3),
        first: opens_at(asked, follow_up, look).min(wanted.saturating_sub(1)),
        above: vec![blank(3), (0, vec![name]), blank(6)],
        below: vec![blank(4), (2, why(asked, follow_up, look)), blank(5)],
        // A follow-up takes a shorter answer.
        least: if room < 10 { 2 } else { least_answer(room) },
    }
}

/// The row in which the question itself begins: whatever the interviewer says before it may be out of sight.
fn opens_at(asked: &Asked, follow_up: &FollowUp, look: &Look) -> usize {
    let question = follow_up.question.get(asked.setup.lang).trim();
    let Some(at) = follow_up.said.find(question) else { return 0 };
    let word = question.split_whitespace().next().unwrap_or_default();
    let until = look.written(&follow_up.said[..at + word.len()], look.room(INSIDE), Token::Text);
    until.len().saturating_sub(1)
}
