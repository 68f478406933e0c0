//! What a command works with: folders, settings, words, the store, the library.

use crate::app::clock::Clock;
use crate::app::desk::study::{Scope, StudyInput, catalog, study};
use crate::app::desk::{items, library, queues, rehearse, sittings, stats, take_back};
use crate::app::installed::SharedCache;
use crate::app::prefs::{Overrides, environment_says_no_color};
use crate::app::settings::Settings;
use crate::config::{self, Loaded, paths::Paths};
use crate::domain::event::Event;
use crate::domain::ids::TopicId;
use crate::domain::plan::Pace;
use crate::domain::text::Lang;
use crate::domain::time::Moment;
use crate::packs::Library;
use crate::sessions::effect::{Effect, News, Request};
use crate::sessions::study::{Catalog, Study};
use crate::store::{OpenOptions, Opened, Store, WhyReadOnly};
use crate::words::Words;

use super::args::{Global, When};
use super::exit::{Failure, NOT_FOUND};

/// Folders, settings and words: enough for commands that touch no data.
pub struct Room {
    /// Folders.
    pub paths: Paths,
    /// Settings in force.
    pub settings: Settings,
    /// What the settings file says, for `config`.
    pub loaded: Loaded,
    /// Interface text.
    pub words: Words,
}

/// A room with the learner's data and everything that can be learnt.
pub struct World {
    /// Folders, settings, words.
    pub room: Room,
    /// The store.
    pub store: Store,
    /// Why nothing may be written: another window writes, or the folder may not be written. `None` when all may.
    pub read_only: Option<WhyReadOnly>,
    /// What can be learnt.
    pub library: Library,
    /// The cache of installed packs and the search index.
    pub cache: Option<SharedCache>,
    /// Its catalogue.
    pub catalog: std::sync::Arc<Catalog>,
    /// The learner's pace.
    pub pace: Pace,
    /// Time and ids.
    pub clock: Clock,
}

/// What the command line says over the settings file.
pub fn overrides(global: &Global) -> Overrides {
    Overrides {
        lang: global.lang.as_deref().and_then(Lang::from_code),
        ascii: global.ascii,
        no_mouse: global.no_mouse,
        no_color: match global.color {
            Some(When::Always) => false,
            Some(When::Never) => true,
            Some(When::Auto) | None => environment_says_no_color(),
        },
    }
}

/// The words of the learner's language. Help and checks are told where there is no home folder too, as in a container: then in that of `--lang`.
pub fn words(global: &Global) -> Words {
    let room = Room::open(global).map(|room| room.words);
    room.unwrap_or_else(|_| Words::of(overrides(global).lang.unwrap_or_default().code()))
}

/// A failure that asks whether the nearest of the names was meant.
pub fn nearest<'a>(failure: Failure, name: &str, names: impl Iterator<Item = &'a str>, words: &Words) -> Failure {
    match crate::app::nearest(name, names) {
        Some(near) => failure.try_this(words.fmt("cli-did-you-mean", &[("name", near.to_owned().into())])),
        None => failure,
    }
}

impl Room {
    /// Reads settings; nothing is created.
    ///
    /// # Errors
    ///
    /// When there is no home folder and none was named.
    pub fn open(global: &Global) -> Result<Room, Failure> {
        let paths = Paths::find(global.data_dir.clone(), global.config.clone(), global.profile.as_deref());
        let paths = paths.ok_or_else(|| {
            let failure = Failure::new(super::exit::FAILED, "J-NO-HOME", "there is no home folder to keep data in");
            failure.try_this("jenjang --data-dir DIR")
        })?;
        let loaded = config::load(&paths.config_file, paths.shared_config.as_deref());
        let settings = Settings::new(loaded.values.clone(), loaded.keys.clone(), overrides(global));
        let words = Words::of(settings.prefs.lang.code());
        Ok(Room { paths, settings, loaded, words })
    }

