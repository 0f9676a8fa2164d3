/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comfort.h"

#include <glib.h>

#include <stdlib.h>

#include "bits.h"
#include "evaluate.h"

/* Points of one kind of thing, those touched to be reckoned again. */
typedef struct Ledger {
    GArray *points;  /* of int64_t, by thing */
    GArray *touched; /* of bool, by thing */
    GArray *list;    /* of int: those touched, each once */
} Ledger;

struct CoComfort {
    Ledger groups, paths, offices;
    int *load; /* by trainer, scratch */
    int64_t total;
};

static void ledger_init(Ledger *ledger)
{
    ledger->points = g_array_new(FALSE, TRUE, sizeof(int64_t));
    ledger->touched = g_array_new(FALSE, TRUE, sizeof(bool));
    ledger->list = g_array_new(FALSE, FALSE, sizeof(int));
}

static void ledger_clear(Ledger *ledger)
{
    g_array_unref(ledger->points);
    g_array_unref(ledger->touched);
    g_array_unref(ledger->list);
}

static void touch(Ledger *ledger, int thing)
{
    if (thing >= (int)ledger->points->len) {
        g_array_set_size(ledger->points, (guint)thing + 1);
        g_array_set_size(ledger->touched, (guint)thing + 1);
    }
    bool *touched = &g_array_index(ledger->touched, bool, thing);
    if (!*touched)
        g_array_append_val(ledger->list, thing);
    *touched = true;
}

static void touch_office(const CoState *s, int office)
{
    if (office >= 0 && s->grouping->office_limit[office] >= 2)
        touch(&s->comfort->offices, office);
}

void co_comfort_touch_group(const CoState *s, int group)
{
    if (s->comfort == NULL)
        return;
    const CoStateGroup *grp = &s->groups[group];
    const CoGrpClass *cls = &s->grouping->classes[grp->class_idx];
    touch(&s->comfort->groups, group);
    touch(&s->comfort->paths, cls->path);
    for (int k = 0; k < cls->team_size; k++)
        touch_office(s, s->grouping->trainers[cls->teams[grp->calendar.team].trainer[k]].office);
}

void co_comfort_touch_seat(const CoState *s, int item, int group)
{
    if (s->comfort == NULL)
        return;
    touch(&s->comfort->groups, group);
    touch_office(s, s->grouping->items[item].office);
}

void co_comfort_attach(CoState *s)
{
    g_assert(s->comfort == NULL);
    struct CoComfort *comfort = s->comfort = g_new0(struct CoComfort, 1);
    comfort->load = g_new0(int, (size_t)MAX(s->grouping->n_trainers, 1));
    ledger_init(&comfort->groups);
    ledger_init(&comfort->paths);
    ledger_init(&comfort->offices);
    for (int k = 0; k < s->n_groups; k++)
        if (s->groups[k].class_idx >= 0)
            co_comfort_touch_group(s, k);
    for (int o = 0; o < s->grouping->n_offices; o++)
        touch_office(s, o);
}

void co_comfort_free(struct CoComfort *comfort)
{
    if (comfort == NULL)
        return;
    ledger_clear(&comfort->groups);
    ledger_clear(&comfort->paths);
    ledger_clear(&comfort->offices);
    g_free(comfort->load);
    g_free(comfort);
}

static int64_t points_of_group(const CoState *s, int group)
{
    const CoStateGroup *grp = &s->groups[group];
    if (grp->class_idx < 0)
        return 0;
    CoCalendar calendar = grp->calendar;
    CoGrpGroup plain = {.class_idx = grp->class_idx,
                        .room = calendar.room,
                        .pattern = calendar.pattern,
                        .team = calendar.team,
                        .n_items = grp->n_items,
                        .items = grp->items,
                        .virtual_starts = calendar.virtual_starts};
    return co_group_comfort(s->grouping, &plain);
}

static int64_t points_of_path(const CoState *s, int path)
{
    const CoGrouping *g = s->grouping;
    int *load = s->comfort->load;
    memset(load, 0, sizeof *load * (size_t)MAX(g->n_trainers, 1));
    for (int k = 0; k < s->n_groups; k++) {
        const CoStateGroup *grp = &s->groups[k];
        if (grp->class_idx < 0 || g->classes[grp->class_idx].path != path)
            continue;
        const CoGrpClass *cls = &g->classes[grp->class_idx];
        for (int i = 0; i < cls->team_size; i++)
            load[cls->teams[grp->calendar.team].trainer[i]] += cls->n_sync_slots;
    }
    return co_spread_comfort(load, g->n_trainers);
}

static int64_t points_of_office(const CoState *s, int office)
{
    return co_office_comfort(s->grouping, office,
                             s->office_load + (size_t)office * (size_t)s->grouping->n_slots);
}

static void settle(const CoState *s, Ledger *ledger, int64_t (*points)(const CoState *, int))
{
    for (guint k = 0; k < ledger->list->len; k++) {
        int thing = g_array_index(ledger->list, int, k);
        int64_t *known = &g_array_index(ledger->points, int64_t, thing);
        s->comfort->total -= *known;
        *known = points(s, thing);
        s->comfort->total += *known;
        g_array_index(ledger->touched, bool, thing) = false;
    }
    g_array_set_size(ledger->list, 0);
}

int64_t co_comfort_measured(const CoState *s)
{
    settle(s, &s->comfort->groups, points_of_group);
    settle(s, &s->comfort->paths, points_of_path);
    settle(s, &s->comfort->offices, points_of_office);
    return s->comfort->total;
}

/* ---- what no plan goes below ---- */

static int64_t fewest_wednesdays(const CoGrouping *g, const CoGrpClass *cls)
{
    int64_t least = INT64_MAX;
    for (int p = 0; p < cls->n_patterns && least > 0; p++)
        least = MIN(least, co_wednesday_comfort(g, &cls->patterns[p]));
    return cls->n_patterns == 0 || !cls->patterns_complete ? 0 : least;
}

/* However many groups share the persons of a class, sizes are off by what does not divide. */
static int64_t bound_of_class(const CoGrouping *g, const CoGrpClass *cls)
{
    int64_t persons = 0, least = INT64_MAX, each = fewest_wednesdays(g, cls);
    for (int k = 0; k < cls->n_items; k++)
        persons += g->items[cls->items[k]].n_persons;
    if (cls->max_size <= 0)
        return 0;
    int64_t first = MAX((persons + cls->max_size - 1) / cls->max_size, cls->min_groups);
    int64_t last = cls->max_groups >= 0 ? cls->max_groups : first + persons;
    for (int64_t n = first; n <= last; n++)
        least = MIN(least, n * each + ABS(persons - n * cls->target_size));
    return least == INT64_MAX ? 0 : least;
}

int64_t co_comfort_bound(const CoGrouping *g)
{
    int64_t bound = 0;
    for (int c = 0; c < g->n_classes; c++)
        bound += bound_of_class(g, &g->classes[c]);
    return bound;
}
