#include "themata/ingest/detail/note_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "themata/ingest/detail/characters.hpp"
#include "themata/text/fold.hpp"

namespace themata::ingest::detail {
namespace {

using Words = std::vector<std::string_view>;

// The first two lists are sorted, for binary search.

/// Words that make a note wherever they begin one.
// clang-format off
constexpr auto note_words = std::to_array<std::string_view>({
    "applauding", "applauds", "applause", "audible", "babbles", "banging", "bangs", "beep",
    "beeping", "beeps", "bleep", "breath", "breathes", "breathing", "burps", "chortles",
    "chuckle", "chuckles", "chuckling", "clap", "clapping", "claps", "clatter", "cough",
    "coughing", "coughs", "cried", "cries", "cross-talk", "crosstalk", "cry", "crying", "exhale",
    "exhales", "exhaling", "frowning", "frowns", "garbled", "gasp", "gasping", "gasps",
    "gestures", "gesturing", "giggle", "giggles", "giggling", "grimaces", "grimacing", "grin",
    "grinning", "grins", "groan", "groaning", "groans", "grunt", "grunting", "grunts", "gulps",
    "hesitates", "hesitating", "hesitation", "hiccups", "hum", "humming", "hums", "husten",
    "hustet", "imitates", "imitating", "inaudible", "indecipherable", "indistinct", "inhale",
    "inhales", "inhaling", "interrupted", "interruption", "interruptions", "interrupts", "knock",
    "knocking", "knocks", "lachen", "lachend", "lacht", "laugh", "laughed", "laughing", "laughs",
    "laughter", "llora", "lächelt", "mimes", "mimicking", "mimics", "miming", "moan", "moaning",
    "moans", "muffled", "mumble", "mumbles", "mumbling", "murmur", "murmuring", "murmurs",
    "music", "mutters", "nickt", "nod", "nodding", "nods", "noise", "noises", "overlap",
    "overlapping", "overlaps", "pausa", "pause", "paused", "pauses", "pausing", "pleure",
    "pointing", "points", "pounding", "raspberry", "ring", "ringing", "rings", "rire", "rires",
    "risa", "risas", "schweigen", "schweigt", "scoff", "scoffing", "scoffs", "scream",
    "screaming", "screams", "seufzt", "shouting", "shouts", "shrieks", "shrug", "shrugging",
    "shrugs", "shudders", "shuffles", "shuffling", "sigh", "sighed", "sighing", "sighs",
    "silence", "silencio", "silent", "simultaneous", "singing", "sings", "smile", "smiles",
    "smiling", "smirks", "sneeze", "sneezes", "sniff", "sniffing", "sniffle", "sniffles",
    "sniffling", "sniffs", "snort", "snorting", "snorts", "sob", "sobbing", "sobs", "sound",
    "sounds", "soupir", "stammers", "static", "stuttering", "stutters", "suspira", "swallows",
    "tearful", "tearfully", "tears", "unclear", "unintelligible", "unverständlich", "wails",
    "weeping", "weeps", "weint", "wheezes", "wheezing", "whimpers", "whisper", "whispered",
    "whispering", "whispers", "whistles", "whistling", "wince", "winces", "wincing", "yawn",
    "yawning", "yawns", "yells"});
// clang-format on

/// Words that may stand before one: how, how long, and how many people.
// clang-format off
constexpr auto modifiers = std::to_array<std::string_view>({
    "a", "again", "all", "an", "another", "audience", "awkward", "awkwardly", "background", "bit",
    "both", "brief", "briefly", "client", "collective", "deep", "deeply", "embarrassed",
    "everybody", "everyone", "facilitator", "faint", "few", "general", "gentle", "gently",
    "group", "heavily", "heavy", "interviewee", "interviewer", "ironic", "light", "lightly",
    "little", "long", "longer", "loud", "loudly", "min", "minute", "minutes", "moderator", "more",
    "nervous", "nervously", "of", "participant", "participants", "patient", "quick", "quiet",
    "quietly", "researcher", "respondent", "s", "sad", "sadly", "sarcastic", "sec", "second",
    "seconds", "secs", "several", "sharp", "short", "slight", "slightly", "slow", "slowly",
    "small", "soft", "softly", "some", "speaker", "speakers", "starting", "starts", "still",
    "sudden", "the", "to", "very", "while", "wry", "wryly"});
// clang-format on

/// What makes a note only together with a later word.
struct Phrase {
  std::string_view first;
  std::string_view later;  ///< words, each with a space on both sides
};

constexpr std::string_view things_heard =
    " alarm bark barking barks beeping beeps blares breaks bangs buzzes buzzing chimes close "
    "closes "
    "closing cries crying cuts dropped drops enters falls go goes going interrupts knocks leaves "
    "lost mewing miaows noise noises open opens opening off passes passing plays playing problem "
    "rang ring ringing rings rustles rustling screaming screams siren slams slamming sound sounds "
    "starts stops vibrates vibrating ";

constexpr auto phrases = std::to_array<Phrase>({
    {"alarm", things_heard},
    {"audio",
     " breaks cuts distorted dropped drops ends fails gap interrupted lost missing paused "
     "problem quality resumes skips starts stops unclear "},
    {"baby", things_heard},
    {"bell", things_heard},
    {"blows", " cheeks nose out "},
    {"break", " in "},
    {"breaks", " down off "},
    {"breathed", " in out "},
    {"car", things_heard},
    {"child", things_heard},
    {"children", things_heard},
    {"clearing", " throat "},
    {"clears", " throat "},
    {"closes", " door eyes "},
    {"closing", " eyes "},
    {"connection", " breaks drops fails interrupted lost problem "},
    {"covers", " eyes face mouth "},
    {"crosses", " arms legs "},
    {"dog", things_heard},
    {"door", things_heard},
    {"doorbell", things_heard},
    {"draws", " breath "},
    {"drawing", " breath "},
    {"end", " audio interview recording tape "},
    {"face", " covered hands "},
    {"folds", " arms hands "},
    {"hand", " gesture gestures movement "},
    {"hands", " gesture gestures movement "},
    {"holds", " arm arms breath fingers hand hands head up "},
    {"interview", " interrupted pauses paused resumes stops "},
    {"leans", " back forward in over "},
    {"leaves", " room "},
    {"long", " breath "},
    {"looking", " around at away down up "},
    {"looks", " around at away down out up "},
    {"makes", " face gesture gestures movement movements noise noises sign sound sounds "},
    {"making", " face gesture gestures movement movements noise noises sign sound sounds "},
    {"mobile", things_heard},
    {"opens", " door "},
    {"people", " clapping laugh laughing talking "},
    {"phone", things_heard},
    {"puts", " arm arms finger fingers hand hands head "},
    {"raises", " arm arms eyebrow eyebrows finger hand hands voice "},
    {"recorder", " off on paused stops stopped switched turned "},
    {"recording",
     " begins cuts ends interrupted missing paused pauses resumed resumes restarts "
     "skips starts stopped stops "},
    {"rolls", " eyes "},
    {"rubs", " eyes face forehead hands "},
    {"sharp", " breath intake "},
    {"shakes", " fist hand head "},
    {"shaking", " head "},
    {"sitting", " back up "},
    {"stands", " up "},
    {"takes", " breath breaths drink sip "},
    {"taking", " breath breaths drink sip "},
    {"talking", " other simultaneously over together "},
    {"talk", " over "},
    {"talks", " over "},
    {"tape", " changed ends off on paused runs stopped stops turned "},
    {"taps", " chest desk fingers foot forehead head table "},
    {"telephone", things_heard},
    {"thinks", " pause silence "},
    {"thumbs", " down up "},
    {"touches", " arm chest face forehead hand heart neck stomach throat "},
    {"traffic", things_heard},
    {"turns", " away head page round "},
    {"voice", " breaking breaks cracks drops fades quivers shakes trails trembles "},
    {"voices", " in overlap overlapping "},
    {"waves", " arm arms hand hands "},
    {"wipes", " away eyes face nose tear tears "},
});

static_assert(std::is_sorted(note_words.begin(), note_words.end()));
static_assert(std::is_sorted(modifiers.begin(), modifiers.end()));

bool contains(const auto& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_joiner(char c) { return c == '-' || c == '\''; }

bool belongs_to_word(char c) {
  return is_ascii_alphanumeric(c) || is_joiner(c) || !text::is_ascii(c);
}

/// The words of a folded text.
Words words_of(std::string_view folded) {
  Words words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    while (at < folded.size() && belongs_to_word(folded[at])) ++at;
    if (at > begin)
      words.push_back(folded.substr(begin, at - begin));
    else
      ++at;
  }
  return words;
}

/// `3`, `3s`, `3-second`
bool is_length(std::string_view word) { return is_digit(word.front()); }

bool has_word(std::string_view list, std::string_view word) {
  const std::size_t found = list.find(word);
  return found != list.npos && found > 0 && list[found - 1] == ' ' &&
         list[found + word.size()] == ' ';
}

bool begins_phrase(const Words& words, std::size_t at) {
  const auto is_here = [&](const Phrase& phrase) { return phrase.first == words[at]; };
  const auto phrase = std::find_if(phrases.begin(), phrases.end(), is_here);
  return phrase != phrases.end() &&
         std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end(),
                     [&](std::string_view later) { return has_word(phrase->later, later); });
}

}  // namespace

bool begins_with_note_word(std::string_view inside) {
  constexpr std::size_t look = 80;
  constexpr std::size_t most_modifiers = 4;
  std::size_t end = std::min(look, inside.size());
  while (end > 0 && end < inside.size() && text::is_continuation(inside[end])) --end;
  const std::string folded = text::fold(inside.substr(0, end));
  const Words words = words_of(folded);
  for (std::size_t at = 0; at < words.size() && at <= most_modifiers; ++at) {
    if (contains(note_words, words[at]) || begins_phrase(words, at)) return true;
    if (!is_length(words[at]) && !contains(modifiers, words[at])) return false;
  }
  return false;
}

}  // namespace themata::ingest::detail
