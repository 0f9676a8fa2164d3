# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a plan and the documents published from it, to be compared."""
import csv
import datetime
import html
import io
import re
import shutil
import subprocess

from workbooks import read

PDF = shutil.which("pdftotext")
DAYS = ("lun.", "mar.", "mer.", "jeu.", "ven.")
HALVES = {"am": ("matin",), "pm": ("après-midi",), "journee": ("matin", "après-midi")}
NOON, AFTERNOON = "12:00", "13:30"
HOURS_A_HALF = 3
COMPARISONS = []


def holds(*facts):
    """Marks a comparison with the kinds of facts whose change it must notice."""

    def marked(comparison):
        COMPARISONS.append((comparison, facts))
        return comparison

    return marked


def rows(path, encoding="utf-8"):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding)), delimiter=";"))


def named(person):
    return f"{person['prenom']} {person['nom']}"


def both_halves(meeting):
    """Its half-days: (name, begin, end)."""
    names = HALVES[meeting["demi"]]
    if len(names) == 1:
        return [(names[0], meeting["debut"], meeting["fin"])]
    return [(names[0], meeting["debut"], NOON), (names[1], AFTERNOON, meeting["fin"])]


def hours_text(meeting):
    return " et ".join(f"{begin}-{end}" for _, begin, end in both_halves(meeting))


def short_day(text):
    date = datetime.date.fromisoformat(text)
    return f"{DAYS[date.weekday()]} {date.day} nov."


def in_person(meetings):
    return [meeting for meeting in meetings if meeting["salle"]]


def facts_of(meeting, *names):
    return tuple(meeting[name] for name in names)


class Plan:
    """The tables of a plan, and the webinar, which belongs to a path and to no table."""

    def __init__(self, folder):
        self.groups = {row["groupe"]: row for row in rows(folder / "groupes.csv")}
        self.meetings = rows(folder / "seances.csv")
        self.people = rows(folder / "affectations.csv")
        self.unplaced = rows(folder / "non_places.csv")
        self.summary = {row["cle"]: row["valeur"] for row in rows(folder / "bilan.csv")}
        trainers = rows(folder.parent / "donnees/formateurs.csv")
        self.trainers = {row["formateur"]: row for row in trainers}
        seen = {"module": "O-W1", "modalite": "webinaire", "date": "2026-11-17", "demi": "am"}
        seen |= {"debut": "09:00", "fin": "12:00", "salle": ""}
        self.webinars = [
            seen | {"groupe": group}
            for group, row in self.groups.items()
            if row["parcours"] == "ORD"
        ]

    def all_meetings(self):
        return self.meetings + self.webinars

    def members(self, group):
        return [person for person in self.people if person["groupe"] == group]

    def leaders(self, meeting):
        """Codes of who leads a meeting."""
        if meeting["modalite"] == "webinaire":
            return []
        group = self.groups[meeting["groupe"]]
        return [code for code in (group["formateur_1"], group["formateur_2"]) if code]

    def led(self, trainer):
        return [meeting for meeting in self.meetings if trainer in self.leaders(meeting)]

    def leader_names(self, meeting):
        return ", ".join(named(self.trainers[code]) for code in self.leaders(meeting))

    def active(self):
        return sorted({code for meeting in self.meetings for code in self.leaders(meeting)})

    def called(self):
        """Each person with each of their meetings."""
        return [
            (person, meeting)
            for meeting in self.all_meetings()
            for person in self.members(meeting["groupe"])
        ]

    def hours(self, trainer):
        return HOURS_A_HALF * sum(len(HALVES[meeting["demi"]]) for meeting in self.led(trainer))


class Documents:
    """The files of a publication, each read once."""

    def __init__(self, folder):
        self.folder = folder
        self.known = {}

    def book(self, name):
        if name not in self.known:
            self.known[name] = read(self.folder / name)
        return self.known[name]

    def stems(self, folder, suffix):
        return sorted(path.stem for path in (self.folder / folder).glob(f"*{suffix}"))

    def pages(self, name):
        """The text of each page of a PDF."""
        if name not in self.known:
            command = [PDF, "-layout", self.folder / name, "-"]
            out = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
            self.known[name] = out.decode().rstrip("\f").split("\f")
        return self.known[name]

    def events(self, name):
        """Name of the field -> value, for each event."""
        text = (self.folder / name).read_text("utf-8").replace("\r\n", "\n").replace("\n ", "")
        found = []
        for event in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", text, re.S):
            lines = (line.split(":", 1) for line in event.splitlines())
            found.append({key.partition(";")[0]: value for key, value in lines})
        return found

    def page_of_plan(self):
        text = (self.folder / "bilan.html").read_text("utf-8")
        return html.unescape(text).replace("\u202f", " ").replace("\xa0", " ")
