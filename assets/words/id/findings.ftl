# Temuan `pack check`: pesan, saran, dan label. Kuncinya disebut di src/format dan src/packs.

# Shared
find-did-you-mean = maksudmu `{ $near }`?
find-first-here = pertama kali di sini
find-this-one = yang ini
find-there = di sini
find-and-here = dan di sini
find-write = tulis `{ $code }`
find-add = tambahkan `{ $code }`
find-such = misalnya `{ $code }`
find-at-most = paling banyak { $most }
find-bytes-at-most = paling banyak { $most } byte
find-there-are = yang ada: { $all }
find-translate = terjemahkan
find-and-more = { $list } dan { $more } lagi
find-english = Inggris
find-indonesian = Indonesia

# Words for one thing
noun-option = opsi
noun-reason = alasan
noun-gap = isian
noun-near-word = kata mirip
noun-wrong-word = kata pengecoh
noun-step = langkah
noun-pair = pasangan
noun-extra = sisi tambahan
noun-side = sisi
noun-line = baris
noun-line-note = catatan baris
noun-choice = pilihan
noun-scene = adegan
noun-section = bagian
noun-question = soal
noun-prompt = pertanyaan wawancara
noun-point = poin
noun-red-flag = tanda bahaya
noun-unit = unit
noun-term = istilah
noun-persona = pewawancara
noun-topic = topik
noun-path = jalur
noun-statement = pernyataan
noun-checklist = checklist
noun-item = butir
noun-day = hari kerja
noun-slot = slot

# Tables of the format
find-a-pack = pack
find-a-unit = unit
find-a-topic = topik
find-a-section = bagian
find-a-glossary = glosarium
find-a-term = istilah
find-a-path = jalur
find-a-stage = tahap
find-a-topic-to-come = topik yang akan datang
find-a-question = soal
find-a-single-question = soal single
find-a-multi-question = soal multi
find-an-option = opsi
find-a-true-false-question = soal true_false
find-a-short-question = soal short
find-a-near-word = kata mirip
find-a-cloze-question = soal cloze
find-a-gap = isian
find-an-order-question = soal order
find-a-step = langkah
find-a-match-question = soal match
find-a-pair = pasangan
find-an-extra = sisi tambahan
find-a-line-question = soal line
find-a-line = baris
find-a-scenario-question = soal scenario
find-a-scene = adegan
find-a-choice = pilihan
find-a-prompt = pertanyaan wawancara
find-a-clarifying-question = pertanyaan klarifikasi
find-a-point = poin
find-a-red-flag = tanda bahaya
find-the-anchors = tabel anchors
find-the-model = jawaban contoh
find-a-sample = contoh
find-personas-file = personas.toml
find-a-persona = pewawancara
find-a-career-ladder = jenjang karier
find-a-level = level
find-a-name = nama
find-a-statement = pernyataan
find-checklists-file = checklists.toml
find-a-checklist = checklist
find-an-item = butir
find-a-day = hari kerja
find-a-slot = slot
find-an-artefact = artefak
find-a-variant = varian
find-an-effect = efek

# Values
find-a-bool = true atau false
find-a-number = bilangan bulat dari { $low } sampai { $high }
find-a-list = list
find-a-list-each = satu list untuk tiap bahasa
find-a-table = table
find-a-text = teks
find-a-string = string
find-an-integer = integer
find-a-float = float
find-a-boolean = boolean
find-a-datetime = datetime
find-an-array = array
find-a-kebab-name = nama kebab-case
find-a-topic-name = nama topik
find-a-prompt-name = nama pertanyaan wawancara
find-a-question-name = nama soal
find-an-outcome-id = id hasil belajar
find-a-date = tanggal
find-a-version = versi

