# SPDX-License-Identifier: GPL-3.0-or-later
"""What agendas, hosts, the budget, the committee and the planner read, set beside the plan."""
import re

from program import SCHOOLS, uai
from published_plan import HALVES, both_halves, facts_of, holds, hours_text, in_person, named
from published_plan import short_day
from workbooks import day, grid, hour, tables

# What trainers are paid, in cosui.xlsx.
TRAINING = "Indemnités de formation"


# Agendas


def event_facts(event):
    text = event["DESCRIPTION"]
    begin, end = event["DTSTART"], event["DTEND"]
    room = re.match(r"Salle (\w+)", event["LOCATION"])
    group = re.search(r"Groupe (\S+?)\\", text)
    return (f"{begin[:4]}-{begin[4:6]}-{begin[6:8]}", f"{begin[9:11]}:{begin[11:13]}",
            f"{end[9:11]}:{end[11:13]}", group[1] if group else "ORD",
            re.match(r"Module (\S+?)\\", text)[1], room[1] if room else "")


def event_of(plan, meeting):
    facts = list(facts_of(meeting, "date", "debut", "fin", "groupe", "module", "salle"))
    if meeting in plan.webinars:
        facts[3] = "ORD"
    return tuple(facts)


@holds("date", "hours", "room")
def agendas_of_groups(plan, documents):
    expected = sorted((m["groupe"], *event_of(plan, m)) for m in plan.all_meetings())
    found = [
        (group, *event_facts(event))
        for group in documents.stems("groupes", ".ics")
        for event in documents.events(f"groupes/{group}.ics")
    ]
    return expected, sorted(found)


@holds("date", "hours", "room", "trainers")
def events_of_trainers(plan, documents):
    expected = sorted(
        (trainer, *event_of(plan, meeting))
        for trainer in plan.active()
        for meeting in plan.led(trainer)
    )
    found = [
        (trainer, *event_facts(event))
        for trainer in documents.stems("formateurs", ".ics")
        for event in documents.events(f"formateurs/{trainer}.ics")
    ]
    return expected, sorted(found)


@holds("date", "hours", "room", "people", "trainers")
def events_of_schools(plan, documents):
    expected = {
        (person["uai"], named(person), *event_of(plan, meeting))
        for person, meeting in plan.called()
    } | {
        (plan.trainers[code]["uai"], named(plan.trainers[code]), *event_of(plan, meeting))
        for meeting in plan.meetings
        for code in plan.leaders(meeting)
    }
    found = set()
    for school in documents.stems("etablissements", ".ics"):
        for event in documents.events(f"etablissements/{school}.ics"):
            names = re.search(r"concernés? : (.*)", event["DESCRIPTION"])[1]
            for name in re.split(r"\\, | et ", names):
                found.add((school, name.partition(" (")[0], *event_facts(event)))
    return expected, found


# For those who work with the EAFC


@holds("date", "hours", "room")
def sessions(plan, documents):
    expected = {
        (m["module"], "" if m in plan.webinars else m["groupe"], f"{m['date']} {m['debut']}",
         f"{m['date']} {m['fin']}", m["salle"],
         len([p for p, other in plan.called() if other["module"] == "O-W1"])
         if m in plan.webinars else len(plan.members(m["groupe"])))
        for m in plan.all_meetings()
    }
    (cells,) = documents.book("sofia-sessions.xlsx").values()
    found = []
    for row in grid(cells).values():
        if row.get("C") != "Module : code":
            room = re.match(r"Salle (\w+),", row.get("M", ""))
            found.append((row["C"], row.get("E", ""), row["H"], row["I"], room[1] if room else "",
                          int(row["O"])))
    return sorted(expected), sorted(found)


@holds("date", "hours", "room", "trainers")
def bookings_of_hosts(plan, documents):
    sites = {"S1": uai(9010), "S2": SCHOOLS[2]}
    expected = sorted(
        (sites[meeting["salle"]], meeting["salle"], meeting["date"], *half, meeting["groupe"],
         len(plan.members(meeting["groupe"])), plan.leader_names(meeting))
        for meeting in in_person(plan.meetings)
        for half in both_halves(meeting)
    )
    found = [
        (site, row["Salle"], day(row["Date"]), row["Demi-journée"], hour(row["Début"]),
         hour(row["Fin"]), row["Groupe"], int(row["Participants"]),
         row["Sur place : les formateurs"])
        for site in documents.stems("sites", ".xlsx")
        for row in tables(documents.book(f"sites/{site}.xlsx")["Réservations"], "Date")
    ]
    return expected, sorted(found)


