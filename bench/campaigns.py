# SPDX-License-Identifier: GPL-3.0-or-later
"""Campaigns to measure on, and the program's own runs on them."""
import csv
import json
import shutil
from pathlib import Path

import generate
import measure

HERE = Path(__file__).resolve().parent
# A run that has not ended by then has missed its own limit by far.
GRACE_FACTOR, GRACE_S = 1.5, 120
COMFORT = "confort"


class Skipped(Exception):
    """A row that cannot be measured here, and why."""


class Failed(Exception):
    """A row whose program failed, and how."""


class OwnRun:
    """What one run of the program gave. Amounts in cents; None = not known or not proven."""

    def __init__(self, measured, result, trace):
        plan = result["plan"]
        stage1 = plan["etape1"]
        self.plan, self.bound, self.gap = stage1["valeur"], stage1["borne"], stage1["ecart"]
        self.unplaced = plan["palier1"]["valeur"]
        self.people, self.stop, self.work = plan["personnes"], plan["arret"], plan["travail"]
        self.cost = plan["palier2"]["valeur"]
        self.seconds, self.cpu_seconds = measured.seconds, measured.cpu_seconds
        self.memory_mb = measured.memory_mb
        self.trace = trace  # (seconds, value, bound) of stage 1, as --suivi has it

    @property
    def settled_s(self):
        """When the final plan and bound of stage 1 were there."""
        return self.trace[-1][0] if self.trace else self.seconds

    def reached_s(self, gap):
        """When a proven gap was first at or below this fraction; None = never."""
        for seconds, value, bound in self.trace:
            if value and bound is not None and (value - bound) / value <= gap:
                return seconds
        return None


def read_trace(path):
    """Stage 1 alone: comfort may spend money afterwards."""
    with open(path, encoding="utf-8", newline="") as text:
        rows = [row for row in csv.DictReader(text, delimiter=";") if row["etape"] != COMFORT]

    def cents(row, key):
        return int(row[key]) if row[key] else None

    return [(float(row["secondes"]), cents(row, "valeur_centimes"), cents(row, "borne_centimes"))
            for row in rows]


class Workshop:
    """A program, a scratch folder and the shared cases."""

    def __init__(self, program, scratch, shared):
        self.program, self.scratch, self.shared = program, scratch, shared
        self.cases = scratch / "cas"
        self.cases.mkdir(parents=True, exist_ok=True)
        self.ready = set()

    def has_option(self, option):
        return option in measure.run([self.program, "aide", "planifier"], 20).text

    @property
    def version(self):
        return measure.run([self.program, "--version"], 20).text.strip()

    def _command(self, name, *words):
        measured = measure.run([self.program, *words, "--campagne", self.path(name)], 600)
        if measured.code not in (0, 1):
            raise Failed(f"{words[0]}, code {measured.code} : {measured.error[-300:]}")

    def path(self, name):
        return self.cases / f"{name}.cohorte"

    def _import(self, name, tables):
        """Into a new campaign file, once in a run of the bench."""
        self.path(name).unlink(missing_ok=True)
        self._command(name, "creer")
        self._command(name, "importer", tables)
        self.ready.add(name)

    def shared_case(self, name):
        """A copy, for the program writes beside a survey. Clean needs stand in for a survey."""
        if name in self.ready:
            return name
        source = self.shared / "data" / "cases" / name
        if not source.is_dir():
            raise Skipped(f"{name} est absent de {self.shared}")
        tables = self.cases / name
        shutil.rmtree(tables, ignore_errors=True)
        shutil.copytree(source, tables)
        needs = tables / "attendu" / "besoins.csv"
        if needs.exists():
            for survey in tables.glob("enquete*"):
                survey.unlink()
            shutil.copy(needs, tables / "besoins.csv")
        self._import(name, tables)
        return name

    def generated(self, name, *words):
        """A campaign of generate.py with these options."""
        if name not in self.ready:
            tables = self.cases / name
            shutil.rmtree(tables, ignore_errors=True)
            generate.main([*map(str, words), str(tables)])
            self._import(name, tables)
        return name

    def campaign(self, name):
        """A shared case or one of the five random campaigns, by its name."""
        if name in generate.NAMED:
            return self.generated(name, "--nom", name)
        return self.shared_case(name)

    def pmedcap(self):
        """Yields (campaign, published optimum in cents), imported."""
        script = HERE / "pmedcap.py"
        problems = self.shared / "data" / "pmedcap" / "pmedcap1.txt"
        if not script.exists() or not problems.exists():
            raise Skipped("pmedcap.py ou ses problèmes sont absents")
        folder = self.cases / "pmedcap"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        written = measure.run(["python3", "-B", script, problems, folder], 120)
        if written.code != 0:
            raise Failed(f"pmedcap.py : {written.error[-300:]}")
        with open(folder / "optima.csv", encoding="utf-8", newline="") as text:
            # A unit of distance is a cent: the optimum is the cost of a plan.
            optima = [(row["campagne"], int(row["optimum"]))
                      for row in csv.DictReader(text, delimiter=";")]
        for name, optimum in optima:
            self._import(name, folder / name)
            yield name, optimum

    def plan(self, name, limit_s, *words):
        """One run of `planifier`; limit_s = None leaves the budget to the words."""
        trace = self.cases / f"{name}-suivi.csv"
        limit = ["--temps", f"{limit_s:g}"] if limit_s else []
        command = [self.program, "planifier", "--campagne", self.path(name), *limit, *words,
                   "--suivi", trace, "--json"]
        kill_after_s = GRACE_FACTOR * limit_s + GRACE_S if limit_s else None
        measured = measure.run(command, kill_after_s)
        if measured.killed:
            raise Failed(f"tué après {measured.seconds:.0f} s pour une limite de {limit_s:g} s")
        if measured.code not in (0, 1):
            raise Failed(f"planifier, code {measured.code} : {measured.error[-300:]}")
        return OwnRun(measured, json.loads(measured.text)["resultat"], read_trace(trace))

    def export(self, name, form):
        """The reference model of stage 1, in free MPS."""
        path = self.cases / f"{name}-{form}.mps"
        self._command(name, "planifier", "--export-model", path, "--forme", form, "--sans-plan")
        return path

    def plan_bytes(self, name):
        """The tables of the last plan but its version: what must not depend on threads."""
        folder = self.cases / f"{name}-plan"
        shutil.rmtree(folder, ignore_errors=True)
        self._command(name, "exporter", "--csv", folder)
        tables = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        return {key: b"\n".join(line for line in text.split(b"\n")
                                if not line.startswith(b"version;"))
                for key, text in tables.items()}
