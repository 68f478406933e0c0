# Latihan wawancara, tahap demi tahap.

# Halamannya.
rehearse-tab-one = Satu
rehearse-tab-past = Lalu
rehearse-happening-one = Satu pertanyaan wawancara: berpikir, menjawab, pertanyaan lanjutan, lalu kamu menilai sendiri poin demi poin dan melihat contoh jawaban. Semua isian punya nilai bawaan; Enter memulai.
rehearse-happening-past = Semua jawaban yang pernah kamu berikan, yang terbaru di atas. Yang terbaik dari tiap pertanyaan ditandai. Buka untuk membacanya di samping contoh.
rehearse-happening-stories = Satu ceritamu bisa menjawab beberapa pertanyaan tentang pekerjaanmu. Tulis sekali, lalu pilih pertanyaannya.
rehearse-empty = <b>Belum ada pertanyaan wawancara yang terpasang.</b> Paket yang membawanya.
rehearse-none-answered = <b>{ $of } pertanyaan menunggu.</b> Yang pertama sekitar sepuluh menit.
rehearse-answered = <b>{ $n } dari { $of } pertanyaan</b> terjawab, { $due ->
    [0] tidak ada yang perlu diulang.
   *[other] { $due } perlu diulang.
}
rehearse-predictions-close = Perkiraanmu tepat.
rehearse-predictions-high = Perkiraanmu { $by } poin terlalu tinggi.
rehearse-predictions-low = Perkiraanmu { $by } poin terlalu rendah.
rehearse-go-on = Lanjutkan
rehearse-left = menunggu jawabanmu
rehearse-left-mock = di tengah simulasi
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
rehearse-level-target = yang sedang kamu tuju
rehearse-level-other = pertanyaannya level { $n }
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
rehearse-marked-by = dinilai { $name }
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

interview-was = tadinya { $mark }

# Kata sendiri di samping contoh.
interview-yours = JAWABANMU
interview-model = CONTOH
interview-words = { $n } kata
interview-words-time = { $n } kata, { $time }
interview-made-unseen = (tidak terlihat oleh daftar kata)
interview-nothing = (tidak ada)
interview-red-flags = TANDA BAHAYA
interview-signals = SINYAL

# Wawancara: berpikir dan menjawab.
interview-title = Wawancara
interview-missing = <b>Pertanyaan ini sudah tidak ada.</b> Paket yang membawanya diubah atau dihapus.
interview-think-left = berpikir  sisa <b>{ $time }</b>
interview-time-of = <b>{ $time }</b> dari { $all }
interview-notes-label = CATATAN
interview-notes-note = tidak dinilai, tetap tampil di samping jawaban
interview-notes-note-small = tidak dinilai
interview-notes = Catatan
interview-stories = Ceritamu
interview-clarify-tip = Kamu boleh bertanya balik satu kali sebelum mulai.
interview-think-tip = Rencana beberapa kata sudah cukup.
interview-clarify-title = Tanya balik satu kali
interview-commands-think = perintah: tanya balik, jam, jeda
interview-commands-answer = perintah: jam, jeda
interview-saved = tersimpan
interview-saved-ago = tersimpan { $ago }
interview-key-words = KATA KUNCI, SATU PER BARIS
interview-speak-now = <b>Ucapkan jawabanmu.</b> Tidak ada yang direkam. <k>Space</k> berhenti; lalu catat kata kuncimu, satu per baris.
interview-follow-up = lanjutan { $n }
interview-follow-up-of = lanjutan { $n } dari { $of }
interview-why = Kenapa ini: poin { $n } dari { $of } tidak ditemukan di jawabanmu; bunyinya tampil saat kamu menilai. Pemeriksanya hanya daftar kata dari penulis dan bisa keliru.
interview-why-other = <k>Esc n</k> mengambil lanjutan yang lain.

# Perkiraan.
interview-predict-title = Perkirakan
interview-predict = <b>Berapa dari { $n } poin yang terjawab?</b> Sebutkan sebelum melihatnya.
interview-predict-why = Tebakanmu dibandingkan dengan nilaimu sendiri. Yang tahu seberapa baik jawabannya tahu apa yang perlu dilatih.

