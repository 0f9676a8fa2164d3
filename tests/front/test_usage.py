#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: help, options, usage errors, exit codes 0 and 2."""
import os

import program
from program import DATA, OK, USAGE

COMMANDS = (
    "tout creer importer verifier qualite etat planifier controler publier exporter journal aide".split()
)
ARGUMENTS = {
    "tout": ["donnees", "sortie"],
    "importer": ["donnees"],
    "publier": ["documents"],
    "exporter": ["--csv", "plan"],
}


class Help(program.ProgramTest):
    def test_help_lists_every_command_in_french(self):
        for words in (["aide"], ["--aide"], ["--help"], ["-h"]):
            out = self.assert_run(OK, *words).out
            self.assertIn("Usage : cohorte", out)
            for command in COMMANDS:
                self.assertRegex(out, rf"(?m)^  {command} +\w")

    def test_every_command_has_its_own_help(self):
        for command in COMMANDS:
            own = self.assert_run(OK, "aide", command).out
            self.assertEqual(own, self.assert_run(OK, command, "--aide").out)
            self.assertEqual(own, self.assert_run(OK, command, "--help").out)
            self.assertEqual(own, self.assert_run(OK, "--aide", command).out)
            self.assertIn(f"Usage : cohorte {command}", own)
            for expected in ("--campagne FICHIER", "--json", "-q, --silencieux", "Exemple"):
                self.assertIn(expected, own)
            for english in ("Usage:", "Help Options", "Application Options"):
                self.assertNotIn(english, own)

    def test_the_usage_shows_an_option_that_must_be_there(self):
        out = self.assert_run(OK, "aide", "exporter").out
        self.assertIn("\nUsage : cohorte exporter --csv DOSSIER [OPTIONS]\n", out)

    def test_help_is_wrapped_to_the_width(self):
        env = program.environment(COLUMNS="60")
        for command in COMMANDS:
            for line in self.assert_run(OK, "aide", command, env=env).out.splitlines():
                self.assertLessEqual(len(line), 60, line)

    def test_the_version_is_told(self):
        for words in (["--version"], ["etat", "--version"]):
            self.assertRegex(self.assert_run(OK, *words).out, r"^cohorte \d+\.\d+\.\d+\n$")

    def test_nothing_asked_is_a_usage_error_with_the_commands(self):
        result = self.assert_run(USAGE)
        self.assertEqual(result.out, "")
        self.assertIn("planifier", result.err)


