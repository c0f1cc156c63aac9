#!/usr/bin/env python3
"""Counts the words of corpora/first by group, in runs and near each other a second time, by other
means, and works out the measures of `dispersion`, `keyness`, `collocates` and `diversity` from these
counts; compares all of it with what the program prints."""

import collections
import csv
import io
import math
import re

from plain_counting import words_of
from sample_counts import by_participants
from study_case import StudyCase, run_tests_of_program

ASIDE = r"\[[^]]*\]|\([^)]*\)"
WINDOW = 5


def grouped(key):
    """What each group says: its words, turn by turn."""
    groups = collections.defaultdict(list)
    for turn in by_participants():
        groups[key(turn)].append(turn.words)
    return groups


def counted(groups):
    """group -> word -> frequency"""
    return {
        name: collections.Counter(word for words in turns for word in words)
        for name, turns in groups.items()
    }


def decimals(number, places):
    return f"{number:.{places}f}"


class StatisticsCounts(StudyCase):
    making = (
        "init sample.themata",
        "import corpora/first/transcripts --manifest corpora/first/manifest.csv",
        "participant import corpora/first/participants.csv",
    )

    def rows(self, command):
        """The rows of a table, by term or group; notices aside."""
        output = self.csv_of(command)
        table = "\n".join(l for l in output.split("\n") if not l.startswith("themata: "))
        return {next(iter(row.values())): row for row in csv.DictReader(io.StringIO(table))}

    def test_words_by_group(self):
        for option, key in (("source", lambda t: t.source), ("participant", lambda t: t.participant)):
            counts = counted(grouped(key))
            sizes = {name: sum(words.values()) for name, words in counts.items()}
            rows = self.rows(f"freq --by {option} --per 1000")
            self.assertGreater(len(rows), 100)
            for term, row in rows.items():
                for name, words in counts.items():
                    self.assertEqual(int(row[name]), words[term], (term, name))
                    rate = decimals(words[term] * 1000 / sizes[name], 2)
                    self.assertEqual(row[f"{name} per_1000"], rate)
            self.assertEqual(set(rows), set().union(*counts.values()))

    def test_runs_of_words(self):
        for length in (2, 3, 5):
            runs = collections.Counter()
            for turn in by_participants():
                for piece in re.split(ASIDE, turn.text):
                    words = words_of(piece)
                    for at in range(len(words) - length + 1):
                        runs[" ".join(words[at : at + length])] += 1
            rows = self.rows(f"freq --ngram {length}")
            self.assertEqual({term: int(row["frequency"]) for term, row in rows.items()}, runs)

    def test_dispersion(self):
        counts = counted(grouped(lambda turn: turn.participant))
        sizes = {name: sum(words.values()) for name, words in counts.items()}
        size, n = sum(sizes.values()), len(sizes)
        rows = self.rows("dispersion")
        self.assertGreater(len(rows), 100)
        for term, row in rows.items():
            v = {name: words[term] for name, words in counts.items()}
            f = sum(v.values())
            p = [v[name] / sizes[name] for name in sizes]
            mean = sum(p) / n
            deviation = math.sqrt(sum((x - mean) ** 2 for x in p) / n)
            dp = sum(abs(v[name] / f - sizes[name] / size) for name in sizes) / 2
            self.assertEqual(int(row["range"]), sum(1 for x in v.values() if x))
            self.assertEqual(int(row["parts"]), n)
            for column, value in (
                ("juilland_d", 1 - deviation / mean / math.sqrt(n - 1)),
                ("dp", dp),
                ("dp_norm", dp / (1 - min(sizes.values()) / size)),
            ):
                self.assertAlmostEqual(float(row[column]), value, delta=0.00051, msg=(term, column))

    def test_keyness(self):
        women = {"Joanne", "Priya"}
        counts = counted(grouped(lambda turn: turn.participant in women))
        ours, others = counts[True], counts[False]
        c, d = sum(ours.values()), sum(others.values())
        rows = self.rows("keyness --where gender=woman")
        self.assertEqual(set(rows), set(ours) | set(others))
        for term, row in rows.items():
            a, b = ours[term], others[term]
            self.assertEqual((int(row["frequency"]), int(row["other_frequency"])), (a, b))
            share = (a + b) / (c + d)
            g2 = 2 * sum(o * math.log(o / (n * share)) for o, n in ((a, c), (b, d)) if o)
            self.assertAlmostEqual(float(row["g2"]), g2, delta=0.0051)
            ratio = math.log2(((a or 0.5) / c) / ((b or 0.5) / d))
            self.assertAlmostEqual(float(row["log_ratio"]), ratio, delta=0.00051)
            if b == 0:
                self.assertEqual(row["diff_percent"], "undefined")
            else:
                difference = 100 * (a / c / (b / d) - 1)
                self.assertAlmostEqual(float(row["diff_percent"]), difference, delta=0.051)
        self.assertEqual(self.rows("keyness --where gender=woman --against gender=man"), rows)

    def test_collocates(self):
        near, everywhere, nodes = collections.Counter(), collections.Counter(), 0
        for turn in by_participants():
            everywhere.update(turn.words)
            for at, word in enumerate(turn.words):
                if not word.startswith("breath"):
                    continue
                nodes += 1
                near.update(turn.words[max(0, at - WINDOW) : at])
                near.update(turn.words[at + 1 : at + 1 + WINDOW])
        size = sum(everywhere.values())
        rows = self.rows("collocates 'breath*'")
        self.assertEqual({term: int(row["frequency"]) for term, row in rows.items()}, near)
        for term, row in rows.items():
            expected = nodes * everywhere[term] * 2 * WINDOW / size
            for column, value in (
                ("in_all", everywhere[term]),
                ("expected", expected),
                ("mi", math.log2(near[term] / expected)),
                ("t_score", (near[term] - expected) / math.sqrt(near[term])),
                ("log_dice", 14 + math.log2(2 * near[term] / (nodes + everywhere[term]))),
            ):
                self.assertAlmostEqual(float(row[column]), value, delta=0.00051, msg=(term, column))

    def test_diversity(self):
        groups = grouped(lambda turn: turn.participant)
        rows = self.rows("diversity")
        self.assertEqual(set(rows), set(groups))
        for name, turns in groups.items():
            words = [word for turn in turns for word in turn]
            windows = [set(words[at : at + 50]) for at in range(len(words) - 49)]
            mattr = sum(len(types) / 50 for types in windows) / len(windows)
            row = rows[name]
            self.assertEqual((int(row["tokens"]), int(row["types"])), (len(words), len(set(words))))
            self.assertAlmostEqual(float(row["ttr"]), len(set(words)) / len(words), delta=0.00051)
            self.assertAlmostEqual(float(row["mattr"]), mattr, delta=0.00051)


if __name__ == "__main__":
    run_tests_of_program()
