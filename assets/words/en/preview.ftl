# A pack that is being written (UX S43).
preview-title = Preview
preview-reading = Reading the pack
preview-empty = No topic yet: a folder with a topic.toml is one.
preview-items = ITEMS
preview-read = read { $time }
preview-reloaded = reloaded { $time }
preview-found = { $errors } { $errors ->
        [one] error
       *[other] errors
    }, { $warnings } { $warnings ->
        [one] warning
       *[other] warnings
    }
preview-as-seen = as learners see it
preview-as-wide = { $width } columns wide
preview-old = last good version; the file has errors
preview-never-good = Nothing to show yet: its files have errors.
preview-no-problems = no problems
preview-problem-of = { $n } of { $all }
preview-error = error
preview-warning = warning
preview-info = info
preview-help = help:
preview-edit-problem = edit the problem
preview-happening = This is a pack that is being written. What you save is shown at once; where a file has errors, the version before stays. Nothing that you answer here is kept.
preview-no-terminal = a preview needs a terminal of its own
preview-instead = jenjang pack check { $path }
preview-list = list
preview-view = view
