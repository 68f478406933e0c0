//! Questions for the pictures: one of each kind, in two languages.

use crate::domain::ids::ItemId;
use crate::domain::question::{
    AnswerKey, Blank, Choice, Kind, LineNote, Near, Options, Pair, Question, Scene, SceneChoice, Step,
};
use crate::domain::rubric::{Drill, Phrase, WordList};
use crate::domain::text::Text;

/// A text in both languages.
pub fn t(en: &str, id: &str) -> Text {
    Text::new(en, id)
}

/// A question with everything but its kind.
pub fn question(name: &str, prompt: Text, explain: Text, kind: Kind) -> Question {
    Question {
        id: ItemId::parse(&format!("backend-roadmap/idempotency/{name}")).expect("three parts"),
        key: AnswerKey(1),
        level: 2,
        section: "the-key".into(),
        prompt,
        explain,
        hint: t("Count the places where the message can vanish.", "Hitung di mana saja pesan bisa hilang."),
        source: "RFC 9110, section 9.2.2".into(),
        kind,
    }
}

/// An option, reason or extra.
pub fn choice(id: &str, right: bool, text: Text, why: Text) -> Choice {
    Choice { id: id.into(), text, right, why }
}

pub fn single() -> Question {
    let choices = vec![
        choice(
            "nothing",
            false,
            t("The charge did not happen", "Penagihan tidak terjadi"),
            t(
                "True only if the request was dropped on the way in; the reply may have been dropped instead.",
                "Benar hanya kalau request-nya yang hilang; bisa jadi justru balasannya.",
            ),
        ),
        choice(
            "happened",
            false,
            t("The charge happened, only the reply is late", "Penagihan terjadi, hanya balasannya terlambat"),
            t("Possible, but so is the opposite.", "Mungkin, tetapi sebaliknya juga mungkin."),
        ),
        choice(
            "unknown",
            true,
            t("Nothing certain; a *retry* has to be safe", "Tidak ada yang pasti; *retry*-nya harus aman"),
            t(
                "The state is unknown, so the retry itself must be harmless.",
                "Keadaannya tidak diketahui, jadi retry-nya sendiri harus aman.",
            ),
        ),
        choice(
            "rolled-back",
            false,
            t("The server has rolled its transaction back", "Server sudah me-rollback transaksinya"),
            t(
                "The server does not know that the client gave up; it may `COMMIT` after that.",
                "Server tidak tahu client sudah menyerah; ia bisa saja `COMMIT` sesudahnya.",
            ),
        ),
    ];
    question(
        "timeout",
        t(
            "A call to `POST /charges` times out after 10 seconds. What does the client know?",
            "Panggilan ke `POST /charges` timeout setelah 10 detik. Apa yang diketahui client?",
        ),
        t(
            "A timeout says only that no reply came. Dropped, running and done look the same from outside.",
            "Timeout hanya berarti tidak ada balasan. Hilang, masih berjalan, dan selesai terlihat sama dari luar.",
        ),
        Kind::Single(Options { choices, keep_order: true }),
    )
}

pub fn multi() -> Question {
    let row = |id: &str, right, text: &str, en: &str, idn: &str| choice(id, right, Text::shared(text), t(en, idn));
    let choices = vec![
        row("get", true, "GET /orders/7", "Safe, and so idempotent too.", "Safe, jadi sekaligus idempoten."),
        row(
            "post",
            false,
            "POST /orders",
            "Each call may create another order.",
            "Tiap panggilan bisa membuat pesanan baru.",
        ),
        row("put", true, "PUT /orders/7", "Twice is the same address.", "Dua kali tetap alamat yang sama."),
        row("patch", false, "PATCH /orders/7", "A patch may say \"add 2\".", "Patch bisa berarti \"tambah 2\"."),
        row("delete", true, "DELETE /orders/7", "Gone is gone.", "Yang hilang tetap hilang."),
    ];
    question(
        "proxy",
        t("Which of these may a proxy repeat on its own?", "Mana yang boleh diulang sendiri oleh proxy?"),
        Text::default(),
        Kind::Multi(Options { choices, keep_order: true }),
    )
}

pub fn true_false() -> Question {
    let reasons = vec![
        choice(
            "state",
            true,
            t("Idempotent speaks of the state, not of the reply", "Idempoten bicara tentang keadaan, bukan balasan"),
            t(
                "After one or two calls the resource is equally gone.",
                "Setelah satu atau dua panggilan, sama-sama sudah tidak ada.",
            ),
        ),
        choice(
            "must-204",
            false,
            t("A correct server answers 204 each time", "Server yang benar selalu menjawab 204"),
            t("It may, but nothing asks for it.", "Boleh saja, tetapi tidak diwajibkan."),
        ),
        choice(
            "safe",
            false,
            t("DELETE is a safe method", "DELETE adalah method yang safe"),
            t("Safe means read-only; DELETE changes state.", "Safe berarti hanya membaca; DELETE mengubah keadaan."),
        ),
    ];
    question(
        "delete-404",
        t(
            "\"The second DELETE answers 404, so DELETE is not idempotent.\"",
            "\"DELETE kedua menjawab 404, jadi DELETE tidak idempoten.\"",
        ),
        Text::default(),
        Kind::TrueFalse { answer: false, reasons },
    )
}

