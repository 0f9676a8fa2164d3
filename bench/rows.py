# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the bench: what is run, and what must come out."""
from dataclasses import dataclass

import charts
import publishing
from campaigns import Failed, Skipped
from report import percent

PEER_FACTOR = 10  # times our time
WAVE = 233
HALF_CENT = 0.5


@dataclass
class Goal:
    """What a run must reach and aims at: gaps are fractions, memory is in MB."""

    limit_s: float
    must_gap: float
    aim_gap: float
    memory_mb: float = float("inf")

    def verdict(self, run):
        if run.gap is None or run.gap > self.must_gap or run.memory_mb > self.memory_mb:
            return "manqué"
        return "visé" if run.gap <= self.aim_gap else "exigé"


# Campaign -> goals, one run each. The random ones have none of their own.
OWN = {
    "grenoble-v8": [Goal(60, 0.007, 0.002), Goal(300, 0.005, 0.002)],
    "amiens-v6": [Goal(60, 0.005, 0.001), Goal(300, 0.005, 0.001)],
    "grenoble-tendu": [Goal(60, 0.03, 0.01), Goal(600, 0.02, 0.01)],
    "echelle-10": [Goal(300, 0.01, 0.005, 2000), Goal(600, 0.01, 0.005, 2000)],
    "echelle-30": [Goal(900, 0.02, 0.01, 4000), Goal(1800, 0.02, 0.01, 4000)],
}
RANDOM = [f"bench-{k}" for k in range(1, 6)]
COMPARED = ["grenoble-v8", "amiens-v6", *RANDOM]
FORMS = ("groupes", "paquets")


@dataclass
class Bench:
    """What every row needs."""

    shop: object
    report: object
    solvers: list
    quick: bool
    own_limit_s: float
    peer_limit_s: float  # 0 = PEER_FACTOR times our time
    form_of: dict  # solver name -> the form that suits it best


def add_own(bench, row, campaign, run, **cells):
    bench.report.add(ligne=row, campagne=campaign, solveur="Cohorte", personnes=run.people,
                     non_places=run.unplaced, plan_centimes=run.plan, borne_centimes=run.bound,
                     ecart=run.gap, secondes=run.seconds, secondes_cpu=run.cpu_seconds,
                     memoire_mo=run.memory_mb, arret=run.stop,
                     **{"secondes_resultat": run.settled_s, **cells})


def own_row(campaign):
    """One campaign with each of its time limits."""

    def row(bench):
        name = bench.shop.campaign(campaign)
        goals = OWN.get(campaign, [Goal(60, 1, 1)])
        for goal in goals[:1] if bench.quick else goals:
            limit_s = bench.own_limit_s if bench.quick else goal.limit_s
            run = bench.shop.plan(name, limit_s)
            has_goal = campaign in OWN and not bench.quick
            add_own(bench, campaign, name, run, limite_s=limit_s,
                    exige=percent(goal.must_gap) if has_goal else "",
                    vise=percent(goal.aim_gap) if has_goal else "",
                    verdict=goal.verdict(run) if has_goal else "")

    return row


def pmedcap_row(bench):
    """Published problems: the optimum, and a proof of it."""
    n_found = n_proven = n_all = 0
    for name, optimum in bench.shop.pmedcap():
        if bench.quick and n_all == 2:
            break
        run = bench.shop.plan(name, bench.own_limit_s)
        found = run.unplaced == 0 and run.plan == optimum
        proven = found and run.bound == optimum
        n_all, n_found, n_proven = n_all + 1, n_found + found, n_proven + proven
        # A bound above a published optimum, or a plan below it, would be a fault.
        wrong = run.unplaced == 0 and (run.plan < optimum or (run.bound or 0) > optimum)
        verdict = "échec" if wrong else "visé" if proven else "exigé" if found else "manqué"
        add_own(bench, "pmedcap", name, run, limite_s=bench.own_limit_s, verdict=verdict,
                exige=str(optimum), note=f"optimum publié {optimum}")
    enough = n_found == n_all and n_proven >= (15 * n_all + 19) // 20
    bench.report.add(ligne="pmedcap", campagne="tous", solveur="Cohorte", personnes=n_all,
                     verdict="visé" if n_proven == n_all else "exigé" if enough else "manqué",
                     note=f"{n_found} optimums sur {n_all}, {n_proven} prouvés")


GROWTH_CASES = ("grenoble-v8", "echelle-10", "echelle-30")


