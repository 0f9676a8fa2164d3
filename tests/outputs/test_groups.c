/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "published.h"

static CoXlsxFile *group_file(const char *name)
{
    g_autofree char *path = g_strconcat("groupes/", name, NULL);
    return co_published_file(NULL, path);
}

static void test_there_is_one_attendance_sheet_a_meeting(void)
{
    static const char *const sheets[] = {"Groupe",      "Participants", "Présences", "SG-P1 13-11",
                                         "SG-P2 20-11", "SG-V1 25-11",  NULL};
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
}

static void test_the_summary_tells_where_when_and_with_whom(void)
{
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    const char *sheet = "Groupe";
    g_assert_cmpstr(co_published_near(file, sheet, "Parcours", 2, 0), ==,
                    "SG – Secrétaires généraux");
    g_assert_cmpstr(co_published_near(file, sheet, "Effectif", 2, 0), ==, "4 participants");
    g_assert_cmpstr(co_published_near(file, sheet, "Lieu", 2, 0), ==,
                    "Salle S1, Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont");
    g_assert_cmpstr(co_published_near(file, sheet, "Formateurs", 2, 0), ==,
                    "Inès Premier, F1@ac-exemple.fr");
    g_assert_cmpstr(co_published_near(file, sheet, "Formateurs", 2, 1), ==,
                    "Inès Second, F2@ac-exemple.fr");
    g_assert_cmpstr(
        co_published_near(file, sheet, "Accès à vérifier", 2, 0), ==,
        "clé OTP : 1 oui, 1 non, 2 à vérifier ; habilitation : 1 oui, 0 non, 3 à vérifier");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-V1", 4, 0), ==,
                    "https://visio.exemple.fr/sg");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-0", -3, 0), ==, "au plus tard");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-0", -4, 0), ==, "45607");
}

static void test_the_roster_is_in_the_order_of_names_with_access_checks(void)
{
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    const char *sheet = "Participants";
    g_assert_cmpstr(co_published_near(file, sheet, "@Ailleurs", -1, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, sheet, "@Ailleurs", 8, 0), ==, "oui");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", 2, 0), ==, "SG");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", 3, 0), ==,
                    "Lycée des Ormes");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", 6, 0), ==, "0800001A");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", 7, 0), ==,
                    "p2@ac-exemple.fr");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", 8, 0), ==, "non");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", 9, 0), ==, "oui");
    g_assert_cmpstr(co_published_near(file, sheet, "Personnel à nommer (P0008)", -1, 0), ==, "4");
    g_autofree char *key = co_xlsx_file_find(file, sheet, "SG : Secrétaire général d'EPLE");
    g_assert_nonnull(key);
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, sheet), "<autoFilter ref=\"A6:K10\"/>"));
}

static void test_an_attendance_sheet_has_one_box_a_half_day(void)
{
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    const char *sheet = "SG-P1 13-11";
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "A3"), ==, "Feuille d'émargement");
    g_assert_cmpstr(co_published_near(file, sheet, "Module", 2, 0), ==,
                    "SG-P1 – Budget et structure");
    g_assert_cmpstr(co_published_near(file, sheet, "Date et horaires", 2, 0), ==,
                    "mercredi 13 novembre 2024, 09:00-12:00 et 13:30-16:30");
    g_assert_cmpstr(co_published_near(file, sheet, "Établissement", 1, 0), ==,
                    "Signature\nmatin 09:00-12:00");
    g_assert_cmpstr(co_published_near(file, sheet, "Établissement", 2, 0), ==,
                    "Signature\naprès-midi 13:30-16:30");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\" Bruno", 2, 0), ==,
                    "Lycée des Ormes, Clairval");
    g_autofree char *catch_up =
        co_xlsx_file_find(file, sheet, "Rattrapages : participants d'un autre groupe");
    g_autofree char *present = co_xlsx_file_find(file, sheet, "Nombre de présents");
    g_autofree char *absent = co_xlsx_file_find(file, sheet, "Nombre d'absents");
    g_assert_nonnull(catch_up);
    g_assert_nonnull(present);
    g_assert_nonnull(absent);
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, catch_up, 0, 1), ==, "");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, catch_up, 0, 4), ==, "Formateurs");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, catch_up, 1, 5), ==, "Inès Premier");
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, catch_up, 1, 6), ==, "Inès Second");
}

static void test_a_half_day_has_one_box_only(void)
{
    g_autoptr(CoXlsxFile) file = group_file("ORD-01.xlsx");
    g_assert_cmpstr(co_published_near(file, "ORD-P1 14-11", "Établissement", 1, 0), ==,
                    "Signature\nmatin 09:00-12:00");
    g_assert_cmpstr(co_published_near(file, "ORD-P1 14-11", "Établissement", 2, 0), ==, "");
    g_assert_false(co_xlsx_file_holds(file, "Accès à vérifier"));
}

static void test_a_virtual_class_notes_connection_times(void)
{
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    const char *sheet = "SG-V1 25-11";
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "A3"), ==, "Relevé de connexion");
    g_assert_cmpstr(co_published_near(file, sheet, "Établissement", 1, 0), ==,
                    "Heure de connexion");
    g_assert_cmpstr(co_published_near(file, sheet, "Établissement", 2, 0), ==,
                    "Heure de déconnexion");
    g_assert_cmpstr(co_published_near(file, sheet, "Lieu", 2, 0), ==,
                    "à distance, https://visio.exemple.fr/sg");
}

