/* SPDX-License-Identifier: GPL-3.0-or-later */
/* formateurs/<formateur>.xlsx: own meetings, rosters, mission order, hours and pay. In the sample
 * F1 leads SG-01 with F2 and DIST-01 alone, F2 leads SG-01 and ORD-01. */
#include <glib/gstdio.h>

#include <string.h>

#include "published.h"

static CoXlsxFile *trainer_file(const char *code, CoSampleAmend amend)
{
    g_autofree char *path = g_strdup_printf("formateurs/%s.xlsx", code);
    return co_published_file(amend, path);
}

static void test_there_is_a_sheet_for_each_thing_and_each_group(void)
{
    static const char *const both[] = {
        "Agenda", "SG-01", "DIST-01", "Ordre de mission", "Heures et paiement", NULL};
    g_autoptr(CoXlsxFile) file = trainer_file("F1", NULL);
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), both));
}

static void test_the_agenda_is_in_the_order_of_the_calendar(void)
{
    static const char *const days[] = {"45609", "45616", "45621", "45624", ""};
    g_autoptr(CoXlsxFile) file = trainer_file("F1", NULL);
    g_autofree char *date = co_xlsx_file_find(file, "Agenda", "Date");
    for (int i = 0; i < (int)G_N_ELEMENTS(days); i++)
        g_assert_cmpstr(co_xlsx_file_near(file, "Agenda", date, 0, i + 1), ==, days[i]);
}

static void test_a_line_of_the_agenda_says_when_where_and_with_whom(void)
{
    static const char *const cells[] = {
        "0.375",       "0.6875", "0.25",
        "2",           "SG-01",  "SG-P1 – Budget et structure",
        "présentiel",  "oui",    "Salle S1, Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont",
        "Inès Second", "4"};
    g_autoptr(CoXlsxFile) file = trainer_file("F1", NULL);
    g_autofree char *date = co_xlsx_file_find(file, "Agenda", "45609");
    for (int i = 0; i < (int)G_N_ELEMENTS(cells); i++)
        g_assert_cmpstr(co_xlsx_file_near(file, "Agenda", date, i + 1, 0), ==, cells[i]);
    g_autofree char *remote = co_xlsx_file_find(file, "Agenda", "45621");
    g_assert_cmpstr(co_xlsx_file_near(file, "Agenda", remote, 9, 0), ==,
                    "https://visio.exemple.fr/sg");
    g_assert_cmpstr(co_published_near(file, "Agenda", "Service", 2, 0), ==,
                    "6 demi-journées (18 h), sur 9 au plus");
    g_assert_cmpstr(co_published_near(file, "Agenda", "Résidence administrative", 2, 0), ==,
                    "Lycée des Peupliers (UAI 0800001A)");
}

static void free_service(CoSample *sample)
{
    sample->campaign->trainers[0].max_half_days = -1;
}

static void test_one_who_leads_alone_has_no_partner(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F1", free_service);
    g_autofree char *alone = co_xlsx_file_find(file, "Agenda", "45624");
    g_assert_cmpstr(co_xlsx_file_near(file, "Agenda", alone, 10, 0), ==, "–");
    g_assert_cmpstr(co_xlsx_file_near(file, "Agenda", alone, 9, 0), ==,
                    "lien à envoyer aux participants");
    g_assert_cmpstr(co_published_near(file, "Agenda", "Service", 2, 0), ==,
                    "6 demi-journées (18 h), sans limite fixée");
}

