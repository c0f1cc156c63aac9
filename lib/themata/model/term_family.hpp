#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/model/id.hpp"

namespace themata::model {

/// One pattern of a term family.
struct TermPattern {
  enum class Kind {
    words,  ///< one or more words adjacent in a turn, each folded and perhaps with `*`
    stem,   ///< every form with the stem of `words[0]`
    code,   ///< the excerpts of the code named `words[0]` (as typed)
  };
  Kind kind = Kind::words;
  std::vector<std::string> words;
  bool excluded = false;  ///< `-pattern`: take these hits out again
};

/// A label and the forms counted under it: `Breathe, Breather, Breath: breath*`.
struct TermFamily {
  std::string label;
  std::vector<TermPattern> patterns;
  std::vector<Segment> left_out =
      {};  ///< hits that do not count, whatever their form, in any order
};

/// What the researcher has said of a form: nothing yet (it counts, and a table says so), that it
/// counts, or that it is to be taken out again.
enum class FormState { proposed, approved, rejected };

/// A pattern of a family that is kept in a study, as in a term list, without a minus.
struct TermForm {
  std::string pattern;
  FormState state = FormState::proposed;
  bool operator==(const TermForm&) const = default;
};

/// A term family kept in a study.
struct StoredFamily {
  TermFamilyId id;
  std::string guid;
  std::string list;  ///< the term list that it belongs to; may be empty
  std::string name;  ///< its label
  std::vector<TermForm> forms;

  [[nodiscard]] std::size_t count(FormState state) const;
};

/// A hit of a family that somebody has read in its context.
struct HitDecision {
  TermFamilyId family;
  Segment segment;
  bool left_out = false;
  std::string reason;  ///< may be empty
  CoderId coder;
  std::string decided = {};  ///< ISO 8601, UTC
};

/// "proposed", "approved", "rejected", as in the store and in tables.
std::string_view to_string(FormState state);
std::optional<FormState> parse_form_state(std::string_view word);
/// "left out" or "kept", as in the store and in tables.
std::string_view decision_word(bool left_out);
std::optional<bool> parse_decision(std::string_view word);

}  // namespace themata::model
