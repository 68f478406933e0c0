# Ulasan: pertanyaan, umpan balik, ringkasan, dan lembar di atasnya.

review-title = Ulasan
review-title-questions = Pertanyaan
review-title-ahead = Lebih awal
review-title-test-out = Uji diri
review-title-practice = Latihan
review-finished = Ulasan selesai
review-position = { $n } dari { $all }
review-about-left = sekitar { $time } lagi
review-paused = dijeda
review-more = lanjut

# Saat pertanyaan ditampilkan.
review-hint = Petunjuk.
review-guess-on = <b>Tebakan.</b> Walau benar, tetap dihitung belum tahu.
review-no-guess = bukan tebakan
review-near = "{ $word }" kata yang sah, tetapi bukan yang dimaksud di sini. Coba lagi.
review-ask-all = pilih semua yang sesuai
review-multi-chosen = { $n } dipilih. Jumlah jawaban benar sengaja tidak ditampilkan.
review-tip-guess = Ragu? Tekan <k>g</k> dulu: tebakan mujur tidak dihitung sebagai tahu.
review-true = benar
review-false = salah
review-because = karena ...
review-ask-verdict = benar atau salah?
review-ask-reason = lalu kenapa?
review-your-verdict = putusanmu
review-tip-reason = Alasan ikut ditanya, jadi lempar koin hanya bernilai 1 banding { $n }.
review-your-answer = JAWABANMU
review-commands = PERINTAH
review-tip-drill = Satu kalimat cukup. Daftar kata mencari poinnya; nilaimu sendiri di layar berikutnya lebih menentukan.
review-tip-typed = Huruf besar, spasi, dan satu salah ketik di kata panjang dimaafkan. Kalau mesin keliru, tekan <k>r</k> di layar berikutnya.
review-gap = Isian { $n } dari { $all }
review-words = PILIHAN KATA
review-tip-bank = <k>Esc</k> lalu <k>w</k> menampilkan pilihan kata; nilainya lalu paling tinggi sulit.
review-carrying = dibawa: j/k memindahkan, Spasi menaruh
review-carrying-small = dibawa
review-tip-order = Cara cepat: ketik nomor sesuai urutanmu, misalnya { $example }
review-order-so-far = Urutanmu sejauh ini: <b>{ $order }</b>
review-tip-match = Tekan huruf untuk baris yang ditandai; penanda pindah sendiri.{ $n ->
    [0] { "" }
    [1] { " " }Satu huruf tidak terpakai.
   *[other] { " " }{ $n } huruf tidak terpakai.
}
review-match-row = baris { $n } dari { $all }: pilih hurufnya
review-match-so-far = Sejauh ini: <b>{ $letters }</b>
review-chosen = dipilih
review-tip-line = Pindah ke barisnya lalu tekan <k>Enter</k>.
review-scene-step = langkah { $n } dari paling banyak { $most }
review-so-far = SEJAUH INI
review-you-chose = Kamu memilih:
review-cost = Biayanya:
review-tip-scenario = Yang dihitung pilihan pertamamu di tiap langkah. Mundur hanya untuk melihat-lihat.

