#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: a clear French message, the right exit code, nothing half written."""
import os
import resource
import signal
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import DATA, OK, PROBLEMS, PROGRAM, SCHOOLS, SMALL, uai, write_campaign  # noqa: E402

WORK = ("--travail", "2000")
# Root is above the rights of files, so as root the program runs as nobody.
UNPRIVILEGED = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


def rights_bind():
    """Whether the program can be run by someone whom rights bind."""
    try:
        return program.run("--version", cwd="/", **UNPRIVILEGED).code == OK
    except OSError:
        return False


class BadTables(program.ProgramTest):
    """One fault in a good campaign."""

    def faults(self, **changes):
        """Imports the campaign with that fault. Returns exit code, problems and text."""
        tables = write_campaign(self.folder / "donnees", **changes)
        self.assert_run(OK, "creer")
        imported = self.run_in("importer", tables, "--json")
        if imported.code == DATA:
            text = self.run_in("importer", tables).all
        else:
            text = self.run_in("verifier").out
        return imported.code, imported.json["resultat"]["problemes"], text

    def assert_fault(self, fault, expected, **changes):
        """The fault is found where it is, told in full, and `tout` keeps to the same code."""
        code, problems, text = self.faults(**changes)
        found = [
            problem
            for problem in problems
            if all(problem[key] == value for key, value in fault.items())
        ]
        self.assertTrue(found, f"{fault} is not among\n{text}")
        self.assertEqual(code, expected, text)
        one_line = " ".join(text.split())
        for key in ("fichier", "colonne", "valeur"):
            if found[0][key]:
                self.assertIn(" ".join(str(found[0][key]).split()), one_line)
        if found[0]["ligne"]:
            self.assertIn(f"ligne {found[0]['ligne']}", one_line)
        self.assertTrue(found[0]["message"] and found[0]["remede"], found[0])
        self.assertIn("À faire : ", text)
        self.assert_all_or_nothing(code)

    def assert_all_or_nothing(self, code):
        result = self.run_in("tout", "donnees", "sortie", *WORK)
        names = {path.name for path in self.folder.iterdir()}
        self.assertEqual(names - {"sortie"}, {"donnees", "campagne.cohorte"})
        if code == DATA:
            self.assertEqual(result.code, DATA, result.all)
            self.assertNotIn("sortie", names)
        else:
            self.assertIn("campagne.cohorte", os.listdir(self.folder / "sortie"))

    def test_a_missing_table(self):
        for table in ("parametres", "salles", "modules"):
            with self.subTest(table):
                self.setUp()
                (self.folder / "donnees").mkdir()
                code, problems, text = self.faults(**{table: None})
                self.assertEqual(code, DATA)
                self.assertIn(table, text)
                self.assertTrue(any(problem["valeur"] == table for problem in problems))
                self.assert_all_or_nothing(DATA)

    def test_an_empty_table(self):
        header = SMALL["salles"].splitlines(keepends=True)[0]
        code, problems, text = self.faults(salles=header)
        self.assertIn("salles.csv", {problem["fichier"] for problem in problems})
        self.assertIn("salles.csv", text)
        self.assertIn(code, (DATA, PROBLEMS))
        self.assert_all_or_nothing(code)

    def test_an_empty_file(self):
        code, problems, text = self.faults(salles="")
        self.assertIn("salles.csv", {problem["fichier"] for problem in problems})
        self.assertIn("salles.csv", text)
        self.assertIn(code, (DATA, PROBLEMS))
        self.assert_all_or_nothing(code)

    def test_a_missing_column(self):
        salles = SMALL["salles"].replace("places", "plces")
        code, problems, text = self.faults(salles=salles)
        found = [problem for problem in problems if problem["colonne"] == "places"]
        self.assertTrue(found, text)
        self.assertIn("plces", text)
        self.assertIn(code, (DATA, PROBLEMS))

    def test_a_word_where_a_number_belongs(self):
        self.assert_fault(
            {"fichier": "salles.csv", "ligne": 2, "colonne": "places", "valeur": "dix"},
            PROBLEMS,
            salles=SMALL["salles"].replace("10;10", "dix;10") + "S2;B;;Dijon;21231;47.3;5;9;9\n",
        )

    def test_a_date_that_is_none(self):
        self.assert_fault(
            {"fichier": "fm1.csv", "ligne": 3, "colonne": "fin", "valeur": "31/02/2026"},
            PROBLEMS,
            fm1=SMALL["fm1"] + "23/11/2026;31/02/2026;2\n",
        )

    def test_a_date_outside_the_horizon(self):
        self.assert_fault(
            {"fichier": "fm1.csv", "ligne": 3},
            OK,
            fm1=SMALL["fm1"] + "01/03/2031;05/03/2031;2\n",
        )

    def test_an_absence_outside_the_horizon(self):
        address = "ordonneur0@ac-exemple.fr;"
        besoins = SMALL["besoins"].replace(address, address + "01/03/2031")
        code, problems, text = self.faults(besoins=besoins)
        places = [(each["fichier"], each["ligne"], each["colonne"]) for each in problems]
        self.assertEqual(places, [("besoins.csv", 2, "indisponibilites")])
        self.assertIn("01/03/2031", text)
        self.assertEqual(code, OK)

    def test_an_unknown_uai(self):
        stranger = uai(9999)
        self.assert_fault(
            {"fichier": "besoins.csv", "ligne": 10, "colonne": "uai", "valeur": stranger},
            PROBLEMS,
            besoins=SMALL["besoins"] + f"{stranger};SG;Ailleurs;Jean;j.a@ac-exemple.fr;\n",
        )

    def test_a_uai_with_a_wrong_letter(self):
        wrong = SCHOOLS[0][:7] + ("A" if SCHOOLS[0][7] != "A" else "B")
        self.assert_fault(
            {"fichier": "besoins.csv", "ligne": 10, "colonne": "uai", "valeur": wrong},
            PROBLEMS,
            besoins=SMALL["besoins"] + f"{wrong};SG;Ailleurs;Jean;j.a@ac-exemple.fr;\n",
        )

    def test_an_unknown_path(self):
        self.assert_fault(
            {"fichier": "formateurs.csv", "ligne": 2, "colonne": "parcours", "valeur": "XYZ"},
            PROBLEMS,
            formateurs=SMALL["formateurs"].replace("ORD|SG", "ORD|SG|XYZ", 1),
        )

    def test_an_unknown_role(self):
        self.assert_fault(
            {"fichier": "besoins.csv", "ligne": 10, "colonne": "role", "valeur": "Jardinier"},
            PROBLEMS,
            besoins=SMALL["besoins"] + f"{SCHOOLS[0]};Jardinier;Vert;Jean;j.v@ac-exemple.fr;\n",
        )

    def test_a_room_without_seats(self):
        code, problems, text = self.faults(
            salles=SMALL["salles"] + "S2;Placard;;Dijon;21231;47.33;5.05;0;0\n"
        )
        found = [problem for problem in problems if problem["fichier"] == "salles.csv"]
        self.assertIn(3, {problem["ligne"] for problem in found})
        self.assertIn("salles.csv, ligne 3", text)
        self.assertIn(code, (OK, PROBLEMS))
        self.assert_all_or_nothing(code)

    def test_a_pair_of_twice_the_same_trainer(self):
        binomes = "binome;formateur_1;formateur_2\nB1;F0;F1\nB2;F2;F2\n"
        parcours = SMALL["parcours"].replace("SG;2;4;6;2;libre", "SG;2;4;6;2;fixe")
        code, problems, text = self.faults(binomes=binomes, parcours=parcours)
        found = [problem for problem in problems if problem["fichier"] == "binomes.csv"]
        self.assertEqual([problem["ligne"] for problem in found], [3])
        self.assertEqual(found[0]["gravite"], "erreur")
        self.assertIn("F2", text)
        self.assertEqual(code, PROBLEMS)
        self.assert_all_or_nothing(code)

    def test_windows_that_contradict_one_another(self):
        code, problems, text = self.faults(fm1=SMALL["fm1"] + "16/11/2026;27/11/2026;1\n")
        found = [problem for problem in problems if problem["fichier"] == "fm1.csv"]
        self.assertIn(3, {problem["ligne"] for problem in found})
        self.assertEqual(code, PROBLEMS, text)
        self.assert_all_or_nothing(code)

    def test_a_period_that_runs_backwards(self):
        self.assert_fault(
            {"fichier": "fermetures.csv", "ligne": 2},
            PROBLEMS,
            fermetures="debut;fin;motif\n20/11/2026;10/11/2026;Travaux\n",
        )

    def test_one_cell_of_ten_megabytes(self):
        huge = f"{SCHOOLS[0]};SG;{'A' * 10_000_000};Jean;j.a@ac-exemple.fr;\n"
        code, problems, text = self.faults(besoins=SMALL["besoins"] + huge)
        found = [problem for problem in problems if problem["fichier"] == "besoins.csv"]
        self.assertIn(10, {problem["ligne"] for problem in found}, text[:2000])
        self.assertLess(len(text), 20_000)
        self.assertIn(code, (DATA, PROBLEMS))
        self.assert_all_or_nothing(code)

    def test_a_hundred_thousand_bad_rows(self):
        bad = f"{SCHOOLS[0]};Jardinier;Vert;Jean;;\n" * 100_000
        code, problems, text = self.faults(besoins=SMALL["besoins"] + bad)
        self.assertEqual(code, PROBLEMS)
        self.assertLessEqual(len(problems), 10_100)
        self.assertIn("10 000" if "10 000" in text else "1000", text.replace("\u202f", " "))
        state = self.assert_run(OK, "etat", "--json").json["resultat"]["campagne"]
        self.assertEqual(state["personnes"], 8)

    def test_a_binary_file_named_csv(self):
        code, problems, text = self.faults(salles=Path(PROGRAM).read_bytes()[:100_000])
        found = [problem for problem in problems if problem["fichier"] == "salles.csv"]
        self.assertTrue(found, text[:2000])
        self.assertTrue(all(c.isprintable() or c in "\n\xa0\u202f" for c in text))
        self.assertEqual(code, DATA)
        self.assert_all_or_nothing(code)

    def test_a_cell_never_moves_the_cursor(self):
        besoins = SMALL["besoins"] + f"{SCHOOLS[0]};\x1b[2J\x07Prov;Vert;Jean;j.v@ac-exemple.fr;\n"
        _, _, text = self.faults(besoins=besoins)
        self.assertNotIn("\x1b", text)
        self.assertNotIn("\x07", text)


