# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built program for tests, and writes small invented campaigns for it.

Environment: COHORTE_PROGRAM (the program), COHORTE_SOURCE_DIR (the checkout), COHORTE_SHARED
(folder of real cases, which may be absent).
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ.get("COHORTE_PROGRAM", "cohorte")
SOURCE = Path(os.environ.get("COHORTE_SOURCE_DIR", Path(__file__).parents[2]))
SHARED = Path(os.environ.get("COHORTE_SHARED", SOURCE / ".." / "shared"))
CASES = SHARED / "data" / "cases"
DEMO = SOURCE / "examples" / "campagne-demo"

OK, PROBLEMS, USAGE, DATA, NO_PLAN, INTERNAL = range(6)
# One process that leaks or hangs must fail its test, not stop the run.
LIMIT_S = 240


class Result:
    """How one run ended."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    @property
    def all(self):
        return self.out + self.err

    @property
    def json(self):
        return json.loads(self.out)


def environment(**changes):
    """The environment of a run: nothing of the user's terminal or language gets in."""
    kept = {name: value for name, value in os.environ.items() if name.isupper()}
    kept.update({"LC_ALL": "C", "COLUMNS": "100", "TZ": "UTC"})
    kept.pop("NO_COLOR", None)
    # What a sanitizer finds must not pass for an exit code of the program.
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        kept[name] = ":".join(filter(None, [kept.get(name), "exitcode=99"]))
    kept.update(changes)
    return kept


def run(*arguments, cwd=None, env=None, **options):
    process = subprocess.run(
        [PROGRAM, *map(os.fspath, arguments)],
        cwd=cwd,
        env=env or environment(),
        stdin=subprocess.DEVNULL,
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        **options,
    )
    return Result(process)


def uai(number):
    """A number with its check letter; from 9001 on no school bears it."""
    digits = f"021{number:04d}"
    return digits + "ABCDEFGHJKLMNPRSTUVWXYZ"[int(digits) % 23]


SCHOOLS = [uai(number) for number in (9001, 9002, 9003, 9004)]

# Four schools around Dijon, eight persons, two paths, a fortnight; planned in a moment.
SMALL = {
    "parametres": """cle;valeur
campagne;Petite campagne
academie;Dijon
zone;A
debut;09/11/2026
fin;20/11/2026
date_convocation;20/10/2026
taux_horaire_formateur;40
""",
    "vagues": "vague;bascule;libelle\nV12;01/01/2027;bascule du 1er janvier 2027\n",
    "roles": """role;libelle;sphere;fonction;service;alias
ORD;Ordonnateur;ordo;direction;non;principal|proviseur
SG;Secrétaire général;ordo;secretariat_general;oui;gestionnaire
""",
    "parcours": """parcours;libelle;roles;effectif_min;effectif_cible;effectif_max;formateurs_par_groupe;regle_binome
ORD;Ordonnateurs;ORD;2;4;6;1;libre
SG;Secrétaires généraux;SG;2;4;6;2;libre
""",
    "modules": """parcours;ordre;module;titre;modalite;demi_journees;moment;fm1;avant_bascule
ORD;1;O-P1;Le rôle de l'ordonnateur;presentiel;1;am;non;oui
SG;1;S-P1;La dépense;presentiel;2;;oui;oui
SG;2;S-V1;La bascule;classe_virtuelle;1;libre;non;non
""",
    "etablissements": "uai;vague;effectif_service;repondant;nom;type;commune;code_commune;"
    "code_postal;latitude;longitude\n"
    + "".join(
        f"{school};V12;3;ce.{school.lower()}@ac-exemple.fr;Collège d'Exemple {i};Collège;"
        f"Commune {i};2123{i};21000;47.3{i};5.0{i}\n"
        for i, school in enumerate(SCHOOLS)
    ),
    "besoins": "uai;role;nom;prenom;courriel;indisponibilites\n"
    + "".join(
        f"{school};ORD;Ordonneur{i};Anne;anne.ordonneur{i}@ac-exemple.fr;\n"
        f"{school};SG;Gestionneur{i};Paul;paul.gestionneur{i}@ac-exemple.fr;\n"
        for i, school in enumerate(SCHOOLS)
    ),
    "formateurs": "formateur;nom;prenom;courriel;uai;role;sphere;confirme;parcours;"
    "max_demi_journees\n"
    + "".join(
        f"F{i};Formateur{i};Luc;luc.formateur{i}@ac-exemple.fr;{SCHOOLS[i]};SG;ordo;oui;ORD|SG;10\n"
        for i in range(3)
    ),
    "salles": """salle;site;uai;commune;code_commune;latitude;longitude;places;postes
S1;Lycée d'Exemple;;Dijon;21231;47.32;5.04;10;10
""",
    "fm1": "debut;fin;groupes_max\n09/11/2026;20/11/2026;2\n",
    "calendrier-feries": """date,annee,zone,nom_jour_ferie
2026-11-01,2026,Métropole,Toussaint
2026-11-11,2026,Métropole,11 novembre
2026-12-25,2026,Métropole,Jour de Noël
""",
    "calendrier-vacances": """description;population;start_date;end_date;location;zones;annee_scolaire
Vacances de la Toussaint;-;2026-10-16T22:00:00+00:00;2026-11-01T23:00:00+00:00;Dijon;Zone A;2026-2027
Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Dijon;Zone A;2026-2027
""",
}


def write_campaign(folder, **changes):
    """Writes the small campaign; a table given as None is left out, "_" stands for "-" in names."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = dict(SMALL)
    tables.update({name.replace("_", "-"): text for name, text in changes.items()})
    for name, text in tables.items():
        if isinstance(text, bytes):
            (folder / f"{name}.csv").write_bytes(text)
        elif text is not None:
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


class ProgramTest(unittest.TestCase):
    """A folder of its own for each test, in which the program runs."""

    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cohorte-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_in(self, *arguments, **options):
        return run(*arguments, cwd=self.folder, **options)

    def assert_run(self, code, *arguments, **options):
        """Runs the program and checks its exit code. Returns the result."""
        result = self.run_in(*arguments, **options)
        self.assertEqual(result.code, code, f"{arguments}\n{result.out}\n{result.err}")
        return result

    def small(self, **changes):
        """Imports the small campaign into campagne.cohorte. Returns the folder of tables."""
        tables = write_campaign(self.folder / "donnees", **changes)
        self.assert_run(OK, "creer")
        self.run_in("importer", tables)
        return tables

    def planned(self):
        """The same, with plan 1."""
        tables = self.small()
        self.assert_run(OK, "planifier", "--travail", "2000")
        return tables

    def copied(self, source):
        """A copy of a campaign, for the import writes beside a survey."""
        return shutil.copytree(source, self.folder / "donnees")

    def files_below(self, folder):
        """Name and content of every file, hidden ones included."""
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


def main():
    """Runs the tests of the calling file; status 77 when every one of them was skipped."""
    outcome = unittest.main(exit=False, verbosity=2).result
    if not outcome.wasSuccessful():
        sys.exit(1)
    # A class that is skipped as a whole counts once and runs no test.
    sys.exit(77 if outcome.skipped and len(outcome.skipped) >= outcome.testsRun else 0)
