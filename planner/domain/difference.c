/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/difference.h"

#include <string.h>

typedef struct Comparison {
    CoDifference *difference;
    const CoCampaign *campaign;
    const CoPlan *before, *after;
    int *before_of;    /* by group of after: the same group before, -1 = new */
    int *after_of;     /* by group of before */
    int *group_before; /* by person */
    int *group_after;
    const CoUnplaced **waiting_before; /* by person, or NULL */
    const CoUnplaced **waiting_after;
} Comparison;

static const CoMeeting no_meeting = {-1, CO_DAY_NONE, CO_HALF_AM};

static GArray *new_facts(void)
{
    return g_array_new(FALSE, FALSE, sizeof(CoFact));
}

static CoFacts take_facts(GArray *facts)
{
    int n = (int)facts->len;
    return (CoFacts){n, (CoFact *)(void *)g_array_free(facts, n == 0)};
}

static CoFact fact_of(CoFactKind kind, int before_idx, int after_idx)
{
    return (CoFact){kind, before_idx, after_idx, -1, -1, no_meeting, no_meeting};
}

static void add(GArray *facts, CoFactKind kind, int before_idx, int after_idx)
{
    const CoFact fact = fact_of(kind, before_idx, after_idx);
    g_array_append_val(facts, fact);
}

static void add_person(GArray *facts, CoFact fact, int person_idx)
{
    fact.person_idx = person_idx;
    g_array_append_val(facts, fact);
}

static const CoMeeting *find_meeting(const CoGroup *group, int module_idx)
{
    for (int i = 0; i < group->n_meetings; i++)
        if (group->meetings[i].module_idx == module_idx)
            return &group->meetings[i];
    return NULL;
}

/* @return whether the room holds a meeting that needs it */
static bool is_in_person(const Comparison *comparison, const CoMeeting *meeting)
{
    return comparison->campaign->modules[meeting->module_idx].mode == CO_MODE_IN_PERSON;
}

static void compare_meetings(const Comparison *comparison, int before_idx, int after_idx,
                             GArray *facts)
{
    const CoGroup *before = &comparison->before->groups[before_idx];
    const CoGroup *after = &comparison->after->groups[after_idx];
    for (int i = 0; i < after->n_meetings; i++) {
        const CoMeeting *now = &after->meetings[i], *then = find_meeting(before, now->module_idx);
        if (then != NULL && then->day == now->day && then->halves == now->halves)
            continue;
        CoFact fact = fact_of(then != NULL ? CO_FACT_MOVED : CO_FACT_ADDED, before_idx, after_idx);
        fact.before = then != NULL ? *then : no_meeting;
        fact.after = *now;
        g_array_append_val(facts, fact);
    }
    for (int i = 0; i < before->n_meetings; i++) {
        if (find_meeting(after, before->meetings[i].module_idx) != NULL)
            continue;
        CoFact fact = fact_of(CO_FACT_CANCELLED, before_idx, after_idx);
        fact.before = before->meetings[i];
        g_array_append_val(facts, fact);
    }
}

/* All but who is in them. */
static void compare_groups(const Comparison *comparison, int before_idx, int after_idx,
                           GArray *facts)
{
    const CoGroup *before = &comparison->before->groups[before_idx];
    const CoGroup *after = &comparison->after->groups[after_idx];
    if (before->room_idx != after->room_idx)
        add(facts, CO_FACT_ROOM, before_idx, after_idx);
    if (before->trainer_idx[0] != after->trainer_idx[0] ||
        before->trainer_idx[1] != after->trainer_idx[1])
        add(facts, CO_FACT_TEAM, before_idx, after_idx);
    compare_meetings(comparison, before_idx, after_idx, facts);
}

static void compare_members(const Comparison *comparison, int before_idx, int after_idx,
                            GArray *facts)
{
    const CoGroup *before = &comparison->before->groups[before_idx];
    const CoGroup *after = &comparison->after->groups[after_idx];
    for (int i = 0; i < after->n_members; i++)
        if (comparison->group_before[after->members[i]] != before_idx)
            add_person(facts, fact_of(CO_FACT_JOINED, before_idx, after_idx), after->members[i]);
    for (int i = 0; i < before->n_members; i++)
        if (comparison->group_after[before->members[i]] != after_idx)
            add_person(facts, fact_of(CO_FACT_LEFT, before_idx, after_idx), before->members[i]);
}

