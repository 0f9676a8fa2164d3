/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "book_formats.h"
#include "xlsx_relations.h"
#include "xlsx_sheet.h"
#include "xlsx_strings.h"
#include "xlsx_styles.h"
#include "xml_part.h"

typedef struct SheetEntry {
    char *name;
    char *part;
    bool hidden;
} SheetEntry;

typedef struct Outline {
    CoPackage *package;
    const char *part;
    const GArray *relations;
    GArray *sheets;
    bool from_1904;
} Outline;

static void entry_clear(gpointer data)
{
    SheetEntry *entry = data;
    g_free(entry->name);
    g_free(entry->part);
}

/* Chart sheets, dialogues and macro sheets stand in the same list: their relation tells. */
static bool is_worksheet(const GArray *relations, const char *id)
{
    for (guint i = 0; i < relations->len; i++) {
        const CoXlsxRelation *relation = &g_array_index(relations, CoXlsxRelation, i);
        if (strcmp(relation->id, id) == 0)
            return strcmp(relation->kind, "worksheet") == 0;
    }
    return true;
}

static void add_sheet(Outline *outline, const char *const *attributes)
{
    enum { MAX_SHEETS = 1000 };
    const char *name = co_xml_attribute(attributes, "name");
    const char *id = co_xml_attribute(attributes, "id");
    const char *state = co_xml_attribute(attributes, "state");
    const char *part = id == NULL ? NULL : co_xlsx_relations_find(outline->relations, id, true);
    if (name == NULL || part == NULL || outline->sheets->len == MAX_SHEETS) {
        co_package_fail(outline->package, CO_PROBLEM_BOOK_DAMAGED, outline->part);
        return;
    }
    if (!is_worksheet(outline->relations, id))
        return;
    bool hidden = state != NULL && strcmp(state, "visible") != 0;
    SheetEntry entry = {g_strdup(name), g_strdup(part), hidden};
    g_array_append_val(outline->sheets, entry);
}

static void on_start(void *data, const char *name, const char *const *attributes)
{
    Outline *outline = data;
    if (strcmp(name, "workbookPr") == 0)
        outline->from_1904 = co_xml_flag(attributes, "date1904");
    else if (strcmp(name, "sheet") == 0)
        add_sheet(outline, attributes);
}

static void on_end(void *data, const char *name)
{
    (void)data, (void)name;
}

bool co_xlsx_is(const CoPackage *package)
{
    return co_package_has(package, "[Content_Types].xml");
}

/* @return (transfer full) the part that lists the sheets */
static char *main_part(CoPackage *package)
{
    g_autoptr(GArray) relations = co_xlsx_relations_read(package, "");
    const char *part = co_xlsx_relations_find(relations, "officeDocument", false);
    return g_strdup(part != NULL ? part : "xl/workbook.xml");
}

static void read_sheets(CoBookReading *reading, const Outline *outline, CoXlsxTables *tables)
{
    CoPackage *package = reading->context.package;
    for (guint i = 0; i < outline->sheets->len && !co_package_has_failed(package); i++) {
        const SheetEntry *entry = &g_array_index(outline->sheets, SheetEntry, i);
        if (!co_book_wants(reading, entry->name, entry->hidden))
            continue;
        g_autoptr(CoSheetBuilder) builder = co_sheet_builder_new(&reading->context, entry->name);
        if (co_xlsx_sheet_read(package, entry->part, tables, builder))
            co_book_keep(reading, builder);
    }
}

static void read_outlined(CoBookReading *reading, const Outline *outline)
{
    CoPackage *package = reading->context.package;
    const char *strings_part = co_xlsx_relations_find(outline->relations, "sharedStrings", false);
    const char *styles_part = co_xlsx_relations_find(outline->relations, "styles", false);
    g_autoptr(GPtrArray) strings =
        strings_part == NULL ? NULL
                             : co_xlsx_strings_read(package, strings_part, reading->context.pool);
    g_autoptr(GArray) forms =
        styles_part == NULL ? NULL : co_xlsx_styles_read(package, styles_part);
    CoXlsxTables tables = {strings, forms, outline->from_1904};
    read_sheets(reading, outline, &tables);
}

void co_xlsx_read(CoBookReading *reading)
{
    static const CoXmlEvents events = {on_start, on_end, NULL};
    CoPackage *package = reading->context.package;
    g_autofree char *part = main_part(package);
    if (g_str_has_suffix(part, ".bin")) {
        co_package_fail(package, CO_PROBLEM_FILE_FORMAT, "xlsb");
        return;
    }
    g_autoptr(GArray) relations = co_xlsx_relations_read(package, part);
    g_autoptr(GArray) sheets = g_array_new(FALSE, FALSE, sizeof(SheetEntry));
    g_array_set_clear_func(sheets, entry_clear);
    Outline outline = {package, part, relations, sheets, false};
    if (co_xlsx_relations_find(relations, "vbaProject", false) != NULL ||
        co_xlsx_relations_find(relations, "xlMacrosheet", false) != NULL)
        co_package_fail(package, CO_PROBLEM_BOOK_MACROS, NULL);
    else if (co_xml_read(package, part, &events, &outline))
        read_outlined(reading, &outline);
}
