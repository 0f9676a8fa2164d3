/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second reader opens every workbook and prints it: LibreOffice, then pdftotext. Skipped without.
 */
#include <glib.h>
#include <glib/gstdio.h>

#include <string.h>

#include "sample_campaign.h"

/* @return what a command prints; ends the test when it fails */
static char *run(const char *const *words)
{
    char *out = NULL;
    int status = 0;
    g_autoptr(GError) error = NULL;
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                 NULL, &out, NULL, &status, &error);
    g_assert_no_error(error);
    g_assert_true(g_spawn_check_wait_status(status, NULL));
    return out;
}

static bool can_print(void)
{
    g_autofree char *soffice = g_find_program_in_path("soffice");
    g_autofree char *pdftotext = g_find_program_in_path("pdftotext");
    if (soffice != NULL && pdftotext != NULL)
        return true;
    g_test_skip("needs LibreOffice Calc (soffice) and poppler-utils (pdftotext)");
    return false;
}

/* Prints one workbook. @return the text of each sheet of paper */
static char **print(const char *folder, const char *path)
{
    /* A profile of its own: another LibreOffice may be open, and none may have run before. */
    g_autofree char *profile = g_strdup_printf("-env:UserInstallation=file://%s/profil", folder);
    const char *const convert[] = {
        "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path, NULL};
    g_free(run(convert));
    g_autofree char *name = g_path_get_basename(path);
    *strrchr(name, '.') = '\0';
    g_autofree char *pdf_name = g_strconcat(name, ".pdf", NULL);
    g_autofree char *pdf = g_build_filename(folder, pdf_name, NULL);
    const char *const extract[] = {"pdftotext", "-layout", pdf, "-", NULL};
    g_autofree char *text = run(extract);
    char **papers = g_strsplit(text, "\f", -1);
    guint n = g_strv_length(papers);
    if (n > 0 && *papers[n - 1] == '\0') { /* after the last form feed */
        g_free(papers[n - 1]);
        papers[n - 1] = NULL;
    }
    return papers;
}

typedef struct Office {
    CoSample sample;
    char *folder, *target;
} Office;

static void office_init(Office *office)
{
    co_sample_init(&office->sample);
    office->folder = co_sample_folder();
    office->target = co_sample_publish(&office->sample, office->folder);
}

static void office_clear(Office *office)
{
    co_sample_clear(&office->sample);
    g_free(office->target);
    co_sample_remove_folder(office->folder);
}

static void assert_holds(const char *paper, const char *words)
{
    if (strstr(paper, words) == NULL)
        g_error("\"%s\" is not on the paper:\n%s", words, paper);
}

static void test_the_calendar_prints(void)
{
    if (!can_print())
        return;
    Office office;
    office_init(&office);
    g_autofree char *path = g_build_filename(office.target, "calendrier.xlsx", NULL);
    g_auto(GStrv) papers = print(office.folder, path);
    /* Wall, list, rooms, teams, weeks with chart, trainers and their chart, modules. */
    g_assert_cmpuint(g_strv_length(papers), ==, 8);
    assert_holds(papers[0], "Calendrier de formation");
    assert_holds(papers[0], "Semaine 48");
    assert_holds(papers[0], "SG-P2");
    assert_holds(papers[0], "Armistice");
    assert_holds(papers[0], "Page 1/8");
    assert_holds(papers[1], "mer. 13/11/2024");
    assert_holds(papers[1], "=Préparation budgétaire");
    assert_holds(papers[7], "Parcours et modules");
    office_clear(&office);
}

static void test_each_attendance_sheet_is_one_paper(void)
{
    if (!can_print())
        return;
    Office office;
    office_init(&office);
    g_autofree char *path = g_build_filename(office.target, "groupes", "SG-01.xlsx", NULL);
    g_auto(GStrv) papers = print(office.folder, path);
    g_assert_cmpuint(g_strv_length(papers), ==, 6);
    assert_holds(papers[1], "p2@ac-exemple.fr");
    assert_holds(papers[2], "Membres du groupe à renseigner");
    assert_holds(papers[3], "Feuille d'émargement");
    assert_holds(papers[3], "Nombre d'absents");
    assert_holds(papers[5], "Relevé de connexion");
    office_clear(&office);
}

static void test_each_letter_is_one_paper(void)
{
    if (!can_print())
        return;
    Office office;
    office_init(&office);
    g_autofree char *path =
        g_build_filename(office.target, "etablissements", "0800001A.xlsx", NULL);
    g_auto(GStrv) papers = print(office.folder, path);
    g_assert_cmpuint(g_strv_length(papers), ==, 4);
    assert_holds(papers[0], "Qui est absent, quand");
    for (int i = 1; i < 4; i++) {
        assert_holds(papers[i], "CONVOCATION VALANT ORDRE DE MISSION");
        assert_holds(papers[i], "En cas d'empêchement");
        assert_holds(papers[i], "vendredi 18 octobre 2024");
    }
    assert_holds(papers[2], "Bruno <Tag> & \"Fils\"");
    office_clear(&office);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/office/calendar", test_the_calendar_prints);
    g_test_add_func("/office/group", test_each_attendance_sheet_is_one_paper);
    g_test_add_func("/office/school", test_each_letter_is_one_paper);
    return g_test_run();
}
