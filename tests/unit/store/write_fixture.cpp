/// Makes the study that tests/data/schema/write_fixture.sh dumps: `write_fixture FILE`.
#include <cstdlib>
#include <exception>
#include <iostream>

#include "filled_study.hpp"

int main(int argc, char** argv) {
  using namespace themata;
  if (argc != 2) {
    std::cerr << "usage: write_fixture FILE\n";
    return 2;
  }
  try {
    store::Database database =
        store::Database::create(argv[1], store::test::fixture_study, store::test::some_time);
    store::test::fill(database);
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::cerr << "write_fixture: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
