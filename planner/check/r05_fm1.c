/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include "absences.h"

/* @return the window that holds the day, NULL = FM1 is closed */
static const CoFm1Window *window_of(const CoCampaign *campaign, CoDay day)
{
    for (int i = 0; i < campaign->n_fm1_windows; i++) {
        const CoFm1Window *window = &campaign->fm1_windows[i];
        if (day >= window->first_day && day <= window->last_day)
            return window;
    }
    return NULL;
}

static void check_team(CoInspection *inspection, const CoTeam *team, GArray *users)
{
    for (int s = 0; s < team->n_sittings; s++) {
        const CoSitting *sitting = &team->sittings[s];
        if (sitting->module == NULL || !sitting->module->fm1 || !sitting->dated)
            continue;
        if (window_of(inspection->campaign, sitting->day) == NULL)
            co_inspection_report(inspection,
                                 co_sitting_violation(team, sitting, CO_R05, CO_BREACH_FM1_CLOSED));
        else
            co_tally_add(users, 0, sitting, team->group_idx);
    }
}

void co_check_r05_fm1(CoInspection *inspection)
{
    g_autoptr(GArray) users = g_array_new(FALSE, FALSE, sizeof(CoTally));
    for (int g = 0; g < inspection->n_teams; g++)
        check_team(inspection, &inspection->teams[g], users);
    co_tally_settle(users);

    guint n_groups;
    for (guint i = 0; i < users->len; i += n_groups) {
        const CoTally *user = &g_array_index(users, CoTally, i);
        CoDay day = co_slot_day(user->slot);
        const CoFm1Window *window = window_of(inspection->campaign, day);
        n_groups = co_tally_run(users, i);
        if ((int64_t)n_groups <= window->max_groups)
            continue;
        CoViolation violation = co_violation(CO_R05, CO_BREACH_FM1_FULL);
        violation.group_idx = user->who;
        violation.day = day;
        violation.halves = co_slot_half(user->slot);
        violation.found = n_groups;
        violation.allowed = window->max_groups;
        co_inspection_report(inspection, violation);
    }
}
