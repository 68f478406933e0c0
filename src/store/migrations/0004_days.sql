-- Working days that were played to their end, by the id of that playing. The log itself needs nothing new: such a row of `review` has the subject
-- `lived:<id>`.
CREATE TABLE lived (
    sitting    BLOB PRIMARY KEY NOT NULL CHECK (length(sitting) = 16),
    id         BLOB NOT NULL CHECK (length(id) = 16),
    utc        INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
