/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "outputs/words/letter_words.h"
#include "published.h"

static CoXlsxFile *school_file(const char *uai, CoSampleAmend amend)
{
    g_autofree char *path = g_strdup_printf("etablissements/%s.xlsx", uai);
    return co_published_file(amend, path);
}

/* Establishment A: office of 3, two secretaries in SG-01, F1 its trainer, the head in ORD-01. */
static void test_absences_are_in_the_order_of_the_calendar(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", NULL);
    const char *sheet = "Absences";
    g_autofree char *date = co_xlsx_file_find(file, sheet, "Date");
    static const char *const days[] = {"45603", "45609", "45610", "45616", "45621", "45624", ""};
    for (int i = 0; i < (int)G_N_ELEMENTS(days); i++)
        g_assert_cmpstr(co_xlsx_file_near(file, sheet, date, 0, i + 1), ==, days[i]);
}

static void test_the_office_is_counted_trainers_included(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", NULL);
    const char *sheet = "Absences";
    g_autofree char *date = co_xlsx_file_find(file, sheet, "45609");
    g_assert_cmpstr(
        co_xlsx_file_near(file, sheet, date, 3, 0), ==,
        "Bruno <Tag> & \"Fils\" (SG), Chloé -Tiret (SG), Inès Premier (formation donnée)");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, date, 7, 0), ==, "3");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, date, 8, 0), ==, "0");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, date, 9, 0), ==,
                    "ATTENTION : service fermé, prévoir une permanence");
    co_xlsx_file_assert_found(
        file, sheet,
        "3 personnes sont convoquées. Au plus bas, 0 personne reste sur 3 au service de "
        "gestion (mercredi 13 novembre 2024, journée). Remettez à chacun sa convocation, "
        "onglet « Convocations ».");
}

static void test_the_head_is_not_of_the_office(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", NULL);
    g_autofree char *date = co_xlsx_file_find(file, "Absences", "45610");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 1, 0), ==, "matin");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 3, 0), ==, "Aline =Formule (ORD)");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 7, 0), ==, "0");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 8, 0), ==, "3");
}

static void test_virtual_classes_are_not_absences_unless_asked(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", NULL);
    g_autofree char *date = co_xlsx_file_find(file, "Absences", "45621");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 1, 0), ==, "après-midi");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 3, 0), ==, "");
    g_assert_cmpstr(
        co_xlsx_file_near(file, "Absences", date, 6, 0), ==,
        "Bruno <Tag> & \"Fils\" (SG), Chloé -Tiret (SG), Inès Premier (formation donnée)");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 7, 0), ==, "0");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 9, 0), ==, "");
}

static void count_remote(CoSample *sample)
{
    sample->campaign->parameters.continuity_remote = true;
}

static void test_virtual_classes_count_when_the_campaign_says_so(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", count_remote);
    g_autofree char *date = co_xlsx_file_find(file, "Absences", "45621");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 7, 0), ==, "3");
}

static void test_an_unknown_staff_is_said_to_be_unknown(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800003C", NULL);
    g_assert_cmpstr(co_published_near(file, "Absences", "Service de gestion", 2, 0), ==,
                    "non communiqué");
    g_autofree char *date = co_xlsx_file_find(file, "Absences", "45609");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 8, 0), ==, "?");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 9, 0), ==,
                    "effectif du service non communiqué");
}

static void test_those_without_a_group_are_shown_with_the_reason(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800002B", NULL);
    g_assert_cmpstr(co_published_near(file, "Absences", "Fanny Sansgroupe", 4, 0), ==, "–");
    g_assert_cmpstr(co_published_near(file, "Absences", "Fanny Sansgroupe", 5, 0), ==,
                    "sans groupe à ce jour");
    /* The sample has a second rule, which is no business of the head. */
    g_assert_cmpstr(
        co_published_near(file, "Absences", "Fanny Sansgroupe", 6, 0), ==,
        "le service de gestion serait vidé à une date au moins de chaque groupe possible");
    g_assert_cmpstr(co_published_near(file, "Absences", "Gilles Dejaforme", 5, 0), ==,
                    "déjà formé");
    co_xlsx_file_assert_found(
        file, "Absences",
        "2 personnes sont convoquées. 1 personne n'a pas de groupe à ce jour. Au plus bas, "
        "0 personne reste sur 1 au service de gestion (mercredi 13 novembre 2024, journée). "
        "Remettez à chacun sa convocation, onglet « Convocations ».");
}

