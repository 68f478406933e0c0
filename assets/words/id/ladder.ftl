# Jenjang karier, track, dan checklist.
ladder-mastery = Keahlian
ladder-impact = Dampak
ladder-influence = Pengaruh
ladder-communication = Komunikasi
ladder-leadership = Kepemimpinan
ladder-level = Level { $n }
ladder-none = tidak ada
ladder-not-rated = belum dinilai
ladder-not-yet = belum
ladder-sometimes = kadang-kadang
ladder-consistently = konsisten
ladder-claimed = konsisten, tanpa bukti
ladder-proven = terbukti
ladder-needs-proof = perlu bukti
ladder-needs-doing = perlu dikerjakan di kantor
ladder-lessons = { $n } pelajaran
ladder-prompts = { $n } soal wawancara
ladder-proofs = { $n } bukti
ladder-reads-none = Belum ada level yang utuh atau sebagian besar tercapai.
ladder-reads-most = Sebagian besar { $most }.
ladder-reads-solid = Level { $solid } utuh.
ladder-reads-both = Level { $solid } utuh, sebagian besar { $most }.
ladder-stand-between = { $n } pernyataan lagi menuju Level { $level }
ladder-changed = dari { $before } ke { $now }
ladder-situation = Situasi
ladder-action = Yang kulakukan
ladder-result = Hasil
ladder-link = Tautan
ladder-plan-lessons = Pelajaran
ladder-plan-prompts = Soal wawancara
ladder-plan-evidence = Bukti yang dikumpulkan

# Paket untuk 1:1.
ladder-part-matrix = Level dan dimensi
ladder-part-proven = Terbukti dalam dua belas bulan terakhir
ladder-part-evidence = Isi bukti
ladder-part-links = Tautan
ladder-part-claimed = Konsisten, belum terbukti
ladder-part-next = Level berikutnya
ladder-part-plan = Pelajaran, soal, dan bukti yang dikumpulkan
ladder-part-talk = Yang mau dibahas
ladder-part-history = Yang berubah setahun terakhir
ladder-packet-title = Jenjang karier, { $date }
ladder-packet-about = Ini penilaianku sendiri atas jenjang ini, bukan nilai rapor. Konsisten: kulakukan tanpa diingatkan. Terbukti: konsisten, dengan bukti dari dua belas bulan terakhir. Satu level utuh kalau semua pernyataannya konsisten, dan sebagian besarnya ada mulai dua pertiga.
ladder-packet-level = Level { $n }: { $consistent } dari { $all } konsisten{ $consistent ->
    [0] { "" }
   *[other] , { $proven } di antaranya terbukti
}
ladder-packet-cell = Level { $n }, { $dimension }
ladder-packet-open = { $n ->
    [0] Semua pernyataan konsisten; yang kurang buktinya.
   *[other] { $n } dari { $all } pernyataan masih terbuka.
}
ladder-packet-first = { $n } pernyataan dinilai untuk pertama kali.
ladder-talk-claimed = { $n } pernyataan konsisten tanpa bukti baru. Apakah kamu melihatnya sama, dan bukti seperti apa yang berlaku?
ladder-talk-open = Pekerjaan mana dalam beberapa minggu ke depan yang bisa menunjukkan ini?
ladder-packet-matrix = Tiap sel: yang konsisten, dari semua pernyataan; "-" kalau belum ada yang dinilai.
ladder-packet-named = Di Level { $n }, { $dimension } disebut { $name }.
ladder-packet-none-proven = Belum ada yang terbukti.
ladder-packet-next = Berikutnya: Level { $n }
ladder-packet-line = Level { $n }, { $dimension }: { $text }

# Baris perintah.
cli-no-ladder = Tidak ada paket yang membawa jenjang karier.
cli-no-statement = Jenjang karier tidak punya pernyataan "{ $name }".
cli-no-rating = "{ $name }" bukan penilaian. Penilaian: not-yet, sometimes, atau consistently, seperti s3.l2.impact.03=sometimes.
cli-no-evidence = Bukti butuh situasi, tindakan, hasil, atau tautan.
cli-ladder-is = Tetap: { $now }.
cli-ladder-was = { $before } -> { $now }.
cli-no-date = "{ $name }" bukan tanggal. Tulis seperti 2026-11-21.
cli-no-part = Paket ini tidak punya bagian "{ $name }". Yang ada: { $parts }.
cli-no-track = Tidak ada track "{ $name }". Yang ada: { $names }.
cli-no-checklist = Tidak ada checklist "{ $name }". Yang ada: { $names }.
cli-no-work = "{ $name }" belum dicentang. Mulai dengan: jenjang checklist { $list } --work NAMA --tick BUTIR
cli-no-item = Checklist ini tidak punya butir "{ $name }". Yang ada: { $names }.
cli-work-name = Pekerjaan perlu nama.
cli-tracks-levels = Level jenjang karier:
cli-tracks-plans = Rencana dan lainnya:
cli-tracks-full = Dua track sudah diikuti: { $names }. Lepas salah satu dulu.
cli-track = { $mark } { $title } ({ $id }): { $held } dari { $all } dikuasai{ $coming ->
    [0] { "" }
   *[other] , { $coming } menyusul
}
cli-track-first = Langkah pertama: { $title }, { $minutes }
cli-track-needs = Prasyarat inti yang dikuasai: { $n }%
cli-track-set = Set wawancara: { $n } soal, { $who }
cli-track-sample = Contoh soal: { $title } ({ $prompt })
cli-track-nobody = tanpa pewawancara tertentu

