/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_headers.h"

#include <string.h>

#include "cohorte/text.h"

enum { MAX_WIDTH = 9, MAX_OFFSET = 999 };

char *co_placeholder_text(const CoNumbering *numbering)
{
    g_return_val_if_fail(numbering != NULL, NULL);
    GString *text = g_string_new("{");
    for (int i = 0; i < CLAMP(numbering->width, 1, MAX_WIDTH); i++)
        g_string_append_c(text, 'n');
    if (numbering->offset > 0)
        g_string_append_printf(text, "+%d", MIN(numbering->offset, MAX_OFFSET));
    g_string_append(text, numbering->first_is_blank ? "?}" : "}");
    return g_string_free(text, FALSE);
}

/* @return the byte after a placeholder that begins at @p text, NULL when none does */
static const char *read_placeholder(const char *text, CoNumbering *numbering)
{
    *numbering = (CoNumbering){0};
    if (*text++ != '{')
        return NULL;
    for (; *text == 'n' && numbering->width < MAX_WIDTH; text++)
        numbering->width++;
    if (numbering->width > 0 && *text == '+') {
        text++;
        for (; g_ascii_isdigit(*text) && numbering->offset <= MAX_OFFSET; text++)
            numbering->offset = 10 * numbering->offset + g_ascii_digit_value(*text);
    }
    if (*text == '?') {
        numbering->first_is_blank = true;
        text++;
    }
    bool whole = numbering->width > 0 && numbering->offset <= MAX_OFFSET && *text == '}';
    return whole ? text + 1 : NULL;
}

bool co_placeholder_is_in(const char *name)
{
    CoNumbering numbering;
    for (const char *at = strchr(name, '{'); at != NULL; at = strchr(at + 1, '{'))
        if (read_placeholder(at, &numbering) != NULL)
            return true;
    return false;
}

static void append_number(GString *text, const CoNumbering *numbering, int n)
{
    if (n > 1 || !numbering->first_is_blank)
        g_string_append_printf(text, "%0*d", numbering->width, n + numbering->offset);
}

char *co_placeholder_fill(const char *name, int n)
{
    g_return_val_if_fail(name != NULL && n > 0, NULL);
    GString *text = g_string_new(NULL);
    while (*name != '\0') {
        CoNumbering numbering;
        const char *end = read_placeholder(name, &numbering);
        if (end == NULL) {
            g_string_append_c(text, *name++);
            continue;
        }
        append_number(text, &numbering, n);
        name = end;
    }
    return g_string_free(text, FALSE);
}

struct CoHeaders {
    const CoSheet *sheet;
    GHashTable *folded; /* header -> GArray of columns, in order */
    GHashTable *keys;   /* the same by letters and digits only */
};

static void note(GHashTable *table, char *name, int column)
{
    GArray *columns = g_hash_table_lookup(table, name);
    if (columns == NULL) {
        columns = g_array_new(FALSE, FALSE, sizeof(int));
        g_hash_table_insert(table, g_strdup(name), columns);
    }
    g_array_append_val(columns, column);
    g_free(name);
}

static GHashTable *new_table(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
}

CoHeaders *co_headers_new(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, NULL);
    CoHeaders *headers = g_new(CoHeaders, 1);
    *headers = (CoHeaders){sheet, new_table(), new_table()};
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        note(headers->folded, co_text_fold(co_sheet_header(sheet, i)), i);
        note(headers->keys, co_text_key(co_sheet_header(sheet, i)), i);
    }
    return headers;
}

void co_headers_free(CoHeaders *headers)
{
    if (headers == NULL)
        return;
    g_hash_table_unref(headers->folded);
    g_hash_table_unref(headers->keys);
    g_free(headers);
}

const CoSheet *co_headers_sheet(const CoHeaders *headers)
{
    return headers->sheet;
}

int co_headers_find(const CoHeaders *headers, const char *name, int n)
{
    g_return_val_if_fail(headers != NULL && name != NULL && n >= 0, -1);
    g_autofree char *folded = co_text_fold(name), *key = co_text_key(name);
    const GArray *columns = g_hash_table_lookup(headers->folded, folded);
    if (columns == NULL && *key != '\0')
        columns = g_hash_table_lookup(headers->keys, key);
    return columns != NULL && (guint)n < columns->len ? g_array_index(columns, int, n) : -1;
}

int co_headers_find_person(const CoHeaders *headers, const char *name, int n)
{
    g_return_val_if_fail(name != NULL && n > 0, -1);
    if (!co_placeholder_is_in(name))
        return co_headers_find(headers, name, n - 1);
    g_autofree char *whole = co_placeholder_fill(name, n);
    return co_headers_find(headers, whole, 0);
}
