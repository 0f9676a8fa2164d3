# SPDX-License-Identifier: GPL-3.0-or-later
"""Agendas (.ics) of a publication, read by another calendar library and compared with the plan."""
import csv
import datetime
import io
import sys
import unittest
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
from program import OK, SMALL, ProgramTest, main, write_campaign  # noqa: E402

try:
    import icalendar
    from dateutil import tz
except ImportError:
    icalendar = None

PARIS = ZoneInfo("Europe/Paris")

# One module before the clocks go back on 25 October 2026, one after.
AUTUMN = dict(
    parametres=SMALL["parametres"]
    .replace("09/11/2026", "05/10/2026")
    .replace("20/10/2026", "10/09/2026"),
    modules="""parcours;ordre;module;titre;modalite;demi_journees;moment;fm1;avant_bascule;au_plus_tot;au_plus_tard
ORD;1;O-P1;Le rôle de l'ordonnateur;presentiel;1;am;non;oui;;16/10/2026
SG;1;S-P1;La dépense, et d'autres mots assez longs pour que la ligne soit pliée là où il y a un é;presentiel;2;;oui;oui;;16/10/2026
SG;2;S-V1;La bascule;classe_virtuelle;1;libre;non;non;03/11/2026;
""",
    fm1="debut;fin;groupes_max\n05/10/2026;16/10/2026;2\n",
)


@unittest.skipIf(icalendar is None, "python3-icalendar is not installed")
class Agendas(ProgramTest):
    def publish(self, **changes):
        tables = write_campaign(self.folder / "donnees", **{**AUTUMN, **changes})
        self.assert_run(OK, "creer")
        self.run_in("importer", tables)
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.assert_run(OK, "exporter", "--csv", "plan")
        self.assert_run(OK, "publier", "documents")
        return self.folder / "documents"

    def rows(self, name):
        text = (self.folder / "plan" / f"{name}.csv").read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))

    def expected(self, groups):
        """(start, end) in world time of the meetings of some groups, by the plan tables."""
        found = Counter()
        for row in self.rows("seances"):
            if row["groupe"] in groups:
                day = datetime.date.fromisoformat(row["date"])
                found[tuple(self.moment(day, row[end]) for end in ("debut", "fin"))] += 1
        return found

    @staticmethod
    def moment(day, clock):
        local = datetime.datetime.combine(day, datetime.time.fromisoformat(clock), PARIS)
        return local.astimezone(datetime.timezone.utc)

    @staticmethod
    def read(path):
        return icalendar.Calendar.from_ical(path.read_bytes())

    def found(self, path):
        """The same, by the file alone: its own rules say what its clock shows."""
        calendar = self.read(path)
        zone = tz.tzical(io.StringIO(path.read_bytes().decode().replace("\r\n", "\n")))
        found = Counter()
        for event in calendar.walk("VEVENT"):
            ends = []
            for key in ("DTSTART", "DTEND"):
                own = zone.get(event[key].params["TZID"])
                ends.append(event[key].dt.replace(tzinfo=own).astimezone(datetime.timezone.utc))
            found[tuple(ends)] += 1
        return found

    def test_the_agenda_of_a_group_is_its_meetings(self):
        documents = self.publish()
        groups = [row["groupe"] for row in self.rows("groupes")]
        self.assertGreater(len(groups), 1)
        for group in groups:
            path = documents / "groupes" / f"{group}.ics"
            self.assertEqual(self.found(path), self.expected({group}))

    def test_both_sides_of_the_change_of_clocks_are_right(self):
        documents = self.publish()
        hours = set()
        for path in (documents / "groupes").glob("SG-*.ics"):
            for start, _ in self.found(path):
                hours.add((start < self.moment(datetime.date(2026, 10, 25), "12:00"),
                           start.astimezone(PARIS).utcoffset()))
        self.assertEqual(hours, {(True, datetime.timedelta(hours=2)),
                                 (False, datetime.timedelta(hours=1))})

    def test_the_agenda_of_a_trainer_is_that_of_the_groups(self):
        documents = self.publish()
        led = {}
        for row in self.rows("groupes"):
            for key in ("formateur_1", "formateur_2"):
                if row[key]:
                    led.setdefault(row[key], set()).add(row["groupe"])
        files = {path.stem for path in (documents / "formateurs").glob("*.ics")}
        self.assertEqual(files, set(led))
        for trainer, groups in led.items():
            path = documents / "formateurs" / f"{trainer}.ics"
            self.assertEqual(self.found(path), self.expected(groups))

    def test_the_agenda_of_a_school_names_its_own_staff_only(self):
        documents = self.publish()
        people = self.rows("affectations")
        for school in {row["uai"] for row in people}:
            path = documents / "etablissements" / f"{school}.ics"
            own = [row for row in people if row["uai"] == school]
            self.assertEqual(self.found(path), self.expected({row["groupe"] for row in own}))
            text = str([dict(event) for event in self.read(path).walk("VEVENT")])
            for row in people:
                name = f"{row['prenom']} {row['nom']}"
                self.assertEqual(name in text, row["uai"] == school, name)
            self.assertNotIn("@ac-exemple.fr", text)

    def test_texts_survive_the_folding_of_lines(self):
        documents = self.publish()
        for path in documents.rglob("*.ics"):
            lines = path.read_bytes().split(b"\r\n")
            self.assertLessEqual(max(map(len, lines)), 75, path)
            for line in lines:
                self.assertNotIn(b"\n", line)
        event = self.read(documents / "groupes" / "SG-01.ics").walk("VEVENT")[0]
        self.assertEqual(
            str(event["SUMMARY"]),
            "SG-01 – La dépense, et d'autres mots assez longs pour que la ligne soit pliée là où "
            "il y a un é",
        )
        self.assertIn("Salle S1, Lycée d'Exemple", str(event["LOCATION"]))

    def test_a_new_version_is_the_same_events_further_on(self):
        documents = self.publish()
        first = self.read(documents / "groupes" / "SG-01.ics").walk("VEVENT")
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.assert_run(OK, "publier", "documents")
        second = self.read(documents / "groupes" / "SG-01.ics").walk("VEVENT")
        self.assertEqual({str(event["UID"]) for event in first},
                         {str(event["UID"]) for event in second})
        self.assertEqual(len({str(event["UID"]) for event in first}), len(first))
        self.assertEqual({event["SEQUENCE"] for event in first}, {1})
        self.assertEqual({event["SEQUENCE"] for event in second}, {2})
        self.assertLess(first[0]["DTSTAMP"].dt, second[0]["DTSTAMP"].dt)

    def test_the_same_version_gives_the_same_bytes(self):
        documents = self.publish()
        before = self.files_below(documents)
        self.assert_run(OK, "publier", "documents")
        self.assertEqual(before, self.files_below(documents))

    def test_files_are_published_and_name_no_attendee(self):
        documents = self.publish()
        for path in documents.rglob("*.ics"):
            calendar = self.read(path)
            self.assertEqual(calendar["METHOD"], "PUBLISH")
            for event in calendar.walk("VEVENT"):
                self.assertNotIn("ATTENDEE", event)


if __name__ == "__main__":
    main()
