/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include "sql.h"
#include "store_private.h"

/* Identities of people who left the campaign stay, so that they get their id back when they return;
 * those of trainers, who have a code of their own, are replaced. */

static bool save_identity(CoSql *sql, const char *kind, const char *ref, const char *const texts[3],
                          GError **error)
{
    co_sql_bind_text(sql, kind);
    co_sql_bind_text(sql, ref);
    for (int i = 0; i < 3; i++)
        co_sql_bind_text(sql, texts[i]);
    return co_sql_run(sql, error);
}

static bool save_people(CoSql *sql, const CoCampaign *campaign, char *const *ids, GError **error)
{
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        const char *const texts[3] = {person->last_name, person->first_name, person->email};
        if (person->named && !save_identity(sql, "person", ids[i], texts, error))
            return false;
    }
    return true;
}

static bool save_trainers(CoSql *sql, const CoCampaign *campaign, GError **error)
{
    for (int i = 0; i < campaign->n_trainers; i++) {
        const CoTrainer *trainer = &campaign->trainers[i];
        const char *const texts[3] = {trainer->last_name, trainer->first_name, trainer->email};
        if (!save_identity(sql, "trainer", trainer->code, texts, error))
            return false;
    }
    return true;
}

bool co_store_save_identities(sqlite3 *db, const CoCampaign *campaign, char *const *ids,
                              GError **error)
{
    if (!co_sql_exec(db, "DELETE FROM identities WHERE kind = 'trainer'", error))
        return false;
    g_autoptr(CoSql) sql =
        co_sql_new(db,
                   "INSERT INTO identities (kind, ref, last_name, first_name, email)"
                   " VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, ref) DO UPDATE"
                   " SET (last_name, first_name, email)"
                   " = (excluded.last_name, excluded.first_name, excluded.email)",
                   error);
    return sql != NULL && save_people(sql, campaign, ids, error) &&
           save_trainers(sql, campaign, error);
}

/* Gives the three texts of the current row, after its position. */
static void read_texts(CoCampaign *campaign, CoSql *sql, const char **texts[3])
{
    for (int i = 0; i < 3; i++)
        *texts[i] = co_campaign_text(campaign, co_sql_text(sql, i + 1));
}

static bool load_people(sqlite3 *db, CoCampaign *campaign, GError **error)
{
    g_autoptr(CoSql) sql =
        co_sql_new(db,
                   "SELECT p.pos, i.last_name, i.first_name, i.email"
                   " FROM people AS p JOIN identities AS i ON i.kind = 'person' AND i.ref = p.id"
                   " WHERE p.named",
                   error);
    if (sql == NULL)
        return false;
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        CoPerson *person = &campaign->people[co_sql_int(sql, 0)];
        const char **texts[3] = {&person->last_name, &person->first_name, &person->email};
        read_texts(campaign, sql, texts);
    }
    return step == CO_SQL_DONE;
}

static bool load_trainers(sqlite3 *db, CoCampaign *campaign, GError **error)
{
    g_autoptr(CoSql) sql = co_sql_new(
        db,
        "SELECT t.pos, i.last_name, i.first_name, i.email"
        " FROM trainers AS t JOIN identities AS i ON i.kind = 'trainer' AND i.ref = t.code",
        error);
    if (sql == NULL)
        return false;
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        CoTrainer *trainer = &campaign->trainers[co_sql_int(sql, 0)];
        const char **texts[3] = {&trainer->last_name, &trainer->first_name, &trainer->email};
        read_texts(campaign, sql, texts);
    }
    return step == CO_SQL_DONE;
}

bool co_store_load_identities(sqlite3 *db, CoCampaign *campaign, GError **error)
{
    return load_people(db, campaign, error) && load_trainers(db, campaign, error);
}
