/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "titles.h"

#include <string.h>

#include "clean.h"
#include "cohorte/text.h"

/* Line 0 is the headers as read, line 1 the first row. */
static int n_cells_on(const CoSheet *sheet, int line)
{
    return line == 0 ? co_sheet_n_columns(sheet) : CO_SHEET_MAX_COLUMNS;
}

static const char *cell_on(const CoSheet *sheet, int line, int column)
{
    return line == 0 ? co_sheet_header(sheet, column) : co_sheet_cell(sheet, line - 1, column);
}

static bool holds(const CoSheet *sheet, int line, const char *names)
{
    g_auto(GStrv) wanted = g_strsplit(names, "|", -1);
    for (int i = 0; i < n_cells_on(sheet, line); i++) {
        const char *cell = cell_on(sheet, line, i);
        if (co_clean_is_blank(cell))
            continue;
        g_autofree char *key = co_text_key(cell);
        for (int j = 0; wanted[j] != NULL; j++) {
            g_autofree char *name = co_text_key(wanted[j]);
            if (strcmp(key, name) == 0)
                return true;
        }
    }
    return false;
}

static bool is_complete(const CoSheet *sheet, int line, const CoTableKind *kind)
{
    for (int i = 0; i < kind->n_columns; i++) {
        CoNeed need = kind->columns[i].need;
        if ((need == CO_REQUIRED || need == CO_PRESENT) &&
            !holds(sheet, line, kind->columns[i].name))
            return false;
    }
    return true;
}

static void report_title(const CoImport *import, const CoSheet *sheet, int line)
{
    const char *title = "";
    for (int i = 0; i < n_cells_on(sheet, line) && co_clean_is_blank(title); i++)
        title = cell_on(sheet, line, i);
    co_sheet_report(sheet, import->problems,
                    (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                .code = CO_PROBLEM_TITLE_ABOVE,
                                .action = CO_ACTION_ROW_OUT,
                                .line = line == 0 ? co_sheet_header_line(sheet)
                                                  : co_sheet_line(sheet, line - 1),
                                .value = title});
}

void co_titles_step_over(CoImport *import, const CoTableKind *kind)
{
    enum { MAX_TITLES = 2 };
    g_return_if_fail(import != NULL && kind != NULL);
    if (co_sheet_store_count(import->sheets, kind->name) == 0)
        return;
    const CoSheet *sheet = co_sheet_store_get(import->sheets, kind->name, 0);
    int last = MIN(MAX_TITLES, co_sheet_n_rows(sheet));
    int headers = 0;
    while (headers <= last && !is_complete(sheet, headers, kind))
        headers++;
    if (headers == 0 || headers > last)
        return;
    for (int line = 0; line < headers; line++)
        report_title(import, sheet, line);
    co_sheet_store_step_over(import->sheets, kind->name, headers);
}