static CoFacts facts_of_group(const Comparison *comparison, int after_idx)
{
    GArray *facts = new_facts();
    int before_idx = comparison->before_of[after_idx];
    if (before_idx < 0) {
        add(facts, CO_FACT_GROUP_NEW, -1, after_idx);
    } else {
        compare_groups(comparison, before_idx, after_idx, facts);
        compare_members(comparison, before_idx, after_idx, facts);
    }
    return take_facts(facts);
}

static bool is_roster(const CoFact *fact)
{
    return fact->kind == CO_FACT_JOINED || fact->kind == CO_FACT_LEFT;
}

static void compare_group_of_person(const Comparison *comparison, int before_idx, int after_idx,
                                    GArray *facts)
{
    if (comparison->before_of[after_idx] == before_idx) {
        const CoFacts *of_group = &comparison->difference->groups[after_idx];
        for (int i = 0; i < of_group->n_facts; i++)
            if (!is_roster(&of_group->facts[i]))
                g_array_append_val(facts, of_group->facts[i]);
        return;
    }
    add(facts, CO_FACT_OTHER_GROUP, before_idx, after_idx);
    /* Of another path, nothing of the one can be met again in the other. */
    if (comparison->before->groups[before_idx].path_idx ==
        comparison->after->groups[after_idx].path_idx)
        compare_groups(comparison, before_idx, after_idx, facts);
}

static CoFacts facts_of_person(const Comparison *comparison, int person_idx)
{
    GArray *facts = new_facts();
    int before_idx = comparison->group_before[person_idx];
    int after_idx = comparison->group_after[person_idx];
    if (before_idx < 0 && after_idx >= 0)
        add(facts, CO_FACT_CALLED, -1, after_idx);
    else if (before_idx >= 0 && after_idx < 0)
        add(facts, CO_FACT_RELEASED, before_idx, -1);
    else if (before_idx >= 0)
        compare_group_of_person(comparison, before_idx, after_idx, facts);
    return take_facts(facts);
}

static CoFacts facts_of_trainer(const Comparison *comparison, int trainer_idx)
{
    GArray *facts = new_facts();
    for (int g = 0; g < comparison->after->n_groups; g++) {
        int before_idx = comparison->before_of[g];
        const CoFacts *of_group = &comparison->difference->groups[g];
        if (!co_group_is_taught_by(&comparison->after->groups[g], trainer_idx))
            continue;
        if (before_idx < 0 ||
            !co_group_is_taught_by(&comparison->before->groups[before_idx], trainer_idx))
            add(facts, CO_FACT_TEACHES, before_idx, g);
        else if (of_group->n_facts > 0)
            g_array_append_vals(facts, of_group->facts, (guint)of_group->n_facts);
    }
    for (int g = 0; g < comparison->before->n_groups; g++) {
        int after_idx = comparison->after_of[g];
        if (co_group_is_taught_by(&comparison->before->groups[g], trainer_idx) &&
            (after_idx < 0 ||
             !co_group_is_taught_by(&comparison->after->groups[after_idx], trainer_idx)))
            add(facts, CO_FACT_TEACHES_NOT, g, after_idx);
    }
    return take_facts(facts);
}

/* @return whether who waits for a group is told of it alike */
static bool waits_alike(const CoUnplaced *before, const CoUnplaced *after)
{
    if (before == NULL || after == NULL)
        return before == after;
    return before->main_rule == after->main_rule;
}

static bool waits_unchanged(const Comparison *comparison, const CoUnplaced *before,
                            const CoUnplaced *after)
{
    if (!waits_alike(before, after))
        return false;
    if (before == NULL)
        return true;
    const char *code_before =
        before->group_idx < 0 ? "" : comparison->before->groups[before->group_idx].code;
    const char *code_after =
        after->group_idx < 0 ? "" : comparison->after->groups[after->group_idx].code;
    return before->rules == after->rules && before->remedy == after->remedy &&
           strcmp(code_before, code_after) == 0;
}

static void add_staff(const Comparison *comparison, int person_idx, GArray *facts)
{
    const CoFacts *own = &comparison->difference->people[person_idx];
    for (int i = 0; i < own->n_facts; i++)
        add_person(facts, own->facts[i], person_idx);
    bool was_in_group = comparison->group_before[person_idx] >= 0;
    bool is_in_group = comparison->group_after[person_idx] >= 0;
    if (!was_in_group && !is_in_group &&
        !waits_alike(comparison->waiting_before[person_idx], comparison->waiting_after[person_idx]))
        add_person(facts, fact_of(CO_FACT_REASON, -1, -1), person_idx);
}

/* Who teaches is away too: the agenda of an establishment says when, where and with whom, but not
 * before whom. */
