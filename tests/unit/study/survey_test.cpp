#include "themata/study/survey.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;

namespace {

struct Surveys : test::TemporaryStudy {
  SurveyRequest request(const std::string& bytes, const std::string& participant = "id") {
    SurveyRequest request;
    request.path = write("answers.csv", bytes);
    request.participant_column = participant;
    return request;
  }

  SurveyReport import_answers(const SurveyRequest& request) {
    return import_survey(project(), request);
  }

  /// Every source as "name|kind|occasion|participant|question|text".
  Names sources() {
    Names lines;
    for (const SourceSummary& summary : list_sources(project())) {
      const model::SourceData data = store::load_source(project().database(), summary.source.id);
      lines.push_back(data.source.name + "|" + std::string(model::to_string(data.source.kind)) +
                      "|" + data.source.occasion + "|" + data.speakers.at(0).label + "|" +
                      data.source.details.at(0).value + "|" + data.text);
    }
    return lines;
  }

  /// Every attribute that is known, as "participant.attribute=value".
  Names attributes() {
    Names lines;
    for (const model::Participant& one : list_participants(project())) {
      for (const model::Attribute& attribute : one.attributes) {
        if (attribute.value.empty()) continue;
        lines.push_back(one.name + "." + attribute.name + "=" + attribute.value);
      }
    }
    return lines;
  }
};

const std::string wide =
    "id,age,Q1,Q2\n"
    "P01,34,It was the group that helped me most.,Yes\n"
    "P02,51,\" Nothing helped,\nat all (laughs). \",\n"
    "P03,,NA,No\n";

}  // namespace

TEST_CASE_METHOD(Surveys, "a row a participant: each answer is a source", "[survey]") {
  SurveyRequest asked = request(wide);
  asked.text_columns = {"Q1,Q2"};
  const SurveyReport report = import_answers(asked);
  CHECK(sources() == Names{"P01 Q1|written||P01|Q1|It was the group that helped me most.",
                           "P01 Q2|written||P01|Q2|Yes",
                           "P02 Q1|written||P02|Q1|Nothing helped,\nat all (laughs).",
                           "P03 Q2|written||P03|Q2|No"});
  CHECK(attributes() == Names{"P01.age=34", "P02.age=51"});
  CHECK(report.imported() == 4);
  CHECK(report.participants == 3);
  CHECK(report.new_participants == 3);
  CHECK(report.silent_participants == 0);
  CHECK(report.words == 14);
  CHECK(report.questions.at(0).empty == 1);
  CHECK(report.questions.at(1).empty == 1);
  CHECK(report.no_answers == std::vector<std::pair<std::string, std::size_t>>{{"NA", 1}});
  CHECK_FALSE(report.by_content);
}

TEST_CASE_METHOD(Surveys, "columns are told by what they hold", "[survey]") {
  const SurveyReport report = import_answers(request(
      "id,place,why,mail,empty,opinion\n"
      "a,Turku,I have come here since my sister did.,a@b.fi,,neither agree nor disagree at all\n"
      "b,Turku,Because it is free and close to home.,c@d.fi,,neither agree nor disagree at all\n"
      "c,Oulu,There is nothing else to do here.,e@f.fi,,strongly agree\n"));
  CHECK(report.by_content);
  REQUIRE(report.questions.size() == 1);
  CHECK(report.questions.front().name == "why");
  CHECK(report.attributes == Names{"place", "opinion"});
  REQUIRE(report.left_out.size() == 2);
  CHECK(report.left_out[0].first == "mail");
  CHECK(report.left_out[1].first == "empty");
}

