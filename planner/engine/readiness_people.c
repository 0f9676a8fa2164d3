/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons, trainers and offices that no dates suit, whatever the rest of the plan. */
#include <string.h>

#include "readiness_parts.h"
#include "rule_models.h"
#include "slots.h"

/* ---- persons ---- */

/* What may keep a person away, each in a set of its own. */
enum { SOURCE_SPANS, SOURCE_MILESTONES, SOURCE_WEBINAR, N_SOURCES };
static const CoRule source_rules[N_SOURCES] = {CO_R03, CO_R10, CO_R01};

typedef struct Absence {
    CoSlotWord *sources[N_SOURCES];
    int deadline_slot;
} Absence;

static Absence absence_of(CoReadinessWork *work, int person_idx)
{
    CoEngineProblem *problem = work->problem;
    const CoPerson *person = &work->campaign->people[person_idx];
    Absence absence = {.deadline_slot = co_r04_cutover_slot(problem, person->establishment_idx)};
    for (int i = 0; i < N_SOURCES; i++)
        absence.sources[i] = co_new_slots(problem);
    co_r03_person(problem, person_idx, absence.sources[SOURCE_SPANS]);
    co_r10_forbidden_to_person(problem, person_idx, absence.sources[SOURCE_MILESTONES]);
    co_slots_add(absence.sources[SOURCE_WEBINAR], problem->webinar[person->path_idx],
                 problem->grouping.n_words);
    return absence;
}

/* @return (transfer full) all sources but one; -1 = all of them */
static CoSlotWord *busy_but(const CoReadinessWork *work, const Absence *absence, int left_out)
{
    int n_words = work->problem->grouping.n_words;
    CoSlotWord *busy = g_new0(CoSlotWord, (gsize)n_words);
    for (int i = 0; i < N_SOURCES; i++)
        if (i != left_out)
            co_slots_add(busy, absence->sources[i], n_words);
    return busy;
}

/* @return the one thing whose lifting would give dates, 0 = several have to be lifted */
static CoRule cause_of(const CoReadinessWork *work, const CoDates *dates, const Absence *absence)
{
    for (int i = 0; i < N_SOURCES; i++) {
        g_autofree CoSlotWord *busy = busy_but(work, absence, i);
        if (co_dates_exist(dates, busy, absence->deadline_slot))
            return source_rules[i];
    }
    g_autofree CoSlotWord *busy = busy_but(work, absence, -1);
    return co_dates_exist(dates, busy, dates->n_slots) ? CO_R04 : 0;
}

static int usable_slots(const CoDates *dates, const CoSlotWord *busy, int deadline_slot)
{
    int n = 0;
    for (int s = 0; s < MIN(dates->n_slots, deadline_slot); s++)
        n += co_slots_test(dates->used, s) && !co_slots_test(busy, s);
    return n;
}

static CoFinding person_finding(const CoReadinessWork *work, CoFindingKind kind, int person_idx)
{
    CoFinding finding = co_finding_new(kind, CO_SEVERITY_ERROR);
    finding.person_idx = person_idx;
    finding.establishment_idx = work->campaign->people[person_idx].establishment_idx;
    finding.path_idx = work->campaign->people[person_idx].path_idx;
    finding.n_persons = 1;
    return finding;
}

static void exclude(CoReadinessWork *work, int person_idx, CoFinding finding)
{
    work->excluded[person_idx] = true;
    co_finding_add(work, finding);
}

/* Reads the rooms of the item: the person's own, unless R12 keeps the establishment together. */
static bool reaches_a_room(const CoReadinessWork *work, int person_idx)
{
    const CoGrpItem *item = &work->problem->grp_items[work->problem->item_of_person[person_idx]];
    const CoEngineClass *cls = &work->problem->classes[item->class_idx];
    for (int r = 0; r < cls->n_rooms; r++)
        if (item->room_ok[r])
            return true;
    return cls->n_rooms == 0;
}

