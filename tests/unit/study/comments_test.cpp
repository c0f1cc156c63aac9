#include "themata/study/comments.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/memos.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;

namespace {

const std::string sample = THEMATA_SOURCE_DIR "/corpora/first/";

/// A study with the interview that `commented/joanne.docx` is a commented copy of.
struct Comments : test::TemporaryStudy {
  Comments() {
    ImportRequest request;
    request.paths = {sample + "transcripts/joanne.txt"};
    import_sources(project(), request);
    add_code(project(), "Passing it on", "", {});
    add_code(project(), "The out breath", "", {});
    add_code(project(), "Feeling looked at", "", {});
  }

  [[nodiscard]] static CommentRequest request() {
    return {sample + "commented/joanne.docx", "joanne", CommentsAs::codes, false, false};
  }
};

Names codes_of(const CommentProposal& proposal) {
  Names names;
  for (const ProposedCode& code : proposal.codes) names.push_back(code.name);
  return names;
}

}  // namespace

TEST_CASE_METHOD(Comments, "comments are shown as what they would become", "[comments]") {
  const CommentPreview preview =
      test::unchanged(*this, [&] { return preview_comments(project(), request()); });
  CHECK(preview.source == "joanne");
  REQUIRE(preview.proposals.size() == 6);
  CHECK(preview.proposals[0].coder == "Clara");
  CHECK(preview.proposals[0].excerpt == "my GP, really");
  CHECK(codes_of(preview.proposals[0]) == Names{"Sent by somebody else"});
  CHECK(preview.proposals[0].codes[0].is_new);
  CHECK(codes_of(preview.proposals[1]) == Names{"Feeling looked at", "Shame"});
  CHECK_FALSE(preview.proposals[1].codes[0].is_new);
  CHECK(preview.proposals[2].codes[0].near == "The out breath");
  CHECK(preview.proposals[3].memo == "Note: compare the group session");
  CHECK(codes_of(preview.proposals[3]) == Names{"A place kept for me"});
  CHECK_FALSE(preview.proposals[4].codes[0].is_new);
}

TEST_CASE_METHOD(Comments, "a comment that is a code's very name is that code, however it looks",
                 "[comments]") {
  add_code(project(), "Feeling looked at; Shame", "", {});
  const CommentPreview preview = preview_comments(project(), request());
  CHECK(codes_of(preview.proposals[1]) == Names{"Feeling looked at; Shame"});
}

TEST_CASE_METHOD(Comments, "a comment on words that the source has otherwise is not placed",
                 "[comments]") {
  const CommentPreview preview = preview_comments(project(), request());
  REQUIRE(preview.unplaced.size() == 1);
  CHECK(preview.unplaced[0].words == "The third weekend, I think.");
  CHECK_THAT(preview.unplaced[0].in_place, Contains("week"));
  CHECK_THAT(preview.unplaced[0].comment, Contains("same week"));
}

TEST_CASE_METHOD(Comments, "what was shown is done, once", "[comments]") {
  const AppliedComments applied = apply_comments(project(), preview_comments(project(), request()));
  CHECK(applied.codings == 7);
  CHECK(applied.memos == 1);
  CHECK(applied.new_codes == Names{"Sent by somebody else", "Shame", "The outbreath",
                                   "A place kept for me", "Paperwork"});
  CHECK(log_entries(project()).back().command == "comments import");
  const AppliedComments again = test::unchanged(
      *this, [&] { return apply_comments(project(), preview_comments(project(), request())); });
  CHECK(again.codings == 0);
  CHECK(again.known == 7);
  CHECK(again.new_codes.empty());
}

TEST_CASE_METHOD(Comments, "a near name can take the place of a new one", "[comments]") {
  CommentRequest wanted = request();
  wanted.take_near = true;
  const CommentPreview preview = preview_comments(project(), wanted);
  CHECK(codes_of(preview.proposals[2]) == Names{"The out breath"});
  CHECK_FALSE(preview.proposals[2].codes[0].is_new);
}

TEST_CASE_METHOD(Comments, "comments as memos stand on the source, once", "[comments]") {
  CommentRequest wanted = request();
  wanted.as = CommentsAs::memos;
  wanted.ignore_authors = true;
  const AppliedComments applied = apply_comments(project(), preview_comments(project(), wanted));
  CHECK(applied.codings == 0);
  CHECK(applied.memos == 6);
  const std::vector<MemoLine> memos = list_memos(project());
  REQUIRE(memos.size() == 6);
  CHECK(memos[0].target == "source");
  CHECK(memos[0].coder == "Ada");
  CHECK_THAT(memos[0].text, Contains("\u201Cmy GP, really\u201D: Sent by somebody else"));
  const AppliedComments again = test::unchanged(
      *this, [&] { return apply_comments(project(), preview_comments(project(), wanted)); });
  CHECK(again.memos == 0);
  CHECK(again.known == 6);
}

TEST_CASE_METHOD(Comments, "what holds no comments, or cannot, is refused", "[comments]") {
  CommentRequest wanted = request();
  wanted.file = sample + "transcripts/joanne.txt";
  CHECK_THAT(test::refused<InputError>(*this, [&] { preview_comments(project(), wanted); }),
             Contains("comments are read from .docx and .odt files"));
  wanted.file = write("a.docx", "no archive");
  CHECK_THAT(test::refused<InputError>(*this, [&] { preview_comments(project(), wanted); }),
             Contains("a.docx: is no .docx file"));
  wanted = request();
  wanted.source = "marek";
  CHECK_THAT(test::refused<NotFound>(*this, [&] { preview_comments(project(), wanted); }),
             Contains("marek"));
}
