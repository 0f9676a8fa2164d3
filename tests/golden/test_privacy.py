# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader's files name nobody outside the reader's scope, in any part of any file.

Who may read a file follows from its folder; who that concerns is computed from the plan tables. A
file in a folder that has no rule here fails: whoever adds a document says who reads it.
"""
import csv
import io
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import readable  # noqa: E402
from publication import PLAN_BEFORE, TABLES, PublicationTest, program  # noqa: E402

EAFC = "eafc@ac-exemple.fr"
ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+\.\w[\w.-]*\w")
NO_ADDRESS = ".invalid"  # what tells events apart looks like one
# In brackets it is an example of how such a number is written.
PERSON_ID = re.compile(r"(?<!\()\b[PR]\d{4}\b")
# What made somebody unavailable is for the planner alone.
UNAVAILABLE = re.compile(r"indisponib", re.I)


def rows(path):
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def bare(text):
    """Without the blanks, for words are cut at the end of a line."""
    return re.sub(r"\s", "", text)


def groups_of_plan(folder):
    """Members and trainers of each group."""
    members, teams = {}, {}
    for row in rows(folder / "affectations.csv"):
        members.setdefault(row["groupe"], set()).add(row["personne"])
    for row in rows(folder / "groupes.csv"):
        teams[row["groupe"]] = {row["formateur_1"], row["formateur_2"]} - {""}
    return members, teams


class Scope:
    """Whom a reader may read about. Sets of ids, of codes of trainers and of addresses; of names
    of those who need no seat."""

    def __init__(self, people=(), trainers=(), addresses=(), names=()):
        self.people, self.trainers = set(people), set(trainers)
        self.addresses, self.names = set(addresses) | {EAFC}, set(names)


class Campaign:
    """Who is who, by the tables of the plan and those it was made from."""

    def __init__(self, plan):
        seated, left = rows(plan / "affectations.csv"), rows(plan / "non_places.csv")
        self.people = {row["personne"]: row for row in seated + left}
        self.members, self.teams = groups_of_plan(plan)
        self.members_before, self.teams_before = groups_of_plan(PLAN_BEFORE)
        self.trainers = {row["formateur"]: row for row in rows(TABLES / "formateurs.csv")}
        self.schools = {row["uai"]: row for row in rows(TABLES / "etablissements.csv")}
        # The plan does not tell of those who need no seat.
        self.others = [
            row
            for row in rows(TABLES / "besoins.csv")
            if row["nom"] and row["courriel"] not in self.addresses(self.people)
        ]

    def addresses(self, people):
        return {self.people[person]["courriel"] for person in people} - {""}

    def groups_of(self, people):
        return {group for group, members in self.members.items() if members & set(people)}

    def teams_of(self, groups):
        return set().union(*(self.teams[group] for group in groups))

    def school(self, uai):
        own = {person for person, row in self.people.items() if row["uai"] == uai}
        others = {row["nom"] for row in self.others if row["uai"] == uai}
        addresses = {self.schools[uai]["repondant"]}
        return Scope(own, self.teams_of(self.groups_of(own)), addresses, others)

    def group(self, code):
        return self.led({code})

    def led(self, groups):
        people = set().union(*(self.members[group] for group in groups))
        team = self.teams_of(groups)
        addresses = {self.trainers[trainer]["courriel"] for trainer in team}
        return Scope(people, team, addresses | self.addresses(people))

    def trainer(self, code):
        scope = self.led({group for group, team in self.teams.items() if code in team})
        scope.trainers.add(code)
        return scope

    def participant(self, person):
        """What is cancelled names who would have trained them."""
        trainers = self.teams_of(self.groups_of({person}))
        for group, members in self.members_before.items():
            if person in members:
                trainers |= self.teams_before[group]
        if person in self.people:
            return Scope({person}, trainers, self.addresses({person}))
        others = [row for row in self.others if row["deja_forme"] == "oui"]
        addresses, names = ({row[key] for row in others} for key in ("courriel", "nom"))
        return Scope({person}, trainers, addresses, names)

    def trainers_only(self, _name):
        return Scope(trainers=self.trainers)

    def nobody(self, _name):
        return Scope()


# By folder, or by file at the root: the scope of one reader, by the name of the file.
READERS = {
    "etablissements": Campaign.school,
    "convocations": Campaign.school,
    "groupes": Campaign.group,
    "emargements": Campaign.group,
    "attestations": Campaign.group,
    "formateurs": Campaign.trainer,
    "ordres-de-mission": Campaign.trainer,
    "participants": Campaign.participant,
    "sites": Campaign.trainers_only,
    "calendrier.xlsx": Campaign.trainers_only,
    "cosui.xlsx": Campaign.nobody,
}
# The EAFC reads of everybody.
FOR_THE_EAFC = {
    "ATTESTATIONS.csv", "MANIFESTE.csv", "anomalies.xlsx", "bilan.html", "changements.csv",
    "changements.xlsx", "convocations.csv", "fm1.xlsx", "frais.xlsx", "sans-adresse.csv",
    "sofia-sessions.xlsx",
}


class Privacy(PublicationTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = Campaign(cls.publication.plan)
        cls.texts = {
            name: readable.of_bytes(path.read_bytes(), path.name)
            for name, path in cls.publication.files().items()
        }

    def scopes(self):
        """(name, text, scope) of each file that is not for the EAFC."""
        for name, text in self.texts.items():
            _, key, *rest = name.split("/")
            if key in FOR_THE_EAFC and not rest:
                continue
            self.assertIn(key, READERS, f"{name}: who reads this? See READERS")
            if name.endswith(".pdf") and not text:
                continue  # no tool to read it
            yield name, text, READERS[key](self.campaign, Path(name).stem)

    def assert_nothing(self, name, found):
        with self.subTest(name):
            self.assertEqual(sorted(found), [])

    def test_nobody_outside_the_scope_is_named(self):
        campaign = self.campaign
        for name, text, scope in self.scopes():
            known = {row["nom"] for key, row in campaign.people.items() if key in scope.people}
            known |= {row["nom"] for key, row in campaign.trainers.items() if key in scope.trainers}
            every = [*campaign.people.values(), *campaign.trainers.values(), *campaign.others]
            others = {row["nom"] for row in every} - known - scope.names - {""}
            found = bare(text)
            self.assert_nothing(name, [other for other in others if bare(other) in found])

    def test_no_number_of_others_is_found(self):
        for name, text, scope in self.scopes():
            self.assert_nothing(name, set(PERSON_ID.findall(text)) - scope.people)

    def test_no_address_of_others_is_found(self):
        for name, text, scope in self.scopes():
            found = {each for each in ADDRESS.findall(text) if not each.endswith(NO_ADDRESS)}
            self.assert_nothing(name, found - scope.addresses)

    def test_what_keeps_somebody_away_is_for_the_eafc(self):
        for name, text, _ in self.scopes():
            self.assert_nothing(name, UNAVAILABLE.findall(text))

    def test_the_names_looked_for_are_found_where_they_belong(self):
        """Else the tests above would pass on files that cannot be read."""
        checked = 0
        for name, text, scope in self.scopes():
            if not re.search(r"/(etablissements|groupes|emargements)/.*\.(xlsx|pdf)$", name):
                continue
            for person in scope.people:
                last_name = self.campaign.people[person]["nom"]
                self.assertIn(bare(last_name), bare(text), name)
                checked += bool(last_name)
        self.assertGreater(checked, 20)


if __name__ == "__main__":
    program.main()
