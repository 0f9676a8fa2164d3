/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole campaigns: the one of the demonstration, and the real cases where they are at hand. */
#include "cohorte/import.h"
#include "expected.h"
#include "folder.h"
#include "problems.h"

/* @return (transfer full) a folder of real data, or NULL, the test being skipped */
static char *shared_folder(const char *name)
{
    const char *shared = g_getenv("COHORTE_SHARED");
    g_autofree char *path =
        shared != NULL ? g_build_filename(shared, "data", name, NULL) : g_strdup("");
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return g_steal_pointer(&path);
    g_test_skip("the real cases are not here (COHORTE_SHARED)");
    return NULL;
}

static CoCampaign *import(const char *folder, CoProblemList *problems)
{
    CoImportOptions options = {.write_mapping = false};
    g_autoptr(GError) error = NULL;
    CoCampaign *campaign = co_import_folder(folder, &options, problems, &error);
    if (campaign == NULL)
        problems_print(problems);
    g_assert_no_error(error);
    return campaign;
}

/* A survey with its expected needs, rejects and figures. */
static void check_survey_case(const char *folder, int n_figures)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoCampaign) campaign = import(folder, problems);
    g_autofree char *expected = g_build_filename(folder, "attendu", NULL);
    expected_check_people(expected, campaign);
    expected_check_rejects(folder, problems);
    g_assert_cmpint(expected_check(folder, campaign, problems), ==, n_figures);
    problems_assert_below(problems, CO_SEVERITY_ERROR);
}

static void test_the_demonstration_is_imported_as_expected(void)
{
    const char *source = g_getenv("COHORTE_SOURCE_DIR");
    g_autofree char *folder =
        g_build_filename(source != NULL ? source : ".", "examples", "campagne-demo", NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        g_test_skip("examples/campagne-demo is not here (COHORTE_SOURCE_DIR)");
        return;
    }
    check_survey_case(folder, 47);
}

static void test_grenoble_v8_gives_its_233_persons_and_rejects(void)
{
    g_autofree char *folder = shared_folder("cases/grenoble-v8");
    if (folder != NULL)
        check_survey_case(folder, 47);
}

/* A copy of a folder's files, to be changed. */
static Folder copy_of(const char *source)
{
    Folder folder = {.path = g_dir_make_tmp("cohorte-case-XXXXXX", NULL),
                     .problems = co_problem_list_new()};
    g_autoptr(GDir) dir = g_dir_open(source, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *from = g_build_filename(source, name, NULL);
        g_autofree char *to = g_build_filename(folder.path, name, NULL);
        g_autofree char *bytes = NULL;
        gsize size;
        if (g_file_get_contents(from, &bytes, &size, NULL))
            g_assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
    }
    return folder;
}

static void test_grenoble_v8_reads_its_own_mapping(void)
{
    g_autofree char *source = shared_folder("cases/grenoble-v8");
    if (source == NULL)
        return;
    g_auto(Folder) folder = copy_of(source);
    g_autofree char *given = g_build_filename(source, "attendu", "enquete.correspondance", NULL);
    g_autofree char *mapping = NULL;
    g_assert_true(g_file_get_contents(given, &mapping, NULL, NULL));
    folder_write(&folder, "enquete.correspondance", mapping);
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_MAPPING_GUESSED), ==, 0);
    g_autofree char *expected = g_build_filename(source, "attendu", NULL);
    expected_check_people(expected, folder.campaign);
}

static void test_grenoble_v8_without_its_alias_misses_one_person(void)
{
    g_autofree char *source = shared_folder("cases/grenoble-v8");
    if (source == NULL)
        return;
    g_auto(Folder) folder = copy_of(source);
    folder_replace(&folder, "roles.csv", "|AG|gestionnaire", "|AG");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 232);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ROLE_UNKNOWN), ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_ROLE_UNKNOWN)->value, ==,
                    "gestionnaire");
}

static void test_cases_with_clean_needs_have_no_error(void)
{
    static const struct {
        const char *name;
        int n_figures;
    } cases[] = {
        {"cases/mini", 13},
        {"cases/mini-sans-formateur", 13},
        {"cases/mini-continuite", 13},
        {"cases/mini-fm1-sature", 13},
        {"cases/grenoble-tendu", 18},
        {"cases/echelle-10", 14},
        {"cases/echelle-30", 14},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *folder = shared_folder(cases[i].name);
        if (folder == NULL)
            return;
        g_test_message("%s", cases[i].name);
        g_autoptr(CoProblemList) problems = co_problem_list_new();
        g_autoptr(CoCampaign) campaign = import(folder, problems);
        problems_assert_below(problems, CO_SEVERITY_ERROR);
        expected_check_people(folder, campaign);
        g_assert_cmpint(expected_check(folder, campaign, problems), ==, cases[i].n_figures);
    }
}

