"""Counts words and terms by plain means, for the tests that compare them with what `freq` prints.

What is here knows the samples (their brackets, their alphabet) and nothing of the program.
"""

import collections
import csv
import io
import re
import unicodedata

Turn = collections.namedtuple("Turn", "source participant text words")  # None: a researcher's
Count = collections.namedtuple("Count", "participants frequency")

LONGEST_PHRASE = 5  # words


def fold(text):
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'")


def words_of(text):
    """The words of the samples: letters and digits, joined by an apostrophe between letters."""
    said = re.sub(r"\[[^]]*\]|\([^)]*\)", " ", unicodedata.normalize("NFC", text))
    return [fold(word) for word in re.findall(r"\w+(?:['’]\w+)*", said)]


def without_markup(text):
    """A Markdown transcript of the samples as plain text."""
    text = re.sub(r"\\([\[\]])", r"\1", text.replace("&#39;", "'"))
    return re.sub(r"\*+", "", text)


def turns_of(path, head, participants):
    """The turns of a transcript: `head` is what a turn begins with, its first group the label;
    `participants` says who stands behind a label, None for a researcher, if not who it says."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = without_markup(text)
    pieces = re.split(head, text, flags=re.MULTILINE)[1:]
    for label, said in zip(pieces[::2], pieces[1::2]):
        yield Turn(path.stem, participants.get(label, label), said, words_of(said))


def count_words(turns):
    """term -> counts"""
    frequency, speakers = collections.Counter(), collections.defaultdict(set)
    for turn in turns:
        frequency.update(turn.words)
        if turn.participant:
            for word in turn.words:
                speakers[word].add(turn.participant)
    return {word: Count(len(speakers[word]), n) for word, n in frequency.items()}


def places(expression, words):
    """Every (first, end) at which the words, with one space between, fit the expression."""
    fits = re.compile(expression).fullmatch
    for first in range(len(words)):
        for end in range(first + 1, min(first + LONGEST_PHRASE, len(words)) + 1):
            if fits(" ".join(words[first:end])):
                yield first, end


def longest_hits(expression, words, taken_out=None):
    """From the left, the longest first, without overlaps, and touching nothing that is taken out;
    as many as there are."""
    unwanted = places(taken_out, words) if taken_out else ()
    out = {at for first, end in unwanted for at in range(first, end)}
    hits, free_from = 0, 0
    for first, end in sorted(places(expression, words), key=lambda place: (place[0], -place[1])):
        if first >= free_from and not any(at in out for at in range(first, end)):
            hits, free_from = hits + 1, end
    return hits


def printed_counts(csv_text):
    """term -> counts, in the order printed."""
    rows = csv.DictReader(io.StringIO(csv_text))
    return {row["term"]: Count(int(row["participants"]), int(row["frequency"])) for row in rows}
