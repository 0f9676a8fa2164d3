/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file calendar.h  The official calendars, as published, to closed days of the campaign.
 *
 * School holidays: stamps are turned into days in Paris, the end is the day of return (excluded)
 * unless it equals the start (one day); rows for teachers, primary schools or one island only are
 * left out; a summer that begins and has no published end closes all that follows. Rows of an
 * academy's own name are taken, else those of its zone. Public holidays: see public_holidays.h.
 * Only what meets the horizon is kept. */
#pragma once

struct CoImport;

/** Reads every sheet of the table `calendrier` and judges what they cover. */
void co_calendar_read(struct CoImport *import);
