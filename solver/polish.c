/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "polish.h"

#include <glib.h>

#include <math.h>

#include "bits.h"
#include "evaluate.h"
#include "lp.h"

#define MAX_ITEMS 700 /* past this the model costs more than it brings */

/* One possible seat: a column of the model. */
typedef struct Seat {
    int item, group;
} Seat;

typedef struct Polish {
    const CoGrouping *g;
    const CoPenalties *penalties;
    CoState *state; /* the plan's calendars, nobody seated */
    CoLp *lp;
    GArray *seats;  /* of Seat, by column; the columns of the unplaced follow */
    int *first_out; /* column of each item's "unplaced" */
} Polish;

static const Seat *seat_at(const Polish *p, int col)
{
    return &g_array_index(p->seats, Seat, (guint)col);
}

static void add_row(Polish *p, GArray *cols, GArray *values, double lower, double upper)
{
    CoLpTerms terms = {(int)cols->len, (const int *)(void *)cols->data,
                       (const double *)(void *)values->data};
    if (cols->len > 0)
        co_lp_add_row(p->lp, NULL, lower, upper, &terms);
    g_array_set_size(cols, 0);
    g_array_set_size(values, 0);
}

static void add_term(GArray *cols, GArray *values, int col, double value)
{
    g_array_append_val(cols, col);
    g_array_append_val(values, value);
}

/* Columns: every seat that calendar, lock and teaching allow. */
static void seat_columns(Polish *p)
{
    for (int i = 0; i < p->g->n_items; i++)
        for (int k = 0; k < p->state->n_groups; k++) {
            if (p->state->groups[k].class_idx != p->g->items[i].class_idx ||
                !co_state_can_seat(p->state, i, k))
                continue;
            Seat seat = {i, k};
            g_array_append_val(p->seats, seat);
            int64_t price = co_seat_price(p->state, p->penalties, i, k);
            int col = co_lp_add_col(p->lp, NULL, 0, 1, (double)price);
            co_lp_set_integer(p->lp, col);
        }
}

static void r14_once(Polish *p, GArray *cols, GArray *values)
{
    int next = 0;
    for (int i = 0; i < p->g->n_items; i++) {
        for (; next < (int)p->seats->len && seat_at(p, next)->item == i; next++)
            add_term(cols, values, next, 1);
        /* Twice the search's price: one person more is worth any detour of the others. */
        double price = 2.0 * (double)p->penalties->unplaced * (double)p->g->items[i].weight;
        bool locked = p->g->items[i].lock >= 0;
        p->first_out[i] = co_lp_add_col(p->lp, NULL, 0, locked ? 0 : 1, price);
        add_term(cols, values, p->first_out[i], 1);
        add_row(p, cols, values, 1, 1);
    }
}

static void r02_sizes(Polish *p, GArray *cols, GArray *values)
{
    for (int k = 0; k < p->state->n_groups; k++) {
        const CoStateGroup *grp = &p->state->groups[k];
        if (grp->class_idx < 0)
            continue;
        const CoGrpClass *cls = &p->g->classes[grp->class_idx];
        int capacity = co_group_capacity(cls, grp->calendar.room);
        for (int col = 0; col < (int)p->seats->len; col++)
            if (seat_at(p, col)->group == k)
                add_term(cols, values, col, p->g->items[seat_at(p, col)->item].n_persons);
        if (cols->len == 0 && cls->min_size > 0)
            add_term(cols, values, 0, 0); /* nobody can sit there: the row must fail */
        add_row(p, cols, values, cls->min_size, capacity);
    }
}

static const CoSlotWord *away_of(const Polish *p, int group)
{
    return p->state->away_slots + (size_t)group * (size_t)p->g->n_words;
}

/* Limits by slot of one set (office or heads): rows only where all could exceed the limit. */
/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static void limit_rows(Polish *p, const int *set_of_item, const int *persons, int set, int limit,
                       const int16_t *base, GArray *cols, GArray *values)
{
    for (int slot = 0; slot < p->g->n_slots; slot++) {
        int last = -1;
        double most = 0;
        for (int col = 0; col < (int)p->seats->len; col++) {
            int item = seat_at(p, col)->item;
            if (set_of_item[item] != set || persons[item] == 0 ||
                !co_bits_test(away_of(p, seat_at(p, col)->group), slot))
                continue;
            add_term(cols, values, col, persons[item]);
            most += item != last ? persons[item] : 0;
            last = item;
        }
        int left = limit - base[slot];
        if (most <= left) {
            g_array_set_size(cols, 0);
            g_array_set_size(values, 0);
        }
        add_row(p, cols, values, -CO_LP_INF, left);
    }
}