static void reserve(CoSample *sample, int person_idx)
{
    CoPerson *person = &sample->campaign->people[person_idx];
    person->id = "R0001";
    person->last_name = person->first_name = person->email = "";
    person->named = false;
    person->reserved = true;
}

static void reserve_seat(CoSample *sample)
{
    reserve(sample, SAMPLE_ASSISTANT);
}

static void reserve_unplaced(CoSample *sample)
{
    reserve(sample, SAMPLE_UNPLACED);
}

static void test_a_reserved_seat_is_to_be_named_and_gets_no_letter(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", reserve_seat);
    const char *sheet = "Absences";
    co_xlsx_file_assert_found(
        file, sheet,
        "2 personnes sont convoquées ; 1 place est réservée, à nommer. Au plus bas, 0 "
        "personne reste sur 3 au service de gestion (mercredi 13 novembre 2024, journée). "
        "Remettez à chacun sa convocation, onglet « Convocations ». Sans nom, pas de "
        "convocation : donnez les noms à l'EAFC.");
    g_assert_cmpstr(co_published_near(file, sheet, "Place réservée (R0001), à nommer", 4, 0), ==,
                    "SG-01");
    const char *letters = co_xlsx_file_sheet(file, "Convocations");
    const char *breaks = strstr(letters, "<rowBreaks ");
    g_assert_nonnull(breaks);
    g_assert_true(g_str_has_prefix(breaks, "<rowBreaks count=\"1\" manualBreakCount=\"1\">"));
    g_autofree char *addressee = co_xlsx_file_find(file, "Convocations", "Place réservée (R0001)");
    g_assert_null(addressee);
}

static void test_a_reserved_seat_without_a_group_is_no_person(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800002B", reserve_unplaced);
    co_xlsx_file_assert_found(
        file, "Absences",
        "2 personnes sont convoquées. 1 place réservée n'a pas de groupe à ce jour. Au plus bas, "
        "0 personne reste sur 1 au service de gestion (mercredi 13 novembre 2024, journée). "
        "Remettez à chacun sa convocation, onglet « Convocations ».");
}

static void test_a_head_count_is_to_be_named_and_gets_no_letter(void)
{
    static const char *const sheets[] = {"Absences", NULL};
    g_autoptr(CoXlsxFile) file = school_file("0800003C", NULL);
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
    g_assert_cmpstr(co_published_near(file, "Absences", "Personnel à nommer (P0008)", 4, 0), ==,
                    "SG-01");
    co_xlsx_file_assert_found(
        file, "Absences",
        "Personne n'est convoqué ; 1 personne a un groupe et reste à nommer. Sans nom, "
        "pas de convocation : donnez les noms à l'EAFC.");
}

static void test_a_silent_establishment_gets_a_notice_and_no_letter(void)
{
    static const char *const sheets[] = {"Absences", NULL};
    g_autoptr(CoXlsxFile) file = school_file("0800004D", NULL);
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
    co_xlsx_file_assert_found(
        file, "Absences",
        "RÉPONSE MANQUANTE : l'établissement n'a pas répondu au recensement des besoins de "
        "formation. Répondez sans délai à l'EAFC. Personne n'est convoqué.");
}