/* The same campaign in one workbook: not a date, number or text may come out otherwise. */
static void check_book(const char *source, const char *name, const CoCampaign *expected)
{
    g_autofree char *path = g_build_filename(source, "classeur", name, NULL);
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoCampaign) campaign = import(path, problems);
    g_autofree char *digest = co_campaign_digest(campaign);
    g_autofree char *expected_digest = co_campaign_digest(expected);
    g_assert_cmpstr(digest, ==, expected_digest);
    problems_assert_below(problems, CO_SEVERITY_WARNING);
    g_assert_cmpint(campaign->n_people, ==, expected->n_people);
    for (int i = 0; i < campaign->n_people; i++)
        g_assert_cmpstr(campaign->people[i].email, ==, expected->people[i].email);
}

static void test_amiens_v6_is_read_from_its_clean_needs(void)
{
    g_autofree char *source = shared_folder("cases/amiens-v6");
    if (source == NULL)
        return;
    g_auto(Folder) folder = copy_of(source);
    g_autofree char *given = g_build_filename(source, "attendu", "besoins.csv", NULL);
    g_autofree char *needs = NULL;
    g_assert_true(g_file_get_contents(given, &needs, NULL, NULL));
    folder_write(&folder, "besoins.csv", needs);
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_WARNING);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_SURVEY_UNUSED)->file, ==,
                    "enquete.xlsx");
    expected_check_people(folder.path, folder.campaign);
    g_assert_cmpint(expected_check(source, folder.campaign, folder.problems), ==, 19);
    check_book(source, "campagne.xlsx", folder.campaign);
    check_book(source, "campagne.ods", folder.campaign);
}

static void test_amiens_v6_is_read_from_its_survey_in_a_workbook(void)
{
    g_autofree char *folder = shared_folder("cases/amiens-v6");
    if (folder == NULL)
        return;
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoCampaign) campaign = import(folder, problems);
    problems_assert_below(problems, CO_SEVERITY_ERROR);
    g_autofree char *expected = g_build_filename(folder, "attendu", NULL);
    expected_check_people_by_email(expected, campaign);
    expected_check_rejects(folder, problems);
    g_assert_cmpint(expected_check(folder, campaign, problems), ==, 21);
}

/* Puts a published file into a folder. @return false, the test being skipped, when it is not here
 */
static bool add_published(const Folder *folder, const char *published, const char *name)
{
    g_autofree char *here = shared_folder("annuaire");
    if (here == NULL)
        return false;
    g_autofree char *from = g_build_filename(here, "..", published, NULL);
    g_autofree char *to = g_build_filename(folder->path, name, NULL);
    g_autofree char *bytes = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(from, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
    return true;
}

static const CoPlace *place_of(const Folder *folder, const char *uai)
{
    int index = co_campaign_find_establishment(folder->campaign, uai);
    g_assert_cmpint(index, >=, 0);
    return &folder->campaign->establishments[index].place;
}

static void test_the_published_lycees_are_survived(void)
{
    g_auto(Folder) folder = folder_new();
    if (!add_published(&folder, "annuaire/fr-en-annuaire-education_lycees_5-academies.csv",
                       "annuaire-lycees.csv"))
        return;
    folder_append(&folder, "etablissements.csv",
                  "0770920G;V8;;3\n0770930T;V8;;3\n"
                  "0022210S;V8;;3\n0040587S;V8;;3\n"
                  "0020061F;V8;;3\n");
    folder_import(&folder);
    g_assert_cmpstr(place_of(&folder, "0770920G")->name, ==, "Lycée polyvalent La Fayette");
    g_assert_cmpstr(place_of(&folder, "0770920G")->department, ==, "077");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_DIRECTORY_TWICE), ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_PLACE_UNKNOWN)->value, ==, "0022210S");
    g_assert_cmpstr(place_of(&folder, "0040587S")->type, ==, "Collège");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_DIRECTORY_ATTACHED), >=, 1);
    problems_assert_below(folder.problems, CO_SEVERITY_ERROR);
}

static void test_the_other_published_directories_are_survived(void)
{
    static const char *const files[] = {
        "annuaire/fr-en-annuaire-education_toulouse-montpellier_2d-degre.csv",
        "annuaire/fr-en-annuaire-education_lozere_tous-types.csv",
        "annuaire/fr-en-adresse-et-geolocalisation_colleges_5-academies.csv",
        "annuaire/etablissements-publics-france.csv"};
    g_auto(Folder) folder = folder_new();
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *name = g_strdup_printf("annuaire-%zu.csv", i);
        if (!add_published(&folder, files[i], name))
            return;
    }
    folder_append(&folder, "etablissements.csv",
                  "0311631E;V8;;3\n0342580V;V8;;3\n"
                  "0480017H;V8;;3\n0071245R;V8;;3\n"
                  "0730016W;V8;;3\n");
    folder_import(&folder);
    g_assert_cmpstr(place_of(&folder, "0311631E")->name, ==, "Collège Michelet");
    g_assert_cmpstr(place_of(&folder, "0480017H")->type, ==, "Collège");
    g_assert_cmpstr(place_of(&folder, "0071245R")->commune, ==, "Aubenas");
    g_assert_cmpstr(place_of(&folder, "0730016W")->commune, ==, "Chambéry");
    g_assert_true(place_of(&folder, "0730016W")->located);
    problems_assert_below(folder.problems, CO_SEVERITY_ERROR);
}

