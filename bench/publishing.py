# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows about documents: how long everything takes to be published, and the letters alone."""
from dataclasses import dataclass

import measure
from campaigns import Failed, Skipped

PLANNING_LIMIT_S = 120
KILL_AFTER_S = 1800


@dataclass
class Goal:
    limit_s: float
    memory_mb: float = float("inf")

    def verdict(self, measured):
        reached = measured.seconds <= self.limit_s and measured.memory_mb <= self.memory_mb
        return "exigé" if reached else "manqué"

    @property
    def text(self):
        memory = f", {self.memory_mb:g} Mo" if self.memory_mb < float("inf") else ""
        return f"{self.limit_s:g} s{memory}"


# Others have no goal of their own.
EVERYTHING = {"grenoble-v8": Goal(5), "echelle-30": Goal(180, 500)}
LETTERS = Goal(60)


def planned(bench, name):
    """Any plan will do: what is measured comes after."""
    bench.shop.plan(name, 10 if bench.quick else PLANNING_LIMIT_S, "--ecart", "2")
    return bench.shop.path(name)


def add(bench, name, measured, goal, **cells):
    if measured.code != 0:
        raise Failed(f"code {measured.code} : {measured.error[-300:]}")
    bench.report.add(campagne=name, solveur="Cohorte", secondes=measured.seconds,
                     secondes_cpu=measured.cpu_seconds, memoire_mo=measured.memory_mb,
                     exige=goal.text if goal and not bench.quick else "",
                     verdict=goal.verdict(measured) if goal and not bench.quick else "", **cells)


def documents_row(campaign):
    """Every document of one campaign."""

    def row(bench):
        name = bench.shop.campaign(campaign)
        path = planned(bench, name)
        folder = bench.shop.cases / f"{name}-documents"
        command = [bench.shop.program, "publier", folder, "--campagne", path]
        measured = measure.run(command, KILL_AFTER_S)
        files = [file for file in folder.rglob("*") if file.is_file()]
        size_mb = sum(file.stat().st_size for file in files) / 1e6
        add(bench, name, measured, EVERYTHING.get(campaign),
            ligne=f"documents-{campaign}", note=f"{len(files)} fichiers, {size_mb:.0f} Mo")

    return row


def letters_row(bench):
    """The call letters alone, in memory, of the largest campaign at hand."""
    tool = bench.shop.program.parents[2] / "bench" / "bench_letters"
    if not tool.exists():
        raise Skipped("bench_letters n'est pas construit")
    name = bench.shop.campaign("bench-1" if bench.quick else "echelle-30")
    measured = measure.run([tool, planned(bench, name)], KILL_AFTER_S)
    n_letters, n_files, _ = (measured.text or "0;0;0").split(";")
    add(bench, name, measured, LETTERS, ligne="lettres",
        note=f"{n_letters} convocations, {n_files} PDF")
