/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who and what an older plan names and the campaign has no more. */
#include "store_private.h"

#include "sql.h"

enum { KIND_NAMED = 0, KIND_RESERVED = 2 }; /* of known_people */

/* Adds one object of which a row tells. */
typedef void (*AddDeparted)(CoCampaign *campaign, CoSql *sql);

static int establishment_of(CoCampaign *campaign, const char *uai)
{
    int idx = co_campaign_find_establishment(campaign, uai);
    if (idx >= 0)
        return idx;
    CoEstablishment *establishment = co_campaign_add_establishment(campaign);
    establishment->uai = establishment->place.uai = co_campaign_text(campaign, uai);
    return campaign->n_establishments - 1;
}

static void add_person(CoCampaign *campaign, CoSql *sql)
{
    int establishment_idx = establishment_of(campaign, co_sql_text(sql, 2));
    CoPerson *person = co_campaign_add_person(campaign);
    person->id = co_campaign_text(campaign, co_sql_text(sql, 0));
    person->establishment_idx = establishment_idx;
    person->named = co_sql_int(sql, 1) == KIND_NAMED;
    person->reserved = co_sql_int(sql, 1) == KIND_RESERVED;
    person->last_name = co_campaign_text(campaign, co_sql_text(sql, 3));
    person->first_name = co_campaign_text(campaign, co_sql_text(sql, 4));
    person->email = co_campaign_text(campaign, co_sql_text(sql, 5));
}

static void add_trainer(CoCampaign *campaign, CoSql *sql)
{
    co_campaign_add_trainer(campaign)->code = co_campaign_text(campaign, co_sql_text(sql, 0));
}

static void add_room(CoCampaign *campaign, CoSql *sql)
{
    co_campaign_add_room(campaign)->code = co_campaign_text(campaign, co_sql_text(sql, 0));
}

static const struct {
    const char *text;
    AddDeparted add;
} kinds[] = {
    {"SELECT k.id, k.kind, k.uai, i.last_name, i.first_name, i.email FROM known_people AS k"
     " LEFT JOIN identities AS i ON i.kind = 'person' AND i.ref = k.id"
     " WHERE k.id IN (SELECT person FROM plan_members WHERE version = ?1"
     " UNION SELECT person FROM plan_unplaced WHERE version = ?1)"
     " AND k.id NOT IN (SELECT id FROM people) ORDER BY length(k.id), k.id",
     add_person},
    {"SELECT trainer_1 AS code FROM plan_groups WHERE version = ?1 AND trainer_1 IS NOT NULL"
     " UNION SELECT trainer_2 FROM plan_groups WHERE version = ?1 AND trainer_2 IS NOT NULL"
     " EXCEPT SELECT code FROM trainers ORDER BY code",
     add_trainer},
    {"SELECT room AS code FROM plan_groups WHERE version = ?1 AND room IS NOT NULL"
     " EXCEPT SELECT code FROM rooms ORDER BY code",
     add_room},
};

static bool add_kind(sqlite3 *db, CoCampaign *campaign, size_t kind, int version, GError **error)
{
    g_autoptr(CoSql) sql = co_sql_new(db, kinds[kind].text, error);
    if (sql == NULL)
        return false;
    co_sql_bind_int(sql, version);
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW)
        kinds[kind].add(campaign, sql);
    return step == CO_SQL_DONE;
}

bool co_store_load_departed(sqlite3 *db, CoCampaign *campaign, int version, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (!add_kind(db, campaign, i, version, error))
            return false;
    return true;
}
