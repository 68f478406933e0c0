//! From a route to its screen.

use crate::sessions::action::State;
use crate::sessions::effect::Route;
use crate::ui::screen::Screen;

use crate::screens::today::TodayScreen;

use super::boot::fresh_seed;

/// The screen of a route.
pub fn screen(route: &Route) -> Box<dyn Screen> {
    let _ = fresh_seed();
    let _ = route;
    Box::new(TodayScreen::new())
}

/// The place that lies under a route when the program starts there.
pub fn place(_route: &Route) -> Box<dyn Screen> {
    Box::new(TodayScreen::new())
}

/// The help for a state.
pub fn help(_state: State, _happening: String) -> Box<dyn Screen> {
    Box::new(TodayScreen::new())
}

/// Whether a route is a place, which has nothing under it.
pub fn is_place_route(route: &Route) -> bool {
    matches!(route, Route::Today | Route::Path(_) | Route::Stats(_) | Route::Welcome)
}

/// Whether a state belongs to a place: `q` quits there.
pub fn is_place(state: State) -> bool {
    matches!(
        state,
        State::Today | State::Map | State::StatsMain | State::StatsSkills | State::StatsLog | State::Welcome
    )
}

/// Whether a state follows undo and redo itself: sessions know better what the learner means.
pub fn undoes_itself(state: State) -> bool {
    matches!(
        state,
        State::QuestionSingle
            | State::QuestionMulti
            | State::QuestionTrueFalse
            | State::QuestionTyped
            | State::TypedCommands
            | State::QuestionOrder
            | State::QuestionMatch
            | State::QuestionLine
            | State::QuestionScenario
            | State::Feedback
            | State::Summary
            | State::Pause
            | State::Lesson
            | State::LessonCheck
    )
}
