### Lessons: reading, checks in place, the end.

# Header. $left is a duration such as "2 min".
lesson-where = { $n } of { $all }
lesson-left = about { $left } left
lesson-done = read to the end
lesson-took = { $time }

lesson-loading = Opening the lesson
lesson-missing = This lesson cannot be opened.
lesson-missing-how = It may belong to a pack that was removed. What you answered is kept.
lesson-check-missing = The question of this check is not installed.
lesson-empty = This lesson has no text yet.
lesson-next = next
lesson-see-also = See also
lesson-your-note = YOUR NOTE

# Checks.
lesson-guess = it's a guess
lesson-guess-noted = guess
lesson-hint = Hint: { $text }
lesson-enter-type = type
lesson-enter-line = choose a line
lesson-scroll = code
lesson-enter-submit = submit
lesson-all-that-apply = Choose all that apply.
lesson-true = true
lesson-false = false
lesson-because = because
lesson-answer = Answer
lesson-carried = carried
lesson-order-so-far = Your order so far: <b>{ $digits }</b>
lesson-chose = You chose: { $text }
lesson-near = Another valid word: { $why } Try again.

# After an answer. $grade is 1 to 4, $when such as "in 6 days".
lesson-saving = saving
lesson-saved = saved as { $grade ->
    [1] <b>forgot</b>
    [2] <b>hard</b>
    [3] <b>good</b>
   *[4] <b>easy</b>
}
lesson-saved-until = saved as { $grade ->
    [1] <b>forgot</b>
    [2] <b>hard</b>
    [3] <b>good</b>
   *[4] <b>easy</b>
}, back { $when }
lesson-right = <b>Right.</b>
lesson-right-guess = <b>Right</b>, as a guess: it counts as not known yet.
lesson-partly = <b>Partly.</b>
lesson-term-also = Also called: { $names }
lesson-term-taught = Taught in: { $title }
lesson-not-yet = <b>Not yet.</b>
lesson-not-yet-single = <b>Not yet.</b> You chose { $chosen }, the answer is { $right }.
lesson-not-known = <b>Not known yet.</b> This is how it goes:
lesson-typo = { $answer } (you wrote { $typed })
lesson-you-wrote = { $answer }, not { $typed }
lesson-you-matched = You matched it with { $text }
lesson-your-place = you: { $n }
lesson-all-reasons = all reasons
lesson-fewer-reasons = fewer reasons
lesson-answer-again = answer again

# Find, contents, notes, pause.
lesson-find = Find
lesson-found = { $n } of { $all }: { $text }
lesson-not-found = Nothing here says "{ $text }"
lesson-contents = Contents
lesson-start = Start
lesson-note = Note
lesson-note-to = To: { $text }
lesson-flag = What is wrong here
lesson-paused = Paused
lesson-pause-continue = Continue
lesson-pause-leave = Leave, come back later
lesson-pause-undo = Undo the last answer
lesson-pause-kept = Your place is kept: { $percent } read.
lesson-pause-unsaved = Waiting for the disk; stay for a moment.
lesson-no-notes = None yet; <k>a</k> writes one.

# The end.
lesson-in-short = IN SHORT
lesson-checks-right = { $right } of { $all } { $all ->
    [one] check
   *[other] checks
 } right
lesson-next-up = NEXT
lesson-try = Try { $n } { $n ->
    [one] question
   *[other] questions
 } now
lesson-next-lesson = Lesson: { $title }
lesson-read-again = Read it again from the top
lesson-close = Back
lesson-choose = choose
lesson-happening = A lesson. Its checks are questions like those of a review: each answer is saved at once and comes back when it is about to fade. Your place is kept on every page.
