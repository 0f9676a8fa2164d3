/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file ics_sheet.h  A published calendar in iCalendar form, to the sheet its CSV form would be.
 *
 * Public holidays (a calendar named "Jours fériés ...") make columns DTSTART, X-WR-CALNAME and
 * SUMMARY. School holidays make SUMMARY, DTSTART, DTEND, LOCATION and ZONES, one row for each zone
 * or academy an event is for: "Zones A/B - Corse", or a list of academies, as the ministry has
 * written them over the years. First days of term and days for teachers only are left out. */
#pragma once
#include "cohorte/problem.h"
#include "ics_text.h"
#include "inputs/formats/sheet.h"

/** @return (transfer full) NULL, with a problem, when the file is no calendar or holds no event */
CoSheet *co_ics_sheet_load(const char *path, const char *file, CoProblemList *problems);
/** The same for what is cut already. */
CoSheet *co_ics_sheet_of(const CoIcsText *text, CoProblemList *problems);
