#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing a survey again and again: previews, decisions, what changed."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import OK, PROBLEMS, SCHOOLS  # noqa: E402

HEADERS = "Code UAI;Nom de l'établissement;Commune;Nom;Prénom;Fonction;Courriel\n"


def answer(school, last_name, role, name="", first_name="Anne"):
    email = f"{first_name}.{last_name}@ac-exemple.fr".lower() if last_name else ""
    return f"{school};{name};;{last_name};{first_name};{role};{email}\n"


SURVEY = (
    HEADERS
    + answer(SCHOOLS[0], "Mornavel", "ORD")
    + answer(SCHOOLS[1], "Perlogeat", "SG")
    + answer(SCHOOLS[2], "Grandisel", "SG")
)


class Import(program.ProgramTest):
    def survey(self, text):
        tables = program.write_campaign(self.folder / "donnees", besoins=None, enquete=text)
        self.assert_run(OK, "creer")
        return tables

    def imported(self, tables, code=OK):
        return self.assert_run(code, "importer", tables, "--json").json["resultat"]

    def test_the_same_files_twice_change_nothing(self):
        tables = self.survey(SURVEY)
        first = self.imported(tables)
        self.assertIsNone(first["changements"])
        second = self.imported(tables)
        for kinds in second["changements"].values():
            self.assertEqual(set(map(len, kinds.values())), {0})
        self.assertEqual(first["campagne"], second["campagne"])
        out = self.assert_run(OK, "importer", tables).out
        self.assertIn("Les réponses et les personnes sont celles du dernier import.", out)

    def test_a_newer_export_shows_who_is_new_modified_and_gone(self):
        tables = self.survey(SURVEY)
        self.imported(tables)
        newer = (
            HEADERS
            + answer(SCHOOLS[0], "Mornavel", "SG")
            + answer(SCHOOLS[1], "Perlogeat", "SG")
            + answer(SCHOOLS[3], "Tourneaud", "SG")
        )
        (tables / "enquete.csv").write_text(newer, encoding="utf-8")
        result = self.assert_run(OK, "importer", tables)
        for expected in (
            "réponses : 1 nouvelle, 1 modifiée, 1 disparue",
            "personnes : 1 nouvelle, 1 modifiée, 1 disparue",
            "+ P0004 Anne Tourneaud",
            "~ P0001 Anne Mornavel",
            ": fonction",
            "- P0003 Anne Grandisel",
        ):
            self.assertIn(expected, " ".join(result.out.split()))
        (tables / "enquete.csv").write_text(SURVEY, encoding="utf-8")
        changes = self.imported(tables)["changements"]
        self.assertEqual(changes["personnes"]["nouvelles"], ["P0003"])
        self.assertEqual(changes["personnes"]["disparues"], ["P0004"])
        self.assertEqual(changes["reponses"]["disparues"], [SCHOOLS[3]])

    def test_questions_are_answered_once_and_for_all(self):
        tables = self.survey(SURVEY + answer(SCHOOLS[3], "Tourneaud", "Jardinier"))
        found = self.imported(tables, PROBLEMS)
        self.assertEqual(found["campagne"]["personnes"], 3)
        self.assertEqual([each["valeur"] for each in found["questions"]], ["Jardinier"])
        out = self.run_in("importer", tables).out
        self.assertIn("1 question attend votre décision", out)
        path = tables / "decisions.csv"
        text = path.read_text(encoding="utf-8-sig")
        self.assertIn("role;Jardinier;;;", text)
        path.write_text(text.replace("role;Jardinier;;;", "role;Jardinier;;SG;"), "utf-8-sig")
        self.assertEqual(self.imported(tables)["campagne"]["personnes"], 4)
        newer = SURVEY + answer(SCHOOLS[3], "Tourneaud", "JARDINIER", first_name="Luc")
        (tables / "enquete.csv").write_text(newer, encoding="utf-8")
        self.assertEqual(self.imported(tables)["campagne"]["personnes"], 4)
        self.assertIn("role;Jardinier;;SG;", path.read_text(encoding="utf-8-sig"))
        kept = path.read_bytes()
        self.imported(tables)
        self.assertEqual(path.read_bytes(), kept)

    def assert_same_data_as_planned(self):
        plans = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"]
        self.assertEqual([each["donnees_actuelles"] for each in plans], [True])

    def test_the_campaign_remembers_decisions_for_an_export_in_another_folder(self):
        odd = (
            answer(SCHOOLS[3], "Tourneaud", "Jardinier")
            + answer(SCHOOLS[3], "Valbertin", "Second de cuisine", first_name="Luc")
            + answer(SCHOOLS[3], "Cormelin", "Gestionaire", first_name="Eve")
        )
        tables = self.survey(SURVEY + odd)
        self.imported(tables, PROBLEMS)
        path = tables / "decisions.csv"
        text = path.read_text(encoding="utf-8-sig")
        text = text.replace("role;Jardinier;;;", "role;Jardinier;;SG;")
        text = text.replace("role;Second de cuisine;;;", "role;Second de cuisine;;non;")
        path.write_text(text, encoding="utf-8-sig")
        first = self.imported(tables)
        self.assertEqual(first["campagne"]["personnes"], 5)
        self.assertEqual([each["suivie"] for each in first["questions"]], [False, False, True])
        self.assertEqual({each["reprise"] for each in first["questions"]}, {False})
        self.run_in("planifier", "--temps", "2")
        later = self.folder / "plus-tard"
        program.write_campaign(later, besoins=None, enquete=SURVEY + odd)
        said = "décisions déjà prises, gardées par la campagne, sont appliquées."
        out = " ".join(self.assert_run(OK, "importer", later).out.split())
        self.assertIn("3 " + said, out)
        self.assertIn("Les réponses et les personnes sont celles du dernier import.", out)
        self.assert_same_data_as_planned()
        self.assertIn("role;Jardinier;;SG;", (later / "decisions.csv").read_text("utf-8-sig"))
        self.assertNotIn(said, self.assert_run(OK, "importer", later).out)
        self.assert_same_data_as_planned()
        newest = self.folder / "encore"
        newer = SURVEY + odd + answer(SCHOOLS[2], "Brunoy", "jardinier")
        program.write_campaign(newest, besoins=None, enquete=newer)
        self.assertEqual(self.imported(newest)["campagne"]["personnes"], 6)

    def test_decisions_beside_the_survey_win_over_those_remembered(self):
        tables = self.survey(SURVEY + answer(SCHOOLS[3], "Tourneaud", "Jardinier"))
        rows = "question;valeur;proposition;decision;explication\nrole;Jardinier;;SG;\n"
        (tables / "decisions.csv").write_text(rows, encoding="utf-8")
        self.assertEqual(self.imported(tables)["campagne"]["personnes"], 4)
        (tables / "decisions.csv").write_text(rows.replace("SG", "non"), encoding="utf-8")
        self.assertEqual(self.imported(tables)["campagne"]["personnes"], 3)
        (tables / "decisions.csv").write_text(rows.replace("SG", ""), encoding="utf-8")
        question = self.imported(tables, PROBLEMS)["questions"][0]
        self.assertIsNone(question["decision"])

    def test_a_file_of_decisions_that_cannot_be_read_is_left_alone(self):
        tables = self.survey(SURVEY + answer(SCHOOLS[3], "Tourneaud", "Jardinier"))
        (tables / "decisions.csv").write_text("question;valeur\nrole;Jardinier\n")
        self.imported(tables, PROBLEMS)
        self.assertEqual((tables / "decisions.csv").read_text(), "question;valeur\nrole;Jardinier\n")

    def test_what_looks_like_a_formula_is_guarded(self):
        tables = self.survey(SURVEY + answer(SCHOOLS[3], "Tourneaud", "=1+1 et plus"))
        self.imported(tables, PROBLEMS)
        self.assertIn("role;'=1+1 et plus;", (tables / "decisions.csv").read_text("utf-8-sig"))
        text = (tables / "decisions.csv").read_text("utf-8-sig")
        (tables / "decisions.csv").write_text(text.replace("plus;;;", "plus;;SG;"), "utf-8-sig")
        self.assertEqual(self.imported(tables)["campagne"]["personnes"], 4)

    def test_a_preview_shows_every_column_and_writes_nothing(self):
        tables = self.survey(SURVEY)
        before = self.files_below(self.folder)
        out = self.assert_run(OK, "importer", tables, "--apercu").out
        words = " ".join(out.split())
        for expected in (
            "enquete.csv : table de tableur, 3 réponses, une ligne par personne.",
            "Correspondance devinée, confiance 98 sur 100.",
            "UAI 98 Code UAI",
            "fonction 98 Fonction ORD · SG",
            "Rien n'a été écrit.",
        ):
            self.assertIn(expected, words)
        self.assertEqual(self.files_below(self.folder), before)

    def test_a_preview_needs_no_campaign_and_tells_programs_too(self):
        tables = program.write_campaign(
            self.folder / "donnees", besoins=None, enquete=SURVEY.replace("SG", "Jardinier")
        )
        result = self.assert_run(PROBLEMS, "importer", tables, "--apercu", "--json").json
        survey = result["resultat"]["enquetes"][0]
        self.assertEqual(survey["une_ligne_par"], "personne")
        self.assertIsNone(survey["correspondance"])
        taken = {each["colonne"]: each for each in survey["colonnes"]}
        self.assertEqual(taken["Code UAI"]["cle"], "uai")
        self.assertEqual(taken["Code UAI"]["exemples"], SCHOOLS[:3])
        self.assertEqual(taken["Fonction"]["cle"], "role")
        self.assertLess(taken["Fonction"]["confiance"], 60)
        self.assertEqual(result["resultat"]["questions"][0]["valeur"], "Jardinier")
        out = self.assert_run(PROBLEMS, "importer", tables, "--apercu").out
        self.assertIn("douteux", out)
        self.assertIn("Questions à trancher", out)

    def test_a_folder_without_a_survey_has_no_preview(self):
        tables = program.write_campaign(self.folder / "donnees")
        out = self.assert_run(PROBLEMS, "importer", tables, "--apercu").out
        self.assertIn("Il n'y a pas d'enquête lisible", out)
        self.assert_run(program.DATA, "importer", self.folder / "absent", "--apercu")

    def test_a_changed_questionnaire_is_shown(self):
        tables = self.survey(SURVEY)
        self.imported(tables)
        renamed = SURVEY.replace("Fonction", "Fonctions", 1)
        (tables / "enquete.csv").write_text(renamed, encoding="utf-8")
        out = " ".join(self.run_in("importer", tables, "--apercu").out.split())
        self.assertIn("La question « Fonction », d'où vient « role », semble s'appeler maintenant "
                      "« Fonctions ».", out)


if __name__ == "__main__":
    program.main()
