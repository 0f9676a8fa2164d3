/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include <string.h>

#include "sql.h"
#include "store_private.h"

/* The file holds these as numbers: their order is part of its format. */
G_STATIC_ASSERT(CO_STOP_TIME == 1 && CO_STOP_WORK == 2 && CO_STOP_GAP == 3);
G_STATIC_ASSERT(CO_STOP_CANCELLED == 4);
G_STATIC_ASSERT(CO_QUALITY_FEASIBLE == 1 && CO_QUALITY_INFEASIBLE == 2 && CO_QUALITY_NOTHING == 3);
G_STATIC_ASSERT(CO_REMEDY_RELAX_CONTINUITY == 5 && CO_REMEDY_DEFINE_PATH == 13);
G_STATIC_ASSERT(CO_R01 == 1 && CO_R18 == 18);

typedef struct PlanWork {
    CoStore *store;
    const CoCampaign *campaign;
    const CoPlan *plan;
    int version; /* out */
} PlanWork;

/* Each part of a plan: one statement, run for as many rows as the part has. */
typedef bool (*SavePart)(const PlanWork *work, CoSql *sql, GError **error);

static bool save_tier(const PlanWork *work, CoSql *sql, int number, const CoTier *tier,
                      GError **error)
{
    co_sql_bind_int(sql, work->version);
    co_sql_bind_int(sql, number);
    co_sql_bind_int(sql, tier->value);
    if (tier->has_bound)
        co_sql_bind_int(sql, tier->bound);
    else
        co_sql_bind_null(sql);
    co_sql_bind_int(sql, tier->gap_proven);
    return co_sql_run(sql, error);
}

static bool save_tiers(const PlanWork *work, CoSql *sql, GError **error)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(work->plan->tiers); i++)
        if (!save_tier(work, sql, i + 1, &work->plan->tiers[i], error))
            return false;
    return save_tier(work, sql, 0, &work->plan->stage1, error);
}

static void bind_trainer(CoSql *sql, const CoCampaign *campaign, int trainer_idx)
{
    co_sql_bind_text(sql, trainer_idx < 0 ? NULL : campaign->trainers[trainer_idx].code);
}

static bool save_groups(const PlanWork *work, CoSql *sql, GError **error)
{
    const CoCampaign *campaign = work->campaign;
    for (int i = 0; i < work->plan->n_groups; i++) {
        const CoGroup *group = &work->plan->groups[i];
        bool has_academy = group->academy_idx >= 0, has_room = group->room_idx >= 0;
        co_sql_bind_int(sql, work->version);
        co_sql_bind_int(sql, i);
        co_sql_bind_text(sql, group->code);
        co_sql_bind_text(sql, campaign->paths[group->path_idx].code);
        co_sql_bind_text(sql, has_academy ? campaign->academies[group->academy_idx].name : NULL);
        co_sql_bind_text(sql, has_room ? campaign->rooms[group->room_idx].code : NULL);
        bind_trainer(sql, campaign, group->trainer_idx[0]);
        bind_trainer(sql, campaign, group->trainer_idx[1]);
        if (!co_sql_run(sql, error))
            return false;
    }
    return true;
}

static bool save_meeting(const PlanWork *work, CoSql *sql, int group_idx, int pos, GError **error)
{
    const CoMeeting *meeting = &work->plan->groups[group_idx].meetings[pos];
    char iso[CO_DAY_ISO_SIZE];
    co_sql_bind_int(sql, work->version);
    co_sql_bind_int(sql, group_idx);
    co_sql_bind_int(sql, pos);
    co_sql_bind_text(sql, work->campaign->modules[meeting->module_idx].code);
    co_sql_bind_text(sql, co_day_to_iso(meeting->day, iso));
    co_sql_bind_int(sql, (int)meeting->halves);
    return co_sql_run(sql, error);
}

static bool save_meetings(const PlanWork *work, CoSql *sql, GError **error)
{
    for (int i = 0; i < work->plan->n_groups; i++)
        for (int j = 0; j < work->plan->groups[i].n_meetings; j++)
            if (!save_meeting(work, sql, i, j, error))
                return false;
    return true;
}

static bool save_member(const PlanWork *work, CoSql *sql, int group_idx, int pos, GError **error)
{
    int person_idx = work->plan->groups[group_idx].members[pos];
    co_sql_bind_int(sql, work->version);
    co_sql_bind_int(sql, group_idx);
    co_sql_bind_int(sql, pos);
    co_sql_bind_text(sql, work->campaign->people[person_idx].id);
    return co_sql_run(sql, error);
}

static bool save_members(const PlanWork *work, CoSql *sql, GError **error)
{
    for (int i = 0; i < work->plan->n_groups; i++)
        for (int j = 0; j < work->plan->groups[i].n_members; j++)
            if (!save_member(work, sql, i, j, error))
                return false;
    return true;
}