static void add_teacher(const Comparison *comparison, int trainer_idx, GArray *facts)
{
    const CoFacts *own = &comparison->difference->trainers[trainer_idx];
    for (int i = 0; i < own->n_facts; i++) {
        CoFact fact = own->facts[i];
        if (is_roster(&fact))
            continue;
        fact.trainer_idx = trainer_idx;
        g_array_append_val(facts, fact);
    }
}

static void fill_schools(Comparison *comparison)
{
    const CoCampaign *campaign = comparison->campaign;
    g_autoptr(GPtrArray) facts = g_ptr_array_new();
    for (int e = 0; e < campaign->n_establishments; e++)
        g_ptr_array_add(facts, new_facts());
    for (int p = 0; p < campaign->n_people; p++)
        if (campaign->people[p].establishment_idx >= 0)
            add_staff(comparison, p,
                      g_ptr_array_index(facts, campaign->people[p].establishment_idx));
    for (int t = 0; t < campaign->n_trainers; t++)
        if (campaign->trainers[t].establishment_idx >= 0)
            add_teacher(comparison, t,
                        g_ptr_array_index(facts, campaign->trainers[t].establishment_idx));
    for (int e = 0; e < campaign->n_establishments; e++)
        comparison->difference->schools[e] = take_facts(g_ptr_array_index(facts, e));
}

/* Each meeting of a group that came to a room, or left it. */
static void add_bookings(const Comparison *comparison, CoFact fact, GArray *facts)
{
    bool is_added = fact.kind == CO_FACT_ADDED;
    const CoGroup *group = is_added ? &comparison->after->groups[fact.after_idx]
                                    : &comparison->before->groups[fact.before_idx];
    for (int i = 0; i < group->n_meetings; i++) {
        if (!is_in_person(comparison, &group->meetings[i]))
            continue;
        *(is_added ? &fact.after : &fact.before) = group->meetings[i];
        g_array_append_val(facts, fact);
    }
}

static bool is_booking(const Comparison *comparison, const CoFact *fact)
{
    if (fact->kind == CO_FACT_TEAM)
        return true;
    return (fact->after.module_idx >= 0 && is_in_person(comparison, &fact->after)) ||
           (fact->before.module_idx >= 0 && is_in_person(comparison, &fact->before));
}

/* A group that stays in its room. */
static void compare_bookings(const Comparison *comparison, int after_idx, GArray *facts)
{
    int before_idx = comparison->before_of[after_idx];
    const CoFacts *of_group = &comparison->difference->groups[after_idx];
    for (int i = 0; i < of_group->n_facts; i++)
        if (is_booking(comparison, &of_group->facts[i]))
            g_array_append_val(facts, of_group->facts[i]);
    if (comparison->before->groups[before_idx].n_members !=
        comparison->after->groups[after_idx].n_members)
        add(facts, CO_FACT_SIZE, before_idx, after_idx);
}

static CoFacts facts_of_room(const Comparison *comparison, int room_idx)
{
    GArray *facts = new_facts();
    for (int g = 0; g < comparison->after->n_groups; g++) {
        int before_idx = comparison->before_of[g];
        if (comparison->after->groups[g].room_idx != room_idx)
            continue;
        if (before_idx >= 0 && comparison->before->groups[before_idx].room_idx == room_idx)
            compare_bookings(comparison, g, facts);
        else
            add_bookings(comparison, fact_of(CO_FACT_ADDED, before_idx, g), facts);
    }
    for (int g = 0; g < comparison->before->n_groups; g++) {
        int after_idx = comparison->after_of[g];
        if (comparison->before->groups[g].room_idx == room_idx &&
            (after_idx < 0 || comparison->after->groups[after_idx].room_idx != room_idx))
            add_bookings(comparison, fact_of(CO_FACT_CANCELLED, g, after_idx), facts);
    }
    return take_facts(facts);
}

static CoFacts facts_of_eafc(const Comparison *comparison)
{
    GArray *facts = new_facts();
    for (int g = 0; g < comparison->before->n_groups; g++)
        if (comparison->after_of[g] < 0)
            add(facts, CO_FACT_GROUP_GONE, g, -1);
    for (int p = 0; p < comparison->campaign->n_people; p++)
        if (!waits_unchanged(comparison, comparison->waiting_before[p],
                             comparison->waiting_after[p]))
            add_person(facts, fact_of(CO_FACT_REASON, -1, -1), p);
    return take_facts(facts);
}

static bool is_same_group(const CoGroup *a, const CoGroup *b)
{
    return strcmp(a->code, b->code) == 0 && a->path_idx == b->path_idx &&
           a->academy_idx == b->academy_idx;
}

