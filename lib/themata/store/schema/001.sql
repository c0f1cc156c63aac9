-- A Themata study, schema 1. What each table holds is told in docs/data-model.md.
-- Offsets are UTF-8 bytes of the stored text, half-open. Orders are columns (`position`).
--
-- Not recorded in the history, append-only: texts and what was recognised in them.

CREATE TABLE content (              -- files and texts, each stored once
  id      INTEGER PRIMARY KEY,
  sha256  BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes   BLOB NOT NULL
) STRICT;

CREATE TABLE transcript (           -- one reading of one file
  id           INTEGER PRIMARY KEY,
  text_id      INTEGER NOT NULL REFERENCES content (id),
  original_id  INTEGER REFERENCES content (id),  -- NULL where the file's bytes are the text
  file_name    TEXT NOT NULL,                    -- without folders
  encoding     TEXT NOT NULL,
  convention   TEXT NOT NULL,
  imported     TEXT NOT NULL                     -- ISO 8601, UTC
) STRICT;

CREATE TABLE turn (
  transcript_id  INTEGER NOT NULL REFERENCES transcript (id),
  number         INTEGER NOT NULL,               -- from 1
  speaker_number INTEGER,                        -- speaker.number in the source; NULL: nobody's
  label_begin    INTEGER NOT NULL,
  label_end      INTEGER NOT NULL,
  begin          INTEGER NOT NULL,
  "end"          INTEGER NOT NULL,
  words          INTEGER NOT NULL,               -- outside every aside
  PRIMARY KEY (transcript_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE bracket (              -- each distinct bracketed text
  id    INTEGER PRIMARY KEY,
  text  TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE aside (
  transcript_id  INTEGER NOT NULL REFERENCES transcript (id),
  begin          INTEGER NOT NULL,
  "end"          INTEGER NOT NULL,
  turn_number    INTEGER NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('speech', 'note', 'insertion', 'timestamp', 'voice')),
  bracket_id     INTEGER REFERENCES bracket (id),  -- NULL: a timestamp without brackets
  words          INTEGER NOT NULL,
  PRIMARY KEY (transcript_id, begin)
) STRICT, WITHOUT ROWID;

CREATE INDEX aside_bracket ON aside (bracket_id);

CREATE TABLE change (               -- the history: one row for each command that changed the study
  id         INTEGER PRIMARY KEY,
  time       TEXT NOT NULL,         -- ISO 8601, UTC
  coder      TEXT NOT NULL,
  command    TEXT NOT NULL,
  summary    TEXT NOT NULL,
  schema     INTEGER NOT NULL,      -- user_version when it was recorded
  changeset  BLOB NOT NULL          -- SQLite's session extension
) STRICT;

-- Recorded in the history. No triggers, no cascades, no UNIQUE on what one command may permute.

CREATE TABLE study (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  guid      TEXT NOT NULL,
  title     TEXT NOT NULL,
  approach  TEXT NOT NULL CHECK (approach IN ('reflexive', 'codebook', 'coding-reliability')),
  language  TEXT NOT NULL,
  created   TEXT NOT NULL
) STRICT;

CREATE TABLE coder (
  id    INTEGER PRIMARY KEY,
  guid  TEXT NOT NULL,
  name  TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id             INTEGER PRIMARY KEY,
  guid           TEXT NOT NULL,
  name           TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('interview', 'group', 'written', 'diary')),
  occasion       TEXT NOT NULL,
  language       TEXT NOT NULL,     -- empty: the study's
  position       INTEGER NOT NULL,
  transcript_id  INTEGER NOT NULL REFERENCES transcript (id)
) STRICT;

CREATE INDEX source_name ON source (name);
CREATE INDEX source_position ON source (position);

CREATE TABLE source_detail (
  source_id  INTEGER NOT NULL REFERENCES source (id),
  position   INTEGER NOT NULL,
  key        TEXT NOT NULL,
  value      TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  name      TEXT NOT NULL,
  position  INTEGER NOT NULL
) STRICT;

CREATE INDEX participant_position ON participant (position);

CREATE TABLE attribute (
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  name      TEXT NOT NULL,
  position  INTEGER NOT NULL
) STRICT;

CREATE TABLE participant_attribute (
  participant_id  INTEGER NOT NULL REFERENCES participant (id),
  attribute_id    INTEGER NOT NULL REFERENCES attribute (id),
  value           TEXT NOT NULL,
  PRIMARY KEY (participant_id, attribute_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker (              -- a label in a source
  id              INTEGER PRIMARY KEY,
  source_id       INTEGER NOT NULL REFERENCES source (id),
  number          INTEGER NOT NULL,              -- in order of first speaking, from 0
  label           TEXT NOT NULL,
  role            TEXT NOT NULL CHECK (role IN ('participant', 'researcher', 'other')),
  participant_id  INTEGER REFERENCES participant (id)
) STRICT;

CREATE INDEX speaker_source ON speaker (source_id, number);
CREATE INDEX speaker_participant ON speaker (participant_id);

CREATE TABLE bracket_rule (         -- brackets that the researcher classed otherwise
  text  TEXT NOT NULL PRIMARY KEY,
  kind  TEXT NOT NULL CHECK (kind IN ('speech', 'note', 'insertion', 'timestamp', 'voice'))
) STRICT, WITHOUT ROWID;

CREATE TABLE code (
  id           INTEGER PRIMARY KEY,
  guid         TEXT NOT NULL,
  name         TEXT NOT NULL,
  description  TEXT NOT NULL,
  position     INTEGER NOT NULL
) STRICT;

CREATE INDEX code_position ON code (position);

CREATE TABLE theme (
  id          INTEGER PRIMARY KEY,
  guid        TEXT NOT NULL,
  name        TEXT NOT NULL,
  definition  TEXT NOT NULL,
  parent_id   INTEGER REFERENCES theme (id),     -- NULL: a top-level theme
  position    INTEGER NOT NULL                   -- among its siblings
) STRICT;

CREATE INDEX theme_parent ON theme (parent_id, position);

CREATE TABLE code_theme (
  code_id   INTEGER NOT NULL REFERENCES code (id),
  theme_id  INTEGER NOT NULL REFERENCES theme (id),
  position  INTEGER NOT NULL,                    -- among the theme's codes
  PRIMARY KEY (code_id, theme_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX code_theme_theme ON code_theme (theme_id, position);

CREATE TABLE coding (               -- a coder applied a code to a segment
  id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- people note it down: never given twice
  guid       TEXT NOT NULL,
  source_id  INTEGER NOT NULL REFERENCES source (id),
  begin      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL CHECK ("end" > begin),
  code_id    INTEGER NOT NULL REFERENCES code (id),
  coder_id   INTEGER NOT NULL REFERENCES coder (id),
  created    TEXT NOT NULL
) STRICT;

CREATE INDEX coding_segment ON coding (source_id, begin, "end", code_id, coder_id);
CREATE INDEX coding_code ON coding (code_id);
CREATE INDEX coding_coder ON coding (coder_id);

CREATE TABLE memo (
  id         INTEGER PRIMARY KEY,
  guid       TEXT NOT NULL,
  target     TEXT NOT NULL CHECK (target IN
               ('study', 'source', 'code', 'theme', 'coding', 'participant')),
  target_id  INTEGER NOT NULL,
  coder_id   INTEGER NOT NULL REFERENCES coder (id),
  created    TEXT NOT NULL,
  text       TEXT NOT NULL
) STRICT;

CREATE INDEX memo_target ON memo (target, target_id);
