//! What a signature holds, what is refused, and what a learner accepts on purpose.

use std::path::{Path, PathBuf};

use super::*;
use crate::packs::archive::{BuildError, build, build_signed, from_bytes, pack_bytes};
use crate::packs::check::Options;
use crate::packs::install;

type Texts = BTreeMap<Box<str>, String>;

const HEAD: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\"]\n";
const TOPIC: &str = "id = \"t\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";
const LESSON: &str = "Intro.\n\n## S {#s}\n\nText.\n";

fn texts() -> Texts {
    let files = [("pack.toml", HEAD), ("t/lesson.en.md", LESSON), ("t/topic.toml", TOPIC)];
    files.into_iter().map(|(path, text)| (path.into(), text.to_owned())).collect()
}

fn key(seed: u8) -> SecretKey {
    SecretKey::of([seed; 32]).unwrap_or_else(|| panic!("a key"))
}

fn temp() -> tempfile::TempDir {
    tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"))
}

fn folder(root: &Path) -> PathBuf {
    let pack = root.join("pack");
    for (path, text) in texts() {
        let file = pack.join(&*path);
        fs::create_dir_all(file.parent().unwrap_or(root)).unwrap_or_else(|e| panic!("{e}"));
        fs::write(file, text).unwrap_or_else(|e| panic!("{e}"));
    }
    pack
}

/// Codes and files of what is wrong with an archive.
fn errors(content: Vec<u8>) -> Vec<String> {
    let (report, _) = from_bytes("x.jpack", content).report(&Options::default());
    report.problems.iter().map(|p| format!("{} {}", p.code, p.place.file)).collect()
}

fn signed(texts: &Texts, by: u8) -> Texts {
    let mut all = texts.clone();
    all.insert(SIGNATURE.into(), key(by).sign(texts).text());
    all
}

