/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendrier.xlsx: the whole plan, for the EAFC and the committee. */
#include "calendar.h"

bool co_calendar_publish(const CoPublication *publication, GError **error)
{
    static const char name[] = CO_CALENDAR_NAME;
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    g_autoptr(CoHeading) heading = co_heading_new(
        publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Calendrier de formation");
    g_autoptr(CoBook) book = co_publication_open(publication, heading, name, error);
    if (book == NULL)
        return false;
    const CoCalendar calendar = {publication->context, heading, publication->agenda, book};
    co_calendar_wall(&calendar);
    co_calendar_list(&calendar);
    co_calendar_rooms(&calendar);
    co_calendar_teams(&calendar);
    co_calendar_weeks(&calendar);
    co_calendar_trainers(&calendar);
    co_calendar_modules(&calendar);
    return co_publication_close(publication, book, name, "EAFC et comité de suivi", error);
}