class BadPlaces(program.ProgramTest):
    """Folders and files that cannot be read or written."""

    def test_a_folder_that_is_not_there_or_is_none(self):
        (self.folder / "fichier").write_text("x", encoding="utf-8")
        self.assert_run(OK, "creer")
        for name in ("absent", "fichier"):
            result = self.assert_run(DATA, "importer", name)
            self.assertIn(f"« {name} »", result.err)
            self.assertIn("cohorte : ", result.err)
            self.assert_run(DATA, "tout", name, "sortie")
        self.assertFalse((self.folder / "sortie").exists())

    def test_a_folder_without_tables(self):
        (self.folder / "vide").mkdir()
        result = self.assert_run(DATA, "tout", "vide", "sortie")
        self.assertIn("parametres", result.err)
        self.assertFalse((self.folder / "sortie").exists())

    def test_a_file_that_is_no_campaign(self):
        for content in (b"", b"bonjour", b"SQLite format 3\0" + b"\0" * 4096):
            (self.folder / "x.cohorte").write_bytes(content)
            result = self.assert_run(DATA, "etat", "--campagne", "x.cohorte")
            self.assertIn("« x.cohorte »", result.err)
            self.assertNotIn("journal", result.err, "one message is enough")
            self.assertEqual((self.folder / "x.cohorte").read_bytes(), content)

    def test_a_damaged_campaign_is_left_as_it_is(self):
        self.planned()
        path = self.folder / "campagne.cohorte"
        content = bytearray(path.read_bytes())
        for page in range(4096, len(content), 4096):
            content[page : page + 64] = os.urandom(64)
        path.write_bytes(content)
        for command in (["etat"], ["planifier", *WORK], ["publier", "d"]):
            self.assertIn("campagne.cohorte", self.assert_run(DATA, *command).err)
        self.assertEqual(path.read_bytes(), bytes(content))
        self.assertFalse((self.folder / "d").exists())

    def test_a_folder_in_the_place_of_the_campaign(self):
        (self.folder / "campagne.cohorte").mkdir()
        self.assert_run(DATA, "etat")
        self.assert_run(DATA, "creer")

    def test_a_target_below_a_file(self):
        self.planned()
        (self.folder / "fichier").write_text("x", encoding="utf-8")
        for words in (["publier", "fichier/d"], ["publier", "fichier"],
                      ["exporter", "--csv", "fichier/d"], ["tout", "donnees", "fichier/d"]):
            self.assertIn("fichier", self.assert_run(DATA, *words).err)
        self.assert_run(DATA, "planifier", "--export-model", "fichier/m.lp", "--sans-plan")
        self.assertEqual((self.folder / "fichier").read_text(encoding="utf-8"), "x")


