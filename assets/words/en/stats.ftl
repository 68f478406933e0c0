# Stats: what will be recalled, skills, and the log.
stats-tab-main = Main
stats-tab-skills = Skills
stats-tab-log = Log
stats-loading = One moment.
stats-happening-main = The forecast asks your memory of each question what it will be in 30 days if you study so many minutes a day. What was remembered counts only questions that came back after more than 7 days.
stats-happening-skills = Each row is a competency of the roadmap. An answer counts as sure when you did not say that it was a guess; where such answers are wrong, a drill helps most, so the focus starts there.
stats-happening-log = Everything you did stands here with the time on your clock at that moment. An undo is a row of its own: nothing is ever removed.
stats-forecast = In 30 days you will recall about <b>{ $share }</b> of what you learnt.
stats-no-forecast = The forecast appears with the first questions that are scheduled.
stats-a-day = { $minutes } a day
stats-ahead = NEXT { $n } DAYS, minutes
stats-remembered = REMEMBERED after 7 days
stats-remembered-small = REMEMBERED
stats-remembered-none = Shows once a question has come back after 7 days.
stats-this-month = this month
stats-last-month = last month
stats-no-answers = no answers
stats-aim-fine = Aim { $aim }. You are there.
stats-aim-little = Aim { $aim }. A little low is fine.
stats-aim-low = Aim { $aim }. That is low.
stats-aim-back = Aim { $aim }. New topics pause.
stats-fewer = No new topics for now
stats-resume = New topics again
stats-paused = New topics pause until it is up.
stats-apply = apply
stats-weeks = LAST 12 WEEKS
stats-studied = { $n } of { $all ->
    [one] { $all } day
   *[other] { $all } days
 }, { $time }
stats-heat-none = none
stats-heat-little = under 10 min
stats-heat-some = 10 to 25 min
stats-heat-much = more
stats-gap = longest gap
stats-hour = best hour
stats-empty = <b>Nothing to count yet.</b> This page fills as you answer.
stats-empty-now = WITH THE FIRST ANSWERS
stats-empty-now-what = The minutes of the next 11 days, and what you will recall in 30 days with 10, 20 and 30 minutes a day.
stats-empty-days = AFTER SOME DAYS
stats-empty-days-what = Twelve weeks of study days, your best hour, and the skills in which you were sure and wrong.
stats-empty-week = AFTER A WEEK
stats-empty-week-what = How much of what came back after more than 7 days you remembered, and what to do about it.
stats-skill = COMPETENCY
stats-held = HELD
stats-sure-but-wrong = SURE BUT WRONG
stats-sure-wrong = SURE, WRONG
stats-sure-wrong-key = <k>Tab</k> skills
stats-look-here = look here
stats-to-come = to come
stats-skill-to-come = Topics of this one are still to come.
stats-skills-none = No roadmap is installed, so there are no skills to show.
stats-times = { $n ->
    [one] { $n } time
   *[other] { $n } times
}
stats-groups = { $n ->
    [one] { $n } error
   *[other] { $n } errors
 } you were sure about, in { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}
stats-groups-none = None of your sure answers was wrong. Enter drills what you recall least.
stats-groups-new = Nothing answered here in 60 days. Enter opens what comes first.
stats-held-means = held: right again after 7 days or more, and likely to be recalled today.
stats-sure-means = sure but wrong: answers without g that were wrong, of the last 60 days.
stats-log-reading = Reading the whole log
stats-log-count = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
stats-log-empty = Nothing was done yet.
stats-log-no-match = No row has that.
stats-log-undone = undone
stats-log-undone-long = This was undone; U brings it back if nothing else was done since.
stats-log-took = took { $time }
stats-log-guess = said to be a guess
stats-log-hint = with the hint
