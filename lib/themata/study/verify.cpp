#include "themata/study/verify.hpp"

#include "themata/store/purge.hpp"

namespace themata::study {

void verify(Project& project, const VerifySinks& sinks) {
  store::verify(project.database(), sinks);
}

std::size_t verify_undo(Project& project, const VerifySinks& sinks) {
  store::Database copy = store::copy_in_memory(project.database());
  return store::verify_undo(copy, sinks);
}

std::string advice_on(Damage damage) {
  switch (damage) {
    case Damage::file:
      return "the file is broken: keep it, and go on with the latest backup; without one, "
             "\"sqlite3 STUDY .recover\" reads out what can still be read";
    case Damage::text:
      return "a text has been altered: go on with the latest backup, or revise the source with the "
             "transcript it came from (source revise)";
    case Damage::place:
      return "codings or turns have lost their places: go on with the latest backup, or undo back "
             "to before it happened (log, undo)";
    case Damage::rows:
      return "another program has written to the study: go on with the latest backup, or put right "
             "what is named (rename, remove)";
    case Damage::history:
      return "the study itself can be worked on, but undo ends here: make a backup now";
  }
  return "";
}

}  // namespace themata::study
