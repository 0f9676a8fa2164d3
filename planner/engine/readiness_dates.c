/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which starts of each in-person module belong to a whole pattern: order, gaps, windows, notice.
 * Unlike the list of patterns this is complete however many there are. */
#include <string.h>

#include "readiness_parts.h"
#include "rule_models.h"
#include "slots.h"

/* Above any number of groups that somebody plans; sums stay far from overflow. */
enum { MANY_GROUPS = 100000 };

static const CoModule *module_at(const CoDates *dates, int k)
{
    return &dates->problem->campaign->modules[dates->cls->in_person[k]];
}

static int held(const CoDates *dates, int k)
{
    return module_at(dates, k)->half_days >= 2 ? 2 : 1;
}

static CoSlotWord *new_set(const CoDates *dates)
{
    return g_new0(CoSlotWord, (gsize)dates->n_words);
}

static CoSlotWord **new_sets(const CoDates *dates)
{
    CoSlotWord **sets = g_new0(CoSlotWord *, (gsize)dates->n_modules + 1);
    for (int k = 0; k < dates->n_modules; k++)
        sets[k] = new_set(dates);
    return sets;
}

static void free_sets(CoSlotWord **sets, int n)
{
    for (int k = 0; k < n; k++)
        g_free(sets[k]);
    g_free(sets);
}

/* Keeps the starts of module k that follow (or, backward, precede) a kept start of its neighbour
 * at a permitted distance. */
static void keep_linked(const CoDates *dates, CoSlotWord **kept, int k, bool backward)
{
    int least, most, neighbour = backward ? k + 1 : k - 1;
    co_r04_gap(dates->problem, dates->cls->in_person[backward ? k + 1 : k], &least, &most);
    g_autofree int *before = g_new0(int, (gsize)dates->n_slots + 1);
    for (int s = 0; s < dates->n_slots; s++)
        before[s + 1] = before[s] + (co_slots_test(kept[neighbour], s) ? 1 : 0);
    int n_days = dates->n_slots / 2;
    for (int s = 0; s < dates->n_slots; s++) {
        if (!co_slots_test(kept[k], s))
            continue;
        int day = s / 2, far = most < 0 ? n_days : most;
        int first = backward ? day + least : MAX(day - far, 0);
        int end = backward ? MIN(day + far + 1, n_days) : MAX(day - least + 1, 0);
        if (first >= end || before[2 * end] == before[2 * first])
            kept[k][s / 64] &= ~((CoSlotWord)1 << (s % 64));
    }
}

static bool is_empty(const CoDates *dates, const CoSlotWord *set)
{
    g_assert(set != NULL);
    for (int w = 0; w < dates->n_words; w++)
        if (set[w] != 0)
            return false;
    return true;
}

static bool keep_whole(const CoDates *dates, CoSlotWord **kept)
{
    for (int k = 1; k < dates->n_modules; k++)
        keep_linked(dates, kept, k, false);
    for (int k = dates->n_modules - 2; k >= 0; k--)
        keep_linked(dates, kept, k, true);
    return dates->n_modules == 0 || !is_empty(dates, kept[0]);
}

/* Slots of the kept starts; those that only FM1 modules use apart. */
static void fill_used(CoDates *dates)
{
    g_autofree CoSlotWord *other = new_set(dates);
    for (int k = 0; k < dates->n_modules; k++)
        for (int s = 0; s < dates->n_slots; s++)
            for (int h = s; co_slots_test(dates->starts[k], s) && h < s + held(dates, k); h++) {
                co_slots_set(dates->used, h);
                co_slots_set(module_at(dates, k)->fm1 ? dates->fm1 : other, h);
            }
    for (int w = 0; w < dates->n_words; w++)
        dates->fm1[w] &= ~other[w];
}

CoDates *co_dates_new(CoEngineProblem *problem, int class_idx)
{
    CoDates *dates = g_new0(CoDates, 1);
    dates->problem = problem;
    dates->cls = &problem->classes[class_idx];
    dates->n_modules = dates->cls->n_in_person;
    dates->n_slots = problem->grouping.n_slots;
    dates->n_words = problem->grouping.n_words;
    dates->starts = new_sets(dates);
    dates->used = new_set(dates);
    dates->fm1 = new_set(dates);
    for (int k = 0; k < dates->n_modules; k++) {
        co_r04_starts(problem, dates->cls, dates->cls->in_person[k], problem->first_slot,
                      dates->starts[k]);
        dates->half_days += held(dates, k);
    }
    dates->any = keep_whole(dates, dates->starts);
    fill_used(dates);
    return dates;
}

void co_dates_free(CoDates *dates)
{
    if (dates == NULL)
        return;
    free_sets(dates->starts, dates->n_modules);
    g_free(dates->used);
    g_free(dates->fm1);
    g_free(dates);
}

static bool start_suits(const CoDates *dates, int k, int start, const CoSlotWord *busy,
                        int deadline_slot)
{
    int end = start + held(dates, k);
    if (module_at(dates, k)->before_cutover && end > deadline_slot)
        return false;
    for (int s = start; s < end; s++)
        if (co_slots_test(busy, s))
            return false;
    return true;
}

bool co_dates_exist(const CoDates *dates, const CoSlotWord *busy, int deadline_slot)
{
    CoSlotWord **kept = new_sets(dates);
    for (int k = 0; k < dates->n_modules; k++)
        for (int s = 0; s < dates->n_slots; s++)
            if (co_slots_test(dates->starts[k], s) && start_suits(dates, k, s, busy, deadline_slot))
                co_slots_set(kept[k], s);
    bool exist = keep_whole(dates, kept);
    free_sets(kept, dates->n_modules);
    return exist;
}

/* Every group starts module k somewhere. */
static int64_t bound_of_module(const CoDates *dates, int k, const int *capacity)
{
    int64_t sum = 0;
    for (int s = 0; s < dates->n_slots; s++)
        if (co_slots_test(dates->starts[k], s))
            sum += held(dates, k) == 2 ? MIN(capacity[s], capacity[s + 1]) : capacity[s];
    return sum;
}

int co_dates_bound(const CoDates *dates, const int *capacity)
{
    if (dates->n_modules == 0)
        return MANY_GROUPS;
    int64_t sum = 0;
    for (int s = 0; s < dates->n_slots; s++)
        if (co_slots_test(dates->used, s))
            sum += MIN(capacity[s], MANY_GROUPS);
    int64_t bound = sum / dates->half_days;
    for (int k = 0; k < dates->n_modules; k++)
        bound = MIN(bound, bound_of_module(dates, k, capacity));
    return (int)MIN(bound, MANY_GROUPS);
}

int co_dates_bound_alone(const CoDates *dates, const CoSlotWord *busy)
{
    if (!co_dates_exist(dates, busy, dates->n_slots))
        return 0;
    g_autofree int *capacity = g_new0(int, (gsize)dates->n_slots + 2);
    for (int s = 0; s < dates->n_slots; s++)
        capacity[s] = co_slots_test(busy, s) ? 0 : 1;
    return co_dates_bound(dates, capacity);
}
