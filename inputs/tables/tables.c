/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables.h"

#include "cohorte/text.h"
#include "titles.h"

void co_table_report_missing(CoImport *import, const char *name)
{
    import->unusable = true;
    if (co_sheet_store_was_tried(import->sheets, name) ||
        co_sheet_store_has_lost_book(import->sheets))
        return;
    g_autofree char *strangers = co_sheet_store_strangers(import->sheets);
    co_import_report(import, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                         .code = CO_PROBLEM_TABLE_MISSING,
                                         .value = name,
                                         .detail = strangers});
}

static void report_empty(CoImport *import, const CoTableKind *kind, const CoSheet *sheet)
{
    /* A sheet of the template that nobody needed is nothing to speak of. */
    if (!kind->required && co_sheet_n_rows(sheet) > 0)
        return;
    CoProblem problem = {
        .severity = kind->required ? CO_SEVERITY_ERROR : CO_SEVERITY_NOTICE,
        .code = CO_PROBLEM_TABLE_EMPTY,
        .value = kind->name,
    };
    co_sheet_report(sheet, import->problems, problem);
    import->unusable = import->unusable || kind->required;
}

/* A row of the template that shows what to write: its first cell begins with "exemple :". */
static bool is_example(const CoSheet *sheet, int row)
{
    const char *cell = co_sheet_cell(sheet, row, 0);
    if (g_ascii_tolower(*cell) != 'e')
        return false;
    g_autofree char *folded = co_text_fold(cell);
    return g_str_has_prefix(folded, "exemple :") || g_str_has_prefix(folded, "exemple:");
}

static bool holds_examples_only(const CoSheet *sheet)
{
    for (int i = 0; i < co_sheet_n_rows(sheet); i++)
        if (!is_example(sheet, i))
            return false;
    return true;
}

static void read_rows(CoImport *import, const CoTableKind *kind, const CoTable *table)
{
    for (int i = 0; i < co_sheet_n_rows(table->sheet); i++) {
        CoRow row = {.table = table, .row = i};
        if (!is_example(table->sheet, i) && co_row_check_required(&row))
            kind->read_row(import, &row);
    }
}

void co_table_read(CoImport *import, const CoTableKind *kind)
{
    if (co_sheet_store_count(import->sheets, kind->name) == 0) {
        if (kind->required)
            co_table_report_missing(import, kind->name);
        return;
    }
    co_titles_step_over(import, kind);
    const CoSheet *sheet = co_sheet_store_get(import->sheets, kind->name, 0);
    CoColumnSet set = {kind->columns, kind->n_columns, false};
    CoTable table;
    if (!co_table_open(&table, import, sheet, &set))
        import->unusable = import->unusable || kind->required;
    else if (holds_examples_only(sheet))
        report_empty(import, kind, sheet);
    else
        read_rows(import, kind, &table);
}

bool co_table_is_left_blank(const CoImport *import, const char *name)
{
    return co_sheet_store_count(import->sheets, name) > 0 &&
           holds_examples_only(co_sheet_store_get(import->sheets, name, 0));
}
