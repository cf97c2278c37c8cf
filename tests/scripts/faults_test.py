"""The fault suite's own frame: what it counts, prints and writes, in a small copy of the repository."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

MODULE = '''
import dataclasses

from suite import Case, FaultTest, fault, table


@dataclasses.dataclass(frozen=True, kw_only=True)
class Sum(Case):
    left: int


class Sums(FaultTest):
    @fault("one test", 13)
    def test_one(self):
        self.measure(worst_gap_ms=7)

    @fault("cannot be tried here", 2, 13)
    def test_skipped(self):
        self.skipTest("no abacus")

    @table(Sum(name="right", rows=(2,), left=1), Sum(name="wrong", rows=(2,), left=3))
    def check(self, case):
        self.assertEqual(case.left + 1, 2)
'''
PAGE = "# Reliability\n<!-- faults:begin -->\n<!-- faults:end -->\nAfter.\n"


class Frame(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.faults = self.root / "tests/faults"
        (self.faults / "support").mkdir(parents=True)
        (self.root / "scripts").mkdir()
        shutil.copy(ROOT / "tests/faults/run", self.faults)
        shutil.copy(ROOT / "scripts/faults", self.root / "scripts")
        for name in ("suite.py", "rows.py"):
            shutil.copy(ROOT / "tests/faults/support" / name, self.faults / "support")
        self.programs = self.root / "build/release/bin"
        self.programs.mkdir(parents=True)
        for program in ("bluelamp", "bluelamp-fetch"):
            (self.programs / program).write_text("#!/bin/sh\n", encoding="ascii")
            (self.programs / program).chmod(0o755)
        self.page = self.root / "RELIABILITY.md"
        self.page.write_text(PAGE, encoding="utf-8")

    def module(self, text, name="sums"):
        (self.faults / f"{name}.py").write_text(text, encoding="utf-8")

    def call(self, *words):
        return subprocess.run([self.root / words[0], *words[1:]], capture_output=True, text=True,
                              check=False)

    def test_each_case_is_printed_counted_and_written(self):
        self.module(MODULE)
        done = self.call("tests/faults/run", "sums", "--results", self.root / "out")
        self.assertEqual(done.returncode, 1, done.stderr)
        lines = done.stdout.splitlines()
        self.assertEqual(lines[-1], "2 passed, 1 failed, 1 skipped")
        self.assertIn("passed  row 13    one test  worst_gap_ms=7", lines)
        self.assertIn("        no abacus", lines)
        report = json.loads((self.root / "out/sums.json").read_text(encoding="utf-8"))
        outcomes = {case["name"]: (case["rows"], case["outcome"]) for case in report["cases"]}
        self.assertEqual(outcomes, {"one test": ([13], "passed"), "right": ([2], "passed"),
                                    "cannot be tried here": ([2, 13], "skipped"),
                                    "wrong": ([2], "failed")})
        self.assertEqual(self.call("tests/faults/run", "sums", "--only", "right").returncode, 0)

    def test_skips_are_77_when_nothing_else_is_left(self):
        self.module(MODULE)
        done = self.call("tests/faults/run", "sums", "--only", "cannot")
        self.assertEqual(done.returncode, 77)
        self.assertEqual(done.stdout.splitlines()[-1], "0 passed, 0 failed, 1 skipped")
        (self.programs / "bluelamp").unlink()
        done = self.call("tests/faults/run", "sums")
        self.assertEqual(done.returncode, 77)
        self.assertIn("is not built", done.stdout)

    def test_a_case_without_rows_and_a_name_twice_are_refused(self):
        for text, words in ((MODULE.replace('    @fault("one test", 13)\n', ""), "which rows"),
                            (MODULE.replace("wrong", "right"), "a second case")):
            self.module(text)
            done = self.call("tests/faults/run", "sums")
            self.assertEqual(done.returncode, 1)
            self.assertIn(words, done.stderr)

    def test_what_breaks_outside_a_case_is_not_lost(self):
        self.module(MODULE.replace("    @fault(\"one test\"",
                                   "    @classmethod\n    def setUpClass(cls):\n"
                                   "        raise OSError('no server')\n\n    @fault(\"one test\""))
        done = self.call("tests/faults/run", "sums")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no server", done.stdout)

    def test_the_page_is_written_from_results_and_held_against_the_cases(self):
        self.module(MODULE)
        self.assertEqual(self.call("scripts/faults", "--check").returncode, 1)
        self.call("scripts/faults", "--write")
        page = self.page.read_text(encoding="utf-8")
        self.assertIn("| 13 | power cut, full, read-only and failing disk | 2 | 1 | 1 | 7 ms |", page)
        self.assertIn("4 cases: 2 passed, 1 failed, 1 skipped", page)
        self.assertTrue(page.endswith("<!-- faults:end -->\nAfter.\n"))
        self.assertEqual(self.call("scripts/faults", "--check").returncode, 0)
        self.module(MODULE.replace('fault("one test", 13)', 'fault("one test", 12)'))
        done = self.call("scripts/faults", "--check")
        self.assertEqual(done.returncode, 1)
        self.assertIn("row 12 has 0 cases, the suite 1", done.stdout)


if __name__ == "__main__":
    unittest.main()
