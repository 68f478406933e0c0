# Yang dikatakan program sendiri: ukuran, pemberitahuan, keluar.
small-needs = jenjang butuh 44 x 12
small-here = jendela ini: { $w } x { $h }
small-saved = Semuanya tersimpan.
small-keys = p baris polos   q keluar
toast-again-to-quit = Tekan Ctrl-C sekali lagi untuk keluar; semuanya tersimpan
toast-nothing-to-undo = Tidak ada yang bisa dibatalkan
toast-nothing-to-redo = Tidak ada yang bisa dikembalikan
toast-undone = Dibatalkan: { $what }
toast-redone = Dikembalikan: { $what }
toast-paste-ignored = Di sini tidak ada tempat untuk teks tempelan
toast-copied = { $n } karakter disalin ke clipboard terminal
toast-exported = Ditulis ke { $path }
toast-export-trouble = Berkasnya tidak bisa ditulis: { $why }
toast-editor-trouble = Editornya tidak bisa dijalankan: { $why }
toast-settings-trouble = Pengaturan berlaku sampai kamu keluar; berkasnya tidak bisa ditulis: { $why }
toast-read-only = { $who ->
    [folder] Jendela ini hanya melihat: folder data tidak bisa ditulisi
   *[window] Jendela ini hanya melihat: jenjang lain (proses { $pid }) sedang menulis
}
deed-answered = jawaban
deed-regraded = nilai yang diubah
deed-counted = dianggap benar
deed-deferred = ditunda ke nanti
deed-flagged = tanda
deed-noted = catatan
deed-note-removed = catatan dihapus
deed-known = ditandai sudah tahu
deed-not-known = ditandai belum tahu
deed-read = pelajaran dibaca
deed-rehearsed = latihan menjawab
deed-practised = latihan menilai
deed-mocked = wawancara simulasi
deed-story-told = cerita
deed-story-removed = cerita dihapus
deed-undone = pembatalan
deed-redone = pengembalian
recovered-title = Berkas datamu rusak
recovered-aside = Berkas itu disimpan apa adanya: { $path }
recovered-copy = Salinan terverifikasi yang terbaru menggantikannya: { $path }
recovered-empty = Tidak ada salinan terverifikasi, jadi berkas baru dimulai di sampingnya.
recovered-salvaged = Jawaban yang masih bisa dibaca dari berkas rusak dan dipindahkan: { $n }
