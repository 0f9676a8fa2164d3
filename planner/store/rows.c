/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows.h"

#include <string.h>

#include "cohorte/day.h"

/* Columns before those of the description: owner of a list, pos. */
static int n_leading(const CoTable *table)
{
    return table->is_list ? 2 : 1;
}

static GString *column_names(const CoTable *table)
{
    GString *names = g_string_new(table->is_list ? "owner, pos" : "pos");
    for (int i = 0; i < table->n_columns; i++)
        g_string_append_printf(names, ", %s", table->columns[i].name);
    return names;
}

CoSql *co_rows_new_insert(sqlite3 *db, const CoTable *table, GError **error)
{
    g_autoptr(GString) text = column_names(table);
    g_autofree char *head = g_strdup_printf("INSERT INTO %s (", table->name);
    g_string_prepend(text, head);
    g_string_append(text, ") VALUES (?");
    for (int i = 1; i < n_leading(table) + table->n_columns; i++)
        g_string_append(text, ", ?");
    g_string_append_c(text, ')');
    return co_sql_new(db, text->str, error);
}

CoSql *co_rows_new_select(sqlite3 *db, const CoTable *table, GError **error)
{
    g_autoptr(GString) names = column_names(table);
    g_autofree char *text = g_strdup_printf("SELECT %s FROM %s ORDER BY %s", names->str,
                                            table->name, table->is_list ? "owner, pos" : "pos");
    return co_sql_new(db, text, error);
}

static void bind_day(CoSql *sql, CoDay day)
{
    char iso[CO_DAY_ISO_SIZE];
    if (day == CO_DAY_NONE)
        co_sql_bind_null(sql);
    else
        co_sql_bind_text_copy(sql, co_day_to_iso(day, iso));
}

static void bind_ref(CoSql *sql, int idx)
{
    if (idx < 0)
        co_sql_bind_null(sql);
    else
        co_sql_bind_int(sql, idx);
}

static void bind_field(CoSql *sql, const CoColumn *column, const void *field)
{
    switch (column->type) {
    case CO_COLUMN_TEXT:
    case CO_COLUMN_MAYBE:
        co_sql_bind_text(sql, *(const char *const *)field);
        break;
    case CO_COLUMN_INT:
        co_sql_bind_int(sql, *(const int *)field);
        break;
    case CO_COLUMN_BOOL:
        co_sql_bind_int(sql, *(const bool *)field);
        break;
    case CO_COLUMN_DAY:
        bind_day(sql, *(const CoDay *)field);
        break;
    case CO_COLUMN_INT64:
        co_sql_bind_int(sql, *(const int64_t *)field);
        break;
    case CO_COLUMN_REAL:
        co_sql_bind_real(sql, *(const double *)field);
        break;
    case CO_COLUMN_REF:
        bind_ref(sql, *(const int *)field);
        break;
    }
}

void co_rows_bind(CoSql *sql, const CoTable *table, int owner, int pos, const void *row)
{
    if (table->is_list)
        co_sql_bind_int(sql, owner);
    co_sql_bind_int(sql, pos);
    for (int i = 0; i < table->n_columns; i++)
        bind_field(sql, &table->columns[i], (const char *)row + table->columns[i].offset);
}

bool co_rows_insert(sqlite3 *db, const CoTable *table, const void *rows, int n, GError **error)
{
    g_autoptr(CoSql) sql = co_rows_new_insert(db, table, error);
    if (sql == NULL)
        return false;
    for (int i = 0; i < n; i++) {
        co_rows_bind(sql, table, 0, i, (const char *)rows + (size_t)i * table->row_size);
        if (!co_sql_run(sql, error))
            return false;
    }
    return true;
}

static void read_field(CoSql *sql, int index, const CoColumn *column, void *field)
{
    switch (column->type) {
    case CO_COLUMN_TEXT:
    case CO_COLUMN_MAYBE:
        *(const char **)field = co_sql_text(sql, index);
        break;
    case CO_COLUMN_INT:
        *(int *)field = co_sql_int(sql, index);
        break;
    case CO_COLUMN_BOOL:
        *(bool *)field = co_sql_int(sql, index) != 0;
        break;
    case CO_COLUMN_DAY:
        *(CoDay *)field = co_day_parse(co_sql_text(sql, index));
        break;
    case CO_COLUMN_INT64:
        *(int64_t *)field = co_sql_int64(sql, index);
        break;
    case CO_COLUMN_REAL:
        *(double *)field = co_sql_real(sql, index);
        break;
    case CO_COLUMN_REF:
        *(int *)field = co_sql_is_null(sql, index) ? -1 : co_sql_int(sql, index);
        break;
    }
}

void co_rows_read(CoSql *sql, const CoTable *table, void *row)
{
    for (int i = 0; i < table->n_columns; i++)
        read_field(sql, n_leading(table) + i, &table->columns[i],
                   (char *)row + table->columns[i].offset);
}

int co_rows_owner(CoSql *sql, const CoTable *table)
{
    g_assert(table->is_list);
    return co_sql_int(sql, 0);
}

int co_rows_pos(CoSql *sql, const CoTable *table)
{
    return co_sql_int(sql, n_leading(table) - 1);
}
