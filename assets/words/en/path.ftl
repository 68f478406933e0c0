# Path: the map, what is told of a topic, the sheets over it.

# The first row.
path-held-of = <b>{ $title }</b>   { $held } of { $all } topics held
path-held-small = <b>{ $title }</b>   { $held }/{ $all }
path-here = { $n } here, { $coming } to come
path-weakest-first = weakest first
path-shortest-first = shortest first
path-gap-first = for Level { $n } first
path-filtered = some are hidden
path-empty = There is nothing to learn yet.
path-all-hidden = Everything is hidden: f shows it again.

# The map.
path-coming = to come
path-coming-more = { $n } more
path-coming-count = { $n } { $n ->
    [one] topic
   *[other] topics
 } to come
path-still-to-come = These are still to be written. They are named so that you see the whole way.
path-fading-share = fading { $n }%
path-held = held
path-learning = learning
path-ready = ready
path-later = better later
path-fading = fading
path-find = Find

# What is told of a topic.
path-meta = { $minutes } lesson, { $n } { $n ->
    [one] question
   *[other] questions
}{ $prompts ->
    [0] { "" }
    [one] , 1 prompt
   *[other] , { $prompts } prompts
}
path-needs = Needs
path-opens = Opens
path-nothing = nothing
path-you = You
path-you-stand = { $read }% read, { $n } of { $of }
path-you-stand-small = { $read }% read, { $n }/{ $of }
path-cell = L{ $n } { $dimension }
path-ladder = Ladder
path-tracks = Tracks
path-prompts = INTERVIEW PROMPTS
path-best = best
path-not-tried = not tried
path-weakest = Weakest
path-read = Read
path-held-share = Held
path-of = { $n } of { $of }
path-not-begun = not begun
path-known = marked as known

# The sheet with what is shown.
path-filter-title = What the map shows
path-filter-done = done
path-only = Only { $title }
path-level = Level { $n }

# The sheet before a topic that is better later.
path-gate-intro = { $n ->
    [1] Usually easier after this one:
    [2] Usually easier after these two:
   *[other] Usually easier after these { $n }:
}
path-gate-held = { $held } of { $n } { $n ->
    [one] question
   *[other] questions
 } held
path-gate-fading = fading, { $n }% chance to recall it
path-gate-test = { $n ->
    [1] Test out of it
    [2] Test out of both
   *[other] Test out of all { $n }
}
path-gate-questions = { $n } { $n ->
    [one] question
   *[other] questions
}, about { $minutes }
path-gate-first = Go to { $title }
path-gate-open = Open it anyway
path-gate-free = nothing is locked
path-gate-why = Why this advice: its author builds on { $n ->
    [1] this topic
    [2] both of these topics
   *[other] these { $n } topics
}, and you hold { $held } of { $all } questions there.
path-gate-teaches = { $title } teaches: { $sections }
path-gate-show = show what they teach
path-gate-hide = show less

# Toasts and help.
path-marked = Marked as known: { $title }; u takes it back
path-unmarked = No longer marked as known: { $title }
path-no-questions = This topic has no questions to test out with
path-find-first = Nothing was searched for yet: / finds
path-nothing-here = Nothing here has "{ $text }"
path-why = Rows read from left to right in learning order; a line leads from what a topic needs to the topic. Nothing is locked. Ready means that what it needs is held or being learnt.
path-why-held = Held: four fifths of its questions were recalled after a week or more, and none of them has been fading for long.
path-why-fading = Fading: it was held, and the chance to recall it has sunk below your aim. Reviews bring it back; t tests it at once.
path-why-later = Better later: something that its author builds on is neither held nor being learnt. It is advice, not a lock: Enter shows why and opens it all the same.
path-tab-map = Map
path-tab-tracks = Tracks
path-tab-ladder = Ladder
path-track = Track: { $title }
