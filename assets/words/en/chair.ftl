# The sheet for somebody who interviews the learner. It is Markdown and its own form.
chair-title = Interviewer's sheet: { $title }
chair-facts = { $kind }, level { $level }. Time to think: { $think }. Time to answer: { $minutes }.
chair-how = You ask, and you grade. Write into the boxes: x for met, ~ for partly, - or nothing for missed. The candidate then types "jenjang chair --marks FILE".
chair-ask = Ask
chair-persona = You play { $name }: { $voice }
chair-clarify = If they ask back
chair-points = Listen for
chair-point = level { $level }, weight { $weight }
chair-point-must = level { $level }, weight { $weight }, a must
chair-met = Met:
chair-partly = Partly:
chair-missing = If it is missing, ask:
chair-flags = Red flags: x if you heard one
chair-signals = Signals: 0 not shown, 1 a little, 2 well, 3 fully
chair-anchors = What each level sounds like
chair-model = A strong answer
chair-blanks = Fill in
chair-said = what was said, in the lines below
chair-written = The sheet is in { $path }
chair-taken = Saved: { $title }, { $n } of { $of } points, graded by { $name }.
chair-taken-nameless = Saved: { $title }, { $n } of { $of } points, graded by somebody else.
chair-trouble = { $path }, line { $line }: { $why }
chair-trouble-whole = { $path }: { $why }
chair-no-prompt = no filled sheet is in it
chair-no-grade = no box has a grade; write - where everything is missed
chair-unknown-name = the question has no point, red flag or signal "{ $name }"
chair-no-value = "{ $name }" is no grade here

# Grades that are typed in line by line.
chair-grade-start = Grade: { $title }. Type h for help at any time.
chair-grade-help = Point: 1 missed, 2 partly, 3 met. undo goes back, quit leaves without saving; where words are typed, /undo and /quit.
chair-ask-name = Chair: who graded? Enter for nobody in particular.
chair-ask-flag = Flag: { $text }. x if it was said, Enter if not.
chair-ask-signal = Signal: { $name }. Enter leaves it out.
chair-ask-time = Time: how long did the answer take, such as 3:10? Enter if nobody looked.
chair-ask-said = Notes: what was said, in lines; a line with a single dot ends them and saves.
chair-grade-left = Nothing was saved.
