# Search and commands: one box for everything.
palette-title = Search and commands
palette-count = { $n } of { $all }
palette-move = move
palette-press = Press { $key } there
# What a row is: at most eight letters.
palette-term = term
palette-lesson = lesson
palette-do = do
palette-item = item
palette-ask = ask
palette-note = mine
# The signs > # = @ narrow the search to these.
palette-commands = commands
palette-topics = topics
palette-questions-only = questions
palette-notes = my notes
palette-nothing = Nothing is called that.
palette-searching = Searching ...
palette-go-today = Today
palette-go-path = Path
palette-go-tracks = Path: tracks
palette-go-ladder = Path: career ladder
palette-go-checklists = Checklists: tick one for a piece of work
palette-go-rehearse = Rehearse an interview question
palette-go-mock = Rehearse: mock interview
palette-go-past = Rehearse: past answers and stories
palette-go-stats = Stats
palette-go-skills = Stats: skills
palette-go-log = Stats: log of everything you did
palette-go-library = Library: packs
palette-go-flags = Library: what you flagged
palette-go-notes = Library: your notes
palette-go-trouble = Trouble: what is in the way
palette-review = Review topic: { $title }
palette-questions = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
# $name is what keys.toml calls the action.
palette-command = { $title }. Its name in keys.toml is { $name }
palette-taught = Taught in: { $title }
