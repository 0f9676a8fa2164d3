# SPDX-License-Identifier: GPL-3.0-or-later
"""The raw survey of the demonstration campaign, its dirt, and the clean tables it must give."""
from collections import Counter
from datetime import datetime, timedelta

BLOCKS = 8
NBSP = "\u00a0"
SERVICE_COLUMNS = ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ",
                   "Tête de série", "Date de lancement", "Date de la dernière action",
                   "Code UAI de votre établissement ", "Nom de l’établissement",
                   "Adresse électronique du chef d'établissement",
                   "Effectif du service de gestion (secrétaire général compris)",
                   "Date de prise de fonction du chef d'établissement",
                   "Nombre de personnels à former"]
PERSON_COLUMNS = ("Nom", "Prénom", "Fonction", "Courriel", "Indisponibilités")
# How people write their function; the first of each pair for a man, the second for a woman.
SPELLINGS = {
    "ORD": [("Principal", "PRINCIPALE"), ("chef d'établissement", "Cheffe d’établissement"),
            ("principal ", "Principale"), ("Ordonnateur", "ordonnatrice "),
            ("CHEF D'ETABLISSEMENT", "cheffe d'etablissement")],
    "ORD of a lycee": [("Proviseur", "Proviseure"), ("Chef d'établissement", "PROVISEURE"),
                       ("proviseur", "ordonnatrice")],
    "SG": [("Secrétaire général d’EPLE", "Secrétaire générale"), ("SG", "SG d'EPLE"),
           ("adjoint gestionnaire", "ADJOINTE-GESTIONNAIRE"), ("secretaire general", "AG"),
           (f"Secrétaire{NBSP}général", "Secrétaire générale d'EPLE"),
           ("Sg", "adjointe-gestionnaire")],
    "ASG": [("Assistant de gestion", "assistante de gestion"),
            ("Personnel d’intendance", "SECRETAIRE D'INTENDANCE"), ("intendance", "ASG"),
            ("secrétaire d'intendance", "Secrétaire de gestion "),
            (f"Assistant de{NBSP}gestion", "Assistante de gestion")],
    "DDFPT": [("DDFPT", "Directrice déléguée aux formations")],
    "AC": [("Agent comptable", "Agente comptable"), ("agent-comptable", "AGENTE COMPTABLE")],
    "FP": [("fondé de pouvoir", "Fondée de pouvoirs")],
    "ASC": [("assistant comptable", "assistante comptable"), ("SC", "Secrétaire comptable")],
}
COMMENTS = ["=SOMME(A1:A9)", "RAS", "-2", "@MOYENNE(2;4)", "+33 : rappeler le standard", "  ",
            "N/A",
            "Un agent arrive en novembre.\nVoir avec la direction ; \"mi-temps\" à confirmer.",
            f"Véhicule partagé souhaité{NBSP}: nous sommes trois"]


class Answer:
    """One line of the export: a school, what it wrote, and how badly it wrote it."""

    def __init__(self, school, staff):
        self.school, self.staff = school, staff
        self.uai, self.pages, self.submitted = school.uai, 4, True
        self.comment = self.noise = ""
        self.absences = {}
        self.empty = False
        self.number = 0


