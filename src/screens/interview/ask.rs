//! The question, the field, the follow-up: everything before the answer is graded (S22 to S24).

use crate::prose::{Written, written};
use crate::sessions::interview::{Answering, Asked, Clarify, Clock, FollowUp, Interview, Stage, Think, Voice, heard};
use crate::ui::glyphs::{BAR, THIN};
use crate::ui::ink::{Run, key, label, muted, rich, run, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{INSIDE, LEFT};
use crate::ui::rubric::{barred, said};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::draw::room;

/// Rows that a field for notes has at least, and one for an answer.
const NOTES: usize = 2;
const ANSWER: usize = 4;

/// A field with what stands above and below it.
pub struct Typing {
    /// Above the field.
    pub above: Vec<Line>,
    /// Rows of the field.
    pub rows: usize,
    /// Below the field.
    pub below: Vec<Line>,
}

/// Rows that go when there is no room, the highest number first; 0 stays.
type Group = (u8, Vec<Line>);

/// What stands around the field; `None` where nothing is typed.
pub fn typing(interview: &Interview, look: &Look, scene: &Scene) -> Option<Typing> {
    let asked = interview.asked.as_ref()?;
    interview.field()?;
    let (above, below, least) = match &interview.stage {
        Stage::Think(think) => think_groups(interview, asked, think, look),
        Stage::Answer(answering) => answer_groups(interview, asked, answering, look, scene),
        Stage::FollowUp(follow_up) => follow_up_groups(interview, asked, follow_up, look, scene),
        _ => return None,
    };
    Some(fitted(above, below, least, room(scene)))
}

fn fitted(mut above: Vec<Group>, mut below: Vec<Group>, least: usize, room: usize) -> Typing {
    let rows = |groups: &[Group]| groups.iter().map(|(_, lines)| lines.len()).sum::<usize>();
    while rows(&above) + rows(&below) + least > room {
        let worst = above.iter().chain(&below).map(|(keep, _)| *keep).max().unwrap_or(0);
        if worst == 0 {
            break;
        }
        above.retain(|(keep, _)| *keep != worst);
        below.retain(|(keep, _)| *keep != worst);
    }
    // What still does not fit is the question: it is cut at its end.
    let over = (rows(&above) + rows(&below) + least).saturating_sub(room);
    if let Some((_, question)) = above.iter_mut().find(|(keep, _)| *keep == 0).filter(|_| over > 0) {
        let left = question.len().saturating_sub(over).max(1);
        if left < question.len() {
            question.truncate(left);
            if let Some((_, runs)) = question.last_mut().and_then(|line| line.parts.last_mut()) {
                runs.push(text(crate::ui::glyphs::CUT));
            }
        }
    }
    let flat = |groups: Vec<Group>| groups.into_iter().flat_map(|(_, lines)| lines).collect::<Vec<Line>>();
    let (above, below) = (flat(above), flat(below));
    let rows = room.saturating_sub(above.len() + below.len()).max(1);
    Typing { above, rows, below }
}

fn blank(keep: u8) -> Group {
    (keep, vec![Line::blank()])
}

/// The question as it is asked, strong while it is new.
fn question(asked: &Asked, look: &Look, token: Token) -> Vec<Line> {
    let ask = asked.question().get(asked.setup.lang);
    let rows = look.written(ask, look.room(INSIDE), token);
    rows.into_iter().map(|row| barred(row, BAR, Token::Voice)).collect()
}

/// The question in the language of the interface, where the interview is in the other one.
fn translated(asked: &Asked, look: &Look) -> Vec<Line> {
    let other = asked.question().only(look.lang);
    if asked.setup.lang == look.lang || other.is_empty() || other == asked.question().get(asked.setup.lang) {
        return Vec::new();
    }
    // A table or code needs no translation: it stands above.
    let running = written(other).into_iter().filter_map(|line| match line {
        Written::Running(line) if !line.is_empty() => Some(line),
        Written::Running(_) | Written::Kept(_) => None,
    });
    let sentences = running.collect::<Vec<_>>().join(" ");
    stack(flow(&[muted(format!("({sentences})"))], look.room(INSIDE)), INSIDE)
}

fn think_groups(interview: &Interview, asked: &Asked, think: &Think, look: &Look) -> (Vec<Group>, Vec<Group>, usize) {
    let words = look.words;
    let greet = interview.said();
    let greet = if greet.is_empty() { Vec::new() } else { said(look, &greet) };
    let translation = translated(asked, look);
    let between = if translation.is_empty() { 0 } else { 1 };
    let mut above = vec![(5, greet), (0, question(asked, look, Token::Strong))];
    above.extend((0..between).map(|_| blank(6)));
    above.push((6, translation));
    above.push(blank(3));
    if let Clarify::Asked(at) = think.clarify
        && let Some(clarify) = asked.prompt().clarify.get(at)
    {
        let lang = asked.setup.lang;
        let mine = look.prose(clarify.ask.get(lang), INSIDE, Token::Text);
        let mut lines: Vec<Line> = mine.into_iter().map(|row| barred(row, THIN, Token::Rule)).collect();
        lines.extend(said(look, clarify.answer.get(lang)));
        above.push((1, lines));
        above.push(blank(3));
    }
    let note = if look.small() { words.get("interview-notes-note-small") } else { words.get("interview-notes-note") };
    above.push((0, vec![named(look, &words.get("interview-notes-label"), vec![muted(note.into_owned())], interview)]));
    above.push(blank(8));
    let hint = match think.clarify {
        Clarify::Open => {
            let ask = vec![key("Esc c"), text(format!(" {}", words.get("hint-clarify")))];
            Line::at(LEFT, vec![text(words.get("interview-clarify-tip").into_owned())]).right(ask)
        }
        Clarify::None | Clarify::Asked(_) => Line::at(LEFT, vec![muted(words.get("interview-think-tip").into_owned())]),
    };
    let stories = stories(asked, look);
    let mut below = vec![blank(7), (2, vec![hint]), blank(9)];
    if !stories.is_empty() {
        below.splice(0..0, [blank(7), (4, stories)]);
    }
    (above, below, NOTES)
}

/// The name of the field; in the command layer it says so.
fn named(look: &Look, name: &str, right: Vec<Run<'static>>, interview: &Interview) -> Line {
    let right = match interview.commands {
        true => vec![strong(look.words.get("review-commands").into_owned())],
        false => right,
    };
    Line::at(LEFT, vec![label(name.to_owned())]).right(right)
}

/// When the text was kept: in seconds while a clock is seen that counts them.
fn saved(interview: &Interview, clock: &Clock, look: &Look, scene: &Scene) -> Vec<Run<'static>> {
    let Some(ago) = interview.saved_ago(scene.now.mono_ms) else { return Vec::new() };
    let ticks = clock.runs() && clock.limit_ms.is_some() && !interview.clock_hidden;
    let said = match ticks {
        true => look.words.fmt("interview-saved-ago", &[("ago", look.words.ago(ago / 1000).into())]),
        false => look.words.get("interview-saved").into_owned(),
    };
    vec![muted(said)]
}

