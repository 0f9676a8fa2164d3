/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview_page.h"

#include <string.h>

#include "outputs/overview/overview.h"

char *co_overview_of_sample(const CoSample *sample, const bool *wanted)
{
    static const CoDeliveryKind kind = {.manifest = CO_MANIFEST_NAME};
    g_autoptr(GError) error = NULL;
    char *folder = co_sample_folder(), *page = NULL;
    g_autofree char *target = g_build_filename(folder, "documents", NULL);
    g_autofree char *path = g_build_filename(target, "bilan.html", NULL);
    g_autoptr(CoDelivery) delivery = co_delivery_new(target, &kind, &error);
    g_autoptr(CoTexts) texts = co_texts_load(NULL, &error);
    g_auto(CoPublication) publication = {0};
    co_publication_init(&publication, &sample->context, texts, delivery);
    publication.wanted[CO_READER_EAFC] = wanted;
    g_assert_true(co_overview_publish(&publication, &error));
    g_assert_true(co_delivery_commit(delivery, &error));
    g_file_get_contents(path, &page, NULL, NULL);
    co_sample_remove_folder(folder);
    return page;
}

char *co_overview_of(CoSampleAmend amend)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    if (amend != NULL)
        amend(&sample);
    g_autofree char *page = co_overview_of_sample(&sample, NULL);
    g_autoptr(GString) typed = g_string_new(page);
    g_string_replace(typed, "&apos;", "'", 0);
    g_string_replace(typed, "\xc2\xa0:", " :", 0);
    g_string_replace(typed, "\xc2\xa0;", " ;", 0);
    return g_strdup(typed->str);
}

void co_assert_says(const char *page, const char *text)
{
    if (strstr(page, text) == NULL)
        g_error("the page lacks \"%s\"", text);
}

void co_assert_silent(const char *page, const char *text)
{
    if (strstr(page, text) != NULL)
        g_error("the page holds \"%s\"", text);
}

/* ---- form ---- */

/* What is seen of a page while it is read. */
typedef struct Form {
    int n_titles, level; /* of headings */
    int n_tables, n_captions, n_pictures;
    GHashTable *ids;
    GPtrArray *links; /* ids that are pointed to */
} Form;

static const char *attribute(const char **names, const char **values, const char *name)
{
    for (int i = 0; names[i] != NULL; i++)
        if (g_str_equal(names[i], name))
            return values[i];
    return NULL;
}

static void see_heading(Form *form, const char *element)
{
    if (element[0] != 'h' || !g_ascii_isdigit(element[1]))
        return;
    int level = element[1] - '0';
    form->n_titles += level == 1;
    g_assert_cmpint(level, <=, form->level + 1);
    form->level = level;
}

static void see_references(Form *form, const char **names, const char **values)
{
    const char *id = attribute(names, values, "id"), *link = attribute(names, values, "href");
    const char *labels = attribute(names, values, "aria-labelledby");
    if (id != NULL)
        g_assert_true(g_hash_table_add(form->ids, g_strdup(id)));
    if (link != NULL) {
        g_assert_cmpint(*link, ==, '#');
        g_ptr_array_add(form->links, g_strdup(link + 1));
    }
    g_auto(GStrv) parts = g_strsplit(labels == NULL ? "" : labels, " ", -1);
    for (char **part = parts; *part != NULL; part++)
        g_ptr_array_add(form->links, g_strdup(*part));
}

/* NOLINTNEXTLINE(readability-function-size): the parameters are those of GMarkup */
static void see_element(GMarkupParseContext *context, const char *element, const char **names,
                        const char **values, gpointer data, GError **error)
{
    (void)context;
    (void)error;
    Form *form = data;
    see_heading(form, element);
    see_references(form, names, values);
    form->n_tables += g_str_equal(element, "table");
    form->n_captions += g_str_equal(element, "caption");
    if (g_str_equal(element, "th"))
        g_assert_nonnull(attribute(names, values, "scope"));
    if (g_str_equal(element, "svg") && attribute(names, values, "role") != NULL) {
        form->n_pictures++;
        g_assert_nonnull(attribute(names, values, "aria-labelledby"));
    }
    g_assert_false(g_str_equal(element, "script") || g_str_equal(element, "link"));
    for (int i = 0; names[i] != NULL; i++)
        g_assert_false(g_str_has_prefix(names[i], "on") || g_str_equal(names[i], "src") ||
                       g_str_equal(names[i], "style"));
}

static void form_clear(Form *form)
{
    g_hash_table_unref(form->ids);
    g_ptr_array_unref(form->links);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Form, form_clear)

/* Reads a page as XML, which it is too. */
static void read_form(Form *form, const char *page)
{
    static const GMarkupParser parser = {.start_element = see_element};
    g_autoptr(GError) error = NULL;
    form->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    form->links = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, form, NULL);
    g_assert_true(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"fr\">"));
    g_markup_parse_context_parse(context, strchr(page, '\n') + 1, -1, &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(context, &error);
    g_assert_no_error(error);
}

void co_assert_sound(const char *page)
{
    g_auto(Form) form = {0};
    read_form(&form, page);
    g_assert_cmpint(form.n_titles, ==, 1);
    g_assert_cmpint(form.n_captions, ==, form.n_tables);
    for (guint i = 0; i < form.links->len; i++)
        g_assert_true(g_hash_table_contains(form.ids, g_ptr_array_index(form.links, i)));
    co_assert_silent(page, "http:");
    co_assert_silent(page, "https:");
    co_assert_silent(page, "(null)");
}