# Reading TOML (J001 to J004, J009, J010, J150, J153)
find-syntax = TOML-nya tidak sah: { $why }
find-syntax-help = string ditulis dalam tanda kutip, kunci tanpa; teks panjang dalam """..."""
find-syntax-twice-help = sebuah kunci hanya boleh sekali di table-nya; kunci milik file ada sebelum `[[...]]` pertama
find-syntax-quote = string diawali tanda kutip lurus, bukan `{ $quote }`
find-syntax-quote-help = tulis `"` di kedua ujungnya: pengolah kata mengubahnya menjadi tanda kutip melengkung
find-misfit = nilainya tidak cocok: { $why }
find-true-false = di sini harus true atau false
find-true-false-help = tulis `true` atau `false`, tanpa tanda kutip
find-unknown-key = { $table } tidak punya kunci `{ $key }`
find-table-keys = kunci { $table }: { $keys }
find-file-key = { $file } tidak punya kunci `{ $key }`
find-file-key-help = semuanya ada di bawah sebuah `[[{ $key }]]`
find-list-of-tables = `{ $key }` harus berupa list of tables
find-list-of-tables-help = tulis `[[{ $key }]]` di atas setiap isinya
find-missing-key = { $table } butuh `{ $key }`
find-add-text = tambahkan `{ $key }.en = "..."` dan `{ $key }.id = "..."`
find-add-bool = tambahkan `{ $key } = true` atau `{ $key } = false`
find-add-number = tambahkan `{ $key } = { $low }`, paling tinggi { $high }
find-add-word = tambahkan `{ $key } = "{ $first }"`, atau salah satu dari: { $all }
find-add-entries = tambahkan paling sedikit { $n } isi `{ $key }`
find-add-lists = tambahkan `{ $key }.en = [...]` dan `{ $key }.id = [...]`
find-add-both = tambahkan `{ $key }.en` dan `{ $key }.id`
find-wrong-type = `{ $key }` harus { $wanted }, bukan { $found }
find-must-be = `{ $key }` harus { $wanted }
find-nearest-number = yang terdekat { $low } atau { $high }
find-write-table = tulis sebuah table, `{"{"} ... {"}"}` atau `[[...]]`
find-write-list = tulis `[...]`, atau `[[...]]` untuk tiap isinya
find-write-lists = tulis `{ $key }.en = [...]` dan `{ $key }.id = [...]`
find-write-text = tulis `{ $key }.en` dan `{ $key }.id`, atau satu string untuk keduanya
find-write-string = tulis sebuah string
find-entries = `{ $key }` berisi { $n }
find-entries-from-to = boleh berisi { $least } sampai { $most }
find-entries-at-most = boleh berisi paling banyak { $most }
find-map-key = kunci di dalam `{ $key }` harus { $wanted }
find-no-language = `{ $key }` tidak punya bahasa `{ $lang }`
find-no-language-help = bahasanya `en` dan `id`
find-no-text = `{ $key }` belum berisi teks
find-no-list = `{ $key }` belum berisi list
find-no-twin = `{ $key }` belum punya versi `{ $lang }`
find-no-twin-help = tambahkan `{ $key }.{ $lang }`; sampai itu ada, pembelajar melihat bahasa yang lain
find-plain-prose = `{ $key }` berisi satu kalimat untuk kedua bahasa
find-plain-prose-help = tulis `{ $key }.en` dan `{ $key }.id`; satu string polos hanya untuk yang memang sama di keduanya
find-not-one-of = `{ $key }` tidak bisa `{ $value }`
find-one-of = pilih salah satu: { $all }
find-empty = `{ $key }` kosong
find-empty-help = isi, atau hapus kuncinya kalau opsional
find-bytes = `{ $key }` berisi { $n } byte
find-hostile = `{ $key }` mengandung { $what }
find-hostile-lesson = pelajaran ini mengandung { $what }
find-hostile-help = hapus: karakter ini bisa mengendalikan terminal pembaca
find-letter-escape = karakter escape ({ $code })
find-letter-return = carriage return ({ $code })
find-letter-direction = karakter pembalik arah tulisan ({ $code })
find-letter-mark = byte order mark ({ $code })
find-letter-control = karakter kontrol ({ $code })
find-one-line = `{ $key }` harus satu baris
find-one-line-help = hapus pindah barisnya
find-such-name = huruf kecil, angka, dan tanda hubung, paling banyak { $most } byte: `column-order`
find-such-prompt = `schema`, `erd-ddl/schema`, atau `pack/erd-ddl/schema` untuk milik pack lain
find-such-topic = `indexes`, atau `pack/indexes` untuk milik pack lain
find-such-outcome = huruf kecil, angka, tanda hubung, dan titik: `s0.c04.indexes`
find-many-questions = satu topik berisi { $n } soal
find-many-prompts = satu topik berisi { $n } pertanyaan wawancara
find-many-help = paling banyak { $most }; bagi topiknya
find-outcome-twice = hasil belajar `{ $id }` ditulis dua kali
find-outcome-twice-help = hapus salah satu dari kedua baris
find-no-outcome-id = `{ $id }` bukan id hasil belajar
find-no-topic-id = `{ $id }` bukan nama topik
find-third-column = kolom ketiga hanya boleh berisi `context`
find-syllabus-help = satu baris adalah `id<TAB>topic`, atau `id<TAB>topic<TAB>context`

