/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file reserve.h  Seats kept for persons nobody has named yet (reserver_places). */
#pragma once

struct CoImport;

/** Adds unnamed persons, always marked `reserved`: for each establishment without an answer, per
 * role, the mean of the establishments of its family that answered, rounded half up; for each
 * agency whose accountant's post is vacant, one at its seat. Vacant posts are reported even when
 * nothing is kept. Once, after everybody known is in the campaign. */
void co_reserve_seats(struct CoImport *import);