static bool save_unplaced(const PlanWork *work, CoSql *sql, GError **error)
{
    for (int i = 0; i < work->plan->n_unplaced; i++) {
        const CoUnplaced *unplaced = &work->plan->unplaced[i];
        co_sql_bind_int(sql, work->version);
        co_sql_bind_int(sql, i);
        co_sql_bind_text(sql, work->campaign->people[unplaced->person_idx].id);
        co_sql_bind_int(sql, unplaced->rules);
        co_sql_bind_int(sql, (int)unplaced->main_rule);
        co_sql_bind_int(sql, (int)unplaced->remedy);
        if (unplaced->group_idx < 0)
            co_sql_bind_null(sql);
        else
            co_sql_bind_int(sql, unplaced->group_idx);
        if (!co_sql_run(sql, error))
            return false;
    }
    return true;
}

static bool save_head(const PlanWork *work, CoSql *sql, GError **error)
{
    const CoPlan *plan = work->plan;
    co_sql_bind_int(sql, work->version);
    co_sql_bind_text(sql, plan->digest);
    co_sql_bind_int(sql, (int)plan->stop);
    co_sql_bind_int(sql, (int)plan->quality);
    co_sql_bind_int(sql, plan->unplaced_penalty);
    co_sql_bind_int(sql, plan->changes);
    co_sql_bind_int(sql, plan->seed);
    co_sql_bind_int(sql, plan->work);
    return co_sql_run(sql, error);
}

/* The head seals the plan, so it comes last. */
static const struct {
    const char *text;
    SavePart save;
} parts[] = {
    {"INSERT INTO plan_tiers (version, tier, value, bound, gap_proven) VALUES (?, ?, ?, ?, ?)",
     save_tiers},
    {"INSERT INTO plan_groups (version, pos, code, path, academy, room, trainer_1, trainer_2)"
     " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
     save_groups},
    {"INSERT INTO plan_meetings (version, group_pos, pos, module, day, halves)"
     " VALUES (?, ?, ?, ?, ?, ?)",
     save_meetings},
    {"INSERT INTO plan_members (version, group_pos, pos, person) VALUES (?, ?, ?, ?)",
     save_members},
    {"INSERT INTO plan_unplaced (version, pos, person, rules, main_rule, remedy, group_pos)"
     " VALUES (?, ?, ?, ?, ?, ?, ?)",
     save_unplaced},
    {"INSERT INTO plans (version, digest, stop, quality, unplaced_penalty, changes, seed, work)"
     " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
     save_head},
};

/* @return whether the plan was made from what is stored now, and @p campaign is that too */
static bool check_digests(const PlanWork *work, GError **error)
{
    g_autoptr(CoCampaign) stored = co_store_load_campaign(work->store, error);
    if (stored == NULL)
        return false;
    g_autofree char *stored_digest = co_campaign_digest(stored);
    g_autofree char *given_digest = co_campaign_digest(work->campaign);
    if (strcmp(stored_digest, work->plan->digest) == 0 && strcmp(stored_digest, given_digest) == 0)
        return true;
    g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_STALE,
                "the plan was made from inputs %.12s, the file holds %.12s", work->plan->digest,
                stored_digest);
    return false;
}

static bool save(sqlite3 *db, void *data, GError **error)
{
    PlanWork *work = data;
    int latest = co_store_latest_version(work->store, error);
    if (latest < 0 || !check_digests(work, error))
        return false;
    work->version = latest + 1;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(CoSql) sql = co_sql_new(db, parts[i].text, error);
        if (sql == NULL || !parts[i].save(work, sql, error))
            return false;
    }
    return true;
}

static bool is_index(int idx, int n)
{
    return idx >= 0 && idx < n;
}

static bool is_sound_group(const CoCampaign *campaign, const CoGroup *group)
{
    for (int i = 0; i < group->n_members; i++)
        if (!is_index(group->members[i], campaign->n_people))
            return false;
    for (int i = 0; i < group->n_meetings; i++)
        if (!is_index(group->meetings[i].module_idx, campaign->n_modules))
            return false;
    return is_index(group->path_idx, campaign->n_paths) &&
           group->academy_idx < campaign->n_academies && group->room_idx < campaign->n_rooms &&
           group->trainer_idx[0] < campaign->n_trainers &&
           group->trainer_idx[1] < campaign->n_trainers;
}

static bool is_sound(const CoCampaign *campaign, const CoPlan *plan)
{
    for (int i = 0; i < plan->n_groups; i++)
        if (!is_sound_group(campaign, &plan->groups[i]))
            return false;
    for (int i = 0; i < plan->n_unplaced; i++)
        if (!is_index(plan->unplaced[i].person_idx, campaign->n_people) ||
            plan->unplaced[i].group_idx >= plan->n_groups)
            return false;
    return true;
}

bool co_store_save_plan(CoStore *store, const CoCampaign *campaign, const CoPlan *plan,
                        int *version, GError **error)
{
    g_return_val_if_fail(store != NULL && campaign != NULL && plan != NULL, false);
    g_return_val_if_fail(is_sound(campaign, plan), false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    PlanWork work = {store, campaign, plan, 0};
    if (!co_store_transact(store, save, &work, error))
        return false;
    if (version != NULL)
        *version = work.version;
    return true;
}

int co_store_latest_version(CoStore *store, GError **error)
{
    g_return_val_if_fail(store != NULL, -1);
    g_return_val_if_fail(error == NULL || *error == NULL, -1);
    int64_t version = 0;
    bool known =
        co_sql_query_int(store->db, "SELECT coalesce(max(version), 0) FROM plans", &version, error);
    return known ? (int)version : -1;
}
