/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include "absences.h"

/* A place held in a slot. One human who teaches and sits in a meeting holds two. */
typedef struct Hold {
    int who; /* a human or a room */
    int64_t slot;
    int group_idx; /* -1 = the webinar of the path */
    int sitting;   /* position among the meetings of the group */
    int module_idx;
    int trainer_idx; /* -1 = as member */
} Hold;

static int compare_holds(gconstpointer left, gconstpointer right)
{
    const Hold *a = left, *b = right;
    if (a->who != b->who)
        return a->who < b->who ? -1 : 1;
    if (a->slot != b->slot)
        return a->slot < b->slot ? -1 : 1;
    /* Webinars last, so that a clash is told from the group's side. */
    if (a->group_idx != b->group_idx)
        return (guint)a->group_idx < (guint)b->group_idx ? -1 : 1;
    if (a->sitting != b->sitting)
        return a->sitting < b->sitting ? -1 : 1;
    return (a->trainer_idx > b->trainer_idx) - (a->trainer_idx < b->trainer_idx);
}

static void add_hold(GArray *holds, Hold hold, CoDay day, CoHalves halves)
{
    for (CoHalves half = CO_HALF_AM; half <= CO_HALF_PM; half++) {
        hold.slot = co_slot_of(day, half);
        if (halves & half)
            g_array_append_val(holds, hold);
    }
}

static Hold hold_of(const CoTeam *team, int sitting)
{
    return (Hold){.group_idx = team->group_idx,
                  .sitting = sitting,
                  .module_idx = team->sittings[sitting].module_idx,
                  .trainer_idx = -1};
}

static void add_humans(const CoInspection *inspection, const CoTeam *team, GArray *holds)
{
    for (int s = 0; s < team->n_sittings; s++) {
        const CoSitting *sitting = &team->sittings[s];
        Hold hold = hold_of(team, s);
        for (int i = 0; sitting->dated && i < team->n_members; i++) {
            hold.who = team->members[i];
            add_hold(holds, hold, sitting->day, sitting->halves);
        }
        for (int i = 0; sitting->dated && i < team->n_trainers; i++) {
            hold.trainer_idx = team->trainers[i];
            hold.who = co_human_of_trainer(inspection->campaign, hold.trainer_idx);
            add_hold(holds, hold, sitting->day, sitting->halves);
        }
    }
}

/* A webinar gathers the whole path at once, those without a place in the plan too. */
static void add_webinar(const CoCampaign *campaign, int module_idx, GArray *holds)
{
    const CoModule *module = &campaign->modules[module_idx];
    if (module->mode != CO_MODE_WEBINAR || module->earliest == CO_DAY_NONE)
        return;
    CoHalves halves = module->moment == CO_MOMENT_PM ? CO_HALF_PM : CO_HALF_AM;
    if (module->half_days >= 2)
        halves = CO_HALF_BOTH;
    Hold hold = {.group_idx = -1, .sitting = -1, .module_idx = module_idx, .trainer_idx = -1};
    for (int i = 0; i < campaign->n_people; i++) {
        hold.who = i;
        if (campaign->people[i].path_idx == module->path_idx &&
            co_campaign_person_is_planned(campaign, i))
            add_hold(holds, hold, module->earliest, halves);
    }
}

static void add_rooms(const CoInspection *inspection, const CoTeam *team, GArray *holds)
{
    for (int s = 0; team->room != NULL && s < team->n_sittings; s++) {
        const CoSitting *sitting = &team->sittings[s];
        Hold hold = hold_of(team, s);
        hold.who = (int)(team->room - inspection->campaign->rooms);
        if (sitting->dated && sitting->in_person)
            add_hold(holds, hold, sitting->day, sitting->halves);
    }
}

static CoViolation clash_of(const Hold *first, const Hold *second, CoBreach breach)
{
    CoViolation violation = co_violation(CO_R01, breach);
    violation.group_idx = first->group_idx;
    violation.other_group_idx = second->group_idx;
    violation.module_idx = second->module_idx;
    violation.day = co_slot_day(first->slot);
    violation.halves = co_slot_half(first->slot);
    return violation;
}

/* Two webinars may meet: their dates are given, no plan can help it. */
static bool is_clash(const Hold *first, const Hold *second)
{
    return first->who == second->who && first->slot == second->slot && first->group_idx >= 0;
}

static void report_humans(CoInspection *inspection, const GArray *holds)
{
    int n_people = inspection->campaign->n_people;
    for (guint i = 1; i < holds->len; i++) {
        const Hold *first = &g_array_index(holds, Hold, i - 1), *second = first + 1;
        if (!is_clash(first, second))
            continue;
        CoViolation violation = clash_of(first, second, CO_BREACH_HUMAN_TWICE);
        violation.person_idx = first->who < n_people ? first->who : -1;
        violation.trainer_idx = first->trainer_idx >= 0 ? first->trainer_idx : second->trainer_idx;
        co_inspection_report(inspection, violation);
    }
}

static void report_rooms(CoInspection *inspection, const GArray *holds)
{
    for (guint i = 1; i < holds->len; i++) {
        const Hold *first = &g_array_index(holds, Hold, i - 1), *second = first + 1;
        if (!is_clash(first, second))
            continue;
        CoViolation violation = clash_of(first, second, CO_BREACH_ROOM_TWICE);
        violation.room_idx = first->who;
        co_inspection_report(inspection, violation);
    }
}

void co_check_r01_overlap(CoInspection *inspection)
{
    g_autoptr(GArray) humans = g_array_new(FALSE, FALSE, sizeof(Hold));
    g_autoptr(GArray) rooms = g_array_new(FALSE, FALSE, sizeof(Hold));
    for (int g = 0; g < inspection->n_teams; g++) {
        add_humans(inspection, &inspection->teams[g], humans);
        add_rooms(inspection, &inspection->teams[g], rooms);
    }
    for (int m = 0; m < inspection->campaign->n_modules; m++)
        add_webinar(inspection->campaign, m, humans);
    g_array_sort(humans, compare_holds);
    g_array_sort(rooms, compare_holds);
    report_humans(inspection, humans);
    report_rooms(inspection, rooms);
}
