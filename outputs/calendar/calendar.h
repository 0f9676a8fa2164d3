/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file calendar.h  The sheets of calendrier.xlsx, in their order. Each adds its page to the book.
 */
#pragma once
#include "outputs/agenda/agenda.h"
#include "outputs/publication.h"

/** What every sheet of the calendar is made from. */
typedef struct CoCalendar {
    const CoOutputContext *context;
    const CoHeading *heading;
    const CoAgenda *agenda; /**< of the whole plan */
    CoBook *book;
} CoCalendar;

/** Group x day grid by week. Implemented by outputs/calendar/calendar_wall.c. */
void co_calendar_wall(const CoCalendar *calendar);
/** One line a meeting, with filters. Implemented by outputs/calendar/calendar_lists.c, like the
 * next two. */
void co_calendar_list(const CoCalendar *calendar);
void co_calendar_rooms(const CoCalendar *calendar);
void co_calendar_teams(const CoCalendar *calendar);
/** Half-days by week, and by trainer, with charts. Implemented by outputs/calendar/calendar_load.c.
 */
void co_calendar_weeks(const CoCalendar *calendar);
void co_calendar_trainers(const CoCalendar *calendar);
/** What the module codes mean. Implemented by outputs/calendar/calendar_modules.c. */
void co_calendar_modules(const CoCalendar *calendar);

#define CO_CALENDAR_NAME "calendrier.xlsx"
/** Writes calendrier.xlsx. Implemented by outputs/calendar/calendar.c. */
bool co_calendar_publish(const CoPublication *publication, GError **error);
