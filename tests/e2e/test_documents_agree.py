#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every document says the same of each meeting as the tables of the plan, and nothing else.

A comparison makes a document and the plan into the same kind of set or number. The same
comparisons are then made with a plan in which one fact is another: each must notice the facts it
says it holds.
"""
import copy
import datetime
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
from program import OK, PROBLEMS, SCHOOLS, SMALL, main, run, uai, write_campaign  # noqa: E402
from published_plan import COMPARISONS, PDF, Documents, Plan  # noqa: E402
from workbooks import grid  # noqa: E402

import agreement_office  # noqa: E402,F401
import agreement_readers  # noqa: E402,F401

ROOMS = f"""salle;site;uai;commune;code_commune;latitude;longitude;places;postes;restauration;\
indisponibilites
S1;Lycée d'Exemple;{uai(9010)};Dijon;21231;47.32;5.04;10;10;oui;13/11/2026..20/11/2026
S2;Collège d'Exemple 2;{SCHOOLS[2]};Commune 2;21232;47.33;5.03;8;8;non;09/11/2026..12/11/2026
"""
MODULES = """parcours;ordre;module;titre;modalite;demi_journees;moment;fm1;avant_bascule;au_plus_tot
ORD;1;O-P1;Le rôle de l'ordonnateur;presentiel;1;am;non;oui;
ORD;2;O-W1;Le point;webinaire;1;am;non;non;17/11/2026
SG;1;S-P1;La dépense;presentiel;2;;oui;oui;
SG;2;S-V1;La bascule;classe_virtuelle;1;libre;non;non;
SG;3;S-A1;Réviser;autoformation;1;libre;non;non;
"""


def needs():
    """Those of the small campaign, one person who is never free and one already trained."""
    head, *people = SMALL["besoins"].splitlines()
    never = f"{SCHOOLS[0]};SG;Jamais;Ida;ida.jamais@ac-exemple.fr;09/11/2026..20/11/2026;"
    trained = f"{SCHOOLS[1]};SG;Formée;Eva;eva.formee@ac-exemple.fr;;oui"
    return "\n".join([head + ";deja_forme", *(line + ";" for line in people), never, trained, ""])


def altered(plan, fact):
    other = copy.deepcopy(plan)
    meeting = next(m for m in other.meetings if (m["groupe"], m["module"]) == ("SG-02", "S-P1"))
    if fact == "date":
        other_day = datetime.date.fromisoformat(meeting["date"]) - datetime.timedelta(days=7)
        meeting["date"] = other_day.isoformat()
    elif fact == "hours":
        meeting["debut"] = "08:30"
    elif fact == "room":
        meeting["salle"] = "S2" if meeting["salle"] == "S1" else "S1"
        other.groups["SG-02"]["salle"] = meeting["salle"]
    elif fact == "people":
        first, second = other.members("SG-01")[0], other.members("SG-02")[0]
        first["groupe"], second["groupe"] = second["groupe"], first["groupe"]
    elif fact == "trainers":
        group = other.groups["SG-02"]
        group["formateur_1"] = next(
            code
            for code in other.trainers
            if code not in (group["formateur_1"], group["formateur_2"])
        )
    elif fact == "unplaced":
        other.unplaced = []
    return other


class DocumentsAgree(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="cohorte-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        write_campaign(
            cls.folder / "donnees",
            salles=ROOMS,
            modules=MODULES,
            besoins=needs(),
            parametres=SMALL["parametres"] + "courriel_eafc;eafc@ac-exemple.fr\n",
            parcours=SMALL["parcours"].replace("2;4;6", "2;2;2"),
            formateurs=SMALL["formateurs"].replace(";10\n", ";6\n"),
        )
        for code, *command in (
            (OK, "creer"),
            (OK, "importer", "donnees"),
            (PROBLEMS, "planifier", "--travail", "2000"),
            (OK, "publier", "documents"),
            (OK, "exporter", "--csv", "plan"),
        ):
            result = run(*command, cwd=cls.folder)
            assert result.code == code, result.all
        cls.plan = Plan(cls.folder / "plan")
        cls.documents = Documents(cls.folder / "documents")

    def comparisons(self):
        for comparison, facts in COMPARISONS:
            if PDF or not comparison.__name__.endswith("on_paper"):
                yield comparison, facts

    def test_the_campaign_has_one_of_everything(self):
        rooms = {meeting["salle"] for meeting in self.plan.meetings}
        self.assertEqual(rooms, {"S1", "S2", ""})
        self.assertEqual(len(self.plan.groups), 4)
        self.assertEqual(len(self.plan.unplaced), 1)
        self.assertEqual(len(self.plan.active()), 3)

    def test_each_document_says_what_the_plan_says(self):
        for comparison, _ in self.comparisons():
            with self.subTest(comparison.__name__):
                expected, found = comparison(self.plan, self.documents)
                self.assertTrue(found)
                self.assertEqual(expected, found)

    def test_each_comparison_notices_another_fact(self):
        for comparison, facts in self.comparisons():
            for fact in facts:
                with self.subTest(comparison.__name__, fact=fact):
                    expected, found = comparison(altered(self.plan, fact), self.documents)
                    self.assertNotEqual(expected, found)

    def test_a_total_that_is_not_the_sum_of_its_lines_is_noticed(self):
        for name, sheet, column, label in (
            ("frais.xlsx", "Déplacements", "X", None),
            ("frais.xlsx", "Formateurs", "L", None),
            ("frais.xlsx", "Par groupe", "L", "SG-01"),
            ("frais.xlsx", "Par établissement", "I", "Total"),
            ("frais.xlsx", "Synthèse", "E", "Total"),
            ("cosui.xlsx", "Coût", "B", "Total"),
        ):
            other = Documents(self.documents.folder)
            cells = other.book(name)[sheet]
            cell = next(
                f"{column}{row}"
                for row, values in sorted(grid(cells).items())
                if isinstance(values.get(column), float) and label in (None, values["A"])
            )
            cells[cell] = (cells[cell][0] + 1, False)
            with self.subTest(sheet=sheet, cell=cell):
                expected, found = agreement_office.sums_of_the_budget(self.plan, other)
                self.assertNotEqual(expected, found)

    def test_each_fact_is_in_every_kind_of_document(self):
        """No comparison lost its facts without anybody seeing it."""
        held = [fact for _, facts in COMPARISONS for fact in facts]
        least = {"date": 20, "hours": 15, "room": 14, "people": 9, "trainers": 14}
        for fact, n_least in least.items():
            self.assertGreaterEqual(held.count(fact), n_least, fact)


if __name__ == "__main__":
    main()
