# Today: the plan, where one left off, the week.

# The sentence with the answer of the screen.
today-due = <b>{ $n } { $n ->
    [one] item
   *[other] items
 } due today</b>{ $lessons ->
    [0] {""}
    [one] , and one lesson
   *[other] , and { $lessons } lessons
}
today-to-answer = <b>{ $n } { $n ->
    [one] item
   *[other] items
 } to answer today</b>{ $lessons ->
    [0] {""}
    [one] , and one lesson
   *[other] , and { $lessons } lessons
}
today-only-answer = <b>Nothing is due today</b>, one interview answer is next
today-only-lesson = <b>Nothing is due today</b>, one lesson is next
today-welcome = Welcome. <b>Your first lesson takes { $minutes }</b>
today-away = Welcome back. <b>{ $n } days away</b>; today's share is <b>{ $minutes }</b>
today-reading = Reading what there is to learn
today-done = <b>Done for today</b>
today-nothing = <b>Nothing is due today</b>
today-empty = <b>There is nothing to learn yet</b>
today-so-far = <good>✓</good> { $n } answered, { $minutes }
today-a-day = at { $minutes } a day
today-only = { $minutes } today only

# Banners.
today-read-only = { $who ->
    [folder] The data folder cannot be written; this window only looks
   *[window] Another jenjang (process { $pid }) writes; this window only looks
}
today-unsaved = { $n } { $n ->
    [one] answer waits
   *[other] answers wait
 } to be saved, and it is tried again: { $why }
today-trouble = { $n ->
    [one] The pack { $pack } was not loaded
   *[other] { $n } packs were not loaded
}: { $errors } { $errors ->
    [one] problem
   *[other] problems
}
today-trouble-show = show

# Rows.
today-label = TODAY
today-row-review = Review { $n } { $n ->
    [one] item
   *[other] items
}
today-row-catch-up = Catch-up, day { $day } of { $days }: { $n } { $n ->
    [one] item
   *[other] items
}
today-row-resume = Go on with the review: { $n } { $n ->
    [one] item
   *[other] items
}
today-row-answered = { $n } answered
today-row-lesson = Lesson: { $title }
# Beside a lesson that the gap plan of the career ladder has brought.
today-for-level = for Level { $n }
today-row-questions = Questions: { $title }
today-questions = { $n } { $n ->
    [one] question
   *[other] questions
}
today-items = { $n } { $n ->
    [one] item
   *[other] items
}
today-row-answer = Rehearse a weak answer
today-row-ask = Rehearse an interview question
today-row-next = Look ahead: the next lesson
today-row-weak = Practise a weak spot
today-row-next-small = Next lesson: { $title }
today-row-weak-small = Weak spot: { $title }
today-row-ahead = Answer ahead of time
today-row-ahead-second = what will be due next

# The field for today's minutes.
today-minutes-ask = Minutes for today only
today-minutes-note = 0 is until done

# Done for today.
today-done-answers = { $n } { $n ->
    [one] answer
   *[other] answers
}
today-done-lessons = { $n } { $n ->
    [one] lesson
   *[other] lessons
}
today-done-rehearsals = { $n } { $n ->
    [one] rehearsal
   *[other] rehearsals
}
today-done-recalled = You recalled <b>{ $right } of { $n }</b>.{ $missed ->
    [0] {""}
    [one] {" "}The other one comes back tomorrow.
   *[other] {" "}The other { $missed } come back tomorrow.
}
today-step = { $n } { $n ->
    [one] item comes
   *[other] items come
} back { $when }{ $n ->
    [one] {""}
   *[other] , or soon after
}
today-tomorrow-label = TOMORROW
today-tomorrow = about { $minutes }: { $n } { $n ->
    [one] item
   *[other] items
}
today-tomorrow-lesson = , lesson "{ $title }"
today-mood = STILL IN THE MOOD?
today-mood-note = the schedule stays as it is
today-close = Or close the terminal: everything is saved.
today-empty-why = jenjang reads lessons and questions from content packs; none could be used.
today-empty-how = A pack of your own: jenjang pack check FOLDER says what it lacks.

# What lies around the plan.
today-left-off = PICK UP WHERE YOU LEFT OFF
today-left-answer = One interview question
today-left-mock = Mock interview: question { $n } of { $of } is next
today-left-answer-begun = Interview: { $title }
today-left-answer-who = { $who }, level { $level }
today-left-answer-level = level { $level }
today-left-off-small = Continue: { $title }
today-week = THIS WEEK
today-week-small = WEEK
today-study-days = <b>{ $n }</b> study { $n ->
    [one] day
   *[other] days
}
today-aim = your aim is { $n }
today-aim-reached = your aim was { $n }
today-aim-small = aim { $n }
today-fading = FADING
today-later-label = LATER
today-later = { $n } more { $n ->
    [one] item
   *[other] items
}, spread over the next { $days } { $days ->
    [one] day
   *[other] days
}
today-later-small = { $n } { $n ->
    [one] item
   *[other] items
} over { $days } { $days ->
    [one] day
   *[other] days
}
today-later-tomorrow = { $n } { $n ->
    [one] item
   *[other] items
} tomorrow, about { $minutes }
today-show-plan = show plan

# The plan of the week.
today-week-title = Plan of the week
today-week-spread = { $n } { $n ->
    [one] item waits; it is
   *[other] items wait; they are
 } spread over { $days } { $days ->
    [one] day
   *[other] days
}.
today-week-even = Nothing waits beyond what each day brings.
today-pane = NEXT 7 DAYS

# Toasts and help.
today-nothing-due = Nothing is due now
today-no-lesson = No lesson is open; Path has them all
today-happening = Reviews come first, then at most one new topic, within your minutes. Minutes come from your own pace for each kind of question. What does not fit is spread over the days to come. Once you rehearse, every second day has one interview answer, the weakest. Enter starts the marked row; each answer is saved when you give it.
today-left-day = Working day: { $title }
today-left-day-at = goes on at { $time }
today-left-day-end = stand-up to write
