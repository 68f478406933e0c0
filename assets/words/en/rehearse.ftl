# Rehearse and its interviews, stage by stage.

# The place.
rehearse-tab-one = One
rehearse-tab-past = Past
rehearse-happening-one = One interview question: think, answer, follow-ups, then you grade yourself point by point and see the model answer. Every field has a default; Enter starts.
rehearse-happening-past = Every answer that you gave, the newest first. The best one of each question is marked. Open one to read it beside the model.
rehearse-happening-stories = A story of your own answers several questions about your work. Write it once, then choose the questions.
rehearse-empty = <b>No interview question is installed.</b> Packs bring them.
rehearse-none-answered = <b>{ $of } { $of ->
    [one] question waits
   *[other] questions wait
 }.</b> The first one takes about ten minutes.
rehearse-answered = <b>{ $n } of { $of } { $of ->
    [one] question
   *[other] questions
 }</b> answered, { $due ->
    [0] none of them due.
   *[other] { $due } of them due.
}
rehearse-predictions-close = You predict well.
rehearse-predictions-high = You expect { $by } { $by ->
    [one] point
   *[other] points
 } too much.
rehearse-predictions-low = You expect { $by } { $by ->
    [one] point
   *[other] points
 } too little.
rehearse-go-on = Go on
rehearse-left = waits for your answer
rehearse-left-mock = in a mock interview
rehearse-left-answered = waits for your grades
rehearse-interviewer = Interviewer
rehearse-interviewers = INTERVIEWERS
rehearse-anyone = whoever asks it
rehearse-now = now { $name }
rehearse-question = Question
rehearse-last = last { $n } of { $of }
rehearse-not-asked = not asked yet
rehearse-level = Level
rehearse-level-n = level { $n }
rehearse-level-target = the one you climb to
rehearse-level-other = the question is of level { $n }
rehearse-level-own = that of the question
rehearse-answer-by = Answer by
rehearse-typing = typing
rehearse-typing-more = grades are suggested from your words
rehearse-speaking = speaking aloud
rehearse-speaking-more = then key words; nothing is recorded
rehearse-clock = Clock
rehearse-real = real
rehearse-real-more = { $time } to answer, then it ends
rehearse-relaxed = relaxed
rehearse-relaxed-more = { $time }, and it goes on counting
rehearse-no-clock = none
rehearse-no-clock-more = the try is marked as untimed
rehearse-extra = Extra time
rehearse-extra-none = none
rehearse-extra-half = half as much again
rehearse-extra-double = twice as much
rehearse-follow-ups = Follow-ups
rehearse-follow-ups-n = { $n ->
    [0] none
   *[other] up to { $n }
}
rehearse-language = Language
rehearse-english = English
rehearse-english-more = Indonesian allowed
rehearse-indonesian = Indonesian
rehearse-indonesian-more = English allowed
rehearse-your-answers = YOUR ANSWERS, WEAKEST FIRST
rehearse-last-label = last
rehearse-tries = tries
rehearse-next = next
rehearse-met = { $n } of { $of }

# Past answers.
rehearse-past-answers = { $n ->
    [one] 1 PAST ANSWER
   *[other] { $n } PAST ANSWERS
}
rehearse-no-answers = <b>No answer yet.</b> Each one that you grade is kept here, the best of each question marked. <k>s</k> shows your stories.
rehearse-stories-n = { $n ->
    [0] stories
    [one] 1 story
   *[other] { $n } stories
}
rehearse-try = try
rehearse-points = points
rehearse-when = when
rehearse-best = best
rehearse-attempt = attempt { $n }
rehearse-spoken = spoken
rehearse-untimed = untimed
rehearse-marked-by-other = graded by somebody else
rehearse-marked-by = graded by { $name }
rehearse-marks = GRADES
rehearse-not-installed = the question is not installed any more
rehearse-stories-opening = <b>One story, many questions.</b> Five or six good ones answer most questions about your work.
rehearse-your-stories = { $n ->
    [one] 1 STORY
   *[other] { $n } STORIES
}
rehearse-answers-n = { $n ->
    [0] no question yet
    [one] answers 1 question
   *[other] answers { $n } questions
}
rehearse-your-story = YOUR STORY
rehearse-story-first-line = the first line is its name
rehearse-story-saved = story saved: { $title }
rehearse-story-removed = story removed: { $title }; u brings it back
rehearse-story-restored = your unsaved text is back
rehearse-story-no-questions = no installed question asks for a story
rehearse-story-answers = It answers

interview-was = was { $mark }

# Own words beside the model.
interview-yours = YOURS
interview-model = MODEL
interview-words = { $n ->
    [one] 1 word
   *[other] { $n } words
}
interview-words-time = { $n ->
    [one] 1 word, { $time }
   *[other] { $n } words, { $time }
}
interview-made-unseen = (the word list did not see it)
interview-nothing = (nothing)
interview-red-flags = RED FLAGS
interview-signals = SIGNALS

