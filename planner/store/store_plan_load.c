/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include <string.h>

#include "sql.h"
#include "store_private.h"

/* A plan on its way from codes to indices of a campaign. */
typedef struct Reader {
    sqlite3 *db;
    const CoCampaign *campaign;
    CoPlan *plan;
    int *n_gone; /* counts what the campaign no longer has, and goes on; NULL = that is an error */
} Reader;

/* Takes one row of a part of the plan. */
typedef bool (*ReadRow)(Reader *reader, CoSql *sql, GError **error);

/* @return whether reading goes on without it */
static bool miss(const Reader *reader, const char *what, const char *code, GError **error)
{
    if (reader->n_gone != NULL) {
        (*reader->n_gone)++;
        return true;
    }
    g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_STALE, "the campaign has no %s \"%s\"", what,
                code);
    return false;
}

/* Academies may have no name, which co_campaign_find_academy() never finds. */
static int find_academy(const CoCampaign *campaign, const char *name)
{
    for (int i = 0; i < campaign->n_academies; i++)
        if (strcmp(campaign->academies[i].name, name) == 0)
            return i;
    return -1;
}

typedef int (*Find)(const CoCampaign *campaign, const char *code);

/* Looks a code up; NULL leaves the index at -1. */
static bool find_code(const Reader *reader, const char *code, Find find, int *idx, GError **error)
{
    if (code == NULL)
        return true;
    *idx = find(reader->campaign, code);
    return *idx >= 0 || miss(reader, "object", code, error);
}

static bool read_head(Reader *reader, CoSql *sql, G_GNUC_UNUSED GError **error)
{
    CoPlan *plan = reader->plan;
    plan->version = co_sql_int(sql, 0);
    g_strlcpy(plan->digest, co_sql_text(sql, 1), sizeof plan->digest);
    plan->stop = (CoStop)co_sql_int(sql, 2);
    plan->quality = (CoQuality)co_sql_int(sql, 3);
    plan->unplaced_penalty = co_sql_int64(sql, 4);
    plan->changes = co_sql_int64(sql, 5);
    plan->seed = co_sql_int64(sql, 6);
    plan->work = co_sql_int64(sql, 7);
    return true;
}

static bool read_tier(Reader *reader, CoSql *sql, G_GNUC_UNUSED GError **error)
{
    int number = co_sql_int(sql, 0); /* 0 to 3, by a check of the table */
    CoTier *tier = number == 0 ? &reader->plan->stage1 : &reader->plan->tiers[number - 1];
    tier->value = co_sql_int64(sql, 1);
    tier->has_bound = !co_sql_is_null(sql, 2);
    tier->bound = co_sql_int64(sql, 2);
    tier->gap_proven = co_sql_int(sql, 3) != 0;
    return true;
}

static bool read_group(Reader *reader, CoSql *sql, GError **error)
{
    if (co_sql_int(sql, 0) != reader->plan->n_groups) {
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED, "plan without its group %d",
                    reader->plan->n_groups);
        return false;
    }
    CoGroup *group = co_plan_add_group(reader->plan);
    g_free(group->code);
    group->code = g_strdup(co_sql_text(sql, 1));
    int *trainers = group->trainer_idx;
    const char *academy = co_sql_text(sql, 3);
    if (!find_code(reader, co_sql_text(sql, 2), co_campaign_find_path, &group->path_idx, error) ||
        !find_code(reader, academy, find_academy, &group->academy_idx, error) ||
        !find_code(reader, co_sql_text(sql, 4), co_campaign_find_room, &group->room_idx, error) ||
        !find_code(reader, co_sql_text(sql, 5), co_campaign_find_trainer, trainers, error) ||
        !find_code(reader, co_sql_text(sql, 6), co_campaign_find_trainer, trainers + 1, error))
        return false;
    if (academy != NULL && group->academy_idx < 0)
        group->path_idx = -1; /* dropped with those whose path is gone */
    return true;
}

/* The group that column 0 points to: there is one, by a foreign key and because read_group() lets
 * no number be missing. */
static CoGroup *group_of_row(Reader *reader, CoSql *sql)
{
    int group_idx = co_sql_int(sql, 0);
    g_assert(group_idx >= 0 && group_idx < reader->plan->n_groups);
    return &reader->plan->groups[group_idx];
}

static bool read_meeting(Reader *reader, CoSql *sql, GError **error)
{
    CoGroup *group = group_of_row(reader, sql);
    const char *code = co_sql_text(sql, 1);
    CoMeeting meeting = {
        .module_idx = co_campaign_find_module(reader->campaign, group->path_idx, code),
        .day = co_day_parse(co_sql_text(sql, 2)),
        .halves = (CoHalves)co_sql_int(sql, 3),
    };
    if (meeting.module_idx < 0)
        return miss(reader, "module", code, error);
    co_group_add_meeting(group, &meeting);
    return true;
}

