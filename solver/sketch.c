/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sketch.h"

#include "evaluate.h"

static struct CoSketchGroup *append(CoSketch *sketch)
{
    sketch->groups = g_renew(struct CoSketchGroup, sketch->groups, (size_t)sketch->n_groups + 1);
    struct CoSketchGroup *group = &sketch->groups[sketch->n_groups++];
    *group = (struct CoSketchGroup){.room = -1, .lock = -1};
    return group;
}

static int64_t cost_in(const CoGrpClass *cls, const CoGrpItem *item, int room)
{
    return item->cost[room * cls->n_profiles];
}

/* The room that most lowers what everybody would pay in their nearest chosen room. */
static int next_room(const CoGrouping *g, const CoGrpClass *cls, const int64_t *nearest,
                     const int *times_used)
{
    int best = -1;
    int64_t best_saving = -1;
    for (int r = 0; r < cls->n_rooms; r++) {
        int64_t saving = 0;
        if (co_group_capacity(cls, r) <= 0)
            continue;
        for (int k = 0; k < cls->n_items; k++) {
            int64_t cost = cost_in(cls, &g->items[cls->items[k]], r);
            saving += nearest[k] > cost ? nearest[k] - cost : 0;
        }
        saving /= 1 + times_used[r];
        if (saving > best_saving) {
            best_saving = saving;
            best = r;
        }
    }
    return best;
}

static void sketch_class(const CoGrouping *g, int class_idx, CoSketch *sketch)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    g_autofree int64_t *nearest = g_new(int64_t, (size_t)MAX(cls->n_items, 1));
    g_autofree int *times_used = g_new0(int, (size_t)MAX(cls->n_rooms, 1));
    int persons = 0, seats = 0;
    for (int k = 0; k < cls->n_items; k++) {
        persons += g->items[cls->items[k]].n_persons;
        nearest[k] = INT64_MAX / 1000000;
    }
    for (int n = 0; seats < persons || n < cls->min_groups; n++) {
        bool in_person = cls->n_in_person > 0;
        int room = in_person ? next_room(g, cls, nearest, times_used) : -1;
        if ((in_person && room < 0) || (cls->max_groups >= 0 && n >= cls->max_groups))
            break;
        struct CoSketchGroup *group = append(sketch);
        group->class_idx = class_idx;
        group->room = room;
        seats += co_group_capacity(cls, room);
        for (int k = 0; in_person && k < cls->n_items; k++)
            nearest[k] = MIN(nearest[k], cost_in(cls, &g->items[cls->items[k]], room));
        if (in_person)
            times_used[room]++;
    }
}

CoSketch co_sketch_greedy(const CoGrouping *g)
{
    CoSketch sketch = {0};
    for (int c = 0; c < g->n_classes; c++)
        sketch_class(g, c, &sketch);
    co_sketch_add_locks(g, &sketch);
    return sketch;
}

void co_sketch_add_locks(const CoGrouping *g, CoSketch *sketch)
{
    for (int l = g->n_locks - 1; l >= 0; l--) {
        int at = -1;
        for (int k = 0; k < sketch->n_groups && at < 0; k++)
            if (sketch->groups[k].class_idx == g->locks[l].class_idx && sketch->groups[k].lock < 0)
                at = k;
        if (at < 0) {
            append(sketch)->class_idx = g->locks[l].class_idx;
            at = sketch->n_groups - 1;
        }
        struct CoSketchGroup locked = sketch->groups[at];
        locked.lock = l;
        locked.room = g->locks[l].room;
        for (; at > 0; at--)
            sketch->groups[at] = sketch->groups[at - 1];
        sketch->groups[0] = locked;
    }
}
