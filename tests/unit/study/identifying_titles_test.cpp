#include "themata/study/detail/identifying_titles.hpp"

#include <catch2/catch.hpp>

using themata::study::detail::is_identifying_title;

TEST_CASE("titles for names, telephones, addresses and dates of birth are told", "[survey]") {
  for (const char* title :
       {"Name",     "FULL NAME", "first_name", "LastName",      "RecipientFirstName",
        "surname",  "Phone no.", "Mobile",     "Tel.",          "Home address",
        "Street",   "Postcode",  "ZIP",        "IPAddress",     "ip",
        "E-mail",   "eMail",     "DOB",        "Date of birth", "birth date",
        "Birthday", "Q3: Name",  "Q4_phone"}) {
    CAPTURE(title);
    CHECK(is_identifying_title(title, false));
    CHECK(is_identifying_title(title, true));
  }
}

TEST_CASE("other titles are not, though they have such letters in them", "[survey]") {
  for (const char* title : {"Age", "Gender", "Hotel", "Renamed", "Zipper", "Trip", "Year of birth",
                            "Country of birth", "mood", "Q1", "", "4", "Date", "Telling"}) {
    CAPTURE(title);
    CHECK_FALSE(is_identifying_title(title, true));
  }
}

TEST_CASE("a question may have such a word and be about something else", "[survey]") {
  const char* const question = "How well did we address what you need?";
  CHECK_FALSE(is_identifying_title(question, false));
  CHECK(is_identifying_title(question, true));
}
