/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Démarches simplifiées: one sheet of files, one more for each repeated block of the form, whose
 * rows name the file they belong to. */
#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "survey_shape_steps.h"

static int find_header(const CoSheet *sheet, const char *key)
{
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *other = co_text_key(co_sheet_header(sheet, i));
        if (strcmp(other, key) == 0)
            return i;
    }
    return -1;
}

bool co_shape_is_block(const CoSheet *sheet)
{
    return find_header(sheet, "dossier id") >= 0 && find_header(sheet, "ligne") >= 0;
}

bool co_shape_is_files(const CoSheet *sheet)
{
    return find_header(sheet, "id") >= 0 && find_header(sheet, "dossier id") < 0 &&
           co_survey_format(sheet) == CO_FORMAT_DEMARCHES;
}

/* One block: its sheet, the columns of its fields, its rows by the file they belong to. */
typedef struct Block {
    const CoSheet *sheet;
    char *label;
    GArray *fields;   /* of int: columns */
    GHashTable *rows; /* id of a file -> GArray of int */
    int most_rows;    /* of one file */
} Block;

static void block_free(gpointer data)
{
    Block *block = data;
    g_free(block->label);
    g_array_unref(block->fields);
    g_hash_table_unref(block->rows);
    g_free(block);
}

/* "(7) Champ repetable" is the block "Champ repetable". */
static char *label_of(const CoSheet *sheet)
{
    const char *name = co_sheet_name(sheet);
    if (name == NULL)
        return g_strdup("Bloc");
    if (*name == '(') {
        const char *end = strchr(name, ')');
        name = end != NULL && !co_clean_is_blank(end + 1) ? end + 1 : name;
    }
    return co_clean_text(name);
}

static void index_rows(Block *block, int id_column)
{
    for (int row = 0; row < co_sheet_n_rows(block->sheet); row++) {
        char *id = co_text_key(co_sheet_cell(block->sheet, row, id_column));
        GArray *rows = g_hash_table_lookup(block->rows, id);
        if (rows == NULL) {
            rows = g_array_new(FALSE, FALSE, sizeof(int));
            g_hash_table_insert(block->rows, g_steal_pointer(&id), rows);
        }
        g_array_append_val(rows, row);
        block->most_rows = MAX(block->most_rows, (int)rows->len);
        g_free(id);
    }
}

/* A row of a file that is not there would vanish with whoever it names. */
static void report_orphans(const Block *block, GHashTable *ids, CoProblemList *problems)
{
    int id_column = find_header(block->sheet, "dossier id");
    for (int row = 0; row < co_sheet_n_rows(block->sheet); row++) {
        const char *cell = co_sheet_cell(block->sheet, row, id_column);
        g_autofree char *id = co_text_key(cell);
        if (g_hash_table_contains(ids, id))
            continue;
        co_sheet_report(block->sheet, problems,
                        (CoProblem){.severity = CO_SEVERITY_WARNING,
                                    .code = CO_PROBLEM_BLOCK_ORPHAN,
                                    .action = CO_ACTION_ROW_OUT,
                                    .line = co_sheet_line(block->sheet, row),
                                    .value = cell});
    }
}

static void look_for_orphans(const CoSheet *files, const GPtrArray *blocks, CoProblemList *problems)
{
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int id_column = find_header(files, "id");
    for (int row = 0; row < co_sheet_n_rows(files); row++)
        g_hash_table_add(ids, co_text_key(co_sheet_cell(files, row, id_column)));
    for (guint i = 0; i < blocks->len; i++)
        report_orphans(blocks->pdata[i], ids, problems);
}

static Block *block_new(const CoSheet *sheet)
{
    Block *block = g_new0(Block, 1);
    block->sheet = sheet;
    block->label = label_of(sheet);
    block->fields = g_array_new(FALSE, FALSE, sizeof(int));
    block->rows =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    int id_column = find_header(sheet, "dossier id"), line_column = find_header(sheet, "ligne");
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        if (i != id_column && i != line_column)
            g_array_append_val(block->fields, i);
    index_rows(block, id_column);
    return block;
}

/* Blocks are cut to what a sheet may hold; the rows beyond are said. */
static void limit(GPtrArray *blocks, int n_columns, CoProblemList *problems)
{
    for (guint i = 0; i < blocks->len; i++) {
        Block *block = blocks->pdata[i];
        int width = MAX((int)block->fields->len, 1);
        int most = MAX(CO_SHEET_MAX_COLUMNS - n_columns, 0) / width;
        if (block->most_rows > most) {
            co_sheet_report(block->sheet, problems,
                            (CoProblem){.severity = CO_SEVERITY_ERROR,
                                        .code = CO_PROBLEM_TOO_MANY_COLUMNS,
                                        .action = CO_ACTION_CELL_OUT,
                                        .number = CO_SHEET_MAX_COLUMNS});
            block->most_rows = most;
        }
        n_columns += block->most_rows * (int)block->fields->len;
    }
}

static void add_block_headers(CoSheet *made, const Block *block, GStringChunk *texts)
{
    for (int n = 1; n <= block->most_rows; n++) {
        for (guint i = 0; i < block->fields->len; i++) {
            int field = g_array_index(block->fields, int, i);
            g_autofree char *header = g_strdup_printf("%s %d [%s]", block->label, n,
                                                      co_sheet_header(block->sheet, field));
            co_sheet_add_cell(made, g_string_chunk_insert(texts, header));
        }
    }
}

static void add_block_cells(CoSheet *made, const Block *block, const char *id)
{
    const GArray *rows = g_hash_table_lookup(block->rows, id);
    for (int n = 0; n < block->most_rows; n++) {
        for (guint i = 0; i < block->fields->len; i++) {
            bool has_row = rows != NULL && (guint)n < rows->len;
            co_sheet_add_cell(made, has_row
                                        ? co_sheet_cell(block->sheet, g_array_index(rows, int, n),
                                                        g_array_index(block->fields, int, i))
                                        : "");
        }
    }
}

CoSheet *co_shape_blocks(const CoSheet *files, const GPtrArray *blocks, GStringChunk *texts,
                         CoProblemList *problems)
{
    g_autoptr(GPtrArray) indexed = g_ptr_array_new_with_free_func(block_free);
    for (guint i = 0; i < blocks->len; i++)
        g_ptr_array_add(indexed, block_new(blocks->pdata[i]));
    int n_columns = co_sheet_n_columns(files), id_column = find_header(files, "id");
    look_for_orphans(files, indexed, problems);
    limit(indexed, n_columns, problems);
    CoSheet *made = co_sheet_new(co_sheet_file(files), co_sheet_name(files));
    for (int i = 0; i < n_columns; i++)
        co_sheet_add_cell(made, co_sheet_header(files, i));
    for (guint i = 0; i < indexed->len; i++)
        add_block_headers(made, indexed->pdata[i], texts);
    co_sheet_end_row(made, co_sheet_header_line(files));
    for (int row = 0; row < co_sheet_n_rows(files); row++) {
        g_autofree char *id = co_text_key(co_sheet_cell(files, row, id_column));
        for (int i = 0; i < n_columns; i++)
            co_sheet_add_cell(made, co_sheet_cell(files, row, i));
        for (guint i = 0; i < indexed->len; i++)
            add_block_cells(made, indexed->pdata[i], id);
        co_sheet_end_row(made, co_sheet_line(files, row));
    }
    return made;
}