TEST_CASE_METHOD(Surveys, "columns that tell who people are are no attributes unless named",
                 "[survey]") {
  SurveyRequest asked = request(
      "id,Name,Phone,contact,Home address,q\n"
      "a,Maria Lopez,555-1234,x@y.fi,12 High Street of the old town,I could not breathe that "
      "night\n"
      "b,Ben Hill,555-9999,none,13 High Street of the old town,It was not so hard for me\n"
      "c,Ann Lee,555-8888,none,14 High Street of the old town,Then it went well for a while\n");
  asked.dry_run = true;
  const SurveyReport report = import_answers(asked);
  CHECK(report.attributes.empty());
  CHECK(report.questions.size() == 1);
  REQUIRE(report.left_out.size() == 4);
  for (const auto& [column, why] : report.left_out) {
    CHECK_THAT(why, Contains("tell who people are; --attribute-columns takes it"));
  }
  asked.attribute_columns = {"Name,Phone"};
  CHECK(import_answers(asked).attributes == Names{"Name", "Phone"});
}

TEST_CASE_METHOD(Surveys, "short values that nearly all differ are no attributes unless named",
                 "[survey]") {
  std::string rows = "id,who,score,town,q\n";
  for (char c = 'a'; c < 'm'; ++c) {
    const std::string letter(1, c);
    rows += letter + ",Person " + letter + ",1." + std::to_string(c) + ",Oulu,It was all that I " +
            letter + " wanted\n";
  }
  const SurveyReport report = import_answers(request(rows));
  CHECK(report.attributes == Names{"score", "town"});
  REQUIRE(report.left_out.size() == 1);
  CHECK(report.left_out.front().first == "who");
}

TEST_CASE_METHOD(Surveys, "times of arrival are no answers, and short answers to questions are",
                 "[survey]") {
  import_answers(
      request("id,Timestamp,Band,Anything you want to add?,Q1\n"
              "P01,2024/03/01 10:11:12 AM GMT+1,35-44,No thanks,It was the group that helped me.\n"
              "P02,2024/03/02 9:01:10 PM GMT+1,45-54,More cake,The water and the people in it.\n"
              "P03,2024/03/04 1:21:12 PM GMT+1,45-54,Thank you,Nothing helped me in the end.\n"));
  CHECK(sources().size() == 6);
  CHECK(attributes() == Names{"P01.Band=35-44", "P02.Band=45-54", "P03.Band=45-54"});
}

TEST_CASE_METHOD(Surveys, "short rows below many columns take no room, and too many are refused",
                 "[survey]") {
  std::string bytes = "id,q";
  for (int i = 2; i < 5000; ++i) bytes += ",c" + std::to_string(i);
  bytes += "\n";
  for (int i = 0; i < 2000; ++i) bytes += std::to_string(i) + ",x\n";
  SurveyRequest asked = request(bytes);
  asked.text_columns = {"q"};
  asked.dry_run = true;
  CHECK(import_answers(asked).left_out.size() == 4998);
  asked.path = write("answers.csv", bytes + "last,x\n");
  CHECK_THROWS_WITH(import_answers(asked), Contains("csv:2002: the table is too large"));
}

TEST_CASE_METHOD(Surveys, "the person says which columns are attributes, or none", "[survey]") {
  SurveyRequest asked = request(wide);
  asked.attribute_columns = {"none"};
  CHECK(import_answers(asked).attributes.empty());
  CHECK(attributes().empty());
}

TEST_CASE_METHOD(Surveys, "a row an answer, with a column of questions", "[survey]") {
  SurveyRequest asked = request(
      "id;item;said;age\n1;Q1. What helped you most in the first weeks?;The tea.;3\n"
      "1;What else?;;3\n2;Q1. What helped you most in the first weeks?;All.;4\n");
  asked.question_column = "item";
  asked.answer_column = "said";
  const SurveyReport report = import_answers(asked);
  CHECK(sources() == Names{"1 Q1|written||1|Q1. What helped you most in the first weeks?|The tea.",
                           "2 Q1|written||2|Q1. What helped you most in the first weeks?|All."});
  CHECK(report.questions.at(1).empty == 1);
  CHECK(attributes() == Names{"1.age=3", "2.age=4"});
}

