# What `pack check` finds: messages, helps and labels. The keys are named in src/format and src/packs.

# Shared
find-did-you-mean = did you mean `{ $near }`?
find-first-here = first here
find-this-one = this one
find-there = there
find-and-here = and here
find-write = write `{ $code }`
find-add = add `{ $code }`
find-such = `{ $code }`
find-at-most = at most { $most }
find-bytes-at-most = at most { $most } bytes
find-there-are = there are: { $all }
find-translate = translate it
find-and-more = { $list } and { $more } more
find-english = English
find-indonesian = Indonesian

# Words for one thing
noun-option = option
noun-reason = reason
noun-gap = gap
noun-near-word = near word
noun-wrong-word = wrong word
noun-step = step
noun-pair = pair
noun-extra = extra
noun-side = side
noun-line = line
noun-line-note = line note
noun-choice = choice
noun-scene = scene
noun-section = section
noun-question = question
noun-prompt = prompt
noun-point = point
noun-red-flag = red flag
noun-unit = unit
noun-term = term
noun-persona = persona
noun-topic = topic
noun-path = path
noun-statement = statement
noun-checklist = checklist
noun-item = item
noun-day = day
noun-slot = slot

# Tables of the format
find-a-pack = a pack
find-a-unit = a unit
find-a-topic = a topic
find-a-section = a section
find-a-glossary = a glossary
find-a-term = a term
find-a-path = a path
find-a-stage = a stage
find-a-topic-to-come = a topic to come
find-a-question = a question
find-a-single-question = a single question
find-a-multi-question = a multi question
find-an-option = an option
find-a-true-false-question = a true_false question
find-a-short-question = a short question
find-a-near-word = a near word
find-a-cloze-question = a cloze question
find-a-gap = a gap
find-an-order-question = an order question
find-a-step = a step
find-a-match-question = a match question
find-a-pair = a pair
find-an-extra = an extra
find-a-line-question = a line question
find-a-line = a line
find-a-scenario-question = a scenario question
find-a-scene = a scene
find-a-choice = a choice
find-a-prompt = a prompt
find-a-clarifying-question = a clarifying question
find-a-point = a point
find-a-red-flag = a red flag
find-the-anchors = the anchors
find-the-model = the model answer
find-a-sample = a sample
find-personas-file = personas.toml
find-a-persona = a persona
find-a-career-ladder = a career ladder
find-a-level = a level
find-a-name = a name
find-a-statement = a statement
find-checklists-file = checklists.toml
find-a-checklist = a checklist
find-an-item = an item
find-a-day = a day
find-a-slot = a slot
find-an-artefact = an artefact
find-a-variant = a variant
find-an-effect = an effect

# Values
find-a-bool = true or false
find-a-number = a whole number from { $low } to { $high }
find-a-list = a list
find-a-list-each = a list for each language
find-a-table = a table
find-a-text = text
find-a-string = a string
find-an-integer = an integer
find-a-float = a float
find-a-boolean = a boolean
find-a-datetime = a datetime
find-an-array = an array
find-a-kebab-name = a kebab-case name
find-a-topic-name = the name of a topic
find-a-prompt-name = the name of a prompt
find-a-question-name = the name of a question
find-an-outcome-id = the id of an outcome
find-a-date = a day
find-a-version = a version

# Reading TOML (J001 to J004, J009, J010, J150, J153)
find-syntax = { $why }
find-syntax-help = strings stand in quotes, keys without; long text in """..."""
find-syntax-twice-help = a key stands once in its table; keys of the file itself come before the first `[[...]]`
find-syntax-quote = a string begins with a straight quote, not with `{ $quote }`
find-syntax-quote-help = write `"` on both sides: word processors make typographic quotes of them
find-misfit = { $why }
find-true-false = expected true or false
find-true-false-help = write `true` or `false`, without quotes
find-unknown-key = { $table } has no key `{ $key }`
find-table-keys = { $table } has these keys: { $keys }
find-file-key = { $file } has no key `{ $key }`
find-file-key-help = everything stands below a `[[{ $key }]]`
find-list-of-tables = `{ $key }` must be a list of tables
find-list-of-tables-help = write `[[{ $key }]]` above each { $key }
find-missing-key = { $table } needs `{ $key }`
find-add-text = add `{ $key }.en = "..."` and `{ $key }.id = "..."`
find-add-bool = add `{ $key } = true` or `{ $key } = false`
find-add-number = add `{ $key } = { $low }`, up to { $high }
find-add-word = add `{ $key } = "{ $first }"`, or another of: { $all }
find-add-entries = add at least { $n } { $n ->
    [one] entry
   *[other] entries
 } of `{ $key }`
