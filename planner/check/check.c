/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/check.h"

#include "inspection.h"
#include "rules.h"
#include "tiers.h"

typedef void (*RuleFn)(CoInspection *inspection);

static const RuleFn rules[] = {
    co_check_r01_overlap,    co_check_r02_size,        co_check_r03_availability,
    co_check_r04_order,      co_check_r05_fm1,         co_check_r06_trainers,
    co_check_r07_workload,   co_check_r08_continuity,  co_check_r09_head,
    co_check_r10_milestones, co_check_r11_group_count, co_check_r12_together,
    co_check_r13_locks,      co_check_r14_one_group,   co_check_r15_constancy,
    co_check_r16_academy,    co_check_r17_notice,      co_check_r18_access,
};
G_STATIC_ASSERT(G_N_ELEMENTS(rules) == CO_RULE_END - CO_R01);

/* Everything about a violation but its halves, most significant first. */
enum { N_KEYS = 16 };
static void key_of(const CoViolation *violation, int64_t key[N_KEYS])
{
    const int64_t parts[N_KEYS] = {
        violation->rule,          violation->group_idx,       violation->day,
        violation->breach,        violation->other_group_idx, violation->person_idx,
        violation->trainer_idx,   violation->room_idx,        violation->establishment_idx,
        violation->module_idx,    violation->path_idx,        violation->academy_idx,
        violation->milestone_idx, violation->lock_idx,        violation->found,
        violation->allowed,
    };
    for (int i = 0; i < N_KEYS; i++)
        key[i] = parts[i];
}

static int compare_but_halves(const CoViolation *a, const CoViolation *b)
{
    int64_t left[N_KEYS], right[N_KEYS];
    key_of(a, left);
    key_of(b, right);
    for (int i = 0; i < N_KEYS; i++) {
        if (left[i] != right[i])
            return left[i] < right[i] ? -1 : 1;
    }
    return 0;
}

static int compare_violations(gconstpointer left, gconstpointer right)
{
    const CoViolation *a = left, *b = right;
    int order = compare_but_halves(a, b);
    return order != 0 ? order : (a->halves > b->halves) - (a->halves < b->halves);
}

/* Rules that count slots find the morning and the afternoon of one fact apart. */
static void merge_halves(GArray *violations)
{
    CoViolation *all = (CoViolation *)(void *)violations->data;
    guint n_kept = 0;
    for (guint i = 0; i < violations->len; i++) {
        if (n_kept > 0 && all[i].halves != 0 && all[n_kept - 1].halves != 0 &&
            compare_but_halves(&all[n_kept - 1], &all[i]) == 0)
            all[n_kept - 1].halves |= all[i].halves;
        else
            all[n_kept++] = all[i];
    }
    g_array_set_size(violations, n_kept);
}

static void take_violations(CoInspection *inspection, CoCheckReport *report)
{
    g_array_sort(inspection->violations, compare_violations);
    merge_halves(inspection->violations);
    report->n_violations = (int)inspection->violations->len;
    report->violations =
        g_memdup2(inspection->violations->data, inspection->violations->len * sizeof(CoViolation));
}

static bool do_tiers_agree(const CoPlan *plan, const CoCheckReport *report)
{
    return plan->tiers[0].value == report->unplaced_weight &&
           plan->tiers[1].value == report->cost_cents &&
           plan->tiers[2].value == report->comfort_points;
}

CoCheckReport *co_check_plan(const CoCampaign *campaign, const CoPlan *plan,
                             const CoCheckOptions *options)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL, NULL);
    CoCheckReport *report = g_new0(CoCheckReport, 1);
    CoInspection inspection;
    co_inspection_init(&inspection, campaign, plan, options != NULL ? options->published : NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        rules[i](&inspection);
    take_violations(&inspection, report);
    co_tier1_unplaced(&inspection, report);
    report->changes = co_tier_changes(&inspection);
    report->changes_agree = plan->changes == report->changes;
    co_tier2_cost(&inspection, report);
    report->comfort_points = co_tier3_comfort(&inspection);
    report->tiers_agree = do_tiers_agree(plan, report);
    co_inspection_clear(&inspection);
    return report;
}

void co_check_report_free(CoCheckReport *report)
{
    if (report == NULL)
        return;
    g_free(report->violations);
    g_free(report);
}
