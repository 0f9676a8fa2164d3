/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R12: an item is one person, or (grouper_par_etablissement) all persons of one establishment and
 * path, who sit together or not at all. What if: everybody on their own. */
#include <string.h>

#include "rule_models.h"
#include "slots.h"

static bool keeps_whole(const CoEngineProblem *problem)
{
    return problem->campaign->parameters.group_by_establishment &&
           !co_is_relaxed(problem, CO_RULE_BIT(CO_R12));
}

static int person_class(const CoEngineProblem *problem, int person_idx)
{
    const CoCampaign *campaign = problem->campaign;
    if (!co_needs_group(campaign, person_idx))
        return -1;
    return co_class_of(problem, campaign->people[person_idx].path_idx,
                       co_campaign_person_academy(campaign, person_idx));
}

/* The number of the item of each person (-1 = none), items by their first person. */
static void number_items(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    int n_classes = problem->grouping.n_classes;
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    problem->item_of_person = CO_ARENA_NEW(problem->arena, int, campaign->n_people);
    int n_items = 0;
    for (int i = 0; i < campaign->n_people; i++) {
        int class_idx = person_class(problem, i);
        problem->item_of_person[i] = class_idx < 0 ? -1 : n_items;
        if (class_idx < 0)
            continue;
        problem->classes[class_idx].n_persons++;
        int64_t key = (int64_t)campaign->people[i].establishment_idx * n_classes + class_idx;
        gpointer first = keeps_whole(problem) ? g_hash_table_lookup(known, &key) : NULL;
        if (first != NULL)
            problem->item_of_person[i] = GPOINTER_TO_INT(first) - 1;
        else
            g_hash_table_insert(known, g_memdup2(&key, sizeof key), GINT_TO_POINTER(++n_items));
    }
    problem->grouping.n_items = n_items;
}

static void fill_people(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    int n_items = problem->grouping.n_items;
    problem->items = CO_ARENA_NEW(problem->arena, CoEngineItem, n_items);
    for (int i = 0; i < campaign->n_people; i++)
        if (problem->item_of_person[i] >= 0)
            problem->items[problem->item_of_person[i]].n_people++;
    g_autofree int **next = g_new(int *, (gsize)n_items + 1);
    for (int i = 0; i < n_items; i++) {
        next[i] = CO_ARENA_NEW(problem->arena, int, problem->items[i].n_people);
        problem->items[i].people = next[i];
    }
    for (int i = 0; i < campaign->n_people; i++) {
        int item = problem->item_of_person[i];
        if (item < 0)
            continue;
        *next[item]++ = i;
        problem->items[item].establishment_idx = campaign->people[i].establishment_idx;
    }
}

/* Of an item of several persons, how many miss each slot. */
static const int *count_absent(CoEngineProblem *problem, const CoEngineItem *item)
{
    if (item->n_people == 1)
        return NULL;
    int *n_absent = CO_ARENA_NEW(problem->arena, int, problem->grouping.n_slots);
    g_autofree CoSlotWord *busy = g_new(CoSlotWord, (gsize)problem->grouping.n_words);
    for (int i = 0; i < item->n_people; i++) {
        memset(busy, 0, sizeof *busy * (gsize)problem->grouping.n_words);
        co_r03_person(problem, item->people[i], busy);
        for (int s = 0; s < problem->grouping.n_slots; s++)
            n_absent[s] += co_slots_test(busy, s);
    }
    return n_absent;
}

/* When the item can be where: R01 webinars, R03, R10. */
static void fill_busy(CoEngineProblem *problem, int item_idx)
{
    const CoCampaign *campaign = problem->campaign;
    const CoEngineItem *item = &problem->items[item_idx];
    CoGrpItem *grp = &problem->grp_items[item_idx];
    int n_words = problem->grouping.n_words;
    CoSlotWord *absent = co_new_slots(problem), *forbidden = co_new_slots(problem);
    CoSlotWord *remote = co_new_slots(problem);
    for (int i = 0; i < item->n_people; i++) {
        int person_idx = item->people[i];
        co_r03_person(problem, person_idx, absent);
        co_r10_forbidden_to_person(problem, person_idx, forbidden);
        co_slots_add(remote, problem->webinar[campaign->people[person_idx].path_idx], n_words);
    }
    CoSlotWord *away = co_new_slots(problem);
    co_slots_add(away, absent, n_words);
    co_slots_add(away, forbidden, n_words);
    co_slots_add(away, remote, n_words);
    if (campaign->parameters.continuity_remote)
        co_slots_add(remote, forbidden, n_words);
    grp->busy_away = away;
    grp->busy_remote = remote;
    grp->absent_remote = absent;
    grp->n_absent_remote = count_absent(problem, item);
}

static void fill_item(CoEngineProblem *problem, int item_idx)
{
    const CoCampaign *campaign = problem->campaign;
    const CoEngineItem *item = &problem->items[item_idx];
    CoGrpItem *grp = &problem->grp_items[item_idx];
    *grp = (CoGrpItem){.office = -1, .heads = -1, .trainer = -1, .cluster = -1, .lock = -1};
    grp->class_idx = person_class(problem, item->people[0]);
    grp->n_persons = item->n_people;
    for (int i = 0; i < item->n_people; i++)
        grp->weight += MAX(campaign->people[item->people[i]].weight, 1);
    grp->cutover_slot = co_r04_cutover_slot(problem, item->establishment_idx);
    CoEngineClass *cls = &problem->classes[grp->class_idx];
    cls->last_cutover = MAX(cls->last_cutover, grp->cutover_slot);
    fill_busy(problem, item_idx);
}

static void list_items(CoEngineProblem *problem, int class_idx)
{
    CoGrpClass *cls = &problem->grp_classes[class_idx];
    int *items = CO_ARENA_NEW(problem->arena, int, problem->classes[class_idx].n_persons);
    for (int i = 0; i < problem->grouping.n_items; i++)
        if (problem->grp_items[i].class_idx == class_idx)
            items[cls->n_items++] = i;
    cls->items = items;
}

static void find_same_humans(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    problem->trainer_of_person = CO_ARENA_NEW(problem->arena, int, campaign->n_people);
    for (int i = 0; i < campaign->n_people; i++)
        problem->trainer_of_person[i] = -1;
    for (int t = campaign->n_trainers - 1; t >= 0; t--)
        if (campaign->trainers[t].person_idx >= 0)
            problem->trainer_of_person[campaign->trainers[t].person_idx] = t;
}

void co_r12_items(CoEngineProblem *problem)
{
    find_same_humans(problem);
    number_items(problem);
    fill_people(problem);
    problem->grp_items = CO_ARENA_NEW(problem->arena, CoGrpItem, problem->grouping.n_items);
    for (int i = 0; i < problem->grouping.n_items; i++)
        fill_item(problem, i);
    for (int c = 0; c < problem->grouping.n_classes; c++)
        list_items(problem, c);
}
