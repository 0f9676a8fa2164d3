/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inspection.h"

#include "absences.h"

/* A count is believed only when there is something to count. */
static int count_of(const void *elements, int n)
{
    return elements != NULL && n > 0 ? n : 0;
}

static int compare_ints(gconstpointer a, gconstpointer b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static void look_at_members(CoTeam *team, const CoCampaign *campaign)
{
    const CoGroup *group = team->group;
    int n_listed = count_of(group->members, group->n_members), n_known = 0;
    team->members = g_new(int, (gsize)n_listed);
    for (int i = 0; i < n_listed; i++) {
        if (group->members[i] >= 0 && group->members[i] < campaign->n_people)
            team->members[n_known++] = group->members[i];
    }
    if (n_known > 1)
        qsort(team->members, (size_t)n_known, sizeof(int), compare_ints);
    for (int i = 0; i < n_known; i++) {
        if (i == 0 || team->members[i] != team->members[i - 1])
            team->members[team->n_members++] = team->members[i];
    }
}

static void look_at_trainers(CoTeam *team, const CoCampaign *campaign)
{
    for (int i = 0; i < 2; i++) {
        int trainer_idx = team->group->trainer_idx[i];
        bool known = trainer_idx >= 0 && trainer_idx < campaign->n_trainers;
        bool doubled = team->n_trainers > 0 && team->trainers[0] == trainer_idx;
        if (known && !doubled)
            team->trainers[team->n_trainers++] = trainer_idx;
    }
}

static CoSitting look_at_meeting(const CoMeeting *meeting, const CoCampaign *campaign)
{
    const CoParameters *parameters = &campaign->parameters;
    bool known = meeting->module_idx >= 0 && meeting->module_idx < campaign->n_modules;
    const CoModule *module = known ? &campaign->modules[meeting->module_idx] : NULL;
    bool is_half_day = meeting->halves >= CO_HALF_AM && meeting->halves <= CO_HALF_BOTH;
    return (CoSitting){
        .module_idx = meeting->module_idx,
        .module = module,
        .day = meeting->day,
        .halves = is_half_day ? meeting->halves : 0,
        .in_person = known && module->mode == CO_MODE_IN_PERSON,
        .is_class = known && module->mode == CO_MODE_VIRTUAL_CLASS,
        .dated = meeting->day > CO_DAY_NONE && parameters->first_day > CO_DAY_NONE &&
                 meeting->day >= parameters->first_day && meeting->day <= parameters->last_day,
    };
}

static void look_at_group(CoTeam *team, const CoCampaign *campaign)
{
    const CoGroup *group = team->group;
    if (group->path_idx >= 0 && group->path_idx < campaign->n_paths)
        team->path = &campaign->paths[group->path_idx];
    if (group->room_idx >= 0 && group->room_idx < campaign->n_rooms)
        team->room = &campaign->rooms[group->room_idx];
    look_at_members(team, campaign);
    look_at_trainers(team, campaign);
    team->n_sittings = count_of(group->meetings, group->n_meetings);
    team->sittings = g_new(CoSitting, (gsize)team->n_sittings);
    for (int i = 0; i < team->n_sittings; i++)
        team->sittings[i] = look_at_meeting(&group->meetings[i], campaign);
}

static void find_teams_of_people(CoInspection *inspection)
{
    for (int i = 0; i < inspection->campaign->n_people; i++)
        inspection->team_of_person[i] = -1;
    for (int g = inspection->n_teams - 1; g >= 0; g--) {
        const CoTeam *team = &inspection->teams[g];
        for (int i = 0; i < team->n_members; i++)
            inspection->team_of_person[team->members[i]] = g;
    }
}

static void find_trainers_of_people(CoInspection *inspection)
{
    const CoCampaign *campaign = inspection->campaign;
    for (int i = 0; i < campaign->n_people; i++)
        inspection->trainer_of_person[i] = -1;
    for (int t = campaign->n_trainers - 1; t >= 0; t--) {
        if (campaign->trainers[t].person_idx >= 0)
            inspection->trainer_of_person[campaign->trainers[t].person_idx] = t;
    }
}

void co_inspection_init(CoInspection *inspection, const CoCampaign *campaign, const CoPlan *plan,
                        const CoPlan *published)
{
    *inspection = (CoInspection){
        .campaign = campaign,
        .plan = plan,
        .published = published,
        .n_teams = count_of(plan->groups, plan->n_groups),
        .team_of_person = g_new(int, (gsize)campaign->n_people),
        .trainer_of_person = g_new(int, (gsize)campaign->n_people),
        .violations = g_array_new(FALSE, FALSE, sizeof(CoViolation)),
    };
    inspection->teams = g_new0(CoTeam, (gsize)inspection->n_teams);
    for (int g = 0; g < inspection->n_teams; g++) {
        inspection->teams[g].group_idx = g;
        inspection->teams[g].group = &plan->groups[g];
        look_at_group(&inspection->teams[g], campaign);
    }
    find_teams_of_people(inspection);
    find_trainers_of_people(inspection);
    inspection->absences = co_absences_of_service(inspection, &inspection->n_absences);
}

void co_inspection_clear(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        g_free(inspection->teams[g].members);
        g_free(inspection->teams[g].sittings);
    }
    g_free(inspection->teams);
    g_free(inspection->team_of_person);
    g_free(inspection->trainer_of_person);
    g_free(inspection->absences);
    g_array_unref(inspection->violations);
}

