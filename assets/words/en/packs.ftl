# Tools for people who write packs, and the packs of the learner.
packs-name = "{ $name }" cannot be the name of a pack: small letters, digits and single hyphens, at most 64 bytes.
packs-there = { $path } is there already; nothing was changed.
packs-too-long = { $path } has { $n } bytes; a draft takes at most { $most }.
packs-no-text = { $path } is not UTF-8.
packs-no-outcomes = { $path } lists no outcomes. Looked for were lines of an outcome, a tab and its topic, or bullets in Markdown below headings that
    name the topics.
packs-created = created { $path }
packs-file-pack = id, version, language, licence
packs-file-syllabus = { $n } { $n ->
    [one] outcome
   *[other] outcomes
 } that the pack promises to teach
packs-file-path = the order of the topics
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
packs-taken = { $file } was built before, with other content. Learners who have it would take both for the same version: raise the
    version in pack.toml (jenjang pack diff { $file } { $path } says how far), or delete the file if nobody has it.
packs-built = { $file }: { $files } { $files ->
    [one] file
   *[other] files
 }, { $bytes } bytes
packs-taken-signed = { $file } is there already, with this content and signed. Without --sign the signature would be gone.
packs-secret-inside = { $file } holds a secret key, with which others could sign as you; nothing was built. Take it out. If anybody has
    this folder already, make another key: jenjang pack key --new.
packs-key-made = This is your new key for signing packs.
packs-key-is = This is your key for signing packs.
packs-key-where = Its secret half is the file { $file }. Whoever has that file signs as you: keep a copy where only you get at it, and never
    put it into a pack.
packs-key-aside = The one before is kept as { $file }. Learners with packs signed by it have to accept the new one: tell them.
packs-key-tell = Tell learners the key by another way than the pack: in person, in a call, on a page that they know is yours.
packs-key-none = You have no key to sign with.
packs-key-open = Others on this computer can read your secret key, { $file }. It is used when only you can.
packs-key-broken = { $file } is no key for signing packs.
packs-signed-means = A signature says which key made the pack and that nobody has changed it since. It does not say that it is true.
packs-signed-by = signed by { $key }
packs-signed-not = not signed: nothing says who made it
packs-signed-unfit = its signature does not belong to the files that are here
packs-signed-same = the same key as before for { $pack }
packs-signed-first = Signed by { $key }. From now on { $pack } is taken with this key only; ask the author once whether it is theirs.
packs-signed-known = Signed by { $key }, the same key as before.
packs-signed-changed = Signed by { $now }, which you accepted; before it was { $was }.
packs-signed-dropped = Not signed, which you accepted; the key { $was } does not hold for { $pack } any more.
packs-other-key = { $pack } is signed by { $now }, and before it was { $was }. Either the author has a new key, or somebody else made this.
packs-not-signed-now = { $pack } was signed by { $was } before, and this one is not signed: nothing says that it is from the same author.
packs-key-not-accepted = { $pack } is signed by { $now }, which is not what you accept.
packs-unsigned-not-accepted = { $pack } is not signed, and you accept a key only.
packs-key-ask = Nothing was changed. Ask the author, by another way than the file came, which key is theirs.
packs-unsigned-ask = Nothing was changed. Ask the author for the signed file.
packs-key-accept = To accept it: { $command }
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
packs-installed = { $pack } { $version } is installed.
packs-linked = { $pack } { $version } is linked: what is saved in its folder is there on the next start.
packs-link-folder = Only a folder can be linked.
packs-installed-already = { $pack } { $version } is installed already; nothing was changed.
packs-not-installed = { $pack } is not installed.
packs-is-builtin = { $pack } is the name of a built-in pack. A pack of your own needs another one.
packs-is-link = { $pack } is linked to a folder and follows it by itself.
packs-update-head = Update { $pack }: { $from } to { $to }. Nothing has changed yet.
packs-update-older = This is an older version.
packs-update-added = { $n } new { $n ->
    [one] item
   *[other] items
 }
