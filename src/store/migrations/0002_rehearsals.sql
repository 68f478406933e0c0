-- Projections of rehearsed interviews. The log itself needs nothing new: a rehearsal is a row of `review` whose subject is
-- `prompt:pack/topic/prompt`, a mock interview one whose subject is `sitting:<id>`, a story one whose subject is `story:<id>`.
--
-- Why no table of points: a point is an item (`pack/topic/prompt.point`) and lives in `memory` beside the questions, so that what is due is one queue.

-- Attempts that were not taken back. `head` is what lists and plans need of one (JSON of `domain::log::Tried`): the texts stay in `review`, so that
-- showing every prompt's last score does not parse every answer that was ever given.
CREATE TABLE attempt (
    id      BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    prompt  TEXT NOT NULL,
    head    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For: the attempts at one prompt, oldest first.
CREATE INDEX attempt_of_prompt ON attempt (prompt, id);

-- Samples of a prompt that were graded for practice; practice is asked for once for each kind.
CREATE TABLE practised (
    id         BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    prompt     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For: rebuilding what follows from one prompt.
CREATE INDEX practised_of_prompt ON practised (prompt, id);

-- Mock interviews that ended, by the id that their attempts name.
CREATE TABLE mocked (
    sitting    BLOB PRIMARY KEY NOT NULL CHECK (length(sitting) = 16),
    id         BLOB NOT NULL CHECK (length(id) = 16),
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The last live word on each story.
CREATE TABLE story (
    story      BLOB PRIMARY KEY NOT NULL CHECK (length(story) = 16),
    id         BLOB NOT NULL CHECK (length(id) = 16),
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rehearsing is study time of its day, and no answered question.
ALTER TABLE daily ADD COLUMN rehearsals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily ADD COLUMN rehearse_ms INTEGER NOT NULL DEFAULT 0;
