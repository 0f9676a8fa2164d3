#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files for other programs: published, they are in the manifest, and our own imports read them."""
import csv
import io
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import OK, SCHOOLS, SMALL  # noqa: E402

OTHER_CODES = SMALL["modules"].replace("O-P1", "X-1").replace("S-P1", "X-2").replace("S-V1", "X-3")
WITH_UAI = SMALL["salles"].replace("Lycée d'Exemple;;", f"Lycée d'Exemple;{SCHOOLS[0]};")


class Exchanges(program.ProgramTest):
    def published(self):
        """Publishes the small campaign. Returns its folder of tables."""
        tables = self.small(salles=WITH_UAI)
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.assert_run(OK, "publier", "documents")
        return tables

    def table(self, name, encoding="utf-8"):
        text = (self.folder / name).read_text(encoding)
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))

    def plan(self, name):
        self.assert_run(OK, "exporter", "--csv", "plan")
        return self.table(f"plan/{name}")

    def test_each_is_in_the_manifest(self):
        self.published()
        listed = {row["chemin"] for row in self.table("documents/MANIFESTE.csv")}
        for name in (
            "convocations.csv",
            "fm1.xlsx",
            "sofia-sessions.xlsx",
            f"sites/{SCHOOLS[0]}.xlsx",
        ):
            self.assertIn(name, listed)
            self.assertTrue((self.folder / "documents" / name).is_file())

    def test_the_call_list_agrees_with_the_plan(self):
        self.published()
        rows = self.table("documents/convocations.csv", "utf-8-sig")
        meetings = {(row["groupe"], row["module"]): row for row in self.plan("seances.csv")}
        called = set()
        for row in rows:
            meeting = meetings[row["groupe"], row["module"]]
            for name in ("date", "debut", "fin", "salle"):
                self.assertEqual(row[name], meeting[name])
            called.add((row["personne"], row["groupe"], row["courriel"]))
        members = {
            (row["personne"], row["groupe"], row["courriel"])
            for row in self.plan("affectations.csv")
        }
        self.assertEqual(called, members)
        self.assertEqual(len(rows), 4 * 1 + 4 * 2)

    def test_sessions_of_the_campaign_itself_take_nothing(self):
        tables = self.published()
        shutil.copy(self.folder / "documents/sofia-sessions.xlsx", tables)
        self.assert_run(OK, "importer", tables)
        out = self.run_in("verifier").out.replace("\xa0", " ")
        n_sessions = len(self.plan("seances.csv"))
        self.assertIn(f"Des sessions sont celles de cette campagne ({n_sessions})", out)
        self.assertNotIn("d'autres formations prennent", out)

    def test_sessions_of_another_campaign_take_the_room(self):
        tables = self.published()
        halves = sum(
            2 if row["demi"] == "journee" else 1
            for row in self.plan("seances.csv")
            if row["salle"] == "S1"
        )
        shutil.copy(self.folder / "documents/sofia-sessions.xlsx", tables)
        (tables / "modules.csv").write_text(OTHER_CODES, encoding="utf-8")
        self.assert_run(OK, "importer", tables)
        out = self.run_in("verifier").out.replace("\xa0", " ")
        self.assertIn(f"S1 : d'autres formations prennent {halves} demi-journées", out)
        self.assertNotIn("celles de cette campagne", out)
        self.assertNotIn("aucune n'est bloquée", out)


if __name__ == "__main__":
    program.main()