# Files and folders (J001, J009, J026, J035, J036)
find-unreadable-folder = foldernya tidak bisa dibaca: { $why }
find-unreadable-file = filenya tidak bisa dibaca: { $why }
find-unreadable-entry = ada isi folder ini yang tidak bisa dibaca
find-unreadable-meta = keterangan file ini tidak bisa dibaca
find-unreadable-help = lihat jenjang help J001
find-missing-file = tidak ada file { $path }
find-not-utf8 = filenya bukan UTF-8: byte pertama yang salah ada di baris { $line }, kolom { $column }
find-not-utf8-help = simpan sebagai UTF-8
find-long-line = barisnya { $n } byte
find-large-file = filenya { $n } byte
find-too-large = filenya terlalu besar
find-pack-large = pack-nya terlalu besar: sisanya tidak dibaca
find-pack-large-help = paling banyak { $files } file dan { $size } MiB
find-deep-folder = foldernya terlalu dalam
find-deep-folder-help = paling banyak { $most } tingkat di bawah folder pack
find-link = link tidak diikuti
find-link-help = salin isi yang dituju ke dalam pack
find-no-file = ini bukan file dan bukan folder
find-no-file-help = pack hanya berisi teks: keluarkan yang ini
find-many-topics = pack ini berisi { $n } topik
find-many-topics-help = paling banyak { $most }: jadikan dua pack
find-path-long = path-nya terlalu panjang
find-path-outside = path-nya tidak dimulai di dalam pack
find-path-empty = ada bagian path yang kosong
find-path-leaves = path-nya keluar dari pack
find-name-hostile = namanya mengandung karakter kontrol atau karakter pembalik arah tulisan
find-name-letter = namanya mengandung karakter yang ditolak sistem lain
find-name-ends = namanya diawali atau diakhiri spasi, atau diakhiri titik
find-name-device = nama ini dipakai Windows untuk device
find-name-help = pakai huruf kecil, angka, tanda hubung, dan titik untuk nama file
find-name-unread = file dengan nama ini tidak dibaca
find-name-unread-help = pakai huruf, angka, tanda hubung, dan titik untuk nama file
find-file-and-folder = { $name } muncul sebagai file dan sebagai folder
find-taken-for = sistem lain menyamakan ini dengan { $name }
find-taken-for-help = bedakan namanya, jangan hanya pada huruf besar atau aksen
find-unread-name = tidak ada yang membaca file dengan nama ini
find-unread-name-help = yang dibaca di sini: { $all }
find-headless = foldernya tidak punya `topic.toml`, jadi tidak ada pembelajar yang menemuinya
find-headless-help = tulis { $head }, atau pindahkan { $name } ke folder topiknya
find-no-signature = ini bukan tanda tangan sebuah pack
find-signature-unfit = tanda tangannya bukan untuk file-file ini: ada yang diubah sesudahnya
find-signature-help = minta lagi filenya dari penulisnya; di foldermu sendiri hapus SIGNATURE, `jenjang pack build --sign` membuatnya lagi
find-unusable = foldernya tidak bisa dipakai
find-unpacked = tidak bisa disimpan: { $why }
find-unsound = tidak bisa dipakai: { $why }
find-pack-taken = pack lain sudah memakai id { $id }

