#include "themata/text/stop_words.hpp"

#include "themata/error.hpp"
#include "themata/text/language_tag.hpp"

namespace themata::text {
namespace {

// The closed classes of English, and the contractions they make; written without regard to any
// corpus. A word that also carries content is in only where the function word is by far the
// commoner reading in speech: "can", "will" and "may" are, "like", "well" and "mean" are not.
const std::unordered_set<std::string_view>& english() {
  static const std::unordered_set<std::string_view> words = {
      // articles and determiners
      "a", "an", "the", "this", "that", "these", "those", "each", "every", "either", "neither",
      "some", "any", "no", "all", "both", "half", "such", "another", "other", "others", "same",
      "own", "enough", "few", "fewer", "less", "least", "little", "many", "more", "most", "much",
      "several", "which", "whichever", "what", "whatever", "whose",
      // personal, possessive and reflexive pronouns
      "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your",
      "yours", "yourself", "yourselves", "he", "him", "his", "himself", "she", "her", "hers",
      "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themself", "themselves",
      "one", "ones", "oneself",
      // interrogative, relative and indefinite pronouns
      "who", "whom", "whoever", "whomever", "anybody", "anyone", "anything", "everybody",
      "everyone", "everything", "nobody", "none", "nothing", "somebody", "someone", "something",
      // to be, to have, to do
      "am", "is", "are", "was", "were", "be", "been", "being", "have", "has", "had", "having", "do",
      "does", "did", "doing", "done",
      // modal verbs
      "can", "could", "may", "might", "must", "ought", "shall", "should", "will", "would", "cannot",
      // prepositions
      "about", "above", "across", "after", "against", "along", "alongside", "amid", "among",
      "amongst", "around", "as", "at", "before", "behind", "below", "beneath", "beside", "besides",
      "between", "beyond", "by", "despite", "down", "during", "except", "for", "from", "in",
      "inside", "into", "near", "of", "off", "on", "onto", "out", "outside", "over", "past", "per",
      "since", "through", "throughout", "till", "to", "toward", "towards", "under", "underneath",
      "until", "unto", "up", "upon", "via", "with", "within", "without",
      // conjunctions
      "and", "but", "or", "nor", "so", "yet", "if", "because", "although", "though", "unless",
      "whereas", "whether", "while", "whilst", "than", "lest",
      // adverbs of place, time, degree and connection
      "again", "ago", "almost", "already", "also", "always", "anyhow", "anyway", "anywhere", "away",
      "else", "elsewhere", "ever", "everywhere", "further", "hence", "here", "how", "however",
      "indeed", "instead", "just", "maybe", "meanwhile", "moreover", "never", "nevertheless", "not",
      "now", "nowhere", "often", "once", "only", "otherwise", "perhaps", "quite", "rather",
      "really", "somehow", "sometimes", "somewhat", "somewhere", "soon", "still", "then", "there",
      "therefore", "thus", "together", "too", "twice", "very", "when", "whenever", "where",
      "wherever", "why", "even",
      // what speech is filled with
      "ah", "eh", "er", "erm", "hm", "hmm", "mhm", "mm", "oh", "ok", "okay", "uh", "um", "yeah",
      "yep", "yes",
      // contractions with pronouns
      "i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "you're", "you've", "you'd",
      "you'll", "he's", "he'd", "he'll", "she's", "she'd", "she'll", "it's", "it'd", "it'll",
      "they're", "they've", "they'd", "they'll", "that's", "that'd", "that'll", "this'll",
      "there's", "there'd", "there'll", "there're", "here's", "who's", "who've", "who'd", "who'll",
      "what's", "what're", "what've", "what'd", "what'll", "where's", "where'd", "when's", "why's",
      "how's", "how'd", "let's", "somebody's", "someone's", "everybody's", "everyone's", "nobody's",
      "anybody's", "anyone's", "something's", "everything's", "nothing's", "one's", "y'all",
      // contractions of verbs
      "aren't", "isn't", "wasn't", "weren't", "ain't", "haven't", "hasn't", "hadn't", "don't",
      "doesn't", "didn't", "can't", "couldn't", "mayn't", "mightn't", "mustn't", "needn't",
      "oughtn't", "shan't", "shouldn't", "won't", "wouldn't", "could've", "might've", "must've",
      "should've", "would've", "gonna", "gotta", "wanna", "cos"};
  return words;
}

// Sounds and spellings of transcribers that hardly ever carry content. Words that often do ("like",
// "well", "right", "so", "actually") are not in; who wants them out has a list of their own.
const std::unordered_set<std::string_view>& english_fillers() {
  static const std::unordered_set<std::string_view> words = {
      // hesitation
      "ah", "ahh", "ahm", "eh", "ehm", "em", "er", "err", "erm", "errm", "uh", "uhh", "uhm", "um",
      "umm", "ummm",
      // listening, agreeing, disagreeing
      "aha", "aw", "hm", "hmm", "hmmm", "huh", "mhm", "mm", "mmhm", "mmhmm", "mmm", "mmmm", "nah",
      "oh", "ohh", "ok", "okay", "ooh", "uhuh", "yea", "yeah", "yep", "yup",
      // worn-down forms
      "cos", "coz", "cuz", "dunno", "gimme", "gonna", "gotta", "innit", "kinda", "lemme", "sorta",
      "wanna", "y'know"};
  return words;
}

[[noreturn]] void refuse(const std::string& what, const std::string& language) {
  throw NotFound("there is no list of " + what + " for the language \"" + language +
                 "\"; the languages with one are: en");
}

}  // namespace

const std::unordered_set<std::string_view>& stop_words(const std::string& language) {
  if (primary_language(language) == "en") return english();
  refuse("stop words", language);
}

const std::unordered_set<std::string_view>& filler_words(const std::string& language) {
  if (primary_language(language) == "en") return english_fillers();
  refuse("fillers of speech", language);
}

}  // namespace themata::text
