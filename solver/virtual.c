/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "virtual.h"

#include <glib.h>

#include "bits.h"

#define NEVER (INT64_MAX / 4)

/* Slots on which neither trainer of the team, nor the group itself, is free for a virtual class. */
static void blocked_slots(const CoState *s, int class_idx, const CoCalendar *calendar,
                          CoSlotWord *out)
{
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[class_idx];
    memcpy(out, cls->patterns[calendar->pattern].slots, sizeof *out * (size_t)g->n_words);
    for (int k = 0; k < cls->team_size; k++) {
        int t = cls->teams[calendar->team].trainer[k];
        co_bits_add(out, g->trainers[t].busy_remote, g->n_words);
        co_bits_add(out, s->trainer_used + (size_t)t * (size_t)g->n_words, g->n_words);
    }
}

static bool start_is_free(const CoState *s, const CoGrpVirtual *virt, const CoSlotWord *blocked,
                          int start)
{
    for (int slot = start; slot < start + virt->n_slots; slot++) {
        if (co_bits_test(blocked, slot))
            return false;
        if (virt->fm1 && s->fm1_used[slot] >= s->grouping->fm1_capacity[slot])
            return false;
    }
    return true;
}

/* Best predecessor of a start: least price among the previous class's starts within the gap. */
static int best_before(const CoGrouping *g, const CoGrpVirtual *virt, int start,
                       const int64_t *before)
{
    int day = start / 2, best = -1;
    int first = virt->gap_max < 0 ? 0 : MAX(0, day - virt->gap_max);
    int last = MIN(day - MAX(1, virt->gap_min), g->n_slots / 2 - 1);
    for (int slot = 2 * first; slot <= 2 * last + 1; slot++)
        if (before[slot] < NEVER && (best < 0 || before[slot] < before[best]))
            best = slot;
    return best;
}

/* One row of the table: best[start] = least price of classes 0..v ending there. */
/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static void fill_row(const CoState *s, const CoGrpVirtual *virt, const CoSlotWord *blocked,
                     const int64_t *price, int first_day, const int64_t *before, int64_t *best,
                     int *from)
{
    const CoGrouping *g = s->grouping;
    for (int slot = 0; slot < g->n_slots; slot++)
        best[slot] = NEVER;
    CO_BITS_EACH(start, virt->starts, g->n_words)
    {
        if (!start_is_free(s, virt, blocked, start))
            continue;
        int64_t here = price[start];
        if (virt->n_slots == 2)
            here = MAX(here, price[start + 1]);
        if (before == NULL) {
            if (start / 2 > first_day)
                best[start] = here;
            continue;
        }
        int previous = best_before(g, virt, start, before);
        if (previous >= 0) {
            best[start] = before[previous] + here;
            from[start] = previous;
        }
    }
}

bool co_virtual_date(const CoState *s, int class_idx, CoCalendar *calendar, const int64_t *price)
{
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[class_idx];
    if (cls->n_virtual == 0)
        return true;
    CoSlotWord blocked[CO_GRP_MAX_WORDS];
    int64_t best[2][CO_GRP_MAX_SLOTS];
    int from[CO_MAX_VIRTUAL][CO_GRP_MAX_SLOTS];
    blocked_slots(s, class_idx, calendar, blocked);
    int first_day = cls->patterns[calendar->pattern].first_day;
    for (int v = 0; v < cls->n_virtual; v++)
        fill_row(s, &cls->virtuals[v], blocked, price, first_day, v == 0 ? NULL : best[(v + 1) % 2],
                 best[v % 2], from[v]);
    const int64_t *last = best[(cls->n_virtual + 1) % 2];
    int end = 0;
    for (int slot = 1; slot < g->n_slots; slot++)
        if (last[slot] < last[end])
            end = slot;
    if (last[end] >= NEVER)
        return false;
    for (int v = cls->n_virtual - 1; v >= 0; v--) {
        calendar->virtual_starts[v] = end;
        end = v > 0 ? from[v][end] : end;
    }
    return true;
}

/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
void co_virtual_price(const CoGrouping *g, int class_idx, const CoCalendar *calendar,
                      const int *items, int n_items, int64_t absent_price, int64_t *price)
{
    const CoGrpPattern *pattern = &g->classes[class_idx].patterns[calendar->pattern];
    memset(price, 0, sizeof *price * (size_t)g->n_slots);
    for (int k = 0; k < n_items; k++) {
        const CoGrpItem *it = &g->items[items[k]];
        if (co_bits_meet(it->busy_away, pattern->slots, g->n_words) ||
            pattern->deadline_slot >= it->cutover_slot)
            continue;
        CO_BITS_EACH(slot, it->absent_remote, g->n_words)
        price[slot] += it->n_absent_remote != NULL ? it->n_absent_remote[slot] : 1;
        CO_BITS_EACH(slot, it->busy_remote, g->n_words)
        price[slot] += g->max_absent + it->n_persons;
    }
    for (int slot = 0; slot < g->n_slots; slot++)
        price[slot] =
            MAX(0, price[slot] - g->max_absent) * absent_price + price[slot] * (absent_price / 64);
}
