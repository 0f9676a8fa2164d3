/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the data lack, as far as the plan has a use for it. */
#include "anomaly_list.h"

#include "outputs/agenda/agenda.h"
#include "cohorte/trip.h"

typedef struct Search {
    const CoCampaign *campaign;
    const CoPlan *plan;
    const int *group_of_person;
    const CoTripBook *trips;
    GArray *found;
} Search;

/* ---- by establishment ---- */

/* @return how many a person counts for, 0 or 1 */
typedef int (*CountPerson)(const Search *search, int person_idx);

static void count_by_establishment(const Search *search, CoAnomalyKind kind, CountPerson count)
{
    const CoCampaign *campaign = search->campaign;
    g_autofree int *n_people = g_new0(int, (gsize)campaign->n_establishments + 1);
    for (int i = 0; i < campaign->n_people; i++)
        if (campaign->people[i].establishment_idx >= 0)
            n_people[campaign->people[i].establishment_idx] += count(search, i);
    for (int e = 0; e < campaign->n_establishments; e++) {
        if (n_people[e] == 0)
            continue;
        CoAnomaly anomaly = co_anomaly_of(kind);
        anomaly.establishment_idx = e;
        anomaly.academy_idx = campaign->establishments[e].academy_idx;
        anomaly.found = n_people[e];
        g_array_append_val(search->found, anomaly);
    }
}

static int is_unnamed(const Search *search, int person_idx)
{
    const CoPerson *person = &search->campaign->people[person_idx];
    return search->group_of_person[person_idx] >= 0 && !person->named && !person->reserved;
}

static int is_reserved(const Search *search, int person_idx)
{
    return search->group_of_person[person_idx] >= 0 &&
           search->campaign->people[person_idx].reserved;
}

static int lacks_email(const Search *search, int person_idx)
{
    const CoPerson *person = &search->campaign->people[person_idx];
    return search->group_of_person[person_idx] >= 0 && person->named && *person->email == '\0';
}

static void find_answers(const Search *search)
{
    for (int e = 0; e < search->campaign->n_establishments; e++) {
        if (search->campaign->establishments[e].answered)
            continue;
        CoAnomaly anomaly = co_anomaly_of(CO_ANOMALY_ANSWER_MISSING);
        anomaly.establishment_idx = e;
        anomaly.academy_idx = search->campaign->establishments[e].academy_idx;
        g_array_append_val(search->found, anomaly);
    }
}

/* ---- trainers and groups ---- */

static int n_groups_taught(const CoPlan *plan, int trainer_idx)
{
    int n = 0;
    for (int g = 0; g < plan->n_groups; g++)
        n += co_group_is_taught_by(&plan->groups[g], trainer_idx);
    return n;
}

static void add_trainer(const Search *search, CoAnomalyKind kind, int trainer_idx, int n_groups)
{
    CoAnomaly anomaly = co_anomaly_of(kind);
    anomaly.trainer_idx = trainer_idx;
    anomaly.academy_idx = search->campaign->trainers[trainer_idx].academy_idx;
    anomaly.found = n_groups;
    g_array_append_val(search->found, anomaly);
}

static void find_trainers_without_email(const Search *search)
{
    for (int t = 0; t < search->campaign->n_trainers; t++) {
        int n_groups = n_groups_taught(search->plan, t);
        if (n_groups > 0 && *search->campaign->trainers[t].email == '\0')
            add_trainer(search, CO_ANOMALY_TRAINER_WITHOUT_EMAIL, t, n_groups);
    }
}

static bool lacks_access(const CoPerson *person, CoAnomalyKind kind)
{
    CoTristate state = kind == CO_ANOMALY_OTP_MISSING ? person->otp : person->access_right;
    return state != CO_TRISTATE_YES;
}

static void find_access(const Search *search, CoAnomalyKind kind)
{
    for (int g = 0; g < search->plan->n_groups; g++) {
        const CoGroup *group = &search->plan->groups[g];
        if (!co_agenda_uses_fm1(search->campaign, group->path_idx))
            continue;
        CoAnomaly anomaly = co_anomaly_of_group(search->plan, kind, g);
        anomaly.allowed = group->n_members;
        for (int i = 0; i < group->n_members; i++)
            anomaly.found += lacks_access(&search->campaign->people[group->members[i]], kind);
        if (anomaly.found > 0)
            g_array_append_val(search->found, anomaly);
    }
}

/* ---- continuity ---- */

static int serves(const Search *search, int person_idx)
{
    const CoCampaign *campaign = search->campaign;
    const CoPerson *person = &campaign->people[person_idx];
    if (search->group_of_person[person_idx] < 0 || person->establishment_idx < 0 ||
        campaign->establishments[person->establishment_idx].staff >= 0)
        return 0;
    for (int i = 0; i < person->n_roles; i++)
        if (campaign->roles[person->role_idx[i]].service)
            return 1;
    return 0;
}