/* R08 and R09. Only sets with members among the items matter. */
static void r08_r09_limits(Polish *p, GArray *cols, GArray *values)
{
    const CoGrouping *g = p->g;
    size_t n = (size_t)MAX(g->n_items, 1);
    g_autofree int *office = g_new(int, n), *heads = g_new(int, n);
    g_autofree int *service = g_new(int, n), *n_heads = g_new(int, n);
    for (int i = 0; i < g->n_items; i++) {
        office[i] = g->items[i].office;
        heads[i] = g->items[i].heads;
        service[i] = g->items[i].n_service;
        n_heads[i] = g->items[i].n_heads;
    }
    for (int o = 0; o < g->n_offices; o++)
        if (g->office_limit[o] >= 0)
            limit_rows(p, office, service, o, g->office_limit[o],
                       p->state->office_load + (size_t)o * (size_t)g->n_slots, cols, values);
    for (int h = 0; h < g->n_heads; h++)
        limit_rows(p, heads, n_heads, h, g->heads_limit[h],
                   p->state->heads_load + (size_t)h * (size_t)g->n_slots, cols, values);
}

static void r03_absences(Polish *p, GArray *cols, GArray *values)
{
    const CoGrouping *g = p->g;
    for (int k = 0; k < p->state->n_groups && g->max_absent > 0; k++) {
        const CoStateGroup *grp = &p->state->groups[k];
        for (int v = 0; grp->class_idx >= 0 && v < g->classes[grp->class_idx].n_virtual; v++) {
            for (int col = 0; col < (int)p->seats->len; col++) {
                const CoGrpItem *it = &g->items[seat_at(p, col)->item];
                if (seat_at(p, col)->group != k)
                    continue;
                int absent = co_item_absent(it, &g->classes[grp->class_idx].virtuals[v],
                                            grp->calendar.virtual_starts[v]);
                if (absent > 0)
                    add_term(cols, values, col, absent);
            }
            add_row(p, cols, values, -CO_LP_INF, g->max_absent);
        }
    }
}

static void read_seats(Polish *p, const double *x)
{
    for (int col = 0; col < (int)p->seats->len; col++) {
        const Seat *seat = seat_at(p, col);
        if (x[col] > 0.5 && p->state->group_of[seat->item] < 0 &&
            co_state_can_seat(p->state, seat->item, seat->group))
            co_state_seat(p->state, seat->item, seat->group);
    }
}

static void empty_seats(CoState *s)
{
    for (int i = 0; i < s->grouping->n_items; i++)
        if (s->group_of[i] >= 0)
            co_state_unseat(s, i);
}

bool co_polish_members(CoSearch *search)
{
    if (!search->best->found || search->grouping->car_seats > 0 ||
        search->grouping->n_items > MAX_ITEMS)
        return false;
    CoState *s = search->state;
    co_state_clear(s);
    co_state_load(s, search->best->groups, search->best->n_groups);
    empty_seats(s);
    Polish p = {
        .g = search->grouping, .penalties = &search->penalties, .state = s, .lp = co_lp_new()};
    p.seats = g_array_new(FALSE, FALSE, sizeof(Seat));
    p.first_out = g_new(int, (size_t)MAX(search->grouping->n_items, 1));
    GArray *cols = g_array_new(FALSE, FALSE, sizeof(int));
    GArray *values = g_array_new(FALSE, FALSE, sizeof(double));
    seat_columns(&p);
    r14_once(&p, cols, values);
    r02_sizes(&p, cols, values);
    r08_r09_limits(&p, cols, values);
    r03_absences(&p, cols, values);
    CoLpOptions options = CO_LP_OPTIONS_INIT;
    options.iteration_limit = 20000;
    options.time_limit_s = co_budget_seconds_left(search->budget);
    options.cancel = search->budget->cancel;
    g_auto(CoLpResult) result = {0};
    co_lp_solve_mip(p.lp, &options, &result);
    search->budget->work += result.iterations / 10;
    if (result.x != NULL)
        read_seats(&p, result.x);
    g_array_unref(cols);
    g_array_unref(values);
    g_array_unref(p.seats);
    g_free(p.first_out);
    co_lp_free(p.lp);
    co_state_forget(s);
    return co_search_note(search);
}
