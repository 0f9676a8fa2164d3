#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exported reference model is the same problem: other solvers find the program's optimum."""
import csv
import io
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import CASES, OK  # noqa: E402

FORMS = ("paquets", "groupes")
SUFFIXES = ("mps", "lp")


def glpsol_optimum(model):
    """The optimum by glpsol, whole cents; None when it was not proven."""
    kind = "--freemps" if model.suffix == ".mps" else "--lp"
    report = model.with_suffix(model.suffix + ".txt")
    run = subprocess.run(["glpsol", kind, model, "--mir", "--cover", "--gomory", "--clique",
                          "--tmlim", "200", "-o", report],
                         capture_output=True, text=True, check=False)
    if "INTEGER OPTIMAL SOLUTION FOUND" not in run.stdout:
        return None
    found = re.search(r"^Objective:\s+\S+ = (\S+)", report.read_text(), re.MULTILINE)
    return round(float(found.group(1)))


def cbc_optimum(model):
    """The optimum by cbc, whole cents; None when it was not proven."""
    run = subprocess.run(["cbc", model, "ratio", "0", "sec", "200", "solve"],
                         capture_output=True, text=True, check=False)
    found = re.search(r"Optimal solution found.*?Objective value:\s+(\S+)", run.stdout, re.DOTALL)
    return round(float(found.group(1))) if found else None


SOLVERS = {"glpsol": glpsol_optimum, "cbc": cbc_optimum}


class Export(program.ProgramTest):
    def assert_everybody_agrees(self, case):
        source = CASES / case
        if not source.is_dir():
            self.skipTest(f"no {source}")
        text = (source / "attendu.csv").read_text(encoding="utf-8-sig")
        expected = {row["cle"]: row["valeur"]
                    for row in csv.DictReader(io.StringIO(text), delimiter=";")}
        shutil.copytree(source, self.folder / "donnees")
        self.assert_run(OK, "creer")
        self.run_in("importer", "donnees")
        plan = self.run_in("planifier", "--json").json["resultat"]["plan"]
        self.assertEqual(plan["palier2"]["valeur"], int(expected["reference_cout_centimes"]))
        self.assertEqual(plan["etape1"]["borne"], plan["etape1"]["valeur"])
        for form in FORMS:
            for suffix in SUFFIXES:
                name = f"{form}.{suffix}"
                self.run_in("planifier", "--export-model", name, "--forme", form, "--sans-plan")
                for solver in self.present:
                    with self.subTest(model=name, solver=solver):
                        self.assertEqual(SOLVERS[solver](self.folder / name),
                                         plan["etape1"]["valeur"])

    def setUp(self):
        super().setUp()
        self.present = [name for name in SOLVERS if shutil.which(name)]
        if not self.present:
            self.skipTest("neither glpsol (glpk-utils) nor cbc (coinor-cbc) is installed")

    def test_mini_has_one_optimum_for_all(self):
        self.assert_everybody_agrees("mini")

    def test_mini_continuite_has_one_optimum_for_all(self):
        self.assert_everybody_agrees("mini-continuite")

    def test_mini_fm1_sature_has_one_optimum_for_all(self):
        self.assert_everybody_agrees("mini-fm1-sature")

    def test_mini_sans_formateur_has_one_optimum_for_all(self):
        self.assert_everybody_agrees("mini-sans-formateur")


if __name__ == "__main__":
    unittest.main()