# Hasil dari jawaban.
review-right = Benar.
review-partly = Sebagian.
review-not-yet = Belum.
review-not-known = Belum tahu.
review-verdict-chose = Kamu memilih { $chosen }, jawabannya { $right }.
review-verdict-answer = Jawabannya { $right }.
review-verdict-multi = Kamu menemukan { $found } dari { $all }.
review-verdict-multi-extra = Kamu menemukan { $found } dari { $all }, dan memilih { $extra } yang tidak termasuk.
review-verdict-true = Itu <b>benar</b>, karena { $reason }.
review-verdict-false = Itu <b>salah</b>, karena { $reason }.
review-verdict-true-other-reason = Memang benar, tetapi alasannya { $reason }.
review-verdict-false-other-reason = Memang salah, tetapi alasannya { $reason }.
review-verdict-parts = { $right } dari { $all } benar.
review-verdict-near = Tetangga dari kata yang dimaksud.
review-verdict-order = { $right } dari { $all } berada di tempatnya.
review-verdict-line = Kamu memilih baris { $chosen }, jawabannya baris { $right }.
review-verdict-line-answer = Jawabannya baris { $right }.
review-typo-forgiven = Satu salah ketik dimaafkan.
review-guess = tebakan
review-guess-right = Ini tebakan, jadi dihitung belum tahu.
review-hint-used = Dengan bantuan, jadi nilainya paling tinggi sulit.
review-your-choice = Pilihanmu.
review-your-choice-small = pilihanmu:
review-not-chosen = Benar, tetapi tidak dipilih.
review-not-chosen-small = benar, tetapi tidak dipilih:
review-others = <k>w</k> menampilkan { $n } pilihan lain
review-others-near = <k>w</k> menampilkan { $n } kata yang mirip, dan kenapa bukan itu
review-you-wrote = Tulisanmu
review-answer = Jawaban
review-also-right = Juga benar
review-near-others = Mirip, tetapi bukan itu:
review-your-sentence = Kalimatmu
review-drill-point = Poin
review-drill-met = Terpenuhi
review-drill-partly = Sebagian
review-drill-model = Contoh
review-drill-found = Kata-kata poin ini ada.
review-drill-not-found = Kata-kata poin ini tidak ditemukan.
review-drill-own-grade = Pemeriksanya daftar kata dan bisa keliru: nilaimu sendiri yang dipakai.
review-count-offer = Maksudmu sama? <k>r</k> menghitungnya benar, dan ejaanmu diterima mulai sekarang.
review-gap-wrote = Kamu menulis "{ $typed }".
review-gap-typo = Kamu menulis "{ $typed }": satu salah ketik dimaafkan.
review-order-had = Di sini kamu taruh "{ $step }".
review-order-yours = Urutanmu tadi { $order }
review-match-had = Kamu memilih "{ $text }".
review-match-extra = { $n ->
    [1] Yang ini tidak punya pasangan:
   *[other] Yang tidak punya pasangan:
}
review-scene = Langkah { $n }.
review-leech = Sudah { $n } kali terlupa. Pelajarannya mungkin lebih membantu daripada mengulang lagi: <k>o</k> membukanya.
review-seen-in = Ada di
review-source = Sumber
review-note = Catatan
review-your-note = CATATANMU
review-edit-note = ubah
review-open-there = buka di sana
review-open-small = buka
review-copy = salin
review-copy-link = salin tautan
review-lesson = PELAJARAN
review-flagged = ditandai

# Yang disimpan.
review-saved = Disimpan sebagai <b>{ $grade }</b>. { $back }
review-not-saved = <warn>Belum tersimpan</warn>: <b>{ $grade }</b>. { $back }
review-saved-small = Disimpan: <b>{ $grade }</b>. { $back }
review-saved-step-small = Disimpan: <b>{ $grade }</b>. Muncul 10 menit lagi, lalu besok.
review-saved-synonym = Dihitung benar, kata lain untuk hal sama. Disimpan sebagai <b>{ $grade }</b>. { $back }
review-saved-typo = Dihitung benar, salah ketik. Disimpan sebagai <b>{ $grade }</b>. { $back }
review-saved-bad-question = Dihitung benar, pertanyaannya buruk. Disimpan sebagai <b>{ $grade }</b>. { $back }
review-back-step = Muncul 10 menit lagi, kemudian besok.
# $when adalah "besok" atau "6 hari lagi".
review-back-day = Muncul { $when }.
review-back-practice = Latihan: jadwalnya tetap seperti semula.
review-change-grade = ubah nilainya
review-taken-back = Ditarik kembali. <k>Enter</k> menyimpannya seperti semula, <k>1-4</k> dengan nilai lain, <k>u</k> menjawab ulang.
review-taken-back-small = ditarik kembali
review-as-it-was = seperti semula
review-anew = jawab ulang
review-note-restored = Catatanmu yang belum selesai ada di sini lagi
review-note-saved = catatan disimpan
review-note-removed = catatan dihapus
review-unsaved = { $n } jawaban menunggu disk: { $message }

