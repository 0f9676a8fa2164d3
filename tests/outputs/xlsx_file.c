/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx_file.h"

#include <zlib.h>

#include <string.h>

typedef struct Sheet {
    char *name, *part;
    GHashTable *cells;    /* address -> text */
    GHashTable *is_text;  /* set of addresses */
    GPtrArray *addresses; /* as they come */
} Sheet;

struct CoXlsxFile {
    GHashTable *parts; /* name -> text */
    GPtrArray *strings;
    GPtrArray *sheets; /* of Sheet */
    char **names;
    bool is_undated;
};

static guint32 u16(const guint8 *p)
{
    return (guint32)p[0] | (guint32)p[1] << 8;
}

static guint32 u32(const guint8 *p)
{
    return u16(p) | u16(p + 2) << 16;
}

static char *inflate_part(const guint8 *packed, guint32 packed_size, guint32 size)
{
    char *plain = g_malloc0(size + 1);
    z_stream stream = {.next_in = (Bytef *)packed,
                       .avail_in = packed_size,
                       .next_out = (Bytef *)plain,
                       .avail_out = size};
    g_assert_cmpint(inflateInit2(&stream, -MAX_WBITS), ==, Z_OK);
    g_assert_cmpint(inflate(&stream, Z_FINISH), ==, Z_STREAM_END);
    inflateEnd(&stream);
    return plain;
}

/* Goes through the directory at the end of the archive. */
static void read_parts(CoXlsxFile *file, const guint8 *data, gsize size)
{
    g_assert_cmpuint(size, >, 22);
    const guint8 *end = data + size - 22;
    g_assert_cmpuint(u32(end), ==, 0x06054b50);
    const guint8 *entry = data + u32(end + 16);
    file->is_undated = true;
    for (guint32 i = 0; i < u16(end + 10); i++) {
        const guint8 *local = data + u32(entry + 42);
        const guint8 *packed = local + 30 + u16(local + 26) + u16(local + 28);
        char *name = g_strndup((const char *)entry + 46, u16(entry + 28));
        g_hash_table_insert(file->parts, name,
                            inflate_part(packed, u32(entry + 20), u32(entry + 24)));
        file->is_undated = file->is_undated && u16(entry + 12) == 0 && u16(entry + 14) == 0x21;
        entry += 46 + u16(entry + 28) + u16(entry + 30) + u16(entry + 32);
    }
}

/* What a markup parser is in the middle of. */
typedef struct Context {
    CoXlsxFile *file;
    Sheet *sheet;
    GString *text; /* of the current cell or shared string */
    char *address, *type;
} Context;

/* NOLINTNEXTLINE(readability-function-size): GLib says what it is given */
static void start_string(GMarkupParseContext *parser, const char *element, const char **names,
                         const char **values, gpointer data, GError **error)
{
    (void)parser, (void)names, (void)values, (void)error;
    Context *context = data;
    if (g_str_equal(element, "si"))
        g_string_truncate(context->text, 0);
}

static void end_string(GMarkupParseContext *parser, const char *element, gpointer data,
                       GError **error)
{
    (void)parser, (void)error;
    Context *context = data;
    if (g_str_equal(element, "si"))
        g_ptr_array_add(context->file->strings, g_strdup(context->text->str));
}

static void take_text(GMarkupParseContext *parser, const char *text, gsize size, gpointer data,
                      GError **error)
{
    (void)parser, (void)error;
    g_string_append_len(((Context *)data)->text, text, (gssize)size);
}

static const char *attribute(const char *wanted, const char **names, const char **values)
{
    for (; *names != NULL; names++, values++)
        if (g_str_equal(*names, wanted))
            return *values;
    return "";
}

/* NOLINTNEXTLINE(readability-function-size) */
static void start_cell(GMarkupParseContext *parser, const char *element, const char **names,
                       const char **values, gpointer data, GError **error)
{
    (void)parser, (void)error;
    Context *context = data;
    g_string_truncate(context->text, 0);
    if (!g_str_equal(element, "c"))
        return;
    g_free(context->address);
    g_free(context->type);
    context->address = g_strdup(attribute("r", names, values));
    context->type = g_strdup(attribute("t", names, values));
}

static void end_cell(GMarkupParseContext *parser, const char *element, gpointer data,
                     GError **error)
{
    (void)parser, (void)error;
    Context *context = data;
    if (!g_str_equal(element, "v"))
        return;
    const char *value = context->text->str;
    if (g_str_equal(context->type, "s")) {
        value = g_ptr_array_index(context->file->strings, (guint)g_ascii_strtoull(value, NULL, 10));
        g_hash_table_add(context->sheet->is_text, g_strdup(context->address));
    }
    g_hash_table_insert(context->sheet->cells, g_strdup(context->address), g_strdup(value));
    g_ptr_array_add(context->sheet->addresses, g_strdup(context->address));
}

/* NOLINTNEXTLINE(readability-function-size) */
static void start_sheet(GMarkupParseContext *parser, const char *element, const char **names,
                        const char **values, gpointer data, GError **error)
{
    (void)parser, (void)error;
    CoXlsxFile *file = ((Context *)data)->file;
    if (!g_str_equal(element, "sheet"))
        return;
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->name = g_strdup(attribute("name", names, values));
    sheet->part = g_strdup_printf("xl/worksheets/sheet%u.xml", file->sheets->len + 1);
    sheet->cells = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    sheet->is_text = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    sheet->addresses = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(file->sheets, sheet);
}

