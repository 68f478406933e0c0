-- The log and what is projected from it.
--
-- Why one file with two kinds of tables: `review` is the truth and only grows; every other table below "Projections" can be
-- thrown away and rebuilt from it (`jenjang data doctor`). They live together so that one transaction keeps them in step.
--
-- STRICT everywhere: a text in a number column must fail here, not three versions later.

-- Small facts about this file, such as the device that owns it.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY NOT NULL,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- Log -----------------------------------------------------------------------------------------------------------------

-- WITHOUT ROWID: the id is the order of replay, so the rows lie in that order and an append touches the last page only.
-- `body` is the whole event (JSON); the columns beside it repeat what an index or a tally needs.
-- `subject` is the item (pack/topic/question) or the topic (pack/topic) that the event is about. It is NULL for a regrade
-- and an undo: those speak about `target`, which may still be on its way from another device, hence no foreign key.
CREATE TABLE review (
    id         BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    device     INTEGER NOT NULL,
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    subject    TEXT,
    target     BLOB CHECK (target IS NULL OR length(target) = 16),
    day        INTEGER,
    rating     INTEGER CHECK (rating IS NULL OR rating BETWEEN 1 AND 4),
    took       INTEGER,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For: the history of one item or topic (rebuild, "what did I answer before").
CREATE INDEX review_of_subject ON review (subject, id) WHERE subject IS NOT NULL;
-- For: the chain of references (which regrades and undos name this event).
CREATE INDEX review_of_target ON review (target) WHERE target IS NOT NULL;
-- For: undo and redo, which look only at the newest events of this device.
CREATE INDEX review_of_device ON review (device, id);
-- For: the answers since a day (pace, medians, best hour).
CREATE INDEX review_of_day ON review (day) WHERE kind = 'answered';

-- The log only grows. Two triggers say so to every path, also to one written by somebody who has not read this.
CREATE TRIGGER review_keeps_rows BEFORE DELETE ON review
BEGIN SELECT raise(ABORT, 'the log only grows'); END;
CREATE TRIGGER review_keeps_content BEFORE UPDATE ON review
BEGIN SELECT raise(ABORT, 'the log only grows'); END;

-- Projections ---------------------------------------------------------------------------------------------------------

-- How each item is remembered: the fields of `domain::memory::Memory`, one column each, so that progress and due items are
-- read without parsing. A topic's items are a range of the primary key (`pack/topic/` up to `pack/topic0`), so they need
-- no column and no index of their own.
-- `last` is the newest answer that counts: a later one may be applied to this row, anything else rebuilds it from the log.
-- `due_utc` is only set while a step within the day waits.
CREATE TABLE memory (
    item       TEXT PRIMARY KEY NOT NULL,
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    key        INTEGER NOT NULL,
    last       BLOB NOT NULL CHECK (length(last) = 16),
    last_utc   INTEGER NOT NULL,
    last_day   INTEGER NOT NULL,
    rating     INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    interval   INTEGER NOT NULL,
    due_utc    INTEGER,
    due_day    INTEGER NOT NULL,
    answers    INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    solid      INTEGER NOT NULL,
    aim        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- For: what is due now, in order, by LIMIT.
CREATE INDEX memory_by_due ON memory (due_day, due_utc);

-- How many items are due on each day, so that a new study day needs no scan. Kept by triggers: no path can forget it.
CREATE TABLE due_day (
    day INTEGER PRIMARY KEY NOT NULL,
    n   INTEGER NOT NULL
) STRICT;

CREATE TRIGGER memory_counts_in AFTER INSERT ON memory
BEGIN
    INSERT INTO due_day (day, n) VALUES (new.due_day, 1) ON CONFLICT (day) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER memory_counts_out AFTER DELETE ON memory
BEGIN
    UPDATE due_day SET n = n - 1 WHERE day = old.due_day;
    DELETE FROM due_day WHERE day = old.due_day AND n <= 0;
END;
CREATE TRIGGER memory_counts_move AFTER UPDATE OF due_day ON memory WHEN old.due_day <> new.due_day
BEGIN
    UPDATE due_day SET n = n - 1 WHERE day = old.due_day;
    DELETE FROM due_day WHERE day = old.due_day AND n <= 0;
    INSERT INTO due_day (day, n) VALUES (new.due_day, 1) ON CONFLICT (day) DO UPDATE SET n = n + 1;
END;

-- What was done on each study day, from live events only. `rights` counts answers that showed knowledge.
CREATE TABLE daily (
    day     INTEGER PRIMARY KEY NOT NULL,
    answers INTEGER NOT NULL,
    rights  INTEGER NOT NULL,
    ms      INTEGER NOT NULL,
    lessons INTEGER NOT NULL,
    read_ms INTEGER NOT NULL
) STRICT;

-- The last live note of each place. A note on an item has section '' and paragraph 0.
CREATE TABLE note (
    subject   TEXT NOT NULL,
    section   TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    id        BLOB NOT NULL CHECK (length(id) = 16),
    utc       INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (subject, section, paragraph)
) STRICT, WITHOUT ROWID;

-- Problems that the learner flagged for the author.
CREATE TABLE flag (
    item   TEXT NOT NULL,
    id     BLOB NOT NULL CHECK (length(id) = 16),
    utc    INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (item, id)
) STRICT, WITHOUT ROWID;

-- Topics that the learner marked as known, and lessons that were read to their end. A topic without either has no row.
CREATE TABLE topic (
    topic    TEXT PRIMARY KEY NOT NULL,
    known    INTEGER NOT NULL,
    read_day INTEGER,
    times    INTEGER NOT NULL,
    took     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The learner's own spellings, in the order in which they were accepted.
CREATE TABLE accepted (
    item     TEXT NOT NULL,
    place    INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    PRIMARY KEY (item, place)
) STRICT, WITHOUT ROWID;

-- Questions put off to later on a day; only the last day matters.
CREATE TABLE deferred (
    item TEXT PRIMARY KEY NOT NULL,
    day  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Of this device only ---------------------------------------------------------------------------------------------------
-- Not in the log and never merged: a draft on the laptop is no draft on the desktop.

-- Text drafts, reading positions, the session in progress: JSON by key.
CREATE TABLE draft (
    key  TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL,
    utc  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last known plan, for the first frame: one row, so that the frame needs one look-up.
CREATE TABLE glance (
    one  INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
    day  INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
