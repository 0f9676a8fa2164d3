#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench/run: its rows, its table and its figures, on campaigns that take a moment."""
import csv
import shutil
import subprocess
import sys
import unittest
import xml.dom.minidom
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import PROGRAM, SOURCE  # noqa: E402

BENCH = SOURCE / "bench"
sys.path.insert(0, str(BENCH))
sys.dont_write_bytecode = True
import charts  # noqa: E402
import measure  # noqa: E402
import peers  # noqa: E402
import publishing  # noqa: E402
import report  # noqa: E402
import rows  # noqa: E402

TINY_LP = "Minimize\n obj: 3 x + 5 y\nSubject To\n c: x + 2 y >= 7\nBounds\n x <= 3\nGeneral\n x y\nEnd\n"
TINY_OPTIMUM = 18


class Run(program.ProgramTest):
    def bench(self, *words):
        command = [sys.executable, "-B", BENCH / "run", "--programme", PROGRAM, "--dossier",
                   self.folder, "--donnees", self.folder / "rien", *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def results(self):
        path = self.folder / "resultats" / "resultats.csv"
        with open(path, encoding="utf-8", newline="") as text:
            return list(csv.DictReader(text, delimiter=";"))

    def test_help_names_every_row(self):
        result = self.bench("--help")
        self.assertEqual(result.returncode, 0, result.stderr)
        named = set(result.stdout.replace(",", " ").split())
        self.assertLessEqual(set(rows.ROWS), named)

    def test_an_unknown_row_is_a_mistake_of_use(self):
        self.assertEqual(self.bench("--seulement", "grenoble-v9").returncode, 2)

    def test_a_row_without_its_case_is_left_out_and_says_so(self):
        result = self.bench("--rapide", "--seulement", "grenoble-v8")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        (row,) = self.results()
        self.assertEqual((row["ligne"], row["verdict"]), ("grenoble-v8", "omis"))
        self.assertIn("absent", row["note"])

    def test_a_comparison_gives_a_row_for_each_and_a_figure(self):
        present = [name for name, program_ in (("CBC", "cbc"), ("GLPK", "glpsol"))
                   if shutil.which(program_)]
        if not present:
            self.skipTest("neither glpsol (glpk-utils) nor cbc (coinor-cbc) is installed")
        self.bench("--rapide", "--seulement", "pairs-bench-1", "--limite", 3, "--limite-pairs", 1,
                   "--solveurs", *present)
        found = self.results()
        self.assertEqual([row["solveur"] for row in found], ["Cohorte", *present])
        own = found[0]
        self.assertGreater(int(own["memoire_mo"]), 1)
        self.assertGreater(float(own["secondes"]), 0)
        value, bound = int(own["plan_centimes"]), int(own["borne_centimes"] or 0)
        if own["ecart"]:
            self.assertAlmostEqual(float(own["ecart"]), (value - bound) / value, places=4)
        for row in found[1:]:
            self.assertTrue(row["verdict"])
        self.assertTrue((self.folder / "resultats" / "pairs-bench-1-cohorte.csv").exists())
        for figure in (self.folder / "resultats").glob("*.svg"):
            xml.dom.minidom.parse(str(figure))

    def test_documents_are_measured_with_what_they_are(self):
        self.bench("--rapide", "--seulement", "documents-bench-1")
        (row,) = self.results()
        self.assertEqual((row["ligne"], row["verdict"]), ("documents-bench-1", ""))
        self.assertRegex(row["note"], r"^\d{3,} fichiers, \d+ Mo$")
        self.assertGreater(int(row["memoire_mo"]), 1)
        self.assertGreater(float(row["secondes"]), 0)


class Parts(unittest.TestCase):
    def test_rows_are_chosen_by_name_or_family(self):
        self.assertEqual(rows.chosen(["pairs"], False),
                         [row for row in rows.ROWS if row.startswith("pairs-")])
        self.assertEqual(rows.chosen(["fils", "bench-2"], False), ["bench-2", "fils"])
        self.assertEqual(rows.chosen([], False), list(rows.ROWS))
        self.assertLess(set(rows.chosen([], True)), set(rows.ROWS))

    def test_a_power_law_is_found_again(self):
        exponent, factor = charts.fitted_exponent([(n, 3 * n ** 1.25) for n in (233, 932, 6300)])
        self.assertAlmostEqual(exponent, 1.25)
        self.assertAlmostEqual(factor, 3)

    def test_documents_miss_their_goal_by_time_or_by_memory(self):
        measured = measure.Measured()
        goal = publishing.Goal(5, 500)
        for seconds, memory_mb, verdict in ((5, 500, "exigé"), (5.1, 1, "manqué"),
                                            (1, 501, "manqué")):
            measured.seconds, measured.memory_mb = seconds, memory_mb
            self.assertEqual(goal.verdict(measured), verdict)
        self.assertEqual(goal.text, "5 s, 500 Mo")

    def test_a_gap_is_never_shown_smaller_than_it_is(self):
        self.assertEqual(report.percent(0.00701), "0,71 %")
        self.assertEqual(report.percent(0.007), "0,70 %")
        self.assertEqual(report.percent(None), "non prouvé")

    def test_a_run_that_does_not_end_is_killed(self):
        result = measure.run(["sh", "-c", "echo début; sleep 60"], 0.3)
        self.assertTrue(result.killed)
        self.assertLess(result.seconds, 30)
        self.assertEqual([text for _, text in result.lines], ["début"])

    def outcome(self, plan, bound):
        outcome = peers.Outcome("X", "groupes", 1)
        outcome.see(0.1, plan, bound)
        return outcome

    def test_ahead_means_a_better_plan_and_a_better_bound(self):
        own = self.outcome(1000, 900)
        self.assertEqual(rows.compare(own, self.outcome(None, None)), "devant")
        self.assertEqual(rows.compare(own, self.outcome(1001, 899)), "devant")
        self.assertEqual(rows.compare(own, self.outcome(1000, 899)), "égal")
        self.assertEqual(rows.compare(own, self.outcome(999, 899)), "derrière")
        self.assertEqual(rows.compare(own, self.outcome(1001, 901)), "derrière")

    def assert_solves(self, solver):
        if solver.missing:
            self.skipTest(solver.missing)
        folder = Path(self.enterContext(program.tempfile.TemporaryDirectory()))
        model = folder / "petit.lp"
        model.write_text(TINY_LP, encoding="ascii")
        outcome = solver.solve(model, "groupes", 20)
        self.assertTrue(outcome.proven, outcome.status)
        self.assertEqual((round(outcome.plan), round(outcome.bound)), (TINY_OPTIMUM, TINY_OPTIMUM))
        self.assertGreater(outcome.memory_mb, 0)

    def test_what_cbc_says_is_understood(self):
        self.assert_solves(peers.Cbc(None))

    def test_what_glpsol_says_is_understood(self):
        self.assert_solves(peers.Glpsol(None))


if __name__ == "__main__":
    program.main()