static void judge_person(CoReadinessWork *work, int person_idx)
{
    int item_idx = work->problem->item_of_person[person_idx];
    if (item_idx < 0)
        return;
    const CoDates *dates = work->dates[work->problem->grp_items[item_idx].class_idx];
    if (!dates->any || dates->n_modules == 0)
        return;
    Absence absence = absence_of(work, person_idx);
    g_autofree CoSlotWord *busy = busy_but(work, &absence, -1);
    if (!co_dates_exist(dates, busy, absence.deadline_slot)) {
        CoFinding finding = person_finding(work, CO_FINDING_PERSON_NEVER_FREE, person_idx);
        finding.rule = cause_of(work, dates, &absence);
        finding.found = usable_slots(dates, busy, absence.deadline_slot);
        finding.allowed = dates->half_days;
        exclude(work, person_idx, finding);
    } else if (!reaches_a_room(work, person_idx)) {
        CoFinding finding = person_finding(work, CO_FINDING_PERSON_WITHOUT_ROOM, person_idx);
        finding.rule = CO_R18;
        exclude(work, person_idx, finding);
    }
}

/* ---- trainers ---- */

static void add_trainer(CoReadinessWork *work, CoFindingKind kind, int trainer_idx, int least)
{
    CoFinding finding = co_finding_new(kind, CO_SEVERITY_WARNING);
    finding.trainer_idx = trainer_idx;
    finding.establishment_idx = work->campaign->trainers[trainer_idx].establishment_idx;
    finding.academy_idx = work->campaign->trainers[trainer_idx].academy_idx;
    if (kind == CO_FINDING_TRAINER_LOAD) {
        finding.found = work->campaign->trainers[trainer_idx].max_half_days;
        finding.allowed = least;
    }
    co_finding_add(work, finding);
}

static void judge_trainer(CoReadinessWork *work, int trainer_idx)
{
    const CoEngineProblem *problem = work->problem;
    int max_half_days = work->campaign->trainers[trainer_idx].max_half_days;
    int n_taught = 0, least = G_MAXINT;
    bool is_free = false;
    for (int c = 0; c < problem->grouping.n_classes; c++) {
        if (!co_r06_may_teach(problem, trainer_idx, c) || !work->dates[c]->any)
            continue;
        n_taught++;
        least = MIN(least, problem->grp_classes[c].n_sync_slots);
        is_free =
            is_free || co_dates_exist(work->dates[c], problem->grp_trainers[trainer_idx].busy_away,
                                      problem->grouping.n_slots);
    }
    if (n_taught > 0 && !is_free)
        add_trainer(work, CO_FINDING_TRAINER_NEVER_FREE, trainer_idx, 0);
    else if (n_taught > 0 && max_half_days >= 0 && max_half_days < least)
        add_trainer(work, CO_FINDING_TRAINER_LOAD, trainer_idx, least);
}

/* ---- offices ---- */

/* The persons of one finance office who have to be trained, by class. */
typedef struct Office {
    int establishment_idx, limit, n_persons;
    int *of_class;
} Office;

static void count_office(const CoReadinessWork *work, Office *office)
{
    const CoEngineProblem *problem = work->problem;
    for (int i = 0; i < work->campaign->n_people; i++) {
        int item_idx = problem->item_of_person[i];
        if (item_idx < 0 || work->excluded[i] ||
            co_r08_person_post(work->campaign, i) != office->establishment_idx)
            continue;
        int class_idx = problem->grp_items[item_idx].class_idx;
        const CoDates *dates = work->dates[class_idx];
        if (dates->n_modules == 0 || !dates->any)
            continue;
        office->of_class[class_idx]++;
        office->n_persons++;
    }
}

/* Of one class, at most `limit` are away at each start of each module. */
static int most_of_class(const CoReadinessWork *work, const Office *office, int class_idx)
{
    const CoDates *dates = work->dates[class_idx];
    g_autofree int *capacity = g_new(int, (gsize)dates->n_slots + 2);
    for (int s = 0; s < dates->n_slots + 2; s++)
        capacity[s] = office->limit;
    return MIN(office->of_class[class_idx], co_dates_bound(dates, capacity));
}

static int n_slots_of_all(const CoReadinessWork *work, const Office *office)
{
    int n_words = work->problem->grouping.n_words, n = 0;
    g_autofree CoSlotWord *all = g_new0(CoSlotWord, (gsize)n_words);
    for (int c = 0; c < work->problem->grouping.n_classes; c++)
        if (office->of_class[c] > 0)
            co_slots_add(all, work->dates[c]->used, n_words);
    for (int s = 0; s < work->problem->grouping.n_slots; s++)
        n += co_slots_test(all, s);
    return n;
}

