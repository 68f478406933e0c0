# Sessions as lines. The first word of each line is stable, so that braille and speech users can skip.
plain-review-start = Review. { $n } { $n ->
    [one] question
   *[other] questions
 }, about { $minutes }. Type h for help at any time.
plain-question = Question { $i } of { $n }. Topic: { $topic }. { $kind }.
plain-kind-single = Single choice, { $n } options
plain-kind-multi = Several may be right, { $n } options
plain-kind-true-false = True or false, with one of { $n } reasons
plain-kind-short = Short answer
plain-kind-cloze = Fill { $n } { $n ->
    [one] gap
   *[other] gaps
 }
plain-kind-order = Put { $n } steps in order
plain-kind-match = Match { $n } rows
plain-kind-line = Find a line among { $n }
plain-kind-scenario = Scenario, step by step
plain-kind-drill = One sentence, a point of an interview answer
plain-how-pick = Answer with a number.
plain-how-multi = Answer with all numbers that are right, for example 1 3.
plain-how-verdict = Answer with a number and a letter, for example 2 a.
plain-how-typed = Type the answer. Commands begin with a slash: /hint, /unknown, /later, /help.
plain-how-cloze = Type the words in order, with a semicolon between them. Commands begin with a slash: /hint, /words, /unknown, /help.
plain-how-order = Answer with the numbers in the right order, for example 2 1 3.
plain-how-match = Answer with a letter for each row in turn, for example c a b.
plain-how-line = Answer with the number of the line.
plain-true = true
plain-false = false
plain-gap = [gap { $n }]
plain-bank = Words: { $words }
plain-you-chose = You chose: { $choice }
plain-cost = Cost: { $cost }
plain-scene = Step { $n }.
plain-result-right = Result: right.
plain-result-partly = Result: in part.
plain-result-not-yet = Result: not yet.
plain-result-guess = Result: right, as a guess. Counted as not known yet.
plain-result-unknown = Result: not known yet.
plain-typo = Spelling: one slip forgiven, it is { $answer }.
plain-reason = Reason: { $text }
plain-verdict = Verdict: { $verdict }.
plain-option-right-yours = Option { $n }: right, your choice. { $why }
plain-option-right = Option { $n }: right. { $why }
plain-option-yours = Option { $n }: your choice. { $why }
plain-option = Option { $n }: { $why }
plain-your-step-right = Yours { $n }: { $text }, in its place.
plain-your-step = Yours { $n }: { $text }, not in its place.
plain-step = Step { $n }: { $text }
plain-pair = Pair: { $left }: { $right }
plain-extra = Unused: { $text }
plain-line-right = Line { $n }: right. { $why }
plain-line-right-yours = Line { $n }: right, your choice. { $why }
plain-line-yours = Line { $n }: your choice. { $why }
plain-line = Line { $n }: { $why }
plain-line-other = Line { $n }: your choice, not the cause.
plain-choice-best-yours = Choice: { $text }. Best, yours. { $why }
plain-choice-best = Choice: { $text }. Best. { $why }
plain-choice-yours = Choice: { $text }. Yours. { $why }
plain-choice = Choice: { $text }. { $why }
plain-gap-right = Gap { $n }: right, { $answer }
plain-gap-not-yet = Gap { $n }: you wrote "{ $typed }", the answer is { $answer }
plain-gap-open = Gap { $n }: { $answer }
plain-answer-right = Answer: right, { $answer }
plain-answer-not-yet = Answer: you wrote "{ $typed }", it is { $answer }
plain-answer = Answer: { $answer }
plain-drill-found = Found: the words of the point are there.
plain-drill-not-found = Not found: the words of the point.
plain-drill-point = Point: { $text }
plain-drill-met = Met when: { $text }
plain-drill-partly = Partly: { $text }
plain-drill-model = Model: { $text }
plain-drill-own-grade = Your own grade counts, the check is a list of words: type 1 to 4.
plain-near = Not this one: { $text }
plain-source = Source: { $text }
plain-note = Note: { $text }
plain-saved = Saved: { $grade }. Next: { $when }.
plain-saved-practice = Saved: { $grade }, as practice. The schedule stays as it was.
plain-next = Enter for next, or: grade, undo, lesson, note, flag, quit.
plain-next-count = Enter for next, or: grade, undo, countmine, lesson, note, flag, quit.
plain-taken-back = Taken back. Enter keeps it as it was, 1 to 4 with another grade, undo asks anew.
plain-noted = Saved: your note.
plain-unknown = Not understood. Type h for help.
plain-hint = Hint: { $text }
plain-leech = This one keeps slipping. Its lesson may help more than another review.
plain-try-again = Try again: another valid word, without penalty. { $why }
plain-flag-why = Flag: what is wrong? Answer with a number.
plain-count-why = Count mine as right: why? Answer with a number.
plain-paused = Paused.
plain-nothing-due = Nothing is due. "jenjang learn" opens the next lesson.
plain-summary = Summary: { $right } of { $n } recalled, { $time }.
plain-confidence = Confidence: sure { $sure } { $sure ->
    [one] time
   *[other] times
 }, right { $right } of those.
plain-comes-back = Comes back soon: { $text }
plain-one-thing = One thing: read "{ $section }" in { $topic } again.
plain-left = Left for later: { $n }.
plain-ask-steps = Type 1 to ask the { $n ->
    [one] one that comes
   *[other] { $n } that come
 } back soon now, or quit.
grade-forgot = forgot
grade-hard = hard
grade-good = good
grade-easy = easy
flag-wrong-key = The answer is not right
flag-unclear = The question is unclear
flag-two-right = More than one answer is right
flag-language = Spelling or language
flag-outdated = No longer true today
count-synonym = Another word for the same
count-typo = A slip of the fingers
count-bad-question = The question is bad
