#include <ostream>
#include <unordered_map>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "themata/report/detail/page_parts.hpp"

namespace themata::report::detail {

namespace {

/// JSON in a script element, which no text in it can end.
class DataScript {
 public:
  explicit DataScript(const std::string& id, std::ostream& out) : out_(out), writer_(buffer_) {
    out_ << "<script type=\"application/json\" id=\"" << id << "\">";
  }

  ~DataScript() {
    std::string_view rest(buffer_.GetString(), buffer_.GetSize());
    for (std::size_t at = rest.find('<'); at != std::string_view::npos; at = rest.find('<')) {
      out_ << rest.substr(0, at) << "\\u003c";
      rest.remove_prefix(at + 1);
    }
    out_ << rest << "</script>\n";
  }
  DataScript(const DataScript&) = delete;
  DataScript& operator=(const DataScript&) = delete;

  using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
  Writer& json() { return writer_; }

  void string(std::string_view text) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void number(std::size_t number) { writer_.Uint64(number); }
  void strings(const char* key, const std::vector<std::string>& texts) {
    writer_.Key(key);
    writer_.StartArray();
    for (const std::string& text : texts) string(text);
    writer_.EndArray();
  }

 private:
  std::ostream& out_;
  rapidjson::StringBuffer buffer_;
  Writer writer_;
};

void write_codebook(const model::Codebook& codebook, DataScript& data) {
  std::unordered_map<model::ThemeId, std::size_t> places;
  auto& json = data.json();
  json.Key("themes");
  json.StartArray();
  for (const model::Theme& theme : codebook.themes()) {
    places.emplace(theme.id, places.size());
    json.StartObject();
    json.Key("name");
    data.string(theme.name);
    json.Key("number");
    data.string(codebook.number(theme.id));
    json.Key("parent");
    if (theme.parent) {
      data.number(places.at(*theme.parent));
    } else {
      json.Null();
    }
    json.EndObject();
  }
  json.EndArray();
  json.Key("codes");
  json.StartArray();
  for (const model::Code& code : codebook.codes()) {
    json.StartObject();
    json.Key("name");
    data.string(code.name);
    json.Key("themes");
    json.StartArray();
    for (const model::ThemeId theme : codebook.themes_of(code.id)) data.number(places.at(theme));
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

/// `[begin, end, turn, people, codings, text]`
void write_segment(const PageSource::Segment& segment, Share share, DataScript& data) {
  auto& json = data.json();
  json.StartArray();
  for (const std::size_t number : {segment.begin, segment.end, segment.turn}) data.number(number);
  json.StartArray();
  for (const std::size_t who : segment.people) data.number(who);
  json.EndArray();
  json.StartArray();
  for (const PageSource::Coding& coding : segment.codings) {
    json.StartArray();
    data.number(coding.code);
    data.number(coding.coder);
    json.EndArray();
  }
  json.EndArray();
  if (share != Share::none) data.string(segment.text);
  json.EndArray();
}

/// The transcript, which is read only when it is looked at.
void write_text(const PageSource& source, std::size_t index, std::ostream& out) {
  DataScript data("text-" + std::to_string(index), out);
  auto& json = data.json();
  json.StartObject();
  json.Key("text");
  data.string(source.text);
  json.Key("turns");
  json.StartArray();
  for (const PageSource::Turn& turn : source.turns) {
    json.StartArray();
    for (const std::size_t number : {turn.number, turn.begin, turn.end}) data.number(number);
    data.string(turn.speaker);
    json.Bool(turn.is_researcher);
    json.EndArray();
  }
  json.EndArray();
  json.EndObject();
}

}  // namespace

void write_study_data(const StudyPage& page, std::ostream& out) {
  DataScript data("study", out);
  auto& json = data.json();
  json.StartObject();
  json.Key("share");
  data.string(to_string(page.share));
  write_codebook(page.codebook, data);
  data.strings("participants", page.participants);
  data.strings("coders", page.coders);
  json.Key("sources");
  json.StartArray();
  for (const auto& [name, occasion] : page.sources) {
    json.StartObject();
    json.Key("name");
    data.string(name);
    json.Key("occasion");
    data.string(occasion);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void write_hit_data(const PageTerms& terms, std::size_t table, std::ostream& out) {
  DataScript data("hits-" + std::to_string(table), out);
  auto& json = data.json();
  json.StartArray();
  for (const PageTerms::Row& row : terms.rows) {
    json.StartObject();
    json.Key("label");
    data.string(row.label);
    json.Key("hits");
    json.StartArray();
    for (const PageTerms::Hit& hit : row.hits) {
      json.StartArray();
      for (const std::string* text :
           {&hit.source, &hit.participant, &hit.before, &hit.keyword, &hit.after}) {
        data.string(*text);
      }
      json.EndArray();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

void write_source_data(const PageSource& source, std::size_t index, Share share,
                       std::ostream& out) {
  {
    DataScript data("source-" + std::to_string(index), out);
    auto& json = data.json();
    json.StartObject();
    json.Key("segments");
    json.StartArray();
    for (const PageSource::Segment& segment : source.segments) write_segment(segment, share, data);
    json.EndArray();
    json.EndObject();
  }
  if (share == Share::all) write_text(source, index, out);
}

}  // namespace themata::report::detail
