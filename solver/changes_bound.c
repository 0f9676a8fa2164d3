/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that no plan avoids. Each reference is looked at alone: continued with the dates, room
 * and team that change least, or cancelled. Other groups are forgotten, which only lowers the
 * count. */
#include <glib.h>

#include "bits.h"
#include "changes.h"

/* One reference, and what its persons would count. */
typedef struct Forced {
    const CoGrouping *g;
    const CoGrpReference *ref;
    int reference;
    bool virtual_stands; /* a lock keeps its virtual classes, whatever the notice */
    GArray *items;       /* of int: those with persons of it */
} Forced;

static bool trainers_can(const Forced *f, const CoSlotWord *away, int virtual_slot)
{
    const CoGrpClass *cls = &f->g->classes[f->ref->class_idx];
    for (int k = 0; k < cls->team_size && f->ref->team >= 0; k++) {
        const CoGrpTrainer *trainer = &f->g->trainers[cls->teams[f->ref->team].trainer[k]];
        if (away != NULL && co_bits_meet(trainer->busy_away, away, f->g->n_words))
            return false;
        if (virtual_slot >= 0 && co_bits_test(trainer->busy_remote, virtual_slot))
            return false;
    }
    return f->ref->team >= 0;
}

static bool virtual_is_possible(const Forced *f, int v, bool with_team)
{
    const CoGrpVirtual *virt = &f->g->classes[f->ref->class_idx].virtuals[v];
    int start = f->ref->virtual_starts[v];
    if (start < 0 || !co_bits_test(virt->starts, start))
        return false;
    for (int slot = start; slot < start + virt->n_slots; slot++)
        if ((with_team && !trainers_can(f, NULL, slot)) ||
            (virt->fm1 && f->g->fm1_capacity[slot] < 1))
            return false;
    return true;
}

/* Virtual classes that must move, dates in person apart. */
static int moved_virtual(const Forced *f, bool with_team)
{
    const CoGrpClass *cls = &f->g->classes[f->ref->class_idx];
    int moved = 0;
    for (int v = 0; v < cls->n_virtual && !f->virtual_stands; v++)
        moved += f->ref->virtual_starts[v] != -1 && !virtual_is_possible(f, v, with_team);
    return moved;
}

static bool bundle_is_possible(const Forced *f, const CoGrpPattern *pattern, int room)
{
    const CoGrpClass *cls = &f->g->classes[f->ref->class_idx];
    CO_BITS_EACH(slot, pattern->fm1_slots, f->g->n_words)
    {
        if (f->g->fm1_capacity[slot] < 1)
            return false;
    }
    return room < 0 ||
           !co_bits_meet(f->g->room_busy[cls->rooms[room]], pattern->slots, f->g->n_words);
}

static int persons_of(const Forced *f, const CoGrpItem *item)
{
    for (int k = 0; k < item->n_shares; k++)
        if (item->shares[k].reference == f->reference)
            return item->shares[k].n_persons;
    return 0;
}

/* What its persons count when so many meetings move: those who cannot follow change group. */
static int64_t of_persons(const Forced *f, const CoGrpPattern *pattern, int room, int moved)
{
    int64_t changes = 0;
    for (guint i = 0; i < f->items->len; i++) {
        const CoGrpItem *item = &f->g->items[g_array_index(f->items, int, i)];
        bool follows = item->class_idx == f->ref->class_idx &&
                       !co_bits_meet(item->busy_away, pattern->slots, f->g->n_words) &&
                       pattern->deadline_slot < item->cutover_slot &&
                       (room < 0 || item->room_ok[room]);
        changes += (int64_t)persons_of(f, item) * (follows ? moved : f->ref->n_meetings);
    }
    return changes;
}

/* Continued on these dates in that room (-1 = any other). */
static int64_t continued(const Forced *f, int pattern_idx, int room, bool keeps_team)
{
    const CoGrpClass *cls = &f->g->classes[f->ref->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[pattern_idx];
    if (keeps_team && !trainers_can(f, pattern->slots, -1))
        return INT64_MAX;
    int moved = f->ref->n_lost + moved_virtual(f, keeps_team) +
                co_changes_moved_in_person(f->g, f->reference, room, pattern_idx);
    return co_changes_of_group(f->ref, keeps_team ? f->ref->team : -2) +
           of_persons(f, pattern, room, moved);
}

static int64_t least_continued(const Forced *f)
{
    const CoGrpClass *cls = &f->g->classes[f->ref->class_idx];
    int64_t least = INT64_MAX;
    for (int p = 0; p < cls->n_patterns && least > 0; p++)
        for (int kept = 0; kept < 2; kept++) {
            if (f->ref->room >= 0 && bundle_is_possible(f, &cls->patterns[p], f->ref->room))
                least = MIN(least, continued(f, p, f->ref->room, kept == 1));
            /* Another room, or none where nothing is in person. */
            if (bundle_is_possible(f, &cls->patterns[p], -1))
                least = MIN(least, continued(f, p, -1, kept == 1));
        }
    return least;
}

/* A sample of patterns proves nothing: the dates that are missing may be the published ones. */
static int64_t of_reference(const Forced *f)
{
    int64_t n_persons = 0;
    for (guint i = 0; i < f->items->len; i++)
        n_persons += persons_of(f, &f->g->items[g_array_index(f->items, int, i)]);
    int64_t cancelled = (CO_CHANGES_PER_CANCELLED + n_persons) * f->ref->n_meetings;
    if (f->ref->class_idx < 0)
        return cancelled;
    return f->g->classes[f->ref->class_idx].patterns_complete ? MIN(cancelled, least_continued(f))
                                                              : 0;
}

/* Persons left unplaced count nothing: as many as the weight allows, the dearest first. */
static int64_t of_left_out(const CoGrouping *g, int64_t unplaced)
{
    int64_t lightest = INT64_MAX, most = 0;
    for (int i = 0; i < g->n_items; i++)
        lightest = MIN(lightest, MAX(g->items[i].weight / MAX(g->items[i].n_persons, 1), 1));
    for (int r = 0; r < g->n_references; r++)
        most = MAX(most, g->references[r].n_meetings);
    return unplaced <= 0 ? 0 : unplaced / lightest * most;
}

static void gather(Forced *f)
{
    const CoGrouping *g = f->g;
    g_array_set_size(f->items, 0);
    for (int i = 0; i < g->n_items; i++)
        if (persons_of(f, &g->items[i]) > 0)
            g_array_append_val(f->items, i);
    f->virtual_stands = false;
    for (int l = 0; l < g->n_locks; l++)
        f->virtual_stands = f->virtual_stands ||
                            (g->locks[l].reference == f->reference && g->locks[l].virtual_locked);
}

int64_t co_changes_bound(const CoGrouping *g, int64_t unplaced)
{
    int64_t bound = 0;
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(int));
    for (int r = 0; r < g->n_references; r++) {
        Forced f = {.g = g, .ref = &g->references[r], .reference = r, .items = items};
        gather(&f);
        bound += of_reference(&f);
    }
    return MAX(0, bound - of_left_out(g, unplaced));
}