find-add-lists = add `{ $key }.en = [...]` and `{ $key }.id = [...]`
find-add-both = add `{ $key }.en` and `{ $key }.id`
find-wrong-type = `{ $key }` must be { $wanted }, not { $found }
find-must-be = `{ $key }` must be { $wanted }
find-nearest-number = the nearest is { $low } or { $high }
find-write-table = write a table, `{"{"} ... {"}"}` or `[[...]]`
find-write-list = write `[...]`, or `[[...]]` for each entry
find-write-lists = write `{ $key }.en = [...]` and `{ $key }.id = [...]`
find-write-text = write `{ $key }.en` and `{ $key }.id`, or one string for both
find-write-string = write a string
find-entries = `{ $key }` has { $n } { $n ->
    [one] entry
   *[other] entries
 }
find-entries-from-to = it may have { $least } to { $most }
find-entries-at-most = it may have at most { $most }
find-map-key = a key of `{ $key }` must be { $wanted }
find-no-language = `{ $key }` has no language `{ $lang }`
find-no-language-help = the languages are `en` and `id`
find-no-text = `{ $key }` has no text
find-no-list = `{ $key }` has no list
find-no-twin = `{ $key }` has no `{ $lang }` twin
find-no-twin-help = add `{ $key }.{ $lang }`; learners see the other language until then
find-plain-prose = `{ $key }` is a sentence for both languages
find-plain-prose-help = write `{ $key }.en` and `{ $key }.id`; one plain string is for what both share
find-not-one-of = `{ $key }` cannot be `{ $value }`
find-one-of = it is one of: { $all }
find-empty = `{ $key }` is empty
find-empty-help = write it, or leave the key out where it is optional
find-bytes = `{ $key }` has { $n } bytes
find-hostile = `{ $key }` contains { $what }
find-hostile-lesson = the lesson contains { $what }
find-hostile-help = remove it: it could steer the reader's terminal
find-letter-escape = the escape character ({ $code })
find-letter-return = a carriage return ({ $code })
find-letter-direction = a character that turns the direction of writing ({ $code })
find-letter-mark = a byte order mark ({ $code })
find-letter-control = a control character ({ $code })
find-one-line = `{ $key }` must be one line
find-one-line-help = remove the line break
find-such-name = small letters, digits and hyphens, at most { $most } bytes: `column-order`
find-such-prompt = `schema`, `erd-ddl/schema`, or `pack/erd-ddl/schema` for another pack's
find-such-topic = `indexes`, or `pack/indexes` for another pack's
find-such-outcome = small letters, digits, hyphens and dots: `s0.c04.indexes`
find-many-questions = a topic has { $n } questions
find-many-prompts = a topic has { $n } prompts
find-many-help = at most { $most }; split the topic
find-outcome-twice = outcome `{ $id }` stands twice
find-outcome-twice-help = remove one of the two lines
find-no-outcome-id = `{ $id }` is no outcome id
find-no-topic-id = `{ $id }` is no topic
find-third-column = the third column may only say `context`
find-syllabus-help = a line is `id<TAB>topic`, or `id<TAB>topic<TAB>context`

