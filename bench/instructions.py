# SPDX-License-Identifier: GPL-3.0-or-later
"""Instructions that pricing takes on fixed masters, against the figures on record.

Counts depend on the compiler and the processor's features, not on the load of the machine: unlike
times they can be compared from one day to the next. instructions.csv names the compiler they were
taken with; with another one, renew them before a change and compare after it.
"""
import csv
import re
import shutil
from pathlib import Path

import measure

RECORD = Path(__file__).resolve().parent / "instructions.csv"
TOLERANCE = 0.05
COLUMNS = ["cas", "instructions", "compilateur"]


def compiler():
    return measure.run(["cc", "--version"], 20).text.split("\n", 1)[0]


def count(program, case):
    """Instructions of the pricing rounds alone: what preparing takes is taken off."""
    totals = []
    for n_rounds in (1, 11):
        measured = measure.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                                program, case, n_rounds], 600)
        found = re.search(r"Collected : (\d+)", measured.error)
        if measured.code != 0 or not found:
            raise RuntimeError(f"{case} : {measured.error[-300:]}")
        totals.append(int(found.group(1)))
    return (totals[1] - totals[0]) // 10


def compare(build_folder, renew):
    """Prints the counts beside the record, or renews it. Returns an exit status."""
    if not shutil.which("valgrind"):
        print("valgrind n'est pas installé : rien n'a été compté.")
        return 0
    program = build_folder / "bench" / "bench_pricing"
    cases = measure.run([program], 20).text.split()
    counts = {case: count(program, case) for case in cases}
    if renew:
        with open(RECORD, "w", encoding="utf-8", newline="") as text:
            table = csv.writer(text, delimiter=";", lineterminator="\n")
            table.writerow(COLUMNS)
            table.writerows([case, counts[case], compiler()] for case in cases)
        print(f"Noté dans {RECORD.name} : {counts}")
        return 0
    with open(RECORD, encoding="utf-8", newline="") as text:
        record = {row["cas"]: row for row in csv.DictReader(text, delimiter=";")}
    status = 0
    for case, n_instructions in counts.items():
        known = record.get(case)
        if known is None:
            print(f"{case} : {n_instructions} instructions par tour, rien de noté")
            status = 1
            continue
        change = n_instructions / int(known["instructions"]) - 1
        verdict = "bon" if abs(change) <= TOLERANCE else "à expliquer, ou à noter de nouveau"
        status |= abs(change) > TOLERANCE
        print(f"{case} : {n_instructions} instructions par tour, {change:+.1%}, {verdict}")
        if known["compilateur"] != compiler():
            print(f"  noté avec un autre compilateur : {known['compilateur']}")
    return int(status)
