/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluate.h"

#include <glib.h>

#include <stdlib.h>

#include "bits.h"

int co_group_capacity(const CoGrpClass *cls, int room)
{
    return room < 0 ? cls->max_size : MIN(cls->max_size, cls->room_capacity[room]);
}

int64_t co_team_cost(const CoGrouping *grouping, int class_idx, int room, int profile, int team)
{
    if (team < 0 || room < 0)
        return 0;
    const CoGrpClass *cls = &grouping->classes[class_idx];
    int64_t cost = 0;
    for (int k = 0; k < cls->team_size; k++) {
        int t = cls->teams[team].trainer[k];
        cost += grouping->trainers[t].cost[class_idx][room * cls->n_profiles + profile];
    }
    return cost;
}

/* Cars are shared inside a cluster: what the items pay alone is corrected to ceil(n / seats) cars.
 */
static int64_t shared_cars_saving(const CoGrouping *grouping, const CoGrpGroup *group, int position,
                                  int at)
{
    const CoGrpItem *item = &grouping->items[group->items[position]];
    int seats = grouping->car_seats;
    int together = 0, cars_alone = 0;
    for (int k = 0; k < group->n_items; k++) {
        const CoGrpItem *other = &grouping->items[group->items[k]];
        if (other->cluster != item->cluster)
            continue;
        if (k < position)
            return 0; /* counted with the first of the cluster */
        together += other->n_persons;
        cars_alone += (other->n_persons + seats - 1) / seats;
    }
    int cars = (together + seats - 1) / seats;
    return (int64_t)(cars_alone - cars) * item->mileage[at];
}

int64_t co_members_cost(const CoGrouping *grouping, const CoGrpGroup *group)
{
    if (group->room < 0)
        return 0;
    const CoGrpClass *cls = &grouping->classes[group->class_idx];
    int at = group->room * cls->n_profiles + cls->patterns[group->pattern].profile;
    int64_t cost = 0;
    for (int k = 0; k < group->n_items; k++) {
        const CoGrpItem *item = &grouping->items[group->items[k]];
        cost += item->cost[at];
        if (grouping->car_seats > 0 && item->cluster >= 0)
            cost -= shared_cars_saving(grouping, group, k, at);
    }
    return cost;
}

void co_evaluate(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups,
                 CoEvaluation *out)
{
    int64_t unplaced = 0, cost = 0;
    for (int i = 0; i < grouping->n_items; i++)
        unplaced += grouping->items[i].weight;
    for (int g = 0; g < n_groups; g++) {
        const CoGrpGroup *group = &groups[g];
        const CoGrpClass *cls = &grouping->classes[group->class_idx];
        int profile = cls->patterns[group->pattern].profile;
        cost += cls->group_cents + co_members_cost(grouping, group) +
                co_team_cost(grouping, group->class_idx, group->room, profile, group->team);
        for (int k = 0; k < group->n_items; k++)
            unplaced -= grouping->items[group->items[k]].weight;
    }
    out->unplaced = unplaced;
    out->cost = cost;
    out->value = grouping->unplaced_penalty * unplaced + cost;
}

/* ---- comfort ---- */

int64_t co_wednesday_comfort(const CoGrouping *grouping, const CoGrpPattern *pattern)
{
    int64_t points = 0;
    int last_day = -1;
    CO_BITS_EACH(slot, pattern->slots, grouping->n_words)
    {
        if (slot / 2 != last_day && co_bits_test(grouping->wednesday, slot))
            points += 10;
        last_day = slot / 2;
    }
    return points;
}

int co_item_absent(const CoGrpItem *item, const CoGrpVirtual *virt, int start)
{
    int most = 0;
    for (int s = start; s < start + virt->n_slots; s++) {
        int here = item->n_absent_remote != NULL ? item->n_absent_remote[s]
                                                 : co_bits_test(item->absent_remote, s);
        most = MAX(most, here);
    }
    return most;
}

static int64_t item_comfort(const CoGrouping *grouping, const CoGrpGroup *group,
                            const CoGrpItem *item)
{
    const CoGrpClass *cls = &grouping->classes[group->class_idx];
    int64_t points = 0;
    int last_day = -1;
    CO_BITS_EACH(slot, cls->patterns[group->pattern].slots, grouping->n_words)
    {
        if (slot / 2 != last_day && co_bits_test(item->avoid, slot))
            points += 3 * item->n_persons;
        last_day = slot / 2;
    }
    for (int v = 0; group->virtual_starts != NULL && v < cls->n_virtual; v++) {
        int start = group->virtual_starts[v];
        bool same_day = co_bits_test(cls->patterns[group->pattern].slots, start & ~1) ||
                        co_bits_test(cls->patterns[group->pattern].slots, start | 1);
        if (!same_day && co_bits_test(item->avoid, start))
            points += 3 * item->n_persons; /* once a date, whatever is held on it */
        points += 3 * co_item_absent(item, &cls->virtuals[v], start);
    }
    return points;
}

