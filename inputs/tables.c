/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables.h"

void co_table_report_missing(CoImport *import, const char *name)
{
    import->unusable = true;
    if (co_sheet_store_was_tried(import->sheets, name) ||
        co_sheet_store_has_lost_book(import->sheets))
        return;
    co_import_report(import, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                         .code = CO_PROBLEM_TABLE_MISSING,
                                         .value = name});
}

static void report_empty(CoImport *import, const CoTableKind *kind, const CoSheet *sheet)
{
    CoProblem problem = {
        .severity = kind->required ? CO_SEVERITY_ERROR : CO_SEVERITY_NOTICE,
        .code = CO_PROBLEM_TABLE_EMPTY,
        .value = kind->name,
    };
    co_sheet_report(sheet, import->problems, problem);
    import->unusable = import->unusable || kind->required;
}

static void read_rows(CoImport *import, const CoTableKind *kind, const CoTable *table)
{
    for (int i = 0; i < co_sheet_n_rows(table->sheet); i++) {
        CoRow row = {.table = table, .row = i};
        if (co_row_check_required(&row))
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
    const CoSheet *sheet = co_sheet_store_get(import->sheets, kind->name, 0);
    CoColumnSet set = {kind->columns, kind->n_columns, false};
    CoTable table;
    if (!co_table_open(&table, import, sheet, &set))
        import->unusable = import->unusable || kind->required;
    else if (co_sheet_n_rows(sheet) == 0)
        report_empty(import, kind, sheet);
    else
        read_rows(import, kind, &table);
}
