# The career ladder, tracks and checklists.
ladder-mastery = Mastery
ladder-impact = Impact
ladder-influence = Influence
ladder-communication = Communication
ladder-leadership = Leadership
ladder-level = Level { $n }
ladder-none = none
ladder-not-rated = not rated
ladder-not-yet = not yet
ladder-sometimes = sometimes
ladder-consistently = consistently
ladder-claimed = claimed, no proof
ladder-proven = proven
ladder-needs-proof = needs a proof
ladder-needs-doing = needs doing at work
ladder-lessons = { $n } { $n ->
    [one] lesson
   *[other] lessons
}
ladder-prompts = { $n } { $n ->
    [one] prompt
   *[other] prompts
}
ladder-proofs = { $n } { $n ->
    [one] proof
   *[other] proofs
}
ladder-reads-none = No level is solid or mostly there yet.
ladder-reads-most = Most of { $most }.
ladder-reads-solid = Solid Level { $solid }.
ladder-reads-both = Solid Level { $solid }, most of { $most }.
ladder-stand-between = { $n ->
    [one] 1 statement stands between you and Level { $level }
   *[other] { $n } statements stand between you and Level { $level }
}
ladder-changed = { $before } to { $now }
ladder-situation = Situation
ladder-action = What I did
ladder-result = Result
ladder-link = Link
ladder-plan-lessons = Lessons
ladder-plan-prompts = Interview prompts
ladder-plan-evidence = Evidence to collect

# The packet for a 1:1.
ladder-part-matrix = Levels and dimensions
ladder-part-proven = Proven in the last twelve months
ladder-part-evidence = What the evidence says
ladder-part-links = Links
ladder-part-claimed = Consistent, not proven
ladder-part-next = The next level
ladder-part-plan = Lessons, prompts and evidence to collect
ladder-part-talk = To talk about
ladder-part-history = What changed in the last year
ladder-packet-title = Career ladder, { $date }
ladder-packet-about = My own reading of the ladder, not a grade. Consistent: I do it without being reminded. Proven: consistent, with evidence of the last twelve months. A level is solid when every statement of it is consistent, and most of it is there from two thirds on.
ladder-packet-level = Level { $n }: { $consistent } of { $all } consistent{ $consistent ->
    [0] { "" }
   *[other] , { $proven } of those proven
}
ladder-packet-cell = Level { $n }, { $dimension }
ladder-packet-open = { $n ->
    [0] Every statement is consistent; what is missing is evidence.
    [one] 1 of { $all } statements is open.
   *[other] { $n } of { $all } statements are open.
}
ladder-packet-first = { $n ->
    [one] 1 statement was rated for the first time.
   *[other] { $n } statements were rated for the first time.
}
ladder-talk-claimed = { $n ->
    [one] One statement is consistent without recent evidence. Do you see it as I do, and what would count?
   *[other] { $n } statements are consistent without recent evidence. Do you see them as I do, and what would count?
}
ladder-talk-open = Which work of the next weeks lets me show these?
ladder-packet-matrix = Each cell: consistent, of all statements; "-" where nothing is rated yet.
ladder-packet-named = On Level { $n }, { $dimension } is called { $name }.
ladder-packet-none-proven = Nothing is proven yet.
ladder-packet-next = Next: Level { $n }
ladder-packet-line = Level { $n }, { $dimension }: { $text }

# The command line.
cli-no-ladder = No pack brings a career ladder.
cli-no-statement = The ladder has no statement "{ $name }".
cli-no-rating = "{ $name }" is no rating. A rating is not-yet, sometimes or consistently, as in s3.l2.impact.03=sometimes.
cli-no-evidence = Evidence needs a situation, an action, a result or a link.
cli-ladder-is = Stays: { $now }.
cli-ladder-was = { $before } -> { $now }.
cli-no-date = "{ $name }" is no date. Write it like 2026-11-21.
cli-no-part = The packet has no part "{ $name }". It has: { $parts }.
cli-no-track = There is no track "{ $name }". There are: { $names }.
cli-no-checklist = There is no checklist "{ $name }". There are: { $names }.
cli-no-work = "{ $name }" is not being ticked. Begin with: jenjang checklist { $list } --work NAME --tick ITEM
cli-no-item = The checklist has no item "{ $name }". It has: { $names }.
cli-work-name = A piece of work needs a name.
cli-tracks-levels = Levels of the ladder:
cli-tracks-plans = Plans and more:
cli-tracks-full = Two tracks are followed already: { $names }. Put one away first.
cli-track = { $mark } { $title } ({ $id }): { $held } of { $all } held{ $coming ->
    [0] { "" }
   *[other] , { $coming } to come
}
cli-track-first = First step: { $title }, { $minutes }
cli-track-needs = Core prerequisites held: { $n }%
cli-track-set = Interview set: { $n } { $n ->
    [one] prompt
   *[other] prompts
}, { $who }
cli-track-sample = Sample question: { $title } ({ $prompt })
cli-track-nobody = no interviewer in particular

