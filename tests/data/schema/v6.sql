-- A small study of schema 6 as the program of that time wrote it. Made by write_fixture.sh; never
-- changed once the schema is released.
PRAGMA application_id = 1416127853;
PRAGMA user_version = 6;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE content (              -- files and texts, each stored once
  id      INTEGER PRIMARY KEY,
  sha256  BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes   BLOB NOT NULL
) STRICT;
INSERT INTO content VALUES(1,X'6c965d56edd15914230d5dcf7f0eac86dfd7c28107d23889d6c47cea5cdb7d3a',X'41207469746c650a496e7465727669657765723a20486f77207761732069743f0a42656e3a2049742077617320286c6175676873292066696e65205b617420686f6d655d20796f75206b6e6f770a4f746865723a20287370656563682069742069732920686d');
INSERT INTO content VALUES(2,X'6cd7c88f985965660b1d0eb59ee1f0315f039ad99785325cd60d013878767326',X'42656e3a204772c3bcc39f6520617573204bc3b66c6e');
INSERT INTO content VALUES(3,X'483e950d96af321ec70f2a76647831ddac110966ae9848d581928cfbbfd64370',X'3c50696374757265536f757263652f3e');
INSERT INTO content VALUES(4,X'f8146b6cb4961f87a1519047b8c83402754ed108ade55457d43166e564b7b4fe',X'6a7067');
CREATE TABLE transcript (           -- one reading of one file
  id           INTEGER PRIMARY KEY,
  text_id      INTEGER NOT NULL REFERENCES content (id),
  original_id  INTEGER REFERENCES content (id),  -- NULL where the file's bytes are the text
  file_name    TEXT NOT NULL,                    -- without folders
  encoding     TEXT NOT NULL,
  convention   TEXT NOT NULL,
  imported     TEXT NOT NULL                     -- ISO 8601, UTC
) STRICT;
INSERT INTO transcript VALUES(1,1,NULL,'first.txt','UTF-8','colon labels','2024-05-03T10:00:00Z');
INSERT INTO transcript VALUES(2,2,NULL,'second.txt','UTF-8','colon labels','2024-05-03T10:00:00Z');
CREATE TABLE turn (
  transcript_id  INTEGER NOT NULL REFERENCES transcript (id),
  number         INTEGER NOT NULL,               -- from 1
  speaker_number INTEGER,                        -- speaker.number in the source; NULL: nobody's
  label_begin    INTEGER NOT NULL,
  label_end      INTEGER NOT NULL,
  begin          INTEGER NOT NULL,
  "end"          INTEGER NOT NULL,
  words          INTEGER NOT NULL, started INTEGER, ended INTEGER,               -- outside every aside
  PRIMARY KEY (transcript_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO turn VALUES(1,1,NULL,0,0,0,7,2,NULL,NULL);
INSERT INTO turn VALUES(1,2,0,8,20,21,32,3,NULL,NULL);
INSERT INTO turn VALUES(1,3,1,33,37,38,77,5,NULL,NULL);
INSERT INTO turn VALUES(1,4,2,78,84,85,102,1,NULL,NULL);
INSERT INTO turn VALUES(2,1,0,0,4,5,22,3,NULL,NULL);
CREATE TABLE bracket (              -- each distinct bracketed text
  id    INTEGER PRIMARY KEY,
  text  TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO bracket VALUES(1,'(laughs)');
INSERT INTO bracket VALUES(2,'[at home]');
INSERT INTO bracket VALUES(3,'(speech it is)');
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
INSERT INTO aside VALUES(1,45,53,3,'note',1,1);
INSERT INTO aside VALUES(1,59,68,3,'insertion',2,2);
INSERT INTO aside VALUES(1,85,99,4,'speech',3,3);
CREATE TABLE study (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  guid      TEXT NOT NULL,
  title     TEXT NOT NULL,
  approach  TEXT NOT NULL CHECK (approach IN ('reflexive', 'codebook', 'coding-reliability')),
  language  TEXT NOT NULL,
  created   TEXT NOT NULL
, phase_names TEXT NOT NULL DEFAULT '2006'
  CHECK (phase_names IN ('2006', '2022'))) STRICT;
INSERT INTO study VALUES(1,'guid-study','Letters home','reflexive','en','2024-05-03T10:00:00Z','2006');
CREATE TABLE coder (
  id    INTEGER PRIMARY KEY,
  guid  TEXT NOT NULL,
  name  TEXT NOT NULL
) STRICT;
INSERT INTO coder VALUES(1,'guid-ada','Ada');
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
INSERT INTO source VALUES(1,'guid-first','first','interview','','',1,1);
INSERT INTO source VALUES(2,'guid-second','second','interview','','',2,2);
CREATE TABLE source_detail (
  source_id  INTEGER NOT NULL REFERENCES source (id),
  position   INTEGER NOT NULL,
  key        TEXT NOT NULL,
  value      TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO source_detail VALUES(1,1,'Date','3 May');
INSERT INTO source_detail VALUES(1,2,'Place','Turku');
CREATE TABLE participant (
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  name      TEXT NOT NULL,
  position  INTEGER NOT NULL
) STRICT;
INSERT INTO participant VALUES(1,'guid-ben','Ben',1);
CREATE TABLE attribute (
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  name      TEXT NOT NULL,
  position  INTEGER NOT NULL
) STRICT;
INSERT INTO attribute VALUES(1,'guid-age','age',1);
CREATE TABLE participant_attribute (
  participant_id  INTEGER NOT NULL REFERENCES participant (id),
  attribute_id    INTEGER NOT NULL REFERENCES attribute (id),
  value           TEXT NOT NULL,
  PRIMARY KEY (participant_id, attribute_id)
) STRICT, WITHOUT ROWID;
INSERT INTO participant_attribute VALUES(1,1,'45');
CREATE TABLE speaker (              -- a label in a source
  id              INTEGER PRIMARY KEY,
  source_id       INTEGER NOT NULL REFERENCES source (id),
  number          INTEGER NOT NULL,              -- in order of first speaking, from 0
  label           TEXT NOT NULL,
  role            TEXT NOT NULL CHECK (role IN ('participant', 'researcher', 'other')),
  participant_id  INTEGER REFERENCES participant (id)
) STRICT;
INSERT INTO speaker VALUES(1,1,0,'Interviewer','researcher',NULL);
INSERT INTO speaker VALUES(2,1,1,'Ben','participant',1);
INSERT INTO speaker VALUES(3,1,2,'Other','other',NULL);
INSERT INTO speaker VALUES(4,2,0,'Ben','participant',NULL);
CREATE TABLE bracket_rule (         -- brackets that the researcher classed otherwise
  text  TEXT NOT NULL PRIMARY KEY,
  kind  TEXT NOT NULL CHECK (kind IN ('speech', 'note', 'insertion', 'timestamp', 'voice'))
) STRICT, WITHOUT ROWID;
INSERT INTO bracket_rule VALUES('[at home]','speech');
CREATE TABLE code (
  id           INTEGER PRIMARY KEY,
  guid         TEXT NOT NULL,
  name         TEXT NOT NULL,
  description  TEXT NOT NULL,
  position     INTEGER NOT NULL
, includes TEXT NOT NULL DEFAULT '', excludes TEXT NOT NULL DEFAULT '', example TEXT NOT NULL DEFAULT '', retired TEXT NOT NULL DEFAULT '', color TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO code VALUES(1,'guid-coping','Coping','getting by',1,'','','','','');
INSERT INTO code VALUES(2,'guid-humour','Humour','',2,'','','','','');
CREATE TABLE theme (
  id          INTEGER PRIMARY KEY,
  guid        TEXT NOT NULL,
  name        TEXT NOT NULL,
  definition  TEXT NOT NULL,
  parent_id   INTEGER REFERENCES theme (id),     -- NULL: a top-level theme
  position    INTEGER NOT NULL                   -- among its siblings
, idea TEXT NOT NULL DEFAULT '', includes TEXT NOT NULL DEFAULT '', excludes TEXT NOT NULL DEFAULT '', example TEXT NOT NULL DEFAULT '', retired TEXT NOT NULL DEFAULT '', color TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO theme VALUES(1,'guid-home','Home','where',NULL,1,'','','','','','');
INSERT INTO theme VALUES(2,'guid-ease','Ease','',1,1,'','','','','','');
CREATE TABLE code_theme (
  code_id   INTEGER NOT NULL REFERENCES code (id),
  theme_id  INTEGER NOT NULL REFERENCES theme (id),
  position  INTEGER NOT NULL,                    -- among the theme's codes
  PRIMARY KEY (code_id, theme_id)
) STRICT, WITHOUT ROWID;
INSERT INTO code_theme VALUES(1,1,1);
INSERT INTO code_theme VALUES(2,2,1);
CREATE TABLE coding (               -- a coder applied a code to a segment
  id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- people note it down: never given twice
  guid       TEXT NOT NULL,
  source_id  INTEGER NOT NULL REFERENCES source (id),
  begin      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL CHECK ("end" > begin),
  code_id    INTEGER NOT NULL REFERENCES code (id),
  coder_id   INTEGER NOT NULL REFERENCES coder (id),
  created    TEXT NOT NULL
, rule TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO coding VALUES(1,'guid-1',1,38,44,1,1,'2024-05-03T10:00:00Z','');
INSERT INTO coding VALUES(2,'guid-2',1,38,58,2,1,'2024-05-03T10:00:00Z','');
CREATE TABLE term_family (
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  list      TEXT NOT NULL,          -- the term list that it belongs to; may be empty
  label     TEXT NOT NULL,
  position  INTEGER NOT NULL
) STRICT;
INSERT INTO term_family VALUES(1,'guid-fine','words','Fine',1);
CREATE TABLE term_form (            -- a pattern of a family, as in a term list, without its minus
  family_id  INTEGER NOT NULL REFERENCES term_family (id),
  pattern    TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
  position   INTEGER NOT NULL,
  PRIMARY KEY (family_id, pattern)
) STRICT, WITHOUT ROWID;
INSERT INTO term_form VALUES(1,'fein*','rejected',2);
INSERT INTO term_form VALUES(1,'fine','approved',1);
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
INSERT INTO term_hit VALUES(1,1,54,58,'left out','of the weather',1,'2024-05-03T10:00:00Z');
CREATE TABLE coding_flag (          -- a coding that could not follow a corrected text for certain
  coding_id  INTEGER PRIMARY KEY REFERENCES coding (id),
  excerpt    TEXT NOT NULL,         -- the words that it was on
  reason     TEXT NOT NULL,
  flagged    TEXT NOT NULL          -- ISO 8601, UTC
) STRICT;
INSERT INTO coding_flag VALUES(2,'It was (laughs) find','its words changed','2024-05-03T10:00:00Z');
CREATE TABLE IF NOT EXISTS "change" (
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
INSERT INTO change VALUES(1,'2024-05-03T10:00:00Z','Ada','test','done','command','',6,X'5403010000636f6465720012000100000000000000010308677569642d616461030341646154080100000000000000736f75726365001200010000000000000001030a677569642d6669727374030566697273740309696e74657276696577030003000100000000000000010100000000000000011200010000000000000002030b677569642d7365636f6e6403067365636f6e640309696e7465727669657703000300010000000000000002010000000000000002540401020000736f757263655f64657461696c001200010000000000000001010000000000000001030444617465030533204d617912000100000000000000010100000000000000020305506c61636503055475726b755404010000007061727469636970616e740012000100000000000000010308677569642d62656e030342656e0100000000000000015404010000006174747269627574650012000100000000000000010308677569642d616765030361676501000000000000000154030102007061727469636970616e745f617474726962757465001200010000000000000001010000000000000001030234355406010000000000737065616b6572001200010000000000000001010000000000000001010000000000000000030b496e746572766965776572030a72657365617263686572051200010000000000000002010000000000000001010000000000000001030342656e030b7061727469636970616e74010000000000000001120001000000000000000301000000000000000101000000000000000203054f7468657203056f74686572051200010000000000000004010000000000000002010000000000000000030342656e030b7061727469636970616e740554020100627261636b65745f72756c6500120003095b617420686f6d655d0306737065656368540a01000000000000000000636f6465001200010000000000000001030b677569642d636f70696e670306436f70696e67030a67657474696e67206279010000000000000001030003000300030003001200010000000000000002030b677569642d68756d6f7572030648756d6f7572030001000000000000000203000300030003000300540c0100000000000000000000007468656d650012000100000000000000010309677569642d686f6d650304486f6d65030577686572650501000000000000000103000300030003000300030012000100000000000000020309677569642d6561736503044561736503000100000000000000010100000000000000010300030003000300030003005403010200636f64655f7468656d6500120001000000000000000101000000000000000101000000000000000112000100000000000000020100000000000000020100000000000000015409010000000000000000636f64696e670012000100000000000000010306677569642d3101000000000000000101000000000000002601000000000000002c0100000000000000010100000000000000010314323032342d30352d30335431303a30303a30305a030012000100000000000000020306677569642d3201000000000000000101000000000000002601000000000000003a0100000000000000020100000000000000010314323032342d30352d30335431303a30303a30305a030054090100000000000000006d656d6f001200010000000000000001030b677569642d6d656d6f2d310306636f64696e670100000000000000010100000000000000010314323032342d30352d30335431303a30303a30305a030777687920736f3f05051200010000000000000002030b677569642d6d656d6f2d32030573747564790100000000000000000100000000000000010314323032342d30352d30335431303a30303a30305a0305626567696e0505540501000000007465726d5f66616d696c790012000100000000000000010309677569642d66696e650305776f726473030446696e650100000000000000015404010200007465726d5f666f726d00120001000000000000000103056665696e2a030872656a65637465640100000000000000021200010000000000000001030466696e650308617070726f766564010000000000000001540801020304000000007465726d5f68697400120001000000000000000101000000000000000101000000000000003601000000000000003a03086c656674206f7574030e6f662074686520776561746865720100000000000000010314323032342d30352d30335431303a30303a30305a540401000000636f64696e675f666c6167001200010000000000000002031449742077617320286c6175676873292066696e64031169747320776f726473206368616e6765640314323032342d30352d30335431303a30303a30305a54060100000000006a6f75726e616c5f656e747279001200010000000000000001030a677569642d656e7472790100000000000000010314323032342d30352d30335431303a30303a30305a010000000000000001030d57686174204920657870656374540601000000000070686173655f6d6f76650012000100000000000000010309677569642d6d6f76650100000000000000020100000000000000010314323032342d30352d30335431303a30303a30305a0308616c6c20726561645405010000000072656164696e670012000100000000000000010306736f757263650100000000000000010100000000000000010314323032342d30352d30335431303a30303a30305a54070100000000000073746174656d656e740012000100000000000000010309677569642d7361696403067374617465640301310100000000000000010314323032342d30352d30335431303a30303a30305a030662792065617254040100000063686f73656e5f657863657270740012000100000000000000020100000000000000010314323032342d30352d30335431303a30303a30305a03005407010000000000006b6570745f70617274001200010000000000000001030a677569642d70686f746f030d50696374757265536f75726365030550686f746f0100000000000000030305702e6a70670100000000000000045404010000007175657374696f6e0012000100000000000000010307677569642d7131010000000000000001030b486f77207761732069743f12000100000000000000020307677569642d7132010000000000000002030a5768617420656c73653f');
CREATE TABLE change_target (        -- a command that an undo took back or a redo gave again
  change_id  INTEGER NOT NULL REFERENCES change (id),
  position   INTEGER NOT NULL,      -- in this order
  target_id  INTEGER NOT NULL REFERENCES change (id),
  PRIMARY KEY (change_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "memo" (
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
INSERT INTO memo VALUES(1,'guid-memo-1','coding',1,1,'2024-05-03T10:00:00Z','why so?',NULL,NULL);
INSERT INTO memo VALUES(2,'guid-memo-2','study',0,1,'2024-05-03T10:00:00Z','begin',NULL,NULL);
CREATE TABLE journal_entry (        -- the researchers' diary of the study
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  coder_id  INTEGER NOT NULL REFERENCES coder (id),
  created   TEXT NOT NULL,          -- ISO 8601, UTC
  phase     INTEGER NOT NULL CHECK (phase BETWEEN 1 AND 6),
  text      TEXT NOT NULL
) STRICT;
INSERT INTO journal_entry VALUES(1,'guid-entry',1,'2024-05-03T10:00:00Z',1,'What I expect');
CREATE TABLE phase_move (           -- somebody went on, or back, to a phase
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  phase     INTEGER NOT NULL CHECK (phase BETWEEN 1 AND 6),
  coder_id  INTEGER NOT NULL REFERENCES coder (id),
  created   TEXT NOT NULL,
  note      TEXT NOT NULL
) STRICT;
INSERT INTO phase_move VALUES(1,'guid-move',2,1,'2024-05-03T10:00:00Z','all read');
CREATE TABLE reading (              -- somebody says that a source, or a theme's excerpts, were read
  id         INTEGER PRIMARY KEY,
  target     TEXT NOT NULL CHECK (target IN ('source', 'theme')),
  target_id  INTEGER NOT NULL,
  coder_id   INTEGER NOT NULL REFERENCES coder (id),
  created    TEXT NOT NULL
) STRICT;
INSERT INTO reading VALUES(1,'source',1,1,'2024-05-03T10:00:00Z');
CREATE TABLE statement (            -- what only a person can say of a study; the latest counts
  id        INTEGER PRIMARY KEY,
  guid      TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('stated', 'dismissed', 'withdrawn')),
  topic     TEXT NOT NULL,          -- a point of the checklist or one of its remarks
  coder_id  INTEGER NOT NULL REFERENCES coder (id),
  created   TEXT NOT NULL,
  text      TEXT NOT NULL
) STRICT;
INSERT INTO statement VALUES(1,'guid-said','stated','1',1,'2024-05-03T10:00:00Z','by ear');
CREATE TABLE chosen_excerpt (       -- to be quoted in the report
  coding_id  INTEGER PRIMARY KEY REFERENCES coding (id),
  position   INTEGER NOT NULL,
  chosen     TEXT NOT NULL
, wording TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO chosen_excerpt VALUES(2,1,'2024-05-03T10:00:00Z','');
CREATE TABLE kept_part (            -- of a REFI-QDA project; given back when the study is exported
  id         INTEGER PRIMARY KEY,
  guid       TEXT NOT NULL,
  kind       TEXT NOT NULL,         -- the element that it is: PictureSource, Graph, Link, ...
  name       TEXT NOT NULL,
  xml_id     INTEGER NOT NULL REFERENCES content (id),
  file_name  TEXT NOT NULL,         -- within the project; empty: it has no file
  file_id    INTEGER REFERENCES content (id)
) STRICT;
INSERT INTO kept_part VALUES(1,'guid-photo','PictureSource','Photo',3,'p.jpg',4);
CREATE TABLE question (              -- of the interview schedule
  id         INTEGER PRIMARY KEY,
  guid       TEXT NOT NULL,
  position   INTEGER NOT NULL,       -- from 1
  text       TEXT NOT NULL
) STRICT;
INSERT INTO question VALUES(1,'guid-q1',1,'How was it?');
INSERT INTO question VALUES(2,'guid-q2',2,'What else?');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('coding',2);
CREATE INDEX aside_bracket ON aside (bracket_id);
CREATE INDEX source_name ON source (name);
CREATE INDEX source_position ON source (position);
CREATE INDEX participant_position ON participant (position);
CREATE INDEX speaker_source ON speaker (source_id, number);
CREATE INDEX speaker_participant ON speaker (participant_id);
CREATE INDEX code_position ON code (position);
CREATE INDEX theme_parent ON theme (parent_id, position);
CREATE INDEX code_theme_theme ON code_theme (theme_id, position);
CREATE INDEX coding_segment ON coding (source_id, begin, "end", code_id, coder_id);
CREATE INDEX coding_code ON coding (code_id);
CREATE INDEX coding_coder ON coding (coder_id);
CREATE INDEX term_family_position ON term_family (position);
CREATE INDEX term_hit_source ON term_hit (source_id);
CREATE INDEX term_hit_coder ON term_hit (coder_id);
CREATE INDEX memo_target ON memo (target, target_id);
CREATE INDEX reading_target ON reading (target, target_id);
CREATE INDEX kept_part_xml ON kept_part (xml_id);
CREATE INDEX kept_part_file ON kept_part (file_id);
CREATE VIEW v_speakers AS
  SELECT s.name AS source, k.label, k.role, p.name AS participant
  FROM speaker k JOIN source s ON s.id = k.source_id
  LEFT JOIN participant p ON p.id = k.participant_id
  ORDER BY s.position, k.number;
CREATE VIEW v_texts AS
  SELECT s.name AS source, c.bytes
  FROM source s JOIN transcript r ON r.id = s.transcript_id JOIN content c ON c.id = r.text_id
  ORDER BY s.position;
CREATE VIEW v_turns AS
  SELECT s.name AS source, t.number AS turn, k.label AS speaker, k.role, p.name AS participant,
         t.begin, t."end",
         CAST(substr(c.bytes, t.begin + 1, t."end" - t.begin) AS TEXT) AS text,
         t.started, t.ended
  FROM source s JOIN transcript r ON r.id = s.transcript_id
  JOIN content c ON c.id = r.text_id
  JOIN turn t ON t.transcript_id = r.id
  LEFT JOIN speaker k ON k.source_id = s.id AND k.number = t.speaker_number
  LEFT JOIN participant p ON p.id = k.participant_id;
CREATE VIEW v_participants AS
  SELECT p.name AS participant, a.name AS attribute, v.value
  FROM participant p LEFT JOIN participant_attribute v ON v.participant_id = p.id
  LEFT JOIN attribute a ON a.id = v.attribute_id
  ORDER BY p.position, a.position;
CREATE VIEW v_themes AS
  WITH RECURSIVE tree (id, path, depth) AS (
    SELECT id, name, 0 FROM theme WHERE parent_id IS NULL
    UNION ALL
    SELECT t.id, tree.path || ' / ' || t.name, tree.depth + 1
    FROM theme t JOIN tree ON t.parent_id = tree.id)
  SELECT t.id, t.guid, t.name AS theme, u.name AS parent, tree.path, tree.depth, t.definition,
         t.color
  FROM tree JOIN theme t ON t.id = tree.id LEFT JOIN theme u ON u.id = t.parent_id;
CREATE VIEW v_codebook AS
  SELECT c.id, c.guid, c.name AS code, v.path AS theme, c.description, c.includes, c.excludes,
         c.example, c.color
  FROM code c LEFT JOIN code_theme l ON l.code_id = c.id
  LEFT JOIN v_themes v ON v.id = l.theme_id
  ORDER BY c.position, l.position;
CREATE VIEW v_excerpts AS
  SELECT g.id, s.name AS source, s.occasion, g.begin, g."end", c.name AS code, o.name AS coder,
         g.created, CAST(substr(x.bytes, g.begin + 1, g."end" - g.begin) AS TEXT) AS text
  FROM coding g JOIN source s ON s.id = g.source_id
  JOIN transcript r ON r.id = s.transcript_id JOIN content x ON x.id = r.text_id
  JOIN code c ON c.id = g.code_id JOIN coder o ON o.id = g.coder_id;
CREATE VIEW v_memos AS
  SELECT m.id, m.guid, m.target, m.target_id, m.begin, m."end", o.name AS coder, m.created, m.text
  FROM memo m JOIN coder o ON o.id = m.coder_id ORDER BY m.created, m.id;
CREATE VIEW v_journal AS
  SELECT j.id, j.guid, j.created, j.phase, o.name AS coder, j.text
  FROM journal_entry j JOIN coder o ON o.id = j.coder_id ORDER BY j.created, j.id;
CREATE VIEW v_terms AS
  SELECT f.id, f.guid, f.list, f.label AS family, m.pattern, m.state
  FROM term_family f LEFT JOIN term_form m ON m.family_id = f.id
  ORDER BY f.position, f.id, m.position, m.pattern;
CREATE VIEW v_term_hits AS
  SELECT f.label AS family, s.name AS source, h.begin, h."end", h.decision, h.reason,
         o.name AS coder, h.decided,
         CAST(substr(x.bytes, h.begin + 1, h."end" - h.begin) AS TEXT) AS text
  FROM term_hit h JOIN term_family f ON f.id = h.family_id JOIN source s ON s.id = h.source_id
  JOIN transcript r ON r.id = s.transcript_id JOIN content x ON x.id = r.text_id
  JOIN coder o ON o.id = h.coder_id;
COMMIT;
