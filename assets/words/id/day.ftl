# Satu hari kerja (UX 5.7).

day-reliability = Keandalan
day-delivery = Hasil kerja
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
   *[other] { $n } soal masuk ulasanmu besok.
}
day-items-out = Tidak ada soal yang masuk ulasanmu.
day-too-long = { $n } kata; stand-up besok paling banyak { $most }. Ketik ulang.
day-saved = Hari ini tersimpan.

day-plain-slot = Bagian { $n } dari { $all }. { $time } { $title }
day-plain-artefact = Di layar ({ $kind }):
day-plain-choose = Pilih 1 sampai { $n }, atau: batalkan, keluar.
day-plain-next = Enter untuk lanjut, atau: batalkan, keluar.
day-plain-decision = Keputusan yang menentukan: { $time }, { $choice }
day-plain-stand-up = Ketik stand-up besok dalam satu baris (kemarin, hari ini, kendala; paling banyak { $n } kata). Enter saja untuk menyimpan. Atau: /batalkan, /x untuk ulasan, /keluar.
day-plain-done = Enter untuk menutup, atau: batalkan.
day-plain-help = Itu tidak bisa dilakukan di sini. Angka memilih, Enter melanjutkan, batalkan membatalkan, keluar meninggalkan; semuanya tersimpan.
