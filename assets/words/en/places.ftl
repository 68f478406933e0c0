# The tabs in the header of every place.
place-today = Today
place-path = Path
place-rehearse = Rehearse
place-stats = Stats
place-library = Library
