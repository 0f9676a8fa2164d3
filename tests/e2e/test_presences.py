# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance, whole: workbooks published, filled in, sent back, read, and certificates of it."""
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
sys.path.insert(0, str(Path(__file__).parent))
from filled_sheet import SHEET, Filled  # noqa: E402
from program import DATA, OK, PROBLEMS, SMALL, USAGE  # noqa: E402
from program import ProgramTest, main  # noqa: E402

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDFTOTEXT = shutil.which("pdftotext")
DAY = "--date", "05/12/2026"
# Two groups of one path, so that one can catch up in the other.
TWO_GROUPS = SMALL["parcours"].replace("Ordonnateurs;ORD;2;4;6", "Ordonnateurs;ORD;2;2;3")


class Attendance(ProgramTest):
    def setUp(self):
        super().setUp()
        self.tables = self.small(parcours=TWO_GROUPS)
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.assert_run(OK, "publier", "documents")
        books = (self.folder / "documents" / "groupes").glob("*.xlsx")
        self.groups = {book.stem: book for book in sorted(books)}
        (self.folder / "retours").mkdir()

    def sheet(self, group):
        return Filled(self.groups[group])

    def save(self, filled, group):
        return filled.save(self.folder / "retours" / f"{group}.xlsx")

    def fill_all(self):
        """Everybody present everywhere. Returns the files sent back."""
        files = []
        for group in self.groups:
            filled = self.sheet(group)
            filled.fill()
            files.append(self.save(filled, group))
        return files

    def read(self, code, *files):
        return self.assert_run(code, "presences", *files, "--json").json["resultat"]

    def texts(self, folder):
        """Certificates by group, a text a person."""
        found = {}
        for path in sorted((self.folder / folder / "attestations").glob("*.pdf")):
            text = subprocess.run(
                [PDFTOTEXT, "-layout", path, "-"], capture_output=True, check=True
            ).stdout.decode()
            found[path.stem] = text.split("\f")[:-1]
        return found

    def test_what_is_typed_is_read_and_closes_the_groups(self):
        files = self.fill_all()
        first = self.read(OK, *files)["presences"]
        self.assertGreater(first["nouvelles"], 8)
        self.assertEqual(first["nouvelles"], first["attendues"])
        self.assertEqual(first["presents"], first["attendues"])
        self.assertEqual(first["groupes_clos"], len(self.groups))
        again = self.read(OK, *files)["presences"]
        self.assertEqual((again["nouvelles"], again["modifiees"]), (0, 0))
        self.assertEqual(again["inchangees"], first["nouvelles"])

    def test_a_file_read_again_replaces_what_it_said(self):
        self.read(OK, *self.fill_all())
        group = next(iter(self.groups))
        filled = self.sheet(group)
        person = next(iter(filled.people))
        filled.fill(people=[other for other in filled.people if other != person])
        filled.fill("absent", people=[person])
        found = self.read(OK, self.save(filled, group))["presences"]
        n_halves = len(filled.columns("etat"))
        self.assertEqual(found["modifiees"], n_halves)
        self.assertEqual(found["absents"], n_halves)
        journal = self.assert_run(OK, "journal").out
        self.assertRegex(" ".join(journal.split()), rf"{n_halves} modifiées?,")

    def test_a_word_that_is_no_state_is_told_with_its_cell(self):
        group = next(iter(self.groups))
        filled = self.sheet(group)
        people = list(filled.people)
        filled.fill(people=people[1:])
        column = filled.columns("etat")[0]
        filled.type(f"{column}{filled.people[people[0]]}", "présnt")
        found = self.read(PROBLEMS, self.save(filled, group))
        self.assertEqual(found["erreurs"], 1)
        problem = found["problemes"][0]
        self.assertEqual(problem["feuille"], SHEET)
        self.assertEqual(problem["ligne"], filled.people[people[0]])
        self.assertEqual(problem["colonne"], column)
        self.assertEqual(problem["detail"], "present")
        expected = (len(people) - 1) * len(filled.columns("etat"))
        self.assertEqual(found["presences"]["nouvelles"], expected)

    def test_somebody_of_another_group_catches_up(self):
        filled = self.sheet("ORD-01")
        guest = next(iter(self.sheet("ORD-02").people))
        row, column = filled.first_free_row(), filled.columns("etat")[0]
        filled.type(f"A{row}", guest)
        filled.type(f"{column}{row}", "présent")
        found = self.read(OK, self.save(filled, "ORD-01"))
        self.assertEqual(found["presences"]["nouvelles"], 1)
        self.assertEqual(found["presences"]["rattrapages"], 1)
        journal = self.assert_run(OK, "journal").out
        self.assertIn("1 nouvelle, 0 modifiée, 0 inchangée", " ".join(journal.split()))
        problem = found["problemes"][0]
        self.assertEqual((problem["gravite"], problem["valeur"]), ("avis", guest))

    def test_a_table_is_read_as_well(self):
        filled = self.sheet("SG-01")
        person = next(iter(filled.people))
        key = next(key for key in filled.keys if key.startswith("etat|"))
        _, day, half, module = key.split("|")
        table = self.folder / "presences.csv"
        table.write_text(
            "groupe;personne;module;date;demi;etat;minutes\n"
            f"SG-01;{person};{module};{day};{half};excusé;\n",
            encoding="utf-8",
        )
        self.assertEqual(self.read(OK, table)["presences"]["excuses"], 1)

    def test_files_without_attendance_change_nothing(self):
        junk = self.folder / "vide.xlsx"
        junk.write_bytes(b"rien")
        before = self.assert_run(OK, "etat", "--json").json["resultat"]
        self.assert_run(DATA, "presences", junk)
        self.assert_run(DATA, "presences", self.folder / "documents" / "calendrier.xlsx")
        self.assert_run(DATA, "presences", self.groups["SG-01"])
        self.assert_run(DATA, "presences", self.folder / "absent.xlsx")
        self.assertEqual(self.assert_run(OK, "etat", "--json").json["resultat"], before)

    @unittest.skipIf(OFFICE is None, "LibreOffice is not installed")
    def test_what_another_program_saved_is_read_the_same(self):
        filled = self.sheet("SG-01")
        filled.fill()
        sent = self.save(filled, "SG-01")
        first = self.read(OK, sent)["presences"]["nouvelles"]
        for extension in ("xlsx", "ods"):
            target = self.folder / extension
            subprocess.run(
                [
                    OFFICE,
                    f"-env:UserInstallation=file://{self.folder}/office",
                    "--headless",
                    "--convert-to",
                    extension,
                    "--outdir",
                    target,
                    sent,
                ],
                check=True,
                capture_output=True,
            )
            found = self.read(OK, target / f"SG-01.{extension}")
            self.assertEqual(found["presences"]["inchangees"], first, extension)
            self.assertEqual(found["problemes"], [], extension)

    @unittest.skipIf(PDFTOTEXT is None, "pdftotext (poppler-utils) is not installed")
    def test_everybody_who_came_is_certified_once_all_is_known(self):
        files = self.fill_all()
        result = self.assert_run(DATA, "attester", "attestations", *DAY)
        self.assertIn("presences", result.err)
        self.assertFalse((self.folder / "attestations").exists())
        self.read(OK, *files)
        self.assert_run(DATA, "attester", "attestations", "--date", "01/11/2026")
        self.assertFalse((self.folder / "attestations").exists())
        self.assert_run(OK, "attester", "attestations", *DAY)
        texts = self.texts("attestations")
        self.assertEqual(sorted(texts), sorted(self.groups))
        self.assertEqual(sum(map(len, texts.values())), 8)
        for group, pages in texts.items():
            for page in pages:
                self.assertIn("totalité des séances prévues", page)
                self.assertIn("samedi 5 décembre 2026", page)
                self.assertIn(group, page)
                names = [name for name in ("Ordonneur", "Gestionneur") if name in page]
                self.assertEqual(len(names), 1)
                self.assertEqual(page.count(names[0]), 1)

    @unittest.skipIf(PDFTOTEXT is None, "pdftotext (poppler-utils) is not installed")
    def test_minutes_of_connection_are_what_a_virtual_class_counts_for(self):
        files = self.fill_all()
        filled = self.sheet("SG-01")
        filled.fill()
        person = next(iter(filled.people))
        filled.type(f"{filled.columns('minutes')[0]}{filled.people[person]}", 95)
        self.read(OK, *[file for file in files if file.stem != "SG-01"])
        self.read(OK, self.save(filled, "SG-01"))
        self.assert_run(OK, "attester", "attestations", *DAY)
        pages = [page for page in self.texts("attestations")["SG-01"] if person in page]
        self.assertEqual(len(pages), 1)
        self.assertRegex(pages[0], r"Classe virtuelle +3 ?h +1 ?h 35")
        self.assertIn("a suivi 7 h 35 des 9 h de séances prévues", pages[0])

    @unittest.skipIf(PDFTOTEXT is None, "pdftotext (poppler-utils) is not installed")
    def test_who_has_left_the_data_since_is_certified_all_the_same(self):
        self.read(OK, *self.fill_all())
        needs = self.tables / "besoins.csv"
        text = needs.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if "Gestionneur2" not in line]
        needs.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.run_in("importer", self.tables)
        self.assert_run(OK, "attester", "attestations", *DAY)
        pages = self.texts("attestations")["SG-01"]
        self.assertEqual(len(pages), 4)
        self.assertEqual(sum("Paul Gestionneur2" in page for page in pages), 1)
        found = self.read(OK, *sorted((self.folder / "retours").glob("*.xlsx")))["presences"]
        self.assertEqual((found["nouvelles"], found["modifiees"]), (0, 0))

    def test_certificates_are_the_same_bytes_and_never_replace_documents(self):
        self.read(OK, *self.fill_all())
        for folder in ("a", "b"):
            self.assert_run(OK, "attester", folder, *DAY)
        self.assertEqual(*(self.files_below(self.folder / folder) for folder in ("a", "b")))
        before = self.files_below(self.folder / "documents")
        self.assert_run(DATA, "attester", "documents", *DAY)
        self.assertEqual(self.files_below(self.folder / "documents"), before)
        self.assert_run(DATA, "publier", "a")

    def test_the_date_is_asked_for(self):
        self.assert_run(USAGE, "attester", "attestations")
        self.assert_run(USAGE, "attester", "attestations", "--date", "demain")

    def test_a_later_plan_leaves_what_was_told(self):
        self.read(OK, *self.fill_all())
        self.assert_run(OK, "planifier", "--travail", "2000", "--graine", "2")
        found = self.read(OK, self.folder / "retours" / "SG-01.xlsx")["presences"]
        self.assertEqual(found["version"], 1)
        self.assertEqual((found["nouvelles"], found["modifiees"]), (0, 0))
        self.assert_run(OK, "attester", "attestations", *DAY)


