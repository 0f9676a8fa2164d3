# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages of a publication, read by another mail library and compared with the plan."""
import csv
import email
import email.policy
import io
import re
import sys
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
from program import DATA, OK, SCHOOLS, SMALL, USAGE, ProgramTest, main  # noqa: E402

SENDER = "eafc@ac-exemple.fr"
WITH_SENDER = SMALL["parametres"] + f"courriel_eafc;{SENDER}\n"
ADDRESS = re.compile(r"[\w.+-]+@ac-exemple\.fr")


def unfolded(text):
    return text.replace("\r\n ", "")


class Messages(ProgramTest):
    def ready(self, **changes):
        self.small(**{"parametres": WITH_SENDER, **changes})
        self.assert_run(OK, "planifier", "--travail", "2000")

    def publish(self, *more, **changes):
        self.ready(**changes)
        result = self.assert_run(OK, "publier", "documents", "--courriels", "courriels", *more)
        self.assert_run(OK, "exporter", "--csv", "plan")
        return result

    def rows(self, path):
        text = (self.folder / path).read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))

    def message(self, name):
        return email.message_from_bytes(
            (self.folder / "courriels" / name).read_bytes(), policy=email.policy.default
        )

    def messages(self, folder):
        names = sorted((self.folder / "courriels" / folder).glob("*.eml"))
        return {path.stem: self.message(f"{folder}/{path.name}") for path in names}

    @staticmethod
    def events(message, method):
        """The text of each invitation or cancellation."""
        return [
            unfolded(part.get_content())
            for part in message.iter_attachments()
            if part.get_content_type() == "text/calendar" and part.get_param("method") == method
        ]

    def everything(self, message):
        """All that a reader can find: headers, texts, and what is inside workbooks."""
        found = [str([item for item in message.items() if item[0] != "Message-ID"])]
        for part in message.walk():
            if part.is_multipart():
                continue
            content = part.get_content()
            if isinstance(content, str):
                found.append(unfolded(content))
                continue
            if not zipfile.is_zipfile(io.BytesIO(content)):
                continue
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                found += [book.read(name).decode("utf-8") for name in book.namelist()]
        return "\n".join(found)

    def test_each_recipient_has_one_message(self):
        self.publish()
        people = self.rows("plan/affectations.csv")
        groups = self.rows("plan/groupes.csv")
        trainers = {row[key] for row in groups for key in ("formateur_1", "formateur_2")} - {""}
        self.assertEqual(set(self.messages("participants")), {row["personne"] for row in people})
        self.assertEqual(set(self.messages("formateurs")), trainers)
        self.assertEqual(set(self.messages("etablissements")), set(SCHOOLS))
        for row in people:
            message = self.message(f"participants/{row['personne']}.eml")
            self.assertEqual(message["To"].addresses[0].addr_spec, row["courriel"])
            self.assertEqual(
                message["To"].addresses[0].display_name, f"{row['prenom']} {row['nom']}"
            )
            self.assertEqual(message["From"].addresses[0].addr_spec, SENDER)
        identifiers = [
            message["Message-ID"]
            for folder in ("participants", "formateurs", "etablissements")
            for message in self.messages(folder).values()
        ]
        self.assertEqual(len(set(identifiers)), len(identifiers))

    def test_messages_are_well_formed(self):
        self.publish()
        for path in (self.folder / "courriels").rglob("*.eml"):
            data = path.read_bytes()
            self.assertEqual(data.count(b"\n"), data.count(b"\r\n"))
            self.assertLessEqual(max(map(len, data.split(b"\r\n"))), 78)
            data.decode("ascii")
            message = email.message_from_bytes(data, policy=email.policy.strict)
            for part in message.walk():
                self.assertEqual(part.defects, [])
            self.assertEqual(message["Date"].datetime.isoformat(), "2026-10-20T00:01:00+00:00")

    def test_invitations_are_the_meetings_of_the_plan(self):
        self.publish()
        meetings = self.rows("plan/seances.csv")
        for row in self.rows("plan/affectations.csv"):
            message = self.message(f"participants/{row['personne']}.eml")
            wanted = sorted(
                f"{m['date']}T{m['debut']}".replace("-", "").replace(":", "") + "00"
                for m in meetings
                if m["groupe"] == row["groupe"]
            )
            events = self.events(message, "REQUEST")
            found = [re.search(r"DTSTART;TZID=Europe/Paris:(\S+)", text)[1] for text in events]
            self.assertEqual(sorted(found), wanted)
            for text in events:
                self.assertEqual(re.findall(r"\nMETHOD:(\w+)", text), ["REQUEST"])
                self.assertEqual(len(re.findall(r"\nATTENDEE", text)), 1)
                self.assertIn(f"mailto:{row['courriel']}", text)
                self.assertRegex(text, rf"\nORGANIZER[^\n]*mailto:{SENDER}")

    def test_a_meeting_is_told_once(self):
        self.publish()
        for folder in ("participants", "formateurs"):
            for message in self.messages(folder).values():
                body = message.get_body().get_content()
                for part in self.events(message, "REQUEST"):
                    title = re.search(r"SUMMARY:.* – (.*)", part)[1].strip()
                    date = re.search(r"DTSTART;TZID=Europe/Paris:\d{6}(\d\d)", part)[1]
                    told = re.findall(rf"\w+ {int(date)} novembre 2026, [^\n]*{title}", body)
                    self.assertEqual(len(told), 1, body)

    def test_attachments_are_the_documents_published(self):
        self.publish()
        for school in SCHOOLS:
            parts = {
                part.get_filename(): part.get_payload(decode=True)
                for part in self.message(f"etablissements/{school}.eml").iter_attachments()
            }
            published = (self.folder / "documents").rglob(f"{school}.*")
            self.assertEqual(parts, {path.name: path.read_bytes() for path in published})
            self.assertLessEqual({f"{school}.xlsx", f"{school}.ics"}, set(parts))
        for trainer, message in self.messages("formateurs").items():
            books = {
                part.get_filename(): part.get_payload(decode=True)
                for part in message.iter_attachments()
                if part.get_content_type() != "text/calendar"
            }
            led = [
                row["groupe"]
                for row in self.rows("plan/groupes.csv")
                if trainer in (row["formateur_1"], row["formateur_2"])
            ]
            published = {
                path.name: path.read_bytes()
                for code in [trainer, *led]
                for path in (self.folder / "documents").rglob(f"{code}.*")
                if path.suffix != ".ics"
            }
            self.assertEqual(books, published)
            self.assertLessEqual({f"{trainer}.xlsx", f"{trainer}.pdf"}, set(books))
            body = " ".join(message.get_body().get_content().split())
            self.assertIn("ordre de mission (à signer et à rendre à l'EAFC)", body)

    def test_a_participant_reads_of_nobody_else(self):
        self.publish()
        people = self.rows("plan/affectations.csv")
        for row in people:
            text = self.everything(self.message(f"participants/{row['personne']}.eml"))
            for other in people:
                if other["personne"] != row["personne"]:
                    self.assertNotIn(other["nom"], text)
            self.assertEqual(set(ADDRESS.findall(text)) - {SENDER, row["courriel"]}, set())

    def test_a_school_reads_of_its_own_staff_only(self):
        self.publish()
        people = self.rows("plan/affectations.csv")
        for school in SCHOOLS:
            message = self.message(f"etablissements/{school}.eml")
            text = self.everything(message)
            own = message["To"].addresses[0].addr_spec
            for other in people:
                if other["uai"] != school:
                    self.assertNotIn(other["nom"], text)
            self.assertEqual(set(ADDRESS.findall(text)) - {SENDER, own}, set())

    def test_a_trainer_reads_of_the_own_groups_only(self):
        self.publish()
        groups = self.rows("plan/groupes.csv")
        for trainer, message in self.messages("formateurs").items():
            text = self.everything(message)
            led = {
                row["groupe"]
                for row in groups
                if trainer in (row["formateur_1"], row["formateur_2"])
            }
            for row in self.rows("plan/affectations.csv"):
                self.assertEqual(row["nom"] in text, row["groupe"] in led, row["nom"])

    def test_the_same_version_gives_the_same_bytes(self):
        self.publish()
        before = self.files_below(self.folder / "courriels")
        self.assert_run(OK, "publier", "documents", "--courriels", "courriels")
        self.assertEqual(before, self.files_below(self.folder / "courriels"))

    def test_who_left_the_plan_is_told_by_cancellations(self):
        self.publish()
        before = {row["personne"]: row for row in self.rows("plan/affectations.csv")}
        uids = {
            person: {
                re.search(r"\nUID:(\S+)", text)[1]
                for text in self.events(self.message(f"participants/{person}.eml"), "REQUEST")
            }
            for person in before
        }
        besoins = SMALL["besoins"].splitlines()
        leaver = next(i for i, line in enumerate(besoins) if "Gestionneur3" in line)
        besoins = [
            line + (";deja_forme" if i == 0 else ";oui" if i == leaver else ";non")
            for i, line in enumerate(besoins)
        ]
        (self.folder / "donnees" / "besoins.csv").write_text(
            "\n".join(besoins) + "\n", encoding="utf-8"
        )
        self.run_in("importer", "donnees")
        self.assert_run(OK, "planifier", "--travail", "2000")
        # Twice: what a publication says does not depend on how often it was asked for.
        for _ in range(2):
            result = self.assert_run(
                OK, "publier", "documents", "--courriels", "courriels", "--json"
            )
            self.assert_run(OK, "exporter", "--csv", "plan")
            now = {row["personne"] for row in self.rows("plan/affectations.csv")}
            (gone,) = set(before) - now
            message = self.message(f"participants/{gone}.eml")
            cancelled = self.events(message, "CANCEL")
            self.assertEqual(
                {re.search(r"\nUID:(\S+)", text)[1] for text in cancelled}, uids[gone]
            )
            for text in cancelled:
                self.assertIn("\r\nMETHOD:CANCEL\r\n", text)
                self.assertIn("\r\nSTATUS:CANCELLED\r\n", text)
                self.assertIn("\r\nSEQUENCE:2\r\n", text)
            self.assertEqual(self.events(message, "REQUEST"), [])
            self.assertIn("annulation", message["Subject"])
            self.assertGreaterEqual(result.json["resultat"]["annulations"], len(cancelled))

    def test_who_has_no_address_is_listed(self):
        besoins = SMALL["besoins"].replace("paul.gestionneur2@ac-exemple.fr", "")
        result = self.publish(besoins=besoins)
        (row,) = self.rows("courriels/sans-adresse.csv")
        self.assertEqual(row["genre"], "participants")
        self.assertEqual(row["nom"], "Paul Gestionneur2")
        self.assertEqual(row["motif"], "aucune adresse")
        self.assertFalse((self.folder / "courriels" / "participants" / f"{row['code']}.eml").exists())
        self.assertIn("sans-adresse.csv", result.out)

    def test_names_that_would_break_headers_stay_names(self):
        besoins = SMALL["besoins"].replace(";Ordonneur1;", ';"Été, <x> ""y""; (Bcc:) z";')
        self.publish(besoins=besoins)
        (row,) = [r for r in self.rows("plan/affectations.csv") if "Bcc" in r["nom"]]
        message = self.message(f"participants/{row['personne']}.eml")
        self.assertEqual(len(message["To"].addresses), 1)
        self.assertEqual(message["To"].addresses[0].display_name, f"Anne {row['nom']}")
        self.assertNotIn("Bcc", message)

    def test_without_a_sender_nothing_is_written(self):
        self.ready(parametres=SMALL["parametres"])
        result = self.assert_run(DATA, "publier", "documents", "--courriels", "courriels")
        self.assertIn("courriel_eafc", result.err)
        self.assertFalse((self.folder / "documents").exists())
        self.assertFalse((self.folder / "courriels").exists())

    def test_messages_and_documents_want_two_folders(self):
        self.ready()
        for folder in ("documents", "documents/courriels", "."):
            self.assert_run(USAGE, "publier", "documents", "--courriels", folder)
        self.assertFalse((self.folder / "documents").exists())

    def test_a_folder_with_something_else_is_not_touched(self):
        self.ready()
        (self.folder / "courriels").mkdir()
        (self.folder / "courriels" / "moi.txt").write_text("moi", encoding="utf-8")
        self.assert_run(DATA, "publier", "documents", "--courriels", "courriels")
        self.assertEqual(self.files_below(self.folder / "courriels"), {"moi.txt": b"moi"})


if __name__ == "__main__":
    main()
