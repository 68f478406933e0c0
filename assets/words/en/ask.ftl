# An interview question as lines. The first word of each line is stable, so that braille and speech users can skip.

ask-word-pause = pause
ask-interviewer = Interviewer: { $who }.
ask-says = Says: { $text }
ask-question = Question: { $text }
ask-translated = Meaning: { $text }
ask-you-ask = You: { $text }
ask-story = Story: { $title }
ask-clarify = Ask one question back. Answer with its number, or back.
ask-no-clock = no clock
ask-how-think = Think: { $time }. Lines are notes, not graded. Enter alone starts your answer. Commands begin with a slash: /pause, /help.
ask-how-think-clarify = Think: { $time }. Lines are notes, not graded. Enter alone starts your answer. Commands begin with a slash: /askback, /pause, /help.
ask-how-answer = Answer: { $time }. About { $from } to { $to } words, in lines; a line with a single dot ends it. Commands: /edit, /sofar, /clear, /undo, /pause, /help.
ask-how-speak = Speak: { $time }. Say it aloud, nothing is recorded. Enter stops.
ask-how-key-words = Keywords: a line each; a line with a single dot ends them. The clock stands.
ask-how-follow-up = Answer: { $time }. In lines; a line with a single dot ends it. Commands: /skip, /edit, /undo, /pause, /help.
ask-how-follow-up-other = Answer: { $time }. In lines; a line with a single dot ends it. Commands: /another, /skip, /edit, /undo, /pause, /help.
ask-follow-up = Follow-up { $n } of { $of }.
ask-why = Why: point { $n }, "{ $point }", was not found in your answer. The check is a word list by the author and can be wrong.
ask-heard = Heard: { $n } { $n ->
    [one] word
   *[other] words
 } in { $time }.
ask-heard-up = Heard: { $n } { $n ->
    [one] word
   *[other] words
 } in { $time }. The time was up.
ask-so-far = So far: { $n } { $n ->
    [one] word
   *[other] words
 }.
ask-so-far-left = So far: { $n } { $n ->
    [one] word
   *[other] words
 }, { $time } left.
ask-cleared = Cleared: what you typed here is gone. Type it anew.
ask-clock-left = Clock: { $time } left.
ask-clock-over = Clock: the time is over, and goes on counting.
ask-clock-up = Clock: the time is up. The line that you are typing still counts; Enter ends it.
ask-clock-up-think = Clock: the time to think is over. Enter starts your answer.
ask-clock-told = Clock: told at half time and 30 seconds before the end.
ask-clock-hidden = Clock: not told any more.
ask-notice = Note: { $text }.
ask-taken-back = Taken back: the last step.
ask-paused = Paused: { $title }. { $state }
ask-how-pause = Enter goes on, or: undo, discard, quit.
ask-how-pause-finish = Enter goes on, or: finish, undo, discard, quit.
ask-predict = Predict: how many of the { $n } points did you make? Answer with a number, before you see them.
ask-sample = Sample { $n } of { $of }.
ask-sample-text = Text: { $text }
ask-point = Point { $n } of { $of }: { $point }
ask-how-practice = Grade it with 1, 2 or 3, or skip.
ask-true-mark = True: { $point }, it is { $truth }, you said { $mark }.
ask-how-grade = A suggestion comes from the author's word list. Enter takes it; 1, 2 or 3 is your own grade. Also: undo, pause, help.
ask-found = Yours: { $text }
ask-found-follow-up = Yours, follow-up { $n }: { $text }
ask-not-found = Yours: not found by the word list.
ask-suggested = Suggested: { $mark }. Enter, or 1 to 3.
ask-marked = Graded: { $mark }. Enter, or 1 to 3.
ask-flag = Flag { $n } of { $of }: { $text }. { $why }
ask-how-flag = Enter if you said so, reject if not.
ask-signal = Signal { $n } of { $of }: { $name }.
ask-compare = Compare: { $own } { $own ->
    [one] word
   *[other] words
 } of yours, { $model } of the model.
ask-compared = Point { $n }, { $mark }: { $point }
ask-yours = Yours: { $text }
ask-model = Model: { $text }
ask-regraded = Point { $n }: { $mark }, was { $was }.
ask-how-compare = Enter keeps the grades. Also: 1 to 3 for point { $n }, a point and its grade such as 4 3, copy for the whole model, undo, pause.
ask-debrief = Debrief: { $points }, { $trend }.
ask-try = Try { $n }: { $met } of { $of } points, { $words } { $words ->
    [one] word
   *[other] words
 }, { $time }.
ask-target = Target: { $text }.
ask-target-words = { $from } to { $to } words
ask-target-time = under { $time }
ask-level = Level: { $text }
ask-anchor = Level { $n } sounds like: { $text }
ask-prediction = Prediction: { $text }
ask-calibration = Calibration: { $text }
ask-pauses = Paused: { $n } { $n ->
    [one] time
   *[other] times
 } while the clock ran.
ask-keep = Keep: { $text }
ask-fix = Fix: { $text }
ask-drill = Drill: { $text }
ask-flagged = Flag: { $text }
ask-next = Next: { $text }
ask-how-debrief = Saved. Enter ends, or: drill, lesson, askagain, answers, export, undo.
ask-how-debrief-done = Saved. Enter ends, or: askagain, answers, export, undo.
ask-enter-done = Enter ends.
ask-enter-next = Enter goes on.
ask-help-so-far = Say what you have typed here, and how much it is
ask-help-clear = Empty what you have typed here

# The set-up.
ask-start = Rehearse. { $n } { $n ->
    [one] question
   *[other] questions
 }, { $answered } answered. Type h for help, or /help where you type an answer.
ask-start-none = Rehearse. No interview question is installed.
ask-setup-question = Question: { $title }. { $kind }, level { $level }. { $state }
ask-setup-new = Not asked yet.
ask-setup-tried = Last { $n } of { $of }, tries { $tries }.
ask-setup = Set-up: { $who }, level { $level }, { $how }, clock: { $pressure }, { $minutes } to answer, extra time: { $extra }, follow-ups up to { $follow_ups }, { $language }.
ask-setup-anyone = whoever asks it
ask-setup-typed = typed
ask-setup-spoken = spoken aloud
ask-setup-kept = Unfinished: { $title } waits for your answer. Enter goes on with it; start asks what is named above.
ask-setup-kept-other = Unfinished: { $title } waits for your answer. Type continue to go on with it.
ask-setup-how = Enter starts. To change: question NAME, interviewer NAME, level 3, pressure relaxed, extra 1.5, aloud, followups 1, language id. Also: questions, interviewers, practise, help, quit.
ask-word-start = start
ask-word-question = question
ask-word-interviewer = interviewer
ask-word-level = level
ask-word-extra = extra
ask-word-follow-ups = followups
ask-word-language = language
ask-word-questions = questions
ask-word-interviewers = interviewers
ask-listed-question = { $id }: { $title }. { $kind }, level { $level }. { $state }
ask-listed-interviewer = { $id }: { $name }. { $cares }
ask-no-question = There is no interview question "{ $name }".
cli-no-interviewer = There is no interviewer "{ $name }". There are: { $names }.
ask-no-interviewer = There is no interviewer "{ $name }".
ask-kept = Kept: "jenjang ask" goes on with it.

# The answer book.
answers-none = No answer yet. "jenjang ask" asks the first question.
answers-line = { $day }: { $title } ({ $prompt }), try { $n }: { $met } of { $of } points, { $time }
