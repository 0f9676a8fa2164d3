/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiers.h"

#include "absences.h"

enum {
    POINTS_WEDNESDAY = 10,
    POINTS_SIZE = 1,
    POINTS_SPREAD = 2,
    POINTS_OFFICE_WEEKS = 5,
    POINTS_MILESTONE = 3,
    POINTS_MISSED_CLASS = 3,
    WEDNESDAY = 3,
    DAYS_PER_WEEK = 7,
};

/* @return whether an earlier in-person meeting of the list is on the same date */
static bool is_told(const CoTeam *team, int sitting)
{
    for (int s = 0; s < sitting; s++) {
        if (team->sittings[s].in_person && team->sittings[s].day == team->sittings[sitting].day)
            return true;
    }
    return false;
}

static int64_t wednesdays(const CoInspection *inspection, const CoTeam *team)
{
    int64_t n_dates = 0;
    if (inspection->campaign->parameters.wednesday != CO_WEDNESDAY_AVOIDED)
        return 0;
    for (int s = 0; s < team->n_sittings; s++) {
        const CoSitting *sitting = &team->sittings[s];
        if (sitting->dated && sitting->in_person && co_day_weekday(sitting->day) == WEDNESDAY &&
            !is_told(team, s))
            n_dates++;
    }
    return n_dates;
}

static int64_t off_target(const CoTeam *team)
{
    return team->path != NULL ? ABS((int64_t)team->n_members - team->path->target_size) : 0;
}

static void add_load(const CoTeam *team, int64_t *half_days)
{
    for (int s = 0; s < team->n_sittings; s++) {
        for (int i = 0; i < team->n_trainers; i++)
            half_days[team->trainers[i]] += co_sitting_half_days(&team->sittings[s]);
    }
}

/* How unevenly the half-days of a path fall on those who teach it. */
static int64_t spread_of_path(const CoInspection *inspection, const CoPath *path)
{
    int n_trainers = inspection->campaign->n_trainers;
    g_autofree int64_t *half_days = g_new0(int64_t, (gsize)n_trainers);
    for (int g = 0; g < inspection->n_teams; g++) {
        if (inspection->teams[g].path == path)
            add_load(&inspection->teams[g], half_days);
    }
    int64_t least = INT64_MAX, most = 0;
    for (int t = 0; t < n_trainers; t++) {
        if (half_days[t] > 0) {
            least = MIN(least, half_days[t]);
            most = MAX(most, half_days[t]);
        }
    }
    return most > 0 ? most - least : 0;
}

/* Pairs of consecutive weeks in which an office of several was emptied to its limit. Absences come
 * by establishment and time, so a week is met whole before the next. */
static int64_t office_weeks(const CoInspection *inspection)
{
    int64_t n_pairs = 0;
    int establishment_idx = -1;
    CoDay last_monday = CO_DAY_NONE;
    for (int i = 0; i < inspection->n_absences; i++) {
        const CoAbsence *absence = &inspection->absences[i];
        int limit =
            co_service_limit(&inspection->campaign->establishments[absence->establishment_idx]);
        if (limit < 2 || absence->n_away < limit)
            continue;
        CoDay monday = co_day_monday(co_slot_day(absence->slot));
        if (absence->establishment_idx == establishment_idx &&
            monday == last_monday + DAYS_PER_WEEK)
            n_pairs++;
        establishment_idx = absence->establishment_idx;
        last_monday = monday;
    }
    return n_pairs;
}

static bool is_meant(const CoMilestone *milestone, const CoPerson *person)
{
    if (milestone->n_roles == 0)
        return true;
    for (int i = 0; i < milestone->n_roles; i++) {
        if (co_person_has_role(person, milestone->role_idx[i]))
            return true;
    }
    return false;
}

static bool is_avoided(const CoInspection *inspection, const CoTeam *team, int person_idx,
                       CoDay day)
{
    const CoCampaign *campaign = inspection->campaign;
    for (int m = 0; m < campaign->n_milestones; m++) {
        const CoMilestone *milestone = &campaign->milestones[m];
        if (!milestone->forbidden && co_milestone_holds(milestone, team->group->academy_idx, day) &&
            is_meant(milestone, &campaign->people[person_idx]))
            return true;
    }
    return false;
}

static void add_avoided_dates(const CoInspection *inspection, const CoTeam *team, GArray *dates)
{
    for (int s = 0; s < team->n_sittings; s++) {
        CoSitting sitting = team->sittings[s];
        /* One entry per date, whatever the halves. */
        sitting.halves = CO_HALF_AM;
        for (int i = 0; sitting.dated && i < team->n_members; i++) {
            if (is_avoided(inspection, team, team->members[i], sitting.day))
                co_tally_add(dates, 0, &sitting, team->members[i]);
        }
    }
}

static int64_t avoided_dates(const CoInspection *inspection)
{
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(CoTally));
    for (int g = 0; g < inspection->n_teams; g++)
        add_avoided_dates(inspection, &inspection->teams[g], dates);
    co_tally_settle(dates);
    return dates->len;
}

static int64_t missed_classes(const CoInspection *inspection, const CoTeam *team)
{
    int64_t n_missed = 0;
    for (int s = 0; s < team->n_sittings; s++) {
        const CoSitting *sitting = &team->sittings[s];
        for (int i = 0; sitting->dated && sitting->is_class && i < team->n_members; i++) {
            const CoPerson *person = &inspection->campaign->people[team->members[i]];
            n_missed += co_sitting_blocked(sitting, person->spans, person->n_spans) != 0 ? 1 : 0;
        }
    }
    return n_missed;
}

int64_t co_tier3_comfort(const CoInspection *inspection)
{
    int64_t points = POINTS_OFFICE_WEEKS * office_weeks(inspection) +
                     POINTS_MILESTONE * avoided_dates(inspection);
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        points += POINTS_WEDNESDAY * wednesdays(inspection, team);
        points += POINTS_SIZE * off_target(team);
        points += POINTS_MISSED_CLASS * missed_classes(inspection, team);
    }
    for (int p = 0; p < inspection->campaign->n_paths; p++)
        points += POINTS_SPREAD * spread_of_path(inspection, &inspection->campaign->paths[p]);
    return points;
}
