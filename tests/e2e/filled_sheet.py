# SPDX-License-Identifier: GPL-3.0-or-later
"""Types into the sheet `Présences` of a published workbook as a spreadsheet program would."""
import re
import zipfile
from xml.sax.saxutils import escape

SHEET = "Présences"


def _sheet_part(book):
    names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    return f"xl/worksheets/sheet{names.index(SHEET) + 1}.xml"


def _shared(book):
    text = book.read("xl/sharedStrings.xml").decode()
    return [re.sub(r"<[^>]*>", "", item) for item in re.findall(r"<si>.*?</si>", text, re.S)]


class Filled:
    """The sheet as rows of texts by column letter, and what is to be typed."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as book:
            self.part = _sheet_part(book)
            self.xml = book.read(self.part).decode()
            shared = _shared(book)
        self.cells = {}
        for ref, kind, body in re.findall(
            r'<c r="([A-Z]+[0-9]+)"[^>]*?(?: t="(\w+)")?>(.*?)</c>', self.xml
        ):
            value = re.search(r"<v>(.*?)</v>", body)
            if value and kind == "s":
                self.cells[ref] = shared[int(value[1])]
        self.keys = {}  # key -> column letters
        for ref, text in self.cells.items():
            if text.startswith("cohorte-presences|"):
                self.mark, self.row = ref, int(re.search("[0-9]+", ref)[0])
        for ref, text in self.cells.items():
            if ref.endswith(str(self.row)) and re.search("[0-9]+", ref)[0] == str(self.row):
                self.keys[text] = re.sub("[0-9]", "", ref)
        self.people = {
            text: int(ref[1:])
            for ref, text in self.cells.items()
            if re.fullmatch("A[0-9]+", ref) and re.fullmatch("[PR][0-9]{4,}", text)
        }

    def columns(self, kind):
        """Column letters of the states (`etat`) or minutes, in order."""
        return [column for key, column in self.keys.items() if key.startswith(kind + "|")]

    def first_free_row(self):
        return max(self.people.values()) + 1

    def type(self, ref, text):
        """Types a text, or a number, into an empty cell."""
        if isinstance(text, int):
            body = f"<v>{text}</v>"
            kind = ""
        else:
            body = f"<is><t>{escape(text)}</t></is>"
            kind = ' t="inlineStr"'
        self.xml, n = re.subn(
            rf'<c r="{ref}"( s="[0-9]+")?/>',
            lambda match: f'<c r="{ref}"{match[1] or ""}{kind}>{body}</c>',
            self.xml,
        )
        assert n == 1, ref

    def fill(self, state="présent", people=None):
        """The same state for some people, all by default, at every half-day."""
        for person in people if people is not None else self.people:
            for column in self.columns("etat"):
                self.type(f"{column}{self.people[person]}", state)

    def save(self, target):
        with zipfile.ZipFile(self.path) as book, zipfile.ZipFile(
            target, "w", zipfile.ZIP_DEFLATED
        ) as new:
            for name in book.namelist():
                new.writestr(name, self.xml if name == self.part else book.read(name))
        return target