/// The names of the learner's stories that answer the question, in one row.
fn stories(asked: &Asked, look: &Look) -> Vec<Line> {
    let titles: Vec<&str> = asked.loaded.stories.iter().map(|story| story.title.trim()).collect();
    if titles.is_empty() {
        return Vec::new();
    }
    let name = look.words.get("interview-stories").into_owned();
    let x = LEFT + crate::ui::ink::width(name.as_str()) + 2;
    let mut line = Line::at(LEFT, vec![muted(name)]);
    line.parts.push((x, vec![text(titles.join(", "))]));
    vec![line]
}

/// The notes in one row.
fn notes(interview: &Interview, look: &Look) -> Vec<Line> {
    let notes: Vec<&str> = interview.scratch().lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if notes.is_empty() {
        return Vec::new();
    }
    let name = look.words.get("interview-notes").into_owned();
    let x = LEFT + crate::ui::ink::width(name.as_str()) + 2;
    let mut line = Line::at(LEFT, vec![muted(name)]);
    line.parts.push((x, vec![text(notes.join(", "))]));
    vec![line]
}

fn label_of(answering: &Answering, look: &Look) -> String {
    let key = match answering.voice {
        Voice::KeyWords => "interview-key-words",
        Voice::Typing | Voice::Speaking => "review-your-answer",
    };
    look.words.get(key).into_owned()
}

fn answer_groups(
    interview: &Interview,
    asked: &Asked,
    answering: &Answering,
    look: &Look,
    scene: &Scene,
) -> (Vec<Group>, Vec<Group>, usize) {
    let saved = saved(interview, &answering.clock, look, scene);
    let above = vec![
        (0, question(asked, look, Token::Text)),
        blank(3),
        (0, vec![named(look, &label_of(answering, look), saved, interview)]),
        blank(4),
    ];
    let notes = notes(interview, look);
    let below = if notes.is_empty() { vec![blank(6)] } else { vec![blank(5), (2, notes), blank(6)] };
    (above, below, ANSWER)
}

fn follow_up_groups(
    interview: &Interview,
    asked: &Asked,
    follow_up: &FollowUp,
    look: &Look,
    scene: &Scene,
) -> (Vec<Group>, Vec<Group>, usize) {
    let answering = &follow_up.answering;
    let saved = saved(interview, &answering.clock, look, scene);
    let above = vec![
        (0, said(look, &follow_up.said)),
        blank(3),
        (0, vec![named(look, &label_of(answering, look), saved, interview)]),
        blank(6),
    ];
    (above, vec![blank(4), (2, why(asked, follow_up, look)), blank(5)], ANSWER - 1)
}

