/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "restart.h"

#include <glib.h>

#include "calendar.h"
#include "virtual.h"

static void reopen(CoSearch *search, const CoGrpGroup *from, int64_t *price)
{
    const CoGrouping *g = search->grouping;
    CoState *s = search->state;
    CoCalendar calendar = {.room = from->room, .pattern = from->pattern, .team = from->team};
    co_virtual_price(g, from->class_idx, &calendar, from->items, from->n_items,
                     search->penalties.unplaced, price);
    if (!co_calendar_date(s, from->class_idx, from->lock, price, &calendar))
        return;
    int group = co_state_open_group(s, from->class_idx, from->lock, &calendar);
    for (int i = 0; i < from->n_items; i++)
        if (co_state_can_seat(s, from->items[i], group))
            co_state_seat(s, from->items[i], group);
}

void co_search_restart(CoSearch *search, const CoGroupingPlan *plan)
{
    const CoGrouping *g = search->grouping;
    CoState *s = search->state;
    g_autofree int64_t *price = g_new(int64_t, (size_t)MAX(g->n_slots, 1));
    co_state_clear(s);
    for (int k = 0; k < plan->n_groups; k++)
        reopen(search, &plan->groups[k], price);
    for (int c = 0; c < g->n_classes; c++)
        co_seat_class(s, c, &search->penalties);
    co_search_note(search);
    co_state_forget(s);
}
