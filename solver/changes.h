/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file changes.h  What a plan changes of the one it replaces: the tier between unplaced and cost.
 * Private to solver/.
 *
 * A person counts 1 per meeting that moved, or per meeting when now in another group; a group whose
 * team changed 2; a meeting no longer held 3. Which group continues which reference is free but for
 * locks, and each reference is continued once. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "state.h"

#define CO_CHANGES_PER_CANCELLED 3
#define CO_CHANGES_PER_TEAM 2

/** @return what a group with that team changes by itself of the reference it continues */
int64_t co_changes_of_group(const CoGrpReference *reference, int team);
/** @return meetings of the reference that this calendar moves, lost ones included */
int co_changes_moved(const CoGrouping *grouping, int reference, const CoCalendar *calendar);
/** The same for meetings in person alone. */
int co_changes_moved_in_person(const CoGrouping *grouping, int reference, int room, int pattern);
/** The same for virtual classes. @param starts  NULL = not dated: all moved */
int co_changes_moved_virtual(const CoGrouping *grouping, int reference, const int *starts);

/** Settles which reference each group continues (-1 = none) so that the fewest changes count: an
 * assignment per class, cubic in its groups. Groups with a lock continue what the lock does. */
void co_changes_settle(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups,
                       int *references);
/** @return all changes of these groups, counted from nothing */
int64_t co_changes_count(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups,
                         const int *references);
/** @return changes that no plan avoids which leaves at most that weight unplaced: for each
 * reference what its own dates, room, team and members forbid. Patterns x references. */
int64_t co_changes_bound(const CoGrouping *grouping, int64_t unplaced);