# Files and folders (J001, J009, J026, J035, J036)
find-unreadable-folder = the folder cannot be read: { $why }
find-unreadable-file = the file cannot be read: { $why }
find-unreadable-entry = an entry of this folder cannot be read
find-unreadable-meta = the file cannot be looked at
find-unreadable-help = jenjang help J001
find-missing-file = there is no file { $path }
find-not-utf8 = the file is not UTF-8: the first wrong byte is in line { $line }, column { $column }
find-not-utf8-help = save it as UTF-8
find-long-line = the line has { $n } bytes
find-large-file = the file has { $n } bytes
find-too-large = the file is too large
find-pack-large = the pack is too large: the rest is not read
find-pack-large-help = at most { $files } files and { $size } MiB
find-deep-folder = the folder is too deep
find-deep-folder-help = at most { $most } folders below the pack's own
find-link = a link is not followed
find-link-help = copy what it points to into the pack
find-no-file = this is neither a file nor a folder
find-no-file-help = a pack holds nothing but texts: take it out
find-many-topics = the pack has { $n } topics
find-many-topics-help = at most { $most }: make two packs
find-path-long = the path is too long
find-path-outside = the path does not begin in the pack
find-path-empty = the path has an empty part
find-path-leaves = the path leaves the pack
find-name-hostile = the name has a control character, or one that turns the direction of writing
find-name-letter = the name has a character that other systems refuse
find-name-ends = the name begins or ends with a space, or ends with a dot
find-name-device = the name is that of a device on Windows
find-name-help = use small letters, digits, hyphens and dots in file names
find-name-unread = a file with this name is not read
find-name-unread-help = use letters, digits, hyphens and dots in file names
find-file-and-folder = { $name } is a file and a folder
find-taken-for = other systems take this for { $name }
find-taken-for-help = names must differ in more than case and accents
find-unread-name = nothing reads a file of this name
find-unread-name-help = here these are read: { $all }
find-headless = its folder has no `topic.toml`, so no learner meets it
find-headless-help = write { $head }, or move { $name } to the folder of its topic
find-no-signature = this is no signature of a pack
find-signature-unfit = the signature does not belong to these files: something was changed after it was made
find-signature-help = get the file from its author again; in a folder of your own delete SIGNATURE, `jenjang pack build --sign` makes it anew
find-unusable = the folder cannot be used
find-unpacked = { $why }
find-unsound = { $why }
find-pack-taken = another pack has the id { $id }

# Archives
find-no-archive = this is no archive of a pack: { $why }
find-archive-end = this is no archive of a pack: its end is missing, or something stands after it
find-archive-begin = something stands before the archive in this file
find-archive-twice = a name stands twice in the archive
find-archive-overlap = entries of the archive share bytes
find-archive-large = the archive has more than { $n } bytes
find-archive-files = the archive has { $n } files; at most { $most }
find-archive-file-large = the file has more than { $n } bytes
find-archive-files-large = the files are too large together: at most { $size } MiB, and { $times } times the archive
find-archive-name = a name in the archive is not UTF-8
find-archive-link = this is a link
find-archive-device = this is no file: a device, a pipe or a socket
find-archive-deep = the folder is too deep: at most { $most } below the pack's own
find-archive-encrypted = the file is encrypted
find-archive-stranger = a file that is no part of a pack is left out
find-archive-broken-help = build it again with `jenjang pack build`
find-archive-name-help = the names in a pack are paths below its folder, of small letters, digits, hyphens and dots
find-archive-large-help = jenjang help J009 names what is refused; the limits are far above what teaching needs

# Names that lead somewhere (J005 to J008, J011, J013, J019, J020, J023, J025, J027, J028, J032)
find-second = a second { $what } has the id `{ $id }`
find-second-help = give it a name of its own; the first one keeps its name, because logs know it
find-prompt-as-question = the prompt `{ $id }` has the id of a question
find-prompt-as-question-help = give it a name of its own: answers to both are kept by topic and id
find-the-question = the question
find-no-topic = there is no topic `{ $id }`
find-no-topic-help = write the topic, or announce it under `coming` in a stage of a path
find-cycle = topics require each other in a circle: { $topics }
find-cycle-help = move one of them to `see_also`
find-in-no-path = topic `{ $topic }` stands in no path
find-in-no-path-help = add it to a stage of the roadmap in paths/
find-no-section = { $file } has no section `{ $id }`
find-no-section-help = write `## Title {"{"}#{ $id }{"}"}` there
find-sections = the sections are: { $all }
find-heading-no-id = this heading has no id
find-section-order = this section stands twice, or in another order than in topic.toml
find-section-order-help = the order is: { $all }
find-check-one = a check holds the id of one question
find-check-one-help = write one id on a line of its own
find-check-unknown-help = questions.toml holds the questions of this topic
find-no-question = there is no question `{ $id }`
find-no-question-help = write the question, or take the name out
find-coming-here = topic `{ $topic }` exists by now
find-coming-here-help = remove it here; its place in `topics` stays
find-coming-twice = `{ $topic }` is announced twice
find-coming-twice-help = remove one of the two
find-coming-unnamed = this stage does not name `{ $topic }`
find-coming-unnamed-help = add it to `topics`, at its place in learning order
find-no-outcome = the syllabus has no outcome `{ $id }`
find-no-outcome-help = syllabus.tsv holds the outcomes of this pack
find-no-persona = there is no persona `{ $id }`
find-no-persona-help = add a `[[persona]]` to personas.toml, or take the name out
find-no-prompt = there is no prompt `{ $id }`
find-no-prompt-help = write the prompt, or take the name out
find-no-prompt-topic-help = name its topic too: `topic/prompt` or `pack/topic/prompt`

