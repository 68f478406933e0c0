# Tools for people who write packs, and the packs of the learner.
packs-name = "{ $name }" cannot be the name of a pack: small letters, digits and single hyphens, at most 64 bytes.
packs-there = { $path } is there already; nothing was changed.
packs-too-long = { $path } has { $n } bytes; a draft takes at most { $most }.
packs-no-text = { $path } is not UTF-8.
packs-created = created { $path }
packs-file-pack = id, version, language, licence
packs-file-syllabus = { $n } { $n ->
    [one] outcome
   *[other] outcomes
 } that the pack promises to teach
packs-file-topics = { $n } { $n ->
    [one] topic: topic.toml, the lesson, questions.toml with an example of each common kind
   *[other] topics: topic.toml, the lesson, questions.toml; the first has an example of each common kind
 }
packs-file-prompts = one interview prompt with its rubric
packs-file-schema = for completion in your editor
packs-open = { $n } { $n ->
    [one] hint
   *[other] hints
 } of the check to work through, no errors.
packs-next = next: { $command }
packs-built = { $file }: { $files } { $files ->
    [one] file
   *[other] files
 }, { $bytes } bytes
packs-diff-head = { $pack }: { $from } to { $to }
packs-diff-none = Nothing that a learner meets differs.
packs-change-added = added
packs-change-reworded = reworded
packs-change-changed-answer = changed answer
packs-change-renamed = renamed from { $from }
packs-change-retired = retired
packs-change-file = changed file
packs-diff-version = The version has to be { $least } or higher: { $part ->
    [major] an item is retired
    [minor] an answer changed, or an item is new or renamed
   *[patch] words changed
 }.
packs-diff-risen = Version { $to } is high enough.
packs-diff-low = It is { $to }.
packs-diff-other = { $old } and { $new } are different packs.
