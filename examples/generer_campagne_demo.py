#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes examples/campagne-demo, the invented campaign that scripts/demo plans.

Usage: generer_campagne_demo.py [DIRECTORY]   (default: campagne-demo beside this file)

The seed is fixed and the generator below is ours, so that every run and every version of Python
(3.8 or later, standard library only) gives the same bytes. The volumes (59 heads, 68 general
secretaries, 96 + 2 + 8 others, 72 answers out of 73) are those of a real wave; schools, people and
answers are invented.
"""
import math
import sys
import unicodedata
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

sys.dont_write_bytecode = True
import enquete_demo
import inventions_demo as raw
import tables_demo

SEED = 20270101
UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
WAVE, EARLIER_WAVE = "V12", "V11"
SEATS = ("Dijon", "Beaune", "Montbard", "Nevers", "Cosne-Cours-sur-Loire", "Mâcon",
         "Chalon-sur-Saône", "Le Creusot", "Autun", "Auxerre", "Sens", "Avallon")
VACANT_SEAT, GRETA_TOWN = "Avallon", "Chalon-sur-Saône"
EARLIER_LYCEE_TOWN, EARLIER_COLLEGE_TOWN = "Le Creusot", "Digoin"
SILENT_TOWN = "Saulieu"
# Accounting staff and technical heads to train, by town of the lycee.
ACCOUNTING = {"Dijon": ["AC"], "Mâcon": ["AC"], "Auxerre": ["AC", "ASC"],
              "Chalon-sur-Saône": ["AC"], "Nevers": ["FP", "ASC"], "Beaune": ["FP"]}
TECHNICAL_HEADS = ("Chalon-sur-Saône", "Chenôve")
HEADS, SECRETARIES, OFFICE_STAFF = 59, 68, 96


class Draw:
    """splitmix64: a few lines that no other version of the library can change."""

    def __init__(self, seed):
        self.state = seed

    def below(self, count):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ (mixed >> 31)) % count

    def one_in(self, count):
        return self.below(count) == 0

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(len(rest))]


def write_table(path, rows, separator=";", end="\n", bom=False):
    """Rows of texts without separator, quote or line break, as the published files have them."""
    text = "".join(separator.join(str(cell) for cell in row) + end for row in rows)
    assert '"' not in text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((b"\xef\xbb\xbf" if bom else b"") + text.encode("utf-8"))


def french(day):
    return day.strftime("%d/%m/%Y")


# --- schools ---------------------------------------------------------------------------------

def uai(departement, number):
    """Numbers 9001 and above are used by no school, so an invented code can never be a real one."""
    digits = f"{departement}{9000 + number:04d}"
    return digits + UAI_LETTERS[int(digits) % 23]


class School:
    def __init__(self, place, kind, entering):
        (self.town, self.insee, self.post_code, self.latitude, self.longitude) = place[:5]
        self.kind, self.entering = kind, entering
        self.departement = "0" + self.insee[:2]
        self.wave = WAVE if entering else ""
        self.agency = None
        self.staff = []
        self.greta = self.technical = False

    @property
    def is_college(self):
        return self.kind == "Collège"

    @property
    def mail(self):
        return f"ce.{self.uai.lower()}@ac-exemple.fr"


def school_name(draw, kind, places, used):
    if kind == "Collège" and places and draw.one_in(4):
        return f"{kind} {places.pop()}"
    while True:
        first_name = draw.pick(raw.WOMEN + raw.MEN)
        patron = f"{first_name} {draw.pick(raw.NAME_HEADS)}{draw.pick(raw.NAME_TAILS)}"
        if patron not in used:
            used.add(patron)
            return f"{kind} {patron}"


def lycee_kind(draw, rank):
    if rank > 0 and draw.one_in(3):
        return "Lycée professionnel"
    return "Lycée général et technologique" if draw.one_in(4) else "Lycée polyvalent"


def make_schools(draw):
    schools = []
    for place in raw.PLACES:
        for count, family, entering in zip(place[5:], ("L", "C", "L", "C"), (1, 1, 0, 0)):
            for rank in range(count):
                kind = "Collège" if family == "C" else lycee_kind(draw, rank)
                schools.append(School(place, kind, bool(entering)))
    numbers = {departement: 0 for departement in raw.DEPARTEMENTS}
    places, used = draw.shuffled(raw.SCHOOL_PLACES), set()
    for school in draw.shuffled(schools):
        numbers[school.departement] += 1 + draw.below(4)
        school.uai = uai(school.departement, numbers[school.departement])
        school.name = school_name(draw, school.kind, places, used)
        school.address = f"{1 + draw.below(60)} {draw.pick(raw.STREETS)}"
        school.latitude += (draw.below(2001) - 1000) / 1e5
        school.longitude += (draw.below(2001) - 1000) / 1e5
    share_a_campus(schools)
    return sorted(schools, key=lambda school: school.uai)


def share_a_campus(schools):
    """A lycee and a college at one address: the distance between them is 0."""
    lycee = next(s for s in schools if s.town == "Decize" and not s.is_college)
    college = next(s for s in schools if s.town == "Decize" and s.is_college)
    college.latitude, college.longitude, college.address = (lycee.latitude, lycee.longitude,
                                                            lycee.address)


def kilometres(a, b):
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(
        math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(half))


def make_wave(schools):
    """Marks agencies, the two schools of the earlier wave and the GRETA; returns the wave."""
    wave = [school for school in schools if school.entering]
    seats = [next(s for s in wave if s.town == town and not s.is_college) for town in SEATS]
    for school in wave:
        nearest = min(seats, key=lambda seat, school=school: kilometres(seat, school))
        school.agency = school if school in seats else nearest
        school.greta = school in seats and school.town == GRETA_TOWN
        earlier = EARLIER_COLLEGE_TOWN if school.is_college else EARLIER_LYCEE_TOWN
        if school.town == earlier:
            school.wave = EARLIER_WAVE
        school.technical = not school.is_college and school.town in TECHNICAL_HEADS
    return wave, seats


# --- people ----------------------------------------------------------------------------------

class Person:
    def __init__(self, surname, first_name, woman, mail):
        self.surname, self.first_name, self.woman, self.mail = surname, first_name, woman, mail
        self.role, self.absences = "", ""


def mail_part(name):
    for letter, plain in (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ł", "l"),
                          ("Ł", "l"), ("'", "-"), (" ", "-")):
        name = name.replace(letter, plain)
    plain = unicodedata.normalize("NFD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


class People:
    """Gives out invented people; no two share a name unless asked for."""

    def __init__(self, draw):
        self.draw = draw
        heads_tails = [h + t for h in raw.NAME_HEADS for t in raw.NAME_TAILS]
        self.special = self.draw.shuffled(raw.SPECIAL_NAMES)
        self.plain = self.draw.shuffled(heads_tails)
        self.mails = set()

    def surname(self):
        if self.special and self.draw.one_in(12):
            return self.special.pop()
        if self.draw.one_in(16):
            return f"{self.plain.pop()}-{self.plain.pop()}"
        return self.plain.pop()

    def next(self):
        woman = not self.draw.one_in(3)
        first_name = self.draw.pick(raw.WOMEN if woman else raw.MEN)
        return self.register(self.surname(), first_name, woman)

    def register(self, surname, first_name, woman):
        base = f"{mail_part(first_name)}.{mail_part(surname)}"
        rank = 1
        while (mail := f"{base}{rank if rank > 1 else ''}@ac-exemple.fr") in self.mails:
            rank += 1
        self.mails.add(mail)
        return Person(surname, first_name, woman, mail)

    def namesake(self, person):
        return self.register(person.surname, person.first_name, person.woman)


def fill_offices(draw, people, answering):
    """Who must be trained in which school, so that the totals are exact."""
    ordinary = [s for s in answering if s.wave == WAVE]
    lycees = draw.shuffled([s for s in ordinary if not s.is_college])
    colleges = draw.shuffled([s for s in ordinary if s.is_college])
    clerks = {}
    for school in lycees:
        clerks[school] = (3 + draw.below(2)) if school.agency is school else (1 + draw.below(3))
    left = OFFICE_STAFF - sum(clerks.values())
    for rank, school in enumerate(colleges):
        clerks[school] = min(2, left // len(colleges) + (1 if rank < left % len(colleges) else 0))
    # A few colleges hand one clerk to another, to have offices of three.
    for giver, taker in zip(colleges[:8], colleges[8:16]):
        clerks[giver], clerks[taker] = clerks[giver] - 1, clerks[taker] + 1
    assert sum(clerks.values()) == OFFICE_STAFF and min(clerks.values()) >= 0
    order = draw.shuffled(ordinary)
    no_secretary = [s for s in order if clerks[s] >= 1][:len(ordinary) - (SECRETARIES - 1)]
    no_head = [s for s in order if s not in no_secretary][:len(ordinary) - (HEADS - 1)]
    for school in answering:
        earlier = school.wave == EARLIER_WAVE
        head = not school.is_college if earlier else school not in no_head
        secretary = school.is_college if earlier else school not in no_secretary
        roles = ["ORD"] * head + ["SG"] * secretary + ["ASG"] * clerks.get(school, 0)
        roles += ["DDFPT"] * school.technical
        roles += ACCOUNTING.get(school.town, []) if school.agency is school else []
        for role in roles:
            person = people.next()
            person.role = role
            school.staff.append(person)


def add_namesakes(draw, people, answering):
    """Three pairs of homonyms in different schools: they stay six people."""
    apart = draw.shuffled(answering)[:6]
    for first, school in zip(apart[:3], apart[3:]):
        model, twin = first.staff[0], school.staff[0]
        people.mails.discard(twin.mail)
        other = people.namesake(model)
        other.role = twin.role
        school.staff[school.staff.index(twin)] = other


def absence_days(draw):
    """A dated absence in a form people type."""
    day = date(2026, 11, 5) + timedelta(days=draw.below(36))
    while day.weekday() > 4 or day == date(2026, 11, 11):
        day += timedelta(days=1)
    form = draw.below(5)
    if form == 0:
        return day.isoformat()
    if form == 1:
        return f"{french(day)}-{draw.pick(('am', 'pm'))}"
    if form == 2:
        return f"{french(day)}..{french(day + timedelta(days=1 + draw.below(2)))}"
    return french(day)


def give_absences(draw, answering):
    """Nearly everybody is free but on Wednesdays, else no virtual class could be dated."""
    other_days = draw.shuffled(["lundi", "mardi", "jeudi", "vendredi", "jeudi", "vendredi-pm",
                                "lundi-am", "mercredi-pm", "vendredi-am", "mercredi-am"])
    everyone = [person for school in answering for person in school.staff]
    for person in everyone:
        items = []
        if draw.one_in(5):
            items.append("mercredi")
        elif other_days and draw.one_in(14):
            items.append(other_days.pop())
        if draw.one_in(10):
            items.append(absence_days(draw))
        person.absences = "|".join(items)


def office_size(draw, school):
    """Finance office: the secretary is in it even when already trained; some have one more."""
    trained_here = sum(p.role not in ("ORD", "DDFPT", "SG") for p in school.staff)
    return 1 + trained_here + draw.one_in(6)


# --- tables that the survey does not touch ----------------------------------------------------

def directory_rows(schools):
    colleges, lycees = [raw.COLLEGE_HEADER], [raw.LYCEE_HEADER]
    for school in schools:
        if school.is_college:
            colleges.append(college_row(school))
        else:
            lycees.append(lycee_row(school, school.uai, school.name))
    sections = [s for s in schools if s.kind == "Lycée polyvalent" and not s.entering][:5]
    for number, school in enumerate(sections):
        code = uai(school.departement, 900 + number)
        row = lycee_row(school, code, "Section d'enseignement professionnel du "
                        + school.name[0].lower() + school.name[1:])
        cells = dict(zip(raw.LYCEE_HEADER, row))
        cells.update({"code_nature": "334", "libelle_nature": "SECTION ENSEIGT PROFESSIONNEL",
                      "etablissement_mere": school.uai, "Voie_generale": "0",
                      "Voie_technologique": "0", "type_rattachement_etablissement_mere":
                      "FILIERE OU DEPARTEMENT OU SECTION"})
        lycees.append([cells[name] for name in raw.LYCEE_HEADER])
    return colleges, lycees


def college_row(school):
    cells = {
        "numero_uai": school.uai, "appellation_officielle": school.name,
        "denomination_principale": "COLLEGE",
        "patronyme_uai": mail_part(school.name.split(" ", 1)[1]).replace("-", " ").upper(),
        "secteur_public_prive_libe": "Public", "adresse_uai": school.address,
        "code_postal_uai": school.post_code,
        "localite_acheminement_uai": mail_part(school.town).replace("-", " ").upper(),
        "libelle_commune": school.town, "latitude": f"{school.latitude:.6f}",
        "longitude": f"{school.longitude:.6f}", "nature_uai": "340", "nature_uai_libe": "COLLEGE",
        "etat_etablissement": "1", "etat_etablissement_libe": "OUVERT",
        "code_departement": school.departement, "code_region": "27", "code_academie": "07",
        "code_commune": school.insee, "libelle_departement": raw.DEPARTEMENTS[school.departement],
        "libelle_region": "Bourgogne-Franche-Comté", "libelle_academie": "Dijon",
        "position": f"{school.latitude:.6f}, {school.longitude:.6f}",
        "secteur_prive_code_type_contrat": "99",
        "secteur_prive_libelle_type_contrat": "SANS OBJET", "code_ministere": "06",
        "libelle_ministere": "MINISTERE DE L'EDUCATION NATIONALE"}
    return [cells.get(name, "") for name in raw.COLLEGE_HEADER]


def lycee_row(school, code, name):
    nature, label, ways = {
        "Lycée polyvalent": ("306", "LYCEE POLYVALENT", "111"),
        "Lycée professionnel": ("320", "LYCEE PROFESSIONNEL", "001"),
        "Lycée général et technologique": ("300", "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE",
                                           "110")}[school.kind]
    cells = {
        "Identifiant_de_l_etablissement": code, "Nom_etablissement": name,
        "Type_etablissement": "Lycée", "Statut_public_prive": "Public",
        "Adresse_1": school.address, "Code_postal": school.post_code, "Code_commune": school.insee,
        "Nom_commune": school.town, "Code_departement": school.departement, "Code_academie": "07",
        "Code_region": "27", "Voie_generale": ways[0], "Voie_technologique": ways[1],
        "Voie_professionnelle": ways[2], "Restauration": "1", "Hebergement": "1",
        "Lycee_Agricole": "0", "Lycee_militaire": "0", "GRETA": "1" if school.greta else "0",
        "position": f"{school.latitude:.6f}, {school.longitude:.6f}",
        "Type_contrat_prive": "SANS OBJET",
        "Libelle_departement": raw.DEPARTEMENTS[school.departement], "Libelle_academie": "Dijon",
        "Libelle_region": "Bourgogne-Franche-Comté", "latitude": f"{school.latitude:.6f}",
        "longitude": f"{school.longitude:.6f}", "etat": "OUVERT",
        "ministere_tutelle": "MINISTERE DE L'EDUCATION NATIONALE", "multi_uai": "0",
        "rpi_concentre": "0", "code_nature": nature, "libelle_nature": label,
        "Code_type_contrat_prive": "99"}
    return [cells.get(column, "") for column in raw.LYCEE_HEADER]


ROOMS = [  # town, seats, workstations, canteen, accessible, days closed
    ("Dijon", 26, 24, "oui", "oui", "16/11/2026|17/11/2026"),
    ("Dijon", 24, 20, "non", "oui", "24/11/2026|03/12/2026"),
    ("Chalon-sur-Saône", 24, 22, "oui", "oui", "27/11/2026"),
    ("Mâcon", 20, 18, "oui", "oui", "12/11/2026|07/12/2026"),
    ("Auxerre", 24, 22, "oui", "oui", "19/11/2026|01/12/2026|10/12/2026"),
    ("Nevers", 22, 20, "non", "oui", ""),
    ("Beaune", 20, 18, "oui", "non", "30/11/2026..01/12/2026"),
    ("Sens", 18, 16, "oui", "oui", "vendredi-pm"),
]


def room_rows(schools):
    hosts, rows = [], ["salle site uai commune code_commune adresse latitude longitude places "
                       "postes restauration accessible indisponibilites".split()]
    for number, (town, seats, stations, canteen, access, closed) in enumerate(ROOMS, start=1):
        host = next(s for s in schools if s.town == town and not s.is_college and not s.entering
                    and s not in hosts)
        hosts.append(host)
        rows.append([f"S{number:02d}", host.name, host.uai, town, host.insee, host.address,
                     f"{host.latitude:.6f}", f"{host.longitude:.6f}", seats, stations, canteen,
                     access, closed])
    return rows


def trainer_rows(draw, people, schools):
    """9 for heads and secretaries, 11 for offices, 6 for accounting (3 of each sphere)."""
    rows = ["formateur nom prenom courriel uai role sphere vague_entree confirme parcours "
            "max_demi_journees indisponibilites".split()]
    profiles = [("SG", "ordo", "SG|ORD")] * 9
    profiles += [(("SG", "ASG")[rank % 2], "ordo", "GEST") for rank in range(11)]
    profiles += [("SG", "ordo", "COMPTA|SG")] * 3
    profiles += [(role, "compta", "COMPTA") for role in ("AC", "FP", "AC")]
    outside = draw.shuffled([s for s in schools if not s.entering])
    agencies = [s for s in outside if not s.is_college][:3]
    homes = [s for s in outside if s not in agencies][:len(profiles) - 3] + agencies
    weekdays = ["mercredi", "lundi", "mercredi", "mardi", "vendredi", "mercredi", "jeudi"]
    for number, (role, sphere, paths) in enumerate(profiles):
        person = people.next()
        days = {date(2026, 11, 9) + timedelta(days=7 * draw.below(5) + draw.below(5))
                for _ in range(2 + draw.below(2))} - {date(2026, 11, 11)}
        items = [weekdays[number % 7]] + [french(day) for day in sorted(days)]
        if draw.one_in(6):
            items.append("vendredi-pm")
        rows.append([f"F{number + 1:03d}", person.surname, person.first_name, person.mail,
                     homes[number].uai, role, sphere, f"V{1 + draw.below(10)}",
                     "oui" if number % 2 == 0 else "non", paths, 16 + 2 * draw.below(3),
                     "|".join(items)])
    return rows


def stamp(day):
    """Midnight in Paris as the published files write it: in UTC."""
    last_sunday = [date(day.year, month, 31) for month in (3, 10)]
    spring, autumn = (d - timedelta(days=(d.weekday() + 1) % 7) for d in last_sunday)
    offset = 2 if spring < day <= autumn else 1
    moment = datetime(day.year, day.month, day.day, tzinfo=timezone.utc) - timedelta(hours=offset)
    return moment.strftime("%Y-%m-%dT%H:%M:%S+00:00")


def school_holiday_rows():
    """Zone A; the last day is the day of return. One day, or no known end: the two are equal."""
    holidays = [
        ("Vacances de Printemps", "-", date(2026, 4, 4), date(2026, 4, 20), "2025-2026"),
        ("Pont de l'Ascension", "-", date(2026, 5, 14), date(2026, 5, 18), "2025-2026"),
        ("Vacances d'Été", "Enseignants", date(2026, 7, 4), date(2026, 8, 31), "2025-2026"),
        ("Vacances d'Été", "Élèves", date(2026, 7, 4), date(2026, 9, 1), "2025-2026"),
        ("Vacances de la Toussaint", "-", date(2026, 10, 17), date(2026, 11, 2), "2026-2027"),
        ("Vacances de Noël", "-", date(2026, 12, 19), date(2027, 1, 4), "2026-2027"),
        ("Vacances d'Hiver", "-", date(2027, 2, 13), date(2027, 3, 1), "2026-2027"),
        ("Vacances de Printemps", "-", date(2027, 4, 10), date(2027, 4, 26), "2026-2027"),
        ("Pont de l'Ascension", "-", date(2027, 5, 7), date(2027, 5, 7), "2026-2027"),
        ("Début des Vacances d'Été", "-", date(2027, 7, 3), date(2027, 7, 3), "2026-2027")]
    header = "description;population;start_date;end_date;location;zones;annee_scolaire".split(";")
    return [header] + [[name, population, stamp(first), stamp(back), "Dijon", "Zone A", year]
                       for name, population, first, back, year in holidays]


def easter(year):
    """Gregorian computus of Meeus."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month_day = h + l - 7 * ((a + 11 * h + 22 * l) // 451) + 114
    return date(year, month_day // 31, month_day % 31 + 1)


def public_holiday_rows(years):
    rows = [["date", "annee", "zone", "nom_jour_ferie"]]
    for year in years:
        feast = easter(year)
        days = [(date(year, 1, 1), "1er janvier"), (feast + timedelta(1), "Lundi de Pâques"),
                (date(year, 5, 1), "1er mai"), (date(year, 5, 8), "8 mai"),
                (feast + timedelta(39), "Ascension"), (feast + timedelta(50), "Lundi de Pentecôte"),
                (date(year, 7, 14), "14 juillet"), (date(year, 8, 15), "Assomption"),
                (date(year, 11, 1), "Toussaint"), (date(year, 11, 11), "11 novembre"),
                (date(year, 12, 25), "Jour de Noël")]
        rows += [[day.isoformat(), year, "Métropole", name] for day, name in sorted(days)]
    return rows


def school_rows(wave):
    rows = ["uai vague agence effectif_service repondant type".split()]
    for school in wave:
        kind = "LPO, support de GRETA" if school.greta else ""
        rows.append([school.uai, school.wave, school.agency.uai, school.office, school.mail, kind])
    return rows


def agency_rows(seats):
    rows = [["agence", "libelle", "ac_pourvu"]]
    for seat in sorted(seats, key=lambda s: s.uai):
        rows.append([seat.uai, "Agence comptable du " + seat.name[0].lower() + seat.name[1:],
                     "non" if seat.town == VACANT_SEAT else "oui"])
    return rows


# --- all together ------------------------------------------------------------------------------

def write_campaign(target):
    draw = Draw(SEED)
    schools = make_schools(draw)
    wave, seats = make_wave(schools)
    answering = [s for s in wave if not (s.is_college and s.town == SILENT_TOWN)]
    people = People(draw)
    fill_offices(draw, people, answering)
    add_namesakes(draw, people, answering)
    give_absences(draw, answering)
    for school in wave:
        school.office = office_size(draw, school)

    survey = enquete_demo.Survey(draw, people)
    outsider = next(s for s in schools if s.is_college and not s.entering and s.town == "Luzy")
    survey.build(answering, outsider)
    survey.write(target)
    colleges, lycees = directory_rows(schools)
    trainers = trainer_rows(draw, people, schools)
    write_table(target / "annuaire-colleges.csv", colleges, end="\r\n", bom=True)
    write_table(target / "annuaire-lycees.csv", lycees, end="\r\n", bom=True)
    write_table(target / "calendrier-vacances.csv", school_holiday_rows(), bom=True)
    write_table(target / "calendrier-feries.csv", public_holiday_rows((2025, 2026, 2027)), ",")
    write_table(target / "etablissements.csv", school_rows(wave))
    write_table(target / "agences.csv", agency_rows(seats))
    write_table(target / "salles.csv", room_rows(schools))
    write_table(target / "formateurs.csv", trainers, end="\r\n", bom=True)
    for name, text in tables_demo.FIXED_TABLES.items():
        (target / name).write_bytes(text.encode("utf-8"))
    silent = next(s for s in wave if s not in answering)
    write_table(target / "attendu.csv", enquete_demo.expected_rows(survey, wave, silent))
    return len(wave), len(survey.needs)


def main():
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "campagne-demo")
    target.mkdir(parents=True, exist_ok=True)
    schools, persons = write_campaign(target)
    print(f"{target} : {schools} établissements, {persons} personnes.")


if __name__ == "__main__":
    main()
