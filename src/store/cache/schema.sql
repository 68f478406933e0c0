-- What can be made again at any time: installed folders, packed, and the index that search reads.
--
-- There are no migrations here. Another version of this file means another number in `VERSION`, and the old file goes.

-- One row for each folder of an installed pack. Heads are read all together at start, so the large parts lie elsewhere.
CREATE TABLE folder (
    id    INTEGER PRIMARY KEY NOT NULL,
    name  TEXT NOT NULL UNIQUE,
    stamp INTEGER NOT NULL,
    kind  INTEGER NOT NULL,
    head  BLOB NOT NULL
) STRICT;

-- The parts that are opened one at a time.
CREATE TABLE part (
    folder INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    part   INTEGER NOT NULL,
    body   BLOB NOT NULL,
    PRIMARY KEY (folder, part)
) STRICT;

-- What search can find. The id carries the kind in its high bits, so that a search of one kind is a range of ids, and the
-- kinds that matter more come first.
CREATE TABLE doc (
    id       INTEGER PRIMARY KEY NOT NULL,
    source   TEXT NOT NULL,
    target   TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_id TEXT NOT NULL
) STRICT;
-- For: replacing what one folder brought.
CREATE INDEX doc_of_source ON doc (source);

-- Which sources are indexed, and in which state.
CREATE TABLE source (
    name  TEXT PRIMARY KEY NOT NULL,
    stamp INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The words that titles and texts have, and in how many of them they were met. Somebody who is still typing asks for the
-- beginning of a word; FTS5 would merge the rows of all words that begin so before it yields the first, which takes longer
-- than a key press when one of them stands in every row. From here it is asked for the most frequent of them by name.
CREATE TABLE word (
    word TEXT PRIMARY KEY NOT NULL,
    n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Contentless: the texts themselves are in the packs. `detail = column`: words are looked up, not phrases.
CREATE VIRTUAL TABLE find USING fts5 (
    title, text,
    content = '', contentless_delete = 1, detail = column,
    tokenize = 'unicode61 remove_diacritics 2'
);
