#!/usr/bin/env python3
"""The worked example, corpora/safeness: its two tables are those of the published study that it is
modelled on, from the program and counted a second time by other means; and it is what its README
says it is."""

import collections
import csv
import itertools
import re

from plain_counting import Count, count_words, longest_hits, printed_counts, turns_of
from study_case import TREE, StudyCase, run_tests_of_program

CORPUS = TREE / "corpora/safeness"
NAMES = "Bronwen Callum Geoff Hayley Kit Maureen Nasreen Tolu Winston".split()
RESEARCHERS = ("I", "Int", "Interviewer", "Researcher")
HEAD = rf"^(I|P|Int|Interviewer|Researcher|Participant|{'|'.join(NAMES)})(?:: |\t|  \d+:\d\d\n)"

# As published: Lucre, Clapton, Gilbert, Jones and Copello (2026), OBM Integrative and Complementary
# Medicine 11(2), doi:10.21926/obm.icm.2602016, Tables 5 and 6.
TABLES = {
    "safeness-table5": {
        "Belonging": Count(3, 5),
        "Sharing": Count(7, 34),
        "Bond": Count(6, 19),
        "Tribe": Count(3, 5),
        "Family": Count(5, 14),
        "Connection": Count(7, 23),
        "Caring for and from the group": Count(8, 17),
        "Acceptance": Count(7, 11),
        "Trust": Count(5, 16),
        "Honest": Count(8, 33),
        "Safe": Count(7, 35),
    },
    "safeness-table6": {
        "Breathe, Breather, Breath": Count(9, 89),
        "Settling": Count(4, 18),
    },
}
PUBLISHED = {label: count for table in TABLES.values() for label, count in table.items()}

# What the term lists count and take out, written down again as regular expressions over words that
# stand between spaces; the third is what a quick wildcard would count. A test holds the first
# against the lists, form by form.
FAMILIES = {
    "Belonging": (r"belong(ed|ing|s)?", None, r"belong\S*"),
    "Sharing": (r"share(d|s|r|rs)?|sharing", None, r"shar\S*"),
    "Bond": (r"bond(ed|ing|s)?", r"james bond", r"bond\S*"),
    "Tribe": (r"tribes?|tribal", None, r"trib\S*"),
    "Family": (r"family|families", r"family court", r"famil\S*"),
    "Connection": (r"(dis|re)?connect(ed|ing|ion|s)?|connections", r"internet connection", r"connect\S*"),
    "Caring for and from the group": (
        r"(care[ds]?|caring) (for|about)|look(ed|ing|s)? after",
        r"looked after child|(don't|didn't) care (for|about)",
        r"care\S*|caring|look\S* after",
    ),
    "Acceptance": (r"accept(ance|ed|ing|s)?", None, r"\S*accept\S*"),
    "Trust": (r"(dis|mis)?trust(ed|ing|s)?", r"(health|nhs) trust", r"trust\S*"),
    "Honest": (r"(dis)?honest(ly|y)?", r"to be honest with you", r"\S*honest\S*"),
    "Safe": (r"safe(r|st|ty|ness)?|(un)?safe(ly)?", r"fail safe", r"\S*safe\S*"),
    "Breathe, Breather, Breath": (r"breath\S*", None, r"breath\S*"),
    "Settling": (r"settl(e|ed|es|ing)", r"settled in", r"sett\S*"),
}

# The themes and subthemes of the published study.
THEMES = {
    "The Experience of Safeness": [
        "From Reticence to Connection",
        "Common Humanity between Participants Creating Safeness",
        "Honesty and Authenticity as a Mechanism of Change",
        "Learning from the Group and the Instillation of Hope",
        "Trusting Relationship with Facilitators",
    ],
    "The Flows of Compassion": [
        "Working with the Fears, Blocks and Resistance to Compassion",
        "Compassion for Others as a Vehicle for Self-Compassion",
    ],
    "The Impact of the Structured Elements of CFGP on the Participant's Engagement with the"
    " Program": [
        "Routine and Ritual",
        "Soothing Breathing Rhythm in Group to Embed Home Practice",
        "Psychoeducation as a Mechanism for Addressing Shame",
        "The Compassionate Kitbag",
        "Playing and Playfulness as a Medium of Change",
    ],
    "A Moment of Change": [
        "Therapeutic Work in Action Changed the Meaning of Early Trauma",
        "Group Members as Enablers of the Change Process",
        "Resolution of Conflict in the Group",
        "Emotional Distancing and Softening the Inner Critic",
    ],
    "The Challenge of Managing Transitions and Endings": [
        "'Moving Up to Big School'",
        "The Impact of Ending: From Grief to Connection",
    ],
}


def read_turns():
    for path in sorted((CORPUS / "transcripts").iterdir()):
        labels = {label: None for label in RESEARCHERS} | {"P": path.stem, "Participant": path.stem}
        turns = turns_of(path, HEAD, labels)
        # The interviewer begins: what stands above, `Participant: Maureen`, is the head.
        yield from itertools.dropwhile(lambda turn: turn.participant, turns)


TURNS = list(read_turns())
SAID = [turn for turn in TURNS if turn.participant]


def count(expression, taken_out, turns):
    hits = collections.Counter()
    for turn in turns:
        hits[turn.participant] += longest_hits(expression, turn.words, taken_out)
    speakers = [name for name, n in hits.items() if name and n]
    return Count(len(speakers), sum(hits.values()))


def fits(label, form):
    return re.fullmatch(FAMILIES[label][0], form) is not None


