# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks opened by LibreOffice: printed, and saved again with every formula computed anew."""
import shutil
import subprocess
from pathlib import Path

# A few seconds each when the machine is free.
LIMIT_S = 240
# In a profile of its own: another LibreOffice may be open, and none may have run before. What a
# formula gave when it was written must not be believed. Readers are French.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"
 oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
"""


def why_not():
    """Why nothing can be printed on this machine; None when it can."""
    missing = [name for name in ("soffice", "pdfinfo", "pdftotext") if shutil.which(name) is None]
    if missing:
        return f"{', '.join(missing)} not found (Debian: libreoffice-calc, poppler-utils)"
    return None


def flat(name):
    """A file name for a path: all the results land in one folder."""
    return name.replace("/", "__")


class Office:
    """Prints and computes workbooks in a folder of its own, all of them in one go each."""

    def __init__(self, folder, books):
        """books: paths by name in the publication"""
        self.folder = Path(folder)
        self.names = list(books)
        self.profile = self.folder / "profil"
        (self.profile / "user").mkdir(parents=True)
        (self.profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
        self.sources = self.folder / "sources"
        self.sources.mkdir()
        for name, path in books.items():
            shutil.copy(path, self.sources / flat(name))
        self.convert("pdf")
        self.convert("xlsx")

    def convert(self, kind):
        command = [
            "soffice", f"-env:UserInstallation=file://{self.profile}", "--headless",
            "--convert-to", kind, "--outdir", self.folder / kind,
            *sorted(self.sources.iterdir()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=LIMIT_S)

    def paper(self, name):
        return self.folder / "pdf" / Path(flat(name)).with_suffix(".pdf").name

    def computed(self, name):
        return self.folder / "xlsx" / flat(name)

    def sheets_of_paper(self, name):
        """The text of each."""
        command = ["pdftotext", "-layout", self.paper(name), "-"]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        return done.stdout.split("\f")[:-1]