    /// Opens the store; with `read_only` nothing is locked or written.
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn store(&self, read_only: bool) -> Result<Opened, Failure> {
        if read_only && !self.paths.data.join(crate::store::NAME).exists() {
            // Looking must not make a data file; there is nothing to see yet.
            let store = Store::in_memory(0).map_err(|e| Failure::store(&e, &self.words))?;
            return Ok(Opened::ReadOnly { store, why: WhyReadOnly::Asked });
        }
        let now = Clock::new(0, crate::domain::event::EventId::default(), 0).now();
        let options = OpenOptions {
            fresh_device: crate::app::boot::fresh_device(),
            utc: now.utc,
            offset_min: now.offset_min,
            read_only,
            rescue_dirs: self.paths.rescue(),
        };
        Store::open(&self.paths.data, &options).map_err(|e| Failure::store(&e, &self.words))
    }

    /// A failure of the store in the learner's language.
    pub fn failure(&self, error: &crate::store::StoreError) -> Failure {
        Failure::store(error, &self.words)
    }
}

impl World {
    /// Opens everything. A command that only prints asks for `read_only`, so that it works beside an open window.
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn open(global: &Global, read_only: bool) -> Result<World, Failure> {
        let room = Room::open(global)?;
        let opened = room.store(read_only)?;
        let read_only = match &opened {
            Opened::ReadOnly { why, .. } => Some(*why),
            Opened::ReadWrite(_) => None,
        };
        let store = opened.store();
        let cache = library::cache(&room.paths);
        let (library, troubles) = library::all(&room.paths, cache.as_ref());
        for trouble in &troubles {
            let values = [
                ("pack", (&trouble.pack).into()),
                ("n", trouble.errors.into()),
                ("place", (&trouble.place).into()),
                ("code", (&trouble.code).into()),
                ("message", trouble.message.get(room.settings.prefs.lang).into()),
            ];
            eprintln!("{}", room.words.fmt("cli-pack-trouble", &values));
        }
        let catalog = std::sync::Arc::new(catalog(&library));
        let newest = store.newest_id().map_err(|e| room.failure(&e))?;
        let clock = Clock::new(store.device(), newest, room.settings.prefs.rollover_min);
        let mut world = World { room, store, read_only, library, cache, catalog, pace: Pace::default(), clock };
        let now = world.clock.now();
        world.pace = stats::pace(&world.store, &world.library, &now).map_err(|e| world.room.failure(&e))?;
        Ok(world)
    }

    /// The state of the study at this moment.
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn study(&mut self) -> Result<Study, Failure> {
        let now = self.clock.now();
        let made = study(self.input(&now), Scope::Whole);
        made.map(|(study, _)| study).map_err(|e| self.room.failure(&e))
    }

    /// What reports are made from.
    pub fn input<'a>(&'a self, now: &'a Moment) -> StudyInput<'a> {
        StudyInput {
            store: &self.store,
            library: &self.library,
            catalog: &self.catalog,
            pace: &self.pace,
            now,
            prefs: &self.room.settings.prefs,
        }
    }

    /// The topic that a person means by `name`: `pack/topic` or `topic`.
    ///
    /// # Errors
    ///
    /// When there is none; the message names the nearest.
    pub fn topic(&self, name: &str) -> Result<TopicId, Failure> {
        let found = self.library.topics().iter().find(|t| t.id.as_str() == name || t.id.local() == name);
        if let Some(topic) = found {
            return Ok(topic.id.clone());
        }
        let words = &self.room.words;
        let message = words.fmt("cli-no-topic", &[("name", name.to_owned().into())]);
        let failure = Failure::new(NOT_FOUND, "J-NO-TOPIC", message);
        Err(nearest(failure, name, self.library.topics().iter().map(|t| t.id.local()), words))
    }