packs-update-reworded = { $n } reworded, same answer: progress kept for { $known }
packs-update-changed = { $n } with a changed answer: { $known } asked again tomorrow
packs-update-renamed = { $n } under another id, which are new to you
packs-update-retired = { $n } retired: the history of { $known } is kept, they are not asked
packs-update-files = { $n } other { $n ->
    [one] file
   *[other] files
 }, such as lessons
packs-update-confirm = A copy of your data is made first. Type { $word } to go on:
packs-update-refused = Nothing was changed: updating needs your word.
packs-updated = { $pack } { $version } is in place. The copy of your data is { $backup }.
packs-place-builtin = built in
packs-place-installed = installed
packs-place-linked = linked folder
packs-place-broken = not in use: jenjang pack check says why
packs-place-moved = linked folder that is gone
packs-moved = { $folder } is not there any more. If it moved: jenjang pack install NEW-FOLDER --link; if not: jenjang pack remove { $pack }. What you
    answered is kept either way.
packs-built-examples = { $n } { $n ->
    [one] example of the draft is
   *[other] examples of the draft are
 } still in it, as learners will see:
packs-limits-head = What a pack may hold. Whatever is over a limit is a finding (J009) and is not read.
packs-limit-files = files of a pack
packs-limit-pack = a pack's folder, all files together
packs-limit-depth = folders below each other
packs-limit-path = path of a file
packs-limit-topics = topics of a pack
packs-limit-archive = an archive (.jpack)
packs-limit-unpacked = files of an archive together, and at most { $times } times the archive
packs-limit-toml = a .toml file
packs-limit-lesson = a lesson in one language
packs-limit-syllabus = syllabus.tsv
packs-limit-line = a line
packs-limit-questions = questions of a topic
packs-limit-prompts = interview prompts of a topic
packs-limit-text = a text in one language
packs-limit-code = the code of a question
packs-limit-columns = columns of code and diagrams (a warning, J131)
packs-limit-word = a name, a source, an alias
packs-limit-id = an id
packs-limit-scenes = scenes on one way through a scenario
packs-limit-notes = notes for jenjang pack new
packs-limit-flags = a file of flags
packs-limits-refused = Never read, whatever its size: a link, a device, a pipe or a socket (J009); a path that leaves the pack, a name that another system
    refuses, changes or takes for the name of another (J026); control characters and characters that turn the direction of writing,
    in names (J026) and in texts (J010).
packs-list-counts = { $topics } { $topics ->
    [one] topic
   *[other] topics
 }, { $questions } { $questions ->
    [one] question
   *[other] questions
 }
packs-info-counts = { $topics } { $topics ->
    [one] topic
   *[other] topics
 }, { $questions } { $questions ->
    [one] question
   *[other] questions
 }, { $prompts } { $prompts ->
    [one] interview question
   *[other] interview questions
 }, { $languages }
packs-info-more = and { $n } more: jenjang path
packs-info-authors = by { $value }
packs-info-licence = licence { $value }
packs-info-from = from { $value }
packs-info-link = follows { $value }
packs-unknown = There is no pack "{ $pack }".
packs-verify-same = { $pack }: as it was installed
packs-verify-differs = { $pack }: { $n } { $n ->
    [one] file differs
   *[other] files differ
 } from what was installed
packs-verify-none = { $pack }: put there by hand, there is nothing to compare it with
packs-verify-link = { $pack }: linked, it follows its folder
packs-verify-changed = changed
packs-verify-missing = missing
packs-verify-added = added
packs-remove-confirm = Your progress is kept. Type { $word } to remove the pack:
packs-remove-refused = { $pack } is still there: removing it needs its name as your word.
packs-removed = { $pack } is removed. What you answered is kept and counts again when you install it.
packs-try-not-right = a right answer is not taken as right: { $about }
packs-try-accepts = a wrong answer is taken as right: { $about }
packs-try-double = stands twice where one has to be picked: { $about }
packs-try-unanswerable = no keys lead to this right answer: { $about }
packs-try-overflow = cannot be seen whole at 60 columns: { $about }
packs-try-wide = { $n } { $n ->
        [one] line
       *[other] lines
    } of code { $n ->
        [one] goes
       *[other] go
    } on to the right at 60 columns, the widest with { $widest } characters
