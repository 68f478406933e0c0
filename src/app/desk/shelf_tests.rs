use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use super::*;
use crate::app::Message;
use crate::config::paths::Paths;
use crate::domain::event::{Answered, Event, EventId, NotePlace, Rating, Setting, What};
use crate::domain::grading::Outcome;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::question::Answer;
use crate::domain::time::{Moment, StudyDay};
use crate::packs::check::Options;
use crate::packs::sign::SecretKey;
use crate::packs::{Library, archive, install};
use crate::sessions::effect::{News, Request};
use crate::sessions::library::{LibraryData, Offer, Origin, PackDeed, PackNews, Refusal, SignedBy, Told};
use crate::sessions::prefs::Prefs;
use crate::store::{OpenOptions, Opened, Store};

/// Long enough for a loaded machine; a test that reaches it has found something.
const PATIENCE: Duration = Duration::from_secs(20);

fn moment(ms: i64) -> Moment {
    let utc = 1_795_252_320_000 + ms;
    Moment { utc, offset_min: 0, day: StudyDay::of(utc, 0, 240), mono_ms: 0, id: EventId::from_parts(utc as u64, 0, 7) }
}

fn store(dir: &Path) -> Store {
    let options = OpenOptions { fresh_device: 7, utc: moment(0).utc, ..OpenOptions::default() };
    match Store::open(dir, &options).expect("it opens") {
        Opened::ReadWrite(store) => store,
        Opened::ReadOnly { .. } => panic!("nobody else is here"),
    }
}

struct Bench {
    dir: tempfile::TempDir,
    desk: Desk,
    inbox: Receiver<Message>,
}

impl Bench {
    fn new() -> Bench {
        let dir = tempfile::tempdir().expect("a folder");
        let mut paths = Paths::find(Some(dir.path().to_owned()), None, None).expect("folders");
        paths.downloads = Some(dir.path().join("downloads"));
        let (outbox, inbox) = mpsc::channel();
        let parts = DeskParts { store: store(dir.path()), paths, rescue_dirs: Vec::new(), read_only: None };
        let desk = Desk::start(parts, outbox);
        desk.send(Job::Load { now: moment(1), prefs: Prefs::default() });
        Bench { dir, desk, inbox }
    }

    fn wait<T>(&self, wanted: impl Fn(News) -> Option<T>) -> T {
        loop {
            if let Message::News(news) = self.inbox.recv_timeout(PATIENCE).expect("news come")
                && let Some(found) = wanted(*news)
            {
                return found;
            }
        }
    }

    fn deed(&self, deed: PackDeed) -> PackNews {
        self.desk.send(Job::Pack { deed, rollover_min: 240, says: "For authors.".to_owned() });
        self.wait(|news| match news {
            News::Pack(news) => Some(news),
            _ => None,
        })
    }

    fn look(&self, path: &Path) -> Offer {
        match self.deed(PackDeed::Look(path.display().to_string())) {
            PackNews::Offer(offer) => *offer,
            other => panic!("{other:?}"),
        }
    }

    fn told(&self, deed: PackDeed) -> Told {
        match self.deed(deed) {
            PackNews::Told(told) => told,
            other => panic!("{other:?}"),
        }
    }

    fn data(&self) -> LibraryData {
        self.desk.send(Job::Ask { request: Request::Library, now: moment(9), prefs: Prefs::default() });
        self.wait(|news| match news {
            News::Library(data) => Some(*data),
            _ => None,
        })
    }

    fn append(&self, events: Vec<What>) {
        let event = |(n, what)| {
            let now = moment(n);
            Event { id: now.id, utc: now.utc, offset_min: 0, what }
        };
        self.desk.send(Job::Append((100..).zip(events).map(event).collect()));
        self.wait(|news| matches!(news, News::Saved(_)).then_some(()));
    }