class Mistakes(program.ProgramTest):
    def refused(self, *words):
        result = self.assert_run(USAGE, *words)
        self.assertEqual(result.out, "")
        self.assertEqual(list(self.folder.iterdir()), [])
        return result.err

    def test_an_unknown_command_names_the_closest(self):
        for typed, meant in (
            ("planifer", "planifier"),
            ("plan", "planifier"),
            ("verif", "verifier"),
            ("Exportez", "exporter"),
            ("import", "importer"),
        ):
            err = self.refused(typed)
            self.assertIn(f"La commande « {typed} » n'existe pas.", err)
            self.assertIn(f"Vouliez-vous écrire « cohorte {meant} » ?", err)
        self.assertIn("« cohorte aide » montre les commandes.", self.refused("xyzxyzxyz"))
        far = self.refused("bidule")
        self.assertIn("« cohorte aide » montre les commandes.", far)
        self.assertNotIn("Vouliez-vous", far)
        self.assertIn("cohorte planifier", self.refused("aide", "planifer"))

    def test_an_unknown_option_names_the_closest(self):
        for command, typed, meant in (
            ("planifier", "--tmps", "--temps"),
            ("verifier", "--gravité", "--gravite"),
            ("etat", "--campagn", "--campagne"),
            ("exporter", "--cvs", "--csv"),
        ):
            err = self.refused(command, typed, "5")
            self.assertIn(f"L'option « {typed} » n'existe pas ici.", err)
            self.assertIn(f"Vouliez-vous écrire {meant} ?", err)

    def test_an_option_of_another_command_is_refused(self):
        self.assertIn("« --temps »", self.refused("etat", "--temps", "5"))

    def test_options_without_or_with_wrong_values_are_told(self):
        for words, told in (
            (["planifier", "--temps"], "Il manque la valeur de l'option --temps."),
            (["--campagne"], "Il manque la valeur de l'option --campagne."),
            (["planifier", "--temps", "vite"], "« vite »"),
            (["planifier", "--temps", "-5"], "« -5 »"),
            (["planifier", "--temps", "0"], "plus de 0"),
            (["planifier", "--travail", "0"], "au moins 1"),
            (["planifier", "--travail", "1,5"], "nombre entier"),
            (["planifier", "--graine", "un"], "« un »"),
            (["planifier", "--ecart", "150"], "moins de 100"),
            (["planifier", "--export-model", "m.txt"], ".mps ou .lp"),
            (["planifier", "--export-model", "m.lp", "--forme", "x"], "paquets"),
            (["planifier", "--forme", "groupes"], "--export-model"),
            (["planifier", "--sans-plan"], "--export-model"),
            (["verifier", "--gravite", "zzz"], "avertissement"),
            (["qualite", "--sortie"], "Il manque la valeur de l'option --sortie."),
            (["controler", "abc"], "numéro de version"),
            (["controler", "0"], "numéro de version"),
            (["publier", "d", "--version", "deux"], "nombre entier"),
            (["exporter"], "Usage : cohorte exporter --csv DOSSIER [OPTIONS]"),
            (["tout", "a", "b", "--campagne", "c"], "dossier de sortie"),
        ):
            self.assertIn(told, self.refused(*words))

    def test_missing_and_extra_words_are_told(self):
        self.assertIn("Usage : cohorte importer [OPTIONS] DOSSIER", self.refused("importer"))
        self.assertIn("Usage : cohorte tout [OPTIONS] DOSSIER SORTIE", self.refused("tout", "a"))
        self.assertIn("« b » est de trop", self.refused("importer", "a", "b"))
        self.assertIn("« a » est de trop", self.refused("etat", "a"))

    def test_a_name_that_is_not_utf8_is_shown_safely(self):
        err = self.refused(b"\xff\x1b[31m")
        self.assertNotIn("\x1b", err)


class Ways(program.ProgramTest):
    def test_accents_in_a_command_are_understood(self):
        self.assert_run(OK, "créer")
        self.assert_run(DATA, "vérifier", "--campagne", "absente.cohorte")

    def test_global_options_stand_before_or_after_the_command(self):
        self.assert_run(OK, "--campagne", "a.cohorte", "creer")
        self.assert_run(OK, "creer", "--campagne=b.cohorte")
        self.assertTrue((self.folder / "a.cohorte").is_file())
        self.assertTrue((self.folder / "b.cohorte").is_file())

    def test_two_dashes_end_the_options(self):
        err = self.assert_run(DATA, "importer", "--campagne", "x.cohorte", "--", "--json").err
        self.assertIn("x.cohorte", err)

    def test_every_command_without_its_campaign_says_how_to_get_one(self):
        for command in COMMANDS:
            if command in ("tout", "creer", "aide"):
                continue
            result = self.assert_run(DATA, command, *ARGUMENTS.get(command, []))
            self.assertIn("« campagne.cohorte » n'existe pas", result.err)
            self.assertIn("cohorte creer", result.err)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_the_output_is_utf8_whatever_the_locale(self):
        for locale in ("C", "fr_FR.ISO-8859-1", "POSIX"):
            out = self.assert_run(OK, "aide", env=program.environment(LC_ALL=locale)).out
            self.assertIn("données", out)

    def test_a_full_output_is_told_and_a_closed_pipe_is_not(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = self.assert_run(DATA, "aide", "etat", stdout=full)
        self.assertIn("plus de place", result.err)
        reader, writer = os.pipe()
        os.close(reader)
        with open(writer, "w", encoding="utf-8") as closed:
            result = self.run_in("creer", stdout=closed)
        self.assertEqual((result.code, result.err), (OK, ""))
        self.assertTrue((self.folder / "campagne.cohorte").is_file())


if __name__ == "__main__":
    program.main()