# Archives
find-no-archive = ini bukan arsip sebuah pack: { $why }
find-archive-end = ini bukan arsip sebuah pack: akhirnya tidak ada, atau ada yang menempel sesudahnya
find-archive-begin = ada yang menempel di depan arsip ini
find-archive-twice = ada nama yang muncul dua kali di arsip
find-archive-overlap = isi arsip saling menindih
find-archive-large = arsipnya lebih dari { $n } byte
find-archive-files = arsipnya berisi { $n } file; paling banyak { $most }
find-archive-file-large = filenya lebih dari { $n } byte
find-archive-files-large = semua filenya bersama terlalu besar: paling banyak { $size } MiB, dan { $times } kali ukuran arsip
find-archive-name = ada nama di arsip yang bukan UTF-8
find-archive-link = ini link
find-archive-device = ini bukan file: device, pipe, atau socket
find-archive-deep = foldernya terlalu dalam: paling banyak { $most } tingkat di bawah folder pack
find-archive-encrypted = filenya dienkripsi
find-archive-stranger = file yang bukan bagian dari pack dilewati
find-archive-broken-help = bangun lagi dengan `jenjang pack build`
find-archive-name-help = nama di dalam pack adalah path di bawah foldernya: huruf kecil, angka, tanda hubung, dan titik
find-archive-large-help = jenjang help J009 menyebut apa yang ditolak; batasnya jauh di atas kebutuhan mengajar

# Names that lead somewhere (J005 to J008, J011, J013, J019, J020, J023, J025, J027, J028, J032)
find-second = { $what } kedua dengan id `{ $id }`
find-second-help = beri nama lain; yang pertama tetap, karena log sudah mengenalnya
find-prompt-as-question = pertanyaan wawancara `{ $id }` memakai id sebuah soal
find-prompt-as-question-help = beri nama lain: jawaban keduanya disimpan menurut topik dan id
find-the-question = soalnya
find-no-topic = tidak ada topik `{ $id }`
find-no-topic-help = tulis topiknya, atau umumkan di `coming` pada sebuah tahap jalur
find-cycle = topik saling mensyaratkan dalam lingkaran: { $topics }
find-cycle-help = pindahkan salah satunya ke `see_also`
find-in-no-path = topik `{ $topic }` tidak ada di jalur mana pun
find-in-no-path-help = tambahkan ke sebuah tahap roadmap di paths/
find-no-section = { $file } tidak punya bagian `{ $id }`
find-no-section-help = tulis `## Judul {"{"}#{ $id }{"}"}` di sana
find-sections = bagian yang ada: { $all }
find-heading-no-id = judul ini belum punya id
find-section-order = bagian ini muncul dua kali, atau urutannya lain dari topic.toml
find-section-order-help = urutannya: { $all }
find-check-one = sebuah cek berisi id satu soal
find-check-one-help = tulis satu id di barisnya sendiri
find-check-unknown-help = soal topik ini ada di questions.toml
find-no-question = tidak ada soal `{ $id }`
find-no-question-help = tulis soalnya, atau hapus namanya
find-coming-here = topik `{ $topic }` sekarang sudah ada
find-coming-here-help = hapus di sini; tempatnya di `topics` tetap
find-coming-twice = `{ $topic }` diumumkan dua kali
find-coming-twice-help = hapus salah satu
find-coming-unnamed = tahap ini tidak menyebut `{ $topic }`
find-coming-unnamed-help = tambahkan ke `topics`, di tempatnya menurut urutan belajar
find-no-outcome = silabus tidak punya hasil belajar `{ $id }`
find-no-outcome-help = hasil belajar pack ini ada di syllabus.tsv
find-no-persona = tidak ada pewawancara `{ $id }`
find-no-persona-help = tambahkan `[[persona]]` ke personas.toml, atau hapus namanya
find-no-prompt = tidak ada pertanyaan wawancara `{ $id }`
find-no-prompt-help = tulis pertanyaannya, atau hapus namanya
find-no-prompt-topic-help = sebut juga topiknya: `topic/prompt` atau `pack/topic/prompt`