    /// Performs what a plain session asks for, at once; returns the news that come of it.
    ///
    /// # Errors
    ///
    /// What the store says; nothing after the effect that did not work is done.
    pub fn perform(&mut self, effects: Vec<Effect>) -> Result<Vec<News>, Failure> {
        let mut news = Vec::new();
        for effect in effects {
            match effect {
                Effect::Record(events) => news.push(self.record(&events)?),
                Effect::Draft { name, body } => {
                    let utc = self.clock.now().utc;
                    let keep = crate::store::Keep::Draft { key: name, body, utc };
                    self.store.keep(keep).map_err(|e| self.room.failure(&e))?;
                }
                Effect::Ask(request) => news.extend(self.ask(request)?),
                Effect::Undo { redo } => {
                    let now = self.clock.now();
                    let event = take_back(&mut self.store, redo, &now).map_err(|e| self.room.failure(&e))?;
                    news.push(News::Undone { event, about: crate::domain::text::Text::default(), redo });
                }
                Effect::Edit { text, ending } => news.push(News::Edited(self.edit(&text, ending))),
                Effect::Export { name, body } => {
                    let path = self.export(&name, &body)?;
                    outln!("{}", self.room.words.fmt("toast-exported", &[("path", path.display().to_string().into())]));
                }
                Effect::Toast(toast) => eprintln!("{}", toast.text),
                _ => {}
            }
        }
        Ok(news)
    }

    /// Opens a text in the learner's editor; `None` when nothing was changed, or it could not be run, which is said.
    fn edit(&self, text: &str, ending: &str) -> Option<String> {
        crate::app::editor::edit(text, ending, &self.room.paths.state).unwrap_or_else(|why| {
            eprintln!("{}", self.room.words.fmt("toast-editor-trouble", &[("why", why.to_string().into())]));
            None
        })
    }

    /// Saves an export beside the learner's data, and says where.
    fn export(&self, name: &str, body: &str) -> Result<std::path::PathBuf, Failure> {
        let folder = self.room.paths.data.join("exports");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(name);
        std::fs::write(&path, body)?;
        Ok(path)
    }

    fn record(&mut self, events: &[Event]) -> Result<News, Failure> {
        self.store.append(events).map_err(|e| self.room.failure(&e))?;
        for event in events {
            self.clock.seen(event.id);
        }
        Ok(News::Saved(events.iter().map(|e| e.id).collect()))
    }

    fn ask(&mut self, request: Request) -> Result<Option<News>, Failure> {
        let now = self.clock.now();
        let prefs = &self.room.settings.prefs;
        let (store, library, pace) = (&self.store, &self.library, &self.pace);
        let news = match request {
            Request::Queue(wish) => {
                let items = queues::queue(store, library, pace, &wish, &now, prefs);
                Some(items.map(|items| News::Queue(wish, items)))
            }
            Request::Item(id) => {
                let item = items::load_item(store, library, pace, &id);
                Some(item.map(|item| News::Item(id, item.map(Box::new))))
            }
            Request::Topic(id) => {
                let topic = items::load_topic(store, library, &id);
                Some(Ok(News::Topic(id, topic.map(Box::new))))
            }
            Request::Draft(name) => {
                let draft = store.draft(&name);
                Some(draft.map(|draft| News::Draft(name, draft)))
            }
            Request::Day(id) => Some(rehearse::day(store, library, &id).map(|day| News::Day(id, day))),
            Request::Rehearse => Some(rehearse::data(store, library, &now).map(|data| News::Rehearse(Box::new(data)))),
            Request::Prompt(id) => {
                let prompt = rehearse::prompt(store, library, &id, now.day);
                Some(prompt.map(|prompt| News::Prompt(id, prompt.map(Box::new))))
            }
            Request::Answers => Some(rehearse::answers(store, library).map(News::Answers)),
            Request::Sitting(id) => {
                let sitting = sittings::sitting(store, library, id, &now);
                Some(sitting.map(|sitting| News::Sitting(id, Box::new(sitting))))
            }
            _ => None,
        };
        news.transpose().map_err(|e| self.room.failure(&e))
    }
}
