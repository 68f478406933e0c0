#[cfg(test)]
use super::Sample;
use super::proof::{LANGS, quoted};
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, PackFindings, Rule};
use crate::domain::rubric::{Answer, Mark, Prompt, score};
use crate::domain::sorting::Arrange;
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::PROMPTS;
use crate::packs::check::view::PackView;

/// The share of the weight that the answer to another question may meet.
const MOST: f32 = 0.25;

pub(super) const RULE: Rule = Rule {
    code: "J182",
    name: "other-model",
    severity: Severity::Warning,
    what: "rule-j182-what",
    why: "rule-j182-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(
                prompt!(),
                r#"
[[prompt]]
id = "first-look"
title = { en = "Where you look first", id = "Yang pertama dilihat" }
kind = "technical"
level = 1
ask.en = "Something is off in production. Where do you look first?"
ask.id = "Ada yang aneh di produksi. Apa yang pertama Anda lihat?"
think = 30
minutes = 3
source = "lesson"

[[prompt.point]]
id = "times"
weight = 2
must = true
level = 1
text = { en = "Where the time goes", id = "Waktunya habis di mana" }
met = { en = "Follows one request", id = "Mengikuti satu request" }
partly = { en = "Only says logs", id = "Hanya menyebut log" }
words = { en = ["trace"], id = ["trace"] }
follow_up = { en = "How do you follow one request?", id = "Bagaimana mengikuti satu request?" }
drill = { en = "What follows one request?", id = "Apa yang mengikuti satu request?" }

[[prompt.point]]
id = "errors"
weight = 1
must = true
level = 1
text = { en = "The share of errors", id = "Porsi error" }
met = { en = "Looks at the error rate", id = "Melihat error rate" }
partly = { en = "Waits for tickets", id = "Menunggu tiket" }
words = { en = ["error rate"], id = ["error rate"] }
follow_up = { en = "How many users does it touch?", id = "Berapa pengguna yang kena?" }
drill = { en = "Which share tells how bad it is?", id = "Porsi apa yang menunjukkan parahnya?" }

[[prompt.point]]
id = "traffic"
weight = 1
must = false
level = 1
text = { en = "Whether there is more of it", id = "Apakah jumlahnya naik" }
met = { en = "Compares traffic with last week", id = "Membandingkan trafik dengan minggu lalu" }
partly = { en = "Asks whether it is busy", id = "Bertanya apakah sedang ramai" }
words = { en = ["traffic"], id = ["trafik"] }
follow_up = { en = "Is it busier than usual?", id = "Apakah lebih ramai dari biasanya?" }
drill = { en = "What do you compare with last week?", id = "Apa yang dibandingkan dengan minggu lalu?" }

[[prompt.point]]
id = "limits"
weight = 1
must = false
level = 2
text = { en = "What is nearly full", id = "Apa yang hampir penuh" }
met = { en = "Names saturation of a resource", id = "Menyebut saturasi sebuah sumber daya" }
partly = { en = "Only says CPU", id = "Hanya menyebut CPU" }
words = { en = ["saturation"], id = ["saturasi"] }
follow_up = { en = "What could be full?", id = "Apa yang bisa penuh?" }
drill = { en = "What do we call a resource that is full?", id = "Apa sebutan sumber daya yang penuh?" }

[prompt.anchors]
1 = { en = "Looks before acting", id = "Melihat sebelum bertindak" }
2 = { en = "Names the four signals", id = "Menyebut empat sinyal" }
3 = { en = "Reads them together", id = "Membacanya bersama" }
4 = { en = "Alerts on symptoms", id = "Alert dari gejala" }
5 = { en = "Budgets for errors", id = "Anggaran error" }
6 = { en = "A shared practice", id = "Praktik bersama" }

[prompt.model]
short.en = "I look at the four signals of the service. One trace shows where the time goes, the error rate shows how many people are hurt, the traffic shows whether there is more of it than usual, and saturation shows what is nearly full and will break next."
short.id = "Saya lihat empat sinyal layanan itu. Satu trace menunjukkan waktunya habis di mana, error rate menunjukkan berapa orang yang kena, trafik menunjukkan apakah lebih ramai dari biasanya, dan saturasi menunjukkan apa yang hampir penuh dan akan rusak berikutnya kalau dibiarkan."
full.en = """
I look at the same four signals each time, so that I do not chase the first thing that catches my eye. One trace tells me where the time of a typical call goes. \
The error rate tells me how many people are hurt and whether it grows, which decides how loudly I call for help. The traffic tells me whether there is simply more of it than on the same day a week ago. \
Saturation tells me what is nearly full: connections, memory, a queue, the disk. I write down what I see with the minute at which I saw it, because memory is poor when people are nervous, and I say it aloud in the channel. \
Only then do I form a guess, and I look for the one number that would prove it wrong. If nothing fits, I widen the window by an hour and start again with the same four."""
full.id = """
Saya selalu melihat empat sinyal yang sama, supaya tidak mengejar hal pertama yang menarik mata. Satu trace menunjukkan waktu sebuah panggilan biasa habis di mana. \
Error rate menunjukkan berapa orang yang kena dan apakah bertambah, dan itu menentukan seberapa cepat saya minta bantuan. Trafik menunjukkan apakah memang lebih banyak dibanding hari yang sama minggu lalu. \
Saturasi menunjukkan apa yang hampir penuh: koneksi, memori, antrean, disk. Saya catat apa yang saya lihat beserta menitnya, karena ingatan buruk saat orang panik, dan saya sampaikan di channel. \
Baru setelah itu saya menebak, dan mencari satu angka yang bisa membantahnya. Kalau tidak ada yang cocok, saya perlebar jendelanya satu jam dan mulai lagi dari empat sinyal yang sama, kali ini bersama orang lain yang melihat dengan mata segar."""

[[prompt.sample]]
quality = "weak"
text.en = "I open the code and read it until I find something that looks odd, and then I change it and see."
text.id = "Saya buka kodenya dan membaca sampai menemukan sesuatu yang aneh, lalu saya ubah dan lihat hasilnya."
marks = { times = "missed", errors = "missed", traffic = "missed", limits = "missed" }

[[prompt.sample]]
quality = "middling"
text.en = "I look at the error rate first, because it tells me how many people cannot work, and then I read the logs."
text.id = "Saya lihat error rate dulu, karena itu menunjukkan berapa orang yang tidak bisa bekerja, lalu saya baca log."
marks = { times = "missed", errors = "met", traffic = "missed", limits = "missed" }
"#
            ),
        )],
        at: "t/prompts.toml:105:6",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Pack(check),
};

