/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/plan.h"

#include <string.h>

CoPlan *co_plan_new(void)
{
    return g_new0(CoPlan, 1);
}

static void clear_group(CoGroup *group)
{
    g_free(group->code);
    g_free(group->members);
    g_free(group->meetings);
}

void co_plan_free(CoPlan *plan)
{
    if (plan == NULL)
        return;
    for (int i = 0; i < plan->n_groups; i++)
        clear_group(&plan->groups[i]);
    g_free(plan->groups);
    g_free(plan->unplaced);
    g_free(plan);
}

static CoGroup copy_group(const CoGroup *group)
{
    CoGroup copy = *group;
    copy.code = g_strdup(group->code);
    copy.members = g_memdup2(group->members, (gsize)group->n_members * sizeof(int));
    copy.meetings = g_memdup2(group->meetings, (gsize)group->n_meetings * sizeof(CoMeeting));
    return copy;
}

CoPlan *co_plan_copy(const CoPlan *plan)
{
    g_return_val_if_fail(plan != NULL, NULL);
    CoPlan *copy = g_memdup2(plan, sizeof *plan);
    copy->groups = g_new(CoGroup, (gsize)plan->n_groups);
    for (int i = 0; i < plan->n_groups; i++)
        copy->groups[i] = copy_group(&plan->groups[i]);
    copy->unplaced = g_memdup2(plan->unplaced, (gsize)plan->n_unplaced * sizeof(CoUnplaced));
    return copy;
}

/* The arrays of a plan are short and public: each grows by one, so that a caller who made one by
 * hand can still append to it. */
CoGroup *co_plan_add_group(CoPlan *plan)
{
    g_return_val_if_fail(plan != NULL, NULL);
    plan->groups = g_renew(CoGroup, plan->groups, (gsize)plan->n_groups + 1);
    CoGroup *group = &plan->groups[plan->n_groups++];
    *group = (CoGroup){.path_idx = -1, .academy_idx = -1, .room_idx = -1, .trainer_idx = {-1, -1}};
    group->code = g_strdup("");
    return group;
}

void co_group_add_member(CoGroup *group, int person_idx)
{
    g_return_if_fail(group != NULL && person_idx >= 0);
    group->members = g_renew(int, group->members, (gsize)group->n_members + 1);
    group->members[group->n_members++] = person_idx;
}

void co_group_add_meeting(CoGroup *group, const CoMeeting *meeting)
{
    g_return_if_fail(group != NULL && meeting != NULL);
    group->meetings = g_renew(CoMeeting, group->meetings, (gsize)group->n_meetings + 1);
    group->meetings[group->n_meetings++] = *meeting;
}

bool co_group_is_taught_by(const CoGroup *group, int trainer_idx)
{
    g_return_val_if_fail(group != NULL && trainer_idx >= 0, false);
    return group->trainer_idx[0] == trainer_idx || group->trainer_idx[1] == trainer_idx;
}

CoUnplaced *co_plan_add_unplaced(CoPlan *plan)
{
    g_return_val_if_fail(plan != NULL, NULL);
    plan->unplaced = g_renew(CoUnplaced, plan->unplaced, (gsize)plan->n_unplaced + 1);
    CoUnplaced *unplaced = &plan->unplaced[plan->n_unplaced++];
    *unplaced = (CoUnplaced){.person_idx = -1, .group_idx = -1};
    return unplaced;
}

static int compare_ints(int a, int b)
{
    return (a > b) - (a < b);
}

static int compare_members(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
    return compare_ints(*(const int *)a, *(const int *)b);
}

static int module_order(const CoCampaign *campaign, int module_idx)
{
    bool known = module_idx >= 0 && module_idx < campaign->n_modules;
    return known ? campaign->modules[module_idx].order : G_MAXINT;
}

static int compare_meetings(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoMeeting *a = left, *b = right;
    const CoCampaign *campaign = data;
    int order =
        compare_ints(module_order(campaign, a->module_idx), module_order(campaign, b->module_idx));
    if (order == 0)
        order = compare_ints(a->module_idx, b->module_idx);
    if (order == 0)
        order = compare_ints(a->day, b->day);
    return order != 0 ? order : compare_ints((int)a->halves, (int)b->halves);
}

static int compare_groups(gconstpointer left, gconstpointer right, G_GNUC_UNUSED gpointer data)
{
    const CoGroup *a = left, *b = right;
    int order = compare_ints(a->path_idx, b->path_idx);
    return order != 0 ? order : g_strcmp0(a->code, b->code);
}

static int compare_unplaced(gconstpointer left, gconstpointer right, G_GNUC_UNUSED gpointer data)
{
    const CoUnplaced *a = left, *b = right;
    return compare_ints(a->person_idx, b->person_idx);
}

