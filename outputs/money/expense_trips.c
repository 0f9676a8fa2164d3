/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who goes where when. */
#include "expense_lines.h"

#include <string.h>

#include "outputs/agenda/agenda.h"
#include "outputs/publication.h"

/* Cents per (thousandth of km x millionth of euro per km), there and back: 2 x 100 / 1e9. */
#define MILEAGE_DIVISOR 5000000

/* ---- humans in the order of the lines ---- */

typedef struct Human {
    int human_idx, establishment_idx;
    const char *uai;
    int name_rank; /* participants by name, then trainers by row */
} Human;

static int compare_ints(int a, int b)
{
    return (a > b) - (a < b);
}

static int compare_humans(gconstpointer left, gconstpointer right)
{
    const Human *a = left, *b = right;
    if ((a->establishment_idx < 0) != (b->establishment_idx < 0))
        return a->establishment_idx < 0 ? 1 : -1;
    int order = compare_ints(a->establishment_idx, b->establishment_idx);
    if (order == 0)
        order = strcmp(a->uai, b->uai);
    return order != 0 ? order : compare_ints(a->name_rank, b->name_rank);
}

static int human_of_trainer(const CoCampaign *campaign, int trainer_idx)
{
    int person_idx = campaign->trainers[trainer_idx].person_idx;
    return person_idx >= 0 ? person_idx : campaign->n_people + trainer_idx;
}

/* @return (transfer full) the place of each human in the order of the lines */
static int *rank_humans(const CoCampaign *campaign)
{
    int n_people = campaign->n_people, n = n_people + campaign->n_trainers;
    g_autofree int *by_name = g_new(int, (gsize)n_people + 1);
    g_autofree Human *humans = g_new(Human, (gsize)n + 1);
    int *rank = g_new(int, (gsize)n + 1);
    for (int i = 0; i < n_people; i++)
        by_name[i] = i;
    co_publication_sort_by_name(campaign, by_name, n_people);
    for (int i = 0; i < n_people; i++)
        humans[i] = (Human){by_name[i], campaign->people[by_name[i]].establishment_idx, "", i};
    for (int t = 0; t < campaign->n_trainers; t++)
        humans[n_people + t] = (Human){n_people + t, campaign->trainers[t].establishment_idx,
                                       campaign->trainers[t].place.uai, n_people + t};
    /* Within the campaign the establishment says all. */
    for (int i = n_people; i < n; i++)
        humans[i].uai = humans[i].establishment_idx >= 0 ? "" : humans[i].uai;
    qsort(humans, (size_t)n, sizeof *humans, compare_humans);
    for (int i = 0; i < n; i++)
        rank[humans[i].human_idx] = i;
    return rank;
}

/* ---- days of a group ---- */

/* What a group does in person on one day, and what the plan's cost counts for a trip there. */
typedef struct GroupDay {
    CoDay day;
    CoHalves halves;
    int64_t km_rate_micro, meal_cents;
} GroupDay;

static void price_day(const CoCampaign *campaign, const CoRoom *room, GroupDay *day)
{
    const CoParameters *parameters = &campaign->parameters;
    const CoRate *rate = co_trip_rate_on(campaign, "taux_km", day->day);
    day->km_rate_micro = rate != NULL ? rate->value_micro : parameters->km_rate_micro;
    if (day->halves == CO_HALF_BOTH)
        day->meal_cents =
            room->canteen ? co_trip_cents_on(campaign, "repas_restauration", day->day,
                                             parameters->meal_canteen_cents)
                          : co_trip_cents_on(campaign, "repas", day->day, parameters->meal_cents);
}

/* Two meetings on one day are one stay. @return (transfer full) of GroupDay */
static GArray *days_of_group(const CoCampaign *campaign, const CoGroup *group)
{
    GArray *days = g_array_new(FALSE, TRUE, sizeof(GroupDay));
    for (int m = 0; m < group->n_meetings; m++) {
        const CoMeeting *meeting = &group->meetings[m];
        if (campaign->modules[meeting->module_idx].mode != CO_MODE_IN_PERSON)
            continue;
        guint d = 0;
        while (d < days->len && g_array_index(days, GroupDay, d).day != meeting->day)
            d++;
        if (d == days->len)
            g_array_set_size(days, d + 1);
        GroupDay *day = &g_array_index(days, GroupDay, d);
        day->day = meeting->day;
        day->halves |= meeting->halves;
    }
    for (guint d = 0; d < days->len; d++)
        price_day(campaign, &campaign->rooms[group->room_idx], &g_array_index(days, GroupDay, d));
    return days;
}

/* ---- lines ---- */

typedef struct Gathering {
    const CoCampaign *campaign;
    const CoPlan *plan;
    CoTripBook *trips;
    GArray *lines;
    int group_idx;
    GArray *days; /* of the group */
} Gathering;

/* @return what the plan's cost counts for the kilometres of one trip */
static int64_t plan_mileage(const CoExpenseLine *line, const GroupDay *day)
{
    if (line->car == CO_CAR_PASSENGER)
        return 0;
    return co_trip_round(line->way.km_milli * day->km_rate_micro, MILEAGE_DIVISOR);
}

