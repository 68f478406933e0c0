# Yang menghalangi: apa yang terjadi, apa yang aman, tombol apa yang ditekan.
trouble-title = Masalah
trouble-none = Tidak ada yang menghalangi.
trouble-happening = Semua yang membuat jenjang tidak bekerja semestinya ada di sini. Yang tidak disebut tetap berjalan seperti biasa.
trouble-pack-label = PACK TIDAK DIMUAT
trouble-pack = { $pack } punya { $n } kesalahan dan tidak dimuat.
trouble-pack-safe = Yang lain tetap berjalan, dan progresmu di pack ini tersimpan.
trouble-pack-press = <k>v</k> lihat laporan   <k>y</k> salin   <k>r</k> coba lagi setelah diperbaiki
trouble-pack-check = Semuanya, dengan letaknya: jenjang pack check { $pack }
trouble-read-only-label = DATA SEDANG DIPAKAI
trouble-read-only = { $who ->
    [folder] Folder data tidak bisa ditulisi. Jendela ini hanya melihat.
   *[window] jenjang lain (proses { $pid }) sedang menulis. Jendela ini hanya melihat.
}
trouble-read-only-safe = Yang disimpan jendela lain aman; di sini jawaban tidak diterima.
trouble-read-only-press = <k>r</k> coba lagi setelah ditutup   <k>Enter</k> hanya lihat
trouble-folder-label = DATA TIDAK BISA DITULISI
trouble-folder-safe = Yang tersimpan sebelumnya aman dan bisa dibaca; di sini jawaban tidak diterima.
trouble-folder-press = <k>r</k> coba lagi setelah folder bisa ditulisi   <k>Enter</k> hanya lihat
trouble-unsaved-label = BELUM TERSIMPAN DI DISK
trouble-unsaved = { $n } tindakan menunggu karena disk menolak: { $why }
trouble-unsaved-safe = Semuanya ada di memori dan dicoba lagi; kalau kamu keluar, disimpan di berkas cadangan yang dibaca saat mulai berikutnya.
trouble-unsaved-press = <k>r</k> coba lagi sekarang   <k>Enter</k> lanjut
trouble-newer-label = DATA DARI VERSI YANG LEBIH BARU
trouble-newer = Progres kamu ditulis oleh jenjang yang lebih baru: versi data { $found }; yang ini mengenal { $known }.
trouble-newer-safe = Tidak ada yang diubah. Perbarui jenjang untuk lanjut, atau pulihkan salinan yang dikenal yang ini.
trouble-newer-restore = jenjang data restore { $file }
trouble-newer-press = <k>y</k> salin ini   <k>Enter</k> keluar
trouble-crash-label = SETELAH BERHENTI MENDADAK
trouble-crash = jenjang berhenti tak terduga pada { $time }.
trouble-crash-safe = Setiap jawaban yang ditampilkan sebagai tersimpan sudah tersimpan.
trouble-crash-safe-item = Jawaban terakhirmu (soal { $n }) tersimpan.
trouble-crash-report = Laporan tanpa teks pribadi: { $path }
trouble-crash-press = <k>v</k> lihat laporan   <k>y</k> salin path   <k>Enter</k> lanjut
trouble-crash-press-item = <k>Enter</k> lanjutkan sesi di soal { $n }   <k>v</k> lihat laporan   <k>y</k> salin path
