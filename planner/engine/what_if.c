/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reasons.h"
#include "slots.h"

/* Two ways to ask. With the groups as they stand (dates, rooms and trainers; members may move and
 * groups be added), a few moves tell. All anew takes more: asked of a campaign small enough for an
 * answer worth having, when the first way explains less than half. */
#define WORK_AS_IT_STANDS 400
#define WORK_ALL_ANEW 2500
#define PEOPLE_ALL_ANEW 400
/* Of a national campaign, the academies with most to explain are asked, up to so many people. */
#define PEOPLE_ASKED 1500

typedef struct Lift {
    CoRule rule;
    CoRuleSet relaxed;
    CoRemedy remedy;
    bool sweeping; /* lifts so much that a smaller change is preferred */
    bool (*matters)(const CoEngineProblem *problem);
} Lift;

/* ---- which rules are worth lifting ---- */

static bool always(G_GNUC_UNUSED const CoEngineProblem *problem)
{
    return true;
}

static bool has_fm1(const CoEngineProblem *problem)
{
    for (int m = 0; m < problem->campaign->n_modules; m++)
        if (problem->campaign->modules[m].fm1)
            return true;
    return false;
}

static bool has_load_limits(const CoEngineProblem *problem)
{
    for (int t = 0; t < problem->campaign->n_trainers; t++)
        if (problem->campaign->trainers[t].max_half_days >= 0)
            return true;
    return false;
}

static bool has_offices(const CoEngineProblem *problem)
{
    return problem->grouping.n_offices > 0;
}

static bool has_heads(const CoEngineProblem *problem)
{
    return problem->grouping.n_heads > 0;
}

static bool has_forbidden(const CoEngineProblem *problem)
{
    for (int m = 0; m < problem->campaign->n_milestones; m++)
        if (problem->campaign->milestones[m].forbidden)
            return true;
    return false;
}

static bool has_group_counts(const CoEngineProblem *problem)
{
    for (int p = 0; p < problem->campaign->n_paths; p++)
        if (problem->campaign->paths[p].max_groups >= 0 ||
            problem->campaign->paths[p].min_groups > 0)
            return true;
    return false;
}

static bool keeps_whole(const CoEngineProblem *problem)
{
    return problem->campaign->parameters.group_by_establishment;
}

static bool has_locks(const CoEngineProblem *problem)
{
    return problem->grouping.n_locks > 0;
}

static bool has_notice(const CoEngineProblem *problem)
{
    return problem->first_slot > 0;
}

static bool has_access_needs(const CoEngineProblem *problem)
{
    if (problem->campaign->parameters.max_trip_km >= 0)
        return true;
    for (int i = 0; i < problem->campaign->n_people; i++)
        if (problem->campaign->people[i].needs_access)
            return true;
    return false;
}

/* In the order of the rules; of one rule, the smaller change first. */
static const Lift lifts[] = {
    {CO_R02, CO_RULE_BIT(CO_R02), CO_REMEDY_RAISE_SEATS, false, always},
    {CO_R02, CO_RELAX_MINIMUM, CO_REMEDY_LOWER_MINIMUM, false, always},
    {CO_R03, CO_RULE_BIT(CO_R03), CO_REMEDY_FREE_PERSON, false, always},
    {CO_R03, CO_RELAX_ROOMS_FREE, CO_REMEDY_ADD_ROOM, true, always},
    {CO_R03, CO_RELAX_TRAINERS_FREE, CO_REMEDY_ADD_TRAINER, true, always},
    {CO_R04, CO_RULE_BIT(CO_R04), CO_REMEDY_ADD_DATES, true, always},
    {CO_R05, CO_RULE_BIT(CO_R05), CO_REMEDY_OPEN_FM1, false, has_fm1},
    {CO_R05, CO_RELAX_FM1_DAYS, CO_REMEDY_OPEN_FM1, true, has_fm1},
    {CO_R06, CO_RULE_BIT(CO_R06), CO_REMEDY_ADD_TRAINER, false, always},
    {CO_R07, CO_RULE_BIT(CO_R07), CO_REMEDY_ADD_TRAINER, false, has_load_limits},
    {CO_R08, CO_RULE_BIT(CO_R08), CO_REMEDY_RELAX_CONTINUITY, false, has_offices},
    {CO_R09, CO_RULE_BIT(CO_R09), CO_REMEDY_RELAX_HEAD, false, has_heads},
    {CO_R10, CO_RULE_BIT(CO_R10), CO_REMEDY_MOVE_MILESTONE, false, has_forbidden},
    {CO_R11, CO_RULE_BIT(CO_R11), CO_REMEDY_ADD_GROUP, false, has_group_counts},
    {CO_R12, CO_RULE_BIT(CO_R12), CO_REMEDY_NONE, false, keeps_whole},
    {CO_R13, CO_RULE_BIT(CO_R13), CO_REMEDY_UNLOCK, false, has_locks},
    {CO_R17, CO_RULE_BIT(CO_R17), CO_REMEDY_ADD_DATES, false, has_notice},
    {CO_R18, CO_RULE_BIT(CO_R18), CO_REMEDY_ADD_ROOM, false, has_access_needs},
};

