# SPDX-License-Identifier: GPL-3.0-or-later
"""Other solvers on an exported model: what they found and proved, and when."""
import json
import re
import shutil
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent
HIGHS_PACKAGE = "highs@1.15.3"
# A solver that has not stopped by then is ended: its limit was only looked at now and then.
GRACE_FACTOR, GRACE_S = 1.2, 10
NUMBER = r"([-+0-9.e]+)"


class Outcome:
    """One solver on one model. Values in cents of the model's objective; None = not known."""

    def __init__(self, solver, form, limit_s):
        self.solver, self.form, self.limit_s = solver, form, limit_s
        self.trace = []  # (seconds, plan, bound), at each better plan or bound
        self.plan = self.bound = None
        self.proven = False
        self.status = ""
        self.seconds = self.cpu_seconds = 0.0
        self.memory_mb = 0

    def see(self, seconds, plan=None, bound=None):
        better_plan = plan is not None and (self.plan is None or plan < self.plan)
        better_bound = bound is not None and (self.bound is None or bound > self.bound)
        if better_plan:
            self.plan = plan
        if better_bound:
            self.bound = bound
        if better_plan or better_bound:
            self.trace.append((seconds, self.plan, self.bound))

    def finish(self, measured):
        self.seconds, self.cpu_seconds = measured.seconds, measured.cpu_seconds
        self.memory_mb = measured.memory_mb
        if self.proven:
            self.see(measured.seconds, bound=self.plan)
        if measured.killed:
            self.status = "tué, limite dépassée"
        elif not self.status:
            self.status = "arrêté" if measured.code == 0 else f"échec (code {measured.code})"
        return self

    @property
    def quality(self):
        """Orders outcomes: a better plan first, then a better bound."""
        plan = float("inf") if self.plan is None else self.plan
        bound = float("-inf") if self.bound is None else self.bound
        return (plan, -bound)


def _kill_after(limit_s):
    return GRACE_FACTOR * limit_s + GRACE_S


def _number(text):
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e29 else None


class Highs:
    name = "HiGHS"

    def __init__(self, scratch):
        self.folder = scratch / "highs"
        self.package = self.folder / "node_modules" / "highs" / "package.json"
        self.missing = self._install()

    def _install(self):
        """Why it cannot run, or None."""
        if not shutil.which("node"):
            return "node n'est pas installé"
        if not self.package.exists():
            if not shutil.which("npm"):
                return "npm n'est pas installé"
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
            measure.run(["npm", "install", "--no-audit", "--no-fund", HIGHS_PACKAGE], 300,
                        self.folder)
        return None if self.package.exists() else f"npm n'a pas pu installer {HIGHS_PACKAGE}"

    @property
    def version(self):
        version = json.loads(self.package.read_text(encoding="utf-8"))["version"]
        return f"HiGHS {version} (paquet npm « highs », WebAssembly, un fil)"

    def solve(self, model, form, limit_s):
        outcome = Outcome(self.name, form, limit_s)
        command = ["node", HERE / "highs.mjs", self.folder, model, limit_s]
        measured = measure.run(command, _kill_after(limit_s))
        for _, line in measured.lines:
            event, seconds, plan, bound, status = (line.split(";") + [""] * 5)[:5]
            outcome.see(_number(seconds) or 0.0, _number(plan), _number(bound))
            if event == "end":
                outcome.status = status
                outcome.proven = status == "optimal"
        if "memory" in outcome.status or re.search(r"memory|RangeError", measured.error):
            outcome.status = "mémoire épuisée"
        return outcome.finish(measured)


class Cbc:
    name = "CBC"

    def __init__(self, _scratch):
        self.missing = None if shutil.which("cbc") else "cbc (coinor-cbc) n'est pas installé"

    @property
    def version(self):
        found = re.search(r"Version:\s*(\S+)", measure.run(["cbc", "quit"], 20).text)
        return f"CBC {found.group(1) if found else '?'} (paquet Debian coinor-cbc, un fil)"

    def solve(self, model, form, limit_s):
        outcome = Outcome(self.name, form, limit_s)
        command = ["cbc", model, "timem", "elapsed", "sec", limit_s, "ratio", "0", "solve"]
        if shutil.which("stdbuf"):  # else lines come late
            command = ["stdbuf", "-oL", *command]
        measured = measure.run(command, _kill_after(limit_s))
        for seconds, line in measured.lines:
            self._read(outcome, seconds, line)
        return outcome.finish(measured)

    @staticmethod
    def _read(outcome, seconds, line):
        if found := re.search(rf"best solution, best possible {NUMBER}", line):
            outcome.see(seconds, bound=_number(found.group(1)))
        if found := re.search(rf"Integer solution of {NUMBER} found", line):
            outcome.see(seconds, plan=_number(found.group(1)))
        if found := re.search(rf"best objective {NUMBER} \(best possible {NUMBER}\)", line):
            plan = _number(found.group(1))
            outcome.see(seconds, plan, _number(found.group(2)))
        if found := re.match(rf"Continuous objective value is {NUMBER}", line):
            outcome.see(seconds, bound=_number(found.group(1)))
        if found := re.match(rf"Objective value:\s+{NUMBER}", line):
            outcome.see(seconds, plan=_number(found.group(1)))
        if found := re.match(rf"Lower bound:\s+{NUMBER}", line):
            outcome.see(seconds, bound=_number(found.group(1)))
        if line.startswith("Result - "):
            outcome.status = line[len("Result - "):]
            outcome.proven = outcome.status.startswith("Optimal solution found")


class Glpsol:
    name = "GLPK"

    def __init__(self, _scratch):
        self.missing = None if shutil.which("glpsol") else "glpsol (glpk-utils) n'est pas installé"

    @property
    def version(self):
        found = re.search(r"(\d+\.\d+)", measure.run(["glpsol", "--version"], 20).text)
        return f"GLPK {found.group(1) if found else '?'} (glpsol, paquet Debian glpk-utils)"

    def solve(self, model, form, limit_s):
        outcome = Outcome(self.name, form, limit_s)
        kind = "--lp" if model.suffix == ".lp" else "--freemps"
        command = ["glpsol", kind, model, "--mir", "--cover", "--gomory", "--clique", "--tmlim",
                   int(limit_s)]
        if shutil.which("stdbuf"):
            command = ["stdbuf", "-oL", *command]
        measured = measure.run(command, _kill_after(limit_s))
        for seconds, line in measured.lines:
            found = re.search(
                rf"(?:mip =|>>>>>)\s+(?:{NUMBER}|not found yet)\s+>=\s+{NUMBER}", line)
            if found:
                outcome.see(seconds, _number(found.group(1) or ""), _number(found.group(2)))
            if "INTEGER OPTIMAL SOLUTION FOUND" in line:
                outcome.proven, outcome.status = True, "optimal"
            elif "TIME LIMIT EXCEEDED" in line:
                outcome.status = "limite de temps"
        return outcome.finish(measured)
