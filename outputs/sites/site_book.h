/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file site_book.h  sites/<uai>.xlsx, for those who lend rooms: which room when, for how many,
 * how many lunch, and the same as a calendar to pin up. Of people only the trainers, by name. */
#pragma once
#include "outputs/publication.h"

/** A meeting held in a room of the site. */
typedef struct CoBooking {
    CoDay day;
    CoHalves halves;
    int room_idx, module_idx;
    const CoGroup *group;
} CoBooking;

/** What every sheet of the file is made from. */
typedef struct CoSiteBook {
    const CoCampaign *campaign;
    const CoHeading *heading;
    CoBook *book;
    int academy_idx; /**< of its rooms */
    int n_rooms;
    const int *rooms; /**< those that are booked, in the order of the table */
    int n_bookings;
    const CoBooking *bookings; /**< in the order of the calendar, at least one */
} CoSiteBook;

/** @return how many trainers a group has. Implemented by outputs/sites/site_bookings.c, like the
 * next three. */
int co_site_n_trainers(const CoGroup *group);
/** @return (transfer full) what the site is called */
char *co_site_name(const CoRoom *room);
/** Rooms, then one line for each half-day of each room. */
void co_site_bookings(const CoSiteBook *book);
/** Meals day by day; no sheet when no booked room has a canteen. */
void co_site_meals(const CoSiteBook *book);
/** Weeks by month, rooms by half-days. Implemented by outputs/sites/site_weeks.c. */
void co_site_weeks(const CoSiteBook *book);
/** Writes sites/<uai>.xlsx of every site that is booked. Implemented by outputs/sites/site_files.c.
 */
bool co_sites_publish(const CoPublication *publication, GError **error);
