# Satu hari kerja (UX 5.7).

day-reliability = Keandalan
day-delivery = Hasil
day-trust = Kepercayaan
day-focus = Fokus
day-low = rendah
day-steady = stabil
day-high = tinggi
day-meter = { $meter }: { $word }, { $n } dari 8.

day-frontend = Frontend
day-data = Data
day-devops = DevOps
day-product = Product
day-qa = QA
day-says = { $who }: "{ $text }"

day-because = Karena pukul { $time } kamu memilih: { $choice }
day-chose = Pilihanmu: { $choice }
day-moves = { $moves }.
day-happened = Yang terjadi
day-came-back = Akibatnya terasa pukul { $times }.
day-items = { $n ->
   *[other] { $n } soal masuk ulasanmu besok
}: { $topics }.
day-items-out = Tidak ada soal yang masuk ulasanmu.
day-too-long = { $n } kata; stand-up besok paling banyak { $most }. Ketik ulang.
day-saved = Hari ini tersimpan.

day-plain-slot = Bagian { $n } dari { $all }. { $time } { $title }
day-plain-artefact = Di layar ({ $kind }):
day-plain-choose-or-ask = Pilih 1 sampai { $n }, atau: rekan, batalkan, keluar.
day-plain-best = { $choice } (yang terbaik)
day-plain-choose = Pilih 1 sampai { $n }, atau: batalkan, keluar.
day-plain-next = Enter untuk lanjut, atau: kenapa (pilihan lain), batalkan, keluar.
day-plain-decision = Keputusan yang menentukan: { $time }, { $choice }
day-plain-stand-up = Ketik stand-up besok dalam satu baris (kemarin, hari ini, kendala; paling banyak { $n } kata). Enter saja untuk menyimpan. Atau: /batalkan, /x untuk ulasan, /keluar.
day-plain-kept = Enter menyimpan hari ini, baris lain menggantikannya. Atau: /batalkan, /x untuk ulasan, /keluar.
day-plain-done = Enter untuk menutup, atau: batalkan.
day-plain-help = Itu tidak bisa dilakukan di sini. Angka memilih, Enter melanjutkan, batalkan membatalkan, keluar meninggalkan; semuanya tersimpan.

day-slot-of = bagian { $n } dari { $all }
day-over = Akhir hari
day-words = { $n } dari { $most } kata
day-stand-up = STAND-UP BESOK
day-stand-up-how = Kemarin, hari ini, kendala: yang perlu diketahui orang yang tadi tidak ikut.
day-decision = KEPUTUSAN YANG MENENTUKAN
day-none = Tidak ada paket terpasang yang punya hari kerja.
day-happening = Satu hari kerja dari stand-up sampai penutup, sekitar 15 menit. Tidak ada skor: pilihan menggerakkan empat meteran, dan sebagian terasa lagi di sore hari. Keputusan yang menentukan adalah yang paling menggerakkan meteran, bersama akibatnya.
rehearse-tab-day = Hari
day-tab-how = Sehari sebagai backend engineer, sekitar <b>15 menit</b>: yang kamu lewati pagi hari kembali di sore hari.
day-tab-alone = SATU BAGIAN SAJA: { $title }
day-tab-left = lanjut dari { $time }
day-tab-stand-up = tinggal stand-up
day-tab-lived = dijalani { $date }
day-tab-slots = { $n } bagian
day-others = YANG LAIN YANG BISA KAMU LAKUKAN
day-so-far = HARI INI SEJAUH INI
day-label-happened = YANG TERJADI
day-ends-both = <b>{ $high } tinggi, { $low } rendah</b> di akhir hari.
day-ends-high = <b>{ $high } tinggi</b> di akhir hari.
day-ends-low = <b>{ $low } rendah</b> di akhir hari.
day-ends-steady = <b>Semua meteran stabil</b> di akhir hari.
day-ends-back = { $n ->
    [0] Tidak ada pilihanmu yang akibatnya terasa belakangan.
   *[other] Akibat { $n } pilihanmu terasa belakangan.
}
day-items-leave = jangan masukkan
day-items-take = masukkan
day-kept = Harinya tersimpan dan bisa dilanjutkan dari Hari ini atau Wawancara.

# Footers of narrow windows.
day-ask-brief = tanya
day-others-brief = lainnya