# Answers (J012, J015 to J018)
find-none-right = no { $what } is marked right
find-none-right-help = write `right = true` in the { $what } that is right
find-second-right = a second { $what } is marked right
find-second-right-help = exactly one may be right; for several there is `kind = "multi"`
find-all-right = every option is marked right
find-all-right-help = a multi question has at least one right and one wrong option
find-many-sides = { $n } right sides to choose from, and letters for { $letters }
find-many-sides-help = take away an extra, or a pair
find-no-line = the code has no line { $n }
find-no-line-help = its last line is { $last }; the first is 1
find-line-twice = line { $n } stands twice
find-line-twice-help = say everything about a line in one `why`
find-gap-nowhere = gap { $n } has no place in the text
find-gap-often = gap { $n } stands { $times } times in the text
find-gap-unknown = the text has a number without a gap
find-gaps-help = each of {"{{"}1{"}}"} to {"{{"}{ $n }{"}}"} stands exactly once in each language
find-no-step = there is no step `{ $id }`
find-step-twice = step `{ $id }` stands in two groups, or twice in one
find-groups-help = a group names steps of this question, each once
find-steps-apart = the steps of this group do not follow each other
find-steps-apart-help = only neighbours may change places
find-no-scene = there is no scene `{ $id }`
find-no-scene-help = write the scene, or leave `goto` out to end here
find-scene-no-best = no choice of this scene is the best
find-scene-no-best-help = write `best = true` in exactly one
find-scene-two-best = a second choice of this scene is the best
find-scene-two-best-help = exactly one may be
find-scene-circle = the way through the scenes comes back to this one
find-scene-circle-help = let one of the choices end, or lead elsewhere
find-scene-unreached = no choice leads to this scene
find-scene-unreached-help = name it in a `goto`, or remove it
find-scene-deep = this is the seventh scene on a way
find-scene-deep-help = end earlier: six decisions are enough for one question
find-near-same = `{ $word }` is the same word to grading as a right answer
find-near-slip = `{ $word }` is one typo away from a right answer
find-near-help = choose another word, or accept it

# Lessons (J014, J131, J150, J160, J161)
find-a-block = a `{ $language }` block
find-a-bare-block = a block without a language
find-block-extra = { $block } that { $file } does not have
find-block-other = { $block } stands where { $file } has { $twin }
find-block-section = { $block } stands in another section than in { $file }
find-block-differs = { $block } differs from its twin in { $file }
find-blocks-help = both languages show the same blocks in the same order
find-block-differs-help = checks and code are the same in both languages
find-wide = a line has { $n } columns
find-wide-help = at most { $most }, so that it fits a terminal of 80
find-diagram-words = this diagram does not begin with words
find-diagram-apart = an empty line is missing after the words of this diagram
find-diagram-help = first a line that says what it shows, then an empty line, then the art
find-no-lesson = the topic has no { $file }
find-no-lesson-help = write it, or take "{ $lang }" out of `languages` in pack.toml
find-stretch = { $n } words without a check
find-stretch-help = ask something after at most { $most }
find-long-minutes = { $n } minutes; at most { $most }
find-long-sections = { $n } sections; at most { $most }
find-long-help = make two topics of it, the second with `requires` on the first

# Questions that teach (J037, J104 to J125, J151, J152)
find-example-question = question `{ $id }` is the example of the draft
find-example-prompt = prompt `{ $id }` is the example of the draft
find-example-sentence = this sentence is the example of the draft
find-example-help = write your own over it, or take it out
find-no-why = { $what } { $n } is never explained
find-no-why-help = { $langs ->
    [1] add `why = "..."`
   *[other] add `why.en` and `why.id`
 }: why it is right or wrong