packs-try-wide-items = Code goes on to the right at 60 columns in { $n } { $n ->
        [one] place
       *[other] places
    }; -v names them.
packs-try-guess = A guess is right in { $share }% of { $tries } { $tries ->
    [one] try
   *[other] tries
 }.
packs-try-guess-kind = { $kind }: { $share }%
packs-try-life = { $days } { $days ->
    [one] day
   *[other] days
 } with { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
 } each, { $studied } of them studied, { $idle } with nothing to do:
packs-try-minutes = minutes on a day: { $min } to { $max }, half of the days at most { $median }
packs-try-items = questions on a day: { $min } to { $max }, half of the days at most { $median }
packs-try-met = { $topics ->
    [one] the topic
   *[other] all { $topics } topics
 } met, the last one on day { $day }
packs-try-never = never met: { $n } of { $topics } { $topics ->
    [one] topic
   *[other] topics
 }
packs-try-done = { $questions } { $questions ->
    [one] question
   *[other] questions
 }, { $answers } { $answers ->
    [one] answer
   *[other] answers
 } tried, { $problems } { $problems ->
    [one] problem
   *[other] problems
 }
check-no-folder = { $path } is no folder
check-no-pack = { $path } holds no pack: neither it nor a folder in it has a pack.toml
check-no-unit = no pack has a unit `{ $unit }`
check-fixed = fixed { $file }: { $what }
check-fixed-mark = the byte order mark is gone
check-fixed-lines = lines end with a line feed alone
check-fixed-key = `{ $was }` is `{ $with }` now
check-fixed-hostile = { $n } control or direction { $n ->
    [one] character
   *[other] characters
 } removed
check-fixed-end = a line feed ends the file
check-coverage = Coverage of { $pack }
check-unit = unit
check-outcomes = outcomes
check-unitless = no unit
check-to-come = to come
check-all = all
check-packs = { $n } { $n ->
    [one] pack
   *[other] packs
 }
check-topics = { $n } { $n ->
    [one] topic
   *[other] topics
 }
check-questions = { $n } { $n ->
    [one] question
   *[other] questions
 }
check-prompts = { $n } { $n ->
    [one] prompt
   *[other] prompts
 }
check-personas = { $n } { $n ->
    [one] persona
   *[other] personas
 }
check-statements = { $n } { $n ->
    [one] ladder statement
   *[other] ladder statements
 }
check-errors = { $n } { $n ->
    [one] error
   *[other] errors
 }
check-warnings = { $n } { $n ->
    [one] warning
   *[other] warnings
 }
flags-other-versions = note: { $pack } is { $here } here; these learners have { $theirs }
flags-not-here = note: not in this pack any more, or not readable: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
 }
flags-elsewhere = note: { $n } { $n ->
    [one] entry
   *[other] entries
 } about other packs
flags-cleaned = note: { $n ->
    [one] { $n } text held characters that could steer a terminal; they are replaced by �
   *[other] { $n } texts held characters that could steer a terminal; they are replaced by �
 }
flags-numbers = { $files } { $files ->
    [one] file
   *[other] files
 }, { $items } { $items ->
    [one] item
   *[other] items
 } to look at: { $misleading } may mislead, { $sound } with nothing against them
flags-no-file = that is no file, nor a folder with files of flags
flags-many-files = at most { $most } files of a folder are read
flags-large = at most { $most } bytes are read
flags-no-json = no file of flags: { $why }
flags-schema = no file of flags: its schema is "{ $found }" and not "{ $schema }"
flags-pack = no file of flags: a pack in it has an impossible name or version
flags-entry = entry { $entry }: { $what }
flags-item = its item is no pack/topic/question
flags-many = more than { $most } reasons or spellings
flags-no-reason = "{ $reason }" is no reason: small letters, digits and hyphens
flags-long = a spelling of more than { $most } bytes
flags-figures = of answers, right, guessed and median_s some are missing
flags-impossible = more answers or more time than anybody has
flags-share = a share that is not between 0 and 1
flags-send-writes = jenjang flags --send FILE writes such a file
