/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file travel.h  Who goes how far to which place, of one academy. Implemented by
 * outputs/overview/travel.c. Participants only; a trip is one person on one day in person, there
 * and back. */
#pragma once
#include "overview.h"
#include "cohorte/trip.h"
G_BEGIN_DECLS

/** An establishment with people to train. */
typedef struct CoPost {
    int establishment_idx;
    int n_people, n_unplaced; /**< to train; of these, without a group */
} CoPost;

/** The people of one establishment who meet at one site. */
typedef struct CoFlow {
    int establishment_idx;
    int site_rank; /**< in #CoTravel.hosts */
    int n_people, n_trips;
    CoWay way;            /**< to the room of the first of them */
    int64_t travel_milli; /**< of all their trips, thousandths of km */
} CoFlow;

/** A site where groups meet. */
typedef struct CoHost {
    int site;    /**< index of #CoSites */
    int n_rooms; /**< in use */
    char *rooms; /**< their codes: "S01, S02" */
    int n_people, n_trips;
    int64_t travel_milli, longest_milli; /**< the second one way */
} CoHost;

typedef struct CoTravel {
    int academy_idx;
    GArray *posts; /**< of #CoPost, in the order of the table */
    GArray *flows; /**< of #CoFlow, by establishment, then first met */
    GArray *hosts; /**< of #CoHost, in the order of #CoSites */
} CoTravel;

/** @param trips  of the campaign @return (transfer full) */
CoTravel *co_travel_new(const CoOverview *overview, const CoTripBook *trips, int academy_idx);
void co_travel_free(CoTravel *travel); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoTravel, co_travel_free)

/** @return (transfer none) where a host or an establishment stands */
const CoPlace *co_travel_host_place(const CoOverview *overview, const CoHost *host);
const CoPlace *co_travel_school_place(const CoOverview *overview, int establishment_idx);
/** The tone of a host on the map, 0xRRGGBB, and how its lines are broken (a dash pattern of SVG).
 */
uint32_t co_travel_tone(int site_rank);
const char *co_travel_dashes(int site_rank);

/** Draws the places that are located, as a picture within the page. Implemented by
 * outputs/overview/travel_map.c.
 * @return whether there was anything to draw */
bool co_travel_draw(GString *page, const CoOverview *overview, const CoTravel *travel);
G_END_DECLS
