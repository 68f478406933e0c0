# The command line.
cli-no-topic = There is no topic "{ $name }".
cli-did-you-mean = Did you mean { $name }?
cli-no-file = There is no file { $path }.
cli-no-folder = There is no folder { $path }.
cli-not-written = { $path } cannot be written: { $detail }
cli-no-setting = There is no setting { $name }.
cli-takes-range = { $name } takes a whole number from { $min } to { $max }.
cli-takes-zero-or-range = { $name } takes 0 or a whole number from { $min } to { $max }.
cli-takes-switch = { $name } takes true or false.
cli-takes-one-of = { $name } takes one of: { $values }.
cli-no-time = "{ $text }" is no time: write 4w, 30d or 2026-11-01.
cli-no-help = There is no help for "{ $name }".
cli-today-done = Today: nothing left.
cli-today-resume = Review: go on after { $done } { $done ->
    [one] answer
   *[other] answers
 }, { $ahead } to go, { $minutes }.
cli-today-review = Review: { $n } { $n ->
    [one] item
   *[other] items
 }, { $minutes }.
cli-today-lesson = Lesson: { $title } ({ $topic }), { $minutes }.
cli-today-lesson-for = Lesson: { $title } ({ $topic }), for Level { $n }, { $minutes }.
cli-today-questions = Questions: { $n } on { $title }, { $minutes }.
cli-today-ask = Rehearse: { $title } ({ $prompt }), { $minutes }.
cli-today-so-far = So far today: { $right } of { $n } recalled, lessons { $lessons }, rehearsals { $rehearsals }, { $minutes }.
cli-today-step = Today: { $n } { $n ->
    [one] item comes
   *[other] items come
} back { $when }.
cli-today-later = Later: { $n } more, spread over { $days } { $days ->
    [one] day
   *[other] days
 }.
cli-today-fading = Fading: { $title }, { $n }%.
cli-today-week = This week: { $n } { $n ->
    [one] study day
   *[other] study days
 }, aim { $aim }.
cli-stats-total = Answers: { $n }, { $right } recalled, on { $days } { $days ->
    [one] day
   *[other] days
 }, { $time }.
cli-stats-remembered = Remembered after a week: { $n }% this month, aim { $aim }%.
cli-stats-forecast = In 30 days with { $minutes } a day: { $n }%.
cli-stats-skill = Held: { $title }, { $n }%.
cli-path-topic = { $title } ({ $topic }): { $state }, { $held } of { $n } held
cli-path-coming = { $title }: to come
state-held = held
state-learning = learning
state-fading = fading
state-ready = ready
state-better-later = better later
cli-restore-refused = Restoring replaces the data that is in use.
cli-restore-confirm = Restoring replaces the data that is in use; a copy of it is kept. Type restore to go on:
cli-restore-kept = What was in use before is kept: { $path }
cli-exported = { $n } { $n ->
    [one] event
   *[other] events
 } written.
cli-imported = { $added } new, { $same } known already, { $refused } refused.
cli-doctor-looked = { $events } { $events ->
    [one] event
   *[other] events
 }, { $subjects } { $subjects ->
    [one] item or topic
   *[other] items and topics
 } rebuilt from the log.
cli-doctor-equal = The stored schedules equal the rebuilt ones.
cli-doctor-differs = { $n } { $n ->
    [one] stored schedule differs from the rebuilt one
   *[other] stored schedules differ from the rebuilt ones
 }:
cli-doctor-repaired = The rebuilt schedules are in place.
cli-in-use = Another jenjang (process { $pid }) is writing. Nothing was changed.
cli-read-only = The data folder may not be written. Nothing was changed.
cli-rescued = { $n } { $n ->
    [one] answer could not be saved in the data file; it is safe in { $path } and the next start takes it over
   *[other] answers could not be saved in the data file; they are safe in { $path } and the next start takes them over
 }.
cli-not-rescued = { $n } { $n ->
    [one] answer could not be saved anywhere: neither the data file nor any other folder of yours takes it. It is the line below. Make room, save this line
   *[other] answers could not be saved anywhere: neither the data file nor any other folder of yours takes them. They are the lines below. Make room, save these lines
 } as rescue-1.ndjson in { $folder }, and the next start takes { $n ->
    [one] it
   *[other] them
 } over.
    { $lines }
cli-pack-trouble = The pack { $pack } has { $n } { $n ->
    [one] error
   *[other] errors
 } and is not used as it is; the rest works. { $place }: { $code } { $message }

cli-no-day = There is no day called { $name }.
cli-no-slot = This day has no slot at { $time }.
