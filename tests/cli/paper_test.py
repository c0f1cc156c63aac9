#!/usr/bin/env python3
"""paper_test.py THEMATA: what goes into a paper, looked at with nothing of what wrote it. A transcript
that holds markup of every kind must come out harmless and whole in every format; LaTeX must compile;
Word, Excel and HTML files must be what their formats ask for, and the same twice."""

import csv
import html.parser
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
TREE = pathlib.Path(__file__).resolve().parents[2]

HOSTILE = ("<script>alert(1)</script> ]]> \\input{/etc/passwd} \\end{document} =cmd() +1 @x \"double\" "
           "'single' `tick` 100% $x$ #1 a_b ^ ~ { } & < > -- ''")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class TextOfPage(html.parser.HTMLParser):
    """The text of a page, and which elements it has."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.text = set(), []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)

    def handle_data(self, data):
        self.text.append(data)


class PaperTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="themata-paper-")
        cls.path = pathlib.Path(cls.folder.name)
        (cls.path / "Evil.txt").write_text(f"Int: {HOSTILE}\nBen: so {HOSTILE} it is\n")
        cls.themata("init", "s.themata", "--title", HOSTILE)
        cls.themata("import", "Evil.txt")
        cls.themata("theme", "add", HOSTILE + " theme", "--definition", HOSTILE)
        cls.themata("code", "add", HOSTILE, "--description", HOSTILE, "--theme", HOSTILE + " theme")
        cls.themata("apply", HOSTILE, "--source", "Evil", "--turns", "2-2")
        cls.themata("excerpts", "--choose", "1")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def themata(cls, *command):
        environment = dict(os.environ, THEMATA_CODER="Ana", THEMATA_PROJECT="s.themata")
        done = subprocess.run([PROGRAM, *command], cwd=cls.path, env=environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise AssertionError(f"{command}: {done.stderr}")
        return done.stdout

    def written(self, name, *command):
        """A file that a command writes, which is the same when it is written again."""
        self.themata(*command, "-o", name)
        first = (self.path / name).read_bytes()
        self.themata(*command, "-o", name)
        self.assertEqual(first, (self.path / name).read_bytes())
        return first

    TABLES = {
        "excerpts": ("excerpts", "--title", HOSTILE, "--note", HOSTILE),
        "quotations": ("quotations",),
        "text": ("quotations", "--layout", "text"),
        "document": ("excerpts", "--layout", "document"),
        "codes": ("code", "list"),
        "matrix": ("matrix", "--rows", "themes", "--columns", "codes", "--totals"),
    }

    def test_word_files_hold_the_words_and_no_markup_of_theirs(self):
        for name, command in {**self.TABLES, "read": ("read", "Evil", "--codings")}.items():
            with self.subTest(name):
                file = zipfile.ZipFile(io.BytesIO(self.written(name + ".docx", *command)))
                self.assertIsNone(file.testzip())
                for part in file.namelist():
                    ElementTree.fromstring(file.read(part))
                document = ElementTree.fromstring(file.read("word/document.xml"))
                text = "".join(run.text or "" for run in document.iter(WORD + "t"))
                self.assertIn(HOSTILE, text)
        comments = ElementTree.fromstring(file.read("word/comments.xml"))
        self.assertEqual(["Ana"], [one.get(WORD + "author") for one in comments])

    def test_excel_files_hold_strings_and_no_formula(self):
        rows = list(csv.reader(io.StringIO(self.themata("excerpts", "--format", "csv"))))
        file = zipfile.ZipFile(io.BytesIO(self.written("e.xlsx", *self.TABLES["excerpts"])))
        strings = ["".join(text.text or "" for text in one.iter(SHEET + "t"))
                   for one in ElementTree.fromstring(file.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(file.read("xl/worksheets/sheet1.xml"))
        self.assertEqual([], list(sheet.iter(SHEET + "f")))
        read = []
        for row in sheet.iter(SHEET + "row"):
            values = []
            for cell in row:
                value = cell.findtext(SHEET + "v") or ""
                values.append(strings[int(value)] if cell.get("t") == "s" else value)
            read.append(values)
        self.assertEqual(rows, read)
        self.assertIn(HOSTILE, strings)

    def test_pages_hold_the_words_and_no_element_of_theirs(self):
        for name, command in self.TABLES.items():
            with self.subTest(name):
                page = TextOfPage(self.written(name + ".html", *command).decode())
                self.assertNotIn("script", page.elements)
                self.assertIn(HOSTILE, "".join(page.text))

    def test_csv_and_json_are_verbatim(self):
        rows = list(csv.DictReader(io.StringIO(self.themata("excerpts", "--format", "csv"))))
        self.assertEqual(f"so {HOSTILE} it is", rows[0]["text"])

    @unittest.skipUnless(shutil.which("pdflatex"), "pdflatex is missing")
    def test_latex_compiles_alone_and_within_a_paper(self):
        for name, command in {**self.TABLES, "tree": ("tree", "--counts", "--excerpts")}.items():
            with self.subTest(name):
                tex = self.written(name + ".tex", *command).decode()
                self.assertNotIn("\\input{", tex)
                self.compile(name)
                self.assertIn("alert(1)", self.words_of(name))
        (self.path / "paper.tex").write_text(
            "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{lmodern,booktabs,longtable,array}"
            "\\begin{document}Before.\\input{quotations}\\input{matrix}After.\\end{document}\n")
        self.compile("paper")
        self.assertIn("After.", self.words_of("paper"))

    @unittest.skipUnless(shutil.which("pdflatex"), "pdflatex is missing")
    def test_long_tables_go_on_over_the_pages(self):
        corpus = TREE / "corpora" / "safeness"
        study = ["-p", "large.themata"]
        self.themata("init", "large.themata")
        self.themata("import", str(corpus / "transcripts"), *study)
        self.themata("freq", "--top", "200", "-o", "words.tex", *study)
        self.compile("words")
        self.assertIn("Words, the participants", self.words_of("words"))

    def compile(self, name):
        done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", name + ".tex"],
                              cwd=self.path, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
        self.assertEqual(0, done.returncode, done.stdout.decode(errors="replace")[-1500:])

    def words_of(self, name):
        return subprocess.run(["pdftotext", "-layout", name + ".pdf", "-"], cwd=self.path, check=True,
                              text=True, stdout=subprocess.PIPE).stdout

    def test_a_coded_transcript_comes_back_from_word(self):
        corpus = TREE / "corpora" / "safeness"
        study = ["-p", "round.themata"]
        self.themata("init", "round.themata")
        self.themata("import", str(corpus / "transcripts"), *study)
        self.themata("codebook", "import", str(TREE / "codebooks" / "safeness.csv"), *study)
        self.themata("apply", "--from", str(corpus / "codings.csv"), *study)
        for code in ("Safe; or is it?", "Note: they say that they are all right.", "a < b & c"):
            self.themata("code", "add", code, *study)
            self.themata("apply", code, "--source", "Callum", "--turns", "2-4", *study,
                         "--coder", "Dev & Co")
        before = self.codings(study)
        self.assertEqual(307, len(before))
        sources = sorted({one[0] for one in before})
        for source in sources:
            self.themata("read", source, "--codings", "-o", source + ".docx", *study)
        ids = [row["id"] for row in self.excerpts(study)]
        self.themata("unapply", *ids, *study)
        for source in sources:
            self.themata("comments", "import", source + ".docx", "--onto", source, "--yes", *study)
        self.assertEqual(before, self.codings(study))

    def excerpts(self, study):
        return list(csv.DictReader(io.StringIO(self.themata("excerpts", "--format", "csv", *study))))

    def codings(self, study):
        return sorted((one["source"], one["start"], one["end"], one["code"], one["coder"])
                      for one in self.excerpts(study))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
