/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a state allows: the hard rules as quick questions, and its way in and out. */
#include "state.h"

#include <glib.h>

#include <stdlib.h>

#include "bits.h"
#include "changes.h"
#include "evaluate.h"

/* Whether n more of a set may be away on these slots; on the slots of `already` (NULL = none) they
 * are counted in the load, since they sit in another group that they would leave. */
/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static bool load_allows(const int16_t *load, int limit, int n, const CoSlotWord *away,
                        const CoSlotWord *already, int n_words)
{
    CO_BITS_EACH(slot, away, n_words)
    {
        int here = already != NULL && co_bits_test(already, slot) ? n : 0;
        if (load[slot] + n - here > limit)
            return false;
    }
    return true;
}

static bool office_can_spare(const CoState *s, int office, int n, const CoSlotWord *away,
                             const CoSlotWord *already)
{
    int limit = s->grouping->office_limit[office];
    const int16_t *load = s->office_load + (size_t)office * (size_t)s->grouping->n_slots;
    return limit < 0 || load_allows(load, limit, n, away, already, s->grouping->n_words);
}

/* R01: the human teaches; as a participant the same human must not sit elsewhere then. */
static bool trainer_is_free_as_member(const CoState *s, int trainer, const CoSlotWord *away,
                                      const CoSlotWord *virtual_slots)
{
    int item = s->item_of_trainer[trainer];
    if (item < 0 || s->group_of[item] < 0)
        return true;
    int n_words = s->grouping->n_words;
    const CoStateGroup *grp = &s->groups[s->group_of[item]];
    const CoGrpClass *cls = &s->grouping->classes[grp->class_idx];
    const CoSlotWord *seated = cls->patterns[grp->calendar.pattern].slots;
    const CoSlotWord *remote = s->virtual_slots + (size_t)s->group_of[item] * (size_t)n_words;
    return !co_bits_meet(seated, away, n_words) && !co_bits_meet(seated, virtual_slots, n_words) &&
           !co_bits_meet(remote, away, n_words) && !co_bits_meet(remote, virtual_slots, n_words);
}

bool co_state_can_teach(const CoState *s, int class_idx, int team, const CoSlotWord *away,
                        const CoSlotWord *virtual_slots)
{
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[class_idx];
    for (int k = 0; k < cls->team_size; k++) {
        int t = cls->teams[team].trainer[k];
        const CoGrpTrainer *trainer = &g->trainers[t];
        const CoSlotWord *used = s->trainer_used + (size_t)t * (size_t)g->n_words;
        if (trainer->max_slots >= 0 && s->trainer_load[t] + cls->n_sync_slots > trainer->max_slots)
            return false;
        if (co_bits_meet(used, away, g->n_words) || co_bits_meet(used, virtual_slots, g->n_words) ||
            co_bits_meet(trainer->busy_away, away, g->n_words) ||
            co_bits_meet(trainer->busy_remote, virtual_slots, g->n_words))
            return false;
        if (trainer->office >= 0 && trainer->service) {
            int same_office = 1; /* two trainers of one office leave together */
            for (int j = 0; j < cls->team_size; j++) {
                const CoGrpTrainer *other = &g->trainers[cls->teams[team].trainer[j]];
                same_office += j != k && other->service && other->office == trainer->office;
            }
            if (!office_can_spare(s, trainer->office, same_office, away, NULL) ||
                (g->offices_remote &&
                 !office_can_spare(s, trainer->office, same_office, virtual_slots, NULL)))
                return false;
        }
        if (!trainer_is_free_as_member(s, t, away, virtual_slots))
            return false;
    }
    return true;
}

static bool fm1_has_place(const CoState *s, int class_idx, const CoCalendar *calendar)
{
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[class_idx];
    CO_BITS_EACH(slot, cls->patterns[calendar->pattern].fm1_slots, g->n_words)
    {
        if (s->fm1_used[slot] >= g->fm1_capacity[slot])
            return false;
    }
    for (int v = 0; v < cls->n_virtual; v++)
        for (int k = 0; cls->virtuals[v].fm1 && k < cls->virtuals[v].n_slots; k++)
            if (s->fm1_used[calendar->virtual_starts[v] + k] >=
                g->fm1_capacity[calendar->virtual_starts[v] + k])
                return false;
    return true;
}

