/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include "trip.h"

static void report_member(CoInspection *inspection, const CoTeam *team, CoBreach breach,
                          int person_idx, int64_t km_milli)
{
    CoViolation violation = co_team_violation(team, CO_R18, breach);
    violation.person_idx = person_idx;
    violation.room_idx = team->group->room_idx;
    if (breach == CO_BREACH_TRIP_TOO_LONG) {
        /* A trip that is too long by less than 1 km must not read as if it were not. */
        violation.found = (km_milli + 999) / 1000;
        violation.allowed = inspection->campaign->parameters.max_trip_km;
    }
    co_inspection_report(inspection, violation);
}

static void check_member(CoInspection *inspection, const CoTeam *team, int person_idx,
                         const CoDistanceBook *book)
{
    const CoCampaign *campaign = inspection->campaign;
    const CoPerson *person = &campaign->people[person_idx];
    if (person->needs_access && !team->room->accessible)
        report_member(inspection, team, CO_BREACH_NOT_ACCESSIBLE, person_idx, 0);
    int max_km = campaign->parameters.max_trip_km;
    if (max_km < 0)
        return;
    const CoPlace *from = co_person_place(campaign, person_idx);
    int64_t km_milli = co_distance_km_milli(book, from, team->group->room_idx);
    if (km_milli > 1000 * (int64_t)max_km)
        report_member(inspection, team, CO_BREACH_TRIP_TOO_LONG, person_idx, km_milli);
}

void co_check_r18_access(CoInspection *inspection)
{
    g_autoptr(CoDistanceBook) book = co_distance_book_new(inspection->campaign);
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        if (team->room == NULL || !co_team_meets_in_person(inspection, team))
            continue;
        for (int i = 0; i < team->n_members; i++)
            check_member(inspection, team, team->members[i], book);
    }
}
