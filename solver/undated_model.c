/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undated_model.h"

#include <glib.h>

#include <math.h>

#include "bits.h"
#include "evaluate.h"

/* Terms of one row being gathered. */
typedef struct Row {
    GArray *at, *values;
} Row;

static Row row_new(void)
{
    return (Row){g_array_new(FALSE, FALSE, sizeof(int)), g_array_new(FALSE, FALSE, sizeof(double))};
}

static void row_term(Row *row, int col, double value)
{
    if (col < 0)
        return;
    g_array_append_val(row->at, col);
    g_array_append_val(row->values, value);
}

/* Adds lower <= row <= upper to the model and empties the row. @return its index */
static int row_flush(CoLp *lp, Row *row, double lower, double upper)
{
    CoLpTerms terms = {(int)row->at->len, (const int *)(void *)row->at->data,
                       (const double *)(void *)row->values->data};
    int index = co_lp_add_row(lp, NULL, lower, upper, &terms);
    g_array_set_size(row->at, 0);
    g_array_set_size(row->values, 0);
    return index;
}

static void row_clear(Row *row)
{
    g_array_unref(row->at);
    g_array_unref(row->values);
}

/* ---- what survives when dates are dropped ---- */

static bool room_can_hold(const CoGrouping *g, const CoGrpClass *cls, int room,
                          const CoGrpPattern *p)
{
    return !co_bits_meet(g->room_busy[cls->rooms[room]], p->slots, g->n_words);
}

bool co_undated_dates_suit(const CoGrouping *g, const CoGrpClass *cls, int item, int room)
{
    if (!cls->patterns_complete)
        return true;
    const CoGrpItem *it = item >= 0 ? &g->items[item] : NULL;
    for (int k = 0; k < cls->n_patterns; k++) {
        const CoGrpPattern *p = &cls->patterns[k];
        if (it != NULL && (p->deadline_slot >= it->cutover_slot ||
                           co_bits_meet(it->busy_away, p->slots, g->n_words)))
            continue;
        if (room < 0 || room_can_hold(g, cls, room, p))
            return true;
    }
    return false;
}

/* Persons of the item's class who may share its cars, itself included. */
static int cluster_persons(const CoGrouping *g, const CoGrpItem *it)
{
    const CoGrpClass *cls = &g->classes[it->class_idx];
    int n = 0;
    for (int k = 0; k < cls->n_items; k++)
        n += g->items[cls->items[k]].cluster == it->cluster ? g->items[cls->items[k]].n_persons : 0;
    return n;
}

double co_undated_least_cost(const CoGrouping *g, int item, int room)
{
    const CoGrpItem *it = &g->items[item];
    int n_profiles = g->classes[it->class_idx].n_profiles;
    bool shares = g->car_seats > 0 && it->cluster >= 0;
    int seats = g->car_seats, together = shares ? cluster_persons(g, it) : 0;
    double least = INFINITY;
    for (int f = 0; f < n_profiles; f++) {
        double cost = (double)it->cost[room * n_profiles + f];
        if (shares && together > it->n_persons) {
            /* A group of n pays ceil(n/k) cars: at least 1/k a head, and 1/N when all N fit in one
             * car. */
            int cars = (it->n_persons + seats - 1) / seats;
            double part = (double)it->n_persons / MIN(seats, together);
            cost += (part - cars) * (double)it->mileage[room * n_profiles + f];
        }
        least = MIN(least, cost);
    }
    return least;
}

double co_undated_least_team_cost(const CoGrouping *g, int class_idx, int room, int team)
{
    int64_t least = INT64_MAX;
    for (int f = 0; f < g->classes[class_idx].n_profiles; f++)
        least = MIN(least, co_team_cost(g, class_idx, room, f, team));
    return (double)least;
}

static int slots_of(const CoGrouping *g, const CoGrpClass *cls, bool fm1)
{
    int n = 0;
    const CoGrpPattern *p = &cls->patterns[0]; /* every pattern of a class fills as many */
    CO_BITS_EACH(slot, fm1 ? p->fm1_slots : p->slots, g->n_words)
    n++;
    return n;
}

