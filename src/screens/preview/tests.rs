use std::collections::BTreeMap;

use super::*;
use crate::domain::ids::TopicId;
use crate::domain::text::{Lang, Text};
use crate::sessions::effect::{Queue, Request};
use crate::sessions::preview::{Level, Problem};
use crate::ui::stage::Stage;

/// A learner's screen that writes down what reached it: its state is that of a question until it is answered.
#[derive(Default)]
struct Echo {
    route: String,
    area: (u16, u16),
    told: bool,
}

impl Screen for Echo {
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        self.area = scene.area;
        vec![Effect::Ask(Request::About), Effect::Back, Effect::Quit]
    }

    fn update(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        self.area = scene.area;
        self.told |= matches!(input, Input::Act(Bound { action: Action::DontKnow, .. }));
        vec![Effect::Quit]
    }

    fn view(&self, _: &Scene<'_>, page: &mut Page<'_>) {
        page.put(0, 0, "the learner's header");
        let said = format!("{}x{} {}{}", self.area.0, self.area.1, self.route, if self.told { " told" } else { "" });
        page.put(3, 3, said.as_str());
        page.put(page.width() - 4, 4, "edge");
    }

    fn state(&self) -> State {
        match self.told {
            _ if self.route.starts_with("lesson") => State::Lesson,
            true => State::Feedback,
            false => State::QuestionSingle,
        }
    }
}

fn echo(route: &Route) -> Box<dyn Screen> {
    let route = match route {
        Route::Lesson(topic, section) => format!("lesson {} {}", topic.local(), section.as_deref().unwrap_or("")),
        Route::Review(Queue::Practice(items)) => format!("question {}", items[0].local()),
        other => format!("{other:?}"),
    };
    Box::new(Echo { route, ..Echo::default() })
}

fn row(name: &str, questions: Option<usize>, line: u32) -> Row {
    let topic = TopicId::new("p", "basics");
    let route = match questions {
        Some(_) => Route::Lesson(topic, None),
        None => Route::Review(Queue::Practice(vec![topic.item(name)])),
    };
    let file = if questions.is_some() { "basics/topic.toml" } else { "basics/questions.toml" };
    Row {
        name: name.into(),
        folder: "basics".into(),
        route: Some(route),
        questions,
        level: None,
        is_old: false,
        file: file.into(),
        line,
    }
}

fn problem(level: Level, code: &str, line: u32, row: Option<usize>) -> Problem {
    Problem {
        level,
        code: code.into(),
        message: Text::shared("expected true or false"),
        help: Text::shared("write true or false, without quotes"),
        file: "basics/questions.toml".into(),
        line,
        column: 9,
        length: 4,
        row,
    }
}

fn snapshot() -> Snapshot {
    let source = "[[question]]\nid = \"ttl\"\nright = ture\n\n[[question]]\nid = \"evict\"\n";
    let mut rows = vec![row("basics", Some(2), 1), row("ttl", None, 1), row("evict", None, 5)];
    rows[1].level = Some(Level::Error);
    rows[1].is_old = true;
    rows[2].level = Some(Level::Warning);
    Snapshot {
        name: "redis-go-notes".into(),
        root: "/tmp/redis-go-notes".into(),
        at: "09:12:41".into(),
        reloads: 1,
        rows,
        problems: vec![problem(Level::Error, "J003", 3, Some(1)), problem(Level::Warning, "J104", 6, Some(2))],
        saved: None,
        texts: Arc::new(BTreeMap::from([("basics/questions.toml".into(), source.into())])),
    }
}

fn stage() -> Stage {
    let mut stage = Stage::new(Box::new(PreviewScreen::new(echo)));
    stage.news(News::Preview(Arc::new(snapshot())));
    stage
}

fn good() -> Snapshot {
    let mut good = snapshot();
    good.problems.clear();
    good.rows.iter_mut().for_each(|row| (row.level, row.is_old) = (None, false));
    good
}

#[test]
fn the_list_stands_beside_what_a_learner_sees_and_above_what_is_wrong() {
    insta::assert_snapshot!(stage().keys("j").everywhere());
}

#[test]
fn of_what_the_learners_screen_wants_only_data_is_asked_for() {
    let mut stage = stage();
    assert_eq!(stage.effects(), [Effect::Ask(Request::About)]);
    assert_eq!(stage.keys("j PgDn Space").effects(), [Effect::Ask(Request::About), Effect::Ask(Request::About)]);
}

#[test]
fn the_learners_own_header_and_footer_are_not_shown_here() {
    let shown = stage().picture();
    assert!(shown.contains("lesson basics") && !shown.contains("the learner's header"), "{shown}");
}

#[test]
fn a_row_that_is_tried_is_opened_over_the_preview() {
    let route = Route::Review(Queue::Practice(vec![TopicId::new("p", "basics").item("ttl")]));
    let mut stage = stage();
    stage.keys("j").effects();
    assert_eq!(stage.keys("t").effects(), [Effect::Go(route.clone())]);
    assert_eq!(stage.keys("Enter").effects(), [Effect::Go(route)]);
}

#[test]
fn the_editor_opens_at_the_problem_and_else_where_the_row_stands() {
    let mut stage = stage();
    stage.effects();
    let at = |file: &str, line, column| Effect::EditAt { path: format!("/tmp/redis-go-notes/{file}"), line, column };
    assert_eq!(stage.keys("e").effects(), [at("basics/topic.toml", 1, 1)]);
    stage.keys("j").effects();
    assert_eq!(stage.keys("e").effects(), [at("basics/questions.toml", 3, 9)]);
    stage.news(News::Preview(Arc::new(good()))).keys("j").effects();
    assert_eq!(stage.keys("e").effects(), [at("basics/questions.toml", 5, 1)]);
}

