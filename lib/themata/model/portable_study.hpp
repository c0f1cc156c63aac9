#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/model/participant.hpp"
#include "themata/model/record.hpp"
#include "themata/model/source.hpp"
#include "themata/model/study_info.hpp"
#include "themata/model/term_family.hpp"
#include "themata/text/offsets.hpp"

namespace themata::model {

/// A study in a form that travels: what projects of other tools are read into, and what is written
/// for them. Things name one another by their place in these lists, or by their GUIDs, and never by
/// the ids of a study. Times are ISO 8601, UTC; an empty one is not known.

/// A note by somebody.
struct PortableMemo {
  std::string guid;
  std::optional<std::size_t> coder;  ///< index into `PortableStudy::coders`
  std::string created;
  std::string text;
  std::size_t order = 0;  ///< among all memos of the study, as they came about
  std::optional<text::TextRange> turn = std::nullopt;  ///< of a memo on a turn of a source
};

struct PortableCoder {
  std::string guid;
  std::string name;
};

/// What a codebook says of a code or a theme. `definition` is a code's description.
struct PortableLabel {
  std::string guid;
  std::string name;
  std::string definition;
  std::string idea = {};  ///< of a theme
  std::string includes = {};
  std::string excludes = {};
  std::string example = {};
  std::string retired = {};  ///< when; empty: in use
  std::string color = {};    ///< `#RRGGBB`; empty: none
  std::vector<PortableMemo> memos = {};
};

struct PortableTheme {
  PortableLabel label;
  std::optional<std::size_t> parent;  ///< index into the themes; it stands before its subthemes
  std::vector<std::size_t> codes;     ///< indices into the codes, in order
};

/// Codes and themes, in the researcher's order.
struct PortableCodebook {
  std::vector<PortableTheme> themes;
  std::vector<PortableLabel> codes;
};

struct PortableParticipant {
  std::string guid;
  std::string name;
  std::vector<std::string> values;  ///< one for each attribute of the study; empty: none
  std::vector<PortableMemo> memos;
};

struct PortableAttribute {
  std::string guid;
  std::string name;
};

/// A term family, and what was decided of its hits.
struct PortableFamily {
  struct Hit {
    std::string source;  ///< its GUID
    text::TextRange range;
    bool left_out = false;
    std::string reason;
    std::size_t coder = 0;
    std::string decided;
  };
  std::string guid;
  std::string list;
  std::string label;
  std::vector<TermForm> forms;
  std::vector<Hit> hits;
};

struct PortableEntry {
  std::string guid;
  std::size_t coder = 0;
  std::string created;
  int phase = 1;
  std::string text;
};

struct PortableReading {
  ReadingTarget target = ReadingTarget::source;
  std::string guid;  ///< of the source or the theme
  std::size_t coder = 0;
  std::string created;
};

struct PortableStatement {
  std::string guid;
  StatementKind kind = StatementKind::stated;
  std::string topic;
  std::size_t coder = 0;
  std::string created;
  std::string text;
};

/// An excerpt chosen for the report.
struct PortableQuotation {
  std::string coding;        ///< its GUID
  std::string chosen;        ///< when; ISO 8601, UTC
  std::string wording = {};  ///< as it is to be printed; empty: as it is
};

/// A question of the interview schedule.
struct PortableQuestion {
  std::string guid;
  std::string text;
};

/// What a study has no place for, as the file has it, to be given back when the study is exported.
struct KeptPart {
  std::string guid;
  std::string kind;       ///< the element that it is: "PictureSource", "Graph", "Link", ...
  std::string name;       ///< for people
  std::string xml;        ///< the element
  std::string file_name;  ///< of its file within the project; empty: it has none
  std::string file;       ///< that file's bytes
};

/// Everything of a study but its sources.
struct PortableStudy {
  std::string origin;  ///< the program that wrote it; may be empty
  std::string title;
  std::optional<StudyInfo> info;  ///< nothing: the file was not written by Themata
  std::vector<PortableCoder> coders;
  PortableCodebook codebook;
  std::vector<PortableAttribute> attributes;
  std::vector<PortableParticipant> participants;
  std::vector<PortableMemo> memos;  ///< on the study
  std::vector<PortableEntry> journal = {};
  std::vector<PortableEntry> phase_moves = {};
  std::vector<PortableReading> readings = {};
  std::vector<PortableStatement> statements = {};
  std::vector<PortableFamily> families = {};
  std::vector<std::pair<std::string, AsideKind>> bracket_rules = {};
  std::vector<PortableQuotation> chosen = {};
  std::vector<PortableQuestion> questions = {};  ///< in the schedule's order
  std::vector<KeptPart> kept = {};
  std::vector<std::string> source_guids = {};  ///< of its sources, in order, where they are known
  std::vector<std::string> remarks = {};       ///< sentences on what came otherwise than it was
  std::vector<std::string> losses = {};        ///< sentences on what was left out
};

struct PortableCoding {
  std::string guid;
  text::TextRange range;  ///< bytes of the source's text
  std::size_t code = 0;
  std::optional<std::size_t> coder;
  std::string created;
  std::vector<PortableMemo> memos = {};
  std::string rule = {};
  std::optional<std::size_t> number = std::nullopt;  ///< its id in the study that it comes from
  /// Why somebody should look at it, and the words that it was on; empty: nothing is amiss.
  std::string flag_reason = {};
  std::string flag_excerpt = {};
  std::string flagged = {};
};

/// How a source's text was read: who says what.
struct PortableTurns {
  struct Speaker {
    std::string label;
    SpeakerRole role = SpeakerRole::participant;
    std::optional<std::size_t> participant;  ///< index into the study's
  };
  std::string convention;
  std::vector<Speaker> speakers;
  std::vector<Turn> turns;
  std::vector<Aside> asides;
};

/// How a file counts the characters of a source's text, as it was worked out.
struct PortableOffsets {
  std::string convention;      ///< for people; empty: nothing had to be worked out
  std::size_t selections = 0;  ///< that were looked at
  std::size_t names = 0;       ///< of these, those with a name
  std::size_t names_that_fit = 0;
  bool is_doubtful = false;  ///< another convention fits as well, and means other texts
};

struct PortableSource {
  std::string guid;
  std::string name;
  std::string text;  ///< UTF-8, line ends LF, no byte order mark
  SourceKind kind = SourceKind::interview;
  std::string occasion;
  std::string language;
  std::vector<SourceDetail> details;
  std::optional<PortableTurns> turns;     ///< nothing: they are to be found in the text
  std::vector<std::size_t> participants;  ///< of whom the file says that it is their source
  std::vector<PortableMemo> memos;        ///< on the source and its turns
  std::vector<PortableCoding> codings;
  std::string encoding = "UTF-8";  ///< of the file that the text came in
  PortableOffsets offsets = {};
  std::vector<std::string> remarks = {};  ///< as in `PortableStudy`
  std::vector<std::string> losses = {};
};

/// A study on its way in, one source at a time.
class PortableReader {
 public:
  virtual ~PortableReader() = default;
  [[nodiscard]] virtual const PortableStudy& study() const = 0;
  [[nodiscard]] virtual std::size_t source_count() const = 0;
  /// Fills `source` with the next one; false at the end. Throws `InputError`.
  virtual bool next(PortableSource& source) = 0;
};

}  // namespace themata::model