static void assert_closed(const CoCampaign *campaign, int academy_idx, const char *first,
                          const char *back)
{
    CoDay first_day = co_day_parse(first), last_day = co_day_parse(back) - 1;
    for (int i = 0; i < campaign->n_closures; i++) {
        const CoClosure *closure = &campaign->closures[i];
        if (closure->kind == CO_CLOSURE_SCHOOL_HOLIDAY && closure->academy_idx == academy_idx &&
            closure->first_day == first_day && closure->last_day == last_day)
            return;
    }
    g_error("academy %d is not closed from %s until %s", academy_idx, first, back);
}

/* First days without classes and days of return, from the ministry's orders. */
static const struct {
    int academy_idx;
    const char *first, *back;
} holidays[] = {
    {0, "19/10/2024", "04/11/2024"}, {1, "19/10/2024", "04/11/2024"},
    {2, "19/10/2024", "04/11/2024"}, {0, "21/12/2024", "06/01/2025"},
    {0, "22/02/2025", "10/03/2025"}, {1, "08/02/2025", "24/02/2025"},
    {2, "15/02/2025", "03/03/2025"}, {0, "19/04/2025", "05/05/2025"},
    {1, "05/04/2025", "22/04/2025"}, {2, "12/04/2025", "28/04/2025"},
    {0, "05/07/2025", "01/09/2025"}, {1, "18/10/2025", "03/11/2025"},
    {2, "21/02/2026", "09/03/2026"}, {0, "04/04/2026", "20/04/2026"},
};

static const char *const three_zones = "academie;zone\nGrenoble;A\nLille;B\nParis;C\n";

static void test_the_published_calendar_closes_the_right_days(void)
{
    g_auto(Folder) folder = folder_new();
    if (!add_published(&folder, "calendrier/fr-en-calendrier-scolaire.csv",
                       "calendrier-vacances.csv") ||
        !add_published(&folder, "calendrier/jours_feries_metropole.csv", "calendrier-feries.csv"))
        return;
    folder_write(&folder, "academies.csv", three_zones);
    folder_replace(&folder, "parametres.csv", "debut;04/11/2024", "debut;01/09/2024");
    folder_replace(&folder, "parametres.csv", "fin;20/12/2024", "fin;15/05/2027");
    folder_import(&folder);
    for (size_t i = 0; i < G_N_ELEMENTS(holidays); i++)
        assert_closed(folder.campaign, holidays[i].academy_idx, holidays[i].first,
                      holidays[i].back);
    assert_closed(folder.campaign, 0, "07/05/2027", "08/05/2027");
    assert_closed(folder.campaign, 0, "10/04/2027", "26/04/2027");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_CALENDAR_COVER), ==, 0);
    int n_public = 0;
    for (int i = 0; i < folder.campaign->n_closures; i++)
        n_public += folder.campaign->closures[i].kind == CO_CLOSURE_PUBLIC_HOLIDAY;
    g_assert_cmpint(n_public, ==, 30);
}

static void test_the_older_published_calendar_closes_the_same_days(void)
{
    g_auto(Folder) folder = folder_new();
    if (!add_published(&folder, "calendrier/fr-en-calendrier-scolaire_variante-decalage-local.csv",
                       "calendrier-vacances.csv"))
        return;
    folder_write(&folder, "academies.csv", three_zones);
    folder_replace(&folder, "parametres.csv", "fin;20/12/2024", "fin;31/05/2026");
    folder_import(&folder);
    for (size_t i = 3; i < G_N_ELEMENTS(holidays); i++)
        assert_closed(folder.campaign, holidays[i].academy_idx, holidays[i].first,
                      holidays[i].back);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/cases/demo", test_the_demonstration_is_imported_as_expected);
    g_test_add_func("/import/cases/grenoble", test_grenoble_v8_gives_its_233_persons_and_rejects);
    g_test_add_func("/import/cases/grenoble/mapping", test_grenoble_v8_reads_its_own_mapping);
    g_test_add_func("/import/cases/grenoble/alias",
                    test_grenoble_v8_without_its_alias_misses_one_person);
    g_test_add_func("/import/cases/clean", test_cases_with_clean_needs_have_no_error);
    g_test_add_func("/import/cases/amiens", test_amiens_v6_is_read_from_its_clean_needs);
    g_test_add_func("/import/cases/amiens/survey",
                    test_amiens_v6_is_read_from_its_survey_in_a_workbook);
    g_test_add_func("/import/published/lycees", test_the_published_lycees_are_survived);
    g_test_add_func("/import/published/others", test_the_other_published_directories_are_survived);
    g_test_add_func("/import/published/calendar",
                    test_the_published_calendar_closes_the_right_days);
    g_test_add_func("/import/published/calendar/older",
                    test_the_older_published_calendar_closes_the_same_days);
    return g_test_run();
}
