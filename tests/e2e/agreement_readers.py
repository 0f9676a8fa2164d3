# SPDX-License-Identifier: GPL-3.0-or-later
"""What heads, participants and trainers read, set beside the plan."""
import re

from published_plan import HALVES, both_halves, facts_of, holds, hours_text, in_person, named
from published_plan import rows, short_day
from workbooks import day, grid, hour, tables


# Calendar


@holds("date", "hours", "room", "trainers")
def list_of_the_calendar(plan, documents):
    expected = {
        (*facts_of(meeting, "date", "debut", "fin", "module", "salle"), plan.leader_names(meeting),
         "ORD (tous)" if meeting in plan.webinars else meeting["groupe"])
        for meeting in plan.all_meetings()
    }
    found = [
        (day(row["Date"]), hour(row["Début"]), hour(row["Fin"]), row["Module"],
         row.get("Salle", ""), row.get("Formateurs", ""), row["Groupe"])
        for row in tables(documents.book("calendrier.xlsx")["Liste"], "Date", "Demi-journée")
    ]
    return sorted(expected), sorted(found)


@holds("date")
def wall_of_the_calendar(plan, documents):
    expected = sorted(
        {(meeting["date"], HALVES[meeting["demi"]][0], meeting["module"],
          "ORD" if meeting in plan.webinars else meeting["groupe"])
         for meeting in plan.all_meetings()}
    )
    lines = grid(documents.book("calendrier.xlsx")["Calendrier"])
    head = next(row for row in lines.values() if all(isinstance(v, float) for v in row.values()))
    found, group = [], None
    for number in sorted(lines):
        row = lines[number]
        group = row.get("A", group)
        half = {"matin": "matin", "ap.-m.": "après-midi"}.get(row.get("C"))
        found += [(day(head[c]), half, v, group) for c, v in row.items() if half and c in head]
    return expected, sorted(found)


def by_heading(cells, *columns):
    """(heading, row) of a list with a line above each of its parts."""
    heading, found = None, []
    for row in tables(cells, "Date", "Demi-journée"):
        if isinstance(row["Date"], str):
            heading = row["Date"].split(" – ")[0]
        else:
            found.append((heading, day(row["Date"]), hour(row["Début"]), hour(row["Fin"]),
                          *(row[column] for column in columns)))
    return sorted(found)


@holds("date", "hours", "room")
def rooms_of_the_calendar(plan, documents):
    names = ("salle", "date", "debut", "fin", "groupe", "module")
    expected = sorted(facts_of(meeting, *names) for meeting in in_person(plan.meetings))
    return expected, by_heading(documents.book("calendrier.xlsx")["Par salle"], "Groupe", "Module")


@holds("date", "hours", "trainers")
def pairs_of_the_calendar(plan, documents):
    names = ("date", "debut", "fin", "groupe", "module")
    expected = sorted(
        (plan.leader_names(meeting).replace(", ", " et "), *facts_of(meeting, *names))
        for meeting in plan.meetings
    )
    return expected, by_heading(documents.book("calendrier.xlsx")["Par binôme"], "Groupe", "Module")


# Groups


@holds("date", "hours", "room", "trainers")
def meetings_of_group_books(plan, documents):
    expected = sorted(
        (*facts_of(meeting, "groupe", "date", "debut", "fin", "module", "salle"),
         plan.leader_names(meeting) or None)
        for meeting in plan.all_meetings()
    )
    found = []
    for group in documents.stems("groupes", ".xlsx"):
        cells = documents.book(f"groupes/{group}.xlsx")["Groupe"]
        text = str(list(grid(cells).values()))
        for row in tables(cells, "Date", "Demi-journée"):
            if "Date" not in row:
                continue  # self-study, whenever one likes
            room = row["Salle ou accès"].split(",")[0] if row["Modalité"] == "présentiel" else ""
            names = [named(t) for t in plan.trainers.values() if f"{named(t)}," in text]
            webinar = row["Modalité"] == "webinaire"
            found.append((group, day(row["Date"]), hour(row["Début"]), hour(row["Fin"]),
                          row["Module"], room, None if webinar else ", ".join(names)))
    return expected, sorted(found, key=str)


