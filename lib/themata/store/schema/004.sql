-- A Themata study, schema 4: undo and its marks, what a codebook says of codes and themes, memos on
-- turns, the journal, the phases, what was read, stated, dismissed and chosen.

-- The same history, with what undo and its coder say of a command. What may be large stands last:
-- SQLite reads through all that stands before a column.
CREATE TABLE change_of_schema_4 (
  id         INTEGER PRIMARY KEY,
  time       TEXT NOT NULL,         -- ISO 8601, UTC
  coder      TEXT NOT NULL,
  command    TEXT NOT NULL,
  summary    TEXT NOT NULL,
  kind       TEXT NOT NULL DEFAULT 'command'
               CHECK (kind IN ('command', 'undo', 'redo', 'snapshot')),
  why        TEXT NOT NULL DEFAULT '',  -- the reason that its coder gave
  schema     INTEGER NOT NULL,      -- user_version when it was recorded
  changeset  BLOB NOT NULL          -- SQLite's session extension; empty: none, or purged
) STRICT;
INSERT INTO change_of_schema_4 (id, time, coder, command, summary, schema, changeset)
  SELECT id, time, coder, command, summary, schema, changeset FROM change;
DROP TABLE change;
ALTER TABLE change_of_schema_4 RENAME TO change;

CREATE TABLE change_target (        -- a command that an undo took back or a redo gave again
  change_id  INTEGER NOT NULL REFERENCES change (id),
  position   INTEGER NOT NULL,      -- in this order
  target_id  INTEGER NOT NULL REFERENCES change (id),
  PRIMARY KEY (change_id, position)
) STRICT, WITHOUT ROWID;

-- Recorded in the history.

ALTER TABLE study ADD COLUMN phase_names TEXT NOT NULL DEFAULT '2006'
  CHECK (phase_names IN ('2006', '2022'));  -- Braun and Clarke's names of the six phases

ALTER TABLE code ADD COLUMN includes TEXT NOT NULL DEFAULT '';  -- when to apply it
ALTER TABLE code ADD COLUMN excludes TEXT NOT NULL DEFAULT '';  -- when not to
ALTER TABLE code ADD COLUMN example TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN retired TEXT NOT NULL DEFAULT '';   -- ISO 8601, UTC; empty: in use

ALTER TABLE theme ADD COLUMN idea TEXT NOT NULL DEFAULT '';     -- its central organising idea
ALTER TABLE theme ADD COLUMN includes TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN excludes TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN example TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN retired TEXT NOT NULL DEFAULT '';

ALTER TABLE coding ADD COLUMN rule TEXT NOT NULL DEFAULT '';    -- of autocode; empty: by a person

-- The same memos, which may be on turns now.
CREATE TABLE memo_of_schema_4 (
  id         INTEGER PRIMARY KEY,
  guid       TEXT NOT NULL,
  target     TEXT NOT NULL CHECK (target IN
               ('study', 'source', 'code', 'theme', 'coding', 'participant', 'turn')),
  target_id  INTEGER NOT NULL,      -- for a turn its source
  coder_id   INTEGER NOT NULL REFERENCES coder (id),
  created    TEXT NOT NULL,
  text       TEXT NOT NULL,
  begin      INTEGER,               -- of a turn: its range in the source's text
  "end"      INTEGER
) STRICT;
INSERT INTO memo_of_schema_4 (id, guid, target, target_id, coder_id, created, text)
  SELECT id, guid, target, target_id, coder_id, created, text FROM memo;
DROP TABLE memo;
ALTER TABLE memo_of_schema_4 RENAME TO memo;
CREATE INDEX memo_target ON memo (target, target_id);

CREATE TABLE journal_entry (        -- the researchers' diary of the study
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  coder_id  INTEGER NOT NULL REFERENCES coder (id),
  created   TEXT NOT NULL,          -- ISO 8601, UTC
  phase     INTEGER NOT NULL CHECK (phase BETWEEN 1 AND 6),
  text      TEXT NOT NULL
) STRICT;

CREATE TABLE phase_move (           -- somebody went on, or back, to a phase
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  phase     INTEGER NOT NULL CHECK (phase BETWEEN 1 AND 6),
  coder_id  INTEGER NOT NULL REFERENCES coder (id),
  created   TEXT NOT NULL,
  note      TEXT NOT NULL
) STRICT;

CREATE TABLE reading (              -- somebody says that a source, or a theme's excerpts, were read
  id         INTEGER PRIMARY KEY,
  target     TEXT NOT NULL CHECK (target IN ('source', 'theme')),
  target_id  INTEGER NOT NULL,
  coder_id   INTEGER NOT NULL REFERENCES coder (id),
  created    TEXT NOT NULL
) STRICT;

CREATE INDEX reading_target ON reading (target, target_id);

CREATE TABLE statement (            -- what only a person can say of a study; the latest counts
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('stated', 'dismissed', 'withdrawn')),
  topic     TEXT NOT NULL,          -- a point of the checklist or one of its remarks
  coder_id  INTEGER NOT NULL REFERENCES coder (id),
  created   TEXT NOT NULL,
  text      TEXT NOT NULL
) STRICT;

CREATE TABLE chosen_excerpt (       -- to be quoted in the report
  coding_id  INTEGER PRIMARY KEY REFERENCES coding (id),
  position   INTEGER NOT NULL,
  chosen     TEXT NOT NULL
) STRICT;