# Answers (J012, J015 to J018)
find-none-right = tidak ada { $what } yang ditandai benar
find-none-right-help = tulis `right = true` di { $what } yang benar
find-second-right = { $what } kedua ditandai benar
find-second-right-help = hanya boleh satu yang benar; untuk beberapa ada `kind = "multi"`
find-all-right = semua opsi ditandai benar
find-all-right-help = soal multi butuh paling sedikit satu opsi benar dan satu opsi salah
find-many-sides = ada { $n } sisi kanan untuk dipilih, padahal hurufnya hanya { $letters }
find-many-sides-help = kurangi satu sisi tambahan atau satu pasangan
find-no-line = kodenya tidak punya baris { $n }
find-no-line-help = baris terakhirnya { $last }; yang pertama 1
find-line-twice = baris { $n } muncul dua kali
find-line-twice-help = gabungkan semua tentang satu baris di satu `why`
find-gap-nowhere = isian { $n } tidak punya tempat di teks
find-gap-often = isian { $n } muncul { $times } kali di teks
find-gap-unknown = ada nomor di teks yang tidak punya isian
find-gaps-help = {"{{"}1{"}}"} sampai {"{{"}{ $n }{"}}"} masing-masing muncul tepat sekali di tiap bahasa
find-no-step = tidak ada langkah `{ $id }`
find-step-twice = langkah `{ $id }` ada di dua grup, atau dua kali di satu grup
find-groups-help = grup menyebut langkah soal ini, masing-masing sekali
find-steps-apart = langkah di grup ini tidak berurutan
find-steps-apart-help = hanya yang bersebelahan yang boleh bertukar tempat
find-no-scene = tidak ada adegan `{ $id }`
find-no-scene-help = tulis adegannya, atau hapus `goto` supaya berakhir di sini
find-scene-no-best = tidak ada pilihan terbaik di adegan ini
find-scene-no-best-help = tulis `best = true` di tepat satu pilihan
find-scene-two-best = pilihan kedua di adegan ini ditandai terbaik
find-scene-two-best-help = hanya boleh satu
find-scene-circle = jalan ceritanya kembali ke adegan ini
find-scene-circle-help = akhiri salah satu pilihannya, atau arahkan ke adegan lain
find-scene-unreached = tidak ada pilihan yang menuju adegan ini
find-scene-unreached-help = sebut di sebuah `goto`, atau hapus
find-scene-deep = ini adegan ketujuh dalam satu jalan cerita
find-scene-deep-help = akhiri lebih awal: enam keputusan cukup untuk satu soal
find-near-same = penilaian menyamakan `{ $word }` dengan jawaban benar
find-near-slip = `{ $word }` hanya beda satu salah ketik dari jawaban benar
find-near-help = pilih kata lain, atau terima sebagai benar

# Lessons (J014, J131, J150, J160, J161)
find-a-block = blok `{ $language }`
find-a-bare-block = blok tanpa bahasa
find-block-extra = { $block } yang tidak ada di { $file }
find-block-other = { $block } ada di tempat { $file } punya { $twin }
find-block-section = { $block } ada di bagian yang lain dari { $file }
find-block-differs = { $block } berbeda dari kembarannya di { $file }
find-blocks-help = kedua bahasa memuat blok yang sama dalam urutan yang sama
find-block-differs-help = cek dan kode sama di kedua bahasa
find-wide = ada baris selebar { $n } kolom
find-wide-help = paling banyak { $most }, supaya muat di terminal 80 kolom
find-diagram-words = diagram ini tidak dimulai dengan kata-kata
find-diagram-apart = kurang satu baris kosong setelah kata-kata diagram ini
find-diagram-help = tulis dulu satu baris tentang isinya, lalu baris kosong, lalu gambarnya
find-no-lesson = topik ini belum punya { $file }
find-no-lesson-help = tulis filenya, atau keluarkan "{ $lang }" dari `languages` di pack.toml
find-stretch = { $n } kata tanpa cek
find-stretch-help = tanyakan sesuatu setelah paling banyak { $most }
find-long-minutes = { $n } menit; paling banyak { $most }
find-long-sections = { $n } bagian; paling banyak { $most }
find-long-help = jadikan dua topik, yang kedua dengan `requires` ke yang pertama

