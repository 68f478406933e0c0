# Cari dan perintah: satu kotak untuk semuanya.
palette-title = Cari dan perintah
palette-count = { $n } dari { $all }
palette-move = geser
palette-press = Tekan { $key } di sana
# Apa baris itu: paling banyak delapan huruf.
palette-term = istilah
palette-lesson = materi
palette-do = aksi
palette-item = soal
palette-ask = tanya
palette-note = catatan
# Tanda > # = @ mempersempit pencarian ke ini.
palette-commands = perintah
palette-topics = topik
palette-questions-only = soal
palette-notes = catatanku
palette-nothing = Tidak ada yang bernama itu.
palette-searching = Mencari ...
palette-go-today = Hari ini
palette-go-path = Jalur
palette-go-tracks = Jalur: track
palette-go-ladder = Jalur: jenjang karier
palette-go-checklists = Checklist: centang untuk satu pekerjaan
palette-go-rehearse = Wawancara: satu pertanyaan
palette-go-mock = Wawancara: simulasi
palette-go-past = Wawancara: jawaban lalu dan cerita
palette-go-stats = Statistik
palette-go-skills = Statistik: kemampuan
palette-go-log = Statistik: log semua yang kamu lakukan
palette-go-trouble = Masalah: apa yang menghalangi
palette-review = Ulangi topik: { $title }
palette-questions = { $n } soal
# $name adalah nama aksi di keys.toml.
palette-command = { $title }. Namanya di keys.toml adalah { $name }
palette-taught = Diajarkan di: { $title }
