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
ladder-plan-coming = Lessons to come
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
ladder-part-history = What changed in the last year
ladder-packet-title = Career ladder, { $date }
ladder-packet-counts = { $all } statements: { $rated } rated, { $consistent } consistent, { $proven } of those proven.
ladder-packet-matrix = Each cell: rated "consistently", of all statements.
ladder-packet-named = On Level { $n }, { $dimension } is called { $name }.
ladder-packet-none-proven = Nothing is proven yet.
ladder-packet-next = Next: Level { $n }
ladder-packet-line = Level { $n }, { $dimension }: { $text }

# The command line.
cli-no-ladder = No pack brings a career ladder.
cli-no-part = The packet has no part "{ $name }". It has: { $parts }.
cli-no-track = There is no track "{ $name }". There are: { $names }.
cli-no-checklist = There is no checklist "{ $name }". There are: { $names }.
cli-no-work = "{ $name }" is not being ticked. Begin with: jenjang checklist { $list } --work NAME --tick ITEM
cli-no-item = The checklist has no item "{ $name }". It has: { $names }.
cli-work-name = A piece of work needs a name.
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
