-- Stable, documented views, for R, Python and whoever reads a study with SQLite itself.
-- Excerpts are cut from the text's bytes, never by characters. Each one costs as much as reading its
-- source's whole text: SQLite has no cheaper way; see docs/data-model.md.

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
