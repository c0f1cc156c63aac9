#!/usr/bin/env python3
"""report_test.py --program THEMATA --source ROOT: drives the page that `report` writes in a browser
without a window, as a reader would: filters, jumps, keys, print. No error may stand in its console,
and nothing may be asked of a network."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import webdriver

OPTIONS = argparse.ArgumentParser()
OPTIONS.add_argument("--program", required=True)
OPTIONS.add_argument("--source", required=True)

HOSTILE = ("</script><script>document.title='owned'</script><img src=x onerror=\"document.title="
           "'owned'\"> ]]> \\input{x} =cmd() \"quotes\" 'single' &amp; done")


class Study:
    """A study in a folder of its own, and its pages."""

    def __init__(self, program, root):
        self.program = program
        self.root = pathlib.Path(root)
        self.folder = tempfile.TemporaryDirectory(prefix="themata-browser-")
        self.path = pathlib.Path(self.folder.name)

    def themata(self, *command):
        environment = dict(os.environ, THEMATA_PROJECT=str(self.path / "s.themata"),
                           THEMATA_CODER="Ana")
        return subprocess.run([self.program, *command], check=True, env=environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout

    def make_sample(self):
        corpus = self.root / "corpora" / "first"
        self.themata("init", str(self.path / "s.themata"), "--title", "A year of swimming")
        self.themata("import", str(corpus / "transcripts"), "--manifest", str(corpus / "manifest.csv"))
        self.themata("codebook", "import", str(self.root / "codebooks" / "first.csv"))
        self.themata("apply", "--from", str(corpus / "codings.csv"))
        self.themata("terms", "import", str(self.root / "codebooks" / "first.terms"))
        self.themata("excerpts", "--choose", "20")

    def make_hostile(self):
        (self.path / "Evil.txt").write_text(f"Int: {HOSTILE}\nBen: so {HOSTILE} it is\n")
        self.themata("init", str(self.path / "s.themata"), "--title", HOSTILE)
        self.themata("import", str(self.path / "Evil.txt"))
        self.themata("theme", "add", HOSTILE + " theme", "--definition", HOSTILE)
        self.themata("code", "add", HOSTILE, "--description", HOSTILE, "--theme", HOSTILE + " theme")
        self.themata("apply", HOSTILE, "--source", "Evil", "--turns", "2-2")
        self.themata("excerpts", "--choose", "1")

    def page(self, share):
        path = self.path / f"{share}.html"
        self.themata("report", "--share", share, "-o", str(path))
        return path.as_uri()

    def table(self, *command):
        return json.loads(self.themata(*command, "--format", "json"))


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.study = Study(cls.program, cls.source)
        cls.study.make_sample()

    @classmethod
    def tearDownClass(cls):
        cls.study.folder.cleanup()

    def check_quiet(self, browser, address):
        """Nothing in the console, and no request but for the page itself."""
        self.assertEqual([], browser.log("browser"))
        asked = []
        for entry in browser.log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"].split("#")[0])
        # the browser shows a page of its own before
        own = {url for url in asked if url.startswith(("chrome:", "data:"))}
        self.assertEqual({address}, set(asked) - own)

    def go(self, browser, place):
        browser.run("location.hash = arguments[0]", place)
        view = place.lstrip("#").split("?")[0]
        browser.wait_for(f"return !document.getElementById('{view}').hidden", view)

    def shown_count(self, browser):
        text = browser.wait_for(
            "return document.getElementById('excerpts-count')?.textContent", "a count")
        return int(text.split(" ")[0].replace(",", ""))

    def test_every_count_leads_to_as_many_excerpts(self):
        themes = self.study.table("theme", "list")
        address = self.study.page("excerpts")
        with webdriver.Browser() as browser:
            browser.open(address)
            self.go(browser, "#themes")
            links = browser.run("return [...document.querySelectorAll('#themes .tree summary a')]"
                                ".map((one) => [one.textContent, one.getAttribute('href')])")
            self.assertEqual([str(one["excerpts"]) for one in themes], [count for count, _ in links])
            for count, link in links:
                self.go(browser, link)
                self.assertEqual(int(count), self.shown_count(browser))
            self.go(browser, "#matrices")
            cells = browser.run("""return [...document.querySelectorAll('#matrices table')].flatMap(
                (table) => [...table.querySelectorAll('td a')].slice(0, 6)
                    .map((one) => [one.textContent, one.getAttribute('href')]))""")
            self.assertEqual(2, browser.run(
                "return document.querySelectorAll('#matrices table').length"))
            self.assertTrue(cells)
            for count, link in cells:
                self.go(browser, link)
                self.assertEqual(int(count), self.shown_count(browser))
            self.check_quiet(browser, address)

    def test_hits_of_a_term_are_as_many_as_are_counted(self):
        terms = self.study.table("freq", "--terms", "first")
        address = self.study.page("excerpts")
        with webdriver.Browser() as browser:
            browser.open(address)
            for row, term in enumerate(terms):
                self.go(browser, f"#hits?table=0&row={row}")
                heading = browser.wait_for(
                    "return document.querySelector('#hits h3')?.textContent", "a term")
                self.assertEqual(term["term"], heading)
                hits = browser.run("return document.querySelectorAll('#hits article').length")
                self.assertEqual(min(term["frequency"], 50), hits)
            self.check_quiet(browser, address)

    def test_filters_narrow_and_keep_the_focus(self):
        excerpts = self.study.table("excerpts", "--participant", "Joanne")
        places = {(one["source"], one["start"], one["end"]) for one in excerpts}
        address = self.study.page("excerpts")
        with webdriver.Browser() as browser:
            browser.open(address)
            self.go(browser, "#excerpts")
            browser.run("""const list = document.querySelector('#excerpts [name=participant]');
                           list.focus();
                           list.value = [...list.options].find((one) => one.text === 'Joanne').value;
                           list.dispatchEvent(new Event('change', { bubbles: true }));""")
            browser.wait_for("return location.hash.includes('participant')", "the filter")
            self.assertEqual(len(places), self.shown_count(browser))
            self.assertEqual("participant", browser.run("return document.activeElement.name"))
            self.check_quiet(browser, address)

    def test_an_excerpt_leads_to_its_place_in_the_transcript(self):
        address = self.study.page("all")
        with webdriver.Browser() as browser:
            browser.open(address)
            self.go(browser, "#excerpts?source=1")
            words = browser.run("return document.querySelector('#excerpts blockquote').textContent")
            browser.click("#excerpts article header a")
            browser.wait_for("return document.querySelector('mark.here')", "the place")
            self.assertTrue(words.startswith(
                browser.run("return document.querySelector('mark.here').textContent")))
            self.assertTrue(browser.run("""
                const box = document.querySelector('mark.here').getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight"""))
            whole = browser.run(
                "return [...document.querySelectorAll('#transcripts .said')]"
                ".map((one) => one.textContent).join('')")
            source = self.study.themata("source", "export", "joanne")
            self.assertIn(words, whole)
            self.assertGreater(len(whole), len(source) * 0.8)
            self.check_quiet(browser, address)

    def test_a_quotation_leads_to_its_place(self):
        address = self.study.page("all")
        with webdriver.Browser() as browser:
            browser.open(address)
            self.go(browser, "#quotations")
            words = browser.run("return document.querySelector('#quotations blockquote').textContent")
            browser.click("#quotations article header a")
            place = browser.wait_for("return document.querySelector('mark.here')?.textContent",
                                     "the place")
            self.assertTrue(words.startswith(place))
            self.check_quiet(browser, address)

    def test_keys_lead_through_views_and_lists(self):
        address = self.study.page("excerpts")
        with webdriver.Browser() as browser:
            browser.open(address)
            browser.press("7")
            browser.wait_for("return !document.getElementById('excerpts').hidden", "the excerpts")
            browser.press("jjk")
            self.assertEqual(0, browser.run("""return [...document.querySelectorAll(
                '#excerpts article')].indexOf(document.activeElement)"""))
            browser.press("2")
            browser.wait_for("return !document.getElementById('themes').hidden", "the themes")
            browser.press("/")
            browser.wait_for("return document.activeElement.matches('#excerpts select')",
                             "the filter")
            self.check_quiet(browser, address)

    def test_all_that_is_static_is_printed_and_tables_fit_a_phone(self):
        address = self.study.page("none")
        with webdriver.Browser(width=500) as browser:
            browser.emulate("Emulation.setDeviceMetricsOverride",
                            {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True})
            browser.open(address)
            for view in ("overview", "themes", "terms", "matrices", "codebook", "excerpts"):
                self.go(browser, "#" + view)
                self.assertLessEqual(browser.run("return document.documentElement.scrollWidth"), 390)
            browser.emulate("Emulation.setEmulatedMedia", {"media": "print"})
            for view in ("overview", "themes", "terms", "matrices", "codebook"):
                self.assertNotEqual("none", browser.run(
                    "return getComputedStyle(document.getElementById(arguments[0])).display", view))
            self.check_quiet(browser, address)

    def test_dark_follows_the_system_and_the_button(self):
        address = self.study.page("none")
        color = "return getComputedStyle(document.body).backgroundColor"
        with webdriver.Browser() as browser:
            browser.open(address)
            light = browser.run(color)
            browser.click("#theme-switch")
            dark = browser.run(color)
            self.assertNotEqual(light, dark)
            browser.click("#theme-switch")
            self.assertEqual(light, browser.run(color))
            browser.emulate("Emulation.setEmulatedMedia",
                            {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
            browser.open(address)
            self.assertEqual("", browser.run("return document.documentElement.dataset.theme || ''"))

    def test_an_empty_study_and_a_wrong_address_are_no_errors(self):
        study = Study(self.program, self.source)
        study.themata("init", str(study.path / "s.themata"))
        address = study.page("all")
        with webdriver.Browser() as browser:
            browser.open(address)
            for place in ("#excerpts", "#transcripts", "#hits?table=7&row=7", "#themes", "#matrices",
                          "#transcripts?source=99&at=x", "#excerpts?theme=9&code=%"):
                self.go(browser, place)
            browser.run("location.hash = '#nowhere?%'")
            browser.wait_for("return !document.getElementById('overview').hidden", "the overview")
            self.check_quiet(browser, address)
        study.folder.cleanup()

    def test_hostile_words_are_words(self):
        study = Study(self.program, self.source)
        study.make_hostile()
        address = study.page("all")
        with webdriver.Browser() as browser:
            browser.open(address)
            for place in ("#overview", "#themes", "#quotations", "#codebook", "#excerpts",
                          "#transcripts?source=0"):
                self.go(browser, place)
                self.assertEqual(HOSTILE, browser.run("return document.title"))
            self.assertEqual(0, browser.run("return document.querySelectorAll('img').length"))
            self.assertIn(HOSTILE, browser.run(
                "return document.querySelector('#transcripts mark').textContent"))
            self.check_quiet(browser, address)
        study.folder.cleanup()


if __name__ == "__main__":
    options, rest = OPTIONS.parse_known_args()
    ReportTest.program = options.program
    ReportTest.source = options.source
    if not webdriver.is_there():
        sys.exit("chromium and chromedriver are missing")
    unittest.main(argv=[sys.argv[0], *rest])
