# Words of a rehearsed interview that every front says: marks, signals, verdicts, calibration, and why a key did nothing.

interview-mark-missed = missed
interview-mark-partly = partly
interview-mark-met = met
interview-kind-technical = technical
interview-kind-design = design
interview-kind-debug = debugging
interview-kind-review = review
interview-kind-behavioural = behavioural
interview-pressure-real = real
interview-pressure-relaxed = relaxed
interview-pressure-untimed = none
interview-extra-none = the author's time
interview-extra-half = 1.5 times
interview-extra-double = twice
interview-signal-requirements = Asks what is needed
interview-signal-design = Design and what it gives up
interview-signal-scale = Sums, and what breaks first
interview-signal-failure = What happens when a part fails
interview-signal-communication = Leads the listener
interview-signal-situation = Situation
interview-signal-task = Task
interview-signal-action = Action: what you did
interview-signal-result = Result, with a number
interview-signal-reflection = Reflection
interview-signal-scope = How far it reached
interview-scope-own-task = own task
interview-scope-team = own team
interview-scope-ambiguity = an unclear goal
interview-scope-teams = several teams
interview-scope-company = the company
interview-band-below = below the level
interview-band-near = near the level
interview-band-at = at the level
interview-band-above = above the level
interview-verdict = You reached level { $reached } where { $target } was asked for: { $band }.
interview-verdict-open = Most of it is there, but a point that every level rests on is still open; level { $target } was asked for.
interview-verdict-none = You reached no level yet where { $target } was asked for: { $band }.
interview-verdict-capped = Something in it keeps you at level { $reached } where { $target } was asked for: { $band }.
interview-verdict-capped-none = Something in it keeps you under level 1 where { $target } was asked for: { $band }.
interview-trend-more = { $points ->
    [one] one point more than last time
   *[other] { $points } points more than last time
}
interview-trend-fewer = { $points ->
    [one] one point fewer than last time
   *[other] { $points } points fewer than last time
}
interview-trend-same = as many points as last time
interview-off-exact = Your prediction was exact.
interview-off-high = You expected { $points } more.
interview-off-low = You expected { $points } fewer.
interview-calibration-unknown = Predictions are compared from the third answer on.
interview-calibration-close = Your last { $answers } predictions were close: { $points } { $points ->
    [one] point
   *[other] points
 } off on average.
interview-calibration-high = In your last { $answers } answers you expected { $points } { $points ->
    [one] point
   *[other] points
 } more on average than there were.
interview-calibration-low = In your last { $answers } answers you expected { $points } { $points ->
    [one] point
   *[other] points
 } fewer on average than there were.
interview-notice-nothing-to-undo = There is no step to take back
interview-notice-time-was-up = The time was up: that step stays
interview-notice-asked-already = You have asked your one question
interview-notice-nothing-to-ask = Nothing to ask back here: say what you assume
interview-notice-no-other = There is no other follow-up
interview-notice-only-points = { $points ->
    [one] There is only one point
   *[other] There are only { $points } points
}
interview-notice-no-suggestion = Spoken answers get no suggestion: press 1, 2 or 3
interview-notice-just-began = The time was up: this is the next answer already
interview-notice-once-more-discards = Once more throws it away; nothing brings it back
interview-notice-up-to-three = Press a key from 0 to 3
interview-notice-one-to-five = Press a key from 1 to 5
