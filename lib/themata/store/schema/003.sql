-- A Themata study, schema 3: when a turn was said, and codings to look at again.

-- Milliseconds from the recording's beginning; NULL where the transcript does not say.
ALTER TABLE turn ADD COLUMN started INTEGER;
ALTER TABLE turn ADD COLUMN ended INTEGER;

-- Recorded in the history.

CREATE TABLE coding_flag (          -- a coding that could not follow a corrected text for certain
  coding_id  INTEGER PRIMARY KEY REFERENCES coding (id),
  excerpt    TEXT NOT NULL,         -- the words that it was on
  reason     TEXT NOT NULL,
  flagged    TEXT NOT NULL          -- ISO 8601, UTC
) STRICT;
