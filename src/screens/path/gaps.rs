//! The gap plan: unproven statements of a level as lessons, prompts and evidence to collect.

use crate::domain::catalog::Stop;
use crate::domain::event::{Event, What};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::ladder::{Aimed, Gap, LEVELS};
use crate::sessions::action::{Action, State};
use crate::sessions::effect::{Effect, Route, Toast};
use crate::sessions::interview::Wish;
use crate::sessions::ladder::{LadderData, claim_name, stop_title};
use crate::ui::ink::{self, muted, run, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::list::List;
use crate::ui::look::Look;
use crate::ui::map::mark;
use crate::ui::page::{HANG, LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::ladder::{frame, window};
use super::map::state_of;
use super::matrix::sign;

/// The plan.
#[derive(Debug)]
pub struct Gaps {
    level: u8,
    list: List,
}

/// What comes of an action.
pub enum Next {
    /// The plan stays open.
    Stay(Vec<Effect>),
    /// It closes.
    Close,
    /// To the rating of a statement.
    Rate(EntryId),
}

/// A row that the cursor can stand on.
enum Step<'a> {
    Statement(&'a Gap<'a>),
    Lesson(&'a TopicId),
    Prompt(&'a ItemId),
}

fn steps<'a>(gaps: &'a [Gap<'a>]) -> Vec<Step<'a>> {
    let of = |gap: &'a Gap<'a>| {
        let mut steps = vec![Step::Statement(gap)];
        if !gap.claim.is_consistent() {
            steps.extend(gap.lessons.iter().map(|topic| Step::Lesson(topic)));
            steps.extend(gap.prompts.iter().map(|prompt| Step::Prompt(prompt)));
        }
        steps
    };
    gaps.iter().flat_map(of).collect()
}

impl Gaps {
    /// The plan of a level.
    pub fn new(level: u8) -> Gaps {
        Gaps { level, list: List::default() }
    }

    /// Keeps the cursor on a row that there is.
    pub fn fit(&mut self, data: &LadderData, scene: &Scene<'_>) {
        let gaps = data.gaps(self.level, scene.study);
        self.list.fit(steps(&gaps).len(), usize::MAX);
    }

    /// Follows an action.
    pub fn act(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> Next {
        let gaps = data.gaps(self.level, scene.study);
        let steps = steps(&gaps);
        if self.list.act(action, steps.len(), usize::from(scene.area.1).saturating_sub(6).max(1)) {
            return Next::Stay(Vec::new());
        }
        Next::Stay(match (action, steps.get(self.list.focus)) {
            (Action::Enter, Some(Step::Statement(gap))) => return Next::Rate(gap.statement.id.clone()),
            (Action::Enter, Some(Step::Lesson(topic))) => vec![Effect::Go(Route::Lesson((*topic).clone(), None))],
            (Action::Enter, Some(Step::Prompt(prompt))) => {
                let wish = Wish { prompt: Some((*prompt).clone()), ..Wish::default() };
                vec![Effect::Go(Route::Interview(wish))]
            }
            (Action::Apply, _) => self.aim(data, scene),
            (Action::Right, _) => self.turn(self.level % LEVELS + 1),
            (Action::Left, _) => self.turn((self.level + LEVELS - 2) % LEVELS + 1),
            (Action::Back | Action::Quit, _) => return Next::Close,
            _ => Vec::new(),
        })
    }

    fn turn(&mut self, level: u8) -> Vec<Effect> {
        *self = Gaps::new(level);
        Vec::new()
    }

    /// The plan leads Today from now on, or not any more.
    fn aim(&self, data: &LadderData, scene: &Scene<'_>) -> Vec<Effect> {
        let on = data.aim != Some(self.level);
        let level = on.then_some(self.level);
        let now = scene.now;
        let what = What::Aimed(Aimed { ladder: data.ladder.pack.clone(), level });
        let event = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what };
        let mut effects = vec![Effect::Record(vec![event])];
        // A window that only looks says so itself.
        if scene.study.read_only.is_none() {
            let key = if on { "ladder-aimed" } else { "ladder-not-aimed" };
            let said = scene.words.fmt(key, &[("n", self.level.into())]);
            effects.extend([Effect::Toast(Toast { good: true, text: said }), Effect::Refresh]);
        }
        effects
    }

    /// Draws the plan.
    pub fn draw(&self, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
        frame(State::GapPlan, &[], scene, page);
        let words = scene.words;
        let gaps = data.gaps(self.level, scene.study);
        let title = words.fmt("ladder-plan-title", &[("n", self.level.into())]);
        let aimed = if data.aim == Some(self.level) { "ladder-leads-today" } else { "ladder-not-in-today" };
        let aimed = words.get(aimed);
        let fits = LEFT + ink::width(title.as_str()) + 2 + ink::width(aimed.as_ref()) <= page.edge();
        page.put_to(LEFT, TOP, page.edge(), &strong(title));
        if fits {
            page.right(TOP, aimed.as_ref());
        } else {
            page.put_to(LEFT, TOP + 1, page.edge(), aimed.as_ref());
        }
        let width = page.width().min(80);
        let look = Look::of(scene, width);
        let (mut lines, mut at) = (Vec::new(), 0);
        if gaps.is_empty() {
            lines.extend(look.say(&words.fmt("ladder-all-proven", &[("level", self.level.into())])));
        }
        for gap in &gaps {
            self.lines(gap, &mut at, data, &look, scene, &mut lines);
        }
        let height = page.height();
        page.part(0, 0, width, height, |page| {
            window(page, &lines, TOP + 2, 0);
        });
    }

    /// A statement with what is to be done for it; `at` counts the rows that the cursor can stand on.
    fn lines(
        &self,
        gap: &Gap<'_>,
        at: &mut usize,
        data: &LadderData,
        look: &Look,
        scene: &Scene<'_>,
        lines: &mut Vec<Line>,
    ) {
        let (words, lang) = (scene.words, scene.prefs.lang);
        let mut step = |mut line: Line, x: i32| {
            line.bar_at((*at == self.list.focus).then_some(x));
            *at += 1;
            line
        };
        let claim = claim_name(gap.claim, words);
        // How it stands has its place beside the statement; in narrow windows below it.
        let beside = if look.small() { 0 } else { look.width(&claim) + 2 };
        let own =
            Look { edge: look.edge - beside, ..*look }.prose(gap.statement.text.get(lang), LEFT + 2, Token::Strong);
        for (i, row) in own.into_iter().enumerate() {
            let line = Line::at(LEFT + 2, row);
            lines.push(match i {
                0 => {
                    let mut line = step(line, LEFT);
                    line.parts.insert(0, (LEFT, vec![sign(gap.claim)]));
                    if beside > 0 { line.right(vec![muted(claim.clone())]) } else { line }
                }
                _ => line,
            });
        }
        if beside == 0 {
            lines.push(Line::at(LEFT + 2, vec![muted(claim)]));
        }
        if !gap.claim.is_consistent() {
            for topic in &gap.lessons {
                let head = scene.study.catalog.topics.get(*topic);
                let title = head.map_or(topic.local(), |head| head.title.get(lang)).to_owned();
                let minutes = head.map(|head| words.minutes(u64::from(head.minutes))).unwrap_or_default();
                let runs = vec![mark(state_of(scene.study, topic)), text(" "), text(title)];
                lines.push(step(Line::at(HANG, runs), HANG).right(vec![text(minutes)]));
            }
            for prompt in &gap.prompts {
                let said = words.fmt("ladder-say", &[("title", data.prompt_title(prompt, lang).into())]);
                lines.push(step(Line::at(HANG, vec![text(said)]), HANG));
            }
            for stop in gap.statement.topics.iter().filter(|stop| matches!(stop, Stop::Coming { .. })) {
                let title = stop_title(stop, scene.study, lang);
                lines.push(Line::at(HANG + 2, vec![muted(words.fmt("cli-path-coming", &[("title", title.into())]))]));
            }
        }
        let wanted = words.fmt("ladder-wanted", &[("text", gap.statement.evidence.get(lang).into())]);
        let wanted = look.prose(&wanted, HANG, Token::Text);
        lines.extend(stack(wanted, HANG).into_iter().map(|line| line.marked(None)));
        lines.push(Line::at(LEFT, vec![run(Token::Text, "")]));
    }
}
