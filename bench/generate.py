#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a random campaign, invented from end to end, in the ordinary tables.

Usage: generate.py [--personnes N] [--academies N] [--tension 1..5] [--graine N] FOLDER
       generate.py --nom bench-1|...|bench-5 FOLDER

The same options give the same bytes with every version of Python (3.8 or later, standard library
only). Communes lie on a grid, a denser one around a few towns; schools, people, trainers and rooms
are drawn. Paths and modules are those of a real wave. --tension says how scarce rooms, trainers,
FM1 and staff are: 1 leaves room everywhere, 5 little. Capacities are kept above what everybody
needs, so most campaigns can place everybody; nothing proves it of each one.
"""
import argparse
import math
import random
import sys
from datetime import date, timedelta
from pathlib import Path

UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
FIRST_FM1_DAY, N_FM1_WEEKS = date(2026, 11, 9), 5
HOLIDAYS = (date(2026, 11, 1), date(2026, 11, 11), date(2026, 12, 25), date(2027, 1, 1))
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
ZONES = "ABC"
# Of 233 people, about as many as in a real wave; the rest are office staff.
PEOPLE_OF_A_WAVE, SCHOOLS, HEADS, SECRETARIES, ACCOUNTING = 233, 73, 59, 68, 8
ROOMS, TRAINERS = 8, 26

# Five campaigns that differ in size, room and scarcity.
NAMED = {f"bench-{k}": {"personnes": people, "academies": 1, "tension": k, "graine": 100 + k}
         for k, people in enumerate((233, 226, 240, 231, 236), start=1)}


class Tension:
    """How scarce things are at one level."""

    def __init__(self, level):
        share = (level - 1) / 4
        self.room_closed = 0.03 + 0.19 * share
        self.trainer_days = 2 + round(3 * share)
        self.spare_staff = 0.6 - 0.6 * share
        self.halved_office = 0.5 * share
        self.fm1_per_wave = 5 - share
        self.may_miss = 2 if level >= 4 else 1


class Draw:
    """Draws from random.random() alone, whose sequence no version of Python changes."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, count):
        return int(self.random() * count)

    def chance(self, probability):
        return self.random() < probability

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(len(rest))]


class School:
    def __init__(self, academy, number, commune):
        # Numbers 9001 and above are used by no school: an invented code is never a real one.
        digits = f"{1 + 4 * academy.idx + number // 900:03d}{9001 + number % 900:04d}"
        self.uai = digits + UAI_LETTERS[int(digits) % 23]
        self.academy, self.commune = academy, commune
        self.roles = []
        self.latitude = commune.latitude
        self.longitude = commune.longitude


class Commune:
    def __init__(self, academy, number, row, column):
        self.code = f"{1 + academy.idx:02d}{number:03d}"
        self.name = f"Commune-{self.code}"
        # About 9 km between neighbours; academies lie 6 degrees apart.
        self.latitude = 42 + 0.08 * row
        self.longitude = -60 + 6 * academy.idx + 0.11 * column