@holds("people")
def members_of_group_books(plan, documents):
    expected = sorted((p["groupe"], p["nom"], p["uai"], p["courriel"]) for p in plan.people)
    found = [
        (group, row["Nom"], row["UAI"], row["Courriel"])
        for group in documents.stems("groupes", ".xlsx")
        for row in tables(documents.book(f"groupes/{group}.xlsx")["Participants"], "N°", "Nom")
    ]
    return expected, sorted(found)


@holds("date", "people")
def presence_sheets(plan, documents):
    codes = {"am": ("am",), "pm": ("pm",), "journee": ("am", "pm")}
    expected = {
        (person["personne"], meeting["date"], half, meeting["module"])
        for meeting in plan.meetings
        for person in plan.members(meeting["groupe"])
        for half in codes[meeting["demi"]]
    }
    found = set()
    for group in documents.stems("groupes", ".xlsx"):
        texts = [
            str(value)
            for value, _ in documents.book(f"groupes/{group}.xlsx")["Présences"].values()
        ]
        people = [text for text in texts if re.fullmatch("P[0-9]{4}", text)]
        marks = [text.split("|")[1:] for text in texts if text.startswith("etat|")]
        found |= {(person, *mark) for person in people for mark in marks}
    return expected, {item for item in found if item[3] != "O-W1"}


@holds("date", "hours", "room", "people", "trainers")
def attendance_sheets_on_paper(plan, documents):
    expected, found = set(), set()
    for meeting in plan.meetings:
        for person in plan.members(meeting["groupe"]):
            expected.add((meeting["groupe"], meeting["module"], short_day(meeting["date"])[5:-5],
                          hours_text(meeting), meeting["salle"], person["nom"],
                          plan.leader_names(meeting)))
    for group in documents.stems("emargements", ".pdf"):
        for page in documents.pages(f"emargements/{group}.pdf"):
            module = re.search(r"Module +(\S+) –", page)[1]
            date = re.search(r"Date +\w+ (\d+) novembre 2026, (.*)", page)
            room = re.search(r"Lieu +Salle (\w+),", page)
            led = re.search(r"Formateurs +(.*)", page)[1]
            for name in re.findall(r"^ +\d+ +(\w+) (?:Paul|Anne)", page, re.M):
                place = room[1] if room else ""
                found.add((group, module, date[1], date[2].strip(), place, name, led))
    return expected, found


# Establishments


@holds("date", "people")
def notices_to_schools(plan, documents):
    expected = {
        (person["uai"], meeting["date"], half, named(person), bool(meeting["salle"]))
        for person, meeting in plan.called()
        for half in HALVES[meeting["demi"]]
    }
    found = set()
    for school in documents.stems("etablissements", ".xlsx"):
        cells = documents.book(f"etablissements/{school}.xlsx")["Absences"]
        for row in tables(cells, "Date", "Demi-journée"):
            for head in ("Absents de l'établissement", "En formation à distance"):
                for name in re.findall(r"([^,(]+) \((?:SG|ORD)\)", row.get(head, "")):
                    halves = {"journée": HALVES["journee"]}.get(
                        row["Demi-journée"], (row["Demi-journée"],)
                    )
                    found |= {
                        (school, day(row["Date"]), half, name.strip(), head.startswith("Abs"))
                        for half in halves
                    }
    return expected, found


