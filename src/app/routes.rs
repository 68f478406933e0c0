//! From a route to its screen.

use crate::screens::checklist::ChecklistScreen;
use crate::screens::day::DayScreen;
use crate::screens::help::HelpScreen;
use crate::screens::interview::InterviewScreen;
use crate::screens::lesson::LessonScreen;
use crate::screens::library::LibraryScreen;
use crate::screens::mock::MockScreen;
use crate::screens::palette::PaletteScreen;
use crate::screens::path::PathScreen;
use crate::screens::preview::PreviewScreen;
use crate::screens::rehearse::RehearseScreen;
use crate::screens::review::ReviewScreen;
use crate::screens::settings::SettingsScreen;
use crate::screens::stats::StatsScreen;
use crate::screens::textbox::TextScreen;
use crate::screens::today::TodayScreen;
use crate::screens::trouble::TroubleScreen;
use crate::screens::welcome::WelcomeScreen;
use crate::sessions::action::State;
use crate::sessions::effect::Route;
use crate::sessions::mock::MockWish;
use crate::sessions::study::Study;
use crate::ui::screen::Screen;

use super::boot::fresh_seed;
use super::stack::Place;

/// The screen of a route. `below` is the state of the screen that it will lie over.
pub fn screen(route: &Route, below: State) -> Box<dyn Screen> {
    match route {
        // What comes next is known once the plan is new; until then it is today's.
        Route::Today | Route::Next => Box::new(TodayScreen::new()),
        Route::Interview(wish) => Box::new(InterviewScreen::new(wish.clone(), fresh_seed())),
        Route::Mock(wish) => Box::new(MockScreen::new(wish.clone())),
        Route::Day(wish) => Box::new(DayScreen::new(wish.clone())),
        Route::Rehearse(tab) => Box::new(RehearseScreen::new(*tab)),
        Route::Path(topic) => Box::new(PathScreen::new(topic.clone())),
        Route::PathTab(tab) => Box::new(PathScreen::at(*tab)),
        Route::Checklist(list) => Box::new(ChecklistScreen::new(list.clone())),
        Route::Stats(tab) => Box::new(StatsScreen::new(*tab)),
        Route::Library(tab) => Box::new(LibraryScreen::new(*tab)),
        Route::Settings => Box::new(SettingsScreen::new()),
        Route::Review(queue) => Box::new(ReviewScreen::new(queue.clone(), fresh_seed())),
        Route::Lesson(topic, section) => Box::new(LessonScreen::new(topic.clone(), section.clone())),
        Route::Welcome => Box::new(WelcomeScreen::new()),
        Route::Palette => Box::new(PaletteScreen::new(below)),
        Route::Help => Box::new(HelpScreen::new(below, String::new())),
        Route::Trouble => Box::new(TroubleScreen::new()),
        Route::Text { title, body } => Box::new(TextScreen::new(title.clone(), body.clone())),
        Route::Preview => Box::new(PreviewScreen::new(|route| look_at(route, AS_SEEN))),
    }
}

/// Seed of what a preview shows: the options stay where they are while their words are mended.
const AS_SEEN: u64 = 1;

/// The screen of a session with a seed that is given.
pub fn look_at(route: &Route, seed: u64) -> Box<dyn Screen> {
    match route {
        Route::Review(queue) => Box::new(ReviewScreen::new(queue.clone(), seed)),
        Route::Interview(wish) => Box::new(InterviewScreen::new(wish.clone(), seed)),
        other => screen(other, State::Preview),
    }
}

/// Where a route leads at the moment. A window that only looks takes no answers, so a review there is told at its door what
/// is in the way, and how to try again.
pub fn admitted(route: Route, study: &Study) -> Route {
    match route {
        // Without its data the program has nothing to show but this.
        Route::Help | Route::Text { .. } => route,
        _ if study.newer.is_some() => Route::Trouble,
        // Beside the pack that is being written there is nothing to go to.
        Route::Review(_) | Route::Lesson(..) | Route::Interview(_) | Route::Palette | Route::Settings
            if study.preview =>
        {
            route
        }
        _ if study.preview => Route::Preview,
        Route::Mock(MockWish::Report(_)) => route,
        Route::Review(_) | Route::Interview(_) | Route::Mock(_) | Route::Day(_) if study.read_only.is_some() => {
            Route::Trouble
        }
        route => route,
    }
}

