/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random_steps.h"

bool co_random_calendar(const CoState *state, GRand *rand, int *class_idx, CoCalendar *calendar)
{
    const CoGrouping *g = state->grouping;
    *class_idx = g_rand_int_range(rand, 0, g->n_classes);
    const CoGrpClass *cls = &g->classes[*class_idx];
    *calendar = (CoCalendar){.room = -1};
    if (cls->n_patterns == 0 || cls->n_teams == 0 || (cls->n_in_person > 0 && cls->n_rooms == 0))
        return false;
    if (cls->n_in_person > 0)
        calendar->room = g_rand_int_range(rand, 0, cls->n_rooms);
    calendar->pattern = g_rand_int_range(rand, 0, cls->n_patterns);
    calendar->team = g_rand_int_range(rand, 0, cls->n_teams);
    for (int v = 0; v < cls->n_virtual; v++)
        calendar->virtual_starts[v] = g_rand_int_range(rand, 0, g->n_slots - 1);
    return co_state_can_hold(state, *class_idx, calendar);
}