    /// A version of the pack `notes` in a folder of its own.
    fn pack(&self, version: &str, answer: &str) -> std::path::PathBuf {
        let root = self.dir.path().join(format!("source-{version}"));
        let head = format!("id = 'notes'\nversion = '{version}'\ntitle = 'Notes'\nlanguages = ['en']\n");
        let question = format!(
            "[[question]]\nid = 'q'\nkind = 'short'\nlevel = 1\nsection = 's'\nsource = 'x'\nprompt = 'Which header?'\nanswer = '{answer}'\n"
        );
        let topic = "id = 'one'\ntitle = 'One'\nlevel = 1\nminutes = 5\n[[section]]\nid = 's'\n";
        for (name, text) in [
            ("pack.toml", head.as_str()),
            ("one/topic.toml", topic),
            ("one/questions.toml", &question),
            ("one/lesson.en.md", "Words.\n\n## S {#s}\n"),
        ] {
            let file = root.join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
            std::fs::write(file, text).expect("a file is written");
        }
        root
    }

    fn backups(&self) -> usize {
        crate::store::backup::list(self.dir.path()).len()
    }
}

fn item() -> ItemId {
    TopicId::new("notes", "one").item("q")
}

fn answered() -> What {
    What::Answered(Answered {
        item: item(),
        key: 0,
        rating: Rating::Good,
        outcome: Outcome::Right,
        guess: false,
        hint: false,
        took_ms: 4000,
        day: moment(0).day,
        aim: 90,
        shift: 0,
        setting: Setting::Review,
        answer: Answer::Typed("mine".into()),
    })
}

fn pack_of(data: &LibraryData) -> Option<(&str, Origin)> {
    data.packs.iter().find(|pack| &*pack.id == "notes").map(|pack| (&*pack.version, pack.origin))
}

#[test]
fn a_pack_is_installed_updated_and_removed_from_the_library() {
    let bench = Bench::new();
    let offer = bench.look(&bench.pack("0.1.0", "Retry-After"));
    assert_eq!((offer.from.as_deref(), &*offer.to, offer.topics, offer.effects.added), (None, "0.1.0", 1, 1));
    assert_eq!(pack_of(&bench.data()), None, "looking installs nothing");
    let before = bench.backups();
    assert_eq!(bench.told(PackDeed::Take), Told::Taken("notes".into(), "0.1.0".into(), "".into()));
    assert_eq!(bench.backups(), before, "a new pack touches no data");
    bench.append(vec![answered()]);
    let data = bench.data();
    assert_eq!(pack_of(&data), Some(("0.1.0", Origin::Installed)));
    assert_eq!(data.packs.iter().find(|pack| &*pack.id == "notes").map(|pack| pack.answered), Some(1));

    let offer = bench.look(&bench.pack("0.2.0", "Age"));
    assert_eq!(offer.effects.changed, (1, 1));
    let (was, now) = offer.changed[0].answers.clone().expect("both are one text");
    assert_eq!((&*was.en, &*now.en), ("Retry-After", "Age"));
    let Told::Taken(_, _, backup) = bench.told(PackDeed::Take) else { panic!("it is taken in") };
    assert!(!backup.is_empty() && bench.backups() > before, "a copy of the data was made");
    assert_eq!(bench.told(PackDeed::Take), Told::LookAgain, "what was taken in is not taken in again");
    assert_eq!(pack_of(&bench.data()), Some(("0.2.0", Origin::Installed)));
    assert_eq!(bench.told(PackDeed::Verify("notes".into())), Told::Same("notes".into()));
    for name in ["notes", "notes-2"] {
        let path = bench.dir.path().join("exports").join(name);
        let copied = Told::Copied("notes".into(), path.display().to_string());
        assert_eq!(bench.told(PackDeed::Copy("notes".into())), copied, "nothing is written over");
        assert!(install::load(&path, &Default::default()).is_ok(), "it is a pack");
    }
    assert_eq!(bench.told(PackDeed::Remove("notes".into())), Told::Removed("notes".into()));
    assert_eq!(pack_of(&bench.data()), None);
    let Bench { dir, desk, .. } = bench;
    desk.finish();
    let kept = store(dir.path());
    assert!(kept.memory(&item()).expect("it can be read").is_some(), "what was answered is kept");
    let outdated = |event: &Event| matches!(&event.what, What::Outdated { item: it, .. } if *it == item());
    assert!(kept.history(&item()).expect("it can be read").iter().any(outdated), "it is asked again");
}

