#!/usr/bin/env python3
"""What a study goes through in a long life: programs killed at any moment, many that write at once,
a full disk, a clock that runs backwards. What was acknowledged is there, and nothing else."""

import csv
import io
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

from terminal import Terminal

TREE = pathlib.Path(__file__).resolve().parents[2]
KILLS = 300
WRITERS, COMMANDS, ROWS = 50, 5, 40  # 10,000 codings


class Faults(unittest.TestCase):
    program = None

    def setUp(self):
        self.terminal = Terminal(self.program, TREE, "sample-study")
        self.addCleanup(self.terminal.__exit__)
        self.done("sample-study")

    def start(self, *arguments, coder="Ana", **options):
        environment = self.terminal.environment | {"THEMATA_CODER": coder}
        for name in ("THEMATA_CLOCK", "THEMATA_GUID_SEED"):
            environment.pop(name)  # as in life
        return subprocess.Popen(
            ["themata", *arguments], env=environment, cwd=self.terminal.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, **options,
        )

    def done(self, command):
        output, status = self.terminal.run(command)
        self.assertEqual(status, 0, output)
        return output

    def table(self, command):
        return list(csv.DictReader(io.StringIO(self.done(f"themata {command} --format csv"))))

    def write_codings(self, name, seed, rows):
        """Rows for `apply --from`, each a stretch of its own: `seed` tells files apart."""
        with open(self.terminal.folder / name, "w", encoding="utf-8") as file:
            file.write("source,code,start,end\n")
            for i in range(rows):
                begin = seed * rows + i  # one of 1,800 places, and one of many lengths
                start, size = begin % 1800, 2 + begin // 1800
                file.write(f"marek,Habits shift,{start},{start + size}\n")


class Killed(Faults):
    """SIGKILL at random moments of a mixed workload."""

    def command(self, step, chance):
        """One of the things that a study sees on a day."""
        place = chance.randrange(1800)
        return chance.choice([
            ["apply", "What was hard", "--source", "marek", "--range", f"{place}:{place + 7}"],
            ["apply", "--from", "many.csv"],
            ["unapply", str(chance.randrange(1, 60))],
            ["memo", "add", f"thought {step}", "--source", "joanne"],
            ["code", "add", f"code {step}"],
            ["code", "merge", f"code {chance.randrange(step + 1)}", "What was hard"],
            ["code", "rename", f"code {chance.randrange(step + 1)}", f"name {step}"],
            ["theme", "add", f"theme {step}", "--parent", "2"],
            ["theme", "define", "1", f"definition {step}"],
            ["autocode", f"rule {step}", "breath*", "--create"],
            ["journal", "add", f"entry {step}"],
            ["undo"], ["undo", "3"], ["redo"],
            ["snapshot", f"state {step}"],
            ["import", "late.txt", "--name", f"late {step}"],
            ["excerpts"], ["phase", "facts"],
        ])

    def seconds(self, *command):
        begin = time.monotonic()
        self.start(*command).communicate()
        return time.monotonic() - begin

    def test_what_was_acknowledged_is_there_whenever_a_program_is_killed(self):
        seed = int(os.environ.get("THEMATA_FAULT_SEED", "20"))
        chance = random.Random(seed)
        self.write_codings("many.csv", 0, 2000)
        (self.terminal.folder / "late.txt").write_text("I: So?\nUna: I came late, and I stayed.\n")
        usual = self.seconds("code", "add", "one")
        log = self.table("log")
        killed = in_the_middle = step = 0
        while killed < KILLS:
            step += 1
            self.assertLess(step, 20 * KILLS, "programs end before they can be killed")
            command = self.command(step, chance)
            child = self.start(*command)
            time.sleep(chance.uniform(0, 1.5 * usual))
            child.kill()
            output = child.communicate()[0]
            was_killed = child.returncode == -signal.SIGKILL
            killed += was_killed
            journal = self.terminal.folder / "sample.themata-journal"
            in_the_middle += was_killed and journal.exists()
            before, log = log, self.table("log")
            with self.subTest(seed=seed, step=step, command=command, output=output):
                new = len(log) - len(before)
                # A row of an undone command changes with its undo, in its state alone.
                for old, now in zip(before, log):
                    self.assertEqual({**old, "state": ""}, {**now, "state": ""})
                self.assertIn(new, (0, 1))
                changes = command[0] not in ("excerpts", "phase")
                if child.returncode == 0 and changes and "Nothing" not in output:
                    # all rows were there, or the one coding was
                    said_no_change = (command[:2] == ["apply", "--from"]
                                      or "was there already" in output)
                    self.assertTrue(new == 1 or said_no_change, output)
                if child.returncode > 0:
                    self.assertEqual(new, 0, output)
            if killed % 25 == 0 and was_killed:
                self.assertIn("All is well", self.done("themata verify"))
        self.assertIn("All is well", self.done("themata verify --undo"))
        self.assertGreater(in_the_middle, 0, "none was killed while it wrote")
        print(f"{KILLS} of {step} programs killed, {in_the_middle} while they wrote")
        # killed before it wrote anything, a program leaves an empty journal to the next that writes
        self.done("themata memo add end")
        left = sorted(p.name for p in self.terminal.folder.iterdir() if "themata" in p.name)
        self.assertEqual(left, ["sample.themata"])