/* ---- columns ---- */

static int n_places(const CoGrpClass *cls)
{
    return MAX(cls->n_rooms, cls->n_in_person == 0 ? 1 : 0);
}

static int place_capacity(const CoGrpClass *cls, int place)
{
    return co_group_capacity(cls, cls->n_in_person == 0 ? -1 : place);
}

static int class_persons(const CoGrouping *g, const CoGrpClass *cls)
{
    int n = 0;
    for (int k = 0; k < cls->n_items; k++)
        n += g->items[cls->items[k]].n_persons;
    return n;
}

static void count_columns(CoUndatedModel *m, CoUndatedClass *uc)
{
    const CoGrpClass *cls = &m->grouping->classes[uc->class_idx];
    int most = class_persons(m->grouping, cls) / MAX(cls->min_size, 1);
    if (cls->max_groups >= 0)
        most = MIN(most, cls->max_groups);
    most = MAX(most, cls->min_groups);
    uc->count = g_new(int, (size_t)MAX(n_places(cls), 1));
    for (int r = 0; r < n_places(cls); r++) {
        bool usable = cls->n_teams > 0 && cls->n_patterns > 0 && place_capacity(cls, r) > 0 &&
                      co_undated_dates_suit(m->grouping, cls, -1, cls->n_in_person == 0 ? -1 : r);
        uc->count[r] = usable ? co_lp_add_col(m->lp, NULL, 0, most, (double)cls->group_cents) : -1;
        if (usable)
            co_lp_set_integer(m->lp, uc->count[r]);
    }
}

static void member_columns(CoUndatedModel *m, CoUndatedClass *uc, bool may_leave_out)
{
    const CoGrouping *g = m->grouping;
    const CoGrpClass *cls = &g->classes[uc->class_idx];
    int places = n_places(cls);
    uc->member = g_new(int, (size_t)MAX(cls->n_items * places, 1));
    uc->out = g_new(int, (size_t)MAX(cls->n_items, 1));
    for (int k = 0; k < cls->n_items; k++) {
        const CoGrpItem *it = &g->items[cls->items[k]];
        uc->out[k] = may_leave_out ? co_lp_add_col(m->lp, NULL, 0, 1, 0) : -1;
        for (int r = 0; r < places; r++) {
            int room = cls->n_in_person == 0 ? -1 : r;
            bool possible = uc->count[r] >= 0 && (room < 0 || it->room_ok[r]) &&
                            it->n_persons <= place_capacity(cls, r) &&
                            co_undated_dates_suit(g, cls, cls->items[k], room);
            double cost = room < 0 || !possible ? 0 : co_undated_least_cost(g, cls->items[k], r);
            uc->member[k * places + r] = possible ? co_lp_add_col(m->lp, NULL, 0, 1, cost) : -1;
        }
    }
}

static void team_columns(CoUndatedModel *m, CoUndatedClass *uc)
{
    const CoGrpClass *cls = &m->grouping->classes[uc->class_idx];
    int places = n_places(cls);
    uc->team = g_new(int, (size_t)MAX(cls->n_teams * places, 1));
    for (int t = 0; t < cls->n_teams; t++)
        for (int r = 0; r < places; r++) {
            double cost = cls->n_in_person == 0
                              ? 0
                              : co_undated_least_team_cost(m->grouping, uc->class_idx, r, t);
            uc->team[t * places + r] =
                uc->count[r] < 0 ? -1 : co_lp_add_col(m->lp, NULL, 0, CO_LP_INF, cost);
        }
}

/* ---- rows ---- */

/* R14: each item in one room, or out. */
static void r14_once_rows(CoUndatedModel *m, const CoUndatedClass *uc)
{
    const CoGrpClass *cls = &m->grouping->classes[uc->class_idx];
    Row row = row_new();
    for (int k = 0; k < cls->n_items; k++) {
        for (int r = 0; r < n_places(cls); r++)
            row_term(&row, uc->member[k * n_places(cls) + r], 1);
        row_term(&row, uc->out[k], 1);
        row_flush(m->lp, &row, 1, 1);
    }
    row_clear(&row);
}

