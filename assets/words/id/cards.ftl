### Nama kartu dan kutipan dalam pelajaran: label, huruf besar.

card-notes = DI CATATAN / SEKARANG
card-say = UCAPKAN SAAT WAWANCARA
card-mistake = KESALAHAN UMUM
card-check = CEK DIRIMU
