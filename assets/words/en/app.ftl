# What the program itself says: sizes, toasts, leaving.
small-needs = jenjang needs 44 x 12
small-here = this window: { $w } x { $h }
small-saved = Everything is saved.
small-keys = p plain lines   q quit
toast-again-to-quit = Press Ctrl-C again to quit; everything is saved
toast-undo-below = Close this first, then take it back where it was done
toast-nothing-to-undo = There is nothing to take back
toast-nothing-to-redo = There is nothing to bring back
toast-undone = Taken back: { $what }
toast-redone = Brought back: { $what }
toast-paste-ignored = Nothing here takes pasted text
toast-copied = Copied { $n } { $n ->
    [one] character
   *[other] characters
 } to the terminal's clipboard
toast-exported = Written to { $path }
toast-export-trouble = The file could not be written: { $why }
toast-editor-trouble = The editor could not be run: { $why }
toast-settings-trouble = The setting holds until you leave; the file could not be written: { $why }
toast-read-only = { $who ->
    [folder] This window only looks: the data folder cannot be written
   *[window] This window only looks: another jenjang (process { $pid }) is writing
}
deed-answered = answer
deed-regraded = changed grade
deed-counted = counted as right
deed-deferred = put off to later
deed-called-up = questions called up for tomorrow
deed-outdated = answer changed with an update, asked again
deed-flagged = flag
deed-noted = note
deed-note-removed = removed note
deed-known = marked as known
deed-not-known = marked as not known
deed-read = lesson read
deed-rehearsed = rehearsed answer
deed-practised = grading practice
deed-mocked = mock interview
deed-story-told = story
deed-story-removed = removed story
deed-rated = rated a statement
deed-proved = evidence
deed-proof-removed = removed evidence
deed-followed = took up a track
deed-unfollowed = put a track away
deed-aimed = gap plan put into Today
deed-unaimed = gap plan taken out of Today
deed-ticked = ticked on a checklist
deed-unticked = tick removed
deed-work-begun = began a checklist
deed-lived = day played
deed-work-put-away = put a checklist away
deed-undone = undo
deed-redone = redo
recovered-title = Your data file was damaged
recovered-aside = It is kept as it was: { $path }
recovered-copy = The newest verified copy took its place: { $path }
recovered-empty = There was no verified copy, so a new file was begun beside it.
recovered-salvaged = Answers that could still be read from the damaged file and were taken over: { $n }
