# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook as text that a person can compare: one cell a line, what it says and how it looks.

Shared strings, styles and differential styles stand where they are used, days and hours are
written as such. Every other element of the package is printed as it is, one a line, so nothing can
change unseen; left out are the theme, which is the library's, and the list of the parts.
"""
import datetime
import hashlib
import posixpath
import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LEFT_OUT = re.compile(
    r"xl/theme/|xl/(sharedStrings|styles)\.xml$|\[Content_Types\]|_rels/(\.|workbook\.xml\.)rels$"
)
# Which library wrote the file is not what it says.
NOISE = {"AppVersion", "Application", "DocSecurity", "calcPr", "fileVersion", "workbookPr"}
DAY_ZERO = datetime.datetime(1899, 12, 30)


def short(tag):
    return tag.rpartition("}")[2]


def attributes(element):
    return "".join(f" {short(name)}={value!r}" for name, value in sorted(element.attrib.items()))


def printed(element, depth=0):
    """An element and all below it, one a line."""
    text = (element.text or "").strip()
    said = f" : {text}" if text else ""
    lines = [f"{'  ' * depth}{short(element.tag)}{attributes(element)}{said}"]
    for child in element:
        if short(child.tag) not in NOISE:
            lines += printed(child, depth + 1)
    return lines


def inline(element):
    """The same on one line, without the name of the element."""
    below = [child for child in element.iter() if child is not element]
    parts = [short(child.tag) + attributes(child) for child in below]
    return (attributes(element).strip() + " " + ", ".join(parts)).strip()


class Styles:
    """Numbered as they are met, so that a style nobody uses changes nothing."""

    BUILT_IN = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%",
                "10": "0.00%", "14": "dd/mm/yyyy", "20": "hh:mm", "49": "@"}

    def __init__(self, root):
        def items(name):
            return list(root.find(MAIN + name) or [])

        self.fonts, self.fills = items("fonts"), items("fills")
        self.borders, self.formats = items("borders"), items("cellXfs")
        self.differential = items("dxfs")
        self.numbers = dict(self.BUILT_IN)
        for item in items("numFmts"):
            self.numbers[item.get("numFmtId")] = item.get("formatCode")
        self.met = {}

    def number_format(self, index):
        number = self.formats[index].get("numFmtId")
        return self.numbers.get(number, number)

    def name(self, index):
        return f"s{self.met.setdefault(index, len(self.met) + 1)}"

    def fill_and_border(self, index):
        style = self.formats[index]
        fill = self.fills[int(style.get("fillId"))]
        colours = [colour.get("rgb", "?") for colour in fill.iter(MAIN + "fgColor")]
        border = [
            f"{short(side.tag)}:{side.get('style')}"
            for side in self.borders[int(style.get("borderId"))]
            if side.get("style")
        ]
        return [f"fill {colour}" for colour in colours] + ([" ".join(border)] if border else [])

    def described(self, index):
        style = self.formats[index]
        font = self.fonts[int(style.get("fontId"))]
        words = [
            short(item.tag) + ("" if item.get("val") is None else f" {item.get('val')}")
            + ("" if item.get("rgb") is None else f" {item.get('rgb')}")
            for item in font
            if short(item.tag) not in ("family", "scheme")
            and not (short(item.tag) == "color" and item.get("theme") == "1")
        ]
        described = [", ".join(words)] + self.fill_and_border(index)
        if self.number_format(index) != "General":
            described.append(f"format {self.number_format(index)}")
        described += [inline(child) for child in style if short(child.tag) == "alignment"]
        described += ["unlocked" for child in style if child.get("locked") == "0"]
        return " | ".join(described)

    def table(self):
        return [f"s{number} = {self.described(index)}" for index, number in self.met.items()]


def moment(number, number_format):
    """A day or an hour, as the format shows it; None when it is neither."""
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format.lower())
    has_day, has_hour = re.search("[dy]", bare), "h" in bare
    if not has_day and not has_hour:
        return None
    when = DAY_ZERO + datetime.timedelta(days=float(number))
    wanted = ("%Y-%m-%d" if has_day else "") + ("T" if has_day and has_hour else "")
    return when.strftime(wanted + ("%H:%M" if has_hour else ""))


class Book:
    """An open workbook."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in sorted(package.namelist())}
        self.styles = Styles(self.root("xl/styles.xml"))
        self.strings = []
        if "xl/sharedStrings.xml" in self.parts:
            self.strings = [
                "".join(text.text or "" for text in item.iter(MAIN + "t"))
                for item in self.root("xl/sharedStrings.xml")
            ]

    def root(self, name):
        return ElementTree.fromstring(self.parts[name])

    def sheets(self):
        """(name, part) of each sheet, in order."""
        relations = {
            item.get("Id"): posixpath.normpath(posixpath.join("xl", item.get("Target")))
            for item in self.root("xl/_rels/workbook.xml.rels")
        }
        for sheet in self.root("xl/workbook.xml").iter(MAIN + "sheet"):
            yield sheet.get("name"), relations[sheet.get(RELATION)]

    def value(self, cell):
        """What a cell holds, as text; empty for a cell that is only drawn."""
        value = cell.findtext(MAIN + "v")
        formula = cell.findtext(MAIN + "f")
        kind = cell.get("t", "n")
        if value is None:
            shown = "".join(text.text or "" for text in cell.iter(MAIN + "t"))
            shown = f'"{shown}"' if shown else ""
        elif kind in ("s", "str"):
            shown = f'"{self.strings[int(value)] if kind == "s" else value}"'
        elif kind == "n":
            shown = moment(value, self.styles.number_format(int(cell.get("s", "0")))) or value
        else:
            shown = f"{kind} {value}"
        shown = shown.replace("\n", "\\n")
        return shown if formula is None else f"={formula} -> {shown}"

    def row_lines(self, row):
        height = f" height {row.get('ht')}" if row.get("ht") else ""
        hidden = " hidden" if row.get("hidden") else ""
        lines = [f"row {row.get('r')}{height}{hidden}"] if height or hidden else []
        blank = None  # first and last cell, style: a run of cells that are only drawn
        for cell in row:
            style = self.styles.name(int(cell.get("s", "0")))
            shown = self.value(cell)
            if shown == "" and blank is not None and blank[2] == style:
                blank[1] = cell.get("r")
                lines[-1] = f"{blank[0]}:{blank[1]} {style}"
                continue
            blank = [cell.get("r"), cell.get("r"), style] if shown == "" else None
            lines.append(f"{cell.get('r')} {style} {shown}".rstrip())
        return lines

    def sheet_lines(self, part):
        lines = []
        for element in self.root(part):
            name = short(element.tag)
            if name == "sheetData":
                for row in element:
                    lines += self.row_lines(row)
            elif name == "conditionalFormatting":
                lines += self.conditional_lines(element)
            elif name == "cols":
                lines += [f"columns{attributes(column)}" for column in element]
            elif name == "mergeCells":
                lines += [f"merged {cells.get('ref')}" for cells in element]
            else:
                lines += printed(element)
        return lines

    def conditional_lines(self, element):
        for rule in element.iter(MAIN + "cfRule"):
            index = rule.attrib.pop("dxfId", None)
            if index is not None:
                rule.set("look", inline(self.styles.differential[int(index)]))
        return printed(element)

    def lines(self):
        sheets = dict((part, name) for name, part in self.sheets())
        body = []
        for part, name in sheets.items():
            body += ["", f"== sheet {name} ({part})"] + self.sheet_lines(part)
        for part, data in self.parts.items():
            if part in sheets or LEFT_OUT.search(part):
                continue
            body += ["", f"== {part}"]
            if part.endswith((".xml", ".rels")):
                body += printed(ElementTree.fromstring(data))
            else:
                body.append(f"{len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}")
        return ["== styles"] + self.styles.table() + body


def workbook_text(path):
    return "\n".join(Book(path).lines()) + "\n"
