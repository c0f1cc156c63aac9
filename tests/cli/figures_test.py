#!/usr/bin/env python3
"""The pictures of `freq`, looked at with nothing of what draws them: SVG as XML, PDF and PNG by
their bytes. Nothing here depends on which fonts are installed."""

import csv
import io
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

from terminal import Terminal

TREE = pathlib.Path(__file__).resolve().parents[2]
MAKE_STUDY = """themata init study.themata && themata import corpora/safeness/transcripts"""
TABLE = "themata freq --terms codebooks/safeness-table5.terms"

SVG = "{http://www.w3.org/2000/svg}"
BAR_GREY, DOT_GREY = "rgb(40%,40%,40%)", "rgb(25%,25%,25%)"
HEAT_SCALE = 9  # boxes: of the counts below, the greatest is 9
POINT = r"-?\d+(?:\.\d+)?"


def boxes(svg, grey):
    """(width, height) of each box of that grey, in the order of drawing."""
    found = []
    for path in ElementTree.fromstring(svg).iter(f"{SVG}path"):
        if f"fill:{grey}" not in path.get("style", ""):
            continue
        points = re.findall(rf"({POINT}) ({POINT})", path.get("d"))
        xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
        found.append((max(xs) - min(xs), max(ys) - min(ys)))
    return found


def shades(svg):
    """The grey of each box, in per cent, in the order of drawing."""
    found = []
    for path in ElementTree.fromstring(svg).iter(f"{SVG}path"):
        grey = re.search(r"fill:rgb\(([\d.]+)%,\1%,\1%\)", path.get("style", ""))
        if grey and path.get("d").count("L") == 3 and "C" not in path.get("d"):
            found.append(float(grey[1]))
    return found


def radii(svg, grey):
    """The radius of each disc of that grey: discs are drawn from their rightmost point, in equal
    arcs."""
    found = []
    for path in ElementTree.fromstring(svg).iter(f"{SVG}path"):
        if f"fill:{grey}" not in path.get("style", ""):
            continue
        ends = re.findall(rf"C (?:{POINT} ){{4}}({POINT}) {POINT}", path.get("d"))
        xs = [float(x) for x in ends]
        found.append(max(xs) - sum(xs) / len(xs))
    return found


def png_size(png):
    if png[:8] != b"\x89PNG\r\n\x1a\n" or png[12:16] != b"IHDR":
        raise AssertionError("no PNG")
    return struct.unpack(">II", png[16:24])


