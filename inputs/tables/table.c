/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include <string.h>

#include "clean.h"
#include "cohorte/text.h"

bool co_table_has_header(const CoSheet *sheet, const char *name)
{
    g_autofree char *wanted = co_text_key(name);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *key = co_text_key(co_sheet_header(sheet, i));
        if (strcmp(key, wanted) == 0)
            return true;
    }
    return false;
}

const char *co_table_closest_header(const CoSheet *sheet, const char *name)
{
    enum { MAX_LENGTH = 300 };
    g_autofree char *wanted = co_text_key(name);
    const char *closest = NULL;
    int limit = MAX(2, (int)strlen(wanted) / 3);
    for (int i = 0; i < co_sheet_n_columns(sheet) && limit >= 0; i++) {
        const char *header = co_sheet_header(sheet, i);
        g_autofree char *key = co_text_key(header);
        int distance = strlen(key) > MAX_LENGTH ? G_MAXINT : co_text_distance(wanted, key, limit);
        if (*key == '\0' || distance > limit)
            continue;
        closest = header;
        limit = distance - 1;
    }
    return closest;
}

static void report_missing(const CoTable *table, int column)
{
    const char *name = table->columns[column].name;
    g_autofree char *first = g_strndup(name, strcspn(name, "|"));
    CoProblem problem = {
        .severity = CO_SEVERITY_ERROR,
        .code = CO_PROBLEM_COLUMN_MISSING,
        .action = CO_ACTION_FILE_OUT,
        .line = co_sheet_header_line(table->sheet),
        .column = first,
        .detail = co_table_closest_header(table->sheet, first),
    };
    co_sheet_report(table->sheet, table->import->problems, problem);
}

static bool column_is_blank(const CoSheet *sheet, int column)
{
    for (int row = 0; row < co_sheet_n_rows(sheet); row++)
        if (!co_clean_is_blank(co_sheet_cell(sheet, row, column)))
            return false;
    return true;
}

/* A column that nobody wants may be a wanted one misspelt: that is more than a notice. */
static void report_stranger(const CoTable *table, int position, const CoKeys *wanted)
{
    const char *header = co_sheet_header(table->sheet, position);
    /* A trailing separator makes a column of nothing. */
    if (co_clean_is_blank(header) && column_is_blank(table->sheet, position))
        return;
    const char *closest = co_keys_closest(wanted, header);
    CoProblem problem = {
        .severity = closest != NULL ? CO_SEVERITY_WARNING : CO_SEVERITY_NOTICE,
        .code = CO_PROBLEM_COLUMN_UNKNOWN,
        .action = CO_ACTION_CELL_OUT,
        .line = co_sheet_header_line(table->sheet),
        .column = co_sheet_column_label(table->sheet, position),
        .detail = closest,
    };
    co_sheet_report(table->sheet, table->import->problems, problem);
}

static void report_twin(const CoTable *table, int position)
{
    CoProblem problem = {
        .severity = CO_SEVERITY_WARNING,
        .code = CO_PROBLEM_COLUMN_TWICE,
        .action = CO_ACTION_CELL_OUT,
        .line = co_sheet_header_line(table->sheet),
        .column = co_sheet_column_label(table->sheet, position),
    };
    co_sheet_report(table->sheet, table->import->problems, problem);
}

/* @return (transfer full) every name of a wanted column, to its index */
static CoKeys *wanted_names(const CoColumn *columns, int n_columns)
{
    CoKeys *wanted = co_keys_new(co_text_key);
    for (int i = 0; i < n_columns; i++) {
        g_auto(GStrv) names = g_strsplit(columns[i].name, "|", -1);
        for (int j = 0; names[j] != NULL; j++)
            co_keys_add(wanted, names[j], i, 0);
    }
    return wanted;
}

static void place_columns(CoTable *table, bool is_open)
{
    g_autoptr(CoKeys) wanted = wanted_names(table->columns, table->n_columns);
    for (int i = 0; i < table->n_columns; i++)
        table->position[i] = -1;
    for (int i = 0; i < co_sheet_n_columns(table->sheet); i++) {
        int column = co_keys_find(wanted, co_sheet_header(table->sheet, i));
        if (column >= 0 && table->position[column] < 0)
            table->position[column] = i;
        else if (column >= 0)
            report_twin(table, i);
        else if (!is_open)
            report_stranger(table, i, wanted);
    }
}

