#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says of itself and what its documents say: the same commands and options."""
import re
import shutil
import subprocess
import unittest

import program
from program import OK, SOURCE

COMPLETION = SOURCE / "planner" / "front" / "completion.bash"
COMPLETE = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMPREPLY=()
_cohorte
printf '%s\\n' "${COMPREPLY[@]}"
"""


def options_in(text):
    return set(re.findall(r"--[a-z][a-z1-]+", text))


class TablesTest(program.ProgramTest):
    def commands(self):
        return self.assert_run(OK, "aide", "--json").json["resultat"]["commandes"]


class Documentation(TablesTest):
    def all_options(self):
        return options_in(
            "".join(self.assert_run(OK, "aide", each["nom"]).out for each in self.commands())
        )

    def read(self, name):
        return (SOURCE / "docs" / name).read_text(encoding="utf-8").replace("\\-", "-")

    def test_the_manual_page_names_every_command_and_option(self):
        page = self.read("cohorte.1")
        for each in self.commands():
            self.assertRegex(page, rf"(?m)^\.(B|BI|BR) {each['nom']}\b")
        self.assertLessEqual(self.all_options(), options_in(page))
        version = self.assert_run(OK, "--version").out.split()[1]
        self.assertIn(f'"Cohorte {version}"', page)

    def test_the_reference_names_every_command_and_option(self):
        page = self.read("commandes.md")
        for each in self.commands():
            self.assertIn(f"`{each['nom']}", page)
        self.assertLessEqual(self.all_options(), options_in(page))

    def test_the_documents_name_no_option_that_is_not_there(self):
        known = self.all_options() | {"--help", "--prefix", "--preset", "--build", "--install"}
        for name in ("cohorte.1", "commandes.md", "guide.md", "../README.md"):
            self.assertLessEqual(options_in(self.read(name)), known, name)

    def test_links_between_documents_lead_somewhere(self):
        for page in [SOURCE / "README.md", *(SOURCE / "docs").glob("*.md")]:
            for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
                self.assertTrue((page.parent / link).exists(), f"{page.name}: {link}")

    @unittest.skipUnless(shutil.which("man"), "there is no man here")
    def test_the_manual_page_is_well_formed(self):
        result = subprocess.run(
            ["man", "--warnings", "-l", SOURCE / "docs" / "cohorte.1"],
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            env=program.environment(LC_ALL="C.UTF-8"),
        )
        self.assertEqual(result.stderr, "")


class Completion(TablesTest):
    def complete(self, *words):
        result = subprocess.run(
            ["bash", "-c", COMPLETE, "bash", COMPLETION, "cohorte", *words],
            capture_output=True,
            check=True,
            text=True,
            cwd=self.folder,
        )
        self.assertEqual(result.stderr, "")
        return set(result.stdout.split())

    def test_commands_are_completed(self):
        names = {each["nom"] for each in self.commands()}
        self.assertEqual(self.complete(""), names)
        self.assertEqual(self.complete("aide", ""), names)
        self.assertEqual(self.complete("pla"), {"planifier"})
        self.assertEqual(self.complete("--campagne", "x", "ver"), {"verifier"})

    def test_options_are_those_of_the_command(self):
        for each in self.commands():
            offered = self.complete(each["nom"], "--")
            self.assertEqual(offered, options_in(self.assert_run(OK, "aide", each["nom"]).out))

    def test_values_are_completed(self):
        self.assertEqual(self.complete("verifier", "--gravite", "a"), {"avertissement", "avis"})
        self.assertEqual(self.complete("planifier", "--forme", ""), {"paquets", "groupes"})
        self.assertEqual(self.complete("planifier", "--temps", ""), set())
        (self.folder / "donnees").mkdir()
        (self.folder / "dit.txt").touch()
        self.assertEqual(self.complete("importer", "d"), {"donnees"})
        (self.folder / "du-jour.ods").touch()
        self.assertEqual(self.complete("importer", "d"), {"donnees", "du-jour.ods"})
        self.assertEqual(self.complete("publier", "d"), {"donnees"})
        (self.folder / "du-jour.ods").unlink()
        self.assertEqual(self.complete("--campagne", "d"), {"donnees", "dit.txt"})


if __name__ == "__main__":
    program.main()
