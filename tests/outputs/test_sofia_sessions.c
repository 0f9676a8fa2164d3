/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sofia-sessions.xlsx. That the imports of sessions read it: tests/e2e/test_echanges.py. */
#include <string.h>

#include "published.h"

#define SHEET "Liste des dispositifs"

static CoXlsxFile *sofia_file(CoSampleAmend amend)
{
    return co_published_file(amend, "sofia-sessions.xlsx");
}

/* @return (transfer none) the cell of a session under a head */
static const char *cell_of(const CoXlsxFile *file, const char *session, const char *head)
{
    g_autofree char *row = co_xlsx_file_find(file, SHEET, session);
    g_autofree char *column = co_xlsx_file_find(file, SHEET, head);
    g_assert_nonnull(row);
    g_assert_nonnull(column);
    g_autofree char *letters = g_strndup(column, strspn(column, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    g_autofree char *address = g_strconcat(letters, row + strcspn(row, "0123456789"), NULL);
    return co_xlsx_file_cell(file, SHEET, address);
}

static void test_heads_are_those_of_the_export_in_the_first_row(void)
{
    static const char *const heads[] = {
        "Dispositif : code",
        "Dispositif : libellé",
        "Module : code",
        "Module : libellé",
        "Groupe : identifiant",
        "Groupe : libellé",
        "Session",
        "Début",
        "Fin",
        "Durée",
        "Modalité",
        "UAI",
        "Lieu",
        "Préinscriptions : Préinscrits : nombre maximal",
        "Préinscriptions : Préinscrits : nombre total",
        "Préinscriptions : Publication : début",
        "Préinscriptions : Publication : fin",
        "Préinscriptions : Publication : lien préinscription",
    };
    g_autoptr(CoXlsxFile) file = sofia_file(NULL);
    g_assert_cmpuint(g_strv_length(co_xlsx_file_sheets(file)), ==, 1);
    g_assert_cmpstr(co_xlsx_file_sheets(file)[0], ==, SHEET);
    for (int i = 0; i < (int)G_N_ELEMENTS(heads); i++)
        g_assert_cmpstr(co_xlsx_file_near(file, SHEET, "A1", i, 0), ==, heads[i]);
    g_assert_cmpstr(co_xlsx_file_near(file, SHEET, "A1", G_N_ELEMENTS(heads), 0), ==, "");
}

static void give_the_room_a_uai(CoSample *sample)
{
    sample->campaign->rooms[0].place.uai = "0800009J";
}

static void test_a_day_in_a_room_is_one_session(void)
{
    static const char *const cells[][2] = {
        {"Dispositif : code", ""},
        {"Dispositif : libellé", ""},
        {"Module : code", "SG-P1"},
        {"Module : libellé", "Budget et structure"},
        {"Groupe : identifiant", "SG-01"},
        {"Groupe : libellé", "Secrétaires généraux, groupe SG-01"},
        {"Début", "2024-11-13 09:00"},
        {"Fin", "2024-11-13 16:30"},
        {"Durée", "6h"},
        {"Modalité", "Présentiel"},
        {"UAI", "0800009J"},
        {"Lieu", "Salle S1, Lycée des Tilleuls, Valmont"},
        {"Préinscriptions : Préinscrits : nombre maximal", "12"},
        {"Préinscriptions : Préinscrits : nombre total", "4"},
        {"Préinscriptions : Publication : début", ""},
        {"Préinscriptions : Publication : lien préinscription", ""},
    };
    g_autoptr(CoXlsxFile) file = sofia_file(give_the_room_a_uai);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        g_assert_cmpstr(cell_of(file, "SG-01 SG-P1", cells[i][0]), ==, cells[i][1]);
}

static void test_a_class_at_a_distance_takes_no_place(void)
{
    g_autoptr(CoXlsxFile) file = sofia_file(NULL);
    g_assert_cmpstr(cell_of(file, "SG-01 SG-V1", "Modalité"), ==, "Distance");
    g_assert_cmpstr(cell_of(file, "SG-01 SG-V1", "Lieu"), ==, "");
    g_assert_cmpstr(cell_of(file, "SG-01 SG-V1", "Durée"), ==, "3h");
    g_assert_cmpstr(cell_of(file, "SG-01 SG-V1", "Début"), ==, "2024-11-25 13:30");
    g_assert_cmpstr(cell_of(file, "SG-01 SG-V1", "Module : libellé"), ==,
                    "=Préparation budgétaire");
}

static void test_a_webinar_is_of_all_groups_and_has_no_limit(void)
{
    g_autoptr(CoXlsxFile) file = sofia_file(NULL);
    const char *label = "Secrétaires généraux, tous les groupes";
    g_assert_cmpstr(co_published_near(file, SHEET, label, -1, 0), ==, "");
    g_assert_cmpstr(co_published_near(file, SHEET, label, 2, 0), ==, "2024-11-07 13:30");
    g_assert_cmpstr(co_published_near(file, SHEET, label, 5, 0), ==, "Distance");
    g_assert_cmpstr(co_published_near(file, SHEET, label, 8, 0), ==, "");
    g_assert_cmpstr(co_published_near(file, SHEET, label, 9, 0), ==, "5");
}

static void test_self_study_is_no_session(void)
{
    g_autoptr(CoXlsxFile) file = sofia_file(NULL);
    g_assert_false(co_xlsx_file_holds(file, "SG-0<"));
    g_assert_false(co_xlsx_file_holds(file, "Découverte"));
    g_assert_cmpstr(co_xlsx_file_cell(file, SHEET, "C7"), !=, "");
    g_assert_cmpstr(co_xlsx_file_cell(file, SHEET, "C8"), ==, "");
}

static void set_odd_times_and_small_room(CoSample *sample)
{
    sample->campaign->parameters.afternoon_end_min = 990 + 15;
    sample->campaign->rooms[0].workstations = 6;
    sample->campaign->rooms[0].seats = 9;
}

static void test_hours_and_capacity_follow_campaign_and_room(void)
{
    g_autoptr(CoXlsxFile) file = sofia_file(set_odd_times_and_small_room);
    const char *most = "Préinscriptions : Préinscrits : nombre maximal";
    g_assert_cmpstr(cell_of(file, "SG-01 SG-P1", "Durée"), ==, "6h15");
    g_assert_cmpstr(cell_of(file, "SG-01 SG-P1", most), ==, "6");
    g_assert_cmpstr(cell_of(file, "ORD-01 ORD-P1", most), ==, "9");
    g_assert_cmpstr(cell_of(file, "DIST-01 DIS-V1", most), ==, "12");
}

static void give_codes_of_digits(CoSample *sample)
{
    for (int i = 0; i < sample->campaign->n_modules; i++)
        if (strcmp(sample->campaign->modules[i].code, "ORD-P1") == 0)
            sample->campaign->modules[i].code = "07501";
}

static void test_codes_and_dates_are_texts_and_numbers_are_numbers(void)
{
    g_autoptr(CoXlsxFile) file = sofia_file(give_codes_of_digits);
    g_autofree char *code = co_xlsx_file_find(file, SHEET, "07501");
    g_autofree char *start = co_xlsx_file_find(file, SHEET, "2024-11-14 09:00");
    g_assert_true(co_xlsx_file_is_text(file, SHEET, code));
    g_assert_true(co_xlsx_file_is_text(file, SHEET, start));
    g_autofree char *seats = g_strdup_printf("N%s", code + 1);
    g_assert_cmpstr(co_xlsx_file_cell(file, SHEET, seats), ==, "12");
    g_assert_false(co_xlsx_file_is_text(file, SHEET, seats));
}

static void move_orders_to_another_academy(CoSample *sample)
{
    co_campaign_add_academy(sample->campaign)->name = "Lille";
    sample->plan->groups[SAMPLE_ORD_01].academy_idx = 1;
}

static void test_sessions_go_by_academy_path_group_and_date(void)
{
    static const char *const alone[] = {"SG-W",        "ORD-01 ORD-P1", "SG-01 SG-P1",
                                        "SG-01 SG-P2", "SG-01 SG-V1",   "DIST-01 DIS-V1"};
    static const char *const two[] = {"SG-W",        "SG-01 SG-P1",    "SG-01 SG-P2",
                                      "SG-01 SG-V1", "DIST-01 DIS-V1", "ORD-01 ORD-P1"};
    g_autoptr(CoXlsxFile) file = sofia_file(NULL);
    g_autoptr(CoXlsxFile) shared = sofia_file(move_orders_to_another_academy);
    for (int i = 0; i < (int)G_N_ELEMENTS(alone); i++) {
        g_assert_cmpstr(co_xlsx_file_near(file, SHEET, "G2", 0, i), ==, alone[i]);
        g_assert_cmpstr(co_xlsx_file_near(shared, SHEET, "G2", 0, i), ==, two[i]);
    }
}

static void test_nobody_is_named(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autoptr(CoXlsxFile) file = co_published_open(&test, "sofia-sessions.xlsx");
    const CoCampaign *campaign = test.sample.campaign;
    for (int i = 0; i < campaign->n_people; i++) {
        g_assert_false(co_xlsx_file_holds(file, campaign->people[i].id));
        g_assert_false(*campaign->people[i].last_name != '\0' &&
                       co_xlsx_file_holds(file, campaign->people[i].last_name));
    }
    g_assert_false(co_xlsx_file_holds(file, "Premier"));
    g_assert_false(co_xlsx_file_holds(file, "@ac-exemple.fr"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sofia/heads", test_heads_are_those_of_the_export_in_the_first_row);
    g_test_add_func("/sofia/in-person", test_a_day_in_a_room_is_one_session);
    g_test_add_func("/sofia/remote", test_a_class_at_a_distance_takes_no_place);
    g_test_add_func("/sofia/webinar", test_a_webinar_is_of_all_groups_and_has_no_limit);
    g_test_add_func("/sofia/self-study", test_self_study_is_no_session);
    g_test_add_func("/sofia/hours", test_hours_and_capacity_follow_campaign_and_room);
    g_test_add_func("/sofia/texts", test_codes_and_dates_are_texts_and_numbers_are_numbers);
    g_test_add_func("/sofia/order", test_sessions_go_by_academy_path_group_and_date);
    g_test_add_func("/sofia/privacy", test_nobody_is_named);
    return g_test_run();
}