def growth_campaigns(bench):
    """From one wave to the country: the shared cases, without them invented academies."""
    if not bench.quick:
        try:
            return [bench.shop.campaign(name) for name in GROWTH_CASES]
        except Skipped:
            pass
    names = []
    for size in [WAVE * factor for factor in ((1, 2) if bench.quick else (1, 2, 4, 8, 15, 27))]:
        words = ("--personnes", size, "--academies", max(1, size // WAVE), "--tension", 2,
                 "--graine", 1)
        names.append(bench.shop.generated(f"croissance-{size}", *words))
    return names


def growth_row(bench):
    """How long a proven gap of 2 % takes, from one wave to the country."""
    gap, points = 0.02, []
    campaigns = growth_campaigns(bench)
    for name in campaigns:
        limit_s = 30 if bench.quick else 1800
        run = bench.shop.plan(name, limit_s, "--ecart", "2")
        at = run.reached_s(gap)
        if at is not None:
            points.append((run.people, at))
        add_own(bench, "croissance", name, run, limite_s=limit_s, secondes_resultat=at,
                exige="2 %", verdict="" if at is not None else "manqué")
    if len(points) < 2:
        bench.report.add(ligne="croissance", campagne="exposant", verdict="manqué",
                         note="moins de deux tailles atteignent 2 %")
        return
    exponent, factor = charts.fitted_exponent(points)
    is_whole = len(points) == len(campaigns)
    verdict = "visé" if exponent <= 1 else "exigé" if exponent <= 1.3 else "manqué"
    # Two small sizes say little: no verdict on them.
    verdict = "" if bench.quick else verdict if is_whole else "manqué"
    bench.report.add(ligne="croissance", campagne="exposant", exige="1,3", vise="1",
                     verdict=verdict, note=f"temps = n^{exponent:.2f}".replace(".", ","))
    draw_growth(bench.report.folder / "croissance.svg", points, exponent, factor)


def draw_growth(path, points, exponent, factor):
    sizes, times = zip(*points)
    lowest, highest = min(times), max(times)
    chart = charts.Chart("Temps pour un écart prouvé de 2 %",
                         ("personnes", min(sizes) / 1.3, max(sizes) * 1.3),
                         ("secondes", lowest / 2, highest * 4))
    chart.line("mesuré", points)
    ends = (min(sizes), max(sizes))
    label = f"n^{exponent:.2f}".replace(".", ",")
    chart.line(f"ajusté : {label}", [(n, factor * n ** exponent) for n in ends], 1, marks=False)
    chart.line("limite : n^1,3", [(n, points[0][1] * (n / points[0][0]) ** 1.3) for n in ends], 2,
               marks=False)
    chart.write(path)


def threads_row(bench):
    """The same work by one thread and by two: the same plan, sooner."""
    if not bench.shop.has_option("--fils"):
        raise Skipped("ce programme n'a pas d'option --fils")
    name = bench.shop.campaign("grenoble-v8")
    work = "3000" if bench.quick else "400000"
    runs, plans = [], []
    for n_threads in (1, 2):
        run = bench.shop.plan(name, None, "--travail", work, "--fils", str(n_threads))
        runs.append(run)
        plans.append(bench.shop.plan_bytes(name))
        add_own(bench, "fils", name, run, note=f"{n_threads} fil(s), travail {work}")
    ratio = runs[0].seconds / runs[1].seconds
    verdict = "visé" if ratio >= 1.6 else "exigé" if ratio >= 1.3 else "manqué"
    verdict = "" if bench.quick else verdict  # so little work says nothing of the ratio
    same = plans[0] == plans[1]
    text = f"{ratio:.2f} fois plus vite à deux".replace(".", ",")
    bench.report.add(ligne="fils", campagne=name, exige="1,3", vise="1,6",
                     verdict=verdict if same else "échec",
                     note=text + ("" if same else ", mais un autre plan"))


# --- against others ---------------------------------------------------------------------------

def compare(own, other):
    """"devant" when both plan and bound are better, but for what the other proved optimal."""
    behind_plan = other.plan is not None and own.plan > other.plan + HALF_CENT
    own_bound = own.bound if own.bound is not None else float("-inf")
    behind_bound = other.bound is not None and own_bound < other.bound - HALF_CENT
    if behind_plan or behind_bound:
        return "derrière"
    ahead_plan = other.plan is None or own.plan < other.plan - HALF_CENT
    ahead_bound = other.bound is None or own_bound > other.bound + HALF_CENT
    return "devant" if ahead_plan and ahead_bound else "égal"


def add_other(bench, row, name, own, outcome):
    gap = None
    if outcome.plan and outcome.bound is not None:
        gap = (outcome.plan - outcome.bound) / outcome.plan
    verdict = compare(own, outcome)
    if outcome.proven and verdict == "égal":
        verdict = "égal, prouvé"
    bench.report.add(
        ligne=row, campagne=name, solveur=outcome.solver, forme=outcome.form,
        limite_s=outcome.limit_s, plan_centimes=outcome.plan, borne_centimes=outcome.bound,
        ecart=gap, secondes_resultat=outcome.trace[-1][0] if outcome.trace else None,
        secondes=outcome.seconds, secondes_cpu=outcome.cpu_seconds, memoire_mo=outcome.memory_mb,
        arret=outcome.status, verdict=verdict,
        rapport_plan=outcome.plan / own.plan if outcome.plan else None,
        rapport_borne=own.bound / outcome.bound if own.bound and outcome.bound else None,
        note=f"forme {outcome.form}, {outcome.status}")


def best_outcome(bench, row, name, own, solver, limit_s):
    """One run in the form that suits this solver, which its first campaign tries."""
    known = bench.form_of.get(solver.name)
    outcomes = []
    for form in (known,) if known else FORMS:
        outcome = solver.solve(bench.shop.export(name, form), form, limit_s)
        add_other(bench, row, name, own, outcome)
        outcomes.append(outcome)
    best = min(outcomes, key=lambda outcome: outcome.quality)
    bench.form_of.setdefault(solver.name, best.form)
    return best


def gap_points(trace):
    """(seconds, gap in %) from the first plan with a bound on; 0 does not fit on the scale."""
    points = []
    for at, plan, bound in trace:
        if plan and bound is not None:
            points.append((max(at, 0.01), max(100 * (plan - bound) / plan, 0.001)))
    return points


def draw_gaps(path, name, own, outcomes, end_s):
    everything = [own, *outcomes]
    gaps = [gap for each in everything for _, gap in gap_points(each.trace)]
    if not gaps:
        return
    chart = charts.Chart(f"{name} : écart prouvé au fil du temps", ("secondes", 0.1, end_s),
                         ("écart, %", max(min(gaps) / 1.5, 0.001), 100))
    names = ["Cohorte", *(outcome.solver for outcome in outcomes)]
    for style, (label, each) in enumerate(zip(names, everything)):
        points = gap_points(each.trace)
        if points:
            end = max(each.seconds, points[-1][0])
            chart.line(label, [*points, (min(end, end_s), points[-1][1])], style, steps=True)
        else:
            chart.note(f"{label} : aucun plan")
    chart.write(path)


def peers_row(campaign):
    """Our run at its usual limit, then every other solver with ten times our time."""

    def row(bench):
        name, label = bench.shop.campaign(campaign), f"pairs-{campaign}"
        own = bench.shop.plan(name, bench.own_limit_s)
        add_own(bench, label, name, own, limite_s=bench.own_limit_s)
        limit_s = bench.peer_limit_s or max(10.0, round(PEER_FACTOR * own.settled_s))
        outcomes = []
        for solver in bench.solvers:
            if solver.missing:
                bench.report.add(ligne=label, campagne=name, solveur=solver.name,
                                 verdict="omis", note=solver.missing)
                continue
            best = best_outcome(bench, label, name, own, solver, limit_s)
            bench.report.write_trace(f"{label}-{solver.name.lower()}", best.trace)
            outcomes.append(best)
        bench.report.write_trace(f"{label}-cohorte", own.trace)
        draw_gaps(bench.report.folder / f"ecart-{campaign}.svg", name, own, outcomes,
                  max(limit_s, own.seconds))

    return row


ROWS = {
    **{name: own_row(name) for name in [*OWN, *RANDOM]},
    "pmedcap": pmedcap_row,
    "croissance": growth_row,
    "fils": threads_row,
    **{f"documents-{name}": publishing.documents_row(name) for name in publishing.EVERYTHING},
    "documents-bench-1": publishing.documents_row("bench-1"),
    "lettres": publishing.letters_row,
    **{f"pairs-{name}": peers_row(name) for name in COMPARED},
}
QUICK = ["grenoble-v8", "bench-1", "pmedcap", "croissance", "fils", "documents-bench-1", "lettres",
         "pairs-bench-1"]


def chosen(words, quick):
    """Rows by name, in their order; a name also stands for the rows that begin with it and "-"."""
    usual = QUICK if quick else list(ROWS)
    if not words:
        return usual
    unknown = [word for word in words
               if not any(row == word or row.startswith(word + "-") for row in ROWS)]
    if unknown:
        raise KeyError(", ".join(unknown))
    exact = [row for row in ROWS if row in words]
    family = [row for row in ROWS
              if any(word not in ROWS and row.startswith(word + "-") for word in words)]
    return [row for row in ROWS if row in exact or row in family]


def measure_row(bench, row):
    """One row; what keeps it from being measured becomes its result."""
    try:
        ROWS[row](bench)
    except Skipped as reason:
        bench.report.add(ligne=row, verdict="omis", note=str(reason))
    except Failed as reason:
        bench.report.add(ligne=row, verdict="échec", note=str(reason))
