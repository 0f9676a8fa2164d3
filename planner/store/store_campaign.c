/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include <string.h>

#include "campaign_tables.h"
#include "sql.h"
#include "store_private.h"

/* Reads an int or a pointer at an offset of a structure that is known only by its description. */
static int int_at(const void *structure, size_t offset)
{
    int value;
    memcpy(&value, (const char *)structure + offset, sizeof value);
    return value;
}

static void *pointer_at(const void *structure, size_t offset)
{
    void *value;
    memcpy(&value, (const char *)structure + offset, sizeof value);
    return value;
}

static int n_rows(const CoCampaign *campaign, const CoCampaignTable *table)
{
    return table->is_single ? 1 : int_at(campaign, table->count_offset);
}

static const void *rows_of(const CoCampaign *campaign, const CoCampaignTable *table)
{
    return table->is_single ? (const char *)campaign + table->rows_offset
                            : pointer_at(campaign, table->rows_offset);
}

bool co_store_require_campaign(sqlite3 *db, GError **error)
{
    int64_t n = 0;
    if (!co_sql_query_int(db, "SELECT count(*) FROM parameters", &n, error))
        return false;
    if (n == 0)
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_NO_CAMPAIGN, "nothing imported yet");
    return n > 0;
}

/* Lists go with their owners. */
static bool delete_campaign(sqlite3 *db, GError **error)
{
    for (int i = CO_N_TABLES - 1; i >= 0; i--) {
        g_autofree char *text = g_strdup_printf("DELETE FROM %s", co_campaign_tables[i].table.name);
        if (!co_sql_exec(db, text, error))
            return false;
    }
    return true;
}

/* The caller's campaign has no ids yet and is not ours to change: rows that differ by the id alone
 * are saved in its place. */
static bool insert_people(sqlite3 *db, const CoCampaign *campaign, GError **error)
{
    g_auto(GStrv) ids = co_store_allot_ids(db, campaign, error);
    if (ids == NULL)
        return false;
    g_autofree CoPerson *people =
        g_memdup2(campaign->people, (gsize)campaign->n_people * sizeof(CoPerson));
    for (int i = 0; i < campaign->n_people; i++)
        people[i].id = ids[i];
    return co_rows_insert(db, &co_campaign_tables[CO_TABLE_PEOPLE].table, people,
                          campaign->n_people, error) &&
           co_store_save_identities(db, campaign, ids, error);
}

static bool insert_tables(sqlite3 *db, const CoCampaign *campaign, GError **error)
{
    for (int i = 0; i < CO_N_TABLES; i++) {
        const CoCampaignTable *table = &co_campaign_tables[i];
        bool done = i == CO_TABLE_PEOPLE
                        ? insert_people(db, campaign, error)
                        : co_rows_insert(db, &table->table, rows_of(campaign, table),
                                         n_rows(campaign, table), error);
        if (!done)
            return false;
    }
    return true;
}

static bool insert_items(CoSql *sql, const CoCampaignList *list, int owner, const void *row,
                         GError **error)
{
    const char *items = pointer_at(row, list->items_offset);
    int n = int_at(row, list->count_offset);
    for (int i = 0; i < n; i++) {
        co_rows_bind(sql, &list->table, owner, i, items + (size_t)i * list->table.row_size);
        if (!co_sql_run(sql, error))
            return false;
    }
    return true;
}

static bool insert_list(sqlite3 *db, const CoCampaign *campaign, const CoCampaignList *list,
                        GError **error)
{
    g_autoptr(CoSql) sql = co_rows_new_insert(db, &list->table, error);
    if (sql == NULL)
        return false;
    const CoCampaignTable *owner = &co_campaign_tables[list->owner];
    const char *rows = rows_of(campaign, owner);
    for (int i = 0; i < n_rows(campaign, owner); i++)
        if (!insert_items(sql, list, i, rows + (size_t)i * owner->table.row_size, error))
            return false;
    return true;
}

typedef struct SaveWork {
    const CoCampaign *campaign;
    const CoProblemList *problems;
} SaveWork;

static bool save(sqlite3 *db, void *data, GError **error)
{
    const SaveWork *work = data;
    if (!delete_campaign(db, error) || !insert_tables(db, work->campaign, error))
        return false;
    for (int i = 0; i < CO_N_LISTS; i++)
        if (!insert_list(db, work->campaign, &co_campaign_lists[i], error))
            return false;
    return co_store_save_problems(db, work->problems, error);
}

