/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "book_formats.h"
#include "cell_values.h"
#include "xml_part.h"

/* Where a position in the tree of elements is not reached. */
enum { NOWHERE = 0 };

typedef struct Reading {
    CoBookReading *book;
    CoPackage *package;
    GHashTable *hidden_styles; /* names of table styles not displayed */
    char *style;               /* being described */
    int depth;
    /* Depth of the element we are in, or NOWHERE. */
    int spreadsheet, table, row, cell, paragraph, aside;
    CoSheetBuilder *builder; /* of the table we are in; NULL when it is not wanted */
    int line, column;
    int n_rows;    /* times the row stands */
    int n_columns; /* times the cell stands */
    bool row_hidden;
    int columns_spanned, rows_spanned;
    const char *type; /* static: of the cell */
    GString *value;   /* the typed value of the cell, as the file has it */
    GString *text;    /* what the cell shows */
    GString *canonical;
    bool has_paragraph;
} Reading;

static const char *const types[] = {"string", "float", "percentage", "currency",
                                    "date",   "time",  "boolean",    "error"};

/* The type is there twice: the standard's, and LibreOffice's own, which knows errors. */
static void note_type(Reading *reading, const char *value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(value, types[i]) == 0 && strcmp(reading->type, "error") != 0)
            reading->type = types[i];
}

static void start_table(Reading *reading, const char *const *attributes)
{
    const char *name = co_xml_attribute(attributes, "name");
    const char *style = co_xml_attribute(attributes, "style-name");
    bool hidden = style != NULL && g_hash_table_contains(reading->hidden_styles, style);
    reading->table = reading->depth;
    reading->line = 1;
    if (co_book_wants(reading->book, name != NULL ? name : "", hidden))
        reading->builder = co_sheet_builder_new(&reading->book->context, name != NULL ? name : "");
}

static void start_row(Reading *reading, const char *const *attributes)
{
    const char *visibility = co_xml_attribute(attributes, "visibility");
    reading->row = reading->depth;
    reading->column = 0;
    reading->n_rows = co_xml_number(attributes, "number-rows-repeated", G_MAXINT, 1);
    reading->row_hidden = visibility != NULL && strcmp(visibility, "visible") != 0;
}

/* @return a number of 1..@p max; 1 when it is none */
static int count_of(const char *value, int max)
{
    guint64 number;
    return g_ascii_string_to_unsigned(value, 10, 1, (guint64)max, &number, NULL) ? (int)number : 1;
}

static void note_attribute(Reading *reading, const char *name, const char *value)
{
    if (strcmp(name, "value-type") == 0)
        note_type(reading, value);
    else if (g_str_has_suffix(name, "value")) /* value, date-value, string-value... */
        g_string_assign(reading->value, value);
    else if (strcmp(name, "number-columns-repeated") == 0)
        reading->n_columns = count_of(value, G_MAXINT);
    else if (strcmp(name, "number-columns-spanned") == 0)
        reading->columns_spanned = count_of(value, CO_BOOK_MAX_COLUMN);
    else if (strcmp(name, "number-rows-spanned") == 0)
        reading->rows_spanned = count_of(value, CO_BOOK_MAX_LINE);
}

/* One pass over the attributes: this is done for every cell. */
static void start_cell(Reading *reading, const char *const *attributes)
{
    reading->cell = reading->depth;
    reading->n_columns = reading->columns_spanned = reading->rows_spanned = 1;
    reading->type = "";
    reading->has_paragraph = false;
    g_string_truncate(reading->text, 0);
    g_string_truncate(reading->value, 0);
    for (int i = 0; attributes[i] != NULL; i += 2) {
        const char *colon = strchr(attributes[i], ':');
        note_attribute(reading, colon != NULL ? colon + 1 : attributes[i], attributes[i + 1]);
    }
}

static bool has_room(const Reading *reading)
{
    return reading->text->len <= CO_SHEET_MAX_CELL_BYTES;
}

static void add_blanks(Reading *reading, int n)
{
    for (int i = 0; i < n && has_room(reading); i++)
        g_string_append_c(reading->text, ' ');
}

