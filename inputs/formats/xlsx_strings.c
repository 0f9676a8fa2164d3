/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx_strings.h"

#include <string.h>

#include "sheet.h"
#include "xml_part.h"

void co_xlsx_text_start(CoXlsxText *text, const char *name)
{
    if (strcmp(name, "rPh") == 0)
        text->phonetic++;
    else if (strcmp(name, "t") == 0)
        text->inside = text->phonetic == 0;
}

void co_xlsx_text_end(CoXlsxText *text, const char *name)
{
    if (strcmp(name, "rPh") == 0)
        text->phonetic--;
    else if (strcmp(name, "t") == 0)
        text->inside = false;
}

void co_xlsx_text_add(CoXlsxText *text, const char *piece, int length)
{
    /* One byte over the limit is enough to be told too large. */
    gsize room = CO_SHEET_MAX_CELL_BYTES + 1 - MIN(text->text->len, CO_SHEET_MAX_CELL_BYTES + 1);
    if (text->inside && (gsize)length <= room)
        g_string_append_len(text->text, piece, length);
    else if (text->inside)
        while (text->text->len <= CO_SHEET_MAX_CELL_BYTES)
            g_string_append_c(text->text, '?');
}

/* @return the character that "_xHHHH_" stands for, or -1 when this is no such escape */
static int escaped_at(const char *at)
{
    enum { LENGTH = 7 };
    if (at[0] != '_' || at[1] != 'x')
        return -1;
    int code = 0;
    for (int i = 2; i < LENGTH - 1; i++) {
        if (!g_ascii_isxdigit(at[i]))
            return -1;
        code = 16 * code + g_ascii_xdigit_value(at[i]);
    }
    bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return at[LENGTH - 1] == '_' && !surrogate ? code : -1;
}

void co_xlsx_unescape(GString *text)
{
    enum { LENGTH = 7 };
    char *write = strstr(text->str, "_x");
    if (write == NULL)
        return;
    for (const char *read = write; *read != '\0';) {
        int code = escaped_at(read);
        if (code < 0) {
            *write++ = *read++;
            continue;
        }
        /* At most three bytes, where there were seven. */
        if (code >= ' ' || code == '\n' || code == '\t')
            write += g_unichar_to_utf8((gunichar)code, write);
        read += LENGTH;
    }
    g_string_truncate(text, (gsize)(write - text->str));
}

typedef struct Reading {
    CoPackage *package;
    CoTextPool *pool;
    GPtrArray *strings;
    CoXlsxText text;
    bool in_string;
} Reading;

static void on_start(void *data, const char *name, const char *const *attributes)
{
    (void)attributes;
    Reading *reading = data;
    if (strcmp(name, "si") == 0) {
        reading->in_string = true;
        g_string_truncate(reading->text.text, 0);
    } else if (reading->in_string) {
        co_xlsx_text_start(&reading->text, name);
    }
}

static void on_end(void *data, const char *name)
{
    Reading *reading = data;
    if (strcmp(name, "si") != 0) {
        co_xlsx_text_end(&reading->text, name);
        return;
    }
    GString *text = reading->text.text;
    co_xlsx_unescape(text);
    const char *kept = co_text_pool_add(reading->pool, text->str, text->len);
    if (kept == NULL)
        co_package_fail(reading->package, CO_PROBLEM_BOOK_TOO_LARGE, "sharedStrings.xml");
    else
        g_ptr_array_add(reading->strings, (gpointer)kept);
    reading->in_string = false;
    reading->text.phonetic = 0;
}

static void on_text(void *data, const char *text, int length)
{
    Reading *reading = data;
    co_xlsx_text_add(&reading->text, text, length);
}

GPtrArray *co_xlsx_strings_read(CoPackage *package, const char *part, CoTextPool *pool)
{
    static const CoXmlEvents events = {on_start, on_end, on_text};
    g_return_val_if_fail(package != NULL && part != NULL && pool != NULL, NULL);
    g_autoptr(GPtrArray) strings = g_ptr_array_new();
    Reading reading = {.package = package, .pool = pool, .strings = strings};
    reading.text.text = g_string_new(NULL);
    bool read = co_xml_read(package, part, &events, &reading);
    g_string_free(reading.text.text, TRUE);
    return read ? g_steal_pointer(&strings) : NULL;
}
