/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R17: nothing new earlier than the blocking notice. Locked dates are exempt: r13_locks.c. */
#include "rule_models.h"

void co_r17_notice(CoEngineProblem *problem)
{
    const CoParameters *parameters = &problem->campaign->parameters;
    problem->first_slot = 0;
    if (co_is_relaxed(problem, CO_RULE_BIT(CO_R17)) || parameters->convocation_day == CO_DAY_NONE)
        return;
    CoDay first_day = parameters->convocation_day + parameters->notice_block_days;
    problem->first_slot = MAX(co_slot_of_day(problem, first_day), 0);
}