/* ---- one question ---- */

typedef struct Inquiry {
    const CoEngineProblem *problem;
    const CoPlan *plan;
    const volatile int *cancel;
    bool *unplaced;          /* by person */
    bool *academies;         /* those asked */
    int n_people;            /* in these academies */
    int64_t unplaced_weight; /* in these academies */
    GArray *answers;         /* of CoWhatIf */
} Inquiry;

/* FM1 is shared: groups of the academies left out go on using it (R05, R16). */
static void keep_fm1_of_others(const Inquiry *inquiry, CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    for (int g = 0; g < inquiry->plan->n_groups; g++) {
        const CoGroup *group = &inquiry->plan->groups[g];
        for (int i = 0; i < group->n_meetings && !inquiry->academies[group->academy_idx]; i++) {
            const CoMeeting *meeting = &group->meetings[i];
            int slot = co_slot_of_day(problem, meeting->day);
            for (int half = 0; half < 2 && campaign->modules[meeting->module_idx].fm1; half++)
                if (meeting->halves & (half == 0 ? CO_HALF_AM : CO_HALF_PM))
                    problem->fm1_capacity[slot + half] =
                        MAX(problem->fm1_capacity[slot + half] - 1, 0);
        }
    }
}

static CoEngineProblem *build_lifted(const Inquiry *inquiry, const Lift *lift, bool anew)
{
    CoBuildOptions options = {
        .published = inquiry->problem->published,
        .relaxed = lift->relaxed,
        .relaxed_people = inquiry->unplaced,
        .academies = inquiry->academies,
        .standing = anew ? NULL : inquiry->plan,
    };
    CoEngineProblem *problem = co_engine_build(inquiry->problem->campaign, &options, NULL);
    if (problem != NULL)
        keep_fm1_of_others(inquiry, problem);
    return problem;
}

static void mark_placed(const CoEngineProblem *problem, const CoGroupingPlan *found, bool *placed)
{
    for (int g = 0; g < found->n_groups; g++)
        for (int i = 0; i < found->groups[g].n_items; i++) {
            const CoEngineItem *item = &problem->items[found->groups[g].items[i]];
            for (int k = 0; k < item->n_people; k++)
                placed[item->people[k]] = true;
        }
}

static void ask(Inquiry *inquiry, const Lift *lift, bool anew)
{
    g_autoptr(CoEngineProblem) problem = build_lifted(inquiry, lift, anew);
    if (problem == NULL || problem->contradictory)
        return;
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    options.work_limit = anew ? WORK_ALL_ANEW : WORK_AS_IT_STANDS;
    options.comfort = false;
    options.n_threads = 1; /* so little work is not worth a thread */
    options.cancel = inquiry->cancel;
    g_autoptr(CoGroupingPlan) found = co_grouping_solve(&problem->grouping, &options);
    int64_t gained = inquiry->unplaced_weight - found->unplaced.value;
    if (!found->found || gained <= 0)
        return;
    CoWhatIf answer = {
        .rule = lift->rule,
        .remedy = lift->remedy,
        .sweeping = lift->sweeping,
        .placed = g_new0(bool, (gsize)inquiry->problem->campaign->n_people),
        .gained = gained,
        .cost_cents = found->cost.value,
    };
    mark_placed(problem, found, answer.placed);
    g_array_append_val(inquiry->answers, answer);
}

static bool is_cancelled(const Inquiry *inquiry)
{
    return inquiry->cancel != NULL && *inquiry->cancel != 0;
}

static void ask_all(Inquiry *inquiry, bool anew)
{
    for (gsize i = 0; i < G_N_ELEMENTS(lifts) && !is_cancelled(inquiry); i++)
        if (lifts[i].matters(inquiry->problem))
            ask(inquiry, &lifts[i], anew);
}

