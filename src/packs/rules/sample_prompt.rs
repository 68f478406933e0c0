//! A prompt that keeps all rules, in pieces: the samples of rules about prompts replace one of them.

/// Everything up to the points.
macro_rules! head {
    () => {
        r#"[[prompt]]
id = "slow-page"
title = { en = "A page became slow", id = "Halaman jadi lambat" }
kind = "debug"
level = 1
ask.en = "A page became slow after today's release. What do you do?"
ask.id = "Satu halaman jadi lambat setelah rilis hari ini. Apa yang Anda lakukan?"
think = 30
minutes = 3
source = "lesson"

"#
    };
}

/// Three points.
macro_rules! points {
    () => {
        r#"[[prompt.point]]
id = "undo"
weight = 2
must = true
level = 1
text = { en = "Users come first", id = "Pengguna lebih dulu" }
met = { en = "Undoes the release before searching", id = "Membatalkan rilis sebelum mencari" }
partly = { en = "Names it as a last resort", id = "Menyebutnya sebagai jalan terakhir" }
words = { en = ["roll back", "rollback"], id = ["rollback", "kembali ke versi"] }
follow_up = { en = "What do users see meanwhile?", id = "Sementara itu pengguna melihat apa?" }
drill = { en = "What comes before the search for the cause?", id = "Apa yang lebih dulu daripada mencari sebab?" }

[[prompt.point]]
id = "evidence"
weight = 1
must = true
level = 1
text = { en = "Evidence before guesses", id = "Bukti sebelum tebakan" }
met = { en = "Says where to look for the time", id = "Menyebut di mana waktunya dicari" }
partly = { en = "Only says to look at logs", id = "Hanya bilang cek log" }
words = { en = ["trace"], id = ["trace"] }
follow_up = { en = "How do you know where the time goes?", id = "Dari mana Anda tahu waktunya habis di mana?" }
drill = { en = "What shows where a request spends its time?", id = "Apa yang menunjukkan waktu sebuah request?" }

[[prompt.point]]
id = "plan"
weight = 1
must = false
level = 1
text = { en = "The plan of the query", id = "Rencana query-nya" }
met = { en = "Reads the plan and knows what to look for", id = "Membaca rencana dan tahu yang dicari" }
partly = { en = "Only says that the database is slow", id = "Hanya bilang database-nya lambat" }
words = { en = ["explain + scan"], id = ["explain + scan"] }
follow_up = { en = "It is one query. What do you look at?", id = "Satu query penyebabnya. Apa yang dilihat?" }
drill = { en = "What in a plan tells of a missing index?", id = "Apa tanda index yang hilang di rencana query?" }

"#
    };
}

