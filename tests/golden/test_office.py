# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reader opens every workbook of a publication: LibreOffice prints it and computes it."""
import re
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent))
import office  # noqa: E402
from publication import HERE, PublicationTest, program  # noqa: E402
from workbook_text import MAIN, Book  # noqa: E402

COUNTS = HERE / "papier.csv"
REMEDY = "\nIf this is meant: scripts/renew-golden, then review its diff."
# What stands in a cell when a formula fails, or when its number is wider than its column.
FAULT = re.compile(r"#REF!|#NAME\?|#VALUE!|#DIV/0!|#N/A|#NUM!|#NULL!|Err:\d+|###")
# Words that must be on the paper, by folder or by file.
KEY_TEXTS = {
    "calendrier.xlsx": ["Calendrier de formation", "Semaine 41", "GEST-01", "personnels"],
    "groupes": ["Feuille d'émargement", "Nombre d'absents"],
    "etablissements": ["Avis au chef d'établissement", "Personnels à former"],
    "formateurs": ["ORDRE DE MISSION", "Heures et paiement"],
    "sites": ["Salles réservées", "ORD-0"],
    "anomalies.xlsx": ["Maud Marsannay"],
    "changements.xlsx": ["Fanny Fauverney"],
    "cosui.xlsx": ["Comité de suivi", "Couverture des besoins"],
    "fm1.xlsx": ["Demande d'accès à FM1", "Étiévant-Lacôte"],
    "frais.xlsx": ["Prévision de frais", "Barèmes", "Covoiturage"],
    "sofia-sessions.xlsx": ["GEST-02"],
}


def workbooks(publication):
    """Those of documents/: the ones attached to messages are the same."""
    files = publication.files()
    return {name: path for name, path in files.items() if name.endswith(".xlsx")}


def print_all(publication, folder):
    return office.Office(folder, workbooks(publication))


def counts_of_paper(printed):
    lines = ["document;feuilles"]
    lines += [f"{name};{len(printed.sheets_of_paper(name))}" for name in printed.names]
    return "\n".join(lines) + "\n"


def bare(text):
    """Without blanks and hyphens, where lines are cut."""
    return re.sub(r"[\s\u00ad-]", "", text)


def results(path):
    """What each formula gave: {(sheet, cell): (is_error, value)}."""
    book = Book(path)
    found = {}
    for name, part in book.sheets():
        for cell in book.root(part).iter(MAIN + "c"):
            if cell.find(MAIN + "f") is None:
                continue
            value = cell.findtext(MAIN + "v") or ""
            if cell.get("t") == "s":
                value = book.strings[int(value)]
            found[name, cell.get("r")] = (cell.get("t") == "e", value)
    return found


def same(left, right):
    try:
        return abs(float(left) - float(right)) <= 1e-9 * max(1.0, abs(float(left)))
    except ValueError:
        return left == right


def shown_texts(path):
    """Texts of cells, but for those of hidden columns and rows."""
    book = Book(path)
    for _, part in book.sheets():
        root = book.root(part)
        hidden = set()
        for column in root.iter(MAIN + "col"):
            if column.get("hidden") == "1":
                hidden |= set(range(int(column.get("min")), int(column.get("max")) + 1))
        for row in root.iter(MAIN + "row"):
            for cell in row:
                letters = re.match("[A-Z]+", cell.get("r"))[0]
                column = 0
                for letter in letters:
                    column = column * 26 + ord(letter) - ord("A") + 1
                if cell.get("t") == "s" and column not in hidden and row.get("hidden") != "1":
                    yield book.strings[int(cell.findtext(MAIN + "v"))]


class SecondReader(PublicationTest):
    @classmethod
    def setUpClass(cls):
        reason = office.why_not()
        if reason is not None:
            raise unittest.SkipTest(reason)
        super().setUpClass()
        folder = tempfile.TemporaryDirectory(prefix="cohorte-")
        cls.addClassCleanup(folder.cleanup)
        cls.books = workbooks(cls.publication)
        cls.printed = print_all(cls.publication, folder.name)
        cls.papers = {name: cls.printed.sheets_of_paper(name) for name in cls.books}

    def test_each_document_takes_the_paper_it_took(self):
        expected = COUNTS.read_text(encoding="utf-8")
        self.assertEqual(expected, counts_of_paper(self.printed), REMEDY)

    def test_each_sheet_of_paper_is_numbered(self):
        for name, papers in self.papers.items():
            with self.subTest(name):
                for number, paper in enumerate(papers, 1):
                    self.assertIn(f"Page {number}/{len(papers)}", paper)

    def test_the_title_and_the_key_words_are_on_the_paper(self):
        for name, papers in self.papers.items():
            text = bare("".join(papers))
            _, key, *_ = name.split("/")
            core = ElementTree.fromstring(Book(self.books[name]).parts["docProps/core.xml"])
            title = core.findtext("{http://purl.org/dc/elements/1.1/}title")
            with self.subTest(name):
                self.assertTrue(title)
                for words in [title, *KEY_TEXTS.get(key, [])]:
                    self.assertIn(bare(words), text)

    def test_nothing_that_a_cell_says_is_left_off_the_paper(self):
        """What a row too low or a column too narrow hides is not in the PDF either."""
        for name, papers in self.papers.items():
            text = bare("".join(papers))
            said = Counter(
                word
                for cell in shown_texts(self.books[name])
                for word in re.split(r"[\s\u00ad/-]+", cell)
                if word
            )
            cut = [
                f"{word!r}: {times} times in cells, {text.count(word)} on paper"
                for word, times in said.items()
                if text.count(word) < times
            ]
            with self.subTest(name):
                self.assertEqual(cut, [])

    def test_no_formula_fails_and_no_number_is_cut_off(self):
        for name, papers in self.papers.items():
            with self.subTest(name):
                self.assertEqual(FAULT.findall("".join(papers)), [])

    def test_formulas_give_what_was_written_beside_them(self):
        checked = 0
        for name, path in self.books.items():
            written, computed = results(path), results(self.printed.computed(name))
            checked += len(written)
            with self.subTest(name):
                self.assertEqual(sorted(written), sorted(computed))
                wrong = {
                    where: (value, computed[where][1])
                    for where, (_, value) in written.items()
                    if computed[where][0] or not same(value, computed[where][1])
                }
                self.assertEqual(wrong, {})
        self.assertGreater(checked, 20)


if __name__ == "__main__":
    program.main()
