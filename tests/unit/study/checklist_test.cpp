#include "themata/study/checklist.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/study/detail/word_remarks.hpp"
#include "themata/study/memos.hpp"
#include "themata/study/project.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;
using test::SampleStudy;

namespace {

struct Points : SampleStudy {
  std::string on(int point) {
    std::string text;
    const Checklist list = checklist(project());
    for (const std::string& sentence : list.items[at(point)].record) text += sentence + "\n";
    return text;
  }
  static std::size_t at(int point) { return static_cast<std::size_t>(point - 1); }

  Names remarks() {
    Names topics;
    for (const WordRemark& remark : detail::word_remarks(project())) {
      topics.push_back(remark.topic + (remark.said ? " said" : ""));
    }
    return topics;
  }
};

}  // namespace

TEST_CASE_METHOD(Points, "each point has what the record holds, and no mark", "[checklist]") {
  const Checklist list = checklist(project());
  REQUIRE(list.items.size() == 15);
  CHECK(list.remarks.empty());
  CHECK(on(2).find("one: 87 % of participants' words coded") != std::string::npos);
  CHECK(on(3).find("1 Body: 5 excerpts of 2 participants in 3 sources; the one with the most "
                   "speaks in 60 %.") != std::string::npos);
  CHECK(on(13).find("2 participants, 3 sources, 2 coders, 4 codes, 3 themes.") !=
        std::string::npos);
  CHECK(on(7).empty());
  CHECK(on(9).empty());
}

TEST_CASE_METHOD(Points, "statements stand on their points", "[checklist]") {
  state(project(), "9", "It begins with the cold.");
  dismiss(project(), "1", "diaries");
  state(project(), information_power, "A narrow aim.");
  const Checklist list = checklist(project());
  CHECK(list.items[at(9)].said->text == "It begins with the cold.");
  CHECK(list.items[at(1)].said->kind == model::StatementKind::dismissed);
  CHECK(list.information_power->text == "A narrow aim.");
}

TEST_CASE_METHOD(Points, "words of the method are remarked on where they stand", "[checklist]") {
  define_theme(project(), "Body",
               "It emerged from nearly all interviews, without much bias at all");
  add_memo(project(), {}, "Saturation?");
  CHECK(remarks() == Names{"emerge:theme-1", "bias:theme-1", "saturation:memo-1"});
  const auto found = checklist(project()).remarks;
  CHECK(found[1].place == "the definition of the theme 1 Body");
  CHECK(found[1].words == "…all interviews, without much bias at all");
  CHECK(found[2].place == "memo 1");
  dismiss(project(), "bias", "a participant's word");
  dismiss(project(), "saturation:memo-1", "a question to ourselves");
  CHECK(remarks() == Names{"emerge:theme-1", "bias:theme-1 said", "saturation:memo-1 said"});
  CHECK(on(14).find("1 word in definitions") != std::string::npos);
}

TEST_CASE_METHOD(Points, "under another approach only emerging themes are remarked on",
                 "[checklist]") {
  add_memo(project(), {}, "Saturation emerged.");
  model::StudyInfo info = study_info(project());
  info.approach = model::Approach::codebook;
  set_study_info(project(), info);
  CHECK(remarks() == Names{"emerge:memo-1"});
}
