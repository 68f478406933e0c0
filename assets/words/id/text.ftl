# Kotak berisi teks.
text-empty = Tidak ada teks.
text-rows = { $from } sampai { $to } dari { $n }
