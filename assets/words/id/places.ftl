# Tab di kepala setiap tempat.
place-today = Hari ini
place-path = Jalur
place-rehearse = Wawancara
place-stats = Statistik
place-library = Pustaka