class Crowded(Faults):
    def test_fifty_that_write_at_once_lose_nothing_and_store_nothing_twice(self):
        for writer in range(WRITERS):
            for i in range(COMMANDS):
                self.write_codings(f"{writer}-{i}.csv", writer * COMMANDS + i, ROWS)
        before = len(self.table("excerpts"))
        environment = self.terminal.environment
        script = (f"for i in $(seq 0 {COMMANDS - 1}); do "
                  'themata --coder "$1" apply --from "$2-$i.csv" || exit 1; done')
        writers = [
            subprocess.Popen(
                ["sh", "-c", script, "sh", "Ana" if writer % 2 else "Ben", str(writer)],
                env=environment, cwd=self.terminal.folder, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )
            for writer in range(WRITERS)
        ]
        for writer in writers:
            output = writer.communicate()[0]
            self.assertEqual(writer.returncode, 0, output)
        codings = self.table("excerpts")
        self.assertEqual(len(codings), before + WRITERS * COMMANDS * ROWS)
        places = {(c["source"], c["start"], c["end"], c["code"], c["coder"]) for c in codings}
        self.assertEqual(len(places), len(codings))
        self.assertEqual(sum(row["command"] == "apply" for row in self.table("log")),
                         1 + WRITERS * COMMANDS)
        self.assertIn("All is well", self.done("themata verify --undo"))


class Hindered(Faults):
    def test_a_migration_that_is_killed_has_happened_or_has_not(self):
        old = self.terminal.folder / "old"
        old.mkdir()
        study = old / "old.themata"
        script = (TREE / "tests/data/schema/v3.sql").read_text(encoding="utf-8")
        with sqlite3.connect(study) as connection:
            connection.executescript(script)
        connection.close()
        bytes_before = study.read_bytes()
        chance, as_before, usual = random.Random(20), 0, 0.03
        for _ in range(40):
            for file in old.iterdir():
                file.unlink()
            study.write_bytes(bytes_before)
            child = self.start("code", "add", "new", "-p", "old/old.themata", coder="Ada")
            time.sleep(chance.uniform(0, 1.5 * usual))
            child.kill()
            child.communicate()
            with sqlite3.connect(study) as connection:  # takes a half-done migration back
                (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.close()
            if version == 3:
                as_before += 1
                self.assertEqual(study.read_bytes(), bytes_before)
            else:
                self.assertTrue((old / "old.themata.schema-3.backup").exists())
            self.done("themata --coder Ada code add later -p old/old.themata")
            self.assertIn("All is well", self.done("themata verify -p old/old.themata"))
        self.assertGreater(as_before, 0)

    def test_a_file_that_may_not_grow_stays_as_it_was(self):
        self.write_codings("many.csv", 0, 2000)
        study = self.terminal.folder / "sample.themata"
        size, bytes_before = study.stat().st_size, study.read_bytes()

        def no_more():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        for command in (["apply", "--from", "many.csv"],
                        ["import", "corpora/safeness/transcripts"]):
            child = self.start(*command, preexec_fn=no_more)
            output = child.communicate()[0]
            self.assertEqual(child.returncode, 1, output)
            self.assertTrue(output.startswith("themata: "), output)
            self.assertEqual(study.read_bytes(), bytes_before)
        self.assertIn("All is well", self.done("themata verify"))

    def test_a_study_that_may_not_be_written_says_so(self):
        study = self.terminal.folder / "sample.themata"
        bytes_before = study.read_bytes()
        self.done("chmod a-w sample.themata .")
        try:
            for command in ("code add X", "undo --yes", "annotate joanne --import empty.txt",
                            "phase set 2", "checklist state 1 x", "snapshot now"):
                if os.getuid() == 0:
                    continue  # the superuser may write everywhere
                output, status = self.terminal.run(f"themata {command}")
                self.assertEqual(status, 1, output)
                self.assertIn("themata: ", output)
            self.done("themata read joanne --codings && themata phase && themata check")
        finally:
            self.done("chmod u+w sample.themata .")
        self.assertEqual(study.read_bytes(), bytes_before)

    def test_a_clock_that_runs_backwards_does_not_turn_the_history_round(self):
        for day, name in (("2026-05-03", "first"), ("2026-05-01", "second"), ("2025-01-01", "third")):
            self.done(f"THEMATA_CLOCK={day}T00:00:00Z themata code add {name}")
        self.assertEqual([row["summary"] for row in self.table("log")][-3:],
                         ["first", "second", "third"])
        self.assertIn("code add: third", self.done("themata undo"))
        self.assertIn("code add: second", self.done("themata undo"))
        self.assertIn("code add: second", self.done("themata redo"))
        self.assertIn("All is well", self.done("themata verify --undo"))


if __name__ == "__main__":
    Faults.program = sys.argv.pop(1)
    unittest.main()
