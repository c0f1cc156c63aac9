#include "themata/model/checklist.hpp"

#include <array>

namespace themata::model {

namespace {

constexpr std::array<ChecklistPoint, 15> points{{
    {1, "Transcription",
     "The data are transcribed in as much detail as the analysis needs, and checked against the "
     "recordings",
     PointKind::yours},
    {2, "Coding", "Every data item got the same attention in coding", PointKind::evidence},
    {3, "Coding", "Themes rest on thorough, inclusive coding, not on a few vivid examples",
     PointKind::evidence},
    {4, "Coding", "All relevant excerpts of each theme are brought together", PointKind::shown},
    {5, "Coding", "Themes are checked against each other and against the whole data set",
     PointKind::evidence},
    {6, "Coding", "Themes hold together, are consistent, and differ from each other",
     PointKind::yours},
    {7, "Analysis", "The data are interpreted, not only paraphrased or described",
     PointKind::yours},
    {8, "Analysis", "Analysis and data match: the excerpts illustrate what is claimed",
     PointKind::evidence},
    {9, "Analysis", "The analysis tells a convincing, well ordered story of the data and the topic",
     PointKind::yours},
    {10, "Analysis", "Narrative and excerpts are in balance", PointKind::evidence},
    {11, "Overall", "Every phase got the time that it needs", PointKind::evidence},
    {12, "Written report", "Assumptions and the approach to thematic analysis are spelled out",
     PointKind::yours},
    {13, "Written report", "What is said to have been done is what was done", PointKind::evidence},
    {14, "Written report", "Concepts and language fit the epistemology of the analysis",
     PointKind::evidence},
    {15, "Written report", "The researcher is active; themes do not just emerge",
     PointKind::evidence},
}};

}  // namespace

std::string_view to_string(PointKind kind) {
  switch (kind) {
    case PointKind::shown:
      return "shown";
    case PointKind::evidence:
      return "evidence";
    case PointKind::yours:
      break;
  }
  return "yours";
}

std::span<const ChecklistPoint> checklist_points() { return points; }

}  // namespace themata::model
