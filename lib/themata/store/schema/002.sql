-- A Themata study, schema 2: term families kept in the study, and what was decided of their hits.
-- Recorded in the history.

CREATE TABLE term_family (
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  list      TEXT NOT NULL,          -- the term list that it belongs to; may be empty
  label     TEXT NOT NULL,
  position  INTEGER NOT NULL
) STRICT;

CREATE INDEX term_family_position ON term_family (position);

CREATE TABLE term_form (            -- a pattern of a family, as in a term list, without its minus
  family_id  INTEGER NOT NULL REFERENCES term_family (id),
  pattern    TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
  position   INTEGER NOT NULL,
  PRIMARY KEY (family_id, pattern)
) STRICT, WITHOUT ROWID;

CREATE TABLE term_hit (             -- a hit that was read in its context
  family_id  INTEGER NOT NULL REFERENCES term_family (id),
  source_id  INTEGER NOT NULL REFERENCES source (id),
  begin      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL CHECK ("end" > begin),
  decision   TEXT NOT NULL CHECK (decision IN ('kept', 'left out')),
  reason     TEXT NOT NULL,
  coder_id   INTEGER NOT NULL REFERENCES coder (id),
  decided    TEXT NOT NULL,         -- ISO 8601, UTC
  PRIMARY KEY (family_id, source_id, begin, "end")
) STRICT, WITHOUT ROWID;

CREATE INDEX term_hit_source ON term_hit (source_id);
CREATE INDEX term_hit_coder ON term_hit (coder_id);