bool co_state_can_hold(const CoState *s, int class_idx, const CoCalendar *calendar)
{
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[class_idx];
    const CoGrpPattern *pattern = &cls->patterns[calendar->pattern];
    if (calendar->room >= 0) {
        int room = cls->rooms[calendar->room];
        if (co_bits_meet(g->room_busy[room], pattern->slots, g->n_words) ||
            co_bits_meet(s->room_used + (size_t)room * (size_t)g->n_words, pattern->slots,
                         g->n_words))
            return false;
    }
    if (!fm1_has_place(s, class_idx, calendar))
        return false;
    CoSlotWord virtual_slots[CO_GRP_MAX_WORDS];
    co_calendar_virtual_slots(g, class_idx, calendar, virtual_slots);
    return co_state_can_teach(s, class_idx, calendar->team, pattern->slots, virtual_slots);
}

bool co_item_fits(const CoGrouping *g, int item, const CoCalendar *calendar,
                  const CoSlotWord *virtual_slots)
{
    const CoGrpItem *it = &g->items[item];
    const CoGrpClass *cls = &g->classes[it->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[calendar->pattern];
    if (co_bits_meet(it->busy_away, pattern->slots, g->n_words) ||
        co_bits_meet(it->busy_remote, virtual_slots, g->n_words) ||
        pattern->deadline_slot >= it->cutover_slot)
        return false;
    if (calendar->room >= 0 && !it->room_ok[calendar->room])
        return false;
    if (g->max_absent == 0 && co_bits_meet(it->absent_remote, virtual_slots, g->n_words))
        return false;
    for (int v = 0; v < cls->n_virtual; v++)
        if (cls->virtuals[v].before_cutover &&
            calendar->virtual_starts[v] + cls->virtuals[v].n_slots - 1 >= it->cutover_slot)
            return false;
    return true;
}

/* R01: a participant who also teaches must be free of teaching. */
static bool member_does_not_teach_then(const CoState *s, const CoGrpItem *it,
                                       const CoCalendar *calendar, const CoSlotWord *virtual_slots)
{
    const CoGrouping *g = s->grouping;
    const CoSlotWord *used = s->trainer_used + (size_t)it->trainer * (size_t)g->n_words;
    const CoSlotWord *slots = g->classes[it->class_idx].patterns[calendar->pattern].slots;
    return !co_bits_meet(used, slots, g->n_words) && !co_bits_meet(used, virtual_slots, g->n_words);
}

static bool absence_is_allowed(const CoState *s, const CoGrpItem *it, const CoStateGroup *grp)
{
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[grp->class_idx];
    for (int v = 0; v < cls->n_virtual; v++) {
        int most = co_item_absent(it, &cls->virtuals[v], grp->calendar.virtual_starts[v]);
        if (most > 0 && grp->absent[v] + most > g->max_absent)
            return false;
    }
    return true;
}

static bool locks_allow(const CoGrouping *g, const CoGrpItem *it, const CoStateGroup *grp)
{
    if (it->lock >= 0)
        return grp->lock == it->lock;
    return grp->lock < 0 || !g->locks[grp->lock].members_locked;
}

bool co_state_can_seat(const CoState *s, int item, int group)
{
    const CoGrouping *g = s->grouping;
    const CoGrpItem *it = &g->items[item];
    const CoStateGroup *grp = &s->groups[group];
    const CoSlotWord *virtual_slots = s->virtual_slots + (size_t)group * (size_t)g->n_words;
    const CoSlotWord *away = s->away_slots + (size_t)group * (size_t)g->n_words;
    if (!co_item_fits(g, item, &grp->calendar, virtual_slots) || !locks_allow(g, it, grp))
        return false;
    const CoSlotWord *already =
        s->group_of[item] < 0 ? NULL
                              : s->away_slots + (size_t)s->group_of[item] * (size_t)g->n_words;
    if (it->office >= 0 && it->n_service > 0 &&
        !office_can_spare(s, it->office, it->n_service, away, already))
        return false;
    if (it->heads >= 0 && it->n_heads > 0 &&
        !load_allows(s->heads_load + (size_t)it->heads * (size_t)g->n_slots,
                     g->heads_limit[it->heads], it->n_heads, away, already, g->n_words))
        return false;
    if (it->trainer >= 0 && !member_does_not_teach_then(s, it, &grp->calendar, virtual_slots))
        return false;
    return g->max_absent == 0 || absence_is_allowed(s, it, grp);
}

/* ---- in and out ---- */

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void export_group(const CoState *s, const CoStateGroup *from, CoGrpGroup *to)
{
    const CoGrpClass *cls = &s->grouping->classes[from->class_idx];
    *to = (CoGrpGroup){.class_idx = from->class_idx,
                       .room = from->calendar.room,
                       .pattern = from->calendar.pattern,
                       .team = from->calendar.team,
                       .lock = from->lock,
                       .reference = from->reference,
                       .n_items = from->n_items};
    to->items = g_memdup2(from->items, sizeof(int) * (size_t)from->n_items);
    if (to->n_items > 1)
        qsort(to->items, (size_t)to->n_items, sizeof(int), by_number);
    to->virtual_starts =
        g_memdup2(from->calendar.virtual_starts, sizeof(int) * (size_t)MAX(cls->n_virtual, 1));
}

CoGrpGroup *co_state_to_groups(const CoState *s, int *n_groups)
{
    CoGrpGroup *groups = g_new0(CoGrpGroup, (size_t)MAX(s->n_groups, 1));
    int n = 0;
    for (int c = 0; c < s->grouping->n_classes; c++)
        for (int k = 0; k < s->n_groups; k++)
            if (s->groups[k].class_idx == c)
                export_group(s, &s->groups[k], &groups[n++]);
    *n_groups = n;
    return groups;
}

void co_state_clear(CoState *s)
{
    for (int i = 0; i < s->grouping->n_items; i++)
        if (s->group_of[i] >= 0)
            co_state_unseat(s, i);
    for (int k = 0; k < s->n_groups; k++)
        if (s->groups[k].class_idx >= 0)
            co_state_close_group(s, k);
    co_state_forget(s);
}

void co_state_load(CoState *s, const CoGrpGroup *groups, int n_groups)
{
    g_autofree int *references = g_new(int, (size_t)MAX(n_groups, 1));
    co_changes_settle(s->grouping, groups, n_groups, references);
    for (int k = 0; k < n_groups; k++) {
        const CoGrpGroup *from = &groups[k];
        const CoGrpClass *cls = &s->grouping->classes[from->class_idx];
        CoCalendar calendar = {.room = from->room, .pattern = from->pattern, .team = from->team};
        memcpy(calendar.virtual_starts, from->virtual_starts, sizeof(int) * (size_t)cls->n_virtual);
        if (!co_state_can_hold(s, from->class_idx, &calendar))
            continue;
        int group = co_state_open_heir(s, from->class_idx, from->lock, references[k], &calendar);
        for (int i = 0; i < from->n_items; i++)
            if (s->group_of[from->items[i]] < 0 && co_state_can_seat(s, from->items[i], group))
                co_state_seat(s, from->items[i], group);
    }
    co_state_forget(s);
}

void co_grp_groups_free(CoGrpGroup *groups, int n_groups)
{
    for (int k = 0; groups != NULL && k < n_groups; k++) {
        g_free(groups[k].items);
        g_free(groups[k].virtual_starts);
    }
    g_free(groups);
}

CoGrpGroup *co_grp_groups_copy(const CoGrouping *g, const CoGrpGroup *groups, int n_groups)
{
    CoGrpGroup *copy = g_memdup2(groups, sizeof *groups * (size_t)MAX(n_groups, 1));
    for (int k = 0; k < n_groups; k++) {
        size_t n_virtual = (size_t)MAX(g->classes[groups[k].class_idx].n_virtual, 1);
        copy[k].items = g_memdup2(groups[k].items, sizeof(int) * (size_t)groups[k].n_items);
        if (groups[k].virtual_starts != NULL)
            copy[k].virtual_starts = g_memdup2(groups[k].virtual_starts, sizeof(int) * n_virtual);
    }
    return copy;
}

void co_grouping_plan_free(CoGroupingPlan *plan)
{
    if (plan == NULL)
        return;
    co_grp_groups_free(plan->groups, plan->n_groups);
    g_free(plan);
}
