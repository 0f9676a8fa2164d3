# SPDX-License-Identifier: GPL-3.0-or-later
"""The publication that the tests of documents compare, print and search.

campagne.sql is a campaign file as text, with two plans made from the tables of avant/ and
campagne/: the documents do not change with what the solver finds. plan-avant/ holds the tables of
the first. `scripts/renew-golden --campagne` makes both again.
"""
import re
import shutil
import sqlite3
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "front"))
import program  # noqa: E402

TABLES = HERE / "campagne"
TABLES_BEFORE = HERE / "avant"
DUMP = HERE / "campagne.sql"
PLAN_BEFORE = HERE / "plan-avant"
PRESENCES = HERE / "presences.csv"
WORK = "20000"
PUBLISHED = re.compile(r"'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ'")
# Folders of a publication, beside documents/ and courriels/.
DIFFERENCE, CLOSED = "difference", "apres"
# What a dump of SQLite leaves out.
PRAGMAS = ("application_id", "user_version")


def succeed(*arguments, cwd, codes=(program.OK,)):
    result = program.run(*arguments, cwd=cwd)
    if result.code not in codes:
        command = " ".join(map(str, arguments))
        raise AssertionError(f"cohorte {command}: {result.code}\n{result.all}")
    return result


def restore(path):
    """Makes the campaign file, anew if there is one."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as file:
        file.executescript(DUMP.read_text(encoding="utf-8"))
    file.close()


def dump(path):
    """The text of a campaign file, without what tells when it was made."""
    file = sqlite3.connect(path)
    lines = [f"PRAGMA {name} = {file.execute(f'PRAGMA {name}').fetchone()[0]};" for name in PRAGMAS]
    lines += [line for line in file.iterdump() if not line.startswith('INSERT INTO "journal"')]
    file.close()
    return PUBLISHED.sub("'2026-09-10T08:00:00Z'", "\n".join(lines) + "\n")


def make_campaign(folder):
    """Two plans: the first is published (its tables stay in plan-avant/), the second follows
    changes of needs and rooms."""
    tables = folder / "donnees"
    documents = folder / "documents-avant"
    shutil.copytree(TABLES, tables)
    (tables / "verrous.csv").unlink()
    shutil.copytree(TABLES_BEFORE, tables, dirs_exist_ok=True)
    succeed("creer", cwd=folder)
    for source in (None, TABLES):
        if source is not None:
            shutil.copytree(source, tables, dirs_exist_ok=True)
        succeed("importer", tables, cwd=folder)
        succeed("planifier", "--travail", WORK, cwd=folder, codes=(program.OK, program.PROBLEMS))
        if source is None:
            succeed("publier", documents, cwd=folder)
            succeed("exporter", "--csv", PLAN_BEFORE, cwd=folder)
    return folder / "campagne.cohorte"


class Publication:
    """Everything the program writes about the second plan, in a folder of its own."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cohorte-"))
        self.campaign = self.folder / "campagne.cohorte"
        self.written = self.folder / "publication"
        self.plan = self.folder / "plan"
        try:
            self._write()
        except BaseException:
            self.close()
            raise

    def _write(self):
        """What changed, while the first plan is the published one; then, once attendance is in,
        everything."""
        restore(self.campaign)
        self.written.mkdir()
        self._run("publier", self.written / DIFFERENCE, "--difference", "1", "2")
        self._run("publier", self.folder / "sans-presences")
        restore(self.campaign)
        self._run("presences", "--version", "2", PRESENCES)
        self._run("publier", self.written / "documents", "--courriels", self.written / "courriels")
        self._run("attester", self.written / CLOSED, "--date", "11/01/2027")
        self._run("exporter", "--csv", self.plan)

    def _run(self, *arguments):
        succeed(*arguments, cwd=self.folder)

    def files(self):
        """Every file, by its name in the publication; of the difference, what the publication of
        the same day does not have."""
        paths = sorted(path for path in self.written.rglob("*") if path.is_file())
        found = {path.relative_to(self.written).as_posix(): path for path in paths}
        whole = self.folder / "sans-presences"
        for name in [name for name in found if name.startswith(f"{DIFFERENCE}/")]:
            twin = whole / name.partition("/")[2]
            if twin.exists() and twin.read_bytes() == found[name].read_bytes():
                del found[name]
        return found

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class PublicationTest(unittest.TestCase):
    """One publication for all the tests of a class."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.publication = Publication()
        cls.addClassCleanup(cls.publication.close)