TEST_CASE_METHOD(Surveys, "diaries: an answer for each occasion, attributes that change by it",
                 "[survey]") {
  SurveyRequest asked = request(
      "id,week,entry,mood,age\nA,1,One.,2,40\nA,2,Two.,5,40\nB,1,Three.,2,\nB,after,Four.,2,31\n");
  asked.occasion_column = "week";
  asked.text_columns = {"entry"};
  import_answers(asked);
  CHECK(sources() == Names{"A week 1 entry|diary|week 1|A|entry|One.",
                           "A week 2 entry|diary|week 2|A|entry|Two.",
                           "B week 1 entry|diary|week 1|B|entry|Three.",
                           "B after entry|diary|after|B|entry|Four."});
  CHECK(attributes() == Names{"A.mood (week 1)=2", "A.mood (week 2)=5", "A.age=40",
                              "B.mood (week 1)=2", "B.mood (after)=2", "B.age=31"});
}

TEST_CASE_METHOD(Surveys, "two rows of one participant need an occasion", "[survey]") {
  SurveyRequest asked = request("id,q,mood\nA,One.,1\nA,Two.,2\n");
  asked.text_columns = {"q"};
  CHECK_THROWS_WITH(import_answers(asked),
                    Contains("answers.csv:3: there is an answer named \"A q\" already on line 2") &&
                        Contains("--occasion-column"));
  CHECK(sources().empty());
}

TEST_CASE_METHOD(Surveys, "an attribute that differs is left out, or refused if asked for",
                 "[survey]") {
  SurveyRequest asked = request("id,q,a,mood\nA,x,One.,1\nA,y,Two.,2\n");
  asked.question_column = "q";
  asked.answer_column = "a";
  CHECK(import_answers(asked).left_out.at(0).second ==
        "it differs between the rows of one participant");
  asked.attribute_columns = {"mood"};
  CHECK_THROWS_WITH(import_answers(asked),
                    Contains("answers.csv:3: \"mood\" of A is \"2\" here and \"1\" on line 2"));
}

TEST_CASE_METHOD(Surveys, "the same table again changes nothing, a longer one adds", "[survey]") {
  SurveyRequest asked = request(wide);
  asked.text_columns = {"Q1", "Q2"};
  import_answers(asked);
  const std::string before = bytes();
  const SurveyReport again = import_answers(asked);
  CHECK(again.imported() == 0);
  CHECK(again.unchanged() == 4);
  CHECK(bytes() == before);
  asked = request(wide + "p01,35,,\nP04,20,New.,\n");
  asked.text_columns = {"Q1", "Q2"};
  asked.attribute_columns = {"none"};
  CHECK(import_answers(asked).imported() == 1);
  CHECK(test::participants_of(project()) == Names{"P01", "P02", "P03", "P04"});
}

TEST_CASE_METHOD(Surveys, "a changed answer is refused with its row, and nothing is kept",
                 "[survey]") {
  SurveyRequest asked = request("id,q\nA,One.\n");
  asked.text_columns = {"q"};
  import_answers(asked);
  SurveyRequest changed = request("id,q\nB,New.\nA,Another.\n");
  changed.text_columns = {"q"};
  CHECK_THROWS_WITH(import_answers(changed),
                    Contains("line 3: the study has another text as \"A q\""));
  CHECK(sources().size() == 1);
  CHECK(test::participants_of(project()) == Names{"A"});
}

TEST_CASE_METHOD(Surveys, "a changed attribute takes the old one's place and is told", "[survey]") {
  SurveyRequest asked = request("id,q,age\nA,One.,3\n");
  asked.text_columns = {"q"};
  import_answers(asked);
  asked = request("id,q,age\nA,One.,4\n");
  asked.text_columns = {"q"};
  CHECK(import_answers(asked).to_check == Names{"\"age\" of A was \"3\" and is \"4\" now"});
  CHECK(attributes() == Names{"A.age=4"});
}

TEST_CASE_METHOD(Surveys, "a dry run tells and changes nothing", "[survey]") {
  SurveyRequest asked = request(wide);
  asked.dry_run = true;
  const std::string before = bytes();
  const SurveyReport report = import_answers(asked);
  CHECK(report.dry_run);
  CHECK(report.imported() == 2);
  CHECK(bytes() == before);
}

