#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frais.xlsx: a spreadsheet program finds our amounts by the formulas, and follows the rates."""
import re
import shutil
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
from program import OK, ProgramTest, main  # noqa: E402
from workbooks import parts, read  # noqa: E402

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def emptied(source, target, edits=()):
    """Copies a workbook without the results of its formulas; edits: (sheet, cell, number)."""
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w") as copy:
        sheets = {part: name for name, part in parts(book).items()}
        for name in book.namelist():
            data = book.read(name)
            if name in sheets:
                text = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", data.decode())
                for sheet, cell, number in edits:
                    if sheet == sheets[name]:
                        pattern = rf'(<c r="{cell}"[^>]*>)<v>[^<]*</v>'
                        text, n = re.subn(pattern, rf"\g<1><v>{number}</v>", text)
                        assert n == 1, cell
                data = text.encode()
            copy.writestr(name, data)


@unittest.skipUnless(OFFICE, "needs LibreOffice Calc")
class Frais(ProgramTest):
    def setUp(self):
        super().setUp()
        self.planned()
        self.assert_run(OK, "publier", "documents")
        self.book = self.folder / "documents" / "frais.xlsx"
        self.ours = read(self.book)

    def computed(self, edits=()):
        """What LibreOffice finds by the formulas alone."""
        source, out = self.folder / "sans.xlsx", self.folder / "calcule"
        emptied(self.book, source, edits)
        subprocess.run(
            [OFFICE, f"-env:UserInstallation=file://{self.folder}/profil", "--headless",
             "--convert-to", "xlsx", "--outdir", out, source],
            check=True, capture_output=True, timeout=300,
        )
        return read(out / source.name)

    def cell_right_of(self, sheet, text, column):
        """The cell of that column in the row whose first cell holds the text."""
        for cell, (value, _) in self.ours[sheet].items():
            if value == text and re.fullmatch("A[0-9]+", cell):
                return column + cell[1:]
        self.fail(f"no row {text} in {sheet}")

    def test_a_spreadsheet_computes_every_amount_as_we_do(self):
        theirs = self.computed()
        n_formulas = 0
        for sheet, cells in self.ours.items():
            for cell, (value, has_formula) in cells.items():
                if not has_formula:
                    continue
                n_formulas += 1
                found = theirs[sheet][cell][0]
                self.assertIsInstance(found, float, f"{sheet} {cell}")
                self.assertAlmostEqual(found, float(value), places=7, msg=f"{sheet} {cell}")
        self.assertGreater(n_formulas, 200)

    def test_amounts_follow_a_rate_that_is_changed(self):
        rate = self.cell_right_of("Barèmes", "km_5cv_1", "C")
        theirs = self.computed([("Barèmes", rate, "0.64")])
        total = self.cell_right_of("Synthèse", "Indemnités kilométriques", "E")
        self.assertGreater(self.ours["Synthèse"][total][0], 0)
        self.assertAlmostEqual(
            theirs["Synthèse"][total][0], 2 * self.ours["Synthèse"][total][0], places=2
        )

    def test_a_trip_across_a_threshold_is_paid_by_band(self):
        limits = [("seuil_km_1", 5), ("seuil_km_2", 12.5)]
        theirs = self.computed([
            ("Barèmes", self.cell_right_of("Barèmes", code, "C"), value) for code, value in limits
        ])["Déplacements"]
        rates, n_split = (0.32, 0.40, 0.23), 0
        for cell, (paid, has_formula) in theirs.items():
            row = cell[1:]
            if not has_formula or not re.fullmatch("R[0-9]+", cell) or f"S{row}" not in theirs:
                continue
            before = theirs[f"S{row}"][0]
            if not isinstance(before, float):
                continue
            bounds = [0, 5, 12.5, 1e9]
            bands = [
                max(0, min(before + paid, high) - max(before, low))
                for low, high in zip(bounds, bounds[1:])
            ]
            n_split += sum(band > 0 for band in bands) > 1
            wanted = sum(band * rate for band, rate in zip(bands, rates))
            self.assertAlmostEqual(theirs[f"U{row}"][0], wanted, delta=0.00500001)
        self.assertGreater(n_split, 0)

    def test_meals_follow_the_speed(self):
        rate = self.cell_right_of("Barèmes", "vitesse_km_h", "C")
        theirs = self.computed([("Barèmes", rate, "2")])
        meals = self.cell_right_of("Synthèse", "Repas", "E")
        self.assertGreater(theirs["Synthèse"][meals][0], self.ours["Synthèse"][meals][0])

    def test_pay_follows_the_hourly_rate(self):
        rate = self.cell_right_of("Barèmes", "Taux horaire des formateurs (€)", "C")
        theirs = self.computed([("Barèmes", rate, "10")])
        for cell, (value, has_formula) in theirs["Formateurs"].items():
            if cell.startswith("L") and has_formula:
                hours = theirs["Formateurs"]["K" + cell[1:]][0]
                self.assertAlmostEqual(value, 10 * hours, places=7)


if __name__ == "__main__":
    main()