static void test_a_roster_is_that_of_the_group(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F2", NULL);
    g_autoptr(CoXlsxFile) group = co_published_file(NULL, "groupes/SG-01.xlsx");
    static const char *const names[] = {"@Ailleurs", "<Tag> & \"Fils\"", "-Tiret"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        for (int right = 1; right < 10; right++)
            g_assert_cmpstr(co_published_near(file, "SG-01", names[i], right, 0), ==,
                            co_published_near(group, "Participants", names[i], right, 0));
}

static void test_the_order_says_all_that_it_must(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F2", NULL);
    const char *sheet = "Ordre de mission";
    co_xlsx_file_assert_found(file, sheet, "ORDRE DE MISSION");
    co_xlsx_file_assert_found(file, sheet, "Établi le vendredi 18 octobre 2024");
    co_xlsx_file_assert_found(file, sheet, "Réf. Plan n° 3 / F2");
    co_xlsx_file_assert_found(file, sheet, "Inès Second");
    co_xlsx_file_assert_found(file, sheet, "Secrétaire général d'EPLE");
    co_xlsx_file_assert_found(file, sheet, "Lycée des Peupliers (UAI 0809999Z)");
    co_xlsx_file_assert_found(file, sheet, "Sous couvert du chef d'établissement");
    co_xlsx_file_assert_found(file, sheet,
                              "Pour l'académie, l'école académique de la formation continue");
    g_assert_cmpstr(co_published_near(file, sheet, "Groupes", 1, 0), ==,
                    "SG-01, ORD-01 ; en binôme avec Inès Premier");
    g_assert_cmpstr(co_published_near(file, sheet, "Période", 1, 0), ==,
                    "du mercredi 13 novembre 2024 au lundi 25 novembre 2024 : 18 h d'animation, "
                    "soit 6 demi-journées (15 h en présentiel, 3 h à distance)");
    g_assert_cmpstr(co_published_near(file, sheet, "Lieu", 1, 0), ==,
                    "Salle S1, Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont – mer. 13 nov., "
                    "jeu. 14 nov., mer. 20 nov.");
    g_assert_true(co_xlsx_file_holds(file, "décret n° 2006-781"));
}

static void test_the_dates_of_the_order_are_those_of_the_calls(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F2", NULL);
    const char *sheet = "Ordre de mission";
    static const char *const cells[][6] = {
        {"45609", "09:00-12:00 et 13:30-16:30", "présentiel", "SG-01 : SG-P1 – Budget et structure",
         "S1, Lycée des Tilleuls", "Inès Premier"},
        {"45610", "09:00-12:00", "présentiel", "ORD-01 : ORD-P1 – Le rôle de l'ordonnateur",
         "S1, Lycée des Tilleuls", "–"},
        {"45621", "13:30-16:30", "classe virtuelle", "SG-01 : SG-V1 – =Préparation budgétaire",
         "https://visio.exemple.fr/sg", "Inès Premier"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        for (int c = 1; c < 6; c++)
            g_assert_cmpstr(co_published_near(file, sheet, cells[i][0], c, 0), ==, cells[i][c]);
}

static void live_somewhere(CoSample *sample)
{
    sample->campaign->trainers[0].place.commune = "Clairval";
    sample->campaign->trainers[0].place.department = "080";
    sample->campaign->trainers[1].place.commune = "VALMONT";
    sample->campaign->trainers[1].place.department = "080";
}

static void test_expenses_are_told_place_by_place_with_the_reason(void)
{
    const char *sheet = "Ordre de mission";
    g_autoptr(CoXlsxFile) unknown = trainer_file("F1", NULL);
    g_assert_cmpstr(co_published_near(unknown, sheet, "Frais", 1, 0), ==,
                    "À confirmer par l'EAFC : la commune de votre établissement ou celle du lieu "
                    "de formation n'est pas connue.");
    g_autoptr(CoXlsxFile) same = trainer_file("F2", live_somewhere);
    g_assert_cmpstr(co_published_near(same, sheet, "Frais", 1, 0), ==,
                    "NON : votre résidence administrative et le lieu de formation sont dans la "
                    "même commune (Valmont).");
    g_autofree char *claim = co_xlsx_file_find(same, sheet, "État de frais");
    g_assert_null(claim);
    g_autoptr(CoXlsxFile) paid = trainer_file("F1", live_somewhere);
    g_assert_cmpstr(co_published_near(paid, sheet, "Frais", 1, 0), ==,
                    "OUI : le lieu de formation (Valmont) est hors de la commune de votre "
                    "résidence administrative (Clairval), sous réserve qu'il soit aussi hors de "
                    "celle de votre résidence familiale. Repas de midi : oui, au taux réduit, une "
                    "restauration administrative étant possible sur place (2 jours).");
    co_xlsx_file_assert_found(paid, sheet, "État de frais");
}

static void meet_in_the_other_room(CoSample *sample)
{
    live_somewhere(sample);
    sample->plan->groups[SAMPLE_ORD_01].room_idx = 1;
}

static void meet_elsewhere(CoSample *sample)
{
    meet_in_the_other_room(sample);
    sample->campaign->rooms[1].place.name = "Collège du Gué";
    sample->campaign->rooms[1].place.commune = "Aubercy";
}

static void test_a_place_is_told_once_and_each_place_by_itself(void)
{
    const char *sheet = "Ordre de mission";
    g_autoptr(CoXlsxFile) one = trainer_file("F2", meet_in_the_other_room);
    g_assert_cmpstr(co_published_near(one, sheet, "Lieu", 1, 0), ==,
                    "Salles S1, S2, Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont – mer. 13 "
                    "nov., jeu. 14 nov., mer. 20 nov.");
    g_assert_cmpstr(co_published_near(one, sheet, "Lieu", 0, 1), ==, "Frais");
    g_assert_cmpstr(co_published_near(one, sheet, "Lieu", 0, 2), ==, "Véhicule");
    g_autoptr(CoXlsxFile) two = trainer_file("F2", meet_elsewhere);
    g_assert_cmpstr(co_published_near(two, sheet, "Lieu", 1, 0), ==,
                    "Salle S1, Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont – mer. 13 nov., "
                    "mer. 20 nov.");
    g_assert_true(
        g_str_has_prefix(co_published_near(two, sheet, "Lieu", 1, 1), "NON : votre résidence"));
    g_assert_cmpstr(co_published_near(two, sheet, "Lieu", 0, 2), ==, "Lieu");
    g_assert_cmpstr(co_published_near(two, sheet, "Lieu", 1, 2), ==,
                    "Salle S2, Collège du Gué, 3 rue du Moulin, 80100 Aubercy – jeu. 14 nov.");
    g_assert_true(g_str_has_prefix(co_published_near(two, sheet, "Lieu", 1, 3),
                                   "OUI : le lieu de formation (Aubercy)"));
    g_assert_true(g_str_has_suffix(co_published_near(two, sheet, "Lieu", 1, 3),
                                   "Repas : non, l'absence ne couvre jamais toute la plage de 11 h "
                                   "à 14 h."));
    co_xlsx_file_assert_found(two, sheet, "État de frais");
}

static void travel_to_two_places(CoSample *sample)
{
    meet_elsewhere(sample);
    sample->campaign->trainers[1].place.commune = "Clairval";
}

static void test_meals_are_told_where_they_are_due(void)
{
    const char *sheet = "Ordre de mission";
    g_autoptr(CoXlsxFile) file = trainer_file("F2", travel_to_two_places);
    g_assert_true(g_str_has_suffix(co_published_near(file, sheet, "Lieu", 1, 1), "(2 jours)."));
    g_assert_true(g_str_has_suffix(co_published_near(file, sheet, "Lieu", 1, 3),
                                   "Repas : non, l'absence ne couvre jamais toute la plage de 11 h "
                                   "à 14 h."));
}

static void take_the_room_away(CoSample *sample)
{
    for (int i = 0; i < sample->plan->n_groups; i++)
        if (i != SAMPLE_DIST_01)
            sample->plan->groups[i].trainer_idx[0] = sample->plan->groups[i].trainer_idx[1] = 1;
}

static void test_an_order_at_a_distance_sends_nobody_anywhere(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F1", take_the_room_away);
    const char *sheet = "Ordre de mission";
    co_xlsx_file_assert_found(file, sheet, "ORDRE DE MISSION SANS DÉPLACEMENT");
    g_autofree char *place = co_xlsx_file_find(file, sheet, "Lieu");
    g_autofree char *expenses = co_xlsx_file_find(file, sheet, "Frais");
    g_autofree char *vehicle = co_xlsx_file_find(file, sheet, "Véhicule");
    g_assert_null(place);
    g_assert_null(expenses);
    g_assert_null(vehicle);
    g_assert_cmpstr(co_published_near(file, sheet, "Période", 1, 0), ==,
                    "le jeudi 28 novembre 2024 : 3 h d'animation, soit 1 demi-journée");
    g_assert_cmpstr(co_published_near(file, sheet, "Empêchement", 1, 0), ==,
                    "Prévenez sans délai l'EAFC. Seule l'EAFC peut désigner qui vous remplace.");
}

static void set_rate(CoSample *sample)
{
    sample->campaign->parameters.trainer_rate_cents = 4050;
}

static void test_pay_is_hours_by_kind_times_the_rate(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F1", set_rate);
    const char *sheet = "Heures et paiement";
    g_autofree char *total = co_xlsx_file_find(file, sheet, "Total");
    g_assert_nonnull(total);
    /* In person 12 h, at a distance 6 h; nothing is done yet. */
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 2, -2), ==, "12");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 3, -2), ==, "");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 4, -2), ==, "40.5");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 5, -2), ==, "486");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 2, -1), ==, "6");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 4, -1), ==, "40.5");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 5, -1), ==, "243");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 2, 0), ==, "18");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 5, 0), ==, "729");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 6, 0), ==, "");
    const char *xml = co_xlsx_file_sheet(file, sheet);
    g_assert_nonnull(strstr(xml, "<f>SUMIFS($F$10:$F$13,$E$10:$E$13,$A16)</f>"));
    g_assert_nonnull(strstr(xml, "<f>IF(ISNUMBER(E16),ROUND(C16*E16,2),\"à renseigner\")</f>"));
    g_assert_nonnull(strstr(xml, "sqref=\"G10:G13\""));
}

