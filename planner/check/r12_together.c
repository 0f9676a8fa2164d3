/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

static void report_split(CoInspection *inspection, int person_idx, int first_group_idx)
{
    const CoPerson *person = &inspection->campaign->people[person_idx];
    CoViolation violation = co_violation(CO_R12, CO_BREACH_SPLIT);
    violation.group_idx = inspection->team_of_person[person_idx];
    violation.other_group_idx = first_group_idx;
    violation.person_idx = person_idx;
    violation.establishment_idx = person->establishment_idx;
    violation.path_idx = person->path_idx;
    co_inspection_report(inspection, violation);
}

void co_check_r12_together(CoInspection *inspection)
{
    const CoCampaign *campaign = inspection->campaign;
    if (!campaign->parameters.group_by_establishment)
        return;
    /* The first person of each establishment and path, 1-based; the others must be there too. */
    size_t n_paths = (size_t)campaign->n_paths;
    size_t n_establishments = (size_t)campaign->n_establishments;
    g_autofree int *first = g_new0(int, n_paths *n_establishments);
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        if (!co_person_needs_group(campaign, i) || person->establishment_idx < 0)
            continue;
        int *leader =
            &first[n_paths * (size_t)person->establishment_idx + (size_t)person->path_idx];
        if (*leader == 0)
            *leader = i + 1;
        int group_idx = inspection->team_of_person[*leader - 1];
        if (inspection->team_of_person[i] != group_idx)
            report_split(inspection, i, group_idx);
    }
}