# The tabs of Path.
tracks-none = No pack brings tracks.
tracks-opening = Pick up to two: they lead the path and add topics of their own.
tracks-levels = LEVELS OF THE LADDER
tracks-plans = PLANS AND MORE
tracks-held = { $n } of { $of } held
tracks-always = always on
tracks-core = The roadmap is always on.
tracks-full = Two tracks at a time: put one away first.
tracks-followed = { $title } leads the path now.
tracks-put-away = { $title } is put away.
tracks-no-prompts = No interview question of this track is written yet.
tracks-no-lesson = Every lesson of this track is read.
tracks-you-hold = You hold { $held } of its { $all } { $all ->
    [one] topic
   *[other] topics
 }{ $coming ->
    [0] .
   *[other] ; { $coming } still to come.
}
tracks-you-hold-needs = You hold { $held } of its { $all } { $all ->
    [one] topic
   *[other] topics
 } and { $n }% of what they need{ $coming ->
    [0] .
   *[other] ; { $coming } still to come.
}
tracks-set = Interview set: { $n } { $n ->
    [one] prompt
   *[other] prompts
}.
tracks-set-who = Interview set: { $n } { $n ->
    [one] prompt
   *[other] prompts
}, { $who }.
tracks-first = First step: { $title } ({ $minutes }).
ladder-no-ladder = No pack brings a career ladder.
ladder-proven-of = { $n } of { $all } proven
ladder-begin = Nothing is rated yet: choose a cell and rate its statements.
ladder-target = Target: Level { $n }
ladder-next-rung = NEXT RUNG
ladder-all-proven = Everything of Level { $level } is proven.
ladder-only-proofs = Level { $level } is solid; { $n } { $n ->
    [one] statement needs a proof
   *[other] statements need a proof
}
ladder-rated-of = { $n } of { $all } rated
ladder-wanted = Would count: { $text }
ladder-evidence = EVIDENCE
ladder-no-evidence = None yet. A helpful shape: situation, what you did, result, link.
ladder-old = over a year old
ladder-ahead = still to come
ladder-private = stays in your data file
ladder-day = DAY
ladder-proof-rule = "Consistently" counts as proven with a proof of the last twelve months.
ladder-no-day = That is no date. Write it like 2026-11-21.
ladder-day-ahead = That day is still to come. Evidence is about what was done.
ladder-proof-saved = Evidence saved.
ladder-proof-removed = Evidence removed.
ladder-plan-title = Gap plan for Level { $n }
ladder-leads-today = leads Today
ladder-not-in-today = not in Today
ladder-aimed = The plan for Level { $n } leads Today now.
ladder-not-aimed = The plan for Level { $n } no longer leads Today.
ladder-say = Say it: { $title }
ladder-history = Ratings and evidence
ladder-no-history = Nothing was rated yet.
ladder-proved = Evidence: { $text }
ladder-packet-sheet = What the packet holds
path-why-tracks = A track is a walk over the shared topics for one kind of backend work. Two can be followed; their lessons come first.
path-why-ladder = The ladder never makes one number of you. A level is solid when every statement of it is rated "consistently", and most of it is there from two thirds on.

# Checklists.
checklist-none = No pack brings a checklist.
checklist-ticked = { $n } of { $all } ticked
checklist-begin = Name a piece of work to tick this list for.
checklist-works = { $n } pieces of work use this list.
checklist-name = Piece of work:
checklist-put-away = Put away: { $work }
checklist-why = Ticks are kept for each piece of work in your data file, and u takes each back.