# Questions that teach (J037, J104 to J125, J151, J152)
find-example-question = soal `{ $id }` masih contoh dari draf
find-example-prompt = pertanyaan wawancara `{ $id }` masih contoh dari draf
find-example-sentence = kalimat ini masih contoh dari draf
find-example-help = timpa dengan tulisanmu sendiri, atau hapus
find-no-why = { $what } { $n } tidak pernah dijelaskan
find-no-why-help = { $langs ->
    [1] tambahkan `why = "..."`
   *[other] tambahkan `why.en` dan `why.id`
 }: kenapa itu benar atau salah
find-no-source = soal `{ $id }` tidak punya sumber
find-no-source-help = tambahkan `source = "..."`: standar dan bagiannya, halaman manual, atau "lesson"
find-prompt-no-source = pertanyaan wawancara `{ $id }` tidak punya sumber
find-prompt-no-source-help = tambahkan `source = "..."`: di mana fakta poin-poinnya bisa dicek
find-negated = negasi `{ $word }` di pertanyaannya tidak ditonjolkan ({ $lang })
find-negated-help = tanyakan bentuk positifnya, atau tulis { $word }
find-of-others = { $what } ini berbicara tentang yang lain
find-of-others-help = tulis salah paham yang memang umum, atau tanyakan dengan `kind = "multi"`
find-longest = opsi yang benar jelas paling panjang di { $n } dari { $all } soal pilihan
find-qualified = opsi yang benar paling banyak syaratnya di { $n } dari { $all } soal pilihan
find-telling-help = pendekkan, atau tulis yang lain sama telitinya
find-same-place = opsi yang benar selalu di urutan { $place } pada semua { $n } soal pilihan yang urutannya tetap
find-same-place-help = hapus `keep_order` kalau opsinya tidak punya urutan sendiri
find-verdicts-true = { $n } dari { $all } pernyataan benar
find-verdicts-false = { $n } dari { $all } pernyataan salah
find-verdicts-help = balik beberapa pernyataan
find-answer-in-stem = pertanyaannya sudah menyebut jawabannya: `{ $answer }`
find-answer-in-stem-help = tanyakan tanpa itu; nama yang memang boleh dipilih ditulis di antara backtick
find-nearly-same = hampir sama dengan soal `{ $id }` di topik `{ $topic }`
find-nearly-same-help = tanyakan penerapan lain dari gagasannya, atau hapus salah satu
find-singles = { $n } dari { $all } soal ({ $percent }%) berupa pilihan tunggal; paling banyak { $limit }%
find-true-falses = { $n } dari { $all } soal ({ $percent }%) berupa benar/salah; paling banyak { $limit }%
find-recalls = hanya { $n } dari { $all } soal ({ $percent }%) yang meminta mengingat atau memutuskan; paling sedikit { $limit }%
find-one-kind-help = tanyakan sebagian sebagai short, cloze, order, match, line, atau scenario
find-stray-tag = tidak ada yang menyebut `{ $outcome }` di soal ini
find-stray-tag-help = ganti dengan yang memang ditanyakan, atau sebut pokoknya di `explain`, `hint`, atau sebuah `why`
find-taught-here = diajarkan di sini
find-same-prose = kalimatnya sama di kedua bahasa
find-same-prose-help = terjemahkan, atau tulis satu string polos kalau memang sama di kedua bahasa
find-reads-like = ini sepertinya bahasa { $lang }

# Coverage (J170, J171)
find-no-section-covers = tidak ada bagian yang mencakup `{ $outcome }`
find-no-section-covers-help = tambahkan ke `covers` sebuah bagian di topik `{ $topic }`
find-sections-cover = { $n } bagian mencakup `{ $outcome }`
find-sections-cover-help = rumahnya tepat satu bagian
find-other-home = `{ $outcome }` dicakup oleh topik `{ $topic }`
find-other-home-help = rumahnya `{ $topic }`: pindahkan, atau ubah silabusnya
find-few-tags = baru { $n } dari 2 soal yang menyebut `{ $outcome }`
find-few-tags-help = sebut di soal yang tidak bisa dijawab tanpa mengetahuinya, atau tulis soal baru
find-only-true-false = hanya soal benar/salah yang menyebut `{ $outcome }`
find-only-true-false-help = salah satunya harus dari jenis lain
find-to-come = topik `{ $topic }` akan datang: { $n } hasil belajar menunggunya