static bool most_stay_unexplained(const Inquiry *inquiry)
{
    for (guint i = 0; i < inquiry->answers->len; i++) {
        const CoWhatIf *answer = &g_array_index(inquiry->answers, CoWhatIf, i);
        if (!answer->sweeping && 2 * answer->gained >= inquiry->unplaced_weight)
            return false;
    }
    return true;
}

/* ---- whom to ask for ---- */

typedef struct AcademyCount {
    int academy_idx, n_people;
    int64_t unplaced_weight;
} AcademyCount;

static int compare_counts(gconstpointer left, gconstpointer right)
{
    const AcademyCount *a = left, *b = right;
    if (a->unplaced_weight != b->unplaced_weight)
        return a->unplaced_weight > b->unplaced_weight ? -1 : 1;
    return (a->academy_idx > b->academy_idx) - (a->academy_idx < b->academy_idx);
}

/* @return (transfer full) of AcademyCount, the academies with somebody unplaced, most first */
static GArray *count_academies(const Inquiry *inquiry)
{
    const CoCampaign *campaign = inquiry->problem->campaign;
    GArray *counts = g_array_new(FALSE, TRUE, sizeof(AcademyCount));
    g_array_set_size(counts, (guint)campaign->n_academies);
    AcademyCount *count = (AcademyCount *)(void *)counts->data;
    for (int a = 0; a < campaign->n_academies; a++)
        count[a].academy_idx = a;
    for (int i = 0; i < campaign->n_people; i++) {
        int academy_idx = co_campaign_person_academy(campaign, i);
        if (academy_idx < 0)
            continue;
        count[academy_idx].n_people++;
        if (inquiry->unplaced[i])
            count[academy_idx].unplaced_weight += MAX(campaign->people[i].weight, 1);
    }
    g_array_sort(counts, compare_counts);
    return counts;
}

static void begin_inquiry(Inquiry *inquiry)
{
    const CoCampaign *campaign = inquiry->problem->campaign;
    inquiry->unplaced = g_new0(bool, (gsize)campaign->n_people + 1);
    inquiry->academies = g_new0(bool, (gsize)campaign->n_academies + 1);
    for (int i = 0; i < inquiry->plan->n_unplaced; i++)
        inquiry->unplaced[inquiry->plan->unplaced[i].person_idx] = true;
    g_autoptr(GArray) counts = count_academies(inquiry);
    for (guint a = 0; a < counts->len; a++) {
        const AcademyCount *count = &g_array_index(counts, AcademyCount, a);
        bool fits = a == 0 || inquiry->n_people + count->n_people <= PEOPLE_ASKED;
        if (count->unplaced_weight == 0 || !fits)
            continue;
        inquiry->academies[count->academy_idx] = true;
        inquiry->n_people += count->n_people;
        inquiry->unplaced_weight += count->unplaced_weight;
    }
}

/* ---- the answers ---- */

static int compare_answers(gconstpointer left, gconstpointer right)
{
    const CoWhatIf *a = left, *b = right;
    if (a->gained != b->gained)
        return a->gained > b->gained ? -1 : 1;
    if (a->sweeping != b->sweeping)
        return a->sweeping ? 1 : -1;
    if (a->cost_cents != b->cost_cents)
        return a->cost_cents < b->cost_cents ? -1 : 1;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    return (a->remedy > b->remedy) - (a->remedy < b->remedy);
}

static void clear_answer(gpointer data)
{
    CoWhatIf *answer = data;
    g_free(answer->placed);
}

GArray *co_try_what_ifs(const CoEngineProblem *problem, const CoPlan *plan,
                        const volatile int *cancel)
{
    Inquiry inquiry = {.problem = problem, .plan = plan, .cancel = cancel};
    inquiry.answers = g_array_new(FALSE, FALSE, sizeof(CoWhatIf));
    g_array_set_clear_func(inquiry.answers, clear_answer);
    begin_inquiry(&inquiry);
    ask_all(&inquiry, false);
    if (inquiry.n_people <= PEOPLE_ALL_ANEW && most_stay_unexplained(&inquiry))
        ask_all(&inquiry, true);
    g_array_sort(inquiry.answers, compare_answers);
    g_free(inquiry.unplaced);
    g_free(inquiry.academies);
    return inquiry.answers;
}
