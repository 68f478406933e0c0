//! `jenjang day`: a working day, or one slot of it, on the full screen or in plain lines.

use serde_json::{Value, json};

use crate::domain::day::{DayHead, Lived};
use crate::domain::log::Written;
use crate::plain::day::PlainDay;
use crate::sessions::day::DayWish;
use crate::sessions::effect::Route;
use crate::words::iso_date;

use super::args::{DayArgs, Global};
use super::exit::{DONE, Failure, NOT_FOUND, NOTHING};
use super::hold::{Lines, Output, hold};
use super::json;
use super::start;
use super::world::{World, nearest};

/// Runs the command.
pub fn run(global: &Global, args: &DayArgs) -> Result<u8, Failure> {
    let screen = start::wants_screen(global) && !args.list;
    let mut world = World::open(global, screen || args.list)?;
    let days = world.library.days();
    if args.list || days.is_empty() {
        if global.json {
            let lived = world.store.days_lived().map_err(|e| world.room.failure(&e))?;
            let all: Vec<_> = days.iter().map(|day| report(day, &lived)).collect();
            json::print("days", global.profile.as_deref(), json!({ "days": all }))?;
            return Ok(if days.is_empty() { NOTHING } else { DONE });
        }
        let lang = world.room.settings.prefs.lang;
        for day in &days {
            outln!("{}  {}", day.id.local(), day.title.get(lang));
            for (at, title) in &day.slots {
                outln!("  {at}  {}", title.get(lang));
            }
        }
        return Ok(if days.is_empty() { NOTHING } else { DONE });
    }
    let day = match &args.day {
        None => &days[0],
        Some(name) => find(&world, &days, name)?,
    };
    let slot = args.slot.as_deref().map(|time| slot(&world, day, time)).transpose()?;
    let wish = DayWish { of: day.id.clone(), slot, anew: args.anew };
    if screen {
        drop(world);
        let wished = args.day.is_some() || wish.slot.is_some() || wish.anew;
        return start::screen(global, if wished { Route::Day(wish) } else { Route::Rehearse(3) });
    }
    start::refuse_read_only(&world)?;
    hold(&mut world, &mut PlainDay::new(wish), &mut Lines::open(), Output::Results)
}

/// A day with its slots, and each time that it was lived.
fn report(day: &DayHead, lived: &[Written<Lived>]) -> Value {
    let slots = day.slots.iter().map(|(at, title)| json!({ "time": at, "title": json::text(title) }));
    let times = lived.iter().map(|it| &it.what).filter(|it| it.of == day.id).map(|it| {
        let chosen = it.chosen.iter().map(|(slot, choice)| json!({ "slot": slot, "choice": choice }));
        json!({
            "day": iso_date(it.day.0),
            "chosen": chosen.collect::<Vec<_>>(),
            "stand_up": it.stand_up,
            "questions": it.items.iter().map(|item| item.as_str()).collect::<Vec<_>>(),
        })
    });
    json!({
        "day": day.id.as_str(),
        "title": json::text(&day.title),
        "slots": slots.collect::<Vec<_>>(),
        "lived": times.collect::<Vec<_>>(),
    })
}

fn find<'a>(world: &World, days: &'a [DayHead], name: &str) -> Result<&'a DayHead, Failure> {
    let found = days.iter().find(|day| day.id.local() == name || day.id.as_str() == name);
    found.ok_or_else(|| {
        let message = world.room.words.fmt("cli-no-day", &[("name", name.to_owned().into())]);
        let failure = Failure::new(NOT_FOUND, "J-NO-DAY", message);
        nearest(failure, name, days.iter().map(|day| day.id.local()), &world.room.words)
    })
}