static void test_a_letter_says_all_that_it_must(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", NULL);
    const char *sheet = "Convocations";
    co_xlsx_file_assert_found(file, sheet, "CONVOCATION VALANT ORDRE DE MISSION");
    co_xlsx_file_assert_found(file, sheet, "Établi le vendredi 18 octobre 2024");
    co_xlsx_file_assert_found(file, sheet, "Réf. Plan n° 3 / SG-01 / P0002");
    g_autofree char *name = co_xlsx_file_find(file, sheet, "Bruno <Tag> & \"Fils\"");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, name, 0, 1), ==, "Secrétaire général d'EPLE");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, name, 0, 2), ==,
                    "Lycée des Ormes, Clairval (UAI 0800001A)");
    co_xlsx_file_assert_found(
        file, sheet, "Op@le vague 8 & essais – parcours SG – Secrétaires généraux – groupe SG-01");
    co_xlsx_file_assert_found(file, sheet, "Inès Premier, Inès Second");
    co_xlsx_file_assert_found(file, sheet, "SG-P1 – Budget et structure");
    co_xlsx_file_assert_found(file, sheet, "09:00-12:00 et 13:30-16:30");
    co_xlsx_file_assert_found(file, sheet, "S1, Lycée des Tilleuls");
    co_xlsx_file_assert_found(file, sheet, "https://visio.exemple.fr/sg");
    co_xlsx_file_assert_found(file, sheet, "lien envoyé par l'EAFC");
    co_xlsx_file_assert_found(file, sheet,
                              "Salle S1, Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont");
    co_xlsx_file_assert_found(file, sheet,
                              "Vu et transmis : le chef d'établissement (date, cachet, signature)");
}

static void test_letters_begin_on_a_new_sheet_of_paper(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", NULL);
    const char *breaks = strstr(co_xlsx_file_sheet(file, "Convocations"), "<rowBreaks ");
    g_assert_nonnull(breaks);
    g_assert_true(g_str_has_prefix(breaks, "<rowBreaks count=\"2\" manualBreakCount=\"2\">"));
    /* Whole scale, not "fit to width", under which Excel forgets the breaks. */
    g_assert_null(strstr(co_xlsx_file_sheet(file, "Convocations"), "fitToPage"));
}

