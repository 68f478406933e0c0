# Simulasi wawancara: pengaturan, istirahat, laporan.

# Tab di Wawancara.
rehearse-tab-mock = Simulasi
rehearse-happening-mock = Simulasi wawancara menanyakan beberapa pertanyaan berturut-turut, dengan istirahat, lalu ditutup laporan. Campurannya dari riwayatmu dan nomornya; nomor yang sama memberi campuran yang sama.
mock-go-on = Lanjut
mock-minutes = Lama
mock-minutes-n = { $n } menit
mock-level = Level
mock-clock = Waktu
mock-seed = Nomor
mock-seed-more = nomor yang sama memberi campuran yang sama
mock-go-on-more = yang baru menutupnya, laporan tetap
mock-level-target = yang sedang kamu tuju
mock-level-more = poin sampai level ini dihitung
mock-track = Jalur peran
mock-track-all = semua
mock-mixed = bergantian
mock-mixed-more = siapa pun yang biasa menanyakannya
mock-mix-why = alasannya
mock-mix-rule = Bidang yang lemah lebih dulu. Pertanyaan teknis dua kali lebih sering dari jenis lain; desain hanya mulai 60 menit.
mock-left = sisa { $n } mnt
mock-clock-left = sisa { $time }
mock-mix = CAMPURAN PERTANYAAN
mock-mix-kinds = <b>{ $kinds }</b>, sekitar { $minutes } dari { $of } menit.
mock-mix-empty = <b>Tidak ada pertanyaan wawancara yang muat.</b> Paket yang membawanya; simulasi yang lebih lama mungkin punya tempat.
mock-kind-technical = teknis
mock-kind-design = desain
mock-kind-debug = debug
mock-kind-review = review
mock-kind-behavioural = perilaku
mock-why-weak = di bawah batas, { $percent }
mock-why-fading = jawaban lamamu mulai pudar
mock-why-new = belum pernah ditanyakan
mock-why-balance = agar jenisnya seimbang
mock-past = SIMULASI WAWANCARAMU
mock-past-row = { $minutes } mnt, level { $level }
mock-past-early = berhenti lebih awal

# Istirahat.
mock-title-short = Simulasi wawancara
mock-title = Simulasi wawancara, { $minutes } mnt, level { $level }
mock-empty = Tidak ada yang bisa ditanyakan.
mock-break = <b>{ $n } dari { $of } pertanyaan terjawab.</b> Sisa { $left } dari { $minutes } menit.
mock-break-next = Berikutnya: { $area }, ditanyakan { $who }, sekitar { $minutes } menit.
mock-break-next-nobody = Berikutnya: { $area }, sekitar { $minutes } menit.
mock-break-begun = Sudah dimulai dan menunggu di tempat kamu meninggalkannya.
mock-next = berikutnya
mock-break-done = Itu pertanyaan terakhir. <k>Enter</k> menampilkan laporan.
mock-kept = tersimpan: lanjutkan di Wawancara > Simulasi
mock-break-rest = Ambil waktu yang kamu perlukan: di sini tidak ada hitungan waktu.

