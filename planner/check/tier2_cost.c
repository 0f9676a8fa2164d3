/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiers.h"

#include "trip.h"

enum { HOURS_PER_HALF_DAY = 3 };

/* The members of a group who come from one establishment, or one trainer. */
typedef struct Party {
    const CoPlace *from;
    int64_t km_milli;
    int n_persons;
    int n_mileages; /* one each, or fewer with car sharing */
} Party;

static int64_t trainer_time_cents(const CoCampaign *campaign, const CoTeam *team)
{
    int64_t rate_cents = MAX(0, campaign->parameters.trainer_rate_cents);
    int64_t half_days = 0;
    for (int s = 0; s < team->n_sittings; s++)
        half_days += co_sitting_half_days(&team->sittings[s]);
    return half_days * HOURS_PER_HALF_DAY * rate_cents * team->n_trainers;
}

static int compare_establishments(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoPerson *people = data;
    int a = people[*(const int *)left].establishment_idx;
    int b = people[*(const int *)right].establishment_idx;
    return (a > b) - (a < b);
}

/* @return (transfer full) the members, those of one establishment next to one another */
static int *members_by_establishment(const CoCampaign *campaign, const CoTeam *team)
{
    int *members = g_new(int, (gsize)team->n_members);
    for (int i = 0; i < team->n_members; i++)
        members[i] = team->members[i];
    if (team->n_members > 1)
        g_qsort_with_data(members, team->n_members, sizeof(int), compare_establishments,
                          campaign->people);
    return members;
}

static void add_party(const CoDistanceBook *book, const CoTeam *team, GArray *parties, Party party)
{
    party.km_milli = co_distance_km_milli(book, party.from, team->group->room_idx);
    g_array_append_val(parties, party);
}

static void add_members(const CoCampaign *campaign, const CoDistanceBook *book, const CoTeam *team,
                        GArray *parties)
{
    int seats = campaign->parameters.car_seats;
    g_autofree int *members = members_by_establishment(campaign, team);
    const CoPerson *people = campaign->people;
    int n;
    for (int i = 0; i < team->n_members; i += n) {
        int establishment_idx = people[members[i]].establishment_idx;
        n = 1;
        while (i + n < team->n_members &&
               people[members[i + n]].establishment_idx == establishment_idx)
            n++;
        Party party = {
            .from = co_person_place(campaign, members[i]),
            .n_persons = n,
            .n_mileages = seats > 0 ? (n + seats - 1) / seats : n,
        };
        add_party(book, team, parties, party);
    }
}

/* @return (transfer full) of Party */
static GArray *parties_of_team(const CoCampaign *campaign, const CoDistanceBook *book,
                               const CoTeam *team)
{
    GArray *parties = g_array_new(FALSE, FALSE, sizeof(Party));
    add_members(campaign, book, team, parties);
    for (int i = 0; i < team->n_trainers; i++) {
        Party party = {
            .from = &campaign->trainers[team->trainers[i]].place,
            .n_persons = 1,
            .n_mileages = 1,
        };
        add_party(book, team, parties, party);
    }
    return parties;
}

/* @return the halves held in person on the day of that meeting; 0 when an earlier meeting of the
 * list is on the same day and has told already */
static CoHalves halves_of_day(const CoTeam *team, int sitting)
{
    CoHalves halves = 0;
    for (int s = 0; s < team->n_sittings; s++) {
        const CoSitting *other = &team->sittings[s];
        if (!other->in_person || other->day != team->sittings[sitting].day)
            continue;
        if (s < sitting)
            return 0;
        halves |= other->halves;
    }
    return halves;
}

static void add_day(const CoCampaign *campaign, const CoTeam *team, const GArray *parties,
                    CoCheckReport *report, int sitting)
{
    CoJourney journey = {
        .room = team->room,
        .day = team->sittings[sitting].day,
        .full_day = halves_of_day(team, sitting) == CO_HALF_BOTH,
    };
    for (guint i = 0; i < parties->len; i++) {
        const Party *party = &g_array_index(parties, Party, i);
        journey.from = party->from;
        journey.km_milli = party->km_milli;
        CoTrip trip = co_trip_price(campaign, &journey);
        report->mileage_cents += party->n_mileages * trip.mileage_cents;
        report->meal_cents += party->n_persons * trip.meal_cents;
    }
}

static void add_trips(const CoCampaign *campaign, const CoDistanceBook *book, const CoTeam *team,
                      CoCheckReport *report)
{
    if (team->room == NULL)
        return;
    g_autoptr(GArray) parties = parties_of_team(campaign, book, team);
    for (int s = 0; s < team->n_sittings; s++) {
        if (team->sittings[s].in_person && halves_of_day(team, s) != 0)
            add_day(campaign, team, parties, report, s);
    }
}

void co_tier2_cost(const CoInspection *inspection, CoCheckReport *report)
{
    const CoCampaign *campaign = inspection->campaign;
    g_autoptr(CoDistanceBook) book = co_distance_book_new(campaign);
    for (int g = 0; g < inspection->n_teams; g++) {
        report->trainer_time_cents += trainer_time_cents(campaign, &inspection->teams[g]);
        add_trips(campaign, book, &inspection->teams[g], report);
    }
    report->cost_cents = report->trainer_time_cents + report->mileage_cents + report->meal_cents;
}
