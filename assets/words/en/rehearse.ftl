# Rehearse and its interviews, stage by stage.

# The place.
rehearse-tab-one = One
rehearse-tab-past = Past
rehearse-happening-one = One interview question: think, answer, follow-ups, then you grade yourself point by point and see the model answer. Every field has a default; <k>Enter</k> starts.
rehearse-happening-past = Every answer that you gave, the newest first. The best one of each question is marked. Open one to read it beside the model.
rehearse-happening-stories = A story of your own answers several questions about your work. Write it once, then choose the questions.
rehearse-empty = <b>No interview question is installed.</b> Packs bring them.
rehearse-none-answered = <b>{ $of } questions wait.</b> The first one takes about ten minutes.
rehearse-answered = <b>{ $n } of { $of } questions</b> answered, { $weak ->
    [0] none of them weak.
   *[other] { $weak } of them weak.
}
rehearse-predictions-close = You predict well.
rehearse-predictions-high = You expect { $by } points too much.
rehearse-predictions-low = You expect { $by } points too little.
rehearse-go-on = Go on
rehearse-left = waits for your answer
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

# Marks.
mark-missed = missed
mark-partly = partly
mark-met = met
interview-was = was { $mark }

# Signals.
signal-requirements = Requirements
signal-design = Design
signal-scale = Scale
signal-failure = Failure
signal-communication = Communication
signal-situation = Situation
signal-task = Task
signal-action = Action
signal-result = Result
signal-reflection = Reflection

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
interview-nothing = (nothing)
interview-red-flags = RED FLAGS
interview-signals = SIGNALS
