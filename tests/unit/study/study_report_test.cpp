#include "themata/study/study_report.hpp"

#include <sstream>

#include <catch2/catch.hpp>

#include "sample_study.hpp"

using namespace themata;
using namespace themata::study;
using report::Share;

namespace {

std::string page_of(Project& project, Share share) {
  ReportRequest request;
  request.share = share;
  request.program = "Themata";
  std::ostringstream out;
  write_report(project, request, out);
  return out.str();
}

}  // namespace

TEST_CASE("a report holds as much of the words as is shared", "[study_report]") {
  test::SampleStudy study;
  const std::string uncoded = "How do you breathe?";
  const std::string coded = "I breathe slowly";
  const std::string none = page_of(study.project(), Share::none);
  CHECK(none.find(uncoded) == std::string::npos);
  CHECK(none.find(coded) == std::string::npos);
  const std::string excerpts = page_of(study.project(), Share::excerpts);
  CHECK(excerpts.find(uncoded) == std::string::npos);
  CHECK(excerpts.find(coded) != std::string::npos);
  CHECK(page_of(study.project(), Share::all).find(uncoded) != std::string::npos);
}

TEST_CASE("attributes, and names of files and folders, never go into a report", "[study_report]") {
  test::SampleStudy study;
  const std::string page = page_of(study.project(), Share::all);
  CHECK(page.find("Turku") == std::string::npos);
  CHECK(page.find("one.txt") == std::string::npos);
  CHECK(page.find(study.folder().path().string()) == std::string::npos);
}

TEST_CASE("the same study gives the same report", "[study_report]") {
  test::SampleStudy study;
  CHECK(page_of(study.project(), Share::all) == page_of(study.project(), Share::all));
}

TEST_CASE("a report tells how far it is, and is narrowed by a filter", "[study_report]") {
  test::SampleStudy study;
  ReportRequest request;
  request.title = "Another title";
  request.filter.sources = {"two"};
  std::ostringstream out;
  std::size_t last = 0;
  write_report(study.project(), request, out, [&](std::size_t done, std::size_t all) {
    last = done;
    CHECK(all == 1);
  });
  CHECK(last == 1);
  CHECK(out.str().find("<h1>Another title</h1>") != std::string::npos);
  CHECK(out.str().find("I breathe slowly") == std::string::npos);
  CHECK(out.str().find("Ben") == std::string::npos);  // who speaks in the other source
}