find-no-source = question `{ $id }` has no source
find-no-source-help = add `source = "..."`: a standard and section, a manual page, or "lesson"
find-prompt-no-source = prompt `{ $id }` has no source
find-prompt-no-source-help = add `source = "..."`: where the facts of its points can be checked
find-negated = nothing marks the negation `{ $word }` in what is asked ({ $lang })
find-negated-help = ask for the positive, or write { $word }
find-of-others = this { $what } speaks about the others
find-of-others-help = write a misconception that people hold, or ask with `kind = "multi"`
find-longest = the right option is clearly the longest in { $n } of { $all } choices
find-qualified = the right option has the most conditions in { $n } of { $all } choices
find-telling-help = shorten it, or give the others the same care
find-same-place = the right option stands at place { $place } in all { $n } choices that keep their order
find-same-place-help = leave out `keep_order` where the options have no order of their own
find-verdicts-true = { $n } of { $all } statements are true
find-verdicts-false = { $n } of { $all } statements are false
find-verdicts-help = turn some statements round
find-answer-in-stem = the stem says the answer: `{ $answer }`
find-answer-in-stem-help = ask without it; a name to pick from stands between backticks
find-nearly-same = nearly the same question as `{ $id }` of topic `{ $topic }`
find-nearly-same-help = ask for another use of the idea, or leave one of them out
find-singles = { $n } of { $all } ({ $percent }%) questions are single choices; at most { $limit }%
find-true-falses = { $n } of { $all } ({ $percent }%) questions are true/false; at most { $limit }%
find-recalls = in { $n } of { $all } ({ $percent }%) questions something is recalled or decided; at least { $limit }%
find-one-kind-help = ask some of them as short, cloze, order, match, line or scenario
find-stray-tag = nothing in this question names `{ $outcome }`
find-stray-tag-help = tag what it asks for, or name what it is about in `explain`, `hint` or a `why`
find-taught-here = taught here
find-same-prose = the same prose in both languages
find-same-prose-help = translate it, or write one plain string if both languages share it
find-reads-like = this reads like { $lang }

# Coverage (J170, J171)
find-no-section-covers = no section covers `{ $outcome }`
find-no-section-covers-help = add it to `covers` of a section of topic `{ $topic }`
find-sections-cover = { $n } sections cover `{ $outcome }`
find-sections-cover-help = exactly one section is its home
find-other-home = `{ $outcome }` is covered by topic `{ $topic }`
find-other-home-help = its home is `{ $topic }`: move it, or change the syllabus
find-few-tags = { $n } of 2 questions tag `{ $outcome }`
find-few-tags-help = tag a question that cannot be answered without knowing it, or write one
find-only-true-false = only true/false questions tag `{ $outcome }`
find-only-true-false-help = one of them must be of another kind
find-to-come = topic `{ $topic }` is to come: { $n } { $n ->
    [one] outcome waits
   *[other] outcomes wait
 } for it

# Rubrics and interviewers (J021, J022, J024, J140, J141, J180 to J184)
find-no-must = no point of `{ $id }` is a must
find-no-must-help = set `must = true` on what an answer cannot do without
find-no-level = the prompt is of level { $level } and none of its points is
find-no-level-help = give the points that make an answer level { $level } `level = { $level }`
find-unfindable = `{ $phrase }` can never be found in an answer
find-unfindable-help = write a word, the beginning of one, or several words
find-no-mark = point `{ $point }` has no mark
find-no-mark-help = add `{ $point } = "missed"`, or what is true
find-no-point = there is no point `{ $id }`
find-no-flag = there is no red flag `{ $id }`
find-no-signal = a { $kind } prompt has no signal `{ $id }`
find-signals = it has: { $all }
find-no-signals = design prompts have { $design }; behavioural ones { $behavioural }; others none
find-brace = a brace that is not `{"{"}follow_up{"}"}`
find-brace-help = write `{"{"}follow_up{"}"}` where the question goes
find-follow-ups = `{"{"}follow_up{"}"}` stands { $n } times in this line
find-follow-ups-help = write it once, where the question goes
find-placeholder = a placeholder in `{ $list }`
find-placeholder-help = only `missing` has one
find-few-variants = `{ $id }` has { $n } { $n ->
    [one] variant
   *[other] variants
 } of `{ $list }`
find-few-variants-help = write at least { $least }
find-fewer-variants-help = the other language has { $n }: write the rest
find-variant-twice = this variant stands twice
find-variant-twice-help = say it in another way
find-model-short = the short model answer
find-model-full = the full model answer
find-the-sample = the sample
find-length = { $what } has { $n } { $n ->
    [one] word
   *[other] words
 }
