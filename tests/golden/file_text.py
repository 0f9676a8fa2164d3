# SPDX-License-Identifier: GPL-3.0-or-later
"""Any file of a publication as text, without what varies with the libraries that wrote it."""
import email
import email.policy
import hashlib
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from workbook_text import workbook_text

PDF_TOOLS = ("pdfinfo", "pdffonts", "pdftotext")
PDF_FACTS = (
    "Title", "Subject", "Author", "CreationDate", "ModDate", "Tagged", "Pages", "Page size",
)
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
PRODUCT = re.compile(r"(?m)^(PRODID:.*?)\d+\.\d+\.\d+")
ZONE = re.compile(r"BEGIN:VTIMEZONE\n.*?END:VTIMEZONE\n", re.S)


def read_pdf(tool, *arguments):
    done = subprocess.run([tool, *arguments], check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def why_no_pdf():
    """Why PDF files cannot be compared on this machine; None when they can be.

    How lines break depends on the fonts and on Pango, what is read on poppler: only Debian 12
    is compared."""
    missing = [tool for tool in PDF_TOOLS if shutil.which(tool) is None]
    if missing:
        return f"{', '.join(missing)} not found (Debian package poppler-utils)"
    release = Path("/etc/os-release")
    told = release.read_text(encoding="utf-8") if release.exists() else ""
    if "VERSION_CODENAME=bookworm" not in told:
        return "PDF files are compared on Debian 12 only"
    return None


def pdf_text(path):
    told = dict(
        (part.strip() for part in line.split(":", 1))
        for line in read_pdf("pdfinfo", "-isodates", path).splitlines()
        if ":" in line
    )
    fonts = [line.split() for line in read_pdf("pdffonts", path).splitlines()[2:]]
    tags = Counter(re.findall(r"(?m)^ *([A-Za-z0-9]+)", read_pdf("pdfinfo", "-struct", path)))
    lines = [f"{name}: {told.get(name, '')}" for name in PDF_FACTS]
    lines += sorted(f"Font: {font[0].partition('+')[2]}, embedded: {font[-5]}" for font in fonts)
    lines += ["Structure: " + ", ".join(f"{tag} {count}" for tag, count in sorted(tags.items()))]
    for number, paper in enumerate(read_pdf("pdftotext", "-layout", path, "-").split("\f")[:-1]):
        lines += ["", f"== sheet {number + 1}"] + [line.rstrip() for line in paper.splitlines()]
    return "\n".join(lines) + "\n"


def agenda_text(text):
    """Long lines whole, and no version of the program."""
    unfolded = text.replace("\r\n", "\n").replace("\n ", "")
    return PRODUCT.sub(r"\1(version)", unfolded)


class MessageText:
    """Messages as text; what is attached is named, not repeated."""

    def __init__(self, files):
        """files: those of the publication, by name"""
        self.published = {
            hashlib.sha256(path.read_bytes()).digest(): name for name, path in files.items()
        }
        agendas = [agenda_text(path.read_bytes().decode()) for path in files.values()
                   if path.suffix == ".ics"]
        self.zones = {zone for text in agendas for zone in ZONE.findall(text)}

    def part_lines(self, part):
        name = part.get_filename()
        lines = ["", f"== {part.get_content_type()}{f', {name}' if name else ''}"]
        method = part.get_param("method")
        if method:
            lines.append(f"method: {method}")
        data = part.get_payload(decode=True)
        same = self.published.get(hashlib.sha256(data).digest())
        if same is not None:
            return lines + [f"= {same}"]
        text = part.get_content()
        if part.get_content_type() == "text/calendar":
            text = agenda_text(text)
            for zone in self.zones:
                text = text.replace(zone, "(the clocks of the published agendas)\n")
        return lines + text.splitlines()

    def text(self, path):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        lines = [
            f"{name}: {value}"
            for name, value in message.items()
            if name not in ("Content-Type", "Content-Transfer-Encoding")
        ]
        for part in message.walk():
            if not part.is_multipart():
                lines += self.part_lines(part)
        return "\n".join(lines) + "\n"


def all_texts(files):
    """The text of every file, by name; None where this machine cannot tell."""
    messages = MessageText(files)
    can_read_pdf = why_no_pdf() is None
    readers = {
        ".xlsx": workbook_text,
        ".pdf": pdf_text if can_read_pdf else lambda path: None,
        ".eml": messages.text,
        ".ics": lambda path: agenda_text(path.read_bytes().decode("utf-8")),
    }

    def plain(path):
        return DIGEST.sub("(SHA-256)", path.read_bytes().decode("utf-8")).replace("\r\n", "\n")

    return {name: readers.get(path.suffix, plain)(path) for name, path in files.items()}
