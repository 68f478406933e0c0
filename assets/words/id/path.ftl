# Jalur: peta, keterangan topik, lembar di atasnya.

# Baris pertama.
path-held-of = <b>{ $title }</b>   { $held } dari { $all } topik dikuasai
path-held-small = <b>{ $title }</b>   { $held }/{ $all }
path-here = { $n } tersedia, { $coming } menyusul
path-weakest-first = terlemah dulu
path-shortest-first = terpendek dulu
path-gap-first = untuk Level { $n } dulu
path-filtered = sebagian disembunyikan
path-empty = Belum ada yang bisa dipelajari.
path-all-hidden = Semuanya disembunyikan: f menampilkannya lagi.

# Peta.
path-coming = menyusul
path-coming-more = { $n } lagi
path-coming-count = { $n } topik menyusul
path-still-to-come = Topik ini belum ditulis. Namanya sudah ada supaya kamu melihat seluruh jalur.
path-fading-share = memudar { $n }%
path-held = dikuasai
path-learning = dipelajari
path-ready = siap
path-later = lebih baik nanti
path-fading = memudar
path-find = Cari

# Keterangan topik.
path-meta = pelajaran { $minutes }, { $n } soal{ $prompts ->
    [0] { "" }
   *[other] , { $prompts } soal wawancara
}
path-needs = Butuh
path-opens = Membuka
path-nothing = tidak ada
path-you = Kamu
path-you-stand = { $read }% dibaca, { $n } dari { $of }
path-you-stand-small = { $read }% dibaca, { $n }/{ $of }
path-cell = L{ $n } { $dimension }
path-ladder = Jenjang
path-tracks = Track
path-prompts = SOAL WAWANCARA
path-best = terbaik
path-not-tried = belum dicoba
path-weakest = Terlemah
path-read = Dibaca
path-held-share = Dikuasai
path-of = { $n } dari { $of }
path-not-begun = belum dimulai
path-known = ditandai sudah tahu

# Lembar tentang apa yang ditampilkan.
path-filter-title = Yang ditampilkan di peta
path-filter-done = selesai
path-only = Hanya { $title }
path-level = Level { $n }

# Lembar sebelum topik yang lebih baik nanti.
path-gate-intro = { $n ->
    [1] Biasanya lebih mudah setelah yang ini:
    [2] Biasanya lebih mudah setelah dua ini:
   *[other] Biasanya lebih mudah setelah { $n } ini:
}
path-gate-held = { $held } dari { $n } soal dikuasai
path-gate-fading = memudar, peluang ingat { $n }%
path-gate-test = { $n ->
    [1] Uji diri di topik itu
    [2] Uji diri di keduanya
   *[other] Uji diri di { $n } topik itu
}
path-gate-questions = { $n } soal, sekitar { $minutes }
path-gate-first = Ke { $title }
path-gate-open = Buka saja
path-gate-free = tidak ada yang dikunci
path-gate-why = Kenapa saran ini: penulisnya berpijak pada { $n ->
    [1] topik ini
   *[other] { $n } topik ini
}, dan di sana { $held } dari { $all } soal sudah dikuasai.
path-gate-teaches = { $title } mengajarkan: { $sections }
path-gate-show = lihat isinya
path-gate-hide = ringkas lagi

# Toast dan bantuan.
path-marked = Ditandai sudah tahu: { $title }; u membatalkannya
path-unmarked = Tidak lagi ditandai sudah tahu: { $title }
path-no-questions = Topik ini tidak punya soal untuk diuji
path-find-first = Belum ada yang dicari: / mencari
path-nothing-here = Tidak ada "{ $text }" di sini
path-why = Baris dibaca dari kiri ke kanan sesuai urutan belajar; garis menghubungkan yang dibutuhkan sebuah topik dengan topik itu. Tidak ada yang dikunci. Siap berarti yang dibutuhkan sudah dikuasai atau sedang dipelajari.
path-why-held = Dikuasai: empat perlima soalnya diingat setelah seminggu atau lebih, dan tidak ada yang lama memudar.
path-why-fading = Memudar: tadinya dikuasai, dan peluang mengingatnya turun di bawah targetmu. Ulasan mengembalikannya; t mengujinya sekarang.
path-why-later = Lebih baik nanti: ada pijakan penulisnya yang belum dikuasai dan belum dipelajari. Ini saran, bukan kunci: Enter menunjukkan alasannya dan tetap bisa membukanya.
path-tab-map = Peta
path-tab-tracks = Track
path-tab-ladder = Jenjang
path-track = Track: { $title }
