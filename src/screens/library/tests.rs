use super::*;
use crate::domain::catalog::PackTrouble;
use crate::domain::event::{EventId, NotePlace};
use crate::domain::text::{Lang, Text};
use crate::sessions::effect::Queue;
use crate::sessions::library::{
    Became, ChangedAnswer, Effects, FlagRow, NoteRow, Offer, Origin, PackDeed, PackRow, Said, SignedBy, Untrusted,
    Waiting,
};
use crate::sessions::sample;
use crate::ui::stage::{NOW, Stage};

const DAY: i64 = 24 * 3_600_000;

fn pack(id: &str, version: &str, origin: Origin) -> PackRow {
    PackRow {
        id: id.into(),
        version: version.into(),
        title: Text::shared(id),
        summary: Text::default(),
        languages: vec![Lang::En],
        topics: 6,
        questions: 54,
        prompts: 0,
        answered: 0,
        licence: "".into(),
        authors: "".into(),
        origin,
        from: "".into(),
        bytes: None,
        sha256: None,
        signed: None,
        trouble: None,
    }
}

fn packs() -> Vec<PackRow> {
    let summary = Text::new("Competencies, roadmap, role tracks", "Kompetensi, peta jalan, track peran");
    let trouble = PackTrouble {
        pack: "redis-go-notes".into(),
        errors: 2,
        code: "J003".into(),
        place: "redis-go-notes/redis-basics/questions.toml:14:9".into(),
        message: Text::shared("expected true or false"),
    };
    vec![
        PackRow {
            summary,
            title: Text::new("Backend roadmap", "Peta jalan backend"),
            languages: vec![Lang::En, Lang::Id],
            topics: 99,
            questions: 1780,
            prompts: 112,
            answered: 402,
            licence: "CC-BY-4.0".into(),
            authors: "jenjang".into(),
            ..pack("roadmap", "1.4.0", Origin::Builtin)
        },
        PackRow {
            from: "redis-go-notes-0.3.0.jpack".into(),
            signed: Some(SignedBy::Nobody),
            bytes: Some(41_300),
            authors: "a mentor".into(),
            trouble: Some(trouble),
            ..pack("redis-go-notes", "0.3.0", Origin::Installed)
        },
        PackRow {
            from: "/home/sari/team".into(),
            signed: Some(SignedBy::Unfit),
            ..pack("team-onboarding", "0.1.0", Origin::Linked)
        },
        PackRow { topics: 0, questions: 0, title: Text::default(), ..pack("drafts", "", Origin::Broken) },
    ]
}

fn flag(n: u64, said: Said) -> FlagRow {
    FlagRow {
        id: EventId::from_parts(n, 0, 7),
        utc: NOW - n as i64 * DAY,
        item: sample::topic("acid").item("q"),
        said,
        asks: Text::new("Which of these promises does `isolation` make?", "Janji mana yang dibuat `isolation`?"),
        topic: Text::shared("ACID, locking"),
        section: "why".into(),
    }
}

fn data() -> LibraryData {
    let gone = FlagRow { asks: Text::default(), topic: Text::default(), ..flag(9, Said::Flag("outdated".into())) };
    let note = |place, text: &str, about: &str| NoteRow {
        place,
        utc: NOW - 3 * DAY,
        text: text.into(),
        about: Text::shared(about),
        topic: Text::shared("ACID, locking"),
        section: "why".into(),
    };
    let at = NotePlace::Section(sample::topic("acid"), "why".into(), 2);
    LibraryData {
        packs: packs(),
        flags: vec![flag(0, Said::Flag("unclear".into())), flag(1, Said::Spelling("SETEX".into())), gone],
        notes: vec![
            note(at, "isolation is not locking\n\nask Budi about the outage", "Why it matters"),
            note(NotePlace::Item(sample::topic("acid").item("q")), "PUT yes, PATCH not always", "Which promise?"),
        ],
        waiting: vec![Waiting {
            pack: "redis-go-notes".into(),
            version: "0.4.0".into(),
            path: "/home/sari/Downloads/redis-go-notes-0.4.0.jpack".into(),
        }],
    }
}

fn offer() -> Offer {
    Offer {
        pack: "redis-go-notes".into(),
        title: Text::shared("Redis for Go"),
        from: Some("0.3.0".into()),
        to: "0.4.0".into(),
        authors: "a mentor".into(),
        licence: "CC-BY-4.0".into(),
        languages: vec![Lang::Id],
        file: "redis-go-notes-0.4.0.jpack".into(),
        sha256: Some("0123456789abcdef".repeat(4).into()),
        topics: 7,
        effects: Effects { added: 12, reworded: (4, 3), changed: (2, 1), renamed: 0, retired: (1, 1), files: 2 },
        changed: vec![
            ChangedAnswer {
                item: "redis-basics/ttl-persist".into(),
                asks: Text::shared("What does `PERSIST` return when the key has no TTL?"),
                answers: Some((Text::shared("-1"), Text::shared("0"))),
            },
            ChangedAnswer {
                item: "redis-basics/evict-order".into(),
                asks: Text::shared("Put the steps of an eviction in order."),
                answers: None,
            },
        ],
        lines: vec![(Became::Added, "redis-basics/new".into()), (Became::OtherFile, "pack.toml".into())],
        own: (1, 1),
        ..Offer::default()
    }
}

