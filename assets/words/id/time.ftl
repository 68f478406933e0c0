### Durasi, tanggal, dan daftar.

# Durasi: singkat, karena berdiri di kolom.
time-s = { $n } dtk
time-min = { $n } mnt
time-min-s = { $m } mnt { $n } dtk
time-h = { $n } jam
time-h-min = { $h } jam { $n } mnt
time-days = { $n } hari
# $span adalah durasi, misalnya "2 dtk".
time-ago = { $span } lalu

# Hari dan saat, dilihat dari sekarang.
time-today = hari ini
time-tomorrow = besok
time-yesterday = kemarin
time-in-days = { $n } hari lagi
time-days-ago = { $n } hari lalu
time-in-minutes = { $n } menit lagi
time-in-hours = { $n } jam lagi

# Tanggal. Hari dihitung dari Senin, 0; bulan dari Januari, 1. Masing-masing tiga huruf.
time-date = { $weekday } { $day } { $month }
time-date-year = { $day } { $month } { $year }
time-weekday = { $n ->
    [0] Sen
    [1] Sel
    [2] Rab
    [3] Kam
    [4] Jum
    [5] Sab
   *[6] Min
}
time-month = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] Mei
    [6] Jun
    [7] Jul
    [8] Agu
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Des
}

# $head adalah semuanya kecuali yang terakhir, dengan koma.
list-two = { $head } dan { $last }
list-more = { $head }, dan { $last }
