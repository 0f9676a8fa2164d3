/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

void co_check_r07_workload(CoInspection *inspection)
{
    const CoCampaign *campaign = inspection->campaign;
    g_autofree int64_t *half_days = g_new0(int64_t, (gsize)campaign->n_trainers);
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        for (int s = 0; s < team->n_sittings; s++) {
            for (int i = 0; i < team->n_trainers; i++)
                half_days[team->trainers[i]] += co_sitting_half_days(&team->sittings[s]);
        }
    }
    for (int t = 0; t < campaign->n_trainers; t++) {
        int most = campaign->trainers[t].max_half_days;
        if (most < 0 || half_days[t] <= most)
            continue;
        CoViolation violation = co_violation(CO_R07, CO_BREACH_WORKLOAD);
        violation.trainer_idx = t;
        violation.found = half_days[t];
        violation.allowed = most;
        co_inspection_report(inspection, violation);
    }
}