fn packed(texts: &Texts) -> Vec<u8> {
    pack_bytes(texts).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn a_signature_is_the_one_that_the_standard_gives() {
    // RFC 8032, 7.1, TEST 1: the key pair of this seed.
    let seed = bytes::<32>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    let key = seed.and_then(SecretKey::of).map(|key| key.public().hex());
    assert_eq!(key.as_deref(), Some("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
}

#[test]
fn any_byte_that_is_changed_after_signing_is_noticed() {
    let good = signed(&texts(), 1);
    assert_eq!(errors(packed(&good)), Vec::<String>::new());
    let signature = Signature::parse(&good[SIGNATURE]).unwrap_or_else(|| panic!("it reads"));
    assert!(signature.fits(&texts()) && signature.key == key(1).public());
    for (path, text) in texts() {
        for at in 0..text.len() {
            let mut other = texts();
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            other.insert(path.clone(), String::from_utf8_lossy(&changed).into_owned());
            assert!(!signature.fits(&other), "{path} {at}");
        }
    }
    let mut more = good.clone();
    more.insert("LICENSE".into(), "CC\n".into());
    let mut less = good.clone();
    less.remove("t/lesson.en.md");
    let mut moved = good.clone();
    let lesson = moved.remove("t/lesson.en.md").unwrap_or_default();
    moved.insert("t/lesson.id.md".into(), lesson);
    for texts in [more, less, moved] {
        assert!(!signature.fits(&texts));
        assert!(errors(packed(&texts)).contains(&"J036 x.jpack/SIGNATURE".to_owned()));
    }
}

#[test]
fn another_key_in_the_place_of_the_signer_s_does_not_fit() {
    let mine = key(1).sign(&texts());
    let claimed = Signature { key: key(2).public(), ..mine };
    assert!(mine.fits(&texts()) && !claimed.fits(&texts()));
    let mut all = texts();
    all.insert(SIGNATURE.into(), claimed.text());
    assert_eq!(errors(packed(&all)), ["J036 x.jpack/SIGNATURE"]);
}

#[test]
fn malformed_signatures_are_findings_and_no_more() {
    let good = key(1).sign(&texts()).text();
    let (head, rest) = good.split_at(30);
    let broken = [
        String::new(),
        "\n".into(),
        good.trim_end().into(),
        format!("{good}\n"),
        format!("{good}more\n"),
        good.to_uppercase(),
        good.replace('\n', " "),
        good.replace("key ", "key  "),
        good.replacen("signature 1", "signature 2", 1),
        good.replace("key ", "key \u{e9}"),
        format!("{head}\u{1f511}{rest}"),
        good.replace(|c: char| c.is_ascii_digit(), ""),
        good.chars().take(good.len() - 3).collect(),
        format!("{HEAD}\nkey {}\nsignature {}\n", "0".repeat(64), "0".repeat(128)),
        format!("{HEAD}\nkey {}\nsignature {}\n", "f".repeat(64), "f".repeat(128)),
    ];
    for text in broken {
        let mut all = texts();
        all.insert(SIGNATURE.into(), text.clone());
        assert_eq!(errors(packed(&all)), ["J036 x.jpack/SIGNATURE"], "{text:?}");
    }
    let mut large = texts();
    large.insert(SIGNATURE.into(), "x".repeat(1 << 20));
    assert_eq!(errors(packed(&large)), ["J009 x.jpack/SIGNATURE"]);
    assert_eq!(Signature::parse(&good).map(|it| it.text()), Some(good));
}

#[test]
fn two_signed_builds_are_equal_and_without_the_signature_they_are_the_unsigned_one() {
    let (one, two) = (temp(), temp());
    let built = |root: &Path| {
        let built = build_signed(&folder(root), root, &Options::default(), &key(1)).unwrap_or_else(|e| panic!("{e}"));
        fs::read(built.file).unwrap_or_else(|e| panic!("{e}"))
    };
    let first = built(one.path());
    assert_eq!(first, built(two.path()));
    let mut carried = from_bytes("p.jpack", first).texts;
    assert!(carried.remove(SIGNATURE).is_some());
    let plain = temp();
    let unsigned = build(&folder(plain.path()), plain.path(), &Options::default()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(fs::read(unsigned.file).ok(), Some(packed(&carried)));
}

#[test]
fn an_archive_may_be_signed_later_but_does_not_lose_its_signature_by_a_plain_build() {
    let root = temp();
    let pack = folder(root.path());
    let options = Options::default();
    let plain = build(&pack, root.path(), &options).unwrap_or_else(|e| panic!("{e}"));
    let signed = build_signed(&pack, root.path(), &options, &key(1)).unwrap_or_else(|e| panic!("{e}"));
    assert!(plain.file == signed.file && plain.sha256 != signed.sha256);
    assert!(matches!(build(&pack, root.path(), &options), Err(BuildError::Signed(_))));
    assert!(build_signed(&pack, root.path(), &options, &key(2)).is_ok());
    fs::write(pack.join("t/lesson.en.md"), LESSON.replace("Text", "Other")).unwrap_or_else(|e| panic!("{e}"));
    assert!(matches!(build_signed(&pack, root.path(), &options, &key(2)), Err(BuildError::Taken(_))));
}

#[test]
fn a_folder_with_a_secret_key_is_not_built_wherever_the_key_lies() {
    let secret = key(1).text();
    let pasted = format!("{LESSON}\n{}\n", secret.lines().last().unwrap_or_default());
    for (path, text) in
        [("pack-key", &secret), (".hidden", &secret), ("t/deep/er/notes.txt", &secret), ("t/lesson.en.md", &pasted)]
    {
        let root = temp();
        let pack = folder(root.path());
        let file = pack.join(path);
        fs::create_dir_all(file.parent().unwrap_or(&pack)).unwrap_or_else(|e| panic!("{e}"));
        fs::write(file, text).unwrap_or_else(|e| panic!("{e}"));
        let refused = build_signed(&pack, root.path(), &Options::default(), &key(2));
        assert!(matches!(&refused, Err(BuildError::Secret(found)) if found == path), "{path}: {refused:?}");
        assert!(!root.path().join("p-0.1.0.jpack").exists());
    }
    let root = temp();
    let pack = folder(root.path());
    fs::write(pack.join("README.md"), "A file with jenjang-secret-key- in it.\n").unwrap_or_else(|e| panic!("{e}"));
    assert!(build(&pack, root.path(), &Options::default()).is_ok(), "words about keys are no key");
}

#[test]
fn a_secret_key_is_its_owner_s_alone_and_is_never_written_over() {
    let root = temp();
    let path = root.path().join("config/pack-key");
    assert!(matches!(SecretKey::load(&path), Err(KeyError::Missing)));
    let made = SecretKey::make().unwrap_or_else(|e| panic!("{e}"));
    made.keep(&path).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(SecretKey::load(&path).map(|key| key.public()).ok(), Some(made.public()));
    assert!(key(2).keep(&path).is_err());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode));
        assert_eq!(fs::metadata(&path).map(|meta| meta.permissions().mode() & 0o777).ok(), Some(0o600));
        mode(0o640).unwrap_or_else(|e| panic!("{e}"));
        assert!(matches!(SecretKey::load(&path), Err(KeyError::Open)));
        mode(0o600).unwrap_or_else(|e| panic!("{e}"));
    }
    let aside = [put_aside(&path), key(2).keep(&path).and_then(|()| put_aside(&path))];
    let names: Vec<_> = aside.into_iter().flatten().filter_map(|path| path.file_name().map(|n| n.to_owned())).collect();
    assert_eq!(names, ["pack-key.1", "pack-key.2"]);
    fs::write(&path, "no key").unwrap_or_else(|e| panic!("{e}"));
    assert!(SecretKey::load(&path).is_err());
}

#[test]
fn the_first_key_of_a_pack_is_the_one_that_holds() {
    let root = temp();
    let mut pins = Pins::read(root.path()).unwrap_or_else(|e| panic!("{e}"));
    let (one, two) = (key(1).public(), key(2).public());
    assert_eq!(pins.judge("p", None, None), Ok(Trust::Unsigned));
    assert_eq!(pins.judge("p", Some(one), None), Ok(Trust::First(one)));
    pins.keep("p", Trust::First(one)).unwrap_or_else(|e| panic!("{e}"));
    let mut pins = Pins::read(root.path()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(pins.judge("p", Some(one), None), Ok(Trust::Known(one)));
    assert_eq!(pins.judge("p", Some(two), None), Err(Distrust::OtherKey { was: one, now: two }));
    assert_eq!(pins.judge("p", None, None), Err(Distrust::NotSigned(one)));
    assert_eq!(pins.judge("other", Some(two), None), Ok(Trust::First(two)), "each pack has its own key");
    // What is accepted on purpose, and only that.
    let accept = |text: &str| Accept::parse(text).ok();
    let (to_two, to_none) = (accept(&two.to_string()), accept("none"));
    assert_eq!(pins.judge("p", Some(one), to_two.as_ref()), Err(Distrust::NotAccepted(Some(one))));
    assert_eq!(pins.judge("p", Some(two), to_none.as_ref()), Err(Distrust::NotAccepted(Some(two))));
    assert_eq!(pins.judge("p", None, to_two.as_ref()), Err(Distrust::NotAccepted(None)));
    assert_eq!(pins.judge("other", Some(one), to_two.as_ref()), Err(Distrust::NotAccepted(Some(one))));
    let changed = Trust::Changed { was: one, now: two };
    assert_eq!(pins.judge("p", Some(two), to_two.as_ref()), Ok(changed));
    pins.keep("p", changed).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(pins.judge("p", Some(one), None), Err(Distrust::OtherKey { was: two, now: one }));
    assert_eq!(pins.judge("p", None, to_none.as_ref()), Ok(Trust::Dropped(two)));
    pins.keep("p", Trust::Dropped(two)).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(pins.judge("p", None, None), Ok(Trust::Unsigned));
}

#[test]
fn keys_that_cannot_be_read_are_not_forgotten() {
    let root = temp();
    for text in ["", "[]", "{\"p\": \"12\"}", "{\"p\": 3}", "\u{0}"] {
        fs::write(root.path().join(".keys.json"), text).unwrap_or_else(|e| panic!("{e}"));
        assert!(Pins::read(root.path()).is_err(), "{text:?}");
    }
}

#[test]
fn what_is_accepted_is_a_key_as_it_is_told_or_none() {
    let name = key(1).public().to_string();
    assert_eq!((name.len(), name.matches('-').count()), (39, 7));
    let key = Accept::parse(&name);
    assert!(matches!(key, Ok(Accept::Key(_))) && key == Accept::parse(&name.replace('-', "").to_uppercase()));
    assert_eq!(Accept::parse("none"), Ok(Accept::Unsigned));
    for text in ["", "no", "yes", &name[1..], &format!("{name}0")] {
        assert!(Accept::parse(text).is_err(), "{text:?}");
    }
}

#[test]
fn an_installed_pack_keeps_its_signature_and_a_change_by_hand_breaks_it() {
    let root = temp();
    let options = Options::default();
    let built = build_signed(&folder(root.path()), root.path(), &options, &key(1)).unwrap_or_else(|e| panic!("{e}"));
    let incoming = install::load(&built.file, &options).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(incoming.signed_by(), Some(key(1).public()));
    let packs = root.path().join("packs");
    install::put(&packs, "p", &incoming, "p.jpack").unwrap_or_else(|e| panic!("{e}"));
    let found = || install::find(&packs, "p").unwrap_or_else(|| panic!("it is there"));
    assert_eq!(install::verify(&found()), Some(Vec::new()));
    assert_eq!(Signed::of(&found().path), Signed::By(key(1).public()));
    // The folder can be given on, with its signature.
    let again = install::load(&found().path, &options).map(|incoming| incoming.signed_by());
    assert_eq!(again.ok(), Some(Some(key(1).public())));
    fs::write(found().path.join("t/lesson.en.md"), "Other.\n").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(Signed::of(&found().path), Signed::Unfit);
    assert!(install::load(&found().path, &options).is_err());
    fs::remove_file(found().path.join(SIGNATURE)).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(Signed::of(&found().path), Signed::Not);
    assert_eq!(install::verify(&found()).map(|differs| differs.len()), Some(2), "its loss is told");
}

#[test]
fn a_file_that_cannot_be_read_is_told_of_once_and_says_nothing_of_the_signature() {
    let root = temp();
    let pack = folder(root.path());
    fs::write(pack.join(SIGNATURE), key(1).sign(&texts()).text()).unwrap_or_else(|e| panic!("{e}"));
    let told = || {
        let report = crate::packs::check::check(&pack, &Options::default()).unwrap_or_else(|e| panic!("{e}"));
        report.problems.iter().map(|it| it.code).collect::<Vec<_>>()
    };
    assert_eq!(told(), Vec::<&str>::new());
    fs::write(pack.join("t/lesson.en.md"), b"Intro.\n\n## S {#s}\n\n\xff\n").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(told(), ["J001"]);
    assert_eq!(Signed::of(&pack), Signed::Unfit);
    fs::write(pack.join("t/lesson.en.md"), LESSON.replace("Text", "Other")).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(told(), ["J036"]);
}

#[test]
fn a_key_that_the_disk_does_not_take_is_not_kept_in_memory_either() {
    let root = temp();
    let packs = root.path().join("packs");
    let mut pins = Pins::read(&packs).unwrap_or_else(|e| panic!("{e}"));
    fs::write(&packs, "a file where the folder goes\n").unwrap_or_else(|e| panic!("{e}"));
    assert!(pins.keep("p", Trust::First(key(1).public())).is_err());
    assert_eq!(pins.of("p"), None);
    fs::remove_file(&packs).unwrap_or_else(|e| panic!("{e}"));
    pins.keep("p", Trust::First(key(1).public())).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(pins.of("p"), Some(key(1).public()));
}

#[test]
fn a_folder_that_cannot_be_searched_whole_for_a_secret_key_is_not_taken_for_one_without() {
    let root = temp();
    let pack = folder(root.path());
    fs::write(pack.join("pack-key"), key(1).text()).unwrap_or_else(|e| panic!("{e}"));
    let search = |depth: usize, mut left: usize| super::key::search((&pack, &texts()), "", depth, &mut left);
    assert_eq!(search(1, 9).ok().flatten().as_deref(), Some("pack-key"));
    fs::remove_file(pack.join("pack-key")).unwrap_or_else(|e| panic!("{e}"));
    // Four entries: pack.toml, t, and two files in it.
    assert!(matches!(search(1, 4), Ok(None)));
    assert!(search(1, 3).is_err(), "files are left");
    assert!(search(0, 9).is_err(), "a folder is left");
}