@holds("date", "trainers")
def trainers_away_in_notices(plan, documents):
    expected = {
        (plan.trainers[code]["uai"], meeting["date"], named(plan.trainers[code]))
        for meeting in plan.meetings
        for code in plan.leaders(meeting)
    }
    found = set()
    for school in documents.stems("etablissements", ".xlsx"):
        cells = documents.book(f"etablissements/{school}.xlsx")["Absences"]
        for row in tables(cells, "Date", "Demi-journée"):
            for name in re.findall(r"([^,(]+) \(formation donnée\)", str(list(row.values()))):
                found.add((school, day(row["Date"]), name.strip(" '")))
    return expected, found


def expected_letters(plan):
    return sorted(
        (person["uai"], person["personne"],
         *facts_of(meeting, "groupe", "date", "module", "salle"), hours_text(meeting))
        for person, meeting in plan.called()
    )


@holds("date", "hours", "room", "people")
def letters_on_sheets(plan, documents):
    found = []
    for school in documents.stems("etablissements", ".xlsx"):
        lines = grid(documents.book(f"etablissements/{school}.xlsx")["Convocations"])
        for number in sorted(lines):
            row = lines[number]
            reference = re.search(r"/ (\S+) / (P\d+)$", str(row.get("D")))
            if reference:
                group, person = reference.groups()
            if isinstance(row.get("A"), float):
                room = row["E"].split(",")[0] if row["C"] == "présentiel" else ""
                found.append((school, person, group, day(row["A"]), row["D"].split(" – ")[0], room,
                              row["B"]))
    return expected_letters(plan), sorted(found)


ON_PAPER = re.compile(
    r"^ +(?:lundi|mardi|mercredi|jeudi|vendredi) (\d+) +([-:0-9]+)( et)? +(?:présentiel|classe|web)"
    r"[a-z ]*(?:  (\S+) :| ) *(\S+-[PVW]1) – .*?  +(?:(S\d),|lien|à)", re.M
)


def on_paper(meeting):
    """What a line of a letter says."""
    first = both_halves(meeting)[0]
    return (str(int(meeting["date"][-2:])), f"{first[1]}-{first[2]}", meeting["module"],
            meeting["salle"])


@holds("date", "hours", "room", "people")
def letters_on_paper(plan, documents):
    expected = sorted(
        (person["uai"], person["personne"], meeting["groupe"], *on_paper(meeting))
        for person, meeting in plan.called()
    )
    found = []
    for school in documents.stems("convocations", ".pdf"):
        for page in documents.pages(f"convocations/{school}.pdf"):
            group, person = re.search(r"/ (\S+) / (P\d+)", page).groups()
            for number, hours, _, _, module, room in ON_PAPER.findall(page):
                found.append((school, person, group, number, hours, module, room))
    return expected, sorted(found)


@holds("date", "hours", "room", "people", "trainers")
def call_list(plan, documents):
    expected = sorted(
        (person["personne"], person["uai"], plan.leader_names(meeting),
         *facts_of(meeting, "groupe", "module", "date", "debut", "fin", "salle"))
        for person, meeting in plan.called()
    )
    found = [
        facts_of(row, "personne", "uai", "formateurs", "groupe", "module", "date", "debut", "fin",
                 "salle")
        for row in rows(documents.folder / "convocations.csv", "utf-8-sig")
        if row["modalite"] != "autoformation"
    ]
    return expected, sorted(found)


# Trainers


@holds("date", "hours", "room", "trainers")
def agendas_of_trainers(plan, documents):
    expected, found = [], []
    for trainer in plan.active():
        for meeting in plan.led(trainer):
            partner = [named(plan.trainers[c]) for c in plan.leaders(meeting) if c != trainer]
            expected.append((trainer, *facts_of(meeting, "date", "debut", "fin", "groupe", "module",
                                                "salle"), "".join(partner) or "–"))
    for trainer in documents.stems("formateurs", ".xlsx"):
        for row in tables(documents.book(f"formateurs/{trainer}.xlsx")["Agenda"], "Date", "Début"):
            room = re.match(r"Salle (\w+),", row["Salle et adresse, ou lien"])
            found.append((trainer, day(row["Date"]), hour(row["Début"]), hour(row["Fin"]),
                          row["Groupe"], row["Module"].split(" – ")[0], room[1] if room else "",
                          row["Binôme"]))
    return sorted(expected), sorted(found)


