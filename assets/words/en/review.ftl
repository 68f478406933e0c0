# The review: questions, feedback, summary, and what lies over them.

review-title = Review
review-title-questions = Questions
review-title-ahead = Ahead of time
review-title-test-out = Test out
review-title-practice = Practice
review-finished = Review finished
review-position = { $n } of { $all }
review-about-left = about { $time } left
review-paused = paused
review-more = more

# While a question is asked.
review-hint = Hint.
review-guess-on = <b>A guess.</b> Even if it is right, it counts as not known yet.
review-no-guess = no guess
review-near = "{ $word }" is a valid word, and not the one meant here. Try again.
review-ask-all = choose all that apply
review-multi-chosen = { $n } chosen. The number of right answers is not shown on purpose.
review-tip-guess = Not sure? Press <k>g</k> first: a lucky guess is not counted as known.
review-true = true
review-false = false
review-because = because ...
review-ask-verdict = true or false?
review-ask-reason = and why?
review-your-verdict = your verdict
review-tip-reason = A reason is asked for, so a coin flip is worth 1 in { $n } and not 1 in 2.
review-your-answer = YOUR ANSWER
review-commands = COMMANDS
review-tip-drill = One sentence is enough. A list of words looks for the point; your own grade on the next screen counts more.
review-tip-typed = Case, spaces and one typo in a long word are forgiven. If the machine is wrong, press <k>r</k> on the next screen.
review-gap = Gap { $n } of { $all }
review-words = WORDS
review-tip-bank = <k>Esc</k> then <k>w</k> shows words to choose from; the grade is then at most hard.
review-carrying = carrying: j/k moves it, Space puts it down
review-carrying-small = carrying
review-tip-order = Quick way: type the numbers in your order, for example { $example }
review-order-so-far = Your order so far: <b>{ $order }</b>
review-tip-match = Press the letter for the marked row; the marker moves on by itself.{ $n ->
    [0] { "" }
    [one] { " " }One letter stays unused.
   *[other] { " " }{ $n } letters stay unused.
}
review-match-row = row { $n } of { $all }: choose its letter
review-match-so-far = So far: <b>{ $letters }</b>
review-chosen = chosen
review-tip-line = Move to the line and press <k>Enter</k>.
review-scene-step = step { $n } of at most { $most }
review-so-far = SO FAR
review-you-chose = You chose:
review-cost = It cost:
review-tip-scenario = What counts is your first choice in each step. Going back only explores.

# What came of an answer.
review-right = Right.
review-partly = In part.
review-not-yet = Not yet.
review-not-known = Not known yet.
review-verdict-chose = You chose { $chosen }, the answer is { $right }.
review-verdict-answer = The answer is { $right }.
review-verdict-multi = You found { $found } of { $all }.
review-verdict-multi-extra = You found { $found } of { $all }, and chose { $extra } that { $extra ->
    [one] does
   *[other] do
} not belong.
review-verdict-true = It is <b>true</b>, because of { $reason }.
review-verdict-false = It is <b>false</b>, because of { $reason }.
review-verdict-true-other-reason = It is true, and the reason is { $reason }.
review-verdict-false-other-reason = It is false, and the reason is { $reason }.
review-verdict-parts = { $right } of { $all } { $right ->
    [one] is
   *[other] are
} right.
review-verdict-near = A neighbour of the word that is meant.
review-verdict-order = { $right } of { $all } { $right ->
    [one] stands in its
   *[other] stand in their
} place.
review-verdict-line = You chose line { $chosen }, the answer is line { $right }.
review-verdict-line-answer = The answer is line { $right }.
review-typo-forgiven = One typo is forgiven.
review-guess = guess
review-guess-right = It was a guess, so it counts as not known yet.
review-hint-used = With help, so the grade is at most hard.
review-your-choice = Your choice.
review-your-choice-small = your choice:
review-not-chosen = Right, and not chosen.
review-not-chosen-small = right, and not chosen:
review-others = <k>w</k> shows { $n ->
    [one] the other option
   *[other] the other { $n } options
}
review-others-near = <k>w</k> shows { $n ->
    [one] a word that is close, and why it is not the one
   *[other] { $n } words that are close, and why they are not the one
}
review-you-wrote = You wrote
review-answer = Answer
review-also-right = Also right
review-near-others = Close to it, and not the one:
review-your-sentence = Your sentence
review-drill-point = Point
review-drill-met = Met
review-drill-partly = Partly
review-drill-model = Model
review-drill-found = The words of the point are there.
review-drill-not-found = The words of the point were not found.
review-drill-own-grade = The check is a list of words and can be wrong: your own grade counts.
review-count-offer = Did you mean the same? <k>r</k> counts it as right, and accepts your spelling from now on.
review-gap-wrote = You wrote "{ $typed }".
review-gap-typo = You wrote "{ $typed }": one typo is forgiven.
review-order-had = You had "{ $step }" here.
review-order-yours = Your order was { $order }
review-match-had = You chose "{ $text }".
review-match-extra = { $n ->
    [one] This one belongs to nothing:
   *[other] These belong to nothing:
}
review-scene = Step { $n }.
review-leech = Forgotten { $n } times so far. Its lesson may help more than another review: <k>o</k> opens it.
review-seen-in = Seen in
review-source = Source
review-note = Note
review-your-note = YOUR NOTE
review-edit-note = edit
review-open-there = open there
review-open-small = open
review-copy = copy
review-copy-link = copy link
review-lesson = LESSON
review-flagged = flagged

