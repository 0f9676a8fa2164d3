#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""--suivi: the table of how the best plan and its bound came about."""
import csv
import io
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import DATA, DEMO, OK, PROBLEMS, PROGRAM, USAGE  # noqa: E402


class Suivi(program.ProgramTest):
    def demo(self):
        self.assert_run(OK, "creer")
        self.run_in("importer", self.copied(DEMO))

    def rows(self, name="suivi.csv"):
        text = (self.folder / name).read_text(encoding="utf-8")
        self.assertTrue(text.endswith("\n"))
        rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        for row in rows:
            self.assertNotIn(None, row)
            self.assertNotIn(None, row.values())
        return rows

    def assert_orderly(self, rows):
        """Time and work go on, the bound rises, the value falls until comfort spends some."""
        for before, after in zip(rows, rows[1:]):
            self.assertLessEqual(float(before["secondes"]), float(after["secondes"]))
            self.assertLessEqual(int(before["travail"]), int(after["travail"]))
            if before["borne_centimes"]:
                self.assertLessEqual(int(before["borne_centimes"]), int(after["borne_centimes"]))
            if before["valeur_centimes"] and after["etape"] != "confort":
                self.assertGreaterEqual(int(before["valeur_centimes"]),
                                        int(after["valeur_centimes"]))
        for row in rows:
            if row["ecart"]:
                value, bound = int(row["valeur_centimes"]), int(row["borne_centimes"])
                self.assertAlmostEqual(float(row["ecart"]), (value - bound) / value, places=5)

    def test_the_last_line_is_the_plan(self):
        self.demo()
        result = self.run_in("planifier", "--travail", "3000", "--suivi", "suivi.csv", "--json")
        plan = result.json["resultat"]["plan"]
        rows = self.rows()
        self.assert_orderly(rows)
        self.assertGreater(len(rows), 3)
        self.assertEqual(int(rows[-1]["cout_centimes"]), plan["palier2"]["valeur"])
        self.assertEqual(int(rows[-1]["gene"]), plan["palier3"]["valeur"])
        self.assertEqual(int(rows[-1]["non_places"]), plan["palier1"]["valeur"])
        self.assertEqual(int(rows[-1]["borne_centimes"]), plan["etape1"]["borne"])

    def test_nothing_but_time_depends_on_the_machine(self):
        self.demo()
        tables = []
        for name in ("a.csv", "b.csv"):
            self.run_in("planifier", "--travail", "1500", "--suivi", name)
            rows = self.rows(name)
            for row in rows:
                del row["secondes"]
            tables.append(rows)
        self.assertEqual(*tables)

    def test_the_whole_chain_has_it_too(self):
        tables = program.write_campaign(self.folder / "donnees")
        self.run_in("tout", tables, "sortie", "--travail", "500", "--suivi", "suivi.csv")
        self.assertTrue(self.rows())
        self.assertNotIn("suivi.csv", self.files_below(self.folder / "sortie"))

    def interrupted(self, number):
        """Sends the signal once something was written and returns the exit code."""
        process = subprocess.Popen(
            [PROGRAM, "planifier", "--temps", "200", "--suivi", "suivi.csv"], cwd=self.folder,
            env=program.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + program.LIMIT_S
        while time.monotonic() < deadline:
            path = self.folder / "suivi.csv"
            if path.exists() and path.read_text(encoding="utf-8").count("\n") > 1:
                break
            time.sleep(0.1)
        process.send_signal(number)
        return process.wait(program.LIMIT_S)

    def test_an_interrupted_search_leaves_a_whole_table(self):
        self.demo()
        self.assertIn(self.interrupted(signal.SIGINT), (OK, PROBLEMS))
        rows = self.rows()
        self.assert_orderly(rows)
        plan = self.run_in("etat", "--json").json["resultat"]["plans"][0]
        self.assertEqual(int(rows[-1]["cout_centimes"]), plan["cout_centimes"])

    def test_a_killed_search_leaves_a_whole_table_too(self):
        self.demo()
        self.assertEqual(self.interrupted(signal.SIGKILL), -signal.SIGKILL)
        self.assert_orderly(self.rows())

    def test_a_place_that_cannot_be_written_is_refused_before_the_search(self):
        self.small()
        result = self.assert_run(DATA, "planifier", "--suivi", "nulle-part/suivi.csv")
        self.assertIn("nulle-part/suivi.csv", result.err)
        self.assertEqual(self.run_in("etat", "--json").json["resultat"]["plans"], [])

    def test_without_a_search_there_is_nothing_to_follow(self):
        self.small()
        result = self.assert_run(USAGE, "planifier", "--suivi", "s.csv", "--sans-plan",
                                 "--export-model", "m.lp")
        self.assertIn("--suivi", result.err)
        self.assertFalse((self.folder / "s.csv").exists())


if __name__ == "__main__":
    program.main()
