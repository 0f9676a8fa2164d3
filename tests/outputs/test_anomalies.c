/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anomalies.xlsx and the list it shows: what is found, what is said, and what is not. */
#include <string.h>

#include "outputs/committee/anomalies.h"
#include "published.h"

/* A sample whose data lack nothing and where everybody has a place. */
static void complete(CoSample *sample)
{
    CoCampaign *campaign = sample->campaign;
    sample->plan->n_unplaced = 0;
    sample->report.tiers_agree = sample->report.unplaced_agree = true;
    campaign->parameters.trainer_rate_cents = 4200;
    campaign->parameters.organizer_email = "eafc@ac-exemple.fr";
    for (int e = 0; e < campaign->n_establishments; e++) {
        campaign->establishments[e].answered = true;
        campaign->establishments[e].staff = 3;
        campaign->establishments[e].place.located = true;
    }
    for (int i = 0; i < campaign->n_people; i++) {
        campaign->people[i].named = true;
        campaign->people[i].email = "personne@ac-exemple.fr";
        campaign->people[i].otp = campaign->people[i].access_right = CO_TRISTATE_YES;
    }
    for (int t = 0; t < campaign->n_trainers; t++)
        campaign->trainers[t].place.located = true;
    for (int r = 0; r < campaign->n_rooms; r++)
        campaign->rooms[r].place.located = true;
    for (int m = 0; m < campaign->n_modules; m++)
        campaign->modules[m].link = "https://visio.exemple.fr/m";
}

static CoAnomalyList *find_in(CoSample *sample, CoSampleAmend amend)
{
    co_sample_init(sample);
    if (amend != NULL)
        amend(sample);
    return co_anomalies_find(&sample->context);
}

/* @return the only anomaly of a kind, which must be there */
static const CoAnomaly *only(const CoAnomalyList *list, CoAnomalyKind kind)
{
    g_assert_cmpint(list->n_of_kind[kind], ==, 1);
    for (int i = 0; i < list->n_anomalies; i++)
        if (list->anomalies[i].kind == kind)
            return &list->anomalies[i];
    g_assert_not_reached();
}

static void test_complete_data_and_a_sound_plan_have_no_anomaly(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, complete);
    for (int i = 0; i < list->n_anomalies; i++)
        g_test_message("%s: %s", list->anomalies[i].object, list->anomalies[i].sentence);
    g_assert_cmpint(list->n_anomalies, ==, 0);
}

static void test_somebody_unplaced_is_told_with_rules_reason_and_remedy(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, NULL);
    const CoAnomaly *found = only(list, CO_ANOMALY_UNPLACED);
    g_autofree char *rules = co_wording_anomaly_rules(found);
    g_assert_cmpint(found->person_idx, ==, SAMPLE_UNPLACED);
    g_assert_cmpint(found->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpstr(found->object, ==, "Fanny Sansgroupe");
    g_assert_cmpstr(found->where, ==, "Collège du Pré (0800002B)");
    g_assert_cmpstr(rules, ==, "R08 continuité du service, R03 jours ouverts et disponibilités");
    g_assert_cmpstr(found->sentence, ==,
                    "Le service de gestion serait vidé à une date au moins de chaque groupe "
                    "possible ; jouent aussi : jours ouverts et disponibilités.");
    g_assert_cmpstr(found->remedy, ==,
                    "Accepter un absent de plus au service de gestion (groupe SG-01).");
}

static void break_rules(CoSample *sample)
{
    static CoViolation violations[2];
    complete(sample);
    for (int i = 0; i < 2; i++) {
        violations[i] =
            (CoViolation){.rule = CO_R03,
                          .breach = i == 0 ? CO_BREACH_MEMBER_UNAVAILABLE : CO_BREACH_SLOT_CLOSED,
                          .group_idx = SAMPLE_SG_01,
                          .other_group_idx = -1,
                          .person_idx = i == 0 ? SAMPLE_ASSISTANT : -1,
                          .trainer_idx = -1,
                          .room_idx = -1,
                          .establishment_idx = -1,
                          .module_idx = 2,
                          .path_idx = -1,
                          .academy_idx = -1,
                          .milestone_idx = -1,
                          .lock_idx = -1,
                          .day = co_day_parse("2024-11-19"),
                          .halves = CO_HALF_AM};
    }
    sample->report.violations = violations;
    sample->report.n_violations = 2;
}

static void test_a_broken_rule_is_told_but_never_the_day_of_an_unavailability(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, break_rules);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_RULE_BROKEN], ==, 2);
    g_assert_cmpint(list->n_of_severity[CO_SEVERITY_ERROR], ==, 2);
    g_assert_cmpstr(list->anomalies[0].sentence, ==, "Un participant a une indisponibilité.");
    g_assert_nonnull(strstr(list->anomalies[1].sentence, "19 novembre 2024"));
    g_assert_cmpint(list->anomalies[1].rule, ==, CO_R03);
}

