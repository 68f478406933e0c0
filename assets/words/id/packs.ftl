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
packs-built = { $file }: { $files } file, { $bytes } byte
packs-diff-head = { $pack }: { $from } ke { $to }
packs-diff-none = Tidak ada yang berbeda bagi pembelajar.
packs-change-added = baru
packs-change-reworded = kata diubah
packs-change-changed-answer = jawaban berubah
packs-change-renamed = ganti id dari { $from }
packs-change-retired = ditarik
packs-change-file = file berubah
packs-diff-version = Versinya harus { $least } atau lebih tinggi: { $part ->
    [major] ada soal yang ditarik
    [minor] ada jawaban yang berubah, atau soal yang baru atau ganti id
   *[patch] kata-katanya berubah
 }.
packs-diff-risen = Versi { $to } sudah cukup tinggi.
packs-diff-low = Sekarang { $to }.
packs-diff-other = { $old } dan { $new } adalah pack yang berbeda.