@holds("people", "trainers")
def members_known_to_trainers(plan, documents):
    expected = {
        (trainer, person["groupe"], person["nom"])
        for trainer in plan.active()
        for meeting in plan.led(trainer)
        for person in plan.members(meeting["groupe"])
    }
    found = set()
    for trainer in documents.stems("formateurs", ".xlsx"):
        for sheet, cells in documents.book(f"formateurs/{trainer}.xlsx").items():
            found |= {(trainer, sheet, row["Nom"]) for row in tables(cells, "N°", "Nom")}
    return expected, found


def orders(plan):
    return sorted(
        (trainer, *facts_of(meeting, "date", "groupe", "module", "salle"), hours_text(meeting))
        for trainer in plan.active()
        for meeting in plan.led(trainer)
    )


@holds("date", "hours", "room", "trainers")
def mission_orders_on_sheets(plan, documents):
    found = []
    for trainer in documents.stems("formateurs", ".xlsx"):
        for row in tables(documents.book(f"formateurs/{trainer}.xlsx")["Ordre de mission"], "Date"):
            group, module = re.match(r"(\S+) : (\S+) –", row["Groupe et module"]).groups()
            room = row["Salle ou accès"].split(",")[0] if row["Modalité"] == "présentiel" else ""
            found.append((trainer, day(row["Date"]), group, module, room, row["Horaires"]))
    return orders(plan), sorted(found)


@holds("date", "hours", "room", "trainers")
def mission_orders_on_paper(plan, documents):
    expected = sorted(
        (trainer, meeting["groupe"], *on_paper(meeting))
        for trainer in plan.active()
        for meeting in plan.led(trainer)
    )
    found = []
    for trainer in documents.stems("ordres-de-mission", ".pdf"):
        for page in documents.pages(f"ordres-de-mission/{trainer}.pdf"):
            for number, hours, _, group, module, room in ON_PAPER.findall(page):
                found.append((trainer, group, number, hours, module, room))
    return expected, sorted(found)


@holds("date", "hours", "trainers")
def hours_to_pay(plan, documents):
    expected = [(*order[:4], order[5]) for order in orders(plan)]
    found = []
    for trainer in documents.stems("formateurs", ".xlsx"):
        cells = documents.book(f"formateurs/{trainer}.xlsx")["Heures et paiement"]
        for row in tables(cells, "Date", "Horaires"):
            group, module = re.match(r"(\S+) : (\S+) –", row["Groupe et module"]).groups()
            found.append((trainer, day(row["Date"]), group, module, row["Horaires"]))
    return expected, sorted(found)


@holds("trainers")
def hours_of_each_trainer(plan, documents):
    """In the trainer's book and order, in frais.xlsx and in the calendar."""
    expected = {trainer: [plan.hours(trainer)] * 4 for trainer in plan.active()}
    found = {}
    for trainer in documents.stems("formateurs", ".xlsx"):
        book = documents.book(f"formateurs/{trainer}.xlsx")
        pay = tables(book["Heures et paiement"], "Nature des heures")
        words = str(book["Ordre de mission"]).replace("\xa0", " ").replace("\\xa0", " ")
        order = re.search(r"(\d+) h d'animation", words)
        name = named(plan.trainers[trainer])
        budget = grid(documents.book("frais.xlsx")["Formateurs"]).values()
        load = tables(documents.book("calendrier.xlsx")["Charge par formateur"], "Formateur")
        found[trainer] = [
            next(row["Heures prévues"] for row in pay if row["Nature des heures"] == "Total"),
            int(order[1]),
            next(row["K"] for row in budget if row.get("B") == trainer),
            next(row["Heures"] for row in load if row["Formateur"] == name),
        ]
    return expected, found
