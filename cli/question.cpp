#include "cli/question.hpp"

#include <iostream>

#include "cli/terminal.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

bool can_ask() { return is_terminal_input() && is_terminal_error(); }

bool ask(const std::string& question) {
  std::cerr << "themata: " << text::printable(question, text::LineBreaks::keep) << " [y/N] "
            << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace themata::cli
