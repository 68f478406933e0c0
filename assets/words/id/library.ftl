# Tanda untuk penulis pack, dan tempat Pustaka.
flags-none = Belum ada yang ditandai. Saat mengulang, m menyampaikan apa yang keliru pada soal.
flags-reason = ditandai: { $reason }
flags-accepted = dihitung benar untukmu: { $text }
flags-answered = { $n } jawaban, benar { $right }%, tebakan { $guessed }%, median { $time } dtk
flags-gone = { $n } lagi tentang pack yang tidak kamu punya; tidak disertakan.
flags-there = { $file } sudah ada dan bukan berkas tanda; tidak ada yang ditulis.
flags-will-hold = { $file } akan berisi:
flags-holds-packs = pack dan versinya: { $packs }
flags-holds-flags = { $n } soal yang ditandai: id dan alasannya
flags-holds-spellings = { $n } ejaan yang kamu hitung benar: { $texts }
flags-holds-stats = { $n } soal dalam angka: jumlah jawaban, bagian benar, bagian tebakan, median detik
flags-holds-not = Tidak ada di dalamnya: jawabanmu, catatan, nama, tanggal. Tidak ada yang dikirim: kamu sendiri yang memberikan berkasnya kepada penulis.
flags-written = Ditulis: { $file }
flags-file-says = Yang ditandai seorang pengguna jenjang, untuk penulis pack: id, versi pack, alasan, ejaan yang dihitung benar, dan angka kalau ia memilihnya. Tanpa jawaban, catatan, dan nama. Baca dengan: jenjang pack flags BERKAS