static void state_other_values(CoSample *sample)
{
    complete(sample);
    sample->report.tiers_agree = false;
}

static void test_values_that_the_check_does_not_find_are_told(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, state_other_values);
    g_assert_cmpint(only(list, CO_ANOMALY_VALUES_DIFFER)->severity, ==, CO_SEVERITY_ERROR);
}

static void call_late(CoSample *sample)
{
    complete(sample);
    sample->campaign->parameters.convocation_day = co_day_parse("2024-10-30");
}

static void test_notice_is_short_for_what_begins_within_the_days_wished_for(void)
{
    /* ORD-01 begins on 14 November, SG-01 on 13 November, DIST-01 later. */
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, call_late);
    const CoAnomaly *found = only(list, CO_ANOMALY_NOTICE_SHORT);
    g_assert_cmpint(found->group_idx, ==, SAMPLE_SG_01);
    g_assert_cmpint(found->found, ==, 14);
    g_assert_cmpint(found->allowed, ==, 15);
    g_assert_cmpint(found->rule, ==, CO_R17);
}

static void call_on_the_eve(CoSample *sample)
{
    complete(sample);
    sample->campaign->parameters.convocation_day = co_day_parse("2024-11-12");
    sample->campaign->parameters.notice_warn_days = 2;
}

static void call_too_late(CoSample *sample)
{
    call_on_the_eve(sample);
    sample->campaign->parameters.convocation_day = co_day_parse("2024-11-15");
    sample->campaign->parameters.notice_warn_days = -1;
}

static void test_days_of_notice_are_said_as_one_says_them(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) eve = find_in(&sample, call_on_the_eve);
    g_assert_cmpstr(only(eve, CO_ANOMALY_NOTICE_SHORT)->sentence, ==,
                    "La première séance a lieu 1 jour après la date des convocations ; le préavis "
                    "souhaité est de 2 jours.");
    g_auto(CoSample) other = {0};
    g_autoptr(CoAnomalyList) late = find_in(&other, call_too_late);
    g_assert_true(g_str_has_prefix(only(late, CO_ANOMALY_NOTICE_SHORT)->sentence,
                                   "La première séance a lieu 2 jours avant la date"));
}

static void cut_over_early(CoSample *sample)
{
    complete(sample);
    sample->campaign->waves[0].cutover = co_day_parse("2024-11-25");
    sample->campaign->establishments[SAMPLE_SCHOOL_C].wave_idx = -1;
}

static void test_meetings_on_the_cutover_or_later_are_told_by_group(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, cut_over_early);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_AFTER_CUTOVER], ==, 2);
    g_assert_cmpint(list->anomalies[0].group_idx, ==, SAMPLE_SG_01);
    g_assert_cmpint(list->anomalies[0].found, ==, 3);
    g_assert_cmpint(list->anomalies[0].allowed, ==, 4);
    g_assert_cmpint(list->anomalies[1].group_idx, ==, SAMPLE_DIST_01);
}

static void test_what_the_data_lack_is_told_where_the_plan_needs_it(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, NULL);
    g_assert_cmpint(only(list, CO_ANOMALY_ANSWER_MISSING)->establishment_idx, ==,
                    SAMPLE_SCHOOL_SILENT);
    const CoAnomaly *unnamed = only(list, CO_ANOMALY_PEOPLE_UNNAMED);
    g_assert_cmpstr(unnamed->object, ==, "Collège des Saules (0800003C)");
    g_assert_cmpstr(unnamed->sentence, ==, "1 personne sans nom ; places tenues : SG-01 (1).");
    g_assert_cmpstr(only(list, CO_ANOMALY_OTP_MISSING)->sentence, ==,
                    "Clé OTP : 1 sans, 2 à vérifier, sur 4 participants.");
    g_assert_cmpstr(only(list, CO_ANOMALY_RIGHT_MISSING)->sentence, ==,
                    "Habilitation : 0 sans, 3 à vérifier, sur 4 participants.");
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_STAFF_UNKNOWN], ==, 0);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_LINK_MISSING], ==, 2);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_RATE_MISSING], ==, 1);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_ORGANIZER_MISSING], ==, 1);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_PEOPLE_WITHOUT_EMAIL], ==, 0);
}

