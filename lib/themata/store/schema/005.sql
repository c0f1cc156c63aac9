-- A Themata study, schema 5: colours, and what projects of other programs hold besides.
-- Recorded in the history.

ALTER TABLE code ADD COLUMN color TEXT NOT NULL DEFAULT '';   -- #RRGGBB; empty: none
ALTER TABLE theme ADD COLUMN color TEXT NOT NULL DEFAULT '';

CREATE TABLE kept_part (            -- of a REFI-QDA project; given back when the study is exported
  id         INTEGER PRIMARY KEY,
  guid       TEXT NOT NULL,
  kind       TEXT NOT NULL,         -- the element that it is: PictureSource, Graph, Link, ...
  name       TEXT NOT NULL,
  xml_id     INTEGER NOT NULL REFERENCES content (id),
  file_name  TEXT NOT NULL,         -- within the project; empty: it has no file
  file_id    INTEGER REFERENCES content (id)
) STRICT;

CREATE INDEX kept_part_xml ON kept_part (xml_id);
CREATE INDEX kept_part_file ON kept_part (file_id);
