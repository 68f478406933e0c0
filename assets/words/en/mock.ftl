# Mock interviews: set-up, breaks, report.

# The tab of Rehearse.
rehearse-tab-mock = Mock
rehearse-happening-mock = A mock interview asks several questions one after the other, with breaks, and ends with a report. The mix comes from your history and the number; the same number gives the same mix.
mock-go-on = Go on
mock-minutes = Length
mock-minutes-n = { $n } minutes
mock-level = Level
mock-clock = Clock
mock-seed = Number
mock-seed-more = the same number gives the same mix
mock-go-on-more = a new one ends it; its report stays
mock-level-target = the one you climb to
mock-level-more = points up to this level count
mock-track = Track
mock-track-all = everything
mock-mixed = mixed
mock-mixed-more = whoever would ask the question
mock-mix-why = why
mock-mix-rule = Weak areas first. Technical questions twice as often as any other kind; a design question only from 60 minutes.
mock-left = { $n } min left
mock-clock-left = { $time } left
mock-mix = THE MIX
mock-mix-kinds = <b>{ $kinds }</b>, about { $minutes } of { $of } minutes.
mock-mix-empty = <b>No interview question fits.</b> Packs bring them; a longer mock interview may have room.
mock-kind-technical = technical
mock-kind-design = design
mock-kind-debug = debug
mock-kind-review = review
mock-kind-behavioural = behavioural
mock-why-weak = below the line, { $percent }
mock-why-fading = an earlier answer fades
mock-why-new = not asked yet
mock-why-balance = balances the kinds
mock-past = YOUR MOCK INTERVIEWS
mock-past-row = { $minutes } min, level { $level }
mock-past-early = stopped early

# Breaks.
mock-title-short = Mock interview
mock-title = Mock interview, { $minutes } min, level { $level }
mock-empty = There is nothing to ask.
mock-break = <b>{ $n } of { $of } questions answered.</b> { $left } of { $minutes } minutes left.
mock-break-next = Next: { $area }, asked by { $who }, about { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
 }.
mock-break-next-nobody = Next: { $area }, about { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
 }.
mock-break-begun = It was begun and waits where you left it.
mock-next = next
mock-break-done = That was the last question. <k>Enter</k> shows the report.
mock-kept = kept: Rehearse > Mock goes on with it
mock-break-rest = Take the time that you need: no clock runs here.

# The report.
mock-ready = <b>Readiness { $percent }</b> of level-{ $level } points. Ready: no area below the line of { $line }.
mock-borderline = <b>Readiness { $percent }</b> of level-{ $level } points. Borderline: { $n ->
    [one] 1 area
   *[other] { $n } areas
} below the line of { $line }.
mock-not-yet = <b>Readiness { $percent }</b> of level-{ $level } points. Not yet: the line is at { $line }.
mock-unknown = No answer that can be counted.
mock-early = Stopped after { $n } of { $of } questions.
mock-head-points = points
mock-head-yours = yours
mock-head-time = time
mock-head-trend = trend
mock-points = { $n } of { $of }
mock-time = { $used } / { $planned }
mock-trend-new = new
mock-trend-up = up
mock-trend-flat = flat
mock-trend-down = lower
mock-below = below
mock-weakest = Weakest area: { $area }.
mock-weakest-again = Weakest area: { $area }. Ask it again on { $date }, { $minutes } min.
mock-label-calibration = CALIBRATION
mock-label-pace = PACE
mock-label-fillers = FILLERS
mock-calibration = You predicted { $expected } { $expected ->
    [one] point
   *[other] points
 }, graded { $first }, after the models { $after }.
mock-calibration-none = No prediction.
mock-calibration-close = Close.
mock-calibration-high = You expected too much.
mock-calibration-low = You expected too little.
mock-pace = { $n ->
    [0] No answer over time.
    [one] 1 answer over time
   *[other] { $n } answers over time
}
mock-pace-unthought = { $n ->
    [one] 1 of them without the think time.
   *[other] { $n } of them without the think time.
}
mock-pace-skipped = { $n ->
    [one] The think time was skipped once.
   *[other] The think time was skipped { $n } times.
}
mock-pace-untimed = { $n ->
    [one] 1 answer without a clock.
   *[other] { $n } answers without a clock.
}
mock-fillers = { $list } in { $words } { $words ->
    [one] word
   *[other] words
 }
mock-fillers-none = none in { $words } { $words ->
    [one] word
   *[other] words
 }
mock-filler = "{ $word }" { $n }
mock-per-area = per area
mock-questions = EACH QUESTION
mock-level-points = level-{ $level } points
mock-things = FOR NEXT TIME
mock-drill = one sentence, { $minutes } min
mock-again = the whole answer, { $minutes } min
mock-retest = Retest { $area }: { $date }, { $minutes } min.
mock-scheduled = scheduled for tomorrow
mock-unscheduled = taken back: scheduled for tomorrow
mock-nothing-open = Every point of the level was made.
mock-compared = COMPARED WITH { $date }
mock-compare-row = { $before } before, { $now } now
mock-not-installed = the question is not installed any more
mock-told-area = Area: { $area }, { $n } of { $of } points, { $percent }, { $trend }.
mock-told-question = Question: { $title }, { $n } of { $of } points.
mock-told-thing = Next time: { $title }, { $what }.
mock-told-calibration = Calibration: { $text }
mock-told-pace = Pace: { $text }
mock-told-fillers = Fillers: { $text }.

# In lines.
mock-plain-start = { $title }. Type h for help, or /help where you type an answer.
mock-plain-setup = Set-up: interviewer { $who }, clock: { $pressure }, track { $track }, number { $number }.
mock-plain-mix = Mix: { $text }
mock-plain-rule = Rule: { $text }
mock-plain-question = Question { $n }: { $area }, { $kind }, { $minutes }, asked by { $who }. Why: { $why }.
mock-plain-waits = Unfinished: { $title } waits. Enter goes on with it; start begins the one above and ends that one with its report.
mock-plain-how = Enter starts. To change: minutes 30, level 3, pressure relaxed, number 7, interviewer NAME, track NAME. Also: help, quit.
mock-word-minutes = minutes
mock-word-number = number
mock-word-track = track
mock-no-track = No track is called "{ $name }".
mock-plain-break = Break: { $text }
mock-plain-break-how = Enter asks it, or: finish, undo, quit.
mock-plain-nothing = Nothing was answered, so there is no report. Nothing is kept.
mock-plain-report-how = Enter ends, or: schedule, compare, export, undo, quit.
mock-plain-scheduled = Scheduled: tomorrow, all of them. undo takes it back.
mock-plain-nothing-to-schedule = Nothing more to schedule.
mock-plain-first = Compared: this is the first mock interview.
mock-plain-compared = Compared: with { $date }.
mock-plain-compared-area = Area: { $area }, { $text }.
mock-plain-kept = Kept: "jenjang mock" goes on with it.
mock-plain-none = No mock interview has ended yet. "jenjang mock" starts one.