/* Elements inside a paragraph that stand for characters, and those whose text is not the cell's. */
static void start_in_paragraph(Reading *reading, const char *name, const char *const *attributes)
{
    if (strcmp(name, "s") == 0)
        add_blanks(reading, co_xml_number(attributes, "c", CO_SHEET_MAX_CELL_BYTES, 1));
    else if (strcmp(name, "tab") == 0 && has_room(reading))
        g_string_append_c(reading->text, '\t');
    else if (strcmp(name, "line-break") == 0 && has_room(reading))
        g_string_append_c(reading->text, '\n');
    else if (strcmp(name, "annotation") == 0 || strcmp(name, "ruby-text") == 0 ||
             strcmp(name, "note") == 0)
        reading->aside = reading->depth;
}

static void start_in_cell(Reading *reading, const char *name)
{
    bool is_paragraph = strcmp(name, "p") == 0 || strcmp(name, "h") == 0;
    if (!is_paragraph || reading->depth != reading->cell + 1) {
        /* Comments and drawings have paragraphs of their own. */
        reading->aside = reading->depth;
        return;
    }
    if (reading->has_paragraph && has_room(reading))
        g_string_append_c(reading->text, '\n');
    reading->has_paragraph = true;
    reading->paragraph = reading->depth;
}

static void start_in_table(Reading *reading, const char *name, const char *const *attributes)
{
    if (reading->row == NOWHERE && strcmp(name, "table-row") == 0)
        start_row(reading, attributes);
    else if (reading->row != NOWHERE && reading->depth == reading->row + 1 &&
             (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0))
        start_cell(reading, attributes);
    else if (strcmp(name, "shapes") == 0 || strcmp(name, "forms") == 0)
        reading->aside = reading->depth;
}

static void start_outside(Reading *reading, const char *name, const char *const *attributes)
{
    if (reading->spreadsheet != NOWHERE) {
        if (strcmp(name, "table") == 0 && reading->depth == reading->spreadsheet + 1)
            start_table(reading, attributes);
    } else if (strcmp(name, "spreadsheet") == 0) {
        reading->spreadsheet = reading->depth;
    } else if (strcmp(name, "style") == 0) {
        g_free(reading->style);
        reading->style = g_strdup(co_xml_attribute(attributes, "name"));
    } else if (strcmp(name, "table-properties") == 0 && reading->style != NULL) {
        const char *display = co_xml_attribute(attributes, "display");
        if (display != NULL && strcmp(display, "false") == 0)
            g_hash_table_add(reading->hidden_styles, g_strdup(reading->style));
    }
}

static void on_start(void *data, const char *name, const char *const *attributes)
{
    Reading *reading = data;
    reading->depth++;
    if (reading->aside != NOWHERE)
        return;
    if (reading->paragraph != NOWHERE)
        start_in_paragraph(reading, name, attributes);
    else if (reading->cell != NOWHERE)
        start_in_cell(reading, name);
    else if (reading->table == NOWHERE)
        start_outside(reading, name, attributes);
    else if (reading->builder != NULL)
        start_in_table(reading, name, attributes);
}

/* A date shown without its time was meant without it. */
static void put_date(Reading *reading)
{
    bool shows_time = strpbrk(reading->text->str, ":hH") != NULL || reading->text->len == 0;
    co_value_date(reading->canonical, reading->value->str, shows_time);
}

/* Sets the canonical text of the cell. @return false when it is an error, noted */
static bool make_canonical(Reading *reading)
{
    const char *type = reading->type, *value = reading->value->str;
    g_string_truncate(reading->canonical, 0);
    if (strcmp(type, "error") == 0) {
        co_sheet_builder_put_fault(reading->builder, reading->column, reading->text->str);
        return false;
    }
    if (reading->value->len == 0 || strcmp(type, "") == 0)
        g_string_append_len(reading->canonical, reading->text->str, (gssize)reading->text->len);
    else if (strcmp(type, "string") == 0)
        g_string_append_len(reading->canonical, value, (gssize)reading->value->len);
    else if (strcmp(type, "date") == 0)
        put_date(reading);
    else if (strcmp(type, "time") == 0)
        co_value_duration(reading->canonical, value);
    else if (strcmp(type, "boolean") == 0)
        g_string_append(reading->canonical, strcmp(value, "true") == 0 ? "oui" : "non");
    else
        co_value_number(reading->canonical, value,
                        strcmp(type, "percentage") == 0 ? CO_FORM_PERCENT : CO_FORM_NUMBER, false);
    return true;
}

