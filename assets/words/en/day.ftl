# A working day (UX 5.7).

day-reliability = Reliability
day-delivery = Delivery
day-trust = Trust
day-focus = Focus
day-low = low
day-steady = steady
day-high = high
day-meter = { $meter }: { $word }, { $n } of 8.

day-frontend = Frontend
day-data = Data
day-devops = DevOps
day-product = Product
day-qa = QA
day-says = { $who }: "{ $text }"

day-because = Because at { $time } you chose: { $choice }
day-chose = You chose: { $choice }
day-moves = { $moves }.
day-happened = What happened
day-came-back = It came back at { $times }.
day-items = { $n ->
    [one] One question joins your reviews tomorrow
   *[other] { $n } questions join your reviews tomorrow
}: { $topics }.
day-items-out = No question joins your reviews.
day-too-long = { $n } words; tomorrow's stand-up has { $most } at most. Type it anew.
day-saved = The day is saved.

day-plain-slot = Slot { $n } of { $all }. { $time } { $title }
day-plain-artefact = On the screen ({ $kind }):
day-plain-choose-or-ask = Choose 1 to { $n }, or: colleague, undo, quit.
day-plain-best = { $choice } (the best one)
day-plain-choose = Choose 1 to { $n }, or: undo, quit.
day-plain-next = Enter for next, or: why (the other choices), undo, quit.
day-plain-decision = The decision that mattered: { $time }, { $choice }
day-plain-stand-up = Type tomorrow's stand-up on one line (yesterday, today, blockers; { $n } words at most). Enter alone saves. Or: /undo, /x for the reviews, /quit.
day-plain-kept = Enter saves the day, another line replaces this one. Or: /undo, /x for the reviews, /quit.
day-plain-done = Enter to close, or: undo.
day-plain-help = That is nothing that can be done here. A number chooses, Enter goes on, undo takes back, quit leaves; everything is kept.

day-slot-of = slot { $n } of { $all }
day-over = The end of the day
day-words = { $n } of { $most } words
day-stand-up = TOMORROW’S STAND-UP
day-stand-up-how = Yesterday, today, blockers: what somebody who was not there needs to know.
day-decision = THE DECISION THAT MATTERED
day-none = No pack that is installed has a working day.
day-happening = A working day from stand-up to wrap-up, about 15 minutes. Nobody keeps a score: choices move four meters, and some come back later in the day. The decision that mattered is the one that moved the meters most, together with what followed from it.
rehearse-tab-day = Day
day-tab-how = A day as a backend engineer, about <b>15 minutes</b>: what you skip in the morning comes back in the afternoon.
day-tab-alone = ONE SLOT ALONE: { $title }
day-tab-left = goes on at { $time }
day-tab-stand-up = stand-up to write
day-tab-lived = lived { $date }
day-tab-slots = { $n } { $n ->
    [one] slot
   *[other] slots
 }
day-others = WHAT ELSE YOU COULD HAVE DONE
day-so-far = THE DAY SO FAR
day-label-happened = WHAT HAPPENED
day-ends-both = <b>{ $high } high, { $low } low</b> at the end of the day.
day-ends-high = <b>{ $high } high</b> at the end of the day.
day-ends-low = <b>{ $low } low</b> at the end of the day.
day-ends-steady = <b>All meters steady</b> at the end of the day.
day-ends-back = { $n ->
    [0] None of your choices came back.
    [one] One of your choices came back later.
   *[other] { $n } of your choices came back later.
}
day-items-leave = leave them out
day-items-take = take them in
day-kept = The day is kept and goes on from Today or Rehearse.

# Footers of narrow windows.
day-ask-brief = ask
day-others-brief = others