/// Why this follow-up: the point was not found. Its text would be half of the answer, so it is told by its number.
fn why(asked: &Asked, follow_up: &FollowUp, look: &Look) -> Vec<Line> {
    let words = look.words;
    let points = asked.prompt().points.len();
    let mut sentence = words.fmt("interview-why", &[("n", (follow_up.point + 1).into()), ("of", points.into())]);
    if follow_up.other.is_some() {
        sentence = format!("{sentence} {}", words.get("interview-why-other"));
    }
    look.say(&sentence)
}

/// What is on the screen while somebody speaks: nothing is typed, nothing is recorded.
pub fn speaking(interview: &Interview, look: &Look) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let mut lines = match &interview.stage {
        Stage::FollowUp(follow_up) => said(look, &follow_up.said),
        _ => question(asked, look, Token::Strong),
    };
    lines.push(Line::blank());
    lines.extend(look.say(&look.words.get("interview-speak-now")));
    lines.push(Line::blank());
    lines.extend(notes(interview, look));
    if let Stage::FollowUp(follow_up) = &interview.stage {
        lines.push(Line::blank());
        lines.extend(why(asked, follow_up, look));
    }
    lines
}

/// How many points were made? Said before they are seen.
pub fn predict(interview: &Interview, look: &Look, room: usize) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let words = look.words;
    let n = asked.prompt().points.len();
    let line = interview.said();
    let mut lines = if line.is_empty() { Vec::new() } else { said(look, &line) };
    if !lines.is_empty() {
        lines.push(Line::blank());
    }
    lines.extend(stack(flow(&rich(&words.fmt("interview-predict", &[("n", n.into())])), look.room(LEFT)), LEFT));
    lines.push(Line::blank());
    let digits = (0..=n).flat_map(|i| [key(i.to_string()), text("   ")]);
    let mut keys = Line::at(LEFT, digits.collect());
    keys.cursor = Some(LEFT);
    lines.push(keys);
    lines.push(Line::blank());
    lines.extend(look.say(&words.get("interview-predict-why")));
    let own = own_answer(interview, look);
    if lines.len() + 3 < room && !own.is_empty() {
        lines.push(Line::blank());
        let n = interview.turns.first().map_or(0, |turn| heard::count(&turn.text));
        let more = muted(words.fmt("interview-words", &[("n", n.into())]));
        lines.push(Line::at(LEFT, vec![label(words.get("review-your-answer").into_owned())]).right(vec![more]));
        lines.extend(own);
    }
    // The last row says that there is more.
    if lines.len() > room {
        lines.truncate(room);
        lines[room - 1] = barred(vec![muted(crate::ui::glyphs::CUT)], THIN, Token::Rule);
    }
    lines
}

/// What was said, turn by turn, with a thin bar.
pub fn own_answer(interview: &Interview, look: &Look) -> Vec<Line> {
    let mut lines = Vec::new();
    for turn in &interview.turns {
        if turn.text.trim().is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::blank());
        }
        let rows = crate::ui::rubric::own(turn.text.trim_end(), &[], look.room(INSIDE));
        lines.extend(rows.into_iter().map(|row| barred(row, THIN, Token::Rule)));
    }
    lines
}

/// The right end of the header while a clock runs: what is left to think, or what was used of the time to answer.
pub fn clock(interview: &Interview, look: &Look, scene: &Scene) -> (Vec<Run<'static>>, (u64, u64)) {
    let Some(clock) = interview.clock() else { return (Vec::new(), (0, 1)) };
    let (words, now) = (look.words, scene.now.mono_ms);
    let used = clock.used(now);
    let shown = !interview.clock_hidden;
    let mut runs = Vec::new();
    let done = clock.limit_ms.filter(|_| shown).map_or((0, 1), |limit| (used.min(limit), limit));
    match (&interview.stage, clock.limit_ms) {
        (_, None) => {}
        (_, Some(_)) if !shown => {}
        (Stage::Think(_), Some(_)) => {
            let left = clock.left(now).unwrap_or(0).div_ceil(1000);
            runs = rich(&words.fmt("interview-think-left", &[("time", words.clock(left).into())]));
        }
        (_, Some(limit)) => {
            let values = [("time", words.clock(used / 1000).into()), ("all", words.clock(limit / 1000).into())];
            runs = rich(&words.fmt("interview-time-of", &values));
        }
    }
    if !matches!(interview.stage, Stage::Think(_)) && interview.field().is_some() {
        let n = heard::count(interview.text());
        if !runs.is_empty() {
            runs.push(text("   "));
        }
        runs.push(run(Token::Text, words.fmt("interview-words", &[("n", n.into())])));
    }
    (runs, done)
}
