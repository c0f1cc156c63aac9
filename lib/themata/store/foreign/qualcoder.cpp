#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "themata/model/names.hpp"
#include "themata/store/foreign/detail/foreign_database.hpp"
#include "themata/text/plural.hpp"

namespace themata::store {

namespace {

using model::PortableCoding;
using model::PortableLabel;
using model::PortableSource;

/// QualCoder's database (versions 4 to 17 of its schema). Positions are code points of `fulltext`,
/// the end exclusive.
class QualCoder final : public ForeignReader {
 public:
  explicit QualCoder(ForeignDatabase database) : ForeignReader(std::move(database)) {
    study_.origin = "QualCoder";
    read_categories();
    read_codes();
    read_cases();
    read_study();
    tell_losses();
  }

  bool next(PortableSource& source) override {
    if (next_ == sources_.size()) return false;
    const std::int64_t id = sources_[next_++];
    source = {};
    std::string raw;
    database_.each("SELECT name, fulltext, memo, owner, date FROM source WHERE id = ?1", {id},
                   [&](const ForeignRow& row) {
                     source.name = model::usable_name(row.text(0), fmt::format("Source {}", id));
                     raw = row.text(1);
                     const auto coder = coders_.of(row.text(3));
                     if (auto memo = memo_of(row.text(2), coder, time_of(row.text(4)))) {
                       source.memos.push_back(std::move(*memo));
                     }
                   });
    const ForeignText text(std::move(raw));
    read_codings(id, text, source);
    read_annotations(id, text, source);
    read_attributes_of(id, source);
    database_.each("SELECT DISTINCT caseid FROM case_text WHERE fid = ?1 ORDER BY caseid", {id},
                   [&](const ForeignRow& row) {
                     const auto found = cases_.find(row.integer(0));
                     if (found != cases_.end()) source.participants.push_back(found->second);
                   });
    source.text = text.text();
    return true;
  }

 private:
  /// Categories, those without one above them first.
  void read_categories() {
    struct Category {
      std::int64_t id;
      std::optional<std::int64_t> above;
      PortableLabel label;
    };
    std::vector<Category> waiting;
    database_.each("SELECT catid, supercatid, name, memo FROM code_cat ORDER BY catid",
                   [&](const ForeignRow& row) {
                     Category category{row.integer(0), std::nullopt, {}};
                     if (!row.null(1)) category.above = row.integer(1);
                     category.label.name = model::usable_name(row.text(2), "unnamed");
                     category.label.definition = row.text(3);
                     waiting.push_back(std::move(category));
                   });
    while (!waiting.empty()) {
      const std::size_t before = waiting.size();
      std::vector<Category> later;
      for (Category& one : waiting) {
        const bool is_top = !one.above;
        const auto above = is_top ? themes_.end() : themes_.find(*one.above);
        if (!is_top && above == themes_.end()) {
          later.push_back(std::move(one));
          continue;
        }
        themes_.emplace(one.id, study_.codebook.themes.size());
        study_.codebook.themes.push_back(
            {std::move(one.label), is_top ? std::nullopt : std::optional(above->second), {}});
      }
      waiting = std::move(later);
      if (waiting.size() < before) continue;
      for (Category& one : waiting) {  // below one another in a circle, or below none that is there
        study_.remarks.push_back(fmt::format(
            "the category \"{}\" stands below none that is there; it is at the top here",
            one.label.name));
        one.above.reset();
      }
    }
  }

  void read_codes() {
    const bool nested = database_.has_column("code_name", "supercid");
    std::unordered_map<std::int64_t, std::int64_t> above;
    database_.each(std::string("SELECT cid, name, memo, catid, color, ") +
                       (nested ? "supercid" : "NULL") + " FROM code_name ORDER BY cid",
                   [&](const ForeignRow& row) {
                     const std::size_t index = study_.codebook.codes.size();
                     codes_.emplace(row.integer(0), index);
                     PortableLabel label;
                     label.name = model::usable_name(row.text(1), "unnamed");
                     label.definition = row.text(2);
                     label.color = color_of(row.text(4));
                     study_.codebook.codes.push_back(std::move(label));
                     if (!row.null(5)) above.emplace(row.integer(0), row.integer(5));
                     const auto theme = row.null(3) ? themes_.end() : themes_.find(row.integer(3));
                     if (theme != themes_.end()) {
                       study_.codebook.themes[theme->second].codes.push_back(index);
                     }
                   });
    for (const auto& [code, parent] : above) {
      const auto of = codes_.find(parent);
      if (of == codes_.end()) continue;
      study_.remarks.push_back(fmt::format("the code \"{}\" stands below the code \"{}\" there",
                                           study_.codebook.codes[codes_.at(code)].name,
                                           study_.codebook.codes[of->second].name));
    }
  }