# Rubrics and interviewers (J021, J022, J024, J140, J141, J180 to J184)
find-no-must = tidak ada poin wajib di `{ $id }`
find-no-must-help = beri `must = true` pada yang harus ada di sebuah jawaban
find-no-level = pertanyaannya level { $level }, tetapi tidak ada poinnya yang level itu
find-no-level-help = beri `level = { $level }` pada poin yang menjadikan jawaban level { $level }
find-unfindable = `{ $phrase }` tidak akan pernah ditemukan di sebuah jawaban
find-unfindable-help = tulis sebuah kata, awal kata, atau beberapa kata
find-no-mark = poin `{ $point }` belum punya nilai
find-no-mark-help = tambahkan `{ $point } = "missed"`, atau nilai yang sebenarnya
find-no-point = tidak ada poin `{ $id }`
find-no-flag = tidak ada tanda bahaya `{ $id }`
find-no-signal = pertanyaan { $kind } tidak punya sinyal `{ $id }`
find-signals = yang ada: { $all }
find-no-signals = pertanyaan design punya { $design }; behavioural punya { $behavioural }; yang lain tidak punya
find-brace = ada kurung kurawal yang bukan `{"{"}follow_up{"}"}`
find-brace-help = tulis `{"{"}follow_up{"}"}` di tempat pertanyaannya
find-follow-ups = `{"{"}follow_up{"}"}` muncul { $n } kali di baris ini
find-follow-ups-help = tulis sekali, di tempat pertanyaannya
find-placeholder = ada placeholder di `{ $list }`
find-placeholder-help = hanya `missing` yang punya
find-few-variants = `{ $id }` punya { $n } varian untuk `{ $list }`
find-few-variants-help = tulis paling sedikit { $least }
find-fewer-variants-help = bahasa yang lain punya { $n }: tulis sisanya
find-variant-twice = varian ini ditulis dua kali
find-variant-twice-help = sampaikan dengan cara lain
find-model-short = jawaban contoh yang pendek
find-model-full = jawaban contoh yang lengkap
find-the-sample = contohnya
find-length = { $what } berisi { $n } kata
find-length-help = { $least } sampai { $most } kata
find-weak = lemah
find-middling = sedang
find-no-sample = `{ $id }` belum punya contoh { $quality }
find-no-sample-help = tambahkan `[[prompt.sample]]` dengan `quality = "{ $quality }"`, teksnya, dan nilainya yang sebenarnya
find-no-title = `{ $id }` belum punya judul
find-no-title-help = { $langs ->
    [1] tambahkan `title = "..."`, paling banyak { $most } kolom
   *[other] tambahkan `title.en` dan `title.id`, masing-masing paling banyak { $most } kolom
 }
