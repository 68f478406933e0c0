//! Packing: what comes back, and a guard over the layout.

use super::index::*;
use super::key::fnv;
use super::read::personas;
use super::source::{TopicTexts, topic};
use super::types::{Glossary, Pack, Personas};
use super::walk::Langs;

const TOPIC: &str =
    "id = 't'\ntitle.en = 'T'\ntitle.id = 'J'\nlevel = 2\nminutes = 5\n[[section]]\nid = 's'\ncovers = ['s0.a']\n";

fn blobs() -> Result<Blobs, IndexError> {
    let texts = TopicTexts {
        topic: TOPIC.into(),
        lesson_en: Some("## Head {#s}\n".into()),
        questions: Some(include_str!("fixtures/nine.toml").into()),
        prompts: Some(include_str!("fixtures/prompt.toml").into()),
        ..TopicTexts::default()
    };
    let read = topic(&texts, Langs::BOTH);
    let head = read.topic.unwrap_or_else(|| panic!("{:?}", read.findings));
    pack_topic(Effort::Quick, &head, "c1", texts.lessons(), read.questions, read.prompts)
}

/// If this fails because a packed type has changed, raise [`VERSION`] and put the new numbers here.
#[test]
fn what_is_packed_keeps_its_layout_within_a_version() -> Result<(), IndexError> {
    let blobs = blobs()?;
    let body = postcard::to_allocvec(&unpack_body(&blobs.body)?)?;
    let prompts = fnv(&postcard::to_allocvec(&unpack_prompts(&blobs.prompts)?)?);
    let found = personas(include_str!("fixtures/personas.toml"), Langs::BOTH);
    let personas = fnv(&postcard::to_allocvec(&found.value.unwrap_or_default())?);
    let ladder = super::read::ladder(include_str!("fixtures/ladder.toml"), Langs::BOTH).value.unwrap_or_default();
    let lists = super::read::checklists(include_str!("fixtures/checklists.toml"), Langs::BOTH).value;
    let day = super::read::day(include_str!("fixtures/day.toml"), Langs::BOTH).value.unwrap_or_default();
    let role = Role { ladder, checklists: lists.unwrap_or_default(), days: vec![day] };
    assert!(!role.ladder.is_empty() && !role.checklists.checklists.is_empty() && !role.days[0].slots.is_empty());
    let role = fnv(&postcard::to_allocvec(&role)?);
    let topic = [fnv(&blobs.head), fnv(&blobs.questions), fnv(&body), prompts];
    assert_eq!((VERSION, topic, personas, role), LAYOUT);
    Ok(())
}

const LAYOUT: (u8, [u64; 4], u64, u64) = (
    6,
    [5308537228292573284, 17423170634361929075, 12427277640876731394, 12080530392269730737],
    6354710471761190974,
    3354742248432805371,
);

#[test]
fn a_topic_comes_back_as_it_was_packed() -> Result<(), IndexError> {
    let blobs = blobs()?;
    let head = unpack_topic(&blobs.head)?;
    assert_eq!((head.id, head.unit, head.questions), ("t", "c1", 9));
    assert_eq!(head.sections[0].title, TextRef { en: "Head", id: "" });
    let body = unpack_body(&blobs.body)?;
    assert_eq!(question_heads(&body.questions), unpack_questions(&blobs.questions)?);
    Ok(())
}

#[test]
fn as_many_working_days_as_a_pack_may_hold_can_be_opened() -> Result<(), IndexError> {
    let day = super::read::day(include_str!("fixtures/day.toml"), Langs::BOTH).value.unwrap_or_default();
    let bytes = postcard::to_allocvec(&day)?.len();
    let role = Role { days: vec![day; (8 << 20) / bytes], ..Role::default() };
    let head = PackHead::new(Pack::default(), Vec::new(), &Personas::default(), &role);
    let blobs = pack_pack(Effort::Quick, &head, &Glossary::default(), &Personas::default(), &role)?;
    assert_eq!(unpack_role(&blobs.role)?, role);
    Ok(())
}

#[test]
fn blobs_of_another_version_are_refused() -> Result<(), IndexError> {
    let mut blobs = blobs()?;
    for blob in [&mut blobs.head, &mut blobs.questions, &mut blobs.body] {
        blob[0] += 1;
    }
    assert!(matches!(unpack_topic(&blobs.head), Err(IndexError::Version)));
    assert!(matches!(unpack_questions(&blobs.questions), Err(IndexError::Version)));
    assert!(matches!(unpack_body(&blobs.body), Err(IndexError::Version)));
    Ok(())
}
