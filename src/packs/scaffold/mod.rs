//! `pack new`: a pack that passes the check the moment it is made, from a name, from notes, from a list of outcomes.

mod given;
mod list;
mod name;
mod notes;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

pub use given::{Given, Item, Key, Part};
pub use list::{List, Listed};
pub use name::slug;
use name::{Ids, quoted, title};
pub use notes::Notes;

use crate::domain::text::Lang;
use crate::format::letters::is_id;
use crate::format::limits;
use crate::format::source::{PACK, PATHS, PROMPTS, QUESTIONS, SYLLABUS, TOPIC};

/// Outcomes that a section may cover.
const COVERS: usize = 100;
/// Outcomes that a draft takes.
const OUTCOMES: usize = 5_000;

/// What is to be made.
#[derive(Debug, Default)]
pub struct Plan {
    /// The pack's id, kebab-case.
    pub name: String,
    /// The language that it is written in.
    pub lang: Lang,
    /// The notes to begin with.
    pub notes: Option<String>,
    /// Outcomes that the pack promises to cover; without them the bullets of the notes.
    pub list: Option<List>,
    /// What it is called; without it the title of the notes, or the name.
    pub title: String,
    /// Topics with questions that are there already, in place of notes and of examples.
    pub given: Vec<Given>,
    /// No files that only help; and of a draft that begins with nothing or with notes, one topic.
    pub minimal: bool,
    /// Schemas for editors: name and text.
    pub schemas: Vec<(String, String)>,
}

/// The words of a lesson for which there are no notes, in both languages.
pub(super) const OPENING: [&str; 2] = [
    "Begin with the problem: a situation in which this is needed.",
    "Mulai dari masalahnya: situasi di mana ini dibutuhkan.",
];

/// A file of the draft: its path within the pack, and its text.
pub type File = (String, String);

/// A topic of the draft.
#[derive(Debug, Default)]
struct Topic {
    id: String,
    title: String,
    intro: String,
    sections: Vec<Section>,
    /// Questions that are there already, with their ids.
    items: Vec<(String, Item)>,
}

#[derive(Debug, Default)]
struct Section {
    id: String,
    title: String,
    body: String,
    covers: Vec<String>,
}

/// Whether a name may be a pack's id.
pub fn is_name(name: &str) -> bool {
    is_id(name) && name.len() <= limits::ID_BYTES && crate::format::portable::trouble(name).is_none()
}

/// The files of a draft, in order; nothing is written.
pub fn draft(plan: &Plan) -> Vec<File> {
    let notes = plan.notes.as_deref().map(notes::read).unwrap_or_default();
    let (mut topics, from_bullets) = topics(plan, &notes);
    let outcomes = match &plan.list {
        Some(list) => listed(list, &mut topics),
        None => from_bullets,
    };
    let heading = notes.title.as_deref().or(Some(&plan.title)).map(title).filter(|title| !title.is_empty());
    let heading = heading.unwrap_or_else(|| plan.name.replace('-', " "));
    let mut files = vec![(PACK.to_owned(), pack_toml(plan, &heading))];
    if !outcomes.is_empty() {
        files.push((SYLLABUS.to_owned(), syllabus_tsv(plan.lang, &outcomes)));
    }
    // Without one the topics would stand by the names of their folders.
    if topics.len() > 1 {
        files.push((format!("{PATHS}/{}.toml", plan.name), path_toml(plan, &heading, &topics)));
    }
    for (at, topic) in topics.iter().enumerate() {
        let is_first = at == 0;
        let file = |name: &str| format!("{}/{name}", topic.id);
        files.push((file(TOPIC), topic_toml(plan, topic)));
        files
            .push((file(&format!("lesson.{}.md", plan.lang.code())), lesson(topic, topic.first_check(plan, is_first))));
        files.push((file(QUESTIONS), questions_toml(plan, topic, is_first)));
        if is_first && !plan.minimal && plan.given.is_empty() {
            files.push((file(PROMPTS), prompts_toml(plan)));
        }
    }
    if !plan.minimal {
        let schemas = plan.schemas.iter();
        files.extend(schemas.map(|(name, text)| (format!("schema/{name}.schema.json"), text.clone())));
    }
    files
}

