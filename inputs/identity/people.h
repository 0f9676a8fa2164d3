/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file people.h  One human is one person, however often named.
 *
 * Equal e-mail addresses are one human, unless their folded names differ: a mailbox may be that of
 * a whole school, and is reported (CO_PROBLEM_ADDRESS_SHARED). Else the same folded name and first
 * name in the same establishment, unless both have an address. Somebody named twice counts once,
 * with the roles and unavailabilities of every naming: at the seat of an agency if one of the
 * namings is there, else where first named. Expected time linear in the namings. */
#pragma once
#include <stdbool.h>

#include "cohorte/campaign.h"

struct CoImport;
typedef struct CoPeople CoPeople;

CoPeople *co_people_new(void);
void co_people_free(CoPeople *people); /**< NULL is allowed */

/** Adds a naming, in the order of the file; says so when it is of somebody already named.
 * @param person  its texts and arrays in the campaign; copied
 * @param column  header of the cell that identifies them, for problems; copied by the problem list
 */
void co_people_add(struct CoImport *import, const CoPerson *person, const char *column);
/** Appends everybody to the campaign.
 * @param by_establishment  in the order of `etablissements`, then as named; else as named */
void co_people_finish(struct CoImport *import, bool by_establishment);

int co_people_count(const CoPeople *people);        /**< humans so far */
int co_people_n_twice(const CoPeople *people);      /**< namings merged in one establishment */
int co_people_n_two_places(const CoPeople *people); /**< namings merged across establishments */
