//! The registry of actions reaches everything that is made from it: help, palette, footer, words, settings.

use std::collections::{BTreeMap, BTreeSet};

use jenjang::config::SETTINGS;
use jenjang::screens::palette::commands;
use jenjang::screens::settings::Field;
use jenjang::sessions::action::{Action, Footer, State, all};
use jenjang::words::Words;

/// Both languages of the interface.
const LANGUAGES: [&str; 2] = ["en", "id"];

#[test]
fn every_action_is_bound_in_some_state_so_it_is_in_the_help_of_one() {
    let bound: BTreeSet<Action> = State::ALL.iter().flat_map(|s| all(*s)).map(|b| b.action).collect();
    let free: Vec<&Action> = Action::ALL.iter().filter(|a| !bound.contains(a)).collect();
    assert!(free.is_empty(), "{free:?}");
}

#[test]
fn every_binding_has_a_hint_and_a_help_and_every_action_a_word_in_both_languages() {
    for code in LANGUAGES {
        let words = Words::of(code);
        for state in State::ALL {
            for binding in all(*state) {
                assert!(words.has(binding.hint), "{code}: {state:?} {:?}: {}", binding.action, binding.hint);
                assert!(words.has(binding.help), "{code}: {state:?} {:?}: {}", binding.action, binding.help);
            }
        }
        for action in Action::ALL {
            let key = format!("word-{}", action.name());
            assert!(words.has(&key), "{code}: {key}");
        }
    }
}

#[test]
fn every_word_of_the_plain_mode_is_one_word_and_means_one_action_in_both_languages_together() {
    let mut seen = BTreeMap::new();
    for code in LANGUAGES {
        let words = Words::of(code);
        let mut of_language = BTreeSet::new();
        for action in Action::ALL {
            let word = words.get(&format!("word-{}", action.name())).to_lowercase();
            assert!(!word.contains(char::is_whitespace), "{code}: {word:?}");
            assert!(of_language.insert(word.clone()), "{code}: {word:?} means {action:?} and another one");
            // Words of the other language are understood too.
            let other = seen.insert(word.clone(), action).unwrap_or(action);
            assert_eq!(other, action, "{code}: {word:?}");
        }
    }
}

#[test]
fn the_palette_lists_every_action_that_does_not_only_move() {
    // The palette itself is open, and places are offered by name.
    let offered_otherwise = [Action::Palette, Action::Place];
    for code in LANGUAGES {
        let words = Words::of(code);
        for state in State::ALL {
            let listed: BTreeSet<Action> = commands(*state, &words).into_iter().map(|c| c.action).collect();
            for binding in all(*state) {
                let action = binding.action;
                let wanted = !action.moves() && !offered_otherwise.contains(&action);
                assert_eq!(listed.contains(&action), wanted, "{state:?}: {action:?}");
            }
        }
    }
}

#[test]
fn help_is_one_key_away_but_for_where_it_would_get_in_the_way() {
    // On the help itself `?` closes it, the key tester names every key, and a window that is too small has no room.
    let without = [State::Help, State::KeyTester, State::TooSmall];
    for state in State::ALL {
        let has = all(*state).any(|b| b.action == Action::Help);
        assert_eq!(has, !without.contains(state), "{state:?}");
    }
}

#[test]
fn a_footer_has_hints_for_what_it_can_do_on_every_screen() {
    for state in State::ALL.iter().filter(|s| **s != State::TooSmall) {
        assert!(all(*state).any(|b| b.footer != Footer::HelpOnly), "{state:?} has an empty footer");
    }
}

#[test]
fn every_setting_of_the_file_is_a_row_of_the_settings_and_the_other_way_round() {
    let rows: Vec<&str> = Field::ALL.iter().filter_map(|f| f.name()).collect();
    let file: Vec<&str> = SETTINGS.iter().map(|s| s.name).collect();
    assert_eq!(rows, file);
}

#[test]
fn every_step_of_a_setting_is_a_value_that_the_file_takes() {
    let mut prefs = jenjang::sessions::prefs::Prefs::default();
    for field in Field::ALL {
        let Some(setting) = field.name().and_then(jenjang::config::find) else { continue };
        for minutes in [0, 5, 17, 240] {
            prefs.minutes = minutes;
            for on in [true, false] {
                if let Some(value) = field.step(&prefs, on) {
                    assert!(setting.read(&value).is_ok(), "{}: {value}", setting.name);
                }
            }
        }
    }
}
