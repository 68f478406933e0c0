# Alat untuk orang yang menulis pack, dan pack milik pembelajar.
packs-name = "{ $name }" tidak bisa menjadi nama pack: huruf kecil, angka, dan tanda hubung tunggal, paling banyak 64 byte.
packs-there = { $path } sudah ada; tidak ada yang diubah.
packs-too-long = { $path } berisi { $n } byte; draf menerima paling banyak { $most }.
packs-no-text = { $path } bukan UTF-8.
packs-created = dibuat { $path }
packs-file-pack = id, versi, bahasa, lisensi
packs-file-syllabus = { $n } hasil belajar yang dijanjikan pack ini
packs-file-topics = { $n } topik: topic.toml, pelajaran, questions.toml; yang pertama berisi contoh tiap jenis soal yang umum
packs-file-prompts = satu pertanyaan wawancara dengan rubriknya
packs-file-schema = untuk pelengkapan di editormu
packs-open = { $n } petunjuk dari pemeriksaan untuk dikerjakan, tanpa error.
packs-next = berikutnya: { $command }
