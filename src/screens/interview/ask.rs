//! The question, what was asked back, notes, prediction and clock: what is said before the answer is graded (S22 to S24).

use crate::prose::{Written, written};
use crate::sessions::interview::{Asked, Clock, FollowUp, Interview, Stage, heard};
use crate::ui::glyphs::{BAR, CUT, THIN};
use crate::ui::ink::{Run, key, label, muted, rich, run, text};
use crate::ui::lines::{Line, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{INSIDE, LEFT};
use crate::ui::rubric::{barred, said};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

/// The question as it is asked, strong while it is new.
pub fn question(asked: &Asked, look: &Look, token: Token) -> Vec<Line> {
    let ask = asked.question().get(asked.setup.lang);
    let rows = look.written(ask, look.room(INSIDE), token);
    rows.into_iter().map(|row| barred(row, BAR, Token::Voice)).collect()
}

/// The question in the language of the interface, where the interview is in the other one.
pub fn translated(asked: &Asked, look: &Look) -> Vec<Line> {
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

/// When the text was kept: in seconds while a clock is seen that counts them.
pub fn saved(interview: &Interview, clock: &Clock, look: &Look, scene: &Scene) -> Vec<Run<'static>> {
    let Some(ago) = interview.saved_ago(scene.now.mono_ms) else { return Vec::new() };
    let ticks = clock.runs() && clock.limit_ms.is_some() && !interview.clock_hidden;
    let said = match ticks {
        true => look.words.fmt("interview-saved-ago", &[("ago", look.words.ago(ago / 1000).into())]),
        false => look.words.get("interview-saved").into_owned(),
    };
    vec![muted(said)]
}

/// The names of the learner's stories that answer the question, in one row.
pub fn stories(asked: &Asked, look: &Look) -> Vec<Line> {
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

/// The question that was asked back, and its answer.
pub fn exchange(asked: &Asked, at: usize, look: &Look) -> Vec<Line> {
    let Some(clarify) = asked.prompt().clarify.get(at) else { return Vec::new() };
    let lang = asked.setup.lang;
    let mine = look.prose(clarify.ask.get(lang), INSIDE, Token::Text);
    let mut lines: Vec<Line> = mine.into_iter().map(|row| barred(row, THIN, Token::Rule)).collect();
    lines.extend(said(look, clarify.answer.get(lang)));
    lines
}

/// The question of which a follow-up is part, to be looked up.
pub fn looked_up(interview: &Interview, asked: &Asked, look: &Look) -> Vec<Line> {
    let mut lines = vec![Line::at(LEFT, vec![label(look.words.get("interview-question").into_owned())])];
    lines.extend(question(asked, look, Token::Text));
    if let Some(at) = interview.clarified() {
        lines.push(Line::blank());
        lines.extend(exchange(asked, at, look));
    }
    lines
}

/// The notes with their name above them, line by line; nothing without notes.
pub fn noted(interview: &Interview, look: &Look) -> Vec<Line> {
    let notes = interview.scratch().trim();
    if notes.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::at(LEFT, vec![label(look.words.get("interview-notes-label").into_owned())])];
    lines.extend(stack(crate::ui::rubric::own(notes, &[], look.room(LEFT)), LEFT));
    lines
}

/// Whether there is something for a pane beside the answer.
pub fn has_aside(interview: &Interview) -> bool {
    match &interview.stage {
        // Who speaks has all of it in one column.
        Stage::Answer(_) | Stage::FollowUp(_) if interview.field().is_none() => false,
        Stage::Answer(_) => !interview.scratch().trim().is_empty(),
        Stage::FollowUp(_) => true,
        _ => false,
    }
}

/// The pane beside an answer: the notes, and beside a follow-up the question.
pub fn aside(interview: &Interview, look: &Look) -> Vec<Line> {
    let mut lines = noted(interview, look);
    if let (Stage::FollowUp(_), Some(asked)) = (&interview.stage, &interview.asked) {
        if !lines.is_empty() {
            lines.push(Line::blank());
        }
        lines.extend(looked_up(interview, asked, look));
    }
    lines
}

/// The notes as one paragraph behind their name.
pub fn notes(interview: &Interview, look: &Look) -> Vec<Line> {
    let notes: Vec<&str> = interview.scratch().lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if notes.is_empty() {
        return Vec::new();
    }
    let name = look.words.get("interview-notes").into_owned();
    let x = LEFT + crate::ui::ink::width(name.as_str()) + 2;
    let mut lines = stack(flow(&[text(notes.join(", "))], look.room(x)), x);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![muted(name)]));
    }
    lines
}

/// The first rows of a paragraph; `…` says that it goes on.
pub fn cut(mut lines: Vec<Line>, rows: usize) -> Vec<Line> {
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            // Where it fills its row, drawing it cuts it there.
            if let Some((_, runs)) = last.parts.last_mut() {
                runs.push(text(format!(" {CUT}")));
            }
        }
    }
    lines
}

/// Why this follow-up: the point was not found. Its text would be half of the answer, so it is told by its number.
pub fn why(asked: &Asked, follow_up: &FollowUp, look: &Look) -> Vec<Line> {
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
    if let (Stage::Answer(_), Some(at)) = (&interview.stage, interview.clarified()) {
        lines.push(Line::blank());
        lines.extend(exchange(asked, at, look));
    }
    lines.push(Line::blank());
    lines.extend(look.say(&look.words.get("interview-speak-now")));
    let mut more = vec![notes(interview, look)];
    if let Stage::FollowUp(follow_up) = &interview.stage {
        more.extend([why(asked, follow_up, look), looked_up(interview, asked, look)]);
    }
    for part in more.into_iter().filter(|part| !part.is_empty()) {
        lines.push(Line::blank());
        lines.extend(part);
    }
    lines
}

/// How many points were made? Said before they are seen; the own answer stands below, to be paged through.
pub fn predict(interview: &Interview, look: &Look) -> Vec<Line> {
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
    if !own.is_empty() {
        lines.push(Line::blank());
        let n = interview.turns.first().map_or(0, |turn| heard::count(&turn.text));
        let more = muted(words.fmt("interview-words", &[("n", n.into())]));
        lines.push(Line::at(LEFT, vec![label(words.get("review-your-answer").into_owned())]).right(vec![more]));
        lines.extend(own);
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
