/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "reasons.h"
#include "rule_models.h"
#include "slots.h"

struct CoOccupancy {
    const CoEngineProblem *problem;
    const CoPlan *plan;
    CoSlotWord *in_person, *virtuals; /* [group][n_words] */
    CoSlotWord *away;                 /* [group][n_words]: counts for R08, R09, R10 */
    CoSlotWord *taught;               /* [trainer][n_words] */
    int *office_load, *heads_load;    /* [office or set][n_slots] */
};

/* ---- counting who is where ---- */

static CoSlotWord *set_at(const CoOccupancy *occupancy, CoSlotWord *sets, int i)
{
    return sets + (gsize)i * (gsize)occupancy->problem->grouping.n_words;
}

static void hold_group(CoOccupancy *occupancy, int group_idx)
{
    const CoEngineProblem *problem = occupancy->problem;
    const CoGroup *group = &occupancy->plan->groups[group_idx];
    int n_words = problem->grouping.n_words;
    CoSlotWord *in_person = set_at(occupancy, occupancy->in_person, group_idx);
    CoSlotWord *virtuals = set_at(occupancy, occupancy->virtuals, group_idx);
    CoSlotWord *away = set_at(occupancy, occupancy->away, group_idx);
    for (int i = 0; i < group->n_meetings; i++) {
        const CoMeeting *meeting = &group->meetings[i];
        bool is_class =
            problem->campaign->modules[meeting->module_idx].mode == CO_MODE_VIRTUAL_CLASS;
        co_hold_meeting(problem, meeting, is_class ? virtuals : in_person);
    }
    co_slots_add(away, in_person, n_words);
    if (problem->grouping.offices_remote)
        co_slots_add(away, virtuals, n_words);
    for (int k = 0; k < 2; k++) {
        if (group->trainer_idx[k] < 0)
            continue;
        CoSlotWord *taught = set_at(occupancy, occupancy->taught, group->trainer_idx[k]);
        co_slots_add(taught, in_person, n_words);
        co_slots_add(taught, virtuals, n_words);
    }
}

static void add_load(const CoOccupancy *occupancy, int *load, int place, int n,
                     const CoSlotWord *away)
{
    int n_slots = occupancy->problem->grouping.n_slots;
    for (int s = 0; place >= 0 && s < n_slots; s++)
        if (co_slots_test(away, s))
            load[place * n_slots + s] += n;
}

static void count_group(CoOccupancy *occupancy, int group_idx)
{
    const CoEngineProblem *problem = occupancy->problem;
    const CoGroup *group = &occupancy->plan->groups[group_idx];
    const CoSlotWord *away = set_at(occupancy, occupancy->away, group_idx);
    for (int i = 0; i < group->n_members; i++) {
        int item_idx = problem->item_of_person[group->members[i]];
        /* A whole establishment is counted once, with its first person. */
        if (item_idx < 0 || problem->items[item_idx].people[0] != group->members[i])
            continue;
        const CoGrpItem *item = &problem->grp_items[item_idx];
        add_load(occupancy, occupancy->office_load, item->office, item->n_service, away);
        add_load(occupancy, occupancy->heads_load, item->heads, item->n_heads, away);
    }
    for (int k = 0; k < 2; k++)
        if (group->trainer_idx[k] >= 0)
            add_load(occupancy, occupancy->office_load,
                     problem->grp_trainers[group->trainer_idx[k]].office, 1, away);
}

