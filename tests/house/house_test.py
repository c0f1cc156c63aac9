#!/usr/bin/env python3
"""Tests the checks of this folder: each finds a violation planted in a small tree, and is silent
about the same tree without it."""

import pathlib
import tempfile
import unittest

import columns
import layering
import leaks
import links
import sessions
import source_rules

TABLE = """# Architecture

## Who may include whom
| layer | may include | libraries |
|---|---|---|
| text | none | ICU |
| model | text | none |
| store | text, model | SQLiteCpp, fmt |
| cli | text, model, store | Boost.Program_options |

## Next
"""


class TreeTest(unittest.TestCase):
    """Gives each test a folder to plant files in."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def plant(self, path, text=""):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def assert_finds(self, violations, *expected):
        """One violation for each of `expected`, in order, containing it."""
        self.assertEqual(len(violations), len(expected), violations)
        for violation, words in zip(violations, expected):
            self.assertIn(words, violation)


class Layering(TreeTest):
    def setUp(self):
        super().setUp()
        self.plant("docs/architecture.md", TABLE)
        self.plant("lib/themata/error.hpp", "#pragma once\n#include <string>\n")
        self.plant(
            "lib/themata/store/study.cpp",
            '#include "themata/store/study.hpp"\n\n#include <SQLiteCpp/Database.h>\n'
            '#include <sys/stat.h>\n#include <vector>\n\n'
            '#include "themata/error.hpp"\n#include "themata/model/id.hpp"\n',
        )

    def test_a_sound_tree_passes(self):
        self.plant("lib/themata/store/detail/rows.hpp", "#include <SQLiteCpp/Statement.h>\n")
        self.plant("cli/main.cpp", "#include <boost/program_options.hpp>\n")
        self.assert_finds(layering.check(self.root))

    def test_an_upward_include_is_found_with_its_line(self):
        self.plant("lib/themata/text/words.cpp", '\n#include "themata/model/id.hpp"\n')
        self.assert_finds(
            layering.check(self.root),
            "lib/themata/text/words.cpp:2: text may not include themata/model/id.hpp",
        )

    def test_the_shared_header_may_not_include_a_layer(self):
        self.plant("lib/themata/error.hpp", '#include "themata/text/words.hpp"\n')
        self.assert_finds(layering.check(self.root), "themata may not include themata/text")

    def test_the_library_may_not_include_the_program(self):
        self.plant("lib/themata/model/id.hpp", '#include "cli/options.hpp"\n')
        self.assert_finds(layering.check(self.root), "model may not include cli/options.hpp")

    def test_a_library_outside_its_layer_is_found(self):
        self.plant("lib/themata/model/a.cpp", "#include <unicode/brkiter.h>\n")
        self.plant("lib/themata/text/b.cpp", "#include <SQLiteCpp/Database.h>\n")
        self.assert_finds(
            layering.check(self.root), "model may not include ICU", "text may not include SQLiteCpp"
        )

    def test_a_library_that_nobody_listed_is_found(self):
        self.plant("lib/themata/text/a.cpp", "#include <zlib.h>\n")
        self.assert_finds(layering.check(self.root), "zlib.h belongs to no library")

    def test_a_library_in_a_public_header_is_found(self):
        self.plant("lib/themata/text/words.hpp", "#include <unicode/brkiter.h>\n")
        self.plant("lib/themata/store/study.hpp", "#include <fmt/format.h>\n")
        self.assert_finds(
            layering.check(self.root),
            "public header may not include <fmt/format.h>",
            "public header may not include <unicode/brkiter.h>",
        )

    def test_an_include_by_a_relative_path_is_found(self):
        self.plant("lib/themata/text/words.cpp", '#include "words.hpp"\n')
        self.assert_finds(layering.check(self.root), '"words.hpp" is not named by its path')

    def test_a_folder_that_is_no_layer_is_found(self):
        self.plant("lib/themata/utils/misc.cpp", "")
        self.assert_finds(layering.check(self.root), "utils is no layer")

    def test_a_name_of_a_layer_that_may_not_be_included_is_found(self):
        self.plant(
            "lib/themata/model/a.cpp",
            "// store::Row is named in a comment\n"
            "text::Word word = words.store::at;\n"
            "model::Id id; themata::store::Row row;\n",
        )
        self.plant("cli/freq.cpp", "std::vector<analysis::Count> counts;\n")
        self.plant(
            "docs/architecture.md", TABLE.replace("| cli |", "| analysis | text | none |\n| cli |")
        )
        self.assert_finds(
            layering.check(self.root),
            "cli/freq.cpp:1: cli may not name a thing of analysis::",
            "lib/themata/model/a.cpp:3: model may not name a thing of store::",
        )

    def test_a_link_that_the_table_does_not_allow_is_found(self):
        self.plant(
            "lib/themata/model/CMakeLists.txt",
            "themata_layer(model\n  SOURCES\n    a.cpp\n  USES text store\n  PRIVATE fmt::fmt)\n",
        )
        self.assert_finds(layering.check(self.root), "model may not link store")

    def test_a_table_that_is_missing_or_circular_is_found(self):
        self.plant("docs/architecture.md", TABLE.replace("| text | none |", "| text | store |"))
        self.assertIn("include each other", "\n".join(layering.check(self.root)))
        self.plant("docs/architecture.md", "# Architecture\n")
        self.assert_finds(layering.check(self.root), "no table")


class SourceRules(TreeTest):
    def test_a_sound_tree_passes(self):
        self.plant("lib/themata/text/words.hpp", "#pragma once\n")
        self.plant("lib/themata/text/words.cpp", "using namespace std::literals;\n" * 500)
        self.plant("tests/unit/text/words_test.cpp", '#include "themata/text/words.hpp"\n')
        self.plant("tests/unit/text/CMakeLists.txt", "SOURCES\n  words_test.cpp)\n")
        self.plant("lib/themata/text/detail/icu.hpp", "#pragma once\n")
        self.plant("lib/themata/text/detail/icu.cpp")
        self.assert_finds(source_rules.check(self.root))

    def test_a_long_file_is_found(self):
        self.plant("cli/commands/freq.cpp", "\n" * 501)
        self.assert_finds(source_rules.check(self.root), "cli/commands/freq.cpp: 501 lines")

    def test_a_header_with_using_namespace_or_without_a_guard_is_found(self):
        self.plant("lib/themata/text/words.hpp", "  using namespace std;\n")
        self.assert_finds(source_rules.check(self.root), "no #pragma once", "using namespace")

    def test_a_header_without_tests_is_found(self):
        self.plant("lib/themata/text/words.hpp", "#pragma once\n")
        self.plant("lib/themata/text/words.cpp")
        self.plant("tests/unit/model/other_test.cpp", '#include "themata/text/words.hpp"\n')
        self.plant("tests/unit/model/CMakeLists.txt", "other_test.cpp)\n")
        self.assert_finds(source_rules.check(self.root), "no test in tests/unit/text includes it")

    def test_a_test_that_is_never_built_is_found(self):
        self.plant("tests/unit/text/words_test.cpp")
        self.plant("tests/unit/text/CMakeLists.txt", "  other_words_test.cpp)\n")
        self.assert_finds(source_rules.check(self.root), "words_test.cpp: not in tests/unit/text")


class Leaks(TreeTest):
    def test_ordinary_paths_pass(self):
        self.plant("a.sh", "cd ~/home/x; ls /usr/share/doc /tmp/x \"$HOME/mnt/y\" lib/root/z\n")
        self.plant("b.md", "https://www.debian.org/ version 1.10.2, 2.10.0.21\n")
        self.assert_finds(leaks.check(self.root))

    def test_machine_paths_and_hosts_are_found(self):
        self.plant("a.md", "one\nsee /home/ana/study\n")
        self.plant("b.cmake", 'set(X "/root/src")\n')
        self.plant("c.sh", "curl http://" + "deb.example.org/x\n")
        self.plant("d.sh", "ping 192.168.1.7\n")
        self.assert_finds(
            leaks.check(self.root), "a.md:2: a path", "b.cmake:1: a path", "c.sh:1: the host", "d.sh:1"
        )

    def test_build_folders_and_binary_files_are_no_part_of_the_tree(self):
        self.plant("build/dev/CMakeCache.txt", "/home/ana\n")
        self.plant("build-x/log.txt", "/home/ana/\n")
        self.plant("picture.png", "\0/home/ana/\n")
        self.assert_finds(leaks.check(self.root))


class Links(TreeTest):
    def setUp(self):
        super().setUp()
        self.plant("docs/cli.md", "# The command line: contract\n## Term lists (`*.terms`)\n")

    def test_links_that_resolve_pass(self):
        self.plant(
            "README.md",
            "[a](docs/cli.md) [b](docs/cli.md#term-lists-terms) [c](#own) [d](https://x.org/y)\n"
            "## Own\n`docs/cli.md` `tests/<layer>/x` `lib/*`\n```sh\n[not](a/link.md)\n```\n",
        )
        self.assert_finds(links.check(self.root))

    def test_dead_files_headings_and_paths_are_found(self):
        self.plant("README.md", "[a](docs/gone.md)\n[b](docs/cli.md#no-such)\n`lib/gone.hpp`\n")
        self.assert_finds(
            links.check(self.root), "docs/gone.md leads nowhere", "#no-such", "no lib/gone.hpp"
        )


class Sessions(TreeTest):
    def test_a_command_with_a_session_that_runs_it_passes(self):
        self.plant("tests/cli/source-list/plain.session", "$ themata -p a.themata source list\n")
        self.plant("tests/cli/general/usage.session", "$ themata\n")
        self.assert_finds(sessions.session_violations(self.root, ["source list"]))

    def test_a_command_without_a_session_is_found(self):
        self.plant("tests/cli/freq/plain.txt", "$ themata freq\n")
        self.assert_finds(sessions.session_violations(self.root, ["freq"]), "freq: no session in")

    def test_a_session_that_does_not_run_its_command_is_found(self):
        self.plant("tests/cli/source-list/plain.session", "$ themata source show list-of-a\n")
        self.assert_finds(
            sessions.session_violations(self.root, ["source list"]), "no session in tests/cli/source-list runs it"
        )

    def test_sessions_of_no_command_and_an_empty_registry_are_found(self):
        self.plant("tests/cli/gone/plain.session", "$ themata gone\n")
        self.assert_finds(
            sessions.session_violations(self.root, []), "lists no commands", "tests/cli/gone"
        )


class Columns(unittest.TestCase):
    PAGE = """