# Tab-tab Jalur.
tracks-none = Tidak ada paket yang membawa track.
tracks-opening = Pilih paling banyak dua: itu yang memimpin jalur dan menambah topik.
tracks-levels = LEVEL JENJANG KARIER
tracks-plans = RENCANA DAN LAINNYA
tracks-held = { $n } dari { $of } dikuasai
tracks-always = selalu aktif
tracks-core = Roadmap selalu aktif.
tracks-full = Dua track sekaligus: lepas salah satu dulu.
tracks-followed = { $title } sekarang memimpin jalur.
tracks-put-away = { $title } dilepas.
tracks-no-prompts = Belum ada soal wawancara untuk track ini.
tracks-no-lesson = Semua pelajaran track ini sudah dibaca.
tracks-you-hold = Kamu menguasai { $held } dari { $all } topiknya{ $coming ->
    [0] .
   *[other] ; { $coming } menyusul.
}
tracks-you-hold-needs = Kamu menguasai { $held } dari { $all } topiknya dan { $n }% prasyaratnya{ $coming ->
    [0] .
   *[other] ; { $coming } menyusul.
}
tracks-set = Set wawancara: { $n } soal.
tracks-set-who = Set wawancara: { $n } soal, { $who }.
tracks-first = Langkah pertama: { $title } ({ $minutes }).
ladder-no-ladder = Tidak ada paket yang membawa jenjang karier.
ladder-proven-of = { $n } dari { $all } terbukti
ladder-begin = Belum ada yang dinilai: pilih satu sel dan nilai pernyataannya.
ladder-target = Target: Level { $n }
ladder-next-rung = BERIKUTNYA
ladder-all-proven = Semua di Level { $level } sudah terbukti.
ladder-only-proofs = Level { $level } utuh; { $n } pernyataan perlu bukti
ladder-rated-of = { $n } dari { $all } dinilai
ladder-wanted = Yang diakui: { $text }
ladder-evidence = BUKTI
ladder-no-evidence = Belum ada. Bentuk yang membantu: situasi, yang kamu lakukan, hasil, tautan.
ladder-old = lebih dari setahun
ladder-ahead = masih akan datang
ladder-private = tetap di file datamu
ladder-day = HARI
ladder-proof-rule = "Konsisten" dianggap terbukti dengan bukti dari dua belas bulan terakhir.
ladder-no-day = Itu bukan tanggal. Tulis seperti 2026-11-21.
ladder-day-ahead = Hari itu belum tiba. Bukti adalah tentang yang sudah dilakukan.
ladder-proof-saved = Bukti disimpan.
ladder-proof-removed = Bukti dihapus.
ladder-plan-title = Rencana menuju Level { $n }
ladder-leads-today = memimpin Hari ini
ladder-not-in-today = tidak di Hari ini
ladder-aimed = Rencana Level { $n } sekarang memimpin Hari ini.
ladder-not-aimed = Rencana Level { $n } tidak lagi memimpin Hari ini.
ladder-say = Latih: { $title }
ladder-history = Penilaian dan bukti
ladder-no-history = Belum ada yang dinilai.
ladder-proved = Bukti: { $text }
ladder-packet-sheet = Isi paket
path-why-tracks = Track adalah perjalanan lewat topik bersama untuk satu jenis kerja backend. Dua bisa diikuti; pelajarannya didahulukan.
path-why-ladder = Jenjang tidak pernah menjadikanmu satu angka. Sebuah level utuh bila semua pernyataannya dinilai "konsisten", dan sebagian besar tercapai mulai dua pertiga.

# Checklist.
checklist-none = Tidak ada paket yang membawa checklist.
checklist-ticked = { $n } dari { $all } dicentang
checklist-begin = Beri nama satu pekerjaan untuk mencentang daftar ini.
checklist-works = { $n } pekerjaan memakai daftar ini.
checklist-name = Pekerjaan:
checklist-put-away = Diarsipkan: { $work }
checklist-why = Centang disimpan per pekerjaan di file datamu, dan u membatalkannya satu per satu.
