/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows make of hours, for a person, a group, a plan. */
#include "cohorte/attendance.h"

#include <string.h>

#include "cohorte/owners.h"

struct CoRegister {
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoAttendance **rows; /* those of known people, by person, then by day */
    int *first;                /* of each person, in rows; one more at the end */
    int *group_of;             /* of each person in the plan, -1 = none */
};

/* The rows of every person one after the other, each in the order of the list. */
static void gather_rows(CoRegister *book, const CoAttendanceList *list)
{
    int n = (int)co_attendance_list_size(list);
    g_autofree int *person_of = g_new(int, (gsize)n + 1);
    for (int i = 0; i < n; i++)
        person_of[i] = co_campaign_find_person(book->campaign,
                                               co_attendance_list_at(list, (size_t)i)->person_id);
    g_autofree int *order = co_rows_by_owner(person_of, n, book->campaign->n_people, &book->first);
    int n_known = book->first[book->campaign->n_people];
    book->rows = g_new(const CoAttendance *, (gsize)n_known + 1);
    for (int i = 0; i < n_known; i++)
        book->rows[i] = co_attendance_list_at(list, (size_t)order[i]);
}

CoRegister *co_register_new(const CoCampaign *campaign, const CoPlan *plan,
                            const CoAttendanceList *list)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && list != NULL, NULL);
    CoRegister *book = g_new0(CoRegister, 1);
    book->campaign = campaign;
    book->plan = plan;
    book->group_of = co_plan_groups_of_people(plan, campaign);
    gather_rows(book, list);
    return book;
}

void co_register_free(CoRegister *book)
{
    if (book == NULL)
        return;
    g_free(book->rows);
    g_free(book->first);
    g_free(book->group_of);
    g_free(book);
}

const CoAttendance *const *co_register_of_person(const CoRegister *book, int person_idx, int *n)
{
    g_return_val_if_fail(book != NULL && n != NULL, NULL);
    g_return_val_if_fail(person_idx >= 0 && person_idx < book->campaign->n_people, NULL);
    *n = book->first[person_idx + 1] - book->first[person_idx];
    return book->rows + book->first[person_idx];
}

static const CoAttendance *find(const CoRegister *book, int person_idx, const CoGroup *group,
                                const CoMeeting *meeting, CoHalves half)
{
    int n;
    const char *module = book->campaign->modules[meeting->module_idx].code;
    const CoAttendance *const *rows = co_register_of_person(book, person_idx, &n);
    for (int i = 0; i < n; i++)
        if (rows[i]->day == meeting->day && rows[i]->half == half &&
            strcmp(rows[i]->group, group->code) == 0 && strcmp(rows[i]->module, module) == 0)
            return rows[i];
    return NULL;
}

/* What is told of the half-days of one member in the meetings of the group. */
typedef struct Tally {
    int n_expected, n_of[CO_PRESENCE_EXCUSED + 1];
} Tally;

static void tally_member(const CoRegister *book, const CoGroup *group, int person_idx, Tally *tally)
{
    static const CoHalves halves[] = {CO_HALF_AM, CO_HALF_PM};
    for (int m = 0; m < group->n_meetings; m++)
        for (size_t h = 0; h < G_N_ELEMENTS(halves); h++) {
            if (!(group->meetings[m].halves & halves[h]))
                continue;
            const CoAttendance *row = find(book, person_idx, group, &group->meetings[m], halves[h]);
            tally->n_expected++;
            if (row != NULL)
                tally->n_of[row->state]++;
        }
}

static int n_told(const Tally *tally)
{
    return tally->n_of[CO_PRESENCE_PRESENT] + tally->n_of[CO_PRESENCE_ABSENT] +
           tally->n_of[CO_PRESENCE_EXCUSED];
}

int co_register_n_missing(const CoRegister *book, int group_idx)
{
    g_return_val_if_fail(book != NULL && group_idx >= 0 && group_idx < book->plan->n_groups, 0);
    const CoGroup *group = &book->plan->groups[group_idx];
    Tally tally = {0};
    for (int i = 0; i < group->n_members; i++)
        tally_member(book, group, group->members[i], &tally);
    return tally.n_expected - n_told(&tally);
}

int co_register_group_of(const CoRegister *book, int person_idx)
{
    g_return_val_if_fail(book != NULL, -1);
    int n, group_idx = -1;
    const CoAttendance *const *rows = co_register_of_person(book, person_idx, &n);
    if (book->group_of[person_idx] >= 0)
        return book->group_of[person_idx];
    for (int i = 0; i < n && group_idx < 0; i++)
        if (rows[i]->state == CO_PRESENCE_PRESENT)
            group_idx = co_plan_find_group(book->plan, rows[i]->group);
    return group_idx;
}

/* Which halves a module takes: those of its meeting, else what the module says. */
static CoHalves halves_of(const CoRegister *book, int group_idx, int module_idx)
{
    const CoGroup *group = group_idx < 0 ? NULL : &book->plan->groups[group_idx];
    for (int i = 0; group != NULL && i < group->n_meetings; i++)
        if (group->meetings[i].module_idx == module_idx)
            return group->meetings[i].halves;
    return co_attendance_module_halves(&book->campaign->modules[module_idx]);
}

/* The minutes of a module that count. Of a whole day, one half followed twice is not the other. */
static int minutes_kept(const CoParameters *parameters, CoHalves halves, int morning, int afternoon)
{
    if (halves == CO_HALF_BOTH)
        return MIN(morning, co_attendance_halves_min(parameters, CO_HALF_AM)) +
               MIN(afternoon, co_attendance_halves_min(parameters, CO_HALF_PM));
    return MIN(morning + afternoon, co_attendance_halves_min(parameters, halves));
}