def on_platform(plan):
    return [meeting for meeting in plan.meetings if meeting["module"] == "S-P1"]


@holds("date", "hours", "room")
def meetings_on_the_platform(plan, documents):
    expected = sorted(
        (*facts_of(meeting, "date", "groupe", "module", "salle"), hours_text(meeting),
         len(plan.members(meeting["groupe"])), len(plan.leaders(meeting)))
        for meeting in on_platform(plan)
    )
    found = [
        (day(row["Date"]), row["Groupe"], row["Module"], row["Salle"], row["Horaires"],
         int(row["Participants"]), int(row["Formateurs"]))
        for row in tables(documents.book("fm1.xlsx")["Séances"], "Date", "Horaires")
    ]
    return expected, sorted(found)


@holds("date", "people", "trainers")
def users_of_the_platform(plan, documents):
    expected = {
        (person["personne"], person["uai"], meeting["groupe"], meeting["date"])
        for meeting in on_platform(plan)
        for person in plan.members(meeting["groupe"])
    } | {
        (named(plan.trainers[code]), plan.trainers[code]["uai"], meeting["groupe"])
        for meeting in on_platform(plan)
        for code in plan.leaders(meeting)
    }
    book = documents.book("fm1.xlsx")
    found = {
        (row["N°"], row["UAI"], row["Groupe"], day(row["Première séance"]))
        for row in tables(book["Utilisateurs"], "UAI")
    } | {
        (row["Formateur"], row["UAI"], group)
        for row in tables(book["Formateurs"], "Formateur")
        for group in row["Groupes sur FM1"].split(", ")
    }
    return expected, found


# Money


@holds("date", "hours", "room", "people", "trainers")
def trips(plan, documents):
    """In-person meetings only: nobody travels to a virtual class."""
    expected = sorted(
        (code, *facts_of(meeting, "groupe", "date", "salle", "debut", "fin"))
        for meeting in in_person(plan.meetings)
        for code in plan.leaders(meeting)
        + [person["personne"] for person in plan.members(meeting["groupe"])]
    )
    found = [
        (row["Réf."], row["Groupe"], day(row["Date"]), row["Lieu"].split(", ")[-1],
         hour(row["Début"]), hour(row["Fin"]))
        for row in tables(documents.book("frais.xlsx")["Déplacements"], "Nom", "Réf.")
        if row.get("Réf.")
    ]
    return expected, sorted(found)


def cents(euros):
    return round(100 * euros)


@holds()
def sums_of_the_budget(plan, documents):
    """The total of frais.xlsx, four times its lines, and the estimate told to the committee."""
    book = documents.book("frais.xlsx")
    summary = grid(book["Synthèse"]).values()
    travel = [row for row in tables(book["Déplacements"], "Nom", "Réf.") if row.get("Réf.")]
    pay = [row for row in grid(book["Formateurs"]).values() if row.get("B") in plan.trainers]
    lines = sum(cents(row["Total"]) for row in travel) + sum(cents(row["L"]) for row in pay)
    committee = tables(documents.book("cosui.xlsx")["Coût"], "Nature", "Montant")
    totals = [cents(row["Montant"]) for row in committee if row["Nature"] == "Total"]
    groups = [row for row in tables(book["Par groupe"], "Groupe") if row["Groupe"] in plan.groups]
    places = next(row for row in tables(book["Par établissement"], "UAI") if row["UAI"] == "Total")
    return [lines] * 4 + [int(plan.summary["palier2_valeur"])], [
        next(cents(row["E"]) for row in summary if row.get("A") == "Total"),
        sum(cents(row["Total"]) for row in groups),
        cents(places["Total"]) + sum(cents(row["L"]) for row in pay),
        totals[1],
        totals[0],
    ]