/// A model answer and the prompt it belongs to.
struct Model<'a> {
    owner: &'a Prompt,
    name: &'static str,
    answer: Answer,
}

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    let all = || view.topics.iter().flat_map(|topic| &topic.prompts).map(|(_, prompt)| prompt);
    let mut models = Vec::new();
    for owner in all() {
        for (lang, name) in LANGS {
            models.push(Model { owner, name, answer: Answer::new(owner.model_full.only(lang)) });
        }
    }
    for outline in view.topics {
        for (index, prompt) in &outline.prompts {
            let others = models.iter().filter(|model| model.owner.id != prompt.id);
            if let Some(finding) = worst(prompt, *index, others) {
                found.push((outline.file(PROMPTS), finding));
            }
        }
    }
}

/// The other answer that meets the most, when that is too much.
fn worst<'m>(prompt: &Prompt, index: usize, others: impl Iterator<Item = &'m Model<'m>>) -> Option<Finding> {
    let share = |model: &Model<'_>| {
        let met = prompt.points.iter().filter(|point| model.answer.has(point.words.all()));
        let marks = met.map(|point| (point.id.clone(), Mark::Met)).collect();
        score::score(&prompt.points, &marks).share()
    };
    let mut over: Vec<_> = others.map(|model| (share(model), model)).filter(|(share, _)| *share > MOST).collect();
    over.arrange_by(|a, b| b.0.total_cmp(&a.0));
    let (share, model) = over.first()?;
    let words = prompt.points.iter().map(|point| (point, model.answer.places(point.words.all())));
    let words = words.filter(|(_, places)| !places.is_empty()).map(|(point, places)| {
        let mut phrases: Vec<&str> = places.iter().map(|place| &*place.phrase).collect();
        phrases.sort_unstable();
        phrases.dedup();
        said("find-point-by").with("point", &point.id).with("words", quoted(phrases.into_iter()))
    });
    let words: Vec<Said> = words.collect();
    let owner = format!("{}/{}", model.owner.id.topic().local(), model.owner.id.local());
    let percent = (share * 100.0).round() as u8;
    let message = said("find-other-model").with("lang", said(model.name)).with("id", owner).with("percent", percent);
    let help = match over.len() {
        1 => said("find-other-model-help"),
        many => said("find-other-models-help").with("more", many - 1),
    };
    let help = help.with("words", words);
    let spot = Spot::Way(Way::item("prompt", index).key("id"));
    Some(Finding::warning("J182", spot, message).help(help))
}