bool co_table_open(CoTable *table, CoImport *import, const CoSheet *sheet, const CoColumnSet *set)
{
    g_return_val_if_fail(set->n_columns <= CO_TABLE_MAX_COLUMNS, false);
    *table = (CoTable){
        .import = import,
        .sheet = sheet,
        .columns = set->columns,
        .n_columns = set->n_columns,
    };
    place_columns(table, set->open);
    bool complete = true;
    for (int i = 0; i < set->n_columns; i++) {
        CoNeed need = set->columns[i].need;
        if ((need != CO_REQUIRED && need != CO_PRESENT) || table->position[i] >= 0)
            continue;
        report_missing(table, i);
        complete = false;
    }
    return complete;
}

bool co_table_has(const CoTable *table, int column)
{
    return table->position[column] >= 0;
}

const char *co_table_header(const CoTable *table, int column)
{
    if (table->position[column] >= 0)
        return co_sheet_header(table->sheet, table->position[column]);
    return table->columns[column].name;
}

int co_row_line(const CoRow *row)
{
    return co_sheet_line(row->table->sheet, row->row);
}

/* What survey tools write where nothing was asked, or nobody is named. */
static bool is_unsaid(const char *cell)
{
    static const char *const words[] = {"n/a", "anonymous", "anonyme"};
    cell += strspn(cell, " ");
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t length = strlen(words[i]);
        if (g_ascii_strncasecmp(cell, words[i], length) == 0 &&
            cell[length + strspn(cell + length, " ")] == '\0')
            return true;
    }
    return false;
}

const char *co_row_cell(const CoRow *row, int column)
{
    int position = row->table->position[column];
    if (position < 0)
        return "";
    const char *cell = co_sheet_cell(row->table->sheet, row->row, position);
    if (!row->table->is_survey)
        return cell;
    if (is_unsaid(cell))
        return "";
    return g_str_has_prefix(cell, "'=") ? cell + 1 : cell;
}

CoOrigin co_row_origin(const CoRow *row)
{
    CoCampaign *campaign = row->table->import->campaign;
    return (CoOrigin){
        .file = co_campaign_text(campaign, co_sheet_file(row->table->sheet)),
        .sheet = co_campaign_text(campaign, co_sheet_name(row->table->sheet)),
        .row = co_row_line(row),
    };
}

static const char *label_of(const CoTable *table, int column)
{
    if (table->position[column] >= 0)
        return co_sheet_column_label(table->sheet, table->position[column]);
    return table->columns[column].name;
}

void co_row_report(const CoRow *row, int column, CoProblem problem)
{
    problem.line = co_row_line(row);
    if (column >= 0)
        problem.column = label_of(row->table, column);
    co_sheet_report(row->table->sheet, row->table->import->problems, problem);
}

/* What is wrong with the cell was told already. */
static bool is_told(const CoRow *row, int column)
{
    const CoTable *table = row->table;
    return co_table_has(table, column) &&
           co_sheet_has_fault(table->sheet, co_row_line(row), table->position[column]);
}

bool co_row_check_filled(CoRow *row, int column)
{
    if (is_told(row, column)) {
        row->out = true;
    } else if (co_clean_is_blank(co_row_cell(row, column))) {
        co_row_report(row, column,
                      (CoProblem){.severity = CO_SEVERITY_ERROR,
                                  .code = CO_PROBLEM_VALUE_MISSING,
                                  .action = CO_ACTION_ROW_OUT});
        row->out = true;
    }
    return !row->out;
}

bool co_row_check_required(CoRow *row)
{
    const CoTable *table = row->table;
    for (int i = 0; i < table->n_columns; i++)
        if (table->columns[i].need == CO_REQUIRED)
            co_row_check_filled(row, i);
    return !row->out;
}

bool co_row_claim_key(CoRow *row, int column, CoKeys *keys, const char *name, int index)
{
    if (co_keys_add(keys, name, index, co_row_line(row)))
        return true;
    g_autofree char *first = g_strdup_printf("%d", co_keys_line(keys, name));
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = CO_PROBLEM_KEY_TWICE,
                              .action = CO_ACTION_ROW_OUT,
                              .value = co_row_cell(row, column),
                              .detail = first});
    row->out = true;
    return false;
}
