# SPDX-License-Identifier: GPL-3.0-or-later
"""What one plan changes to another, published alone: files, list, messages, what is refused."""
import csv
import email
import email.policy
import hashlib
import io
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
from program import (  # noqa: E402
    DATA,
    OK,
    PROBLEMS,
    SCHOOLS,
    SMALL,
    USAGE,
    ProgramTest,
    main,
    write_campaign,
)

WITH_SENDER = SMALL["parametres"] + "courriel_eafc;eafc@ac-exemple.fr\n"
LEAVER = f"{SCHOOLS[3]};SG;Gestionneur3;Paul;paul.gestionneur3@ac-exemple.fr;\n"
WITHOUT_LEAVER = SMALL["besoins"].replace(LEAVER, "")
COLUMNS = (
    "destinataire;code;nom;courriel;nature;concerne;groupe_avant;groupe;module;date_avant;"
    "demi_avant;date;demi;phrase;fichiers"
).split(";")


class Difference(ProgramTest):
    def published(self, **changes):
        """Plan 1, published in documents."""
        self.small(parametres=WITH_SENDER, **changes)
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.assert_run(OK, "publier", "documents")

    def replanned(self, **changes):
        """Plan 2, of data changed since."""
        write_campaign(self.folder / "donnees", parametres=WITH_SENDER, **changes)
        self.run_in("importer", "donnees")
        self.run_in("planifier", "--travail", "2000")

    def somebody_left(self):
        self.published()
        self.replanned(besoins=WITHOUT_LEAVER)

    def rows(self, path="changements/changements.csv"):
        text = (self.folder / path).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))

    def manifest(self, folder):
        return {row["chemin"]: row["sha256"] for row in self.rows(f"{folder}/MANIFESTE.csv")}

    def book_text(self, name):
        with zipfile.ZipFile(self.folder / name) as book:
            return "\n".join(book.read(part).decode("utf-8") for part in book.namelist())

    def test_only_what_changed_is_written_and_as_it_would_be(self):
        self.somebody_left()
        result = self.assert_run(OK, "publier", "--difference", "1", "2", "changements")
        self.assertIn("Du plan 1 au plan 2", result.out)
        self.assertIn("Le plan est noté comme publié.", result.out)
        self.assert_run(OK, "publier", "entier")
        changed, whole = self.manifest("changements"), self.manifest("entier")
        for name, digest in changed.items():
            data = (self.folder / "changements" / name).read_bytes()
            self.assertEqual(hashlib.sha256(data).hexdigest(), digest)
            if not name.startswith("changements."):
                self.assertEqual(whole[name], digest)
        self.assertIn("calendrier.xlsx", changed)
        self.assertIn(f"etablissements/{SCHOOLS[3]}.xlsx", changed)
        self.assertIn("groupes/SG-01.xlsx", changed)
        self.assertNotIn("groupes/ORD-01.xlsx", changed)
        self.assertNotIn(f"etablissements/{SCHOOLS[0]}.xlsx", changed)

    def test_who_left_the_data_is_told_by_name(self):
        self.somebody_left()
        self.assert_run(OK, "publier", "--difference", "1", "2", "changements")
        rows = self.rows()
        self.assertEqual(list(rows[0]), COLUMNS)
        told = [row for row in rows if row["destinataire"] == "participant"]
        self.assertEqual(
            [(row["nom"], row["courriel"], row["nature"]) for row in told],
            [("Paul Gestionneur3", "paul.gestionneur3@ac-exemple.fr", "fin_convocation")],
        )
        schools = {row["code"] for row in rows if row["destinataire"] == "etablissement"}
        self.assertEqual(schools, {SCHOOLS[3]})
        leaving = [row for row in rows if row["nature"] == "depart"]
        self.assertTrue(leaving)
        for row in leaving:
            self.assertEqual(row["destinataire"], "formateur")
            self.assertEqual(row["phrase"], "Paul Gestionneur3 quitte le groupe SG-01")
            self.assertIn("groupes/SG-01.xlsx", row["fichiers"])

    def test_a_trainer_and_a_room_taken_out_of_the_data_are_told_by_their_codes(self):
        self.published()
        self.assert_run(OK, "exporter", "--csv", "plan")
        gone = next(row["formateur_1"] for row in self.rows("plan/groupes.csv")
                    if row["groupe"] == "SG-01")
        self.replanned(
            formateurs="".join(line for line in SMALL["formateurs"].splitlines(keepends=True)
                               if not line.startswith(f"{gone};")),
            salles=SMALL["salles"].replace("S1;", "S2;"),
        )
        self.assert_run(OK, "publier", "--difference", "1", "2", "changements",
                        "--courriels", "courriels")
        rows = self.rows()
        told = [row for row in rows if row["destinataire"] == "formateur" and row["code"] == gone]
        self.assertTrue(told)
        for row in told:
            self.assertEqual((row["nom"], row["courriel"], row["fichiers"]), (gone, "", ""))
            self.assertEqual(row["nature"], "fin_animation")
        sites = [row for row in rows if row["destinataire"] == "site"]
        self.assertEqual({row["nature"] for row in sites if row["code"] == "S1"},
                         {"seance_annulee"})
        self.assertEqual({row["nature"] for row in sites if row["code"] == "S2"},
                         {"seance_ajoutee"})
        without = self.rows("courriels/sans-adresse.csv")
        self.assertIn(("formateurs", gone), {(row["genre"], row["code"]) for row in without})

    def test_somebody_new_is_called_and_the_group_told(self):
        self.small(parametres=WITH_SENDER, besoins=WITHOUT_LEAVER)
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.assert_run(OK, "publier", "documents")
        self.replanned()
        self.assert_run(OK, "publier", "--difference", "1", "2", "changements")
        rows = self.rows()
        told = [row for row in rows if row["destinataire"] == "participant"]
        self.assertEqual([(row["nature"], row["nom"]) for row in told],
                         [("convocation", "Paul Gestionneur3")])
        self.assertEqual(told[0]["fichiers"],
                         f"convocations/{SCHOOLS[3]}.pdf, groupes/SG-01.ics")
        self.assertEqual({row["nature"] for row in rows if row["destinataire"] == "formateur"},
                         {"arrivee"})

    def test_the_plan_is_then_what_readers_hold(self):
        self.somebody_left()
        result = self.assert_run(OK, "--json", "publier", "--difference", "1", "2", "changements")
        found = result.json["resultat"]
        self.assertEqual(found["difference"]["avant"], 1)
        self.assertEqual(found["difference"]["apres"], 2)
        self.assertEqual(found["difference"]["a_prevenir"]["participants"], 1)
        self.assertEqual(found["difference"]["a_prevenir"]["etablissements"], 1)
        self.assertFalse(found["difference"]["vide"])
        self.assertTrue(found["publie"])
        state = self.assert_run(OK, "--json", "etat").json["resultat"]
        self.assertEqual([p["version"] for p in state["plans"] if p["publie"]], [2])
        again = self.assert_run(OK, "publier", "--difference", "1", "2", "changements")
        self.assertIn("Le plan est noté comme publié.", again.out)

    def test_the_same_difference_twice_is_the_same_bytes(self):
        self.somebody_left()
        self.assert_run(OK, "publier", "changements-a", "--difference", "1", "2")
        self.assert_run(OK, "publier", "--difference", "1", "2", "changements-b")
        self.assertEqual(
            self.files_below(self.folder / "changements-a"),
            self.files_below(self.folder / "changements-b"),
        )

    def test_nothing_changed_is_said_and_is_no_failure(self):
        self.published()
        self.assert_run(OK, "planifier", "--travail", "2000")
        result = self.assert_run(OK, "publier", "--difference", "1", "2", "changements")
        self.assertIn("Rien ne change du plan 1 au plan 2 : personne n'est à prévenir.", result.out)
        self.assertEqual(set(self.manifest("changements")),
                         {"changements.csv", "changements.xlsx"})
        self.assertEqual(self.rows(), [])
        self.assertIn("personne n'est à prévenir", self.book_text("changements/changements.xlsx"))

    def test_a_plan_nobody_holds_is_compared_and_not_published(self):
        self.small(parametres=WITH_SENDER)
        self.assert_run(OK, "planifier", "--travail", "2000")
        self.replanned(besoins=WITHOUT_LEAVER)
        result = self.assert_run(OK, "publier", "--difference", "1", "2", "changements")
        self.assertIn("aucun plan n'est publié", result.err)
        self.assertNotIn("noté comme publié", result.out)
        self.assert_run(OK, "publier", "--version", "2", "documents")
        self.replanned()
        result = self.assert_run(OK, "publier", "--difference", "1", "3", "changements")
        self.assertIn("le dernier publié est le plan 2", result.err)
        result = self.run_in("publier", "--difference", "1", "3", "autres", "--courriels",
                             "courriels")
        self.assertEqual(result.code, DATA, result.err)
        self.assertIn("Les destinataires ne détiennent pas le plan 1", result.err)
        self.assertIn("--difference 2 3", result.err)
        self.assertFalse((self.folder / "courriels").exists())
        self.assertFalse((self.folder / "autres").exists())

    def test_messages_go_to_those_who_must_be_told(self):
        self.somebody_left()
        result = self.assert_run(OK, "publier", "--difference", "1", "2", "changements",
                                 "--courriels", "courriels")
        self.assertIn("annulation", result.out)
        found = sorted(path.relative_to(self.folder / "courriels").as_posix()
                       for path in (self.folder / "courriels").rglob("*.eml"))
        people = [name for name in found if name.startswith("participants/")]
        self.assertEqual(len(people), 1)
        self.assertEqual([name for name in found if name.startswith("etablissements/")],
                         [f"etablissements/{SCHOOLS[3]}.eml"])
        message = email.message_from_bytes((self.folder / "courriels" / people[0]).read_bytes(),
                                           policy=email.policy.default)
        self.assertEqual(message["To"].addresses[0].addr_spec, "paul.gestionneur3@ac-exemple.fr")
        body = message.get_body().get_content()
        self.assertIn("Ce qui change pour vous depuis l'envoi précédent :", body)
        self.assertIn("- Convocation dans le groupe SG-01 annulée", body)
        methods = [part.get_param("method") for part in message.iter_attachments()
                   if part.get_content_type() == "text/calendar"]
        self.assertEqual(set(methods), {"CANCEL"})
        school = (self.folder / "courriels" / "etablissements" / f"{SCHOOLS[3]}.eml").read_bytes()
        text = email.message_from_bytes(school, policy=email.policy.default).get_body()
        self.assertIn("Ce qui change pour votre établissement", text.get_content())
        trainers = [name for name in found if name.startswith("formateurs/")]
        self.assertEqual(len(trainers), 2)

    def test_messages_of_nothing_are_none(self):
        self.published()
        self.assert_run(OK, "planifier", "--travail", "2000")
        result = self.assert_run(OK, "publier", "--difference", "1", "2", "changements",
                                 "--courriels", "courriels")
        self.assertIn("0 courriel", result.out)
        self.assertEqual(list((self.folder / "courriels").rglob("*.eml")), [])

    def assert_usage(self, words, *arguments):
        result = self.assert_run(USAGE, "publier", *arguments)
        self.assertIn(words, result.err)
        self.assertFalse((self.folder / "changements").exists())

    def test_versions_that_make_no_difference_are_refused(self):
        self.published()
        self.assert_usage("Un plan ne diffère pas de lui-même.", "--difference", "1", "1",
                          "changements")
        self.assert_usage("Le premier plan de --difference est l'ancien", "--difference", "2", "1",
                          "changements")
        self.assert_usage("« deux » n'est pas un numéro de version.", "--difference", "1", "deux",
                          "changements")
        self.assert_usage("prend deux numéros", "changements", "--difference", "1")
        self.assert_usage("Il manque la valeur", "changements", "--difference")
        self.assert_usage("Il manque DOSSIER", "--difference", "1", "2")
        self.assert_usage("elle exclut --version", "--difference", "1", "2", "changements",
                          "--version", "2")
        self.assert_usage("elle exclut --difference", "--apercu", "--difference", "1", "2")
        result = self.run_in("publier", "--difference", "1", "2", "changements")
        self.assertNotEqual(result.code, OK)
        self.assertIn("plan", result.err)
        self.assertFalse((self.folder / "changements").exists())

    def test_whole_publications_and_differences_do_not_replace_one_another(self):
        self.somebody_left()
        whole = self.files_below(self.folder / "documents")
        result = self.run_in("publier", "--difference", "1", "2", "documents")
        self.assertNotEqual(result.code, OK)
        self.assertIn("autre sorte de publication", result.err)
        self.assertEqual(self.files_below(self.folder / "documents"), whole)
        self.assert_run(OK, "publier", "--difference", "1", "2", "changements")
        changes = self.files_below(self.folder / "changements")
        result = self.run_in("publier", "changements")
        self.assertIn("autre sorte de publication", result.err)
        self.assertEqual(self.files_below(self.folder / "changements"), changes)

    def test_a_plan_that_the_data_no_longer_hold_is_told(self):
        self.published()
        self.replanned(modules=SMALL["modules"].replace("S-V1", "S-V9"))
        result = self.run_in("publier", "--difference", "1", "2", "changements")
        self.assertEqual(result.code, DATA, result.err)
        self.assertIn("Le plan 1 cite un parcours, un module ou une académie", result.err)
        self.assertFalse((self.folder / "changements").exists())

    def test_a_new_plan_that_no_longer_holds_is_refused(self):
        self.somebody_left()
        write_campaign(self.folder / "donnees", parametres=WITH_SENDER,
                       fermetures="debut;fin\n09/11/2026;20/11/2026\n")
        self.run_in("importer", "donnees")
        result = self.run_in("publier", "--difference", "1", "2", "changements")
        self.assertEqual(result.code, PROBLEMS, result.err)
        self.assertFalse((self.folder / "changements").exists())


if __name__ == "__main__":
    main()