CoViolation co_violation(CoRule rule, CoBreach breach)
{
    return (CoViolation){
        .rule = rule,
        .breach = breach,
        .group_idx = -1,
        .other_group_idx = -1,
        .person_idx = -1,
        .trainer_idx = -1,
        .room_idx = -1,
        .establishment_idx = -1,
        .module_idx = -1,
        .path_idx = -1,
        .academy_idx = -1,
        .milestone_idx = -1,
        .lock_idx = -1,
    };
}

CoViolation co_team_violation(const CoTeam *team, CoRule rule, CoBreach breach)
{
    CoViolation violation = co_violation(rule, breach);
    violation.group_idx = team->group_idx;
    return violation;
}

CoViolation co_sitting_violation(const CoTeam *team, const CoSitting *sitting, CoRule rule,
                                 CoBreach breach)
{
    CoViolation violation = co_team_violation(team, rule, breach);
    violation.module_idx = sitting->module_idx;
    violation.day = sitting->day;
    violation.halves = sitting->halves;
    return violation;
}

void co_inspection_report(CoInspection *inspection, CoViolation violation)
{
    g_array_append_val(inspection->violations, violation);
}

int64_t co_slot_of(CoDay day, CoHalves half)
{
    return 2 * (int64_t)day + (half == CO_HALF_PM ? 1 : 0);
}

CoDay co_slot_day(int64_t slot)
{
    return (CoDay)(slot / 2);
}

CoHalves co_slot_half(int64_t slot)
{
    return slot % 2 == 0 ? CO_HALF_AM : CO_HALF_PM;
}

bool co_sitting_is_away(const CoInspection *inspection, const CoSitting *sitting)
{
    bool remote_counts = inspection->campaign->parameters.continuity_remote;
    return sitting->dated && (sitting->in_person || (sitting->is_class && remote_counts));
}

CoHalves co_sitting_blocked(const CoSitting *sitting, const CoSpan *spans, int n_spans)
{
    CoHalves blocked = 0;
    for (CoHalves half = CO_HALF_AM; half <= CO_HALF_PM; half++) {
        for (int i = 0; (sitting->halves & half) && i < n_spans; i++) {
            if (co_span_covers(&spans[i], sitting->day, half))
                blocked |= half;
        }
    }
    return blocked;
}

int co_sitting_half_days(const CoSitting *sitting)
{
    return ((sitting->halves & CO_HALF_AM) ? 1 : 0) + ((sitting->halves & CO_HALF_PM) ? 1 : 0);
}

const CoSitting *co_team_sitting(const CoTeam *team, int module_idx)
{
    for (int i = 0; i < team->n_sittings; i++) {
        if (team->sittings[i].module_idx == module_idx)
            return &team->sittings[i];
    }
    return NULL;
}

bool co_team_meets_in_person(const CoInspection *inspection, const CoTeam *team)
{
    for (int i = 0; team->path != NULL && i < team->path->n_modules; i++) {
        if (inspection->campaign->modules[team->path->module_idx[i]].mode == CO_MODE_IN_PERSON)
            return true;
    }
    return false;
}

bool co_team_has_member(const CoTeam *team, int person_idx)
{
    return team->n_members > 0 && bsearch(&person_idx, team->members, (size_t)team->n_members,
                                          sizeof(int), compare_ints) != NULL;
}

bool co_module_is_synchronous(const CoModule *module)
{
    return module->mode == CO_MODE_IN_PERSON || module->mode == CO_MODE_VIRTUAL_CLASS;
}

bool co_person_needs_group(const CoCampaign *campaign, int person_idx)
{
    if (!co_campaign_person_is_planned(campaign, person_idx))
        return false;
    const CoPath *path = &campaign->paths[campaign->people[person_idx].path_idx];
    for (int i = 0; i < path->n_modules; i++) {
        if (co_module_is_synchronous(&campaign->modules[path->module_idx[i]]))
            return true;
    }
    return false;
}

const CoEstablishment *co_person_establishment(const CoCampaign *campaign, int person_idx)
{
    int establishment_idx = campaign->people[person_idx].establishment_idx;
    return establishment_idx >= 0 ? &campaign->establishments[establishment_idx] : NULL;
}

const CoPlace *co_person_place(const CoCampaign *campaign, int person_idx)
{
    static const CoPlace nowhere = {.uai = "", .commune = "", .commune_code = "", .department = ""};
    const CoEstablishment *establishment = co_person_establishment(campaign, person_idx);
    return establishment != NULL ? &establishment->place : &nowhere;
}

int co_person_post(const CoCampaign *campaign, int person_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    for (int i = 0; i < person->n_roles; i++) {
        if (campaign->roles[person->role_idx[i]].service)
            return person->establishment_idx;
    }
    return -1;
}

int co_trainer_post(const CoCampaign *campaign, int trainer_idx)
{
    const CoTrainer *trainer = &campaign->trainers[trainer_idx];
    bool serves = trainer->role_idx >= 0 && campaign->roles[trainer->role_idx].service;
    return serves ? trainer->establishment_idx : -1;
}

int co_service_limit(const CoEstablishment *establishment)
{
    return establishment->staff < 0 ? -1 : MAX(1, establishment->staff - 1);
}

bool co_person_has_role(const CoPerson *person, int role_idx)
{
    for (int i = 0; i < person->n_roles; i++) {
        if (person->role_idx[i] == role_idx)
            return true;
    }
    return false;
}

bool co_milestone_holds(const CoMilestone *milestone, int academy_idx, CoDay day)
{
    bool meant = milestone->academy_idx < 0 || milestone->academy_idx == academy_idx;
    return meant && day >= milestone->first_day && day <= milestone->last_day;
}
