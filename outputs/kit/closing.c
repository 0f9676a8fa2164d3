/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "closing.h"

#include <glib.h>

#include "style.h"

const CoClosure *co_closing_on(const CoCampaign *campaign, int academy_idx, CoDay day)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    const CoClosure *found = NULL;
    for (int i = 0; i < campaign->n_closures; i++) {
        const CoClosure *closure = &campaign->closures[i];
        if (day < closure->first_day || day > closure->last_day)
            continue;
        if (closure->academy_idx >= 0 && closure->academy_idx != academy_idx)
            continue;
        if (found == NULL || closure->kind < found->kind)
            found = closure;
    }
    return found;
}

uint32_t co_closing_kind_fill(CoClosureKind kind)
{
    switch (kind) {
    case CO_CLOSURE_PUBLIC_HOLIDAY:
        return CO_FILL_PUBLIC_HOLIDAY;
    case CO_CLOSURE_SCHOOL_HOLIDAY:
        return CO_FILL_SCHOOL_HOLIDAY;
    case CO_CLOSURE_LOCAL:
        return CO_FILL_CLOSED;
    }
    return 0;
}

uint32_t co_closing_fill(const CoCampaign *campaign, int academy_idx, CoDay day)
{
    const CoClosure *closure = co_closing_on(campaign, academy_idx, day);
    if (closure != NULL)
        return co_closing_kind_fill(closure->kind);
    bool is_closed = campaign->parameters.wednesday == CO_WEDNESDAY_CLOSED;
    return is_closed && co_day_weekday(day) == 3 ? CO_FILL_CLOSED : 0;
}