/* Adds one module of the person's path. */
static void follow_module(const CoRegister *book, int person_idx, int module_idx,
                          CoFollowed *followed)
{
    const CoCampaign *campaign = book->campaign;
    const CoModule *module = &campaign->modules[module_idx];
    const char *path = campaign->paths[module->path_idx].code;
    CoHalves halves = halves_of(book, book->group_of[person_idx], module_idx);
    int n, morning = 0, afternoon = 0;
    const CoAttendance *const *rows = co_register_of_person(book, person_idx, &n);
    for (int i = 0; i < n; i++) {
        if (strcmp(rows[i]->module, module->code) != 0 || strcmp(rows[i]->path, path) != 0)
            continue;
        followed->is_told[module->mode] = true;
        followed->n_half_days += rows[i]->state == CO_PRESENCE_PRESENT;
        *(rows[i]->half == CO_HALF_AM ? &morning : &afternoon) +=
            co_attendance_row_min(&campaign->parameters, rows[i], module->mode);
    }
    followed->planned_min[module->mode] += co_attendance_halves_min(&campaign->parameters, halves);
    followed->followed_min[module->mode] +=
        minutes_kept(&campaign->parameters, halves, morning, afternoon);
}

void co_register_followed(const CoRegister *book, int person_idx, CoFollowed *followed)
{
    g_return_if_fail(book != NULL && followed != NULL);
    g_return_if_fail(person_idx >= 0 && person_idx < book->campaign->n_people);
    int own = book->group_of[person_idx];
    /* Whoever was called to a group follows its path, whatever became of their role. */
    int path_idx =
        own >= 0 ? book->plan->groups[own].path_idx : book->campaign->people[person_idx].path_idx;
    *followed = (CoFollowed){0};
    if (path_idx < 0)
        return;
    const CoPath *path = &book->campaign->paths[path_idx];
    for (int i = 0; i < path->n_modules; i++)
        follow_module(book, person_idx, path->module_idx[i], followed);
}

bool co_register_is_ready(const CoRegister *book, int group_idx, CoDay day)
{
    g_return_val_if_fail(book != NULL && group_idx >= 0 && group_idx < book->plan->n_groups, false);
    const CoGroup *group = &book->plan->groups[group_idx];
    for (int i = 0; i < group->n_meetings; i++)
        if (group->meetings[i].day > day)
            return false;
    return group->n_members > 0 && co_register_n_missing(book, group_idx) == 0;
}

static bool has_name(const CoPerson *person)
{
    return *person->last_name != '\0' || *person->first_name != '\0';
}

int *co_register_nameless(const CoRegister *book, int *n)
{
    g_return_val_if_fail(book != NULL && n != NULL, NULL);
    int *people = g_new(int, (gsize)book->campaign->n_people + 1);
    *n = 0;
    for (int p = 0; p < book->campaign->n_people; p++) {
        CoFollowed followed;
        co_register_followed(book, p, &followed);
        if (followed.n_half_days > 0 && !has_name(&book->campaign->people[p]))
            people[(*n)++] = p;
    }
    return people;
}

int *co_register_awarded(const CoRegister *book, int group_idx, int *n)
{
    g_return_val_if_fail(book != NULL && n != NULL, NULL);
    int *people = g_new(int, (gsize)book->campaign->n_people + 1);
    *n = 0;
    for (int p = 0; p < book->campaign->n_people; p++) {
        CoFollowed followed;
        if (co_register_group_of(book, p) != group_idx)
            continue;
        co_register_followed(book, p, &followed);
        if (followed.n_half_days > 0 && has_name(&book->campaign->people[p]))
            people[(*n)++] = p;
    }
    return people;
}

static bool is_trained(const CoFollowed *followed)
{
    static const CoMode modes[] = {CO_MODE_IN_PERSON, CO_MODE_VIRTUAL_CLASS};
    for (size_t i = 0; i < G_N_ELEMENTS(modes); i++)
        if (followed->followed_min[modes[i]] < followed->planned_min[modes[i]])
            return false;
    return true;
}

static void add_person(const CoRegister *book, int person_idx, CoAttendanceTotals *totals)
{
    CoFollowed followed;
    int n, own = book->group_of[person_idx];
    const char *code = own < 0 ? "" : book->plan->groups[own].code;
    const CoAttendance *const *rows = co_register_of_person(book, person_idx, &n);
    co_register_followed(book, person_idx, &followed);
    for (int i = 0; i < n; i++)
        totals->n_catch_ups +=
            rows[i]->state == CO_PRESENCE_PRESENT && strcmp(rows[i]->group, code) != 0;
    totals->n_people += followed.n_half_days > 0;
    totals->n_trained += followed.n_half_days > 0 && is_trained(&followed);
}

static void add_group(const CoRegister *book, const CoGroup *group, CoAttendanceTotals *totals)
{
    Tally tally = {0};
    for (int i = 0; i < group->n_members; i++)
        tally_member(book, group, group->members[i], &tally);
    totals->n_groups++;
    totals->n_closed_groups += n_told(&tally) == tally.n_expected;
    totals->n_expected += tally.n_expected;
    totals->n_present += tally.n_of[CO_PRESENCE_PRESENT];
    totals->n_absent += tally.n_of[CO_PRESENCE_ABSENT];
    totals->n_excused += tally.n_of[CO_PRESENCE_EXCUSED];
}

void co_register_totals(const CoRegister *book, CoAttendanceTotals *totals)
{
    g_return_if_fail(book != NULL && totals != NULL);
    *totals = (CoAttendanceTotals){0};
    for (int g = 0; g < book->plan->n_groups; g++)
        add_group(book, &book->plan->groups[g], totals);
    for (int p = 0; p < book->campaign->n_people; p++)
        add_person(book, p, totals);
}
