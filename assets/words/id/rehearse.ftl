# Latihan wawancara, tahap demi tahap.

# Halamannya.
rehearse-tab-one = Satu
rehearse-tab-past = Lalu
rehearse-happening-one = Satu pertanyaan wawancara: berpikir, menjawab, pertanyaan lanjutan, lalu kamu menilai sendiri poin demi poin dan melihat contoh jawaban. Semua isian punya nilai bawaan; <k>Enter</k> memulai.
rehearse-happening-past = Semua jawaban yang pernah kamu berikan, yang terbaru di atas. Yang terbaik dari tiap pertanyaan ditandai. Buka untuk membacanya di samping contoh.
rehearse-happening-stories = Satu ceritamu bisa menjawab beberapa pertanyaan tentang pekerjaanmu. Tulis sekali, lalu pilih pertanyaannya.
rehearse-empty = <b>Belum ada pertanyaan wawancara yang terpasang.</b> Paket yang membawanya.
rehearse-none-answered = <b>{ $of } pertanyaan menunggu.</b> Yang pertama sekitar sepuluh menit.
rehearse-answered = <b>{ $n } dari { $of } pertanyaan</b> terjawab, { $weak ->
    [0] tidak ada yang lemah.
   *[other] { $weak } lemah.
}
rehearse-predictions-close = Perkiraanmu tepat.
rehearse-predictions-high = Perkiraanmu { $by } poin terlalu tinggi.
rehearse-predictions-low = Perkiraanmu { $by } poin terlalu rendah.
rehearse-go-on = Lanjutkan
rehearse-left = menunggu jawabanmu
rehearse-left-answered = menunggu nilaimu
rehearse-interviewer = Pewawancara
rehearse-interviewers = PEWAWANCARA
rehearse-anyone = siapa saja
rehearse-now = sekarang { $name }
rehearse-question = Pertanyaan
rehearse-last = terakhir { $n } dari { $of }
rehearse-not-asked = belum ditanyakan
rehearse-level = Level
rehearse-level-n = level { $n }
rehearse-level-own = sesuai pertanyaannya
rehearse-answer-by = Jawab dengan
rehearse-typing = mengetik
rehearse-typing-more = nilai disarankan dari kata-katamu
rehearse-speaking = berbicara
rehearse-speaking-more = lalu kata kunci; tidak direkam
rehearse-clock = Waktu
rehearse-real = ketat
rehearse-real-more = { $time }, lalu selesai
rehearse-relaxed = longgar
rehearse-relaxed-more = { $time }, lalu terus menghitung
rehearse-no-clock = tanpa
rehearse-no-clock-more = ditandai tanpa batas waktu
rehearse-extra = Waktu ekstra
rehearse-extra-none = tidak ada
rehearse-extra-half = satu setengah kali
rehearse-extra-double = dua kali lipat
rehearse-follow-ups = Lanjutan
rehearse-follow-ups-n = { $n ->
    [0] tidak ada
   *[other] paling banyak { $n }
}
rehearse-language = Bahasa
rehearse-english = Inggris
rehearse-english-more = boleh bahasa Indonesia
rehearse-indonesian = Indonesia
rehearse-indonesian-more = boleh bahasa Inggris
rehearse-your-answers = JAWABANMU, TERLEMAH DULU
rehearse-last-label = terakhir
rehearse-tries = dicoba
rehearse-next = berikutnya
rehearse-met = { $n } dari { $of }

# Jawaban lalu.
rehearse-past-answers = { $n } JAWABAN LALU
rehearse-no-answers = <b>Belum ada jawaban.</b> Tiap jawaban yang kamu nilai disimpan di sini, yang terbaik dari tiap pertanyaan ditandai. <k>s</k> menampilkan ceritamu.
rehearse-stories-n = { $n ->
    [0] cerita
   *[other] { $n } cerita
}
rehearse-try = percobaan
rehearse-points = poin
rehearse-when = kapan
rehearse-best = terbaik
rehearse-attempt = percobaan ke-{ $n }
rehearse-spoken = lisan
rehearse-untimed = tanpa batas waktu
rehearse-marked-by-other = dinilai orang lain
rehearse-marks = NILAI
rehearse-not-installed = pertanyaannya tidak terpasang lagi
rehearse-stories-opening = <b>Satu cerita, banyak pertanyaan.</b> Lima atau enam cerita yang baik menjawab hampir semua pertanyaan tentang pekerjaanmu.
rehearse-your-stories = { $n } CERITA
rehearse-answers-n = { $n ->
    [0] belum ada pertanyaan
   *[other] menjawab { $n } pertanyaan
}
rehearse-your-story = CERITAMU
rehearse-story-first-line = baris pertama jadi judulnya
rehearse-story-saved = cerita disimpan: { $title }
rehearse-story-removed = cerita dihapus: { $title }; u mengembalikannya
rehearse-story-restored = teksmu yang belum disimpan sudah kembali
rehearse-story-no-questions = tidak ada pertanyaan terpasang yang meminta cerita
rehearse-story-answers = Menjawab

# Nilai.
mark-missed = terlewat
mark-partly = sebagian
mark-met = terpenuhi
interview-was = tadinya { $mark }

# Sinyal.
signal-requirements = Kebutuhan
signal-design = Desain
signal-scale = Skala
signal-failure = Kegagalan
signal-communication = Komunikasi
signal-situation = Situasi
signal-task = Tugas
signal-action = Tindakan
signal-result = Hasil
signal-reflection = Refleksi

# Kata sendiri di samping contoh.
interview-yours = JAWABANMU
interview-model = CONTOH
interview-words = { $n } kata
interview-words-time = { $n } kata, { $time }
interview-nothing = (tidak ada)
interview-red-flags = TANDA BAHAYA
interview-signals = SINYAL
