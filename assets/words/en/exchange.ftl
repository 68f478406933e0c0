# Anki archives and CSV, out and in.
exchange-ending = { $file } needs an ending that says what it becomes: .csv or .apkg
exchange-there = { $file } is there already; nothing was changed.
exchange-none = There is no such question: nothing was written.
exchange-written = { $file }: { $n } { $n ->
    [one] question
   *[other] questions
 }
exchange-points = left out: { $n } { $n ->
    [one] point of an interview answer, which has
   *[other] points of interview answers, which have
 } no question of its own
exchange-gone = left out: { $n } { $n ->
    [one] question
   *[other] questions
 } that no pack here has any more
exchange-too-many = it has more than { $n } notes; split it.
exchange-too-wide = line { $line } has too many cells.
exchange-open-quote = the quotation mark that opens in line { $line } never closes.
exchange-no-columns = no column holds an answer. Name the columns question and answer in the first row.
exchange-empty = there is no note in it that could be kept.
exchange-topics = { $n } { $n ->
    [one] topic
   *[other] topics
 }:
exchange-typed = { $n } { $n ->
    [one] question
   *[other] questions
 } with a typed answer
exchange-gaps = { $n } { $n ->
    [one] question
   *[other] questions
 } with gaps
exchange-choices = { $n } { $n ->
    [one] question
   *[other] questions
 } with options
exchange-lesson = { $n } { $n ->
    [one] note is
   *[other] notes are
 } text of a lesson now, because the answer is too long to be typed: write a question about { $n ->
    [one] it
   *[other] each
 }
exchange-left = Not kept:
exchange-left-empty = { $n } { $n ->
    [one] note
   *[other] notes
 } without words to ask or to answer
exchange-left-long = { $n } { $n ->
    [one] note that is
   *[other] notes that are
 } too long for a lesson
exchange-left-column = column { $name }: { $n } { $n ->
    [one] cell
   *[other] cells
 }
exchange-open = Left to do for you, by codes of the check:
exchange-anew = How you remember them stays here: Anki begins anew.
exchange-broken = this is no Anki archive, or a broken one ({ $why }).
exchange-too-large = it is larger than { $n } bytes, packed or unpacked.
exchange-too-many-files = it has more than { $n } files.
exchange-endless = its database makes more work than any collection does: it is broken, or made to keep a program busy.
exchange-large-try = in Anki: File, Export, without "Include media"
exchange-left-images = { $n } { $n ->
    [one] picture
   *[other] pictures
 }
exchange-left-sounds = { $n } { $n ->
    [one] piece
   *[other] pieces
 } of sound or video
exchange-left-scripts = scripts, in or around { $n } { $n ->
    [one] note
   *[other] notes
 }
exchange-left-frames = { $n } { $n ->
    [one] page
   *[other] pages
 } within a note
exchange-left-formulas = formulas as pictures, in { $n } { $n ->
    [one] field
   *[other] fields
 }: they are there as they are written
exchange-left-tables = the frame of { $n } { $n ->
    [one] table
   *[other] tables
 }: the cells are rows of text
exchange-left-cards = { $n } further { $n ->
    [one] card
   *[other] cards
 } of notes, such as those that ask the other way round
exchange-left-schedule = how { $n } { $n ->
    [one] card is
   *[other] cards are
 } remembered: reviews begin anew
exchange-left-type = { $n } { $n ->
    [one] note
   *[other] notes
 } of the type { $name }, which is neither basic nor cloze
exchange-left-field = field { $name } of { $n } { $n ->
    [one] note
   *[other] notes
 }, which no card shows