/// The place that lies under a route when the program starts there.
pub fn place(route: &Route, study: &Study) -> Box<dyn Screen> {
    if is_place_route(route) || study.newer.is_some() {
        screen(route, State::Today)
    } else {
        Box::new(TodayScreen::new())
    }
}

/// The help for a state; `happening` is what the screen says of itself.
pub fn help(state: State, happening: String) -> Box<dyn Screen> {
    Box::new(HelpScreen::new(state, happening))
}

/// The number of a place, by which its cursor is kept; the welcome is seen once.
pub fn place_number(route: &Route) -> Option<Place> {
    match route {
        Route::Today | Route::Next => Some(0),
        Route::Path(_) | Route::PathTab(_) => Some(1),
        Route::Rehearse(_) => Some(2),
        Route::Stats(_) => Some(3),
        Route::Library(_) => Some(4),
        _ => None,
    }
}

/// Whether a route is a place, which has nothing under it.
pub fn is_place_route(route: &Route) -> bool {
    matches!(
        route,
        Route::Today
            | Route::Path(_)
            | Route::PathTab(_)
            | Route::Rehearse(_)
            | Route::Stats(_)
            | Route::Library(_)
            | Route::Welcome
            | Route::Preview
    )
}

/// Whether a state belongs to a place: `q` quits there.
pub fn is_place(state: State) -> bool {
    matches!(
        state,
        State::Today
            | State::Map
            | State::Tracks
            | State::Ladder
            | State::RehearseOne
            | State::RehearseMock
            | State::RehearseDay
            | State::RehearsePast
            | State::RehearseStories
            | State::StatsMain
            | State::StatsSkills
            | State::StatsLog
            | State::LibraryPacks
            | State::LibraryFlags
            | State::LibraryNotes
            | State::Welcome
            | State::Preview
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
            | State::FlagSheet
            | State::CountSheet
            | State::Summary
            | State::Pause
            | State::Lesson
            | State::LessonCheck
            | State::InterviewThink
            | State::InterviewThinkCommands
            | State::InterviewClarify
            | State::InterviewAnswer
            | State::InterviewAnswerCommands
            | State::InterviewSpeak
            | State::InterviewFollowUp
            | State::InterviewFollowUpCommands
            | State::InterviewSpeakFollowUp
            | State::InterviewPredict
            | State::InterviewPractice
            | State::InterviewGrade
            | State::InterviewFlags
            | State::InterviewSignals
            | State::InterviewCompare
            | State::InterviewDebrief
            | State::InterviewPause
            | State::MockBreak
            | State::MockReport
            | State::DaySlot
            | State::DayTold
            | State::DayEnd
            | State::DayField
            | State::DayOver
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::EntryId;
    use crate::sessions::day::DayWish;
    use crate::sessions::effect::Queue;
    use crate::sessions::study::Newer;

    #[test]
    fn a_window_that_only_looks_opens_everything_but_a_review() {
        let review = Route::Review(Queue::Due { minutes: None, items: None, topic: None });
        let looks = Study { read_only: Some(4711), ..Study::default() };
        assert_eq!(admitted(review.clone(), &looks), Route::Trouble);
        assert_eq!(admitted(review.clone(), &Study::default()), review);
        let day = Route::Day(DayWish { of: EntryId::new("p", "ordinary"), slot: None, anew: false });
        assert_eq!(admitted(day.clone(), &looks), Route::Trouble);
        assert_eq!(admitted(day.clone(), &Study::default()), day);
        let newer = Newer { found: 9, known: 1, backup: None };
        let closed = Study { newer: Some(newer), read_only: Some(0), ..Study::default() };
        for route in [review, Route::Today, Route::Palette, Route::Settings, Route::Next] {
            assert_eq!(admitted(route, &closed), Route::Trouble, "nothing is shown of data that was not read");
        }
        for route in [Route::Today, Route::Path(None), Route::Stats(0), Route::Settings, Route::Palette] {
            assert_eq!(admitted(route.clone(), &looks), route);
        }
    }
}
