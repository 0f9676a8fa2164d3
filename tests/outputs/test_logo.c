/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The logo of the academy: on letters of both kinds, small, without what else its file holds. */
#include <glib.h>

#include <string.h>

#include "published.h"
#include "cohorte/texts.h"

/* 12 x 6 pixels, said to be printed at 300 to the inch, with the name of an author. */
static const unsigned char logo[] = {
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
    0x52, 0x00, 0x00, 0x00, 0x0C, 0x00, 0x00, 0x00, 0x06, 0x08, 0x02, 0x00, 0x00, 0x00, 0x78,
    0x8C, 0xE8, 0xD6, 0x00, 0x00, 0x00, 0x09, 0x70, 0x48, 0x59, 0x73, 0x00, 0x00, 0x2E, 0x23,
    0x00, 0x00, 0x2E, 0x23, 0x01, 0x78, 0xA5, 0x3F, 0x76, 0x00, 0x00, 0x00, 0x17, 0x74, 0x45,
    0x58, 0x74, 0x41, 0x75, 0x74, 0x68, 0x6F, 0x72, 0x00, 0x50, 0x65, 0x72, 0x73, 0x6F, 0x6E,
    0x6E, 0x65, 0x20, 0x53, 0x65, 0x63, 0x72, 0x65, 0x74, 0x65, 0xC1, 0x72, 0x06, 0x42, 0x00,
    0x00, 0x00, 0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x90, 0xB6, 0x0A, 0x27, 0x88,
    0x18, 0x86, 0xAA, 0x22, 0x00, 0xEA, 0xCA, 0x30, 0x61, 0x79, 0xCB, 0x81, 0x6D, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
};
#define IHDR_WIDTH 16

/* Loads a folder of texts that holds this logo only. */
static CoTexts *load(const void *data, size_t size, GError **error)
{
    char *folder = co_sample_folder();
    g_autofree char *path = g_build_filename(folder, "logo.png", NULL);
    g_assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
    CoTexts *texts = co_texts_load(folder, error);
    co_sample_remove_folder(folder);
    return texts;
}

static void assert_refused(const void *data, size_t size, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoTexts) texts = load(data, size, &error);
    g_assert_null(texts);
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
    g_assert_cmpstr(error->message, ==, message);
}

/* Replaces the documents of a publication by those with the logo. */
static void publish_with_logo(CoPublished *test)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoTexts) texts = load(logo, sizeof logo, &error);
    g_assert_no_error(error);
    CoDocumentOptions options = CO_DOCUMENT_OPTIONS_INIT;
    options.texts = texts;
    bool done = co_output_documents_with(&test->sample.context, &options, test->target, &error);
    g_assert_no_error(error);
    g_assert_true(done);
}

static void assert_has_logo(const CoPublished *test, const char *name, int n_letters)
{
    g_autoptr(CoXlsxFile) file = co_published_open(test, name);
    const char *drawing = co_xlsx_file_part(file, "xl/drawings/drawing1.xml");
    g_assert_nonnull(co_xlsx_file_part(file, "xl/media/image1.png"));
    g_assert_null(co_xlsx_file_part(file, "xl/media/image2.png"));
    g_assert_nonnull(drawing);
    int n = 0;
    for (const char *p = drawing; (p = strstr(p, "<xdr:pic>")) != NULL; p++)
        n++;
    g_assert_cmpint(n, ==, n_letters);
    g_assert_nonnull(strstr(drawing, "descr=\"Académie d'Amiens\""));
    /* 116 x 58 pixels, whatever the file says of inches. */
    g_assert_nonnull(strstr(drawing, "<a:ext cx=\"1104900\" cy=\"552450\"/>"));
    g_assert_true(co_xlsx_file_is_undated(file));
}

static void test_letters_bear_the_logo_on_sheets(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    publish_with_logo(&test);
    assert_has_logo(&test, "etablissements/0800001A.xlsx", 3);
    assert_has_logo(&test, "formateurs/F1.xlsx", 1);
}

static bool has_image(const char *data, size_t size)
{
    static const char mark[] = "/Subtype /Image";
    for (size_t i = 0; i + sizeof mark - 1 <= size; i++)
        if (memcmp(data + i, mark, sizeof mark - 1) == 0)
            return true;
    return false;
}

static void test_letters_bear_the_logo_on_paper(void)
{
    static const char *const names[] = {"convocations/0800001A.pdf", "ordres-de-mission/F1.pdf",
                                        "emargements/SG-01.pdf"};
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(test.target, names[i], NULL);
        gsize before = 0, after = 0;
        g_autofree char *plain = NULL, *logoed = NULL;
        g_assert_true(g_file_get_contents(path, &plain, &before, NULL));
        publish_with_logo(&test);
        g_assert_true(g_file_get_contents(path, &logoed, &after, NULL));
        g_assert_false(has_image(plain, before));
        g_assert_true(has_image(logoed, after));
        g_free(test.target);
        test.target = co_sample_publish(&test.sample, test.folder);
    }
}

static void test_the_logo_takes_nothing_else_along(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    publish_with_logo(&test);
    g_autoptr(CoXlsxFile) file = co_published_open(&test, "formateurs/F1.xlsx");
    g_assert_false(co_xlsx_file_holds(file, "Personne Secrete"));
}

static void test_the_same_logo_is_the_same_bytes(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autofree char *manifest = g_build_filename(test.target, "MANIFESTE.csv", NULL);
    g_autofree char *first = NULL, *second = NULL;
    publish_with_logo(&test);
    g_assert_true(g_file_get_contents(manifest, &first, NULL, NULL));
    g_usleep(1100000); /* dates inside count seconds */
    publish_with_logo(&test);
    g_assert_true(g_file_get_contents(manifest, &second, NULL, NULL));
    g_assert_cmpstr(first, ==, second);
}

static void test_a_logo_that_cannot_be_read_is_told(void)
{
    static const char message[] = "« logo.png » : l'image PNG ne se lit pas";
    assert_refused("GIF89a", 6, "« logo.png » : ce n'est pas une image PNG");
    assert_refused(logo, 12, message);
    assert_refused(logo, sizeof logo - 40, message);
    g_autofree unsigned char *damaged = g_memdup2(logo, sizeof logo);
    damaged[sizeof logo - 30] ^= 0xFF;
    assert_refused(damaged, sizeof logo, message);
}

static void test_a_logo_that_unfolds_too_large_is_told(void)
{
    g_autofree unsigned char *wide = g_memdup2(logo, sizeof logo);
    wide[IHDR_WIDTH + 2] = 0x80;
    assert_refused(wide, sizeof logo,
                   "« logo.png » : l'image est trop grande (6000 pixels de côté au plus)");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/logo/sheets", test_letters_bear_the_logo_on_sheets);
    g_test_add_func("/logo/paper", test_letters_bear_the_logo_on_paper);
    g_test_add_func("/logo/privacy", test_the_logo_takes_nothing_else_along);
    g_test_add_func("/logo/bytes", test_the_same_logo_is_the_same_bytes);
    g_test_add_func("/logo/damaged", test_a_logo_that_cannot_be_read_is_told);
    g_test_add_func("/logo/large", test_a_logo_that_unfolds_too_large_is_told);
    return g_test_run();
}
