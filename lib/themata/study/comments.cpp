#include "themata/study/comments.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/ingest/comment_codes.hpp"
#include "themata/ingest/file_format.hpp"
#include "themata/model/memo.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/detail/codebook_builder.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/alignment.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/near_words.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

// ---- The file -----------------------------------------------------------------------------------

ingest::Document read_commented(const std::string& path) {
  const std::filesystem::path file(path);
  const auto format = ingest::format_of_extension(file.extension().string());
  if (format != ingest::FileFormat::docx && format != ingest::FileFormat::odt) {
    throw InputError(path, "comments are read from .docx and .odt files");
  }
  ingest::Document document;
  const std::string bytes = read_file(file);
  try {
    document = ingest::read_document(bytes, *format);
  } catch (const InputError& error) {
    throw InputError(path, error.what());
  }
  if (document.comments.empty()) throw InputError(path, "holds no comments in its margin");
  return document;
}

// ---- Codes --------------------------------------------------------------------------------------

/// The codes of the study and those that the comments bring, as they come.
class CodeNames {
 public:
  CodeNames(Project& project, bool take_near) : take_near_(take_near) {
    const model::Codebook codebook = store::codebook(project.database());
    for (const model::Code& code : codebook.codes()) {
      remember(text::name_key(code.name), {code.name, false, {}});
    }
  }

  ProposedCode propose(const std::string& typed) {
    const std::string key = text::name_key(typed);
    if (const auto known = by_key_.find(key); known != by_key_.end()) return known->second;
    ProposedCode code{typed, true, near(key)};
    if (take_near_ && !code.near.empty()) code = by_key_.at(text::name_key(code.near));
    remember(key, code);
    return code;
  }

  /// The code whose name is this very text; nothing if there is none.
  [[nodiscard]] std::optional<ProposedCode> known(std::string_view text) const {
    const auto found = by_key_.find(text::name_key(text));
    return found == by_key_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void remember(const std::string& key, const ProposedCode& code) {
    by_key_.emplace(key, code);
    near_words_.add(key);
    names_.push_back(code.name);
  }

  /// The name that the key may be a misspelling of, if any; see `text::NearWords`.
  std::string near(const std::string& key) {
    const auto nearest = near_words_.find(key);
    return nearest ? names_[*nearest] : std::string();
  }

  const bool take_near_;
  text::NearWords near_words_;
  std::vector<std::string> names_;  ///< by the numbers of `near_words_`
  std::unordered_map<std::string, ProposedCode> by_key_;
};

// ---- Places -------------------------------------------------------------------------------------

std::string without_white_space(std::string_view text) {
  std::string rest;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') rest += c;
  }
  return rest;
}

text::TextRange trimmed(std::string_view text, text::TextRange range) {
  const std::string_view inner = text::trim(text::slice(text, range));
  if (inner.empty()) return {range.begin, range.begin};
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  return text::byte_range(begin, begin + inner.size());
}

/// The comments of one file on their way to a source's text.
class Placement {
 public:
  Placement(Project& project, const ingest::Document& document, const std::string& text,
            const CommentRequest& request)
      : document_(document),
        text_(text),
        request_(request),
        alignment_(document.text, text),
        index_(text),
        names_(project, request.take_near) {}

  void add(const ingest::DocumentComment& comment, CommentPreview& preview) {
    const text::Placement place = alignment_.place(comment.range);
    const std::string_view words = text::slice(document_.text, comment.range);
    const text::TextRange range = text::snap_to_graphemes(text_, trimmed(text_, place.range));
    const std::string_view found = text::slice(text_, range);
    const bool is_there = place.kind != text::Placement::Kind::lost && !range.empty() &&
                          without_white_space(found) == without_white_space(words);
    if (!is_there) {
      preview.unplaced.push_back(
          {comment.author, comment.text, std::string(words),
           place.kind == text::Placement::Kind::lost ? "" : std::string(found)});
      return;
    }
    preview.proposals.push_back(proposal(comment, range));
  }

