/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cross_checks.h"
#include "inputs/import_context.h"

/* Persons to plan, by path and academy. */
typedef struct Demand {
    const CoCampaign *campaign;
    int *persons; /* [path * n_academies + academy] */
    int *access;  /* per academy: persons who need an accessible room */
} Demand;

static int demand_of(const Demand *demand, int path_idx, int academy_idx)
{
    return demand->persons[path_idx * demand->campaign->n_academies + academy_idx];
}

static void count_demand(Demand *demand)
{
    const CoCampaign *campaign = demand->campaign;
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        if (!co_campaign_person_is_planned(campaign, i))
            continue;
        int academy = co_campaign_person_academy(campaign, i);
        demand->persons[person->path_idx * campaign->n_academies + academy]++;
        demand->access[academy] += person->needs_access;
    }
}

/* What is said of an academy names it only where there are several. */
static const char *name_among(const CoCampaign *campaign, int academy_idx)
{
    return campaign->n_academies > 1 ? campaign->academies[academy_idx].name : NULL;
}

static bool has_meeting(const CoCampaign *campaign, const CoPath *path, CoMode mode)
{
    for (int i = 0; i < path->n_modules; i++)
        if (campaign->modules[path->module_idx[i]].mode == mode)
            return true;
    return false;
}

static bool teaches(const CoTrainer *trainer, int path_idx, int academy_idx)
{
    if (trainer->academy_idx != academy_idx)
        return false;
    for (int i = 0; i < trainer->n_paths; i++)
        if (trainer->path_idx[i] == path_idx)
            return true;
    return false;
}

static bool pair_serves(const CoCampaign *campaign, const CoPair *pair, int path_idx,
                        int academy_idx)
{
    bool listed = pair->n_paths == 0;
    for (int i = 0; i < pair->n_paths; i++)
        listed = listed || pair->path_idx[i] == path_idx;
    return listed && teaches(&campaign->trainers[pair->trainer_idx[0]], path_idx, academy_idx) &&
           teaches(&campaign->trainers[pair->trainer_idx[1]], path_idx, academy_idx);
}

static void judge_trainers(CoImport *import, int path_idx, int academy_idx)
{
    const CoCampaign *campaign = import->campaign;
    const CoPath *path = &campaign->paths[path_idx];
    int n_trainers = 0, n_pairs = 0;
    for (int i = 0; i < campaign->n_trainers; i++)
        n_trainers += teaches(&campaign->trainers[i], path_idx, academy_idx);
    for (int i = 0; i < campaign->n_pairs; i++)
        n_pairs += pair_serves(campaign, &campaign->pairs[i], path_idx, academy_idx);
    CoProblem problem = {
        .severity = CO_SEVERITY_WARNING,
        .value = path->code,
        .detail = name_among(campaign, academy_idx),
        .number = n_trainers,
    };
    if (n_trainers < path->trainers_per_group)
        problem.code = CO_PROBLEM_PATH_NO_TRAINER;
    else if (path->pair_rule == CO_PAIR_FIXED && n_pairs == 0)
        problem.code = CO_PROBLEM_PAIR_MISSING;
    else
        return;
    co_import_report_at(import, &path->origin, problem);
}

static void judge_sizes(CoImport *import, int path_idx, int n_persons)
{
    const CoPath *path = &import->campaign->paths[path_idx];
    int64_t capacity = (int64_t)path->max_groups * path->max_size;
    bool too_few = n_persons < path->min_size;
    if (!too_few && (path->max_groups < 0 || n_persons <= capacity))
        return;
    g_autofree char *limit =
        g_strdup_printf("%" G_GINT64_FORMAT, too_few ? (int64_t)path->min_size : capacity);
    co_import_report_at(
        import, &path->origin,
        (CoProblem){.severity = CO_SEVERITY_WARNING,
                    .code = too_few ? CO_PROBLEM_PATH_TOO_FEW : CO_PROBLEM_PATH_TOO_MANY,
                    .value = path->code,
                    .detail = limit,
                    .number = n_persons});
}

static void judge_path(CoImport *import, const Demand *demand, int path_idx)
{
    const CoCampaign *campaign = import->campaign;
    const CoPath *path = &campaign->paths[path_idx];
    if (path->n_modules == 0)
        co_import_report_at(import, &path->origin,
                            (CoProblem){.severity = CO_SEVERITY_WARNING,
                                        .code = CO_PROBLEM_PATH_NO_MODULE,
                                        .value = path->code});
    if (!has_meeting(campaign, path, CO_MODE_IN_PERSON) &&
        !has_meeting(campaign, path, CO_MODE_VIRTUAL_CLASS))
        return;
    for (int academy = 0; academy < campaign->n_academies; academy++) {
        int n_persons = demand_of(demand, path_idx, academy);
        if (n_persons == 0)
            continue;
        judge_trainers(import, path_idx, academy);
        judge_sizes(import, path_idx, n_persons);
    }
}

static bool needs_room(const Demand *demand, int academy_idx)
{
    const CoCampaign *campaign = demand->campaign;
    for (int i = 0; i < campaign->n_paths; i++)
        if (demand_of(demand, i, academy_idx) > 0 &&
            has_meeting(campaign, &campaign->paths[i], CO_MODE_IN_PERSON))
            return true;
    return false;
}

static void judge_rooms(CoImport *import, const Demand *demand, int academy_idx)
{
    const CoCampaign *campaign = import->campaign;
    int n_rooms = 0, n_accessible = 0;
    for (int i = 0; i < campaign->n_rooms; i++) {
        bool here = campaign->rooms[i].academy_idx == academy_idx;
        n_rooms += here;
        n_accessible += here && campaign->rooms[i].accessible;
    }
    CoProblem problem = {
        .severity = CO_SEVERITY_WARNING,
        .value = campaign->academies[academy_idx].name,
        .number = demand->access[academy_idx],
    };
    if (n_rooms == 0)
        problem.code = CO_PROBLEM_NO_ROOM;
    else if (n_accessible == 0 && demand->access[academy_idx] > 0)
        problem.code = CO_PROBLEM_NO_ACCESSIBLE_ROOM;
    else
        return;
    co_import_report(import, problem);
}

void co_check_means(CoImport *import)
{
    g_return_if_fail(import != NULL);
    const CoCampaign *campaign = import->campaign;
    g_autofree int *persons = g_new0(int, (gsize)(campaign->n_paths * campaign->n_academies) + 1);
    g_autofree int *access = g_new0(int, (gsize)campaign->n_academies + 1);
    Demand demand = {campaign, persons, access};
    count_demand(&demand);
    for (int i = 0; i < campaign->n_paths; i++)
        judge_path(import, &demand, i);
    for (int i = 0; i < campaign->n_academies; i++)
        if (needs_room(&demand, i))
            judge_rooms(import, &demand, i);
}