/* Adds a line for each day of the group. @param who  its first fields are set */
static void add_lines(Gathering *gathering, const CoExpenseLine *who)
{
    const CoParameters *parameters = &gathering->campaign->parameters;
    const CoGroup *group = &gathering->plan->groups[gathering->group_idx];
    CoExpenseLine line = *who;
    line.group_idx = gathering->group_idx;
    line.other_group_idx = -1;
    line.room_idx = group->room_idx;
    line.way = co_trip_way(gathering->trips, line.post, line.room_idx);
    bool is_paid =
        !co_trip_same_commune(line.post, &gathering->campaign->rooms[line.room_idx].place);
    for (guint d = 0; d < gathering->days->len; d++) {
        const GroupDay *day = &g_array_index(gathering->days, GroupDay, d);
        line.day = day->day;
        line.halves = day->halves;
        line.start_min = co_agenda_start_min(parameters, day->halves);
        line.end_min = co_agenda_end_min(parameters, day->halves);
        line.plan_mileage_cents = is_paid ? plan_mileage(&line, day) : 0;
        line.plan_meal_cents = is_paid ? day->meal_cents : 0;
        g_array_append_val(gathering->lines, line);
    }
}

static void add_trainers(Gathering *gathering)
{
    const CoCampaign *campaign = gathering->campaign;
    const CoGroup *group = &gathering->plan->groups[gathering->group_idx];
    for (int i = 0; i < 2; i++) {
        int t = group->trainer_idx[i];
        if (t < 0)
            continue;
        const CoTrainer *trainer = &campaign->trainers[t];
        int person_idx = trainer->person_idx;
        const CoExpenseLine who = {
            .human_idx = human_of_trainer(campaign, t),
            .person_idx = -1,
            .trainer_idx = t,
            .establishment_idx = person_idx >= 0 ? campaign->people[person_idx].establishment_idx
                                                 : trainer->establishment_idx,
            .post = &trainer->place,
        };
        add_lines(gathering, &who);
    }
}

static int compare_members(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoPerson *people = data;
    int a = *(const int *)left, b = *(const int *)right;
    int order = compare_ints(people[a].establishment_idx, people[b].establishment_idx);
    return order != 0 ? order : compare_ints(a, b);
}

/* @param rank  among the members of one establishment @param n  their number */
static CoCarRole car_role(const CoCampaign *campaign, int rank, int n)
{
    int seats = campaign->parameters.car_seats;
    if (seats <= 1 || n == 1)
        return CO_CAR_ALONE;
    return rank < (n + seats - 1) / seats ? CO_CAR_DRIVER : CO_CAR_PASSENGER;
}

static void add_members(Gathering *gathering)
{
    const CoCampaign *campaign = gathering->campaign;
    const CoGroup *group = &gathering->plan->groups[gathering->group_idx];
    g_autofree int *members = g_new(int, (gsize)group->n_members + 1);
    for (int i = 0; i < group->n_members; i++)
        members[i] = group->members[i];
    if (group->n_members > 1)
        g_qsort_with_data(members, group->n_members, sizeof *members, compare_members,
                          campaign->people);
    for (int first = 0, next; first < group->n_members; first = next) {
        int establishment_idx = campaign->people[members[first]].establishment_idx;
        for (next = first; next < group->n_members &&
                           campaign->people[members[next]].establishment_idx == establishment_idx;)
            next++;
        for (int i = first; i < next; i++) {
            const CoExpenseLine who = {
                .human_idx = members[i],
                .person_idx = members[i],
                .trainer_idx = -1,
                .establishment_idx = establishment_idx,
                .post = &campaign->establishments[establishment_idx].place,
                .car = car_role(campaign, i - first, next - first),
            };
            add_lines(gathering, &who);
        }
    }
}

static int compare_lines(gconstpointer left, gconstpointer right, gpointer data)
{
    const int *rank = data;
    const CoExpenseLine *a = left, *b = right;
    int order = compare_ints(rank[a->human_idx], rank[b->human_idx]);
    if (order == 0)
        order = compare_ints(a->day, b->day);
    if (order == 0)
        order = compare_ints(a->start_min, b->start_min);
    return order != 0 ? order : compare_ints(a->group_idx, b->group_idx);
}

/* Lines of one human, day and site become one. */
static void merge_sites(GArray *lines, const CoCampaign *campaign)
{
    g_auto(CoSites) sites = {0};
    co_sites_init(&sites, campaign);
    guint n = 0;
    for (guint i = 0; i < lines->len; i++) {
        const CoExpenseLine *line = &g_array_index(lines, CoExpenseLine, i);
        CoExpenseLine *last = n > 0 ? &g_array_index(lines, CoExpenseLine, n - 1) : NULL;
        if (last == NULL || last->human_idx != line->human_idx || last->day != line->day ||
            sites.of_room[last->room_idx] != sites.of_room[line->room_idx]) {
            g_array_index(lines, CoExpenseLine, n++) = *line;
            continue;
        }
        if (last->other_group_idx < 0 && line->group_idx != last->group_idx)
            last->other_group_idx = line->group_idx;
        last->halves |= line->halves;
        last->end_min = MAX(last->end_min, line->end_min);
        last->plan_mileage_cents += line->plan_mileage_cents;
        last->plan_meal_cents += line->plan_meal_cents;
    }
    g_array_set_size(lines, n);
}

GArray *co_expense_trips(const CoCampaign *campaign, const CoPlan *plan)
{
    g_autoptr(CoTripBook) trips = co_trip_book_new(campaign);
    g_autofree int *rank = rank_humans(campaign);
    Gathering gathering = {campaign, plan, trips, g_array_new(FALSE, FALSE, sizeof(CoExpenseLine)),
                           0,        NULL};
    for (int g = 0; g < plan->n_groups; g++) {
        if (plan->groups[g].room_idx < 0)
            continue;
        g_autoptr(GArray) days = days_of_group(campaign, &plan->groups[g]);
        gathering.group_idx = g;
        gathering.days = days;
        add_members(&gathering);
        add_trainers(&gathering);
    }
    g_array_sort_with_data(gathering.lines, compare_lines, rank);
    merge_sites(gathering.lines, campaign);
    return gathering.lines;
}