static void lose_places_and_addresses(CoSample *sample)
{
    complete(sample);
    CoCampaign *campaign = sample->campaign;
    campaign->establishments[SAMPLE_SCHOOL_A].place.located = false;
    campaign->establishments[SAMPLE_SCHOOL_A].staff = -1;
    campaign->establishments[SAMPLE_SCHOOL_B].place.located = false; /* the commune of the room */
    campaign->establishments[SAMPLE_SCHOOL_C].place.located = false;
    campaign->trainers[1].place.located = false;
    campaign->trainers[1].email = "";
    campaign->people[SAMPLE_SECRETARY].email = "";
    campaign->people[SAMPLE_UNPLACED].email = "";
    CoDistance *distance = co_campaign_add_distance(campaign);
    distance->uai = "0800003C";
    distance->room_idx = 0;
    distance->km_milli = 12000;
}

static void test_unknown_places_and_addresses_are_told_with_what_they_cost(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, lose_places_and_addresses);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_PLACE_UNKNOWN], ==, 2);
    g_assert_cmpstr(only(list, CO_ANOMALY_PEOPLE_WITHOUT_EMAIL)->sentence, ==,
                    "Sans adresse électronique : Bruno <Tag> & \"Fils\".");
    g_assert_cmpint(only(list, CO_ANOMALY_TRAINER_WITHOUT_EMAIL)->found, ==, 2);
    g_assert_cmpint(only(list, CO_ANOMALY_STAFF_UNKNOWN)->found, ==, 2);
    const CoAnomaly *school = &list->anomalies[list->n_anomalies - 2];
    g_assert_cmpstr(school->sentence, ==,
                    "Lieu non situé : les trajets depuis cet établissement comptent 0 km (3 "
                    "personnes).");
    g_assert_cmpstr(school[1].sentence, ==,
                    "Lieu non situé : les trajets du formateur comptent 0 km (2 groupes).");
}

static void lose_a_room(CoSample *sample)
{
    complete(sample);
    sample->campaign->rooms[0].place.located = false;
    sample->campaign->rooms[1].place.located = false; /* of no use to the plan */
}

static void test_a_room_of_the_plan_without_a_location_is_told(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, lose_a_room);
    const CoAnomaly *room = only(list, CO_ANOMALY_PLACE_UNKNOWN);
    g_assert_cmpint(room->room_idx, ==, 0);
    g_assert_cmpint(room->found, ==, 2);
}

static void reserve(CoSample *sample)
{
    complete(sample);
    sample->campaign->people[SAMPLE_UNNAMED].named = false;
    sample->campaign->people[SAMPLE_UNNAMED].reserved = true;
}

static void test_a_reserved_seat_is_no_person_to_name(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, reserve);
    g_assert_cmpint(list->n_of_kind[CO_ANOMALY_PEOPLE_UNNAMED], ==, 0);
    g_assert_cmpstr(only(list, CO_ANOMALY_SEATS_RESERVED)->sentence, ==,
                    "1 place gardée pour l'établissement : SG-01 (1).");
}

static void lock(CoSample *sample)
{
    static const struct {
        const char *group, *value;
        CoLockKind kind;
    } locks[] = {{"SG-01", "", CO_LOCK_DATE}, {"SG-09", "P0002", CO_LOCK_PERSON}};
    complete(sample);
    for (size_t i = 0; i < G_N_ELEMENTS(locks); i++) {
        CoLock *added = co_campaign_add_lock(sample->campaign);
        added->group = locks[i].group;
        added->value = locks[i].value;
        added->kind = locks[i].kind;
    }
}

static void test_locks_in_force_are_told(void)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(CoAnomalyList) list = find_in(&sample, lock);
    g_assert_cmpint(list->n_of_part[CO_ANOMALY_PART_LOCKS], ==, 2);
    g_assert_cmpstr(list->anomalies[0].object, ==, "SG-01");
    g_assert_cmpstr(list->anomalies[0].sentence, ==, "Les dates : comme au plan publié.");
    g_assert_cmpstr(list->anomalies[1].sentence, ==,
                    "La place de Bruno <Tag> & \"Fils\" : comme au plan publié. Ce groupe n'est "
                    "pas dans le plan.");
}

static void test_every_kind_and_part_has_words(void)
{
    for (int k = 0; k < CO_ANOMALY_N_KINDS; k++) {
        g_assert_cmpstr(co_wording_anomaly_kind((CoAnomalyKind)k), !=, "");
        g_assert_cmpint(co_anomaly_part((CoAnomalyKind)k), <, CO_ANOMALY_N_PARTS);
    }
    for (int p = 0; p < CO_ANOMALY_N_PARTS; p++)
        g_assert_cmpstr(co_wording_anomaly_nothing((CoAnomalyPart)p), !=, "");
}

/* ---- the workbook ---- */