# Ringkasan.
review-items-time = { $n } pertanyaan, { $time }
review-recalled = <b>Kamu mengingat { $right } dari { $all }.</b>
review-held-longer = Makin awet
review-back-soon = Segera kembali
review-guessed-right = Tebakan benar
review-not-known-yet = dihitung belum tahu
review-days-to = { $from } jadi { $to } hari
review-confidence = KEYAKINAN
review-sure = yakin { $sure } kali, { $right } benar
review-calibrated = yakin pada tempatnya
review-more-sure-than-right = lebih sering yakin daripada benar
review-one-thing = SATU HAL
review-one-miss = Yang meleset tentang "{ $section }".
review-both-misses = Dua yang meleset tentang "{ $section }".
review-all-misses = Semua { $all } yang meleset tentang "{ $section }".
review-some-misses = { $here } dari { $all } yang meleset tentang "{ $section }".
review-read-section = Baca lagi bagian itu
review-practise = { $n } pertanyaan lain tentang ini
review-again = ULANGI
review-ask-steps = { $n } muncul lagi beberapa menit lagi: tanyakan sekarang
review-next = BERIKUTNYA
review-next-lesson = Pelajaran: { $title }
review-next-answer = Latihan menjawab: { $title }
review-next-questions = Pertanyaan: { $title }
review-back-to-today = Kembali ke Hari ini
review-back-to-path = Kembali ke topiknya
review-left = SISA
review-left-items = { $n } pertanyaan tetap di tempatnya, sekitar { $minutes }
review-answers = JAWABAN
review-do-ask = tanya sekarang
review-do-read = baca
review-do-practise = latihan
review-empty-due = <b>Tidak ada yang jatuh tempo.</b> Yang kamu tahu masih awet; langkah berikutnya ada di Hari ini.
review-empty = <b>Tidak ada yang bisa ditanyakan di sini.</b> Topik ini sedang tidak punya pertanyaan seperti itu.

# Lembar.
review-pause-title = Dijeda
review-pause-continue = Lanjutkan
review-pause-finish = Selesaikan sekarang dan lihat ringkasan
review-pause-leave-alone = Tinggalkan
review-pause-leave = Tinggalkan, kembali nanti
review-pause-shorten = Persingkat jadi 5 menit lagi
review-pause-undo = Batalkan jawaban terakhir
review-pause-saved = { $saved } jawaban tersimpan, { $ahead } pertanyaan tetap di tempatnya.
review-pause-saved-alone = { $saved } jawaban tersimpan. Masih ada { $ahead } pertanyaan; keluar berarti sesi ini selesai.
review-pause-waiting = { $n } jawaban menunggu disk; yang lain sudah tersimpan.
review-again-quits = lagi untuk keluar
review-flag-title = Apa yang salah dengan ini?
review-flag-kept = ditandai: { $reason }
review-count-title = Kenapa jawabanmu benar?

# Kenapa pertanyaan ini muncul sekarang, untuk bantuan.
review-why-practice = Kamu meminta latihan. Jawaban disimpan di log, dan jadwalnya tetap seperti semula.
review-why-ahead = Kamu mengerjakan lebih awal dari jadwal, yang tetap seperti semula.
review-why-test-out = Contoh dari topik yang ingin kamu lewati. Yang sudah kamu tahu di sini tidak perlu dibaca.
review-why-new = Ini baru buatmu: belum pernah kamu jawab.
review-why-changed = Jawaban pertanyaan ini berubah sejak kamu menjawabnya, jadi ditanyakan sebagai yang baru.
review-why-step = Baru saja kamu belum mengingatnya. Percobaan kedua di hari yang sama membuatnya lebih awet.
review-why-due-today = Jatuh temponya hari ini.
review-why-due-since = Sudah jatuh tempo { $days }.
review-why-chance = Terakhir kamu jawab { $last }, dan peluang kamu masih mengingatnya turun ke { $chance }; targetmu { $aim }%.
review-why-budget = Waktu yang kamu tetapkan untuk hari ini habis, jadi sesi berhenti di antara dua pertanyaan. Tidak ada yang hilang.
