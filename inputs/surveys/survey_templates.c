/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_templates.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "survey_format.h"
#include "survey_words.h"

enum { MAX_NUMBER = 500 };

static void template_free(gpointer data)
{
    CoTemplate *template = data;
    g_free(template->start);
    g_free(template->end);
    g_array_unref(template->columns);
    g_array_unref(template->numbers);
    g_free(template);
}

char *co_template_text(const CoTemplate *template)
{
    g_return_val_if_fail(template != NULL, NULL);
    g_autofree char *placeholder = co_placeholder_text(&template->numbering);
    return g_strconcat(template->start, placeholder, template->end, NULL);
}

typedef struct Search {
    const CoSheet *sheet;
    GPtrArray *templates;
    GHashTable *by_form; /* folded, with its width -> CoTemplate */
} Search;

/* One number of one header. */
typedef struct Number {
    int column;
    int value;
    int width;
    char *start, *end;
} Number;

static CoTemplate *template_of(Search *search, const Number *number)
{
    g_autofree char *whole = g_strdup_printf("%s{%d}%s", number->start, number->width, number->end);
    g_autofree char *form = co_text_fold(whole);
    CoTemplate *template = g_hash_table_lookup(search->by_form, form);
    if (template != NULL)
        return template;
    g_autofree char *words = g_strconcat(number->start, " ", number->end, NULL);
    g_autofree char *key = co_text_key(words);
    template = g_new0(CoTemplate, 1);
    template->start = g_strdup(number->start);
    template->end = g_strdup(number->end);
    template->numbering = (CoNumbering){number->width, number->value - 1, false};
    template->field = co_words_person(key);
    template->columns = g_array_new(FALSE, FALSE, sizeof(int));
    template->numbers = g_array_new(FALSE, FALSE, sizeof(int));
    g_ptr_array_add(search->templates, template);
    g_hash_table_insert(search->by_form, g_steal_pointer(&form), template);
    return template;
}

static void note_number(Search *search, const Number *number)
{
    CoTemplate *template = template_of(search, number);
    template->numbering.offset = MIN(template->numbering.offset, number->value - 1);
    template->n_seen++;
    g_array_append_val(template->columns, number->column);
    g_array_append_val(template->numbers, number->value);
}

/* Every number of a header may be the one that counts the persons. */
static void note_header(Search *search, int column)
{
    g_autofree char *text = co_clean_text(co_sheet_header(search->sheet, column));
    for (const char *at = text; *at != '\0';) {
        if (!g_ascii_isdigit(*at)) {
            at++;
            continue;
        }
        const char *end = at;
        int value = 0;
        for (; g_ascii_isdigit(*end); end++)
            value = MIN(10 * value + g_ascii_digit_value(*end), MAX_NUMBER + 1);
        int width = *at == '0' ? (int)(end - at) : 1;
        g_autofree char *start = g_strndup(text, (gsize)(at - text));
        g_autofree char *rest = g_strdup(end);
        Number number = {column, value, width, start, rest};
        if (value >= 1 && value <= MAX_NUMBER && width <= 9)
            note_number(search, &number);
        at = end;
    }
}

/* A question asked again may be numbered from its second time on. */
static void find_unnumbered(Search *search)
{
    g_autoptr(CoHeaders) headers = co_headers_new(search->sheet);
    for (guint i = 0; i < search->templates->len; i++) {
        CoTemplate *template = search->templates->pdata[i];
        if (template->numbering.offset != 1)
            continue;
        g_autofree char *bare = g_strconcat(template->start, template->end, NULL);
        int column = co_headers_find(headers, bare, 0);
        if (column < 0)
            continue;
        template->after_own = co_survey_is_respondent(search->sheet, column);
        if (template->after_own)
            continue;
        template->numbering = (CoNumbering){1, 0, true};
        template->n_seen++;
        int first = 1;
        g_array_prepend_val(template->columns, column);
        g_array_prepend_val(template->numbers, first);
    }
}

GPtrArray *co_templates_find(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, NULL);
    GPtrArray *templates = g_ptr_array_new_with_free_func(template_free);
    g_autoptr(GHashTable) by_form = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Search search = {sheet, templates, by_form};
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        note_header(&search, i);
    find_unnumbered(&search);
    return templates;
}