bool co_store_save_campaign(CoStore *store, const CoCampaign *campaign,
                            const CoProblemList *problems, GError **error)
{
    g_return_val_if_fail(store != NULL && campaign != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    SaveWork work = {campaign, problems};
    return co_store_transact(store, save, &work, error);
}

static void adopt_texts(CoCampaign *campaign, const CoTable *table, void *row)
{
    for (int i = 0; i < table->n_columns; i++) {
        const CoColumn *column = &table->columns[i];
        if (column->type != CO_COLUMN_TEXT)
            continue;
        const char **text = (const char **)((char *)row + column->offset);
        *text = co_campaign_text(campaign, *text);
    }
}

/* References are positions, so a hole among them would lead them astray. */
static bool check_position(const CoTable *table, int found, int expected, GError **error)
{
    if (found != expected)
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED, "%s: row %d is number %d",
                    table->name, expected, found);
    return found == expected;
}

static bool load_table(sqlite3 *db, CoCampaign *campaign, const CoCampaignTable *table,
                       GError **error)
{
    g_autoptr(CoSql) sql = co_rows_new_select(db, &table->table, error);
    if (sql == NULL)
        return false;
    CoSqlStep step;
    for (int i = 0; (step = co_sql_step(sql, error)) == CO_SQL_ROW; i++) {
        if (!check_position(&table->table, co_rows_pos(sql, &table->table), i, error))
            return false;
        void *row = table->add(campaign);
        co_rows_read(sql, &table->table, row);
        adopt_texts(campaign, &table->table, row);
    }
    return step == CO_SQL_DONE;
}

/* Gives the items collected to the row they belong to, and begins anew. */
static void hand_over(CoCampaign *campaign, const CoCampaignList *list, int owner, GArray *items)
{
    if (items->len == 0)
        return;
    const CoCampaignTable *table = &co_campaign_tables[list->owner];
    char *row = (char *)rows_of(campaign, table) + (size_t)owner * table->table.row_size;
    int n = (int)items->len;
    void *array = co_campaign_array(campaign, items->data, n, list->table.row_size);
    memcpy(row + list->count_offset, &n, sizeof n);
    memcpy(row + list->items_offset, &array, sizeof array);
    g_array_set_size(items, 0);
}

static bool load_items(CoSql *sql, CoCampaign *campaign, const CoCampaignList *list, GArray *items,
                       GError **error)
{
    int owner = -1;
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        int next_owner = co_rows_owner(sql, &list->table);
        if (next_owner != owner)
            hand_over(campaign, list, owner, items);
        owner = next_owner;
        if (!check_position(&list->table, co_rows_pos(sql, &list->table), (int)items->len, error))
            return false;
        g_array_set_size(items, items->len + 1);
        void *item = items->data + (size_t)(items->len - 1) * list->table.row_size;
        co_rows_read(sql, &list->table, item);
        adopt_texts(campaign, &list->table, item);
    }
    hand_over(campaign, list, owner, items);
    return step == CO_SQL_DONE;
}

static bool load_list(sqlite3 *db, CoCampaign *campaign, const CoCampaignList *list, GError **error)
{
    g_autoptr(CoSql) sql = co_rows_new_select(db, &list->table, error);
    if (sql == NULL)
        return false;
    g_autoptr(GArray) items = g_array_new(FALSE, TRUE, (guint)list->table.row_size);
    return load_items(sql, campaign, list, items, error);
}

static bool load(sqlite3 *db, CoCampaign *campaign, GError **error)
{
    for (int i = 0; i < CO_N_TABLES; i++)
        if (!load_table(db, campaign, &co_campaign_tables[i], error))
            return false;
    for (int i = 0; i < CO_N_LISTS; i++)
        if (!load_list(db, campaign, &co_campaign_lists[i], error))
            return false;
    return co_store_load_identities(db, campaign, error);
}

/* @param version  a plan whose departed are added, 0 = none */
static CoCampaign *load_finished(sqlite3 *db, int version, GError **error)
{
    if (!co_store_require_campaign(db, error))
        return NULL;
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    if (!load(db, campaign, error))
        return NULL;
    if (version > 0 && !co_store_load_departed(db, campaign, version, error))
        return NULL;
    co_campaign_finish(campaign);
    return g_steal_pointer(&campaign);
}

CoCampaign *co_store_load_campaign(CoStore *store, GError **error)
{
    g_return_val_if_fail(store != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    return load_finished(store->db, 0, error);
}

CoCampaign *co_store_load_campaign_of_plan(CoStore *store, int version, GError **error)
{
    g_return_val_if_fail(store != NULL && version > 0, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    return load_finished(store->db, version, error);
}
