/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters and sheets as PDF: what is on them, for whom, and nothing of anybody else. The texts are
 * read with pdftotext and pdfinfo (Debian package poppler-utils). */
#include <glib.h>
#include <glib/gstdio.h>

#include <string.h>

#include "outputs/kit/paper.h"
#include "published.h"

static bool has_readers(void)
{
    g_autofree char *text = g_find_program_in_path("pdftotext");
    g_autofree char *info = g_find_program_in_path("pdfinfo");
    if (text != NULL && info != NULL)
        return true;
    g_test_skip("pdftotext and pdfinfo (poppler-utils) are not installed");
    return false;
}

/* @return (transfer full) what a program prints of a file, each run of blanks made one */
static char *printed(const char *const *command, const char *path, const char *last)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (; *command != NULL; command++)
        g_ptr_array_add(words, (gpointer)*command);
    g_ptr_array_add(words, (gpointer)path);
    g_ptr_array_add(words, (gpointer)last);
    g_ptr_array_add(words, NULL);
    g_autofree char *out = NULL;
    g_autoptr(GError) error = NULL;
    int status = 0;
    g_spawn_sync(NULL, (char **)words->pdata, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, &status,
                 &error);
    g_assert_no_error(error);
    g_assert_cmpint(status, ==, 0);
    g_auto(GStrv) parts = g_strsplit_set(out, " \n\f", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (char **part = parts; *part != NULL; part++)
        if (**part != '\0')
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", *part);
    return g_strdup(text->str);
}

static char *text_of(const CoPublished *test, const char *name)
{
    static const char *const command[] = {"pdftotext", "-raw", NULL};
    g_autofree char *path = g_build_filename(test->target, name, NULL);
    return printed(command, path, "-");
}

static char *info_of(const CoPublished *test, const char *name, const char *option)
{
    const char *const command[] = {"pdfinfo", option, NULL};
    g_autofree char *path = g_build_filename(test->target, name, NULL);
    return printed(command, path, NULL);
}

static void assert_holds(const char *text, const char *wanted)
{
    if (strstr(text, wanted) == NULL)
        g_error("\"%s\" is not in: %s", wanted, text);
}

static void assert_absent(const char *text, const char *unwanted)
{
    if (*unwanted != '\0' && strstr(text, unwanted) != NULL)
        g_error("\"%s\" is in: %s", unwanted, text);
}

static void test_a_letter_says_all_that_it_must(void)
{
    static const char *const wanted[] = {
        "CONVOCATION VALANT ORDRE DE MISSION",
        "Établi le vendredi 18 octobre 2024",
        "Réf. Plan n° 3 / SG-01 / P0002",
        "Bruno <Tag> & \"Fils\" Secrétaire général d'EPLE Lycée des Ormes, Clairval (UAI 0800001A)",
        "mercredi 13 novembre 2024",
        "09:00-12:00 et 13:30-16:30",
        "S1, Lycée des Tilleuls",
        "https://visio.exemple.fr/sg",
        "OUI : le lieu de formation (Valmont) est hors de la commune",
        "votre clé OTP, que vous n'avez pas encore",
        "Retournez sans délai cette convocation",
        "Pour l'académie, l'école académique de la formation continue",
        "Vu et transmis : le chef d'établissement",
        "page 1/1",
    };
    if (!has_readers())
        return;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autofree char *text = text_of(&test, "convocations/0800001A.pdf");
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        assert_holds(text, wanted[i]);
    g_autofree char *info = info_of(&test, "convocations/0800001A.pdf", "-isodates");
    assert_holds(info, "Title: Convocations, 0800001A");
    assert_holds(info, "CreationDate: 2024-10-18T00:00:00");
    assert_holds(info, "ModDate: 2024-10-18T00:00:00");
    assert_holds(info, "Tagged: yes");
    assert_holds(info, "Pages: 3");
    assert_holds(info, "(A4)");
}

static void give_an_address(CoSample *sample)
{
    sample->campaign->parameters.organizer_email = "eafc@ac-exemple.fr";
}

static void test_documents_say_how_to_reach_the_service(void)
{
    if (!has_readers())
        return;
    g_auto(CoPublished) with = {0}, without = {0};
    co_published_init(&with, give_an_address);
    co_published_init(&without, NULL);
    g_autofree char *letter = text_of(&with, "convocations/0800001A.pdf");
    g_autofree char *silent = text_of(&without, "convocations/0800001A.pdf");
    assert_holds(letter, "Contact : eafc@ac-exemple.fr");
    assert_absent(silent, "Contact");
    g_autoptr(CoXlsxFile) group = co_published_open(&with, "groupes/SG-01.xlsx");
    g_assert_nonnull(strstr(co_xlsx_file_cell(group, "Groupe", "A2"), "eafc@ac-exemple.fr"));
}

