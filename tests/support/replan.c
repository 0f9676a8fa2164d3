/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "replan.h"

#include <string.h>

struct CoReplan {
    CoGrouping grouping;
    GPtrArray *memory;
};

static void *copy_of(CoReplan *r, const void *from, size_t n, size_t size)
{
    void *copy = g_malloc0(n * size + 1);
    if (n > 0)
        memcpy(copy, from, n * size);
    g_ptr_array_add(r->memory, copy);
    return copy;
}

static void set_references(CoReplan *r, const CoGroupingPlan *plan)
{
    CoGrouping *g = &r->grouping;
    CoGrpReference *all = g_new0(CoGrpReference, (gsize)plan->n_groups + 1);
    g_ptr_array_add(r->memory, all);
    for (int k = 0; k < plan->n_groups; k++) {
        const CoGrpGroup *group = &plan->groups[k];
        const CoGrpClass *cls = &g->classes[group->class_idx];
        all[k] = (CoGrpReference){.class_idx = group->class_idx,
                                  .n_meetings = cls->n_in_person + cls->n_virtual,
                                  .room = group->room,
                                  .team = group->team,
                                  .pattern = group->pattern};
        all[k].starts =
            copy_of(r, cls->patterns[group->pattern].starts, (gsize)cls->n_in_person, sizeof(int));
        all[k].virtual_starts =
            copy_of(r, group->virtual_starts, (gsize)cls->n_virtual, sizeof(int));
    }
    g->references = all;
    g->n_references = plan->n_groups;
}

static void set_shares(CoReplan *r, CoGrpItem *items, const CoGroupingPlan *plan)
{
    for (int k = 0; k < plan->n_groups; k++)
        for (int i = 0; i < plan->groups[k].n_items; i++) {
            CoGrpItem *item = &items[plan->groups[k].items[i]];
            CoGrpShare share = {k, item->n_persons};
            item->shares = copy_of(r, &share, 1, sizeof share);
            item->n_shares = 1;
        }
}

static void set_locks(CoReplan *r, const CoGroupingPlan *plan)
{
    CoGrpLock *locks = copy_of(r, r->grouping.locks, (gsize)r->grouping.n_locks, sizeof *locks);
    for (int k = 0; k < plan->n_groups; k++)
        if (plan->groups[k].lock >= 0)
            locks[plan->groups[k].lock].reference = k;
    r->grouping.locks = locks;
}

static CoSlotWord *with_slot(CoReplan *r, const CoSlotWord *set, int slot)
{
    CoSlotWord *copy = copy_of(r, set, (gsize)r->grouping.n_words, sizeof *copy);
    copy[slot / 64] |= (CoSlotWord)1 << (slot % 64);
    return copy;
}

/* @return a slot at which the group meets in person, -1 = none */
static int some_slot(const CoGrouping *g, const CoGrpGroup *group, GRand *rand)
{
    const CoGrpClass *cls = &g->classes[group->class_idx];
    if (cls->n_in_person == 0)
        return -1;
    return cls->patterns[group->pattern].starts[g_rand_int_range(rand, 0, cls->n_in_person)];
}

static void close_room(CoReplan *r, const CoGrpGroup *group, int slot)
{
    CoGrouping *g = &r->grouping;
    if (group->room < 0 || slot < 0)
        return;
    const CoSlotWord **busy = copy_of(r, g->room_busy, (gsize)g->n_rooms, sizeof *busy);
    int room = g->classes[group->class_idx].rooms[group->room];
    busy[room] = with_slot(r, busy[room], slot);
    g->room_busy = busy;
}

static void send_trainer_away(CoReplan *r, const CoGrpGroup *group, int slot)
{
    CoGrouping *g = &r->grouping;
    if (slot < 0)
        return;
    CoGrpTrainer *trainers = copy_of(r, g->trainers, (gsize)g->n_trainers, sizeof *trainers);
    int t = g->classes[group->class_idx].teams[group->team].trainer[0];
    trainers[t].busy_away = with_slot(r, trainers[t].busy_away, slot);
    trainers[t].busy_remote = with_slot(r, trainers[t].busy_remote, slot);
    g->trainers = trainers;
}

static void lose_a_meeting(CoReplan *r, int reference)
{
    CoGrpReference *all = (CoGrpReference *)(uintptr_t)r->grouping.references;
    all[reference].n_meetings++;
    all[reference].n_lost++;
}

static void make_trouble(CoReplan *r, CoGrpItem *items, const CoGroupingPlan *plan,
                         CoTrouble trouble, GRand *rand)
{
    if (plan->n_groups == 0)
        return;
    int k = g_rand_int_range(rand, 0, plan->n_groups);
    const CoGrpGroup *group = &plan->groups[k];
    int slot = some_slot(&r->grouping, group, rand);
    if (trouble == CO_TROUBLE_TRAINER)
        send_trainer_away(r, group, slot);
    if (trouble == CO_TROUBLE_ROOM)
        close_room(r, group, slot);
    if (trouble == CO_TROUBLE_NEWCOMER && group->n_items > 0)
        items[group->items[0]].n_shares = 0;
    if (trouble == CO_TROUBLE_LEFT)
        lose_a_meeting(r, k);
}