/* Who is called alone may always be away; the rule begins with two. */
static void find_unknown_staff(const Search *search)
{
    guint first = search->found->len;
    count_by_establishment(search, CO_ANOMALY_STAFF_UNKNOWN, serves);
    for (guint i = search->found->len; i > first; i--)
        if (g_array_index(search->found, CoAnomaly, i - 1).found < 2)
            g_array_remove_index(search->found, i - 1);
}

/* ---- places ---- */

/* @return whether the place is why the trip to a room counts nothing */
static bool trip_is_unknown(const Search *search, const CoPlace *from, int room_idx)
{
    return room_idx >= 0 && !from->located &&
           !co_trip_same_commune(from, &search->campaign->rooms[room_idx].place) &&
           co_trip_way(search->trips, from, room_idx).source == CO_WAY_UNKNOWN;
}

static int comes_from_unknown(const Search *search, int person_idx)
{
    const CoCampaign *campaign = search->campaign;
    int group = search->group_of_person[person_idx];
    int school = campaign->people[person_idx].establishment_idx;
    return group >= 0 && school >= 0 &&
           trip_is_unknown(search, &campaign->establishments[school].place,
                           search->plan->groups[group].room_idx);
}

static void find_unknown_trainers(const Search *search)
{
    for (int t = 0; t < search->campaign->n_trainers; t++) {
        const CoPlace *from = &search->campaign->trainers[t].place;
        int n_groups = 0;
        for (int g = 0; g < search->plan->n_groups; g++)
            n_groups += co_group_is_taught_by(&search->plan->groups[g], t) &&
                        trip_is_unknown(search, from, search->plan->groups[g].room_idx);
        if (n_groups > 0)
            add_trainer(search, CO_ANOMALY_PLACE_UNKNOWN, t, n_groups);
    }
}

static void find_unknown_rooms(const Search *search)
{
    for (int r = 0; r < search->campaign->n_rooms; r++) {
        CoAnomaly anomaly = co_anomaly_of(CO_ANOMALY_PLACE_UNKNOWN);
        for (int g = 0; g < search->plan->n_groups; g++)
            anomaly.found += search->plan->groups[g].room_idx == r;
        if (anomaly.found == 0 || search->campaign->rooms[r].place.located)
            continue;
        anomaly.room_idx = r;
        anomaly.academy_idx = search->campaign->rooms[r].academy_idx;
        g_array_append_val(search->found, anomaly);
    }
}

/* ---- the campaign ---- */

static bool is_taught(const CoPlan *plan, int path_idx)
{
    for (int g = 0; g < plan->n_groups; g++)
        if (plan->groups[g].path_idx == path_idx)
            return true;
    return false;
}

static void find_links(const Search *search)
{
    for (int m = 0; m < search->campaign->n_modules; m++) {
        const CoModule *module = &search->campaign->modules[m];
        bool is_remote = module->mode == CO_MODE_VIRTUAL_CLASS || module->mode == CO_MODE_WEBINAR;
        if (!is_remote || *module->link != '\0' || !is_taught(search->plan, module->path_idx))
            continue;
        CoAnomaly anomaly = co_anomaly_of(CO_ANOMALY_LINK_MISSING);
        anomaly.module_idx = m;
        g_array_append_val(search->found, anomaly);
    }
}

static void find_parameters(const Search *search)
{
    const CoParameters *parameters = &search->campaign->parameters;
    const CoAnomaly rate = co_anomaly_of(CO_ANOMALY_RATE_MISSING);
    const CoAnomaly organizer = co_anomaly_of(CO_ANOMALY_ORGANIZER_MISSING);
    if (parameters->trainer_rate_cents < 0)
        g_array_append_val(search->found, rate);
    if (*parameters->organizer_email == '\0')
        g_array_append_val(search->found, organizer);
}

void co_anomaly_find_data(const CoOutputContext *context, GArray *found)
{
    g_return_if_fail(context != NULL && found != NULL);
    g_autofree int *groups = co_plan_groups_of_people(context->plan, context->campaign);
    g_autoptr(CoTripBook) trips = co_trip_book_new(context->campaign);
    const Search search = {context->campaign, context->plan, groups, trips, found};
    find_answers(&search);
    count_by_establishment(&search, CO_ANOMALY_PEOPLE_UNNAMED, is_unnamed);
    count_by_establishment(&search, CO_ANOMALY_SEATS_RESERVED, is_reserved);
    count_by_establishment(&search, CO_ANOMALY_PEOPLE_WITHOUT_EMAIL, lacks_email);
    find_trainers_without_email(&search);
    find_access(&search, CO_ANOMALY_OTP_MISSING);
    find_access(&search, CO_ANOMALY_RIGHT_MISSING);
    find_unknown_staff(&search);
    count_by_establishment(&search, CO_ANOMALY_PLACE_UNKNOWN, comes_from_unknown);
    find_unknown_trainers(&search);
    find_unknown_rooms(&search);
    find_links(&search);
    find_parameters(&search);
}