fn near(en: &str, why_en: &str, why_id: &str) -> Near {
    Near { text: Text::shared(en), why: t(why_en, why_id) }
}

pub fn short() -> Question {
    let blank = Blank {
        answer: Text::shared("Idempotency-Key"),
        accept: vec!["X-Idempotency-Key".into()],
        near: vec![near(
            "X-Request-Id",
            "It follows a call through the logs; a retry usually gets a new one.",
            "Itu untuk menelusuri panggilan di log; retry biasanya mendapat yang baru.",
        )],
        why: Text::default(),
        distractors: vec![],
    };
    question(
        "header-name",
        t(
            "Which request header carries the name of a repeated intention?",
            "Header request apa yang membawa nama niat yang diulang?",
        ),
        t(
            "The client makes the key once and repeats it with each try.",
            "Client membuat kunci sekali dan mengulangnya di setiap percobaan.",
        ),
        Kind::Short(blank),
    )
}

pub fn cloze() -> Question {
    let gap = |answer: Text, accept: &[&str], near: Vec<Near>, why: Text| Blank {
        answer,
        accept: accept.iter().map(|a| Box::from(*a)).collect(),
        near,
        why,
        distractors: vec![],
    };
    let gaps = vec![
        gap(
            t("stored", "tersimpan"),
            &["saved"],
            vec![],
            t("Running it again would be the second charge.", "Menjalankannya lagi berarti tagihan kedua."),
        ),
        gap(
            Text::shared("422"),
            &[],
            vec![near(
                "409",
                "That tells the caller that the first try still runs.",
                "Itu berarti percobaan pertama masih berjalan.",
            )],
            t("It contradicts an earlier request with the same key.", "Ia bertentangan dengan request sebelumnya."),
        ),
        gap(
            Text::shared("client"),
            &[],
            vec![],
            t("Only the client knows what one intention is.", "Hanya client yang tahu apa itu satu niat."),
        ),
    ];
    question(
        "key-flow",
        t(
            "Complete the rule for a key that the server has seen before.",
            "Lengkapi aturan untuk kunci yang sudah pernah dilihat server.",
        ),
        Text::default(),
        Kind::Cloze {
            text: t(
                "Same key and same body: answer with the {{1}} reply. Same key and another body: answer `{{2}}`. The key is made by the {{3}}.",
                "Kunci sama dan body sama: jawab dengan balasan yang {{1}}. Body lain: jawab `{{2}}`. Kunci dibuat oleh {{3}}.",
            ),
            gaps,
        },
    )
}

pub fn order() -> Question {
    let step = |id: &str, en: &str, idn: &str| Step { id: id.into(), text: t(en, idn), why: Text::default() };
    let steps = vec![
        step("make", "Client makes a key for this order", "Client membuat kunci untuk pesanan ini"),
        step(
            "claim",
            "Server inserts the key; a conflict means that somebody else owns it",
            "Server meng-insert kunci; konflik berarti sudah ada pemiliknya",
        ),
        step("work", "Server charges with the same key", "Server menagih dengan kunci yang sama"),
        step("store", "Server stores the reply and commits", "Server menyimpan balasan lalu commit"),
    ];
    question(
        "charge-order",
        t("Order the life of one safe charge.", "Urutkan perjalanan satu penagihan yang aman."),
        t("The claim comes before any work.", "Klaim datang sebelum pekerjaan apa pun."),
        Kind::Order { steps, any_order: vec![] },
    )
}

pub fn matching() -> Question {
    let pair = |id: &str, left: Text, right: Text, why: Text| Pair { id: id.into(), left, right, why };
    let pairs = vec![
        pair(
            "done",
            t("Known key, same body, first try finished", "Kunci dikenal, body sama, sudah selesai"),
            t("the stored reply", "balasan tersimpan"),
            t("The work is done; replay it.", "Pekerjaan selesai; putar ulang."),
        ),
        pair(
            "running",
            t("Known key, same body, still running", "Kunci dikenal, body sama, masih berjalan"),
            t("409, try again later", "409, coba lagi nanti"),
            t("A second worker would charge twice.", "Pekerja kedua akan menagih dua kali."),
        ),
        pair(
            "new",
            t("New key", "Kunci baru"),
            t("does the work, 201", "mengerjakan, 201"),
            t("A new intention.", "Niat baru."),
        ),
    ];
    let extras = vec![choice(
        "fault",
        false,
        t("500, key was used", "500, kunci terpakai"),
        t("A duplicate is no server fault.", "Duplikat bukan kesalahan server."),
    )];
    question(
        "which-answer",
        t("What does the server answer?", "Apa jawaban server?"),
        Text::default(),
        Kind::Match { pairs, extras },
    )
}

