/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include "absences.h"

/* The planned heads and general secretaries of one establishment. */
typedef struct Office {
    bool has_head, has_secretary;
    int n_persons;
} Office;

static bool holds_office(const CoCampaign *campaign, int person_idx, CoOffice office)
{
    const CoPerson *person = &campaign->people[person_idx];
    for (int i = 0; i < person->n_roles; i++) {
        if (campaign->roles[person->role_idx[i]].office == office)
            return true;
    }
    return false;
}

static bool is_in_office(const CoCampaign *campaign, int person_idx)
{
    return co_campaign_person_is_planned(campaign, person_idx) &&
           co_person_establishment(campaign, person_idx) != NULL &&
           (holds_office(campaign, person_idx, CO_OFFICE_HEAD) ||
            holds_office(campaign, person_idx, CO_OFFICE_GENERAL_SECRETARY));
}

static Office *count_offices(const CoCampaign *campaign)
{
    Office *offices = g_new0(Office, (gsize)campaign->n_establishments);
    for (int i = 0; i < campaign->n_people; i++) {
        if (!is_in_office(campaign, i))
            continue;
        Office *office = &offices[campaign->people[i].establishment_idx];
        office->n_persons++;
        office->has_head |= holds_office(campaign, i, CO_OFFICE_HEAD);
        office->has_secretary |= holds_office(campaign, i, CO_OFFICE_GENERAL_SECRETARY);
    }
    return offices;
}

static void add_team(const CoInspection *inspection, const CoTeam *team, GArray *away)
{
    const CoCampaign *campaign = inspection->campaign;
    for (int i = 0; i < team->n_members; i++) {
        int person_idx = team->members[i];
        if (!is_in_office(campaign, person_idx))
            continue;
        for (int s = 0; s < team->n_sittings; s++) {
            if (co_sitting_is_away(inspection, &team->sittings[s]))
                co_tally_add(away, campaign->people[person_idx].establishment_idx,
                             &team->sittings[s], person_idx);
        }
    }
}

void co_check_r09_head(CoInspection *inspection)
{
    if (!inspection->campaign->parameters.head_present)
        return;
    g_autofree Office *offices = count_offices(inspection->campaign);
    g_autoptr(GArray) away = g_array_new(FALSE, FALSE, sizeof(CoTally));
    for (int g = 0; g < inspection->n_teams; g++)
        add_team(inspection, &inspection->teams[g], away);
    co_tally_settle(away);

    guint n_away;
    for (guint i = 0; i < away->len; i += n_away) {
        const CoTally *tally = &g_array_index(away, CoTally, i);
        const Office *office = &offices[tally->place];
        n_away = co_tally_run(away, i);
        /* One person who is both cannot stay and go: there is nobody to keep. */
        bool applies = office->has_head && office->has_secretary && office->n_persons >= 2;
        if (!applies || (int)n_away < office->n_persons)
            continue;
        CoViolation violation = co_violation(CO_R09, CO_BREACH_HEAD_AND_SECRETARY);
        violation.establishment_idx = tally->place;
        violation.day = co_slot_day(tally->slot);
        violation.halves = co_slot_half(tally->slot);
        violation.found = n_away;
        violation.allowed = office->n_persons - 1;
        co_inspection_report(inspection, violation);
    }
}
