# SPDX-License-Identifier: GPL-3.0-or-later
"""What `publier` promises of its folder, its preview and the texts an academy writes itself."""
import csv
import hashlib
import io
import shutil
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
from program import DATA, OK, PROBLEMS, SCHOOLS, SMALL, SOURCE, USAGE  # noqa: E402
from program import ProgramTest, main  # noqa: E402

LETTER = (SOURCE / "modeles" / "convocation.txt").read_text(encoding="utf-8")
SIGNATURE = "Pour la rectrice et par délégation"
WITH_SENDER = SMALL["parametres"] + "courriel_eafc;eafc@ac-exemple.fr\n"
HAS_PDFTOTEXT = shutil.which("pdftotext") is not None


class Publication(ProgramTest):
    def planned(self, **changes):
        self.small(**changes)
        self.assert_run(OK, "planifier", "--travail", "2000")

    def manifest(self, folder):
        text = (self.folder / folder / "MANIFESTE.csv").read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))

    def test_the_manifest_lists_exactly_what_is_there_with_its_digest(self):
        self.planned(parametres=WITH_SENDER)
        self.assert_run(OK, "publier", "documents", "--courriels", "courriels")
        for folder in ("documents", "courriels"):
            files = self.files_below(self.folder / folder)
            del files["MANIFESTE.csv"]
            listed = [row["chemin"] for row in self.manifest(folder)]
            self.assertEqual(sorted(listed), sorted(files))
            for row in self.manifest(folder):
                digest = hashlib.sha256(files[row["chemin"]]).hexdigest()
                self.assertEqual(row["sha256"], digest, row["chemin"])
                self.assertTrue(row["destinataire"], row["chemin"])

    def test_the_same_version_gives_the_same_bytes_in_every_file(self):
        self.planned(parametres=WITH_SENDER)
        for again in ("", "-bis"):
            self.assert_run(
                OK, "publier", f"documents{again}", "--courriels", f"courriels{again}"
            )
        for folder in ("documents", "courriels"):
            first = self.files_below(self.folder / folder)
            second = self.files_below(self.folder / f"{folder}-bis")
            self.assertEqual(sorted(first), sorted(second))
            self.assertGreater(len(first), 8)
            for name, data in first.items():
                self.assertTrue(data == second[name], f"{folder}/{name} differs")

    def test_a_version_named_later_gives_the_bytes_it_gave(self):
        self.planned()
        self.assert_run(OK, "publier", "documents")
        self.assert_run(OK, "planifier", "--travail", "2000", "--graine", "7")
        self.assert_run(OK, "publier", "documents-2")
        self.assert_run(OK, "publier", "documents-1", "--version", "1")
        first, again, second = (
            self.files_below(self.folder / name)
            for name in ("documents", "documents-1", "documents-2")
        )
        self.assertEqual([name for name in first if first[name] != again.get(name)], [])
        self.assertNotEqual(first["calendrier.xlsx"], second["calendrier.xlsx"])


class Preview(ProgramTest):
    def everything_else(self):
        """Names and contents of all but the campaign file, which keeps a journal."""
        files = self.files_below(self.folder)
        return {name: data for name, data in files.items() if not name.startswith("campagne")}

    def test_a_preview_shows_letters_and_writes_nothing(self):
        self.planned()
        before = self.everything_else()
        result = self.assert_run(OK, "publier", "--apercu")
        self.assertRegex(result.out, r"(?m)^Aperçu 1 sur \d$")
        for words in ("CONVOCATION VALANT ORDRE DE MISSION", "Académie de Dijon", "Frais : ",
                      "Salle S1, Lycée d'Exemple", "Réf. Plan n° 1 / "):
            self.assertIn(words, result.out)
        self.assertNotIn("{{", result.out)
        self.assertEqual(self.everything_else(), before)

    def test_a_preview_does_not_count_as_a_publication(self):
        self.planned()
        self.assert_run(OK, "publier", "--apercu")
        (plan,) = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"]
        self.assertFalse(plan["publie"])
        self.assert_run(OK, "publier", "documents")
        (plan,) = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"]
        self.assertTrue(plan["publie"])

    def test_a_preview_in_json_is_the_same_letters(self):
        self.planned()
        shown = " ".join(self.assert_run(OK, "publier", "--apercu").out.split())
        letters = self.assert_run(OK, "publier", "--apercu", "--json").json["resultat"]
        self.assertGreater(len(letters["convocations"]), 0)
        self.assertGreater(len(letters["ordres_de_mission"]), 0)
        self.assertIn("ORDRE DE MISSION", letters["ordres_de_mission"][0])
        for letter in letters["convocations"] + letters["ordres_de_mission"]:
            self.assertIn(" ".join(letter.split()), shown)

    def test_a_preview_takes_no_folder_and_no_messages(self):
        self.planned()
        before = self.everything_else()
        for words in (["documents"], ["--courriels", "courriels"]):
            result = self.assert_run(USAGE, "publier", "--apercu", *words)
            self.assertIn("n'écrit rien", result.err)
        self.assertIn("DOSSIER", self.assert_run(USAGE, "publier").err)
        self.assertEqual(self.everything_else(), before)

    def test_a_plan_that_does_not_hold_is_not_previewed(self):
        tables = self.planned()
        rooms = tables / "salles.csv"
        rooms.write_text(rooms.read_text(encoding="utf-8").replace(";10;10", ";3;3"), "utf-8")
        self.run_in("importer", tables)
        result = self.assert_run(PROBLEMS, "publier", "--apercu")
        self.assertNotIn("CONVOCATION", result.out)


