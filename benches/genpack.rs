//! Makes a large pack for measuring: all nine kinds, two languages, more than 2 kB a question, the same for the same seed.
//!
//! ```text
//! cargo run --release --example genpack -- FOLDER TOPICS QUESTIONS SEED
//! cargo run --release --example genpack -- target/genpack 1000 100 7       100,000 questions
//! cargo run --release --example genpack -- --learner FOLDER 1000 100 7     installed in a data folder, half of them due
//! ```
//!
//! The pack keeps every rule of `pack check`.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::{env, fs, io};

use jenjang::app::installed;
use jenjang::domain::event::{Answered, Event, EventId, Rating, Setting, What};
use jenjang::domain::grading::Outcome;
use jenjang::domain::question::Answer;
use jenjang::domain::time::{StudyDay, UtcMs};
use jenjang::store::cache::Cache;
use jenjang::store::{OpenOptions, Store};

/// Topics of a unit.
const UNIT: usize = 100;

fn main() -> io::Result<()> {
    let mut args: Vec<String> = env::args().skip(1).collect();
    let learner = args.first().is_some_and(|arg| arg == "--learner");
    if learner {
        args.remove(0);
    }
    let number = |at: usize, or: u64| args.get(at).and_then(|arg| arg.parse().ok()).unwrap_or(or);
    let Some(folder) = args.first().map(Path::new) else {
        eprintln!("usage: genpack [--learner] FOLDER [TOPICS [QUESTIONS [SEED]]]");
        std::process::exit(2);
    };
    let (topics, questions, seed) = (number(1, 1000) as usize, number(2, 100) as usize, number(3, 7));
    let pack_folder = if learner { folder.join("packs/generated") } else { folder.to_owned() };
    let mut bytes = 0;
    let mut write = |path: String, text: &str| {
        let path = pack_folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&pack_folder))?;
        bytes += text.len();
        fs::write(path, text)
    };
    write("pack.toml".into(), &pack(topics))?;
    write("paths/all.toml".into(), &path(topics))?;
    for topic in 0..topics {
        let mut made = Made { random: seed.wrapping_mul(0x9e37_79b9).wrapping_add(topic as u64), out: String::new() };
        let folder = format!("u{:02}/t{topic:04}", topic / UNIT);
        write(format!("{folder}/topic.toml"), &made.topic(topic))?;
        write(format!("{folder}/lesson.en.md"), &made.lesson(EN, "Section"))?;
        write(format!("{folder}/lesson.id.md"), &made.lesson(ID, "Bagian"))?;
        write(format!("{folder}/questions.toml"), &made.questions(questions))?;
    }
    println!(
        "{} questions, {} MiB, {} bytes each",
        topics * questions,
        bytes >> 20,
        bytes / (topics * questions).max(1)
    );
    if learner { answer_half(folder).map_err(io::Error::other) } else { Ok(()) }
}

/// Fills the data folder: every second question of the pack was answered once, 40 days ago.
fn answer_half(folder: &Path) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let cache = Arc::new(Mutex::new(Cache::open(folder)?));
    installed::refresh(&folder.join("packs"), &cache)?;
    let library = installed::library(&cache);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let start = UtcMs::try_from(now.as_millis())? - 40 * 86_400_000;
    let mut events = Vec::new();
    for (_, heads) in library.all_question_heads().filter(|(topic, _)| topic.id.pack() == "generated") {
        for head in heads.iter().step_by(2) {
            let utc = start + UtcMs::try_from(events.len())? * 10;
            let answered = Answered {
                item: head.id.clone(),
                key: head.key.0,
                rating: Rating::Good,
                outcome: Outcome::Right,
                guess: false,
                hint: false,
                took_ms: 9000,
                day: StudyDay::of(utc, 0, 240),
                aim: 90,
                shift: 0,
                setting: Setting::Review,
                answer: Answer::Chosen(vec!["an-option".into()]),
            };
            let id = EventId::from_parts(u64::try_from(utc)?, 0, 5);
            events.push(Event { id, utc, offset_min: 0, what: What::Answered(answered) });
        }
    }
    let options = OpenOptions { fresh_device: 5, utc: start, ..OpenOptions::default() };
    let mut store = Store::open(folder, &options)?.store();
    store.append(&events)?;
    store.close()?;
    println!("{} answered", events.len());
    Ok(())
}