/* R02: seats and minimum size of the groups of a room together, and no member without a group. */
static void r02_size_rows(CoUndatedModel *m, const CoUndatedClass *uc)
{
    const CoGrouping *g = m->grouping;
    const CoGrpClass *cls = &g->classes[uc->class_idx];
    int places = n_places(cls);
    Row row = row_new();
    for (int r = 0; r < places; r++) {
        if (uc->count[r] < 0)
            continue;
        for (int k = 0; k < cls->n_items; k++) {
            if (uc->member[k * places + r] < 0)
                continue;
            row_term(&row, uc->member[k * places + r], 1);
            row_term(&row, uc->count[r], -1);
            row_flush(m->lp, &row, -CO_LP_INF, 0);
        }
        for (int sign = 0; sign < 2; sign++) {
            for (int k = 0; k < cls->n_items; k++)
                row_term(&row, uc->member[k * places + r], g->items[cls->items[k]].n_persons);
            row_term(&row, uc->count[r], sign == 0 ? -place_capacity(cls, r) : -cls->min_size);
            row_flush(m->lp, &row, sign == 0 ? -CO_LP_INF : 0, sign == 0 ? 0 : CO_LP_INF);
        }
    }
    row_clear(&row);
}

/* R06: every group has a team. */
static void r06_team_rows(CoUndatedModel *m, const CoUndatedClass *uc)
{
    const CoGrpClass *cls = &m->grouping->classes[uc->class_idx];
    int places = n_places(cls);
    Row row = row_new();
    for (int r = 0; r < places; r++) {
        if (uc->count[r] < 0)
            continue;
        for (int t = 0; t < cls->n_teams; t++)
            row_term(&row, uc->team[t * places + r], 1);
        row_term(&row, uc->count[r], -1);
        row_flush(m->lp, &row, 0, 0);
    }
    row_clear(&row);
}

/* R11, and the groups that seating everybody needs. */
static void r11_count_rows(CoUndatedModel *m, const CoUndatedClass *uc, bool may_leave_out)
{
    const CoGrpClass *cls = &m->grouping->classes[uc->class_idx];
    int largest = 0, least = cls->min_groups;
    Row row = row_new();
    for (int r = 0; r < n_places(cls); r++) {
        row_term(&row, uc->count[r], 1);
        if (uc->count[r] >= 0)
            largest = MAX(largest, place_capacity(cls, r));
    }
    if (!may_leave_out && largest > 0)
        least = MAX(least, (class_persons(m->grouping, cls) + largest - 1) / largest);
    row_flush(m->lp, &row, least, cls->max_groups >= 0 ? cls->max_groups : CO_LP_INF);
    row_clear(&row);
}

/* R07: half-days of each trainer. */
static void r07_load_rows(CoUndatedModel *m)
{
    const CoGrouping *g = m->grouping;
    Row row = row_new();
    for (int t = 0; t < g->n_trainers; t++) {
        if (g->trainers[t].max_slots < 0)
            continue;
        for (int c = 0; c < m->n_classes; c++) {
            const CoUndatedClass *uc = &m->classes[c];
            const CoGrpClass *cls = &g->classes[uc->class_idx];
            for (int k = 0; k < cls->n_teams * cls->team_size; k++)
                if (cls->teams[k / cls->team_size].trainer[k % cls->team_size] == t)
                    for (int r = 0; r < n_places(cls); r++)
                        row_term(&row, uc->team[k / cls->team_size * n_places(cls) + r],
                                 cls->n_sync_slots);
        }
        if (row.at->len > 0)
            row_flush(m->lp, &row, -CO_LP_INF, g->trainers[t].max_slots);
    }
    row_clear(&row);
}

