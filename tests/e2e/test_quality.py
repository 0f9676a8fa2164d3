#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`cohorte qualite`: what it finds, what it writes, how it is misused."""
import csv
import io
import sys
import unittest
import xml.etree.ElementTree
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import CASES, DATA, DEMO, OK, PROBLEMS, SCHOOLS, SMALL, USAGE  # noqa: E402

FILES = {"qualite.html", "qualite.xlsx", "relances.csv"}
# The second school does not answer; the third declares nine general secretaries.
SILENT = "\n".join(line for line in SMALL["besoins"].splitlines() if SCHOOLS[1] not in line) + "\n"
NO_FM1_LEFT = "debut;fin;groupes_max\n09/11/2026;09/11/2026;1\n"


class Quality(program.ProgramTest):
    def report(self, code, *words):
        return self.assert_run(code, "qualite", "--json", *words).json["resultat"]

    def kinds(self, found):
        return {each["nature"] for each in found["points"]}

    def test_good_data_have_nothing_to_settle(self):
        self.small()
        found = self.report(OK)
        self.assertEqual((found["bloquants"], found["a_regler"]), (0, 0))
        self.assertEqual(
            found["reponses"],
            [{"vague": "V12", "type": "Collège", "attendus": 4, "repondus": 4}],
        )
        self.assertEqual({each["parcours"] for each in found["capacites"]}, {"ORD", "SG"})
        self.assertIn("4 sur 4 (100,00\u00a0%)", self.assert_run(OK, "qualité").out)

    def test_a_silent_school_is_estimated_and_reminded(self):
        self.small(besoins=SILENT)
        found = self.report(PROBLEMS, "--sortie", "rapport", "--limite", "2026-10-02")
        self.assertEqual(found["sans_reponse"][0]["uai"], SCHOOLS[1])
        self.assertEqual(found["sans_reponse"][0]["besoin_estime"], {"ORD": 1, "SG": 1})
        data = (self.folder / "rapport" / "relances.csv").read_bytes()
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        self.assertEqual(len(rows), 1)
        self.assertEqual(rows[0]["uai"], SCHOOLS[1])
        self.assertEqual(rows[0]["courriel"], f"ce.{SCHOOLS[1].lower()}@ac-exemple.fr")
        self.assertEqual(rows[0]["date_limite"], "02/10/2026")
        self.assertEqual(rows[0]["besoin_estime"], "1 ORD, 1 SG")

    def test_what_is_short_is_said_with_its_remedy(self):
        self.small(parcours=SMALL["parcours"].replace("2;4;6;2", "2;2;2;2"), fm1=NO_FM1_LEFT)
        found = self.report(PROBLEMS)
        short = next(each for each in found["points"] if each["nature"] == "groupes_manquants")
        self.assertEqual((short["parcours"], short["trouve"], short["possible"]), ("SG", 2, 1))
        self.assertIn("il en manque 1", short["message"])
        self.assertTrue(short["remede"])
        out = " ".join(self.assert_run(PROBLEMS, "qualite").out.split())
        self.assertIn("SG : 4 personnes, 2 groupes nécessaires", out)
        self.assertIn("1 point bloquant", out)

    def test_someone_who_is_never_free_is_named(self):
        needs = SMALL["besoins"].replace(
            "paul.gestionneur2@ac-exemple.fr;", "paul.gestionneur2@ac-exemple.fr;01/11/2026..30/11/2026"
        )
        self.small(besoins=needs)
        found = self.report(PROBLEMS)
        self.assertEqual(self.kinds(found), {"personne_jamais_libre"})
        out = self.assert_run(PROBLEMS, "qualite").out
        self.assertIn("Paul Gestionneur2", out)
        self.assertNotIn("Gestionneur1", out)

    def test_the_files_are_whole_and_the_same_each_time(self):
        self.small(besoins=SILENT)
        self.assert_run(PROBLEMS, "qualite", "--sortie", "rapport")
        first = self.files_below(self.folder / "rapport")
        self.assertEqual(set(first), FILES)
        xml.etree.ElementTree.fromstring(first["qualite.html"].decode().partition("\n")[2])
        self.assertNotIn(b"<script", first["qualite.html"])
        self.assertNotIn(b"Gestionneur", first["qualite.html"])
        self.assertIsNone(zipfile.ZipFile(io.BytesIO(first["qualite.xlsx"])).testzip())
        self.assert_run(PROBLEMS, "qualite", "--sortie", "rapport")
        self.assertEqual(self.files_below(self.folder / "rapport"), first)

    def test_a_folder_of_something_else_is_left_alone(self):
        self.small()
        (self.folder / "lettres").mkdir()
        (self.folder / "lettres" / "a.txt").write_text("a")
        result = self.assert_run(DATA, "qualite", "--sortie", "lettres")
        self.assertIn("lettres", result.err)
        self.assertEqual(self.files_below(self.folder / "lettres"), {"a.txt": b"a"})

    def test_bad_usage_is_told(self):
        self.small()
        for words, told in (
            (["--limite", "demain"], "« demain » n'est pas une date"),
            (["--limite", "31/02/2026"], "« 31/02/2026 » n'est pas une date"),
            (["--sortie"], "Il manque la valeur de l'option --sortie."),
            (["dossier"], "« dossier » est de trop"),
            (["--gravite", "erreur"], "L'option « --gravite » n'existe pas ici."),
        ):
            self.assertIn(told, self.assert_run(USAGE, "qualite", *words).err)

    def test_the_screen_is_kept_to_its_width(self):
        self.small(besoins=SILENT, fm1=NO_FM1_LEFT)
        for width in (60, 80, 120):
            env = program.environment(COLUMNS=str(width))
            for line in self.assert_run(PROBLEMS, "qualite", env=env).out.splitlines():
                self.assertLessEqual(len(line), width, line)

    def test_the_journal_names_nobody(self):
        self.small(besoins=SILENT)
        self.assert_run(PROBLEMS, "qualite")
        self.assertIn("0 point bloquant, 1 à régler", self.assert_run(OK, "journal").out)

    def test_the_invented_campaign(self):
        self.assert_run(OK, "creer")
        self.run_in("importer", self.copied(DEMO))
        found = self.run_in("qualite", "--json").json["resultat"]
        self.assertEqual(found["bloquants"], 0)
        people = {each["parcours"]: each["personnes"] for each in found["capacites"]}
        self.assertEqual(sum(people.values()), 233)