fn slot(world: &World, day: &DayHead, time: &str) -> Result<usize, Failure> {
    let found = day.slots.iter().position(|(at, _)| **at == *time);
    found.ok_or_else(|| {
        let message = world.room.words.fmt("cli-no-slot", &[("time", time.to_owned().into())]);
        let failure = Failure::new(NOT_FOUND, "J-NO-SLOT", message);
        nearest(failure, time, day.slots.iter().map(|(at, _)| &**at), &world.room.words)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap, HashSet};
    use std::sync::Arc;

    use crate::domain::day::{Day, PARTNERS, Speaker, Variant, reach};
    use crate::packs::Library;
    use crate::sessions::day::sample::cx;
    use crate::sessions::day::{DayWish, Playing, Stage};
    use crate::sessions::effect::{Effect, LoadedDay, News};

    fn opened(day: &Arc<Day>, slot: Option<usize>) -> Playing {
        let mut playing = Playing::new(DayWish { of: day.id.clone(), slot, anew: false });
        let loaded = LoadedDay { day: Arc::clone(day), draft: None, titles: BTreeMap::new() };
        cx(|cx| playing.hear(News::Day(day.id.clone(), Some(loaded)), cx));
        playing
    }

    fn days() -> Vec<Arc<Day>> {
        let library = Library::builtin();
        library.days().iter().map(|head| Arc::new(library.day(&head.id).expect("can be played"))).collect()
    }

    /// Bots make every choice in every state of the flags in which a slot can begin; two ways with the same future are walked as one.
    #[test]
    fn bots_play_every_choice_of_every_day_from_every_state_and_all_come_to_an_end() {
        for day in days() {
            let whole = reach(&day).expect("few enough states");
            let mut bots = HashMap::from([(0, opened(&day, None))]);
            for (at, slot) in day.slots.iter().enumerate() {
                let later = day.slots[at + 1..].iter().flat_map(|it| &it.variants).fold(0, |all, it| all | it.when);
                let (mut next, mut shown) = (HashMap::new(), HashSet::new());
                assert_eq!(bots.len(), whole.states[at].len(), "{} {}", day.id, slot.at);
                for (flags, bot) in &bots {
                    assert_eq!(bot.stage(), Stage::Choose(at));
                    let variant = bot.variant(at).expect("a beginning");
                    assert!(!variant.scene.is_empty() && !variant.artefact.is_empty(), "{} {}", day.id, slot.at);
                    assert_eq!(
                        bot.causes(at).is_empty(),
                        variant.when == 0,
                        "{} {}: what came back is told",
                        day.id,
                        slot.at
                    );
                    shown.insert(slot.variant(*flags));
                    for (number, choice) in slot.choices.iter().enumerate() {
                        let mut bot = bot.clone();
                        bot.choose(number);
                        assert_eq!(bot.stage(), Stage::Told(at));
                        bot.go_on();
                        next.entry((flags | choice.sets) & later).or_insert(bot);
                    }
                }
                assert_eq!(
                    shown.len(),
                    slot.variants.len(),
                    "{} {}: every variant is told to somebody",
                    day.id,
                    slot.at
                );
                bots = next;
            }
            for bot in bots.values_mut() {
                assert_eq!(bot.stage(), Stage::End);
                assert!(bot.decision().is_some());
                assert!(matches!(cx(|cx| bot.finish(cx)).first(), Some(Effect::Record(_))));
            }
        }
    }

    #[test]
    fn there_are_three_days_of_ten_slots_and_each_slot_can_be_played_alone() {
        let days = days();
        let sizes: Vec<usize> = days.iter().map(|day| day.slots.len()).collect();
        assert_eq!(sizes, [10, 10, 10]);
        let times: HashSet<&str> = days.iter().flat_map(|day| [&*day.slots[0].at, &*day.slots[9].at]).collect();
        assert_eq!(times, HashSet::from(["09:00", "17:30"]));
        for day in &days {
            for at in 0..day.slots.len() {
                let mut bot = opened(day, Some(at));
                bot.choose(0);
                bot.go_on();
                assert_eq!(bot.stage(), Stage::End);
            }
        }
    }

    #[test]
    fn in_most_slots_somebody_can_be_asked_and_all_partners_are_met_whatever_is_chosen() {
        for day in days() {
            let asked = day.slots.iter().filter(|slot| slot.variants.iter().all(|it| !it.ask.is_empty())).count();
            assert!(asked * 2 >= day.slots.len(), "{}: {asked}", day.id);
            for (at, name) in PARTNERS.iter().enumerate() {
                let met =
                    |it: &Variant| it.says.iter().chain(&it.ask).any(|said| said.who == Speaker::Partner(at as u8));
                assert!(day.slots.iter().any(|slot| slot.variants.iter().all(met)), "{} {name}", day.id);
            }
        }
    }

    #[test]
    fn the_questions_of_a_day_can_be_asked() {
        let library = Library::builtin();
        let known: HashSet<_> = library.all_question_heads().flat_map(|(_, heads)| heads).map(|head| head.id).collect();
        for day in days() {
            for item in day.slots.iter().flat_map(|slot| &slot.choices).flat_map(|choice| &choice.items) {
                assert!(known.contains(item), "{item} of {}", day.id);
            }
        }
    }
}