static void parse(CoXlsxFile *file, Sheet *sheet, const char *part, const GMarkupParser *parser)
{
    const char *text = g_hash_table_lookup(file->parts, part);
    if (text == NULL)
        return; /* a workbook without a text has no shared strings */
    Context context = {file, sheet, g_string_new(NULL), NULL, NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GMarkupParseContext) markup = g_markup_parse_context_new(parser, 0, &context, NULL);
    g_markup_parse_context_parse(markup, text, -1, &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(markup, &error);
    g_assert_no_error(error);
    g_string_free(context.text, TRUE);
    g_free(context.address);
    g_free(context.type);
}

static void free_sheet(gpointer data)
{
    Sheet *sheet = data;
    g_free(sheet->name);
    g_free(sheet->part);
    g_hash_table_unref(sheet->cells);
    g_hash_table_unref(sheet->is_text);
    g_ptr_array_unref(sheet->addresses);
    g_free(sheet);
}

CoXlsxFile *co_xlsx_file_open(const char *path)
{
    static const GMarkupParser string_parser = {start_string, end_string, take_text, NULL, NULL};
    static const GMarkupParser sheet_parser = {start_sheet, NULL, NULL, NULL, NULL};
    static const GMarkupParser cell_parser = {start_cell, end_cell, take_text, NULL, NULL};
    g_autofree char *data = NULL;
    gsize size = 0;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &data, &size, &error);
    g_assert_no_error(error);
    CoXlsxFile *file = g_new0(CoXlsxFile, 1);
    file->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    file->strings = g_ptr_array_new_with_free_func(g_free);
    file->sheets = g_ptr_array_new_with_free_func(free_sheet);
    read_parts(file, (const guint8 *)data, size);
    parse(file, NULL, "xl/sharedStrings.xml", &string_parser);
    parse(file, NULL, "xl/workbook.xml", &sheet_parser);
    file->names = g_new0(char *, file->sheets->len + 1);
    for (guint i = 0; i < file->sheets->len; i++) {
        Sheet *sheet = g_ptr_array_index(file->sheets, i);
        file->names[i] = g_strdup(sheet->name);
        parse(file, sheet, sheet->part, &cell_parser);
    }
    return file;
}

void co_xlsx_file_free(CoXlsxFile *file)
{
    if (file == NULL)
        return;
    g_hash_table_unref(file->parts);
    g_ptr_array_unref(file->strings);
    g_ptr_array_unref(file->sheets);
    g_strfreev(file->names);
    g_free(file);
}

const char *co_xlsx_file_part(const CoXlsxFile *file, const char *name)
{
    return g_hash_table_lookup(file->parts, name);
}

char **co_xlsx_file_sheets(const CoXlsxFile *file)
{
    return file->names;
}

static const Sheet *find_sheet(const CoXlsxFile *file, const char *name)
{
    for (guint i = 0; i < file->sheets->len; i++) {
        const Sheet *sheet = g_ptr_array_index(file->sheets, i);
        if (g_str_equal(sheet->name, name))
            return sheet;
    }
    g_error("no sheet is called \"%s\"", name);
}

const char *co_xlsx_file_sheet(const CoXlsxFile *file, const char *sheet)
{
    return g_hash_table_lookup(file->parts, find_sheet(file, sheet)->part);
}

const char *co_xlsx_file_cell(const CoXlsxFile *file, const char *sheet, const char *cell)
{
    const char *text = g_hash_table_lookup(find_sheet(file, sheet)->cells, cell);
    return text != NULL ? text : "";
}

bool co_xlsx_file_is_text(const CoXlsxFile *file, const char *sheet, const char *cell)
{
    return g_hash_table_contains(find_sheet(file, sheet)->is_text, cell);
}

char *co_xlsx_file_find(const CoXlsxFile *file, const char *sheet, const char *text)
{
    const Sheet *found = find_sheet(file, sheet);
    for (guint i = 0; i < found->addresses->len; i++) {
        const char *address = g_ptr_array_index(found->addresses, i);
        if (g_strcmp0(g_hash_table_lookup(found->cells, address), text) == 0)
            return g_strdup(address);
    }
    return NULL;
}

static int column_number(const char *cell, const char **row)
{
    int column = 0;
    for (; g_ascii_isalpha(*cell); cell++)
        column = column * 26 + (*cell - 'A' + 1);
    *row = cell;
    return column;
}

static char *column_name(int column)
{
    GString *name = g_string_new(NULL);
    for (; column > 0; column = (column - 1) / 26)
        g_string_prepend_c(name, (char)('A' + (column - 1) % 26));
    return g_string_free(name, FALSE);
}

const char *co_xlsx_file_near(const CoXlsxFile *file, const char *sheet, const char *cell,
                              int right, int below)
{
    const char *row = NULL;
    int column = column_number(cell, &row);
    g_autofree char *name = column_name(column + right);
    g_autofree char *address =
        g_strdup_printf("%s%d", name, (int)g_ascii_strtoll(row, NULL, 10) + below);
    return co_xlsx_file_cell(file, sheet, address);
}

bool co_xlsx_file_holds(const CoXlsxFile *file, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    GHashTableIter iter;
    gpointer part;
    g_hash_table_iter_init(&iter, file->parts);
    while (g_hash_table_iter_next(&iter, NULL, &part))
        if (strstr(part, escaped) != NULL || strstr(part, text) != NULL)
            return true;
    return false;
}

bool co_xlsx_file_is_undated(const CoXlsxFile *file)
{
    return file->is_undated;
}

void co_xlsx_file_assert_found(const CoXlsxFile *file, const char *sheet, const char *text)
{
    g_autofree char *address = co_xlsx_file_find(file, sheet, text);
    if (address == NULL)
        g_error("\"%s\" does not hold \"%s\"", sheet, text);
}

void co_xlsx_file_assert_absent(const CoXlsxFile *file, const char *text)
{
    if (*text != '\0' && co_xlsx_file_holds(file, text))
        g_error("found \"%s\"", text);
}