/* The shortest absences first: how many fit into the half-days that the office can spare. */
static int most_in_turn(const CoReadinessWork *work, const Office *office)
{
    int64_t left = (int64_t)office->limit * n_slots_of_all(work, office);
    int n = 0, shorter_than = 0;
    for (;;) {
        int next = G_MAXINT, n_next = 0;
        for (int c = 0; c < work->problem->grouping.n_classes; c++) {
            int length = work->dates[c]->half_days;
            if (office->of_class[c] == 0 || length <= shorter_than || length > next)
                continue;
            n_next = office->of_class[c] + (length == next ? n_next : 0);
            next = length;
        }
        if (n_next == 0)
            return n;
        int fit = (int)MIN((int64_t)n_next, left / next);
        n += fit;
        left -= (int64_t)fit * next;
        shorter_than = next;
    }
}

static void judge_office(CoReadinessWork *work, int establishment_idx)
{
    int staff = work->campaign->establishments[establishment_idx].staff;
    g_autofree int *of_class = g_new0(int, (gsize)work->problem->grouping.n_classes + 1);
    Office office = {establishment_idx, MAX(1, staff - 1), 0, of_class};
    if (staff < 0)
        return;
    count_office(work, &office);
    if (office.n_persons <= office.limit)
        return;
    int by_class = 0;
    for (int c = 0; c < work->problem->grouping.n_classes; c++)
        if (of_class[c] > 0)
            by_class += most_of_class(work, &office, c);
    int most = MIN(by_class, most_in_turn(work, &office));
    if (most >= office.n_persons)
        return;
    CoFinding finding = co_finding_new(CO_FINDING_OFFICE_SHORT, CO_SEVERITY_ERROR);
    finding.establishment_idx = establishment_idx;
    finding.rule = CO_R08;
    finding.found = office.n_persons;
    finding.allowed = most;
    finding.n_persons = office.n_persons - most;
    co_finding_add(work, finding);
}

/* ---- establishments called as a whole (R12) ---- */

static void add_whole(CoReadinessWork *work, int item_idx, CoRule rule, int away)
{
    const CoEngineItem *item = &work->problem->items[item_idx];
    CoFinding finding = co_finding_new(CO_FINDING_OFFICE_WHOLE, CO_SEVERITY_ERROR);
    finding.establishment_idx = item->establishment_idx;
    finding.path_idx = work->campaign->people[item->people[0]].path_idx;
    finding.rule = rule;
    finding.found = away;
    int staff = work->campaign->establishments[item->establishment_idx].staff;
    finding.allowed = rule == CO_R08 ? MAX(1, staff - 1) : away - 1;
    finding.n_persons = item->n_people;
    for (int i = 0; i < item->n_people; i++)
        work->excluded[item->people[i]] = true;
    co_finding_add(work, finding);
}

static void judge_item(CoReadinessWork *work, int item_idx)
{
    const CoEngineProblem *problem = work->problem;
    const CoEngineItem *item = &problem->items[item_idx];
    const CoGrpItem *grp = &problem->grp_items[item_idx];
    int staff = item->establishment_idx < 0
                    ? -1
                    : work->campaign->establishments[item->establishment_idx].staff;
    if (item->n_people < 2 || problem->classes[grp->class_idx].n_in_person == 0)
        return;
    int n_service = 0;
    for (int i = 0; i < item->n_people; i++)
        n_service += co_r08_person_post(work->campaign, item->people[i]) >= 0;
    if (staff >= 0 && n_service > MAX(1, staff - 1))
        add_whole(work, item_idx, CO_R08, n_service);
    else if (grp->heads >= 0 && grp->n_heads > problem->grouping.heads_limit[grp->heads])
        add_whole(work, item_idx, CO_R09, grp->n_heads);
}

void co_readiness_people(CoReadinessWork *work)
{
    for (int i = 0; i < work->campaign->n_people; i++)
        judge_person(work, i);
    for (int i = 0; i < work->problem->grouping.n_items; i++)
        judge_item(work, i);
    for (int e = 0; e < work->campaign->n_establishments; e++)
        judge_office(work, e);
    for (int t = 0; t < work->campaign->n_trainers; t++)
        judge_trainer(work, t);
}