TEST_CASE_METHOD(Surveys, "answers without letters are kept, and labels are not looked for",
                 "[survey]") {
  SurveyRequest asked = request("id,q\nA,👍\nB,\"I: me\nP: you\"\nC,...\n");
  asked.text_columns = {"q"};
  import_answers(asked);
  CHECK(sources() ==
        Names{"A q|written||A|q|👍", "B q|written||B|q|I: me\nP: you", "C q|written||C|q|..."});
}

TEST_CASE_METHOD(Surveys, "Qualtrics' three rows above the answers are understood", "[survey]") {
  SurveyRequest asked = request(
      "id,QID1\nWho are you?,\"What helped you most,\nand why?\"\n"
      "\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{\"\"ImportId\"\":\"\"b\"\"}\"\nA,The tea.\n");
  asked.text_columns = {"QID1"};
  import_answers(asked);
  CHECK(sources() == Names{"A QID1|written||A|What helped you most, and why?|The tea."});
}

TEST_CASE_METHOD(Surveys, "columns are named in lists, and their names may hold commas",
                 "[survey]") {
  SurveyRequest asked =
      request("id,\"What, if anything, helped?\",More,\"Less, or none\"\nA,x,y,z\n");
  asked.text_columns = {"what, if anything, helped?,Less"};
  CHECK(import_answers(asked).imported() == 2);
  CHECK(attributes() == Names{"A.More=y"});
}

TEST_CASE_METHOD(Surveys, "what is wrong with a table is told with its place", "[survey]") {
  const auto error_of = [&](const std::string& bytes, auto change) {
    SurveyRequest asked = request(bytes);
    change(asked);
    try {
      import_answers(asked);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  const auto none = [](SurveyRequest&) {};
  CHECK_THAT(error_of("", none), Contains("the file is empty"));
  CHECK_THAT(error_of("\n\n", none), Contains("the table is empty"));
  CHECK_THAT(error_of("name,q\nA,b\n", none), Contains("no column is named \"id\""));
  CHECK_THAT(error_of("id,q,q \nA,b,c\n", none),
             Contains("csv:1: columns 2 and 3 are both named \"q\""));
  CHECK_THAT(error_of("id,,q\nA,b,c\n", none), Contains("csv:1: column 2 has no name"));
  CHECK_THAT(error_of("id,q\nA,b,c\n", none), Contains("csv:2: the row has 3 cells"));
  CHECK_THAT(error_of("id,q\nA,\"b\n", none), Contains("line 2: the quote that opens here"));
  CHECK_THAT(error_of("id,q\nA,b\n", none), Contains("no column looks like answers"));
  CHECK_THAT(error_of("id,q\n,b\n", [](auto& r) { r.text_columns = {"q"}; }),
             Contains("csv:2: there is an answer, but no participant"));
  CHECK_THAT(error_of("id,q\nA,b\n", [](auto& r) { r.text_columns = {"id"}; }),
             Contains("\"id\" is given twice: by --participant-column and by --text-columns"));
  CHECK_THAT(error_of("id,q\nA,b\n", [](auto& r) { r.question_column = "q"; }),
             Contains("--answer-column go together"));
  CHECK_THAT(error_of("id,mood,q\nA,1,b\n", [](auto& r) { r.text_columns = {"q,moood"}; }),
             Contains("did you mean \"mood\""));
  CHECK_THAT(error_of("id,q\nA,b\n", [&](auto& r) { r.path = write("a.txt", "id,q\nA,b\n"); }),
             Contains("is no table"));
}

TEST_CASE_METHOD(Surveys, "a thousand columns are no trouble", "[survey]") {
  std::string header = "id";
  std::string row = "A";
  for (int i = 0; i < 1000; ++i) {
    header += ",c" + std::to_string(i);
    row += ",the answer in words to this was " + std::to_string(i);
  }
  CHECK(import_answers(request(header + "\n" + row + "\n")).imported() == 1000);
}
