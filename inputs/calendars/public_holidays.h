/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file public_holidays.h  Public holidays, by territory, to closed days.
 *
 * Each academy follows its own territory (Strasbourg that of Alsace-Moselle, La Réunion its own...)
 * unless the parameter `jours_feries` tells one for all. A territory that the calendar does not
 * know has the days of the mainland, which hold in the whole country, and a doubt. */
#pragma once
#include "inputs/tables/table.h"

typedef struct CoPublicHolidays CoPublicHolidays;

CoPublicHolidays *co_public_holidays_new(void);
void co_public_holidays_free(CoPublicHolidays *holidays); /**< NULL is allowed */

/** @return whether a sheet is one of public holidays */
bool co_public_holidays_is(const CoSheet *sheet);
/** Keeps the rows of such a sheet; those that cannot be used are reported. */
void co_public_holidays_read(struct CoImport *import, const CoSheet *sheet);
/** Closes the days of the horizon, for all academies at once when they share one territory. */
void co_public_holidays_close(struct CoImport *import);
/** Reports the territories whose days are not known, or not to the end of the horizon. */
void co_public_holidays_judge(struct CoImport *import);
/** Keeps rooms, trainers and people away on the days that their place has besides those of its
 * academy: the Moselle in Nancy-Metz, Saint-Martin in Guadeloupe. When everybody is known. */
void co_public_holidays_keep_away(struct CoImport *import);