static void match_groups(Comparison *comparison)
{
    const CoPlan *before = comparison->before, *after = comparison->after;
    comparison->before_of = g_new(int, (gsize)after->n_groups + 1);
    comparison->after_of = g_new(int, (gsize)before->n_groups + 1);
    for (int g = 0; g < before->n_groups; g++)
        comparison->after_of[g] = -1;
    for (int g = 0; g < after->n_groups; g++) {
        int found = co_plan_find_group(before, after->groups[g].code);
        bool is_same = found >= 0 && is_same_group(&before->groups[found], &after->groups[g]);
        comparison->before_of[g] = is_same ? found : -1;
        if (is_same)
            comparison->after_of[found] = g;
    }
}

static const CoUnplaced **waiting_of(const CoCampaign *campaign, const CoPlan *plan)
{
    const CoUnplaced **waiting = g_new0(const CoUnplaced *, (gsize)campaign->n_people + 1);
    for (int i = 0; i < plan->n_unplaced; i++)
        waiting[plan->unplaced[i].person_idx] = &plan->unplaced[i];
    return waiting;
}

typedef CoFacts (*FactsOf)(const Comparison *comparison, int idx);

static CoFacts *gather(const Comparison *comparison, int n, FactsOf facts_of)
{
    CoFacts *readers = g_new0(CoFacts, (gsize)n + 1);
    for (int i = 0; i < n; i++)
        readers[i] = facts_of(comparison, i);
    return readers;
}

/* In order: groups before those who read theirs. */
static void fill(Comparison *comparison)
{
    CoDifference *difference = comparison->difference;
    const CoCampaign *campaign = comparison->campaign;
    difference->groups = gather(comparison, comparison->after->n_groups, facts_of_group);
    difference->people = gather(comparison, campaign->n_people, facts_of_person);
    difference->trainers = gather(comparison, campaign->n_trainers, facts_of_trainer);
    difference->rooms = gather(comparison, campaign->n_rooms, facts_of_room);
    difference->schools = g_new0(CoFacts, (gsize)campaign->n_establishments + 1);
    fill_schools(comparison);
    difference->eafc = facts_of_eafc(comparison);
}

CoDifference *co_difference_new(const CoCampaign *campaign, const CoPlan *before,
                                const CoPlan *after)
{
    g_return_val_if_fail(campaign != NULL && before != NULL && after != NULL, NULL);
    CoDifference *difference = g_new0(CoDifference, 1);
    difference->campaign = campaign;
    difference->before = before;
    difference->after = after;
    Comparison comparison = {
        .difference = difference, .campaign = campaign, .before = before, .after = after};
    match_groups(&comparison);
    comparison.group_before = co_plan_groups_of_people(before, campaign);
    comparison.group_after = co_plan_groups_of_people(after, campaign);
    comparison.waiting_before = waiting_of(campaign, before);
    comparison.waiting_after = waiting_of(campaign, after);
    fill(&comparison);
    g_free(comparison.before_of);
    g_free(comparison.after_of);
    g_free(comparison.group_before);
    g_free(comparison.group_after);
    g_free(comparison.waiting_before);
    g_free(comparison.waiting_after);
    return difference;
}

static void free_readers(CoFacts *readers, int n)
{
    for (int i = 0; i < n; i++)
        g_free(readers[i].facts);
    g_free(readers);
}

void co_difference_free(CoDifference *difference)
{
    if (difference == NULL)
        return;
    free_readers(difference->people, difference->campaign->n_people);
    free_readers(difference->trainers, difference->campaign->n_trainers);
    free_readers(difference->groups, difference->after->n_groups);
    free_readers(difference->schools, difference->campaign->n_establishments);
    free_readers(difference->rooms, difference->campaign->n_rooms);
    g_free(difference->eafc.facts);
    g_free(difference);
}

int co_facts_count(const CoFacts *readers, int n)
{
    g_return_val_if_fail(n == 0 || readers != NULL, 0);
    int n_told = 0;
    for (int i = 0; i < n; i++)
        n_told += readers[i].n_facts > 0;
    return n_told;
}

bool co_difference_is_empty(const CoDifference *difference)
{
    g_return_val_if_fail(difference != NULL, true);
    const CoCampaign *campaign = difference->campaign;
    return difference->eafc.n_facts == 0 &&
           co_facts_count(difference->people, campaign->n_people) == 0 &&
           co_facts_count(difference->trainers, campaign->n_trainers) == 0 &&
           co_facts_count(difference->groups, difference->after->n_groups) == 0 &&
           co_facts_count(difference->schools, campaign->n_establishments) == 0 &&
           co_facts_count(difference->rooms, campaign->n_rooms) == 0;
}
