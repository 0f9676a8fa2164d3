/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state.h"

#include <glib.h>

#include "bits.h"
#include "changes.h"
#include "comfort.h"
#include "evaluate.h"
#include "near.h"

typedef enum { STEP_OPEN, STEP_CLOSE, STEP_SEAT, STEP_UNSEAT } StepKind;

struct CoStep {
    StepKind kind;
    int item, group;
    int class_idx, lock, reference;
    CoCalendar calendar; /* the one before the step */
};

CoState *co_state_new(const CoGrouping *g)
{
    CoState *s = g_new0(CoState, 1);
    size_t words = (size_t)g->n_words;
    s->grouping = g;
    s->class_groups_n = g_new0(int, (size_t)MAX(g->n_classes, 1));
    s->group_of = g_new(int, (size_t)MAX(g->n_items, 1));
    s->position = g_new0(int, (size_t)MAX(g->n_items, 1));
    s->room_used = g_new0(CoSlotWord, MAX((size_t)g->n_rooms * words, 1));
    s->trainer_away = g_new0(CoSlotWord, MAX((size_t)g->n_trainers * words, 1));
    s->trainer_used = g_new0(CoSlotWord, MAX((size_t)g->n_trainers * words, 1));
    s->trainer_load = g_new0(int, (size_t)MAX(g->n_trainers, 1));
    s->item_of_trainer = g_new(int, (size_t)MAX(g->n_trainers, 1));
    s->fm1_used = g_new0(int, (size_t)MAX(g->n_slots, 1));
    s->office_load = g_new0(int16_t, (size_t)MAX(g->n_offices * g->n_slots, 1));
    s->heads_load = g_new0(int16_t, (size_t)MAX(g->n_heads * g->n_slots, 1));
    s->lock_open = g_new0(bool, (size_t)MAX(g->n_locks, 1));
    s->continued = g_new0(bool, (size_t)MAX(g->n_references, 1));
    s->near = g_new0(int *, (size_t)MAX(g->n_references, 1));
    s->n_near = g_new0(int, (size_t)MAX(g->n_references, 1));
    for (int r = 0; r < g->n_references; r++) {
        s->changes += CO_CHANGES_PER_CANCELLED * (int64_t)g->references[r].n_meetings;
        s->near[r] = co_near_patterns(g, r, &s->n_near[r]);
    }
    for (int t = 0; t < g->n_trainers; t++)
        s->item_of_trainer[t] = -1;
    for (int i = 0; i < g->n_items; i++) {
        s->group_of[i] = -1;
        s->unplaced += g->items[i].weight;
        s->astray += g->items[i].lock >= 0;
        if (g->items[i].trainer >= 0)
            s->item_of_trainer[g->items[i].trainer] = i;
    }
    return s;
}

void co_state_free(CoState *s)
{
    if (s == NULL)
        return;
    for (int k = 0; k < s->n_groups; k++)
        g_free(s->groups[k].items);
    for (int r = 0; r < s->grouping->n_references; r++)
        g_free(s->near[r]);
    g_free(s->near);
    g_free(s->n_near);
    g_free(s->groups);
    g_free(s->class_groups_n);
    g_free(s->group_of);
    g_free(s->position);
    g_free(s->room_used);
    g_free(s->trainer_away);
    g_free(s->trainer_used);
    g_free(s->trainer_load);
    g_free(s->item_of_trainer);
    g_free(s->fm1_used);
    g_free(s->office_load);
    g_free(s->heads_load);
    g_free(s->virtual_slots);
    g_free(s->away_slots);
    g_free(s->lock_open);
    g_free(s->continued);
    co_comfort_free(s->comfort);
    g_free(s->journal);
    g_free(s);
}

bool co_state_is_whole(const CoState *s)
{
    if (s->missing > 0 || s->astray > 0)
        return false;
    for (int c = 0; c < s->grouping->n_classes; c++) {
        const CoGrpClass *cls = &s->grouping->classes[c];
        if (s->class_groups_n[c] < cls->min_groups ||
            (cls->max_groups >= 0 && s->class_groups_n[c] > cls->max_groups))
            return false;
    }
    return s->n_locks_open == s->grouping->n_locks;
}

static struct CoStep *push(CoState *s, StepKind kind, int item, int group)
{
    if (s->n_journal == s->journal_size) {
        s->journal_size = MAX(256, 2 * s->journal_size);
        s->journal = g_renew(struct CoStep, s->journal, (size_t)s->journal_size);
    }
    struct CoStep *step = &s->journal[s->n_journal++];
    step->kind = kind;
    step->item = item;
    step->group = group;
    return step;
}

