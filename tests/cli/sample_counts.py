#!/usr/bin/env python3
"""Counts the words and terms of corpora/first a second time, by other means, and compares with what
`freq` prints: for everybody, each participant, each source, each speech scope, and for the term
list. What is below knows the sample (its labels, its few brackets, its alphabet) and nothing of the
program."""

import collections
import csv
import re
import unicodedata

from plain_counting import Count, count_words, longest_hits, printed_counts, turns_of
from study_case import TREE, StudyCase, run_tests_of_program

SAMPLE = TREE / "corpora/first"
LABELS = {"I": None, "Interviewer": None, "Facilitator": None, "P": "Joanne"}
HEAD = r"^(I|P|Interviewer|Facilitator|Joanne|Marek|Priya|Tom): "

TURNS = [
    turn
    for path in sorted((SAMPLE / "transcripts").iterdir())
    for turn in turns_of(path, HEAD, LABELS)
]
PARTICIPANTS = sorted({turn.participant for turn in TURNS if turn.participant})


def by_participants():
    return [turn for turn in TURNS if turn.participant]


# The families of codebooks/first.terms, written down again as regular expressions over words that
# stand between spaces. The order is the file's; a code's name stands for its excerpts.
FAMILIES = {
    "Safe": r"safe(?!guard)\S*|unsafe",
    "Breath, Breathe, Breathing": r"breath|breathe|breathes|breathed|breathing",
    "Swimming": r"swim\S*|swam|swum",
    "Togetherness": r"together|in together|stood next to|st\S*nd\S* next to me",
    "Anything to do with looking": r"\S*look\S*",
    "Belonging": r"belong\S*|tribe",
    "Café": r"café",
    "Honesty": r"honest\S*|say it|said it",
    "Bravery": r"brave",
    "Tired and asleep": r"tired|sleep\S*|slept",
    "Never said by anyone": r"ocean\S*",
}
CODES_OF_FAMILY = {"Belonging": "A place kept for me"}


def simplified(text):
    """For finding quotations: one kind of quote, of dash, of ellipsis, of space."""
    for kinds, one in (("“”", '"'), ("’‘", "'"), ("—–", "-")):
        text = re.sub(f"[{kinds}]", one, text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("…", "..."))


def excerpts_of(code):
    """The distinct excerpts of a code, as (source, quote, who says it)."""
    with (SAMPLE / "codings.csv").open(encoding="utf-8", newline="") as file:
        quotes = {(row["source"], row["quote"]) for row in csv.DictReader(file) if row["code"] == code}
    for source, quote in sorted(quotes):
        speakers = {
            turn.participant for turn in TURNS
            if turn.source == source and simplified(quote) in simplified(turn.text)
        }
        yield source, quote, speakers


def count_families():
    counted = {}
    for label, expression in FAMILIES.items():
        hits = collections.Counter()
        for turn in by_participants():
            hits[turn.participant] += longest_hits(expression, turn.words)
        frequency = sum(hits.values())
        speakers = {speaker for speaker, n in hits.items() if n}
        for _, _, sayers in excerpts_of(CODES_OF_FAMILY.get(label)):
            frequency += 1
            speakers |= sayers
        counted[label] = Count(len(speakers), frequency)
    return counted


class SampleCounts(StudyCase):
    making = (
        "init sample.themata",
        "import corpora/first/transcripts --manifest corpora/first/manifest.csv",
        "codebook import codebooks/first.csv",
        "apply --from corpora/first/codings.csv",
    )

    def freq(self, options=""):
        """term -> counts, in the order printed."""
        return printed_counts(self.csv_of(f"freq {options}"))

    def test_every_word_of_all_participants(self):
        printed = self.freq()
        self.assertEqual(printed, count_words(by_participants()))
        order = sorted(printed, key=lambda term: (-printed[term].frequency, term))
        self.assertEqual(list(printed), order)

    def test_every_word_of_each_participant(self):
        for name in PARTICIPANTS:
            with self.subTest(name):
                own = count_words(turn for turn in TURNS if turn.participant == name)
                self.assertEqual(self.freq(f"--participant {name}"), own)

    def test_every_word_of_each_source(self):
        for source in sorted({turn.source for turn in TURNS}):
            with self.subTest(source):
                own = count_words(turn for turn in by_participants() if turn.source == source)
                self.assertEqual(self.freq(f"--source {source}"), own)

    def test_every_word_of_each_speech_scope(self):
        asked = [turn for turn in TURNS if not turn.participant]
        self.assertEqual(self.freq("--speech researchers"), count_words(asked))
        self.assertEqual(self.freq("--speech all"), count_words(TURNS))

    def test_the_term_table(self):
        printed = self.freq("--terms codebooks/first.terms")
        self.assertEqual(printed, count_families())
        self.assertEqual(list(printed), list(FAMILIES))

    def test_the_sample_holds_what_makes_counting_hard(self):
        researchers = count_words(turn for turn in TURNS if not turn.participant)
        self.assertIn("safe", researchers)
        everyone = count_words(by_participants())
        self.assertIn("safeguarding", everyone)
        self.assertEqual(everyone["café"].participants, 2)


if __name__ == "__main__":
    run_tests_of_program()
