#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/study/project.hpp"
#include "themata/text/offsets.hpp"

namespace themata::study {

/// What comments in the margin of a Word file are to become.
enum class CommentsAs {
  codes,  ///< codings; what reads like a remark a memo (see `ingest::read_comment`)
  memos   ///< memos, every one
};

/// A code that a comment names.
struct ProposedCode {
  std::string name;     ///< as the study has it, else as it is typed
  bool is_new = false;  ///< the study has none of the name
  std::string near;     ///< a code whose name is nearly the same, of the study or of these comments
};

/// A comment and what would become of it.
struct CommentProposal {
  text::CodePointRange range;  ///< what it is on, in the source
  std::string excerpt;
  std::string coder;  ///< its author; empty if the file does not say, or if one is given for all
  std::string comment;
  std::vector<ProposedCode> codes;
  std::string memo;  ///< on the first coding; without codes on the source, with the excerpt
};

/// A comment on words that the source does not have, or has otherwise.
struct UnplacedComment {
  std::string author;
  std::string comment;
  std::string words;     ///< what it is on in the file
  std::string in_place;  ///< what the source has in their place; empty: nothing
};

struct CommentPreview {
  std::string source;
  std::vector<CommentProposal> proposals;  ///< in the order of the text
  std::vector<UnplacedComment> unplaced;
};

struct CommentRequest {
  std::string file;    ///< a .docx or .odt file
  std::string source;  ///< that has its text, as it is or corrected
  CommentsAs as = CommentsAs::codes;
  bool take_near = false;       ///< a code of nearly the same name in place of a new one
  bool ignore_authors = false;  ///< all are the present coder's
};

/// What the comments of a file would become on a source there is, whose text is that of the file or
/// nearly so: each comment's words are found by comparing the texts, and a comment whose words are
/// not there to the letter (white space apart) is listed as unplaced. Changes nothing. Throws
/// `NotFound` for the source, `InputError` for the file, also if it holds no comment.
CommentPreview preview_comments(Project& project, const CommentRequest& request);

struct AppliedComments {
  std::size_t codings = 0;  ///< new ones
  std::size_t memos = 0;    ///< new ones, on codings and on the source
  std::size_t known = 0;    ///< codings and memos that were there
  std::vector<std::string> new_codes;
};

/// Does what the preview says; the same comments twice change nothing. New authors become coders.
AppliedComments apply_comments(Project& project, const CommentPreview& preview);

}  // namespace themata::study
