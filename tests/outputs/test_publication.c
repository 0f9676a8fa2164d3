/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole set of files: names, manifest, same bytes, several academies, strange codes. */
#include <glib.h>
#include <glib/gstdio.h>

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "outputs/kit/folder.h"
#include "sample_campaign.h"
#include "xlsx_file.h"

static char *read_file(const char *folder, const char *name, gsize *size)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *data = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &data, size, &error);
    g_assert_no_error(error);
    return data;
}

static void test_every_reader_has_a_file_and_a_line_of_the_manifest(void)
{
    static const char *const lines_wanted[] = {
        "\ncalendrier.xlsx;EAFC et comité de suivi;",
        "\nanomalies.xlsx;EAFC, planificateur;",
        "\ncosui.xlsx;Comité de suivi;",
        "\nbilan.html;EAFC, planificateur;",
        "\nconvocations.csv;EAFC, publipostage;",
        "\nsofia-sessions.xlsx;EAFC, gestion de SOFIA-FMO;",
        "\nfm1.xlsx;Administrateurs de FM1;",
        "\nsites/S1.xlsx;Site d'accueil, Lycée des Tilleuls;",
        "\ngroupes/ORD-01.xlsx;Formateurs du groupe ORD-01 : Inès Second <F2@ac-exemple.fr>;",
        "\nconvocations/0800001A.pdf;Chef d'établissement, Lycée des Ormes <0800001A>;",
        "\nemargements/ORD-01.pdf;Formateurs du groupe ORD-01 : Inès Second <F2@ac-exemple.fr>;",
        "\ngroupes/SG-01.xlsx;Formateurs du groupe SG-01 : Inès Premier <F1@ac-exemple.fr>, Inès ",
        "\netablissements/0800001A.xlsx;Chef d'établissement, Lycée des Ormes <0800001A>;",
        "\netablissements/0800004D.xlsx;Chef d'établissement, Collège muet <0800004D>;",
        "\ngroupes/SG-01.ics;Membres et formateurs du groupe SG-01;",
        "\nformateurs/F2.ics;Inès Second;",
        "\nformateurs/F2.xlsx;Inès Second <F2@ac-exemple.fr>;",
        "\nordres-de-mission/F1.pdf;Inès Premier <F1@ac-exemple.fr>;",
        "\netablissements/0800003C.ics;Direction : Collège des Saules;",
    };
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autofree char *manifest = read_file(target, "MANIFESTE.csv", NULL);
    g_assert_true(g_str_has_prefix(manifest, "chemin;destinataire;sha256\n"));
    for (size_t i = 0; i < G_N_ELEMENTS(lines_wanted); i++)
        g_assert_nonnull(strstr(manifest, lines_wanted[i]));
    g_auto(GStrv) lines = g_strsplit(manifest, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==,
                     1 + 8 + 1 + 3 + 4 + (3 + 2 + 3) + (3 + 2) + (2 + 2) + 1);
    co_sample_remove_folder(folder);
}

static void test_the_same_plan_gives_the_same_bytes(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autofree char *first = read_file(target, "MANIFESTE.csv", NULL);
    g_usleep(1100000); /* the clock inside an archive counts seconds */
    g_setenv("TZ", "Pacific/Auckland", TRUE);
    g_autofree char *again = co_sample_publish(&sample, folder);
    g_unsetenv("TZ");
    g_autofree char *second = read_file(again, "MANIFESTE.csv", NULL);
    g_assert_cmpstr(first, ==, second);
    co_sample_remove_folder(folder);
}

static void test_properties_say_what_the_document_is(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autofree char *path = g_build_filename(target, "groupes", "SG-01.xlsx", NULL);
    g_autoptr(CoXlsxFile) file = co_xlsx_file_open(path);
    const char *core = co_xlsx_file_part(file, "docProps/core.xml");
    g_assert_nonnull(strstr(core, "<dc:title>Groupe SG-01</dc:title>"));
    g_assert_nonnull(strstr(core, "<dc:creator>EAFC, Académie d'Amiens</dc:creator>"));
    g_assert_nonnull(strstr(core, "Op@le vague 8 &amp; essais"));
    g_assert_nonnull(strstr(core, "2024-10-18T00:00:00Z</dcterms:created>"));
    g_assert_true(co_xlsx_file_is_undated(file));
    co_sample_remove_folder(folder);
}

static void test_codes_that_are_no_file_names_get_names_that_differ(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    static const char *const codes[] = {"AC/AG-01", "AC:AG-01", "ac_ag-01"};
    for (int i = 0; i < 3; i++) {
        g_free(sample.plan->groups[i].code);
        sample.plan->groups[i].code = g_strdup(codes[i]);
    }
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autofree char *manifest = read_file(target, "MANIFESTE.csv", NULL);
    g_assert_nonnull(strstr(manifest, "\ngroupes/AC_AG-01.xlsx;"));
    g_assert_nonnull(strstr(manifest, "\ngroupes/AC_AG-01_2.xlsx;"));
    g_assert_nonnull(strstr(manifest, "\ngroupes/ac_ag-01_3.xlsx;"));
    co_sample_remove_folder(folder);
}