@unittest.skipUnless(rights_bind(), "the program is where nobody but root may run it")
class BadRights(program.ProgramTest):
    """As a user without rights, whatever runs the tests."""

    def setUp(self):
        super().setUp()
        self.planned()
        self.addCleanup(self.folder.chmod, 0o755)
        self.folder.chmod(0o555)
        (self.folder / "campagne.cohorte").chmod(0o444)

    def refused(self, *words):
        return self.assert_run(DATA, *words, **UNPRIVILEGED).err

    def test_a_folder_that_cannot_be_read(self):
        self.folder.chmod(0o777)
        (self.folder / "donnees").chmod(0)
        self.addCleanup((self.folder / "donnees").chmod, 0o755)
        self.assertIn("accès refusé", self.refused("tout", "donnees", "sortie"))
        self.assertFalse((self.folder / "sortie").exists())

    def test_a_table_that_cannot_be_read(self):
        self.folder.chmod(0o777)
        (self.folder / "donnees" / "salles.csv").chmod(0)
        err = self.refused("tout", "donnees", "sortie")
        self.assertIn("salles.csv", err)
        self.assertIn("accès refusé", err)

    def test_a_target_that_cannot_be_written(self):
        before = self.files_below(self.folder)
        self.assertIn("accès refusé", self.refused("tout", "donnees", "sortie"))
        self.assertIn("campagne.cohorte", self.refused("publier", "documents"))
        self.assertIn("autre.cohorte", self.refused("creer", "--campagne", "autre.cohorte"))
        self.assertEqual(self.files_below(self.folder), before)

    def test_a_campaign_that_cannot_be_written_can_still_be_read(self):
        result = self.assert_run(OK, "etat", **UNPRIVILEGED)
        self.assertIn("8 placées sur 8", result.out)
        self.assertIn("Le journal n'a pas pu être tenu.", result.err)
        self.assertEqual(self.assert_run(OK, "controler", "-q", **UNPRIVILEGED).err, "")
        for words in (["importer", "donnees"], ["planifier", *WORK]):
            self.assertIn("On ne peut pas écrire", self.refused(*words))


