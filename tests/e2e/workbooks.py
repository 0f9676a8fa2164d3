# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads published workbooks with the standard library alone."""
import datetime
import re
import xml.etree.ElementTree as ET
import zipfile

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DAY_ZERO = datetime.date(1899, 12, 30)


def parts(book):
    """Names of the sheets and their parts, in order."""
    targets = {
        relation.get("Id"): relation.get("Target").lstrip("/")
        for relation in ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    }
    sheets = ET.fromstring(book.read("xl/workbook.xml")).find(SPACE + "sheets")
    return {
        sheet.get("name"): "xl/" + targets[sheet.get(RELATION)].removeprefix("xl/")
        for sheet in sheets
    }


def shared_texts(book):
    items = ET.fromstring(book.read("xl/sharedStrings.xml")).findall(SPACE + "si")
    return ["".join(text.text or "" for text in item.iter(SPACE + "t")) for item in items]


def read(path):
    """Sheet -> cell -> (value, has a formula)."""
    found = {}
    with zipfile.ZipFile(path) as book:
        texts = shared_texts(book)
        for name, part in parts(book).items():
            found[name] = {}
            for cell in ET.fromstring(book.read(part)).iter(SPACE + "c"):
                value = cell.findtext(SPACE + "v")
                if value is not None and cell.get("t") == "s":
                    value = texts[int(value)]
                elif value is not None and cell.get("t") in (None, "n"):
                    value = float(value)
                found[name][cell.get("r")] = (value, cell.find(SPACE + "f") is not None)
    return found


def grid(cells):
    """Row number -> column letters -> value, empty cells left out."""
    rows = {}
    for name, (value, _) in cells.items():
        if value not in (None, ""):
            column, row = re.fullmatch("([A-Z]+)([0-9]+)", name).groups()
            rows.setdefault(int(row), {})[column] = value
    return rows


def tables(cells, first, *more):
    """The rows under each head whose cells begin with these texts, as dictionaries by head."""
    rows = grid(cells)
    found = []
    for start, head in sorted(rows.items()):
        if list(head.values())[: 1 + len(more)] != [first, *more]:
            continue
        row = start + 1
        while row in rows:
            found.append({head.get(column, column): value for column, value in rows[row].items()})
            row += 1
    return found


def day(serial):
    """AAAA-MM-JJ of a date in a cell."""
    return (DAY_ZERO + datetime.timedelta(days=int(serial))).isoformat()


def hour(part_of_day):
    """HH:MM of a time in a cell."""
    minutes = round(part_of_day * 24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
