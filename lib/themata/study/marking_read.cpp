#include "themata/study/marking_read.hpp"

#include "themata/store/codebook.hpp"
#include "themata/store/readings.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/sources.hpp"

namespace themata::study {

std::string mark_source_read(Project& project, const std::string& source) {
  Edit edit(project, "read");
  const model::Source read = find_source(project, source);
  store::add_reading(project.database(),
                     {model::ReadingTarget::source, read.id.value, edit.coder(), project.now()});
  edit.commit(read.name + ": read through");
  return read.name;
}

std::string mark_theme_read(Project& project, const std::string& theme) {
  Edit edit(project, "theme mark-read");
  const model::Codebook codebook = store::codebook(project.database());
  const model::Theme& read = find_theme(codebook, theme);
  store::add_reading(project.database(),
                     {model::ReadingTarget::theme, read.id.value, edit.coder(), project.now()});
  edit.commit(read.name + ": its excerpts read through");
  return read.name;
}

}  // namespace themata::study
