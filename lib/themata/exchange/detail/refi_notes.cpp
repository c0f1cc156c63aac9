#include "themata/exchange/detail/refi_notes.hpp"

#include <algorithm>
#include <string_view>

namespace themata::exchange::detail {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True if `text` fits: `0` is any digit, all else stands for itself.
bool fits(std::string_view text, std::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                    [](char c, char p) { return p == '0' ? is_digit(c) : c == p; });
}

bool is_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  constexpr std::size_t most_digits = 9;
  if (text.empty() || text.size() > most_digits) return false;
  if (text.size() > 1 && text.front() == '0') return false;  // "007" is a name
  return std::all_of(text.begin(), text.end(), is_digit);
}

bool is_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return is_integer(text);
  const std::string_view behind = text.substr(point + 1);
  return is_integer(text.substr(0, point)) && !behind.empty() &&
         std::all_of(behind.begin(), behind.end(), is_digit);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  return value;
}

bool is_date(std::string_view text) {
  if (!fits(text, "0000-00-00")) return false;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || month < 1 || month > 12) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

const char* type_of(const std::vector<std::string>& values) {
  const auto all = [&](bool (*is)(std::string_view)) {
    bool any = false;
    for (const std::string& value : values) {
      if (value.empty()) continue;
      if (!is(value)) return false;
      any = true;
    }
    return any;
  };
  if (all(is_integer)) return "Integer";
  if (all(is_decimal)) return "Float";
  if (all(is_date)) return "Date";
  return "Text";
}

}  // namespace

bool is_date_time(const std::string& time) {
  if (!fits(time, "0000-00-00T00:00:00Z")) return false;
  return is_date(std::string_view(time).substr(0, 10)) && time.substr(11, 2) < "24" &&
         time.substr(14, 2) < "60" && time.substr(17, 2) < "60";
}

std::string time_of(pugi::xml_node node) {
  std::string time = attribute(node, "creationDateTime");
  if (is_date_time(time)) return time;
  if (const std::size_t point = time.find('.'); point != std::string::npos && time.ends_with('Z')) {
    time = time.substr(0, point) + 'Z';
  } else if (time.size() == 19) {
    time += 'Z';
  }
  return is_date_time(time) ? time : std::string();
}

void write_creation(const std::string& user, const std::string& created, pugi::xml_node node,
                    XmlWriting& xml) {
  xml.attribute_if(node, "creatingUser", user);
  if (is_date_time(created)) xml.attribute(node, "creationDateTime", created);
}

RefiVariable variable_of(std::string guid, std::string name,
                         const std::vector<std::string>& values) {
  return {std::move(guid), std::move(name), type_of(values)};
}

void write_value(const RefiVariable& variable, const std::string& value, pugi::xml_node node,
                 XmlWriting& xml) {
  if (value.empty()) return;
  pugi::xml_node one = node.append_child("VariableValue");
  xml.attribute(one.append_child("VariableRef"), "targetGUID", variable.guid);
  xml.text_child(one, (variable.type + "Value").c_str(), value);
}

}  // namespace themata::exchange::detail