class Survey:
    def __init__(self, draw, people):
        self.draw, self.people = draw, people
        self.answers, self.rejects, self.needs = [], [], []
        self.corrected = 0
        self.rank = Counter()

    def build(self, answering, outsider):
        self.final = [Answer(s, list(s.staff)) for s in self.draw.shuffled(answering)]
        self.share_an_accountant(answering)
        self.choose_alias(answering)
        early = self.early_versions()
        twice = next(a for a in self.final if len(a.staff) == 2 and a.school.is_college)
        self.repeat_a_person(twice)
        self.stranger = self.foreign_answer(outsider)
        self.answers = self.ordered(early)
        for number, answer in enumerate(self.answers):
            answer.number = number + 1 + number // 5 + number // 17
        self.misspell_codes()
        self.add_noise()
        self.list_rejects(early)
        self.list_needs(answering)

    def ordered(self, early):
        """Early versions come first half, their final answer after all the others."""
        late_schools = {answer.school for answer, _ in early}
        late = [a for a in self.final if a.school in late_schools]
        usual = [a for a in self.final if a.school not in late_schools]
        # The school that names the accountant of its agency answers before the agency.
        first, second = self.shared_by, self.shared_seat
        i, j = usual.index(first), usual.index(second)
        if i > j:
            usual[i], usual[j] = usual[j], usual[i]
        for rank, (answer, _) in enumerate(early):
            usual.insert(3 + 5 * rank, answer)
        usual.insert(len(usual) // 2, self.stranger)
        return usual + late

    def share_an_accountant(self, answering):
        """A school lists the accountant of its agency, whose seat lists them too."""
        seat = next(s for s in answering if s.town == "Mâcon" and not s.is_college)
        member = next(s for s in answering if s.agency is seat and s is not seat)
        self.shared = next(p for p in seat.staff if p.role == "AC")
        self.shared_seat = next(a for a in self.final if a.school is seat)
        self.shared_by = next(a for a in self.final if a.school is member)
        self.shared_by.staff.append(self.shared)

    def choose_alias(self, answering):
        """One general secretary writes the ambiguous word; the alias of the role decides."""
        colleges = [s for s in answering if s.is_college and len(s.staff) == 3]
        school = next(s for s in self.draw.shuffled(colleges)
                      if any(p.role == "SG" for p in s.staff))
        self.alias_person = next(p for p in school.staff if p.role == "SG")

    def early_versions(self):
        """Three answers given twice and two never submitted, with the reason of their rejection."""
        blocked = (self.shared_by, self.shared_seat)
        free = [a for a in self.final if len(a.staff) >= 3 and a not in blocked
                and self.alias_person not in a.staff and a.staff[0].role == "ORD"
                and a.school.is_college]
        added, removed, changed, abandoned, half = free[:5]
        versions = [(Answer(added.school, added.staff[:-1]), True)]
        leaver = self.people.next()
        leaver.role = "ASG"
        versions.append((Answer(removed.school, removed.staff + [leaver]), True))
        other = Answer(changed.school, list(changed.staff))
        other.absences = {changed.staff[0]: "jeudi", changed.staff[1]: "jeudi|26/11/2026"}
        versions.append((other, True))
        versions.append((Answer(abandoned.school, []), False))
        versions[-1][0].empty = True
        versions.append((Answer(half.school, half.staff[:1]), False))
        for page, (answer, submitted) in zip((4, 4, 4, 1, 2), versions):
            answer.pages, answer.submitted = page, submitted
        return [versions[i] for i in (0, 3, 1, 4, 2)]

    def repeat_a_person(self, answer):
        self.twice = answer
        answer.staff.append(answer.staff[1])

    def foreign_answer(self, school):
        staff = []
        for role in ("ORD", "SG", "ASG"):
            staff.append(self.people.next())
            staff[-1].role = role
        school.office = 2
        return Answer(school, staff)

    def misspell_codes(self):
        def lowered(code):
            return code.lower()

        def spaced(code):
            return f"{code[:3]} {code[3:7]} {code[7]}"

        def letter_o(code):
            return code.replace("0", "O", 1)

        def lower_o(code):
            return code.lower().replace("0", "o") + " "

        def hard_space(code):
            return code + NBSP

        usual = [a for a in self.final if a is not self.twice]
        for rank, change in enumerate((lowered, spaced, letter_o, lower_o, hard_space)):
            usual[4 + 7 * rank].uai = change(usual[4 + 7 * rank].uai)
            self.corrected += 1

    def add_noise(self):
        for rank, answer in enumerate(self.answers):
            if rank % 9 == 4:
                answer.noise = "spaces"
            elif rank % 11 == 6:
                answer.noise = "capitals"
        for rank, comment in enumerate(COMMENTS):
            self.final[3 + 6 * rank].comment = comment

    def list_rejects(self, early):
        for answer, submitted in early:
            reason = ("remplacée par une réponse complète plus récente" if submitted
                      else "réponse non soumise, complétée plus tard")
            self.rejects.append((answer.number, answer.school.uai, reason))
        self.rejects.append((self.twice.number, self.twice.staff[1].mail,
                             "personne citée deux fois dans la réponse"))
        self.rejects.append((self.stranger.number, self.stranger.uai, "UAI hors de la vague"))
        self.rejects.append((self.shared_by.number, self.shared.mail,
                             f"personne déjà comptée dans {self.shared_seat.school.uai} "
                             "(même courriel)"))
        self.rejects.sort()

    def list_needs(self, answering):
        for school in sorted(answering, key=lambda s: s.uai):
            self.needs += [(school.uai, p.role, p.surname, p.first_name, p.mail, "", p.absences,
                            "", "", "") for p in school.staff]

    # --- the file ---

    def spelling(self, person, school):
        if person is self.alias_person:
            return "gestionnaire"
        key = person.role
        if key == "ORD" and not school.is_college:
            key = "ORD of a lycee"
        self.rank[key] += 1
        return SPELLINGS[key][self.rank[key] % len(SPELLINGS[key])][person.woman]

    def person_cells(self, answer, person, again):
        surname, first_name, mail = person.surname, person.first_name, person.mail
        absences = answer.absences.get(person, person.absences)
        if answer.noise == "spaces":
            surname, first_name = surname + NBSP + " ", " " + first_name
            absences = absences.capitalize() + " " if absences else ""
        if answer.noise == "capitals":
            mail = mail.replace("ac-exemple.fr", "AC-EXEMPLE.FR ")
        if again:
            mail = mail.capitalize()
        return [surname, first_name, self.spelling(person, answer.school), mail, absences]

    def answer_cells(self, answer, clock):
        begin = clock - timedelta(minutes=6 + self.draw.below(20), seconds=self.draw.below(60))
        arrival = datetime(2019 + self.draw.below(8), 9, 1)
        form = "%Y-%m-%d" if self.draw.one_in(2) else "%d/%m/%Y"
        office, count = answer.school.office, len(answer.staff)
        cells = [answer.number, f"{clock}" if answer.submitted else "", answer.pages, "fr",
                 100000000 + self.draw.below(1900000000), begin, clock, answer.uai,
                 answer.school.name, answer.school.mail, office, arrival.strftime(form), count]
        if answer.empty:
            cells[10:13] = ["", "", ""]
        hidden = "N/A" if answer.empty or self.draw.one_in(2) else ""
        for rank, person in enumerate(answer.staff):
            block = self.person_cells(answer, person, person in answer.staff[:rank])
            block[4] = block[4] or hidden
            cells += block
        cells += ["N/A" if hidden or self.draw.one_in(2) else ""] * 5 * (BLOCKS - count)
        return cells + [answer.comment]

    def header(self):
        cells = list(SERVICE_COLUMNS)
        for number in range(1, BLOCKS + 1):
            gap = {3: "  ", 6: NBSP}.get(number, " ")
            cells += [f"Personnel {number}{gap}[{name}]" for name in PERSON_COLUMNS]
        return cells + [f"Commentaire{NBSP}libre"]

    def write(self, target):
        """LimeSurvey: BOM, ;, every field quoted, CRLF, an empty line at the end."""
        clock, lines = datetime(2026, 9, 22, 9, 12, 0), [self.header()]
        for answer in self.answers:
            lines.append(self.answer_cells(answer, clock))
            clock += timedelta(minutes=18 + self.draw.below(75), seconds=self.draw.below(60))
            while clock.weekday() > 4 or clock.hour >= 18:
                clock = clock.replace(hour=8, minute=15 + self.draw.below(40)) + timedelta(days=1)
        text = "".join(";".join('"' + str(c).replace('"', '""') + '"' for c in line) + "\r\n"
                       for line in lines)
        (target / "enquete.csv").write_bytes(b"\xef\xbb\xbf" + (text + "\r\n").encode("utf-8"))
        clean = target / "attendu"
        clean.mkdir(parents=True, exist_ok=True)
        write_clean(clean / "besoins.csv", "uai;role;nom;prenom;courriel;nombre;indisponibilites;"
                    "priorite;deja_forme;amenagement", self.needs)
        write_clean(clean / "rejets.csv", "reponse;valeur;motif", self.rejects)


def write_clean(path, header, rows):
    lines = [header] + [";".join(str(cell) for cell in row) for row in rows]
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


def expected_rows(survey, wave, silent):
    """The clean counts an importer must find, `cle;valeur`."""
    roles = Counter(need[1] for need in survey.needs)
    entering = Counter((school.wave, school.is_college) for school in wave)
    ordering = sum(roles[role] for role in ("ORD", "SG", "ASG", "DDFPT"))
    paths = {"ORD": (roles["ORD"], 24), "SG": (roles["SG"], 24),
             "GEST": (roles["ASG"] + roles["DDFPT"], 24),
             "COMPTA": (len(survey.needs) - ordering, 16)}
    answered = 100 * len(survey.final) / len(wave)
    rows = [("cle", "valeur"), ("etablissements", len(wave)),
            ("etablissements_V12", entering["V12", True] + entering["V12", False]),
            ("etablissements_V11", entering["V11", True] + entering["V11", False]),
            ("colleges_V12", entering["V12", True]), ("lycees_V12", entering["V12", False]),
            ("support_greta", next(s.uai for s in wave if s.greta)),
            ("agences", len({s.agency for s in wave})),
            ("etablissements_repondants", len(survey.final)),
            ("etablissement_sans_reponse", silent.uai),
            ("taux_reponse_pourcent", f"{answered:.2f}".replace(".", ",")),
            ("lignes_enquete", len(survey.answers)), ("reponses_retenues", len(survey.final)),
            ("etablissements_repondu_deux_fois",
             sum("remplacée" in reason for _, _, reason in survey.rejects)),
            ("reponses_non_soumises", sum(not a.submitted for a in survey.answers)),
            ("uai_hors_vague", 1), ("uai_hors_vague_valeur", survey.stranger.school.uai),
            ("uai_corriges", survey.corrected), ("personnes_en_double_dans_une_reponse", 1),
            ("personnes_dans_deux_etablissements", 1),
            ("courriel_dans_deux_etablissements", survey.shared.mail),
            ("etablissement_retenu_pour_ce_courriel", survey.shared_seat.school.uai),
            ("fonction_resolue_par_alias_gestionnaire", survey.alias_person.mail)]
    rows += [(role, roles[role]) for role in ("ORD", "SG", "ASG", "DDFPT", "AC", "FP", "ASC")]
    rows += [("sphere_ordo", ordering), ("sphere_compta", len(survey.needs) - ordering),
             ("personnes", len(survey.needs)), ("formateurs", 26), ("salles", 8),
             ("jours_fm1", 24), ("semaines_fm1", 5)]
    for path, (persons, largest) in paths.items():
        rows += [(f"personnes_{path}", persons), (f"capacite_max_groupe_{path}", largest),
                 (f"groupes_minimum_{path}", -(-persons // largest))]
    return rows