class FullDisk(program.ProgramTest):
    """A limit on the size of files stands in for a disk that is full."""

    def limited(self, size):
        return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))}

    def test_import_fails_whole_and_says_so(self):
        tables = self.copied(program.DEMO)
        self.run_in("creer")
        self.run_in("importer", tables)  # writes what it guessed of the survey
        (self.folder / "campagne.cohorte").unlink()
        self.assert_run(OK, "creer")
        before = self.files_below(self.folder)
        size = (self.folder / "campagne.cohorte").stat().st_size
        result = self.assert_run(DATA, "importer", tables, **self.limited(size))
        self.assertIn("plus de place", result.err)
        self.assertIn("campagne.cohorte", result.err)
        after = self.files_below(self.folder)
        # The journal may still hold its line; the campaign is empty as it was.
        self.assertEqual(after.keys(), before.keys())
        self.assertIn("Rien n'a encore été importé", self.assert_run(DATA, "etat").err)
        self.run_in("importer", tables)
        self.assert_run(OK, "etat")

    def test_tout_leaves_nothing_or_what_is_complete(self):
        write_campaign(self.folder / "donnees")
        for size in (0, 1000, 20_000, 100_000, 300_000):
            result = self.run_in("tout", "donnees", "sortie", *WORK, **self.limited(size))
            self.assertEqual(result.code, DATA if size < 300_000 else result.code, result.all)
            self.assertNotIn("en-cours", result.all, "where it was written is no user's business")
            names = {path.name for path in self.folder.iterdir()}
            self.assertEqual(names - {"sortie"}, {"donnees"}, size)
            if "sortie" in names:
                self.assert_complete(self.folder / "sortie")
                program.shutil.rmtree(self.folder / "sortie")

    def assert_complete(self, folder):
        inside = {path.name for path in folder.iterdir()}
        self.assertLessEqual(inside, {"campagne.cohorte", "plan", "documents"})
        self.assert_run(OK, "etat", "--campagne", folder / "campagne.cohorte")
        if "documents" in inside:
            self.assertTrue((folder / "documents" / "MANIFESTE.csv").is_file())

    def test_publishing_fails_whole_and_leaves_the_earlier_documents(self):
        self.planned()
        self.assert_run(OK, "publier", "documents")
        before = self.files_below(self.folder / "documents")
        result = self.assert_run(DATA, "publier", "documents", **self.limited(3000))
        self.assertIn("cohorte : ", result.err)
        self.assertEqual(self.files_below(self.folder / "documents"), before)
        self.assertEqual({path.name for path in self.folder.iterdir()},
                         {"donnees", "campagne.cohorte", "documents"})

    def test_exported_tables_and_model_fail_whole(self):
        self.planned()
        self.assert_run(DATA, "exporter", "--csv", "plan", **self.limited(200))
        self.assertFalse((self.folder / "plan").exists())
        self.assert_run(DATA, "planifier", "--export-model", "m.lp", "--sans-plan",
                        **self.limited(200))
        self.assertFalse((self.folder / "m.lp").exists())


class Together(program.ProgramTest):
    def test_two_commands_do_not_write_at_once(self):
        self.small()
        holder = program.subprocess.Popen(
            [PROGRAM, "planifier", "--temps", "60"], cwd=self.folder, env=program.environment(),
            stdout=program.subprocess.PIPE, stderr=program.subprocess.PIPE,
        )
        try:
            result = self.wait_for_busy(holder)
        finally:
            holder.send_signal(signal.SIGINT)
            holder.communicate(timeout=program.LIMIT_S)
        if result is not None:
            self.assertIn("ouvert par quelqu'un d'autre", result.err)
        self.assert_run(OK, "etat")

    def wait_for_busy(self, holder):
        """The first refusal; None when the holder was done too soon."""
        while holder.poll() is None:
            result = self.run_in("importer", "donnees")
            if result.code == DATA:
                return result
        return None


if __name__ == "__main__":
    program.main()
