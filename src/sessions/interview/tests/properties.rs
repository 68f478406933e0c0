//! What holds for any keys.

use proptest::prelude::*;

use super::*;

fn history() -> impl Strategy<Value = Vec<Attempt>> {
    let points = ["schema", "indexes", "prepared", "pooling", "monitoring", "backup", "number"];
    let asked = proptest::sample::subsequence(points.to_vec(), 0..=2);
    let met = proptest::sample::subsequence(points.to_vec(), 0..=7);
    let tries = proptest::collection::vec((met, asked), 0..5);
    tries.prop_map(|tries| tries.iter().map(|(met, asked)| sample::attempt(3, met, asked, 4)).collect())
}

fn text() -> impl Strategy<Value = String> {
    let pieces =
        ["normalisasi", "explain analyze", "prepared statement", "connection pool", "slow query", "restore", "900 ms"];
    proptest::sample::subsequence(pieces.to_vec(), 0..=7).prop_map(|words| words.join(". "))
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    let keys = [
        "Ctrl-S", "Ctrl-S", "Ctrl-S", "Ctrl-X", "Enter", "Enter", "Enter", "1", "2", "3", "5", "0", "u", "U", "j", "k",
        "l", "x", "Esc", "n", "c", "i", "Space", "Alt-n", "Alt-c", "f", "t",
    ];
    proptest::collection::vec(proptest::sample::select(keys.to_vec()), 0..60)
}

proptest! {
    #[test]
    fn follow_ups_are_the_same_for_the_same_seed_and_never_those_of_the_last_two_tries(
        tries in history(), answer in text(), seed in 0u64..50,
    ) {
        let ask = || {
            let mut loaded = sample::loaded(PromptKind::Technical);
            loaded.attempts = tries.clone();
            let mut desk = Desk::with(loaded.clone(), Wish::default());
            desk.interview = Interview::new(Wish::default(), seed);
            desk.with_context(|interview, cx| interview.ask(loaded, cx));
            desk.press("Ctrl-S").types(&answer).press("Ctrl-S");
            let mut asked = Vec::new();
            while matches!(desk.interview.stage, Stage::FollowUp(_)) {
                asked.push(desk.about());
                desk.press("Ctrl-X");
            }
            asked
        };
        let asked = ask();
        prop_assert_eq!(&asked, &ask());
        let before: Vec<&str> = tries.iter().rev().take(2).flat_map(|a| a.rehearsed.followed_up()).collect();
        prop_assert!(asked.iter().all(|a| !before.contains(&a.as_str())), "{:?} after {:?}", asked, before);
        prop_assert!(asked.len() < 2 || asked[0] != asked[1]);
    }

    #[test]
    fn undo_of_any_step_restores_what_was_there(
        keys in keys(), answer in text(), spoken: bool,
        kind in proptest::sample::select(PromptKind::ALL.to_vec()), unseen: bool,
    ) {
        let loaded = if unseen { sample::unseen(kind) } else { sample::loaded(kind) };
        let mut desk = Desk::with(loaded, Wish { spoken: Some(spoken), ..Wish::default() });
        for key in keys {
            if desk.interview.field().is_some() && !desk.interview.commands {
                desk.interview.write(&answer);
            }
            let (before, steps) = (desk.seen(), desk.interview.steps.len());
            desk.wait(700).press(key);
            if desk.interview.steps.len() == steps + 1 && key != "U" {
                let mut again = Desk { interview: desk.interview.clone(), effects: Vec::new(), ..Desk::new() };
                again.now = desk.now;
                again.input(Input::Act(Bound { action: Action::Undo, arg: 0 }));
                let mut now = again.seen();
                // The clock goes on while keys are pressed, and the mark may have been moved by hand.
                let used = before.clock().map_or(0, |clock| clock.used(0));
                if let Some(clock) = now.clock_mut() { clock.set_used(used); }
                let mut was = before.clone();
                (was.commands, now.commands) = (false, false);
                was.sheet = None;
                (was.cursor, now.cursor) = (Cursor::default(), Cursor::default());
                was.texts.retain(|_, text| !text.is_empty());
                now.texts.retain(|_, text| !text.is_empty());
                prop_assert!(now == was, "{}: {:?} is not {:?}", key, now.stage, was.stage);
            }
        }
    }

    #[test]
    fn what_was_killed_is_what_goes_on(keys in keys(), answer in text(), spoken: bool, unseen: bool) {
        let loaded = || if unseen { sample::unseen(PromptKind::Technical) } else { sample::loaded(PromptKind::Technical) };
        let mut desk = Desk::with(loaded(), Wish { spoken: Some(spoken), ..Wish::default() });
        for key in keys {
            desk.wait(300).press(key);
            if desk.interview.field().is_some() && !desk.interview.commands {
                desk.types(&answer);
                desk.sleep(2_100);
            }
        }
        if desk.interview.is_open() && desk.draft().is_some() {
            let mut before = desk.seen();
            // The mark is kept with the next step; the sheet is closed by the pause.
            desk.kill(loaded());
            let mut now = desk.seen();
            let used = |i: &Interview| i.clock().map_or(0, |clock| clock.used(0));
            prop_assert!(used(&now) <= used(&before), "time that was not kept is the learner's");
            for interview in [&mut before, &mut now] {
                (interview.cursor, interview.sheet, interview.commands) = (Cursor::default(), None, false);
                interview.clock_hidden = false;
                if let Some(clock) = interview.clock_mut() { clock.set_used(0); }
            }
            prop_assert!(now == before, "{:?} is not {:?}", now.stage, before.stage);
        }
    }
}
