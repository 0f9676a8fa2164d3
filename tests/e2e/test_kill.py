#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL at a hundred random moments: the last complete state is there, and work goes on."""
import csv
import hashlib
import io
import random
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import DATA, OK, PROGRAM, SMALL, uai, write_campaign  # noqa: E402

N_IMPORTS, N_PUBLICATIONS, N_CHAINS = 45, 35, 20
SEED = 8


class Kill(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.draw = random.Random(SEED)
        self.n_killed = 0

    def duration(self, *words):
        start = time.monotonic()
        self.assert_run(OK, *words)
        return time.monotonic() - start

    def kill_within(self, duration, *words):
        """Starts the program and kills it at a random moment of its usual time."""
        process = subprocess.Popen(
            [PROGRAM, *words], cwd=self.folder, env=program.environment(),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(self.draw.uniform(0, duration))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            self.n_killed += 1
        process.wait()

    def campaign(self):
        state = self.assert_run(OK, "etat", "--json").json["resultat"]
        return state["campagne"]

    def test_import_is_whole_or_not_at_all(self):
        self.small()
        before = self.campaign()
        more = "".join(
            f"{school};SG;Renfort{i};Eva;eva.renfort{i}@ac-exemple.fr;\n"
            for i, school in enumerate(program.SCHOOLS)
        )
        write_campaign(self.folder / "plus", besoins=SMALL["besoins"] + more)
        duration = self.duration("importer", "plus")
        after = self.campaign()
        self.assertNotEqual(before, after)
        for i in range(N_IMPORTS):
            self.kill_within(duration, "importer", "donnees" if i % 2 == 0 else "plus")
            self.assertIn(self.campaign(), (before, after))
        self.assertGreater(self.n_killed, N_IMPORTS // 3)
        self.assert_run(OK, "importer", "donnees")
        self.assertEqual(self.campaign(), before)
        self.assertEqual(
            {path.name for path in self.folder.iterdir()}, {"donnees", "plus", "campagne.cohorte"}
        )

    def assert_whole(self, folder):
        text = (folder / "MANIFESTE.csv").read_text("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        listed = {row[0]: row[-1] for row in rows[1:]}
        found = self.files_below(folder)
        del found["MANIFESTE.csv"]
        self.assertEqual(
            listed, {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
        )

    def test_documents_are_whole_or_not_there(self):
        self.planned()
        documents = self.folder / "documents"
        duration = self.duration("publier", "documents")
        program.shutil.rmtree(documents)
        for _ in range(N_PUBLICATIONS):
            self.kill_within(duration, "publier", "documents")
            if documents.exists():
                self.assert_whole(documents)
            if self.draw.random() < 0.5:
                program.shutil.rmtree(documents, ignore_errors=True)
        self.assertGreater(self.n_killed, N_PUBLICATIONS // 3)
        self.assert_run(OK, "publier", "documents")
        self.assert_whole(documents)
        self.assertEqual(
            {path.name for path in self.folder.iterdir()},
            {"donnees", "campagne.cohorte", "documents"},
        )

    def test_the_whole_chain_shows_nothing_before_it_is_done(self):
        write_campaign(self.folder / "donnees")
        words = ("tout", "donnees", "sortie", "--travail", "2000")
        duration = self.duration(*words)
        program.shutil.rmtree(self.folder / "sortie")
        for _ in range(N_CHAINS):
            self.kill_within(duration, *words)
            if (self.folder / "sortie").exists():
                self.assert_whole(self.folder / "sortie" / "documents")
                program.shutil.rmtree(self.folder / "sortie")
        self.assert_run(OK, *words)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"donnees", "sortie"})


if __name__ == "__main__":
    program.main()
