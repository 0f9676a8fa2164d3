/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx_sheet.h"

#include <string.h>

#include "cell_values.h"
#include "xlsx_strings.h"
#include "xml_part.h"

typedef enum {
    TYPE_NUMBER,
    TYPE_SHARED,
    TYPE_TEXT, /* inline, or the text a formula gave */
    TYPE_BOOLEAN,
    TYPE_ERROR,
    TYPE_DATE,
} CellType;

typedef struct Reading {
    CoPackage *package;
    const char *part;
    const CoXlsxTables *tables;
    CoSheetBuilder *builder;
    bool in_data, in_row, in_cell, in_inline;
    bool row_hidden;
    int line, column;
    CellType type;
    CoNumberForm form;
    bool has_formula, has_value;
    CoXlsxText text; /* of the cell: its value element and its inline string */
    GString *canonical;
} Reading;

static void fail(Reading *reading)
{
    co_package_fail(reading->package, CO_PROBLEM_BOOK_DAMAGED, reading->part);
}

/* Reads "AB12". @return where it ends; NULL, nothing set, when it is no reference of a sheet */
static const char *read_reference(const char *at, int *line, int *column)
{
    int letters = 0, digits = 0;
    at += *at == '$';
    for (; g_ascii_isalpha(*at) && letters <= CO_BOOK_MAX_COLUMN; at++)
        letters = 26 * letters + (g_ascii_toupper(*at) - 'A' + 1);
    at += *at == '$';
    for (; g_ascii_isdigit(*at) && digits <= CO_BOOK_MAX_LINE; at++)
        digits = 10 * digits + g_ascii_digit_value(*at);
    bool sensible =
        letters >= 1 && letters <= CO_BOOK_MAX_COLUMN && digits >= 1 && digits <= CO_BOOK_MAX_LINE;
    if (!sensible)
        return NULL;
    *column = letters - 1;
    *line = digits;
    return at;
}

static CellType type_named(const char *name)
{
    static const struct {
        const char *name;
        CellType type;
    } types[] = {{"s", TYPE_SHARED},  {"str", TYPE_TEXT}, {"inlineStr", TYPE_TEXT},
                 {"b", TYPE_BOOLEAN}, {"e", TYPE_ERROR},  {"d", TYPE_DATE}};
    for (size_t i = 0; name != NULL && i < G_N_ELEMENTS(types); i++)
        if (strcmp(name, types[i].name) == 0)
            return types[i].type;
    return TYPE_NUMBER;
}

static CoNumberForm form_at(const Reading *reading, int style)
{
    const GArray *forms = reading->tables->forms;
    if (forms == NULL || style < 0 || (guint)style >= forms->len)
        return CO_FORM_NUMBER;
    return g_array_index(forms, CoNumberForm, style);
}

static void start_row(Reading *reading, const char *const *attributes)
{
    reading->in_row = true;
    reading->line = co_xml_number(attributes, "r", CO_BOOK_MAX_LINE, reading->line + 1);
    reading->column = -1;
    reading->row_hidden = co_xml_flag(attributes, "hidden");
}

/* One pass over the attributes: this is done for every cell. */
static void start_cell(Reading *reading, const char *const *attributes)
{
    const char *type = NULL;
    int style = -1, line, column = reading->column + 1;
    for (int i = 0; attributes[i] != NULL; i += 2) {
        const char *name = attributes[i], *value = attributes[i + 1];
        if (name[0] == '\0' || name[1] != '\0')
            continue;
        if (name[0] == 't')
            type = value;
        else if (name[0] == 's')
            style = (int)MIN(g_ascii_strtoull(value, NULL, 10), G_MAXINT);
        else if (name[0] == 'r' && read_reference(value, &line, &column) == NULL)
            fail(reading);
    }
    reading->in_cell = true;
    reading->column = column;
    reading->type = type_named(type);
    reading->form = form_at(reading, style);
    reading->has_formula = reading->has_value = false;
    g_string_truncate(reading->text.text, 0);
}

static void start_in_cell(Reading *reading, const char *name)
{
    if (strcmp(name, "v") == 0) {
        reading->has_value = reading->text.inside = true;
    } else if (strcmp(name, "f") == 0) {
        reading->has_formula = true;
    } else if (strcmp(name, "is") == 0) {
        reading->in_inline = reading->has_value = true;
    } else if (reading->in_inline) {
        co_xlsx_text_start(&reading->text, name);
    }
}

