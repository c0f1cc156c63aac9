#include <fmt/format.h>

#include "themata/model/names.hpp"
#include "themata/store/foreign/detail/foreign_database.hpp"

namespace themata::store {

namespace {

using model::PortableCoding;
using model::PortableLabel;
using model::PortableSource;

/// RQDA's database (version 0.2). Positions are code points of `file`, the end exclusive; a row
/// counts if its `status` is 1.
class Rqda final : public ForeignReader {
 public:
  explicit Rqda(ForeignDatabase database) : ForeignReader(std::move(database)) {
    study_.origin = "RQDA";
    read_codebook();
    read_cases();
    read_study();
    const std::int64_t pictures = database_.count("imageCoding");
    if (pictures > 0) study_.losses.push_back(fmt::format("{} codings of pictures", pictures));
  }

  bool next(PortableSource& source) override {
    if (next_ == sources_.size()) return false;
    const std::int64_t id = sources_[next_++];
    source = {};
    std::string raw;
    database_.each("SELECT name, file, memo, owner FROM source WHERE id = ?1 AND status = 1", {id},
                   [&](const ForeignRow& row) {
                     source.name = model::usable_name(row.text(0), fmt::format("Source {}", id));
                     raw = row.text(1);
                     if (auto memo = memo_of(row.text(2), coders_.of(row.text(3)), "")) {
                       source.memos.push_back(std::move(*memo));
                     }
                   });
    const ForeignText text(std::move(raw));
    read_codings(id, text, source);
    read_annotations(id, text, source);
    if (database_.has_table("fileAttr")) {
      database_.each(
          "SELECT variable, value FROM fileAttr WHERE fileID = ?1 AND status = 1", {id},
          [&](const ForeignRow& row) {
            source.details.push_back({model::usable_name(row.text(0), "detail"), row.text(1)});
          });
    }
    database_.each(
        "SELECT DISTINCT caseid FROM caselinkage WHERE fid = ?1 AND status = 1 ORDER BY caseid",
        {id}, [&](const ForeignRow& row) {
          const auto found = cases_.find(row.integer(0));
          if (found != cases_.end()) source.participants.push_back(found->second);
        });
    source.text = text.text();
    return true;
  }

 private:
  void read_codebook() {
    const bool colored = database_.has_column("freecode", "color");
    database_.each(std::string("SELECT id, name, memo, ") + (colored ? "color" : "NULL") +
                       " FROM freecode WHERE status = 1 ORDER BY id",
                   [&](const ForeignRow& row) {
                     codes_.emplace(row.integer(0), study_.codebook.codes.size());
                     PortableLabel label;
                     label.name = model::usable_name(row.text(1), "unnamed");
                     label.definition = row.text(2);
                     label.color = color_of(row.text(3));
                     study_.codebook.codes.push_back(std::move(label));
                   });
    std::unordered_map<std::int64_t, std::size_t> themes;
    database_.each("SELECT catid, name, memo FROM codecat WHERE status = 1 ORDER BY catid",
                   [&](const ForeignRow& row) {
                     themes.emplace(row.integer(0), study_.codebook.themes.size());
                     PortableLabel label;
                     label.name = model::usable_name(row.text(1), "unnamed");
                     label.definition = row.text(2);
                     study_.codebook.themes.push_back({std::move(label), std::nullopt, {}});
                   });
    database_.each("SELECT catid, cid FROM treecode WHERE status = 1 ORDER BY catid, cid",
                   [&](const ForeignRow& row) {
                     const auto theme = themes.find(row.integer(0));
                     const auto code = codes_.find(row.integer(1));
                     if (theme == themes.end() || code == codes_.end()) return;
                     study_.codebook.themes[theme->second].codes.push_back(code->second);
                   });
  }

