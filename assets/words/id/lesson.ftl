### Pelajaran: membaca, cek di tempat, bagian akhir.

# Kepala halaman. $left adalah durasi seperti "2 mnt".
lesson-where = { $n } dari { $all }
lesson-left = sisa sekitar { $left }
lesson-done = sudah dibaca sampai akhir
lesson-took = { $time }

lesson-loading = Membuka pelajaran
lesson-missing = Pelajaran ini tidak bisa dibuka.
lesson-missing-how = Mungkin paketnya sudah dilepas. Jawabanmu tetap tersimpan.
lesson-check-missing = Pertanyaan untuk cek ini tidak terpasang.
lesson-empty = Pelajaran ini belum ada isinya.
lesson-next = lanjut
lesson-see-also = Lihat juga
lesson-your-note = CATATANMU

# Cek.
lesson-guess = cuma menebak
lesson-guess-noted = tebakan
lesson-hint = Petunjuk: { $text }
lesson-enter-type = ketik
lesson-enter-line = pilih baris
lesson-scroll = kode
lesson-enter-submit = kirim
lesson-all-that-apply = Pilih semua yang cocok.
lesson-true = benar
lesson-false = salah
lesson-because = karena
lesson-answer = Jawaban
lesson-carried = dibawa
lesson-order-so-far = Urutanmu sejauh ini: <b>{ $digits }</b>
lesson-chose = Pilihanmu: { $text }
lesson-near = Kata lain yang juga sah: { $why } Coba lagi.

# Setelah menjawab. $grade 1 sampai 4, $when seperti "6 hari lagi".
lesson-saving = menyimpan
lesson-saved = tersimpan: { $grade ->
    [1] <b>lupa</b>
    [2] <b>sulit</b>
    [3] <b>baik</b>
   *[4] <b>mudah</b>
}
lesson-saved-until = tersimpan: { $grade ->
    [1] <b>lupa</b>
    [2] <b>sulit</b>
    [3] <b>baik</b>
   *[4] <b>mudah</b>
}, muncul { $when }
lesson-right = <b>Benar.</b>
lesson-right-guess = <b>Benar</b>, tapi tebakan: dihitung belum tahu.
lesson-partly = <b>Sebagian.</b>
lesson-term-also = Disebut juga: { $names }
lesson-term-taught = Diajarkan di: { $title }
lesson-not-yet = <b>Belum.</b>
lesson-not-yet-single = <b>Belum.</b> Kamu memilih { $chosen }, jawabannya { $right }.
lesson-not-known = <b>Belum tahu.</b> Begini penjelasannya:
lesson-typo = { $answer } (kamu menulis { $typed })
lesson-you-wrote = { $answer }, bukan { $typed }
lesson-you-matched = Kamu memasangkannya dengan { $text }
lesson-your-place = kamu: { $n }
lesson-all-reasons = semua alasan
lesson-fewer-reasons = ringkas alasan
lesson-answer-again = jawab ulang

# Cari, daftar isi, catatan, jeda.
lesson-find = Cari
lesson-found = { $n } dari { $all }: { $text }
lesson-not-found = Tidak ada "{ $text }" di sini
lesson-contents = Daftar isi
lesson-start = Awal
lesson-note = Catatan
lesson-note-to = Untuk: { $text }
lesson-flag = Apa yang salah di sini
lesson-paused = Jeda
lesson-pause-continue = Lanjutkan
lesson-pause-leave = Keluar, kembali nanti
lesson-pause-undo = Batalkan jawaban terakhir
lesson-pause-kept = Posisi tersimpan, { $percent } dibaca.
lesson-pause-unsaved = Menunggu disk; tunggu sebentar.
lesson-no-notes = Belum ada; <k>a</k> untuk menulis.

# Bagian akhir.
lesson-in-short = INTINYA
lesson-checks-right = { $right } dari { $all } cek benar
lesson-next-up = BERIKUTNYA
lesson-try = Coba { $n } { $n ->
   *[other] pertanyaan
 } sekarang
lesson-next-lesson = Pelajaran: { $title }
lesson-read-again = Baca lagi dari awal
lesson-close = Kembali
lesson-choose = pilih
lesson-happening = Sebuah pelajaran. Ceknya adalah pertanyaan seperti di ulasan: tiap jawaban langsung disimpan dan muncul lagi saat mulai memudar. Posisimu disimpan di setiap halaman.
