# Lembar untuk orang yang mewawancarai. Bentuknya Markdown, sekaligus formulirnya.
chair-title = Lembar pewawancara: { $title }
chair-facts = { $kind }, level { $level }. Waktu berpikir: { $think }. Waktu menjawab: { $minutes }.
chair-how = Kamu bertanya, dan kamu menilai. Isi kotaknya: x terpenuhi, ~ sebagian, - atau kosong terlewat. Setelah itu kandidat mengetik "jenjang chair --marks FILE".
chair-ask = Tanyakan
chair-persona = Kamu berperan sebagai { $name }: { $voice }
chair-clarify = Kalau kandidat bertanya balik
chair-points = Yang didengarkan
chair-point = level { $level }, bobot { $weight }
chair-point-must = level { $level }, bobot { $weight }, wajib
chair-met = Terpenuhi:
chair-partly = Sebagian:
chair-missing = Kalau tidak ada, tanyakan:
chair-flags = Tanda bahaya: x kalau terdengar
chair-signals = Sinyal: 0 tidak tampak, 1 sedikit, 2 baik, 3 penuh
chair-anchors = Seperti apa bunyi tiap level
chair-model = Jawaban yang kuat
chair-blanks = Isi
chair-said = yang diucapkan, di baris-baris di bawah
chair-written = Lembarnya ada di { $path }
chair-taken = Tersimpan: { $title }, { $n } dari { $of } poin, dinilai { $name }.
chair-taken-nameless = Tersimpan: { $title }, { $n } dari { $of } poin, dinilai orang lain.
chair-trouble = { $path }, baris { $line }: { $why }
chair-trouble-whole = { $path }: { $why }
chair-no-prompt = tidak ada lembar terisi di dalamnya
chair-no-grade = tidak ada kotak yang bernilai; tulis - kalau semuanya terlewat
chair-unknown-name = pertanyaannya tidak punya poin, tanda bahaya, atau sinyal "{ $name }"
chair-no-value = "{ $name }" bukan nilai di sini

# Nilai yang diketik baris demi baris.
chair-grade-start = Nilai: { $title }. Ketik h untuk bantuan kapan saja.
chair-grade-help = Poin: 1 terlewat, 2 sebagian, 3 terpenuhi. batalkan mundur satu langkah, keluar pergi tanpa menyimpan; di tempat kata diketik, /batalkan dan /keluar.
chair-ask-name = Penilai: siapa yang menilai? Enter kalau tidak perlu nama.
chair-ask-flag = Bahaya: { $text }. x kalau terucap, Enter kalau tidak.
chair-ask-signal = Sinyal: { $name }. Enter melewatinya.
chair-ask-time = Waktu: berapa lama jawabannya, misalnya 3:10? Enter kalau tidak dilihat.
chair-ask-said = Catatan: yang diucapkan, per baris; baris berisi satu titik mengakhiri dan menyimpan.
chair-grade-left = Tidak ada yang disimpan.
