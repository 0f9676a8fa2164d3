# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of results: one row for each run, printed and written as CSV."""
import csv

COLUMNS = ["ligne", "campagne", "solveur", "forme", "limite_s", "personnes", "non_places",
           "plan_centimes", "borne_centimes", "ecart", "secondes_resultat", "secondes", "secondes_cpu",
           "memoire_mo", "arret", "exige", "vise", "verdict", "rapport_plan", "rapport_borne",
           "note"]
SHOWN = [("ligne", 22), ("campagne", 15), ("solveur", 8), ("limite_s", 8), ("plan", 13),
         ("borne", 13), ("écart", 9), ("résultat", 9), ("durée", 8), ("Mo", 6), ("verdict", 9),
         ("note", 0)]


def percent(fraction):
    """Rounded up, so that no gap looks smaller than it is."""
    if fraction is None:
        return "non prouvé"
    return f"{-(-fraction * 100000 // 10) / 100:.2f} %".replace(".", ",")


def euros(cents):
    if cents is None:
        return "-"
    return f"{cents / 100:,.2f}".replace(",", " ").replace(".", ",")


def seconds(value):
    return "-" if value in (None, "") else f"{value:.1f} s".replace(".", ",")


class Report:
    def __init__(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.rows = []

    def add(self, **cells):
        unknown = set(cells) - set(COLUMNS)
        if unknown:
            raise KeyError(unknown)
        self.rows.append(cells)
        self._show(cells)
        # After every row: a bench that is stopped keeps what it measured.
        self.write()

    def title(self):
        self._line([name for name, _ in SHOWN])

    @staticmethod
    def _line(texts):
        cells = [text.ljust(width) if width else text for text, (_, width) in zip(texts, SHOWN)]
        print(" ".join(cells).rstrip(), flush=True)

    def _show(self, row):
        limit = row.get("limite_s")
        gap = percent(row["ecart"]) if row.get("plan_centimes") is not None else "-"
        self._line([row["ligne"], row.get("campagne", ""), row.get("solveur", ""),
                    f"{limit:g} s" if limit else "", euros(row.get("plan_centimes")),
                    euros(row.get("borne_centimes")), gap, seconds(row.get("secondes_resultat")),
                    seconds(row.get("secondes")), str(row.get("memoire_mo", "")),
                    row.get("verdict", ""), row.get("note", "")])

    def write(self):
        with open(self.folder / "resultats.csv", "w", encoding="utf-8", newline="") as text:
            table = csv.DictWriter(text, COLUMNS, delimiter=";", lineterminator="\n", restval="")
            table.writeheader()
            for row in self.rows:
                table.writerow({key: self._cell(value) for key, value in row.items()})

    @staticmethod
    def _cell(value):
        if value is None:
            return ""
        if not isinstance(value, float):
            return value
        # Amounts keep their hundredths of a cent, fractions and seconds six digits.
        return f"{value:.2f}" if abs(value) >= 1000 else f"{value:.6g}"

    def write_trace(self, name, trace):
        """Each better plan and bound of one run."""
        with open(self.folder / f"{name}.csv", "w", encoding="utf-8", newline="") as text:
            table = csv.writer(text, delimiter=";", lineterminator="\n")
            table.writerow(["secondes", "plan_centimes", "borne_centimes"])
            table.writerows([f"{at:.3f}", self._cell(plan), self._cell(bound)]
                            for at, plan, bound in trace)

    @property
    def failures(self):
        """Rows whose goal was missed; level with another that proved nothing is not enough."""
        bad = ("manqué", "échec", "derrière", "égal")
        return [row["ligne"] for row in self.rows if row.get("verdict") in bad]