static void test_a_group_without_a_room_has_no_place(void)
{
    g_autoptr(CoXlsxFile) file = group_file("DIST-01.xlsx");
    g_autofree char *place = co_xlsx_file_find(file, "Groupe", "Lieu");
    g_assert_null(place);
    g_assert_cmpstr(co_published_near(file, "DIS-V1 28-11", "Lieu", 2, 0), ==, "à distance");
}

static void test_attendance_is_typed_under_keys_that_tell_the_half_day(void)
{
    static const char *const keys[] = {"nom",
                                       "",
                                       "etat|2024-11-13|am|SG-P1",
                                       "etat|2024-11-13|pm|SG-P1",
                                       "etat|2024-11-20|am|SG-P2",
                                       "etat|2024-11-20|pm|SG-P2",
                                       "etat|2024-11-25|pm|SG-V1",
                                       "minutes|2024-11-25|pm|SG-V1"};
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    for (int i = 0; i < (int)G_N_ELEMENTS(keys); i++)
        g_assert_cmpstr(co_published_near(file, "Présences", "cohorte-presences|3|SG-01", i + 1, 0),
                        ==, keys[i]);
    g_assert_cmpstr(co_published_near(file, "Présences", "cohorte-presences|3|SG-01", 0, 1), ==,
                    "P0004");
    g_assert_cmpstr(co_published_near(file, "Présences", "P0004", 1, 0), ==, "@Ailleurs Denis");
    g_assert_cmpstr(co_published_near(file, "Présences", "P0004", 2, 0), ==,
                    "Collège du Pré, VALMONT");
    g_autofree char *end = co_xlsx_file_find(file, "Présences", "cohorte-fin");
    g_assert_cmpstr(co_xlsx_file_near(file, "Présences", end, 0, -7), ==, "P0008");
    g_assert_cmpstr(co_xlsx_file_near(file, "Présences", end, 0, 1), ==, "Présents");
}

static void assert_sheet_has(const char *part)
{
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    if (strstr(co_xlsx_file_sheet(file, "Présences"), part) == NULL)
        g_error("nothing like %s", part);
}

static void test_what_is_typed_is_chosen_counted_and_nothing_else_is_open(void)
{
    assert_sheet_has("<sheetProtection sheet=\"1\"");
    assert_sheet_has("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\"");
    assert_sheet_has("<formula1>\"présent,absent,excusé\"</formula1>");
    assert_sheet_has("<dataValidation type=\"whole\"");
    assert_sheet_has("<f>COUNTIF(D10:D19,\"présent\")</f>");
    assert_sheet_has("<f>COUNTBLANK(D10:D13)</f><v>4</v>");
    assert_sheet_has("<f>COUNTIF(D10:I10,\"présent\")</f>");
    assert_sheet_has("<row r=\"9\" spans=\"1:10\" hidden=\"1\"");
    assert_sheet_has("<conditionalFormatting sqref=\"D10:D19\">");
    g_autoptr(CoXlsxFile) file = group_file("SG-01.xlsx");
    g_assert_nonnull(
        strstr(co_xlsx_file_part(file, "xl/styles.xml"), "<protection locked=\"0\"/>"));
}

static void know_by_email_only(CoSample *sample)
{
    CoPerson *person = &sample->campaign->people[SAMPLE_ASSISTANT];
    person->last_name = person->first_name = "";
    person->email = "connue@ac-exemple.fr";
}

static void test_no_address_goes_round_among_participants(void)
{
    static const char *const sheets[] = {"Présences", "SG-P1 13-11"};
    g_autoptr(CoXlsxFile) file = co_published_file(know_by_email_only, "groupes/SG-01.xlsx");
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        g_autofree char *address = co_xlsx_file_find(file, sheets[i], "connue@ac-exemple.fr");
        g_autofree char *number =
            co_xlsx_file_find(file, sheets[i], "Personne connue par son seul courriel (P0003)");
        g_assert_null(address);
        g_assert_nonnull(number);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/groups/sheets", test_there_is_one_attendance_sheet_a_meeting);
    g_test_add_func("/groups/summary", test_the_summary_tells_where_when_and_with_whom);
    g_test_add_func("/groups/roster", test_the_roster_is_in_the_order_of_names_with_access_checks);
    g_test_add_func("/groups/attendance/day", test_an_attendance_sheet_has_one_box_a_half_day);
    g_test_add_func("/groups/attendance/half", test_a_half_day_has_one_box_only);
    g_test_add_func("/groups/attendance/virtual", test_a_virtual_class_notes_connection_times);
    g_test_add_func("/groups/presences/keys",
                    test_attendance_is_typed_under_keys_that_tell_the_half_day);
    g_test_add_func("/groups/presences/cells",
                    test_what_is_typed_is_chosen_counted_and_nothing_else_is_open);
    g_test_add_func("/groups/address", test_no_address_goes_round_among_participants);
    g_test_add_func("/groups/no-room", test_a_group_without_a_room_has_no_place);
    return g_test_run();
}
