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
    [one] One question joins your reviews tomorrow.
   *[other] { $n } questions join your reviews tomorrow.
}
day-items-out = No question joins your reviews.
day-too-long = { $n } words; tomorrow's stand-up has { $most } at most. Type it anew.
day-saved = The day is saved.

day-plain-slot = Slot { $n } of { $all }. { $time } { $title }
day-plain-artefact = On the screen ({ $kind }):
day-plain-choose = Choose 1 to { $n }, or: undo, quit.
day-plain-next = Enter for next, or: undo, quit.
day-plain-decision = The decision that mattered: { $time }, { $choice }
day-plain-stand-up = Type tomorrow's stand-up on one line (yesterday, today, blockers; { $n } words at most). Enter alone saves. Or: /undo, /x for the reviews, /quit.
day-plain-done = Enter to close, or: undo.
day-plain-help = That is nothing that can be done here. A number chooses, Enter goes on, undo takes back, quit leaves; everything is kept.