# Laporannya.
mock-ready = <b>Kesiapan { $percent }</b> dari poin level { $level }. Siap: tidak ada bidang di bawah batas { $line }.
mock-borderline = <b>Kesiapan { $percent }</b> dari poin level { $level }. Di ambang: { $n ->
   *[other] { $n } bidang
} di bawah batas { $line }.
mock-not-yet = <b>Kesiapan { $percent }</b> dari poin level { $level }. Belum: batasnya { $line }.
mock-unknown = Tidak ada jawaban yang bisa dihitung.
mock-early = Berhenti setelah { $n } dari { $of } pertanyaan.
mock-head-points = poin
mock-head-yours = hasilmu
mock-head-time = waktu
mock-head-trend = tren
mock-points = { $n } dari { $of }
mock-time = { $used } / { $planned }
mock-trend-new = baru
mock-trend-up = naik
mock-trend-flat = tetap
mock-trend-down = turun
mock-below = di bawah
mock-weakest = Bidang terlemah: { $area }.
mock-weakest-again = Bidang terlemah: { $area }. Uji lagi { $date }, { $minutes } mnt.
mock-label-calibration = KALIBRASI
mock-label-pace = TEMPO
mock-label-fillers = KATA PENGISI
mock-calibration = Kamu memperkirakan { $expected } poin, menilai { $first }, setelah melihat contoh { $after }.
mock-calibration-none = Tanpa perkiraan.
mock-calibration-close = Dekat.
mock-calibration-high = Perkiraanmu terlalu tinggi.
mock-calibration-low = Perkiraanmu terlalu rendah.
mock-pace = { $n ->
    [0] Tidak ada jawaban yang lewat waktu.
   *[other] { $n } jawaban lewat waktu
}
mock-pace-unthought = { $n ->
   *[other] { $n } di antaranya tanpa waktu berpikir.
}
mock-pace-skipped = { $n ->
   *[other] Waktu berpikir dilewati { $n } kali.
}
mock-pace-untimed = { $n ->
   *[other] { $n } jawaban tanpa batas waktu.
}
mock-fillers = { $list } dalam { $words } kata
mock-fillers-none = tidak ada dalam { $words } kata
mock-filler = "{ $word }" { $n }
mock-per-area = per bidang
mock-questions = TIAP PERTANYAAN
mock-level-points = poin level { $level }
mock-things = UNTUK LAIN KALI
mock-drill = satu kalimat, { $minutes } mnt
mock-again = jawaban utuh, { $minutes } mnt
mock-retest = Uji ulang { $area }: { $date }, { $minutes } mnt.
mock-scheduled = dijadwalkan untuk besok
mock-unscheduled = ditarik kembali: dijadwalkan untuk besok
mock-nothing-open = Semua poin level ini tersampaikan.
mock-compared = DIBANDINGKAN DENGAN { $date }
mock-compare-row = dulu { $before }, kini { $now }
mock-not-installed = pertanyaannya tidak terpasang lagi
mock-told-area = Bidang: { $area }, { $n } dari { $of } poin, { $percent }, { $trend }.
mock-told-question = Pertanyaan: { $title }, { $n } dari { $of } poin.
mock-told-thing = Lain kali: { $title }, { $what }.
mock-told-calibration = Kalibrasi: { $text }
mock-told-pace = Tempo: { $text }
mock-told-fillers = Kata pengisi: { $text }.

# Dalam baris.
mock-plain-start = { $title }. Ketik h untuk bantuan, atau /bantuan saat mengetik jawaban.
mock-plain-setup = Pengaturan: pewawancara { $who }, waktu: { $pressure }, jalur { $track }, nomor { $number }.
mock-plain-mix = Campuran: { $text }
mock-plain-rule = Aturan: { $text }
mock-plain-question = Pertanyaan { $n }: { $area }, { $kind }, { $minutes }, ditanyakan { $who }. Alasan: { $why }.
mock-plain-waits = Belum selesai: { $title } menunggu. Enter melanjutkannya; mulai membuka yang di atas dan menutup yang itu dengan laporannya.
mock-plain-how = Enter mulai. Untuk mengubah: menit 30, level 3, batas longgar, nomor 7, pewawancara NAMA, jalur NAMA. Juga: bantuan, keluar.
mock-word-minutes = menit
mock-word-number = nomor
mock-word-track = jalur
mock-no-track = Tidak ada jalur bernama "{ $name }".
mock-plain-break = Istirahat: { $text }
mock-plain-break-how = Enter menanyakannya, atau: selesai, batalkan, keluar.
mock-plain-nothing = Tidak ada yang dijawab, jadi tidak ada laporan. Tidak ada yang disimpan.
mock-plain-report-how = Enter mengakhiri, atau: jadwalkan, bandingkan, ekspor, batalkan, keluar.
mock-plain-scheduled = Dijadwalkan: besok, semuanya. batalkan menariknya kembali.
mock-plain-nothing-to-schedule = Tidak ada lagi yang perlu dijadwalkan.
mock-plain-first = Dibandingkan: ini simulasi wawancara pertamamu.
mock-plain-compared = Dibandingkan: dengan { $date }.
mock-plain-compared-area = Bidang: { $area }, { $text }.
mock-plain-kept = Tersimpan: "jenjang mock" melanjutkannya.
mock-plain-none = Belum ada simulasi wawancara yang selesai. "jenjang mock" memulainya.