type Words = [&'static str; 40];

const EN: Words = [
    "server",
    "retries",
    "the",
    "request",
    "after",
    "a",
    "timeout",
    "while",
    "another",
    "worker",
    "holds",
    "lock",
    "on",
    "row",
    "so",
    "customers",
    "wait",
    "until",
    "queue",
    "drains",
    "and",
    "cache",
    "warms",
    "again",
    "before",
    "deploy",
    "finishes",
    "without",
    "losing",
    "orders",
    "because",
    "index",
    "covers",
    "query",
    "in",
    "every",
    "region",
    "with",
    "small",
    "batches",
];

const ID: Words = [
    "server",
    "mengulang",
    "permintaan",
    "itu",
    "setelah",
    "waktu",
    "habis",
    "sementara",
    "pekerja",
    "lain",
    "memegang",
    "kunci",
    "pada",
    "baris",
    "sehingga",
    "pelanggan",
    "menunggu",
    "sampai",
    "antrean",
    "kosong",
    "dan",
    "tembolok",
    "hangat",
    "lagi",
    "sebelum",
    "rilis",
    "selesai",
    "tanpa",
    "kehilangan",
    "pesanan",
    "karena",
    "indeks",
    "mencakup",
    "kueri",
    "di",
    "setiap",
    "wilayah",
    "dengan",
    "kelompok",
    "kecil",
];

fn pack(topics: usize) -> String {
    let mut out = "id = \"generated\"\nversion = \"0.1.0\"\nformat = 1\ntitle.en = \"Generated\"\ntitle.id = \"Buatan\"\nlanguages = [\"en\", \"id\"]\nlicence = \"CC0-1.0\"\n".to_owned();
    for unit in 0..topics.div_ceil(UNIT) {
        let _ = write!(out, "\n[[unit]]\nid = \"u{unit:02}\"\nfolder = \"u{unit:02}\"\ntitle = \"Unit {unit}\"\n");
    }
    out
}

fn path(topics: usize) -> String {
    let mut out = "id = \"all\"\nkind = \"roadmap\"\ntitle.en = \"Everything\"\ntitle.id = \"Semua\"\n".to_owned();
    for unit in 0..topics.div_ceil(UNIT) {
        let stops = (unit * UNIT..topics.min((unit + 1) * UNIT)).map(|topic| format!("\"t{topic:04}\""));
        let stops = stops.collect::<Vec<_>>().join(", ");
        let _ = write!(out, "\n[[stage]]\ntitle = \"Unit {unit}\"\ntopics = [{stops}]\n");
    }
    out
}

/// A topic in the making.
struct Made {
    random: u64,
    out: String,
}

impl Made {
    /// SplitMix64 (Steele, Lea, Flood 2014).
    fn next(&mut self, below: usize) -> usize {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    }

    fn sentence(&mut self, words: Words, count: usize) -> String {
        let text: Vec<&str> = (0..count).map(|_| words[self.next(words.len())]).collect();
        format!("{}.", text.join(" "))
    }

    fn text(&mut self, key: &str, words: usize) {
        for (lang, from) in [("en", EN), ("id", ID)] {
            let text = self.sentence(from, words);
            let _ = writeln!(self.out, "{key}.{lang} = \"{text}\"");
        }
    }

    /// What a question asks, with words that hardly any other has: out of the common ones alone some would be alike by chance.
    fn stem(&mut self) {
        const SYLLABLES: [&str; 16] =
            ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "wa"];
        let mut name = || (0..4).map(|_| SYLLABLES[self.next(SYLLABLES.len())]).collect::<String>();
        let names = [name(), name(), name(), name(), name(), name()].join(" ");
        for (lang, from) in [("en", EN), ("id", ID)] {
            let text = self.sentence(from, 16);
            let _ = writeln!(self.out, "prompt.{lang} = \"{names} {text}\"");
        }
    }

    fn inline(&mut self, words: usize) -> String {
        let (en, id) = (self.sentence(EN, words), self.sentence(ID, words));
        format!("{{ en = \"{en}\", id = \"{id}\" }}")
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn topic(&mut self, topic: usize) -> String {
        self.line(&format!("id = \"t{topic:04}\""));
        self.text("title", 3);
        self.text("summary", 12);
        self.line(&format!("level = {}\nminutes = {}", 1 + topic % 6, 5 + topic % 4));
        if topic > 0 {
            let before = self.next(topic);
            self.line(&format!("requires = [\"t{before:04}\"]"));
        }
        for section in 0..4 {
            self.line(&format!("\n[[section]]\nid = \"s{section}\""));
        }
        std::mem::take(&mut self.out)
    }

    fn lesson(&mut self, words: Words, title: &str) -> String {
        let mut out = self.sentence(words, 40);
        for section in 0..4 {
            let (one, two) = (self.sentence(words, 70), self.sentence(words, 40));
            let _ = write!(
                out,
                "\n\n## {title} {section} {{#s{section}}}\n\n{one}\n\n{two}\n\n```check\nq{section}\n```\n"
            );
        }
        out
    }

    fn questions(&mut self, count: usize) -> String {
        for number in 0..count.max(4) {
            self.question(number);
        }
        std::mem::take(&mut self.out)
    }

    fn question(&mut self, number: usize) {
        // In the shares that the teaching rules ask for.
        const KINDS: [&str; 24] = [
            "single",
            "multi",
            "true_false",
            "short",
            "cloze",
            "order",
            "match",
            "line",
            "scenario",
            "single",
            "short",
            "cloze",
            "single",
            "order",
            "multi",
            "match",
            "single",
            "short",
            "line",
            "cloze",
            "single",
            "multi",
            "order",
            "scenario",
        ];
        let kind = KINDS[number % KINDS.len()];
        let (level, section) = (1 + self.next(6), number % 4);
        self.line(&format!(
            "[[question]]\nid = \"q{number}\"\nkind = \"{kind}\"\nlevel = {level}\nsection = \"s{section}\""
        ));
        self.stem();
        self.text("explain", 26);
        self.text("hint", 12);
        self.line("source = \"RFC 9110, section 9.2.2\"\nreviewed = \"2026-11-21\"");
        match kind {
            "single" => self.choices("option", 4, 1),
            "multi" => self.choices("option", 5, 2),
            "true_false" => {
                let verdict = self.next(2) == 0;
                self.line(&format!("answer = {verdict}"));
                self.choices("reason", 4, 1);
            }
            "short" => self.short(),
            "cloze" => self.cloze(),
            "order" => self.order(),
            "match" => self.matching(),
            "line" => self.code(),
            _ => self.scenario(),
        }
        self.line("");
    }

    fn choices(&mut self, list: &str, count: usize, right: usize) {
        let first = self.next(count - right + 1);
        for index in 0..count {
            self.line(&format!("[[question.{list}]]\nid = \"{list}-{index}\""));
            if (first..first + right).contains(&index) {
                self.line("right = true");
            }
            self.text("text", 8);
            self.text("why", 14);
        }
    }

    fn nears(&mut self, key: &str) {
        self.line(&format!("{key} = ["));
        for word in ["X-Request-Id", "X-Correlation-Id", "Retry-After"] {
            let why = self.inline(16);
            self.line(&format!("  {{ text = \"{word}\", why = {why} }},"));
        }
        self.line("]");
    }

    fn short(&mut self) {
        self.line("answer = \"Idempotency-Key\"\naccept = [\"X-Idempotency-Key\", \"kunci idempotensi\"]");
        self.nears("near");
    }

    fn cloze(&mut self) {
        self.line(
            "text.en = \"The server answers with the {{1}} reply and the client keeps the {{2}} until it is sure.\"",
        );
        self.line("text.id = \"Server menjawab dengan balasan yang {{1}} dan klien menyimpan {{2}} sampai yakin.\"");
        for (en, id) in [("stored", "tersimpan"), ("token", "penanda")] {
            self.line(&format!("[[question.gap]]\nanswer.en = \"{en}\"\nanswer.id = \"{id}\""));
            self.text("why", 18);
            self.nears("near");
        }
    }

    fn order(&mut self) {
        self.line("step = [");
        for index in 0..6 {
            let (text, why) = (self.inline(9), self.inline(12));
            self.line(&format!("  {{ id = \"step-{index}\", text = {text}, why = {why} }},"));
        }
        self.line("]\nany_order = [[\"step-1\", \"step-2\"]]");
    }

    fn matching(&mut self) {
        self.line("pair = [");
        for index in 0..5 {
            let (left, right, why) = (self.inline(7), self.inline(6), self.inline(10));
            self.line(&format!("  {{ id = \"pair-{index}\", left = {left}, right = {right}, why = {why} }},"));
        }
        let (right, why) = (self.inline(6), self.inline(10));
        self.line(&format!("]\nextra = [{{ id = \"extra\", right = {right}, why = {why} }}]"));
    }

    fn code(&mut self) {
        self.line("language = \"go\"\ncode = '''\nreply, err := keys.Find(ctx, req.Key)\nif err == nil {\n    return reply, nil\n}\ncharge, err := bank.Charge(ctx, req.Amount)\nif err != nil {\n    return nil, err\n}\nreturn keys.Save(ctx, req.Key, charge)\n'''");
        for (number, right) in [(1, true), (5, false), (9, false)] {
            self.line(&format!("[[question.line]]\nnumber = {number}\nright = {right}"));
            self.text("why", 26);
        }
    }

    fn scenario(&mut self) {
        for scene in 0..3 {
            self.line(&format!("[[question.scene]]\nid = \"scene-{scene}\""));
            self.text("text", 16);
            for choice in 0..3 {
                self.line(&format!("[[question.scene.choice]]\nid = \"choice-{choice}\"\nbest = {}", choice == scene));
                if scene < 2 {
                    self.line(&format!("goto = \"scene-{}\"", scene + 1));
                }
                self.text("text", 7);
                self.text("why", 10);
            }
        }
    }
}