#[test]
fn problems_are_gone_through_in_a_circle_and_bring_their_rows() {
    let mut stage = stage();
    let first = stage.keys("n").picture();
    assert!(first.contains("question ttl") && first.contains("error J003"), "{first}");
    let second = stage.keys("n").picture();
    assert!(second.contains("question evict") && second.contains("warning J104"), "{second}");
    assert!(stage.keys("n").picture().contains("question ttl"));
    assert!(stage.keys("N").picture().contains("question evict"));
    stage.news(News::Preview(Arc::new(good()))).effects();
    assert!(matches!(stage.keys("n").effects().as_slice(), [Effect::Toast(Toast { good: true, .. })]));
}

#[test]
fn a_reload_keeps_the_row_unless_another_one_was_saved() {
    let mut stage = stage();
    stage.keys("j");
    let mut later = snapshot();
    later.rows.insert(1, row("new", None, 1));
    later.problems.iter_mut().for_each(|p| p.row = p.row.map(|row| row + 1));
    assert!(stage.news(News::Preview(Arc::new(later.clone()))).picture().contains("question ttl"));
    later.saved = Some(Saved { row: 3, section: None });
    assert!(stage.news(News::Preview(Arc::new(later.clone()))).picture().contains("question evict"));
    later.saved = Some(Saved { row: 0, section: Some("two".into()) });
    assert!(stage.news(News::Preview(Arc::new(later))).picture().contains("lesson basics two"));
}

#[test]
fn the_width_goes_round_and_a_view_that_is_wider_than_the_window_is_moved() {
    let mut stage = stage();
    assert!(stage.picture().contains("52x"), "what there is beside the list");
    for width in ["60x", "80x", "120x"] {
        let shown = stage.keys("w").picture();
        assert!(shown.contains(width) && !shown.contains("ITEMS"), "{shown}");
    }
    assert!(!stage.picture().contains("edge"), "120 columns do not fit into 80");
    assert!(stage.keys("l l").picture().contains("edge"));
    assert!(stage.keys("w").picture().contains("ITEMS"));
    assert!(stage.keys("w Esc").picture().contains("ITEMS"), "Esc leads back to the list");
}

#[test]
fn a_question_is_shown_as_after_an_answer_until_the_key_comes_again() {
    let mut stage = stage();
    assert!(stage.keys("j Space").picture().contains("question ttl told"));
    assert!(stage.keys("j").picture().contains("question evict told"), "also the next one");
    assert!(!stage.keys("Space").picture().contains("told"));
}

#[test]
fn only_a_question_is_shown_as_answered() {
    let mut stage = stage();
    stage.effects();
    assert_eq!(stage.keys("Space").effects(), []);
    assert!(!stage.keys("j").picture().contains("told"), "nothing waits for the next question either");
}

#[test]
fn the_other_language_is_spoken_without_changing_the_settings() {
    let mut stage = stage();
    stage.effects();
    assert_eq!(stage.keys("L").effects(), [Effect::Speak(Lang::Id)]);
}

#[test]
fn a_topic_that_was_never_good_says_so_and_cannot_be_tried() {
    let mut broken = snapshot();
    broken.rows.truncate(1);
    broken.rows[0].route = None;
    broken.problems = vec![problem(Level::Error, "J003", 3, Some(0))];
    let mut stage = stage();
    stage.news(News::Preview(Arc::new(broken))).effects();
    assert!(stage.picture().contains("Nothing to show yet"));
    for (width, height) in [(80, 24), (120, 40)] {
        let shown = stage.speak("id").resize(width, height).picture();
        assert!(shown.contains("bermasalah."), "in full at {width} columns: {shown}");
    }
    stage.speak("en");
    assert!(matches!(stage.keys("t").effects().as_slice(), [Effect::Toast(Toast { good: false, .. })]));
}

#[test]
fn an_error_that_belongs_to_no_row_is_told_at_once() {
    let mut broken = snapshot();
    broken.problems = vec![problem(Level::Error, "J002", 1, None)];
    let shown = stage().news(News::Preview(Arc::new(broken))).picture();
    assert!(shown.contains("help: write true or false"), "{shown}");
}

#[test]
fn a_long_line_begins_before_the_place_that_is_meant() {
    let mut long = snapshot();
    let source = format!("prompt = \"{} HERE and more\"\n", "word ".repeat(60));
    let column = u32::try_from(source.find("HERE").unwrap_or(0) + 1).unwrap_or(0);
    long.texts = Arc::new(BTreeMap::from([("basics/questions.toml".into(), source.into())]));
    long.problems = vec![Problem { line: 1, column, length: 4, ..problem(Level::Error, "J003", 1, Some(0)) }];
    let shown = stage().news(News::Preview(Arc::new(long))).picture();
    let rows: Vec<&str> = shown.lines().collect();
    let at = rows.iter().position(|row| row.contains("HERE")).unwrap_or_else(|| panic!("{shown}"));
    assert_eq!(rows[at].find("HERE").map(|b| rows[at][..b].chars().count()), rows[at + 1].find('^'), "{shown}");
}

#[test]
fn it_fits_every_window() {
    let mut stage = stage();
    stage.keys("j").at_every_size();
    stage.keys("w w Tab").at_every_size();
    Stage::new(Box::new(PreviewScreen::new(echo))).at_every_size();
}