# An interview: thinking and answering.
interview-title = Interview
interview-missing = <b>This question is not there any more.</b> The pack that brought it was changed or removed.
interview-think-left = think  <b>{ $time }</b> left
interview-time-of = <b>{ $time }</b> of { $all }
interview-notes-label = NOTES
interview-notes-note = not graded, they stay beside your answer
interview-notes-note-small = not graded
interview-notes = Notes
interview-stories = Your stories
interview-clarify-tip = You may ask one question back before you start.
interview-think-tip = A plan in a few words is enough.
interview-clarify-title = Ask one question back
interview-commands-think = commands: ask back, clock, pause
interview-commands-answer = commands: clock, pause
interview-saved = saved
interview-saved-ago = saved { $ago }
interview-key-words = KEY WORDS, A LINE EACH
interview-speak-now = <b>Speak your answer aloud.</b> Nothing is recorded. <k>Space</k> stops; then you note your key words, a line each.
interview-follow-up = follow-up { $n }
interview-follow-up-of = follow-up { $n } of { $of }
interview-why = Why this one: point { $n } of { $of } was not found in your answer; you read it when you grade. The check is a word list by the author and can be wrong.
interview-why-other = <k>Esc n</k> takes the other follow-up.

# Prediction.
interview-predict-title = Predict
interview-predict = <b>How many of the { $n } points did you make?</b> Say it before you see them.
interview-predict-why = Your guess is held against your own grades. Whoever knows how good an answer was knows what to practise next.

# Grading.
interview-practice-title = Practise grading
interview-practice-top = <b>Grade this answer of somebody else.</b> The true grades come after.
interview-practice-agreed = <b>{ $n } of { $of } grades agree.</b> Where they do not, the true one stands beside yours.
interview-sample-of = sample { $n } of { $of }
interview-true-mark = it is { $mark }
interview-practised = <b>{ $n } of { $of } grades agreed with the true ones.</b> Your own answers are graded in the same way.
interview-grade-title = Grade your answer
interview-grade-top = <b>Is it in your words?</b> The model answer comes after this.
interview-grade-tip = A ? marks a suggestion. Nothing is saved until you press a key.
interview-grade-tip-spoken = You spoke, so nothing is suggested. Grade what you said, not only the key words.
interview-point = point
interview-point-of = point { $n } of { $of }
interview-said-now = you said { $n }, now
interview-suggested = suggested
interview-missed-means = none of it is there
interview-from-follow-up = from follow-up { $n }
interview-your-words = YOUR WORDS
interview-your-key-words = YOUR KEY WORDS
interview-not-found = NOT FOUND BY THE WORD LIST. YOUR ANSWER:
interview-other-places = other places
interview-flags-title = Red flags
interview-flags-top = <b>Did you say this?</b> It would worry an interviewer. Words can mislead: you decide.
interview-flag-true = true
interview-flag-false = not so
interview-flag-label = FLAG
interview-signals-title = Signals
interview-signals-top = <b>What did the answer show?</b> One key for each row.
interview-signal-0 = not shown
interview-signal-1 = a little
interview-signal-2 = well
interview-signal-3 = fully

# Beside the model.
interview-compare-title = Compare
interview-counts = { $met } met, { $partly } partly, { $missed } missed
interview-more-above = back
interview-whole = whole texts
interview-by-points = point by point
interview-whole-text = THE WHOLE TEXT
interview-no-sentence = (in no single sentence)
interview-question = QUESTION
interview-seen-now = <b>Would you change a grade?</b> Point { $n }: { $point }

# Debrief.
interview-debrief-title = Debrief
interview-attempt-of = attempt { $n } of this question
interview-points = { $n } of { $of } points
interview-first-try = your first try
interview-try-n = try { $n }
interview-row-points = Points
interview-row-words = Words
interview-row-time = Time
interview-row-said = You said
interview-target-words = target { $from }-{ $to }
interview-target-time = target { $time }
interview-off-by = off by { $n }
interview-keep-label = KEEP
interview-fix-label = FIX
interview-next-label = NEXT
interview-keep = "{ $point }" is there again.
interview-keep-first = "{ $point }" is there.
interview-keep-new = "{ $point }" is there now.
interview-fix = <b>{ $point }</b>: { $met }
interview-do-drill = Practise that sentence now
interview-returns = This answer returns <b>{ $day }</b>.
interview-joins = "{ $point }" joins your reviews as one short question.
interview-join = { $n } points join your reviews as short questions.
interview-kept = This answer is kept in your answer book.
interview-best = Attempt { $n } is your best so far and is kept in your answer book.
interview-kept-beside = Attempt { $n } is kept in your answer book beside your best one.
interview-sounds-like = LEVEL { $n } SOUNDS LIKE THIS

# Pause.
interview-pause-finish = Stop here and grade what there is
interview-pause-undo = Take the last step back
interview-pause-discard = Throw this answer away
interview-pause-clock = The clock stands, and your text is saved.
interview-pause-saved = Everything so far is saved.

# What is happening.
interview-happening-think = Time to think. Your notes stay beside your answer and are not graded. You may ask one question back, as in a real interview.
interview-happening-answer = Answer as you would say it. Your text is saved every two seconds. When the clock is real, its end ends the answer.
interview-happening-speak = Speak aloud; nothing is recorded. Afterwards you note key words and grade yourself.
interview-happening-follow-up = The follow-up asks for the heaviest point that was not found in your answer, and that the last two tries were not asked for.
interview-happening-practice = Before your first answer of a kind you grade two samples whose true grades are known, so that your own grades mean something.
interview-happening-grade = You grade your own words point by point, before the model answer can change your mind. The program only suggests.
interview-happening-compare = Your sentences stand beside those of the model. A grade can still be changed; both are kept.
interview-happening-debrief = Tries side by side, one thing to keep, one to fix. Missed points return in your reviews as one-sentence questions.
rehearse-yours-first = { $n ->
    [one] those of your track first
   *[other] those of your tracks first
}
rehearse-set = Questions of
rehearse-all-questions = every topic
rehearse-questions-n = { $n } { $n ->
    [one] question
   *[other] questions
}
