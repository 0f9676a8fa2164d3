#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small campaign, command by command: what each one says, stores and refuses."""
import csv
import hashlib
import io
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import DATA, OK, PROBLEMS, SCHOOLS, SMALL, write_campaign  # noqa: E402

WORK = ("--travail", "2000")


def table(path):
    text = path.read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


class Steps(program.ProgramTest):
    def test_create_refuses_to_overwrite(self):
        self.assert_run(OK, "creer")
        before = self.files_below(self.folder)
        result = self.assert_run(DATA, "creer")
        self.assertIn("« campagne.cohorte » existe déjà", result.err)
        self.assertEqual(self.files_below(self.folder), before)

    def test_import_counts_and_keeps_person_ids(self):
        self.assert_run(OK, "creer")
        tables = write_campaign(self.folder / "donnees")
        found = self.assert_run(OK, "importer", tables, "--json").json["resultat"]
        campaign = found["campagne"]
        self.assertEqual((campaign["personnes"], campaign["a_former"]), (8, 8))
        self.assertEqual(campaign["par_fonction"], {"ORD": 4, "SG": 4})
        self.assertEqual(campaign["par_parcours"], {"ORD": 4, "SG": 4})
        self.assertEqual(campaign["etablissements_repondants"], 4)
        self.assertEqual(found["erreurs"], 0)
        # 9 to 20 November: ten working days, of which the 11th is a holiday.
        self.assertEqual(campaign["jours_fm1"], 9)

    def test_state_before_and_after_a_plan(self):
        self.small()
        out = self.assert_run(OK, "etat").out
        self.assertIn("4 sur 4 (100,00\xa0%)", out)
        self.assertIn("ORD 4, SG 4", out)
        self.assertIn("aucun plan", out)
        self.assert_run(OK, "planifier", *WORK)
        self.assert_run(OK, "planifier", *WORK)
        self.assert_run(OK, "publier", "documents", "--version", "1")
        plans = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"]
        self.assertEqual([plan["version"] for plan in plans], [1, 2])
        self.assertEqual([plan["publie"] for plan in plans], [True, False])
        self.assertEqual([plan["placees"] for plan in plans], [8, 8])
        self.assertTrue(all(plan["donnees_actuelles"] for plan in plans))
        self.assertRegex(self.assert_run(OK, "etat").out, r"plan 1 .*8 placées sur 8.*publié")

    def test_plan_says_what_was_found(self):
        self.small()
        result = self.assert_run(OK, "planifier", *WORK)
        self.assertIn("Plan 1 : 8 personnes placées sur 8, en 2 groupes", result.out)
        self.assertIn("ORD 1, SG 1", result.out)
        self.assertRegex(result.out, r"coût +[\d\u202f]+,\d\d\xa0€, ")
        self.assertEqual(result.err, "", "quiet when piped")
        plan = self.assert_run(OK, "planifier", *WORK, "--json").json["resultat"]["plan"]
        self.assertEqual((plan["version"], plan["personnes"], plan["placees"]), (2, 8, 8))
        self.assertEqual(plan["palier1"], {"valeur": 0, "borne": 0, "ecart": 0.0})
        self.assertEqual(plan["non_places"], [])

    def test_trainer_time_without_a_rate_is_told_wherever_a_cost_is(self):
        for known in (True, False):
            rate = "taux_horaire_formateur;40\n"
            parameters = SMALL["parametres"] if known else SMALL["parametres"].replace(rate, "")
            shutil.rmtree(self.folder / "donnees", ignore_errors=True)
            (self.folder / "campagne.cohorte").unlink(missing_ok=True)
            self.small(parametres=parameters)
            check = self.assertNotIn if known else self.assertIn
            cost = "\xa0€, temps de formateur à renseigner"
            check(cost, self.assert_run(OK, "planifier", *WORK).out)
            check(cost, self.assert_run(OK, "etat", env=program.environment(COLUMNS="300")).out)
            judged = self.assert_run(OK, "controler").out
            check(cost, judged)
            check("formateurs à renseigner, trajets ", judged)
            plan = self.assert_run(OK, "planifier", *WORK, "--json").json["resultat"]["plan"]
            state = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"][0]
            found = self.assert_run(OK, "controler", "--json").json["resultat"]["controle"]
            for each in (plan, state, found):
                self.assertIs(each["taux_formateur_renseigne"], known)

    def test_a_gap_is_a_number_only_when_proven(self):
        self.small()
        plan = self.assert_run(OK, "planifier", *WORK, "--json").json["resultat"]["plan"]
        for tier in ("palier1", "palier2", "palier3", "etape1"):
            if plan[tier]["borne"] is None:
                self.assertIsNone(plan[tier]["ecart"])
            else:
                self.assertLessEqual(plan[tier]["borne"], plan[tier]["valeur"])

    def test_same_seed_and_work_give_the_same_tables(self):
        self.small()
        for name in ("un", "deux"):
            self.assert_run(OK, "planifier", *WORK, "--graine", "7")
            self.assert_run(OK, "exporter", "--csv", name)
        first, second = (self.files_below(self.folder / name) for name in ("un", "deux"))
        for name in ("groupes.csv", "seances.csv", "affectations.csv", "non_places.csv"):
            self.assertEqual(first[name], second[name])

    def test_check_names_every_rule_and_tier(self):
        self.planned()
        out = self.assert_run(OK, "controler").out
        for rule in range(1, 19):
            self.assertRegex(out, rf"(?m)^  R{rule:02d} +\S.* respectée$")
        self.assertEqual(out.count("comme annoncé"), 3)
        found = self.assert_run(OK, "controler", "1", "--json").json["resultat"]
        self.assertTrue(found["controle"]["valable"] and found["donnees_actuelles"])
        self.assertEqual(set(found["controle"]["regles"].values()), {0})

    def test_a_version_that_is_not_there_is_told(self):
        self.planned()
        for words in (["controler", "9"], ["publier", "d", "--version", "9"]):
            self.assertIn("n'a pas ce plan", self.assert_run(DATA, *words).err)
        self.assertFalse((self.folder / "d").exists())

    def test_publishing_leaves_complete_documents_with_their_manifest(self):
        self.planned()
        self.assert_run(OK, "publier", "documents")
        folder = self.folder / "documents"
        self.assertTrue((folder / "calendrier.xlsx").is_file())
        self.assertEqual(len(list((folder / "groupes").glob("*.xlsx"))), 2)
        self.assertEqual(len(list((folder / "etablissements").glob("*.xlsx"))), 4)
        rows = list(csv.reader(io.StringIO((folder / "MANIFESTE.csv").read_text("utf-8-sig")),
                               delimiter=";"))
        listed = {row[0]: row[-1] for row in rows[1:]}
        found = self.files_below(folder)
        del found["MANIFESTE.csv"]
        self.assertEqual(
            listed, {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
        )

    def test_publishing_refuses_a_folder_of_others(self):
        self.planned()
        (self.folder / "photos").mkdir()
        (self.folder / "photos" / "a.txt").write_text("x", encoding="utf-8")
        result = self.assert_run(DATA, "publier", "photos")
        self.assertIn("« photos »", result.err)
        self.assertEqual(self.files_below(self.folder / "photos"), {"a.txt": b"x"})
        plans = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"]
        self.assertFalse(plans[0]["publie"])

    def test_exported_tables_hold_the_whole_plan(self):
        self.planned()
        self.assert_run(OK, "exporter", "--csv", "plan")
        plan = self.folder / "plan"
        people = table(plan / "affectations.csv")
        self.assertEqual({row["personne"] for row in people}, {f"P{i:04d}" for i in range(1, 9)})
        self.assertEqual(len(table(plan / "groupes.csv")), 2)
        # One morning for ORD, one day and one virtual class for SG.
        self.assertEqual(len(table(plan / "seances.csv")), 3)
        balance = {row["cle"]: row["valeur"] for row in table(plan / "bilan.csv")}
        self.assertEqual(balance["placees"], "8")
        self.assertEqual(balance["version"], "1")


class Changes(program.ProgramTest):
    """The data changes after a plan."""

    def change(self, **changes):
        write_campaign(self.folder / "donnees", **changes)
        self.run_in("importer", self.folder / "donnees")

    def test_a_plan_that_still_holds_is_told_to_be_of_other_data(self):
        self.planned()
        room = "S2;Autre lycée;;Dijon;21231;47.33;5.05;12;12\n"
        self.change(salles=SMALL["salles"] + room)
        result = self.assert_run(OK, "controler")
        self.assertIn("les données ont changé", result.out)
        self.assertFalse(self.run_in("controler", "--json").json["resultat"]["donnees_actuelles"])
        self.assertIn("d'autres données", self.assert_run(OK, "etat").out)

    def test_a_plan_that_no_longer_holds_is_neither_published_nor_exported(self):
        self.planned()
        self.change(salles=SMALL["salles"].replace("10;10", "3;3"))
        result = self.assert_run(PROBLEMS, "controler")
        self.assertRegex(result.out, r"R02 .*\d manquements?")
        for words in (["publier", "d"], ["exporter", "--csv", "d"]):
            result = self.assert_run(PROBLEMS, *words)
            self.assertIn("Le vérificateur refuse le plan 1", result.err)
            self.assertIn("R02", result.err)
        self.assertFalse((self.folder / "d").exists())

    def test_a_plan_of_persons_who_are_gone_is_stale(self):
        self.planned()
        lines = SMALL["besoins"].splitlines(keepends=True)
        self.change(besoins="".join(lines[:-2]))
        result = self.run_in("controler")
        self.assertIn(result.code, (DATA, PROBLEMS))
        self.assert_run(OK, "etat")
        self.assert_run(OK, "planifier", *WORK)
        self.assert_run(OK, "publier", "documents")

    def test_what_closes_or_leaves_by_the_guide_keeps_the_reference(self):
        self.planned()
        self.assert_run(OK, "publier", "documents")
        header, *rooms = SMALL["salles"].splitlines()
        open_room = "S2;Autre lycée;;Dijon;21231;47.33;5.05;12;12;"
        header_people, *people = SMALL["besoins"].splitlines()
        gone = [f"{row};{'oui' if row == people[-1] else 'non'}" for row in people]
        self.change(
            salles="\n".join([f"{header};indisponibilites",
                              f"{rooms[0]};09/11/2026..20/11/2026", open_room, ""]),
            besoins="\n".join([f"{header_people};deja_forme", *gone, ""]),
            formateurs=SMALL["formateurs"].replace("ORD|SG;10", "ORD|SG;0", 1),
        )
        result = self.assert_run(OK, "planifier", *WORK)
        self.assertIn("7 personnes placées sur 7", result.out)
        self.assertRegex(result.out, r"changements +\d+ points?")
        self.assertNotIn("référence", result.err)
        self.assert_run(OK, "exporter", "--csv", "plan")
        groups = table(self.folder / "plan" / "groupes.csv")
        self.assertEqual([row["groupe"] for row in groups], ["ORD-01", "SG-01"])
        self.assertEqual({row["salle"] for row in groups}, {"S2"})
        self.change()
        self.change(besoins="\n".join([header_people, *people[:-1], ""]))
        result = self.assert_run(OK, "planifier", *WORK)
        self.assertIn("seul le reste sert de référence", " ".join(result.err.split()))
        self.assertNotRegex(result.out, r"changements +\d")

    def test_a_lock_on_a_group_that_is_not_published_is_told(self):
        locks = "groupe;element\nSG-99;tout\n"
        self.small(verrous=locks)
        result = self.assert_run(OK, "planifier", *WORK)
        self.assertIn("aucun plan n'est encore publié (SG-99)", " ".join(result.err.split()))
        self.assert_run(OK, "publier", "documents")
        result = self.assert_run(OK, "planifier", *WORK)
        self.assertIn("n'a pas de groupe SG-99", " ".join(result.err.split()))
        self.assertNotIn("SG-01", result.err)

    def test_what_was_published_and_locked_does_not_move(self):
        week = "debut;fin;groupes_max\n09/11/2026;13/11/2026;2\n"
        self.small(fm1=week)
        self.assert_run(OK, "planifier", *WORK)
        self.assert_run(OK, "publier", "documents")
        self.assert_run(OK, "exporter", "--csv", "avant")
        # Nothing new may be held before 15 November any more: only what was published stands.
        self.change(
            fm1=week,
            parametres=SMALL["parametres"].replace("20/10/2026", "08/11/2026"),
            verrous="groupe;element;valeur\nORD-01;tout;\nSG-01;tout;\n",
        )
        self.assert_run(OK, "planifier", *WORK)
        self.assert_run(OK, "exporter", "--csv", "apres")
        for name in ("seances.csv", "groupes.csv", "affectations.csv"):
            before, after = (self.folder / part / name for part in ("avant", "apres"))
            self.assertEqual(before.read_bytes(), after.read_bytes())
        self.assert_run(OK, "publier", "documents")

    def test_a_silent_school_is_a_warning_and_its_reserved_seats_are_apart(self):
        lines = SMALL["besoins"].splitlines(keepends=True)
        self.small(
            besoins="".join(lines[:-2]),
            parametres=SMALL["parametres"] + "reserver_places;oui\n",
        )
        found = self.assert_run(PROBLEMS, "verifier", "--json").json["resultat"]
        self.assertEqual((found["erreurs"], found["avertissements"]), (0, 1))
        campaign = self.assert_run(OK, "etat", "--json").json["resultat"]["campagne"]
        self.assertEqual((campaign["etablissements_repondants"], campaign["personnes"]), (3, 6))
        self.assertEqual(campaign["a_former"], 6)
        self.assertGreaterEqual(campaign["places_reservees"], 1)
        self.assertEqual(sum(campaign["par_fonction"].values()), 6)
        self.assertEqual(campaign["par_parcours"], campaign["par_fonction"])
        n = campaign["places_reservees"]
        seats = f"{n} places réservées" if n > 1 else "1 place réservée"
        self.assertRegex(self.assert_run(OK, "etat").out, rf"personnes +6, plus {seats}\n")
        result = self.assert_run(OK, "planifier", *WORK)
        self.assertIn(f"6 personnes placées sur 6, et {seats}, en 2 groupes", result.out)
        state = self.assert_run(OK, "etat", "--json").json["resultat"]["plans"][0]
        plan = self.assert_run(OK, "planifier", *WORK, "--json").json["resultat"]["plan"]
        self.assertEqual((plan["personnes"], state["non_placees"]), (6, 0))
        for each in (plan, state):
            kept = (each["placees"], each["places_reservees"], each["places_reservees_placees"])
            self.assertEqual(kept, (6, n, n))
        self.assertIn(f"6 placées sur 6, et {seats}, ", self.assert_run(OK, "etat").out)
        journal = self.assert_run(OK, "journal", env=program.environment(COLUMNS="300")).out
        self.assertIn(f"6 personnes, plus {seats}\n", journal)

    def test_reserved_seats_left_out_are_no_persons(self):
        lines = SMALL["besoins"].splitlines(keepends=True)
        self.small(
            besoins="".join(lines[:-2]),
            parametres=SMALL["parametres"] + "reserver_places;oui\n",
            formateurs=SMALL["formateurs"].replace("ORD|SG", "ORD"),
        )
        out = self.assert_run(PROBLEMS, "planifier", *WORK).out
        self.assertIn("3 personnes placées sur 6, et 1 place réservée sur 2, en 1 groupe\n", out)
        self.assertIn("\n3 personnes non placées, et 1 place réservée", out)
        self.assertIn("plan 1, 3 non placés, et 1 place réservée", self.assert_run(OK, "journal").out)

    def test_a_severity_asked_for_hides_lesser_problems(self):
        lines = SMALL["besoins"].splitlines(keepends=True)
        self.small(besoins="".join(lines[:-2]))
        self.assertIn(SCHOOLS[3], self.assert_run(PROBLEMS, "verifier").out)
        severe = self.assert_run(PROBLEMS, "verifier", "--gravite", "erreur").out
        self.assertNotIn(SCHOOLS[3], severe)

    def test_persons_keep_their_ids_from_import_to_import(self):
        self.planned()
        self.assert_run(OK, "exporter", "--csv", "avant")
        header, *rows = SMALL["besoins"].splitlines(keepends=True)
        new = f"{SCHOOLS[0]};SG;Nouvelle;Zoé;zoe.nouvelle@ac-exemple.fr;\n"
        self.change(besoins=header + new + "".join(reversed(rows)))
        self.assert_run(OK, "planifier", *WORK)
        self.assert_run(OK, "exporter", "--csv", "apres")
        before, after = (
            {row["courriel"]: row["personne"] for row in table(self.folder / name / "affectations.csv")}
            for name in ("avant", "apres")
        )
        self.assertEqual(after["zoe.nouvelle@ac-exemple.fr"], "P0009")
        self.assertEqual(before, {mail: after[mail] for mail in before})

    def test_persons_left_out_are_named_with_reason_and_remedy(self):
        one_group = SMALL["parcours"].replace("binome\n", "binome;groupes_max\n")
        self.small(
            salles=SMALL["salles"].replace("10;10", "10;3"),
            parcours=one_group.replace("libre\n", "libre;1\n"),
        )
        result = self.assert_run(PROBLEMS, "planifier", *WORK, "--json")
        left = result.json["resultat"]["plan"]["non_places"]
        for person in left:
            self.assertRegex(person["personne"], r"^P\d{4}$")
            self.assertTrue(person["regles"] and person["motif"] and person["remede"])
        # Four persons, one group, three workstations.
        self.assertEqual(len(left), 1)
        text = self.assert_run(PROBLEMS, "planifier", *WORK).out
        self.assertIn("À faire : ", text)
        self.assertRegex(text, r"P\d{4} Paul Gestionneur\d \(SG, ")


class Journal(program.ProgramTest):
    def test_every_command_leaves_a_line_without_any_name(self):
        self.planned()
        self.assert_run(OK, "verifier")
        self.assert_run(OK, "etat")
        self.assert_run(OK, "controler")
        self.assert_run(OK, "publier", "documents")
        self.assert_run(OK, "exporter", "--csv", "plan")
        self.run_in("publier", "documents", "--version", "9")
        self.run_in("etat", "--inconnue")
        lines = self.assert_run(OK, "journal", "--json").json["resultat"]["lignes"]
        self.assertEqual(
            [(line["commande"], line["code"]) for line in lines],
            [("creer", 0), ("importer", 0), ("planifier", 0), ("verifier", 0), ("etat", 0),
             ("controler", 0), ("publier", 0), ("exporter", 0), ("publier", 3)],
        )
        for line in lines:
            self.assertRegex(line["date"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertGreaterEqual(line["duree_ms"], 0)
        text = self.assert_run(OK, "journal").out
        for name in ("Gestionneur", "Ordonneur", "Formateur", "@"):
            self.assertNotIn(name, text)
        self.assertEqual(len(re.findall(r"(?m)^\d{4}-", text)), 10)
        self.assertNotRegex(text, r"(?m) $")
        self.assertIn("plan 1, 0 non placé\n", text)

    def test_a_failed_import_leaves_a_line_and_nothing_else(self):
        self.small()
        before = self.assert_run(OK, "etat", "--json").json["resultat"]
        write_campaign(self.folder / "donnees")
        (self.folder / "donnees" / "salles.csv").unlink()
        self.assert_run(DATA, "importer", "donnees")
        self.assertEqual(self.assert_run(OK, "etat", "--json").json["resultat"], before)
        lines = self.assert_run(OK, "journal", "--json").json["resultat"]["lignes"]
        failed = [line for line in lines if (line["commande"], line["code"]) == ("importer", 3)]
        self.assertEqual(len(failed), 1)
        self.assertIn("La table obligatoire «\xa0salles\xa0» manque ; 1 erreur",
                      failed[0]["detail"])
        self.assert_run(DATA, "importer", "absent")
        lines = self.assert_run(OK, "journal", "--json").json["resultat"]["lignes"]
        self.assertTrue(lines[-1]["detail"].startswith("dossier illisible"), lines[-1])


class Everything(program.ProgramTest):
    """cohorte tout"""

    def setUp(self):
        super().setUp()
        self.tables = write_campaign(self.folder / "donnees")

    def test_one_command_leaves_campaign_plan_and_documents(self):
        result = self.assert_run(OK, "tout", "donnees", "sortie", *WORK)
        self.assertIn("8 personnes placées sur 8", result.out)
        names = {path.name for path in (self.folder / "sortie").iterdir()}
        self.assertEqual(names, {"campagne.cohorte", "plan", "documents"})
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"donnees", "sortie"})
        state = self.assert_run(OK, "etat", "--campagne", "sortie/campagne.cohorte", "--json")
        self.assertTrue(state.json["resultat"]["plans"][0]["publie"])
        journal = self.run_in("journal", "--campagne", "sortie/campagne.cohorte", "--json").json
        self.assertEqual(journal["resultat"]["lignes"][0]["commande"], "tout")

    def test_twice_the_same_gives_the_same_bytes(self):
        for name in ("un", "deux"):
            self.assert_run(OK, "tout", "donnees", name, *WORK)
        for part in ("plan", "documents"):
            first, second = (self.files_below(self.folder / name / part) for name in ("un", "deux"))
            self.assertEqual(first, second)

    def test_once_more_in_the_same_folder_is_the_next_version(self):
        self.assert_run(OK, "tout", "donnees", "sortie", *WORK)
        self.assert_run(OK, "tout", "donnees", "sortie", *WORK)
        balance = {row["cle"]: row["valeur"] for row in table(self.folder / "sortie/plan/bilan.csv")}
        self.assertEqual((balance["version"], balance["placees"]), ("2", "8"))
        self.assertEqual(balance["changements"], "0")

    def test_the_json_is_one_document(self):
        found = self.assert_run(OK, "tout", "donnees", "sortie", *WORK, "--json").json
        self.assertEqual((found["commande"], found["code"], found["erreur"]), ("tout", 0, None))
        self.assertEqual(found["resultat"]["plan"]["placees"], 8)
        self.assertEqual(found["resultat"]["dossier"], "sortie")

    def test_unusable_data_leave_nothing(self):
        (self.tables / "parametres.csv").unlink()
        result = self.assert_run(DATA, "tout", "donnees", "a/b/sortie", *WORK)
        self.assertIn("parametres", result.err)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"donnees"})

    def test_unusable_data_leave_an_earlier_result_as_it_was(self):
        self.assert_run(OK, "tout", "donnees", "sortie", *WORK)
        before = self.files_below(self.folder / "sortie")
        (self.tables / "salles.csv").unlink()
        self.assert_run(DATA, "tout", "donnees", "sortie", *WORK)
        after = self.files_below(self.folder / "sortie")
        # The journal tells of the attempt; everything else is untouched.
        del before["campagne.cohorte"], after["campagne.cohorte"]
        self.assertEqual(after, before)

    def test_errors_in_the_data_are_shown_and_the_rest_is_planned(self):
        bad = f"{program.uai(9999)};SG;Ailleurs;Jean;jean.ailleurs@ac-exemple.fr;\n"
        write_campaign(self.tables, besoins=SMALL["besoins"] + bad)
        result = self.assert_run(PROBLEMS, "tout", "donnees", "sortie", *WORK)
        self.assertIn("besoins.csv, ligne 10", result.out)
        self.assertTrue((self.folder / "sortie" / "documents" / "calendrier.xlsx").is_file())

    def test_a_folder_of_others_is_refused(self):
        (self.folder / "sortie").mkdir()
        (self.folder / "sortie" / "notes.txt").write_text("x", encoding="utf-8")
        result = self.assert_run(DATA, "tout", "donnees", "sortie", *WORK)
        self.assertIn("n'est pas un dossier de sortie de Cohorte", result.err)
        self.assertEqual(self.files_below(self.folder / "sortie"), {"notes.txt": b"x"})

    def test_the_model_can_be_written_with_or_without_a_plan(self):
        self.small()
        result = self.assert_run(OK, "planifier", "--export-model", "m.mps", "--sans-plan")
        self.assertIn("« m.mps »", result.out)
        self.assertEqual(self.assert_run(OK, "etat", "--json").json["resultat"]["plans"], [])
        self.assert_run(OK, "planifier", "--export-model", "m.lp", "--forme", "groupes", *WORK)
        self.assertEqual(len(self.run_in("etat", "--json").json["resultat"]["plans"]), 1)
        self.assertRegex((self.folder / "m.mps").read_text(), r"(?m)^ROWS$")
        self.assertIn("Subject To", (self.folder / "m.lp").read_text())


if __name__ == "__main__":
    program.main()