  void read_cases() {
    std::vector<std::string> names;
    database_.each("SELECT name FROM attribute_type WHERE caseOrFile = 'case' ORDER BY name",
                   [&](const ForeignRow& row) { names.push_back(row.text(0)); });
    for (const std::string& name : names) {
      study_.attributes.push_back({"", model::usable_name(name, "attribute")});
    }
    database_.each("SELECT caseid, name, memo, owner, date FROM cases ORDER BY caseid",
                   [&](const ForeignRow& row) {
                     cases_.emplace(row.integer(0), study_.participants.size());
                     model::PortableParticipant participant;
                     participant.name = model::usable_name(row.text(1), "unnamed");
                     participant.values.resize(names.size());
                     const auto coder = coders_.of(row.text(3));
                     if (auto memo = memo_of(row.text(2), coder, time_of(row.text(4)))) {
                       participant.memos.push_back(std::move(*memo));
                     }
                     study_.participants.push_back(std::move(participant));
                   });
    database_.each(
        "SELECT name, value, id FROM attribute WHERE attr_type = 'case'",
        [&](const ForeignRow& row) {
          const auto who = cases_.find(row.integer(2));
          const auto which = std::find(names.begin(), names.end(), row.text(0));
          if (who == cases_.end() || which == names.end()) return;
          study_.participants[who->second].values[static_cast<std::size_t>(which - names.begin())] =
              row.text(1);
        });
  }

  void read_study() {
    database_.each("SELECT memo FROM project", [&](const ForeignRow& row) {
      if (auto memo = memo_of(row.text(0), std::nullopt, "")) {
        study_.memos.push_back(std::move(*memo));
      }
    });
    database_.each("SELECT name, jentry, date, owner FROM journal ORDER BY jid",
                   [&](const ForeignRow& row) {
                     std::string text = row.text(0);
                     if (!row.text(1).empty()) text += (text.empty() ? "" : "\n\n") + row.text(1);
                     const auto coder = coders_.of(row.text(3));
                     if (auto memo = memo_of(text, coder, time_of(row.text(2)))) {
                       study_.memos.push_back(std::move(*memo));
                     }
                   });
    database_.each("SELECT id, name, fulltext IS NULL OR fulltext = '' FROM source ORDER BY id",
                   [&](const ForeignRow& row) {
                     if (row.integer(2) == 0) {
                       sources_.push_back(row.integer(0));
                     } else {
                       study_.losses.push_back(fmt::format(
                           "the picture, recording or PDF \"{}\": it has no text", row.text(1)));
                     }
                   });
  }

  void tell_losses() {
    for (const auto& [table, noun] :
         {std::pair{"code_image", "coding of a picture|codings of pictures"},
          std::pair{"code_av", "coding of a recording|codings of recordings"}}) {
      const std::int64_t count = database_.count(table);
      const std::string_view both = noun;
      const std::size_t bar = both.find('|');
      if (count > 0) {
        study_.losses.push_back(
            fmt::format("{} {}", count, count == 1 ? both.substr(0, bar) : both.substr(bar + 1)));
      }
    }
  }

  void read_codings(std::int64_t id, const ForeignText& text, PortableSource& source) {
    database_.each(
        "SELECT cid, pos0, pos1, seltext, owner, date, memo FROM code_text WHERE fid = ?1 "
        "ORDER BY pos0, pos1, ctid",
        {id}, [&](const ForeignRow& row) {
          const auto code = codes_.find(row.integer(0));
          if (code == codes_.end()) {
            source.losses.push_back(fmt::format(
                "a coding of \"{}\" with a code that the project does not have", source.name));
            return;
          }
          PortableCoding coding;
          coding.code = code->second;
          coding.coder = coders_.of(row.text(4));
          coding.created = time_of(row.text(5));
          if (auto memo = memo_of(row.text(6), coding.coder, coding.created)) {
            coding.memos.push_back(std::move(*memo));
          }
          take_coding(text, row.integer(1), row.integer(2), row.text(3), std::move(coding), source);
        });
  }

  void read_annotations(std::int64_t id, const ForeignText& text, PortableSource& source) {
    database_.each(
        "SELECT pos0, pos1, memo, owner, date FROM annotation WHERE fid = ?1 ORDER BY pos0", {id},
        [&](const ForeignRow& row) {
          const auto coder = coders_.of(row.text(3));
          auto memo = memo_of(row.text(2), coder, time_of(row.text(4)));
          if (!memo) return;
          memo->turn = text.range(row.integer(0), std::max(row.integer(1), row.integer(0) + 1));
          source.memos.push_back(std::move(*memo));
        });
  }

  void read_attributes_of(std::int64_t id, PortableSource& source) {
    database_.each(
        "SELECT name, value FROM attribute WHERE attr_type = 'file' AND id = ?1 ORDER BY name",
        {id}, [&](const ForeignRow& row) {
          if (row.text(1).empty()) return;
          source.details.push_back({model::usable_name(row.text(0), "detail"), row.text(1)});
        });
  }

  std::unordered_map<std::int64_t, std::size_t> themes_;
  std::unordered_map<std::int64_t, std::size_t> codes_;
  std::unordered_map<std::int64_t, std::size_t> cases_;
};

}  // namespace

std::unique_ptr<model::PortableReader> open_qualcoder(ForeignDatabase database) {
  return std::make_unique<QualCoder>(std::move(database));
}

}  // namespace themata::store
