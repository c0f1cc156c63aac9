#include "themata/store/theme_changes.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/applying.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/marking_read.hpp"
#include "themata/study/undo.hpp"

using namespace themata;
using namespace themata::study;
using test::SampleStudy;

namespace {

struct Reviewed : SampleStudy {
  store::ThemeChanges of(const std::string& name) {
    const model::Codebook book = codebook(project());
    return store::changes_since_read(project().database(), book).at(find_theme(book, name).id);
  }
};

}  // namespace

TEST_CASE_METHOD(Reviewed, "a theme that nobody noted as read has all its changes",
                 "[theme_changes]") {
  CHECK_FALSE(of("Body").was_read);
  CHECK(of("Body").commands > 3);
  CHECK_FALSE(of("Body").latest.empty());
}

TEST_CASE_METHOD(Reviewed, "codings, codes and words changed since a theme was read are counted",
                 "[theme_changes]") {
  mark_theme_read(project(), "Body");
  CHECK(of("Body").was_read);
  CHECK(of("Body").commands == 0);
  apply_code(project(), test::quoted("humming", "two", "Humming helps"));  // below it, in Sound
  CHECK(of("Body").commands == 1);
  CHECK_FALSE(of("Sound").was_read);
  define_theme(project(), "Sound", "what is heard");
  CHECK(of("Body").commands == 2);
  apply_code(project(), test::quoted("silence", "two", "more"));  // in no theme
  CHECK(of("Body").commands == 2);
  mark_theme_read(project(), "Body");
  CHECK(of("Body").commands == 0);
}

TEST_CASE_METHOD(Reviewed, "an undo changes what it takes back", "[theme_changes]") {
  apply_code(project(), test::quoted("humming", "two", "Humming helps"));
  mark_theme_read(project(), "Sound");
  mark_theme_read(project(), "Body");
  undo_only(project(), single_undone(project(), log_entries(project()).back().id - 2));
  CHECK(of("Sound").commands == 1);
}

TEST_CASE_METHOD(Reviewed, "a reading that was taken back is none", "[theme_changes]") {
  mark_theme_read(project(), "Body");
  undo(project(), next_undone(project(), 1));
  CHECK_FALSE(of("Body").was_read);
  redo(project(), next_redone(project(), 1));
  CHECK(of("Body").was_read);
}