static void test_a_rate_that_is_not_set_is_to_be_filled_in(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F1", NULL);
    const char *sheet = "Heures et paiement";
    g_autofree char *total = co_xlsx_file_find(file, sheet, "Total");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 4, -2), ==, "à renseigner");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 5, -2), ==, "à renseigner");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 5, 0), ==, "à renseigner");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, total, 2, 0), ==, "18");
    g_assert_true(co_xlsx_file_holds(file, "Le taux horaire est à renseigner par l'EAFC."));
}

static void dismiss(CoSample *sample)
{
    for (int i = 0; i < sample->plan->n_groups; i++) {
        sample->plan->groups[i].trainer_idx[0] = 0;
        sample->plan->groups[i].trainer_idx[1] = -1;
    }
}

static void test_a_trainer_without_a_meeting_has_no_file(void)
{
    static const char *const names[] = {"formateurs/F2.xlsx", "ordres-de-mission/F2.pdf"};
    g_auto(CoPublished) test = {0};
    co_published_init(&test, dismiss);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(test.target, names[i], NULL);
        g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    }
}

static void make_trainer_a_participant(CoSample *sample)
{
    sample->campaign->trainers[1].person_idx = SAMPLE_REMOTE;
}

static void test_a_trainer_who_is_a_participant_reads_of_what_is_led_only(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F2", make_trainer_a_participant);
    co_xlsx_file_assert_absent(file, "DIST-01");
    co_xlsx_file_assert_absent(file, "Point;Virgule");
    g_autofree char *day = co_xlsx_file_find(file, "Agenda", "45624");
    g_assert_null(day);
}

