/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#define N_TONES 8

static void clear_host(gpointer data)
{
    g_free(((CoHost *)data)->rooms);
}

void co_travel_free(CoTravel *travel)
{
    if (travel == NULL)
        return;
    g_array_unref(travel->posts);
    g_array_unref(travel->flows);
    g_array_unref(travel->hosts);
    g_free(travel);
}

const CoPlace *co_travel_school_place(const CoOverview *overview, int establishment_idx)
{
    g_return_val_if_fail(overview != NULL, NULL);
    return &overview->campaign->establishments[establishment_idx].place;
}

const CoPlace *co_travel_host_place(const CoOverview *overview, const CoHost *host)
{
    g_return_val_if_fail(overview != NULL && host != NULL, NULL);
    const CoSites *sites = &overview->publication->sites;
    return &overview->campaign->rooms[sites->first_room[host->site]].place;
}

uint32_t co_travel_tone(int site_rank)
{
    /* Each stands out against white, for lines are thin. */
    static const uint32_t tones[N_TONES] = {0x0072B2, 0xD55E00, 0x00825F, 0xA8468A,
                                            0x6B4E00, 0x4B3FA8, 0x5F6670, 0x8C1C13};
    return tones[site_rank % N_TONES];
}

const char *co_travel_dashes(int site_rank)
{
    /* Against the tones, so that sites of one tone differ in their lines. */
    static const char *const dashes[] = {"none", "7 3", "2 3", "9 3 2 3"};
    return dashes[(size_t)(site_rank + site_rank / N_TONES) % G_N_ELEMENTS(dashes)];
}

/* ---- hosts ---- */

/* @return the room that somebody goes to, -1 = none, or of no interest to this academy */
static int room_of_person(const CoOverview *overview, int person_idx, int academy_idx)
{
    int group_idx = overview->publication->group_of_person[person_idx];
    int person_academy_idx = co_campaign_person_academy(overview->campaign, person_idx);
    if (group_idx < 0 || !co_overview_is_of(overview, person_academy_idx, academy_idx))
        return -1;
    return overview->plan->groups[group_idx].room_idx;
}

/* Takes the rooms of a site that are in use. */
static void take_rooms(CoHost *host, const CoOverview *overview, const bool *is_used)
{
    const CoCampaign *campaign = overview->campaign;
    GString *codes = g_string_new(NULL);
    for (int r = 0; r < campaign->n_rooms; r++) {
        if (overview->publication->sites.of_room[r] != host->site || !is_used[r])
            continue;
        g_string_append_printf(codes, "%s%s", host->n_rooms > 0 ? ", " : "",
                               campaign->rooms[r].code);
        host->n_rooms++;
    }
    host->rooms = g_string_free(codes, FALSE);
}

static void gather_hosts(CoTravel *travel, const CoOverview *overview)
{
    g_autofree bool *is_used = g_new0(bool, (gsize)overview->campaign->n_rooms + 1);
    for (int i = 0; i < overview->campaign->n_people; i++) {
        int room_idx = room_of_person(overview, i, travel->academy_idx);
        if (room_idx >= 0)
            is_used[room_idx] = true;
    }
    for (int s = 0; s < overview->publication->sites.n_sites; s++) {
        CoHost host = {.site = s};
        take_rooms(&host, overview, is_used);
        if (host.n_rooms > 0)
            g_array_append_val(travel->hosts, host);
        else
            g_free(host.rooms);
    }
}

static int rank_of_site(const CoTravel *travel, int site)
{
    int rank = 0;
    while (g_array_index(travel->hosts, CoHost, rank).site != site)
        rank++;
    return rank;
}

/* ---- flows ---- */

static bool is_in_person(const CoCampaign *campaign, const CoMeeting *meeting)
{
    return campaign->modules[meeting->module_idx].mode == CO_MODE_IN_PERSON;
}

