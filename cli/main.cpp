#include "cli/program.hpp"

int main(int count, char** words) { return themata::cli::run_program({words + 1, words + count}); }
