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
