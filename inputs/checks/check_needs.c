/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cross_checks.h"
#include "inputs/import_context.h"

static void judge_answers(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    for (int i = 0; i < campaign->n_establishments; i++) {
        const CoEstablishment *establishment = &campaign->establishments[i];
        if (!establishment->answered)
            co_import_report_at(import, &establishment->origin,
                                (CoProblem){.severity = CO_SEVERITY_WARNING,
                                            .code = CO_PROBLEM_ANSWER_MISSING,
                                            .column = "uai",
                                            .value = establishment->uai});
    }
}

static void judge_roles(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    for (int role = 0; role < campaign->n_roles; role++) {
        int n_persons = 0;
        for (int i = 0; i < campaign->n_people; i++)
            n_persons +=
                campaign->people[i].path_idx < 0 && campaign->people[i].role_idx[0] == role;
        if (n_persons > 0)
            co_import_report_at(import, &campaign->roles[role].origin,
                                (CoProblem){.severity = CO_SEVERITY_WARNING,
                                            .code = CO_PROBLEM_ROLE_NO_PATH,
                                            .column = "role",
                                            .value = campaign->roles[role].code,
                                            .number = n_persons});
    }
}

static bool path_lists(const CoPath *path, int role_idx)
{
    for (int i = 0; i < path->n_roles; i++)
        if (path->role_idx[i] == role_idx)
            return true;
    return false;
}

static void judge_two_roles(CoImport *import, const CoPerson *person)
{
    const CoCampaign *campaign = import->campaign;
    if (person->n_roles < 2 || person->path_idx < 0)
        return;
    const CoPath *path = &campaign->paths[person->path_idx];
    bool lists_all = true;
    g_autoptr(GString) roles = g_string_new(NULL);
    for (int i = 0; i < person->n_roles; i++) {
        lists_all = lists_all && path_lists(path, person->role_idx[i]);
        g_string_append_printf(roles, "%s%s", i > 0 ? "|" : "",
                               campaign->roles[person->role_idx[i]].code);
    }
    if (!lists_all)
        co_import_report_at(import, &person->origin,
                            (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                        .code = CO_PROBLEM_PERSON_TWO_ROLES,
                                        .column = "role",
                                        .value = roles->str,
                                        .used = path->code});
}

static void judge_people(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    int n_trained = 0;
    for (int i = 0; i < campaign->n_people; i++) {
        judge_two_roles(import, &campaign->people[i]);
        n_trained += campaign->people[i].already_trained;
    }
    if (n_trained > 0)
        co_import_report(import, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                             .code = CO_PROBLEM_ALREADY_TRAINED,
                                             .number = n_trained});
}

/* @return per establishment, how many persons to plan belong to its finance office; (transfer full)
 */
static int *count_service(const CoCampaign *campaign)
{
    int *counts = g_new0(int, (gsize)campaign->n_establishments + 1);
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        bool service = false;
        for (int j = 0; j < person->n_roles; j++)
            service = service || campaign->roles[person->role_idx[j]].service;
        counts[person->establishment_idx] += service && !person->already_trained;
    }
    return counts;
}

/* R08 has no limit where the staff is not known: worth a word where somebody is to go. */
static void judge_staff(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    g_autofree int *n_service = count_service(campaign);
    for (int i = 0; i < campaign->n_establishments; i++) {
        const CoEstablishment *establishment = &campaign->establishments[i];
        if (establishment->staff < 0 && n_service[i] > 0)
            co_import_report_at(import, &establishment->origin,
                                (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                            .code = CO_PROBLEM_STAFF_UNKNOWN,
                                            .column = "effectif_service",
                                            .value = establishment->uai,
                                            .number = n_service[i]});
    }
}

static void judge_trainers(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    for (int i = 0; i < campaign->n_trainers; i++) {
        const CoTrainer *trainer = &campaign->trainers[i];
        if (trainer->person_idx < 0)
            continue;
        const CoPerson *person = &campaign->people[trainer->person_idx];
        co_import_report_at(
            import, &trainer->origin,
            (CoProblem){.severity = CO_SEVERITY_NOTICE,
                        .code = CO_PROBLEM_TRAINER_IS_PARTICIPANT,
                        .action = CO_ACTION_MERGED,
                        .column = "courriel",
                        .value = trainer->code,
                        .used = campaign->establishments[person->establishment_idx].uai});
    }
}

void co_check_needs(CoImport *import)
{
    g_return_if_fail(import != NULL);
    judge_answers(import);
    judge_roles(import);
    judge_people(import);
    judge_staff(import);
    judge_trainers(import);
}