class OwnTexts(ProgramTest):
    def write_texts(self, folder="textes", **texts):
        (self.folder / folder).mkdir()
        for name, text in texts.items():
            (self.folder / folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def strings(self, name):
        with zipfile.ZipFile(self.folder / "documents" / name) as book:
            return book.read("xl/sharedStrings.xml").decode("utf-8")

    def paper(self, name):
        path = self.folder / "documents" / name
        return subprocess.run(
            ["pdftotext", path, "-"], check=True, capture_output=True, encoding="utf-8"
        ).stdout

    def assert_written(self, *words):
        school = SCHOOLS[0]
        for text in words:
            self.assertIn(text, self.strings(f"etablissements/{school}.xlsx"))
            if HAS_PDFTOTEXT:
                paper = " ".join(self.paper(f"convocations/{school}.pdf").split())
                self.assertIn(text, paper)

    def test_changed_words_are_in_the_letters_of_both_kinds(self):
        self.planned()
        changed = LETTER.replace("Retournez sans délai", "Renvoyez, {{personne}},")
        self.write_texts(convocation=changed, signature=SIGNATURE + "\n")
        self.assert_run(OK, "publier", "documents", "--modeles", "textes")
        self.assert_written(SIGNATURE, "Renvoyez, Anne Ordonneur0,")
        self.assertNotIn("Retournez", self.strings(f"etablissements/{SCHOOLS[0]}.xlsx"))

    def test_texts_beside_the_campaign_are_found(self):
        self.planned()
        self.write_texts("modeles", signature=SIGNATURE + "\n")
        self.assert_run(OK, "publier", "documents")
        self.assert_written(SIGNATURE)

    def test_a_preview_shows_the_changed_words(self):
        self.planned()
        self.write_texts(entete="Rectorat d'Exemple\n")
        result = self.assert_run(OK, "publier", "--apercu", "--modeles", "textes")
        self.assertIn("Rectorat d'Exemple", result.out)

    def assert_refused(self, *words):
        """Nothing is written, and the message says where and what to do."""
        for operand in ("documents", "--apercu"):
            result = self.assert_run(DATA, "publier", operand, "--modeles", "textes")
            told = " ".join(result.err.split())
            for text in (*words, "rien n'a été écrit", "Corrigez"):
                self.assertIn(text, told)
        self.assertFalse((self.folder / "documents").exists())
        (plan,) = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"]
        self.assertFalse(plan["publie"])

    def test_a_misspelt_field_names_file_line_column_and_remedy(self):
        self.planned()
        self.write_texts(convocation=LETTER.replace("groupe {{groupe}}", "groupe {{groupes}}"))
        lines = LETTER.splitlines()
        row = next(i for i, line in enumerate(lines) if "{{groupe}}" in line)
        column = lines[row].index("{{groupe}}")
        self.assert_refused(
            f"« convocation.txt », ligne {row + 1}, colonne {column + 1} :",
            "le champ « groupes » n'existe pas ; le plus proche est « groupe »",
        )

    def test_a_condition_left_open_is_refused(self):
        self.planned()
        self.write_texts(signature="Bonjour\n{{#academie}}\nLe recteur\n")
        self.assert_refused("« signature.txt », ligne 2", "academie")

    def test_a_file_of_another_name_is_refused(self):
        self.planned()
        self.write_texts(convocations=LETTER)
        self.assert_refused("« convocations.txt »", "« convocation.txt »")

    def test_a_folder_that_is_missing_is_refused(self):
        self.planned()
        self.assert_refused("« textes »", "n'existe pas")


if __name__ == "__main__":
    main()