@unittest.skipUnless(CASES.is_dir(), f"there are no real cases in {CASES}")
class SharedCase(program.ProgramTest):
    def found(self, name):
        self.assert_run(OK, "creer")
        self.run_in("importer", self.copied(CASES / name))
        return self.run_in("qualite", "--json").json["resultat"]

    def points(self, name):
        return [
            (each["nature"], each.get("parcours"), each["trouve"], each["possible"])
            for each in self.found(name)["points"]
            if each["gravite"] == "bloquant"
        ]

    def test_grenoble_answered_but_for_one(self):
        found = self.found("grenoble-v8")
        self.assertEqual(sum(each["attendus"] for each in found["reponses"]), 73)
        self.assertEqual(sum(each["repondus"] for each in found["reponses"]), 72)
        self.assertEqual([each["uai"] for each in found["sans_reponse"]], ["0381810L"])
        self.assertEqual(found["sans_reponse"][0]["besoin_estime"], {"ORD": 1, "SG": 1})
        total = {}
        for each in found["besoins"]:
            total[each["role"]] = total.get(each["role"], 0) + each["personnes"]
        self.assertEqual(
            total,
            {"ORD": 59, "SG": 68, "ASG": 96, "DDFPT": 2, "AC": 4, "FP": 2, "ASC": 2},
        )
        self.assertEqual(found["bloquants"], 0)
        needed = {each["parcours"]: each["groupes_necessaires"] for each in found["capacites"]}
        self.assertEqual(needed, {"ORD": 3, "SG": 3, "GEST": 5, "COMPTA": 1})

    def test_scarce_means_that_suffice_are_not_called_short(self):
        self.assertEqual(self.points("grenoble-tendu"), [])

    def test_many_academies_show_only_what_is_tight(self):
        self.found("echelle-10")
        out = " ".join(self.run_in("qualite").out.split())
        self.assertIn("40 parcours d'une académie ont des moyens de reste", out)

    def test_small_cases_are_short_of_what_they_lack(self):
        for name, expected in (
            ("mini", []),
            ("mini-fm1-sature", [("groupes_manquants", "GEST", 2, 1)]),
            ("mini-sans-formateur", [("parcours_sans_formateur", "ORD", 0, 1)]),
            ("mini-continuite", [("service_trop_petit", None, 2, 1)] * 3),
        ):
            with self.subTest(name):
                self.tearDown()
                self.setUp()
                self.assertEqual(self.points(name), expected)


if __name__ == "__main__":
    program.main()
