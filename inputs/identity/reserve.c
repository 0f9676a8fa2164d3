/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reserve.h"

#include "cohorte/family.h"
#include "inputs/import_context.h"

enum { N_FAMILIES = CO_FAMILY_EREA + 1 };

/* What the establishments that answered need, by family and role. */
typedef struct Needs {
    int n_answered[N_FAMILIES];
    int *persons; /* [family * n_roles + role] */
    int n_roles;
} Needs;

static CoFamily family_of(const CoCampaign *campaign, int establishment_idx)
{
    return co_place_family(campaign->establishments[establishment_idx].place.type);
}

static void count_needs(const CoCampaign *campaign, Needs *needs)
{
    for (int i = 0; i < campaign->n_establishments; i++)
        if (campaign->establishments[i].answered)
            needs->n_answered[family_of(campaign, i)]++;
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        if (person->already_trained || person->reserved || person->n_roles == 0)
            continue;
        int family = (int)family_of(campaign, person->establishment_idx);
        needs->persons[family * needs->n_roles + person->role_idx[0]]++;
    }
}

/* The mean of a family rounded half up; of all establishments when none of the family answered. */
static int expected(const Needs *needs, CoFamily family, int role_idx)
{
    int n_persons = 0, n_answered = 0;
    for (int i = 0; i < N_FAMILIES; i++) {
        if (needs->n_answered[family] > 0 && i != (int)family)
            continue;
        n_persons += needs->persons[i * needs->n_roles + role_idx];
        n_answered += needs->n_answered[i];
    }
    return n_answered == 0 ? 0 : (2 * n_persons + n_answered) / (2 * n_answered);
}

static void add_seats(CoImport *import, int establishment_idx, int role_idx, int n_seats)
{
    CoCampaign *campaign = import->campaign;
    for (int i = 0; i < n_seats; i++) {
        CoPerson *person = co_campaign_add_person(campaign);
        person->establishment_idx = establishment_idx;
        person->n_roles = 1;
        person->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof(int));
        person->reserved = true;
    }
    const CoEstablishment *establishment = &campaign->establishments[establishment_idx];
    if (n_seats > 0)
        co_import_report_at(import, &establishment->origin,
                            (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                        .code = CO_PROBLEM_SEAT_RESERVED,
                                        .value = establishment->uai,
                                        .detail = campaign->roles[role_idx].code,
                                        .number = n_seats});
}

static void reserve_for_silent(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    g_autofree int *persons = g_new0(int, (gsize)(N_FAMILIES * campaign->n_roles) + 1);
    Needs needs = {.persons = persons, .n_roles = campaign->n_roles};
    count_needs(campaign, &needs);
    for (int i = 0; i < campaign->n_establishments; i++) {
        if (campaign->establishments[i].answered)
            continue;
        for (int role = 0; role < campaign->n_roles; role++)
            add_seats(import, i, role, expected(&needs, family_of(campaign, i), role));
    }
}

/* @return the first role of an agency that some path trains: the accounting officer's. -1 = none */
static int accountant_role(const CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_roles; i++)
        if (campaign->roles[i].office == CO_OFFICE_AGENCY &&
            co_campaign_path_for_roles(campaign, &i, 1) >= 0)
            return i;
    return -1;
}

static void judge_agency(CoImport *import, const CoAgency *agency, int role_idx)
{
    int seat = co_keys_find(import->establishments, agency->uai);
    bool kept = import->campaign->parameters.reserve_seats && seat >= 0 && role_idx >= 0;
    co_import_report_at(import, &agency->origin,
                        (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                    .code = CO_PROBLEM_AGENCY_VACANT,
                                    .value = agency->uai});
    if (kept)
        add_seats(import, seat, role_idx, 1);
}

void co_reserve_seats(CoImport *import)
{
    g_return_if_fail(import != NULL);
    const CoCampaign *campaign = import->campaign;
    if (campaign->parameters.reserve_seats)
        reserve_for_silent(import);
    int role_idx = accountant_role(campaign);
    for (int i = 0; i < campaign->n_agencies; i++)
        if (!campaign->agencies[i].accountant_present)
            judge_agency(import, &campaign->agencies[i], role_idx);
}