/// Writes a draft into a new folder: all of it, or nothing.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`] when there is something already; else what the disk says.
pub fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    if folder.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.with_file_name(format!(".{name}.new"));
    let _ = fs::remove_dir_all(&beside);
    let made = files.iter().try_for_each(|(path, text)| {
        let file = beside.join(path);
        fs::create_dir_all(file.parent().unwrap_or(&beside))?;
        fs::write(file, text)
    });
    let made = made.and_then(|()| fs::rename(&beside, folder));
    if made.is_err() {
        let _ = fs::remove_dir_all(&beside);
    }
    made
}

/// Topics of the notes, or of the list, or one; and the outcomes of the notes' bullets.
fn topics(plan: &Plan, notes: &Notes) -> (Vec<Topic>, Vec<Listed>) {
    let mut ids = Ids::default();
    let mut outcomes = Vec::new();
    let mut made: Vec<Topic> = Vec::new();
    for note in notes.topics.iter().filter(|_| plan.given.is_empty()) {
        let id = ids.take(&note.title, "topic");
        let mut topic = Topic { title: title(&note.title), intro: note.intro.clone(), id, ..Topic::default() };
        let mut sections = Ids::default();
        for section in &note.sections {
            let id = sections.take(&section.title, "section");
            let (title, body) = (title(&section.title), section.body.clone());
            topic.sections.push(Section { id, title, body, covers: Vec::new() });
        }
        topic.settle(plan);
        let mut names = Ids::default();
        for (section, text) in note.bullets.iter().filter(|_| plan.list.is_none()) {
            if outcomes.len() == OUTCOMES {
                break;
            }
            let id = format!("{}.{}", topic.id, names.take(text, "outcome"));
            let home = section.saturating_sub(1).min(topic.sections.len() - 1);
            topic.cover(home, &id);
            outcomes.push(Listed { id, topic: topic.id.clone(), text: title(text), context: false });
        }
        made.push(topic);
    }
    if !plan.given.is_empty() {
        made = plan.given.iter().map(|given| Topic::given(plan, given, &mut ids)).collect();
    }
    if made.is_empty() {
        for (id, heading) in plan.list.iter().flat_map(|list| &list.topics) {
            let mut topic = Topic { id: id.clone(), title: title(heading), ..Topic::default() };
            topic.settle(plan);
            made.push(topic);
        }
    }
    if made.is_empty() {
        let mut topic = Topic { id: ids.take(&format!("{} basics", plan.name), "topic"), ..Topic::default() };
        topic.settle(plan);
        made.push(topic);
    }
    // What is there already is never left out.
    if plan.minimal && plan.given.is_empty() {
        made.truncate(1);
        outcomes.retain(|outcome| outcome.topic == made[0].id);
    }
    (made, outcomes)
}

impl Topic {
    /// A topic whose questions are there already: one section, which all of them rest on.
    fn given(plan: &Plan, given: &Given, ids: &mut Ids) -> Topic {
        let body = notes::fitted(&given.lesson);
        let id = ids.take(&given.title, "topic");
        let mut topic = Topic { title: title(&given.title), intro: body, id, ..Topic::default() };
        topic.settle(plan);
        let mut names = Ids::default();
        topic.items = given.items.iter().map(|item| (names.take(&item.name, "question"), item.clone())).collect();
        topic
    }

    /// The question that the lesson asks in its first section, if there is one.
    fn first_check(&self, plan: &Plan, is_first: bool) -> Option<&str> {
        match self.items.first() {
            Some((id, _)) => Some(id),
            None => (is_first && plan.given.is_empty()).then_some("example-choice"),
        }
    }

    /// Fills what the notes leave out: a title, and a section.
    fn settle(&mut self, plan: &Plan) {
        if self.title.is_empty() {
            self.title = self.id.replace('-', " ");
        }
        if self.sections.is_empty() {
            let body = std::mem::take(&mut self.intro);
            let id = Ids::default().take(&self.title, "section");
            self.sections.push(Section { id, title: self.title.clone(), body, covers: Vec::new() });
        }
        let fallback = if plan.lang == Lang::Id { "Bagian" } else { "Section" };
        for (at, section) in self.sections.iter_mut().enumerate().filter(|(_, section)| section.title.is_empty()) {
            section.title = format!("{fallback} {}", at + 1);
        }
        // What was written shall be read, though a lesson without a word would do.
        if self.intro.trim().is_empty() && self.sections.iter().all(|section| section.body.trim().is_empty()) {
            self.intro = OPENING[usize::from(plan.lang == Lang::Id)].to_owned();
        }
    }

