# Hari ini: rencana, yang belum selesai, minggu ini.

# Kalimat dengan jawaban layar ini.
today-due = <b>{ $n } soal jatuh tempo hari ini</b>{ $lessons ->
    [0] {""}
    [1] , dan satu pelajaran
   *[other] , dan { $lessons } pelajaran
}
today-to-answer = <b>{ $n } soal untuk dijawab hari ini</b>{ $lessons ->
    [0] {""}
    [1] , dan satu pelajaran
   *[other] , dan { $lessons } pelajaran
}
today-only-answer = <b>Tidak ada yang jatuh tempo</b>, berikutnya satu jawaban wawancara
today-only-lesson = <b>Tidak ada yang jatuh tempo</b>, berikutnya satu pelajaran
today-welcome = Selamat datang. <b>Pelajaran pertamamu { $minutes }</b>
today-away = Selamat datang lagi. <b>{ $n } hari jeda</b>; hari ini <b>{ $minutes }</b>
today-reading = Membaca materi yang ada
today-done = <b>Selesai untuk hari ini</b>
today-nothing = <b>Tidak ada yang jatuh tempo hari ini</b>
today-empty = <b>Belum ada yang bisa dipelajari</b>
today-so-far = <good>✓</good> { $n } terjawab, { $minutes }
today-a-day = { $minutes } per hari
today-only = { $minutes } hanya hari ini

# Pemberitahuan.
today-read-only = { $who ->
    [folder] Folder data tidak bisa ditulisi; jendela ini hanya melihat
   *[window] jenjang lain (proses { $pid }) sedang menulis; jendela ini hanya melihat
}
today-unsaved = { $n } jawaban menunggu disimpan, dan terus dicoba: { $why }
today-trouble = { $n ->
    [1] Pack { $pack } tidak dimuat
   *[other] { $n } pack tidak dimuat
}: { $errors } masalah
today-trouble-show = lihat

# Baris.
today-label = HARI INI
today-row-review = Ulas { $n } soal
today-row-catch-up = Mengejar, hari { $day } dari { $days }: { $n } soal
today-row-resume = Lanjutkan ulasan: { $n } soal
today-row-answered = { $n } terjawab
today-row-lesson = Pelajaran: { $title }
# Di samping pelajaran dari rencana celah tangga karier.
today-for-level = untuk Level { $n }
today-row-questions = Soal: { $title }
today-questions = { $n } soal
today-items = { $n } soal
today-row-answer = Latih satu jawaban lemah
today-row-ask = Latih satu pertanyaan wawancara
today-row-next = Lihat ke depan: pelajaran berikutnya
today-row-weak = Latih titik lemah
today-row-next-small = Pelajaran berikutnya: { $title }
today-row-weak-small = Titik lemah: { $title }
today-row-ahead = Jawab lebih awal
today-row-ahead-second = yang jatuh tempo berikutnya

# Kolom menit untuk hari ini.
today-minutes-ask = Menit hanya untuk hari ini
today-minutes-note = 0 berarti sampai selesai

# Selesai untuk hari ini.
today-done-answers = { $n } jawaban
today-done-lessons = { $n } pelajaran
today-done-rehearsals = { $n } latihan menjawab
today-done-recalled = Kamu ingat <b>{ $right } dari { $n }</b>.{ $missed ->
    [0] {""}
   *[other] {" "}{ $missed } lainnya muncul lagi besok.
}
today-step = { $n } soal kembali { $when }{ $n ->
    [1] {""}
   *[other] , atau sesudahnya
}
today-tomorrow-label = BESOK
today-tomorrow = sekitar { $minutes }: { $n } soal
today-tomorrow-lesson = , pelajaran "{ $title }"
today-mood = MASIH INGIN LANJUT?
today-mood-note = jadwal tetap seperti semula
today-close = Atau tutup terminal: semuanya sudah tersimpan.
today-empty-why = jenjang membaca pelajaran dan soal dari content pack; tidak ada yang bisa dipakai.
today-empty-how = Pack buatanmu: jenjang pack check FOLDER memberi tahu yang kurang.

# Di sekitar rencana.
today-left-off = LANJUTKAN YANG TADI
today-left-answer = Satu pertanyaan wawancara
today-left-mock = Simulasi wawancara: lanjut pertanyaan { $n } dari { $of }
today-left-answer-begun = Wawancara: { $title }
today-left-answer-who = { $who }, level { $level }
today-left-answer-level = level { $level }
today-left-off-small = Lanjutkan: { $title }
today-week = MINGGU INI
today-week-small = MINGGU
today-study-days = <b>{ $n }</b> hari belajar
today-aim = targetmu { $n }
today-aim-reached = target { $n } tercapai
today-aim-small = target { $n }
today-fading = MEMUDAR
today-later-label = NANTI
today-later = { $n } soal lagi, dibagi ke { $days } hari berikutnya
today-later-small = { $n } soal dalam { $days } hari
today-later-tomorrow = { $n } soal besok, sekitar { $minutes }
today-show-plan = lihat rencana

# Rencana minggu ini.
today-week-title = Rencana minggu ini
today-week-spread = { $n } soal menunggu, dibagi ke { $days } hari.
today-week-even = Tidak ada yang menunggu di luar jatah tiap hari.
today-pane = 7 HARI KE DEPAN

# Toast dan bantuan.
today-nothing-due = Tidak ada yang jatuh tempo sekarang
today-no-lesson = Tidak ada pelajaran yang terbuka; semuanya ada di Jalur
today-happening = Ulasan dulu, lalu paling banyak satu topik baru, sesuai menitmu. Menit dihitung dari kecepatanmu sendiri untuk tiap jenis soal. Yang tidak muat dibagi ke hari-hari berikutnya. Setelah kamu mulai berlatih, tiap dua hari ada satu jawaban wawancara, yang terlemah. Enter memulai baris yang ditandai; tiap jawaban disimpan saat kamu memberikannya.
today-left-day = Hari kerja: { $title }
today-left-day-at = lanjut dari { $time }
today-left-day-end = tinggal stand-up
