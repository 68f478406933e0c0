-- Projections of the career ladder, of tracks and of checklists. The log itself needs nothing new: a rating and a piece of evidence are rows of `review`
-- whose subject is `statement:pack/name`, a track one whose subject is `track:pack/name`, a gap plan `aim:pack`, a tick `work:pack/name:what it is for`.
--
-- Why in the log and not in the settings: ratings and evidence are the learner's own record of years, and a track that was chosen on the laptop is meant
-- on the desktop too. All of it merges and is taken back like an answer.

-- Ratings that were not taken back: all of them, because the history is shown. The last one of a statement counts.
CREATE TABLE rating (
    id         BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    statement  TEXT NOT NULL,
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For: rebuilding what follows from one statement.
CREATE INDEX rating_of_statement ON rating (statement, id);

-- The last live word on each piece of evidence. Private: it leaves this file in exports that the learner asks for, and nowhere else.
CREATE TABLE evidence (
    statement  TEXT NOT NULL,
    proof      BLOB NOT NULL CHECK (length(proof) = 16),
    id         BLOB NOT NULL CHECK (length(id) = 16),
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (statement, proof)
) STRICT, WITHOUT ROWID;

-- Tracks that are followed.
CREATE TABLE followed (
    track      TEXT PRIMARY KEY NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Gap plans that feed Today, by the pack of their ladder.
CREATE TABLE aimed (
    ladder     TEXT PRIMARY KEY NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is ticked for each piece of work (JSON of `domain::log::WorkRecord`).
CREATE TABLE worked (
    list TEXT NOT NULL,
    work TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (list, work)
) STRICT, WITHOUT ROWID;