    /// The outcome is taught in that section, or in the first one behind it with room.
    fn cover(&mut self, section: usize, id: &str) {
        if let Some(section) = self.sections.iter_mut().skip(section).find(|section| section.covers.len() < COVERS) {
            section.covers.push(id.to_owned());
        }
    }
}

/// The outcomes of a list, in their topics where these are drafted.
fn listed(list: &List, topics: &mut [Topic]) -> Vec<Listed> {
    let places: HashMap<String, usize> = topics.iter().enumerate().map(|(at, topic)| (topic.id.clone(), at)).collect();
    for outcome in &list.outcomes {
        if let Some(topic) = places.get(&outcome.topic).and_then(|at| topics.get_mut(*at)) {
            topic.cover(0, &outcome.id);
        }
    }
    list.outcomes.clone()
}

fn pack_toml(plan: &Plan, heading: &str) -> String {
    let (name, code) = (&plan.name, plan.lang.code());
    let notes = match plan.lang {
        Lang::En => [
            "the first part of every id: never changed once learners have it",
            "a fix of words: 0.1.1; a changed answer: 0.2.0; a removed id: 1.0.0 (`jenjang pack diff` says which)",
            "what is promised; with two, each text has `.en` and `.id`",
            "SPDX: who may do what with it",
        ],
        Lang::Id => [
            "bagian pertama dari setiap id: tidak berubah setelah dipakai pembelajar",
            "perbaikan kata: 0.1.1; jawaban berubah: 0.2.0; id dihapus: 1.0.0 (`jenjang pack diff` bilang yang mana)",
            "yang dijanjikan; kalau dua, setiap teks punya `.en` dan `.id`",
            "SPDX: siapa boleh apa dengan isinya",
        ],
    };
    let mut out = schema(plan, "pack", "");
    let _ = writeln!(out, "id = \"{name}\"  # {}", notes[0]);
    let _ = writeln!(out, "version = \"0.1.0\"  # {}", notes[1]);
    let _ = writeln!(out, "format = 1\ntitle = {}", quoted(heading));
    let _ = writeln!(out, "languages = [\"{code}\"]  # {}", notes[2]);
    let _ = writeln!(out, "licence = \"CC-BY-4.0\"  # {}\nauthors = []", notes[3]);
    out
}

/// The roadmap of the pack: its topics in the order in which they were written down.
fn path_toml(plan: &Plan, heading: &str, topics: &[Topic]) -> String {
    let note = match plan.lang {
        Lang::En => "in learning order; a new topic gets its place here",
        Lang::Id => "menurut urutan belajar; topik baru mendapat tempatnya di sini",
    };
    let mut out = schema(plan, "path", "../");
    let heading = quoted(heading);
    let _ = writeln!(out, "id = \"{}\"\nkind = \"roadmap\"\ntitle = {heading}", plan.name);
    let _ = writeln!(out, "\n[[stage]]\ntitle = {heading}\ntopics = [  # {note}");
    for topic in topics {
        let _ = writeln!(out, "  \"{}\",", topic.id);
    }
    out.push_str("]\n");
    out
}

/// The line that tells editors which schema the file follows.
fn schema(plan: &Plan, name: &str, up: &str) -> String {
    if plan.minimal { String::new() } else { format!("#:schema {up}schema/{name}.schema.json\n\n") }
}

fn syllabus_tsv(lang: Lang, outcomes: &[Listed]) -> String {
    let mut out = match lang {
        Lang::En => "# What the pack promises to teach: outcome, tab, topic. Two questions tag each (`covers`), one of them not true/false.\n",
        Lang::Id => "# Yang dijanjikan pack ini: hasil belajar, tab, topik. Masing-masing ditandai dua soal (`covers`), salah satunya bukan benar/salah.\n",
    }
    .to_owned();
    for Listed { id, topic, text, context } in outcomes {
        if !text.is_empty() {
            let _ = writeln!(out, "# {text}");
        }
        let _ = writeln!(out, "{id}\t{topic}{}", if *context { "\tcontext" } else { "" });
    }
    out
}