CoOccupancy *co_occupancy_new(const CoEngineProblem *problem, const CoPlan *plan)
{
    CoOccupancy *occupancy = g_new0(CoOccupancy, 1);
    occupancy->problem = problem;
    occupancy->plan = plan;
    gsize n_words = (gsize)problem->grouping.n_words, n_slots = (gsize)problem->grouping.n_slots;
    occupancy->in_person = g_new0(CoSlotWord, (gsize)plan->n_groups * n_words + 1);
    occupancy->virtuals = g_new0(CoSlotWord, (gsize)plan->n_groups * n_words + 1);
    occupancy->away = g_new0(CoSlotWord, (gsize)plan->n_groups * n_words + 1);
    occupancy->taught = g_new0(CoSlotWord, (gsize)problem->grouping.n_trainers * n_words + 1);
    occupancy->office_load = g_new0(int, (gsize)problem->grouping.n_offices *n_slots + 1);
    occupancy->heads_load = g_new0(int, (gsize)problem->grouping.n_heads *n_slots + 1);
    for (int g = 0; g < plan->n_groups; g++)
        hold_group(occupancy, g);
    for (int g = 0; g < plan->n_groups; g++)
        count_group(occupancy, g);
    return occupancy;
}

void co_occupancy_free(CoOccupancy *occupancy)
{
    if (occupancy == NULL)
        return;
    g_free(occupancy->in_person);
    g_free(occupancy->virtuals);
    g_free(occupancy->away);
    g_free(occupancy->taught);
    g_free(occupancy->office_load);
    g_free(occupancy->heads_load);
    g_free(occupancy);
}

/* ---- one rule each ---- */

typedef struct Question {
    const CoOccupancy *occupancy;
    const CoEngineProblem *problem;
    int item_idx;
    const CoEngineItem *item;
    const CoGrpItem *grp;
    int group_idx;
    const CoGroup *group;
    const CoSlotWord *in_person, *virtuals, *away;
} Question;

static bool another_meeting_blocks_r01(const Question *question)
{
    int n_words = question->problem->grouping.n_words;
    const CoPerson *first = &question->problem->campaign->people[question->item->people[0]];
    const CoSlotWord *webinar = question->problem->webinar[first->path_idx];
    if (co_slots_meet(webinar, question->in_person, n_words) ||
        co_slots_meet(webinar, question->virtuals, n_words))
        return true;
    if (question->grp->trainer < 0)
        return false;
    const CoSlotWord *taught =
        set_at(question->occupancy, question->occupancy->taught, question->grp->trainer);
    return co_slots_meet(taught, question->in_person, n_words) ||
           co_slots_meet(taught, question->virtuals, n_words);
}

static int capacity(const Question *question)
{
    const CoEngineClass *cls = &question->problem->classes[question->grp->class_idx];
    if (question->group->room_idx < 0)
        return question->problem->campaign->paths[cls->path_idx].max_size;
    return co_r02_capacity(question->problem, cls, question->group->room_idx);
}

static bool size_blocks_r02(const Question *question)
{
    return question->group->n_members + 1 > capacity(question);
}

static bool whole_establishment_blocks_r12(const Question *question)
{
    return !size_blocks_r02(question) &&
           question->group->n_members + question->grp->n_persons > capacity(question);
}

/* Of the members and the persons of the item, how many miss that slot. */
static int absent_at(const Question *question, int slot)
{
    const CoCampaign *campaign = question->problem->campaign;
    CoDay day = co_campaign_slot_day(campaign, slot);
    CoHalves half = slot % 2 == 0 ? CO_HALF_AM : CO_HALF_PM;
    int n_absent = 0;
    for (int i = 0; i < question->group->n_members + question->item->n_people; i++) {
        int person_idx = i < question->group->n_members
                             ? question->group->members[i]
                             : question->item->people[i - question->group->n_members];
        const CoPerson *person = &campaign->people[person_idx];
        bool absent = false;
        for (int k = 0; k < person->n_spans; k++)
            absent = absent || co_span_covers(&person->spans[k], day, half);
        n_absent += absent;
    }
    return n_absent;
}

static bool absence_blocks_r03(const Question *question)
{
    const CoGrouping *grouping = &question->problem->grouping;
    const CoSlotWord *absent = question->grp->absent_remote;
    if (co_slots_meet(absent, question->in_person, grouping->n_words))
        return true;
    for (int s = 0; s < grouping->n_slots; s++)
        if (co_slots_test(question->virtuals, s) && co_slots_test(absent, s) &&
            absent_at(question, s) > grouping->max_absent)
            return true;
    return false;
}

