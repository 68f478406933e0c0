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
ladder-plan-coming = Pelajaran yang menyusul
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
ladder-part-history = Yang berubah setahun terakhir
ladder-packet-title = Jenjang karier, { $date }
ladder-packet-counts = { $all } pernyataan: { $rated } dinilai, { $consistent } konsisten, { $proven } di antaranya terbukti.
ladder-packet-matrix = Tiap sel: yang dinilai "konsisten", dari semua pernyataan.
ladder-packet-named = Di Level { $n }, { $dimension } disebut { $name }.
ladder-packet-none-proven = Belum ada yang terbukti.
ladder-packet-next = Berikutnya: Level { $n }
ladder-packet-line = Level { $n }, { $dimension }: { $text }

# Baris perintah.
cli-no-ladder = Tidak ada paket yang membawa jenjang karier.
cli-no-part = Paket ini tidak punya bagian "{ $name }". Yang ada: { $parts }.
cli-no-track = Tidak ada track "{ $name }". Yang ada: { $names }.
cli-no-checklist = Tidak ada checklist "{ $name }". Yang ada: { $names }.
cli-no-work = "{ $name }" belum dicentang. Mulai dengan: jenjang checklist { $list } --work NAMA --tick BUTIR
cli-no-item = Checklist ini tidak punya butir "{ $name }". Yang ada: { $names }.
cli-work-name = Pekerjaan perlu nama.
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