static void test_a_letter_at_a_distance_is_no_mission_order(void)
{
    if (!has_readers())
        return;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    test.sample.plan->groups[SAMPLE_SG_01].n_members = 2; /* without Denis @Ailleurs */
    g_free(test.target);
    test.target = co_sample_publish(&test.sample, test.folder);
    g_autofree char *text = text_of(&test, "convocations/0800002B.pdf");
    assert_holds(text, "CONVOCATION Op@le");
    assert_absent(text, "ORDRE DE MISSION");
    assert_holds(text, "aucun déplacement n'est à prévoir");
}

static void test_a_sheet_has_a_line_for_each_and_a_box_for_each_half_day(void)
{
    static const char *const wanted[] = {
        "FEUILLE D'ÉMARGEMENT – groupe SG-01",
        "RELEVÉ DE CONNEXION – groupe SG-01",
        "Signature, matin 09:00-12:00",
        "Signature, après-midi 13:30-16:30",
        "-Tiret Chloé",
        "Rattrapages",
        "Inès Premier",
        "Nombre de présents",
        "Chaque participant signe pour chaque demi-journée.",
    };
    if (!has_readers())
        return;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autofree char *text = text_of(&test, "emargements/SG-01.pdf");
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        assert_holds(text, wanted[i]);
    g_autofree char *info = info_of(&test, "emargements/SG-01.pdf", "-isodates");
    assert_holds(info, "Pages: 3");
}

static void test_the_structure_is_that_of_a_document(void)
{
    if (!has_readers())
        return;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autofree char *tree = info_of(&test, "convocations/0800001A.pdf", "-struct");
    g_assert_true(g_str_has_prefix(tree, "Document Sect"));
    assert_holds(tree, "H1 (block)");
    assert_holds(tree, "Table (block) TR TH");
    assert_holds(tree, "TR TD");
}

static void test_an_establishment_sees_none_of_the_staff_of_others(void)
{
    static const char *const schools[] = {"0800001A", "0800002B"};
    if (!has_readers())
        return;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    const CoCampaign *campaign = test.sample.campaign;
    for (size_t s = 0; s < G_N_ELEMENTS(schools); s++) {
        g_autofree char *name = g_strdup_printf("convocations/%s.pdf", schools[s]);
        g_autofree char *text = text_of(&test, name);
        g_autofree char *info = info_of(&test, name, "-struct-text");
        g_autofree char *properties = info_of(&test, name, "-meta");
        const char *const parts[] = {text, info, properties};
        for (size_t k = 0; k < G_N_ELEMENTS(parts); k++) {
            assert_absent(parts[k], "@ac-exemple.fr");
            for (int i = 0; i < campaign->n_people; i++) {
                const CoPerson *person = &campaign->people[i];
                if (strcmp(campaign->establishments[person->establishment_idx].uai, schools[s]) ==
                    0)
                    continue;
                assert_absent(parts[k], person->last_name);
                assert_absent(parts[k], person->id);
            }
        }
    }
}

static void test_a_sheet_to_sign_holds_no_expense_and_no_email(void)
{
    static const char *const words[] = {"Frais",          "Repas",     "Chorus",
                                        "@ac-exemple.fr", "ndisponib", "Aline"};
    if (!has_readers())
        return;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autofree char *text = text_of(&test, "emargements/SG-01.pdf");
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        assert_absent(text, words[i]);
}