class WithoutAPlan(ProgramTest):
    def check(self, words):
        for command in (("presences", "retour.csv"), ("attester", "attestations", *DAY)):
            self.assertIn(words, self.assert_run(DATA, *command).err)
        self.assertFalse((self.folder / "attestations").exists())

    def test_a_campaign_without_data_is_told(self):
        self.assert_run(OK, "creer")
        self.check("cohorte importer")

    def test_a_campaign_without_a_plan_is_told(self):
        self.small()
        self.check("n'a pas ce plan")

    def test_a_plan_that_is_not_there_is_told(self):
        self.planned()
        self.assert_run(DATA, "presences", "retour.csv", "--version", "7")
        self.assert_run(DATA, "attester", "attestations", *DAY, "--version", "7")
        self.assert_run(USAGE, "presences", "retour.csv", "--version", "sept")

    def test_a_plan_that_nobody_has_published_is_read_against_all_the_same(self):
        self.planned()
        table = "groupe;personne;module;date;demi;etat\nSG-01;P0001;S-P1;01/01/2020;am;present\n"
        (self.folder / "retour.csv").write_text(table, encoding="utf-8")
        self.assertIn("01/01/2020", self.assert_run(DATA, "presences", "retour.csv").err)


if __name__ == "__main__":
    main()