/* A paragraph of the letter of one person in a group, by its label. */
static char *paragraph_of(CoSample *sample, int person_idx, int group_idx, const char *label)
{
    g_autoptr(CoTexts) texts = co_texts_load(NULL, NULL);
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(sample->campaign, sample->plan, group_idx);
    g_autoptr(CoExpenses) expenses =
        co_expenses_new(sample->campaign, sample->plan, co_texts_scale(texts));
    const CoCall call = {sample->campaign, &sample->plan->groups[group_idx], agenda, person_idx,
                         expenses};
    g_autoptr(CoHeading) heading =
        co_heading_new(&sample->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Convocation");
    g_auto(CoTextValues) values = {{NULL}};
    co_letter_values(&call, heading, &values);
    g_autoptr(GArray) blocks = co_texts_blocks(texts, CO_TEXT_LETTER, &values);
    for (guint i = 0; i < blocks->len; i++)
        if (g_str_equal(g_array_index(blocks, CoBlock, i).label, label))
            return g_strdup(g_array_index(blocks, CoBlock, i).text);
    return g_strdup("");
}

static char *expenses_of(CoSample *sample, int person_idx, int group_idx)
{
    return paragraph_of(sample, person_idx, group_idx, "Frais");
}

static void test_expenses_are_due_outside_the_commune_only(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autofree char *away = expenses_of(&sample, SAMPLE_SECRETARY, SAMPLE_SG_01);
    g_autofree char *same = expenses_of(&sample, SAMPLE_OTHER, SAMPLE_SG_01);
    g_autofree char *half = expenses_of(&sample, SAMPLE_HEAD, SAMPLE_ORD_01);
    g_autofree char *remote = expenses_of(&sample, SAMPLE_REMOTE, SAMPLE_DIST_01);
    g_assert_true(g_str_has_prefix(away, "OUI : le lieu de formation (Valmont) est hors de la "
                                         "commune de votre résidence administrative (Clairval)"));
    g_assert_nonnull(strstr(away, "Repas de midi : oui, au taux réduit"));
    g_assert_cmpstr(
        same, ==,
        "NON : votre résidence administrative et le lieu de formation sont dans la même "
        "commune (Valmont).");
    g_assert_nonnull(
        strstr(half, "Repas : non, l'absence ne couvre jamais toute la plage de 11 h à 14 h."));
    g_assert_cmpstr(remote, ==, "NON : toutes les séances sont à distance.");
    sample.campaign->rooms[0].canteen = false;
    g_autofree char *full = expenses_of(&sample, SAMPLE_SECRETARY, SAMPLE_SG_01);
    g_assert_nonnull(strstr(full, "au taux plein"));
    sample.campaign->establishments[SAMPLE_SCHOOL_A].place.commune = "";
    g_autofree char *unknown = expenses_of(&sample, SAMPLE_SECRETARY, SAMPLE_SG_01);
    g_assert_true(g_str_has_prefix(unknown, "À confirmer par l'EAFC"));
}

static void test_what_to_bring_follows_the_access_checks(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autofree char *none = paragraph_of(&sample, SAMPLE_SECRETARY, SAMPLE_SG_01, "À prévoir");
    g_autofree char *active = paragraph_of(&sample, SAMPLE_OTHER, SAMPLE_SG_01, "À prévoir");
    g_assert_nonnull(strstr(none, "clé OTP, que vous n'avez pas encore"));
    g_assert_nonnull(strstr(none, "habilitation déclarée ouverte"));
    g_assert_nonnull(strstr(active, "clé OTP (déclarée active)"));
    g_assert_nonnull(strstr(active, "à vérifier auprès de votre chef d'établissement"));
    g_assert_nonnull(strstr(active, "casque et micro"));
}

static void test_a_remote_only_letter_is_no_mission_order_for_a_trip(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800002B", NULL);
    co_xlsx_file_assert_found(
        file, "Convocations",
        "Vous êtes convoqué(e) aux séances ci-dessous, toutes à distance : aucun "
        "déplacement n'est à prévoir.");
}

static void both_away(CoSample *sample)
{
    sample->plan->groups[SAMPLE_ORD_01].meetings[0].day =
        sample->plan->groups[SAMPLE_SG_01].meetings[1].day;
}

static void test_head_and_secretary_away_together_are_pointed_out(void)
{
    g_autoptr(CoXlsxFile) file = school_file("0800001A", both_away);
    g_autofree char *date = co_xlsx_file_find(file, "Absences", "45616");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 1, 0), ==, "matin");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 9, 0), ==,
                    "ATTENTION : direction et secrétariat général absents ensemble");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 0, 1), ==, "45616");
    g_assert_cmpstr(co_xlsx_file_near(file, "Absences", date, 1, 1), ==, "après-midi");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/schools/order", test_absences_are_in_the_order_of_the_calendar);
    g_test_add_func("/schools/office", test_the_office_is_counted_trainers_included);
    g_test_add_func("/schools/head", test_the_head_is_not_of_the_office);
    g_test_add_func("/schools/remote", test_virtual_classes_are_not_absences_unless_asked);
    g_test_add_func("/schools/remote-counted",
                    test_virtual_classes_count_when_the_campaign_says_so);
    g_test_add_func("/schools/unknown-staff", test_an_unknown_staff_is_said_to_be_unknown);
    g_test_add_func("/schools/unplaced", test_those_without_a_group_are_shown_with_the_reason);
    g_test_add_func("/schools/silent", test_a_silent_establishment_gets_a_notice_and_no_letter);
    g_test_add_func("/schools/reserved", test_a_reserved_seat_is_to_be_named_and_gets_no_letter);
    g_test_add_func("/schools/reserved-waiting", test_a_reserved_seat_without_a_group_is_no_person);
    g_test_add_func("/schools/head-count", test_a_head_count_is_to_be_named_and_gets_no_letter);
    g_test_add_func("/schools/heads", test_head_and_secretary_away_together_are_pointed_out);
    g_test_add_func("/schools/letter/content", test_a_letter_says_all_that_it_must);
    g_test_add_func("/schools/letter/paper", test_letters_begin_on_a_new_sheet_of_paper);
    g_test_add_func("/schools/letter/expenses", test_expenses_are_due_outside_the_commune_only);
    g_test_add_func("/schools/letter/bring", test_what_to_bring_follows_the_access_checks);
    g_test_add_func("/schools/letter/remote",
                    test_a_remote_only_letter_is_no_mission_order_for_a_trip);
    return g_test_run();
}
