#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the capacitated p-median problems of the OR-Library as ordinary campaigns.

    pmedcap.py pmedcap1.txt FOLDER [NUMBER ...]

One folder FOLDER/pmedcap-NN per problem (all by default), and FOLDER/optima.csv with what is
published. A vertex is an establishment whose people stay together (R12) and share one car, and a
room of 120 places; a unit of distance costs one cent; one half-day, one slot, p groups. So the
cost of a plan, in cents, is the value of the p-median solution that it stands for. Names are
invented. The problems themselves are not kept here: see J. E. Beasley's OR-Library.
"""
import csv
import math
import os
import sys

DAY = "14/11/2024"
UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
TABLES = {
    "vagues": [["vague", "bascule"], ["V1", "01/01/2026"]],
    "roles": [
        ["role", "libelle", "sphere", "fonction", "service"],
        ["AGT", "Agent", "ordo", "autre", "non"],
    ],
    "modules": [
        ["parcours", "ordre", "module", "titre", "modalite", "demi_journees", "moment", "fm1"],
        ["P", "1", "P-1", "Prise en main", "presentiel", "1", "am", "non"],
    ],
    "fm1": [["debut", "fin", "groupes_max"], [DAY, DAY, "1"]],
    "calendrier": [
        ["description", "population", "start_date", "end_date", "location", "zones",
         "annee_scolaire"],
        ["Vacances de Noël", "-", "2024-12-20T23:00:00+00:00", "2025-01-05T23:00:00+00:00",
         "Grenoble", "Zone A", "2024-2025"],
    ],
    "calendrier-feries": [
        ["date", "annee", "zone", "nom_jour_ferie"],
        ["2024-11-11", "2024", "Métropole", "11 novembre"],
    ],
}


def read_problems(path):
    """Yields (number, optimum, p, capacity, [(x, y, demand)])."""
    with open(path, encoding="ascii") as text:
        numbers = iter(text.read().split())
    for _ in range(int(next(numbers))):
        number, optimum = int(next(numbers)), int(next(numbers))
        n, p, capacity = (int(next(numbers)) for _ in range(3))
        points = []
        for _ in range(n):
            next(numbers)
            points.append(tuple(int(next(numbers)) for _ in range(3)))
        yield number, optimum, p, capacity, points


def uai(number):
    """A well-formed code of an establishment that does not exist."""
    digits = 389_000 + number
    return f"{digits:07d}{UAI_LETTERS[digits % 23]}"


def distance(a, b):
    """Euclidean, cut to an integer, as in the published results."""
    return math.isqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)


def tables_of(number, p, capacity, points):
    n = len(points)
    trainers_uai = uai(n + 1)
    tables = dict(TABLES)
    tables["parametres"] = [
        ["cle", "valeur"],
        ["campagne", f"pmedcap-{number:02d}"],
        ["academie", "Grenoble"],
        ["zone", "A"],
        ["debut", DAY],
        ["fin", DAY],
        ["taux_km", "0,005"],
        ["taux_horaire_formateur", "0"],
        ["grouper_par_etablissement", "oui"],
        ["covoiturage_places", str(max(d for _, _, d in points))],
    ]
    tables["parcours"] = [
        ["parcours", "libelle", "roles", "effectif_min", "effectif_cible", "effectif_max",
         "formateurs_par_groupe", "regle_binome", "groupes_min", "groupes_max"],
        ["P", "Agents", "AGT", "1", str(capacity), str(capacity), "1", "libre", str(p), str(p)],
    ]
    places = [(f"Commune {k}", f"{45 + k / 1000:.3f}", f"{5 + k / 1000:.3f}") for k in range(n + 2)]
    tables["etablissements"] = [
        ["uai", "vague", "effectif_service", "nom", "commune", "latitude", "longitude"]
    ] + [
        [uai(k + 1), "V1", "", f"Établissement {k + 1}", *places[k + 1]] for k in range(n + 1)
    ]
    tables["besoins"] = [["uai", "role", "nombre"]] + [
        [uai(k + 1), "AGT", str(points[k][2])] for k in range(n)
    ]
    tables["salles"] = [
        ["salle", "site", "uai", "commune", "latitude", "longitude", "places", "postes",
         "restauration"]
    ] + [
        [f"S{k + 1}", f"Site {k + 1}", uai(k + 1), *places[k + 1], str(capacity), "0", "non"]
        for k in range(n)
    ]
    tables["formateurs"] = [
        ["formateur", "nom", "prenom", "uai", "sphere", "confirme", "parcours"]
    ] + [
        [f"F{k + 1}", f"Nom{k + 1}", f"Prénom{k + 1}", trainers_uai, "ordo", "oui", "P"]
        for k in range(p)
    ]
    tables["distances"] = [["uai_origine", "salle", "km"]] + [
        [uai(a + 1), f"S{b + 1}", str(distance(points[a], points[b]))]
        for a in range(n)
        for b in range(n)
    ] + [[trainers_uai, f"S{b + 1}", "0"] for b in range(n)]
    return tables


def write_table(folder, name, rows):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as out:
        # The official calendars come with commas in one layout, semicolons in the other.
        delimiter = "," if name == "calendrier-feries" else ";"
        csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    path, target = arguments[:2]
    wanted = {int(word) for word in arguments[2:]}
    if not os.path.exists(path):
        print(f"{path}: absent, rien à faire", file=sys.stderr)
        return
    os.makedirs(target, exist_ok=True)
    optima = [["campagne", "optimum"]]
    for number, optimum, p, capacity, points in read_problems(path):
        if wanted and number not in wanted:
            continue
        name = f"pmedcap-{number:02d}"
        folder = os.path.join(target, name)
        os.makedirs(folder, exist_ok=True)
        for table, rows in tables_of(number, p, capacity, points).items():
            write_table(folder, table, rows)
        optima.append([name, str(optimum)])
    write_table(target, "optima", optima)


if __name__ == "__main__":
    main(sys.argv[1:])
