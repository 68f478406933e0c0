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
library-tab-packs = Packs
library-tab-flags = Flags
library-tab-notes = Notes
library-packs-top = <b>{ $n } { $n ->
    [one] pack
   *[other] packs
 }</b>, { $questions } { $questions ->
    [one] question
   *[other] questions
 }.
library-column-pack = PACK
library-column-version = version
library-column-languages = in
library-column-topics = topics
library-column-questions = questions
library-errors = { $n } { $n ->
    [one] error
   *[other] errors
 }
library-unread = not in use
library-moved = gone
library-waits = { $pack } { $version } waits in your downloads
library-look = look
library-contents = Contents
library-prompts = { $n } { $n ->
    [one] interview question
   *[other] interview questions
 }
library-progress = Progress
library-progress-told = { $held } of { $topics } { $topics ->
    [one] topic
   *[other] topics
 } held, { $answered } { $answered ->
    [one] question
   *[other] questions
 } answered
library-authors = By
library-licence = Licence
library-follows = Follows
library-file = From
library-signed = Signed
library-signed-not = no
library-disk = On disk
library-trouble-label = Trouble
library-trouble-first = { $n } { $n ->
    [one] error
   *[other] errors
 }, the first at { $place }: { $message } ({ $code })
library-last-good = { $version } is still in use.
library-kilobytes = { $n } kB
library-megabytes = { $n } MB
library-is-builtin = { $pack } comes with jenjang and changes with it.
library-flags-top = <b>{ $n } { $n ->
    [one] flag
   *[other] flags
 }</b>{ $spellings ->
    [0] { "" }
    [one] , 1 spelling that counts for you
   *[other] , { $spellings } spellings that count for you
 }.
library-no-flags = <b>Nothing is flagged.</b> When a question is wrong or unclear, <k>m</k> says so, there and after the answer. It is kept here, and <k>s</k> makes a file of it for the author of the pack.
library-spelling = "{ $text }" counts as right
library-not-here = No pack that you have holds this.
library-flag-back = Taken back. U says it again.
library-spelling-back = It does not count any more. U brings it back.
library-notes-top = <b>{ $n } { $n ->
    [one] note
   *[other] notes
 }</b>, the newest first.
library-no-notes = <b>No notes yet.</b> <k>a</k> writes one: on a paragraph of a lesson, or after the answer to a question.
library-note-deleted = Note deleted. u brings it back.
library-path-title = Which pack?
library-path-how = A <b>.jpack</b> file or a folder with a pack.toml. It is read and checked; nothing is installed before you say so.
library-reading = Reading and checking it...
library-no-pack = { $path } is no pack: neither a .jpack file nor a folder with a pack.toml.
library-refused-errors = { $n } { $n ->
    [one] error, it is not taken in
   *[other] errors, it is not taken in
 }
library-not-signed = not signed
library-untrusted = The signature of { $pack }
library-trouble = That did not work: { $why }
library-remove-title = Remove { $pack }?
library-remove-how = What you answered is kept and counts again when you install it. Type <b>{ $pack }</b> to remove the pack.
library-removed = { $pack } is removed; what you answered is kept.
library-send-title = A file for the authors
library-send-flags = Flags and spellings
library-send-figures = also share right and guessed, seconds
library-send-how = In it: ids, pack versions, reasons, spellings that count for you. Never: your answers, notes, name, dates. Nothing is sent: you give the file away.
library-sent = { $n } { $n ->
    [one] question
   *[other] questions
 } written to { $path }
library-nothing-to-send = There is nothing to tell the authors.
library-look-again = The packs have changed since: look again.
library-update-title = Update { $pack }
library-install-title = Install { $pack }
library-from-to = { $from } to { $to }
library-nothing-yet = nothing changed yet
library-working = taking it in
library-new-pack = { $topics } { $topics ->
    [one] topic
   *[other] topics
 } with { $items } new { $items ->
    [one] item
   *[other] items
 }
library-changed-answers = CHANGED ANSWERS
library-was-now = was <b>{ $was }</b>, now <b>{ $now }</b>
library-yours = YOURS
library-yours-kept = { $notes } { $notes ->
    [one] note
   *[other] notes
 } and { $spellings } { $spellings ->
    [one] question with a spelling of yours
   *[other] questions with spellings of yours
 } stay as they are.
library-copy-first = A copy of your data is made first.
library-data-only = A pack is text: nothing in it is run. Your data stays as it is.
library-taken = { $pack } { $version } is in place; copy: { $backup }
library-renamed = renamed
library-happening-packs = The packs that you learn from: built in, installed from a file, or followed in a folder.
library-happening-flags = What you told about questions. It stays here until you take it back or give it to an author.
library-happening-notes = Your notes on lessons and questions.
library-happening-offer = Nothing has changed yet. Enter takes the pack in; Esc leaves everything as it is.
library-copied = A copy to edit: { $path }