@holds("trainers")
def pay_of_trainers(plan, documents):
    """Hours times the rate: each trainer's book, frais.xlsx, cosui.xlsx."""
    rate = 40
    due = [100 * rate * plan.hours(trainer) for trainer in plan.active()]
    book = documents.book("frais.xlsx")
    pay = [row for row in grid(book["Formateurs"]).values() if row.get("B") in plan.trainers]
    own = [
        next(cents(row["Montant prévu"]) for row in tables(sheet, "Nature des heures")
             if row["Nature des heures"] == "Total")
        for sheet in (
            documents.book(f"formateurs/{trainer}.xlsx")["Heures et paiement"]
            for trainer in documents.stems("formateurs", ".xlsx")
        )
    ]
    committee = tables(documents.book("cosui.xlsx")["Coût"], "Nature", "Montant")
    return [due, due, [sum(due)] * 2], [
        own,
        [cents(row["L"]) for row in sorted(pay, key=lambda row: row["B"])],
        [cents(row["Montant"]) for row in committee if row["Nature"] == TRAINING],
    ]


# The whole plan


@holds("date", "room", "trainers")
def groups_of_the_page(plan, documents):
    expected = [
        (group, len(plan.members(group)), row["salle"], plan.leader_names(meetings[0]),
         [f"{short_day(m['date'])} {'journée' if m['demi'] == 'journee' else HALVES[m['demi']][0]} "
          f"{m['module']}" for m in meetings])
        for group, row in plan.groups.items()
        for meetings in [[m for m in plan.meetings if m["groupe"] == group]]
    ]
    found = []
    for line in re.findall(r'<tr id="g\d+">(.*?)</tr>', documents.page_of_plan(), re.S):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.S)
        found.append((cells[0], int(cells[2]), cells[5].split(",")[0], cells[6],
                      re.findall(r"<span>(.*?)</span>", cells[7])))
    return expected, found


def counted(plan):
    n_unplaced = len(plan.unplaced)
    n_placed = len({person["personne"] for person in plan.people})
    return n_placed, n_placed + n_unplaced, n_unplaced, len(plan.groups)


@holds("unplaced")
def counts(plan, documents):
    """Placed, to be trained, unplaced, groups: bilan.csv, the page, committee, anomalies."""
    figures = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)<", documents.page_of_plan()))
    committee = {
        row["Indicateur"]: row
        for row in tables(documents.book("cosui.xlsx")["Synthèse"], "Indicateur")
    }
    placed = committee["Personnes placées, sur le besoin déclaré"]
    n_groups = int(committee["Groupes constitués"]["Nombre"])
    book = documents.book("anomalies.xlsx")
    told = re.search(r"(\d+) sur (\d+)", str(book["Résumé"]))
    texts = [value for value, _ in book["Personnes sans place"].values()]
    n_named = sum(f"{person['prenom']} {person['nom']}" in texts for person in plan.unplaced)
    names = ("Placées", "Personnes à former", "Non placées", "Groupes")
    bilan = {key: int(plan.summary[key]) for key in ("placees", "personnes", "groupes")}
    return [counted(plan)] * 4, [
        (bilan["placees"], bilan["personnes"], bilan["personnes"] - bilan["placees"],
         bilan["groupes"]),
        tuple(int(figures[name]) for name in names),
        (int(placed["Nombre"]), int(placed["Sur"]), int(placed["Sur"] - placed["Nombre"]),
         n_groups),
        (int(told[1]), int(told[2]), n_named, len(plan.groups)),
    ]


@holds("date", "room")
def groups_told_to_the_committee(plan, documents):
    expected = sorted(
        (group, row["salle"], len(plan.members(group)), min(dates), max(dates))
        for group, row in plan.groups.items()
        for dates in [[m["date"] for m in plan.meetings if m["groupe"] == group]]
    )
    found = [
        (row["Groupe"], row["Salle"].split(",")[0], int(row["Effectif"]), day(row["Du"]),
         day(row["Au"]))
        for row in tables(documents.book("cosui.xlsx")["Groupes"], "Groupe", "Parcours")
    ]
    return expected, sorted(found)