/// The fourth point, by the words of each language.
macro_rules! last_point {
    () => {
        last_point!(r#"["load test"]"#, r#"["uji beban"]"#)
    };
    ($en:literal, $id:literal) => {
        concat!(
            r#"[[prompt.point]]
id = "next-time"
weight = 1
must = false
level = 2
text = { en = "The next one is stopped earlier", id = "Yang berikutnya dihentikan lebih awal" }
met = { en = "Names a check that would have found it", id = "Menyebut pemeriksaan yang bisa menemukannya" }
partly = { en = "Only wants to be more careful", id = "Hanya ingin lebih hati-hati" }
words = { en = "#,
            $en,
            ", id = ",
            $id,
            r#" }
follow_up = { en = "How do you find it before users do?", id = "Bagaimana ketahuan sebelum sampai ke pengguna?" }
drill = { en = "Which check finds a slow page in time?", id = "Pemeriksaan apa yang menemukan halaman lambat?" }

"#
        )
    };
}

/// A red flag, and the anchors.
macro_rules! flags {
    () => {
        r#"[[prompt.red_flag]]
id = "hardware"
text = { en = "Buys hardware first", id = "Membeli hardware dulu" }
why = { en = "It hides the cause and costs every month", id = "Menutupi sebab dan dibayar tiap bulan" }
words = { en = ["bigger server"], id = ["server lebih besar"] }
caps_at = 0

[prompt.anchors]
1 = { en = "Protects users, then looks", id = "Melindungi pengguna, lalu mencari" }
2 = { en = "Adds a check to the pipeline", id = "Menambah pemeriksaan ke pipeline" }
3 = { en = "Finds the class of the fault", id = "Menemukan jenis kesalahannya" }
4 = { en = "Sets a budget for the page", id = "Menetapkan anggaran waktu halaman" }
5 = { en = "Agrees on budgets with teams", id = "Menyepakati anggaran antar tim" }
6 = { en = "Makes it a habit of the company", id = "Menjadikannya kebiasaan perusahaan" }

"#
    };
}

/// The model answer.
macro_rules! model {
    () => {
        r#"[prompt.model]
short.en = "If the release is the likely cause I roll back first. Then the trace of a slow request tells me where the time goes, and the plan of the query what changed. I fix one thing, measure again, and add a load test so that it cannot come back."
short.id = "Kalau rilis itu kemungkinan sebabnya, saya rollback dulu. Lalu trace dari request yang lambat menunjukkan waktunya habis di mana, dan rencana query menunjukkan apa yang berubah. Saya ubah satu hal, ukur lagi, dan saya tambah uji beban supaya hal yang sama tidak terulang."
full.en = """
First I make it safe: if the release is the likely cause, I roll back before I search, because users should not wait for my curiosity. \
Then I look at the evidence in order. The trace of one slow request shows where the time goes, and I compare it with a request from before the release. \
If most of it is spent in the database, I run EXPLAIN on the query and look for a scan that was an index lookup before. \
I change one thing, measure again, and keep the numbers in the ticket. When it is fixed, I add a load test of that page to the pipeline, \
so that the next slow release stops before it reaches anyone. Last, I write two sentences for the team: what happened, and how we would notice it sooner."""
full.id = """
Pertama saya amankan dulu: kalau rilis itu kemungkinan besar sebabnya, saya rollback sebelum mencari, karena pengguna tidak perlu menunggu rasa penasaran saya. \
Setelah itu saya lihat buktinya secara berurutan. Trace dari satu request yang lambat menunjukkan waktunya habis di mana, lalu saya bandingkan dengan request sebelum rilis. \
Kalau sebagian besar habis di database, saya jalankan EXPLAIN untuk query itu dan mencari scan yang tadinya lewat index. \
Saya ubah satu hal, ukur lagi, dan simpan angkanya di tiket. Setelah beres, saya tambahkan uji beban untuk halaman itu ke pipeline, \
supaya rilis lambat berikutnya berhenti sebelum sampai ke siapa pun. Terakhir, saya tulis dua kalimat untuk tim: apa yang terjadi, bagaimana kita menemukannya, dan bagaimana kita bisa lebih cepat tahu lain kali."""

"#
    };
}

/// The weak sample.
macro_rules! weak {
    () => {
        r#"[[prompt.sample]]
quality = "weak"
text.en = "I would ask for a bigger server, because the page clearly needs more power, and wait until users stop complaining about it."
text.id = "Saya akan minta server lebih besar, karena halaman itu jelas butuh tenaga, lalu menunggu sampai pengguna berhenti mengeluh."
marks = { undo = "missed", evidence = "missed", plan = "missed", next-time = "missed" }
red_flags = ["hardware"]

"#
    };
}

/// The middling sample, by its texts and its marks.
macro_rules! middling {
    () => {
        middling!(r#"{ undo = "met", evidence = "met", plan = "missed", next-time = "missed" }"#)
    };
    ($marks:literal) => {
        middling!(
            "I roll back the release so that users are fine, and then I look at the trace of a slow request to see what takes so long.",
            "Saya rollback rilisnya supaya pengguna aman, lalu saya lihat trace dari request yang lambat untuk tahu apa yang lama.",
            $marks
        )
    };
    ($en:literal, $id:literal, $marks:literal) => {
        concat!(
            "[[prompt.sample]]\nquality = \"middling\"\ntext.en = \"",
            $en,
            "\"\ntext.id = \"",
            $id,
            "\"\nmarks = ",
            $marks,
            "\n"
        )
    };
}

/// The whole prompt, but for its last sample.
macro_rules! all_but_middling {
    () => {
        concat!(head!(), points!(), last_point!(), flags!(), model!(), weak!())
    };
}

/// The whole prompt.
macro_rules! prompt {
    () => {
        concat!(all_but_middling!(), middling!())
    };
}

/// The interviewers of samples: everything but what greets.
#[cfg(test)]
macro_rules! voice {
    () => {
        r#"[[persona]]
id = "host"
name = { en = "The Host", id = "Sang Tuan Rumah" }
cares = { en = "That you can show what you know", id = "Agar kamu bisa menunjukkan kemampuanmu" }
voice = { en = "Warm and unhurried", id = "Hangat dan tidak buru-buru" }
strong = { en = ["Good.", "Clear.", "Yes.", "Agreed."], id = ["Bagus.", "Jelas.", "Ya.", "Setuju."] }
time = { en = ["Time.", "Stop here.", "That is it.", "We stop."], id = ["Waktu.", "Sampai sini.", "Cukup.", "Selesai."] }
"#
    };
}

/// What presses.
#[cfg(test)]
macro_rules! presses {
    () => {
        r#"missing.en = ["And: {follow_up}", "Then: {follow_up}", "One more: {follow_up}", "So: {follow_up}"]
missing.id = ["Dan: {follow_up}", "Lalu: {follow_up}", "Satu lagi: {follow_up}", "Jadi: {follow_up}"]
"#
    };
}

/// What greets.
#[cfg(test)]
macro_rules! greets {
    () => {
        r#"greet.en = ["Hello.", "Welcome.", "Come in.", "Good to meet you."]
greet.id = ["Halo.", "Selamat datang.", "Silakan masuk.", "Senang bertemu."]
"#
    };
}

/// The prompt as one text.
pub(super) const PROMPT: &str = prompt!();

#[cfg(test)]
pub(super) use {
    all_but_middling, flags, greets, head, last_point, middling, model, points, presses, prompt, voice, weak,
};