find-length-help = { $least } to { $most } words
find-weak = weak
find-middling = middling
find-no-sample = `{ $id }` has no { $quality } sample
find-no-sample-help = add a `[[prompt.sample]]` with `quality = "{ $quality }"`, its text and its true marks
find-no-title = `{ $id }` has no title
find-no-title-help = { $langs ->
    [1] add `title = "..."`, at most { $most } columns
   *[other] add `title.en` and `title.id`, at most { $most } columns each
 }
find-wide-title = the title `{ $title }` has { $n } columns
find-model-misses = the { $lang } model answer does not make point `{ $point }`
find-model-misses-help = `model.full.{ $code }` has none of { $words }: say it there, or list the words that it uses
find-model-misses-joined-help = `model.full.{ $code }` has none of { $words } (` + ` joins parts of one sentence): say it there, or list the words that it uses
find-question-meets = the { $lang } question makes point `{ $point }`: it has "{ $phrase }"
find-question-meets-help = ask without it, or make the words of the point more specific: join two with ` + `
find-looked-for = looked for here
find-other-model = the { $lang } model answer of `{ $id }` meets { $percent }% of the weight of this rubric
find-other-model-help = at most 25%; make these more specific, or join two with ` + `: { $words }
find-other-models-help = at most 25%; make these more specific, or join two with ` + `: { $words } ({ $more } other { $more ->
    [one] answer is
   *[other] answers are
 } over the line too)
find-point-by = `{ $point }` by { $words }
find-sample-differs = the words of { $n } { $n ->
    [one] point see
   *[other] points see
 } the { $quality } sample in { $lang } otherwise
find-sample-differs-help = mend the text, the marks or the words: { $points }
find-marked-met = `{ $point }` is marked met and it has none of { $words }
find-marked-missed = `{ $point }` is marked missed and it has "{ $phrase }"
find-flag-in-short = the short { $lang } model answer trips `{ $flag }`: it has "{ $phrase }"
find-flag-in-full = the full { $lang } model answer trips `{ $flag }`: it has "{ $phrase }"
find-flag-in-model-help = make the words more specific: join two with ` + `
find-flag-unsaid = the { $lang } sample trips `{ $flag }` and has none of its words
find-flag-unsaid-help = say one of { $words } there, or list what it says
find-flag-untripped = the { $lang } sample has "{ $phrase }" and does not trip `{ $flag }`
find-flag-untripped-help = add `{ $flag }` to its `red_flags`, or make the words more specific

# Working days (J027 to J034)
find-nobody = nobody is called `{ $who }`
find-nobody-help = a persona of personas.toml, or one of: { $all }
find-unset-flag = no earlier choice sets `{ $flag }`
find-unset-flag-help = name it in `sets` of a choice before this slot
find-variant-unreachable = no way through the day leads to this variant
find-variant-unreachable-help = an earlier variant fits wherever this one does, or its flags exclude one another
find-slot-no-best = no choice of this slot is the best
find-slot-no-best-help = mark one with `best = true`
find-slot-two-best = a second choice of this slot is the best
find-slot-two-best-help = leave `best` at one of them
find-slot-no-scene = this slot has no scene
find-slot-no-scene-help = { $langs ->
    [1] add `scene = "..."`, or variants
   *[other] add `scene.en` and `scene.id`, or variants
 }
find-slot-scene-untold = this scene is never told: the slot has variants
find-slot-scene-untold-help = move it into a last variant without `when`
find-variant-hides = this variant hides those after it
find-variant-hides-help = give it a `when`, or move it to the end
find-variant-last = the last variant does not fit everybody
find-variant-last-help = add one without `when`
find-no-meter = this day has no meter `{ $meter }`
find-no-meter-help = add "{ $meter }" to `meters`, or take it out here
find-no-time = `{ $at }` is no time
find-no-time-help = write it like `09:30`
find-slot-early = { $at } is not after the slot before
find-slot-early-help = slots stand in the order of the clock

# What learners flagged
find-flag = { $name }: { $told }
find-flag-answered = right { $right }%, guessed { $guessed }% of { $n } { $n ->
    [one] answer
   *[other] answers
 }, { $seconds } s
find-flag-reasons = flagged: { $reasons }
find-flag-reason = { $reason }{ $n ->
    [1] { "" }
   *[other] { " " }({ $n }x)
 }
find-flag-spellings = learners count { $n ->
    [one] a spelling
   *[other] { $n } spellings
 } of their own as right
find-flag-help = learners mean the same by { $spellings }: write it into `accept`, or into `near` with the reason why it is not