static void note_merge(Reading *reading, const char *area)
{
    int first_line, first_column, last_line, last_column;
    const char *colon = area == NULL ? NULL : read_reference(area, &first_line, &first_column);
    if (colon == NULL || *colon != ':' ||
        read_reference(colon + 1, &last_line, &last_column) == NULL)
        return;
    co_sheet_builder_merge(reading->builder, first_line, first_column, last_line, last_column);
}

static void on_start(void *data, const char *name, const char *const *attributes)
{
    Reading *reading = data;
    if (reading->in_cell)
        start_in_cell(reading, name);
    else if (reading->in_row && strcmp(name, "c") == 0)
        start_cell(reading, attributes);
    else if (reading->in_data && !reading->in_row && strcmp(name, "row") == 0)
        start_row(reading, attributes);
    else if (strcmp(name, "sheetData") == 0)
        reading->in_data = true;
    else if (strcmp(name, "mergeCell") == 0)
        note_merge(reading, co_xml_attribute(attributes, "ref"));
}

static void put(Reading *reading, const char *text, gsize length)
{
    co_sheet_builder_put(reading->builder, reading->column, text, length);
}

static void put_shared(Reading *reading, const char *index)
{
    const GPtrArray *strings = reading->tables->strings;
    guint64 number;
    if (strings == NULL || !g_ascii_string_to_unsigned(index, 10, 0, G_MAXUINT, &number, NULL) ||
        number >= strings->len) {
        fail(reading);
        return;
    }
    const char *text = strings->pdata[number];
    put(reading, text, strlen(text));
}

static void put_value(Reading *reading)
{
    GString *text = reading->text.text, *canonical = reading->canonical;
    g_string_truncate(canonical, 0);
    switch (reading->type) {
    case TYPE_SHARED:
        put_shared(reading, text->str);
        return;
    case TYPE_ERROR:
        co_sheet_builder_put_fault(reading->builder, reading->column, text->str);
        return;
    case TYPE_TEXT:
        co_xlsx_unescape(text);
        put(reading, text->str, text->len);
        return;
    case TYPE_BOOLEAN:
        g_string_assign(canonical, strcmp(text->str, "0") == 0 ? "non" : "oui");
        break;
    case TYPE_DATE:
        co_value_date(canonical, text->str, reading->form != CO_FORM_DATE);
        break;
    case TYPE_NUMBER:
        co_value_number(canonical, text->str, reading->form, reading->tables->from_1904);
        break;
    }
    put(reading, canonical->str, canonical->len);
}

static void end_cell(Reading *reading)
{
    reading->in_cell = reading->in_inline = false;
    reading->text.inside = false;
    reading->text.phonetic = 0;
    bool is_text = reading->type == TYPE_TEXT;
    if (reading->has_value && (is_text || reading->text.text->len > 0))
        put_value(reading);
    else if (reading->has_formula && !is_text)
        co_sheet_builder_put_fault(reading->builder, reading->column, NULL);
}

static void end_in_cell(Reading *reading, const char *name)
{
    if (strcmp(name, "c") == 0)
        end_cell(reading);
    else if (strcmp(name, "v") == 0)
        reading->text.inside = false;
    else if (strcmp(name, "is") == 0)
        reading->in_inline = false;
    else if (reading->in_inline)
        co_xlsx_text_end(&reading->text, name);
}

static void on_end(void *data, const char *name)
{
    Reading *reading = data;
    if (reading->in_cell) {
        end_in_cell(reading, name);
    } else if (reading->in_row && strcmp(name, "row") == 0) {
        reading->in_row = false;
        co_sheet_builder_end_row(reading->builder, reading->line, 1, reading->row_hidden);
    } else if (strcmp(name, "sheetData") == 0) {
        reading->in_data = false;
    }
}

static void on_text(void *data, const char *text, int length)
{
    Reading *reading = data;
    co_xlsx_text_add(&reading->text, text, length);
}

bool co_xlsx_sheet_read(CoPackage *package, const char *part, const CoXlsxTables *tables,
                        CoSheetBuilder *builder)
{
    static const CoXmlEvents events = {on_start, on_end, on_text};
    g_return_val_if_fail(package != NULL && tables != NULL && builder != NULL, false);
    g_autoptr(GString) canonical = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    Reading reading = {
        .package = package,
        .part = part,
        .tables = tables,
        .builder = builder,
        .text.text = text,
        .canonical = canonical,
    };
    return co_xml_read(package, part, &events, &reading);
}