def derived(forms):
    """The forms, and others that differ from one of them in a beginning or an ending."""
    endings = ["", *"d ed er ers es est ing ings ion ions ity ly ness r rs s st ty y".split()]
    made = set(forms)
    for form in forms:
        word, *rest = form.split(" ")
        for beginning in ("", "dis", "mis", "re", "un"):
            for ending in endings:
                for cut in range(4):
                    made.add(" ".join([beginning + word[: len(word) - cut] + ending, *rest]))
    return made


def rows_of(path):
    with (TREE / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class SafenessCounts(StudyCase):
    making = (
        "init safeness.themata",
        "import corpora/safeness/transcripts",
        "participant import corpora/safeness/participants.csv",
        "codebook import codebooks/safeness.csv",
        "apply --from corpora/safeness/codings.csv",
    )

    def printed(self, options=""):
        counts = {}
        for table in TABLES:
            counts |= printed_counts(self.csv_of(f"freq --terms codebooks/{table}.terms {options}"))
        return counts

    def test_the_program_prints_the_published_tables(self):
        for table, published in TABLES.items():
            rows = printed_counts(self.csv_of(f"freq --terms codebooks/{table}.terms"))
            self.assertEqual(list(rows.items()), list(published.items()))

    def test_a_plain_count_gives_the_published_tables(self):
        counted = {label: count(form, out, SAID) for label, (form, out, _) in FAMILIES.items()}
        self.assertEqual(counted, PUBLISHED)

    def test_every_word_is_counted_as_by_a_plain_count(self):
        self.assertEqual(printed_counts(self.csv_of("freq")), count_words(SAID))
        self.assertEqual(printed_counts(self.csv_of("freq --speech all")), count_words(TURNS))
        for name in NAMES:
            with self.subTest(name):
                own = count_words(turn for turn in SAID if turn.participant == name)
                self.assertEqual(printed_counts(self.csv_of(f"freq --participant {name}")), own)

    def test_without_the_speech_scope_every_row_changes(self):
        printed = self.printed("--speech all")
        for label, (form, out, _) in FAMILIES.items():
            with self.subTest(label):
                self.assertEqual(printed[label], count(form, out, TURNS))
                self.assertNotEqual(printed[label], PUBLISHED[label])

    def test_quick_wildcards_are_wrong_but_for_breath(self):
        quick = {label: count(wide, None, SAID) for label, (_, _, wide) in FAMILIES.items()}
        right = {label for label in FAMILIES if quick[label] == PUBLISHED[label]}
        self.assertEqual(right, {"Breathe, Breather, Breath"})

    def test_words_in_brackets_are_nobodys(self):
        spoken = "".join(turn.text for turn in SAID)
        self.assertIn("(takes a deep breath)", spoken)
        self.assertIn("[SBR]", spoken)
        counted = printed_counts(self.csv_of("freq --speech all"))
        self.assertNotIn("sbr", counted)
        self.assertEqual(counted["facilitator"], count_words(TURNS)["facilitator"])

    def test_the_lists_are_the_expressions(self):
        """Whatever can be made of a listed form with common endings and beginnings is in the list
        if and only if the expression above fits."""
        listed = {}
        for table in TABLES:
            for line in (TREE / f"codebooks/{table}.terms").read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#"):
                    label, patterns = re.split(r": ", line, maxsplit=1)
                    listed[label] = {
                        pattern.strip('"') for pattern in re.findall(r'"[^"]*"|-"[^"]*"|[^\s,]+', patterns)
                        if not pattern.startswith("-")
                    }
        self.assertEqual(list(listed), list(FAMILIES))
        self.assertEqual(listed.pop("Breathe, Breather, Breath"), {"breath*"})
        for label, forms in listed.items():
            with self.subTest(label):
                self.assertEqual({form for form in derived(forms) if fits(label, form)}, forms)

    def test_each_participant_says_at_least_1500_words(self):
        words = collections.Counter()
        for turn in SAID:
            words[turn.participant] += len(turn.words)
        self.assertEqual(sorted(words), NAMES)
        self.assertGreaterEqual(min(words.values()), 1500, words)

    def test_no_two_participants_say_seven_words_in_a_row_alike(self):
        first_said_by = {}
        for turn in SAID:
            for at in range(len(turn.words) - 6):
                run = tuple(turn.words[at : at + 7])
                first = first_said_by.setdefault(run, turn.participant)
                self.assertEqual(first, turn.participant, run)

    def test_the_codebook_is_that_of_the_published_study(self):
        rows = rows_of("codebooks/safeness.csv")
        paths = [row["theme"] for row in rows if not row["code"]]
        published = []
        for theme, subthemes in THEMES.items():
            published += [theme, *(f"{theme} / {subtheme}" for subtheme in subthemes)]
        self.assertEqual(paths, published)
        self.assertTrue(all(row["description"] for row in rows))
        coded_under = {row["theme"] for row in rows if row["code"]}
        self.assertEqual(coded_under, {path for path in paths if " / " in path})

    def test_every_code_is_applied_to_what_participants_say(self):
        codings = rows_of("corpora/safeness/codings.csv")
        self.assertGreaterEqual(len(codings), 200)
        self.assertEqual(
            {row["code"] for row in codings},
            {row["code"] for row in rows_of("codebooks/safeness.csv") if row["code"]},
        )
        texts = collections.defaultdict(list)
        for turn in SAID:
            texts[turn.source].append(turn.text)
        for row in codings:
            found = [text for text in texts[row["source"]] if row["quote"] in text]
            self.assertEqual(len(found), 1, row["quote"])

    def test_every_participant_is_described(self):
        rows = rows_of("corpora/safeness/participants.csv")
        self.assertEqual(sorted(row["participant"] for row in rows), NAMES)
        self.assertTrue(all(all(row.values()) for row in rows))


if __name__ == "__main__":
    run_tests_of_program()