#[test]
fn what_another_hand_has_changed_since_has_to_be_looked_at_again() {
    let bench = Bench::new();
    let source = bench.pack("0.1.0", "Age");
    bench.look(&source);
    let incoming = install::load(&source, &Default::default()).expect("a pack");
    install::put(&bench.dir.path().join("packs"), "notes", &incoming, "other").expect("it is put there");
    assert_eq!(bench.told(PackDeed::Take), Told::LookAgain);
}

#[test]
fn what_cannot_be_taken_in_says_why() {
    let bench = Bench::new();
    let refusal = |path: &Path| match bench.deed(PackDeed::Look(path.display().to_string())) {
        PackNews::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    assert!(matches!(refusal(&bench.dir.path().join("nothing")), Refusal::NoPack(_)));
    let broken = bench.pack("0.1.0", "Age");
    std::fs::write(broken.join("one/questions.toml"), "[[question]]\nid = 3\n").expect("a file");
    assert!(matches!(refusal(&broken), Refusal::Errors(n, report) if n > 0 && report.en.contains("questions.toml:2")));
    assert_eq!(bench.told(PackDeed::Take), Told::LookAgain, "there is nothing to take in");
    let builtin = bench.pack("0.3.0", "Age");
    let id = Library::builtin().packs()[0].id.clone();
    let head =
        std::fs::read_to_string(builtin.join("pack.toml")).expect("a file").replace("'notes'", &format!("'{id}'"));
    std::fs::write(builtin.join("pack.toml"), head).expect("a file");
    assert_eq!(refusal(&builtin), Refusal::Builtin(id));
}

#[test]
fn the_key_of_a_signed_pack_is_kept_when_it_is_taken_in_and_an_unsigned_one_is_refused_then() {
    let bench = Bench::new();
    let key = SecretKey::make().expect("a key");
    let pack = bench.pack("0.1.0", "Age");
    let built = archive::build_signed(&pack, bench.dir.path(), &Options::default(), &key).expect("an archive");
    let name: Box<str> = key.public().to_string().into();
    assert_eq!(bench.look(&built.file).signed.as_deref(), Some(&*name));
    assert!(matches!(bench.told(PackDeed::Take), Told::Taken(..)));
    let row = bench.data().packs.into_iter().find(|pack| &*pack.id == "notes").expect("it is there");
    assert_eq!(row.signed, Some(SignedBy::Key(name.clone())));
    let next = bench.pack("0.2.0", "Age").display().to_string();
    let refused = |here: bool| match bench.deed(PackDeed::Look(next.clone())) {
        PackNews::Refused(Refusal::Untrusted(why, is_here)) => {
            assert_eq!((&*why.pack, why.was, why.now, is_here), ("notes", Some(name.clone()), None, here));
        }
        other => panic!("{other:?}"),
    };
    refused(true);
    std::fs::write(bench.dir.path().join("packs/notes/one/lesson.en.md"), "Other.\n\n## S {#s}\n").expect("a file");
    let row = bench.data().packs.into_iter().find(|pack| &*pack.id == "notes").expect("it is there");
    assert_eq!(row.signed, Some(SignedBy::Unfit), "the key has not signed what is there now");
    assert!(matches!(bench.told(PackDeed::Remove("notes".into())), Told::Removed(_)));
    refused(false);
}

#[test]
fn the_signature_of_the_version_that_is_here_can_be_taken_in() {
    let bench = Bench::new();
    let pack = bench.pack("0.1.0", "Age");
    bench.look(&pack);
    assert!(matches!(bench.told(PackDeed::Take), Told::Taken(..)));
    assert!(bench.look(&pack).is_same(), "unsigned as before");
    let key = SecretKey::make().expect("a key");
    let built = archive::build_signed(&pack, bench.dir.path(), &Options::default(), &key).expect("an archive");
    assert!(!bench.look(&built.file).is_same());
    assert!(matches!(bench.told(PackDeed::Take), Told::Taken(..)));
    assert!(bench.look(&built.file).is_same(), "now the key is known");
    let row = bench.data().packs.into_iter().find(|pack| &*pack.id == "notes").expect("it is there");
    assert_eq!(row.signed, Some(SignedBy::Key(key.public().to_string().into())));
}

#[test]
fn a_pack_takes_the_place_of_a_link_whose_folder_is_gone() {
    let bench = Bench::new();
    let source = bench.pack("0.1.0", "Age");
    let packs = bench.dir.path().join("packs");
    install::link(&packs, "notes", &source).expect("it is linked");
    assert!(matches!(bench.deed(PackDeed::Look(source.display().to_string())), PackNews::Refused(Refusal::Linked(_))));
    let moved = bench.dir.path().join("elsewhere");
    std::fs::rename(&source, &moved).expect("it moves");
    assert_eq!(pack_of(&bench.data()).map(|(_, origin)| origin), Some(Origin::Moved));
    assert_eq!(bench.look(&moved).from, None, "there is nothing to compare it with");
    assert!(matches!(bench.told(PackDeed::Take), Told::Taken(..)));
    assert_eq!(pack_of(&bench.data()), Some(("0.1.0", Origin::Installed)));
}

#[test]
fn flags_and_notes_are_told_with_their_questions_and_a_newer_archive_is_seen_to_wait() {
    let bench = Bench::new();
    bench.look(&bench.pack("0.1.0", "Retry-After"));
    bench.told(PackDeed::Take);
    assert_eq!(bench.told(PackDeed::SendFlags { answered: false }), Told::NothingToSend);
    bench.append(vec![
        answered(),
        What::Flagged { item: item(), reason: "unclear".into() },
        What::Noted { place: NotePlace::Section(TopicId::new("notes", "one"), "s".into(), 0), text: "look".into() },
        What::Flagged { item: TopicId::new("gone", "t").item("q"), reason: "outdated".into() },
    ]);
    let downloads = bench.dir.path().join("downloads");
    std::fs::create_dir_all(&downloads).expect("a folder");
    let newer =
        archive::texts(&bench.pack("0.2.0", "Age")).and_then(|texts| archive::pack_bytes(&texts)).expect("bytes");
    std::fs::write(downloads.join("notes-0.2.0.jpack"), newer).expect("a file");
    std::fs::write(downloads.join("junk.jpack"), "no archive").expect("a file");
    let data = bench.data();
    assert_eq!(data.flags.len(), 2);
    let told = |at: usize| (&*data.flags[at].asks.en, &*data.flags[at].section);
    assert_eq!((told(0), told(1)), (("", ""), ("Which header?", "s")), "the newest first; a pack may be gone");
    assert_eq!((&*data.notes[0].text, &*data.notes[0].topic.en), ("look", "One"));
    let waiting: Vec<_> = data.waiting.iter().map(|it| (&*it.pack, &*it.version)).collect();
    assert_eq!(waiting, [("notes", "0.2.0")]);
    let Told::Sent(path, n) = bench.told(PackDeed::SendFlags { answered: true }) else { panic!("it is written") };
    assert_eq!(n, 1, "what is about packs that are not here is left out");
    let text = std::fs::read_to_string(path).expect("the file");
    assert!(text.contains("unclear") && text.contains("\"answers\": 1") && !text.contains("mine"), "{text}");
}