static void sort_trainers(CoGroup *group)
{
    int first = group->trainer_idx[0], second = group->trainer_idx[1];
    bool swapped = second >= 0 && (first < 0 || second < first);
    group->trainer_idx[0] = swapped ? second : first;
    group->trainer_idx[1] = swapped ? first : second;
}

static void sort_group(CoGroup *group, const CoCampaign *campaign)
{
    sort_trainers(group);
    if (group->n_members > 1)
        g_qsort_with_data(group->members, group->n_members, sizeof(int), compare_members, NULL);
    if (group->n_meetings > 1)
        g_qsort_with_data(group->meetings, group->n_meetings, sizeof(CoMeeting), compare_meetings,
                          (gpointer)campaign);
}

/* A group and where it stood, to lead those who pointed at it to its new place. */
typedef struct MovedGroup {
    CoGroup group; /* first: compare_groups() reads it */
    int old_idx;
} MovedGroup;

/* @return (transfer full) the new index of each group */
static int *sort_groups(CoPlan *plan)
{
    g_autofree MovedGroup *moved = g_new(MovedGroup, (gsize)plan->n_groups);
    for (int i = 0; i < plan->n_groups; i++)
        moved[i] = (MovedGroup){plan->groups[i], i};
    if (plan->n_groups > 1)
        g_qsort_with_data(moved, plan->n_groups, sizeof(MovedGroup), compare_groups, NULL);
    int *new_idx = g_new(int, (gsize)plan->n_groups);
    for (int i = 0; i < plan->n_groups; i++) {
        plan->groups[i] = moved[i].group;
        new_idx[moved[i].old_idx] = i;
    }
    return new_idx;
}

void co_plan_sort(CoPlan *plan, const CoCampaign *campaign)
{
    g_return_if_fail(plan != NULL && campaign != NULL);
    for (int i = 0; i < plan->n_groups; i++)
        sort_group(&plan->groups[i], campaign);
    g_autofree int *new_idx = sort_groups(plan);
    for (int i = 0; i < plan->n_unplaced; i++) {
        int *group_idx = &plan->unplaced[i].group_idx;
        if (*group_idx >= 0 && *group_idx < plan->n_groups)
            *group_idx = new_idx[*group_idx];
    }
    if (plan->n_unplaced > 1)
        g_qsort_with_data(plan->unplaced, plan->n_unplaced, sizeof(CoUnplaced), compare_unplaced,
                          NULL);
}

int co_plan_find_group(const CoPlan *plan, const char *code)
{
    g_return_val_if_fail(plan != NULL && code != NULL, -1);
    for (int i = 0; i < plan->n_groups; i++)
        if (g_strcmp0(plan->groups[i].code, code) == 0)
            return i;
    return -1;
}

/* Plans are read from files too: a person who is not in the campaign is passed over, and of two
 * groups the first is told. */
static void note_members(const CoPlan *plan, int group_idx, int *group_of, int n_people)
{
    const CoGroup *group = &plan->groups[group_idx];
    for (int i = 0; i < group->n_members; i++) {
        int person_idx = group->members[i];
        if (person_idx >= 0 && person_idx < n_people && group_of[person_idx] < 0)
            group_of[person_idx] = group_idx;
    }
}

int *co_plan_groups_of_people(const CoPlan *plan, const CoCampaign *campaign)
{
    g_return_val_if_fail(plan != NULL && campaign != NULL, NULL);
    /* One more than needed, so that even an empty campaign gives an array. */
    int *group_of = g_new(int, (gsize)campaign->n_people + 1);
    for (int i = 0; i < campaign->n_people + 1; i++)
        group_of[i] = -1;
    for (int i = 0; i < plan->n_groups; i++)
        note_members(plan, i, group_of, campaign->n_people);
    return group_of;
}

int co_plan_n_placed(const CoPlan *plan)
{
    g_return_val_if_fail(plan != NULL, 0);
    /* A set: whoever stands in two groups is still one person. */
    g_autoptr(GHashTable) placed = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < plan->n_groups; i++)
        for (int j = 0; j < plan->groups[i].n_members; j++)
            g_hash_table_add(placed, GINT_TO_POINTER(plan->groups[i].members[j]));
    return (int)g_hash_table_size(placed);
}

double co_tier_gap(const CoTier *tier)
{
    g_return_val_if_fail(tier != NULL, 0.0);
    /* No tier falls below 0, so a bound below 0 says no more than 0. */
    int64_t bound = MAX(tier->bound, 0);
    if (tier->value <= bound)
        return 0.0;
    return (double)(tier->value - bound) / (double)tier->value;
}