class Academy:
    """One academy: schools, people by school, rooms and trainers."""

    def __init__(self, idx, n_people, tension, draw):
        self.idx, self.n_people, self.tension, self.draw = idx, n_people, tension, draw
        self.name = f"Essai-{idx + 1:02d}"
        self.zone = ZONES[idx % len(ZONES)]
        self.waves = n_people / PEOPLE_OF_A_WAVE
        self.make_places()
        self.make_needs()
        self.make_rooms()
        self.make_trainers()

    def count(self, of_a_wave, least=1):
        return max(least, round(of_a_wave * self.waves))

    def make_places(self):
        n_schools = self.count(SCHOOLS, 4)
        side = min(31, math.isqrt(n_schools) + 3)  # a commune's number has three digits
        self.communes = [Commune(self, row * side + column, row, column)
                         for row in range(side) for column in range(side)]
        self.towns = self.draw.shuffled(self.communes)[:max(2, n_schools // 14)]
        self.schools = []
        for number in range(n_schools):
            in_town = self.draw.chance(0.35)
            commune = self.draw.pick(self.towns if in_town else self.communes)
            self.schools.append(School(self, number, commune))
        for school in self.schools:
            school.latitude += (self.draw.below(2001) - 1000) / 1e5
            school.longitude += (self.draw.below(2001) - 1000) / 1e5
        self.seats = self.schools[:max(1, n_schools // 6)]

    def make_needs(self):
        """Exactly n_people: accounting staff at the seats, one head and one secretary at most in a
        school, office staff anywhere."""
        for rank in range(self.count(ACCOUNTING, 4)):
            self.seats[rank % len(self.seats)].roles.append(("AC", "FP", "ASC")[rank % 3])
        for role, share in (("ORD", HEADS), ("SG", SECRETARIES)):
            for school in self.draw.shuffled(self.schools)[:self.count(share)]:
                school.roles.append(role)
        left = self.n_people - sum(len(school.roles) for school in self.schools)
        silent = [school for school in self.schools if not school.roles]
        technical = self.count(2)
        for rank in range(left):
            school = silent[rank] if rank < len(silent) else self.draw.pick(self.schools)
            while school.roles.count("ASG") >= 5:
                school = self.draw.pick(self.schools)
            school.roles.append("ASG" if rank < left - technical else "DDFPT")

    def office_size(self, school):
        """Staff known to the planner: a few more than are trained, or only half as many count."""
        n_service = sum(role in ("SG", "ASG", "AC", "FP", "ASC") for role in school.roles)
        if n_service >= 3 and self.draw.chance(self.tension.halved_office):
            return 1 + (n_service + 1) // 2
        return max(1, n_service) + self.draw.chance(self.tension.spare_staff)

    def make_rooms(self):
        """Seats for everybody with a quarter to spare; every third room is not in a town."""
        self.rooms = []
        closed = self.tension.room_closed
        for rank in range(self.count(ROOMS, 3)):
            commune = self.draw.pick(self.communes) if rank % 3 == 2 else \
                self.towns[rank % len(self.towns)]
            places = 18 + 2 * self.draw.below(5)
            posts = places - 2 * self.draw.below(2)
            away = [day for day in fm1_days() if self.draw.chance(closed)]
            self.rooms.append((commune, places, posts, self.draw.chance(0.7), away))

    def make_trainers(self):
        skills = ["COMPTA"] * 3 + ["COMPTA|SG"] * 3 + ["GEST"] * 11 + ["SG|ORD"] * 9
        assert len(skills) == TRAINERS
        self.trainers = []
        for rank in range(self.count(TRAINERS, 9)):
            paths = skills[rank * len(skills) // self.count(TRAINERS, 9)]
            school = self.draw.pick(self.schools)
            confirmed = rank % 2 == 0 or self.draw.chance(0.3)
            most = 16 + 2 * self.draw.below(3)
            self.trainers.append((paths, school, confirmed, most, self.trainer_absences()))

    def trainer_absences(self):
        items = [self.draw.pick(WEEKDAYS)]
        items += [french(day)
                  for day in sorted(self.draw.shuffled(fm1_days())[:self.tension.trainer_days])]
        return "|".join(items)

    def person_absences(self):
        items = []
        if self.draw.chance(0.2):
            items.append("mercredi")
        elif self.draw.chance(0.06):
            items.append(self.draw.pick(WEEKDAYS) + self.draw.pick(("", "-am", "-pm")))
        if self.draw.chance(0.08):
            items.append(french(self.draw.pick(fm1_days())))
        return "|".join(items)


def french(day):
    return day.strftime("%d/%m/%Y")


def fm1_days():
    days = [FIRST_FM1_DAY + timedelta(days=k) for k in range(7 * N_FM1_WEEKS)]
    return [day for day in days if day.weekday() < 5 and day not in HOLIDAYS]


def invented_name(number):
    """No two numbers give the same name."""
    syllables = ("ba", "do", "fi", "gu", "ka", "lo", "mi", "nu", "pa", "ro", "si", "tu", "va")
    name = ""
    for _ in range(4):
        number, digit = divmod(number, len(syllables))
        name += syllables[digit]
    return name.capitalize()


# --- tables -----------------------------------------------------------------------------------

def write_table(folder, name, header, rows, separator=";"):
    lines = [header] + [separator.join(map(str, row)) for row in rows]
    (folder / f"{name}.csv").write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


def settings(academies, tension, title):
    return [
        ("campagne", title, ""), ("academie", academies[0].name, ""),
        ("zone", academies[0].zone, ""), ("debut", "02/11/2026", ""), ("fin", "18/12/2026", ""),
        ("date_convocation", "16/10/2026", ""), ("mercredi", "evite", ""),
        ("coefficient_route", "1,3", ""), ("taux_km", "0,32", ""), ("repas", "20,00", ""),
        ("repas_restauration", "10,00", ""), ("taux_horaire_formateur", "40", ""),
        ("direction_presente", "oui", ""), ("tolerance_cout", "0,5", ""),
        ("absents_classe", tension.may_miss, ""),
    ]


ROLES = [
    ("ORD", "Ordonnateur", "ordo", "direction", "non"),
    ("SG", "Secrétaire général", "ordo", "secretariat_general", "oui"),
    ("ASG", "Assistant de gestion", "ordo", "autre", "oui"),
    ("DDFPT", "Directeur délégué aux formations", "ordo", "autre", "non"),
    ("AC", "Agent comptable", "compta", "agence", "oui"),
    ("FP", "Fondé de pouvoir", "compta", "agence", "oui"),
    ("ASC", "Assistant comptable", "compta", "agence", "oui"),
]
PATHS = [
    ("ORD", "Ordonnateurs", "ORD", 8, 20, 24, 1, "libre"),
    ("SG", "Secrétaires généraux", "SG", 8, 20, 24, 2, "un_confirme"),
    ("GEST", "Personnels d'intendance", "ASG|DDFPT", 8, 20, 24, 2, "un_confirme"),
    ("COMPTA", "Agence comptable", "AC|FP|ASC", 4, 12, 16, 2, "une_par_sphere"),
]


def modules():
    yield ("ORD", 1, "ORD-P1", "Le rôle de l'ordonnateur", "presentiel", 1, "am", "non", "", "")
    for path, n_days in (("SG", 3), ("GEST", 3), ("COMPTA", 4)):
        for k in range(1, n_days + 1):
            gap = ("", "") if k == 1 else (1, 8)
            yield (path, k, f"{path}-P{k}", f"Pratique {k}", "presentiel", 2, "", "oui", *gap)
        for k in range(1, 4):
            gap = ("", "") if k == 1 else (1, 21)
            yield (path, n_days + k, f"{path}-V{k}", f"Classe {k}", "classe_virtuelle", 1, "libre",
                   "non", *gap)


def write_common(folder, academies, tension, title):
    write_table(folder, "parametres", "cle;valeur;commentaire",
                settings(academies, tension, title))
    write_table(folder, "academies", "academie;zone", [(a.name, a.zone) for a in academies])
    write_table(folder, "vagues", "vague;bascule;libelle",
                [("V1", "01/01/2027", "bascule du 1er janvier 2027")])
    write_table(folder, "roles", "role;libelle;sphere;fonction;service", ROLES)
    write_table(folder, "parcours", "parcours;libelle;roles;effectif_min;effectif_cible;"
                "effectif_max;formateurs_par_groupe;regle_binome", PATHS)
    write_table(folder, "modules", "parcours;ordre;module;titre;modalite;demi_journees;moment;fm1;"
                "ecart_min_jours;ecart_max_jours", modules())
    write_table(folder, "echeances", "code;libelle;debut;fin;roles;effet", [
        ("BUDGET", "Vote du budget", "16/11/2026", "27/11/2026", "SG", "evite"),
        ("PAIE", "Arrêté des opérations comptables", "03/12/2026", "04/12/2026", "AC", "interdit"),
    ])
    capacity = max(3, round(tension.fm1_per_wave * sum(a.waves for a in academies)))
    weeks = [FIRST_FM1_DAY + timedelta(days=7 * k) for k in range(N_FM1_WEEKS)]
    write_table(folder, "fm1", "debut;fin;groupes_max",
                [(french(day), french(day + timedelta(days=4)), capacity) for day in weeks])


def write_calendars(folder):
    write_table(folder, "calendrier-feries", "date,annee,zone,nom_jour_ferie",
                [(day.isoformat(), day.year, "Métropole", "Jour férié") for day in HOLIDAYS], ",")
    breaks = [("Vacances de la Toussaint", "2026-10-16T22:00:00+00:00",
               "2026-11-01T23:00:00+00:00"),
              ("Vacances de Noël", "2026-12-18T23:00:00+00:00", "2027-01-03T23:00:00+00:00")]
    write_table(folder, "calendrier-vacances",
                "description;population;start_date;end_date;location;zones;annee_scolaire",
                [(name, "-", start, end, f"Essai-{zone}", f"Zone {zone}", "2026-2027")
                 for zone in ZONES for name, start, end in breaks])


def write_schools(folder, academies):
    rows = []
    for academy in academies:
        for rank, school in enumerate(academy.schools):
            seat = academy.seats[rank % len(academy.seats)]
            rows.append((school.uai, "V1", seat.uai, academy.office_size(school), academy.name,
                         f"ce.{school.uai.lower()}@ac-exemple.fr", f"Collège d'essai {school.uai}",
                         "Collège", school.commune.name, school.commune.code,
                         f"{school.latitude:.6f}", f"{school.longitude:.6f}"))
    write_table(folder, "etablissements", "uai;vague;agence;effectif_service;academie;repondant;"
                "nom;type;commune;code_commune;latitude;longitude", rows)
    write_table(folder, "agences", "agence;libelle;ac_pourvu",
                [(seat.uai, f"Agence comptable {seat.uai}", "oui")
                 for academy in academies for seat in academy.seats])


def write_people(folder, academies):
    people, trainers = [], []
    for academy in academies:
        for school in academy.schools:
            for role in school.roles:
                name = invented_name(len(people))
                people.append((school.uai, role, name, "Ila", f"ila.{name.lower()}@ac-exemple.fr",
                               academy.person_absences()))
        for paths, school, confirmed, most, absences in academy.trainers:
            code = f"F{len(trainers) + 1:03d}"
            sphere = "compta" if paths == "COMPTA" else "ordo"
            name = invented_name(20000 + len(trainers))
            trainers.append((code, name, "Oto", f"oto.{name.lower()}@ac-exemple.fr", school.uai,
                             "AC" if sphere == "compta" else "SG", sphere,
                             "oui" if confirmed else "non", paths, most, absences, academy.name))
    write_table(folder, "besoins", "uai;role;nom;prenom;courriel;indisponibilites", people)
    write_table(folder, "formateurs", "formateur;nom;prenom;courriel;uai;role;sphere;confirme;"
                "parcours;max_demi_journees;indisponibilites;academie", trainers)


def write_rooms(folder, academies):
    rows = []
    for academy in academies:
        for commune, places, posts, meals, away in academy.rooms:
            code = f"S{len(rows) + 1:03d}"
            rows.append((code, f"Lycée d'essai {code}", commune.name, commune.code,
                         f"{commune.latitude:.6f}", f"{commune.longitude:.6f}", places, posts,
                         "oui" if meals else "non", "oui", "|".join(map(french, away)),
                         academy.name))
    write_table(folder, "salles", "salle;site;commune;code_commune;latitude;longitude;places;"
                "postes;restauration;accessible;indisponibilites;academie", rows)


def write_campaign(folder, n_people, n_academies, level, seed):
    folder.mkdir(parents=True, exist_ok=True)
    draw, tension = Draw(seed), Tension(level)
    sizes = [n_people // n_academies + (k < n_people % n_academies) for k in range(n_academies)]
    academies = [Academy(idx, size, tension, draw) for idx, size in enumerate(sizes)]
    title = f"Essai, {n_people} personnes, tension {level}, graine {seed}"
    write_common(folder, academies, tension, title)
    write_calendars(folder)
    write_schools(folder, academies)
    write_people(folder, academies)
    write_rooms(folder, academies)


def read_arguments(words):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--personnes", type=int, default=PEOPLE_OF_A_WAVE)
    parser.add_argument("--academies", type=int, default=1)
    parser.add_argument("--tension", type=int, default=3, choices=range(1, 6))
    parser.add_argument("--graine", type=int, default=1)
    parser.add_argument("--nom", choices=sorted(NAMED))
    arguments = parser.parse_args(words)
    if arguments.nom:
        vars(arguments).update(NAMED[arguments.nom])
    if not 1 <= arguments.academies <= 60:
        parser.error("--academies: 1 to 60")
    if not 60 * arguments.academies <= arguments.personnes <= 10000:
        parser.error("--personnes: at least 60 for each academy, at most 10000")
    return arguments


def main(words):
    arguments = read_arguments(words)
    write_campaign(arguments.folder, arguments.personnes, arguments.academies, arguments.tension,
                   arguments.graine)


if __name__ == "__main__":
    main(sys.argv[1:])
