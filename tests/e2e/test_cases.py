#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole campaigns from their tables to their documents, and the counts they must give."""
import csv
import io
import shutil
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import CASES, DEMO, OK, PROBLEMS  # noqa: E402


def expected(folder):
    text = (folder / "attendu.csv").read_text(encoding="utf-8-sig")
    return {row["cle"]: row["valeur"] for row in csv.DictReader(io.StringIO(text), delimiter=";")}


class Case(program.ProgramTest):
    def chain(self, source, *options):
        return self.run_in("tout", self.copied(source), "sortie", "--json", *options)

    def assert_chain(self, source, *options):
        result = self.chain(source, *options)
        self.assertIn(result.code, (OK, PROBLEMS), result.all)
        found = result.json["resultat"]
        self.assert_counts(found["campagne"], expected(source))
        self.assertEqual(found["plan"]["placees"] + len(found["plan"]["non_places"]),
                         found["plan"]["personnes"])
        self.assert_complete(found)
        return found

    def assert_counts(self, campaign, wanted):
        keys = {
            "etablissements": campaign["etablissements"],
            "etablissements_repondants": campaign["etablissements_repondants"],
            "personnes": campaign["personnes"],
            "formateurs": campaign["formateurs"],
            "salles": campaign["salles"],
            "jours_fm1": campaign["jours_fm1"],
            "sphere_ordo": campaign["par_sphere"]["ordo"],
            "sphere_compta": campaign["par_sphere"]["compta"],
            **campaign["par_fonction"],
            **{f"personnes_{path}": n for path, n in campaign["par_parcours"].items()},
        }
        for key in keys.keys() & wanted.keys():
            self.assertEqual(str(keys[key]), wanted[key], key)

    def assert_complete(self, found):
        folder = self.folder / "sortie"
        self.assertEqual({path.name for path in folder.iterdir()},
                         {"campagne.cohorte", "plan", "documents"})
        groups = list((folder / "documents" / "groupes").glob("*.xlsx"))
        self.assertEqual(len(groups), found["plan"]["groupes"])
        result = self.assert_run(OK, "controler", "--campagne", folder / "campagne.cohorte",
                                 "--json")
        control = result.json["resultat"]["controle"]
        self.assertTrue(control["valable"])
        self.assertEqual(control["palier2"], found["plan"]["palier2"]["valeur"])

    def test_the_invented_campaign(self):
        found = self.assert_chain(DEMO, "--travail", "300")
        self.assertEqual(found["plan"]["personnes"], 233)
        self.assertEqual((found["campagne"]["par_sphere"]), {"ordo": 225, "compta": 8})


@unittest.skipUnless(CASES.is_dir(), f"there are no real cases in {CASES}")
class SharedCase(Case):
    test_the_invented_campaign = None

    def test_mini_is_planned_at_its_proven_optimum(self):
        found = self.assert_chain(CASES / "mini")
        plan = found["plan"]
        self.assertEqual(plan["etape1"], {"valeur": 415472, "borne": 415472, "ecart": 0.0})
        self.assertEqual(plan["placees"], 14)

    def test_what_cannot_be_planned_has_its_cause(self):
        for name in ("mini-sans-formateur", "mini-fm1-sature", "mini-continuite"):
            with self.subTest(name):
                shutil.rmtree(self.folder)
                self.folder.mkdir()
                found = self.assert_chain(CASES / name)
                wanted = expected(CASES / name)
                left = found["plan"]["non_places"]
                self.assertEqual(str(len(left)), wanted["non_places"])
                self.assertEqual({each["regle_principale"] for each in left}, {wanted["cause"]})

    def test_grenoble_places_everybody(self):
        found = self.assert_chain(CASES / "grenoble-v8", "--travail", "300")
        self.assertEqual(found["plan"]["personnes"], 233)
        stranger = expected(CASES / "grenoble-v8")["uai_hors_vague_valeur"]
        self.assertIn(stranger, {problem["valeur"] for problem in found["problemes"]})


if __name__ == "__main__":
    program.main()
