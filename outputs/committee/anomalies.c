/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list, and what plan and check tell by themselves; anomaly_data.c looks at the data. */
#include "anomalies.h"

#include "anomaly_list.h"

static const struct {
    CoAnomalyPart part;
    CoSeverity severity;
    CoRule rule;
} kinds[CO_ANOMALY_N_KINDS] = {
    [CO_ANOMALY_UNPLACED] = {CO_ANOMALY_PART_UNPLACED, CO_SEVERITY_ERROR, 0},
    [CO_ANOMALY_RULE_BROKEN] = {CO_ANOMALY_PART_PLAN, CO_SEVERITY_ERROR, 0},
    [CO_ANOMALY_VALUES_DIFFER] = {CO_ANOMALY_PART_PLAN, CO_SEVERITY_ERROR, 0},
    [CO_ANOMALY_NOTICE_SHORT] = {CO_ANOMALY_PART_PLAN, CO_SEVERITY_WARNING, CO_R17},
    [CO_ANOMALY_AFTER_CUTOVER] = {CO_ANOMALY_PART_PLAN, CO_SEVERITY_NOTICE, CO_R04},
    [CO_ANOMALY_ANSWER_MISSING] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_WARNING, 0},
    [CO_ANOMALY_PEOPLE_UNNAMED] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_WARNING, 0},
    [CO_ANOMALY_SEATS_RESERVED] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_NOTICE, 0},
    [CO_ANOMALY_PEOPLE_WITHOUT_EMAIL] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_NOTICE, 0},
    [CO_ANOMALY_TRAINER_WITHOUT_EMAIL] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_WARNING, 0},
    [CO_ANOMALY_OTP_MISSING] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_WARNING, 0},
    [CO_ANOMALY_RIGHT_MISSING] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_WARNING, 0},
    [CO_ANOMALY_STAFF_UNKNOWN] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_NOTICE, CO_R08},
    [CO_ANOMALY_PLACE_UNKNOWN] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_WARNING, 0},
    [CO_ANOMALY_LINK_MISSING] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_WARNING, 0},
    [CO_ANOMALY_RATE_MISSING] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_NOTICE, 0},
    [CO_ANOMALY_ORGANIZER_MISSING] = {CO_ANOMALY_PART_DATA, CO_SEVERITY_NOTICE, 0},
    [CO_ANOMALY_LOCK] = {CO_ANOMALY_PART_LOCKS, CO_SEVERITY_NOTICE, CO_R13},
};

CoAnomalyPart co_anomaly_part(CoAnomalyKind kind)
{
    g_return_val_if_fail((unsigned)kind < CO_ANOMALY_N_KINDS, CO_ANOMALY_PART_PLAN);
    return kinds[kind].part;
}

CoAnomaly co_anomaly_of(CoAnomalyKind kind)
{
    return (CoAnomaly){.kind = kind,
                       .severity = kinds[kind].severity,
                       .rule = kinds[kind].rule,
                       .rules = kinds[kind].rule != 0 ? CO_RULE_BIT(kinds[kind].rule) : 0,
                       .group_idx = -1,
                       .person_idx = -1,
                       .trainer_idx = -1,
                       .establishment_idx = -1,
                       .room_idx = -1,
                       .module_idx = -1,
                       .lock_idx = -1,
                       .academy_idx = -1};
}

CoAnomaly co_anomaly_of_group(const CoPlan *plan, CoAnomalyKind kind, int group_idx)
{
    CoAnomaly anomaly = co_anomaly_of(kind);
    anomaly.group_idx = group_idx;
    anomaly.academy_idx = plan->groups[group_idx].academy_idx;
    return anomaly;
}

static void clear_anomaly(CoAnomaly *anomaly)
{
    g_free(anomaly->object);
    g_free(anomaly->where);
    g_free(anomaly->sentence);
    g_free(anomaly->remedy);
}

void co_anomalies_free(CoAnomalyList *list)
{
    if (list == NULL)
        return;
    for (int i = 0; i < list->n_anomalies; i++)
        clear_anomaly(&list->anomalies[i]);
    g_free(list->anomalies);
    g_free(list);
}

/* ---- unplaced ---- */

static void find_unplaced(const CoOutputContext *context, GArray *found)
{
    for (int i = 0; i < context->plan->n_unplaced; i++) {
        const CoUnplaced *unplaced = &context->plan->unplaced[i];
        CoAnomaly anomaly = co_anomaly_of(CO_ANOMALY_UNPLACED);
        anomaly.rule = unplaced->main_rule;
        anomaly.rules = unplaced->rules;
        anomaly.person_idx = unplaced->person_idx;
        anomaly.establishment_idx =
            context->campaign->people[unplaced->person_idx].establishment_idx;
        anomaly.academy_idx = co_campaign_person_academy(context->campaign, unplaced->person_idx);
        g_array_append_val(found, anomaly);
    }
}

/* ---- the plan and its check ---- */

