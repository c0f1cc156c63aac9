-- A Themata study, schema 6: quotations as they are to be printed, and the interview's questions.
-- Recorded in the history.

ALTER TABLE chosen_excerpt ADD COLUMN wording TEXT NOT NULL DEFAULT '';  -- empty: the excerpt as it is

CREATE TABLE question (              -- of the interview schedule
  id         INTEGER PRIMARY KEY,
  guid       TEXT NOT NULL,
  position   INTEGER NOT NULL,       -- from 1
  text       TEXT NOT NULL
) STRICT;
