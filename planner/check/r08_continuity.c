/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

void co_check_r08_continuity(CoInspection *inspection)
{
    for (int i = 0; i < inspection->n_absences; i++) {
        const CoAbsence *absence = &inspection->absences[i];
        int establishment_idx = absence->establishment_idx;
        int limit = co_service_limit(&inspection->campaign->establishments[establishment_idx]);
        if (limit < 0 || absence->n_away <= limit)
            continue;
        CoViolation violation = co_violation(CO_R08, CO_BREACH_SERVICE_EMPTY);
        violation.establishment_idx = establishment_idx;
        violation.day = co_slot_day(absence->slot);
        violation.halves = co_slot_half(absence->slot);
        violation.found = absence->n_away;
        violation.allowed = limit;
        co_inspection_report(inspection, violation);
    }
}