static bool read_member(Reader *reader, CoSql *sql, GError **error)
{
    int person_idx = -1;
    if (!find_code(reader, co_sql_text(sql, 1), co_campaign_find_person, &person_idx, error))
        return false;
    if (person_idx >= 0)
        co_group_add_member(group_of_row(reader, sql), person_idx);
    return true;
}

static bool read_unplaced(Reader *reader, CoSql *sql, GError **error)
{
    CoUnplaced *unplaced = co_plan_add_unplaced(reader->plan);
    unplaced->group_idx = co_sql_is_null(sql, 0) ? -1 : co_sql_int(sql, 0);
    unplaced->rules = (CoRuleSet)co_sql_int64(sql, 2);
    unplaced->main_rule = (CoRule)co_sql_int(sql, 3);
    unplaced->remedy = (CoRemedy)co_sql_int(sql, 4);
    const char *id = co_sql_text(sql, 1);
    if (!find_code(reader, id, co_campaign_find_person, &unplaced->person_idx, error))
        return false;
    if (unplaced->person_idx < 0)
        reader->plan->n_unplaced--;
    return true;
}

/* In order: groups before what points to them. */
static const struct {
    const char *text;
    ReadRow read;
} parts[] = {
    {"SELECT version, digest, stop, quality, unplaced_penalty, changes, seed, work"
     " FROM plans WHERE version = ?",
     read_head},
    {"SELECT tier, value, bound, gap_proven FROM plan_tiers WHERE version = ?", read_tier},
    {"SELECT pos, code, path, academy, room, trainer_1, trainer_2"
     " FROM plan_groups WHERE version = ? ORDER BY pos",
     read_group},
    {"SELECT group_pos, module, day, halves"
     " FROM plan_meetings WHERE version = ? ORDER BY group_pos, pos",
     read_meeting},
    {"SELECT group_pos, person FROM plan_members WHERE version = ? ORDER BY group_pos, pos",
     read_member},
    {"SELECT group_pos, person, rules, main_rule, remedy"
     " FROM plan_unplaced WHERE version = ? ORDER BY pos",
     read_unplaced},
};

static bool read_part(Reader *reader, size_t part, int version, GError **error)
{
    g_autoptr(CoSql) sql = co_sql_new(reader->db, parts[part].text, error);
    if (sql == NULL)
        return false;
    co_sql_bind_int(sql, version);
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW)
        if (!parts[part].read(reader, sql, error))
            return false;
    return step == CO_SQL_DONE;
}

/* A group whose path or academy is gone can be nobody's any more. */
static void drop_groups_of_nothing(CoPlan *plan)
{
    int n_kept = 0;
    for (int g = 0; g < plan->n_groups; g++) {
        CoGroup *group = &plan->groups[g];
        if (group->path_idx >= 0) {
            plan->groups[n_kept++] = *group;
            continue;
        }
        g_free(group->code);
        g_free(group->members);
        g_free(group->meetings);
    }
    plan->n_groups = n_kept;
    for (int i = 0; i < plan->n_unplaced; i++)
        plan->unplaced[i].group_idx = -1;
}

/* What is gone is counted through the reader. */
/* NOLINTNEXTLINE(readability-non-const-parameter) */
static CoPlan *load(CoStore *store, const CoCampaign *campaign, int version, int *n_gone,
                    GError **error)
{
    int latest = co_store_latest_version(store, error);
    if (latest < 0)
        return NULL;
    int wanted = version == 0 ? latest : version;
    if (wanted < 1 || wanted > latest) {
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_NO_PLAN, "no plan version %d", wanted);
        return NULL;
    }
    g_autoptr(CoPlan) plan = co_plan_new();
    Reader reader = {store->db, campaign, plan, n_gone};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (!read_part(&reader, i, wanted, error))
            return NULL;
    if (n_gone != NULL && *n_gone > 0)
        drop_groups_of_nothing(plan);
    /* The campaign may hold the same objects in another order than when the plan was made. */
    co_plan_sort(plan, campaign);
    return g_steal_pointer(&plan);
}

CoPlan *co_store_load_plan(CoStore *store, const CoCampaign *campaign, int version, GError **error)
{
    g_return_val_if_fail(store != NULL && campaign != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    return load(store, campaign, version, NULL, error);
}

CoPlan *co_store_load_what_is_left(CoStore *store, const CoCampaign *campaign, int version,
                                   int *n_gone, GError **error)
{
    g_return_val_if_fail(store != NULL && campaign != NULL && n_gone != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    *n_gone = 0;
    return load(store, campaign, version, n_gone, error);
}
