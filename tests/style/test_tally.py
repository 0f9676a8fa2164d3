#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What scripts/tally.py counts. Usage: test_tally.py PATH_OF_TALLY"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TALLY = sys.argv.pop(1)


def case(name, status, output=""):
    return f'<testcase name="{name}" status="{status}"><system-out>{output}</system-out></testcase>'


class Tally(unittest.TestCase):
    def run_on(self, n_other_failures, *cases):
        """Exit status and last line for one ctest run with these cases."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "junit.xml")
            path.write_text("<testsuite>" + "".join(cases) + "</testsuite>", encoding="utf-8")
            command = [sys.executable, "-B", TALLY, str(n_other_failures), str(path)]
            result = subprocess.run(command, check=False, capture_output=True, text=True)
        return result.returncode, result.stdout.splitlines()[-1]

    def test_programs_are_counted_by_outcome(self):
        cases = [case("a", "run", "ok 1 /a\n"), case("b", "fail"), case("c", "notrun")]
        self.assertEqual(self.run_on(0, *cases), (1, "1 passed, 1 failed, 1 skipped"))

    def test_a_program_whose_every_case_was_skipped_is_skipped(self):
        cases = [case("a", "run"), case("b", "run", "1..2\nok 1 /x # SKIP no\nok 2 /y # SKIP no\n")]
        self.assertEqual(self.run_on(0, *cases), (0, "1 passed, 0 failed, 1 skipped"))

    def test_a_program_that_skipped_one_case_passed(self):
        cases = [case("a", "run", "ok 1 /x # SKIP no\nok 2 /y\n")]
        self.assertEqual(self.run_on(0, *cases), (0, "1 passed, 0 failed, 0 skipped"))

    def test_failed_steps_add_up_and_make_it_fail(self):
        self.assertEqual(self.run_on(2, case("a", "run")), (1, "1 passed, 2 failed, 0 skipped"))

    def test_nothing_passed_is_no_success(self):
        self.assertEqual(self.run_on(0), (1, "0 passed, 0 failed, 0 skipped"))


if __name__ == "__main__":
    unittest.main()