static void test_the_workbook_has_a_summary_and_a_sheet_a_part(void)
{
    static const char *const sheets[] = {"Résumé",           "Personnes sans place",
                                         "Contrôle du plan", "Données à compléter",
                                         "Verrous",          NULL};
    g_autoptr(CoXlsxFile) file = co_published_file(NULL, "anomalies.xlsx");
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
    g_assert_cmpstr(co_published_near(file, "Résumé", "Personnes placées", 2, 0), ==, "6 sur 7");
    g_assert_cmpstr(co_published_near(file, "Résumé", "R08 continuité du service", 2, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, "Résumé", "Lien de connexion manquant", 2, 0), ==, "2");
    g_assert_cmpstr(co_published_near(file, "Personnes sans place", "Fanny Sansgroupe", 1, 0), ==,
                    "SG");
    g_assert_cmpstr(co_published_near(file, "Personnes sans place", "Fanny Sansgroupe", 4, 0), ==,
                    "V8");
    g_assert_cmpstr(co_published_near(file, "Données à compléter", "Clés OTP à vérifier", 2, 0), ==,
                    "Groupe SG-01");
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, "Données à compléter"), "<autoFilter"));
    g_assert_cmpstr(co_xlsx_file_cell(file, "Verrous", "A6"), ==,
                    "Aucun verrou n'est posé sur le plan.");
}

static void test_when_there_is_nothing_the_sheets_say_so(void)
{
    g_autoptr(CoXlsxFile) file = co_published_file(complete, "anomalies.xlsx");
    g_assert_true(co_xlsx_file_holds(file, "Rien à signaler"));
    g_assert_cmpstr(co_xlsx_file_cell(file, "Personnes sans place", "A6"), ==,
                    "Toutes les personnes à former ont une place dans un groupe.");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Contrôle du plan", "A6"), ==,
                    "Le contrôle du plan n'appelle aucune remarque.");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Données à compléter", "A6"), ==,
                    "Rien ne manque aux données dont le plan se sert.");
}

static void test_the_workbook_tells_no_day_of_an_unavailability_and_no_email(void)
{
    static const char *const words[] = {"mardi", "mar. ", "@ac-exemple.fr"};
    g_autoptr(CoXlsxFile) file = co_published_file(NULL, "anomalies.xlsx");
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_false(co_xlsx_file_holds(file, words[i]));
}

static void leave_two_out(CoSample *sample)
{
    CoUnplaced *unplaced = co_plan_add_unplaced(sample->plan);
    *unplaced = sample->plan->unplaced[0];
    unplaced->person_idx = SAMPLE_HEAD;
    sample->plan->groups[SAMPLE_ORD_01].n_members = 0;
}

static void test_points_are_counted_as_one_counts_them(void)
{
    g_autoptr(CoXlsxFile) file = co_published_file(leave_two_out, "anomalies.xlsx");
    g_assert_nonnull(
        strstr(co_published_near(file, "Résumé", "Points relevés", 2, 0), " bloquants, "));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/anomalies/counts", test_points_are_counted_as_one_counts_them);
    g_test_add_func("/anomalies/none", test_complete_data_and_a_sound_plan_have_no_anomaly);
    g_test_add_func("/anomalies/unplaced",
                    test_somebody_unplaced_is_told_with_rules_reason_and_remedy);
    g_test_add_func("/anomalies/broken",
                    test_a_broken_rule_is_told_but_never_the_day_of_an_unavailability);
    g_test_add_func("/anomalies/values", test_values_that_the_check_does_not_find_are_told);
    g_test_add_func("/anomalies/notice",
                    test_notice_is_short_for_what_begins_within_the_days_wished_for);
    g_test_add_func("/anomalies/notice-words", test_days_of_notice_are_said_as_one_says_them);
    g_test_add_func("/anomalies/cutover", test_meetings_on_the_cutover_or_later_are_told_by_group);
    g_test_add_func("/anomalies/data", test_what_the_data_lack_is_told_where_the_plan_needs_it);
    g_test_add_func("/anomalies/places",
                    test_unknown_places_and_addresses_are_told_with_what_they_cost);
    g_test_add_func("/anomalies/room", test_a_room_of_the_plan_without_a_location_is_told);
    g_test_add_func("/anomalies/reserved", test_a_reserved_seat_is_no_person_to_name);
    g_test_add_func("/anomalies/locks", test_locks_in_force_are_told);
    g_test_add_func("/anomalies/words", test_every_kind_and_part_has_words);
    g_test_add_func("/anomalies/book", test_the_workbook_has_a_summary_and_a_sheet_a_part);
    g_test_add_func("/anomalies/book/nothing", test_when_there_is_nothing_the_sheets_say_so);
    g_test_add_func("/anomalies/book/privacy",
                    test_the_workbook_tells_no_day_of_an_unavailability_and_no_email);
    return g_test_run();
}