# Menilai.
interview-practice-title = Latihan menilai
interview-practice-top = <b>Nilai jawaban orang lain ini.</b> Nilai sebenarnya muncul setelahnya.
interview-practice-agreed = <b>{ $n } dari { $of } nilai cocok.</b> Yang tidak cocok diberi nilai sebenarnya di sampingnya.
interview-sample-of = contoh { $n } dari { $of }
interview-true-mark = seharusnya { $mark }
interview-practised = <b>{ $n } dari { $of } nilai cocok dengan yang sebenarnya.</b> Jawabanmu sendiri dinilai dengan cara yang sama.
interview-grade-title = Nilai jawabanmu
interview-grade-top = <b>Apakah ada di kata-katamu?</b> Jawaban contoh muncul setelah ini.
interview-grade-tip = Tanda ? berarti saran. Tidak ada yang disimpan sebelum kamu menekan tombol.
interview-grade-tip-spoken = Kamu menjawab lisan, jadi tidak ada saran. Nilai ucapanmu, bukan hanya kata kuncinya.
interview-point = poin
interview-point-of = poin { $n } dari { $of }
interview-said-now = perkiraan { $n }, sekarang
interview-suggested = saran
interview-missed-means = tidak ada sama sekali
interview-from-follow-up = dari lanjutan { $n }
interview-your-words = KATA-KATAMU
interview-your-key-words = KATA KUNCIMU
interview-not-found = TIDAK DITEMUKAN DAFTAR KATA. JAWABANMU:
interview-other-places = tempat lain
interview-flags-title = Tanda bahaya
interview-flags-top = <b>Apakah ini terucap?</b> Pewawancara akan khawatir. Kata bisa menyesatkan: kamu yang memutuskan.
interview-flag-true = benar
interview-flag-false = tidak
interview-flag-label = BAHAYA
interview-signals-title = Sinyal
interview-signals-top = <b>Apa yang ditunjukkan jawabanmu?</b> Satu tombol untuk tiap baris.
interview-signal-0 = tidak tampak
interview-signal-1 = sedikit
interview-signal-2 = baik
interview-signal-3 = penuh

# Di samping contoh.
interview-compare-title = Bandingkan
interview-counts = { $met } terpenuhi, { $partly } sebagian, { $missed } terlewat
interview-more-above = kembali
interview-whole = teks utuh
interview-by-points = poin demi poin
interview-whole-text = TEKS UTUH
interview-no-sentence = (tidak dalam satu kalimat)
interview-question = PERTANYAAN
interview-seen-now = <b>Ada nilai yang mau diubah?</b> Poin { $n }: { $point }

# Pembahasan.
interview-debrief-title = Pembahasan
interview-attempt-of = percobaan ke-{ $n } untuk pertanyaan ini
interview-points = { $n } dari { $of } poin
interview-first-try = percobaan pertamamu
interview-try-n = ke-{ $n }
interview-row-points = Poin
interview-row-words = Kata
interview-row-time = Waktu
interview-row-said = Perkiraan
interview-target-words = target { $from }-{ $to }
interview-target-time = target { $time }
interview-off-by = selisih { $n }
interview-keep-label = TERUSKAN
interview-fix-label = BENAHI
interview-next-label = NANTI
interview-keep = "{ $point }" ada lagi.
interview-keep-first = "{ $point }" sudah ada.
interview-keep-new = "{ $point }" sekarang ada.
interview-fix = <b>{ $point }</b>: { $met }
interview-do-drill = Latih kalimat itu sekarang
interview-returns = Jawaban ini kembali <b>{ $day }</b>.
interview-joins = "{ $point }" masuk ulasanmu sebagai satu pertanyaan singkat.
interview-join = { $n } poin masuk ulasanmu sebagai pertanyaan singkat.
interview-kept = Jawaban ini disimpan di buku jawabanmu.
interview-best = Percobaan ke-{ $n } yang terbaik sejauh ini dan disimpan di buku jawabanmu.
interview-kept-beside = Percobaan ke-{ $n } disimpan di buku jawabanmu, di samping yang terbaik.
interview-sounds-like = SEPERTI INI BUNYI LEVEL { $n }

# Jeda.
interview-pause-finish = Berhenti di sini dan nilai yang ada
interview-pause-undo = Batalkan langkah terakhir
interview-pause-discard = Buang jawaban ini
interview-pause-clock = Jam berhenti, dan teksmu tersimpan.
interview-pause-saved = Semua sejauh ini tersimpan.

# Apa yang terjadi.
interview-happening-think = Waktu untuk berpikir. Catatanmu tetap tampil di samping jawaban dan tidak dinilai. Kamu boleh bertanya balik satu kali, seperti di wawancara sungguhan.
interview-happening-answer = Jawab seperti kamu mengucapkannya. Teksmu disimpan setiap dua detik. Kalau waktunya ketat, habisnya waktu mengakhiri jawaban.
interview-happening-speak = Bicaralah; tidak ada yang direkam. Setelah itu kamu mencatat kata kunci dan menilai diri sendiri.
interview-happening-follow-up = Pertanyaan lanjutan meminta poin terberat yang tidak ditemukan di jawabanmu, dan yang belum ditanyakan di dua percobaan terakhir.
interview-happening-practice = Sebelum jawaban pertamamu dari suatu jenis, kamu menilai dua contoh yang nilai sebenarnya sudah diketahui, supaya nilaimu sendiri berarti.
interview-happening-grade = Kamu menilai kata-katamu sendiri poin demi poin, sebelum jawaban contoh mengubah pikiranmu. Program hanya memberi saran.
interview-happening-compare = Kalimatmu berdampingan dengan kalimat contoh. Nilai masih bisa diubah; keduanya disimpan.
interview-happening-debrief = Percobaan berdampingan, satu hal untuk diteruskan, satu untuk dibenahi. Poin yang terlewat kembali di ulasanmu sebagai pertanyaan satu kalimat.
rehearse-yours-first = { $n ->
   *[other] soal track-mu lebih dulu
}
rehearse-set = Soal dari
rehearse-all-questions = semua topik
rehearse-questions-n = { $n } soal
