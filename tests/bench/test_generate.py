#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench/generate.py: the same bytes for the same seed, and tables without a fault."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import OK, SOURCE  # noqa: E402

GENERATE = SOURCE / "bench" / "generate.py"


class Generate(program.ProgramTest):
    def generate(self, folder, *words):
        command = [sys.executable, "-B", GENERATE, *map(str, words), self.folder / folder]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def generated(self, folder, *words):
        result = self.generate(folder, *words)
        self.assertEqual(result.returncode, 0, result.stderr)
        return self.files_below(self.folder / folder)

    def imported(self, folder):
        """What the program counts in these tables, in which it must find no fault."""
        name = f"{folder}.cohorte"
        self.assert_run(OK, "creer", "--campagne", name)
        result = self.assert_run(OK, "importer", folder, "--campagne", name, "--json")
        found = result.json["resultat"]
        self.assertEqual((found["erreurs"], found["avertissements"]), (0, 0), found["problemes"])
        return found["campagne"]

    def test_the_same_seed_gives_the_same_bytes(self):
        words = ("--personnes", 140, "--academies", 2, "--graine", 7)
        self.assertEqual(self.generated("a", *words), self.generated("b", *words))

    def test_another_seed_gives_another_campaign(self):
        first = self.generated("a", "--personnes", 100, "--graine", 1)
        second = self.generated("b", "--personnes", 100, "--graine", 2)
        self.assertNotEqual(first["besoins.csv"], second["besoins.csv"])

    def test_the_tables_are_read_without_a_fault(self):
        for n_people, n_academies in ((60, 1), (233, 1), (700, 3)):
            folder = f"taille-{n_people}"
            self.generated(folder, "--personnes", n_people, "--academies", n_academies)
            counts = self.imported(folder)
            self.assertEqual(counts["personnes"], n_people)
            self.assertEqual(counts["etablissements"], counts["etablissements_repondants"])

    def test_the_five_campaigns_of_the_bench_are_read_without_a_fault(self):
        sizes = []
        for k in range(1, 6):
            self.generated(f"bench-{k}", "--nom", f"bench-{k}")
            sizes.append(self.imported(f"bench-{k}")["personnes"])
        self.assertEqual(sizes, [233, 226, 240, 231, 236])

    def test_a_small_campaign_can_be_planned(self):
        self.generated("petite", "--personnes", 100, "--graine", 2)
        self.imported("petite")
        self.assert_run(OK, "planifier", "--campagne", "petite.cohorte", "--travail", "4000")

    def test_sizes_that_make_no_campaign_are_refused(self):
        for words in (("--personnes", 59), ("--personnes", 100, "--academies", 2),
                      ("--academies", 0), ("--tension", 6), ("--nom", "bench-6")):
            result = self.generate("x", *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertFalse((self.folder / "x").exists())


if __name__ == "__main__":
    program.main()
