#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "themata/analysis/matrix.hpp"
#include "themata/model/codebook.hpp"
#include "themata/model/theme_tree.hpp"
#include "themata/report/quotations.hpp"
#include "themata/text/offsets.hpp"

namespace themata::report {

/// How much of the transcripts goes into a page, since it travels: no words of them, those of
/// excerpts and around the hits of terms, or all.
enum class Share { none, excerpts, all };
std::string_view to_string(Share share);
std::optional<Share> parse_share(std::string_view word);

/// A term table with what is behind its counts.
struct PageTerms {
  struct Hit {
    std::string source;
    std::string participant;
    std::string before;
    std::string keyword;
    std::string after;
  };
  struct Row {
    std::string label;
    std::size_t participants = 0;
    std::size_t frequency = 0;
    std::vector<Hit> hits;
  };
  std::string title;
  std::vector<Row> rows;
  std::vector<std::string> note;
};

/// A matrix of themes, whose columns are participants or occasions.
struct PageMatrix {
  std::string title;
  std::string column_noun;  ///< "participant" or "occasion"
  analysis::Matrix matrix;
};

/// What a page says of a study, but for its sources.
struct StudyPage {
  std::string title;
  std::string language;                                    ///< BCP 47
  std::vector<std::pair<std::string, std::string>> facts;  ///< "Participants": "9"
  model::Codebook codebook;
  model::ThemeTree tree;  ///< of that codebook, with its counts
  std::vector<Quotation> quotations;
  std::vector<ThemeVoices> voices;
  std::vector<PageTerms> terms;
  std::vector<PageMatrix> matrices;
  std::vector<std::string> participants;
  std::vector<std::string> coders;
  std::vector<std::pair<std::string, std::string>> sources;  ///< names and occasions
  Share share = Share::excerpts;
};

/// A source as the page holds it. Offsets are UTF-16 units of its text, the end excluded.
struct PageSource {
  struct Coding {
    std::size_t code = 0;   ///< its place among the codebook's codes
    std::size_t coder = 0;  ///< among the page's coders
  };
  struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t turn = 0;             ///< its number; 0: in none
    std::vector<std::size_t> people;  ///< places of those who speak in it
    std::vector<Coding> codings;
    std::string text;
  };
  struct Turn {
    std::size_t number = 0;  ///< 0: what stands above the first
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string speaker;
    bool is_researcher = false;
  };
  std::vector<Segment> segments;  ///< each distinct one once, in order
  std::string text = {};          ///< for `Share::all` alone, as are the turns
  std::vector<Turn> turns = {};
};

/// Writes a study as one HTML file that needs no other and asks nothing of a network. Every source
/// is written as it comes, so that memory follows the largest. The stream must outlive the writer;
/// a failed stream is the caller's to notice.
class StudyPageWriter {
 public:
  /// Writes all but the sources. `page` must outlive the writer.
  StudyPageWriter(const StudyPage& page, std::ostream& out);
  ~StudyPageWriter();

  /// The next source, in the order of `StudyPage::sources`.
  void write(const PageSource& source);
  /// Once, last.
  void finish();

 private:
  const StudyPage& page_;
  std::ostream& out_;
  std::size_t sources_ = 0;
};

}  // namespace themata::report