static void end_cell(Reading *reading)
{
    int n = MIN(reading->n_columns, CO_BOOK_MAX_COLUMN);
    bool put = make_canonical(reading) && reading->canonical->len > 0;
    for (int i = 0; i < n && put && reading->column + i <= CO_SHEET_MAX_COLUMNS; i++)
        co_sheet_builder_put(reading->builder, reading->column + i, reading->canonical->str,
                             reading->canonical->len);
    if (put && (reading->columns_spanned > 1 || reading->rows_spanned > 1))
        co_sheet_builder_merge(reading->builder, reading->line, reading->column,
                               reading->line + reading->rows_spanned - 1,
                               reading->column + reading->columns_spanned - 1);
    reading->column = MIN(reading->column + n, CO_BOOK_MAX_COLUMN);
    reading->cell = NOWHERE;
}

static void end_row(Reading *reading)
{
    int n = MIN(reading->n_rows, CO_BOOK_MAX_LINE);
    co_sheet_builder_end_row(reading->builder, MIN(reading->line, CO_BOOK_MAX_LINE), n,
                             reading->row_hidden);
    reading->line = MIN(reading->line + n, CO_BOOK_MAX_LINE);
    reading->row = NOWHERE;
}

static void end_table(Reading *reading)
{
    if (reading->builder != NULL)
        co_book_keep(reading->book, reading->builder);
    g_clear_pointer(&reading->builder, co_sheet_builder_free);
    reading->table = NOWHERE;
}

static void on_end(void *data, const char *name)
{
    (void)name;
    Reading *reading = data;
    int depth = reading->depth--;
    if (reading->aside != NOWHERE) {
        if (depth == reading->aside)
            reading->aside = NOWHERE;
    } else if (depth == reading->paragraph) {
        reading->paragraph = NOWHERE;
    } else if (depth == reading->cell) {
        end_cell(reading);
    } else if (depth == reading->row) {
        end_row(reading);
    } else if (depth == reading->table) {
        end_table(reading);
    } else if (depth == reading->spreadsheet) {
        reading->spreadsheet = NOWHERE;
    }
}

static void on_text(void *data, const char *text, int length)
{
    Reading *reading = data;
    if (reading->paragraph != NOWHERE && reading->aside == NOWHERE && has_room(reading))
        g_string_append_len(reading->text, text, length);
}

static void on_manifest_start(void *data, const char *name, const char *const *attributes)
{
    (void)attributes;
    if (strcmp(name, "encryption-data") == 0)
        co_package_fail(data, CO_PROBLEM_BOOK_ENCRYPTED, NULL);
}

static void on_manifest_end(void *data, const char *name)
{
    (void)data, (void)name;
}

bool co_ods_is(const CoPackage *package)
{
    return co_package_has(package, "content.xml");
}

/* @return whether nothing forbids to read the content */
static bool check_package(CoPackage *package)
{
    static const CoXmlEvents events = {on_manifest_start, on_manifest_end, NULL};
    static const char manifest[] = "META-INF/manifest.xml";
    if (co_package_has(package, manifest) && !co_xml_read(package, manifest, &events, package))
        return false;
    if (co_package_has_folder(package, "Basic/") || co_package_has_folder(package, "Scripts/"))
        co_package_fail(package, CO_PROBLEM_BOOK_MACROS, NULL);
    return !co_package_has_failed(package);
}

void co_ods_read(CoBookReading *book)
{
    static const CoXmlEvents events = {on_start, on_end, on_text};
    if (!check_package(book->context.package))
        return;
    g_autoptr(GHashTable) hidden = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) value = g_string_new(NULL), text = g_string_new(NULL);
    g_autoptr(GString) canonical = g_string_new(NULL);
    Reading reading = {
        .book = book,
        .package = book->context.package,
        .hidden_styles = hidden,
        .value = value,
        .text = text,
        .canonical = canonical,
    };
    co_xml_read(reading.package, "content.xml", &events, &reading);
    co_sheet_builder_free(reading.builder);
    g_free(reading.style);
}