int64_t co_group_comfort(const CoGrouping *grouping, const CoGrpGroup *group)
{
    const CoGrpClass *cls = &grouping->classes[group->class_idx];
    int64_t points = co_wednesday_comfort(grouping, &cls->patterns[group->pattern]);
    int persons = 0;
    for (int k = 0; k < group->n_items; k++) {
        const CoGrpItem *item = &grouping->items[group->items[k]];
        persons += item->n_persons;
        points += item_comfort(grouping, group, item);
    }
    return points + abs(persons - cls->target_size);
}

/* Spread of the half-days taught over the trainers who teach. */
int64_t co_spread_comfort(const int *load, int n_trainers)
{
    int least = INT32_MAX, most = 0;
    for (int t = 0; t < n_trainers; t++) {
        if (load[t] == 0)
            continue;
        least = MIN(least, load[t]);
        most = MAX(most, load[t]);
    }
    return most == 0 ? 0 : 2 * (int64_t)(most - least);
}

static int64_t path_comfort(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups,
                            int path)
{
    g_autofree int *load = g_new0(int, (size_t)MAX(grouping->n_trainers, 1));
    for (int g = 0; g < n_groups; g++) {
        const CoGrpClass *cls = &grouping->classes[groups[g].class_idx];
        for (int k = 0; cls->path == path && groups[g].team >= 0 && k < cls->team_size; k++)
            load[cls->teams[groups[g].team].trainer[k]] += cls->n_sync_slots;
    }
    return co_spread_comfort(load, grouping->n_trainers);
}

/* Slots in which a group keeps people away from their office. */
static void add_away(const CoGrouping *grouping, const CoGrpGroup *group, CoSlotWord *away)
{
    const CoGrpClass *cls = &grouping->classes[group->class_idx];
    co_bits_add(away, cls->patterns[group->pattern].slots, grouping->n_words);
    for (int v = 0; grouping->offices_remote && group->virtual_starts != NULL && v < cls->n_virtual;
         v++)
        for (int s = 0; s < cls->virtuals[v].n_slots; s++)
            co_bits_set(away, group->virtual_starts[v] + s);
}

static void add_load(const CoGrouping *grouping, int16_t *load, int office, int persons,
                     const CoSlotWord *away)
{
    if (office < 0)
        return;
    int16_t *here = load + (size_t)office * (size_t)grouping->n_slots;
    CO_BITS_EACH(slot, away, grouping->n_words)
    here[slot] = (int16_t)(here[slot] + persons);
}

/* load[office x n_slots + slot] = humans of the office away. */
static int16_t *office_loads(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups)
{
    int16_t *load = g_new0(int16_t, (size_t)MAX(grouping->n_offices * grouping->n_slots, 1));
    g_autofree CoSlotWord *away = g_new(CoSlotWord, (size_t)grouping->n_words);
    for (int g = 0; g < n_groups; g++) {
        const CoGrpGroup *group = &groups[g];
        const CoGrpClass *cls = &grouping->classes[group->class_idx];
        memset(away, 0, sizeof *away * (size_t)grouping->n_words);
        add_away(grouping, group, away);
        for (int k = 0; k < group->n_items; k++) {
            const CoGrpItem *item = &grouping->items[group->items[k]];
            add_load(grouping, load, item->office, item->n_service, away);
        }
        for (int k = 0; group->team >= 0 && k < cls->team_size; k++) {
            const CoGrpTrainer *trainer = &grouping->trainers[cls->teams[group->team].trainer[k]];
            add_load(grouping, load, trainer->office, trainer->service ? 1 : 0, away);
        }
    }
    return load;
}

/* 5 points per office of limit >= 2 and pair of consecutive weeks that both hold a slot at the
 * limit. */
int64_t co_office_comfort(const CoGrouping *grouping, int office, const int16_t *load)
{
    int limit = grouping->office_limit[office], last_week = INT32_MIN;
    int64_t points = 0;
    for (int s = 0; limit >= 2 && s < grouping->n_slots; s++) {
        if (load[s] < limit)
            continue;
        if (grouping->week[s] == last_week + 1)
            points += 5;
        last_week = grouping->week[s];
    }
    return points;
}

int64_t co_evaluate_comfort(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups)
{
    int64_t points = 0;
    int n_paths = 0;
    for (int g = 0; g < n_groups; g++)
        points += co_group_comfort(grouping, &groups[g]);
    for (int c = 0; c < grouping->n_classes; c++)
        n_paths = MAX(n_paths, grouping->classes[c].path + 1);
    for (int p = 0; p < n_paths; p++)
        points += path_comfort(grouping, groups, n_groups, p);
    g_autofree int16_t *load = office_loads(grouping, groups, n_groups);
    for (int o = 0; o < grouping->n_offices; o++)
        points += co_office_comfort(grouping, o, load + (size_t)o * (size_t)grouping->n_slots);
    return points;
}