static bool cutover_blocks_r04(const Question *question)
{
    const CoCampaign *campaign = question->problem->campaign;
    for (int i = 0; i < question->group->n_meetings; i++) {
        const CoMeeting *meeting = &question->group->meetings[i];
        int last = co_slot_of_day(question->problem, meeting->day) +
                   (meeting->halves & CO_HALF_PM ? 1 : 0);
        if (campaign->modules[meeting->module_idx].before_cutover &&
            last >= question->grp->cutover_slot)
            return true;
    }
    return false;
}

static bool over_limit(const Question *question, const int *load, int n, int limit)
{
    int n_slots = question->problem->grouping.n_slots;
    for (int s = 0; s < n_slots; s++)
        if (co_slots_test(question->away, s) && load[s] + n > limit)
            return true;
    return false;
}

static bool continuity_blocks_r08(const Question *question)
{
    int office = question->grp->office, n_slots = question->problem->grouping.n_slots;
    return office >= 0 &&
           over_limit(question, question->occupancy->office_load + office * n_slots,
                      question->grp->n_service, question->problem->office_limit[office]);
}

static bool head_blocks_r09(const Question *question)
{
    int heads = question->grp->heads, n_slots = question->problem->grouping.n_slots;
    return heads >= 0 && over_limit(question, question->occupancy->heads_load + heads * n_slots,
                                    question->grp->n_heads, question->problem->heads_limit[heads]);
}

static bool milestone_blocks_r10(const Question *question)
{
    g_autofree CoSlotWord *forbidden =
        g_new0(CoSlotWord, (gsize)question->problem->grouping.n_words);
    for (int i = 0; i < question->item->n_people; i++)
        co_r10_forbidden_to_person(question->problem, question->item->people[i], forbidden);
    return co_slots_meet(forbidden, question->away, question->problem->grouping.n_words);
}

static bool lock_blocks_r13(const Question *question)
{
    const CoEngineProblem *problem = question->problem;
    for (int l = 0; l < problem->grouping.n_locks; l++) {
        const char *locked = problem->locks[l].group->code;
        bool this_group = strcmp(locked, question->group->code) == 0;
        if (this_group && problem->grp_locks[l].members_locked && question->grp->lock != l)
            return true;
        if (!this_group && question->grp->lock == l)
            return true;
    }
    return false;
}

static bool access_blocks_r18(const Question *question)
{
    const CoEngineClass *cls = &question->problem->classes[question->grp->class_idx];
    for (int r = 0; r < cls->n_rooms; r++)
        if (cls->rooms[r] == question->group->room_idx)
            return !question->grp->room_ok[r];
    return false;
}

CoRuleSet co_blocking_rules(const CoOccupancy *occupancy, int item_idx, int group_idx)
{
    static const struct {
        CoRule rule;
        bool (*blocks)(const Question *question);
    } tests[] = {
        {CO_R01, another_meeting_blocks_r01},
        {CO_R02, size_blocks_r02},
        {CO_R03, absence_blocks_r03},
        {CO_R04, cutover_blocks_r04},
        {CO_R08, continuity_blocks_r08},
        {CO_R09, head_blocks_r09},
        {CO_R10, milestone_blocks_r10},
        {CO_R12, whole_establishment_blocks_r12},
        {CO_R13, lock_blocks_r13},
        {CO_R18, access_blocks_r18},
    };
    const CoEngineProblem *problem = occupancy->problem;
    Question question = {
        .occupancy = occupancy,
        .problem = problem,
        .item_idx = item_idx,
        .item = &problem->items[item_idx],
        .grp = &problem->grp_items[item_idx],
        .group_idx = group_idx,
        .group = &occupancy->plan->groups[group_idx],
        .in_person = set_at(occupancy, occupancy->in_person, group_idx),
        .virtuals = set_at(occupancy, occupancy->virtuals, group_idx),
        .away = set_at(occupancy, occupancy->away, group_idx),
    };
    CoRuleSet rules = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        if (tests[i].blocks(&question))
            rules |= CO_RULE_BIT(tests[i].rule);
    return rules;
}