fn topic_toml(plan: &Plan, topic: &Topic) -> String {
    let mut out = schema(plan, "topic", "../");
    let words = topic.sections.iter().map(|s| s.body.split_whitespace().count()).sum::<usize>();
    let (level, covers) = match plan.lang {
        Lang::En => ("the ladder level that expects it, 1 to 6", "outcomes of syllabus.tsv that this section teaches"),
        Lang::Id => (
            "level jenjang karier yang menuntutnya, 1 sampai 6",
            "hasil belajar di syllabus.tsv yang diajarkan bagian ini",
        ),
    };
    let _ = writeln!(out, "id = \"{}\"\ntitle = {}", topic.id, quoted(&topic.title));
    let _ = writeln!(out, "level = 2  # {level}\nminutes = {}", (words / 150).clamp(5, 8));
    for (at, section) in topic.sections.iter().enumerate() {
        let _ = writeln!(out, "\n[[section]]\nid = \"{}\"", section.id);
        let list: Vec<String> = section.covers.iter().map(|id| format!("  \"{id}\",\n")).collect();
        if !list.is_empty() {
            let why = if at == 0 { format!("  # {covers}") } else { String::new() };
            let _ = writeln!(out, "covers = [{why}\n{}]", list.concat());
        }
    }
    out
}

fn lesson(topic: &Topic, check: Option<&str>) -> String {
    let mut out = block(&topic.intro);
    for (at, section) in topic.sections.iter().enumerate() {
        let _ =
            write!(out, "## {} {{#{}}}\n\n{}", section.title.replace("{#", "{ #"), section.id, block(&section.body));
        if let Some(check) = check.filter(|_| at == 0) {
            let _ = write!(out, "```check\n{check}\n```\n\n");
        }
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

fn block(text: &str) -> String {
    let text = text.trim_matches('\n').trim_end();
    if text.is_empty() { String::new() } else { format!("{text}\n\n") }
}

/// The questions of a draft, as they are written in each language.
pub(super) const QUESTIONS_OF: [&str; 2] = [QUESTIONS_EN, QUESTIONS_ID];
/// The id that the example of a prompt has in a draft.
pub(super) const EXAMPLE_ID: &str = "example-prompt";

const QUESTIONS_EN: &str = include_str!("../../../assets/scaffold/questions.en.toml");
const QUESTIONS_ID: &str = include_str!("../../../assets/scaffold/questions.id.toml");

fn questions_toml(plan: &Plan, topic: &Topic, is_first: bool) -> String {
    let head = schema(plan, "questions", "../");
    if !plan.given.is_empty() {
        let mut out = head;
        topic.items.iter().for_each(|(id, item)| item.toml(id, &topic.sections[0].id, &mut out));
        return out;
    }
    if is_first {
        let text = if plan.lang == Lang::Id { QUESTIONS_ID } else { QUESTIONS_EN };
        return head + &text.replace("@SECTION@", &topic.sections[0].id);
    }
    let line = match plan.lang {
        Lang::En => "# Questions of this topic; the first topic has examples.\n",
        Lang::Id => "# Soal-soal topik ini; contohnya ada di topik pertama.\n",
    };
    head + line
}

fn prompts_toml(plan: &Plan) -> String {
    let notes = match plan.lang {
        Lang::En => {
            "# An example of an interview prompt. Its rubric proves itself: by `words` the model answer meets every point, and each sample gets\n# the marks that it states. `jenjang pack check` says where it does not.\n\n"
        }
        Lang::Id => {
            "# Contoh pertanyaan wawancara. Rubriknya membuktikan diri: menurut `words`, jawaban model memenuhi semua poin, dan setiap contoh\n# mendapat nilai yang tertulis. `jenjang pack check` bilang di mana tidak.\n\n"
        }
    };
    let example = crate::packs::rules::EXAMPLE_PROMPT.replacen("slow-page", EXAMPLE_ID, 1);
    schema(plan, "prompts", "../") + notes + &example
}