static void add_academy(CoSample *sample)
{
    CoAcademy *academy = co_campaign_add_academy(sample->campaign);
    academy->name = "Lille";
    sample->plan->groups[SAMPLE_DIST_01].academy_idx = 1;
    sample->campaign->establishments[SAMPLE_SCHOOL_C].academy_idx = 1;
}

static void test_each_academy_heads_its_own_files(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    add_academy(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autofree char *group_path = g_build_filename(target, "groupes", "DIST-01.xlsx", NULL);
    g_autofree char *school_path =
        g_build_filename(target, "etablissements", "0800003C.xlsx", NULL);
    g_autoptr(CoXlsxFile) group = co_xlsx_file_open(group_path);
    g_autoptr(CoXlsxFile) school = co_xlsx_file_open(school_path);
    g_assert_cmpstr(co_xlsx_file_cell(group, "Groupe", "A1"), ==, "Académie de Lille");
    g_assert_cmpstr(co_xlsx_file_cell(school, "Absences", "A1"), ==, "Académie de Lille");
    g_autofree char *calendar_path = g_build_filename(target, "calendrier.xlsx", NULL);
    g_autoptr(CoXlsxFile) calendar = co_xlsx_file_open(calendar_path);
    g_autofree char *label = co_xlsx_file_find(calendar, "Calendrier", "à distance – Lille");
    g_assert_cmpstr(co_xlsx_file_cell(calendar, "Liste", "N6"), ==, "Académie");
    g_assert_cmpstr(co_xlsx_file_cell(calendar, "Liste", "N12"), ==, "Lille");
    g_assert_nonnull(label);
    co_sample_remove_folder(folder);
}

static void test_a_foreign_folder_is_left_alone(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *notes = g_build_filename(folder, "notes.txt", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_true(g_file_set_contents(notes, "à moi", -1, NULL));
    g_assert_false(co_output_documents(&sample.context, folder, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET);
    g_clear_error(&error);
    g_assert_false(co_output_plan_tables(&sample.context, folder, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET);
    g_assert_true(g_file_test(notes, G_FILE_TEST_IS_REGULAR));
    co_sample_remove_folder(folder);
}

/* Tables do not replace documents, nor the other way round. */
static void test_tables_and_documents_do_not_replace_one_another(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autoptr(GError) error = NULL;
    g_assert_false(co_output_plan_tables(&sample.context, target, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET);
    g_autofree char *tables = g_build_filename(folder, "plan", NULL);
    g_assert_true(co_output_plan_tables(&sample.context, tables, NULL));
    g_assert_false(co_output_documents(&sample.context, tables, NULL));
    co_sample_remove_folder(folder);
}

/* Files cut at @p limit bytes, temporary ones too, as on a disk that fills up. */
static void publish_with_limit(rlim_t limit)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "documents", NULL);
    const struct rlimit value = {limit, limit};
    g_autoptr(GError) error = NULL;
    signal(SIGXFSZ, SIG_IGN);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &value), ==, 0);
    g_assert_false(co_output_documents(&sample.context, target, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE);
    g_assert_false(g_file_test(target, G_FILE_TEST_EXISTS));
    co_sample_remove_folder(folder);
}

static void test_a_disk_that_fills_up_leaves_nothing(void)
{
    static const rlim_t limits[] = {0, 500, 4096, 8192, 12000};
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++) {
        g_autofree char *name = g_strdup_printf("/publication/full/%lu", (gulong)limits[i]);
        g_test_trap_subprocess(name, 0, G_TEST_SUBPROCESS_DEFAULT);
        g_test_trap_assert_passed();
    }
}

static void limit_case(gconstpointer data)
{
    if (g_test_subprocess())
        publish_with_limit(*(const rlim_t *)data);
}

int main(int argc, char **argv)
{
    static const rlim_t limits[] = {0, 500, 4096, 8192, 12000};
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/publication/manifest",
                    test_every_reader_has_a_file_and_a_line_of_the_manifest);
    g_test_add_func("/publication/bytes", test_the_same_plan_gives_the_same_bytes);
    g_test_add_func("/publication/properties", test_properties_say_what_the_document_is);
    g_test_add_func("/publication/codes", test_codes_that_are_no_file_names_get_names_that_differ);
    g_test_add_func("/publication/academies", test_each_academy_heads_its_own_files);
    g_test_add_func("/publication/foreign", test_a_foreign_folder_is_left_alone);
    g_test_add_func("/publication/kinds", test_tables_and_documents_do_not_replace_one_another);
    g_test_add_func("/publication/full-disk", test_a_disk_that_fills_up_leaves_nothing);
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++) {
        g_autofree char *name = g_strdup_printf("/publication/full/%lu", (gulong)limits[i]);
        g_test_add_data_func(name, &limits[i], limit_case);
    }
    return g_test_run();
}
