# Flags for the authors of packs, and the place Library.
flags-none = Nothing is flagged. In a review, m tells what is wrong with a question.
flags-reason = flagged: { $reason }
flags-accepted = counts as right for you: { $text }
flags-answered = { $n } { $n ->
    [one] answer
   *[other] answers
 }, right { $right }%, guessed { $guessed }%, median { $time } s
flags-gone = { $n } more about packs that you do not have; they are left out.
flags-there = { $file } is there and is no file of flags; nothing was written.
flags-will-hold = { $file } will hold:
flags-holds-packs = packs and versions: { $packs }
flags-holds-flags = { $n } flagged { $n ->
    [one] question: its id and the reasons
   *[other] questions: their ids and the reasons
 }
flags-holds-spellings = { $n } { $n ->
    [one] spelling that you count
   *[other] spellings that you count
 } as right: { $texts }
flags-holds-stats = { $n } { $n ->
    [one] question
   *[other] questions
 } in figures: answers, share right, share guessed, median seconds
flags-holds-not = Not in it: your answers, notes, name, dates. Nothing is sent: you give the file to the author.
flags-written = Written: { $file }
flags-file-says = What a learner of jenjang flagged, for the author: ids, pack versions, reasons, spellings that count as right, and figures if the learner chose so. No answers, no notes, no name. Read it with: jenjang pack flags FILE