/* R01: the groups of a room together fit in its free slots. */
static void r01_room_rows(CoUndatedModel *m)
{
    const CoGrouping *g = m->grouping;
    Row row = row_new();
    for (int room = 0; room < g->n_rooms; room++) {
        int n_free = 0;
        for (int slot = 0; slot < g->n_slots; slot++)
            n_free += !co_bits_test(g->room_busy[room], slot);
        for (int c = 0; c < m->n_classes; c++) {
            const CoGrpClass *cls = &g->classes[m->classes[c].class_idx];
            for (int r = 0; r < cls->n_rooms; r++)
                if (cls->rooms[r] == room && m->classes[c].count[r] >= 0)
                    row_term(&row, m->classes[c].count[r], slots_of(g, cls, false));
        }
        if (row.at->len > 0)
            row_flush(m->lp, &row, -CO_LP_INF, n_free);
    }
    row_clear(&row);
}

/* R05: all groups together fit in what FM1 carries. */
static void r05_fm1_row(CoUndatedModel *m)
{
    const CoGrouping *g = m->grouping;
    Row row = row_new();
    double capacity = 0;
    for (int slot = 0; slot < g->n_slots; slot++)
        capacity += g->fm1_capacity[slot];
    for (int c = 0; c < m->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[m->classes[c].class_idx];
        for (int r = 0; r < n_places(cls); r++)
            if (m->classes[c].count[r] >= 0)
                row_term(&row, m->classes[c].count[r], slots_of(g, cls, true));
    }
    if (row.at->len > 0)
        row_flush(m->lp, &row, -CO_LP_INF, capacity);
    row_clear(&row);
}

static void unplaced_row(CoUndatedModel *m)
{
    Row row = row_new();
    for (int c = 0; c < m->n_classes; c++) {
        const CoGrpClass *cls = &m->grouping->classes[m->classes[c].class_idx];
        for (int k = 0; k < cls->n_items; k++)
            row_term(&row, m->classes[c].out[k], (double)m->grouping->items[cls->items[k]].weight);
    }
    m->unplaced_row = row_flush(m->lp, &row, 0, CO_LP_INF);
    row_clear(&row);
}

CoUndatedModel *co_undated_model_new(const CoGrouping *grouping, const int *classes, int n_classes,
                                     bool may_leave_out)
{
    CoUndatedModel *m = g_new0(CoUndatedModel, 1);
    m->grouping = grouping;
    m->lp = co_lp_new();
    m->n_classes = n_classes;
    m->classes = g_new0(CoUndatedClass, (size_t)MAX(n_classes, 1));
    for (int c = 0; c < n_classes; c++) {
        CoUndatedClass *uc = &m->classes[c];
        uc->class_idx = classes[c];
        count_columns(m, uc);
        member_columns(m, uc, may_leave_out);
        team_columns(m, uc);
        r14_once_rows(m, uc);
        r02_size_rows(m, uc);
        r06_team_rows(m, uc);
        r11_count_rows(m, uc, may_leave_out);
    }
    r07_load_rows(m);
    r01_room_rows(m);
    r05_fm1_row(m);
    unplaced_row(m);
    return m;
}

void co_undated_model_minimise_unplaced(CoUndatedModel *m)
{
    for (int col = 0; col < co_lp_n_cols(m->lp); col++)
        co_lp_set_cost(m->lp, col, 0);
    for (int c = 0; c < m->n_classes; c++) {
        const CoGrpClass *cls = &m->grouping->classes[m->classes[c].class_idx];
        for (int k = 0; k < cls->n_items; k++)
            if (m->classes[c].out[k] >= 0)
                co_lp_set_cost(m->lp, m->classes[c].out[k],
                               (double)m->grouping->items[cls->items[k]].weight);
    }
}

void co_undated_model_free(CoUndatedModel *m)
{
    if (m == NULL)
        return;
    for (int c = 0; c < m->n_classes; c++) {
        g_free(m->classes[c].count);
        g_free(m->classes[c].member);
        g_free(m->classes[c].out);
        g_free(m->classes[c].team);
    }
    g_free(m->classes);
    co_lp_free(m->lp);
    g_free(m);
}