fn at(tab: u8) -> Stage {
    let mut stage = Stage::with(Box::new(LibraryScreen::new(tab)), sample::study());
    stage.effects();
    stage.news(News::Library(Box::new(data())));
    stage
}

/// The place with an offer that was asked for.
fn offered(offer: Offer) -> Stage {
    let mut stage = at(0);
    stage.keys("i").types("x.jpack").keys("Enter");
    stage.effects();
    stage.news(News::Pack(PackNews::Offer(Box::new(offer))));
    stage
}

fn recorded(stage: &mut Stage) -> Option<What> {
    match stage.effects().into_iter().next() {
        Some(Effect::Record(mut events)) => events.pop().map(|event| event.what),
        _ => None,
    }
}

#[test]
fn the_tabs_look_like_this() {
    for (tab, name) in [(0, "packs"), (1, "flags"), (2, "notes")] {
        insta::assert_snapshot!(name, at(tab).everywhere());
    }
}

#[test]
fn a_pack_that_is_broken_or_linked_tells_so() {
    let mut stage = at(0);
    insta::assert_snapshot!("broken", stage.keys("j").picture());
    let linked = stage.keys("j").picture();
    assert!(linked.contains("/home/sari/team") && linked.contains("its signature does not belong"), "{linked}");
    assert!(stage.keys("j").picture().contains("! not in use"));
}

#[test]
fn an_update_tells_its_effects_before_it_has_any() {
    let mut stage = offered(offer());
    assert_eq!(stage.effects(), []);
    insta::assert_snapshot!("offer", stage.everywhere());
    stage.keys("Enter");
    assert_eq!(stage.effects(), [Effect::Pack(PackDeed::Take)]);
    assert_eq!(stage.keys("Enter Enter").effects(), [], "once is enough");
    let told = Told::Taken("redis-go-notes".into(), "0.4.0".into(), "backup.db".into());
    stage.news(News::Pack(PackNews::Told(told)));
    assert_eq!(stage.effects(), [Effect::Ask(Request::Library)]);
    assert_eq!(stage.screen.state(), State::LibraryPacks);
}

#[test]
fn what_lies_over_the_place_looks_like_this() {
    let mut stage = at(0);
    insta::assert_snapshot!("path", stage.keys("i").types("~/redis.jpack").everywhere());
    insta::assert_snapshot!("remove", at(0).keys("j d").everywhere());
    insta::assert_snapshot!("send", at(1).keys("s").everywhere());
    insta::assert_snapshot!("writing", at(2).keys("e").everywhere());
}

#[test]
fn a_new_pack_says_what_is_in_it_and_esc_leaves_everything_as_it_is() {
    let mut stage = offered(Offer { from: None, changed: Vec::new(), lines: Vec::new(), own: (0, 0), ..offer() });
    let shown = stage.picture();
    assert!(shown.contains("7 topics with 12 new items") && shown.contains("nothing changed yet"), "{shown}");
    assert!(!shown.contains("CHANGED") && !shown.contains("YOURS"), "what is not there has no label");
    assert_eq!(stage.keys("D Esc").effects(), []);
    assert_eq!(stage.screen.state(), State::LibraryPacks);
}

#[test]
fn a_path_is_looked_at_and_what_is_refused_says_why_in_its_place() {
    let mut stage = at(0);
    assert_eq!(stage.keys("i Enter").effects(), [], "an empty line is no path");
    stage.types("x.jpack").keys("Enter");
    assert_eq!(stage.effects(), [Effect::Pack(PackDeed::Look("x.jpack".into()))]);
    assert!(stage.picture().contains("Reading and checking"));
    stage.types("more");
    stage.news(News::Pack(PackNews::Refused(Refusal::NoPack("x.jpack".into()))));
    assert!(stage.picture().contains("x.jpack is no pack"), "{}", stage.picture());
    stage.keys("Enter");
    stage.effects();
    let key = |digit: char| Some(vec![String::from(digit).repeat(4); 8].join("-").into());
    let why = Untrusted { pack: "redis-go-notes".into(), was: key('1'), now: key('2') };
    for (here, command) in [(true, "jenjang pack update FILE"), (false, "jenjang pack install FILE")] {
        stage.news(News::Pack(PackNews::Refused(Refusal::Untrusted(why.clone(), here))));
        let [Effect::Go(Route::Text { title, body })] = &stage.effects()[..] else { panic!("it is told on a page") };
        assert_eq!(title, "The signature of redis-go-notes");
        assert!(body.contains("2222-2222") && body.contains(&format!("{command} --accept-key 2222")), "{body}");
        stage.keys("i").types("x").keys("Enter");
        stage.effects();
    }
    stage.news(News::Pack(PackNews::Refused(Refusal::Errors(3, Text::shared("error[J003]")))));
    let title = "3 errors, it is not taken in".to_owned();
    assert_eq!(stage.effects(), [Effect::Go(Route::Text { title, body: "error[J003]".into() })]);
    stage.keys("i").types("x").keys("Enter Esc");
    stage.effects();
    stage.news(News::Pack(PackNews::Offer(Box::new(offer()))));
    assert_eq!(stage.screen.state(), State::LibraryPacks, "whoever closed it is not interrupted");
}

