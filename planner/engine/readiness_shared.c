/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means that several paths share: FM1 (all academies together), rooms and trainers of an academy.
 * Only groups that each path could hold by itself are counted, so nothing is told twice. */
#include "readiness_parts.h"
#include "rule_models.h"
#include "slots.h"

static int n_groups(const CoReadinessWork *work, int class_idx)
{
    const CoCapacity *capacity = &g_array_index(work->capacities, CoCapacity, class_idx);
    return MIN(capacity->needed, capacity->possible);
}

static bool is_of(const CoReadinessWork *work, int class_idx, int academy_idx)
{
    return academy_idx < 0 || work->problem->classes[class_idx].academy_idx == academy_idx;
}

static void report(CoReadinessWork *work, CoFinding finding, int64_t needed, int64_t most)
{
    if (needed <= most)
        return;
    finding.found = (int)MIN(needed, G_MAXINT);
    finding.allowed = (int)most;
    finding.n_persons = 1;
    co_finding_add(work, finding);
}

/* ---- FM1 ---- */

static int fm1_half_days(const CoReadinessWork *work, int class_idx)
{
    const CoEngineClass *cls = &work->problem->classes[class_idx];
    int n = 0;
    for (int i = 0; i < cls->n_in_person; i++) {
        const CoModule *module = &work->campaign->modules[cls->in_person[i]];
        if (module->fm1)
            n += module->half_days >= 2 ? 2 : 1;
    }
    return n;
}

/* A slot that other modules use too may hold an FM1 module all the same, so `used` is what counts.
 */
static void judge_fm1(CoReadinessWork *work)
{
    const CoEngineProblem *problem = work->problem;
    g_autofree CoSlotWord *all = g_new0(CoSlotWord, (gsize)problem->grouping.n_words);
    int64_t needed = 0, most = 0;
    for (int c = 0; c < problem->grouping.n_classes; c++) {
        if (fm1_half_days(work, c) == 0)
            continue;
        needed += (int64_t)fm1_half_days(work, c) * n_groups(work, c);
        co_slots_add(all, work->dates[c]->used, problem->grouping.n_words);
    }
    for (int s = 0; s < problem->grouping.n_slots; s++)
        most += co_slots_test(all, s) ? problem->fm1_capacity[s] : 0;
    report(work, co_finding_new(CO_FINDING_SHARED_FM1, CO_SEVERITY_ERROR), needed, most);
}

/* ---- rooms ---- */

static bool room_serves(const CoReadinessWork *work, int room_idx, int slot)
{
    const CoEngineProblem *problem = work->problem;
    if (co_slots_test(problem->room_busy[room_idx], slot))
        return false;
    for (int c = 0; c < problem->grouping.n_classes; c++)
        for (int r = 0; r < problem->classes[c].n_rooms; r++)
            if (problem->classes[c].rooms[r] == room_idx &&
                co_slots_test(work->dates[c]->used, slot))
                return true;
    return false;
}

static void judge_rooms(CoReadinessWork *work, int academy_idx)
{
    const CoEngineProblem *problem = work->problem;
    int64_t needed = 0, most = 0;
    for (int c = 0; c < problem->grouping.n_classes; c++)
        if (is_of(work, c, academy_idx))
            needed += (int64_t)work->dates[c]->half_days * n_groups(work, c);
    for (int r = 0; r < work->campaign->n_rooms; r++)
        if (work->campaign->rooms[r].academy_idx == academy_idx)
            for (int s = 0; s < problem->grouping.n_slots; s++)
                most += room_serves(work, r, s);
    CoFinding finding = co_finding_new(CO_FINDING_SHARED_ROOMS, CO_SEVERITY_ERROR);
    finding.academy_idx = academy_idx;
    report(work, finding, needed, most);
}

/* ---- trainers ---- */

/* Half-days that a trainer can give: the limit, and the open half-days on which he is free. Virtual
 * classes may be on any open one. */
static int half_days_of(const CoReadinessWork *work, int trainer_idx)
{
    const CoEngineProblem *problem = work->problem;
    const CoTrainer *trainer = &work->campaign->trainers[trainer_idx];
    const CoSlotWord *open = problem->open[trainer->academy_idx];
    int n = 0;
    for (int s = MAX(problem->first_slot, 0); s < problem->grouping.n_slots; s++)
        n += co_slots_test(open, s) &&
             !co_slots_test(problem->grp_trainers[trainer_idx].busy_remote, s);
    return trainer->max_half_days < 0 ? n : MIN(n, trainer->max_half_days);
}

static int list_edges(const CoReadinessWork *work, const int *classes, int n_classes,
                      int (*edges)[2])
{
    int n = 0;
    for (int i = 0; i < n_classes; i++)
        for (int t = 0; t < work->campaign->n_trainers; t++)
            if (co_r06_may_teach(work->problem, t, classes[i])) {
                edges[n][0] = i;
                edges[n++][1] = t;
            }
    return n;
}

static void judge_trainers(CoReadinessWork *work, int academy_idx)
{
    const CoEngineProblem *problem = work->problem;
    int n_all = problem->grouping.n_classes, n_trainers = work->campaign->n_trainers, n = 0;
    g_autofree int *classes = g_new0(int, (gsize)n_all + 1);
    g_autofree int *demand = g_new0(int, (gsize)n_all + 1);
    g_autofree int *supply = g_new0(int, (gsize)n_trainers + 1);
    g_autofree int(*edges)[2] = g_malloc0(sizeof *edges * ((gsize)(n_all * n_trainers) + 1));
    int needed = 0;
    for (int c = 0; c < n_all; c++) {
        if (!is_of(work, c, academy_idx))
            continue;
        const CoGrpClass *grp = &problem->grp_classes[c];
        classes[n] = c;
        demand[n] = n_groups(work, c) * grp->n_sync_slots * grp->team_size;
        needed += demand[n++];
    }
    for (int t = 0; t < n_trainers; t++)
        if (work->campaign->trainers[t].academy_idx == academy_idx)
            supply[t] = half_days_of(work, t);
    CoFlow flow = {n,      n_trainers, list_edges(work, classes, n, edges),
                   demand, supply,     (const int(*)[2])edges};
    CoFinding finding = co_finding_new(CO_FINDING_SHARED_TRAINERS, CO_SEVERITY_ERROR);
    finding.academy_idx = academy_idx;
    report(work, finding, needed, co_flow_most(&flow));
}

void co_readiness_shared(CoReadinessWork *work)
{
    judge_fm1(work);
    for (int a = 0; a < work->campaign->n_academies; a++) {
        judge_rooms(work, a);
        judge_trainers(work, a);
    }
}