CoReplan *co_replan_new(const CoGrouping *grouping, const CoGroupingPlan *plan, CoTrouble trouble,
                        uint32_t seed)
{
    CoReplan *r = g_new0(CoReplan, 1);
    GRand *rand = g_rand_new_with_seed(seed);
    r->grouping = *grouping;
    r->memory = g_ptr_array_new_with_free_func(g_free);
    CoGrpItem *items = copy_of(r, grouping->items, (gsize)grouping->n_items, sizeof *items);
    r->grouping.items = items;
    set_references(r, plan);
    set_shares(r, items, plan);
    set_locks(r, plan);
    make_trouble(r, items, plan, trouble, rand);
    g_rand_free(rand);
    return r;
}

const CoGrouping *co_replan_get(const CoReplan *replan)
{
    return &replan->grouping;
}

void co_replan_free(CoReplan *replan)
{
    if (replan == NULL)
        return;
    g_ptr_array_unref(replan->memory);
    g_free(replan);
}

/* ---- the count, by the words ---- */

static int moved_meetings(const CoGrouping *g, const CoGrpReference *ref, const CoGrpGroup *group)
{
    const CoGrpClass *cls = &g->classes[ref->class_idx];
    int moved = ref->n_lost;
    for (int m = 0; m < cls->n_in_person; m++) {
        bool same =
            ref->room == group->room && ref->starts[m] == cls->patterns[group->pattern].starts[m];
        moved += same ? 0 : 1;
    }
    for (int v = 0; v < cls->n_virtual; v++)
        moved += ref->virtual_starts[v] == group->virtual_starts[v] ? 0 : 1;
    return moved;
}

/* One person who was in `before` and now sits in that group. */
static int64_t of_person(const CoGrouping *g, int before, const CoGrpGroup *group, int continues)
{
    const CoGrpReference *ref = &g->references[before];
    return before == continues ? moved_meetings(g, ref, group) : ref->n_meetings;
}

static int64_t count_with(const CoGrouping *g, const CoGrpGroup *groups, int n, const int *names)
{
    int64_t changes = 0;
    for (int k = 0; k < n; k++)
        for (int i = 0; i < groups[k].n_items; i++) {
            const CoGrpItem *item = &g->items[groups[k].items[i]];
            for (int s = 0; s < item->n_shares; s++)
                changes += item->shares[s].n_persons *
                           of_person(g, item->shares[s].reference, &groups[k], names[k]);
        }
    for (int r = 0; r < g->n_references; r++) {
        const CoGrpReference *ref = &g->references[r];
        int heir = -1;
        for (int k = 0; k < n; k++)
            heir = names[k] == r ? k : heir;
        changes += 3 * (int64_t)(heir < 0 ? ref->n_meetings : ref->n_lost);
        changes += heir >= 0 && groups[heir].team != ref->team ? 2 : 0;
    }
    return changes;
}

typedef struct Trial {
    const CoGrouping *g;
    const CoGrpGroup *groups;
    int n;
    int *names;
    int64_t least;
} Trial;

static bool is_taken(const Trial *t, int before, int reference)
{
    for (int k = 0; k < before; k++)
        if (t->names[k] == reference)
            return true;
    for (int l = 0; l < t->g->n_locks; l++)
        if (t->g->locks[l].reference == reference)
            return true;
    return false;
}

static void try_names(Trial *t, int at)
{
    if (at == t->n) {
        t->least = MIN(t->least, count_with(t->g, t->groups, t->n, t->names));
        return;
    }
    const CoGrpGroup *group = &t->groups[at];
    t->names[at] = group->lock >= 0 ? t->g->locks[group->lock].reference : -1;
    try_names(t, at + 1);
    for (int r = 0; r < t->g->n_references && group->lock < 0; r++)
        if (t->g->references[r].class_idx == group->class_idx && !is_taken(t, at, r)) {
            t->names[at] = r;
            try_names(t, at + 1);
        }
    t->names[at] = -1;
}

int64_t co_replan_changes(const CoGrouping *g, const CoGrpGroup *groups, int n_groups)
{
    g_autofree int *names = g_new(int, (gsize)n_groups + 1);
    Trial trial = {g, groups, n_groups, names, INT64_MAX};
    try_names(&trial, 0);
    return trial.least;
}

int64_t co_replan_changes_named(const CoGrouping *g, const CoGrpGroup *groups, int n_groups)
{
    g_autofree int *names = g_new(int, (gsize)n_groups + 1);
    for (int k = 0; k < n_groups; k++)
        names[k] = groups[k].reference;
    return count_with(g, groups, n_groups, names);
}