#[test]
fn an_update_that_waits_is_one_key_away_wherever_the_cursor_is() {
    let mut stage = at(0);
    let path = "/home/sari/Downloads/redis-go-notes-0.4.0.jpack".to_owned();
    for keys in ["p", "Esc j p", "Esc j p"] {
        assert_eq!(stage.keys(keys).effects(), [Effect::Pack(PackDeed::Look(path.clone()))], "{keys}");
    }
}

#[test]
fn what_changes_by_itself_is_not_updated_by_hand() {
    let mut stage = at(0);
    stage.news(News::Library(Box::new(LibraryData { waiting: Vec::new(), ..data() })));
    let toasts = |effects: Vec<Effect>| matches!(effects[..], [Effect::Toast(Toast { good: false, .. })]);
    assert!(toasts(stage.keys("p").effects()), "what is built in changes with the program");
    assert!(toasts(stage.keys("d").effects()) && toasts(stage.keys("v").effects()));
    assert!(toasts(stage.keys("j j p").effects()), "a linked one follows by itself");
    assert_eq!(stage.keys("k v").effects(), [Effect::Pack(PackDeed::Verify("redis-go-notes".into()))]);
    assert_eq!(stage.keys("e").effects(), [Effect::Pack(PackDeed::Copy("redis-go-notes".into()))]);
}

#[test]
fn removing_a_pack_needs_its_whole_name() {
    let mut stage = at(0);
    stage.keys("j d").types("redis").keys("Enter");
    assert!(matches!(stage.effects()[..], [Effect::Toast(Toast { good: false, .. })]));
    stage.types("-go-notes").keys("Enter");
    assert_eq!(stage.effects(), [Effect::Pack(PackDeed::Remove("redis-go-notes".into()))]);
    assert_eq!(stage.screen.state(), State::LibraryPacks);
}

#[test]
fn a_flag_leads_to_its_question_and_is_taken_back_by_its_event() {
    let mut stage = at(1);
    let item = sample::topic("acid").item("q");
    assert_eq!(stage.keys("Enter").effects(), [Effect::Go(Route::Review(Queue::Practice(vec![item])))]);
    let lesson = Route::Lesson(sample::topic("acid"), Some("why".into()));
    assert_eq!(stage.keys("o").effects(), [Effect::Go(lesson)]);
    assert_eq!(recorded(stage.keys("j x")), Some(What::Undone { of: EventId::from_parts(1, 0, 7) }));
    assert!(matches!(stage.keys("j Enter").effects()[..], [Effect::Toast(_)]), "its pack is gone");
    assert_eq!(stage.keys("s 2").effects(), [Effect::Pack(PackDeed::SendFlags { answered: true })]);
    assert_eq!(stage.keys("s Enter").effects(), [Effect::Pack(PackDeed::SendFlags { answered: false })]);
}

#[test]
fn a_note_is_edited_deleted_and_followed_to_its_place() {
    let mut stage = at(2);
    let place = NotePlace::Section(sample::topic("acid"), "why".into(), 2);
    stage.keys("e").types(" now").keys("Ctrl-S");
    let text = "isolation is not locking\n\nask Budi about the outage now".into();
    assert_eq!(recorded(&mut stage), Some(What::Noted { place: place.clone(), text }));
    stage.keys("e").types("x").keys("Ctrl-X");
    assert_eq!(stage.effects(), [], "dropped");
    assert_eq!(recorded(stage.keys("x")), Some(What::Noted { place, text: "".into() }));
    let lesson = Route::Lesson(sample::topic("acid"), Some("why".into()));
    assert_eq!(stage.keys("Enter").effects(), [Effect::Go(lesson)]);
    let item = sample::topic("acid").item("q");
    assert_eq!(stage.keys("j Enter").effects(), [Effect::Go(Route::Review(Queue::Practice(vec![item])))]);
}