 private:
  CommentProposal proposal(const ingest::DocumentComment& comment, text::TextRange range) {
    CommentProposal result;
    result.range = index_.code_points(range);
    result.excerpt = text::slice(text_, range);
    if (!request_.ignore_authors) result.coder = comment.author;
    result.comment = comment.text;
    if (request_.as == CommentsAs::memos) {
      result.memo = text::trim(comment.text);
      return result;
    }
    // a code's name may look like several, or like a remark
    if (const auto code = names_.known(text::trim(comment.text))) {
      result.codes.push_back(*code);
      return result;
    }
    ingest::CommentReading reading = ingest::read_comment(comment.text);
    for (const std::string& code : reading.codes) result.codes.push_back(names_.propose(code));
    result.memo = std::move(reading.remark);
    return result;
  }

  const ingest::Document& document_;
  const std::string& text_;
  const CommentRequest& request_;
  text::Alignment alignment_;
  text::OffsetIndex index_;
  CodeNames names_;
};

// ---- Applying -----------------------------------------------------------------------------------

/// A memo on a source says what it is on by itself; words stay true when the text is corrected.
std::string memo_on_source(const CommentProposal& proposal) {
  return fmt::format("\u201C{}\u201D: {}", proposal.excerpt, proposal.memo);
}

class Application {
 public:
  Application(Project& project, Edit& edit, const model::Source& source)
      : project_(project),
        edit_(edit),
        source_(source),
        text_(store::source_text(project.database(), source.id)),
        index_(text_),
        codebook_(project, true) {
    for (model::Memo& memo : store::memos(project.database())) {
      const bool is_here =
          memo.target == model::MemoTarget::source && memo.target_id == source.id.value;
      if (is_here) memos_.emplace(memo.author, std::move(memo.text));
    }
  }

  AppliedComments apply(const std::vector<CommentProposal>& proposals) {
    for (const CommentProposal& proposal : proposals) {
      const model::CoderId coder =
          proposal.coder.empty() ? edit_.coder() : edit_.coder(proposal.coder);
      if (proposal.codes.empty()) {
        add_memo_on_source(proposal, coder);
      } else {
        add_codings(proposal, coder);
      }
    }
    for (const store::StoredCoding& stored : store::add_codings(project_.database(), codings_)) {
      ++(stored.added ? applied_.codings : applied_.known);
      if (stored.memo_added) ++applied_.memos;
    }
    applied_.new_codes = codebook_.new_codes();
    return std::move(applied_);
  }

 private:
  void add_codings(const CommentProposal& proposal, model::CoderId coder) {
    std::string memo = proposal.memo;
    for (const ProposedCode& code : proposal.codes) {
      codings_.push_back({project_.new_guid(),
                          {source_.id, index_.bytes(proposal.range)},
                          codebook_.code(code.name),
                          coder,
                          project_.now(),
                          std::exchange(memo, {}),
                          project_.new_guid()});
    }
  }

  void add_memo_on_source(const CommentProposal& proposal, model::CoderId coder) {
    if (proposal.memo.empty()) return;
    const std::string memo = memo_on_source(proposal);
    if (!memos_.emplace(coder, memo).second) {
      ++applied_.known;
      return;
    }
    store::add_memo(
        project_.database(),
        {{}, project_.new_guid(), model::MemoTarget::source, source_.id.value, coder, memo},
        project_.now());
    ++applied_.memos;
  }

  Project& project_;
  Edit& edit_;
  const model::Source& source_;
  const std::string text_;
  text::OffsetIndex index_;
  detail::CodebookBuilder codebook_;
  std::set<std::pair<model::CoderId, std::string>> memos_;  ///< on the source
  std::vector<store::NewCoding> codings_;
  AppliedComments applied_;
};

}  // namespace

CommentPreview preview_comments(Project& project, const CommentRequest& request) {
  const model::Source source = find_source(project, request.source);
  const ingest::Document document = read_commented(request.file);
  const std::string text = store::source_text(project.database(), source.id);
  CommentPreview preview;
  preview.source = source.name;
  Placement placement(project, document, text, request);
  for (const ingest::DocumentComment& comment : document.comments) placement.add(comment, preview);
  return preview;
}

AppliedComments apply_comments(Project& project, const CommentPreview& preview) {
  Edit edit(project, "comments import");
  const model::Source source = find_source(project, preview.source);
  AppliedComments applied = Application(project, edit, source).apply(preview.proposals);
  edit.commit(fmt::format("{} and {} on {}", text::plural(applied.codings, "coding"),
                          text::plural(applied.memos, "memo"), source.name));
  return applied;
}

}  // namespace themata::study