| `source list\\|show` | `list` columns `source,kind` |
| `freq [--top N]` | every word: columns `term,frequency`, by falling frequency |
| `freq --terms FILE` | the same columns |
| `apply --from FILE.csv` | columns `source,code` and either |
| `excerpts` | a row per coding: `id,source`; *theme* is |
"""

    def test_the_page_is_read(self):
        self.assertEqual(
            columns.documented_columns(self.PAGE),
            {
                "source list": ["source", "kind"],
                "freq": ["term", "frequency"],
                "freq --terms": ["term", "frequency"],
                "apply --from": ["source", "code"],
                "excerpts": ["id", "source"],
            },
        )

    def test_further_columns_may_follow_but_none_may_be_missing_or_moved(self):
        documented = {name: ["a", "b"] for name in columns.TABLES}
        self.assertEqual(columns.column_violations(documented, lambda _: ["a", "b", "c"]), [])
        printed = {name: ["a", "b"] for name in columns.TABLES} | {"freq": ["b", "a"], "log": ["a"]}
        violations = columns.column_violations(documented, printed.get)
        self.assertEqual([v.partition(":")[0] for v in violations], ["log", "freq"])

    def test_columns_that_nobody_checks_or_documents_are_found(self):
        documented = {name: ["a"] for name in columns.TABLES if name != "log"} | {"new": ["a"]}
        violations = columns.column_violations(documented, lambda _: ["a"])
        self.assertEqual(len(violations), 2)
        self.assertIn("`new` are not checked", violations[0])
        self.assertIn("no columns given for `log`", violations[1])


if __name__ == "__main__":
    unittest.main()
