### Durations, dates and lists.

# Durations: short, they stand in columns.
time-s = { $n } s
time-min = { $n } min
time-min-s = { $m } min { $n } s
time-h = { $n } h
time-h-min = { $h } h { $n } min
time-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
# $span is a duration such as "2 s".
time-ago = { $span } ago

# Days and moments, seen from now.
time-today = today
time-tomorrow = tomorrow
time-yesterday = yesterday
time-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
time-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
time-in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
time-in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}

# Dates. Weekdays count from Monday, 0; months from January, 1. Three letters each.
time-date = { $weekday } { $day } { $month }
time-date-year = { $day } { $month } { $year }
time-weekday = { $n ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
}
time-month = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

# $head is everything but the last, with commas.
list-two = { $head } and { $last }
list-more = { $head } and { $last }
