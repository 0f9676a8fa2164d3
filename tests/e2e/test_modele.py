#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The campaign workbook: written, imported as it is, filled, saved again by a spreadsheet program."""
import csv
import html
import re
import shutil
import sqlite3
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import DATA, DEMO, OK, SHARED, USAGE  # noqa: E402

SUPPRESSIONS = Path(__file__).with_name("libxlsxwriter.supp")
CALENDARS = SHARED / "data" / "calendrier"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
# Sheets to be pasted into whole, headers too.
PUBLISHED = ("annuaire", "calendrier-vacances", "calendrier-feries")
ROW = re.compile(r"<row .*?</row>|<row [^>]*/>", re.S)


def letters(index):
    text = ""
    while index >= 0:
        text = chr(65 + index % 26) + text
        index = index // 26 - 1
    return text


def row_xml(number, cells):
    return f'<row r="{number}">' + "".join(
        f'<c r="{letters(i)}{number}" t="inlineStr"><is><t xml:space="preserve">'
        f"{html.escape(cell)}</t></is></c>"
        for i, cell in enumerate(cells) if cell
    ) + "</row>"


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        head = stream.readline()
        stream.seek(0)
        return list(csv.reader(stream, delimiter=";" if ";" in head else ","))


class Book:
    """The parts of a template, to be filled."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        strings = self.parts["xl/sharedStrings.xml"].decode()
        self.strings = [
            html.unescape(text) for text in re.findall(r"<si><t[^>]*>(.*?)</t></si>", strings, re.S)
        ]
        names = re.findall(r'<sheet name="([^"]+)"', self.parts["xl/workbook.xml"].decode())
        self.sheets = {
            html.unescape(name): f"xl/worksheets/sheet{i}.xml" for i, name in enumerate(names, 1)
        }

    def headers(self, sheet):
        first = ROW.search(self.parts[self.sheets[sheet]].decode()).group()
        return [self.strings[int(i)] for i in re.findall(r't="s"><v>(\d+)</v>', first)]

    def fill(self, sheet, rows):
        """Writes the rows of a table under the headers and the example, column by column."""
        name = self.sheets[sheet]
        text = self.parts[name].decode()
        kept = ROW.findall(text)[: 1 if sheet == "parametres" else 2]
        if sheet in PUBLISHED:
            kept, order, body = [], range(len(rows[0])), rows
        else:
            order = [rows[0].index(h) if h in rows[0] else None for h in self.headers(sheet)]
            body = rows[1:]
        for row in body:
            cells = ["" if i is None or i >= len(row) else row[i] for i in order]
            kept.append(row_xml(len(kept) + 1, cells))
        data = "<sheetData>" + "".join(kept) + "</sheetData>"
        self.parts[name] = re.sub(
            r"<sheetData>.*</sheetData>", lambda _: data, text, flags=re.S
        ).encode()

    def save(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)


class Template(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.book = self.folder / "modele.xlsx"

    def run_in(self, *arguments, **options):
        leaks = f"exitcode=99:print_suppressions=0:suppressions={SUPPRESSIONS}"
        options.setdefault("env", program.environment(LSAN_OPTIONS=leaks))
        return super().run_in(*arguments, **options)

    def write(self):
        self.assert_run(OK, "modele", self.book)
        return Book(self.book)

    def imported(self, source):
        """What a campaign file holds after an import, but for where each row came from."""
        campaign = self.folder / f"{source.name}.cohorte"
        self.assert_run(OK, "creer", "--campagne", campaign)
        result = self.run_in("importer", source, "--campagne", campaign)
        self.assertIn(result.code, (OK, program.PROBLEMS), result.all)
        held = {}
        with sqlite3.connect(campaign) as base:
            tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                names = [r[1] for r in base.execute(f"PRAGMA table_info({table})")]
                names = [n for n in names if not n.startswith("origin")]
                if table in ("problems", "journal") or not names:
                    continue
                held[table] = base.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()
        base.close()
        self.assertGreater(len(held["people"]), 2)
        return held

    def test_the_template_is_imported_without_a_word_about_its_form(self):
        self.write()
        self.assert_run(OK, "creer")
        out = self.assert_run(DATA, "importer", self.book).all
        self.assertIn("n'a que des en-têtes", out)
        for word in ("colonne « ", "n'est celui d'aucune table", "n'est pas utilisée"):
            self.assertNotIn(word, re.sub(r"colonne\s+« cle", "", out))

    def test_every_column_and_parameter_is_explained(self):
        book = self.write()
        n_columns = sum(len(book.headers(s)) for s in book.sheets
                        if s not in PUBLISHED and s != "Mode d'emploi")
        notes = "".join(text.decode() for name, text in book.parts.items()
                        if name.startswith("xl/comments"))
        self.assertEqual(notes.count("<comment "), n_columns)
        parameters = book.parts[book.sheets["parametres"]].decode()
        for row in ROW.findall(parameters)[1:]:
            self.assertRegex(row, r'<c r="C\d+" s="\d+" t="s">')

    def test_what_is_there_already_is_not_replaced(self):
        self.book.write_text("rempli")
        self.assertIn("existe", self.assert_run(DATA, "modele", self.book).err)
        self.assertEqual(self.book.read_text(), "rempli")

    def test_the_name_must_be_that_of_a_workbook(self):
        self.assertIn(".xlsx", self.assert_run(USAGE, "modele", "campagne.csv").err)

    def test_a_name_that_cannot_be_is_told_what_to_do(self):
        self.assertIn("tableur", self.assert_run(USAGE, "modele", "campagne.ods").err)
        self.assertIn("Créez ce dossier",
                      self.assert_run(DATA, "modele", self.folder / "nulle" / "x.xlsx").err)

    def test_answers_have_a_sheet_that_asks_for_nothing_when_blank(self):
        _, path = self.make_filled()
        self.assertIn("decision", Book(self.book).headers("decisions"))
        folder = self.folder / "dossier"
        folder.mkdir()
        shutil.copy(path, folder)
        (folder / "decisions.csv").write_text("question;valeur;decision\nrole;A1;non\n")
        self.assert_run(OK, "creer")
        self.assertNotIn("déjà lue", self.run_in("importer", folder).all)

    def test_nothing_to_import_is_told_where_to_begin(self):
        self.assert_run(OK, "creer")
        empty = self.folder / "vide"
        empty.mkdir()
        self.assertIn("cohorte modele", self.assert_run(DATA, "importer", empty).err)
        lone = shutil.copy(DEMO / "salles.csv", self.folder)
        said = self.assert_run(DATA, "importer", lone).err
        self.assertIn("importer DOSSIER", " ".join(said.split()))

    def test_two_templates_are_the_same_bytes(self):
        self.write()
        other = self.folder / "autre.xlsx"
        self.assert_run(OK, "modele", other)
        self.assertEqual(self.book.read_bytes(), other.read_bytes())

    def filled(self):
        book = self.write()
        tables = self.folder / "tables"
        tables.mkdir()
        for path in DEMO.glob("*.csv"):
            if path.stem in book.sheets:
                shutil.copy(path, tables)
                book.fill(path.stem, read_csv(path))
        return book, tables

    def make_filled(self):
        """A folder of tables and the same in the template, needs by head-count."""
        book, tables = self.filled()
        uais = [row[0] for row in read_csv(tables / "etablissements.csv")[1:4]]
        role = read_csv(tables / "roles.csv")[1][0]
        needs = [["uai", "role", "nom", "prenom"]]
        needs += [[uai, role, f"Nom{i}", "Zoé & Léa"] for i, uai in enumerate(uais)]
        (tables / "besoins.csv").write_text(
            "".join(";".join(row) + "\n" for row in needs), encoding="utf-8"
        )
        book.fill("besoins", needs)
        path = self.folder / "rempli.xlsx"
        book.save(path)
        return tables, path

    def test_filled_it_makes_the_same_campaign_as_the_tables(self):
        tables, path = self.make_filled()
        self.assertEqual(self.imported(path), self.imported(tables))

    def parameters(self, book, **changes):
        """The parameters as the template has them, but for those changed."""
        text = book.parts[book.sheets["parametres"]].decode()
        rows = [["cle", "valeur"]]
        for row in ROW.findall(text)[1:]:
            cells = dict(re.findall(r'<c r="([AB])\d+"[^>]* t="s"><v>(\d+)</v>', row))
            key, value = (self.strings_of(book, cells.get(c)) for c in "AB")
            rows.append([key, changes.get(key, value)])
        return rows

    @staticmethod
    def strings_of(book, index):
        return book.strings[int(index)] if index is not None else ""

    def test_the_public_holidays_of_the_template_follow_the_academy(self):
        book = self.write()
        held = dict(self.parameters(book)[1:])
        self.assertEqual(held["jours_feries"], "")
        self.assertIn("evite", held["mercredi"])

    @unittest.skipUnless(CALENDARS.is_dir(), "the published calendars are not here")
    def test_strasbourg_keeps_its_own_public_holidays_in_the_template(self):
        book, tables = self.filled()
        school, role = (read_csv(tables / f"{n}.csv")[1][0] for n in ("etablissements", "roles"))
        book.fill("besoins", [["uai", "role", "nom", "prenom"]]
                  + [[school, role, f"Nom{i}", "Inventé"] for i in range(3)])
        official = [read_csv(CALENDARS / f"jours_feries_{name}.csv")
                    for name in ("metropole", "alsace-moselle")]
        book.fill("parametres", self.parameters(
            Book(self.book), campagne="Essai", academie="Strasbourg", zone="B",
            debut="02/11/2026", fin="31/12/2026"))
        book.fill("calendrier-feries", official[0] + official[1][1:])
        path = self.folder / "strasbourg.xlsx"
        book.save(path)
        closed = [row for row in self.imported(path)["closures"] if "2ème jour de Noël" in str(row)]
        self.assertEqual(len(closed), 1, closed)

    @unittest.skipUnless(OFFICE, "LibreOffice is not here")
    def test_saved_by_libreoffice_it_makes_the_same_campaign(self):
        tables, path = self.make_filled()
        expected = self.imported(tables)
        for kind in ("ods", "xlsx"):
            out = self.folder / kind
            subprocess.run(
                [OFFICE, f"-env:UserInstallation=file://{self.folder}/profil", "--headless",
                 "--convert-to", kind, "--outdir", out, path],
                check=True, capture_output=True, timeout=200,
            )
            saved = out / f"rempli.{kind}"
            self.assertEqual(self.imported(saved.rename(self.folder / f"lo.{kind}")), expected)


class Texts(program.ProgramTest):
    SHIPPED = program.SOURCE / "modeles"

    def test_all_that_is_shipped_is_written_as_it_is(self):
        said = self.assert_run(OK, "modele", "--textes", "textes").out
        written = self.files_below(self.folder / "textes")
        self.assertEqual(written, self.files_below(self.SHIPPED))
        self.assertIn("convocation.txt", written)
        for name in written:
            self.assertIn(name, said)
        result = self.assert_run(OK, "modele", "--textes", "autre", "--json").json["resultat"]
        self.assertEqual(set(result["fichiers"]), set(written))

    def test_what_is_written_gives_the_documents_of_no_folder(self):
        self.small()
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.assert_run(OK, "publier", "sans")
        self.assert_run(OK, "modele", "--textes", "textes")
        self.assert_run(OK, "publier", "avec", "--modeles", "textes")
        self.assertEqual(
            self.files_below(self.folder / "sans"), self.files_below(self.folder / "avec")
        )

    def test_a_folder_with_something_in_it_is_not_touched(self):
        folder = self.folder / "textes"
        folder.mkdir()
        (folder / "convocation.txt").write_text("à moi", encoding="utf-8")
        said = self.assert_run(DATA, "modele", "--textes", "textes").err
        self.assertIn("n'est pas vide", said)
        self.assertEqual(self.files_below(folder), {"convocation.txt": "à moi".encode()})

    def test_an_empty_folder_is_filled(self):
        (self.folder / "textes").mkdir()
        self.assert_run(OK, "modele", "--textes", "textes")
        self.assertEqual(self.files_below(self.folder / "textes"), self.files_below(self.SHIPPED))

    def test_a_place_that_is_no_folder_is_told(self):
        (self.folder / "fichier").write_text("x", encoding="utf-8")
        self.assertIn("fichier", self.assert_run(DATA, "modele", "--textes", "fichier").err)
        self.assertIn("absent", self.assert_run(DATA, "modele", "--textes", "absent/textes").err)
        self.assertEqual(self.files_below(self.folder), {"fichier": b"x"})

    def test_one_thing_is_written_at_a_time(self):
        self.assert_run(USAGE, "modele")
        self.assert_run(USAGE, "modele", "--textes", "textes", "livre.xlsx")
        self.assertEqual(self.files_below(self.folder), {})


if __name__ == "__main__":
    program.main()
