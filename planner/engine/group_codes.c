/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "to_plan.h"

#include <string.h>

typedef struct Naming {
    const CoEngineProblem *problem;
    CoPlan *plan;
    const CoPlan *published;  /* NULL: none */
    int *published_of_person; /* group of each person in the published plan, -1 = none */
    bool *taken;              /* by published group: its code is kept */
    bool *named;              /* by group */
} Naming;

static void keep_code(Naming *naming, int group_idx, int published_idx)
{
    CoGroup *group = &naming->plan->groups[group_idx];
    g_free(group->code);
    group->code = g_strdup(naming->published->groups[published_idx].code);
    naming->named[group_idx] = true;
    naming->taken[published_idx] = true;
}

static void keep_locked(Naming *naming, const CoGroupOrigin *origins)
{
    const CoEngineLock *locks = naming->problem->locks;
    for (int g = 0; g < naming->plan->n_groups; g++)
        if (origins[g].lock >= 0)
            keep_code(naming, g, (int)(locks[origins[g].lock].group - naming->published->groups));
}

/* Where the solver counted changes, it said which published group each one continues. */
static void keep_continued(Naming *naming, const CoGroupOrigin *origins)
{
    for (int g = 0; g < naming->plan->n_groups; g++)
        if (origins[g].reference >= 0)
            keep_code(naming, g, origins[g].reference);
}

static bool same_meetings(const CoGroup *a, const CoGroup *b)
{
    if (a->room_idx != b->room_idx || a->n_meetings != b->n_meetings)
        return false;
    for (int i = 0; i < a->n_meetings; i++) {
        const CoMeeting *left = &a->meetings[i], *right = &b->meetings[i];
        if (left->module_idx != right->module_idx || left->day != right->day ||
            left->halves != right->halves)
            return false;
    }
    return true;
}

/* How much a group resembles a published one; 0 = it is another. The same room and dates outweigh
 * any number of members. */
static int likeness(const Naming *naming, int group_idx, int published_idx)
{
    const CoGroup *group = &naming->plan->groups[group_idx];
    const CoGroup *old = &naming->published->groups[published_idx];
    if (group->path_idx != old->path_idx || group->academy_idx != old->academy_idx)
        return 0;
    int common = 0;
    for (int i = 0; i < group->n_members; i++)
        common += naming->published_of_person[group->members[i]] == published_idx;
    return common + (same_meetings(group, old) ? naming->problem->campaign->n_people : 0);
}

typedef struct Match {
    int likeness, group_idx, published_idx;
} Match;

static int compare_matches(gconstpointer left, gconstpointer right)
{
    const Match *a = left, *b = right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->group_idx != b->group_idx)
        return a->group_idx < b->group_idx ? -1 : 1;
    return (a->published_idx > b->published_idx) - (a->published_idx < b->published_idx);
}

static void keep_alike(Naming *naming)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));
    for (int g = 0; g < naming->plan->n_groups; g++)
        for (int p = 0; p < naming->published->n_groups; p++) {
            Match match = {likeness(naming, g, p), g, p};
            if (match.likeness > 0)
                g_array_append_val(matches, match);
        }
    g_array_sort(matches, compare_matches);
    for (guint i = 0; i < matches->len; i++) {
        const Match *match = &g_array_index(matches, Match, i);
        if (!naming->named[match->group_idx] && !naming->taken[match->published_idx])
            keep_code(naming, match->group_idx, match->published_idx);
    }
}

/* A code that once meant another group is not given again, even if that group is gone. */
static bool code_is_used(const Naming *naming, const char *code)
{
    return co_plan_find_group(naming->plan, code) >= 0 ||
           (naming->published != NULL && co_plan_find_group(naming->published, code) >= 0);
}

static void number_others(Naming *naming)
{
    const CoCampaign *campaign = naming->problem->campaign;
    int path_idx = -1, number = 0;
    for (int g = 0; g < naming->plan->n_groups; g++) {
        CoGroup *group = &naming->plan->groups[g];
        if (group->path_idx != path_idx)
            number = 0;
        path_idx = group->path_idx;
        while (!naming->named[g]) {
            g_autofree char *code =
                g_strdup_printf("%s-%02d", campaign->paths[path_idx].code, ++number);
            if (code_is_used(naming, code))
                continue;
            g_free(group->code);
            group->code = g_steal_pointer(&code);
            naming->named[g] = true;
        }
    }
}

void co_name_groups(const CoEngineProblem *problem, CoPlan *plan, const CoGroupOrigin *origins)
{
    const CoPlan *published = problem->published;
    Naming naming = {.problem = problem, .plan = plan, .published = published};
    g_autofree bool *named = g_new0(bool, (gsize)plan->n_groups + 1);
    g_autofree bool *taken = g_new0(bool, published == NULL ? 1 : (gsize)published->n_groups + 1);
    g_autofree int *published_of_person =
        published == NULL ? NULL : co_plan_groups_of_people(published, problem->campaign);
    naming.named = named;
    naming.taken = taken;
    naming.published_of_person = published_of_person;
    if (problem->grouping.n_references > 0) {
        keep_continued(&naming, origins);
    } else if (published != NULL) {
        keep_locked(&naming, origins);
        keep_alike(&naming);
    }
    number_others(&naming);
}