  void read_cases() {
    std::unordered_map<std::string, std::size_t> attributes;
    const bool has_attributes = database_.has_table("caseAttr");
    if (has_attributes) {
      database_.each(
          "SELECT DISTINCT variable FROM caseAttr WHERE status = 1 ORDER BY variable",
          [&](const ForeignRow& row) {
            attributes.emplace(row.text(0), study_.attributes.size());
            study_.attributes.push_back({"", model::usable_name(row.text(0), "attribute")});
          });
    }
    database_.each("SELECT id, name, memo, owner FROM cases WHERE status = 1 ORDER BY id",
                   [&](const ForeignRow& row) {
                     cases_.emplace(row.integer(0), study_.participants.size());
                     model::PortableParticipant participant;
                     participant.name = model::usable_name(row.text(1), "unnamed");
                     participant.values.resize(study_.attributes.size());
                     if (auto memo = memo_of(row.text(2), coders_.of(row.text(3)), "")) {
                       participant.memos.push_back(std::move(*memo));
                     }
                     study_.participants.push_back(std::move(participant));
                   });
    if (!has_attributes) return;
    database_.each("SELECT variable, value, caseID FROM caseAttr WHERE status = 1",
                   [&](const ForeignRow& row) {
                     const auto who = cases_.find(row.integer(2));
                     if (who == cases_.end()) return;
                     study_.participants[who->second].values[attributes.at(row.text(0))] =
                         row.text(1);
                   });
  }

  void read_study() {
    database_.each("SELECT memo FROM project", [&](const ForeignRow& row) {
      if (auto memo = memo_of(row.text(0), std::nullopt, "")) {
        study_.memos.push_back(std::move(*memo));
      }
    });
    if (database_.has_table("journal")) {
      database_.each("SELECT name, journal, owner FROM journal WHERE status = 1",
                     [&](const ForeignRow& row) {
                       const std::string text = row.text(0) + "\n\n" + row.text(1);
                       if (auto memo = memo_of(text, coders_.of(row.text(2)), "")) {
                         study_.memos.push_back(std::move(*memo));
                       }
                     });
    }
    database_.each("SELECT id FROM source WHERE status = 1 ORDER BY id",
                   [&](const ForeignRow& row) { sources_.push_back(row.integer(0)); });
  }

  void read_codings(std::int64_t id, const ForeignText& text, PortableSource& source) {
    database_.each(
        "SELECT cid, selfirst, selend, seltext, owner, memo FROM coding "
        "WHERE fid = ?1 AND status = 1 ORDER BY selfirst, selend, rowid",
        {id}, [&](const ForeignRow& row) {
          const auto code = codes_.find(row.integer(0));
          if (code == codes_.end()) return;  // of a code that was deleted
          PortableCoding coding;
          coding.code = code->second;
          coding.coder = coders_.of(row.text(4));
          if (auto memo = memo_of(row.text(5), coding.coder, "")) {
            coding.memos.push_back(std::move(*memo));
          }
          take_coding(text, row.integer(1), row.integer(2), row.text(3), std::move(coding), source);
        });
  }

  void read_annotations(std::int64_t id, const ForeignText& text, PortableSource& source) {
    if (!database_.has_table("annotation")) return;
    database_.each(
        "SELECT position, annotation, owner FROM annotation WHERE fid = ?1 AND status = 1 "
        "ORDER BY position",
        {id}, [&](const ForeignRow& row) {
          auto memo = memo_of(row.text(1), coders_.of(row.text(2)), "");
          if (!memo) return;
          memo->turn = text.range(row.integer(0), row.integer(0) + 1);
          source.memos.push_back(std::move(*memo));
        });
  }

  std::unordered_map<std::int64_t, std::size_t> codes_;
  std::unordered_map<std::int64_t, std::size_t> cases_;
};

}  // namespace

std::unique_ptr<model::PortableReader> open_rqda(ForeignDatabase database) {
  return std::make_unique<Rqda>(std::move(database));
}

}  // namespace themata::store