static void find_violations(const CoOutputContext *context, GArray *found)
{
    for (int i = 0; i < context->report->n_violations; i++) {
        const CoViolation *violation = &context->report->violations[i];
        CoAnomaly anomaly = co_anomaly_of(CO_ANOMALY_RULE_BROKEN);
        anomaly.rule = violation->rule;
        anomaly.rules = CO_RULE_BIT(violation->rule);
        anomaly.group_idx = violation->group_idx;
        anomaly.person_idx = violation->person_idx;
        anomaly.trainer_idx = violation->trainer_idx;
        anomaly.establishment_idx = violation->establishment_idx;
        anomaly.room_idx = violation->room_idx;
        anomaly.module_idx = violation->module_idx;
        anomaly.lock_idx = violation->lock_idx;
        anomaly.academy_idx = violation->academy_idx;
        g_array_append_val(found, anomaly);
    }
}

static void find_differences(const CoOutputContext *context, GArray *found)
{
    if (context->report->tiers_agree && context->report->unplaced_agree)
        return;
    const CoAnomaly anomaly = co_anomaly_of(CO_ANOMALY_VALUES_DIFFER);
    g_array_append_val(found, anomaly);
}

static CoDay first_day(const CoGroup *group)
{
    CoDay first = CO_DAY_NONE;
    for (int i = 0; i < group->n_meetings; i++)
        if (first == CO_DAY_NONE || group->meetings[i].day < first)
            first = group->meetings[i].day;
    return first;
}

static void find_short_notices(const CoOutputContext *context, GArray *found)
{
    const CoParameters *parameters = &context->campaign->parameters;
    for (int g = 0; g < context->plan->n_groups; g++) {
        CoDay first = first_day(&context->plan->groups[g]);
        int notice_days = first - parameters->convocation_day;
        if (first == CO_DAY_NONE || parameters->convocation_day == CO_DAY_NONE ||
            notice_days >= parameters->notice_warn_days)
            continue;
        CoAnomaly anomaly = co_anomaly_of_group(context->plan, CO_ANOMALY_NOTICE_SHORT, g);
        anomaly.found = notice_days;
        anomaly.allowed = parameters->notice_warn_days;
        g_array_append_val(found, anomaly);
    }
}

static CoDay cutover_of(const CoCampaign *campaign, int person_idx)
{
    int school = campaign->people[person_idx].establishment_idx;
    int wave = school < 0 ? -1 : campaign->establishments[school].wave_idx;
    return wave < 0 ? CO_DAY_NONE : campaign->waves[wave].cutover;
}

static void find_late_meetings(const CoOutputContext *context, GArray *found)
{
    for (int g = 0; g < context->plan->n_groups; g++) {
        const CoGroup *group = &context->plan->groups[g];
        CoDay last = CO_DAY_NONE;
        for (int i = 0; i < group->n_meetings; i++)
            last = MAX(last, group->meetings[i].day);
        CoAnomaly anomaly = co_anomaly_of_group(context->plan, CO_ANOMALY_AFTER_CUTOVER, g);
        anomaly.allowed = group->n_members;
        for (int i = 0; i < group->n_members; i++) {
            CoDay cutover = cutover_of(context->campaign, group->members[i]);
            anomaly.found += cutover != CO_DAY_NONE && last >= cutover;
        }
        if (anomaly.found > 0)
            g_array_append_val(found, anomaly);
    }
}

static void find_locks(const CoOutputContext *context, GArray *found)
{
    for (int i = 0; i < context->campaign->n_locks; i++) {
        CoAnomaly anomaly = co_anomaly_of(CO_ANOMALY_LOCK);
        int group_idx = co_plan_find_group(context->plan, context->campaign->locks[i].group);
        if (group_idx >= 0)
            anomaly = co_anomaly_of_group(context->plan, CO_ANOMALY_LOCK, group_idx);
        anomaly.lock_idx = i;
        g_array_append_val(found, anomaly);
    }
}

static CoAnomalyList *list_of(const CoOutputContext *context, GArray *found)
{
    CoAnomalyList *list = g_new0(CoAnomalyList, 1);
    int n_violations = 0, n_unplaced = 0;
    list->n_anomalies = (int)found->len;
    list->anomalies = (CoAnomaly *)(void *)g_array_free(found, FALSE);
    for (int i = 0; i < list->n_anomalies; i++) {
        CoAnomaly *anomaly = &list->anomalies[i];
        list->n_of_part[co_anomaly_part(anomaly->kind)]++;
        list->n_of_kind[anomaly->kind]++;
        list->n_of_severity[anomaly->severity]++;
        if (anomaly->kind == CO_ANOMALY_UNPLACED)
            co_anomaly_tell_unplaced(context, anomaly, &context->plan->unplaced[n_unplaced++]);
        else if (anomaly->kind == CO_ANOMALY_RULE_BROKEN)
            co_anomaly_tell_violation(context, anomaly,
                                      &context->report->violations[n_violations++]);
        else
            co_anomaly_tell(context, anomaly);
    }
    return list;
}

CoAnomalyList *co_anomalies_find(const CoOutputContext *context)
{
    g_return_val_if_fail(context != NULL && context->campaign != NULL, NULL);
    g_return_val_if_fail(context->plan != NULL && context->report != NULL, NULL);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(CoAnomaly));
    find_unplaced(context, found);
    find_violations(context, found);
    find_differences(context, found);
    find_short_notices(context, found);
    find_late_meetings(context, found);
    co_anomaly_find_data(context, found);
    find_locks(context, found);
    return list_of(context, found);
}