# What was saved.
review-saved = Saved as <b>{ $grade }</b>. { $back }
review-not-saved = <warn>Not saved yet</warn>: <b>{ $grade }</b>. { $back }
review-saved-small = Saved as <b>{ $grade }</b>. { $back }
review-saved-step-small = Saved as <b>{ $grade }</b>. Back in 10 minutes, then tomorrow.
review-saved-synonym = Counted as right, another word for the same. Saved as <b>{ $grade }</b>. { $back }
review-saved-typo = Counted as right, a slip. Saved as <b>{ $grade }</b>. { $back }
review-saved-bad-question = Counted as right, the question is bad. Saved as <b>{ $grade }</b>. { $back }
review-back-step = Comes back in 10 minutes, then tomorrow.
# $when is "tomorrow" or "in 6 days".
review-back-day = Comes back { $when }.
review-back-practice = Practice: its schedule stays as it was.
review-change-grade = change the grade
review-taken-back = Taken back. <k>Enter</k> keeps it as it was, <k>1-4</k> with another grade, <k>u</k> answers anew.
review-taken-back-small = taken back
review-as-it-was = as it was
review-anew = answer anew
review-note-restored = Your unfinished note is here again
review-note-saved = note saved
review-note-removed = note removed
review-unsaved = { $n ->
    [one] { $n } answer waits
   *[other] { $n } answers wait
} for the disk: { $message }

# The summary.
review-items-time = { $n ->
    [one] { $n } item
   *[other] { $n } items
}, { $time }
review-recalled = <b>You recalled { $right } of { $all }.</b>
review-held-longer = Held longer
review-back-soon = Back soon
review-guessed-right = Guessed right
review-not-known-yet = counted as not known yet
review-days-to = { $from } to { $to } days
review-confidence = CONFIDENCE
review-sure = sure { $sure ->
    [one] { $sure } time
   *[other] { $sure } times
}, right { $right } of those
review-calibrated = well calibrated
review-more-sure-than-right = more sure than right
review-one-thing = ONE THING
review-one-miss = The miss is about "{ $section }".
review-both-misses = Both misses are about "{ $section }".
review-all-misses = All { $all } misses are about "{ $section }".
review-some-misses = { $here } of { $all } misses { $here ->
    [one] is
   *[other] are
} about "{ $section }".
review-read-section = Read that section again
review-practise = { $n ->
    [one] { $n } more question on it
   *[other] { $n } more questions on it
}
review-again = AGAIN
review-ask-steps = { $n ->
    [one] One comes back in a few minutes: ask it now
   *[other] { $n } come back in a few minutes: ask them now
}
review-next = NEXT
review-next-lesson = Lesson: { $title }
review-next-answer = Rehearse: { $title }
review-next-questions = Questions: { $title }
review-back-to-today = Back to Today
review-back-to-path = Back to the topic
review-left = LEFT
review-left-items = { $n ->
    [one] { $n } item keeps its place
   *[other] { $n } items keep their place
}, about { $minutes }
review-answers = ANSWERS
review-do-ask = ask now
review-do-read = read
review-do-practise = practise
review-empty-due = <b>Nothing is due.</b> What you know holds; the next thing of the plan is on Today.
review-empty = <b>There is nothing to ask here.</b> The topic has no question of this kind at the moment.

# Sheets.
review-pause-title = Paused
review-pause-continue = Continue
review-pause-finish = Finish now and see the summary
review-pause-leave-alone = Leave
review-pause-leave = Leave, come back later
review-pause-shorten = Shorten to 5 more minutes
review-pause-undo = Undo the last answer
review-pause-saved = { $saved ->
    [one] { $saved } answer is
   *[other] { $saved } answers are
} saved, { $ahead ->
    [one] { $ahead } item keeps its
   *[other] { $ahead } items keep their
} place.
review-pause-saved-alone = { $saved ->
    [one] { $saved } answer is
   *[other] { $saved } answers are
} saved. { $ahead ->
    [one] { $ahead } question is
   *[other] { $ahead } questions are
} left; leaving ends this session.
review-pause-waiting = { $n ->
    [one] { $n } answer waits
   *[other] { $n } answers wait
} for the disk; everything else is saved.
review-again-quits = again quits
review-flag-title = What is wrong with it?
review-flag-kept = flagged: { $reason }
review-count-title = Why does yours count?

# Why an item is asked now, for the help.
review-why-practice = You asked for practice. Answers are kept in the log, and the schedule stays as it was.
review-why-ahead = You look ahead of the schedule, which stays as it was.
review-why-test-out = A sample of the topics that you want to test out of. What you know here need not be read.
review-why-new = This is new for you: you have not answered it before.
review-why-changed = The answer to this question has changed since you answered it, so it is asked as a new one.
review-why-step = You did not recall it a short while ago. A second try on the same day makes it last.
review-why-due-today = It is due today.
review-why-due-since = It has been due for { $days }.
review-why-chance = You answered it last { $last }, and the chance that you still recall it has come down to { $chance }; your aim is { $aim }%.
review-why-budget = The time that you set for today was used up, so the session stopped between two questions. Nothing of it is forgotten.