static void forget_the_trainer(CoSample *sample)
{
    CoTrainer *trainer = &sample->campaign->trainers[0];
    trainer->place = co_place_unknown();
    trainer->role_idx = -1;
    trainer->last_name = trainer->first_name = trainer->email = "";
}

static void test_a_trainer_of_whom_nothing_is_known_has_a_file(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F1", forget_the_trainer);
    co_xlsx_file_assert_found(file, "Ordre de mission", "F1");
    g_autofree char *through =
        co_xlsx_file_find(file, "Ordre de mission", "Sous couvert du chef d'établissement");
    g_assert_null(through);
    g_assert_cmpstr(co_published_near(file, "Agenda", "Formateur", 2, 0), ==, "F1 (F1)");
}

static void test_a_file_tells_of_its_own_groups_only(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, set_rate);
    const CoPlan *plan = test.sample.plan;
    g_autofree int *group_of = co_plan_groups_of_people(plan, test.sample.campaign);
    for (int t = 0; t < test.sample.campaign->n_trainers; t++) {
        g_autofree char *name =
            g_strdup_printf("formateurs/%s.xlsx", test.sample.campaign->trainers[t].code);
        g_autoptr(CoXlsxFile) file = co_published_open(&test, name);
        for (int i = 0; i < test.sample.campaign->n_people; i++) {
            const CoPerson *person = &test.sample.campaign->people[i];
            const CoGroup *group = group_of[i] >= 0 ? &plan->groups[group_of[i]] : NULL;
            if (group != NULL && (group->trainer_idx[0] == t || group->trainer_idx[1] == t))
                continue;
            co_xlsx_file_assert_absent(file, person->last_name);
            co_xlsx_file_assert_absent(file, person->email);
        }
        /* Partners are named, never how to reach them; nobody is said to be away on Tuesdays. */
        co_xlsx_file_assert_absent(file, t == 0 ? "F2@ac-exemple.fr" : "F1@ac-exemple.fr");
        co_xlsx_file_assert_absent(file, "mardi");
        co_xlsx_file_assert_absent(file, "ndisponib");
        g_assert_true(co_xlsx_file_is_undated(file));
    }
}