find-wide-title = judul `{ $title }` selebar { $n } kolom
find-model-misses = jawaban contoh bahasa { $lang } tidak memenuhi poin `{ $point }`
find-model-misses-help = `model.full.{ $code }` tidak mengandung { $words }: sampaikan di sana, atau daftarkan kata yang dipakainya
find-model-misses-joined-help = `model.full.{ $code }` tidak mengandung { $words } (` + ` menggabungkan bagian dari satu kalimat): sampaikan di sana, atau daftarkan kata yang dipakainya
find-question-meets = pertanyaan bahasa { $lang } sudah memenuhi poin `{ $point }`: ada "{ $phrase }"
find-question-meets-help = tanyakan tanpa itu, atau buat kata-kata poinnya lebih spesifik: gabungkan dua dengan ` + `
find-looked-for = dicari di sini
find-other-model = jawaban contoh bahasa { $lang } dari `{ $id }` memenuhi { $percent }% bobot rubrik ini
find-other-model-help = paling banyak 25%; buat ini lebih spesifik, atau gabungkan dua dengan ` + `: { $words }
find-other-models-help = paling banyak 25%; buat ini lebih spesifik, atau gabungkan dua dengan ` + `: { $words } ({ $more } jawaban lain juga melewati batas)
find-point-by = `{ $point }` lewat { $words }
find-sample-differs = kata-kata dari { $n } poin menilai lain contoh { $quality } bahasa { $lang }
find-sample-differs-help = perbaiki teksnya, nilainya, atau kata-katanya: { $points }
find-marked-met = `{ $point }` dinilai met, padahal tidak mengandung { $words }
find-marked-missed = `{ $point }` dinilai missed, padahal ada "{ $phrase }"
find-flag-in-short = jawaban contoh pendek bahasa { $lang } memicu `{ $flag }`: ada "{ $phrase }"
find-flag-in-full = jawaban contoh lengkap bahasa { $lang } memicu `{ $flag }`: ada "{ $phrase }"
find-flag-in-model-help = buat kata-katanya lebih spesifik: gabungkan dua dengan ` + `
find-flag-unsaid = contoh bahasa { $lang } memicu `{ $flag }`, tetapi tidak mengandung satu pun katanya
find-flag-unsaid-help = sebut salah satu dari { $words } di sana, atau daftarkan yang dikatakannya
find-flag-untripped = contoh bahasa { $lang } mengandung "{ $phrase }", tetapi tidak memicu `{ $flag }`
find-flag-untripped-help = tambahkan `{ $flag }` ke `red_flags`-nya, atau buat kata-katanya lebih spesifik

# Working days (J027 to J034)
find-nobody = tidak ada yang bernama `{ $who }`
find-nobody-help = pakai pewawancara dari personas.toml, atau salah satu dari: { $all }
find-unset-flag = tidak ada pilihan sebelumnya yang memasang `{ $flag }`
find-unset-flag-help = sebut di `sets` sebuah pilihan sebelum slot ini
find-variant-unreachable = tidak ada jalan cerita yang sampai ke varian ini
find-variant-unreachable-help = varian sebelumnya selalu cocok lebih dulu, atau flag-nya saling meniadakan
find-slot-no-best = tidak ada pilihan terbaik di slot ini
find-slot-no-best-help = tandai satu dengan `best = true`
find-slot-two-best = pilihan kedua di slot ini ditandai terbaik
find-slot-two-best-help = biarkan `best` di salah satunya saja
find-slot-no-scene = slot ini belum punya adegan
find-slot-no-scene-help = { $langs ->
    [1] tambahkan `scene = "..."`, atau varian
   *[other] tambahkan `scene.en` dan `scene.id`, atau varian
 }
find-slot-scene-untold = adegan ini tidak pernah diceritakan: slotnya punya varian
find-slot-scene-untold-help = pindahkan ke varian terakhir tanpa `when`
find-variant-hides = varian ini menutupi yang sesudahnya
find-variant-hides-help = beri `when`, atau pindahkan ke akhir
find-variant-last = varian terakhir tidak cocok untuk semua
find-variant-last-help = tambahkan satu tanpa `when`
find-no-meter = hari ini tidak punya meteran `{ $meter }`
find-no-meter-help = tambahkan "{ $meter }" ke `meters`, atau hapus di sini
find-no-time = `{ $at }` bukan jam
find-no-time-help = tulis seperti `09:30`
find-slot-early = { $at } tidak lebih siang dari slot sebelumnya
find-slot-early-help = urutkan slot menurut jamnya

# What learners flagged
find-flag = { $name }: { $told }
find-flag-answered = benar { $right }%, tebakan { $guessed }% dari { $n } jawaban, { $seconds } dtk
find-flag-reasons = ditandai: { $reasons }
find-flag-reason = { $reason }{ $n ->
    [1] { "" }
   *[other] { " " }({ $n }x)
 }
find-flag-spellings = pembelajar menghitung { $n } ejaan mereka sendiri sebagai benar
find-flag-help = bagi pembelajar { $spellings } berarti sama: tulis di `accept`, atau di `near` dengan alasan kenapa bukan
