#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test programs over ctest runs and prints "N passed, N failed, N skipped".

Usage: tally.py N_OTHER_FAILURES JUNIT_FILE...
A program whose every case was skipped counts as skipped: g_test_run() answers 0 for it, so its
output is read. A run without file counts nothing; whoever knows why it is missing counts that.
Exit status 1 when anything failed or nothing passed.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CASE = re.compile(r"^(not )?ok \d+ (.*)$", re.M)


def outcome(test):
    """passed, failed or skipped, for one test program"""
    status = test.get("status")
    if status == "fail":
        return "failed"
    if status != "run":
        return "skipped"
    cases = CASE.findall(test.findtext("system-out") or "")
    all_skipped = cases and all("# SKIP" in description for _, description in cases)
    return "skipped" if all_skipped else "passed"


def main(arguments):
    counts = {"passed": 0, "failed": int(arguments[0]), "skipped": 0}
    for path in filter(Path.is_file, map(Path, arguments[1:])):
        for test in ElementTree.parse(path).getroot().iter("testcase"):
            counts[outcome(test)] += 1
            if outcome(test) != "passed":
                print(f"{outcome(test)}: {test.get('name')} ({path.parent.name})")
    print(", ".join(f"{number} {name}" for name, number in counts.items()))
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