pub const CODE: &str = "reply, err := keys.Find(ctx, req.Key)\nif err == nil {\n\treturn reply, nil\n}\ncharge, err := bank.Charge(ctx, req.Amount)\nif err != nil {\n\treturn nil, err\n}\nreturn keys.Save(ctx, req.Key, charge)\n";

pub fn line() -> Question {
    let note = |number, right, en: &str, idn: &str| LineNote { number, right, why: t(en, idn) };
    let notes = vec![
        note(
            1,
            true,
            "Two copies can both find nothing before either saves. Claim the key with a unique insert here.",
            "Dua salinan bisa sama-sama tidak menemukan apa-apa. Klaim kuncinya dengan insert unik di sini.",
        ),
        note(
            5,
            false,
            "It hurts here, but by then both copies believe that they are first.",
            "Akibatnya terasa di sini, tetapi keduanya sudah merasa yang pertama.",
        ),
        note(9, false, "Saving late makes the gap wider.", "Menyimpan belakangan melebarkan celah."),
    ];
    question(
        "race",
        t(
            "Under load a few customers are charged twice. Which line lets it happen?",
            "Saat ramai, beberapa pelanggan ditagih dua kali. Baris mana penyebabnya?",
        ),
        Text::default(),
        Kind::Line { language: "go".into(), code: CODE.into(), notes },
    )
}

pub fn scenario() -> Question {
    let pick = |id: &str, best, goto, text: Text, why: Text, cost: Text| SceneChoice {
        id: id.into(),
        text,
        why,
        best,
        goto,
        cost,
    };
    let scenes = vec![
        Scene {
            id: "start".into(),
            text: t(
                "At noon the app began to retry after 3 seconds. The charge takes 4 seconds.",
                "Siang tadi aplikasi mulai retry setelah 3 detik. Penagihan butuh 4 detik.",
            ),
            choices: vec![
                pick(
                    "raise",
                    false,
                    Some(1),
                    t("Ask mobile to raise the timeout", "Minta tim mobile menaikkan timeout"),
                    t("Fewer duplicates, not none.", "Duplikat berkurang, bukan hilang."),
                    t("One hour, 21 more customers", "Satu jam, 21 pelanggan lagi"),
                ),
                pick(
                    "unique",
                    true,
                    Some(1),
                    t("Add a unique constraint now", "Pasang unique constraint sekarang"),
                    t("It stops the harm in minutes.", "Kerugian berhenti dalam hitungan menit."),
                    t("Ten minutes, no further customers", "Sepuluh menit, tidak ada pelanggan tambahan"),
                ),
            ],
        },
        Scene {
            id: "net".into(),
            text: t(
                "Double rows now fail. The app shows an error to those customers.",
                "Baris ganda sekarang gagal. Aplikasi menampilkan error ke mereka.",
            ),
            choices: vec![
                pick(
                    "first",
                    true,
                    None,
                    t("On conflict, return the first reply", "Saat konflik, kembalikan balasan pertama"),
                    t("The retry sees the success.", "Retry melihat keberhasilannya."),
                    Text::default(),
                ),
                pick(
                    "leave",
                    false,
                    None,
                    t("Leave the 500, the money is right", "Biarkan 500, uangnya sudah benar"),
                    t("A 500 invites another retry.", "500 mengundang retry lagi."),
                    Text::default(),
                ),
            ],
        },
    ];
    question(
        "tunnel",
        t(
            "Support reports 40 customers charged twice. You are on call.",
            "Tim support melaporkan 40 pelanggan tertagih dua kali. Kamu on call.",
        ),
        Text::default(),
        Kind::Scenario { scenes },
    )
}

pub fn drill() -> Question {
    let list = |words: &[&str]| words.iter().map(|w| Phrase::new(w)).collect();
    let drill = Drill {
        point: t("Connection management", "Mengelola koneksi"),
        met: t("Pool size or reason: exhaustion, cost of opening.", "Ukuran pool atau alasannya: habis, mahal dibuka."),
        partly: t("Names pooling, no limit or reason.", "Menyebut pooling, tanpa batas atau alasan."),
        words: WordList { en: list(&["pool", "max connection"]), id: list(&["kolam koneksi"]) },
        model: t(
            "A pool of ten keeps the database from running out of connections.",
            "Pool berisi sepuluh menjaga agar koneksi database tidak habis.",
        ),
    };
    let mut question = question(
        "pool.limit",
        t("Name one reason for a limit on a connection pool.", "Sebut satu alasan connection pool diberi batas."),
        t("", ""),
        Kind::Drill(Box::new(drill)),
    );
    question.hint = t("", "");
    question
}

/// One of each kind, with its name.
pub fn all() -> Vec<(&'static str, Question)> {
    vec![
        ("single", single()),
        ("multi", multi()),
        ("true-false", true_false()),
        ("short", short()),
        ("cloze", cloze()),
        ("order", order()),
        ("match", matching()),
        ("line", line()),
        ("scenario", scenario()),
        ("drill", drill()),
    ]
}