static void test_a_name_that_looks_like_a_formula_stays_a_name(void)
{
    g_autoptr(CoXlsxFile) file = trainer_file("F2", NULL);
    g_autofree char *name = co_xlsx_file_find(file, "ORD-01", "=Formule");
    g_assert_nonnull(name);
    g_assert_true(co_xlsx_file_is_text(file, "ORD-01", name));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/trainers/sheets", test_there_is_a_sheet_for_each_thing_and_each_group);
    g_test_add_func("/trainers/agenda/order", test_the_agenda_is_in_the_order_of_the_calendar);
    g_test_add_func("/trainers/agenda/line",
                    test_a_line_of_the_agenda_says_when_where_and_with_whom);
    g_test_add_func("/trainers/agenda/alone", test_one_who_leads_alone_has_no_partner);
    g_test_add_func("/trainers/roster", test_a_roster_is_that_of_the_group);
    g_test_add_func("/trainers/order/content", test_the_order_says_all_that_it_must);
    g_test_add_func("/trainers/order/dates", test_the_dates_of_the_order_are_those_of_the_calls);
    g_test_add_func("/trainers/order/expenses",
                    test_expenses_are_told_place_by_place_with_the_reason);
    g_test_add_func("/trainers/order/places", test_a_place_is_told_once_and_each_place_by_itself);
    g_test_add_func("/trainers/order/meals", test_meals_are_told_where_they_are_due);
    g_test_add_func("/trainers/order/distance", test_an_order_at_a_distance_sends_nobody_anywhere);
    g_test_add_func("/trainers/pay/rate", test_pay_is_hours_by_kind_times_the_rate);
    g_test_add_func("/trainers/pay/unset", test_a_rate_that_is_not_set_is_to_be_filled_in);
    g_test_add_func("/trainers/none", test_a_trainer_without_a_meeting_has_no_file);
    g_test_add_func("/trainers/participant",
                    test_a_trainer_who_is_a_participant_reads_of_what_is_led_only);
    g_test_add_func("/trainers/unknown", test_a_trainer_of_whom_nothing_is_known_has_a_file);
    g_test_add_func("/trainers/privacy", test_a_file_tells_of_its_own_groups_only);
    g_test_add_func("/trainers/formula", test_a_name_that_looks_like_a_formula_stays_a_name);
    return g_test_run();
}
