#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/study/import.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// A table of answers (.csv, .tsv, .xlsx) and what its columns are. Columns are named as in the
/// table's first row, found as names are; a list of columns may hold several in one string, with
/// commas between them.
struct SurveyRequest {
  std::string path;
  std::optional<std::string> sheet;  ///< of a workbook; none: the first with anything in it
  std::string participant_column;
  std::optional<std::string> occasion_column;
  /// Wide tables, a row a participant (at an occasion): the columns of answers. Empty: told by
  /// content.
  std::vector<std::string> text_columns;
  /// Long tables, a row an answer: both or neither.
  std::optional<std::string> question_column;
  std::optional<std::string> answer_column;
  /// What is known of participants. Empty: all columns that are nothing else; "none": no column.
  std::vector<std::string> attribute_columns;
  std::optional<model::SourceKind> kind;  ///< none: diary with an occasion column, else written
  bool dry_run = false;                   ///< change nothing
};

/// What a question gave.
struct SurveyQuestion {
  std::string name;  ///< as in the sources' names
  std::string text;  ///< in full
  std::size_t imported = 0;
  std::size_t unchanged = 0;  ///< answers that the study had already
  std::size_t empty = 0;      ///< rows without an answer
};

/// What a researcher should know after an import of answers.
struct SurveyReport {
  bool dry_run = false;
  std::vector<SurveyQuestion> questions;
  std::size_t participants = 0;  ///< named in the table
  std::size_t new_participants = 0;
  std::size_t silent_participants = 0;  ///< those who answered nothing
  std::size_t words = 0;                ///< of what was imported
  std::vector<std::string> attributes;  ///< by the study's names
  bool by_content = false;              ///< which columns are answers was told by content
  std::vector<std::pair<std::string, std::string>> left_out;    ///< columns, and why
  std::vector<std::pair<std::string, std::size_t>> no_answers;  ///< "NA", "-", and how many
  std::vector<std::string> to_check;                            ///< sentences
  std::vector<BracketSummary> brackets;  ///< all of the study, if anything was imported

  [[nodiscard]] std::size_t imported() const;
  [[nodiscard]] std::size_t unchanged() const;
};

/// Imports a table of answers: each answer becomes a source of one turn, said by its participant,
/// with its question as the detail `question`; other columns become attributes of participants. All
/// or nothing, in one transaction. An answer that the study has already, under the same name and to
/// the byte, is left as it is. The rules are in `docs/file-formats.md`, "Table files". Throws
/// `InputError` and `NotFound` that name the file and the row or column, and `Conflict` if the
/// study has another text under the name of an answer.
SurveyReport import_survey(Project& project, const SurveyRequest& request,
                           const ImportProgress& progress = {});

}  // namespace themata::study