static void test_nobody_called_is_no_file(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autofree char *none = g_build_filename(test.target, "convocations", "0800003C.pdf", NULL);
    g_autofree char *some = g_build_filename(test.target, "convocations", "0800002B.pdf", NULL);
    g_assert_false(g_file_test(none, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(some, G_FILE_TEST_EXISTS));
}

static void draw_many_rows(CoPaper *paper, void *data)
{
    static const double widths[] = {100, 300};
    static const char *const heads[] = {"Tête", "Suite"};
    static const char *const cells[] = {"une ligne", "et ce qui la suit"};
    static const CoPaperTable table = {2, widths, heads, 9, 20};
    co_paper_table_begin(paper, &table);
    for (int i = 0; i < *(int *)data; i++)
        co_paper_table_row(paper, &table, cells);
    co_paper_table_end(paper);
}

static GBytes *paper_of_rows(int n_rows)
{
    const CoPaperInfo info = {"Essai", "", "", CO_DAY_NONE, NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(CoPaper) paper = co_paper_new(&info);
    co_paper_part(paper, "pied", draw_many_rows, &n_rows);
    GBytes *data = co_paper_close(paper, &error);
    g_assert_no_error(error);
    return data;
}

static void test_a_long_table_goes_on_under_its_head(void)
{
    if (!has_readers())
        return;
    static const char *const command[] = {"pdftotext", "-raw", NULL};
    char *folder = co_sample_folder();
    g_autofree char *path = g_build_filename(folder, "essai.pdf", NULL);
    g_autoptr(GBytes) data = paper_of_rows(50);
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    g_autofree char *text = printed(command, path, "-");
    assert_holds(text, "pied page 1/2 Tête Suite une ligne");
    assert_holds(text, "page 2/2");
    co_sample_remove_folder(folder);
}

static void test_the_same_sheets_are_the_same_bytes(void)
{
    g_autoptr(GBytes) first = paper_of_rows(5);
    g_usleep(1100000); /* dates inside count seconds */
    g_autoptr(GBytes) second = paper_of_rows(5);
    g_assert_true(g_bytes_equal(first, second));
}

static void test_a_logo_that_cannot_be_read_is_told(void)
{
    static const char png[] = "\x89PNG\r\n\x1a\n cut";
    g_autoptr(GBytes) logo = g_bytes_new_static(png, sizeof png);
    const CoPaperInfo info = {"Essai", "", "", CO_DAY_NONE, logo};
    g_autoptr(GError) error = NULL;
    int n_rows = 1;
    g_autoptr(CoPaper) paper = co_paper_new(&info);
    co_paper_part(paper, "pied", draw_many_rows, &n_rows);
    g_autoptr(GBytes) data = co_paper_close(paper, &error);
    g_assert_null(data);
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
}

static void test_a_mission_order_says_all_that_it_must(void)
{
    static const char *const wanted[] = {
        "ORDRE DE MISSION",
        "Établi le vendredi 18 octobre 2024",
        "Réf. Plan n° 3 / F2",
        "Inès Second Secrétaire général d'EPLE Lycée des Peupliers (UAI 0809999Z)",
        "SG-01, ORD-01 ; en binôme avec Inès Premier",
        "mercredi 13 novembre 2024",
        "09:00-12:00 et 13:30-16:30",
        "Salle S1, Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont",
        "Vous êtes autorisé(e) à utiliser votre véhicule personnel dans l'intérêt du service",
        "Vu : le chef d'établissement d'affectation",
        "page 1/1",
    };
    if (!has_readers())
        return;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autofree char *text = text_of(&test, "ordres-de-mission/F2.pdf");
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        assert_holds(text, wanted[i]);
    assert_absent(text, "F1@ac-exemple.fr");
    assert_absent(text, "DIST-01");
    g_autofree char *info = info_of(&test, "ordres-de-mission/F2.pdf", "-isodates");
    assert_holds(info, "Title: Ordre de mission, F2");
    assert_holds(info, "CreationDate: 2024-10-18T00:00:00");
    assert_holds(info, "Tagged: yes");
    assert_holds(info, "Pages: 1");
    assert_holds(info, "(A4)");
}

static void lead_many_times(CoSample *sample)
{
    CoGroup *group = &sample->plan->groups[SAMPLE_SG_01];
    for (int i = 0; i < 30; i++) {
        const CoMeeting meeting = {group->meetings[0].module_idx, group->meetings[0].day + i,
                                   CO_HALF_BOTH};
        co_group_add_meeting(group, &meeting);
    }
}

static void test_signatures_never_stand_alone_on_a_sheet(void)
{
    if (!has_readers())
        return;
    for (int n_more = 3; n_more < 9; n_more++) {
        g_auto(CoPublished) test = {0};
        co_published_init(&test, lead_many_times);
        test.sample.plan->groups[SAMPLE_SG_01].n_meetings = 3 + n_more;
        g_free(test.target);
        test.target = co_sample_publish(&test.sample, test.folder);
        g_autofree char *text = text_of(&test, "ordres-de-mission/F1.pdf");
        const char *visa = strstr(text, "Pour l'académie, l'école");
        g_assert_nonnull(visa);
        /* The footer of the sheet before does not come right before the frames. */
        g_assert_false(g_str_has_prefix(visa - strlen("page 1/2 "), "page 1/2"));
        /* Nor does it part them. */
        const char *last = strstr(visa, "Pris connaissance"), *foot = strstr(visa, "page ");
        g_assert_true(last != NULL && foot != NULL && last < foot);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paper/letter", test_a_letter_says_all_that_it_must);
    g_test_add_func("/paper/letter/remote", test_a_letter_at_a_distance_is_no_mission_order);
    g_test_add_func("/paper/sheet", test_a_sheet_has_a_line_for_each_and_a_box_for_each_half_day);
    g_test_add_func("/paper/structure", test_the_structure_is_that_of_a_document);
    g_test_add_func("/paper/privacy/school",
                    test_an_establishment_sees_none_of_the_staff_of_others);
    g_test_add_func("/paper/privacy/sheet", test_a_sheet_to_sign_holds_no_expense_and_no_email);
    g_test_add_func("/paper/nobody", test_nobody_called_is_no_file);
    g_test_add_func("/paper/table", test_a_long_table_goes_on_under_its_head);
    g_test_add_func("/paper/bytes", test_the_same_sheets_are_the_same_bytes);
    g_test_add_func("/paper/order", test_a_mission_order_says_all_that_it_must);
    g_test_add_func("/paper/order/signatures", test_signatures_never_stand_alone_on_a_sheet);
    g_test_add_func("/paper/logo", test_a_logo_that_cannot_be_read_is_told);
    g_test_add_func("/paper/contact", test_documents_say_how_to_reach_the_service);
    return g_test_run();
}
