// Folds a word and counts words, with nothing but the installed library.
#include <iostream>

#include "themata/text/fold.hpp"
#include "themata/text/words.hpp"

int main() {
  themata::text::WordSegmenter segmenter;
  std::cout << themata::text::fold("CAFÉ") << ' '
            << themata::text::count_words("Safe \u2014 it\u2019s safe.", segmenter) << '\n';
}