void co_calendar_virtual_slots(const CoGrouping *g, int class_idx, const CoCalendar *calendar,
                               CoSlotWord *out)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    memset(out, 0, sizeof *out * (size_t)g->n_words);
    for (int v = 0; v < cls->n_virtual; v++)
        for (int k = 0; k < cls->virtuals[v].n_slots; k++)
            co_bits_set(out, calendar->virtual_starts[v] + k);
}

/* Marks or unmarks what a group takes from rooms, trainers and FM1. */
static void occupy(CoState *s, int group, int sign)
{
    const CoGrouping *g = s->grouping;
    const CoStateGroup *grp = &s->groups[group];
    const CoGrpClass *cls = &g->classes[grp->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[grp->calendar.pattern];
    const CoSlotWord *virtual_slots = s->virtual_slots + (size_t)group * (size_t)g->n_words;
    void (*change)(CoSlotWord *, const CoSlotWord *, int) = sign > 0 ? co_bits_add : co_bits_remove;
    if (grp->calendar.room >= 0)
        change(s->room_used + (size_t)cls->rooms[grp->calendar.room] * (size_t)g->n_words,
               pattern->slots, g->n_words);
    for (int k = 0; k < cls->team_size; k++) {
        int t = cls->teams[grp->calendar.team].trainer[k];
        size_t at = (size_t)t * (size_t)g->n_words;
        const CoGrpTrainer *trainer = &g->trainers[t];
        change(s->trainer_away + at, pattern->slots, g->n_words);
        change(s->trainer_used + at, pattern->slots, g->n_words);
        change(s->trainer_used + at, virtual_slots, g->n_words);
        s->trainer_load[t] += sign * cls->n_sync_slots;
        if (trainer->office >= 0 && trainer->service) {
            const CoSlotWord *away = s->away_slots + (size_t)group * (size_t)g->n_words;
            int16_t *load = s->office_load + (size_t)trainer->office * (size_t)g->n_slots;
            CO_BITS_EACH(slot, away, g->n_words)
            load[slot] = (int16_t)(load[slot] + sign);
        }
    }
    CO_BITS_EACH(slot, pattern->fm1_slots, g->n_words)
    s->fm1_used[slot] += sign;
    for (int v = 0; v < cls->n_virtual; v++)
        for (int k = 0; cls->virtuals[v].fm1 && k < cls->virtuals[v].n_slots; k++)
            s->fm1_used[grp->calendar.virtual_starts[v] + k] += sign;
}

static void take(CoState *s, int group)
{
    const CoGrouping *g = s->grouping;
    CoStateGroup *grp = &s->groups[group];
    const CoGrpClass *cls = &g->classes[grp->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[grp->calendar.pattern];
    CoSlotWord *virtual_slots = s->virtual_slots + (size_t)group * (size_t)g->n_words;
    CoSlotWord *away = s->away_slots + (size_t)group * (size_t)g->n_words;
    co_calendar_virtual_slots(g, grp->class_idx, &grp->calendar, virtual_slots);
    memcpy(away, pattern->slots, sizeof *away * (size_t)g->n_words);
    if (g->offices_remote)
        co_bits_add(away, virtual_slots, g->n_words);
    occupy(s, group, 1);
    s->cost += cls->group_cents + co_team_cost(g, grp->class_idx, grp->calendar.room,
                                               pattern->profile, grp->calendar.team);
}

static void release(CoState *s, int group)
{
    const CoStateGroup *grp = &s->groups[group];
    const CoGrpClass *cls = &s->grouping->classes[grp->class_idx];
    occupy(s, group, -1);
    s->cost -= cls->group_cents + co_team_cost(s->grouping, grp->class_idx, grp->calendar.room,
                                               cls->patterns[grp->calendar.pattern].profile,
                                               grp->calendar.team);
}

static int free_entry(CoState *s)
{
    for (int k = 0; k < s->n_groups; k++)
        if (s->groups[k].class_idx < 0)
            return k;
    size_t words = (size_t)s->grouping->n_words, n = (size_t)s->n_groups + 1;
    s->groups = g_renew(CoStateGroup, s->groups, n);
    s->virtual_slots = g_renew(CoSlotWord, s->virtual_slots, n * words);
    s->away_slots = g_renew(CoSlotWord, s->away_slots, n * words);
    memset(&s->groups[s->n_groups], 0, sizeof s->groups[0]);
    return s->n_groups++;
}

/* Counts, or no longer counts, what a group changes of the reference it continues. */
static void count_reference(CoState *s, const CoStateGroup *grp, int sign)
{
    if (grp->reference < 0)
        return;
    const CoGrpReference *reference = &s->grouping->references[grp->reference];
    s->changes += sign * (co_changes_of_group(reference, grp->calendar.team) -
                          CO_CHANGES_PER_CANCELLED * (int64_t)reference->n_meetings);
    s->continued[grp->reference] = sign > 0;
}

static void count_lock(CoState *s, int lock, bool open)
{
    if (lock < 0)
        return;
    s->lock_open[lock] = open;
    s->n_locks_open += open ? 1 : -1;
}

static void open_at(CoState *s, int group, const struct CoStep *as)
{
    int class_idx = as->class_idx;
    CoStateGroup *grp = &s->groups[group];
    grp->class_idx = class_idx;
    grp->lock = as->lock;
    grp->reference = as->reference;
    grp->calendar = as->calendar;
    grp->n_moved =
        as->reference < 0 ? 0 : co_changes_moved(s->grouping, as->reference, &grp->calendar);
    count_reference(s, grp, 1);
    count_lock(s, grp->lock, true);
    grp->n_persons = 0;
    memset(grp->absent, 0, sizeof grp->absent);
    s->class_groups_n[class_idx]++;
    s->missing += s->grouping->classes[class_idx].min_size;
    take(s, group);
    co_comfort_touch_group(s, group);
}

static void close_at(CoState *s, int group)
{
    CoStateGroup *grp = &s->groups[group];
    g_assert(grp->n_items == 0);
    co_comfort_touch_group(s, group);
    release(s, group);
    count_reference(s, grp, -1);
    count_lock(s, grp->lock, false);
    s->class_groups_n[grp->class_idx]--;
    s->missing -= s->grouping->classes[grp->class_idx].min_size;
    grp->class_idx = -1;
}

int co_state_open_heir(CoState *s, int class_idx, int lock, int reference,
                       const CoCalendar *calendar)
{
    int group = free_entry(s);
    struct CoStep as = {
        .class_idx = class_idx, .lock = lock, .reference = reference, .calendar = *calendar};
    open_at(s, group, &as);
    push(s, STEP_OPEN, -1, group);
    return group;
}

int co_state_open_group(CoState *s, int class_idx, int lock, const CoCalendar *calendar)
{
    bool continues = lock >= 0 && s->grouping->n_references > 0;
    return co_state_open_heir(s, class_idx, lock,
                              continues ? s->grouping->locks[lock].reference : -1, calendar);
}

void co_state_close_group(CoState *s, int group)
{
    const CoStateGroup *grp = &s->groups[group];
    struct CoStep *step = push(s, STEP_CLOSE, -1, group);
    step->class_idx = grp->class_idx;
    step->lock = grp->lock;
    step->reference = grp->reference;
    step->calendar = grp->calendar;
    close_at(s, group);
}

/* ---- seats ---- */

static int64_t under_minimum(const CoGrpClass *cls, int n_persons)
{
    return MAX(0, cls->min_size - n_persons);
}

static void count_member(CoState *s, int item, int group, int sign)
{
    const CoGrouping *g = s->grouping;
    const CoGrpItem *it = &g->items[item];
    CoStateGroup *grp = &s->groups[group];
    const CoGrpClass *cls = &g->classes[grp->class_idx];
    const CoSlotWord *away = s->away_slots + (size_t)group * (size_t)g->n_words;
    co_comfort_touch_seat(s, item, group);
    s->missing -= under_minimum(cls, grp->n_persons);
    grp->n_persons += sign * it->n_persons;
    s->missing += under_minimum(cls, grp->n_persons);
    s->unplaced -= sign * it->weight;
    s->changes += sign * co_state_seat_changes(s, item, group);
    if (it->lock >= 0 && it->lock == grp->lock)
        s->astray -= sign;
    if (it->office >= 0 && it->n_service > 0) {
        int16_t *load = s->office_load + (size_t)it->office * (size_t)g->n_slots;
        CO_BITS_EACH(slot, away, g->n_words)
        load[slot] = (int16_t)(load[slot] + sign * it->n_service);
    }
    if (it->heads >= 0) {
        int16_t *load = s->heads_load + (size_t)it->heads * (size_t)g->n_slots;
        CO_BITS_EACH(slot, away, g->n_words)
        load[slot] = (int16_t)(load[slot] + sign * it->n_heads);
    }
    for (int v = 0; g->max_absent > 0 && v < cls->n_virtual; v++)
        grp->absent[v] +=
            sign * co_item_absent(it, &cls->virtuals[v], grp->calendar.virtual_starts[v]);
}

static void seat_at(CoState *s, int item, int group)
{
    CoStateGroup *grp = &s->groups[group];
    s->cost += co_state_seat_cost(s, item, group);
    if (grp->n_items == grp->items_size) {
        grp->items_size = MAX(32, 2 * grp->items_size);
        grp->items = g_renew(int, grp->items, (size_t)grp->items_size);
    }
    s->position[item] = grp->n_items;
    grp->items[grp->n_items++] = item;
    s->group_of[item] = group;
    count_member(s, item, group, 1);
}

static void unseat_at(CoState *s, int item)
{
    int group = s->group_of[item];
    CoStateGroup *grp = &s->groups[group];
    s->cost -= co_state_unseat_gain(s, item);
    count_member(s, item, group, -1);
    int last = grp->items[--grp->n_items];
    grp->items[s->position[item]] = last;
    s->position[last] = s->position[item];
    s->group_of[item] = -1;
}

void co_state_seat(CoState *s, int item, int group)
{
    seat_at(s, item, group);
    push(s, STEP_SEAT, item, group);
}

void co_state_unseat(CoState *s, int item)
{
    push(s, STEP_UNSEAT, item, s->group_of[item]);
    unseat_at(s, item);
}

int co_state_mark(const CoState *s)
{
    return s->n_journal;
}

void co_state_forget(CoState *s)
{
    s->n_journal = 0;
}

void co_state_rollback(CoState *s, int mark)
{
    while (s->n_journal > mark) {
        struct CoStep step = s->journal[--s->n_journal];
        switch (step.kind) {
        case STEP_OPEN:
            close_at(s, step.group);
            break;
        case STEP_CLOSE:
            open_at(s, step.group, &step);
            break;
        case STEP_SEAT:
            unseat_at(s, step.item);
            break;
        case STEP_UNSEAT:
            seat_at(s, step.item, step.group);
            break;
        }
    }
}

/* ---- costs ---- */

static int cost_index(const CoGrpClass *cls, const CoCalendar *calendar)
{
    return calendar->room * cls->n_profiles + cls->patterns[calendar->pattern].profile;
}

/* Persons of the item's cluster already in the group, the item itself apart. */
static int cluster_persons(const CoState *s, const CoStateGroup *grp, int item)
{
    int cluster = s->grouping->items[item].cluster, n = 0;
    for (int k = 0; k < grp->n_items; k++) {
        const CoGrpItem *other = &s->grouping->items[grp->items[k]];
        if (other->cluster == cluster && grp->items[k] != item)
            n += other->n_persons;
    }
    return n;
}

/* What one item adds to a group: its own cost, corrected for the cars it fills up. */
static int64_t marginal_cost(const CoState *s, int item, int group)
{
    const CoGrouping *g = s->grouping;
    const CoGrpItem *it = &g->items[item];
    const CoStateGroup *grp = &s->groups[group];
    if (grp->calendar.room < 0)
        return 0;
    int at = cost_index(&g->classes[grp->class_idx], &grp->calendar);
    int64_t cost = it->cost[at];
    if (g->car_seats > 0 && it->cluster >= 0) {
        int n = cluster_persons(s, grp, item), k = g->car_seats;
        int cars_before = (n + k - 1) / k, cars_after = (n + it->n_persons + k - 1) / k;
        int cars_alone = (it->n_persons + k - 1) / k;
        cost += (int64_t)(cars_after - cars_before - cars_alone) * it->mileage[at];
    }
    return cost;
}

int64_t co_state_seat_cost(const CoState *s, int item, int group)
{
    return marginal_cost(s, item, group);
}

int64_t co_state_seat_changes(const CoState *s, int item, int group)
{
    const CoGrpItem *it = &s->grouping->items[item];
    const CoStateGroup *grp = &s->groups[group];
    int64_t changes = 0;
    for (int k = 0; k < it->n_shares; k++) {
        const CoGrpShare *share = &it->shares[k];
        changes += (int64_t)share->n_persons *
                   (share->reference == grp->reference
                        ? grp->n_moved
                        : s->grouping->references[share->reference].n_meetings);
    }
    return changes;
}

int64_t co_state_unseat_gain(const CoState *s, int item)
{
    return marginal_cost(s, item, s->group_of[item]);
}
