#pragma once

#include <string>
#include <vector>

#include "support/temporary_study.hpp"
#include "themata/study/applying.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/speakers.hpp"

namespace themata::test {

using Names = std::vector<std::string>;

/// Every speaker as "source|label|role|participant".
inline Names speakers_of(study::Project& project) {
  Names lines;
  for (const study::SpeakerSummary& summary : study::list_speakers(project)) {
    lines.push_back(summary.source + "|" + summary.speaker.label + "|" +
                    std::string(model::to_string(summary.speaker.role)) + "|" +
                    summary.participant);
  }
  return lines;
}

inline Names participants_of(study::Project& project) {
  Names names;
  for (const model::Participant& participant : study::list_participants(project)) {
    names.push_back(participant.name);
  }
  return names;
}

inline study::ApplyRequest quoted(const std::string& code, const std::string& source,
                                  const std::string& quote) {
  study::ApplyRequest request;
  request.code = code;
  request.source = source;
  request.quote = quote;
  return request;
}

/// Two people interviewed, then brought together; a small codebook, applied by two coders.
///
///     1 Body        breathing: 2 excerpts (Ada on both, Bea on one of them)
///     1.1 Sound     humming: 3 excerpts
///     2 Company     laughter: none; humming
///     (no theme)    silence: 1 excerpt
class SampleStudy : public TemporaryStudy {
 public:
  SampleStudy() : TemporaryStudy(Copy{made_once()}) {}

 private:
  /// Twenty commands: so it is made once, and copied.
  static const std::string& made_once() {
    static const std::string bytes = [] {
      TemporaryStudy study;
      import_transcripts(study);
      set_participant(study.project(), "Ben", {{"age", "45"}, {"place", "Turku"}});
      set_participant(study.project(), "Cara", {{"age", "31"}});
      add_codebook(study.project());
      apply_codes(study);
      return study.bytes();
    }();
    return bytes;
  }

  static void import_transcripts(TemporaryStudy& study) {
    study.import("one.txt",
                 "Date: 3 May\n\n"
                 "Interviewer: How do you breathe?\n"
                 "Ben: I breathe slowly (laughs) now.\n"
                 "Interviewer: And at home?\n"
                 "Ben: At home I hum.\n");
    study::ImportRequest later;
    later.occasion = "week 12";
    study.import("two.txt",
                 "Interviewer: What helps?\n"
                 "Cara: Humming helps. I breathe.\n"
                 "Interviewer: More?\n"
                 "Cara: No more.\n",
                 later);
    study::ImportRequest group;
    group.kind = model::SourceKind::group;
    study.import("together.txt",
                 "Interviewer: Together?\n"
                 "Ben: We hum and you\n"
                 "Cara: hum and laugh [at Ben].\n"
                 "Interviewer: Good.\n"
                 "Ben: Yes.\n",
                 group);
  }

  static void add_codebook(study::Project& project) {
    add_theme(project, "Body", "what the body does", std::nullopt);
    add_theme(project, "Company", "", std::nullopt);
    add_theme(project, "Sound", "", "Body");
    add_code(project, "breathing", "in and out", "Body");
    add_code(project, "humming", "", "Sound");
    add_code(project, "laughter", "", "Company");
    add_code(project, "silence", "", std::nullopt);
    assign_codes(project, "Company", {"humming"});
  }

  static void apply_codes(TemporaryStudy& study) {
    study::Project& ada = study.project();
    apply_code(ada, quoted("breathing", "one", "I breathe slowly"));
    apply_code(ada, quoted("breathing", "two", "I breathe."));
    apply_code(ada, quoted("humming", "one", "At home I hum"));
    apply_code(ada, quoted("humming", "together", "We hum and you"));
    apply_code(ada, quoted("humming", "together", "hum and laugh"));
    apply_code(ada, quoted("silence", "two", "No more."));
    study::Project bea = study.as("Bea");
    apply_code(bea, quoted("breathing", "one", "I breathe slowly"));
  }
};

}  // namespace themata::test