#[test]
fn a_window_that_only_looks_promises_nothing() {
    let mut stage = at(2);
    stage.study.read_only = Some(4711);
    assert_eq!(stage.keys("x").effects().len(), 1, "the refusal is told by the program, and no toast says it is done");
}

#[test]
fn where_there_is_nothing_a_sentence_says_how_it_comes_to_be() {
    for tab in [1, 2] {
        let mut stage = Stage::with(Box::new(LibraryScreen::new(tab)), sample::study());
        assert!(
            !stage.picture().contains("Nothing is flagged") && !stage.picture().contains("No notes"),
            "not known yet"
        );
        stage.news(News::Library(Box::default()));
        let shown = stage.picture();
        assert!(shown.contains(["Nothing is flagged", "No notes yet"][usize::from(tab) - 1]), "{shown}");
        assert_eq!(stage.keys("Enter e x o s").effects().len(), 1, "the file says itself that it would be empty");
    }
}

#[test]
fn tabs_turn_round_and_keep_their_cursors() {
    let mut stage = at(0);
    stage.keys("j j Tab j Tab Tab");
    assert_eq!(stage.screen.state(), State::LibraryPacks);
    assert!(stage.picture().contains(" ▌ team-onboarding"), "{}", stage.picture());
    assert_eq!(stage.keys("Shift-Tab").screen.state(), State::LibraryNotes);
}

#[test]
fn every_size_holds_hostile_names() {
    let mut all = data();
    for pack in &mut all.packs {
        pack.id = "数据".repeat(40).into();
        pack.from = "\u{1b}[2J\u{202e}".repeat(9).into();
        pack.authors = "x".repeat(300).into();
    }
    for row in &mut all.flags {
        row.asks = Text::shared("e\u{301}\u{1b}[31m数".repeat(20));
        row.said = Said::Flag("\u{1b}".into());
    }
    all.notes[0].text = "\t\u{1b}数据".repeat(30).into();
    for keys in ["i", "Tab", "Tab Tab e"] {
        let mut stage = Stage::with(Box::new(LibraryScreen::new(0)), sample::study());
        stage.news(News::Library(Box::new(all.clone())));
        stage.keys(keys).at_every_size();
    }
    let mut huge = offer();
    huge.changed[0].asks = Text::shared("\u{1b}[2J数据".repeat(30));
    offered(huge).at_every_size();
}

#[test]
fn the_same_version_with_a_new_signer_is_offered_and_without_one_there_is_nothing_to_take_in() {
    let mut same = Offer { from: Some("0.4.0".into()), lines: Vec::new(), effects: Effects::default(), ..offer() };
    same.signed = Some("1111-2222".into());
    for new_signer in [false, true] {
        let mut stage = at(0);
        stage.resize(120, 40).keys("i").types("x.jpack").keys("Enter");
        stage.effects();
        let offer = Offer { new_signer, ..same.clone() };
        stage.news(News::Pack(PackNews::Offer(Box::new(offer))));
        assert_eq!(stage.screen.state() == State::PackOffer, new_signer);
        let told = stage.effects();
        assert_eq!(matches!(told.as_slice(), [Effect::Toast(toast)] if toast.text.contains("already")), !new_signer);
        assert_eq!(stage.picture().contains("1111-2222"), new_signer, "{}", stage.picture());
    }
}

#[test]
fn what_to_do_about_a_folder_that_is_gone_can_be_read_whole() {
    let moved = || PackRow { from: "/home/sari/team".into(), ..pack("team-onboarding", "", Origin::Moved) };
    let data = LibraryData { packs: vec![moved()], ..LibraryData::default() };
    for code in ["en", "id"] {
        let mut stage = at(0);
        stage.speak(code);
        stage.news(News::Library(Box::new(data.clone())));
        stage.effects();
        for key in ["Enter", "e", "v", "p"] {
            let effects = stage.keys(key).effects();
            let [Effect::Go(Route::Text { body, .. })] = effects.as_slice() else { panic!("{key}: {effects:?}") };
            let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
            for command in ["--link", "jenjang pack remove team-onboarding"] {
                assert!(body.contains(command), "{key}: {body}");
            }
        }
        let shown = stage.resize(120, 40).picture();
        assert!(shown.contains("--link"), "beside the list too\n{shown}");
    }
}

#[test]
fn a_signature_that_does_not_fit_is_told_beside_the_pack() {
    let data = LibraryData {
        packs: vec![PackRow { signed: Some(SignedBy::Unfit), ..pack("notes", "0.1.0", Origin::Installed) }],
        ..LibraryData::default()
    };
    let mut stage = at(0);
    stage.news(News::Library(Box::new(data)));
    let shown = stage.resize(120, 40).picture().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("Signed its signature does not belong"), "{shown}");
}
