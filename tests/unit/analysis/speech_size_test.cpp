#include "themata/analysis/speech_size.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::speech_size;
using analysis::SpeechSize;
using test::MemoryCorpus;

TEST_CASE("the size is that of the selected speech") {
  MemoryCorpus study;
  study.add_source("One", "Int: how so?\nBen: I breathe (laughs) in\nMia: yes");
  study.add_source("Two", "Int: and you?\nBen: out");
  study.add_source("Three", "Int: nobody here");
  CHECK(speech_size(study) == SpeechSize{2, 2, 5});
  study.select().speech = model::Speech::all;
  CHECK(speech_size(study) == SpeechSize{3, 2, 11});
  study.select().speech = model::Speech::researchers;
  CHECK(speech_size(study) == SpeechSize{3, 0, 6});
  study.select().speech = model::Speech::participants;
  study.select().participants = {study.participant_id("Mia")};
  CHECK(speech_size(study) == SpeechSize{1, 1, 1});
}

TEST_CASE("nothing has no size") {
  MemoryCorpus study;
  CHECK(speech_size(study) == SpeechSize{});
  study.add_source("One", "Int: how so?");
  CHECK(speech_size(study) == SpeechSize{});
}