class Figures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.terminal = Terminal(cls.program, TREE, "corpora codebooks")
        cls.terminal.__enter__()
        cls.addClassCleanup(cls.terminal.__exit__)
        cls.run_in_study(MAKE_STUDY)

    @classmethod
    def run_in_study(cls, command):
        output, status = cls.terminal.run(command)
        if status:
            raise AssertionError(f"{command}: exit {status}\n{output}")
        return output

    def drawn(self, command, name):
        self.run_in_study(f"{command} -o {name}")
        return (self.terminal.folder / name).read_bytes()

    def rows(self, options=""):
        table = self.run_in_study(f"{TABLE} {options} --format csv")
        return list(csv.DictReader(io.StringIO(table)))

    def test_there_is_a_bar_for_each_row_as_long_as_its_frequency(self):
        bars = boxes(self.drawn(TABLE, "table.svg"), BAR_GREY)
        frequencies = [int(row["frequency"]) for row in self.rows()]
        self.assertEqual(len(bars), len(frequencies))
        scale = bars[0][0] / frequencies[0]
        for (width, height), frequency in zip(bars, frequencies):
            self.assertAlmostEqual(width, frequency * scale, delta=0.05)
            self.assertAlmostEqual(height, bars[0][1], delta=0.05)

    def test_there_is_a_dot_for_each_participant_who_used_a_term(self):
        dots = radii(self.drawn(f"{TABLE} --chart participants", "dots.svg"), DOT_GREY)
        users = sum(int(row["participants"]) for row in self.rows())
        self.assertEqual(len(dots), users + 3)  # three in the legend

    def test_areas_of_dots_stand_for_one_participants_counts(self):
        svg = self.drawn(f"{TABLE} --chart participants --participant Kit", "kit.svg")
        counts = [int(row["frequency"]) for row in self.rows("--participant Kit")]
        counts = [count for count in counts if count]
        self.assertGreater(len(set(counts)), 2)
        sizes = radii(svg, DOT_GREY)
        for radius, count in zip(sizes, counts):
            self.assertAlmostEqual((radius / sizes[0]) ** 2 * counts[0] / count, 1, delta=0.02)

    def test_cells_are_shaded_by_one_participants_counts(self):
        cells = shades(self.drawn(f"{TABLE} --chart heat", "heat.svg"))
        users = sum(int(row["participants"]) for row in self.rows())
        self.assertEqual(len(cells), users + HEAT_SCALE)
        cells = shades(self.drawn(f"{TABLE} --chart heat --participant Kit", "kit.svg"))
        counts = [int(row["frequency"]) for row in self.rows("--participant Kit")]
        counts = [count for count in counts if count]
        self.assertGreater(len(set(counts)), 2)
        darkest, lightest = cells[counts.index(max(counts))], 93
        for grey, count in zip(cells, counts):
            share = count / max(counts)
            self.assertAlmostEqual(grey, lightest + share * (darkest - lightest), delta=0.01)

    def test_svg_has_no_text_that_would_need_a_font(self):
        root = ElementTree.fromstring(self.drawn(TABLE, "table.svg"))
        self.assertFalse(list(root.iter(f"{SVG}text")))
        self.assertTrue(list(root.iter(f"{SVG}symbol")))

    def test_pdf_has_its_fonts_embedded_and_no_date(self):
        pdf = self.drawn(TABLE, "table.pdf")
        descriptors = pdf.count(b"/Type /FontDescriptor")
        self.assertGreater(descriptors, 0)
        self.assertEqual(pdf.count(b"/FontFile"), descriptors)
        self.assertNotIn(b"Date", pdf)
        if shutil.which("pdffonts"):
            listing = self.run_in_study("pdffonts table.pdf").splitlines()[2:]
            self.assertTrue(listing)
            for font in listing:
                self.assertEqual(font.split()[-5], "yes", font)  # emb sub uni object ID

    def test_png_is_as_wide_as_asked_for(self):
        for width_mm in (85, 120, 170):
            png = self.drawn(f"{TABLE} --width {width_mm}", f"table{width_mm}.png")
            self.assertAlmostEqual(png_size(png)[0], width_mm / 25.4 * 300, delta=1)

    def test_the_same_study_gives_the_same_bytes(self):
        for chart in ("bars", "participants", "rates", "heat"):
            for extension in ("svg", "png", "pdf"):
                command = f"{TABLE} --chart {chart}"
                first = self.drawn(command, f"a.{extension}")
                self.assertEqual(first, self.drawn(command, f"b.{extension}"), (chart, extension))

    def test_format_goes_before_extension_and_standard_output_is_the_same(self):
        svg = self.drawn(TABLE, "table.svg").decode()
        self.assertEqual(self.run_in_study(f"{TABLE} --format svg"), svg)
        self.assertEqual(self.drawn(f"{TABLE} --format svg", "odd.csv").decode(), svg)


class Module(unittest.TestCase):
    """The program without the part that draws, or with something else in its place."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="themata-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        (self.folder / "bin").mkdir()
        self.copy = self.folder / "bin" / "themata"
        shutil.copy2(self.program, self.copy)
        (self.folder / "P1.txt").write_text("I: How was it?\n\nP: Calm, calm.\n", encoding="utf-8")
        self.themata("init", "one.themata")
        self.themata("import", "P1.txt")

    def themata(self, *words):
        return subprocess.run(
            [self.copy, *words], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )

    def test_without_it_tables_work_and_pictures_are_an_error(self):
        self.assertEqual(self.themata("freq", "--format", "csv").stdout, "term,participants,frequency\ncalm,1,2\n")
        drawn = self.themata("freq", "-o", "calm.svg")
        self.assertEqual(drawn.returncode, 1)
        self.assertRegex(
            drawn.stderr,
            r"^themata: /.*/themata-drawing\.so: the part of the program that draws pictures is missing; "
            r"install Themata again\n$",
        )
        self.assertEqual(sorted(p.name for p in self.folder.glob("calm*")), [])

    def test_what_is_no_module_is_an_error(self):
        missing = self.themata("freq", "-o", "calm.svg").stderr
        place = pathlib.Path(re.search(r"themata: (/.*?\.so): ", missing)[1])
        self.assertTrue(place.is_relative_to(self.folder), place)
        place.parent.mkdir(parents=True)
        place.write_text("no library")
        drawn = self.themata("freq", "-o", "calm.svg")
        self.assertEqual(drawn.returncode, 1)
        self.assertIn("cannot be loaded", drawn.stderr)
        self.assertFalse((self.folder / "calm.svg").exists())


if __name__ == "__main__":
    Figures.program = Module.program = pathlib.Path(sys.argv[1]).resolve()
    unittest.main(argv=sys.argv[:1], verbosity=2)
