/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/readiness.h"

#include "readiness_parts.h"

CoFinding co_finding_new(CoFindingKind kind, CoSeverity severity)
{
    return (CoFinding){.kind = kind,
                       .severity = severity,
                       .academy_idx = -1,
                       .path_idx = -1,
                       .role_idx = -1,
                       .establishment_idx = -1,
                       .person_idx = -1,
                       .trainer_idx = -1};
}

void co_finding_add(CoReadinessWork *work, CoFinding finding)
{
    g_array_append_val(work->findings, finding);
}

/* ---- roles and paths ---- */

static bool role_has_path(const CoCampaign *campaign, int role_idx)
{
    return co_campaign_path_for_roles(campaign, &role_idx, 1) >= 0;
}

/* Persons whom no path trains: a second role with a path is enough. */
static void judge_role(CoReadinessWork *work, int role_idx)
{
    const CoCampaign *campaign = work->campaign;
    CoFinding finding = co_finding_new(CO_FINDING_ROLE_WITHOUT_PATH, CO_SEVERITY_ERROR);
    finding.role_idx = role_idx;
    for (int i = 0; i < campaign->n_people; i++)
        finding.n_persons += campaign->people[i].n_roles > 0 && campaign->people[i].path_idx < 0 &&
                             !campaign->people[i].already_trained &&
                             campaign->people[i].role_idx[0] == role_idx;
    if (finding.n_persons > 0 && !role_has_path(campaign, role_idx))
        co_finding_add(work, finding);
}

static void judge_path(CoReadinessWork *work, int path_idx)
{
    const CoCampaign *campaign = work->campaign;
    bool is_taken = false;
    for (int i = 0; i < campaign->n_people && !is_taken; i++)
        is_taken = campaign->people[i].path_idx == path_idx;
    bool has_role = campaign->paths[path_idx].n_roles > 0;
    CoFinding finding = has_role
                            ? co_finding_new(CO_FINDING_PATH_WITHOUT_PERSON, CO_SEVERITY_NOTICE)
                            : co_finding_new(CO_FINDING_PATH_WITHOUT_ROLE, CO_SEVERITY_WARNING);
    finding.path_idx = path_idx;
    if (!has_role || !is_taken)
        co_finding_add(work, finding);
}

/* ---- order ---- */

/* Worst first; then the means, which concern many, before the single persons. Stable: findings of
 * one kind are added in the order of the tables. */
static int compare_findings(gconstpointer left, gconstpointer right)
{
    const CoFinding *a = left, *b = right;
    if (a->severity != b->severity)
        return (int)b->severity - (int)a->severity;
    return (int)a->kind - (int)b->kind;
}

/* ---- the report ---- */

static CoEngineProblem *build(const CoCampaign *campaign, GError **error)
{
    CoBuildOptions options = {0};
    /* Locked dates are exempt from the notice, and which they are is not known without a plan. */
    if (campaign->n_locks > 0)
        options.relaxed = CO_RULE_BIT(CO_R17);
    return co_engine_build(campaign, &options, error);
}

static void examine(CoReadinessWork *work)
{
    int n_classes = work->problem->grouping.n_classes;
    g_autofree CoDates **dates = g_new0(CoDates *, (gsize)n_classes + 1);
    g_autofree bool *excluded = g_new0(bool, (gsize)work->campaign->n_people + 1);
    work->dates = dates;
    work->excluded = excluded;
    for (int c = 0; c < n_classes; c++)
        dates[c] = co_dates_new(work->problem, c);
    for (int r = 0; r < work->campaign->n_roles; r++)
        judge_role(work, r);
    for (int p = 0; p < work->campaign->n_paths; p++)
        judge_path(work, p);
    co_readiness_needs(work);
    co_readiness_people(work);
    co_readiness_capacity(work);
    co_readiness_shared(work);
    for (int c = 0; c < n_classes; c++)
        co_dates_free(dates[c]);
}

CoReadiness *co_readiness_new(const CoCampaign *campaign, GError **error)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    g_autoptr(CoEngineProblem) problem = build(campaign, error);
    if (problem == NULL)
        return NULL;
    CoReadiness *report = g_new0(CoReadiness, 1);
    CoReadinessWork work = {.campaign = campaign,
                            .problem = problem,
                            .findings = g_array_new(FALSE, FALSE, sizeof(CoFinding)),
                            .capacities = g_array_new(FALSE, FALSE, sizeof(CoCapacity)),
                            .report = report};
    examine(&work);
    g_array_sort(work.findings, compare_findings);
    report->n_findings = (int)work.findings->len;
    report->findings = (CoFinding *)g_array_free(work.findings, FALSE);
    for (int i = 0; i < report->n_findings; i++)
        report->n_of_severity[report->findings[i].severity]++;
    report->n_capacities = (int)work.capacities->len;
    report->capacities = (CoCapacity *)g_array_free(work.capacities, FALSE);
    return report;
}

void co_readiness_free(CoReadiness *readiness)
{
    if (readiness == NULL)
        return;
    for (int i = 0; i < readiness->n_silent; i++)
        g_free((int *)readiness->silent[i].n_persons);
    for (int i = 0; i < readiness->n_capacities; i++)
        g_free(readiness->capacities[i].weeks);
    g_free(readiness->findings);
    g_free(readiness->rates);
    g_free(readiness->profiles);
    g_free(readiness->silent);
    g_free(readiness->capacities);
    g_free(readiness);
}
