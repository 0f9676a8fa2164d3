/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/check.h"

enum { WEDNESDAY = 3, SATURDAY = 6 };

static bool closure_holds(const CoCampaign *campaign, const CoClosure *closure, int academy_idx,
                          CoDay day)
{
    if (closure->kind == CO_CLOSURE_SCHOOL_HOLIDAY && !campaign->parameters.close_holidays)
        return false;
    bool meant = closure->academy_idx < 0 || closure->academy_idx == academy_idx;
    return meant && day >= closure->first_day && day <= closure->last_day;
}

bool co_check_slot_is_open(const CoCampaign *campaign, int academy_idx, CoDay day, CoHalves half)
{
    g_return_val_if_fail(campaign != NULL, false);
    const CoParameters *parameters = &campaign->parameters;
    if (half != CO_HALF_AM && half != CO_HALF_PM)
        return false;
    if (day <= CO_DAY_NONE || day < parameters->first_day || day > parameters->last_day)
        return false;
    int weekday = co_day_weekday(day);
    if (weekday >= SATURDAY)
        return false;
    if (weekday == WEDNESDAY && parameters->wednesday == CO_WEDNESDAY_CLOSED)
        return false;
    for (int i = 0; i < campaign->n_closures; i++) {
        if (closure_holds(campaign, &campaign->closures[i], academy_idx, day))
            return false;
    }
    return true;
}
