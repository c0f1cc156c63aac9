#include <ostream>
#include <string>
#include <vector>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "themata/report/theme_tree.hpp"

namespace themata::report {
namespace {

class JsonTree {
 public:
  JsonTree() : writer_(buffer_) { writer_.SetIndent(' ', 2); }

  void write(const model::ThemeTree& tree, std::ostream& out) {
    writer_.StartObject();
    member("title", tree.title);
    if (!tree.memos.empty()) array("memos", tree.memos);
    if (!tree.journal.empty()) array("journal", tree.journal);
    array("themes", tree.themes);
    array("codes", tree.codes_without_theme);
    writer_.EndObject();
    out.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    out << '\n';
  }

 private:
  void write(const model::ThemeTree::Theme& theme) {
    writer_.StartObject();
    member("id", theme.guid);
    member("number", theme.number);
    member("name", theme.name);
    member("definition", theme.definition);
    if (!theme.idea.empty()) member("centralIdea", theme.idea);
    if (!theme.memos.empty()) array("memos", theme.memos);
    member("participants", theme.participants);
    member("excerpts", theme.excerpts);
    array("themes", theme.subthemes);
    array("codes", theme.codes);
    writer_.EndObject();
  }

  void write(const model::ThemeTree::Code& code) {
    writer_.StartObject();
    member("id", code.guid);
    member("name", code.name);
    member("description", code.description);
    member("participants", code.participants);
    member("excerpts", code.excerpts);
    if (!code.memos.empty()) array("memos", code.memos);
    if (!code.quotations.empty()) array("quotations", code.quotations);
    writer_.EndObject();
  }

  void write(const model::ThemeTree::Memo& memo) {
    writer_.StartObject();
    member("coder", memo.coder);
    member("created", memo.created);
    if (!memo.source.empty()) member("source", memo.source);
    if (memo.range) {
      member("start", memo.range->begin.value);
      member("end", memo.range->end.value);
    }
    member("text", memo.text);
    writer_.EndObject();
  }

  void write(const model::ThemeTree::JournalEntry& entry) {
    writer_.StartObject();
    member("coder", entry.coder);
    member("created", entry.created);
    member("phase", static_cast<std::size_t>(entry.phase));
    member("text", entry.text);
    writer_.EndObject();
  }

  void write(const model::ThemeTree::Excerpt& excerpt) {
    writer_.StartObject();
    member("source", excerpt.source);
    member("participant", excerpt.participant);
    member("start", excerpt.range.begin.value);
    member("end", excerpt.range.end.value);
    member("text", excerpt.text);
    writer_.EndObject();
  }

  void member(const char* name, const std::string& value) {
    writer_.Key(name);
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void member(const char* name, std::size_t value) {
    writer_.Key(name);
    writer_.Uint64(value);
  }

  template <class Element>
  void array(const char* name, const std::vector<Element>& elements) {
    writer_.Key(name);
    writer_.StartArray();
    for (const Element& element : elements) write(element);
    writer_.EndArray();
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

}  // namespace

void write_theme_tree_json(const model::ThemeTree& tree, std::ostream& out) {
  JsonTree().write(tree, out);
}

}  // namespace themata::report