/* Two modules on one day are one trip. */
static int n_days_in_person(const CoCampaign *campaign, const CoGroup *group)
{
    int n_days = 0;
    for (int m = 0; m < group->n_meetings; m++) {
        bool is_new = is_in_person(campaign, &group->meetings[m]);
        for (int before = 0; before < m && is_new; before++)
            is_new = group->meetings[before].day != group->meetings[m].day ||
                     !is_in_person(campaign, &group->meetings[before]);
        n_days += is_new;
    }
    return n_days;
}

/* @return (transfer none) the flow to a site, made when it is the first; those of one
 * establishment stand at the end */
static CoFlow *flow_to(CoTravel *travel, int establishment_idx, int site_rank, const CoWay *way)
{
    guint i = travel->flows->len;
    while (i > 0) {
        CoFlow *flow = &g_array_index(travel->flows, CoFlow, --i);
        if (flow->establishment_idx != establishment_idx)
            break;
        if (flow->site_rank == site_rank)
            return flow;
    }
    const CoFlow flow = {
        .establishment_idx = establishment_idx, .site_rank = site_rank, .way = *way};
    g_array_append_val(travel->flows, flow);
    return &g_array_index(travel->flows, CoFlow, travel->flows->len - 1);
}

static void add_person(CoTravel *travel, const CoOverview *overview, const CoTripBook *trips,
                       int person_idx)
{
    int group_idx = overview->publication->group_of_person[person_idx];
    const CoGroup *group = &overview->plan->groups[group_idx];
    if (group->room_idx < 0)
        return;
    int school = overview->campaign->people[person_idx].establishment_idx;
    int rank = rank_of_site(travel, overview->publication->sites.of_room[group->room_idx]);
    CoWay way = co_trip_way(trips, co_travel_school_place(overview, school), group->room_idx);
    CoFlow *flow = flow_to(travel, school, rank, &way);
    CoHost *host = &g_array_index(travel->hosts, CoHost, rank);
    int n_trips = n_days_in_person(overview->campaign, group);
    int64_t travel_milli = 2 * way.km_milli * n_trips;
    flow->n_people++;
    flow->n_trips += n_trips;
    flow->travel_milli += travel_milli;
    host->n_people++;
    host->n_trips += n_trips;
    host->travel_milli += travel_milli;
    host->longest_milli = MAX(host->longest_milli, way.km_milli);
}

static void add_school(CoTravel *travel, const CoOverview *overview, const CoTripBook *trips,
                       int establishment_idx)
{
    CoPost post = {.establishment_idx = establishment_idx};
    int n_staff;
    const int *staff = co_publication_staff(overview->publication, establishment_idx, &n_staff);
    for (int i = 0; i < n_staff; i++) {
        if (!co_campaign_person_is_planned(overview->campaign, staff[i]))
            continue;
        post.n_people++;
        if (overview->publication->group_of_person[staff[i]] < 0)
            post.n_unplaced++;
        else
            add_person(travel, overview, trips, staff[i]);
    }
    if (post.n_people > 0)
        g_array_append_val(travel->posts, post);
}

CoTravel *co_travel_new(const CoOverview *overview, const CoTripBook *trips, int academy_idx)
{
    g_return_val_if_fail(overview != NULL && trips != NULL, NULL);
    const CoCampaign *campaign = overview->campaign;
    CoTravel *travel = g_new0(CoTravel, 1);
    travel->academy_idx = academy_idx;
    travel->posts = g_array_new(FALSE, FALSE, sizeof(CoPost));
    travel->flows = g_array_new(FALSE, FALSE, sizeof(CoFlow));
    travel->hosts = g_array_new(FALSE, FALSE, sizeof(CoHost));
    g_array_set_clear_func(travel->hosts, clear_host);
    gather_hosts(travel, overview);
    for (int e = 0; e < campaign->n_establishments; e++)
        if (co_overview_is_of(overview, campaign->establishments[e].academy_idx, academy_idx))
            add_school(travel, overview, trips, e);
    return travel;
}
