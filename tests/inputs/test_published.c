/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendars as published, where they are at hand: every form says the same, and every academy
 * finds its own days. */
#include "folder.h"

#include <string.h>

/* @return (transfer full) the text of a published calendar, or NULL, the test being skipped */
static char *published(const char *name)
{
    const char *shared = g_getenv("COHORTE_SHARED");
    g_autofree char *path =
        shared != NULL ? g_build_filename(shared, "data", "calendrier", name, NULL) : g_strdup("");
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_test_skip("the published calendars are not here (COHORTE_SHARED)");
    return text;
}

/* The base folder over two school years, of one academy, without calendars. */
static Folder folder_of(const char *academy, const char *zone)
{
    Folder folder = folder_new();
    g_autofree char *parameters = g_strdup_printf(
        "cle;valeur\nacademie;%s\nzone;%s\ndebut;02/09/2024\nfin;30/06/2026\n", academy, zone);
    folder_write(&folder, "parametres.csv", parameters);
    folder_write(&folder, "calendrier-vacances.csv", NULL);
    folder_write(&folder, "calendrier-feries.csv", NULL);
    return folder;
}

/* @return (transfer full) the closed days of a kind, one a line, in order */
static char *closed_days(const CoCampaign *campaign, CoClosureKind kind)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (CoDay day = campaign->parameters.first_day; day <= campaign->parameters.last_day; day++)
        for (int i = 0; i < campaign->n_closures; i++) {
            const CoClosure *closure = &campaign->closures[i];
            if (closure->kind != kind || day < closure->first_day || day > closure->last_day)
                continue;
            char iso[CO_DAY_ISO_SIZE];
            g_string_append_printf(text, "%s\n", co_day_to_iso(day, iso));
            break;
        }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *import_days(const char *academy, const char *zone, const char *name, const char *text,
                         CoClosureKind kind)
{
    g_auto(Folder) folder = folder_of(academy, zone);
    folder_write(&folder, name, text);
    folder_import(&folder);
    for (size_t i = 0; i < co_problem_list_size(folder.problems); i++) {
        const CoProblem *problem = co_problem_list_at(folder.problems, i);
        g_assert_false(kind == CO_CLOSURE_SCHOOL_HOLIDAY &&
                       problem->code == CO_PROBLEM_CALENDAR_ZONE &&
                       g_strcmp0(problem->value, academy) == 0);
    }
    return closed_days(folder.campaign, kind);
}

static void test_public_holidays_are_the_same_in_either_form(void)
{
    g_autofree char *csv = published("jours_feries_metropole.csv");
    g_autofree char *ics = published("jours_feries_metropole.ics");
    if (csv == NULL || ics == NULL)
        return;
    CoClosureKind kind = CO_CLOSURE_PUBLIC_HOLIDAY;
    g_autofree char *from_csv = import_days("Grenoble", "A", "calendrier.csv", csv, kind);
    g_autofree char *from_ics = import_days("Grenoble", "A", "calendrier.ics", ics, kind);
    g_assert_cmpstr(from_csv, ==, from_ics);
    g_assert_nonnull(strstr(from_ics, "2025-05-29\n"));
}

static void test_strasbourg_has_two_days_more(void)
{
    g_autofree char *mainland = published("jours_feries_metropole.csv");
    g_autofree char *local = published("jours_feries_alsace-moselle.csv");
    if (mainland == NULL || local == NULL)
        return;
    g_auto(Folder) folder = folder_of("Strasbourg", "B");
    folder_write(&folder, "calendrier-1.csv", mainland);
    folder_write(&folder, "calendrier-2.csv", local);
    folder_import(&folder);
    g_autofree char *days = closed_days(folder.campaign, CO_CLOSURE_PUBLIC_HOLIDAY);
    g_assert_nonnull(strstr(days, "2025-04-18\n"));
    g_assert_nonnull(strstr(days, "2024-12-26\n"));
    g_autofree char *elsewhere =
        import_days("Reims", "B", "calendrier.csv", mainland, CO_CLOSURE_PUBLIC_HOLIDAY);
    g_assert_cmpuint(strlen(days), ==, strlen(elsewhere) + 4 * strlen("2025-04-18\n"));
}

static void test_every_academy_finds_its_own_holidays(void)
{
    /* As the directory names them: not always as the calendar does. */
    static const char *const academies[] = {
        "Corse",
        "Guadeloupe",
        "Guyane",
        "La Réunion",
        "Martinique",
        "Mayotte",
        "Saint Pierre et Miquelon",
        "Nouvelle-Calédonie",
        "Polynésie française",
        "Wallis et Futuna",
        "Nancy-Metz",
        "Orléans-Tours",
        "Normandie",
    };
    g_autofree char *text = published("fr-en-calendrier-scolaire.csv");
    if (text == NULL)
        return;
    CoClosureKind kind = CO_CLOSURE_SCHOOL_HOLIDAY;
    g_autofree char *grenoble = import_days("Grenoble", "A", "calendrier.csv", text, kind);
    g_assert_nonnull(strstr(grenoble, "2024-10-19\n"));
    g_assert_null(strstr(grenoble, "2024-11-04\n"));
    for (size_t i = 0; i < G_N_ELEMENTS(academies); i++) {
        g_autofree char *days = import_days(academies[i], "", "calendrier.csv", text, kind);
        g_assert_cmpuint(strlen(days), >, 0);
        g_assert_cmpstr(days, !=, grenoble);
    }
}

static void test_an_older_export_says_the_same_of_a_common_year(void)
{
    g_autofree char *utc = published("fr-en-calendrier-scolaire.csv");
    g_autofree char *local = published("fr-en-calendrier-scolaire_variante-decalage-local.csv");
    if (utc == NULL || local == NULL)
        return;
    CoClosureKind kind = CO_CLOSURE_SCHOOL_HOLIDAY;
    g_autofree char *from_utc = import_days("Lille", "B", "calendrier.csv", utc, kind);
    g_autofree char *from_local = import_days("Lille", "B", "calendrier.csv", local, kind);
    /* Christmas 2024, told in UTC here and with an offset there. */
    static const char *const days[] = {"2024-12-21\n", "2025-01-05\n"};
    static const char *const open_days[] = {"2024-12-20\n", "2025-01-06\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        g_assert_nonnull(strstr(from_utc, days[i]));
        g_assert_nonnull(strstr(from_local, days[i]));
        g_assert_null(strstr(from_utc, open_days[i]));
        g_assert_null(strstr(from_local, open_days[i]));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/published/public", test_public_holidays_are_the_same_in_either_form);
    g_test_add_func("/published/public/strasbourg", test_strasbourg_has_two_days_more);
    g_test_add_func("/published/school/academies", test_every_academy_finds_its_own_holidays);
    g_test_add_func("/published/school/forms", test_an_older_export_says_the_same_of_a_common_year);
    return g_test_run();
}
