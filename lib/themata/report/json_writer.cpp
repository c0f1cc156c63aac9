#include <ostream>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "themata/report/detail/table_writers.hpp"

namespace themata::report {
namespace {

class JsonWriter final : public TableWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out), writer_(buffer_) {}

  void start(const std::vector<Column>& columns, const std::string& /*title*/) override {
    columns_ = columns;
  }

  void row(const std::vector<Cell>& cells) override {
    buffer_.Clear();
    writer_.Reset(buffer_);
    writer_.StartObject();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      string(columns_[i].name);
      if (const auto* text = std::get_if<std::string>(&cells[i])) {
        string(*text);
      } else {
        number(to_string(cells[i]));
      }
    }
    writer_.EndObject();
    out_ << (is_first_ ? "[\n" : ",\n");
    out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    is_first_ = false;
  }

  void end(const TableFoot& /*foot*/) override { out_ << (is_first_ ? "[]\n" : "\n]\n"); }

 private:
  void string(const std::string& text) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  /// Digits as they are; "undefined" is null.
  void number(const std::string& digits) {
    if (digits == "undefined") {
      writer_.Null();
    } else {
      writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
  }

  std::ostream& out_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
  std::vector<Column> columns_;
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_json_writer(std::ostream& out) {
  return std::make_unique<JsonWriter>(out);
}

}  // namespace themata::report
