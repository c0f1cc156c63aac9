#pragma once

namespace themata::store {

/// The asides that this study takes as somebody's speech: transcript, speaker's number, words.
/// Few are, so they are found (by their brackets' rules, or as parentheses that are speech anyway)
/// before their turns are looked up.
inline constexpr const char* spoken_asides =
    "WITH ruled (id, kind) AS "
    "(SELECT b.id, r.kind FROM bracket_rule r JOIN bracket b ON b.text = r.text), "
    "spoken AS (SELECT transcript_id, turn_number, words FROM aside "
    "WHERE bracket_id IN (SELECT id FROM ruled WHERE kind = 'speech') "
    "UNION ALL SELECT transcript_id, turn_number, words FROM aside "
    "WHERE kind = 'speech' AND coalesce(bracket_id, 0) NOT IN (SELECT id FROM ruled)) "
    "SELECT t.transcript_id, t.speaker_number, a.words FROM spoken a CROSS JOIN turn t "
    "ON t.transcript_id = a.transcript_id AND t.number = a.turn_number "
    "WHERE t.speaker_number IS NOT NULL";

}  // namespace themata::store
